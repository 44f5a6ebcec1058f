/* Red and green are never the only sign: for an eye that sees both as one colour, what rises
 * and what falls must still look different. */
#include "drawn.h"

#include "plot/mark/mark.h"

enum { WIDTH = 360, HEIGHT = 240, SCALE = 2 };

/* What rises and what falls in the same places, but for what the sign itself says. */
typedef struct pair {
    const char *kind; /* of mark or figure */
    const char *rises, *falls;
} pair;

#define CANDLES(open, close)                                                                       \
    "rows: |\n  d,o,h,l,c\n  2026-04-16," open ",9,1," close "\n  2026-04-17,5,9,1,5\n"
#define MANY_CANDLES(open, close)                                                                  \
    "sql: with recursive n(i) as (select 1 union all select i + 1 from n where i < 300) select "   \
    "date('2024-01-01', '+' || i || ' days') as d, " open " as o, 9.0 as h, 1.0 as l, " close      \
    " as c from n\n"
#define CANDLE "x: d\nmarks: [{candle: c, open: o, high: h, low: l}]\n"

#define CELLS(value) "rows: |\n  k,n,v\n  甲,a," value "\n  乙,a,8\n  丙,a,-8\n"
#define CELL         "x: k\n"

static const pair pairs[] = {
    { "bar", "rows: |\n  k,v\n  甲,3\nx: k\ny: {domain: [-5, 5]}\nmarks: [{bar: v, color: sign}]\n",
      "rows: |\n  k,v\n  甲,-3\nx: k\ny: {domain: [-5, 5]}\nmarks: [{bar: v, color: sign}]\n" },
    { "bar", "rows: |\n  k,a,b\n  甲,2,3\nx: k\nmarks: [{bar: [a, b], color: sign}]\n",
      "rows: |\n  k,a,b\n  甲,3,2\nx: k\nmarks: [{bar: [a, b], color: sign}]\n" },
    { "candle", CANDLES("3", "7") CANDLE, CANDLES("7", "3") CANDLE },
    { "candle", MANY_CANDLES("3.0", "7.0") CANDLE, MANY_CANDLES("7.0", "3.0") CANDLE },
    { "cell", CELLS("5") CELL "marks: [{cell: v, y: n}]\n",
      CELLS("-5") CELL "marks: [{cell: v, y: n}]\n" },
    { "cell", CELLS("5") CELL "marks: [{cell: v, y: n, label: none}]\n",
      CELLS("-5") CELL "marks: [{cell: v, y: n, label: none}]\n" },
    { "dot", "rows: |\n  k,v\n  甲,3\nx: k\ny: {domain: [-5, 5]}\nmarks: [{dot: v, color: sign}]\n",
      "rows: |\n  k,v\n  甲,-3\nx: k\ny: {domain: [-5, 5]}\nmarks: [{dot: v, color: sign}]\n" },
    { "dumbbell",
      "rows: |\n  k,a,b\n  甲,2,3\nx: k\nmarks: [{dumbbell: b, from: a, color: sign}]\n",
      "rows: |\n  k,a,b\n  甲,3,2\nx: k\nmarks: [{dumbbell: b, from: a, color: sign}]\n" },
    { "lollipop",
      "rows: |\n  k,v\n  甲,3\nx: k\ny: {domain: [-5, 5]}\nmarks: [{lollipop: v, color: sign}]\n",
      "rows: |\n  k,v\n  甲,-3\nx: k\ny: {domain: [-5, 5]}\nmarks: [{lollipop: v, color: "
      "sign}]\n" },
    { "slope", "rows: |\n  k,n,v\n  前,甲,2\n  后,甲,3\nx: k\nmarks: [{slope: v, of: n}]\n",
      "rows: |\n  k,n,v\n  前,甲,3\n  后,甲,2\nx: k\nmarks: [{slope: v, of: n}]\n" },
    { "waterfall",
      "rows: |\n  k,v\n  初,5\n  甲,3\nx: k\ny: {domain: [0, 9]}\nmarks: [{waterfall: v, label: "
      "none}]\n",
      "rows: |\n  k,v\n  初,5\n  甲,-3\nx: k\ny: {domain: [0, 9]}\nmarks: [{waterfall: v, label: "
      "none}]\n" },
    { "board", "type: board\nrows: |\n  d,n,v\n  周一,甲,3\nx: d\nlabel: n\nvalue: v\n",
      "type: board\nrows: |\n  d,n,v\n  周一,甲,-3\nx: d\nlabel: n\nvalue: v\n" },
    { "cards", "type: cards\nitems: [{value: 3%, color: sign}]\n",
      "type: cards\nitems: [{value: -3%, color: sign}]\n" },
    { "treemap",
      "type: treemap\nrows: |\n  n,v,c\n  甲,3,5%\n  乙,2,-9%\nname: n\nvalue: v\nchange: c\n",
      "type: treemap\nrows: |\n  n,v,c\n  甲,3,-5%\n  乙,2,-9%\nname: n\nvalue: v\nchange: c\n" },
    { "treemap",
      "type: treemap\nrows: |\n  n,v,c\n  甲,3,5%\n  乙,2,-9%\nname: n\nvalue: v\nchange: c\n"
      "label: none\n",
      "type: treemap\nrows: |\n  n,v,c\n  甲,3,-5%\n  乙,2,-9%\nname: n\nvalue: v\nchange: c\n"
      "label: none\n" },
    { "treemap",
      "type: treemap\nrows: |\n  n,v,c\n  甲,3,5%\n  乙,2,-9%\nname: n\nvalue: v\nchange: c\n"
      "label: share\n",
      "type: treemap\nrows: |\n  n,v,c\n  甲,3,-5%\n  乙,2,-9%\nname: n\nvalue: v\nchange: c\n"
      "label: share\n" },
    { "table", "type: table\nrows: |\n  n,v\n  甲,3\ncolumns: [{field: v, color: sign}]\n",
      "type: table\nrows: |\n  n,v\n  甲,-3\ncolumns: [{field: v, color: sign}]\n" },
    { "table", "type: table\nrows: |\n  n,v\n  甲,3\ncolumns: [{field: v, fill: sign}]\n",
      "type: table\nrows: |\n  n,v\n  甲,-3\ncolumns: [{field: v, fill: sign}]\n" },
    { "table", "type: table\nrows: |\n  n,v\n  甲,3\ncolumns: [{field: v, cell: arrow}]\n",
      "type: table\nrows: |\n  n,v\n  甲,-3\ncolumns: [{field: v, cell: arrow}]\n" },
    { "table", "type: table\nrows: |\n  n,v\n  甲,3\ncolumns: [{field: v, cell: bar}]\n",
      "type: table\nrows: |\n  n,v\n  甲,-3\ncolumns: [{field: v, cell: bar}]\n" },
    { "line",
      "rows: |\n  d,v\n  2026-04-16,3\n  2026-04-17,4\nx: d\nmarks: [{line: v, color: up}]\n",
      "rows: |\n  d,v\n  2026-04-16,3\n  2026-04-17,4\nx: d\nmarks: [{line: v, color: down}]\n" },
};

