#include "plot/event_way.h"

#include <math.h>

enum { WIDTH_STEPS = 12, EVEN_STEPS = 5 };

static const double size_step = 0.25;

size_t cp_event_side(size_t index)
{
    return index % 2;
}

size_t cp_event_row(const cp_event_way *w, size_t index)
{
    return w->rows ? index / 2 % w->rows : 0;
}

static size_t on_side(const cp_events *events, size_t side)
{
    return (events->count + 1 - side) / 2;
}

static cp_text *set_within(const cp_event_setting *s, const cp_event_way *w, const cp_event *event,
                           double width)
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

static cp_text *set_box(const cp_event_setting *s, const cp_event_way *w, const cp_event *event)
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

cp_text *cp_event_set(const cp_event_setting *s, const cp_event_way *w, const cp_event *event)
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

static void measure(const cp_event_setting *s, cp_event_way *w)
{
    const cp_event_style *style = &s->looks->style->event;

    w->cut = false;
    for (size_t side = 0; side < 2; side++)
        for (size_t row = 0; row < CP_EVENT_ROWS; row++)
            w->height[side][row] = 0;
    for (size_t i = 0; i < s->events->count; i++) {
        cp_text *text = set_box(s, w, &s->events->item[i]);
        double *height = &w->height[cp_event_side(i)][cp_event_row(w, i)];

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

static double height_of(const cp_event_way *w)
{
    return w->side[0] + w->side[1];
}

/* The widest boxes that stand beside each other, and with the same lines the narrowest. */
static bool try_way(const cp_event_setting *s, cp_event_way *w, double most)
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
        cp_event_way tried = *w;

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

bool cp_event_way_choose(const cp_event_setting *s, cp_event_way *w)
{
    const cp_style *style = s->looks->style;
    double most = s->height * (1 - style->event.line_share);

    for (double size = style->event.largest; size >= style->chart.smallest_text - 1e-9;
         size -= size_step)
        for (size_t rows = 1; rows <= CP_EVENT_ROWS; rows++) {
            *w = (cp_event_way){ .size = size, .rows = rows };
            if (try_way(s, w, most))
                return true;
        }
    return false;
}

/* Of all rows and widths those whose box takes the least part of a page. */
cp_size cp_events_least(const cp_plot *plot, const cp_looks *looks, cp_arena *page)
{
    const cp_event_style *style = &looks->style->event;
    const cp_page_style *whole = &looks->style->page;
    cp_event_setting s = { .events = plot->events, .looks = looks, .page = page };
    cp_size best = { INFINITY, INFINITY };

    for (size_t rows = 1; rows <= CP_EVENT_ROWS; rows++)
        for (int i = 0; i <= WIDTH_STEPS; i++) {
            cp_event_way w = { .size = style->text.size, .rows = rows };
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
