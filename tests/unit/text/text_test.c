#include "fixture.h"

TEST(a_label_is_as_wide_as_its_advances_and_as_high_as_its_ink)
{
    fixture it;
    cp_text *text;

    set_up(&it);
    text = set_line(&it, "成交额12亿");
    CHECK_NEAR(cp_text_size(text).width, 4 * 10 + 2 * 5.55, 1e-5);
    CHECK_NEAR(cp_text_size(text).height, 10 * (it.fonts->ascent + it.fonts->descent), 1e-6);
    CHECK_NEAR(cp_text_baseline(text), 10 * it.fonts->ascent, 1e-6);
    tear_down(&it);
}

TEST(the_middle_is_that_of_figures)
{
    fixture it;
    cp_text_box box = { .line_height = 28 };
    cp_span span = { .text = CP_STR("12\n34") };
    cp_text *text;

    set_up(&it);
    text = cp_text_set(&it.arena, it.fonts, &it.ink, &box, &span, 1, &it.report);
    CHECK_NEAR(cp_text_size(text).height, 56, 1e-9);
    CHECK_NEAR(cp_text_middle(text), 14, 1e-9);
    CHECK_NEAR(cp_text_baseline(text) - cp_text_middle(text), 7.33 / 2, 0.02);
    tear_down(&it);
}

static double left_edge(const cp_text *text, size_t line)
{
    for (size_t i = 0; i < text->piece_count; i++)
        if (text->pieces[i].line == line)
            return text->pieces[i].left;
    return NAN;
}

TEST(lines_are_aligned_within_their_box)
{
    fixture it;

    set_up(&it);
    CHECK_NEAR(left_edge(set_box(&it, "一二", 100, CP_ALIGN_LEFT), 0), 0, 1e-9);
    CHECK_NEAR(left_edge(set_box(&it, "一二", 100, CP_ALIGN_CENTER), 0), 40, 1e-5);
    CHECK_NEAR(left_edge(set_box(&it, "一二", 100, CP_ALIGN_RIGHT), 0), 80, 1e-5);
    CHECK_NEAR(left_edge(set_box(&it, "一二三\n四", 0, CP_ALIGN_RIGHT), 1), 20, 1e-5);
    tear_down(&it);
}

TEST(bold_text_is_set_in_the_bold_face)
{
    fixture it;
    cp_text_box box = { 0 };
    cp_span spans[] = { { .text = CP_STR("重点："), .bold = true }, { .text = CP_STR("AI") } };
    cp_text *text;

    set_up(&it);
    text = cp_text_set(&it.arena, it.fonts, &it.ink, &box, spans, 2, &it.report);
    CHECK_INT((long long)text->piece_count, 2);
    CHECK(text->pieces[0].bold && text->pieces[0].family == 1);
    CHECK(!text->pieces[1].bold && text->pieces[1].family == 0);
    tear_down(&it);
}

static const char *shortened(fixture *it, const char *text, double width)
{
    cp_text *part
        = cp_text_shorten(&it->arena, it->fonts, &it->ink, cp_str_from(text), width, &it->report);

    CHECK(cp_text_size(part).width <= fmax(width, 10));
    return lines_of(it, part);
}

TEST(a_text_too_wide_is_shortened_and_others_are_not)
{
    fixture it;

    set_up(&it);
    CHECK_STR(shortened(&it, "一二三四五", 50), "一二三四五");
    CHECK_STR(shortened(&it, "一二三四五", 49), "一二三…");
    CHECK_STR(shortened(&it, "Agent model", 43), "Agent…");
    CHECK_STR(shortened(&it, "一二三", 3), "…");
    tear_down(&it);
}

TEST(a_text_of_one_piece_and_great_length_is_told_once_and_cut)
{
    enum { SIZE = 3 * (CP_TEXT_LONGEST + 1) };
    static char great[SIZE + 1];
    cp_place at = { "deck.md", 12, 4 };
    cp_span spans[] = { { .text = CP_STR("前言"), .place = at }, { .text = { great, SIZE } } };
    cp_text_box box = { 0 };
    fixture it;

    set_up(&it);
    for (size_t i = 0; i < SIZE; i += 3)
        memcpy(great + i, "一", 3);
    for (int time = 0; time < 2; time++)
        CHECK_STR(
            lines_of(&it, cp_text_set(&it.arena, it.fonts, &it.ink, &box, spans, 2, &it.report)),
            "前言一一一一一一一一一一一一一一一一一一…");
    CHECK(it.report.first && it.report.first == it.report.last);
    CHECK_STR(cp_finding_line(&it.arena, it.report.first),
              "deck.md:12:4: error: a text of 10003 characters in one piece; expected at most "
              "10000");
    spans[1].text.size -= 9;
    CHECK_NEAR(
        cp_text_size(cp_text_set(&it.arena, it.fonts, &it.ink, &box, spans, 2, &it.report)).width,
        1e5, 0.1);
    CHECK_STR(shortened(&it, great, 49), "一一一…");
    box.any_length = true;
    spans[1].text.size = SIZE;
    CHECK_NEAR(
        cp_text_size(cp_text_set(&it.arena, it.fonts, &it.ink, &box, spans, 2, &it.report)).width,
        100030, 0.1);
    CHECK(it.report.first == it.report.last);
    tear_down(&it);
}
