/*
 * labels.c - how well and how fast labels are placed.
 *
 *     labels [SEEDS [KIND [N]]]         # 1000 seeds at most
 *     labels --clouds FILE...           # clouds of CSV: name,class,x,y with y upward
 *     labels --boxes KIND N SEED        # the boxes and points of one cloud, for other programs
 *     labels --judge KIND N FILE...     # what they made of seeds 1, 2, ...: ms, then x,y of each box
 *
 * The clouds are those of a plot of 880 x 430 points: normal, clusters, diagonal, uniform.
 */
#include "cli/heap.h"
#include "plot/labels.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "../labels_check.h"
#include "../labels_cloud.h"

enum { LABELS_MOST = 10000, SEEDS_MOST = 1000 };

typedef struct tally {
    int runs, sound; /* sound: no label left out, no rule broken */
    size_t faults, left_out, led, labels, over, doubts;
    double gap, worst_gap, ms[SEEDS_MOST];
} tally;

static double now_ms(void)
{
    struct timespec time;

    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return (double)time.tv_sec * 1e3 + (double)time.tv_nsec / 1e6;
}

static void count_run(const cp_label_task *task, const cp_label_places *places, double ms,
                      tally *sum)
{
    size_t faults = label_faults(task, places);

    sum->ms[sum->runs++] = ms;
    sum->sound += places->left_out == 0 && faults == 0;
    sum->faults += faults;
    sum->left_out += places->left_out;
    sum->led += places->led;
    sum->labels += task->count;
    sum->over += places->over;
    sum->doubts += label_doubts(task, places);
    sum->gap += places->gap;
    sum->worst_gap = fmax(sum->worst_gap, places->gap);
}

static void run_task(cp_arena *arena, const cp_label_task *task, tally *sum)
{
    double start = now_ms();
    cp_label_places places = cp_labels_place(arena, task);
    double ms = now_ms() - start;

    count_run(task, &places, ms, sum);
}

static double name_width(const char *name, const char *end)
{
    double ems = 0;

    for (; name < end; name++)
        if ((unsigned char)*name < 0x80)
            ems += 0.55;
        else if (((unsigned char)*name & 0xc0) != 0x80)
            ems += 1;
    return ems;
}

static FILE *open_file(const char *path)
{
    FILE *file = fopen(path, "r");

    if (!file) {
        perror(path);
        exit(2);
    }
    return file;
}

/* Names are measured by their characters: Han ones are as wide as high. */
static cp_label_task read_cloud(cp_arena *arena, const char *path)
{
    FILE *file = open_file(path);
    char line[400];
    cp_label_wish *wish = cp_new_array(arena, cp_label_wish, LABELS_MOST);
    size_t count = 0;
    double size;

    while (count < LABELS_MOST && fgets(line, sizeof line, file)) {
        char *comma = strchr(line, ','), *second = comma ? strchr(comma + 1, ',') : NULL;
        cp_point at = { 0 };

        if (!second || sscanf(second, ",%lf,%lf", &at.x, &at.y) != 2)
            continue; /* the heading */
        at.y = 430 - at.y;
        wish[count].anchor = (cp_anchor){ at, at, 2.7 };
        wish[count++].size.width = name_width(line, comma);
    }
    fclose(file);
    size = count <= 110 ? 8 : count <= 300 ? 6 : 5;
    for (size_t i = 0; i < count; i++)
        wish[i].size = (cp_size){ wish[i].size.width * size, 1.0825 * size };
    return (cp_label_task){
        .frame = { 0, 0, 880, 430 }, .rules = cloud_rules(size), .wish = wish, .count = count
    };
}

static void print_head(void)
{
    puts(
        "cloud     count  seeds  faults   all in  left out    gap  worst    led     over    doubt  "
        "     ms  median   worst");
}

static double percent(size_t part, size_t whole)
{
    return 100.0 * (double)part / (double)whole;
}

static int by_ms(const void *a, const void *b)
{
    double one = *(const double *)a, two = *(const double *)b;

    return (one > two) - (one < two);
}

static double mean(const double *ms, int count)
{
    double sum = 0;

    for (int i = 0; i < count; i++)
        sum += ms[i];
    return sum / count;
}

static void print_tally(const char *kind, size_t count, tally *t)
{
    qsort(t->ms, (size_t)t->runs, sizeof *t->ms, by_ms);
    printf("%-9s %5zu  %5d  %6zu  %5.1f %%  %8.2f  %5.2f  %5.2f  %5.1f %%  %5.1f %%  %5.1f %%  "
           "%7.2f %7.2f %7.2f\n",
           kind, count, t->runs, t->faults, 100.0 * t->sound / t->runs,
           (double)t->left_out / t->runs, t->gap / t->runs, t->worst_gap,
           percent(t->led, t->labels), percent(t->over, t->labels), percent(t->doubts, t->labels),
           mean(t->ms, t->runs), t->ms[t->runs / 2], t->ms[t->runs - 1]);
    fflush(stdout);
}

static int run_files(int count, char **path)
{
    tally sum = { 0 };
    size_t labels = 0;

    for (int i = 0; i < count; i++) {
        cp_arena arena = { 0 };
        cp_label_task task = read_cloud(&arena, path[i]);

        labels = task.count;
        run_task(&arena, &task, &sum);
        cp_arena_free(&arena);
    }
    print_head();
    print_tally("files", labels, &sum);
    return 0;
}

