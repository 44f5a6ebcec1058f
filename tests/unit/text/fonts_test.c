#include "fixture.h"

#include "base/file.h"

#include <sys/stat.h>
#include <unistd.h>

static const char *open_with(cp_arena *arena, const char *folder, const char *family)
{
    cp_report report = { .arena = arena };
    cp_str name = cp_str_from(family);
    cp_texts families = { 1, &name };
    cp_fonts *fonts = cp_fonts_open(arena, folder, &families, CP_STR("zh-cn"), &report);
    const char *text = report.first ? report.first->text : "";

    CHECK_INT(report.errors, fonts ? 0 : 1);
    cp_fonts_close(fonts);
    return text;
}

TEST(a_family_that_is_not_in_the_folder_is_told_with_the_nearest_one)
{
    cp_arena arena = { 0 };

    CHECK_STR(open_with(&arena, FONTS, "Noto Sans CJK SD"),
              "the style's font 'Noto Sans CJK SD' (Regular) is not among the fonts; did you mean "
              "'Noto Sans CJK SC'?");
    cp_arena_free(&arena);
}

TEST(fonts_that_are_there_open_without_a_finding)
{
    cp_arena arena = { 0 };

    CHECK_STR(open_with(&arena, FONTS, "Noto Sans CJK SC"), "");
    cp_arena_free(&arena);
}

TEST(a_folder_of_fonts_that_is_not_there_is_told_once)
{
    cp_arena arena = { 0 };

    CHECK_STR(open_with(&arena, CP_BINARY_DIR "/no/fonts", "Noto Sans CJK SC"),
              "no such folder; the fonts belong here");
    cp_arena_free(&arena);
}

TEST(a_face_file_that_holds_no_font_is_told)
{
    const char *folder = CP_BINARY_DIR "/unit_text_fonts";
    const char *path = CP_BINARY_DIR "/unit_text_fonts/Broken-Regular.otf";
    cp_arena arena = { 0 };
    cp_report report = { .arena = &arena };

    CHECK(cp_file_replace(path, CP_STR("this is no font"), &report));
    CHECK_STR(open_with(&arena, folder, "Broken"), "holds the font '', expected 'Broken'");
    cp_arena_free(&arena);
}

TEST(a_pipe_among_the_fonts_is_no_font)
{
    const char *folder = CP_BINARY_DIR "/unit_text_fonts";
    const char *path = CP_BINARY_DIR "/unit_text_fonts/Pipe-Regular.otf";
    cp_arena arena = { 0 };
    cp_report report = { .arena = &arena };

    CHECK(cp_file_replace(CP_BINARY_DIR "/unit_text_fonts/a", CP_STR(""), &report));
    unlink(path);
    CHECK(mkfifo(path, 0600) == 0);
    CHECK_STR(open_with(&arena, folder, "Pipe"),
              "the style's font 'Pipe' (Regular) is not among the fonts");
    unlink(path);
    cp_arena_free(&arena);
}

TEST(one_line_height_holds_the_ink_of_every_face)
{
    fixture it;

    set_up(&it);
    CHECK(it.fonts->ascent > 0.79 && it.fonts->ascent < 0.95);
    CHECK(it.fonts->descent > 0.2 && it.fonts->descent < 0.3);
    CHECK_NEAR(it.fonts->digits, 0.733, 0.005);
    tear_down(&it);
}
