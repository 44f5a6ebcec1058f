#include "base/report.h"

#include "test.h"

#include <stdlib.h>
#include <unistd.h>

TEST(a_failure_says_where_the_user_can_mend_it)
{
    cp_arena arena = { 0 };
    cp_report report = { .arena = &arena };
    cp_place at = { "data/turnover.csv", 118, 3 };

    CHECK(!cp_fail(&report, at, "'%s' is not a number (column %s)", "12,3x", "成交额"));
    CHECK_STR(cp_finding_line(&arena, report.first),
              "data/turnover.csv:118:3: error: '12,3x' is not a number (column 成交额)");
    CHECK_INT(report.errors, 1);
    cp_arena_free(&arena);
}

TEST(a_line_tells_as_much_of_the_place_as_is_known)
{
    cp_arena arena = { 0 };
    cp_report report = { .arena = &arena };
    cp_finding *finding;

    cp_warn(&report, (cp_place){ "deck.md", 7, 0 }, "no source");
    cp_note(&report, (cp_place){ "pack.yaml", 0, 0 }, "counted weekdays");
    cp_fail_system(&report, (cp_place){ 0 }, "disk full");
    finding = report.first;
    CHECK_STR(cp_finding_line(&arena, finding), "deck.md:7: warning: no source");
    CHECK_STR(cp_finding_line(&arena, finding->next), "pack.yaml: note: counted weekdays");
    CHECK_STR(cp_finding_line(&arena, finding->next->next), "chartpack: error: disk full");
    cp_arena_free(&arena);
}

TEST(what_the_system_refuses_again_counts_again_but_is_told_once)
{
    cp_arena arena = { 0 };
    cp_report report = { .arena = &arena };
    char file[] = "a.svg";

    cp_fail_system(&report, (cp_place){ file, 1, 2 }, "not %s", "there");
    cp_fail_system(&report, (cp_place){ 0 }, "not there");
    cp_fail_system(&report, (cp_place){ "a.svg", 1, 2 }, "not there");
    CHECK_INT(report.errors, 3);
    CHECK_STR(cp_finding_line(&arena, report.first), "a.svg:1:2: error: not there");
    CHECK_STR(cp_finding_line(&arena, report.last), "chartpack: error: not there");
    CHECK(report.first->next == report.last);
    cp_arena_free(&arena);
}

TEST(the_worst_finding_is_remembered_and_errors_are_counted)
{
    cp_arena arena = { 0 };
    cp_report report = { .arena = &arena };

    cp_note(&report, (cp_place){ 0 }, "a");
    CHECK_INT(report.worst, CP_NOTE);
    cp_fail_system(&report, (cp_place){ 0 }, "b");
    cp_fail(&report, (cp_place){ 0 }, "c");
    cp_warn(&report, (cp_place){ 0 }, "d");
    CHECK_INT(report.worst, CP_SYSTEM);
    CHECK_INT(report.errors, 2);
    cp_arena_free(&arena);
}

TEST(findings_of_another_report_come_behind_those_that_are_there)
{
    cp_arena arena = { 0 }, others = { 0 };
    cp_report report = { .arena = &arena }, other = { .arena = &others };

    cp_warn(&report, (cp_place){ "a", 1, 0 }, "first");
    cp_fail_system(&other, (cp_place){ "b", 0, 0 }, "second");
    cp_report_add(&report, &other);
    cp_arena_free(&others);
    cp_fail(&report, (cp_place){ 0 }, "third");
    CHECK_STR(cp_finding_line(&arena, report.first), "a:1: warning: first");
    CHECK_STR(cp_finding_line(&arena, report.first->next), "b: error: second");
    CHECK_STR(cp_finding_line(&arena, report.last), "chartpack: error: third");
    CHECK_INT(report.worst, CP_SYSTEM);
    CHECK_INT(report.errors, 2);
    CHECK_INT(report.warnings, 1);
    cp_arena_free(&arena);
}

/* The excerpt of a file with this content; "" for none. */
static const char *excerpt(cp_arena *arena, const char *content, int line, int column)
{
    char path[] = "/tmp/chartpack-test-XXXXXX";
    int file = mkstemp(path);
    cp_finding finding = { .place = { path, line, column } };
    cp_line_mark mark = { 0 };
    const char *text;

    CHECK(file >= 0 && write(file, content, strlen(content)) == (ssize_t)strlen(content));
    close(file);
    text = cp_finding_excerpt(arena, &finding, &mark);
    unlink(path);
    return text ? text : "";
}

