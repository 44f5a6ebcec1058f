#include "dataset/values.h"
#include "sample.h"
#include "test.h"

#include <string.h>

static const char *const pack
    = "avg: select avg(成交额) from turnover where 日期 between :start and :end\n"
      "prev: select avg(成交额) from turnover where 日期 < :start\n"
      "less: {sql: select 21331.6, unit: 亿元}\n"
      "rate: {sql: \"select 0.0248\"}\n"
      "days: select 日期 from turnover where 日期 < '2026-04-09'\n"
      "change: select 涨跌幅 from turnover limit 1\n"
      "trillions: {sql: \"select sum(成交额) from turnover\", unit: 万亿元, format: .2f}\n"
      "none: select 成交额 from turnover where 成交额 < 0\n"
      "two: select 日期, 成交额 from turnover\n";

static bool newest(void *context, cp_str table, cp_place at, cp_date *out, cp_report *report)
{
    (void)context;
    *out = cp_date_from(2026, 4, 16);
    return cp_str_is(table, "margin")
           || cp_fail(report, at, "no table '" CP_FMT "'", CP_ARG(table));
}

/* What {{inside}} becomes, or the finding. */
static const char *shown(const char *inside)
{
    static char text[512];
    sample_set sample;
    cp_str out;

    sample_open(&sample);

    cp_values values = { .arena = &sample.arena,
                         .report = &sample.report,
                         .dataset = sample.dataset,
                         .more = CP_STR("增加"),
                         .less = CP_STR("减少"),
                         .same = CP_STR("持平"),
                         .newest = newest };
    cp_node *map = cp_yaml_parse(&sample.arena, "pack.yaml", cp_str_from(pack), &sample.report);

    CHECK(map && cp_values_read(&values, map));
    cp_braces_write(&values, cp_str_from(inside), (cp_place){ "deck.md", 3, 5 }, &out);
    snprintf(text, sizeof text, CP_FMT, CP_ARG(out));
    if (sample.report.first)
        snprintf(text, sizeof text, "%s", cp_finding_line(&sample.arena, sample.report.first));
    sample_close(&sample);
    return text;
}

TEST(a_value_is_shown_by_its_format)
{
    CHECK_STR(shown("avg:.0f"), "23489");
    CHECK_STR(shown(" avg : ,.1f "), "23,489.0");
    CHECK_STR(shown("avg"), "23489");
    CHECK_STR(shown("rate:.2%"), "2.48%");
    CHECK_STR(shown("days:%-m月%-d日"), "4月7日、4月8日");
    CHECK_STR(shown("end:%-m月%-d日"), "4月17日");
    CHECK_STR(shown("asof(margin):%-m月%-d日"), "4月16日");
    CHECK_STR(shown("(select max(成交额) from turnover where 备注 = ')')"),
              "deck.md:3:5: error: the query is missing: it gives an empty cell");
}

TEST(a_unit_converts_for_display)
{
    CHECK_STR(shown("trillions"), "20.28");
    CHECK_STR(shown("trillions:.1f"), "20.3");
}

TEST(differences_are_those_of_the_numbers_as_shown)
{
    CHECK_STR(shown("change(avg, prev):.0f"), "增加2157");
    CHECK_STR(shown("change(prev, avg):.0f"), "减少2157");
    /* 21332 - 21331.6 is shown as 21332 against 21332. */
    CHECK_STR(shown("change(prev, less):.0f"), "持平");
    CHECK_STR(shown("change(prev, less):.1f"), "增加0.4");
    CHECK_STR(shown("change((select 2.5), (select 1.5)):.0f"), "增加1");
    CHECK_STR(shown("pct(avg, prev):.1%"), "增加10.1%");
    CHECK_STR(shown("change(rate):.2% 上涨/下跌/收平"), "上涨2.48%");
    CHECK_STR(shown("pp((select 0.486), (select 0.465)):.1f 上升/下降/持平"), "上升2.1");
    CHECK_STR(shown("bp((select 0.0178), (select 0.0181)):.0f 上行#bp/下行#bp/持平"), "下行3bp");
    CHECK_STR(shown("change(avg, prev):.0f 多#亿元/少#亿元/持平"), "多2157亿元");
}

TEST(percent_and_share_are_never_taken_for_each_other)
{
    CHECK_STR(shown("avg:.1%"), "deck.md:3:5: error: {{avg:.1%}}: a percent format, but the number "
                                "is in 亿元");
    CHECK_STR(shown("change:.2f"),
              "deck.md:3:5: error: {{change:.2f}}: the number is a percentage; "
              "its format writes percent, as .1% does");
    CHECK_STR(
        shown("pp((select 1.8), (select 1.7)):.1f"),
        "deck.md:3:5: error: {{pp((select 1.8), (select 1.7)):.1f}}: 'select 1.8' is 1.8 without a "
        "unit: is it a share or in percent? A unit of % in its column's name or in pack.yaml "
        "tells");
    CHECK_STR(shown("pp(avg, prev):.1f"), "deck.md:3:5: error: {{pp(avg, prev):.1f}}: 'avg' is in "
                                          "亿元, not a share or in percent");
}

TEST(what_is_no_value_is_told)
{
    CHECK_STR(shown("avgg:.0f"), "deck.md:3:5: error: no value 'avgg'; did you mean 'avg'?");
    CHECK_STR(shown("chnge(avg, prev):.0f"),
              "deck.md:3:5: error: {{chnge(avg, prev):.0f}}: no form "
              "'chnge'; did you mean 'change'?");
    CHECK_STR(shown("avg:0.00"), "deck.md:3:5: error: {{avg:0.00}}: '0.00' is not a number format; "
                                 "expected .0f, ,.2f, .1%");
    CHECK_STR(shown("change(avg prev)"),
              "deck.md:3:5: error: {{change(avg prev)}}: a bracket ( has no ) behind its values");
    CHECK_STR(
        shown("pct(avg):.1%"),
        "deck.md:3:5: error: {{pct(avg):.1%}}: pct() is of two values, with a comma between them");
    CHECK_STR(shown("change(avg, prev):.0f 多/少"),
              "deck.md:3:5: error: {{change(avg, prev):.0f 多/少}}: '多/少' is not three words; "
              "expected more/less/same: 增加/减少/持平");
    CHECK_STR(shown("none:.0f"), "pack.yaml:8:1: error: the value 'none' gives no row");
    CHECK_STR(shown("two"), "pack.yaml:9:1: error: the value 'two' gives 2 columns; expected one");
    CHECK_STR(shown("(select 1.0/3)"), "deck.md:3:5: error: {{(select 1.0/3)}}: 0.333333333333 has "
                                       "many digits; say how many to show, as in {{(select "
                                       "1.0/3):.1f}}");
    CHECK_STR(shown("(select 1"), "deck.md:3:5: error: {{(select 1}}: a bracket ( has no )");
    CHECK_STR(shown("asof(nix)"), "deck.md:3:5: error: no table 'nix'");
}
