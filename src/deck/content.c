/* content.c - a slide of text and figures: what is asked of the arrangement, and its pieces. */
#include "deck/arrange.h"
#include "deck/flow.h"
#include "deck/page.h"

#include <math.h>
#include <stdint.h>
#include <string.h>

/* No page can hold more rows of a table in a legible size. */
enum { MOST_ROWS_ON_PAGE = 64 };

/* A text that was set, kept while steps are tried. */
typedef struct laid_text {
    size_t from, to;
    double width;
    int step;
    cp_flow_set set;
    cp_report report;
    struct laid_text *next;
} laid_text;

/* The least height of a figure that was asked for, kept while plans are tried. */
typedef struct asked_height {
    size_t item;
    double width, height;
    struct asked_height *next;
} asked_height;

typedef struct content {
    cp_pages *pages;
    cp_page *page;
    const cp_slide *slide;
    cp_body_style body;
    cp_signs signs;
    cp_notes notes;
    int least_step; /* where the slides of a class are set alike, else CP_FLOW_LARGEST */
    cp_task task;
    cp_want wants[CP_MOST_ITEMS];
    cp_text *captions[CP_MOST_ITEMS]; /* on one line; NULL: none */
    cp_gutters gutters[CP_MOST_ITEMS];
    laid_text *texts;
    asked_height *heights;
    bool exact;         /* ask for real heights of texts, not for estimates */
    double split_scale; /* of a table that goes over pages */
    bool tall_row;      /* one of its rows is higher than a page */
} content;

/* ---- captions ---- */

/* Behind 图： at the head of a caption; one with a number of its own stays whole. */
static cp_str without_head(cp_str words)
{
    if (cp_str_starts(words, CP_STR("图：")) || cp_str_starts(words, CP_STR("表：")))
        return cp_str_trim(cp_str_slice(words, 6, words.size));
    return words;
}

/* 图：words, 图3：words. */
static cp_str numbered(cp_arena *arena, cp_str prefix, size_t number, cp_str words)
{
    size_t colon = prefix.size;

    words = without_head(words);
    if (!number)
        return cp_str_printf(arena, CP_FMT CP_FMT, CP_ARG(prefix), CP_ARG(words));
    if (cp_has_caption_head(words))
        return words;
    if (cp_str_ends(prefix, CP_STR("：")))
        colon -= 3;
    else if (cp_str_ends(prefix, CP_STR(":")))
        colon -= 1;
    return cp_str_printf(arena, CP_FMT "%zu" CP_FMT CP_FMT, CP_ARG(cp_str_slice(prefix, 0, colon)),
                         number, CP_ARG(cp_str_slice(prefix, colon, prefix.size)), CP_ARG(words));
}

cp_str cp_page_caption(const cp_pages *pages, const cp_item *item)
{
    const cp_caption_style *style = &pages->env->style->caption;
    cp_str words = item->caption;
    bool table = item->table != NULL;

    if (item->use) {
        words = words.size ? words : cp_str_trim(item->use->figure->title);
        table = item->use->figure->is_table;
    }
    if (!words.size || (cp_has_caption_head(words) && !item->number))
        return words;
    return numbered(pages->env->arena, table ? style->table_prefix : style->figure_prefix,
                    item->number, words);
}

cp_place cp_page_caption_place(const cp_item *item)
{
    return item->use && !item->caption.size ? item->use->figure->place : item->place;
}

static cp_text *set_caption(const content *c, size_t index, double width)
{
    const cp_figure_env *env = c->pages->env;
    const cp_item *item = &c->slide->items[index];
    cp_span span
        = { .text = cp_page_caption(c->pages, item), .place = cp_page_caption_place(item) };
    cp_text_box box = { .width = width, .latin_gap = c->body.latin_gap };

    return span.text.size ? cp_text_set(env->arena, env->fonts, &env->style->caption.text, &box,
                                        &span, 1, env->report)
                          : NULL;
}

