#include "deck/inline.h"

#include "base/utf8.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

void cp_inline_enter(cp_inline *in, int first_line, int last_line)
{
    in->cursor = cp_cursor_at(in->cursor.source, first_line, last_line);
}

/* ---- what the text must not hold ---- */

typedef struct trap {
    const char *mark, *words;
} trap;

static const trap traps[] = {
    { "{{", "this {{ has no value and }} behind it on its line; \\{\\{ prints the signs" },
    { "![",
      "this picture is not understood; a path with blanks stands in <>: ![caption](<a b.png>)" },
    { "[^", "no line of this file explains this footnote; expected [^name]: ..." },
    { "~~", "struck text (~~) is not taken; \\~\\~ prints the signs" },
    { "**", "this ** has no partner; bold text stands between two, \\*\\* prints the signs" },
    { ":::", "blocks between ::: are not taken" },
};

static bool text_is_safe(cp_inline *in, cp_str literal)
{
    bool ok = true;

    for (size_t i = 0; i < sizeof traps / sizeof *traps; i++) {
        cp_str mark = cp_str_from(traps[i].mark);
        cp_cursor cursor = in->cursor;
        size_t end;

        if (cp_str_find(literal, mark, 0) == SIZE_MAX)
            continue;
        end = cp_cursor_reach(&cursor, literal);
        if (end != SIZE_MAX)
            cursor.end = end;
        if (cp_cursor_find_bare(&cursor, mark))
            ok = cp_fail(in->report, cp_cursor_place(&cursor), "%s", traps[i].words);
    }
    return ok;
}

/* ---- spans ---- */

typedef struct builder {
    cp_inline *in;
    size_t count, capacity;
    cp_span *item;
    int bold, em, mark;
    cp_script script;
    cp_str link, figure;
    bool soft; /* a line of the source ended: blank or nothing, by its neighbours */
    bool ok;
} builder;

static void add_span(builder *b, cp_str text, cp_place place, bool code)
{
    if (!text.size)
        return;
    if (b->count == b->capacity) {
        size_t capacity = b->capacity ? 2 * b->capacity : 4;
        cp_span *item = cp_new_array(b->in->arena, cp_span, capacity);

        if (b->count)
            memcpy(item, b->item, b->count * sizeof *item);
        b->item = item;
        b->capacity = capacity;
    }
    b->item[b->count++] = (cp_span){ .text = text,
                                     .bold = b->bold > 0,
                                     .em = b->em > 0,
                                     .code = code,
                                     .mark = b->mark > 0,
                                     .script = b->script,
                                     .link = b->link,
                                     .figure = b->figure,
                                     .place = place };
}

static uint32_t last_code(cp_str text)
{
    size_t at = text.size;

    while (at > 0 && ((unsigned char)text.data[at - 1] & 0xC0) == 0x80)
        at--;
    return at > 0 ? cp_utf8_next(text, &(size_t){ at - 1 }) : 0;
}

static uint32_t first_code(cp_str text)
{
    return text.size ? cp_utf8_next(text, &(size_t){ 0 }) : 0;
}

/* “ ” ‘ ’ — … · are as wide as their neighbours. */
static bool is_neutral(uint32_t code)
{
    return code == 0xB7 || code == 0x2014 || (code >= 0x2018 && code <= 0x201D) || code == 0x2026;
}

/* ，。：；！？ and closing brackets, which carry a blank of their own. */
static bool is_wide_stop(uint32_t code)
{
    return code == 0xFF0C || code == 0x3002 || code == 0xFF1A || code == 0xFF1B || code == 0xFF01
           || code == 0xFF1F || code == 0x3001 || code == 0xFF09 || code == 0x300B;
}

/* Chinese knows no blank between two lines. */
static bool joins(uint32_t before, uint32_t after)
{
    if (is_wide_stop(before))
        return true;
    return (cp_is_wide(before) || cp_is_wide(after)) && (cp_is_wide(before) || is_neutral(before))
           && (cp_is_wide(after) || is_neutral(after));
}

