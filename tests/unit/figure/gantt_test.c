#include "drawn.h"

#include "figure/gantt.h"

#define CHIPS                                                                                         \
    "type: gantt\n"                                                                                   \
    "today: 2026-04-19\n"                                                                             \
    "items:\n"                                                                                        \
    "  - {name: AI5, start: 2026-04, label: 流片}\n"                                                \
    "  - {name: AI5, start: 2026-05, end: 2027-04, label: 制造、测试与验证}\n"                \
    "  - {name: AI5, start: 2027-04, end: 2027-10, pattern: hatch, color: up, label: 量产窗口}\n" \
    "  - {name: AI6, start: 2027Q4, open: end, pattern: hatch, label: 最早量产}\n"                \
    "  - {name: 超算集群与机器人, start: 2026-04, end: 2026H2, latest: 2027H1, label: 研发}\n"

static const char *period(const char *text)
{
    static char line[60];
    cp_arena arena = { 0 };
    cp_date first, last;

    if (!cp_period_parse(cp_str_from(text), &first, &last))
        return "none";
    snprintf(line, sizeof line, CP_FMT " " CP_FMT, CP_ARG(cp_date_iso(&arena, first)),
             CP_ARG(cp_date_iso(&arena, last)));
    cp_arena_free(&arena);
    return line;
}

TEST(a_time_is_a_day_a_month_a_quarter_half_a_year_or_a_year)
{
    CHECK_STR(period("2026-04-13"), "2026-04-13 2026-04-13");
    CHECK_STR(period("2026-02"), "2026-02-01 2026-02-28");
    CHECK_STR(period("2026年4月"), "2026-04-01 2026-04-30");
    CHECK_STR(period("2027Q4"), "2027-10-01 2027-12-31");
    CHECK_STR(period("2026年Q1"), "2026-01-01 2026-03-31");
    CHECK_STR(period("2026H2"), "2026-07-01 2026-12-31");
    CHECK_STR(period("2026"), "2026-01-01 2026-12-31");
    CHECK_STR(period("2026年"), "2026-01-01 2026-12-31");
    CHECK_STR(period("2026Q5"), "none");
    CHECK_STR(period("2026H3"), "none");
    CHECK_STR(period("2026-"), "none");
    CHECK_STR(period("Q4"), "none");
    CHECK_STR(period(""), "none");
}

/* Names, labels, today and the ticks. */
static void check_plan(drawn *d, double width, double height)
{
    static drawn_text bars[MOST_TEXTS];
    size_t count;

    drawn_draw(d, width, height);
    CHECK(drawn_check_texts(d, width, height) >= 3 + 5 + 1 + 2);
    count = drawn_rects(d, "bar", bars);
    CHECK_INT(count, 4);
    drawn_check_apart(bars, count, (cp_rect){ 10, 20, width, height }, 0.2);
}

TEST(a_plan_fits_its_least_box_and_all_larger_ones)
{
    drawn d;
    cp_size least;

    drawn_open(&d, CHIPS);
    CHECK(d.loaded);
    least = cp_figure_least(d.figure, &d.env);
    for (double more = 1; more < 4; more *= 1.21) {
        check_plan(&d, least.width * more, least.height);
        check_plan(&d, least.width, least.height * more);
        check_plan(&d, least.width * more, least.height * more);
    }
    CHECK(d.report.first == NULL);
    drawn_close(&d);
}

TEST(a_plan_fits_the_least_height_of_any_width)
{
    drawn d;

    drawn_open(&d, CHIPS);
    drawn_check_reflow(&d);
    drawn_close(&d);
}

TEST(items_of_one_name_share_a_row_and_meet_where_one_goes_on)
{
    static drawn_text bars[MOST_TEXTS];
    drawn d;

    drawn_open(&d, CHIPS);
    drawn_draw(&d, 600, 250);
    drawn_rects(&d, "bar", bars);
    CHECK_NEAR(bars[0].rect.y, bars[1].rect.y, 0.01);
    CHECK(bars[1].rect.x - (bars[0].rect.x + bars[0].rect.width) < 2);
    CHECK(bars[2].rect.y > bars[1].rect.y + bars[1].rect.height);
    drawn_close(&d);
}

