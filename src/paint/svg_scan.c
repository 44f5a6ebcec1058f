#include "paint/svg_scan.h"

#include "base/buf.h"
#include "paint/svg_css.h"
#include "paint/svg_data.h"

#include <expat.h>
#include <limits.h>
#include <math.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

enum { DEEPEST = 64, LONGEST_TOLD = 200, LARGEST_LETTERS = 10000 };

/* An element: those within it are the ones behind it, up to `end`. */
typedef struct element {
    cp_str name, id, classes;
    size_t parent, end;
    double points_before, points; /* of the paths in the drawing up to it, and in it */
    double weight;                /* once it is known; below 0: not yet */
} element;

/* How often a reference is followed. */
typedef enum reaching {
    ONCE,       /* a clip, a copy */
    EACH,       /* a paint: by each element within */
    EACH_POINT, /* a marker */
} reaching;

typedef struct reference {
    size_t from; /* the element that has it */
    reaching reach;
    cp_str to;
    double weight; /* where it goes to nothing in the drawing: a filter's steps, letters */
} reference;

typedef struct scan {
    cp_arena arena;                          /* of the names */
    cp_buf elements, references, ids, sheet; /* of element, reference, size_t by ids; CSS */
    size_t open;                             /* the innermost that is not closed; SIZE_MAX: none */
    double points;
    size_t text_depth; /* of the open element within a <text>, itself included; 0: in none */
    XML_Parser parser;
    cp_arena *words; /* of the facts */
    cp_svg_facts *facts;
} scan;

static element *element_at(const scan *s, size_t index)
{
    return (element *)(void *)s->elements.data + index;
}

static size_t element_count(const scan *s)
{
    return s->elements.size / sizeof(element);
}

static cp_svg_spot spot(const scan *s)
{
    return (cp_svg_spot){ (int)XML_GetCurrentLineNumber(s->parser),
                          (int)XML_GetCurrentColumnNumber(s->parser) + 1 };
}

/* ---- what is outside ---- */

static void take_outside(scan *s, cp_str address)
{
    if (address.size && !s->facts->outside)
        s->facts->outside
            = cp_printf(s->words, "'" CP_FMT "'", CP_ARG(cp_str_slice(address, 0, LONGEST_TOLD)));
}

static void take_sheet(scan *s, const char *by)
{
    if (!s->facts->outside)
        s->facts->outside = cp_printf(s->words, "a style sheet by %s", by);
}

/* Elements that show what their href names; a link or a script shows nothing by it. */
static bool shows_by_href(cp_str name)
{
    static const char *const names[]
        = { "image",   "use",    "feImage", "linearGradient", "radialGradient",
            "pattern", "filter", "tref",    "include" };

    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (cp_str_is(name, names[i]))
            return true;
    return false;
}

static void take_picture(scan *s, cp_str address)
{
    cp_svg_picture *it = cp_new(s->words, cp_svg_picture);

    *it = (cp_svg_picture){ spot(s), cp_svg_data(s->words, address), s->facts->pictures };
    s->facts->pictures = it;
}

static void check_attribute(scan *s, const element *made, cp_str name, cp_str value)
{
    cp_str address = cp_str_trim(value);

    if (cp_str_is(name, "href") && shows_by_href(made->name) && !cp_css_is_inside(address))
        take_outside(s, address);
    else if (cp_str_is(name, "href") && cp_str_is(made->name, "image") && address.size
             && *address.data != '#')
        take_picture(s, address);
    else if (cp_str_find(value, CP_STR("("), 0) != SIZE_MAX)
        take_outside(s, cp_css_outside(cp_css_plain(&s->arena, value)));
}

static void take_instruction(void *context, const char *target, const char *text)
{
    (void)text;
    if (strcmp(target, "xml-stylesheet") == 0)
        take_sheet(context, "<?xml-stylesheet");
}

/* ---- reading ---- */

