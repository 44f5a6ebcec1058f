/* bind_color.c - every series its colour: the spec's, its category's, or the palette's next. */

#include "plot/bind.h"

#include "base/guess.h"
#include "plot/color.h"

/* Whether the plot has one unsplit bar mark, with lines above it: then bars are
 * the ground and lines the figure. */
static bool bars_stand_under(const cp_binder *binder)
{
    size_t bars = 0, lines = 0;

    for (size_t i = 0; i < binder->plot->mark_count; i++) {
        const cp_mark_class *class = binder->plot->marks[i].class;

        bars += (class->traits & CP_MARK_STEP) && !(class->traits & CP_MARK_SIGNED)
                    ? binder->bound[i].split ? 2 : 1
                    : 0;
        lines += class->line_key && (class->traits & CP_MARK_ENDS);
    }
    return bars == 1 && lines > 0;
}

static void color_series(cp_binder *binder)
{
    cp_plot *plot = binder->plot;
    const cp_chart_style *style = &binder->style->chart;
    bool under = bars_stand_under(binder);
    size_t next = 0, class = 0;

    for (size_t i = 0; i < plot->series_count; i++) {
        cp_series *series = &plot->series[i];
        const cp_mark *mark = series->mark;
        const cp_bound *bound = &binder->bound[mark - plot->marks];
        cp_color_pair pair;

        if (bound->split)
            pair.above = pair.below = style->classes.item[class ++ % style->classes.count];
        else if (under && cp_str_is(mark->common->color, "sign"))
            pair = (cp_color_pair){ style->up_pale, style->down_pale };
        else if (mark->common->color.size > 0)
            cp_color_word(binder->style, mark->common->color, &pair);
        else if (mark->class->traits & CP_MARK_SIGNED)
            pair = (cp_color_pair){ style->up, style->down };
        else if (mark->class->channels->channel == CP_CHANNEL_AT
                 || (mark->class->traits & CP_MARK_PLAIN))
            pair.above = pair.below = style->rule.color;
        else if (under && (mark->class->traits & CP_MARK_STEP))
            pair.above = pair.below = style->under;
        else
            pair.above = pair.below = style->palette.item[next++ % style->palette.count];
        series->color = pair.above;
        series->below = pair.below;
    }
}

/* Colours that repeat make series alike: the reader is told at once. */
static void tell_repeated_colors(const cp_binder *binder)
{
    for (size_t i = 0; i < binder->plot->mark_count; i++) {
        const cp_mark *mark = &binder->plot->marks[i];
        size_t count = 0;

        for (size_t j = 0; j < binder->plot->series_count; j++)
            count += binder->plot->series[j].mark == mark;
        if (binder->bound[i].split && count > binder->style->chart.classes.count)
            cp_warn(binder->report, cp_field_place(mark->node, "color"),
                    "%zu series share the style's %zu colours", count,
                    binder->style->chart.classes.count);
    }
}

/* The numbers of an axis in the colour of what is measured on them. */
static bool color_axis(cp_binder *binder, int side)
{
    cp_plot *plot = binder->plot;
    cp_y_axis *axis = &plot->y[side];
    cp_color_pair pair;
    size_t count;

    if (axis->color.size == 0)
        return true;
    if (cp_str_is(axis->color, "mark")) {
        for (size_t i = plot->series_count; i-- > 0;)
            if (plot->series[i].side == (cp_side)side)
                axis->ink = cp_color_to_read(binder->style, plot->series[i].color);
        return true;
    }
    if (cp_color_word(binder->style, axis->color, &pair)) {
        axis->ink = cp_color_to_read(binder->style, pair.above);
        return true;
    }

    const char *const *words = cp_color_words(&count);
    const char **known = cp_new_array(binder->arena, const char *, count + 1);

    for (size_t i = 0; i < count; i++)
        known[i] = words[i];
    known[count] = "mark";
    return cp_fail(binder->report, cp_field_place(axis->node, "color"),
                   "'" CP_FMT "' is neither `mark` nor a colour%s", CP_ARG(axis->color),
                   cp_guess_text(binder->arena, axis->color, known, count + 1));
}

bool cp_bind_colors(cp_binder *binder)
{
    color_series(binder);
    tell_repeated_colors(binder);
    return color_axis(binder, CP_SIDE_LEFT) && color_axis(binder, CP_SIDE_RIGHT);
}
