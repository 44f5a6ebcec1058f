#include "paint/tag.h"

#include <stdio.h>
#include <stdlib.h>

static const cairo_user_data_key_t notes_key;

void cp_tag_notes_attach(cp_tag_notes *notes, cairo_surface_t *surface)
{
    cairo_surface_set_user_data(surface, &notes_key, notes, NULL);
}

void cp_tag_notes_free(cp_tag_notes *notes)
{
    free(notes->item);
    *notes = (cp_tag_notes){ 0 };
}

static void begin(cairo_t *cr, const cp_tag_note *note)
{
    cp_tag_notes *notes = cairo_surface_get_user_data(cairo_get_target(cr), &notes_key);

    if (!notes)
        return;
    if (notes->count == notes->room) {
        notes->room = notes->room ? 2 * notes->room : 64;
        notes->item = cp_grow(notes->item, notes->room * sizeof(*notes->item));
    }
    notes->item[notes->count++] = *note;
    cairo_tag_begin(cr, note->name, NULL);
}

void cp_tag_begin(cairo_t *cr, const char *name)
{
    begin(cr, &(cp_tag_note){ .name = name });
}

void cp_tag_end(cairo_t *cr, const char *name)
{
    if (cairo_surface_get_user_data(cairo_get_target(cr), &notes_key))
        cairo_tag_end(cr, name);
}

void cp_tag_begin_figure(cairo_t *cr, cp_str alt, cp_rect box)
{
    cairo_user_to_device(cr, &box.x, &box.y);
    cairo_user_to_device_distance(cr, &box.width, &box.height);
    begin(cr, &(cp_tag_note){ .name = "Figure", .alt = alt, .box = box });
}

void cp_tag_begin_cell(cairo_t *cr, cp_tag_cell cell)
{
    begin(cr, &(cp_tag_note){ .name = cell.head ? "TH" : "TD", .cell = cell });
}

void cp_tag_end_cell(cairo_t *cr, cp_tag_cell cell)
{
    cp_tag_end(cr, cell.head ? "TH" : "TD");
}

void cp_tag_anchor(cairo_t *cr, const char *name)
{
    char attributes[100];

    if (!cairo_surface_get_user_data(cairo_get_target(cr), &notes_key))
        return;
    snprintf(attributes, sizeof attributes, "name='%s'", name);
    cairo_tag_begin(cr, CAIRO_TAG_DEST, attributes);
    cairo_tag_end(cr, CAIRO_TAG_DEST);
}
