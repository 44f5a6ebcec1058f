/* replay.c - the main of a target without a search: replay FILE|FOLDER..., each file once. */

#include "fuzz.h"

#include "base/file.h"

#include <string.h>

static size_t run_file(const char *path)
{
    cp_arena arena = { 0 };
    cp_report report = { .arena = &arena };
    cp_buf bytes = { 0 };

    HOLDS(cp_file_read(path, (cp_place){ 0 }, &bytes, &report));
    fprintf(stderr, "%s\n", path);
    /* A copy without room behind it, so that reading over the end is seen. */
    uint8_t *copy = cp_grow(NULL, bytes.size);

    memcpy(copy, bytes.data, bytes.size);
    LLVMFuzzerTestOneInput(copy, bytes.size);
    free(copy);
    cp_buf_free(&bytes);
    cp_arena_free(&arena);
    return 1;
}

static size_t run_path(const char *path)
{
    cp_arena arena = { 0 };
    cp_report report = { .arena = &arena };
    const char *const *names;
    size_t count, done = 0;

    if (!cp_is_folder(path))
        return run_file(path);
    names = cp_folder_list(&arena, path, &count, &report);
    for (size_t i = 0; names && i < count; i++)
        done += run_file(cp_path_join(&arena, path, names[i]));
    cp_arena_free(&arena);
    return done;
}

int main(int argc, char **argv)
{
    size_t done = 0;

    for (int i = 1; i < argc; i++)
        done += run_path(argv[i]);
    printf("%zu inputs held\n", done);
    return done == 0;
}
