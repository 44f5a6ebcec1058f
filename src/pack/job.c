#include "base/file.h"
#include "base/guess.h"
#include "base/number.h"
#include "pack/inputs.h"
#include "pack/pack.h"

#include <stdlib.h>
#include <string.h>

chartpack *chartpack_new(const chartpack_options *options)
{
    chartpack *job = cp_grow(NULL, sizeof *job);

    *job = (chartpack){ .options = *options };
    job->report.arena = job->border.arena = &job->arena;
    job->home = cp_home_find(&job->arena, options->home);
    cp_manifest_defaults(&job->manifest);
    return job;
}

bool cp_pack_misused(chartpack *job, const char *format, ...)
{
    va_list list;

    va_start(list, format);
    cp_fail(&job->report, (cp_place){ 0 }, "%s", cp_vprintf(&job->arena, format, list));
    va_end(list);
    job->misused = true;
    return false;
}

bool cp_pack_passes(chartpack *job)
{
    int warnings = job->report.warnings;

    if (job->report.errors > 0 || !job->options.strict || warnings == 0)
        return job->report.errors == 0;
    return cp_fail(&job->report, (cp_place){ 0 }, "%d warning%s, and --strict allows none",
                   warnings, warnings == 1 ? "" : "s");
}

bool cp_pack_lands(chartpack *job, const char *output, const char *folder)
{
    bool bound = folder && !job->options.allow_outside;
    const char *astray = bound ? cp_path_strays(&job->arena, output, folder) : NULL;
    const char *input = strcmp(output, "-") == 0 ? NULL : cp_input_find(job, output);
    cp_place at = { output, 0, 0 };

    if (astray)
        return cp_fail(&job->report, at, "a link leads this to '%s', out of %s", astray,
                       strcmp(folder, ".") == 0
                           ? "the working folder; name the output if that is meant"
                           : "its folder");
    return !input
           || cp_fail(&job->report, at,
                      "this would replace '%s', which it is made from; name another file", input);
}

bool chartpack_misused(const chartpack *job)
{
    return job->misused;
}

void chartpack_free(chartpack *job)
{
    if (job->deck)
        cp_deck_close(job->deck);
    if (job->dataset)
        cp_dataset_close(job->dataset);
    if (job->env.fonts)
        cp_fonts_close(job->env.fonts);
    cp_arena_free(&job->page);
    cp_arena_free(&job->arena);
    free(job);
}

static bool is_same_folder(const char *path, const char *real)
{
    char *full = realpath(path, NULL);
    bool same = full && strcmp(full, *real ? real : "/") == 0;

    free(full);
    return same;
}

/* The folder `real` above `at`: p of p/charts, unless charts is a link to elsewhere. */
static const char *folder_above(cp_arena *arena, const char *at, const char *real)
{
    const char *above = cp_str_z(arena, cp_path_folder(at));

    if (is_same_folder(above, real))
        return above;
    return strcmp(at, ".") == 0 ? ".." : cp_path_join(arena, at, "..");
}

const char *cp_pack_find(cp_arena *arena, const char *path)
{
    char *folder = realpath(path, NULL);
    const char *at = cp_is_folder(path) ? path : cp_str_z(arena, cp_path_folder(path));
    const char *found = NULL;

    if (folder && !cp_is_folder(folder))
        *strrchr(folder, '/') = '\0';
    while (folder && !found) {
        const char *file = cp_path_join(arena, at, "pack.yaml");
        char *slash = strrchr(folder, '/');

        if (cp_file_exists(file))
            found = file;
        if (!slash || !folder[0])
            break;
        *slash = '\0';
        at = folder_above(arena, at, folder);
    }
    free(folder);
    return found;
}

void cp_pack_allow(chartpack *job, const char *path)
{
    cp_border_allow(&job->border, path);
}

/* From now on only files of the pack and of chartpack may be read. */
static void guard(chartpack *job)
{
    static const char *const own[] = { "styles", "calendar", "starter" };
    const char *style = job->options.style;

    if (job->options.allow_outside)
        return;
    job->report.border = &job->border;
    cp_pack_allow(job, job->folder);
    for (size_t i = 0; job->home && i < sizeof own / sizeof *own; i++)
        cp_pack_allow(job, cp_path_join(&job->arena, job->home, own[i]));
    if (style && cp_file_exists(style))
        cp_pack_allow(job, cp_str_z(&job->arena, cp_path_folder(style)));
}

/* The rule that the readers have for cells, so that a parameter equals what it names. */
static bool is_number(cp_str value, double *number)
{
    return !cp_is_code(value) && cp_number_parse(value, number) && !cp_loses_digits(value, *number);
}

