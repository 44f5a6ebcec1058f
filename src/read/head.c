#include "read/head.h"

#include <string.h>
#include <strings.h>

#include "base/unit.h"
#include "read/typing.h"

#define LENGTH(array) (sizeof(array) / sizeof *(array))

/* `cell` is one of the words, then a colon of either width. */
static bool leads(cp_str cell, const char *const *words, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        size_t size = strlen(words[i]);
        cp_str rest = cp_str_trim(cp_str_slice(cell, size, cell.size));

        if (cell.size > size && strncasecmp(cell.data, words[i], size) == 0
            && (cp_str_starts(rest, CP_STR("：")) || cp_str_starts(rest, CP_STR(":"))))
            return true;
    }
    return false;
}

bool cp_is_source(cp_str cell)
{
    static const char *const words[] = { "数据来源", "资料来源", "来源", "source" };

    return leads(cell, words, LENGTH(words));
}

bool cp_is_note(cp_str cell)
{
    static const char *const words[] = { "注", "备注", "说明", "注释", "note", "notes" };

    return cp_is_source(cell) || leads(cell, words, LENGTH(words));
}

static bool spans(const cp_raw_row *row, size_t i)
{
    return row->spanned && i < row->count && row->spanned[i];
}

/* A merged cell counts once. */
static size_t filled(const cp_raw_row *row)
{
    size_t count = 0;

    for (size_t i = 0; i < row->count; i++)
        count += row->cells[i].size > 0 && !spans(row, i);
    return count;
}

static cp_str cell_at(const cp_raw_row *row, size_t i)
{
    return i < row->count ? row->cells[i] : CP_STR("");
}

/* The number of cells that most rows have; of equals, the larger. */
static size_t usual_width(const cp_raw_row *rows, size_t count)
{
    size_t width = 0, most = 0;

    for (size_t i = 0; i < count; i++) {
        size_t same = 0;

        for (size_t k = 0; k < count; k++)
            same += rows[k].count == rows[i].count;
        if (same > most || (same == most && rows[i].count > width)) {
            most = same;
            width = rows[i].count;
        }
    }
    return width;
}

/* Rows that say what a 指标名称 block's columns are. */
static bool is_block_word(cp_str cell)
{
    static const char *const words[]
        = { "频率",     "单位",     "指标ID",    "指标编码", "指标代码", "来源",
            "数据来源", "更新时间", "起止时间",  "时间区间", "国家",     "地区",
            "区域",     "状态",     "Frequency", "Unit",     "Source",   "ID" };

    for (size_t i = 0; i < LENGTH(words); i++)
        if (cp_str_is(cell, words[i]))
            return true;
    return false;
}

bool cp_row_is_units(const cp_raw_row *row)
{
    size_t units = 0;

    if (row->count && row->cells[0].size && !cp_str_is(row->cells[0], "单位"))
        return false;
    for (size_t i = 1; i < row->count; i++) {
        cp_str cell = row->cells[i], name, unit;

        if (!cell.size)
            continue;
        if (!cp_unit_known(cell) && !(cp_unit_split(cell, &name, &unit) && !name.size))
            return false;
        units++;
    }
    return units > 0;
}

static bool is_block_name(cp_str cell)
{
    return cp_str_is(cell, "指标名称") || cp_str_is(cell, "指标");
}

/* The row that begins 指标名称 with 频率 or the like beside it; `count` if there is none. */
static size_t find_block(const cp_raw_row *rows, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (is_block_name(cell_at(&rows[i], 0))
            && ((i + 1 < count && is_block_word(cell_at(&rows[i + 1], 0)))
                || (i > 0 && is_block_word(cell_at(&rows[i - 1], 0)))
                || cp_str_is(cell_at(&rows[i], 0), "指标名称")))
            return i;
    return count;
}

static cp_cell_kind kind_at(const cp_raw_row *row, size_t i)
{
    cp_cell cell;

    if (i >= row->count)
        return CP_CELL_MISSING;
    cp_cell_read(row->cells[i], &cell);
    return cell.kind == CP_CELL_LIKE                                    ? CP_CELL_WORD
           : cell.kind == CP_CELL_EITHER || cell.kind == CP_CELL_SERIAL ? CP_CELL_NUMBER
                                                                        : cell.kind;
}

