/* spark.c - a sparkline: the series of a row's key, out of a long table. */
#include "figure/cell/cell.h"

#include <math.h>
#include <stdlib.h>

#include "paint/output.h"
#include "plot/scale.h"

typedef enum spark_shape { SPARK_LINE, SPARK_BAR, SPARK_WINLOSS } spark_shape;

typedef struct spark_series {
    cp_row_source source;
    cp_str key, y;
} spark_series;

typedef struct spark_column {
    cp_cell_column common;
    cp_node *series;
    int shape;
    bool shared;
    spark_series from;
    /* loaded: the values of each key after another, those of one in the order of their rows */
    size_t count;
    cp_str *keys;
    double *values;
    cp_range all;
} spark_column;

static const char *const shapes[] = { "line", "bar", "winloss", NULL };

static const cp_field series_fields[] = {
    CP_ROW_FIELDS(spark_series, source),
    { .key = "key",
      .type = CP_FIELD_TEXT,
      .offset = offsetof(spark_series, key),
      .help = "the column that says whose value it is; default: the name of `field`" },
    { .key = "y",
      .type = CP_FIELD_TEXT,
      .offset = offsetof(spark_series, y),
      .fallback = "!",
      .help = "the column of values, in the order of the rows" },
    { 0 },
};

static const cp_field spark_fields[] = {
    CP_CELL_COLUMN_FIELDS(spark_column),
    { .key = "series",
      .type = CP_FIELD_NODE,
      .offset = offsetof(spark_column, series),
      .fallback = "!",
      .fields = series_fields,
      .help = "a long table with the values of each row's `field`" },
    { .key = "shape",
      .type = CP_FIELD_WORD,
      .offset = offsetof(spark_column, shape),
      .fallback = "line",
      .words = shapes,
      .help = "line, bar, or winloss: bars of one height by their sign" },
    { .key = "shared",
      .type = CP_FIELD_BOOL,
      .offset = offsetof(spark_column, shared),
      .help = "whether all rows have one scale" },
    { 0 },
};

static bool spark_read(cp_cell_column *column, cp_figure *figure, const cp_figure_env *env)
{
    spark_column *own = (spark_column *)column;
    bool ok;

    if (!own->series)
        return false;
    ok = cp_fields_read(env->arena, series_fields, NULL, own->series, &own->from, env->report);
    return ok && cp_row_source_read(&own->from.source, figure, own->series, env);
}

typedef struct entry {
    cp_str key;
    size_t row;
} entry;

static int by_key(const void *a, const void *b)
{
    const entry *one = a, *other = b;
    int order = cp_str_compare(one->key, other->key);

    return order ? order : (one->row > other->row) - (one->row < other->row);
}

static void sort_series(spark_column *own, const cp_table *table, const cp_column *key,
                        const cp_column *y, const cp_figure_env *env)
{
    entry *entries = cp_new_array(env->arena, entry, table->rows);

    for (size_t i = 0; i < table->rows; i++)
        entries[i] = (entry){ cp_cell_plain(env->arena, key, i), i };
    qsort(entries, table->rows, sizeof *entries, by_key);
    own->count = table->rows;
    own->keys = cp_new_array(env->arena, cp_str, table->rows);
    own->values = cp_new_array(env->arena, double, table->rows);
    own->all = (cp_range){ INFINITY, -INFINITY };
    for (size_t i = 0; i < table->rows; i++) {
        own->keys[i] = entries[i].key;
        own->values[i] = y->number[entries[i].row];
        own->all.low = fmin(own->all.low, own->values[i]);
        own->all.high = fmax(own->all.high, own->values[i]);
    }
}

static bool spark_load(cp_cell_column *column, size_t rows, const cp_figure_env *env)
{
    spark_column *own = (spark_column *)column;
    const cp_table *table = cp_row_source_load(&own->from.source, env);
    cp_str name = own->from.key.size > 0 ? own->from.key : column->field;
    const cp_column *key, *y;

    (void)rows;
    if (!table)
        return false;
    key = cp_row_source_column(&own->from.source, table, "key", name, env);
    y = cp_row_source_column(&own->from.source, table, "y", own->from.y, env);
    if (!key || !y)
        return false;
    if (y->type != CP_NUMBER)
        return cp_fail(env->report, cp_field_place(own->series, "y"),
                       "column '" CP_FMT "' holds %ss, a sparkline needs numbers", CP_ARG(y->name),
                       cp_type_name(y->type));
    sort_series(own, table, key, y, env);
    return true;
}

