#include "base/arena.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

#if defined(__SANITIZE_ADDRESS__)
#define CP_ASAN 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define CP_ASAN 1
#endif
#endif

#ifdef CP_ASAN
#include <sanitizer/asan_interface.h>
#define POISON(at, size)   ASAN_POISON_MEMORY_REGION(at, size)
#define UNPOISON(at, size) ASAN_UNPOISON_MEMORY_REGION(at, size)
enum { GAP = 16 };
#else
#define POISON(at, size)   ((void)(at), (void)(size))
#define UNPOISON(at, size) ((void)(at), (void)(size))
enum { GAP = 0 };
#endif

enum { ALIGN = 16, BLOCK_SIZE = 64 * 1024 };

struct cp_block {
    struct cp_block *before;
    size_t size; /* of what follows the head */
    _Alignas(ALIGN) char data[];
};

static _Noreturn void out_of_memory(size_t size)
{
    fprintf(stderr, "chartpack: out of memory (%zu bytes asked for)\n", size);
    exit(3);
}

void cp_prefer_large_pages(void *memory, size_t size)
{
    size_t to_border = (CP_LARGE_PAGE - (uintptr_t)memory % CP_LARGE_PAGE) % CP_LARGE_PAGE;

    if (size >= to_border + CP_LARGE_PAGE)
        madvise((char *)memory + to_border, (size - to_border) / CP_LARGE_PAGE * CP_LARGE_PAGE,
                MADV_HUGEPAGE);
}

void *cp_grow(void *memory, size_t size)
{
    void *grown = realloc(memory, size ? size : 1);

    if (!grown)
        out_of_memory(size);
    cp_prefer_large_pages(grown, size);
    return grown;
}

static struct cp_block *block_new(size_t size)
{
    struct cp_block *block = calloc(1, sizeof *block + size);

    if (!block)
        out_of_memory(size);
    cp_prefer_large_pages(block, size);
    block->size = size;
    POISON(block->data, size);
    return block;
}

/* A piece too large for a block gets one of its own, put behind the current one. */
static void *alloc_big(cp_arena *arena, size_t size)
{
    struct cp_block *block = block_new(size + GAP);

    if (arena->block) {
        block->before = arena->block->before;
        arena->block->before = block;
    } else {
        arena->block = block;
    }
    UNPOISON(block->data, size);
    return block->data;
}

static void add_block(cp_arena *arena)
{
    struct cp_block *block = block_new(BLOCK_SIZE);

    block->before = arena->block;
    arena->block = block;
    arena->next = block->data;
    arena->end = block->data + block->size;
}

void *cp_alloc(cp_arena *arena, size_t size)
{
    size_t step;
    char *piece;

    if (size > SIZE_MAX / 2)
        out_of_memory(size);
    /* Nothing is a place of its own too: NULL always means failure. */
    if (size == 0)
        size = 1;
    step = (size + GAP + ALIGN - 1) / ALIGN * ALIGN;
    if (step > BLOCK_SIZE / 4)
        return alloc_big(arena, size);
    if ((size_t)(arena->end - arena->next) < step)
        add_block(arena);
    piece = arena->next;
    arena->next += step;
    UNPOISON(piece, size);
    return piece;
}

void *cp_alloc_array(cp_arena *arena, size_t count, size_t size)
{
    if (size && count > SIZE_MAX / size)
        out_of_memory(SIZE_MAX);
    return cp_alloc(arena, count * size);
}

char *cp_vprintf(cp_arena *arena, const char *format, va_list list)
{
    va_list again;
    int size;
    char *text;

    va_copy(again, list);
    size = vsnprintf(NULL, 0, format, list);
    text = cp_alloc(arena, (size_t)size + 1);
    vsnprintf(text, (size_t)size + 1, format, again);
    va_end(again);
    return text;
}

char *cp_printf(cp_arena *arena, const char *format, ...)
{
    va_list list;
    char *text;

    va_start(list, format);
    text = cp_vprintf(arena, format, list);
    va_end(list);
    return text;
}

static void block_free(struct cp_block *block)
{
    UNPOISON(block->data, block->size);
    free(block);
}

void cp_arena_reset(cp_arena *arena)
{
    struct cp_block *keep = NULL;

    while (arena->block) {
        struct cp_block *block = arena->block;

        arena->block = block->before;
        if (!keep && block->size == BLOCK_SIZE)
            keep = block;
        else
            block_free(block);
    }
    *arena = (cp_arena){ 0 };
    if (!keep)
        return;
    keep->before = NULL;
    UNPOISON(keep->data, keep->size);
    memset(keep->data, 0, keep->size);
    POISON(keep->data, keep->size);
    *arena = (cp_arena){ keep, keep->data, keep->data + keep->size };
}

void cp_arena_free(cp_arena *arena)
{
    while (arena->block) {
        struct cp_block *block = arena->block;

        arena->block = block->before;
        block_free(block);
    }
    *arena = (cp_arena){ 0 };
}
