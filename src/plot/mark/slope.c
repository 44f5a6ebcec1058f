/* slope.c - what became of each name from the first step of x to the last. */

#include "plot/mark/mark.h"

#include <math.h>
#include <stdlib.h>

#include "paint/output.h"
#include "plot/label_end.h"
#include "plot/labels_row.h"
#include "plot/mark/words.h"

typedef struct slope_options {
    cp_mark_options common;
    cp_str of;
} slope_options;

static const cp_field slope_fields[] = {
    CP_MARK_FIELDS(slope_options, "slope", "the column of the lines' heights"),
    { .key = "of",
      .type = CP_FIELD_TEXT,
      .offset = offsetof(slope_options, of),
      .fallback = "!",
      .help = "the column of the names that have a line each" },
    { 0 },
};

static const cp_channel_def slope_channels[] = {
    { "slope", CP_CHANNEL_Y, true },
    { "of", CP_CHANNEL_TEXT, true },
    { 0 },
};

/* More lines than this no reader follows; it also bounds the search for a name. */
enum { MOST_LINES = 60, MOST_ROWS = 5000 };

static size_t next_of_name(const cp_str *text, const double *y, size_t count, size_t row)
{
    size_t next = row + 1;

    while (next < count && (isnan(y[next]) || !cp_str_eq(text[next], text[row])))
        next++;
    return next;
}

static bool is_first_of_name(const cp_str *text, const double *y, size_t row)
{
    for (size_t i = row; i-- > 0;)
        if (!isnan(y[i]) && cp_str_eq(text[i], text[row]))
            return false;
    return true;
}

static bool has_point(const cp_str *text, const double *y, size_t row)
{
    return !isnan(y[row]) && text[row].size > 0;
}

static const char *slope_settle(cp_mark_rows *rows)
{
    size_t lines = 0;

    if (rows->count > MOST_ROWS)
        return "too many rows for lines with names";
    for (size_t i = 0; i < rows->count; i++) {
        if (!has_point(rows->text, rows->y, i))
            continue;
        rows->bad = i;
        lines += is_first_of_name(rows->text, rows->y, i);
        if (lines > MOST_LINES)
            return "more names than lines can be told apart, 60";

        size_t next = next_of_name(rows->text, rows->y, rows->count, i);

        if (next < rows->count && rows->x[next] == rows->x[i])
            return cp_printf(rows->arena, CP_FMT " has more than one value there",
                             CP_ARG(rows->text[i]));
    }
    return NULL;
}

/* A line's last row, from its first. */
static size_t last_of_name(const cp_mark_view *view, size_t row)
{
    for (;;) {
        size_t next = next_of_name(view->text, view->y, view->rows, row);

        if (next == view->rows)
            return row;
        row = next;
    }
}

static cp_color line_color(const cp_mark_view *view, size_t first)
{
    bool fallen = cp_mark_is_less(view, view->y[last_of_name(view, first)], view->y[first]);

    return fallen ? view->below : view->color;
}

static bool begins_line(const cp_mark_view *view, size_t row)
{
    return has_point(view->text, view->y, row) && is_first_of_name(view->text, view->y, row);
}

static void slope_draw(const cp_mark_view *view, cairo_t *cr)
{
    cairo_set_line_width(cr, view->looks->style->chart.line_width);
    cairo_set_line_join(cr, CAIRO_LINE_JOIN_ROUND);
    for (size_t i = 0; i < view->rows; i++) {
        if (!begins_line(view, i))
            continue;
        for (size_t k = i; k < view->rows; k = next_of_name(view->text, view->y, view->rows, k))
            cairo_line_to(cr, view->x[k], view->y[k]);
        cp_set_color(cr, line_color(view, i));
        cairo_stroke(cr);
    }
}

static void slope_draw_points(const cp_mark_view *view, cairo_t *cr)
{
    double radius = view->looks->style->chart.dot_size / 2;

    for (size_t i = 0; i < view->rows; i++) {
        if (!begins_line(view, i))
            continue;
        for (size_t k = i; k < view->rows; k = next_of_name(view->text, view->y, view->rows, k))
            if (cp_mark_is_within(view, view->y[k])) {
                cairo_new_sub_path(cr);
                cairo_arc(cr, view->x[k], view->y[k], radius, 0, 2 * acos(-1));
            }
        cp_set_color(cr, line_color(view, i));
        cairo_fill(cr);
    }
}

/* A name at one end of its line. */
typedef struct ending {
    size_t series;
    cp_str words;
    cp_text *text;
    cp_point at; /* the point */
    double y;    /* the text's middle */
} ending;

static int by_height(const void *a, const void *b)
{
    const ending *one = a, *other = b;

    return one->at.y < other->at.y ? -1 : one->at.y > other->at.y;
}

