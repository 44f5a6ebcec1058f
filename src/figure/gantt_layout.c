#include "figure/gantt.h"

#include <math.h>

static const cp_gantt_style *style_of(const cp_gantt_layout *l)
{
    return &l->env->style->gantt;
}

static double label_width(const cp_gantt_layout *l, size_t item)
{
    return l->gantt->items[item].label.size.width * l->scale;
}

double cp_gantt_lane(const cp_gantt_layout *l)
{
    return (style_of(l)->label.size * style_of(l)->line_height + style_of(l)->label_gap) * l->scale;
}

double cp_gantt_key_square(size_t key, const cp_style *style)
{
    return key == CP_GANTT_DIAMOND_KEY ? style->chart.legend_square : style->chart.legend_line;
}

double cp_gantt_keys_width(const cp_gantt *gantt, const cp_style *style)
{
    double width = 0;

    for (size_t i = 0; i < 3; i++) {
        double words = gantt->key_words[i].size.width;

        if (words > 0)
            width += cp_gantt_key_square(i, style) + style->chart.tick_gap + words
                     + style->chart.legend_gap;
    }
    return width;
}

static bool place_columns(cp_gantt_layout *l)
{
    const cp_gantt_style *style = style_of(l);
    double left;

    for (size_t i = 0; i < l->gantt->rows; i++)
        l->name_width = fmax(l->name_width, l->gantt->names[i].size.width * l->scale);
    l->name_width = fmin(l->name_width, style->name_share * l->size.width);
    for (size_t i = 0; i < l->gantt->rows; i++)
        if (l->gantt->name_least[i] * l->scale > l->name_width + 0.01)
            return false;
    left = l->name_width + style->name_gap * l->scale;
    l->area = (cp_rect){ .x = left, .width = l->size.width - left };
    return l->area.width >= style->least_time * l->scale
           && cp_gantt_keys_width(l->gantt, l->env->style) <= l->size.width;
}

/* Half a diamond stays free at both ends. */
static void place_bars(cp_gantt_layout *l)
{
    const cp_gantt *gantt = l->gantt;
    double half = style_of(l)->bar * l->scale / 2;

    l->time = (cp_scale){ .kind = CP_SCALE_TIME,
                          .d0 = gantt->from,
                          .d1 = gantt->to,
                          .r0 = l->area.x + half,
                          .r1 = l->area.x + l->area.width - half };
    for (size_t i = 0; i < gantt->count; i++) {
        const cp_gantt_item *it = &gantt->items[i];
        cp_gantt_spot *spot = &l->spots[i];
        double day = (l->time.r1 - l->time.r0) / (gantt->to - gantt->from);
        double middle = l->time.r0 + (it->middle - gantt->from) * day;

        spot->x0 = l->time.r0 + (it->first - gantt->from) * day;
        spot->x1 = l->time.r0 + (it->last - gantt->from) * day;
        spot->x2 = l->time.r0 + (it->tail - gantt->from) * day;
        spot->left = it->milestone ? middle - half : spot->x0;
        spot->right = it->milestone ? middle + half : spot->x2;
    }
}

static bool apart(double left, double right, double other_left, double other_right)
{
    return right <= other_left || left >= other_right;
}

/* Whether left..right at the height of the bars is free but for the item itself. */
static bool is_free(const cp_gantt_layout *l, size_t item, double left, double right)
{
    const cp_gantt *gantt = l->gantt;
    double gap = style_of(l)->label_gap * l->scale;

    for (size_t i = 0; i < gantt->count; i++) {
        const cp_gantt_spot *other = &l->spots[i];

        if (i == item || gantt->items[i].row != gantt->items[item].row)
            continue;
        if (!apart(left, right, other->left - gap, other->right + gap))
            return false;
        if (other->side == CP_GANTT_BESIDE
            && !apart(left, right, other->label_x - gap, other->label_x + label_width(l, i) + gap))
            return false;
    }
    return true;
}

static bool place_inside(cp_gantt_layout *l, size_t item)
{
    const cp_gantt_item *it = &l->gantt->items[item];
    cp_gantt_spot *spot = &l->spots[item];
    double width = label_width(l, item), gap = style_of(l)->label_gap * l->scale;
    double point = style_of(l)->point * l->scale, left = spot->x0, right = spot->x1;
    bool from_open = it->open == CP_GANTT_OPEN_START || it->open == CP_GANTT_OPEN_BOTH;
    bool to_open = it->open == CP_GANTT_OPEN_END || it->open == CP_GANTT_OPEN_BOTH;

    left += gap + (from_open ? point : 0);
    right -= gap + (to_open ? point : 0);
    if (it->milestone || it->pattern != 0 || width > right - left)
        return false;
    spot->label_x = (left + right - width) / 2;
    if (!is_free(l, item, spot->label_x, spot->label_x + width))
        return false;
    spot->side = CP_GANTT_INSIDE;
    return true;
}

