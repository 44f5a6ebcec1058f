/* ground.h - what targets stand on that set texts: a style and its fonts, a table to ask. */
#ifndef CP_TESTS_FUZZ_GROUND_H
#define CP_TESTS_FUZZ_GROUND_H

#include "fuzz.h"

#include "base/file.h"
#include "figure/figure.h"
#include "read/reader.h"

#include <string.h>
#include <unistd.h>

typedef struct fuzz_ground {
    cp_arena arena, page;
    cp_report report;
    cp_figure_env env;
    cp_values values;
} fuzz_ground;

/* `market`: days, numbers with a unit, shares, classes. */
static inline const cp_table *fuzz_market(void *context, cp_str name, cp_report *report)
{
    static const char csv[] = "日期,成交额(亿元),涨跌幅,类\n2026-04-13,21000,1.2%,甲\n"
                              "2026-04-14,--,-0.4%,乙\n2026-04-15,20500,0.0%,甲\n"
                              "2026-04-16,22000,2.48%,乙\n2026-04-17,23489,-3%,甲\n";
    fuzz_ground *ground = context;

    return cp_table_read_bytes(&ground->arena, (cp_place){ "market.csv", 1, 1 }, cp_str_from(csv),
                               name, NULL, report);
}

/* Opened once: faces are large.  What fonts remember of texts is thrown away now and then. */
static inline cp_fonts *fuzz_fonts(const cp_style *style)
{
    static cp_arena arena;
    static cp_fonts *fonts;
    static unsigned asked;
    cp_report report = { .arena = &arena };

    if (fonts && ++asked % 1000 == 0) {
        cp_fonts_close(fonts);
        fonts = NULL;
        cp_arena_reset(&arena);
        report.arena = &arena;
    }
    if (!fonts)
        fonts = cp_fonts_open(&arena, CP_BINARY_DIR "/share/chartpack/fonts", &style->fonts,
                              style->language, &report);
    HOLDS(fonts);
    return fonts;
}

static inline const cp_style *fuzz_style(void)
{
    static cp_arena arena;
    static cp_style *style;
    cp_report report = { .arena = &arena };

    if (!style)
        style = cp_style_read(&arena, CP_SOURCE_DIR "/styles/research.yaml", (cp_place){ 0 },
                              &report);
    HOLDS(style);
    return style;
}

static inline void fuzz_open(fuzz_ground *ground)
{
    static const cp_dataset_limits limits
        = { .steps = 2e6, .heap = (size_t)64 << 20, .length = 100000, .rows = 10000 };

    *ground = (fuzz_ground){ .report = { .arena = NULL } };
    ground->report.arena = &ground->arena;
    ground->env = (cp_figure_env){
        .arena = &ground->arena,
        .report = &ground->report,
        .style = fuzz_style(),
        .fonts = fuzz_fonts(fuzz_style()),
        .dataset = cp_dataset_open(&ground->arena, &limits),
        .values = &ground->values,
        .folder = CP_SOURCE_DIR "/data/gallery",
    };
    ground->values = (cp_values){ .arena = &ground->arena,
                                  .report = &ground->report,
                                  .dataset = ground->env.dataset,
                                  .more = CP_STR("增加"),
                                  .less = CP_STR("减少"),
                                  .same = CP_STR("持平") };
    cp_dataset_offer(ground->env.dataset, CP_STR("market"), fuzz_market, ground);
    cp_dataset_set_date(ground->env.dataset, CP_STR("end"), cp_date_from(2026, 4, 17));
    cp_dataset_set_date(ground->env.dataset, CP_STR("start"), cp_date_from(2026, 4, 13));
}

static inline void fuzz_close(fuzz_ground *ground)
{
    fuzz_check_report(&ground->arena, &ground->report);
    cp_dataset_close(ground->env.dataset);
    cp_arena_free(&ground->page);
    cp_arena_free(&ground->arena);
}

/* The bytes as a file of their own, which stays the same one. */
static inline const char *fuzz_file(const char *name, cp_str bytes)
{
    static char path[128];
    FILE *file;

    snprintf(path, sizeof path, "%s/%ld-%s", access("/dev/shm", W_OK) == 0 ? "/dev/shm" : "/tmp",
             (long)getpid(), name);
    file = fopen(path, "w");
    HOLDS(file && fwrite(bytes.data, 1, bytes.size, file) == bytes.size && fclose(file) == 0);
    return path;
}

/* A context that keeps its ink and shows it to nobody. */
static inline cairo_t *fuzz_canvas(void)
{
    cairo_surface_t *surface = cairo_recording_surface_create(CAIRO_CONTENT_COLOR_ALPHA, NULL);
    cairo_t *cr = cairo_create(surface);

    cairo_surface_destroy(surface);
    return cr;
}

static inline void fuzz_canvas_close(cairo_t *cr)
{
    HOLDS(cairo_status(cr) == CAIRO_STATUS_SUCCESS);
    cairo_destroy(cr);
}

#endif
