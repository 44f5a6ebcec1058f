/* direction.c - 增加 and 减少, 上升 and 回落: the words must go the way that the values go. */

#include "base/utf8.h"
#include "deck/check/check.h"

#include <math.h>

static const char *const ups[]
    = { "增加", "上升", "上涨", "增长", "回升", "提升", "提高", "走高", "走强",
        "扩大", "放大", "抬升", "攀升", "续升", "放量", "反弹", NULL };
static const char *const downs[] = { "减少", "下降", "下跌", "回落", "走低", "走弱", "收窄",
                                     "缩小", "下滑", "降低", "续降", "缩量", "萎缩", NULL };

/* How a move was; it still is one. */
static const char *const manners[]
    = { "明显", "大幅", "小幅", "显著", "继续", "持续", "进一步", "有所", "略有",
        "略",   "再度", "温和", "同步", "快速", "了",   "约",     NULL };

/* What a difference says: the thing that its value is called, and which way it went. */
typedef struct fact {
    cp_str label;
    const cp_value_use *use;
    struct fact *next;
} fact;

/* "比前一周", "较上年同期": what it is compared with, not what it is. */
static bool is_comparison(cp_str label)
{
    return cp_str_find(label, CP_STR("比"), 0) != SIZE_MAX
           || cp_str_find(label, CP_STR("较"), 0) != SIZE_MAX;
}

static void add_fact(cp_arena *arena, fact **list, cp_str label, const cp_value_use *use)
{
    fact *added;

    if (!label.size || is_comparison(label))
        return;
    added = cp_new(arena, fact);
    *added = (fact){ label, use, *list };
    *list = added;
}

/* A difference goes by its own label, and by those that its value has elsewhere. */
static fact *read_facts(const cp_check_view *view)
{
    cp_arena *arena = view->report->arena;
    fact *list = NULL;

    for (const cp_prose *prose = view->proses; prose; prose = prose->next)
        for (const cp_prose_value *value = prose->values; value; value = value->next) {
            if (!value->use->difference)
                continue;
            add_fact(arena, &list, cp_label_before(prose->text, value->from), value->use);
            for (const cp_claim *claim = view->claims; claim; claim = claim->next)
                if (claim->value->use->of[0] == value->use->of[0])
                    add_fact(arena, &list, claim->label, value->use);
        }
    return list;
}

static bool agrees(double number, bool up)
{
    return up ? number > 0 : number < 0;
}

/* ---- a thing and a word: 成交额回落 ---- */

static void check_word(const cp_check_view *view, const cp_prose *prose, const fact *facts,
                       size_t from, cp_str word, bool up)
{
    cp_str ahead = cp_words_strip_tail(cp_str_slice(prose->text, 0, from), manners);
    cp_str label = cp_label_before(prose->text, ahead.size);
    const fact *against = NULL;

    for (; label.size && facts; facts = facts->next) {
        if (!cp_str_eq(facts->label, label))
            continue;
        if (agrees(facts->use->number, up))
            return;
        against = facts;
    }
    if (against)
        cp_warn(view->report, cp_prose_place(prose, from),
                "'" CP_FMT CP_FMT "' is against %s, which shows " CP_FMT, CP_ARG(label),
                CP_ARG(word), cp_use_words(view->report->arena, against->use),
                CP_ARG(against->use->shown));
}

static void check_words(const cp_check_view *view, const cp_prose *prose, const fact *facts,
                        const char *const *words, bool up)
{
    for (; *words; words++) {
        cp_str word = cp_str_from(*words);

        for (size_t at = 0; (at = cp_str_find(prose->text, word, at)) != SIZE_MAX; at += word.size)
            if (cp_prose_is_typed(prose, at, at + word.size))
                check_word(view, prose, facts, at, word, up);
    }
}

/* ---- a word right ahead of a value: 下降{{...}} ---- */

/* A growth has both signs by nature; other numbers below a word of loss may be its size. */
static bool is_growth(const cp_value *value)
{
    return value && cp_str_find(value->sql, CP_STR("/"), 0) != SIZE_MAX
           && cp_str_find(value->sql, CP_STR("- 1"), 0) != SIZE_MAX
           && cp_str_find(value->sql, CP_STR("abs("), 0) == SIZE_MAX;
}

static void check_value(const cp_check_view *view, const cp_prose *prose,
                        const cp_prose_value *value)
{
    cp_str ahead = cp_words_strip_tail(cp_str_slice(prose->text, 0, value->from), manners);
    const char *up = cp_words_tail(ahead, ups), *down = cp_words_tail(ahead, downs);
    const char *word = up ? up : down;
    double number = value->use->number;

    if (!word || isnan(number) || agrees(number, up != NULL))
        return;
    if (!value->use->difference && (number == 0 || (!up && !is_growth(value->use->of[0]))))
        return;
    cp_warn(view->report, cp_prose_place(prose, ahead.size - cp_str_from(word).size),
            "'%s' stands ahead of %s, which shows " CP_FMT, word,
            cp_use_words(view->report->arena, value->use), CP_ARG(value->use->shown));
}

static void run(const cp_check_view *view)
{
    const fact *facts = read_facts(view);

    for (const cp_prose *prose = view->proses; prose; prose = prose->next) {
        check_words(view, prose, facts, ups, true);
        check_words(view, prose, facts, downs, false);
        for (const cp_prose_value *value = prose->values; value; value = value->next)
            check_value(view, prose, value);
    }
}

const cp_check_class cp_check_direction = {
    .name = "direction",
    .summary = "words like 增加 and 回落 go the way that the values go",
    .run = run,
};
