/* cards_load.c - the texts of cards, from the spec or from rows, and their measures. */
#include "figure/cards.h"

#include "figure/color.h"
#include "figure/value.h"

static cp_str cell_of(const cp_figure_env *env, const cp_table *table, const char *name, size_t row)
{
    const cp_column *column = cp_table_column(table, cp_str_from(name));

    return column ? cp_cell_plain(env->arena, column, row) : CP_STR("");
}

static bool fill_from_table(cp_cards *spec, const cp_figure_env *env)
{
    const cp_table *table = cp_row_source_load(&spec->source, env);
    const cp_column *value = table ? cp_table_column(table, CP_STR("value")) : NULL;
    cp_place at = cp_field_place(spec->map, table ? spec->source.origin : "");
    bool given = cp_node_child(spec->map, "format") != NULL;
    cp_value_form form;

    if (!table)
        return false;
    if (!value)
        return cp_fail(env->report, at,
                       "no column 'value' in `%s`: cards are made of the columns "
                       "value, unit, label, note and color",
                       spec->source.origin);
    if (table->rows > CP_CARDS_MOST)
        return cp_fail(env->report, at, "`%s` gives %zu rows; at most %d can be big",
                       spec->source.origin, table->rows, CP_CARDS_MOST);
    if (value->type == CP_NUMBER
        && !cp_value_form_make(value, table->rows, given ? &spec->format : NULL,
                               cp_field_place(spec->map, "format"), &form, env->report))
        return false;
    spec->count = table->rows;
    spec->cards = cp_new_array(env->arena, cp_card, table->rows);
    for (size_t i = 0; i < table->rows; i++) {
        cp_card *it = &spec->cards[i];

        *it = (cp_card){ .unit_text = cell_of(env, table, "unit", i),
                         .label_text = cell_of(env, table, "label", i),
                         .note_text = cell_of(env, table, "note", i),
                         .color_text = cell_of(env, table, "color", i),
                         .place = table->lines ? cp_table_place(table, i) : at };
        it->color_place = it->place;
        it->value_text = value->type == CP_NUMBER
                             ? cp_value_write(env->arena, &form, value->number[i])
                             : cp_cell_plain(env->arena, value, i);
        if (it->unit_text.size == 0 && value->type == CP_NUMBER
            && !cp_str_ends(it->value_text, CP_STR("%")))
            it->unit_text = value->unit;
    }
    return true;
}

static bool is_negative(cp_str value)
{
    return cp_str_starts(value, CP_STR("-")) || cp_str_starts(value, CP_STR("\u2212"));
}

static bool settle_color(cp_card *it, const cp_figure_env *env)
{
    cp_color_pair pair;

    if (it->color_text.size == 0)
        return true;
    if (!cp_figure_color(env, it->color_text, it->color_place, &pair))
        return false;
    it->has_color = true;
    it->color = is_negative(it->value_text) ? pair.below : pair.above;
    return true;
}

/* A percent sign is set as the unit it is. */
static void split_percent(cp_card *it)
{
    if (it->unit_text.size > 0 || !cp_str_ends(it->value_text, CP_STR("%"))
        || it->value_text.size == 1)
        return;
    it->unit_text = CP_STR("%");
    it->value_text.size--;
}

static bool settle_card(cp_card *it, const cp_figure_env *env)
{
    const cp_cards_style *style = &env->style->cards;

    if (it->value_text.size == 0)
        return cp_fail(env->report, it->place, "a card without a value");
    if (!settle_color(it, env))
        return false;
    split_percent(it);
    it->value = cp_words_measure(env, &style->value, it->value_text, it->place);
    it->unit = cp_words_measure(env, &style->unit, it->unit_text, it->place);
    it->label = cp_words_measure(env, &style->label, it->label_text, it->place);
    it->note = cp_words_measure(env, &style->note, it->note_text, it->place);
    it->label_width = cp_words_least_width(&it->label, env);
    it->note_width = cp_words_least_width(&it->note, env);
    return true;
}

static cp_str describe(const cp_cards *spec, cp_arena *arena)
{
    const char *all = "";

    for (size_t i = 0; i < spec->count; i++) {
        const cp_card *it = &spec->cards[i];

        all = cp_printf(arena, "%s%s" CP_FMT CP_FMT CP_FMT, all, i ? "；" : "",
                        CP_ARG(it->label_text), CP_ARG(it->value_text), CP_ARG(it->unit_text));
    }
    return cp_str_printf(arena, "数字卡：%s。", all);
}

void cp_cards_check(const cp_figure *figure, const cp_figure_env *env)
{
    cp_cards *spec = figure->spec;

    if (!spec->items && !(spec->source.known && fill_from_table(spec, env)))
        return;
    for (size_t i = 0; i < spec->count; i++)
        settle_color(&spec->cards[i], env);
}

bool cp_cards_load(cp_figure *figure, const cp_figure_env *env)
{
    cp_cards *spec = figure->spec;
    bool ok = true;

    if (!spec->items && !fill_from_table(spec, env))
        return false;
    for (size_t i = 0; i < spec->count; i++)
        ok = settle_card(&spec->cards[i], env) && ok;
    if (ok && figure->alt.size == 0)
        figure->alt = describe(spec, env->arena);
    return ok;
}
