#include "fixture.h"

static const char *findings(fixture *it)
{
    const char *all = "";

    for (cp_finding *finding = it->report.first; finding; finding = finding->next)
        all = cp_printf(&it->arena, "%s%s\n", all, cp_finding_line(&it->arena, finding));
    return all;
}

TEST(a_missing_glyph_is_told_with_its_place_and_code)
{
    fixture it;

    set_up(&it);
    set_line(&it, "涨😀跌");
    CHECK_STR(findings(&it),
              "deck.md:12: error: no glyph for '😀' (U+1F600) in the fonts of the style\n");
    tear_down(&it);
}

TEST(an_accent_that_is_missing_is_told_not_its_letter)
{
    fixture it;

    set_up(&it);
    set_line(&it, "a\u0308\u0323 b\u0308");
    CHECK_STR(findings(&it),
              "deck.md:12: error: no glyph for '\u0323' (U+0323) in the fonts of the style\n"
              "deck.md:12: error: no glyph for '\u0308' (U+0308) in the fonts of the style\n");
    tear_down(&it);
}

TEST(a_text_set_again_tells_its_findings_once)
{
    fixture it;

    set_up(&it);
    set_line(&it, "😀😀");
    set_line(&it, "😀a");
    CHECK_INT(it.report.errors, 1);
    tear_down(&it);
}

TEST(a_text_in_a_script_we_lack_is_few_findings)
{
    fixture it;

    set_up(&it);
    set_line(&it, "अआइईउऊऋएऐओऔकखगघ");
    CHECK_INT(it.report.errors, 8);
    tear_down(&it);
}

TEST(a_control_character_is_named_by_its_code)
{
    fixture it;

    set_up(&it);
    set_line(&it, "a\x07");
    CHECK_STR(findings(&it), "deck.md:12: error: control character U+0007 in the text\n");
    tear_down(&it);
}

TEST(a_span_tells_its_own_place)
{
    fixture it;
    cp_span spans[] = {
        { .text = CP_STR("a"), .place = { "deck.md", 3, 1 } },
        { .text = CP_STR("😀"), .place = { "deck.md", 4, 7 } },
    };
    cp_text_box box = { 0 };

    set_up(&it);
    cp_text_set(&it.arena, it.fonts, &it.ink, &box, spans, 2, &it.report);
    CHECK_STR(findings(&it),
              "deck.md:4:7: error: no glyph for '😀' (U+1F600) in the fonts of the style\n");
    tear_down(&it);
}

TEST(a_mark_above_a_letter_and_a_long_dash_are_one_cell)
{
    fixture it;
    cp_text *text;

    set_up(&it);
    text = set_line(&it, "他——e\xCC\x81z");
    CHECK_INT((long long)text->cells->count, 4);
    CHECK_INT(text->cells->cell[1].end - text->cells->cell[1].byte, 6);
    tear_down(&it);
}

TEST(widths_do_not_depend_on_the_size)
{
    fixture it;
    double small, large;

    set_up(&it);
    it.ink.size = 7.3;
    small = cp_text_size(set_line(&it, "全A成交额 23,489 AVWA")).width;
    it.ink.size = 73;
    large = cp_text_size(set_line(&it, "全A成交额 23,489 AVWA")).width;
    CHECK_NEAR(large, 10 * small, 1e-3);
    tear_down(&it);
}

TEST(a_style_change_breaks_no_width)
{
    fixture it;
    cp_text_box box = { 0 };
    cp_span one[] = { { .text = CP_STR("日均成交额23489亿元") } };
    cp_span three[] = {
        { .text = CP_STR("日均") },
        { .text = CP_STR("成交额23"), .tinted = true },
        { .text = CP_STR("489亿元") },
    };
    double whole, parts;

    set_up(&it);
    whole = cp_text_size(cp_text_set(&it.arena, it.fonts, &it.ink, &box, one, 1, &it.report)).width;
    parts
        = cp_text_size(cp_text_set(&it.arena, it.fonts, &it.ink, &box, three, 3, &it.report)).width;
    CHECK_NEAR(parts, whole, 1e-9);
    CHECK_NEAR(whole, 7 * 10 + 5 * 5.55, 1e-3);
    tear_down(&it);
}
