/* draw.c - ink of a page's rows: grounds, then lines, then what stands in the cells. */
#include "tabular/inside.h"

#include "paint/output.h"
#include "paint/tag.h"

#include <stdint.h>

typedef struct ink {
    const cp_tabular *tabular;
    const cp_tabular_layout *layout;
    cp_tabular_rows rows;
    size_t count;
    cp_tabular_box *boxes;
    bool *crossed; /* [rows * columns]: a cell goes on over the lower edge of the row */
    bool *ends;    /* [rows * columns]: a merged cell ends at the lower edge, or begins there */
    cairo_t *cr;
} ink;

/* Columns without a gap among them. */
typedef struct block {
    size_t from, to;
    double left, right;
} block;

static bool next_block(const ink *k, block *b)
{
    const cp_tabular_column *column = k->tabular->spec->column;
    size_t columns = k->tabular->columns;

    for (b->from = b->to; b->from < columns && column[b->from].gap;)
        b->from++;
    for (b->to = b->from; b->to < columns && !column[b->to].gap;)
        b->to++;
    b->left = k->layout->x[b->from];
    b->right = k->layout->x[b->to];
    return b->from < columns;
}

static cp_tabular_part part_of(const ink *k, size_t row)
{
    return k->tabular->spec->row[k->rows.row[row]].part;
}

/* ---- grounds ---- */

static void fill(cairo_t *cr, cp_rect rect, cp_color color)
{
    if (color.alpha <= 0)
        return;
    cp_set_color(cr, color);
    cairo_rectangle(cr, rect.x, rect.y, rect.width, rect.height);
    cairo_fill(cr);
}

static cp_color row_fill(const ink *k, size_t row)
{
    const cp_tabular_row *real = &k->tabular->spec->row[k->rows.row[row]];
    cp_color none = { 0 };

    if (real->fill.alpha > 0)
        return real->fill;
    switch (real->part) {
    case CP_TABULAR_HEAD:
        return k->tabular->look->head_fill;
    case CP_TABULAR_SECTION:
        return k->tabular->own->section_fill;
    case CP_TABULAR_SUMMARY:
        return k->tabular->own->summary_fill;
    case CP_TABULAR_FOOTNOTE:
        return none;
    case CP_TABULAR_BODY:
        break;
    }
    return k->tabular->odd[k->rows.row[row]] ? k->tabular->look->zebra_fill : none;
}

/* Rows of one colour as one ground: between two of them a viewer would show a hairline. */
static void fill_rows(const ink *k)
{
    for (size_t row = 0, end; row < k->rows.count; row = end) {
        cp_color color = row_fill(k, row);

        end = row + 1;
        while (end < k->rows.count && cp_color_eq(row_fill(k, end), color))
            end++;
        for (block b = { 0 }; next_block(k, &b);)
            fill(k->cr,
                 (cp_rect){ b.left, k->rows.y[row], b.right - b.left,
                            k->rows.y[end] - k->rows.y[row] },
                 color);
    }
}

static bool is_spanner(const ink *k, const cp_tabular_box *box)
{
    return part_of(k, box->row) == CP_TABULAR_HEAD
           && box->row + box->down + 1 < k->tabular->spec->head;
}

/* Whether the stripe of its rows lies under the cell as under its neighbours. */
static bool is_striped(const ink *k, const cp_tabular_box *box)
{
    for (size_t row = box->row; row <= box->row + box->down; row++)
        if (!k->tabular->odd[k->rows.row[row]])
            return false;
    return k->tabular->look->zebra_fill.alpha > 0;
}

static cp_color cell_fill(const ink *k, const cp_tabular_box *box)
{
    const cp_tabular_spec *spec = k->tabular->spec;
    const cp_tabular_cell *cell = &spec->cell[box->index];
    const cp_tabular_row *row = &spec->row[k->rows.row[box->row]];
    cp_color none = { 0 };

    if (cell->fill.alpha > 0)
        return cell->fill;
    if (is_spanner(k, box))
        return k->tabular->look->spanner_fill;
    if (spec->column[box->column].stub && row->part == CP_TABULAR_BODY && row->fill.alpha <= 0
        && !is_striped(k, box))
        return k->tabular->look->stub_fill;
    return none;
}

