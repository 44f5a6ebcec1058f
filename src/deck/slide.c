#include "deck/slide.h"

#include "base/guess.h"
#include "base/utf8.h"
#include "base/file.h"
#include "deck/inline.h"
#include "deck/layout.h"
#include "deck/tableword.h"

#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <strings.h>

enum { MOST_TEXTS = 256, MOST_SLIDES = 2000 }; /* paragraphs of a page, pages of a deck */

static const char *const words[] = { "class", "layout", "width", "numbers", "note", "table", NULL };

static const cp_slide_class classes[] = {
    { "content", CP_SLIDE_CONTENT, 0 },
    { "cover", CP_SLIDE_COVER, 0 },
    { "contents", CP_SLIDE_CONTENTS, 0 },
    { "key-points", CP_SLIDE_CONTENT, offsetof(cp_style, key_points) },
    { "statement", CP_SLIDE_STATEMENT, 0 },
    { "risk", CP_SLIDE_CONTENT, offsetof(cp_style, risk) },
    { "disclaimer", CP_SLIDE_CONTENT, offsetof(cp_style, disclaimer) },
    { "blank", CP_SLIDE_BLANK, 0 },
};

/* Of pages that no word makes. */
static const cp_slide_class own_classes[] = {
    { "section", CP_SLIDE_SECTION, 0 },
    { "alone", CP_SLIDE_CONTENT, 0 },
};

enum { CLASSES = sizeof classes / sizeof *classes };

static const char *const source_heads[] = { "资料来源", "数据来源", "来源", NULL };
static const char *const note_heads[] = { "备注", "注", NULL };
static const char *const picture_kinds[] = { "png", "jpg", "jpeg", "svg", NULL };

/* Texts and items of a slide while they come in. */
typedef struct composer {
    cp_arena *arena;
    cp_report *report;
    cp_slides *slides;
    cp_slide *slide; /* the one that grows; NULL ahead of the first */
    size_t rows;
    bool full;      /* no more texts; told */
    cp_str caption; /* of the table that follows */
    cp_place caption_place;
    double widths[CP_MOST_ITEMS]; /* of the items that follow, by width: */
    size_t width_count, widths_used;
    cp_place widths_place;
    const cp_block *table_word; /* said of it; NULL: nothing */
    cp_place last_word;         /* a class or layout that nothing has followed yet */
    bool ok;
} composer;

const cp_slide_class *cp_slide_class_find(const char *name)
{
    for (size_t i = 0; i < CLASSES; i++)
        if (!strcmp(classes[i].name, name))
            return &classes[i];
    for (size_t i = 0; i < sizeof own_classes / sizeof *own_classes; i++)
        if (!strcmp(own_classes[i].name, name))
            return &own_classes[i];
    return NULL;
}

bool cp_has_caption_head(cp_str text)
{
    size_t at = 3;

    if (!cp_str_starts(text, CP_STR("图")) && !cp_str_starts(text, CP_STR("表")))
        return false;
    while (at < text.size
           && (text.data[at] == ' ' || (text.data[at] >= '0' && text.data[at] <= '9')))
        at++;

    cp_str rest = cp_str_slice(text, at, text.size);

    return cp_str_starts(rest, CP_STR("：")) || cp_str_starts(rest, CP_STR(":"));
}

/* ---- slides begin and end ---- */

static cp_slide *add_slide(composer *c, const char *class, cp_place place)
{
    cp_slide *slide = cp_new(c->arena, cp_slide);

    slide->class = cp_slide_class_find(class);
    slide->kind = slide->class->kind;
    slide->place = place;
    slide->section = c->slides->sections;
    if (c->slides->last) {
        slide->section_name = c->slides->last->section_name;
        c->slides->last->next = slide;
    } else {
        c->slides->first = slide;
    }
    c->slides->last = slide;
    c->slides->count++;
    c->slide = slide;
    c->rows = c->width_count = c->widths_used = 0;
    c->full = false;
    return slide;
}

/* Whether the slide takes texts and figures on pages of its own. */
static bool has_body(const cp_slide *slide)
{
    return slide && (slide->kind == CP_SLIDE_CONTENT || slide->kind == CP_SLIDE_BLANK);
}

static bool is_empty(const cp_slide *slide)
{
    return !slide->text_count && !slide->item_count;
}

