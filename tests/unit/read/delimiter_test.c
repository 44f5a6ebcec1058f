#include "read/delimiter.h"

#include "test.h"

static char found(const char *text)
{
    return cp_delimiter_find(cp_str_from(text));
}

TEST(the_delimiter_stands_equally_often_in_each_row)
{
    CHECK_INT(found("a,b,c\n1,2,3\n4,5,6\n"), ',');
    CHECK_INT(found("a\tb\n1\t2\n"), '\t');
    CHECK_INT(found("a;b\n1;2"), ';');
    CHECK_INT(found("a\rb\r"), ',');
    CHECK_INT(found(""), ',');
}

TEST(commas_inside_numbers_do_not_hide_a_tab_or_a_semicolon)
{
    CHECK_INT(found("name\tamount\nx\t1,234\ny\t2,345\n"), '\t');
    CHECK_INT(found("a;b\n1,5;2,5\n3,5;4,5\n"), ';');
}

TEST(what_is_quoted_does_not_count)
{
    CHECK_INT(found("a,b\n\"x;y\"\"z;\",1\n\"u;v\nw\",2\n"), ',');
}

TEST(a_title_line_and_ragged_rows_do_not_mislead)
{
    CHECK_INT(found("报告 2026, 第 1 期\na\tb\tc\n1\t2\t3\n4\t5\t6\n"), '\t');
    CHECK_INT(found("a,b,c\n1,2\n4,5,6\n7,8,9; and more\n"), ',');
}
