/* diagram_stack.c - stages from the bottom up, each with its parts beside its name. */

#include "figure/diagram_rows.h"

static void stack_lay(cp_sketch *sketch, size_t variant)
{
    cp_rows_lay(sketch, variant, CP_WAY_UP);
}

const cp_diagram_layout cp_diagram_stack = {
    .name = "stack",
    .fewest = 1,
    .alt = "层级图，自下而上",
    .next = "、",
    .variants = cp_rows_variants,
    .lay = stack_lay,
};
