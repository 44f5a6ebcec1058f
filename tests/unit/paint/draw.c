#include "draw.h"

cp_buf draw_bytes(const drawing *what, cp_arena *arena, cp_report *report)
{
    const cp_output_class *class = cp_output_find(cp_str_from(what->format));
    cp_output *output
        = cp_output_open(class, arena, what->page, &what->info, &what->options, report);
    cp_buf bytes = { 0 };

    for (int page = 1; output && page <= what->pages; page++) {
        cairo_t *cr = cp_output_page(output);
        what->draw(output, cr, page);
        cp_output_page_end(output);
    }
    if (output)
        cp_output_finish(output, &bytes, report);
    cp_output_close(output);
    return bytes;
}
