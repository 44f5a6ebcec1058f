#include "sample.h"
#include "test.h"

TEST(a_pattern_finds_han)
{
    CHECK_STR(outcome_of("select column1 from (values ('半导体产业'), ('锂电池'), ('光模块(CPO)')) "
                         "where column1 regexp '^.导|[A-Z]{3}'"),
              "半导体产业|光模块(CPO)");
    CHECK_STR(outcome_of("select regexp('^锂.池$', '锂电池'), null regexp 'x', 'a' not regexp 'b'"),
              "1,,1");
}

TEST(a_pattern_that_cannot_be_read_is_told)
{
    CHECK_STR(outcome_of("select '半导体' regexp '(半'"),
              "4:19: regexp() cannot read '(半' as a pattern: missing closing parenthesis, at its "
              "byte 5");
}

TEST(numbers_have_no_pattern)
{
    CHECK_STR(outcome_of("select 成交额 regexp '2' from turnover"),
              "4:17: regexp() was given the value '21000.0'; it takes text");
}

TEST(a_pattern_that_would_run_for_ever_is_given_up)
{
    CHECK_STR(outcome_of("select 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!' regexp "
                         "'^(a|aa|a?)+$'"),
              "4:61: regexp() tries too many ways for this pattern on "
              "'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!'");
    CHECK_STR(outcome_of("select regexp('0*[bc]', hex(zeroblob(490000)))"),
              "4:13: regexp() tries too many ways for this pattern on a text of 980000 bytes");
}

TEST(a_long_text_is_searched)
{
    CHECK_STR(outcome_of("select regexp('1+$', hex(zeroblob(490000)) || '1')"), "1");
}
