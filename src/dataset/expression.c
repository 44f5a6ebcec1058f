#include "dataset/sight.h"

#include "base/number.h"
#include "dataset/function.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

/* How tightly operators bind, loosest first. */
enum {
    LEVEL_OR = 1,
    LEVEL_AND,
    LEVEL_NOT,
    LEVEL_EQUAL,
    LEVEL_ORDER,
    LEVEL_BITS,
    LEVEL_SUM,
    LEVEL_PRODUCT,
    LEVEL_JOIN,
    LEVEL_COLLATE,
    LEVEL_SIGN
};

static cp_shape expression(cp_judge *judge, int level);

/* ---- findings -------------------------------------------------------- */

static void fault(cp_judge *judge, const cp_sql_token *token, const char *text)
{
    cp_query *query = judge->query;

    if (!judge->lost)
        judge->ok = cp_fail(query->report, cp_query_place(query, token->at), "%s", text);
}

static bool only(cp_shape shape, unsigned kinds)
{
    return shape.is != 0 && (shape.is & ~kinds) == 0;
}

static bool is_text_literal(cp_shape shape)
{
    return shape.literal && shape.token->kind == CP_SQL_TEXT;
}

static bool is_numeric_literal(cp_shape shape)
{
    double number;

    return shape.literal && cp_number_parse(shape.token->text, &number);
}

/* The name of a shape in a finding: a column's, or "this". */
static const char *called(cp_judge *judge, cp_shape shape)
{
    if (shape.direct && shape.source)
        return cp_printf(judge->arena, "'" CP_FMT "'", CP_ARG(shape.source->name));
    return "this";
}

/* A date against a text that is none, a number against a text. */
static void check_pair(cp_judge *judge, cp_shape a, cp_shape b)
{
    cp_arena *arena = judge->arena;
    cp_str text = b.token ? b.token->text : (cp_str){ 0 };

    if (only(a, CP_IS_DATE) && is_text_literal(b) && !only(b, CP_IS_DATE))
        fault(judge, b.token,
              cp_printf(arena,
                        "%s is a date, and '" CP_FMT "' is not an ISO date like '2026-04-13'",
                        called(judge, a), CP_ARG(text)));
    else if (only(a, CP_IS_DATE) && b.direct && only(b, CP_IS_TEXT))
        fault(judge, b.token,
              cp_printf(arena, "%s is a date, and %s is a text column", called(judge, a),
                        called(judge, b)));
    else if (only(a, CP_IS_DATE) && b.literal && only(b, CP_IS_NUMERIC))
        fault(judge, b.token,
              cp_printf(arena,
                        "%s is a date, and " CP_FMT " is a number; expected an ISO date like "
                        "'2026-04-13'",
                        called(judge, a), CP_ARG(text)));
    else if (only(a, CP_IS_NUMERIC) && is_text_literal(b) && !(a.direct && is_numeric_literal(b)))
        fault(judge, b.token,
              cp_printf(arena, "%s is a number, and '" CP_FMT "' is a text", called(judge, a),
                        CP_ARG(text)));
}

static const char *size_of(cp_judge *judge, const cp_column *column)
{
    return column->percent ? "shares of 1"
           : column->ones  ? "ones"
                           : cp_printf(judge->arena, CP_FMT, CP_ARG(column->unit));
}

/* 亿元 against 万元, 5% against a share of 0.05. */
static void check_sizes(cp_judge *judge, const cp_sql_token *at, cp_shape a, cp_shape b)
{
    int power = a.source && b.source ? cp_column_apart(a.source, b.source) : 0;

    if (power != 0)
        fault(judge, at ? at : judge->at,
              cp_printf(judge->arena,
                        "this mixes %s and %s; bring both to one unit, as in x / 1e%d",
                        size_of(judge, a.source), size_of(judge, b.source), abs(power)));
}

static void check_compared(cp_judge *judge, cp_shape a, cp_shape b)
{
    check_pair(judge, a, b);
    check_pair(judge, b, a);
    check_sizes(judge, b.token, a, b);
}

