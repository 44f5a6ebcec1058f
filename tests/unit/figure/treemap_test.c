#include "drawn.h"

#define HEAD "type: treemap\nname: 行业\nvalue: 市值\n"
#define ROWS                                                                                                       \
    "rows: |\n  组,行业,市值(亿元),涨跌\n  甲,银行,40,1.5%\n  甲,电子,30,-2%\n  乙,通信,20,0%\n" \
    "  乙,煤炭,10,\n"

static const cp_rect usual = { 0, 0, 480, 270 };

TEST(areas_are_by_value_and_cells_fill_the_box)
{
    drawn d;
    drawn_text cell[MOST_TEXTS];
    size_t count;

    drawn_open(&d, HEAD ROWS);
    CHECK_STR(drawn_findings(&d), "");
    drawn_in(&d, usual);
    count = drawn_rects(&d, "cell", cell);
    CHECK_INT(count, 4);
    drawn_check_apart(cell, count, usual, 0.11);
    for (size_t i = 0; i < count; i++)
        CHECK_NEAR(cell[i].rect.width * cell[i].rect.height / (480 * 270), 0.4 - 0.1 * (double)i,
                   1e-3);
    CHECK(cp_str_is(d.figure->alt, "矩形树图：共4项，银行最大（40亿元）。"));
    drawn_close(&d);
}

TEST(groups_stand_together_under_their_heads)
{
    drawn d;
    drawn_text cell[MOST_TEXTS];
    const char *dump;

    drawn_open(&d, HEAD "group: 组\nchange: 涨跌\n" ROWS);
    dump = drawn_in(&d, usual);
    CHECK_INT(drawn_rects(&d, "cell", cell), 4);
    drawn_check_apart(cell, 4, usual, 0.11);
    CHECK(strstr(dump, "heads 2\nleft out 0\n"));
    CHECK(cell[0].rect.y > 10); /* below the head */
    drawn_close(&d);
}

TEST(cells_too_small_for_their_texts_are_counted)
{
    cp_arena arena = { 0 };
    const char *spec = HEAD "rows:\n";
    drawn d;
    drawn_text cell[MOST_TEXTS];
    size_t count;

    for (int i = 0; i < 40; i++)
        spec = cp_printf(&arena, "%s  - {行业: 名称很长的行业%d, 市值: %g}\n", spec, i,
                         1000 * pow(0.75, i));
    drawn_open(&d, spec);
    drawn_in(&d, usual);
    count = drawn_rects(&d, "cell", cell);
    CHECK_INT(count, 40);
    CHECK(strstr(d.dump.data, "unnamed") && !strstr(d.dump.data, "left out 0\n"));
    /* The note has its line below the cells. */
    for (size_t i = 0; i < count; i++)
        CHECK(cell[i].rect.y + cell[i].rect.height < usual.height - 7);
    drawn_close(&d);
    cp_arena_free(&arena);
}

TEST(the_least_box_names_most_of_the_whole)
{
    drawn d;
    cp_size least;

    drawn_open(&d, HEAD ROWS);
    least = cp_figure_least(d.figure, &d.env);
    CHECK(least.width > 60 && least.width < 300);
    CHECK(!strstr(drawn_in(&d, (cp_rect){ 0, 0, least.width, least.height }), "银行 unnamed"));
    drawn_close(&d);
}

TEST(bad_treemaps_are_told_at_their_places)
{
    CHECK_REFUSED(HEAD "group: 租\n" ROWS,
                  "4:8: error: no column '租' in the result of `rows`; expected 组, 行业, 市值 or "
                  "涨跌\n");
    CHECK_REFUSED(HEAD "change: 组\n" ROWS,
                  "4:9: error: column 组 holds text; numbers are wanted\n");
    CHECK_REFUSED(HEAD "label: change\n" ROWS,
                  "4:8: error: `label: change` needs the column of `change`\n");
    CHECK_REFUSED(HEAD "rows:\n  - {行业: 甲, 市值: 1}\n  - {行业: 甲, 市值: 2}\n",
                  "5: error: '甲' comes twice; add its values up, as by `group by`\n");
    CHECK_REFUSED(HEAD "rows:\n  - {行业: 甲, 市值: -1}\n",
                  "5: error: '甲' is -1, and a treemap shows no negative values\n");
}