static void end_slide(composer *c, bool another_follows)
{
    const cp_slide *slide = c->slide;

    if (!has_body(slide))
        return;
    if (is_empty(slide))
        cp_warn(c->report, slide->place,
                slide->part ? "nothing stands on this further page of " CP_FMT
                            : "nothing stands on the slide " CP_FMT,
                CP_ARG(slide->name));
    else if (another_follows && c->last_word.line)
        cp_warn(c->report, c->last_word,
                "this belongs to the slide above it (" CP_FMT "); "
                "a slide's own words stand under its title",
                CP_ARG(slide->name));
}

static void set_title(composer *c, cp_slide *slide, const cp_spans *title)
{
    slide->title = *title;
    slide->name = cp_spans_plain(c->arena, title);
}

static void take_heading(composer *c, const cp_block *block)
{
    if (block->level == 3) {
        if (!has_body(c->slide))
            c->ok = cp_fail(c->report, block->place,
                            "a heading of level 3 ahead of a slide; "
                            "a slide begins with ## title");
        return;
    }
    end_slide(c, true);
    if (block->level == 1) {
        cp_slide *slide = add_slide(c, "section", block->place);

        set_title(c, slide, &block->spans);
        slide->section = ++c->slides->sections;
        slide->section_name = slide->name;
    } else {
        set_title(c, add_slide(c, "content", block->place), &block->spans);
    }
}

static void take_break(composer *c, const cp_block *block)
{
    const cp_slide *before = c->slide;

    if (!has_body(before)) {
        c->ok = cp_fail(c->report, block->place,
                        "a page break (---) outside of a slide; a slide begins with ## title");
        return;
    }
    end_slide(c, true);

    cp_slide *slide = add_slide(c, before->class->name, block->place);

    slide->title = before->title;
    slide->name = before->name;
    slide->part = before->part + 1;
    slide->signs = before->signs;
}

/* ---- words of a slide ---- */

static const char *guess_class(composer *c, cp_str name)
{
    const char *names[CLASSES];

    for (size_t i = 0; i < CLASSES; i++)
        names[i] = classes[i].name;
    return cp_guess_text(c->arena, name, names, CLASSES);
}

static void take_class(composer *c, const cp_block *block)
{
    const cp_slide_class *class = NULL;

    for (size_t i = 0; i < CLASSES && !class; i++)
        if (cp_str_is(block->value, classes[i].name))
            class = &classes[i];
    if (!class) {
        c->ok = cp_fail(c->report, block->place, "class: '" CP_FMT "' is not known%s",
                        CP_ARG(block->value), guess_class(c, block->value));
        return;
    }
    if (!c->slide && class->kind == CP_SLIDE_COVER)
        add_slide(c, "cover", block->place);
    if (!c->slide || c->slide->kind == CP_SLIDE_SECTION) {
        c->ok
            = cp_fail(c->report, block->place,
                      "class: %s ahead of a slide; it stands under the slide's title", class->name);
        return;
    }
    c->slide->class = class;
    c->slide->kind = class->kind;
}

static void take_layout(composer *c, const cp_block *block)
{
    if (!has_body(c->slide))
        c->ok = cp_fail(c->report, block->place,
                        "layout: outside of a slide; it stands under the "
                        "slide's title");
    else if (c->slide->layout.place.file)
        c->ok = cp_fail(c->report, block->place,
                        "a second layout of this page; the first stands in "
                        "line %d",
                        c->slide->layout.place.line);
    else
        c->ok = cp_layout_read(c->arena, block->value, block->place, &c->slide->layout, c->report)
                && c->ok;
}

/* width: 40% 60%: of the figures and tables of the row that follows. */
static void take_width(composer *c, const cp_block *block)
{
    if (!has_body(c->slide))
        c->ok = cp_fail(c->report, block->place, "width: outside of a slide");
    else
        c->ok = cp_widths_read(block->value, block->place, c->widths, &c->width_count, c->report)
                && c->ok;
    c->widths_used = 0;
    c->widths_place = block->place;
}

static void take_numbers(composer *c, const cp_block *block)
{
    if (!c->slide)
        c->ok = cp_fail(c->report, block->place, "numbers: outside of a slide");
    else if (!cp_str_is(block->value, "color") && !cp_str_is(block->value, "plain"))
        c->ok = cp_fail(c->report, block->place,
                        "numbers: '" CP_FMT "' is not known; expected color or plain",
                        CP_ARG(block->value));
    else
        c->slide->signs = cp_str_is(block->value, "color");
}

/* Whether a table is what comes next, but for words. */
static bool is_ahead_of_table(const cp_block *block)
{
    do
        block = block->next;
    while (block && block->kind == CP_BLOCK_WORD);
    return block && block->kind == CP_BLOCK_TABLE;
}

