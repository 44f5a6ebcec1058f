#include "dataset/dataset.h"

#include "base/file.h"
#include "sample.h"
#include "test.h"

#include <stdlib.h>
#include <unistd.h>

/* Where the finding on `sql` stands, whose first character is told to be at line:column of a
 * file with this text. */
static void check_place(const char *text, const char *sql, int line, int column, int wanted_line,
                        int wanted_column)
{
    char path[] = "/tmp/chartpack-place-XXXXXX";
    int file = mkstemp(path);
    sample_set sample;
    cp_place at = { path, line, column };

    sample_open(&sample);
    CHECK(file >= 0 && write(file, text, strlen(text)) == (ssize_t)strlen(text));
    close(file);
    CHECK(!cp_dataset_query(&sample.arena, sample.dataset, cp_str_from(sql), at, &sample.report));
    CHECK_INT(sample.report.first->place.line, wanted_line);
    CHECK_INT(sample.report.first->place.column, wanted_column);
    unlink(path);
    sample_close(&sample);
}

TEST(a_query_on_one_line)
{
    check_place("title: 成交\nsql: select 日期, 成交量 from turnover\n",
                "select 日期, 成交量 from turnover", 2, 6, 2, 17);
}

TEST(a_block_keeps_its_indentation)
{
    check_place("sql: |\n    select 日期,\n      成交量\n    from turnover\n",
                "select 日期,\n  成交量\nfrom turnover\n", 1, 6, 3, 7);
    check_place("sql: |\n    select 日期,\n      成交量\n    from turnover\n",
                "select 日期,\n  成交量\nfrom turnover\n", 2, 1, 3, 7);
}

TEST(folded_lines_are_followed)
{
    check_place("sql: select 日期,\n  成交量\n  from turnover\n",
                "select 日期, 成交量 from turnover", 1, 6, 2, 3);
}

TEST(quotes_of_yaml_are_followed)
{
    check_place("sql: 'select ''a'', 成交量 from turnover'\n", "select 'a', 成交量 from turnover",
                1, 7, 1, 21);
    check_place("sql: \"select \\\"日期\\\", 成交量 from turnover\"\n",
                "select \"日期\", 成交量 from turnover", 1, 7, 1, 22);
}

TEST(the_end_is_behind_the_last_character)
{
    check_place("sql: |\n  select 日期\n  from\nx: 1\n", "select 日期\nfrom\n", 2, 3, 3, 7);
}

TEST(a_file_that_tells_nothing_leaves_the_query_s_own_lines)
{
    check_place("quite another text\n", "select 日期,\n  成交量\nfrom turnover", 7, 6, 8, 3);
    check_place("", "select 成交量 from turnover", 7, 6, 7, 13);
    check_place("", "select 成交量 from turnover", 7, 0, 7, 0);
    check_place("", "select 成交量 from turnover", 0, 0, 0, 0);
}