/* What an item shows, in words: as the deck says it, its own file, or else its caption. */
static cp_str alt_of(const content *c, const cp_item *item)
{
    if (item->alt.size)
        return item->alt;
    return item->use->figure->alt.size ? item->use->figure->alt : cp_page_caption(c->pages, item);
}

/* ---- what the arrangement asks ---- */

static void pass_on(cp_report *to, const cp_report *from)
{
    for (const cp_finding *finding = from->first; finding; finding = finding->next) {
        if (finding->severity >= CP_ERROR)
            cp_fail(to, finding->place, "%s", finding->text);
        else
            cp_warn(to, finding->place, "%s", finding->text);
    }
}

static cp_flow flow_of(const content *c, size_t from, size_t to)
{
    return (cp_flow){ c->slide->texts + from, to - from, c->slide->signs ? &c->signs : NULL };
}

static laid_text *lay_text(content *c, size_t from, size_t to, double width, int step)
{
    const cp_figure_env *env = c->pages->env;
    cp_flow flow = flow_of(c, from, to);

    for (laid_text *laid = c->texts; laid; laid = laid->next)
        if (laid->from == from && laid->to == to && laid->step == step
            && fabs(laid->width - width) < 0.01)
            return laid;

    laid_text *laid = cp_new(env->arena, laid_text);

    *laid = (laid_text){ .from = from,
                         .to = to,
                         .width = width,
                         .step = step,
                         .report = { .arena = env->arena },
                         .next = c->texts };
    laid->set = cp_flow_lay(env->arena, env->fonts, &c->body, &flow, width, step, &laid->report);
    c->texts = laid;
    return laid;
}

static double text_height(void *context, cp_text_group group, double width, int step)
{
    content *c = context;
    cp_flow flow = flow_of(c, group.from, group.to);

    if (!c->exact)
        return cp_flow_estimate(&flow, &c->body, width, step);
    return lay_text(c, group.from, group.to, width, step)->set.height;
}

/* False where its words do not fit the width. */
static bool lay_table(const content *c, size_t item, double width, double scale,
                      cp_tabular_page *out)
{
    const cp_item *table = &c->slide->items[item];
    const cp_tabular_layout *layout = cp_tabular_lay(table->tabular, width, scale);

    *out = (cp_tabular_page){ .layout = layout, .from = table->from, .to = table->to };
    return layout != NULL;
}

static double table_height(void *context, size_t item, double width, double scale)
{
    cp_tabular_page page;

    return lay_table(context, item, width, scale, &page) ? cp_tabular_height(&page) : INFINITY;
}

static double figure_height(void *context, size_t item, double width)
{
    content *c = context;
    const cp_figure_env *env = c->pages->env;

    for (asked_height *asked = c->heights; asked; asked = asked->next)
        if (asked->item == item && fabs(asked->width - width) < 0.01)
            return asked->height;

    asked_height *asked = cp_new(env->arena, asked_height);

    *asked = (asked_height){
        .item = item,
        .width = width,
        .height = cp_figure_least_height(c->slide->items[item].use->figure, env, width),
        .next = c->heights,
    };
    c->heights = asked;
    return asked->height;
}

static void want_item(content *c, size_t index)
{
    const cp_figure_env *env = c->pages->env;
    const cp_item *item = &c->slide->items[index];
    cp_want *want = &c->wants[index];

    c->captions[index] = set_caption(c, index, 0);
    want->caption_width = c->captions[index] ? cp_text_size(c->captions[index]).width : 0;
    want->table = item->tabular != NULL;
    if (item->use && !item->tabular) {
        want->least = cp_figure_least(item->use->figure, env);
        want->reflows = item->use->figure->class->least_height != NULL;
        want->aspect = cp_figure_aspect(item->use->figure, env);
    }
}

/* Between head and foot; a slide without them has the page but for its margins. */
static cp_rect body_of(const content *c)
{
    const cp_page_style *page = &c->pages->env->style->page;
    double width = page->width - page->left - page->right;

    if (c->slide->kind == CP_SLIDE_BLANK)
        return (cp_rect){ page->left, page->right, width, page->height - 2 * page->right };
    return (cp_rect){ page->left, page->top, width, page->bottom - page->top };
}

