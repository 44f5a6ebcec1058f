#include "drawn.h"

#include <stdlib.h>

#define HEAD "type: wordcloud\nword: 词\nweight: 重\n"

static const char *many(cp_arena *arena, const char *more)
{
    static const char *const heads[] = { "光模块", "机器人", "储能", "创新药", "AI", "液冷" };
    const char *spec = cp_printf(arena, "%s%srows:\n", HEAD, more);

    for (int i = 0; i < 50; i++)
        spec = cp_printf(arena, "%s  - {词: %s%d, 重: %d}\n", spec, heads[i % 6], i, 100 - 2 * i);
    return spec;
}

static void check_cloud(const char *more)
{
    cp_arena arena = { 0 };
    drawn d;
    drawn_text word[MOST_TEXTS];
    cp_size least;
    size_t count;

    drawn_open(&d, many(&arena, more));
    CHECK_STR(drawn_findings(&d), "");
    least = cp_figure_least(d.figure, &d.env);
    for (int i = 0; i < 3; i++) {
        cp_rect box = { 0, 0,
                        i == 0   ? least.width
                        : i == 1 ? 480
                                 : 300,
                        i == 0   ? least.height
                        : i == 1 ? 270
                                 : 500 };

        drawn_in(&d, box);
        count = drawn_rects(&d, "word", word);
        CHECK_INT(count, 50);
        for (size_t k = 0; k < count; k++)
            CHECK(cp_rect_inside(word[k].rect, box, 0.01));
    }
    drawn_close(&d);
    cp_arena_free(&arena);
}

TEST(every_word_is_placed_within_the_box)
{
    check_cloud("");
    check_cloud("turn: some\n");
}

static cairo_surface_t *painted(drawn *d, cairo_operator_t operator)
{
    cairo_surface_t *surface = cairo_image_surface_create(CAIRO_FORMAT_ARGB32, 1440, 810);
    cairo_t *cr = cairo_create(surface);

    cairo_scale(cr, 3, 3);
    cairo_set_operator(cr, operator);
    cp_figure_draw(d->figure, &d->env, (cp_rect){ 0, 0, 480, 270 }, (cp_gutters){ 0 }, cr, &d->page,
                   NULL);
    cairo_destroy(cr);
    cairo_surface_flush(surface);
    return surface;
}

static const char *of_han(cp_arena *arena, const char *more)
{
    static const char *const heads[] = { "光模块", "机器人", "储能", "创新药", "银行", "液冷" };
    static const char *const tails[] = { "甲", "乙", "丙", "丁", "戊", "己", "庚" };
    const char *spec = cp_printf(arena, "%s%srows:\n", HEAD, more);

    for (int i = 0; i < 42; i++)
        spec = cp_printf(arena, "%s  - {词: %s%s, 重: %d}\n", spec, heads[i % 6], tails[i / 6],
                         100 - 2 * i);
    return spec;
}

/* But for what rounding does. */
static bool alike(cairo_surface_t *one, cairo_surface_t *two)
{
    const unsigned char *a = cairo_image_surface_get_data(one);
    const unsigned char *b = cairo_image_surface_get_data(two);
    int size = cairo_image_surface_get_stride(one) * cairo_image_surface_get_height(one);
    bool same = true;

    for (int i = 0; i < size; i++)
        same = same && abs(a[i] - b[i]) <= 1;
    return same;
}

static void check_pixels(const char *more)
{
    cp_arena arena = { 0 };
    drawn d;
    cairo_surface_t *over, *add;

    drawn_open(&d, of_han(&arena, more));
    CHECK(d.loaded);
    over = painted(&d, CAIRO_OPERATOR_OVER);
    add = painted(&d, CAIRO_OPERATOR_ADD);
    CHECK(alike(over, add));
    cairo_surface_destroy(over);
    cairo_surface_destroy(add);
    drawn_close(&d);
    cp_arena_free(&arena);
}

/* Ink over ink and ink added to ink differ exactly where two words share a pixel. */
TEST(no_two_words_share_a_pixel)
{
    check_pixels("");
    check_pixels("turn: some\n");
}

TEST(a_cloud_is_the_same_each_time)
{
    cp_arena arena = { 0 };
    drawn d;
    const char *first;

    drawn_open(&d, many(&arena, "turn: some\n"));
    first = cp_printf(&arena, "%s", drawn_in(&d, (cp_rect){ 0, 0, 400, 300 }));
    CHECK_STR(drawn_in(&d, (cp_rect){ 0, 0, 400, 300 }), first);
    CHECK(strstr(first, " turned "));
    drawn_close(&d);
    cp_arena_free(&arena);
}

TEST(heavier_words_are_larger)
{
    drawn d;
    drawn_text word[MOST_TEXTS];

    drawn_open(&d, HEAD "rows:\n  - {词: 小词, 重: 1}\n  - {词: 大词, 重: 100}\n"
                        "  - {词: 中词, 重: 25}\n");
    drawn_in(&d, (cp_rect){ 0, 0, 480, 270 });
    CHECK_INT(drawn_rects(&d, "word", word), 3);
    CHECK(word[0].rect.height > word[1].rect.height && word[1].rect.height > word[2].rect.height);
    CHECK(cp_str_is(d.figure->alt, "词云：共3个词，以大词、中词、小词居首。"));
    drawn_close(&d);
}

TEST(bad_clouds_are_told_at_their_places)
{
    drawn d;

    drawn_open(&d, HEAD "rows:\n  - {词: 甲, 重: -1}\n  - {重: 1}\n");
    CHECK(!d.loaded);
    CHECK_STR(drawn_findings(&d), "5: error: '甲' is -1, and a wordcloud shows no negative values\n"
                                  "6: error: column 词 has no name here\n");
    drawn_close(&d);
}