static void run_many(const char *kind, size_t count, unsigned seeds)
{
    tally sum = { 0 };

    for (unsigned seed = 1; seed <= seeds; seed++) {
        cp_arena arena = { 0 };
        cp_label_task task = cloud_task(&arena, kind, count, seed);

        run_task(&arena, &task, &sum);
        cp_arena_free(&arena);
    }
    print_tally(kind, count, &sum);
}

static int print_boxes(const char *kind, size_t count, unsigned seed)
{
    cp_arena arena = { 0 };
    cp_label_task task = cloud_task(&arena, kind, count, seed);

    puts("x,y,radius,width,height");
    for (size_t i = 0; i < task.count; i++)
        printf("%.6f,%.6f,%.6f,%.6f,%.6f\n", task.wish[i].anchor.a.x, task.wish[i].anchor.a.y,
               task.wish[i].anchor.radius, task.wish[i].size.width, task.wish[i].size.height);
    cp_arena_free(&arena);
    return 0;
}

/* A foreign program's box as a place of ours: a leader runs the shortest way, where it is far. */
static cp_label_place place_at(const cp_label_task *task, size_t label, cp_point corner)
{
    const cp_label_wish *wish = &task->wish[label];
    cp_point middle = wish->anchor.a;
    double radius = wish->anchor.radius, distance;
    cp_label_place place = {
        .placed = true,
        .box = { corner.x, corner.y, wish->size.width, wish->size.height },
    };

    place.to.x = fmin(fmax(middle.x, corner.x), corner.x + wish->size.width);
    place.to.y = fmin(fmax(middle.y, corner.y), corner.y + wish->size.height);
    distance = hypot(place.to.x - middle.x, place.to.y - middle.y);
    place.from = distance > 0 ? check_along(middle, place.to, radius / distance) : middle;
    place.gap = fmax(distance - radius, 0);
    place.led = place.gap > task->rules.leader_from;
    for (size_t i = 0; i < task->count; i++)
        place.over += place.led && i != label && check_through_disc(&place, &task->wish[i].anchor);
    return place;
}

static void judge(const char *kind, size_t count, unsigned seed, const char *path, tally *sum)
{
    cp_arena arena = { 0 };
    cp_label_task task = cloud_task(&arena, kind, count, seed);
    cp_label_places places = { .place = cp_new_array(&arena, cp_label_place, count) };
    FILE *file = open_file(path);
    double ms, nothing;
    bool whole = fscanf(file, "%lf,%lf", &ms, &nothing) == 2;

    for (size_t i = 0; i < count && whole; i++) {
        cp_point corner;

        whole = fscanf(file, "%lf,%lf", &corner.x, &corner.y) == 2;
        places.place[i] = place_at(&task, i, corner);
        places.led += places.place[i].led;
        places.over += places.place[i].over > 0;
        places.gap += places.place[i].gap / (double)count;
    }
    fclose(file);
    if (!whole) {
        fprintf(stderr, "%s: not %zu places\n", path, count);
        exit(2);
    }
    count_run(&task, &places, ms, sum);
    cp_arena_free(&arena);
}

static int judge_files(const char *kind, size_t count, int files, char **path)
{
    tally sum = { 0 };

    for (int i = 0; i < files; i++)
        judge(kind, count, (unsigned)i + 1, path[i], &sum);
    print_tally(kind, count, &sum);
    return 0;
}

static int run_all(unsigned seeds, const char *kind, size_t only)
{
    static const size_t counts[] = { 110, 300, 1000, 3000, LABELS_MOST };

    print_head();
    for (size_t c = 0; c < sizeof counts / sizeof *counts; c++)
        for (int k = 0; k < CLOUD_KINDS; k++)
            if ((!kind || strcmp(kind, cloud_kinds[k]) == 0) && (!only || only == counts[c]))
                run_many(cloud_kinds[k], counts[c],
                         counts[c] <= 300 || only || seeds < 3 ? seeds : 3);
    return 0;
}

int main(int argc, char **argv)
{
    int seeds = argc > 1 ? atoi(argv[1]) : 50;

    cp_heap_prepare(); /* as chartpack does */
    if (argc >= 3 && argc <= SEEDS_MOST && strcmp(argv[1], "--clouds") == 0)
        return run_files(argc - 2, argv + 2);
    if (argc == 5 && strcmp(argv[1], "--boxes") == 0)
        return print_boxes(argv[2], (size_t)atoi(argv[3]), (unsigned)atoi(argv[4]));
    if (argc >= 5 && argc <= SEEDS_MOST && strcmp(argv[1], "--judge") == 0)
        return judge_files(argv[2], (size_t)atoi(argv[3]), argc - 4, argv + 4);
    if (seeds >= 1 && seeds <= SEEDS_MOST)
        return run_all((unsigned)seeds, argc > 2 ? argv[2] : NULL,
                       argc > 3 ? (size_t)atoi(argv[3]) : 0);
    fputs("usage: labels [SEEDS [KIND [N]]]\n       labels --clouds FILE...\n"
          "       labels --boxes KIND N SEED\n       labels --judge KIND N FILE...\n",
          stderr);
    return 2;
}
