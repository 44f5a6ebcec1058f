#include "pack/renew.h"

#include "base/buf.h"
#include "base/dayword.h"
#include "base/file.h"

#include <math.h>
#include <stdlib.h>

enum { CHORES_MOST = 400, MOVES_MOST = 5 };

typedef struct chores {
    chartpack *job;
    chartpack *before, *next; /* what is wrong within them is not the job's fault */
    size_t count;
    chartpack_chore *item;
} chores;

__attribute__((format(printf, 4, 5))) static void add(chores *c, const char *file, int line,
                                                      const char *format, ...)
{
    va_list list;

    if (c->count == CHORES_MOST)
        return;
    va_start(list, format);
    c->item[c->count++] = (chartpack_chore){
        .file = cp_printf(&c->job->arena, "%s", file),
        .line = line,
        .text = cp_vprintf(&c->job->arena, format, list),
    };
    va_end(list);
}

/* ---- sources ---- */

static void add_sources(chores *c)
{
    chartpack *next = c->next;

    for (size_t i = 0; i < next->sources.count; i++) {
        const cp_source *source = &next->sources.item[i];
        const char *stale;

        if (!cp_dataset_table(next->dataset, source->name, source->place, &next->report))
            continue;
        stale = cp_pack_stale(next, source);
        if (stale)
            add(c, source->path, 0, "%s", stale);
    }
}

/* ---- days in the text ---- */

/* What a slide says of the old period. */
typedef struct slide_days {
    cp_str title;
    int line;          /* the first that names a day; 0: none does */
    const char *words; /* "4月13日, 4月14日" */
} slide_days;

/* The days of the old period, and of the weekend behind it, that a line names. */
static void take_line(chores *c, cp_str line, int number, slide_days *slide)
{
    const cp_manifest *old = &c->job->manifest;
    cp_date last = old->date > old->period.end ? old->date : old->period.end;
    cp_dayword day = { 0 };

    while (cp_dayword_find(line, day.to, cp_date_civil(old->period.end).year, &day)) {
        if (day.date < old->period.start || day.date > last)
            continue;
        slide->words
            = cp_printf(&c->job->arena, "%s%s" CP_FMT, slide->line ? slide->words : "",
                        slide->line ? ", " : "", CP_ARG(cp_str_slice(line, day.from, day.to)));
        if (!slide->line)
            slide->line = number;
    }
}

static void add_slide(chores *c, const char *path, const slide_days *slide)
{
    if (slide->line)
        add(c, path, slide->line, CP_FMT "%snames %s", CP_ARG(slide->title),
            slide->title.size ? ": " : "", slide->words);
}

/* A text by its slides: one chore for each that names old days, at the first of them. */
static void add_days(chores *c, const char *path)
{
    cp_buf text = { 0 };
    cp_str rest;
    slide_days slide = { 0 };
    int number = 0;

    if (!cp_file_read(path, (cp_place){ 0 }, &text, &c->next->report))
        return;
    rest = cp_buf_str(&text);
    while (rest.data) {
        cp_str line = cp_str_next(&rest, '\n');

        if (cp_str_starts(line, CP_STR("#"))) {
            add_slide(c, path, &slide);
            slide = (slide_days){ .title = line };
        }
        take_line(c, line, ++number, &slide);
    }
    add_slide(c, path, &slide);
    cp_buf_free(&text);
}

static void add_texts(chores *c)
{
    const cp_texts *deck = &c->next->manifest.deck;

    add_days(c, cp_str_z(&c->job->arena, cp_str_from(c->next->manifest.place.file)));
    for (size_t i = 0; i < deck->count; i++)
        add_days(c, cp_path_join(&c->job->arena, c->next->folder,
                                 cp_str_z(&c->job->arena, deck->item[i])));
}

/* ---- values ---- */

static double number_of(chartpack *job, cp_value *value)
{
    const cp_column *column;

    if (!value || !cp_value_run(&job->values, value, value->place) || value->table->rows != 1)
        return NAN;
    column = &value->table->columns[0];
    return column->type == CP_NUMBER && !cp_cell_missing(column, 0) ? column->number[0] : NAN;
}

typedef struct move {
    const cp_value *value; /* of the next pack */
    double from, to, share;
} move;

static int compare_moves(const void *left, const void *right)
{
    double a = ((const move *)left)->share, b = ((const move *)right)->share;

    return (a < b) - (a > b);
}

static void add_values(chores *c)
{
    cp_values *values = &c->next->values;
    move *moves = cp_new_array(&c->job->arena, move, values->count + 1);
    size_t count = 0;

    for (size_t i = 0; i < values->count; i++) {
        cp_value *value = &values->item[i];
        double from = number_of(c->before, cp_value_named(&c->before->values, value->name));
        double to = number_of(c->next, value);

        if (isnan(from) || from == to)
            continue;
        if (isnan(to))
            add(c, value->place.file, value->place.line, CP_FMT " was %g and has no value yet",
                CP_ARG(value->name), from);
        else
            moves[count++] = (move){ value, from, to, fabs(from) > 0 ? fabs(to / from - 1) : 1 };
    }
    qsort(moves, count, sizeof *moves, compare_moves);
    for (size_t i = 0; i < count && i < MOVES_MOST; i++)
        add(c, moves[i].value->place.file, moves[i].value->place.line,
            CP_FMT " moved from %g to %g", CP_ARG(moves[i].value->name), moves[i].from,
            moves[i].to);
}

const chartpack_chore *cp_pack_chores(chartpack *job, const char *folder)
{
    chores c = {
        .job = job,
        .before = chartpack_new(&job->options),
        .next = chartpack_new(&job->options),
        .item = cp_new_array(&job->arena, chartpack_chore, CHORES_MOST + 1),
    };

    if (chartpack_open(c.before, job->folder) && chartpack_open(c.next, folder)) {
        add_sources(&c);
        add_texts(&c);
        add_values(&c);
    }
    chartpack_free(c.before);
    chartpack_free(c.next);
    return c.item;
}
