#include "charting.h"

#include <stdlib.h>

/* The rectangles of all lines of the dump that begin with `what`. */
static size_t rects_of(const char *text, const char *what, cp_rect *out, size_t most)
{
    size_t count = 0;

    for (const char *line = text; line && count < most; line = strchr(line, '\n')) {
        line += *line == '\n';
        if (strncmp(line, what, strlen(what)) != 0)
            continue;

        /* Words may stand before the numbers. */
        for (const char *at = line + strlen(what); *at && *at != '\n'; at++) {
            cp_rect r;

            if (at[-1] == ' '
                && sscanf(at, "%lf,%lf %lfx%lf", &r.x, &r.y, &r.width, &r.height) == 4) {
                out[count++] = r;
                break;
            }
        }
    }
    return count;
}

static const char stacked[] = "x: 日期\n"
                              "rows: |\n"
                              "  日期,指数(点),额(亿元)\n"
                              "  2026-04-15,5100.5,21000\n"
                              "  2026-04-16,5120.1,22000\n"
                              "  2026-04-17,5230.7,23489\n"
                              "panels:\n"
                              "  - share: 2\n"
                              "    marks: [{line: 指数}]\n"
                              "  - marks: [{bar: 额}]\n";

TEST(stacked_panels_share_their_left_and_right_edges_and_heights_by_share)
{
    charting c;
    cp_rect area[3];

    begin(&c, stacked);
    CHECK(c.loaded);

    const char *text = dump(&c, (cp_size){ 400, 320 });

    CHECK_INT(rects_of(text, "area ", area, 3), 2);
    CHECK_NEAR(area[0].x, area[1].x, 0.01);
    CHECK_NEAR(area[0].width, area[1].width, 0.01);
    CHECK_NEAR(area[0].height, 2 * area[1].height, 0.2);
    CHECK(area[0].y + area[0].height < area[1].y);
    CHECK(area[1].y + area[1].height < 320);
    end(&c);
}

TEST(panels_align_with_wider_gutters_of_their_row)
{
    charting c;
    cp_rect area[3];
    cp_buf out = { 0 };

    begin(&c, stacked);

    cp_gutters own = cp_figure_gutters(c.figure, &c.env, (cp_size){ 400, 320 }, &c.page);
    cairo_surface_t *surface = cairo_recording_surface_create(CAIRO_CONTENT_COLOR_ALPHA, NULL);
    cairo_t *cr = cairo_create(surface);

    cp_figure_draw(c.figure, &c.env, (cp_rect){ 0, 0, 400, 320 },
                   (cp_gutters){ own.top + 9, own.right + 8, own.bottom + 7, own.left + 30 }, cr,
                   &c.page, &out);
    CHECK_INT(rects_of(out.data, "area ", area, 3), 2);
    CHECK_NEAR(area[0].x, own.left + 30, 0.2);
    CHECK_NEAR(area[0].y, own.top + 9, 0.2);
    CHECK_NEAR(area[1].y + area[1].height, 320 - own.bottom - 7, 0.2);
    cp_buf_free(&out);
    cairo_destroy(cr);
    cairo_surface_destroy(surface);
    end(&c);
}

static const char faceted[] = "x: 季度\n"
                              "rows: |\n"
                              "  板块,季度,类,家数\n"
                              "  主板,Q1,首发,10\n"
                              "  主板,Q2,增发,40\n"
                              "  创业板,Q2,增发,5\n"
                              "  创业板,Q3,首发,7\n"
                              "  科创板,Q1,首发,9\n"
                              "facet: 板块\n"
                              "marks: [{bar: 家数, color: 类}]\n";

TEST(small_multiples_share_x_y_and_the_places_of_colours)
{
    charting c;
    cp_rect area[4], head[4];

    begin(&c, faceted);
    CHECK(c.loaded);

    const char *text = dump(&c, (cp_size){ 600, 200 });

    CHECK_INT(rects_of(text, "area ", area, 4), 3);
    CHECK_INT(rects_of(text, "head ", head, 4), 3);
    for (int i = 1; i < 3; i++) {
        CHECK_NEAR(area[i].y, area[0].y, 0.01);
        CHECK_NEAR(area[i].width, area[0].width, 0.01);
        CHECK(area[i].x > area[i - 1].x + area[i - 1].width);
        CHECK(head[i].y + head[i].height <= area[i].y);
    }
    /* All names stand below each plot, though none has rows for all. */
    CHECK(strstr(text, "head 科创板") != NULL);
    for (const char *at = strstr(text, "head 科创板"); at; at = NULL)
        CHECK(strstr(at, "tick x Q3") != NULL);
    end(&c);
}

/* Q2 comes before Q1 in the second plot: its points change places when x is shared. */
static const char emphasized[] = "x: 季度\n"
                                 "rows: |\n"
                                 "  板块,季度,名,家数\n"
                                 "  主板,Q1,甲,10\n"
                                 "  创业板,Q2,丙,5\n"
                                 "  创业板,Q1,乙,7\n"
                                 "facet: 板块\n"
                                 "marks: [{dot: 家数, names: 名, emphasis: [%s]}]\n";

