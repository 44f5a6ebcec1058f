/* pages.h - a deck from a text in view, its findings and the dump of its pages. */
#ifndef CP_TESTS_DECK_PAGES_H
#define CP_TESTS_DECK_PAGES_H

#include "base/file.h"
#include "deck/deck.h"

#include <stdio.h>
#include <string.h>

typedef struct pages {
    cp_arena arena;
    cp_report report;
    cp_style *style;
    cp_fonts *fonts;
    cp_figure_env env;
    cp_deck *deck;
    bool ok;
    const char *findings; /* "deck.md:1: error: ...", one a line */
    const char *dump;     /* of all pages; "" where the layout failed */
} pages;

static inline const char *show_findings(cp_arena *arena, const cp_report *report)
{
    const char *out = "";

    for (const cp_finding *finding = report->first; finding; finding = finding->next) {
        const char *line = cp_finding_line(arena, finding);
        const char *name = strstr(line, "deck.md");

        out = cp_printf(arena, "%s%s\n", out, name ? name : line);
    }
    return out;
}

static inline const char *show_pages(pages *p)
{
    cairo_surface_t *surface = cairo_recording_surface_create(CAIRO_CONTENT_COLOR_ALPHA, NULL);
    cairo_t *cr = cairo_create(surface);
    cp_arena scratch = { 0 };
    cp_buf dump = { 0 };

    for (size_t i = 0; i < cp_deck_page_count(p->deck); i++)
        cp_deck_draw(p->deck, &p->env, i, cr, &scratch, &dump);

    const char *out = cp_str_z(&p->arena, cp_buf_str(&dump));

    cp_buf_free(&dump);
    cp_arena_free(&scratch);
    cairo_destroy(cr);
    cairo_surface_destroy(surface);
    return out;
}

static inline const char *write_deck(cp_arena *arena, cp_report *report, const char *text)
{
    const char *path = cp_printf(arena, "%s/tests/deck.md", CP_BINARY_DIR);

    cp_file_replace(path, cp_str_from(text), report);
    return path;
}

static inline void pages_open_in(pages *p, const char *text, const char *style)
{
    cp_str author = CP_STR("张三");
    cp_deck_facts facts = { .title = CP_STR("周报"),
                            .subtitle = CP_STR("四月"),
                            .organization = CP_STR("示例证券研究所"),
                            .authors = { 1, &author },
                            .date = cp_date_from(2026, 4, 19) };

    *p = (pages){ .report = { .arena = NULL } };
    p->report.arena = &p->arena;

    const char *file = write_deck(&p->arena, &p->report, text);

    p->style
        = cp_style_read(&p->arena, cp_printf(&p->arena, CP_SOURCE_DIR "/styles/%s.yaml", style),
                        (cp_place){ 0 }, &p->report);
    p->fonts = p->style ? cp_fonts_open(&p->arena, CP_BINARY_DIR "/share/chartpack/fonts",
                                        &p->style->fonts, p->style->language, &p->report)
                        : NULL;
    p->env = (cp_figure_env){ .arena = &p->arena,
                              .report = &p->report,
                              .style = p->style,
                              .fonts = p->fonts,
                              .folder = CP_SOURCE_DIR "/tests/unit/deck/pack" };
    p->deck = p->fonts ? cp_deck_read(&p->arena, &facts, &file, 1, NULL, &p->report) : NULL;
    p->ok = p->deck && cp_deck_load(p->deck, &p->env) && cp_deck_layout(p->deck, &p->env);
    p->dump = p->ok ? show_pages(p) : "";
    p->findings = show_findings(&p->arena, &p->report);
}

static inline void pages_open(pages *p, const char *text)
{
    pages_open_in(p, text, "research");
}

static inline void pages_close(pages *p)
{
    cp_deck_close(p->deck);
    cp_fonts_close(p->fonts);
    cp_arena_free(&p->arena);
}

/* One box of the dump. */
typedef struct dumped {
    int page;
    char role[32];
    cp_rect box;
    const char *text; /* from its opening quote on, to the line's end */
    int text_size;
} dumped;

/* The next line at `*at` that is one of the deck's own boxes. */
static inline bool next_box(const char **at, dumped *out)
{
    static const char *const roles[]
        = { "title",  "section",  "text",   "ordinal", "bullet", "caption",
            "figure", "table",    "source", "number",  "item",   "subtitle",
            "line",   "footnote", "label",  "emblem",  NULL };

    while (**at) {
        const char *line = *at, *end = strchr(line, '\n');

        *at = end ? end + 1 : line + strlen(line);
        if (sscanf(line, "page %d", &out->page) == 1
            || sscanf(line, "%31s %lf %lf %lf %lf", out->role, &out->box.x, &out->box.y,
                      &out->box.width, &out->box.height)
                   != 5)
            continue;
        for (size_t i = 0; roles[i]; i++) {
            if (strcmp(roles[i], out->role) != 0)
                continue;
            out->text = strchr(line, '"');
            out->text_size = out->text && end && out->text < end ? (int)(end - out->text) : 0;
            return true;
        }
    }
    return false;
}

/* Find the `index`th box of a role on a page; width 0 where there is none. */
static inline cp_rect box_of(const char *dump, int page, const char *role, int index)
{
    dumped box = { 0 };

    for (const char *at = dump; next_box(&at, &box);)
        if (box.page == page && strcmp(box.role, role) == 0 && index-- == 0)
            return box.box;
    return (cp_rect){ 0 };
}

/* The text of that box, in quotes. */
static inline const char *text_of(pages *p, int page, const char *role, int index)
{
    dumped box = { 0 };

    for (const char *at = p->dump; next_box(&at, &box);)
        if (box.page == page && strcmp(box.role, role) == 0 && index-- == 0)
            return cp_printf(&p->arena, "%.*s", box.text_size, box.text ? box.text : "");
    return "";
}

/* The findings of a deck. */
#define TELLS(text, wanted)                                                                        \
    do {                                                                                           \
        pages p_;                                                                                  \
        pages_open(&p_, text);                                                                     \
        CHECK_STR(p_.findings, wanted);                                                            \
        pages_close(&p_);                                                                          \
    } while (0)

#endif
