#include "tables.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "test.h"

void open_setting(setting *s)
{
    memset(s, 0, sizeof(*s));
    s->report.arena = &s->arena;
    s->style = cp_style_read(&s->arena, CP_SOURCE_DIR "/styles/research.yaml", (cp_place){ 0 },
                             &s->report);
    CHECK(s->style != NULL);
    s->fonts = cp_fonts_open(&s->arena, CP_BINARY_DIR "/share/chartpack/fonts", &s->style->fonts,
                             s->style->language, &s->report);
    CHECK(s->fonts != NULL);
}

void close_setting(setting *s)
{
    cp_fonts_close(s->fonts);
    cp_arena_free(&s->arena);
}

static void add_span(setting *s, cp_tabular_cell *cell, const char *text)
{
    cp_span *span = cp_new(&s->arena, cp_span);

    *span = (cp_span){ .text = cp_str_from(text), .place = { "deck.md", 9, 1 } };
    *cell = (cp_tabular_cell){ .spans = span, .count = *text ? 1 : 0 };
}

/* "^" and "<" are parts of the cell above and at the left. */
static void merge(cp_tabular_spec *spec, cp_tabular_cell *cells, size_t index)
{
    const cp_tabular_cell *cell = &cells[index];
    size_t columns = spec->columns, owner = index;
    bool up = cell->count > 0 && cp_str_is(cell->spans[0].text, "^");

    if (!up && !(cell->count > 0 && cp_str_is(cell->spans[0].text, "<")))
        return;
    cells[index].covered = true;
    while (cells[owner].covered)
        owner -= up ? columns : 1;
    if (up)
        cells[owner].down = (uint32_t)(index / columns - owner / columns);
    else
        cells[owner].across = (uint32_t)(index - owner);
    cells[index].count = 0;
}

static cp_tabular_align align_of(char letter)
{
    return letter == 'r'   ? CP_TABULAR_RIGHT
           : letter == 'c' ? CP_TABULAR_CENTER
           : letter == '.' ? CP_TABULAR_POINT
                           : CP_TABULAR_LEFT;
}

cp_tabular *make_table(setting *s, const char *const *texts, const char *align)
{
    size_t columns = strlen(align), count = 0;
    cp_tabular_cell *cells = cp_new_array(&s->arena, cp_tabular_cell, 4000);
    cp_tabular_column *column = cp_new_array(&s->arena, cp_tabular_column, columns);
    cp_tabular_row *row = cp_new_array(&s->arena, cp_tabular_row, 4000 / columns);
    cp_tabular_spec *spec = cp_new(&s->arena, cp_tabular_spec);

    for (size_t i = 0; i < columns; i++)
        column[i] = (cp_tabular_column){ .align = align_of(align[i]), .stub = align[i] == 's' };
    for (; *texts; texts++)
        for (; *texts; texts++)
            add_span(s, &cells[count++], *texts);
    row[0].part = CP_TABULAR_HEAD;
    *spec = (cp_tabular_spec){ .columns = columns,
                               .head = 1,
                               .rows = count / columns - 1,
                               .column = column,
                               .row = row,
                               .cell = cells };
    for (size_t i = 0; i < count; i++)
        merge(spec, cells, i);
    s->columns = column;
    s->rows = row;
    s->cells = cells;
    return cp_tabular_new(&s->arena, s->fonts, s->style, spec, &s->report);
}

const char *dump_page(setting *s, const cp_tabular_page *page)
{
    cairo_surface_t *surface = cairo_recording_surface_create(CAIRO_CONTENT_COLOR_ALPHA, NULL);
    cairo_t *cr = cairo_create(surface);
    cp_arena scratch = { 0 };
    cp_buf dump = { 0 };
    const char *text;

    cp_tabular_draw(page, cr, ORIGIN_X, ORIGIN_Y, &scratch, &dump);
    text = cp_printf(&s->arena, "%s", dump.data);
    cp_buf_free(&dump);
    cp_arena_free(&scratch);
    cairo_destroy(cr);
    cairo_surface_destroy(surface);
    return text;
}

const char *dump_table(setting *s, const char *const *texts, const char *align, double width,
                       double scale)
{
    const cp_tabular_layout *layout = cp_tabular_lay(make_table(s, texts, align), width, scale);
    cp_tabular_page page = { 0 };

    if (layout)
        page = cp_tabular_all(layout);
    return layout ? dump_page(s, &page) : NULL;
}

double table_height(setting *s, const char *const *texts, const char *align, double width,
                    double scale)
{
    const cp_tabular_layout *layout = cp_tabular_lay(make_table(s, texts, align), width, scale);
    cp_tabular_page page = { 0 };

    if (layout)
        page = cp_tabular_all(layout);
    return layout ? cp_tabular_height(&page) : 0;
}

