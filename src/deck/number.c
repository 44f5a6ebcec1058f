/* number.c - figures and tables are counted, and words that name one are given its number. */
#include "deck/slide.h"

bool cp_item_is_table(const cp_item *item)
{
    return item->table || (item->use && item->use->figure && item->use->figure->is_table);
}

static bool has_caption(const cp_item *item)
{
    return item->caption.size || (item->use && item->use->figure && item->use->figure->title.size);
}

/* What a --- repeats is still the same figure; what has no caption shows no number. */
static void count_items(cp_slides *slides)
{
    size_t figures = 0, tables = 0;

    for (cp_slide *slide = slides->first; slide; slide = slide->next)
        for (size_t i = 0; i < slide->item_count; i++) {
            cp_item *item = &slide->items[i];

            if (has_caption(item))
                item->number = cp_item_is_table(item) ? ++tables : ++figures;
        }
}

static const cp_item *find_item(const cp_slides *slides, cp_str path)
{
    for (const cp_slide *slide = slides->first; slide; slide = slide->next)
        for (size_t i = 0; i < slide->item_count; i++)
            if (slide->items[i].use && cp_str_is(path, slide->items[i].use->path))
                return &slide->items[i];
    return NULL;
}

static bool settle_span(const cp_slides *slides, cp_span *span, cp_report *report)
{
    const cp_item *item;

    if (!span->figure.size)
        return true;
    item = find_item(slides, span->figure);
    if (!item)
        return cp_fail(report, span->place, "no slide shows '" CP_FMT "', which is named here",
                       CP_ARG(span->figure));
    if (item->number)
        span->text = cp_str_printf(report->arena, "%s%zu", cp_item_is_table(item) ? "表" : "图",
                                   item->number);
    return true;
}

bool cp_slides_number(cp_slides *slides, bool numbered, cp_report *report)
{
    bool ok = true;

    if (numbered)
        count_items(slides);
    for (const cp_slide *slide = slides->first; slide; slide = slide->next)
        for (size_t i = 0; i < slide->text_count; i++)
            for (size_t k = 0; k < slide->texts[i]->spans.count; k++)
                ok = settle_span(slides, &slide->texts[i]->spans.item[k], report) && ok;
    return ok;
}
