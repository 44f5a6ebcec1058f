/*
 * xml.h - the parts of an office file as events: elements open and close, text comes in between.
 *
 * Names are told without their prefix, for writers differ in it; elements of
 * another prefix than the part's own are extensions, and passed over.  A document
 * type, which no office file has, is refused: it is the way to blow up a reader.
 */
#ifndef CP_READ_XML_H
#define CP_READ_XML_H

#include "read/zip.h"

/* Who takes events: the first member of a struct of its own. */
typedef struct cp_xml {
    void (*open)(struct cp_xml *xml, const char *name, const char *const *attributes);
    void (*close)(struct cp_xml *xml, const char *name);
    void (*text)(struct cp_xml *xml, cp_str piece); /* may be NULL */
    const char *fault; /* set by any of them: what is wrong, in words; the run ends */
} cp_xml;

/* The value of an attribute; "no text" if it is not there. */
cp_str cp_xml_attribute(const char *const *attributes, const char *name);

/* A number from 0; -1 if it is not there or not one that fits an int. */
int cp_xml_int(const char *const *attributes, const char *name);

bool cp_xml_is_true(cp_str value); /* "1", "true", "on" */

/* Walk a part of a zip file.  False: the report says at `at` what is wrong. */
bool cp_xml_run(cp_zip *zip, const char *part, cp_xml *xml, cp_place at, cp_report *report);

#endif