/* By letters '9' is more than '10'. */
static void check_ordered(cp_judge *judge, cp_shape a, cp_shape b)
{
    check_compared(judge, a, b);
    for (int i = 0; i < 2; i++) {
        cp_shape text = i ? b : a, number = i ? a : b;

        if (text.direct && only(text, CP_IS_TEXT) && only(number, CP_IS_NUMERIC))
            fault(judge, text.token,
                  cp_printf(judge->arena,
                            "%s is text, which is neither more nor less than a number",
                            called(judge, text)));
    }
}

static void check_calculated(cp_judge *judge, cp_shape shape)
{
    if (only(shape, CP_IS_DATE))
        fault(judge, shape.token,
              cp_printf(judge->arena,
                        "%s is a date, which does not calculate; julianday() counts its days",
                        called(judge, shape)));
    else if (only(shape, CP_IS_TEXT)
             && (shape.direct || (is_text_literal(shape) && !is_numeric_literal(shape))))
        fault(judge, shape.token,
              cp_printf(judge->arena, "%s is text, which does not calculate",
                        shape.direct
                            ? called(judge, shape)
                            : cp_printf(judge->arena, "'" CP_FMT "'", CP_ARG(shape.token->text))));
}

static void check_division(cp_judge *judge, const cp_sql_token *sign, cp_shape a, cp_shape b)
{
    const unsigned whole = CP_IS_WHOLE | CP_IS_TEXT;

    if (!(a.is & whole) || !(b.is & whole))
        return;
    fault(
        judge, sign,
        only(a, CP_IS_WHOLE) && only(b, CP_IS_WHOLE)
            ? "'/' of two integers drops the fraction; make one real, as in 1.0 * a / b"
            : "'/' may meet two integers and drop the fraction; make one real, as in 1.0 * a / b");
}

/* ---- units ------------------------------------------------------------ */

static bool is_zero(cp_shape shape)
{
    double number;

    return shape.literal && shape.token->kind == CP_SQL_NUMBER
           && cp_number_parse(shape.token->text, &number) && number == 0;
}

/* Nothing and zero are of any unit. */
static bool is_of_any_unit(cp_shape shape)
{
    return shape.is == 0 || is_zero(shape);
}

static const cp_column *common_source(cp_shape a, cp_shape b)
{
    if (is_of_any_unit(a))
        return b.source;
    if (is_of_any_unit(b))
        return a.source;
    if (a.source && b.source && cp_column_like(a.source, b.source))
        return a.source;
    return NULL;
}

cp_shape cp_shape_merge(cp_judge *judge, cp_shape a, cp_shape b)
{
    check_sizes(judge, b.token, a, b);
    return (cp_shape){ .is = a.is | b.is,
                       .source = common_source(a, b),
                       .direct = a.direct && b.direct,
                       .token = a.token };
}

/* ---- operands --------------------------------------------------------- */

static cp_shape literal(cp_judge *judge)
{
    const cp_sql_token *token = cp_judge_next(judge);
    cp_shape shape = { .literal = true, .token = token };
    cp_date date;

    if (token->kind == CP_SQL_TEXT)
        shape.is = cp_date_parse_iso(token->text, &date) ? CP_IS_DATE : CP_IS_TEXT;
    else if (cp_str_find(token->text, CP_STR("'"), 0) != (size_t)-1)
        shape.is = CP_IS_TEXT;
    else if (strcspn(cp_str_z(judge->arena, token->text), ".eE") == token->text.size
             || cp_str_find(token->text, CP_STR("x"), 0) == 1)
        shape.is = CP_IS_WHOLE;
    else
        shape.is = CP_IS_REAL;
    return shape;
}

