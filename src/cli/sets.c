#include "cli/sets.h"

#include "base/file.h"
#include "base/guess.h"
#include "base/number.h"
#include "base/report.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { SHARDS_MOST = 1000000 };

typedef struct reading {
    const cp_call *call;
    cp_arena *arena;
    cp_report report;
    chartpack_table *table;
    chartpack_table_facts about;
    const char **names; /* of the columns, then "row" */
} reading;

/* A place in the table's file; its columns are not known here. */
static cp_place place_of(const reading *r, int line)
{
    return (cp_place){ r->about.file, line, 0 };
}

static void tell(const reading *r)
{
    for (const cp_finding *it = r->report.first; it; it = it->next)
        cp_call_tell(r->call,
                     &(chartpack_finding){ .severity = (chartpack_severity)it->severity,
                                           .file = it->place.file,
                                           .line = it->place.line,
                                           .text = it->text,
                                           .line_text = cp_finding_line(r->arena, it) },
                     NULL, stderr);
}

static int line_of(const reading *r, size_t row)
{
    return r->about.newest_first ? r->about.last_line - (int)row : r->about.first_line + (int)row;
}

/* ---- {NAME} ---- */

/* Of the columns, their count for "row"; one more: there is none of this name. */
static size_t column_of(const reading *r, cp_str name)
{
    size_t at = 0;

    while (at <= r->about.columns && !cp_str_is(name, r->names[at]))
        at++;
    return at;
}

/* The row's value of a known name, NULL where it is missing; `row` counts from 0. */
static const char *value_of(const reading *r, size_t row, cp_str name)
{
    size_t column = column_of(r, name);

    return column < r->about.columns ? chartpack_table_cell(r->table, row, column)
                                     : cp_printf(r->arena, "%zu", row + 1);
}

/* Cut `*rest` behind its first {NAME}: what stands before it, and the name; `name` without data
 * where there is no further one. */
static cp_str next_piece(cp_str *rest, cp_str *name)
{
    size_t open = cp_str_find(*rest, CP_STR("{"), 0);
    size_t close = open == SIZE_MAX ? SIZE_MAX : cp_str_find(*rest, CP_STR("}"), open);
    cp_str piece = cp_str_slice(*rest, 0, close == SIZE_MAX ? rest->size : open);

    *name = close == SIZE_MAX ? (cp_str){ 0 } : cp_str_slice(*rest, open + 1, close);
    *rest = close == SIZE_MAX ? (cp_str){ 0 } : cp_str_slice(*rest, close + 1, rest->size);
    return piece;
}

static void check_template(reading *r, const char *template)
{
    cp_str rest = cp_str_from(template), name;

    while (next_piece(&rest, &name), name.data)
        if (column_of(r, name) > r->about.columns)
            cp_fail(&r->report, place_of(r, r->about.header_line),
                    "'%s' asks for a column '" CP_FMT "'%s", template, CP_ARG(name),
                    cp_guess_text(r->arena, name, r->names, r->about.columns + 1));
}

/* A value must not lead elsewhere. */
static bool may_name_file(const char *value)
{
    for (const unsigned char *at = (const unsigned char *)value; *at; at++)
        if (*at < ' ' || *at == '/' || *at == 0x7f)
            return false;
    return value[0] && value[0] != '.';
}

static const char *fill(reading *r, const char *template, size_t row)
{
    cp_str rest = cp_str_from(template), name;
    const char *out = "";

    do {
        cp_str piece = next_piece(&rest, &name);
        const char *value = name.data ? value_of(r, row, name) : "";

        if (name.data && value && !may_name_file(value))
            cp_fail(&r->report, place_of(r, line_of(r, row)),
                    "'%s' cannot be part of a file's name (column " CP_FMT ")", value,
                    CP_ARG(name));
        out = cp_printf(r->arena, "%s" CP_FMT "%s", out, CP_ARG(piece), value ? value : "");
    } while (name.data);
    return out;
}

/* ---- a row ---- */

static const char *const *take_values(reading *r, size_t row, const char **words)
{
    size_t given = 0, count;
    const char **values;

    while (r->call->sets[given])
        given++;
    count = given;
    values = cp_new_array(r->arena, const char *, given + r->about.columns + 1);
    memcpy(values, r->call->sets, given * sizeof *values);
    *words = "";
    for (size_t i = 0; i < r->about.columns; i++) {
        const char *value = chartpack_table_cell(r->table, row, i);

        if (!value) {
            cp_fail(&r->report, place_of(r, line_of(r, row)),
                    "column %s has no value here; expected one in each row", r->names[i]);
            continue;
        }
        values[count++] = cp_printf(r->arena, "%s=%s", r->names[i], value);
        *words
            = cp_printf(r->arena, "%s%s%s = %s", *words, **words ? ", " : "", r->names[i], value);
    }
    return values;
}

