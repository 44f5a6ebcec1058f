/* pie_draw.c - the ink of a pie. */

#include "figure/pie.h"

#include <math.h>

#include "paint/output.h"

static double angle_of(double part)
{
    return (2 * part - 0.5) * acos(-1);
}

static double share_of(const cp_pie_slice *slice)
{
    return slice->to - slice->from;
}

static void draw_slice(const cp_pie_slice *slice, double start, const cp_pie_layout *layout,
                       cairo_t *cr)
{
    double from = angle_of(start + slice->from), to = angle_of(start + slice->to);

    cairo_new_path(cr);
    cairo_arc(cr, layout->middle.x, layout->middle.y, layout->radius, from, to);
    if (layout->hole > 0)
        cairo_arc_negative(cr, layout->middle.x, layout->middle.y, layout->hole, to, from);
    else if (share_of(slice) < 1)
        cairo_line_to(cr, layout->middle.x, layout->middle.y);
    cairo_close_path(cr);
    cp_set_color(cr, slice->color);
    cairo_fill(cr);
}

/* The slice that ends where this one begins, past those of nothing. */
static const cp_pie_slice *slice_before(const cp_pie *pie, size_t at)
{
    size_t before = at;

    do
        before = before > 0 ? before - 1 : pie->count - 1;
    while (before != at && share_of(&pie->slice[before]) <= 0);
    return &pie->slice[before];
}

/* A line between two slices takes no more than a third of the narrower one's rim. */
static void draw_edge(const cp_pie *pie, size_t at, const cp_pie_layout *layout,
                      const cp_stroke *edge, cairo_t *cr)
{
    const cp_pie_slice *next = &pie->slice[at];
    double angle = angle_of(pie->start + next->from);
    double arc
        = fmin(share_of(next), share_of(slice_before(pie, at))) * 2 * acos(-1) * layout->radius;
    cp_stroke stroke = { fmin(edge->width, arc / 3), edge->color, edge->dash };

    cairo_move_to(cr, layout->middle.x + layout->hole * cos(angle),
                  layout->middle.y + layout->hole * sin(angle));
    cairo_line_to(cr, layout->middle.x + (layout->radius + 1) * cos(angle),
                  layout->middle.y + (layout->radius + 1) * sin(angle));
    cp_stroke_path(cr, &stroke);
}

static void draw_leader(const cp_pie_label *label, const cp_stroke *stroke, cairo_t *cr)
{
    if (label->points == 0)
        return;
    cairo_set_line_join(cr, CAIRO_LINE_JOIN_ROUND);
    cairo_move_to(cr, label->path[0].x, label->path[0].y);
    for (int i = 1; i < label->points; i++)
        cairo_line_to(cr, label->path[i].x, label->path[i].y);
    cp_stroke_path(cr, stroke);
}

static void dump_layout(const cp_pie *pie, const cp_pie_layout *layout, cp_buf *dump)
{
    cp_buf_printf(dump, "pie %.1f %.1f %.1f %.1f\n", layout->middle.x, layout->middle.y,
                  layout->radius, layout->hole);
    for (size_t i = 0; i < pie->count; i++)
        cp_buf_printf(dump, "slice %.4f %.4f%s\n", pie->slice[i].from, pie->slice[i].to,
                      layout->inside && layout->inside[i] ? " inside" : "");
    for (size_t i = 0; i < layout->count; i++) {
        const cp_pie_label *label = &layout->label[i];

        cp_buf_printf(dump, "label %.1f,%.1f %.1fx%.1f", label->box.x, label->box.y,
                      label->box.width, label->box.height);
        for (size_t k = 0; k < cp_text_lines(label->text); k++)
            cp_buf_printf(dump, " | " CP_FMT, CP_ARG(cp_text_line_slice(label->text, k)));
        cp_buf_printf(dump, label->points > 0 ? "\nleader" : "");
        for (int k = 0; k < label->points; k++)
            cp_buf_printf(dump, " %.1f %.1f", label->path[k].x, label->path[k].y);
        cp_buf_printf(dump, "\n");
    }
    for (size_t i = 0; i < layout->lines; i++)
        cp_buf_printf(dump, "center %.1f %.1f " CP_FMT "\n", layout->line_at[i].x,
                      layout->line_at[i].y, CP_ARG(pie->line[i]));
}

void cp_pie_draw(const cp_pie *pie, const cp_figure_env *env, cp_rect box, cairo_t *cr,
                 cp_arena *page, cp_buf *dump)
{
    const cp_pie_style *style = &env->style->pie;
    cp_pie_layout layout = cp_pie_layout_make(pie, env, (cp_size){ box.width, box.height }, page);

    cairo_translate(cr, box.x, box.y);
    for (size_t i = 0; i < pie->count; i++)
        draw_slice(&pie->slice[i], pie->start, &layout, cr);
    for (size_t i = 0; i < pie->count && pie->count > 1; i++)
        draw_edge(pie, i, &layout, &style->edge, cr);
    for (size_t i = 0; i < layout.count; i++) {
        draw_leader(&layout.label[i], &style->leader, cr);
        cp_text_draw(layout.label[i].text, cr, layout.label[i].box.x, layout.label[i].box.y);
    }
    for (size_t i = 0; layout.inside && i < pie->count; i++)
        if (layout.inside[i])
            cp_text_draw(layout.inside[i], cr, layout.inside_at[i].x, layout.inside_at[i].y);
    for (size_t i = 0; i < layout.lines; i++)
        cp_text_draw(layout.line[i], cr, layout.line_at[i].x, layout.line_at[i].y);
    if (dump)
        dump_layout(pie, &layout, dump);
}
