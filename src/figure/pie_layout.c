/* pie_layout.c - labels on both sides of a pie: none over another, no two leaders crossing. */

#include "figure/pie.h"

#include <math.h>

#include "base/color.h"
#include "figure/spread.h"

/* Texts come down to the smallest size in steps of this. */
static const double step = 0.95;

/* Words behind names, below names, or below those names that are long. */
typedef enum label_mode { IN_LINE, STACKED, MIXED, MODES } label_mode;

typedef struct placing {
    const cp_pie *pie;
    const cp_figure_env *env;
    const cp_pie_style *style;
    cp_arena *page;
    cp_size size;
    double scale;
    cp_pie_layout *out;
    size_t right;    /* so many labels stand at the right */
    double width[2]; /* of the columns of labels: right, left */
    double lead[2];  /* of the leaders: likewise */
    double cap;      /* where names break into lines */
    label_mode mode;
} placing;

static cp_ink scaled(cp_ink ink, double scale)
{
    ink.size *= scale;
    return ink;
}

/* Of a slice's middle, as a part of the turn from the top. */
static double middle_of(const cp_pie *pie, const cp_pie_slice *slice)
{
    double part = pie->start + (slice->from + slice->to) / 2;

    return part - floor(part);
}

static bool shown_inside(const placing *p, const cp_pie_slice *slice)
{
    return p->out->inside && p->out->inside[slice - p->pie->slice];
}

static double words_width(const placing *p, const cp_pie_slice *slice)
{
    cp_ink ink = scaled(p->style->name, p->scale);

    ink.bold = p->style->value.bold;
    return cp_text_size(cp_text_line(p->page, p->env->fonts, &ink, slice->words, slice->place,
                                     p->env->report))
        .width;
}

static cp_text *set_name(const placing *p, const cp_pie_slice *slice, double width)
{
    cp_ink ink = scaled(p->style->name, p->scale);
    cp_text_box box = { .width = width };
    cp_span span = { .text = slice->name, .place = slice->place, .bold = ink.bold };

    return cp_text_set(p->page, p->env->fonts, &ink, &box, &span, 1, p->env->report);
}

/* The name in as many lines as it needs at `width`, which it fills alike: with no lone
 * character at its end. */
static cp_str break_name(const placing *p, const cp_pie_slice *slice, double width)
{
    cp_text *whole = set_name(p, slice, 0), *text = set_name(p, slice, width);
    size_t lines = cp_text_lines(text);
    double even = cp_text_size(whole).width / (double)lines + p->style->name.size * p->scale;
    cp_text *alike = even < width ? set_name(p, slice, even) : text;
    cp_str broken;

    text = cp_text_lines(alike) == lines ? alike : text;
    broken = cp_text_line_slice(text, 0);
    for (size_t i = 1; i < lines; i++)
        broken = cp_str_printf(p->page, CP_FMT "\n" CP_FMT, CP_ARG(broken),
                               CP_ARG(cp_text_line_slice(text, i)));
    return broken;
}

/* A name with its words behind it or, within `width` if that is not 0, below it; the
 * words stay whole and `width` is no less than theirs. */
static cp_text *set_label(const placing *p, const cp_pie_slice *slice, bool right, double width)
{
    const cp_pie_style *style = p->style;
    cp_ink ink = scaled(style->name, p->scale);
    cp_str words = shown_inside(p, slice) ? CP_STR("") : slice->words;
    cp_str between = words.size == 0 ? words : width > 0 ? CP_STR("\n") : CP_STR(" ");
    cp_span spans[] = {
        { .text = width > 0 ? break_name(p, slice, width) : slice->name,
          .place = slice->place,
          .bold = ink.bold },
        { .text = between },
        { .text = words,
          .place = slice->place,
          .bold = style->value.bold,
          .tinted = true,
          .color = style->value.color },
    };
    cp_text_box box = { .align = right ? CP_ALIGN_LEFT : CP_ALIGN_RIGHT };
    cp_text *text = cp_text_set(p->page, p->env->fonts, &ink, &box, spans, 3, p->env->report);

    /* Twice, as only lines in a box lose the blank half of a bracket at their end, and
     * those at the left stand at the end of theirs. */
    for (int i = 0; i < 2; i++) {
        box.width = cp_text_size(text).width + 1e-3;
        text = cp_text_set(p->page, p->env->fonts, &ink, &box, spans, 3, p->env->report);
    }
    return text;
}

