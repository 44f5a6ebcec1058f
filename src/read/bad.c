#include "read/bad.h"

#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"

void cp_bad_add(cp_arena *arena, cp_bad_list **list, cp_bad_cell cell)
{
    if (!*list)
        *list = cp_new(arena, cp_bad_list);
    if ((*list)->count < CP_BAD_KEPT) {
        cell.text = cp_str_copy(arena, cell.text);
        (*list)->cells[(*list)->count] = cell;
    }
    (*list)->count++;
}

static int in_file_order(const void *a, const void *b)
{
    const cp_bad_cell *one = *(const cp_bad_cell *const *)a, *two = *(const cp_bad_cell *const *)b;

    if (one->line != two->line)
        return one->line < two->line ? -1 : 1;
    return (one->field > two->field) - (one->field < two->field);
}

/* A cell as a message quotes it: in one line, and not too long. */
static const char *quoted(cp_arena *arena, cp_str text)
{
    enum { LONGEST = 40 };
    size_t at = 0;
    char *copy;

    for (int i = 0; i < LONGEST && at < text.size; i++)
        cp_utf8_next(text, &at);
    copy = cp_printf(arena, "'" CP_FMT "%s'", (int)at, text.data, at < text.size ? "…" : "");
    for (char *c = copy; *c; c++)
        if ((unsigned char)*c < ' ')
            *c = ' ';
    return copy;
}

/* A code in a column of numbers. */
static void tell_code(cp_place at, cp_str code, const char *text, const char *column,
                      cp_report *report)
{
    enum { LONG = 15 };

    if (cp_str_starts(code, CP_STR("0")))
        cp_fail(report, at, "%s has leading zeros among numbers (column %s)", text, column);
    else if (code.size > LONG)
        cp_fail(report, at,
                "%s has more digits than a number keeps (column %s); if these are codes, say so "
                "in pack.yaml: columns: {%s: {type: text}}",
                text, column, column);
    else
        cp_fail(report, at, "%s is marked as text among numbers (column %s)", text, column);
}

static void tell(cp_arena *arena, const cp_grid *grid, const cp_bad_cell *cell, cp_report *report)
{
    cp_place at = grid->place(grid, cell->line, cell->field);
    const char *text = quoted(arena, cell->text), *column = cp_str_z(arena, cell->column);

    switch (cell->reason) {
    case CP_BAD_NUMBER:
        cp_fail(report, at, "%s is not a number (column %s)", text, column);
        break;
    case CP_BAD_DATE:
        cp_fail(report, at, "%s is not a date (column %s)", text, column);
        break;
    case CP_BAD_CODE:
        tell_code(at, cell->text, text, column, report);
        break;
    case CP_BAD_UNIT:
        cp_fail(report, at, "%s is in another unit than its column (column %s)", text, column);
        break;
    case CP_BAD_SHARE:
        cp_fail(report, at, "%s is a share among plain numbers (column %s)", text, column);
        break;
    case CP_BAD_PLAIN:
        cp_fail(report, at, "%s has no unit among shares with one (column %s)", text, column);
        break;
    case CP_BAD_SURPLUS:
        cp_fail(report, at, "%s stands behind the last column (%s)", text, column);
        break;
    }
}

void cp_bad_tell(cp_arena *arena, const cp_grid *grid, const cp_bad_list *const *lists,
                 size_t count, cp_report *report)
{
    const cp_bad_cell **cells = cp_new_array(arena, const cp_bad_cell *, count *CP_BAD_KEPT);
    size_t kept = 0, all = 0;

    for (size_t i = 0; i < count; i++) {
        if (!lists[i])
            continue;
        for (size_t k = 0; k < lists[i]->count && k < CP_BAD_KEPT; k++)
            cells[kept++] = &lists[i]->cells[k];
        all += lists[i]->count;
    }
    qsort(cells, kept, sizeof *cells, in_file_order);
    kept = kept < CP_BAD_KEPT ? kept : CP_BAD_KEPT;
    for (size_t i = 0; i < kept; i++)
        tell(arena, grid, cells[i], report);
    if (all > kept)
        cp_fail(report, (cp_place){ .file = grid->origin.file, .line = grid->origin.line },
                "%zu more cells are not understood", all - kept);
}
