/* slide_items.c - figures, pictures and tables of a slide. */
#include "deck/composer.h"

#include <stdint.h>
#include <strings.h>

#include "base/file.h"
#include "base/guess.h"
#include "deck/tableword.h"

static const char *const chart_kinds[] = { "yaml", "yml", NULL };
static const char *const picture_kinds[] = { "png", "jpg", "jpeg", "svg", NULL };

static cp_item *add_item(cp_composer *c, cp_place place)
{
    cp_slide *slide = c->slide;

    if (!cp_slide_has_body(slide)) {
        c->ok = cp_fail(c->report, place, "a slide of class %s takes no figure or table",
                        slide->class->name);
        return NULL;
    }
    if (slide->item_count == CP_MOST_ITEMS) {
        c->ok = cp_fail(c->report, place,
                        "more than %d figures and tables on one page of slide " CP_FMT,
                        (int)CP_MOST_ITEMS, CP_ARG(slide->name));
        return NULL;
    }
    if (!slide->items)
        slide->items = cp_new_array(c->arena, cp_item, CP_MOST_ITEMS);

    cp_item *item = &slide->items[slide->item_count++];

    item->place = place;
    item->row = c->rows;
    item->texts = slide->text_count;
    if (c->widths_used < c->width_count) {
        if (c->widths_used > 0) /* one list of widths is one row */
            item->row = item[-1].row;
        item->share = c->widths[c->widths_used++];
    }
    return item;
}

static bool is_one_of(const cp_composer *c, const cp_image *image, const char *const *kinds)
{
    const char *kind = cp_str_z(c->arena, cp_path_extension(cp_str_z(c->arena, image->path)));

    for (size_t i = 0; kinds[i]; i++)
        if (!strcasecmp(kind, kinds[i]))
            return true;
    return false;
}

static bool path_fits(cp_composer *c, const cp_image *image)
{
    if (cp_str_find(image->path, CP_STR("://"), 0) != SIZE_MAX)
        return cp_fail(c->report, image->place,
                       "'" CP_FMT "' is an address; pictures are files of "
                       "the pack",
                       CP_ARG(image->path));
    return is_one_of(c, image, chart_kinds) || is_one_of(c, image, picture_kinds)
           || cp_fail(c->report, image->place,
                      "'" CP_FMT "' is neither a figure (.yaml) nor a picture "
                      "(.png, .jpg, .svg)",
                      CP_ARG(image->path));
}

static const cp_figure_use *use_figure(cp_composer *c, const cp_image *image)
{
    cp_slides *slides = c->slides;

    for (cp_figure_use *use = slides->first_use; use; use = use->next)
        if (cp_str_is(image->path, use->path))
            return use;

    cp_figure_use *use = cp_new(c->arena, cp_figure_use);

    use->path = cp_str_z(c->arena, image->path);
    use->place = image->place;
    if (slides->last_use)
        slides->last_use->next = use;
    else
        slides->first_use = use;
    slides->last_use = use;
    slides->uses++;
    return use;
}

/* fit, crop, or crop and the side that stays: crop top. */
static bool read_picture_word(cp_composer *c, cp_item *look)
{
    static const struct {
        const char *word;
        bool crop;
        cp_point kept;
    } words[] = {
        { "fit", false, { 0.5, 0.5 } },     { "crop", true, { 0.5, 0.5 } },
        { "crop top", true, { 0.5, 0 } },   { "crop left", true, { 0, 0.5 } },
        { "crop right", true, { 1, 0.5 } }, { "crop bottom", true, { 0.5, 1 } },
    };
    enum { WORDS = sizeof words / sizeof *words };
    const char *names[WORDS];

    for (size_t i = 0; i < WORDS; i++) {
        names[i] = words[i].word;
        if (cp_str_is(c->picture_word->value, words[i].word)) {
            look->crop = words[i].crop;
            look->kept = words[i].kept;
            return true;
        }
    }
    return cp_fail(c->report, c->picture_word->place,
                   "picture: '" CP_FMT
                   "' is not known%s (fit, crop, crop top, left, right, bottom)",
                   CP_ARG(c->picture_word->value),
                   cp_guess_text(c->arena, c->picture_word->value, names, WORDS));
}

static bool take_picture_word(cp_composer *c, const cp_block *block, cp_item *look)
{
    bool any = false;

    for (size_t i = 0; i < block->image_count; i++)
        any = any || is_one_of(c, &block->images[i], picture_kinds);
    return (any
            || cp_fail(c->report, c->picture_word->place,
                       "picture: is for pictures (.png, .jpg, .svg); there is none in line %d",
                       block->place.line))
           && read_picture_word(c, look);
}

void cp_composer_figures(cp_composer *c, const cp_block *block)
{
    cp_item look = { .crop = false };

    if (!cp_composer_has_slide(c, block, "a figure"))
        return;
    if (c->picture_word)
        c->ok = take_picture_word(c, block, &look) && c->ok;
    c->picture_word = NULL;
    for (size_t i = 0; i < block->image_count; i++) {
        const cp_image *image = &block->images[i];
        cp_item *item = add_item(c, image->place);

        if (!item)
            break;
        if (!path_fits(c, image)) {
            c->ok = false;
            c->slide->item_count--;
            continue;
        }
        item->use = use_figure(c, image);
        item->caption = cp_str_trim(image->caption);
        item->alt = cp_str_trim(image->alt);
        item->crop = look.crop && is_one_of(c, image, picture_kinds);
        item->kept = look.kept;
    }
    c->rows++;
}

void cp_composer_table(cp_composer *c, const cp_block *block)
{
    cp_item *item = cp_composer_has_slide(c, block, "a table") ? add_item(c, block->place) : NULL;

    if (item) {
        item->table = &block->table;
        item->caption = c->caption;
    }
    if (item && c->table_word) {
        const cp_tabular_spec *table = cp_tableword_apply(
            c->arena, c->table_word->value, c->table_word->place, &block->table, c->report);

        item->table = table ? table : item->table;
        c->ok = table && c->ok;
    }
    c->caption = (cp_str){ 0 };
    c->table_word = NULL;
    c->rows++;
}