static cp_shape parameter(cp_judge *judge)
{
    static const unsigned kinds[]
        = { [CP_TEXT] = CP_IS_TEXT, [CP_NUMBER] = CP_IS_REAL, [CP_DATE] = CP_IS_DATE };
    const cp_sql_token *token = cp_judge_next(judge);
    cp_str name = cp_str_slice(token->text, 1, token->text.size);
    const cp_parameter *found = cp_parameter_find(judge->query->dataset, name);
    cp_date date;

    if (!found)
        return (cp_shape){ .is = CP_IS_ANY, .token = token };
    if (found->type == CP_TEXT && cp_date_parse_iso(found->text, &date))
        return (cp_shape){ .is = CP_IS_DATE, .token = token };
    return (cp_shape){ .is = found->type == CP_NUMBER && found->whole ? CP_IS_WHOLE
                                                                      : kinds[found->type],
                       .token = token };
}

static bool find_in(const cp_relation *relation, cp_str name, cp_shape *out)
{
    for (size_t i = 0; i < relation->count; i++)
        if (cp_sql_same(relation->columns[i].name, name)) {
            *out = relation->columns[i].shape;
            return true;
        }
    *out = (cp_shape){ .is = CP_IS_ANY };
    return relation->open;
}

static bool find_name(const cp_sight *sight, cp_str table, cp_str name, cp_shape *out)
{
    for (; sight; sight = sight->outer) {
        for (const cp_relation *each = sight->relations; each; each = each->next)
            if ((!table.size || cp_sql_same(each->name, table)) && find_in(each, name, out))
                return true;
        if (!table.size && sight->result && find_in(sight->result, name, out))
            return true;
    }
    return false;
}

/* x, t.x or schema.t.x */
static cp_shape name(cp_judge *judge)
{
    const cp_sql_token *token = cp_judge_next(judge);
    cp_str table = { 0 }, last = token->text;
    cp_shape shape;

    if (cp_sql_is(token, "null"))
        return (cp_shape){ .token = token };
    if (cp_sql_is(token, "true") || cp_sql_is(token, "false"))
        return (cp_shape){ .is = CP_IS_WHOLE, .token = token };
    while (cp_judge_skip(judge, ".") && judge->at->kind != CP_SQL_END) {
        table = last;
        last = cp_judge_next(judge)->text;
    }
    if (!find_name(judge->sight, table, last, &shape))
        shape = (cp_shape){ .is = cp_str_is(last, "rowid") ? CP_IS_WHOLE : CP_IS_ANY };
    shape.token = token;
    shape.literal = false;
    return shape;
}

static cp_shape bracket(cp_judge *judge)
{
    cp_shape shape = { .is = CP_IS_ANY };
    const cp_sql_token *token = cp_judge_next(judge);

    if (cp_judge_at_select(judge)) {
        const cp_relation *rows = cp_judge_select(judge);

        if (rows->count == 1)
            shape = rows->columns[0].shape;
        shape.direct = shape.literal = false;
    } else {
        shape = expression(judge, LEVEL_OR);
        if (cp_judge_sees(judge, ",")) {
            cp_judge_skip(judge, ",");
            cp_judge_expressions(judge);
            shape = (cp_shape){ .is = CP_IS_ANY };
        }
    }
    if (!shape.literal)
        shape.token = token;
    cp_judge_close(judge);
    return shape;
}

static cp_shape case_of(cp_judge *judge)
{
    cp_shape subject = { 0 }, shape = { 0 };
    const cp_sql_token *token = cp_judge_next(judge);
    bool has_subject = !cp_judge_sees(judge, "when"), first = true;

    if (has_subject)
        subject = expression(judge, LEVEL_OR);
    while (cp_judge_skip(judge, "when") || cp_judge_sees(judge, "else")) {
        cp_shape part;

        if (!cp_judge_skip(judge, "else")) {
            part = expression(judge, LEVEL_OR);
            if (has_subject)
                check_compared(judge, subject, part);
            cp_judge_skip(judge, "then");
        }
        part = expression(judge, LEVEL_OR);
        shape = first ? part : cp_shape_merge(judge, shape, part);
        first = false;
    }
    if (!cp_judge_skip(judge, "end"))
        judge->lost = true;
    shape.direct = shape.literal = false;
    shape.token = token;
    return shape;
}

