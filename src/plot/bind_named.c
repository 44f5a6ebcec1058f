/* bind_named.c - which points bear their names, and which of them are emphasized. */

#include "plot/bind.h"

#include <math.h>
#include <stdlib.h>

#include "base/guess.h"
#include "base/number.h"
#include "plot/names.h"

/* Of an item of a list, or of the one text in its place. */
static cp_place item_place(const cp_node *mark, const char *key, size_t index)
{
    const cp_node *list = cp_node_child(mark, key), *item = list->first;

    while (index-- > 0 && item)
        item = item->next;
    return item ? item->place : cp_field_place(mark, key);
}

static cp_place only_place(const cp_mark *mark)
{
    return cp_field_place(cp_node_child(mark->node, "labels"), "only");
}

/* Of all rows, be they parted among several plots: a point stands in one of them. */
static const char *const *names_of(const cp_binder *binder, const cp_mark *mark,
                                   const cp_column *own, size_t *count)
{
    const cp_table *table = binder->plot->whole ? binder->plot->whole : binder->table;
    const cp_column *column = cp_table_column(table, own->name);
    const char **each;
    cp_names names;

    cp_names_begin(&names, binder->arena, table->rows);
    for (size_t i = 0; i < table->rows; i++)
        if (!cp_cell_missing(column, i))
            cp_names_index(&names, cp_bind_written(binder, mark, column, i));
    each = cp_new_array(binder->arena, const char *, names.count);
    for (size_t i = 0; i < names.count; i++)
        each[i] = cp_str_z(binder->arena, names.name[i]);
    *count = names.count;
    return each;
}

static bool is_there(const char *const *names, size_t count, cp_str name)
{
    for (size_t i = 0; i < count; i++)
        if (cp_str_is(name, names[i]))
            return true;
    return false;
}

static bool check_emphasis(const cp_binder *binder, const cp_mark *mark, const cp_column *column)
{
    const cp_texts *emphasis = cp_mark_option(mark, "emphasis");
    const char *const *names;
    bool ok = true;
    size_t count;

    if (emphasis->count == 0 || !column)
        return true;
    names = names_of(binder, mark, column, &count);
    for (size_t k = 0; k < emphasis->count; k++)
        if (!is_there(names, count, emphasis->item[k]))
            ok = cp_fail(binder->report, item_place(mark->node, "emphasis", k),
                         "no point is called '" CP_FMT "'%s", CP_ARG(emphasis->item[k]),
                         cp_guess_text(binder->arena, emphasis->item[k], names, count));
    return ok;
}

static bool read_by(const cp_binder *binder, const cp_mark *mark, cp_str word, cp_choice *out)
{
    cp_str size = *(const cp_str *)cp_mark_option(mark, "size");

    out->by = CP_BY_X;
    if (cp_str_is(word, "x") || cp_str_eq(word, binder->plot->x.column))
        return true;
    out->by = CP_BY_Y;
    if (cp_str_is(word, "y") || cp_str_eq(word, mark->common->column))
        return true;
    out->by = CP_BY_SIZE;
    return cp_str_is(word, "size") || cp_str_eq(word, size);
}

/* `top 30 by x` */
static bool read_ranks(const cp_binder *binder, const cp_mark *mark, cp_str text, cp_choice *out)
{
    cp_str rest = text, way = cp_str_next(&rest, ' '), number = cp_str_next(&rest, ' ');
    cp_str by = cp_str_next(&rest, ' ');
    double most;

    out->bottom = cp_str_is(way, "bottom");
    if ((!out->bottom && !cp_str_is(way, "top")) || !cp_number_parse(number, &most)
        || !(most >= 1 && most <= 1e6) || most != floor(most) || !cp_str_is(by, "by")
        || rest.size == 0 || !read_by(binder, mark, rest, out))
        return cp_fail(binder->report, only_place(mark),
                       "'" CP_FMT "' does not choose names; expected `all`, `emphasis`, or "
                       "`top 30 by x`, with `bottom` for `top` and y or size for x",
                       CP_ARG(text));
    out->most = (size_t)most;
    if (out->by == CP_BY_SIZE && ((const cp_str *)cp_mark_option(mark, "size"))->size == 0)
        return cp_fail(binder->report, only_place(mark),
                       "there is no size to choose by; expected `size: a column`, too");
    return true;
}

static bool read_choice(const cp_binder *binder, const cp_mark *mark, cp_str only, cp_choice *out)
{
    const cp_texts *emphasis = cp_mark_option(mark, "emphasis");

    out->all = only.size == 0 || cp_str_is(only, "all");
    if (out->all)
        return true;
    if (!cp_str_is(only, "emphasis"))
        return read_ranks(binder, mark, only, out);
    return emphasis->count > 0
           || cp_fail(binder->report, only_place(mark),
                      "no point is emphasized; expected `emphasis: some names`, too");
}