TEST(an_excerpt_has_the_line_and_a_caret_below_the_column)
{
    cp_arena arena = { 0 };

    CHECK_STR(excerpt(&arena, "日期,成交额\n4月13日,12,3x\n", 2, 7),
              "    4月13日,12,3x\n            ^");
    CHECK_STR(excerpt(&arena, "a: 1\r\nb: 2\r\n", 2, 4), "    b: 2\n       ^");
    CHECK_STR(excerpt(&arena, "a\rb\rc", 3, 1), "    c\n    ^");
    CHECK_STR(excerpt(&arena,
                      "\xEF\xBB\xBF"
                      "ab\n",
                      1, 2),
              "    ab\n     ^");
    CHECK_STR(excerpt(&arena, "\nab", 2, 99), "    ab\n      ^");
    cp_arena_free(&arena);
}

TEST(excerpts_are_the_same_in_whatever_order_they_are_asked_for)
{
    static const int lines[] = { 3, 3, 1, 5, 4, 9, 2 };
    static const char *const wanted[] = { "c", "c", "a", "e", "d", NULL, "b" };
    char path[] = "/tmp/chartpack-test-XXXXXX";
    const char *content = "a\nb\r\nc\rd\ne";
    cp_arena arena = { 0 };
    cp_line_mark mark = { 0 };
    int file = mkstemp(path);

    CHECK(write(file, content, strlen(content)) == (ssize_t)strlen(content));
    close(file);
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
        cp_finding it = { .place = { path, lines[i], 1 } },
                   other = { .place = { "/dev/null", 1, 1 } };
        const char *found = cp_finding_excerpt(&arena, &it, &mark);

        CHECK_STR(found ? found : "",
                  wanted[i] ? cp_printf(&arena, "    %s\n    ^", wanted[i]) : "");
        if (i % 2)
            CHECK(!cp_finding_excerpt(&arena, &other, &mark));
    }
    unlink(path);
    cp_arena_free(&arena);
}

TEST(what_a_terminal_cannot_show_has_no_excerpt)
{
    cp_arena arena = { 0 };
    char line[400];
    cp_finding nowhere = { .place = { "/no/such/file", 1, 1 } };
    cp_finding pipe = { .place = { "/dev/zero", 1, 1 } };
    cp_line_mark mark = { 0 };

    memset(line, 'a', sizeof line - 1);
    line[sizeof line - 1] = '\0';
    CHECK_STR(excerpt(&arena, line, 1, 3), "");
    CHECK_STR(excerpt(&arena, "a\tb\n", 1, 3), "");
    CHECK_STR(excerpt(&arena, "\x1b[31mred\n", 1, 3), "");
    CHECK_STR(excerpt(&arena, "\xB3\xC9\xBD\xBB\n", 1, 1), "");
    CHECK_STR(excerpt(&arena, "one\n", 2, 1), "");
    CHECK_STR(excerpt(&arena, "one\n", 1, 0), "");
    CHECK(!cp_finding_excerpt(&arena, &nowhere, &mark));
    CHECK(!cp_finding_excerpt(&arena, &pipe, &mark));
    cp_arena_free(&arena);
}

TEST(a_text_is_one_line_of_a_length_to_read_whatever_is_in_it)
{
    cp_arena arena = { 0 };
    cp_report report = { .arena = &arena };
    char *long_text = cp_alloc(&arena, 3000000);

    memset(long_text, 'x', 2999999);
    memcpy(long_text + 1998, "\xE4\xB8\x80", 3);
    cp_fail(&report, (cp_place){ "a\x1B.csv", 1, 2 }, "bad \xB3\n%s", "\x1B[31m");
    cp_fail(&report, (cp_place){ 0 }, "%s", long_text);
    CHECK_STR(cp_finding_line(&arena, report.first),
              "a\xEF\xBF\xBD.csv:1:2: error: bad \xEF\xBF\xBD \xEF\xBF\xBD[31m");
    CHECK_INT((long long)strlen(report.last->text), 1998 + 3);
    CHECK(strcmp(report.last->text + 1997, "x…") == 0);
    cp_arena_free(&arena);
}
