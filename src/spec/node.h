/*
 * node.h - a YAML text as a small tree with a place on every node.
 *
 * Built from libfyaml's events; scalars stay plain text, so that 000001 stays a
 * code and no a word: fields give types.  Duplicate keys, aliases, anchors,
 * tags, merge keys, tabs, full-width colons, more than one document, a depth
 * over 64 or over 10,000 nodes are findings.
 */
#ifndef CP_SPEC_NODE_H
#define CP_SPEC_NODE_H

#include "base/report.h"
#include "base/str.h"

typedef enum cp_node_kind { CP_NODE_SCALAR, CP_NODE_LIST, CP_NODE_MAP } cp_node_kind;

typedef struct cp_node {
    cp_node_kind kind;
    cp_place place; /* of the value's first character: its quote, its | or > */
    cp_str text;    /* scalars: NUL-terminated behind; no text for an empty value */
    bool quoted;    /* "x", 'x' or a block: never a number or null by its looks */
    bool block;     /* | or >: the text begins on the line after `place` */
    bool folded;    /* its line breaks are not the file's */
    int indent;     /* of a block: columns before each line of the text */
    bool faulty;    /* on the root: findings were told that left the tree whole */
    cp_str key;     /* its name in a map */
    cp_place key_place;
    size_t count; /* children */
    struct cp_node *first, *next;
} cp_node;

/*
 * The tree of a file's text.  An empty document is an empty map.  NULL with
 * findings where the text is no YAML.  Faults that leave a tree to read on
 * (a duplicate key: the first one counts) mark the root faulty, so that
 * cp_fields_read() tells its own findings too, and then fails.
 */
cp_node *cp_yaml_parse(cp_arena *arena, const char *file, cp_str text, cp_report *report);
cp_node *cp_yaml_read(cp_arena *arena, const char *path, cp_place at, cp_report *report);

cp_node *cp_node_child(const cp_node *map, const char *key); /* or NULL */
const char *cp_node_kind_name(const cp_node *node); /* "a list", "a mapping", "a text", "nothing" */

/* Where byte `offset` of a scalar's text stands in the file, as far as that can
 * be told: for what reads a language of its own in it, such as SQL. */
cp_place cp_node_text_place(const cp_node *node, size_t offset);

#endif
