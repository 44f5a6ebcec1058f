#include "spec/field.h"

#include <math.h>

#include "base/buf.h"
#include "findings.h"
#include "test.h"

typedef struct place_spec {
    double x, y;
} place_spec;

typedef struct spec {
    cp_str title, day_format;
    bool stack;
    int header, curve;
    double width, least;
    cp_color color;
    cp_date date;
    cp_number_format format;
    cp_texts authors;
    cp_numbers domain;
    cp_colors palette;
    place_spec at;
    cp_node *data;
} spec;

static const char *const curves[] = { "linear", "step", "smooth", NULL };

static const cp_field place_fields[] = {
    { "x", CP_FIELD_NUMBER, offsetof(place_spec, x), .fallback = "!", .help = "the left edge" },
    { "y", CP_FIELD_NUMBER, offsetof(place_spec, y), .fallback = "7" },
    { 0 },
};

static const cp_field fields[] = {
    { "title", CP_FIELD_TEXT, offsetof(spec, title), .fallback = "周报" },
    { "stack", CP_FIELD_BOOL, offsetof(spec, stack), .fallback = "true" },
    { "header", CP_FIELD_INT, offsetof(spec, header), .fallback = "1", .least = 1, .most = 1000 },
    { "width", CP_FIELD_NUMBER, offsetof(spec, width), .fallback = "1.5", .least = 0, .most = 20 },
    { "least", CP_FIELD_NUMBER, offsetof(spec, least), .fallback = "nan", .least = -5,
      .most = INFINITY },
    { "color", CP_FIELD_COLOR, offsetof(spec, color), .fallback = "#C8102E" },
    { "date", CP_FIELD_DATE, offsetof(spec, date), .fallback = NULL },
    { "format", CP_FIELD_FORMAT, offsetof(spec, format), .fallback = ",.1f" },
    { "day_format", CP_FIELD_DAYS, offsetof(spec, day_format), .fallback = "%m-%d" },
    { "curve", CP_FIELD_WORD, offsetof(spec, curve), .fallback = "step", .words = curves },
    { "authors", CP_FIELD_TEXTS, offsetof(spec, authors), .fallback = NULL },
    { "domain", CP_FIELD_NUMBERS, offsetof(spec, domain), .least = 0, .most = 100 },
    { "palette", CP_FIELD_COLORS, offsetof(spec, palette), .fallback = NULL },
    { "at", CP_FIELD_STRUCT, offsetof(spec, at), .fields = place_fields },
    { "data", CP_FIELD_NODE, offsetof(spec, data), .fallback = NULL },
    { 0 },
};

static const cp_field others[] = { { .key = "type", .type = CP_FIELD_TEXT }, { 0 } };

/* Read `text` into `out`; what was told is in the arena. */
static bool read(cp_arena *arena, const char *text, spec *out, const char **told)
{
    cp_report report = { .arena = arena };
    cp_node *root = cp_yaml_parse(arena, "x.yaml", cp_str_from(text), &report);
    bool ok = root && cp_fields_read(arena, fields, others, root, out, &report);

    *told = findings(&report);
    return ok;
}

static void check(const char *text, const char *wanted)
{
    cp_arena arena = { 0 };
    const char *told;
    spec out;

    CHECK(read(&arena, text, &out, &told) == (*wanted == 0));
    CHECK_STR(told, wanted);
    cp_arena_free(&arena);
}

static void check_defaults(const spec *out)
{
    CHECK_STR(out->title.data, "周报");
    CHECK(out->stack);
    CHECK_INT(out->header, 1);
    CHECK_NEAR(out->width, 1.5, 0);
    CHECK(isnan(out->least));
    CHECK_NEAR(out->color.red, 200 / 255.0, 0);
    CHECK(out->date == CP_NO_DATE);
    CHECK_INT(out->format.precision, 1);
    CHECK_STR(out->day_format.data, "%m-%d");
    CHECK_INT(out->curve, 1);
    CHECK_INT(out->authors.count + out->domain.count + out->palette.count, 0);
    CHECK_NEAR(out->at.y, 7, 0);
    CHECK(!out->data);
}

TEST(defaults_are_what_the_user_would_write)
{
    spec out;

    memset(&out, 0xAB, sizeof out);
    cp_fields_defaults(fields, &out);
    check_defaults(&out);
}

TEST(keys_that_are_absent_keep_their_defaults)
{
    cp_arena arena = { 0 };
    const char *told;
    spec out;

    CHECK(read(&arena, "# nothing\n", &out, &told));
    check_defaults(&out);
    cp_arena_free(&arena);
}

