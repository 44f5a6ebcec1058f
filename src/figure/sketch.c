#include "figure/sketch.h"

#include <math.h>

#include "base/color.h"

/* Bisections of a wrapped text's width, so that its lines become alike. */
enum { BALANCE_STEPS = 6 };

/* A box is wide that has this width over its height. */
static const double wide = 1.15;

double cp_sketch_length(const cp_sketch *sketch, double points)
{
    return points * sketch->scale;
}

bool cp_sketch_is_wide(const cp_sketch *sketch)
{
    return sketch->box.width > sketch->box.height * wide;
}

static cp_ink ink_of(const cp_sketch *sketch, cp_shape shape)
{
    const cp_diagram_style *style = sketch->style;
    cp_ink ink = style->item;

    if (shape == CP_SHAPE_HEAD || shape == CP_SHAPE_STEP || shape == CP_SHAPE_MILESTONE)
        ink = style->head;
    else if (shape == CP_SHAPE_CENTER)
        ink = style->center;
    else if (shape == CP_SHAPE_BASE)
        ink.bold = true;
    ink.size = fmax(ink.size * sketch->scale, sketch->smallest);
    return ink;
}

static cp_color fill_of(const cp_sketch *sketch, cp_shape shape, const cp_diagram_group *group)
{
    const cp_diagram_style *style = sketch->style;

    switch (shape) {
    case CP_SHAPE_HEAD:
    case CP_SHAPE_STEP:
        return group && group->colored ? group->color : style->head_fill;
    case CP_SHAPE_PANEL:
        return style->panel_fill;
    case CP_SHAPE_CENTER:
        return style->center_fill;
    case CP_SHAPE_BASE:
        return style->base_fill;
    case CP_SHAPE_MILESTONE:
        return style->milestone_fill;
    case CP_SHAPE_ARROW:
        return style->arrow;
    case CP_SHAPE_LINK:
        return style->link.color;
    default:
        return style->item_fill;
    }
}

static cp_text *set_words(cp_sketch *sketch, const cp_ink *ink, cp_diagram_text words, double width,
                          cp_align align)
{
    cp_text_box box
        = { .width = width, .line_height = ink->size * sketch->style->line_height, .align = align };
    cp_span span = { .text = words.text, .place = words.place };

    return cp_text_set(sketch->arena, sketch->fonts, ink, &box, &span, 1, &sketch->report);
}

/* Lines that a text may have before it reads much worse for them; what the lines up to there
 * count. */
static const double easy_wrap = 0.6;

static size_t easy_lines(cp_shape shape)
{
    switch (shape) {
    case CP_SHAPE_STEP:
    case CP_SHAPE_ITEM:
        return 1;
    case CP_SHAPE_MILESTONE:
        return 3;
    default:
        return 2;
    }
}

/* The height of the text within a width; what does not go in there is noted. */
static double text_height(cp_sketch *sketch, cp_shape shape, cp_diagram_text words, double width)
{
    cp_ink ink = ink_of(sketch, shape);
    const cp_text *text = set_words(sketch, &ink, words, fmax(width, ink.size), CP_ALIGN_CENTER);

    sketch->narrow = sketch->narrow || cp_text_least_width(text) > width + 0.01;
    sketch->texts++;
    if (cp_text_lines(text) > 1)
        sketch->wrapped += cp_text_lines(text) > easy_lines(shape) ? 1 : easy_wrap;
    return cp_text_size(text).height;
}

double cp_sketch_height(cp_sketch *sketch, cp_shape shape, cp_diagram_text words, double width)
{
    const cp_diagram_style *style = sketch->style;

    if (words.text.size == 0)
        return 0;
    return text_height(sketch, shape, words, width - 2 * cp_sketch_length(sketch, style->pad_x))
           + 2 * cp_sketch_length(sketch, style->pad_y);
}

double cp_sketch_width(cp_sketch *sketch, cp_shape shape, cp_diagram_text words)
{
    cp_ink ink = ink_of(sketch, shape);

    if (words.text.size == 0)
        return 0;
    /* A hair more than the line's own width, for a line that just fits. */
    return cp_text_size(set_words(sketch, &ink, words, 0, CP_ALIGN_LEFT)).width + 0.1
           + 2 * cp_sketch_length(sketch, sketch->style->pad_x);
}

double cp_sketch_tallest(const cp_sketch *sketch, cp_shape shape)
{
    return sketch->style->tallest * ink_of(sketch, shape).size * sketch->style->line_height;
}

static double list_indent(const cp_sketch *sketch, const cp_diagram_texts *list)
{
    return list->count > 1 ? cp_sketch_length(sketch, 3 * sketch->style->bullet) : 0;
}

static double list_gap(const cp_sketch *sketch)
{
    return cp_sketch_length(sketch, sketch->style->gap / 2);
}

