/*
 * labels.c - how well and how fast labels are placed.
 *
 *     labels [SEEDS] [KIND [N]]
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
    size_t faults, left_out, led, labels;
    double gap, worst_gap, ms, worst_ms;
} tally;

static double now_ms(void)
{
    struct timespec time;

    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return (double)time.tv_sec * 1e3 + (double)time.tv_nsec / 1e6;
}

static void run_one(const char *kind, size_t count, unsigned seed, tally *sum)
{
    cp_arena arena = { 0 };
    cp_label_task task = cloud_task(&arena, kind, count, seed);
    double start = now_ms(), ms;
    cp_label_places places = cp_labels_place(&arena, &task);

    ms = now_ms() - start;
    sum->runs++;
    sum->full += places.left_out == 0;
    sum->faults += label_faults(&task, &places);
    sum->left_out += places.left_out;
    sum->led += places.led;
    sum->labels += count;
    sum->gap += places.gap;
    sum->worst_gap = fmax(sum->worst_gap, places.gap);
    sum->ms += ms;
    sum->worst_ms = fmax(sum->worst_ms, ms);
    cp_arena_free(&arena);
}

static void run_many(const char *kind, size_t count, unsigned seeds)
{
    tally sum = { 0 };

    for (unsigned seed = 1; seed <= seeds; seed++)
        run_one(kind, count, seed, &sum);
    printf("%-9s %5zu  %6zu  %5.1f %%  %8.2f  %5.2f %5.2f  %5.1f %%  %7.2f %7.2f\n", kind, count,
           sum.faults, 100.0 * sum.full / sum.runs, (double)sum.left_out / sum.runs,
           sum.gap / sum.runs, sum.worst_gap, 100.0 * (double)sum.led / (double)sum.labels,
           sum.ms / sum.runs, sum.worst_ms);
    fflush(stdout);
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

    if (argc == 5 && strcmp(argv[1], "--boxes") == 0)
        return print_boxes(argv[2], (size_t)atoi(argv[3]), (unsigned)atoi(argv[4]));
    if (seeds < 1) {
        fprintf(stderr, "usage: labels [SEEDS] [KIND [N]]\n       labels --boxes KIND N SEED\n");
        return 2;
    }
    puts("cloud     count  faults  all in  left out   gap  worst    led       ms   worst");
    for (size_t c = 0; c < sizeof counts / sizeof *counts; c++)
        for (int k = 0; k < CLOUD_KINDS; k++)
            if ((argc <= 2 || strcmp(argv[2], cloud_kinds[k]) == 0)
                && (argc <= 3 || (size_t)atoi(argv[3]) == counts[c]))
                run_many(cloud_kinds[k], counts[c], seeds);
    return 0;
}
