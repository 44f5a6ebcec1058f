/*
 * book.h - a workbook (.xlsx): its sheets by name, and what all of them share.
 *
 * The transitional and the strict form, with parts wherever their relations
 * say.  Charts and dialogs that stand among the sheets are no sheets here.
 */
#ifndef CP_READ_BOOK_H
#define CP_READ_BOOK_H

#include "read/numfmt.h"
#include "read/xml.h"

typedef struct cp_book_sheet {
    cp_str name;
    const char *part;
    bool hidden;
} cp_book_sheet;

typedef struct cp_book {
    cp_arena *arena;
    cp_place at; /* of the file */
    cp_zip *zip;
    cp_book_sheet *sheets;
    size_t sheet_count;
    const char *strings_part, *styles_part; /* NULL: there is none */
    bool from_1904;
    cp_str *strings; /* shared by the sheets */
    size_t string_count;
    cp_numfmt *formats; /* of the cells' styles */
    size_t format_count;
} cp_book;

/* The names of the sheets; whoever opened it closes it, also after a false. */
bool cp_book_open(cp_arena *arena, cp_str bytes, cp_place at, cp_book *out, cp_report *report);

/* Strings and formats, which only the sheets' cells need. */
bool cp_book_load(cp_book *book, cp_report *report);

void cp_book_close(cp_book *book);

/* A text of the file, its _x000D_ made characters; in `arena`. */
cp_str cp_book_text(cp_arena *arena, cp_str raw);

#endif
