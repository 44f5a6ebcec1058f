/* axis_spec.c - what a chart file says of its axes. */

#include "plot/plot.h"

#include <math.h>

static const char *const x_scale_words[] = { "auto", "linear", "time", "days", "band", NULL };

static const char *const clip_words[] = { "mark", "drop", "error", NULL };

#define CLIP_HELP                                                                                  \
    "what becomes of rows beyond a `domain`: mark: points stand at the edge with their values, "   \
    "lines and bars end there; drop: they are left out, with a note; error: they are a finding"

const cp_field cp_x_axis_fields[] = {
    { .key = "field",
      .type = CP_FIELD_TEXT,
      .offset = offsetof(cp_x_axis, column),
      .fallback = "!",
      .help = "the column along the axis" },
    { .key = "scale",
      .type = CP_FIELD_WORD,
      .offset = offsetof(cp_x_axis, wanted),
      .fallback = "auto",
      .words = x_scale_words,
      .help = "days: a step for each date there is; time: the calendar; band: a step for each "
              "name; default: by the column's type" },
    { .key = "format",
      .type = CP_FIELD_TEXT,
      .offset = offsetof(cp_x_axis, format),
      .help = "how its labels are written: strftime for dates, d3-format for numbers" },
    { .key = "domain",
      .type = CP_FIELD_TEXTS,
      .offset = offsetof(cp_x_axis, domain),
      .help = "first and last value shown; days and names outside are left out" },
    { .key = "clip",
      .type = CP_FIELD_WORD,
      .offset = offsetof(cp_x_axis, clip),
      .fallback = "mark",
      .words = clip_words,
      .help = "of numbers; " CLIP_HELP },
    { .key = "step",
      .type = CP_FIELD_NUMBER,
      .offset = offsetof(cp_x_axis, step),
      .fallback = "0",
      .help = "of numbers, between two ticks; 0: as suits the width",
      .least = 0,
      .most = 1e300 },
    { .key = "name",
      .type = CP_FIELD_TEXT,
      .offset = offsetof(cp_x_axis, name),
      .help = "what it measures, written at its end" },
    { .key = "calendar",
      .type = CP_FIELD_BOOL,
      .offset = offsetof(cp_x_axis, calendar),
      .fallback = "true",
      .help = "a trading day without a row is a gap in daily rows; false: it has no step" },
    { 0 },
};

static const char *const align_words[] = { "auto", "zero", "none", NULL };

static const char *const y_scale_words[] = { "linear", "log", "sqrt", NULL };

const cp_field cp_y_axis_fields[] = {
    { .key = "unit",
      .type = CP_FIELD_TEXT,
      .offset = offsetof(cp_y_axis, unit),
      .help = "the unit shown, converted from the columns' own" },
    { .key = "format",
      .type = CP_FIELD_FORMAT,
      .offset = offsetof(cp_y_axis, format),
      .help = "how its numbers are written, as d3-format" },
    { .key = "domain",
      .type = CP_FIELD_NUMBERS,
      .offset = offsetof(cp_y_axis, domain),
      .help = "lower and upper end; default: round numbers around the data" },
    { .key = "clip",
      .type = CP_FIELD_WORD,
      .offset = offsetof(cp_y_axis, clip),
      .fallback = "mark",
      .words = clip_words,
      .help = CLIP_HELP },
    { .key = "step",
      .type = CP_FIELD_NUMBER,
      .offset = offsetof(cp_y_axis, step),
      .fallback = "0",
      .help = "between two ticks; 0: as suits the height",
      .least = 0,
      .most = 1e300 },
    { .key = "name",
      .type = CP_FIELD_TEXT,
      .offset = offsetof(cp_y_axis, name),
      .help = "what it measures, written at its head with the unit" },
    { .key = "breaks",
      .type = CP_FIELD_NUMBERS,
      .offset = offsetof(cp_y_axis, breaks),
      .help = "where its ticks stand" },
    { .key = "align",
      .type = CP_FIELD_WORD,
      .offset = offsetof(cp_y_axis, align),
      .fallback = "auto",
      .words = align_words,
      .help = "zero: both y axes have zero at one height; auto: where both cross it" },
    { .key = "scale",
      .type = CP_FIELD_WORD,
      .offset = offsetof(cp_y_axis, wanted),
      .fallback = "linear",
      .words = y_scale_words,
      .help = "log: equal ratios are equal heights; sqrt: small values gain room" },
    { .key = "reverse",
      .type = CP_FIELD_BOOL,
      .offset = offsetof(cp_y_axis, reverse),
      .fallback = "false",
      .help = "small values on top, as for ranks" },
    { .key = "absolute",
      .type = CP_FIELD_BOOL,
      .offset = offsetof(cp_y_axis, absolute),
      .fallback = "false",
      .help = "numbers below zero are written without their sign, for mirrored charts" },
    { .key = "color",
      .type = CP_FIELD_TEXT,
      .offset = offsetof(cp_y_axis, color),
      .help = "of its numbers: a colour, or `mark` for that of its first series" },
    { 0 },
};

