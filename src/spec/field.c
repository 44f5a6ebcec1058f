#include "spec/field.h"

#include <assert.h>
#include <limits.h>
#include <math.h>
#include <string.h>

#include "base/guess.h"
#include "base/number.h"
#include "base/utf8.h"

enum { UNKNOWN_MOST = 50, SHOWN_MOST = 40 };

typedef struct reading {
    cp_arena *arena;
    cp_report *report;
    bool update; /* nothing has to be given */
} reading;

static const char *wanted(cp_field_type type)
{
    switch (type) {
    case CP_FIELD_BOOL:
        return "true or false";
    case CP_FIELD_INT:
        return "a whole number";
    case CP_FIELD_NUMBER:
    case CP_FIELD_NUMBERS:
        return "a number";
    case CP_FIELD_COLOR:
    case CP_FIELD_COLORS:
        return "a colour such as \"#C8102E\"";
    case CP_FIELD_DATE:
        return "a date such as 2026-04-13";
    case CP_FIELD_FORMAT:
        return "a number format such as \",.1f\"";
    case CP_FIELD_DAYS:
        return "a date format such as \"%m-%d\"";
    case CP_FIELD_STRUCT:
        return "a mapping";
    default:
        return "a text";
    }
}

static bool parse_int(cp_str text, int *out)
{
    double value;

    if (!cp_number_parse(text, &value) || value != floor(value) || fabs(value) > INT_MAX)
        return false;
    *out = (int)value;
    return true;
}

static bool parse_bool(cp_str text, bool *out)
{
    *out = cp_str_is(text, "true");
    return *out || cp_str_is(text, "false");
}

static bool parse_word(cp_str text, const char *const *words, int *out)
{
    for (int i = 0; words[i]; i++)
        if (cp_str_is(text, words[i])) {
            *out = i;
            return true;
        }
    return false;
}

/* One value of the field's type, or of its list's items, as the user writes it. */
static bool parse(const cp_field *field, cp_str text, void *out)
{
    switch (field->type) {
    case CP_FIELD_BOOL:
        return parse_bool(text, out);
    case CP_FIELD_INT:
        return parse_int(text, out);
    case CP_FIELD_NUMBER:
    case CP_FIELD_NUMBERS:
        return cp_number_parse(text, out);
    case CP_FIELD_COLOR:
    case CP_FIELD_COLORS:
        return cp_color_parse(text, out);
    case CP_FIELD_DATE:
        return cp_date_parse_iso(text, out);
    case CP_FIELD_FORMAT:
        return cp_number_format_parse(text, out);
    case CP_FIELD_DAYS:
        *(cp_str *)out = text;
        return cp_date_format_valid(text, &(cp_str){ 0 });
    case CP_FIELD_WORD:
        return parse_word(text, field->words, out);
    default:
        *(cp_str *)out = text;
        return true;
    }
}

static size_t type_size(cp_field_type type)
{
    static const size_t sizes[] = {
        [CP_FIELD_TEXT] = sizeof(cp_str),
        [CP_FIELD_BOOL] = sizeof(bool),
        [CP_FIELD_INT] = sizeof(int),
        [CP_FIELD_NUMBER] = sizeof(double),
        [CP_FIELD_COLOR] = sizeof(cp_color),
        [CP_FIELD_DATE] = sizeof(cp_date),
        [CP_FIELD_FORMAT] = sizeof(cp_number_format),
        [CP_FIELD_DAYS] = sizeof(cp_str),
        [CP_FIELD_WORD] = sizeof(int),
        [CP_FIELD_TEXTS] = sizeof(cp_texts),
        [CP_FIELD_NUMBERS] = sizeof(cp_numbers),
        [CP_FIELD_COLORS] = sizeof(cp_colors),
        [CP_FIELD_NODE] = sizeof(cp_node *),
    };

    return sizes[type];
}

static void set_default(const cp_field *field, void *place)
{
    const char *fallback = field->fallback;

    memset(place, 0, type_size(field->type));
    if (field->type == CP_FIELD_DATE)
        *(cp_date *)place = CP_NO_DATE;
    if (!fallback || fallback[0] == '!')
        return;
    if (field->type == CP_FIELD_NUMBER && strcmp(fallback, "nan") == 0) {
        *(double *)place = NAN;
    } else {
        bool ok = parse(field, cp_str_from(fallback), place);

        assert(ok && "a default that the user could not write");
        (void)ok;
    }
}