static void want_all(content *c)
{
    const cp_figure_env *env = c->pages->env;
    cp_text *sample = cp_text_line(env->arena, env->fonts, &env->style->caption.text, CP_STR("A"),
                                   c->slide->place, env->report);

    for (size_t i = 0; i < c->slide->item_count; i++)
        want_item(c, i);
    c->task = (cp_task){ .slide = c->slide,
                         .style = env->style,
                         .text = &c->body,
                         .body = cp_rect_inset(body_of(c), 0, 0, c->notes.height, 0),
                         .wants = c->wants,
                         .caption_line = cp_text_size(sample).height,
                         .text_height = text_height,
                         .table_height = table_height,
                         .figure_height = figure_height,
                         .least_scale = c->slide->continued ? c->split_scale
                                                            : cp_tabular_least_scale(env->style),
                         .most_scale = cp_tabular_most_scale(env->style),
                         .context = c };
}

/* ---- the size of the text ---- */

static bool plan_fits(content *c, const cp_plan *plan)
{
    return cp_arrange_places(&c->task, plan).fits;
}

static bool is_beside(const cp_plan *plan)
{
    return plan->side == CP_SIDE_LEFT || plan->side == CP_SIDE_RIGHT;
}

/* How far a text may grow: to the largest size on a page of its own, half the way
 * in a column beside figures, not at all where it takes room from them. */
static int largest_step(const content *c, const cp_plan *plan)
{
    int largest = is_beside(plan) ? CP_FLOW_LARGEST / 2 : 0;

    if (!c->slide->item_count)
        largest = CP_FLOW_LARGEST;
    return largest > c->least_step ? largest : c->least_step;
}

/* The estimate gave a step; the real lines say whether it is one off. */
static void settle_step(content *c, cp_plan *plan)
{
    int largest = largest_step(c, plan);

    if (plan->step < c->least_step)
        plan->step = c->least_step;
    /* A text of many pages is not worth setting. */
    c->exact = cp_arrange_places(&c->task, plan).text_miss < 2 * c->task.body.height;
    if (!c->exact)
        return;
    while (plan->step < CP_FLOW_TIGHTEST && !plan_fits(c, plan))
        plan->step++;
    while (plan->step > largest) {
        cp_plan larger = *plan;

        larger.step--;
        if (!plan_fits(c, &larger))
            break;
        *plan = larger;
    }
}

/* ---- findings ---- */

static void tell_text_overflow(content *c, const cp_plan *plan, const cp_places *places)
{
    cp_flow_measure measure = cp_flow_measure_at(&c->body, plan->step);
    double lines = ceil(places->text_miss / measure.line_height - 0.01);

    cp_fail(c->pages->env->report, c->slide->place,
            "%s overflows its %s by %s%.0f line%s at the smallest size (%g pt)",
            cp_slide_words(c->pages->env->arena, c->slide),
            c->slide->item_count && !is_beside(plan) ? "page with the figures in their least size"
                                                     : "text box",
            c->exact ? "" : "about ", lines, lines == 1 ? "" : "s", measure.size);
}

static const char *item_words(const content *c, size_t index)
{
    const cp_item *item = &c->slide->items[index];

    return item->use ? item->use->path : "the table";
}

static void tell_short_item(content *c, const cp_places *places)
{
    cp_size need = places->short_need, have = places->short_have;
    cp_place at = c->slide->items[places->short_item].place;
    const char *words = cp_slide_words(c->pages->env->arena, c->slide);

    if (!isfinite(need.height))
        cp_fail(c->pages->env->report, at,
                "%s: %s does not fit a width of %.0f pt at its smallest size", words,
                item_words(c, places->short_item), have.width);
    else if (need.width <= have.width)
        cp_fail(c->pages->env->report, at, "%s: %s needs a height of %.0f pt, there are %.0f",
                words, item_words(c, places->short_item), ceil(need.height), floor(have.height));
    else
        cp_fail(c->pages->env->report, at, "%s: %s needs %.0f x %.0f pt, there are %.0f x %.0f",
                words, item_words(c, places->short_item), ceil(need.width), ceil(need.height),
                floor(have.width), floor(have.height));
}

