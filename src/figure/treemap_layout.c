/* treemap_layout.c - cells by their values, and texts as large as their cells let them be. */

#include "figure/treemap.h"

#include <math.h>

#include "base/color.h"
#include "figure/squarify.h"

/* Names come down to the smallest size in steps of this, and break into lines before
 * they are smaller than the other part of what they want. */
static const double step = 0.93, unbroken = 0.65;

enum { LINES_MOST = 2 };

typedef struct placing {
    const cp_treemap *map;
    const cp_figure_env *env;
    const cp_treemap_style *style;
    cp_arena *page;
    cp_treemap_layout *out;
} placing;

static double smallest(const placing *p)
{
    return p->env->style->chart.smallest_text;
}

static cp_text *set_text(const placing *p, const cp_treemap_item *item, cp_ink ink, double size,
                         cp_str text, double width)
{
    cp_span span = { .text = text, .place = item->place, .bold = ink.bold };
    cp_text_box box = { .width = width, .align = CP_ALIGN_CENTER };

    ink.size = size;
    ink.color = cp_color_clearer(ink.color, p->env->style->page.background, item->color);
    return cp_text_set(p->page, p->env->fonts, &ink, &box, &span, 1, p->env->report);
}

/* Words follow their name's size down and stay below it. */
static double words_size(const placing *p, double name_size)
{
    double wanted = name_size * p->style->value.size / p->style->name.size;

    return fmax(smallest(p), fmin(wanted, p->style->value.size * 1.3));
}

typedef struct trial {
    const cp_treemap_item *item;
    cp_size room;        /* within the padding */
    cp_size name, words; /* of the texts in one line, at size 1 */
    bool with_words;
} trial;

static bool fits_in_line(const placing *p, const trial *t, double size)
{
    double second = t->with_words ? words_size(p, size) : 0;

    return t->name.width * size <= t->room.width && t->words.width * second <= t->room.width
           && t->name.height * size + t->words.height * second <= t->room.height;
}

static bool fits_in_lines(const placing *p, const trial *t, double size)
{
    double second = t->with_words ? words_size(p, size) : 0;
    cp_text *text;

    if (t->words.width * second > t->room.width || t->name.width * size > LINES_MOST * t->room.width
        || LINES_MOST * t->name.height * size + t->words.height * second > t->room.height)
        return false;
    text = set_text(p, t->item, p->style->name, size, t->item->name, t->room.width);
    return cp_text_lines(text) <= LINES_MOST && cp_text_least_width(text) <= t->room.width;
}

/* The size of the name, and whether it is broken; 0: there is no room. */
static double find_size(const placing *p, const trial *t, double wanted, bool *broken)
{
    double least = smallest(p), size;

    *broken = false;
    for (size = wanted; size >= fmax(least, wanted * unbroken); size *= step)
        if (fits_in_line(p, t, size))
            return size;
    *broken = true;
    for (size = wanted; size >= least; size *= step)
        if (fits_in_lines(p, t, size))
            return size;
    *broken = false;
    for (size = wanted * unbroken; size >= least; size *= step)
        if (fits_in_line(p, t, size))
            return size;
    *broken = !fits_in_line(p, t, least);
    return !*broken || fits_in_lines(p, t, least) ? least : 0;
}

static void place_texts(const placing *p, cp_treemap_cell *cell, const trial *t, double size,
                        bool broken)
{
    cp_rect box = cell->box;
    double height, top;

    cell->name
        = set_text(p, t->item, p->style->name, size, t->item->name, broken ? t->room.width : 0);
    height = cp_text_size(cell->name).height;
    if (t->with_words) {
        cell->words = set_text(p, t->item, p->style->value, words_size(p, size), t->item->words, 0);
        height += cp_text_size(cell->words).height;
    }
    top = box.y + (box.height - height) / 2;
    cell->name_at = (cp_point){
        box.x + (box.width - (broken ? t->room.width : cp_text_size(cell->name).width)) / 2, top
    };
    if (cell->words)
        cell->words_at = (cp_point){ box.x + (box.width - cp_text_size(cell->words).width) / 2,
                                     top + cp_text_size(cell->name).height };
}

static cp_size size_at_one(const placing *p, const cp_treemap_item *item, cp_ink ink, cp_str text)
{
    cp_size size = cp_text_size(set_text(p, item, ink, ink.size, text, 0));

    return (cp_size){ size.width / ink.size, size.height / ink.size };
}

static void name_cell(const placing *p, cp_treemap_cell *cell)
{
    const cp_treemap_item *item = cell->item;
    cp_treemap_layout *out = p->out;
    double pad = p->style->padding;
    cp_rect inner = cp_rect_inset(cell->box, pad, pad, pad, pad);
    trial t = { .item = item, .room = { inner.width, inner.height } };
    double wanted = sqrt(cell->box.width * cell->box.height) * p->style->grow, size = 0;
    bool broken = false;

    wanted = fmin(p->style->largest, fmax(p->style->name.size, wanted));
    if (inner.height >= smallest(p) && inner.width >= smallest(p)) {
        t.name = size_at_one(p, item, p->style->name, item->name);
        t.words = size_at_one(p, item, p->style->value, item->words);
        t.with_words = item->words.size > 0;
        size = find_size(p, &t, wanted, &broken);
    }
    if (size > 0) {
        out->named += item->value / p->map->total;
    } else {
        out->left_out++;
        if (t.name.width > 0 && t.with_words) {
            t.with_words = false;
            size = find_size(p, &t, p->style->name.size, &broken);
        }
    }
    if (size > 0)
        place_texts(p, cell, &t, size, broken);
}

