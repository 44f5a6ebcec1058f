#include "apart.h"

static const char rows[] = "x,y,市值(亿元),名\n1,10,5,甲\n2,30,9,乙\n3,20,7,丙\n4,5,1,丁\n";

/* The names that are left, in the order of x. */
static const char *names_left(fixture *f)
{
    const char *text = "";

    for (size_t i = 0; i < f->plot.series[0].count; i++)
        text = cp_printf(&f->arena, "%s" CP_FMT, text, CP_ARG(f->plot.series[0].text[i]));
    return text;
}

static void check_names(const char *named, const char *expected)
{
    cp_arena arena = { 0 };
    fixture f;

    begin(&f,
          cp_printf(&arena,
                    "x: x\nmarks:\n  - {dot: y, size: 市值, names: 名, labels: {only: %s}}\n",
                    named),
          rows);
    CHECK(f.bound);
    CHECK_STR(names_left(&f), expected);
    end(&f);
    cp_arena_free(&arena);
}

TEST(names_may_be_the_largest_or_the_smallest_by_any_of_their_numbers)
{
    check_names("all", "甲乙丙丁");
    check_names("top 2 by y", "乙丙");
    check_names("top 1 by x", "丁");
    check_names("bottom 3 by 市值", "甲丙丁");
    check_names("top 9 by size", "甲乙丙丁");
}

TEST(emphasized_points_are_named_in_any_case)
{
    fixture f;

    begin(&f,
          "x: x\nmarks:\n  - {dot: y, names: 名, labels: {only: top 1 by y}, emphasis: [丁, 甲]}\n",
          rows);
    CHECK_STR(names_left(&f), "甲乙丁");
    CHECK(f.plot.series[0].strong[0] && !f.plot.series[0].strong[1] && f.plot.series[0].strong[3]);
    end(&f);
    begin(&f, "x: x\nmarks:\n  - {dot: y, names: 名, labels: {only: emphasis}, emphasis: 丙}\n",
          rows);
    CHECK_STR(names_left(&f), "丙");
    end(&f);
}

TEST(their_dots_are_larger)
{
    fixture f;

    begin(&f, "x: x\nmarks:\n  - {dot: y, names: 名, emphasis: 乙}\n", rows);
    with_fonts(&f);
    CHECK(strstr(dump_of(&f, 300, 200), " 3.7\n"));
    end(&f);
}

TEST(what_cannot_be_chosen_is_told)
{
    check_finding("x: x\nmarks:\n  - {dot: y, names: 名, emphasis: [甲, 已]}\n", rows,
                  "c.yaml:3:38: error: no point is called '已'; expected 甲, 乙, 丙 or 丁");
    check_finding("x: x\nmarks:\n  - {dot: y, emphasis: 甲}\n", rows,
                  "c.yaml:3:24: error: there are no names to emphasize; expected `names: a "
                  "column`, too");
    check_finding("x: x\nmarks:\n  - {dot: y, names: 名, labels: {only: top by x}}\n", rows,
                  "c.yaml:3:39: error: 'top by x' does not choose names; expected `all`, "
                  "`emphasis`, or `top 30 by x`, with `bottom` for `top` and y or size for x");
    check_finding("x: x\nmarks:\n  - {dot: y, names: 名, labels: {only: top 3 by size}}\n", rows,
                  "c.yaml:3:39: error: there is no size to choose by; expected `size: a column`, "
                  "too");
    check_finding("x: x\nmarks:\n  - {dot: y, names: 名, labels: {only: top 0 by x}}\n", rows,
                  "c.yaml:3:39: error: 'top 0 by x' does not choose names; expected `all`, "
                  "`emphasis`, or `top 30 by x`, with `bottom` for `top` and y or size for x");
    check_finding("x: x\nmarks:\n  - {dot: y, names: 名, labels: {only: emphasis}}\n", rows,
                  "c.yaml:3:39: error: no point is emphasized; expected `emphasis: some names`, "
                  "too");
}

TEST(names_are_chosen_among_the_points_that_are_drawn)
{
    fixture f;

    begin(&f, "x: x\nmarks:\n  - {dot: y, size: 市值, names: 名, labels: {only: top 1 by y}}\n",
          "x,y,市值,名\n1,10,5,甲\n2,30,,乙\n3,20,7,丙\n");
    CHECK_STR(names_left(&f), "丙");
    end(&f);
    begin(&f,
          "x: x\ny: {domain: [0, 25], clip: drop}\n"
          "marks:\n  - {dot: y, names: 名, labels: {only: top 1 by y}}\n",
          rows);
    CHECK_STR(names_left(&f), "丙");
    end(&f);
}
