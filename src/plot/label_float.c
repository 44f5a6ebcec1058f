#include "plot/label_float.h"

#include <math.h>

#include "plot/ink.h"
#include "plot/label_kept.h"
#include "plot/label_words.h"

/* Where each kind likes to stand, best first. */
static const cp_toward beside[]
    = { CP_TOWARD_RIGHT,       CP_TOWARD_LEFT,       CP_TOWARD_ABOVE,       CP_TOWARD_BELOW,
        CP_TOWARD_ABOVE_RIGHT, CP_TOWARD_ABOVE_LEFT, CP_TOWARD_BELOW_RIGHT, CP_TOWARD_BELOW_LEFT };
static const cp_toward above[]
    = { CP_TOWARD_ABOVE,      CP_TOWARD_BELOW,       CP_TOWARD_ABOVE_RIGHT, CP_TOWARD_ABOVE_LEFT,
        CP_TOWARD_BELOW_LEFT, CP_TOWARD_BELOW_RIGHT, CP_TOWARD_RIGHT,       CP_TOWARD_LEFT };
static const cp_toward below[]
    = { CP_TOWARD_BELOW,      CP_TOWARD_ABOVE,       CP_TOWARD_BELOW_RIGHT, CP_TOWARD_BELOW_LEFT,
        CP_TOWARD_ABOVE_LEFT, CP_TOWARD_ABOVE_RIGHT, CP_TOWARD_RIGHT,       CP_TOWARD_LEFT };

static void wish_toward(cp_label_wish *wish, const cp_toward *toward, size_t count)
{
    wish->toward = toward;
    wish->toward_count = count;
}

/* On a plot on its side values grow to the right. */
static void like_side(const cp_layout *layout, cp_float_kind kind, cp_label_wish *wish)
{
    if (kind == CP_FLOAT_NAME || layout->flipped)
        wish_toward(wish, beside, CP_TOWARDS);
    else if (kind == CP_FLOAT_LEAST)
        wish_toward(wish, below, CP_TOWARDS);
    else
        wish_toward(wish, above, CP_TOWARDS);
}

/* Along a rule, the label's middle as far from its ends as it needs; at the last end at best. */
static void hang_on_rule(const cp_layout *layout, const cp_mark_view *view, cp_label_wish *wish)
{
    const cp_chart_style *style = &layout->looks->style->chart;
    cp_point at = cp_layout_to_page(layout, view->x[0], view->y[0]);
    cp_rect area = layout->area;
    double x = wish->size.width / 2 + style->label_gap;
    double y = wish->size.height / 2 + style->label_gap;
    bool upright = isnan(at.y);

    wish->anchor.radius = style->rule.width / 2;
    wish->only_toward = true;
    if (upright) {
        wish->anchor.a = (cp_point){ at.x, fmax(area.y + area.height - y, area.y + y) };
        wish->anchor.b = (cp_point){ at.x, area.y + y };
        wish_toward(wish, beside, 2);
    } else {
        wish->anchor.a = (cp_point){ area.x + x, at.y };
        wish->anchor.b = (cp_point){ fmax(area.x + area.width - x, area.x + x), at.y };
        wish_toward(wish, above, 2);
    }
}

/* What stands at a row: the mark's point, else its line. */
static double radius_at(const cp_layout *layout, size_t number, size_t row)
{
    const cp_chart_style *style = &layout->looks->style->chart;
    const cp_mark *mark = layout->plot->series[number].mark;
    const bool *dotted = cp_mark_option(mark, "points");

    if (mark->class->radius)
        return mark->class->radius(&layout->views[number], row);
    return (dotted && *dotted ? style->dot_size : style->line_width) / 2;
}

void cp_label_hang(const cp_layout *layout, size_t number, size_t row, cp_float_kind kind,
                   cp_value_label *label)
{
    const cp_mark_view *view = &layout->views[number];
    cp_label_wish *wish = &label->wish;
    cp_point at = cp_layout_to_page(layout, view->x[row], view->y[row]);

    label->floats = true;
    label->row = row;
    *wish = (cp_label_wish){ .size = { label->rect.width, label->rect.height } };
    if (kind == CP_FLOAT_RULE) {
        hang_on_rule(layout, view, wish);
        return;
    }
    wish->anchor = (cp_anchor){ at, at, radius_at(layout, number, row) };
    wish->weight = 1 + wish->anchor.radius;
    if (label->series->strong && label->series->strong[row])
        wish->weight *= 100;
    like_side(layout, kind, wish);
    wish->before = kind == CP_FLOAT_NAME && label->series->mark->places
                   && cp_kept_place_find(label->series->mark->places, label->series->text[row],
                                         wish->size, &wish->at);
}

