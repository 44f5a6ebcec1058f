#include "dataset/judge.h"

#include "dataset/sight.h"

#include <string.h>

bool cp_judge_sees(const cp_judge *judge, const char *text)
{
    return cp_sql_is(judge->at, text);
}

const cp_sql_token *cp_judge_next(cp_judge *judge)
{
    const cp_sql_token *token = judge->at;

    judge->at += token->kind != CP_SQL_END;
    return token;
}

bool cp_judge_skip(cp_judge *judge, const char *text)
{
    bool sees = cp_judge_sees(judge, text);

    judge->at += sees;
    return sees;
}

void cp_judge_close(cp_judge *judge)
{
    for (int depth = 1; depth > 0; judge->at++) {
        if (judge->at->kind == CP_SQL_END) {
            judge->lost = true;
            return;
        }
        depth += cp_judge_sees(judge, "(") - cp_judge_sees(judge, ")");
    }
}

static bool sees_any(const cp_judge *judge, const char *const *words)
{
    while (*words && !cp_judge_sees(judge, *words))
        words++;
    return *words != NULL;
}

/* What may stand behind the columns of a select. */
static const char *const core_words[]
    = { "from",  "where",  "group",     "having", "order", "limit",
        "union", "except", "intersect", "window", NULL };

bool cp_judge_ends_columns(const cp_sql_token *token)
{
    const char *const *word = core_words;

    while (*word && !cp_sql_is(token, *word))
        word++;
    return *word || token->kind == CP_SQL_END || cp_sql_is(token, ",") || cp_sql_is(token, ")");
}

bool cp_judge_at_select(const cp_judge *judge)
{
    static const char *const words[] = { "select", "with", "values", NULL };

    return sees_any(judge, words);
}

void cp_judge_expressions(cp_judge *judge)
{
    do
        cp_judge_expression(judge);
    while (!judge->lost && cp_judge_skip(judge, ","));
}

/* a desc, b nulls last */
static void judge_order(cp_judge *judge)
{
    do {
        cp_judge_expression(judge);
        if (!cp_judge_skip(judge, "asc"))
            cp_judge_skip(judge, "desc");
        if (cp_judge_skip(judge, "nulls"))
            cp_judge_next(judge);
    } while (!judge->lost && cp_judge_skip(judge, ","));
}

void cp_judge_window(cp_judge *judge)
{
    static const char *const parts[]
        = { "partition", "order", "rows", "range", "groups", ")", NULL };

    if (!sees_any(judge, parts))
        cp_judge_next(judge);
    if (cp_judge_skip(judge, "partition") && cp_judge_skip(judge, "by"))
        cp_judge_expressions(judge);
    if (cp_judge_skip(judge, "order") && cp_judge_skip(judge, "by"))
        judge_order(judge);
    cp_judge_close(judge);
}

/* ---- relations -------------------------------------------------------- */

static void add_column(cp_judge *judge, cp_relation *relation, cp_str name, cp_shape shape)
{
    size_t count = relation->count;

    if ((count & (count - 1)) == 0) {
        cp_result_column *more
            = cp_new_array(judge->arena, cp_result_column, count ? count * 2 : 1);

        if (count)
            memcpy(more, relation->columns, count * sizeof *more);
        relation->columns = more;
    }
    relation->columns[relation->count++] = (cp_result_column){ name, shape };
}

static void add_relation(cp_sight *sight, cp_relation *relation)
{
    cp_relation **link = &sight->relations;

    while (*link)
        link = &(*link)->next;
    relation->next = NULL;
    *link = relation;
}

static cp_relation *relation_of_table(cp_judge *judge, const cp_table *table)
{
    static const unsigned kinds[]
        = { [CP_TEXT] = CP_IS_TEXT, [CP_NUMBER] = CP_IS_REAL, [CP_DATE] = CP_IS_DATE };
    cp_relation *relation = cp_new(judge->arena, cp_relation);

    for (size_t i = 0; i < table->column_count; i++) {
        const cp_column *column = &table->columns[i];

        add_column(judge, relation, column->name,
                   (cp_shape){ .is = kinds[column->type], .source = column, .direct = true });
    }
    return relation;
}

static cp_relation *relation_named(cp_judge *judge, cp_str name)
{
    cp_relation *relation = cp_new(judge->arena, cp_relation);
    const cp_offer *offer = cp_offer_find(judge->query->dataset, name);

    for (const cp_common *common = judge->commons; common; common = common->next)
        if (cp_sql_same(common->name, name)) {
            *relation = common->relation;
            return relation;
        }
    if (offer && offer->table)
        return relation_of_table(judge, offer->table);
    relation->open = true;
    return relation;
}

