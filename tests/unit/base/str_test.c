#include "base/str.h"

#include "test.h"

#include <stdint.h>

TEST(no_text_differs_from_empty_text_only_in_its_pointer)
{
    cp_str none = cp_str_from(NULL), empty = CP_STR("");

    CHECK(!none.data && empty.data);
    CHECK(cp_str_eq(none, empty));
    CHECK_INT(cp_str_compare(none, empty), 0);
}

TEST(texts_compare_by_bytes_and_then_length)
{
    CHECK(cp_str_compare(CP_STR("ab"), CP_STR("abc")) < 0);
    CHECK(cp_str_compare(CP_STR("b"), CP_STR("abc")) > 0);
    CHECK(cp_str_compare(CP_STR("z"), CP_STR("万")) < 0);
    CHECK(cp_str_eq(CP_STR("万"), CP_STR("万")) && !cp_str_eq(CP_STR("a"), CP_STR("ab")));
}

TEST(heads_and_tails_are_found)
{
    CHECK(cp_str_starts(CP_STR("亿元"), CP_STR("亿"))
          && !cp_str_starts(CP_STR("亿"), CP_STR("亿元")));
    CHECK(cp_str_ends(CP_STR("a.csv"), CP_STR(".csv")) && !cp_str_ends(CP_STR("v"), CP_STR("sv")));
    CHECK(cp_str_starts(CP_STR("a"), CP_STR("")));
}

TEST(a_needle_is_found_at_or_after_a_place)
{
    cp_str text = CP_STR("a,b,,c");

    CHECK_INT(cp_str_find(text, CP_STR(","), 0), 1);
    CHECK_INT(cp_str_find(text, CP_STR(","), 2), 3);
    CHECK_INT(cp_str_find(text, CP_STR(",,"), 0), 3);
    CHECK_INT(cp_str_find(text, CP_STR("c"), 5), 5);
    CHECK(cp_str_find(text, CP_STR("d"), 0) == SIZE_MAX);
    CHECK(cp_str_find(text, CP_STR(","), 99) == SIZE_MAX);
    CHECK(cp_str_find((cp_str){ 0 }, CP_STR("a"), 0) == SIZE_MAX);
    CHECK_INT(cp_str_find((cp_str){ 0 }, CP_STR(""), 0), 0);
}

TEST(slices_are_clamped)
{
    CHECK(cp_str_is(cp_str_slice(CP_STR("abc"), 1, 2), "b"));
    CHECK(cp_str_is(cp_str_slice(CP_STR("abc"), 1, 99), "bc"));
    CHECK(cp_str_is(cp_str_slice(CP_STR("abc"), 7, 9), ""));
    CHECK(cp_str_is(cp_str_slice(CP_STR("abc"), 2, 1), ""));
    CHECK(!cp_str_slice((cp_str){ 0 }, 0, 5).data);
}

TEST(white_space_of_both_scripts_is_trimmed)
{
    CHECK(cp_str_is(cp_str_trim(CP_STR(" \t\r\n a b \v\f")), "a b"));
    CHECK(cp_str_is(cp_str_trim(CP_STR("\xEF\xBB\xBF\xE3\x80\x80成交额\xC2\xA0 ")), "成交额"));
    CHECK(cp_str_is(cp_str_trim(CP_STR("\xE3\x80\x80")), ""));
    CHECK(cp_str_is(cp_str_trim(CP_STR("")), ""));
    CHECK(cp_str_is(cp_str_trim(CP_STR("x ")), "x"));
    CHECK_INT(cp_str_trim((cp_str){ "\0 ", 2 }).size, 1);
}

TEST(pieces_between_separators_may_be_empty)
{
    cp_str rest = CP_STR("a,,b,");

    CHECK(cp_str_is(cp_str_next(&rest, ','), "a"));
    CHECK(cp_str_is(cp_str_next(&rest, ','), ""));
    CHECK(cp_str_is(cp_str_next(&rest, ','), "b"));
    CHECK(rest.data && rest.size == 0);
    CHECK(cp_str_is(cp_str_next(&rest, ','), ""));
    CHECK(!rest.data);
}

TEST(copies_have_a_nul_behind)
{
    cp_arena arena = { 0 };
    cp_str part = cp_str_slice(CP_STR("上证指数"), 0, 6);

    CHECK_STR(cp_str_copy(&arena, part).data, "上证");
    CHECK_STR(cp_str_z(&arena, (cp_str){ 0 }), "");
    CHECK(!cp_str_copy(&arena, (cp_str){ 0 }).data);
    CHECK_INT(cp_str_printf(&arena, "%d 家", 73).size, 6);
    cp_arena_free(&arena);
}

TEST(the_first_of_a_word_is_replaced)
{
    cp_arena arena = { 0 };
    cp_str word = CP_STR("{n}");

    CHECK(cp_str_is(cp_str_replace(&arena, CP_STR("共{n}项{n}"), word, CP_STR("12")), "共12项{n}"));
    CHECK(cp_str_is(cp_str_replace(&arena, CP_STR("{n}"), word, CP_STR("")), ""));
    CHECK(cp_str_is(cp_str_replace(&arena, CP_STR("共项"), word, CP_STR("12")), "共项"));
    cp_arena_free(&arena);
}

TEST(items_are_joined_by_what_stands_between_them)
{
    cp_arena arena = { 0 };
    const cp_str items[] = { CP_STR("甲"), CP_STR("乙"), CP_STR("丙") };

    CHECK_STR(cp_str_join(&arena, items, 3, "、").data, "甲、乙、丙");
    CHECK_STR(cp_str_join(&arena, items, 1, "、").data, "甲");
    CHECK_STR(cp_str_join(&arena, items, 0, "、").data, "");
    cp_arena_free(&arena);
}
