#include "read/book.h"

#include "base/buf.h"
#include "base/utf8.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

/* Lists grow as bytes while a part is walked, and go into the arena at its end. */

static void list_add(cp_buf *items, const void *item, size_t size)
{
    cp_buf_add(items, (cp_str){ item, size });
}

static void *list_take(cp_arena *arena, cp_buf *items, size_t size, size_t *count)
{
    void *copy = cp_alloc(arena, items->size + size);

    *count = items->size / size;
    if (items->size)
        memcpy(copy, items->data, items->size);
    cp_buf_free(items);
    return copy;
}

/* The character that _xHHHH_ stands for at the head of `text`; 0 for any other text. */
static uint32_t escaped(cp_str text)
{
    enum { SIZE = 7, SURROGATES = 0xD800, BEHIND_THEM = 0xE000 };
    uint32_t code = 0;

    if (text.size < SIZE || text.data[0] != '_' || text.data[1] != 'x'
        || text.data[SIZE - 1] != '_')
        return 0;
    for (size_t i = 2; i < SIZE - 1; i++) {
        if (cp_hex_digit(text.data[i]) < 0)
            return 0;
        code = code * 16 + (uint32_t)cp_hex_digit(text.data[i]);
    }
    return code >= SURROGATES && code < BEHIND_THEM ? 0 : code;
}

cp_str cp_book_text(cp_arena *arena, cp_str raw)
{
    enum { SIZE = 7 };
    char *copy;
    size_t size = 0;

    if (cp_str_find(raw, CP_STR("_x"), 0) == SIZE_MAX)
        return cp_str_copy(arena, raw);
    copy = cp_alloc(arena, raw.size + 1);
    for (size_t at = 0; at < raw.size;) {
        uint32_t code = escaped(cp_str_slice(raw, at, raw.size));

        if (code) {
            size += cp_utf8_put(code, copy + size);
            at += SIZE;
        } else {
            copy[size++] = raw.data[at++];
        }
    }
    return (cp_str){ copy, size };
}

/* "sheets/a.xml" beside "xl/workbook.xml" is "xl/sheets/a.xml"; "/xl/a.xml" begins at the top. */
static const char *part_beside(cp_arena *arena, const char *part, cp_str target)
{
    const char *slash = strrchr(part, '/');
    cp_str folder = { part, slash ? (size_t)(slash - part) : 0 };

    if (cp_str_starts(target, CP_STR("/")))
        return cp_str_z(arena, cp_str_slice(target, 1, target.size));
    while (cp_str_starts(target, CP_STR("../"))) {
        while (folder.size && folder.data[folder.size - 1] != '/')
            folder.size--;
        folder.size -= folder.size > 0;
        target = cp_str_slice(target, 3, target.size);
    }
    if (cp_str_starts(target, CP_STR("./")))
        target = cp_str_slice(target, 2, target.size);
    return cp_printf(arena, CP_FMT "%s" CP_FMT, CP_ARG(folder), folder.size ? "/" : "",
                     CP_ARG(target));
}

/* _rels/workbook.xml.rels beside workbook.xml. */
static const char *relations_of(cp_arena *arena, const char *part)
{
    const char *slash = strrchr(part, '/');
    int folder = slash ? (int)(slash - part) + 1 : 0;

    return cp_printf(arena, "%.*s_rels/%s.rels", folder, part, part + folder);
}

enum { MOST_PARTS = 4096 };

typedef struct relation {
    cp_str id, kind; /* the last word of its type: "worksheet" */
    const char *part;
} relation;

typedef struct relations {
    cp_xml xml;
    cp_arena *arena;
    const char *part; /* whose relations they are */
    cp_buf items;
    relation *item;
    size_t count;
} relations;

static void open_relation(cp_xml *xml, const char *name, const char *const *attributes)
{
    relations *r = (relations *)xml;
    cp_str type = cp_xml_attribute(attributes, "Type");
    const char *slash = type.data ? strrchr(type.data, '/') : NULL;
    relation one;

    if (strcmp(name, "Relationship") != 0 || !slash)
        return;
    if (r->items.size >= MOST_PARTS * sizeof one)
        xml->fault = "lists more parts than any workbook has; it is not read";
    one = (relation){
        .id = cp_str_copy(r->arena, cp_xml_attribute(attributes, "Id")),
        .kind = cp_str_copy(r->arena, cp_str_from(slash + 1)),
        .part = part_beside(r->arena, r->part, cp_xml_attribute(attributes, "Target")),
    };
    list_add(&r->items, &one, sizeof one);
}

static void close_nothing(cp_xml *xml, const char *name)
{
    (void)xml;
    (void)name;
}

