#include "deck/markdown.h"
#include "test.h"
#include "blocks.h"

TEST(headings_text_and_lists_become_a_flat_list_of_blocks)
{
    READS_AS("# 市场回顾\n"
             "\n"
             "## 两融情况\n"
             "\n"
             "一段文字。\n"
             "\n"
             "- 甲\n"
             "  - 乙\n"
             "  - 丙\n"
             "- 丁\n"
             "\n"
             "3. 三\n"
             "4. 四\n",
             "1 heading1: 市场回顾\n"
             "3 heading2: 两融情况\n"
             "5 text: 一段文字。\n"
             "7 text1 *: 甲\n"
             "8 text2 * close: 乙\n"
             "9 text2 * close: 丙\n"
             "10 text1 *: 丁\n"
             "12 text1 #3: 三\n"
             "13 text1 #4: 四\n");
}

TEST(a_second_paragraph_of_an_item_has_no_bullet)
{
    READS_AS("- 甲\n\n  乙\n", "1 text1 *: 甲\n3 text1: 乙\n");
}

TEST(bold_works_beside_chinese_punctuation)
{
    READS_AS("这是**我想做的事。**所以\n", "1 text: 这是**我想做的事。**所以\n");
    READS_AS("这是**“我”**的\n", "1 text: 这是**“我”**的\n");
    READS_AS("**《报告》**称\n", "1 text: **《报告》**称\n");
    READS_AS("涨幅**（同比）**扩大\n", "1 text: 涨幅**（同比）**扩大\n");
    READS_AS("涨幅**5.2%**的概念\n", "1 text: 涨幅**5.2%**的概念\n");
    READS_AS("同比**+63%**，环比**-2%**。\n", "1 text: 同比**+63%**，环比**-2%**。\n");
    READS_AS("**甲：**乙；**丙：**丁\n", "1 text: **甲：**乙；**丙：**丁\n");
    READS_AS("***（重）***点\n", "1 text: **（重）**点\n");
}

TEST(the_blank_behind_a_bold_stop_is_for_other_tools_only)
{
    READS_AS("- **市场：** 上涨\n", "1 text1 *: **市场：**上涨\n");
    READS_AS("**市场** 上涨，**Token:** up\n", "1 text: **市场** 上涨，**Token:** up\n");
}

TEST(looks_are_told_apart)
{
    READS_AS("*斜* `代码` [名](https://a.cn/b) <https://c.cn>\n",
             "1 text: _斜_ `代码` 名<https://a.cn/b> https://c.cn<https://c.cn>\n");
}

TEST(a_mark_stands_between_two_pairs_of_equal_signs)
{
    READS_AS("本周==重点==在此\n", "1 text: 本周==重点==在此\n");
    READS_AS("==**甲**乙==\n", "1 text: ==**甲**====乙==\n");
    READS_AS("若 a == b 则 c == d\n", "1 text: 若 a == b 则 c == d\n");
    READS_AS("没有==结尾\n", "1 text: 没有==结尾\n");
}

TEST(a_line_end_is_a_blank_only_between_latin_words)
{
    READS_AS("成交额\n放大\n", "1 text: 成交额放大\n");
    READS_AS("成交额，\n放大\n", "1 text: 成交额，放大\n");
    READS_AS("two\nwords\n", "1 text: two words\n");
    READS_AS("用量token\n上升\n", "1 text: 用量token 上升\n");
    READS_AS("他说“好”\n然后\n", "1 text: 他说“好”然后\n");
    READS_AS("一行  \n另一行\n", "1 text: 一行\n另一行\n");
    READS_AS("一行<br>另一行\n", "1 text: 一行\n另一行\n");
}

TEST(full_width_indents_are_passed_over)
{
    READS_AS("\xE3\x80\x80\xE3\x80\x80本周市场\n", "1 text: 本周市场\n");
}

TEST(pictures_alone_in_a_paragraph_are_a_row_of_figures)
{
    READS_AS("![图：余额](charts/a.yaml) ![](<b c.png>)\n\n![x](d%20e.jpg)\n",
             "1 figures: [图：余额](charts/a.yaml)[](b c.png)\n"
             "3 figures: [x](d e.jpg)\n");
}

TEST(a_path_with_blanks_is_told_how_to_stand)
{
    READS_AS("![图](a b.yaml)\n",
             "1 text: ![图](a b.yaml)\n"
             "deck.md:1:1: error: this picture is not understood; a path with blanks stands in <>: "
             "![caption](<a b.png>)\n");
}

TEST(a_picture_inside_of_text_is_told)
{
    READS_AS("看图 ![图](a.yaml)\n", "1 text: 看图 图\n"
                                     "deck.md:1:4: error: a picture inside of text; figures stand "
                                     "in a paragraph of their own\n");
    READS_AS("- 甲\n\n  ![图](a.yaml)\n",
             "1 text1 *: 甲\n"
             "deck.md:3: error: a figure in a list; figures stand in a paragraph of their own, "
             "behind a blank line\n");
}

TEST(tables_keep_alignment_and_spans)
{
    READS_AS("| 名 | **值** |\n|:--|--:|\n| 甲 | 1 |\n| 乙\\|丙 | **2。**起 |\n",
             "1 table: 名|**值** /甲|1 /乙|丙|**2。**起\n");
}

TEST(a_caption_may_touch_its_table)
{
    READS_AS("表：标题\n| a | b |\n|---|---|\n| 1 | 2 |\n| 3 | 4 | 5 |\n",
             "1 text: 表：标题\n"
             "2 table: a|b /1|2 /|\n"
             "deck.md:5:10: error: 3 cells in a table of 2 columns; \\| prints the sign\n");
}

