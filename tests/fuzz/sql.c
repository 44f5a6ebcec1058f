/* sql.c - a query of somebody who means harm: within its limits, and never changing a thing. */

#include "ground.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const cp_dataset_limits limits
        = { .steps = 3e5, .heap = (size_t)64 << 20, .length = 100000, .rows = 10000 };
    fuzz_ground ground = { .report = { .arena = &ground.arena } };
    cp_str sql = fuzz_text(data, size), word;
    cp_table *table;
    int errors;

    if (!cp_utf8_valid(sql, NULL))
        return 0;
    ground.env.dataset = cp_dataset_open(&ground.arena, &limits);
    ground.values = (cp_values){ .arena = &ground.arena,
                                 .report = &ground.report,
                                 .dataset = ground.env.dataset };
    cp_dataset_offer(ground.env.dataset, CP_STR("market"), fuzz_market, &ground);
    cp_dataset_set_date(ground.env.dataset, CP_STR("end"), cp_date_from(2026, 4, 17));
    table = cp_dataset_query(&ground.arena, ground.env.dataset, sql, (cp_place){ "a.yaml", 4, 6 },
                             &ground.report);
    HOLDS(table || ground.report.errors > 0);
    if (table)
        fuzz_check_table(&ground.arena, table);
    errors = ground.report.errors;
    HOLDS(cp_braces_write(&ground.values, sql, (cp_place){ "deck.md", 1, 1 }, &word)
          || ground.report.errors > errors);
    /* Whatever it was, the next one is asked as if nothing had been. */
    errors = ground.report.errors;
    table = cp_dataset_query(&ground.arena, ground.env.dataset,
                             CP_STR("select sum(成交额) from market"), (cp_place){ "b.yaml", 1, 1 },
                             &ground.report);
    HOLDS(table && table->columns[0].number[0] == 86989 && ground.report.errors == errors);
    fuzz_close(&ground);
    return 0;
}
