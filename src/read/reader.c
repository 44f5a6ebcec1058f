#include "read/reader.h"

#include "base/file.h"
#include "read/lookalike.h"

#define READERS(X)                                                                                 \
    X(xlsx)                                                                                        \
    X(sqlite)                                                                                      \
    X(foreign)                                                                                     \
    X(csv)

#define DECLARE(name) extern const cp_reader cp_reader_##name;
READERS(DECLARE)

#define ROW(name) &cp_reader_##name,
static const cp_reader *const readers[] = { READERS(ROW) };

/* The first reader that claims the bytes; the last one claims all. */
static const cp_reader *find_reader(cp_str bytes)
{
    size_t last = sizeof readers / sizeof *readers - 1;

    for (size_t i = 0; i < last; i++)
        if (readers[i]->claims(bytes))
            return readers[i];
    return readers[last];
}

/* What is asked of some formats only. */
static bool check_wish(const cp_reader *reader, const cp_read_wish *wish, cp_report *report)
{
    bool ok = true;

    if (wish->sheet.size && !reader->tables)
        ok = cp_fail(report, wish->place, "`sheet` is for workbooks and databases; this file is %s",
                     reader->summary);
    if (wish->range.size && !reader->ranges)
        ok = cp_fail(report, wish->place, "`range` is for workbooks; this file is %s",
                     reader->summary);
    return ok;
}

static cp_table *read_bytes(cp_arena *arena, cp_place at, cp_str bytes, cp_str name,
                            const cp_read_wish *wish, cp_read_story *story, cp_report *report)
{
    static const cp_read_wish none = { 0 };
    const cp_reader *reader = find_reader(bytes);
    cp_read_story unheard = { 0 };
    cp_table *table = NULL;

    wish = wish ? wish : &none;
    story = story ? story : &unheard;
    *story = (cp_read_story){
        .reader = reader->name, .encoding = "", .sheet = CP_STR(""), .source = CP_STR("")
    };
    if (check_wish(reader, wish, report))
        table = reader->read(arena, at, bytes, wish, story, report);
    if (table)
        table->name = cp_str_copy(arena, name);
    return table;
}

const cp_str *cp_file_tables(cp_arena *arena, const char *path, size_t *count)
{
    cp_report unheard = { .arena = arena };
    const cp_str *tables = NULL;
    char head[64];
    const cp_reader *reader = find_reader(cp_file_head(path, head, sizeof head));
    cp_buf bytes = { 0 };

    *count = 0;
    if (reader->tables && cp_file_read(path, (cp_place){ 0 }, &bytes, &unheard))
        tables = reader->tables(arena, cp_buf_str(&bytes), count);
    cp_buf_free(&bytes);
    return tables;
}

cp_table *cp_table_read(cp_arena *arena, const char *path, cp_str name, const cp_read_wish *wish,
                        cp_read_story *story, cp_report *report)
{
    cp_place asked = wish ? wish->place : (cp_place){ 0 };
    cp_place at = { cp_printf(arena, "%s", path), 1, 1 };
    cp_buf bytes = { 0 };
    cp_table *table = NULL;

    if (cp_file_read(path, asked, &bytes, report))
        table = read_bytes(arena, at, cp_buf_str(&bytes), name, wish, story, report);
    if (table)
        cp_sum_row_tell(table, report);
    cp_buf_free(&bytes);
    return table;
}

cp_table *cp_table_read_bytes(cp_arena *arena, cp_place at, cp_str bytes, cp_str name,
                              const cp_read_wish *wish, cp_report *report)
{
    return read_bytes(arena, at, bytes, name, wish, NULL, report);
}
