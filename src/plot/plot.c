/* plot.c - the conductor: what is drawn, in which order. */

#include "plot/plot.h"

#include <math.h>

#include "plot/dump.h"
#include "plot/event.h"
#include "plot/label_end.h"
#include "plot/label_kept.h"
#include "plot/layout.h"

cp_margins cp_plot_margins(const cp_plot *plot, const cp_looks *looks, cp_size size, cp_arena *page)
{
    cp_layout layout;

    cp_layout_make(&layout, plot, looks, (cp_rect){ 0, 0, size.width, size.height }, NULL, page);
    return layout.margins;
}

/* A line of the smallest text for each name, and room for a few values across. */
static cp_size least_flipped(const cp_layout *layout)
{
    const cp_chart_style *style = &layout->looks->style->chart;
    double height = 0;

    for (size_t i = 0; i < layout->x.count; i++)
        height = fmax(height, cp_text_size(layout->x.label[i]).height);
    return (cp_size){ layout->margins.left + layout->margins.right
                          + 4 * (fmax(layout->y[0].width, layout->y[1].width) + style->tick.size),
                      layout->margins.top + layout->margins.bottom
                          + (double)layout->x.count * fmax(height, style->smallest_text * 1.25) };
}

/* A plane for the names of its points, as wide as a page is; more than a page nothing gets. */
static cp_size least_for_names(const cp_plot *plot, const cp_looks *looks, cp_arena *page)
{
    const cp_page_style *whole = &looks->style->page;
    double area = cp_names_area(page, plot, looks), aspect = whole->width / whole->height;
    double most = 0.8 * (whole->width - whole->left - whole->right);
    double width = fmin(sqrt(area * aspect), most);

    return (cp_size){ width, width / aspect };
}

/* Two intervals up and four labels across, and all bars wide enough to be seen. */
cp_size cp_plot_least(const cp_plot *plot, const cp_looks *looks, cp_arena *page)
{
    const cp_chart_style *style = &looks->style->chart;
    cp_rect page_box = { 0, 0, looks->style->page.width, looks->style->page.height };
    cp_layout layout;
    double widest = 0;

    cp_layout_make(&layout, plot, looks, page_box, NULL, page);
    if (plot->flip)
        return least_flipped(&layout);
    for (size_t i = 0; i < layout.x.count; i++)
        widest = fmax(widest, cp_text_size(layout.x.label[i]).width);
    widest = (widest + style->tick.size * style->tick_space) * 4;

    cp_size least = { widest, style->tick.size * style->tick_pitch * 2 };
    cp_size names = least_for_names(plot, looks, page);

    least = (cp_size){ fmax(least.width, names.width), fmax(least.height, names.height) };

    for (int side = 0; side < 2; side++)
        least.height = fmax(least.height, (double)plot->y[side].name_count
                                              * (style->tick.size + style->tick_gap));
    if (plot->events) {
        cp_size boxes = cp_events_least(plot, looks, page);

        least = (cp_size){ fmax(least.width, boxes.width), fmax(least.height, boxes.height) };
    }
    least.width += layout.margins.left + layout.margins.right;
    least.height += layout.margins.top + layout.margins.bottom;
    return least;
}

enum { LAYER_GROUND, LAYER_FILLING, LAYER_ABOVE };

/* Filling marks lie beneath, whatever the order of the spec: what they cover could not be seen. */
static int layer_of(const cp_mark_class *class)
{
    return class->traits & CP_MARK_BEHIND  ? LAYER_GROUND
           : class->traits & CP_MARK_FILLS ? LAYER_FILLING
                                           : LAYER_ABOVE;
}

static bool leaves_domain(const cp_y_axis *axis)
{
    return axis->domain.count == 2
           && (axis->low < axis->domain.item[0] || axis->high > axis->domain.item[1]);
}

/* Only where the user set an end can data lie beyond it. */
static void clip_to_area(const cp_layout *layout, cairo_t *cr)
{
    const cp_plot *plot = layout->plot;
    cp_rect area = layout->area;

    if (cp_plot_is_cloud(plot))
        return;
    if (!leaves_domain(&plot->y[0]) && !leaves_domain(&plot->y[1]))
        return;
    if (layout->flipped)
        cairo_rectangle(cr, area.x, layout->box.y, area.width, layout->box.height);
    else
        cairo_rectangle(cr, layout->box.x, area.y, layout->box.width, area.height);
    cairo_clip(cr);
}

static void draw_series(const cp_layout *layout, size_t number, cairo_t *cr)
{
    const cp_mark_class *class = layout->plot->series[number].mark->class;

    if (class->draw) {
        cairo_save(cr);
        clip_to_area(layout, cr);
        cp_layout_turn(layout, cr);
        class->draw(&layout->views[number], cr);
        cairo_restore(cr);
    }
    if (class->draw_points) {
        cairo_save(cr);
        cp_layout_turn(layout, cr);
        class->draw_points(&layout->views[number], cr);
        cairo_restore(cr);
    }
}

