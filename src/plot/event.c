/* event.c - where the boxes of call-outs stand, and how they are led to the line. */

#include "plot/event.h"

#include <math.h>

#include "paint/output.h"

/* Two rows a side: the leaders of the outer one pass between the boxes of the inner. */
enum { MOST_ROWS = 2, WIDTH_STEPS = 12, EVEN_STEPS = 5 };

static const double size_step = 0.25;

/* One way to set all boxes. */
typedef struct way {
    double size; /* of the text */
    size_t rows; /* on each side */
    double width;
    double height[2][MOST_ROWS]; /* by side, from the line outward */
    double side[2];              /* what a side takes of the height */
    bool cut;                    /* a word is wider than its box */
} way;

/* What boxes are set with. */
typedef struct setting {
    const cp_events *events;
    const cp_looks *looks;
    cp_arena *page;
    double width, height; /* of the data area */
} setting;

static size_t side_of(size_t index)
{
    return index % 2;
}

/* By turns above and below, and on each side from row to row. */
static size_t row_of(const way *w, size_t index)
{
    return w->rows ? index / 2 % w->rows : 0;
}

static size_t on_side(const cp_events *events, size_t side)
{
    return (events->count + 1 - side) / 2;
}

static cp_text *set_within(const setting *s, const way *w, const cp_event *event, double width)
{
    const cp_event_style *style = &s->looks->style->event;
    cp_ink ink = { w->size, style->text.bold, style->text.color };
    cp_text_box box = { .width = width, .line_height = w->size * style->line_height };
    cp_span spans[] = {
        { .text = event->day,
          .bold = style->date.bold,
          .tinted = true,
          .color = style->date.color,
          .place = event->at },
        { .text = CP_STR("\n") },
        { .text = event->text, .place = event->at },
    };

    return cp_text_set(s->page, s->looks->fonts, &ink, &box, spans, 3, s->looks->report);
}

static cp_text *set_box(const setting *s, const way *w, const cp_event *event)
{
    return set_within(s, w, event, w->width - 2 * s->looks->style->event.pad_x);
}

/* A last line of a character or two looks lost. */
static bool ends_short(const cp_text *text)
{
    size_t lines = cp_text_lines(text);

    return lines > 2
           && cp_text_line_slice(text, lines - 1).size * 3
                  < cp_text_line_slice(text, lines - 2).size;
}

/* With as many lines, but as even as can be where the last one is short. */
static cp_text *set_evenly(const setting *s, const way *w, const cp_event *event)
{
    double high = w->width - 2 * s->looks->style->event.pad_x, low = high / 2;
    cp_text *text = set_within(s, w, event, high);
    size_t lines = cp_text_lines(text);

    for (int i = 0; ends_short(text) && i < EVEN_STEPS; i++) {
        double middle = (low + high) / 2;
        cp_text *tried = set_within(s, w, event, middle);

        if (cp_text_lines(tried) > lines || cp_text_least_width(tried) > middle) {
            low = middle;
        } else {
            high = middle;
            text = tried;
        }
    }
    return text;
}

static void measure(const setting *s, way *w)
{
    const cp_event_style *style = &s->looks->style->event;

    w->cut = false;
    for (size_t side = 0; side < 2; side++)
        for (size_t row = 0; row < MOST_ROWS; row++)
            w->height[side][row] = 0;
    for (size_t i = 0; i < s->events->count; i++) {
        cp_text *text = set_box(s, w, &s->events->item[i]);
        double *height = &w->height[side_of(i)][row_of(w, i)];

        *height = fmax(*height, cp_text_size(text).height + 2 * style->pad_y);
        w->cut = w->cut || cp_text_least_width(text) > w->width - 2 * style->pad_x + 0.01;
    }
    for (size_t side = 0; side < 2; side++) {
        double inner = w->height[side][0], outer = w->height[side][1];

        w->side[side] = inner > 0 ? inner + style->lead + (side == 1 ? style->row_gap : 0) : 0;
        if (outer > 0)
            w->side[side] += outer + style->row_gap;
    }
}

static double height_of(const way *w)
{
    return w->side[0] + w->side[1];
}