static bool mentions(cp_str text, const char *part)
{
    size_t size = strlen(part);

    for (size_t i = 0; i + size <= text.size; i++)
        if (cp_sql_same(cp_str_slice(text, i, i + size), (cp_str){ part, size }))
            return true;
    return false;
}

/* What a type's name makes of a value, by SQLite's rule. */
static unsigned kinds_of_type(cp_str type)
{
    if (mentions(type, "int"))
        return CP_IS_WHOLE;
    if (mentions(type, "char") || mentions(type, "clob") || mentions(type, "text"))
        return CP_IS_TEXT;
    if (mentions(type, "real") || mentions(type, "floa") || mentions(type, "doub"))
        return CP_IS_REAL;
    return mentions(type, "blob") ? CP_IS_ANY : CP_IS_NUMERIC;
}

static cp_shape cast(cp_judge *judge)
{
    const cp_sql_token *token = judge->at;
    cp_shape shape;

    cp_judge_next(judge);
    cp_judge_next(judge);
    shape = expression(judge, LEVEL_OR);
    cp_judge_skip(judge, "as");
    shape = (cp_shape){ .is = kinds_of_type(judge->at->text),
                        .token = token,
                        .source = only(shape, CP_IS_NUMERIC) ? shape.source : NULL };
    cp_judge_close(judge);
    return shape;
}

/* ---- functions -------------------------------------------------------- */

/* What a function gives. */
typedef enum result_rule {
    GIVES_FIXED,
    GIVES_FIRST, /* the kind of its first argument */
    GIVES_EITHER /* the kinds of all of them */
} result_rule;

typedef struct known_function {
    const char *name;
    result_rule gives;
    unsigned is;
    bool keeps_unit; /* of its first argument, or of all */
    unsigned takes;  /* kinds its first argument may be of; 0: all */
} known_function;

