/* gantt.c - plans: what lasts from when to when, and what is to happen on a day. */
#include "figure/gantt.h"

#include <math.h>

static const char *const pattern_words[] = { "solid", "hatch", NULL };
static const char *const open_words[] = { "none", "start", "end", "both", NULL };

static const cp_field key_fields[] = {
    { .key = "bar",
      .type = CP_FIELD_TEXT,
      .offset = offsetof(cp_gantt_keys, bar),
      .help = "what a full bar means" },
    { .key = "hatch",
      .type = CP_FIELD_TEXT,
      .offset = offsetof(cp_gantt_keys, hatch),
      .help = "what a hatched one means" },
    { .key = "milestone",
      .type = CP_FIELD_TEXT,
      .offset = offsetof(cp_gantt_keys, milestone),
      .help = "what a diamond means" },
    { 0 },
};

static const cp_field item_fields[] = {
    { .key = "name",
      .type = CP_FIELD_TEXT,
      .offset = offsetof(cp_gantt_item, name),
      .fallback = "!",
      .help = "its row; items of one name share it" },
    { .key = "start",
      .type = CP_FIELD_TEXT,
      .offset = offsetof(cp_gantt_item, start),
      .fallback = "!",
      .help = "when it begins: 2026-04-13, 2026-04, 2026Q2, 2026H1 or 2026" },
    { .key = "end",
      .type = CP_FIELD_TEXT,
      .offset = offsetof(cp_gantt_item, end),
      .help = "when it ends; as `start`, or without: a milestone" },
    { .key = "latest",
      .type = CP_FIELD_TEXT,
      .offset = offsetof(cp_gantt_item, latest),
      .help = "when it ends at the latest: hatched from `end` on" },
    { .key = "label",
      .type = CP_FIELD_TEXT,
      .offset = offsetof(cp_gantt_item, label_text),
      .help = "what stands in or at the bar" },
    { .key = "color",
      .type = CP_FIELD_TEXT,
      .offset = offsetof(cp_gantt_item, color_text),
      .fallback = "navy",
      .help = "a colour's name, #RRGGBB, or a number of the palette" },
    { .key = "pattern",
      .type = CP_FIELD_WORD,
      .offset = offsetof(cp_gantt_item, pattern),
      .fallback = "solid",
      .words = pattern_words,
      .help = "how it is filled: hatch is for what is not certain" },
    { .key = "open",
      .type = CP_FIELD_WORD,
      .offset = offsetof(cp_gantt_item, open),
      .fallback = "none",
      .words = open_words,
      .help = "the side where no end is known, which gets a point" },
    { 0 },
};

static const cp_field gantt_fields[] = {
    { .key = "items",
      .type = CP_FIELD_NODE,
      .offset = offsetof(cp_gantt, list),
      .fallback = "!",
      .fields = item_fields,
      .help = "what is planned: a list" },
    { .key = "from",
      .type = CP_FIELD_TEXT,
      .offset = offsetof(cp_gantt, from_text),
      .help = "where the time begins: 2026-04-13, 2026-04, 2026Q2, 2026H1 or 2026" },
    { .key = "to",
      .type = CP_FIELD_TEXT,
      .offset = offsetof(cp_gantt, to_text),
      .help = "where it ends" },
    { .key = "today",
      .type = CP_FIELD_DATE,
      .offset = offsetof(cp_gantt, today),
      .help = "a day to mark by a line" },
    { .key = "keys",
      .type = CP_FIELD_NODE,
      .offset = offsetof(cp_gantt, keys_node),
      .fields = key_fields,
      .help = "a legend, each a word" },
    { 0 },
};

static bool read_items(cp_gantt *gantt, const cp_figure_env *env)
{
    const cp_node *list = gantt->list;
    bool ok = true;

    if (!list)
        return false;
    if (list->kind != CP_NODE_LIST || list->count == 0)
        return cp_fail(
            env->report, list->place,
            "expected a list such as - {name: AI5, start: 2026-04, end: 2027-04}, found %s",
            list->kind == CP_NODE_LIST ? "none" : cp_node_kind_name(list));
    if (list->count > 4 * CP_GANTT_MOST)
        return cp_fail(env->report, list->place, "%zu items; at most %d can be told apart",
                       list->count, 4 * CP_GANTT_MOST);
    gantt->items = cp_new_array(env->arena, cp_gantt_item, list->count);
    for (const cp_node *node = list->first; node; node = node->next) {
        cp_gantt_item *it = &gantt->items[gantt->count++];

        if (node->kind != CP_NODE_MAP) {
            ok = cp_fail(env->report, node->place,
                         "expected an item such as {name: AI5, start: 2026-04}, found %s",
                         cp_node_kind_name(node));
            continue;
        }
        it->node = node;
        it->known = cp_fields_read(env->arena, item_fields, NULL, node, it, env->report)
                    && cp_gantt_times(it, env);
        ok = it->known && ok;
    }
    return ok;
}

static bool read_keys(cp_gantt *gantt, const cp_figure_env *env)
{
    const cp_node *node = gantt->keys_node;

    if (!node)
        return true;
    if (node->kind != CP_NODE_MAP)
        return cp_fail(env->report, node->place, "expected {bar, hatch, milestone}, found %s",
                       cp_node_kind_name(node));
    return cp_fields_read(env->arena, key_fields, NULL, node, &gantt->keys, env->report);
}

