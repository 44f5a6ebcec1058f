#include "read/fill.h"

#include "test.h"

#include "reading.h"

static void check_cells(const char *text, const char *columns, const char *name, const char *cells)
{
    cp_reading reading = read_text(text);

    CHECK_STR(columns_of(&reading), columns);
    CHECK_STR(cells_of(&reading, name), cells);
    CHECK_STR(findings_of(&reading), "");
    reading_free(&reading);
}

static void check_findings(const char *text, const char *findings)
{
    cp_reading reading = read_text(text);

    CHECK_STR(findings_of(&reading), findings);
    CHECK(reading.table);
    reading_free(&reading);
}

TEST(a_unit_inside_a_cell_is_applied)
{
    check_cells("d,量\n1,1.2亿\n2,\"3,400万\"\n3,560\n", "d:number 量:number", "量",
                "120000000|34000000|560");
    check_cells("d,额\n1,1.2亿元\n2,3400万元\n", "d:number 额:number[元]", "额",
                "120000000|34000000");
    check_cells("d,量\n1,55600股\n2,-200股\n", "d:number 量:number[股]", "量", "55600|-200");
}

TEST(percent_cells_are_fractions_of_a_percent_column)
{
    check_cells("d,幅\n1,+5.15%\n2,0\n3,-0.53%\n4,--\n", "d:number 幅:number%", "幅",
                "0.0515|0|-0.0053|");
    check_cells("d,幅\n1,0.65‰\n", "d:number 幅:number%", "幅", "0.00065");
}

TEST(a_cell_with_a_unit_comes_to_the_unit_of_its_column)
{
    check_cells("d,额(亿元)\n1,1.2亿\n2,3400万元\n3,5.5\n", "d:number 额:number[亿元]", "额",
                "1.2|0.34|5.5");
    check_cells("d,幅(%)\n1,1.14%\n2,2.08\n", "d:number 幅:number[%]", "幅", "1.14|2.08");
}

TEST(units_that_do_not_go_together_are_told)
{
    check_findings("d,量\n1,5股\n2,6股\n3,7元\n",
                   "data/t.csv:4:3: error: '7元' is in another unit than its column (column 量)");
    check_findings("d,额(亿元)\n1,5\n2,6\n3,7股\n",
                   "data/t.csv:4:3: error: '7股' is in another unit than its column (column 额)");
    check_findings("d,幅\n1,5%\n2,6%\n3,0.07\n",
                   "data/t.csv:4:3: error: '0.07' has no unit among shares with one (column 幅)");
    check_findings("d,幅\n1,5\n2,6\n3,7%\n",
                   "data/t.csv:4:3: error: '7%' is a share among plain numbers (column 幅)");
}

TEST(missing_cells_are_missing_in_every_type)
{
    check_cells("d,t,n\n2026-04-13,a,1\n--,-,N/A\n,,\n2026-04-15,b,nan\n", "d:date t:text n:number",
                "t", "a||b");
    check_cells("d,t,n\n2026-04-13,a,1\n--,-,N/A\n2026-04-15,b,nan\n", "d:date t:text n:number",
                "d", "2026-04-13||2026-04-15");
}

TEST(a_column_is_typed_by_all_of_its_cells_not_by_the_first_ones)
{
    cp_buf text = { 0 };
    cp_reading reading;

    cp_buf_add(&text, CP_STR("a,b,c\n"));
    for (int i = 0; i < 100; i++)
        cp_buf_printf(&text, "%d,--,w\n", i);
    for (int i = 0; i < 100; i++)
        cp_buf_printf(&text, "w%d,2026-04-13,%d\n", i, i);
    reading = read_wished(cp_buf_str(&text), NULL);
    CHECK_STR(columns_of(&reading), "a:text b:date c:text");
    CHECK_INT(reading.table->rows, 200);
    CHECK(cp_str_is(cp_table_column(reading.table, CP_STR("a"))->text[99], "99"));
    CHECK(cp_str_is(cp_table_column(reading.table, CP_STR("a"))->text[100], "w0"));
    CHECK_STR(findings_of(&reading), "");
    reading_free(&reading);
    cp_buf_free(&text);
}

TEST(leading_zeros_far_down_turn_the_column_back_into_text)
{
    cp_buf text = { 0 };
    cp_reading reading;

    cp_buf_add(&text, CP_STR("代码,x\n"));
    for (int i = 0; i < 200; i++)
        cp_buf_printf(&text, "%06d,1\n", 600000 - i);
    cp_buf_add(&text, CP_STR("000001,1\n"));
    reading = read_wished(cp_buf_str(&text), NULL);
    CHECK_STR(columns_of(&reading), "代码:text x:number");
    CHECK(cp_str_is(reading.table->columns[0].text[200], "000001"));
    CHECK(cp_str_is(reading.table->columns[0].text[0], "600000"));
    reading_free(&reading);
    cp_buf_free(&text);
}

TEST(long_digits_below_a_unit_are_a_number_and_without_one_text)
{
    cp_reading reading = read_text("量(股),单号\n9007199254740993,9007199254740993\n3,4\n");

    CHECK_STR(columns_of(&reading), "量:number[股] 单号:text");
    CHECK_STR(cells_of(&reading, "单号"), "9007199254740993|4");
    CHECK_STR(findings_of(&reading), "");
    reading_free(&reading);
}

