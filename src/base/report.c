#include "base/report.h"

#include "base/buf.h"
#include "base/cellname.h"
#include "base/utf8.h"

#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

enum { EXCERPT_BYTES = 200, TEXT_BYTES = 2000 };

/* One line of a length that people read, whatever of the user's or a library's words is in it. */
__attribute__((format(printf, 2, 0))) static const char *line_of(cp_arena *arena,
                                                                 const char *format, va_list list)
{
    cp_arena whole = { 0 };
    cp_str text = cp_str_from(cp_vprintf(&whole, format, list));
    bool cut = text.size > TEXT_BYTES;

    if (cut)
        for (text.size = TEXT_BYTES; ((unsigned char)text.data[text.size] & 0xC0) == 0x80;)
            text.size--;
    text = cp_utf8_line(&whole, text);

    const char *line = cp_printf(arena, CP_FMT "%s", CP_ARG(text), cut ? "…" : "");

    cp_arena_free(&whole);
    return line;
}

static bool is_same(const cp_finding *a, const cp_finding *b)
{
    const char *file = a->place.file ? a->place.file : "",
               *other = b->place.file ? b->place.file : "";

    return a->severity == b->severity && a->place.line == b->place.line
           && a->place.column == b->place.column && strcmp(file, other) == 0
           && strcmp(a->text, b->text) == 0;
}

static bool was_told(const cp_report *report, const cp_finding *finding)
{
    for (const cp_finding *it = report->first; it; it = it->next)
        if (is_same(it, finding))
            return true;
    return false;
}

/* What the system fails in again, with the same words at the same place, is told once. */
static void keep(cp_report *report, const cp_finding *made)
{
    cp_finding *finding;

    report->errors += made->severity >= CP_ERROR;
    report->warnings += made->severity == CP_WARNING;
    if (made->severity > report->worst)
        report->worst = made->severity;
    if (made->severity == CP_SYSTEM && was_told(report, made))
        return;
    finding = cp_new(report->arena, cp_finding);
    *finding = *made;
    if (report->last)
        report->last->next = finding;
    else
        report->first = finding;
    report->last = finding;
}

__attribute__((format(printf, 4, 0))) static void add(cp_report *report, cp_severity severity,
                                                      cp_place at, const char *format, va_list list)
{
    keep(report, &(cp_finding){
                     .severity = severity,
                     .place = at,
                     .text = line_of(report->arena, format, list),
                 });
}

bool cp_fail(cp_report *report, cp_place at, const char *format, ...)
{
    va_list list;

    va_start(list, format);
    add(report, CP_ERROR, at, format, list);
    va_end(list);
    return false;
}

bool cp_fail_system(cp_report *report, cp_place at, const char *format, ...)
{
    va_list list;

    va_start(list, format);
    add(report, CP_SYSTEM, at, format, list);
    va_end(list);
    return false;
}

void cp_warn(cp_report *report, cp_place at, const char *format, ...)
{
    va_list list;

    va_start(list, format);
    add(report, CP_WARNING, at, format, list);
    va_end(list);
}

void cp_note(cp_report *report, cp_place at, const char *format, ...)
{
    va_list list;

    va_start(list, format);
    add(report, CP_NOTE, at, format, list);
    va_end(list);
}

void cp_report_add(cp_report *report, const cp_report *other)
{
    for (const cp_finding *it = other->first; it; it = it->next) {
        cp_finding finding = *it;

        finding.next = NULL;
        finding.text = cp_printf(report->arena, "%s", it->text);
        keep(report, &finding);
    }
}

void cp_report_read(cp_report *report, const char *path, cp_str bytes)
{
    cp_read_file *file = cp_new(report->arena, cp_read_file);

    *file = (cp_read_file){ .path = cp_printf(report->arena, "%s", path), .next = report->files };
    if (report->digest && bytes.data)
        file->digest = report->digest(report->arena, bytes);
    report->files = file;
}

/* A CP_SYSTEM finding is an error in words. */
static const char *severity_name(cp_severity severity)
{
    static const char *const names[] = { "note", "warning", "error", "error" };

    return names[severity];
}

