/* manifest.h - what pack.yaml says. */
#ifndef CP_PACK_MANIFEST_H
#define CP_PACK_MANIFEST_H

#include "pack/period.h"
#include "spec/field.h"

typedef struct cp_manifest {
    cp_str title, subtitle, organization;
    cp_texts authors;
    cp_date date;
    cp_str period_words;
    cp_period period; /* from the words, else the last trading week by `date` */
    cp_str calendar;
    cp_str style;
    cp_texts deck;
    cp_node *data, *values, *checks;
    cp_node *root;  /* of pack.yaml; NULL: there is none */
    cp_place place; /* of the file's head */
    cp_place date_place, period_place, calendar_place;
    cp_place style_place, title_place, subtitle_place, organization_place, authors_place;
} cp_manifest;

extern const cp_field cp_manifest_fields[];

/* The defaults alone, for a chart that stands in no pack. */
void cp_manifest_defaults(cp_manifest *manifest);

bool cp_manifest_read(cp_arena *arena, const char *path, cp_manifest *out, cp_report *report);

/* Settle the period once the calendar is known. */
bool cp_manifest_period(cp_manifest *manifest, const cp_calendar *calendar, cp_report *report);

#endif
