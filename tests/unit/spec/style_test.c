#include "spec/style.h"

#include <stdint.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/file.h"
#include "findings.h"
#include "test.h"

#define SHEETS CP_SOURCE_DIR "/styles"

static const char *const shipped[] = { SHEETS "/research.yaml", SHEETS "/plain.yaml" };

/* A folder for sheets of a test's own, with their names in findings made short. */
typedef struct desk {
    cp_arena arena;
    cp_report report;
    char folder[32];
} desk;

static void desk_open(desk *d)
{
    *d = (desk){ .folder = "/tmp/chartpack-XXXXXX" };
    d->report.arena = &d->arena;
    CHECK(mkdtemp(d->folder) != NULL);
}

static const char *desk_file(desk *d, const char *name)
{
    return cp_path_join(&d->arena, d->folder, name);
}

static void desk_put(desk *d, const char *name, const char *text)
{
    CHECK(cp_file_replace(desk_file(d, name), cp_str_from(text), &d->report));
}

static cp_style *desk_read(desk *d, const char *name)
{
    return cp_style_read_with(&d->arena, desk_file(d, name), SHEETS, (cp_place){ 0 }, &d->report);
}

/* All findings, the folder's name left out. */
static const char *desk_told(desk *d)
{
    cp_str rest = cp_str_from(findings(&d->report));
    cp_str folder = cp_str_printf(&d->arena, "%s/", d->folder);
    const char *told = "";

    while (rest.data) {
        size_t at = cp_str_find(rest, folder, 0);

        told = cp_printf(&d->arena, "%s" CP_FMT, told, CP_ARG(cp_str_slice(rest, 0, at)));
        rest = at == SIZE_MAX ? (cp_str){ 0 } : cp_str_slice(rest, at + folder.size, rest.size);
    }
    return told;
}

static void desk_close(desk *d)
{
    size_t count = 0;
    const char *const *names = cp_folder_list(&d->arena, d->folder, &count, &d->report);

    for (size_t i = 0; i < count; i++)
        unlink(desk_file(d, names[i]));
    rmdir(d->folder);
    cp_arena_free(&d->arena);
}

/* A sheet of its own is read, and what is told of it compared. */
static void check(const char *text, const char *wanted)
{
    desk d;

    desk_open(&d);
    desk_put(&d, "own.yaml", text);
    CHECK(!desk_read(&d, "own.yaml"));
    CHECK_STR(desk_told(&d), wanted);
    desk_close(&d);
}

TEST(shipped_sheets_are_whole)
{
    for (int i = 0; i < 2; i++) {
        cp_arena arena = { 0 };
        cp_report report = { .arena = &arena };

        CHECK(cp_style_read(&arena, shipped[i], (cp_place){ 0 }, &report) != NULL);
        CHECK_STR(findings(&report), "");
        cp_arena_free(&arena);
    }
}

/* By the definition of WCAG 2, apart from the code that the sheets are read with. */
static double luminance(cp_color color)
{
    double parts[] = { color.red, color.green, color.blue }, weights[] = { 0.2126, 0.7152, 0.0722 };
    double sum = 0;

    for (int i = 0; i < 3; i++)
        sum += weights[i]
               * (parts[i] <= 0.03928 ? parts[i] / 12.92 : pow((parts[i] + 0.055) / 1.055, 2.4));
    return sum;
}

static double contrast(cp_color a, cp_color b)
{
    double one = luminance(a) + 0.05, two = luminance(b) + 0.05;

    return one > two ? one / two : two / one;
}

