/* style.c - a style sheet, and a slide and a chart laid out with it where it is one. */

#include "ground.h"

#include "deck/deck.h"

static const char words[]
    = "## 甲\n\n- 一二三，**四**\n- OpenAI 5.2%\n\n> 资料来源：乙\n\n## 表\n\n表：丙\n\n"
      "| 名 | 值 |\n|---|---:|\n| 甲 | 1.5 |\n| 乙 | −2 |\n";

static void lay_out(fuzz_ground *ground)
{
    char name[160];
    const char *file = name;
    cp_deck_facts facts = { .title = CP_STR("周报"), .date = cp_date_from(2026, 4, 19) };
    cp_deck *deck;
    cairo_t *cr = fuzz_canvas();

    snprintf(name, sizeof name, "%s", fuzz_file("deck.md", cp_str_from(words)));
    deck = cp_deck_read(&ground->arena, &facts, &file, 1, &ground->values, &ground->report);
    if (cp_deck_load(deck, &ground->env) && cp_deck_layout(deck, &ground->env))
        for (size_t i = 0; i < cp_deck_page_count(deck); i++)
            cp_deck_draw(deck, &ground->env, i, cr, &ground->page, NULL);
    cp_deck_close(deck);
    fuzz_canvas_close(cr);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    fuzz_ground ground;
    const char *file = fuzz_file("style.yaml", fuzz_text(data, size));
    cp_style *style;

    fuzz_open(&ground);
    style = cp_style_read_with(&ground.arena, file, CP_SOURCE_DIR "/styles", (cp_place){ 0 },
                               &ground.report);
    HOLDS(style || ground.report.errors > 0);
    if (style) {
        ground.env.style = style;
        lay_out(&ground);
    }
    fuzz_close(&ground);
    return 0;
}
