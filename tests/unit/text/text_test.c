#include "text/text.h"

#include "test.h"

TEST(a_line_is_as_wide_as_its_advances)
{
    cp_arena arena = { 0 };
    cp_report report = { .arena = &arena };
    cp_str names[] = { CP_STR("Noto Sans CJK KR"), CP_STR("Noto Sans CJK SC") };
    cp_fonts *fonts = cp_fonts_open(&arena, CP_BINARY_DIR "/share/chartpack/fonts",
                                    &(cp_texts){ 2, names }, CP_STR("zh-cn"), &report);
    cp_ink ink = { .size = 10 };
    cp_place at = { 0 };
    for (cp_finding *f = report.first; f; f = f->next)
        puts(cp_finding_line(&arena, f));
    CHECK(fonts != NULL);
    if (fonts) {
        cp_text *t = cp_text_line(&arena, fonts, &ink, CP_STR("成交额12亿"), at, &report);
        CHECK_NEAR(cp_text_size(t).width, 51.1, 1e-4);
        printf("%g %g %g\n", cp_text_size(t).height, cp_text_baseline(t), cp_text_middle(t));
    }
    cp_fonts_close(fonts);
    cp_arena_free(&arena);
}
