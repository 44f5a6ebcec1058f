/* cards.c - big numbers side by side: each with its unit, what it is, and a remark. */
#include "figure/cards.h"

#include <math.h>

#include "base/color.h"

static const cp_field card_fields[] = {
    { .key = "value",
      .type = CP_FIELD_TEXT,
      .offset = offsetof(cp_card, value_text),
      .fallback = "!",
      .help = "the number, or a short word" },
    { .key = "unit",
      .type = CP_FIELD_TEXT,
      .offset = offsetof(cp_card, unit_text),
      .help = "its unit, smaller" },
    { .key = "label",
      .type = CP_FIELD_TEXT,
      .offset = offsetof(cp_card, label_text),
      .help = "what it is" },
    { .key = "note",
      .type = CP_FIELD_TEXT,
      .offset = offsetof(cp_card, note_text),
      .help = "a remark below" },
    { .key = "color",
      .type = CP_FIELD_TEXT,
      .offset = offsetof(cp_card, color_text),
      .help = "of the number: a colour's name, #RRGGBB, or a number of the palette" },
    { 0 },
};

static const cp_field cards_fields[] = {
    { .key = "items",
      .type = CP_FIELD_NODE,
      .offset = offsetof(cp_cards, items),
      .fields = card_fields,
      .help = "the cards: a list" },
    CP_ROW_FIELDS(cp_cards, source),
    { .key = "columns",
      .type = CP_FIELD_INT,
      .offset = offsetof(cp_cards, columns),
      .least = 1,
      .most = CP_CARDS_MOST,
      .help = "cards in a row; default: as many as make the text largest" },
    { .key = "format",
      .type = CP_FIELD_FORMAT,
      .offset = offsetof(cp_cards, format),
      .help = "how numbers from a query are written" },
    { 0 },
};

static bool read_items(cp_cards *spec, const cp_figure_env *env)
{
    const cp_node *list = spec->items;
    bool ok = true;

    if (list->kind != CP_NODE_LIST || list->count == 0)
        return cp_fail(env->report, list->place,
                       "expected a list of cards such as - {value: 300+, unit: 城}, found %s",
                       list->kind == CP_NODE_LIST ? "none" : cp_node_kind_name(list));
    if (list->count > CP_CARDS_MOST)
        return cp_fail(env->report, list->place, "%zu cards; at most %d can be big", list->count,
                       CP_CARDS_MOST);
    spec->cards = cp_new_array(env->arena, cp_card, list->count);
    for (const cp_node *node = list->first; node; node = node->next) {
        cp_card *it = &spec->cards[spec->count++];

        if (node->kind != CP_NODE_MAP) {
            ok = cp_fail(env->report, node->place,
                         "expected a card such as {value: 300+}, found %s",
                         cp_node_kind_name(node));
            continue;
        }
        ok = cp_fields_read(env->arena, card_fields, NULL, node, it, env->report) && ok;
        it->place = node->place;
        it->color_place = cp_field_place(node, "color");
    }
    return ok;
}

static bool cards_read(cp_figure *figure, const cp_node *map, const cp_figure_env *env)
{
    cp_cards *spec = figure->spec;
    static const char *const others[] = { "data", "sql", "rows" };

    spec->map = map;
    if (!spec->items)
        return cp_row_source_read(&spec->source, figure, map, env);
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        if (cp_node_child(map, others[i]))
            return cp_fail(env->report, cp_field_place(map, others[i]),
                           "cards come by `items` or by `%s`, not by both", others[i]);
    return read_items(spec, env);
}

static double draw_broken(const cp_words *words, const cp_canvas *canvas, const cp_cards_grid *g,
                          double gap, double x, double y)
{
    double scale = cp_cards_words_scale(words, g->scale, canvas->env->style);
    cp_text *text;

    if (words->text.size == 0)
        return y;
    y += gap * g->scale;
    text = cp_words_set(words, canvas->env, canvas->page, scale, g->text_width,
                        canvas->env->style->cards.line_height);
    cp_canvas_text(canvas, text, x, y);
    return y + cp_text_size(text).height;
}

