#include "figure/board.h"

#include <math.h>
#include <stdlib.h>

#include "figure/value.h"
#include "plot/names.h"
#include "plot/scale.h"

/* A row of the table on its way to a cell. */
typedef struct entry {
    size_t row, column;
    double rank; /* lower is higher up */
} entry;

typedef struct loader {
    cp_board *board;
    const cp_figure_env *env;
    const cp_table *table;
    const cp_column *x, *y, *label, *value;
    cp_names heads, stubs;
    entry *entries;
    cp_value_form form;
} loader;

static bool find_columns(loader *l)
{
    const cp_board *board = l->board;
    const cp_row_source *source = &board->source;
    bool ok;

    l->x = cp_row_source_column(source, l->table, "x", board->head.field, l->env);
    l->y = cp_row_source_column(source, l->table, "y", board->y, l->env);
    l->label = cp_row_source_column(source, l->table, "label", board->label, l->env);
    l->value = cp_row_source_column(source, l->table, "value", board->value, l->env);
    ok = l->x && (l->y || board->y.size == 0) && (l->label || board->label.size == 0)
         && (l->value || board->value.size == 0);
    if (l->value && l->value->type != CP_NUMBER)
        ok = cp_fail(l->env->report, cp_field_place(source->map, "value"),
                     "column '" CP_FMT "' holds %ss, the value of a cell is a number",
                     CP_ARG(l->value->name), cp_type_name(l->value->type));
    return ok;
}

static cp_place row_place(const loader *l, size_t row)
{
    return l->table->lines ? cp_table_place(l->table, row)
                           : cp_field_place(l->board->source.map, l->board->source.origin);
}

static int by_column(const void *a, const void *b)
{
    const entry *one = a, *two = b;

    if (one->column != two->column)
        return one->column < two->column ? -1 : 1;
    if (one->rank != two->rank)
        return one->rank < two->rank ? -1 : 1;
    return one->row < two->row ? -1 : one->row > two->row;
}

/* Dates stand in their order, all else as the rows have it. */
static bool number_columns(loader *l)
{
    const cp_report *report = l->env->report;
    int before = report->errors;
    const cp_date *days;
    size_t count = 0;

    if (l->x->type == CP_DATE) {
        count = cp_days_distinct(l->env->arena, l->x->date, l->table->rows, &days);
        for (size_t i = 0; i < count && i <= CP_BOARD_MOST; i++)
            cp_names_index(&l->heads, cp_date_iso(l->env->arena, days[i]));
    }
    for (size_t i = 0; i < l->table->rows; i++) {
        uint32_t at;

        if (cp_cell_missing(l->x, i)) {
            cp_fail(l->env->report, row_place(l, i),
                    "a row without '" CP_FMT "' has no column to be in", CP_ARG(l->x->name));
            break;
        }
        at = cp_names_index(&l->heads, cp_cell_plain(l->env->arena, l->x, i));
        if (at == CP_NAMES_FULL || count > CP_BOARD_MOST)
            return cp_fail(l->env->report, cp_field_place(l->board->source.map, "x"),
                           "'" CP_FMT "' gives more than %d columns", CP_ARG(l->x->name),
                           CP_BOARD_MOST);
        l->entries[i].column = at;
    }
    return report->errors == before;
}

static bool rank_row(loader *l, size_t row, double *rank)
{
    const cp_column *y = l->y;
    double value;

    if (cp_cell_missing(y, row))
        return cp_fail(l->env->report, row_place(l, row),
                       "a row without '" CP_FMT "' has no place in its column", CP_ARG(y->name));
    if (y->type != CP_NUMBER) {
        uint32_t at = cp_names_index(&l->stubs, cp_cell_plain(l->env->arena, y, row));

        *rank = at;
        return at != CP_NAMES_FULL
               || cp_fail(l->env->report, cp_field_place(l->board->source.map, "y"),
                          "'" CP_FMT "' gives more than %d rows", CP_ARG(y->name), CP_BOARD_MOST);
    }
    value = y->number[row];
    *rank = value - 1;
    return (value >= 1 && value <= CP_BOARD_MOST && value == floor(value))
           || cp_fail(l->env->report, row_place(l, row),
                      "'" CP_FMT "' is %g, a rank is a whole number from 1 to %d", CP_ARG(y->name),
                      value, CP_BOARD_MOST);
}

/* Without ranks: where a row comes among those of its column. */
static double order_of(const loader *l, size_t row)
{
    double value;

    if (l->board->order == CP_BOARD_ROWS || !l->value)
        return 0;
    value = l->value->number[row];
    if (isnan(value))
        return INFINITY;
    return l->board->order == CP_BOARD_MOST_FIRST ? -value : value;
}

