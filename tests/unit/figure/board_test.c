#include "drawn.h"

#define LEADERS                                                                                    \
    "type: board\n"                                                                                \
    "rows: |\n"                                                                                    \
    "  日期,概念,涨跌幅(%)\n"                                                               \
    "  2026-04-16,GPU,7.1\n"                                                                       \
    "  2026-04-15,电路板,5.0\n"                                                                 \
    "  2026-04-15,AI算力,6.3\n"                                                                  \
    "  2026-04-15,光模块(CPO),-1.2\n"                                                           \
    "  2026-04-16,小金属,6.9\n"                                                                 \
    "x: 日期\n"                                                                                  \
    "label: 概念\n"                                                                              \
    "value: 涨跌幅\n"

TEST(a_board_fits_its_least_box_and_all_larger_ones)
{
    drawn d;

    drawn_open(&d, LEADERS);
    CHECK(d.loaded);
    drawn_check_sizes(&d, 2 + 2 * 5);
    drawn_close(&d);
}

TEST(days_stand_in_their_order_and_cells_in_that_of_the_rows)
{
    drawn d;

    drawn_open(&d, LEADERS);
    drawn_draw(&d, 400, 200);
    CHECK(drawn_text_rect(&d, "4月15日").x < drawn_text_rect(&d, "4月16日").x);
    CHECK(drawn_text_rect(&d, "电路板").y < drawn_text_rect(&d, "AI算力").y);
    CHECK_NEAR(drawn_text_rect(&d, "电路板").x, drawn_text_rect(&d, "AI算力").x, 0.11);
    CHECK(drawn_text_rect(&d, "5.0%").x > drawn_text_rect(&d, "电路板").x);
    drawn_close(&d);
}

TEST(top_takes_the_largest_of_each_column)
{
    drawn d;

    drawn_open(&d, LEADERS "top: 1\n");
    drawn_draw(&d, 400, 200);
    CHECK(drawn_text_rect(&d, "AI算力").y > 0);
    CHECK(drawn_text_rect(&d, "GPU").y > 0);
    CHECK(isnan(drawn_text_rect(&d, "电路板").y));
    CHECK(isnan(drawn_text_rect(&d, "小金属").y));
    drawn_close(&d);
    drawn_open(&d, LEADERS "top: 1\norder: least\n");
    drawn_draw(&d, 400, 200);
    CHECK(drawn_text_rect(&d, "光模块(CPO)").y > 0);
    CHECK(isnan(drawn_text_rect(&d, "GPU").y));
    drawn_close(&d);
}

TEST(ranks_and_names_put_cells_into_their_rows)
{
    drawn d;

    drawn_open(&d, "type: board\nrows:\n"
                   "  - {月份: 1月, 年份: 2025年, 涨跌幅: 2.0%}\n"
                   "  - {月份: 2月, 年份: 2026年, 涨跌幅: 3.0%}\n"
                   "x: 月份\ny: 年份\nvalue: 涨跌幅\n");
    CHECK(d.loaded);
    drawn_check_sizes(&d, 6);
    CHECK(drawn_text_rect(&d, "2025年").x < drawn_text_rect(&d, "2.0%").x);
    CHECK(drawn_text_rect(&d, "2.0%").y < drawn_text_rect(&d, "3.0%").y);
    drawn_close(&d);
    drawn_open(&d, "type: board\nrows:\n"
                   "  - {日: 甲, 名次: 2, 名: 后}\n"
                   "  - {日: 甲, 名次: 1, 名: 前}\n"
                   "x: 日\ny: 名次\nlabel: 名\n");
    drawn_draw(&d, 200, 100);
    CHECK(drawn_text_rect(&d, "前").y < drawn_text_rect(&d, "后").y);
    drawn_close(&d);
}

TEST(a_board_describes_itself)
{
    drawn d;

    drawn_open(&d, LEADERS);
    CHECK_STR(
        cp_str_z(&d.arena, d.figure->alt),
        "色块格表：4月15日至4月16日，2列，每列至多3格；最高GPU7.1%（4月16日），最低光模块(CPO)"
        "−1.2%（4月15日）。");
    drawn_close(&d);
    drawn_open(&d, "alt: 领涨板块\n" LEADERS);
    CHECK_STR(cp_str_z(&d.arena, d.figure->alt), "领涨板块");
    drawn_close(&d);
}

