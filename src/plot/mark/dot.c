/* dot.c - one dot per row: scatter plots, dot plots and bubbles.
 *
 * Coloured by sign, dots point up or down, and bubbles below zero are hollow. */

#include "plot/mark/mark.h"

#include <math.h>
#include <stdlib.h>

#include "paint/output.h"
#include "plot/mark/shape.h"
#include "plot/mark/words.h"

typedef struct dot_options {
    cp_mark_options common;
    cp_str size, names;
    cp_name_labels labels;
    cp_texts emphasis;
    int shape; /* 0: auto; else a cp_shape + 1 */
} dot_options;

static const cp_field dot_fields[] = {
    CP_MARK_FIELDS(dot_options, "dot", "the column of the discs' heights"),
    { .key = "size",
      .type = CP_FIELD_TEXT,
      .offset = offsetof(dot_options, size),
      .help = "a column of numbers told by the dots' areas" },
    { .key = "names",
      .type = CP_FIELD_TEXT,
      .offset = offsetof(dot_options, names),
      .help = "a column of names written beside the dots" },
    { .key = "labels",
      .type = CP_FIELD_STRUCT,
      .offset = offsetof(dot_options, labels),
      .fields = cp_name_label_fields,
      .help = "which dots bear their names, and where: {only: top 30 by x, places: FILE}" },
    { .key = "emphasis",
      .type = CP_FIELD_TEXTS,
      .offset = offsetof(dot_options, emphasis),
      .help = "names written bold, their dots larger" },
    { .key = "shape",
      .type = CP_FIELD_WORD,
      .offset = offsetof(dot_options, shape),
      .fallback = "auto",
      .words = cp_shape_words,
      .help = "auto: discs, and a shape each for the series of `color: a column`" },
    { 0 },
};

static const cp_channel_def dot_channels[] = {
    { "dot", CP_CHANNEL_Y, true },
    { "size", CP_CHANNEL_VALUE, false },
    { "names", CP_CHANNEL_TEXT, false },
    { 0 },
};

static const char *dot_settle(cp_mark_rows *rows)
{
    for (rows->bad = 0; rows->value && rows->bad < rows->count; rows->bad++)
        if (rows->value[rows->bad] < 0)
            return "a size below zero has no area";
    return NULL;
}

/* Which places of the plot hold a disc already, in cells of two pixels. */
typedef struct cells {
    cp_rect plot;
    size_t columns, rows;
    unsigned char *taken;
} cells;

static cells cells_new(cp_arena *page, cp_rect plot)
{
    const double cell = 2 * CP_MARK_PIXEL;
    cells crowd = { .plot = plot,
                    .columns = (size_t)(plot.width / cell) + 1,
                    .rows = (size_t)(plot.height / cell) + 1 };

    crowd.taken = cp_alloc_array(page, crowd.columns * crowd.rows, 1);
    return crowd;
}

/* False where a disc stands there already: another would not be seen. */
static bool take(cells *crowd, double x, double y)
{
    const double cell = 2 * CP_MARK_PIXEL;
    double column = (x - crowd->plot.x) / cell, row = (y - crowd->plot.y) / cell;

    if (!(column >= 0 && column < (double)crowd->columns && row >= 0 && row < (double)crowd->rows))
        return true;

    unsigned char *place = &crowd->taken[(size_t)row * crowd->columns + (size_t)column];
    bool taken = *place;

    *place = 1;
    return !taken;
}

static cp_shape shape_of(const dot_options *options, bool split, size_t index)
{
    if (options->shape > 0)
        return (cp_shape)(options->shape - 1);
    return split ? (cp_shape)(index % CP_SHAPES) : CP_SHAPE_CIRCLE;
}

/* Colours alone would not tell those below zero from the others. */
static cp_shape shape_by_sign(const dot_options *options, bool below)
{
    return options->shape > 0 ? (cp_shape)(options->shape - 1)
           : below            ? CP_SHAPE_DOWN
                              : CP_SHAPE_TRIANGLE;
}

static bool is_below(const cp_mark_view *view, size_t row)
{
    return cp_mark_is_less(view, view->y[row], view->zero);
}

/* Areas follow the values, the greatest of them has the style's diameter. */
static double bubble_size(const cp_looks *looks, double value, double most)
{
    return most > 0 ? looks->style->marks.largest * sqrt(value / most) : 0;
}

static double size_of(const cp_mark_view *view, size_t row)
{
    double strong = view->strong && view->strong[row] ? view->looks->style->marks.strong : 1;

    return view->value ? bubble_size(view->looks, view->value[row], view->value_high)
                       : view->looks->style->chart.dot_size * strong;
}

static bool has_dot(const cp_mark_view *view, size_t row)
{
    return !isnan(view->y[row]) && !(view->value && isnan(view->value[row]));
}

