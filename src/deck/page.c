#include "deck/page.h"

void cp_page_count_figures(cp_page *page)
{
    page->facts.figure_count = 0;
    for (size_t i = 0; i < page->slide->item_count; i++)
        page->facts.figure_count += page->slide->items[i].use != NULL;
}

cp_page *cp_page_new(cp_pages *pages, const cp_slide *slide, cp_color background)
{
    cp_page *page = cp_new(pages->env->arena, cp_page);

    page->slide = slide;
    page->number = pages->count + 1;
    page->background = background;
    page->facts = (cp_page_facts){ .title = slide->name,
                                   .section = slide->section_name,
                                   .class = slide->class->name,
                                   .notes = slide->spoken,
                                   .notes_place = slide->spoken_place,
                                   .place = slide->place };
    if (pages->last)
        pages->last->next = page;
    else
        pages->first = page;
    pages->last = page;
    pages->count++;
    return page;
}

cp_piece *cp_page_piece(const cp_pages *pages, cp_page *page, cp_piece_kind kind, const char *role,
                        cp_rect box)
{
    cp_piece *piece = cp_new(pages->env->arena, cp_piece);

    piece->kind = kind;
    piece->role = role;
    piece->box = box;
    if (page->last)
        page->last->next = piece;
    else
        page->first = piece;
    page->last = piece;
    return piece;
}

void cp_page_fill(const cp_pages *pages, cp_page *page, const char *role, cp_rect box,
                  cp_color color)
{
    if (box.width > 0 && box.height > 0)
        cp_page_piece(pages, page, CP_PIECE_FILL, role, box)->color = color;
}

void cp_page_rule(const cp_pages *pages, cp_page *page, const char *role, double x, double y,
                  double width, const cp_stroke *stroke)
{
    if (stroke->width <= 0)
        return;

    cp_rect box = { x, y, width, stroke->width };
    cp_piece *piece = cp_page_piece(pages, page, CP_PIECE_RULE, role, box);

    piece->color = stroke->color;
    piece->dash = stroke->dash;
}

cp_piece *cp_page_text(const cp_pages *pages, cp_page *page, const char *role, const cp_text *text,
                       double x, double y)
{
    cp_size size = cp_text_size(text);
    cp_piece *piece = cp_page_piece(pages, page, CP_PIECE_TEXT, role,
                                    (cp_rect){ x, y, size.width, size.height });

    piece->text = text;
    return piece;
}

void cp_page_emblem(const cp_pages *pages, cp_page *page, cp_rect box)
{
    if (pages->emblem && box.width > 0 && box.height > 0)
        cp_page_piece(pages, page, CP_PIECE_EMBLEM, "emblem", box)->figure = pages->emblem;
}

const cp_text *cp_page_linked(const cp_pages *pages, const cp_ink *ink, cp_str words,
                              const cp_page *to, double width)
{
    const cp_figure_env *env = pages->env;
    cp_text_box box = { 0 };
    cp_span span = { .text = words,
                     .link = cp_str_printf(env->arena, "#page-%zu", to->number),
                     .place = to->slide->place };
    const cp_text *text = cp_text_set(env->arena, env->fonts, ink, &box, &span, 1, env->report);

    return cp_text_size(text).width <= width
               ? text
               : cp_text_shorten(env->arena, env->fonts, ink, words, width, env->report);
}

const char *cp_slide_words(cp_arena *arena, const cp_slide *slide)
{
    if (!slide->name.size)
        return "the cover";
    return cp_printf(arena, "slide " CP_FMT "%s", CP_ARG(slide->name), slide->part ? "（续）" : "");
}

cp_body_style cp_page_body(const cp_pages *pages, const cp_slide *slide)
{
    const cp_style *style = pages->env->style;
    const char *own = (const char *)style + slide->class->style;

    return slide->class->style
               ? cp_body_for(&style->body, (const cp_class_style *)(const void *)own)
               : style->body;
}

const cp_page *cp_pages_section(const cp_pages *pages, size_t section)
{
    const cp_page *page = pages->first;

    while (page && !(page->slide->kind == CP_SLIDE_SECTION && page->slide->section == section))
        page = page->next;
    return page;
}

/* A page that is filled when all are there. */
static void add_empty(cp_pages *pages, const cp_slide *slide, cp_color background)
{
    cp_page *page = cp_page_new(pages, slide, background);

    page->facts.bookmark = 1;
    page->facts.label = cp_str_printf(pages->env->arena, "%zu", page->number);
}

static bool add_slide(cp_pages *pages, const cp_slide *slide)
{
    const cp_style *style = pages->env->style;

    switch (slide->kind) {
    case CP_SLIDE_COVER:
        return cp_cover_lay(pages, slide);
    case CP_SLIDE_STATEMENT:
        return cp_statement_lay(pages, slide);
    case CP_SLIDE_SECTION:
        add_empty(pages, slide, style->section.background);
        return true;
    case CP_SLIDE_CONTENTS:
        add_empty(pages, slide, style->page.background);
        return true;
    case CP_SLIDE_BLANK:
    case CP_SLIDE_CONTENT:
        break;
    }
    return cp_content_lay(pages, slide);
}

static bool fill_page(cp_pages *pages, cp_page *page)
{
    if (page->slide->kind == CP_SLIDE_SECTION)
        return cp_section_fill(pages, page);
    if (page->slide->kind == CP_SLIDE_CONTENTS)
        return cp_contents_fill(pages, page);
    return true;
}

bool cp_pages_lay(cp_pages *pages)
{
    bool ok = true;

    cp_content_align(pages);
    for (const cp_slide *slide = pages->slides->first; slide; slide = slide->next)
        ok = (!cp_slide_is_whole(slide) || add_slide(pages, slide)) && ok;
    for (cp_page *page = pages->first; page; page = page->next)
        ok = fill_page(pages, page) && ok;
    return ok;
}
