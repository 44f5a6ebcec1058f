/* bind.c - from the spec's words and a table's rows to series: the order of steps. */

#include "plot/bind.h"

#include <assert.h>
#include <math.h>

#include "base/guess.h"
#include "base/number.h"
#include "base/unit.h"
#include "plot/color.h"

const cp_column *cp_bind_column(const cp_binder *binder, cp_str name, cp_place place)
{
    const cp_column *column = cp_table_column(binder->table, name);

    if (!column)
        cp_fail(binder->report, place, "no column '" CP_FMT "' in the result of `%s`%s",
                CP_ARG(name), binder->origin,
                cp_guess_text(binder->arena, name,
                              cp_table_column_names(binder->arena, binder->table),
                              binder->table->column_count));
    return column;
}

/* A column of blanks has no type that would mean anything. */
static bool has_value(const cp_column *column, size_t rows)
{
    for (size_t i = 0; i < rows; i++)
        if (!cp_cell_missing(column, i))
            return true;
    return false;
}

bool cp_bind_drawable(const cp_binder *binder, const cp_column *column, cp_place place)
{
    for (size_t i = 0; i < binder->table->rows; i++)
        if (fabs(column->number[i]) > CP_BIND_LARGEST)
            return cp_fail(binder->report, place,
                           "column " CP_FMT " holds a number too large to draw",
                           CP_ARG(column->name));
    return true;
}

/* The columns that would do, where a mark needs numbers. */
static const char *numbers_there(const cp_binder *binder, cp_str wanted)
{
    const cp_table *table = binder->table;
    const char **known = cp_new_array(binder->arena, const char *, table->column_count);
    size_t count = 0;

    for (size_t i = 0; i < table->column_count; i++)
        if (table->columns[i].type == CP_NUMBER && has_value(&table->columns[i], table->rows))
            known[count++] = cp_str_z(binder->arena, table->columns[i].name);
    return cp_guess_text(binder->arena, wanted, known, count);
}

static bool check_numbers(const cp_binder *binder, const cp_mark *mark, const cp_column *column,
                          cp_place place)
{
    if (!has_value(column, binder->table->rows))
        return cp_fail(binder->report, place, "column " CP_FMT " holds no number",
                       CP_ARG(column->name));
    if (column->type != CP_NUMBER)
        return cp_fail(binder->report, place, "column " CP_FMT " is a %s, %s needs numbers%s",
                       CP_ARG(column->name), cp_type_name(column->type), mark->class->name,
                       numbers_there(binder, column->name));
    return cp_bind_drawable(binder, column, place);
}

/* `color` names a column or a colour; a column comes first. */
static bool bind_color(const cp_binder *binder, const cp_mark *mark, cp_bound *bound)
{
    cp_str word = mark->common->color;
    cp_color_pair pair;
    size_t count;

    if (word.size == 0)
        return true;
    bound->split = cp_table_column(binder->table, word);
    if (!bound->split && cp_str_starts(word, CP_STR("sign"))
        && !(mark->class->traits & CP_MARK_BY_SIGN))
        return cp_fail(binder->report, cp_field_place(mark->node, "color"),
                       "`" CP_FMT "` colours rows by their signs, which %s does not: it has one "
                       "colour",
                       CP_ARG(word), mark->class->name);
    if (bound->split || cp_color_word(binder->style, word, &pair))
        return true;

    const char *const *words = cp_color_words(&count);
    const char *const *columns = cp_table_column_names(binder->arena, binder->table);
    size_t all = count + binder->table->column_count;
    const char **known = cp_new_array(binder->arena, const char *, all);

    for (size_t i = 0; i < all; i++)
        known[i] = i < count ? words[i] : columns[i - count];

    const char *guess = cp_guess(word, known, all);

    return cp_fail(binder->report, cp_field_place(mark->node, "color"),
                   "'" CP_FMT "' is neither a colour nor a column%s%s%s", CP_ARG(word),
                   guess ? "; did you mean '" : "", guess ? guess : "", guess ? "'?" : "");
}

/* Two ends of one mark are of one unit; what is no number was told before. */
static bool check_like(const cp_binder *binder, const cp_column *y, const cp_column *base,
                       cp_place place)
{
    if (!y || y->type != CP_NUMBER || cp_column_like(y, base))
        return true;
    return cp_fail(binder->report, place,
                   "columns " CP_FMT " and " CP_FMT " are not of one unit; convert them in `sql`",
                   CP_ARG(y->name), CP_ARG(base->name));
}

/* `pattern: hatch` is for all rows, else it names the column that says which. */
static bool bind_hatch(const cp_binder *binder, cp_str name, cp_place place, cp_bound *bound)
{
    const char *const *columns = cp_table_column_names(binder->arena, binder->table);
    size_t count = binder->table->column_count;
    const char **known = cp_new_array(binder->arena, const char *, count + 1);

    bound->hatch = cp_table_column(binder->table, name);
    bound->hatched = !bound->hatch && cp_str_is(name, "hatch");
    if (bound->hatch || bound->hatched)
        return true;
    known[0] = "hatch";
    for (size_t i = 0; i < count; i++)
        known[i + 1] = columns[i];
    return cp_fail(binder->report, place,
                   "'" CP_FMT "' is neither `hatch` nor a column that says which rows are%s",
                   CP_ARG(name), cp_guess_text(binder->arena, name, known, count + 1));
}

