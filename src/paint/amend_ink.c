/*
 * amend_ink.c - the marks within pages: ornament, and words that are written beside their glyphs.
 *
 * Cairo marks what stands in a tag and leaves the rest bare, which a checker of
 * accessible files refuses and some readers read out: it becomes /Artifact.
 * Within a tag cairo marks glyphs whose words cannot be told from the font, and
 * poppler takes the end of such a mark for the end of the tag: so there the tag
 * is marked piece by piece, each outside of the others.
 *
 * Cairo's pages are lines, and marks and text objects begin and end with them.
 */
#include "paint/amending.h"
#include "paint/press.h"

#include <stdio.h>
#include <stdlib.h>

static const cp_str words_mark = { "/Span << /ActualText", 20 };

/* A page, while it is marked. */
typedef struct marking {
    const cp_amending *to;
    qpdf_oh tags; /* of the page's marks, by their numbers */
    int marks;    /* their count */
    cp_buf out;
} marking;

/* What puts no ink and no words: colours, pens, faces, places. */
static bool is_state(cp_str line)
{
    static const char *const ends[]
        = { " gs", " rg", " RG", " cm", " w", " d", " J", " j", " M", " Tm", " Td", " Tf" };

    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
        if (cp_str_ends(line, cp_str_from(ends[i])))
            return true;
    return !line.size || cp_str_is(line, "q") || cp_str_is(line, "Q");
}

/* ---- a tag in pieces ---- */

typedef struct pieces {
    marking *page;
    cp_str name; /* "/P" */
    qpdf_oh tag, parts;
    int number; /* of the next piece; -1: a new one */
    bool open;  /* one is */
    bool words; /* one with its words beside it is */
} pieces;

static int take_number(pieces *p)
{
    marking *page = p->page;
    const cp_qpdf *pdf = page->to->pdf;
    int number = p->number >= 0 ? p->number : page->marks;

    if (p->number < 0) {
        page->marks++;
        pdf->oh_append_item(pdf->file, p->parts, pdf->oh_new_integer(pdf->file, number));
        pdf->oh_append_item(pdf->file, page->tags, p->tag);
    }
    p->number = -1;
    return number;
}

static void open_piece(pieces *p)
{
    if (!p->open)
        cp_buf_printf(&p->page->out, CP_FMT " << /MCID %d >> BDC\n", CP_ARG(p->name),
                      take_number(p));
    p->open = true;
}

static void close_piece(pieces *p)
{
    if (p->open)
        cp_buf_add(&p->page->out, CP_STR("EMC\n"));
    p->open = false;
}

static void add_line(pieces *p, cp_str line)
{
    cp_buf_add(&p->page->out, line);
    cp_buf_add_char(&p->page->out, '\n');
}

static void add_words_mark(pieces *p, cp_str line)
{
    cp_buf_printf(&p->page->out, "/Span << /MCID %d" CP_FMT "\n", take_number(p),
                  CP_ARG(cp_str_slice(line, CP_STR("/Span <<").size, line.size)));
    p->words = true;
}

static void take_line(pieces *p, cp_str line)
{
    bool edge = cp_str_is(line, "ET") || cp_str_is(line, "BT") || cp_str_ends(line, CP_STR(" BT"));

    if (p->words) {
        p->words = !cp_str_is(line, "EMC");
        add_line(p, line);
        return;
    }
    if (cp_str_starts(line, words_mark)) {
        close_piece(p);
        add_words_mark(p, line);
        return;
    }
    if (edge)
        close_piece(p);
    else if (!is_state(line))
        open_piece(p);
    add_line(p, line);
}

/* The parts of a tag as a list that can grow. */
static qpdf_oh list_parts(const cp_qpdf *pdf, qpdf_oh tag)
{
    qpdf_oh parts = pdf->oh_get_key(pdf->file, tag, "/K");

    if (!pdf->oh_is_array(pdf->file, parts)) {
        qpdf_oh list = pdf->oh_new_array(pdf->file);

        pdf->oh_append_item(pdf->file, list, parts);
        pdf->oh_replace_key(pdf->file, tag, "/K", list);
        parts = list;
    }
    return parts;
}

/* `tagged` from its BDC to its EMC. */
static void add_pieces(marking *page, cp_str tagged, int number)
{
    const cp_qpdf *pdf = page->to->pdf;
    qpdf_oh tag = pdf->oh_get_array_item(pdf->file, page->tags, number);
    cp_str rest = tagged, first = cp_str_next(&rest, '\n');
    pieces p = { .page = page,
                 .name = cp_str_next(&first, ' '),
                 .tag = tag,
                 .parts = list_parts(pdf, tag),
                 .number = number };

    rest = cp_str_slice(rest, 0, rest.size - CP_STR("EMC\n").size);
    while (rest.size)
        take_line(&p, cp_str_next(&rest, '\n'));
    close_piece(&p);
}

