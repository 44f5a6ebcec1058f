#include "base/utf8.h"

#include "test.h"

TEST(well_formed_text_is_valid_at_any_length)
{
    CHECK(cp_utf8_valid(CP_STR(""), NULL));
    CHECK(cp_utf8_valid(CP_STR("plain ascii, long enough for whole words"), NULL));
    CHECK(cp_utf8_valid(CP_STR("a\xC2\x80\xE4\xB8\x80\xF0\x90\x80\x80 12345678 \xF4\x8F\xBF\xBF"),
                        NULL));
}

TEST(the_first_fault_is_located)
{
    static const struct {
        const char *text;
        size_t bad;
    } cases[] = {
        { "\x80", 0 },       /* a tail alone */
        { "ab\xC0\xAF", 2 }, /* not the shortest form */
        { "\xE0\x80\x80", 0 },
        { "\xF0\x80\x80\x80", 0 },
        { "\xED\xA0\x80", 0 },     /* a surrogate */
        { "\xF4\x90\x80\x80", 0 }, /* above U+10FFFF */
        { "一\xE4\xB8", 3 },       /* cut off */
        { "12345678\xFF", 8 },
        { "123456789012\xB3\xC9", 12 },
        { "\xE4\xB8\x41", 0 },
        { "一二\xE4\xB8", 6 },
        { "一a一\xED\xA0\x80", 7 },
        { "123456一\x80", 9 },
        { "\xF0\x90\x80\x41", 0 },
    };

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        size_t bad = 999;

        CHECK(!cp_utf8_valid(cp_str_from(cases[i].text), &bad));
        CHECK_INT(bad, cases[i].bad);
    }
}

TEST(code_points_go_out_as_they_came_in)
{
    static const uint32_t codes[]
        = { 0x41, 0x7F, 0x80, 0x7FF, 0x800, 0x4E2D, 0xFFFF, 0x10000, 0x20BB7, 0x10FFFF };

    for (size_t i = 0; i < sizeof codes / sizeof *codes; i++) {
        char text[4];
        size_t at = 0, size = cp_utf8_put(codes[i], text);

        CHECK_INT(cp_utf8_next((cp_str){ text, size }, &at), codes[i]);
        CHECK_INT(at, size);
        CHECK(cp_utf8_valid((cp_str){ text, size }, NULL));
    }
}

TEST(characters_and_cells_are_counted)
{
    CHECK_INT(cp_utf8_count(CP_STR("A股𠮷。")), 4);
    CHECK_INT(cp_utf8_cells(CP_STR("A股𠮷。")), 7);
    CHECK_INT(cp_utf8_cells(CP_STR("")), 0);
    CHECK(cp_is_han(0x4E2D) && cp_is_han(0x20BB7) && cp_is_han(0x3007));
    CHECK(!cp_is_han(0x3002) && !cp_is_han('A') && !cp_is_han(0x3042));
    CHECK(cp_is_wide(0x3002) && cp_is_wide(0xFF0C) && !cp_is_wide(0x2014) && !cp_is_wide(0xFF70));
}

TEST(a_line_has_nothing_that_a_terminal_would_obey)
{
    static const struct {
        const char *text, *line;
    } cases[] = {
        { "一 a", "一 a" },
        { "a\nb\tc\r", "a b c " },
        { "\x1B]0;x\x07", "\xEF\xBF\xBD]0;x\xEF\xBF\xBD" },
        { "\xC2\x9B"
          "2J",
          "\xEF\xBF\xBD\xEF\xBF\xBD"
          "2J" },
        { "\xB3\xC9.csv", "\xEF\xBF\xBD\xEF\xBF\xBD.csv" },
        { "一\xE4\xB8", "一\xEF\xBF\xBD\xEF\xBF\xBD" },
    };
    cp_arena arena = { 0 };

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        CHECK_STR(cp_utf8_line(&arena, cp_str_from(cases[i].text)).data, cases[i].line);
    CHECK_STR(cp_utf8_line(&arena, (cp_str){ "a\0b", 3 }).data, "a\xEF\xBF\xBD"
                                                                "b");
    cp_arena_free(&arena);
}
