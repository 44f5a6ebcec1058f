/* places.c - one way to stand, in points, and what it costs. */
#include "deck/arrange.h"

#include "deck/flow.h"

#include <math.h>
#include <stdint.h>

/*
 * What a way to stand costs.  Only their order of size matters: nothing
 * illegible, then the order as written (arrange.c), then large text, then good shapes.
 */
static const double cost_of_crowded_table = 2;
static const double cost_of_small_text = 1.6;      /* at the smallest size */
static const double cost_of_small_table = 3.0;     /* per unit of scale */
static const double cost_of_narrow_text = 0.4;     /* per column narrower than readable */
static const double cost_of_more_text = 20;        /* per body's height beyond the asked share */
static const double ease = 1.6;                    /* times the least size is comfortable */
static const double flattest = 4.2, tallest = 1.3; /* width over height of charts */
static const double narrowest_text = 18;           /* characters in a line */
const double cp_table_step = 0.05;
static const double crowded = 0.3;      /* more height by broken lines is a crowded table */
static const double flattest_table = 7; /* width over height */
static const double least_share = 0.1;  /* of a row, for what no width was asked for */

typedef enum band_kind { BAND_TEXT, BAND_ROW } band_kind;

/* A stripe of the body over its whole width: texts, or one row of items. */
typedef struct band {
    band_kind kind;
    cp_text_group group;
    size_t first, count; /* items */
    double caption;      /* bar above the items */
    double source;       /* bar below them */
    double least, wanted, most;
    double height;
} band;

typedef struct stack {
    cp_rect box;
    size_t count;
    band bands[2 * CP_MOST_ITEMS + 1];
    double lacking; /* points of height */
} stack;

static double caption_height(const cp_task *task, size_t item, double width)
{
    const cp_caption_style *style = &task->style->caption;
    double natural = task->wants[item].caption_width;

    if (natural <= 0)
        return 0;
    return task->caption_line * fmax(1, ceil(natural / width)) + style->rule_gap + style->rule.width
           + style->body_gap;
}

/* A rule and the source's lines, below an item. */
static double source_height(const cp_task *task, size_t item, double width)
{
    const cp_caption_style *style = &task->style->caption;
    double natural = task->wants[item].source_width;

    if (natural <= 0)
        return 0;
    return task->source_line * fmax(1, ceil(natural / width)) + 2 * style->rule_gap
           + style->rule.width;
}

/* Of an item in a row of `count` from `first` on: what was asked for, else as much as others. */
static double column_width(const cp_task *task, const cp_rect *row, size_t first, size_t count,
                           size_t item)
{
    double room = row->width - task->style->page.gap * (double)(count - 1), left = 1;
    size_t free = 0;

    for (size_t i = first; i < first + count; i++) {
        left -= task->slide->items[i].share;
        free += task->slide->items[i].share <= 0;
    }
    if (task->slide->items[item].share > 0)
        return room * task->slide->items[item].share;
    return room * fmax(left, least_share) / (double)free;
}

/* Of a figure in a cell of this width. */
static cp_size figure_least(const cp_task *task, size_t item, double width)
{
    const cp_want *want = &task->wants[item];

    return want->reflows ? (cp_size){ 0, task->figure_height(task->context, item, width) }
                         : want->least;
}

/* ---- bands ---- */

static void measure_row(const cp_task *task, band *row, cp_rect box)
{
    double least = 0, wanted = 0, most = 0;

    for (size_t i = row->first; i < row->first + row->count; i++) {
        double column = column_width(task, &box, row->first, row->count, i);

        row->caption = fmax(row->caption, caption_height(task, i, column));
        row->source = fmax(row->source, source_height(task, i, column));
    }
    for (size_t i = row->first; i < row->first + row->count; i++) {
        const cp_want *want = &task->wants[i];
        double column = column_width(task, &box, row->first, row->count, i);

        if (want->table) {
            double natural = task->table_height(task->context, i, column, 1);
            double grown = task->most_scale > 1
                               ? task->table_height(task->context, i, column, task->most_scale)
                               : natural;

            least = fmax(least, task->table_height(task->context, i, column, task->least_scale));
            wanted = fmax(wanted, natural);
            most = fmax(most, grown);
        } else {
            double height = figure_least(task, i, column).height;

            least = fmax(least, height);
            wanted = fmax(wanted, height);
            most = fmax(most, want->aspect > 0 ? fmax(column / want->aspect, height) : INFINITY);
        }
    }
    row->least = row->caption + row->source + least;
    row->wanted = row->caption + row->source + fmax(wanted, least);
    row->most = row->caption + row->source + fmax(most, least);
}

static void add_row(const cp_task *task, stack *s, size_t first, size_t count)
{
    band *row = &s->bands[s->count++];

    *row = (band){ .kind = BAND_ROW, .first = first, .count = count };
    measure_row(task, row, s->box);
}

static void add_texts(const cp_task *task, stack *s, size_t from, size_t to, int step)
{
    if (from == to)
        return;

    band *texts = &s->bands[s->count++];
    double height = task->text_height(task->context, (cp_text_group){ .from = from, .to = to },
                                      s->box.width, step);

    *texts = (band){ .kind = BAND_TEXT,
                     .group = { .from = from, .to = to },
                     .least = height,
                     .wanted = height,
                     .most = height };
}