/* #a, url(#a), url('#a'): all that is named by # at the value's begin, behind a quote or a bracket. */
static void add_references(scan *s, size_t from, cp_str value, reaching reach)
{
    for (size_t at = 0; (at = cp_str_find(value, CP_STR("#"), at)) != SIZE_MAX; at++) {
        size_t end = at + 1;
        reference found = { .from = from, .reach = reach };

        if (at > 0 && !strchr("\"'( \t\n", value.data[at - 1]))
            continue;
        while (end < value.size && !strchr("\"') \t\n", value.data[end]))
            end++;
        found.to = cp_str_copy(&s->arena, cp_str_slice(value, at + 1, end));
        cp_buf_add(&s->references, (cp_str){ (const char *)&found, sizeof found });
    }
}

static reaching reach_of_style(cp_str style)
{
    return cp_str_find(style, CP_STR("marker"), 0) != SIZE_MAX ? EACH_POINT : EACH;
}

static void add_weight(scan *s, size_t from, double weight)
{
    reference found = { .from = from, .reach = ONCE, .weight = weight };

    if (weight > 0)
        cp_buf_add(&s->references, (cp_str){ (const char *)&found, sizeof found });
}

/* Of `url(#a) blur(2)`: what the functions take by themselves. */
static double filter_weight(cp_str value)
{
    double weight = 0;

    for (size_t at = 0; (at = cp_str_find(value, CP_STR("("), at)) != SIZE_MAX; at++)
        weight += CP_SVG_FILTER_WEIGHT;
    return weight;
}

/* References and filters; all that a style says behind `filter` is taken for one. */
static void add_style(scan *s, size_t from, cp_str plain)
{
    size_t filter = cp_css_find(plain, CP_STR("filter"), 0);

    add_references(s, from, plain, reach_of_style(plain));
    if (filter != SIZE_MAX)
        add_weight(s, from, filter_weight(cp_str_slice(plain, filter, plain.size)));
}

/* Style sheets select by the name behind the prefix. */
static cp_str local_name(const char *name)
{
    const char *colon = strrchr(name, ':');

    return cp_str_from(colon ? colon + 1 : name);
}

/* Beyond it FreeType draws none, and Pango complains on stderr. */
static void check_letters(scan *s, cp_str size)
{
    double points = strtod(cp_str_z(&s->arena, cp_str_slice(size, 0, LONGEST_TOLD)), NULL);

    if (s->facts->refused || !(points > LARGEST_LETTERS))
        return;
    s->facts->refused
        = cp_printf(s->words, "letters of size %.6g: expected up to %d", points, LARGEST_LETTERS);
    s->facts->at = spot(s);
}

static void take_attribute(scan *s, element *made, const char *name, cp_str value)
{
    check_attribute(s, made, local_name(name), value);
    if (strcmp(name, "id") == 0)
        made->id = cp_str_copy(&s->arena, value);
    else if (strcmp(name, "class") == 0)
        made->classes = cp_str_copy(&s->arena, value);
    else if (strcmp(name, "d") == 0 || strcmp(name, "points") == 0)
        s->points += (double)value.size / 2;
    else if (strcmp(name, "fill") == 0 || strcmp(name, "stroke") == 0)
        add_references(s, s->open, value, EACH);
    else if (strncmp(name, "marker", 6) == 0)
        add_references(s, s->open, value, EACH_POINT);
    else if (strcmp(name, "style") == 0)
        add_style(s, s->open, cp_css_plain(&s->arena, value));
    else
        add_references(s, s->open, value, ONCE);
    if (strcmp(name, "filter") == 0)
        add_weight(s, s->open, filter_weight(value));
    else if (strcmp(name, "font-size") == 0)
        check_letters(s, value);
}

/*
 * Turbulence takes as long as its octaves, a morphology as its radius, a convolution with a large
 * kernel ends the program.  No drawing of a chart needs the others that are not listed.
 */
static const char steps[]
    = "feBlend, feColorMatrix, feComponentTransfer, feComposite, feDropShadow, "
      "feFlood, feGaussianBlur, feMerge, feMergeNode, feOffset";

static bool is_listed(cp_str step)
{
    cp_str rest = cp_str_from(steps);

    while (rest.size)
        if (cp_str_eq(cp_str_trim(cp_str_next(&rest, ',')), step))
            return true;
    return false;
}

