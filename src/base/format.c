#include "base/format.h"

#include "base/buf.h"
#include "base/decimal.h"
#include "base/number.h"
#include "base/utf8.h"

#include <math.h>
#include <stdint.h>
#include <string.h>

enum {
    WIDEST = 255,
    DEFAULT_PRECISION = 6,
    PLAIN_PRECISION = 12, /* of no type */
    MOST_PRECISION = 20
};

static bool is_digit(cp_str text, size_t at)
{
    return at < text.size && text.data[at] >= '0' && text.data[at] <= '9';
}

/* The character at `*at` if it is one of `set`, passing it; else 0. */
static char take_any(cp_str text, size_t *at, const char *set)
{
    if (*at >= text.size || !text.data[*at] || !strchr(set, text.data[*at]))
        return 0;
    return text.data[(*at)++];
}

/* Digits as a number; far too large stays too large. */
static int take_number(cp_str text, size_t *at)
{
    int number = 0;

    for (; is_digit(text, *at); ++*at)
        if (number <= WIDEST)
            number = number * 10 + (text.data[*at] - '0');
    return number;
}

/* "[fill]align": any one character counts as fill if an align follows it. */
static void take_align(cp_str text, size_t *at, cp_number_format *out)
{
    size_t behind = 0;
    char align = 0;

    strcpy(out->fill, " ");
    out->align = '>';
    if (!text.size)
        return;
    cp_utf8_next(text, &behind);
    if (behind < text.size && behind < sizeof out->fill)
        align = text.data[behind];
    if (align && strchr("<>^=", align)) {
        memset(out->fill, 0, sizeof out->fill);
        memcpy(out->fill, text.data, behind);
        out->align = align;
        *at = behind + 1;
    } else if ((align = take_any(text, at, "<>^="))) {
        out->align = align;
    }
}

bool cp_number_format_parse(cp_str text, cp_number_format *out)
{
    size_t at = 0;
    char sign;

    *out = (cp_number_format){ .precision = -1 };
    take_align(text, &at, out);
    sign = take_any(text, &at, "-+( ");
    out->sign = sign ? sign : '-';
    out->symbol = take_any(text, &at, "$#");
    out->zero = take_any(text, &at, "0") != 0;
    out->width = take_number(text, &at);
    if (out->zero && !out->width)
        return false;
    out->comma = take_any(text, &at, ",") != 0;
    if (take_any(text, &at, ".")) {
        if (!is_digit(text, at))
            return false;
        out->precision = take_number(text, &at);
    }
    out->trim = take_any(text, &at, "~") != 0;
    out->type = take_any(text, &at, "efgrs%pdboxXcn");
    if (out->zero || (out->align == '=' && strcmp(out->fill, "0") == 0)) {
        out->zero = true;
        out->align = '=';
        strcpy(out->fill, "0");
    }
    return at == text.size && out->width <= WIDEST;
}

/* What is written: [lead][whole][tail], `whole` being what commas divide. */
typedef struct shown {
    cp_buf whole, tail;
    bool zero; /* every digit shown is 0 */
} shown;

static void add_digits(cp_buf *out, const cp_decimal *d, int from, int to)
{
    for (int i = from; i < to; i++)
        cp_buf_add_char(out, i >= 0 && i < d->count ? d->digits[i] : '0');
}

/* Plain notation with `places` digits behind the point. */
static void write_fixed(shown *out, cp_decimal d, int places)
{
    d = cp_decimal_places(d, places);
    out->zero = !d.count;
    if (d.point > 0)
        add_digits(&out->whole, &d, 0, d.point);
    else
        cp_buf_add_char(&out->whole, '0');
    if (places <= 0)
        return;
    cp_buf_add_char(&out->tail, '.');
    add_digits(&out->tail, &d, d.point, d.point + places);
}

static void trim_zeros(cp_buf *fraction)
{
    while (fraction->size && fraction->data[fraction->size - 1] == '0')
        fraction->data[--fraction->size] = '\0';
    if (fraction->size == 1)
        fraction->data[--fraction->size] = '\0';
}