static bool rank_entries(loader *l)
{
    for (size_t i = 0; i < l->table->rows; i++) {
        l->entries[i].row = i;
        if (!l->y)
            l->entries[i].rank = order_of(l, i);
        else if (!rank_row(l, i, &l->entries[i].rank))
            return false;
    }
    qsort(l->entries, l->table->rows, sizeof *l->entries, by_column);
    for (size_t i = 0; !l->y && i < l->table->rows; i++)
        l->entries[i].rank = i && l->entries[i - 1].column == l->entries[i].column
                                 ? l->entries[i - 1].rank + 1
                                 : 0;
    return true;
}

static bool shows(const loader *l, const entry *it)
{
    return l->board->top == 0 || it->rank < l->board->top;
}

/* The number of rows, and no two in one cell. */
static bool settle_rows(loader *l)
{
    double most = -1;

    for (size_t i = 0; i < l->table->rows; i++) {
        const entry *it = &l->entries[i], *before = i ? it - 1 : NULL;

        if (!shows(l, it))
            continue;
        if (before && before->column == it->column && before->rank == it->rank)
            return cp_fail(l->env->report, row_place(l, it->row),
                           "two rows for one cell: '" CP_FMT "' in column " CP_FMT,
                           CP_ARG(cp_cell_plain(l->env->arena, l->y, it->row)),
                           CP_ARG(l->heads.name[it->column]));
        most = fmax(most, it->rank);
    }
    if (most < 0)
        return cp_fail(l->env->report, cp_field_place(l->board->source.map, "top"),
                       "no rank is among the first %d", l->board->top);
    if (most >= CP_BOARD_MOST)
        return cp_fail(
            l->env->report, cp_field_place(l->board->source.map, l->board->source.origin),
            "a column has more than %d rows; `top:` takes the first of them", CP_BOARD_MOST);
    l->board->rows = (size_t)most + 1;
    l->board->columns = l->heads.count;
    return true;
}

static cp_words measure_cell(const loader *l, const cp_ink *ink, cp_str text, size_t row)
{
    return cp_words_measure(l->env, ink, text, row_place(l, row));
}

static void fill_cells(loader *l)
{
    const cp_board_style *style = &l->env->style->board;
    cp_board *board = l->board;

    board->cells = cp_new_array(l->env->arena, cp_board_cell, board->rows * board->columns);
    for (size_t i = 0; i < board->rows * board->columns; i++)
        board->cells[i].value = NAN;
    for (size_t i = 0; i < l->table->rows; i++) {
        const entry *it = &l->entries[i];
        cp_board_cell *cell;

        if (!shows(l, it))
            continue;
        cell = cp_board_at(board, (size_t)it->rank, it->column);
        cell->there = true;
        if (l->label)
            cell->label = measure_cell(l, &style->label,
                                       cp_cell_plain(l->env->arena, l->label, it->row), it->row);
        if (!l->value || isnan(l->value->number[it->row]))
            continue;
        cell->value = l->value->number[it->row];
        cell->number = measure_cell(l, &style->value,
                                    cp_value_write(l->env->arena, &l->form, cell->value), it->row);
    }
}

static cp_str head_text(const loader *l, const cp_column *column, cp_str format, cp_str plain)
{
    cp_date date;

    if (column->type == CP_DATE && cp_date_parse_iso(plain, &date))
        return cp_date_write(l->env->arena, format, date);
    return plain;
}

static cp_words *measure_names(const loader *l, const cp_column *column, const cp_names *names,
                               size_t count, const cp_ink *ink, cp_str format, const char *key)
{
    cp_place at = cp_field_place(l->board->source.map, key);
    cp_words *words = cp_new_array(l->env->arena, cp_words, count);

    for (size_t i = 0; i < count; i++)
        words[i] = cp_words_measure(l->env, ink, head_text(l, column, format, names->name[i]), at);
    return words;
}

static void name_all(loader *l)
{
    const cp_style *style = l->env->style;
    cp_board *board = l->board;
    cp_str days = board->head.format.size > 0 ? board->head.format : style->chart.day_format;

    board->heads = measure_names(l, l->x, &l->heads, board->columns, &style->board.head, days, "x");
    if (l->y && l->y->type != CP_NUMBER)
        board->stubs = measure_names(l, l->y, &l->stubs, board->rows, &style->board.label,
                                     style->chart.day_format, "y");
}

/* How many cells carry the same label. */
static size_t count_label(const cp_board *board, cp_str label)
{
    size_t count = 0;

    for (size_t i = 0; i < board->rows * board->columns; i++)
        count += board->cells[i].there && cp_str_eq(board->cells[i].label.text, label);
    return count;
}

