/*
 * labels.c - how well and how fast labels are placed.
 *
 *     labels [SEEDS] [KIND [N]]
 *     labels --clouds FILE...         # clouds of CSV: name,class,x,y with y upward
 *     labels --boxes KIND N SEED      # the boxes and points of one cloud, for other programs
 *
 * The clouds are those of a plot of 880 x 430 points: normal, clusters, diagonal, uniform.
 */
#include "plot/labels.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "../labels_check.h"
#include "../labels_cloud.h"

typedef struct tally {
    int runs, full; /* full: no label left out */
    size_t faults, left_out, led, labels, over, work;
    double gap, worst_gap, ms, worst_ms;
} tally;

static double now_ms(void)
{
    struct timespec time;

    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return (double)time.tv_sec * 1e3 + (double)time.tv_nsec / 1e6;
}

static void run_task(cp_arena *arena, const cp_label_task *task, tally *sum)
{
    double start = now_ms(), ms;
    cp_label_places places = cp_labels_place(arena, task);
    size_t count = task->count;

    ms = now_ms() - start;
    sum->runs++;
    sum->full += places.left_out == 0;
    sum->faults += label_faults(task, &places);
    sum->left_out += places.left_out;
    sum->led += places.led;
    sum->labels += count;
    sum->over += places.over;
    sum->work += places.work;
    sum->gap += places.gap;
    sum->worst_gap = fmax(sum->worst_gap, places.gap);
    sum->ms += ms;
    sum->worst_ms = fmax(sum->worst_ms, ms);
}

static void run_one(const char *kind, size_t count, unsigned seed, tally *sum)
{
    cp_arena arena = { 0 };
    cp_label_task task = cloud_task(&arena, kind, count, seed);

    run_task(&arena, &task, sum);
    cp_arena_free(&arena);
}

static double name_width(const char *name, const char *end, double size)
{
    double ems = 0;

    for (; name < end; name++)
        if ((unsigned char)*name < 0x80)
            ems += 0.55;
        else if (((unsigned char)*name & 0xc0) != 0x80)
            ems += 1;
    return ems * size;
}

/* Names are measured by their characters: Han ones are as wide as high. */
static cp_label_task read_cloud(cp_arena *arena, const char *path)
{
    FILE *file = fopen(path, "r");
    char line[400];
    cp_label_wish *wish = cp_new_array(arena, cp_label_wish, 10000);
    size_t count = 0;
    double size;

    if (!file || !fgets(line, sizeof line, file)) {
        perror(path);
        exit(2);
    }
    while (count < 10000 && fgets(line, sizeof line, file)) {
        char *comma = strchr(line, ','), *second = comma ? strchr(comma + 1, ',') : NULL;
        cp_point at = { 0 };

        if (!second || sscanf(second, ",%lf,%lf", &at.x, &at.y) != 2)
            continue;
        at.y = 430 - at.y;
        wish[count].anchor = (cp_anchor){ at, at, 2.7 };
        wish[count++].size.width = name_width(line, comma, 1);
    }
    fclose(file);
    size = count <= 110 ? 8 : count <= 300 ? 6 : 5;
    for (size_t i = 0; i < count; i++)
        wish[i].size = (cp_size){ wish[i].size.width * size, 1.0825 * size };
    return (cp_label_task){
        .frame = { 0, 0, 880, 430 }, .rules = cloud_rules(size), .wish = wish, .count = count
    };
}

static void print_tally(const char *kind, size_t count, const tally *t)
{
    printf(
        "%-9s %5zu  %6zu  %5.1f %%  %8.2f  %5.2f %5.2f  %5.1f %%  %5.1f %%  %7.2f %7.2f  %5.0f\n",
        kind, count, t->faults, 100.0 * t->full / t->runs, (double)t->left_out / t->runs,
        t->gap / t->runs, t->worst_gap, 100.0 * (double)t->led / (double)t->labels,
        100.0 * (double)t->over / (double)t->labels, t->ms / t->runs, t->worst_ms,
        (double)t->work / t->runs / 1000);
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
    print_tally("files", labels, &sum);
    return 0;
}

static void run_many(const char *kind, size_t count, unsigned seeds)
{
    tally sum = { 0 };

    for (unsigned seed = 1; seed <= seeds; seed++)
        run_one(kind, count, seed, &sum);
    print_tally(kind, count, &sum);
}

static int print_boxes(const char *kind, size_t count, unsigned seed)
{
    cp_arena arena = { 0 };
    cp_label_task task = cloud_task(&arena, kind, count, seed);

    puts("x,y,radius,width,height");
    for (size_t i = 0; i < task.count; i++)
        printf("%.3f,%.3f,%.2f,%.3f,%.3f\n", task.wish[i].anchor.a.x, task.wish[i].anchor.a.y,
               task.wish[i].anchor.radius, task.wish[i].size.width, task.wish[i].size.height);
    cp_arena_free(&arena);
    return 0;
}

int main(int argc, char **argv)
{
    static const size_t counts[] = { 110, 300, 1000 };
    unsigned seeds = argc > 1 ? (unsigned)atoi(argv[1]) : 50;

    if (argc >= 3 && strcmp(argv[1], "--clouds") == 0)
        return run_files(argc - 2, argv + 2);
    if (argc == 5 && strcmp(argv[1], "--boxes") == 0)
        return print_boxes(argv[2], (size_t)atoi(argv[3]), (unsigned)atoi(argv[4]));
    if (seeds < 1) {
        fprintf(stderr, "usage: labels [SEEDS] [KIND [N]]\n       labels --clouds FILE...\n"
                        "       labels --boxes KIND N SEED\n");
        return 2;
    }
    puts("cloud     count  faults  all in  left out   gap  worst    led     over       ms   worst  "
         "ksteps");
    for (size_t c = 0; c < sizeof counts / sizeof *counts; c++)
        for (int k = 0; k < CLOUD_KINDS; k++)
            if ((argc <= 2 || strcmp(argv[2], cloud_kinds[k]) == 0)
                && (argc <= 3 || (size_t)atoi(argv[3]) == counts[c]))
                run_many(cloud_kinds[k], counts[c], seeds);
    return 0;
}