/* Number and unit on one baseline; gives where the next line begins. */
static double draw_number(const cp_card *it, const cp_canvas *canvas, const cp_cards_grid *g,
                          cp_color color, double x, double y)
{
    const cp_style *style = canvas->env->style;
    double unit_scale = cp_cards_words_scale(&it->unit, g->scale, style), base;
    cp_words value = it->value, unit = it->unit;
    cp_text *text;

    value.ink.color = unit.ink.color = color;
    text = cp_words_set(&value, canvas->env, canvas->page, g->scale, 0, 0);
    base = y + cp_text_baseline(text);
    cp_canvas_text(canvas, text, x, y);
    if (unit.text.size > 0) {
        x += cp_text_size(text).width + cp_cards_unit_gap(it, style, g->scale);
        text = cp_words_set(&unit, canvas->env, canvas->page, unit_scale, 0, 0);
        cp_canvas_text(canvas, text, x, base - cp_text_baseline(text));
    }
    return y + cp_cards_number_height(it, style, g->scale);
}

/* Large bold text reads at two thirds of the contrast (WCAG 2, 1.4.3). */
static const double large = 2.0 / 3;

static void draw_card(const cp_card *it, const cp_canvas *canvas, const cp_cards_grid *g,
                      cp_rect rect)
{
    const cp_style *style = canvas->env->style;
    const cp_cards_style *own = &style->cards;
    cp_color color = it->has_color ? it->color : own->value.color;
    cp_rect bar = { rect.x, rect.y, own->accent, rect.height };
    double x = rect.x + own->accent + own->pad_x * g->scale;
    double y = rect.y + (rect.height - g->content) / 2;
    double contrast = style->contrast * large;

    cp_canvas_fill(canvas, rect, own->fill);
    cp_canvas_fill(canvas, bar, color);
    cp_canvas_note(canvas, "card", rect);
    y = draw_number(it, canvas, g, cp_color_readable(color, own->fill, contrast), x, y);
    y = draw_broken(&it->label, canvas, g, own->label_gap, x, y);
    draw_broken(&it->note, canvas, g, own->note_gap, x, y);
}

static void cards_draw(const cp_figure *figure, const cp_figure_env *env, cp_rect box,
                       cp_gutters gutters, cairo_t *cr, cp_arena *page, cp_buf *dump)
{
    const cp_cards *spec = figure->spec;
    const cp_cards_style *style = &env->style->cards;
    cp_canvas canvas = { env, cr, page, dump };
    cp_rect inner = cp_rect_inset(box, gutters.top, gutters.right, gutters.bottom, gutters.left);
    cp_cards_grid g = cp_cards_choose(spec, env, page, inner);
    double spare;

    cp_canvas_note(&canvas, "box", inner);
    if (g.columns == 0) {
        cp_fail(env->report, figure->place, "cards: no room for them");
        return;
    }
    spare = (inner.height - cp_cards_height(&g, style)) / (double)g.rows;
    g.card.height += fmin(spare, (style->widest_card - 1) * g.card.height);
    inner.y += (inner.height - cp_cards_height(&g, style)) / 2;
    for (size_t i = 0; i < spec->count; i++) {
        cp_rect rect = { inner.x + (double)(i % g.columns) * (g.card.width + style->gap),
                         inner.y + (double)(i / g.columns) * (g.card.height + style->gap),
                         g.card.width, g.card.height };

        draw_card(&spec->cards[i], &canvas, &g, rect);
    }
}

const cp_figure_class cp_figure_cards = {
    .name = "cards",
    .summary = "big numbers side by side",
    .fields = cards_fields,
    .spec_size = sizeof(cp_cards),
    .read = cards_read,
    .load = cp_cards_load,
    .check = cp_cards_check,
    .least = cp_cards_least,
    .least_height = cp_cards_least_height,
    .draw = cards_draw,
};
