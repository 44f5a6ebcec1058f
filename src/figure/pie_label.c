/* pie_label.c - what the labels of a pie say, and in how many lines. */

#include "figure/pie_place.h"

#include <math.h>

cp_ink cp_pie_ink(cp_ink ink, double scale)
{
    ink.size *= scale;
    return ink;
}

double cp_pie_middle(const cp_pie *pie, const cp_pie_slice *slice)
{
    double part = pie->start + (slice->from + slice->to) / 2;

    return part - floor(part);
}

static bool shown_inside(const cp_pie_placing *p, const cp_pie_slice *slice)
{
    return p->out->inside && p->out->inside[slice - p->pie->slice];
}

double cp_pie_words_width(const cp_pie_placing *p, const cp_pie_slice *slice)
{
    cp_ink ink = cp_pie_ink(p->style->name, p->scale);

    ink.bold = p->style->value.bold;
    return cp_text_size(cp_text_line(p->page, p->env->fonts, &ink, slice->words, slice->place,
                                     p->env->report))
        .width;
}

static cp_text *set_name(const cp_pie_placing *p, const cp_pie_slice *slice, double width)
{
    cp_ink ink = cp_pie_ink(p->style->name, p->scale);
    cp_text_box box = { .width = width };
    cp_span span = { .text = slice->name, .place = slice->place, .bold = ink.bold };

    return cp_text_set(p->page, p->env->fonts, &ink, &box, &span, 1, p->env->report);
}

/* The name in as many lines as it needs at `width`, which it fills alike: with no lone
 * character at its end. */
static cp_str break_name(const cp_pie_placing *p, const cp_pie_slice *slice, double width)
{
    cp_text *whole = set_name(p, slice, 0), *text = set_name(p, slice, width);
    size_t lines = cp_text_lines(text);
    double even = cp_text_size(whole).width / (double)lines + p->style->name.size * p->scale;
    cp_text *alike = even < width ? set_name(p, slice, even) : text;
    cp_str broken;

    text = cp_text_lines(alike) == lines ? alike : text;
    broken = cp_text_line_slice(text, 0);
    for (size_t i = 1; i < lines; i++)
        broken = cp_str_printf(p->page, CP_FMT "\n" CP_FMT, CP_ARG(broken),
                               CP_ARG(cp_text_line_slice(text, i)));
    return broken;
}

/* A name with its words behind it or, within `width` if that is not 0, below it; the
 * words stay whole and `width` is no less than theirs. */
static cp_text *set_label(const cp_pie_placing *p, const cp_pie_slice *slice, bool right,
                          double width)
{
    const cp_pie_style *style = p->style;
    cp_ink ink = cp_pie_ink(style->name, p->scale);
    cp_str words = shown_inside(p, slice) ? CP_STR("") : slice->words;
    cp_str between = words.size == 0 ? words : width > 0 ? CP_STR("\n") : CP_STR(" ");
    cp_span spans[] = {
        { .text = width > 0 ? break_name(p, slice, width) : slice->name,
          .place = slice->place,
          .bold = ink.bold },
        { .text = between },
        { .text = words,
          .place = slice->place,
          .bold = style->value.bold,
          .tinted = true,
          .color = style->value.color },
    };
    cp_text_box box = { .align = right ? CP_ALIGN_LEFT : CP_ALIGN_RIGHT };
    cp_text *text = cp_text_set(p->page, p->env->fonts, &ink, &box, spans, 3, p->env->report);

    /* Twice, as only lines in a box lose the blank half of a bracket at their end, and
     * those at the left stand at the end of theirs. */
    for (int i = 0; i < 2; i++) {
        box.width = cp_text_size(text).width + 1e-3;
        text = cp_text_set(p->page, p->env->fonts, &ink, &box, spans, 3, p->env->report);
    }
    return text;
}

/* The first slice behind the top: those before it stand further round. */
static size_t first_of(const cp_pie *pie)
{
    size_t first = 0;

    for (size_t i = 0; i < pie->count; i++)
        if (cp_pie_middle(pie, &pie->slice[i])
            < cp_pie_middle(pie, &pie->slice[(i + pie->count - 1) % pie->count]))
            first = i;
    return first;
}

/* Those of the right side from the top, then those of the left from the top. */
void cp_pie_order(cp_pie_placing *p)
{
    const cp_pie *pie = p->pie;
    size_t count = pie->count, first = first_of(pie), left = count;

    p->out->label = cp_new_array(p->page, cp_pie_label, count);
    p->out->count = count;
    for (size_t i = 0; i < count; i++) {
        const cp_pie_slice *slice = &pie->slice[(first + i) % count];
        bool right = cp_pie_middle(pie, slice) <= 0.5;

        p->out->label[right ? p->right++ : --left]
            = (cp_pie_label){ .slice = slice, .right = right };
    }
}

/* The widest of a side.  CP_PIE_STACKED: words below names; CP_PIE_MIXED: only where a label is
 * wider than `cap`. */
void cp_pie_set_labels(cp_pie_placing *p, double cap)
{
    p->width[0] = p->width[1] = 0;
    for (size_t i = 0; i < p->out->count; i++) {
        cp_pie_label *label = &p->out->label[i];
        double *width = &p->width[label->right ? 0 : 1];

        label->text = NULL;
        if (p->mode != CP_PIE_STACKED)
            label->text = set_label(p, label->slice, label->right, 0);
        if (p->mode == CP_PIE_STACKED
            || (p->mode == CP_PIE_MIXED && cp_text_size(label->text).width > cap))
            label->text = set_label(p, label->slice, label->right, cap);
        label->box.width = cp_text_size(label->text).width;
        label->box.height = cp_text_size(label->text).height;
        *width = fmax(*width, label->box.width);
    }
}
