/* wordcloud.c - words as large as their weights say, placed glyph by glyph without overlap. */

#include <math.h>
#include <stdlib.h>

#include "figure/mask.h"
#include "figure/parts.h"
#include "paint/output.h"
#include "plot/names.h"

enum { WORDS_MOST = 200, GRID_MOST = 1000 };

/* The heaviest word comes down in steps of this until all find room; all ink takes at
 * most so much of the box. */
static const double step = 0.94, fullest = 0.8;

enum { TURN_NONE, TURN_SOME };
static const char *const turn_words[] = { "none", "some", NULL };

typedef struct cloud_word {
    cp_str text;
    double share; /* 0..1: between the smallest size and the largest */
    cp_color color;
    bool turned;
    cp_place place;
} cloud_word;

typedef struct cloud_spec {
    cp_row_source source;
    cp_str word, weight, group;
    int turn;
    cp_parts parts;
    size_t count;
    cloud_word *words; /* heaviest first */
} cloud_spec;

static const cp_field cloud_fields[] = {
    CP_ROW_FIELDS(cloud_spec, source),
    { .key = "word",
      .type = CP_FIELD_TEXT,
      .offset = offsetof(cloud_spec, word),
      .fallback = "!",
      .help = "the column of the words" },
    { .key = "weight",
      .type = CP_FIELD_TEXT,
      .offset = offsetof(cloud_spec, weight),
      .fallback = "!",
      .help = "the column of their weights; a word's size goes with the root of its weight" },
    { .key = "group",
      .type = CP_FIELD_TEXT,
      .offset = offsetof(cloud_spec, group),
      .help = "the column whose values have a colour each; default: every word another" },
    { .key = "turn",
      .type = CP_FIELD_WORD,
      .offset = offsetof(cloud_spec, turn),
      .fallback = "none",
      .words = turn_words,
      .help = "whether some words stand upright" },
    { 0 },
};

static bool cloud_read(cp_figure *figure, const cp_node *map, const cp_figure_env *env)
{
    cloud_spec *spec = figure->spec;

    return cp_row_source_read(&spec->source, figure, map, env);
}

/* Every third word, but the two heaviest. */
static bool is_turned(const cloud_spec *spec, size_t at)
{
    return spec->turn == TURN_SOME && at % 3 == 2;
}

static void make_words(cloud_spec *spec, const cp_column *group, const cp_figure_env *env)
{
    const cp_parts *parts = &spec->parts;
    const cp_colors *colors = &env->style->chart.class_texts;
    double most = sqrt(parts->item[0].value), least = sqrt(parts->item[parts->count - 1].value);
    cp_names names;

    cp_names_begin(&names, env->arena, parts->count);
    spec->words = cp_new_array(env->arena, cloud_word, parts->count);
    for (size_t i = 0; i < parts->count; i++) {
        const cp_part *part = &parts->item[i];
        double share = most > least ? (sqrt(part->value) - least) / (most - least) : 1;
        size_t color = i;

        if (group)
            color = cp_names_index(&names, cp_cell_plain(env->arena, group, part->row));
        spec->words[spec->count++]
            = (cloud_word){ .text = part->name,
                            .share = share,
                            .color = colors->item[color % colors->count],
                            .turned = is_turned(spec, i),
                            .place = cp_table_place(parts->table, part->row) };
    }
}

/* 词云：标题，共42个词，以固态电池、光模块、机器人居首。 */
static cp_str describe(const cloud_spec *spec, const cp_figure *figure, cp_arena *arena)
{
    cp_buf heads = { 0 };
    cp_str sentence;

    for (size_t i = 0; i < spec->count && i < 3; i++)
        cp_buf_printf(&heads, "%s" CP_FMT, i > 0 ? "、" : "", CP_ARG(spec->words[i].text));
    sentence
        = cp_str_printf(arena, "词云：" CP_FMT "%s共%zu个词，以%s居首。", CP_ARG(figure->title),
                        figure->title.size > 0 ? "，" : "", spec->count, heads.data);
    cp_buf_free(&heads);
    return sentence;
}

