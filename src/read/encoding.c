#include "read/encoding.h"

#include <errno.h>
#include <iconv.h>
#include <stdint.h>
#include <string.h>
#include <strings.h>

#include "base/utf8.h"
#include "read/lines.h"

#define UTF8_MARK CP_STR("\xEF\xBB\xBF")
#define LE_MARK   CP_STR("\xFF\xFE")
#define BE_MARK   CP_STR("\xFE\xFF")

/* Whether `name` is `code` but for case, - and _. */
static bool names(cp_str name, const char *code)
{
    for (size_t i = 0; i < name.size; i++) {
        if (name.data[i] == '-' || name.data[i] == '_')
            continue;
        if (!*code || strncasecmp(name.data + i, code++, 1) != 0)
            return false;
    }
    return !*code;
}

/* All that the converter makes of the bytes it understands.  False: it stopped
 * at `*fault`. */
static bool convert(iconv_t converter, cp_str bytes, cp_buf *out, size_t *fault)
{
    char *from = (char *)bytes.data;
    size_t left = bytes.size, result = 0;

    cp_buf_reserve(out, bytes.size + bytes.size / 8 + 16);
    do {
        char *to = out->data + out->size;
        size_t room = out->capacity - out->size - 1;

        result = iconv(converter, &from, &left, &to, &room);
        out->size = (size_t)(to - out->data);
        if (result == (size_t)-1 && errno == E2BIG)
            cp_buf_reserve(out, out->capacity / 2 + 64);
    } while (result == (size_t)-1 && errno == E2BIG);
    out->data[out->size] = '\0';
    *fault = bytes.size - left;
    return result != (size_t)-1;
}

static unsigned byte_at(cp_str bytes, size_t at)
{
    return at < bytes.size ? (unsigned char)bytes.data[at] : 0;
}

/* `expected` words what a byte that does not convert should have been. */
static bool decode_as(const char *name, const char *expected, cp_str bytes, cp_place at,
                      cp_decoded *out, cp_report *report)
{
    iconv_t converter = iconv_open("UTF-8", name);
    size_t fault;
    bool ok = convert(converter, bytes, &out->own, &fault);

    iconv_close(converter);
    out->name = name;
    out->text = cp_buf_str(&out->own);
    if (cp_str_starts(out->text, UTF8_MARK))
        out->text = cp_str_slice(out->text, UTF8_MARK.size, out->text.size);
    return ok
           || cp_fail(report, cp_text_place(at, out->text, out->text.size), "byte 0x%02X is %s",
                      byte_at(bytes, fault), expected);
}

static bool decode_utf8(cp_str bytes, cp_place at, const char *why, cp_decoded *out,
                        cp_report *report)
{
    bool marked = cp_str_starts(bytes, UTF8_MARK);
    size_t bad;

    out->name = marked ? "UTF-8 with BOM" : "UTF-8";
    out->text = marked ? cp_str_slice(bytes, UTF8_MARK.size, bytes.size) : bytes;
    return cp_utf8_valid(out->text, &bad)
           || cp_fail(report, cp_text_place(at, out->text, bad), "byte 0x%02X is not UTF-8%s",
                      byte_at(out->text, bad), why);
}

/* Whether well-formed characters of several bytes outnumber the faults by far,
 * bytes at fault side by side being one.  In GB18030 text about one character
 * in seven looks like UTF-8 by chance. */
static bool mostly_utf8(cp_str bytes)
{
    enum { MANY = 4 };
    size_t good = 0, faults = 0, bad;

    for (;;) {
        bool valid = cp_utf8_valid(bytes, &bad);
        cp_str sound = cp_str_slice(bytes, 0, valid ? bytes.size : bad);

        for (size_t i = 0; i < sound.size; i++)
            good += (unsigned char)sound.data[i] >= 0xC0;
        if (valid)
            return good && good >= MANY * faults;
        faults += bad > 0 || faults == 0;
        bytes = cp_str_slice(bytes, bad + 1, bytes.size);
    }
}

/* Whether the characters of two bytes mostly end in an ASCII byte: rare ones in
 * Chinese text, but the rule when a western letter swallowed its neighbour.
 * `*first` is the first such pair. */
static bool doubtful_gb18030(cp_str bytes, size_t *first)
{
    size_t ascii = 0, high = 0;

    for (size_t i = 0; i + 1 < bytes.size; i++) {
        unsigned char trail = (unsigned char)bytes.data[i + 1];

        if ((unsigned char)bytes.data[i] < 0x80)
            continue;
        if (trail >= 0x40 && trail < 0x7F && !ascii++)
            *first = i;
        high += trail >= 0x80;
        i++;
    }
    return ascii > high;
}

