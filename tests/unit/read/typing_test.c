#include "read/typing.h"

#include "test.h"

static cp_cell_kind kind_of(const char *text)
{
    cp_cell cell;

    cp_cell_read(cp_str_from(text), &cell);
    return cell.kind;
}

/* The type of a column of these cells, one a line of the text. */
static cp_type type_of(const char *cells, const char *name, bool first)
{
    cp_tally tally = { .rises = true, .falls = true };
    cp_str rest = cp_str_from(cells);

    while (rest.data) {
        cp_cell cell;

        cp_cell_read(cp_str_next(&rest, '\n'), &cell);
        cp_tally_add(&tally, &cell);
    }
    return cp_tally_type(&tally, cp_str_from(name), first);
}

TEST(a_cell_is_a_number_a_date_a_code_a_word_or_missing)
{
    CHECK_INT(kind_of("1,234.5"), CP_CELL_NUMBER);
    CHECK_INT(kind_of(" (2.40) "), CP_CELL_NUMBER);
    CHECK_INT(kind_of("12.3%"), CP_CELL_NUMBER);
    CHECK_INT(kind_of("55600股"), CP_CELL_NUMBER);
    CHECK_INT(kind_of("62640↓"), CP_CELL_NUMBER);
    CHECK_INT(kind_of("2026-04-13"), CP_CELL_DATE);
    CHECK_INT(kind_of("2026/4/13"), CP_CELL_DATE);
    CHECK_INT(kind_of("2026年4月13日"), CP_CELL_DATE);
    CHECK_INT(kind_of("20260413"), CP_CELL_EITHER);
    CHECK_INT(kind_of("20261399"), CP_CELL_NUMBER);
    CHECK_INT(kind_of("2026.04"), CP_CELL_EITHER);
    CHECK_INT(kind_of("2026.43"), CP_CELL_NUMBER);
    CHECK_INT(kind_of("000001"), CP_CELL_CODE);
    CHECK_INT(kind_of("0"), CP_CELL_NUMBER);
    CHECK_INT(kind_of("12,3x"), CP_CELL_LIKE);
    CHECK_INT(kind_of("2026-13-01"), CP_CELL_LIKE);
    CHECK_INT(kind_of("平安银行"), CP_CELL_WORD);
    CHECK_INT(kind_of("--"), CP_CELL_MISSING);
    CHECK_INT(kind_of("#N/A"), CP_CELL_MISSING);
    CHECK_INT(kind_of("\u3000"), CP_CELL_MISSING);
}

TEST(digits_that_a_number_would_lose_are_a_code)
{
    CHECK_INT(kind_of("9007199254740993"), CP_CELL_LONG);
    CHECK_INT(kind_of("6222021234567890123"), CP_CELL_LONG);
    CHECK_INT(kind_of("622202123456789012345678"), CP_CELL_LONG);
    CHECK_INT(kind_of("9007199254740992"), CP_CELL_NUMBER);
    CHECK_INT(kind_of("123456789012345000"), CP_CELL_NUMBER);
    CHECK_INT(kind_of("100000000000000000000000"), CP_CELL_NUMBER);
}

TEST(long_digits_keep_a_column_text_unless_it_has_a_unit)
{
    CHECK_INT(type_of("1\n9007199254740993\n3", "单号", false), CP_TEXT);
    CHECK_INT(type_of("1.5\n9007199254740993\n3", "金额", false), CP_NUMBER);
}

TEST(full_width_digits_make_days_and_codes_as_well)
{
    cp_cell cell;

    CHECK_INT(kind_of("２０２６－０４－１３"), CP_CELL_DATE);
    CHECK_INT(kind_of("2026年４月１３日"), CP_CELL_DATE);
    CHECK_INT(kind_of("２０２６０４１３"), CP_CELL_EITHER);
    CHECK_INT(kind_of("１２３．５"), CP_CELL_NUMBER);
    CHECK_INT(kind_of("ＡＢ"), CP_CELL_WORD);
    cp_cell_read(CP_STR("０００００１"), &cell);
    CHECK(cell.kind == CP_CELL_CODE && cp_str_is(cell.text, "０００００１"));
    cp_cell_read(CP_STR("２０２６／４／１３　１５：００"), &cell);
    CHECK(cell.kind == CP_CELL_MOMENT && cell.seconds == 15 * 60 * 60);
}

