/*
 * label_kept.h - where the names of a mark stood when they were last written to a file, so
 * that they stay there while they can.
 *
 * The file is JSON, {"NAME": [x, y, width, height, size], ...}: the name's box in points, as seen
 * from the middle of its point, and the size of its type, which may be missing.  It is never
 * required: a name that is not in it, or a place that is no longer free, is found anew.
 */
#ifndef CP_PLOT_LABEL_KEPT_H
#define CP_PLOT_LABEL_KEPT_H

#include "plot/label.h"

typedef struct cp_kept_place {
    cp_str name;
    cp_rect box;
    double size; /* of the type; 0: not known */
} cp_kept_place;

struct cp_kept_places {
    cp_arena *arena; /* the job's */
    const char *path;
    size_t count, drawn_count;
    const cp_kept_place *item; /* as read, by name */
    cp_kept_place *drawn;      /* as drawn last, by name */
};

/* What the mark's `places` names, in the pack's folder; true where it names nothing, or a file
 * that is not there yet. */
bool cp_kept_places_open(cp_arena *arena, cp_mark *mark, const char *folder, cp_report *report);

/* What stands in such a file. */
bool cp_kept_places_read(cp_arena *arena, const char *file, cp_str text, cp_kept_places *out,
                         cp_report *report);

/* The top left corner of a box of this size, seen from its point; false: it had no place. */
bool cp_kept_place_find(const cp_kept_places *places, cp_str name, cp_size size, cp_point *out);

/* The size of the type in which most of the plot's names were set; 0: not known. */
double cp_kept_size(const cp_plot *plot);

/* Remembers the places of a drawing, and writes those of the last one down. */
void cp_kept_places_take(const cp_layout *layout, const cp_value_labels *labels);
void cp_kept_places_write(const cp_kept_places *places, cp_buf *out);

#endif
