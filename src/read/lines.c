#include "read/lines.h"

#include "base/utf8.h"

#include <string.h>

/* The first `byte` in text[from..to), or `to`. */
static size_t find(cp_str text, size_t from, size_t to, char byte)
{
    const char *found = from < to ? memchr(text.data + from, byte, to - from) : NULL;

    return found ? (size_t)(found - text.data) : to;
}

bool cp_lines_next(cp_lines *lines, cp_str *line)
{
    cp_str text = lines->text;
    size_t from = lines->at, end;

    if (from >= text.size)
        return false;
    if (from == 0 || lines->feed < from)
        lines->feed = find(text, from, text.size, '\n');
    end = find(text, from, lines->feed, '\r');
    if (end < text.size)
        end += text.data[end] == '\r' && end + 1 == lines->feed && lines->feed < text.size ? 2 : 1;
    lines->at = end;
    lines->number++;
    *line = cp_str_slice(text, from, end);
    return true;
}

cp_str cp_line_content(cp_str line)
{
    while (line.size && (line.data[line.size - 1] == '\n' || line.data[line.size - 1] == '\r'))
        line.size--;
    return line;
}

bool cp_line_blank(cp_str line)
{
    unsigned char first = line.size ? (unsigned char)line.data[0] : ' ';

    /* No white space begins with graphic ASCII. */
    return (first <= ' ' || first >= 0x80) && cp_str_trim(line).size == 0;
}

size_t cp_line_start(cp_str text, uint32_t number)
{
    cp_lines lines = { .text = text };
    cp_str line;

    while (lines.number + 1 < number && cp_lines_next(&lines, &line))
        continue;
    return lines.at;
}

cp_place cp_text_place(cp_place origin, cp_str text, size_t offset)
{
    cp_lines lines = { .text = text };
    cp_str line = { 0 };
    size_t start = 0;
    int number = 1;

    while (lines.at <= offset && cp_lines_next(&lines, &line)) {
        start = (size_t)(line.data - text.data);
        number = (int)lines.number;
    }
    if (offset == lines.at && start < offset && cp_line_content(line).size < line.size) {
        start = offset;
        number++;
    }
    origin.line = (origin.line ? origin.line : 1) + number - 1;
    origin.column = (origin.column ? origin.column : 1)
                    + (int)cp_utf8_count(cp_str_slice(text, start, offset));
    return origin;
}
