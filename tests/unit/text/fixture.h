/* fixture.h - the prepared faces and a report, for each test anew. */
#ifndef CP_TESTS_TEXT_FIXTURE_H
#define CP_TESTS_TEXT_FIXTURE_H

#include "text/set.h"

#include "test.h"

#define FONTS CP_BINARY_DIR "/share/chartpack/fonts"

typedef struct fixture {
    cp_arena arena;
    cp_report report;
    cp_fonts *fonts;
    cp_ink ink; /* ten points, so a Han character is 10 wide */
} fixture;

static inline void set_up(fixture *it)
{
    static cp_str names[] = { { "Noto Sans CJK KR", 16 }, { "Noto Sans CJK SC", 16 } };
    cp_texts families = { 2, names };

    *it = (fixture){ .ink = { .size = 10, .color = { 0, 0, 0, 1 } } };
    it->report.arena = &it->arena;
    it->fonts = cp_fonts_open(&it->arena, FONTS, &families, CP_STR("zh-cn"), &it->report);
    CHECK(it->fonts != NULL);
}

static inline void tear_down(fixture *it)
{
    cp_fonts_close(it->fonts);
    cp_arena_free(&it->arena);
}

static inline cp_text *set_line(fixture *it, const char *text)
{
    cp_place at = { "deck.md", 12, 0 };

    return cp_text_line(&it->arena, it->fonts, &it->ink, cp_str_from(text), at, &it->report);
}

static inline cp_text *set_box(fixture *it, const char *text, double width, cp_align align)
{
    cp_text_box box = { .width = width, .align = align };
    cp_span span = { .text = cp_str_from(text) };

    return cp_text_set(&it->arena, it->fonts, &it->ink, &box, &span, 1, &it->report);
}

/* The lines, joined by " | ". */
static inline const char *lines_of(fixture *it, const cp_text *text)
{
    const char *all = "";

    for (size_t i = 0; i < cp_text_lines(text); i++)
        all = cp_printf(&it->arena, "%s%s" CP_FMT, all, i > 0 ? " | " : "",
                        CP_ARG(cp_text_line_slice(text, i)));
    return all;
}

#endif
