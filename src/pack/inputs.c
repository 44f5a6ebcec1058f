#include "pack/inputs.h"

#include "base/file.h"

#include <stdlib.h>
#include <string.h>

#include <glib.h>

typedef struct input {
    cp_str name;
    const char *path;
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
    return cp_str_from(strrchr(path, '/') + 1);
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
        inputs[all++] = (input){ name_of(job, file->path), file->path };
    qsort(inputs, all, sizeof *inputs, by_name);
    for (size_t i = 0; i < all; i++)
        if (!kept || strcmp(inputs[kept - 1].path, inputs[i].path) != 0)
            inputs[kept++] = inputs[i];
    *count = kept;
    return inputs;
}

static cp_str digest_of(cp_arena *arena, cp_str bytes)
{
    char *text
        = g_compute_checksum_for_data(G_CHECKSUM_SHA256, (const guchar *)bytes.data, bytes.size);
    cp_str digest = cp_str_copy(arena, cp_str_from(text));

    g_free(text);
    return digest;
}

static bool add_input(chartpack *job, const input *it, cp_buf *list)
{
    cp_report aside = { .arena = &job->arena }; /* it is not read once more */
    cp_buf bytes = { 0 };
    bool ok = cp_file_read(it->path, (cp_place){ 0 }, &bytes, &aside);

    if (ok)
        cp_buf_printf(list, CP_FMT "  " CP_FMT "\n",
                      CP_ARG(digest_of(&job->arena, cp_buf_str(&bytes))), CP_ARG(it->name));
    else
        cp_fail_system(&job->report, (cp_place){ 0 }, "'%s' vanished while the deck was built",
                       it->path);
    cp_buf_free(&bytes);
    return ok;
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
    out->digest = digest_of(&job->arena, out->list);
    cp_buf_free(&list);
    return ok;
}
