#include "test.h"

#include "tables.h"

static const char *const flows[] = {
    "概念", "净流入",     "个股简称", NULL,       "锂电池", "72.11", "宁德时代",
    NULL,   "半导体产业", "−69.74",   "兆易创新", NULL,     NULL,
};

static const char *const policy[] = {
    "方面",
    "具体内容",
    NULL,
    "总体要求",
    "坚持以人民为中心的发展思想，健全药品价格形成机制，发挥市场在资源配置中的决定性作用，更好发挥政"
    "府作用，"
    "支持医药创新和高质量发展，更好满足人民群众多样化用药需求。",
    NULL,
    "价格治理",
    "完善药品价格监测预警，强化价格招采信用评价。",
    NULL,
    NULL,
};

TEST(numbers_end_at_one_edge_and_texts_begin_at_one)
{
    setting s;
    const char *dump;

    open_setting(&s);
    dump = dump_table(&s, flows, "lrl", 300, 1);
    CHECK_NEAR(text_right(dump, 1, 1), text_right(dump, 2, 1), 0.02);
    CHECK_NEAR(text_right(dump, 0, 1), text_right(dump, 2, 1), 0.02);
    CHECK(text_left(dump, 1, 1) > text_left(dump, 2, 1) + 1);
    CHECK_NEAR(text_left(dump, 1, 2), cell_left(dump, 1, 2) + s.style->table.cell_x, 0.02);
    close_setting(&s);
}

TEST(numbers_stand_in_the_middle_of_a_wide_column)
{
    setting s;
    const char *dump;
    double left, right;

    open_setting(&s);
    dump = dump_table(&s, flows, "lrl", 800, 1);
    left = text_left(dump, 2, 1) - cell_left(dump, 2, 1);
    right = cell_right(dump, 2, 1) - text_right(dump, 2, 1);
    CHECK(left > 20);
    CHECK_NEAR(left, right, 0.02);
    close_setting(&s);
}

TEST(a_table_is_as_wide_as_it_is_told_to_be)
{
    setting s;
    const char *dump;

    open_setting(&s);
    dump = dump_table(&s, flows, "lrl", 300, 1);
    CHECK_NEAR(cell_left(dump, 0, 0), ORIGIN_X, 0.02);
    CHECK_NEAR(cell_right(dump, 0, 2), ORIGIN_X + 300, 0.02);
    close_setting(&s);
}

TEST(no_text_leaves_its_cell_whatever_the_width)
{
    setting s;

    open_setting(&s);
    for (double width = 120; width < 900; width += 37) {
        CHECK_STR(misplaced(dump_table(&s, policy, "ll", width, 1)), "");
        CHECK_STR(misplaced(dump_table(&s, policy, "cr", width, 0.8)), "");
        CHECK_STR(misplaced(dump_table(&s, flows, "lcr", width + 100, 1.3)), "");
    }
    CHECK(s.report.first == NULL);
    close_setting(&s);
}

TEST(a_narrower_table_is_higher)
{
    setting s;
    double wide, narrow;

    open_setting(&s);
    wide = table_height(&s, policy, "ll", 880, 1);
    narrow = table_height(&s, policy, "ll", 300, 1);
    CHECK(wide > 0);
    CHECK(narrow > wide + s.style->table.body.size);
    CHECK(table_height(&s, policy, "ll", 880, 0.8) < wide);
    close_setting(&s);
}

TEST(a_table_that_is_too_wide_is_a_finding)
{
    static const char *const codes[]
        = { "代码", "名称", NULL, "ABCDEFGHIJKLMNOPQRSTUVWXYZ", "宁德", NULL, NULL };
    setting s;

    open_setting(&s);
    CHECK(dump_table(&s, codes, "ll", 100, 1) == NULL);
    CHECK(s.report.first != NULL);
    CHECK(strstr(cp_finding_line(&s.arena, s.report.first), "deck.md:7: error: the table needs "));
    CHECK(strstr(s.report.first->text,
                 " pt for its 2 columns, there are 100: its cells cannot be broken further"));
    close_setting(&s);
}

TEST(empty_cells_and_a_table_without_rows_are_drawn)
{
    static const char *const holes[] = { "a", "", NULL, "", "b", NULL, "", "", NULL, NULL };
    static const char *const head[] = { "a", "b", NULL, NULL };
    setting s;

    open_setting(&s);
    CHECK_STR(misplaced(dump_table(&s, holes, "ll", 100, 1)), "");
    CHECK_STR(misplaced(dump_table(&s, head, "ll", 100, 1)), "");
    CHECK(s.report.first == NULL);
    close_setting(&s);
}

TEST(a_fault_of_a_text_is_told_once)
{
    static const char *const strange[]
        = { "名称", "内容", NULL, "甲", "\U0010fffd 是一段足够长的文字要折成好几行", NULL, NULL };
    setting s;

    open_setting(&s);
    CHECK(dump_table(&s, strange, "ll", 120, 1) != NULL);
    CHECK_INT(s.report.errors, 1);
    close_setting(&s);
}

TEST(the_least_scale_keeps_the_smallest_size)
{
    setting s;
    double scale;

    open_setting(&s);
    scale = cp_tabular_least_scale(s.style);
    CHECK_NEAR(scale * s.style->table.body.size, s.style->table.smallest, 1e-9);
    close_setting(&s);
}
