#include "paint/press.h"

#include "base/arena.h"

#include <stdlib.h>

#include <isa-l/igzip_lib.h>

struct cp_press {
    struct isal_zstream stream;
    unsigned char level[ISAL_DEF_LVL1_DEFAULT];
};

static void begin(cp_press *press)
{
    isal_deflate_init(&press->stream);
    press->stream.level = 1;
    press->stream.level_buf = press->level;
    press->stream.level_buf_size = sizeof press->level;
    press->stream.gzip_flag = IGZIP_ZLIB;
}

cp_press *cp_press_new(void)
{
    cp_press *press = cp_grow(NULL, sizeof *press);

    begin(press);
    return press;
}

void cp_press_free(cp_press *press)
{
    free(press);
}

void cp_press_add(cp_press *press, cp_str bytes, bool last, cp_buf *out)
{
    enum { PIECE = 16 * 1024 };
    struct isal_zstream *stream = &press->stream;

    stream->next_in = (uint8_t *)bytes.data;
    stream->avail_in = (uint32_t)bytes.size;
    stream->end_of_stream = last;
    do {
        cp_buf_reserve(out, PIECE);
        stream->next_out = (uint8_t *)out->data + out->size;
        stream->avail_out = PIECE;
        isal_deflate(stream);
        out->size += PIECE - stream->avail_out;
    } while (stream->avail_out == 0);
    if (last)
        begin(press);
}
