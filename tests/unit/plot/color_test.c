#include "plot/color.h"

#include "fixture.h"

TEST(color_words_are_the_styles)
{
    fixture f;
    cp_color_pair pair;
    const cp_chart_style *chart;

    begin(&f, "x: a\nmarks: [{line: b}]", "a,b\n1,2\n");
    chart = &f.style->chart;
    CHECK(cp_color_word(f.style, CP_STR("sign"), &pair));
    CHECK(cp_color_eq(pair.above, chart->up) && cp_color_eq(pair.below, chart->down));
    CHECK(cp_color_word(f.style, CP_STR("2"), &pair));
    CHECK(cp_color_eq(pair.above, chart->palette.item[1]));
    CHECK(cp_color_word(f.style, CP_STR("#FF0000"), &pair));
    CHECK_NEAR(pair.below.red, 1, 0);
    end(&f);
}

TEST(other_words_are_no_colors)
{
    static const char *const wrong[] = { "red", "0", "1.5", "99", "#GG0000", "", "-1", "nan" };
    fixture f;
    cp_color_pair pair;

    begin(&f, "x: a\nmarks: [{line: b}]", "a,b\n1,2\n");
    for (size_t i = 0; i < sizeof(wrong) / sizeof(*wrong); i++)
        if (cp_color_word(f.style, cp_str_from(wrong[i]), &pair))
            cp_test_fault(__FILE__, __LINE__, "'%s' was taken for a colour", wrong[i]);
    end(&f);
}
