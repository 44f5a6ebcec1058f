/* words.h - words that marks write at their rows, none over another, none out of the figure. */
#ifndef CP_PLOT_MARK_WORDS_H
#define CP_PLOT_MARK_WORDS_H

#include "plot/mark/mark.h"

cp_mark_words cp_mark_words_new(cp_arena *page, size_t most);

/* One line whose figures stand in the middle of its height. */
cp_text *cp_mark_word_text(const cp_mark_view *view, const cp_ink *ink, cp_str words);

/* Put `text` at `at`, which is the spot `anchor` of its box: {0, 0} its left upper corner,
 * {0.5, 1} the middle of its foot.  False where it has no room, and then counted. */
bool cp_mark_words_add(cp_mark_words *out, const cp_mark_writing *writing, size_t series,
                       cp_str words, cp_text *text, cp_point at, cp_point anchor);

/* How far a text reaches along the axis of values: that is turned where the plot is flipped. */
double cp_mark_word_reach(const cp_mark_view *view, const cp_text *text);

/* How values off the axes are written where the mark has no format: with the decimals
 * they have, two at the most; `values` are all of them. */
cp_number_format cp_mark_value_format(const cp_column *column, const double *values, size_t count);

#endif
