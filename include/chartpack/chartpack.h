/*
 * chartpack.h - packs of market data into slide decks, charts into pictures.
 *
 * One `chartpack` is one job over one pack: open it, ask for what you want,
 * read the findings, free it.  Functions that can fail return false (or NULL)
 * and leave the reasons among the findings; all that is wrong is told in one
 * run.  Texts and tables given out belong to the job and live as long.
 *
 *     chartpack *job = chartpack_new(&(chartpack_options){ 0 });
 *
 *     if (chartpack_open(job, "data/weekly"))
 *         chartpack_build(job, "out/weekly.pdf", NULL);
 *     for (size_t i = 0; i < chartpack_finding_count(job); i++)
 *         puts(chartpack_finding_at(job, i).line_text);
 *     chartpack_free(job);
 *
 * A job is for one thread; several jobs may run in several threads.  Threads that
 * it starts itself have ended when the function comes back.
 */
#ifndef CHARTPACK_CHARTPACK_H
#define CHARTPACK_CHARTPACK_H

#include <stdbool.h>
#include <stddef.h>

typedef struct chartpack chartpack;

typedef struct chartpack_options {
    const char *home;         /* folder with styles/ and fonts/; NULL: found beside the program */
    const char *style;        /* instead of the pack's: a name or a path; NULL: the pack's */
    const char *const *set;   /* "name=value" for queries (:name), NULL-terminated; may be NULL */
    bool offline;             /* database servers are not asked: what they answered last is used */
    const char *sheet;        /* of what chartpack_data() reads; NULL: the first */
    bool save_places;         /* where names stand goes into the files that charts name for it */
    bool allow_outside;       /* the pack's files may name others outside of its folder */
    const char *const *limit; /* of queries: "steps=300", NULL-terminated; may be NULL */
    bool strict;              /* warnings are errors: nothing is written while there is one */
    void (*progress)(void *context, const char *stage, size_t done, size_t total);
    void *context;
} chartpack_options;

chartpack *chartpack_new(const chartpack_options *options);
void chartpack_free(chartpack *job);

/* Open the pack that `path` (a folder or a file, NULL: the working directory)
 * belongs to, looking upward for its pack.yaml, and read its settings. */
bool chartpack_open(chartpack *job, const char *path);

/* Make `folder`, new or empty, a small pack that builds at once. */
bool chartpack_init(chartpack *job, const char *folder);

/* What a rolled pack's writer must renew; file NULL behind the last. */
typedef struct chartpack_chore {
    const char *file;
    int line; /* 0: the file as a whole */
    const char *text;
} chartpack_chore;

typedef struct chartpack_next {
    const char *start, *end, *date; /* of the new pack: its period, the day of publication */
    const chartpack_chore *chores;
} chartpack_next;

/* Copy the job's pack to `folder`, new or empty, with its date and period advanced. */
bool chartpack_roll(chartpack *job, const char *folder, chartpack_next *out);

/* Findings, in the order they were made. */
typedef enum chartpack_severity {
    CHARTPACK_NOTE,
    CHARTPACK_WARNING,
    CHARTPACK_ERROR,
    CHARTPACK_SYSTEM /* not the input: a full disk, an unreadable file */
} chartpack_severity;

typedef struct chartpack_finding {
    chartpack_severity severity;
    const char *file; /* opens from the working directory; NULL: no place */
    int line, column; /* from 1, the column in characters; 0: unknown */
    const char *text;
    const char *line_text; /* "file:line:column: error: text" */
    const char *excerpt;   /* the user's line with a caret below; NULL: none */
} chartpack_finding;

size_t chartpack_finding_count(const chartpack *job);
chartpack_finding chartpack_finding_at(chartpack *job, size_t index);
chartpack_severity chartpack_worst(const chartpack *job);
bool chartpack_misused(const chartpack *job); /* a size, format or range of pages made no sense */

/*
 * Write the deck as PDF to `output` ("-": standard output; NULL: out/NAME.pdf
 * in the working directory, NAME being the pack folder's).  `options` NULL: all pages, as slides.
 * Nothing is written unless all went well.
 */
typedef struct chartpack_build_options {
    const char *pages; /* some, as "5-9" or "1,3,5-7"; NULL: all */
    const char *grid;  /* "2x2": so many slides on a sheet of paper; NULL: a slide a page */
    bool notes;        /* each slide on a sheet, its speaker's notes below */
    bool linear;       /* the first page first in the file, for the web */
    bool manifest;     /* list the inputs and their SHA-256 in NAME.manifest beside the PDF */
    bool unnamed;      /* `output` is not of the user's choice: no link leads it out of the working
                          folder, as with NULL */
} chartpack_build_options;

bool chartpack_build(chartpack *job, const char *output, const chartpack_build_options *options);

/* What a build did, for a summary. */
typedef struct chartpack_summary {
    const char *output;
    size_t pages, figures, bytes; /* pages of the output */
} chartpack_summary;
chartpack_summary chartpack_last_summary(const chartpack *job);

typedef struct chartpack_picture_options {
    const char
        *size;  /* "16cm:9cm", "6in:4in", "1600:900" (pixels), "480pt:270pt"; NULL: the style's */
    double dpi; /* 0: 300 */
    const char
        *preset; /* "word", "wechat": size, dpi and parts as the style has them; NULL: none */
    bool transparent;
    bool with_title, with_source;
    bool unnamed; /* chartpack_chart(): as in chartpack_build_options */
    size_t jobs;  /* chartpack_figures(): threads at work, this one included; 0: one a core */
} chartpack_picture_options;

