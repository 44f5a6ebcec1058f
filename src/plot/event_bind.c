/* event_bind.c - rows of days and words become call-outs of a plot. */

#include "plot/event.h"

#include <math.h>
#include <stdlib.h>

#include "base/guess.h"

/* More boxes than this leave no room for a line on any page. */
enum { MOST_EVENTS = 40 };

static const cp_column *find_column(cp_arena *arena, const cp_event_rows *rows, const char *key,
                                    cp_str name, cp_type type, cp_report *report)
{
    const cp_table *table = rows->table;
    const cp_column *column = name.size > 0 ? cp_table_column(table, name) : NULL;
    cp_place place = cp_field_place(rows->node, key);

    for (size_t i = 0; name.size == 0 && !column && i < table->column_count; i++)
        if (table->columns[i].type == type)
            column = &table->columns[i];
    if (!column && name.size > 0)
        cp_fail(
            report, place, "no column '" CP_FMT "' in the result of `%s`%s", CP_ARG(name),
            rows->origin,
            cp_guess_text(arena, name, cp_table_column_names(arena, table), table->column_count));
    else if (!column)
        cp_fail(report, place, "the events have no column of %s",
                type == CP_DATE ? "dates" : "texts");
    else if (type == CP_DATE && column->type != CP_DATE) {
        cp_fail(report, place, "column " CP_FMT " is a %s, events need dates", CP_ARG(column->name),
                cp_type_name(column->type));
        return NULL;
    }
    return column;
}

/* What happened while the market was shut is seen on its next day. */
static double place_of(const cp_scale *scale, cp_date date)
{
    if (scale->kind == CP_SCALE_TIME)
        return date >= scale->d0 && date <= scale->d1 ? date : NAN;
    if (date < scale->days[0])
        return NAN;
    for (size_t i = 0; i < scale->count; i++)
        if (scale->days[i] >= date)
            return (double)i;
    return NAN;
}

static const cp_series *line_of(const cp_plot *plot)
{
    for (size_t i = 0; i < plot->series_count; i++)
        if (plot->series[i].mark->class->traits & CP_MARK_ENDS)
            return &plot->series[i];
    return plot->series_count > 0 ? &plot->series[0] : NULL;
}

/* Between two rows as the line goes; before the first and behind the last as they are. */
static double value_at(const cp_series *series, double place)
{
    size_t before = SIZE_MAX, after = SIZE_MAX;

    for (size_t i = 0; i < series->count && after == SIZE_MAX; i++) {
        if (isnan(series->y[i]) || isnan(series->x[i]))
            continue;
        if (series->x[i] >= place)
            after = i;
        if (series->x[i] <= place)
            before = i;
    }
    if (before == SIZE_MAX || after == SIZE_MAX)
        return before != SIZE_MAX ? series->y[before] : after != SIZE_MAX ? series->y[after] : NAN;
    if (series->x[after] <= series->x[before])
        return series->y[after];

    double part = (place - series->x[before]) / (series->x[after] - series->x[before]);

    return series->y[before] + part * (series->y[after] - series->y[before]);
}

static int by_day(const void *a, const void *b)
{
    const cp_event *one = a, *other = b;

    if (one->date != other->date)
        return one->date < other->date ? -1 : 1;
    return one->at.line < other->at.line ? -1 : one->at.line > other->at.line;
}

static void add_event(cp_arena *arena, const cp_plot *plot, const cp_event_rows *rows,
                      const cp_column *dates, const cp_column *texts, size_t row,
                      const cp_style *style, cp_events *out)
{
    const cp_series *line = line_of(plot);
    cp_event *event = &out->item[out->count];

    if (cp_cell_missing(dates, row) || cp_cell_missing(texts, row))
        return;
    *event = (cp_event){ .date = dates->date[row],
                         .place = place_of(&plot->x.scale, dates->date[row]),
                         .text = cp_cell_plain(arena, texts, row),
                         .at = cp_table_place(rows->table, row) };
    if (isnan(event->place) || event->text.size == 0)
        return;
    event->value = line ? value_at(line, event->place) : NAN;
    event->day = cp_date_write(arena, style->chart.day_format, event->date);
    out->side = line ? line->side : CP_SIDE_LEFT;
    out->count++;
}

bool cp_events_bind(cp_arena *arena, cp_plot *plot, const cp_event_rows *rows,
                    const cp_style *style, cp_report *report)
{
    cp_events *events = cp_new(arena, cp_events);
    bool dated = cp_scale_is_dated(&plot->x.scale);
    const cp_column *dates = find_column(arena, rows, "date", rows->date, CP_DATE, report);
    const cp_column *texts = find_column(arena, rows, "text", rows->text, CP_TEXT, report);

    if (plot->flip)
        return cp_fail(report, rows->node->place,
                       "events need days along the foot, not down the "
                       "side (`flip`)");
    if (!dated)
        return cp_fail(report, rows->node->place,
                       "events need days along x, column " CP_FMT " has none",
                       CP_ARG(plot->x.column));
    if (!dates || !texts)
        return false;
    if (rows->table->rows > MOST_EVENTS)
        return cp_fail(report, rows->node->place, "%zu events are more than the %d that have room",
                       rows->table->rows, (int)MOST_EVENTS);
    events->node = rows->node;
    events->item = cp_new_array(arena, cp_event, rows->table->rows);
    for (size_t i = 0; i < rows->table->rows; i++)
        add_event(arena, plot, rows, dates, texts, i, style, events);
    if (events->count < rows->table->rows)
        cp_warn(report, rows->node->place,
                "%zu of %zu events have no day or text, or lie outside of the days shown, and are "
                "not drawn",
                rows->table->rows - events->count, rows->table->rows);
    qsort(events->item, events->count, sizeof(*events->item), by_day);
    plot->events = events->count > 0 ? events : NULL;
    return true;
}
