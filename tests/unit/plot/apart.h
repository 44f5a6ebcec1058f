/* apart.h - of a plot's dump: no two labels over each other, none out of the box. */
#ifndef CP_TESTS_PLOT_APART_H
#define CP_TESTS_PLOT_APART_H

#include "fixture.h"

/* The last two words of a line: "label 名 1.0,2.0 3.0x4.0". */
static inline cp_rect rect_of_line(const char *line, size_t size)
{
    cp_rect rect = { 0 };
    size_t blanks = 0, at = size;

    while (at > 0 && (line[at - 1] != ' ' || ++blanks < 2))
        at--;
    CHECK(sscanf(line + at, "%lf,%lf %lfx%lf", &rect.x, &rect.y, &rect.width, &rect.height) == 4);
    return rect;
}

/* How many labels there are; each is checked against all others. */
static inline size_t labels_apart(const char *dump, double width, double height)
{
    enum { MOST = 200 };
    cp_rect rect[MOST], box = { 0, 0, width, height };
    size_t count = 0;

    for (const char *line = dump; *line; line = strchr(line, '\n') + 1) {
        if (strncmp(line, "label ", 6) != 0 || count == MOST)
            continue;
        rect[count] = rect_of_line(line, (size_t)(strchr(line, '\n') - line));
        CHECK(cp_rect_inside(rect[count], box, 0.6));
        for (size_t i = 0; i < count; i++)
            CHECK(!cp_rects_overlap(rect[i], rect[count], 0.1));
        count++;
    }
    return count;
}

static inline void check_finding(const char *spec, const char *csv, const char *finding)
{
    fixture f;

    begin(&f, spec, csv);
    CHECK(!f.bound);
    CHECK_STR(first_finding(&f), finding);
    end(&f);
}

#endif
