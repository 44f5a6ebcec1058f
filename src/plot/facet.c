/* facet.c - rows parted by a column, and what their plots have in common. */

#include "plot/facet.h"

#include <math.h>
#include <string.h>

#include "plot/names.h"
#include "plot/placed.h"

enum { MOST_FACETS = 30 };

static void copy_cells(cp_arena *arena, const cp_column *from, const uint32_t *rows, size_t count,
                       cp_column *to)
{
    *to = *from;
    if (from->type == CP_NUMBER)
        to->number = cp_new_array(arena, double, count);
    else if (from->type == CP_DATE)
        to->date = cp_new_array(arena, cp_date, count);
    else
        to->text = cp_new_array(arena, cp_str, count);
    for (size_t i = 0; i < count; i++)
        if (from->type == CP_NUMBER)
            to->number[i] = from->number[rows[i]];
        else if (from->type == CP_DATE)
            to->date[i] = from->date[rows[i]];
        else
            to->text[i] = from->text[rows[i]];
}

static const cp_table *some_rows(cp_arena *arena, const cp_table *table, const uint32_t *rows,
                                 size_t count)
{
    cp_table *part = cp_new(arena, cp_table);
    uint32_t *lines = cp_new_array(arena, uint32_t, count);

    *part = *table;
    part->rows = count;
    part->columns = cp_new_array(arena, cp_column, table->column_count);
    for (size_t i = 0; i < table->column_count; i++)
        copy_cells(arena, &table->columns[i], rows, count, &part->columns[i]);
    for (size_t i = 0; table->lines && i < count; i++)
        lines[i] = table->lines[rows[i]];
    part->lines = table->lines ? lines : NULL;
    return part;
}

cp_facet *cp_facets_make(cp_arena *arena, const cp_table *table, const cp_column *column,
                         cp_place place, size_t *count, cp_report *report)
{
    uint32_t *rows = cp_new_array(arena, uint32_t, table->rows);
    uint32_t *part = cp_new_array(arena, uint32_t, table->rows);
    size_t missing = 0;
    cp_facet *facets;
    cp_names names;

    cp_names_begin(&names, arena, MOST_FACETS);
    for (size_t i = 0; i < table->rows; i++) {
        bool none = cp_cell_missing(column, i);

        missing += none;
        part[i] = none ? CP_NAMES_FULL : cp_names_index(&names, cp_cell_plain(arena, column, i));
        if (!none && part[i] == CP_NAMES_FULL) {
            cp_fail(report, place, "column " CP_FMT " would make more than %d plots",
                    CP_ARG(column->name), (int)MOST_FACETS);
            return NULL;
        }
    }
    if (names.count == 0) {
        cp_fail(report, place, "column " CP_FMT " holds nothing to part the rows by",
                CP_ARG(column->name));
        return NULL;
    }
    if (missing > 0)
        cp_warn(report, place, "%zu of %zu rows have no " CP_FMT " and are not drawn", missing,
                table->rows, CP_ARG(column->name));
    facets = cp_new_array(arena, cp_facet, names.count);
    *count = names.count;
    for (size_t k = 0; k < names.count; k++) {
        size_t found = 0;

        for (size_t i = 0; i < table->rows; i++)
            if (part[i] == k)
                rows[found++] = (uint32_t)i;
        facets[k] = (cp_facet){ names.name[k], some_rows(arena, table, rows, found) };
    }
    return facets;
}

static void share_ends(cp_plot *plots, size_t count)
{
    double low = INFINITY, high = -INFINITY, least = INFINITY;
    bool bars = false;

    for (size_t i = 0; i < count; i++) {
        low = fmin(low, plots[i].x.scale.d0);
        high = fmax(high, plots[i].x.scale.d1);
        least = fmin(least, plots[i].x.least);
        bars = bars || plots[i].slots > 0;
    }
    for (size_t i = 0; i < count; i++) {
        /* A plot with bars reaches half a step beyond its ends: those without do, too. */
        double half = bars && plots[i].slots == 0 && low < high ? least / 2 : 0;

        plots[i].x.scale.d0 = low - half;
        plots[i].x.scale.d1 = high + half;
        plots[i].x.least = least;
    }
}

/* Series keep their places by what these are called; what lies between two stays there. */
static double moved(double place, const double *to, size_t count)
{
    double whole = fmin(fmax(floor(place), 0), (double)count - 1);

    return to[(size_t)whole] + (place - whole);
}

static const double *picked(cp_arena *arena, const double *from, const cp_placed *order,
                            size_t count)
{
    double *out = from ? cp_new_array(arena, double, count) : NULL;

    for (size_t i = 0; from && i < count; i++)
        out[i] = from[order[i].row];
    return out;
}