/* What feComponentTransfer has within costs nothing by itself. */
static void take_step(scan *s, size_t index, cp_str name)
{
    if (!cp_str_starts(name, CP_STR("fe")) || cp_str_starts(name, CP_STR("feFunc")))
        return;
    add_weight(s, index, CP_SVG_FILTER_WEIGHT);
    if (is_listed(name) || s->facts->refused)
        return;
    s->facts->refused = cp_printf(s->words, "<" CP_FMT ">: expected one of %s",
                                  CP_ARG(cp_str_slice(name, 0, LONGEST_TOLD)), steps);
    s->facts->at = spot(s);
}

static void open_element(void *context, const char *name, const char **attributes)
{
    scan *s = context;
    size_t index = element_count(s);
    element made = { .name = cp_str_copy(&s->arena, local_name(name)),
                     .parent = s->open,
                     .end = index + 1,
                     .points_before = s->points,
                     .weight = -1 };

    s->open = index;
    s->points++;
    if (s->text_depth || cp_str_is(made.name, "text")) {
        s->text_depth++;
        s->facts->has_text = true;
    }
    for (; *attributes; attributes += 2)
        take_attribute(s, &made, attributes[0], cp_str_from(attributes[1]));
    take_step(s, index, made.name);
    cp_buf_add(&s->elements, (cp_str){ (const char *)&made, sizeof made });
    if (made.id.size)
        cp_buf_add(&s->ids, (cp_str){ (const char *)&index, sizeof index });
}

static void close_element(void *context, const char *name)
{
    scan *s = context;
    element *it = element_at(s, s->open);

    (void)name;
    it->end = element_count(s);
    it->points = s->points - it->points_before;
    s->open = it->parent;
    if (s->text_depth)
        s->text_depth--;
}

/* White space sets no ink. */
static double letters(cp_str text)
{
    double count = 0;

    for (size_t i = 0; i < text.size; i++)
        count += (text.data[i] & 0xc0) != 0x80 && !strchr(" \t\r\n", text.data[i]);
    return count;
}

static void take_text(void *context, const char *text, int size)
{
    scan *s = context;
    cp_str it = { text, (size_t)size };

    if (s->open != SIZE_MAX && cp_str_is(element_at(s, s->open)->name, "style"))
        cp_buf_add(&s->sheet, it);
    else if (s->text_depth)
        add_weight(s, s->open, CP_SVG_LETTER_WEIGHT * letters(it));
}

/* Of what is declared elsewhere nothing is read. */
static int skip_entity(XML_Parser parser, const char *context, const char *base, const char *system,
                       const char *public)
{
    (void)parser, (void)context, (void)base, (void)system, (void)public;
    return XML_STATUS_OK;
}

static const char *read_elements(scan *s, cp_str text)
{
    XML_Parser parser = XML_ParserCreate(NULL);
    const char *fault = NULL;

    if (!parser)
        return "out of memory";
    s->parser = parser;
    XML_SetUserData(parser, s);
    XML_SetElementHandler(parser, open_element, close_element);
    XML_SetCharacterDataHandler(parser, take_text);
    XML_SetProcessingInstructionHandler(parser, take_instruction);
    XML_SetParamEntityParsing(parser, XML_PARAM_ENTITY_PARSING_ALWAYS);
    XML_SetExternalEntityRefHandler(parser, skip_entity);
    if (text.size > INT_MAX
        || XML_Parse(parser, text.data, (int)text.size, true) == XML_STATUS_ERROR) {
        fault = XML_ErrorString(XML_GetErrorCode(parser));
        s->facts->at = spot(s);
    }
    XML_ParserFree(parser);
    return fault;
}

/* Whoever draws tries each selector on each element. */
static double count_tries(const scan *s, cp_str sheet)
{
    cp_str selectors, body;
    double letters = 0;

    while (cp_css_next(&sheet, &selectors, &body))
        letters += (double)cp_str_trim(selectors).size;
    return letters * (double)element_count(s);
}

static void follow_rule(scan *s, cp_str selectors, cp_str body)
{
    for (size_t i = 0; i < element_count(s); i++) {
        const element *it = element_at(s, i);

        if (cp_css_selects(selectors, it->name, it->id, it->classes))
            add_style(s, i, body);
    }
}

