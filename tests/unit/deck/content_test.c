#include "deck/page.h"
#include "test.h"
#include "pages.h"
#include "faults.h"

#include <stdlib.h>

/* All is well with these slides, and no box overlaps another. */
#define LAYS_OUT(text)                                                                             \
    do {                                                                                           \
        pages p_;                                                                                  \
        pages_open(&p_, text);                                                                     \
        CHECK_STR(p_.findings, "");                                                                \
        CHECK_INT(count_faults(&p_), 0);                                                           \
        pages_close(&p_);                                                                          \
    } while (0)

#define SENTENCE                                                                                   \
    "国务院发展研究中心预计，中国具身智能市场规模2030年达到4000亿元，2035年突破1万亿元。"
#define ITEM  "- **要点：** " SENTENCE SENTENCE "\n"
#define WIDE  "![图：宽](images/wide.svg)"
#define TALL  "![图：高](images/tall.svg)"
#define CHART "![](charts/bars.yaml)"

TEST(texts_of_any_length_that_fits_keep_their_places)
{
    LAYS_OUT("## 一\n\n短。\n");
    LAYS_OUT("## 一\n\n" ITEM);
    LAYS_OUT("## 一\n\n" ITEM ITEM ITEM ITEM);
    LAYS_OUT("## 一\n\n" ITEM ITEM ITEM ITEM ITEM ITEM ITEM ITEM);
    LAYS_OUT(
        "## 一\n\n1. 甲\n2. 乙\n\n   还有\n10. 丙\n    - 丁\n      - 戊\n\n### 小题\n\n" SENTENCE
        "\n");
}

TEST(figures_alone_keep_their_places)
{
    LAYS_OUT("## 一\n\n" CHART "\n");
    LAYS_OUT("## 二\n\n" CHART "\n\n" WIDE "\n");
    LAYS_OUT("## 三\n\n" CHART " " TALL "\n\n" WIDE "\n");
    LAYS_OUT("## 四\n\n" CHART "\n\n" TALL "\n\n" WIDE "\n\n" CHART "\n");
    LAYS_OUT("## 五\n\n" CHART CHART CHART "\n\n" WIDE CHART "\n");
    LAYS_OUT("## 六\n\n" CHART CHART CHART "\n\n" WIDE CHART TALL "\n");
}

TEST(text_with_figures_keeps_its_place)
{
    LAYS_OUT("## 一\n\n" ITEM "\n" CHART "\n");
    LAYS_OUT("## 一\n\n" ITEM ITEM ITEM "\n" CHART "\n");
    LAYS_OUT("## 一\n\n" ITEM ITEM ITEM "\n" CHART "\n\n" CHART "\n");
    LAYS_OUT("## 一\n\n" CHART "\n\n" ITEM ITEM "\n");
    LAYS_OUT("## 一\n\n" ITEM "\n" CHART "\n\n" SENTENCE "\n");
    LAYS_OUT("## 一\n\n" ITEM "\n" TALL WIDE CHART "\n");
}

TEST(every_word_of_layout_keeps_all_in_place)
{
    static const char *const layouts[]
        = { "text-left",   "text-left 35%", "text-right 60%", "text-top",
            "text-bottom", "rows",          "text-left 1+1",  "text-top 2x1" };

    for (size_t i = 0; i < sizeof layouts / sizeof *layouts; i++) {
        char text[2000];

        snprintf(text, sizeof text, "## %s\n\n<!-- layout: %s -->\n\n%s\n%s %s\n", layouts[i],
                 layouts[i], ITEM, CHART, WIDE);
        LAYS_OUT(text);
    }
    LAYS_OUT("## 一\n\n<!-- layout: 1+2 -->\n\n" CHART "\n\n" CHART "\n\n" CHART "\n");
    LAYS_OUT("## 一\n\n<!-- layout: 3x1 -->\n\n" CHART "\n\n" CHART "\n\n" CHART "\n");
}

