/* pie_layout.c - how large a pie can be beside its labels, and what stands within it. */

#include "figure/pie_place.h"

#include <math.h>

#include "base/color.h"

/* Texts come down to the smallest size in steps of this. */
static const double step = 0.95;

/* And pies, until their labels have room beside the slices. */
static const double near_step = 0.97;

static double highest_radius(const cp_pie_placing *p)
{
    return p->size.height / 2 - (p->out->count > 0 ? p->style->leader_out : 0);
}

/* The pie takes the box's height; names break where that leaves less than they want. */
static void size_pie(cp_pie_placing *p)
{
    const cp_pie_style *style = p->style;
    double lead = cp_pie_leader(style), high = highest_radius(p);
    double cap = fmax(p->size.width / 2 - lead - high, style->label_width * p->scale);
    double sides;

    for (size_t i = 0; i < p->out->count; i++)
        cap = fmax(cap, cp_pie_words_width(p, p->out->label[i].slice) + 1e-3);
    cp_pie_set_labels(p, cap);
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

/* Whether a point at `x`, `y` from the middle lies in the slice. */
static bool in_slice(const cp_pie_placing *p, const cp_pie_slice *slice, double x, double y)
{
    double part = atan2(x, -y) / (2 * acos(-1)), distance = hypot(x, y);
    double edge = p->style->edge.width;

    part -= p->pie->start + slice->from;
    part -= floor(part);
    return part <= slice->to - slice->from && distance <= p->out->radius - edge
           && distance >= p->out->hole + edge;
}

/* The middle of the rim's inner side counts too: a box may lie over the hole's edge. */
static bool box_in_slice(const cp_pie_placing *p, const cp_pie_slice *slice, cp_rect box)
{
    for (int i = 0; i <= 4; i++)
        for (int k = 0; k <= 2; k++)
            if (!in_slice(p, slice, box.x + box.width * i / 4 - p->out->middle.x,
                          box.y + box.height * k / 2 - p->out->middle.y))
                return false;
    return true;
}

static void place_inside(cp_pie_placing *p)
{
    const cp_pie *pie = p->pie;
    double hole = p->out->hole > 0 ? p->out->hole : p->out->radius * 0.3;

    p->out->inside = cp_new_array(p->page, cp_text *, pie->count);
    p->out->inside_at = cp_new_array(p->page, cp_point, pie->count);
    for (size_t i = 0; i < pie->count; i++) {
        const cp_pie_slice *slice = &pie->slice[i];
        cp_ink ink = cp_pie_ink(p->style->name, p->scale);
        cp_point at = cp_pie_around(p, slice, (p->out->radius + hole) / 2);
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
static bool place_center_at(cp_pie_placing *p, double scale)
{
    cp_pie_layout *out = p->out;
    double height = 0, widest = 0, gap = p->style->label_space * p->style->caption.size * scale;

    for (size_t i = 0; i < out->lines; i++) {
        cp_ink ink = cp_pie_ink(i > 0 ? p->style->caption : p->style->center, scale);

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

static bool place_center(cp_pie_placing *p)
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

static void settle_inside(cp_pie_placing *p)
{
    if (!p->pie->inside)
        return;
    place_inside(p);
    cp_pie_set_labels(p, p->cap); /* no wider without their shares: the pie stays as it is */
}

/* Labels in one line or in two alike look better, yet not beside a small pie. */
static const double least_share[CP_PIE_MODES] = { 0.8, 0.8, 0.6, 0 };

static bool place_in_columns(cp_pie_placing *p)
{
    size_pie(p);
    settle_inside(p);
    return cp_pie_place_sides(p) && p->out->radius >= least_share[p->mode] * highest_radius(p);
}

/* The largest pie that leaves room around it. */
static bool place_beside(cp_pie_placing *p)
{
    double high = fmin(p->size.width, p->size.height) / 2;

    p->out->middle = (cp_point){ p->size.width / 2, p->size.height / 2 };
    p->cap = INFINITY;
    for (double radius = high; radius >= least_share[p->mode] * highest_radius(p);
         radius *= near_step) {
        p->out->radius = radius;
        p->out->hole = p->pie->hole * radius;
        cp_pie_set_labels(p, p->cap);
        settle_inside(p);
        if (cp_pie_place_near(p))
            return true;
    }
    return false;
}

static cp_pie_layout make_at(const cp_pie *pie, const cp_figure_env *env, cp_size size,
                             double scale, cp_pie_mode mode, cp_arena *page)
{
    cp_pie_layout layout = { 0 };
    cp_pie_placing p = { .pie = pie,
                         .env = env,
                         .style = &env->style->pie,
                         .page = page,
                         .size = size,
                         .scale = scale,
                         .mode = mode,
                         .out = &layout };
    bool placed;

    if (named(pie))
        cp_pie_order(&p);
    placed = mode == CP_PIE_NEAR ? place_beside(&p) : place_in_columns(&p);
    layout.fits = place_center(&p) && placed && layout.radius >= p.style->least_radius;
    return layout;
}

cp_pie_layout cp_pie_layout_make(const cp_pie *pie, const cp_figure_env *env, cp_size size,
                                 cp_arena *page)
{
    double least = fmin(1, env->style->chart.smallest_text / env->style->pie.name.size);
    cp_pie_layout layout = { 0 };
    double scale = 1;

    for (;; scale = fmax(least, scale * step)) {
        for (int mode = CP_PIE_NEAR; mode < CP_PIE_MODES && !layout.fits; mode++)
            layout = make_at(pie, env, size, scale, (cp_pie_mode)mode, page);
        if (layout.fits || scale <= least)
            return layout;
    }
}

/* Upwards from a box that is surely too small, until all fits; then less wide, while it does. */
cp_size cp_pie_layout_least(const cp_pie *pie, const cp_figure_env *env, cp_arena *page)
{
    const cp_pie_style *style = &env->style->pie;
    double least = fmin(1, env->style->chart.smallest_text / style->name.size);
    double lead = named(pie) ? cp_pie_leader(style) + style->label_width * least : 0;
    double radius = style->least_radius;
    cp_size size = { 0 };

    for (int i = 0; i < 100; i++, radius += style->least_radius / 8) {
        size = (cp_size){ 2 * (radius + lead), 2 * (radius + (lead > 0 ? style->leader_out : 0)) };
        if (make_at(pie, env, size, least, CP_PIE_MIXED, page).fits)
            break;
    }
    for (int i = 0; i < 100; i++) {
        cp_size narrow = { size.width * step, size.height };

        if (!make_at(pie, env, narrow, least, CP_PIE_MIXED, page).fits)
            break;
        size = narrow;
    }
    return size;
}