/* Those of the right side from the top, then those of the left from the top. */
static void order_labels(placing *p)
{
    const cp_pie *pie = p->pie;
    cp_pie_label *label = cp_new_array(p->page, cp_pie_label, pie->count);
    size_t count = pie->count, first = 0;

    for (size_t i = 1; i < count; i++)
        if (middle_of(pie, &pie->slice[i]) < middle_of(pie, &pie->slice[first]))
            first = i;
    for (size_t i = 0; i < count; i++) {
        const cp_pie_slice *slice = &pie->slice[(first + i) % count];
        bool right = middle_of(pie, slice) <= 0.5;
        size_t left = count - 1 - (i - p->right);

        label[right ? i : left] = (cp_pie_label){ .slice = slice, .right = right };
        p->right += right;
    }
    p->out->label = label;
    p->out->count = count;
}

/* The widest of a side.  STACKED: words below names; MIXED: only where a label is
 * wider than `cap`. */
static void set_labels(placing *p, double cap)
{
    p->width[0] = p->width[1] = 0;
    for (size_t i = 0; i < p->out->count; i++) {
        cp_pie_label *label = &p->out->label[i];
        double *width = &p->width[label->right ? 0 : 1];

        label->text = NULL;
        if (p->mode != STACKED)
            label->text = set_label(p, label->slice, label->right, 0);
        if (p->mode == STACKED || (p->mode == MIXED && cp_text_size(label->text).width > cap))
            label->text = set_label(p, label->slice, label->right, cap);
        label->box.width = cp_text_size(label->text).width;
        label->box.height = cp_text_size(label->text).height;
        *width = fmax(*width, label->box.width);
    }
}

static double leader_length(const cp_pie_style *style)
{
    return style->leader_out + style->leader_lane + style->leader_gap;
}

static double highest_radius(const placing *p)
{
    return p->size.height / 2 - (p->out->count > 0 ? p->style->leader_out : 0);
}

/* The pie takes the box's height; names break where that leaves less than they want. */
static void size_pie(placing *p)
{
    const cp_pie_style *style = p->style;
    double lead = leader_length(style), high = highest_radius(p);
    double cap = fmax(p->size.width / 2 - lead - high, style->label_width * p->scale);
    double sides;

    for (size_t i = 0; i < p->out->count; i++)
        cap = fmax(cap, words_width(p, p->out->label[i].slice) + 1e-3);
    set_labels(p, cap);
    p->cap = cap;
    p->lead[0] = p->right > 0 ? lead : 0;
    p->lead[1] = p->out->count > p->right ? lead : 0;
    sides = p->width[0] + p->width[1] + p->lead[0] + p->lead[1];
    p->out->radius = fmax(0, fmin(high, (p->size.width - sides) / 2));
    p->out->hole = p->pie->hole * p->out->radius;
    p->out->middle.x = (p->size.width - sides - 2 * p->out->radius) / 2 + p->width[1] + p->lead[1]
                       + p->out->radius;
    p->out->middle.y = p->size.height / 2;
}

static cp_point around(const placing *p, const cp_pie_slice *slice, double radius)
{
    double angle = 2 * acos(-1) * middle_of(p->pie, slice);

    return (cp_point){ p->out->middle.x + radius * sin(angle),
                       p->out->middle.y - radius * cos(angle) };
}

/* Where its leader meets a label, from its top. */
static double anchor(const cp_pie_label *label)
{
    return cp_text_lines(label->text) > 1 ? label->box.height / 2 : cp_text_middle(label->text);
}

/* From the rim straight out, level to the lane, over it to the label.  Levels are in the
 * order of the labels, so nothing crosses, however far a label has moved. */
static void lead_by_lane(const placing *p, cp_pie_label *label)
{
    double out = p->style->leader_out, side = label->right ? 1 : -1;
    cp_point *path = label->path;

    path[0] = around(p, label->slice, p->out->radius);
    path[1] = around(p, label->slice, p->out->radius + out);
    path[2] = (cp_point){ p->out->middle.x + side * (p->out->radius + out), path[1].y };
    path[3] = (cp_point){ path[2].x + side * p->style->leader_lane, label->box.y + anchor(label) };
    label->points = 4;
}

/* From the rim straight out, then straight to the label; level where going out a little
 * more or less makes it so. */
static void lead_straight(const placing *p, cp_pie_label *label)
{
    double out = p->style->leader_out, level;

    lead_by_lane(p, label);
    label->path[2] = label->path[3];
    label->points = 3;
    level = (p->out->middle.y - label->path[2].y)
            / cos(2 * acos(-1) * middle_of(p->pie, label->slice));
    if (level > p->out->radius + out / 3 && level < p->out->radius + 2 * out)
        label->path[1] = around(p, label->slice, level);
}

