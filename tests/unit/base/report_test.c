#include "base/report.h"
#include "test.h"

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
