#include "fixture.h"

#include "plot/label_kept.h"

static const char spec[] = "x: x\nmarks:\n"
                           "  - {dot: y, names: 名, labels: {places: no/such.json}}\n";

/* Thirty points on a wave, all but one where `moved` has it. */
static const char *wave(cp_arena *arena, int gone, int moved)
{
    const char *rows = "x,y,名\n";

    for (int i = 0; i < 30; i++)
        if (i != gone)
            rows = cp_printf(arena, "%s%d,%g,名称%d\n", rows, i + (i == moved ? 2 : 0),
                             50 + 30 * sin(i * 0.9), i);
    return rows;
}

static void begin_kept(fixture *f, const char *rows, const cp_kept_places *from)
{
    begin(f, spec, rows);
    with_fonts(f);
    CHECK(f->bound && cp_kept_places_open(&f->arena, f->plot.marks, "", &f->report));
    if (from) {
        f->plot.marks->places->item = from->drawn;
        f->plot.marks->places->count = from->drawn_count;
    }
    f->plot.marks->places->drawn = NULL;
    dump_of(f, 400, 200);
}

static bool same_place(const cp_kept_place *one, const cp_kept_place *other)
{
    return cp_str_eq(one->name, other->name) && fabs(one->box.x - other->box.x) < 1e-6
           && fabs(one->box.y - other->box.y) < 1e-6;
}

static size_t count_same(const cp_kept_places *one, const cp_kept_places *other)
{
    size_t same = 0;

    for (size_t i = 0; i < one->drawn_count; i++)
        for (size_t k = 0; k < other->drawn_count; k++)
            same += same_place(&one->drawn[i], &other->drawn[k]);
    return same;
}

TEST(names_that_were_kept_stand_where_they_stood)
{
    cp_arena arena = { 0 };
    fixture first, again;

    begin_kept(&first, wave(&arena, -1, -1), NULL);
    begin_kept(&again, wave(&arena, -1, -1), first.plot.marks->places);
    CHECK(first.plot.marks->places->drawn_count == 30);
    CHECK(count_same(first.plot.marks->places, again.plot.marks->places) == 30);
    end(&first);
    end(&again);
    cp_arena_free(&arena);
}

TEST(where_one_point_goes_and_another_moves_the_rest_stay)
{
    cp_arena arena = { 0 };
    fixture first, again;

    begin_kept(&first, wave(&arena, -1, -1), NULL);
    begin_kept(&again, wave(&arena, 3, 12), first.plot.marks->places);
    CHECK(again.plot.marks->places->drawn_count == 29);
    CHECK(count_same(first.plot.marks->places, again.plot.marks->places) >= 27);
    end(&first);
    end(&again);
    cp_arena_free(&arena);
}

/* The size of the names that were drawn when they had been kept in this size. */
static double size_after(cp_arena *arena, const cp_kept_places *kept, double size)
{
    cp_kept_places from = *kept;
    fixture f;

    for (size_t i = 0; i < from.drawn_count; i++)
        from.drawn[i].size = size;
    begin_kept(&f, wave(arena, -1, -1), &from);
    size = f.plot.marks->places->drawn[0].size;
    end(&f);
    return size;
}

TEST(names_keep_the_size_of_their_type_while_it_is_one_of_the_styles)
{
    cp_arena arena = { 0 };
    fixture first;
    const cp_kept_places *kept;
    double usual;

    begin_kept(&first, wave(&arena, -1, -1), NULL);
    kept = first.plot.marks->places;
    usual = kept->drawn[0].size;
    CHECK_NEAR(size_after(&arena, kept, usual - 0.5), usual - 0.5, 0);
    CHECK_NEAR(size_after(&arena, kept, 0), usual, 0);
    CHECK_NEAR(size_after(&arena, kept, 40), usual, 0);
    CHECK_NEAR(size_after(&arena, kept, 1), usual, 0);
    end(&first);
    cp_arena_free(&arena);
}