static bool has_column(const cp_relation *relation, cp_str name)
{
    for (size_t i = 0; i < relation->count; i++)
        if (cp_sql_same(relation->columns[i].name, name))
            return true;
    return false;
}

/* ---- from ------------------------------------------------------------- */

static void read_alias(cp_judge *judge, cp_relation *relation)
{
    static const char *const stops[] = {
        "on",     "using",  "where",   "group", "having",  "order", "limit",     "union",
        "except", "window", "natural", "left",  "right",   "full",  "intersect", "inner",
        "cross",  "join",   "outer",   "not",   "indexed", NULL,
    };
    bool as = cp_judge_skip(judge, "as");
    cp_sql_kind kind = judge->at->kind;

    if (kind == CP_SQL_NAME || kind == CP_SQL_TEXT
        || (kind == CP_SQL_WORD && (as || !sees_any(judge, stops))))
        relation->name = cp_judge_next(judge)->text;
    if (cp_judge_skip(judge, "not"))
        cp_judge_skip(judge, "indexed");
    else if (cp_judge_skip(judge, "indexed") && cp_judge_skip(judge, "by"))
        cp_judge_next(judge);
}

static void read_from(cp_judge *judge, cp_sight *sight);

static cp_relation *read_table(cp_judge *judge)
{
    cp_str name = cp_judge_next(judge)->text;
    cp_relation *relation;

    if (cp_judge_skip(judge, "."))
        name = cp_judge_next(judge)->text;
    if (cp_judge_skip(judge, "(")) {
        cp_judge_close(judge);
        relation = cp_new(judge->arena, cp_relation);
        relation->open = true;
    } else {
        relation = relation_named(judge, name);
    }
    relation->name = name;
    return relation;
}

static cp_relation *read_item(cp_judge *judge, cp_sight *sight)
{
    cp_relation *relation;

    if (judge->at->kind != CP_SQL_WORD && judge->at->kind != CP_SQL_NAME
        && judge->at->kind != CP_SQL_TEXT && !cp_judge_sees(judge, "(")) {
        judge->lost = true;
        return NULL;
    }
    if (!cp_judge_skip(judge, "(")) {
        relation = read_table(judge);
    } else if (cp_judge_at_select(judge)) {
        relation = cp_judge_select(judge);
        cp_judge_close(judge);
    } else {
        read_from(judge, sight);
        cp_judge_close(judge);
        return NULL;
    }
    read_alias(judge, relation);
    return relation;
}

/* The columns that NATURAL or USING joins show once, with the tables before. */
static void merge_columns(cp_judge *judge, const cp_sight *sight, cp_relation *relation,
                          bool natural)
{
    relation->merged = cp_new_array(judge->arena, bool, relation->count);
    for (size_t i = 0; natural && i < relation->count; i++)
        for (const cp_relation *before = sight->relations; before && before != relation;
             before = before->next)
            relation->merged[i] |= has_column(before, relation->columns[i].name);
    if (!cp_judge_skip(judge, "using") || !cp_judge_skip(judge, "("))
        return;
    for (; !cp_judge_sees(judge, ")") && judge->at->kind != CP_SQL_END; judge->at++)
        for (size_t i = 0; i < relation->count; i++)
            relation->merged[i] |= cp_sql_same(relation->columns[i].name, judge->at->text);
    cp_judge_close(judge);
}

static bool read_join(cp_judge *judge, bool *natural)
{
    static const char *const words[]
        = { "natural", "left", "right", "full", "inner", "outer", "cross", "join", NULL };

    *natural = false;
    if (cp_judge_skip(judge, ","))
        return true;
    if (!sees_any(judge, words))
        return false;
    while (!cp_judge_skip(judge, "join") && sees_any(judge, words)) {
        *natural |= cp_judge_sees(judge, "natural");
        cp_judge_next(judge);
    }
    return true;
}

static void read_from(cp_judge *judge, cp_sight *sight)
{
    bool natural = false;

    do {
        cp_relation *relation = read_item(judge, sight);

        if (judge->lost)
            return;
        if (relation) {
            add_relation(sight, relation);
            merge_columns(judge, sight, relation, natural);
        }
        if (cp_judge_skip(judge, "on"))
            cp_judge_expression(judge);
    } while (!judge->lost && read_join(judge, &natural));
}

/* ---- select ----------------------------------------------------------- */

