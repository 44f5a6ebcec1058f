/* bind_x.c - the x column becomes places on a scale, in ascending order. */

#include "plot/bind.h"

#include <math.h>

#include "base/number.h"
#include "plot/names.h"
#include "plot/placed.h"

/* More names than this are no categories: nobody reads so many labels. */
enum { MOST_NAMES = 1000 };

static bool wants_format(cp_binder *binder, const cp_column *column)
{
    cp_x_axis *x = &binder->plot->x;
    cp_place place = cp_field_place(x->node, "format");
    cp_str bad;

    if (x->format.size == 0)
        return true;
    if (column->type == CP_DATE && !cp_date_format_valid(x->format, &bad))
        return cp_fail(binder->report, place, "'" CP_FMT "' is no date format: '" CP_FMT "'",
                       CP_ARG(x->format), CP_ARG(bad));
    if (column->type == CP_NUMBER && !cp_number_format_parse(x->format, &x->number))
        return cp_fail(binder->report, place, "'" CP_FMT "' is no number format",
                       CP_ARG(x->format));
    if (column->type == CP_TEXT)
        return cp_fail(binder->report, place, "column " CP_FMT " is text, which takes no format",
                       CP_ARG(column->name));
    x->formatted = true;
    return true;
}

static bool choose_kind(cp_binder *binder, const cp_column *column, cp_scale_kind *kind)
{
    static const char *const names[] = { "linear", "time", "days" };
    static const cp_scale_kind usual[]
        = { [CP_TEXT] = CP_SCALE_BAND, [CP_NUMBER] = CP_SCALE_LINEAR, [CP_DATE] = CP_SCALE_DAYS };
    const cp_x_axis *x = &binder->plot->x;

    *kind = usual[column->type];
    if (x->wanted == CP_X_AUTO)
        return true;
    *kind = (cp_scale_kind)(x->wanted - 1);
    if (*kind == CP_SCALE_BAND || (*kind == CP_SCALE_LINEAR) == (column->type == CP_NUMBER))
        if (column->type != CP_TEXT || *kind == CP_SCALE_BAND)
            return true;
    return cp_fail(binder->report, cp_field_place(x->node, "scale"),
                   "column " CP_FMT " is a %s, scale '%s' needs a %s", CP_ARG(column->name),
                   cp_type_name(column->type), names[*kind],
                   cp_type_name(*kind == CP_SCALE_LINEAR ? CP_NUMBER : CP_DATE));
}

static cp_str name_of(const cp_binder *binder, const cp_column *column, size_t row)
{
    const cp_x_axis *x = &binder->plot->x;

    if (column->type == CP_TEXT)
        return column->text[row];
    if (x->formatted && column->type == CP_DATE)
        return cp_date_write(binder->arena, x->format, column->date[row]);
    if (x->formatted)
        return cp_number_write(binder->arena, &x->number, column->number[row]);
    return cp_cell_plain(binder->arena, column, row);
}

static bool places_of_names(cp_binder *binder, const cp_column *column, double *place)
{
    cp_scale *scale = &binder->plot->x.scale;
    cp_names names;

    cp_names_begin(&names, binder->arena, MOST_NAMES);
    for (size_t i = 0; i < binder->table->rows; i++) {
        place[i] = NAN;
        if (cp_cell_missing(column, i))
            continue;

        uint32_t index = cp_names_index(&names, name_of(binder, column, i));

        if (index == CP_NAMES_FULL)
            return cp_fail(binder->report, cp_field_place(binder->plot->x.node, "field"),
                           "column " CP_FMT " has more than %d different values, too many for "
                           "a step each",
                           CP_ARG(column->name), MOST_NAMES);
        place[i] = index;
    }
    scale->count = names.count;
    scale->names = names.name;
    return true;
}

static bool places_of_values(const cp_binder *binder, const cp_column *column, double *place)
{
    for (size_t i = 0; i < binder->table->rows; i++)
        if (column->type == CP_DATE)
            place[i] = column->date[i] == CP_NO_DATE ? NAN : column->date[i];
        else
            place[i] = column->number[i];
    return column->type == CP_DATE
           || cp_bind_drawable(binder, column, cp_field_place(binder->plot->x.node, "field"));
}

static bool places_of(cp_binder *binder, const cp_column *column, double *place)
{
    switch (binder->plot->x.scale.kind) {
    case CP_SCALE_DAYS:
        cp_bind_days(binder, column, place);
        return true;
    case CP_SCALE_BAND:
        return places_of_names(binder, column, place);
    default:
        return places_of_values(binder, column, place);
    }
}