/* The labels that float, and what the ink is asked for them. */
typedef struct floating {
    const cp_layout *layout;
    size_t count;
    cp_value_label **label;
    bool **hangs; /* by series, by row; NULL: nothing hangs there */
} floating;

static bool hangs(const void *context, size_t series, size_t row)
{
    const floating *f = context;

    return f->hangs[series] && f->hangs[series][row];
}

/* What is a little below the wanted contrast looks the same.  A line's last value would read as
 * that of the bar it stands on. */
static bool reads(const void *context, cp_color ground)
{
    const floating *f = context;

    for (size_t i = 0; i < f->count; i++)
        if (cp_label_has_end(f->layout->plot, f->label[i]->series)
            || cp_color_contrast(f->label[i]->ink.color, ground) < CP_LABEL_LEGIBLE * 0.98)
            return false;
    return true;
}

static floating gather(const cp_layout *layout, cp_value_labels *labels)
{
    const cp_plot *plot = layout->plot;
    floating f = { .layout = layout,
                   .label = cp_new_array(layout->page, cp_value_label *, labels->count),
                   .hangs = cp_new_array(layout->page, bool *, plot->series_count) };

    for (size_t i = 0; i < labels->count; i++) {
        cp_value_label *label = &labels->item[i];
        size_t series = (size_t)(label->series - plot->series);

        if (!label->floats)
            continue;
        f.label[f.count++] = label;
        if (!f.hangs[series])
            f.hangs[series] = cp_new_array(layout->page, bool, label->series->count);
        f.hangs[series][label->row] = true;
    }
    return f;
}

/* Half of what is free above the highest tick is the labels', too. */
static cp_rect frame_of(const cp_layout *layout)
{
    const cp_chart_style *style = &layout->looks->style->chart;

    return cp_rect_inset(layout->area, -style->top_gap, 0, 0, 0);
}

static cp_label_rules rules_of(const cp_layout *layout, double size)
{
    const cp_label_style *style = &layout->looks->style->label;

    return (cp_label_rules){ .stray = size / 3,
                             .near = style->near,
                             .least = style->least,
                             .between = style->between,
                             .space = style->space * size,
                             .leader_from = fmax(style->leader_from * size, style->near) };
}

static double within(double value, double low, double high)
{
    return fmax(fmin(value, high), low);
}

/* In the middle above or below its point, pushed in from the frame's sides. */
static cp_rect spot_at_point(const cp_label_wish *wish, cp_rect frame, double gap, bool under)
{
    double away = wish->anchor.radius + gap, height = wish->size.height;
    cp_point at = wish->anchor.a;

    return (cp_rect){ within(at.x - wish->size.width / 2, frame.x,
                             frame.x + frame.width - wish->size.width),
                      at.y + (under ? away : -away - height), wish->size.width, height };
}

/* At the last end of a rule or at its first, on either side. */
static cp_rect spot_at_rule(const cp_label_wish *wish, double gap, bool first, bool other)
{
    double away = wish->anchor.radius + gap;
    cp_point at = first ? wish->anchor.a : wish->anchor.b;
    cp_size size = wish->size;

    if (wish->toward == beside)
        return (cp_rect){ at.x + (other ? -away - size.width : away), at.y - size.height / 2,
                          size.width, size.height };
    return (cp_rect){ at.x - size.width / 2, at.y + (other ? away : -away - size.height),
                      size.width, size.height };
}

/* Values look best in the very middle above or below their points, a little higher or lower if
 * need be.  The first such spot that is free is the one where the label `was before`. */
static void like_spot(const floating *f, const cp_plot_ink *ink, const cp_label_rules *rules,
                      cp_label_wish *wish)
{
    static const int under[] = { 0, 0, 1, 1, 0, 1, 0, 1 }, steps[] = { 0, 1, 0, 1, 2, 2, 3, 3 };
    cp_rect frame = frame_of(f->layout);
    double step = (rules->leader_from - rules->near) / 3, clear = -rules->least;

    for (int way = 0; way < (wish->only_toward ? 4 : 8); way++) {
        cp_rect spot = wish->only_toward
                           ? spot_at_rule(wish, rules->near, way & 2, way & 1)
                           : spot_at_point(wish, frame, rules->near + step * steps[way],
                                           (wish->toward == below) != under[way]);

        if (!cp_rect_inside(spot, frame, 0)
            || !cp_plot_ink_leaves(ink, cp_rect_inset(spot, clear, clear, clear, clear)))
            continue;
        wish->before = true;
        wish->at = (cp_point){ spot.x - wish->anchor.a.x, spot.y - wish->anchor.a.y };
        return;
    }
}

