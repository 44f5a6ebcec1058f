/* amend_links.c - links in a file of some pages only, and what they say. */
#include "paint/amending.h"

#include <string.h>

/* The places that links can go to. */
typedef struct anchors {
    const cp_qpdf *pdf;
    int count;
    const char **name;
} anchors;

static anchors find_anchors(const cp_amending *to)
{
    const cp_qpdf *pdf = to->pdf;
    qpdf_oh names = pdf->oh_get_key(pdf->file, pdf->get_root(pdf->file), "/Names");
    qpdf_oh places = pdf->oh_get_key_if_dict(pdf->file, names, "/Dests");
    qpdf_oh list = pdf->oh_get_key_if_dict(pdf->file, places, "/Names");
    anchors all = { .pdf = pdf };

    if (!pdf->oh_is_array(pdf->file, list))
        return all;
    all.count = pdf->oh_get_array_n_items(pdf->file, list) / 2;
    all.name = cp_new_array(to->arena, const char *, (size_t)all.count + 1);
    for (int i = 0; i < all.count; i++)
        all.name[i] = cp_printf(
            to->arena, "%s",
            pdf->oh_get_string_value(pdf->file, pdf->oh_get_array_item(pdf->file, list, 2 * i)));
    return all;
}

static bool is_dead(const anchors *all, qpdf_oh link)
{
    qpdf_oh place = all->pdf->oh_get_key_if_dict(all->pdf->file, link, "/Dest");
    const char *name;

    if (!all->pdf->oh_is_string(all->pdf->file, place))
        return false;
    name = all->pdf->oh_get_string_value(all->pdf->file, place);
    for (int i = 0; i < all->count; i++)
        if (strcmp(all->name[i], name) == 0)
            return false;
    return true;
}

/* In the tree a link that goes is words like others. */
static void make_span(const cp_amending *to, qpdf_oh tag)
{
    qpdf_oh parts = to->pdf->oh_get_key(to->pdf->file, tag, "/K");

    cp_amend_words(to, tag, "/S", "/Span");
    if (to->pdf->oh_is_array(to->pdf->file, parts))
        to->pdf->oh_erase_item(to->pdf->file, parts, 0);
}

static void drop_link(const cp_amending *to, qpdf_oh links, int index)
{
    qpdf_oh link = to->pdf->oh_get_array_item(to->pdf->file, links, index);
    qpdf_oh tag
        = cp_amend_parent(to, to->pdf->oh_get_key_if_dict(to->pdf->file, link, "/StructParent"));

    if (to->pdf->oh_is_dictionary(to->pdf->file, tag))
        make_span(to, tag);
    to->pdf->oh_erase_item(to->pdf->file, links, index);
}

/* What a viewer tells of a link that goes out of the file. */
static void say_address(const cp_amending *to, qpdf_oh link)
{
    qpdf_oh action = to->pdf->oh_get_key_if_dict(to->pdf->file, link, "/A");
    qpdf_oh address = to->pdf->oh_get_key_if_dict(to->pdf->file, action, "/URI");

    if (to->pdf->oh_is_string(to->pdf->file, address))
        to->pdf->oh_replace_key(to->pdf->file, link, "/Contents", address);
}

static void amend_page(const cp_amending *to, const anchors *all, qpdf_oh page)
{
    qpdf_oh links = to->pdf->oh_get_key(to->pdf->file, page, "/Annots");

    if (!to->pdf->oh_is_array(to->pdf->file, links))
        return;
    for (int i = to->pdf->oh_get_array_n_items(to->pdf->file, links) - 1; i >= 0; i--) {
        qpdf_oh link = to->pdf->oh_get_array_item(to->pdf->file, links, i);

        if (is_dead(all, link))
            drop_link(to, links, i);
        else
            say_address(to, link);
    }
    cp_amend_words(to, page, "/Tabs", "/S"); /* the key tab follows the order of the tags */
}

void cp_amend_links(const cp_amending *to)
{
    anchors all = find_anchors(to);
    int pages = to->pdf->get_num_pages(to->pdf->file);

    for (int i = 0; i < pages; i++)
        amend_page(to, &all, to->pdf->get_page_n(to->pdf->file, (size_t)i));
}
