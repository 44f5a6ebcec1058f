#include "read/reader.h"

#include "base/file.h"

#define READERS(X) X(csv)

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

static cp_table *read_bytes(cp_arena *arena, cp_place at, cp_str bytes, cp_str name,
                            const cp_read_wish *wish, cp_read_story *story, cp_report *report)
{
    static const cp_read_wish none = { 0 };
    const cp_reader *reader = find_reader(bytes);
    cp_read_story unheard = { 0 };
    cp_table *table;

    story = story ? story : &unheard;
    *story = (cp_read_story){ .reader = reader->name, .encoding = "", .source = CP_STR("") };
    table = reader->read(arena, at, bytes, wish ? wish : &none, story, report);
    if (table)
        table->name = cp_str_copy(arena, name);
    return table;
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
    cp_buf_free(&bytes);
    return table;
}

cp_table *cp_table_read_bytes(cp_arena *arena, cp_place at, cp_str bytes, cp_str name,
                              const cp_read_wish *wish, cp_report *report)
{
    return read_bytes(arena, at, bytes, name, wish, NULL, report);
}
