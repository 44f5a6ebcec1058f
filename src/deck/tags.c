#include "deck/tags.h"

#include "paint/tag.h"

#include <stdio.h>
#include <string.h>

/* ---- lists ---- */

static void open_body(cp_tagger *tagger)
{
    if (!tagger->body)
        cp_tag_begin(tagger->cr, "LBody");
    tagger->body = true;
}

static void close_item(cp_tagger *tagger)
{
    if (tagger->body)
        cp_tag_end(tagger->cr, "LBody");
    cp_tag_end(tagger->cr, "LI");
    tagger->body = false;
}

static void close_lists(cp_tagger *tagger, int level)
{
    while (tagger->lists > level) {
        close_item(tagger);
        cp_tag_end(tagger->cr, "L");
        tagger->lists--;
        tagger->body = true;
    }
}

/* An inner list stands in the body of the item around it. */
static void open_item(cp_tagger *tagger, const cp_block *block)
{
    if (tagger->item == block)
        return;
    close_lists(tagger, block->level);
    if (tagger->lists == block->level)
        close_item(tagger);
    while (tagger->lists < block->level) {
        if (tagger->lists++)
            open_body(tagger);
        cp_tag_begin(tagger->cr, "L");
        if (tagger->lists < block->level)
            cp_tag_begin(tagger->cr, "LI");
        tagger->body = false;
    }
    cp_tag_begin(tagger->cr, "LI");
    tagger->item = block;
}

/* Where its list was left on an earlier page, a further paragraph begins one. */
static void enter_lists(cp_tagger *tagger, const cp_block *block)
{
    int level = block ? block->level : 0;

    if (block && block->kind != CP_BLOCK_TEXT)
        level = 0;
    if (level && (block->marked || tagger->lists < level))
        open_item(tagger, block);
    else
        close_lists(tagger, level);
}

/* ---- the list of contents ---- */

static void close_entries(cp_tagger *tagger)
{
    if (tagger->entry) {
        cp_tag_end(tagger->cr, "TOCI");
        cp_tag_end(tagger->cr, "TOC");
    }
    tagger->entry = false;
}

/* An entry begins with its number; what is none ends the list. */
static void enter_contents(cp_tagger *tagger, const char *role)
{
    bool begins = strcmp(role, "ordinal") == 0;

    if (begins && tagger->entry)
        cp_tag_end(tagger->cr, "TOCI");
    else if (begins)
        cp_tag_begin(tagger->cr, "TOC");
    else if (strcmp(role, "item") != 0 && strcmp(role, "label") != 0)
        close_entries(tagger);
    if (begins)
        cp_tag_begin(tagger->cr, "TOCI");
    tagger->entry = tagger->entry || begins;
}

/* ---- pieces ---- */

/* Texts that are not plain paragraphs; NULL: ornament. */
static const struct {
    const char *role, *tag;
} roles[] = {
    { "caption", "Caption" }, { "ordinal", "Lbl" },   { "section", NULL },
    { "number", NULL },       { "footnote", "Note" },
};

static const char *text_tag(const cp_tagger *tagger, const cp_piece *piece)
{
    if (piece->block && piece->block->kind == CP_BLOCK_HEADING)
        return "H3";
    if (strcmp(piece->role, "title") == 0)
        return tagger->divides ? "H1" : "H2";
    if (tagger->contents && (!strcmp(piece->role, "item") || !strcmp(piece->role, "label")))
        return "Reference";
    for (size_t i = 0; i < sizeof roles / sizeof *roles; i++)
        if (strcmp(piece->role, roles[i].role) == 0)
            return roles[i].tag;
    return "P";
}

static void begin_text(cp_tagger *tagger, const cp_piece *piece)
{
    const char *tag = text_tag(tagger, piece);

    enter_lists(tagger, piece->block);
    if (tagger->contents)
        enter_contents(tagger, piece->role);
    if (!tag)
        return;
    if (tagger->lists && strcmp(tag, "Lbl") != 0)
        open_body(tagger);
    cp_tag_begin(tagger->cr, tag);
}

static void end_text(const cp_tagger *tagger, const cp_piece *piece)
{
    const char *tag = text_tag(tagger, piece);

    if (tag)
        cp_tag_end(tagger->cr, tag);
}

/* A figure that is a table has rows and cells. */
static bool is_table(const cp_piece *piece)
{
    return piece->figure->class->tabular != NULL;
}

static void begin_figure(cp_tagger *tagger, const cp_piece *piece)
{
    if (is_table(piece))
        cp_tag_begin(tagger->cr, "Table");
    else
        cp_tag_begin_figure(tagger->cr, piece->alt, piece->box);
}

void cp_tagger_begin_piece(cp_tagger *tagger, const cp_piece *piece)
{
    switch (piece->kind) {
    case CP_PIECE_FILL:
    case CP_PIECE_RULE:
    case CP_PIECE_EMBLEM:
        break;
    case CP_PIECE_TEXT:
        begin_text(tagger, piece);
        break;
    case CP_PIECE_FIGURE:
        close_lists(tagger, 0);
        begin_figure(tagger, piece);
        break;
    case CP_PIECE_TABLE:
        close_lists(tagger, 0);
        cp_tag_begin(tagger->cr, "Table");
        break;
    }
}

void cp_tagger_end_piece(cp_tagger *tagger, const cp_piece *piece)
{
    switch (piece->kind) {
    case CP_PIECE_FILL:
    case CP_PIECE_RULE:
    case CP_PIECE_EMBLEM:
        break;
    case CP_PIECE_TEXT:
        end_text(tagger, piece);
        break;
    case CP_PIECE_FIGURE:
        cp_tag_end(tagger->cr, is_table(piece) ? "Table" : "Figure");
        break;
    case CP_PIECE_TABLE:
        cp_tag_end(tagger->cr, "Table");
        break;
    }
}

/* ---- pages ---- */

void cp_tagger_begin(cp_tagger *tagger, cairo_t *cr, const cp_page *page, size_t index)
{
    char name[40];

    *tagger = (cp_tagger){ .cr = cr,
                           .contents = page->slide->kind == CP_SLIDE_CONTENTS,
                           .divides = page->slide->kind != CP_SLIDE_CONTENT };
    snprintf(name, sizeof name, "page-%zu", index + 1);
    cp_tag_anchor(cr, name);
    cp_tag_begin(cr, "Sect");
}

void cp_tagger_end(cp_tagger *tagger)
{
    close_lists(tagger, 0);
    close_entries(tagger);
    cp_tag_end(tagger->cr, "Sect");
}