double cp_sketch_list_height(cp_sketch *sketch, const cp_diagram_texts *list, double width)
{
    double room
        = width - 2 * cp_sketch_length(sketch, sketch->style->pad_x) - list_indent(sketch, list);
    double height = 2 * cp_sketch_length(sketch, sketch->style->pad_y);

    if (list->count == 0)
        return 0;
    for (size_t i = 0; i < list->count; i++)
        height += text_height(sketch, CP_SHAPE_LIST, list->item[i], room)
                  + (i > 0 ? list_gap(sketch) : 0);
    return height;
}

cp_card_size cp_sketch_card_size(cp_sketch *sketch, double width)
{
    const cp_diagram *diagram = sketch->diagram;
    cp_card_size size = { 0 };

    for (size_t i = 0; i < diagram->count; i++) {
        const cp_diagram_group *group = &diagram->groups[i];

        size.head = fmax(size.head, cp_sketch_height(sketch, CP_SHAPE_HEAD, group->title, width));
        size.body = fmax(size.body, cp_sketch_list_height(sketch, &group->items, width));
    }
    size.text = size.body;
    return size;
}

double cp_card_height(cp_card_size size)
{
    return size.head + size.body;
}

cp_card_size cp_sketch_stretch(const cp_sketch *sketch, cp_card_size size, double room)
{
    double spare = fmax(0, room - cp_card_height(size));
    double head = cp_sketch_tallest(sketch, CP_SHAPE_HEAD) * (size.body > 0 ? 0.6 : 1);

    if (size.head > 0) {
        double more = fmax(0, fmin(size.body > 0 ? spare * 0.25 : spare, head - size.head));

        size.head += more;
        spare -= more;
    }
    if (size.body > 0)
        size.body += fmin(spare, size.body * 0.6);
    return size;
}

static cp_sketch_part *add_part(cp_sketch *sketch, cp_shape shape, cp_rect rect,
                                const cp_diagram_group *group)
{
    cp_sketch_part *part = cp_new(sketch->arena, cp_sketch_part);

    *part = (cp_sketch_part){ .shape = shape, .rect = rect, .fill = fill_of(sketch, shape, group) };
    if (sketch->last)
        sketch->last->next = part;
    else
        sketch->first = part;
    sketch->last = part;
    return part;
}

/* A narrower width with as many lines: a last line of one character looks lost. */
static cp_text *set_evenly(cp_sketch *sketch, const cp_ink *ink, cp_diagram_text words,
                           double width, cp_align align, double *used)
{
    cp_text *text = set_words(sketch, ink, words, width, align);
    double low = width * (align == CP_ALIGN_LEFT ? 0.75 : 0.5), high = width;

    *used = width;
    for (int i = 0; i < BALANCE_STEPS && cp_text_lines(text) > 1; i++) {
        double middle = (low + high) / 2;
        cp_text *tried = set_words(sketch, ink, words, middle, align);

        if (cp_text_lines(tried) > cp_text_lines(text) || cp_text_least_width(tried) > middle) {
            low = middle;
            continue;
        }
        high = *used = middle;
        text = tried;
    }
    return text;
}

static void place_words(cp_sketch *sketch, cp_sketch_part *part, cp_rect room,
                        cp_diagram_text words)
{
    cp_ink ink = ink_of(sketch, part->shape);
    double width;
    cp_text *text;

    if (words.text.size == 0)
        return;
    if (part->shape == CP_SHAPE_HEAD || part->shape == CP_SHAPE_STEP)
        ink.color = cp_color_clearer(ink.color, sketch->style->item.color, part->fill);
    part->words = cp_new(sketch->arena, cp_set_words);
    part->count = 1;
    text = set_evenly(sketch, &ink, words, fmax(room.width, ink.size), CP_ALIGN_CENTER, &width);
    part->words[0] = (cp_set_words){
        .text = text,
        .at = { room.x + (room.width - width) / 2,
                room.y + (room.height - cp_text_size(text).height) / 2 },
    };
}

void cp_sketch_box(cp_sketch *sketch, cp_shape shape, cp_rect rect, cp_diagram_text words,
                   const cp_diagram_group *group)
{
    double pad = cp_sketch_length(sketch, sketch->style->pad_x);

    place_words(sketch, add_part(sketch, shape, rect, group),
                (cp_rect){ rect.x + pad, rect.y, rect.width - 2 * pad, rect.height }, words);
}

void cp_sketch_step(cp_sketch *sketch, cp_rect rect, double depth, bool notched,
                    const cp_diagram_group *group)
{
    cp_sketch_part *part = add_part(sketch, CP_SHAPE_STEP, rect, group);
    double left = notched ? depth : cp_sketch_length(sketch, sketch->style->pad_x);

    part->depth = depth;
    part->notched = notched;
    place_words(sketch, part,
                (cp_rect){ rect.x + left, rect.y, rect.width - left - depth, rect.height },
                group->title);
}

