/* risk_slide.c - no report goes out without its risks.  A deck without a cover is none yet. */

#include "deck/check/check.h"

#include <string.h>

static bool has_class(const cp_slides *slides, const char *name)
{
    for (const cp_slide *slide = slides->first; slide; slide = slide->next)
        if (strcmp(slide->class->name, name) == 0)
            return true;
    return false;
}

static void run(const cp_check_view *view)
{
    const cp_slides *slides = view->pages->slides;

    if (has_class(slides, "cover") && !has_class(slides, "risk"))
        cp_warn(view->report, slides->last->place,
                "the deck ends without a slide of risks; one is marked <!-- class: risk -->");
}

const cp_check_class cp_check_risk_slide = {
    .name = "risk_slide",
    .summary = "a deck with a cover has a slide of class risk",
    .run = run,
};