static bool is_marked(const cp_board *board, cp_str label)
{
    if (label.size == 0)
        return false;
    for (size_t i = 0; i < board->highlight.count; i++)
        if (cp_str_eq(board->highlight.item[i], label))
            return true;
    return board->repeats > 0 && count_label(board, label) >= (size_t)board->repeats;
}

/* A name to highlight that no cell shows is a slip of the pen, or old. */
static void mark_cells(const loader *l)
{
    cp_board *board = l->board;

    for (size_t i = 0; i < board->rows * board->columns; i++)
        board->cells[i].marked = is_marked(board, board->cells[i].label.text);
    for (size_t i = 0; i < board->highlight.count; i++)
        if (count_label(board, board->highlight.item[i]) == 0)
            cp_warn(l->env->report, cp_field_place(board->source.map, "highlight"),
                    "no cell shows '" CP_FMT "'", CP_ARG(board->highlight.item[i]));
}

static const cp_board_cell *extreme(const cp_board *board, int sign)
{
    const cp_board_cell *best = NULL;

    for (size_t i = 0; i < board->rows * board->columns; i++) {
        const cp_board_cell *cell = &board->cells[i];

        if (!isnan(cell->value) && (!best || sign * cell->value > sign * best->value))
            best = cell;
    }
    return best;
}

static double full_of(const cp_board *board)
{
    const cp_board_cell *high = extreme(board, 1), *low = extreme(board, -1);

    if (!isnan(board->strongest))
        return board->strongest;
    return high ? fmax(fabs(high->value), fabs(low->value)) : 0;
}

static cp_str head_of(const cp_board *board, const cp_board_cell *cell)
{
    return board->heads[(size_t)(cell - board->cells) % board->columns].text;
}

static cp_str describe(const cp_board *board, cp_arena *arena)
{
    const cp_board_cell *high = extreme(board, 1), *low = extreme(board, -1);
    cp_str first = board->heads[0].text, last = board->heads[board->columns - 1].text;
    cp_str range = board->columns > 1
                       ? cp_str_printf(arena, CP_FMT "至" CP_FMT, CP_ARG(first), CP_ARG(last))
                       : first;

    if (!high)
        return cp_str_printf(arena, "格表：" CP_FMT "，%zu列，每列至多%zu格。", CP_ARG(range),
                             board->columns, board->rows);
    return cp_str_printf(arena,
                         "色块格表：" CP_FMT "，%zu列，每列至多%zu格；最高" CP_FMT CP_FMT
                         "（" CP_FMT "），最低" CP_FMT CP_FMT "（" CP_FMT "）。",
                         CP_ARG(range), board->columns, board->rows, CP_ARG(high->label.text),
                         CP_ARG(high->number.text), CP_ARG(head_of(board, high)),
                         CP_ARG(low->label.text), CP_ARG(low->number.text),
                         CP_ARG(head_of(board, low)));
}

static bool make_form(loader *l)
{
    const cp_node *map = l->board->source.map;
    bool given = cp_node_child(map, "format") != NULL;

    return !l->value || l->value->type != CP_NUMBER
           || cp_value_form_make(l->value, l->table->rows, given ? &l->board->format : NULL,
                                 cp_field_place(map, "format"), &l->form, l->env->report);
}

static bool bind(loader *l)
{
    bool columns = l->table && find_columns(l);

    return l->table && make_form(l) && columns;
}

/* Rows into columns and ranks; behind a fault of `top` no one knows how many of them. */
static bool settle(loader *l)
{
    cp_board *board = l->board;
    bool top = board->top > 0 || !cp_node_child(board->source.map, "top");

    cp_names_begin(&l->heads, l->env->arena, CP_BOARD_MOST);
    cp_names_begin(&l->stubs, l->env->arena, CP_BOARD_MOST);
    l->entries = cp_new_array(l->env->arena, entry, l->table->rows);
    return number_columns(l) && rank_entries(l) && top && settle_rows(l);
}

void cp_board_check(cp_board *board, const cp_figure_env *env)
{
    loader l = { .board = board, .env = env, .table = cp_row_source_load(&board->source, env) };

    if (bind(&l))
        settle(&l);
}

bool cp_board_load(cp_board *board, cp_figure *figure, const cp_figure_env *env)
{
    loader l = { .board = board, .env = env, .table = cp_row_source_load(&board->source, env) };

    if (!bind(&l) || !settle(&l))
        return false;
    fill_cells(&l);
    name_all(&l);
    mark_cells(&l);
    board->full = full_of(board);
    if (figure->alt.size == 0)
        figure->alt = describe(board, env->arena);
    return true;
}
