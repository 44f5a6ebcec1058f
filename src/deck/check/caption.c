/* caption.c - figures run under 图：, tables under 表：. */

#include "deck/check/check.h"

static void check_item(const cp_check_view *view, const cp_slide *slide, const cp_item *item)
{
    const cp_caption_style *style = &view->pages->env->style->caption;
    cp_str words = cp_page_caption(view->pages, item);
    cp_str head = cp_item_is_table(item) ? style->table_prefix : style->figure_prefix;

    if (!words.size)
        cp_warn(view->report, item->place, "a %s of %s has no caption; expected " CP_FMT "...",
                cp_item_is_table(item) ? "table" : "figure",
                cp_slide_words(view->report->arena, slide), CP_ARG(head));
    else if (cp_has_caption_head(words) && !cp_str_starts(words, cp_str_slice(head, 0, 3)))
        cp_warn(view->report, cp_page_caption_place(item),
                "the caption '" CP_FMT "' is of a %s; expected " CP_FMT "...", CP_ARG(words),
                cp_item_is_table(item) ? "table" : "figure", CP_ARG(head));
}

static void run(const cp_check_view *view)
{
    for (const cp_slide *slide = view->pages->slides->first; slide; slide = slide->next)
        for (size_t i = 0; i < slide->item_count; i++)
            if (!slide->items[i].use || slide->items[i].use->figure)
                check_item(view, slide, &slide->items[i]);
}

const cp_check_class cp_check_caption = {
    .name = "caption",
    .summary = "figures have a caption 图：, tables 表：",
    .run = run,
};
