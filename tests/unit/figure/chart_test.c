#include "charting.h"

static const cp_size small = { 400, 200 };

TEST(all_faults_of_a_chart_file_come_in_one_run)
{
    check_findings("title: 错误\n"
                   "sql: select 日期, 成交额 from market\n"
                   "x: {field: 日期, formt: \"%Y\"}\n"
                   "y: {unit: 亿元, domain: [5]}\n"
                   "legend: botom\n"
                   "marks:\n"
                   "  - {lin: 成交额}\n"
                   "  - {line: 成交额, curve: stepp}\n",
                   "c.yaml:5:9: error: unknown legend 'botom'; did you mean 'bottom'?\n"
                   "c.yaml:3:16: error: unknown key 'formt'; did you mean 'format'?\n"
                   "c.yaml:4:23: error: expected two numbers, the lower and the upper end, found "
                   "1\n"
                   "c.yaml:7:6: error: no mark 'lin'; did you mean 'line'?\n"
                   "c.yaml:8:24: error: unknown curve 'stepp'; did you mean 'step'?\n");
}

TEST(rows_come_from_one_place)
{
    check_findings("x: 日期\nmarks: [{line: 成交额}]\n",
                   "c.yaml:1:1: error: a chart has its rows by one of `data`, `sql` or `rows`\n");
    check_findings("data: market\nsql: select 1\nx: 日期\nmarks: [{line: 成交额}]\n",
                   "c.yaml:2:6: error: a chart has its rows by one of `data`, `sql` or `rows`, "
                   "not by two\n");
}

TEST(a_query_without_rows_is_told)
{
    check_findings("sql: select 日期, 成交额 from market where 成交额 > 99999\nx: 日期\n"
                   "marks: [{line: 成交额}]\n",
                   "c.yaml:1:6: error: `sql` gives no rows\n");
}

TEST(a_missing_column_is_told_with_the_source_that_lacks_it)
{
    check_findings("data: market\nx: 日期\nmarks:\n  - {line: 成交}\n",
                   "c.yaml:4:12: error: no column '成交' in the result of `data`; did you mean "
                   "'成交额'?\n");
}

TEST(marks_are_a_list)
{
    check_findings("data: market\nx: 日期\nmarks: {line: 成交额}\n",
                   "c.yaml:3:8: error: expected a list of marks such as - {line: column}, found a "
                   "mapping\n");
}

TEST(a_table_keeps_its_unit_in_the_chart)
{
    charting c;

    begin(&c, "data: market\nx: 日期\nmarks: [{bar: 成交额}]\n");
    CHECK(c.loaded);
    CHECK(strstr(dump(&c, small), "\nunit left 亿元\n") != NULL);
    CHECK_STR(findings(&c), "");
    end(&c);
}

TEST(rows_in_place_are_typed_as_in_a_file)
{
    charting c;

    begin(&c, "rows:\n"
              "  - {日期: 2026-04-16, 涨幅: 1.5%, 额(亿元): 3}\n"
              "  - {日期: 2026-04-17, 涨幅: --, 额(亿元): \"4\"}\n"
              "x: 日期\n"
              "marks: [{line: 涨幅}, {dot: 涨幅}]\n");
    CHECK(c.loaded);
    CHECK(strstr(dump(&c, small), "mark line 涨幅 rows=2 missing=1") != NULL);
    CHECK(strstr(dump(&c, small), "label 1.5% ") != NULL);
    end(&c);
}

TEST(a_block_of_csv_is_read_as_a_file_is)
{
    charting c;

    begin(&c, "rows: |\n  季度,净利润(亿元)\n  2025Q4,3.5\n  2026Q1,4\nx: 季度\n"
              "marks: [{bar: 净利润}]\n");
    CHECK(c.loaded);
    CHECK(strstr(dump(&c, small), "tick x 2026Q1 ") != NULL);
    CHECK(strstr(dump(&c, small), "unit left 亿元") != NULL);
    end(&c);
}

TEST(units_in_rows_in_place_come_to_that_of_their_column)
{
    charting c;

    begin(&c, "rows:\n"
              "  - {名: 甲, 额(亿元): 1.2亿, 率(%): 5%}\n"
              "  - {名: 乙, 额(亿元): 2, 率(%): 6}\n"
              "x: 名\n"
              "marks: [{bar: 额, label: all}, {dot: 率, axis: right, label: all, format: .1f}]\n");
    CHECK(c.loaded);
    CHECK(strstr(dump(&c, small), "label 1.2 ") && strstr(dump(&c, small), "label 5.0 "));
    end(&c);
}

TEST(rows_in_place_mix_no_units)
{
    charting c;

    begin(&c, "rows:\n"
              "  - {名: 甲, 率: 12.3%, 额: 1.2亿元}\n"
              "  - {名: 乙, 率: 0.5, 额: 300万美元}\n"
              "x: 名\n"
              "marks: [{bar: 率}]\n");
    CHECK_STR(findings(&c),
              "c.yaml:3:15: error: '0.5' has no unit among shares with one (column 率)\n"
              "c.yaml:3:23: error: '300万美元' is in another unit than its column "
              "(column 额)\n");
    end(&c);
}

