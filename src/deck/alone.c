#include "deck/alone.h"

#include "deck/draw.h"
#include "deck/page.h"

#include <math.h>

static const double rounding = 0.01;     /* points that sums of sizes may lose */
static const double tall_enough = 10000; /* points; more than any caption takes */

static cp_slide slide_of(const cp_figure *figure, const cp_figure_env *env)
{
    cp_figure_use *use = cp_new(env->arena, cp_figure_use);
    cp_item *item = cp_new(env->arena, cp_item);

    *use = (cp_figure_use){ .figure = (cp_figure *)figure, .place = figure->place };
    *item = (cp_item){ .use = use, .place = figure->place };
    return (cp_slide){ .class = cp_slide_class_find("alone"),
                       .place = figure->place,
                       .items = item,
                       .item_count = 1 };
}

/* Caption and rule at the box's top; what is left of the box. */
static cp_rect lay_caption(cp_pages *pages, cp_page *page, cp_rect box)
{
    const cp_figure_env *env = pages->env;
    const cp_caption_style *style = &env->style->caption;
    const cp_item *item = &page->slide->items[0];
    cp_span span = { .text = cp_page_caption(pages, item), .place = cp_page_caption_place(item) };
    cp_text_box wrap = { .width = box.width };
    cp_text *text;
    double height;

    if (!span.text.size)
        return box;
    text = cp_text_set(env->arena, env->fonts, &style->text, &wrap, &span, 1, env->report);
    height = cp_text_size(text).height + style->rule_gap;
    cp_page_text(pages, page, "caption", text, box.x, box.y);
    cp_page_rule(pages, page, "caption-rule", box.x, box.y + height, box.width, &style->rule);
    return cp_rect_inset(box, height + style->rule.width + style->body_gap, 0, 0, 0);
}

static cp_rect lay_source(cp_pages *pages, cp_page *page, cp_rect box)
{
    const cp_figure_env *env = pages->env;
    const cp_style *style = env->style;
    cp_span span = { .text = cp_page_source(pages, page->slide),
                     .place = cp_page_source_place(page->slide) };
    cp_text_box wrap = { .width = box.width };
    cp_text *text;
    double height;

    if (!span.text.size)
        return box;
    text = cp_text_set(env->arena, env->fonts, &style->foot.source, &wrap, &span, 1, env->report);
    height = cp_text_size(text).height;
    cp_page_text(pages, page, "source", text, box.x, box.y + box.height - height);
    return cp_rect_inset(box, 0, 0, height + style->caption.body_gap, 0);
}

/* A page with caption and source line as asked; `rest` is what is left for the figure. */
static cp_page *lay_frame(cp_pages *pages, const cp_slide *slide, const cp_alone *alone,
                          cp_rect *rest)
{
    const cp_style *style = pages->env->style;
    double margin = style->chart.margin;
    cp_color nothing = { 0 };
    cp_page *page
        = cp_page_new(pages, slide, alone->transparent ? nothing : style->page.background);
    cp_rect box = { 0, 0, alone->size.width, alone->size.height };

    box = cp_rect_inset(box, margin, margin, margin, margin);
    if (alone->title)
        box = lay_caption(pages, page, box);
    if (alone->source)
        box = lay_source(pages, page, box);
    *rest = box;
    return page;
}

static bool lay_figure(cp_pages *pages, cp_page *page, const cp_figure *figure, cp_rect box,
                       cp_arena *scratch)
{
    const cp_figure_env *env = pages->env;
    cp_size least = { box.width, cp_figure_least_height(figure, env, box.width) };
    cp_piece *piece = cp_page_piece(pages, page, CP_PIECE_FIGURE, "figure", box);

    piece->figure = figure;
    piece->alt = figure->alt;
    if (isinf(least.height))
        least = cp_figure_least(figure, env);
    if (box.width < least.width - rounding || box.height < least.height - rounding)
        return cp_fail(env->report, figure->place,
                       "the picture is too small: the figure needs %.0f x %.0f pt, there are "
                       "%.0f x %.0f",
                       least.width, least.height, box.width, box.height);
    piece->gutters = cp_figure_gutters(figure, env, (cp_size){ box.width, box.height }, scratch);
    return true;
}

/* The width that the figure takes, without the margins; the rest of `tall` is its height. */
cp_size cp_alone_fit(const cp_figure *figure, const cp_figure_env *env, const cp_deck_facts *facts,
                     const cp_alone *alone)
{
    double margins = 2 * env->style->chart.margin;
    cp_size own = cp_figure_natural(figure, env, alone->most - margins);
    cp_size least = cp_figure_least(figure, env);
    double width = own.width > 0 ? own.width : fmax(alone->size.width - margins, least.width);
    cp_slide slide = slide_of(figure, env);
    cp_pages pages = { .env = env, .facts = facts };
    cp_alone tall = *alone;
    cp_rect rest;

    tall.size = (cp_size){ width + margins, tall_enough };
    lay_frame(&pages, &slide, &tall, &rest);
    if (own.width > 0)
        return (cp_size){ tall.size.width, tall_enough - rest.height + own.height };
    least.height = cp_figure_least_height(figure, env, rest.width);
    return (cp_size){ tall.size.width,
                      fmax(alone->size.height, tall_enough - rest.height + least.height) };
}

bool cp_alone_draw(const cp_figure *figure, const cp_figure_env *env, const cp_deck_facts *facts,
                   const cp_alone *alone, cairo_t *cr, cp_arena *scratch)
{
    int errors = env->report->errors;
    cp_slide slide = slide_of(figure, env);
    cp_pages pages = { .env = env, .facts = facts };
    cp_rect box;
    cp_page *page = lay_frame(&pages, &slide, alone, &box);

    if (!lay_figure(&pages, page, figure, box, scratch))
        return false;
    cp_page_draw(page, env, 0, cr, scratch, NULL);
    return env->report->errors == errors;
}
