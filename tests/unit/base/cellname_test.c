#include "base/cellname.h"

#include "test.h"

static const char *letters(int column)
{
    static char text[16];
    cp_arena arena = { 0 };

    snprintf(text, sizeof text, CP_FMT, CP_ARG(cp_column_letters(&arena, column)));
    cp_arena_free(&arena);
    return text;
}

static void check_name(const char *text, int wanted_row, int wanted_column)
{
    int row, column;

    CHECK(cp_cellname_parse(cp_str_from(text), &row, &column));
    CHECK_INT(row, wanted_row);
    CHECK_INT(column, wanted_column);
}

static bool is_name(const char *text)
{
    int row, column;

    return cp_cellname_parse(cp_str_from(text), &row, &column);
}

TEST(columns_are_counted_in_letters)
{
    CHECK_STR(letters(1), "A");
    CHECK_STR(letters(26), "Z");
    CHECK_STR(letters(27), "AA");
    CHECK_STR(letters(702), "ZZ");
    CHECK_STR(letters(703), "AAA");
    CHECK_STR(letters(CP_SHEET_COLUMNS), "XFD");
}

TEST(a_cell_a_column_and_a_row_have_names)
{
    check_name("C7", 7, 3);
    check_name("$c$7", 7, 3);
    check_name("C", 0, 3);
    check_name("$C", 0, 3);
    check_name("7", 7, 0);
    check_name("XFD1048576", CP_SHEET_ROWS, CP_SHEET_COLUMNS);
}

TEST(each_column_is_found_by_its_letters)
{
    for (int column = 1; column <= CP_SHEET_COLUMNS; column += 17)
        check_name(letters(column), 0, column);
}

TEST(what_no_sheet_has_is_no_name)
{
    CHECK(!is_name(""));
    CHECK(!is_name("$"));
    CHECK(!is_name("C0"));
    CHECK(!is_name("C7x"));
    CHECK(!is_name("7C"));
    CHECK(!is_name("C-7"));
    CHECK(!is_name("XFE1"));
    CHECK(!is_name("A1048577"));
    CHECK(!is_name("A99999999999999999999"));
    CHECK(!is_name("ZZZZZZZZZZZZZZZZZ1"));
}