/* One chart file as a picture; the extension of `output` gives the format (-: png).
 * NULL: NAME.png in the working folder. */
bool chartpack_chart(chartpack *job, const char *chart, const char *output,
                     const chartpack_picture_options *options);

/* All charts of the deck and of charts/, named by their files, into `folder`
 * (NULL: out/figures). */
bool chartpack_figures(chartpack *job, const char *folder, const char *format,
                       const chartpack_picture_options *options);

/* All that can be wrong, without writing anything. */
bool chartpack_check(chartpack *job);

/* The deck's pages, after a build, a check or chartpack_list(). */
typedef struct chartpack_page {
    const char *title, *section, *class, *label;
    const char *file;
    int line;
} chartpack_page;

bool chartpack_list(chartpack *job);
size_t chartpack_page_count(const chartpack *job);
chartpack_page chartpack_page_at(const chartpack *job, size_t index);

/* A column that a figure, or a value's query, reads. */
typedef struct chartpack_read {
    const char *table, *column;
} chartpack_read;

/* The figures of the deck, in order of use. */
typedef struct chartpack_figure {
    const char *path; /* relative to the pack */
    const char *title;
    const char *kind;            /* "chart", "picture" */
    const chartpack_read *reads; /* in the order they are named; table NULL behind the last */
} chartpack_figure;

size_t chartpack_figure_count(const chartpack *job);
chartpack_figure chartpack_figure_at(chartpack *job, size_t index);

/* Tables: a name of the pack, a file, or a query ("select ..."). */
typedef struct chartpack_table chartpack_table;

typedef struct chartpack_table_facts {
    const char *name, *file;                            /* file NULL: a query's result */
    const char *reader, *encoding, *delimiter, *source; /* "" where it does not apply */
    const char *sheet;                                  /* likewise; with one, lines are its rows */
    int header_line, first_line, last_line;
    bool newest_first;
    size_t rows, columns;
} chartpack_table_facts;

typedef struct chartpack_column {
    const char *name, *unit, *type; /* type: "text", "number", "date" */
    bool percent;                   /* written as 12.3%, stored as 0.123 */
    size_t missing;
    const char *least, *most; /* as cells; "" for texts and empty columns */
} chartpack_column;

chartpack_table *chartpack_data(chartpack *job, const char *what);
chartpack_table_facts chartpack_table_about(const chartpack_table *table);
chartpack_column chartpack_table_column(const chartpack_table *table, size_t column);

/* A cell unformatted: numbers in full, dates ISO, missing NULL.  Good until a
 * cell of another row is asked for. */
const char *chartpack_table_cell(chartpack_table *table, size_t row, size_t column);

/* The names of the tables that the pack offers to SQL. */
size_t chartpack_source_count(const chartpack *job);
const char *chartpack_source_at(const chartpack *job, size_t index);

/* The SQL functions that chartpack adds to SQLite's, or defines anew; name NULL behind the last. */
typedef struct chartpack_function {
    const char *name, *takes, *help; /* "percentrank_inc", "x[[, value], digits]", its definition */
    bool over_rows;                  /* an aggregate, which works over windows, too */
} chartpack_function;

chartpack_function chartpack_function_at(size_t index);

/* A place in the pack's texts that shows a value. */
typedef struct chartpack_use {
    const char *file;
    int line, column;
    const char *braces, *shown; /* "turnover:.0f", "23489" */
} chartpack_use;

/* How a named value of the pack came about.  Behind the last of a list stands a zeroed one. */
typedef struct chartpack_explanation {
    const char *name, *file;
    int line;
    const char *sql;        /* its query */
    const char *parameters; /* ":start = 2026-04-13, ..."; may be empty */
    const chartpack_read *reads;
    const chartpack_function *functions; /* of chartpack's own that it calls */
    chartpack_table *rows;               /* that went in; NULL: the query cannot tell them */
    chartpack_table *result;
    const char *unit, *format; /* as pack.yaml has them; may be empty */
    const chartpack_use *uses;
} chartpack_explanation;

bool chartpack_explain(chartpack *job, const char *name, chartpack_explanation *out);

/*
 * What a pack's files may say, from the tables that read them.  A topic is a file of its own
 * ("pack", "style"), a kind of figure, of mark or of a table's cell; names may come in more than
 * one group.  `group` and `name` are NULL behind the last.
 */
typedef struct chartpack_topic {
    const char *group; /* "file", "figure", "mark", "cell" */
    const char *name, *summary;
} chartpack_topic;

chartpack_topic chartpack_topic_at(size_t index);

/* A key of a topic, those within it behind it and one deeper; name NULL behind the last. */
typedef struct chartpack_key {
    const char *name, *type, *help; /* "y", "number", one line */
    const char *const *words;       /* of which it takes one, NULL-terminated; NULL: not by words */
    const char *fallback;           /* as a user would write it; NULL: none */
    bool required;
    double least, most; /* of numbers, where least < most */
    int depth;          /* 0: the topic's own */
} chartpack_key;

chartpack_key chartpack_key_at(size_t topic, size_t index);

#endif