static void tell_tall_row(content *c, const cp_slide *whole)
{
    const cp_figure_env *env = c->pages->env;
    const cp_item *table = &whole->items[whole->item_count - 1];
    cp_rect body = c->task.body;
    const cp_tabular_layout *layout
        = cp_tabular_lay(table->tabular, body.width, cp_tabular_least_scale(env->style));
    cp_tabular_page row = { .layout = layout, .from = table->from, .to = table->from + 1 };
    cp_str words = cp_tabular_row_words(env->arena, cp_tabular_spec_of(table->tabular), row.from);

    if (layout)
        cp_fail(env->report, table->place,
                "%s: row %zu of the table (" CP_FMT
                ") needs a height of %.0f pt with the head, a page has %.0f",
                cp_slide_words(env->arena, whole), row.from + 1, CP_ARG(words),
                ceil(cp_tabular_height(&row)), floor(body.height));
    else
        cp_fail(env->report, table->place,
                "%s: the table needs a width of %.0f pt at its smallest size, there are %.0f",
                cp_slide_words(env->arena, whole),
                ceil(cp_tabular_least_width(table->tabular, cp_tabular_least_scale(env->style))),
                floor(body.width));
}

/* ---- pieces ---- */

static void add_number(content *c, const cp_flow_piece *piece, const cp_block *block, cp_rect box)
{
    if (piece->number)
        cp_page_text(c->pages, c->page, "ordinal", piece->number, box.x + piece->number_x,
                     box.y + piece->y)
            ->block
            = block;
}

static void add_texts(content *c, const cp_text_group *group, int step)
{
    const cp_figure_env *env = c->pages->env;
    laid_text *laid = lay_text(c, group->from, group->to, group->box.width, step);
    cp_flow flow = flow_of(c, group->from, group->to);
    cp_rect box = group->box;

    pass_on(env->report, &laid->report);
    cp_flow_stretch(&laid->set, &flow, &c->body, box.height);
    for (size_t i = 0; i < laid->set.count; i++) {
        const cp_flow_piece *piece = &laid->set.piece[i];
        const cp_block *block = flow.texts[i];
        cp_rect bullet = piece->bullet;

        bullet.x += box.x;
        bullet.y += box.y + piece->y;
        cp_page_fill(c->pages, c->page, "bullet", bullet, env->style->body.bullet);
        add_number(c, piece, block, box);
        cp_page_text(c->pages, c->page, "text", piece->text, box.x + piece->x, box.y + piece->y)
            ->block
            = block;
    }
}

/* Caption, rule below it; what is left of the cell.  Captions of a row end level. */
static cp_rect add_caption(content *c, size_t item, cp_rect cell, double height)
{
    const cp_caption_style *style = &c->pages->env->style->caption;
    cp_text *text = c->captions[item];
    double rule_y = cell.y + height - style->body_gap - style->rule.width;

    if (text) {
        if (cp_text_size(text).width > cell.width)
            text = set_caption(c, item, cell.width);
        cp_page_text(c->pages, c->page, "caption", text, cell.x,
                     rule_y - style->rule_gap - cp_text_size(text).height);
        cp_page_rule(c->pages, c->page, "caption-rule", cell.x, rule_y, cell.width, &style->rule);
    }
    return cp_rect_inset(cell, height, 0, 0, 0);
}

static bool same_span(double from_a, double size_a, double from_b, double size_b)
{
    return fabs(from_a - from_b) < 0.01 && fabs(size_a - size_b) < 0.01;
}

