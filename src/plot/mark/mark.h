/*
 * mark.h - a mark says what it needs as data, and puts ink.
 *
 * A mark is a const struct at the end of its own file and one word in MARKS.
 * Scaling, missing values, colours and legends are settled before draw(): a
 * view is points on the page.
 *
 * In a chart file a mark is a mapping whose first key is the mark's word and
 * whose value is the column it shows: {bar: 成交额, name: 全A成交额}.
 */
#ifndef CP_PLOT_MARK_MARK_H
#define CP_PLOT_MARK_MARK_H

#include "base/geometry.h"
#include "spec/field.h"
#include "spec/style.h"
#include "table/table.h"
#include "text/text.h"

#include <cairo.h>

/* What plots and marks draw with. */
typedef struct cp_looks {
    const cp_style *style;
    cp_fonts *fonts;
    cp_report *report;
} cp_looks;

/* Room at the four sides of a box. */
typedef struct cp_margins {
    double top, right, bottom, left;
} cp_margins;

typedef enum cp_side { CP_SIDE_LEFT, CP_SIDE_RIGHT } cp_side;

/* Which values are written beside a mark: bits, for `label:` takes a list. */
typedef enum cp_mark_label {
    CP_LABEL_NONE = 0,
    CP_LABEL_AUTO = 1,
    CP_LABEL_LAST = 2,
    CP_LABEL_FIRST = 4,
    CP_LABEL_MAX = 8,
    CP_LABEL_MIN = 16,
    CP_LABEL_ALL = 32,
    CP_LABEL_NAME = 64,  /* the series' name at its end, instead of a key in the legend */
    CP_LABEL_TOTAL = 128 /* the height of a whole stack, above it */
} cp_mark_label;

/* The options of every mark; a mark's own struct begins with these and its
 * field table with CP_MARK_FIELDS. */
typedef struct cp_mark_options {
    cp_str column; /* behind the mark's own word */
    cp_str name;
    int axis; /* cp_side */
    cp_str color;
    cp_number_format format;
    cp_texts label;
} cp_mark_options;

extern const char *const cp_mark_axis_words[];
extern const char *const cp_mark_stack_words[]; /* by cp_stack of plot/bind.h */

#define CP_MARK_FIELDS(owner, word, word_help)                                                     \
    { .key = word,                                                                                 \
      .type = CP_FIELD_TEXT,                                                                       \
      .offset = offsetof(owner, common.column),                                                    \
      .fallback = "!",                                                                             \
      .help = word_help },                                                                         \
        { .key = "name",                                                                           \
          .type = CP_FIELD_TEXT,                                                                   \
          .offset = offsetof(owner, common.name),                                                  \
          .help = "its name in the legend; default: the column's" },                               \
        { .key = "axis",                                                                           \
          .type = CP_FIELD_WORD,                                                                   \
          .offset = offsetof(owner, common.axis),                                                  \
          .fallback = "left",                                                                      \
          .words = cp_mark_axis_words,                                                             \
          .help = "the y axis it is measured on" },                                                \
        { .key = "color",                                                                          \
          .type = CP_FIELD_TEXT,                                                                   \
          .offset = offsetof(owner, common.color),                                                 \
          .help = "a colour of the style, #RRGGBB, or a column that splits it into series" },      \
        { .key = "format",                                                                         \
          .type = CP_FIELD_FORMAT,                                                                 \
          .offset = offsetof(owner, common.format),                                                \
          .help = "how its values are written, as d3-format" },                                    \
    {                                                                                              \
        .key = "label", .type = CP_FIELD_TEXTS, .offset = offsetof(owner, common.label),           \
        .help = "which of its values are written: auto, none, last, first, max, min, all, name, "  \
                "total; one or a list"                                                             \
    }

typedef enum cp_channel {
    CP_CHANNEL_NONE,
    CP_CHANNEL_Y,     /* a column of numbers */
    CP_CHANNEL_TEXT,  /* a column of any type, written */
    CP_CHANNEL_BASE,  /* a column of numbers: where its ink begins */
    CP_CHANNEL_HATCH, /* `hatch`, or a column that says which rows are hatched */
    CP_CHANNEL_MORE,  /* further numbers on the y axis, in order: view->more */
    CP_CHANNEL_NAME,  /* a column of any type: y has a step for each name, the first on top */
    CP_CHANNEL_VALUE, /* numbers off the axes, told by size or colour: view->value */
    CP_CHANNEL_TO,    /* behind an AT: the other end of a stretch, which covers its steps whole */
    CP_CHANNEL_AT     /* a constant, no column: a number on the y axis or a value of x */
} cp_channel;

/* The option `key` of the mark names the column of `channel`. */
typedef struct cp_channel_def {
    const char *key;
    cp_channel channel;
    bool required;
} cp_channel_def;

/* How many columns a mark may have as CP_CHANNEL_MORE. */
enum { CP_MARK_MORE = 3 };

