/* Names beside points, through a whole chart: the hard rules are judged from the dump alone. */

#include "fixture.h"

#include "labels_cloud.h"

/* What a dump says of labels; its numbers are rounded to a tenth. */
typedef struct dumped {
    size_t labels, points, leaders;
    cp_rect label[400], area;
    double point[10100][3], leader[400][4];
} dumped;

#define ROUNDED 0.11

static const char *tail_of(const char *line, int words)
{
    const char *at = strchr(line, '\n');

    while (at > line && (at[-1] != ' ' || --words > 0))
        at--;
    return at;
}

static bool begins(const char *line, const char *head)
{
    return strncmp(line, head, strlen(head)) == 0;
}

static void read_dump(const char *dump, dumped *out)
{
    *out = (dumped){ 0 };
    for (const char *line = dump; *line; line = strchr(line, '\n') + 1) {
        cp_rect *label = &out->label[out->labels], *area = &out->area;
        double *point = out->point[out->points], *leader = out->leader[out->leaders];

        if (begins(line, "label "))
            out->labels += sscanf(tail_of(line, 2), "%lf,%lf %lfx%lf", &label->x, &label->y,
                                  &label->width, &label->height)
                           == 4;
        else if (begins(line, "point "))
            out->points += sscanf(line, "point %lf,%lf %lf", &point[0], &point[1], &point[2]) == 3;
        else if (begins(line, "leader "))
            out->leaders += sscanf(tail_of(line, 2), "%lf,%lf %lf,%lf", &leader[0], &leader[1],
                                   &leader[2], &leader[3])
                            == 4;
        else if (begins(line, "area "))
            CHECK(sscanf(line, "area %lf,%lf %lfx%lf", &area->x, &area->y, &area->width,
                         &area->height)
                  == 4);
    }
}

static double from_box(double x, double y, cp_rect box)
{
    return hypot(fmax(fmax(box.x - x, x - box.x - box.width), 0),
                 fmax(fmax(box.y - y, y - box.y - box.height), 0));
}

/* Nearest of many places along a leader. */
static double leader_from_box(const double *leader, cp_rect box)
{
    double least = INFINITY;

    for (int i = 0; i <= 400; i++)
        least = fmin(least, from_box(leader[0] + (leader[2] - leader[0]) * i / 400,
                                     leader[1] + (leader[3] - leader[1]) * i / 400, box));
    return least;
}

static double turn(const double *a, const double *b, const double *c)
{
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]);
}

static bool leaders_cross(const double *a, const double *b)
{
    return turn(a, a + 2, b) * turn(a, a + 2, b + 2) < -1
           && turn(b, b + 2, a) * turn(b, b + 2, a + 2) < -1;
}

static size_t faults_of_label(const dumped *d, size_t i)
{
    cp_rect frame = cp_rect_inset(d->area, -10, 0, 0, 0);
    size_t faults = !cp_rect_inside(d->label[i], frame, ROUNDED);

    for (size_t k = 0; k < i; k++)
        faults += cp_rects_overlap(d->label[i], d->label[k], ROUNDED);
    for (size_t k = 0; k < d->points; k++)
        faults += from_box(d->point[k][0], d->point[k][1], d->label[i]) < d->point[k][2] - ROUNDED;
    return faults;
}

/* One leader, one label: it may only touch the one it leads to. */
static size_t faults_of_leader(const dumped *d, size_t i)
{
    size_t faults = 0, touched = 0;

    for (size_t k = 0; k < d->labels; k++)
        touched += leader_from_box(d->leader[i], d->label[k]) < ROUNDED;
    for (size_t k = 0; k < i; k++)
        faults += leaders_cross(d->leader[i], d->leader[k]);
    return faults + (touched != 1);
}

static size_t faults_of(const dumped *d)
{
    size_t faults = 0;

    for (size_t i = 0; i < d->labels; i++)
        faults += faults_of_label(d, i);
    for (size_t i = 0; i < d->leaders; i++)
        faults += faults_of_leader(d, i);
    return faults;
}

/* Rows of a cloud, the names of their widths in Han. */
static const char *cloud_rows(cp_arena *arena, const char *kind, size_t count, unsigned seed)
{
    cp_label_task task = cloud_task(arena, kind, count, seed);
    cp_buf csv = { 0 };
    const char *text;

    cp_buf_printf(&csv, "x,y,名\n");
    for (size_t i = 0; i < count; i++) {
        cp_buf_printf(&csv, "%.4f,%.4f,", task.wish[i].anchor.a.x, 430 - task.wish[i].anchor.a.y);
        for (double width = 0; width + 4 < task.wish[i].size.width; width += 8)
            cp_buf_printf(&csv, "券");
        cp_buf_printf(&csv, "%zu\n", i % 10);
    }
    text = cp_printf(arena, "%s", csv.data);
    cp_buf_free(&csv);
    return text;
}

