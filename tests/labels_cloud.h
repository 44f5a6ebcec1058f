/*
 * labels_cloud.h - clouds of labelled points for the tests and the benchmark of label placing.
 *
 * A plot of 880 x 430 points, dots of radius 2.7; Chinese names as wide as those of a real
 * list of 112 themes.  Labels are 8 pt for 110 points, 6 pt for 300, 5 pt for more.
 */
#ifndef CP_TESTS_LABELS_CLOUD_H
#define CP_TESTS_LABELS_CLOUD_H

#include "plot/labels.h"

#include <math.h>
#include <stdint.h>
#include <string.h>

enum { CLOUD_KINDS = 4 };
static const char *const cloud_kinds[CLOUD_KINDS] = { "normal", "clusters", "diagonal", "uniform" };

typedef struct cloud_random {
    uint64_t state;
} cloud_random;

static inline double cloud_unit(cloud_random *random)
{
    uint64_t z = random->state += 0x9e3779b97f4a7c15u;

    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
    return (double)((z ^ (z >> 31)) >> 11) / 9007199254740992.0;
}

static inline double cloud_normal(cloud_random *random, double middle, double spread)
{
    double u = 1 - cloud_unit(random), v = cloud_unit(random);

    return middle + spread * sqrt(-2 * log(u)) * cos(6.283185307179586 * v);
}

static inline cp_point cloud_point(cloud_random *random, const char *kind)
{
    double u = cloud_unit(random);

    if (strcmp(kind, "normal") == 0)
        return (cp_point){ cloud_normal(random, 0.5, 0.14), cloud_normal(random, 0.5, 0.21) };
    if (strcmp(kind, "clusters") == 0)
        return u < 0.5 ? (cp_point){ cloud_normal(random, 0.33, 0.09),
                                     cloud_normal(random, 0.38, 0.13) }
                       : (cp_point){ cloud_normal(random, 0.68, 0.09),
                                     cloud_normal(random, 0.65, 0.13) };
    if (strcmp(kind, "diagonal") == 0)
        return (cp_point){ u, cloud_normal(random, u, 0.09) };
    return (cp_point){ u, cloud_unit(random) };
}

/* Half widths of a name: how many of 112 themes have so many. */
static inline int cloud_halves(cloud_random *random)
{
    static const int halves[] = { 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 14 };
    static const int themes[] = { 1, 3, 8, 2, 29, 3, 33, 2, 17, 1, 12, 1 };
    double left = cloud_unit(random) * 112;
    int i = 0;

    while (i < 11 && left >= themes[i])
        left -= themes[i++];
    return halves[i];
}

static inline cp_label_rules cloud_rules(double size)
{
    return (cp_label_rules){ .near = 1, .least = 0.25, .between = 0.25, .leader_from = 1 * size };
}

static inline cp_label_task cloud_task(cp_arena *arena, const char *kind, size_t count,
                                       unsigned seed)
{
    const double width = 880, height = 430;
    double size = count <= 110 ? 8 : count <= 300 ? 6 : 5;
    cp_label_wish *wish = cp_new_array(arena, cp_label_wish, count);
    cloud_random random = { seed * 1000003u + count };

    for (size_t i = 0; i < count; i++) {
        cp_point at = cloud_point(&random, kind);
        double halves = cloud_halves(&random) + (i < 112 ? 0 : 1.1);

        at.x = fmin(fmax(at.x, 0.01), 0.99) * width;
        at.y = (1 - fmin(fmax(at.y, 0.01), 0.99)) * height;
        wish[i].anchor = (cp_anchor){ at, at, 2.7 };
        wish[i].size = (cp_size){ halves * size / 2, 1.0825 * size };
    }
    return (cp_label_task){
        .frame = { 0, 0, width, height }, .rules = cloud_rules(size), .wish = wish, .count = count
    };
}

#endif
