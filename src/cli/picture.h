/* picture.h - the options that `chart` and `figures` share. */
#ifndef CP_CLI_PICTURE_H
#define CP_CLI_PICTURE_H

#include "cli/command.h"

#define CP_PICTURE_OPTIONS                                                                         \
    { "size", 0, "W:H", "16cm:9cm, 6in:4in, or pixels: 1600:900", false },                         \
        { "dpi", 0, "N", "pixels an inch; default: 300", false },                                  \
        { "preset", 0, "NAME", "word: 16 cm wide; wechat: 1080 pixels, title, source", false },    \
        { "transparent", 0, NULL, "without a background", false }, CP_SAVE_PLACES_OPTION,          \
    {                                                                                              \
        "with", 0, "PARTS", "title, source or title,source around the figure", false               \
    }

/* False after a usage error, which is printed. */
bool cp_picture_options(const cp_call *call, chartpack_picture_options *out);

#endif