/* Plot boxes of one row begin and end level, those of one column stand under each other. */
static cp_gutters shared_gutters(const content *c, const cp_places *places, size_t item)
{
    const cp_figure *figure = c->slide->items[item].use->figure;
    cp_rect own = places->cells[item];
    cp_gutters out = { 0 };

    if (!figure->class->gutters)
        return out; /* it has no plot: the whole box is its own */
    for (size_t i = 0; i < c->slide->item_count; i++) {
        cp_rect cell = places->cells[i];
        cp_gutters wanted = c->gutters[i];

        if (same_span(cell.y, cell.height, own.y, own.height)) {
            out.top = fmax(out.top, wanted.top);
            out.bottom = fmax(out.bottom, wanted.bottom);
        }
        if (same_span(cell.x, cell.width, own.x, own.width)) {
            out.left = fmax(out.left, wanted.left);
            out.right = fmax(out.right, wanted.right);
        }
    }
    return out;
}

static void want_gutters(content *c, const cp_places *places)
{
    cp_arena scratch = { 0 };

    for (size_t i = 0; i < c->slide->item_count; i++) {
        const cp_figure_use *use = c->slide->items[i].use;
        cp_size size = { places->cells[i].width, places->cells[i].height - places->captions[i] };

        if (use && !c->slide->items[i].tabular)
            c->gutters[i] = cp_figure_gutters(use->figure, c->pages->env, size, &scratch);
        cp_arena_reset(&scratch);
    }
    cp_arena_free(&scratch);
}

static void add_table(content *c, const cp_places *places, size_t index, cp_rect body)
{
    cp_tabular_page page;

    if (!lay_table(c, index, places->cells[index].width, places->scales[index], &page))
        return;
    if (!c->slide->continued)
        cp_tabular_spread(&page, body.height);
    body.height = cp_tabular_height(&page);
    cp_page_piece(c->pages, c->page, CP_PIECE_TABLE, "table", body)->tabular = page;
}

static void add_item(content *c, const cp_places *places, size_t index)
{
    const cp_item *item = &c->slide->items[index];
    cp_rect body = add_caption(c, index, places->cells[index], places->captions[index]);

    if (item->tabular) {
        add_table(c, places, index, body);
    } else {
        cp_piece *piece = cp_page_piece(c->pages, c->page, CP_PIECE_FIGURE, "figure", body);

        piece->figure = item->use->figure;
        piece->alt = alt_of(c, item);
        piece->gutters = shared_gutters(c, places, index);
    }
}

/* Texts and items in the order they are written. */
static void add_body(content *c, const cp_places *places, int step)
{
    size_t group = 0;

    want_gutters(c, places);
    for (size_t i = 0; i < c->slide->item_count; i++) {
        for (; group < places->group_count && places->groups[group].from < c->slide->items[i].texts;
             group++)
            add_texts(c, &places->groups[group], step);
        add_item(c, places, i);
    }
    for (; group < places->group_count; group++)
        add_texts(c, &places->groups[group], step);
}

/* ---- a table that goes on ---- */

/* A copy of the slide whose last table has the rows from..to-1 only. */
static cp_slide *with_rows(const content *c, const cp_slide *slide, size_t from, size_t to)
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
    copy->continued = true;
    return copy;
}

/* What is left of the table, from row `from` on, as a further page. */
static cp_slide *further_page(const content *c, const cp_slide *slide, size_t from)
{
    cp_arena *arena = c->pages->env->arena;
    cp_slide *rest = with_rows(c, slide, from, slide->items[slide->item_count - 1].to);
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
    rest->part++;
    return rest;
}

static const cp_item *last_table(const cp_slide *slide)
{
    const cp_item *last = slide->item_count ? &slide->items[slide->item_count - 1] : NULL;

    return last && last->tabular ? last : NULL;
}

/* Whether the table's rows up to `to` fit with the rest of the slide. */
static bool rows_fit(content *c, const cp_slide *whole, const cp_plan *plan, size_t to)
{
    c->slide = with_rows(c, whole, last_table(whole)->from, to);
    c->task.slide = c->slide;
    return plan_fits(c, plan);
}

