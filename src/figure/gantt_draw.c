#include "figure/gantt.h"

#include <math.h>

#include "base/color.h"
#include "paint/output.h"

typedef struct pen {
    const cp_gantt_layout *l;
    const cp_canvas *canvas;
    const cp_style *style;
    cp_point at; /* the box's corner */
} pen;

static double bar_top(const pen *p, size_t row)
{
    const cp_gantt_layout *l = p->l;
    double bar = p->style->gantt.bar * l->scale, lanes = (double)l->lanes[row] * cp_gantt_lane(l);

    return p->at.y + l->row_y[row] + (l->row_height[row] - bar - lanes) / 2 + lanes;
}

static cp_rect label_rect(const pen *p, size_t item)
{
    const cp_gantt_layout *l = p->l;
    const cp_gantt_item *it = &l->gantt->items[item];
    const cp_gantt_spot *spot = &l->spots[item];
    double bar = p->style->gantt.bar * l->scale, lane = cp_gantt_lane(l);
    double height = it->label.size.height * l->scale, top = bar_top(p, it->row);
    double gap = p->style->gantt.label_gap * l->scale;
    double above = top - lane * (double)spot->lane - gap - (lane - gap) / 2;
    double middle = spot->side == CP_GANTT_ABOVE ? above : top + bar / 2;

    return (cp_rect){ p->at.x + spot->label_x, middle - height / 2, it->label.size.width * l->scale,
                      height };
}

/* From here on lines leave out what stands outside of bars. */
static void spare_labels(const pen *p)
{
    const cp_gantt_layout *l = p->l;
    cairo_t *cr = p->canvas->cr;
    double air = p->style->gantt.label_gap * l->scale / 2;

    cairo_save(cr);
    cairo_set_fill_rule(cr, CAIRO_FILL_RULE_EVEN_ODD);
    cairo_rectangle(cr, p->at.x, p->at.y, l->size.width, l->height);
    for (size_t i = 0; i < l->gantt->count; i++) {
        cp_rect rect = label_rect(p, i);

        if (l->spots[i].side == CP_GANTT_BESIDE || l->spots[i].side == CP_GANTT_ABOVE)
            cairo_rectangle(cr, rect.x - air, rect.y, rect.width + 2 * air, rect.height);
    }
    cairo_clip(cr);
}

static double tick_width(void *context, cp_str label)
{
    const pen *p = context;
    cp_words words = { .text = label, .ink = p->style->chart.tick };

    return cp_text_size(cp_words_set(&words, p->canvas->env, p->canvas->page, 1, 0, 0)).width;
}

static cp_date_ticks choose_ticks(pen *p)
{
    const cp_chart_style *chart = &p->style->chart;
    cp_date_setting how = { .formats = { chart->day_format, chart->month_format,
                                         chart->short_month_format, chart->year_format },
                            .space = chart->tick_space * chart->tick.size,
                            .high = p->l->size.width,
                            .width = tick_width,
                            .context = p };
    cp_scale time = p->l->time;

    /* The end is the first day that the plan does not know. */
    time.r1 -= (time.r1 - time.r0) / (time.d1 - time.d0);
    time.d1 -= 1;
    return cp_date_ticks_choose(p->canvas->page, &time, &how);
}

static void draw_ground(const pen *p, const cp_date_ticks *ticks)
{
    const cp_gantt_layout *l = p->l;
    const cp_style *style = p->style;
    double top = p->at.y + l->area.y, bottom = top + l->area.height,
           right = p->at.x + l->size.width;

    for (size_t i = 0; i < ticks->count; i++)
        cp_canvas_line(p->canvas, (cp_point){ p->at.x + ticks->ticks[i].at, top },
                       (cp_point){ p->at.x + ticks->ticks[i].at, bottom }, &style->chart.grid);
    for (size_t i = 1; i < l->gantt->rows; i++)
        cp_canvas_line(p->canvas, (cp_point){ p->at.x, p->at.y + l->row_y[i] },
                       (cp_point){ right, p->at.y + l->row_y[i] }, &style->gantt.row_rule);
    cp_canvas_line(p->canvas, (cp_point){ p->at.x, bottom }, (cp_point){ right, bottom },
                   &style->chart.axis);
}

static void draw_axis(const pen *p, const cp_date_ticks *ticks)
{
    const cp_gantt_layout *l = p->l;
    double y = p->at.y + l->area.y + l->area.height + p->style->chart.tick_gap;

    for (size_t i = 0; i < ticks->count; i++) {
        cp_words words = { .text = ticks->ticks[i].label, .ink = p->style->chart.tick };
        cp_text *text = cp_words_set(&words, p->canvas->env, p->canvas->page, 1, 0, 0);
        double x = ticks->ticks[i].at + ticks->shift[i] - cp_text_size(text).width / 2;

        cp_canvas_text(p->canvas, text, p->at.x + x, y);
    }
}

