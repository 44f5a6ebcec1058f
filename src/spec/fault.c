#include "spec/fault.h"

#include <stdint.h>
#include <string.h>

#include "base/utf8.h"

enum { KEY_MOST = 40, SHOWN_MOST = 24, SLIPS_MOST = 100 };

#define FULL_COLON "："
#define FULL_COMMA "，"
#define FULL_BLANK "\xE3\x80\x80"
#define HARD_BLANK "\xC2\xA0"

/* A walk over the lines; lines within blocks and quotes are the user's own text. */
typedef struct scan {
    cp_report *report;
    const cp_yaml_fault *fault;
    cp_str rest, line;
    int number;
    int block;      /* columns before the line that opened a block; -1: in none */
    char quote;     /* of a quoted text that goes on over lines; 0: in none */
    int after;      /* number of the first line with a text behind the fault's */
    int text_lead;  /* columns before the line above, if a value stands on it; -1 */
    bool explained; /* a slip was found where libfyaml stopped */
    int slips;
} scan;

static cp_place place_in(const scan *s, size_t byte)
{
    return (cp_place){ s->fault->place.file, s->number,
                       1 + (int)cp_utf8_count(cp_str_slice(s->line, 0, byte)) };
}

static bool next_line(scan *s)
{
    size_t end;

    if (!s->rest.size)
        return false;
    for (end = 0; end < s->rest.size && !strchr("\r\n", s->rest.data[end]);)
        end++;
    s->line = cp_str_slice(s->rest, 0, end);
    if (end + 1 < s->rest.size && s->rest.data[end] == '\r' && s->rest.data[end + 1] == '\n')
        end++;
    s->rest = cp_str_slice(s->rest, end + 1, s->rest.size);
    s->number++;
    return true;
}

/* Bytes of white space at `from`, of the kinds people type. */
static size_t blanks_at(cp_str line, size_t from)
{
    size_t at = from;

    while (at < line.size) {
        cp_str rest = cp_str_slice(line, at, line.size);

        if (line.data[at] == ' ' || line.data[at] == '\t')
            at++;
        else if (cp_str_starts(rest, CP_STR(FULL_BLANK)))
            at += sizeof FULL_BLANK - 1;
        else if (cp_str_starts(rest, CP_STR(HARD_BLANK)))
            at += sizeof HARD_BLANK - 1;
        else
            break;
    }
    return at - from;
}

static const char *odd_blank_name(cp_str blank)
{
    if (cp_str_starts(blank, CP_STR(FULL_BLANK)))
        return "a full-width blank (U+3000)";
    return cp_str_starts(blank, CP_STR(HARD_BLANK)) ? "a no-break blank (U+00A0)" : NULL;
}

/* The fault that libfyaml told may stand a line before its cause. */
static void found_slip(scan *s)
{
    int from = s->fault->place.line - 1;
    int to = s->after ? s->after : s->fault->place.line;

    if (s->number >= from && s->number <= to)
        s->explained = true;
    s->slips++;
}

static bool check_lead(scan *s, size_t lead)
{
    for (size_t at = 0; at < lead; at++) {
        const char *name = odd_blank_name(cp_str_slice(s->line, at, lead));

        if (s->line.data[at] == ' ')
            continue;
        found_slip(s);
        return cp_fail(s->report, place_in(s, at),
                       "%s in the indentation; only plain blanks indent", name ? name : "a tab");
    }
    return true;
}

static size_t skip_dashes(cp_str line, size_t at)
{
    while (at + 1 < line.size && line.data[at] == '-' && line.data[at + 1] == ' ')
        at += 1 + blanks_at(line, at + 1);
    return at;
}

/* Bytes of what could be a key at `from`: a quoted word, or characters up to a
 * colon; 0 if none. */
static size_t key_size(cp_str line, size_t from)
{
    size_t at = from;
    int count = 0;

    if (at < line.size && (line.data[at] == '"' || line.data[at] == '\'')) {
        const char *end = memchr(line.data + at + 1, line.data[at], line.size - at - 1);

        return end ? (size_t)(end - line.data) + 1 - from : 0;
    }
    while (at < line.size && count++ < KEY_MOST) {
        if (line.data[at] == ':' || cp_str_starts(cp_str_slice(line, at, line.size), CP_STR("：")))
            return at - from;
        if (strchr(" \t\"'{}[]#,&*!|>%@", line.data[at]))
            return 0;
        cp_utf8_next(line, &at);
    }
    return 0;
}

