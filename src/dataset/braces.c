/* braces.c - the language between {{ and }}, and the text that comes of it. */

#include "dataset/brace.h"

#include "base/guess.h"
#include "dataset/inside.h"

#include <math.h>
#include <stdint.h>
#include <string.h>

bool cp_brace_fault(const cp_brace *b, const char *format, ...)
{
    va_list list;
    const char *text;

    va_start(list, format);
    text = cp_vprintf(b->values->arena, format, list);
    va_end(list);
    return cp_fail(b->values->report, b->at, "{{" CP_FMT "}}: %s", CP_ARG(b->use->inside), text);
}

/* ---- reading ---- */

static void skip_blanks(cp_brace *b)
{
    while (b->rest.size && (b->rest.data[0] == ' ' || b->rest.data[0] == '\t'))
        b->rest = cp_str_slice(b->rest, 1, b->rest.size);
}

static bool skip(cp_brace *b, char sign)
{
    skip_blanks(b);
    if (!b->rest.size || b->rest.data[0] != sign)
        return false;
    b->rest = cp_str_slice(b->rest, 1, b->rest.size);
    return true;
}

/* A name ends at a sign of this language. */
static cp_str take_name(cp_brace *b)
{
    size_t size = 0;
    cp_str name;

    skip_blanks(b);
    while (size < b->rest.size && !strchr("(),: \t", b->rest.data[size]))
        size++;
    name = cp_str_slice(b->rest, 0, size);
    b->rest = cp_str_slice(b->rest, size, b->rest.size);
    return name;
}

/* To behind the bracket that closes the one passed last, quotes of SQL passed over. */
static bool take_bracket(cp_brace *b, cp_str *inside)
{
    int depth = 1;

    for (size_t i = 0; i < b->rest.size; i++) {
        char sign = b->rest.data[i];

        if (sign == '\'' || sign == '"') {
            size_t end = cp_str_find(b->rest, (cp_str){ &b->rest.data[i], 1 }, i + 1);

            if (end == SIZE_MAX)
                break;
            i = end;
        }
        depth += (sign == '(') - (sign == ')');
        if (depth == 0) {
            *inside = cp_str_slice(b->rest, 0, i);
            b->rest = cp_str_slice(b->rest, i + 1, b->rest.size);
            return true;
        }
    }
    return cp_brace_fault(b, "a bracket ( has no )");
}

static const char *const forms[] = { "change", "pct", "pp", "bp", "asof", NULL };

/* :start, :end and what --set gives. */
static cp_value *parameter_value(const cp_brace *b, cp_str name)
{
    const cp_parameter *parameter = cp_parameter_find(b->values->dataset, name);
    cp_value *value;

    if (!parameter)
        return NULL;
    value = cp_new(b->values->arena, cp_value);
    *value = (cp_value){ .name = name,
                         .sql = cp_str_printf(b->values->arena, "select :" CP_FMT, CP_ARG(name)),
                         .place = b->at,
                         .at = b->at };
    return value;
}

static cp_value *named_value(cp_brace *b, cp_str name)
{
    cp_values *values = b->values;
    cp_value *value = cp_value_named(values, name);
    const char **names = cp_new_array(values->arena, const char *, values->count + 1);

    if (!value)
        value = parameter_value(b, name);
    if (value)
        return value;
    for (size_t i = 0; i < values->count; i++)
        names[i] = cp_str_z(values->arena, values->item[i].name);
    if (!name.size)
        cp_brace_fault(b, "a value's name is missing");
    else
        cp_fail(values->report, b->at, "no value '" CP_FMT "'%s", CP_ARG(name),
                cp_guess_text(values->arena, name, names, values->count));
    return NULL;
}