TEST(figures_stand_in_the_usual_rows)
{
    pages p;

    pages_open(&p, "## 两张\n\n" CHART "\n\n" CHART "\n\n"
                   "## 三张\n\n" CHART "\n\n" CHART "\n\n" CHART "\n\n"
                   "## 四张\n\n" CHART "\n\n" CHART "\n\n" CHART "\n\n" CHART "\n\n"
                   "## 上下\n\n<!-- layout: rows -->\n\n" CHART "\n\n" CHART "\n\n"
                   "## 照写\n\n" CHART "\n\n" CHART CHART "\n");
    CHECK_STR(p.findings, "");
    CHECK_NEAR(box_of(p.dump, 1, "figure", 0).y, box_of(p.dump, 1, "figure", 1).y, 0.05);
    CHECK_NEAR(box_of(p.dump, 2, "figure", 0).y, box_of(p.dump, 2, "figure", 1).y, 0.05);
    CHECK_NEAR(box_of(p.dump, 2, "figure", 2).width, 880, 0.05);
    CHECK_NEAR(box_of(p.dump, 3, "figure", 2).y, box_of(p.dump, 3, "figure", 3).y, 0.05);
    CHECK_NEAR(box_of(p.dump, 3, "figure", 0).x, box_of(p.dump, 3, "figure", 2).x, 0.05);
    CHECK(box_of(p.dump, 4, "figure", 1).y > box_of(p.dump, 4, "figure", 0).y + 100);
    CHECK_NEAR(box_of(p.dump, 5, "figure", 0).width, 880, 0.05);
    CHECK_NEAR(box_of(p.dump, 5, "figure", 1).y, box_of(p.dump, 5, "figure", 2).y, 0.05);
    pages_close(&p);
}

TEST(text_stands_beside_or_above_as_asked)
{
    pages p;

    pages_open(&p, "## 左\n\n<!-- layout: text-left 40% -->\n\n" ITEM "\n" CHART "\n\n"
                   "## 上\n\n<!-- layout: text-top -->\n\n" ITEM "\n" CHART "\n");
    CHECK_STR(p.findings, "");
    CHECK_NEAR(box_of(p.dump, 1, "figure", 0).width, (880 - 22) * 0.6, 0.1);
    CHECK(box_of(p.dump, 1, "text", 0).x < box_of(p.dump, 1, "figure", 0).x - 200);
    CHECK_NEAR(box_of(p.dump, 2, "figure", 0).width, 880, 0.1);
    CHECK(box_of(p.dump, 2, "text", 0).y < box_of(p.dump, 2, "caption", 0).y);
    pages_close(&p);
}

TEST(pieces_come_in_reading_order)
{
    pages p;

    pages_open(&p, "# 节\n\n## 题\n\n甲段。\n\n" CHART "\n\n乙段。\n\n> 资料来源：Wind\n");
    CHECK_STR(p.findings, "");

    const char *words[] = { "page 2",  "\"题\"", "\"节\"",  "甲段",   "caption ",
                            "figure ", "乙段",   "source ", "number " };
    const char *at = p.dump;

    for (size_t i = 0; at && i < sizeof words / sizeof *words; i++) {
        at = strstr(at, words[i]);
        CHECK(at != NULL);
    }
    pages_close(&p);
}

TEST(a_caption_is_the_writers_own_or_the_figures_title)
{
    pages p;

    pages_open(
        &p, "## 一\n\n![](charts/bars.yaml) ![产量](charts/bars.yaml) ![图3：产](charts/bars.yaml)"
            " ![表：照片](images/wide.svg)\n");
    CHECK_STR(p.findings, "");
    CHECK_STR(text_of(&p, 1, "caption", 0), "\"图：产量与销量\"");
    CHECK_STR(text_of(&p, 1, "caption", 1), "\"图：产量\"");
    CHECK_STR(text_of(&p, 1, "caption", 2), "\"图3：产\"");
    CHECK_STR(text_of(&p, 1, "caption", 3), "\"表：照片\"");
    pages_close(&p);
}

TEST(text_is_large_where_there_is_room_and_shrinks_together)
{
    pages p;

    pages_open(&p, "## 一\n\n" SENTENCE "\n\n"
                   "## 二\n\n" ITEM ITEM ITEM ITEM ITEM ITEM ITEM ITEM);
    CHECK_STR(p.findings, "");
    CHECK_NEAR(box_of(p.dump, 1, "text", 0).height, 17 * 1.93, 0.1);
    CHECK(box_of(p.dump, 2, "text", 0).height < 2 * 14.5 * 1.93 - 1);
    CHECK_NEAR(box_of(p.dump, 2, "text", 0).height, box_of(p.dump, 2, "text", 7).height, 0.05);
    pages_close(&p);
}

TEST(too_much_text_is_told_in_lines)
{
    TELLS("\n## 两融情况\n\n" ITEM ITEM ITEM ITEM ITEM ITEM ITEM ITEM ITEM ITEM ITEM ITEM,
          "deck.md:2: error: slide 两融情况 overflows its text box by 6 lines at the smallest size "
          "(11 pt)\n");
}

