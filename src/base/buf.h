/*
 * buf.h - a buffer that grows; the one use of malloc in passing.
 *
 * A zeroed cp_buf is ready.  Whoever fills it frees it.  A NUL always stands
 * behind the content once something was appended.
 */
#ifndef CP_BASE_BUF_H
#define CP_BASE_BUF_H

#include "base/str.h"

typedef struct cp_buf {
    char *data;
    size_t size, capacity;
} cp_buf;

void cp_buf_reserve(cp_buf *buf, size_t more); /* room for `more` bytes and a NUL */
void cp_buf_add(cp_buf *buf, cp_str text);
void cp_buf_add_char(cp_buf *buf, char byte);

/* `text` between two `quote`s, those within it doubled, as SQL wants it. */
void cp_buf_add_quoted(cp_buf *buf, char quote, cp_str text);

void cp_buf_printf(cp_buf *buf, const char *format, ...) __attribute__((format(printf, 2, 3)));
cp_str cp_buf_str(const cp_buf *buf); /* borrowed until the next change */
void cp_buf_free(cp_buf *buf);

#endif
