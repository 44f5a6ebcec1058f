#include "read/grid.h"

#include "test.h"

#include "reading.h"

/* A format of three rows, which stands in for those to come. */
static const char *const rows[][2]
    = { { "月份", "开户数(万户)" }, { "2026-03", "460.1" }, { "2026-02", "283.6" } };

static bool walk_rows(const cp_grid *grid, cp_sink *sink, cp_report *report)
{
    (void)grid;
    (void)report;
    for (uint32_t i = 0; i < 3; i++) {
        sink->line = i + 1;
        for (int k = 0; k < 2; k++)
            sink->cell(sink, cp_str_from(rows[i][k]));
        if (!sink->row(sink))
            return true;
    }
    return true;
}

static cp_place place_cell(const cp_grid *grid, uint32_t line, size_t field)
{
    return (cp_place){ grid->origin.file, (int)line, (int)field + 1 };
}

static const cp_grid sheet = {
    .origin = { "a.sheet", 1, 1 }, .lines = 3, .bytes = 100, .walk = walk_rows, .place = place_cell
};

TEST(any_format_that_walks_its_cells_becomes_a_table)
{
    static const cp_read_wish none = { 0 };
    cp_reading reading = { 0 };

    reading.report.arena = &reading.arena;
    reading.table = cp_grid_table(&reading.arena, &sheet, &none, &reading.story, &reading.report);
    CHECK_STR(columns_of(&reading), "月份:date 开户数:number[万户]");
    CHECK_STR(cells_of(&reading, "月份"), "2026-03-31|2026-02-28");
    CHECK_STR(findings_of(&reading), "");
    CHECK(reading.story.newest_first);
    CHECK_INT(reading.story.header_line, 1);
    CHECK_INT(reading.story.last_line, 3);
    reading_free(&reading);
}

TEST(a_format_says_itself_where_its_cells_stand)
{
    cp_column_wish column = { .name = CP_STR("开户数"), .type = CP_STR("date") };
    cp_read_wish wish = { .columns = &column, .column_count = 1 };
    cp_reading reading = { 0 };

    reading.report.arena = &reading.arena;
    reading.table = cp_grid_table(&reading.arena, &sheet, &wish, &reading.story, &reading.report);
    CHECK_STR(findings_of(&reading), "a.sheet:2:2: error: '460.1' is not a date (column 开户数)\n"
                                     "a.sheet:3:2: error: '283.6' is not a date (column 开户数)");
    reading_free(&reading);
}