void cp_fields_defaults(const cp_field *fields, void *out)
{
    for (const cp_field *field = fields; field->key; field++) {
        void *place = (char *)out + field->offset;

        if (field->type == CP_FIELD_STRUCT)
            cp_fields_defaults(field->fields, place);
        else
            set_default(field, place);
    }
}

static bool is_nothing(const cp_node *node)
{
    static const char *const words[] = { "~", "null", "Null", "NULL" };

    if (node->kind != CP_NODE_SCALAR || node->quoted)
        return false;
    for (size_t i = 0; node->text.data && i < sizeof words / sizeof *words; i++)
        if (cp_str_is(node->text, words[i]))
            return true;
    return !node->text.data;
}

/* What the user wrote, on one line and not at length. */
static const char *shown(reading *r, cp_str text)
{
    size_t end = 0;

    for (int i = 0; i < SHOWN_MOST && end < text.size && text.data[end] != '\n'; i++)
        cp_utf8_next(text, &end);
    return cp_printf(r->arena, CP_FMT "%s", CP_ARG(cp_str_slice(text, 0, end)),
                     end < text.size ? "…" : "");
}

/* "unit：亿元" or "unit:亿元", where `unit: 亿元` was meant; false for other texts. */
static bool slip_of_colon(cp_str text, cp_str *key, bool *full)
{
    size_t plain = cp_str_find(text, CP_STR(":"), 0), wide = cp_str_find(text, CP_STR("："), 0);
    size_t at = plain < wide ? plain : wide;

    *full = wide < plain;
    *key = cp_str_slice(text, 0, at);
    return at != SIZE_MAX && at > 0 && cp_str_find(*key, CP_STR(" "), 0) == SIZE_MAX
           && cp_str_find(*key, CP_STR("\n"), 0) == SIZE_MAX;
}

static const char *slip_text(reading *r, cp_str text)
{
    cp_str key;
    bool full;

    if (!text.data || !slip_of_colon(text, &key, &full))
        return "";
    return cp_printf(r->arena, "; write '%s: ' with a %s", shown(r, key),
                     full ? "plain colon and a blank" : "blank behind the colon");
}

static bool tell_kind(reading *r, const cp_field *field, const cp_node *node)
{
    const char *found = node->kind == CP_NODE_SCALAR && node->text.data
                            ? cp_printf(r->arena, "'%s'", shown(r, node->text))
                            : cp_node_kind_name(node);
    bool map = field->type == CP_FIELD_STRUCT;

    return cp_fail(r->report, node->place, "expected %s for '%s', found %s%s%s",
                   wanted(field->type), field->key, found, node->quoted && !map ? " in quotes" : "",
                   map ? slip_text(r, node->text) : "");
}

/* The format up to its first fault, by trying. */
static size_t format_good(cp_str text)
{
    cp_number_format format;
    size_t good = text.size;

    while (good > 0 && !cp_number_format_parse(cp_str_slice(text, 0, good), &format))
        good--;
    while (good < text.size && ((unsigned char)text.data[good] & 0xC0) == 0x80)
        good--;
    return good;
}

static bool tell_format(reading *r, cp_place at, cp_str text)
{
    cp_str bad = cp_str_slice(text, format_good(text), text.size);

    return cp_fail(r->report, at, "'%s' in '%s' is no part of a number format; %s", shown(r, bad),
                   shown(r, text), "expected such as ,.0f or .1%");
}

static bool tell_days(reading *r, cp_place at, cp_str text)
{
    cp_str bad = text;

    cp_date_format_valid(text, &bad);
    return cp_fail(r->report, at, "'%s' in '%s' is no part of a date format; %s", shown(r, bad),
                   shown(r, text), "expected such as %Y-%m-%d or %-m月%-d日");
}

static size_t word_count(const char *const *words)
{
    size_t count = 0;

    while (words[count])
        count++;
    return count;
}