/* Pixels along an edge that two grounds share belong to one of them, not in parts to both and
 * to what is below. */
static void fill_all(const ink *k)
{
    cairo_antialias_t before = cairo_get_antialias(k->cr);

    cairo_set_antialias(k->cr, CAIRO_ANTIALIAS_NONE);
    fill_rows(k);
    for (size_t i = 0; i < k->count; i++)
        fill(k->cr, k->boxes[i].box, cell_fill(k, &k->boxes[i]));
    cairo_set_antialias(k->cr, before);
}

/* ---- lines ---- */

static void rule(const ink *k, double from, double to, double y, const cp_stroke *stroke)
{
    double scale = k->layout->scale;
    cp_stroke scaled = { stroke->width / scale, stroke->color, stroke->dash / scale };

    if (to <= from)
        return;
    cairo_move_to(k->cr, from, y);
    cairo_line_to(k->cr, to, y);
    cp_stroke_path(k->cr, &scaled);
}

static void find_crossings(ink *k, cp_arena *arena)
{
    size_t columns = k->tabular->columns;

    k->crossed = cp_new_array(arena, bool, k->rows.count *columns);
    k->ends = cp_new_array(arena, bool, k->rows.count *columns);
    for (size_t i = 0; i < k->count; i++) {
        const cp_tabular_box *box = &k->boxes[i];
        size_t across = k->tabular->spec->cell[box->index].across;

        if (box->down == 0)
            continue;
        for (size_t column = box->column; column <= box->column + across; column++) {
            for (size_t row = box->row; row < box->row + box->down; row++)
                k->crossed[row * columns + column] = true;
            k->ends[(box->row + box->down) * columns + column] = true;
            if (box->row > 0)
                k->ends[(box->row - 1) * columns + column] = true;
        }
    }
}

/* Whether a group ends in a block at the lower edge of a row. */
static bool ends_group(const ink *k, size_t row, const block *b)
{
    const bool *crossed = k->crossed + row * k->tabular->columns;
    const bool *ends = k->ends + row * k->tabular->columns;
    bool ended = part_of(k, row) != CP_TABULAR_BODY || part_of(k, row + 1) != CP_TABULAR_BODY;

    for (size_t column = b->from; column < b->to; column++)
        ended = ended || ends[column];
    return ended && !crossed[b->from];
}

/* Under a row of the body, but where a merged cell goes on. */
static void rule_row(const ink *k, size_t row, const block *b)
{
    const bool *crossed = k->crossed + row * k->tabular->columns;
    const cp_stroke *stroke
        = ends_group(k, row, b) ? &k->tabular->look->group_rule : &k->tabular->look->row_rule;
    size_t from = b->from;

    while (from < b->to) {
        size_t to = from;

        while (to < b->to && !crossed[to])
            to++;
        rule(k, k->layout->x[from], k->layout->x[to], k->rows.y[row + 1], stroke);
        for (from = to; from < b->to && crossed[from];)
            from++;
    }
}

/* A spanner's line is a little shorter than its columns, so that neighbours stay apart. */
static void rule_spanners(const ink *k)
{
    double short_by = k->tabular->own->cell_x / 2;

    for (size_t i = 0; i < k->count; i++) {
        const cp_rect *box = &k->boxes[i].box;

        if (is_spanner(k, &k->boxes[i]) && k->boxes[i].text)
            rule(k, box->x + short_by, box->x + box->width - short_by, box->y + box->height,
                 &k->tabular->look->spanner_rule);
    }
}

static void draw_rules(const ink *k)
{
    const cp_tabular_look *look = k->tabular->look;
    size_t head = k->tabular->spec->head, last = k->rows.count;

    while (last > head && part_of(k, last - 1) == CP_TABULAR_FOOTNOTE)
        last--;
    for (block b = { 0 }; next_block(k, &b);) {
        for (size_t row = head; row + 1 < last; row++)
            rule_row(k, row, &b);
        rule(k, b.left, b.right, 0, &look->top_rule);
        rule(k, b.left, b.right, k->rows.y[head], &look->head_rule);
        rule(k, b.left, b.right, k->rows.y[last], &look->end_rule);
    }
    rule_spanners(k);
}