/* What the spec says of its rows; `group` stays NULL where it names none. */
static bool bind(cloud_spec *spec, const cp_figure_env *env, const cp_column **group)
{
    cp_part_wish wish = { .name_key = "word",
                          .value_key = "weight",
                          .name = spec->word,
                          .value = spec->weight,
                          .most = WORDS_MOST };

    bool parts = cp_parts_load(&spec->parts, &spec->source, &wish, env);

    *group = spec->parts.table
                 ? cp_row_source_column(&spec->source, spec->parts.table, "group", spec->group, env)
                 : NULL;
    return parts && (*group || spec->group.size == 0);
}

static void cloud_check(const cp_figure *figure, const cp_figure_env *env)
{
    cloud_spec *spec = figure->spec;
    const cp_column *group;

    if (spec->source.known)
        (void)bind(spec, env, &group);
}

static bool cloud_load(cp_figure *figure, const cp_figure_env *env)
{
    cloud_spec *spec = figure->spec;
    const cp_column *group;

    if (!bind(spec, env, &group))
        return false;
    cp_parts_sort(&spec->parts);
    make_words(spec, group, env);
    if (figure->alt.size == 0)
        figure->alt = describe(spec, figure, env->arena);
    return true;
}

typedef struct cloud {
    const cloud_spec *spec;
    const cp_figure_env *env;
    cp_arena *page;
    double cell;     /* points a cell of the grid */
    cp_size size;    /* of the box */
    double *type;    /* of each word: its size */
    cp_text **text;  /* at that size */
    cp_point *shift; /* from its mask's corner to its text's */
    cp_mask *mask;
    cp_mask_spot *spot;
    double ink; /* of all masks, in cells */
    bool masked;
} cloud;

static double cell_of(cp_size box)
{
    return fmax(1, fmax(box.width, box.height) / GRID_MOST);
}

static cloud begin_cloud(const cloud_spec *spec, const cp_figure_env *env, cp_size size,
                         cp_arena *page)
{
    return (cloud){ .spec = spec,
                    .env = env,
                    .page = page,
                    .cell = cell_of(size),
                    .size = size,
                    .type = cp_new_array(page, double, spec->count),
                    .text = cp_new_array(page, cp_text *, spec->count),
                    .shift = cp_new_array(page, cp_point, spec->count),
                    .mask = cp_new_array(page, cp_mask, spec->count),
                    .spot = cp_new_array(page, cp_mask_spot, spec->count) };
}

/* Upright words are read from below. */
static void draw_word(const cloud *c, size_t at, cairo_t *cr, double x, double y)
{
    cairo_save(cr);
    cairo_translate(cr, x, y);
    if (c->spec->words[at].turned) {
        cairo_translate(cr, 0, cp_text_size(c->text[at]).width);
        cairo_rotate(cr, -acos(-1) / 2);
    }
    cp_text_draw(c->text[at], cr, 0, 0);
    cairo_restore(cr);
}

static void read_pixels(cairo_surface_t *surface, cp_mask *mask)
{
    const unsigned char *pixel = cairo_image_surface_get_data(surface);
    int stride = cairo_image_surface_get_stride(surface);

    cairo_surface_flush(surface);
    for (int y = 0; pixel && y < mask->height; y++)
        for (int x = 0; x < mask->width; x++)
            if (pixel[y * stride + x] > 0)
                cp_mask_ink(mask, x, y);
}