/* The group's head within `box`, which it takes its height from. */
static void place_head(const placing *p, const cp_treemap_group *group, cp_rect *box)
{
    cp_ink ink = p->style->group;
    double height = p->style->head_height * ink.size;
    cp_text *text;

    if (group->name.size == 0)
        return;
    text = cp_text_line(p->page, p->env->fonts, &ink, group->name, group->place, p->env->report);
    ink.size = fmin(ink.size, ink.size * box->width / cp_text_size(text).width);
    if (ink.size < smallest(p) || height > box->height / 2) {
        p->out->left_out++;
        return;
    }
    if (ink.size < p->style->group.size)
        text
            = cp_text_line(p->page, p->env->fonts, &ink, group->name, group->place, p->env->report);
    p->out->head[p->out->heads] = text;
    p->out->head_at[p->out->heads++]
        = (cp_point){ box->x, box->y + (height - cp_text_size(text).height) / 2 };
    *box = cp_rect_inset(*box, height, 0, 0, 0);
}

static void place_group(const placing *p, const cp_treemap_group *group, cp_rect box)
{
    double *value = cp_new_array(p->page, double, group->count);
    cp_rect *rect = cp_new_array(p->page, cp_rect, group->count);

    place_head(p, group, &box);
    for (size_t i = 0; i < group->count; i++)
        value[i] = group->item[i].value;
    cp_squarify(value, group->count, box, rect);
    for (size_t i = 0; i < group->count; i++) {
        cp_treemap_cell *cell = &p->out->cell[p->out->count++];

        *cell = (cp_treemap_cell){ .item = &group->item[i], .box = rect[i] };
        name_cell(p, cell);
    }
}

/* Half a gap around every group, and the box as much larger. */
static void place_groups(const placing *p, cp_size size)
{
    const cp_treemap *map = p->map;
    double half = map->count > 1 ? p->style->group_gap / 2 : 0;
    cp_rect box = { -half, -half, size.width + 2 * half, size.height + 2 * half };
    double *value = cp_new_array(p->page, double, map->count);
    cp_rect *rect = cp_new_array(p->page, cp_rect, map->count);

    for (size_t i = 0; i < map->count; i++)
        value[i] = map->group[i].total;
    cp_squarify(value, map->count, box, rect);
    for (size_t i = 0; i < map->count; i++)
        place_group(p, &map->group[i], cp_rect_inset(rect[i], half, half, half, half));
}

static cp_treemap_layout make_in(const cp_treemap *map, const cp_figure_env *env, cp_size size,
                                 cp_arena *page)
{
    cp_treemap_layout layout = { 0 };
    placing p = { map, env, &env->style->treemap, page, &layout };
    size_t cells = 0;

    for (size_t i = 0; i < map->count; i++)
        cells += map->group[i].count;
    layout.cell = cp_new_array(page, cp_treemap_cell, cells);
    layout.head = cp_new_array(page, cp_text *, map->count);
    layout.head_at = cp_new_array(page, cp_point, map->count);
    place_groups(&p, size);
    return layout;
}

static cp_text *set_note(const cp_figure_env *env, size_t count, cp_arena *page)
{
    const cp_treemap_style *style = &env->style->treemap;
    cp_str text = cp_str_replace(page, style->note_text, CP_STR("{count}"),
                                 cp_str_printf(page, "%zu", count));

    return cp_text_line(page, env->fonts, &style->note, text, (cp_place){ 0 }, env->report);
}

cp_treemap_layout cp_treemap_layout_make(const cp_treemap *map, const cp_figure_env *env,
                                         cp_size size, cp_arena *page)
{
    cp_treemap_layout layout = make_in(map, env, size, page);
    double pad = env->style->treemap.padding, height;

    if (layout.left_out == 0)
        return layout;
    height = cp_text_size(set_note(env, layout.left_out, page)).height;
    size.height = fmax(0, size.height - height - pad);
    layout = make_in(map, env, size, page);
    if (layout.left_out > 0) {
        layout.note = set_note(env, layout.left_out, page);
        layout.note_at
            = (cp_point){ size.width - cp_text_size(layout.note).width, size.height + pad };
    }
    return layout;
}

/* The smallest box of the usual proportions in which most of the whole bears its names. */
cp_size cp_treemap_layout_least(const cp_treemap *map, const cp_figure_env *env, cp_arena *page)
{
    const cp_chart_style *chart = &env->style->chart;
    const cp_treemap_style *style = &env->style->treemap;
    double proportion = chart->height / chart->width;
    double width = cp_text_size(set_note(env, 999, page)).width;
    cp_size size = { width, width * proportion };

    for (int i = 0; i < 60; i++) {
        cp_treemap_layout layout = cp_treemap_layout_make(map, env, size, page);

        if (layout.named >= style->named)
            break;
        size = (cp_size){ size.width * 1.08, size.height * 1.08 };
    }
    return size;
}
