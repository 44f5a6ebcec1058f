#include "dataset/result.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* A column of the result while rows come in: its cells are of one kind, that of
 * the first value; texts are dates until one is not. */
typedef enum fill_kind { FILL_NOTHING, FILL_NUMBERS, FILL_DATES, FILL_TEXTS } fill_kind;

typedef struct column_builder {
    fill_kind filling;
    bool text_only; /* a text column's own cells stay text, whatever they look like */
    void *cells;
    size_t capacity;
    const cp_sql_token *token; /* where the query gives it, or NULL */
    const char *name;
} column_builder;

/* Beyond it whole numbers have gaps as doubles. */
static const sqlite3_int64 exact_whole = (sqlite3_int64)1 << 53;

static cp_place place_of(cp_query *query, const column_builder *builder)
{
    return builder->token ? cp_query_place(query, builder->token->at) : query->at;
}

static size_t cell_size(fill_kind filling)
{
    return filling == FILL_NUMBERS ? sizeof(double)
           : filling == FILL_DATES ? sizeof(cp_date)
                                   : sizeof(cp_str);
}

static void put_missing(column_builder *builder, size_t row)
{
    if (builder->filling == FILL_NUMBERS)
        ((double *)builder->cells)[row] = NAN;
    else if (builder->filling == FILL_DATES)
        ((cp_date *)builder->cells)[row] = CP_NO_DATE;
    else if (builder->filling == FILL_TEXTS)
        ((cp_str *)builder->cells)[row] = (cp_str){ 0 };
}

static void make_room(column_builder *builder, size_t row)
{
    if (row < builder->capacity)
        return;
    builder->capacity = row + row / 2 + 32;
    builder->cells = cp_grow(builder->cells, builder->capacity * cell_size(builder->filling));
}

/* Nothing but missing cells so far. */
static void begin(column_builder *builder, fill_kind filling, size_t rows)
{
    builder->filling = filling;
    make_room(builder, rows);
    for (size_t row = 0; row < rows; row++)
        put_missing(builder, row);
}

static void dates_to_texts(column_builder *builder, cp_arena *arena, size_t rows)
{
    cp_date *dates = builder->cells;

    builder->cells = NULL;
    builder->capacity = 0;
    begin(builder, FILL_TEXTS, rows);
    for (size_t row = 0; row < rows; row++)
        if (dates[row] != CP_NO_DATE)
            ((cp_str *)builder->cells)[row] = cp_date_iso(arena, dates[row]);
    free(dates);
}

static bool put_text(cp_query *query, column_builder *builder, size_t row, cp_str text)
{
    cp_arena *arena = query->arena;
    cp_date date;
    bool is_date
        = builder->filling != FILL_TEXTS && !builder->text_only && cp_date_parse_iso(text, &date);
    cp_str *texts;

    if (memchr(text.data, '\0', text.size))
        return cp_fail(query->report, place_of(query, builder),
                       "result column '%s' holds a NUL character in its row %zu", builder->name,
                       row + 1);
    if (builder->filling == FILL_NOTHING)
        begin(builder, is_date ? FILL_DATES : FILL_TEXTS, row);
    else if (builder->filling == FILL_DATES && !is_date)
        dates_to_texts(builder, arena, row);
    make_room(builder, row);
    if (is_date) {
        ((cp_date *)builder->cells)[row] = date;
        return true;
    }
    texts = builder->cells;
    texts[row] = row > 0 && texts[row - 1].data && cp_str_eq(texts[row - 1], text)
                     ? texts[row - 1]
                     : cp_str_copy(arena, text);
    return true;
}

static bool put_number(cp_query *query, column_builder *builder, size_t row, sqlite3_value *value)
{
    double number = sqlite3_value_double(value);
    sqlite3_int64 whole = sqlite3_value_int64(value);

    if (isinf(number))
        return cp_fail(query->report, place_of(query, builder),
                       "result column '%s' overflows in its row %zu: a number beyond 1e308",
                       builder->name, row + 1);
    if (sqlite3_value_type(value) == SQLITE_INTEGER
        && (whole > exact_whole || whole < -exact_whole))
        return cp_fail(query->report, place_of(query, builder),
                       "result column '%s' holds %lld, a whole number too long to be kept exactly",
                       builder->name, (long long)whole);
    if (builder->filling == FILL_NOTHING)
        begin(builder, FILL_NUMBERS, row);
    make_room(builder, row);
    ((double *)builder->cells)[row] = number;
    return true;
}

static bool fail_mixed(cp_query *query, const column_builder *builder, size_t row,
                       sqlite3_value *value)
{
    bool text = sqlite3_value_type(value) == SQLITE_TEXT;
    cp_str shown = cp_value_text(value);

    if (text)
        return cp_fail(query->report, place_of(query, builder),
                       "result column '%s' mixes numbers and text: row %zu holds '" CP_FMT "'",
                       builder->name, row + 1, CP_ARG(shown));
    return cp_fail(query->report, place_of(query, builder),
                   "result column '%s' mixes text and numbers: row %zu holds %.15g", builder->name,
                   row + 1, sqlite3_value_double(value));
}

