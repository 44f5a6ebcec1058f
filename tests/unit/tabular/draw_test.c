#include "test.h"

#include "tables.h"

static const char *const small[] = { "名", "值", NULL, "甲", "1", NULL, "乙", "2", NULL, NULL };

TEST(the_dump_tells_cells_in_order_with_their_lines)
{
    setting s;
    const char *dump;

    open_setting(&s);
    dump = dump_table(&s, small, "lr", 100, 1);
    CHECK(strncmp(dump, "cell 0 0 10.00 20.00 ", 21) == 0);
    CHECK_STR(cell_text(&s, dump, 0, 1), "值");
    CHECK_STR(cell_text(&s, dump, 2, 0), "乙");
    CHECK_STR(cell_text(&s, dump, 2, 1), "2");
    close_setting(&s);
}

TEST(the_head_is_filled_with_the_styles_colour)
{
    setting s;
    cp_color wanted, found;

    open_setting(&s);
    wanted = s.style->table.filled.head_fill;
    found = pixel_of(&s, small, "lr", ORIGIN_X + 2, ORIGIN_Y + 2);
    CHECK_NEAR(found.red, wanted.red, 0.01);
    CHECK_NEAR(found.green, wanted.green, 0.01);
    CHECK_NEAR(found.blue, wanted.blue, 0.01);
    close_setting(&s);
}

TEST(nothing_is_drawn_outside_of_the_table)
{
    setting s;
    cp_color above, left;

    open_setting(&s);
    above = pixel_of(&s, small, "lr", ORIGIN_X + 20, ORIGIN_Y - 2);
    left = pixel_of(&s, small, "lr", ORIGIN_X - 2, ORIGIN_Y + 20);
    CHECK_NEAR(above.alpha, 0, 1e-9);
    CHECK_NEAR(left.alpha, 0, 1e-9);
    close_setting(&s);
}

TEST(a_stripe_lies_under_the_stub_as_well)
{
    setting s;
    double row;

    open_setting(&s);
    s.style->table.filled.stub_fill = (cp_color){ 0, 0, 1, 1 };
    s.style->table.filled.zebra_fill = (cp_color){ 1, 1, 0, 1 };
    row = table_height(&s, small, "sr", 100, 1) / 3;
    CHECK_NEAR(pixel_of(&s, small, "sr", ORIGIN_X + 2, ORIGIN_Y + (int)(1.5 * row)).blue, 1, 0.01);
    CHECK_NEAR(pixel_of(&s, small, "sr", ORIGIN_X + 2, ORIGIN_Y + (int)(2.5 * row)).blue, 0, 0.01);
    CHECK_NEAR(pixel_of(&s, small, "sr", ORIGIN_X + 2, ORIGIN_Y + (int)(2.5 * row)).red, 1, 0.01);
    close_setting(&s);
}
