#include "drawing.h"

#define HEAD "type: treemap\nname: 行业\nvalue: 市值\n"
#define ROWS                                                                                                       \
    "rows: |\n  组,行业,市值(亿元),涨跌\n  甲,银行,40,1.5%\n  甲,电子,30,-2%\n  乙,通信,20,0%\n" \
    "  乙,煤炭,10,\n"

static const cp_rect usual = { 0, 0, 480, 270 };

TEST(areas_are_by_value_and_cells_fill_the_box)
{
    drawing d;
    cp_rect cell[8];
    size_t count;

    begin_drawing(&d, HEAD ROWS);
    CHECK_STR(findings_of_drawing(&d), "");
    count = boxes_of(dump_drawing(&d, usual), "cell", cell, 8);
    CHECK_INT(count, 4);
    check_apart(cell, count, usual);
    for (size_t i = 0; i < count; i++)
        CHECK_NEAR(cell[i].width * cell[i].height / (480 * 270), 0.4 - 0.1 * (double)i, 1e-3);
    CHECK(cp_str_is(d.figure->alt, "矩形树图：共4项，银行最大（40亿元）。"));
    end_drawing(&d);
}

TEST(groups_stand_together_under_their_heads)
{
    drawing d;
    cp_rect cell[8];
    const char *dump;

    begin_drawing(&d, HEAD "group: 组\nchange: 涨跌\n" ROWS);
    dump = dump_drawing(&d, usual);
    CHECK_INT(boxes_of(dump, "cell", cell, 8), 4);
    check_apart(cell, 4, usual);
    CHECK(strstr(dump, "heads 2\nleft out 0\n"));
    CHECK(cell[0].y > 10); /* below the head */
    end_drawing(&d);
}

TEST(cells_too_small_for_their_texts_are_counted)
{
    cp_arena arena = { 0 };
    const char *spec = HEAD "rows:\n";
    drawing d;
    cp_rect cell[64], whole = usual;
    size_t count;

    for (int i = 0; i < 40; i++)
        spec = cp_printf(&arena, "%s  - {行业: 名称很长的行业%d, 市值: %g}\n", spec, i,
                         1000 * pow(0.75, i));
    begin_drawing(&d, spec);
    count = boxes_of(dump_drawing(&d, whole), "cell", cell, 64);
    CHECK_INT(count, 40);
    CHECK(strstr(d.dump.data, "unnamed") && !strstr(d.dump.data, "left out 0\n"));
    /* The note has its line below the cells. */
    for (size_t i = 0; i < count; i++)
        CHECK(cell[i].y + cell[i].height < whole.height - 7);
    end_drawing(&d);
    cp_arena_free(&arena);
}

TEST(the_least_box_names_most_of_the_whole)
{
    drawing d;
    cp_size least;

    begin_drawing(&d, HEAD ROWS);
    least = cp_figure_least(d.figure, &d.env);
    CHECK(least.width > 60 && least.width < 300);
    CHECK(!strstr(dump_drawing(&d, (cp_rect){ 0, 0, least.width, least.height }), "银行 unnamed"));
    end_drawing(&d);
}

static void check_findings(const char *spec, const char *wanted)
{
    drawing d;

    begin_drawing(&d, spec);
    CHECK(!d.loaded);
    CHECK_STR(findings_of_drawing(&d), wanted);
    end_drawing(&d);
}

TEST(bad_treemaps_are_told_at_their_places)
{
    check_findings(HEAD "group: 租\n" ROWS,
                   "4:8: error: no column '租' in the result of `rows`; expected 组, 行业, 市值 or "
                   "涨跌\n");
    check_findings(HEAD "change: 组\n" ROWS,
                   "4:9: error: column 组 holds text; numbers are wanted\n");
    check_findings(HEAD "label: change\n" ROWS,
                   "4:8: error: `label: change` needs the column of `change`\n");
    check_findings(HEAD "rows:\n  - {行业: 甲, 市值: 1}\n  - {行业: 甲, 市值: 2}\n",
                   "5: error: '甲' comes twice; add its values up, as by `group by`\n");
    check_findings(HEAD "rows:\n  - {行业: 甲, 市值: -1}\n",
                   "5: error: '甲' is -1, and a treemap shows no negative values\n");
}
