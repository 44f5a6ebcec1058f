#include "text/faces.h"

#include "base/file.h"
#include "base/guess.h"

#include <assert.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include <cairo-ft.h>
#include <ft2build.h>
#include FT_FREETYPE_H
#include <hb-ot.h>

static const char *const weights[] = { "Regular", "Bold" };

/* What a cairo face needs for as long as cairo keeps it, which may be longer
 * than the cp_fonts live: a library of its own, so nobody must count users. */
typedef struct scaler {
    FT_Library library;
    FT_Face face;
    hb_blob_t *file;
} scaler;

static void scaler_free(void *data)
{
    scaler *it = data;

    if (it->face)
        FT_Done_Face(it->face);
    if (it->library)
        FT_Done_FreeType(it->library);
    hb_blob_destroy(it->file);
    free(it);
}

static cairo_font_face_t *open_scaler(hb_blob_t *file)
{
    static const cairo_user_data_key_t key;
    unsigned size;
    const char *data = hb_blob_get_data(file, &size);
    scaler *it = cp_grow(NULL, sizeof *it);
    cairo_font_face_t *face;

    *it = (scaler){ .file = hb_blob_reference(file) };
    if (FT_Init_FreeType(&it->library) != 0
        || FT_New_Memory_Face(it->library, (const FT_Byte *)data, size, 0, &it->face) != 0) {
        scaler_free(it);
        return NULL;
    }
    face = cairo_ft_font_face_create_for_ft_face(it->face, FT_LOAD_NO_HINTING | FT_LOAD_NO_BITMAP);
    if (cairo_font_face_set_user_data(face, &key, it, scaler_free) != CAIRO_STATUS_SUCCESS) {
        cairo_font_face_destroy(face);
        scaler_free(it);
        return NULL;
    }
    return face;
}

static cp_str family_name(cp_arena *arena, hb_face_t *face)
{
    char name[256];
    unsigned size = sizeof name;

    hb_ot_name_get_utf8(face, HB_OT_NAME_ID_FONT_FAMILY, hb_language_from_string("en", -1), &size,
                        name);
    return cp_str_copy(arena, (cp_str){ name, size });
}

static const char *face_path(cp_arena *arena, const char *folder, cp_str family, const char *part,
                             int weight)
{
    char *squeezed = cp_alloc(arena, family.size + 1), *to = squeezed;

    for (size_t i = 0; i < family.size; i++)
        if (family.data[i] != ' ')
            *to++ = family.data[i];
    return cp_path_join(arena, folder,
                        cp_printf(arena, "%s%s-%s.otf", squeezed, part, weights[weight]));
}

/* A pipe or a device has no end; NULL for these and for what is not there. */
static hb_blob_t *open_file(const char *path)
{
    char head[4];
    bool filled = cp_file_head(path, head, sizeof head).size > 0;

    return filled ? hb_blob_create_from_file_or_fail(path) : NULL;
}

/* The families that stand in the folder, to choose from in a message. */
static const char *other_families(cp_arena *arena, const char *folder, cp_str wanted,
                                  cp_report *report)
{
    size_t count, found = 0;
    const char *const *names = cp_folder_list(arena, folder, &count, report);
    const char **families = names ? cp_new_array(arena, const char *, count) : NULL;
    bool known = false; /* the family is there, only not in this weight */

    for (size_t i = 0; names && i < count; i++) {
        if (!cp_str_ends(cp_str_from(names[i]), CP_STR("-Regular.otf"))
            || cp_str_ends(cp_str_from(names[i]), CP_STR("-Rare-Regular.otf")))
            continue;
        hb_blob_t *file = open_file(cp_path_join(arena, folder, names[i]));
        hb_face_t *face = hb_face_create(file, 0);

        families[found] = family_name(arena, face).data;
        known = known || cp_str_is(wanted, families[found]);
        found += families[found][0] != '\0'; /* else it is no font */
        hb_face_destroy(face);
        hb_blob_destroy(file);
    }
    return known ? "" : cp_guess_text(arena, wanted, families, found);
}

static bool open_face(cp_arena *arena, const char *folder, cp_str family, const char *part,
                      int weight, cp_face *out, cp_report *report)
{
    const char *path = face_path(arena, folder, family, part, weight);
    cp_place at = { path, 0, 0 };
    hb_blob_t *file = open_file(path);

    if (!file)
        return cp_fail(report, at, "the style's font '" CP_FMT "' (%s) is not among the fonts%s",
                       CP_ARG(family), weights[weight],
                       other_families(arena, folder, family, report));

    hb_face_t *face = hb_face_create(file, 0);
    cp_str name = family_name(arena, face);
    bool ok = cp_str_eq(name, family);

    if (!ok)
        cp_fail(report, at, "holds the font '" CP_FMT "', expected '" CP_FMT "'", CP_ARG(name),
                CP_ARG(family));
    else if (!(out->cairo = open_scaler(file)))
        ok = cp_fail(report, at, "is not a font that can be drawn");
    out->em = hb_face_get_upem(face);
    out->font = hb_font_create(face);
    hb_font_make_immutable(out->font);
    hb_font_get_nominal_glyph(out->font, ' ', &out->blank);
    out->blank_advance = hb_font_get_glyph_h_advance(out->font, out->blank);
    hb_face_destroy(face);
    hb_blob_destroy(file);
    return ok;
}

