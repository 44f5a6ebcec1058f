#include "deck/source.h"

#include "base/buf.h"
#include "base/utf8.h"
#include "dataset/values.h"

#include <stdint.h>
#include <string.h>

enum {
    MOST_BYTES = 4 << 20,
    MOST_COLUMNS = 100,
    MOST_ROWS = 5000,
    MOST_NESTING = 64,    /* marks of quotes and lists at the start of one line */
    MOST_NOTES = 1000,    /* footnotes of one file */
    MOST_BRACKETS = 1000, /* [ in one paragraph: the parser's time grows with their square */
};

#define JOINER "\u2060"

/* Behind it two digits tell which braces it stands for, and filling makes it as long as they are.
 * Unicode promises that it is no character. */
#define BRACE_MARK "\xEF\xB7\x90"

enum { DIGITS = 62, MARK_BYTES = sizeof(BRACE_MARK) - 1 + 2, MOST_BRACES = DIGITS * DIGITS };

static const char digits[] = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

cp_str cp_source_line(const cp_source *source, int line)
{
    if (line < 1 || (size_t)line > source->lines)
        return (cp_str){ "", 0 };

    size_t from = source->start[line - 1], to = source->start[line];

    if (to > from && source->text.data[to - 1] == '\n')
        to--;
    return cp_str_slice(source->text, from, to);
}

/* The last line that starts at or before `offset`, from 0. */
static size_t line_at(const cp_source *source, size_t offset)
{
    size_t low = 0, high = source->lines;

    while (high - low > 1) {
        size_t middle = low + (high - low) / 2;

        if (source->start[middle] <= offset)
            low = middle;
        else
            high = middle;
    }
    return low;
}

static size_t count_joiners(cp_str text)
{
    size_t count = 0;
    size_t at = 0;

    while ((at = cp_str_find(text, CP_STR(JOINER), at)) != SIZE_MAX) {
        count++;
        at += sizeof(JOINER) - 1;
    }
    return count;
}

cp_place cp_source_place(const cp_source *source, size_t offset)
{
    if (!source->lines)
        return (cp_place){ source->file, 1, 1 };

    size_t line = line_at(source, offset);
    cp_str ahead = cp_str_slice(source->shown, source->start[line], offset);

    return (cp_place){ source->file, (int)line + 1,
                       (int)(cp_utf8_count(ahead) - count_joiners(ahead)) + 1 };
}

/* ---- braces ---- */

static size_t digit_value(char digit)
{
    const char *at = digit ? strchr(digits, digit) : NULL;

    return at ? (size_t)(at - digits) : DIGITS;
}

size_t cp_source_brace(const cp_source *source, cp_str text, size_t from, size_t *end,
                       cp_str *braces)
{
    size_t at = from;

    while ((at = cp_str_find(text, CP_STR(BRACE_MARK), at)) != SIZE_MAX) {
        size_t behind = at + sizeof(BRACE_MARK) - 1, index;

        if (behind + 2 > text.size)
            return SIZE_MAX;
        index = digit_value(text.data[behind]) * DIGITS + digit_value(text.data[behind + 1]);
        if (index < source->brace_count && at + source->braces[index].size <= text.size) {
            *braces = source->braces[index];
            *end = at + braces->size;
            return at;
        }
        at = behind;
    }
    return SIZE_MAX;
}

static cp_str with_braces(cp_arena *arena, const cp_source *source, cp_str text)
{
    char *out = cp_alloc(arena, text.size + 1);
    size_t at = 0, end;
    cp_str braces;

    if (text.size)
        memcpy(out, text.data, text.size);
    while ((at = cp_source_brace(source, text, at, &end, &braces)) != SIZE_MAX) {
        memcpy(out + at, braces.data, braces.size);
        at = end;
    }
    return (cp_str){ out, text.size };
}

/* Put marks in the place of all {{...}}; `text` is the source's own, to be written. */
static bool hide_braces(cp_arena *arena, cp_source *source, char *text, cp_report *report)
{
    cp_str whole = source->text;
    size_t at, end, count = 0;
    cp_str *braces;

    for (at = 0; cp_braces_find(whole, at, &end) != SIZE_MAX; at = end)
        count++;
    braces = cp_new_array(arena, cp_str, count);
    source->braces = braces;
    for (at = 0; (at = cp_braces_find(whole, at, &end)) != SIZE_MAX; at = end) {
        if (end - at < MARK_BYTES)
            continue;
        if (source->brace_count == MOST_BRACES)
            return cp_fail(report, cp_source_place(source, at), "more than %d {{...}} in one file",
                           (int)MOST_BRACES);
        braces[source->brace_count] = cp_str_slice(whole, at, end);
        memset(text + at, 'x', end - at);
        memcpy(text + at, BRACE_MARK, sizeof(BRACE_MARK) - 1);
        text[at + MARK_BYTES - 2] = digits[source->brace_count / DIGITS];
        text[at + MARK_BYTES - 1] = digits[source->brace_count % DIGITS];
        source->brace_count++;
    }
    return true;
}

