#include "fixture.h"

#include "paint/output.h"

static const char days[] = "d,a,b\n"
                           "2026-04-13,24000,1.0%\n2026-04-14,23000,-1.5%\n2026-04-15,23500,0.5%\n"
                           "2026-04-16,22500,1.2%\n2026-04-17,24489,-0.6%\n";

/* What lines of the dump of this plot begin with `head`. */
static const char *dumped(const char *spec, const char *csv, double width, double height,
                          const char *head)
{
    static char words[2000];
    fixture f;

    begin(&f, spec, csv);
    CHECK(f.bound);
    with_fonts(&f);
    snprintf(words, sizeof(words), "%s", lines_of(&f, dump_of(&f, width, height), head));
    end(&f);
    return words;
}

TEST(one_unnamed_series_needs_no_legend)
{
    CHECK_STR(dumped("x: d\nmarks: [{bar: a}]", days, 400, 200, "legend "), "");
    CHECK_STR(dumped("x: d\nmarks: [{bar: a, name: 成交额}]", days, 400, 200, "legend "),
              "成交额 bar x=31.0 row=1");
}

TEST(the_legend_tells_which_axis_is_whose)
{
    CHECK_STR(dumped("x: d\nmarks: [{bar: a}, {line: b, axis: right, name: 涨跌幅}]", days, 400,
                     200, "legend "),
              "a（左） bar x=31.0 row=1|涨跌幅（右） line x=90.0 row=1");
}

TEST(a_legend_too_wide_for_a_row_goes_on_in_the_next)
{
    const char *spec = "x: d\nmarks: [{line: a, name: 甲乙丙丁戊己庚辛}, {line: b, name: "
                       "子丑寅卯辰巳午未, axis: right}]";

    CHECK(strstr(dumped(spec, days, 400, 200, "legend "), "row=2") == NULL);
    CHECK(strstr(dumped(spec, days, 200, 200, "legend "), "row=2") != NULL);
}

TEST(the_unit_stands_at_the_head_of_its_axis)
{
    CHECK_STR(dumped("x: d\nmarks: [{bar: v}]", "d,v(亿元)\n2026-04-17,1\n", 400, 200, "unit "),
              "left 亿元");
}

TEST(the_last_value_of_a_line_stands_beside_its_end)
{
    const char *label = dumped("x: d\nmarks: [{line: a}]", days, 100, 120, "label ");

    CHECK(strncmp(label, "24,489 ", 7) == 0);
}

/* Nor does a leader lead out of the picture to where the line is not drawn. */
TEST(a_line_bears_no_value_where_it_runs_beyond_the_axis)
{
    const char *csv = "d,l\n2026-03-02,3\n2026-03-03,8\n2026-03-04,-4\n";
    const char *labels = dumped("x: d\ny: {domain: [0, 5]}\nmarks: [{line: l, label: all}]", csv,
                                300, 200, "label ");

    CHECK(strncmp(labels, "3 ", 2) == 0 && !strchr(labels, '|'));
    CHECK_STR(dumped("x: d\ny: {domain: [0, 5]}\nmarks: [{line: l}]", csv, 300, 200, "label "), "");
    CHECK_STR(dumped("x: d\ny: {domain: [0, 5]}\nmarks: [{line: l, label: all}]", csv, 300, 200,
                     "leader "),
              "");
}

TEST(no_label_is_written_where_none_is_wanted)
{
    CHECK_STR(dumped("x: d\nmarks: [{line: a, label: none}, {bar: b}]", days, 400, 200, "label "),
              "");
}

TEST(values_of_bars_are_written_with_the_decimals_they_have)
{
    const char *labels = dumped("x: k\nmarks: [{bar: v, label: all}]", "k,v\n甲,2.27\n乙,4.1\n",
                                400, 200, "label ");

    CHECK(strncmp(labels, "2.27 ", 5) == 0);
    CHECK(strstr(labels, "|4.10 ") != NULL);
}

