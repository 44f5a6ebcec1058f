/*
 * arena.h - memory that lives as long as a job or a page, and is freed at once.
 *
 * A zeroed cp_arena is ready for use.  What an arena gives out is zeroed and
 * aligned for any type; nothing in it is freed by hand.  Running out of memory
 * ends the program with a word on standard error and exit status 3, so no
 * caller checks for it.
 *
 * Two arenas are the rule: the job's (tables, specs, slides, findings) and the
 * page's (measures, scaled arrays), which is reset after each page.  Under
 * AddressSanitizer what is not given out is poisoned, with a gap of 16 bytes
 * behind each piece.
 */
#ifndef CP_BASE_ARENA_H
#define CP_BASE_ARENA_H

#include <stdarg.h>
#include <stddef.h>

typedef struct cp_arena {
    struct cp_block *block; /* the newest block; each links to the one before */
    char *next, *end;       /* what is left of it */
} cp_arena;

void *cp_alloc(cp_arena *arena, size_t size);

#define cp_new(arena, type)              ((type *)cp_alloc((arena), sizeof(type)))
#define cp_new_array(arena, type, count) ((type *)cp_alloc_array((arena), (count), sizeof(type)))

void *cp_alloc_array(cp_arena *arena, size_t count, size_t size);

/* A NUL-terminated text in the arena. */
char *cp_printf(cp_arena *arena, const char *format, ...) __attribute__((format(printf, 2, 3)));
char *cp_vprintf(cp_arena *arena, const char *format, va_list list)
    __attribute__((format(printf, 2, 0)));

/* Forget everything given out, keeping one block for the next round. */
void cp_arena_reset(cp_arena *arena);

void cp_arena_free(cp_arena *arena);

/* Growing memory outside of any arena: realloc() that does not fail. */
void *cp_grow(void *memory, size_t size);

enum { CP_LARGE_PAGE = 2 << 20 }; /* bytes */

/* Ask for large pages where whole ones lie within the memory.  What is filled at once should come
 * in them: a fault for every 4 KB costs more than what is put there. */
void cp_prefer_large_pages(void *memory, size_t size);

#endif
