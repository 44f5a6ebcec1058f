#include "fixture.h"

#include <math.h>

#include "plot/layout.h"
#include "plot/tag.h"

/* A chart of a text over each row, with the mark that carries it. */
typedef struct tagged {
    fixture f;
    cp_layout layout;
    cp_tags tags;
} tagged;

static void place_on(tagged *t, const char *axis, const char *mark, const char *rows, double width,
                     double height)
{
    char spec[200];

    snprintf(spec, sizeof spec, "x: 日期\n%s\nmarks:\n  - {%s}\n  - {text: 名称, y: 板}\n", axis,
             mark);
    begin(&t->f, spec, rows);
    with_fonts(&t->f);
    CHECK(t->f.bound);
    cp_layout_make(&t->layout, &t->f.plot, &t->f.looks, (cp_rect){ 0, 0, width, height }, NULL,
                   &t->f.page);
    cp_layout_place_series(&t->layout);
    t->tags = cp_tags_place(&t->layout.views[1], &t->f.style->chart.value);
}

static void place(tagged *t, const char *mark, const char *rows, double width, double height)
{
    place_on(t, "", mark, rows, width, height);
}

/* Of a leader, whether it goes through a text. */
static bool runs_through(const cp_mark_view *view, const cp_tag *led, cp_rect rect)
{
    double x = view->x[led->row];

    return led->led && x > rect.x && x < rect.x + rect.width && rect.y < view->y[led->row]
           && rect.y + rect.height > led->rect.y + led->rect.height;
}

/* A text stands over its own point, and higher than all else that is beneath it. */
static bool stands_free(const cp_mark_view *view, const cp_tag *tag)
{
    double half = view->stepped ? view->step / 2 : 0, x = view->x[tag->row];
    cp_rect rect = tag->rect;

    for (size_t i = 0; i < view->rows; i++)
        if (view->x[i] + half > rect.x + 0.01 && view->x[i] - half < rect.x + rect.width - 0.01
            && view->y[i] < rect.y + rect.height)
            return false;
    return x > rect.x - 0.01 && x < rect.x + rect.width + 0.01;
}

static void check_rules(const tagged *t)
{
    const cp_mark_view *view = &t->layout.views[1];
    cp_rect area = t->layout.area;

    for (size_t i = 0; i < t->tags.count; i++) {
        const cp_tag *tag = &t->tags.item[i];

        CHECK(tag->rect.x > area.x - 0.01);
        CHECK(tag->rect.x + tag->rect.width < area.x + area.width + 0.01);
        CHECK(stands_free(view, tag));
        for (size_t k = 0; k < t->tags.count; k++) {
            CHECK(k == i || !cp_rects_overlap(tag->rect, t->tags.item[k].rect, 0));
            CHECK(k == i || !runs_through(view, &t->tags.item[k], tag->rect));
        }
    }
}

TEST(texts_over_points_cover_neither_each_other_nor_the_points)
{
    static const char *const marks[]
        = { "bar: 板", "line: 板", "line: 板, curve: step", "dot: 板" };
    static const char *const names[] = { "甲", "示例", "示例甲", "示例股份", "示例股份甲" };
    unsigned chance = 7;

    for (int round = 0; round < 24; round++) {
        char rows[4000];
        int at = snprintf(rows, sizeof rows, "日期,板,名称\n"), count = 4 + round;
        tagged t;

        for (int i = 0; i < count; i++) {
            chance = chance * 1103515245u + 12345;
            at += snprintf(rows + at, sizeof rows - (size_t)at, "2026-%02d-%02d,%u,%s\n",
                           1 + i / 28, 1 + i % 28, 1 + (chance >> 16) % 20,
                           names[(chance >> 8) % 5]);
        }
        place(&t, marks[round % 4], rows, 430, 200);
        CHECK_INT(t.tags.count + t.tags.left_out, count);
        check_rules(&t);
        end(&t.f);
    }
}

