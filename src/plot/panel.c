/* panel.c - the boxes of several plots, so that their data areas stand in line. */

#include "plot/panel.h"

#include <math.h>

#include "plot/axis.h"
#include "plot/legend.h"

/* Sizes follow from margins, and margins, by the ticks that have room, from sizes. */
enum { ROUNDS = 2 };

typedef struct grid {
    size_t rows, columns;
    cp_legend legend;   /* of `key` */
    double strip;       /* what it takes above the grid */
    double *head;       /* what its head takes above each plot */
    cp_plot *plot;      /* as they are drawn: some without labels */
    cp_margins *margin; /* of each plot, heads not included; in line with its neighbours */
    cp_rect *area;      /* of each plot's data */
    cp_margins outer;   /* of the grid's areas in the box */
} grid;

static size_t column_of(const grid *g, size_t index)
{
    return index % g->columns;
}

static size_t row_of(const grid *g, size_t index)
{
    return index / g->columns;
}

/* Nothing stands below it. */
static bool is_foot(const grid *g, const cp_panels *panels, size_t index)
{
    return index + g->columns >= panels->count;
}

/* The shape nearest to the one the style likes; empty places count against it. */
static size_t suitable_columns(const cp_panels *panels, const cp_looks *looks, cp_size size)
{
    double wanted = looks->style->panel.aspect, best = INFINITY;
    size_t columns = 1;

    if (panels->shares || panels->count == 1)
        return 1;
    if (panels->columns > 0)
        return panels->columns < panels->count ? panels->columns : panels->count;
    for (size_t c = 1; c <= panels->count; c++) {
        size_t rows = (panels->count + c - 1) / c;
        double aspect = size.width / (double)c / fmax(size.height / (double)rows, 1);
        double empty = (double)(rows * c - panels->count) / (double)panels->count;
        double cost = fabs(log(fmax(aspect, 1e-6) / wanted)) + empty;

        if (cost < best) {
            best = cost;
            columns = c;
        }
    }
    return columns;
}

static void make_plots(grid *g, const cp_panels *panels, cp_arena *page)
{
    g->plot = cp_new_array(page, cp_plot, panels->count);
    for (size_t i = 0; i < panels->count; i++) {
        cp_plot *plot = &g->plot[i];

        *plot = panels->plots[i];
        plot->bare_x = plot->bare_x || !is_foot(g, panels, i);
        plot->bare_left
            = plot->bare_left || (panels->shared_y && !panels->shares && column_of(g, i) > 0);
        if (panels->key) {
            plot->legend = CP_LEGEND_NONE;
            plot->y[CP_SIDE_LEFT].head = plot->y[CP_SIDE_RIGHT].head = CP_STR("");
            plot->y[CP_SIDE_LEFT].name = plot->y[CP_SIDE_RIGHT].name = CP_STR("");
        }
    }
}

static double share_of(const cp_panels *panels, size_t index)
{
    double all = 0;

    if (!panels->shares)
        return 1;
    for (size_t i = 0; i < panels->count; i++)
        all += panels->shares[i];
    return panels->shares[index] / all * (double)panels->count;
}

/* The margins of a row or column are those of its neediest plot. */
static void align_margins(grid *g, const cp_panels *panels)
{
    for (size_t i = 0; i < panels->count; i++)
        for (size_t k = 0; k < panels->count; k++) {
            cp_margins *one = &g->margin[i], *other = &g->margin[k];

            one->right = fmax(one->right, other->right);
            if (g->plot[i].bare_left == g->plot[k].bare_left)
                one->left = fmax(one->left, other->left);
            if (!panels->shares || row_of(g, i) == row_of(g, k))
                one->top = fmax(one->top, other->top);
            if (g->plot[i].bare_x == g->plot[k].bare_x)
                one->bottom = fmax(one->bottom, other->bottom);
        }
}

static double width_taken(const grid *g, const cp_looks *looks)
{
    double taken = (double)(g->columns - 1) * looks->style->panel.gap_x;

    for (size_t c = 0; c < g->columns; c++)
        taken += g->margin[c].left + g->margin[c].right;
    return taken;
}