/* 1.23e+4, `figures` digits in all. */
static void write_exponent(shown *out, cp_decimal d, int figures, bool trim)
{
    d = cp_decimal_figures(d, figures);
    out->zero = !d.count;
    add_digits(&out->whole, &d, 0, 1);
    if (figures > 1) {
        cp_buf_add_char(&out->tail, '.');
        add_digits(&out->tail, &d, 1, figures);
    }
    if (trim)
        trim_zeros(&out->tail);
    cp_buf_printf(&out->tail, "e%+d", d.count ? d.point - 1 : 0);
}

/* Digits before the point that a rounded number shows. */
static int whole_digits(cp_decimal d)
{
    return d.count ? d.point : 1;
}

static void write_general(shown *out, cp_decimal d, int figures, bool trim)
{
    cp_decimal rounded = cp_decimal_figures(d, figures);
    int whole = whole_digits(rounded);

    if (whole > figures || whole < -5) {
        write_exponent(out, rounded, figures, trim);
        return;
    }
    write_fixed(out, rounded, figures - whole);
    if (trim)
        trim_zeros(&out->tail);
}

/* Rounded to `figures` significant digits, in plain notation. */
static void write_rounded(shown *out, cp_decimal d, int figures)
{
    cp_decimal rounded = cp_decimal_figures(d, figures);
    int places = figures - whole_digits(rounded);

    write_fixed(out, rounded, places > 0 ? places : 0);
}

/* Engineering prefixes: the step of 1000 that leaves one to three digits. */
static const char *write_prefixed(shown *out, cp_decimal d, int figures)
{
    static const char *const prefixes[]
        = { "y", "z", "a", "f", "p", "n", "µ", "m", "", "k", "M", "G", "T", "P", "E", "Z", "Y" };
    int exponent = whole_digits(cp_decimal_figures(d, figures)) - 1;
    int step = (exponent + 24) / 3 - 8; /* floor division, with 24 keeping it positive */
    int whole;

    if (exponent < -24)
        step = -8;
    if (step > 8)
        step = 8;
    d.point -= 3 * step;
    whole = exponent - 3 * step + 1;
    if (whole < 1)
        whole = 1;
    if (figures > whole) {
        write_fixed(out, d, figures - whole);
    } else {
        write_fixed(out, cp_decimal_figures(d, figures), 0);
    }
    return prefixes[step + 8];
}

static void write_base(shown *out, double value, int bits, bool upper)
{
    const char *digits = upper ? "0123456789ABCDEF" : "0123456789abcdef";
    double rounded = round(value);
    uint64_t number = rounded >= 0x1p64 ? UINT64_MAX : (uint64_t)rounded;
    char text[64];
    size_t at = sizeof text;

    out->zero = number == 0;
    do
        text[--at] = digits[number & ((1u << bits) - 1)];
    while ((number >>= bits));
    cp_buf_add(&out->whole, (cp_str){ text + at, sizeof text - at });
}

static int clamp(int value, int low, int high)
{
    return value < low ? low : value > high ? high : value;
}

/* The digits of `value` (not negative) by the format's type; what follows them. */
static const char *write_value(shown *out, const cp_number_format *f, double value)
{
    int given = f->precision < 0 ? DEFAULT_PRECISION : f->precision;
    int places = clamp(given, 0, MOST_PRECISION), figures = clamp(given, 1, MOST_PRECISION + 1);
    cp_decimal d = cp_decimal_from(value);
    const char *suffix = "";

    switch (f->type) {
    case 'e':
        write_exponent(out, d, places + 1, f->trim);
        break;
    case 'f':
        write_fixed(out, d, places);
        break;
    case '%':
    case 'p':
        suffix = "%";
        if (d.count > 0)
            d.point += 2;
        if (f->type == '%')
            write_fixed(out, d, places);
        else
            write_rounded(out, d, figures);
        break;
    case 'r':
        write_rounded(out, d, figures);
        break;
    case 's':
        suffix = write_prefixed(out, d, figures);
        break;
    case 'd':
        write_fixed(out, d, 0);
        break;
    case 'b':
        write_base(out, value, 1, false);
        break;
    case 'o':
        write_base(out, value, 3, false);
        break;
    case 'x':
        write_base(out, value, 4, false);
        break;
    case 'X':
        write_base(out, value, 4, true);
        break;
    case 'n':
    case 'g':
        write_general(out, d, figures, f->trim);
        break;
    default:
        write_general(out, d, f->precision < 0 ? PLAIN_PRECISION : figures, true);
    }
    if (f->trim && strchr("f%prs", f->type))
        trim_zeros(&out->tail);
    return suffix;
}