enum { PAIRS = sizeof pairs / sizeof *pairs };

/* For marks another colour still, but not for any eye. */
static cp_color nearly(cp_color color)
{
    color.blue += color.blue < 0.5 ? 0.004 : -0.004;
    return color;
}

static void see_no_hue(cp_style *style)
{
    cp_chart_style *chart = &style->chart;

    chart->down = nearly(chart->up);
    chart->down_pale = nearly(chart->up_pale);
    chart->down_text = nearly(chart->up_text);
}

static cairo_surface_t *picture(const char *text)
{
    cairo_surface_t *surface
        = cairo_image_surface_create(CAIRO_FORMAT_RGB24, SCALE * WIDTH, SCALE * HEIGHT);
    cairo_t *cr = cairo_create(surface);
    drawn d;

    cairo_scale(cr, SCALE, SCALE);
    drawn_begin(&d);
    see_no_hue((cp_style *)d.env.style);
    drawn_load(&d, text);
    if (!d.loaded)
        cp_test_fault(__FILE__, __LINE__, "%s%s", text, drawn_findings(&d));
    cairo_set_source_rgb(cr, 1, 1, 1);
    cairo_paint(cr);
    if (d.loaded)
        cp_figure_draw(d.figure, &d.env, (cp_rect){ 0, 0, WIDTH, HEIGHT }, (cp_gutters){ 0 }, cr,
                       &d.page, NULL);
    cairo_destroy(cr);
    drawn_close(&d);
    return surface;
}