static void like_spots(const floating *f, const cp_plot_ink *ink, double size)
{
    cp_label_rules rules = rules_of(f->layout, size);

    for (size_t i = 0; i < f->count; i++) {
        cp_label_wish *wish = &f->label[i]->wish;

        if (wish->only_toward || (!f->label[i]->series->text && !f->layout->flipped))
            like_spot(f, ink, &rules, wish);
    }
}

/* A point need not fill the disc for which it was taken. */
static cp_point begin_at_ink(const floating *f, const cp_value_label *label)
{
    size_t number = (size_t)(label->series - f->layout->plot->series);
    const cp_mark_view *view = &f->layout->views[number];
    const cp_mark_class *class = label->series->mark->class;
    cp_point middle = label->wish.anchor.a, to = label->to;
    cp_rect end = cp_layout_to_series(f->layout, (cp_rect){ to.x, to.y, 0, 0 });
    double x = end.x - view->x[label->row], y = end.y - view->y[label->row], share;

    if (!class->reach)
        return label->from;
    share = class->reach(view, label->row, atan2(y, x)) / hypot(x, y);
    return (cp_point){ middle.x + (to.x - middle.x) * share, middle.y + (to.y - middle.y) * share };
}

static void take_places(const floating *f, const cp_label_task *task)
{
    cp_label_places places = cp_labels_place(f->layout->page, task);

    for (size_t i = 0; i < f->count; i++) {
        const cp_label_place *place = &places.place[i];
        cp_value_label *label = f->label[i];

        label->wish.fixed = place->placed;
        label->wish.at = (cp_point){ place->box.x, place->box.y };
        label->rect = place->box;
        label->led = place->led;
        label->from = place->from;
        label->to = place->to;
        if (label->led)
            label->from = begin_at_ink(f, label);
    }
}

static size_t count_placed(const floating *f)
{
    size_t placed = 0;

    for (size_t i = 0; i < f->count; i++)
        placed += f->label[i]->wish.fixed;
    return placed;
}

static void copy_wishes(const floating *f, cp_label_wish *wish)
{
    for (size_t i = 0; i < f->count; i++)
        wish[i] = f->label[i]->wish;
}

/* Clear of all ink; those that find no room so may stand over lines and bars. */
static void place(const floating *f, const cp_plot_ink *ink, double size)
{
    cp_label_wish *wish = cp_new_array(f->layout->page, cp_label_wish, f->count);
    cp_label_task task = { .frame = frame_of(f->layout),
                           .rules = rules_of(f->layout, size),
                           .wish = wish,
                           .count = f->count,
                           .ink = ink->item,
                           .ink_count = ink->count,
                           .obstacle = ink->box,
                           .obstacle_count = ink->box_count };

    copy_wishes(f, wish);
    take_places(f, &task);
    if (count_placed(f) == f->count || (ink->lines == 0 && ink->bars == 0))
        return;
    copy_wishes(f, wish);
    task.ink = ink->count > ink->lines ? ink->item + ink->lines : NULL;
    task.ink_count -= ink->lines;
    task.obstacle = ink->box_count > ink->bars ? ink->box + ink->bars : NULL;
    task.obstacle_count -= ink->bars;
    take_places(f, &task);
}

/* More than the frame's area in labels cannot be placed: then the search is for the best that
 * the smallest text can do. */
static bool is_hopeless(const floating *f, double size)
{
    const cp_style *style = f->layout->looks->style;
    cp_rect frame = frame_of(f->layout);
    double sum = 0;

    for (size_t i = 0; i < f->count; i++)
        sum += f->label[i]->wish.size.width * f->label[i]->wish.size.height;
    return sum > frame.width * frame.height && size - 0.5 >= style->chart.smallest_text;
}

static void leave_out(cp_value_labels *labels)
{
    size_t kept = 0;

    for (size_t i = 0; i < labels->count; i++) {
        const cp_value_label *label = &labels->item[i];
        bool name = label->floats && label->series->text;

        labels->all_names += name;
        if (!label->floats || label->wish.fixed) {
            labels->item[kept++] = *label;
            continue;
        }
        cp_value_labels_leave_out(labels, label->series);
        labels->names += name;
    }
    labels->count = kept;
}

void cp_labels_float(const cp_layout *layout, cp_value_labels *labels)
{
    floating f = gather(layout, labels);
    cp_ink_asked asked = { hangs, reads, &f };

    if (f.count == 0)
        return;
    if (!is_hopeless(&f, labels->size)) {
        cp_plot_ink ink = cp_plot_ink_of(layout, &asked);

        for (size_t i = 0; i < labels->count; i++)
            if (!labels->item[i].floats)
                cp_plot_ink_take(&ink, labels->item[i].rect);
        like_spots(&f, &ink, labels->size);
        place(&f, &ink, labels->size);
    }
    leave_out(labels);
}
