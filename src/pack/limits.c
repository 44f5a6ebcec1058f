/* limits.c - what a query of the pack may take, as the caller sets it. */

#include "base/number.h"
#include "pack/pack.h"

static const struct limit {
    const char *name;
    double most; /* in its own unit */
} limits[] = {
    { "steps", 1e6 },  /* million */
    { "memory", 1e6 }, /* MB */
    { "text", 1000 },  /* MB: SQLite's own end */
    { "rows", 1e9 },
};

enum { LIMIT_STEPS, LIMIT_MEMORY, LIMIT_TEXT, LIMIT_ROWS, LIMIT_COUNT };

static void set_limit(cp_dataset_limits *out, size_t index, double value)
{
    switch (index) {
    case LIMIT_STEPS:
        out->steps = value * 1e6;
        break;
    case LIMIT_MEMORY:
        out->heap = (size_t)(value * 1048576);
        break;
    case LIMIT_TEXT:
        out->length = (int)(value * 1e6);
        break;
    default:
        out->rows = (size_t)value;
    }
}

bool cp_pack_limits(chartpack *job, cp_dataset_limits *out)
{
    bool ok = true;

    *out = cp_dataset_default_limits;
    for (const char *const *it = job->options.limit; it && *it; it++) {
        cp_str rest = cp_str_from(*it), name = cp_str_next(&rest, '=');
        size_t index = 0;
        double value;

        while (index < LIMIT_COUNT && !cp_str_is(name, limits[index].name))
            index++;
        if (index == LIMIT_COUNT)
            ok = cp_pack_misused(job, "no limit '" CP_FMT "'; there are steps, memory, text, rows",
                                 CP_ARG(name));
        else if (!rest.data || !cp_number_parse(rest, &value) || !(value > 0)
                 || value > limits[index].most)
            ok = cp_pack_misused(job, "'%s' is no limit; expected a number above 0, up to %.0f",
                                 *it, limits[index].most);
        else
            set_limit(out, index, value);
    }
    return ok;
}
