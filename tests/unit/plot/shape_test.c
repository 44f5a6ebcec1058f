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

/* The edge is where a step further is outside. */
TEST(the_reach_of_a_shape_is_the_distance_of_its_edge_and_at_its_tips_its_radius)
{
    cairo_surface_t *surface = cairo_image_surface_create(CAIRO_FORMAT_A8, 1, 1);
    cairo_t *cr = cairo_create(surface);

    for (cp_shape shape = 0; shape < CP_SHAPES; shape++) {
        double most = 0, radius = cp_shape_radius(shape, 100);

        cairo_new_path(cr);
        cp_shape_path(shape, 0, 0, 100, cr);
        for (double angle = -3; angle < 7; angle += 0.01) {
            double reach = cp_shape_reach(shape, 100, angle), in = reach - 0.1, out = reach + 0.1;

            CHECK(cairo_in_fill(cr, in * cos(angle), in * sin(angle)));
            CHECK(!cairo_in_fill(cr, out * cos(angle), out * sin(angle)));
            most = fmax(most, reach);
        }
        CHECK(most <= radius + 1e-6 && most > radius - 1);
    }
    CHECK(cp_shape_radius(CP_SHAPE_CIRCLE, 100) == 50);
    cairo_destroy(cr);
    cairo_surface_destroy(surface);
}
