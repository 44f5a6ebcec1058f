/*
 * field.h - settings by table: one row a setting, read by one engine.
 *
 * A kind states what it takes as a cp_field[] that ends with a zeroed row; the
 * engine fills its struct, reports unknown keys with a guess, wrong types with
 * what was expected, and goes on, so that all findings come in one run.  Help
 * and reference pages are made from the same rows.
 */
#ifndef CP_SPEC_FIELD_H
#define CP_SPEC_FIELD_H

#include "base/date.h"
#include "base/format.h"
#include "base/geometry.h"
#include "spec/node.h"

#include <stddef.h>

typedef enum cp_field_type {
    CP_FIELD_TEXT = 1, /* cp_str */
    CP_FIELD_BOOL,     /* bool: true or false */
    CP_FIELD_INT,      /* int */
    CP_FIELD_NUMBER,   /* double */
    CP_FIELD_COLOR,    /* cp_color */
    CP_FIELD_DATE,     /* cp_date: an ISO date; CP_NO_DATE by default */
    CP_FIELD_FORMAT,   /* cp_number_format */
    CP_FIELD_DAYS,     /* cp_str: a date format, strftime's words */
    CP_FIELD_WORD,     /* int: index into the NULL-terminated `words` */
    CP_FIELD_TEXTS,    /* cp_texts: a list of texts, or a single one */
    CP_FIELD_NUMBERS,  /* cp_numbers, likewise */
    CP_FIELD_COLORS,   /* cp_colors, likewise */
    CP_FIELD_STRUCT,   /* a mapping read by `fields` into the place itself */
    CP_FIELD_NODE      /* cp_node *: left for its owner to read */
} cp_field_type;

typedef struct cp_texts {
    size_t count;
    cp_str *item;
} cp_texts;

typedef struct cp_numbers {
    size_t count;
    double *item;
} cp_numbers;

typedef struct cp_colors {
    size_t count;
    cp_color *item;
} cp_colors;

typedef struct cp_field {
    const char *key;
    cp_field_type type;
    size_t offset;
    const char *fallback; /* the default as the user would write it, a number's may be "nan" for
                             "not given"; NULL: zeroed; "!": must be given */
    const char *help;     /* one line, lower case, no full stop */
    const char *const *words;
    const struct cp_field *fields; /* of a STRUCT; of a NODE what its owner reads by, for help */
    double least, most;            /* of numbers, where least < most */
} cp_field;

/* Fill `out` with the defaults of `fields`: texts are the fallbacks themselves, lists are empty. */
void cp_fields_defaults(const cp_field *fields, void *out);

/*
 * Fill in the defaults, then read `map` into `out`.  False if anything was
 * wrong; all of it is told, and a key with a wrong value keeps its default.
 * `also`, if not NULL, is a second table whose keys are known but read
 * elsewhere.  Texts are borrowed from the nodes.
 */
bool cp_fields_read(cp_arena *arena, const cp_field *fields, const cp_field *also,
                    const cp_node *map, void *out, cp_report *report);

/* Read on top of what `out` holds already: no defaults are filled in, and no
 * key has to be given (style sheets that extend another). */
bool cp_fields_update(cp_arena *arena, const cp_field *fields, const cp_field *also,
                      const cp_node *map, void *out, cp_report *report);

/* Where the value of `key` stands in `map`, for findings about it; the map's own place without. */
cp_place cp_field_place(const cp_node *map, const char *key);

#endif
