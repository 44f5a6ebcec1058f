#include "plot/names.h"

#include "test.h"

TEST(names_are_numbered_in_order_of_appearance)
{
    cp_arena arena = { 0 };
    cp_names names;

    cp_names_begin(&names, &arena, 8);
    CHECK_INT(cp_names_index(&names, CP_STR("锂矿")), 0);
    CHECK_INT(cp_names_index(&names, CP_STR("银行")), 1);
    CHECK_INT(cp_names_index(&names, CP_STR("锂矿")), 0);
    CHECK_INT(names.count, 2);
    cp_arena_free(&arena);
}

TEST(one_name_too_many_is_told_and_the_others_stay)
{
    cp_arena arena = { 0 };
    cp_names names;

    cp_names_begin(&names, &arena, 2);
    cp_names_index(&names, CP_STR("a"));
    cp_names_index(&names, CP_STR("b"));
    CHECK(cp_names_index(&names, CP_STR("c")) == CP_NAMES_FULL);
    CHECK_INT(cp_names_index(&names, CP_STR("b")), 1);
    cp_arena_free(&arena);
}