TEST(labels_without_room_are_told_not_overprinted)
{
    char csv[4000] = "d,v\n";
    fixture f;

    for (int day = 1; day <= 28; day++)
        snprintf(csv + strlen(csv), sizeof(csv) - strlen(csv), "2026-02-%02d,12345.5\n", day);
    begin(&f, "x: d\nmarks: [{bar: v, label: all}]", csv);
    with_fonts(&f);
    dump_of(&f, 200, 120);
    CHECK_STR(first_finding(&f), "c.yaml:2:25: warning: 22 values have no room for their labels");
    end(&f);
}

/* Low bars between tall ones: a number wider than its step would stand on its neighbours. */
TEST(a_number_beyond_its_bar_stands_on_no_other_bar)
{
    const char *spec = "x: k\nmarks: [{bar: v, label: all}]";
    const char *csv = "k,v\n甲,98765\n乙,1234\n丙,98765\n丁,1234\n戊,98765\n己,1234\n庚,98765\n";

    CHECK(strstr(dumped(spec, csv, 420, 200, "label "), "1,234 ") != NULL);
    CHECK(strstr(dumped(spec, csv, 100, 200, "label "), "98,765 ") != NULL);
    CHECK(strstr(dumped(spec, csv, 100, 200, "label "), "1,234 ") == NULL);
}

/* A line through the place of a value: it stands within its bar, or further out if it is wider. */
TEST(no_line_strikes_through_the_value_of_a_bar)
{
    const char *spec = "x: d\ny: {domain: [0, 40]}\nright: {domain: [0, 4]}\n"
                       "marks: [{bar: a, label: all}, {line: b, axis: right, label: none}]";
    const char *narrow = "d,a,b\n甲,10,1\n乙,20,2.1\n丙,30,3\n";
    const char *wide = "d,a,b\n甲,10.00,1\n乙,20.21,2.1\n丙,30.00,3\n";
    double x, y, bar = 200;
    const char *label = strstr(dumped(spec, narrow, 300, 200, "label "), "20 ");

    CHECK(sscanf(strstr(dumped(spec, narrow, 300, 200, "tick left "), "20 y="), "20 y=%lf", &bar)
          == 1);
    label = strstr(dumped(spec, narrow, 300, 200, "label "), "20 ");
    CHECK(label && sscanf(label, "20 %lf,%lf", &x, &y) == 2 && y > bar);
    label = strstr(dumped(spec, wide, 80, 200, "label "), "20.21 ");
    CHECK(label && sscanf(label, "20.21 %lf,%lf", &x, &y) == 2 && y < bar - 15);
}

TEST(values_of_bars_keep_off_the_numbers_of_the_axes)
{
    const char *spec = "x: d\nmarks: [{bar: a, label: all}]";
    const char *csv = "d,a\n甲,20000000\n乙,40\n丙,40\n丁,40\n戊,40\n己,24691340\n";
    double x, area;

    CHECK(sscanf(dumped(spec, csv, 250, 200, "area "), "%lf", &area) == 1);
    CHECK(sscanf(dumped(spec, csv, 250, 200, "label "), "20,000,000 %lf", &x) == 1);
    CHECK(x > area - 4 && x < area);
}

/* Every box of `dump` that begins with `head`: "TEXT x,y WxH". */
static size_t boxes_of(const char *dump, const char *head, cp_rect *rects, size_t most)
{
    size_t count = 0, size = strlen(head);

    for (const char *line = dump; *line && count < most; line = strchr(line, '\n') + 1) {
        const char *end = strchr(line, '\n'), *at = end;

        if (strncmp(line, head, size) != 0)
            continue;
        for (int blanks = 0; at > line && blanks < 2; blanks += *at == ' ')
            at--;
        if (sscanf(at + 1, "%lf,%lf %lfx%lf", &rects[count].x, &rects[count].y, &rects[count].width,
                   &rects[count].height)
            == 4)
            count++;
    }
    return count;
}

TEST(end_labels_keep_apart_and_within_the_figure)
{
    const char *spec = "x: d\nmarks: [{line: a}, {line: b}, {line: c}, {line: e}]";
    const char *csv = "d,a,b,c,e\n2026-04-16,1,2,3,9\n2026-04-17,5.01,5.02,5.03,5.04\n";
    cp_rect rects[8];
    const char *dump;
    size_t count;
    fixture f;

    begin(&f, spec, csv);
    with_fonts(&f);
    for (double width = 60; width < 500; width += 110) {
        dump = dump_of(&f, width, 160);
        count = boxes_of(dump, "label ", rects, 8);
        CHECK_INT(count, 4);
        for (size_t i = 0; i < count; i++) {
            CHECK(cp_rect_inside(rects[i], (cp_rect){ 0, 0, width, 160 }, 0.2));
            for (size_t j = 0; j < i; j++)
                CHECK(!cp_rects_overlap(rects[i], rects[j], 0.2));
        }
    }
    end(&f);
}

