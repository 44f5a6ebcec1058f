#include "plot/tag.h"

#include <math.h>

static const double size_step = 0.5;

typedef struct placing {
    const cp_mark_view *view;
    cp_tags *tags;
    bool leftward; /* texts so wide that they would cover the next point's leader */
} placing;

static bool has_text(const cp_mark_view *view, size_t row)
{
    return !isnan(view->x[row]) && !isnan(view->y[row]) && view->text[row].size > 0;
}

/* The height of the line between two rows. */
static double height_at(const cp_mark_view *view, size_t row, double x)
{
    double part = (x - view->x[row]) / (view->x[row + 1] - view->x[row]);

    return view->y[row] + part * (view->y[row + 1] - view->y[row]);
}

/* The highest of all that stands between left and right: points, their whole steps (as bars
 * and lines in steps fill them), and the line between them where there are lines. */
static double ground_between(const cp_mark_view *view, double left, double right)
{
    double half = view->stepped ? view->step / 2 : 0;
    double top = INFINITY;

    for (size_t i = 0; i < view->rows; i++) {
        if (isnan(view->y[i]) || isnan(view->x[i]))
            continue;
        if (view->x[i] + half > left && view->x[i] - half < right)
            top = fmin(top, view->y[i]);
        if (!view->lined || i + 1 == view->rows || isnan(view->y[i + 1])
            || view->x[i + 1] <= view->x[i])
            continue;
        if (view->x[i] < left && view->x[i + 1] > left)
            top = fmin(top, height_at(view, i, left));
        if (view->x[i] < right && view->x[i + 1] > right)
            top = fmin(top, height_at(view, i, right));
    }
    return top;
}

static bool is_free(const placing *p, const cp_tag *tag)
{
    const cp_mark_view *view = p->view;
    double gap = view->looks->style->tag.gap / 2, x = view->x[tag->row];
    double bottom = tag->rect.y + tag->rect.height;
    cp_rect lead = { x, bottom, 0, fmax(view->y[tag->row] - bottom, 0) };

    for (size_t i = 0; i < p->tags->count; i++) {
        const cp_tag *other = &p->tags->item[i];
        cp_rect around = cp_rect_inset(other->rect, -gap, -gap, -gap, -gap);
        double at = view->x[other->row], foot = other->rect.y + other->rect.height;

        if (cp_rects_overlap(tag->rect, around, 0))
            return false;
        /* Neither leader runs through the other text. */
        if (tag->led && lead.x > around.x && lead.x < around.x + around.width && foot > lead.y
            && other->rect.y < lead.y + lead.height)
            return false;
        if (other->led && at > tag->rect.x - gap && at < tag->rect.x + tag->rect.width + gap
            && foot < bottom && tag->rect.y < view->y[other->row])
            return false;
    }
    return true;
}

/* From its point upward, past one text after the other. */
static bool place_tag(const placing *p, cp_tag *tag)
{
    const cp_mark_view *view = p->view;
    const cp_style *style = view->looks->style;
    cp_rect area = view->plot, *rect = &tag->rect;
    double x = view->x[tag->row], gap = style->chart.label_gap, low, next;

    rect->x = p->leftward ? x - rect->width + style->tag.gap : x - rect->width / 2;
    rect->x = fmax(fmin(rect->x, area.x + area.width - rect->width), area.x);
    low = fmin(ground_between(view, rect->x, rect->x + rect->width), view->y[tag->row]);
    rect->y = low - gap - rect->height;
    for (size_t tries = 0; tries <= p->tags->count; tries++) {
        tag->led = view->y[tag->row] - rect->y - rect->height > gap + style->tag.gap;
        if (is_free(p, tag))
            return true;
        next = -INFINITY;
        for (size_t i = 0; i < p->tags->count; i++) {
            double above = p->tags->item[i].rect.y - style->tag.gap / 2 - rect->height;

            if (above < rect->y - 1e-6)
                next = fmax(next, above);
        }
        if (isinf(next))
            return false;
        rect->y = next;
    }
    return false;
}

/* A text at the edge is pushed in, over the leader of its neighbour: it may have to come last. */
typedef enum tag_order { FORWARD, BACKWARD, FIRST_LAST, ORDERS } tag_order;

static size_t row_in(tag_order order, size_t rows, size_t index)
{
    return order == FORWARD ? index : order == BACKWARD ? rows - 1 - index : (index + 1) % rows;
}

static cp_tags place_all(const cp_mark_view *view, const cp_ink *ink, tag_order order)
{
    cp_tags tags = { .item = cp_new_array(view->page, cp_tag, view->rows), .top = INFINITY };
    placing p = { view, &tags, false };
    cp_tag *made = cp_new_array(view->page, cp_tag, view->rows);

    for (size_t i = 0; i < view->rows; i++) {
        if (!has_text(view, i))
            continue;
        made[i].row = i;
        made[i].text = cp_text_line(view->page, view->looks->fonts, ink, view->text[i], view->place,
                                    view->looks->report);
        made[i].rect.width = cp_text_size(made[i].text).width;
        made[i].rect.height = cp_text_size(made[i].text).height;
        p.leftward = p.leftward || made[i].rect.width / 2 > view->step;
    }
    for (size_t k = 0; k < view->rows; k++) {
        size_t i = row_in(order, view->rows, k);

        if (!has_text(view, i))
            continue;
        if (place_tag(&p, &made[i])) {
            tags.top = fmin(tags.top, made[i].rect.y);
            tags.item[tags.count++] = made[i];
        } else {
            tags.left_out++;
        }
    }
    return tags;
}

static bool has_room(const cp_mark_view *view, const cp_tags *tags)
{
    double room = view->plot.height * view->looks->style->tag.most;
    double ground = ground_between(view, -INFINITY, INFINITY);

    return tags->left_out == 0 && (tags->count == 0 || ground - tags->top <= room);
}

cp_tags cp_tags_place(const cp_mark_view *view, const cp_ink *ink)
{
    enum { MOST_TAGS = 400 };
    cp_ink tried = *ink;
    cp_tags tags = { 0 };

    for (size_t i = 0; i < view->rows; i++)
        tags.left_out += has_text(view, i);
    if (tags.left_out > MOST_TAGS)
        return tags;
    for (; tried.size >= view->looks->style->chart.smallest_text - 1e-9; tried.size -= size_step)
        for (int order = FORWARD; order < ORDERS; order++) {
            tags = place_all(view, &tried, (tag_order)order);
            if (has_room(view, &tags))
                return tags;
        }
    return tags;
}

cp_mark_word cp_tag_word(const cp_mark_view *view, const cp_tag *tag, size_t series)
{
    double x = view->x[tag->row];

    return (cp_mark_word){
        .series = series,
        .words = view->text[tag->row],
        .text = tag->text,
        .rect = tag->rect,
        .led = tag->led,
        .from = { x, view->y[tag->row] - view->looks->style->chart.label_gap },
        .to = { x, tag->rect.y + tag->rect.height },
    };
}