/* What style sheets refer to, as if each element said so itself. */
static void read_sheet(scan *s)
{
    cp_str rest = cp_css_plain(&s->arena, cp_buf_str(&s->sheet)), selectors, body;

    if (cp_css_find(rest, CP_STR("@import"), 0) != SIZE_MAX)
        take_sheet(s, "@import");
    take_outside(s, cp_css_outside(rest));
    s->facts->tries = count_tries(s, rest);
    if (s->facts->tries > CP_SVG_MOST_TRIES)
        return;
    while (cp_css_next(&rest, &selectors, &body))
        if (cp_str_find(body, CP_STR("#"), 0) != SIZE_MAX
            || cp_css_find(body, CP_STR("filter"), 0) != SIZE_MAX)
            follow_rule(s, selectors, body);
}

static int by_element(const void *a, const void *b)
{
    size_t one = ((const reference *)a)->from, other = ((const reference *)b)->from;

    return (one > other) - (one < other);
}

/* ---- weighing ---- */

static int by_id(const void *a, const void *b, void *context)
{
    const scan *s = context;

    return cp_str_compare(element_at(s, *(const size_t *)a)->id,
                          element_at(s, *(const size_t *)b)->id);
}

static size_t find_element(const scan *s, cp_str id)
{
    const size_t *ids = (const size_t *)(void *)s->ids.data;
    size_t low = 0, high = s->ids.size / sizeof *ids;

    while (low < high) {
        size_t middle = low + (high - low) / 2;
        int order = cp_str_compare(element_at(s, ids[middle])->id, id);

        if (order == 0)
            return ids[middle];
        if (order < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return SIZE_MAX;
}

/* The first reference of element `from` or of one behind it. */
static size_t first_reference(const scan *s, size_t from)
{
    const reference *all = (const reference *)(void *)s->references.data;
    size_t low = 0, high = s->references.size / sizeof *all;

    while (low < high) {
        size_t middle = low + (high - low) / 2;

        if (all[middle].from < from)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static double times(const scan *s, const reference *it, const element *target)
{
    const element *from = element_at(s, it->from);

    return cp_str_is(target->name, "filter") ? 1 /* of what is within as a whole */
           : it->reach == EACH_POINT         ? from->points
           : it->reach == EACH               ? (double)(from->end - it->from)
                                             : 1;
}

static double weigh(const scan *s, size_t index, int depth)
{
    const reference *all = (const reference *)(void *)s->references.data;
    size_t count = s->references.size / sizeof *all;
    element *it = element_at(s, index);
    double weight = (double)(it->end - index);

    if (it->weight >= 0)
        return it->weight;
    if (depth == DEEPEST)
        return INFINITY;
    for (size_t i = first_reference(s, index); i < count && all[i].from < it->end; i++) {
        size_t target = find_element(s, all[i].to);

        weight += all[i].weight;
        if (target != SIZE_MAX)
            weight += times(s, &all[i], element_at(s, target)) * weigh(s, target, depth + 1);
    }
    return it->weight = weight;
}

static double weigh_all(scan *s)
{
    if (s->ids.size)
        qsort_r(s->ids.data, s->ids.size / sizeof(size_t), sizeof(size_t), by_id, s);
    if (s->references.size)
        qsort(s->references.data, s->references.size / sizeof(reference), sizeof(reference),
              by_element);
    return weigh(s, 0, 0);
}

bool cp_svg_scan(cp_arena *arena, cp_str text, cp_svg_facts *facts, const char **fault)
{
    scan s = { .open = SIZE_MAX, .words = arena, .facts = facts };

    *facts = (cp_svg_facts){ 0 };
    *fault = read_elements(&s, text);
    if (!*fault) {
        read_sheet(&s);
        facts->weight = weigh_all(&s);
    }
    cp_buf_free(&s.elements);
    cp_buf_free(&s.references);
    cp_buf_free(&s.ids);
    cp_buf_free(&s.sheet);
    cp_arena_free(&s.arena);
    return !*fault;
}
