/* amend_links.c - links in a file of some pages only, and what they say. */
#include "paint/amending.h"

#include <string.h>

/* The places that links can go to. */
typedef struct anchors {
    qpdf_data pdf;
    int count;
    const char **name;
} anchors;

static anchors find_anchors(const cp_amending *to)
{
    qpdf_data pdf = to->pdf;
    qpdf_oh names = qpdf_oh_get_key(pdf, qpdf_get_root(pdf), "/Names");
    qpdf_oh places = qpdf_oh_get_key_if_dict(pdf, names, "/Dests");
    qpdf_oh list = qpdf_oh_get_key_if_dict(pdf, places, "/Names");
    anchors all = { .pdf = pdf };

    if (!qpdf_oh_is_array(pdf, list))
        return all;
    all.count = qpdf_oh_get_array_n_items(pdf, list) / 2;
    all.name = cp_new_array(to->arena, const char *, (size_t)all.count + 1);
    for (int i = 0; i < all.count; i++)
        all.name[i]
            = cp_printf(to->arena, "%s",
                        qpdf_oh_get_string_value(pdf, qpdf_oh_get_array_item(pdf, list, 2 * i)));
    return all;
}

static bool is_dead(const anchors *all, qpdf_oh link)
{
    qpdf_oh place = qpdf_oh_get_key_if_dict(all->pdf, link, "/Dest");
    const char *name;

    if (!qpdf_oh_is_string(all->pdf, place))
        return false;
    name = qpdf_oh_get_string_value(all->pdf, place);
    for (int i = 0; i < all->count; i++)
        if (strcmp(all->name[i], name) == 0)
            return false;
    return true;
}

/* In the tree a link that goes is words like others. */
static void make_span(const cp_amending *to, qpdf_oh tag)
{
    qpdf_oh parts = qpdf_oh_get_key(to->pdf, tag, "/K");

    cp_amend_words(to, tag, "/S", "/Span");
    if (qpdf_oh_is_array(to->pdf, parts))
        qpdf_oh_erase_item(to->pdf, parts, 0);
}

static void drop_link(const cp_amending *to, qpdf_oh links, int index)
{
    qpdf_oh link = qpdf_oh_get_array_item(to->pdf, links, index);
    qpdf_oh tag = cp_amend_parent(to, qpdf_oh_get_key_if_dict(to->pdf, link, "/StructParent"));

    if (qpdf_oh_is_dictionary(to->pdf, tag))
        make_span(to, tag);
    qpdf_oh_erase_item(to->pdf, links, index);
}

/* What a viewer tells of a link that goes out of the file. */
static void say_address(const cp_amending *to, qpdf_oh link)
{
    qpdf_oh action = qpdf_oh_get_key_if_dict(to->pdf, link, "/A");
    qpdf_oh address = qpdf_oh_get_key_if_dict(to->pdf, action, "/URI");

    if (qpdf_oh_is_string(to->pdf, address))
        qpdf_oh_replace_key(to->pdf, link, "/Contents", address);
}

static void amend_page(const cp_amending *to, const anchors *all, qpdf_oh page)
{
    qpdf_oh links = qpdf_oh_get_key(to->pdf, page, "/Annots");

    if (!qpdf_oh_is_array(to->pdf, links))
        return;
    for (int i = qpdf_oh_get_array_n_items(to->pdf, links) - 1; i >= 0; i--) {
        qpdf_oh link = qpdf_oh_get_array_item(to->pdf, links, i);

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
    int pages = qpdf_get_num_pages(to->pdf);

    for (int i = 0; i < pages; i++)
        amend_page(to, &all, qpdf_get_page_n(to->pdf, (size_t)i));
}
