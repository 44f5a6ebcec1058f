/* content_place.c - pieces of ink for what was arranged. */
#include "deck/content.h"

#include <math.h>

/* What an item shows, in words: as the deck says it, its own file, or else its caption. */
static cp_str alt_of(const cp_content *c, const cp_item *item)
{
    if (item->alt.size)
        return item->alt;
    return item->use->figure->alt.size ? item->use->figure->alt : cp_page_caption(c->pages, item);
}

static void add_number(cp_content *c, const cp_flow_piece *piece, const cp_block *block,
                       cp_rect box)
{
    if (piece->number)
        cp_page_text(c->pages, c->page, "ordinal", piece->number, box.x + piece->number_x,
                     box.y + piece->y)
            ->block
            = block;
}

static void add_texts(cp_content *c, const cp_text_group *group, int step)
{
    const cp_figure_env *env = c->pages->env;
    cp_flow flow = cp_content_flow(c, group->from, group->to);
    cp_rect box = group->box;
    cp_flow_set set
        = cp_flow_lay(env->arena, env->fonts, &c->body, &flow, box.width, step, env->report);

    cp_flow_stretch(&set, &flow, &c->body, box.height);
    for (size_t i = 0; i < set.count; i++) {
        const cp_flow_piece *piece = &set.piece[i];
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
static cp_rect add_caption(cp_content *c, size_t item, cp_rect cell, double height)
{
    const cp_caption_style *style = &c->pages->env->style->caption;
    cp_text *text = c->captions[item];
    double rule_y = cell.y + height - style->body_gap - style->rule.width;

    if (text) {
        if (cp_text_size(text).width > cell.width)
            text = cp_content_caption(c, item, cell.width);
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
static cp_gutters shared_gutters(const cp_content *c, const cp_places *places, size_t item)
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

static void want_gutters(cp_content *c, const cp_places *places)
{
    cp_arena scratch = { 0 };

    for (size_t i = 0; i < c->slide->item_count; i++) {
        const cp_figure_use *use = c->slide->items[i].use;
        cp_size size = { places->cells[i].width,
                         places->cells[i].height - places->captions[i] - places->sources[i] };

        if (use && !c->slide->items[i].tabular)
            c->gutters[i] = cp_figure_gutters(use->figure, c->pages->env, size, &scratch);
        cp_arena_reset(&scratch);
    }
    cp_arena_free(&scratch);
}

static void add_table(cp_content *c, const cp_places *places, size_t index, cp_rect body)
{
    cp_tabular_page page;

    if (!cp_content_lay_table(c, index, places->cells[index].width, places->scales[index], &page))
        return;
    if (c->slide->split_scale <= 0)
        cp_tabular_spread(&page, body.height);
    body.height = cp_tabular_height(&page);
    cp_page_piece(c->pages, c->page, CP_PIECE_TABLE, "table", body)->tabular = page;
}

/* Rule, and the source below it; the bars of a row begin level. */
static void add_source(cp_content *c, size_t item, cp_rect cell, double height)
{
    const cp_caption_style *style = &c->pages->env->style->caption;
    cp_text *text = c->sources[item];
    double rule_y = cell.y + cell.height - height + style->rule_gap;

    if (!text)
        return;
    if (cp_text_size(text).width > cell.width)
        text = cp_content_source(c, item, cell.width);
    cp_page_rule(c->pages, c->page, "source-rule", cell.x, rule_y, cell.width, &style->rule);
    cp_page_text(c->pages, c->page, "source", text, cell.x,
                 rule_y + style->rule.width + style->rule_gap);
}

/* As large as it must be to fill the box, its proportions kept. */
static cp_rect filling(cp_rect box, double aspect, cp_point kept)
{
    double width = fmax(box.width, box.height * aspect), height = width / aspect;

    return (cp_rect){ box.x - (width - box.width) * kept.x, box.y - (height - box.height) * kept.y,
                      width, height };
}

static void add_item(cp_content *c, const cp_places *places, size_t index)
{
    const cp_item *item = &c->slide->items[index];
    cp_rect body = add_caption(c, index, places->cells[index], places->captions[index]);

    body = cp_rect_inset(body, 0, 0, places->sources[index], 0);

    if (item->tabular) {
        add_table(c, places, index, body);
    } else {
        cp_piece *piece = cp_page_piece(c->pages, c->page, CP_PIECE_FIGURE, "figure", body);

        piece->figure = item->use->figure;
        piece->alt = alt_of(c, item);
        piece->gutters = shared_gutters(c, places, index);
        if (item->crop)
            piece->whole
                = filling(body, cp_figure_aspect(item->use->figure, c->pages->env), item->kept);
    }
    add_source(c, index, places->cells[index], places->sources[index]);
}

void cp_content_place(cp_content *c, const cp_places *places, int step)
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
