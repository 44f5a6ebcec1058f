/* event_draw.c - the ink of call-outs: leaders below all marks, dots and boxes above them. */

#include "plot/event.h"

#include <math.h>

#include "paint/output.h"

static bool meets_leader(const cp_layout *layout, cp_rect rect)
{
    for (size_t i = 0; i < layout->events->count; i++) {
        const cp_event_box *box = &layout->events->item[i];
        cp_point from = box->lead[box->leads - 2], to = box->lead[box->leads - 1];

        if (to.x > rect.x && to.x < rect.x + rect.width && fmin(from.y, to.y) < rect.y + rect.height
            && fmax(from.y, to.y) > rect.y)
            return true;
    }
    return false;
}

void cp_events_clear(const cp_layout *layout, cp_rect rect, cairo_t *cr)
{
    if (!meets_leader(layout, rect))
        return;
    cp_set_color(cr, layout->looks->style->page.background);
    cairo_rectangle(cr, rect.x, rect.y, rect.width, rect.height);
    cairo_fill(cr);
}

void cp_events_draw_leaders(const cp_layout *layout, cairo_t *cr)
{
    const cp_stroke *stroke = &layout->looks->style->event.leader;

    cairo_set_line_join(cr, CAIRO_LINE_JOIN_ROUND);
    for (size_t i = 0; i < layout->events->count; i++) {
        const cp_event_box *box = &layout->events->item[i];

        for (size_t k = 0; k < box->leads; k++)
            cairo_line_to(cr, box->lead[k].x, box->lead[k].y);
        cp_stroke_path(cr, stroke);
    }
}

static void draw_dot(const cp_layout *layout, const cp_event_box *box, cairo_t *cr)
{
    const cp_style *style = layout->looks->style;
    cp_point at = box->lead[box->leads - 1];
    double radius = style->event.dot_size / 2;

    cairo_arc(cr, at.x, at.y, radius, 0, 2 * acos(-1));
    cp_set_color(cr, style->event.dot);
    cairo_fill_preserve(cr);
    cp_set_color(cr, style->page.background);
    cairo_set_line_width(cr, radius / 3);
    cairo_stroke(cr);
}

static void draw_box(const cp_layout *layout, const cp_event_box *box, cairo_t *cr)
{
    const cp_event_style *style = &layout->looks->style->event;
    cp_rect rect = box->rect;
    double half = style->border.width / 2;

    cairo_rectangle(cr, rect.x, rect.y, rect.width, rect.height);
    cp_set_color(cr, style->fill);
    cairo_fill(cr);
    if (half > 0) {
        cairo_rectangle(cr, rect.x + half, rect.y + half, rect.width - 2 * half,
                        rect.height - 2 * half);
        cp_stroke_path(cr, &style->border);
    }
    cp_text_draw(box->text, cr, rect.x + style->pad_x, rect.y + style->pad_y);
}

void cp_events_draw_boxes(const cp_layout *layout, cairo_t *cr)
{
    for (size_t i = 0; i < layout->events->count; i++) {
        if (!isnan(layout->events->item[i].event->value))
            draw_dot(layout, &layout->events->item[i], cr);
        draw_box(layout, &layout->events->item[i], cr);
    }
}

void cp_events_dump(const cp_layout *layout, cp_buf *out)
{
    for (size_t i = 0; i < layout->events->count; i++) {
        const cp_event_box *box = &layout->events->item[i];

        cp_buf_printf(out, "event " CP_FMT " %.1f,%.1f %.1fx%.1f", CP_ARG(box->event->day),
                      box->rect.x, box->rect.y, box->rect.width, box->rect.height);
        for (size_t k = 0; k < box->leads; k++)
            cp_buf_printf(out, " %.1f,%.1f", box->lead[k].x, box->lead[k].y);
        cp_buf_add_char(out, '\n');
    }
}
