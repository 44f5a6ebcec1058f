#include "deck/tableword.h"

#include <string.h>

#include "base/guess.h"
#include "base/number.h"

typedef struct reading {
    cp_arena *arena;
    cp_report *report;
    cp_place at;
    cp_tabular_spec *table;
    cp_tabular_column *column; /* the copies that are changed */
    cp_tabular_row *row;
    cp_tabular_cell *cell;
    bool *merged; /* [columns] */
    bool spans, sections;
} reading;

/* ---- values ---- */

static bool read_width(reading *r, cp_str word, cp_tabular_column *column)
{
    cp_str number = word;

    if (cp_str_is(word, "fit")) {
        column->width = CP_TABULAR_FIT;
        return true;
    }
    column->width = CP_TABULAR_SHARE;
    if (cp_str_ends(word, CP_STR("pt"))) {
        column->width = CP_TABULAR_FIXED;
        number.size -= 2;
    }
    return (cp_number_parse(number, &column->amount) && column->amount > 0
            && column->amount <= 10000)
           || cp_fail(r->report, r->at,
                      "table: widths: '" CP_FMT "' is no width; expected parts (1:3), 90pt or fit",
                      CP_ARG(word));
}

static bool read_widths(reading *r, cp_str value)
{
    size_t count = 0;
    bool ok = true;

    for (cp_str rest = value; rest.data;) {
        cp_str word = cp_str_next(&rest, ':');

        if (count < r->table->columns)
            ok = read_width(r, word, &r->column[count]) && ok;
        count++;
    }
    return (count == r->table->columns
            || cp_fail(r->report, r->at, "table: widths: %zu of them for %zu columns", count,
                       r->table->columns))
           && ok;
}

/* The numbers of columns, from 1; `take` is told each, from 0. */
static bool read_columns(reading *r, const char *key, cp_str value,
                         void (*take)(reading *r, size_t column))
{
    bool ok = true;

    for (cp_str rest = value; rest.data;) {
        cp_str word = cp_str_next(&rest, ',');
        double number;

        if (cp_number_parse(word, &number) && number >= 1 && number <= (double)r->table->columns
            && number == (double)(size_t)number)
            take(r, (size_t)number - 1);
        else
            ok = cp_fail(r->report, r->at,
                         "table: %s: '" CP_FMT "' is no column; expected numbers from 1 to %zu",
                         key, CP_ARG(word), r->table->columns);
    }
    return ok;
}

static void take_merge(reading *r, size_t column)
{
    r->merged[column] = true;
}

static void take_point(reading *r, size_t column)
{
    r->column[column].align = CP_TABULAR_POINT;
}

static bool read_merge(reading *r, cp_str value)
{
    return read_columns(r, "merge", value, take_merge);
}

static bool read_point(reading *r, cp_str value)
{
    return read_columns(r, "point", value, take_point);
}

static bool read_spans(reading *r, cp_str value)
{
    r->spans = true;
    return value.size == 0 || cp_fail(r->report, r->at, "table: `spans` takes no value");
}

static bool read_sections(reading *r, cp_str value)
{
    r->sections = true;
    return value.size == 0 || cp_fail(r->report, r->at, "table: `sections` takes no value");
}

static bool read_look(reading *r, cp_str value)
{
    static const char *const looks[] = { "filled", "zebra", "lines" };

    for (int i = 0; i < 3; i++)
        if (cp_str_is(value, looks[i])) {
            r->table->look = CP_LOOK_FILLED + i;
            return true;
        }
    return cp_fail(r->report, r->at, "table: look: '" CP_FMT "' is not known%s", CP_ARG(value),
                   cp_guess_text(r->arena, value, looks, 3));
}

static const struct {
    const char *name;
    bool (*read)(reading *r, cp_str value);
} keys[] = {
    { "widths", read_widths },     { "merge", read_merge }, { "spans", read_spans },
    { "sections", read_sections }, { "point", read_point }, { "look", read_look },
};

enum { KEYS = sizeof keys / sizeof *keys };

static bool read_word(reading *r, cp_str word)
{
    const char *names[KEYS];
    cp_str value = word, key = cp_str_next(&value, '=');

    for (size_t i = 0; i < KEYS; i++) {
        names[i] = keys[i].name;
        if (cp_str_is(key, names[i]))
            return keys[i].read(r, value.data ? value : CP_STR(""));
    }
    return cp_fail(r->report, r->at, "table: '" CP_FMT "' is not known%s", CP_ARG(key),
                   cp_guess_text(r->arena, key, names, KEYS));
}

/* ---- what is done ---- */

