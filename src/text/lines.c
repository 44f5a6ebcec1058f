#include "text/set.h"

#include "base/utf8.h"

#include <math.h>
#include <string.h>

/* Widths that differ by less are the same: a box as wide as its text holds it. */
static const double tolerance = 1e-3;

/* Of an em: readers of PDF take a wider gap between two glyphs for a blank. */
static const double finest_gap = 0.09;

/* The part of the gaps beside Latin letters that a full line may take back. */
static const double shrinkable = 0.5;

/* The part of its width that a line may give away to keep a last one company. */
static const double widow_share = 0.25;

/* Of an em: beyond it a gap is a hole, and the line rather stays ragged. */
static const double widest_gap = 0.5;

static bool is_blank(const cp_cell *cell)
{
    return cell->code == ' ';
}

/* Pango glues Chinese quotes to both sides, as it must in Latin text. */
static bool is_wide_quote(const cp_cell *cell, uint32_t single)
{
    return cell->wide && (cell->code == single || cell->code == single + 4);
}

static bool may_begin(const cp_cell *before, const cp_cell *cell, const PangoLogAttr *attr)
{
    if (is_blank(before))
        return attr->is_line_break;
    if (cp_never_begins(cell->code) || cp_never_ends(before->code))
        return false;
    if (is_wide_quote(cell, 0x2018) || is_wide_quote(before, 0x2019))
        return !is_blank(cell);
    return attr->is_line_break;
}

typedef cp_pango calls;
static const cp_symbol symbols[] = CP_LIBRARY_SYMBOLS(CP_PANGO_CALLS);
static const cp_library library = { "Pango", "libpango-1.0.so.0", symbols, NULL };

static const cp_pango *pango_of(cp_fonts *fonts, cp_report *report)
{
    cp_pango *pango = &fonts->pango;

    if (pango->language)
        return pango;
    if (!cp_library_load(&library, pango, (cp_place){ 0 }, report))
        return NULL;
    pango->language = pango->pango_language_from_string(fonts->language);
    return pango;
}

/* Without Pango lines break anywhere: that it is missing is told, not that words are too wide. */
static bool find_breaks(cp_arena *arena, cp_fonts *fonts, cp_cells *cells, cp_report *report)
{
    PangoLogAttr *attrs = cp_new_array(arena, PangoLogAttr, cells->char_count + 1);
    const cp_pango *pango = pango_of(fonts, report);

    if (pango)
        pango->pango_get_log_attrs(cells->text.data, (int)cells->text.size, -1, pango->language,
                                   attrs, (int)cells->char_count + 1);
    for (size_t i = 1; i < cells->count; i++)
        cells->cell[i].may_begin
            = !pango
              || may_begin(&cells->cell[i - 1], &cells->cell[i], &attrs[cells->cell[i].first]);
    return pango;
}

void cp_cells_find_breaks(cp_arena *arena, cp_fonts *fonts, cp_cells *cells, cp_report *report)
{
    cp_shaped *shaped = cells->shaped;

    if (!shaped->broken)
        shaped->broken = find_breaks(arena, fonts, &shaped->units, report);
    for (size_t i = 1; i < cells->count; i++)
        cells->cell[i].may_begin = shaped->units.cell[i].may_begin;
}

/* Where the line that begins at `from` ends and the next begins. */
static size_t line_end(const cp_cells *cells, size_t from, double width)
{
    double pen = from < cells->count ? -cells->cell[from].blank_left : 0, spare = 0;
    size_t best = from;

    for (size_t i = from; i < cells->count; i++) {
        const cp_cell *cell = &cells->cell[i];

        if (cell->code == '\n')
            return i + 1;
        if (cell->may_begin && i > from)
            best = i;
        pen += cell->advance;
        if (width > 0 && pen - spare - cell->blank_right > width + tolerance && !is_blank(cell)
            && i > from)
            return best > from ? best : i; /* a word wider than the box is cut */
        pen += cell->gap;
        spare += cell->gap * shrinkable;
    }
    return cells->count;
}

static cp_line make_line(const cp_cells *cells, size_t from, size_t next, bool trim)
{
    cp_line line = { .from = from, .to = next, .ends = next == cells->count };

    if (next > from && cells->cell[next - 1].code == '\n') {
        line.ends = true;
        line.to--;
    }
    while (line.to > from && is_blank(&cells->cell[line.to - 1]))
        line.to--;
    for (size_t i = from; i < line.to; i++)
        line.width += cells->cell[i].advance + (i + 1 < line.to ? cells->cell[i].gap : 0);
    if (trim && line.to > from) {
        line.trim = cells->cell[from].blank_left;
        line.width -= line.trim + cells->cell[line.to - 1].blank_right;
    }
    return line;
}

/* Letters of a line, without blanks and the marks that stand behind them. */
static size_t count_letters(const cp_cells *cells, size_t from, size_t to)
{
    size_t count = 0;

    for (size_t i = from; i < to; i++)
        count += !is_blank(&cells->cell[i]) && !cp_never_begins(cells->cell[i].code);
    return count;
}

