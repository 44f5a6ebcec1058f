#include "plot/mark/words.h"

#include <math.h>

#include "plot/axis.h"

/* More than this nobody reads, and looking for room would take its time. */
enum { MOST_WORDS = 2000, MOST_DECIMALS = 2 };

cp_mark_words cp_mark_words_new(cp_arena *page, size_t most)
{
    most = most < MOST_WORDS ? most : MOST_WORDS;
    return (cp_mark_words){ .item = cp_new_array(page, cp_mark_word, most) };
}

cp_text *cp_mark_word_text(const cp_mark_view *view, const cp_ink *ink, cp_str words)
{
    cp_text_box box = { .line_height = ink->size };
    cp_span span = { .text = words, .place = view->place };

    return cp_text_set(view->page, view->looks->fonts, ink, &box, &span, 1, view->looks->report);
}

double cp_mark_word_reach(const cp_mark_view *view, const cp_text *text)
{
    return view->flipped ? cp_text_size(text).width : cp_text_size(text).height;
}

/* In the figure, and not over the labels of x. */
static bool has_room(const cp_mark_writing *writing, cp_rect rect)
{
    const cp_mark_view *view = writing->views;

    return cp_rect_inside(rect, writing->box, 0.5)
           && (view->flipped ? rect.x >= view->area.x
                             : rect.y + rect.height <= view->plot.y + view->plot.height + 0.5);
}

bool cp_mark_words_add(cp_mark_words *out, const cp_mark_writing *writing, size_t series,
                       cp_str words, cp_text *text, cp_point at, cp_point anchor)
{
    const cp_mark_view *view = writing->views;
    cp_size size = cp_text_size(text);

    if (view->flipped) {
        at = (cp_point){ 2 * view->area.x + view->area.width - at.y, at.x };
        anchor = (cp_point){ 1 - anchor.y, anchor.x };
    }

    cp_rect rect
        = { at.x - anchor.x * size.width, at.y - anchor.y * size.height, size.width, size.height };
    bool free = out->count < MOST_WORDS && has_room(writing, rect);

    for (size_t i = out->count; free && i-- > 0;)
        free = !cp_rects_overlap(rect, out->item[i].rect, 0);
    if (!free) {
        out->left_out++;
        return false;
    }
    out->item[out->count++]
        = (cp_mark_word){ .series = series, .words = words, .text = text, .rect = rect };
    return true;
}

cp_number_format cp_mark_value_format(const cp_column *column, const double *values, size_t count)
{
    int decimals = 0;

    for (size_t i = 0; i < count && decimals < MOST_DECIMALS; i++)
        if (!isnan(values[i]))
            decimals
                = (int)fmax(decimals, cp_decimals_needed(values[i] * (column->percent ? 100 : 1),
                                                         MOST_DECIMALS));
    return cp_number_format_usual(column->percent ? '%' : 'f', decimals);
}
