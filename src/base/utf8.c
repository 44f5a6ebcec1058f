#include "base/utf8.h"

#include <string.h>

static int sequence_size(unsigned char lead)
{
    if (lead < 0x80)
        return 1;
    if (lead >= 0xC2 && lead <= 0xDF)
        return 2;
    if (lead >= 0xE0 && lead <= 0xEF)
        return 3;
    return lead >= 0xF0 && lead <= 0xF4 ? 4 : 0;
}

/* The second byte carries the limits: overlong forms, surrogates, above U+10FFFF. */
static bool second_byte_fits(unsigned char lead, unsigned char second)
{
    unsigned char low = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
    unsigned char high = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;

    return second >= low && second <= high;
}

static bool sequence_valid(const unsigned char *at, int size)
{
    if (size > 1 && !second_byte_fits(at[0], at[1]))
        return false;
    for (int i = 2; i < size; i++)
        if ((at[i] & 0xC0) != 0x80)
            return false;
    return true;
}

/* Where the ASCII that stands at `at` ends: eight bytes a step. */
static size_t skip_ascii(cp_str text, size_t at)
{
    uint64_t word;

    while (at + sizeof word <= text.size) {
        memcpy(&word, text.data + at, sizeof word);
        if (word & 0x8080808080808080u)
            break;
        at += sizeof word;
    }
    while (at < text.size && (unsigned char)text.data[at] < 0x80)
        at++;
    return at;
}

/* Characters of three bytes whose lead allows any second byte: nearly all Chinese. */
static size_t skip_plain_threes(cp_str text, size_t at)
{
    const unsigned char *data = (const unsigned char *)text.data;

    while (at + 3 <= text.size && data[at] > 0xE0 && data[at] < 0xF0 && data[at] != 0xED
           && (data[at + 1] & 0xC0) == 0x80 && (data[at + 2] & 0xC0) == 0x80)
        at += 3;
    return at;
}

bool cp_utf8_valid(cp_str text, size_t *bad)
{
    const unsigned char *data = (const unsigned char *)text.data;
    size_t at = 0;

    while ((at = skip_plain_threes(text, skip_ascii(text, at))) < text.size) {
        int size = sequence_size(data[at]);

        if (!size || at + (size_t)size > text.size || !sequence_valid(data + at, size)) {
            if (bad)
                *bad = at;
            return false;
        }
        at += (size_t)size;
    }
    return true;
}

/* The bytes of the character at `at`; 0: there is none, or it is a control. */
static size_t shown_size(cp_str text, size_t at)
{
    const unsigned char *data = (const unsigned char *)text.data + at;
    size_t size = (size_t)sequence_size(data[0]);
    bool control
        = data[0] < ' ' || data[0] == 127 || (data[0] == 0xC2 && size == 2 && data[1] < 0xA0);

    return size && at + size <= text.size && sequence_valid(data, (int)size) && !control ? size : 0;
}

cp_str cp_utf8_line(cp_arena *arena, cp_str text)
{
    char *out = cp_alloc(arena, text.size * 3 + 1), *to = out;

    for (size_t at = 0; at < text.size;) {
        size_t size = shown_size(text, at);

        if (size) {
            memcpy(to, text.data + at, size);
            to += size;
        } else if (strchr("\t\n\r", text.data[at]) && text.data[at]) {
            *to++ = ' ';
        } else {
            to += cp_utf8_put(0xFFFD, to);
        }
        at += size ? size : 1;
    }
    return (cp_str){ out, (size_t)(to - out) };
}

uint32_t cp_utf8_next(cp_str text, size_t *at)
{
    const unsigned char *data = (const unsigned char *)text.data + *at;
    int size = sequence_size(data[0]);
    uint32_t code = size == 1 ? data[0] : data[0] & (0xFFu >> (size + 1));

    for (int i = 1; i < size; i++)
        code = code << 6 | (data[i] & 0x3F);
    *at += size ? (size_t)size : 1;
    return code;
}

size_t cp_utf8_count(cp_str text)
{
    size_t count = 0;

    for (size_t i = 0; i < text.size; i++)
        count += ((unsigned char)text.data[i] & 0xC0) != 0x80;
    return count;
}

size_t cp_utf8_put(uint32_t code, char out[4])
{
    if (code < 0x80) {
        out[0] = (char)code;
        return 1;
    }
    if (code < 0x800) {
        out[0] = (char)(0xC0 | code >> 6);
        out[1] = (char)(0x80 | (code & 0x3F));
        return 2;
    }
    if (code < 0x10000) {
        out[0] = (char)(0xE0 | code >> 12);
        out[1] = (char)(0x80 | (code >> 6 & 0x3F));
        out[2] = (char)(0x80 | (code & 0x3F));
        return 3;
    }
    out[0] = (char)(0xF0 | code >> 18);
    out[1] = (char)(0x80 | (code >> 12 & 0x3F));
    out[2] = (char)(0x80 | (code >> 6 & 0x3F));
    out[3] = (char)(0x80 | (code & 0x3F));
    return 4;
}

bool cp_is_han(uint32_t code)
{
    return (code >= 0x4E00 && code <= 0x9FFF) || (code >= 0x3400 && code <= 0x4DBF)
           || (code >= 0x20000 && code <= 0x323AF) || (code >= 0xF900 && code <= 0xFAFF)
           || code == 0x3005 || code == 0x3007;
}

bool cp_is_wide(uint32_t code)
{
    return (code >= 0x1100 && code <= 0x115F) || (code >= 0x2E80 && code <= 0xA4CF)
           || (code >= 0xAC00 && code <= 0xD7A3) || (code >= 0xF900 && code <= 0xFAFF)
           || (code >= 0xFE30 && code <= 0xFE6F) || (code >= 0xFF00 && code <= 0xFF60)
           || (code >= 0xFFE0 && code <= 0xFFE6) || (code >= 0x1F300 && code <= 0x1FAFF)
           || (code >= 0x20000 && code <= 0x3FFFD);
}

int cp_utf8_cells(cp_str text)
{
    int cells = 0;

    for (size_t at = 0; at < text.size;)
        cells += cp_is_wide(cp_utf8_next(text, &at)) ? 2 : 1;
    return cells;
}

cp_str cp_utf8_narrow(cp_str text, char *room, size_t size)
{
    enum { WIDE = 0xFF01, WIDE_LAST = 0xFF5E, WIDE_BLANK = 0x3000 };
    size_t at = 0, put = 0;

    if (text.size > size)
        return text;
    while (at < text.size) {
        size_t from = at;
        uint32_t code = cp_utf8_next(text, &at);

        if (code >= WIDE && code <= WIDE_LAST)
            room[put++] = (char)(code - WIDE + '!');
        else if (code == WIDE_BLANK)
            room[put++] = ' ';
        else
            for (; from < at; from++)
                room[put++] = text.data[from];
    }
    return (cp_str){ room, put };
}
