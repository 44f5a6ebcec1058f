#include "deck/page.h"

void cp_page_name_figures(const cp_pages *pages, cp_page *page)
{
    const cp_slide *slide = page->slide;
    const char **figures = cp_new_array(pages->env->arena, const char *, slide->item_count + 1);

    page->facts.figure_count = 0;
    for (size_t i = 0; i < slide->item_count; i++)
        if (slide->items[i].use)
            figures[page->facts.figure_count++] = slide->items[i].use->path;
    page->facts.figures = figures;
}

cp_page *cp_page_new(cp_pages *pages, const cp_slide *slide, cp_color background)
{
    cp_page *page = cp_new(pages->env->arena, cp_page);

    page->slide = slide;
    page->background = background;
    page->facts = (cp_page_facts){ .title = slide->name,
                                   .section = slide->section_name,
                                   .class = slide->class,
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

const char *cp_slide_words(cp_arena *arena, const cp_slide *slide)
{
    if (!slide->name.size)
        return "the cover";
    return cp_printf(arena, "slide " CP_FMT "%s", CP_ARG(slide->name), slide->part ? "（续）" : "");
}

bool cp_pages_add(cp_pages *pages, const cp_slide *slide)
{
    switch (slide->kind) {
    case CP_SLIDE_COVER:
        return cp_cover_lay(pages, slide);
    case CP_SLIDE_SECTION:
        return cp_section_lay(pages, slide);
    case CP_SLIDE_CONTENT:
        break;
    }
    return cp_content_lay(pages, slide);
}
