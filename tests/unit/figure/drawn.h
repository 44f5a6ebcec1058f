/* drawn.h - a figure from its text, drawn into a box; what its dump says of it. */
#ifndef CP_TESTS_FIGURE_DRAWN_H
#define CP_TESTS_FIGURE_DRAWN_H

#include "test.h"

#include <stdlib.h>

#include "base/file.h"
#include "figure/figure.h"

enum { MOST_TEXTS = 400 };

typedef struct drawn {
    cp_arena arena, page;
    cp_report report;
    cp_figure_env env;
    cp_figure *figure;
    bool loaded;
    cp_buf dump;
    cairo_surface_t *surface;
} drawn;

typedef struct drawn_text {
    cp_rect rect;
    char words[80];
} drawn_text;

#define DRAWN_FILE CP_BINARY_DIR "/test-figures/drawn.yaml"

static inline void drawn_begin(drawn *d)
{
    *d = (drawn){ .report = { .arena = &d->arena } };
    d->env = (cp_figure_env){ .arena = &d->arena, .report = &d->report, .folder = "." };
    d->env.style = cp_style_read(&d->arena, CP_SOURCE_DIR "/styles/research.yaml", (cp_place){ 0 },
                                 &d->report);
    d->env.fonts = cp_fonts_open(&d->arena, CP_BINARY_DIR "/share/chartpack/fonts",
                                 &d->env.style->fonts, d->env.style->language, &d->report);
    d->env.dataset = cp_dataset_open(&d->arena, &cp_dataset_default_limits);
}

static inline void drawn_load_path(drawn *d, const char *path)
{
    d->figure = cp_figure_open(&d->env, path, (cp_place){ 0 });
    d->loaded = d->figure && cp_figure_load(d->figure, &d->env);
}

static inline void drawn_load(drawn *d, const char *text)
{
    CHECK(cp_file_replace(DRAWN_FILE, cp_str_from(text), &d->report));
    drawn_load_path(d, DRAWN_FILE);
}

static inline void drawn_open_path(drawn *d, const char *path)
{
    drawn_begin(d);
    drawn_load_path(d, path);
}

static inline void drawn_open(drawn *d, const char *text)
{
    drawn_begin(d);
    drawn_load(d, text);
}

/* Gives the dump. */
static inline const char *drawn_in(drawn *d, cp_rect box)
{
    cairo_t *cr;

    if (!d->surface)
        d->surface = cairo_recording_surface_create(CAIRO_CONTENT_COLOR_ALPHA, NULL);
    cr = cairo_create(d->surface);
    d->dump.size = 0;
    cp_figure_draw(d->figure, &d->env, box, (cp_gutters){ 0 }, cr, &d->page, &d->dump);
    CHECK(cairo_status(cr) == CAIRO_STATUS_SUCCESS);
    cairo_destroy(cr);
    cp_arena_reset(&d->page);
    return d->dump.data ? d->dump.data : "";
}

/* Into a box at 10, 20. */
static inline void drawn_draw(drawn *d, double width, double height)
{
    drawn_in(d, (cp_rect){ 10, 20, width, height });
}

static inline void drawn_close(drawn *d)
{
    if (d->surface)
        cairo_surface_destroy(d->surface);
    cp_buf_free(&d->dump);
    cp_figure_close(d->figure);
    cp_dataset_close(d->env.dataset);
    cp_fonts_close(d->env.fonts);
    cp_arena_free(&d->page);
    cp_arena_free(&d->arena);
}

/* The rects that the dump calls `what`, with the words behind them. */
static inline size_t drawn_rects(const drawn *d, const char *what, drawn_text out[MOST_TEXTS])
{
    size_t count = 0, length = strlen(what);
    cp_str rest = cp_buf_str(&d->dump);

    while (rest.data && count < MOST_TEXTS) {
        cp_str line = cp_str_next(&rest, '\n');
        drawn_text *it = &out[count];
        char copy[200];

        snprintf(copy, sizeof copy, CP_FMT, CP_ARG(line));
        it->words[0] = '\0';
        if (strncmp(copy, what, length) == 0 && copy[length] == ' '
            && sscanf(copy + length, " %lf,%lf %lfx%lf %79[^\n]", &it->rect.x, &it->rect.y,
                      &it->rect.width, &it->rect.height, it->words)
                   >= 4)
            count++;
    }
    return count;
}

