/* chart.c - a figure's file of any kind: read, loaded, measured and drawn in boxes small and large. */

#include "ground.h"

#include "deck/alone.h"

#include <math.h>

static void draw(fuzz_ground *ground, const cp_figure *figure, cp_size size)
{
    const cp_figure_env *env = &ground->env;
    cp_deck_facts facts = { .title = CP_STR("周报") };
    cp_alone alone = { .size = size, .most = 480, .title = true, .source = true };
    cairo_t *cr = fuzz_canvas();

    alone.size = cp_alone_fit(figure, env, &facts, &alone);
    HOLDS(!isnan(alone.size.width) && !isnan(alone.size.height));
    if (alone.size.width < 20000 && alone.size.height < 20000)
        cp_alone_draw(figure, env, &facts, &alone, cr, &ground->page);
    cp_arena_reset(&ground->page);
    fuzz_canvas_close(cr);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    fuzz_ground ground;
    const char *file = fuzz_file("chart.yaml", fuzz_text(data, size));
    cp_figure *figure;

    fuzz_open(&ground);
    figure = cp_figure_open(&ground.env, file, (cp_place){ 0 });
    HOLDS(figure || ground.report.errors > 0);
    if (figure && cp_figure_load(figure, &ground.env)) {
        HOLDS(!figure->faulty);
        draw(&ground, figure, (cp_size){ 480, 270 });
        draw(&ground, figure, (cp_size){ 90, 60 });
        HOLDS(cp_figure_least(figure, &ground.env).width >= 0);
    }
    cp_figure_close(figure);
    fuzz_close(&ground);
    return 0;
}
