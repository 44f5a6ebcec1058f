/*
 * fault.h - why a text is no YAML, in the words of the desk that wrote it.
 *
 * libfyaml stops at its first fault and names it as parsers do, often a line
 * away from the cause.  Here the classic slips are looked for in the whole text
 * (tabs, full-width colons and blanks, no blank behind a colon), each told at
 * its own place; what is left is told in plain words.
 */
#ifndef CP_SPEC_FAULT_H
#define CP_SPEC_FAULT_H

#include "base/report.h"
#include "base/str.h"

typedef struct cp_yaml_fault {
    const char *message; /* libfyaml's */
    cp_place place;
    cp_place opened; /* the innermost bracket still open; line 0: none */
} cp_yaml_fault;

/* `text` is valid UTF-8. */
void cp_yaml_explain(cp_str text, const cp_yaml_fault *fault, cp_report *report);

#endif
