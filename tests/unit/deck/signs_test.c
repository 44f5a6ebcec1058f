#include "deck/signs.h"
#include "test.h"

/* Spans joined; what rises in <>, what falls in (). */
static const char *coloured(cp_arena *arena, const char *text)
{
    cp_signs signs = { { 1, 0, 0, 1 }, { 0, 1, 0, 1 } };
    cp_span span = { .text = cp_str_from(text) };
    cp_spans spans = cp_spans_sign(arena, &(cp_spans){ 1, &span }, &signs);
    const char *out = "";

    for (size_t i = 0; i < spans.count; i++) {
        const cp_span *it = &spans.item[i];

        out = cp_printf(arena, "%s%s" CP_FMT "%s", out,
                        !it->tinted         ? ""
                        : it->color.red > 0 ? "<"
                                            : "(",
                        CP_ARG(it->text),
                        !it->tinted         ? ""
                        : it->color.red > 0 ? ">"
                                            : ")");
    }
    return out;
}

TEST(numbers_with_a_sign_are_coloured_and_ranges_and_dates_are_not)
{
    cp_arena arena = { 0 };

    CHECK_STR(coloured(&arena, "涨+2.48%，跌−1.3%，减-635家"), "涨<+2.48%>，跌(−1.3%)，减(-635)家");
    CHECK_STR(coloured(&arena, "2026-04-13、46-63%、C++、a-1、A+股、1+1"),
              "2026-04-13、46-63%、C++、a-1、A+股、1+1");
    CHECK_STR(coloured(&arena, "+1,234.5亿元"), "<+1,234.5>亿元");
    CHECK_STR(coloured(&arena, "无"), "无");
    cp_arena_free(&arena);
}