/* `from` and `to`; NaN where they are not given. */
static bool read_ends(cp_gantt *gantt, const cp_figure_env *env)
{
    cp_date first = CP_NO_DATE, last = CP_NO_DATE;
    bool ok = true;

    gantt->from = gantt->to = NAN;
    if (gantt->from_text.size > 0) {
        ok = cp_gantt_period(gantt->from_text, cp_field_place(gantt->map, "from"), &first, &last,
                             env->report);
        gantt->from = ok ? first : NAN;
    }
    if (gantt->to_text.size > 0) {
        if (!cp_gantt_period(gantt->to_text, cp_field_place(gantt->map, "to"), &first, &last,
                             env->report))
            return false;
        gantt->to = last + 1.0;
    }
    return ok
           && (!(gantt->from >= gantt->to)
               || cp_fail(env->report, cp_field_place(gantt->map, "to"), "`to` is before `from`"));
}

static bool gantt_read(cp_figure *figure, const cp_node *map, const cp_figure_env *env)
{
    cp_gantt *gantt = figure->spec;
    bool ok = read_items(gantt, env);

    gantt->map = map;
    ok = read_keys(gantt, env) && ok;
    return read_ends(gantt, env) && ok;
}

/* Behind faults: items that are whole are still set against each other. */
static void gantt_check(const cp_figure *figure, const cp_figure_env *env)
{
    cp_gantt *gantt = figure->spec;

    if (gantt->items)
        cp_gantt_settle(gantt, env);
}

static double least_scale(const cp_style *style)
{
    const cp_ink inks[] = { style->gantt.name, style->gantt.label, style->gantt.today };

    return cp_least_scale(style, inks, sizeof inks / sizeof *inks);
}

/* The height that does for this width and all above it, 0 where words do not fit. */
static double height_from(const cp_gantt *gantt, const cp_figure_env *env, double width)
{
    static const double wider[] = { 1, 1.15, 1.4, 1.8, 2.5 };
    double most = 0;

    for (size_t i = 0; i < sizeof wider / sizeof *wider; i++) {
        cp_gantt_layout layout;

        if (!cp_gantt_layout_make(&layout, gantt, env, width * wider[i], least_scale(env->style),
                                  env->arena))
            return 0;
        most = fmax(most, layout.height);
    }
    return most;
}

/* Narrow is high, since labels go above their bars: the shape nearest to a figure's usual one. */
static cp_size gantt_least(const cp_figure *figure, const cp_figure_env *env)
{
    const cp_gantt *gantt = figure->spec;
    const cp_style *style = env->style;
    double usual = style->chart.width / style->chart.height, nearest = INFINITY;
    double width = fmax(style->gantt.least_time, cp_gantt_keys_width(gantt, style));
    cp_size best = { 0 };

    for (int i = 0; i < 16; i++, width *= 1.15) {
        double height = height_from(gantt, env, width), shape;

        if (height <= 0)
            continue;
        shape = fabs(log(width / height / usual));
        if (shape >= nearest)
            break;
        nearest = shape;
        best = (cp_size){ width, height };
    }
    return best.width > 0 ? best : (cp_size){ width, style->chart.height };
}

static double gantt_least_height(const cp_figure *figure, const cp_figure_env *env, double width)
{
    cp_arena page = { 0 };
    cp_gantt_layout layout;
    bool fits
        = cp_gantt_layout_make(&layout, figure->spec, env, width, least_scale(env->style), &page);

    cp_arena_free(&page);
    return fits ? layout.height : INFINITY;
}

static void gantt_draw(const cp_figure *figure, const cp_figure_env *env, cp_rect box,
                       cp_gutters gutters, cairo_t *cr, cp_arena *page, cp_buf *dump)
{
    enum { STEPS = 16 };
    const cp_gantt *gantt = figure->spec;
    const cp_gantt_style *style = &env->style->gantt;
    cp_canvas canvas = { env, cr, page, dump };
    cp_rect inner = cp_rect_inset(box, gutters.top, gutters.right, gutters.bottom, gutters.left);
    double high = style->largest / style->label.size, low = least_scale(env->style);

    cp_canvas_note(&canvas, "box", inner);
    for (int i = 0; i <= STEPS; i++) {
        double scale = high + (low - high) * i / STEPS;
        cp_gantt_layout layout;

        if (!cp_gantt_layout_make(&layout, gantt, env, inner.width, scale, page)
            || layout.height > inner.height + 0.01)
            continue;
        cp_gantt_layout_spread(&layout, inner.height);
        cp_gantt_draw(&layout, &canvas, inner.x, inner.y);
        return;
    }
    cp_fail(env->report, figure->place, "no room for the plan's rows and labels");
}

const cp_figure_class cp_figure_gantt = {
    .name = "gantt",
    .summary = "a plan: bars on the calendar, a row for each name",
    .fields = gantt_fields,
    .spec_size = sizeof(cp_gantt),
    .read = gantt_read,
    .load = cp_gantt_load,
    .check = gantt_check,
    .least = gantt_least,
    .least_height = gantt_least_height,
    .draw = gantt_draw,
};
