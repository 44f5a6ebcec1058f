#include "cli/heap.h"

#include <malloc.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

enum {
    PAGE = 2 << 20,       /* bytes of a large page */
    RESERVED = 256 << 20, /* addresses only, until they are written to */
    STEP = 4 << 20,       /* that the heap grows by behind them */
    KEPT = 1 << 30,
};

void cp_heap_prepare(void)
{
    uintptr_t begin = ((uintptr_t)sbrk(0) + PAGE - 1) / PAGE * PAGE, end;
    void *volatile grown; /* or the compiler leaves out the two calls */

    mallopt(M_TRIM_THRESHOLD, KEPT);
    mallopt(M_MMAP_THRESHOLD, 32 << 20);
    mallopt(M_TOP_PAD, RESERVED);
    grown = malloc(PAGE);
    free(grown);
    mallopt(M_TOP_PAD, STEP);
    end = (uintptr_t)sbrk(0) / PAGE * PAGE;
    if (end > begin)
        madvise((void *)begin, end - begin, MADV_HUGEPAGE);
}