static bool put_cell(cp_query *query, column_builder *builder, size_t row, sqlite3_value *value)
{
    fill_kind filling = builder->filling;

    switch (sqlite3_value_type(value)) {
    case SQLITE_NULL:
        if (filling != FILL_NOTHING)
            make_room(builder, row);
        put_missing(builder, row);
        return true;
    case SQLITE_TEXT:
        if (filling == FILL_NUMBERS)
            return fail_mixed(query, builder, row, value);
        return put_text(query, builder, row, cp_value_text(value));
    case SQLITE_BLOB:
        return cp_fail(query->report, place_of(query, builder),
                       "result column '%s' holds bytes, not text", builder->name);
    default:
        if (filling == FILL_TEXTS || filling == FILL_DATES)
            return fail_mixed(query, builder, row, value);
        return put_number(query, builder, row, value);
    }
}

static bool read_rows(cp_query *query, column_builder *builders, size_t count, size_t *rows)
{
    size_t most = query->dataset->limits.rows;
    int code;

    while ((code = sqlite3_step(query->statement)) == SQLITE_ROW) {
        if (*rows == most)
            return cp_fail(query->report, query->at, "the query gives more than %zu rows", most);
        for (size_t i = 0; i < count; i++)
            if (!put_cell(query, &builders[i], *rows,
                          sqlite3_column_value(query->statement, (int)i)))
                return false;
        ++*rows;
    }
    return code == SQLITE_DONE || cp_query_explain(query, code);
}

/* The type of a column that has no values. */
static cp_type type_of_nothing(unsigned is)
{
    return is == CP_IS_DATE ? CP_DATE : is == CP_IS_TEXT ? CP_TEXT : CP_NUMBER;
}

static void finish_column(cp_query *query, column_builder *builder, const cp_shape *shape,
                          size_t rows, cp_column *out)
{
    static const fill_kind fillings[]
        = { [CP_TEXT] = FILL_TEXTS, [CP_NUMBER] = FILL_NUMBERS, [CP_DATE] = FILL_DATES };
    size_t size;

    if (builder->filling == FILL_NOTHING)
        begin(builder, fillings[type_of_nothing(shape->is)], rows);
    out->name = cp_str_copy(query->arena, cp_str_from(builder->name));
    out->type = builder->filling == FILL_NUMBERS ? CP_NUMBER
                : builder->filling == FILL_DATES ? CP_DATE
                                                 : CP_TEXT;
    if (shape->source && out->type == CP_NUMBER) {
        out->unit = shape->source->unit;
        out->percent = shape->source->percent;
        out->ones = shape->source->ones;
    }
    size = rows * cell_size(builder->filling);
    out->number = cp_alloc(query->arena, size);
    if (size)
        memcpy(out->number, builder->cells, size);
}

static bool name_columns(cp_query *query, column_builder *builders, size_t count,
                         const cp_verdict *verdict)
{
    bool ok = true;

    for (size_t i = 0; i < count; i++) {
        const cp_sql_token *token = verdict->count ? verdict->columns[i].shape.token : NULL;

        builders[i].name
            = cp_str_z(&query->scratch, cp_str_from(sqlite3_column_name(query->statement, (int)i)));
        builders[i].token = token;
        builders[i].text_only = verdict->count && verdict->columns[i].shape.direct
                                && verdict->columns[i].shape.is == CP_IS_TEXT;
        for (size_t before = 0; before < i; before++)
            if (strcmp(builders[before].name, builders[i].name) == 0) {
                ok = cp_fail(query->report, place_of(query, &builders[i]),
                             "two result columns are called '%s'; name one with `as`",
                             builders[i].name);
                break;
            }
    }
    return ok;
}

cp_table *cp_result_read(cp_query *query, const cp_verdict *verdict)
{
    size_t count = (size_t)sqlite3_column_count(query->statement), rows = 0;
    column_builder *builders = cp_new_array(&query->scratch, column_builder, count);
    static const cp_shape unknown = { .is = CP_IS_ANY };
    cp_table *table = NULL;

    if (name_columns(query, builders, count, verdict) && read_rows(query, builders, count, &rows)) {
        table = cp_new(query->arena, cp_table);
        *table = (cp_table){ .place = query->at, .rows = rows, .column_count = count };
        table->columns = cp_new_array(query->arena, cp_column, count);
        for (size_t i = 0; i < count; i++)
            finish_column(query, &builders[i],
                          verdict->count ? &verdict->columns[i].shape : &unknown, rows,
                          &table->columns[i]);
    }
    for (size_t i = 0; i < count; i++)
        free(builders[i].cells);
    return table;
}
