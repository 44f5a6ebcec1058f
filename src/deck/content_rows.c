/* content_rows.c - a table that is longer than its page goes on to further ones. */
#include "deck/content.h"

#include <string.h>

cp_slide *cp_content_with_rows(const cp_content *c, const cp_slide *slide, size_t from, size_t to)
{
    cp_arena *arena = c->pages->env->arena;
    cp_slide *copy = cp_new(arena, cp_slide);
    cp_item *items = cp_new_array(arena, cp_item, CP_MOST_ITEMS);
    cp_item *last = &items[slide->item_count - 1];

    memcpy(items, slide->items, slide->item_count * sizeof *items);
    last->from = from;
    last->to = to;
    *copy = *slide;
    copy->items = items;
    copy->split_scale = c->split_scale;
    return copy;
}

/* What is left of the table, from row `from` on, as a further page. */
static cp_slide *further_page(const cp_content *c, const cp_slide *slide, size_t from)
{
    cp_arena *arena = c->pages->env->arena;
    cp_slide *rest = cp_content_with_rows(c, slide, from, slide->items[slide->item_count - 1].to);
    cp_str suffix = c->pages->env->style->table.continued;
    cp_item *item = &rest->items[0];

    *item = rest->items[rest->item_count - 1];
    item->row = item->texts = 0;
    if (from && !item->caption.size && item->use)
        item->caption = cp_str_trim(item->use->figure->title);
    if (from && item->caption.size && !cp_str_ends(item->caption, suffix))
        item->caption = cp_str_printf(arena, CP_FMT CP_FMT, CP_ARG(item->caption), CP_ARG(suffix));
    rest->item_count = 1;
    rest->text_count = 0;
    rest->texts = NULL;
    rest->layout = (cp_layout){ 0 };
    rest->spoken = (cp_str){ 0 };
    rest->part++;
    return rest;
}

const cp_item *cp_content_last_table(const cp_slide *slide)
{
    const cp_item *last = slide->item_count ? &slide->items[slide->item_count - 1] : NULL;

    return last && last->tabular ? last : NULL;
}

/* Whether the table's rows up to `to` fit with the rest of the slide. */
static bool rows_fit(cp_content *c, const cp_slide *whole, const cp_plan *plan, size_t to)
{
    c->slide = cp_content_with_rows(c, whole, cp_content_last_table(whole)->from, to);
    c->task.slide = c->slide;
    return cp_content_fits(c, plan);
}

/* Where the page ends that takes the most rows of the last table. */
static size_t most_rows(cp_content *c, const cp_slide *whole, const cp_plan *plan)
{
    const cp_item *table = cp_content_last_table(whole);
    size_t low = table->from, high = table->to + 1;
    cp_places places;
    cp_tabular_page page;

    c->task.least_scale = c->task.most_scale = c->split_scale;
    while (high - low > 1) {
        size_t middle = low + (high - low) / 2;

        *(rows_fit(c, whole, plan, middle) ? &low : &high) = middle;
    }
    if (low == table->from)
        return low;
    rows_fit(c, whole, plan, low);
    places = cp_arrange_places(&c->task, plan);
    cp_content_lay_table(c, whole->item_count - 1, places.cells[whole->item_count - 1].width,
                         c->split_scale, &page);
    return cp_tabular_break(page.layout, page.from, cp_tabular_height(&page));
}

const cp_slide *cp_content_split(cp_content *c, const cp_slide *whole, cp_plan plan)
{
    const cp_item *table = cp_content_last_table(whole);
    size_t from = table->from, limit = table->to, end;
    bool alone = whole->item_count + whole->text_count == 1;

    if (limit > from + CP_MOST_ROWS_ON_PAGE)
        limit = from + CP_MOST_ROWS_ON_PAGE;
    if (whole->layout.side == CP_SIDE_AUTO && plan.side == CP_SIDE_LEFT)
        plan.side = CP_SIDE_TOP; /* a long table takes the whole width */
    plan.step = 0;
    end = most_rows(c, cp_content_with_rows(c, whole, from, limit), &plan);
    if (end < from + 2 && !alone) {
        cp_slide *kept = cp_content_with_rows(c, whole, from, from);

        kept->item_count--;
        c->slide = kept;
        return further_page(c, whole, from);
    }
    c->slide = cp_content_with_rows(c, whole, from, end);
    return end > from ? further_page(c, whole, end) : NULL;
}
