#include "drawn.h"

#define THREE                                                                                      \
    "type: cards\n"                                                                                \
    "items:\n"                                                                                     \
    "  - {value: 20+, unit: 家, label: 合作连锁药房集团}\n"                               \
    "  - {value: 300+, unit: 城, label: 覆盖城市, note: 含全部省会}\n"                   \
    "  - {value: 约5万, unit: 店, label: 可履约门店, color: up}\n"

TEST(cards_fit_their_least_box_and_all_larger_ones)
{
    drawn d;

    drawn_open(&d, THREE);
    CHECK(d.loaded);
    drawn_check_sizes(&d, 10);
    drawn_close(&d);
    drawn_open(&d, THREE "columns: 3\n");
    drawn_check_sizes(&d, 10);
    drawn_close(&d);
}

TEST(cards_fit_the_least_height_of_any_width)
{
    drawn d;

    drawn_open(&d, THREE);
    drawn_check_reflow(&d);
    drawn_close(&d);
}

TEST(cards_stand_side_by_side_in_a_flat_box_and_below_each_other_in_a_narrow_one)
{
    static drawn_text cards[MOST_TEXTS];
    drawn d;

    drawn_open(&d, THREE);
    drawn_draw(&d, 800, 150);
    CHECK_INT(drawn_rects(&d, "card", cards), 3);
    CHECK_NEAR(cards[0].rect.y, cards[2].rect.y, 0.01);
    CHECK_NEAR(cards[2].rect.x + cards[2].rect.width, 810, 0.2);
    drawn_draw(&d, 200, 400);
    CHECK_INT(drawn_rects(&d, "card", cards), 3);
    CHECK_NEAR(cards[0].rect.x, cards[2].rect.x, 0.01);
    CHECK(!cp_rects_overlap(cards[0].rect, cards[1].rect, 0));
    drawn_close(&d);
}

TEST(a_number_is_larger_than_its_unit_and_beside_it)
{
    drawn d;
    cp_rect number, unit;

    drawn_open(&d, THREE);
    drawn_draw(&d, 800, 150);
    number = drawn_text_rect(&d, "300+");
    unit = drawn_text_rect(&d, "城");
    CHECK(number.height > 1.5 * unit.height);
    CHECK(unit.x >= number.x + number.width);
    CHECK(unit.y + unit.height <= number.y + number.height);
    drawn_close(&d);
}

TEST(a_query_gives_a_card_a_row_with_percent_as_its_unit)
{
    drawn d;

    drawn_open(&d,
               "type: cards\nformat: \"+.1%\"\nsql: select 0.0248 as value, '万得全A' as label\n");
    CHECK(d.loaded && d.report.first == NULL);
    drawn_draw(&d, 300, 150);
    CHECK(drawn_text_rect(&d, "+2.5").x > 0);
    CHECK(drawn_text_rect(&d, "%").x > 0);
    CHECK_STR(cp_str_z(&d.arena, d.figure->alt), "数字卡：万得全A+2.5%。");
    drawn_close(&d);
}

TEST(what_is_wrong_with_cards_is_told_at_its_place)
{
    CHECK_FINDINGS("type: cards\nitems:\n  - {value: 3, lable: 甲}\n",
                   "3:16: error: unknown key 'lable'; did you mean 'label'?\n");
    CHECK_FINDINGS(
        "type: cards\nitems: 3\n",
        "2:8: error: expected a list of cards such as - {value: 300+, unit: 城}, found a text\n");
    CHECK_FINDINGS("type: cards\nitems:\n  - {value: 3, color: navi}\n",
                   "3:23: error: 'navi' is no colour; did you mean 'navy'?\n");
    CHECK_FINDINGS(
        "type: cards\nrows:\n  - {label: 甲}\n",
        "3:3: error: no column 'value' in `rows`: cards are made of the columns value, unit, "
        "label, note and color\n");
    CHECK_FINDINGS("type: cards\nsql: select 1\nitems:\n  - {value: 3}\n",
                   "2:6: error: cards come by `items` or by `sql`, not by both\n");
}
