/*
 * fence_text.c - functions over texts that SQLite has, too, but whose one call could run for
 * minutes there, or give nothing where the text is too long.
 *
 * Ours take time in proportion to their texts and spend steps by it.
 */
#include "read/fence.h"

#include "base/utf8.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static bool spend(sqlite3_context *context, size_t bytes)
{
    enum { BYTES_A_STEP = 16 };
    const cp_fence *fence = sqlite3_user_data(context);
    bool more = fence->spend(fence->context, (double)bytes / BYTES_A_STEP);

    if (!more)
        sqlite3_result_error_code(context, SQLITE_INTERRUPT);
    return more;
}

static bool take_texts(int argc, sqlite3_value **argv, cp_str *texts)
{
    for (int i = 0; i < argc; i++) {
        texts[i].data = (const char *)sqlite3_value_text(argv[i]);
        texts[i].size = (size_t)sqlite3_value_bytes(argv[i]);
        if (!texts[i].data)
            return false;
    }
    return true;
}

static void give(sqlite3_context *context, sqlite3_str *out)
{
    int code = sqlite3_str_errcode(out), size = sqlite3_str_length(out);
    char *text = sqlite3_str_finish(out);

    if (code != SQLITE_OK)
        sqlite3_result_error_code(context, code);
    else
        sqlite3_result_text(context, text ? text : "", size, text ? sqlite3_free : SQLITE_STATIC);
}

static bool is_inside(char byte)
{
    return ((unsigned char)byte & 0xC0) == 0x80;
}

static void instr(sqlite3_context *context, int argc, sqlite3_value **argv)
{
    bool blobs
        = sqlite3_value_type(argv[0]) == SQLITE_BLOB && sqlite3_value_type(argv[1]) == SQLITE_BLOB;
    cp_str texts[2] = { 0 };
    const char *found;
    sqlite3_int64 place = 1;

    if (!take_texts(argc, argv, texts) || !spend(context, texts[0].size + texts[1].size))
        return;
    found = memmem(texts[0].data, texts[0].size, texts[1].data, texts[1].size);
    for (const char *at = texts[0].data; found && at < found; at++)
        place += blobs || !is_inside(*at);
    sqlite3_result_int64(context, found ? place : 0);
}

static void replace(sqlite3_context *context, int argc, sqlite3_value **argv)
{
    cp_str texts[3] = { 0 };
    sqlite3_str *out;
    const char *at, *end, *found;

    if (!take_texts(argc, argv, texts) || !spend(context, texts[0].size + texts[1].size))
        return;
    out = sqlite3_str_new(sqlite3_context_db_handle(context));
    at = texts[0].data;
    end = at + texts[0].size;
    while (texts[1].size && sqlite3_str_errcode(out) == SQLITE_OK
           && (found = memmem(at, (size_t)(end - at), texts[1].data, texts[1].size))) {
        sqlite3_str_append(out, at, (int)(found - at));
        sqlite3_str_append(out, texts[2].data, (int)texts[2].size);
        at = found + texts[1].size;
    }
    sqlite3_str_append(out, at, (int)(end - at));
    give(context, out);
}

/* ---- trim(text, characters) ---- */

static cp_str first_of(cp_str text)
{
    size_t size = 1;

    while (size < text.size && is_inside(text.data[size]))
        size++;
    return cp_str_slice(text, 0, size);
}

static cp_str last_of(cp_str text)
{
    size_t from = text.size - 1;

    while (from > 0 && is_inside(text.data[from]))
        from--;
    return cp_str_slice(text, from, text.size);
}

static void trim_ends(sqlite3_context *context, sqlite3_value **argv, bool left, bool right)
{
    cp_str texts[2] = { 0 }, text, each;

    if (!take_texts(2, argv, texts))
        return;
    text = texts[0];
    while (text.size && (left || right)) {
        each = left ? first_of(text) : last_of(text);
        if (!spend(context, texts[1].size))
            return;
        if (!memmem(texts[1].data, texts[1].size, each.data, each.size))
            *(left ? &left : &right) = false;
        else
            text = left ? cp_str_slice(text, each.size, text.size)
                        : cp_str_slice(text, 0, text.size - each.size);
    }
    sqlite3_result_text(context, text.data, (int)text.size, SQLITE_TRANSIENT);
}

static void trim(sqlite3_context *context, int argc, sqlite3_value **argv)
{
    (void)argc;
    trim_ends(context, argv, true, true);
}

static void ltrim(sqlite3_context *context, int argc, sqlite3_value **argv)
{
    (void)argc;
    trim_ends(context, argv, true, false);
}

static void rtrim(sqlite3_context *context, int argc, sqlite3_value **argv)
{
    (void)argc;
    trim_ends(context, argv, false, true);
}

/* ---- printf(format, ...) ---- */

typedef struct printing {
    sqlite3_context *context;
    sqlite3_str *out;
    const char *at; /* in the format */
    sqlite3_value **next, **end;
    int most; /* bytes of a text */
    bool too_big, failed;
} printing;

static sqlite3_value *take(printing *p)
{
    return p->next < p->end ? *p->next++ : NULL;
}

