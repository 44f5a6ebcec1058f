/* notes.c - footnotes at the foot of a slide's body. */
#include "deck/flow.h"
#include "deck/page.h"

/* The number, raised, and the text. */
static const cp_text *set_note(cp_pages *pages, const cp_block *note, double width)
{
    const cp_figure_env *env = pages->env;
    cp_spans text = cp_spans_tint(env->arena, &env->style->body, &note->spans);
    cp_span *spans = cp_new_array(env->arena, cp_span, text.count + 2);
    cp_text_box box = { .width = width,
                        .line_height = env->style->foot.footnote.size * env->style->body.tightest,
                        .latin_gap = env->style->body.latin_gap,
                        .mark_color = env->style->body.mark };

    spans[0] = (cp_span){ .text = cp_str_printf(env->arena, "%d", note->number),
                          .script = CP_SCRIPT_SUPER,
                          .place = note->place };
    spans[1] = (cp_span){ .text = CP_STR(" "), .place = note->place };
    for (size_t i = 0; i < text.count; i++)
        spans[i + 2] = text.item[i];
    return cp_text_set(env->arena, env->fonts, &env->style->foot.footnote, &box, spans,
                       text.count + 2, env->report);
}

cp_notes cp_notes_set(cp_pages *pages, const cp_slide *slide, double width)
{
    const cp_foot_style *style = &pages->env->style->foot;
    cp_notes notes = { .count = slide->note_count };

    if (notes.count)
        notes.height = 2 * style->footnote_gap + style->footnote_rule.width;
    for (size_t i = 0; i < notes.count; i++) {
        notes.texts[i] = set_note(pages, slide->notes[i], width);
        notes.height += cp_text_size(notes.texts[i]).height;
    }
    return notes;
}

void cp_notes_add(cp_pages *pages, cp_page *page, const cp_notes *notes, double x, double bottom)
{
    const cp_foot_style *style = &pages->env->style->foot;
    double y = bottom - notes->height + style->footnote_gap;

    if (!notes->count)
        return;
    cp_page_rule(pages, page, "footnote-rule", x, y, style->footnote_width, &style->footnote_rule);
    y += style->footnote_rule.width + style->footnote_gap;
    for (size_t i = 0; i < notes->count; i++) {
        cp_page_text(pages, page, "footnote", notes->texts[i], x, y);
        y += cp_text_size(notes->texts[i]).height;
    }
}