static const known_function known[] = {
    { "round", GIVES_FIXED, CP_IS_REAL, true, CP_IS_NUMERIC },
    { "abs", GIVES_FIRST, 0, true, CP_IS_NUMERIC },
    { "ceil", GIVES_FIRST, 0, true, CP_IS_NUMERIC },
    { "ceiling", GIVES_FIRST, 0, true, CP_IS_NUMERIC },
    { "floor", GIVES_FIRST, 0, true, CP_IS_NUMERIC },
    { "trunc", GIVES_FIRST, 0, true, CP_IS_NUMERIC },
    { "min", GIVES_EITHER, 0, true, 0 },
    { "max", GIVES_EITHER, 0, true, 0 },
    { "coalesce", GIVES_EITHER, 0, true, 0 },
    { "ifnull", GIVES_EITHER, 0, true, 0 },
    { "iif", GIVES_EITHER, 0, true, 0 },
    { "nullif", GIVES_FIRST, 0, true, 0 },
    { "lag", GIVES_FIRST, 0, true, 0 },
    { "lead", GIVES_FIRST, 0, true, 0 },
    { "first_value", GIVES_FIRST, 0, true, 0 },
    { "last_value", GIVES_FIRST, 0, true, 0 },
    { "nth_value", GIVES_FIRST, 0, true, 0 },
    { "likely", GIVES_FIRST, 0, true, 0 },
    { "unlikely", GIVES_FIRST, 0, true, 0 },
    { "row_number", GIVES_FIXED, CP_IS_WHOLE, false, 0 },
    { "rank", GIVES_FIXED, CP_IS_WHOLE, false, 0 },
    { "dense_rank", GIVES_FIXED, CP_IS_WHOLE, false, 0 },
    { "ntile", GIVES_FIXED, CP_IS_WHOLE, false, 0 },
    { "percent_rank", GIVES_FIXED, CP_IS_REAL, false, 0 },
    { "cume_dist", GIVES_FIXED, CP_IS_REAL, false, 0 },
    { "date", GIVES_FIXED, CP_IS_DATE, false, 0 },
    { "time", GIVES_FIXED, CP_IS_TEXT, false, 0 },
    { "datetime", GIVES_FIXED, CP_IS_TEXT, false, 0 },
    { "strftime", GIVES_FIXED, CP_IS_TEXT, false, 0 },
    { "julianday", GIVES_FIXED, CP_IS_REAL, false, 0 },
    { "unixepoch", GIVES_FIXED, CP_IS_WHOLE, false, 0 },
    { "length", GIVES_FIXED, CP_IS_WHOLE, false, 0 },
    { "instr", GIVES_FIXED, CP_IS_WHOLE, false, 0 },
    { "unicode", GIVES_FIXED, CP_IS_WHOLE, false, 0 },
    { "sign", GIVES_FIXED, CP_IS_WHOLE, false, CP_IS_NUMERIC },
    { "substr", GIVES_FIXED, CP_IS_TEXT, false, 0 },
    { "substring", GIVES_FIXED, CP_IS_TEXT, false, 0 },
    { "upper", GIVES_FIXED, CP_IS_TEXT, false, 0 },
    { "lower", GIVES_FIXED, CP_IS_TEXT, false, 0 },
    { "trim", GIVES_FIXED, CP_IS_TEXT, false, 0 },
    { "ltrim", GIVES_FIXED, CP_IS_TEXT, false, 0 },
    { "rtrim", GIVES_FIXED, CP_IS_TEXT, false, 0 },
    { "replace", GIVES_FIXED, CP_IS_TEXT, false, 0 },
    { "printf", GIVES_FIXED, CP_IS_TEXT, false, 0 },
    { "format", GIVES_FIXED, CP_IS_TEXT, false, 0 },
    { "char", GIVES_FIXED, CP_IS_TEXT, false, 0 },
    { "hex", GIVES_FIXED, CP_IS_TEXT, false, 0 },
    { "quote", GIVES_FIXED, CP_IS_TEXT, false, 0 },
    { "typeof", GIVES_FIXED, CP_IS_TEXT, false, 0 },
    { "group_concat", GIVES_FIXED, CP_IS_TEXT, false, 0 },
    { "sqrt", GIVES_FIXED, CP_IS_REAL, false, CP_IS_NUMERIC },
    { "pow", GIVES_FIXED, CP_IS_REAL, false, CP_IS_NUMERIC },
    { "power", GIVES_FIXED, CP_IS_REAL, false, CP_IS_NUMERIC },
    { "exp", GIVES_FIXED, CP_IS_REAL, false, CP_IS_NUMERIC },
    { "ln", GIVES_FIXED, CP_IS_REAL, false, CP_IS_NUMERIC },
    { "log", GIVES_FIXED, CP_IS_REAL, false, CP_IS_NUMERIC },
    { "log10", GIVES_FIXED, CP_IS_REAL, false, CP_IS_NUMERIC },
    { "log2", GIVES_FIXED, CP_IS_REAL, false, CP_IS_NUMERIC },
    { "mod", GIVES_FIXED, CP_IS_REAL, false, CP_IS_NUMERIC },
    { "pi", GIVES_FIXED, CP_IS_REAL, false, 0 },
};

enum { KNOWN = sizeof known / sizeof *known };

/* Ours first, for some of SQLite's are ours. */
static bool know(cp_str name, known_function *out)
{
    const cp_function *own = cp_function_find(name);

    if (own) {
        *out = (known_function){ own->name, GIVES_FIXED, own->gives, own->keeps_unit, own->wants };
        return true;
    }
    for (size_t i = 0; i < KNOWN; i++)
        if (cp_sql_same(name, cp_str_from(known[i].name))) {
            *out = known[i];
            return true;
        }
    return false;
}

const char *const *cp_function_names(cp_arena *arena, size_t *count)
{
    size_t own = 0;
    const char **names;

    while (cp_function_at(own))
        own++;
    *count = own + KNOWN;
    names = cp_new_array(arena, const char *, *count);
    for (size_t i = 0; i < own; i++)
        names[i] = cp_function_at(i)->name;
    for (size_t i = 0; i < KNOWN; i++)
        names[own + i] = known[i].name;
    return names;
}

enum { ARGUMENTS = 8 };

