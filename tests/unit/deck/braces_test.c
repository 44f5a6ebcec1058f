/* {{...}} in Markdown: found before the parser sees it, filled in the tree. */
#include "blocks.h"
#include "test.h"

TEST(a_value_becomes_its_text)
{
    READS_AS("日均{{avg:,.0f}}亿元，{{change(avg, prev):.0f}}亿元\n",
             "1 text: 日均23,489亿元，增加2157亿元\n");
}

TEST(nothing_in_braces_is_markdown)
{
    READS_AS("{{(select 2 * 3):.0f}}与{{(select 4 * 5):.0f}}\n", "1 text: 6与20\n");
    READS_AS("{{(select '_a_' || '**b**')}}\n", "1 text: _a_**b**\n");
}

TEST(a_value_may_stand_in_bold_and_in_a_mark)
{
    READS_AS("**日均{{avg:.0f}}亿元。**放量\n", "1 text: **日均****23489****亿元。**放量\n");
    READS_AS("甲**{{avg:.0f}}**乙==丙{{avg:.0f}}丁==戊\n",
             "1 text: 甲**23489**乙==丙====23489====丁==戊\n");
}

TEST(a_bar_in_braces_splits_no_cell)
{
    READS_AS("| 名 | 值 |\n| --- | --- |\n| {{(select 'a' || 'b')}} | {{avg:.0f}} |\n",
             "1 table: 名|值 /ab|23489\n");
}

TEST(braces_in_code_are_literal)
{
    READS_AS("`{{avg:.0f}}`是{{avg:.0f}}\n", "1 text: `{{avg:.0f}}`是23489\n");
}

TEST(braces_with_a_backslash_are_the_writers_own)
{
    READS_AS("甲\\{{avg}}\n", "1 text: 甲{{avg}}\n");
}

TEST(a_list_is_joined)
{
    READS_AS("# {{names}}\n", "1 heading1: 锂电池、半导体\n");
}

TEST(a_caption_takes_values)
{
    READS_AS("![图：{{avg:.0f}}](charts/a.yaml)\n", "1 figures: [图：23489](charts/a.yaml)\n");
}

TEST(columns_behind_braces_stay_right)
{
    READS_AS("甲{{avg:.0f}}乙{{nix}}\n", "1 text: 甲23489乙\n"
                                         "deck.md:1:14: error: no value 'nix'; expected avg, prev "
                                         "or names\n");
    READS_AS("{{names}}与<b>\n", "1 text: 锂电池、半导体与\n"
                                 "deck.md:1:11: error: HTML (<b>) is not taken; \\< prints the "
                                 "sign\n");
}

TEST(braces_end_on_their_line)
{
    READS_AS("甲{{avg\n:.0f}}\n", "1 text: 甲{{avg :.0f}}\n"
                                  "deck.md:1:2: error: this {{ has no value and }} behind it on "
                                  "its line; \\{\\{ prints the signs\n");
}
