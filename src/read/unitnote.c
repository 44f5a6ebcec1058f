#include "read/unitnote.h"

#include <string.h>
#include <strings.h>

#include "base/unit.h"

#define LENGTH(array) (sizeof(array) / sizeof *(array))

enum { NAMES_TOLD = 6 };

static const char *const leads[] = { "单位", "金额单位", "货币单位", "计量单位", "unit", "units" };

/* The ends of names whose numbers have no unit that a note could speak of ... */
static const char *const shares[]
    = { "率",   "比",   "比重", "比例", "幅", "增速", "百分比", "分位", "分位数",
        "权重", "倍数", "%",    "PE",   "PB", "ROE",  "pct",    "rate", "ratio" };
static const char *const labels[]
    = { "序号", "代码", "编号", "排名", "名次", "年份", "code", "rank" };
/* ... those that count things: no money; and prices: no money by the ten thousand. */
static const char *const counts[] = { "数", "数量", "家", "户", "只", "指数", "点位", "点数" };
static const char *const prices[] = { "价", "价格", "price" };

static const char *const moneys[] = { "元", "美元", "港元", "欧元", "日元", "英镑" };

static bool ends_with_one(cp_str name, const char *const *ends, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (cp_str_ends(name, cp_str_from(ends[i])))
            return true;
    return false;
}

/* Takes "单位：" off the head of `*text`. */
static bool take_lead(cp_str *text)
{
    static const char *const colons[] = { "：", ":" };

    for (size_t i = 0; i < LENGTH(leads); i++) {
        size_t size = strlen(leads[i]);
        cp_str rest = cp_str_trim(cp_str_slice(*text, size, text->size));

        if (text->size <= size || strncasecmp(text->data, leads[i], size) != 0)
            continue;
        for (size_t k = 0; k < LENGTH(colons); k++)
            if (cp_str_starts(rest, cp_str_from(colons[k]))) {
                *text = cp_str_trim(cp_str_slice(rest, strlen(colons[k]), rest.size));
                return true;
            }
    }
    return false;
}

/* The inside of "(单位：亿元)", alone or behind a title. */
static cp_str without_brackets(cp_str cell)
{
    static const char *const pairs[][2] = { { "(", ")" }, { "（", "）" }, { "[", "]" } };

    for (size_t i = 0; i < LENGTH(pairs); i++) {
        size_t open = cp_str_find(cell, cp_str_from(pairs[i][0]), 0);

        if (open != SIZE_MAX && cp_str_ends(cell, cp_str_from(pairs[i][1])))
            return cp_str_trim(
                cp_str_slice(cell, open + strlen(pairs[i][0]), cell.size - strlen(pairs[i][1])));
    }
    return cell;
}

/* 亿元/% are two units, 元/股 is one. */
static bool is_several(cp_str text)
{
    cp_str rest = text;
    size_t parts = 0, ratios = 0;

    while (rest.data) {
        ratios += cp_unit_parse(cp_str_next(&rest, '/')).power < 0;
        parts++;
    }
    return parts > 1 && ratios > 0;
}

/* 亿元 of "亿元", and of "亿元 币种：人民币"; empty for "亿元，%" and the like. */
static cp_str one_unit(cp_str text)
{
    cp_str unit = cp_str_trim(cp_str_slice(text, 0, cp_str_find(text, CP_STR("币种"), 0)));

    return cp_unit_known(unit) && !is_several(unit) ? unit : CP_STR("");
}

static void look_at(cp_str cell, uint32_t line, size_t field, cp_unit_note *note)
{
    cp_str inside = without_brackets(cell);

    if (!take_lead(&inside))
        return;
    inside = one_unit(inside);
    if (!note->text.size)
        *note = (cp_unit_note){ cell, inside, line, field };
    else if (!cp_str_eq(note->unit, inside))
        note->unit = CP_STR("");
}

