#include "figure/words.h"

#include <math.h>

#include "paint/output.h"

cp_words cp_words_measure(const cp_figure_env *env, const cp_ink *ink, cp_str text, cp_place place)
{
    cp_words words = { .text = text, .ink = *ink };

    if (text.size > 0)
        words.size
            = cp_text_size(cp_text_line(env->arena, env->fonts, ink, text, place, env->report));
    return words;
}

cp_text *cp_words_set(const cp_words *words, const cp_figure_env *env, cp_arena *page, double scale,
                      double width, double line_height)
{
    cp_report quiet = { .arena = page };
    cp_ink ink = words->ink;
    cp_span span = { .text = words->text };
    cp_text_box box;

    ink.size *= scale;
    box = (cp_text_box){ .width = width, .line_height = line_height * ink.size };
    return cp_text_set(page, env->fonts, &ink, &box, &span, 1, &quiet);
}

double cp_words_least_width(const cp_words *words, const cp_figure_env *env)
{
    enum { WIDE = 100000 };

    if (words->text.size == 0)
        return 0;
    return cp_text_least_width(cp_words_set(words, env, env->arena, 1, WIDE, 1));
}

static void note_text(const cp_canvas *canvas, const cp_text *text, cp_rect rect)
{
    cp_buf *dump = canvas->dump;
    size_t lines = cp_text_lines(text);

    if (!dump)
        return;
    cp_buf_printf(dump, "text %.1f,%.1f %.1fx%.1f", rect.x, rect.y, rect.width, rect.height);
    for (size_t i = 0; i < lines; i++)
        cp_buf_printf(dump, "%s" CP_FMT, i ? " / " : " ", CP_ARG(cp_text_line_slice(text, i)));
    cp_buf_add_char(dump, '\n');
}

void cp_canvas_text(const cp_canvas *canvas, const cp_text *text, double x, double y)
{
    cp_size size = cp_text_size(text);

    cp_text_draw(text, canvas->cr, x, y);
    note_text(canvas, text, (cp_rect){ x, y, size.width, size.height });
}

void cp_words_draw(const cp_words *words, const cp_canvas *canvas, double scale, double x, double y)
{
    const cp_text *text;
    double up;

    if (words->text.size == 0)
        return;
    text = cp_words_set(words, canvas->env, canvas->page, scale, 0, 0);
    up = cp_text_lines(text) > 1 ? cp_text_size(text).height / 2 : cp_text_middle(text);
    cp_canvas_text(canvas, text, x, y - up);
}

void cp_canvas_fill(const cp_canvas *canvas, cp_rect rect, cp_color color)
{
    cairo_t *cr = canvas->cr;

    cp_set_color(cr, color);
    cairo_rectangle(cr, rect.x, rect.y, rect.width, rect.height);
    cairo_fill(cr);
}

void cp_canvas_frame(const cp_canvas *canvas, cp_rect rect, const cp_stroke *stroke)
{
    double half = stroke->width / 2;
    cp_rect inner = cp_rect_inset(rect, half, half, half, half);

    cairo_rectangle(canvas->cr, inner.x, inner.y, inner.width, inner.height);
    cp_stroke_path(canvas->cr, stroke);
}

void cp_canvas_line(const cp_canvas *canvas, cp_point from, cp_point to, const cp_stroke *stroke)
{
    cairo_move_to(canvas->cr, from.x, from.y);
    cairo_line_to(canvas->cr, to.x, to.y);
    cp_stroke_path(canvas->cr, stroke);
}

void cp_canvas_note(const cp_canvas *canvas, const char *what, cp_rect rect)
{
    if (canvas->dump)
        cp_buf_printf(canvas->dump, "%s %.1f,%.1f %.1fx%.1f\n", what, rect.x, rect.y, rect.width,
                      rect.height);
}

double cp_least_scale(const cp_style *style, const cp_ink *inks, size_t count)
{
    double smallest = INFINITY;

    for (size_t i = 0; i < count; i++)
        smallest = fmin(smallest, inks[i].size);
    return fmin(1, style->chart.smallest_text / smallest);
}
