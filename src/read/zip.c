#include "read/zip.h"

#include <minizip/unzip.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

struct cp_zip {
    cp_str bytes;
    uint64_t at; /* where minizip reads next */
    unzFile file;
};

enum { EITHER_CASE = 2 };

static voidpf open_bytes(voidpf opaque, const void *name, int mode)
{
    cp_zip *zip = opaque;

    (void)name;
    (void)mode;
    zip->at = 0;
    return zip;
}

static uLong read_bytes(voidpf opaque, voidpf stream, void *out, uLong size)
{
    cp_zip *zip = opaque;
    uint64_t left = zip->bytes.size - zip->at;

    (void)stream;
    size = size < left ? size : (uLong)left;
    memcpy(out, zip->bytes.data + zip->at, size);
    zip->at += size;
    return size;
}

static uLong write_nothing(voidpf opaque, voidpf stream, const void *bytes, uLong size)
{
    (void)opaque;
    (void)stream;
    (void)bytes;
    (void)size;
    return 0;
}

static ZPOS64_T tell_bytes(voidpf opaque, voidpf stream)
{
    (void)stream;
    return ((const cp_zip *)opaque)->at;
}

static long seek_bytes(voidpf opaque, voidpf stream, ZPOS64_T offset, int origin)
{
    cp_zip *zip = opaque;
    uint64_t from = origin == ZLIB_FILEFUNC_SEEK_END   ? zip->bytes.size
                    : origin == ZLIB_FILEFUNC_SEEK_CUR ? zip->at
                                                       : 0;

    (void)stream;
    if (offset > zip->bytes.size - from)
        return -1;
    zip->at = from + offset;
    return 0;
}

static int close_bytes(voidpf opaque, voidpf stream)
{
    (void)opaque;
    (void)stream;
    return 0;
}

cp_zip *cp_zip_open(cp_arena *arena, cp_str bytes)
{
    cp_zip *zip = cp_new(arena, cp_zip);
    zlib_filefunc64_def memory = {
        .zopen64_file = open_bytes,
        .zread_file = read_bytes,
        .zwrite_file = write_nothing,
        .ztell64_file = tell_bytes,
        .zseek64_file = seek_bytes,
        .zclose_file = close_bytes,
        .zerror_file = close_bytes,
        .opaque = zip,
    };

    zip->bytes = bytes;
    zip->file = unzOpen2_64("", &memory);
    return zip->file ? zip : NULL;
}

void cp_zip_close(cp_zip *zip)
{
    if (zip)
        unzClose(zip->file);
}

bool cp_zip_has(cp_zip *zip, const char *part)
{
    return unzLocateFile(zip->file, part, EITHER_CASE) == UNZ_OK;
}

/* Repeated rows pack well, but not that well. */
static bool is_bomb(const cp_zip *zip, uint64_t size, uint64_t packed)
{
    const uint64_t most = (uint64_t)1 << 30, harmless = 64 << 20, ratio = 200;

    packed = packed < zip->bytes.size ? packed : zip->bytes.size;
    return size > most || (size > harmless && size / ratio > packed);
}

/* The open part to its end; false with words for what is wrong. */
static bool unpack(cp_zip *zip, uint64_t packed, cp_zip_taker take, void *context,
                   const char **fault)
{
    static const char damaged[] = "is damaged; save the workbook again";
    char piece[64 * 1024];
    uint64_t size = 0;
    int got;

    while ((got = unzReadCurrentFile(zip->file, piece, sizeof piece)) > 0) {
        size += (uint64_t)got;
        if (is_bomb(zip, size, packed)) {
            *fault = "unpacks to far more than any sheet holds; it is not read";
            return false;
        }
        if (!take(context, (cp_str){ piece, (size_t)got }))
            return true;
    }
    *fault = damaged;
    return got == 0;
}

bool cp_zip_run(cp_zip *zip, const char *part, cp_zip_taker take, void *context, cp_place at,
                cp_report *report)
{
    unz_file_info64 facts = { 0 };
    const char *fault = "cannot be unpacked; save the workbook again";
    bool ok;

    if (!cp_zip_has(zip, part))
        return cp_fail(report, at, "the part '%s' is not in the file; save the workbook again",
                       part);
    if (unzGetCurrentFileInfo64(zip->file, &facts, NULL, 0, NULL, 0, NULL, 0) != UNZ_OK
        || facts.flag & 1 || unzOpenCurrentFile(zip->file) != UNZ_OK)
        return cp_fail(report, at, "the part '%s' %s", part,
                       facts.flag & 1 ? "is locked by a password; save it without one" : fault);
    ok = unpack(zip, facts.compressed_size, take, context, &fault);
    if (unzCloseCurrentFile(zip->file) == UNZ_CRCERROR && ok) {
        ok = false;
        fault = "is damaged: its check sum is wrong; save the workbook again";
    }
    return ok || cp_fail(report, at, "the part '%s' %s", part, fault);
}