static void draw_marks(const cp_layout *layout, int layer, cairo_t *cr)
{
    const cp_plot *plot = layout->plot;

    for (size_t i = 0; i < plot->series_count; i++)
        if (layer_of(plot->series[i].mark->class) == layer)
            draw_series(layout, i, cr);
}

static void draw_data(const cp_layout *layout, cp_side main_side, cairo_t *cr)
{
    const cp_looks *looks = layout->looks;
    const cp_y_ticks *ticks = &layout->y[main_side];

    draw_marks(layout, LAYER_GROUND, cr);
    cairo_save(cr);
    cp_layout_turn(layout, cr);
    cp_grid_draw(looks, ticks, layout->upright, cr);
    if (cp_plot_is_cloud(layout->plot))
        cp_x_grid_draw(looks, &layout->x, layout->upright, cr);
    cairo_restore(cr);
    if (layout->events)
        cp_events_draw_leaders(layout, cr);
    draw_marks(layout, LAYER_FILLING, cr);
    cairo_save(cr);
    cp_layout_turn(layout, cr);
    cp_base_line_draw(looks, ticks, layout->upright, cr);
    cairo_restore(cr);
    draw_marks(layout, LAYER_ABOVE, cr);
}

static void draw_name(const cp_axis_name *name, cairo_t *cr)
{
    if (name->text)
        cp_text_draw(name->text, cr, name->box.x, name->box.y);
}

static bool stands_on_top(const cp_plot *plot, int side)
{
    return side == CP_SIDE_RIGHT && cp_plot_has_top_axis(plot);
}

static void draw_axes(const cp_layout *layout, cairo_t *cr)
{
    const cp_looks *looks = layout->looks;

    if (layout->flipped) {
        for (int side = 0; side < 2; side++)
            cp_along_labels_draw(looks, &layout->y[side], stands_on_top(layout->plot, side),
                                 layout->area, cr);
        cp_names_draw(looks, &layout->x, layout->area, cr);
        draw_name(&layout->y_name, cr);
        return;
    }
    for (int side = 0; side < 2; side++)
        if (side != CP_SIDE_LEFT || !layout->plot->bare_left)
            cp_y_labels_draw(looks, &layout->y[side], (cp_side)side, layout->area, cr);
    if (!layout->plot->bare_x)
        cp_x_labels_draw(looks, &layout->x, layout->area, cr);
    draw_name(&layout->x_name, cr);
    draw_name(&layout->y_name, cr);
}

/* What was tried stands in label.h. */
static void tell_labels(const cp_looks *looks, const cp_value_labels *labels)
{
    const cp_chart_style *style = &looks->style->chart;
    const cp_node *mark = labels->left_out > 0 ? labels->crowded->mark->node : NULL;
    size_t values = labels->left_out - labels->names;

    if (labels->names > 0)
        cp_warn(looks->report, cp_field_place(mark, "names"),
                "%zu of %zu names have no room beside their points, at %g pt as well; "
                "`labels: {only: top 30 by x}` writes fewer",
                labels->names, labels->all_names, fmin(style->smallest_text, style->value.size));
    if (values > 0)
        cp_warn(looks->report, cp_field_place(mark, "label"),
                values == 1 ? "%zu value has no room for its label"
                            : "%zu values have no room for their labels",
                values);
}

static void tell_left_out(const cp_layout *layout, const cp_value_labels *labels)
{
    cp_report *report = layout->looks->report;
    const cp_x_axis *x = &layout->plot->x;

    tell_labels(layout->looks, labels);
    if (layout->events && !layout->events->fits)
        cp_warn(report, layout->plot->events->node->place,
                "%zu events leave too little room for the line in a box of %.0f x %.0f points",
                layout->events->count, layout->box.width, layout->box.height);
    if (layout->x.left_out > 0)
        cp_warn(report, x->node->place, "%zu of %zu names have no room for their labels",
                layout->x.left_out, x->scale.count);
}

void cp_plot_draw(const cp_plot *plot, const cp_looks *looks, cp_rect box, cp_margins margins,
                  cairo_t *cr, cp_arena *page, cp_buf *dump)
{
    cp_side main_side = plot->y[CP_SIDE_LEFT].used ? CP_SIDE_LEFT : CP_SIDE_RIGHT;
    cp_layout layout;

    cp_layout_make(&layout, plot, looks, box, &margins, page);
    cp_layout_place_series(&layout);

    cp_value_labels labels = cp_value_labels_make(&layout);

    cp_label_ends_on_axis(&layout, &labels);
    draw_data(&layout, main_side, cr);
    draw_axes(&layout, cr);
    cp_legend_draw(page, looks, &layout.legend, box, layout.area, cr);
    for (size_t i = 0; layout.events && i < labels.count; i++)
        cp_events_clear(&layout, labels.item[i].rect, cr);
    cp_value_labels_draw(&layout, &labels, cr);
    if (layout.events)
        cp_events_draw_boxes(&layout, cr);
    tell_left_out(&layout, &labels);
    cp_kept_places_take(&layout, &labels);
    if (dump)
        cp_layout_dump(&layout, &labels, dump);
    if (dump && layout.events)
        cp_events_dump(&layout, dump);
}