void cp_unit_note_find(const cp_raw_row *rows, size_t count, uint32_t before, cp_unit_note *note)
{
    for (size_t i = 0; i < count && rows[i].line < before; i++)
        for (size_t k = 0; k < rows[i].count; k++)
            look_at(rows[i].cells[k], rows[i].line, k, note);
}

/* A column of bare numbers without a unit. */
static bool wants_unit(const cp_filling *filling)
{
    return filling->column.type == CP_NUMBER && !filling->unnamed && !filling->column.unit.size
           && !filling->units && !filling->unit_settled;
}

static bool is_money(cp_str base)
{
    for (size_t i = 0; i < LENGTH(moneys); i++)
        if (cp_str_is(base, moneys[i]))
            return true;
    return false;
}

/* The name before brackets: 市盈率 of 市盈率(TTM). */
static cp_str bare_name(cp_str name)
{
    size_t narrow = cp_str_find(name, CP_STR("("), 1), wide = cp_str_find(name, CP_STR("（"), 1);

    return cp_str_trim(cp_str_slice(name, 0, narrow < wide ? narrow : wide));
}

#define ENDS_WITH(name, ends) ends_with_one((name), (ends), LENGTH(ends))

static bool is_meant(cp_str column, cp_unit unit)
{
    cp_str name = bare_name(column);

    if (ENDS_WITH(name, labels) || cp_str_is(name, "年") || cp_str_is(name, "月"))
        return false;
    if (unit.power < 0)
        return !ENDS_WITH(name, counts) && !ENDS_WITH(name, prices);
    if (ENDS_WITH(name, shares))
        return false;
    if (!is_money(unit.base))
        return true;
    return !ENDS_WITH(name, counts) && !(unit.power > 0 && ENDS_WITH(name, prices));
}

/* "余额, 净买入 and 3 more" of those that got the unit, or of those that did not. */
static const char *names_of(cp_arena *arena, const cp_filling *fillings, size_t width,
                            const bool *wanted, bool given)
{
    const char *text = "";
    size_t told = 0, all = 0;

    for (size_t i = 0; i < width; i++) {
        if (!wanted[i] || (fillings[i].column.unit.size > 0) != given)
            continue;
        if (all++ < NAMES_TOLD) {
            text = cp_printf(arena, "%s%s" CP_FMT, text, told ? ", " : "",
                             CP_ARG(fillings[i].column.name));
            told++;
        }
    }
    return all > told ? cp_printf(arena, "%s and %zu more", text, all - told) : text;
}

static void tell(const cp_unit_note *note, cp_place at, const char *given, const char *others,
                 cp_report *report)
{
    if (!given[0])
        cp_note(report, at,
                "'" CP_FMT "' is given to no column; say in pack.yaml which it is meant for: "
                "columns: {%s: {unit: ...}}",
                CP_ARG(note->text), others);
    else
        cp_note(report, at,
                "'" CP_FMT "' is taken as the unit of %s%s%s; say in pack.yaml where that is "
                "wrong: columns: {...: {unit: ...}}",
                CP_ARG(note->text), given, others[0] ? " and not of " : "", others);
}

void cp_unit_note_apply(cp_arena *arena, const cp_unit_note *note, const cp_grid *grid,
                        cp_filling *fillings, size_t width, cp_report *report)
{
    cp_unit unit = cp_unit_parse(note->unit);
    bool *wanted = cp_new_array(arena, bool, width), any = false;

    for (size_t i = 0; i < width && note->text.size; i++) {
        wanted[i] = wants_unit(&fillings[i]);
        any = any || wanted[i];
        if (wanted[i] && note->unit.size && is_meant(fillings[i].column.name, unit))
            fillings[i].column.unit = cp_str_copy(arena, note->unit);
    }
    if (any)
        tell(note, grid->place(grid, note->line, note->field),
             names_of(arena, fillings, width, wanted, true),
             names_of(arena, fillings, width, wanted, false), report);
}