static bool place_beside(cp_gantt_layout *l, size_t item)
{
    cp_gantt_spot *spot = &l->spots[item];
    double width = label_width(l, item), gap = style_of(l)->label_gap * l->scale;
    double right = spot->right + gap, left = spot->left - gap - width;

    if (right + width <= l->size.width && is_free(l, item, right, right + width))
        spot->label_x = right;
    else if (left >= l->area.x && is_free(l, item, left, left + width))
        spot->label_x = left;
    else
        return false;
    spot->side = CP_GANTT_BESIDE;
    return true;
}

static bool lane_is_free(const cp_gantt_layout *l, size_t item, size_t lane)
{
    const cp_gantt *gantt = l->gantt;
    double gap = 2 * style_of(l)->label_gap * l->scale, left = l->spots[item].label_x;

    for (size_t i = 0; i < item; i++) {
        const cp_gantt_spot *other = &l->spots[i];

        if (gantt->items[i].row == gantt->items[item].row && other->side == CP_GANTT_ABOVE
            && other->lane == lane
            && !apart(left, left + label_width(l, item), other->label_x - gap,
                      other->label_x + label_width(l, i) + gap))
            return false;
    }
    return true;
}

static bool place_above(cp_gantt_layout *l, size_t item)
{
    cp_gantt_spot *spot = &l->spots[item];
    size_t row = l->gantt->items[item].row;
    double width = label_width(l, item), middle = (spot->left + spot->right) / 2;

    if (width > l->area.width)
        return false;
    spot->label_x = fmax(l->area.x, fmin(middle - width / 2, l->size.width - width));
    while (!lane_is_free(l, item, spot->lane))
        spot->lane++;
    spot->side = CP_GANTT_ABOVE;
    if (l->lanes[row] <= spot->lane)
        l->lanes[row] = spot->lane + 1;
    return true;
}

static bool place_labels(cp_gantt_layout *l)
{
    for (size_t i = 0; i < l->gantt->count; i++)
        if (l->gantt->items[i].label.text.size > 0 && !place_inside(l, i) && !place_beside(l, i)
            && !place_above(l, i))
            return false;
    return true;
}

static double row_need(const cp_gantt_layout *l, size_t row, cp_arena *page)
{
    const cp_gantt_style *style = style_of(l);
    cp_text *name = cp_words_set(&l->gantt->names[row], l->env, page, l->scale, l->name_width,
                                 style->line_height);
    double bars = style->bar * l->scale + (double)l->lanes[row] * cp_gantt_lane(l);

    return 2 * style->pad * l->scale + fmax(bars, cp_text_size(name).height);
}

static void place_rows(cp_gantt_layout *l, cp_arena *page)
{
    const cp_style *style = l->env->style;
    const cp_words tick = { .text = CP_STR("0月"), .ink = style->chart.tick };
    double y;

    l->keys_height = cp_gantt_keys_width(l->gantt, style) > 0
                         ? style->chart.legend_height + style->chart.tick_gap
                         : 0;
    l->today_height = l->gantt->has_today
                          ? l->gantt->today_words.size.height * l->scale + style->chart.tick_gap
                          : 0;
    l->axis_height
        = style->chart.tick_gap + cp_text_size(cp_words_set(&tick, l->env, page, 1, 0, 0)).height;
    y = l->keys_height + l->today_height;
    l->area.y = y;
    for (size_t i = 0; i < l->gantt->rows; i++) {
        l->row_y[i] = y;
        l->row_height[i] = row_need(l, i, page);
        y += l->row_height[i];
    }
    l->area.height = y - l->area.y;
    l->height = y + l->axis_height;
}

bool cp_gantt_layout_make(cp_gantt_layout *l, const cp_gantt *gantt, const cp_figure_env *env,
                          double width, double scale, cp_arena *page)
{
    *l = (cp_gantt_layout){ .gantt = gantt,
                            .env = env,
                            .size = { .width = width },
                            .scale = scale,
                            .spots = cp_new_array(page, cp_gantt_spot, gantt->count),
                            .row_y = cp_new_array(page, double, gantt->rows),
                            .row_height = cp_new_array(page, double, gantt->rows),
                            .lanes = cp_new_array(page, size_t, gantt->rows) };
    if (!place_columns(l))
        return false;
    place_bars(l);
    if (!place_labels(l))
        return false;
    place_rows(l, page);
    return true;
}

void cp_gantt_layout_spread(cp_gantt_layout *l, double height)
{
    double share = (height - l->height) / (double)l->gantt->rows, moved = 0;

    for (size_t i = 0; i < l->gantt->rows && share > 0; i++) {
        double more = fmin(share, (style_of(l)->widest_row - 1) * l->row_height[i]);

        l->row_y[i] += moved;
        l->row_height[i] += more;
        moved += more;
    }
    l->area.height += moved;
    l->height += moved;
}