static void settle_soft_break(builder *b, cp_str next)
{
    if (!b->soft)
        return;
    b->soft = false;
    if (!b->count || !next.size)
        return;

    cp_str before = b->item[b->count - 1].text;

    if (!cp_str_ends(before, CP_STR("\n")) && !joins(last_code(before), first_code(next)))
        add_span(b, CP_STR(" "), cp_cursor_place(&b->in->cursor), false);
}

/* == beside a letter turns the mark on and off. */
static size_t find_mark(cp_str text, bool open)
{
    size_t at = 0;

    while ((at = cp_str_find(text, CP_STR("=="), at)) != SIZE_MAX) {
        size_t end = at + 2;

        while (end < text.size && text.data[end] == '=')
            end++;

        bool blank_before = at > 0 && text.data[at - 1] == ' ';
        bool blank_after = end < text.size && text.data[end] == ' ';

        if (end == at + 2 && !(open ? blank_after : blank_before))
            return at;
        at = end;
    }
    return SIZE_MAX;
}

/* Whether a == that opens in `node` at `from` finds its end in this block. */
static bool mark_closes(cmark_node *node, cp_str rest)
{
    if (find_mark(rest, false) != SIZE_MAX)
        return true;
    for (cmark_node *next = cmark_node_next(node); next; next = cmark_node_next(next)) {
        cmark_node *inner = next;

        while (cmark_node_first_child(inner))
            inner = cmark_node_first_child(inner);
        if (cmark_node_get_type(inner) == CMARK_NODE_TEXT
            && find_mark(cp_str_from(cmark_node_get_literal(inner)), false) != SIZE_MAX)
            return true;
    }
    return false;
}

static cp_place part_place(cp_place place, cp_str part)
{
    place.column += (int)cp_utf8_count(part);
    return place;
}

/* A text, cut at its == marks; `tail` is what follows it in its node. */
static void add_marked(builder *b, cmark_node *node, cp_str text, cp_str tail, cp_place place)
{
    for (;;) {
        size_t at = find_mark(text, !b->mark);
        cp_str part = cp_str_slice(text, 0, at), rest = cp_str_slice(text, at, text.size);

        if (at != SIZE_MAX && !b->mark && !mark_closes(node, cp_str_slice(rest, 2, rest.size))
            && find_mark(tail, false) == SIZE_MAX)
            at = SIZE_MAX;
        add_span(b, at == SIZE_MAX ? text : part, place, false);
        if (at == SIZE_MAX)
            return;
        b->mark = !b->mark;
        place = part_place(place, cp_str_slice(text, 0, at + 2));
        text = cp_str_slice(rest, 2, rest.size);
    }
}

/* The text of {{...}}. */
static void add_value(builder *b, cp_str mark, cp_str braces)
{
    cp_place place = cp_cursor_pass(&b->in->cursor, mark);
    cp_str text = { 0 };

    b->ok = cp_braces_write(b->in->values, cp_str_slice(braces, 2, braces.size - 2), place, &text)
            && b->ok;
    settle_soft_break(b, text);
    add_span(b, text, place, false);
}

static void add_text(builder *b, cmark_node *node)
{
    const cp_source *source = b->in->cursor.source;
    cp_str literal = cp_str_from(cmark_node_get_literal(node));
    size_t from = 0;

    b->ok = text_is_safe(b->in, literal) && b->ok;
    cp_cursor_reach(&b->in->cursor, literal);
    while (from < literal.size) {
        size_t end = literal.size;
        cp_str braces = { 0 };
        size_t at = cp_source_brace(source, literal, from, &end, &braces);
        cp_str part = cp_str_slice(literal, from, at), tail = cp_str_slice(literal, end, SIZE_MAX);

        if (part.size) {
            cp_place place = cp_cursor_pass(&b->in->cursor, part);
            cp_str text = cp_source_plain(b->in->arena, source, part);

            settle_soft_break(b, text);
            add_marked(b, node, text, at == SIZE_MAX ? (cp_str){ 0 } : tail, place);
        }
        if (at != SIZE_MAX)
            add_value(b, cp_str_slice(literal, at, end), braces);
        from = end;
    }
}

static void add_code(builder *b, cmark_node *node)
{
    cp_str literal = cp_str_from(cmark_node_get_literal(node));
    cp_place place = cp_cursor_pass(&b->in->cursor, literal);
    cp_str text = cp_source_plain(b->in->arena, b->in->cursor.source, literal);

    settle_soft_break(b, text);
    add_span(b, text, place, true);
}

