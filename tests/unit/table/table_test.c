#include "table/table.h"

#include "test.h"

static cp_str texts[] = { { "沪深300", 9 }, { NULL, 0 }, { "", 0 } };
static double numbers[] = { 0.1, NAN, 23489 };
static cp_date dates[] = { 20556, CP_NO_DATE, 0 };
static const uint32_t lines[] = { 4, 7, 8 };

static cp_column columns[] = {
    { .name = { "名称", 6 }, .type = CP_TEXT, .text = texts },
    { .name = { "成交额", 9 }, .type = CP_NUMBER, .number = numbers },
    { .name = { "日期", 6 }, .type = CP_DATE, .date = dates },
};

static const cp_table sample = { .name = { "turnover", 8 },
                                 .file = "data/turnover.csv",
                                 .place = { "data/turnover.csv", 0, 0 },
                                 .rows = 3,
                                 .column_count = 3,
                                 .columns = columns,
                                 .lines = lines };

TEST(types_have_names)
{
    CHECK_STR(cp_type_name(CP_TEXT), "text");
    CHECK_STR(cp_type_name(CP_NUMBER), "number");
    CHECK_STR(cp_type_name(CP_DATE), "date");
}

TEST(a_column_is_found_by_its_whole_name)
{
    CHECK(cp_table_column(&sample, CP_STR("成交额")) == &columns[1]);
    CHECK(cp_table_column(&sample, CP_STR("成交")) == NULL);
    CHECK(cp_table_column(&sample, CP_STR("")) == NULL);
}

TEST(column_names_come_as_words_for_guessing)
{
    cp_arena arena = { 0 };
    const char *const *names = cp_table_column_names(&arena, &sample);

    CHECK_STR(names[0], "名称");
    CHECK_STR(names[1], "成交额");
    CHECK_STR(names[2], "日期");
    cp_arena_free(&arena);
}

TEST(a_row_is_told_by_the_line_of_its_file)
{
    CHECK_STR(cp_table_place(&sample, 1).file, "data/turnover.csv");
    CHECK_INT(cp_table_place(&sample, 1).line, 7);
    CHECK_INT(cp_table_place(&sample, 3).line, 0);
}

TEST(a_row_of_a_result_is_told_by_the_query)
{
    cp_table result = { .place = { "charts/a.yaml", 4, 6 }, .rows = 1 };

    CHECK_STR(cp_table_place(&result, 0).file, "charts/a.yaml");
    CHECK_INT(cp_table_place(&result, 0).line, 4);
    CHECK_INT(cp_table_place(&result, 0).column, 6);
}

TEST(missing_differs_from_empty_and_from_zero)
{
    for (size_t i = 0; i < 3; i++) {
        CHECK(!cp_cell_missing(&columns[i], 0));
        CHECK(cp_cell_missing(&columns[i], 1));
        CHECK(!cp_cell_missing(&columns[i], 2));
    }
}

TEST(plain_cells_are_unformatted)
{
    static const char *const wanted[3][3] = {
        { "沪深300", "", "" },
        { "0.1", "", "23489" },
        { "2026-04-13", "", "1970-01-01" },
    };
    cp_arena arena = { 0 };

    for (size_t i = 0; i < 3; i++)
        for (size_t row = 0; row < 3; row++) {
            cp_str cell = cp_cell_plain(&arena, &columns[i], row);

            CHECK_STR(cp_str_z(&arena, cell), wanted[i][row]);
        }
    cp_arena_free(&arena);
}
