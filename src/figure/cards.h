/*
 * cards.h - big numbers: what cards.c reads and draws, cards_load.c fills, cards_grid.c places.
 */
#ifndef CP_FIGURE_CARDS_H
#define CP_FIGURE_CARDS_H

#include "figure/rows.h"
#include "figure/words.h"

/* Who shows more than a dozen numbers wants a table. */
enum { CP_CARDS_MOST = 12 };

typedef struct cp_card {
    cp_str value_text, unit_text, label_text, note_text, color_text; /* as given */
    cp_place color_place;
    cp_place place;
    bool has_color;
    cp_color color;
    cp_words value, unit, label, note;
    double label_width, note_width; /* least, at the style's sizes: where lines cannot break */
} cp_card;

typedef struct cp_cards {
    cp_row_source source;
    cp_node *items;
    int columns;
    cp_number_format format;
    const cp_node *map;
    size_t count;
    cp_card *cards;
} cp_cards;

/* Texts from the rows, colours, measures; findings at their places. */
bool cp_cards_load(cp_figure *figure, const cp_figure_env *env);

/* Behind faults of the spec: colours, and the columns of rows. */
void cp_cards_check(const cp_figure *figure, const cp_figure_env *env);

/* A grid of cards all alike: what stands where within one of them. */
typedef struct cp_cards_grid {
    size_t columns, rows;
    double scale;
    cp_size card;
    double text_width;
    double content; /* the height of the tallest card's text */
} cp_cards_grid;

/* The grid with the largest text; without columns: there is no room. */
cp_cards_grid cp_cards_choose(const cp_cards *spec, const cp_figure_env *env, cp_arena *page,
                              cp_rect box);
double cp_cards_height(const cp_cards_grid *grid, const cp_cards_style *style);

/* Of what stands in a card. */
double cp_cards_words_scale(const cp_words *words, double scale, const cp_style *style);
double cp_cards_unit_gap(const cp_card *card, const cp_style *style, double scale);
double cp_cards_number_height(const cp_card *card, const cp_style *style, double scale);

cp_size cp_cards_least(const cp_figure *figure, const cp_figure_env *env);
double cp_cards_least_height(const cp_figure *figure, const cp_figure_env *env, double width);

#endif
