#include "spec/node.h"

#include <assert.h>
#include <stdint.h>
#include <string.h>

#include <libfyaml.h>

#include "base/file.h"
#include "base/utf8.h"
#include "spec/fault.h"

enum { DEPTH_MOST = 64, NODES_MOST = 10000, TEXT_MOST = 4 << 20, FEW_KEYS = 8 };

/* A list or mapping that is still open. */
typedef struct level {
    cp_node *node;
    cp_node **tail;
    bool has_key, flow;
    cp_str key;
    cp_place key_place;
} level;

typedef struct builder {
    cp_arena *arena;
    cp_report *report;
    cp_str text;
    cp_place here; /* of `at`; offsets are asked for in ascending order */
    size_t at;
    size_t behind; /* offset behind what was read last */
    level levels[DEPTH_MOST];
    int depth, documents;
    size_t nodes;
    cp_node *root;
    bool faulty; /* told something, the tree is whole */
    bool broken; /* told something, and the tree would give echoes of it */
} builder;

static void step(builder *b)
{
    const char *data = b->text.data;
    bool bom = b->at == 0 && cp_str_starts(b->text, CP_STR("\xEF\xBB\xBF"));
    size_t from = b->at;

    cp_utf8_next(b->text, &b->at);
    if (data[from] == '\n' || (data[from] == '\r' && data[b->at] != '\n')) {
        b->here.line++;
        b->here.column = 1;
    } else if (data[from] != '\r' && !bom) {
        b->here.column++;
    }
}

static cp_place place_at(builder *b, size_t offset)
{
    if (offset > b->text.size)
        offset = b->text.size;
    if (offset < b->at) {
        b->at = 0;
        b->here.line = b->here.column = 1;
    }
    while (b->at < offset)
        step(b);
    return b->here;
}

static bool is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

/* libfyaml gives no mark for an empty value: it stands behind its colon or dash. */
static size_t empty_offset(const builder *b, bool in_map)
{
    cp_str text = b->text;
    size_t at = b->behind;

    while (at < text.size) {
        if (text.data[at] == '#')
            at += strcspn(text.data + at, "\r\n");
        else if (text.data[at] == (in_map ? ':' : '-'))
            return at + 1;
        else if (!is_blank(text.data[at]))
            break;
        else
            at++;
    }
    return b->behind;
}

/* The | or > of a block whose lines begin at `start`. */
static size_t block_offset(cp_str text, size_t start)
{
    size_t line = start ? start - 1 : 0;

    while (line > 0 && text.data[line - 1] != '\n' && text.data[line - 1] != '\r')
        line--;
    for (size_t at = line; at < start; at++) {
        size_t end;

        if (text.data[at] != '|' && text.data[at] != '>')
            continue;
        end = at + 1 + strspn(text.data + at + 1, "+-0123456789");
        if (is_blank(text.data[end]))
            return at;
    }
    return line;
}

/* Columns that YAML took off each line: of the first line with a text, what the
 * file has before it less what the text kept. */
static int block_indent(cp_str file, size_t start, cp_str text)
{
    size_t in_file = start, in_text, blanks;

    assert(text.data); /* a block without lines is an empty text */
    in_text = strspn(text.data, "\n");
    while (in_file < file.size && is_blank(file.data[in_file])) {
        if (file.data[in_file] == '\n' || file.data[in_file] == '\r')
            start = in_file + 1;
        in_file++;
    }
    blanks = strspn(text.data + in_text, " ");
    return in_file - start > blanks ? (int)(in_file - start - blanks) : 0;
}

static cp_node *attach(builder *b, cp_node_kind kind, cp_place place)
{
    level *top = b->depth ? &b->levels[b->depth - 1] : NULL;
    cp_node *node = cp_new(b->arena, cp_node);

    b->nodes++;
    node->kind = kind;
    node->place = place;
    if (!top) {
        b->root = node;
        return node;
    }
    node->key = top->key;
    node->key_place = top->key_place;
    top->has_key = false;
    top->key = (cp_str){ 0 };
    *top->tail = node;
    top->tail = &node->next;
    top->node->count++;
    return node;
}

static uint32_t hash(cp_str text)
{
    uint32_t sum = 2166136261u;

    for (size_t i = 0; i < text.size; i++)
        sum = (sum ^ (unsigned char)text.data[i]) * 16777619u;
    return sum;
}