TEST(every_type_is_read)
{
    cp_arena arena = { 0 };
    const char *told;
    spec out;

    CHECK(read(&arena,
               "title: 000001\nstack: false\nheader: 3\nwidth: .5\nleast: -1e-3\n"
               "color: \"#0000FF80\"\ndate: 2026-04-13\nformat: \".2%\"\n"
               "day_format: \"%-m月%-d日\"\ncurve: smooth\nauthors: [张三, '李四']\n"
               "domain: [0, 100]\npalette: [\"#000000\", \"#FFFFFF\"]\n"
               "at: {x: -4}\ndata: {a: 1}\ntype: chart\n",
               &out, &told));
    CHECK_STR(told, "");
    CHECK_STR(out.title.data, "000001");
    CHECK(!out.stack);
    CHECK_INT(out.header, 3);
    CHECK_NEAR(out.width, 0.5, 0);
    CHECK_NEAR(out.least, -0.001, 0);
    CHECK_NEAR(out.color.blue, 1, 0);
    CHECK_NEAR(out.color.alpha, 128 / 255.0, 0);
    CHECK_INT(out.date, cp_date_from(2026, 4, 13));
    CHECK_INT(out.format.type, '%');
    CHECK_STR(out.day_format.data, "%-m月%-d日");
    CHECK_INT(out.curve, 2);
    CHECK_INT(out.authors.count, 2);
    CHECK_STR(out.authors.item[1].data, "李四");
    CHECK_INT(out.domain.count, 2);
    CHECK_NEAR(out.domain.item[1], 100, 0);
    CHECK_INT(out.palette.count, 2);
    CHECK_NEAR(out.palette.item[1].red, 1, 0);
    CHECK_NEAR(out.at.x, -4, 0);
    CHECK_NEAR(out.at.y, 7, 0);
    CHECK_STR(out.data->first->text.data, "1");
    cp_arena_free(&arena);
}

TEST(a_single_value_is_a_list_of_one)
{
    cp_arena arena = { 0 };
    const char *told;
    spec out;

    CHECK(read(&arena, "authors: 张三\npalette: \"#102030\"\n", &out, &told));
    CHECK_INT(out.authors.count, 1);
    CHECK_STR(out.authors.item[0].data, "张三");
    CHECK_INT(out.palette.count, 1);
    cp_arena_free(&arena);
}

TEST(all_findings_come_in_one_run)
{
    check("titel: 周报\nwidth: [1]\nheader: 2.5\ncurve: stpe\ncolor: red\nat: {z: 1}\n",
          "x.yaml:1:1: error: unknown key 'titel'; did you mean 'title'?\n"
          "x.yaml:2:8: error: expected a number for 'width', found a list\n"
          "x.yaml:3:9: error: expected a whole number for 'header', found '2.5'\n"
          "x.yaml:4:8: error: unknown curve 'stpe'; did you mean 'step'?\n"
          "x.yaml:5:8: error: expected a colour such as \"#C8102E\" for 'color', found 'red'\n"
          "x.yaml:6:6: error: unknown key 'z'; expected x or y\n"
          "x.yaml:6:1: error: missing key 'x': the left edge");
}

TEST(a_wrong_value_leaves_the_default)
{
    cp_arena arena = { 0 };
    const char *told;
    spec out;

    CHECK(!read(&arena, "width: 21\ncurve: x\ncolor: red\ndomain: [1, x]\n", &out, &told));
    CHECK_NEAR(out.width, 1.5, 0);
    CHECK_INT(out.curve, 1);
    CHECK_NEAR(out.color.red, 200 / 255.0, 0);
    CHECK_INT(out.domain.count, 0);
    cp_arena_free(&arena);
}

TEST(wrong_kinds_are_told_with_what_was_expected)
{
    check("title: [a, b]\n", "x.yaml:1:8: error: expected a text for 'title', found a list");
    check("title: {a: b}\n", "x.yaml:1:8: error: expected a text for 'title', found a mapping");
    check("width: 宽\n", "x.yaml:1:8: error: expected a number for 'width', found '宽'");
    check("width: \"3\"\n",
          "x.yaml:1:8: error: expected a number for 'width', found '3' in quotes");
    check("stack: yes\n", "x.yaml:1:8: error: expected true or false for 'stack', found 'yes'");
    check("date: 2026-02-30\n", "x.yaml:1:7: error: expected a date such as 2026-04-13 for 'date', "
                                "found '2026-02-30'");
    check("at: 3\n", "x.yaml:1:5: error: expected a mapping for 'at', found '3'");
    check("authors: [a, [b]]\n", "x.yaml:1:14: error: expected a text for 'authors', found a list");
    check("domain: [1, 二]\n", "x.yaml:1:13: error: expected a number for 'domain', found '二'");
    check("width: nan\n", "x.yaml:1:8: error: expected a number for 'width', found 'nan'");
    check("- a\n", "x.yaml:1:1: error: expected a mapping, found a list");
}

