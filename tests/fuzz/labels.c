/*
 * labels.c - names beside points, lines and obstacles made of the bytes: no rule is broken, and
 * the same task gives the same places.
 */

#include "fuzz.h"

#include "../labels_check.h"

#include <string.h>

enum { MOST_LABELS = 60, MOST_INK = 20, MOST_OBSTACLES = 8 };

typedef struct made {
    cp_label_task task;
    cp_label_wish wish[MOST_LABELS];
    cp_toward toward[MOST_LABELS];
    cp_anchor ink[MOST_INK];
    cp_rect obstacle[MOST_OBSTACLES];
} made;

/* Mostly where a plot is, at times far away or nowhere. */
static double make_place(fuzz_bytes *bytes)
{
    unsigned word = fuzz_word(bytes);

    if (word >= 0xFFF8)
        return word & 1 ? NAN : word & 2 ? 1e9 : -1e9;
    return word / 64.0 - 100;
}

static cp_anchor make_anchor(fuzz_bytes *bytes)
{
    cp_anchor anchor = { .a = { make_place(bytes), make_place(bytes) } };
    unsigned kind = fuzz_byte(bytes);

    anchor.radius = (kind & 63) / 8.0;
    anchor.b = kind & 64 ? (cp_point){ make_place(bytes), make_place(bytes) } : anchor.a;
    if (isnan(anchor.b.x) || isnan(anchor.b.y))
        anchor.b = anchor.a; /* a line is drawn whole or not at all */
    return anchor;
}

static void make_wish(fuzz_bytes *bytes, made *out, size_t i)
{
    cp_label_wish *wish = &out->wish[i];
    unsigned kind;

    wish->anchor = make_anchor(bytes);
    wish->size = (cp_size){ fuzz_byte(bytes) / 2.0, fuzz_byte(bytes) / 8.0 };
    kind = fuzz_byte(bytes);
    wish->weight = kind & 15;
    if (kind & 16) {
        out->toward[i] = (cp_toward)(fuzz_byte(bytes) % CP_TOWARDS);
        wish->toward = &out->toward[i];
        wish->toward_count = 1;
        wish->only_toward = kind & 32;
    }
    wish->before = kind & 64;
    if (wish->before)
        wish->at = (cp_point){ make_place(bytes) - 300, make_place(bytes) - 300 };
}

static void make(fuzz_bytes *bytes, made *out)
{
    cp_label_task *task = &out->task;
    unsigned ink;

    memset(out, 0, sizeof *out);
    task->frame = (cp_rect){ 0, 0, fuzz_word(bytes) / 64.0, fuzz_word(bytes) / 64.0 };
    task->rules = (cp_label_rules){ .near = fuzz_byte(bytes) / 32.0,
                                    .least = fuzz_byte(bytes) / 128.0,
                                    .between = fuzz_byte(bytes) / 128.0,
                                    .leader_most = fuzz_byte(bytes) };
    task->rules.leader_from = task->rules.near + fuzz_byte(bytes) / 16.0;
    ink = fuzz_byte(bytes);
    task->ink_count = ink % (MOST_INK + 1);
    task->rules.space = ink / (MOST_INK + 1);
    task->obstacle_count = fuzz_byte(bytes) % (MOST_OBSTACLES + 1);
    for (size_t i = 0; i < task->ink_count; i++)
        out->ink[i] = make_anchor(bytes);
    for (size_t i = 0; i < task->obstacle_count; i++)
        out->obstacle[i]
            = (cp_rect){ make_place(bytes), make_place(bytes), fuzz_byte(bytes), fuzz_byte(bytes) };
    while (bytes->size && task->count < MOST_LABELS)
        make_wish(bytes, out, task->count++);
    task->wish = out->wish;
    task->ink = out->ink;
    task->obstacle = out->obstacle;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static made it;
    cp_arena arena = { 0 };
    fuzz_bytes bytes = { data, size };
    cp_label_places places, again;

    make(&bytes, &it);
    places = cp_labels_place(&arena, &it.task);
    HOLDS(label_faults(&it.task, &places) == 0);
    again = cp_labels_place(&arena, &it.task);
    HOLDS(again.work == places.work);
    for (size_t i = 0; i < it.task.count; i++)
        HOLDS(memcmp(&places.place[i].box, &again.place[i].box, sizeof(cp_rect)) == 0);
    cp_arena_free(&arena);
    return 0;
}