/* A call's arguments; those past the eighth are read and forgotten. */
typedef struct invocation {
    const cp_sql_token *name;
    known_function function; /* zeroed: not known */
    size_t count;
    cp_shape arguments[ARGUMENTS];
} invocation;

/* SQLite's functions of time take "now" as their moment, or when it is left out. */
static void check_clock(cp_judge *judge, const invocation *call)
{
    static const char *const names[]
        = { "date", "time", "datetime", "julianday", "unixepoch", "strftime", NULL };
    size_t i = 0, moment;

    while (names[i] && !cp_sql_same(call->name->text, cp_str_from(names[i])))
        i++;
    if (!names[i])
        return;
    moment = strcmp(names[i], "strftime") == 0;
    if (call->count <= moment)
        fault(judge, call->name, "the clock is refused: a result must be the same each time");
    else if (is_text_literal(call->arguments[moment])
             && cp_sql_same(call->arguments[moment].token->text, CP_STR("now")))
        fault(
            judge, call->arguments[moment].token,
            "the clock is refused: a result must be the same each time; :end is the period's end");
}

static void check_arguments(cp_judge *judge, const invocation *call)
{
    cp_shape first = call->arguments[0];
    unsigned takes = call->function.takes;

    check_clock(judge, call);
    if (!takes || call->count == 0 || first.is == 0 || (first.is & takes)
        || !(first.direct || first.literal))
        return;
    fault(judge, first.token,
          cp_printf(judge->arena, "%s() takes %s; %s is a %s", call->function.name,
                    takes == CP_IS_NUMERIC ? "numbers" : "dates",
                    first.direct ? called(judge, first) : "this",
                    only(first, CP_IS_NUMERIC) ? "number"
                    : only(first, CP_IS_DATE)  ? "date"
                                               : "text"));
}

static cp_shape shape_of_call(cp_judge *judge, const invocation *call)
{
    const known_function *function = &call->function;
    cp_shape shape = { .is = CP_IS_ANY, .token = call->name };
    size_t from = function->name && strcmp(function->name, "iif") == 0 ? 1 : 0;

    if (!function->name)
        return shape;
    shape.is = function->is;
    if (call->count <= from)
        return shape;
    if (function->gives == GIVES_EITHER) {
        shape = call->arguments[from];
        for (size_t i = from + 1; i < call->count; i++)
            shape = cp_shape_merge(judge, shape, call->arguments[i]);
    } else if (function->gives == GIVES_FIRST) {
        shape = call->arguments[0];
    } else if (function->keeps_unit) {
        shape.source = call->arguments[0].source;
    }
    shape.direct = shape.literal = false;
    shape.token = call->name;
    return shape;
}

static void read_arguments(cp_judge *judge, invocation *call)
{
    cp_judge_skip(judge, "distinct");
    cp_judge_skip(judge, "*");
    while (!cp_judge_sees(judge, ")") && judge->at->kind != CP_SQL_END && !judge->lost) {
        const cp_sql_token *before = judge->at;
        cp_shape shape = expression(judge, LEVEL_OR);

        if (call->count < ARGUMENTS)
            call->arguments[call->count++] = shape;
        cp_judge_skip(judge, ",");
        if (judge->at == before)
            judge->lost = true;
    }
    cp_judge_close(judge);
}

static cp_shape function_call(cp_judge *judge)
{
    invocation call = { .name = judge->at };

    know(call.name->text, &call.function);
    cp_judge_next(judge);
    cp_judge_next(judge);
    read_arguments(judge, &call);
    check_arguments(judge, &call);
    if (cp_judge_sees(judge, "filter") && cp_sql_is(judge->at + 1, "(")) {
        cp_judge_next(judge);
        cp_judge_next(judge);
        cp_judge_next(judge);
        expression(judge, LEVEL_OR);
        cp_judge_close(judge);
    }
    if (cp_judge_sees(judge, "over") && !cp_judge_ends_columns(judge->at + 1)) {
        cp_judge_next(judge);
        if (cp_judge_skip(judge, "("))
            cp_judge_window(judge);
        else
            cp_judge_next(judge);
    }
    return shape_of_call(judge, &call);
}

