/*
 * layout_test.c - tests/layout: each chart file with the dump of its layout beside it.
 *
 * CP_ACCEPT=1 in the environment writes the dumps anew, to be reviewed.
 */
#include "test.h"

#include <stdlib.h>

#include "base/file.h"
#include "figure/figure.h"

#define FOLDER CP_SOURCE_DIR "/tests/layout"

static void dump_chart(cp_figure_env *env, const char *path, cp_arena *page, cp_buf *out)
{
    cairo_surface_t *surface = cairo_recording_surface_create(CAIRO_CONTENT_COLOR_ALPHA, NULL);
    cairo_t *cr = cairo_create(surface);
    cp_rect box = { 0, 0, 429, 180 };
    cp_figure *figure = cp_figure_open(env, path, (cp_place){ 0 });

    if (figure && cp_figure_load(figure, env))
        cp_figure_draw(figure, env, box,
                       cp_figure_gutters(figure, env, (cp_size){ box.width, box.height }, page), cr,
                       page, out);
    cp_figure_close(figure);
    cairo_destroy(cr);
    cairo_surface_destroy(surface);
}

/* The findings of a chart are a part of what is expected. */
static void dump_findings(cp_arena *arena, const cp_report *report, cp_buf *out)
{
    for (const cp_finding *it = report->first; it; it = it->next)
        cp_buf_printf(out, "%s\n", cp_finding_line(arena, it) + strlen(FOLDER "/"));
}

static void check_chart(const char *name, cp_arena *arena, cp_fonts *fonts, const cp_style *style)
{
    cp_arena page = { 0 };
    cp_report report = { .arena = arena };
    cp_figure_env env
        = { .arena = arena, .report = &report, .style = style, .fonts = fonts, .folder = FOLDER };
    const char *path = cp_path_join(arena, FOLDER, name);
    const char *expected = cp_printf(arena, "%.*s.txt", (int)(strlen(path) - 5), path);
    cp_buf found = { 0 }, wanted = { 0 };

    env.dataset = cp_dataset_open(arena, &cp_dataset_default_limits);
    dump_chart(&env, path, &page, &found);
    dump_findings(arena, &report, &found);
    if (getenv("CP_ACCEPT"))
        CHECK(cp_file_replace(expected, cp_buf_str(&found), &report));
    CHECK(cp_file_read(expected, (cp_place){ 0 }, &wanted, &report));
    CHECK_STR(found.data, wanted.data ? wanted.data : "");
    cp_dataset_close(env.dataset);
    cp_buf_free(&found);
    cp_buf_free(&wanted);
    cp_arena_free(&page);
}

TEST(charts_are_laid_out_as_their_dumps_say)
{
    cp_arena arena = { 0 };
    cp_report report = { .arena = &arena };
    size_t count, charts = 0;
    const char *const *names = cp_folder_list(&arena, FOLDER, &count, &report);
    const cp_style *style
        = cp_style_read(&arena, CP_SOURCE_DIR "/styles/research.yaml", (cp_place){ 0 }, &report);
    cp_fonts *fonts = cp_fonts_open(&arena, CP_BINARY_DIR "/share/chartpack/fonts", &style->fonts,
                                    style->language, &report);

    for (size_t i = 0; i < count; i++)
        if (cp_str_is(cp_path_extension(names[i]), "yaml")) {
            check_chart(names[i], &arena, fonts, style);
            charts++;
        }
    CHECK(charts > 5);
    cp_fonts_close(fonts);
    cp_arena_free(&arena);
}
