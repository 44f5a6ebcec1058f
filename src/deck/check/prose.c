#include "deck/check/prose.h"

#include "base/utf8.h"

#include <stdint.h>
#include <string.h>

typedef struct gatherer {
    cp_arena *arena;
    const cp_values *values;
    cp_prose *first, *last;
} gatherer;

static cp_prose *add(gatherer *g, cp_prose_kind kind, cp_str text, cp_place place)
{
    cp_prose *prose = cp_new(g->arena, cp_prose);

    *prose = (cp_prose){ .kind = kind, .text = text, .place = place };
    if (g->last)
        g->last->next = prose;
    else
        g->first = prose;
    g->last = prose;
    return prose;
}

static void add_value(gatherer *g, cp_prose *prose, const cp_value_use *use, size_t from)
{
    cp_prose_value **end = &prose->values;

    while (*end && (*end)->from < from)
        end = &(*end)->next;

    cp_prose_value *value = cp_new(g->arena, cp_prose_value);

    *value = (cp_prose_value){ use, from, from + use->shown.size, *end };
    *end = value;
}

/* ---- texts of the deck: a value is a span of its own ---- */

static bool is_same_place(cp_place a, cp_place b)
{
    return a.line == b.line && a.column == b.column && strcmp(a.file, b.file) == 0;
}

static const cp_value_use *use_at(const cp_values *values, cp_place place)
{
    const cp_value_use *use = values ? values->first_use : NULL;

    while (use && !is_same_place(use->place, place))
        use = use->next;
    return use;
}

static void add_spans(gatherer *g, cp_prose_kind kind, const cp_spans *spans)
{
    cp_prose *prose;
    size_t at = 0;

    if (!spans->count)
        return;
    prose = add(g, kind, cp_spans_plain(g->arena, spans), spans->item[0].place);
    prose->spans = spans;
    for (size_t i = 0; i < spans->count; at += spans->item[i++].text.size) {
        const cp_value_use *use = use_at(g->values, spans->item[i].place);

        if (use && cp_str_eq(use->shown, spans->item[i].text))
            add_value(g, prose, use, at);
    }
}

/* ---- others: a value is found by what it shows ---- */

/* A source line speaks for several pages, and a figure may be shown twice. */
static bool is_there(const gatherer *g, cp_str text)
{
    for (const cp_prose *prose = g->first; prose; prose = prose->next)
        if (prose->text.data == text.data)
            return true;
    return false;
}

static void add_shown_values(gatherer *g, cp_prose *prose)
{
    cp_place place = prose->place;

    for (const cp_value_use *use = g->values ? g->values->first_use : NULL; use; use = use->next) {
        size_t at = 0;

        if (!use->shown.size || strcmp(use->place.file, place.file) != 0
            || (place.line && use->place.line != place.line))
            continue;
        for (; (at = cp_str_find(prose->text, use->shown, at)) != SIZE_MAX; at += use->shown.size)
            add_value(g, prose, use, at);
    }
}

static void add_words(gatherer *g, cp_prose_kind kind, cp_str text, cp_place place)
{
    if (text.size && place.file && !is_there(g, text))
        add_shown_values(g, add(g, kind, text, place));
}

/* ---- tables ---- */

static cp_prose_kind kind_of(const cp_tabular_spec *table, size_t row)
{
    return table->row[row].part == CP_TABULAR_FOOTNOTE ? CP_PROSE_NOTE : CP_PROSE_CELL;
}

/* Cells with words: what is only a number says nothing by itself. */
static bool has_words(const cp_tabular_cell *cell)
{
    return cell->count && !cell->covered && !cell->whole;
}

/* In a table of Markdown a value is a span, as in other texts of the deck. */
static void add_written(gatherer *g, const cp_tabular_spec *table)
{
    for (size_t i = 0; i < (table->head + table->rows) * table->columns; i++) {
        const cp_tabular_cell *cell = &table->cell[i];
        cp_spans *spans;

        if (!has_words(cell))
            continue;
        spans = cp_new(g->arena, cp_spans);
        *spans = (cp_spans){ .count = cell->count, .item = (cp_span *)cell->spans };
        add_spans(g, kind_of(table, i / table->columns), spans);
    }
}

static void add_figure_cells(gatherer *g, const cp_tabular_spec *table)
{
    for (size_t i = 0; i < (table->head + table->rows) * table->columns; i++) {
        const cp_tabular_cell *cell = &table->cell[i];

        for (size_t k = 0; has_words(cell) && k < cell->count; k++)
            if (cell->spans[k].place.file)
                add_shown_values(g, add(g, kind_of(table, i / table->columns), cell->spans[k].text,
                                        cell->spans[k].place));
    }
}

static void add_table(gatherer *g, const cp_item *item)
{
    cp_tabular *tabular = item->use && item->use->figure && item->use->loaded
                              ? cp_figure_tabular(item->use->figure)
                              : NULL;

    if (item->table)
        add_written(g, item->table);
    else if (tabular && is_same_place(item->use->place, item->place))
        add_figure_cells(g, cp_tabular_spec_of(tabular)); /* once, however often it is shown */
}

static void add_item(gatherer *g, const cp_item *item)
{
    const cp_figure *figure = item->use ? item->use->figure : NULL;

    add_words(g, CP_PROSE_CAPTION, item->caption, item->place);
    add_table(g, item);
    if (!figure)
        return;
    add_words(g, CP_PROSE_CAPTION, figure->title, figure->title_place);
    add_words(g, CP_PROSE_NOTE, figure->source, figure->source_place);
    add_words(g, CP_PROSE_NOTE, figure->note, figure->note_place);
}

static void add_slide(gatherer *g, const cp_slide *slide)
{
    if (!slide->part)
        add_spans(g, CP_PROSE_TITLE, &slide->title);
    for (size_t i = 0; i < slide->text_count; i++)
        add_spans(g, CP_PROSE_TEXT, &slide->texts[i]->spans);
    for (size_t i = 0; i < slide->item_count; i++)
        add_item(g, &slide->items[i]);
    for (size_t i = 0; i < slide->note_count; i++)
        add_spans(g, CP_PROSE_NOTE, &slide->notes[i]->spans);
    add_words(g, CP_PROSE_NOTE, slide->source, slide->source_place);
    add_words(g, CP_PROSE_NOTE, slide->note, slide->source_place);
}

const cp_prose *cp_proses_read(cp_arena *arena, const cp_slides *slides, const cp_values *values)
{
    gatherer g = { .arena = arena, .values = values };

    for (const cp_slide *slide = slides->first; slide; slide = slide->next)
        add_slide(&g, slide);
    return g.first;
}

/* ---- asking ---- */

cp_place cp_prose_place(const cp_prose *prose, size_t byte)
{
    const cp_spans *spans = prose->spans;
    size_t at = 0;
    cp_place place;

    if (!spans)
        return prose->place;
    for (size_t i = 0; i < spans->count; at += spans->item[i++].text.size) {
        cp_str text = spans->item[i].text;

        if (byte >= at + text.size)
            continue;
        place = spans->item[i].place;
        place.column += (int)cp_utf8_count(cp_str_slice(text, 0, byte - at));
        return place;
    }
    return prose->place;
}

bool cp_prose_is_typed(const cp_prose *prose, size_t from, size_t to)
{
    for (const cp_prose_value *value = prose->values; value; value = value->next)
        if (value->from < to && from < value->to)
            return false;
    return true;
}
