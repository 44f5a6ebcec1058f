/* gantt.c - plans: what lasts from when to when, and what is to happen on a day. */
#include "figure/gantt.h"

#include <math.h>

#include "figure/color.h"
#include "plot/names.h"

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

/* Digits at `*at`, which moves behind them; -1 for another count of them. */
static int take_digits(cp_str text, size_t *at, size_t count)
{
    int value = 0;

    for (size_t i = 0; i < count; i++, (*at)++) {
        if (*at >= text.size || text.data[*at] < '0' || text.data[*at] > '9')
            return -1;
        value = value * 10 + (text.data[*at] - '0');
    }
    return value;
}

static bool take(cp_str text, size_t *at, const char *word)
{
    cp_str rest = cp_str_slice(text, *at, text.size), head = cp_str_from(word);

    if (!cp_str_starts(rest, head))
        return false;
    *at += head.size;
    return true;
}

/* 2026, 2026年, 2026Q2, 2026年Q2, 2026-Q2, 2026H1: so many months from a first one. */
static bool parse_part_of_year(cp_str text, int *year, int *month, int *months)
{
    size_t at = 0;
    int number;
    bool quarter;

    *year = take_digits(text, &at, 4);
    if (*year < 1900 || *year > 2199)
        return false;
    *month = 1;
    *months = 12;
    if (!take(text, &at, "年"))
        take(text, &at, "-");
    if (at == text.size)
        return !cp_str_ends(text, CP_STR("-"));
    quarter = take(text, &at, "Q");
    if (!quarter && !take(text, &at, "H"))
        return false;
    number = take_digits(text, &at, 1);
    *months = quarter ? 3 : 6;
    *month = (number - 1) * *months + 1;
    return at == text.size && number >= 1 && number <= 12 / *months;
}

bool cp_period_parse(cp_str text, cp_date *first, cp_date *last)
{
    cp_date_form form;
    int year, month, months;

    text = cp_str_trim(text);
    if (parse_part_of_year(text, &year, &month, &months)) {
        int end = month + months;

        *first = cp_date_from(year, month, 1);
        *last = cp_date_from(end > 12 ? year + 1 : year, end > 12 ? end - 12 : end, 1) - 1;
        return true;
    }
    if (!cp_date_parse(text, last, &form))
        return false;
    *first = form == CP_DATE_MONTH ? *last - cp_date_civil(*last).day + 1 : *last;
    return true;
}

static bool read_period(cp_str text, cp_place at, cp_date *first, cp_date *last, cp_report *report)
{
    return cp_period_parse(text, first, last)
           || cp_fail(report, at,
                      "'" CP_FMT
                      "' is no time; expected 2026-04-13, 2026-04, 2026Q2, 2026H1 or 2026",
                      CP_ARG(text));
}

static bool read_time(const cp_gantt_item *it, const char *key, cp_str text, cp_date *first,
                      cp_date *last, const cp_figure_env *env)
{
    return text.size == 0
           || read_period(text, cp_field_place(it->node, key), first, last, env->report);
}

static bool settle_color(cp_gantt_item *it, const cp_figure_env *env)
{
    cp_color_pair pair;

    if (!cp_figure_color(env, it->color_text, cp_field_place(it->node, "color"), &pair))
        return false;
    it->color = pair.above;
    return true;
}

static bool settle_colors(cp_gantt *gantt, const cp_figure_env *env)
{
    bool ok = true;

    for (size_t i = 0; i < gantt->count; i++)
        if (gantt->items[i].color_text.size > 0)
            ok = settle_color(&gantt->items[i], env) && ok;
    return ok;
}