static void add_rows(const cp_task *task, stack *s, const cp_plan *plan)
{
    const cp_slide *slide = task->slide;
    size_t item = 0, text = 0;
    bool written = plan->side == CP_SIDE_ROWS;

    if (plan->side == CP_SIDE_TOP)
        add_texts(task, s, 0, slide->text_count, plan->step);
    for (int i = 0; i < plan->rows.count; i++) {
        if (written && slide->items[item].texts > text) {
            add_texts(task, s, text, slide->items[item].texts, plan->step);
            text = slide->items[item].texts;
        }
        add_row(task, s, item, (size_t)plan->rows.of[i]);
        item += (size_t)plan->rows.of[i];
    }
    if (plan->side == CP_SIDE_BOTTOM || written)
        add_texts(task, s, text, slide->text_count, plan->step);
}

/* ---- heights ---- */

static double clamp(double value, double least, double most)
{
    return fmin(fmax(value, least), most);
}

static double filled(const stack *s, double level, bool wanted)
{
    double sum = 0;

    for (size_t i = 0; i < s->count; i++)
        sum += clamp(level, wanted ? s->bands[i].wanted : s->bands[i].least, s->bands[i].most);
    return sum;
}

/* All bands to one level, as water fills a vessel with steps. */
static double find_level(const stack *s, double room, bool wanted)
{
    double low = 0, high = room;

    for (int i = 0; i < 40; i++) {
        double level = (low + high) / 2;

        if (filled(s, level, wanted) > room)
            high = level;
        else
            low = level;
    }
    return low;
}

static bool has_items(const cp_task *task, const band *row, bool tables)
{
    for (size_t i = row->first; row->kind == BAND_ROW && i < row->first + row->count; i++)
        if (task->wants[i].table == tables)
            return true;
    return false;
}

/* What is left goes to the rows that hold figures, to those of tables where there are none. */
static void share_rest(const cp_task *task, stack *s, double rest)
{
    size_t rows = 0;
    bool tables;

    for (size_t i = 0; i < s->count; i++)
        rows += has_items(task, &s->bands[i], false);
    tables = rows == 0;
    for (size_t i = 0; i < s->count && tables; i++)
        rows += has_items(task, &s->bands[i], true);
    for (size_t i = 0; i < s->count && rows && rest > 0; i++)
        if (has_items(task, &s->bands[i], tables))
            s->bands[i].height += rest / (double)rows;
}

/* Too little room: the items give way, each in proportion, and are told as too small. */
static void squeeze_rows(stack *s)
{
    double sum = 0;

    for (size_t i = 0; i < s->count; i++)
        sum += s->bands[i].kind == BAND_ROW ? fmin(s->bands[i].height, s->box.height) : 0;
    for (size_t i = 0; i < s->count; i++) {
        band *b = &s->bands[i];

        b->height = fmin(b->height, s->box.height);
        if (b->kind == BAND_ROW && sum > 0)
            b->height -= fmin(1, s->lacking / sum) * b->height;
    }
}

static void solve_heights(const cp_task *task, stack *s)
{
    double gaps = s->count ? task->style->page.gap * (double)(s->count - 1) : 0;
    double room = s->box.height - gaps;
    bool wanted = filled(s, 0, true) <= room;
    double level = find_level(s, room, wanted);

    s->lacking = fmax(0, filled(s, 0, false) - room);
    for (size_t i = 0; i < s->count; i++) {
        band *b = &s->bands[i];

        b->height = clamp(level, wanted ? b->wanted : b->least, b->most);
        room -= b->height;
    }
    if (s->lacking > 0)
        squeeze_rows(s);
    else
        share_rest(task, s, room);
}

/* ---- cells ---- */

static double table_scale(const cp_task *task, size_t item, cp_size room)
{
    double scale = task->most_scale;

    while (scale > task->least_scale
           && task->table_height(task->context, item, room.width, scale) > room.height + 0.01)
        scale -= cp_table_step;
    return fmax(scale, task->least_scale);
}

static void check_item(const cp_task *task, size_t item, cp_size have, cp_places *out)
{
    const cp_want *want = &task->wants[item];
    cp_size need = figure_least(task, item, have.width);

    if (want->table) {
        out->scales[item] = table_scale(task, item, have);
        need = (cp_size){ 0,
                          task->table_height(task->context, item, have.width, out->scales[item]) };
        out->score += cost_of_small_table * fmax(0, 1 - out->scales[item]);
    }
    if (need.width <= have.width + 0.01 && need.height <= have.height + 0.01
        && isfinite(need.height))
        return;
    out->fits = false;
    if (out->short_item == SIZE_MAX) {
        out->short_item = item;
        out->short_need = need;
        out->short_have = have;
    }
    if (isfinite(need.height))
        out->score += fmax(0, need.width - have.width) + fmax(0, need.height - have.height);
    else
        out->score += have.width;
}