TEST(emphasized_points_of_small_multiples_stand_in_one_of_them)
{
    charting c;
    cp_arena arena = { 0 };

    begin(&c, cp_printf(&arena, emphasized, "丙"));
    CHECK(c.loaded);

    const char *larger = strstr(dump(&c, (cp_size){ 600, 200 }), " 3.7\n");

    CHECK(larger && !strstr(larger + 1, " 3.7\n"));
    end(&c);
    check_findings(cp_printf(&arena, emphasized, "丙, 丁"),
                   "c.yaml:8:43: error: no point is called '丁'; expected 甲, 丙 or 乙\n");
    cp_arena_free(&arena);
}

static const char timeline[] = "x: 日期\n"
                               "rows: |\n"
                               "  日期,指数\n"
                               "  2026-04-13,101\n"
                               "  2026-04-14,104\n"
                               "  2026-04-15,102\n"
                               "  2026-04-16,107\n"
                               "  2026-04-17,103\n"
                               "marks: [{line: 指数}]\n"
                               "events:\n"
                               "  rows: |\n"
                               "    日期,内容\n"
                               "    2026-04-12,周末公布的政策意见征求稿\n"
                               "    2026-04-14,公司公告回购并上调全年指引\n"
                               "    2026-04-14,同日另一件事\n"
                               "    2026-04-15,统计局公布一季度数据\n"
                               "    2026-04-16,龙头公司发布业绩预告\n"
                               "    2026-04-17,期权交割\n";

TEST(call_outs_cover_neither_each_other_nor_the_room_of_the_line)
{
    charting c;
    cp_rect box[8];
    double top, bottom;

    begin(&c, timeline);
    CHECK(c.loaded);

    const char *text = dump(&c, (cp_size){ 500, 320 });
    size_t count = rects_of(text, "event ", box, 8);
    const char *mark = strstr(text, "mark line"), *y = mark ? strstr(mark, " y=") : NULL;

    /* The one before the first day shown is told, not drawn. */
    CHECK_INT(count, 5);
    CHECK(strstr(findings(&c), "1 of 6 events") != NULL);
    CHECK(y && sscanf(y, " y=%lf..%lf", &top, &bottom) == 2);
    for (size_t i = 0; i < count; i++) {
        CHECK(cp_rect_inside(box[i], (cp_rect){ 0, 0, 500, 320 }, 0.1));
        CHECK(box[i].y + box[i].height < top || box[i].y > bottom);
        for (size_t k = 0; k < i; k++)
            CHECK(!cp_rects_overlap(box[i], box[k], 0));
    }
    end(&c);
}

TEST(what_happened_on_a_day_without_trading_stands_at_the_next)
{
    charting c;

    begin(&c,
          "x: 日期\n"
          "rows: |\n"
          "  日期,指数\n"
          "  2026-04-10,101\n"
          "  2026-04-13,104\n"
          "  2026-04-14,102\n"
          "marks: [{line: 指数, label: none}]\n"
          "events: {rows: [{日: 2026-04-11, 事: 周六的消息}, {日: 2026-04-13, 事: 周一的消息}]}\n");
    CHECK(c.loaded);
    CHECK_STR(findings(&c), "");

    const char *text = dump(&c, (cp_size){ 500, 300 });
    const char *one = strstr(text, "event 4月11日"), *other = strstr(text, "event 4月13日");
    double at[2] = { 0, 1 };
    int i = 0;

    CHECK(one && other);
    /* The last point of a leader is its day on the line. */
    for (const char *line = one; line && i < 2; line = i < 2 ? other : NULL) {
        const char *last = strchr(line, '\n');

        while (last > line && last[-1] != ' ')
            last--;
        at[i++] = atof(last);
    }
    CHECK_NEAR(at[0], at[1], 0.01);
    end(&c);
}

TEST(faults_of_parts_are_told_at_their_places)
{
    check_findings("x: 日期\nrows: [{日期: 2026-04-17, 值: 1}]\nfacet: 类\nmarks: [{bar: 值}]\n",
                   "c.yaml:3:8: error: no column '类' in the result of `rows`; expected 日期 or "
                   "值\n");
    check_findings("x: 日期\nrows: [{日期: 2026-04-17, 值: 1}]\nmarks: [{bar: 值}]\n"
                   "panels: [{marks: [{bar: 值}], shar: 2}]\n",
                   "c.yaml:3:8: error: `marks` stands within each of the `panels`\n"
                   "c.yaml:4:30: error: unknown key 'shar'; did you mean 'share'?\n");
    check_findings("x: 日期\nrows: [{日期: 2026-04-17, 值: 1}]\n",
                   "c.yaml:1:1: error: missing key 'marks': what is drawn, a list: {line: column, "
                   "name: ..., axis: right, ...}\n");
    check_findings("x: 日期\nrows: [{日期: 2026-04-17, 值: 1}]\nmarks: [{line: 值}]\n"
                   "events: {rows: [{日期: 2026-04-17, 数: 3}]}\n",
                   "c.yaml:4:9: error: the events have no column of texts\n");
    check_findings("x: 名\nrows: [{名: 甲, 值: 1}]\nmarks: [{line: 值}]\n"
                   "events: {rows: [{日期: 2026-04-17, 事: 会}]}\n",
                   "c.yaml:4:9: error: events need days along x, column 名 has none\n");
}
