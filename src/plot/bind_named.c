/* bind_named.c - which points bear their names, and which of them are emphasized. */

#include "plot/bind.h"

#include <math.h>
#include <stdlib.h>

#include "base/guess.h"
#include "base/number.h"

/* The rows of all series of one mark. */
typedef struct points {
    cp_series *series;
    size_t count;
} points;

static const char *const *names_of(const cp_binder *binder, const points *all, size_t *count)
{
    size_t most = 0;
    const char **names;

    for (size_t s = 0; s < all->count; s++)
        most += all->series[s].count;
    names = cp_new_array(binder->arena, const char *, most);
    *count = 0;
    for (size_t s = 0; s < all->count; s++)
        for (size_t i = 0; i < all->series[s].count; i++)
            names[(*count)++] = cp_str_z(binder->arena, all->series[s].text[i]);
    return names;
}

static bool make_strong(const points *all, cp_str name)
{
    bool found = false;

    for (size_t s = 0; s < all->count; s++)
        for (size_t i = 0; i < all->series[s].count; i++)
            if (cp_str_eq(all->series[s].text[i], name)) {
                ((bool *)all->series[s].strong)[i] = true;
                found = true;
            }
    return found;
}

/* Of an item of a list, or of the one text in its place. */
static cp_place item_place(const cp_node *mark, const char *key, size_t index)
{
    const cp_node *list = cp_node_child(mark, key), *item = list->first;

    while (index-- > 0 && item)
        item = item->next;
    return item ? item->place : cp_field_place(mark, key);
}

static bool bind_emphasis(const cp_binder *binder, const cp_mark *mark, const points *all)
{
    const cp_texts *emphasis = cp_mark_option(mark, "emphasis");
    bool ok = true;

    if (emphasis->count == 0)
        return true;
    if (!all->series->text)
        return cp_fail(binder->report, cp_field_place(mark->node, "emphasis"),
                       "there are no names to emphasize; expected `names: a column`, too");
    for (size_t s = 0; s < all->count; s++)
        all->series[s].strong = cp_new_array(binder->arena, bool, all->series[s].count);
    for (size_t k = 0; k < emphasis->count; k++) {
        size_t count;
        const char *const *names;

        if (make_strong(all, emphasis->item[k]))
            continue;
        names = names_of(binder, all, &count);
        ok = cp_fail(binder->report, item_place(mark->node, "emphasis", k),
                     "no point is called '" CP_FMT "'%s", CP_ARG(emphasis->item[k]),
                     cp_guess_text(binder->arena, emphasis->item[k], names, count));
    }
    return ok;
}

/* `top 30 by x`, as read. */
typedef struct choice {
    bool bottom;
    size_t most;
    enum { BY_X, BY_Y, BY_SIZE } by;
} choice;

static bool read_by(const cp_binder *binder, const cp_mark *mark, const points *all, cp_str word,
                    choice *out)
{
    const cp_column *size = all->series->value_column;
    cp_str y = mark->common->column;

    out->by = BY_X;
    if (cp_str_is(word, "x") || cp_str_eq(word, binder->plot->x.column))
        return true;
    out->by = BY_Y;
    if (cp_str_is(word, "y") || cp_str_eq(word, y))
        return true;
    out->by = BY_SIZE;
    return size && (cp_str_is(word, "size") || cp_str_eq(word, size->name));
}

static cp_place label_place(const cp_mark *mark, const char *key)
{
    return cp_field_place(cp_node_child(mark->node, "labels"), key);
}

static bool read_choice(const cp_binder *binder, const cp_mark *mark, const points *all,
                        cp_str text, choice *out)
{
    cp_str rest = text, way = cp_str_next(&rest, ' '), number = cp_str_next(&rest, ' ');
    cp_str by = cp_str_next(&rest, ' ');
    double most;

    out->bottom = cp_str_is(way, "bottom");
    if ((!out->bottom && !cp_str_is(way, "top")) || !cp_number_parse(number, &most)
        || !(most >= 0 && most <= 1e6) || most != floor(most) || !cp_str_is(by, "by") || !rest.data
        || !read_by(binder, mark, all, rest, out))
        return cp_fail(binder->report, label_place(mark, "only"),
                       "'" CP_FMT "' does not choose names; expected `all`, `emphasis`, or "
                       "`top 30 by x`, with `bottom` for `top` and y or size for x",
                       CP_ARG(text));
    out->most = (size_t)most;
    return true;
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

static double value_of(const cp_series *series, const choice *chosen, size_t row)
{
    double value = chosen->by == BY_X   ? series->x[row]
                   : chosen->by == BY_Y ? series->y[row]
                                        : series->value[row];

    return isnan(series->y[row]) || isnan(value) ? NAN : chosen->bottom ? -value : value;
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

static void choose(const cp_binder *binder, const points *all, const choice *chosen)
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

bool cp_bind_named(const cp_binder *binder, const cp_mark *mark, cp_series *series, size_t count)
{
    const cp_name_labels *labels = cp_mark_option(mark, "labels");
    points all = { series, count };
    choice chosen = { 0 };

    if (!labels || count == 0)
        return true;
    if (!bind_emphasis(binder, mark, &all))
        return false;
    if (!series->text && cp_node_child(mark->node, "labels"))
        return cp_fail(binder->report, cp_field_place(mark->node, "labels"),
                       "there are no names to write; expected `names: a column`, too");
    if (cp_str_is(labels->only, "all"))
        return true;
    if (!cp_str_is(labels->only, "emphasis")
        && !read_choice(binder, mark, &all, labels->only, &chosen))
        return false;
    choose(binder, &all, &chosen);
    return true;
}