/* What the command line set comes last, so that it wins. */
static bool set_parameters(chartpack *job)
{
    const cp_manifest *manifest = &job->manifest;
    const struct {
        cp_str name;
        cp_date date;
    } dates[] = {
        { CP_STR("date"), manifest->date },
        { CP_STR("start"), manifest->period.start },
        { CP_STR("end"), manifest->period.end },
        { CP_STR("prev_start"), manifest->period.prev_start },
        { CP_STR("prev_end"), manifest->period.prev_end },
    };
    bool ok = true;

    for (size_t i = 0; i < sizeof dates / sizeof *dates; i++)
        if (dates[i].date != CP_NO_DATE)
            cp_dataset_set_date(job->dataset, dates[i].name, dates[i].date);
    for (const char *const *set = job->options.set; set && *set; set++) {
        cp_str value = cp_str_from(*set), name = cp_str_next(&value, '=');
        double number;

        if (!value.data || !name.size)
            ok = cp_pack_misused(job, "'%s' is not name=value", *set);
        else if (is_number(value, &number))
            cp_dataset_set_number(job->dataset, name, number);
        else
            cp_dataset_set_text(job->dataset, name, value);
    }
    return ok;
}

static bool open_data(chartpack *job)
{
    cp_dataset_limits limits;
    bool ok = cp_pack_limits(job, &limits);

    cp_sources_find(&job->arena, job->folder, job->manifest.data, &job->sources, &job->report);
    job->sources.offline = job->options.offline;
    job->dataset = cp_dataset_open(&job->arena, &limits);
    cp_dataset_set_calendar(job->dataset, &job->calendar);
    cp_sources_offer(&job->sources, job->dataset);
    job->values = (cp_values){ .arena = &job->arena,
                               .report = &job->report,
                               .dataset = job->dataset,
                               .newest = cp_pack_newest,
                               .context = job };
    if (job->manifest.values)
        cp_values_read(&job->values, job->manifest.values);
    job->env = (cp_figure_env){
        .arena = &job->arena,
        .report = &job->report,
        .dataset = job->dataset,
        .values = &job->values,
        .calendar = &job->calendar,
        .folder = job->folder,
    };
    return set_parameters(job) && ok;
}

bool cp_pack_open_bare(chartpack *job, const char *folder)
{
    job->folder = folder;
    return cp_pack_calendar(job) && open_data(job);
}

bool chartpack_open(chartpack *job, const char *path)
{
    const char *file = cp_pack_find(&job->arena, path ? path : ".");
    bool settled;

    cp_pack_progress(job, "opening", 0, 1);
    if (!file && path && !cp_file_exists(path))
        return cp_fail(&job->report, (cp_place){ 0 }, "no file or folder '%s'", path);
    if (!file)
        return cp_fail(&job->report, (cp_place){ 0 }, "no pack.yaml in %s%s or a folder above it",
                       path ? "" : "the folder ", path ? path : ".");
    job->folder = cp_str_z(&job->arena, cp_path_folder(file));
    guard(job);
    if (path && !cp_is_folder(path))
        cp_pack_allow(job, path);
    /* Only its dates are needed to go on and find what else is wrong. */
    cp_manifest_read(&job->arena, file, &job->manifest, &job->report);
    cp_pack_calendar(job);
    settled = cp_manifest_period(&job->manifest, &job->calendar, &job->report);
    return open_data(job) && settled;
}

/* Told by the names there are; always NULL. */
static const char *no_style(chartpack *job, const char *folder, cp_str name, cp_place at)
{
    size_t count, styles = 0;
    const char *const *files = cp_folder_list(&job->arena, folder, &count, &job->report);
    const char **names = cp_new_array(&job->arena, const char *, count);

    for (size_t i = 0; i < count; i++)
        if (cp_str_is(cp_path_extension(files[i]), "yaml"))
            names[styles++] = cp_str_z(&job->arena, cp_path_stem(files[i]));
    cp_fail(&job->report, at, "no style '" CP_FMT "'%s", CP_ARG(name),
            cp_guess_text(&job->arena, name, names, styles));
    return NULL;
}

/* A plain word is a shipped style, all else a file; NULL with a finding. */
static const char *style_path(chartpack *job, cp_str name, cp_place at, bool wished)
{
    const char *text = cp_str_z(&job->arena, name);
    const char *folder = cp_path_join(&job->arena, job->home, "styles"), *shipped;

    if (cp_str_find(name, CP_STR("/"), 0) != SIZE_MAX || cp_str_ends(name, CP_STR(".yaml")))
        return wished ? text : cp_path_join(&job->arena, job->folder, text);
    shipped = cp_printf(&job->arena, "%s/%s.yaml", folder, text);
    return cp_file_exists(shipped) ? shipped : no_style(job, folder, name, at);
}

bool cp_pack_looks(chartpack *job)
{
    bool wished = job->options.style != NULL;
    cp_str name = wished ? cp_str_from(job->options.style) : job->manifest.style;
    cp_place at = wished ? (cp_place){ 0 } : job->manifest.style_place;
    const char *path;

    if (job->env.style)
        return job->env.fonts != NULL;
    if (!job->home)
        return cp_fail_system(&job->report, (cp_place){ 0 },
                              "chartpack's own styles and fonts are not beside the program; "
                              "set CHARTPACK_HOME to their folder");
    cp_pack_progress(job, "fonts", 0, 1);
    path = style_path(job, name, at, wished);
    if (path)
        job->env.style = cp_style_read_with(
            &job->arena, path, cp_path_join(&job->arena, job->home, "styles"), at, &job->report);
    if (!job->env.style)
        return false;
    job->env.fonts = cp_fonts_open(&job->arena, cp_path_join(&job->arena, job->home, "fonts"),
                                   &job->env.style->fonts, job->env.style->language, &job->report);
    job->values.more = job->env.style->sign_more;
    job->values.less = job->env.style->sign_less;
    job->values.same = job->env.style->sign_same;
    return job->env.fonts != NULL;
}