TEST(every_text_of_the_shipped_sheets_stands_out_by_four_and_a_half)
{
    for (int i = 0; i < 2; i++) {
        cp_arena arena = { 0 };
        cp_report report = { .arena = &arena };
        cp_style *s = cp_style_read(&arena, shipped[i], (cp_place){ 0 }, &report);
        cp_color page = s->page.background, cover = s->cover.background;
        cp_color section = s->section.background;
        cp_color texts[][2] = {
            { s->head.title.color, page },
            { s->head.section.color, page },
            { s->foot.source.color, page },
            { s->foot.number.color, page },
            { s->caption.text.color, page },
            { s->body.text.color, page },
            { s->body.text.color, s->body.mark },
            { s->body.strong.color, page },
            { s->body.emphasis, page },
            { s->body.link, page },
            { s->body.code, page },
            { s->cover.title.color, cover },
            { s->cover.subtitle.color, cover },
            { s->cover.line.color, cover },
            { s->section.number.color, section },
            { s->section.name.color, section },
            { s->section.item.color, section },
            { s->section.current.color, section },
            { s->chart.tick.color, page },
            { s->chart.legend.color, page },
            { s->chart.unit.color, page },
            { s->chart.value.color, page },
            { s->chart.up_text, page },
            { s->chart.down_text, page },
            { s->table.filled.head.color, s->table.filled.head_fill },
            { s->table.body.color, page },
            { s->table.body.color, s->table.filled.stub_fill },
        };

        for (size_t k = 0; k < sizeof texts / sizeof *texts; k++)
            if (contrast(texts[k][0], texts[k][1]) < 4.5)
                cp_test_fault(__FILE__, __LINE__, "%s: text %zu has a contrast of %.2f", shipped[i],
                              k, contrast(texts[k][0], texts[k][1]));
        for (size_t k = 0; k < s->chart.class_texts.count; k++)
            CHECK(contrast(s->chart.class_texts.item[k], page) >= 4.5);
        CHECK_NEAR(s->contrast, 4.5, 0);
        cp_arena_free(&arena);
    }
}

TEST(red_is_up_and_green_is_down)
{
    for (int i = 0; i < 2; i++) {
        cp_arena arena = { 0 };
        cp_report report = { .arena = &arena };
        cp_style *style = cp_style_read(&arena, shipped[i], (cp_place){ 0 }, &report);
        const cp_chart_style *chart = &style->chart;
        cp_color up[] = { chart->up, chart->up_pale, chart->up_text };
        cp_color down[] = { chart->down, chart->down_pale, chart->down_text };

        for (int k = 0; k < 3; k++) {
            CHECK(up[k].red > up[k].green + 0.2 && up[k].red > up[k].blue + 0.2);
            CHECK(down[k].green > down[k].red + 0.1 && down[k].green > down[k].blue);
        }
        cp_arena_free(&arena);
    }
}

/* Seen with all cones, and without those for long, middle and short waves: the matrices of Machado,
 * Oliveira and Fernandes, "A Physiologically-based Model for Simulation of Color Vision
 * Deficiency" (2009), severity 1, for linear light. */
static const struct eye {
    const char *name;
    double matrix[3][3];
} eyes[] = {
    { "trichromat", { { 1, 0, 0 }, { 0, 1, 0 }, { 0, 0, 1 } } },
    { "protanope",
      { { 0.152286, 1.052583, -0.204868 },
        { 0.114503, 0.786281, 0.099216 },
        { -0.003882, -0.048116, 1.051998 } } },
    { "deuteranope",
      { { 0.367322, 0.860646, -0.227968 },
        { 0.280085, 0.672501, 0.047413 },
        { -0.011820, 0.042940, 0.968881 } } },
    { "tritanope",
      { { 1.255528, -0.076749, -0.178779 },
        { -0.078411, 0.930809, 0.147602 },
        { 0.004733, 0.691367, 0.303900 } } },
};

static double cube(double part)
{
    return part > 0.008856 ? cbrt(part) : 7.787 * part + 16 / 116.0;
}

/* CIE L*a*b* (D65) of a colour as an eye sees it. */
static void see(cp_color color, const struct eye *eye, double lab[3])
{
    double parts[] = { color.red, color.green, color.blue }, seen[3], x, y, z;

    for (int i = 0; i < 3; i++)
        parts[i] = parts[i] <= 0.04045 ? parts[i] / 12.92 : pow((parts[i] + 0.055) / 1.055, 2.4);
    for (int i = 0; i < 3; i++) {
        const double *row = eye->matrix[i];

        seen[i] = fmin(fmax(row[0] * parts[0] + row[1] * parts[1] + row[2] * parts[2], 0), 1);
    }
    x = cube((0.4124 * seen[0] + 0.3576 * seen[1] + 0.1805 * seen[2]) / 0.95047);
    y = cube(0.2126 * seen[0] + 0.7152 * seen[1] + 0.0722 * seen[2]);
    z = cube((0.0193 * seen[0] + 0.1192 * seen[1] + 0.9505 * seen[2]) / 1.08883);
    lab[0] = 116 * y - 16;
    lab[1] = 500 * (x - y);
    lab[2] = 200 * (y - z);
}

