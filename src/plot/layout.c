#include "plot/layout.h"

#include <math.h>

#include "plot/event.h"
#include "plot/label.h"
#include "plot/view.h"

/* Tick labels, the unit and end labels decide the sides. */
static void measure_sides(cp_layout *layout)
{
    const cp_plot *plot = layout->plot;
    double gap = layout->looks->style->chart.tick_gap;
    double ends = cp_end_labels_width(layout);

    layout->margins.left
        = plot->y[CP_SIDE_LEFT].used && !plot->bare_left ? layout->y[CP_SIDE_LEFT].width + gap : 0;
    layout->margins.right
        = fmax(plot->y[CP_SIDE_RIGHT].used ? layout->y[CP_SIDE_RIGHT].width + gap : 0, ends);
}

static void keep_least(cp_margins *margins, const cp_margins *least)
{
    if (!least)
        return;
    margins->left = fmax(margins->left, least->left);
    margins->right = fmax(margins->right, least->right);
    margins->top = fmax(margins->top, least->top);
    margins->bottom = fmax(margins->bottom, least->bottom);
}

/* Room above and below for what is not the data's, and for keys right of `ends`, of what
 * stands at the area's right side. */
static void measure_top(cp_layout *layout, cp_legend_place place, double ends)
{
    const cp_chart_style *style = &layout->looks->style->chart;
    cp_rect box = layout->box;
    cp_legend *legend = &layout->legend;

    *legend = cp_legend_make(layout->page, layout->plot, layout->looks, place, layout->margins.left,
                             (cp_size){ box.width, box.height });
    layout->margins.top = legend->top + fmax(style->top_gap, style->tick.size / 2);
    layout->margins.bottom = 0;
    if (legend->count > 0 && place == CP_LEGEND_BOTTOM)
        layout->margins.bottom += legend->size.height + style->tick_gap;
    if (legend->count > 0 && place == CP_LEGEND_RIGHT)
        layout->margins.right
            = fmax(layout->margins.right, ends + legend->size.width + style->legend_gap);
}

static void measure_ends(cp_layout *layout)
{
    const cp_chart_style *style = &layout->looks->style->chart;
    cp_rect box = layout->box;
    double left = box.x + layout->margins.left;
    double right = box.x + box.width - layout->margins.right;

    layout->x = cp_x_ticks_make(layout->page, layout->plot, layout->looks, left, fmax(right, left),
                                box.x, box.x + box.width);
    if (!layout->plot->bare_x)
        layout->margins.bottom += style->tick_gap + layout->x.height;
}

/* The scales of y leave free what call-outs and what reaches beyond points take of the data
 * area. */
static void set_ranges(cp_layout *layout, double above, double below)
{
    double top = layout->upright.y + above;
    double bottom = layout->upright.y + layout->upright.height - below;

    for (int side = 0; side < 2; side++) {
        bool reverse = layout->plot->y[side].reverse;

        layout->y[side].scale.r0 = reverse ? top : bottom;
        layout->y[side].scale.r1 = reverse ? bottom : top;
    }
}

/* The scale of x likewise, which has its ticks already. */
static void set_x_range(cp_layout *layout, double left, double right)
{
    double from = layout->upright.x + left;
    double to = layout->upright.x + layout->upright.width - right;

    if (layout->flipped)
        layout->x = cp_x_names_make(layout->page, layout->plot, layout->looks, from, fmax(from, to),
                                    layout->margins.left - layout->looks->style->chart.tick_gap);
    else
        layout->x = cp_x_ticks_make(layout->page, layout->plot, layout->looks, from, fmax(from, to),
                                    layout->box.x, layout->box.x + layout->box.width);
}

static cp_margins room_wanted(const cp_layout *layout)
{
    cp_margins room = { 0 };

    for (size_t i = 0; i < layout->plot->series_count; i++) {
        const cp_series *series = &layout->plot->series[i];

        if (series->mark->class->room) {
            cp_mark_view view = cp_view_of(layout, series);
            cp_margins more = series->mark->class->room(&view);

            keep_least(&room, &more);
        }
    }
    return room;
}

