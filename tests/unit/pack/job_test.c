#include "pack/pack.h"

#include "test.h"

#include <stdlib.h>
#include <time.h>
#include <unistd.h>

/* A job with `count` findings, of the lines of a file in turn. */
static chartpack *job_with(size_t count, char *path)
{
    chartpack *job = chartpack_new(&(chartpack_options){ .home = CP_BINARY_DIR });
    FILE *file = fdopen(mkstemp(path), "w");

    for (size_t i = 1; i <= count; i++) {
        fprintf(file, "line %-140zu is all wrong\n", i);
        cp_warn(&job->report, (cp_place){ path, (int)i, 1 }, "%zu", i);
    }
    fclose(file);
    return job;
}

static void check_at(chartpack *job, size_t index)
{
    chartpack_finding finding = chartpack_finding_at(job, index);

    CHECK_INT(atoll(finding.text), index + 1);
    CHECK(finding.excerpt && atoll(finding.excerpt + strlen("    line ")) == (long long)index + 1);
}

TEST(findings_may_be_asked_for_in_any_order)
{
    char path[] = "/tmp/chartpack-test-XXXXXX";
    chartpack *job = job_with(9, path);

    check_at(job, 8);
    check_at(job, 0);
    check_at(job, 4);
    check_at(job, 4);
    cp_warn(&job->report, (cp_place){ path, 1, 1 }, "1");
    CHECK_STR(chartpack_finding_at(job, 9).text, "1");
    check_at(job, 5);
    unlink(path);
    chartpack_free(job);
}

/* Seconds of this processor that all findings take, one behind the other. */
static double seconds_of(size_t count)
{
    char path[] = "/tmp/chartpack-test-XXXXXX";
    chartpack *job = job_with(count, path);
    clock_t begun = clock();

    CHECK_INT(chartpack_finding_count(job), count);
    for (size_t i = 0; i < count; i++)
        check_at(job, i);
    unlink(path);
    chartpack_free(job);
    return (double)(clock() - begun) / CLOCKS_PER_SEC;
}

/* Were each found from the begin, ten times as many would take more than fifty times as long. */
TEST(each_of_many_findings_takes_as_long_as_one_of_few)
{
    CHECK(seconds_of(10000) < 25 * seconds_of(1000));
}