static void draw_today(const pen *p)
{
    const cp_gantt_layout *l = p->l;
    const cp_words *words = &l->gantt->today_words;
    double width = words->size.width * l->scale, height = words->size.height * l->scale, x, left;

    if (!l->gantt->has_today)
        return;
    x = l->time.r0
        + (l->gantt->today + 0.5 - l->gantt->from) * (l->time.r1 - l->time.r0)
              / (l->gantt->to - l->gantt->from);
    left = fmax(0, fmin(x - width / 2, l->size.width - width));
    cp_canvas_line(p->canvas, (cp_point){ p->at.x + x, p->at.y + l->area.y },
                   (cp_point){ p->at.x + x, p->at.y + l->area.y + l->area.height },
                   &p->style->gantt.today_line);
    cp_words_draw(words, p->canvas, l->scale, p->at.x + left,
                  p->at.y + l->keys_height + height / 2);
}

/* A bar, with points where an end is open. */
static void trace_bar(cairo_t *cr, cp_rect rect, double start_point, double end_point)
{
    double middle = rect.y + rect.height / 2, right = rect.x + rect.width;
    double bottom = rect.y + rect.height;

    cairo_new_path(cr);
    cairo_move_to(cr, rect.x + start_point, rect.y);
    cairo_line_to(cr, right - end_point, rect.y);
    cairo_line_to(cr, right, middle);
    cairo_line_to(cr, right - end_point, bottom);
    cairo_line_to(cr, rect.x + start_point, bottom);
    cairo_line_to(cr, rect.x, middle);
    cairo_close_path(cr);
}

static void hatch(const pen *p, cp_rect rect, cp_color color, double start_point, double end_point)
{
    const cp_gantt_style *style = &p->style->gantt;
    cairo_t *cr = p->canvas->cr;

    cairo_save(cr);
    trace_bar(cr, rect, start_point, end_point);
    cp_set_color(cr, cp_color_mix(color, p->style->page.background, style->hatch_ground));
    cairo_fill_preserve(cr);
    cairo_clip_preserve(cr);
    cp_set_color(cr, color);
    /* Half of the outline lies beyond the clip. */
    cairo_set_line_width(cr, 2 * style->hatch_width);
    cairo_stroke(cr);
    cairo_set_line_width(cr, style->hatch_width);
    for (double x = rect.x - rect.height; x < rect.x + rect.width; x += style->hatch_step) {
        cairo_move_to(cr, x, rect.y + rect.height);
        cairo_line_to(cr, x + rect.height, rect.y);
    }
    cairo_stroke(cr);
    cairo_restore(cr);
}

static void fill_bar(const pen *p, cp_rect rect, cp_color color, double start_point,
                     double end_point)
{
    trace_bar(p->canvas->cr, rect, start_point, end_point);
    cp_set_color(p->canvas->cr, color);
    cairo_fill(p->canvas->cr);
}

static void draw_bar(const pen *p, size_t item)
{
    const cp_gantt_layout *l = p->l;
    const cp_gantt_item *it = &l->gantt->items[item];
    const cp_gantt_spot *spot = &l->spots[item];
    double height = p->style->gantt.bar * l->scale;
    double point = fmin(p->style->gantt.point * l->scale, (spot->x2 - spot->x0) / 2);
    double start = it->open == CP_GANTT_OPEN_START || it->open == CP_GANTT_OPEN_BOTH ? point : 0;
    double end = it->open == CP_GANTT_OPEN_END || it->open == CP_GANTT_OPEN_BOTH ? point : 0;
    cp_rect rect = { p->at.x + spot->x0, bar_top(p, it->row), spot->x1 - spot->x0, height };
    cp_rect tail = { p->at.x + spot->x1, rect.y, spot->x2 - spot->x1, height };
    cp_rect whole = { rect.x, rect.y, spot->x2 - spot->x0, height };
    double seam = fmin(p->style->gantt.hatch_width, whole.width / 2);

    /* The next bar may begin where this one ends. */
    whole.width -= seam;
    if (tail.width > 0)
        tail.width -= fmin(seam, tail.width / 2);
    else
        rect.width -= seam;
    cp_canvas_note(p->canvas, "bar", whole);
    if (it->pattern != 0) {
        hatch(p, whole, it->color, start, end);
        return;
    }
    fill_bar(p, rect, it->color, start, tail.width > 0 ? 0 : end);
    if (tail.width > 0)
        hatch(p, tail, it->color, 0, end);
}

static void diamond(const pen *p, cp_rect rect, cp_color color)
{
    cairo_t *cr = p->canvas->cr;

    cairo_new_path(cr);
    cairo_move_to(cr, rect.x + rect.width / 2, rect.y);
    cairo_line_to(cr, rect.x + rect.width, rect.y + rect.height / 2);
    cairo_line_to(cr, rect.x + rect.width / 2, rect.y + rect.height);
    cairo_line_to(cr, rect.x, rect.y + rect.height / 2);
    cairo_close_path(cr);
    cp_set_color(cr, color);
    cairo_fill(cr);
}

