#include "tables.h"

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
    *cell = (cp_tabular_cell){ span, *text ? 1 : 0 };
}

static cp_tabular *lay(setting *s, const char *const *texts, const char *align, double width,
                       double scale)
{
    size_t columns = strlen(align), count = 0;
    cp_tabular_cell *cells = cp_new_array(&s->arena, cp_tabular_cell, 200);
    cp_align *aligns = cp_new_array(&s->arena, cp_align, columns);
    cp_tabular_spec *spec = cp_new(&s->arena, cp_tabular_spec);

    for (size_t i = 0; i < columns; i++)
        aligns[i] = align[i] == 'r'   ? CP_ALIGN_RIGHT
                    : align[i] == 'c' ? CP_ALIGN_CENTER
                                      : CP_ALIGN_LEFT;
    for (; *texts; texts++)
        for (; *texts; texts++)
            add_span(s, &cells[count++], *texts);
    *spec = (cp_tabular_spec){ .columns = columns,
                               .rows = count / columns - 1,
                               .head = cells,
                               .body = cells + columns,
                               .align = aligns,
                               .place = { "deck.md", 7, 0 } };
    return cp_tabular_layout(&s->arena, s->fonts, s->style, spec, width, scale, &s->report);
}

const char *dump_table(setting *s, const char *const *texts, const char *align, double width,
                       double scale)
{
    cp_tabular *tabular = lay(s, texts, align, width, scale);
    cairo_surface_t *surface = cairo_recording_surface_create(CAIRO_CONTENT_COLOR_ALPHA, NULL);
    cairo_t *cr = cairo_create(surface);
    cp_buf dump = { 0 };
    const char *text = NULL;

    if (tabular) {
        cp_tabular_draw(tabular, cr, ORIGIN_X, ORIGIN_Y, &dump);
        text = cp_printf(&s->arena, "%s", dump.data);
    }
    cp_buf_free(&dump);
    cairo_destroy(cr);
    cairo_surface_destroy(surface);
    return text;
}

double table_height(setting *s, const char *const *texts, const char *align, double width,
                    double scale)
{
    cp_tabular *tabular = lay(s, texts, align, width, scale);

    return tabular ? cp_tabular_height(tabular) : 0;
}

cp_color pixel_of(setting *s, const char *const *texts, const char *align, int x, int y)
{
    cairo_surface_t *surface = cairo_image_surface_create(CAIRO_FORMAT_ARGB32, 200, 200);
    cairo_t *cr = cairo_create(surface);
    const unsigned char *at;
    cp_color color;

    cp_tabular_draw(lay(s, texts, align, 100, 1), cr, ORIGIN_X, ORIGIN_Y, NULL);
    cairo_destroy(cr);
    cairo_surface_flush(surface);
    at = cairo_image_surface_get_data(surface) + y * cairo_image_surface_get_stride(surface)
         + 4 * x;
    color = (cp_color){ at[2] / 255.0, at[1] / 255.0, at[0] / 255.0, at[3] / 255.0 };
    cairo_surface_destroy(surface);
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

const char *misplaced(const char *dump)
{
    dumped before = { 0 }, line;
    bool first = true;

    for (; dump && *dump; dump = next_line(dump)) {
        if (!parse_line(dump, &line))
            return dump;
        if (line.text.width > 0 && !cp_rect_inside(line.text, line.cell, 0.03))
            return dump;
        if (!first && cp_rects_overlap(line.cell, before.cell, 0.03))
            return dump;
        before = line;
        first = false;
    }
    return dump ? "" : "no table";
}
