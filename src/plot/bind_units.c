/* bind_units.c - columns of different units come to the one unit of their axis, or are told apart. */

#include "plot/bind.h"

#include "base/unit.h"

/* %, ‰ and bp: parts of one, not counts of something. */
static bool is_ratio(cp_str unit)
{
    cp_unit parsed = cp_unit_parse(unit);

    return unit.size > 0 && parsed.base.size == 0 && parsed.power < 0;
}

static bool is_known(const cp_column *column)
{
    return column->percent || column->unit.size > 0;
}

static bool on_side(const cp_binder *binder, size_t mark, int side)
{
    return binder->plot->marks[mark].common->axis == side && binder->bound[mark].y;
}

/* An axis without a format writes percent where a mark on it does. */
static bool shows_percent(const cp_binder *binder, int side)
{
    const cp_plot *plot = binder->plot;

    if (plot->y[side].formatted)
        return cp_number_format_is_percent(&plot->y[side].format);
    for (size_t i = 0; i < plot->mark_count; i++)
        if (on_side(binder, i, side) && plot->marks[i].formatted
            && cp_number_format_is_percent(&plot->marks[i].common->format))
            return true;
    return false;
}

static const cp_column *first_known(const cp_binder *binder, int side)
{
    for (size_t i = 0; i < binder->plot->mark_count; i++)
        if (on_side(binder, i, side) && is_known(binder->bound[i].y))
            return binder->bound[i].y;
    return NULL;
}

/* Marks stacked to 100 % show shares, whatever the unit of their numbers. */
static bool is_share(const cp_binder *binder, size_t mark)
{
    return cp_mark_stack(&binder->plot->marks[mark]) == CP_STACK_SHARE;
}

static bool has_shares(const cp_binder *binder, int side)
{
    for (size_t i = 0; i < binder->plot->mark_count; i++)
        if (on_side(binder, i, side) && is_share(binder, i))
            return true;
    return false;
}

/* What the axis shows: `head` and `fraction`. */
static bool settle_axis(cp_binder *binder, int side)
{
    cp_y_axis *axis = &binder->plot->y[side];
    bool percent = shows_percent(binder, side);

    if (has_shares(binder, side)) {
        if (axis->formatted && !cp_number_format_is_percent(&axis->format))
            return cp_fail(binder->report, cp_field_place(axis->node, "format"),
                           "shares of 100 %% are written as percent, such as \".0%%\"");
        axis->fraction = true;
        axis->head = CP_STR("");
        return true;
    }

    const cp_column *first = first_known(binder, side);
    cp_str unit = axis->unit.size > 0 ? axis->unit : first ? first->unit : (cp_str){ 0 };

    if (percent && unit.size > 0 && !is_ratio(unit))
        return cp_fail(binder->report, cp_field_place(axis->node, "format"),
                       "a percent format writes fractions, but the numbers are in " CP_FMT,
                       CP_ARG(unit));
    axis->fraction
        = percent || (axis->unit.size == 0 && first && first->percent && !axis->formatted);
    axis->head = axis->fraction || unit.size == 0 ? CP_STR("") : unit;
    return true;
}

static const cp_column *first_share(const cp_binder *binder, int side)
{
    size_t i = 0;

    while (!on_side(binder, i, side) || !is_share(binder, i))
        i++;
    return binder->bound[i].y;
}

/* Shares are of a sum, which has one unit. */
static bool convert_share(const cp_binder *binder, size_t mark, int side)
{
    cp_bound *bound = &binder->bound[mark];
    const cp_column *column = bound->y, *first = first_share(binder, side);

    return (column->percent == first->percent
            && cp_unit_convert(column->unit, first->unit, &bound->power))
           || cp_fail(binder->report, cp_mark_place(&binder->plot->marks[mark]),
                      "columns " CP_FMT " and " CP_FMT " are not of one unit: they have no sum",
                      CP_ARG(first->name), CP_ARG(column->name));
}

/* Another unit than the axis shows, its own or the one that was asked for. */
static bool fail_unit(const cp_binder *binder, size_t mark, const cp_y_axis *axis, bool bare)
{
    const cp_column *column = binder->bound[mark].y;
    const char *shown = bare             ? "plain fractions"
                        : axis->fraction ? "percent"
                                         : cp_str_z(binder->arena, axis->head);
    const char *own = column->percent ? "percent"
                      : column->ones  ? "plain numbers"
                                      : cp_str_z(binder->arena, column->unit);

    if (axis->unit.size > 0)
        return cp_fail(binder->report, cp_field_place(axis->node, "unit"),
                       "column " CP_FMT " is in %s, which cannot be shown in %s",
                       CP_ARG(column->name), own, shown);
    return cp_fail(binder->report, cp_mark_place(&binder->plot->marks[mark]),
                   "column " CP_FMT " is in %s, its axis in %s: they need an axis each "
                   "(`axis: right`)",
                   CP_ARG(column->name), own, shown);
}

static bool convert_column(const cp_binder *binder, size_t mark)
{
    cp_bound *bound = &binder->bound[mark];
    const cp_column *column = bound->y;
    int side = binder->plot->marks[mark].common->axis;
    const cp_y_axis *axis = &binder->plot->y[side];
    cp_str from = column->percent ? CP_STR("") : column->unit;
    bool ratio = column->percent || is_ratio(from);
    bool bare = axis->head.size == 0 && !axis->fraction;

    if (is_share(binder, mark))
        return convert_share(binder, mark, side);
    if ((!is_known(column) && !column->ones) || (bare && (column->percent || column->ones)))
        return true;
    return (!bare && ratio == (axis->fraction || is_ratio(axis->head))
            && cp_unit_convert(from, axis->head, &bound->power))
           || fail_unit(binder, mark, axis, bare);
}

/* Bare numbers are taken to be in the axis's unit. */
static void doubt_bare_numbers(const cp_binder *binder, size_t mark)
{
    const cp_y_axis *axis = &binder->plot->y[binder->plot->marks[mark].common->axis];

    cp_column_doubt(binder->bound[mark].y, binder->table->rows, axis->unit,
                    cp_field_place(axis->node, "unit"), binder->report);
}

bool cp_bind_units(cp_binder *binder)
{
    bool ok = true;

    for (int side = CP_SIDE_LEFT; side <= CP_SIDE_RIGHT; side++) {
        if (!settle_axis(binder, side))
            return false;
        for (size_t i = 0; i < binder->plot->mark_count; i++)
            if (on_side(binder, i, side)) {
                ok = convert_column(binder, i) && ok;
                doubt_bare_numbers(binder, i);
            }
    }
    return ok;
}