/* None lies on another or leaves the box by more than `tolerance`. */
static inline void drawn_check_apart(const drawn_text *parts, size_t count, cp_rect box,
                                     double tolerance)
{
    for (size_t i = 0; i < count; i++) {
        if (!cp_rect_inside(parts[i].rect, box, tolerance))
            cp_test_fault(__FILE__, __LINE__, "leaves its box: %zu %s", i, parts[i].words);
        for (size_t k = 0; k < i; k++)
            if (cp_rects_overlap(parts[i].rect, parts[k].rect, tolerance))
                cp_test_fault(__FILE__, __LINE__, "overlap: %zu %s and %zu %s", i, parts[i].words,
                              k, parts[k].words);
    }
}

/* Likewise of all texts; gives how many there are. */
static inline size_t drawn_check_texts(const drawn *d, double width, double height)
{
    static drawn_text texts[MOST_TEXTS];
    size_t count = drawn_rects(d, "text", texts);

    drawn_check_apart(texts, count, (cp_rect){ 10, 20, width, height }, 0.2);
    return count;
}

/* The text whose words these are; NaNs where there is none. */
static inline cp_rect drawn_text_rect(const drawn *d, const char *words)
{
    static drawn_text texts[MOST_TEXTS];
    size_t count = drawn_rects(d, "text", texts);

    for (size_t i = 0; i < count; i++)
        if (strcmp(texts[i].words, words) == 0)
            return texts[i].rect;
    return (cp_rect){ NAN, NAN, NAN, NAN };
}

/* In its least box, and in wider and higher ones, all is in place and nothing is told. */
static inline void drawn_check_sizes(drawn *d, size_t texts)
{
    static const double more[][2]
        = { { 1, 1 }, { 1.2, 1 }, { 2.1, 1 }, { 4, 1.1 }, { 1, 2 }, { 1.3, 4 } };
    cp_size least = cp_figure_least(d->figure, &d->env);

    CHECK(least.width > 20 && least.height > 20);
    for (size_t i = 0; i < sizeof more / sizeof *more; i++) {
        double width = least.width * more[i][0], height = least.height * more[i][1];

        drawn_draw(d, width, height);
        CHECK_INT(drawn_check_texts(d, width, height), texts);
    }
    CHECK(d->report.first == NULL);
}

/* In boxes of many widths, each of the least height for it, all is in place and nothing is
 * told; a tenth less than the narrowest of them does not do. */
static inline void drawn_check_reflow(drawn *d)
{
    double width = cp_figure_least(d->figure, &d->env).width * 2, height;
    int narrower = 0;

    CHECK(cp_figure_least_height(d->figure, &d->env, width)
          <= cp_figure_least(d->figure, &d->env).height);
    for (; isfinite(height = cp_figure_least_height(d->figure, &d->env, width)); width *= 0.9) {
        drawn_draw(d, width, height);
        drawn_check_texts(d, width, height);
        narrower++;
    }
    CHECK(narrower > 7);
    CHECK(d->report.first == NULL);
}

/* All findings, a line each, the file's name left out. */
static inline const char *drawn_findings(drawn *d)
{
    const char *all = "";

    for (const cp_finding *it = d->report.first; it; it = it->next)
        all = cp_printf(&d->arena, "%s%s\n", all,
                        cp_finding_line(&d->arena, it) + strlen(DRAWN_FILE) + 1);
    return all;
}

#define CHECK_FINDINGS(text, wanted)                                                               \
    do {                                                                                           \
        drawn d_;                                                                                  \
        drawn_open(&d_, text);                                                                     \
        CHECK_STR(drawn_findings(&d_), wanted);                                                    \
        drawn_close(&d_);                                                                          \
    } while (0)

/* Findings for which there is no figure to draw. */
#define CHECK_REFUSED(text, wanted)                                                                \
    do {                                                                                           \
        drawn d_;                                                                                  \
        drawn_open(&d_, text);                                                                     \
        CHECK(!d_.loaded);                                                                         \
        CHECK_STR(drawn_findings(&d_), wanted);                                                    \
        drawn_close(&d_);                                                                          \
    } while (0)

#endif