/* A line such as 标题：周报 or unit:亿元, which YAML takes for a text. */
static void check_colon(scan *s, size_t from)
{
    size_t size = key_size(s->line, from), colon = from + size;
    cp_str key = cp_str_slice(s->line, from, colon);
    cp_str rest = cp_str_slice(s->line, colon, s->line.size);
    const char *blank;

    if (!size || !rest.size)
        return;
    if (cp_str_starts(rest, CP_STR(FULL_COLON))) {
        found_slip(s);
        cp_fail(s->report, place_in(s, colon),
                "'：' is a full-width colon; write '" CP_FMT ": ' with a blank", CP_ARG(key));
        return;
    }
    if (rest.data[0] != ':' || rest.size == 1 || strchr(" \t", rest.data[1]))
        return;
    blank = odd_blank_name(cp_str_slice(rest, 1, rest.size));
    if (!blank && (strchr("/:", rest.data[1]) || (key.data[0] >= '0' && key.data[0] <= '9')))
        return;
    found_slip(s);
    cp_fail(s->report, place_in(s, colon + 1), "%s behind ':'; write '" CP_FMT ": '",
            blank ? blank : "no blank", CP_ARG(key));
}

static bool opens_word(cp_str line, size_t at)
{
    return at == 0 || strchr(" \t[{,:", line.data[at - 1]);
}

/* Follow quotes through the line; returns where its comment begins, or its end. */
static size_t follow_quotes(scan *s, size_t at)
{
    cp_str line = s->line;

    for (; at < line.size; at++) {
        char c = line.data[at];

        if (s->quote == '"' && c == '\\')
            at++;
        else if (s->quote && c == s->quote)
            s->quote = 0;
        else if (!s->quote && (c == '"' || c == '\'') && opens_word(line, at))
            s->quote = c;
        else if (!s->quote && c == '#' && (at == 0 || line.data[at - 1] == ' '))
            return at;
    }
    return line.size;
}

static bool opens_block(cp_str line)
{
    size_t at = line.size;

    while (at > 0 && strchr("+-0123456789", line.data[at - 1]))
        at--;
    return at > 1 && (line.data[at - 1] == '|' || line.data[at - 1] == '>')
           && line.data[at - 2] == ' ';
}

static size_t plain_blanks(cp_str line)
{
    size_t at = 0;

    while (at < line.size && line.data[at] == ' ')
        at++;
    return at;
}

static void check_line(scan *s)
{
    size_t lead = blanks_at(s->line, 0), end;
    bool goes_on = s->text_lead >= 0 && (int)lead > s->text_lead;
    cp_str said;

    if (s->quote) {
        follow_quotes(s, 0);
        return;
    }
    if (lead == s->line.size || (s->block >= 0 && (int)plain_blanks(s->line) > s->block))
        return;
    s->block = -1;
    if (s->number > s->fault->place.line && !s->after)
        s->after = s->number;
    if (s->line.data[lead] == '#')
        return;
    if (check_lead(s, lead) && !goes_on)
        check_colon(s, skip_dashes(s->line, lead));
    end = follow_quotes(s, lead);
    said = cp_str_trim(cp_str_slice(s->line, lead, end));
    if (opens_block(said))
        s->block = (int)lead;
    if (!goes_on)
        s->text_lead = cp_str_ends(said, CP_STR(":")) || s->block >= 0 ? -1 : (int)lead;
}

static cp_str line_of(cp_str text, int number)
{
    scan s = { .rest = text };

    while (s.number < number && next_line(&s))
        continue;
    return s.number == number ? s.line : (cp_str){ "", 0 };
}

/* “x: y” meant as a quoted text: tell the quote where the line has one. */
static bool tell_curly_quotes(cp_str line, const cp_yaml_fault *fault, cp_report *report)
{
    static const char *const starts[] = { ": “", ": ”", ": ‘", "- “", "- ‘", "[“", "{“" };

    for (size_t i = 0; i < sizeof starts / sizeof *starts; i++) {
        size_t at = cp_str_find(line, cp_str_from(starts[i]), 0);
        cp_place place = fault->place;

        if (at == SIZE_MAX)
            continue;
        at += strcspn(starts[i], "\xE2");
        place.column = 1 + (int)cp_utf8_count(cp_str_slice(line, 0, at));
        cp_fail(report, place, "curly quotes do not quote in YAML; write \"...\" or '...'");
        return true;
    }
    return false;
}

/* A text that neither is `key: value` nor belongs to the line above. */
static void tell_stray(cp_str text, const cp_yaml_fault *fault, cp_report *report)
{
    cp_str said = cp_str_trim(line_of(text, fault->place.line));
    size_t end = 0;

    for (int i = 0; i < SHOWN_MOST && end < said.size; i++)
        cp_utf8_next(said, &end);
    cp_fail(report, fault->place, "expected 'key: value', found '" CP_FMT "%s'",
            CP_ARG(cp_str_slice(said, 0, end)), end < said.size ? "…" : "");
}

