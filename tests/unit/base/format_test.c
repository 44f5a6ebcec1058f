#include "base/format.h"

#include "test.h"

#define LENGTH(array) (sizeof(array) / sizeof *(array))

typedef struct sample {
    const char *format;
    double value;
    const char *text;
} sample;

static void check(const sample *samples, size_t count)
{
    cp_arena arena = { 0 };

    for (size_t i = 0; i < count; i++) {
        cp_number_format format;
        const char *text;

        CHECK(cp_number_format_parse(cp_str_from(samples[i].format), &format));
        text = cp_str_z(&arena, cp_number_write(&arena, &format, samples[i].value));
        if (strcmp(text, samples[i].text) != 0)
            cp_test_fault(__FILE__, __LINE__, "\"%s\" of %.17g is '%s', wanted '%s'",
                          samples[i].format, samples[i].value, text, samples[i].text);
    }
    cp_arena_free(&arena);
}

TEST(decimals_round_away_from_zero_on_the_shortest_form)
{
    static const sample samples[] = {
        { ".2f", 1.005, "1.01" },    { ".0f", 0.5, "1" },
        { ".0f", 2.5, "3" },         { ".0f", -2.5, "−3" },
        { ".1%", 0.1235, "12.4%" },  { ".2f", 8.345, "8.35" },
        { ".0f", 23489.4, "23489" }, { "f", 42, "42.000000" },
        { ".3f", 0, "0.000" },       { ".0f", 1e22, "10000000000000000000000" },
    };

    check(samples, LENGTH(samples));
}

TEST(what_shows_as_zero_has_no_minus)
{
    static const sample samples[] = {
        { ".2f", -0.001, "0.00" }, { "+.2f", -0.001, "+0.00" }, { "(.1f", -0.01, "0.0" },
        { "d", -0.4, "0" },        { "", -0.0, "0" },
    };

    check(samples, LENGTH(samples));
}

TEST(signs_stand_before_the_number_or_around_it)
{
    static const sample samples[] = {
        { "+.1f", 3, "+3.0" },        { "+.1f", -3, "−3.0" },        { " d", 3, " 3" },
        { " d", -3, "−3" },           { "(.2f", -2.4, "(2.40)" },    { "(.2f", 2.4, "2.40" },
        { "($.2f", -3.5, "(¥3.50)" }, { "$,.0f", -1234, "−¥1,234" }, { "(.1%", -0.024, "(2.4%)" },
    };

    check(samples, LENGTH(samples));
}

TEST(thousands_are_grouped)
{
    static const sample samples[] = {
        { ",.0f", 23489, "23,489" },
        { ",d", 999, "999" },
        { ",d", 1000, "1,000" },
        { ",.2f", 1234567.891, "1,234,567.89" },
        { ",", 1234567.5, "1,234,567.5" },
        { "04,d", 0, "0,000" },
        { "05,d", 0, "0,000" },
        { "06,d", 123, "00,123" },
        { "08,d", 0, "0,000,000" },
        { ".12n", 42e9, "42,000,000,000.0" },
    };

    check(samples, LENGTH(samples));
}

TEST(a_width_fills_and_aligns)
{
    static const sample samples[] = {
        { "6d", 42, "    42" },    { "<6d", 42, "42    " },      { "^6d", 42, "  42  " },
        { "=+6d", 42, "+   42" },  { ".^7d", 42, "..42..." },    { "万>4d", 7, "万万万7" },
        { "06d", -42, "−00042" },  { "+06.1f", 4.25, "+004.3" }, { "2d", 12345, "12345" },
        { "0=6d", -42, "−00042" }, { "<<4d", 1, "1<<<" },
    };

    check(samples, LENGTH(samples));
}

TEST(general_notation_changes_to_an_exponent)
{
    static const sample samples[] = {
        { "g", 123456, "123456" },
        { "g", 1234567, "1.23457e+6" },
        { "g", 0.00001, "0.0000100000" },
        { "g", 1e-7, "1.00000e-7" },
        { ".3g", 999.9, "1.00e+3" },
        { "~g", 1.5, "1.5" },
        { "", 0.1 + 0.2, "0.3" },
        { "", 1e21, "1e+21" },
        { "", 23489.5, "23489.5" },
        { ".3", 4.2, "4.2" },
        { "e", 42, "4.200000e+1" },
        { ".2e", -0.000123, "−1.23e-4" },
        { "~e", 1e5, "1e+5" },
        { ".0e", 0, "0e+0" },
    };

    check(samples, LENGTH(samples));
}

