/* cell.c - heat cells: names down the side, steps along x, a colour for each value. */

#include "plot/mark/hatch.h"

#include <math.h>

#include "base/color.h"
#include "paint/output.h"
#include "plot/mark/words.h"

typedef struct cell_options {
    cp_mark_options common;
    cp_str y;
    int colors;
} cell_options;

enum { COLORS_AUTO, COLORS_SEQUENTIAL, COLORS_DIVERGING };

static const char *const colors_words[] = { "auto", "sequential", "diverging", NULL };

static const cp_field cell_fields[] = {
    CP_MARK_FIELDS(cell_options, "cell", "the column of numbers told by colours"),
    { .key = "y",
      .type = CP_FIELD_TEXT,
      .offset = offsetof(cell_options, y),
      .fallback = "!",
      .help = "the column of names down the side" },
    { .key = "colors",
      .type = CP_FIELD_WORD,
      .offset = offsetof(cell_options, colors),
      .fallback = "auto",
      .words = colors_words,
      .help = "sequential: from the least to the most; diverging: from zero to both sides; "
              "auto: diverging where values have both signs" },
    { 0 },
};

static const cp_channel_def cell_channels[] = {
    { "cell", CP_CHANNEL_VALUE, true },
    { "y", CP_CHANNEL_NAME, true },
    { 0 },
};

/* Two values in one cell: one would hide the other.  Rows of one x are neighbours, and
 * there are no more names than may be compared in turn. */
static const char *cell_settle(cp_mark_rows *rows)
{
    for (size_t i = 0; i < rows->count; i++)
        for (size_t k = i; k-- > 0 && rows->x[k] == rows->x[i];)
            if (rows->y[k] == rows->y[i]) {
                rows->bad = i;
                return "more than one row for one cell; group them in `sql`";
            }
    return NULL;
}

/* What a value's colour depends on. */
typedef struct coloring {
    const cp_style *style;
    bool diverging;
    double low, high;
    cp_color above, below; /* alike: the one colour the spec asks for */
} coloring;

static coloring coloring_of(const cp_looks *looks, const cell_options *options, double low,
                            double high, cp_color above, cp_color below)
{
    coloring out = { looks->style, options->colors == COLORS_DIVERGING, low, high, above, below };

    if (options->colors == COLORS_AUTO)
        out.diverging = low < 0 && high > 0;
    return out;
}

static cp_color along(const cp_colors *colors, double share)
{
    double at = share * (double)(colors->count - 1);
    size_t from = (size_t)fmin(floor(at), (double)colors->count - 1);
    size_t to = from + 1 < colors->count ? from + 1 : from;

    return cp_color_mix(colors->item[to], colors->item[from], at - (double)from);
}

static cp_color color_of(const coloring *way, double value)
{
    const cp_mark_style *style = &way->style->marks;
    double span = way->high - way->low, most = fmax(fabs(way->low), fabs(way->high));
    double share = span > 0 ? (value - way->low) / span : 1;

    if (way->diverging)
        return cp_color_mix(value < 0 ? way->below : way->above, style->heat_middle,
                            most > 0 ? fmin(fabs(value) / most, 1) : 0);
    if (cp_color_eq(way->above, way->below))
        return cp_color_mix(way->above, style->heat_middle, share);
    return along(&style->heat, share);
}

static coloring coloring_of_view(const cp_mark_view *view)
{
    return coloring_of(view->looks, view->options, view->value_low, view->value_high, view->color,
                       view->below);
}

static bool has_cell(const cp_mark_view *view, size_t row)
{
    return !isnan(view->y[row]) && !isnan(view->value[row]);
}

static cp_rect cell_rect(const cp_mark_view *view, size_t row)
{
    double gap = fmin(view->looks->style->marks.cell_gap, fmin(view->step, view->y_step) / 4);
    double width = view->step - gap, height = view->y_step - gap;

    return (cp_rect){ view->x[row] - width / 2, view->y[row] - height / 2, width, height };
}

/* Where no words tell a fall from a rise, lines do. */
static void cell_draw(const cp_mark_view *view, cairo_t *cr)
{
    coloring way = coloring_of_view(view);
    bool lined = way.diverging && !view->worded && !cp_color_eq(way.above, way.below);

    for (size_t i = 0; i < view->rows; i++) {
        if (!has_cell(view, i))
            continue;

        cp_rect rect = cell_rect(view, i);
        cp_color color = color_of(&way, view->value[i]);

        cairo_rectangle(cr, rect.x, rect.y, rect.width, rect.height);
        if (lined && view->value[i] < 0) {
            cp_hatch_tint(view->looks->style, color, cr);
        } else {
            cp_set_color(cr, color);
            cairo_fill(cr);
        }
    }
}

