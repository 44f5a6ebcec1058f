#include "plot/names.h"

/* FNV-1a, 64 bits. */
static uint64_t hash(cp_str text)
{
    uint64_t value = 14695981039346656037u;

    for (size_t i = 0; i < text.size; i++)
        value = (value ^ (unsigned char)text.data[i]) * 1099511628211u;
    return value;
}

void cp_names_begin(cp_names *names, cp_arena *arena, size_t most)
{
    *names = (cp_names){ .most = most, .slot_count = 16 };
    while (names->slot_count < most * 2)
        names->slot_count *= 2;
    names->name = cp_new_array(arena, cp_str, most);
    names->slots = cp_new_array(arena, uint32_t, names->slot_count);
}

uint32_t cp_names_index(cp_names *names, cp_str name)
{
    size_t at = hash(name) & (names->slot_count - 1);

    while (names->slots[at] != 0) {
        if (cp_str_eq(names->name[names->slots[at] - 1], name))
            return names->slots[at] - 1;
        at = (at + 1) & (names->slot_count - 1);
    }
    if (names->count == names->most)
        return CP_NAMES_FULL;
    names->name[names->count] = name;
    names->slots[at] = (uint32_t)++names->count;
    return (uint32_t)names->count - 1;
}