TEST(faults_of_rows_in_place_stand_at_their_cells)
{
    check_findings("rows:\n  - {a: 1, b: [2]}\n  - 3\nx: a\nmarks: [{line: b}]\n",
                   "c.yaml:2:15: error: a cell holds a value, not a list\n"
                   "c.yaml:3:5: error: expected a row such as {日期: 2026-04-17}, found a text\n");
    check_findings("rows: []\nx: a\nmarks: [{line: b}]\n",
                   "c.yaml:1:7: error: expected a list of rows or a block of CSV, found an empty "
                   "list\n");
}

TEST(the_least_box_holds_all_guides)
{
    charting c;
    cp_size least;
    cp_gutters gutters;

    begin(&c, "data: market\nx: 日期\nmarks: [{bar: 成交额, name: 成交额}]\n");
    least = cp_figure_least(c.figure, &c.env);
    gutters = cp_figure_gutters(c.figure, &c.env, least, &c.page);
    CHECK(gutters.left + gutters.right < least.width);
    CHECK(gutters.top + gutters.bottom < least.height);
    end(&c);
}

TEST(a_chart_without_alt_describes_itself)
{
    charting c;

    begin(&c,
          "title: 量能\ndata: market\nx: 日期\ny: {format: \",.0f\"}\nmarks:\n  - {bar: 成交额}\n");
    CHECK(c.loaded);
    CHECK_STR(c.figure ? cp_str_z(&c.arena, c.figure->alt) : "",
              "柱状图：量能，2026年4月16日至2026年4月17日；成交额最新23,489亿元，较前值"
              "+1,489亿元。");
    end(&c);
}

/* What a chart that is not told `alt` says of itself. */
static void check_alt(const char *spec, const char *wanted)
{
    charting c;

    begin(&c, spec);
    CHECK(c.loaded);
    CHECK_STR(c.figure ? cp_str_z(&c.arena, c.figure->alt) : "", wanted);
    end(&c);
}

#define THREE_DAYS                                                                                     \
    "rows: |\n  日期,指数,换手(%),类\n  2026-04-15,3900,1.2,甲\n  2026-04-16,3950,1.5,甲\n  " \
    "2026-04-17,3925,1.4,甲\nx: 日期\n"

TEST(a_description_tells_kind_latest_change_and_range)
{
    check_alt("title: 走势\n" THREE_DAYS "marks:\n  - {line: 指数}\n  - {rule: 3900}\n",
              "折线图：走势，2026年4月15日至2026年4月17日；指数最新3,925，较前值−25，区间3,900至"
              "3,950。");
    check_alt("title: 换手\n" THREE_DAYS "marks:\n  - {line: 换手}\n",
              "折线图：换手，2026年4月15日至2026年4月17日；换手最新1.4%，较前值−0.1个百分点，"
              "区间1.2%至1.5%。");
}

TEST(a_description_of_panels_speaks_of_each)
{
    check_alt(
        "title: 两图\n" THREE_DAYS
        "panels:\n  - {title: 上, marks: [{line: 指数}]}\n  - {title: 下, marks: [{bar: 换手}]}\n",
        "上下分图（2图）：两图，2026年4月15日至2026年4月17日；上（折线图）；指数最新3,925，"
        "较前值−25，区间3,900至3,950；下（柱状图）；换手最新1.4%，较前值−0.1个百分点，区间"
        "1.2%至1.5%。");
}

TEST(a_description_without_dates_names_the_ends)
{
    check_alt("title: 变动\nrows: |\n  项,额,合计\n  初,86,是\n  减,-20,\n  末,66,是\nx: 项\n"
              "marks: [{waterfall: 额, total: 合计}]\n",
              "瀑布图：变动；额共3项，最高86（初），最低−20（减）。");
    check_alt("title: 行业\nrows: |\n  行业,涨跌幅(%)\n  电子,6.8\n  煤炭,-2.2\nx: 行业\n"
              "flip: true\nmarks:\n  - {bar: 涨跌幅}\n",
              "条形图：行业；涨跌幅共2项，最高6.8%（电子），最低−2.2%（煤炭）。");
}

TEST(a_fault_of_the_spec_does_not_hide_those_of_its_columns)
{
    check_findings("data: market\nx: 日期\nsorce: x\nmarks:\n  - {bar: 成交额, nam: a}\n"
                   "  - {line: 换手率}\n  - {dot: 类}\n",
                   "c.yaml:3:1: error: unknown key 'sorce'; did you mean 'source'?\n"
                   "c.yaml:5:16: error: unknown key 'nam'; did you mean 'name'?\n"
                   "c.yaml:6:12: error: no column '换手率' in the result of `data`; expected 日期, "
                   "成交额 or 类\n"
                   "c.yaml:7:11: error: column 类 is a text, dot needs numbers; expected 成交额\n");
}
