#include "figure/sketch.h"

#include <math.h>

#include "paint/output.h"

static const char *const shape_names[] = {
    [CP_SHAPE_HEAD] = "head",     [CP_SHAPE_ITEM] = "item",   [CP_SHAPE_LIST] = "list",
    [CP_SHAPE_CENTER] = "center", [CP_SHAPE_BASE] = "base",   [CP_SHAPE_MILESTONE] = "milestone",
    [CP_SHAPE_STEP] = "step",     [CP_SHAPE_ARROW] = "arrow", [CP_SHAPE_LINK] = "link",
    [CP_SHAPE_PANEL] = "panel",
};

/* Of a block arrow's width: the shaft's, and how long its head is. */
static const double shaft = 0.46, head = 0.53;

static void trace(cairo_t *cr, const cp_point *points, size_t count)
{
    for (size_t i = 0; i < count; i++)
        cairo_line_to(cr, points[i].x, points[i].y);
    cairo_close_path(cr);
}

static void draw_arrow(const cp_sketch_part *part, cairo_t *cr)
{
    cp_rect rect = part->rect;
    bool level = part->way == CP_WAY_RIGHT;
    double along_size = level ? rect.width : rect.height;
    double neck = fmax(0, 1 - head * (level ? rect.height : rect.width) / fmax(along_size, 0.01));
    double side = (1 - shaft) / 2;
    const cp_point points[] = { { 0, side }, { neck, side },     { neck, 0 },    { 1, 0.5 },
                                { neck, 1 }, { neck, 1 - side }, { 0, 1 - side } };

    for (size_t i = 0; i < sizeof points / sizeof *points; i++) {
        double along = points[i].x, across = points[i].y;
        double x = level ? along : across, y = level ? across : along;

        if (part->way == CP_WAY_UP)
            y = 1 - y;
        cairo_line_to(cr, rect.x + x * rect.width, rect.y + y * rect.height);
    }
    cairo_close_path(cr);
    cairo_fill(cr);
}

static void draw_step(const cp_sketch_part *part, cairo_t *cr)
{
    double left = part->rect.x, right = left + part->rect.width;
    double top = part->rect.y, bottom = top + part->rect.height, middle = (top + bottom) / 2;
    const cp_point points[]
        = { { left, top },     { right - part->depth, top },
            { right, middle }, { right - part->depth, bottom },
            { left, bottom },  { left + (part->notched ? part->depth : 0), middle } };

    trace(cr, points, sizeof points / sizeof *points);
    cairo_fill(cr);
}

static void draw_link(const cp_sketch *sketch, const cp_sketch_part *part, cairo_t *cr)
{
    cp_point end, before;
    double length, dx, dy;

    if (part->points < 2)
        return;
    end = part->point[part->points - 1];
    before = part->point[part->points - 2];
    length = hypot(end.x - before.x, end.y - before.y);
    dx = (end.x - before.x) / length * part->depth;
    dy = (end.y - before.y) / length * part->depth;
    for (size_t i = 0; i + 1 < part->points; i++)
        cairo_line_to(cr, part->point[i].x, part->point[i].y);
    cairo_line_to(cr, end.x - (part->pointed ? dx : 0), end.y - (part->pointed ? dy : 0));
    cp_stroke_path(cr, &sketch->style->link);
    if (part->pointed) {
        const cp_point points[] = { end,
                                    { end.x - dx - dy / 2, end.y - dy + dx / 2 },
                                    { end.x - dx + dy / 2, end.y - dy - dx / 2 } };

        cp_set_color(cr, sketch->style->arrow);
        trace(cr, points, sizeof points / sizeof *points);
        cairo_fill(cr);
    }
}

static bool has_border(const cp_sketch_part *part)
{
    return part->shape == CP_SHAPE_ITEM || part->shape == CP_SHAPE_PANEL
           || part->shape == CP_SHAPE_LIST || part->shape == CP_SHAPE_BASE;
}

/* The border stands within the box, so that boxes with and without one end alike. */
static void draw_box(const cp_sketch *sketch, const cp_sketch_part *part, cairo_t *cr)
{
    const cp_stroke *border = &sketch->style->border;
    double inset = border->width / 2;
    cp_rect rect = part->rect;

    cairo_rectangle(cr, rect.x, rect.y, rect.width, rect.height);
    cairo_fill(cr);
    if (!has_border(part))
        return;
    rect = cp_rect_inset(rect, inset, inset, inset, inset);
    cairo_rectangle(cr, rect.x, rect.y, rect.width, rect.height);
    cp_stroke_path(cr, border);
}

static void draw_words(const cp_sketch *sketch, const cp_set_words *words, cairo_t *cr)
{
    double side = cp_sketch_length(sketch, sketch->style->bullet);

    if (words->bullet) {
        cp_set_color(cr, sketch->style->arrow);
        cairo_rectangle(cr, words->at.x - 3 * side,
                        words->at.y + cp_text_middle(words->text) - side / 2, side, side);
        cairo_fill(cr);
    }
    cp_text_draw(words->text, cr, words->at.x, words->at.y);
}

static void draw_part(const cp_sketch *sketch, const cp_sketch_part *part, cairo_t *cr)
{
    cp_set_color(cr, part->fill);
    switch (part->shape) {
    case CP_SHAPE_ARROW:
        draw_arrow(part, cr);
        break;
    case CP_SHAPE_STEP:
        draw_step(part, cr);
        break;
    case CP_SHAPE_LINK:
        draw_link(sketch, part, cr);
        break;
    default:
        draw_box(sketch, part, cr);
    }
    for (size_t i = 0; i < part->count; i++)
        draw_words(sketch, &part->words[i], cr);
}

static void dump_part(const cp_sketch_part *part, cp_buf *dump)
{
    cp_buf_printf(dump, "%s", shape_names[part->shape]);
    for (size_t i = 0; i < part->points; i++)
        cp_buf_printf(dump, " %.2f,%.2f", part->point[i].x, part->point[i].y);
    if (part->points == 0)
        cp_buf_printf(dump, " %.2f,%.2f %.2fx%.2f", part->rect.x, part->rect.y, part->rect.width,
                      part->rect.height);
    for (size_t i = 0; i < part->count; i++) {
        const cp_set_words *words = &part->words[i];

        for (size_t line = 0; line < cp_text_lines(words->text); line++)
            cp_buf_printf(dump, "%s" CP_FMT, line > 0 ? "|" : " ",
                          CP_ARG(cp_text_line_slice(words->text, line)));
    }
    cp_buf_add_char(dump, '\n');
}

void cp_sketch_draw(const cp_sketch *sketch, cairo_t *cr, cp_buf *dump)
{
    if (dump)
        cp_buf_printf(dump, "diagram %s scale %.2f\n", sketch->diagram->layout->name,
                      sketch->scale);
    for (const cp_sketch_part *part = sketch->first; part; part = part->next) {
        draw_part(sketch, part, cr);
        if (dump)
            dump_part(part, dump);
    }
}
