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

static void take(cp_press *press, cp_str bytes, int flush, bool last, cp_buf *out)
{
    enum { PIECE = 16 * 1024 };
    struct isal_zstream *stream = &press->stream;

    stream->next_in = (uint8_t *)bytes.data;
    stream->avail_in = (uint32_t)bytes.size;
    stream->flush = (uint16_t)flush;
    stream->end_of_stream = last;
    do {
        cp_buf_reserve(out, PIECE);
        stream->next_out = (uint8_t *)out->data + out->size;
        stream->avail_out = PIECE;
        isal_deflate(stream);
        out->size += PIECE - stream->avail_out;
    } while (stream->avail_out == 0);
}

/*
 * ISA-L 2.30 takes the address of the stream for a part of its first bytes where it looks for what
 * is alike, so that one picture in four hundred came out in other bytes (of the same meaning).  It
 * does not where they are so few that they are its last: hence they are flushed alone.
 */
void cp_press_add(cp_press *press, cp_str bytes, bool last, cp_buf *out)
{
    enum { FEW = 8 };
    size_t first = 0;

    if (press->stream.internal_state.has_hist == IGZIP_NO_HIST && bytes.size > 0) {
        first = bytes.size < FEW ? bytes.size : FEW;
        take(press, cp_str_slice(bytes, 0, first), SYNC_FLUSH, false, out);
    }
    take(press, cp_str_slice(bytes, first, bytes.size), NO_FLUSH, last, out);
    if (last)
        begin(press);
}