static void tell_duplicate(builder *b, const cp_node *node, const cp_node *first)
{
    b->faulty = true;
    cp_fail(b->report, node->key_place, "duplicate key '" CP_FMT "'; it already stands on line %d",
            CP_ARG(node->key), first->key_place.line);
}

/* Keys by open addressing; the later one of two is the fault. */
static void find_duplicates(builder *b, const cp_node *map)
{
    cp_arena passing = { 0 };
    size_t size = 16;
    const cp_node **seen;

    while (size < 2 * map->count)
        size *= 2;
    seen = cp_new_array(&passing, const cp_node *, size);
    for (const cp_node *node = map->first; node; node = node->next) {
        size_t slot = hash(node->key) & (size - 1);

        while (seen[slot] && !cp_str_eq(seen[slot]->key, node->key))
            slot = (slot + 1) & (size - 1);
        if (seen[slot])
            tell_duplicate(b, node, seen[slot]);
        else
            seen[slot] = node;
    }
    cp_arena_free(&passing);
}

static void find_duplicates_of_few(builder *b, const cp_node *map)
{
    for (const cp_node *node = map->first; node; node = node->next)
        for (const cp_node *before = map->first; before != node; before = before->next)
            if (cp_str_eq(before->key, node->key)) {
                tell_duplicate(b, node, before);
                break;
            }
}

/* Blanks that an input method leaves at the ends of a word, invisible to the eye. */
static const char *odd_blank(cp_str text)
{
    static const struct {
        cp_str bytes;
        const char *name;
    } blanks[] = {
        { { "\xE3\x80\x80", 3 }, "a full-width blank (U+3000)" },
        { { "\xC2\xA0", 2 }, "a no-break blank (U+00A0)" },
        { { "\xE2\x80\x8B", 3 }, "an invisible blank (U+200B)" },
    };

    for (size_t i = 0; i < sizeof blanks / sizeof *blanks; i++)
        if (cp_str_starts(text, blanks[i].bytes) || cp_str_ends(text, blanks[i].bytes))
            return blanks[i].name;
    return NULL;
}

/* What YAML takes as text without a word, and hardly ever means it. */
static void check_plain(builder *b, cp_str text, bool key, cp_place place)
{
    cp_str open = CP_STR("“"), close = CP_STR("”");
    const char *blank = odd_blank(text);

    if (blank) {
        b->broken = true;
        cp_fail(b->report, place, "%s beside '" CP_FMT "'; only plain blanks separate and indent",
                blank, CP_ARG(cp_str_trim(text)));
    } else if (key && cp_str_is(text, "<<")) {
        b->broken = true;
        cp_fail(b->report, place, "'<<' (merging) is not supported; write the keys out");
    } else if (cp_str_starts(text, open) && cp_str_ends(text, close)
               && cp_str_find(text, close, 0) == text.size - close.size) {
        cp_warn(b->report, place, "“ ” become part of the text; to quote it write \"" CP_FMT "\"",
                CP_ARG(cp_str_slice(text, open.size, text.size - close.size)));
    }
}

static size_t scalar_offset(const builder *b, struct fy_event *event, bool in_map)
{
    const struct fy_mark *mark = fy_event_start_mark(event);

    if (!mark)
        return empty_offset(b, in_map);
    switch (fy_event_get_node_style(event)) {
    case FYNS_LITERAL:
    case FYNS_FOLDED:
        return block_offset(b->text, mark->input_pos);
    case FYNS_SINGLE_QUOTED:
    case FYNS_DOUBLE_QUOTED:
        return mark->input_pos - 1;
    default:
        return mark->input_pos;
    }
}

static cp_str scalar_text(builder *b, struct fy_event *event)
{
    size_t size = 0;
    const char *text;

    if (!fy_event_start_mark(event))
        return (cp_str){ 0 };
    text = fy_token_get_text(event->scalar.value, &size);
    return cp_str_copy(b->arena, (cp_str){ text ? text : "", text ? size : 0 });
}

