/* format.c - d3's formats: LINE of a format, then eight bytes of a number, or none. */

#include "fuzz.h"

#include "base/format.h"

#include <math.h>
#include <string.h>

/* How far a width may blow up a text. */
enum { MOST_SHOWN = 100000 };

static void check_shown(cp_arena *arena, const cp_number_format *format, double value)
{
    cp_str shown = cp_number_write(arena, format, value);

    HOLDS(shown.size <= MOST_SHOWN && cp_utf8_valid(shown, NULL));
    HOLDS(!isnan(value) || shown.size == 0 || format->width > 0);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const double usual[]
        = { 0, -0.0, 1.005, -12345.678, 1e-300, 1e300, 5e-324, 0.5, 999999.5, -1e15 };
    cp_arena arena = { 0 };
    cp_str rest = fuzz_text(data, size), text = cp_str_next(&rest, '\n');
    cp_number_format format;

    if (cp_utf8_valid(text, NULL) && cp_number_format_parse(text, &format)) {
        for (size_t i = 0; i < sizeof usual / sizeof *usual; i++)
            check_shown(&arena, &format, usual[i]);
        check_shown(&arena, &format, INFINITY);
        check_shown(&arena, &format, NAN);
        if (rest.data && rest.size >= sizeof(double)) {
            double value;

            memcpy(&value, rest.data, sizeof value);
            check_shown(&arena, &format, value);
        }
    }
    cp_arena_free(&arena);
    return 0;
}