static void score_shape(const cp_task *task, size_t item, cp_size have, cp_places *out)
{
    const cp_want *want = &task->wants[item];
    cp_size least = figure_least(task, item, have.width);
    double aspect = have.width / fmax(have.height, 1);
    double room = fmin(have.width / fmax(least.width, 1), have.height / fmax(least.height, 1));

    out->score += fmax(0, ease - room);
    if (want->aspect > 0)
        out->score += fabs(log(aspect / want->aspect)) / 2;
    else
        out->score += fmax(0, log(aspect / flattest)) + fmax(0, log(tallest / aspect));
}

/* A table that must break its lines beside others, or that lies flat across the page. */
static double table_cost(const cp_task *task, size_t item, double width)
{
    double own = task->table_height(task->context, item, width, 1);
    double free = task->table_height(task->context, item, task->body.width, 1);

    if (!isfinite(own) || !isfinite(free))
        return cost_of_crowded_table;
    return cost_of_crowded_table * fmin(1, fmax(0, own / free - 1) / crowded)
           + fmax(0, log(width / own / flattest_table)) / 2;
}

static void place_row(const cp_task *task, const band *row, cp_rect box, cp_places *out)
{
    double x = box.x, all = task->style->page.gap * (double)(row->count - 1);

    for (size_t i = 0; i < row->count; i++)
        all += column_width(task, &box, row->first, row->count, row->first + i);
    x += fmax(0, box.width - all) / 2;
    for (size_t i = 0; i < row->count; i++) {
        size_t item = row->first + i;
        double width = column_width(task, &box, row->first, row->count, item);
        cp_size have = { width, fmax(0, box.height - row->caption - row->source) };

        out->cells[item] = (cp_rect){ x, box.y, width, box.height };
        out->captions[item] = row->caption;
        out->sources[item] = row->source;
        out->scales[item] = 1;
        check_item(task, item, have, out);
        if (task->wants[item].table)
            out->score += table_cost(task, item, width);
        else
            score_shape(task, item, have, out);
        x += width + task->style->page.gap;
    }
}

static void place_stack(const cp_task *task, const stack *s, cp_places *out)
{
    double y = s->box.y;

    for (size_t i = 0; i < s->count; i++) {
        const band *b = &s->bands[i];
        cp_rect box = { s->box.x, y, s->box.width, b->height };

        if (b->kind == BAND_ROW) {
            place_row(task, b, box, out);
        } else {
            out->groups[out->group_count] = b->group;
            out->groups[out->group_count++].box = box;
        }
        y += b->height + task->style->page.gap;
    }
}

/* ---- one plan ---- */

/* The text in a column of its own; what is left of the body in `*rest`. */
static void place_column(const cp_task *task, const cp_plan *plan, cp_rect *rest, cp_places *out)
{
    const cp_slide *slide = task->slide;
    cp_rect text = *rest;
    cp_text_group group = { .to = slide->text_count };

    if (slide->item_count) {
        text.width = (rest->width - task->style->page.gap) * plan->share;
        rest->width -= text.width + task->style->page.gap;
        if (plan->side == CP_SIDE_LEFT)
            rest->x += text.width + task->style->page.gap;
        else
            text.x += rest->width + task->style->page.gap;
    }

    double height = task->text_height(task->context, group, text.width, plan->step);
    double letters = text.width / cp_flow_measure_at(task->text, plan->step).size;

    out->text_miss = fmax(0, height - text.height);
    out->score += cost_of_narrow_text * fmax(0, narrowest_text - letters);
    /* A column that the text leaves half empty. */
    if (slide->item_count)
        out->score += fmax(0, 0.6 - height / text.height);
    group.box = text;
    out->groups[out->group_count++] = group;
}

/* How much of the body the bands of text take, and how much the writer wants them to. */
static double texts_share(const stack *s)
{
    double height = 0;

    for (size_t i = 0; i < s->count; i++)
        height += s->bands[i].kind == BAND_TEXT ? s->bands[i].height : 0;
    return height / s->box.height;
}

static double asked_share(const cp_task *task)
{
    return task->slide->layout.share > 0 ? task->slide->layout.share : 1;
}

cp_places cp_arrange_places(const cp_task *task, const cp_plan *plan)
{
    cp_places out = { .fits = true, .short_item = SIZE_MAX };
    stack s = { .box = task->body };
    bool beside = plan->side == CP_SIDE_LEFT || plan->side == CP_SIDE_RIGHT;

    if (task->slide->text_count && beside)
        place_column(task, plan, &s.box, &out);
    add_rows(task, &s, plan);
    solve_heights(task, &s);
    place_stack(task, &s, &out);
    if (!beside && task->slide->text_count) {
        out.text_miss = s.lacking;
        out.score += cost_of_more_text * fmax(0, texts_share(&s) - asked_share(task));
    }
    out.fits = out.fits && out.text_miss <= 0.01 && s.lacking <= 0.01;
    out.score += cost_of_small_text * fmax(0, plan->step) / CP_FLOW_TIGHTEST
                 + (beside ? out.text_miss : s.lacking);
    return out;
}
