#include "test.h"

#include "base/file.h"
#include "figure/figure.h"

#define FILE_NAME CP_BINARY_DIR "/test-figures/a.yaml"

typedef struct opening {
    cp_arena arena;
    cp_report report;
    cp_figure_env env;
    cp_figure *figure;
} opening;

static void open_text(opening *o, const char *text)
{
    *o = (opening){ .report = { .arena = &o->arena } };
    CHECK(cp_file_replace(FILE_NAME, cp_str_from(text), &o->report));
    o->env = (cp_figure_env){ .arena = &o->arena, .report = &o->report, .folder = "." };
    o->figure = cp_figure_open(&o->env, FILE_NAME, (cp_place){ 0 });
}

static void close_all(opening *o)
{
    cp_figure_close(o->figure);
    cp_arena_free(&o->arena);
}

/* All findings, a line each, the file's name left out. */
static const char *findings_of(const char *text, opening *o)
{
    cp_buf lines = { 0 };
    const char *all;

    open_text(o, text);
    CHECK(!o->figure || o->figure->faulty);
    for (const cp_finding *finding = o->report.first; finding; finding = finding->next)
        cp_buf_printf(&lines, "%s\n", cp_finding_line(&o->arena, finding) + strlen(FILE_NAME) + 1);
    all = cp_printf(&o->arena, "%s", lines.data ? lines.data : "");
    cp_buf_free(&lines);
    return all;
}

#define CHART "data: turnover\nx: 日期\nmarks:\n  - {line: 成交额}\n"

TEST(a_figure_is_a_chart_unless_it_says_otherwise)
{
    opening o;

    open_text(&o, CHART);
    CHECK(o.figure && o.report.first == NULL);
    CHECK_STR(o.figure ? o.figure->class->name : "", "chart");
    close_all(&o);
    open_text(&o, "type: chart\n" CHART);
    CHECK_STR(o.figure ? o.figure->class->name : "", "chart");
    close_all(&o);
}

TEST(title_source_note_and_alt_are_common_to_all_kinds)
{
    opening o;

    open_text(&o, "title: 成交额\nsource: iFind\nnote: 剔除北交所\nalt: 柱状图\n" CHART);
    CHECK(o.figure != NULL);
    if (o.figure) {
        CHECK(cp_str_is(o.figure->title, "成交额"));
        CHECK(cp_str_is(o.figure->source, "iFind"));
        CHECK(cp_str_is(o.figure->note, "剔除北交所"));
        CHECK(cp_str_is(o.figure->alt, "柱状图"));
        CHECK_INT(o.figure->place.line, 1);
    }
    close_all(&o);
}

TEST(an_unknown_key_is_told_once_with_the_nearest_of_all_keys)
{
    opening o;

    CHECK_STR(findings_of("titel: a\n" CHART "lgend: top\n", &o),
              "1:1: error: unknown key 'titel'; did you mean 'title'?\n"
              "6:1: error: unknown key 'lgend'; did you mean 'legend'?\n");
    close_all(&o);
}

TEST(faults_of_common_keys_and_of_the_kinds_own_come_in_one_run)
{
    opening o;
    const char *text = "title: [a]\nlegend: below\ndata: turnover\nx: 日期\nmarks: 3\n";
    const char *found = findings_of(text, &o);

    CHECK_INT(o.report.errors, 3);
    CHECK(strstr(found, "1:8: error: "));
    CHECK(strstr(found, "2:9: error: "));
    CHECK(strstr(found, "5:8: error: "));
    close_all(&o);
}

TEST(an_unknown_kind_is_told_with_those_there_are)
{
    opening o;

    CHECK_STR(findings_of("type: chrat\n", &o),
              "1:7: error: no kind of figure is called 'chrat'; did you mean 'chart'?\n");
    close_all(&o);
    CHECK_STR(findings_of("type: [chart]\n", &o),
              "1:7: error: type is a list, expected the name of a kind of figure\n");
    close_all(&o);
}

TEST(a_figure_that_is_no_mapping_is_told)
{
    opening o;

    CHECK_STR(findings_of("- a\n- b\n", &o),
              "1:1: error: a figure is a mapping of keys to values, found a list\n");
    close_all(&o);
}

TEST(a_figure_that_is_not_there_is_told_where_it_is_asked_for)
{
    cp_arena arena = { 0 };
    cp_report report = { .arena = &arena };
    cp_figure_env env = { .arena = &arena, .report = &report, .folder = "." };

    CHECK(cp_figure_open(&env, "charts/none.yaml", (cp_place){ "deck.md", 4, 1 }) == NULL);
    CHECK_INT(report.errors, 1);
    CHECK(report.first
          && strncmp(cp_finding_line(&arena, report.first), "deck.md:4:1: error: ", 20) == 0);
    cp_arena_free(&arena);
}

TEST(kinds_are_found_by_their_names)
{
    size_t count;
    const char *const *names = cp_figure_class_names(&count);

    CHECK(count >= 1);
    for (size_t i = 0; i < count; i++) {
        const cp_figure_class *class = cp_figure_class_find(cp_str_from(names[i]));
        CHECK_STR(class ? class->name : "", names[i]);
    }
    CHECK(cp_figure_class_find(CP_STR("picture")) == NULL);
}