static cp_shape shape_at(const cp_mark_view *view, bool below)
{
    bool signs = !cp_color_eq(view->color, view->below);

    return signs && !view->value ? shape_by_sign(view->options, below)
                                 : shape_of(view->options, view->split, view->index);
}

/* To the tips of the shape. */
static double radius_of_ink(const cp_mark_view *view, size_t row)
{
    return cp_shape_radius(shape_at(view, is_below(view, row)), size_of(view, row));
}

/* How far the head of an arrow reaches from the middle of a dot beyond the axes. */
static double reach_of_arrow(const cp_mark_view *view, size_t row)
{
    return size_of(view, row) / 2 + view->looks->style->chart.dot_size / 2;
}

static bool has_arrow(const cp_mark_view *view, size_t row)
{
    return view->beyond && view->beyond[row];
}

/* The tips of small dots lie within the gap of names, who in a dense cloud need all the room. */
static double dot_radius(const cp_mark_view *view, size_t row)
{
    double radius = view->value ? radius_of_ink(view, row) : size_of(view, row) / 2;

    if (!has_dot(view, row))
        return 0;
    return has_arrow(view, row) ? fmax(radius, reach_of_arrow(view, row)) : radius;
}

static double dot_reach(const cp_mark_view *view, size_t row, double angle)
{
    if (has_arrow(view, row))
        return dot_radius(view, row);
    return cp_shape_reach(shape_at(view, is_below(view, row)), size_of(view, row), angle);
}

/* Beside a dot at the edge, pointing to where it is. */
static void arrow_path(const cp_mark_view *view, size_t row, cairo_t *cr)
{
    unsigned beyond = view->beyond[row];
    double x = (beyond & CP_BEYOND_RIGHT ? 1 : 0) - (beyond & CP_BEYOND_LEFT ? 1 : 0);
    double y = (beyond & CP_BEYOND_BELOW ? 1 : 0) - (beyond & CP_BEYOND_ABOVE ? 1 : 0);
    double half = view->looks->style->chart.dot_size / 2, tip = reach_of_arrow(view, row);
    cairo_matrix_t upright;

    cairo_get_matrix(cr, &upright);
    cairo_translate(cr, view->x[row], view->y[row]);
    cairo_rotate(cr, atan2(y, x));
    cairo_move_to(cr, tip, 0);
    cairo_line_to(cr, tip - half * 0.8, -half);
    cairo_line_to(cr, tip - half * 0.8, half);
    cairo_close_path(cr);
    cairo_set_matrix(cr, &upright);
}

static void draw_plain(const cp_mark_view *view, cairo_t *cr)
{
    cells taken = cells_new(view->page, view->plot);

    for (int below = 0; below <= 1; below++) {
        cp_shape shape = shape_at(view, below);

        for (size_t i = 0; i < view->rows; i++)
            if (has_dot(view, i) && is_below(view, i) == below
                && take(&taken, view->x[i], view->y[i]))
                cp_shape_path(shape, view->x[i], view->y[i], size_of(view, i), cr);
        cp_set_color(cr, below ? view->below : view->color);
        cairo_fill(cr);
    }
}

typedef struct bubble {
    double size;
    size_t row;
} bubble;

static int larger_first(const void *a, const void *b)
{
    const bubble *one = a, *other = b;

    if (one->size != other->size)
        return one->size > other->size ? -1 : 1;
    return one->row < other->row ? -1 : one->row > other->row;
}

/* Small ones over large ones, all to be seen through each other, with edges. */
static void draw_bubbles(const cp_mark_view *view, cairo_t *cr)
{
    cp_shape shape = shape_of(view->options, view->split, view->index);
    bubble *bubbles = cp_new_array(view->page, bubble, view->rows);
    bool signs = !cp_color_eq(view->color, view->below);
    size_t count = 0;

    for (size_t i = 0; i < view->rows; i++)
        if (has_dot(view, i))
            bubbles[count++] = (bubble){ size_of(view, i), i };
    qsort(bubbles, count, sizeof *bubbles, larger_first);
    cairo_set_line_width(cr, view->looks->style->marks.wick);
    cairo_set_line_join(cr, CAIRO_LINE_JOIN_ROUND);
    for (size_t i = 0; i < count; i++) {
        size_t row = bubbles[i].row;
        cp_color color = is_below(view, row) ? view->below : view->color, ground = color;

        ground.alpha *= signs && is_below(view, row) ? 0 : view->looks->style->marks.opacity;
        cp_shape_path(shape, view->x[row], view->y[row], bubbles[i].size, cr);
        cp_set_color(cr, ground);
        cairo_fill_preserve(cr);
        cp_set_color(cr, color);
        cairo_stroke(cr);
    }
}