cp_str cp_source_plain(cp_arena *arena, const cp_source *source, cp_str text)
{
    size_t count = count_joiners(text), width = sizeof(JOINER) - 1;

    text = with_braces(arena, source, text);
    if (!count)
        return text;

    char *out = cp_alloc(arena, text.size - count * width + 1);
    size_t size = 0;

    for (size_t i = 0; i < text.size;) {
        if (cp_str_starts(cp_str_slice(text, i, i + width), CP_STR(JOINER)))
            i += width;
        else
            out[size++] = text.data[i++];
    }
    return (cp_str){ out, size };
}

size_t cp_source_cells(cp_str line, size_t want, size_t *at)
{
    cp_str row = cp_str_trim(line);
    size_t offset = (size_t)(row.data - line.data), cells = 1;
    size_t from = row.size && row.data[0] == '|' ? 1 : 0;

    if (want == 0 && at)
        *at = offset + from;
    for (size_t i = from; i + 1 < row.size; i++) {
        if (row.data[i] == '\\')
            i++;
        else if (row.data[i] == '|' && cells++ == want && at)
            *at = offset + i + 1;
    }
    return cells;
}

/* ---- bytes ---- */

/* CR LF and CR as LF; the rest as it is. */
static void add_line_ends(cp_buf *out, cp_str raw)
{
    for (size_t i = 0; i < raw.size; i++) {
        if (raw.data[i] != '\r')
            cp_buf_add_char(out, raw.data[i]);
        else if (i + 1 == raw.size || raw.data[i + 1] != '\n')
            cp_buf_add_char(out, '\n');
    }
}

static void find_lines(cp_arena *arena, cp_source *source)
{
    size_t count = 1;

    for (size_t i = 0; i < source->text.size; i++)
        count += source->text.data[i] == '\n';

    size_t *start = cp_new_array(arena, size_t, count + 1);

    source->lines = 0;
    start[source->lines++] = 0;
    for (size_t i = 0; i < source->text.size; i++)
        if (source->text.data[i] == '\n')
            start[source->lines++] = i + 1;
    start[source->lines] = source->text.size;
    source->start = start;
}

static bool bytes_fit(const cp_source *source, cp_report *report)
{
    size_t bad;

    if (source->text.size > MOST_BYTES)
        return cp_fail(report, (cp_place){ source->file, 0, 0 },
                       "%zu bytes of Markdown; a file takes up to %d", source->text.size,
                       (int)MOST_BYTES);
    if (!cp_utf8_valid(source->text, &bad))
        return cp_fail(report, cp_source_place(source, bad),
                       "a byte that is not UTF-8; save the file as UTF-8");
    if (source->text.size && memchr(source->text.data, '\0', source->text.size)) {
        const char *zero = memchr(source->text.data, '\0', source->text.size);

        return cp_fail(report, cp_source_place(source, (size_t)(zero - source->text.data)),
                       "a NUL byte; is this a text file?");
    }
    bad = cp_str_find(source->text, CP_STR(BRACE_MARK), 0);
    return bad == SIZE_MAX
           || cp_fail(report, cp_source_place(source, bad), "U+FDD0, which is no character");
}

/* ---- front matter ---- */

static bool is_key_line(cp_str line)
{
    size_t colon = cp_str_find(line, CP_STR(":"), 0);

    if (colon == SIZE_MAX || colon == 0)
        return false;
    for (size_t i = 0; i < colon; i++)
        if (strchr(" \t#>*|!", line.data[i]))
            return false;
    return true;
}

/* The line that closes a front matter, 0 where there is none. */
static int front_matter_end(const cp_source *source)
{
    if (!cp_str_is(cp_str_trim(cp_source_line(source, 1)), "---")
        || !is_key_line(cp_source_line(source, 2)))
        return 0;
    for (int line = 2; (size_t)line <= source->lines; line++) {
        cp_str text = cp_str_trim(cp_source_line(source, line));

        if (cp_str_is(text, "---") || cp_str_is(text, "..."))
            return line;
        if (!text.size)
            return 0;
    }
    return 0;
}

