#include "plot/mark/path.h"

#include <math.h>

#include "plot/reduce.h"

const char *const cp_curve_words[]
    = { "linear", "step", "step-before", "step-middle", "step-after", "monotone", NULL };

static void path_add(cp_path *path, double x, double y)
{
    path->x[path->count] = x;
    path->y[path->count++] = y;
}

/* Hold `y` from the end of what is there to x; a level that goes on is one stretch. */
static void path_hold(cp_path *path, double from, double to, double y)
{
    size_t last = path->count;

    if (last > 1 && path->y[last - 1] == y && path->y[last - 2] == y) {
        path->x[last - 1] = to;
        return;
    }
    path_add(path, from, y);
    path_add(path, to, y);
}

/* Where a value's level begins and ends; `before` and `after` are its
 * neighbours' x, or NaN at the ends of a run. */
static void step_span(const cp_mark_view *view, cp_curve curve, double before, double x,
                      double after, double *from, double *to)
{
    double half = view->stepped ? view->step / 2 : 0;

    switch (curve) {
    case CP_CURVE_STEP_BEFORE:
        *from = isnan(before) ? x - half : before;
        *to = x;
        break;
    case CP_CURVE_STEP_AFTER:
        *from = x;
        *to = isnan(after) ? x + half : after;
        break;
    default:
        *from = isnan(before) ? x - half : (before + x) / 2;
        *to = isnan(after) ? x + half : (x + after) / 2;
    }
}

/* The next row that has a value at or after `row`; `rows` if the run ends there. */
static size_t next_in_run(const cp_mark_view *view, const double *y, size_t row, bool connect)
{
    while (connect && row < view->rows && isnan(y[row]))
        row++;
    return row < view->rows && !isnan(y[row]) ? row : view->rows;
}

/* Slopes at the rows of a run after Fritsch and Butland: a weighted harmonic mean
 * of the chords', level at every turn. */
static double slope_at(const double *x, const double *y, size_t i, size_t count)
{
    double h0, h1, d0, d1;

    if (count < 2)
        return 0;
    if (i == 0 || i + 1 == count) {
        size_t from = i == 0 ? 0 : i - 1;

        h0 = x[from + 1] - x[from];
        return h0 > 0 ? (y[from + 1] - y[from]) / h0 : 0;
    }
    h0 = x[i] - x[i - 1];
    h1 = x[i + 1] - x[i];
    if (!(h0 > 0) || !(h1 > 0))
        return 0;
    d0 = (y[i] - y[i - 1]) / h0;
    d1 = (y[i + 1] - y[i]) / h1;
    if (d0 * d1 <= 0)
        return 0;
    return 3 * (h0 + h1) / ((2 * h1 + h0) / d0 + (h1 + 2 * h0) / d1);
}

/* Chords so short that no corner is seen. */
static const double chord = 1;
enum { MOST_CHORDS = 24 };

static size_t chords_of(double width)
{
    return (size_t)fmin(fmax(ceil(width / chord), 1), MOST_CHORDS);
}

static void path_smooth(cp_path *path, const double *x, const double *y, size_t count)
{
    path_add(path, x[0], y[0]);
    for (size_t i = 0; i + 1 < count; i++) {
        double h = x[i + 1] - x[i];
        double m0 = slope_at(x, y, i, count) * h, m1 = slope_at(x, y, i + 1, count) * h;
        size_t chords = chords_of(h);

        for (size_t k = 1; k <= chords; k++) {
            double t = (double)k / (double)chords, u = 1 - t;

            path_add(path, x[i] + h * t,
                     u * u * (1 + 2 * t) * y[i] + t * t * (3 - 2 * t) * y[i + 1] + t * u * u * m0
                         - t * t * u * m1);
        }
    }
}

/* One smooth run from `row`; where it stopped. */
static size_t smooth_run(cp_path *path, const cp_mark_view *view, const double *y, size_t row,
                         bool connect)
{
    double *xs = cp_new_array(view->page, double, view->rows - row);
    double *ys = cp_new_array(view->page, double, view->rows - row);
    size_t count = 0, last = row;

    for (size_t i = row; i < view->rows; i = next_in_run(view, y, i + 1, connect)) {
        xs[count] = view->x[i];
        ys[count++] = y[i];
        last = i;
    }
    path_smooth(path, xs, ys, count);
    return last + 1;
}

/* One run from `row`; where it stopped. */
static size_t path_run(cp_path *path, const cp_mark_view *view, const double *y, size_t row,
                       cp_curve curve, bool connect)
{
    double before = NAN;

    if (curve == CP_CURVE_MONOTONE)
        return smooth_run(path, view, y, row, connect);
    for (;;) {
        size_t next = next_in_run(view, y, row + 1, connect);
        double after = next < view->rows ? view->x[next] : NAN, from, to;

        if (curve == CP_CURVE_LINEAR) {
            path_add(path, view->x[row], y[row]);
        } else {
            step_span(view, curve, before, view->x[row], after, &from, &to);
            path_hold(path, from, to, y[row]);
        }
        if (next == view->rows)
            return row + 1;
        before = view->x[row];
        row = next;
    }
}

cp_path cp_path_make(const cp_mark_view *view, const double *y, cp_curve curve, bool connect)
{
    size_t most = view->rows
                      * (curve == CP_CURVE_LINEAR     ? 2
                         : curve == CP_CURVE_MONOTONE ? MOST_CHORDS + 1
                                                      : 3)
                  + 1;
    cp_path path = { .x = cp_new_array(view->page, double, most),
                     .y = cp_new_array(view->page, double, most) };

    for (size_t row = 0; row < view->rows;) {
        if (isnan(y[row])) {
            row++;
            continue;
        }
        if (path.count > 0)
            path_add(&path, path.x[path.count - 1], NAN);
        row = path_run(&path, view, y, row, curve, connect);
    }
    return path;
}

void cp_path_trace(cp_arena *page, const cp_path *path, cairo_t *cr)
{
    cp_point *points;
    size_t count = cp_reduce_line(page, path->x, path->y, path->count, CP_MARK_PIXEL, &points);
    bool down = false;

    for (size_t i = 0; i < count; i++) {
        if (isnan(points[i].y)) {
            down = false;
        } else if (!down) {
            cairo_move_to(cr, points[i].x, points[i].y);
            down = true;
        } else {
            cairo_line_to(cr, points[i].x, points[i].y);
        }
    }
}
