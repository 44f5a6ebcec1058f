#include "base/report.h"

#include "base/str.h"
#include "base/utf8.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void add(cp_report *report, cp_severity severity, cp_place at, const char *format,
                va_list list)
{
    cp_finding *finding = cp_new(report->arena, cp_finding);
    va_list again;
    int size;
    char *text;

    va_copy(again, list);
    size = vsnprintf(NULL, 0, format, list);
    text = cp_alloc(report->arena, (size_t)size + 1);
    vsnprintf(text, (size_t)size + 1, format, again);
    va_end(again);

    *finding = (cp_finding){ .severity = severity, .place = at, .text = text };
    if (report->last)
        report->last->next = finding;
    else
        report->first = finding;
    report->last = finding;
    report->errors += severity >= CP_ERROR;
    if (severity > report->worst)
        report->worst = severity;
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

const char *cp_severity_name(cp_severity severity)
{
    static const char *const names[] = { "note", "warning", "error", "error" };

    return names[severity];
}

const char *cp_finding_line(cp_arena *arena, const cp_finding *finding)
{
    const char *kind = cp_severity_name(finding->severity);
    cp_place at = finding->place;

    if (!at.file)
        return cp_printf(arena, "chartpack: %s: %s", kind, finding->text);
    if (!at.line)
        return cp_printf(arena, "%s: %s: %s", at.file, kind, finding->text);
    if (!at.column)
        return cp_printf(arena, "%s:%d: %s: %s", at.file, at.line, kind, finding->text);
    return cp_printf(arena, "%s:%d:%d: %s: %s", at.file, at.line, at.column, kind, finding->text);
}

/* Line `number` of a file without its end, in the arena; no text if there is none. */
static cp_str file_line(cp_arena *arena, const char *path, int number)
{
    FILE *file = fopen(path, "rb");
    char *line = NULL;
    size_t capacity = 0;
    ssize_t size = -1;
    cp_str found = { 0 };

    if (!file)
        return found;
    while (number-- > 0 && (size = getline(&line, &capacity, file)) >= 0)
        continue;
    if (size >= 0)
        found = cp_str_copy(arena, (cp_str){ line, strcspn(line, "\r\n") });
    free(line);
    fclose(file);
    return found;
}

enum { EXCERPT_BYTES = 200 };

const char *cp_finding_excerpt(cp_arena *arena, const cp_finding *finding)
{
    cp_place place = finding->place;
    cp_str line = { 0 };
    size_t at = 0;
    int cells = 0;

    if (place.file && place.line && place.column)
        line = file_line(arena, place.file, place.line);
    if (!line.data || line.size > EXCERPT_BYTES || !cp_utf8_valid(line, NULL)
        || memchr(line.data, '\t', line.size))
        return NULL;
    for (int i = 1; i < place.column && at < line.size; i++)
        cells += cp_is_wide(cp_utf8_next(line, &at)) ? 2 : 1;
    return cp_printf(arena, "    " CP_FMT "\n    %*s^", CP_ARG(line), cells, "");
}
