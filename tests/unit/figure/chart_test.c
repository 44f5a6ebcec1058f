#include "test.h"

#include "base/file.h"
#include "figure/figure.h"
#include "read/reader.h"

#define FOLDER CP_BINARY_DIR "/test-charts"
#define SPEC   FOLDER "/c.yaml"

typedef struct charting {
    cp_arena arena, page;
    cp_report report;
    cp_figure_env env;
    cp_figure *figure;
    bool loaded;
} charting;

static const cp_table *load_csv(void *context, cp_str name, cp_report *report)
{
    static const char csv[] = "日期,成交额(亿元),类\n2026-04-16,22000,甲\n2026-04-17,23489,甲\n";
    charting *c = context;

    return cp_table_read_bytes(&c->arena, (cp_place){ "market.csv", 1, 1 }, cp_str_from(csv), name,
                               NULL, report);
}

static void begin(charting *c, const char *spec)
{
    *c = (charting){ .report = { .arena = &c->arena } };
    CHECK(cp_file_replace(SPEC, cp_str_from(spec), &c->report));
    c->env = (cp_figure_env){
        .arena = &c->arena,
        .report = &c->report,
        .style = cp_style_read(&c->arena, CP_SOURCE_DIR "/styles/research.yaml", (cp_place){ 0 },
                               &c->report),
        .dataset = cp_dataset_open(&c->arena, &cp_dataset_default_limits),
        .folder = FOLDER,
    };
    c->env.fonts = cp_fonts_open(&c->arena, CP_BINARY_DIR "/share/chartpack/fonts",
                                 &c->env.style->fonts, c->env.style->language, &c->report);
    cp_dataset_offer(c->env.dataset, CP_STR("market"), load_csv, c);
    c->figure = cp_figure_open(&c->env, SPEC, (cp_place){ 0 });
    c->loaded = c->figure && cp_figure_load(c->figure, &c->env);
}

static void end(charting *c)
{
    cp_figure_close(c->figure);
    cp_dataset_close(c->env.dataset);
    cp_fonts_close(c->env.fonts);
    cp_arena_free(&c->page);
    cp_arena_free(&c->arena);
}

/* All findings, a line each, without the file's folder. */
static const char *findings(charting *c)
{
    const char *all = "";

    for (const cp_finding *finding = c->report.first; finding; finding = finding->next)
        all = cp_printf(&c->arena, "%s%s\n", all,
                        cp_finding_line(&c->arena, finding) + strlen(FOLDER "/"));
    return all;
}

static const char *dump(charting *c)
{
    cairo_surface_t *surface = cairo_recording_surface_create(CAIRO_CONTENT_COLOR_ALPHA, NULL);
    cairo_t *cr = cairo_create(surface);
    cp_rect box = { 0, 0, 400, 200 };
    cp_buf out = { 0 };
    const char *text;

    cp_figure_draw(c->figure, &c->env, box,
                   cp_figure_gutters(c->figure, &c->env, (cp_size){ 400, 200 }, &c->page), cr,
                   &c->page, &out);
    text = cp_printf(&c->arena, "%s", out.data);
    cp_buf_free(&out);
    cairo_destroy(cr);
    cairo_surface_destroy(surface);
    return text;
}

static void check_findings(const char *spec, const char *wanted)
{
    charting c;

    begin(&c, spec);
    CHECK(!c.loaded);
    CHECK_STR(findings(&c), wanted);
    end(&c);
}

TEST(all_faults_of_a_chart_file_come_in_one_run)
{
    check_findings("title: 错误\n"
                   "sql: select 日期, 成交额 from market\n"
                   "x: {field: 日期, formt: \"%Y\"}\n"
                   "y: {unit: 亿元, domain: [5]}\n"
                   "legend: botom\n"
                   "marks:\n"
                   "  - {lin: 成交额}\n"
                   "  - {line: 成交额, curve: stepp}\n",
                   "c.yaml:5:9: error: unknown legend 'botom'; did you mean 'bottom'?\n"
                   "c.yaml:3:16: error: unknown key 'formt'; did you mean 'format'?\n"
                   "c.yaml:4:23: error: expected two numbers, the lower and the upper end, found "
                   "1\n"
                   "c.yaml:7:6: error: no mark 'lin'; did you mean 'line'?\n"
                   "c.yaml:8:24: error: unknown curve 'stepp'; did you mean 'step'?\n");
}

