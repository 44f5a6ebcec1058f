#include "fixture.h"

static const char *broken(fixture *it, const char *text, double width)
{
    return lines_of(it, set_box(it, text, width, CP_ALIGN_LEFT));
}

TEST(han_breaks_anywhere_and_words_and_numbers_nowhere)
{
    fixture it;

    set_up(&it);
    CHECK_STR(broken(&it, "本周市场震荡", 40), "本周市场 | 震荡");
    CHECK_STR(broken(&it, "成交额23489亿元", 55), "成交额 | 23489亿元");
    CHECK_STR(broken(&it, "大模型Token调用", 50), "大模型 | Token调用");
    CHECK_STR(broken(&it, "跌−2.48%了", 40), "跌 | −2.48% | 了");
    tear_down(&it);
}

TEST(no_line_begins_with_closing_punctuation)
{
    static const char *const marks[] = { "，", "。", "、", "；", "：", "？", "！", "）",
                                         "》", "」", "』", "】", "%",  "”",  "·",  "…" };
    fixture it;

    set_up(&it);
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        CHECK_STR(broken(&it, cp_printf(&it.arena, "一二三四%s五", marks[i]), 42),
                  cp_printf(&it.arena, "一二三 | 四%s五", marks[i]));
    tear_down(&it);
}

TEST(no_line_ends_with_opening_punctuation)
{
    static const char *const marks[] = { "（", "《", "「", "『", "【", "“", "‘" };
    fixture it;

    set_up(&it);
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        CHECK_STR(broken(&it, cp_printf(&it.arena, "一二三%s四五", marks[i]), 41),
                  cp_printf(&it.arena, "一二三 | %s四五", marks[i]));
    tear_down(&it);
}

TEST(lines_break_before_and_behind_quotes_beside_han)
{
    fixture it;

    set_up(&it);
    CHECK_STR(broken(&it, "一二三四“五六”七", 45), "一二三四 | “五六”七");
    CHECK_STR(broken(&it, "一二“三四”五六七", 60), "一二“三四” | 五六七");
    CHECK_STR(broken(&it, "（Token）“十大”", 50), "（Token） | “十大”");
    CHECK_STR(broken(&it, "say “word” now", 40), "say | “word” | now");
    tear_down(&it);
}

TEST(punctuation_at_a_line_end_gives_up_its_blank_half)
{
    fixture it;

    set_up(&it);
    CHECK_STR(broken(&it, "一二三四，五", 45), "一二三四， | 五");
    CHECK_STR(broken(&it, "一二三四，五", 44), "一二三 | 四，五");
    tear_down(&it);
}

TEST(blanks_at_a_line_end_take_no_room)
{
    fixture it;
    cp_text *text;

    set_up(&it);
    text = set_box(&it, "AI   Agent", cp_text_size(set_line(&it, "Agent")).width, CP_ALIGN_LEFT);
    CHECK_STR(lines_of(&it, text), "AI | Agent");
    tear_down(&it);
}

TEST(a_box_as_wide_as_the_text_holds_it)
{
    fixture it;
    const char *words = "日均成交额 23489 亿元 Token";

    set_up(&it);
    CHECK_STR(broken(&it, words, cp_text_size(set_line(&it, words)).width), words);
    tear_down(&it);
}

TEST(a_word_wider_than_the_box_is_cut_and_a_glyph_stands_alone)
{
    fixture it;

    set_up(&it);
    CHECK_STR(broken(&it, "abcdef", 12), "ab | cd | ef");
    CHECK_STR(broken(&it, "一二", 1), "一 | 二");
    tear_down(&it);
}

TEST(forced_breaks_hold_and_empty_lines_stay)
{
    fixture it;

    set_up(&it);
    CHECK_STR(lines_of(&it, set_line(&it, "a\nb\n\nc")), "a | b |  | c");
    CHECK_STR(lines_of(&it, set_line(&it, "a\n")), "a | ");
    CHECK_STR(lines_of(&it, set_line(&it, "")), "");
    CHECK_INT((long long)cp_text_lines(set_line(&it, "")), 1);
    tear_down(&it);
}

TEST(the_first_line_is_indented)
{
    fixture it;
    cp_text_box box = { .width = 40, .first_indent = 20 };
    cp_span span = { .text = CP_STR("一二三四五六七八") };

    set_up(&it);
    CHECK_STR(lines_of(&it, cp_text_set(&it.arena, it.fonts, &it.ink, &box, &span, 1, &it.report)),
              "一二 | 三四五六 | 七八");
    tear_down(&it);
}

/* How far the ink box of a line's last glyph reaches. */
static double right_edge(const cp_text *text, size_t line)
{
    double right = 0;

    for (size_t i = 0; i < text->piece_count; i++)
        if (text->pieces[i].line == line)
            right = fmax(right, text->pieces[i].right);
    return right;
}