/* A width or precision, which may be an argument. */
static sqlite3_int64 take_size(printing *p)
{
    sqlite3_int64 size = 0;

    if (*p->at == '*') {
        sqlite3_value *value = take(p);

        p->at++;
        size = value ? sqlite3_value_int64(value) : 0;
    }
    for (; *p->at >= '0' && *p->at <= '9'; p->at++)
        size = size > p->most ? size : size * 10 + (*p->at - '0');
    if (size > p->most || size < -p->most)
        p->too_big = true;
    return p->too_big ? 0 : size;
}

/* What stands before the letter, its sizes as numbers: SQLite prints with it. */
static void take_flags(printing *p, char *spec, size_t room)
{
    static const char flags[] = "-+ #0!,";
    bool on[sizeof flags] = { false };
    const char *flag;
    size_t size = 1;
    sqlite3_int64 width;

    for (; *p->at && (flag = strchr(flags, *p->at)); p->at++)
        on[flag - flags] = true;
    spec[0] = '%';
    for (size_t i = 0; flags[i]; i++)
        if (on[i])
            spec[size++] = flags[i];
    width = take_size(p);
    if (width)
        size += (size_t)snprintf(spec + size, room - size, "%lld", (long long)width);
    if (*p->at == '.') {
        p->at++;
        snprintf(spec + size, room - size, ".%lld", llabs(take_size(p)));
    } else {
        spec[size] = '\0';
    }
    while (*p->at == 'l')
        p->at++;
}

static void print_character(printing *p, const char *spec, const char *text)
{
    cp_str first = text && *text ? first_of(cp_str_from(text)) : CP_STR("");
    size_t at = 0;

    if (first.size && cp_utf8_valid(first, NULL))
        sqlite3_str_appendf(p->out, spec, (unsigned)cp_utf8_next(first, &at));
}

/* One value; false where no such letter is known. */
static bool print_value(printing *p, const char *flags, char letter)
{
    bool whole = strchr("diurxXop", letter), real = strchr("feEgG", letter);
    sqlite3_value *value;
    const char *text;
    char spec[80];

    if (!whole && !real && !strchr("cszqQw", letter))
        return false;
    value = take(p);
    snprintf(spec, sizeof spec, "%s%s%c", flags, whole ? "ll" : "", letter == 'z' ? 's' : letter);
    text = value && !whole && !real ? (const char *)sqlite3_value_text(value) : NULL;
    if (whole)
        sqlite3_str_appendf(p->out, spec, value ? sqlite3_value_int64(value) : (sqlite3_int64)0);
    else if (real)
        sqlite3_str_appendf(p->out, spec, value ? sqlite3_value_double(value) : 0.0);
    else if (letter == 'c')
        print_character(p, spec, text);
    else
        sqlite3_str_appendf(p->out, spec, text);
    return true;
}

/* Up to the next value and that; false at the end, and where the function fails. */
static bool print_next(printing *p)
{
    size_t plain = strcspn(p->at, "%");
    char flags[64], why[64];

    sqlite3_str_append(p->out, p->at, (int)plain);
    p->at += plain;
    if (!*p->at || sqlite3_str_errcode(p->out) != SQLITE_OK)
        return false;
    p->at++;
    take_flags(p, flags, sizeof flags);
    if (p->too_big)
        return false;
    if (*p->at == '%' || !*p->at) {
        sqlite3_str_appendchar(p->out, 1, '%');
    } else if (!print_value(p, flags, *p->at)) {
        snprintf(why, sizeof why, "printf() does not know '%%%.*s'",
                 (int)first_of(cp_str_from(p->at)).size, p->at);
        sqlite3_result_error(p->context, why, -1);
        p->failed = true;
        return false;
    }
    p->at += *p->at != '\0';
    return true;
}

static void print(sqlite3_context *context, int argc, sqlite3_value **argv)
{
    const cp_fence *fence = sqlite3_user_data(context);
    printing p = { .context = context, .most = fence->length };

    p.at = argc ? (const char *)sqlite3_value_text(argv[0]) : NULL;
    if (!p.at || !spend(context, strlen(p.at)))
        return;
    p.next = argv + 1;
    p.end = argv + argc;
    p.out = sqlite3_str_new(sqlite3_context_db_handle(context));
    while (print_next(&p))
        continue;
    if (p.too_big || p.failed)
        sqlite3_free(sqlite3_str_finish(p.out));
    else
        give(context, p.out);
    if (p.too_big)
        sqlite3_result_error_toobig(context);
}

bool cp_fence_functions(cp_fence *fence, sqlite3 *db)
{
    static const struct {
        const char *name;
        int arguments;
        void (*call)(sqlite3_context *, int, sqlite3_value **);
    } functions[] = {
        { "instr", 2, instr },   { "replace", 3, replace }, { "trim", 2, trim },
        { "ltrim", 2, ltrim },   { "rtrim", 2, rtrim },     { "printf", -1, print },
        { "format", -1, print },
    };
    const int flags = SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS;
    int code = SQLITE_OK;

    for (size_t i = 0; code == SQLITE_OK && i < sizeof functions / sizeof *functions; i++)
        code = sqlite3_create_function(db, functions[i].name, functions[i].arguments, flags, fence,
                                       functions[i].call, NULL, NULL);
    return code == SQLITE_OK;
}