static bool read_relations(cp_book *book, const char *part, relations *out, cp_report *report)
{
    const char *file = relations_of(book->arena, part);
    bool ok;

    *out = (relations){ .xml = { .open = open_relation, .close = close_nothing },
                        .arena = book->arena,
                        .part = part };
    ok = cp_xml_run(book->zip, file, &out->xml, book->at, report);
    out->item = list_take(book->arena, &out->items, sizeof(relation), &out->count);
    return ok;
}

static const relation *relation_of_kind(const relations *r, const char *kind)
{
    for (size_t i = 0; i < r->count; i++)
        if (cp_str_is(r->item[i].kind, kind))
            return &r->item[i];
    return NULL;
}

static const relation *relation_by_id(const relations *r, cp_str id)
{
    for (size_t i = 0; i < r->count; i++)
        if (cp_str_eq(r->item[i].id, id))
            return &r->item[i];
    return NULL;
}

/* The part of a relation; the usual name where there is no relation, NULL where neither is. */
static const char *part_of_kind(cp_book *book, const relations *r, const char *kind,
                                const char *usual)
{
    const relation *one = relation_of_kind(r, kind);
    const char *part = one ? one->part : usual;

    return cp_zip_has(book->zip, part) ? part : NULL;
}

typedef struct workbook {
    cp_xml xml;
    cp_book *book;
    const relations *relations;
    cp_buf sheets;
} workbook;

/* The relation's own name for itself: r:id, whatever the prefix. */
static cp_str relation_id(const char *const *attributes)
{
    for (; *attributes; attributes += 2) {
        const char *colon = strrchr(attributes[0], ':');

        if (colon && strcmp(colon, ":id") == 0)
            return cp_str_from(attributes[1]);
    }
    return (cp_str){ 0 };
}

static void open_workbook(cp_xml *xml, const char *name, const char *const *attributes)
{
    workbook *w = (workbook *)xml;
    cp_str state = cp_xml_attribute(attributes, "state");
    const relation *own;
    cp_book_sheet sheet;

    if (strcmp(name, "workbookPr") == 0)
        w->book->from_1904 = cp_xml_is_true(cp_xml_attribute(attributes, "date1904"));
    if (strcmp(name, "sheet") != 0)
        return;
    if (w->sheets.size >= MOST_PARTS * sizeof sheet)
        xml->fault = "lists more sheets than any workbook has; it is not read";
    own = relation_by_id(w->relations, relation_id(attributes));
    if (!own || !cp_str_is(own->kind, "worksheet"))
        return;
    sheet = (cp_book_sheet){
        .name = cp_str_copy(w->book->arena, cp_xml_attribute(attributes, "name")),
        .part = own->part,
        .hidden = state.size && !cp_str_is(state, "visible"),
    };
    list_add(&w->sheets, &sheet, sizeof sheet);
}

static bool read_sheets(cp_book *book, const char *part, const relations *r, cp_report *report)
{
    workbook w = { .xml = { .open = open_workbook, .close = close_nothing },
                   .book = book,
                   .relations = r };
    bool ok = cp_xml_run(book->zip, part, &w.xml, book->at, report);

    book->sheets = list_take(book->arena, &w.sheets, sizeof(cp_book_sheet), &book->sheet_count);
    return ok
           && (book->sheet_count
               || cp_fail(report, book->at, "the workbook has no sheet of cells"));
}

typedef struct strings {
    cp_xml xml;
    cp_arena *arena;
    cp_buf items, text;
    bool in_text, in_reading;
} strings;

static void open_string(cp_xml *xml, const char *name, const char *const *attributes)
{
    strings *s = (strings *)xml;

    (void)attributes;
    if (strcmp(name, "rPh") == 0)
        s->in_reading = true;
    s->in_text = strcmp(name, "t") == 0 && !s->in_reading;
}

static void close_string(cp_xml *xml, const char *name)
{
    strings *s = (strings *)xml;
    cp_str text;

    s->in_text = false;
    if (strcmp(name, "rPh") == 0)
        s->in_reading = false;
    if (strcmp(name, "si") != 0)
        return;
    text = cp_book_text(s->arena, cp_buf_str(&s->text));
    list_add(&s->items, &text, sizeof text);
    s->text.size = 0;
}

static void add_string(cp_xml *xml, cp_str piece)
{
    strings *s = (strings *)xml;

    if (s->in_text)
        cp_buf_add(&s->text, piece);
}

static bool read_strings(cp_book *book, const char *part, cp_report *report)
{
    strings s = { .xml = { .open = open_string, .close = close_string, .text = add_string },
                  .arena = book->arena };
    bool ok = cp_xml_run(book->zip, part, &s.xml, book->at, report);

    cp_buf_free(&s.text);
    book->strings = list_take(book->arena, &s.items, sizeof(cp_str), &book->string_count);
    return ok;
}