/* The text is of the right kind and yet no value of the field. */
static bool tell_value(reading *r, const cp_field *field, const cp_node *node)
{
    switch (field->type) {
    case CP_FIELD_FORMAT:
        return tell_format(r, node->place, node->text);
    case CP_FIELD_DAYS:
        return tell_days(r, node->place, node->text);
    case CP_FIELD_WORD:
        return cp_fail(r->report, node->place, "unknown %s '%s'%s", field->key,
                       shown(r, node->text),
                       cp_guess_text(r->arena, node->text, field->words, word_count(field->words)));
    default:
        return tell_kind(r, field, node);
    }
}

static bool check_range(reading *r, const cp_field *field, const cp_node *node, const void *place)
{
    double value;

    if (field->type == CP_FIELD_INT)
        value = *(const int *)place;
    else if (field->type == CP_FIELD_NUMBER || field->type == CP_FIELD_NUMBERS)
        value = *(const double *)place;
    else
        return true;
    if (!(field->least < field->most) || (value >= field->least && value <= field->most))
        return true;
    if (isinf(field->most))
        return cp_fail(r->report, node->place, "'%s' is " CP_FMT "; expected at least %g",
                       field->key, CP_ARG(node->text), field->least);
    return cp_fail(r->report, node->place, "'%s' is " CP_FMT "; expected %g to %g", field->key,
                   CP_ARG(node->text), field->least, field->most);
}

static bool takes_quotes(cp_field_type type)
{
    return type != CP_FIELD_NUMBER && type != CP_FIELD_NUMBERS && type != CP_FIELD_INT
           && type != CP_FIELD_BOOL;
}

/* One scalar into `place`, which keeps its value if that cannot be. */
static bool read_scalar(reading *r, const cp_field *field, const cp_node *node, void *place)
{
    union {
        bool yes;
        int whole;
        double number;
        cp_color color;
        cp_date date;
        cp_number_format format;
        cp_str text;
    } value;
    size_t size = field->type == CP_FIELD_TEXTS     ? sizeof(cp_str)
                  : field->type == CP_FIELD_NUMBERS ? sizeof(double)
                  : field->type == CP_FIELD_COLORS  ? sizeof(cp_color)
                                                    : type_size(field->type);

    if (is_nothing(node))
        return cp_fail(r->report, node->place, "'%s' has no value; expected %s", field->key,
                       field->type == CP_FIELD_COLOR || field->type == CP_FIELD_COLORS
                           ? "a colour in quotes, as '#' begins a comment"
                           : wanted(field->type));
    if (node->kind != CP_NODE_SCALAR || (node->quoted && !takes_quotes(field->type)))
        return tell_kind(r, field, node);
    memset(&value, 0, sizeof value);
    if (!parse(field, node->text, &value))
        return tell_value(r, field, node);
    if (!check_range(r, field, node, &value))
        return false;
    memcpy(place, &value, size);
    return true;
}

/* A list of scalars, or one alone.  The three lists have one shape: a count and items. */
static bool read_list(reading *r, const cp_field *field, const cp_node *node, void *place)
{
    bool list = node->kind == CP_NODE_LIST;
    size_t size = field->type == CP_FIELD_TEXTS     ? sizeof(cp_str)
                  : field->type == CP_FIELD_NUMBERS ? sizeof(double)
                                                    : sizeof(cp_color);
    size_t count = list ? node->count : 1, at = 0;
    char *items = cp_alloc_array(r->arena, count, size);
    bool ok = true;

    if (list)
        for (const cp_node *item = node->first; item; item = item->next, at++)
            ok = read_scalar(r, field, item, items + at * size) && ok;
    else
        ok = read_scalar(r, field, node, items);
    if (!ok)
        return false;
    if (field->type == CP_FIELD_TEXTS)
        *(cp_texts *)place = (cp_texts){ count, (cp_str *)(void *)items };
    else if (field->type == CP_FIELD_NUMBERS)
        *(cp_numbers *)place = (cp_numbers){ count, (double *)(void *)items };
    else
        *(cp_colors *)place = (cp_colors){ count, (cp_color *)(void *)items };
    return true;
}

static bool read_map(reading *r, const cp_field *fields, const cp_field *also, const cp_node *map,
                     void *out);

