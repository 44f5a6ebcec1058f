#include "apart.h"

static const char cells[] = "月,年,幅\n1月,2025,3%\n2月,2025,-1%\n1月,2026,5%\n2月,2026,\n";
static const char spec[] = "x: 月\nmarks:\n  - {cell: 幅, y: 年}\n";

TEST(names_down_the_side_are_steps_the_first_on_top)
{
    fixture f;
    const char *dump;

    begin(&f, spec, cells);
    with_fonts(&f);
    CHECK(f.bound && f.plot.y[0].name_count == 2);
    dump = dump_of(&f, 300, 200);
    CHECK(strstr(dump, "tick left 2025 y=") < strstr(dump, "tick left 2026 y="));
    end(&f);
}

TEST(values_are_written_where_all_of_them_fit_and_none_where_not)
{
    fixture f;

    begin(&f, spec, cells);
    with_fonts(&f);
    CHECK_STR(lines_of(&f, dump_of(&f, 60, 46), "label "), "");
    CHECK(!f.report.first);
    CHECK(labels_apart(dump_of(&f, 300, 200), 300, 200) == 3);
    end(&f);
}

TEST(values_that_were_asked_for_and_do_not_fit_are_told)
{
    fixture f;

    begin(&f, "x: 月\nmarks:\n  - {cell: 幅, y: 年, label: all, format: \"+.6%\"}\n", cells);
    with_fonts(&f);
    dump_of(&f, 70, 60);
    CHECK(f.report.first && f.report.first->severity == CP_WARNING);
    end(&f);
}

TEST(the_legend_tells_the_reach_of_the_colours)
{
    fixture f;

    begin(&f, spec, cells);
    with_fonts(&f);
    CHECK(strstr(dump_of(&f, 300, 200), "legend −1%～5% cell"));
    end(&f);
}

TEST(two_values_for_a_cell_numbers_on_its_axis_and_words_for_values_are_told)
{
    check_finding(spec, "月,年,幅\n1月,2025,3\n1月,2025,4\n",
                  "c.yaml:3:12: error: 1月: more than one row for one cell; group them in `sql`");
    check_finding("x: 月\nmarks:\n  - {cell: 幅, y: 年}\n  - {line: 幅}\n", cells,
                  "c.yaml:4:12: error: the y axis has names, line needs numbers on it");
    check_finding("x: 月\nmarks:\n  - {cell: 月, y: 年}\n", cells,
                  "c.yaml:3:12: error: column 月 is a text, cell needs numbers; expected 年 or 幅");
}

TEST(the_least_box_has_a_row_for_each_name)
{
    fixture f;
    cp_size two, one;

    begin(&f, spec, "月,年,幅\n1月,2025,3\n");
    with_fonts(&f);
    one = cp_plot_least(&f.plot, &f.looks, &f.page);
    end(&f);
    begin(&f, spec,
          "月,年,幅\n1月,一,3\n1月,二,3\n1月,三,3\n1月,四,3\n1月,五,3\n1月,六,3\n1月,七,3\n"
          "1月,八,3\n");
    with_fonts(&f);
    two = cp_plot_least(&f.plot, &f.looks, &f.page);
    CHECK(two.height > one.height + 3 * f.style->chart.tick.size);
    end(&f);
}