cp_color pixel_of(setting *s, const char *const *texts, const char *align, int x, int y)
{
    cairo_surface_t *surface = cairo_image_surface_create(CAIRO_FORMAT_ARGB32, 200, 200);
    cairo_t *cr = cairo_create(surface);
    const cp_tabular_layout *layout = cp_tabular_lay(make_table(s, texts, align), 100, 1);
    cp_tabular_page page = cp_tabular_all(layout);
    cp_arena scratch = { 0 };
    const unsigned char *at;
    cp_color color;

    cp_tabular_draw(&page, cr, ORIGIN_X, ORIGIN_Y, &scratch, NULL);
    cairo_destroy(cr);
    cairo_surface_flush(surface);
    at = cairo_image_surface_get_data(surface) + y * cairo_image_surface_get_stride(surface)
         + 4 * x;
    color = (cp_color){ at[2] / 255.0, at[1] / 255.0, at[0] / 255.0, at[3] / 255.0 };
    cairo_surface_destroy(surface);
    cp_arena_free(&scratch);
    return color;
}

typedef struct dumped {
    size_t row, column;
    cp_rect cell, text;
    int words; /* where the words begin */
} dumped;

static bool parse_line(const char *text, dumped *line)
{
    cp_rect *c = &line->cell, *t = &line->text;

    return sscanf(text, "cell %zu %zu %lf %lf %lf %lf text %lf %lf %lf %lf%n", &line->row,
                  &line->column, &c->x, &c->y, &c->width, &c->height, &t->x, &t->y, &t->width,
                  &t->height, &line->words)
           == 10;
}

static const char *next_line(const char *dump)
{
    const char *end = strchr(dump, '\n');

    return end ? end + 1 : dump + strlen(dump);
}

static const char *find_line(const char *dump, size_t row, size_t column, dumped *line)
{
    for (; *dump; dump = next_line(dump))
        if (parse_line(dump, line) && line->row == row && line->column == column)
            return dump;
    CHECK(!"in the dump");
    return "";
}

cp_rect cell_box(const char *dump, size_t row, size_t column)
{
    dumped line = { 0 };

    find_line(dump, row, column, &line);
    return line.cell;
}

double cell_left(const char *dump, size_t row, size_t column)
{
    dumped line = { 0 };

    find_line(dump, row, column, &line);
    return line.cell.x;
}

double cell_right(const char *dump, size_t row, size_t column)
{
    dumped line = { 0 };

    find_line(dump, row, column, &line);
    return line.cell.x + line.cell.width;
}

double text_left(const char *dump, size_t row, size_t column)
{
    dumped line = { 0 };

    find_line(dump, row, column, &line);
    return line.text.x;
}

double text_right(const char *dump, size_t row, size_t column)
{
    dumped line = { 0 };

    find_line(dump, row, column, &line);
    return line.text.x + line.text.width;
}

const char *cell_text(setting *s, const char *dump, size_t row, size_t column)
{
    dumped line = { 0 };
    const char *at = find_line(dump, row, column, &line);
    cp_str words = cp_str_slice(cp_str_from(at), (size_t)line.words, (size_t)(next_line(at) - at));

    return cp_str_z(&s->arena, cp_str_trim(words));
}

static bool parse_inset(const char *text, cp_rect *rect)
{
    return sscanf(text, "inset %lf %lf %lf %lf", &rect->x, &rect->y, &rect->width, &rect->height)
           == 4;
}

const char *misplaced(const char *dump)
{
    enum { MOST = 1000 };
    static cp_rect cells[MOST];
    dumped line = { 0 };
    size_t count = 0;
    double area = 0, rounding = 0; /* the dump has two decimals */
    cp_rect all = { 1e9, 1e9, 0, 0 }, inset;

    for (const char *at = dump; at && *at; at = next_line(at)) {
        if (parse_inset(at, &inset)) {
            if (!cp_rect_inside(inset, line.cell, 0.03))
                return at;
            continue;
        }
        if (!parse_line(at, &line) || count == MOST)
            return at;
        if (line.text.width > 0 && !cp_rect_inside(line.text, line.cell, 0.03))
            return at;
        for (size_t i = 0; i < count; i++)
            if (cp_rects_overlap(line.cell, cells[i], 0.03))
                return at;
        cells[count++] = line.cell;
        area += line.cell.width * line.cell.height;
        rounding += 0.01 * (line.cell.width + line.cell.height);
        all.x = fmin(all.x, line.cell.x);
        all.y = fmin(all.y, line.cell.y);
        all.width = fmax(all.width, line.cell.x + line.cell.width);
        all.height = fmax(all.height, line.cell.y + line.cell.height);
    }
    if (dump
        && fabs(area - (all.width - all.x) * (all.height - all.y))
               > rounding + 0.01 * (all.width + all.height))
        return "the cells leave holes";
    return dump ? "" : "no table";
}
