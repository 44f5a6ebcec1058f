#include "fixture.h"

#include "base/guess.h"

/* The one finding about a mark that cannot be read. */
static void check_finding(const char *text, const char *finding)
{
    cp_arena arena = { 0 };
    cp_report report = { .arena = &arena };
    cp_mark mark;
    cp_node *node = cp_yaml_parse(&arena, "c.yaml", cp_str_from(text), &report);

    CHECK(!cp_mark_read(&arena, node, &mark, &report));
    CHECK_STR(report.first ? cp_finding_line(&arena, report.first) : "", finding);
    cp_arena_free(&arena);
}

TEST(the_first_key_of_a_mark_is_its_kind)
{
    check_finding("{lin: 收盘}", "c.yaml:1:2: error: no mark 'lin'; did you mean 'line'?");
    check_finding("{name: 甲, line: 收盘}",
                  "c.yaml:1:11: error: 'line' is to be the first key of its mark");
    check_finding("[line]",
                  "c.yaml:1:1: error: expected a mark such as {line: column}, found a list");
}

TEST(options_are_those_of_the_marks_own_table)
{
    check_finding("{line: 收盘, lable: last}",
                  "c.yaml:1:12: error: unknown key 'lable'; did you mean 'label'?");
    check_finding("{line: 收盘, curve: stepp}",
                  "c.yaml:1:19: error: unknown curve 'stepp'; did you mean 'step'?");
    check_finding("{text: 名}", "c.yaml:1:1: error: missing key 'y': the column of the heights "
                                "they stand at");
}

TEST(every_mark_says_what_it_is_and_names_its_own_column)
{
    size_t count;
    const char *const *names = cp_mark_names(&count);

    for (size_t i = 0; i < count; i++) {
        const cp_mark_class *class = cp_mark_find(cp_str_from(names[i]));

        CHECK(class && class->summary && class->picture && (class->draw || class->draw_points));
        CHECK(class && class->channels && class->options_size >= sizeof(cp_mark_options));
        CHECK_STR(class->fields[0].key, names[i]);
    }
}