static void dot_draw_points(const cp_mark_view *view, cairo_t *cr)
{
    if (view->value)
        draw_bubbles(view, cr);
    else
        draw_plain(view, cr);
    for (size_t i = 0; i < view->rows; i++) {
        if (!has_arrow(view, i) || !has_dot(view, i))
            continue;
        arrow_path(view, i, cr);
        cp_set_color(cr, is_below(view, i) ? view->below : view->color);
        cairo_fill(cr);
    }
}

/* One above zero, and one below it. */
static void draw_two_keys(const cp_mark_key *key, cairo_t *cr)
{
    cp_rect box = key->box;
    double half = box.width / 2, size = fmin(half * 0.9, box.height);

    for (int below = 0; below <= 1; below++) {
        cp_set_color(cr, below ? key->below : key->color);
        if (key->value) /* of bubbles */
            cp_shape_path(shape_of(key->options, false, 0), box.x + half * (below + 0.5),
                          box.y + box.height / 2, size * 0.9, cr);
        else
            cp_shape_path(shape_by_sign(key->options, below), box.x + half * (below + 0.5),
                          box.y + box.height / 2, size, cr);
        cairo_set_line_width(cr, key->looks->style->marks.wick);
        if (key->value && below)
            cairo_stroke(cr);
        else
            cairo_fill(cr);
    }
}

static void dot_draw_key(const cp_mark_key *key, cairo_t *cr)
{
    cp_rect box = key->box;

    if (!cp_color_eq(key->color, key->below)) {
        draw_two_keys(key, cr);
        return;
    }
    cp_set_color(cr, key->color);
    cp_shape_path(shape_of(key->options, key->split, key->index), box.x + box.width / 2,
                  box.y + box.height / 2, fmin(box.width, box.height), cr);
    cairo_fill(cr);
}

/* 1, 2 or 5 times a power of ten, not above `most`. */
static double round_below(double most)
{
    double power = pow(10, floor(log10(most)));
    double digit = most / power;

    return power * (digit >= 5 ? 5 : digit >= 2 ? 2 : 1);
}

/* One disc of a round value tells all areas, the largest for which a row has room. */
static double told_value(const cp_mark_key *key)
{
    double room = key->looks->style->chart.legend_height / key->looks->style->marks.largest;

    return round_below(key->value_high * fmin(room * room, 1));
}

static cp_mark_scale_key dot_scale(const cp_mark_key *key)
{
    double value = told_value(key);
    double size = bubble_size(key->looks, value, key->value_high);
    cp_number_format format
        = key->format ? *key->format : cp_mark_value_format(key->value, &value, 1);

    return (cp_mark_scale_key){
        .words = cp_str_printf(key->page, CP_FMT " " CP_FMT CP_FMT, CP_ARG(key->value->name),
                               CP_ARG(cp_number_write(key->page, &format, value)),
                               CP_ARG(key->value->unit)),
        .size = { size, size },
    };
}

static void dot_draw_scale(const cp_mark_key *key, cairo_t *cr)
{
    cp_rect box = key->box;

    cp_shape_path(CP_SHAPE_CIRCLE, box.x + box.width / 2, box.y + box.height / 2, box.width, cr);
    cairo_set_line_width(cr, key->looks->style->marks.wick);
    cp_set_color(cr, key->looks->style->chart.legend.color);
    cairo_stroke(cr);
}

static cp_rect box_of_dot(const cp_mark_view *view, size_t row)
{
    double radius = radius_of_ink(view, row);

    return (cp_rect){ view->x[row] - radius, view->y[row] - radius, 2 * radius, 2 * radius };
}

/* Bubbles stay within the plot, however near to its edge their centres are. */
static cp_margins dot_room(const cp_mark_view *view)
{
    cp_rect plot = view->plot;
    cp_margins room = { 0 };

    for (size_t i = 0; view->value && i < view->rows; i++) {
        cp_rect box = box_of_dot(view, i);

        if (!has_dot(view, i)
            || !cp_rect_inside((cp_rect){ view->x[i], view->y[i], 0, 0 }, plot, 1))
            continue; /* a domain may leave points out */
        room.top = fmax(room.top, plot.y - box.y);
        room.left = fmax(room.left, plot.x - box.x);
        room.bottom = fmax(room.bottom, box.y + box.height - plot.y - plot.height);
        room.right = fmax(room.right, box.x + box.width - plot.x - plot.width);
    }
    return room;
}

const cp_mark_class cp_mark_dot = {
    .name = "dot",
    .summary = "a dot for each row, with a size and a shape if wanted",
    .picture = "散点图",
    .fields = dot_fields,
    .options_size = sizeof(dot_options),
    .channels = dot_channels,
    .traits = CP_MARK_BY_SIGN | CP_MARK_TWO_KEYS,
    .room = dot_room,
    .draw_points = dot_draw_points,
    .draw_key = dot_draw_key,
    .settle = dot_settle,
    .radius = dot_radius,
    .reach = dot_reach,
    .scale = dot_scale,
    .draw_scale = dot_draw_scale,
};
