/*
 * pack.h - the whole pack: its settings, its tables, its deck.
 *
 * What stands behind the public header's `chartpack`.  The stages of a job are
 * the functions below, in the order they run; each may be entered again and
 * then does nothing.
 */
#ifndef CP_PACK_PACK_H
#define CP_PACK_PACK_H

#include "base/border.h"
#include "chartpack/chartpack.h"
#include "dataset/function.h"
#include "deck/alone.h"
#include "pack/manifest.h"
#include "pack/source.h"
#include "paint/output.h"

/* The finding that was asked for last; the next one is found from there. */
typedef struct cp_told {
    const cp_finding *finding; /* NULL: none yet */
    size_t index;
    cp_line_mark mark;
} cp_told;

struct chartpack {
    cp_arena arena, page;
    cp_report report;
    cp_told told;
    cp_border border;
    chartpack_options options;
    const char *home;   /* styles/ and fonts/ */
    const char *folder; /* the pack's; opens from the working directory */
    cp_manifest manifest;
    cp_calendar calendar;
    cp_sources sources;
    cp_dataset *dataset;
    cp_values values;
    cp_figure_env env;
    cp_deck *deck;
    chartpack_summary summary;
    bool misused; /* what was asked for makes no sense: the command line's fault, not the pack's */
};

/* The pack.yaml upward of `path`, or NULL: then nothing is said. */
const char *cp_pack_find(cp_arena *arena, const char *path);

/* The caller asked for what cannot be.  Always returns false. */
bool cp_pack_misused(chartpack *job, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* Whether all is well: no error, nor, where the caller is strict, a warning. */
bool cp_pack_passes(chartpack *job);

/* Whether an output may go where it leads, asked when all is read that it is made from: it replaces
 * none of that.  One that the user did not name must lie in `folder`, for a link of a foreign pack's
 * could lead it over a file of the user's.  NULL: it is named. */
bool cp_pack_lands(chartpack *job, const char *output, const char *folder);

/* Without a pack: the built-in settings, a folder's own files as data. */
bool cp_pack_open_bare(chartpack *job, const char *folder);

/* What the caller names may be read, too; else, unless the caller allows all, only what lies in
 * the pack and is chartpack's own. */
void cp_pack_allow(chartpack *job, const char *path);

bool cp_pack_limits(chartpack *job,
                    cp_dataset_limits *out); /* of queries, as the caller has them */

bool cp_pack_calendar(chartpack *job); /* ... of the manifest, else the shipped one */
bool cp_pack_looks(chartpack *job);    /* style and fonts */
cp_deck_facts cp_pack_facts(const chartpack *job);
bool cp_pack_deck(chartpack *job);  /* the deck read, its figures loaded */
bool cp_pack_pages(chartpack *job); /* ... and laid out */

/* The newest day of a table, as cp_newest_day; `job` is the context. */
bool cp_pack_newest(void *job, cp_str table, cp_place at, cp_date *out, cp_report *report);

/* What makes a source that was read too old for the period, in words; NULL: nothing. */
const char *cp_pack_stale(chartpack *job, const cp_source *source);

/* Whether what was read so far reaches the period's end, and keeps the pack's own rules. */
bool cp_pack_fresh(chartpack *job);
bool cp_pack_rules(chartpack *job);

/* What the public header gives out: a table in memory, the columns read, a function of SQL. */
chartpack_table *cp_pack_view(chartpack *job, const cp_table *table);
const chartpack_read *cp_pack_reads(cp_arena *arena, const cp_reads *reads);
chartpack_function cp_pack_function(const cp_function *function);

/* The chart files of the pack, "charts/NAME.yaml" each. */
bool cp_pack_charts(chartpack *job, cp_texts *out);

/* A figure as a picture of its own, where nothing else is asked for. */
cp_alone cp_pack_alone(const chartpack *job);

const char *cp_home_find(cp_arena *arena, const char *wished);
void cp_pack_progress(const chartpack *job, const char *stage, size_t done, size_t total);
cp_document_info cp_pack_info(const chartpack *job, cp_str title);

#endif
