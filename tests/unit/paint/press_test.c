#include "test.h"

#include "paint/press.h"

#include <stdint.h>
#include <zlib.h>

enum { SIZE = 300000 };

/* Flat stretches, ramps and noise, as pixels have them. */
static void fill(unsigned char *bytes)
{
    uint32_t state = 1;

    for (size_t i = 0; i < SIZE; i++) {
        state = state * 1664525 + 1013904223;
        bytes[i] = (unsigned char)(i % 3000 < 1000 ? 0 : i % 3000 < 2000 ? i : state >> 24);
    }
}

/* What zlib makes of it is what was pressed. */
static void check_opened(cp_str pressed, const unsigned char *bytes)
{
    static unsigned char opened[SIZE];
    uLongf size = sizeof opened;

    CHECK_INT(uncompress(opened, &size, (const Bytef *)pressed.data, (uLong)pressed.size), Z_OK);
    CHECK_INT(size, SIZE);
    CHECK(memcmp(opened, bytes, SIZE) == 0);
}

static void press(cp_press *press, const unsigned char *bytes, size_t step, cp_buf *out)
{
    for (size_t at = 0; at < SIZE; at += step)
        cp_press_add(press,
                     (cp_str){ (const char *)bytes + at, step < SIZE - at ? step : SIZE - at },
                     at + step >= SIZE, out);
}

TEST(zlib_opens_what_was_pressed_in_pieces_of_any_size)
{
    static const size_t step[] = { 4, 7, 4801, 65536, SIZE };
    static unsigned char bytes[SIZE];
    cp_press *one = cp_press_new(); /* a stream begins behind each end */

    fill(bytes);
    for (size_t i = 0; i < sizeof step / sizeof *step; i++) {
        cp_buf out = { 0 };

        press(one, bytes, step[i], &out);
        check_opened(cp_buf_str(&out), bytes);
        CHECK(out.size < SIZE / 2); /* first bytes are flushed alone, others not */
        cp_buf_free(&out);
    }
    cp_press_free(one);
}

TEST(nothing_is_a_stream_too)
{
    cp_press *one = cp_press_new();
    cp_buf out = { 0 };
    unsigned char opened[1];
    uLongf size = sizeof opened;

    cp_press_add(one, CP_STR(""), true, &out);
    CHECK_INT(uncompress(opened, &size, (const Bytef *)out.data, (uLong)out.size), Z_OK);
    CHECK_INT(size, 0);
    cp_buf_free(&out);
    cp_press_free(one);
}
