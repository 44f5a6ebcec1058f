#include "fixture.h"

static double width_of(fixture *it, const char *text)
{
    return cp_text_size(set_line(it, text)).width;
}

TEST(neighbouring_punctuation_shares_its_blank_half)
{
    fixture it;

    set_up(&it);
    CHECK_NEAR(width_of(&it, "一。二"), 30, 1e-6);
    CHECK_NEAR(width_of(&it, "一；“二"), 35, 1e-6);
    CHECK_NEAR(width_of(&it, "一）。二"), 35, 1e-6);
    CHECK_NEAR(width_of(&it, "一（《二"), 35, 1e-6);
    CHECK_NEAR(width_of(&it, "一》）。二"), 40, 1e-6);
    CHECK_NEAR(width_of(&it, "一（）二"), 40, 1e-6);
    tear_down(&it);
}

TEST(the_edges_of_a_box_take_the_blank_half)
{
    fixture it;

    set_up(&it);
    CHECK_NEAR(cp_text_size(set_box(&it, "（一）", 100, CP_ALIGN_LEFT)).width, 20, 1e-6);
    CHECK_NEAR(width_of(&it, "（一）"), 30, 1e-6);
    tear_down(&it);
}