TEST(a_text_of_many_pages_is_told_without_setting_it)
{
    cp_buf text = { 0 };
    pages p;

    cp_buf_add(&text, CP_STR("## 一\n\n"));
    for (int i = 0; i < 4000; i++)
        cp_buf_add(&text, CP_STR(SENTENCE));
    pages_open(&p, text.data);
    CHECK_INT(p.report.errors, 1);
    CHECK(strstr(p.findings, "deck.md:1: error: slide 一 overflows its text box by about ")
          != NULL);
    cp_buf_free(&text);
    pages_close(&p);
}

TEST(a_layout_that_leaves_a_figure_too_small_is_told)
{
    pages p;

    pages_open(&p, "## 一\n\n<!-- layout: 9x1 -->\n\n" CHART CHART CHART CHART CHART CHART CHART
                       CHART CHART "\n");
    CHECK(!p.ok);
    CHECK(strstr(p.findings, "deck.md:5:1: error: slide 一: charts/bars.yaml needs ") != NULL);
    pages_close(&p);
}

TEST(further_pages_carry_the_title_and_no_bookmark)
{
    pages p;

    pages_open(&p, "# 节\n\n## 题\n\n甲。\n\n---\n\n乙。\n\n> 资料来源：丙\n");
    CHECK_STR(p.findings, "");
    CHECK_INT((long long)cp_deck_page_count(p.deck), 3);
    CHECK_STR(text_of(&p, 3, "title", 0), "\"题（续）\"");
    CHECK_STR(text_of(&p, 2, "source", 0), "\"资料来源：丙\"");
    CHECK_INT(cp_deck_page(p.deck, 0).bookmark, 1);
    CHECK_INT(cp_deck_page(p.deck, 1).bookmark, 2);
    CHECK_INT(cp_deck_page(p.deck, 2).bookmark, 0);
    CHECK(cp_str_is(cp_deck_page(p.deck, 2).title, "题（续）"));
    CHECK(cp_str_is(cp_deck_page(p.deck, 2).section, "节"));
    CHECK_STR(text_of(&p, 3, "number", 0), "\"3\"");
    pages_close(&p);
}

TEST(a_long_table_goes_on_with_its_head_and_loses_no_row)
{
    pages p;
    cp_buf text = { 0 };

    cp_buf_add(&text, CP_STR("## 长表\n\n" ITEM "\n表：行\n\n| 序 | 名 |\n|--|--|\n"));
    for (int i = 1; i <= 70; i++)
        cp_buf_printf(&text, "| r%d | 名 |\n", i);
    pages_open(&p, text.data);
    CHECK_STR(p.findings, "");
    CHECK_INT(count_faults(&p), 0);
    CHECK(cp_deck_page_count(p.deck) > 2);
    CHECK_STR(text_of(&p, 2, "title", 0), "\"长表（续）\"");
    CHECK_STR(text_of(&p, 2, "caption", 0), "\"表：行（续）\"");
    for (int i = 1; i <= 70; i++) {
        char row[16];

        snprintf(row, sizeof row, "r%d", i);
        CHECK(strstr(p.dump, row) != NULL);
    }
    cp_buf_free(&text);
    pages_close(&p);
}

TEST(a_table_on_two_pages_is_as_large_as_two_pages_allow)
{
    pages p;
    cp_buf text = { 0 };

    cp_buf_add(&text, CP_STR("## 一\n\n<!-- layout: text-top -->\n\n" ITEM ITEM ITEM
                             "\n| 序 | 名 |\n|--|--|\n"));
    for (int i = 1; i <= 21; i++)
        cp_buf_printf(&text, "| r%d | 名 |\n", i);
    pages_open(&p, text.data);
    CHECK_STR(p.findings, "");
    CHECK_INT(count_faults(&p), 0);
    CHECK_INT(cp_deck_page_count(p.deck), 2);
    const cp_tabular_style *table = &p.style->table;
    double both = box_of(p.dump, 1, "table", 0).height + box_of(p.dump, 2, "table", 0).height;

    CHECK(both > 1.15 * (21 + 2) * (table->body.size * table->line_height + 2 * table->cell_y));
    cp_buf_free(&text);
    pages_close(&p);
}