/* Days of the bar; an open end without a date is settled with the whole plan's. */
static bool settle_times(cp_gantt_item *it, const cp_figure_env *env)
{
    cp_date first = CP_NO_DATE, start_last = CP_NO_DATE, latest = CP_NO_DATE, end_first, last;
    bool open_end = it->open == CP_GANTT_OPEN_END || it->open == CP_GANTT_OPEN_BOTH;
    bool ok = read_time(it, "start", it->start, &first, &start_last, env);

    last = start_last;
    ok = read_time(it, "end", it->end, &end_first, &last, env) && ok;
    ok = read_time(it, "latest", it->latest, &end_first, &latest, env) && ok;
    if (!ok)
        return false;
    if (last < first)
        return cp_fail(env->report, cp_field_place(it->node, "end"),
                       "'" CP_FMT "' ends on " CP_FMT ", before it begins on " CP_FMT,
                       CP_ARG(it->name), CP_ARG(it->end), CP_ARG(it->start));
    it->milestone = (it->end.size == 0 || cp_str_eq(it->end, it->start)) && it->latest.size == 0
                    && it->open == CP_GANTT_CLOSED;
    it->first = first;
    it->last = it->tail = last + 1.0;
    it->middle = (it->first + it->last) / 2;
    if (open_end && it->end.size == 0)
        it->last = it->tail = INFINITY;
    if (it->latest.size == 0)
        return true;
    it->tail = latest + 1.0;
    return it->tail > it->last
           || cp_fail(env->report, cp_field_place(it->node, "latest"),
                      "the latest end " CP_FMT " is not after the end", CP_ARG(it->latest));
}

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
        ok = cp_fields_read(env->arena, item_fields, NULL, node, it, env->report)
             && settle_times(it, env) && ok;
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
        ok = read_period(gantt->from_text, cp_field_place(gantt->map, "from"), &first, &last,
                         env->report);
        gantt->from = ok ? first : NAN;
    }
    if (gantt->to_text.size > 0) {
        if (!read_period(gantt->to_text, cp_field_place(gantt->map, "to"), &first, &last,
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

static bool settle_rows(cp_gantt *gantt, const cp_figure_env *env)
{
    cp_names names;

    cp_names_begin(&names, env->arena, CP_GANTT_MOST);
    for (size_t i = 0; i < gantt->count; i++) {
        uint32_t row = cp_names_index(&names, gantt->items[i].name);

        if (row == CP_NAMES_FULL)
            return cp_fail(env->report, gantt->items[i].node->place, "more than %d rows",
                           CP_GANTT_MOST);
        gantt->items[i].row = row;
    }
    gantt->rows = names.count;
    gantt->names = cp_new_array(env->arena, cp_words, names.count);
    gantt->name_least = cp_new_array(env->arena, double, names.count);
    for (size_t i = gantt->count; i-- > 0;) {
        const cp_gantt_item *it = &gantt->items[i];
        cp_words *words = &gantt->names[it->row];

        if (words->text.data)
            continue;
        *words = cp_words_measure(env, &env->style->gantt.name, it->name, it->node->place);
        gantt->name_least[it->row] = cp_words_least_width(words, env);
    }
    return true;
}

/* "to 2027-04" and then "from 2027-04" meet at the month's begin; else bars of a row
 * lie on each other, which nobody could read. */
static bool settle_neighbours(cp_gantt *gantt, const cp_figure_env *env)
{
    bool ok = true;

    for (size_t i = 0; i < gantt->count; i++)
        for (size_t k = 0; k < gantt->count; k++) {
            cp_gantt_item *one = &gantt->items[i], *two = &gantt->items[k];
            bool tied = cp_str_eq(one->end, two->start) && one->latest.size == 0;

            if (i == k || one->row != two->row || one->milestone || two->milestone
                || one->first > two->first || (one->first == two->first && i > k)
                || one->tail <= two->first)
                continue;
            if (tied && one->first < two->first)
                one->last = one->tail = two->first;
            else
                ok = cp_fail(env->report, two->node->place,
                             "this bar begins before another one in the row '" CP_FMT
                             "' has ended; give it a `name` of its own",
                             CP_ARG(two->name));
        }
    return ok;
}

static double month_start(double day, int months)
{
    cp_civil civil = cp_date_civil((cp_date)day);
    int month = civil.month + months;

    return cp_date_from(month > 12 ? civil.year + 1 : civil.year, month > 12 ? month - 12 : month,
                        1);
}

/* By hand, or whole months around all there is. */
static bool settle_span(cp_gantt *gantt, const cp_figure_env *env)
{
    double low = INFINITY, high = -INFINITY;
    bool open = false;

    if (gantt->today != CP_NO_DATE)
        low = high = gantt->today;
    for (size_t i = 0; i < gantt->count; i++) {
        const cp_gantt_item *it = &gantt->items[i];

        low = fmin(low, it->first);
        open = open || isinf(it->tail);
        high = fmax(high, isinf(it->tail) ? it->first + 1 : it->tail);
    }
    if (isnan(gantt->from))
        gantt->from = month_start(low, 0);
    if (isnan(gantt->to))
        gantt->to = month_start(high - 1 + (open ? fmax(60, (high - low) * 0.15) : 0), 1);
    return gantt->from < gantt->to
           || cp_fail(env->report, cp_field_place(gantt->map, "to"), "`to` is before `from`");
}

static bool check_item(const cp_gantt *gantt, cp_gantt_item *it, const cp_figure_env *env)
{
    if (isinf(it->tail))
        it->last = it->tail = gantt->to;
    if (it->first < gantt->from)
        return cp_fail(env->report, cp_field_place(it->node, "start"),
                       "'" CP_FMT "' begins before `from`", CP_ARG(it->name));
    if (it->first >= gantt->to || it->tail > gantt->to)
        return cp_fail(env->report, it->node->place, "'" CP_FMT "' goes on beyond `to`",
                       CP_ARG(it->name));
    it->label = cp_words_measure(env, &env->style->gantt.label, it->label_text, it->node->place);
    return true;
}

static void settle_words(cp_gantt *gantt, const cp_figure_env *env)
{
    const cp_style *style = env->style;
    const cp_str keys[] = { gantt->keys.bar, gantt->keys.hatch, gantt->keys.milestone };

    for (size_t i = 0; i < 3; i++)
        gantt->key_words[i] = cp_words_measure(env, &style->chart.legend, keys[i],
                                               cp_field_place(gantt->map, "keys"));
    if (gantt->today == CP_NO_DATE)
        return;
    gantt->has_today = gantt->today >= gantt->from && gantt->today < gantt->to;
    if (!gantt->has_today)
        cp_warn(env->report, cp_field_place(gantt->map, "today"),
                "today is not between `from` and `to`, and not drawn");
    gantt->today_words = cp_words_measure(
        env, &style->gantt.today,
        cp_str_printf(env->arena, CP_FMT " " CP_FMT, CP_ARG(style->gantt.today_name),
                      CP_ARG(cp_date_write(env->arena, style->chart.day_format, gantt->today))),
        cp_field_place(gantt->map, "today"));
}

static cp_str describe(const cp_gantt *gantt, cp_arena *arena)
{
    enum { SOME = 6 };
    const char *all = "";

    for (size_t i = 0; i < gantt->count && i < SOME; i++) {
        const cp_gantt_item *it = &gantt->items[i];
        cp_str until = it->latest.size > 0 ? it->latest : it->end;
        bool lasts = until.size > 0 && !it->milestone;

        all = cp_printf(arena, "%s%s" CP_FMT CP_FMT "（" CP_FMT "%s" CP_FMT "）", all,
                        i ? "，" : "", CP_ARG(it->name), CP_ARG(it->label_text), CP_ARG(it->start),
                        lasts           ? "至"
                        : it->milestone ? ""
                                        : "起",
                        CP_ARG(lasts ? until : CP_STR("")));
    }
    return gantt->count > SOME ? cp_str_printf(arena, "甘特图：%s等%zu项。", all, gantt->count)
                               : cp_str_printf(arena, "甘特图：%s。", all);
}

static void gantt_check(const cp_figure *figure, const cp_figure_env *env)
{
    settle_colors(figure->spec, env);
}

static bool gantt_load(cp_figure *figure, const cp_figure_env *env)
{
    cp_gantt *gantt = figure->spec;
    bool rows = settle_rows(gantt, env) && settle_neighbours(gantt, env);
    bool span = settle_span(gantt, env), ok = settle_colors(gantt, env) && rows && span;

    for (size_t i = 0; span && i < gantt->count; i++)
        ok = check_item(gantt, &gantt->items[i], env) && ok;
    if (!ok)
        return false;
    settle_words(gantt, env);
    if (figure->alt.size == 0)
        figure->alt = describe(gantt, env->arena);
    return true;
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
    .load = gantt_load,
    .check = gantt_check,
    .least = gantt_least,
    .least_height = gantt_least_height,
    .draw = gantt_draw,
};