TEST(rows_come_from_one_place)
{
    check_findings("x: 日期\nmarks: [{line: 成交额}]\n",
                   "c.yaml:1:1: error: a chart has its rows by one of `data`, `sql` or `rows`\n");
    check_findings("data: market\nsql: select 1\nx: 日期\nmarks: [{line: 成交额}]\n",
                   "c.yaml:2:6: error: a chart has its rows by one of `data`, `sql` or `rows`, "
                   "not by two\n");
}

TEST(a_query_without_rows_is_told)
{
    check_findings("sql: select 日期, 成交额 from market where 成交额 > 99999\nx: 日期\n"
                   "marks: [{line: 成交额}]\n",
                   "c.yaml:1:6: error: `sql` gives no rows\n");
}

TEST(a_missing_column_is_told_with_the_source_that_lacks_it)
{
    check_findings("data: market\nx: 日期\nmarks:\n  - {line: 成交}\n",
                   "c.yaml:4:12: error: no column '成交' in the result of `data`; did you mean "
                   "'成交额'?\n");
}

TEST(marks_are_a_list)
{
    check_findings("data: market\nx: 日期\nmarks: {line: 成交额}\n",
                   "c.yaml:3:8: error: expected a list of marks such as - {line: column}, found a "
                   "mapping\n");
}

TEST(a_table_keeps_its_unit_in_the_chart)
{
    charting c;

    begin(&c, "data: market\nx: 日期\nmarks: [{bar: 成交额}]\n");
    CHECK(c.loaded);
    CHECK(strstr(dump(&c), "\nunit left 亿元\n") != NULL);
    CHECK_STR(findings(&c), "");
    end(&c);
}

TEST(rows_in_place_are_typed_as_in_a_file)
{
    charting c;

    begin(&c, "rows:\n"
              "  - {日期: 2026-04-16, 涨幅: 1.5%, 额(亿元): 3}\n"
              "  - {日期: 2026-04-17, 涨幅: --, 额(亿元): \"4\"}\n"
              "x: 日期\n"
              "marks: [{line: 涨幅}, {dot: 涨幅}]\n");
    CHECK(c.loaded);
    CHECK(strstr(dump(&c), "mark line 涨幅 rows=2 missing=1") != NULL);
    CHECK(strstr(dump(&c), "label 1.5% ") != NULL);
    end(&c);
}

TEST(a_block_of_csv_is_read_as_a_file_is)
{
    charting c;

    begin(&c, "rows: |\n  季度,净利润(亿元)\n  2025Q4,3.5\n  2026Q1,4\nx: 季度\n"
              "marks: [{bar: 净利润}]\n");
    CHECK(c.loaded);
    CHECK(strstr(dump(&c), "tick x 2026Q1 ") != NULL);
    CHECK(strstr(dump(&c), "unit left 亿元") != NULL);
    end(&c);
}

TEST(faults_of_rows_in_place_stand_at_their_cells)
{
    check_findings("rows:\n  - {a: 1, b: [2]}\n  - 3\nx: a\nmarks: [{line: b}]\n",
                   "c.yaml:2:15: error: a cell holds a value, not a list\n"
                   "c.yaml:3:5: error: expected a row such as {日期: 2026-04-17}, found a text\n");
    check_findings("rows: []\nx: a\nmarks: [{line: b}]\n",
                   "c.yaml:1:7: error: expected a list of rows or a block of CSV, found an empty "
                   "list\n");
}

TEST(the_least_box_holds_all_guides)
{
    charting c;
    cp_size least;
    cp_gutters gutters;

    begin(&c, "data: market\nx: 日期\nmarks: [{bar: 成交额, name: 成交额}]\n");
    least = cp_figure_least(c.figure, &c.env);
    gutters = cp_figure_gutters(c.figure, &c.env, least, &c.page);
    CHECK(gutters.left + gutters.right < least.width);
    CHECK(gutters.top + gutters.bottom < least.height);
    end(&c);
}

TEST(a_chart_without_alt_describes_itself)
{
    charting c;

    begin(&c,
          "title: 量能\ndata: market\nx: 日期\ny: {format: \",.0f\"}\nmarks:\n  - {bar: 成交额}\n");
    CHECK(c.loaded);
    CHECK_STR(c.figure ? cp_str_z(&c.arena, c.figure->alt) : "",
              "柱状图：量能，2026年4月16日至2026年4月17日；成交额最新23,489亿元，区间22,000亿元至"
              "23,489亿元。");
    end(&c);
}