static double difference(cp_color a, cp_color b, const struct eye *eye)
{
    double one[3], two[3];

    see(a, eye, one);
    see(b, eye, two);
    return hypot(hypot(one[0] - two[0], one[1] - two[1]), one[2] - two[2]);
}

/* The distance of any two of the colours to every eye, as CIE 1976 measures it. */
static void check_seen_apart(const char *what, const cp_color *color, size_t count, double least)
{
    for (size_t e = 0; e < sizeof eyes / sizeof *eyes; e++)
        for (size_t i = 0; i < count; i++)
            for (size_t k = 0; k < i; k++) {
                double apart = difference(color[i], color[k], &eyes[e]);

                if (apart < least)
                    cp_test_fault(__FILE__, __LINE__,
                                  "%s: to a %s colours %zu and %zu are %.1f apart, wanted %g", what,
                                  eyes[e].name, k + 1, i + 1, apart, least);
            }
}

/* Nine classes fill the space that two kinds of cones leave more densely than eight series do.
 * Their points differ in shape, too. */
TEST(colour_blind_readers_tell_series_and_classes_apart)
{
    for (size_t i = 0; i < sizeof shipped / sizeof *shipped; i++) {
        cp_arena arena = { 0 };
        cp_report report = { .arena = &arena };
        const cp_chart_style *chart
            = &cp_style_read(&arena, shipped[i], (cp_place){ 0 }, &report)->chart;

        CHECK(chart->palette.count >= 6 && chart->classes.count >= 9);
        check_seen_apart("palette", chart->palette.item, chart->palette.count, 20);
        check_seen_apart("classes", chart->classes.item, chart->classes.count, 15);
        check_seen_apart("up, down", (cp_color[]){ chart->up, chart->down }, 2, 20);
        check_seen_apart("pale up, down", (cp_color[]){ chart->up_pale, chart->down_pale }, 2, 20);
        cp_arena_free(&arena);
    }
}

TEST(updown_turns_or_calms_what_rises_and_falls)
{
    cp_arena arena = { 0 };
    cp_report report = { .arena = &arena };
    const char *path = CP_BINARY_DIR "/updown.yaml";
    const cp_chart_style china = cp_style_read(&arena, shipped[0], (cp_place){ 0 }, &report)->chart;
    cp_style *us, *mono;

    CHECK(cp_file_replace(
        path, cp_str_from(cp_printf(&arena, "extend: %s\nchart: {updown: us}\n", shipped[0])),
        &report));
    us = cp_style_read(&arena, path, (cp_place){ 0 }, &report);
    CHECK(us && cp_color_eq(us->chart.up, china.down) && cp_color_eq(us->chart.down, china.up));
    CHECK(us && cp_color_eq(us->chart.up_text, china.down_text));
    CHECK(cp_file_replace(
        path, cp_str_from(cp_printf(&arena, "extend: %s\nchart: {updown: mono}\n", shipped[0])),
        &report));
    mono = cp_style_read(&arena, path, (cp_place){ 0 }, &report);
    CHECK(mono && cp_color_eq(mono->chart.up, china.navy));
    CHECK(mono && !cp_color_eq(mono->chart.down, mono->chart.up));
    cp_arena_free(&arena);
}

TEST(the_two_sheets_differ_in_more_than_colour)
{
    cp_arena arena = { 0 };
    cp_report report = { .arena = &arena };
    cp_style *one = cp_style_read(&arena, shipped[0], (cp_place){ 0 }, &report);
    cp_style *two = cp_style_read(&arena, shipped[1], (cp_place){ 0 }, &report);

    CHECK(one->page.left != two->page.left);
    CHECK(one->head.title_top != two->head.title_top);
    CHECK(one->head.title.size != two->head.title.size);
    CHECK(one->head.brand.height != two->head.brand.height);
    CHECK(!cp_color_eq(one->page.background, two->page.background));
    CHECK(!cp_color_eq(one->chart.palette.item[0], two->chart.palette.item[0]));
    cp_arena_free(&arena);
}

