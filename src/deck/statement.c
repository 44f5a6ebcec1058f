/* statement.c - a slide of one sentence: its title, large, and what explains it. */
#include "deck/flow.h"
#include "deck/page.h"

#include <math.h>

typedef struct part {
    const char *role;
    const cp_text *text;
} part;

static const cp_text *set_part(cp_pages *pages, const cp_ink *ink, const cp_spans *spans)
{
    const cp_figure_env *env = pages->env;
    const cp_statement_style *style = &env->style->statement;
    cp_text_box box = { .width = env->style->page.width - style->left - style->right,
                        .line_height = ink->size * env->style->body.tightest,
                        .latin_gap = env->style->body.latin_gap,
                        .mark_color = env->style->body.mark };

    return cp_text_set(env->arena, env->fonts, ink, &box, spans->item, spans->count, env->report);
}

static double set_parts(cp_pages *pages, const cp_slide *slide, part *parts)
{
    const cp_statement_style *style = &pages->env->style->statement;
    double height = 0;

    parts[0] = (part){ "title", set_part(pages, &style->title, &slide->title) };
    for (size_t i = 0; i < slide->text_count; i++) {
        cp_spans spans
            = cp_spans_tint(pages->env->arena, &pages->env->style->body, &slide->texts[i]->spans);

        parts[i + 1] = (part){ "text", set_part(pages, &style->text, &spans) };
    }
    for (size_t i = 0; i <= slide->text_count; i++)
        height += cp_text_size(parts[i].text).height;
    return height + (slide->text_count ? style->gap : 0);
}

/* All stands in the middle of the body, the block of colour with it. */
static double add_parts(cp_pages *pages, cp_page *page, const part *parts, double height)
{
    const cp_style *style = pages->env->style;
    cp_rect accent = style->statement.accent;
    double lead = fmax(0, -accent.y), room = style->page.bottom - style->page.top;
    double y = style->page.top + lead + fmax(0, room - lead - height) / 2;

    accent.x += style->statement.left;
    accent.y += y;
    cp_page_fill(pages, page, "accent", accent, style->statement.accent_color);
    for (size_t i = 0; i <= page->slide->text_count; i++) {
        cp_page_text(pages, page, parts[i].role, parts[i].text, style->statement.left, y);
        y += cp_text_size(parts[i].text).height + (i ? 0 : style->statement.gap);
    }
    return lead + height - room;
}

bool cp_statement_lay(cp_pages *pages, const cp_slide *slide)
{
    const cp_style *style = pages->env->style;
    cp_page *page = cp_page_new(pages, slide, style->page.background);
    part *parts = cp_new_array(pages->env->arena, part, slide->text_count + 1);
    double overflow = add_parts(pages, page, parts, set_parts(pages, slide, parts));

    page->facts.bookmark = slide->part ? 0 : slide->section ? 2 : 1;
    page->facts.label = cp_str_printf(pages->env->arena, "%zu", page->number);
    cp_page_fill(pages, page, "brand", style->head.brand, style->head.brand_color);
    cp_page_emblem(pages, page, style->emblem.page);
    return cp_foot_lay(pages, page)
           && (overflow <= 0
               || cp_fail(pages->env->report, slide->place, "%s overflows its page by %.0f pt",
                          cp_slide_words(pages->env->arena, slide), ceil(overflow)));
}