TEST(the_ends_of_several_lines_have_a_column_behind_them)
{
    const char *csv
        = "d,a,b\n2026-04-14,1,3\n2026-04-15,4,5\n2026-04-16,1,2\n2026-04-17,5.01,5.02\n";
    cp_rect area, label[2];
    const char *dump;
    fixture f;

    begin(&f, "x: d\nmarks: [{line: a}, {line: b}]", csv);
    with_fonts(&f);
    dump = dump_of(&f, 420, 200);
    CHECK_INT(boxes_of(dump, "area ", &area, 1), 1);
    CHECK_INT(boxes_of(dump, "label ", label, 2), 2);
    for (size_t i = 0; i < 2; i++)
        CHECK(label[i].x > area.x + area.width * 7 / 8);
    end(&f);
}

/* A line that ends low among tall bars, on the axis of this side. */
static void check_end_is_clear_of_bars(const char *spec)
{
    const char *dump;
    cp_rect area, label;
    fixture f;

    begin(&f, spec,
          "d,a,b\n2026-04-13,90,3\n2026-04-14,95,9\n2026-04-15,80,40\n2026-04-16,92,30\n"
          "2026-04-17,99,21\n");
    with_fonts(&f);
    dump = dump_of(&f, 420, 200);
    CHECK_INT(boxes_of(dump, "area ", &area, 1), 1);
    CHECK_INT(boxes_of(dump, "label ", &label, 1), 1);
    CHECK(label.x >= area.x + area.width || label.y + label.height <= area.y + area.height * 0.1);
    CHECK(cp_rect_inside(label, (cp_rect){ 0, 0, 420, 200 }, 0.2));
    end(&f);
}

TEST(the_last_value_of_a_line_keeps_clear_of_bars)
{
    check_end_is_clear_of_bars("x: d\nmarks: [{bar: a}, {line: b}]");
    check_end_is_clear_of_bars("x: d\nmarks: [{bar: a}, {line: b, axis: right, label: last}]");
}

TEST(ticks_of_the_right_axis_give_way_to_the_last_value_that_stands_there)
{
    const char *spec = "x: d\nright: {format: \".0f\"}\n"
                       "marks: [{bar: a}, {line: b, axis: right, label: last}]";
    const char *csv = "d,a,b\n2026-04-16,90,10\n2026-04-17,99,20\n";

    CHECK_STR(dumped(spec, csv, 400, 120, "label "), "20 390.0,19.8 10.0x8.5");
    CHECK_STR(dumped(spec, csv, 400, 120, "tick right "), "10 y=106.5|15 y=65.2");
}

TEST(keys_at_the_right_stand_beside_the_area)
{
    const char *spec
        = "x: d\nlegend: right\nmarks: [{line: a, label: none}, {line: b, label: none}]";
    cp_rect area;
    double key;
    fixture f;

    begin(&f, spec, days);
    f.plot.legend = CP_LEGEND_RIGHT;
    with_fonts(&f);
    CHECK_INT(
        boxes_of(dump_within(&f, 400, 200,
                             cp_plot_margins(&f.plot, &f.looks, (cp_size){ 400, 200 }, &f.page)),
                 "area ", &area, 1),
        1);
    CHECK(sscanf(lines_of(&f, dump_of(&f, 400, 200), "legend a line x="), "%lf", &key) == 1);
    CHECK_NEAR(key, area.x + area.width + f.style->chart.legend_gap, 0.2);
    end(&f);
}

TEST(the_numbers_along_a_cloud_tell_their_unit)
{
    CHECK(strncmp(dumped("x: a\nmarks: [{dot: b}]", "a(%),b\n1,2\n3,4\n", 400, 200, "name x "),
                  "% ", 2)
          == 0);
    CHECK(strncmp(dumped("x: {field: a, name: 增速}\nmarks: [{dot: b}]", "a(%),b\n1,2\n3,4\n", 400,
                         200, "name x "),
                  "增速（%） ", strlen("增速（%） "))
          == 0);
}

