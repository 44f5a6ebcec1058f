/*
 * table.c - tables made of the bytes: cells with words, merges, insets, kinds of columns and rows;
 * at many widths and heights every row is on one page, and all is drawn.
 */

#include "ground.h"

#include "tabular/tabular.h"

#include <math.h>

enum { MOST_COLUMNS = 8, MOST_ROWS = 40 };

typedef struct made {
    cp_tabular_spec spec;
    cp_tabular_column column[MOST_COLUMNS];
    cp_tabular_row row[MOST_ROWS];
    cp_tabular_cell cell[MOST_ROWS * MOST_COLUMNS];
    cp_span span[MOST_ROWS * MOST_COLUMNS];
} made;

static void draw_inset(const void *data, const cp_style *style, cairo_t *cr, cp_rect box)
{
    (void)data;
    (void)style;
    cairo_rectangle(cr, box.x, box.y, box.width, box.height);
}

static const cp_tabular_inset insets[] = {
    { .side = CP_INSET_BEFORE, .width = 8, .height = 8, .draw = draw_inset },
    { .side = CP_INSET_BEHIND, .width = 4, .height = 2, .draw = draw_inset },
    { .side = CP_INSET_BEFORE, .width = 30, .height = 10, .grows = true, .draw = draw_inset },
};

static cp_str make_words(fuzz_bytes *bytes)
{
    static const char *const words[] = {
        "",           "锂电池", "净流入（亿元）",
        "−1,234.56",  "12.5%",  "OpenAI extradeep deeplearning",
        "一\n二\n三", "5.",     "“十五五”规划，要求到2030年基本建成现代化的数据基础设施体系",
    };

    return cp_str_from(words[fuzz_byte(bytes) % (sizeof words / sizeof *words)]);
}

/* Lay a cell over its neighbours where all of them are free and of one part of the table. */
static void merge(made *out, size_t row, size_t column, uint32_t down, uint32_t across)
{
    cp_tabular_spec *spec = &out->spec;
    size_t end = row < spec->head ? spec->head : spec->head + spec->rows;

    if (row + down >= end || column + across >= spec->columns)
        return;
    for (size_t y = row; y <= row + down; y++)
        for (size_t x = column; x <= column + across; x++) {
            const cp_tabular_cell *cell = &out->cell[y * spec->columns + x];

            if (cell->covered || cell->down || cell->across
                || out->row[y].part != out->row[row].part)
                return;
        }
    for (size_t y = row; y <= row + down; y++)
        for (size_t x = column; x <= column + across; x++)
            out->cell[y * spec->columns + x].covered = y > row || x > column;
    out->cell[row * spec->columns + column].down = down;
    out->cell[row * spec->columns + column].across = across;
}

static void make_cell(fuzz_bytes *bytes, made *out, size_t row, size_t column)
{
    size_t at = row * out->spec.columns + column;
    unsigned kind = fuzz_byte(bytes);

    out->span[at].text = make_words(bytes);
    out->span[at].bold = kind & 1;
    out->cell[at].spans = &out->span[at];
    out->cell[at].count = 1;
    out->cell[at].whole
        = (kind & 2) && cp_str_find(out->span[at].text, CP_STR("\n"), 0) == SIZE_MAX;
    out->cell[at].align = (cp_tabular_align)(kind >> 2 & 3);
    if ((kind >> 4 & 3) < 3 && kind & 64)
        out->cell[at].inset = &insets[kind >> 4 & 3];
}

static void make(fuzz_bytes *bytes, made *out)
{
    cp_tabular_spec *spec = &out->spec;
    static const cp_tabular_part parts[]
        = { CP_TABULAR_BODY, CP_TABULAR_BODY, CP_TABULAR_SECTION, CP_TABULAR_SUMMARY };

    memset(out, 0, sizeof *out);
    spec->columns = 1 + fuzz_byte(bytes) % MOST_COLUMNS;
    spec->head = fuzz_byte(bytes) % 3;
    spec->rows = 1 + fuzz_byte(bytes) % (MOST_ROWS - 3);
    spec->column = out->column;
    spec->row = out->row;
    spec->cell = out->cell;
    for (size_t i = 0; i < spec->columns; i++) {
        unsigned kind = fuzz_byte(bytes);

        out->column[i] = (cp_tabular_column){ .align = (cp_tabular_align)(1 + (kind & 3)),
                                              .width = (cp_tabular_width)(kind >> 2 & 3),
                                              .amount = 1 + fuzz_byte(bytes) };
    }
    for (size_t row = 0; row < spec->head + spec->rows; row++) {
        out->row[row].part = row < spec->head ? CP_TABULAR_HEAD : parts[fuzz_byte(bytes) & 3];
        for (size_t i = 0; i < spec->columns; i++)
            make_cell(bytes, out, row, i);
    }
    for (int i = 0; i < 6 && bytes->size; i++) {
        size_t row = fuzz_byte(bytes) % (spec->head + spec->rows);
        size_t column = fuzz_byte(bytes) % spec->columns;

        merge(out, row, column, fuzz_byte(bytes) & 7, fuzz_byte(bytes) & 3);
    }
}

static void draw_pages(fuzz_ground *ground, const cp_tabular_layout *layout, size_t rows,
                       double height)
{
    cairo_t *cr = fuzz_canvas();

    for (size_t from = 0, to; from < rows; from = to) {
        cp_tabular_page page = { .layout = layout, .from = from };

        to = cp_tabular_break(layout, from, height);
        HOLDS(to >= from && to <= rows);
        page.to = to = to > from ? to : from + 1;
        HOLDS(isfinite(cp_tabular_height(&page)));
        cp_tabular_spread(&page, height);
        cp_tabular_draw(&page, cr, 10, 20, &ground->page, NULL);
        cp_arena_reset(&ground->page);
    }
    fuzz_canvas_close(cr);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static made it;
    fuzz_ground ground;
    fuzz_bytes bytes = { data, size };
    cp_tabular *table;

    fuzz_open(&ground);
    make(&bytes, &it);
    table = cp_tabular_new(&ground.arena, ground.env.fonts, ground.env.style, &it.spec,
                           &ground.report);
    for (double width = 20; width < 1500; width *= 3) {
        const cp_tabular_layout *layout = cp_tabular_lay(table, width, 1);

        HOLDS(layout || cp_tabular_least_width(table, 1) > width - 1e-6);
        if (layout)
            draw_pages(&ground, layout, it.spec.rows, 40 + width / 2);
    }
    HOLDS(cp_tabular_fit(table, (cp_size){ 400, 200 }, 1.2) <= 1.2);
    fuzz_close(&ground);
    return 0;
}
