#include "drawn.h"

#define HEAD "type: pie\nname: 类\nvalue: 值\n"

static cp_rect box_at_least(drawn *d)
{
    cp_size least = cp_figure_least(d->figure, &d->env);

    return (cp_rect){ 0, 0, least.width, least.height };
}

/* Twenty slices of falling size, the last ones tiny. */
static const char *falling(cp_arena *arena, const char *more)
{
    const char *spec = cp_printf(arena, "%s", HEAD);

    spec = cp_printf(arena, "%s%srows:\n", spec, more);
    for (int i = 0; i < 20; i++)
        spec = cp_printf(arena, "%s  - {类: 行业名称%02d, 值: %g}\n", spec, i, 1000 * pow(0.7, i));
    return spec;
}

static void check_labels(drawn *d, cp_rect box)
{
    drawn_text labels[MOST_TEXTS];
    size_t count;

    drawn_in(d, box);
    count = drawn_rects(d, "label", labels);
    CHECK_INT(count, 20);
    drawn_check_apart(labels, count, (cp_rect){ 0, 0, box.width, box.height }, 0.11);
}

static void check_spec(const char *more)
{
    cp_arena arena = { 0 };
    drawn d;
    const char *spec = falling(&arena, more);

    drawn_open(&d, spec);
    CHECK(d.loaded && d.report.first == NULL);
    if (d.loaded) {
        check_labels(&d, box_at_least(&d));
        check_labels(&d, (cp_rect){ 30, 40, 480, 270 });
        check_labels(&d, (cp_rect){ 0, 0, 900, 260 });
        check_labels(&d, (cp_rect){ 0, 0, 300, 700 });
    }
    drawn_close(&d);
    cp_arena_free(&arena);
}

TEST(labels_of_many_small_slices_never_meet_and_stay_in_the_box)
{
    check_spec("");
    check_spec("sort: ascending\nhole: 0.5\n");
    check_spec("label: both\nstart: 100\n");
    check_spec("inside: share\n");
}

static double turn(const double *a, const double *b, const double *c)
{
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]);
}

static bool cross(const double *a, const double *b, const double *c, const double *d)
{
    return turn(a, b, c) * turn(a, b, d) < -1e-6 && turn(c, d, a) * turn(c, d, b) < -1e-6;
}

TEST(leaders_never_cross)
{
    cp_arena arena = { 0 };
    drawn d;
    const char *spec = falling(&arena, "sort: descending\n");
    double path[32][8];
    int points[32], count = 0;

    drawn_open(&d, spec);
    for (const char *at = drawn_in(&d, (cp_rect){ 0, 0, 480, 270 });
         count < 32 && (at = strstr(at, "leader")); at += 6, count++) {
        double *p = path[count];

        points[count] = sscanf(at + 6, "%lf %lf %lf %lf %lf %lf %lf %lf", p, p + 1, p + 2, p + 3,
                               p + 4, p + 5, p + 6, p + 7)
                        / 2;
    }
    CHECK_INT(count, 20);
    for (int i = 0; i < count; i++)
        for (int k = 0; k < i; k++)
            for (int m = 0; m + 1 < points[i]; m++)
                for (int n = 0; n + 1 < points[k]; n++)
                    CHECK(!cross(path[i] + 2 * m, path[i] + 2 * m + 2, path[k] + 2 * n,
                                 path[k] + 2 * n + 2));
    drawn_close(&d);
    cp_arena_free(&arena);
}

TEST(slices_go_clockwise_in_the_order_of_the_rows)
{
    drawn d;
    const char *dump;

    drawn_open(&d, HEAD "rows: |\n  类,值\n  甲,25\n  乙,50\n  丙,25\n");
    dump = drawn_in(&d, (cp_rect){ 0, 0, 480, 270 });
    CHECK(strstr(dump, "slice 0.0000 0.2500\nslice 0.2500 0.7500\nslice 0.7500 1.0000\n"));
    CHECK(strstr(dump, " | 甲 25.0%\n"));
    CHECK(strstr(dump, " | 乙 50.0%\n"));
    drawn_close(&d);
}

TEST(published_shares_are_shown_as_they_are)
{
    drawn d;
    const char *dump;

    /* They add up to 99.9 %: as parts of their sum 62.0 would be 62.1. */
    drawn_open(&d, HEAD "rows: |\n  类,值(%)\n  甲,62.0\n  乙,17.7\n  丙,12.2\n  丁,8\n");
    dump = drawn_in(&d, (cp_rect){ 0, 0, 480, 270 });
    CHECK(strstr(dump, "甲 62.0%\n") && strstr(dump, "丁 8.0%\n"));
    CHECK(d.figure && cp_str_is(d.figure->alt, "饼图：共4项，甲占62.0%最多，丁占8.0%最少。"));
    drawn_close(&d);
}

TEST(shares_that_are_no_whole_are_told)
{
    drawn d;

    drawn_open(&d, HEAD "rows: |\n  类,值(%)\n  甲,40\n  乙,20\n");
    CHECK(!d.loaded);
    CHECK_STR(
        drawn_findings(&d),
        "3:8: error: the shares of column 值 add up to 60%, not to 100%; what is missing is a "
        "row of its own\n");
    drawn_close(&d);
}

TEST(small_slices_go_together_at_the_end)
{
    drawn d;
    const char *dump;

    drawn_open(&d, HEAD "other: 5%\nrows: |\n  类,值\n  小,2\n  其他,6\n  大,90\n  微,2\n");
    dump = drawn_in(&d, (cp_rect){ 0, 0, 480, 270 });
    CHECK(strstr(dump, "slice 0.0000 0.9000\nslice 0.9000 1.0000\n"));
    CHECK(strstr(dump, "其他 10.0%\n"));
    drawn_close(&d);
}

