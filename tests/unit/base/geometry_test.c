#include "base/geometry.h"

#include "test.h"

TEST(an_inset_never_turns_a_box_inside_out)
{
    cp_rect inner = cp_rect_inset((cp_rect){ 10, 20, 100, 50 }, 1, 2, 3, 4);
    cp_rect nothing = cp_rect_inset((cp_rect){ 0, 0, 10, 10 }, 0, 9, 0, 9);

    CHECK(inner.x == 14 && inner.y == 21 && inner.width == 94 && inner.height == 46);
    CHECK(nothing.width == 0 && nothing.height == 10);
}

TEST(boxes_overlap_by_more_than_the_tolerance)
{
    cp_rect box = { 0, 0, 10, 10 };

    CHECK(cp_rects_overlap(box, (cp_rect){ 9, 9, 5, 5 }, 0));
    CHECK(!cp_rects_overlap(box, (cp_rect){ 9, 9, 5, 5 }, 1));
    CHECK(!cp_rects_overlap(box, (cp_rect){ 10, 0, 5, 5 }, 0));
    CHECK(!cp_rects_overlap(box, (cp_rect){ 2, 20, 5, 5 }, 0));
}

TEST(a_box_lies_inside_another_within_the_tolerance)
{
    cp_rect page = { 0, 0, 100, 100 };

    CHECK(cp_rect_inside((cp_rect){ 0, 0, 100, 100 }, page, 0));
    CHECK(!cp_rect_inside((cp_rect){ 1, 1, 100, 10 }, page, 0.5));
    CHECK(cp_rect_inside((cp_rect){ -0.4, 1, 100, 10 }, page, 0.5));
    CHECK(!cp_rect_inside((cp_rect){ 1, -1, 10, 10 }, page, 0.5));
}

TEST(colours_are_six_or_eight_hex_digits)
{
    static const char *const wrong[]
        = { "", "#", "C00000", "#C0000", "#C0000G", "#C000001", "red", "#C0000000F" };
    cp_color color = { 0 };

    CHECK(cp_color_parse(CP_STR("#C00080"), &color));
    CHECK(cp_color_eq(color, (cp_color){ 192 / 255.0, 0, 128 / 255.0, 1 }));
    CHECK(cp_color_parse(CP_STR("#ffFFff00"), &color));
    CHECK(cp_color_eq(color, (cp_color){ 1, 1, 1, 0 }));
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
        CHECK(!cp_color_parse(cp_str_from(wrong[i]), &color));
}

TEST(contrast_is_that_of_the_web_guidelines)
{
    cp_color black = { 0, 0, 0, 1 }, white = { 1, 1, 1, 1 }, grey = { 0 };

    CHECK_NEAR(cp_color_contrast(black, white), 21, 1e-9);
    CHECK_NEAR(cp_color_contrast(white, white), 1, 1e-9);
    CHECK(cp_color_parse(CP_STR("#777777"), &grey));
    CHECK_NEAR(cp_color_contrast(white, grey), 4.48, 0.005);
    CHECK_NEAR(cp_color_contrast(grey, white), 4.48, 0.005);
}
