/*
 * source.h - the tables of a pack: files of data/ by their stems, sheets as
 * stem.sheet (the first also as stem), what pack.yaml says of them, and the
 * tables that it makes of them by queries.
 */
#ifndef CP_PACK_SOURCE_H
#define CP_PACK_SOURCE_H

#include "dataset/dataset.h"
#include "read/odbc.h"
#include "read/reader.h"
#include "spec/field.h"

typedef enum cp_rhythm {
    CP_EVERY_DAY,
    CP_EVERY_WEEK,
    CP_EVERY_MONTH,
    CP_EVERY_QUARTER,
    CP_EVERY_NONE /* it need not be fresh */
} cp_rhythm;

typedef struct cp_source {
    cp_str name;
    const char *path; /* opens from the working directory */
    cp_place place;   /* who names the file: pack.yaml, or the file itself */
    cp_read_wish wish;
    cp_odbc_query *query; /* of a server's table, whose answer goes to `path`; NULL: a file's */
    cp_str sql;           /* of a table made of others; empty: a file's or a server's */
    cp_place sql_at;
    cp_read_story story;   /* once it is read */
    const cp_table *table; /* likewise; NULL: not yet, or it cannot be */
    cp_str date;           /* the column of its days; empty: the only one of dates */
    cp_place date_place;
    int lag;   /* trading days that it comes late */
    int every; /* a cp_rhythm; below 0: what its days show */
    cp_arena *arena;
} cp_source;

typedef struct cp_sources {
    size_t count, room;
    bool offline;        /* servers are not asked: their last answers are used */
    cp_dataset *dataset; /* that offers them; its :start and the like serve servers' queries, too */
    cp_source *item;
} cp_sources;

/* What files of tables end in; NULL behind them. */
extern const char *const cp_source_extensions[];

/* What an entry of `data:` takes. */
extern const cp_field cp_source_fields[];

/* All sources of the pack in `folder`; `data` is pack.yaml's node, may be NULL. */
bool cp_sources_find(cp_arena *arena, const char *folder, const cp_node *data, cp_sources *out,
                     cp_report *report);

void cp_sources_offer(cp_sources *sources, cp_dataset *dataset);
cp_source *cp_source_named(const cp_sources *sources, cp_str name); /* or NULL */

#endif
