#include "apart.h"

static const char rows[]
    = "增速,估值,市值(亿元),名,类\n1,10,100,甲,一\n2,30,400,乙,二\n3,20,50,丙,一\n";

TEST(a_disc_of_a_round_value_tells_all_sizes)
{
    fixture f;

    begin(&f, "x: 增速\nmarks:\n  - {dot: 估值, size: 市值}\n", rows);
    with_fonts(&f);
    CHECK(f.bound);
    CHECK(strstr(dump_of(&f, 300, 200), "legend 市值 100亿元 dot"));
    CHECK(f.plot.series[0].value_low == 50 && f.plot.series[0].value_high == 400);
    end(&f);
}

TEST(sizes_mean_the_same_in_all_series_of_a_mark)
{
    fixture f;

    begin(&f, "x: 增速\nmarks:\n  - {dot: 估值, size: 市值, color: 类}\n", rows);
    CHECK(f.plot.series_count == 2);
    CHECK(f.plot.series[0].value_high == 400 && f.plot.series[1].value_high == 400);
    CHECK(f.plot.series[1].index == 1 && f.plot.series[1].split);
    end(&f);
}

TEST(names_stand_beside_their_dots_and_apart)
{
    fixture f;

    begin(&f, "x: 增速\nmarks:\n  - {dot: 估值, names: 名, color: 类}\n", rows);
    with_fonts(&f);
    CHECK(labels_apart(dump_of(&f, 300, 200), 300, 200) == 3);
    end(&f);
}

/* The tips of a diamond reach further than a disc of its area, and so do those of a triangle. */
TEST(names_keep_clear_of_the_tips_of_the_shapes)
{
    fixture f;

    begin(&f, "x: x\nmarks:\n  - {dot: y, size: s, color: c, names: n}\n",
          "x,y,s,n,c\n1,1,9,one,a\n2,2,9,two,b\n3,3,9,three,c\n4,4,9,four,d\n");
    with_fonts(&f);

    const char *dump = dump_of(&f, 300, 200);
    double largest = f.style->marks.largest;

    CHECK(strstr(dump, cp_printf(&f.arena, " %.1f\n", largest * 0.5)));
    CHECK(strstr(dump, cp_printf(&f.arena, " %.1f\n", largest * 0.627)));
    CHECK(strstr(dump, cp_printf(&f.arena, " %.1f\n", largest * 0.758)));
    CHECK(labels_apart(dump, 300, 200) == 4);
    end(&f);
}

TEST(a_size_below_zero_and_an_unknown_shape_are_told)
{
    check_finding("x: 增速\nmarks:\n  - {dot: 估值, size: 市值}\n", "增速,估值,市值\n1,10,-4\n",
                  "c.yaml:3:11: error: 1: a size below zero has no area");
    check_finding("x: 增速\nmarks:\n  - {dot: 估值, shape: squar}\n", rows,
                  "c.yaml:3:22: error: unknown shape 'squar'; did you mean 'square'?");
}

/* Whether there is ink at a point of a drawing of 300 x 200. */
static bool has_ink(fixture *f, double x, double y)
{
    enum { SCALE = 4 };
    cairo_surface_t *surface
        = cairo_image_surface_create(CAIRO_FORMAT_ARGB32, 300 * SCALE, 200 * SCALE);
    cairo_t *cr = cairo_create(surface);

    cairo_scale(cr, SCALE, SCALE);
    cp_plot_draw(&f->plot, &f->looks, (cp_rect){ 0, 0, 300, 200 }, (cp_margins){ 0 }, cr, &f->page,
                 NULL);
    cairo_surface_flush(surface);

    const unsigned char *row = cairo_image_surface_get_data(surface)
                               + (int)(y * SCALE) * cairo_image_surface_get_stride(surface);
    bool ink = row[(int)(x * SCALE) * 4 + 3] > 0;

    cairo_destroy(cr);
    cairo_surface_destroy(surface);
    return ink;
}

/* 甲 stands at the upper end of y, 乙 beyond it. */
static void check_edge(const char *mark)
{
    cp_arena arena = { 0 };
    cp_rect area = { 0 };
    fixture f;

    begin(&f, cp_printf(&arena, "x: 名\ny: {domain: [0, 5]}\nmarks:\n  - {%s}\n", mark),
          "名,值,起\n甲,5,1\n乙,8,1\n");
    with_fonts(&f);
    CHECK(f.bound);
    CHECK(sscanf(strstr(dump_of(&f, 300, 200), "area "), "area %lf,%lf %lfx%lf", &area.x, &area.y,
                 &area.width, &area.height)
          == 4);
    CHECK(has_ink(&f, area.x + area.width / 4, area.y - 1.2));
    CHECK(!has_ink(&f, area.x + area.width / 2, area.y - 1.2));
    end(&f);
    cp_arena_free(&arena);
}

TEST(dots_at_the_end_of_an_axis_are_whole_where_others_lie_beyond)
{
    check_edge("dot: 值");
    check_edge("line: 值, points: true, label: none");
    check_edge("lollipop: 值, label: none");
    check_edge("dumbbell: 值, from: 起, label: none");
    check_edge("slope: 值, of: 起, label: none");
}