TEST(a_plan_describes_itself)
{
    drawn d;

    drawn_open(&d, "type: gantt\nitems:\n"
                   "  - {name: AI5, start: 2026-04, label: 流片}\n"
                   "  - {name: AI5, start: 2027-04, end: 2027-10, label: 量产}\n"
                   "  - {name: AI6, start: 2027Q4, open: end, label: 量产}\n");
    CHECK(d.loaded);
    CHECK_STR(d.loaded ? cp_str_z(&d.arena, d.figure->alt) : "",
              "甘特图：AI5流片（2026-04），AI5量产（2027-04至2027-10），AI6量产（2027Q4起）。");
    drawn_close(&d);
}

#define ITEMS "type: gantt\nitems:\n"

TEST(what_is_wrong_with_a_plan_is_told_at_its_place)
{
    CHECK_FINDINGS(
        ITEMS "  - {name: 甲, start: 2026-13}\n",
        "3:22: error: '2026-13' is no time; expected 2026-04-13, 2026-04, 2026Q2, 2026H1 or "
        "2026\n");
    CHECK_FINDINGS(ITEMS "  - {name: 甲, start: 2026-04, end: 2026-03}\n",
                   "3:36: error: '甲' ends on 2026-03, before it begins on 2026-04\n");
    CHECK_FINDINGS(ITEMS "  - {name: 甲, start: 2026-04, end: 2026-06, latest: 2026-05}\n",
                   "3:53: error: the latest end 2026-05 is not after the end\n");
    CHECK_FINDINGS(ITEMS "  - {name: 甲, start: 2026-04, pattern: hatched}\n",
                   "3:40: error: unknown pattern 'hatched'; did you mean 'hatch'?\n");
    CHECK_FINDINGS(ITEMS "  - {name: 甲, start: 2026-04, color: navi}\n",
                   "3:38: error: 'navi' is no colour; did you mean 'navy'?\n");
}

TEST(behind_a_fault_of_one_item_the_others_are_set_against_each_other)
{
    CHECK_FINDINGS(
        ITEMS "  - {name: 丙, start: 2026-13}\n"
              "  - {name: 甲, start: 2026-04, end: 2026-06}\n"
              "  - {name: 甲, start: 2026-05, end: 2026-08}\n"
              "  - {name: 乙, start: 2026-02}\nfrom: 2026-03\n",
        "3:22: error: '2026-13' is no time; expected 2026-04-13, 2026-04, 2026Q2, 2026H1 or 2026\n"
        "5:5: error: this bar begins before another one in the row '甲' has ended; give it a "
        "`name` of its own\n"
        "6:22: error: '乙' begins before `from`\n");
}

TEST(bars_that_lie_on_each_other_or_leave_the_time_are_told)
{
    CHECK_FINDINGS(
        ITEMS "  - {name: 甲, start: 2026-04, end: 2026-06}\n"
              "  - {name: 甲, start: 2026-05, end: 2026-08}\n",
        "4:5: error: this bar begins before another one in the row '甲' has ended; give it a "
        "`name` of its own\n");
    CHECK_FINDINGS(ITEMS "  - {name: 甲, start: 2026-04, end: 2026-06}\nfrom: 2026-05\n",
                   "3:22: error: '甲' begins before `from`\n");
    CHECK_FINDINGS(ITEMS "  - {name: 甲, start: 2026-04, end: 2026-06}\nto: 2026-05\n",
                   "3:5: error: '甲' goes on beyond `to`\n");
    CHECK_FINDINGS(ITEMS
                   "  - {name: 甲, start: 2026-04, end: 2026-06}\nto: 2026-12\ntoday: 2027-01-05\n"
                   "from: 2026-04\n",
                   "5:8: warning: today is not between `from` and `to`, and not drawn\n");
}
