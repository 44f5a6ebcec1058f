/* csv.c - delimited text of any encoding.  A first line "#? ..." wishes: header=N, a delimiter, an encoding. */

#include "fuzz.h"

#include "read/reader.h"

extern const cp_reader cp_reader_csv;

static cp_read_wish read_wish(cp_str *text)
{
    cp_read_wish wish = { 0 };
    cp_str line;

    if (!cp_str_starts(*text, CP_STR("#?")))
        return wish;
    line = cp_str_next(text, '\n');
    if (!text->data)
        *text = CP_STR("");
    if (line.size > 2)
        wish.header = line.data[2] % 16;
    if (line.size > 3)
        wish.delimiter = line.data[3];
    wish.encoding = cp_str_slice(line, 4, line.size);
    return wish;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    cp_arena arena = { 0 };
    cp_report report = { .arena = &arena };
    cp_read_story story = { .source = CP_STR("") };
    cp_str text = fuzz_text(data, size);
    cp_read_wish wish = read_wish(&text);
    cp_table *table = NULL;

    if (cp_utf8_valid(wish.encoding, NULL))
        table
            = cp_reader_csv.read(&arena, (cp_place){ "t.csv", 1, 1 }, text, &wish, &story, &report);
    else
        goto done;
    HOLDS(table || report.errors > 0);
    if (table) {
        fuzz_check_table(&arena, table);
        HOLDS(story.last_line >= story.first_line - 1 && story.header_line >= 0);
        for (size_t row = 1; row < table->rows && table->lines; row++)
            HOLDS(table->lines[row] > table->lines[row - 1]);
    }
    fuzz_check_report(&arena, &report);
done:
    cp_arena_free(&arena);
    return 0;
}
