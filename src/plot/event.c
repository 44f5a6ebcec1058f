/* event.c - where the boxes of call-outs stand, and how they are led to the line. */

#include "plot/event.h"

#include <math.h>

#include "plot/event_way.h"
#include "plot/labels_row.h"

static double clamp(double value, double low, double high)
{
    return fmax(fmin(value, high), low);
}

/* The boxes of one row of one side, around the places wanted in `way_in`. */
static void place_row(const cp_layout *layout, const cp_event_way *w, size_t side, size_t row,
                      const double *way_in, double top)
{
    const cp_event_style *style = &layout->looks->style->event;
    cp_event_boxes *boxes = layout->events;
    double *at = cp_new_array(layout->page, double, boxes->count);
    double *width = cp_new_array(layout->page, double, boxes->count);
    double *left = cp_new_array(layout->page, double, boxes->count);
    size_t *index = cp_new_array(layout->page, size_t, boxes->count), count = 0;
    double right = layout->area.x + layout->area.width;

    for (size_t i = side; i < boxes->count; i += 2)
        if (cp_event_row(w, i) == row) {
            index[count] = i;
            width[count] = w->width;
            at[count++] = way_in[i];
        }
    /* The leader of an outer box that comes last passes right of all inner ones. */
    if (w->rows > 1 && row == 0)
        right -= style->gap;
    cp_labels_row(layout->page, count, at, width, style->gap, layout->area.x, right, left);
    for (size_t k = 0; k < count; k++)
        boxes->item[index[k]].rect = (cp_rect){ left[k], top, w->width, w->height[side][row] };
}

/* Where the leaders of the outer row pass the inner one. */
static void find_channels(const cp_layout *layout, const cp_event_way *w, size_t side,
                          double *way_in)
{
    const cp_event_style *style = &layout->looks->style->event;
    const cp_event_boxes *boxes = layout->events;

    for (size_t i = side; i < boxes->count; i += 2) {
        double low = -INFINITY, high = INFINITY;

        if (cp_event_row(w, i) == 0)
            continue;
        if (i >= 2)
            low = boxes->item[i - 2].rect.x + w->width + style->gap / 2;
        if (i + 2 < boxes->count)
            high = boxes->item[i + 2].rect.x - style->gap / 2;
        way_in[i] = clamp(way_in[i], low, high);
    }
}

static void place_side(const cp_layout *layout, const cp_event_way *w, size_t side, double *way_in)
{
    const cp_event_style *style = &layout->looks->style->event;
    double inner = w->height[side][0], outer = w->height[side][1], edge = layout->area.y;

    if (side == 1)
        edge += layout->area.height - style->row_gap;
    place_row(layout, w, side, 0, way_in,
              side == 1 ? edge - w->side[1] + style->row_gap + style->lead
                        : edge + w->side[0] - style->lead - inner);
    if (outer <= 0)
        return;
    find_channels(layout, w, side, way_in);
    place_row(layout, w, side, 1, way_in, side == 1 ? edge - outer : edge);
}

static double day_at(const cp_layout *layout, const cp_event *event)
{
    return cp_x_at(&layout->x.scale, event->place);
}

void cp_events_place(cp_layout *layout)
{
    const cp_events *events = layout->plot->events;
    cp_event_setting s
        = { events, layout->looks, layout->page, layout->area.width, layout->area.height };
    cp_event_boxes *boxes = cp_new(layout->page, cp_event_boxes);
    double *way_in = cp_new_array(layout->page, double, events->count);
    cp_event_way w = { 0 };

    boxes->fits = cp_event_way_choose(&s, &w);
    boxes->above = w.side[0];
    boxes->below = w.side[1];
    boxes->count = events->count;
    boxes->item = cp_new_array(layout->page, cp_event_box, events->count);
    layout->events = boxes;
    for (size_t i = 0; i < events->count; i++) {
        boxes->item[i].event = &events->item[i];
        boxes->item[i].below = cp_event_side(i) == 1;
        boxes->item[i].text = cp_event_set(&s, &w, &events->item[i]);
        way_in[i] = day_at(layout, &events->item[i]);
    }
    for (size_t side = 0; side < 2; side++)
        place_side(layout, &w, side, way_in);
    for (size_t i = 0; i < boxes->count; i++)
        if (cp_event_row(&w, i) == 1) {
            boxes->item[i].lead[1].x = way_in[i];
            boxes->item[i].leads = 5;
        } else {
            boxes->item[i].leads = 3;
        }
}

/* Out of the box, past an inner row, over to the day and on to the line: what slants stands
 * clear of all boxes. */
static void lead_box(const cp_layout *layout, cp_event_box *box)
{
    const cp_event_style *style = &layout->looks->style->event;
    const cp_event_boxes *boxes = layout->events;
    const cp_y_ticks *ticks = &layout->y[layout->plot->events->side];
    cp_rect rect = box->rect, area = layout->area;
    double day = day_at(layout, box->event), inward = box->below ? -1 : 1;
    double edge = box->below ? rect.y : rect.y + rect.height;
    double room = box->below ? area.y + area.height - boxes->below : area.y + boxes->above;
    double value
        = isnan(box->event->value) ? room : cp_scale_number(&ticks->scale, box->event->value);
    double inset = fmin(style->pad_x, rect.width / 2);
    double through = box->leads == 5 ? box->lead[1].x : day;
    cp_point *lead = box->lead;

    lead[0] = (cp_point){ clamp(through, rect.x + inset, rect.x + rect.width - inset), edge };
    if (box->leads == 5) {
        lead[1] = (cp_point){ through, edge + inward * style->row_gap };
        lead[2] = (cp_point){ through, room - inward * style->lead };
    }
    lead[box->leads - 2] = (cp_point){ day, room };
    lead[box->leads - 1] = (cp_point){ day, value };
}

void cp_events_lead(const cp_layout *layout)
{
    for (size_t i = 0; i < layout->events->count; i++)
        lead_box(layout, &layout->events->item[i]);
}