/* The widest boxes that stand beside each other, and with the same lines the narrowest. */
static bool try_way(const setting *s, way *w, double most)
{
    const cp_event_style *style = &s->looks->style->event;
    double scale = w->size / style->text.size;
    size_t across = (on_side(s->events, 0) + w->rows - 1) / w->rows;
    double low = style->narrowest * scale, high = style->widest * scale, room, height;

    room = (s->width - (double)across * style->gap + (w->rows == 1 ? style->gap : 0));
    high = fmin(high, room / (double)across);
    w->width = high;
    measure(s, w);
    height = height_of(w);
    if (high < low || w->cut || height > most)
        return false;
    for (int i = 0; i < WIDTH_STEPS; i++) {
        way tried = *w;

        tried.width = (low + high) / 2;
        measure(s, &tried);
        if (tried.cut || height_of(&tried) > height + 0.01) {
            low = tried.width;
        } else {
            high = tried.width;
            *w = tried;
        }
    }
    return true;
}

/* The largest text, then the fewest rows. */
static bool choose_way(const setting *s, way *w)
{
    const cp_style *style = s->looks->style;
    double most = s->height * (1 - style->event.line_share);

    for (double size = style->event.largest; size >= style->chart.smallest_text - 1e-9;
         size -= size_step)
        for (size_t rows = 1; rows <= MOST_ROWS; rows++) {
            *w = (way){ .size = size, .rows = rows };
            if (try_way(s, w, most))
                return true;
        }
    return false;
}

/* Centres as near as can be to those wanted (ascending), `pitch` apart, within low..high:
 * neighbours that meet move together (isotonic regression). */
static void spread(cp_arena *page, size_t count, double pitch, double low, double high, double *at)
{
    double *mean = cp_new_array(page, double, count);
    size_t *size = cp_new_array(page, size_t, count), blocks = 0, next = 0;

    for (size_t i = 0; i < count; i++) {
        mean[blocks] = at[i] - (double)i * pitch;
        size[blocks++] = 1;
        for (; blocks > 1 && mean[blocks - 1] < mean[blocks - 2]; blocks--) {
            double sum = mean[blocks - 1] * (double)size[blocks - 1]
                         + mean[blocks - 2] * (double)size[blocks - 2];

            size[blocks - 2] += size[blocks - 1];
            mean[blocks - 2] = sum / (double)size[blocks - 2];
        }
    }
    high -= (double)(count > 0 ? count - 1 : 0) * pitch;
    for (size_t block = 0; block < blocks; block++)
        for (size_t k = 0; k < size[block]; k++, next++)
            at[next] = fmax(fmin(mean[block], high), low) + (double)next * pitch;
}

static double clamp(double value, double low, double high)
{
    return fmax(fmin(value, high), low);
}

/* The boxes of one row of one side, around the places wanted in `way_in`. */
static void place_row(const cp_layout *layout, const way *w, size_t side, size_t row,
                      const double *way_in, double top)
{
    const cp_event_style *style = &layout->looks->style->event;
    cp_event_boxes *boxes = layout->events;
    double *at = cp_new_array(layout->page, double, boxes->count);
    size_t *index = cp_new_array(layout->page, size_t, boxes->count), count = 0;
    double low = layout->area.x + w->width / 2;
    double high = layout->area.x + layout->area.width - w->width / 2;

    for (size_t i = side; i < boxes->count; i += 2)
        if (row_of(w, i) == row) {
            index[count] = i;
            at[count++] = way_in[i];
        }
    /* The leader of an outer box that comes last passes right of all inner ones. */
    if (w->rows > 1 && row == 0)
        high -= style->gap;
    spread(layout->page, count, w->width + style->gap, low, high, at);
    for (size_t k = 0; k < count; k++)
        boxes->item[index[k]].rect
            = (cp_rect){ at[k] - w->width / 2, top, w->width, w->height[side][row] };
}

/* Where the leaders of the outer row pass the inner one. */
static void find_channels(const cp_layout *layout, const way *w, size_t side, double *way_in)
{
    const cp_event_style *style = &layout->looks->style->event;
    const cp_event_boxes *boxes = layout->events;

    for (size_t i = side; i < boxes->count; i += 2) {
        double low = -INFINITY, high = INFINITY;

        if (row_of(w, i) == 0)
            continue;
        if (i >= 2)
            low = boxes->item[i - 2].rect.x + w->width + style->gap / 2;
        if (i + 2 < boxes->count)
            high = boxes->item[i + 2].rect.x - style->gap / 2;
        way_in[i] = clamp(way_in[i], low, high);
    }
}

