/*
 * cell.h - the kinds of a table's cells: text alone, or with a bar, an arrow, a badge,
 * a sparkline.
 *
 * A column's `cell:` names the kind of all its cells.  A kind says as a cp_field[] what
 * its columns take, those of every column among them, and makes the ink that stands
 * beside or behind a cell's text.  It is a const struct in its own file and a word in CELLS.
 */
#ifndef CP_FIGURE_CELL_CELL_H
#define CP_FIGURE_CELL_CELL_H

#include "figure/rows.h"
#include "figure/table_rule.h"
#include "figure/value.h"
#include "tabular/tabular.h"

typedef struct cp_cell_class cp_cell_class;

typedef enum cp_merge { CP_MERGE_NO, CP_MERGE_SAME, CP_MERGE_LEFT } cp_merge;

typedef enum cp_summary {
    CP_SUMMARY_NONE,
    CP_SUMMARY_SUM,
    CP_SUMMARY_MEAN,
    CP_SUMMARY_MIN,
    CP_SUMMARY_MAX,
    CP_SUMMARY_COUNT
} cp_summary;

/* From the least of some values to the most; low > high: there are none. */
typedef struct cp_range {
    double low, high;
} cp_range;

/* What every column has; a kind's own settings follow it in a struct that begins with it. */
typedef struct cp_cell_column {
    const cp_cell_class *class;
    const cp_node *node; /* its mapping */
    /* the spec */
    cp_node *cell; /* the word of its class */
    cp_str field, label, width, unit, format, color, fill, missing;
    int align, merge, summary;
    double strongest;
    bool bold;
    cp_node *rules;
    /* read */
    bool faulty; /* only its data can be looked for */
    cp_tabular_column place;
    cp_table_rules looks;
    /* loaded */
    const cp_column *data;
    cp_value_form form;
    cp_range range;   /* of all numbers, as stored */
    cp_range *blocks; /* of those of each block */
    cp_color_pair ink;
    bool signed_ink; /* `color: sign`: the style's own colours of text */
} cp_cell_column;

struct cp_cell_class {
    const char *name, *summary;
    const cp_field *fields; /* CP_CELL_COLUMN_FIELDS first */
    size_t options_size;
    bool numbers;  /* its column holds numbers */
    bool wordless; /* the value itself is not written */
    bool badge;    /* its text stands on a pale ground of the text's colour */
    cp_tabular_align align;
    bool (*read)(cp_cell_column *column, cp_figure *figure, const cp_figure_env *env);
    bool (*load)(cp_cell_column *column, size_t rows, const cp_figure_env *env);
    /* The ink of a row's cell, its text being in `color`; NULL: none. */
    const cp_tabular_inset *(*inset)(const cp_cell_column *column, size_t row, cp_range block,
                                     cp_color color, const cp_figure_env *env);
};

const cp_cell_class *cp_cell_find(cp_str name);
const char *const *cp_cell_names(size_t *count);

extern const char *const cp_column_aligns[];
extern const char *const cp_column_merges[];
extern const char *const cp_column_summaries[];

#define CP_COLUMN_FIELD(owner, member, kind, say, ...)                                             \
    {                                                                                              \
        .key = #member, .type = kind, .offset = offsetof(owner, common.member), .help = say,       \
        __VA_ARGS__                                                                                \
    }

/* For a struct whose first member is a cp_cell_column called `common`. */
#define CP_CELL_COLUMN_FIELDS(owner)                                                               \
    { .key = "cell",                                                                               \
      .type = CP_FIELD_NODE,                                                                       \
      .offset = offsetof(owner, common.cell),                                                      \
      .help = "the kind of its cells; default: text" },                                            \
        CP_COLUMN_FIELD(owner, field, CP_FIELD_TEXT, "the column of the rows that it shows",       \
                        .fallback = "!"),                                                          \
        CP_COLUMN_FIELD(owner, label, CP_FIELD_TEXT,                                               \
                        "its head; default: the column's name and its unit"),                      \
        CP_COLUMN_FIELD(owner, width, CP_FIELD_TEXT,                                               \
                        "fit (the widest text), 90pt, or a number: parts of what is left"),        \
        CP_COLUMN_FIELD(owner, align, CP_FIELD_WORD, "how its texts stand", .fallback = "auto",    \
                        .words = cp_column_aligns),                                                \
        CP_COLUMN_FIELD(owner, format, CP_FIELD_TEXT,                                              \
                        "how numbers (d3-format) or days (strftime) are written"),                 \
        CP_COLUMN_FIELD(owner, unit, CP_FIELD_TEXT, "the unit to show its numbers in"),            \
        CP_COLUMN_FIELD(owner, color, CP_FIELD_TEXT,                                               \
                        "the text's colour; sign: by the number's sign"),                          \
        CP_COLUMN_FIELD(owner, fill, CP_FIELD_TEXT,                                                \
                        "the ground's colour; scale: from least to most; sign: around zero"),      \
        CP_COLUMN_FIELD(owner, strongest, CP_FIELD_NUMBER,                                         \
                        "the value whose fill is the strongest; default: the largest there is",    \
                        .fallback = "nan", .least = 0, .most = 1e15),                              \
        CP_COLUMN_FIELD(owner, rules, CP_FIELD_NODE, "looks of some of its cells: a list",         \
                        .fields = cp_table_rule_fields),                                           \
        CP_COLUMN_FIELD(owner, bold, CP_FIELD_BOOL, "whether its texts are bold"),                 \
        CP_COLUMN_FIELD(owner, merge, CP_FIELD_WORD,                                               \
                        "same: one cell for equal values below each other; left: with the cell "   \
                        "at its left, where they are equal",                                       \
                        .fallback = "no", .words = cp_column_merges),                              \
        CP_COLUMN_FIELD(owner, summary, CP_FIELD_WORD, "what its sums are", .fallback = "none",    \
                        .words = cp_column_summaries),                                             \
        CP_COLUMN_FIELD(owner, missing, CP_FIELD_TEXT, "what stands for a missing value")

#endif
