/*
 * Every chart of the sample pack and of the gallery, drawn at its natural size: the rules of
 * labels are judged from the dump of its layout alone, with geometry of this file's own.
 *
 * No label over another, over a point, over a pie or out of the figure; no leader across
 * another or through a foreign label; no call-out over a label, another or its line.
 */
#include "test.h"

#include <math.h>
#include <stdlib.h>

#include "base/file.h"
#include "pack/pack.h"

enum { MOST = 4000, WAYS = 6 };

/* The dump has tenths of a point. */
static const double rounded = 0.11;

typedef struct box {
    double x, y, width, height;
    bool event;
} box;

typedef struct path { /* of a leader */
    double x[WAYS], y[WAYS];
    int count;
    size_t label; /* its own */
} path;

typedef struct sheet {
    size_t boxes, points, paths;
    box box[MOST], figure;
    double point[MOST][3];
    path path[MOST];
    double line_low, line_high; /* of all lines: what call-outs must leave */
} sheet;

/* The last `count` words of a line that ends at `end`. */
static const char *last_words(const char *line, const char *end, int count)
{
    const char *at = end;

    while (at > line && (at[-1] != ' ' || --count > 0))
        at--;
    return at;
}

static bool begins(const char *line, const char *head)
{
    return strncmp(line, head, strlen(head)) == 0;
}

static void read_box(const char *at, bool event, sheet *out)
{
    box *it = &out->box[out->boxes];

    *it = (box){ .event = event };
    CHECK(sscanf(at, "%lf,%lf %lfx%lf", &it->x, &it->y, &it->width, &it->height) == 4);
    out->boxes += out->boxes + 1 < MOST;
}

/* Pairs "x y" or "x,y", up to the line's end. */
static void read_path(const char *at, const char *end, sheet *out)
{
    path *it = &out->path[out->paths];

    it->count = 0;
    while (at < end && it->count < WAYS) {
        char *next;

        it->x[it->count] = strtod(at, &next);
        it->y[it->count] = strtod(next + 1, &next);
        it->count++;
        at = next + 1;
    }
    out->paths += it->count > 1 && out->paths + 1 < MOST;
}

/* The leader of a label is the one that begins with its words: its own is the nearest box. */
static double distance(const box *of, double x, double y)
{
    return hypot(fmax(fmax(of->x - x, x - of->x - of->width), 0),
                 fmax(fmax(of->y - y, y - of->y - of->height), 0));
}

static size_t nearest_box(const sheet *s, const path *of)
{
    size_t best = 0;

    for (size_t i = 1; i < s->boxes; i++)
        if (fmin(distance(&s->box[i], of->x[0], of->y[0]),
                 distance(&s->box[i], of->x[of->count - 1], of->y[of->count - 1]))
            < fmin(distance(&s->box[best], of->x[0], of->y[0]),
                   distance(&s->box[best], of->x[of->count - 1], of->y[of->count - 1])))
            best = i;
    return best;
}

/* "mark line NAME rows=5 x=1.0..2.0 y=3.0..4.0" */
static void read_mark(const char *line, const char *end, sheet *out)
{
    const char *y = strstr(line, " y=");
    double low, high;

    if (begins(line, "mark line ") && y && y < end && sscanf(y, " y=%lf..%lf", &low, &high) == 2) {
        out->line_low = fmin(out->line_low, low);
        out->line_high = fmax(out->line_high, high);
    }
}

/* An event is "event DAY x,y WxH x,y x,y ...": its box, and its way to the line. */
static void read_event(const char *line, const char *end, sheet *out)
{
    const char *cross = line;

    while (cross < end && !(cross[0] == 'x' && cross[-1] >= '0' && cross[-1] <= '9'))
        cross++;
    while (cross < end && *cross != ' ')
        cross++;
    read_box(last_words(line, cross, 2), true, out);
    read_path(cross + 1, end, out);
}

static void read_line(const char *line, const char *end, sheet *out)
{
    double *point = out->point[out->points];
    const char *bar = strstr(line, " | ");

    if (begins(line, "label ") && bar && bar < end)
        read_box(line + 6, false, out);
    else if (begins(line, "label "))
        read_box(last_words(line, end, 2), false, out);
    else if (begins(line, "leader ") && memchr(line, ',', (size_t)(end - line)))
        read_path(last_words(line, end, 2), end, out);
    else if (begins(line, "leader "))
        read_path(line + 7, end, out);
    else if (begins(line, "event "))
        read_event(line, end, out);
    else if (begins(line, "point ") || begins(line, "pie "))
        out->points += sscanf(line + (line[1] == 'o' ? 6 : 4), "%lf%*c%lf %lf", &point[0],
                              &point[1], &point[2])
                           == 3
                       && out->points + 1 < MOST;
    else
        read_mark(line, end, out);
}