/* ---- operators -------------------------------------------------------- */

static cp_shape truth(const cp_sql_token *token)
{
    return (cp_shape){ .is = CP_IS_WHOLE, .token = token };
}

static cp_shape signed_operand(cp_judge *judge)
{
    const cp_sql_token *token = cp_judge_next(judge);
    bool bits = cp_sql_is(token, "~"), plus = cp_sql_is(token, "+");
    cp_shape shape = expression(judge, LEVEL_SIGN);

    if (!plus)
        check_calculated(judge, shape);
    shape.direct = shape.literal = false;
    shape.token = token;
    if (bits)
        shape = truth(token);
    return shape;
}

static cp_shape operand(cp_judge *judge)
{
    const cp_sql_token *token = judge->at;
    bool called_name = cp_sql_is(token + (token->kind != CP_SQL_END), "(");

    if (judge->lost || token->kind == CP_SQL_END) {
        judge->lost = true;
        return (cp_shape){ .is = CP_IS_ANY, .token = token };
    }
    if (cp_sql_is(token, "(") || (cp_sql_is(token, "exists") && called_name)) {
        bool exists = cp_judge_skip(judge, "exists");
        cp_shape shape = bracket(judge);

        return exists ? truth(token) : shape;
    }
    if (cp_sql_is(token, "not")) {
        cp_judge_next(judge);
        expression(judge, LEVEL_NOT);
        return truth(token);
    }
    if (cp_sql_is(token, "-") || cp_sql_is(token, "+") || cp_sql_is(token, "~"))
        return signed_operand(judge);
    if (cp_sql_is(token, "case"))
        return case_of(judge);
    if (cp_sql_is(token, "cast") && called_name)
        return cast(judge);
    if (token->kind == CP_SQL_TEXT || token->kind == CP_SQL_NUMBER)
        return literal(judge);
    if (token->kind == CP_SQL_PARAMETER)
        return parameter(judge);
    if (token->kind == CP_SQL_SIGN) {
        judge->lost = true;
        return (cp_shape){ .is = CP_IS_ANY, .token = token };
    }
    return called_name ? function_call(judge) : name(judge);
}

static int level_of(const cp_sql_token *token)
{
    static const struct {
        const char *text;
        int level;
    } levels[] = {
        { "or", LEVEL_OR },         { "and", LEVEL_AND },      { "=", LEVEL_EQUAL },
        { "==", LEVEL_EQUAL },      { "<>", LEVEL_EQUAL },     { "!=", LEVEL_EQUAL },
        { "is", LEVEL_EQUAL },      { "in", LEVEL_EQUAL },     { "like", LEVEL_EQUAL },
        { "glob", LEVEL_EQUAL },    { "match", LEVEL_EQUAL },  { "regexp", LEVEL_EQUAL },
        { "not", LEVEL_EQUAL },     { "isnull", LEVEL_EQUAL }, { "notnull", LEVEL_EQUAL },
        { "between", LEVEL_EQUAL }, { "<", LEVEL_ORDER },      { "<=", LEVEL_ORDER },
        { ">", LEVEL_ORDER },       { ">=", LEVEL_ORDER },     { "&", LEVEL_BITS },
        { "|", LEVEL_BITS },        { "<<", LEVEL_BITS },      { ">>", LEVEL_BITS },
        { "+", LEVEL_SUM },         { "-", LEVEL_SUM },        { "*", LEVEL_PRODUCT },
        { "/", LEVEL_PRODUCT },     { "%", LEVEL_PRODUCT },    { "||", LEVEL_JOIN },
        { "->", LEVEL_JOIN },       { "->>", LEVEL_JOIN },     { "collate", LEVEL_COLLATE },
    };

    for (size_t i = 0; i < sizeof levels / sizeof *levels; i++)
        if (cp_sql_is(token, levels[i].text))
            return levels[i].level;
    return 0;
}