static cp_tabular_cell *cell_at(const reading *r, size_t row, size_t column)
{
    return &r->cell[row * r->table->columns + column];
}

static bool is_blank(const cp_tabular_cell *cell)
{
    return cell->count == 0;
}

static bool same_words(const cp_tabular_cell *a, const cp_tabular_cell *b)
{
    if (a->count != b->count)
        return false;
    for (size_t i = 0; i < a->count; i++)
        if (!cp_str_eq(a->spans[i].text, b->spans[i].text))
            return false;
    return true;
}

static void make_sections(reading *r)
{
    size_t columns = r->table->columns, rows = r->table->head + r->table->rows;

    for (size_t row = r->table->head; r->sections && row < rows; row++) {
        bool alone = !is_blank(cell_at(r, row, 0));

        for (size_t i = 1; i < columns; i++)
            alone = alone && is_blank(cell_at(r, row, i));
        if (!alone)
            continue;
        r->row[row].part = CP_TABULAR_SECTION;
        cell_at(r, row, 0)->across = (uint32_t)(columns - 1);
        cell_at(r, row, 0)->align = CP_TABULAR_LEFT;
        for (size_t i = 1; i < columns; i++)
            cell_at(r, row, i)->covered = true;
    }
}

/* Merged cells of a column end where one at its left does. */
static bool runs_on(const reading *r, size_t row, size_t column, const cp_tabular_cell *first)
{
    for (size_t i = 0; i < column; i++)
        if (r->merged[i] && !cell_at(r, row, i)->covered)
            return false;
    return is_blank(cell_at(r, row, column)) || same_words(cell_at(r, row, column), first);
}

static void merge_down(reading *r, size_t column)
{
    cp_tabular_cell *first = NULL;

    for (size_t row = r->table->head; row < r->table->head + r->table->rows; row++) {
        cp_tabular_cell *cell = cell_at(r, row, column);

        if (r->row[row].part != CP_TABULAR_BODY) {
            first = NULL;
        } else if (first && runs_on(r, row, column, first)) {
            cell->covered = true;
            first->down++;
        } else {
            first = cell;
        }
    }
    r->column[column].stub = true;
}

static void merge_left(reading *r)
{
    for (size_t row = r->table->head; row < r->table->head + r->table->rows; row++)
        for (size_t i = 1; i < r->table->columns; i++) {
            cp_tabular_cell *cell = cell_at(r, row, i);
            size_t owner = i - 1;

            while (owner > 0 && cell_at(r, row, owner)->covered)
                owner--;
            if (cell->covered || cell->down || cell_at(r, row, owner)->covered
                || cell_at(r, row, owner)->down || is_blank(cell)
                || !same_words(cell, cell_at(r, row, owner)))
                continue;
            cell->covered = true;
            cell_at(r, row, owner)->across = (uint32_t)(i - owner);
            cell_at(r, row, owner)->align = CP_TABULAR_CENTER;
        }
}

static void copy_table(reading *r, const cp_tabular_spec *table)
{
    size_t rows = table->head + table->rows, cells = rows * table->columns;

    r->table = cp_new(r->arena, cp_tabular_spec);
    *r->table = *table;
    r->table->column = r->column = cp_new_array(r->arena, cp_tabular_column, table->columns);
    r->table->row = r->row = cp_new_array(r->arena, cp_tabular_row, rows);
    r->table->cell = r->cell = cp_new_array(r->arena, cp_tabular_cell, cells);
    r->merged = cp_new_array(r->arena, bool, table->columns);
    memcpy(r->column, table->column, table->columns * sizeof *r->column);
    memcpy(r->row, table->row, rows * sizeof *r->row);
    memcpy(r->cell, table->cell, cells * sizeof *r->cell);
}

const cp_tabular_spec *cp_tableword_apply(cp_arena *arena, cp_str value, cp_place at,
                                          const cp_tabular_spec *table, cp_report *report)
{
    reading r = { .arena = arena, .report = report, .at = at };
    bool ok = value.size > 0
              || cp_fail(report, at, "table: without a word; expected widths=1:3, merge=1 ...");

    copy_table(&r, table);
    for (cp_str rest = value; rest.data;) {
        cp_str word = cp_str_trim(cp_str_next(&rest, ' '));

        if (word.size > 0)
            ok = read_word(&r, word) && ok;
    }
    make_sections(&r);
    for (size_t i = 0; i < table->columns; i++)
        if (r.merged[i])
            merge_down(&r, i);
    if (r.spans)
        merge_left(&r);
    return ok ? r.table : NULL;
}
