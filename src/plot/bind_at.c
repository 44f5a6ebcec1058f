/* bind_at.c - marks that stand at constants: levels of y, places of x, stretches of either. */

#include "plot/bind.h"

#include <math.h>

#include "base/number.h"

static bool not_within(const cp_binder *binder, cp_str text, cp_place place)
{
    const cp_scale *scale = &binder->plot->x.scale;
    bool days = scale->kind == CP_SCALE_DAYS;
    cp_date first = days ? scale->days[0] : (cp_date)scale->d0;
    cp_date last = days ? scale->days[scale->count - 1] : (cp_date)scale->d1;

    return cp_fail(binder->report, place, CP_FMT " is not within x, " CP_FMT " to " CP_FMT,
                   CP_ARG(text), CP_ARG(cp_date_iso(binder->arena, first)),
                   CP_ARG(cp_date_iso(binder->arena, last)));
}

/* A mark without rows stands at a day or a name of x, or else at a number of y. */
static bool bind_at(const cp_binder *binder, const cp_mark *mark, cp_str text, cp_place place,
                    double *at_x, double *at_y)
{
    const cp_y_axis *y = &binder->plot->y[mark->common->axis];
    bool dated = cp_scale_is_dated(&binder->plot->x.scale);
    cp_quantity quantity;
    cp_date date;

    if (binder->plot->x.scale.kind != CP_SCALE_LINEAR && isnan(*at_x))
        *at_x = cp_bind_x_spot(binder, text);
    if (!isnan(*at_x))
        return true;
    if (dated && cp_date_parse_iso(text, &date))
        return not_within(binder, text, place);
    if (y->name_count > 0 || !cp_quantity_parse(text, &quantity)
        || fabs(quantity.value) > CP_BIND_LARGEST)
        return cp_fail(binder->report, place, "'" CP_FMT "' is neither a number nor a place of x",
                       CP_ARG(text));
    return cp_quantity_in(&quantity, y->head, at_y)
           || cp_fail(binder->report, place, "'" CP_FMT "' cannot be shown in " CP_FMT,
                      CP_ARG(text), CP_ARG(y->head));
}

static bool bind_stat(const cp_binder *binder, const cp_mark *mark, cp_bound *bound)
{
    const double *sigma = cp_mark_option(mark, "sigma");
    const int *stat = cp_mark_option(mark, "stat");

    if (*sigma > 0 && *stat != CP_STAT_MEAN)
        return cp_fail(binder->report, cp_field_place(mark->node, "sigma"),
                       "deviations are measured from the mean; expected `stat: mean`");
    bound->at_y = cp_shift(cp_bind_stat(binder, mark, bound->y, &bound->sigma), bound->power);
    bound->sigma = cp_shift(bound->sigma, bound->power);
    return true;
}

static const cp_channel_def *other_end(const cp_mark *mark)
{
    const cp_channel_def *def = mark->class->channels + 1;

    return def->channel == CP_CHANNEL_TO ? def : NULL;
}

/* A stretch of x covers its first and last step whole. */
static bool bind_constant(const cp_binder *binder, const cp_mark *mark, cp_bound *bound)
{
    const cp_channel_def *def = other_end(mark);
    const cp_str from = mark->common->column, *to = def ? cp_mark_option(mark, def->key) : NULL;
    cp_place place = cp_mark_place(mark);

    if (cp_rule_is_stat(mark))
        return bind_stat(binder, mark, bound);
    if (!def)
        return bind_at(binder, mark, from, place, &bound->at_x, &bound->at_y);

    cp_place to_place = cp_field_place(mark->node, def->key);

    cp_bind_x_stretch(binder, from, *to, &bound->at_x, &bound->to_x);
    if (!bind_at(binder, mark, from, place, &bound->at_x, &bound->at_y)
        || !bind_at(binder, mark, *to, to_place, &bound->to_x, &bound->to_y))
        return false;
    if (isnan(bound->at_x) != isnan(bound->to_x))
        return cp_fail(binder->report, to_place,
                       "'" CP_FMT "' and '" CP_FMT "' are not both values of y or places of x",
                       CP_ARG(from), CP_ARG(*to));
    if (bound->at_x >= bound->to_x || bound->at_y >= bound->to_y)
        return cp_fail(binder->report, to_place, "from " CP_FMT " to " CP_FMT " there is nothing%s",
                       CP_ARG(from), CP_ARG(*to), isnan(bound->at_x) ? "" : " of x");
    return true;
}

bool cp_bind_constants(cp_binder *binder)
{
    bool ok = true;

    for (size_t i = 0; i < binder->plot->mark_count; i++) {
        const cp_mark *mark = &binder->plot->marks[i];

        if (mark->class->channels->channel == CP_CHANNEL_AT)
            ok = bind_constant(binder, mark, &binder->bound[i]) && ok;
    }
    return ok;
}