/* ---- a page ---- */

/* Of "/P << /MCID 3 >> BDC"; no NUL stands behind a page's content. */
static int number_of(cp_str tagged)
{
    cp_str line = cp_str_next(&tagged, '\n');
    char text[80];
    int number = -1;

    snprintf(text, sizeof text, CP_FMT, CP_ARG(line));
    sscanf(text, "%*s << /MCID %d", &number);
    return number;
}

/* A figure is told by its alternative text, so its words need no care. */
static void add_tagged(marking *page, cp_str tagged)
{
    int number = number_of(tagged);

    if (number < 0 || number >= page->marks || cp_str_starts(tagged, CP_STR("/Figure "))
        || cp_str_find(tagged, words_mark, 0) == SIZE_MAX)
        cp_buf_add(&page->out, tagged);
    else
        add_pieces(page, tagged, number);
}

static bool is_bare(cp_str part)
{
    while (part.size)
        if (!is_state(cp_str_next(&part, '\n')))
            return false;
    return true;
}

static void add_ornament(marking *page, cp_str part)
{
    bool bare = is_bare(part);

    if (!bare)
        cp_buf_add(&page->out, CP_STR("/Artifact BMC\n"));
    cp_buf_add(&page->out, part);
    if (!bare)
        cp_buf_add(&page->out, CP_STR("EMC\n"));
}

/* What a line does to the depth of marks. */
static int step_of(cp_str line)
{
    if (cp_str_is(line, "EMC"))
        return -1;
    return cp_str_ends(line, CP_STR(" BDC")) || cp_str_is(line, "BDC");
}

static void mark_page(marking *page, cp_str text)
{
    cp_str rest = text;
    size_t from = 0; /* of the part that is not told yet */
    int depth = 0;

    while (rest.size) {
        size_t at = (size_t)(rest.data - text.data);
        int step = step_of(cp_str_next(&rest, '\n'));
        size_t end = rest.data ? (size_t)(rest.data - text.data) : text.size;

        depth += step;
        if (step > 0 && depth == 1) {
            add_ornament(page, cp_str_slice(text, from, at));
            from = at;
        } else if (step < 0 && depth == 0) {
            add_tagged(page, cp_str_slice(text, from, end));
            from = end;
        }
    }
    add_ornament(page, cp_str_slice(text, from, text.size));
}

/* The tags of a page's marks, in the flat list of numbers that cairo writes. */
static qpdf_oh tags_of(const cp_amending *to, qpdf_oh page)
{
    return cp_amend_parent(to, to->pdf->oh_get_key(to->pdf->file, page, "/StructParents"));
}

static void replace_page(const cp_amending *to, qpdf_oh stream, cp_str text, cp_press *press)
{
    const cp_qpdf *pdf = to->pdf;
    cp_buf small = { 0 };

    cp_press_add(press, text, true, &small);
    pdf->oh_replace_stream_data(pdf->file, stream, (const unsigned char *)small.data, small.size,
                                pdf->oh_new_name(pdf->file, "/FlateDecode"),
                                pdf->oh_new_null(pdf->file));
    cp_buf_free(&small);
}

static void amend_page(const cp_amending *to, qpdf_oh page, cp_press *press)
{
    const cp_qpdf *pdf = to->pdf;
    qpdf_oh stream = pdf->oh_get_key(pdf->file, page, "/Contents");
    marking m = { .to = to, .tags = tags_of(to, page) };
    unsigned char *data = NULL;
    size_t size = 0;

    if (pdf->oh_is_array(pdf->file, m.tags))
        m.marks = pdf->oh_get_array_n_items(pdf->file, m.tags);
    if (!pdf->oh_is_stream(pdf->file, stream)
        || pdf->oh_get_stream_data(pdf->file, stream, qpdf_dl_generalized, NULL, &data, &size)
               >= QPDF_ERRORS)
        return;
    mark_page(&m, (cp_str){ (const char *)data, size });
    replace_page(to, stream, cp_buf_str(&m.out), press);
    cp_buf_free(&m.out);
    free(data);
}

void cp_amend_ink(const cp_amending *to)
{
    const cp_qpdf *pdf = to->pdf;
    int pages = to->tags->count ? pdf->get_num_pages(pdf->file) : 0;
    cp_press *press = cp_press_new();

    for (int i = 0; i < pages; i++) {
        amend_page(to, pdf->get_page_n(pdf->file, (size_t)i), press);
        pdf->oh_release_all(pdf->file); /* what was asked for a page is kept for all of them */
    }
    cp_press_free(press);
}