static bool is_line_break(cp_str html)
{
    return cp_str_is(html, "<br>") || cp_str_is(html, "<br/>") || cp_str_is(html, "<br />")
           || cp_str_is(html, "<BR>");
}

/* <sup> and <sub> have no other spelling in Markdown. */
static bool take_script(builder *b, cp_str html)
{
    if (cp_str_is(html, "<sup>"))
        b->script = CP_SCRIPT_SUPER;
    else if (cp_str_is(html, "<sub>"))
        b->script = CP_SCRIPT_SUB;
    else if (cp_str_is(html, b->script == CP_SCRIPT_SUPER ? "</sup>" : "</sub>"))
        b->script = CP_SCRIPT_NONE;
    else
        return false;
    return true;
}

static void add_html(builder *b, cmark_node *node)
{
    cp_str html = cp_str_from(cmark_node_get_literal(node));
    cp_place place = cp_cursor_pass(&b->in->cursor, html);

    if (is_line_break(html)) {
        add_span(b, CP_STR("\n"), place, false);
        return;
    }
    if (take_script(b, html))
        return;
    b->ok = false;
    if (cp_str_starts(html, CP_STR("<!--")))
        cp_fail(b->in->report, place,
                "a comment inside of text; it stands in a paragraph of its own");
    else
        cp_fail(b->in->report, place, "HTML (" CP_FMT ") is not taken; \\< prints the sign",
                CP_ARG(cp_source_plain(b->in->arena, b->in->cursor.source, html)));
}

/* ---- nodes ---- */

/* A file of the pack that slides show as a figure. */
static bool names_figure(cp_str url)
{
    static const char *const endings[] = { ".yaml", ".yml", ".png", ".jpg", ".jpeg", ".svg", NULL };

    for (size_t i = 0; endings[i]; i++)
        if (cp_str_ends(url, cp_str_from(endings[i])))
            return cp_str_find(url, CP_STR(":"), 0) == SIZE_MAX;
    return false;
}

static void enter_link(builder *b, cmark_node *node)
{
    cp_str url = cp_source_plain(b->in->arena, b->in->cursor.source,
                                 cp_str_from(cmark_node_get_url(node)));

    if (names_figure(url)) {
        b->figure = cp_decode_path(b->in->arena, url);
        return;
    }
    b->link = url;
    if (cp_str_starts(url, CP_STR("http://")) || cp_str_starts(url, CP_STR("https://"))
        || cp_str_starts(url, CP_STR("mailto:")))
        return;
    b->ok = cp_fail(b->in->report, cp_cursor_place(&b->in->cursor),
                    "a link to '" CP_FMT "'; expected https://, http://, mailto: "
                    "or a figure's file (charts/x.yaml)",
                    CP_ARG(url));
}

/* The number of a file's footnote within its slide, 0 where there are too many. */
static int count_note(cp_inline *in, int note)
{
    size_t i = 0;

    while (i < in->note_count && in->notes[i] != note)
        i++;
    if (i == CP_MOST_NOTES)
        return 0;
    in->notes[i] = note;
    in->note_count += i == in->note_count;
    return (int)i + 1;
}

/* The sign of a footnote: its number, raised. */
static void add_note(builder *b, cmark_node *node)
{
    cp_inline *in = b->in;
    cp_place place = cp_cursor_pass(&in->cursor, CP_STR("[^"));
    int number = count_note(in, (int)strtol(cmark_node_get_literal(node), NULL, 10));
    cp_script around = b->script;

    b->soft = false;
    if (!number)
        b->ok
            = cp_fail(in->report, place, "more than %d footnotes on one slide", (int)CP_MOST_NOTES);
    b->script = CP_SCRIPT_SUPER;
    add_span(b, cp_str_printf(in->arena, "%d", number), place, false);
    b->script = around;
}

