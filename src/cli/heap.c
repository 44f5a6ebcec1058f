#include "cli/heap.h"

#include "base/arena.h"

#include <malloc.h>
#include <stdlib.h>
#include <unistd.h>

enum {
    RESERVED = 768 << 20, /* addresses only, until they are written to */
    STEP = 4 << 20,       /* that the heap grows by behind them */
    LARGEST = 32 << 20,   /* block that still comes out of the heap */
    KEPT = 1 << 30
};

void cp_heap_prepare(void)
{
    char *begin = sbrk(0);
    void *volatile grown; /* or the compiler leaves out the two calls */

    mallopt(M_TRIM_THRESHOLD, KEPT);
    mallopt(M_MMAP_THRESHOLD, LARGEST);
    mallopt(M_TOP_PAD, RESERVED);
    grown = malloc(STEP / 2);
    free(grown);
    mallopt(M_TOP_PAD, STEP);
    cp_prefer_large_pages(begin, (size_t)((char *)sbrk(0) - begin));
}