/* The last row's labels, of those above their heads and what else stands above them. */
static double height_taken(const grid *g, const cp_panels *panels, const cp_looks *looks)
{
    double taken = g->strip + (double)(g->rows - 1) * looks->style->panel.gap_y;

    for (size_t r = 0; r < g->rows; r++)
        taken += g->head[r * g->columns] + g->margin[r * g->columns].top;
    return taken + g->margin[panels->count - 1].bottom;
}

static void place_areas(grid *g, const cp_panels *panels, const cp_looks *looks, cp_rect box)
{
    const cp_panel_style *style = &looks->style->panel;
    double width = fmax(box.width - width_taken(g, looks), 0) / (double)g->columns;
    double height = fmax(box.height - height_taken(g, panels, looks), 0) / (double)g->rows;
    double x = box.x, y = box.y + g->strip;

    for (size_t i = 0; i < panels->count; i++) {
        const cp_margins *m = &g->margin[i];
        cp_rect *area = &g->area[i];

        if (i > 0 && column_of(g, i) == 0) {
            x = box.x;
            y = g->area[i - 1].y + g->area[i - 1].height + style->gap_y;
        }
        *area = (cp_rect){ x + m->left, y + g->head[i] + m->top, width,
                           height * share_of(panels, i) };
        x = area->x + width + m->right + style->gap_x;
    }
}

static void measure_plots(grid *g, const cp_panels *panels, const cp_looks *looks, cp_size cell,
                          cp_arena *page)
{
    for (size_t i = 0; i < panels->count; i++) {
        cp_size size = cell;

        size.height *= share_of(panels, i);
        if (g->area[i].width > 0) {
            size.width = g->area[i].width + g->margin[i].left + g->margin[i].right;
            size.height = g->area[i].height + g->margin[i].top + g->margin[i].bottom;
        }
        g->margin[i] = cp_plot_margins(&g->plot[i], looks, size, page);
    }
    align_margins(g, panels);
}

/* Whether there is a row for the unit of y, and no keys in it, so that a head has room. */
static bool heads_row(const cp_plot *plot)
{
    for (size_t i = 0; plot->legend == CP_LEGEND_TOP && i < plot->series_count; i++)
        if (plot->series[i].keyed)
            return false;
    for (int side = 0; side < 2; side++)
        if (plot->y[side].head.size > 0 || plot->y[side].name.size > 0)
            return true;
    return false;
}

/* One legend for all stands above them, wherever it is asked for. */
static cp_legend_place key_place(const cp_panels *panels)
{
    return panels->key->legend == CP_LEGEND_NONE ? CP_LEGEND_NONE : CP_LEGEND_TOP;
}

static void make_grid(grid *g, const cp_panels *panels, const cp_looks *looks, cp_rect box,
                      cp_arena *page)
{
    const cp_panel_style *style = &looks->style->panel;
    cp_size size = { box.width, box.height };

    *g = (grid){ .columns = suitable_columns(panels, looks, size) };
    g->rows = (panels->count + g->columns - 1) / g->columns;
    g->margin = cp_new_array(page, cp_margins, panels->count);
    g->area = cp_new_array(page, cp_rect, panels->count);
    make_plots(g, panels, page);
    g->head = cp_new_array(page, double, panels->count);
    for (size_t i = 0; panels->heads && i < panels->count; i++)
        if (panels->heads[i].size > 0 && !heads_row(&g->plot[i]))
            g->head[i] = style->head.size + style->head_gap;
    for (int round = 0; round < ROUNDS; round++) {
        cp_size cell = { size.width / (double)g->columns, size.height / (double)g->rows };

        measure_plots(g, panels, looks, cell, page);
        if (panels->key) {
            g->legend = cp_legend_make(page, panels->key, looks, key_place(panels),
                                       g->margin[0].left, size);
            g->strip = g->legend.top + (g->legend.top > 0 ? style->gap_y / 2 : 0);
        }
        place_areas(g, panels, looks, box);
    }
    for (size_t i = 0; i < panels->count; i++) {
        cp_rect area = g->area[i];

        if (i == 0)
            g->outer = (cp_margins){ area.y - box.y, INFINITY, INFINITY, area.x - box.x };
        g->outer.right = fmin(g->outer.right, box.x + box.width - area.x - area.width);
        g->outer.bottom = fmin(g->outer.bottom, box.y + box.height - area.y - area.height);
    }
}

