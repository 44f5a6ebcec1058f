#include "plot/dump.h"

#include <math.h>

static const char *const side_names[] = { "left", "right" };

static void dump_rect(cp_buf *out, const char *what, cp_rect rect)
{
    cp_buf_printf(out, "%s %.1f,%.1f %.1fx%.1f\n", what, rect.x, rect.y, rect.width, rect.height);
}

static void dump_y(const cp_layout *layout, int side, cp_buf *out)
{
    const cp_y_ticks *ticks = &layout->y[side];

    if (layout->legend.head[side])
        cp_buf_printf(out, "unit %s " CP_FMT "\n", side_names[side],
                      CP_ARG(cp_y_head(layout->page, &layout->plot->y[side])));
    for (size_t i = 0; i < ticks->count; i++) {
        cp_point at = cp_layout_to_page(layout, 0, cp_scale_number(&ticks->scale, ticks->value[i]));

        if (!ticks->label[i])
            continue;
        cp_buf_printf(out, "tick %s " CP_FMT " %s=%.1f\n", side_names[side],
                      CP_ARG(ticks->words[i]), layout->flipped ? "x" : "y",
                      layout->flipped ? at.x : at.y);
    }
}

static void dump_x(const cp_layout *layout, cp_buf *out)
{
    for (size_t i = 0; i < layout->x.count; i++)
        cp_buf_printf(out, "tick x " CP_FMT " %s=%.1f\n", CP_ARG(layout->x.words[i]),
                      layout->flipped ? "y" : "x", layout->x.at[i]);
}

static void dump_legend(const cp_layout *layout, cp_buf *out)
{
    const cp_legend *legend = &layout->legend;
    double row = layout->looks->style->chart.legend_height;

    for (size_t i = 0; i < legend->count; i++) {
        const cp_legend_entry *entry = &legend->entries[i];

        cp_buf_printf(out, "legend " CP_FMT " %s x=%.1f row=%d\n", CP_ARG(entry->words),
                      entry->series->mark->class->name, legend->at.x + entry->key.x,
                      (int)floor((entry->key.y + entry->key.height / 2) / row) + 1);
    }
}

static void dump_series(const cp_series *series, const cp_mark_view *view, cp_buf *out)
{
    double low = INFINITY, high = -INFINITY;
    size_t missing = 0;

    for (size_t i = 0; i < view->rows; i++) {
        missing += isnan(view->y[i]);
        low = fmin(low, view->y[i]);
        high = fmax(high, view->y[i]);
    }
    cp_buf_printf(out, "mark %s " CP_FMT " rows=%zu", series->mark->class->name,
                  CP_ARG(series->name), view->rows);
    if (missing > 0)
        cp_buf_printf(out, " missing=%zu", missing);
    if (view->rows > 0 && !isnan(view->x[0]))
        cp_buf_printf(out, " x=%.1f..%.1f", view->x[0], view->x[view->rows - 1]);
    if (low <= high)
        cp_buf_printf(out, " y=%.1f..%.1f", low, high);
    if (view->width > 0)
        cp_buf_printf(out, " width=%.1f", view->width);
    cp_buf_add_char(out, '\n');
}

static void dump_name(const char *axis, const cp_axis_name *name, cp_buf *out)
{
    if (name->text)
        cp_buf_printf(out, "name %s " CP_FMT " %.1f,%.1f %.1fx%.1f\n", axis, CP_ARG(name->words),
                      name->box.x, name->box.y, name->box.width, name->box.height);
}

/* Middles and radii; of what is written, the places it belongs to. */
static void dump_points(const cp_layout *layout, size_t number, cp_buf *out)
{
    const cp_mark_class *class = layout->plot->series[number].mark->class;
    const cp_mark_view *view = &layout->views[number];
    bool says = class->traits & CP_MARK_SAYS;

    for (size_t i = 0; (class->radius || says) && i < view->rows; i++) {
        cp_point at = cp_layout_to_page(layout, view->x[i], view->y[i]);
        double radius = says ? 0 : class->radius(view, i);

        if (radius > 0 || (says && !isnan(view->y[i])))
            cp_buf_printf(out, "point %.1f,%.1f %.1f\n", at.x, at.y, radius);
    }
}

void cp_layout_dump(const cp_layout *layout, const cp_value_labels *labels, cp_buf *out)
{
    dump_rect(out, "box", layout->box);
    dump_rect(out, "area", layout->area);
    for (int side = 0; side < 2; side++)
        dump_y(layout, side, out);
    dump_x(layout, out);
    dump_legend(layout, out);
    for (size_t i = 0; i < layout->plot->series_count; i++)
        dump_series(&layout->plot->series[i], &layout->views[i], out);
    dump_name("x", &layout->x_name, out);
    dump_name("y", &layout->y_name, out);
    for (size_t i = 0; i < layout->plot->series_count; i++)
        dump_points(layout, i, out);
    for (size_t i = 0; i < labels->count; i++)
        cp_buf_printf(out, "label " CP_FMT " %.1f,%.1f %.1fx%.1f\n", CP_ARG(labels->item[i].words),
                      labels->item[i].rect.x, labels->item[i].rect.y, labels->item[i].rect.width,
                      labels->item[i].rect.height);
    for (size_t i = 0; i < labels->count; i++)
        if (labels->item[i].led)
            cp_buf_printf(out, "leader " CP_FMT " %.1f,%.1f %.1f,%.1f\n",
                          CP_ARG(labels->item[i].words), labels->item[i].from.x,
                          labels->item[i].from.y, labels->item[i].to.x, labels->item[i].to.y);
}