/* `whole` in groups of three, led by zeros until it fills `width`. */
static cp_buf grouped(cp_str whole, size_t width)
{
    cp_buf backward = { 0 };
    size_t size = whole.size;

    for (size_t taken = 0; taken < size || backward.size < width; taken++) {
        if (taken && taken % 3 == 0)
            cp_buf_add_char(&backward, ',');
        cp_buf_add_char(&backward, taken < size ? whole.data[size - 1 - taken] : '0');
    }
    for (size_t i = 0; i < backward.size / 2; i++) {
        char kept = backward.data[i];

        backward.data[i] = backward.data[backward.size - 1 - i];
        backward.data[backward.size - 1 - i] = kept;
    }
    return backward;
}

static void add_fill(cp_buf *out, const char *fill, size_t count)
{
    while (count-- > 0)
        cp_buf_add(out, cp_str_from(fill));
}

/* The parts put together, filled up to the width. */
static cp_str lay_out(cp_arena *arena, const cp_number_format *f, cp_str lead, cp_str body,
                      cp_str tail)
{
    size_t size = cp_utf8_count(lead) + cp_utf8_count(body) + cp_utf8_count(tail);
    size_t pad = (size_t)f->width > size ? (size_t)f->width - size : 0;
    size_t before = f->align == '>' ? pad : f->align == '^' ? pad / 2 : 0;
    size_t between = f->align == '=' ? pad : 0;
    cp_buf out = { 0 };
    cp_str text;

    add_fill(&out, f->fill, before);
    cp_buf_add(&out, lead);
    add_fill(&out, f->fill, between);
    cp_buf_add(&out, body);
    cp_buf_add(&out, tail);
    add_fill(&out, f->fill, pad - before - between);
    text = cp_str_copy(arena, cp_buf_str(&out));
    cp_buf_free(&out);
    return text;
}

static void group(shown *out, const cp_number_format *f, size_t around)
{
    size_t taken = around + out->tail.size;
    size_t width = f->zero && (size_t)f->width > taken ? (size_t)f->width - taken : 0;
    cp_buf whole = grouped(cp_buf_str(&out->whole), width);

    cp_buf_free(&out->whole);
    out->whole = whole;
}

static const char *symbol(const cp_number_format *f)
{
    if (f->symbol == '$')
        return "¥";
    if (f->symbol != '#')
        return "";
    return f->type == 'b'                     ? "0b"
           : f->type == 'o'                   ? "0o"
           : f->type == 'x' || f->type == 'X' ? "0x"
                                              : "";
}

cp_number_format cp_number_format_usual(char type, int precision)
{
    return (cp_number_format){
        .fill = " ", .align = '>', .sign = '-', .comma = true, .precision = precision, .type = type
    };
}

bool cp_number_format_is_percent(const cp_number_format *format)
{
    return format->type == '%' || format->type == 'p';
}

cp_str cp_number_write(cp_arena *arena, const cp_number_format *format, double value)
{
    shown out = { 0 };
    const char *suffix = "", *sign;
    cp_str lead, tail, text;
    bool minus;

    if (isnan(value))
        return CP_STR("");
    if (isinf(value))
        cp_buf_add(&out.tail, CP_STR("∞"));
    else if (format->type == 'c')
        cp_buf_add(&out.whole, cp_number_plain(arena, fabs(value)));
    else
        suffix = write_value(&out, format, fabs(value));
    /* What shows as zero has no minus: words and colours follow the number as shown. */
    minus = value < 0 && !out.zero;
    sign = minus                 ? (format->sign == '(' ? "(" : "−")
           : format->sign == '+' ? "+"
           : format->sign == ' ' ? " "
                                 : "";
    lead = cp_str_printf(arena, "%s%s", sign, symbol(format));
    tail = cp_str_printf(arena, "%s%s", suffix, minus && format->sign == '(' ? ")" : "");
    if ((format->comma || format->type == 'n') && !isinf(value) && format->type != 'c')
        group(&out, format, cp_utf8_count(lead) + cp_utf8_count(tail));
    cp_buf_add(&out.whole, cp_buf_str(&out.tail));
    text = lay_out(arena, format, lead, cp_buf_str(&out.whole), tail);
    cp_buf_free(&out.whole);
    cp_buf_free(&out.tail);
    return text;
}
