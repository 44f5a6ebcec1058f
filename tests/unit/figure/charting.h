/*
 * charting.h - a chart file's text loaded as a figure, with a table `market` of two days; its
 * findings, and what its dump says.
 */
#ifndef CP_TESTS_FIGURE_CHARTING_H
#define CP_TESTS_FIGURE_CHARTING_H

#include "test.h"

#include "base/file.h"
#include "figure/figure.h"
#include "read/reader.h"

#define CHART_FOLDER CP_BINARY_DIR "/test-charts"
#define CHART_FILE   CHART_FOLDER "/c.yaml"

typedef struct charting {
    cp_arena arena, page;
    cp_report report;
    cp_figure_env env;
    cp_figure *figure;
    bool loaded;
} charting;

static inline const cp_table *load_market(void *context, cp_str name, cp_report *report)
{
    static const char csv[] = "日期,成交额(亿元),类\n2026-04-16,22000,甲\n2026-04-17,23489,甲\n";
    charting *c = context;

    return cp_table_read_bytes(&c->arena, (cp_place){ "market.csv", 1, 1 }, cp_str_from(csv), name,
                               NULL, report);
}

static inline void begin(charting *c, const char *spec)
{
    *c = (charting){ .report = { .arena = &c->arena } };
    CHECK(cp_file_replace(CHART_FILE, cp_str_from(spec), &c->report));
    c->env = (cp_figure_env){
        .arena = &c->arena,
        .report = &c->report,
        .style = cp_style_read(&c->arena, CP_SOURCE_DIR "/styles/research.yaml", (cp_place){ 0 },
                               &c->report),
        .dataset = cp_dataset_open(&c->arena, &cp_dataset_default_limits),
        .folder = CHART_FOLDER,
    };
    c->env.fonts = cp_fonts_open(&c->arena, CP_BINARY_DIR "/share/chartpack/fonts",
                                 &c->env.style->fonts, c->env.style->language, &c->report);
    cp_dataset_offer(c->env.dataset, CP_STR("market"), load_market, c);
    c->figure = cp_figure_open(&c->env, CHART_FILE, (cp_place){ 0 });
    c->loaded = c->figure && cp_figure_load(c->figure, &c->env);
}

static inline void end(charting *c)
{
    cp_figure_close(c->figure);
    cp_dataset_close(c->env.dataset);
    cp_fonts_close(c->env.fonts);
    cp_arena_free(&c->page);
    cp_arena_free(&c->arena);
}

/* All findings, a line each, without the file's folder. */
static inline const char *findings(charting *c)
{
    const char *all = "";

    for (const cp_finding *finding = c->report.first; finding; finding = finding->next)
        all = cp_printf(&c->arena, "%s%s\n", all,
                        cp_finding_line(&c->arena, finding) + strlen(CHART_FOLDER "/"));
    return all;
}

static inline const char *dump(charting *c, cp_size size)
{
    cairo_surface_t *surface = cairo_recording_surface_create(CAIRO_CONTENT_COLOR_ALPHA, NULL);
    cairo_t *cr = cairo_create(surface);
    cp_buf out = { 0 };
    const char *text;

    cp_figure_draw(c->figure, &c->env, (cp_rect){ 0, 0, size.width, size.height },
                   cp_figure_gutters(c->figure, &c->env, size, &c->page), cr, &c->page, &out);
    text = cp_printf(&c->arena, "%s", out.data);
    cp_buf_free(&out);
    cairo_destroy(cr);
    cairo_surface_destroy(surface);
    return text;
}

static inline void check_findings(const char *spec, const char *wanted)
{
    charting c;

    begin(&c, spec);
    CHECK(!c.loaded);
    CHECK_STR(findings(&c), wanted);
    end(&c);
}

#endif
