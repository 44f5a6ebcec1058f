#include "test.h"

#include "plot/mark/shape.h"

#include <math.h>

/* The area a shape covers, in units of its disc's, by pixels. */
static double area_of(cp_shape shape)
{
    enum { SIDE = 400, DIAMETER = 200 };
    cairo_surface_t *surface = cairo_image_surface_create(CAIRO_FORMAT_A8, SIDE, SIDE);
    cairo_t *cr = cairo_create(surface);
    double sum = 0;

    cp_shape_path(shape, SIDE / 2, SIDE / 2, DIAMETER, cr);
    cairo_fill(cr);
    cairo_surface_flush(surface);

    const unsigned char *data = cairo_image_surface_get_data(surface);
    int stride = cairo_image_surface_get_stride(surface);

    for (int row = 0; row < SIDE; row++)
        for (int column = 0; column < SIDE; column++)
            sum += data[row * stride + column] / 255.0;
    cairo_destroy(cr);
    cairo_surface_destroy(surface);
    return sum / (acos(-1) * DIAMETER * DIAMETER / 4);
}

TEST(no_shape_looks_much_larger_or_smaller_than_a_disc)
{
    for (int shape = 0; shape < CP_SHAPES; shape++)
        CHECK(fabs(area_of((cp_shape)shape) - 1) < 0.35);
    CHECK(!cp_shape_words[CP_SHAPES + 1]);
}