/* Title and subtitle may show values. */
static void fill_titles(chartpack *job)
{
    const struct {
        const char *key;
        cp_str *text;
    } titles[] = { { "title", &job->manifest.title }, { "subtitle", &job->manifest.subtitle } };

    for (size_t i = 0; i < 2; i++) {
        cp_node *node
            = job->manifest.root ? cp_node_child(job->manifest.root, titles[i].key) : NULL;

        if (!node || node->kind != CP_NODE_SCALAR)
            continue;
        cp_values_fill(&job->values, node);
        *titles[i].text = node->text;
    }
}

cp_deck_facts cp_pack_facts(const chartpack *job)
{
    const cp_manifest *manifest = &job->manifest;

    return (cp_deck_facts){
        .title = manifest->title,
        .subtitle = manifest->subtitle,
        .organization = manifest->organization,
        .authors = manifest->authors,
        .date = manifest->date,
        .start = manifest->period.start,
        .end = manifest->period.end,
        .title_place = manifest->title_place,
        .subtitle_place = manifest->subtitle_place,
        .organization_place = manifest->organization_place,
        .authors_place = manifest->authors_place,
    };
}

bool cp_pack_deck(chartpack *job)
{
    const cp_texts *deck = &job->manifest.deck;
    const char **files = cp_new_array(&job->arena, const char *, deck->count);
    cp_deck_facts facts;

    if (job->deck)
        return job->report.errors == 0;
    cp_pack_progress(job, "values", 0, 1);
    cp_values_run(&job->values);
    fill_titles(job);
    facts = cp_pack_facts(job);
    for (size_t i = 0; i < deck->count; i++)
        files[i] = cp_path_join(&job->arena, job->folder, cp_str_z(&job->arena, deck->item[i]));
    cp_pack_progress(job, "text", 0, 1);
    job->deck = cp_deck_read(&job->arena, &facts, files, deck->count, &job->values, &job->report);
    cp_pack_progress(job, "charts", 0, 1);
    cp_deck_load(job->deck, &job->env);
    cp_pack_progress(job, "checks", 0, 1);
    cp_deck_check(job->deck, &job->env);
    cp_pack_fresh(job);
    cp_pack_rules(job);
    return job->report.errors == 0;
}

bool cp_pack_pages(chartpack *job)
{
    bool ok;

    if (!cp_pack_looks(job))
        return false;
    ok = cp_pack_deck(job);
    cp_pack_progress(job, "layout", 0, 1);
    return cp_deck_layout(job->deck, &job->env) && ok;
}

void cp_pack_progress(const chartpack *job, const char *stage, size_t done, size_t total)
{
    if (job->options.progress)
        job->options.progress(job->options.context, stage, done, total);
}

/* SOURCE_DATE_EPOCH, else the pack's date: never the clock. */
static int64_t created(const chartpack *job)
{
    const char *epoch = getenv("SOURCE_DATE_EPOCH");
    cp_date date = job->manifest.date;

    if (epoch && epoch[0])
        return strtoll(epoch, NULL, 10);
    return date == CP_NO_DATE ? 0 : (int64_t)date * 86400;
}

cp_document_info cp_pack_info(const chartpack *job, cp_str title)
{
    const cp_manifest *manifest = &job->manifest;

    return (cp_document_info){ .title = title,
                               .author = manifest->organization,
                               .subject = manifest->subtitle,
                               .language = job->env.style->language,
                               .created = created(job) };
}

size_t chartpack_finding_count(const chartpack *job)
{
    size_t count = 0;

    for (const cp_finding *finding = job->report.first; finding; finding = finding->next)
        count++;
    return count;
}

static const cp_finding *find_finding(chartpack *job, size_t index)
{
    cp_told *told = &job->told;

    if (!told->finding || index < told->index) {
        told->finding = job->report.first;
        told->index = 0;
    }
    for (; told->index < index; told->index++)
        told->finding = told->finding->next;
    return told->finding;
}

chartpack_finding chartpack_finding_at(chartpack *job, size_t index)
{
    const cp_finding *finding = find_finding(job, index);

    return (chartpack_finding){
        .severity = (chartpack_severity)finding->severity,
        .file = finding->place.file,
        .line = finding->place.line,
        .column = finding->place.column,
        .text = finding->text,
        .line_text = cp_finding_line(&job->arena, finding),
        .excerpt = cp_finding_excerpt(&job->arena, finding, &job->told.mark),
    };
}

chartpack_severity chartpack_worst(const chartpack *job)
{
    return (chartpack_severity)job->report.worst;
}
