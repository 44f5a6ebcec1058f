/* picture.c - a picture as a figure: an image file that deck.md shows as it is. */
#include "figure/figure.h"

#include <math.h>

#include "paint/image.h"

typedef struct picture_spec {
    cp_image *image;
} picture_spec;

static const cp_image *image_of(const cp_figure *figure)
{
    return ((const picture_spec *)figure->spec)->image;
}

/* Nobody can tell what a picture shows; eight lines of small text high is where
 * a face, a logo or a diagram begins to speak.  Never more than its own size. */
static cp_size picture_least(const cp_figure *figure, const cp_figure_env *env)
{
    const cp_body_style *body = &env->style->body;
    cp_size size = cp_image_size(image_of(figure));
    double share = fmin(1, 8 * body->smallest * body->tightest / size.height);

    return (cp_size){ size.width * share, size.height * share };
}

static double picture_aspect(const cp_figure *figure, const cp_figure_env *env)
{
    cp_size size = cp_image_size(image_of(figure));

    (void)env;
    return size.width / size.height;
}

static void picture_draw(const cp_figure *figure, const cp_figure_env *env, cp_rect box,
                         cp_gutters gutters, cairo_t *cr, cp_arena *page, cp_buf *dump)
{
    cp_rect inner = cp_rect_inset(box, gutters.top, gutters.right, gutters.bottom, gutters.left);
    cp_image *image = ((const picture_spec *)figure->spec)->image;
    cp_rect place = cp_image_place(image, inner);

    (void)env;
    (void)page;
    cp_image_draw(image, cr, inner);
    if (dump)
        cp_buf_printf(dump, "picture %.2f %.2f %.2f %.2f\n", place.x, place.y, place.width,
                      place.height);
}

static void picture_close(cp_figure *figure)
{
    cp_image_close(((picture_spec *)figure->spec)->image);
}

static const cp_figure_class picture = {
    .name = "picture",
    .summary = "an image file: PNG, JPEG or SVG",
    .spec_size = sizeof(picture_spec),
    .least = picture_least,
    .aspect = picture_aspect,
    .draw = picture_draw,
    .close = picture_close,
};

cp_figure *cp_figure_picture(const cp_figure_env *env, const char *path, cp_place at)
{
    cp_image *image = cp_image_open(env->arena, path, at, env->report);
    cp_figure *figure;
    picture_spec *spec;

    if (!image)
        return NULL;
    figure = cp_new(env->arena, cp_figure);
    spec = cp_new(env->arena, picture_spec);
    spec->image = image;
    *figure = (cp_figure){ .class = &picture,
                           .place = at,
                           .title_place = at,
                           .source_place = at,
                           .note_place = at,
                           .spec = spec };
    return figure;
}
