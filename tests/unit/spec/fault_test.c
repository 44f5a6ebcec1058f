#include "spec/fault.h"

#include "findings.h"
#include "spec/node.h"
#include "test.h"

/* What a user is told of a text that is no YAML. */
static void check(const char *text, const char *wanted)
{
    cp_arena arena = { 0 };
    cp_report report = { .arena = &arena };

    CHECK(!cp_yaml_parse(&arena, "x.yaml", cp_str_from(text), &report));
    CHECK_STR(findings(&report), wanted);
    cp_arena_free(&arena);
}

TEST(tabs_that_indent_are_told_each_at_its_place)
{
    check("y:\n\t单位: 亿元\nx: 日期\n  \tz: 1\n",
          "x.yaml:2:1: error: a tab in the indentation; only plain blanks indent\n"
          "x.yaml:4:3: error: a tab in the indentation; only plain blanks indent");
    check("a: x\n\tb: 2\n",
          "x.yaml:2:1: error: a tab in the indentation; only plain blanks indent");
    check("sql: |\n  select 1\n\tfrom t\nb: [\n",
          "x.yaml:3:1: error: a tab in the indentation; only plain blanks indent");
}

TEST(full_width_colons_are_told_each_at_its_place)
{
    check("标题：周报\nb: 2\n单位：亿元\n",
          "x.yaml:1:3: error: '：' is a full-width colon; write '标题: ' with a blank\n"
          "x.yaml:3:3: error: '：' is a full-width colon; write '单位: ' with a blank");
    check("marks:\n  - bar: a\n  - line：周均\n    axis: right\n",
          "x.yaml:3:9: error: '：' is a full-width colon; write 'line: ' with a blank");
}

TEST(a_colon_without_its_blank_is_told)
{
    check("标题:周报\nb: 2\n", "x.yaml:1:4: error: no blank behind ':'; write '标题: '");
    check("\"a\": 1\n\"b\":2\n", "x.yaml:2:5: error: no blank behind ':'; write '\"b\": '");
    check("y:　3\nb: 4\n",
          "x.yaml:1:3: error: a full-width blank (U+3000) behind ':'; write 'y: '");
}

TEST(texts_of_the_user_are_no_slips)
{
    check("note: |\n  数据来源：Wind\n  a:1\nnote2: \"一行\n  数据来源：Wind\n  end\"\n"
          "note3: 一\n  数据来源：Wind\nb: ]\n",
          "x.yaml:9:4: error: this bracket closes nothing");
}

TEST(a_slip_elsewhere_hides_no_other_fault)
{
    check("y:\n  单位：亿元\nx: 日期\nmarks: [\nz: 1\n",
          "x.yaml:2:5: error: '：' is a full-width colon; write '单位: ' with a blank\n"
          "x.yaml:5:1: error: not indented within the bracket of line 4, which is open");
}

TEST(curly_quotes_that_hide_a_colon_are_told)
{
    check("标题: “成交: 周均”\n",
          "x.yaml:1:5: error: curly quotes do not quote in YAML; write \"...\" or '...'");
}

TEST(brackets_and_quotes_are_told_where_they_open)
{
    check("x: 1\ny: [1, 2\nz: 3\n", "x.yaml:2:4: error: this bracket is never closed");
    check("y: {a: 1\nb: 2}\n", "x.yaml:2:2: error: no ',' between two entries, or the bracket of "
                               "line 1 is not closed");
    check("a: {b: 1, c: [}\n",
          "x.yaml:1:15: error: this bracket does not close the one opened at 1:14");
    check("a: }\n", "x.yaml:1:4: error: this bracket closes nothing");
    check("a: [x, , y]\n", "x.yaml:1:8: error: a comma with nothing before it");
    check("标题: \"周报\nb: 3\n", "x.yaml:1:5: error: the quote that opens here is never closed");
    check("标题: '周报\n", "x.yaml:1:5: error: the quote that opens here is never closed");
    check("a: 'it's'\n", "x.yaml:1:8: error: text behind a closing quote; quote the whole value");
    check("a: \"\\q\"\n",
          "x.yaml:1:5: error: an unknown '\\' in double quotes; write '\\\\' or use "
          "single quotes");
}

TEST(lines_that_fit_nowhere_are_told)
{
    check("a: 1\nfoo\nb: 2\n", "x.yaml:2:1: error: expected 'key: value', found 'foo'");
    check("周报\nb: 2\n", "x.yaml:1:1: error: expected 'key: value', found '周报'");
    check("标题: 周报\n  b: 2\n",
          "x.yaml:2:3: error: indented under '标题', which has its value on its own line");
    check("a:\n  b: 1\n c: 2\n", "x.yaml:3:2: error: the indentation fits none of the lines above");
    check("- a\nb: 1\n", "x.yaml:2:1: error: expected a further '- ' item of the list above");
    check("a:\n- x\n  b: 1\n",
          "x.yaml:3:3: error: indented under 'x', which has its value on its own line");
    check("{a: 1}\n- c\n", "x.yaml:2:1: error: nothing may follow the list or mapping above");
    check("a: - x\n", "x.yaml:1:4: error: a list begins on the line below its key");
}

TEST(characters_that_yaml_keeps_for_itself_are_told)
{
    check("a: @x\n", "x.yaml:1:4: error: a text that begins with '@' goes in quotes");
    check("格式: ,.0f\n", "x.yaml:1:5: error: a text that begins with ',' goes in quotes");
    check("a: %x\n", "x.yaml:1:4: error: a text that begins with '%' goes in quotes");
    check("左: >0\n", "x.yaml:1:4: error: a text that begins with '>' goes in quotes");
    check("a: !重要\n", "x.yaml:1:4: error: a text that begins with '!' goes in quotes");
    check("a: b: c\n", "x.yaml:1:5: error: a second ': ' in one value; put the value in quotes");
    check("a: |x\n  b\n", "x.yaml:1:5: error: only a comment may follow '|' or '>' on its line");
}

TEST(a_fault_without_known_words_is_told_as_the_parser_says_it)
{
    cp_arena arena = { 0 };
    cp_report report = { .arena = &arena };
    cp_yaml_fault fault = { .message = "something odd", .place = { "x.yaml", 7, 2 } };

    cp_yaml_explain(CP_STR("a: 1\n"), &fault, &report);
    CHECK_STR(findings(&report), "x.yaml:7:2: error: no YAML: something odd");
    cp_arena_free(&arena);
}

TEST(slips_without_end_are_told_up_to_a_hundred)
{
    cp_arena arena = { 0 };
    cp_report report = { .arena = &arena };
    cp_str text = cp_str_from("");

    for (int i = 0; i < 300; i++)
        text = cp_str_printf(&arena, CP_FMT "\ta: %d\n", CP_ARG(text), i);
    cp_yaml_parse(&arena, "x.yaml", text, &report);
    CHECK_INT(report.errors, 100);
    cp_arena_free(&arena);
}

TEST(a_full_width_comma_within_brackets_is_told_at_its_place)
{
    check("m:\n  - {bar: 成交额， name: x}\n",
          "x.yaml:2:14: error: '，' is a full-width comma; write ', ' with a blank");
    check("m: {a: \"x，y\" b: 1}\n",
          "x.yaml:1:14: error: no ',' between two entries, or the bracket of line 1 is not closed");
}

TEST(a_bracket_of_the_other_kind_is_told_by_its_sign)
{
    check("m:\n  - {bar: 成交额]\n", "x.yaml:2:14: error: ']' does not close the bracket that is "
                                     "open here, which is a '{'");
}
