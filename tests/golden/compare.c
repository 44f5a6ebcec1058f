/*
 * compare.c - two PNG files, equal within a tolerance.
 *
 *     compare FOUND WANTED
 *
 * Rounding in other processors may move the edge of a curve by a shade: up to
 * one pixel in a thousand may differ by more than 24 of 255 in a channel.
 */
#include <png.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { SHADE = 24, ONE_IN = 1000 };

typedef struct picture {
    png_image head;
    unsigned char *pixels;
} picture;

static picture read_picture(const char *path)
{
    picture out = { .head = { .version = PNG_IMAGE_VERSION } };

    if (!png_image_begin_read_from_file(&out.head, path)) {
        printf("%s: %s\n", path, out.head.message);
        exit(1);
    }
    out.head.format = PNG_FORMAT_RGBA;
    out.pixels = malloc(PNG_IMAGE_SIZE(out.head));
    if (!out.pixels || !png_image_finish_read(&out.head, NULL, out.pixels, 0, NULL)) {
        printf("%s: %s\n", path, out.head.message);
        exit(1);
    }
    return out;
}

static int pixel_differs(const unsigned char *a, const unsigned char *b)
{
    for (int i = 0; i < 4; i++)
        if (abs(a[i] - b[i]) > SHADE)
            return 1;
    return 0;
}

int main(int argc, char **argv)
{
    picture found, wanted;
    size_t pixels, differing = 0;
    int bad;

    if (argc != 3)
        return 2;
    found = read_picture(argv[1]);
    wanted = read_picture(argv[2]);
    pixels = (size_t)wanted.head.width * wanted.head.height;
    bad = found.head.width != wanted.head.width || found.head.height != wanted.head.height;
    if (bad)
        printf("%s: %u x %u, wanted %u x %u\n", argv[1], found.head.width, found.head.height,
               wanted.head.width, wanted.head.height);
    for (size_t i = 0; !bad && i < pixels; i++)
        differing += pixel_differs(found.pixels + 4 * i, wanted.pixels + 4 * i);
    if (!bad && differing * ONE_IN > pixels) {
        printf("%s: %zu of %zu pixels differ\n", argv[1], differing, pixels);
        bad = 1;
    }
    free(found.pixels);
    free(wanted.pixels);
    return bad;
}