/* As far as the marks ask for: with less room points stand further in, and ask for less. */
static void make_room_for_marks(cp_layout *layout)
{
    enum { ROUNDS = 4 };
    const double most = layout->looks->style->tag.most, seen = 0.1;
    double high = layout->upright.height * most, wide = layout->upright.width * most;
    cp_margins room = { 0 };

    for (int round = 0; round < ROUNDS; round++) {
        cp_margins more = room_wanted(layout);

        if (more.top + more.bottom + more.left + more.right < seen)
            break;
        room.top = fmin(room.top + more.top, high);
        room.bottom = fmin(room.bottom + more.bottom, high);
        room.left = fmin(room.left + more.left, wide);
        room.right = fmin(room.right + more.right, wide);
        set_ranges(layout, room.top, room.bottom);
        if (more.left + more.right > 0)
            set_x_range(layout, room.left, room.right);
    }
}

static void make_room(cp_layout *layout)
{
    if (!layout->plot->events) {
        make_room_for_marks(layout);
        return;
    }
    cp_events_place(layout);
    set_ranges(layout, layout->events->above, layout->events->below);
    cp_events_lead(layout);
}

static void set_area(cp_layout *layout)
{
    const cp_margins *m = &layout->margins;

    layout->area = cp_rect_inset(layout->box, m->top, m->right, m->bottom, m->left);
    layout->upright = layout->area;
    if (layout->flipped)
        layout->upright
            = (cp_rect){ layout->area.y, layout->area.x, layout->area.height, layout->area.width };
    set_ranges(layout, 0, 0);
}

/* The part of an axis so long that values beyond the ends of bars need. */
static double label_room(const cp_layout *layout, double length)
{
    const cp_chart_style *style = &layout->looks->style->chart;

    return fmin((style->value.size + 2 * style->label_gap) / fmax(length, 1), 0.2);
}

static cp_axis_name name_of(const cp_layout *layout, cp_str words, const cp_node *asked)
{
    cp_axis_name name = { .words = words };

    if (words.size == 0)
        return name;
    name.text = cp_label_set(layout->page, layout->looks, &layout->looks->style->chart.unit, words,
                             asked);
    name.box.width = cp_text_size(name.text).width;
    name.box.height = cp_text_size(name.text).height;
    return name;
}

/* In the corners of a cloud's plane; else that of x in a row below its labels. */
static void put_names(cp_layout *layout)
{
    const cp_chart_style *style = &layout->looks->style->chart;
    bool within = cp_plot_is_cloud(layout->plot);
    cp_rect area = layout->area, *x = &layout->x_name.box, *y = &layout->y_name.box;
    double foot = area.y + area.height + 2 * style->tick_gap;

    x->x = area.x + area.width - x->width - (within ? style->tick_gap : 0);
    x->y = area.y + area.height
           + (within ? -style->tick_gap - x->height : 2 * style->tick_gap + layout->x.height);
    y->x = layout->flipped ? area.x + area.width - y->width : area.x + style->tick_gap;
    y->y = layout->flipped ? foot + style->tick.size : area.y + style->tick_gap;
}

static void make_names(cp_layout *layout)
{
    const cp_plot *plot = layout->plot;
    const cp_y_axis *left = &plot->y[CP_SIDE_LEFT];

    layout->x_name = layout->y_name = (cp_axis_name){ 0 };
    if (!plot->bare_x)
        layout->x_name = name_of(layout, cp_x_head(layout->page, &plot->x), plot->x.node);
    if (cp_plot_is_cloud(plot) && left->used && !plot->bare_left)
        layout->y_name = name_of(layout, cp_y_head(layout->page, left), left->node);
    else if (layout->x_name.text)
        layout->margins.bottom += layout->looks->style->chart.tick_gap + layout->x_name.box.height;
}

static void make_upright(cp_layout *out, cp_legend_place place, const cp_margins *least)
{
    double height = out->box.height, ends;

    if (out->plot->events)
        height *= out->looks->style->event.line_share;
    cp_y_ticks_make(out->page, out->plot, out->looks, cp_y_intervals(out->looks->style, height),
                    label_room(out, height * 0.7), out->y);
    measure_sides(out);
    ends = out->margins.right;
    keep_least(&out->margins, least);
    measure_top(out, place, ends);
    measure_ends(out);
    make_names(out);
    keep_least(&out->margins, least);
    set_area(out);
    put_names(out);
    make_room(out);
}

