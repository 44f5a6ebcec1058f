/* amend_tree.c - the tree of tags: one document; what figures show, how far cells reach. */
#include "paint/amending.h"

#include <string.h>

/* PDF wants the numbers of such a list in order. */
qpdf_oh cp_amend_parent(const cp_amending *to, qpdf_oh number)
{
    const cp_qpdf *pdf = to->pdf;
    qpdf_oh root = pdf->oh_get_key(pdf->file, pdf->get_root(pdf->file), "/StructTreeRoot");
    qpdf_oh tree = pdf->oh_get_key_if_dict(pdf->file, root, "/ParentTree");
    qpdf_oh list = pdf->oh_get_key_if_dict(pdf->file, tree, "/Nums");
    int count = pdf->oh_is_array(pdf->file, list) ? pdf->oh_get_array_n_items(pdf->file, list) : 0;
    int low = 0, high = count / 2;
    long long wanted, found;

    if (!pdf->oh_get_value_as_longlong(pdf->file, number, &wanted))
        return pdf->oh_new_null(pdf->file);
    while (low < high) {
        int middle = low + (high - low) / 2;

        if (!pdf->oh_get_value_as_longlong(
                pdf->file, pdf->oh_get_array_item(pdf->file, list, 2 * middle), &found)
            || found < wanted)
            low = middle + 1;
        else if (found > wanted)
            high = middle;
        else
            return pdf->oh_get_array_item(pdf->file, list, 2 * middle + 1);
    }
    return pdf->oh_new_null(pdf->file);
}

typedef struct walk {
    const cp_amending *to;
    size_t next; /* of the notes: tags come in the order they began */
} walk;

static void add_figure(const cp_amending *to, qpdf_oh tag, const cp_tag_note *note)
{
    cp_rect box = note->box;
    double bottom = to->tags->page_height - box.y - box.height;

    cp_amend_text(to, tag, "/Alt", note->alt);
    cp_amend_words(to, tag, "/A",
                   cp_printf(to->arena,
                             "<< /O /Layout /Placement /Block /BBox [ %.2f %.2f %.2f %.2f ] >>",
                             box.x, bottom, box.x + box.width, bottom + box.height));
}

static void add_cell(const cp_amending *to, qpdf_oh tag, const cp_tag_cell *cell)
{
    const char *words = "";

    if (cell->head)
        words = cp_printf(to->arena, "/Scope /%s ", cell->head);
    if (cell->rows > 1)
        words = cp_printf(to->arena, "%s/RowSpan %d ", words, cell->rows);
    if (cell->columns > 1)
        words = cp_printf(to->arena, "%s/ColSpan %d ", words, cell->columns);
    if (words[0])
        cp_amend_words(to, tag, "/A", cp_printf(to->arena, "<< /O /Table %s>>", words));
}

static void add_note(const cp_amending *to, qpdf_oh tag, const cp_tag_note *note)
{
    if (strcmp(note->name, "Figure") == 0)
        add_figure(to, tag, note);
    else if (note->name[0] == 'T')
        add_cell(to, tag, &note->cell);
}

static bool is_tag(const cp_qpdf *pdf, qpdf_oh object)
{
    return pdf->oh_is_dictionary(pdf->file, object) && pdf->oh_has_key(pdf->file, object, "/S");
}

static void take_tag(walk *w, qpdf_oh tag)
{
    const cp_tag_notes *notes = w->to->tags;
    const cp_qpdf *pdf = w->to->pdf;
    qpdf_oh kind = pdf->oh_get_key(pdf->file, tag, "/S");
    const char *name = pdf->oh_get_name(pdf->file, kind);

    if (w->next < notes->count && strcmp(name + 1, notes->item[w->next].name) == 0)
        add_note(w->to, tag, &notes->item[w->next++]);
    pdf->oh_release(pdf->file, kind);
}

/* A single part stands there without a list around it.  Tags nest as lists and
 * tables do: not deeply.  What was asked for is given back, part by part: of a long deck it
 * would be far more than the deck. */
static void walk_tags(walk *w, qpdf_oh parts) /* NOLINT(misc-no-recursion) */
{
    const cp_qpdf *pdf = w->to->pdf;
    bool list = pdf->oh_is_array(pdf->file, parts);
    int count = list ? pdf->oh_get_array_n_items(pdf->file, parts) : 1;

    for (int i = 0; i < count; i++) {
        qpdf_oh part = list ? pdf->oh_get_array_item(pdf->file, parts, i) : parts;

        if (is_tag(pdf, part)) {
            qpdf_oh below = pdf->oh_get_key(pdf->file, part, "/K");

            take_tag(w, part);
            walk_tags(w, below);
            pdf->oh_release(pdf->file, below);
        }
        if (list)
            pdf->oh_release(pdf->file, part);
    }
}

/* All of cairo's uppermost tags in one. */
static void add_document(const cp_qpdf *pdf, qpdf_oh root, qpdf_oh tags, int count)
{
    qpdf_oh document = pdf->make_indirect_object(
        pdf->file, pdf->oh_parse(pdf->file, "<< /Type /StructElem /S /Document >>"));
    qpdf_oh only = pdf->oh_new_array(pdf->file);

    pdf->oh_replace_key(pdf->file, document, "/P", root);
    pdf->oh_replace_key(pdf->file, document, "/K", tags);
    for (int i = 0; i < count; i++) {
        qpdf_oh tag = pdf->oh_get_array_item(pdf->file, tags, i);

        pdf->oh_replace_key(pdf->file, tag, "/P", document);
        pdf->oh_release(pdf->file, tag);
    }
    pdf->oh_append_item(pdf->file, only, document);
    pdf->oh_replace_key(pdf->file, root, "/K", only);
}

void cp_amend_tree(const cp_amending *to)
{
    const cp_qpdf *pdf = to->pdf;
    qpdf_oh root = pdf->oh_get_key(pdf->file, pdf->get_root(pdf->file), "/StructTreeRoot");
    qpdf_oh tags = pdf->oh_get_key_if_dict(pdf->file, root, "/K");
    int count = pdf->oh_is_array(pdf->file, tags) ? pdf->oh_get_array_n_items(pdf->file, tags) : 0;
    walk w = { .to = to };

    if (!count)
        return;
    walk_tags(&w, tags);
    add_document(pdf, root, tags, count);
}
