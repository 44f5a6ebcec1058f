#include "read/merged.h"

#include "test.h"

#include "reading.h"

static void check_columns(const char *text, const char *columns)
{
    cp_reading reading = read_text(text);

    CHECK_STR(columns_of(&reading), columns);
    reading_free(&reading);
}

TEST(a_name_over_blanks_that_are_filled_below_was_merged)
{
    check_columns("日期,北向,,南向,\n,买入,卖出,买入,卖出\n2026-04-13,1,2,3,4\n",
                  "日期:date 北向_买入:number 北向_卖出:number 南向_买入:number 南向_卖出:number");
    check_columns(",北向,,南向,\n日期,买入,卖出,买入,卖出\n2026-04-13,1,2,3,4\n",
                  "日期:date 北向_买入:number 北向_卖出:number 南向_买入:number 南向_卖出:number");
    check_columns("日期,北向,,\n日期,买入,卖出,净额\n2026-04-13,1,2,3\n",
                  "日期:date 北向_买入:number 北向_卖出:number 北向_净额:number");
}

TEST(three_rows_of_names_become_one)
{
    check_columns("日期,沪市,,,,深市,,,,备注\n,股票,,债券,,股票,,债券,,\n"
                  ",买,卖,买,卖,买,卖,买,卖,\n2026-04-13,1,2,3,4,5,6,7,8,x\n",
                  "日期:date 沪市_股票_买:number 沪市_股票_卖:number 沪市_债券_买:number "
                  "沪市_债券_卖:number 深市_股票_买:number 深市_股票_卖:number "
                  "深市_债券_买:number 深市_债券_卖:number 备注:text");
}

TEST(titles_and_units_around_such_names_keep_their_places)
{
    check_columns("资金流向统计,,,,\n日期,北向,,南向,\n,买入,卖出,买入,卖出\n,亿元,亿元,亿元,亿元\n"
                  "2026-04-13,1,2,3,4\n",
                  "日期:date 北向_买入:number[亿元] 北向_卖出:number[亿元] 南向_买入:number[亿元] "
                  "南向_卖出:number[亿元]");
}

TEST(a_row_of_words_below_names_with_gaps_is_data)
{
    check_columns("代码,名称,说明\n甲,乙,丙\n戊,1,2\n", "代码:text 名称:text 说明:text");
    check_columns("类别,说明,\n甲,好,\n乙,3,\n", "类别:text 说明:text");
}
