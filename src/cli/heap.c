#include "cli/heap.h"

#include "base/arena.h"

#include <malloc.h>
#include <stdint.h>
#include <stdlib.h>
#include <unistd.h>

enum {
    AHEAD = 256 << 10,    /* of a large page: malloc() writes there before all is told */
    RESERVED = 768 << 20, /* addresses only, until they are written to */
    STEP = 4 << 20,       /* that the heap grows by behind them */
    LARGEST = 32 << 20,   /* block that still comes out of the heap */
    KEPT = 1 << 30
};

/* Begin a little below the border of a large page: one that was written to stays small. */
static char *begin_heap(void)
{
    uintptr_t over = ((uintptr_t)sbrk(0) + AHEAD) % CP_LARGE_PAGE;

    sbrk((intptr_t)(CP_LARGE_PAGE - over));
    return sbrk(0);
}

void cp_heap_prepare(void)
{
    char *begin = begin_heap();
    void *volatile grown; /* or the compiler leaves out the two calls */

    mallopt(M_TRIM_THRESHOLD, KEPT);
    mallopt(M_MMAP_THRESHOLD, LARGEST);
    mallopt(M_TOP_PAD, RESERVED);
    grown = malloc(AHEAD / 2 + AHEAD / 4);
    free(grown);
    mallopt(M_TOP_PAD, STEP);
    cp_prefer_large_pages(begin, (size_t)((char *)sbrk(0) - begin));
}