cp_margins cp_panels_margins(const cp_panels *panels, const cp_looks *looks, cp_size size,
                             cp_arena *page)
{
    grid g;

    if (panels->count == 1 && !panels->heads)
        return cp_plot_margins(panels->plots, looks, size, page);
    make_grid(&g, panels, looks, (cp_rect){ 0, 0, size.width, size.height }, page);
    return g.outer;
}

/* As high as wide in plots, unless columns are asked for. */
cp_size cp_panels_least(const cp_panels *panels, const cp_looks *looks, cp_arena *page)
{
    const cp_page_style *whole = &looks->style->page;
    double width = 0, height = 0;
    cp_panels square = *panels;
    grid g;

    if (panels->count == 1 && !panels->heads)
        return cp_plot_least(panels->plots, looks, page);
    if (panels->columns == 0)
        square.columns = (size_t)ceil(sqrt((double)panels->count));
    make_grid(&g, &square, looks, (cp_rect){ 0, 0, whole->width, whole->height }, page);
    for (size_t i = 0; i < panels->count; i++) {
        cp_size least = cp_plot_least(&g.plot[i], looks, page);
        cp_margins own
            = cp_plot_margins(&g.plot[i], looks, (cp_size){ whole->width, whole->height }, page);

        width = fmax(width, least.width - own.left - own.right);
        height = fmax(height, (least.height - own.top - own.bottom) / share_of(panels, i));
    }
    return (cp_size){ width * (double)g.columns + width_taken(&g, looks),
                      height * (double)g.rows + height_taken(&g, &square, looks) };
}

static void draw_head(const grid *g, const cp_panels *panels, const cp_looks *looks, size_t index,
                      cairo_t *cr, cp_arena *page, cp_buf *dump)
{
    const cp_panel_style *style = &looks->style->panel;
    cp_rect area = g->area[index];
    cp_str words = panels->heads[index];
    cp_text *text = cp_text_shorten(page, looks->fonts, &style->head, words,
                                    area.width + g->margin[index].right, looks->report);
    double x = area.x, y = area.y - g->margin[index].top - g->head[index];

    if (heads_row(&g->plot[index])) {
        cp_legend row = cp_legend_make(page, &g->plot[index], looks, CP_LEGEND_NONE,
                                       g->margin[index].left, (cp_size){ area.width, area.height });

        x += fmax(row.left - g->margin[index].left, 0);
        y += (looks->style->chart.legend_height - cp_text_size(text).height) / 2;
    }
    cp_text_draw(text, cr, x, y);
    if (dump)
        cp_buf_printf(dump, "head " CP_FMT " %.1f,%.1f %.1fx%.1f\n", CP_ARG(words), x, y,
                      cp_text_size(text).width, cp_text_size(text).height);
}

void cp_panels_draw(const cp_panels *panels, const cp_looks *looks, cp_rect box, cp_margins margins,
                    cairo_t *cr, cp_arena *page, cp_buf *dump)
{
    cp_size size = { box.width, box.height };
    cp_margins own;
    grid g;

    if (panels->count == 1 && !panels->heads) {
        cp_plot_draw(panels->plots, looks, box, margins, cr, page, dump);
        return;
    }
    own = cp_panels_margins(panels, looks, size, page);
    box = cp_rect_inset(box, fmax(margins.top - own.top, 0), fmax(margins.right - own.right, 0),
                        fmax(margins.bottom - own.bottom, 0), fmax(margins.left - own.left, 0));
    make_grid(&g, panels, looks, box, page);
    if (panels->key) {
        cp_rect below = { box.x, box.y + g.legend.top + looks->style->chart.top_gap, box.width, 0 };

        cp_legend_put(&g.legend, box, below);
        cp_legend_draw(page, looks, &g.legend, box, below, cr);
    }
    for (size_t i = 0; i < panels->count; i++) {
        cp_margins m = g.margin[i];
        cp_rect area = g.area[i];
        cp_rect cell = { area.x - m.left, area.y - m.top, area.width + m.left + m.right,
                         area.height + m.top + m.bottom };

        if (panels->heads && panels->heads[i].size > 0)
            draw_head(&g, panels, looks, i, cr, page, dump);
        cp_plot_draw(&g.plot[i], looks, cell, m, cr, page, dump);
    }
}