/* The first of the sorted keys that is not below `key`. */
static size_t find_key(const spark_column *own, cp_str key)
{
    size_t low = 0, high = own->count;

    while (low < high) {
        size_t middle = low + (high - low) / 2;

        if (cp_str_compare(own->keys[middle], key) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* ---- ink ---- */

typedef struct spark {
    const spark_column *own;
    size_t first, count;
    cp_range range;
} spark;

static double value_at(const spark *it, size_t index)
{
    return it->own->values[it->first + index];
}

static cp_color sign_color(const cp_style *style, double value)
{
    return value > 0 ? style->chart.up : value < 0 ? style->chart.down : style->chart.flat;
}

/* Where the last point's dot still has its whole room. */
static cp_scale across(const spark *it, const cp_style *style, cp_rect box)
{
    double half = style->table.spark_dot / 2;

    return (cp_scale){ .kind = CP_SCALE_LINEAR,
                       .d1 = fmax(1, (double)it->count - 1),
                       .r0 = box.x + half,
                       .r1 = box.x + box.width - half };
}

static cp_scale upwards(const spark *it, double low, double high, double room, cp_rect box)
{
    bool flat = !(high > low);

    (void)it;
    return (cp_scale){ .kind = CP_SCALE_LINEAR,
                       .d0 = flat ? low - 1 : low,
                       .d1 = flat ? low + 1 : high,
                       .r0 = box.y + box.height - room,
                       .r1 = box.y + room };
}

static void zero_line(const spark *it, const cp_scale *y, const cp_style *style, cairo_t *cr,
                      cp_rect box)
{
    double at = cp_scale_number(y, 0);

    if (!(it->range.low < 0 && it->range.high > 0))
        return;
    cp_set_color(cr, style->chart.grid.color);
    cairo_set_line_width(cr, style->chart.grid.width);
    cairo_move_to(cr, box.x, at);
    cairo_line_to(cr, box.x + box.width, at);
    cairo_stroke(cr);
}

/* A line breaks where values are missing; its last point has a dot. */
static void draw_line(const spark *it, const cp_style *style, cairo_t *cr, cp_rect box)
{
    cp_scale x = across(it, style, box);
    cp_scale y = upwards(it, it->range.low, it->range.high, style->table.spark_dot / 2, box);
    double last = value_at(it, it->count - 1);
    bool pen = false;

    zero_line(it, &y, style, cr, box);
    cp_set_color(cr, style->chart.navy);
    cairo_set_line_width(cr, style->table.spark_line);
    cairo_set_line_join(cr, CAIRO_LINE_JOIN_ROUND);
    for (size_t i = 0; i < it->count; i++) {
        double value = value_at(it, i);

        if (!isnan(value))
            (pen ? cairo_line_to : cairo_move_to)(cr, cp_scale_number(&x, (double)i),
                                                  cp_scale_number(&y, value));
        pen = !isnan(value);
    }
    cairo_stroke(cr);
    if (isnan(last))
        return;
    cp_set_color(cr, style->chart.up);
    cairo_arc(cr, cp_scale_number(&x, (double)it->count - 1), cp_scale_number(&y, last),
              style->table.spark_dot / 2, 0, 4 * acos(0));
    cairo_fill(cr);
}

/* Bars from zero by their sign; the last one in full colour, the others pale. */
static void draw_bars(const spark *it, const cp_style *style, cairo_t *cr, cp_rect box)
{
    bool even = it->own->shape == SPARK_WINLOSS;
    double step = box.width / (double)it->count;
    cp_scale y = even ? upwards(it, -1, 1, 0, box)
                      : upwards(it, fmin(0, it->range.low), fmax(0, it->range.high), 0, box);
    double zero = cp_scale_number(&y, 0);

    for (size_t i = 0; i < it->count; i++) {
        double value = value_at(it, i), sign = (value > 0) - (value < 0);
        double end = cp_scale_number(&y, even ? sign : value);
        bool last = i + 1 == it->count;
        cp_color pale = value < 0 ? style->chart.down_pale : style->chart.up_pale;

        if (isnan(value))
            continue;
        cp_set_color(cr, last ? sign_color(style, value) : pale);
        cairo_rectangle(cr, box.x + ((double)i + (1 - style->chart.bar_fill) / 2) * step,
                        fmin(zero, end), step * style->chart.bar_fill,
                        fmax(fabs(end - zero), style->chart.grid.width));
        cairo_fill(cr);
    }
}

static void spark_draw(const void *data, const cp_style *style, cairo_t *cr, cp_rect box)
{
    const spark *it = data;

    if (it->own->shape == SPARK_LINE)
        draw_line(it, style, cr, box);
    else
        draw_bars(it, style, cr, box);
}

static const cp_tabular_inset *spark_inset(const cp_cell_column *column, size_t row, cp_range block,
                                           cp_color color, const cp_figure_env *env)
{
    const spark_column *own = (const spark_column *)column;
    const cp_tabular_style *style = &env->style->table;
    cp_tabular_inset *inset = cp_new(env->arena, cp_tabular_inset);
    cp_str key = cp_cell_plain(env->arena, column->data, row);
    spark *it = cp_new(env->arena, spark);

    (void)block;
    (void)color;
    *it = (spark){ .own = own, .first = find_key(own, key), .range = { INFINITY, -INFINITY } };
    while (it->first + it->count < own->count && cp_str_eq(own->keys[it->first + it->count], key)) {
        it->range.low = fmin(it->range.low, value_at(it, it->count));
        it->range.high = fmax(it->range.high, value_at(it, it->count));
        it->count++;
    }
    if (own->shared)
        it->range = own->all;
    if (it->count == 0)
        return NULL;
    *inset = (cp_tabular_inset){ .side = CP_INSET_BEFORE,
                                 .width = style->spark_width,
                                 .height = style->spark_height,
                                 .grows = true,
                                 .draw = spark_draw,
                                 .data = it };
    return inset;
}

const cp_cell_class cp_cell_spark = {
    .name = "spark",
    .summary = "the series of the row's key as a small line or bars",
    .fields = spark_fields,
    .options_size = sizeof(spark_column),
    .wordless = true,
    .align = CP_TABULAR_CENTER,
    .read = spark_read,
    .load = spark_load,
    .inset = spark_inset,
};