TEST(ranges_hold_for_numbers_and_their_lists)
{
    check("width: 20\n", "");
    check("width: 20.5\n", "x.yaml:1:8: error: 'width' is 20.5; expected 0 to 20");
    check("header: 0\n", "x.yaml:1:9: error: 'header' is 0; expected 1 to 1000");
    check("least: -6\n", "x.yaml:1:8: error: 'least' is -6; expected at least -5");
    check("domain: [0, 101]\n", "x.yaml:1:13: error: 'domain' is 101; expected 0 to 100");
}

TEST(a_key_without_a_value_is_told)
{
    check("title:\n", "x.yaml:1:7: error: 'title' has no value; expected a text");
    check("width: null\n", "x.yaml:1:8: error: 'width' has no value; expected a number");
    check("color: #C8102E\n", "x.yaml:1:7: error: 'color' has no value; expected a colour in "
                              "quotes, as '#' begins a comment");
    check("title: \"\"\n", "");
}

TEST(formats_are_told_with_their_bad_part)
{
    check("format: \",.0q\"\n", "x.yaml:1:9: error: 'q' in ',.0q' is no part of a number format; "
                                "expected such as ,.0f or .1%");
    check("format: \".1%亿\"\n",
          "x.yaml:1:9: error: '亿' in '.1%亿' is no part of a number format; "
          "expected such as ,.0f or .1%");
    check("day_format: \"%m-%Q\"\n",
          "x.yaml:1:13: error: '%Q' in '%m-%Q' is no part of a date format; expected such as "
          "%Y-%m-%d or %-m月%-d日");
}

TEST(words_without_a_near_one_are_listed)
{
    check("curve: 阶梯\n",
          "x.yaml:1:8: error: unknown curve '阶梯'; expected linear, step or smooth");
}

TEST(colons_that_are_none_are_explained_in_the_tree_too)
{
    check("at:\n  x：3\n",
          "x.yaml:2:3: error: expected a mapping for 'at', found 'x：3'; write 'x: ' "
          "with a plain colon and a blank");
    check("at:\n  x:3\n",
          "x.yaml:2:3: error: expected a mapping for 'at', found 'x:3'; write 'x: ' "
          "with a blank behind the colon");
    check("at: {x：3, y: 1}\n",
          "x.yaml:1:6: error: unknown key 'x：3'; write 'x: ' with a plain colon and a blank\n"
          "x.yaml:1:1: error: missing key 'x': the left edge");
    check("标题：周报\n",
          "x.yaml:1:1: error: expected a mapping, found a text; write '标题: ' with a "
          "plain colon and a blank");
}

TEST(a_faulty_tree_is_read_to_its_end_and_then_fails)
{
    check("title: a\ntitle: b\nwidht: 3\n",
          "x.yaml:2:1: error: duplicate key 'title'; it already stands on line 1\n"
          "x.yaml:3:1: error: unknown key 'widht'; did you mean 'width'?");
    check("title: a\ntitle: b\n",
          "x.yaml:2:1: error: duplicate key 'title'; it already stands on line 1");
}

TEST(an_update_changes_what_is_given_and_asks_for_nothing)
{
    cp_arena arena = { 0 };
    cp_report report = { .arena = &arena };
    cp_node *root = cp_yaml_parse(&arena, "x.yaml", CP_STR("at: {y: 9}\nwidth: 3\n"), &report);
    spec out;

    cp_fields_defaults(fields, &out);
    out.at.x = 5;
    out.header = 12;
    CHECK(cp_fields_update(&arena, fields, NULL, root, &out, &report));
    CHECK_NEAR(out.at.x, 5, 0);
    CHECK_NEAR(out.at.y, 9, 0);
    CHECK_NEAR(out.width, 3, 0);
    CHECK_INT(out.header, 12);
    cp_arena_free(&arena);
}

TEST(a_field_has_its_place_or_its_mapping_s)
{
    cp_arena arena = { 0 };
    cp_report report = { .arena = &arena };
    cp_node *root = cp_yaml_parse(&arena, "x.yaml", CP_STR("y:\n  单位: 亿元\n"), &report);
    const cp_node *y = cp_node_child(root, "y");

    CHECK_INT(cp_field_place(y, "单位").column, 7);
    CHECK_INT(cp_field_place(y, "格式").column, 3);
    CHECK(!cp_field_place(NULL, "y").file);
    cp_arena_free(&arena);
}

TEST(unknown_keys_without_end_are_summed_up)
{
    cp_arena arena = { 0 };
    cp_report report = { .arena = &arena };
    cp_buf text = { 0 };
    cp_node *root;
    spec out;

    for (int i = 0; i < 5000; i++)
        cp_buf_printf(&text, "a_rather_long_key_that_nobody_knows_%d: 1\n", i);
    root = cp_yaml_parse(&arena, "x.yaml", cp_buf_str(&text), &report);
    CHECK(!cp_fields_read(&arena, fields, NULL, root, &out, &report));
    CHECK_INT(report.errors, 51);
    CHECK_STR(report.last->text, "and 4950 more unknown keys");
    cp_buf_free(&text);
    cp_arena_free(&arena);
}
