#include "apart.h"

static const char days[] = "日期,值\n2026-04-13,1\n2026-04-14,2\n2026-04-17,3\n2026-04-20,4\n";

static const cp_series *band_of(fixture *f, const char *band)
{
    char spec[200];

    snprintf(spec, sizeof spec, "x: 日期\nmarks:\n  - {line: 值}\n  - %s\n", band);
    begin(f, spec, days);
    return &f->plot.series[1];
}

TEST(a_band_covers_whole_days_though_its_ends_are_none)
{
    fixture f;
    const cp_series *band = band_of(&f, "{band: 2026-04-15, to: 2026-04-19}");

    CHECK(f.bound);
    CHECK_STR(numbers(&f, band->x, 2), "1.5 2.5");
    end(&f);
}

TEST(a_band_of_holidays_stands_between_the_days_around_them)
{
    fixture f;
    const cp_series *band = band_of(&f, "{band: 2026-04-15, to: 2026-04-16}");

    CHECK(f.bound);
    CHECK_STR(numbers(&f, band->x, 2), "1 2");
    end(&f);
}

TEST(a_band_of_values_widens_the_axis)
{
    fixture f;
    const cp_series *band = band_of(&f, "{band: -2, to: 7}");

    CHECK_STR(numbers(&f, band->y, 2), "-2 7");
    CHECK(f.plot.y[0].low == -2 && f.plot.y[0].high == 7);
    end(&f);
}

TEST(ends_that_leave_nothing_between_are_told)
{
    const char *head = "x: 日期\nmarks:\n  - ";
    cp_arena arena = { 0 };

    check_finding(cp_printf(&arena, "%s{band: 7, to: 2}\n", head), days,
                  "c.yaml:3:19: error: from 7 to 2 there is nothing");
    check_finding(cp_printf(&arena, "%s{band: 2026-04-16, to: 2026-04-15}\n", head), days,
                  "c.yaml:3:28: error: from 2026-04-16 to 2026-04-15 there is nothing of x");
    check_finding(cp_printf(&arena, "%s{band: 2026-04-21, to: 2026-04-22}\n", head), days,
                  "c.yaml:3:28: error: from 2026-04-21 to 2026-04-22 there is nothing of x");
    check_finding(cp_printf(&arena, "%s{band: 2026-04-15, to: 3}\n", head), days,
                  "c.yaml:3:28: error: '2026-04-15' and '3' are not both values of y or places of "
                  "x");
    cp_arena_free(&arena);
}

TEST(words_at_the_head_of_bands_stay_apart)
{
    fixture f;
    const char *dump;

    begin(&f,
          "x: 日期\nmarks:\n  - {line: 值, label: none}\n"
          "  - {band: 2026-04-13, to: 2026-04-14, text: 节前}\n"
          "  - {band: 3, to: 6, text: 合理区间}\n",
          days);
    with_fonts(&f);
    dump = dump_of(&f, 400, 240);
    CHECK(labels_apart(dump, 400, 240) == 2);
    CHECK(!f.report.first);
    end(&f);
}