TEST(a_table_alone_grows_and_widens_its_rows)
{
#define TABLE "表：行\n\n| 序 | 名 |\n|--|--|\n| 一 | 甲 |\n| 二 | 乙 |\n| 三 | 丙 |\n"
    pages p;

    pages_open(&p, "## 一\n\n" TABLE "\n## 二\n\n" CHART "\n\n" TABLE);
    CHECK_STR(p.findings, "");
    CHECK_INT(count_faults(&p), 0);

    const cp_tabular_style *table = &p.style->table;
    double row = table->largest * table->line_height
                 + 2 * table->cell_y * table->largest / table->body.size;

    CHECK(box_of(p.dump, 1, "table", 0).height > 4 * row);
    CHECK(box_of(p.dump, 1, "table", 0).height < row + 3 * table->widest_row * row + 1);
    CHECK(box_of(p.dump, 2, "table", 0).height <= box_of(p.dump, 1, "table", 0).height);
    CHECK(box_of(p.dump, 2, "figure", 0).height > 4 * row);
    pages_close(&p);
}

TEST(a_missing_character_is_told_once_with_its_line)
{
    pages p;

    pages_open(&p, "## 一\n\n短文😀字。\n\n" CHART "\n");
    CHECK(!p.ok);
    CHECK_INT(p.report.errors, 1);
    CHECK_INT(p.report.first->place.line, 3);
    CHECK(strstr(p.findings, "U+1F600") != NULL);
    pages_close(&p);
}

TEST(plots_of_one_row_and_of_one_column_are_level)
{
    pages p;

    pages_open(&p, "## 一\n\n![](charts/bars.yaml) ![](charts/lines.yaml)\n\n"
                   "![](charts/lines.yaml) ![](charts/bars.yaml)\n");
    CHECK_STR(p.findings, "");

    const cp_piece *figure[4];
    size_t count = 0;

    for (const cp_piece *piece = cp_deck_page_pieces(p.deck, 0); piece; piece = piece->next)
        if (piece->kind == CP_PIECE_FIGURE && count < 4)
            figure[count++] = piece;
    CHECK_INT((long long)count, 4);
    CHECK_NEAR(figure[0]->gutters.top, figure[1]->gutters.top, 0.001);
    CHECK_NEAR(figure[0]->gutters.bottom, figure[1]->gutters.bottom, 0.001);
    CHECK_NEAR(figure[0]->gutters.left, figure[2]->gutters.left, 0.001);
    CHECK_NEAR(figure[1]->gutters.right, figure[3]->gutters.right, 0.001);
    CHECK(figure[0]->gutters.left > 0);
    pages_close(&p);
}

TEST(footnotes_stand_at_the_foot_of_the_body)
{
    pages p;

    pages_open(&p, "## 一\n\n" ITEM "\n甲[^a]。\n\n" CHART "\n\n[^a]: 口径含税。\n");
    CHECK_STR(p.findings, "");
    CHECK_INT(count_faults(&p), 0);

    cp_rect note = box_of(p.dump, 1, "footnote", 0), figure = box_of(p.dump, 1, "figure", 0);

    CHECK_STR(text_of(&p, 1, "footnote", 0), "\"1 口径含税。\"");
    CHECK_NEAR(note.y + note.height, p.style->page.bottom, 0.1);
    CHECK(figure.y + figure.height < note.y);
    pages_close(&p);
}

TEST(a_table_stands_beside_a_figure_where_its_lines_are_whole)
{
    pages p;

    pages_open(&p, "## 一\n\n" ITEM ITEM "\n" TABLE "\n" CHART "\n\n"
                   "## 二\n\n<!-- width: 40% 60% -->\n\n" TABLE "\n" CHART "\n");
    CHECK_STR(p.findings, "");
    CHECK_INT(count_faults(&p), 0);
    CHECK(box_of(p.dump, 1, "figure", 0).x > box_of(p.dump, 1, "table", 0).x + 300);
    CHECK_NEAR(box_of(p.dump, 2, "table", 0).width, (880 - 22) * 0.4, 0.1);
    CHECK_NEAR(box_of(p.dump, 2, "figure", 0).width, (880 - 22) * 0.6, 0.1);
    pages_close(&p);
}

TEST(a_table_beside_a_figure_grows_in_what_the_figure_leaves)
{
    pages p;

    pages_open(&p, "## 一\n\n<!-- width: 40% 60% -->\n\n" TABLE "\n" CHART "\n");
    CHECK_STR(p.findings, "");
    CHECK_INT(count_faults(&p), 0);

    const cp_tabular_style *table = &p.style->table;
    double row = table->body.size * table->line_height + 2 * table->cell_y;

    CHECK(box_of(p.dump, 1, "table", 0).height > 4 * row * table->largest / table->body.size);
    CHECK(box_of(p.dump, 1, "figure", 0).height > box_of(p.dump, 1, "table", 0).height - 0.1);
    pages_close(&p);
}