/* In the order of their points, as near to them as they have room between the ends. */
static void spread(const cp_mark_view *view, ending *item, size_t count, double top, double bottom)
{
    double *middle = cp_new_array(view->page, double, count);
    double *height = cp_new_array(view->page, double, count);
    double *begin = cp_new_array(view->page, double, count);
    double gap = view->looks->style->label.near;

    qsort(item, count, sizeof *item, by_height);
    for (size_t i = 0; i < count; i++) {
        middle[i] = item[i].at.y;
        height[i] = cp_text_size(item[i].text).height;
    }
    if (!cp_labels_row(view->page, count, middle, height, gap, top, bottom, begin))
        cp_labels_row(view->page, count, middle, height, 0, top, bottom, begin);
    for (size_t i = 0; i < count; i++)
        item[i].y = begin[i] + height[i] / 2;
}

static ending ending_of(const cp_mark_writing *writing, size_t series, size_t row, bool last)
{
    const cp_mark_view *view = &writing->views[series];
    cp_ink ink = view->looks->style->chart.value;
    cp_str value = cp_number_write(view->page, &writing->format, view->amount[row]);
    cp_str name = view->text[row];
    ending out = { .series = series, .at = { view->x[row], view->y[row] } };

    ink.bold = false;
    out.words = last ? cp_str_printf(view->page, CP_FMT " " CP_FMT, CP_ARG(value), CP_ARG(name))
                     : cp_str_printf(view->page, CP_FMT " " CP_FMT, CP_ARG(name), CP_ARG(value));
    out.text = cp_mark_word_text(view, &ink, out.words);
    return out;
}

/* The ends of all lines at one side. */
static size_t endings_of(const cp_mark_writing *writing, bool last, ending *out)
{
    size_t count = 0;

    for (size_t s = 0; s < writing->count; s++) {
        const cp_mark_view *view = &writing->views[s];

        for (size_t i = 0; i < view->rows; i++)
            if (has_point(view->text, view->y, i) && is_first_of_name(view->text, view->y, i))
                out[count++] = ending_of(writing, s, last ? last_of_name(view, i) : i, last);
    }
    return count;
}

/* How much further out names stand that lines lead to: as much as there is room for. */
static double lane_of(const cp_mark_writing *writing, const ending *item, size_t count, double away,
                      bool last)
{
    const cp_mark_view *view = writing->views;
    double lane = cp_end_lane(view->looks), right = writing->box.x + writing->box.width;
    bool far = false;

    for (size_t i = 0; i < count && !view->flipped; i++) {
        cp_size size = cp_text_size(item[i].text);
        double room = last ? right - item[i].at.x : item[i].at.x - writing->box.x;

        far = far || cp_end_is_far(view->looks, fabs(item[i].y - item[i].at.y), size.height);
        lane = fmin(lane, room - away - size.width);
    }
    return far ? fmax(lane, 0) : 0;
}

/* `out` to the right of its point, or to the left. */
static void write_ending(const cp_mark_writing *writing, const ending *end, double out, bool led,
                         cp_mark_words *words)
{
    const cp_chart_style *style = &writing->views->looks->style->chart;
    double side = out < 0 ? -1 : 1, height = cp_text_size(end->text).height;
    cp_mark_word *word = &words->item[words->count];

    if (!cp_mark_words_add(words, writing, end->series, end->words, end->text,
                           (cp_point){ end->at.x + out, end->y },
                           (cp_point){ out < 0 ? 1 : 0, 0.5 }))
        return;
    word->led = led && fabs(end->y - end->at.y) > height / 2;
    word->from = (cp_point){ end->at.x + side * style->dot_size / 2, end->at.y };
    word->to = (cp_point){ end->at.x + out - side * style->label_gap / 2, end->y };
}

/* Names before the first point of each line and behind the last. */
static cp_mark_words slope_words(const cp_mark_writing *writing)
{
    const cp_mark_view *first = writing->views;
    const cp_chart_style *style = &first->looks->style->chart;
    double away = style->dot_size / 2 + style->label_gap;
    size_t rows = 0;

    for (size_t s = 0; s < writing->count; s++)
        rows += first[s].rows;

    ending *ends = cp_new_array(first->page, ending, rows);
    cp_mark_words out = cp_mark_words_new(first->page, writing->none ? 0 : 2 * rows);

    for (int last = 0; !writing->none && last <= 1; last++) {
        size_t count = endings_of(writing, last, ends);

        spread(first, ends, count, first->plot.y - style->top_gap,
               first->plot.y + first->plot.height);

        double lane = lane_of(writing, ends, count, away, last);

        for (size_t i = 0; i < count; i++)
            write_ending(writing, &ends[i], last ? away + lane : -away - lane, lane > 0, &out);
    }
    return out;
}

const cp_mark_class cp_mark_slope = {
    .name = "slope",
    .summary = "a line for each name over a few steps of x, named at both ends",
    .picture = "斜率图",
    .fields = slope_fields,
    .options_size = sizeof(slope_options),
    .channels = slope_channels,
    .traits = CP_MARK_SIGNED | CP_MARK_BY_SIGN,
    .draw = slope_draw,
    .draw_points = slope_draw_points,
    .settle = slope_settle,
    .words = slope_words,
};