static void blank_front_matter(const cp_source *source, char *text, cp_report *report)
{
    int end = front_matter_end(source);

    if (!end)
        return;
    cp_warn(report, (cp_place){ source->file, 1, 1 },
            "this front matter is passed over; title, date and style stand in pack.yaml");
    for (size_t i = 0; i < source->start[end]; i++)
        if (text[i] != '\n')
            text[i] = ' ';
}

/* ---- lines that the parser would drop or choke on ---- */

static bool all_of(cp_str text, const char *set)
{
    for (size_t i = 0; i < text.size; i++)
        if (!strchr(set, text.data[i]))
            return false;
    return text.size > 0;
}

static size_t count_byte(cp_str text, char byte)
{
    size_t count = 0;

    for (size_t i = 0; i < text.size; i++)
        count += text.data[i] == byte;
    return count;
}

/* |---|:--:|, also in a list or a quote. */
static bool is_table_rule(cp_str line)
{
    return all_of(line, "|:->*+ \t") && count_byte(line, '|') && count_byte(line, '-');
}

static bool columns_fit(const cp_source *source, int line, cp_report *report)
{
    size_t columns = cp_source_cells(cp_source_line(source, line), SIZE_MAX, NULL);

    return columns <= MOST_COLUMNS
           || cp_fail(report, (cp_place){ source->file, line, 1 },
                      "a table of %zu columns; a slide's table takes up to %d", columns,
                      (int)MOST_COLUMNS);
}

/* `*end` becomes the first line behind the table. */
static bool rows_fit(const cp_source *source, int line, int *end, cp_report *report)
{
    *end = line + 1;
    while ((size_t)*end <= source->lines && cp_str_trim(cp_source_line(source, *end)).size)
        (*end)++;
    return *end - line - 1 <= MOST_ROWS
           || cp_fail(report, (cp_place){ source->file, line, 1 },
                      "a table of %d rows; a slide's table takes up to %d", *end - line - 1,
                      (int)MOST_ROWS);
}

/* [name]: is a link definition, [^name]: a footnote: the parser takes both out of the
 * text.  Its name with its brackets, empty where it is neither. */
static cp_str definition_of(cp_str line)
{
    cp_str text = cp_str_trim(line);
    size_t close = cp_str_find(text, CP_STR("]:"), 0);
    bool ok = line.size && text.data - line.data <= 3 && cp_str_starts(text, CP_STR("["))
              && close != SIZE_MAX && close > 1
              && count_byte(cp_str_slice(text, 1, close), '[') == 0;

    return ok ? cp_str_slice(text, 0, close + 1) : (cp_str){ 0 };
}

/* The parser drops without a word a footnote that nothing refers to, and the second of a name. */
static bool note_fits(const cp_source *source, cp_str name, cp_place at, cp_report *report)
{
    size_t others = 0;

    for (int number = 1; (size_t)number <= source->lines; number++) {
        cp_str line = cp_source_line(source, number);
        bool defines = cp_str_eq(definition_of(line), name);

        if (defines && number < at.line)
            return cp_fail(report, at, "a second footnote " CP_FMT "; the first stands in line %d",
                           CP_ARG(name), number);
        others += !defines && cp_str_find(line, name, 0) != SIZE_MAX;
    }
    return others > 0
           || cp_fail(report, at, "nothing in this file refers to the footnote " CP_FMT,
                      CP_ARG(name));
}

static bool nesting_fits(cp_str line)
{
    size_t marks = 0;

    for (size_t i = 0; i < line.size && strchr(" \t>-+*", line.data[i]); i++)
        marks += line.data[i] != ' ' && line.data[i] != '\t'
                 && (i + 1 == line.size || line.data[i] == '>' || line.data[i + 1] == ' ');
    return marks <= MOST_NESTING;
}

/* The fence that `line` opens or closes, 0 if none: its character. */
static char fence_of(cp_str line)
{
    cp_str text = cp_str_trim(line);

    if (cp_str_starts(text, CP_STR("```")))
        return '`';
    return cp_str_starts(text, CP_STR("~~~")) ? '~' : 0;
}