static bool bind_channel(const cp_binder *binder, const cp_mark *mark, const cp_channel_def *def,
                         cp_bound *bound)
{
    const cp_str *name = cp_mark_option(mark, def->key);
    cp_place place = cp_field_place(mark->node, def->key);

    if ((def->channel == CP_CHANNEL_AT && !cp_rule_is_stat(mark)) || def->channel == CP_CHANNEL_TO)
        return true;
    if (!def->required && name->size == 0) {
        bound->more_count += def->channel == CP_CHANNEL_MORE;
        return true;
    }
    if (name->size == 0)
        return false; /* told when it was read */
    if (def->channel == CP_CHANNEL_HATCH)
        return bind_hatch(binder, *name, place, bound);

    const cp_column *column = cp_bind_column(binder, *name, place);

    if (!column)
        return false;
    switch (def->channel) {
    case CP_CHANNEL_TEXT:
        bound->text = column;
        return true;
    case CP_CHANNEL_NAME:
        bound->name = column;
        return true;
    case CP_CHANNEL_VALUE:
        bound->value = column;
        break;
    case CP_CHANNEL_MORE:
        assert(bound->more_count < CP_MARK_MORE);
        bound->more[bound->more_count++] = column;
        break;
    case CP_CHANNEL_BASE:
        bound->base = column;
        break;
    default:
        bound->y = column;
    }
    if (def->channel == CP_CHANNEL_BASE)
        return check_numbers(binder, mark, column, place)
               && check_like(binder, bound->y, column, place);
    return check_numbers(binder, mark, column, place);
}

/* All columns of one mark are measured on one axis, in one unit. */
static bool check_more(const cp_binder *binder, const cp_mark *mark, const cp_bound *bound)
{
    for (size_t i = 0; bound->y && i < bound->more_count; i++) {
        const cp_column *more = bound->more[i];

        if (more && !cp_column_like(more, bound->y))
            return cp_fail(binder->report, mark->node->place,
                           "columns " CP_FMT " and " CP_FMT " are in different units",
                           CP_ARG(bound->y->name), CP_ARG(more->name));
    }
    return true;
}

static bool bind_columns(cp_binder *binder)
{
    bool ok = true;

    for (size_t i = 0; i < binder->plot->mark_count; i++) {
        const cp_mark *mark = &binder->plot->marks[i];

        binder->bound[i].at_x = binder->bound[i].at_y = NAN;
        binder->bound[i].to_x = binder->bound[i].to_y = NAN;
        for (const cp_channel_def *def = mark->class->channels; def->key; def++)
            ok = bind_channel(binder, mark, def, &binder->bound[i]) && ok;
        ok = check_more(binder, mark, &binder->bound[i]) && ok;
        ok = bind_color(binder, mark, &binder->bound[i]) && ok;
        ok = cp_bind_naming(binder, mark, &binder->bound[i]) && ok;
    }
    return ok;
}

static const cp_channel_def *names_of_mark(const cp_mark_class *class)
{
    const cp_channel_def *def = class->channels;

    while (def->key && def->channel != CP_CHANNEL_NAME)
        def++;
    return def->key ? def : NULL;
}

/* On its side a plot has names or days down the side, and values along the foot. */
static bool check_flip(const cp_binder *binder)
{
    const cp_plot *plot = binder->plot;
    const cp_scale *x = &plot->x.scale;

    if (!plot->flip)
        return true;
    if (x->kind != CP_SCALE_DAYS && x->kind != CP_SCALE_BAND)
        return cp_fail(binder->report, cp_field_place(plot->x.node, "scale"),
                       "`flip` needs a step for each row of x; expected {field: " CP_FMT
                       ", scale: band}",
                       CP_ARG(plot->x.column));
    for (size_t i = 0; i < plot->mark_count; i++) {
        const cp_mark *mark = &plot->marks[i];

        const cp_channel_def *names = names_of_mark(mark->class);

        if (names)
            return cp_fail(binder->report, mark->node->place,
                           "%s has names both ways and turns without `flip`; expected x: " CP_FMT
                           " and %s: " CP_FMT,
                           mark->class->name,
                           CP_ARG(*(const cp_str *)cp_mark_option(mark, names->key)), names->key,
                           CP_ARG(plot->x.column));
    }
    return true;
}

static cp_binder binder_of(cp_arena *arena, cp_plot *plot, const cp_table *table,
                           const char *origin, const cp_style *style, cp_report *report)
{
    return (cp_binder){ .arena = arena,
                        .plot = plot,
                        .table = table,
                        .origin = origin,
                        .style = style,
                        .report = report,
                        .bound = cp_new_array(arena, cp_bound, plot->mark_count) };
}

bool cp_plot_bind(cp_arena *arena, cp_plot *plot, const cp_table *table, const char *origin,
                  const cp_style *style, cp_report *report)
{
    cp_binder binder = binder_of(arena, plot, table, origin, style, report);
    bool x = cp_bind_x(&binder), columns = bind_columns(&binder);

    return x && columns && check_flip(&binder) && cp_bind_names(&binder) && cp_bind_units(&binder)
           && cp_bind_constants(&binder) && cp_bind_series(&binder);
}

void cp_plot_check(cp_arena *arena, cp_plot *plot, const cp_table *table, const char *origin,
                   const cp_style *style, cp_report *report)
{
    cp_binder binder = binder_of(arena, plot, table, origin, style, report);

    if (plot->x.node && plot->x.column.size > 0)
        cp_bind_x(&binder);
    bind_columns(&binder);
}