/* Rows come in the order of x, whatever the order of names was before. */
static void reorder(cp_arena *arena, cp_series *series, const cp_placed *order)
{
    size_t count = series->count;
    cp_str *text = cp_new_array(arena, cp_str, count);
    bool *hatched = cp_new_array(arena, bool, count), *strong = cp_new_array(arena, bool, count);
    unsigned char *beyond = cp_new_array(arena, unsigned char, count);

    for (size_t i = 0; i < count; i++) {
        if (series->text)
            text[i] = series->text[order[i].row];
        if (series->hatched)
            hatched[i] = series->hatched[order[i].row];
        if (series->strong)
            strong[i] = series->strong[order[i].row];
        if (series->beyond)
            beyond[i] = series->beyond[order[i].row];
    }
    series->text = series->text ? text : NULL;
    series->hatched = series->hatched ? hatched : NULL;
    series->strong = series->strong ? strong : NULL;
    series->beyond = series->beyond ? beyond : NULL;
    series->y = picked(arena, series->y, order, count);
    series->base = picked(arena, series->base, order, count);
    series->value = picked(arena, series->value, order, count);
    for (size_t i = 0; i < sizeof(series->more) / sizeof(*series->more); i++)
        series->more[i] = picked(arena, series->more[i], order, count);
}

static void move_series(cp_arena *arena, cp_series *series, const double *to, size_t places)
{
    double *x = cp_new_array(arena, double, series->count);
    cp_placed *order = cp_new_array(arena, cp_placed, series->count);
    bool ascending = true;

    for (size_t k = 0; k < series->count; k++) {
        x[k] = isnan(series->x[k]) ? NAN : moved(series->x[k], to, places);
        order[k] = (cp_placed){ x[k], (uint32_t)k };
        ascending = ascending && (k == 0 || !(x[k] < x[k - 1]));
    }
    if (!ascending && series->mark->class->channels->channel != CP_CHANNEL_AT) {
        cp_placed_sort(order, series->count);
        reorder(arena, series, order);
        for (size_t k = 0; k < series->count; k++)
            x[k] = order[k].place;
    }
    series->x = x;
}

static void move_places(cp_arena *arena, cp_plot *plot, const double *to)
{
    for (size_t i = 0; i < plot->series_count; i++)
        move_series(arena, &plot->series[i], to, plot->x.scale.count);
}

static void share_days(cp_arena *arena, cp_plot *plots, size_t count)
{
    size_t all = 0, distinct, at = 0;
    const cp_date *days;
    cp_date *every;

    for (size_t i = 0; i < count; i++)
        all += plots[i].x.scale.count;
    every = cp_new_array(arena, cp_date, all);
    for (size_t i = 0; i < count; i++)
        for (size_t k = 0; k < plots[i].x.scale.count; k++)
            every[at++] = plots[i].x.scale.days[k];
    distinct = cp_days_distinct(arena, every, all, &days);
    for (size_t i = 0; i < count; i++) {
        cp_scale *scale = &plots[i].x.scale;
        double *to = cp_new_array(arena, double, scale->count);

        for (size_t k = 0, day = 0; k < scale->count; k++, day++) {
            while (days[day] != scale->days[k])
                day++;
            to[k] = (double)day;
        }
        move_places(arena, &plots[i], to);
        scale->days = days;
        scale->count = distinct;
    }
}

static size_t find_name(const cp_str *names, size_t count, cp_str name)
{
    for (size_t i = 0; i < count; i++)
        if (cp_str_eq(names[i], name))
            return i;
    return count;
}

/* A new name stands before the next one of its plot that is known, else at the end: orders
 * that agree are kept. */
static size_t merge_names(cp_str *all, size_t count, const cp_scale *scale)
{
    size_t before = count;

    for (size_t k = scale->count; k-- > 0;) {
        size_t found = find_name(all, count, scale->names[k]);

        if (found < count) {
            before = found;
            continue;
        }
        memmove(all + before + 1, all + before, (count - before) * sizeof(*all));
        all[before] = scale->names[k];
        count++;
    }
    return count;
}

static void share_names(cp_arena *arena, cp_plot *plots, size_t count)
{
    size_t most = 0, found = 0;
    cp_str *all;

    for (size_t i = 0; i < count; i++)
        most += plots[i].x.scale.count;
    all = cp_new_array(arena, cp_str, most);
    for (size_t i = 0; i < count; i++)
        found = merge_names(all, found, &plots[i].x.scale);
    for (size_t i = 0; i < count; i++) {
        cp_scale *scale = &plots[i].x.scale;
        double *to = cp_new_array(arena, double, scale->count);

        for (size_t k = 0; k < scale->count; k++)
            to[k] = (double)find_name(all, found, scale->names[k]);
        move_places(arena, &plots[i], to);
    }
    for (size_t i = 0; i < count; i++) {
        plots[i].x.scale.names = all;
        plots[i].x.scale.count = found;
    }
}

void cp_plots_share_x(cp_arena *arena, cp_plot *plots, size_t count)
{
    switch (plots[0].x.scale.kind) {
    case CP_SCALE_DAYS:
        share_days(arena, plots, count);
        break;
    case CP_SCALE_BAND:
        share_names(arena, plots, count);
        break;
    default:
        share_ends(plots, count);
    }
}