static void take_table_word(composer *c, const cp_block *block)
{
    if (!is_ahead_of_table(block))
        c->ok = cp_fail(c->report, block->place, "table: stands right ahead of a table");
    else if (c->table_word)
        c->ok = cp_fail(c->report, block->place, "a second `table:` of one table");
    else
        c->table_word = block;
}

static void take_word(composer *c, const cp_block *block)
{
    if (cp_str_is(block->word, "note"))
        return; /* the speaker's: no page shows it */
    if (cp_str_is(block->word, "class"))
        take_class(c, block);
    else if (cp_str_is(block->word, "layout"))
        take_layout(c, block);
    else if (cp_str_is(block->word, "width"))
        take_width(c, block);
    else if (cp_str_is(block->word, "numbers"))
        take_numbers(c, block);
    else if (cp_str_is(block->word, "table"))
        take_table_word(c, block);
    else
        c->ok = cp_fail(c->report, block->place, "'" CP_FMT ":' is not a word of slides%s",
                        CP_ARG(block->word), cp_guess_text(c->arena, block->word, words, 6));
    if (c->slide && !is_empty(c->slide) && !cp_str_is(block->word, "width") && !c->table_word)
        c->last_word = block->place;
}

/* ---- content ---- */

/* Whether content may come here: a slide has begun. */
static bool has_slide(composer *c, const cp_block *block, const char *what)
{
    if (c->slide && c->slide->kind != CP_SLIDE_SECTION)
        return true;
    c->ok = cp_fail(c->report, block->place, "%s outside of a slide; a slide begins with ## title",
                    what);
    return false;
}

static void take_text(composer *c, const cp_block *block)
{
    cp_slide *slide = c->slide;
    cp_str plain = cp_spans_plain(c->arena, &block->spans);

    if (is_ahead_of_table(block) && !block->level && cp_has_caption_head(plain)) {
        c->caption = plain;
        c->caption_place = block->place;
        return;
    }
    if (!block->spans.count || !has_slide(c, block, "text"))
        return;
    if (slide->text_count == MOST_TEXTS) {
        if (!c->full)
            c->ok = cp_fail(c->report, block->place,
                            "more than %d paragraphs on one page of slide " CP_FMT, (int)MOST_TEXTS,
                            CP_ARG(slide->name));
        c->full = true;
        return;
    }
    if (!slide->texts)
        slide->texts = cp_new_array(c->arena, const cp_block *, MOST_TEXTS);
    slide->texts[slide->text_count++] = block;
}

