#include "draw.h"

cp_buf draw_bytes(const drawing *drawing, cp_arena *arena, cp_report *report)
{
    const cp_output_class *class = cp_output_find(cp_str_from(drawing->format));
    cp_output *output
        = cp_output_open(class, arena, drawing->page, &drawing->info, &drawing->options, report);
    cp_buf bytes = { 0 };

    for (int page = 1; output && page <= drawing->pages; page++) {
        cairo_t *cr = cp_output_page(output);
        drawing->draw(output, cr, page);
        cp_output_page_end(output);
    }
    if (output)
        cp_output_finish(output, &bytes, report);
    cp_output_close(output);
    return bytes;
}