void cp_plots_share_y(cp_plot *plots, size_t count)
{
    for (int side = 0; side < 2; side++) {
        double low = INFINITY, high = -INFINITY, room_below = 0, room_above = 0;
        bool used = false;

        for (size_t i = 0; i < count; i++) {
            low = fmin(low, plots[i].y[side].low);
            high = fmax(high, plots[i].y[side].high);
            used = used || plots[i].y[side].used;
            room_below = fmax(room_below, plots[i].y[side].room_below);
            room_above = fmax(room_above, plots[i].y[side].room_above);
        }
        for (size_t i = 0; i < count; i++) {
            plots[i].y[side].low = low <= high ? low : NAN;
            plots[i].y[side].high = low <= high ? high : NAN;
            plots[i].y[side].used = used;
            plots[i].y[side].room_below = room_below;
            plots[i].y[side].room_above = room_above;
        }
    }
}

static bool is_split(const cp_series *series, const cp_table *table)
{
    cp_str word = series->mark->common->color;

    return word.size > 0 && cp_table_column(table, word);
}

/* Bars of one mark, beside each other by colour. */
static bool has_slots(const cp_plot *plot, const cp_table *table)
{
    const cp_mark *mark = NULL;

    for (size_t i = 0; i < plot->series_count; i++) {
        const cp_series *series = &plot->series[i];

        if (!(series->mark->class->traits & CP_MARK_STEP))
            continue;
        if (!is_split(series, table) || series->base || (mark && mark != series->mark))
            return false;
        mark = series->mark;
    }
    return mark;
}

/* A bar stands at the place of its colour, also where others are missing. */
static void share_slots(cp_plot *plot, cp_names *names)
{
    for (size_t k = 0; k < plot->series_count; k++)
        if (plot->series[k].mark->class->traits & CP_MARK_STEP)
            plot->series[k].slot = (int)cp_names_index(names, plot->series[k].name);
    plot->slots = (int)names->count;
}

typedef struct all_series {
    size_t count;
    cp_series **item;
} all_series;

static all_series gather(cp_arena *arena, cp_plot *plots, size_t count)
{
    all_series all = { 0 };
    size_t most = 0;

    for (size_t i = 0; i < count; i++)
        most += plots[i].series_count;
    all.item = cp_new_array(arena, cp_series *, most);
    for (size_t i = 0; i < count; i++)
        for (size_t k = 0; k < plots[i].series_count; k++)
            all.item[all.count++] = &plots[i].series[k];
    return all;
}

/* Sizes and tints of a mark tell the same values everywhere. */
static void share_values(const cp_mark *mark, const all_series *all)
{
    double low = INFINITY, high = -INFINITY;

    for (size_t i = 0; i < all->count; i++)
        if (all->item[i]->mark == mark && all->item[i]->value) {
            low = fmin(low, all->item[i]->value_low);
            high = fmax(high, all->item[i]->value_high);
        }
    for (size_t i = 0; i < all->count; i++)
        if (all->item[i]->mark == mark && all->item[i]->value) {
            all->item[i]->value_low = low;
            all->item[i]->value_high = high;
        }
}

void cp_plots_share_colors(cp_arena *arena, cp_plot *plots, size_t count, const cp_table *table,
                           const cp_style *style)
{
    const cp_colors *classes = &style->chart.classes;
    all_series all = gather(arena, plots, count);
    cp_names names;

    for (size_t i = 0; i < plots[0].mark_count; i++)
        share_values(&plots[0].marks[i], &all);
    cp_names_begin(&names, arena, all.count);
    for (size_t i = 0; i < all.count; i++)
        if (is_split(all.item[i], table))
            all.item[i]->color = all.item[i]->below
                = classes->item[cp_names_index(&names, all.item[i]->name) % classes->count];
    for (size_t i = 0; i < count; i++)
        if (has_slots(&plots[i], table))
            share_slots(&plots[i], &names);
    for (size_t i = 0; names.count > 1 && i < all.count; i++)
        if (is_split(all.item[i], table) && all.item[i]->mark->class->draw_key)
            all.item[i]->keyed = true;
}

static bool is_known(const cp_plot *key, const cp_series *series)
{
    for (size_t i = 0; i < key->series_count; i++)
        if (key->series[i].mark == series->mark && cp_str_eq(key->series[i].name, series->name))
            return true;
    return false;
}

cp_plot *cp_plots_key(cp_arena *arena, cp_plot *plots, size_t count)
{
    all_series all = gather(arena, plots, count);
    cp_plot *key = cp_new(arena, cp_plot);

    *key = plots[0];
    key->series_count = 0;
    key->series = cp_new_array(arena, cp_series, all.count);
    for (size_t i = 0; i < all.count; i++)
        if (all.item[i]->keyed && !is_known(key, all.item[i]))
            key->series[key->series_count++] = *all.item[i];
    return key;
}
