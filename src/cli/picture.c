#include "cli/picture.h"

#include "base/number.h"

#include <stdio.h>

static bool read_parts(cp_str parts, chartpack_picture_options *out)
{
    while (parts.data) {
        cp_str part = cp_str_next(&parts, ',');

        if (cp_str_is(part, "title"))
            out->with_title = true;
        else if (cp_str_is(part, "source"))
            out->with_source = true;
        else
            return false;
    }
    return true;
}

bool cp_picture_options(const cp_call *call, chartpack_picture_options *out)
{
    const char *dpi = cp_call_option(call, "dpi"), *with = cp_call_option(call, "with");

    *out = (chartpack_picture_options){ .size = cp_call_option(call, "size"),
                                        .preset = cp_call_option(call, "preset"),
                                        .transparent = cp_call_has(call, "transparent") };
    if (dpi
        && (!cp_number_parse(cp_str_from(dpi), &out->dpi)
            || !(out->dpi >= 10 && out->dpi <= 2400))) {
        fprintf(stderr, "chartpack: --dpi takes a number from 10 to 2400, not '%s'\n", dpi);
        return false;
    }
    if (with && !read_parts(cp_str_from(with), out)) {
        fprintf(stderr, "chartpack: --with takes title, source or title,source, not '%s'\n", with);
        return false;
    }
    return true;
}