static cp_item *add_item(composer *c, cp_place place)
{
    cp_slide *slide = c->slide;

    if (!has_body(slide)) {
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

static bool path_fits(composer *c, const cp_image *image)
{
    cp_str extension = cp_path_extension(cp_str_z(c->arena, image->path));
    size_t scheme = cp_str_find(image->path, CP_STR("://"), 0);
    const char *lower = cp_str_z(c->arena, extension);

    if (scheme != SIZE_MAX)
        return cp_fail(c->report, image->place,
                       "'" CP_FMT "' is an address; pictures are files of "
                       "the pack",
                       CP_ARG(image->path));
    if (!strcasecmp(lower, "yaml") || !strcasecmp(lower, "yml"))
        return true;
    for (size_t i = 0; picture_kinds[i]; i++)
        if (!strcasecmp(lower, picture_kinds[i]))
            return true;
    return cp_fail(c->report, image->place,
                   "'" CP_FMT "' is neither a figure (.yaml) nor a picture "
                   "(.png, .jpg, .svg)",
                   CP_ARG(image->path));
}

static const cp_figure_use *use_figure(composer *c, const cp_image *image)
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

static void take_figures(composer *c, const cp_block *block)
{
    if (!has_slide(c, block, "a figure"))
        return;
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
    }
    c->rows++;
}

static void take_table(composer *c, const cp_block *block)
{
    cp_item *item = has_slide(c, block, "a table") ? add_item(c, block->place) : NULL;

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

static void take_note(composer *c, const cp_block *block)
{
    cp_slide *slide = c->slide;

    if (!has_slide(c, block, "a footnote"))
        return;
    if (!has_body(slide)) {
        c->ok = cp_fail(c->report, block->place, "a slide of class %s takes no footnote",
                        slide->class->name);
        return;
    }
    if (!slide->notes)
        slide->notes = cp_new_array(c->arena, const cp_block *, CP_MOST_NOTES);
    if (slide->note_count < CP_MOST_NOTES)
        slide->notes[slide->note_count++] = block;
}

/* ---- the source line ---- */

/* Behind 资料来源： and the like; "no text" where none of `heads` stands there. */
static cp_str without_head(cp_str text, const char *const *heads)
{
    for (size_t i = 0; heads[i]; i++) {
        cp_str head = cp_str_from(heads[i]);
        cp_str rest = cp_str_slice(text, head.size, text.size);

        if (!cp_str_starts(text, head))
            continue;
        if (cp_str_starts(rest, CP_STR("：")))
            return cp_str_trim(cp_str_slice(rest, 3, rest.size));
        if (cp_str_starts(rest, CP_STR(":")))
            return cp_str_trim(cp_str_slice(rest, 1, rest.size));
    }
    return (cp_str){ 0 };
}

static void take_source_line(composer *c, cp_str text, cp_place place)
{
    cp_slide *slide = c->slide;
    cp_str source = without_head(text, source_heads), note = without_head(text, note_heads);

    if (source.data && !slide->source.data) {
        slide->source = source;
        slide->source_place = place;
    } else if (note.data && !slide->note.data) {
        slide->note = note;
        if (!slide->source_place.line)
            slide->source_place = place;
    } else if (source.data || note.data) {
        c->ok = cp_fail(c->report, place, "a second source line on one page");
    } else {
        c->ok = cp_fail(c->report, place,
                        "a quote takes the source line only: > 资料来源：... or > 备注：...");
    }
}

/* Lines of a quote: 备注： may have one of its own. */
static void take_source(composer *c, const cp_block *block)
{
    const cp_spans *spans = &block->spans;
    size_t from = 0;

    if (!has_slide(c, block, "a source line"))
        return;
    for (size_t i = 1; i <= spans->count; i++) {
        bool ends = i == spans->count
                    || (spans->item[i].place.line > spans->item[from].place.line
                        && without_head(spans->item[i].text, note_heads).data);

        if (!ends)
            continue;

        cp_spans line = { i - from, &spans->item[from] };

        take_source_line(c, cp_str_trim(cp_spans_plain(c->arena, &line)), spans->item[from].place);
        from = i;
    }
}

static void take_block(composer *c, const cp_block *block)
{
    switch (block->kind) {
    case CP_BLOCK_HEADING:
        take_heading(c, block);
        if (block->level == 3 && c->slide)
            take_text(c, block);
        break;
    case CP_BLOCK_TEXT:
        take_text(c, block);
        break;
    case CP_BLOCK_FIGURES:
        take_figures(c, block);
        break;
    case CP_BLOCK_TABLE:
        take_table(c, block);
        break;
    case CP_BLOCK_SOURCE:
        take_source(c, block);
        break;
    case CP_BLOCK_BREAK:
        take_break(c, block);
        break;
    case CP_BLOCK_NOTE:
        take_note(c, block);
        return;
    case CP_BLOCK_WORD:
        take_word(c, block);
        return;
    }
    c->last_word = (cp_place){ 0 };
}

/* A source line at the slide's end speaks for its earlier pages too. */
static void share_sources(cp_slides *slides)
{
    cp_slide *open = NULL; /* the first page of the slide that still lacks a line */

    for (cp_slide *slide = slides->first; slide; slide = slide->next) {
        if (!slide->part)
            open = slide;
        if (!slide->source.data)
            continue;
        for (; open && open != slide; open = open->next) {
            open->source = slide->source;
            open->source_place = slide->source_place;
        }
        open = slide->next;
    }
}

static bool counts_fit(composer *c)
{
    bool ok = true;

    for (const cp_slide *slide = c->slides->first; slide; slide = slide->next) {
        int sum = 0;

        for (int i = 0; i < slide->layout.rows.count; i++)
            sum += slide->layout.rows.of[i];
        if (sum && has_body(slide) && (size_t)sum != slide->item_count)
            ok = cp_fail(
                c->report, slide->layout.place,
                "layout: " CP_FMT " has places for %d, the page has %zu figures and tables",
                CP_ARG(cp_rows_name(c->arena, &slide->layout.rows)), sum, slide->item_count);
    }
    return ok;
}

bool cp_slides_add(cp_arena *arena, cp_slides *slides, const cp_block *blocks, cp_report *report)
{
    composer c = { .arena = arena, .report = report, .slides = slides, .ok = true };

    for (const cp_block *block = blocks; block && slides->count <= MOST_SLIDES; block = block->next)
        take_block(&c, block);
    if (slides->count > MOST_SLIDES)
        return cp_fail(report, slides->last->place, "a deck of more than %d pages",
                       (int)MOST_SLIDES);
    end_slide(&c, false);
    share_sources(slides);
    return counts_fit(&c) && c.ok;
}