static bool crosses(double ax, double ay, double bx, double by, double cx, double cy, double dx,
                    double dy)
{
    double one = (bx - ax) * (cy - ay) - (by - ay) * (cx - ax);
    double two = (bx - ax) * (dy - ay) - (by - ay) * (dx - ax);
    double three = (dx - cx) * (ay - cy) - (dy - cy) * (ax - cx);
    double four = (dx - cx) * (by - cy) - (dy - cy) * (bx - cx);

    return one * two < -1e-6 && three * four < -1e-6;
}

/* Two that end at one point, as call-outs of one day do, do not cross. */
static bool paths_cross(const path *one, const path *other)
{
    for (int i = 0; i + 1 < one->count; i++)
        for (int k = 0; k + 1 < other->count; k++)
            if (crosses(one->x[i], one->y[i], one->x[i + 1], one->y[i + 1], other->x[k],
                        other->y[k], other->x[k + 1], other->y[k + 1]))
                return true;
    return false;
}

static bool enters(const path *way, const box *of)
{
    const int steps = 400;

    for (int i = 0; i + 1 < way->count; i++)
        for (int k = 0; k <= steps; k++) {
            double part = (double)k / steps;
            double x = way->x[i] + (way->x[i + 1] - way->x[i]) * part;
            double y = way->y[i] + (way->y[i + 1] - way->y[i]) * part;

            if (x > of->x + rounded && x < of->x + of->width - rounded && y > of->y + rounded
                && y < of->y + of->height - rounded)
                return true;
        }
    return false;
}

static bool overlap(const box *a, const box *b)
{
    return fmin(a->x + a->width, b->x + b->width) - fmax(a->x, b->x) > rounded
           && fmin(a->y + a->height, b->y + b->height) - fmax(a->y, b->y) > rounded;
}

static const char *judge_boxes(const sheet *s)
{
    for (size_t i = 0; i < s->boxes; i++) {
        const box *it = &s->box[i];

        if (it->x < -0.6 || it->y < -0.6 || it->x + it->width > s->figure.width + 0.6
            || it->y + it->height > s->figure.height + 0.6)
            return "a label is out of the figure";
        for (size_t k = 0; k < i; k++)
            if (overlap(it, &s->box[k]))
                return "a label stands over another";
        for (size_t k = 0; k < s->points; k++)
            if (distance(it, s->point[k][0], s->point[k][1]) < s->point[k][2] - rounded)
                return "a label stands over a point";
        if (it->event && it->y < s->line_high && it->y + it->height > s->line_low)
            return "a call-out hides the line";
    }
    return NULL;
}

static const char *judge_paths(const sheet *s)
{
    for (size_t i = 0; i < s->paths; i++) {
        const path *it = &s->path[i];
        size_t own = nearest_box(s, it);

        for (size_t k = 0; k < i; k++)
            if (paths_cross(it, &s->path[k]))
                return "two leaders cross";
        for (size_t k = 0; k < s->boxes; k++)
            if (k != own && enters(it, &s->box[k]))
                return "a leader runs through a foreign label";
    }
    return NULL;
}

static const char *judge(const char *dump, cp_size size)
{
    sheet *s = calloc(1, sizeof *s);
    const char *fault;

    s->figure = (box){ 0, 0, size.width, size.height, false };
    s->line_low = INFINITY;
    s->line_high = -INFINITY;
    for (const char *line = dump; *line; line = strchr(line, '\n') + 1)
        read_line(line, strchr(line, '\n'), s);
    fault = judge_boxes(s);
    if (!fault)
        fault = judge_paths(s);
    free(s);
    return fault;
}

/* The count of its labels. */
static size_t walk_figure(chartpack *job, const cp_figure *figure, const char *name, cp_size size)
{
    cairo_surface_t *surface = cairo_recording_surface_create(CAIRO_CONTENT_COLOR_ALPHA, NULL);
    cairo_t *cr = cairo_create(surface);
    cp_gutters gutters = cp_figure_gutters(figure, &job->env, size, &job->page);
    cp_buf dump = { 0 };
    const char *fault;
    size_t labels = 0;

    cp_figure_draw(figure, &job->env, (cp_rect){ 0, 0, size.width, size.height }, gutters, cr,
                   &job->page, &dump);
    fault = dump.data ? judge(dump.data, size) : NULL;
    CHECK_STR(
        fault ? cp_printf(&job->arena, "%s, %.0f x %.0f: %s", name, size.width, size.height, fault)
              : "",
        "");
    for (const char *at = dump.data; at && (at = strstr(at, "label ")); at++)
        labels++;
    cp_arena_reset(&job->page);
    cp_buf_free(&dump);
    cairo_destroy(cr);
    cairo_surface_destroy(surface);
    return labels;
}

