#include "base/guess.h"

#include "base/buf.h"
#include "base/utf8.h"

#include <stdint.h>

enum { LONGEST = 64, FEW = 12 };

static size_t decode(cp_str word, uint32_t *out)
{
    size_t count = 0;

    for (size_t at = 0; at < word.size && count < LONGEST;)
        out[count++] = cp_utf8_next(word, &at);
    return count;
}

static int least(int a, int b, int c)
{
    int ab = a < b ? a : b;

    return ab < c ? ab : c;
}

/* Edits between two words; a swap of neighbours is one (optimal string alignment). */
static int distance(const uint32_t *a, size_t a_size, const uint32_t *b, size_t b_size)
{
    int row[LONGEST + 1][LONGEST + 1];

    for (size_t i = 0; i <= a_size; i++)
        row[i][0] = (int)i;
    for (size_t j = 0; j <= b_size; j++)
        row[0][j] = (int)j;
    for (size_t i = 1; i <= a_size; i++)
        for (size_t j = 1; j <= b_size; j++) {
            row[i][j] = least(row[i - 1][j] + 1, row[i][j - 1] + 1,
                              row[i - 1][j - 1] + (a[i - 1] != b[j - 1]));
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]
                && row[i - 2][j - 2] + 1 < row[i][j])
                row[i][j] = row[i - 2][j - 2] + 1;
        }
    return row[a_size][b_size];
}

const char *cp_guess(cp_str word, const char *const *words, size_t count)
{
    uint32_t wanted[LONGEST], known[LONGEST];
    size_t size = decode(word, wanted);
    const char *nearest = NULL;
    int best = INT32_MAX;

    for (size_t i = 0; i < count; i++) {
        size_t known_size = decode(cp_str_from(words[i]), known);
        int longer = (int)(known_size > size ? known_size : size);
        int edits = distance(wanted, size, known, known_size);

        if (edits < best && edits <= (longer + 2) / 3 && edits < longer) {
            best = edits;
            nearest = words[i];
        }
    }
    return nearest;
}

const char *cp_guess_text(cp_arena *arena, cp_str word, const char *const *words, size_t count)
{
    const char *nearest = cp_guess(word, words, count);
    cp_buf list = { 0 };
    const char *text;

    if (nearest)
        return cp_printf(arena, "; did you mean '%s'?", nearest);
    if (count == 0 || count > FEW)
        return "";
    for (size_t i = 0; i < count; i++)
        cp_buf_printf(&list, "%s%s", i == 0 ? "" : i + 1 == count ? " or " : ", ", words[i]);
    text = cp_printf(arena, "; expected %s", list.data);
    cp_buf_free(&list);
    return text;
}