/* Any place that is free is kept, be it one that no search would choose. */
TEST(a_place_that_was_written_by_hand_is_taken)
{
    cp_arena arena = { 0 };
    cp_kept_place far = { CP_STR("名称7"), { -40, -12, 26, 9 }, 0 };
    cp_kept_places hand = { .drawn = &far, .drawn_count = 1 };
    fixture f;

    begin_kept(&f, wave(&arena, -1, -1), &hand);
    for (size_t i = 0; i < f.plot.marks->places->drawn_count; i++) {
        const cp_kept_place *place = &f.plot.marks->places->drawn[i];

        if (cp_str_eq(place->name, far.name))
            CHECK(fabs(place->box.x + place->box.width + 14) < 1e-6);
    }
    end(&f);
    cp_arena_free(&arena);
}

static const char *find(const cp_kept_places *places, const char *name, cp_size size,
                        cp_arena *arena)
{
    cp_point at;

    if (!cp_kept_place_find(places, cp_str_from(name), size, &at))
        return "none";
    return cp_printf(arena, "%g %g", at.x, at.y);
}

TEST(a_name_of_another_size_keeps_its_gap)
{
    cp_kept_place item[]
        = { { CP_STR("右"), { 5, -4, 25, 8 }, 0 }, { CP_STR("左"), { -30, -4, 25, 8 }, 0 } };
    cp_kept_places places = { .count = 2, .item = item };
    cp_arena arena = { 0 };

    CHECK_STR(find(&places, "右", (cp_size){ 25, 8 }, &arena), "5 -4");
    CHECK_STR(find(&places, "右", (cp_size){ 40, 10 }, &arena), "5 -5");
    CHECK_STR(find(&places, "左", (cp_size){ 40, 6 }, &arena), "-45 -3");
    CHECK_STR(find(&places, "上", (cp_size){ 40, 6 }, &arena), "none");
    cp_arena_free(&arena);
}

TEST(what_is_written_is_read_again)
{
    cp_kept_place drawn[] = { { CP_STR("A \"b\" \\ c"), { -30.125, -4, 25, 8 }, 7.5 },
                              { CP_STR("名: x\n"), { 5, -4, 25, 8 }, 8 } };
    cp_kept_places places = { .drawn_count = 2, .drawn = drawn }, back = { 0 };
    cp_arena arena = { 0 };
    cp_report report = { .arena = &arena };
    cp_buf text = { 0 };

    cp_kept_places_write(&places, &text);
    CHECK(cp_kept_places_read(&arena, "p.json", cp_buf_str(&text), &back, &report));
    CHECK(back.count == 2 && same_place(&back.item[0], &drawn[0])
          && same_place(&back.item[1], &drawn[1]));
    CHECK_NEAR(back.item[0].size, 7.5, 0);
    cp_buf_free(&text);
    cp_arena_free(&arena);
}

static void check_broken(const char *text, const char *finding)
{
    cp_arena arena = { 0 };
    cp_report report = { .arena = &arena };
    cp_kept_places places = { 0 };

    CHECK(!cp_kept_places_read(&arena, "p.json", cp_str_from(text), &places, &report));
    CHECK_STR(report.first ? cp_finding_line(&arena, report.first) : "", finding);
    cp_arena_free(&arena);
}

TEST(what_is_broken_is_told_where_it_stands)
{
    check_broken("[1, 2]\n", "p.json:1:1: error: expected places of names such as {\"NAME\": [x, "
                             "y, width, height, size]}, found a list");
    check_broken("{\n  \"甲\": [1, 2, 3, 4],\n  \"乙\": [1, 2, 三, 4]\n}\n",
                 "p.json:3:15: error: '乙' has no place; expected [x, y, width, height, size of "
                 "type] in points");
    check_broken("{\"甲\": [1, 2, 3]}\n", "p.json:1:7: error: '甲' has no place; expected [x, y, "
                                          "width, height, size of type] in points");
    check_broken("{\"甲\": [1, 2, 3, 4, 5, 6]}\n",
                 "p.json:1:23: error: '甲' has no place; expected "
                 "[x, y, width, height, size of type] in points");
    check_broken("{\"甲\": 5}\n", "p.json:1:7: error: '甲' has no place; expected [x, y, width, "
                                  "height, size of type] in points");
}
