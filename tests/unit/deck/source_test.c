#include "deck/source.h"
#include "test.h"
#include "blocks.h"

TEST(bytes_that_are_no_text_are_told)
{
    READS_AS("甲\n乙\xFFx\n",
             "deck.md:2:2: error: a byte that is not UTF-8; save the file as UTF-8\n");
    READS_AS("甲\xEF\xB7\x90"
             "00乙\n",
             "deck.md:1:2: error: U+FDD0, which is no character\n");

    cp_arena arena = { 0 };
    cp_report report = { .arena = &arena };
    cp_source source;

    CHECK(!cp_source_prepare(&arena, "deck.md", (cp_str){ "a\0b", 3 }, &source, &report));
    CHECK_STR(cp_finding_line(&arena, report.first),
              "deck.md:1:2: error: a NUL byte; is this a text file?");
    cp_arena_free(&arena);
}

TEST(line_ends_of_all_systems_count_alike)
{
    READS_AS("\xEF\xBB\xBF## 甲\r\n\r\n乙\r\r丙\n", "1 heading2: 甲\n3 text: 乙\n5 text: 丙\n");
}

TEST(a_front_matter_is_passed_over_with_a_word)
{
    READS_AS(
        "---\ntitle: 周报\n---\n\n## 甲\n",
        "5 heading2: 甲\n"
        "deck.md:1:1: warning: this front matter is passed over; title, date and style stand in "
        "pack.yaml\n");
}

TEST(link_definitions_are_told_before_they_vanish)
{
    READS_AS("## 甲\n\n[注]: 本周数据\n",
             "deck.md:3:1: error: link definitions ([name]: ...) are not taken; write "
             "[text](address)\n");
}

TEST(footnotes_that_would_vanish_are_told)
{
    READS_AS("甲[^a]。\n\n[^a]: 一\n[^a]: 二\n[^b]: 三\n",
             "deck.md:4:1: error: a second footnote [^a]; the first stands in line 3\n"
             "deck.md:5:1: error: nothing in this file refers to the footnote [^b]\n");
}

TEST(huge_tables_are_refused_before_they_are_parsed)
{
    cp_buf text = { 0 };

    cp_buf_add(&text, CP_STR("|"));
    for (int i = 0; i < 101; i++)
        cp_buf_add(&text, CP_STR("a|"));
    cp_buf_add(&text, CP_STR("\n|"));
    for (int i = 0; i < 101; i++)
        cp_buf_add(&text, CP_STR("-|"));
    READS_AS(text.data,
             "deck.md:2:1: error: a table of 101 columns; a slide's table takes up to 100\n");
    text.size = 0;
    cp_buf_add(&text, CP_STR("a|b\n-|-\n"));
    for (int i = 0; i < 5001; i++)
        cp_buf_add(&text, CP_STR("1|2\n"));
    READS_AS(text.data,
             "deck.md:2:1: error: a table of 5001 rows; a slide's table takes up to 5000\n");
    cp_buf_free(&text);
}

TEST(a_storm_of_brackets_is_refused_before_it_is_parsed)
{
    cp_buf text = { 0 };

    for (int i = 0; i < 1001; i++)
        cp_buf_add(&text, CP_STR("![[]()"));
    READS_AS(text.data, "deck.md:1:1: error: more than 1000 [ in one paragraph\n");
    cp_buf_free(&text);
}

TEST(an_empty_file_has_no_blocks)
{
    READS_AS("", "");
    READS_AS("\n\n", "");
}
