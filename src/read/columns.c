#include "read/columns.h"

#include <stdlib.h>
#include <string.h>

#include "base/guess.h"
#include "base/unit.h"

/* A column's name as written, in one line. */
typedef struct heading {
    cp_str full, name, unit;
    size_t field;
} heading;

/* A break inside a name, as sheets wrap them, becomes a blank between Latin
 * letters and nothing beside Chinese ones. */
static cp_str one_line(cp_arena *arena, cp_str raw)
{
    cp_str rest = cp_str_trim(raw), name;
    cp_buf out = { 0 };

    while (rest.size) {
        size_t size = 0;
        cp_str piece;

        while (size < rest.size && (unsigned char)rest.data[size] >= ' ')
            size++;
        piece = cp_str_trim(cp_str_slice(rest, 0, size));
        rest = cp_str_slice(rest, size + 1, rest.size);
        if (out.size && piece.size && (signed char)out.data[out.size - 1] > 0
            && (signed char)piece.data[0] > 0)
            cp_buf_add_char(&out, ' ');
        cp_buf_add(&out, piece);
    }
    name = cp_str_copy(arena, cp_buf_str(&out));
    cp_buf_free(&out);
    return name;
}

static void read_headings(cp_arena *arena, const cp_head *head, heading *headings)
{
    for (size_t i = 0; i < head->width; i++) {
        heading *own = &headings[i];

        own->field = i;
        own->full = one_line(arena, head->names[i]);
        if (!cp_unit_split(own->full, &own->name, &own->unit) || !own->name.size)
            *own = (heading){ own->full, own->full, CP_STR(""), i };
        if (head->units && head->units[i].size)
            own->unit = head->units[i];
    }
}

static int by_name(const void *a, const void *b)
{
    const heading *one = *(const heading *const *)a, *two = *(const heading *const *)b;
    int order = cp_str_compare(one->name, two->name);

    return order ? order : (one->field > two->field) - (one->field < two->field);
}

static heading **sorted(cp_arena *arena, heading *headings, size_t width)
{
    heading **order = cp_new_array(arena, heading *, width);

    for (size_t i = 0; i < width; i++)
        order[i] = &headings[i];
    if (width)
        qsort(order, width, sizeof *order, by_name);
    return order;
}

/* 净利润(亿元) and 净利润(%) keep their brackets. */
static void keep_apart(cp_arena *arena, heading *headings, size_t width)
{
    heading **order = sorted(arena, headings, width);
    size_t from = 0;

    for (size_t i = 1; i <= width; i++) {
        if (i < width && cp_str_eq(order[i]->name, order[from]->name))
            continue;
        for (size_t k = from; k < i && i - from > 1; k++)
            order[k]->name = order[k]->full;
        from = i;
    }
}

static bool taken(heading *const *order, size_t width, cp_str name)
{
    heading wanted = { .name = name }, *key = &wanted;
    size_t low = 0, high = width;

    while (low < high) {
        size_t middle = (low + high) / 2;

        if (by_name(&order[middle], &key) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low < width && cp_str_eq(order[low]->name, name);
}

/* The second of one name gets a number behind it that no other name has. */
static void number_twins(cp_arena *arena, const cp_grid *grid, const cp_head *head,
                         heading *headings, cp_report *report)
{
    heading **order = sorted(arena, headings, head->width);
    cp_str *names = cp_new_array(arena, cp_str, head->width);
    int number = 1;

    for (size_t i = 0; i < head->width; i++) {
        cp_str name = order[i]->name;

        names[order[i]->field] = name;
        number = i > 0 && cp_str_eq(order[i - 1]->name, name) ? number + 1 : 1;
        if (number == 1)
            continue;
        while (taken(order, head->width, cp_str_printf(arena, CP_FMT "_%d", CP_ARG(name), number)))
            number++;
        names[order[i]->field] = cp_str_printf(arena, CP_FMT "_%d", CP_ARG(name), number);
        cp_warn(report, grid->place(grid, head->line, order[i]->field),
                "a second column " CP_FMT "; it is called " CP_FMT, CP_ARG(name),
                CP_ARG(names[order[i]->field]));
    }
    for (size_t i = 0; i < head->width; i++)
        headings[i].name = names[i];
}

static bool settle_type(cp_arena *arena, const cp_column_wish *wish, cp_filling *filling,
                        cp_report *report)
{
    const char *types[] = { cp_type_name(CP_TEXT), cp_type_name(CP_NUMBER), cp_type_name(CP_DATE) };

    filling->settled = wish->type.size > 0;
    if (!filling->settled)
        return true;
    for (int type = CP_TEXT; type <= CP_DATE; type++)
        if (cp_str_is(wish->type, types[type])) {
            filling->column.type = (cp_type)type;
            return true;
        }
    return cp_fail(report, wish->place, "no type '" CP_FMT "'%s", CP_ARG(wish->type),
                   cp_guess_text(arena, wish->type, types, 3));
}

static bool apply_wish(cp_arena *arena, const cp_grid *grid, const cp_column_wish *wish,
                       const heading *headings, size_t width, cp_filling *fillings,
                       cp_report *report)
{
    const char **names = cp_new_array(arena, const char *, width);

    for (size_t i = 0; i < width; i++) {
        if (cp_str_eq(wish->name, fillings[i].column.name)
            || cp_str_eq(wish->name, headings[i].full)) {
            fillings[i].unit_settled = wish->unit.data != NULL;
            if (wish->unit.data)
                fillings[i].column.unit = cp_str_copy(arena, wish->unit);
            return settle_type(arena, wish, &fillings[i], report);
        }
        names[i] = cp_str_z(arena, fillings[i].column.name);
    }
    return cp_fail(report, wish->place, "no column '" CP_FMT "' in %s%s", CP_ARG(wish->name),
                   grid->origin.file ? grid->origin.file : "the text",
                   cp_guess_text(arena, wish->name, names, width));
}

bool cp_columns_plan(cp_arena *arena, const cp_grid *grid, const cp_head *head,
                     const cp_read_wish *wish, cp_filling *fillings, cp_report *report)
{
    heading *headings = cp_new_array(arena, heading, head->width);
    bool ok = true;

    read_headings(arena, head, headings);
    keep_apart(arena, headings, head->width);
    for (size_t i = 0; i < head->width; i++) {
        fillings[i].unnamed = !headings[i].name.size;
        if (fillings[i].unnamed)
            headings[i].name = cp_str_printf(arena, "列%zu", i + 1);
    }
    number_twins(arena, grid, head, headings, report);
    for (size_t i = 0; i < head->width; i++) {
        fillings[i].column.name = headings[i].name;
        fillings[i].column.unit = cp_str_copy(arena, headings[i].unit);
        fillings[i].column.field = (int)(grid->first_field + i) + 1;
        fillings[i].tally = (cp_tally){ .rises = true, .falls = true };
    }
    for (size_t i = 0; i < wish->column_count; i++)
        ok = apply_wish(arena, grid, &wish->columns[i], headings, head->width, fillings, report)
             && ok;
    return ok;
}
