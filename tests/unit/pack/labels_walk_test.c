/*
 * Every chart of the sample pack and of the gallery, drawn at its natural size: the rules of
 * labels are judged from the dump of its layout alone, with geometry of this file's own.
 *
 * No label over another, over a point, over a pie or out of the figure; no leader across
 * another or through a foreign label; no call-out over a label, another or its line.  Texts over
 * points, call-outs and the ends of lines in the margin are among the labels: they are counted,
 * lest the walk pass them by.
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
    box box[MOST], figure, area;
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
    else if (begins(line, "area "))
        CHECK(sscanf(line + 5, "%lf,%lf %lfx%lf", &out->area.x, &out->area.y, &out->area.width,
                     &out->area.height)
              == 4);
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

/* A text may be written around its own place, which has no radius. */
static bool covers(const box *of, const double point[3])
{
    double x = fabs(point[0] - of->x - of->width / 2), y = fabs(point[1] - of->y - of->height / 2);

    if (point[2] > 0)
        return distance(of, point[0], point[1]) < point[2] - rounded;
    return x < of->width / 2 - rounded && y < of->height / 2 - rounded && x + y > rounded;
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
            if (covers(it, s->point[k]))
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

/* What was judged; `tags` are places of texts. */
typedef struct seen {
    size_t labels, tags, events, ends;
} seen;

static void count_seen(const sheet *s, seen *out)
{
    for (size_t i = 0; i < s->boxes; i++) {
        out->labels += !s->box[i].event;
        out->events += s->box[i].event;
        out->ends += s->area.width > 0 && s->box[i].x > s->area.x + s->area.width;
    }
    for (size_t i = 0; i < s->points; i++)
        out->tags += s->point[i][2] == 0;
}

static const char *judge(const char *dump, cp_size size, seen *out)
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
    count_seen(s, out);
    free(s);
    return fault;
}

static void walk_figure(chartpack *job, const cp_figure *figure, const char *name, cp_size size,
                        seen *out)
{
    cairo_surface_t *surface = cairo_recording_surface_create(CAIRO_CONTENT_COLOR_ALPHA, NULL);
    cairo_t *cr = cairo_create(surface);
    cp_gutters gutters = cp_figure_gutters(figure, &job->env, size, &job->page);
    cp_buf dump = { 0 };
    const char *fault;

    cp_figure_draw(figure, &job->env, (cp_rect){ 0, 0, size.width, size.height }, gutters, cr,
                   &job->page, &dump);
    fault = dump.data ? judge(dump.data, size, out) : NULL;
    CHECK_STR(
        fault ? cp_printf(&job->arena, "%s, %.0f x %.0f: %s", name, size.width, size.height, fault)
              : "",
        "");
    cp_arena_reset(&job->page);
    cp_buf_free(&dump);
    cairo_destroy(cr);
    cairo_surface_destroy(surface);
}

/* At the style's size for pictures, and as small as it can be, where labels may be left out. */
static void walk_chart(chartpack *job, const char *name, seen *out)
{
    const cp_chart_style *style = &job->env.style->chart;
    cp_figure *figure
        = cp_figure_open(&job->env, cp_path_join(&job->arena, job->folder, name), (cp_place){ 0 });

    if (figure && cp_figure_load(figure, &job->env)) {
        cp_report quiet = { .arena = &job->arena }, *told = job->env.report;
        cp_size least = cp_figure_least(figure, &job->env);
        cp_size natural = { fmax(style->width, least.width), fmax(style->height, least.height) };
        seen small = { 0 };

        walk_figure(job, figure, name, natural, out);
        job->env.report = &quiet;
        walk_figure(job, figure, name, least, &small);
        job->env.report = told;
    }
    cp_figure_close(figure);
}

static seen walk(const char *pack)
{
    chartpack *job
        = chartpack_new(&(chartpack_options){ .home = CP_BINARY_DIR "/share/chartpack" });
    cp_texts charts = { 0 };
    seen out = { 0 };

    CHECK(chartpack_open(job, pack) && cp_pack_looks(job) && cp_pack_charts(job, &charts));
    for (size_t i = 0; i < charts.count; i++)
        walk_chart(job, charts.item[i].data, &out);
    CHECK(job->report.worst < CP_WARNING);
    for (const cp_finding *it = job->report.first; it && it->severity >= CP_WARNING; it = it->next)
        CHECK_STR(cp_finding_line(&job->arena, it), "");
    chartpack_free(job);
    return out;
}

TEST(labels_of_the_gallery_keep_the_rules)
{
    seen found = walk(CP_SOURCE_DIR "/data/gallery");

    CHECK(found.labels > 200 && found.tags > 50 && found.events > 20 && found.ends > 10);
}

TEST(labels_of_the_weekly_keep_the_rules)
{
    seen found = walk(CP_SOURCE_DIR "/data/weekly");

    CHECK(found.labels > 200 && found.tags > 30 && found.events > 5 && found.ends > 10);
}

/* The judge itself: what it must find, in dumps made by hand. */
static void check_judged(const char *dump, const char *fault)
{
    seen ignored = { 0 };
    const char *found = judge(dump, (cp_size){ 100, 100 }, &ignored);

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
    check_judged("point 25.0,16.0 0.0\nlabel 甲 10.0,10.0 20.0x8.0\n",
                 "a label stands over a point");
    check_judged("point 20.0,14.0 0.0\nlabel 甲 10.0,10.0 20.0x8.0\n", "");
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
