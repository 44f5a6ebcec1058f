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

TEST(a_table_whose_words_are_wider_has_no_layout)
{
    static const char *const codes[]
        = { "代码", "名称", NULL, "ABCDEFGHIJKLMNOPQRSTUVWXYZ", "宁德", NULL, NULL };
    setting s;

    open_setting(&s);
    CHECK(dump_table(&s, codes, "ll", 100, 1) == NULL);
    CHECK(cp_tabular_least_width(make_table(&s, codes, "ll"), 1) > 100);
    CHECK(dump_table(&s, codes, "ll", cp_tabular_least_width(make_table(&s, codes, "ll"), 1), 1));
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

static const char *const merged[] = {
    "概念",  "净流入",   "个股", "净流入", NULL,         "锂电池", "72.11",    "宁德时代",
    "31.73", NULL,       "^",    "^",      "华友钴业",   "10.18",  NULL,       "^",
    "^",     "天华新能", "5.43", NULL,     "半导体产业", "69.74",  "兆易创新", "8.25",
    NULL,    "^",        "^",    "德明利", "7.41",       NULL,     "合计",     "<",
    "<",     "141.85",   NULL,   NULL,
};

TEST(merged_cells_tile_the_grid_at_every_width)
{
    setting s;

    open_setting(&s);
    for (double width = 180; width < 900; width += 61)
        CHECK_STR(misplaced(dump_table(&s, merged, "lrlr", width, 0.9)), "");
    close_setting(&s);
}

TEST(a_merged_cell_is_as_high_as_its_rows_and_its_text_in_their_middle)
{
    setting s;
    const char *dump;
    cp_rect whole, first, last;

    open_setting(&s);
    dump = dump_table(&s, merged, "lrlr", 500, 1);
    whole = cell_box(dump, 1, 0);
    first = cell_box(dump, 1, 2);
    last = cell_box(dump, 3, 2);
    CHECK_NEAR(whole.y, first.y, 0.02);
    CHECK_NEAR(whole.height, last.y + last.height - first.y, 0.02);
    CHECK_NEAR(cell_box(dump, 6, 0).width, cell_box(dump, 6, 3).x - ORIGIN_X, 0.02);
    close_setting(&s);
}

TEST(a_merged_text_that_is_higher_than_its_rows_widens_them)
{
    static const char *const tall[] = {
        "方面", "条目", NULL, "这一格的文字很长，折成许多行以后比右边两行加在一起还要高",
        "甲",   NULL,   "^",  "乙",
        NULL,   NULL,
    };
    setting s;
    const char *dump;

    open_setting(&s);
    s.style->table.body.size = 10;
    dump = dump_table(&s, tall, "ll", 120, 1);
    CHECK_STR(misplaced(dump), "");
    CHECK_NEAR(cell_box(dump, 1, 1).height, cell_box(dump, 2, 1).height, 0.02);
    CHECK(cell_box(dump, 1, 1).height > 30);
    close_setting(&s);
}

TEST(decimal_points_stand_one_below_the_other)
{
    static const char *const mixed[] = { "值", NULL,    "12.5", NULL, "(2.40)", NULL, "−1,234",
                                         NULL, "0.125", NULL,   "—",  NULL,     NULL };
    setting s;
    const char *dump;
    double tail;

    open_setting(&s);
    dump = dump_table(&s, mixed, ".", 200, 1);
    CHECK_STR(misplaced(dump), "");
    /* The digits are equally wide: 12.5 ends two of them ahead of 0.125. */
    tail = (text_right(dump, 4, 0) - text_right(dump, 1, 0)) / 2;
    CHECK(tail > 3);
    CHECK_NEAR(text_right(dump, 1, 0) - text_left(dump, 1, 0),
               text_right(dump, 4, 0) - text_left(dump, 4, 0) - tail, 0.02);
    CHECK(text_right(dump, 3, 0) < text_right(dump, 1, 0) - tail);
    CHECK_NEAR(text_right(dump, 0, 0), text_right(dump, 4, 0), 0.02);
    close_setting(&s);
}

TEST(widths_are_shared_fixed_or_those_of_the_texts)
{
    setting s;
    cp_tabular *table;
    const cp_tabular_layout *layout;
    cp_tabular_page page;
    const char *dump;
    double pads;

    open_setting(&s);
    table = make_table(&s, merged, "lrlr");
    pads = 2 * s.style->table.cell_x;
    s.columns[0] = (cp_tabular_column){ .width = CP_TABULAR_FIXED, .amount = 90 };
    s.columns[1].width = CP_TABULAR_FIT;
    s.columns[2] = (cp_tabular_column){ .width = CP_TABULAR_SHARE, .amount = 3 };
    s.columns[3] = (cp_tabular_column){ .width = CP_TABULAR_SHARE, .amount = 1 };
    layout = cp_tabular_lay(table, 600, 1);
    page = cp_tabular_all(layout);
    dump = dump_page(&s, &page);
    CHECK_NEAR(cell_box(dump, 1, 0).width, 90 + pads, 0.02);
    CHECK_NEAR(cell_box(dump, 1, 1).width, text_right(dump, 0, 1) - text_left(dump, 0, 1) + pads,
               0.02);
    CHECK_NEAR(cell_box(dump, 1, 2).width - pads, 3 * (cell_box(dump, 1, 3).width - pads), 0.04);
    CHECK_NEAR(cell_right(dump, 1, 3), ORIGIN_X + 600, 0.02);
    close_setting(&s);
}

TEST(a_table_scaled_is_one_in_more_room_drawn_smaller)
{
    setting s;

    open_setting(&s);
    s.style->table.tight_y = s.style->table.tight_head = s.style->table.cell_y;
    s.style->table.tight_line = s.style->table.line_height;
    CHECK_NEAR(table_height(&s, policy, "ll", 400, 0.8),
               0.8 * table_height(&s, policy, "ll", 500, 1), 0.01);
    close_setting(&s);
}

TEST(a_small_table_has_less_room_around_its_texts)
{
    setting s;
    double whole, small;

    open_setting(&s);
    const cp_tabular_style *table = &s.style->table;
    double body = 2 * (table->cell_y - table->tight_y);
    double head = 2 * (table->cell_y - table->tight_head);
    double line = table->body.size * (table->line_height - table->tight_line);

    whole = table_height(&s, flows, "lrl", 600, 1);
    small = table_height(&s, flows, "lrl", 600, table->tight);
    CHECK(body > head && line > 0);
    CHECK_NEAR(whole - small / table->tight, head + 2 * body + 3 * line, 0.02);
    close_setting(&s);
}

TEST(the_largest_scale_that_fits_is_found)
{
    setting s;
    cp_tabular *table;
    double whole, scale;

    open_setting(&s);
    table = make_table(&s, policy, "ll");
    whole = table_height(&s, policy, "ll", 300, 1);
    scale = cp_tabular_fit(table, (cp_size){ 300, 0.85 * whole }, 1);
    CHECK(scale > 0.78 && scale < 1);
    CHECK(table_height(&s, policy, "ll", 300, scale) <= 0.85 * whole + 0.02);
    CHECK_NEAR(cp_tabular_fit(table, (cp_size){ 300, whole + 1 }, 1), 1, 1e-9);
    CHECK_NEAR(cp_tabular_fit(table, (cp_size){ 300, 30 }, 1), 0, 1e-9);
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