static bool lines_fit(const cp_source *source, cp_report *report)
{
    bool ok = true;
    char open = 0;
    int table_end = 0;
    size_t brackets = 0, notes = 0;

    for (int number = 1; (size_t)number <= source->lines; number++) {
        cp_str line = cp_source_line(source, number);
        char fence = fence_of(line);
        cp_place at = { source->file, number, 1 };
        cp_str definition = definition_of(line);

        if (fence && (!open || open == fence))
            open = open ? 0 : fence;
        if (open || fence)
            continue;
        brackets = cp_str_trim(line).size ? brackets + count_byte(line, '[') : 0;
        if (brackets > MOST_BRACKETS)
            return cp_fail(report, at, "more than %d [ in one paragraph", (int)MOST_BRACKETS);
        notes += cp_str_starts(definition, CP_STR("[^"));
        if (notes > MOST_NOTES)
            return cp_fail(report, at, "more than %d footnotes in one file", (int)MOST_NOTES);
        if (cp_str_starts(definition, CP_STR("[^")))
            ok = note_fits(source, definition, at, report) && ok;
        else if (definition.size)
            ok = cp_fail(report, at,
                         "link definitions ([name]: ...) are not taken; write [text](address)");
        else if (!nesting_fits(line))
            ok = cp_fail(report, at, "lists or quotes nested more than %d deep", (int)MOST_NESTING);
        else if (is_table_rule(line))
            ok = columns_fit(source, number, report)
                 && (number < table_end || rows_fit(source, number, &table_end, report)) && ok;
    }
    return ok;
}

/* ---- bold beside punctuation ---- */

static bool is_punctuation(uint32_t code)
{
    if (code < 0x80)
        return code > ' ' && code != 0x7F && code != '*' && code != '\\'
               && !(code >= '0' && code <= '9') && !((code | 0x20) >= 'a' && (code | 0x20) <= 'z');
    return code == 0xB7 || code == 0xAB || code == 0xBB || (code >= 0x2010 && code <= 0x2027)
           || (code >= 0x2030 && code <= 0x205E) || (code >= 0x3001 && code <= 0x3003)
           || (code >= 0x3008 && code <= 0x301F) || (code >= 0xFE30 && code <= 0xFE6B)
           || (code >= 0xFF01 && code <= 0xFF0F) || (code >= 0xFF1A && code <= 0xFF20)
           || (code >= 0xFF3B && code <= 0xFF40) || (code >= 0xFF5B && code <= 0xFF65);
}

static bool is_blank(uint32_t code)
{
    return code <= ' ' || code == 0xA0 || code == 0x3000;
}

/*
 * CommonMark takes ** beside punctuation for bold only where white space or more
 * punctuation follows: 事。**所以 stays as it is.  A word joiner counts as a letter,
 * so with one between the two the run may open and close.
 */
static void add_joined(cp_buf *out, cp_str text)
{
    uint32_t before = '\n';

    for (size_t at = 0; at < text.size;) {
        size_t from = at;
        uint32_t code = cp_utf8_next(text, &at);

        if (code == '\\' && at < text.size) {
            before = cp_utf8_next(text, &at);
        } else if (code != '*' || at == text.size || text.data[at] != '*') {
            before = code;
        } else {
            while (at < text.size && text.data[at] == '*')
                at++;

            size_t ahead = at;
            uint32_t after = at < text.size ? cp_utf8_next(text, &ahead) : '\n';

            if (is_punctuation(before) && !is_blank(after))
                cp_buf_add(out, CP_STR(JOINER));
            cp_buf_add(out, cp_str_slice(text, from, at));
            if (is_punctuation(after) && !is_blank(before))
                cp_buf_add(out, CP_STR(JOINER));
            before = '*';
            continue;
        }
        cp_buf_add(out, cp_str_slice(text, from, at));
    }
}

static void take_text(cp_arena *arena, cp_buf *buf, cp_source *source)
{
    source->text = cp_str_copy(arena, cp_buf_str(buf));
    source->shown = with_braces(arena, source, source->text);
    find_lines(arena, source);
    buf->size = 0;
}

bool cp_source_prepare(cp_arena *arena, const char *file, cp_str raw, cp_source *out,
                       cp_report *report)
{
    cp_buf buf = { 0 };
    cp_source source = { .file = file };

    if (cp_str_starts(raw, CP_STR("\xEF\xBB\xBF")))
        raw = cp_str_slice(raw, 3, raw.size);
    add_line_ends(&buf, raw);
    take_text(arena, &buf, &source);

    bool ok = bytes_fit(&source, report) && lines_fit(&source, report);

    if (ok) {
        cp_buf_add(&buf, source.text);
        if (buf.size)
            blank_front_matter(&source, buf.data, report);
        source.text = source.shown = cp_str_copy(arena, cp_buf_str(&buf));
        ok = !buf.size || hide_braces(arena, &source, buf.data, report);
        source.text = cp_str_copy(arena, cp_buf_str(&buf));
        buf.size = 0;
        add_joined(&buf, source.text);
        take_text(arena, &buf, &source);
    }
    cp_buf_free(&buf);
    *out = source;
    return ok;
}
