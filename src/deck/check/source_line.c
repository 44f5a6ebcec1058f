/* source_line.c - a slide with a figure or a table says where its numbers come from. */

#include "deck/check/check.h"

static bool has_source(const cp_slide *slide)
{
    if (slide->source.size)
        return true;
    for (size_t i = 0; i < slide->item_count; i++) {
        const cp_figure_use *use = slide->items[i].use;

        if (use && (!use->figure || use->figure->source.size))
            return true; /* of a file that cannot be read nobody knows */
    }
    return false;
}

static void run(const cp_check_view *view)
{
    for (const cp_slide *slide = view->pages->slides->first; slide; slide = slide->next)
        if (slide->item_count && !has_source(slide))
            cp_warn(view->report, slide->place,
                    "%s has no source line; `source:` in its figure, or > 资料来源：... at its end",
                    cp_slide_words(view->report->arena, slide));
}

const cp_check_class cp_check_source_line = {
    .name = "source_line",
    .summary = "every slide with a figure or a table has a source line",
    .run = run,
};