static bool read_value(reading *r, const cp_field *field, const cp_node *node, void *place)
{
    switch (field->type) {
    case CP_FIELD_STRUCT:
        if (node->kind != CP_NODE_MAP && !is_nothing(node))
            return tell_kind(r, field, node);
        return read_map(r, field->fields, NULL, node, place);
    case CP_FIELD_NODE:
        *(const cp_node **)place = node;
        return true;
    case CP_FIELD_TEXTS:
    case CP_FIELD_NUMBERS:
    case CP_FIELD_COLORS:
        return read_list(r, field, node, place);
    default:
        return read_scalar(r, field, node, place);
    }
}

static const cp_field *find_field(const cp_field *fields, cp_str key)
{
    for (const cp_field *field = fields; field && field->key; field++)
        if (cp_str_is(key, field->key))
            return field;
    return NULL;
}

static size_t field_count(const cp_field *fields)
{
    size_t count = 0;

    while (fields && fields[count].key)
        count++;
    return count;
}

static bool tell_unknown(reading *r, const cp_field *fields, const cp_field *also,
                         const cp_node *node)
{
    const char **keys
        = cp_new_array(r->arena, const char *, field_count(fields) + field_count(also));
    size_t count = 0;
    cp_str key;
    bool full;

    for (const cp_field *field = fields; field && field->key; field++)
        keys[count++] = field->key;
    for (const cp_field *field = also; field && field->key; field++)
        keys[count++] = field->key;
    if (slip_of_colon(node->key, &key, &full) && (find_field(fields, key) || find_field(also, key)))
        return cp_fail(r->report, node->key_place, "unknown key '%s'%s", shown(r, node->key),
                       slip_text(r, node->key));
    return cp_fail(r->report, node->key_place, "unknown key '%s'%s", shown(r, node->key),
                   cp_guess_text(r->arena, node->key, keys, count));
}

static bool check_required(reading *r, const cp_field *fields, const cp_node *map)
{
    cp_place at = map->key.data ? map->key_place : map->place;
    bool ok = true;

    for (const cp_field *field = fields; field->key; field++) {
        if (!field->fallback || field->fallback[0] != '!' || cp_node_child(map, field->key))
            continue;
        ok = cp_fail(r->report, at, "missing key '%s'%s%s", field->key, field->help ? ": " : "",
                     field->help ? field->help : "");
    }
    return ok;
}

static bool read_map(reading *r, const cp_field *fields, const cp_field *also, const cp_node *map,
                     void *out)
{
    bool ok = true;
    int unknown = 0;

    for (const cp_node *node = map->first; node; node = node->next) {
        const cp_field *field = find_field(fields, node->key);

        if (field)
            ok = read_value(r, field, node, (char *)out + field->offset) && ok;
        else if (!find_field(also, node->key) && unknown++ < UNKNOWN_MOST)
            ok = tell_unknown(r, fields, also, node);
    }
    if (unknown > UNKNOWN_MOST)
        cp_fail(r->report, map->place, "and %d more unknown keys", unknown - UNKNOWN_MOST);
    return (r->update || check_required(r, fields, map)) && ok;
}

static bool read_root(reading *r, const cp_field *fields, const cp_field *also, const cp_node *map,
                      void *out)
{
    if (map->kind != CP_NODE_MAP && !is_nothing(map))
        return cp_fail(r->report, map->place, "expected a mapping%s" CP_FMT "%s, found %s%s",
                       map->key.data ? " for '" : "", CP_ARG(map->key), map->key.data ? "'" : "",
                       cp_node_kind_name(map), slip_text(r, map->text));
    return read_map(r, fields, also, map, out) && !map->faulty;
}

bool cp_fields_read(cp_arena *arena, const cp_field *fields, const cp_field *also,
                    const cp_node *map, void *out, cp_report *report)
{
    cp_fields_defaults(fields, out);
    return read_root(&(reading){ arena, report, false }, fields, also, map, out);
}

bool cp_fields_update(cp_arena *arena, const cp_field *fields, const cp_field *also,
                      const cp_node *map, void *out, cp_report *report)
{
    return read_root(&(reading){ arena, report, true }, fields, also, map, out);
}

cp_place cp_field_place(const cp_node *map, const char *key)
{
    const cp_node *node = map ? cp_node_child(map, key) : NULL;

    if (node)
        return node->place;
    return map ? map->place : (cp_place){ 0 };
}
