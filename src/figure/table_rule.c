#include "figure/table_rule.h"

#include <math.h>

#include "base/number.h"

const cp_field cp_table_rule_fields[] = {
    { .key = "field",
      .type = CP_FIELD_TEXT,
      .offset = offsetof(cp_table_rule, field),
      .help = "the column that is tested" },
    { .key = "when",
      .type = CP_FIELD_TEXT,
      .offset = offsetof(cp_table_rule, when),
      .fallback = "!",
      .help = "such as >= 80%, = 高位上行, ~ 高位, max, min, missing" },
    { .key = "color",
      .type = CP_FIELD_TEXT,
      .offset = offsetof(cp_table_rule, color),
      .help = "the text's colour" },
    { .key = "fill",
      .type = CP_FIELD_TEXT,
      .offset = offsetof(cp_table_rule, fill),
      .help = "the ground's colour; emphasis: the style's own" },
    { .key = "bold",
      .type = CP_FIELD_BOOL,
      .offset = offsetof(cp_table_rule, bold),
      .help = "whether the text is bold" },
    { 0 },
};

/* The longer signs ahead of those that they begin with. */
static const struct {
    const char *sign;
    cp_rule_test test;
} signs[] = {
    { ">=", CP_RULE_AT_LEAST }, { "<=", CP_RULE_AT_MOST }, { "!=", CP_RULE_UNEQUAL },
    { ">", CP_RULE_MORE },      { "<", CP_RULE_LESS },     { "=", CP_RULE_EQUAL },
    { "~", CP_RULE_HOLDS },
};

static const struct {
    const char *word;
    cp_rule_test test;
} words[] = { { "max", CP_RULE_MAX }, { "min", CP_RULE_MIN }, { "missing", CP_RULE_MISSING } };

static bool read_when(cp_table_rule *rule, const cp_figure_env *env)
{
    cp_str when = cp_str_trim(rule->when);

    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (cp_str_is(when, words[i].word)) {
            rule->test = words[i].test;
            return true;
        }
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++) {
        cp_str sign = cp_str_from(signs[i].sign);

        if (!cp_str_starts(when, sign))
            continue;
        rule->test = signs[i].test;
        rule->text = cp_str_trim(cp_str_slice(when, sign.size, when.size));
        if (rule->text.size > 0)
            return true;
        break;
    }
    return cp_fail(env->report, cp_field_place(rule->node, "when"),
                   "'" CP_FMT "' is no test; expected a comparison such as >= 80%% or = 高位上行, "
                   "~ and a part of the text, max, min or missing",
                   CP_ARG(rule->when));
}

bool cp_table_ink(cp_str word, cp_place at, cp_color_pair *out, const cp_figure_env *env)
{
    const cp_chart_style *chart = &env->style->chart;

    if (!cp_figure_color(env, word, at, out))
        return false;
    if (cp_str_is(word, "sign"))
        *out = (cp_color_pair){ chart->up_text, chart->down_text };
    else if (cp_str_is(word, "up"))
        *out = (cp_color_pair){ chart->up_text, chart->up_text };
    else if (cp_str_is(word, "down"))
        *out = (cp_color_pair){ chart->down_text, chart->down_text };
    return true;
}

static bool read_rule(const cp_node *node, bool of_rows, cp_table_rule *rule,
                      const cp_figure_env *env)
{
    cp_color emphasis = env->style->table.emphasis_fill;
    bool ok = cp_fields_read(env->arena, cp_table_rule_fields, NULL, node, rule, env->report);

    rule->node = node;
    if (rule->when.size > 0)
        ok = read_when(rule, env) && ok;
    if (of_rows && rule->field.size == 0 && node->kind == CP_NODE_MAP)
        ok = cp_fail(env->report, node->place,
                     "a rule for rows names the column that it tests: "
                     "{field: ..., when: ...}");
    if (rule->color.size > 0)
        ok = cp_table_ink(rule->color, cp_field_place(node, "color"), &rule->ink, env) && ok;
    if (rule->color.size == 0 && rule->fill.size == 0 && !rule->bold) {
        rule->bold = true;
        rule->fill = CP_STR("emphasis");
    }
    if (cp_str_is(rule->fill, "emphasis"))
        rule->ground = (cp_color_pair){ emphasis, emphasis };
    else if (rule->fill.size > 0)
        ok = cp_figure_color(env, rule->fill, cp_field_place(node, "fill"), &rule->ground) && ok;
    rule->faulty = !ok;
    return ok;
}

bool cp_table_rules_read(const cp_node *list, bool of_rows, cp_table_rules *out,
                         const cp_figure_env *env)
{
    size_t count = 0;
    bool ok = true;

    *out = (cp_table_rules){ 0 };
    if (!list)
        return true;
    if (list->kind != CP_NODE_LIST)
        return cp_fail(env->report, list->place,
                       "expected a list of rules such as {when: \">= 80%%\", color: up}, found %s",
                       cp_node_kind_name(list));
    out->item = cp_new_array(env->arena, cp_table_rule, list->count);
    for (const cp_node *node = list->first; node; node = node->next)
        ok = read_rule(node, of_rows, &out->item[count++], env) && ok;
    out->count = count;
    return ok;
}

static void find_extreme(cp_table_rule *rule, size_t rows)
{
    bool most = rule->test == CP_RULE_MAX;

    rule->number = most ? -INFINITY : INFINITY;
    for (size_t i = 0; i < rows; i++)
        rule->number = most ? fmax(rule->number, rule->data->number[i])
                            : fmin(rule->number, rule->data->number[i]);
}

