#include "pack/manifest.h"

#include <stdint.h>

#define AT(member) offsetof(cp_manifest, member)

const cp_field cp_manifest_fields[] = {
    { "title", CP_FIELD_TEXT, AT(title), .fallback = "!",
      .help = "the deck's title, on its cover" },
    { "subtitle", CP_FIELD_TEXT, AT(subtitle), .help = "a second line under the title" },
    { "organization", CP_FIELD_TEXT, AT(organization),
      .help = "who publishes; ends the source lines" },
    { "authors", CP_FIELD_TEXTS, AT(authors), .help = "names on the cover" },
    { "date", CP_FIELD_DATE, AT(date), .fallback = "!", .help = "the day of publication" },
    { "period", CP_FIELD_TEXT, AT(period),
      .help
      = "\"this week\" as first..last day; default: the week that ends on or before the date" },
    { "style", CP_FIELD_TEXT, AT(style), .fallback = "research",
      .help = "a shipped style's name, or the path of a style sheet" },
    { "deck", CP_FIELD_TEXTS, AT(deck), .help = "the Markdown file or files; default: deck.md" },
    { "data", CP_FIELD_NODE, AT(data),
      .help = "tables that the folder data/ does not explain itself" },
    { 0 },
};

void cp_manifest_defaults(cp_manifest *manifest)
{
    *manifest = (cp_manifest){ 0 };
    cp_fields_defaults(cp_manifest_fields, manifest);
    manifest->date = CP_NO_DATE;
    manifest->start = manifest->end = manifest->prev_start = manifest->prev_end = CP_NO_DATE;
}

void cp_period_of(cp_date date, cp_date *start, cp_date *end)
{
    cp_date friday = cp_date_monday(date) + 4;

    *start = cp_date_monday(date);
    *end = date < friday ? date : friday;
}

static bool read_period(cp_manifest *manifest, cp_place at, cp_report *report)
{
    size_t dots = cp_str_find(manifest->period, CP_STR(".."), 0);
    cp_str first = cp_str_slice(manifest->period, 0, dots);
    cp_str last = cp_str_slice(manifest->period, dots == SIZE_MAX ? SIZE_MAX : dots + 2, SIZE_MAX);

    if (!cp_date_parse_iso(cp_str_trim(first), &manifest->start)
        || !cp_date_parse_iso(cp_str_trim(last), &manifest->end))
        return cp_fail(report, at, "'" CP_FMT "' is not a period; expected 2026-04-13..2026-04-17",
                       CP_ARG(manifest->period));
    if (manifest->end < manifest->start) {
        manifest->start = manifest->end = CP_NO_DATE;
        return cp_fail(report, at, "the period ends before it begins");
    }
    return true;
}

/* The period before has the same number of weeks and ends on the Friday before. */
static void find_previous(cp_manifest *manifest)
{
    cp_date monday = cp_date_monday(manifest->start);
    int weeks = (cp_date_monday(manifest->end) - monday) / 7 + 1;

    manifest->prev_start = monday - 7 * weeks;
    manifest->prev_end = monday - 3;
}

static bool settle_dates(cp_manifest *manifest, const cp_node *root, cp_report *report)
{
    bool ok = true;

    if (manifest->period.size)
        ok = read_period(manifest, cp_field_place(root, "period"), report);
    else if (manifest->date != CP_NO_DATE)
        cp_period_of(manifest->date, &manifest->start, &manifest->end);
    if (manifest->start != CP_NO_DATE)
        find_previous(manifest);
    return ok;
}

bool cp_manifest_read(cp_arena *arena, const char *path, cp_manifest *out, cp_report *report)
{
    cp_node *root = cp_yaml_read(arena, path, (cp_place){ 0 }, report);
    bool ok;

    cp_manifest_defaults(out);
    if (!root)
        return false;
    ok = cp_fields_read(arena, cp_manifest_fields, NULL, root, out, report);
    out->place = (cp_place){ path, 0, 0 };
    out->style_place = cp_field_place(root, "style");
    out->title_place = cp_field_place(root, "title");
    out->subtitle_place = cp_field_place(root, "subtitle");
    out->organization_place = cp_field_place(root, "organization");
    out->authors_place = cp_field_place(root, "authors");
    if (out->deck.count == 0) {
        out->deck.item = cp_new(arena, cp_str);
        out->deck.item[out->deck.count++] = CP_STR("deck.md");
    }
    return settle_dates(out, root, report) && ok;
}
