#include "dataset/token.h"

#include "base/buf.h"
#include "test.h"

/* Each token as its kind's letter and text, "@" its offset. */
static void check_tokens(const char *sql, const char *wanted)
{
    static const char letters[] = "EWNTDPS";
    cp_arena arena = { 0 };
    cp_buf text = { 0 };
    size_t count;
    cp_sql_token *tokens = cp_sql_scan(&arena, cp_str_from(sql), &count);

    for (size_t i = 0; i < count; i++)
        cp_buf_printf(&text, "%s%c:" CP_FMT "@%zu", i ? " " : "", letters[tokens[i].kind],
                      CP_ARG(tokens[i].text), tokens[i].at);
    CHECK(tokens[count].kind == CP_SQL_END);
    CHECK_STR(text.data ? text.data : "", wanted);
    cp_buf_free(&text);
    cp_arena_free(&arena);
}

TEST(words_numbers_and_signs_are_told_apart)
{
    check_tokens("select 成交额*2e+1", "W:select@0 W:成交额@7 S:*@16 D:2e+1@17");
    check_tokens("a||b<>c->>1.5", "W:a@0 S:||@1 W:b@3 S:<>@4 W:c@6 S:->>@7 D:1.5@10");
    check_tokens(":start x'00' .5", "P::start@0 D:x'00'@7 D:.5@13");
}

TEST(quotes_are_undone)
{
    check_tokens("'it''s'", "T:it's@0");
    check_tokens("\"a\"\"b\" [c d] `e`", "N:a\"b@0 N:c d@7 N:e@13");
    check_tokens("''", "T:@0");
}

TEST(comments_and_blanks_are_passed_over)
{
    check_tokens("a -- b\n/* c\n*/ d", "W:a@0 W:d@15");
    check_tokens("-- only", "");
    check_tokens("a /* open", "W:a@0");
}

TEST(an_open_quote_ends_with_the_text)
{
    check_tokens("'abc", "T:ab@0");
    check_tokens("'", "T:@0");
}

TEST(names_are_the_same_in_either_case)
{
    CHECK(cp_sql_same(CP_STR("Turnover"), CP_STR("turnoveR")));
    CHECK(!cp_sql_same(CP_STR("成交额"), CP_STR("成交量")));
    CHECK(cp_sql_same(CP_STR(""), (cp_str){ 0 }));
}