/* Where the page ends that takes the most rows of the last table. */
static size_t most_rows(content *c, const cp_slide *whole, const cp_plan *plan)
{
    const cp_item *table = last_table(whole);
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
    lay_table(c, whole->item_count - 1, places.cells[whole->item_count - 1].width, c->split_scale,
              &page);
    return cp_tabular_break(page.layout, page.from, cp_tabular_height(&page));
}

/*
 * A table that is too long: the page keeps the rows that fit, the others go on
 * to a further page, which is returned; NULL if not a single row fits a page of
 * its own.  Where less than two fit below the text, the whole table goes on.
 */
static const cp_slide *split_table(content *c, const cp_slide *whole, cp_plan plan)
{
    const cp_item *table = last_table(whole);
    size_t from = table->from, limit = table->to, end;
    bool alone = whole->item_count + whole->text_count == 1;

    if (limit > from + MOST_ROWS_ON_PAGE)
        limit = from + MOST_ROWS_ON_PAGE;
    if (whole->layout.side == CP_SIDE_AUTO && plan.side == CP_SIDE_LEFT)
        plan.side = CP_SIDE_TOP; /* a long table takes the whole width */
    plan.step = 0;
    end = most_rows(c, with_rows(c, whole, from, limit), &plan);
    if (end < from + 2 && !alone) {
        cp_slide *kept = with_rows(c, whole, from, from);

        kept->item_count--;
        c->slide = kept;
        return further_page(c, whole, from);
    }
    c->slide = with_rows(c, whole, from, end);
    return end > from ? further_page(c, whole, end) : NULL;
}

/* ---- the page ---- */

typedef struct solution {
    cp_plan plan;
    cp_places places;
} solution;

static solution solve(content *c)
{
    solution out;

    c->exact = false;
    want_all(c);
    out.plan = cp_arrange(&c->task);
    settle_step(c, &out.plan);
    out.places = cp_arrange_places(&c->task, &out.plan);
    return out;
}

/* Whether a long table below text got so small that it had better go on to a next page. */
static bool is_crowded(const content *c, const solution *found)
{
    const cp_tabular_style *style = &c->pages->env->style->table;

    return c->slide->text_count && c->slide->item_count == 1
           && found->places.scales[0] * style->body.size < style->smallest_beside;
}

/* The slide, or as much of it as fits: the rest is a further page. */
static solution solve_page(content *c, const cp_slide **rest)
{
    const cp_slide *whole = c->slide;
    const cp_item *table = last_table(whole);
    bool endless = table && table->to > table->from + MOST_ROWS_ON_PAGE;
    bool crowded;
    solution out;

    *rest = NULL;
    if (endless)
        c->slide = with_rows(c, whole, table->from, table->from + MOST_ROWS_ON_PAGE);
    out = solve(c);
    crowded = table && out.places.fits && !endless && is_crowded(c, &out);
    if (!table || (out.places.fits && !endless && !crowded))
        return out;
    *rest = split_table(c, whole, out.plan);
    if (crowded && (!*rest || !last_table(c->slide))) { /* not a row fits below the text */
        *rest = NULL;
        c->slide = whole;
        return solve(c);
    }
    if (!*rest) {
        c->split_scale = cp_tabular_least_scale(c->pages->env->style);
        *rest = split_table(c, whole, out.plan);
    }
    c->tall_row = !*rest;
    if (c->tall_row) {
        c->slide = whole;
        return out;
    }
    c->page->slide = c->slide;
    return solve(c);
}

/* The tables of Markdown are measured here, those of figures came so. */
static void measure_tables(const cp_pages *pages, const cp_slide *slide)
{
    const cp_figure_env *env = pages->env;

    for (size_t i = 0; i < slide->item_count; i++) {
        cp_item *item = &slide->items[i];

        if (item->tabular)
            continue;
        item->tabular = item->table ? cp_tabular_new(env->arena, env->fonts, env->style,
                                                     item->table, env->report)
                                    : cp_figure_tabular(item->use->figure);
        if (item->tabular)
            item->to = cp_tabular_spec_of(item->tabular)->rows;
    }
}