/* 2019, 2020, 2021, ...: years as names, above numbers of their own. */
static bool names_years(const cp_raw_row *row)
{
    double before = 0;
    size_t years = 0;

    for (size_t i = 1; i < row->count; i++) {
        cp_cell cell;

        cp_cell_read(row->cells[i], &cell);
        if (cell.kind == CP_CELL_MISSING)
            continue;
        if (cell.kind != CP_CELL_NUMBER || !cell.digits || cell.quantity.value < 1900
            || cell.quantity.value > 2199 || (years && cell.quantity.value != before + 1))
            return false;
        before = cell.quantity.value;
        years++;
    }
    return years > 1;
}

/* Whether a row is names: in some column a word stands above a number, or a date
 * above a number; or all of it is words. */
static bool is_names(const cp_raw_row *row, const cp_raw_row *below, size_t count)
{
    bool values = false;

    for (size_t i = 0; i < row->count; i++) {
        cp_cell_kind own = kind_at(row, i), under = CP_CELL_MISSING;

        for (size_t k = 0; k < count && under == CP_CELL_MISSING; k++)
            under = kind_at(&below[k], i);
        if (own == CP_CELL_MISSING)
            continue;
        if (own != CP_CELL_WORD)
            values = true;
        if (under != CP_CELL_MISSING && under != CP_CELL_WORD && under != own
            && (own == CP_CELL_WORD || own == CP_CELL_DATE))
            return true;
    }
    return !values || names_years(row);
}

/* The first row that is more than a title: half of its cells are there. */
static size_t skip_titles(const cp_raw_row *rows, size_t count, size_t width)
{
    size_t i = 0;

    while (i < count && width > 1 && (filled(&rows[i]) < 2 || 2 * filled(&rows[i]) < width))
        i++;
    return i < count ? i : 0;
}

static void keep_source(cp_arena *arena, const cp_raw_row *row, cp_head *head)
{
    cp_str first = cell_at(row, 0), second = cell_at(row, 1);

    if (cp_is_source(first))
        head->source = cp_str_copy(arena, first);
    else if ((cp_str_is(first, "来源") || cp_str_is(first, "数据来源")) && second.size)
        head->source = cp_str_printf(arena, "数据来源：" CP_FMT, CP_ARG(second));
}

static const cp_str *copy_units(cp_arena *arena, const cp_raw_row *row, size_t width)
{
    cp_str *units = cp_new_array(arena, cp_str, width);

    for (size_t i = 1; i < width; i++) {
        cp_str cell = cell_at(row, i), name, unit;

        if (cp_unit_split(cell, &name, &unit) && !name.size)
            cell = unit;
        units[i] = cp_str_copy(arena, cell);
    }
    return units;
}

static void take_row(cp_arena *arena, const cp_raw_row *row, cp_head *head)
{
    keep_source(arena, row, head);
    if (cp_str_is(cell_at(row, 0), "单位") || cp_str_is(cell_at(row, 0), "Unit"))
        head->units = copy_units(arena, row, head->width);
}

/* Below the names: the rest of a block, or one row of units. */
static size_t take_below(cp_arena *arena, const cp_raw_row *rows, size_t count, size_t at,
                         cp_head *head)
{
    bool block = is_block_name(cell_at(&rows[at], 0));

    for (at++; block && at < count && is_block_word(cell_at(&rows[at], 0)); at++)
        take_row(arena, &rows[at], head);
    if (!block && at < count && cp_row_is_units(&rows[at]))
        head->units = copy_units(arena, &rows[at++], head->width);
    return at;
}

bool cp_row_is_words(const cp_raw_row *row)
{
    for (size_t i = 0; i < row->count; i++)
        if (kind_at(row, i) != CP_CELL_WORD && kind_at(row, i) != CP_CELL_MISSING)
            return false;
    return true;
}

/* Whether a word stands over another one without being merged over more. */
static bool stands_alone(const cp_raw_row *row, const cp_raw_row *below, size_t i)
{
    cp_str own = cell_at(row, i), under = cell_at(below, i);

    return own.size && under.size && !spans(row, i) && !spans(row, i + 1) && !cp_str_eq(own, under);
}

/* A row of names that stand over others: words, most of them merged over columns.  A title is
 * merged over all from the first column on, with nothing but a unit or the like beside it. */
