/* image.c - a picture of any format: opened, measured, drawn into a small box. */

#include "ground.h"

#include "paint/image.h"

#include <math.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    cp_arena arena = { 0 };
    cp_report report = { .arena = &arena };
    cp_image *image = cp_image_open(&arena, fuzz_file("picture", fuzz_text(data, size)),
                                    (cp_place){ 0 }, &report);

    HOLDS(image || report.errors > 0);
    if (image) {
        cairo_surface_t *surface = cairo_image_surface_create(CAIRO_FORMAT_ARGB32, 64, 64);
        cairo_t *cr = cairo_create(surface);
        cp_size natural = cp_image_size(image);

        HOLDS(natural.width > 0 && natural.height > 0 && isfinite(natural.width + natural.height));
        cp_image_draw(image, cr, (cp_rect){ 2, 2, 60, 60 });
        HOLDS(cairo_status(cr) == CAIRO_STATUS_SUCCESS);
        cairo_destroy(cr);
        cairo_surface_destroy(surface);
        cp_image_close(image);
    }
    fuzz_check_report(&arena, &report);
    cp_arena_free(&arena);
    return 0;
}