TEST(values_come_in_the_unit_asked_for_and_the_hole_has_their_sum)
{
    drawn d;
    const char *dump;

    drawn_open(&d, HEAD "unit: 亿元\nlabel: value\nhole: 0.6\ncenter: [\"共{total}\"]\n"
                        "rows:\n  - {类: 甲, 值: 1.5亿元}\n  - {类: 乙, 值: 5000万元}\n");
    CHECK_STR(drawn_findings(&d), "");
    dump = drawn_in(&d, (cp_rect){ 0, 0, 480, 270 });
    CHECK(strstr(dump, "甲 1.5亿元\n") && strstr(dump, "乙 0.5亿元\n"));
    CHECK(strstr(dump, "共2.0亿元\n"));
    drawn_close(&d);
}

TEST(values_that_no_pie_can_show_are_told_at_their_rows)
{
    CHECK_REFUSED(HEAD "rows:\n  - {类: 甲, 值: 3}\n  - {类: 乙, 值: -2}\n",
                  "6: error: '乙' is -2, and a pie shows no negative values\n");
    CHECK_REFUSED(HEAD "rows:\n  - {类: 甲, 值: 3}\n  - {类: 乙}\n",
                  "6: error: '乙' has no value in column 值\n");
    CHECK_REFUSED(HEAD "rows:\n  - {类: 甲, 值: 0}\n",
                  "3:8: error: all values of column 值 are zero\n");
    CHECK_REFUSED(HEAD "rows:\n  - {类: 甲, 值: 1}\n  - {类: 甲, 值: 2}\n",
                  "6: error: '甲' comes twice; add its values up, as by `group by`\n");
}

TEST(bad_specs_are_told_with_guesses)
{
    CHECK_REFUSED("type: pie\nname: 类别\nvalue: 值\nrows:\n  - {类: 甲, 值: 3}\n",
                  "2:7: error: no column '类别' in the result of `rows`; did you mean '类'?\n");
    CHECK_REFUSED(HEAD "center: 共\nrows:\n  - {类: 甲, 值: 3}\n",
                  "4:9: error: a text in the centre needs a `hole`, such as hole: 0.6\n");
    CHECK_REFUSED(HEAD "other: 70%\nrows:\n  - {类: 甲, 值: 3}\n",
                  "4:8: error: '70%' is no small share; expected such as 3%\n");
    CHECK_REFUSED(HEAD "colors: [1, navi]\nrows:\n  - {类: 甲, 值: 3}\n",
                  "4:13: error: 'navi' is no colour; did you mean 'navy'?\n");
    CHECK_REFUSED("type: pie\nname: 值\nvalue: 类\nrows:\n  - {类: 甲, 值: 3}\n",
                  "3:8: error: column 类 holds text; numbers are wanted\n");
    CHECK_REFUSED(HEAD, "1:1: error: a pie has its rows by one of `data`, `sql` or `rows`\n");
}

TEST(more_slices_than_can_be_told_apart_are_told)
{
    cp_arena arena = { 0 };
    const char *spec = HEAD "rows:\n";

    for (int i = 0; i < 25; i++)
        spec = cp_printf(&arena, "%s  - {类: 第%d, 值: 4}\n", spec, i);
    CHECK_REFUSED(spec, "5:3: error: 25 slices are too many to tell apart; at most 24 (`other: 3%` "
                        "joins the small ones)\n");
    cp_arena_free(&arena);
}

TEST(slices_of_nothing_at_the_top_are_named_on_the_right_the_last_first)
{
    const cp_rect box = { 0, 0, 400, 225 };
    drawn_text names[MOST_TEXTS];
    size_t count;
    drawn d;

    drawn_open(&d, HEAD "rows:\n  - {类: 甲, 值: 0}\n  - {类: 乙, 值: 1}\n"
                        "  - {类: 丙, 值: 1}\n  - {类: 丁, 值: 0}\n");
    drawn_in(&d, box);
    count = drawn_rects(&d, "label", names);
    CHECK_INT(count, 4);
    drawn_check_apart(names, count, box, 0.11);
    CHECK(d.loaded && names[0].rect.y < names[1].rect.y && names[1].rect.y < names[2].rect.y);
    drawn_close(&d);
}

TEST(one_slice_is_a_disc)
{
    drawn d;

    drawn_open(&d, HEAD "rows:\n  - {类: 甲, 值: 3}\n");
    CHECK(d.loaded);
    CHECK(strstr(drawn_in(&d, (cp_rect){ 0, 0, 480, 270 }), "甲 100.0%\n"));
    drawn_close(&d);
}

TEST(leaders_have_the_dash_that_the_style_gives_them)
{
    enum { WIDTH = 480, HEIGHT = 270 };
    cp_arena arena = { 0 };
    const char *spec = falling(&arena, "");
    drawn d[2];
    cp_style style[2];

    for (int dashed = 0; dashed < 2; dashed++) {
        drawn_begin(&d[dashed]);
        style[dashed] = *d[dashed].env.style;
        style[dashed].pie.leader.dash = 2 * dashed;
        d[dashed].env.style = &style[dashed];
        drawn_load(&d[dashed], spec);
        d[dashed].surface = cairo_image_surface_create(CAIRO_FORMAT_ARGB32, WIDTH, HEIGHT);
        CHECK(strstr(drawn_in(&d[dashed], (cp_rect){ 0, 0, WIDTH, HEIGHT }), "leader") != NULL);
    }
    CHECK(memcmp(cairo_image_surface_get_data(d[0].surface),
                 cairo_image_surface_get_data(d[1].surface), (size_t)4 * WIDTH * HEIGHT)
          != 0);
    drawn_close(&d[0]);
    drawn_close(&d[1]);
    cp_arena_free(&arena);
}
