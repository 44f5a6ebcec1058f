#include "fixture.h"

#include "base/utf8.h"

/* The family that sets each character: L the Latin one, H Han, ? none. */
static const char *families(fixture *it, const char *text)
{
    cp_str all = cp_str_from(text);
    size_t count = 0;
    cp_char chars[100] = { 0 };
    char *out = cp_alloc(&it->arena, sizeof chars / sizeof *chars);

    for (size_t at = 0; at < all.size;)
        chars[count++].code = cp_utf8_next(all, &at);
    cp_choose_families(it->fonts, chars, count);
    for (size_t i = 0; i < count; i++)
        out[i] = chars[i].missing ? '?' : "LH"[chars[i].family];
    return out;
}

TEST(letters_and_figures_are_latin_and_han_is_han)
{
    fixture it;

    set_up(&it);
    CHECK_STR(families(&it, "全A12.5%，α"), "HLLLLLLHL");
    CHECK_STR(families(&it, "−2.48%（注）"), "LLLLLLHHH");
    CHECK_STR(families(&it, "①→■"), "HHH");
    tear_down(&it);
}

TEST(quotes_take_the_face_of_their_neighbours)
{
    fixture it;

    set_up(&it);
    CHECK_STR(families(&it, "中“五”规"), "HHHHH");
    CHECK_STR(families(&it, "a “b” c"), "LLLLLLL");
    CHECK_STR(families(&it, "it’s"), "LLLL");
    CHECK_STR(families(&it, "是it’s的"), "HLLLLH");
    tear_down(&it);
}

TEST(both_quotes_of_a_pair_look_alike)
{
    fixture it;

    set_up(&it);
    CHECK_STR(families(&it, "“AI”行动"), "HLLHHH");
    CHECK_STR(families(&it, "称‘a “b” c’"), "HHLLLLLLLH");
    CHECK_STR(families(&it, "“AI\n”行"), "LLLLHH");
    tear_down(&it);
}

TEST(dashes_and_dots_take_the_face_of_their_neighbours)
{
    fixture it;

    set_up(&it);
    CHECK_STR(families(&it, "他——说……"), "HHHHHH");
    CHECK_STR(families(&it, "1—2…"), "LLLL");
    CHECK_STR(families(&it, "”——技"), "HHHH");
    CHECK_STR(families(&it, "a·b特·普"), "LLLHHH");
    tear_down(&it);
}

TEST(a_character_that_no_face_has_is_missing)
{
    fixture it;

    set_up(&it);
    CHECK_STR(families(&it, "a😀中"), "L?H");
    CHECK_STR(families(&it, "葛\xF3\xA0\x84\x80x\xE2\x80\x8B"), "HHLL");
    tear_down(&it);
}