/* Whether the test's other side is of the column's kind; a number comes to the column's unit. */
static bool compares(cp_table_rule *rule)
{
    cp_quantity quantity;
    cp_date_form form;
    cp_date date;

    if (rule->data->type == CP_TEXT)
        return true;
    if (rule->test == CP_RULE_HOLDS)
        return false;
    return rule->data->type == CP_DATE
               ? cp_date_parse(rule->text, &date, &form)
               : cp_quantity_parse(rule->text, &quantity)
                     && cp_quantity_in(&quantity, rule->data->unit, &rule->number);
}

/* "> 5" asks cells as 5 % for 500 %. */
static void warn_of_bare_percent(const cp_table_rule *rule, const cp_figure_env *env)
{
    cp_quantity asked;

    if (rule->data->percent && cp_quantity_parse(rule->text, &asked) && asked.unit.size == 0
        && fabs(asked.value) >= 1)
        cp_warn(env->report, cp_field_place(rule->node, "when"),
                "column '" CP_FMT "' holds percent, of which '" CP_FMT "' means %.15g %%; "
                "expected '" CP_FMT "%%' if that is meant",
                CP_ARG(rule->data->name), CP_ARG(rule->when), asked.value * 100,
                CP_ARG(rule->text));
}

static bool bind_extreme(cp_table_rule *rule, size_t rows, const cp_figure_env *env)
{
    if (rule->data->type != CP_NUMBER)
        return cp_fail(env->report, cp_field_place(rule->node, "when"),
                       "column '" CP_FMT "' holds %ss, which have no '" CP_FMT "'",
                       CP_ARG(rule->data->name), cp_type_name(rule->data->type),
                       CP_ARG(rule->when));
    find_extreme(rule, rows);
    return true;
}

static bool bind_rule(cp_table_rule *rule, size_t rows, const cp_figure_env *env)
{
    if (rule->test == CP_RULE_MISSING)
        return true;
    if (rule->test == CP_RULE_MAX || rule->test == CP_RULE_MIN)
        return bind_extreme(rule, rows, env);
    if (!compares(rule))
        return cp_fail(env->report, cp_field_place(rule->node, "when"),
                       "column '" CP_FMT "' holds %ss, '" CP_FMT "' does not compare with one",
                       CP_ARG(rule->data->name), cp_type_name(rule->data->type),
                       CP_ARG(rule->when));
    warn_of_bare_percent(rule, env);
    return true;
}

bool cp_table_rules_bind(cp_table_rules *rules, const cp_row_source *source, const cp_table *table,
                         const cp_column *own, const cp_figure_env *env)
{
    bool ok = true;

    for (size_t i = 0; i < rules->count; i++) {
        cp_table_rule *rule = &rules->item[i];
        cp_row_source at = *source;

        at.map = rule->node;
        rule->data = rule->field.size > 0
                         ? cp_row_source_column(&at, table, "field", rule->field, env)
                         : own;
        ok = rule->data && !rule->faulty && bind_rule(rule, table->rows, env) && ok;
    }
    return ok;
}

static bool compare(cp_rule_test test, int order)
{
    switch (test) {
    case CP_RULE_AT_LEAST:
        return order >= 0;
    case CP_RULE_AT_MOST:
        return order <= 0;
    case CP_RULE_UNEQUAL:
        return order != 0;
    case CP_RULE_MORE:
        return order > 0;
    case CP_RULE_LESS:
        return order < 0;
    default:
        return order == 0;
    }
}

static bool text_holds(const cp_table_rule *rule, cp_str text)
{
    if (rule->test == CP_RULE_HOLDS)
        return cp_str_find(text, rule->text, 0) != SIZE_MAX;
    return compare(rule->test, cp_str_compare(text, rule->text));
}

static bool date_holds(const cp_table_rule *rule, cp_date date)
{
    cp_date wanted;
    cp_date_form form;

    return cp_date_parse(rule->text, &wanted, &form)
           && compare(rule->test, (date > wanted) - (date < wanted));
}

static bool holds(const cp_table_rule *rule, size_t row)
{
    double value;

    if (cp_cell_missing(rule->data, row) || rule->test == CP_RULE_MISSING)
        return rule->test == CP_RULE_MISSING && cp_cell_missing(rule->data, row);
    if (rule->data->type == CP_TEXT)
        return text_holds(rule, rule->data->text[row]);
    if (rule->data->type == CP_DATE)
        return date_holds(rule, rule->data->date[row]);
    value = rule->data->number[row];
    return compare(rule->test, (value > rule->number) - (value < rule->number));
}

static cp_color by_sign(const cp_table_rule *rule, cp_color_pair pair, size_t row)
{
    return rule->data->type == CP_NUMBER && rule->data->number[row] < 0 ? pair.below : pair.above;
}

void cp_table_rules_apply(const cp_table_rules *rules, size_t row, const cp_style *style,
                          cp_cell_look *look)
{
    for (size_t i = 0; i < rules->count; i++) {
        const cp_table_rule *rule = &rules->item[i];

        if (!holds(rule, row))
            continue;
        look->bold = look->bold || rule->bold;
        if (rule->color.size > 0) {
            look->ink = by_sign(rule, rule->ink, row);
            look->tinted = true;
        } else if (rule->bold && !look->tinted) {
            look->ink = style->table.strong.color;
        }
        if (rule->fill.size > 0)
            look->fill = by_sign(rule, rule->ground, row);
    }
}
