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

/* Beyond this a domain's width itself would no longer be a number. */
static const double largest = 1e300;

static bool numbers_are_sane(const cp_column *column, size_t rows)
{
    for (size_t i = 0; i < rows; i++)
        if (fabs(column->number[i]) > largest)
            return false;
    return true;
}

static bool check_numbers(const cp_binder *binder, const cp_mark *mark, const cp_column *column,
                          cp_place place)
{
    if (!has_value(column, binder->table->rows))
        return cp_fail(binder->report, place, "column " CP_FMT " holds no number",
                       CP_ARG(column->name));
    if (column->type != CP_NUMBER)
        return cp_fail(binder->report, place, "column " CP_FMT " is a %s, %s needs numbers",
                       CP_ARG(column->name), cp_type_name(column->type), mark->class->name);
    if (!numbers_are_sane(column, binder->table->rows))
        return cp_fail(binder->report, place, "column " CP_FMT " holds a number too large to draw",
                       CP_ARG(column->name));
    return true;
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

/* Two ends of one mark are of one unit. */
static bool check_like(const cp_binder *binder, const cp_column *y, const cp_column *base,
                       cp_place place)
{
    if (!y || (cp_str_eq(y->unit, base->unit) && y->percent == base->percent))
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

        if (more && (more->percent != bound->y->percent || !cp_str_eq(more->unit, bound->y->unit)))
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
    }
    return ok;
}

/* A mark without rows stands at a day or a name of x, or else at a number of y. */
static bool bind_at(const cp_binder *binder, const cp_mark *mark, cp_str text, cp_place place,
                    double *at_x, double *at_y)
{
    const cp_y_axis *y = &binder->plot->y[mark->common->axis];
    bool dated = binder->plot->x.scale.kind == CP_SCALE_DAYS
                 || binder->plot->x.scale.kind == CP_SCALE_TIME;
    cp_quantity quantity;
    cp_date date;

    if (binder->plot->x.scale.kind != CP_SCALE_LINEAR && isnan(*at_x))
        *at_x = cp_bind_x_value(binder, text);
    if (!isnan(*at_x))
        return true;
    if (dated && cp_date_parse_iso(text, &date))
        return cp_fail(binder->report, place, CP_FMT " is no day of x", CP_ARG(text));
    if (y->name_count > 0 || !cp_quantity_parse(text, &quantity) || fabs(quantity.value) > largest)
        return cp_fail(binder->report, place, "'" CP_FMT "' is neither a number nor a place of x",
                       CP_ARG(text));
    *at_y = quantity.unit.size > 0 ? cp_shift(quantity.value, -cp_unit_parse(y->head).power)
                                   : quantity.value;
    return true;
}

static bool bind_stat(const cp_binder *binder, const cp_mark *mark, cp_bound *bound)
{
    const double *sigma = cp_mark_option(mark, "sigma");
    const int *stat = cp_mark_option(mark, "stat");

    if (*sigma > 0 && *stat != CP_STAT_MEAN)
        return cp_fail(binder->report, cp_field_place(mark->node, "sigma"),
                       "deviations are measured from the mean; expected `stat: mean`");
    bound->at_y = cp_shift(cp_bind_stat(binder, mark, bound->y, &bound->sigma), bound->power);
    bound->sigma = cp_shift(bound->sigma, bound->power);
    return true;
}

static const cp_channel_def *other_end(const cp_mark *mark)
{
    const cp_channel_def *def = mark->class->channels + 1;

    return def->channel == CP_CHANNEL_TO ? def : NULL;
}

/* A stretch of x covers its first and last step whole. */
static bool bind_constant(const cp_binder *binder, const cp_mark *mark, cp_bound *bound)
{
    const cp_channel_def *def = other_end(mark);
    const cp_str from = mark->common->column, *to = def ? cp_mark_option(mark, def->key) : NULL;
    cp_place place = cp_field_place(mark->node, mark->class->name);

    if (cp_rule_is_stat(mark))
        return bind_stat(binder, mark, bound);
    if (!def)
        return bind_at(binder, mark, from, place, &bound->at_x, &bound->at_y);

    cp_place to_place = cp_field_place(mark->node, def->key);

    bound->at_x = cp_bind_x_edge(binder, from, false);
    bound->to_x = cp_bind_x_edge(binder, *to, true);
    if (!bind_at(binder, mark, from, place, &bound->at_x, &bound->at_y)
        || !bind_at(binder, mark, *to, to_place, &bound->to_x, &bound->to_y))
        return false;
    if (isnan(bound->at_x) != isnan(bound->to_x))
        return cp_fail(binder->report, to_place,
                       "'" CP_FMT "' and '" CP_FMT "' are not both values of y or places of x",
                       CP_ARG(from), CP_ARG(*to));
    if (bound->at_x >= bound->to_x || bound->at_y >= bound->to_y)
        return cp_fail(binder->report, to_place, "from " CP_FMT " to " CP_FMT " there is nothing%s",
                       CP_ARG(from), CP_ARG(*to), isnan(bound->at_x) ? "" : " of x");
    return true;
}

static bool bind_constants(cp_binder *binder)
{
    bool ok = true;

    for (size_t i = 0; i < binder->plot->mark_count; i++) {
        const cp_mark *mark = &binder->plot->marks[i];

        if (mark->class->channels->channel == CP_CHANNEL_AT)
            ok = bind_constant(binder, mark, &binder->bound[i]) && ok;
    }
    return ok;
}

static bool writes_rows(const cp_mark_class *class)
{
    for (const cp_channel_def *def = class->channels; def->key; def++)
        if (def->channel == CP_CHANNEL_TEXT && def->required)
            return true;
    return false;
}

/* On its side a plot has names or days down the side, and one axis of values. */
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

        if (mark->common->axis == CP_SIDE_RIGHT)
            return cp_fail(binder->report, cp_field_place(mark->node, "axis"),
                           "with `flip` there is one axis of values");
        if (writes_rows(mark->class))
            return cp_fail(binder->report, mark->node->place,
                           "%s does not stand on its side; `label:` of another mark does",
                           mark->class->name);
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
           && bind_constants(&binder) && cp_bind_series(&binder);
}

void cp_plot_check(cp_arena *arena, cp_plot *plot, const cp_table *table, const char *origin,
                   const cp_style *style, cp_report *report)
{
    cp_binder binder = binder_of(arena, plot, table, origin, style, report);

    if (plot->x.node && plot->x.column.size > 0)
        cp_bind_x(&binder);
    bind_columns(&binder);
}
