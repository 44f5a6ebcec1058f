#include "deck/check/claim.h"

#include "base/unit.h"
#include "base/utf8.h"

#include <math.h>

/* What leads from a label to its number. */
static const char *const leads[]
    = { "约",     "为",     "达到", "达", "升至", "降至", "增至", "减至", "涨至", "跌至",
        "回升至", "回落至", "超过", "超", "逾",   "将近", "接近", "近",   "突破", "是",
        "共",     "仅",     "有",   "于", "收报", "收",   "报",   "至",   "到",   NULL };

/* What a label may have ahead of it and still be the same; alone they are labels. */
static const char *const neutral[]
    = { "本周", "当周", "全市场", "市场", "沪深两市", "两市", "全A", "A股", "日均", NULL };

/* Alone these say of nothing what it is: 同比增长 46%, A 和 B 各为. */
static const char *const nameless[]
    = { "同比", "环比", "增长", "增加", "增", "提高", "上升",   "上涨",   "涨",
        "下降", "减少", "减",   "下跌", "跌", "回落", "分别",   "各",     "和",
        "与",   "及",   "以及", "或",   "又", "再",   "较前周", "较上周", NULL };

static bool is_label_letter(uint32_t code)
{
    return cp_is_han(code) || (code >= 'A' && code <= 'Z') || (code >= 'a' && code <= 'z');
}

static size_t step_back(cp_str text, size_t at)
{
    do
        at--;
    while (at && ((unsigned char)text.data[at] & 0xC0) == 0x80);
    return at;
}

const char *cp_words_tail(cp_str text, const char *const *words)
{
    const char *longest = NULL;

    for (; *words; words++)
        if (cp_str_ends(text, cp_str_from(*words))
            && (!longest || cp_str_from(*words).size > cp_str_from(longest).size))
            longest = *words;
    return longest;
}

cp_str cp_words_strip_tail(cp_str text, const char *const *words)
{
    const char *word;

    while ((word = cp_words_tail(text, words)) != NULL)
        text.size -= cp_str_from(word).size;
    return text;
}

static cp_str strip_heads(cp_str text)
{
    for (size_t i = 0; neutral[i]; i++) {
        cp_str word = cp_str_from(neutral[i]);

        if (!cp_str_starts(text, word) || text.size == word.size)
            continue;
        text = cp_str_slice(text, word.size, text.size);
        i = SIZE_MAX;
    }
    return text;
}

/* Back over the blanks that some set between Chinese words and figures. */
static size_t skip_blanks_back(cp_str text, size_t at)
{
    while (at && text.data[at - 1] == ' ')
        at--;
    return at;
}

cp_str cp_label_before(cp_str text, size_t at)
{
    size_t from = at = skip_blanks_back(text, at);

    while (from) {
        size_t before = step_back(text, from), next = before;

        if (!is_label_letter(cp_utf8_next(text, &next)))
            break;
        from = before;
    }
    text = strip_heads(cp_words_strip_tail(cp_str_slice(text, from, at), leads));
    /* 390亿至402亿: the unit of a range's other end is no name. */
    return cp_words_strip_tail(text, nameless).size && !cp_unit_known(text) ? text : (cp_str){ 0 };
}

const cp_claim *cp_claims_read(cp_arena *arena, const cp_prose *proses)
{
    cp_claim *first = NULL, **end = &first;

    for (const cp_prose *prose = proses; prose; prose = prose->next)
        for (const cp_prose_value *value = prose->values; value; value = value->next) {
            cp_str label = cp_label_before(prose->text, value->from);

            if (value->use->difference || isnan(value->use->number) || !label.size)
                continue;
            *end = cp_new(arena, cp_claim);
            **end = (cp_claim){ label, prose, value, NULL };
            end = &(*end)->next;
        }
    return first;
}

const char *cp_use_words(cp_arena *arena, const cp_value_use *use)
{
    return cp_printf(arena, "{{" CP_FMT "}} (%s)", CP_ARG(use->inside),
                     cp_place_text(arena, use->place));
}