/* "a: 1" with a deeper "b: 2" under it, or a word alone before other keys. */
static void tell_run_on(cp_str text, const cp_yaml_fault *fault, cp_report *report)
{
    cp_str line = line_of(text, fault->place.line), next;
    size_t from = skip_dashes(line, blanks_at(line, 0)), lead;
    cp_str key = cp_str_slice(line, from, from + key_size(line, from));
    bool item = from > blanks_at(line, 0);
    cp_place place = fault->place;

    if (!key.size && !item) {
        tell_stray(text, fault, report);
        return;
    }
    do {
        next = line_of(text, ++place.line);
        lead = blanks_at(next, 0);
    } while (place.line < fault->place.line + 100 && lead == next.size);
    place.column = (int)lead + 1;
    cp_fail(report, place, "indented under '" CP_FMT "', which has its value on its own line",
            CP_ARG(key.size ? key : cp_str_trim(cp_str_slice(line, from, line.size))));
}

static char character_at(cp_str text, cp_place place)
{
    cp_str line = line_of(text, place.line);
    size_t at = 0;

    for (int i = 1; i < place.column && at < line.size; i++)
        cp_utf8_next(line, &at);
    return at < line.size ? line.data[at] : ' ';
}

static cp_place back_to(cp_str text, cp_place place, const char *signs)
{
    cp_place before = place;

    while (before.column > 1 && !strchr(signs, character_at(text, before)))
        before.column--;
    return strchr(signs, character_at(text, before)) ? before : place;
}

static void tell_open_quote(cp_str text, const cp_yaml_fault *fault, cp_report *report)
{
    cp_fail(report, back_to(text, fault->place, "\"'"),
            "the quote that opens here is never closed");
}

static void tell_tag(cp_str text, const cp_yaml_fault *fault, cp_report *report)
{
    cp_fail(report, back_to(text, fault->place, "!"), "a text that begins with '!' goes in quotes");
}

static void tell_indent(cp_str text, const cp_yaml_fault *fault, cp_report *report)
{
    (void)text;
    if (fault->opened.line)
        cp_fail(report, fault->place, "not indented within the bracket of line %d, which is open",
                fault->opened.line);
    else
        cp_fail(report, fault->place, "the indentation fits none of the lines above");
}

static void tell_first_character(cp_str text, const cp_yaml_fault *fault, cp_report *report)
{
    cp_fail(report, fault->place, "a text that begins with '%c' goes in quotes",
            character_at(text, fault->place));
}

static void tell_no_value(cp_str text, const cp_yaml_fault *fault, cp_report *report)
{
    if (character_at(text, fault->place) == ',')
        tell_first_character(text, fault, report);
    else
        cp_fail(report, fault->place, "expected a value");
}

static void tell_open_bracket(cp_str text, const cp_yaml_fault *fault, cp_report *report)
{
    (void)text;
    if (fault->opened.line)
        cp_fail(report, fault->opened, "this bracket is never closed");
    else
        cp_fail(report, fault->place, "a bracket above is never closed");
}

/* {bar: 成交额， name: x}: the fault is seen behind its cause. */
static bool tell_full_comma(cp_str text, const cp_yaml_fault *fault, cp_report *report)
{
    cp_str line = line_of(text, fault->place.line);
    cp_place place = fault->place;
    size_t comma = SIZE_MAX;
    bool quoted = false;

    for (size_t at = 0, column = 1; at < line.size && (int)column < fault->place.column; column++) {
        quoted ^= line.data[at] == '"';
        if (!quoted && cp_str_starts(cp_str_slice(line, at, line.size), CP_STR(FULL_COMMA)))
            comma = at;
        cp_utf8_next(line, &at);
    }
    if (comma == SIZE_MAX)
        return false;
    place.column = 1 + (int)cp_utf8_count(cp_str_slice(line, 0, comma));
    cp_fail(report, place, "'，' is a full-width comma; write ', ' with a blank");
    return true;
}

static void tell_comma(cp_str text, const cp_yaml_fault *fault, cp_report *report)
{
    if (tell_full_comma(text, fault, report))
        return;
    cp_fail(report, fault->place,
            "no ',' between two entries, or the bracket of line %d is not closed",
            fault->opened.line);
}

static void tell_mismatch(cp_str text, const cp_yaml_fault *fault, cp_report *report)
{
    char closing = character_at(text, fault->place);
    cp_place opened = fault->opened;

    if (opened.line)
        cp_fail(report, fault->place, "this bracket does not close the one opened at %d:%d",
                opened.line, opened.column);
    else
        cp_fail(report, fault->place,
                "'%c' does not close the bracket that is open here, which is "
                "a '%c'",
                closing, closing == ']' ? '{' : '[');
}

