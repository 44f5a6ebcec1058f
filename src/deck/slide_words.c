/* slide_words.c - comments that say something of a slide: its class, layout, widths ... */
#include "deck/composer.h"

#include <stddef.h>
#include <string.h>

#include "base/guess.h"
#include "deck/layout.h"

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

static const char *guess_class(cp_composer *c, cp_str name)
{
    const char *names[CLASSES];

    for (size_t i = 0; i < CLASSES; i++)
        names[i] = classes[i].name;
    return cp_guess_text(c->arena, name, names, CLASSES);
}

static void take_class(cp_composer *c, const cp_block *block)
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
        cp_composer_begin(c, "cover", block->place);
    if (!c->slide || c->slide->kind == CP_SLIDE_SECTION) {
        c->ok
            = cp_fail(c->report, block->place,
                      "class: %s ahead of a slide; it stands under the slide's title", class->name);
        return;
    }
    c->slide->class = class;
    c->slide->kind = class->kind;
}

static void take_layout(cp_composer *c, const cp_block *block)
{
    if (!cp_slide_has_body(c->slide))
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
static void take_width(cp_composer *c, const cp_block *block)
{
    if (!cp_slide_has_body(c->slide))
        c->ok = cp_fail(c->report, block->place, "width: outside of a slide");
    else
        c->ok = cp_widths_read(block->value, block->place, c->widths, &c->width_count, c->report)
                && c->ok;
    c->widths_used = 0;
}

static void take_numbers(cp_composer *c, const cp_block *block)
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

static void take_table_word(cp_composer *c, const cp_block *block)
{
    if (!cp_block_is_ahead_of(block, CP_BLOCK_TABLE))
        c->ok = cp_fail(c->report, block->place, "table: stands right ahead of a table");
    else if (c->table_word)
        c->ok = cp_fail(c->report, block->place, "a second `table:` of one table");
    else
        c->table_word = block;
}

static void take_picture_word(cp_composer *c, const cp_block *block)
{
    if (!cp_block_is_ahead_of(block, CP_BLOCK_FIGURES))
        c->ok = cp_fail(c->report, block->place, "picture: stands right ahead of pictures");
    else if (c->picture_word)
        c->ok = cp_fail(c->report, block->place, "a second `picture:` of one row");
    else
        c->picture_word = block;
}

/* The speaker's: no slide shows it, sheets with notes do. */
static void take_spoken(cp_composer *c, const cp_block *block)
{
    cp_slide *slide = c->slide;

    if (!slide) {
        c->ok = cp_fail(c->report, block->place,
                        "note: ahead of a slide; it stands under the slide's title");
        return;
    }
    if (!slide->spoken.size)
        slide->spoken_place = block->place;
    slide->spoken = cp_str_printf(c->arena, CP_FMT "%s" CP_FMT, CP_ARG(slide->spoken),
                                  slide->spoken.size ? "\n" : "", CP_ARG(block->value));
}

static const struct word {
    const char *name;
    void (*take)(cp_composer *c, const cp_block *block);
    bool loose; /* it may stand behind the slide's last item */
} words[] = {
    { "class", take_class, false },          { "layout", take_layout, false },
    { "width", take_width, true },           { "numbers", take_numbers, false },
    { "note", take_spoken, true },           { "table", take_table_word, false },
    { "picture", take_picture_word, false },
};

enum { WORDS = sizeof words / sizeof *words };

static const struct word *find_word(cp_composer *c, const cp_block *block)
{
    const char *names[WORDS];

    for (size_t i = 0; i < WORDS; i++) {
        if (cp_str_is(block->word, words[i].name))
            return &words[i];
        names[i] = words[i].name;
    }
    c->ok = cp_fail(c->report, block->place, "'" CP_FMT ":' is not a word of slides%s",
                    CP_ARG(block->word), cp_guess_text(c->arena, block->word, names, WORDS));
    return NULL;
}

void cp_composer_word(cp_composer *c, const cp_block *block)
{
    const struct word *word = find_word(c, block);

    if (word)
        word->take(c, block);
    if (c->slide && !cp_slide_is_empty(c->slide) && !(word && word->loose) && !c->table_word
        && !c->picture_word)
        c->last_word = block->place;
}
