#include "pack/inputs.h"

#include "base/file.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <nettle/sha2.h>

typedef struct input {
    cp_str name;
    const char *path, *digest;
} input;

/* What follows `folder` in `path`; no text where it stands elsewhere. */
static cp_str within(const char *folder, const char *path)
{
    cp_str head = cp_str_from(folder ? folder : ""), rest = cp_str_from(path);

    if (!folder || !cp_str_starts(rest, head))
        return (cp_str){ 0 };
    rest = cp_str_slice(rest, head.size, rest.size);
    if (!cp_str_starts(rest, CP_STR("/")) && !cp_str_ends(head, CP_STR("/")))
        return (cp_str){ 0 };
    while (cp_str_starts(rest, CP_STR("/")))
        rest = cp_str_slice(rest, 1, rest.size);
    return rest;
}

/* The same in every folder and on every machine. */
static cp_str name_of(chartpack *job, const char *path)
{
    cp_str own = within(job->folder, path), shipped = within(job->home, path);

    if (own.size)
        return own;
    if (shipped.size)
        return cp_str_printf(&job->arena, "chartpack:" CP_FMT, CP_ARG(shipped));
    if (path[0] != '/')
        return cp_str_from(path);
    return cp_path_name(path);
}

static int by_name(const void *a, const void *b)
{
    return cp_str_compare(((const input *)a)->name, ((const input *)b)->name);
}

/* Each file once, in the order of the names. */
static input *gather(chartpack *job, size_t *count)
{
    size_t all = 0, kept = 0;
    input *inputs;

    for (const cp_read_file *file = job->report.files; file; file = file->next)
        all++;
    inputs = cp_new_array(&job->arena, input, all + 1);
    all = 0;
    for (const cp_read_file *file = job->report.files; file; file = file->next)
        inputs[all++] = (input){ name_of(job, file->path), file->path, file->digest };
    qsort(inputs, all, sizeof *inputs, by_name);
    for (size_t i = 0; i < all; i++)
        if (!kept || strcmp(inputs[kept - 1].path, inputs[i].path) != 0)
            inputs[kept++] = inputs[i];
        else if (!inputs[kept - 1].digest)
            inputs[kept - 1].digest = inputs[i].digest;
    *count = kept;
    return inputs;
}

const char *cp_input_digest(cp_arena *arena, cp_str bytes)
{
    uint8_t digest[SHA256_DIGEST_SIZE];
    char *text = cp_alloc(arena, 2 * sizeof digest + 1);
    struct sha256_ctx hash;

    sha256_init(&hash);
    sha256_update(&hash, bytes.size, (const uint8_t *)bytes.data);
    sha256_digest(&hash, sizeof digest, digest);
    for (size_t i = 0; i < sizeof digest; i++)
        snprintf(text + 2 * i, 3, "%02x", digest[i]);
    return text;
}

const char *cp_input_find(const chartpack *job, const char *path)
{
    const cp_read_file *file = cp_file_exists(path) ? job->report.files : NULL;

    while (file && !cp_is_same_file(path, file->path))
        file = file->next;
    return file ? file->path : NULL;
}

/* Of files that were read before anybody asked for digests, or not by us. */
static const char *digest_now(chartpack *job, const char *path)
{
    cp_report aside = { .arena = &job->arena }; /* it is not read once more */
    cp_buf bytes = { 0 };
    const char *digest = NULL;

    if (cp_file_read(path, (cp_place){ 0 }, &bytes, &aside))
        digest = cp_input_digest(&job->arena, cp_buf_str(&bytes));
    else if (aside.worst == CP_SYSTEM)
        cp_fail_system(&job->report, (cp_place){ 0 }, "%s", aside.first->text);
    else
        cp_fail_system(&job->report, (cp_place){ 0 }, "'%s' vanished while the deck was built",
                       path);
    cp_buf_free(&bytes);
    return digest;
}

static bool add_input(chartpack *job, const input *it, cp_buf *list)
{
    const char *digest = it->digest ? it->digest : digest_now(job, it->path);

    if (digest)
        cp_buf_printf(list, "%s  " CP_FMT "\n", digest, CP_ARG(it->name));
    return digest != NULL;
}

bool cp_inputs_list(chartpack *job, cp_inputs *out)
{
    size_t count;
    const input *inputs = gather(job, &count);
    cp_buf list = { 0 };
    bool ok = true;

    for (const char *const *set = job->options.set; set && *set; set++)
        cp_buf_printf(&list, "# set %s\n", *set);
    for (size_t i = 0; i < count; i++)
        ok = add_input(job, &inputs[i], &list) && ok;
    out->list = cp_str_copy(&job->arena, cp_buf_str(&list));
    out->digest = cp_str_from(cp_input_digest(&job->arena, out->list));
    cp_buf_free(&list);
    return ok;
}