void cp_sketch_list(cp_sketch *sketch, cp_rect rect, const cp_diagram_texts *list, double tallest)
{
    cp_sketch_part *part = add_part(sketch, CP_SHAPE_LIST, rect, NULL);
    cp_ink ink = ink_of(sketch, CP_SHAPE_LIST);
    double pad = cp_sketch_length(sketch, sketch->style->pad_x);
    double indent = list_indent(sketch, list), room = rect.width - 2 * pad - indent, used;
    double y
        = rect.y + (rect.height - tallest) / 2 + cp_sketch_length(sketch, sketch->style->pad_y);

    if (list->count == 1) {
        place_words(sketch, part, (cp_rect){ rect.x + pad, rect.y, room, rect.height },
                    list->item[0]);
        return;
    }
    part->words = cp_new_array(sketch->arena, cp_set_words, list->count);
    for (; part->count < list->count; part->count++) {
        cp_text *text = set_evenly(sketch, &ink, list->item[part->count], fmax(room, ink.size),
                                   CP_ALIGN_LEFT, &used);

        part->words[part->count] = (cp_set_words){ text, { rect.x + pad + indent, y }, true };
        y += cp_text_size(text).height + list_gap(sketch);
    }
}

void cp_sketch_panel(cp_sketch *sketch, cp_rect rect)
{
    add_part(sketch, CP_SHAPE_PANEL, rect, NULL);
}

void cp_sketch_card(cp_sketch *sketch, cp_rect rect, cp_card_size size,
                    const cp_diagram_group *group)
{
    double head = group->items.count == 0 ? rect.height : size.head;

    if (group->title.text.size == 0)
        head = 0;
    if (group->items.count > 0)
        cp_sketch_list(sketch, cp_rect_inset(rect, head, 0, 0, 0), &group->items, size.text);
    if (head > 0)
        cp_sketch_box(sketch, CP_SHAPE_HEAD, (cp_rect){ rect.x, rect.y, rect.width, head },
                      group->title, group);
}

void cp_sketch_arrow(cp_sketch *sketch, cp_rect room, cp_way way)
{
    double across = cp_sketch_length(sketch, sketch->style->arrow_size), along;
    bool level = way == CP_WAY_RIGHT;

    across = fmin(across, level ? room.height : room.width);
    along = fmin(across * 0.95, level ? room.width : room.height);
    room.x += (room.width - (level ? along : across)) / 2;
    room.y += (room.height - (level ? across : along)) / 2;
    room.width = level ? along : across;
    room.height = level ? across : along;
    cp_sketch_long_arrow(sketch, room, way);
}

void cp_sketch_long_arrow(cp_sketch *sketch, cp_rect rect, cp_way way)
{
    add_part(sketch, CP_SHAPE_ARROW, rect, NULL)->way = way;
}

void cp_sketch_link(cp_sketch *sketch, const cp_point *points, size_t count)
{
    cp_sketch_part *part = add_part(sketch, CP_SHAPE_LINK, (cp_rect){ 0 }, NULL);

    part->pointed = sketch->diagram->arrows;
    part->depth = cp_sketch_length(sketch, sketch->style->arrow_size * 0.5);
    for (size_t i = 0; i < count; i++) {
        const cp_point *last = part->points > 0 ? &part->point[part->points - 1] : NULL;

        /* No point twice: a link's last stretch gives its arrow's direction. */
        if (!last || hypot(points[i].x - last->x, points[i].y - last->y) > 0.5)
            part->point[part->points++] = points[i];
    }
}

size_t cp_sketch_share(size_t across, size_t here)
{
    return here > 0 && across % here == 0 ? here : across;
}

static void place_grid(cp_sketch *sketch, cp_rect rect, const cp_diagram_texts *list, size_t across,
                       double height, const cp_color *fill)
{
    double gap = cp_sketch_length(sketch, sketch->style->gap);

    for (size_t i = 0; i < list->count; i++) {
        size_t row = i / across, column = i % across;
        size_t left = list->count - row * across,
               here = cp_sketch_share(across, left < across ? left : across);
        double width = (rect.width - (double)(here - 1) * gap) / (double)here;
        cp_rect box = { rect.x + (double)column * (width + gap),
                        rect.y + (double)row * (height + gap), width, height };

        cp_sketch_box(sketch, CP_SHAPE_ITEM, box, list->item[i], NULL);
        if (fill)
            sketch->last->fill = *fill;
    }
}

void cp_sketch_grid(cp_sketch *sketch, cp_rect rect, const cp_diagram_texts *list, size_t across,
                    double height)
{
    place_grid(sketch, rect, list, across, height, NULL);
}

void cp_sketch_paper_grid(cp_sketch *sketch, cp_rect rect, const cp_diagram_texts *list,
                          size_t across, double height)
{
    place_grid(sketch, rect, list, across, height, &sketch->paper);
}
