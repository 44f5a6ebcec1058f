/* content.c - a slide of text and figures becomes a page, or several. */
#include "deck/content.h"

#include <math.h>
#include <stdint.h>

/* ---- the size of the text ---- */

bool cp_content_fits(cp_content *c, const cp_plan *plan)
{
    return cp_arrange_places(&c->task, plan).fits;
}

static bool is_beside(const cp_plan *plan)
{
    return plan->side == CP_SIDE_LEFT || plan->side == CP_SIDE_RIGHT;
}

/* How far a text may grow: to the largest size on a page of its own, half the way
 * in a column beside figures, not at all where it takes room from them. */
static int largest_step(const cp_content *c, const cp_plan *plan)
{
    int largest = is_beside(plan) ? CP_FLOW_LARGEST / 2 : 0;

    if (!c->slide->item_count)
        largest = CP_FLOW_LARGEST;
    return largest > c->least_step ? largest : c->least_step;
}

static bool is_as_good(cp_content *c, const cp_plan *plan, const cp_plan *other)
{
    cp_places places = cp_arrange_places(&c->task, plan);

    return places.fits && places.score <= cp_arrange_places(&c->task, other).score + 1e-9;
}

/* The estimate gave a step; the real lines say whether it is one off. */
static void settle_step(cp_content *c, cp_plan *plan)
{
    int largest = largest_step(c, plan);

    if (plan->step < c->least_step)
        plan->step = c->least_step;
    /* A text of many pages is not worth setting. */
    c->exact = cp_arrange_places(&c->task, plan).text_miss < 2 * c->task.body.height;
    if (!c->exact)
        return;
    while (plan->step < CP_FLOW_TIGHTEST && !cp_content_fits(c, plan))
        plan->step++;
    while (plan->step > largest) {
        cp_plan larger = *plan;

        larger.step--;
        if (!is_as_good(c, &larger, plan))
            break;
        *plan = larger;
    }
}

/* ---- findings ---- */

static void tell_text_overflow(cp_content *c, const cp_plan *plan, const cp_places *places)
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

static const char *item_words(const cp_content *c, size_t index)
{
    const cp_item *item = &c->slide->items[index];

    return item->use ? item->use->path : "the table";
}

static void tell_short_item(cp_content *c, const cp_places *places)
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

static void tell_tall_row(cp_content *c, const cp_slide *whole)
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

/* ---- the page ---- */

static cp_content begin(cp_pages *pages, cp_page *page, const cp_slide *slide)
{
    const cp_chart_style *chart = &pages->env->style->chart;
    cp_content c = { .pages = pages,
                     .page = page,
                     .slide = slide,
                     .body = cp_page_body(pages, slide),
                     .signs = { chart->up_text, chart->down_text },
                     .split_scale = slide->split_scale > 0 ? slide->split_scale : 1,
                     .least_step = CP_FLOW_LARGEST };

    for (size_t i = 0; i < pages->alike_count; i++)
        if (pages->alike[i].class == slide->class)
            c.least_step = pages->alike[i].step;
    c.notes = cp_notes_set(pages, slide, cp_content_body(&c).width);
    return c;
}

typedef struct solution {
    cp_plan plan;
    cp_places places;
} solution;

static solution solve(cp_content *c)
{
    solution out;

    c->exact = false;
    cp_content_want(c);
    out.plan = cp_arrange(&c->task);
    settle_step(c, &out.plan);
    out.places = cp_arrange_places(&c->task, &out.plan);
    return out;
}

/* Whether a long table below text got so small that it had better go on to a next page. */
static bool is_crowded(const cp_content *c, const solution *found)
{
    const cp_tabular_style *style = &c->pages->env->style->table;

    return c->slide->text_count && c->slide->item_count == 1
           && found->places.scales[0] * style->body.size < style->smallest_beside;
}

/* Whether what is left of a slide is one page. */
static bool is_one_page(const cp_content *c, const cp_slide *rest)
{
    const cp_item *table = cp_content_last_table(rest);
    cp_content page = begin(c->pages, c->page, rest);

    return (!table || table->to <= table->from + CP_MOST_ROWS_ON_PAGE) && solve(&page).places.fits;
}

/* Part the slide; a table on two pages gets as large as two pages allow. */
static const cp_slide *split(cp_content *c, const cp_slide *whole, const cp_plan *plan)
{
    const cp_slide *rest = cp_content_split(c, whole, *plan), *kept = c->slide;

    if (!rest || whole->split_scale > 0 || !cp_content_last_table(kept) || !is_one_page(c, rest))
        return rest;
    for (c->split_scale = cp_tabular_most_scale(c->pages->env->style); c->split_scale > 1;
         c->split_scale -= cp_table_step) {
        const cp_slide *larger = cp_content_split(c, whole, *plan);

        if (larger && cp_content_last_table(c->slide) && is_one_page(c, larger))
            return larger;
    }
    c->split_scale = 1;
    c->slide = kept;
    return rest;
}

/* The slide, or as much of it as fits: the rest is a further page. */
static solution solve_page(cp_content *c, const cp_slide **rest)
{
    const cp_slide *whole = c->slide;
    const cp_item *table = cp_content_last_table(whole);
    bool endless = table && table->to > table->from + CP_MOST_ROWS_ON_PAGE;
    bool crowded;
    solution out;

    *rest = NULL;
    if (endless)
        c->slide = cp_content_with_rows(c, whole, table->from, table->from + CP_MOST_ROWS_ON_PAGE);
    out = solve(c);
    crowded = table && out.places.fits && !endless && is_crowded(c, &out);
    if (!table || (out.places.fits && !endless && !crowded))
        return out;
    *rest = split(c, whole, &out.plan);
    if (crowded
        && (!*rest || !cp_content_last_table(c->slide))) { /* not a row fits below the text */
        *rest = NULL;
        c->slide = whole;
        return solve(c);
    }
    if (!*rest) {
        c->split_scale = cp_tabular_least_scale(c->pages->env->style);
        *rest = cp_content_split(c, whole, out.plan);
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

static void add_all(cp_content *c, const solution *found)
{
    cp_rect body = cp_content_body(c);

    if (c->tall_row)
        tell_tall_row(c, c->slide);
    else if (found->places.text_miss > 0.01 && c->slide->text_count)
        tell_text_overflow(c, &found->plan, &found->places);
    else if (found->places.short_item != SIZE_MAX)
        tell_short_item(c, &found->places);
    else
        cp_content_place(c, &found->places, found->plan.step);
    cp_notes_add(c->pages, c->page, &c->notes, body.x, body.y + body.height);
}

/* Lay one page; `*rest` is what it could not take. */
static bool lay_page(cp_pages *pages, const cp_slide *slide, const cp_slide **rest)
{
    cp_page *page = cp_page_new(pages, slide, pages->env->style->page.background);
    int errors = pages->env->report->errors;
    bool framed = slide->kind != CP_SLIDE_BLANK;
    cp_content c = begin(pages, page, slide);

    page->facts.bookmark = slide->part ? 0 : slide->section ? 2 : 1;
    page->facts.label = cp_str_printf(pages->env->arena, "%zu", page->number);
    if (framed)
        cp_head_lay(pages, page);

    solution found = solve_page(&c, rest);

    cp_page_count_figures(page);
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
    cp_content c = begin(pages, &page, slide);
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
            && cp_slide_is_whole(slide) && own_step(pages, slide, &step))
            note_step(pages, slide->class, step);
    }
}
