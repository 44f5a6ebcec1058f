#include "text/faces.h"

#include "base/utf8.h"

#include <stdlib.h>

enum { DEEPEST_QUOTE = 16 };

bool cp_is_shared(uint32_t code)
{
    switch (code) {
    case 0x00B7: /* · */
    case 0x2014: /* — */
    case 0x2015:
    case 0x2018: /* ‘ ’ */
    case 0x2019:
    case 0x201C: /* “ ” */
    case 0x201D:
    case 0x2022: /* • */
    case 0x2025:
    case 0x2026: /* … */
    case 0x2027:
        return true;
    default:
        return false;
    }
}

static bool is_accent(uint32_t code)
{
    return code >= 0x0300 && code <= 0x036F;
}

/* Joiners, variation selectors and marks of direction, which show nothing, and
 * accents: set in the face of what they follow, for the shaper to deal with. */
static bool follows(uint32_t code)
{
    return code == 0x00AD || code == 0x061C || code == 0xFEFF || is_accent(code)
           || (code >= 0x180B && code <= 0x180F) || (code >= 0x200B && code <= 0x200F)
           || (code >= 0x202A && code <= 0x202E) || (code >= 0x2060 && code <= 0x206F)
           || (code >= 0xFE00 && code <= 0xFE0F) || (code >= 0xE0000 && code <= 0xE0FFF);
}

static bool family_has(const cp_fonts *fonts, size_t family, uint32_t code)
{
    hb_codepoint_t glyph;

    return hb_font_get_nominal_glyph(fonts->families[family].faces[0].font, code, &glyph);
}

/* The first family has Latin; wide characters go to those behind it even where
 * it has some too, for its Han may have another country's shapes. */
static void choose(const cp_fonts *fonts, cp_char *it, bool wide)
{
    size_t first = wide && fonts->count > 1 ? 1 : 0;

    for (size_t i = 0; i < fonts->count; i++) {
        size_t family = (first + i) % fonts->count;

        if (family_has(fonts, family, it->code)) {
            it->family = (uint8_t)family;
            return;
        }
    }
    it->family = (uint8_t)first;
    it->missing = true;
}

static bool is_opening(uint32_t code)
{
    return code == 0x2018 || code == 0x201C;
}

static bool is_closing(uint32_t code)
{
    return code == 0x2019 || code == 0x201D;
}

/* wide[i] for shared characters that have a wide neighbour, over others of their kind. */
static void find_wide_neighbours(const cp_char *chars, size_t count, bool *wide)
{
    bool beside = false;

    for (size_t i = 0; i < count; i++) {
        if (!cp_is_shared(chars[i].code))
            beside = wide[i] = cp_is_wide(chars[i].code);
        else
            wide[i] = beside;
    }
    beside = false;
    for (size_t i = count; i-- > 0;) {
        if (!cp_is_shared(chars[i].code))
            beside = wide[i];
        else
            wide[i] = wide[i] || beside;
    }
}

/* Both quotes of a pair look alike: wide if one of them is. */
static void match_quotes(const cp_char *chars, size_t count, bool *wide)
{
    size_t open[DEEPEST_QUOTE], depth = 0;

    for (size_t i = 0; i < count; i++) {
        uint32_t code = chars[i].code;

        if (code == '\n') {
            depth = 0;
        } else if (is_opening(code) && depth < DEEPEST_QUOTE) {
            open[depth++] = i;
        } else if (is_closing(code) && depth > 0 && chars[open[depth - 1]].code == code - 1) {
            size_t pair = open[--depth];

            wide[pair] = wide[i] = wide[pair] || wide[i];
        }
    }
}

void cp_choose_families(const cp_fonts *fonts, cp_char *chars, size_t count)
{
    bool few[256], *wide = count <= sizeof few ? few : cp_grow(NULL, count);

    find_wide_neighbours(chars, count, wide);
    match_quotes(chars, count, wide);
    for (size_t i = 0; i < count; i++) {
        if (chars[i].code == '\n' || follows(chars[i].code))
            chars[i].family = i > 0 ? chars[i - 1].family : 0;
        else
            choose(fonts, &chars[i], wide[i]);
    }
    if (wide != few)
        free(wide);
}

void cp_mark_missing(const cp_fonts *fonts, cp_char *chars, size_t count)
{
    size_t at = count - 1;

    while (at > 0 && !chars[at].missing
           && !(is_accent(chars[at].code) && !family_has(fonts, chars[at].family, chars[at].code)))
        at--;
    chars[at].missing = true;
}
