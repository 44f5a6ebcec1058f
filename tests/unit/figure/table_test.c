#include "drawn.h"

#include <math.h>

#include "base/color.h"
#include "figure/table.h"

/* A line of the dump of a table: its place in the grid, its box, its text's box and words. */
typedef struct dumped {
    size_t row, column;
    cp_rect cell, text;
    char words[80];
} dumped;

static bool parse_line(cp_str line, dumped *out)
{
    char copy[300];
    int end = 0;

    snprintf(copy, sizeof copy, CP_FMT, CP_ARG(line));
    if (sscanf(copy, "cell %zu %zu %lf %lf %lf %lf text %lf %lf %lf %lf%n", &out->row, &out->column,
               &out->cell.x, &out->cell.y, &out->cell.width, &out->cell.height, &out->text.x,
               &out->text.y, &out->text.width, &out->text.height, &end)
        != 10)
        return false;
    snprintf(out->words, sizeof out->words, "%.79s", copy[end] ? copy + end + 1 : "");
    return true;
}

/* The cell at a row (0: the first of the head) and a column. */
static dumped cell_at(const drawn *d, size_t row, size_t column)
{
    cp_str rest = cp_buf_str(&d->dump);
    dumped found = { 0 };

    while (rest.data)
        if (parse_line(cp_str_next(&rest, '\n'), &found) && found.row == row
            && found.column == column)
            return found;
    return (dumped){ .words = "(no such cell)" };
}

#define CHECK_CELL(row, column, wanted)                                                            \
    do {                                                                                           \
        dumped cell = cell_at(&d, row, column);                                                    \
        CHECK_STR(cell.words, wanted);                                                             \
    } while (0)

/* No text leaves its cell, no cell lies on another. */
static void check_places(const drawn *d)
{
    static dumped cells[2000];
    cp_str rest = cp_buf_str(&d->dump);
    size_t count = 0;

    while (rest.data && count < 2000)
        count += parse_line(cp_str_next(&rest, '\n'), &cells[count]);
    CHECK(count > 0);
    for (size_t i = 0; i < count; i++) {
        if (cells[i].text.width > 0)
            CHECK(cp_rect_inside(cells[i].text, cells[i].cell, 0.05));
        for (size_t k = 0; k < i; k++)
            CHECK(!cp_rects_overlap(cells[i].cell, cells[k].cell, 0.05));
    }
}

#define FLOWS                                                                                      \
    "type: table\n"                                                                                \
    "rows: |\n"                                                                                    \
    "  方向,概念,合计(亿元),个股,金额(元),占比\n"                                   \
    "  流入,锂电池,72.11,甲,3173000000,12.5%\n"                                              \
    "  流入,锂电池,72.11,乙,1018000000,3%\n"                                                 \
    "  流入,芯片,54.82,丙,825000000,\n"                                                       \
    "  流入,5G,54.82,丁,-20000000,0.5%\n"

TEST(all_columns_of_the_rows_are_shown_with_their_units_in_the_head)
{
    drawn d;

    drawn_open(&d, FLOWS);
    CHECK(d.loaded);
    drawn_draw(&d, 600, 300);
    CHECK_CELL(0, 2, "合计（亿元）");
    CHECK_CELL(0, 5, "占比");
    CHECK_CELL(1, 1, "锂电池");
    CHECK_CELL(1, 2, "72.11");
    CHECK_CELL(1, 5, "12.5%");
    CHECK_CELL(3, 5, "—");
    CHECK_CELL(4, 4, "−20,000,000");
    check_places(&d);
    drawn_close(&d);
}

TEST(numbers_are_converted_to_the_unit_asked_for)
{
    drawn d;

    drawn_open(&d, FLOWS "columns:\n  - {field: 金额, unit: 亿元}\n"
                         "  - {field: 金额, label: 万, unit: 万元, format: \"(,.0f\"}\n");
    drawn_draw(&d, 300, 300);
    CHECK_CELL(0, 0, "金额（亿元）");
    CHECK_CELL(1, 0, "31.73");
    CHECK_CELL(4, 0, "−0.20");
    CHECK_CELL(0, 1, "万");
    CHECK_CELL(1, 1, "317,300");
    CHECK_CELL(4, 1, "(2,000)");
    drawn_close(&d);
}

#define SHARES "type: table\nrows: |\n  占比,率(%),差(bp)\n  12.3%,5,50\n  20%,6.25,25\n"

