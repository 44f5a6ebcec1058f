#include "read/xml.h"

#include <expat.h>
#include <limits.h>
#include <stdint.h>
#include <string.h>

typedef struct run {
    XML_Parser parser;
    cp_xml *xml;
    uint64_t given;
    bool stopped;
    bool begun, own;
    char prefix[32]; /* with its colon */
    size_t prefix_size;
} run;

static size_t prefix_size(const char *name)
{
    const char *colon = strchr(name, ':');

    return colon ? (size_t)(colon - name) + 1 : 0;
}

/* The name without the part's own prefix, that of its first element; NULL for an extension's. */
static const char *local(run *r, const char *name)
{
    size_t size = prefix_size(name);

    if (!r->begun) {
        r->begun = true;
        r->own = size < sizeof r->prefix;
        memcpy(r->prefix, name, r->own ? size : 0);
        r->prefix_size = size;
    }
    return r->own && size == r->prefix_size && memcmp(name, r->prefix, size) == 0 ? name + size
                                                                                  : NULL;
}

static void check_fault(run *r)
{
    if (!r->xml->fault || r->stopped)
        return;
    r->stopped = true;
    XML_StopParser(r->parser, XML_FALSE);
}

static void open_element(void *context, const char *name, const char **attributes)
{
    run *r = context;
    const char *own = local(r, name);

    if (r->stopped || !own)
        return;
    r->xml->open(r->xml, own, (const char *const *)attributes);
    check_fault(r);
}

static void close_element(void *context, const char *name)
{
    run *r = context;
    const char *own = local(r, name);

    if (r->stopped || !own)
        return;
    r->xml->close(r->xml, own);
    check_fault(r);
}

static void take_text(void *context, const char *text, int size)
{
    run *r = context;

    if (!r->stopped && r->xml->text)
        r->xml->text(r->xml, (cp_str){ text, (size_t)size });
    check_fault(r);
}

static void refuse_doctype(void *context, const char *name, const char *system, const char *public,
                           int internal)
{
    run *r = context;

    (void)name;
    (void)system;
    (void)public;
    (void)internal;
    r->xml->fault = "has a document type, which no workbook has; it is not read";
    check_fault(r);
}

/* A tag is held whole until it closes: one without end must not fill the memory. */
static bool tag_too_long(const run *r)
{
    enum { LONGEST_TAG = 1 << 20 };
    XML_Index at = XML_GetCurrentByteIndex(r->parser);

    return at >= 0 && r->given > (uint64_t)at + LONGEST_TAG;
}

static bool take_piece(void *context, cp_str piece)
{
    run *r = context;

    r->given += piece.size;
    if (XML_Parse(r->parser, piece.data, (int)piece.size, 0) != XML_STATUS_OK)
        return false;
    if (tag_too_long(r))
        r->xml->fault = "has a tag longer than any workbook's; it is not read";
    return !r->xml->fault;
}

static bool finish(run *r, const char *part, cp_place at, cp_report *report)
{
    if (r->xml->fault)
        return cp_fail(report, at, "the part '%s' %s", part, r->xml->fault);
    if (XML_GetErrorCode(r->parser) == XML_ERROR_NONE
        && XML_Parse(r->parser, "", 0, 1) == XML_STATUS_OK)
        return true;
    return cp_fail(report, at,
                   "the part '%s' is broken in its line %lu: %s; save the workbook again", part,
                   (unsigned long)XML_GetCurrentLineNumber(r->parser),
                   XML_ErrorString(XML_GetErrorCode(r->parser)));
}

bool cp_xml_run(cp_zip *zip, const char *part, cp_xml *xml, cp_place at, cp_report *report)
{
    run r = { .parser = XML_ParserCreate(NULL), .xml = xml };
    bool ok;

    XML_SetUserData(r.parser, &r);
    XML_SetElementHandler(r.parser, open_element, close_element);
    XML_SetCharacterDataHandler(r.parser, take_text);
    XML_SetStartDoctypeDeclHandler(r.parser, refuse_doctype);
    ok = cp_zip_run(zip, part, take_piece, &r, at, report) && finish(&r, part, at, report);
    XML_ParserFree(r.parser);
    return ok;
}

cp_str cp_xml_attribute(const char *const *attributes, const char *name)
{
    for (; *attributes; attributes += 2)
        if (strcmp(attributes[0], name) == 0)
            return cp_str_from(attributes[1]);
    return (cp_str){ 0 };
}

int cp_xml_int(const char *const *attributes, const char *name)
{
    cp_str text = cp_str_trim(cp_xml_attribute(attributes, name));
    long long value = 0;

    for (size_t i = 0; i < text.size; i++) {
        if (text.data[i] < '0' || text.data[i] > '9')
            return -1;
        value = value * 10 + (text.data[i] - '0');
        if (value > INT_MAX)
            return -1;
    }
    return text.size ? (int)value : -1;
}

bool cp_xml_is_true(cp_str value)
{
    return cp_str_is(value, "1") || cp_str_is(value, "true") || cp_str_is(value, "on");
}