static unsigned kinds_of_result(cp_shape a, cp_shape b)
{
    if (only(a, CP_IS_REAL) || only(b, CP_IS_REAL))
        return CP_IS_REAL;
    if (only(a, CP_IS_WHOLE) && only(b, CP_IS_WHOLE))
        return CP_IS_WHOLE;
    return a.is && b.is ? CP_IS_NUMERIC : 0;
}

static cp_shape calculation(cp_judge *judge, cp_shape left, const cp_sql_token *sign, int level)
{
    cp_shape right = expression(judge, level + 1);
    cp_shape shape = { .is = kinds_of_result(left, right), .token = left.token };

    check_calculated(judge, left);
    check_calculated(judge, right);
    if (cp_sql_is(sign, "/"))
        check_division(judge, sign, left, right);
    if (level == LEVEL_SUM) {
        check_sizes(judge, sign, left, right);
        shape.source = common_source(left, right);
    }
    return shape;
}

static void membership(cp_judge *judge, cp_shape left)
{
    if (!cp_judge_skip(judge, "(")) {
        name(judge);
        if (cp_judge_skip(judge, "("))
            cp_judge_close(judge);
        return;
    }
    if (cp_judge_at_select(judge)) {
        cp_judge_select(judge);
    } else {
        while (!cp_judge_sees(judge, ")") && !judge->lost) {
            check_compared(judge, left, expression(judge, LEVEL_OR));
            cp_judge_skip(judge, ",");
        }
    }
    cp_judge_close(judge);
}

/* IS, IN, LIKE, BETWEEN and their kin; `judge` stands behind the first word and a NOT. */
static void comparison(cp_judge *judge, cp_shape left, const cp_sql_token *word)
{
    if (cp_sql_is(word, "isnull") || cp_sql_is(word, "notnull"))
        return;
    if (cp_sql_is(word, "not") && cp_judge_skip(judge, "null"))
        return;
    if (cp_sql_is(word, "not"))
        word = cp_judge_next(judge);
    if (cp_sql_is(word, "in")) {
        membership(judge, left);
    } else if (cp_sql_is(word, "between")) {
        check_ordered(judge, left, expression(judge, LEVEL_ORDER));
        cp_judge_skip(judge, "and");
        check_ordered(judge, left, expression(judge, LEVEL_ORDER));
    } else if (cp_sql_is(word, "is")) {
        cp_judge_skip(judge, "not");
        if (cp_judge_skip(judge, "distinct"))
            cp_judge_skip(judge, "from");
        check_compared(judge, left, expression(judge, LEVEL_ORDER));
    } else {
        expression(judge, LEVEL_ORDER);
        if (cp_judge_skip(judge, "escape"))
            expression(judge, LEVEL_ORDER);
    }
}

static cp_shape operation(cp_judge *judge, cp_shape left, int level)
{
    const cp_sql_token *sign = cp_judge_next(judge);

    switch (level) {
    case LEVEL_OR:
    case LEVEL_AND:
    case LEVEL_BITS:
        expression(judge, level + 1);
        break;
    case LEVEL_ORDER:
        check_ordered(judge, left, expression(judge, level + 1));
        break;
    case LEVEL_EQUAL:
        if (sign->kind == CP_SQL_SIGN)
            check_compared(judge, left, expression(judge, level + 1));
        else
            comparison(judge, left, sign);
        break;
    case LEVEL_SUM:
    case LEVEL_PRODUCT:
        return calculation(judge, left, sign, level);
    case LEVEL_JOIN:
        expression(judge, level + 1);
        return (cp_shape){ .is = cp_sql_is(sign, "||") ? CP_IS_TEXT : CP_IS_ANY,
                           .token = left.token };
    default: /* collate NAME */
        cp_judge_next(judge);
        return left;
    }
    return truth(left.token);
}

static cp_shape expression(cp_judge *judge, int level)
{
    cp_shape shape = operand(judge);
    int found;

    while (!judge->lost && (found = level_of(judge->at)) && found >= level)
        shape = operation(judge, shape, found);
    return shape;
}

cp_shape cp_judge_expression(cp_judge *judge)
{
    return expression(judge, LEVEL_OR);
}