/* Where the line before a lone last character ends so that another one joins that. */
static size_t earlier_end(const cp_cells *cells, const cp_line *before, size_t from, size_t to)
{
    double moved = 0;

    for (size_t i = from; i-- > before->from + 1;) {
        moved += cells->cell[i].advance + cells->cell[i].gap;
        if (moved > before->width * widow_share)
            break;
        if (cells->cell[i].may_begin && count_letters(cells, i, to) > 1)
            return i;
    }
    return from;
}

/* No last line of a justified paragraph has a single letter. */
static void mend_widows(const cp_cells *cells, const cp_text_box *box, cp_line *lines, size_t count)
{
    for (size_t i = 1; i < count && box->align == CP_ALIGN_JUSTIFY && box->width > 0; i++) {
        cp_line *before = &lines[i - 1], *last = &lines[i];
        size_t end;

        if (!last->ends || before->ends || count_letters(cells, last->from, last->to) > 1)
            continue;
        end = earlier_end(cells, before, last->from, last->to);
        if (end < last->from) {
            double indent = before->indent;
            bool ends = last->ends;

            *last = make_line(cells, end, last->to, true);
            *before = make_line(cells, before->from, end, true);
            last->ends = ends;
            before->indent = indent;
        }
    }
}

cp_line *cp_lines_break(cp_arena *arena, const cp_cells *cells, const cp_text_box *box,
                        size_t *count)
{
    size_t room = 4, from = 0;
    cp_line *lines = cp_new_array(arena, cp_line, room);
    double indent = box->first_indent;
    bool more = true;

    for (*count = 0; more; (*count)++) {
        double width = box->width > 0 ? fmax(box->width - indent, tolerance) : 0;
        size_t next = line_end(cells, from, width);

        if (*count == room) {
            cp_line *grown = cp_new_array(arena, cp_line, 2 * room);

            memcpy(grown, lines, room * sizeof *grown);
            lines = grown;
            room *= 2;
        }
        lines[*count] = make_line(cells, from, next, box->width > 0);
        lines[*count].indent = indent;
        indent = 0;
        more = next < cells->count || (next > from && cells->cell[next - 1].code == '\n');
        from = next;
    }
    mend_widows(cells, box, lines, *count);
    return lines;
}

double cp_text_least_width(const cp_text *text)
{
    const cp_cells *cells = text->cells;
    double widest = 0;
    size_t from = 0;

    for (size_t i = 1; i <= cells->count; i++)
        if (i == cells->count || cells->cell[i].may_begin || cells->cell[i - 1].code == '\n') {
            widest = fmax(widest, make_line(cells, from, i, true).width);
            from = i;
        }
    return widest;
}

/* Space may grow at blanks and where Han stands on either side, never within a
 * Latin word or a number, nor between the two halves of —— and ……. */
static bool may_grow(const cp_cell *before, const cp_cell *after)
{
    if (is_blank(before))
        return true;
    if (is_blank(after) || (cp_is_shared(before->code) && before->code == after->code))
        return false;
    return before->wide || after->wide;
}

/* Where looks meet and nothing tells a reader of PDF that the gap is no blank. */
static bool is_seam(const cp_cell *a, const cp_cell *b)
{
    if (a->gap > 0)
        return false;
    return a->span != b->span || a->family != b->family || a->bold != b->bold;
}

void cp_line_gaps(const cp_cells *cells, cp_line *line, double width, double *gap)
{
    double sum = 0, part = 1;

    for (size_t i = line->from; i + 1 < line->to; i++)
        sum += cells->cell[i].gap;
    if (width > 0 && line->width > width && sum > 0) {
        part = fmax(1 - (line->width - width) / sum, 1 - shrinkable);
        line->width -= sum * (1 - part);
    }
    for (size_t i = line->from; i < line->to; i++)
        gap[i - line->from] = i + 1 < line->to ? cells->cell[i].gap * part : 0;
}

bool cp_line_stretch(const cp_cells *cells, cp_line *line, double slack, double size, double *gap)
{
    const cp_cell *cell = &cells->cell[line->from];
    double seam = finest_gap * size, rest;
    size_t seams = 0, others = 0, last = line->to > line->from ? line->to - line->from - 1 : 0;

    for (size_t i = 0; i < last; i++)
        if (may_grow(&cell[i], &cell[i + 1]))
            *(is_seam(&cell[i], &cell[i + 1]) ? &seams : &others) += 1;
    if (slack <= 0 || others == 0)
        return false;
    seam = fmin(seam, slack / (double)(seams + others));
    rest = (slack - seam * (double)seams) / (double)others;
    if (rest > widest_gap * size)
        return false;
    for (size_t i = 0; i < last; i++)
        if (may_grow(&cell[i], &cell[i + 1]))
            gap[i] += is_seam(&cell[i], &cell[i + 1]) ? seam : rest;
    line->loose = rest > finest_gap * size;
    line->width += slack;
    return true;
}