/* `domain` of x leaves rows out before there are days or names; of numbers it is the reach of
 * the axis, and what lies beyond is settled with the marks (bind_clip.c). */
static bool parse_end(const cp_binder *binder, const cp_column *column, cp_str text, double *end)
{
    cp_date date;

    if (column->type == CP_DATE && cp_date_parse_iso(text, &date)) {
        *end = date;
        return true;
    }
    if (column->type == CP_NUMBER && cp_number_parse(text, end))
        return true;
    return cp_fail(binder->report, cp_field_place(binder->plot->x.node, "domain"),
                   "'" CP_FMT "' is no %s", CP_ARG(text),
                   column->type == CP_DATE     ? "date such as 2026-04-17"
                   : column->type == CP_NUMBER ? "number"
                                               : "end: names have none");
}

static bool take_reach(cp_binder *binder, double low, double high)
{
    cp_x_axis *x = &binder->plot->x;

    if (!(low < high) || !(fabs(low) <= CP_BIND_LARGEST) || !(fabs(high) <= CP_BIND_LARGEST))
        return cp_fail(binder->report, cp_field_place(x->node, "domain"),
                       "the lower end is to be less than the upper one");
    x->scale.d0 = low;
    x->scale.d1 = high;
    return true;
}

static bool cut_to_domain(cp_binder *binder, const cp_column **column)
{
    const cp_texts *domain = &binder->plot->x.domain;
    const cp_column *whole = *column;
    size_t rows = binder->table->rows;
    double low = -INFINITY, high = INFINITY;

    if (domain->count == 0)
        return true;
    if (!parse_end(binder, whole, domain->item[0], &low)
        || !parse_end(binder, whole, domain->item[1], &high))
        return false;
    if (binder->plot->x.scale.kind == CP_SCALE_LINEAR)
        return take_reach(binder, low, high);

    cp_column *cut = cp_new(binder->arena, cp_column);

    *cut = *whole;
    if (whole->type == CP_DATE)
        cut->date = cp_new_array(binder->arena, cp_date, rows);
    else
        cut->number = cp_new_array(binder->arena, double, rows);
    for (size_t i = 0; i < rows; i++)
        if (whole->type == CP_DATE)
            cut->date[i]
                = whole->date[i] >= low && whole->date[i] <= high ? whole->date[i] : CP_NO_DATE;
        else
            cut->number[i]
                = whole->number[i] >= low && whole->number[i] <= high ? whole->number[i] : NAN;
    *column = cut;
    return true;
}

void cp_bind_tell_missing(const cp_binder *binder, const cp_column *column, const cp_column *value,
                          cp_place place)
{
    size_t missing = 0;

    for (size_t i = 0; i < binder->table->rows; i++)
        missing += cp_cell_missing(column, i) && !(value && cp_cell_missing(value, i));
    if (missing > 0)
        cp_warn(binder->report, place, "%zu of %zu rows have no " CP_FMT " and are not drawn",
                missing, binder->table->rows, CP_ARG(column->name));
}

static bool is_ordered(const double *place, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (isnan(place[i]) || (i > 0 && place[i] < place[i - 1]))
            return false;
    return true;
}

/* Keep the rows that have a place, in its order. */
static void order_rows(cp_binder *binder, double *place)
{
    size_t rows = binder->table->rows, count = 0;

    binder->place = place;
    binder->count = rows;
    if (is_ordered(place, rows))
        return;

    cp_placed *placed = cp_new_array(binder->arena, cp_placed, rows);
    uint32_t *row = cp_new_array(binder->arena, uint32_t, rows);

    for (size_t i = 0; i < rows; i++)
        if (!isnan(place[i]))
            placed[count++] = (cp_placed){ place[i], (uint32_t)i };
    cp_placed_sort(placed, count);
    for (size_t i = 0; i < count; i++) {
        place[i] = placed[i].place;
        row[i] = placed[i].row;
    }
    binder->row = row;
    binder->count = count;
}

