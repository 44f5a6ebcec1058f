/*
 * labels.h - where names stand beside what they name: anchors and boxes in, places out.
 *
 * One engine for the points of a scatter, values, texts over points and slices of a pie; with
 * labels_row.h, for labels that share a line in a given order, it is one module.  It knows no
 * text, no ink and no fonts: the caller measures each label and draws it at its place.
 *
 * What always holds of the places given out: no label over another, over ink or an
 * obstacle, or outside the frame; no leader through a foreign label or an obstacle, none
 * across another.  Only labels the caller has fixed may break this, and are counted.
 * What cannot be done without breaking it is given up in this order: the preferred side,
 * standing close (a label far from its anchor gets a leader), short leaders, leaders
 * clear of foreign points (in the middle of a dense cloud there is often no other way
 * out; they are dear, and counted), the label: it is left out, lighter ones first, and
 * counted.  The caller then sets smaller type and asks again, or tells its user.
 *
 * The same input gives the same places: work is bounded by counted steps, never by
 * the clock.  Labels that were placed `before` stay there if they still may; if not they are
 * tried around it within `stray`, and straight above and below it: give the corner of the last
 * place's box less its anchor's a, so that the label follows its point.
 * Who gives a place that it has reckoned itself keeps labels in rows and leaders upright, as
 * tag.c does.
 */
#ifndef CP_PLOT_LABELS_H
#define CP_PLOT_LABELS_H

#include "base/arena.h"
#include "base/geometry.h"

/* A disc around a == b, or a line from a to b with round ends. */
typedef struct cp_anchor {
    cp_point a, b;
    double radius; /* half the thickness of a line */
} cp_anchor;

/* Where a label stands, seen from its anchor.  Right and left: the anchor is within the
 * height of the label; above and below: within its width. */
typedef enum cp_toward {
    CP_TOWARD_RIGHT,
    CP_TOWARD_ABOVE,
    CP_TOWARD_LEFT,
    CP_TOWARD_BELOW,
    CP_TOWARD_ABOVE_RIGHT,
    CP_TOWARD_ABOVE_LEFT,
    CP_TOWARD_BELOW_RIGHT,
    CP_TOWARD_BELOW_LEFT,
    CP_TOWARDS
} cp_toward;

typedef struct cp_label_wish {
    cp_anchor anchor;
    cp_size size;            /* of the label's box */
    const cp_toward *toward; /* best first; NULL: right, above, left, below, the corners */
    size_t toward_count;
    bool only_toward;   /* nowhere else */
    double weight;      /* lighter labels are left out first; 0 is 1 */
    bool fixed, before; /* must be, or has been and should stay, at: */
    cp_point at;        /* top left corner; `before`: as seen from the anchor's a */
} cp_label_wish;

typedef struct cp_label_place {
    bool placed, led;
    cp_rect box;
    cp_point from, to; /* of the leader when `led`: the anchor's edge, the box's edge */
    double gap;        /* from the anchor's edge to the box's */
    int over;          /* foreign points the leader runs over */
} cp_label_place;

typedef struct cp_label_rules {
    double near;        /* the gap wanted between a label and its anchor */
    double least;       /* the least gap between a label and any anchor, ink or obstacle */
    double between;     /* the least between two labels, and between a leader and all else */
    double space;       /* the least between two labels side by side, if more than `between` */
    double leader_from; /* a label further from its anchor gets a leader; at least `near` */
    double leader_most; /* no longer leaders; 0: as long as need be */
    double stray;       /* so far from the place before is nearly there */
    double effort;      /* times the usual bound on work; 0 is 1 */
} cp_label_rules;

/* Anchors of all labels count as ink themselves. */
typedef struct cp_label_task {
    cp_rect frame;
    cp_label_rules rules;
    const cp_label_wish *wish;
    size_t count;
    const cp_anchor *ink; /* unnamed points and lines: leaders avoid them but may cross them */
    size_t ink_count;
    const cp_rect *obstacle;
    size_t obstacle_count;
} cp_label_task;

typedef struct cp_label_places {
    cp_label_place *place; /* by label, as in the task */
    size_t led, left_out;
    size_t over;     /* leaders that run over foreign points */
    size_t clashing; /* fixed labels that stand over something */
    double gap;      /* mean of the placed ones */
    size_t work;     /* steps taken */
} cp_label_places;

cp_label_places cp_labels_place(cp_arena *arena, const cp_label_task *task);

#endif