/* The values' axis lies along the foot: as many ticks as their labels leave apart. */
static void ticks_along_foot(cp_layout *layout, double width)
{
    const cp_chart_style *style = &layout->looks->style->chart;
    double pitch = style->tick.size * style->tick_pitch;
    double room = fmin(cp_value_labels_width(layout) / fmax(width, 1), 0.3);

    for (int intervals = (int)fmax(fmin(width / pitch, 8), 1); intervals >= 1; intervals--) {
        const cp_y_ticks *y = layout->y;
        double space = style->tick.size * style->tick_space, needed = 0;

        cp_y_ticks_make(layout->page, layout->plot, layout->looks, intervals, room, layout->y);
        for (int side = 0; side < 2; side++)
            needed = fmax(needed, (y[side].width + space) * (double)y[side].count);
        if (needed <= width)
            return;
    }
}

/* The share of the box's width that names down the side may take. */
static const double names_share = 0.36;

static void make_flipped(cp_layout *out, cp_legend_place place, const cp_margins *least)
{
    const cp_chart_style *style = &out->looks->style->chart;
    const cp_rect box = out->box;
    const cp_y_axis *foot = &out->plot->y[CP_SIDE_LEFT];
    double row = style->tick_gap + style->tick.size, ends;

    out->margins.left = cp_x_names_width(out->page, out->plot, out->looks, box.width * names_share)
                        + style->tick_gap;
    ticks_along_foot(out, box.width - out->margins.left);
    out->margins.right = ends = fmax(out->y[0].width, out->y[1].width) / 2;
    keep_least(&out->margins, least);
    measure_top(out, place, ends);
    out->margins.bottom += row;
    if (cp_plot_has_top_axis(out->plot)) {
        out->margins.top += row;
        out->legend.clear += row;
        out->y_name = name_of(out, cp_y_head(out->page, foot), foot->node);
        out->margins.bottom += out->y_name.text ? style->tick_gap + out->y_name.box.height : 0;
    }
    keep_least(&out->margins, least);
    set_area(out);
    put_names(out);
    set_x_range(out, 0, 0);
    make_room_for_marks(out);
}

static void make(cp_layout *out, cp_legend_place place, const cp_margins *least)
{
    out->margins = (cp_margins){ 0 };
    if (out->flipped)
        make_flipped(out, place, least);
    else
        make_upright(out, place, least);
    cp_legend_put(&out->legend, out->box, out->area);
}

void cp_layout_make(cp_layout *out, const cp_plot *plot, const cp_looks *looks, cp_rect box,
                    const cp_margins *least, cp_arena *page)
{
    cp_legend_place place = (cp_legend_place)plot->legend;

    *out = (cp_layout){
        .plot = plot, .looks = looks, .page = page, .box = box, .flipped = plot->flip
    };
    make(out, place, least);
    if (place != CP_LEGEND_INSIDE || out->legend.count == 0)
        return;
    cp_layout_place_series(out);
    if (!cp_legend_find_room(out))
        make(out, CP_LEGEND_TOP, least);
}

cp_rect cp_layout_to_series(const cp_layout *layout, cp_rect rect)
{
    double turn = 2 * layout->area.x + layout->area.width;

    if (!layout->flipped)
        return rect;
    return (cp_rect){ rect.y, turn - rect.x - rect.width, rect.height, rect.width };
}

cp_point cp_layout_to_page(const cp_layout *layout, double x, double y)
{
    double turn = 2 * layout->area.x + layout->area.width;

    return layout->flipped ? (cp_point){ turn - y, x } : (cp_point){ x, y };
}

/* A quarter turn: what is drawn upward then points right, what runs right runs down. */
void cp_layout_turn(const cp_layout *layout, cairo_t *cr)
{
    cairo_matrix_t turn;

    if (!layout->flipped)
        return;
    cairo_matrix_init(&turn, 0, 1, -1, 0, 2 * layout->area.x + layout->area.width, 0);
    cairo_transform(cr, &turn);
}
