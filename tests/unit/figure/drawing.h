/* drawing.h - a figure from a text, laid out in a box: its dump, its findings. */
#ifndef CP_TESTS_FIGURE_DRAWING_H
#define CP_TESTS_FIGURE_DRAWING_H

#include "test.h"

#include "base/file.h"
#include "figure/figure.h"

#define DRAWING_FILE CP_BINARY_DIR "/test-figures/drawing.yaml"

typedef struct drawing {
    cp_arena arena, page;
    cp_report report;
    cp_figure_env env;
    cp_figure *figure;
    bool loaded;
    cp_buf dump;
} drawing;

static inline void begin_drawing(drawing *d, const char *spec)
{
    cp_style *style;

    *d = (drawing){ .report = { .arena = &d->arena } };
    CHECK(cp_file_replace(DRAWING_FILE, cp_str_from(spec), &d->report));
    style = cp_style_read(&d->arena, CP_SOURCE_DIR "/styles/research.yaml", (cp_place){ 0 },
                          &d->report);
    d->env = (cp_figure_env){
        .arena = &d->arena, .report = &d->report, .style = style, .folder = "."
    };
    d->env.fonts = cp_fonts_open(&d->arena, CP_BINARY_DIR "/share/chartpack/fonts", &style->fonts,
                                 style->language, &d->report);
    d->figure = cp_figure_open(&d->env, DRAWING_FILE, (cp_place){ 0 });
    d->loaded = d->figure && cp_figure_load(d->figure, &d->env);
}

static inline void end_drawing(drawing *d)
{
    cp_buf_free(&d->dump);
    cp_figure_close(d->figure);
    cp_fonts_close(d->env.fonts);
    cp_arena_free(&d->page);
    cp_arena_free(&d->arena);
}

/* All findings, a line each, without the file's name. */
static inline const char *findings_of_drawing(drawing *d)
{
    const char *all = "";

    for (const cp_finding *it = d->report.first; it; it = it->next)
        all = cp_printf(&d->arena, "%s%s\n", all,
                        cp_finding_line(&d->arena, it) + strlen(DRAWING_FILE) + 1);
    return all;
}

static inline const char *dump_drawing(drawing *d, cp_rect box)
{
    cairo_surface_t *surface = cairo_recording_surface_create(CAIRO_CONTENT_COLOR_ALPHA, NULL);
    cairo_t *cr = cairo_create(surface);

    d->dump.size = 0;
    cp_arena_reset(&d->page);
    cp_figure_draw(d->figure, &d->env, box, (cp_gutters){ 0 }, cr, &d->page, &d->dump);
    CHECK(cairo_status(cr) == CAIRO_STATUS_SUCCESS);
    cairo_destroy(cr);
    cairo_surface_destroy(surface);
    return d->dump.data ? d->dump.data : "";
}

/* The boxes of the dump's lines that begin with `word`; at most `most`. */
static inline size_t boxes_of(const char *dump, const char *word, cp_rect *out, size_t most)
{
    size_t count = 0, length = strlen(word);

    for (const char *line = dump; line && count < most; line = strchr(line, '\n')) {
        cp_rect *r = &out[count];

        line += *line == '\n';
        if (strncmp(line, word, length) == 0 && line[length] == ' '
            && sscanf(line + length, "%lf %lf %lf %lf", &r->x, &r->y, &r->width, &r->height) == 4)
            count++;
    }
    return count;
}

static inline void check_apart(const cp_rect *boxes, size_t count, cp_rect within)
{
    for (size_t i = 0; i < count; i++) {
        CHECK(cp_rect_inside(boxes[i], within, 0.11));
        for (size_t k = 0; k < i; k++)
            CHECK(!cp_rects_overlap(boxes[i], boxes[k], 0.11));
    }
}

#endif
