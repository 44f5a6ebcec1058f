/* content_want.c - what texts, figures and tables ask of the arrangement. */
#include "deck/content.h"

#include <math.h>

cp_text *cp_content_caption(const cp_content *c, size_t index, double width)
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

/* What stands below a figure, where the style has its source there. */
cp_text *cp_content_source(const cp_content *c, size_t index, double width)
{
    const cp_figure_env *env = c->pages->env;
    const cp_item *item = &c->slide->items[index];
    cp_text_box box = { .width = width, .latin_gap = c->body.latin_gap };
    cp_span span = { .text = cp_page_item_source(c->pages, c->slide, index),
                     .place = item->use ? item->use->figure->source_place : item->place };

    return span.text.size ? cp_text_set(env->arena, env->fonts, &env->style->foot.source, &box,
                                        &span, 1, env->report)
                          : NULL;
}

cp_flow cp_content_flow(const cp_content *c, size_t from, size_t to)
{
    return (cp_flow){ c->slide->texts + from, to - from, c->slide->signs ? &c->signs : NULL };
}

/* Most texts are set several times before one setting stays: no other is kept. */
static double try_text(const cp_content *c, const cp_flow *flow, double width, int step)
{
    cp_arena arena = { 0 };
    cp_report unheard = { .arena = &arena };
    double height
        = cp_flow_lay(&arena, c->pages->env->fonts, &c->body, flow, width, step, &unheard).height;

    cp_arena_free(&arena);
    return height;
}

static double text_height(void *context, cp_text_group group, double width, int step)
{
    cp_content *c = context;
    cp_flow flow = cp_content_flow(c, group.from, group.to);

    if (!c->exact)
        return cp_flow_estimate(&flow, &c->body, width, step);
    for (cp_tried_text *tried = c->texts; tried; tried = tried->next)
        if (tried->from == group.from && tried->to == group.to && tried->step == step
            && fabs(tried->width - width) < 0.01)
            return tried->height;

    cp_tried_text *tried = cp_new(c->pages->env->arena, cp_tried_text);

    *tried = (cp_tried_text){ .from = group.from,
                              .to = group.to,
                              .width = width,
                              .step = step,
                              .height = try_text(c, &flow, width, step),
                              .next = c->texts };
    c->texts = tried;
    return tried->height;
}

bool cp_content_lay_table(const cp_content *c, size_t item, double width, double scale,
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

    return cp_content_lay_table(context, item, width, scale, &page) ? cp_tabular_height(&page)
                                                                    : INFINITY;
}

static double figure_height(void *context, size_t item, double width)
{
    cp_content *c = context;
    const cp_figure_env *env = c->pages->env;

    for (cp_asked_height *asked = c->heights; asked; asked = asked->next)
        if (asked->item == item && fabs(asked->width - width) < 0.01)
            return asked->height;

    cp_asked_height *asked = cp_new(env->arena, cp_asked_height);

    *asked = (cp_asked_height){
        .item = item,
        .width = width,
        .height = cp_figure_least_height(c->slide->items[item].use->figure, env, width),
        .next = c->heights,
    };
    c->heights = asked;
    return asked->height;
}

static void want_item(cp_content *c, size_t index)
{
    const cp_figure_env *env = c->pages->env;
    const cp_item *item = &c->slide->items[index];
    cp_want *want = &c->wants[index];

    c->captions[index] = cp_content_caption(c, index, 0);
    c->sources[index] = cp_content_source(c, index, 0);
    want->caption_width = c->captions[index] ? cp_text_size(c->captions[index]).width : 0;
    want->source_width = c->sources[index] ? cp_text_size(c->sources[index]).width : 0;
    want->table = item->tabular != NULL;
    if (item->use && !item->tabular) {
        want->least = cp_figure_least(item->use->figure, env);
        want->reflows = item->use->figure->class->least_height != NULL;
        want->aspect = cp_figure_aspect(item->use->figure, env);
    }
    if (item->crop) { /* any box will do that is not too narrow either way */
        want->least.width = fmin(want->least.width, want->least.height);
        want->aspect = 0;
    }
}

cp_rect cp_content_body(const cp_content *c)
{
    const cp_page_style *page = &c->pages->env->style->page;
    double width = page->width - page->left - page->right;

    if (c->slide->kind == CP_SLIDE_BLANK)
        return (cp_rect){ page->left, page->right, width, page->height - 2 * page->right };
    return (cp_rect){ page->left, page->top, width, page->bottom - page->top };
}

void cp_content_want(cp_content *c)
{
    const cp_figure_env *env = c->pages->env;
    cp_text *sample = cp_text_line(env->arena, env->fonts, &env->style->caption.text, CP_STR("A"),
                                   c->slide->place, env->report);

    cp_text *source = cp_text_line(env->arena, env->fonts, &env->style->foot.source, CP_STR("A"),
                                   c->slide->place, env->report);

    for (size_t i = 0; i < c->slide->item_count; i++)
        want_item(c, i);
    c->task = (cp_task){ .slide = c->slide,
                         .style = env->style,
                         .text = &c->body,
                         .body = cp_rect_inset(cp_content_body(c), 0, 0, c->notes.height, 0),
                         .wants = c->wants,
                         .caption_line = cp_text_size(sample).height,
                         .source_line = cp_text_size(source).height,
                         .text_height = text_height,
                         .table_height = table_height,
                         .figure_height = figure_height,
                         .least_scale = cp_tabular_least_scale(env->style),
                         .most_scale = cp_tabular_most_scale(env->style),
                         .context = c };
    if (c->slide->split_scale > 0)
        c->task.least_scale = c->task.most_scale = c->slide->split_scale;
}