TEST(a_zone_behind_midnight_leaves_the_day_and_behind_another_time_none)
{
    CHECK_INT(kind_of("2026-04-13T00:00:00Z"), CP_CELL_DATE);
    CHECK_INT(kind_of("2026-04-13 00:00:00+08:00"), CP_CELL_DATE);
    CHECK_INT(kind_of("2026-04-13 00:00:00.000-0500"), CP_CELL_DATE);
    CHECK_INT(kind_of("2026-04-12T16:00:00Z"), CP_CELL_LIKE);
    CHECK_INT(kind_of("2026-04-13 00:00:00+08:00x"), CP_CELL_LIKE);
}

TEST(a_code_loses_what_made_it_text_in_a_sheet)
{
    cp_cell cell;

    cp_cell_read(CP_STR("'000012"), &cell);
    CHECK(cell.kind == CP_CELL_CODE && cp_str_is(cell.text, "000012"));
    cp_cell_read(CP_STR("=\"600000\""), &cell);
    CHECK(cell.kind == CP_CELL_CODE && cp_str_is(cell.text, "600000"));
    cp_cell_read(CP_STR("'t Hart"), &cell);
    CHECK(cell.kind == CP_CELL_WORD && cp_str_is(cell.text, "'t Hart"));
}

TEST(codes_with_leading_zeros_keep_a_column_of_digits_text)
{
    CHECK_INT(type_of("600000\n000001\n300750", "代码", false), CP_TEXT);
    CHECK_INT(type_of("600000\n1\n300750", "代码", false), CP_NUMBER);
    /* A slip among decimals is no code. */
    CHECK_INT(type_of("1.5\n007\n2.5\n3.5", "值", false), CP_NUMBER);
}

TEST(two_good_cells_carry_one_slip_and_three_one_word)
{
    CHECK_INT(type_of("1\n2\n12,3x", "值", false), CP_NUMBER);
    CHECK_INT(type_of("1\n12,3x", "值", false), CP_TEXT);
    CHECK_INT(type_of("1\n7\nOnce upon a time", "值", false), CP_TEXT);
    CHECK_INT(type_of("1\n7\n9\n暂无", "值", false), CP_NUMBER);
    CHECK_INT(type_of("2026-04-13\n2026-04-14\n2026-13-01", "d", false), CP_DATE);
}

TEST(missing_cells_do_not_weigh)
{
    CHECK_INT(type_of("--\n\nN/A\n1", "值", false), CP_NUMBER);
    CHECK_INT(type_of("--\n", "值", false), CP_TEXT);
}

TEST(eight_digits_are_dates_when_something_says_so)
{
    const char *days = "20260413\n20260414\n20260415";

    CHECK_INT(type_of(days, "成交量", false), CP_NUMBER);
    CHECK_INT(type_of(days, "日期", false), CP_DATE);
    CHECK_INT(type_of(days, "tradeDate", false), CP_DATE);
    CHECK_INT(type_of(days, "x", true), CP_DATE);
    CHECK_INT(type_of("20260415\n20260414\n20260413", "x", true), CP_DATE);
    CHECK_INT(type_of("20260415\n20260413\n20260414", "x", true), CP_NUMBER);
    CHECK_INT(type_of("20140102\n20121231", "a", true), CP_NUMBER);
    CHECK_INT(type_of("2026-04-13\n20260414", "x", false), CP_DATE);
    CHECK_INT(type_of("20260413\n20260414\n20263415", "成交量", true), CP_NUMBER);
}

TEST(a_month_with_a_point_is_a_number_unless_something_says_date)
{
    CHECK_INT(type_of("2026.01\n2026.02", "收盘", false), CP_NUMBER);
    CHECK_INT(type_of("2026.01\n2026.02", "月份", false), CP_DATE);
}

TEST(one_column_may_mix_the_forms_of_dates)
{
    CHECK_INT(type_of("2026-04-13\n2026/4/14\n2026年4月15日", "x", false), CP_DATE);
}

TEST(day_numbers_of_a_sheet_are_dates_in_a_column_named_so)
{
    cp_cell cell;

    cp_cell_read(CP_STR("46125"), &cell);
    CHECK_INT(cell.kind, CP_CELL_SERIAL);
    CHECK_INT(cell.date, cp_date_from(2026, 4, 13));
    CHECK_INT(kind_of("46125.5"), CP_CELL_NUMBER);
    CHECK_INT(kind_of("23489"), CP_CELL_NUMBER);
    CHECK_INT(type_of("46125\n46126\n46127", "交易日期", true), CP_DATE);
    CHECK_INT(type_of("46125\n2026-04-14\n46127", "date", false), CP_DATE);
    CHECK_INT(type_of("46125\n46126\n46127", "成交额", true), CP_NUMBER);
    CHECK_INT(type_of("46125\n46126\n46127", "candidates", true), CP_NUMBER);
    CHECK_INT(type_of("46125\n46126\n12", "日期", true), CP_NUMBER);
}