static void read_row(reading *r, const char *output, const char *chart, size_t row, cp_set *out)
{
    out->line = line_of(r, row);
    out->values = take_values(r, row, &out->words);
    out->output = fill(r, output, row);
    out->chart = chart ? fill(r, chart, row) : NULL;
    if (cp_is_same_file(out->output, r->about.file))
        cp_fail(&r->report, place_of(r, out->line),
                "'%s' would replace the table of the sets itself; name another file", out->output);
}

/* ---- all ---- */

static int compare_outputs(const void *left, const void *right)
{
    const cp_set *a = *(const cp_set *const *)left, *b = *(const cp_set *const *)right;
    int order = strcmp(a->output, b->output);

    return order ? order : (a->line > b->line) - (a->line < b->line);
}

static void check_outputs(reading *r, const cp_sets *sets)
{
    const cp_set **sorted = cp_new_array(r->arena, const cp_set *, sets->count);

    for (size_t i = 0; i < sets->count; i++)
        sorted[i] = &sets->item[i];
    qsort(sorted, sets->count, sizeof *sorted, compare_outputs);
    for (size_t i = 1; i < sets->count; i++)
        if (strcmp(sorted[i]->output, sorted[i - 1]->output) == 0)
            cp_fail(&r->report, place_of(r, sorted[i]->line),
                    "makes '%s' as line %d does; expected {NAME} or {row} in -o", sorted[i]->output,
                    sorted[i - 1]->line);
}

static void check_names(reading *r)
{
    for (const char *const *set = r->call->sets; *set; set++) {
        cp_str value = cp_str_from(*set), name = cp_str_next(&value, '=');
        size_t column = column_of(r, name);

        if (column < r->about.columns)
            cp_fail(&r->report, place_of(r, r->about.header_line),
                    "column %s is given by --set, too", r->names[column]);
    }
}

/* "2/5": the second of five parts that take turns. */
static bool parse_shard(const char *text, size_t *part, size_t *parts)
{
    cp_str last = cp_str_from(text), first = cp_str_next(&last, '/');

    if (last.data && cp_count_parse(last, 1, SHARDS_MOST, parts)
        && cp_count_parse(first, 1, *parts, part)) {
        --*part;
        return true;
    }
    fprintf(stderr, "chartpack: --shard takes I/N, as 2/5, not '%s'\n", text);
    return false;
}

static void keep_shard(cp_sets *sets, size_t part, size_t parts)
{
    size_t kept = 0;

    for (size_t i = part; i < sets->count; i += parts)
        sets->item[kept++] = sets->item[i];
    sets->count = kept;
}

/* What a query gives has no file: it is called by its words. */
static void begin(reading *r)
{
    const char *what = cp_call_option(r->call, "each");

    r->about = chartpack_table_about(r->table);
    r->names = cp_new_array(r->arena, const char *, r->about.columns + 1);
    for (size_t i = 0; i < r->about.columns; i++)
        r->names[i] = cp_printf(r->arena, "%s", chartpack_table_column(r->table, i).name);
    r->names[r->about.columns] = "row";
    r->about.file = cp_printf(r->arena, "%s", r->about.file ? r->about.file : what);
}

static bool read_all(reading *r, cp_sets *out)
{
    const char *chart = cp_call_option(r->call, "chart"),
               *output = cp_call_option(r->call, "output");

    if (!output)
        output = chart ? "out/{row}.png" : "out/{row}.pdf";
    begin(r);
    if (r->about.rows == 0)
        cp_fail(&r->report, place_of(r, r->about.header_line),
                "the table has no rows; expected one for each set");
    check_names(r);
    check_template(r, output);
    if (chart)
        check_template(r, chart);
    if (r->report.errors)
        return false;
    out->file = r->about.file;
    out->count = r->about.rows;
    out->item = cp_new_array(r->arena, cp_set, out->count);
    for (size_t i = 0; i < out->count; i++)
        read_row(r, output, chart, i, &out->item[i]);
    check_outputs(r, out);
    return r->report.errors == 0;
}

bool cp_sets_read(const cp_call *call, cp_arena *arena, cp_sets *out, int *status)
{
    const char *file = cp_call_option(call, "each"), *shard = cp_call_option(call, "shard");
    size_t part = 0, parts = 1;
    reading r = { .call = call, .arena = arena, .report = { .arena = arena } };
    chartpack *job;
    bool ok;

    *status = CP_EXIT_USAGE;
    if (!file)
        fprintf(stderr,
                "chartpack batch: --each FILE is missing: a table with a row for each set\n");
    if (!file || (shard && !parse_shard(shard, &part, &parts)))
        return false;
    job = cp_call_job(call);
    r.table = chartpack_data(job, file);
    ok = r.table && read_all(&r, out);
    tell(&r);
    *status = cp_call_end(call, job);
    if (*status == CP_EXIT_DONE && !ok)
        *status = CP_EXIT_INPUT;
    if (*status != CP_EXIT_DONE)
        return false;
    keep_shard(out, part, parts);
    return true;
}