TEST(slides_of_a_class_are_alike_where_the_style_wants_it)
{
    static const char text[] = "## 一\n\n" ITEM ITEM ITEM ITEM ITEM ITEM ITEM ITEM
                               "\n## 二\n\n" ITEM "\n## 三\n\n<!-- class: risk -->\n\n" ITEM;
    pages p;
    double height[3];

    pages_open_in(&p, text, "../tests/unit/deck/alike");
    CHECK_STR(p.findings, "");
    for (int i = 0; i < 3; i++)
        height[i] = box_of(p.dump, i + 1, "text", 0).height;
    CHECK_NEAR(height[0], height[1], 0.01);
    CHECK(height[2] > height[1]);
    pages_close(&p);
}

TEST(figures_and_tables_count_where_the_style_wants_it)
{
    static const char text[] = "## 一\n\n见[下图](charts/lines.yaml)。\n\n" CHART "\n\n" TABLE
                               "\n## 二\n\n![](charts/lines.yaml)\n";
    pages p;

    pages_open_in(&p, text, "plain");
    CHECK_STR(p.findings, "");
    CHECK_STR(text_of(&p, 1, "text", 0), "\"见图2。\"");
    CHECK(strstr(text_of(&p, 1, "caption", 0), "\"图1：") != NULL);
    CHECK_STR(text_of(&p, 1, "caption", 1), "\"表1：行\"");
    CHECK(strstr(text_of(&p, 2, "caption", 0), "\"图2：") != NULL);
    pages_close(&p);
    pages_open(&p, text);
    CHECK_STR(text_of(&p, 1, "text", 0), "\"见下图。\"");
    pages_close(&p);
    TELLS("## 一\n\n见[图](charts/none.yaml)。\n",
          "deck.md:3:3: error: no slide shows 'charts/none.yaml', which is named here\n");
}

TEST(a_table_of_a_query_goes_over_pages_as_one_of_markdown_does)
{
    pages p;

    pages_open(&p, "## 长表\n\n![](charts/long-table.yaml)\n");
    CHECK_STR(p.findings, "");
    CHECK_INT(count_faults(&p), 0);
    CHECK(cp_deck_page_count(p.deck) > 2);
    CHECK_STR(text_of(&p, 2, "title", 0), "\"长表（续）\"");
    CHECK_STR(text_of(&p, 1, "caption", 0), "\"表：各行\"");
    CHECK_STR(text_of(&p, 2, "caption", 0), "\"表：各行（续）\"");
    for (int i = 1; i <= 70; i++) {
        char row[16];

        snprintf(row, sizeof row, "r%d\n", i);
        CHECK(strstr(p.dump, row) != NULL);
        CHECK(strstr(strstr(p.dump, row) + 1, row) == NULL);
    }
    pages_close(&p);
}

TEST(a_merged_cell_that_pages_divide_says_so_on_each)
{
    pages p;
    cp_buf text = { 0 };

    cp_buf_add(&text, CP_STR("## 长表\n\n<!-- table: merge=1 -->\n\n| 组 | 名 |\n|--|--|\n"));
    for (int i = 1; i <= 70; i++)
        cp_buf_printf(&text, "| %s | r%d |\n", i == 1 ? "甲" : "", i);
    pages_open(&p, text.data);
    CHECK_STR(p.findings, "");
    CHECK_INT(count_faults(&p), 0);
    CHECK(cp_deck_page_count(p.deck) > 2);
    CHECK(strstr(p.dump, " 甲\n") != NULL);
    CHECK(strstr(strstr(p.dump, "page 2 "), " 甲（续）\n") != NULL);
    CHECK(strstr(strstr(p.dump, "page 3 "), " 甲（续）\n") != NULL);
    CHECK(strstr(strstr(p.dump, "page 2 "), " 名\n") != NULL);
    cp_buf_free(&text);
    pages_close(&p);
}