/* At the style's size for pictures, and as small as it can be, where labels may be left out. */
static size_t walk_chart(chartpack *job, const char *name)
{
    const cp_chart_style *style = &job->env.style->chart;
    cp_figure *figure
        = cp_figure_open(&job->env, cp_path_join(&job->arena, job->folder, name), (cp_place){ 0 });
    size_t labels = 0;

    if (figure && cp_figure_load(figure, &job->env)) {
        cp_report quiet = { .arena = &job->arena }, *told = job->env.report;
        cp_size least = cp_figure_least(figure, &job->env);
        cp_size natural = { fmax(style->width, least.width), fmax(style->height, least.height) };

        labels = walk_figure(job, figure, name, natural);
        job->env.report = &quiet;
        walk_figure(job, figure, name, least);
        job->env.report = told;
    }
    cp_figure_close(figure);
    return labels;
}

static size_t walk(const char *pack)
{
    chartpack *job
        = chartpack_new(&(chartpack_options){ .home = CP_BINARY_DIR "/share/chartpack" });
    cp_texts charts = { 0 };
    size_t labels = 0;

    CHECK(chartpack_open(job, pack) && cp_pack_looks(job) && cp_pack_charts(job, &charts));
    for (size_t i = 0; i < charts.count; i++)
        labels += walk_chart(job, charts.item[i].data);
    CHECK(job->report.worst < CP_WARNING);
    for (const cp_finding *it = job->report.first; it && it->severity >= CP_WARNING; it = it->next)
        CHECK_STR(cp_finding_line(&job->arena, it), "");
    chartpack_free(job);
    return labels;
}

TEST(labels_of_the_gallery_keep_the_rules)
{
    CHECK(walk(CP_SOURCE_DIR "/data/gallery") > 200);
}

TEST(labels_of_the_weekly_keep_the_rules)
{
    CHECK(walk(CP_SOURCE_DIR "/data/weekly") > 200);
}

/* The judge itself: what it must find, in dumps made by hand. */
static void check_judged(const char *dump, const char *fault)
{
    const char *found = judge(dump, (cp_size){ 100, 100 });

    CHECK_STR(found ? found : "", fault);
}

TEST(what_breaks_the_rules_is_found)
{
    check_judged("label 甲 10.0,10.0 20.0x8.0\nlabel 乙 40.0,10.0 20.0x8.0\n", "");
    check_judged("label 甲 10.0,10.0 20.0x8.0\nlabel 乙 b 29.0,17.0 20.0x8.0\n",
                 "a label stands over another");
    check_judged("label 甲 90.0,10.0 20.0x8.0\n", "a label is out of the figure");
    check_judged("point 31.0,14.0 2.0\nlabel 甲 10.0,10.0 20.0x8.0\n",
                 "a label stands over a point");
    check_judged("label 甲 10.0,10.0 20.0x8.0\nlabel 乙 60.0,10.0 20.0x8.0\n"
                 "leader 甲 50.0,60.0 30.0,14.0\nleader 乙 30.0,40.0 60.0,18.0\n",
                 "two leaders cross");
    check_judged("label 甲 10.0,10.0 20.0x8.0\nlabel 乙 60.0,10.0 20.0x8.0\n"
                 "leader 甲 90.0,14.0 30.0,14.0\n",
                 "a leader runs through a foreign label");
    check_judged("pie 50.0 50.0 20.0 0.0\nlabel 60.0,40.0 20.0x8.0 | 甲\n",
                 "a label stands over a point");
    check_judged("label 60.0,40.0 20.0x8.0 | 甲 1%\nlabel 60.0,20.0 20.0x8.0 | 乙\nleader 70.0 "
                 "10.0 70.0 30.0 61.0 40.0\n",
                 "a leader runs through a foreign label");
    check_judged("mark line 全A rows=5 x=1.0..2.0 y=30.0..40.0\n"
                 "event 4月3日 60.0,25.0 20.0x8.0 65.0,33.0 65.0,40.0\n",
                 "a call-out hides the line");
}
