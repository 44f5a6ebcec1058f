#include "pack/manifest.h"

#include "dataset/values.h"
#include "pack/source.h"

#define AT(member) offsetof(cp_manifest, member)

const cp_field cp_manifest_fields[] = {
    { "title", CP_FIELD_TEXT, AT(title), .fallback = "!",
      .help = "the deck's title, on its cover" },
    { "subtitle", CP_FIELD_TEXT, AT(subtitle), .help = "a second line under the title" },
    { "organization", CP_FIELD_TEXT, AT(organization),
      .help = "who publishes; ends the source lines" },
    { "authors", CP_FIELD_TEXTS, AT(authors), .help = "names on the cover" },
    { "date", CP_FIELD_DATE, AT(date), .fallback = "!", .help = "the day of publication" },
    { "period", CP_FIELD_TEXT, AT(period_words),
      .help = "\"this week\" as first..last day; default: the last trading week that ended on or "
              "before the date" },
    { "calendar", CP_FIELD_TEXT, AT(calendar),
      .help = "a table of the trading days; default: the Chinese exchanges' own" },
    { "style", CP_FIELD_TEXT, AT(style), .fallback = "research",
      .help = "a shipped style's name, or the path of a style sheet" },
    { "deck", CP_FIELD_TEXTS, AT(deck), .help = "the Markdown file or files; default: deck.md" },
    { "data", CP_FIELD_NODE, AT(data), .fields = cp_source_fields,
      .help = "what the folder data/ does not say itself: a mapping of tables" },
    { "values", CP_FIELD_NODE, AT(values), .fields = cp_value_fields,
      .help = "named numbers for texts, each a query that gives one cell or one column, or its "
              "settings" },
    { "checks", CP_FIELD_NODE, AT(checks),
      .help = "the data's own rules, each a query: a row that it gives is a finding" },
    { 0 },
};

static const cp_period no_period = { CP_NO_DATE, CP_NO_DATE, CP_NO_DATE, CP_NO_DATE };

void cp_manifest_defaults(cp_manifest *manifest)
{
    *manifest = (cp_manifest){ 0 };
    cp_fields_defaults(cp_manifest_fields, manifest);
    manifest->date = CP_NO_DATE;
    manifest->period = no_period;
}

bool cp_manifest_read(cp_arena *arena, const char *path, cp_manifest *out, cp_report *report)
{
    cp_node *root = cp_yaml_read(arena, path, (cp_place){ 0 }, report);
    bool ok;

    cp_manifest_defaults(out);
    if (!root)
        return false;
    ok = cp_fields_read(arena, cp_manifest_fields, NULL, root, out, report);
    out->root = root;
    out->place = (cp_place){ path, 0, 0 };
    out->date_place = cp_field_place(root, "date");
    out->period_place = cp_field_place(root, "period");
    out->calendar_place = cp_field_place(root, "calendar");
    out->style_place = cp_field_place(root, "style");
    out->title_place = cp_field_place(root, "title");
    out->subtitle_place = cp_field_place(root, "subtitle");
    out->organization_place = cp_field_place(root, "organization");
    out->authors_place = cp_field_place(root, "authors");
    if (out->deck.count == 0) {
        out->deck.item = cp_new(arena, cp_str);
        out->deck.item[out->deck.count++] = CP_STR("deck.md");
    }
    return ok;
}

/* The latest day that the pack speaks of, and where it does. */
static cp_date latest(const cp_manifest *manifest, cp_place *at)
{
    bool later = manifest->date != CP_NO_DATE && manifest->date > manifest->period.end;

    *at = later || !manifest->period_words.size ? manifest->date_place : manifest->period_place;
    return later ? manifest->date : manifest->period.end;
}

bool cp_manifest_period(cp_manifest *manifest, const cp_calendar *calendar, cp_report *report)
{
    cp_place at;
    cp_date last;

    if (manifest->period_words.size
        && !cp_period_read(calendar, manifest->period_words, manifest->period_place,
                           &manifest->period, report))
        return false;
    if (!manifest->period_words.size && manifest->date != CP_NO_DATE)
        manifest->period = cp_period_of(calendar, manifest->date);
    last = latest(manifest, &at);
    if (manifest->period.start == CP_NO_DATE)
        return false;
    if (!cp_period_in_reach(&manifest->period)) {
        manifest->period = no_period;
        return cp_fail(report,
                       manifest->period_words.size ? manifest->period_place : manifest->date_place,
                       "the period and the one before it reach beyond the years 1 to 9999");
    }
    if (calendar->count && !cp_calendar_knows(calendar, last))
        cp_note(report, at,
                "the trading calendar %s this date; weekdays are taken for trading days",
                last < calendar->days[0] ? "begins after" : "ends before");
    return true;
}