typedef struct named_format {
    int id;
    cp_numfmt format;
} named_format;

typedef struct styles {
    cp_xml xml;
    cp_buf named, cells;
    bool in_cells;
} styles;

/* The file's own formats win over the numbers' usual meaning. */
static cp_numfmt format_of(const styles *s, int id)
{
    const named_format *named = (const named_format *)(const void *)s->named.data;

    for (size_t i = s->named.size / sizeof *named; i-- > 0;)
        if (named[i].id == id)
            return named[i].format;
    return cp_numfmt_builtin(id);
}

static void open_style(cp_xml *xml, const char *name, const char *const *attributes)
{
    enum { MOST_NAMED = 4096, MOST_CELLS = 1 << 17 };
    styles *s = (styles *)xml;

    if (strcmp(name, "cellXfs") == 0)
        s->in_cells = true;
    if (strcmp(name, "numFmt") == 0 && s->named.size < MOST_NAMED * sizeof(named_format)) {
        named_format own = { cp_xml_int(attributes, "numFmtId"),
                             cp_numfmt_read(cp_xml_attribute(attributes, "formatCode")) };

        list_add(&s->named, &own, sizeof own);
    }
    if (strcmp(name, "xf") == 0 && s->in_cells && s->cells.size < MOST_CELLS * sizeof(cp_numfmt)) {
        cp_numfmt format = format_of(s, cp_xml_int(attributes, "numFmtId"));

        list_add(&s->cells, &format, sizeof format);
    }
}

static void close_style(cp_xml *xml, const char *name)
{
    if (strcmp(name, "cellXfs") == 0)
        ((styles *)xml)->in_cells = false;
}

static bool read_styles(cp_book *book, const char *part, cp_report *report)
{
    styles s = { .xml = { .open = open_style, .close = close_style } };
    bool ok = cp_xml_run(book->zip, part, &s.xml, book->at, report);

    cp_buf_free(&s.named);
    book->formats = list_take(book->arena, &s.cells, sizeof(cp_numfmt), &book->format_count);
    return ok;
}

/* What other zip files are, by a part that each of them has. */
static const struct {
    const char *part, *what;
} others[] = {
    { "xl/workbook.bin", "a binary workbook (.xlsb); save it as .xlsx" },
    { "word/document.xml", "a Word document; expected a workbook (.xlsx) or text" },
    { "ppt/presentation.xml", "a PowerPoint file; expected a workbook (.xlsx) or text" },
    { "content.xml", "an OpenDocument file (.ods); save it as .xlsx" },
    { "Index/Document.iwa", "a Numbers or Pages file; export it as .xlsx" },
};

static bool refuse_other(cp_book *book, cp_report *report)
{
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        if (cp_zip_has(book->zip, others[i].part))
            return cp_fail(report, book->at, "this is %s", others[i].what);
    return cp_fail(report, book->at,
                   "this is a zip file without a workbook in it; unpack it and use what is inside");
}

static bool is_workbook(const char *part)
{
    for (size_t i = 0; part && i < sizeof others / sizeof *others; i++)
        if (strcasecmp(part, others[i].part) == 0)
            return false;
    return part != NULL;
}

static const char *find_workbook(cp_book *book)
{
    cp_report unheard = { .arena = book->arena };
    relations top;

    if (!cp_zip_has(book->zip, "_rels/.rels") || !read_relations(book, "", &top, &unheard))
        return cp_zip_has(book->zip, "xl/workbook.xml") ? "xl/workbook.xml" : NULL;
    return part_of_kind(book, &top, "officeDocument", "xl/workbook.xml");
}

bool cp_book_open(cp_arena *arena, cp_str bytes, cp_place at, cp_book *out, cp_report *report)
{
    relations parts;
    const char *part;

    *out = (cp_book){ .arena = arena, .at = { .file = at.file } };
    out->zip = cp_zip_open(arena, bytes);
    if (!out->zip)
        return cp_fail(report, out->at,
                       "this begins as a workbook (.xlsx) does, but is cut off or damaged; "
                       "copy or save it again");
    part = find_workbook(out);
    if (!is_workbook(part))
        return refuse_other(out, report);
    if (!read_relations(out, part, &parts, report))
        return false;
    out->strings_part = part_of_kind(out, &parts, "sharedStrings", "xl/sharedStrings.xml");
    out->styles_part = part_of_kind(out, &parts, "styles", "xl/styles.xml");
    return read_sheets(out, part, &parts, report);
}

bool cp_book_load(cp_book *book, cp_report *report)
{
    return (!book->strings_part || read_strings(book, book->strings_part, report))
           && (!book->styles_part || read_styles(book, book->styles_part, report));
}

void cp_book_close(cp_book *book)
{
    cp_zip_close(book->zip);
}
