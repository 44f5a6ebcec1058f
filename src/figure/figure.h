/*
 * figure.h - what fills a box on a slide: a chart, a picture, later more.
 *
 * A figure is read from its file (spec), loaded (its rows, by SQL), measured,
 * and drawn into a box as often as wanted.  A kind of figure is a const struct
 * in its own file and a word in FIGURES.
 *
 * The box of cp_figure_draw() is the figure's alone: caption and source line
 * are the slide's (or the command's, with `--with title,source`).
 */
#ifndef CP_FIGURE_FIGURE_H
#define CP_FIGURE_FIGURE_H

#include "base/buf.h"
#include "base/calendar.h"
#include "base/geometry.h"
#include "base/report.h"
#include "dataset/values.h"
#include "spec/node.h"
#include "spec/style.h"
#include "tabular/tabular.h"
#include "text/text.h"

#include <cairo.h>

/* What a figure may use while it is read, loaded, measured and drawn. */
typedef struct cp_figure_env {
    cp_arena *arena; /* the job's */
    cp_report *report;
    const cp_style *style;
    cp_fonts *fonts;
    cp_dataset *dataset;
    cp_values *values;           /* for {{...}} in texts */
    const cp_calendar *calendar; /* the trading days; NULL: the weekdays */
    const char *folder;          /* the pack's: paths in specs are relative to it */
} cp_figure_env;

/* Room around the inner plot box, so that boxes of one row can align. */
typedef struct cp_gutters {
    double top, right, bottom, left;
} cp_gutters;

typedef struct cp_figure_class cp_figure_class;

typedef struct cp_figure {
    const cp_figure_class *class;
    cp_place place;                                 /* the file's head */
    cp_str title, source, note, alt;                /* as written; may be empty */
    cp_place title_place, source_place, note_place; /* of their words; without any, the head */
    cp_reads reads; /* the columns that its rows come from, once loaded */
    bool is_table;  /* caption 表： instead of 图： */
    bool faulty;    /* its spec has faults: it can be loaded for more findings only */
    void *spec;     /* the kind's own */
} cp_figure;

struct cp_figure_class {
    const char *name; /* "chart", the default `type:` */
    const char *summary;
    const cp_field *fields;
    size_t spec_size; /* the struct that `fields` fill; zeroed, then handed to read */
    /* Checks beyond the fields; NULL: none.  Called behind faults of the fields too,
     * which then hold their defaults ("!" ones nothing), so that all is told in one run. */
    bool (*read)(cp_figure *figure, const cp_node *map, const cp_figure_env *env);
    /* Get rows, type channels; findings at the spec's places.  NULL: nothing to do. */
    bool (*load)(cp_figure *figure, const cp_figure_env *env);
    /* Instead of load() behind faults of the spec: what its rows say of the columns it
     * names, so that all is told in one run.  NULL: nothing. */
    void (*check)(const cp_figure *figure, const cp_figure_env *env);
    /* The least box in which all stays legible. */
    cp_size (*least)(const cp_figure *figure, const cp_figure_env *env);
    /* The least height in a box of this width, which may be narrower than least.width:
     * INFINITY where words do not fit.  NULL: least.height, in no narrower box. */
    double (*least_height)(const cp_figure *figure, const cp_figure_env *env, double width);
    /* The box of a picture of its own where no size is asked for.  NULL: the style's size for
     * pictures, or larger where it needs that. */
    cp_size (*natural)(const cp_figure *figure, const cp_figure_env *env, double most);
    /* Width over height it likes best; 0: takes what it gets. */
    double (*aspect)(const cp_figure *figure, const cp_figure_env *env);
    /* What it wants around its plot box in a box of this size; NULL: nothing. */
    cp_gutters (*gutters)(const cp_figure *figure, const cp_figure_env *env, cp_size size,
                          cp_arena *page);
    /* Ink.  `gutters` are at least its own.  `dump`, if not NULL, takes the layout as
     * text: one line a box, tick, legend entry (tests/layout). */
    void (*draw)(const cp_figure *figure, const cp_figure_env *env, cp_rect box, cp_gutters gutters,
                 cairo_t *cr, cp_arena *page, cp_buf *dump);
    /* Into files that the spec names, what the last drawing is to leave behind for the next.
     * NULL: nothing. */
    bool (*save)(const cp_figure *figure, const cp_figure_env *env);
    /* Of a kind that is a table: what the deck lays out and, where it is long, runs over
     * pages; known once it is loaded.  NULL: the kind is none. */
    cp_tabular *(*tabular)(const cp_figure *figure);
    void (*close)(cp_figure *figure); /* foreign objects; NULL: none */
};

/* Fields that every kind has: type, title, source, note, alt. */
extern const cp_field cp_figure_common_fields[];

const cp_figure_class *cp_figure_class_find(cp_str name);
const char *const *cp_figure_class_names(size_t *count);

/* A chart file, its path as the working directory sees it.  `at` is who asks.
 * Reads the spec only.  With findings NULL, or a faulty figure, which never loads. */
cp_figure *cp_figure_open(const cp_figure_env *env, const char *path, cp_place at);

/* A picture as a figure (images/a.jpg in deck.md); the path likewise. */
cp_figure *cp_figure_picture(const cp_figure_env *env, const char *path, cp_place at);

bool cp_figure_load(cp_figure *figure, const cp_figure_env *env);
cp_size cp_figure_least(const cp_figure *figure, const cp_figure_env *env);
double cp_figure_least_height(const cp_figure *figure, const cp_figure_env *env, double width);

/* In a width of `most`, if it can be that narrow; zero: it has no size of its own. */
cp_size cp_figure_natural(const cp_figure *figure, const cp_figure_env *env, double most);
double cp_figure_aspect(const cp_figure *figure, const cp_figure_env *env);
cp_gutters cp_figure_gutters(const cp_figure *figure, const cp_figure_env *env, cp_size size,
                             cp_arena *page);
void cp_figure_draw(const cp_figure *figure, const cp_figure_env *env, cp_rect box,
                    cp_gutters gutters, cairo_t *cr, cp_arena *page, cp_buf *dump);
bool cp_figure_save(const cp_figure *figure, const cp_figure_env *env);
cp_tabular *cp_figure_tabular(const cp_figure *figure); /* NULL: it is no table */
void cp_figure_close(cp_figure *figure);                /* NULL is nothing */

#endif