TEST(names_stand_on_their_bars_however_high_the_next_one_is)
{
    CHECK_STR(dumped("x: k\nmarks: [{bar: v}, {text: n, y: v}]",
                     "k,v,n\n甲,2,示例股份甲乙丙\n乙,9,示例\n", 160, 200, "leader "),
              "");
}

TEST(margins_asked_for_are_kept_so_that_areas_align)
{
    const cp_margins asked = { 40, 20, 30, 60 };
    fixture f;
    cp_margins own;

    begin(&f, "x: d\nmarks: [{bar: a}]", days);
    with_fonts(&f);
    own = cp_plot_margins(&f.plot, &f.looks, (cp_size){ 400, 200 }, &f.page);
    CHECK(own.left < asked.left && own.top < asked.top);
    CHECK_STR(lines_of(&f, dump_within(&f, 400, 200, asked), "area "), "60.0,40.0 320.0x130.0");
    end(&f);
}

TEST(a_plot_draws_in_any_box_even_in_none)
{
    static const double sides[] = { 0, 1, 10, 50, 5000 };
    fixture f;

    begin(&f,
          "x: d\nmarks: [{bar: a, label: all}, {line: b, axis: right, curve: step}, {dot: a}, "
          "{rule: 1}, {area: a}, {text: d, y: a}]",
          days);
    CHECK(f.bound);
    with_fonts(&f);
    for (size_t i = 0; i < 5; i++)
        for (size_t j = 0; j < 5; j++)
            CHECK(strncmp(dump_of(&f, sides[i], sides[j]), "box ", 4) == 0);
    end(&f);
}

TEST(the_same_plot_dumps_the_same_again)
{
    fixture f;

    begin(&f, "x: d\nmarks: [{bar: a}, {line: b, axis: right}]", days);
    with_fonts(&f);
    CHECK_STR(dump_of(&f, 400, 200), dump_of(&f, 400, 200));
    end(&f);
}

/* How much of a PDF a mark of 200,000 rows takes. */
static size_t pdf_bytes(const char *spec)
{
    enum { ROWS = 200000 };
    cp_buf csv = { 0 }, out = { 0 };
    cp_output *output;
    fixture f;
    size_t size;

    cp_buf_printf(&csv, "n,v\n");
    for (int i = 0; i < ROWS; i++)
        cp_buf_printf(&csv, "%d,%d\n", i, 50 + i % 997 - i / 7919 * 13 % 97);
    begin(&f, spec, csv.data);
    CHECK(f.bound);
    with_fonts(&f);
    output = cp_output_open(cp_output_find(CP_STR("pdf")), &f.arena, (cp_size){ 480, 270 },
                            &(cp_document_info){ 0 }, &(cp_output_options){ 0 }, &f.report);
    cp_plot_draw(&f.plot, &f.looks, (cp_rect){ 0, 0, 480, 270 }, (cp_margins){ 0 },
                 cp_output_page(output), &f.page, NULL);
    cp_output_page_end(output);
    CHECK(cp_output_finish(output, &out, &f.report));
    size = out.size;
    cp_output_close(output);
    cp_buf_free(&out);
    cp_buf_free(&csv);
    end(&f);
    return size;
}

TEST(more_rows_than_pixels_make_no_larger_files)
{
    CHECK(pdf_bytes("x: n\nmarks: [{line: v}]") < 150000);
    CHECK(pdf_bytes("x: n\nmarks: [{bar: v}]") < 150000);
    CHECK(pdf_bytes("x: n\nmarks: [{area: v, curve: step}]") < 150000);
}

TEST(values_far_beyond_a_domain_do_not_come_back_into_the_picture)
{
    CHECK_STR(dumped("x: n\ny: {domain: [0, 1e-300]}\nmarks: [{line: v, label: none}]",
                     "n,v\n1,5\n2,-5\n", 400, 200, "mark "),
              "line v rows=2 x=9.7..400.0 y=-100000.0..100000.0");
}