/* ---- what stands in the cells ---- */

static void draw_box(const ink *k, const cp_tabular_box *box)
{
    const cp_tabular_inset *inset = k->tabular->spec->cell[box->index].inset;

    if (inset && box->inset.width > 0) {
        cairo_save(k->cr);
        inset->draw(inset->data, k->tabular->style, k->cr, box->inset);
        cairo_restore(k->cr);
    }
    if (box->text)
        cp_text_draw(box->text, k->cr, box->at.x, box->at.y);
}

/* What a cell is the head of. */
static const char *head_of(const ink *k, const cp_tabular_box *box)
{
    cp_tabular_part part = part_of(k, box->row);

    if (part == CP_TABULAR_HEAD)
        return "Column";
    if (part == CP_TABULAR_SECTION)
        return "Row";
    return part == CP_TABULAR_BODY && k->tabular->spec->column[box->column].stub ? "Row" : NULL;
}

static void draw_boxes(const ink *k)
{
    size_t row = SIZE_MAX;

    for (size_t i = 0; i < k->count; i++) {
        const cp_tabular_box *box = &k->boxes[i];
        cp_tag_cell cell = { .head = head_of(k, box),
                             .rows = (int)box->down + 1,
                             .columns = (int)k->tabular->spec->cell[box->index].across + 1 };

        if (box->row != row && row != SIZE_MAX)
            cp_tag_end(k->cr, "TR");
        if (box->row != row)
            cp_tag_begin(k->cr, "TR");
        row = box->row;
        cp_tag_begin_cell(k->cr, cell);
        draw_box(k, box);
        cp_tag_end_cell(k->cr, cell);
    }
    if (row != SIZE_MAX)
        cp_tag_end(k->cr, "TR");
}

/* ---- the dump ---- */

typedef struct where {
    double x, y, scale;
} where;

static void dump_rect(cp_buf *dump, const char *what, cp_rect rect, where to)
{
    cp_buf_printf(dump, "%s %.2f %.2f %.2f %.2f", what, rect.x * to.scale + to.x,
                  rect.y * to.scale + to.y, rect.width * to.scale, rect.height * to.scale);
}

static void dump_box(const ink *k, const cp_tabular_box *box, where to, cp_buf *dump)
{
    size_t lines = box->text ? cp_text_lines(box->text) : 0;

    cp_buf_printf(dump, "cell %zu %zu", k->rows.row[box->row], box->column);
    dump_rect(dump, "", box->box, to);
    dump_rect(dump, " text", box->ink, to);
    for (size_t i = 0; i < lines; i++)
        cp_buf_printf(dump, "%s" CP_FMT, i ? " / " : " ", CP_ARG(cp_text_line_slice(box->text, i)));
    cp_buf_add_char(dump, '\n');
    if (box->inset.width > 0) {
        dump_rect(dump, "inset", box->inset, to);
        cp_buf_add_char(dump, '\n');
    }
}

void cp_tabular_draw(const cp_tabular_page *page, cairo_t *cr, double x, double y,
                     cp_arena *scratch, cp_buf *dump)
{
    where to = { x, y, page->layout->scale };
    ink k = { .tabular = page->layout->of,
              .layout = page->layout,
              .rows = cp_tabular_rows_of(page, scratch),
              .cr = cr };

    k.boxes = cp_tabular_boxes(page, &k.rows, scratch, &k.count);
    find_crossings(&k, scratch);
    cairo_save(cr);
    cairo_translate(cr, x, y);
    cairo_scale(cr, to.scale, to.scale);
    fill_all(&k);
    draw_rules(&k);
    draw_boxes(&k);
    cairo_restore(cr);
    for (size_t i = 0; dump && i < k.count; i++)
        dump_box(&k, &k.boxes[i], to, dump);
}
