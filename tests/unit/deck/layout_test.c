#include "deck/layout.h"
#include "test.h"

typedef struct words {
    cp_arena arena;
    cp_report report;
    cp_layout layout;
    bool ok;
} words;

static void read_words(words *w, const char *text)
{
    *w = (words){ .ok = false };
    w->report.arena = &w->arena;
    w->ok = cp_layout_read(&w->arena, cp_str_from(text), (cp_place){ "deck.md", 3, 0 }, &w->layout,
                           &w->report);
}

TEST(a_side_may_have_a_share)
{
    words w;

    read_words(&w, "text-left 45%");
    CHECK(w.ok);
    CHECK_INT(w.layout.side, CP_SIDE_LEFT);
    CHECK_NEAR(w.layout.share, 0.45, 1e-9);
    cp_arena_free(&w.arena);
}

TEST(sums_and_grids_are_rows_from_the_top)
{
    words w;

    read_words(&w, "2+1");
    CHECK(w.ok);
    CHECK_STR(cp_str_z(&w.arena, cp_rows_name(&w.arena, &w.layout.rows)), "2+1");
    cp_arena_free(&w.arena);
    read_words(&w, "text-top, 3x2");
    CHECK(w.ok);
    CHECK_INT(w.layout.side, CP_SIDE_TOP);
    CHECK_STR(cp_str_z(&w.arena, cp_rows_name(&w.arena, &w.layout.rows)), "3+3");
    cp_arena_free(&w.arena);
}

TEST(what_is_no_layout_is_told)
{
    static const char *const wrong[]
        = { "text-left 5%", "text-left 95%",      "2+", "+2", "0x2", "2x0", "2+a", "left", "",
            "2x2x2",        "1+1+1+1+1+1+1+1+1+1" };

    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        words w;

        read_words(&w, wrong[i]);
        CHECK(!w.ok);
        CHECK_INT(w.report.errors, 1);
        cp_arena_free(&w.arena);
    }
}