TEST(shares_are_converted_to_percent_and_basis_points)
{
    drawn d;

    drawn_open(&d, SHARES "columns:\n  - {field: 占比, unit: \"%\"}\n  - {field: 占比, unit: bp}\n"
                          "  - {field: 率, unit: bp}\n  - {field: 率, format: .2f}\n"
                          "  - {field: 差, unit: \"%\", format: .2%}\n");
    drawn_draw(&d, 400, 300);
    CHECK_CELL(1, 0, "12.3%");
    CHECK_CELL(0, 1, "占比（bp）");
    CHECK_CELL(1, 1, "1,230");
    CHECK_CELL(0, 2, "率（bp）");
    CHECK_CELL(2, 2, "625");
    CHECK_CELL(0, 3, "率（%）");
    CHECK_CELL(2, 3, "6.25");
    CHECK_CELL(1, 4, "0.50%");
    drawn_close(&d);
}

TEST(bare_numbers_are_in_the_unit_asked_for_and_those_with_magnitudes_come_to_it)
{
    drawn d;

    drawn_open(&d, "type: table\nrows: |\n  额,量,股\n  23489,1.2亿,300000000\n"
                   "columns:\n  - {field: 额, unit: 亿元}\n  - {field: 量, unit: 亿元}\n"
                   "  - {field: 股, unit: 亿股}\n");
    drawn_draw(&d, 400, 300);
    CHECK_CELL(1, 0, "23,489");
    CHECK_CELL(1, 1, "1.2");
    CHECK_STR(drawn_findings(&d), "8:22: warning: column 股 has no unit of its own and its "
                                  "numbers are taken to be in 亿股 already\n");
    drawn_close(&d);
}

TEST(equal_values_are_one_cell_but_not_over_different_ones_at_their_left)
{
    drawn d;

    drawn_open(&d, FLOWS "columns:\n  - {field: 概念, merge: same}\n"
                         "  - {field: 合计, merge: same}\n  - 个股\n");
    drawn_draw(&d, 300, 300);
    CHECK_NEAR(cell_at(&d, 1, 0).cell.height, 2 * cell_at(&d, 1, 2).cell.height, 0.05);
    CHECK_NEAR(cell_at(&d, 1, 1).cell.height, 2 * cell_at(&d, 1, 2).cell.height, 0.05);
    CHECK_CELL(2, 0, "(no such cell)");
    CHECK_CELL(3, 1, "54.82");
    CHECK_CELL(4, 1, "54.82");
    check_places(&d);
    drawn_close(&d);
}

TEST(cells_equal_to_those_at_their_left_are_one_with_them)
{
    drawn d;

    drawn_open(&d, "type: table\nrows: |\n  项,甲,乙\n  轴承,滚子,滚子\n  重量,47,70\n"
                   "columns: [项, 甲, {field: 乙, merge: left}]\n");
    drawn_draw(&d, 300, 100);
    CHECK_CELL(1, 1, "滚子");
    CHECK_CELL(1, 2, "(no such cell)");
    CHECK_CELL(2, 2, "70");
    CHECK_NEAR(cell_at(&d, 1, 1).cell.width,
               cell_at(&d, 2, 1).cell.width + cell_at(&d, 2, 2).cell.width, 0.05);
    drawn_close(&d);
}

TEST(blocks_stand_side_by_side_each_under_its_own_head)
{
    drawn d;

    drawn_open(&d, FLOWS
               "  流出,白酒,-2.47,戊,-149000000,1%\n"
               "blocks: 方向\n"
               "columns:\n  - spanner: 净{block}概念与净{block}个股\n    columns:\n"
               "      - {field: 概念, merge: same}\n      - {field: 合计, label: \"净{block}\"}\n");
    drawn_draw(&d, 500, 300);
    CHECK_CELL(0, 0, "净流入概念与净流入个股");
    CHECK_CELL(0, 3, "净流出概念与净流出个股");
    CHECK_CELL(1, 1, "净流入");
    CHECK_CELL(1, 4, "净流出");
    CHECK_CELL(2, 0, "锂电池");
    CHECK_CELL(2, 3, "白酒");
    CHECK_CELL(2, 4, "−2.47");
    CHECK_CELL(3, 4, "");
    CHECK_NEAR(cell_at(&d, 2, 1).cell.width, cell_at(&d, 2, 4).cell.width, 0.05);
    check_places(&d);
    drawn_close(&d);
}

