/* bind_names.c - names down the side: the steps of a y axis that measures nothing. */

#include "plot/bind.h"

#include <math.h>

#include "plot/names.h"

/* More rows than this no page has room for. */
enum { MOST_ROWS = 200 };

static bool on_side(const cp_binder *binder, size_t mark, int side)
{
    return binder->plot->marks[mark].common->axis == side;
}

/* In the order of the table's rows, gaps between days having none. */
static bool collect(const cp_binder *binder, size_t mark, cp_names *names)
{
    const cp_column *column = binder->bound[mark].name;

    for (size_t i = 0; i < binder->table->rows; i++)
        if (!cp_cell_missing(column, i)
            && cp_names_index(names, cp_cell_plain(binder->arena, column, i)) == CP_NAMES_FULL)
            return cp_fail(binder->report, cp_field_place(binder->plot->marks[mark].node, "y"),
                           "column " CP_FMT " has more than %d different values, too many for a "
                           "row each",
                           CP_ARG(column->name), MOST_ROWS);
    return true;
}

static bool names_of_side(cp_binder *binder, int side)
{
    cp_y_axis *axis = &binder->plot->y[side];
    bool ok = true;
    cp_names names;

    cp_names_begin(&names, binder->arena, MOST_ROWS);
    for (size_t i = 0; i < binder->plot->mark_count; i++)
        if (on_side(binder, i, side) && binder->bound[i].name)
            ok = collect(binder, i, &names) && ok;
    for (size_t i = 0; names.count > 0 && i < binder->plot->mark_count; i++) {
        const cp_mark *mark = &binder->plot->marks[i];

        if (on_side(binder, i, side) && binder->bound[i].y)
            ok = cp_fail(binder->report, cp_mark_place(mark),
                         "the y axis has names, %s needs numbers on it", mark->class->name);
    }
    if (names.count > 0 && binder->plot->flip)
        ok = cp_fail(binder->report, binder->plot->x.node->place,
                     "there are names down the side already: `flip` has nothing to turn");
    axis->name_count = names.count;
    axis->names = names.name;
    return ok;
}

bool cp_bind_names(cp_binder *binder)
{
    bool left = names_of_side(binder, CP_SIDE_LEFT), right = names_of_side(binder, CP_SIDE_RIGHT);

    return left && right;
}

double cp_bind_name_index(const cp_y_axis *axis, cp_str name)
{
    for (size_t i = 0; i < axis->name_count; i++)
        if (cp_str_eq(axis->names[i], name))
            return (double)i;
    return NAN;
}