TEST(rounded_notation_keeps_figures)
{
    static const sample samples[] = {
        { ".1r", 4021, "4000" }, { ".3r", 0.049, "0.0490" }, { ".2p", 0.12345, "12%" },
        { ".0%", 0, "0%" },      { ".1%", 0, "0.0%" },       { ".1p", 0.999, "100%" },
        { ".2r", 0, "0.0" },     { ".3p", 0.1, "10.0%" },
    };

    check(samples, LENGTH(samples));
}

TEST(prefixes_are_those_of_the_si)
{
    static const sample samples[] = {
        { "s", 1500.5, "1.50050k" },
        { ".3s", 999.5, "1.00k" },
        { ".3s", 999500, "1.00M" },
        { ".2s", 42e6, "42M" },
        { "~s", 1500, "1.5k" },
        { ".0s", 1e-5, "10µ" },
        { ".4s", 0.009995, "9.995m" },
        { ".3s", 1e26, "100Y" },
        { ".8s", 1.29e-30, "0.0000013y" },
        { ".8s", 1.23e30, "1230000.0Y" },
        { "$.2s", -2.5e8, "−¥250M" },
        { "s", 0, "0.00000" },
        { ",s", 42e30, "42,000,000Y" },
        { "020,s", 42, "000,000,000,042.0000" },
        { "020,s", 42e12, "00,000,000,042.0000T" },
    };

    check(samples, LENGTH(samples));
}

TEST(trimming_removes_zeros_behind_the_point_only)
{
    static const sample samples[] = {
        { ".2~f", 1234.5, "1234.5" }, { ".2~f", 100, "100" }, { "~%", 0.125, "12.5%" },
        { ".4~r", 1200, "1200" },     { ".0~f", 100, "100" },
    };

    check(samples, LENGTH(samples));
}

TEST(whole_numbers_in_other_bases_and_as_text)
{
    static const sample samples[] = {
        { "b", 5, "101" },         { "#b", 5, "0b101" },   { "o", 64, "100" },
        { "#x", 48879, "0xbeef" }, { "X", 48879, "BEEF" }, { "d", 2.5, "3" },
        { "c", 65.5, "65.5" },     { "x", -255, "−ff" },   { "b", 0, "0" },
    };

    check(samples, LENGTH(samples));
}

TEST(what_is_not_finite_has_its_own_signs)
{
    static const sample samples[] = {
        { ".2f", NAN, "" },
        { "6d", NAN, "" },
        { ".1%", INFINITY, "∞" },
        { ",d", -INFINITY, "−∞" },
    };

    check(samples, LENGTH(samples));
}

TEST(a_format_is_all_of_the_text_or_none)
{
    static const char *const wrong[] = { ".f",   ".2q",  "2.2.2f", "f2",   "0.00", "0.0", "%.2f",
                                         ".2 f", "万元", ",,d",    "999d", "~.2f", "亿" };

    for (size_t i = 0; i < LENGTH(wrong); i++) {
        cp_number_format format;

        if (cp_number_format_parse(cp_str_from(wrong[i]), &format))
            cp_test_fault(__FILE__, __LINE__, "'%s' was taken for a format", wrong[i]);
    }
}

TEST(the_usual_format_has_groups_and_the_decimals_asked_for)
{
    cp_arena arena = { 0 };
    cp_number_format number = cp_number_format_usual('f', 2);
    cp_number_format share = cp_number_format_usual('%', 1);

    CHECK_STR(cp_number_write(&arena, &number, -4247.5).data, "−4,247.50");
    CHECK_STR(cp_number_write(&arena, &share, 0.125).data, "12.5%");
    CHECK(cp_number_format_is_percent(&share) && !cp_number_format_is_percent(&number));
    cp_arena_free(&arena);
}
