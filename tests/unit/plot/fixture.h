/*
 * fixture.h - a plot from a chart file's text and a block of CSV.
 *
 * Fonts are only there where a test measures: with_fonts().
 */
#ifndef CP_TESTS_PLOT_FIXTURE_H
#define CP_TESTS_PLOT_FIXTURE_H

#include "test.h"

#include "plot/plot.h"
#include "read/reader.h"

typedef struct fixture {
    cp_arena arena, page;
    cp_report report;
    cp_style *style;
    cp_fonts *fonts;
    cp_looks looks;
    const cp_calendar *trading;
    cp_plot plot;
    bool bound;
} fixture;

static inline void read_marks(fixture *f, const cp_node *marks)
{
    f->plot.marks = cp_new_array(&f->arena, cp_mark, marks->count);
    for (const cp_node *node = marks->first; node; node = node->next)
        if (!cp_mark_read(&f->arena, node, &f->plot.marks[f->plot.mark_count++], &f->report))
            f->bound = false;
}

/* `spec`: x, y, right and marks as in a chart file; by the fixture's own trading days. */
static inline void begin_on(fixture *f, const char *spec, const char *csv)
{
    *f = (fixture){ .bound = true, .trading = f->trading };
    f->report.arena = &f->arena;
    f->style = cp_style_read(&f->arena, CP_SOURCE_DIR "/styles/research.yaml", (cp_place){ 0 },
                             &f->report);

    cp_node *map = cp_yaml_parse(&f->arena, "c.yaml", cp_str_from(spec), &f->report);
    const cp_table *table = cp_table_read_bytes(&f->arena, (cp_place){ "rows.csv", 1, 1 },
                                                cp_str_from(csv), CP_STR("rows"), NULL, &f->report);

    f->bound = f->style && map && table
               && cp_x_axis_read(&f->arena, cp_node_child(map, "x"), &f->plot.x, &f->report)
               && cp_y_axis_read(&f->arena, cp_node_child(map, "y"), &f->plot.y[0], &f->report)
               && cp_y_axis_read(&f->arena, cp_node_child(map, "right"), &f->plot.y[1], &f->report);
    if (f->bound)
        read_marks(f, cp_node_child(map, "marks"));
    f->plot.legend = true;
    f->plot.x.trading = f->trading;
    f->bound = f->bound && cp_plot_bind(&f->arena, &f->plot, table, "data", f->style, &f->report);
}

static inline void begin(fixture *f, const char *spec, const char *csv)
{
    f->trading = NULL;
    begin_on(f, spec, csv);
}

static inline void with_fonts(fixture *f)
{
    f->fonts = cp_fonts_open(&f->arena, CP_BINARY_DIR "/share/chartpack/fonts", &f->style->fonts,
                             f->style->language, &f->report);
    f->looks = (cp_looks){ f->style, f->fonts, &f->report };
}

static inline void end(fixture *f)
{
    if (f->fonts)
        cp_fonts_close(f->fonts);
    cp_arena_free(&f->page);
    cp_arena_free(&f->arena);
}

static inline const char *first_finding(fixture *f)
{
    return f->report.first ? cp_finding_line(&f->arena, f->report.first) : "";
}

/* "1 2.5 - 3": the numbers, missing ones as -. */
static inline const char *numbers(fixture *f, const double *value, size_t count)
{
    const char *text = "";

    for (size_t i = 0; i < count; i++)
        text = cp_printf(&f->arena, "%s%s%s", text, i > 0 ? " " : "",
                         isnan(value[i]) ? "-" : cp_printf(&f->arena, "%g", value[i]));
    return text;
}

/* What the plot says of itself in a box of this size. */
static inline const char *dump_within(fixture *f, double width, double height, cp_margins margins)
{
    cairo_surface_t *surface = cairo_recording_surface_create(CAIRO_CONTENT_COLOR_ALPHA, NULL);
    cairo_t *cr = cairo_create(surface);
    cp_buf dump = { 0 };
    const char *text;

    cp_plot_draw(&f->plot, &f->looks, (cp_rect){ 0, 0, width, height }, margins, cr, &f->page,
                 &dump);
    text = cp_printf(&f->arena, "%s", dump.data ? dump.data : "");
    cp_buf_free(&dump);
    CHECK(cairo_status(cr) == CAIRO_STATUS_SUCCESS);
    cairo_destroy(cr);
    cairo_surface_destroy(surface);
    return text;
}

static inline const char *dump_of(fixture *f, double width, double height)
{
    return dump_within(f, width, height, (cp_margins){ 0 });
}

/* The dump's lines that begin with `head`, the words between it and `tail`: ticks, labels. */
static inline const char *lines_of(fixture *f, const char *dump, const char *head)
{
    const char *text = "";
    size_t size = strlen(head);

    for (const char *line = dump; *line; line = strchr(line, '\n') + 1)
        if (strncmp(line, head, size) == 0)
            text = cp_printf(&f->arena, "%s%.*s", *text ? cp_printf(&f->arena, "%s|", text) : "",
                             (int)(strchr(line, '\n') - line - (long)size), line + size);
    return text;
}

#endif
