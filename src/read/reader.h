/*
 * reader.h - formats coming in: a file becomes a table.
 *
 * A reader takes bytes; contents decide which one, not the file's extension.
 * Each reader is a const struct in its own file and a word in READERS.
 *
 * What a reader makes of a file can be overridden in the pack: that is
 * cp_read_wish.  What it made of it in the end is cp_read_story, for
 * `chartpack data`.
 */
#ifndef CP_READ_READER_H
#define CP_READ_READER_H

#include "base/buf.h"
#include "table/table.h"

/* What the pack says of one column, by its name in the file. */
typedef struct cp_column_wish {
    cp_str name;
    cp_str type; /* "number", "text", "date", or empty: found */
    cp_str unit; /* empty: the header's own */
    cp_place place;
} cp_column_wish;

typedef struct cp_read_wish {
    cp_str encoding; /* an iconv name, or empty: found */
    char delimiter;  /* , tab ; | or 0: found */
    int header;      /* the line that holds the names, from 1; 0: found */
    cp_str sheet;    /* of a file with several tables; empty: the first */
    cp_str range;    /* of a sheet, "B3:F200"; empty: all of it */
    const cp_column_wish *columns;
    size_t column_count;
    cp_place place; /* where these wishes stand, for findings on them */
} cp_read_wish;

/* What was understood, for people. */
typedef struct cp_read_story {
    const char *reader;   /* "csv" */
    const char *encoding; /* "UTF-8", "UTF-8 with BOM", "GB18030", "UTF-16LE", ... */
    char delimiter;
    cp_str sheet;              /* of a file with several tables, else empty */
    int header_line;           /* 0: the file has no header */
    int first_line, last_line; /* of the data rows */
    cp_str source;             /* the closing or heading 数据来源 line's text, or empty */
    int lines_after;           /* blank lines that end the file */
    bool newest_first;
} cp_read_story;

typedef struct cp_reader {
    const char *name; /* "csv" */
    const char *summary;
    bool (*claims)(cp_str bytes); /* whether these bytes are of this format */
    /* `at` is the place of the first byte; `wish` and `story` are there. */
    cp_table *(*read)(cp_arena *arena, cp_place at, cp_str bytes, const cp_read_wish *wish,
                      cp_read_story *story, cp_report *report);
    /* The names of the tables in a file that may hold several; NULL for other formats. */
    const cp_str *(*tables)(cp_arena *arena, cp_str bytes, size_t *count);
    bool ranges; /* a part of a table can be asked for */
} cp_reader;

/*
 * Read the file `path` into `arena`.  `name` is the table's.  `wish` and
 * `story` may be NULL.  All bad cells of the file are told, up to twenty, then
 * how many more there are; the table then comes with those cells missing, so
 * that what uses it can be looked at in the same run.  NULL: there is no table.
 */
cp_table *cp_table_read(cp_arena *arena, const char *path, cp_str name, const cp_read_wish *wish,
                        cp_read_story *story, cp_report *report);

/* The names of the tables in a file of a format that may hold several.  NULL for any other file
 * and for one that cannot be read: reading it tells why. */
const cp_str *cp_file_tables(cp_arena *arena, const char *path, size_t *count);

/* The same as cp_table_read() from bytes in hand (a CSV block in a chart file): `at` is the place
 * of the first byte, findings' lines are counted from there. */
cp_table *cp_table_read_bytes(cp_arena *arena, cp_place at, cp_str bytes, cp_str name,
                              const cp_read_wish *wish, cp_report *report);

#endif
