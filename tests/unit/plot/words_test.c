#include "plot/mark/words.h"
#include "test.h"

TEST(a_large_value_keeps_its_decimal)
{
    const cp_column column = { .type = CP_NUMBER };
    const double values[] = { 1234567.8, 20 };

    CHECK_INT(cp_mark_value_format(&column, values, 2).precision, 1);
}

TEST(the_dust_of_arithmetic_is_no_decimal_and_two_are_the_most)
{
    const cp_column number = { .type = CP_NUMBER }, share = { .type = CP_NUMBER, .percent = true };
    const double dusty[] = { 0.1 + 0.2 }, long_ones[] = { 1.23456 }, percents[] = { 0.123 };

    CHECK_INT(cp_mark_value_format(&number, dusty, 1).precision, 1);
    CHECK_INT(cp_mark_value_format(&number, long_ones, 1).precision, 2);
    CHECK_INT(cp_mark_value_format(&share, percents, 1).precision, 1);
}