TEST(a_row_that_is_higher_than_a_page_is_named)
{
    pages p;
    cp_buf text = { 0 };

    cp_buf_add(&text, CP_STR("## 一\n\n| 序 | 内容 |\n|--|--|\n| 甲 | 短 |\n| 乙 | "));
    for (int i = 0; i < 900; i++)
        cp_buf_add(&text, CP_STR("很长的文字，"));
    cp_buf_add(&text, CP_STR(" |\n"));
    pages_open(&p, text.data);
    CHECK_INT(p.report.errors, 1);
    CHECK(strstr(p.findings, "deck.md:3: error: slide 一（续）: row 2 of the table (乙) needs a "
                             "height of ")
          != NULL);
    cp_buf_free(&text);
    pages_close(&p);
}

TEST(a_table_is_laid_as_its_directive_says)
{
    pages p;

    pages_open(&p, "## 一\n\n表：甲\n\n<!-- table: widths=1:3 merge=1 sections spans -->\n\n"
                   "| 组 | 一 | 二 |\n|--|--|--|\n| 节 | | |\n");
    CHECK(strstr(p.findings, "deck.md:5: error: table: widths: 2 of them for 3 columns") != NULL);
    pages_close(&p);
    pages_open(&p, "## 一\n\n表：甲\n\n<!-- table: widths=1:2:3 merge=1 sections spans -->\n\n"
                   "| 组 | 一 | 二 |\n|--|--|--|\n| 节 | | |\n| 甲 | x | y |\n| | z | z |\n");
    CHECK_STR(p.findings, "");
    CHECK_STR(text_of(&p, 1, "caption", 0), "\"表：甲\"");
    CHECK(strstr(p.dump, "cell 1 0 ") != NULL && strstr(p.dump, "cell 1 1 ") == NULL);
    CHECK(strstr(p.dump, "cell 2 0 ") != NULL && strstr(p.dump, "cell 3 0 ") == NULL);
    CHECK(strstr(p.dump, "cell 3 1 ") != NULL && strstr(p.dump, "cell 3 2 ") == NULL);
    pages_close(&p);
}

static const cp_piece *figure_piece(const pages *p, size_t page)
{
    const cp_piece *piece = cp_deck_page_pieces(p->deck, page);

    while (piece && piece->kind != CP_PIECE_FIGURE)
        piece = piece->next;
    return piece;
}

TEST(a_cropped_picture_fills_its_box_and_keeps_the_side_asked_for)
{
    pages p;
    const cp_piece *cut, *whole;

    pages_open(&p, "## 一\n\n<!-- picture: crop top -->\n\n![图：甲](images/tall.svg)\n\n"
                   "## 二\n\n![图：甲](images/tall.svg)\n");
    CHECK_STR(p.findings, "");
    CHECK_INT(count_faults(&p), 0);
    cut = figure_piece(&p, 0);
    whole = figure_piece(&p, 1);
    CHECK(cut && whole);
    CHECK_NEAR(whole->whole.width, 0, 1e-9);
    CHECK_NEAR(cut->whole.y, cut->box.y, 1e-6);
    CHECK_NEAR(cut->whole.width, cut->box.width, 1e-6);
    CHECK_NEAR(cut->whole.height, cut->box.width * 320 / 180, 0.01);
    CHECK(cut->whole.height > cut->box.height + 10);
    pages_close(&p);
}

TEST(each_figure_has_its_source_below_it_where_the_style_wants_it)
{
    static const char text[] = "## 一\n\n" CHART "\n\n## 二\n\n" CHART "\n\n> 资料来源：甲\n";
    pages p;
    cp_rect figure, source;

    pages_open_in(&p, text, "plain");
    CHECK_STR(p.findings, "");
    CHECK_INT(count_faults(&p), 0);
    figure = box_of(p.dump, 1, "figure", 0);
    source = box_of(p.dump, 1, "source", 0);
    CHECK(source.y > figure.y + figure.height);
    CHECK(source.y + source.height < p.style->page.bottom + 0.01);
    CHECK_STR(text_of(&p, 2, "source", 0), "\"资料来源：甲（备注：产量为估算）\"");
    CHECK(box_of(p.dump, 2, "source", 0).y > p.style->page.bottom);
    pages_close(&p);
}

TEST(the_mark_of_the_house_stands_where_the_style_says)
{
    pages p;
    cp_rect box;

    pages_open(&p, "<!-- class: cover -->\n\n## 一\n\n" ITEM);
    CHECK_STR(p.findings, "");
    box = box_of(p.dump, 1, "emblem", 0);
    CHECK_NEAR(box.width, p.style->emblem.cover.width, 0.01);
    box = box_of(p.dump, 2, "emblem", 0);
    CHECK_NEAR(box.x, p.style->emblem.page.x, 0.01);
    pages_close(&p);
}