TEST(names_that_come_again_and_again_stay_what_they_are)
{
    enum { NAMES = 5000, ROUNDS = 3 };
    cp_buf text = { 0 };
    cp_reading reading;
    size_t wrong = 0;

    cp_buf_printf(&text, "k,name\n");
    for (int i = 0; i < NAMES * ROUNDS; i++)
        cp_buf_printf(&text, "%d,n%d.SH\n", i, i % NAMES);
    reading = read_text(text.data);
    for (size_t row = 0; row < reading.table->rows; row++) {
        cp_str expected = cp_str_printf(&reading.arena, "n%zu.SH", row % NAMES);

        wrong += !cp_str_eq(reading.table->columns[1].text[row], expected);
    }
    CHECK_INT(reading.table->rows, NAMES * ROUNDS);
    CHECK_INT(wrong, 0);
    reading_free(&reading);
    cp_buf_free(&text);
}

TEST(comma_lines_and_blank_lines_are_no_rows)
{
    check_cells("a,b\n\n1,2\n,\n  \n , \n3,4\n\n\n", "a:number b:number", "a", "1|3");
}

TEST(a_closing_line_is_kept_out_of_the_rows)
{
    cp_reading reading
        = read_text("日期,值\n2026-04-14,1\n2026-04-13,2\n,\n数据来源：Wind,\n\n\n\n");

    CHECK_STR(cells_of(&reading, "日期"), "2026-04-14|2026-04-13");
    CHECK(cp_str_is(reading.story.source, "数据来源：Wind"));
    CHECK_INT(reading.story.lines_after, 3);
    CHECK_INT(reading.story.last_line, 3);
    CHECK(reading.story.newest_first);
    CHECK_STR(findings_of(&reading), "");
    reading_free(&reading);
}

TEST(a_source_with_cells_beside_it_is_a_row)
{
    check_cells("a,b\n来源：甲,1\n来源：乙,2\n", "a:text b:number", "a", "来源：甲|来源：乙");
}

TEST(a_note_below_the_rows_is_told)
{
    check_findings("日期,值\n2026-04-14,1\n注：初步数,\n",
                   "data/t.csv:3: note: 1 line is taken for a note, not for a row");
}

TEST(a_short_row_is_told_and_its_cells_are_missing)
{
    cp_reading reading = read_text("a,b,c\n1,2,3\n4\n5,6\n");

    CHECK_STR(cells_of(&reading, "b"), "2||6");
    CHECK_STR(cells_of(&reading, "c"), "3||");
    CHECK_STR(
        findings_of(&reading),
        "data/t.csv:3: warning: 2 rows are shorter than the names: here 1 of 3 cells; what is "
        "not there is taken as missing");
    reading_free(&reading);
}

TEST(a_long_row_is_an_error_unless_its_surplus_is_blank)
{
    check_findings("a,b\n1,2,,\n3,4, ,5\n",
                   "data/t.csv:3:7: error: '5' stands behind the last column (b)");
}

TEST(day_numbers_of_a_sheet_are_read_as_dates_with_a_word_on_it)
{
    cp_reading reading = read_text("日期,v\n46125,1\n46126,46125\n");

    CHECK_STR(cells_of(&reading, "日期"), "2026-04-13|2026-04-14");
    CHECK_STR(cells_of(&reading, "v"), "1|46125");
    CHECK_STR(findings_of(&reading),
              "data/t.csv:2:1: note: a sheet's day numbers are read as dates (column 日期); if "
              "they are none say so in pack.yaml: columns: {日期: {type: number}}");
    reading_free(&reading);
}

TEST(one_time_behind_all_days_leaves_them_dates_and_is_told)
{
    cp_reading reading
        = read_text("时间,收盘\n2026-04-13 15:00:00,1\n2026-04-14T15:00,2\n2026-04-15 15:00,3\n");

    CHECK_STR(columns_of(&reading), "时间:date 收盘:number");
    CHECK_STR(cells_of(&reading, "时间"), "2026-04-13|2026-04-14|2026-04-15");
    CHECK_STR(findings_of(&reading),
              "data/t.csv:2:1: note: the time behind each day is left out: it is 15:00:00 in all "
              "of them (column 时间)");
    reading_free(&reading);
}

TEST(times_that_differ_are_told_for_the_days_alone_can_be_had)
{
    cp_column_wish days = { .name = CP_STR("日期"), .type = CP_STR("date") };
    cp_read_wish wish = { .columns = &days, .column_count = 1 };
    cp_str text = CP_STR("日期,价\n2026-04-13 09:30,1\n2026-04-14,2\n");
    cp_reading reading = read_wished(text, NULL), wished = read_wished(text, &wish);

    CHECK_STR(columns_of(&reading), "日期:text 价:number");
    CHECK_STR(
        findings_of(&reading),
        "data/t.csv:2:1: note: the days have different times behind them, so they stay texts "
        "(column 日期); for the days alone say so in pack.yaml: columns: {日期: {type: date}}");
    CHECK_STR(cells_of(&wished, "日期"), "2026-04-13|2026-04-14");
    CHECK_STR(findings_of(&wished), "");
    reading_free(&reading);
    reading_free(&wished);
}

TEST(times_that_differ_keep_the_column_text)
{
    cp_reading reading = read_text("时间,价\n2026-04-13 09:30,1\n2026-04-13 09:31,2\n"
                                   "2026-04-13 00:00,3\n2026-04-13 25:00,3\n");

    CHECK_STR(columns_of(&reading), "时间:text 价:number");
    CHECK_STR(cells_of(&reading, "时间"),
              "2026-04-13 09:30|2026-04-13 09:31|2026-04-13 00:00|2026-04-13 25:00");
    CHECK_STR(findings_of(&reading), "");
    reading_free(&reading);
}
