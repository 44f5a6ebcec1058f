#include "test.h"

#include "base/color.h"

static const cp_color black = { 0, 0, 0, 1 }, white = { 1, 1, 1, 1 }, red = { 0.75, 0, 0, 1 };

TEST(a_mix_has_its_share_of_both)
{
    cp_color mixed = cp_color_mix(red, white, 0.25);

    CHECK_NEAR(mixed.red, 0.25 * 0.75 + 0.75, 1e-12);
    CHECK_NEAR(mixed.green, 0.75, 1e-12);
    CHECK_NEAR(mixed.alpha, 1, 1e-12);
    CHECK(cp_color_eq(cp_color_mix(red, white, 1), red));
    CHECK(cp_color_eq(cp_color_mix(red, white, 0), white));
}

TEST(the_usual_ink_stays_unless_the_other_stands_out_more)
{
    CHECK(cp_color_eq(cp_color_clearer(white, black, red), white));
    CHECK(cp_color_eq(cp_color_clearer(black, white, red), white));
    CHECK(cp_color_eq(cp_color_clearer(black, red, white), black));
    CHECK(cp_color_eq(cp_color_clearer(red, red, white), red));
}

TEST(an_ink_moves_until_it_is_legible_and_no_further)
{
    cp_color pale = { 1, 0.8, 0.8, 1 }, moved = cp_color_readable(pale, white, 4.5);

    CHECK(cp_color_eq(cp_color_readable(red, white, 4.5), red));
    CHECK(cp_color_contrast(moved, white) >= 4.5);
    CHECK(cp_color_contrast(moved, white) < 6);
    CHECK(cp_color_contrast(cp_color_readable(red, black, 4.5), black) >= 4.5);
}

TEST(a_ground_moves_away_from_the_ink_on_it)
{
    cp_color middle = { 0.47, 0.47, 0.47, 1 }, ground = cp_color_ground(middle, black, white, 7);
    cp_color ink = cp_color_clearer(black, white, middle);

    CHECK(cp_color_contrast(ink, middle) < 7);
    CHECK(cp_color_contrast(ink, ground) >= 7);
    CHECK(cp_color_eq(cp_color_ground(white, black, white, 7), white));
}