TEST(justified_lines_fill_the_width_and_the_last_one_does_not)
{
    fixture it;
    cp_text *text;

    set_up(&it);
    text = set_box(&it, "本周市场震荡上行成交额23489亿元较前周增加2157亿元两融余额Agent回升", 95,
                   CP_ALIGN_JUSTIFY);
    CHECK(cp_text_lines(text) >= 4);
    for (size_t i = 0; i + 1 < cp_text_lines(text); i++)
        CHECK_NEAR(right_edge(text, i), 95, 1e-6);
    CHECK(right_edge(text, cp_text_lines(text) - 1) < 90);
    CHECK_NEAR(cp_text_size(text).width, 95, 1e-6);
    tear_down(&it);
}

TEST(justifying_leaves_words_and_numbers_as_they_are)
{
    fixture it;
    cp_text *text;
    double loose = 0;

    set_up(&it);
    text = set_box(&it, "一二23489三四五", 62, CP_ALIGN_JUSTIFY);
    for (size_t i = 0; i < text->piece_count; i++)
        if (cp_str_starts(cp_str_from(text->pieces[i].text), CP_STR("23489")))
            loose = text->pieces[i].right - text->pieces[i].left;
    CHECK_STR(lines_of(&it, text), "一二23489三 | 四五");
    CHECK_NEAR(loose, 5 * 5.55, 1e-6);
    tear_down(&it);
}

TEST(a_line_that_would_get_holes_stays_ragged)
{
    fixture it;
    cp_text *text;

    set_up(&it);
    text = set_box(&it, "一二internationalization", 100, CP_ALIGN_JUSTIFY);
    CHECK_STR(lines_of(&it, text), "一二 | internationalization");
    CHECK_NEAR(right_edge(text, 0), 20, 1e-6);
    tear_down(&it);
}

TEST(a_forced_break_ends_a_justified_line_ragged)
{
    fixture it;

    set_up(&it);
    CHECK_NEAR(right_edge(set_box(&it, "一二三\n四五六", 35, CP_ALIGN_JUSTIFY), 0), 30, 1e-6);
    tear_down(&it);
}

static cp_text *set_apart(fixture *it, const char *text, double width)
{
    cp_text_box box = { .width = width, .align = CP_ALIGN_JUSTIFY, .latin_gap = 0.25 };
    cp_span span = { .text = cp_str_from(text) };

    return cp_text_set(&it->arena, it->fonts, &it->ink, &box, &span, 1, &it->report);
}

TEST(han_and_latin_letters_stand_a_quarter_apart_and_punctuation_does_not)
{
    fixture it;
    cp_text *plain, *apart;

    set_up(&it);
    plain = set_box(&it, "约23489亿元", 0, CP_ALIGN_LEFT);
    apart = set_apart(&it, "约23489亿元", 0);
    CHECK_NEAR(cp_text_size(apart).width, cp_text_size(plain).width + 2 * 2.5, 1e-6);
    plain = set_box(&it, "（AI），Q1", 0, CP_ALIGN_LEFT);
    apart = set_apart(&it, "（AI），Q1", 0);
    CHECK_NEAR(cp_text_size(apart).width, cp_text_size(plain).width, 1e-6);
    tear_down(&it);
}

TEST(a_full_line_takes_back_half_of_the_gaps)
{
    fixture it;
    double natural;

    set_up(&it);
    natural = cp_text_size(set_apart(&it, "约89亿元", 0)).width;
    CHECK_STR(lines_of(&it, set_apart(&it, "约89亿元第二行", natural - 2)), "约89亿元 | 第二行");
    CHECK_NEAR(right_edge(set_apart(&it, "约89亿元第二行", natural - 2), 0), natural - 2, 1e-6);
    CHECK_STR(lines_of(&it, set_apart(&it, "约89亿元第二行", natural - 3)), "约89亿 | 元第二行");
    tear_down(&it);
}

TEST(no_single_character_is_left_for_a_last_line)
{
    fixture it;

    set_up(&it);
    CHECK_STR(lines_of(&it, set_box(&it, "一二三四五六七八九十。", 100, CP_ALIGN_JUSTIFY)),
              "一二三四五六七八 | 九十。");
    CHECK_STR(lines_of(&it, set_box(&it, "一二三四五六七八九十甲", 100, CP_ALIGN_JUSTIFY)),
              "一二三四五六七八九 | 十甲");
    CHECK_STR(lines_of(&it, set_box(&it, "一二三四五六七八九十甲", 100, CP_ALIGN_LEFT)),
              "一二三四五六七八九十 | 甲");
    tear_down(&it);
}
