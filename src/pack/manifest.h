/* manifest.h - what pack.yaml says. */
#ifndef CP_PACK_MANIFEST_H
#define CP_PACK_MANIFEST_H

#include "spec/field.h"

typedef struct cp_manifest {
    cp_str title, subtitle, organization;
    cp_texts authors;
    cp_date date;
    cp_str period;
    cp_date start, end, prev_start, prev_end; /* from `period`, else the week of `date` */
    cp_str style;
    cp_texts deck;
    cp_node *data;
    cp_place place; /* of the file's head */
    cp_place style_place, title_place, subtitle_place, organization_place, authors_place;
} cp_manifest;

extern const cp_field cp_manifest_fields[];

/* The defaults alone, for a chart that stands in no pack. */
void cp_manifest_defaults(cp_manifest *manifest);

bool cp_manifest_read(cp_arena *arena, const char *path, cp_manifest *out, cp_report *report);

/* The period of a date: the week's Monday to Friday, or to the date if that is
 * earlier; a weekend date belongs to the week before it. */
void cp_period_of(cp_date date, cp_date *start, cp_date *end);

#endif