/* The ends of the data, and the least distance of two places. */
static void measure_x(cp_binder *binder)
{
    cp_x_axis *x = &binder->plot->x;
    size_t count = binder->count;

    x->least = 1;
    if (cp_scale_has_steps(&x->scale))
        return;
    if (x->scale.kind != CP_SCALE_LINEAR || x->domain.count == 0) {
        x->scale.d0 = binder->place[0];
        x->scale.d1 = binder->place[count - 1];
    }
    x->least = INFINITY;
    for (size_t i = 1; i < count; i++)
        if (binder->place[i] > binder->place[i - 1])
            x->least = fmin(x->least, binder->place[i] - binder->place[i - 1]);
    if (isinf(x->least))
        x->least = 1;
}

bool cp_bind_x(cp_binder *binder)
{
    cp_x_axis *x = &binder->plot->x;
    const cp_column *column = cp_bind_column(binder, x->column, cp_field_place(x->node, "field"));

    if (!column || !wants_format(binder, column) || !choose_kind(binder, column, &x->scale.kind))
        return false;

    double *place = cp_new_array(binder->arena, double, binder->table->rows);

    cp_bind_tell_missing(binder, column, NULL, cp_field_place(x->node, "field"));
    if (!cut_to_domain(binder, &column) || !places_of(binder, column, place))
        return false;
    order_rows(binder, place);
    if (binder->count == 0)
        return cp_fail(binder->report, cp_field_place(x->node, "field"),
                       "no row has a " CP_FMT " to draw", CP_ARG(column->name));
    if (x->scale.kind == CP_SCALE_DAYS)
        cp_bind_gaps(binder);
    measure_x(binder);
    if (x->scale.kind == CP_SCALE_LINEAR && !column->percent)
        x->unit = column->unit;
    return true;
}

static double edge_at(const cp_binder *binder, cp_str text, bool last)
{
    const cp_scale *scale = &binder->plot->x.scale;
    double half = last ? 0.5 : -0.5;
    cp_date date;

    switch (scale->kind) {
    case CP_SCALE_DAYS:
        if (!cp_date_parse_iso(text, &date))
            return NAN;
        return (double)cp_days_before(scale->days, scale->count, date + last) - 0.5;
    case CP_SCALE_TIME:
        return cp_date_parse_iso(text, &date) ? fmin(fmax(date, scale->d0), scale->d1) : NAN;
    case CP_SCALE_BAND:
        return cp_bind_x_value(binder, text) + half;
    default:
        return NAN;
    }
}

double cp_bind_x_value(const cp_binder *binder, cp_str text)
{
    const cp_scale *scale = &binder->plot->x.scale;
    cp_date date;
    double number;
    size_t near = 0;

    switch (scale->kind) {
    case CP_SCALE_DAYS:
        return cp_date_parse_iso(text, &date) ? cp_day_index(scale, date, &near) : NAN;
    case CP_SCALE_TIME:
        return cp_date_parse_iso(text, &date) ? date : NAN;
    case CP_SCALE_LINEAR:
        return cp_number_parse(text, &number) ? number : NAN;
    case CP_SCALE_BAND:
        for (size_t i = 0; i < scale->count; i++)
            if (cp_str_eq(scale->names[i], text))
                return (double)i;
        break;
    default: /* x has no other scales */
        break;
    }
    return NAN;
}

double cp_bind_x_spot(const cp_binder *binder, cp_str text)
{
    const cp_scale *scale = &binder->plot->x.scale;
    double place = cp_bind_x_value(binder, text);
    cp_date date;
    size_t next;

    if (scale->kind == CP_SCALE_TIME)
        return place >= scale->d0 && place <= scale->d1 ? place : NAN;
    if (scale->kind != CP_SCALE_DAYS || !isnan(place) || !cp_date_parse_iso(text, &date))
        return place;
    next = cp_days_before(scale->days, scale->count, date);
    return next > 0 && next < scale->count ? (double)next - 0.5 : NAN;
}

/* A stretch of nothing but a weekend or holidays reaches from the middle of the day before them to
 * that of the day behind. */
void cp_bind_x_stretch(const cp_binder *binder, cp_str from, cp_str to, double *first, double *last)
{
    const cp_scale *scale = &binder->plot->x.scale;
    cp_date one, other;

    *first = edge_at(binder, from, false);
    *last = edge_at(binder, to, true);
    if (scale->kind != CP_SCALE_DAYS || *first != *last || *first < 0
        || *first > (double)scale->count - 1)
        return;
    if (cp_date_parse_iso(from, &one) && cp_date_parse_iso(to, &other) && one <= other) {
        *first -= 0.5;
        *last += 0.5;
    }
}
