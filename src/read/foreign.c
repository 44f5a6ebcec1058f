/*
 * foreign.c - what cannot be read: told by name, with what to do about it.
 *
 * Old workbooks (.xls) are among them on purpose: what terminals export under that name is tab
 * text or a web page, and freexl (1.0.6), the library for the real ones, gives the results of
 * formulas as blank cells, knows neither merged cells nor shares, and 5 of 1,200 damaged files
 * brought it down.
 */
#include "read/reader.h"

#include <string.h>
#include <strings.h>

#define PAGE "a web page; open it in a spreadsheet program and save it as .xlsx or CSV"
#define OLD  "an old workbook (.xls); open it in a spreadsheet program and save it as .xlsx"

/* By the first characters behind a byte order mark and blanks, whatever the file's name says. */
static const struct {
    const char *head, *what;
} formats[] = {
    { "<html", PAGE },
    { "<!DOCTYPE", PAGE },
    { "<table", PAGE },
    { "<meta", PAGE },
    { "<?xml", "an XML file; open it in a spreadsheet program and save it as .xlsx or CSV" },
    { "MIME-Version:", PAGE },
    { "\x09\x08\x10\x00", OLD },
    { "%PDF-", "a PDF; expected a table such as CSV or .xlsx" },
    { "{\\rtf", "a text document (RTF); expected a table such as CSV or .xlsx" },
    { "\x89PNG", "a picture; expected a table such as CSV or .xlsx" },
    { "\xFF\xD8\xFF", "a picture; expected a table such as CSV or .xlsx" },
    { "GIF8", "a picture; expected a table such as CSV or .xlsx" },
    { "\x1F\x8B", "packed (gzip); unpack it first" },
    { "Rar!", "an archive (RAR); unpack it first" },
    { "7z\xBC\xAF", "an archive (7z); unpack it first" },
    { "PAR1", "a Parquet file; export it as CSV" },
};

#define COMPOUND CP_STR("\xD0\xCF\x11\xE0")

static cp_str behind_blanks(cp_str bytes)
{
    if (cp_str_starts(bytes, CP_STR("\xEF\xBB\xBF")))
        bytes = cp_str_slice(bytes, 3, bytes.size);
    while (bytes.size && strchr(" \r\n", bytes.data[0]))
        bytes = cp_str_slice(bytes, 1, bytes.size);
    return bytes;
}

/* Word, Excel and locked workbooks all live in compound files; the names in them are UTF-16. */
static const char *name_compound(cp_str bytes)
{
    static const char locked[] = "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e";
    static const char word[] = "W\0o\0r\0d\0D\0o\0c\0u\0m\0e\0n\0t";

    if (cp_str_find(bytes, (cp_str){ locked, sizeof locked }, 0) != SIZE_MAX)
        return "a workbook locked by a password; save it without one";
    if (cp_str_find(bytes, (cp_str){ word, sizeof word }, 0) != SIZE_MAX)
        return "a Word document; expected a table such as CSV or .xlsx";
    return OLD;
}

static const char *name_of(cp_str bytes)
{
    cp_str text = behind_blanks(bytes);

    if (cp_str_starts(bytes, COMPOUND))
        return name_compound(bytes);
    for (size_t i = 0; i < sizeof formats / sizeof *formats; i++) {
        size_t size = strlen(formats[i].head);

        if (size && text.size >= size && strncasecmp(text.data, formats[i].head, size) == 0)
            return formats[i].what;
    }
    return NULL;
}

static bool foreign_claims(cp_str bytes)
{
    return name_of(bytes) != NULL;
}

static cp_table *foreign_read(cp_arena *arena, cp_place at, cp_str bytes, const cp_read_wish *wish,
                              cp_read_story *story, cp_report *report)
{
    (void)arena;
    (void)wish;
    (void)story;
    cp_fail(report, at, "this is %s", name_of(bytes));
    return NULL;
}

const cp_reader cp_reader_foreign = {
    .name = "foreign",
    .summary = "no table",
    .claims = foreign_claims,
    .read = foreign_read,
};