static void draw_milestone(const pen *p, size_t item)
{
    const cp_gantt_item *it = &p->l->gantt->items[item];
    double side = p->style->gantt.bar * p->l->scale;
    cp_rect rect = { p->at.x + p->l->spots[item].left, bar_top(p, it->row), side, side };
    double edge = p->style->gantt.hatch_width;

    cp_canvas_note(p->canvas, "milestone", rect);
    diamond(p, rect, p->style->page.background);
    diamond(p, cp_rect_inset(rect, edge, edge, edge, edge), it->color);
}

/* Light, or as dark as the other labels, or else whatever reads. */
static cp_color ink_on(const cp_style *style, cp_color bar)
{
    cp_color light = style->page.background, dark = style->gantt.label.color;

    if (cp_color_contrast(light, bar) >= style->contrast)
        return light;
    return cp_color_readable(dark, bar, style->contrast);
}

static void draw_label(const pen *p, size_t item)
{
    const cp_gantt_item *it = &p->l->gantt->items[item];
    cp_rect rect = label_rect(p, item);
    cp_words words = it->label;

    if (p->l->spots[item].side == CP_GANTT_NONE)
        return;
    if (p->l->spots[item].side == CP_GANTT_INSIDE)
        words.ink.color = ink_on(p->style, it->color);
    cp_words_draw(&words, p->canvas, p->l->scale, rect.x, rect.y + rect.height / 2);
}

static void draw_names(const pen *p)
{
    const cp_gantt_layout *l = p->l;

    for (size_t i = 0; i < l->gantt->rows; i++) {
        cp_text *text = cp_words_set(&l->gantt->names[i], p->canvas->env, p->canvas->page, l->scale,
                                     l->name_width, p->style->gantt.line_height);
        double bar = p->style->gantt.bar * l->scale, height = cp_text_size(text).height;
        double low = p->at.y + l->row_y[i] + (l->row_height[i] - height) / 2;
        /* One line stands beside its bar, more in the middle of the row. */
        double y = cp_text_lines(text) > 1 ? low : bar_top(p, i) + bar / 2 - cp_text_middle(text);

        cp_canvas_text(p->canvas, text, p->at.x, y);
    }
}

static void draw_key(const pen *p, size_t key, cp_rect rect)
{
    const cp_gantt_layout *l = p->l;
    cp_color color = p->style->chart.navy;

    for (size_t i = 0; i < l->gantt->count; i++) {
        const cp_gantt_item *it = &l->gantt->items[i];
        bool hatched = it->pattern != 0 || it->tail > it->last;

        if (key == CP_GANTT_DIAMOND_KEY
                ? it->milestone
                : !it->milestone && hatched == (key == CP_GANTT_HATCH_KEY)) {
            color = it->color;
            break;
        }
    }
    if (key == CP_GANTT_BAR_KEY)
        fill_bar(p, rect, color, 0, 0);
    else if (key == CP_GANTT_HATCH_KEY)
        hatch(p, rect, color, 0, 0);
    else
        diamond(p, rect, color);
}

static void draw_keys(const pen *p)
{
    const cp_chart_style *chart = &p->style->chart;
    double x = p->at.x + p->l->area.x, middle = p->at.y + chart->legend_height / 2;
    double width = cp_gantt_keys_width(p->l->gantt, p->style);

    if (x + width > p->at.x + p->l->size.width)
        x = p->at.x;
    for (size_t i = 0; i < 3; i++) {
        const cp_words *words = &p->l->gantt->key_words[i];

        if (words->text.size == 0)
            continue;
        width = cp_gantt_key_square(i, p->style);
        draw_key(p, i,
                 (cp_rect){ x, middle - chart->legend_square / 2, width, chart->legend_square });
        x += width + chart->tick_gap;
        cp_words_draw(words, p->canvas, 1, x, middle);
        x += words->size.width + chart->legend_gap;
    }
}

void cp_gantt_draw(const cp_gantt_layout *l, const cp_canvas *canvas, double x, double y)
{
    pen p = { l, canvas, canvas->env->style, { x, y } };
    cp_date_ticks ticks = choose_ticks(&p);

    cp_canvas_note(canvas, "area",
                   (cp_rect){ x + l->area.x, y + l->area.y, l->area.width, l->area.height });
    spare_labels(&p);
    draw_ground(&p, &ticks);
    cairo_restore(canvas->cr);
    draw_axis(&p, &ticks);
    spare_labels(&p);
    draw_today(&p);
    cairo_restore(canvas->cr);
    for (size_t i = 0; i < l->gantt->count; i++)
        if (!l->gantt->items[i].milestone)
            draw_bar(&p, i);
    for (size_t i = 0; i < l->gantt->count; i++)
        if (l->gantt->items[i].milestone)
            draw_milestone(&p, i);
    for (size_t i = 0; i < l->gantt->count; i++)
        draw_label(&p, i);
    draw_names(&p);
    draw_keys(&p);
}
