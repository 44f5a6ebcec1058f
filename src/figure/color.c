#include "figure/color.h"

#include "base/guess.h"

bool cp_figure_color(const cp_figure_env *env, cp_str word, cp_place at, cp_color_pair *out)
{
    size_t count;
    const char *const *words = cp_color_words(&count);

    return cp_color_word(env->style, word, out)
           || cp_fail(env->report, at, "'" CP_FMT "' is no colour%s", CP_ARG(word),
                      cp_guess_text(env->arena, word, words, count));
}
