#include "base/decimal.h"
#include "test.h"

#include <float.h>

/* "digits@point", as in 0.digits x 10^point */
static const char *shown(cp_decimal decimal)
{
    static char text[40];

    snprintf(text, sizeof text, "%.*s@%d", decimal.count, decimal.digits, decimal.point);
    return text;
}

TEST(a_double_shows_its_shortest_digits)
{
    CHECK_STR(shown(cp_decimal_from(0.1)), "1@0");
    CHECK_STR(shown(cp_decimal_from(1.005)), "1005@1");
    CHECK_STR(shown(cp_decimal_from(-23489)), "23489@5");
    CHECK_STR(shown(cp_decimal_from(1e15)), "1@16");
    CHECK_STR(shown(cp_decimal_from(0.1 + 0.2)), "30000000000000004@0");
    CHECK_STR(shown(cp_decimal_from(1e-7)), "1@-6");
    CHECK_STR(shown(cp_decimal_from(0)), "@0");
    CHECK_STR(shown(cp_decimal_from(DBL_MAX)), "17976931348623157@309");
    CHECK_STR(shown(cp_decimal_from(5e-324)), "5@-323");
}

TEST(halves_round_away_from_zero)
{
    CHECK_STR(shown(cp_decimal_places(cp_decimal_from(1.005), 2)), "101@1");
    CHECK_STR(shown(cp_decimal_places(cp_decimal_from(2.5), 0)), "3@1");
    CHECK_STR(shown(cp_decimal_places(cp_decimal_from(0.5), 0)), "1@1");
    CHECK_STR(shown(cp_decimal_places(cp_decimal_from(0.49), 0)), "@0");
    CHECK_STR(shown(cp_decimal_places(cp_decimal_from(0.04), 0)), "@0");
    CHECK_STR(shown(cp_decimal_places(cp_decimal_from(0.06), 1)), "1@0");
}

TEST(the_dust_of_a_sum_decides_no_half)
{
    CHECK_STR(shown(cp_decimal_places(cp_decimal_from(0.35 + 0.1), 1)), "5@0");
    CHECK_STR(shown(cp_decimal_places(cp_decimal_from(110.5 / 100 - 1), 2)), "11@0");
    CHECK_STR(shown(cp_decimal_figures(cp_decimal_from(0.35 + 0.1), 1)), "5@0");
    CHECK_STR(shown(cp_decimal_places(cp_decimal_from(0.9999999999999999), 0)), "1@1");
    CHECK_STR(shown(cp_decimal_places(cp_decimal_from(0.1 + 0.2), 17)), "30000000000000004@0");
}

TEST(nines_carry)
{
    CHECK_STR(shown(cp_decimal_figures(cp_decimal_from(99.96), 3)), "1@3");
    CHECK_STR(shown(cp_decimal_figures(cp_decimal_from(1.996), 3)), "2@1");
}

TEST(rounding_to_tens_and_beyond_the_number)
{
    CHECK_STR(shown(cp_decimal_places(cp_decimal_from(1234), -2)), "12@4");
    CHECK_STR(shown(cp_decimal_places(cp_decimal_from(1234), -4)), "@0");
    CHECK_STR(shown(cp_decimal_places(cp_decimal_from(5234), -4)), "1@5");
    CHECK_STR(shown(cp_decimal_places(cp_decimal_from(1234), -9)), "@0");
}

TEST(digits_and_power_become_the_nearest_double)
{
    CHECK(cp_decimal_double(123, -3) == 0.123);
    CHECK(cp_decimal_double(9007199254740993u, 0) == 9007199254740992.0);
    CHECK(cp_decimal_double(17976931348623157u, 292) == DBL_MAX);
    CHECK(isinf(cp_decimal_double(1, 400)));
    CHECK(cp_decimal_double(1, -400) == 0);
    CHECK(cp_decimal_double(0, 400) == 0);
}

TEST(every_double_reads_back_from_its_digits)
{
    unsigned long long seed = 88172645463325252u;

    for (int i = 0; i < 20000; i++) {
        double value, back = 0;
        cp_decimal decimal;
        char text[64];

        seed ^= seed << 13;
        seed ^= seed >> 7;
        seed ^= seed << 17;
        memcpy(&value, &seed, sizeof value);
        if (!isfinite(value))
            continue;
        decimal = cp_decimal_from(value);
        snprintf(text, sizeof text, "0.%.*se%d", decimal.count, decimal.digits, decimal.point);
        sscanf(text, "%lf", &back);
        CHECK(back == fabs(value));
    }
}