/* What the rest of the plot must know of a mark. */
typedef enum cp_mark_trait {
    CP_MARK_FROM_ZERO = 1,    /* ink from zero (or a stack) to the value: its axis shows zero */
    CP_MARK_FILLS = 2,        /* covers ground: drawn beneath the others and the zero line */
    CP_MARK_STEP = 4,         /* stands beside its like in the step of x */
    CP_MARK_SINGLE = 8,       /* one row for each x */
    CP_MARK_ENDS = 16,        /* has an end that can carry its last value */
    CP_MARK_BETWEEN = 32,     /* goes between two rows, `from` and `to`, above all others */
    CP_MARK_BEHIND = 256,     /* a ground for all others, drawn before them */
    CP_MARK_SIGNED = 512,     /* red and green, unless told otherwise */
    CP_MARK_PLAIN = 1024,     /* takes none of the palette's colours, unless told */
    CP_MARK_KEYED = 2048,     /* its key says more than its name: shown though it is the only one */
    CP_MARK_OUTSIDE = 8192,   /* writes its values beyond its ends, for which its axis keeps room */
    CP_MARK_WRITES = 16384,   /* writes its values unless `label: none` */
    CP_MARK_SAYS = 32768,     /* what it writes is no value */
    CP_MARK_BY_SIGN = 65536,  /* draws falls, or what is below zero, in their own colour, and by
                              a second sign: `color: sign` */
    CP_MARK_TWO_KEYS = 131072 /* with that, its key shows one of each beside each other */
} cp_mark_trait;

/* Beyond which ends of its axes a point lies: bits.  It is drawn at the edge. */
typedef enum cp_beyond {
    CP_BEYOND_LEFT = 1,
    CP_BEYOND_RIGHT = 2,
    CP_BEYOND_ABOVE = 4,
    CP_BEYOND_BELOW = 8
} cp_beyond;

/* One series on the page: all lengths in points. */
typedef struct cp_mark_view {
    const void *options;
    cp_place place; /* of the mark in its file */
    const cp_looks *looks;
    cp_arena *page;
    cp_rect plot;
    size_t rows;
    const double *x;     /* ascending */
    const double *y;     /* NaN: missing */
    const double *base;  /* the other end of what is measured from zero or a stack; else NULL */
    const cp_str *text;  /* or NULL */
    const bool *hatched; /* which rows are estimates; NULL: none */
    const bool *strong;  /* which rows are drawn stronger than the others; NULL: none */
    const unsigned char *beyond;             /* cp_beyond of each row; NULL: none */
    const double *more[CP_MARK_MORE];        /* further columns, as y */
    const double *value;                     /* in the column's own unit; NULL: no such channel */
    double value_low, value_high;            /* of all series of the mark */
    const double *more_amount[CP_MARK_MORE]; /* `more` in the axis's unit */
    const double *amount;  /* what each row is worth: y, from its base, in the axis's unit */
    bool worded;           /* its words stand beside or on its ink */
    bool lined;            /* lines or areas of the plot go from row to row */
    size_t index;          /* of the series among those of the mark */
    bool split;            /* it is one of several, by a column behind `color` */
    double y_step;         /* height of a step of y where it has names; else 0 */
    cp_color color, below; /* below: of values under zero */
    double zero;           /* where zero stands */
    double step;           /* width of a step of x, the least distance of two rows without steps */
    bool stepped;          /* x has steps: days or names */
    bool reversed;         /* values grow downward */
    bool flipped;          /* drawn on its side: x runs down the page, y to the left; words must
                              be turned back */
    cp_rect area;          /* of the data as the page sees it, where they are turned */
    double from, width;    /* its place in the step: the left edge relative to x */
} cp_mark_view;

/* Of a row's place in its step. */
static inline double cp_mark_middle(const cp_mark_view *view, size_t row)
{
    return view->x[row] + view->from + view->width / 2;
}

/* Where a row's bar begins: at its base, else at zero. */
static inline double cp_mark_foot(const cp_mark_view *view, size_t row)
{
    return view->base ? view->base[row] : view->zero;
}

static inline bool cp_mark_lies_within(const cp_mark_view *view, double y, double slack)
{
    return y >= view->plot.y - slack && y <= view->plot.y + view->plot.height + slack;
}

/* Whether a point of this height lies between the ends of its axis; a missing one does not. */
static inline bool cp_mark_is_within(const cp_mark_view *view, double y)
{
    return cp_mark_lies_within(view, y, 1e-6);
}

/* A line's point beyond the ends of the axis is not drawn, which the plot tells: its value and
 * its text have no place. */
static inline bool cp_mark_shows(const cp_mark_view *view, size_t row)
{
    return cp_mark_lies_within(view, view->y[row], 0.5);
}

/* What a key in the legend is drawn from. */
typedef struct cp_mark_key {
    const void *options;
    cp_arena *page;
    bool hatched;
    const cp_looks *looks;
    cp_rect box;
    cp_color color, below;
    size_t index; /* as in the view, as are the next three */
    bool split;
    double value_low, value_high;
    const cp_column *value; /* whose scale is told, with its format; else NULL */
    const cp_number_format *format;
} cp_mark_key;