/* The FROM of the select whose columns begin here, or NULL. */
static const cp_sql_token *find_from(const cp_judge *judge)
{
    cp_judge ahead = *judge;

    for (int depth = 0; ahead.at->kind != CP_SQL_END; ahead.at++) {
        depth += cp_judge_sees(&ahead, "(") - cp_judge_sees(&ahead, ")");
        if (depth < 0)
            return NULL;
        if (depth > 0 || !sees_any(&ahead, core_words))
            continue;
        if (!cp_judge_sees(&ahead, "from"))
            return NULL;
        if (ahead.at == judge->at || !cp_sql_is(ahead.at - 1, "distinct"))
            return ahead.at; /* not the FROM of IS DISTINCT FROM */
    }
    return NULL;
}

static void add_all(cp_judge *judge, cp_relation *result, const cp_str *table)
{
    const cp_sql_token *token = judge->at - 1;

    for (const cp_relation *each = judge->sight->relations; each; each = each->next) {
        if (table && !cp_sql_same(each->name, *table))
            continue;
        result->open |= each->open;
        for (size_t i = 0; i < each->count; i++) {
            cp_shape shape = each->columns[i].shape;

            shape.token = token;
            shape.literal = false;
            if (table || !each->merged || !each->merged[i])
                add_column(judge, result, each->columns[i].name, shape);
        }
    }
}

static cp_str read_column_name(cp_judge *judge, const cp_sql_token *first, cp_shape shape)
{
    const cp_sql_token *last = judge->at - 1;
    bool as = cp_judge_skip(judge, "as");
    cp_sql_kind kind = judge->at->kind;

    if (kind == CP_SQL_NAME || kind == CP_SQL_TEXT
        || (kind == CP_SQL_WORD && (as || !sees_any(judge, core_words))))
        return cp_judge_next(judge)->text;
    if (shape.direct)
        return last->text;
    return cp_str_slice(judge->query->sql, first->at, last->end);
}

static void read_columns(cp_judge *judge, cp_relation *result)
{
    do {
        const cp_sql_token *first = judge->at;
        cp_shape shape;

        if (cp_judge_skip(judge, "*")) {
            add_all(judge, result, NULL);
        } else if (first->kind != CP_SQL_END && cp_sql_is(first + 1, ".")
                   && cp_sql_is(first + 2, "*")) {
            cp_judge_next(judge);
            cp_judge_next(judge);
            cp_judge_next(judge);
            add_all(judge, result, &first->text);
        } else {
            shape = cp_judge_expression(judge);
            shape.token = first;
            add_column(judge, result, read_column_name(judge, first, shape), shape);
        }
    } while (!judge->lost && cp_judge_skip(judge, ","));
}

static void read_clauses(cp_judge *judge)
{
    if (cp_judge_skip(judge, "where"))
        cp_judge_expression(judge);
    if (cp_judge_skip(judge, "group") && cp_judge_skip(judge, "by"))
        cp_judge_expressions(judge);
    if (cp_judge_skip(judge, "having"))
        cp_judge_expression(judge);
    if (!cp_judge_skip(judge, "window"))
        return;
    do {
        cp_judge_next(judge);
        if (!cp_judge_skip(judge, "as") || !cp_judge_skip(judge, "("))
            judge->lost = true;
        else
            cp_judge_window(judge);
    } while (!judge->lost && cp_judge_skip(judge, ","));
}

static void read_values(cp_judge *judge, cp_relation *result)
{
    do {
        size_t column = 0;

        if (!cp_judge_skip(judge, "("))
            judge->lost = true;
        do {
            cp_shape shape = cp_judge_expression(judge);
            cp_str name = cp_str_printf(judge->arena, "column%zu", column + 1);

            if (column == result->count)
                add_column(judge, result, name, shape);
            else
                result->columns[column].shape
                    = cp_shape_merge(judge, result->columns[column].shape, shape);
            column++;
        } while (!judge->lost && cp_judge_skip(judge, ","));
        cp_judge_close(judge);
    } while (!judge->lost && cp_judge_skip(judge, ","));
}

/* One select without its ORDER BY; names of `sight` stay visible behind it. */
static cp_relation *read_core(cp_judge *judge, cp_sight *sight)
{
    cp_relation *result = cp_new(judge->arena, cp_relation);
    const cp_sql_token *from, *columns, *behind = NULL;

    *sight = (cp_sight){ .outer = judge->sight };
    judge->sight = sight;
    if (cp_judge_skip(judge, "values")) {
        read_values(judge, result);
        return result;
    }
    if (!cp_judge_skip(judge, "select"))
        judge->lost = true;
    if (!cp_judge_skip(judge, "distinct"))
        cp_judge_skip(judge, "all");
    columns = judge->at;
    from = find_from(judge);
    if (from) {
        judge->at = from + 1;
        read_from(judge, sight);
        behind = judge->at;
        judge->at = columns;
    }
    if (!judge->lost)
        read_columns(judge, result);
    if (from && judge->at != from)
        judge->lost = true;
    if (from)
        judge->at = behind;
    sight->result = result;
    if (!judge->lost)
        read_clauses(judge);
    return result;
}