/* The distance of `from`..`to` to `point`. */
static double distance(cp_point from, cp_point to, cp_point point)
{
    double dx = to.x - from.x, dy = to.y - from.y, length = dx * dx + dy * dy;
    double part = length > 0 ? ((point.x - from.x) * dx + (point.y - from.y) * dy) / length : 0;

    part = fmax(0, fmin(1, part));
    return hypot(from.x + part * dx - point.x, from.y + part * dy - point.y);
}

static double turn(cp_point a, cp_point b, cp_point c)
{
    return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
}

static bool cross(cp_point a, cp_point b, cp_point c, cp_point d)
{
    return turn(a, b, c) * turn(a, b, d) <= 0 && turn(c, d, a) * turn(c, d, b) <= 0;
}

static bool clear_of_others(const cp_pie_label *label, const cp_pie_label *side, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (&side[i] != label
            && (cross(label->path[1], label->path[2], side[i].path[1], side[i].path[2])
                || cross(label->path[1], label->path[2], side[i].path[0], side[i].path[1])))
            return false;
    return true;
}

static void lead_side(const placing *p, cp_pie_label *side, size_t count)
{
    bool straight = true;

    for (size_t i = 0; i < count; i++)
        lead_straight(p, &side[i]);
    for (size_t i = 0; i < count; i++)
        straight = straight && clear_of_others(&side[i], side, count)
                   && distance(side[i].path[1], side[i].path[2], p->out->middle)
                          > p->out->radius + p->style->leader_out / 2;
    for (size_t i = 0; i < count && !straight; i++)
        lead_by_lane(p, &side[i]);
}

static bool place_side(const placing *p, cp_pie_label *side, size_t count, bool right)
{
    double *middle = cp_new_array(p->page, double, count);
    double *height = cp_new_array(p->page, double, count);
    double *top = cp_new_array(p->page, double, count);
    double reach = p->out->radius + leader_length(p->style);
    bool fits;

    for (size_t i = 0; i < count; i++) {
        height[i] = side[i].box.height;
        middle[i] = around(p, side[i].slice, p->out->radius + p->style->leader_out).y
                    + height[i] / 2 - anchor(&side[i]);
    }
    fits
        = cp_spread(p->page, count, middle, height,
                    p->style->label_space * p->style->name.size * p->scale, 0, p->size.height, top);
    for (size_t i = 0; i < count; i++) {
        side[i].box.y = top[i];
        side[i].box.x
            = right ? p->out->middle.x + reach : p->out->middle.x - reach - side[i].box.width;
    }
    lead_side(p, side, count);
    return fits;
}

/* Whether a point at `x`, `y` from the middle lies in the slice. */
static bool in_slice(const placing *p, const cp_pie_slice *slice, double x, double y)
{
    double part = atan2(x, -y) / (2 * acos(-1)), distance = hypot(x, y);
    double edge = p->style->edge.width;

    part -= p->pie->start + slice->from;
    part -= floor(part);
    return part <= slice->to - slice->from && distance <= p->out->radius - edge
           && distance >= p->out->hole + edge;
}

/* The middle of the rim's inner side counts too: a box may lie over the hole's edge. */
static bool box_in_slice(const placing *p, const cp_pie_slice *slice, cp_rect box)
{
    for (int i = 0; i <= 4; i++)
        for (int k = 0; k <= 2; k++)
            if (!in_slice(p, slice, box.x + box.width * i / 4 - p->out->middle.x,
                          box.y + box.height * k / 2 - p->out->middle.y))
                return false;
    return true;
}

static void place_inside(placing *p)
{
    const cp_pie *pie = p->pie;
    double hole = p->out->hole > 0 ? p->out->hole : p->out->radius * 0.3;

    p->out->inside = cp_new_array(p->page, cp_text *, pie->count);
    p->out->inside_at = cp_new_array(p->page, cp_point, pie->count);
    for (size_t i = 0; i < pie->count; i++) {
        const cp_pie_slice *slice = &pie->slice[i];
        cp_ink ink = scaled(p->style->name, p->scale);
        cp_point at = around(p, slice, (p->out->radius + hole) / 2);
        double pad = p->style->leader_gap / 2;
        cp_text *text;
        cp_size size;

        ink.bold = p->style->value.bold;
        ink.color
            = cp_color_clearer(p->style->value.color, p->env->style->page.background, slice->color);
        text = cp_text_line(p->page, p->env->fonts, &ink, slice->share, slice->place,
                            p->env->report);
        size = cp_text_size(text);
        at.x -= size.width / 2;
        at.y -= cp_text_middle(text);
        p->out->inside_at[i] = at;
        if (pie->count == 1
            || box_in_slice(p, slice,
                            (cp_rect){ at.x - pad, at.y, size.width + 2 * pad, size.height }))
            p->out->inside[i] = text;
    }
}

