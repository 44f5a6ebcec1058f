#include "plot/tag.h"

#include <math.h>

#include "plot/labels.h"

enum { MOST_TAGS = 400 };

static const double size_step = 0.5;
static const double lines_led = 4; /* rather smaller than higher; only the smallest go far up */
static const double brief = 0.3;   /* effort for a size that need not do */

static bool has_text(const cp_mark_view *view, size_t row)
{
    return !isnan(view->x[row]) && cp_mark_shows(view, row) && view->text[row].size > 0;
}

/* The highest of all that stands between left and right: points, their whole steps (as bars
 * and lines in steps fill them), and the line between them where there are lines. */
static double ground_between(const cp_mark_view *view, double left, double right)
{
    const double *x = view->x, *y = view->y, edge[] = { left, right };
    double half = view->stepped ? view->step / 2 : 0, top = INFINITY;

    for (size_t i = 0; i < view->rows; i++) {
        if (x[i] + half > left && x[i] - half < right)
            top = fmin(top, y[i]);
        for (int k = 0; k < 2 && view->lined && i + 1 < view->rows; k++)
            if (x[i] < edge[k] && x[i + 1] > edge[k])
                top = fmin(top, y[i] + (y[i + 1] - y[i]) * (edge[k] - x[i]) / (x[i + 1] - x[i]));
    }
    return top;
}

/* What keeps texts and leaders apart. */
static double clear_of(const cp_mark_view *view)
{
    return view->looks->style->tag.gap / 2;
}

/* In the middle over its point, on all that is lower there; a text so wide that it would cover
 * the next one's leader ends at its own.  Its anchor goes up so far: no other text may come in
 * between.  Who stands on its own point comes first: only the others must have leaders. */
static cp_label_wish wish_of(const cp_mark_view *view, const cp_tags *tags, size_t index)
{
    static const cp_toward above = CP_TOWARD_ABOVE;
    const cp_style *style = view->looks->style;
    const cp_tag *tag = &tags->item[index];
    cp_size size = cp_text_size(tag->text);
    cp_point at = { view->x[tag->row], view->y[tag->row] }, top = at;
    double left = at.x - size.width / 2;

    if (index + 1 < tags->count && view->x[tag[1].row] < at.x + size.width / 2)
        left = at.x - size.width + style->tag.gap;
    left = fmax(fmin(left, view->plot.x + view->plot.width - size.width), view->plot.x);
    top.y = fmin(ground_between(view, left, left + size.width), at.y);
    return (cp_label_wish){ .anchor = { at, top, 0 },
                            .size = size,
                            .toward = &above,
                            .toward_count = 1,
                            .only_toward = true,
                            .weight = top.y < at.y ? 1 : 2,
                            .before = true,
                            .at = { left - at.x,
                                    top.y - style->chart.label_gap - size.height - at.y } };
}

/* Points, their whole steps, and lines between them; clear of the leaders that begin on them. */
static void add_ground(const cp_mark_view *view, cp_label_task *task)
{
    double clear = clear_of(view), half = view->stepped ? fmax(view->step / 2 - clear, 0) : 0;
    double foot = view->plot.y + view->plot.height;
    cp_rect *step = cp_new_array(view->page, cp_rect, view->rows);
    cp_anchor *line = cp_new_array(view->page, cp_anchor, view->rows);

    for (size_t i = 0; i < view->rows; i++) {
        cp_point at = { view->x[i], view->y[i] };

        if (isnan(at.x) || isnan(at.y))
            continue;
        step[task->obstacle_count++]
            = (cp_rect){ at.x - half, at.y + clear + 0.01, 2 * half, fmax(foot - at.y - clear, 0) };
        if (view->lined && i + 1 < view->rows)
            line[task->ink_count++] = (cp_anchor){ at, { view->x[i + 1], view->y[i + 1] }, 0 };
    }
    task->obstacle = step;
    task->ink = line;
}

static cp_label_places find_places(const cp_mark_view *view, const cp_tags *tags, double led_most,
                                   double effort)
{
    const cp_style *style = view->looks->style;
    cp_label_wish *wish = cp_new_array(view->page, cp_label_wish, tags->count);
    cp_rect area = view->plot;
    double top = fmax(ground_between(view, -INFINITY, INFINITY), area.y);
    double room = area.height * style->tag.most;
    cp_label_task task
        = { .frame = { area.x, top - room, area.width, area.y + area.height - top + room },
            .rules = { .near = style->chart.label_gap,
                       .least = clear_of(view),
                       .between = clear_of(view),
                       .leader_from = style->chart.label_gap + style->tag.gap,
                       .leader_most = led_most,
                       .effort = effort },
            .wish = wish,
            .count = tags->count };

    for (size_t i = 0; i < tags->count; i++)
        wish[i] = wish_of(view, tags, i);
    add_ground(view, &task);
    return cp_labels_place(view->page, &task);
}

static cp_tags place_all(const cp_mark_view *view, const cp_ink *ink, double led_most,
                         double effort)
{
    const cp_style *style = view->looks->style;
    cp_tags tags = { .item = cp_new_array(view->page, cp_tag, view->rows), .top = INFINITY };
    cp_label_places places;
    size_t count = 0;

    for (size_t i = 0; i < view->rows; i++)
        if (has_text(view, i))
            tags.item[tags.count++]
                = (cp_tag){ .row = i,
                            .text = cp_text_line(view->page, view->looks->fonts, ink, view->text[i],
                                                 view->place, view->looks->report) };
    places = find_places(view, &tags, led_most, effort);
    for (size_t i = 0; i < tags.count; i++) {
        cp_tag tag = tags.item[i];

        if (!places.place[i].placed)
            continue;
        tag.rect = places.place[i].box;
        tag.led = view->y[tag.row] - tag.rect.y - tag.rect.height
                  > style->chart.label_gap + style->tag.gap;
        tags.top = fmin(tags.top, tag.rect.y);
        tags.item[count++] = tag;
    }
    tags.left_out = tags.count - count;
    tags.count = count;
    return tags;
}

cp_tags cp_tags_place(const cp_mark_view *view, const cp_ink *ink)
{
    const double least = view->looks->style->chart.smallest_text - 1e-9;
    cp_tags tags = { 0 };

    for (size_t i = 0; i < view->rows; i++)
        tags.left_out += has_text(view, i);
    if (tags.left_out > MOST_TAGS)
        return tags;
    for (cp_ink tried = *ink; tags.left_out > 0 && tried.size >= least; tried.size -= size_step) {
        tags = place_all(view, &tried, lines_led * tried.size, brief);
        if (tags.left_out > 0 && tried.size - size_step < least)
            tags = place_all(view, &tried, 0, 1);
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