/* A list under a text on its key's line, which YAML folds into that text. */
static void check_folded(builder *b, size_t from, size_t to)
{
    size_t at = from;

    while (at < to) {
        if (b->text.data[at++] != '\n')
            continue;
        while (at < to && b->text.data[at] == ' ')
            at++;
        if (at + 1 < to && b->text.data[at] == '-' && b->text.data[at + 1] == ' ') {
            b->faulty = true;
            cp_fail(b->report, place_at(b, at),
                    "this '- ' goes on with the text above, which ends no line with ':'");
            return;
        }
    }
}

static void describe(builder *b, struct fy_event *event, cp_node *node)
{
    const struct fy_mark *start = fy_event_start_mark(event), *end = fy_event_end_mark(event);
    enum fy_node_style style = fy_event_get_node_style(event);

    node->block = style == FYNS_LITERAL || style == FYNS_FOLDED;
    node->quoted = start && style != FYNS_PLAIN;
    if (!start || !end)
        return;
    if (node->block)
        node->indent = block_indent(b->text, start->input_pos, node->text);
    node->folded = style == FYNS_FOLDED || (!node->block && start->line != end->line);
    if (node->folded && style == FYNS_PLAIN)
        check_folded(b, start->input_pos, end->input_pos);
}

static bool add_scalar(builder *b, struct fy_event *event)
{
    level *top = b->depth ? &b->levels[b->depth - 1] : NULL;
    bool in_map = top && top->node->kind == CP_NODE_MAP;
    bool key = in_map && !top->has_key;
    const struct fy_mark *end = fy_event_end_mark(event);
    size_t offset = scalar_offset(b, event, in_map);
    cp_place place = place_at(b, offset);
    cp_str text = scalar_text(b, event);

    b->behind = end ? end->input_pos : offset;
    if (key && !text.data)
        return cp_fail(b->report, place, "a value without a key before its ':'");
    /* libfyaml may cut a text over several lines amid a character. */
    if (!cp_utf8_valid(text, NULL))
        return cp_fail(b->report, place, "this text cannot be read as it stands; put it in quotes");
    if (text.data && fy_event_get_node_style(event) == FYNS_PLAIN)
        check_plain(b, text, key, place);
    if (key) {
        top->key = text;
        top->key_place = place;
        top->has_key = true;
    } else {
        cp_node *node = attach(b, CP_NODE_SCALAR, place);

        node->text = text;
        describe(b, event, node);
    }
    return true;
}

static bool open_level(builder *b, struct fy_event *event, cp_node_kind kind)
{
    level *top = b->depth ? &b->levels[b->depth - 1] : NULL;
    const struct fy_mark *mark = fy_event_start_mark(event);
    bool flow = fy_event_get_node_style(event) == FYNS_FLOW;
    cp_place place = place_at(b, mark ? mark->input_pos : b->behind);
    cp_node *node;

    if (top && top->node->kind == CP_NODE_MAP && !top->has_key && kind == CP_NODE_MAP && top->flow)
        return cp_fail(b->report, place,
                       "{{...}} at the beginning of a text needs quotes around the text, for { "
                       "opens a mapping");
    if (top && top->node->kind == CP_NODE_MAP && !top->has_key)
        return cp_fail(b->report, place, "a key must be a text, found %s",
                       kind == CP_NODE_MAP ? "a mapping" : "a list");
    if (b->depth == DEPTH_MOST)
        return cp_fail(b->report, place, "more than %d levels of lists and mappings", DEPTH_MOST);
    node = attach(b, kind, place);
    b->levels[b->depth++] = (level){ .node = node, .tail = &node->first, .flow = flow };
    if (mark)
        b->behind = mark->input_pos + flow;
    return true;
}

/* [张三，李四] is one item to YAML. */
static void check_one_item(const builder *b, const cp_node *list)
{
    const cp_node *item = list->first;
    size_t comma = item && !item->next && item->kind == CP_NODE_SCALAR && !item->quoted
                       ? cp_str_find(item->text, CP_STR("，"), 0)
                       : SIZE_MAX;
    cp_place place = item ? item->place : list->place;

    if (comma == SIZE_MAX)
        return;
    place.column += (int)cp_utf8_count(cp_str_slice(item->text, 0, comma));
    cp_warn(b->report, place, "'，' does not part the items of a list; write ', ' with a blank");
}