static bool check_unnamed(const cp_binder *binder, const cp_mark *mark)
{
    bool emphasis = ((const cp_texts *)cp_mark_option(mark, "emphasis"))->count > 0;
    bool labels = cp_node_child(mark->node, "labels");

    if (emphasis)
        cp_fail(binder->report, cp_field_place(mark->node, "emphasis"),
                "there are no names to emphasize; expected `names: a column`, too");
    if (labels)
        cp_fail(binder->report, cp_field_place(mark->node, "labels"),
                "there are no names to write; expected `names: a column`, too");
    return !emphasis && !labels;
}

bool cp_bind_naming(const cp_binder *binder, const cp_mark *mark, cp_bound *bound)
{
    const cp_name_labels *labels = cp_mark_option(mark, "labels");
    const cp_str *names = cp_mark_option(mark, "names");
    bool emphasis, choice;

    if (!labels)
        return true;
    if (names->size == 0)
        return check_unnamed(binder, mark);
    emphasis = check_emphasis(binder, mark, bound->text);
    choice = read_choice(binder, mark, labels->only, &bound->choice);
    return emphasis && choice;
}

/* The rows of all series of one mark. */
typedef struct points {
    cp_series *series;
    size_t count;
} points;

static bool is_among(const cp_texts *names, cp_str name)
{
    for (size_t i = 0; i < names->count; i++)
        if (cp_str_eq(names->item[i], name))
            return true;
    return false;
}

static void make_strong(const cp_binder *binder, const points *all, const cp_texts *emphasis)
{
    for (size_t s = 0; emphasis->count > 0 && s < all->count; s++) {
        cp_series *series = &all->series[s];
        bool *strong = cp_new_array(binder->arena, bool, series->count);

        for (size_t i = 0; i < series->count; i++)
            strong[i] = is_among(emphasis, series->text[i]);
        series->strong = strong;
    }
}

typedef struct ranked {
    double value;
    size_t series, row;
} ranked;

static int larger_first(const void *a, const void *b)
{
    const ranked *one = a, *other = b;

    if (one->value != other->value)
        return one->value > other->value ? -1 : 1;
    if (one->series != other->series)
        return one->series < other->series ? -1 : 1;
    return one->row < other->row ? -1 : one->row > other->row;
}

/* By which a point is ranked; NaN: it is not drawn. */
static double value_of(const cp_series *series, const cp_choice *chosen, size_t row)
{
    double size = series->value ? series->value[row] : 0;
    double value = chosen->by == CP_BY_X ? series->x[row] : series->y[row];

    if (isnan(series->y[row]) || isnan(size))
        return NAN;
    if (chosen->by == CP_BY_SIZE)
        value = size;
    return chosen->bottom ? -value : value;
}

/* The names that stay; those that are emphasized do in any case. */
static void keep_names(const cp_binder *binder, const points *all, const bool *const *stays)
{
    for (size_t s = 0; s < all->count; s++) {
        cp_series *series = &all->series[s];
        cp_str *text = cp_new_array(binder->arena, cp_str, series->count);

        for (size_t i = 0; i < series->count; i++)
            if (stays[s][i] || (series->strong && series->strong[i]))
                text[i] = series->text[i];
        series->text = text;
    }
}

static void choose(const cp_binder *binder, const points *all, const cp_choice *chosen)
{
    bool **stays = cp_new_array(binder->arena, bool *, all->count);
    size_t most = 0, count = 0;
    ranked *rank;

    for (size_t s = 0; s < all->count; s++) {
        stays[s] = cp_new_array(binder->arena, bool, all->series[s].count);
        most += all->series[s].count;
    }
    rank = cp_new_array(binder->arena, ranked, most);
    for (size_t s = 0; s < all->count; s++)
        for (size_t i = 0; chosen->most > 0 && i < all->series[s].count; i++)
            if (!isnan(value_of(&all->series[s], chosen, i)))
                rank[count++] = (ranked){ value_of(&all->series[s], chosen, i), s, i };
    qsort(rank, count, sizeof *rank, larger_first);
    for (size_t k = 0; k < count && k < chosen->most; k++)
        stays[rank[k].series][rank[k].row] = true;
    keep_names(binder, all, (const bool *const *)stays);
}

void cp_bind_named(const cp_binder *binder)
{
    const cp_plot *plot = binder->plot;
    size_t next;

    for (size_t i = 0; i < plot->series_count; i = next) {
        const cp_mark *mark = plot->series[i].mark;
        const cp_choice *chosen = &binder->bound[mark - plot->marks].choice;
        points all = { &plot->series[i], 0 };

        for (next = i; next < plot->series_count && plot->series[next].mark == mark; next++)
            all.count++;
        if (!cp_mark_option(mark, "labels") || !all.series->text)
            continue;
        make_strong(binder, &all, cp_mark_option(mark, "emphasis"));
        if (!chosen->all)
            choose(binder, &all, chosen);
    }
}