static content begin(cp_pages *pages, cp_page *page, const cp_slide *slide)
{
    const cp_chart_style *chart = &pages->env->style->chart;
    content c = { .pages = pages,
                  .page = page,
                  .slide = slide,
                  .body = cp_page_body(pages, slide),
                  .signs = { chart->up_text, chart->down_text },
                  .split_scale = 1,
                  .least_step = CP_FLOW_LARGEST };

    for (size_t i = 0; i < pages->alike_count; i++)
        if (pages->alike[i].class == slide->class)
            c.least_step = pages->alike[i].step;
    c.notes = cp_notes_set(pages, slide, body_of(&c).width);
    return c;
}

static void add_all(content *c, const solution *found)
{
    cp_rect body = body_of(c);

    if (c->tall_row)
        tell_tall_row(c, c->slide);
    else if (found->places.text_miss > 0.01 && c->slide->text_count)
        tell_text_overflow(c, &found->plan, &found->places);
    else if (found->places.short_item != SIZE_MAX)
        tell_short_item(c, &found->places);
    else
        add_body(c, &found->places, found->plan.step);
    cp_notes_add(c->pages, c->page, &c->notes, body.x, body.y + body.height);
}

/* Lay one page; `*rest` is what it could not take. */
static bool lay_page(cp_pages *pages, const cp_slide *slide, const cp_slide **rest)
{
    cp_page *page = cp_page_new(pages, slide, pages->env->style->page.background);
    int errors = pages->env->report->errors;
    bool framed = slide->kind != CP_SLIDE_BLANK;
    content c = begin(pages, page, slide);

    page->facts.bookmark = slide->part ? 0 : slide->section ? 2 : 1;
    page->facts.label = cp_str_printf(pages->env->arena, "%zu", page->number);
    if (framed)
        cp_head_lay(pages, page);

    solution found = solve_page(&c, rest);

    cp_page_name_figures(pages, page);
    add_all(&c, &found);
    if (framed)
        cp_foot_lay(pages, page);
    return pages->env->report->errors == errors;
}

bool cp_content_lay(cp_pages *pages, const cp_slide *slide)
{
    bool ok = true;

    measure_tables(pages, slide);
    while (slide) {
        const cp_slide *rest;

        ok = lay_page(pages, slide, &rest) && ok;
        slide = rest;
    }
    return ok;
}

/* ---- slides of a class alike ---- */

static void note_step(cp_pages *pages, const cp_slide_class *class, int step)
{
    size_t i = 0;

    while (i < pages->alike_count && pages->alike[i].class != class)
        i++;
    if (i == pages->alike_count)
        pages->alike[pages->alike_count++] = (cp_class_step){ class, step };
    else if (pages->alike[i].step < step)
        pages->alike[i].step = step;
}

/* The step that a slide would take by itself; false where it has no text that fits. */
static bool own_step(cp_pages *pages, const cp_slide *slide, int *step)
{
    cp_page page = { .slide = slide };
    content c = begin(pages, &page, slide);
    const cp_slide *rest;
    solution found;

    if (!c.body.alike || !slide->text_count)
        return false;
    measure_tables(pages, slide);
    c.least_step = CP_FLOW_LARGEST;
    found = solve_page(&c, &rest);
    *step = found.plan.step;
    return found.places.fits;
}

/* The fullest slide of a class decides; one that overflows is told when it is laid. */
void cp_content_align(cp_pages *pages)
{
    for (const cp_slide *slide = pages->slides->first; slide; slide = slide->next) {
        int step;

        if ((slide->kind == CP_SLIDE_CONTENT || slide->kind == CP_SLIDE_BLANK)
            && own_step(pages, slide, &step))
            note_step(pages, slide->class, step);
    }
}