/* libfyaml has no words for "left: >0", a block with an indentation of none. */
static void tell_without_words(cp_str text, const cp_yaml_fault *fault, cp_report *report)
{
    cp_place place = fault->place;
    cp_str line = line_of(text, place.line);
    size_t at = cp_str_find(line, CP_STR(": >"), 0);

    if (at == SIZE_MAX)
        at = cp_str_find(line, CP_STR(": |"), 0);
    if (at == SIZE_MAX) {
        cp_fail(report, place, "no YAML from here on");
        return;
    }
    place.column = 3 + (int)cp_utf8_count(cp_str_slice(line, 0, at));
    tell_first_character(text, &(cp_yaml_fault){ .place = place }, report);
}

/* What libfyaml says, by a piece of its words, in ours; or who tells it. */
static const struct {
    const char *heard, *words;
    void (*tell)(cp_str text, const cp_yaml_fault *fault, cp_report *report);
} sayings[] = {
    { "multiline plain key", NULL, tell_run_on },
    { "could not find expected ':'", NULL, tell_stray },
    { "invalid value after mapping", NULL, tell_stray },
    { "at the end of block sequence", "expected a further '- ' item of the list above", NULL },
    { "without a closing brac", NULL, tell_open_bracket },
    { "missing comma", NULL, tell_comma },
    { "mismatched", NULL, tell_mismatch },
    { "cannot start with", NULL, tell_first_character },
    { "without closing quote", NULL, tell_open_quote },
    { "wrongly indented double", NULL, tell_open_quote },
    { "wrongly indented single", NULL, tell_open_quote },
    { "invalid trailing content", "text behind a closing quote; quote the whole value", NULL },
    { "nested block mapping", "a second ': ' in one value; put the value in quotes", NULL },
    { "invalid escape", "an unknown '\\' in double quotes; write '\\\\' or use single quotes",
      NULL },
    { "hex escape", "an unknown '\\' in double quotes; write '\\\\' or use single quotes", NULL },
    { "same line as a mapping key", "a list begins on the line below its key", NULL },
    { "invalid extra closing", "this bracket closes nothing", NULL },
    { "extra comma", "a comma with nothing before it", NULL },
    { "no linebreak found", "only a comment may follow '|' or '>' on its line", NULL },
    { "comment without whitespace", "a comment needs a blank before its '#'", NULL },
    { "plain multiline", "the text above is no 'key: value'; nothing may follow it", NULL },
    { "missing document start", "nothing may follow the list or mapping above", NULL },
    { "expected key", "expected a key", NULL },
    { "same line as previous", "a second key on one line; begin it on the next", NULL },
    { "not allowed in this", "a key cannot stand here", NULL },
    { "comment after", "a comment needs a blank before its '#'", NULL },
    { "expected '-' indicator", "expected a further '- ' item of the list above", NULL },
    { "anchor", "a text that begins with '&' or '*' goes in quotes", NULL },
    { "used as key", "a key stands on one line, with its ':'", NULL },
    { "invalid document", "a quote or bracket is still open at this '---' or '...'", NULL },
    { "directive", "a text that begins with '%' goes in quotes", NULL },
    { "placement of ':'", "a ':' cannot stand here; put the text in quotes", NULL },
    { "invalid tag", NULL, tell_tag },
    { "missing ':'", NULL, tell_stray },
    { "alias", "a text that begins with '&' or '*' goes in quotes", NULL },
    { "block sequence on the same line", "a list begins on a line of its own", NULL },
    { "inden", NULL, tell_indent }, /* libfyaml writes "indendation", too */
    { "expected node content", NULL, tell_no_value },
};

static void tell_in_our_words(cp_str text, const cp_yaml_fault *fault, cp_report *report)
{
    for (size_t i = 0; i < sizeof sayings / sizeof *sayings; i++) {
        if (!strstr(fault->message, sayings[i].heard))
            continue;
        if (sayings[i].tell)
            sayings[i].tell(text, fault, report);
        else
            cp_fail(report, fault->place, "%s", sayings[i].words);
        return;
    }
    if (*fault->message)
        cp_fail(report, fault->place, "no YAML: %s", fault->message);
    else
        tell_without_words(text, fault, report);
}

void cp_yaml_explain(cp_str text, const cp_yaml_fault *fault, cp_report *report)
{
    bool bom = cp_str_starts(text, CP_STR("\xEF\xBB\xBF"));
    scan s = {
        .report = report,
        .fault = fault,
        .rest = bom ? cp_str_slice(text, 3, text.size) : text,
        .block = -1,
        .text_lead = -1,
    };

    while (s.slips < SLIPS_MOST && next_line(&s))
        check_line(&s);
    if (s.explained || tell_curly_quotes(line_of(text, fault->place.line), fault, report))
        return;
    tell_in_our_words(text, fault, report);
}