static cp_color ink_on(const cp_looks *looks, cp_color ground)
{
    return cp_color_clearer(looks->style->chart.value.color, looks->style->page.background, ground);
}

/* The values in one size, NULL where one of them leaves its cell. */
static cp_text **texts_that_fit(const cp_mark_view *view, const cp_number_format *format,
                                double size)
{
    cp_text **text = cp_new_array(view->page, cp_text *, view->rows);
    coloring way = coloring_of_view(view);
    cp_ink ink = view->looks->style->chart.value;

    ink.size = size;
    ink.bold = false;
    for (size_t i = 0; i < view->rows; i++) {
        cp_rect rect = cell_rect(view, i);

        if (!has_cell(view, i))
            continue;
        ink.color = ink_on(view->looks, color_of(&way, view->value[i]));
        text[i]
            = cp_mark_word_text(view, &ink, cp_number_write(view->page, format, view->value[i]));
        if (cp_text_size(text[i]).width > rect.width - 2
            || cp_text_size(text[i]).height > rect.height)
            return NULL;
    }
    return text;
}

/* All values of a plot in one size, or none: a few without would read as missing. */
static cp_mark_words cell_words(const cp_mark_writing *writing)
{
    const cp_mark_view *view = writing->views;
    const cp_chart_style *style = &view->looks->style->chart;
    cp_mark_words out = cp_mark_words_new(view->page, view->rows);
    cp_number_format format = writing->formatted
                                  ? ((const cell_options *)view->options)->common.format
                                  : cp_mark_value_format(writing->value, view->value, view->rows);
    cp_text **text = NULL;

    if (writing->none)
        return out;
    for (double size = style->value.size; !text && size >= style->smallest_text; size -= 0.5)
        text = texts_that_fit(view, &format, size);
    if (!text && writing->all)
        out.left_out = view->rows;
    for (size_t i = 0; text && i < view->rows; i++)
        if (text[i])
            cp_mark_words_add(&out, writing, 0,
                              cp_number_write(view->page, &format, view->value[i]), text[i],
                              (cp_point){ view->x[i], view->y[i] }, (cp_point){ 0.5, 0.5 });
    return out;
}

static cp_mark_scale_key cell_scale(const cp_mark_key *key)
{
    double ends[] = { key->value_low, key->value_high };
    cp_number_format format
        = key->format ? *key->format : cp_mark_value_format(key->value, ends, 2);
    cp_str low = cp_number_write(key->page, &format, ends[0]);
    cp_str high = cp_number_write(key->page, &format, ends[1]);

    return (cp_mark_scale_key){
        .words = cp_str_printf(key->page, CP_FMT "～" CP_FMT CP_FMT, CP_ARG(low), CP_ARG(high),
                               CP_ARG(key->value->unit)),
        .size = { key->looks->style->marks.ramp, key->looks->style->chart.legend_square },
    };
}

/* Between so many stops nobody sees a bend. */
static void cell_draw_scale(const cp_mark_key *key, cairo_t *cr)
{
    coloring way = coloring_of(key->looks, key->options, key->value_low, key->value_high,
                               key->color, key->below);
    cairo_pattern_t *ramp
        = cairo_pattern_create_linear(key->box.x, 0, key->box.x + key->box.width, 0);
    const int stops = 32;

    for (int i = 0; i <= stops; i++) {
        double share = (double)i / stops;
        cp_color color = color_of(&way, way.low + share * (way.high - way.low));

        cairo_pattern_add_color_stop_rgb(ramp, share, color.red, color.green, color.blue);
    }
    cairo_rectangle(cr, key->box.x, key->box.y, key->box.width, key->box.height);
    cairo_set_source(cr, ramp);
    cairo_fill(cr);
    cairo_pattern_destroy(ramp);
}

const cp_mark_class cp_mark_cell = {
    .name = "cell",
    .summary = "a cell for each row, coloured by a value",
    .picture = "热力图",
    .fields = cell_fields,
    .options_size = sizeof(cell_options),
    .channels = cell_channels,
    .traits = CP_MARK_FILLS | CP_MARK_SIGNED | CP_MARK_BY_SIGN,
    .draw = cell_draw,
    .settle = cell_settle,
    .words = cell_words,
    .scale = cell_scale,
    .draw_scale = cell_draw_scale,
};
