#include "deck/sheets.h"

#include "paint/tag.h"

#include <math.h>

static bool is_grid(const cp_sheets *sheets)
{
    return sheets->columns > 0;
}

static const cp_sheet_style *style_of(const cp_sheets *sheets)
{
    const cp_style *style = sheets->env->style;

    return sheets->notes ? &style->notes.sheet : &style->handout;
}

cp_size cp_sheets_size(const cp_sheets *sheets)
{
    const cp_page_style *page = &sheets->env->style->page;
    const cp_sheet_style *sheet = style_of(sheets);

    return sheets->notes || is_grid(sheets) ? (cp_size){ sheet->width, sheet->height }
                                            : (cp_size){ page->width, page->height };
}

/* The next page that is picked, SIZE_MAX at the end; `next` goes behind it. */
static size_t take_page(cp_sheets *sheets)
{
    size_t count = cp_deck_page_count(sheets->deck);

    while (sheets->next < count && !sheets->picked[sheets->next])
        sheets->next++;
    return sheets->next < count ? sheets->next++ : SIZE_MAX;
}

/* ---- bookmarks and labels ---- */

static void add_bookmarks(cp_sheets *sheets, cp_output *output, const cp_page_facts *facts)
{
    bool inside = facts->section.size > 0;
    bool entered = inside && !cp_str_eq(facts->section, sheets->section);

    sheets->section = facts->section;
    if (entered && facts->bookmark != 1)
        cp_output_bookmark(output, 1, facts->section);
    if (facts->bookmark)
        cp_output_bookmark(output, inside ? facts->bookmark : 1, facts->title);
}

static void add_label(const cp_sheets *sheets, cp_output *output, size_t first, size_t last)
{
    cp_str from = cp_deck_page(sheets->deck, first).label;
    cp_str to = cp_deck_page(sheets->deck, last).label;

    if (!from.size)
        from = to;
    if (from.size && !cp_str_eq(from, to))
        from = cp_str_printf(sheets->env->arena, CP_FMT "–" CP_FMT, CP_ARG(from), CP_ARG(to));
    if (from.size)
        cp_output_label(output, from);
}

/* ---- slides ---- */

static void draw_slide(const cp_sheets *sheets, size_t index, cairo_t *cr, cp_rect box,
                       cp_arena *scratch)
{
    const cp_page_style *page = &sheets->env->style->page;
    const cp_stroke *frame = &style_of(sheets)->frame;

    cairo_save(cr);
    cairo_translate(cr, box.x, box.y);
    cairo_scale(cr, box.width / page->width, box.height / page->height);
    cairo_rectangle(cr, 0, 0, page->width, page->height);
    cairo_clip(cr);
    cp_deck_draw(sheets->deck, sheets->env, index, cr, scratch, NULL);
    cairo_restore(cr);
    cp_arena_reset(scratch);
    cairo_rectangle(cr, box.x, box.y, box.width, box.height);
    cp_stroke_path(cr, frame);
}

/* The slide's shape in a cell of the grid, its middle on the cell's. */
static cp_rect cell_box(const cp_sheets *sheets, int cell)
{
    const cp_sheet_style *sheet = style_of(sheets);
    const cp_page_style *page = &sheets->env->style->page;
    double width = (sheet->width - 2 * sheet->margin + sheet->gap) / sheets->columns;
    double height = (sheet->height - 2 * sheet->margin + sheet->gap) / sheets->rows;
    double scale = fmin((width - sheet->gap) / page->width, (height - sheet->gap) / page->height);
    cp_size size = { page->width * scale, page->height * scale };
    double left = sheet->margin + (cell % sheets->columns) * width;
    double top = sheet->margin + (cell / sheets->columns) * height;

    return (cp_rect){ left + (width - sheet->gap - size.width) / 2,
                      top + (height - sheet->gap - size.height) / 2, size.width, size.height };
}