#define ROWS "type: board\nrows:\n  - {日期: 2026-04-15, 名次: 1, 名: 锂矿, 值: 1}\n"

TEST(what_is_wrong_with_a_board_is_told_at_its_place)
{
    CHECK_FINDINGS(ROWS "x: 日其\nlabel: 名\n",
                   "4:4: error: no column '日其' in the result of `rows`; did you mean '日期'?\n");
    CHECK_FINDINGS(ROWS "x: 日期\n", "1:1: error: a board has a `label`, a `value` or both\n");
    CHECK_FINDINGS(ROWS "x: 日期\nvalue: 名\n",
                   "5:8: error: column '名' holds texts, the value of a cell is a number\n");
    CHECK_FINDINGS(ROWS "x: 日期\nlabel: 名\norder: larest\n",
                   "6:8: error: unknown order 'larest'; expected rows, most or least\n");
    CHECK_FINDINGS("type: board\nx: 日期\nlabel: 名\n",
                   "1:1: error: a board has its rows by one of `data`, `sql` or `rows`\n");
}

TEST(ranks_that_cannot_be_and_cells_taken_twice_are_told_at_their_row)
{
    CHECK_FINDINGS(ROWS "  - {日期: 2026-04-15, 名次: 1, 名: 铜}\nx: 日期\ny: 名次\nlabel: 名\n",
                   "4: error: two rows for one cell: '1' in column 2026-04-15\n");
    CHECK_FINDINGS(ROWS "  - {日期: 2026-04-15, 名次: 0.5, 名: 铜}\nx: 日期\ny: 名次\nlabel: 名\n",
                   "4: error: '名次' is 0.5, a rank is a whole number from 1 to 60\n");
    CHECK_FINDINGS(ROWS "  - {名次: 2, 名: 铜}\nx: 日期\ny: 名次\nlabel: 名\n",
                   "4: error: a row without '日期' has no column to be in\n");
}

TEST(behind_a_fault_of_the_spec_rows_are_checked_too)
{
    CHECK_FINDINGS(ROWS "  - {日期: 2026-04-15, 名次: 1, 名: 铜}\nx: 日期\ny: 名次\nlabel: "
                        "名\norder: larest\n",
                   "8:8: error: unknown order 'larest'; expected rows, most or least\n"
                   "4: error: two rows for one cell: '1' in column 2026-04-15\n");
}

TEST(a_name_to_highlight_that_is_nowhere_is_told)
{
    CHECK_FINDINGS(ROWS "x: 日期\nlabel: 名\nhighlight: 铜\n",
                   "6:12: warning: no cell shows '铜'\n");
}

static const char few_leaders[] = "type: board\nrows: |\n  d,n,v\n  周一,光模块(CPO),3.1%\n"
                                  "  周二,钠离子电池,2.2%\n  周三,高速铜连接,4.3%\n"
                                  "  周四,商业航天,2.0%\n  周五,东数西算,1.5%\n"
                                  "x: d\nlabel: n\nvalue: v\n";

TEST(in_a_high_box_names_stand_upon_numbers_in_a_larger_size)
{
    cp_rect wide, high, number;
    drawn d;

    drawn_open(&d, few_leaders);
    drawn_draw(&d, 500, 60);
    wide = drawn_text_rect(&d, "光模块(CPO)");
    drawn_draw(&d, 500, 300);
    high = drawn_text_rect(&d, "光模块(CPO)");
    number = drawn_text_rect(&d, "3.1%");
    CHECK(high.height > 1.2 * wide.height);
    CHECK(number.y >= high.y + high.height - 0.1);
    CHECK_NEAR(number.x + number.width / 2, high.x + high.width / 2, 0.1);
    drawn_close(&d);
}

TEST(a_board_stands_in_the_middle_of_a_box_higher_than_it_may_be)
{
    static drawn_text cells[MOST_TEXTS], heads[MOST_TEXTS];
    double above, below;
    drawn d;

    drawn_open(&d, few_leaders);
    drawn_draw(&d, 500, 400);
    CHECK_INT(drawn_rects(&d, "cell", cells), 5);
    CHECK_INT(drawn_rects(&d, "head", heads), 5);
    above = heads[0].rect.y - 20;
    below = 420 - cells[4].rect.y - cells[4].rect.height;
    CHECK(above > 20);
    CHECK_NEAR(above, below, 0.2);
    drawn_close(&d);
}