static const char spec[] = "x: {field: x, domain: [0, 880]}\ny: {domain: [0, 430]}\nmarks:\n"
                           "  - {dot: y, names: 名}\n";

static void check_cloud(const char *kind, size_t count, unsigned seed, size_t least)
{
    cp_arena arena = { 0 };
    fixture f;
    static dumped d;

    begin(&f, spec, cloud_rows(&arena, kind, count, seed));
    with_fonts(&f);
    read_dump(dump_of(&f, 910, 456), &d);
    CHECK(d.points == count && d.labels >= least);
    CHECK((f.report.first == NULL) == (d.labels == count));
    CHECK(faults_of(&d) == 0);
    end(&f);
    cp_arena_free(&arena);
}

TEST(a_hundred_names_of_any_cloud_have_room_and_touch_nothing)
{
    for (int kind = 0; kind < CLOUD_KINDS; kind++)
        for (unsigned seed = 1; seed <= 4; seed++)
            check_cloud(cloud_kinds[kind], 110, seed, 110);
}

TEST(of_three_hundred_names_none_touches_another_and_those_left_out_are_told)
{
    check_cloud("uniform", 300, 1, 150);
    check_cloud("clusters", 300, 2, 100);
}

static const char *finding_of(const char *rows, double width, double height)
{
    static char text[400];
    static dumped d;
    fixture f;

    begin(&f, "x: x\nmarks:\n  - {dot: y, names: 名}\n", rows);
    with_fonts(&f);
    CHECK(f.bound);
    read_dump(dump_of(&f, width, height), &d);
    CHECK(faults_of(&d) == 0);
    snprintf(text, sizeof text, "%s", first_finding(&f));
    end(&f);
    return text;
}

TEST(names_that_are_wider_than_the_plot_are_left_out_and_counted)
{
    CHECK_STR(finding_of("x,y,名\n1,1,短\n2,2,一个比整张图还要宽得多的名字放不进去\n", 120, 100),
              "c.yaml:3:21: warning: 1 of 2 names have no room beside their points, at 7 pt as "
              "well; `labels: {only: top 30 by x}` writes fewer");
}

TEST(points_upon_each_other_keep_their_names_apart)
{
    CHECK_STR(finding_of("x,y,名\n1,1,甲\n1,1,乙\n1,1,丙\n1,1,丁\n1,1,戊\n1,1,己\n", 300, 200), "");
}

TEST(ten_thousand_names_are_not_tried_but_told)
{
    cp_buf csv = { 0 };
    const char *found;

    cp_buf_printf(&csv, "x,y,名\n");
    for (int i = 0; i < 10000; i++)
        cp_buf_printf(&csv, "%d,%d,名%d\n", i % 97, i % 89, i);
    found = finding_of(csv.data, 300, 200);
    CHECK(strstr(found, "warning: 10000 of 10000 names have no room beside their points"));
    cp_buf_free(&csv);
}

/* The line at the foot of the plot is drawn at zero, and where there is no zero. */
static void check_clear_of_foot(const char *rows)
{
    fixture f;
    static dumped d;

    begin(&f, "x: x\nmarks:\n  - {dot: y, names: n}\n", rows);
    with_fonts(&f);
    read_dump(dump_of(&f, 300, 200), &d);
    CHECK(d.labels == 3);
    for (size_t i = 0; i < d.labels; i++)
        CHECK(d.label[i].y + d.label[i].height < d.area.y + d.area.height - 1);
    end(&f);
}

TEST(names_do_not_stand_on_the_line_at_the_foot)
{
    check_clear_of_foot("x,y,n\n0,0,gypq\n1,0,jy\n2,10,three\n");
    check_clear_of_foot("x,y,n\n0,100,gypq\n1,100,jy\n2,101,three\n");
}

/* Labels keep clear of the line at zero where there is other room. */
TEST(names_do_not_cover_the_lines_at_zero)
{
    fixture f;
    static dumped d;
    double zero = NAN;
    const char *dump;

    begin(&f, "x: x\nmarks:\n  - {dot: y, names: 名}\n", "x,y,名\n-1,2,左边的名字\n1,1,右边\n");
    with_fonts(&f);
    dump = dump_of(&f, 300, 200);
    read_dump(dump, &d);
    CHECK(sscanf(strstr(dump, "tick x 0.0 x="), "tick x 0.0 x=%lf", &zero) == 1);
    for (size_t i = 0; i < d.labels; i++)
        CHECK(d.label[i].x > zero || d.label[i].x + d.label[i].width < zero);
    end(&f);
}