static bool decode_gb18030(cp_str bytes, cp_place at, cp_decoded *out, cp_report *report)
{
    static const char neither[]
        = "neither UTF-8 nor GB18030; say which encoding it is, such as latin1";
    size_t first = 0;
    cp_decoded head = { 0 };
    cp_place place;

    if (!doubtful_gb18030(bytes, &first))
        return decode_as("GB18030", neither, bytes, at, out, report);
    if (!decode_as("GB18030", neither, cp_str_slice(bytes, 0, first), at, &head, report)) {
        cp_buf_free(&head.own);
        return false;
    }
    place = cp_text_place(at, head.text, head.text.size);
    cp_buf_free(&head.own);
    return cp_fail(report, place,
                   "byte 0x%02X before '%c' is not UTF-8 and unlikely to be GB18030; "
                   "say which encoding it is, such as latin1",
                   byte_at(bytes, first), bytes.data[first + 1]);
}

/* UTF-16 without a mark: of signs, digits and line ends, which no table is without, every second
 * byte is zero, and of all the rest hardly any.  NULL: it is none. */
static const char *unmarked_utf16(cp_str bytes)
{
    enum { SAMPLE = 1 << 16, LEAST = 8, A_ZERO_IN = 20, FAR = 8 };
    size_t size = bytes.size < SAMPLE ? bytes.size : SAMPLE, zeros[2] = { 0 }, breaks = 0;
    bool little;

    for (size_t i = 0; i < size; i++)
        zeros[i % 2] += bytes.data[i] == 0;
    little = zeros[1] > zeros[0];
    if (bytes.size % 2 || zeros[little] < LEAST || zeros[little] * A_ZERO_IN < size / 2
        || zeros[little] < FAR * zeros[!little])
        return NULL;
    for (size_t i = 0; i + 1 < size; i += 2) {
        unsigned char low = (unsigned char)bytes.data[i + !little];

        if (bytes.data[i + little])
            continue;
        if (low < ' ' && low != '\t' && low != '\r' && low != '\n')
            return NULL;
        breaks += low == '\n' || low == '\r';
    }
    return !breaks ? NULL : little ? "UTF-16LE" : "UTF-16BE";
}

static bool decode_found(cp_str bytes, cp_place at, cp_decoded *out, cp_report *report)
{
    const char *unmarked = unmarked_utf16(bytes);

    if (cp_str_starts(bytes, UTF8_MARK))
        return decode_utf8(bytes, at, ", which the file's first bytes promise", out, report);
    if (cp_str_starts(bytes, LE_MARK))
        return decode_as("UTF-16LE", "not UTF-16LE", bytes, at, out, report);
    if (cp_str_starts(bytes, BE_MARK))
        return decode_as("UTF-16BE", "not UTF-16BE", bytes, at, out, report);
    if (unmarked)
        return decode_as(unmarked, "not UTF-16", bytes, at, out, report);
    if (cp_utf8_valid(bytes, NULL)) {
        out->name = "UTF-8";
        out->text = bytes;
        return true;
    }
    if (mostly_utf8(bytes))
        return decode_utf8(bytes, at, ", as the rest of the file is", out, report);
    return decode_gb18030(bytes, at, out, report);
}

static bool decode_wished(cp_arena *arena, cp_str bytes, cp_place at, cp_str wish, cp_place wish_at,
                          cp_decoded *out, cp_report *report)
{
    const char *code = cp_str_z(arena, wish);
    iconv_t converter;

    if (names(wish, "utf8"))
        return decode_utf8(bytes, at, "", out, report);
    if (names(wish, "gbk") || names(wish, "gb2312") || names(wish, "gb18030"))
        return decode_as("GB18030", "not GB18030", bytes, at, out, report);
    /* Behind a slash iconv takes orders, to drop what it does not know. */
    converter = memchr(wish.data, '/', wish.size) ? (iconv_t)-1 : iconv_open("UTF-8", code);
    if (converter == (iconv_t)-1)
        return cp_fail(report, wish_at,
                       "no encoding '%s'; expected a name such as utf-8, gb18030 or utf-16le",
                       code);
    iconv_close(converter);
    return decode_as(code, cp_printf(arena, "not %s", code), bytes, at, out, report);
}

static bool refuse_nul(const cp_decoded *decoded, cp_place at, cp_report *report)
{
    cp_str text = decoded->text;
    const char *nul = text.size ? memchr(text.data, '\0', text.size) : NULL;

    if (!nul)
        return true;
    return cp_fail(report, cp_text_place(at, text, (size_t)(nul - text.data)),
                   "a zero byte; expected text (UTF-16 without a byte order mark? "
                   "then say encoding: utf-16le)");
}

bool cp_decode(cp_arena *arena, cp_str bytes, cp_place at, cp_str wish, cp_place wish_at,
               cp_decoded *out, cp_report *report)
{
    bool ok = wish.size ? decode_wished(arena, bytes, at, wish, wish_at, out, report)
                        : decode_found(bytes, at, out, report);

    return ok && refuse_nul(out, at, report);
}