/* The rows of a series before there are points. */
typedef struct cp_mark_rows {
    cp_arena *arena;
    size_t count;
    const double *x; /* places, ascending */
    const double *y;
    const double *base; /* NULL: zero */
    const double *more[CP_MARK_MORE];
    const double *value;
    const cp_str *text;
    cp_str name; /* of the series, in the legend */
    bool named;  /* by the spec, not after its column */
    cp_str more_name[CP_MARK_MORE];
    size_t bad; /* the row a fault is about */
} cp_mark_rows;

/* Words that a mark writes itself, and where. */
typedef struct cp_mark_word {
    size_t series; /* of the mark */
    cp_str words;
    cp_text *text;
    cp_rect rect;
    bool led; /* by a line from its point */
    cp_point from, to;
} cp_mark_word;

typedef struct cp_mark_words {
    size_t count, left_out; /* left_out: without room */
    cp_mark_word *item;
} cp_mark_words;

/* What words are made from: all series of one mark at once, so that none meets another. */
typedef struct cp_mark_writing {
    const cp_mark_view *views;
    size_t count;
    cp_rect box;    /* the figure's: nothing may leave it */
    bool all, none; /* what `label` asks for; neither: what suits the mark */
    bool formatted; /* `format` was given */
    cp_number_format format;
    const cp_column *value; /* of the VALUE channel, or NULL */
} cp_mark_writing;

/* The entry that tells in the legend what sizes or colours mean. */
typedef struct cp_mark_scale_key {
    cp_str words;
    cp_size size; /* of the key before them */
} cp_mark_scale_key;

typedef struct cp_mark_class {
    const char *name, *summary;
    const char *picture;         /* what a chart of it is called, for those who cannot see it */
    const char *picture_flipped; /* on its side; NULL: the same */
    const cp_field *fields;
    size_t options_size;
    const cp_channel_def *channels;
    unsigned traits;
    const char *pair; /* {mark: [low, high]} means {mark: high, PAIR: low}; NULL: takes no list */
    bool line_key;    /* its key in the legend is a stretch of line, not a square */
    /* Of the disc for which the point at a row is taken: its name or value stands beside that;
     * 0: there is none.  NULL: its ink is no points. */
    double (*radius)(const cp_mark_view *view, size_t row);
    /* From the point's middle to where its ink ends in a direction; NULL: it fills that disc. */
    double (*reach)(const cp_mark_view *view, size_t row, double angle);
    /* How far its ink reaches beyond the plot, or words over it need to; NULL: nowhere. */
    cp_margins (*room)(const cp_mark_view *view);
    /* Its ink, which ends where the axes do. */
    void (*draw)(const cp_mark_view *view, cairo_t *cr);
    /* Its dots, over that: whole, where they stand at the end of an axis.  It leaves those out
     * that lie beyond (cp_mark_is_within).  One of both may be NULL. */
    void (*draw_points)(const cp_mark_view *view, cairo_t *cr);
    void (*draw_key)(const cp_mark_key *key, cairo_t *cr); /* NULL: not in the legend */
    /* Checks a series once it is bound, and may put other ends and bases in place of its
     * own.  What is wrong with the row `bad`, or NULL.  NULL: nothing to do. */
    const char *(*settle)(cp_mark_rows *rows);
    /* Its words at its rows; NULL: its values are written as `label` says. */
    cp_mark_words (*words)(const cp_mark_writing *writing);
    /* The key of the VALUE channel; NULL: it has none. */
    cp_mark_scale_key (*scale)(const cp_mark_key *key);
    void (*draw_scale)(const cp_mark_key *key, cairo_t *cr);
} cp_mark_class;

/* `labels` of a mark that has names. */
typedef struct cp_name_labels {
    cp_str only;   /* which points bear theirs */
    cp_str places; /* the file that keeps where they stood; may be empty */
} cp_name_labels;

extern const cp_field cp_name_label_fields[];

typedef struct cp_kept_places cp_kept_places; /* plot/label_kept.h */

/* A mark of a chart file. */
typedef struct cp_mark {
    const cp_mark_class *class;
    const cp_node *node;
    cp_mark_options *common; /* the head of its class's own options */
    bool formatted;          /* `format` was given */
    unsigned labels;         /* cp_mark_label */
    cp_kept_places *places;  /* of its names, to be kept; NULL: they are not */
} cp_mark;

/* Whether a mark that writes its own words has values beyond its ends. */
bool cp_mark_writes_outside(const cp_mark *mark);

const char *const *cp_mark_names(size_t *count);
const cp_mark_class *cp_mark_find(cp_str name); /* or NULL */

bool cp_mark_read(cp_arena *arena, const cp_node *node, cp_mark *out, cp_report *report);

cp_place cp_mark_place(const cp_mark *mark); /* of its word in the chart file */

/* The option `key` of the mark's own struct, of its field's type; NULL where the
 * class has no such option. */
const void *cp_mark_option(const cp_mark *mark, const char *key);

/* Resolution below which nothing can be told apart: a dot at 300 dpi, in points. */
#define CP_MARK_PIXEL 0.24

/* Whether a value is less than another, both in points. */
static inline bool cp_mark_is_less(const cp_mark_view *view, double y, double than)
{
    return view->reversed ? y < than : y > than;
}

#endif
