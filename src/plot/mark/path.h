/* path.h - the way a line or the edge of an area takes through its rows. */
#ifndef CP_PLOT_MARK_PATH_H
#define CP_PLOT_MARK_PATH_H

#include "plot/mark/mark.h"

typedef enum cp_curve {
    CP_CURVE_LINEAR,
    CP_CURVE_STEP,        /* as STEP_MIDDLE */
    CP_CURVE_STEP_BEFORE, /* a value holds from the row before to its own */
    CP_CURVE_STEP_MIDDLE, /* a value holds around its row, over its whole step */
    CP_CURVE_STEP_AFTER,  /* a value holds from its row to the next */
    CP_CURVE_MONOTONE     /* smooth, never beyond the two values it goes between */
} cp_curve;

extern const char *const cp_curve_words[];

/* Corners in points, one NaN between two runs.  In the view's page arena. */
typedef struct cp_path {
    size_t count;
    double *x, *y;
} cp_path;

/* The way through `y` (the view's y or base) at the view's x; `connect`: over
 * missing values, which break it otherwise. */
cp_path cp_path_make(const cp_mark_view *view, const double *y, cp_curve curve, bool connect);

/* Add it to cairo's path, reduced to what can be seen. */
void cp_path_trace(cp_arena *page, const cp_path *path, cairo_t *cr);

#endif
