/*
 * xlsx.c - workbooks: a zip file as it is, or the text of parts to be zipped, each below a line
 * "== NAME", so that the search need not make check sums.
 */

#include "fuzz.h"

#include "base/buf.h"
#include "read/reader.h"

#include <string.h>
#include <zlib.h>

extern const cp_reader cp_reader_xlsx;

static void put(cp_buf *out, unsigned value, int bytes)
{
    for (; bytes > 0; bytes--, value >>= 8)
        cp_buf_add(out, (cp_str){ (char[]){ (char)(value & 255) }, 1 });
}

/* What the two heads of a part have in common; it is stored, not packed. */
static void put_facts(cp_buf *out, cp_str name, cp_str part)
{
    put(out, 20, 2);
    put(out, 0, 8);
    put(out, (unsigned)crc32(0, (const Bytef *)part.data, (uInt)part.size), 4);
    put(out, (unsigned)part.size, 4);
    put(out, (unsigned)part.size, 4);
    put(out, (unsigned)name.size, 2);
    put(out, 0, 2);
}

static void add_part(cp_buf *zip, cp_buf *list, cp_str name, cp_str part)
{
    unsigned at = (unsigned)zip->size;

    cp_buf_add(zip, CP_STR("PK\3\4"));
    put_facts(zip, name, part);
    cp_buf_add(zip, name);
    cp_buf_add(zip, part);
    cp_buf_add(list, CP_STR("PK\1\2"));
    put(list, 20, 2);
    put_facts(list, name, part);
    put(list, 0, 10);
    put(list, at, 4);
    cp_buf_add(list, name);
}

static void zip_parts(cp_str text, cp_buf *zip)
{
    cp_buf list = { 0 };
    unsigned count = 0, start;

    while (text.data) {
        cp_str name = cp_str_next(&text, '\n');
        size_t end = text.data ? cp_str_find(text, CP_STR("\n== "), 0) : SIZE_MAX;
        cp_str part = text.data ? cp_str_slice(text, 0, end) : CP_STR("");

        if (cp_str_starts(name, CP_STR("== ")))
            name = cp_str_slice(name, 3, name.size);
        name = cp_str_slice(name, 0, 200);
        add_part(zip, &list, name, part);
        count++;
        text = end == SIZE_MAX ? (cp_str){ 0 } : cp_str_slice(text, end + 1, text.size);
    }
    start = (unsigned)zip->size;
    cp_buf_add(zip, cp_buf_str(&list));
    cp_buf_add(zip, CP_STR("PK\5\6"));
    put(zip, 0, 4);
    put(zip, count, 2);
    put(zip, count, 2);
    put(zip, (unsigned)list.size, 4);
    put(zip, start, 4);
    put(zip, 0, 2);
    cp_buf_free(&list);
}

static void read_book(cp_str bytes, const cp_read_wish *wish)
{
    cp_arena arena = { 0 };
    cp_report report = { .arena = &arena };
    cp_read_story story = { .source = CP_STR("") };
    size_t count;
    const cp_str *sheets;
    cp_table *table
        = cp_reader_xlsx.read(&arena, (cp_place){ "b.xlsx", 1, 1 }, bytes, wish, &story, &report);

    HOLDS(table || report.errors > 0);
    if (table)
        fuzz_check_table(&arena, table);
    sheets = cp_reader_xlsx.tables(&arena, bytes, &count);
    for (size_t i = 0; sheets && i < count; i++)
        HOLDS(cp_utf8_valid(sheets[i], NULL));
    fuzz_check_report(&arena, &report);
    cp_arena_free(&arena);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    cp_str text = fuzz_text(data, size);
    cp_buf zip = { 0 };

    if (cp_str_starts(text, CP_STR("PK")))
        cp_buf_add(&zip, text);
    else if (text.size)
        zip_parts(text, &zip);
    read_book(cp_buf_str(&zip), &(cp_read_wish){ 0 });
    read_book(cp_buf_str(&zip), &(cp_read_wish){ .range = CP_STR("B2:D9"), .header = 2 });
    cp_buf_free(&zip);
    return 0;
}
