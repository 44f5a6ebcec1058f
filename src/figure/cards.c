/* cards.c - big numbers side by side: each with its unit, what it is, and a remark. */
#include "figure/figure.h"

#include <math.h>

#include "base/color.h"
#include "figure/color.h"
#include "figure/rows.h"
#include "figure/value.h"
#include "figure/words.h"

/* Who shows more than a dozen numbers wants a table. */
enum { MOST_CARDS = 12 };

typedef struct card {
    cp_str value_text, unit_text, label_text, note_text, color_text; /* as given */
    cp_place color_place;
    cp_place place;
    bool has_color;
    cp_color color;
    cp_words value, unit, label, note;
    double label_width, note_width; /* least, at the style's sizes: where lines cannot break */
} card;

typedef struct cards_spec {
    cp_row_source source;
    cp_node *items;
    int columns;
    cp_number_format format;
    const cp_node *map;
    size_t count;
    card *cards;
} cards_spec;

static const cp_field card_fields[] = {
    { .key = "value",
      .type = CP_FIELD_TEXT,
      .offset = offsetof(card, value_text),
      .fallback = "!",
      .help = "the number, or a short word" },
    { .key = "unit",
      .type = CP_FIELD_TEXT,
      .offset = offsetof(card, unit_text),
      .help = "its unit, smaller" },
    { .key = "label",
      .type = CP_FIELD_TEXT,
      .offset = offsetof(card, label_text),
      .help = "what it is" },
    { .key = "note",
      .type = CP_FIELD_TEXT,
      .offset = offsetof(card, note_text),
      .help = "a remark below" },
    { .key = "color",
      .type = CP_FIELD_TEXT,
      .offset = offsetof(card, color_text),
      .help = "of the number: a colour's name, #RRGGBB, or a number of the palette" },
    { 0 },
};

static const cp_field cards_fields[] = {
    { .key = "items",
      .type = CP_FIELD_NODE,
      .offset = offsetof(cards_spec, items),
      .fields = card_fields,
      .help = "the cards: a list" },
    CP_ROW_FIELDS(cards_spec, source),
    { .key = "columns",
      .type = CP_FIELD_INT,
      .offset = offsetof(cards_spec, columns),
      .least = 1,
      .most = MOST_CARDS,
      .help = "cards in a row; default: as many as make the text largest" },
    { .key = "format",
      .type = CP_FIELD_FORMAT,
      .offset = offsetof(cards_spec, format),
      .help = "how numbers from a query are written" },
    { 0 },
};

