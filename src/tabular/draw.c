#include "tabular/layout.h"

#include "paint/output.h"

static void fill(cairo_t *cr, cp_rect rect, cp_color color)
{
    if (color.alpha <= 0)
        return;
    cp_set_color(cr, color);
    cairo_rectangle(cr, rect.x, rect.y, rect.width, rect.height);
    cairo_fill(cr);
}

static void rule(cairo_t *cr, double from, double to, double y, const cp_stroke *stroke)
{
    if (stroke->width <= 0)
        return;
    cp_set_color(cr, stroke->color);
    cairo_set_line_width(cr, stroke->width);
    cairo_set_dash(cr, &stroke->dash, stroke->dash > 0 ? 1 : 0, 0);
    cairo_move_to(cr, from, y);
    cairo_line_to(cr, to, y);
    cairo_stroke(cr);
}

static double width_of(const cp_tabular *tabular)
{
    return tabular->x[tabular->columns];
}

static double height_of(const cp_tabular *tabular, size_t row)
{
    return tabular->y[row + 1] - tabular->y[row];
}

/* A table of one column has no stub. */
static void draw_fills(const cp_tabular *tabular, cairo_t *cr)
{
    const cp_tabular_style *style = tabular->style;
    double width = width_of(tabular), top = tabular->y[1];

    if (tabular->columns > 1)
        fill(cr, (cp_rect){ 0, top, tabular->x[1], cp_tabular_height(tabular) - top },
             style->stub_fill);
    for (size_t row = 2; row < tabular->rows; row += 2)
        fill(cr, (cp_rect){ 0, tabular->y[row], width, height_of(tabular, row) },
             style->zebra_fill);
    fill(cr, (cp_rect){ 0, 0, width, top }, style->head_fill);
}

static void draw_rules(const cp_tabular *tabular, cairo_t *cr)
{
    const cp_tabular_style *style = tabular->style;
    double width = width_of(tabular);

    cairo_set_line_cap(cr, CAIRO_LINE_CAP_BUTT);
    for (size_t row = 2; row < tabular->rows; row++)
        rule(cr, 0, width, tabular->y[row], &style->row_rule);
    rule(cr, 0, width, tabular->y[1], &style->head_rule);
    rule(cr, 0, width, cp_tabular_height(tabular), &style->end_rule);
}

static void dump_rect(cp_buf *dump, cp_rect rect, double x, double y)
{
    cp_buf_printf(dump, " %.2f %.2f %.2f %.2f", rect.x + x, rect.y + y, rect.width, rect.height);
}

static void dump_box(const cp_tabular_box *box, double x, double y, cp_buf *dump)
{
    size_t lines = box->text ? cp_text_lines(box->text) : 0;

    cp_buf_printf(dump, "cell %zu %zu", box->row, box->column);
    dump_rect(dump, box->box, x, y);
    cp_buf_add(dump, CP_STR(" text"));
    dump_rect(dump, box->ink, x, y);
    for (size_t i = 0; i < lines; i++)
        cp_buf_printf(dump, "%s" CP_FMT, i ? " / " : " ", CP_ARG(cp_text_line_slice(box->text, i)));
    cp_buf_add_char(dump, '\n');
}

void cp_tabular_draw(const cp_tabular *tabular, cairo_t *cr, double x, double y, cp_buf *dump)
{
    cairo_save(cr);
    cairo_translate(cr, x, y);
    draw_fills(tabular, cr);
    draw_rules(tabular, cr);
    for (size_t i = 0; i < tabular->count; i++)
        if (tabular->boxes[i].text)
            cp_text_draw(tabular->boxes[i].text, cr, tabular->boxes[i].at.x,
                         tabular->boxes[i].at.y);
    cairo_restore(cr);
    for (size_t i = 0; dump && i < tabular->count; i++)
        dump_box(&tabular->boxes[i], x, y, dump);
}
