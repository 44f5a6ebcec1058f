#include "deck/check/claim.h"
#include "test.h"

static const char *label(const char *text)
{
    static char out[128];
    cp_str all = cp_str_from(text);
    size_t at = cp_str_find(all, CP_STR("|"), 0);

    snprintf(out, sizeof out, CP_FMT, CP_ARG(cp_label_before(all, at)));
    return out;
}

TEST(a_label_is_the_words_right_ahead_of_a_number)
{
    CHECK_STR(label("放量，融资余额|23489亿元"), "融资余额");
    CHECK_STR(label("融资余额约为|23489亿元"), "融资余额");
    CHECK_STR(label("融资余额升至|23489亿元"), "融资余额");
    CHECK_STR(label("2026年，|4"), "");
    CHECK_STR(label("|4"), "");
}

TEST(what_all_labels_may_have_ahead_makes_no_difference)
{
    CHECK_STR(label("本周全A日均成交额|1"), "成交额");
    CHECK_STR(label("创业板成交额|1"), "创业板成交额");
    CHECK_STR(label("本周全A|1"), "全A");
}

TEST(a_day_makes_another_label)
{
    CHECK_STR(label("周五成交额|1"), "周五成交额");
    CHECK_STR(label("4月17日成交额|1"), "日成交额");
}
