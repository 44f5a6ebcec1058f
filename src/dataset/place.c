/*
 * A query reaches us as YAML or Markdown gave it: its indentation stripped, its
 * lines folded, its quotes undone.  So a place in it is found by walking the
 * query and its file side by side, blanks aside.
 */
#include "dataset/inside.h"

#include "base/buf.h"
#include "base/file.h"
#include "base/utf8.h"

#include <string.h>

static bool is_blank(char byte)
{
    return byte == ' ' || byte == '\t' || byte == '\n' || byte == '\r';
}

/* How the file writes a quote that stands in the query. */
typedef enum quote_style { QUOTES_PLAIN, QUOTES_DOUBLED, QUOTES_ESCAPED } quote_style;

static size_t skip_quoting(cp_str file, size_t at, char byte, quote_style quoting)
{
    if (at + 1 >= file.size || file.data[at + 1] != byte)
        return at;
    if (quoting == QUOTES_DOUBLED && byte == '\'' && file.data[at] == byte)
        return at + 1;
    if (quoting == QUOTES_ESCAPED && (byte == '"' || byte == '\\') && file.data[at] == '\\')
        return at + 1;
    return at;
}

/* Whether the whole query stands at `at`; `*found` is where its byte `offset` does. */
static bool stands_at(cp_str file, size_t at, cp_str sql, quote_style quoting, size_t offset,
                      size_t *found)
{
    bool reached = false;

    for (size_t i = 0; i < sql.size; i++) {
        if (is_blank(sql.data[i]))
            continue;
        while (at < file.size && is_blank(file.data[at]))
            at++;
        at = skip_quoting(file, at, sql.data[i], quoting);
        if (at >= file.size || file.data[at] != sql.data[i])
            return false;
        if (i >= offset && !reached) {
            *found = at;
            reached = true;
        }
        at++;
    }
    if (!reached)
        *found = at;
    return true;
}

/* Look for the query from `from` to `to`, where it should begin. */
static bool find_query(cp_str file, size_t from, size_t to, cp_str sql, size_t offset,
                       size_t *found)
{
    for (size_t at = from; at < to && at < file.size; at++)
        for (quote_style each = QUOTES_PLAIN; each <= QUOTES_ESCAPED; each++)
            if (!is_blank(file.data[at]) && stands_at(file, at, sql, each, offset, found))
                return true;
    return false;
}

static size_t line_start(cp_str file, int line)
{
    size_t at = 0;

    for (; line > 1 && at < file.size; line--) {
        size_t end = cp_str_find(file, CP_STR("\n"), at);

        at = end == (size_t)-1 ? file.size : end + 1;
    }
    return at;
}

static void step(cp_str text, size_t *at, cp_place *place)
{
    if (cp_utf8_next(text, at) == '\n') {
        place->line++;
        place->column = 1;
    } else {
        place->column++;
    }
}

static bool place_in_file(cp_query *query, size_t offset, cp_place *out)
{
    cp_report quiet = { .arena = &query->scratch };
    cp_buf text = { 0 };
    size_t from, found = 0;
    bool ok = strcmp(query->at.file, "-") != 0 && cp_file_exists(query->at.file)
              && cp_file_read(query->at.file, query->at, &text, &quiet);
    cp_str file = cp_buf_str(&text);

    ok = ok && cp_utf8_valid(file, NULL);
    if (ok) {
        from = line_start(file, query->at.line);
        ok = find_query(file, from, line_start(file, query->at.line + 2), query->sql, offset,
                        &found);
    }
    if (ok) {
        *out = (cp_place){ query->at.file, query->at.line, 1 };
        while (from < found)
            step(file, &from, out);
    }
    cp_buf_free(&text);
    return ok;
}

/* As if the query stood in its file byte by byte. */
static cp_place place_in_text(const cp_query *query, size_t offset)
{
    cp_place place = query->at;
    bool unknown = place.column == 0;

    for (size_t at = 0; at < offset && at < query->sql.size;)
        step(query->sql, &at, &place);
    if (unknown && place.line == query->at.line)
        place.column = 0;
    return place;
}

cp_place cp_query_place(cp_query *query, size_t offset)
{
    cp_place place = query->at;

    if (!place.file || !place.line || place_in_file(query, offset, &place))
        return place;
    return place_in_text(query, offset);
}