static void add_node(builder *b, cmark_node *node, bool enter)
{
    switch (cmark_node_get_type(node)) {
    case CMARK_NODE_TEXT:
        add_text(b, node);
        break;
    case CMARK_NODE_CODE:
        add_code(b, node);
        break;
    case CMARK_NODE_HTML_INLINE:
        add_html(b, node);
        break;
    case CMARK_NODE_SOFTBREAK:
        b->soft = true;
        break;
    case CMARK_NODE_LINEBREAK:
        add_span(b, CP_STR("\n"), cp_cursor_place(&b->in->cursor), false);
        break;
    case CMARK_NODE_STRONG:
        b->bold += enter ? 1 : -1;
        break;
    case CMARK_NODE_EMPH:
        b->em += enter ? 1 : -1;
        break;
    case CMARK_NODE_LINK:
        if (enter)
            enter_link(b, node);
        else
            b->link = b->figure = (cp_str){ 0 };
        break;
    case CMARK_NODE_IMAGE:
        if (enter)
            b->ok = cp_fail(b->in->report, cp_cursor_place(&b->in->cursor),
                            "a picture inside of text; figures stand in a paragraph of their own");
        break;
    case CMARK_NODE_FOOTNOTE_REFERENCE:
        if (enter)
            add_note(b, node);
        break;
    default:
        b->ok = cp_fail(b->in->report, cp_cursor_place(&b->in->cursor), "%s is not taken here",
                        cmark_node_get_type_string(node));
    }
}

/* Blanks at the ends, U+3000 of an indented Chinese paragraph included. */
static void trim_ends(builder *b)
{
    while (b->count && !cp_str_trim(b->item[0].text).size) {
        b->item++;
        b->count--;
    }
    while (b->count && !cp_str_trim(b->item[b->count - 1].text).size)
        b->count--;
    if (!b->count)
        return;

    cp_span *first = &b->item[0], *last = &b->item[b->count - 1];
    cp_str trimmed = cp_str_trim(first->text);
    size_t cut = (size_t)(trimmed.data - first->text.data);

    first->place = part_place(first->place, cp_str_slice(first->text, 0, cut));
    first->text = cp_str_slice(first->text, cut, first->text.size);
    trimmed = cp_str_trim(last->text);
    last->text.size = (size_t)(trimmed.data + trimmed.size - last->text.data);
}

/* The blank of "**市场：** 上涨" is there for other Markdown tools, not for the reader. */
static void drop_blanks_behind_stops(builder *b)
{
    for (size_t i = 1; i < b->count; i++) {
        const cp_span *before = &b->item[i - 1];
        cp_span *span = &b->item[i];

        if (before->bold && !span->bold && is_wide_stop(last_code(before->text))
            && cp_str_starts(span->text, CP_STR(" "))) {
            span->place.column++;
            span->text = cp_str_slice(span->text, 1, span->text.size);
        }
    }
}

bool cp_inline_spans(cp_inline *in, cmark_node *block, cp_spans *out)
{
    builder b = { .in = in, .ok = true };
    cmark_iter *iter = cmark_iter_new(block);
    cmark_event_type event;

    while ((event = cmark_iter_next(iter)) != CMARK_EVENT_DONE) {
        cmark_node *node = cmark_iter_get_node(iter);

        if (node != block)
            add_node(&b, node, event == CMARK_EVENT_ENTER);
    }
    cmark_iter_free(iter);
    if (b.script != CP_SCRIPT_NONE)
        b.ok = cp_fail(in->report, cp_cursor_place(&in->cursor), "%s has no end in its paragraph",
                       b.script == CP_SCRIPT_SUPER ? "<sup>" : "<sub>");
    trim_ends(&b);
    drop_blanks_behind_stops(&b);
    *out = (cp_spans){ b.count, b.item };
    return b.ok;
}

cp_str cp_spans_plain(cp_arena *arena, const cp_spans *spans)
{
    size_t size = 0;

    for (size_t i = 0; i < spans->count; i++)
        size += spans->item[i].text.size;

    char *out = cp_alloc(arena, size + 1);

    size = 0;
    for (size_t i = 0; i < spans->count; i++) {
        cp_str text = spans->item[i].text;

        for (size_t j = 0; j < text.size; j++)
            out[size++] = text.data[j] == '\n' ? ' ' : text.data[j];
    }
    return (cp_str){ out, size };
}