TEST(a_cell_too_many_is_told_with_its_place)
{
    READS_AS("| 甲 | 乙 |\n|---|---|\n| 一 | 二 | 三 |\n",
             "1 table: 甲|乙 /|\n"
             "deck.md:3:10: error: 3 cells in a table of 2 columns; \\| prints the sign\n");
    READS_AS("a | b\n--|--\n1 | 2\n", "1 table: a|b /1|2\n");
}

TEST(setext_headings_are_told)
{
    READS_AS("一段文字\n---\n\n另一段\n===\n",
             "deck.md:2: error: a line of --- or === right under text makes a heading of it; "
             "put a blank line above a page break, or ## before a title\n"
             "deck.md:5: error: a line of --- or === right under text makes a heading of it; "
             "put a blank line above a page break, or ## before a title\n");
    READS_AS("一段文字\n\n---\n", "1 text: 一段文字\n3 break: \n");
}

TEST(comments_carry_words_or_are_passed_over)
{
    READS_AS("<!-- layout: text-left 45% -->\n"
             "\n"
             "<!-- class：cover --> <!-- a remark, not a word -->\n",
             "1 word: layout = text-left 45%\n"
             "3 word: class = cover\n");
    READS_AS("<!-- note: 两行\n的话 -->\n", "1 word: note = 两行\n的话\n");
    READS_AS("<!-- layout: rows --> 文字\n",
             "1 word: layout = rows\n"
             "deck.md:1: error: HTML is not taken; \\< prints the sign\n");
    READS_AS("<!-- 没有结尾\n\n## 题\n",
             "deck.md:1: error: this comment has no end; expected -->\n");
}

TEST(what_slides_cannot_show_is_told)
{
    READS_AS("```\ncode\n```\n", "deck.md:1: error: code blocks are not taken\n");
    READS_AS("    四格\n",
             "deck.md:1: error: a line that begins with four blanks or a tab is code to "
             "Markdown, which slides do not take; begin it at the line's start\n");
    READS_AS("<div>x</div>\n", "deck.md:1: error: HTML is not taken; \\< prints the sign\n");
    READS_AS("甲<b>乙\n", "1 text: 甲乙\n"
                          "deck.md:1:2: error: HTML (<b>) is not taken; \\< prints the sign\n");
    READS_AS("甲~~乙~~\n",
             "1 text: 甲~~乙~~\n"
             "deck.md:1:2: error: struck text (~~) is not taken; \\~\\~ prints the signs\n");
    READS_AS("均值{{avg亿元\n",
             "1 text: 均值{{avg亿元\n"
             "deck.md:1:3: error: this {{ has no value and }} behind it on its line; "
             "\\{\\{ prints the signs\n");
    READS_AS("甲[^1]\n",
             "1 text: 甲[^1]\n"
             "deck.md:1:2: error: no line of this file explains this footnote; expected "
             "[^name]: ...\n");
    READS_AS("甲<sup>2\n", "1 text: 甲^2\n"
                           "deck.md:1:8: error: <sup> has no end in its paragraph\n");
    READS_AS("见[表](data.csv)\n",
             "1 text: 见表<data.csv>\n"
             "deck.md:1:2: error: a link to 'data.csv'; expected https://, http://, mailto: or a "
             "figure's file (charts/x.yaml)\n");
    READS_AS("甲**乙\n",
             "1 text: 甲**乙\n"
             "deck.md:1:2: error: this ** has no partner; bold text stands between two, "
             "\\*\\* prints the signs\n");
    READS_AS("#### 四级\n",
             "deck.md:1: error: a heading of level 4 or deeper; expected #, ## or ###\n");
}

TEST(letters_may_stand_above_and_below_the_line)
{
    READS_AS("100 m<sup>2</sup>的CO<sub>2</sub>\n", "1 text: 100 m^2的CO,2\n");
}

TEST(words_may_name_a_figure)
{
    READS_AS("见[下图](charts/a%20b.yaml)。\n", "1 text: 见下图{charts/a b.yaml}。\n");
}

TEST(a_footnote_stands_behind_the_slide_that_refers_to_it)
{
    READS_AS("## 甲\n\n一[^x]。\n\n## 乙\n\n[^x]: 注**一**\n",
             "1 heading2: 甲\n3 text: 一^1。\n7 note #1: 注**一**\n5 heading2: 乙\n");
    READS_AS("一[^x]。\n\n[^x]: 注\n\n    - 项\n",
             "1 text: 一^1。\ndeck.md:3: error: a footnote takes one paragraph of text\n");
}

TEST(a_soft_break_behind_a_full_width_stop_is_nothing)
{
    READS_AS("一，\nLatin\nword\n二\n", "1 text: 一，Latin word 二\n");
}

TEST(an_escaped_sign_is_only_a_sign)
{
    READS_AS("甲\\{\\{乙\\*\\*丙\\~\\~ `{{x}}`\n", "1 text: 甲{{乙**丙~~ `{{x}}`\n");
}

TEST(a_column_counts_characters_not_bytes)
{
    READS_AS("- 第一行\n  第二行是{{x}}\n",
             "1 text1 *: 第一行第二行是\n"
             "deck.md:2:7: error: no value 'x'; expected avg, prev or names\n");
}

TEST(a_quote_is_the_source_line)
{
    READS_AS("> 资料来源：iFind\n> 备注：示例\n", "1 source: 资料来源：iFind 备注：示例\n");
}
