/* heap.h - how the program takes its memory from the system. */
#ifndef CP_CLI_HEAP_H
#define CP_CLI_HEAP_H

/* Let the heap begin in large pages and keep what it was given: a build touches some 70 MB
 * once, and a third of its time went into 18,000 page faults.  Without effect where the C
 * library or the kernel cannot do so. */
void cp_heap_prepare(void);

#endif
