/* table_lines.c - the lines of a table below its head: rows, sections, sums, footnotes. */
#include "figure/table.h"

#include <stdint.h>

static cp_table_line *add_line(cp_table_spec *spec, cp_tabular_part part)
{
    cp_table_line *line = &spec->lines[spec->line_count++];

    *line = (cp_table_line){ .part = part };
    return line;
}

static void add_text(cp_table_spec *spec, cp_tabular_part part, cp_str text, cp_place place)
{
    cp_table_line *line = add_line(spec, part);

    line->text = text;
    line->place = place;
    line->breaks = true;
}

/* Under the name that `key` gives it; none without. */
static void add_sum(cp_table_spec *spec, const char *key, cp_str label, size_t from, size_t to)
{
    if (label.size == 0)
        return;
    add_text(spec, CP_TABULAR_SUMMARY, label, cp_field_place(spec->map, key));
    spec->lines[spec->line_count - 1].from = from;
    spec->lines[spec->line_count - 1].to = to;
}

static void add_row(cp_table_spec *spec, size_t row, bool breaks)
{
    cp_table_line *line = add_line(spec, CP_TABULAR_BODY);

    line->rows[0] = row;
    line->breaks = breaks;
}

/* Where a section's row stands; a query's rows stand nowhere. */
static cp_place section_place(const cp_table_spec *spec, size_t row)
{
    return spec->table->lines ? cp_table_place(spec->table, row)
                              : cp_field_place(spec->map, "group");
}

/* Rows in turn; those that follow each other with the same value of `group` have a section
 * above them and their sum behind. */
static void add_groups(cp_table_spec *spec, const cp_figure_env *env)
{
    size_t first = 0;
    cp_str name = { 0 };

    for (size_t i = 0; i < spec->table->rows; i++) {
        cp_str now = cp_cell_plain(env->arena, spec->group_data, i);
        bool begins = i == 0 || !cp_str_eq(now, name);

        if (begins && i > 0)
            add_sum(spec, "subtotal", spec->subtotal, first, i);
        if (begins) {
            add_text(spec, CP_TABULAR_SECTION, now, section_place(spec, i));
            first = i;
        }
        name = now;
        add_row(spec, i, begins);
    }
    add_sum(spec, "subtotal", spec->subtotal, first, spec->table->rows);
}

/* The n-th row of each block side by side. */
static void add_blocks(cp_table_spec *spec)
{
    size_t filled[CP_TABLE_MOST_BLOCKS] = { 0 };

    for (size_t i = 0; i < spec->table->rows; i++) {
        size_t block = spec->block_of[i], at = filled[block]++;

        if (at == spec->line_count) {
            cp_table_line *line = add_line(spec, CP_TABULAR_BODY);

            for (size_t k = 0; k < spec->block_count; k++)
                line->rows[k] = SIZE_MAX;
        }
        spec->lines[at].rows[block] = i;
    }
}

/* A list of texts, or a single one. */
static cp_place footnote_place(const cp_table_spec *spec, size_t index)
{
    const cp_node *node = cp_node_child(spec->map, "footnotes");

    if (node->kind == CP_NODE_LIST)
        for (node = node->first; index > 0; index--)
            node = node->next;
    return cp_node_text_place(node, 0);
}

void cp_table_lines(cp_table_spec *spec, const cp_figure_env *env)
{
    size_t rows = spec->table->rows;

    spec->lines = cp_new_array(env->arena, cp_table_line, 3 * rows + 1 + spec->footnotes.count);
    spec->line_count = 0;
    if (spec->group_data)
        add_groups(spec, env);
    else
        add_blocks(spec);
    add_sum(spec, "total", spec->total, 0, rows);
    for (size_t i = 0; i < spec->footnotes.count; i++)
        add_text(spec, CP_TABULAR_FOOTNOTE, spec->footnotes.item[i], footnote_place(spec, i));
}
