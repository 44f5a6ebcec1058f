#include "base/buf.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void cp_buf_reserve(cp_buf *buf, size_t more)
{
    size_t need = buf->size + more + 1;

    if (need <= buf->capacity)
        return;
    buf->capacity = need > 2 * buf->capacity ? need : 2 * buf->capacity;
    buf->data = cp_grow(buf->data, buf->capacity);
}

void cp_buf_add(cp_buf *buf, cp_str text)
{
    cp_buf_reserve(buf, text.size);
    if (text.size)
        memcpy(buf->data + buf->size, text.data, text.size);
    buf->size += text.size;
    buf->data[buf->size] = '\0';
}

void cp_buf_add_char(cp_buf *buf, char byte)
{
    cp_buf_add(buf, (cp_str){ &byte, 1 });
}

void cp_buf_add_quoted(cp_buf *buf, char quote, cp_str text)
{
    cp_buf_add_char(buf, quote);
    for (size_t i = 0; i < text.size; i++) {
        if (text.data[i] == quote)
            cp_buf_add_char(buf, quote);
        cp_buf_add_char(buf, text.data[i]);
    }
    cp_buf_add_char(buf, quote);
}

void cp_buf_printf(cp_buf *buf, const char *format, ...)
{
    va_list list, again;
    int size;

    va_start(list, format);
    va_copy(again, list);
    size = vsnprintf(NULL, 0, format, list);
    cp_buf_reserve(buf, (size_t)size);
    vsnprintf(buf->data + buf->size, (size_t)size + 1, format, again);
    buf->size += (size_t)size;
    va_end(again);
    va_end(list);
}

cp_str cp_buf_str(const cp_buf *buf)
{
    return (cp_str){ buf->data ? buf->data : "", buf->size };
}

void cp_buf_free(cp_buf *buf)
{
    free(buf->data);
    *buf = (cp_buf){ 0 };
}
