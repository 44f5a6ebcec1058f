/* yaml.c - a text as a tree, and pack.yaml with its sources and values read from it. */

#include "ground.h"

#include "pack/manifest.h"
#include "pack/source.h"

static void check_tree(const cp_node *node, int depth)
{
    size_t count = 0;

    HOLDS(depth <= 65 && node->place.line >= 0);
    HOLDS(cp_utf8_valid(node->text, NULL) && cp_utf8_valid(node->key, NULL));
    cp_node_text_place(node, node->text.size / 2);
    for (const cp_node *child = node->first; child; child = child->next, count++)
        check_tree(child, depth + 1);
    HOLDS(count == node->count);
}

static void read_pack(cp_str text)
{
    fuzz_ground ground;
    cp_manifest manifest;
    cp_sources sources;
    const char *file = fuzz_file("pack.yaml", text);

    fuzz_open(&ground);
    cp_manifest_read(&ground.arena, file, &manifest, &ground.report);
    cp_manifest_period(&manifest, &(cp_calendar){ 0 }, &ground.report);
    cp_sources_find(&ground.arena, "/nowhere", manifest.data, &sources, &ground.report);
    if (manifest.values && cp_values_read(&ground.values, manifest.values))
        cp_values_run(&ground.values);
    fuzz_close(&ground);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    cp_arena arena = { 0 };
    cp_report report = { .arena = &arena };
    cp_str text = fuzz_text(data, size);
    cp_node *root = cp_yaml_parse(&arena, "a.yaml", text, &report);

    HOLDS(root || report.errors > 0);
    if (root)
        check_tree(root, 0);
    fuzz_check_report(&arena, &report);
    if (root)
        read_pack(text);
    cp_arena_free(&arena);
    return 0;
}