TEST(spanners_nest_and_labels_reach_down_to_the_body)
{
    drawn d;

    drawn_open(&d, FLOWS "columns:\n  - 概念\n  - spanner: 外\n    columns:\n      - 合计\n"
                         "      - spanner: 内\n        columns: [金额, 占比]\n");
    drawn_draw(&d, 400, 300);
    CHECK_CELL(0, 0, "概念");
    CHECK_CELL(0, 1, "外");
    CHECK_CELL(1, 1, "合计（亿元）");
    CHECK_CELL(1, 2, "内");
    CHECK_CELL(2, 3, "占比");
    CHECK_CELL(3, 0, "锂电池");
    CHECK_NEAR(cell_at(&d, 0, 0).cell.height + cell_at(&d, 0, 0).cell.y, cell_at(&d, 3, 0).cell.y,
               0.05);
    CHECK_NEAR(cell_at(&d, 0, 1).cell.width,
               cell_at(&d, 1, 1).cell.width + cell_at(&d, 1, 2).cell.width, 0.05);
    check_places(&d);
    drawn_close(&d);
}

TEST(groups_have_sections_and_sums_and_the_table_a_total)
{
    drawn d;

    drawn_open(
        &d,
        FLOWS "group: 概念\nsubtotal: 小计\ntotal: 合计\nfootnotes: [注一]\n"
              "columns:\n  - 个股\n  - {field: 金额, unit: 亿元, summary: sum}\n"
              "  - {field: 占比, summary: mean}\n  - {field: 个股, label: 家数, summary: count}\n");
    CHECK(d.loaded);
    drawn_draw(&d, 400, 400);
    CHECK_CELL(1, 0, "锂电池");
    CHECK_CELL(1, 1, "(no such cell)");
    CHECK_CELL(4, 0, "小计");
    CHECK_CELL(4, 1, "41.91");
    CHECK_CELL(4, 2, "7.8%");
    CHECK_CELL(4, 3, "2");
    CHECK_CELL(7, 2, "");
    CHECK_CELL(11, 0, "合计");
    CHECK_CELL(11, 1, "49.96");
    CHECK_CELL(12, 0, "注一");
    check_places(&d);
    drawn_close(&d);
}

TEST(a_merged_cell_is_summed_once)
{
    drawn d;

    drawn_open(&d, FLOWS "total: 合计\ncolumns:\n  - {field: 概念, merge: same}\n"
                         "  - {field: 合计, merge: same, summary: sum}\n"
                         "  - {field: 合计, label: 个, summary: count}\n");
    drawn_draw(&d, 400, 400);
    CHECK_CELL(5, 1, "181.75"); /* 72.11 over two rows, then 54.82 of each of two concepts */
    CHECK_CELL(5, 2, "4");
    drawn_close(&d);
}

TEST(every_kind_of_cell_keeps_its_ink_within_its_cell)
{
    static const char *const charts[] = { "table-sums",   "table-heat",  "table-merge",
                                          "table-blocks", "table-heads", "table-widths" };
    drawn d;

    for (size_t i = 0; i < sizeof charts / sizeof *charts; i++) {
        const char *path;
        cp_arena arena = { 0 };

        path = cp_printf(&arena, CP_SOURCE_DIR "/data/gallery/charts/%s.yaml", charts[i]);
        drawn_open_path(&d, path);
        CHECK(d.loaded);
        for (double width = cp_figure_least(d.figure, &d.env).width; width < 1000; width *= 1.3) {
            double height = cp_figure_least_height(d.figure, &d.env, width);

            CHECK(isfinite(height));
            drawn_draw(&d, width, height);
            check_places(&d);
        }
        CHECK(d.report.first == NULL);
        drawn_close(&d);
        cp_arena_free(&arena);
    }
}

TEST(a_picture_of_its_own_is_as_high_as_the_table)
{
    drawn d;
    cp_size size;

    drawn_open(&d, FLOWS);
    size = cp_figure_natural(d.figure, &d.env, 880);
    CHECK(size.width >= 456 && size.width <= 880);
    drawn_draw(&d, size.width, size.height);
    CHECK_NEAR(cell_at(&d, 4, 0).cell.y + cell_at(&d, 4, 0).cell.height, 20 + size.height, 0.1);
    CHECK_NEAR(cell_at(&d, 1, 0).text.height,
               d.env.style->table.body.size * d.env.style->table.line_height, 0.05);
    drawn_close(&d);
}