static bool in_sheet(cp_place place)
{
    return place.file && cp_str_ends(cp_str_from(place.file), CP_STR("]"));
}

const char *cp_place_text(cp_arena *arena, cp_place place)
{
    const char *file = place.file ? place.file : "";

    if (!place.file || !place.line)
        return file;
    if (in_sheet(place))
        return cp_printf(arena, "%s!" CP_FMT "%d", file,
                         CP_ARG(cp_column_letters(arena, place.column)), place.line);
    if (!place.column)
        return cp_printf(arena, "%s:%d", file, place.line);
    return cp_printf(arena, "%s:%d:%d", file, place.line, place.column);
}

const char *cp_finding_line(cp_arena *arena, const cp_finding *finding)
{
    const char *place = cp_utf8_line(arena, cp_str_from(cp_place_text(arena, finding->place))).data;

    return cp_printf(arena, "%s: %s: %s", place[0] ? place : "chartpack",
                     severity_name(finding->severity), finding->text);
}

/* Reads up to the end of a line, which CR, LF or both make; false at the file's
 * end.  `line` may be NULL. */
static bool next_line(FILE *file, cp_buf *line)
{
    bool any = false;
    int byte;

    while ((byte = getc_unlocked(file)) != EOF && byte != '\n' && byte != '\r') {
        any = true;
        if (line && line->size <= EXCERPT_BYTES)
            cp_buf_add_char(line, (char)byte);
    }
    if (byte == '\r' && (byte = getc_unlocked(file)) != '\n')
        ungetc(byte, file);
    return byte != EOF || any;
}

/* Go to the begin of a line, from the last one that was asked for if it lies behind that. */
static bool find_line(FILE *file, cp_place place, cp_line_mark *mark)
{
    bool more = true;
    int line = 1;

    if (mark->path && strcmp(mark->path, place.file) == 0 && mark->line <= place.line
        && fseek(file, mark->offset, SEEK_SET) == 0)
        line = mark->line;
    for (; more && line < place.line; line++)
        more = next_line(file, NULL);
    *mark = (cp_line_mark){ place.file, line, ftell(file) };
    return more;
}

/* A line of a file without its end, in the arena; no text if there is none. */
static cp_str file_line(cp_arena *arena, cp_place place, cp_line_mark *mark)
{
    cp_buf line = { 0 };
    cp_str found = { 0 };
    struct stat facts;
    FILE *file;

    /* What was read from a pipe is gone, and opening it again might wait for ever. */
    if (stat(place.file, &facts) != 0 || !S_ISREG(facts.st_mode)
        || !(file = fopen(place.file, "rb")))
        return found;
    if (find_line(file, place, mark) && next_line(file, &line))
        found = cp_str_copy(arena, cp_buf_str(&line));
    cp_buf_free(&line);
    fclose(file);
    return found;
}

/* Whether a terminal can show it as it stands, a caret below. */
static bool showable(cp_str line)
{
    if (!line.data || line.size > EXCERPT_BYTES || !cp_utf8_valid(line, NULL))
        return false;
    for (size_t i = 0; i < line.size; i++)
        if ((unsigned char)line.data[i] < ' ' || line.data[i] == 127)
            return false;
    return true;
}

const char *cp_finding_excerpt(cp_arena *arena, const cp_finding *finding, cp_line_mark *mark)
{
    cp_place place = finding->place;
    cp_str line = { 0 };
    size_t at = 0;
    int cells = 0;

    if (place.file && place.line && place.column)
        line = file_line(arena, place, mark);
    if (place.line == 1 && cp_str_starts(line, CP_STR("\xEF\xBB\xBF")))
        line = cp_str_slice(line, 3, line.size);
    if (!showable(line))
        return NULL;
    for (int i = 1; i < place.column && at < line.size; i++)
        cells += cp_is_wide(cp_utf8_next(line, &at)) ? 2 : 1;
    return cp_printf(arena, "    " CP_FMT "\n    %*s^", CP_ARG(line), cells, "");
}