static bool read_items(cards_spec *spec, const cp_figure_env *env)
{
    const cp_node *list = spec->items;
    bool ok = true;

    if (list->kind != CP_NODE_LIST || list->count == 0)
        return cp_fail(env->report, list->place,
                       "expected a list of cards such as - {value: 300+, unit: 城}, found %s",
                       list->kind == CP_NODE_LIST ? "none" : cp_node_kind_name(list));
    if (list->count > MOST_CARDS)
        return cp_fail(env->report, list->place, "%zu cards; at most %d can be big", list->count,
                       MOST_CARDS);
    spec->cards = cp_new_array(env->arena, card, list->count);
    for (const cp_node *node = list->first; node; node = node->next) {
        card *it = &spec->cards[spec->count++];

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
    cards_spec *spec = figure->spec;
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

static cp_str cell_of(const cp_figure_env *env, const cp_table *table, const char *name, size_t row)
{
    const cp_column *column = cp_table_column(table, cp_str_from(name));

    return column ? cp_cell_plain(env->arena, column, row) : CP_STR("");
}

static bool fill_from_table(cards_spec *spec, const cp_figure_env *env)
{
    const cp_table *table = cp_row_source_load(&spec->source, env);
    const cp_column *value = table ? cp_table_column(table, CP_STR("value")) : NULL;
    cp_place at = cp_field_place(spec->map, table ? spec->source.origin : "");
    bool given = cp_node_child(spec->map, "format") != NULL;
    cp_value_form form;

    if (!table)
        return false;
    if (!value)
        return cp_fail(env->report, at,
                       "no column 'value' in `%s`: cards are made of the columns "
                       "value, unit, label, note and color",
                       spec->source.origin);
    if (table->rows > MOST_CARDS)
        return cp_fail(env->report, at, "`%s` gives %zu rows; at most %d can be big",
                       spec->source.origin, table->rows, MOST_CARDS);
    if (value->type == CP_NUMBER
        && !cp_value_form_make(value, table->rows, given ? &spec->format : NULL,
                               cp_field_place(spec->map, "format"), &form, env->report))
        return false;
    spec->count = table->rows;
    spec->cards = cp_new_array(env->arena, card, table->rows);
    for (size_t i = 0; i < table->rows; i++) {
        card *it = &spec->cards[i];

        *it = (card){ .unit_text = cell_of(env, table, "unit", i),
                      .label_text = cell_of(env, table, "label", i),
                      .note_text = cell_of(env, table, "note", i),
                      .color_text = cell_of(env, table, "color", i),
                      .place = table->lines ? cp_table_place(table, i) : at };
        it->color_place = it->place;
        it->value_text = value->type == CP_NUMBER
                             ? cp_value_write(env->arena, &form, value->number[i])
                             : cp_cell_plain(env->arena, value, i);
        if (it->unit_text.size == 0 && value->type == CP_NUMBER
            && !cp_str_ends(it->value_text, CP_STR("%")))
            it->unit_text = value->unit;
    }
    return true;
}

static bool is_negative(cp_str value)
{
    return cp_str_starts(value, CP_STR("-")) || cp_str_starts(value, CP_STR("\u2212"));
}

static bool settle_color(card *it, const cp_figure_env *env)
{
    cp_color_pair pair;

    if (it->color_text.size == 0)
        return true;
    if (!cp_figure_color(env, it->color_text, it->color_place, &pair))
        return false;
    it->has_color = true;
    it->color = is_negative(it->value_text) ? pair.below : pair.above;
    return true;
}

/* A percent sign is set as the unit it is. */
static void split_percent(card *it)
{
    if (it->unit_text.size > 0 || !cp_str_ends(it->value_text, CP_STR("%"))
        || it->value_text.size == 1)
        return;
    it->unit_text = CP_STR("%");
    it->value_text.size--;
}

static bool settle_card(card *it, const cp_figure_env *env)
{
    const cp_cards_style *style = &env->style->cards;

    if (it->value_text.size == 0)
        return cp_fail(env->report, it->place, "a card without a value");
    if (!settle_color(it, env))
        return false;
    split_percent(it);
    it->value = cp_words_measure(env, &style->value, it->value_text, it->place);
    it->unit = cp_words_measure(env, &style->unit, it->unit_text, it->place);
    it->label = cp_words_measure(env, &style->label, it->label_text, it->place);
    it->note = cp_words_measure(env, &style->note, it->note_text, it->place);
    it->label_width = cp_words_least_width(&it->label, env);
    it->note_width = cp_words_least_width(&it->note, env);
    return true;
}

static cp_str describe(const cards_spec *spec, cp_arena *arena)
{
    const char *all = "";

    for (size_t i = 0; i < spec->count; i++) {
        const card *it = &spec->cards[i];

        all = cp_printf(arena, "%s%s" CP_FMT CP_FMT CP_FMT, all, i ? "；" : "",
                        CP_ARG(it->label_text), CP_ARG(it->value_text), CP_ARG(it->unit_text));
    }
    return cp_str_printf(arena, "数字卡：%s。", all);
}

static void cards_check(const cp_figure *figure, const cp_figure_env *env)
{
    cards_spec *spec = figure->spec;

    if (!spec->items && !(spec->source.known && fill_from_table(spec, env)))
        return;
    for (size_t i = 0; i < spec->count; i++)
        settle_color(&spec->cards[i], env);
}

static bool cards_load(cp_figure *figure, const cp_figure_env *env)
{
    cards_spec *spec = figure->spec;
    bool ok = true;

    if (!spec->items && !fill_from_table(spec, env))
        return false;
    for (size_t i = 0; i < spec->count; i++)
        ok = settle_card(&spec->cards[i], env) && ok;
    if (ok && figure->alt.size == 0)
        figure->alt = describe(spec, env->arena);
    return ok;
}

/* A grid of cards all alike: what stands where within one of them. */
typedef struct grid {
    size_t columns, rows;
    double scale;
    cp_size card;
    double text_width;
    double content; /* the height of the tallest card's text */
} grid;

/* Numbers may shrink further than the words beside them. */
static double words_scale(const cp_words *words, double scale, const cp_style *style)
{
    return fmax(scale, fmin(1, style->chart.smallest_text / words->ink.size));
}

static double broken_height(const cp_words *words, const cp_figure_env *env, cp_arena *page,
                            double gap, const grid *g)
{
    double scale = words_scale(words, g->scale, env->style);

    if (words->text.size == 0)
        return 0;
    return gap * g->scale
           + cp_text_size(cp_words_set(words, env, page, scale, g->text_width,
                                       env->style->cards.line_height, CP_ALIGN_LEFT))
                 .height;
}

/* A percent sign belongs to its number, a word stands apart. */
static double unit_gap(const card *it, const cp_style *style, double scale)
{
    bool word = it->unit.text.size > 0 && !cp_str_is(it->unit.text, "%");

    return word ? style->cards.unit_gap * scale : 0;
}

static double number_height(const card *it, const cp_style *style, double scale)
{
    return fmax(it->value.size.height * scale,
                it->unit.size.height * words_scale(&it->unit, scale, style));
}

static double content_height(const cards_spec *spec, const cp_figure_env *env, cp_arena *page,
                             const grid *g)
{
    const cp_cards_style *style = &env->style->cards;
    double most = 0;

    for (size_t i = 0; i < spec->count; i++) {
        const card *it = &spec->cards[i];

        most = fmax(most, number_height(it, env->style, g->scale)
                              + broken_height(&it->label, env, page, style->label_gap, g)
                              + broken_height(&it->note, env, page, style->note_gap, g));
    }
    return most;
}

static double least_text_width(const cards_spec *spec, const cp_style *style, double scale)
{
    double most = 0;

    for (size_t i = 0; i < spec->count; i++) {
        const card *it = &spec->cards[i];

        most = fmax(most, it->value.size.width * scale + unit_gap(it, style, scale)
                              + it->unit.size.width * words_scale(&it->unit, scale, style));
        most = fmax(most, it->label_width * words_scale(&it->label, scale, style));
        most = fmax(most, it->note_width * words_scale(&it->note, scale, style));
    }
    return most;
}

static size_t rows_for(const cards_spec *spec, size_t columns)
{
    return (spec->count + columns - 1) / columns;
}

/* False where a word or number is wider than its card. */
static bool make_grid(const cards_spec *spec, const cp_figure_env *env, cp_arena *page,
                      size_t columns, double scale, double width, grid *g)
{
    const cp_cards_style *style = &env->style->cards;

    *g = (grid){ .columns = columns, .rows = rows_for(spec, columns), .scale = scale };
    g->card.width = (width - style->gap * (double)(columns - 1)) / (double)columns;
    g->text_width = g->card.width - style->accent - 2 * style->pad_x * scale;
    if (g->text_width < least_text_width(spec, env->style, scale) - 0.01)
        return false;
    g->content = content_height(spec, env, page, g);
    g->card.height = g->content + 2 * style->pad_y * scale;
    return true;
}

static double grid_height(const grid *g, const cp_cards_style *style)
{
    return g->card.height * (double)g->rows + style->gap * (double)(g->rows - 1);
}

static double least_scale(const cp_style *style)
{
    return fmin(1, style->cards.smallest / style->cards.value.size);
}

static double card_width(const cards_spec *spec, const cp_style *style, double scale)
{
    return style->cards.accent + least_text_width(spec, style, scale)
           + 2 * style->cards.pad_x * scale;
}

static bool may_have(const cards_spec *spec, size_t columns)
{
    return spec->columns == 0 ? columns <= spec->count : columns == (size_t)spec->columns;
}

/* Of all grids the one whose shape is nearest to a figure's usual one. */
static cp_size cards_least(const cp_figure *figure, const cp_figure_env *env)
{
    const cards_spec *spec = figure->spec;
    const cp_cards_style *style = &env->style->cards;
    double scale = least_scale(env->style), width = card_width(spec, env->style, scale),
           nearest = 0;
    double usual = env->style->chart.width / env->style->chart.height;
    cp_size best = { 0 };

    for (size_t columns = 1; columns <= MOST_CARDS; columns++) {
        double across = width * (double)columns + style->gap * (double)(columns - 1), shape;
        cp_size size;
        grid g;

        if (!may_have(spec, columns)
            || !make_grid(spec, env, env->arena, columns, scale, across, &g))
            continue;
        size = (cp_size){ across, grid_height(&g, style) };
        shape = fabs(log(size.width / size.height / usual));
        if (best.width > 0 && shape >= nearest)
            continue;
        best = size;
        nearest = shape;
    }
    return best;
}

static double cards_least_height(const cp_figure *figure, const cp_figure_env *env, double width)
{
    const cards_spec *spec = figure->spec;
    cp_arena page = { 0 };
    double height = INFINITY;
    grid g;

    for (size_t columns = 1; columns <= MOST_CARDS; columns++)
        if (may_have(spec, columns)
            && make_grid(spec, env, &page, columns, least_scale(env->style), width, &g))
            height = fmin(height, grid_height(&g, &env->style->cards));
    cp_arena_free(&page);
    return height;
}

static bool fits(const cards_spec *spec, const cp_figure_env *env, cp_arena *page, size_t columns,
                 double scale, cp_rect box, grid *g)
{
    return make_grid(spec, env, page, columns, scale, box.width, g)
           && grid_height(g, &env->style->cards) <= box.height + 0.01;
}

/* The largest scale at which so many columns fit. */
static bool largest_grid(const cards_spec *spec, const cp_figure_env *env, cp_arena *page,
                         size_t columns, cp_rect box, grid *out)
{
    enum { STEPS = 10 };
    const cp_cards_style *style = &env->style->cards;
    double low = least_scale(env->style), high = style->largest / style->value.size;

    if (fits(spec, env, page, columns, high, box, out))
        return true;
    if (!fits(spec, env, page, columns, low, box, out))
        return false;
    for (int i = 0; i < STEPS; i++) {
        double scale = (low + high) / 2;
        grid g;

        if (fits(spec, env, page, columns, scale, box, &g)) {
            *out = g;
            low = scale;
        } else {
            high = scale;
        }
    }
    return true;
}

/* The grid with the largest text; a gap in the last row costs some of it. */
static grid choose_grid(const cards_spec *spec, const cp_figure_env *env, cp_arena *page,
                        cp_rect box)
{
    static const double hole = 0.5;
    double most = 0;
    grid best = { 0 }, g;

    for (size_t columns = MOST_CARDS; columns > 0; columns--) {
        double worth;

        if (!may_have(spec, columns) || !largest_grid(spec, env, page, columns, box, &g))
            continue;
        worth = g.scale * (spec->count % columns ? hole : 1);
        if (worth > most * 1.02) {
            most = worth;
            best = g;
        }
    }
    return best;
}

static double draw_broken(const cp_words *words, const cp_canvas *canvas, const grid *g, double gap,
                          double x, double y)
{
    double scale = words_scale(words, g->scale, canvas->env->style);
    cp_text *text;

    if (words->text.size == 0)
        return y;
    y += gap * g->scale;
    text = cp_words_set(words, canvas->env, canvas->page, scale, g->text_width,
                        canvas->env->style->cards.line_height, CP_ALIGN_LEFT);
    cp_canvas_text(canvas, text, x, y, g->text_width, CP_ALIGN_LEFT);
    return y + cp_text_size(text).height;
}

/* Number and unit on one baseline; gives where the next line begins. */
static double draw_number(const card *it, const cp_canvas *canvas, const grid *g, cp_color color,
                          double x, double y)
{
    const cp_style *style = canvas->env->style;
    double unit_scale = words_scale(&it->unit, g->scale, style), base;
    cp_words value = it->value, unit = it->unit;
    cp_text *text;

    value.ink.color = unit.ink.color = color;
    text = cp_words_set(&value, canvas->env, canvas->page, g->scale, 0, 0, CP_ALIGN_LEFT);
    base = y + cp_text_baseline(text);
    cp_canvas_text(canvas, text, x, y, 0, CP_ALIGN_LEFT);
    if (unit.text.size > 0) {
        x += cp_text_size(text).width + unit_gap(it, style, g->scale);
        text = cp_words_set(&unit, canvas->env, canvas->page, unit_scale, 0, 0, CP_ALIGN_LEFT);
        cp_canvas_text(canvas, text, x, base - cp_text_baseline(text), 0, CP_ALIGN_LEFT);
    }
    return y + number_height(it, style, g->scale);
}

/* Large bold text reads at two thirds of the contrast (WCAG 2, 1.4.3). */
static const double large = 2.0 / 3;

static void draw_card(const card *it, const cp_canvas *canvas, const grid *g, cp_rect rect)
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
    const cards_spec *spec = figure->spec;
    const cp_cards_style *style = &env->style->cards;
    cp_canvas canvas = { env, cr, page, dump };
    cp_rect inner = cp_rect_inset(box, gutters.top, gutters.right, gutters.bottom, gutters.left);
    grid g = choose_grid(spec, env, page, inner);
    double spare;

    cp_canvas_note(&canvas, "box", inner);
    if (g.columns == 0) {
        cp_fail(env->report, figure->place, "cards: no room for them");
        return;
    }
    spare = (inner.height - grid_height(&g, style)) / (double)g.rows;
    g.card.height += fmin(spare, (style->widest_card - 1) * g.card.height);
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
    .spec_size = sizeof(cards_spec),
    .read = cards_read,
    .load = cards_load,
    .check = cards_check,
    .least = cards_least,
    .least_height = cards_least_height,
    .draw = cards_draw,
};