/* A name, or a query in brackets; NULL with a finding. */
static cp_value *take_value(cp_brace *b)
{
    cp_values *values = b->values;
    cp_str sql = { 0 };
    cp_value *value;

    if (!skip(b, '(')) {
        value = named_value(b, take_name(b));
    } else if (take_bracket(b, &sql)) {
        value = cp_new(values->arena, cp_value);
        *value = (cp_value){ .sql = cp_str_copy(values->arena, sql), .place = b->at, .at = b->at };
    } else {
        value = NULL;
    }
    return value && cp_value_run(values, value, b->at) ? value : NULL;
}

/* What follows the value: nothing, or `:format`. */
static bool take_format(cp_brace *b)
{
    skip_blanks(b);
    if (!b->rest.size)
        return true;
    if (!skip(b, ':'))
        return cp_brace_fault(b,
                              "'" CP_FMT "' is not expected here; a format stands behind a colon",
                              CP_ARG(b->rest));
    b->format = cp_str_trim(b->rest);
    return true;
}

/* A difference's format may have words behind it. */
static void split_format(cp_brace *b)
{
    size_t blank = cp_str_find(b->format, CP_STR(" "), 0);

    if (blank == SIZE_MAX)
        return;
    b->words = cp_str_trim(cp_str_slice(b->format, blank, b->format.size));
    b->format = cp_str_slice(b->format, 0, blank);
}

/* ---- forms ---- */

static bool take_difference(cp_brace *b, cp_str form, cp_buf *out)
{
    b->use->difference = true;
    b->use->of[0] = take_value(b);
    if (!b->use->of[0])
        return false;
    if (skip(b, ',')) {
        b->use->of[1] = take_value(b);
        if (!b->use->of[1])
            return false;
    } else if (!cp_str_is(form, "change")) {
        return cp_brace_fault(b, CP_FMT "() is of two values, with a comma between them",
                              CP_ARG(form));
    }
    if (!skip(b, ')'))
        return cp_brace_fault(b, "a bracket ( has no ) behind its values");
    if (!take_format(b))
        return false;
    split_format(b);
    return cp_brace_difference(b, form, out);
}

static bool take_newest(cp_brace *b, cp_buf *out)
{
    cp_values *values = b->values;
    cp_str table = { 0 };
    cp_date date;

    if (!take_bracket(b, &table) || !take_format(b))
        return false;
    if (!values->newest)
        return cp_brace_fault(b, "there are no tables here");
    return values->newest(values->context, cp_str_trim(table), b->at, &date, values->report)
           && cp_brace_date(b, date, b->format, out);
}

static bool take_form(cp_brace *b, cp_str name, cp_buf *out)
{
    for (size_t i = 0; forms[i]; i++)
        if (cp_str_is(name, forms[i]))
            return cp_str_is(name, "asof") ? take_newest(b, out) : take_difference(b, name, out);
    return cp_brace_fault(b, "no form '" CP_FMT "'%s", CP_ARG(name),
                          cp_guess_text(b->values->arena, name, forms, 5));
}

static bool take_all(cp_brace *b, cp_buf *out)
{
    cp_brace ahead = *b;
    cp_str name = take_name(&ahead);

    if (name.size && skip(&ahead, '(')) {
        b->rest = ahead.rest;
        return take_form(b, name, out);
    }
    b->use->of[0] = take_value(b);
    return b->use->of[0] && take_format(b) && cp_brace_value(b, b->use->of[0], out);
}

bool cp_braces_write(cp_values *values, cp_str inside, cp_place at, cp_str *out)
{
    cp_value_use *use = cp_new(values->arena, cp_value_use);
    cp_brace b = { .values = values, .at = at, .rest = inside, .use = use };
    cp_buf text = { 0 };
    bool ok;

    *use = (cp_value_use){ .place = at,
                           .inside = cp_str_copy(values->arena, cp_str_trim(inside)),
                           .number = NAN };
    ok = take_all(&b, &text);
    *out = use->shown = cp_str_copy(values->arena, cp_buf_str(&text));
    cp_buf_free(&text);
    if (!ok)
        return false;
    if (values->last_use)
        values->last_use->next = use;
    else
        values->first_use = use;
    values->last_use = use;
    return true;
}
