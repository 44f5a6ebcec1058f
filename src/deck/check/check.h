/*
 * check.h - what a well-formed deck must still keep: the rules of the house, and words that
 * agree with the numbers.
 *
 * A check is a const struct at the end of its own file and one word in CHECKS (check.c).  Those
 * that the style's `checks` names are run, over slides whose figures are loaded.  Their findings
 * are warnings, for an editor may know better; --strict makes them errors.
 */
#ifndef CP_DECK_CHECK_CHECK_H
#define CP_DECK_CHECK_CHECK_H

#include "deck/check/claim.h"
#include "deck/page.h"

/* What a check looks at. */
typedef struct cp_check_view {
    const cp_pages *pages; /* slides, style and facts; nothing is laid yet */
    const cp_prose *proses;
    const cp_claim *claims; /* what the values in these are called */
    cp_report *report;
} cp_check_view;

typedef struct cp_check_class {
    const char *name;    /* as styles name it: that of its file */
    const char *summary; /* what holds where it finds nothing */
    void (*run)(const cp_check_view *view);
} cp_check_class;

/* Run the style's checks; a name that none has is an error. */
bool cp_checks_run(const cp_check_view *view);

#endif