static bool skip_compound(cp_judge *judge)
{
    if (cp_judge_skip(judge, "union")) {
        cp_judge_skip(judge, "all");
        return true;
    }
    return cp_judge_skip(judge, "except") || cp_judge_skip(judge, "intersect");
}

/* The columns of a common table, under the names of its list if it has one. */
static void fill_common(cp_judge *judge, cp_common *common, const cp_relation *names,
                        const cp_relation *rows)
{
    cp_relation relation = { .name = common->name, .open = rows->open };

    for (size_t i = 0; i < rows->count; i++)
        add_column(judge, &relation,
                   i < names->count ? names->columns[i].name : rows->columns[i].name,
                   rows->columns[i].shape);
    common->relation = relation;
}

/* A select with its compounds.  `common`, if any, is what it defines: known from the first
 * part on, for the parts behind may speak of it. */
static cp_relation *read_compound(cp_judge *judge, cp_common *common, const cp_relation *names)
{
    cp_sight *outer = judge->sight, sight;
    cp_relation *result = read_core(judge, &sight);

    if (common)
        fill_common(judge, common, names, result);
    while (!judge->lost && skip_compound(judge)) {
        const cp_relation *more;

        judge->sight = outer;
        more = read_core(judge, &sight);
        result->open |= more->open;
        for (size_t i = 0; i < result->count && i < more->count; i++)
            result->columns[i].shape
                = cp_shape_merge(judge, result->columns[i].shape, more->columns[i].shape);
    }
    if (!judge->lost && cp_judge_skip(judge, "order") && cp_judge_skip(judge, "by"))
        judge_order(judge);
    if (!judge->lost && cp_judge_skip(judge, "limit")) {
        cp_judge_expression(judge);
        if (cp_judge_skip(judge, "offset") || cp_judge_skip(judge, ","))
            cp_judge_expression(judge);
    }
    judge->sight = outer;
    if (common)
        fill_common(judge, common, names, result);
    return result;
}

static cp_relation *read_with(cp_judge *judge, cp_common *common, const cp_relation *names);

static void read_common(cp_judge *judge)
{
    cp_common *common = cp_new(judge->arena, cp_common);
    cp_relation names = { 0 };

    common->name = cp_judge_next(judge)->text;
    common->relation.open = true;
    common->next = judge->commons;
    judge->commons = common;
    if (cp_judge_skip(judge, "(")) {
        for (; !cp_judge_sees(judge, ")") && judge->at->kind != CP_SQL_END; judge->at++)
            if (!cp_judge_sees(judge, ","))
                add_column(judge, &names, judge->at->text, (cp_shape){ .is = CP_IS_ANY });
        cp_judge_close(judge);
    }
    cp_judge_skip(judge, "as");
    cp_judge_skip(judge, "not");
    cp_judge_skip(judge, "materialized");
    if (cp_judge_skip(judge, "("))
        read_with(judge, common, &names);
    else
        judge->lost = true;
    cp_judge_close(judge);
}

static cp_relation *read_with(cp_judge *judge, cp_common *common, const cp_relation *names)
{
    cp_common *known = judge->commons;
    cp_relation *result;

    if (cp_judge_skip(judge, "with")) {
        cp_judge_skip(judge, "recursive");
        do
            read_common(judge);
        while (!judge->lost && cp_judge_skip(judge, ","));
    }
    result = read_compound(judge, common, names);
    judge->commons = known;
    return result;
}

cp_relation *cp_judge_select(cp_judge *judge)
{
    return read_with(judge, NULL, NULL);
}

bool cp_query_judge(cp_query *query, cp_verdict *out)
{
    cp_judge judge = { .query = query, .arena = &query->scratch, .at = query->tokens, .ok = true };
    const cp_relation *result = cp_judge_select(&judge);

    *out = (cp_verdict){ 0 };
    if (!judge.lost && !result->open
        && result->count == (size_t)sqlite3_column_count(query->statement))
        *out = (cp_verdict){ result->count, result->columns };
    return judge.ok;
}