bool cp_x_axis_read(cp_arena *arena, const cp_node *node, cp_x_axis *out, cp_report *report)
{
    if (node->kind == CP_NODE_SCALAR) {
        cp_fields_defaults(cp_x_axis_fields, out);
        out->column = node->text;
        out->node = node;
        return node->text.size > 0
               || cp_fail(report, node->place,
                          "expected the name of a column for x, found nothing");
    }

    bool ok = cp_fields_read(arena, cp_x_axis_fields, NULL, node, out, report);
    size_t ends = out->domain.count;

    out->node = node;
    if (ends == 0 || ends == 2)
        return ok;
    out->domain.count = 0;
    return cp_fail(report, cp_field_place(node, "domain"),
                   "expected two values, the first and the last shown, found %zu", ends);
}

/* The width of a domain is to be a number, too. */
static bool check_size(const cp_numbers *numbers, const char *key, const cp_node *node,
                       cp_report *report)
{
    const double largest = 1e300;

    for (size_t i = 0; i < numbers->count; i++)
        if (!(fabs(numbers->item[i]) <= largest))
            return cp_fail(report, cp_field_place(node, key), "%g is too large to draw",
                           numbers->item[i]);
    return true;
}

static bool check_domain(const cp_y_axis *axis, const cp_node *node, cp_report *report)
{
    const cp_numbers *domain = &axis->domain;

    if (domain->count == 0)
        return true;
    if (domain->count != 2)
        return cp_fail(report, cp_field_place(node, "domain"),
                       "expected two numbers, the lower and the upper end, found %zu",
                       domain->count);
    if (!(domain->item[0] < domain->item[1]))
        return cp_fail(report, cp_field_place(node, "domain"),
                       "the lower end is to be less than the upper one");
    if (axis->wanted == CP_Y_LOG && !(domain->item[0] > 0))
        return cp_fail(report, cp_field_place(node, "domain"),
                       "a log scale has no %g; both ends are to be above zero", domain->item[0]);
    return true;
}

bool cp_y_axis_read(cp_arena *arena, const cp_node *node, cp_y_axis *out, cp_report *report)
{
    if (!node) {
        cp_fields_defaults(cp_y_axis_fields, out);
        return true;
    }

    bool ok = cp_fields_read(arena, cp_y_axis_fields, NULL, node, out, report);

    out->node = node;
    out->formatted = cp_node_child(node, "format") != NULL;
    for (size_t i = 0; ok && out->wanted == CP_Y_LOG && i < out->breaks.count; i++)
        if (!(out->breaks.item[i] > 0))
            ok = cp_fail(report, cp_field_place(node, "breaks"), "a log scale has no %g",
                         out->breaks.item[i]);
    return ok && check_size(&out->domain, "domain", node, report)
           && check_size(&out->breaks, "breaks", node, report) && check_domain(out, node, report);
}
