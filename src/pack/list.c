/* list.c - the deck's pages and figures, for people and programs. */

#include "pack/pack.h"

bool chartpack_list(chartpack *job)
{
    return cp_pack_pages(job) && cp_pack_passes(job);
}

size_t chartpack_page_count(const chartpack *job)
{
    return job->deck ? cp_deck_page_count(job->deck) : 0;
}

chartpack_page chartpack_page_at(const chartpack *job, size_t index)
{
    cp_page_facts facts = cp_deck_page(job->deck, index);

    return (chartpack_page){
        .title = facts.title.data ? facts.title.data : "",
        .section = facts.section.data ? facts.section.data : "",
        .class = facts.class,
        .label = facts.label.data ? facts.label.data : "",
        .file = facts.place.file,
        .line = facts.place.line,
    };
}

size_t chartpack_figure_count(const chartpack *job)
{
    return job->deck ? cp_deck_figure_count(job->deck) : 0;
}

chartpack_figure chartpack_figure_at(const chartpack *job, size_t index)
{
    const cp_figure *figure = cp_deck_figure(job->deck, index);

    return (chartpack_figure){
        .path = cp_deck_figure_path(job->deck, index),
        .title = figure && figure->title.data ? figure->title.data : "",
        .kind = figure ? figure->class->name : "",
    };
}
