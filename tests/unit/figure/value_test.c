#include "test.h"

#include "figure/value.h"

static const char *written(cp_arena *arena, cp_column column, const char *format)
{
    cp_report report = { .arena = arena };
    double value = 0.0815, other = 12345;
    double cells[] = { column.unit.size > 0 && !column.percent ? 8.15 : value, other };
    cp_number_format given;
    cp_value_form form;

    column.type = CP_NUMBER;
    column.number = cells;
    if (format)
        cp_number_format_parse(cp_str_from(format), &given);
    if (!cp_value_form_make(&column, 2, format ? &given : NULL, (cp_place){ "a", 1, 1 }, &form,
                            &report))
        return report.first->text;
    return cp_str_z(arena, cp_value_write(arena, &form, cells[0]));
}

TEST(percent_is_written_as_percent_however_it_is_stored)
{
    cp_arena arena = { 0 };
    cp_column fraction = { .percent = true }, hundredth = { .unit = CP_STR("%") };

    CHECK_STR(written(&arena, fraction, NULL), "8.2%");
    CHECK_STR(written(&arena, hundredth, NULL), "8.2%");
    CHECK_STR(written(&arena, fraction, ".2%"), "8.15%");
    CHECK_STR(written(&arena, hundredth, ".2%"), "8.15%");
    CHECK_STR(written(&arena, hundredth, ".2f"), "8.15");
    cp_arena_free(&arena);
}

TEST(other_numbers_have_their_decimals_up_to_two)
{
    cp_arena arena = { 0 };

    CHECK_STR(written(&arena, (cp_column){ .unit = CP_STR("亿元") }, NULL), "8.15");
    CHECK_STR(written(&arena, (cp_column){ .number = NULL }, NULL), "0.08");
    cp_arena_free(&arena);
}

TEST(a_percent_format_over_an_amount_is_told)
{
    cp_arena arena = { 0 };

    CHECK_STR(written(&arena, (cp_column){ .unit = CP_STR("亿元") }, ".1%"),
              "a percent format writes fractions, but the numbers are in 亿元");
    cp_arena_free(&arena);
}
