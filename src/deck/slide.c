#include "deck/slide.h"

#include "deck/composer.h"
#include "deck/inline.h"
#include "deck/layout.h"

enum { MOST_TEXTS = 256, MOST_SLIDES = 10000 }; /* paragraphs of a page, pages of a deck */

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

cp_slide *cp_composer_begin(cp_composer *c, const char *class, cp_place place)
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
bool cp_slide_has_body(const cp_slide *slide)
{
    return slide && (slide->kind == CP_SLIDE_CONTENT || slide->kind == CP_SLIDE_BLANK);
}

bool cp_slide_is_empty(const cp_slide *slide)
{
    return !slide->text_count && !slide->item_count;
}

static void end_slide(cp_composer *c, bool another_follows)
{
    const cp_slide *slide = c->slide;

    if (!cp_slide_has_body(slide))
        return;
    if (cp_slide_is_empty(slide))
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

static void set_title(cp_composer *c, cp_slide *slide, const cp_spans *title)
{
    slide->title = *title;
    slide->name = cp_spans_plain(c->arena, title);
}

static void take_heading(cp_composer *c, const cp_block *block)
{
    if (block->level == 3) {
        if (!cp_slide_has_body(c->slide))
            c->ok = cp_fail(c->report, block->place,
                            "a heading of level 3 ahead of a slide; "
                            "a slide begins with ## title");
        return;
    }
    end_slide(c, true);
    if (block->level == 1) {
        cp_slide *slide = cp_composer_begin(c, "section", block->place);

        set_title(c, slide, &block->spans);
        slide->section = ++c->slides->sections;
        slide->section_name = slide->name;
    } else {
        set_title(c, cp_composer_begin(c, "content", block->place), &block->spans);
    }
}

static void take_break(cp_composer *c, const cp_block *block)
{
    const cp_slide *before = c->slide;

    if (!cp_slide_has_body(before)) {
        c->ok = cp_fail(c->report, block->place,
                        "a page break (---) outside of a slide; a slide begins with ## title");
        return;
    }
    end_slide(c, true);

    cp_slide *slide = cp_composer_begin(c, before->class->name, block->place);

    slide->title = before->title;
    slide->name = before->name;
    slide->part = before->part + 1;
    slide->signs = before->signs;
}

/* ---- content ---- */

bool cp_block_is_ahead_of(const cp_block *block, cp_block_kind kind)
{
    do
        block = block->next;
    while (block && block->kind == CP_BLOCK_WORD);
    return block && block->kind == kind;
}

/* Whether content may come here: a slide has begun. */
bool cp_composer_has_slide(cp_composer *c, const cp_block *block, const char *what)
{
    if (c->slide && c->slide->kind != CP_SLIDE_SECTION)
        return true;
    c->ok = cp_fail(c->report, block->place, "%s outside of a slide; a slide begins with ## title",
                    what);
    return false;
}

static void take_text(cp_composer *c, const cp_block *block)
{
    cp_slide *slide = c->slide;
    cp_str plain = cp_spans_plain(c->arena, &block->spans);

    if (cp_block_is_ahead_of(block, CP_BLOCK_TABLE) && !block->level
        && cp_has_caption_head(plain)) {
        c->caption = plain;
        return;
    }
    if (!block->spans.count || !cp_composer_has_slide(c, block, "text"))
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

static void take_note(cp_composer *c, const cp_block *block)
{
    cp_slide *slide = c->slide;

    if (!cp_composer_has_slide(c, block, "a footnote"))
        return;
    if (!cp_slide_has_body(slide)) {
        c->ok = cp_fail(c->report, block->place, "a slide of class %s takes no footnote",
                        slide->class->name);
        return;
    }
    if (!slide->notes)
        slide->notes = cp_new_array(c->arena, const cp_block *, CP_MOST_NOTES);
    if (slide->note_count < CP_MOST_NOTES)
        slide->notes[slide->note_count++] = block;
}

static void take_block(cp_composer *c, const cp_block *block)
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
        cp_composer_figures(c, block);
        break;
    case CP_BLOCK_TABLE:
        cp_composer_table(c, block);
        break;
    case CP_BLOCK_SOURCE:
        cp_composer_source(c, block);
        break;
    case CP_BLOCK_BREAK:
        take_break(c, block);
        break;
    case CP_BLOCK_NOTE:
        take_note(c, block);
        return;
    case CP_BLOCK_WORD:
        cp_composer_word(c, block);
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

static bool counts_fit(cp_composer *c)
{
    bool ok = true;

    for (const cp_slide *slide = c->slides->first; slide; slide = slide->next) {
        int sum = 0;

        for (int i = 0; i < slide->layout.rows.count; i++)
            sum += slide->layout.rows.of[i];
        if (sum && cp_slide_has_body(slide) && (size_t)sum != slide->item_count)
            ok = cp_fail(
                c->report, slide->layout.place,
                "layout: " CP_FMT " has places for %d, the page has %zu figures and tables",
                CP_ARG(cp_rows_name(c->arena, &slide->layout.rows)), sum, slide->item_count);
    }
    return ok;
}

bool cp_slides_add(cp_arena *arena, cp_slides *slides, const cp_block *blocks, cp_report *report)
{
    cp_composer c = { .arena = arena, .report = report, .slides = slides, .ok = true };

    for (const cp_block *block = blocks; block && slides->count <= MOST_SLIDES; block = block->next)
        take_block(&c, block);
    if (slides->count > MOST_SLIDES)
        return cp_fail(report, slides->last->place, "a deck of more than %d pages",
                       (int)MOST_SLIDES);
    end_slide(&c, false);
    share_sources(slides);
    return counts_fit(&c) && c.ok;
}
