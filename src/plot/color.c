#include "plot/color.h"

#include "base/color.h"
#include "base/number.h"

static const char *const words[] = { "up",   "down",      "flat", "up-pale", "down-pale",
                                     "sign", "sign-pale", "bar",  "navy",    "orange" };

const char *const *cp_color_words(size_t *count)
{
    *count = sizeof(words) / sizeof(*words);
    return words;
}

/* The style's own dark forms for the colours of its classes. */
cp_color cp_color_to_read(const cp_style *style, cp_color color)
{
    const cp_colors *classes = &style->chart.classes, *texts = &style->chart.class_texts;

    for (size_t i = 0; i < classes->count && i < texts->count; i++)
        if (cp_color_eq(color, classes->item[i]))
            return texts->item[i];
    return cp_color_readable(color, style->page.background, style->contrast);
}

static bool named_color(const cp_chart_style *style, cp_str word, cp_color_pair *out)
{
    const cp_color_pair pairs[] = {
        { style->up, style->up },
        { style->down, style->down },
        { style->flat, style->flat },
        { style->up_pale, style->up_pale },
        { style->down_pale, style->down_pale },
        { style->up, style->down },
        { style->up_pale, style->down_pale },
        { style->under, style->under },
        { style->navy, style->navy },
        { style->orange, style->orange },
    };

    for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++)
        if (cp_str_is(word, words[i])) {
            *out = pairs[i];
            return true;
        }
    return false;
}

bool cp_color_word(const cp_style *style, cp_str word, cp_color_pair *out)
{
    double number;

    if (named_color(&style->chart, word, out))
        return true;
    if (cp_color_parse(word, &out->above)) {
        out->below = out->above;
        return true;
    }
    if (!cp_number_parse(word, &number) || !(number >= 1)
        || !(number <= (double)style->chart.palette.count))
        return false;
    out->above = out->below = style->chart.palette.item[(size_t)number - 1];
    return (double)(size_t)number == number;
}