/* Every cell that a glyph touches at all. */
static cp_mask raster(const cloud *c, size_t at, cp_size size, double margin)
{
    int width = (int)ceil((size.width + 2 * margin) / c->cell);
    int height = (int)ceil((size.height + 2 * margin) / c->cell);
    cairo_surface_t *surface = cairo_image_surface_create(CAIRO_FORMAT_A8, width, height);
    cairo_t *cr = cairo_create(surface);
    cp_mask mask = cp_mask_make(c->page, width, height);

    cairo_scale(cr, 1 / c->cell, 1 / c->cell);
    draw_word(c, at, cr, margin, margin);
    read_pixels(surface, &mask);
    cairo_destroy(cr);
    cairo_surface_destroy(surface);
    return mask;
}

static cp_point first_ink(const cp_mask *mask)
{
    cp_point first = { mask->width, mask->height };

    for (int y = 0; y < mask->height; y++)
        for (int x = 0; x < mask->width; x++)
            if (cp_mask_has(mask, x, y))
                first = (cp_point){ fmin(first.x, x), fmin(first.y, y) };
    return first;
}

/* Before and behind a word there is more room than above and below, lest two read as one. */
static void grow_mask(cloud *c, size_t at, double size, const cp_mask *mask)
{
    const cp_wordcloud_style *style = &c->env->style->wordcloud;
    int above = (int)ceil(style->gap / 2 / c->cell);
    int before = (int)ceil(fmax(style->gap, style->space * size) / 2 / c->cell);
    bool turned = c->spec->words[at].turned;
    int sides = turned ? above : before, ends = turned ? before : above;

    c->mask[at] = cp_mask_grow(c->page, mask, sides, ends);
    c->shift[at] = (cp_point){ sides * c->cell, ends * c->cell };
}

static void set_texts(cloud *c, double largest)
{
    const cp_wordcloud_style *style = &c->env->style->wordcloud;

    for (size_t i = 0; i < c->spec->count; i++) {
        const cloud_word *word = &c->spec->words[i];
        double size = style->smallest + (largest - style->smallest) * word->share;
        cp_ink ink = { size, style->bold, word->color };

        c->type[i] = size;
        c->text[i]
            = cp_text_line(c->page, c->env->fonts, &ink, word->text, word->place, c->env->report);
    }
}

static cp_size upright_size(const cloud *c, size_t at)
{
    cp_size size = cp_text_size(c->text[at]);

    return c->spec->words[at].turned ? (cp_size){ size.height, size.width } : size;
}

static bool fit_the_box(const cloud *c)
{
    for (size_t i = 0; i < c->spec->count; i++) {
        cp_size size = upright_size(c, i);

        if (size.width > c->size.width + c->type[i] || size.height > c->size.height + c->type[i])
            return false;
    }
    return true;
}

static void set_masks(cloud *c)
{
    c->ink = 0;
    for (size_t i = 0; i < c->spec->count; i++) {
        double margin = c->type[i] / 4; /* ink beyond the text's box */
        cp_mask mask = raster(c, i, upright_size(c, i), margin);
        cp_point first = first_ink(&mask);

        grow_mask(c, i, c->type[i], &mask);
        c->shift[i].x += margin - first.x * c->cell;
        c->shift[i].y += margin - first.y * c->cell;
        c->ink += (double)c->mask[i].width * c->mask[i].height;
    }
    c->masked = true;
}

/* All words in the box, if they find room there. */
static bool place_words(cloud *c)
{
    int width = (int)(c->size.width / c->cell), height = (int)(c->size.height / c->cell);

    if (!fit_the_box(c))
        return false;
    if (!c->masked)
        set_masks(c);
    return c->ink <= fullest * width * height
           && cp_mask_place(c->page, c->mask, c->spec->count, width, height, c->spot);
}

static double least_largest(const cp_figure_env *env)
{
    const cp_wordcloud_style *style = &env->style->wordcloud;

    return fmin(fmax(style->largest, style->smallest), style->smallest * style->spread);
}