/* Pixels that differ so much that it can be seen. */
static int count_apart(cairo_surface_t *one, cairo_surface_t *other)
{
    int stride = cairo_image_surface_get_stride(one), apart = 0;
    const unsigned char *a, *b;

    cairo_surface_flush(one);
    cairo_surface_flush(other);
    a = cairo_image_surface_get_data(one);
    b = cairo_image_surface_get_data(other);
    for (int i = 0; i < stride * SCALE * HEIGHT; i += 4)
        apart += abs(a[i] - b[i]) + abs(a[i + 1] - b[i + 1]) + abs(a[i + 2] - b[i + 2]) > 48;
    return apart;
}

TEST(what_falls_differs_from_what_rises_without_its_colour)
{
    for (size_t i = 0; i < PAIRS; i++) {
        cairo_surface_t *rises = picture(pairs[i].rises), *falls = picture(pairs[i].falls);

        if (count_apart(rises, falls) < 12)
            cp_test_fault(__FILE__, __LINE__, "%s: a fall looks like a rise\n%s", pairs[i].kind,
                          pairs[i].falls);
        cairo_surface_destroy(rises);
        cairo_surface_destroy(falls);
    }
}

TEST(every_mark_that_colours_by_sign_is_among_them)
{
    size_t count;
    const char *const *names = cp_mark_names(&count);

    for (size_t i = 0; i < count; i++) {
        bool told = !(cp_mark_find(cp_str_from(names[i]))->traits & CP_MARK_BY_SIGN);

        for (size_t k = 0; k < PAIRS; k++)
            told = told || strcmp(pairs[k].kind, names[i]) == 0;
        if (!told)
            cp_test_fault(__FILE__, __LINE__, "no second sign is shown of %s", names[i]);
    }
}

TEST(marks_of_one_colour_refuse_the_sign)
{
    CHECK_FINDINGS("rows: |\n  d,v\n  2026-04-16,3\n  2026-04-17,-4\nx: d\n"
                   "marks: [{line: v, color: sign}]\n",
                   "6:26: error: `sign` colours rows by their signs, which line does not: it has "
                   "one colour\n");
}

TEST(the_key_of_dots_by_sign_shows_both_and_says_so)
{
    drawn d;

    drawn_open(&d, "rows: |\n  k,v\n  甲,3\n  乙,-3\nx: k\n"
                   "marks: [{dot: v, color: sign, name: 涨跌}]\n");
    CHECK(d.loaded);
    CHECK(strstr(drawn_in(&d, (cp_rect){ 0, 0, WIDTH, HEIGHT }), "legend 涨跌（正/负） dot")
          != NULL);
    drawn_close(&d);
}

TEST(on_a_reversed_axis_what_falls_keeps_its_colour)
{
    const char *const marks[] = { "dot", "lollipop", "bar" };

    for (size_t i = 0; i < 3; i++) {
        cp_arena arena = { 0 };
        const char *text = cp_printf(&arena,
                                     "rows: |\n  k,v\n  甲,-3\nx: k\ny: {reverse: true, domain: "
                                     "[-5, 5]}\nmarks: [{%s: v, color: sign}]\n",
                                     marks[i]);
        cairo_surface_t *surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, WIDTH, HEIGHT);
        cairo_t *cr = cairo_create(surface);
        const unsigned char *data;
        int red = 0, green = 0;
        drawn d;

        drawn_open(&d, text);
        CHECK(d.loaded);
        cp_figure_draw(d.figure, &d.env, (cp_rect){ 0, 0, WIDTH, HEIGHT }, (cp_gutters){ 0 }, cr,
                       &d.page, NULL);
        cairo_surface_flush(surface);
        data = cairo_image_surface_get_data(surface);
        for (int k = 0; k < 4 * WIDTH * HEIGHT; k += 4) {
            red += data[k + 2] > 150 && data[k + 1] < 60;
            green += data[k + 1] > 120 && data[k + 2] < 60;
        }
        CHECK(green > 5 && red == 0);
        drawn_close(&d);
        cairo_destroy(cr);
        cairo_surface_destroy(surface);
        cp_arena_free(&arena);
    }
}