static bool is_group(const cp_raw_row *row, const cp_raw_row *below)
{
    size_t runs = 0, alone = 0;

    for (size_t i = 0; i < row->count; i++) {
        runs += i > 0 && spans(row, i) && !spans(row, i - 1);
        alone += stands_alone(row, below, i);
    }
    return cp_row_is_words(row) && filled(row) > 1 && runs >= alone
           && (runs > 1 || (runs == 1 && !spans(row, 1)));
}

static bool starts_group(const cp_raw_row *rows, size_t count, size_t at)
{
    return at + 1 < count && is_group(&rows[at], &rows[at + 1]);
}

/* A row of remarks may look like names: with a gap that a fuller row of words fills, which
 * stands right above the first values. */
static size_t fuller_names(const cp_raw_row *rows, size_t count, size_t at)
{
    size_t last = at;
    bool fills = false;

    while (last < count && cp_row_is_words(&rows[last]))
        last++;
    if (last == count || last <= at + 1)
        return at;
    last--;
    for (size_t i = 1; i < rows[last].count; i++)
        fills = fills || (!cell_at(&rows[at], i).size && kind_at(&rows[last], i) == CP_CELL_WORD);
    return fills && filled(&rows[last]) > filled(&rows[at]) ? last : at;
}

/* The last row of the names that begin at `at`: below a row of groups stand their members. */
static size_t last_of_names(const cp_raw_row *rows, size_t count, size_t at)
{
    while (at + 1 < count && cp_row_is_words(&rows[at + 1]) && is_group(&rows[at], &rows[at + 1]))
        at++;
    return at;
}

static size_t first_of_names(const cp_raw_row *rows, size_t at)
{
    while (at > 0 && is_group(&rows[at - 1], &rows[at]))
        at--;
    return at;
}

/* The names above each other as one, each told once: a cell merged down repeats itself. */
static cp_str joined_name(cp_arena *arena, const cp_raw_row *rows, size_t from, size_t to, size_t i)
{
    cp_str name = cp_str_copy(arena, cell_at(&rows[from], i)), last = name;

    for (size_t k = from + 1; k <= to; k++) {
        cp_str part = cell_at(&rows[k], i);

        if (!part.size || cp_str_eq(part, last))
            continue;
        name = name.size ? cp_str_printf(arena, CP_FMT "_" CP_FMT, CP_ARG(name), CP_ARG(part))
                         : cp_str_copy(arena, part);
        last = part;
    }
    return name;
}

/* The names in the rows `from` to `at`, which may be one. */
static void name_columns(cp_arena *arena, const cp_raw_row *rows, size_t count, size_t from,
                         size_t at, cp_head *head)
{
    cp_str *names;

    head->line = rows[at].line;
    for (size_t i = from; i <= at; i++)
        head->width = rows[i].count > head->width ? rows[i].count : head->width;
    head->names = names = cp_new_array(arena, cp_str, head->width);
    for (size_t i = 0; i < head->width; i++)
        names[i] = joined_name(arena, rows, from, at, i);
    for (size_t i = 0; i < from; i++)
        take_row(arena, &rows[i], head);
    at = take_below(arena, rows, count, at, head);
    head->last_line = rows[at - 1].line;
}

void cp_head_find(cp_arena *arena, const cp_raw_row *rows, size_t count, size_t width, bool named,
                  cp_head *head)
{
    size_t usual = usual_width(rows, count), at = 0;

    *head = (cp_head){ .source = CP_STR(""), .width = width };
    if (!named)
        at = find_block(rows, count);
    if (at == count)
        at = skip_titles(rows, count, usual);
    if (at >= count)
        return;
    if (named || is_block_name(cell_at(&rows[at], 0))
        || is_names(&rows[at], rows + at + 1, count - at - 1)) {
        at = named || starts_group(rows, count, at) ? at : fuller_names(rows, count, at);
        at = last_of_names(rows, count, at);
        name_columns(arena, rows, count, first_of_names(rows, at), at, head);
        return;
    }
    head->width = usual > width ? usual : width;
    head->names = cp_new_array(arena, cp_str, head->width);
    for (size_t i = 0; i < at; i++)
        keep_source(arena, &rows[i], head);
    if (at > 0)
        head->last_line = rows[at - 1].line;
}
