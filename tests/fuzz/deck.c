/* deck.c - deck.md with its braces: slides read, figures loaded, pages laid out and drawn. */

#include "ground.h"

#include "deck/deck.h"

static void draw_pages(fuzz_ground *ground, const cp_deck *deck)
{
    cairo_t *cr = fuzz_canvas();

    for (size_t i = 0; i < cp_deck_page_count(deck); i++) {
        cp_page_facts page = cp_deck_page(deck, i);

        HOLDS(cp_utf8_valid(page.title, NULL) && cp_utf8_valid(page.notes, NULL));
        cp_deck_draw(deck, &ground->env, i, cr, &ground->page, NULL);
        cp_arena_reset(&ground->page);
    }
    fuzz_canvas_close(cr);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static cp_value named[] = {
        { .name = CP_STR("avg"), .sql = CP_STR("select avg(成交额) from market") },
        { .name = CP_STR("prev"), .sql = CP_STR("select 21332.4") },
        { .name = CP_STR("names"), .sql = CP_STR("values ('锂电池'), ('半导体')") },
    };
    cp_value values[3];
    cp_deck_facts facts = { .title = CP_STR("周报"), .date = cp_date_from(2026, 4, 19) };
    fuzz_ground ground;
    const char *file = fuzz_file("deck.md", fuzz_text(data, size));
    cp_deck *deck;

    memcpy(values, named, sizeof values);
    fuzz_open(&ground);
    ground.values.count = 3;
    ground.values.item = values;
    deck = cp_deck_read(&ground.arena, &facts, &file, 1, &ground.values, &ground.report);
    cp_deck_load(deck, &ground.env);
    cp_deck_check(deck, &ground.env);
    if (cp_deck_layout(deck, &ground.env) && ground.report.errors == 0)
        draw_pages(&ground, deck);
    cp_deck_close(deck);
    fuzz_close(&ground);
    return 0;
}