/* All lines shrink together until they stand within the hole. */
static bool place_center_at(placing *p, double scale)
{
    cp_pie_layout *out = p->out;
    double height = 0, widest = 0, gap = p->style->label_space * p->style->caption.size * scale;

    for (size_t i = 0; i < out->lines; i++) {
        cp_ink ink = scaled(i > 0 ? p->style->caption : p->style->center, scale);

        ink.size = fmax(ink.size, p->env->style->chart.smallest_text);
        out->line[i] = cp_text_line(p->page, p->env->fonts, &ink, p->pie->line[i],
                                    p->pie->center_place, p->env->report);
        height += cp_text_size(out->line[i]).height + (i > 0 ? gap : 0);
        widest = fmax(widest, cp_text_size(out->line[i]).width);
    }
    double top = out->middle.y - height / 2;

    for (size_t i = 0; i < out->lines; i++) {
        out->line_at[i] = (cp_point){ out->middle.x - cp_text_size(out->line[i]).width / 2, top };
        top += cp_text_size(out->line[i]).height + gap;
    }
    return hypot(widest, height) <= 2 * (out->hole - p->style->leader_gap);
}

static bool place_center(placing *p)
{
    double smallest = p->env->style->chart.smallest_text;
    double least = smallest / fmax(p->style->center.size, p->style->caption.size), scale = 1;
    bool fits;

    p->out->lines = p->pie->lines;
    p->out->line = cp_new_array(p->page, cp_text *, p->pie->lines);
    p->out->line_at = cp_new_array(p->page, cp_point, p->pie->lines);
    if (p->pie->lines == 0)
        return true;
    while (!(fits = place_center_at(p, scale)) && scale > least)
        scale = fmax(least, scale * step);
    return fits;
}

static bool named(const cp_pie *pie)
{
    for (size_t i = 0; i < pie->count; i++)
        if (pie->slice[i].name.size + pie->slice[i].words.size > 0)
            return true;
    return false;
}

static cp_pie_layout make_at(const cp_pie *pie, const cp_figure_env *env, cp_size size,
                             double scale, label_mode mode, cp_arena *page)
{
    /* Labels in one line or in two alike look better, yet not beside a small pie. */
    static const double least_share[MODES] = { 0.8, 0.6, 0 };
    cp_pie_layout layout = { 0 };
    placing p = { .pie = pie,
                  .env = env,
                  .style = &env->style->pie,
                  .page = page,
                  .size = size,
                  .scale = scale,
                  .mode = mode,
                  .out = &layout };
    bool sides;

    if (named(pie))
        order_labels(&p);
    size_pie(&p);
    if (pie->inside) {
        place_inside(&p);
        set_labels(&p, p.cap); /* no wider without their shares: the pie stays as it is */
    }
    sides = place_side(&p, layout.label, p.right, true);
    sides = place_side(&p, layout.label + p.right, layout.count - p.right, false) && sides;
    layout.fits = place_center(&p) && sides && layout.radius >= p.style->least_radius
                  && layout.radius >= least_share[mode] * highest_radius(&p);
    return layout;
}

cp_pie_layout cp_pie_layout_make(const cp_pie *pie, const cp_figure_env *env, cp_size size,
                                 cp_arena *page)
{
    double least = fmin(1, env->style->chart.smallest_text / env->style->pie.name.size);
    cp_pie_layout layout = { 0 };
    double scale = 1;

    for (;; scale = fmax(least, scale * step)) {
        for (int mode = IN_LINE; mode < MODES && !layout.fits; mode++)
            layout = make_at(pie, env, size, scale, (label_mode)mode, page);
        if (layout.fits || scale <= least)
            return layout;
    }
}

/* Upwards from a box that is surely too small, until all fits; then less wide, while it does. */
cp_size cp_pie_layout_least(const cp_pie *pie, const cp_figure_env *env, cp_arena *page)
{
    const cp_pie_style *style = &env->style->pie;
    double least = fmin(1, env->style->chart.smallest_text / style->name.size);
    double lead = named(pie) ? leader_length(style) + style->label_width * least : 0;
    double radius = style->least_radius;
    cp_size size = { 0 };

    for (int i = 0; i < 100; i++, radius += style->least_radius / 8) {
        size = (cp_size){ 2 * (radius + lead), 2 * (radius + (lead > 0 ? style->leader_out : 0)) };
        if (make_at(pie, env, size, least, MIXED, page).fits)
            break;
    }
    for (int i = 0; i < 100; i++) {
        cp_size narrow = { size.width * step, size.height };

        if (!make_at(pie, env, narrow, least, MIXED, page).fits)
            break;
        size = narrow;
    }
    return size;
}