static void close_level(builder *b)
{
    const level *closed = &b->levels[--b->depth];
    const cp_node *node = closed->node;

    if (node->kind == CP_NODE_LIST && closed->flow)
        check_one_item(b, node);
    if (node->kind != CP_NODE_MAP)
        return;
    if (node->count > FEW_KEYS)
        find_duplicates(b, node);
    else
        find_duplicates_of_few(b, node);
}

/* An alias stands for a value elsewhere; the tree goes on with nothing in its place. */
static bool add_alias(builder *b, struct fy_event *event)
{
    level *top = b->depth ? &b->levels[b->depth - 1] : NULL;
    const struct fy_mark *mark = fy_event_start_mark(event);
    cp_place place = place_at(b, mark && mark->input_pos ? mark->input_pos - 1 : b->behind);

    b->broken = true;
    cp_fail(b->report, place,
            "'*' stands for a value elsewhere (an alias), which is not supported; "
            "a text that begins with '*' goes in quotes");
    if (top && top->node->kind == CP_NODE_MAP && !top->has_key)
        return false;
    attach(b, CP_NODE_SCALAR, place);
    return true;
}

/* &name and !name vanish from the text without a word: "&A股 行情" would be 行情. */
static void check_properties(builder *b, struct fy_event *event)
{
    struct fy_token *tokens[] = { fy_event_get_anchor_token(event), fy_event_get_tag_token(event) };
    static const char signs[] = "&!";

    for (int i = 0; i < 2 && event->type != FYET_ALIAS; i++) {
        const struct fy_mark *mark = tokens[i] ? fy_token_start_mark(tokens[i]) : NULL;
        size_t offset = mark ? mark->input_pos : b->behind;

        if (!tokens[i])
            continue;
        if (i == 0 && offset > 0)
            offset--;
        b->faulty = true;
        cp_fail(
            b->report, place_at(b, offset),
            "'%c' begins a name that YAML takes away; a text that begins with it goes in quotes",
            signs[i]);
    }
}

static size_t next_word(const builder *b, size_t at)
{
    while (at < b->text.size && is_blank(b->text.data[at]))
        at++;
    return at;
}

static bool begin_document(builder *b, struct fy_event *event)
{
    const struct fy_mark *mark = fy_event_start_mark(event);

    if (b->documents++ == 0)
        return true;
    return cp_fail(b->report, place_at(b, mark ? mark->input_pos : next_word(b, b->behind)),
                   "a second document begins here; one file holds one");
}

static bool take(builder *b, struct fy_event *event)
{
    if (b->nodes > NODES_MOST)
        return cp_fail(b->report, b->here, "more than %d values in one file", NODES_MOST);
    switch (event->type) {
    case FYET_DOCUMENT_START:
        return begin_document(b, event);
    case FYET_MAPPING_START:
        check_properties(b, event);
        return open_level(b, event, CP_NODE_MAP);
    case FYET_SEQUENCE_START:
        check_properties(b, event);
        return open_level(b, event, CP_NODE_LIST);
    case FYET_MAPPING_END:
    case FYET_SEQUENCE_END:
        close_level(b);
        return true;
    case FYET_SCALAR:
        check_properties(b, event);
        return add_scalar(b, event);
    case FYET_ALIAS:
        return add_alias(b, event);
    default:
        return true;
    }
}

/* The innermost bracket that is still open, for "never closed". */
static cp_place open_bracket(const builder *b)
{
    for (int i = b->depth; i-- > 0;)
        if (b->levels[i].flow)
            return b->levels[i].node->place;
    return (cp_place){ 0 };
}

static bool tell_syntax(builder *b, struct fy_diag *diag)
{
    void *before = NULL;
    const struct fy_diag_error *error = fy_diag_errors_iterate(diag, &before);
    cp_yaml_fault fault = { .message = "", .place = b->here, .opened = open_bracket(b) };

    if (error) {
        fault.message = error->msg;
        fault.place.line = error->line;
        fault.place.column = error->column;
    }
    cp_yaml_explain(b->text, &fault, b->report);
    return false;
}

static bool take_all(builder *b, struct fy_parser *parser, struct fy_diag *diag)
{
    struct fy_event *event;
    bool ok = true;

    while (ok && (event = fy_parser_parse(parser))) {
        ok = take(b, event);
        fy_parser_event_free(parser, event);
    }
    if (ok && fy_parser_get_stream_error(parser))
        return tell_syntax(b, diag);
    return ok;
}