TEST(a_sheet_that_extends_another_changes_what_it_names)
{
    desk d;
    cp_style *base, *own;

    desk_open(&d);
    desk_put(&d, "own.yaml", "extend: research\nhead:\n  title: {size: 24}\nsign_more: 上升\n");
    base = cp_style_read(&d.arena, shipped[0], (cp_place){ 0 }, &d.report);
    own = desk_read(&d, "own.yaml");
    CHECK_STR(desk_told(&d), "");
    CHECK_NEAR(own->head.title.size, 24, 0);
    CHECK(own->head.title.bold);
    CHECK_STR(own->sign_more.data, "上升");
    CHECK_STR(own->sign_less.data, base->sign_less.data);
    CHECK_NEAR(own->page.left, base->page.left, 0);
    desk_close(&d);
}

TEST(a_sheet_beside_comes_before_a_shipped_one)
{
    desk d;
    cp_style *own;

    desk_open(&d);
    desk_put(&d, "plain.yaml", "extend: research\nsign_more: 多\n");
    desk_put(&d, "own.yaml", "extend: plain\n");
    desk_put(&d, "path.yaml", "extend: ./own.yaml\n");
    own = desk_read(&d, "path.yaml");
    CHECK_STR(desk_told(&d), "");
    CHECK_STR(own ? own->sign_more.data : NULL, "多");
    desk_close(&d);
}

TEST(a_setting_left_out_is_a_finding)
{
    cp_buf sheet = { 0 };
    desk d;
    size_t at;

    desk_open(&d);
    CHECK(cp_file_read(shipped[0], (cp_place){ 0 }, &sheet, &d.report));
    at = cp_str_find(cp_buf_str(&sheet), CP_STR("  line_width: "), 0);
    CHECK(at != SIZE_MAX);
    sheet.data[at] = '#';
    desk_put(&d, "own.yaml", sheet.data);
    CHECK(!desk_read(&d, "own.yaml"));
    CHECK_INT(d.report.errors, 1);
    CHECK_STR(d.report.first->text, "missing key 'line_width': the width of a series' line");
    cp_buf_free(&sheet);
    desk_close(&d);
}

TEST(a_text_too_pale_is_a_finding_where_it_is_set)
{
    check("extend: research\nfoot:\n  source: {color: \"#9AA0A8\"}\n",
          "own.yaml:3:19: error: 'foot.source.color' has a contrast of 2.64 to 'page.background'; "
          "at least 4.5 is wanted");
    check("extend: research\ntable:\n  filled: {head_fill: \"#AABBCC\"}\n",
          "own.yaml:3:11: error: 'table.filled.head.color' has a contrast of 1.96 to "
          "'table.filled.head_fill'; at least 4.5 is wanted");
}

TEST(settings_that_contradict_each_other_are_findings)
{
    check("extend: research\nchart:\n  class_texts: [\"#000000\"]\n  palette: []\nfonts: []\n",
          "own.yaml:5:8: error: 'fonts' is empty; at least one is wanted\n"
          "own.yaml:4:12: error: 'chart.palette' is empty; at least one is wanted\n"
          "own.yaml:3:16: error: 1 'chart.class_texts' for 9 'chart.classes'");
    check("extend: research\nbody:\n  smallest: 15\n",
          "own.yaml:3:13: error: 'body.smallest' is more than 'body.text.size'");
}

TEST(mistakes_in_a_sheet_are_told_all_at_once)
{
    check(
        "extend: research\nhead:\n  titel: {size: 24}\n  rule: {width: -1}\n  title: {bold: yes}\n"
        "chart: {day_format: \"%K\"}\n",
        "own.yaml:3:3: error: unknown key 'titel'; did you mean 'title'?\n"
        "own.yaml:4:17: error: 'width' is -1; expected 0 to 10000\n"
        "own.yaml:5:17: error: expected true or false for 'bold', found 'yes'\n"
        "own.yaml:6:21: error: '%K' in '%K' is no part of a date format; expected such as "
        "%Y-%m-%d or %-m月%-d日");
}

TEST(a_sheet_that_extends_itself_or_none_is_a_finding)
{
    desk d;

    check("extend: own\n", "own.yaml:1:9: error: 'own.yaml' extends itself");
    check("extend: [a]\n", "own.yaml:1:9: error: expected the name of a sheet, found a list");
    desk_open(&d);
    desk_put(&d, "own.yaml", "extend: ./other.yaml\n");
    CHECK(!desk_read(&d, "own.yaml"));
    CHECK(strstr(desk_told(&d), "own.yaml:1:9: error: no file '"));
    desk_close(&d);
}
