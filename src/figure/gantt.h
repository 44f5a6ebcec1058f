/*
 * gantt.h - a plan: bars on the calendar, a row for each name.
 *
 * gantt.c reads the spec, gantt_time.c its times, gantt_load.c sets the items against
 * each other, gantt_layout.c finds places for bars and labels, gantt_draw.c puts the ink.
 */
#ifndef CP_FIGURE_GANTT_H
#define CP_FIGURE_GANTT_H

#include "figure/words.h"
#include "plot/dateticks.h"

/* More rows than a page has lines. */
enum { CP_GANTT_MOST = 60 };

/* Of the keys: a full bar, a hatched one, a diamond. */
enum { CP_GANTT_BAR_KEY, CP_GANTT_HATCH_KEY, CP_GANTT_DIAMOND_KEY };

typedef enum cp_gantt_open {
    CP_GANTT_CLOSED,
    CP_GANTT_OPEN_START,
    CP_GANTT_OPEN_END,
    CP_GANTT_OPEN_BOTH
} cp_gantt_open;

typedef struct cp_gantt_item {
    cp_str name, start, end, latest, label_text, color_text; /* as given */
    int pattern, open;
    const cp_node *node;
    size_t row;
    cp_color color;
    cp_words label;
    bool known; /* without a fault of its own */
    bool milestone;
    double first, last; /* days; the last is the day after */
    double tail;        /* to where the end is uncertain; `last`: it is certain */
    double middle;      /* of a milestone */
} cp_gantt_item;

typedef struct cp_gantt_keys {
    cp_str bar, hatch, milestone;
} cp_gantt_keys;

typedef struct cp_gantt {
    cp_node *list, *keys_node;
    cp_str from_text, to_text;
    cp_date today;
    const cp_node *map;
    cp_gantt_keys keys;
    size_t count, rows;
    cp_gantt_item *items;
    cp_words *names;
    double *name_least; /* the width where a name cannot break further */
    double from, to;    /* days */
    bool has_today;
    cp_words today_words;
    cp_words key_words[3]; /* bar, hatch, milestone; no text: not wanted */
} cp_gantt;

/* Where the text of an item stands. */
typedef enum cp_gantt_side {
    CP_GANTT_NONE,
    CP_GANTT_INSIDE,
    CP_GANTT_BESIDE,
    CP_GANTT_ABOVE
} cp_gantt_side;

typedef struct cp_gantt_spot {
    double x0, x1, x2;  /* the bar, and to where it is uncertain */
    double left, right; /* of its ink */
    cp_gantt_side side;
    double label_x;
    size_t lane; /* of a label above, from the bar upwards */
} cp_gantt_spot;

typedef struct cp_gantt_layout {
    const cp_gantt *gantt;
    const cp_figure_env *env;
    cp_size size; /* of the box; its height once all is placed */
    double scale;
    double name_width;
    cp_rect area; /* of the time, from the box's corner */
    double keys_height, today_height, axis_height;
    cp_scale time;
    cp_gantt_spot *spots;       /* one an item */
    double *row_y, *row_height; /* from the box's upper edge */
    size_t *lanes;
    double height; /* needed */
} cp_gantt_layout;

/* False where a word is wider than its place. */
bool cp_gantt_layout_make(cp_gantt_layout *layout, const cp_gantt *gantt, const cp_figure_env *env,
                          double width, double scale, cp_arena *page);

/* Share out what is left of the height. */
void cp_gantt_layout_spread(cp_gantt_layout *layout, double height);

double cp_gantt_lane(const cp_gantt_layout *layout); /* the height of one lane of labels */

/* The width of a key before its word, and of all keys. */
double cp_gantt_key_square(size_t key, const cp_style *style);
double cp_gantt_keys_width(const cp_gantt *gantt, const cp_style *style);

void cp_gantt_draw(const cp_gantt_layout *layout, const cp_canvas *canvas, double x, double y);

/* Days of the bar, of an item whose fields are read; an open end without a date is settled
 * with the whole plan's. */
bool cp_gantt_times(cp_gantt_item *item, const cp_figure_env *env);

/* Rows, colours and the span of time of all items that are known. */
bool cp_gantt_settle(cp_gantt *gantt, const cp_figure_env *env);
bool cp_gantt_load(cp_figure *figure, const cp_figure_env *env);

/* As cp_period_parse(), with a finding where it is no time. */
bool cp_gantt_period(cp_str text, cp_place at, cp_date *first, cp_date *last, cp_report *report);

/* The first and the last day of 2026-04-13, 2026-04, 2026Q2, 2026H1 or 2026. */
bool cp_period_parse(cp_str text, cp_date *first, cp_date *last);

#endif