/* libfyaml takes any bytes; what is no text is told before it sees it. */
static bool check_bytes(builder *b)
{
    cp_str text = b->text;
    size_t bad;

    if (text.size > TEXT_MOST)
        return cp_fail(b->report, (cp_place){ .file = b->here.file }, "larger than %d MB",
                       TEXT_MOST >> 20);
    if (!cp_utf8_valid(text, &bad)) {
        unsigned char byte = (unsigned char)text.data[bad];

        b->text.size = bad;
        return cp_fail(b->report, place_at(b, bad),
                       "byte 0x%02X is no UTF-8; save the file as UTF-8", byte);
    }
    for (size_t i = 0; i < text.size; i++) {
        unsigned char byte = (unsigned char)text.data[i];

        if ((byte < 0x20 && !strchr("\t\r\n", byte)) || byte == 0 || byte == 0x7F)
            return cp_fail(b->report, place_at(b, i), "a control character (U+%04X)", byte);
    }
    return true;
}

static bool build(builder *b)
{
    struct fy_diag_cfg silent = { .level = FYET_ERROR, .module_mask = ~0u };
    struct fy_diag *diag = fy_diag_create(&silent);
    struct fy_parse_cfg config = { .flags = FYPCF_QUIET | FYPCF_COLLECT_DIAG, .diag = diag };
    struct fy_parser *parser = diag ? fy_parser_create(&config) : NULL;
    bool ok;

    fy_diag_set_collect_errors(diag, true);
    ok = parser && fy_parser_set_string(parser, b->text.data, b->text.size) == 0;
    if (ok)
        ok = take_all(b, parser, diag);
    else
        cp_fail_system(b->report, b->here, "out of memory");
    if (parser)
        fy_parser_destroy(parser);
    fy_diag_destroy(diag);
    return ok;
}

cp_node *cp_yaml_parse(cp_arena *arena, const char *file, cp_str text, cp_report *report)
{
    cp_arena passing = { 0 };
    builder *b = cp_new(&passing, builder);
    cp_node *root = NULL;

    b->arena = arena;
    b->report = report;
    b->text = cp_str_copy(&passing, text);
    b->here = (cp_place){ cp_printf(report->arena, "%s", file), 1, 1 };
    if (check_bytes(b) && build(b) && !b->broken) {
        root = b->root;
        if (!root)
            root = attach(b, CP_NODE_MAP, (cp_place){ b->here.file, 1, 1 });
        if (root->kind == CP_NODE_SCALAR && !root->text.data)
            *root = (cp_node){ .kind = CP_NODE_MAP, .place = { b->here.file, 1, 1 } };
        root->faulty = b->faulty;
    }
    cp_arena_free(&passing);
    return root;
}

cp_node *cp_yaml_read(cp_arena *arena, const char *path, cp_place at, cp_report *report)
{
    cp_buf text = { 0 };
    cp_node *root = NULL;

    if (cp_file_read(path, at, &text, report))
        root = cp_yaml_parse(arena, path, cp_buf_str(&text), report);
    cp_buf_free(&text);
    return root;
}

cp_node *cp_node_child(const cp_node *map, const char *key)
{
    if (map->kind != CP_NODE_MAP)
        return NULL;
    for (cp_node *node = map->first; node; node = node->next)
        if (cp_str_is(node->key, key))
            return node;
    return NULL;
}

const char *cp_node_kind_name(const cp_node *node)
{
    if (node->kind == CP_NODE_MAP)
        return "a mapping";
    if (node->kind == CP_NODE_LIST)
        return "a list";
    return node->text.data ? "a text" : "nothing";
}

cp_place cp_node_text_place(const cp_node *node, size_t offset)
{
    cp_place place = node->place;
    cp_str before = cp_str_slice(node->text, 0, offset);
    size_t line = 0;

    if (node->folded || !node->text.data)
        return place;
    for (size_t i = 0; node->block && i < before.size; i++)
        if (before.data[i] == '\n') {
            place.line++;
            line = i + 1;
        }
    if (node->block) {
        place.line++;
        place.column = node->indent + 1;
    } else if (node->quoted) {
        place.column++;
    }
    place.column += (int)cp_utf8_count(cp_str_slice(before, line, before.size));
    return place;
}