/* In the smallest box of the usual proportions in which all find room at the least sizes. */
static cloud lay_out_least(const cloud_spec *spec, const cp_figure_env *env, cp_arena *page)
{
    const cp_chart_style *chart = &env->style->chart;
    double proportion = chart->height / chart->width, width = 4 * env->style->wordcloud.smallest;
    cloud c = begin_cloud(spec, env, (cp_size){ width, width * proportion }, page);

    set_texts(&c, least_largest(env));
    for (int i = 0; i < 120 && !place_words(&c); i++) {
        width *= 1.06;
        c.size = (cp_size){ width, width * proportion };
        c.masked = c.masked && c.cell == cell_of(c.size);
        c.cell = cell_of(c.size);
    }
    return c;
}

static cp_size cloud_least(const cp_figure *figure, const cp_figure_env *env)
{
    cp_arena page = { 0 };
    cp_size size = lay_out_least(figure->spec, env, &page).size;

    cp_arena_free(&page);
    return size;
}

/* How many steps down the sizes go when words found no room: as many as it takes for their
 * ink to be no more than may be, were it to shrink by the square of the sizes. */
static int steps_down(const cloud *c)
{
    double room = fullest * c->size.width * c->size.height / (c->cell * c->cell);
    int steps = c->ink > room ? (int)(log(sqrt(c->ink / room)) / log(1 / step)) : 0;

    return steps > 1 ? steps : 1;
}

/* As large as there is room for; what the least box can take, every box can. */
static cloud lay_out(const cloud_spec *spec, const cp_figure_env *env, cp_size size, cp_arena *page)
{
    double least = least_largest(env), largest = fmax(least, env->style->wordcloud.largest);
    cloud c;

    for (;;) {
        c = begin_cloud(spec, env, size, page);
        set_texts(&c, largest);
        if (place_words(&c))
            return c;
        if (largest <= least)
            return lay_out_least(spec, env, page);
        largest = fmax(least, largest * pow(step, steps_down(&c)));
    }
}

/* The box of all words, in cells. */
static cp_rect bounds(const cloud *c)
{
    double left = INFINITY, top = INFINITY, right = 0, bottom = 0;

    for (size_t i = 0; i < c->spec->count; i++) {
        left = fmin(left, c->spot[i].x);
        top = fmin(top, c->spot[i].y);
        right = fmax(right, c->spot[i].x + c->mask[i].width);
        bottom = fmax(bottom, c->spot[i].y + c->mask[i].height);
    }
    return (cp_rect){ left, top, right - left, bottom - top };
}

static void cloud_draw(const cp_figure *figure, const cp_figure_env *env, cp_rect box,
                       cp_gutters gutters, cairo_t *cr, cp_arena *page, cp_buf *dump)
{
    cloud c = lay_out(figure->spec, env, (cp_size){ box.width, box.height }, page);
    cp_rect all = bounds(&c);
    double x = box.x + (box.width - all.width * c.cell) / 2 - all.x * c.cell;
    double y = box.y + (box.height - all.height * c.cell) / 2 - all.y * c.cell;

    (void)gutters;
    for (size_t i = 0; i < c.spec->count; i++) {
        double left = x + c.spot[i].x * c.cell, top = y + c.spot[i].y * c.cell;

        draw_word(&c, i, cr, left + c.shift[i].x, top + c.shift[i].y);
        if (dump)
            cp_buf_printf(dump, "word %.2f,%.2f %.2fx%.2f%s " CP_FMT "\n", left, top,
                          c.mask[i].width * c.cell, c.mask[i].height * c.cell,
                          c.spec->words[i].turned ? " turned" : "", CP_ARG(c.spec->words[i].text));
    }
}

const cp_figure_class cp_figure_wordcloud = {
    .name = "wordcloud",
    .summary = "words as large as their weights say",
    .fields = cloud_fields,
    .spec_size = sizeof(cloud_spec),
    .read = cloud_read,
    .load = cloud_load,
    .check = cloud_check,
    .least = cloud_least,
    .draw = cloud_draw,
};
