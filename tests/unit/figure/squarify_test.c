#include "test.h"

#include "figure/squarify.h"

TEST(cells_fill_the_box_with_areas_by_value)
{
    /* The example of the paper: 6 x 4 by 6 6 4 3 2 2 1. */
    const double value[] = { 6, 6, 4, 3, 2, 2, 1 };
    cp_rect box = { 10, 20, 6, 4 }, cell[7];
    double area = 0;

    cp_squarify(value, 7, box, cell);
    for (size_t i = 0; i < 7; i++) {
        CHECK_NEAR(cell[i].width * cell[i].height, value[i], 1e-9);
        CHECK(cp_rect_inside(cell[i], box, 1e-9));
        area += cell[i].width * cell[i].height;
        for (size_t k = 0; k < i; k++)
            CHECK(!cp_rects_overlap(cell[i], cell[k], 1e-9));
    }
    CHECK_NEAR(area, 24, 1e-9);
    /* Its first row: two cells of 3 x 2 at the left. */
    CHECK_NEAR(cell[0].width, 3, 1e-9);
    CHECK_NEAR(cell[1].height, 2, 1e-9);
    CHECK_NEAR(cell[2].x, 13, 1e-9);
}

TEST(equal_values_become_squares_where_they_can)
{
    const double value[] = { 1, 1, 1, 1 };
    cp_rect cell[4];

    cp_squarify(value, 4, (cp_rect){ 0, 0, 100, 100 }, cell);
    for (size_t i = 0; i < 4; i++)
        CHECK_NEAR(cell[i].width, 50, 1e-9);
}

TEST(zero_values_have_no_area_and_a_flat_box_no_fault)
{
    const double value[] = { 5, 0, 0 };
    cp_rect cell[3];

    cp_squarify(value, 3, (cp_rect){ 0, 0, 30, 20 }, cell);
    CHECK_NEAR(cell[0].width * cell[0].height, 600, 1e-9);
    CHECK_NEAR(cell[1].width, 0, 0);
    cp_squarify(value, 3, (cp_rect){ 0, 0, 30, 0 }, cell);
    CHECK(isfinite(cell[0].width) && isfinite(cell[0].height));
}
