/* findings.h - all that a report says, a line each, for tests to compare at one glance. */
#ifndef CP_TESTS_SPEC_FINDINGS_H
#define CP_TESTS_SPEC_FINDINGS_H

#include "base/report.h"

/* In the report's arena; "" if it says nothing. */
static inline const char *findings(const cp_report *report)
{
    const char *all = "";

    for (const cp_finding *finding = report->first; finding; finding = finding->next)
        all = cp_printf(report->arena, "%s%s%s", all, *all ? "\n" : "",
                        cp_finding_line(report->arena, finding));
    return all;
}

#endif
