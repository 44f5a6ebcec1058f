#include "base/guess.h"

#include "test.h"

static const char *const keys[] = { "scale", "format", "unit", "成交额" };

static const char *guess(const char *word)
{
    const char *found = cp_guess(cp_str_from(word), keys, 4);

    return found ? found : "";
}

TEST(the_nearest_word_is_guessed)
{
    CHECK_STR(guess("formt"), "format");
    CHECK_STR(guess("fromat"), "format");
    CHECK_STR(guess("units"), "unit");
    CHECK_STR(guess("成效额"), "成交额");
    CHECK_STR(guess("scale"), "scale");
}

TEST(a_word_far_from_all_has_no_guess)
{
    CHECK_STR(guess("colour"), "");
    CHECK_STR(guess("x"), "");
    CHECK_STR(guess(""), "");
    CHECK(!cp_guess(CP_STR("a"), keys, 0));
}

TEST(a_message_ends_with_the_guess_or_the_choice)
{
    cp_arena arena = { 0 };
    static const char *const many[13]
        = { "a1", "b1", "c1", "d1", "e1", "f1", "g1", "h1", "i1", "j1", "k1", "l1", "m1" };

    CHECK_STR(cp_guess_text(&arena, CP_STR("formt"), keys, 4), "; did you mean 'format'?");
    CHECK_STR(cp_guess_text(&arena, CP_STR("xyzzy"), keys, 3), "; expected scale, format or unit");
    CHECK_STR(cp_guess_text(&arena, CP_STR("xyzzy"), keys, 1), "; expected scale");
    CHECK_STR(cp_guess_text(&arena, CP_STR("xyzzy"), many, 13), "");
    CHECK_STR(cp_guess_text(&arena, CP_STR("xyzzy"), keys, 0), "");
    cp_arena_free(&arena);
}

TEST(endless_words_are_guessed_in_bounded_memory)
{
    char word[5000];

    memset(word, 'a', sizeof word - 1);
    word[sizeof word - 1] = '\0';
    CHECK_STR(guess(word), "");
}
