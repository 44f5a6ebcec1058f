/*
 * table_rule.h - rules that give some cells or rows of a table looks of their own.
 *
 *     rules: [{when: ">= 80%", color: up, bold: true}, {field: 趋势, when: = 高位上行}]
 *
 * `when` is a comparison with the column's values as they are stored (a % behind the
 * number is applied), `max`, `min`, `missing`, or ~ and a part of a text.  All rules that
 * hold are applied in turn; one that says no look emphasizes.
 */
#ifndef CP_FIGURE_TABLE_RULE_H
#define CP_FIGURE_TABLE_RULE_H

#include "figure/color.h"
#include "figure/rows.h"

typedef enum cp_rule_test {
    CP_RULE_AT_LEAST,
    CP_RULE_AT_MOST,
    CP_RULE_UNEQUAL,
    CP_RULE_MORE,
    CP_RULE_LESS,
    CP_RULE_EQUAL,
    CP_RULE_HOLDS, /* a part of a text */
    CP_RULE_MAX,
    CP_RULE_MIN,
    CP_RULE_MISSING
} cp_rule_test;

typedef struct cp_table_rule {
    const cp_node *node;
    cp_str field, when, color, fill;
    bool bold;
    /* read */
    bool faulty; /* nothing else holds but where its column is */
    cp_rule_test test;
    cp_str text; /* what to compare with */
    cp_color_pair ink, ground;
    /* bound */
    const cp_column *data;
    double number; /* what to compare with, or the most or least there is */
} cp_table_rule;

typedef struct cp_table_rules {
    size_t count;
    cp_table_rule *item;
} cp_table_rules;

/* How a cell looks, while rules are applied. */
typedef struct cp_cell_look {
    bool tinted, bold;
    cp_color ink, fill; /* fill: alpha 0 is none */
} cp_cell_look;

/* What a rule takes. */
extern const cp_field cp_table_rule_fields[];

/* NULL is no rules.  Those of whole rows must name a `field`, those of a column need not. */
bool cp_table_rules_read(const cp_node *list, bool of_rows, cp_table_rules *out,
                         const cp_figure_env *env);

/* Find the columns, `own` where a rule names none, and type what is compared. */
bool cp_table_rules_bind(cp_table_rules *rules, const cp_row_source *source, const cp_table *table,
                         const cp_column *own, const cp_figure_env *env);

void cp_table_rules_apply(const cp_table_rules *rules, size_t row, const cp_style *style,
                          cp_cell_look *look);

/* A word for a text's colour; up, down and sign are the style's colours of text. */
bool cp_table_ink(cp_str word, cp_place at, cp_color_pair *out, const cp_figure_env *env);

#endif
