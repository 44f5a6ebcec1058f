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

const chartpack_read *cp_pack_reads(cp_arena *arena, const cp_reads *reads)
{
    size_t count = 0;
    chartpack_read *list;

    for (const cp_read_column *read = reads->first; read; read = read->next)
        count++;
    list = cp_new_array(arena, chartpack_read, count + 1);
    count = 0;
    for (const cp_read_column *read = reads->first; read; read = read->next)
        list[count++] = (chartpack_read){ read->table.data, read->column.data };
    return list;
}

size_t chartpack_figure_count(const chartpack *job)
{
    return job->deck ? cp_deck_figure_count(job->deck) : 0;
}

chartpack_figure chartpack_figure_at(chartpack *job, size_t index)
{
    static const cp_reads none = { 0 };
    const cp_figure *figure = cp_deck_figure(job->deck, index);

    return (chartpack_figure){
        .path = cp_deck_figure_path(job->deck, index),
        .title = figure && figure->title.data ? figure->title.data : "",
        .kind = figure ? figure->class->name : "",
        .reads = cp_pack_reads(&job->arena, figure ? &figure->reads : &none),
    };
}