static void draw_grid(cp_sheets *sheets, size_t first, cp_output *output, cairo_t *cr,
                      cp_arena *scratch)
{
    int cells = sheets->columns * sheets->rows, cell = 0;
    size_t last = first;

    for (size_t index = first; index != SIZE_MAX;
         index = ++cell < cells ? take_page(sheets) : SIZE_MAX) {
        cp_page_facts facts = cp_deck_page(sheets->deck, index);

        add_bookmarks(sheets, output, &facts);
        draw_slide(sheets, index, cr, cell_box(sheets, cell), scratch);
        last = index;
    }
    add_label(sheets, output, first, last);
}

/* ---- notes ---- */

/* Where the notes are written; a sheet that is full is followed by another. */
typedef struct writer {
    const cp_sheets *sheets;
    cp_output *output;
    cp_str label;
    cairo_t *cr;
    double y;
} writer;

static void turn_sheet(writer *w)
{
    cp_output_page_end(w->output);
    w->cr = cp_output_page(w->output);
    if (w->label.size)
        cp_output_label(w->output, w->label);
    w->y = style_of(w->sheets)->margin;
}

static void write_paragraph(writer *w, cp_str words, cp_place place, cp_arena *scratch)
{
    const cp_figure_env *env = w->sheets->env;
    const cp_notes_style *style = &env->style->notes;
    const cp_sheet_style *sheet = &style->sheet;
    cp_span span = { .text = words, .place = place };
    cp_text_box box = { .width = sheet->width - 2 * sheet->margin,
                        .line_height = style->line_height * style->text.size,
                        .align = CP_ALIGN_JUSTIFY,
                        .any_length = true };
    cp_text *text = cp_text_set(scratch, env->fonts, &style->text, &box, &span, 1, env->report);
    double height = cp_text_size(text).height, bottom = sheet->height - sheet->margin;

    if (height > bottom - sheet->margin) {
        cp_fail(env->report, place, "a paragraph of this note is longer than a page");
        return;
    }
    if (w->y + height > bottom)
        turn_sheet(w);
    cp_tag_begin(w->cr, "P");
    cp_text_draw(text, w->cr, sheet->margin, w->y);
    cp_tag_end(w->cr, "P");
    w->y += height + style->paragraph_gap * box.line_height;
}

static void draw_with_notes(cp_sheets *sheets, size_t index, cp_output *output, cairo_t *cr,
                            cp_arena *scratch)
{
    const cp_page_style *page = &sheets->env->style->page;
    const cp_sheet_style *sheet = style_of(sheets);
    cp_page_facts facts = cp_deck_page(sheets->deck, index);
    double width = sheet->width - 2 * sheet->margin;
    cp_rect box = { sheet->margin, sheet->margin, width, width * page->height / page->width };
    writer w = { .sheets = sheets,
                 .output = output,
                 .label = facts.label,
                 .cr = cr,
                 .y = box.y + box.height + sheet->gap };
    cp_str rest = facts.notes;

    add_bookmarks(sheets, output, &facts);
    add_label(sheets, output, index, index);
    draw_slide(sheets, index, cr, box, scratch);
    while (rest.data) {
        cp_str words = cp_str_trim(cp_str_next(&rest, '\n'));

        if (words.size)
            write_paragraph(&w, words, facts.notes_place, scratch);
        cp_arena_reset(scratch);
    }
}

/* ---- pages ---- */

static void draw_page(cp_sheets *sheets, size_t index, cp_output *output, cairo_t *cr,
                      cp_arena *scratch)
{
    cp_page_facts facts = cp_deck_page(sheets->deck, index);

    add_bookmarks(sheets, output, &facts);
    add_label(sheets, output, index, index);
    cp_deck_draw(sheets->deck, sheets->env, index, cr, scratch, NULL);
    cp_arena_reset(scratch);
}

bool cp_sheets_draw(cp_sheets *sheets, cp_output *output, cp_arena *scratch)
{
    size_t first = take_page(sheets);
    cairo_t *cr;

    if (first == SIZE_MAX)
        return false;
    cr = cp_output_page(output);
    if (sheets->notes)
        draw_with_notes(sheets, first, output, cr, scratch);
    else if (is_grid(sheets))
        draw_grid(sheets, first, output, cr, scratch);
    else
        draw_page(sheets, first, output, cr, scratch);
    cp_output_page_end(output);
    return true;
}
