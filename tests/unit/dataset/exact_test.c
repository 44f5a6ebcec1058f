#include "dataset/exact.h"

#include "test.h"

TEST(what_was_added_can_be_taken_out_again)
{
    cp_exact sum = { 0 };

    cp_exact_add(&sum, 0.1);
    cp_exact_add(&sum, 1e16);
    cp_exact_add(&sum, -1e16);
    CHECK(cp_exact_value(&sum) == 0.1);
}

TEST(ten_tenths_are_one)
{
    cp_exact sum = { 0 };

    for (int i = 0; i < 10; i++)
        cp_exact_add(&sum, 0.1);
    CHECK(cp_exact_value(&sum) == 1);
}

TEST(a_product_is_added_whole)
{
    cp_exact sum = { 0 };

    cp_exact_add_product(&sum, 1e8 + 1, 1e8 + 1);
    cp_exact_add(&sum, -1e16);
    cp_exact_add(&sum, -2e8);
    CHECK(cp_exact_value(&sum) == 1);
}