/* Ink above and below the baseline of one character, 0 if the face lacks it. */
static cp_size ink_of(const cp_face *face, uint32_t code)
{
    hb_codepoint_t glyph;
    hb_glyph_extents_t ink;

    if (!hb_font_get_nominal_glyph(face->font, code, &glyph)
        || !hb_font_get_glyph_extents(face->font, glyph, &ink))
        return (cp_size){ 0, 0 };
    return (cp_size){ ink.y_bearing / face->em, -(ink.y_bearing + ink.height) / face->em };
}

/* One ascent and descent for all faces, so bold and Latin lines stand like the others. */
static void measure_faces(cp_fonts *fonts)
{
    static const uint32_t samples[] = { U'国', U'(', U'l', U'g', U'，' };

    for (size_t i = 0; i < fonts->count; i++)
        for (int weight = 0; weight < 2; weight++)
            for (size_t k = 0; k < sizeof samples / sizeof *samples; k++) {
                cp_size ink = ink_of(&fonts->families[i].faces[weight], samples[k]);

                fonts->ascent = fmax(fonts->ascent, ink.width);
                fonts->descent = fmax(fonts->descent, ink.height);
            }
    fonts->digits = ink_of(&fonts->families[0].faces[0], 'H').width;
}

static cairo_font_options_t *font_options(void)
{
    cairo_font_options_t *options = cairo_font_options_create();

    cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY);
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
    return options;
}

/* fontconfig takes a relative path as one within its own folders. */
static void lead_fontconfig_to(cp_arena *arena, const char *folder)
{
    char *path = realpath(cp_path_join(arena, folder, "fonts.conf"), NULL);

    if (path)
        setenv("FONTCONFIG_FILE", path, 1);
    free(path);
}

static bool open_family(cp_arena *arena, const char *folder, cp_str name, const char *part,
                        cp_family *out, cp_report *report)
{
    out->name = name;
    return open_face(arena, folder, name, part, 0, &out->faces[0], report)
           && open_face(arena, folder, name, part, 1, &out->faces[1], report);
}

/* What is rare in a family may have files of its own, behind all others: cairo copies a whole
 * face for the few letters that a page takes of it. */
static bool open_rare(cp_arena *arena, const char *folder, cp_fonts *fonts, cp_report *report)
{
    size_t count = fonts->count;
    bool ok = true;

    for (size_t i = 0; i < count; i++) {
        cp_str name = fonts->families[i].name;

        if (cp_file_exists(face_path(arena, folder, name, "-Rare", 0)))
            ok = open_family(arena, folder, name, "-Rare", &fonts->families[fonts->count++], report)
                 && ok;
    }
    return ok;
}

cp_fonts *cp_fonts_open(cp_arena *arena, const char *folder, const cp_texts *families,
                        cp_str language, cp_report *report)
{
    cp_fonts *fonts = cp_new(arena, cp_fonts);
    const char *tag = cp_str_z(arena, language);
    bool ok = true;

    assert(families->count > 0 && 2 * families->count < UINT8_MAX);
    if (!cp_is_folder(folder)) {
        cp_fail_system(report, (cp_place){ folder, 0, 0 }, "no such folder; the fonts belong here");
        return NULL;
    }
    lead_fontconfig_to(arena, folder);
    fonts->families = cp_new_array(arena, cp_family, 2 * families->count);
    fonts->count = families->count;
    fonts->buffer = hb_buffer_create();
    fonts->options = font_options();
    fonts->shaping_language = hb_language_from_string(tag, -1);
    fonts->language = tag;
    for (size_t i = 0; i < fonts->count; i++)
        ok = open_family(arena, folder, families->item[i], "", &fonts->families[i], report) && ok;
    if (ok)
        measure_faces(fonts); /* ahead of the rare ones, which are drawn alike */
    if (!ok || !open_rare(arena, folder, fonts, report)) {
        cp_fonts_close(fonts);
        return NULL;
    }
    return fonts;
}

void cp_fonts_close(cp_fonts *fonts)
{
    if (!fonts)
        return;
    for (size_t i = 0; i < fonts->count; i++)
        for (int weight = 0; weight < 2; weight++) {
            cp_face *face = &fonts->families[i].faces[weight];

            hb_font_destroy(face->font);
            cairo_font_face_destroy(face->cairo);
        }
    hb_buffer_destroy(fonts->buffer);
    cairo_font_options_destroy(fonts->options);
    cp_arena_free(&fonts->shaped_arena);
}
