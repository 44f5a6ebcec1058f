#include "deck/cursor.h"

#include "base/utf8.h"

#include <stdint.h>

/* How far ahead of the cursor a text is looked for: more than any link's address;
 * and how many bytes of marks may stand ahead of an escaped text. */
enum { LOOK_AHEAD = 4096, MARKS_AHEAD = 64 };

cp_cursor cp_cursor_at(const cp_source *source, int first_line, int last_line)
{
    size_t first = first_line < 1 ? 0 : (size_t)first_line - 1;
    size_t last = last_line < first_line ? first + 1 : (size_t)last_line;

    if (first > source->lines)
        first = source->lines;
    if (last > source->lines)
        last = source->lines;
    return (cp_cursor){ .source = source,
                        .offset = source->start[first],
                        .end = source->start[last],
                        .line = (int)first + 1 };
}

static void advance(cp_cursor *cursor, size_t to)
{
    cp_str text = cursor->source->shown;

    while (cursor->offset < to) {
        size_t at = cursor->offset;
        uint32_t code = cp_utf8_next(text, &at);

        cursor->offset = at;
        cursor->column += code != 0x2060;
        if (code == '\n') {
            cursor->line++;
            cursor->column = 0;
        }
    }
}

cp_place cp_cursor_place(const cp_cursor *cursor)
{
    return (cp_place){ cursor->source->file, cursor->line, cursor->column + 1 };
}

/* Where `literal` stands at or behind the cursor, SIZE_MAX if it is not there as it is. */
static size_t find(const cp_cursor *cursor, cp_str literal)
{
    size_t end = cursor->offset + literal.size + LOOK_AHEAD;

    if (end > cursor->end)
        end = cursor->end;
    return literal.size
               ? cp_str_find(cp_str_slice(cursor->source->text, 0, end), literal, cursor->offset)
               : SIZE_MAX;
}

/* The end of `literal` in the source from `at` on where \ may stand ahead of any of
 * its bytes; SIZE_MAX if something else stands there. */
static size_t escaped_end(const cp_cursor *cursor, size_t at, cp_str literal)
{
    const char *text = cursor->source->text.data;

    for (size_t i = 0; i < literal.size; i++, at++) {
        if (at + 1 < cursor->end && text[at] == '\\' && text[at] != literal.data[i])
            at++;
        if (at >= cursor->end || text[at] != literal.data[i])
            return SIZE_MAX;
    }
    return at;
}

size_t cp_cursor_reach(cp_cursor *cursor, cp_str literal)
{
    size_t at = find(cursor, literal);

    if (at != SIZE_MAX) {
        advance(cursor, at);
        return at + literal.size;
    }
    for (at = cursor->offset; at < cursor->end && at < cursor->offset + MARKS_AHEAD; at++) {
        size_t end = escaped_end(cursor, at, literal);

        if (end != SIZE_MAX) {
            advance(cursor, at);
            return end;
        }
    }
    return SIZE_MAX;
}

cp_place cp_cursor_pass(cp_cursor *cursor, cp_str literal)
{
    size_t end = cp_cursor_reach(cursor, literal);
    cp_place place = cp_cursor_place(cursor);

    if (end != SIZE_MAX)
        advance(cursor, end);
    return place;
}

bool cp_cursor_find_bare(cp_cursor *cursor, cp_str mark)
{
    const char *text = cursor->source->text.data;
    size_t at;

    while ((at = find(cursor, mark)) != SIZE_MAX) {
        advance(cursor, at);
        if (at == 0 || text[at - 1] != '\\')
            return true;
        advance(cursor, at + 1);
    }
    return false;
}