static void place_side(const cp_layout *layout, const way *w, size_t side, double *way_in)
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
    setting s = { events, layout->looks, layout->page, layout->area.width, layout->area.height };
    cp_event_boxes *boxes = cp_new(layout->page, cp_event_boxes);
    double *way_in = cp_new_array(layout->page, double, events->count);
    way w = { 0 };

    boxes->fits = choose_way(&s, &w);
    boxes->above = w.side[0];
    boxes->below = w.side[1];
    boxes->count = events->count;
    boxes->item = cp_new_array(layout->page, cp_event_box, events->count);
    layout->events = boxes;
    for (size_t i = 0; i < events->count; i++) {
        boxes->item[i].event = &events->item[i];
        boxes->item[i].below = side_of(i) == 1;
        boxes->item[i].text = set_evenly(&s, &w, &events->item[i]);
        way_in[i] = day_at(layout, &events->item[i]);
    }
    for (size_t side = 0; side < 2; side++)
        place_side(layout, &w, side, way_in);
    for (size_t i = 0; i < boxes->count; i++)
        if (row_of(&w, i) == 1) {
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

/* Of all rows and widths those whose box takes the least part of a page. */
cp_size cp_events_least(const cp_plot *plot, const cp_looks *looks, cp_arena *page)
{
    const cp_event_style *style = &looks->style->event;
    const cp_page_style *whole = &looks->style->page;
    setting s = { .events = plot->events, .looks = looks, .page = page };
    cp_size best = { INFINITY, INFINITY };

    for (size_t rows = 1; rows <= MOST_ROWS; rows++)
        for (int i = 0; i <= WIDTH_STEPS; i++) {
            way w = { .size = style->text.size, .rows = rows };
            double across = (double)((on_side(plot->events, 0) + rows - 1) / rows);
            cp_size size;

            w.width = style->narrowest + (style->widest - style->narrowest) * i / WIDTH_STEPS;
            measure(&s, &w);
            size = (cp_size){ across * (w.width + style->gap),
                              height_of(&w) / (1 - style->line_share) };
            if (!w.cut
                && fmax(size.width / whole->width, size.height / whole->height)
                       < fmax(best.width / whole->width, best.height / whole->height))
                best = size;
        }
    return best;
}

size_t cp_events_met(const cp_layout *layout, cp_rect rect)
{
    size_t met = 0;

    for (size_t i = 0; i < layout->events->count; i++) {
        const cp_event_box *box = &layout->events->item[i];
        cp_point from = box->lead[box->leads - 2], to = box->lead[box->leads - 1];

        met += to.x > rect.x && to.x < rect.x + rect.width
               && fmin(from.y, to.y) < rect.y + rect.height && fmax(from.y, to.y) > rect.y;
    }
    return met;
}

void cp_events_clear(const cp_layout *layout, cp_rect rect, cairo_t *cr)
{
    if (cp_events_met(layout, rect) == 0)
        return;
    cp_set_color(cr, layout->looks->style->page.background);
    cairo_rectangle(cr, rect.x, rect.y, rect.width, rect.height);
    cairo_fill(cr);
}

void cp_events_draw_leaders(const cp_layout *layout, cairo_t *cr)
{
    const cp_stroke *stroke = &layout->looks->style->event.leader;

    cp_set_color(cr, stroke->color);
    cairo_set_line_width(cr, stroke->width);
    cairo_set_line_join(cr, CAIRO_LINE_JOIN_ROUND);
    cairo_set_dash(cr, &stroke->dash, stroke->dash > 0 ? 1 : 0, 0);
    for (size_t i = 0; i < layout->events->count; i++) {
        const cp_event_box *box = &layout->events->item[i];

        for (size_t k = 0; k < box->leads; k++)
            cairo_line_to(cr, box->lead[k].x, box->lead[k].y);
        cairo_stroke(cr);
    }
    cairo_set_dash(cr, NULL, 0, 0);
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
        cp_set_color(cr, style->border.color);
        cairo_set_line_width(cr, style->border.width);
        cairo_stroke(cr);
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
