#include "text/set.h"

#include "base/utf8.h"

#include <math.h>
#include <pango/pango-break.h>
#include <string.h>

/* Widths that differ by less are the same: a box as wide as its text holds it. */
static const double tolerance = 1e-3;

static bool is_one_of(uint32_t code, const uint32_t *set)
{
    while (*set && *set != code)
        set++;
    return *set != 0;
}

static bool is_blank(const cp_cell *cell)
{
    return cell->code == ' ';
}

/* 禁则: what Pango's rules allow at a line's begin and Chinese setting does not. */
static bool never_begins(const cp_cell *cell)
{
    return is_one_of(cell->code, U"，。、；：？！）》〉」』】〕〗］｝％‰℃·・～…’”%),.;:?!]}/");
}

static bool never_ends(const cp_cell *cell)
{
    return is_one_of(cell->code, U"（《〈「『【〔〖［｛‘“([{￥¥$#");
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
    if (never_begins(cell) || never_ends(before))
        return false;
    if (is_wide_quote(cell, 0x2018) || is_wide_quote(before, 0x2019))
        return !is_blank(cell);
    return attr->is_line_break;
}

void cp_cells_find_breaks(cp_arena *arena, const cp_fonts *fonts, cp_cells *cells)
{
    PangoLogAttr *attrs = cp_new_array(arena, PangoLogAttr, cells->char_count + 1);

    pango_get_log_attrs(cells->text.data, (int)cells->text.size, -1, fonts->language, attrs,
                        (int)cells->char_count + 1);
    for (size_t i = 1; i < cells->count; i++)
        cells->cell[i].may_begin
            = may_begin(&cells->cell[i - 1], &cells->cell[i], &attrs[cells->cell[i].first]);
}

/* Where the line that begins at `from` ends and the next begins. */
static size_t line_end(const cp_cells *cells, size_t from, double width)
{
    double pen = 0;
    size_t best = from;

    for (size_t i = from; i < cells->count; i++) {
        const cp_cell *cell = &cells->cell[i];

        if (cell->code == '\n')
            return i + 1;
        if (cell->may_begin && i > from)
            best = i;
        pen += cell->advance;
        if (width > 0 && pen > width + tolerance && !is_blank(cell) && i > from)
            return best > from ? best : i; /* a word wider than the box is cut */
    }
    return cells->count;
}

static cp_line make_line(const cp_cells *cells, size_t from, size_t next)
{
    cp_line line = { .from = from, .to = next, .ends = next == cells->count };

    if (next > from && cells->cell[next - 1].code == '\n') {
        line.ends = true;
        line.to--;
    }
    while (line.to > from && is_blank(&cells->cell[line.to - 1]))
        line.to--;
    for (size_t i = from; i < line.to; i++)
        line.width += cells->cell[i].advance;
    return line;
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
        lines[*count] = make_line(cells, from, next);
        lines[*count].indent = indent;
        indent = 0;
        more = next < cells->count || (next > from && cells->cell[next - 1].code == '\n');
        from = next;
    }
    return lines;
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

double cp_line_stretch(const cp_cells *cells, const cp_line *line, double slack, double most,
                       double *gap)
{
    size_t gaps = 0;

    for (size_t i = line->from; i + 1 < line->to; i++)
        gaps += may_grow(&cells->cell[i], &cells->cell[i + 1]);
    if (gaps == 0 || slack <= 0 || slack > most * (double)gaps)
        return 0;
    for (size_t i = line->from; i + 1 < line->to; i++)
        if (may_grow(&cells->cell[i], &cells->cell[i + 1]))
            gap[i - line->from] = slack / (double)gaps;
    return slack;
}
