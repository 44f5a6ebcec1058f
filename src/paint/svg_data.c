#include "paint/svg_data.h"

#include <ctype.h>
#include <stdint.h>
#include <string.h>

#include "paint/svg_css.h"

static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/* The value of each byte as a digit; 64: it is none. */
static void fill_values(unsigned char *values)
{
    memset(values, 64, 256);
    for (unsigned char i = 0; i < 64; i++)
        values[(unsigned char)digits[i]] = i;
}

/* White space is passed over, and padding ends it. */
static cp_str decode(cp_arena *arena, cp_str text)
{
    unsigned char values[256];
    char *out = cp_alloc(arena, text.size / 4 * 3 + 4);
    size_t size = 0;
    uint32_t bits = 0;
    int count = 0;

    fill_values(values);
    for (size_t i = 0; i < text.size && text.data[i] != '='; i++) {
        unsigned char c = (unsigned char)text.data[i];

        if (isspace(c))
            continue;
        if (values[c] == 64)
            return (cp_str){ 0 };
        bits = bits << 6 | values[c];
        count += 6;
        if (count >= 8)
            out[size++] = (char)(bits >> (count -= 8));
    }
    return (cp_str){ out, size };
}

cp_str cp_svg_data(cp_arena *arena, cp_str address)
{
    size_t comma = cp_str_find(address, CP_STR(","), 0);
    cp_str head = cp_str_trim(cp_str_slice(address, 0, comma));
    bool coded = comma != SIZE_MAX && head.size >= 7
                 && cp_css_find(head, CP_STR(";base64"), head.size - 7) != SIZE_MAX;

    return coded ? decode(arena, cp_str_slice(address, comma + 1, address.size)) : (cp_str){ 0 };
}