TEST(a_peak_is_named_on_its_top_and_its_neighbours_beside_it)
{
    tagged t;

    place(&t, "bar: 板",
          "日期,板,名称\n2026-04-13,4,示例甲\n2026-04-14,6,示例乙\n2026-04-15,9,示例丙\n"
          "2026-04-16,5,示例丁\n2026-04-17,3,示例戊\n",
          130, 200);
    CHECK_INT(t.tags.count, 5);
    CHECK(!t.tags.item[2].led);
    CHECK(t.tags.item[1].led && t.tags.item[3].led);
    CHECK_NEAR(t.tags.item[1].rect.y, t.tags.item[2].rect.y, 0.01);
    CHECK_NEAR(t.tags.item[3].rect.y, t.tags.item[2].rect.y, 0.01);
    check_rules(&t);
    end(&t.f);
}

TEST(a_few_texts_over_many_days_stand_in_the_middle_over_their_own)
{
    char rows[2000];
    int at = snprintf(rows, sizeof rows, "日期,板,名称\n");
    tagged t;

    for (int i = 0; i < 56; i++)
        at += snprintf(rows + at, sizeof rows - (size_t)at, "2026-%02d-%02d,5,%s\n", 1 + i / 28,
                       1 + i % 28, i % 20 == 12 ? "示例股份" : "");
    place(&t, "line: 板", rows, 430, 200);
    CHECK_INT(t.tags.count, 3);
    for (size_t i = 0; i < t.tags.count; i++) {
        cp_rect rect = t.tags.item[i].rect;

        CHECK_NEAR(rect.x + rect.width / 2, t.layout.views[1].x[t.tags.item[i].row], 0.01);
    }
    check_rules(&t);
    end(&t.f);
}

/* One past the other upward, the last ones would stand out of the figure. */
TEST(wide_texts_of_many_days_have_room)
{
    static const int heights[]
        = { 21, 15, 8, 8, 13, 18, 17, 15, 15, 16, 17, 21, 23, 23, 28, 28, 24, 23, 24, 24, 18, 21 };
    char rows[2000];
    int at = snprintf(rows, sizeof rows, "日期,板,名称\n");
    tagged t;

    for (int i = 0; i < 22; i++)
        at += snprintf(rows + at, sizeof rows - (size_t)at, "2026-01-%02d,%d,示例股份%s\n", 1 + i,
                       heights[i], i % 3 ? "甲" : "有甲");
    place(&t, "line: 板, curve: step", rows, 450, 250);
    CHECK_INT(t.tags.left_out, 0);
    CHECK(t.tags.top > t.layout.box.y);
    check_rules(&t);
    end(&t.f);
}

/* It once was led down through the foot of the plot. */
TEST(a_point_beyond_the_axis_has_no_text)
{
    tagged t;

    place_on(&t, "y: {domain: [0, 10]}", "line: 板",
             "日期,板,名称\n2026-04-13,4,示例甲\n2026-04-14,10,示例乙\n2026-04-15,-5,示例丙\n"
             "2026-04-16,50,示例丁\n",
             300, 200);
    CHECK_INT(t.tags.count, 2);
    CHECK_INT(t.tags.left_out, 0);
    CHECK_INT(t.tags.item[0].row, 0);
    CHECK_INT(t.tags.item[1].row, 1);
    CHECK(t.tags.top > t.layout.box.y);
    end(&t.f);
}

TEST(texts_without_room_are_counted)
{
    tagged t;

    place(&t, "bar: 板",
          "日期,板,名称\n2026-04-13,4,很长的名称很长的名称很长的名称\n"
          "2026-04-14,4,很长的名称很长的名称很长的名称\n"
          "2026-04-15,4,很长的名称很长的名称很长的名称\n"
          "2026-04-16,4,很长的名称很长的名称很长的名称\n"
          "2026-04-17,4,很长的名称很长的名称很长的名称\n",
          120, 60);
    CHECK_INT(t.tags.count + t.tags.left_out, 5);
    CHECK(t.tags.left_out > 0);
    check_rules(&t);
    end(&t.f);
}