TEST(a_sparkline_without_a_series_of_its_key_is_left_out)
{
    drawn d;
    const cp_table_spec *spec;
    const cp_tabular_spec *grid;

    drawn_open(
        &d,
        "type: table\nrows: |\n  名\n  甲\n  乙\n"
        "columns:\n  - 名\n  - field: 名\n    cell: spark\n    series:\n"
        "      y: 值\n      rows: |\n        名,值\n        甲,1\n        丙,5\n        甲,3\n");
    CHECK(d.loaded);
    spec = d.figure->spec;
    grid = cp_tabular_spec_of(spec->tabular);
    CHECK(grid->cell[1 * grid->columns + 1].inset != NULL);
    CHECK(grid->cell[2 * grid->columns + 1].inset == NULL);
    drawn_draw(&d, 300, 80);
    drawn_close(&d);
}

static cp_span span_of(const drawn *d, size_t row, size_t column)
{
    const cp_table_spec *spec = d->figure->spec;
    const cp_tabular_spec *grid = cp_tabular_spec_of(spec->tabular);

    return grid->cell[row * grid->columns + column].spans[0];
}

TEST(colours_follow_the_sign_and_rules)
{
    drawn d;
    const cp_style *style;

    drawn_open(&d, FLOWS "rules: [{field: 概念, when: = 5G}]\n"
                         "columns:\n  - 概念\n  - {field: 金额, color: sign}\n"
                         "  - {field: 占比, rules: [{when: \">= 3%\", color: up, bold: true}]}\n");
    CHECK(d.loaded);
    style = d.env.style;
    CHECK(cp_color_eq(span_of(&d, 1, 1).color, style->chart.up_text));
    CHECK(cp_color_eq(span_of(&d, 4, 1).color, style->chart.down_text));
    CHECK(span_of(&d, 1, 2).bold && span_of(&d, 2, 2).bold && !span_of(&d, 3, 2).bold);
    CHECK(cp_color_eq(span_of(&d, 2, 2).color, style->chart.up_text));
    CHECK(span_of(&d, 4, 0).bold && !span_of(&d, 3, 0).bold);
    drawn_close(&d);
}

TEST(what_a_rule_compares_with_is_in_the_unit_of_its_column)
{
    drawn d;

    drawn_open(&d, "type: table\nrows: |\n  涨跌幅(%),额(亿元)\n  7,1.5\n  1,0.5\n"
                   "columns:\n  - {field: 涨跌幅, rules: [{when: \">= 7%\", bold: true}]}\n"
                   "  - {field: 额, rules: [{when: \"> 8000万\", bold: true}]}\n");
    CHECK(d.loaded);
    CHECK(span_of(&d, 1, 0).bold && !span_of(&d, 2, 0).bold);
    CHECK(span_of(&d, 1, 1).bold && !span_of(&d, 2, 1).bold);
    drawn_close(&d);
}

TEST(a_text_on_a_fill_reads)
{
    drawn d;
    const cp_table_spec *spec;
    const cp_tabular_spec *grid;

    drawn_open_path(&d, CP_SOURCE_DIR "/data/gallery/charts/table-heat.yaml");
    spec = d.figure->spec;
    grid = cp_tabular_spec_of(spec->tabular);
    for (size_t i = grid->head * grid->columns; i < (grid->head + grid->rows) * grid->columns; i++)
        if (grid->cell[i].fill.alpha > 0)
            CHECK(cp_color_contrast(grid->cell[i].spans[0].color, grid->cell[i].fill)
                  >= d.env.style->contrast);
    drawn_close(&d);
}

TEST(a_badge_reads_on_its_ground_whatever_its_colour)
{
    drawn d;
    const cp_style *style;

    drawn_open(&d, "type: table\nrows: |\n  名,级\n  甲,高\n  乙,中\ncolumns:\n  - 名\n"
                   "  - {field: 级, cell: badge, rules: [{when: = 高, color: orange}, "
                   "{when: = 中, color: flat}]}\n");
    CHECK(d.loaded);
    style = d.env.style;
    for (size_t row = 1; row <= 2; row++) {
        cp_color ink = span_of(&d, row, 1).color;

        CHECK(cp_color_contrast(
                  ink, cp_color_mix(ink, style->page.background, style->table.badge_strength))
              >= style->contrast - 0.25);
    }
    drawn_close(&d);
}
