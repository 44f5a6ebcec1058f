/* picture.c - single figures as PNG, SVG or PDF. */

#include "base/crew.h"
#include "base/file.h"
#include "base/number.h"
#include "pack/pack.h"

#include <ctype.h>
#include <math.h>
#include <string.h>

static const double usual_dpi = 300;

/* Points of "16cm", "6in", "160mm", "480pt", "1600px"; a bare number is pixels at `dpi`. */
static bool parse_length(cp_str text, double dpi, double *points, bool *pixels)
{
    static const struct {
        const char *unit;
        double points;
    } units[] = { { "cm", 72 / 2.54 }, { "mm", 72 / 25.4 }, { "in", 72 }, { "pt", 1 } };
    double factor = 72 / dpi;

    *pixels = true;
    if (cp_str_ends(text, CP_STR("px")))
        text.size -= 2;
    for (size_t i = 0; i < sizeof units / sizeof *units; i++)
        if (cp_str_ends(text, cp_str_from(units[i].unit))) {
            text.size -= 2;
            factor = units[i].points;
            *pixels = false;
            break;
        }
    if (!cp_number_parse(text, points) || !isfinite(*points) || *points <= 0)
        return false;
    *points *= factor;
    return true;
}

static bool parse_size(chartpack *job, const char *text, double dpi, cp_size *size,
                       cp_output_options *output)
{
    cp_str height = cp_str_from(text), width = cp_str_next(&height, ':');
    bool wide_pixels, high_pixels;

    if (!height.data || !parse_length(width, dpi, &size->width, &wide_pixels)
        || !parse_length(height, dpi, &size->height, &high_pixels))
        return cp_pack_misused(
            job, "'%s' is not a size; expected 16cm:9cm, 6in:4in or 1600:900 (pixels)", text);
    if (wide_pixels && high_pixels) {
        output->pixel_width = (int)lround(fmin(size->width * dpi / 72, 1e6));
        output->pixel_height = (int)lround(fmin(size->height * dpi / 72, 1e6));
    }
    return true;
}

/* t.PNG is a PNG too. */
static cp_str lower(cp_arena *arena, const char *format)
{
    cp_str text = cp_str_from(format);
    char *out = cp_alloc(arena, text.size + 1);

    for (size_t i = 0; i < text.size; i++)
        out[i] = (char)tolower((unsigned char)format[i]);
    return (cp_str){ out, text.size };
}

typedef struct picture_plan {
    cp_alone alone;
    bool grows;   /* alone.size is the least: a figure may need more */
    double width; /* points it has in the end, whatever the figure needed; 0: as it is */
    cp_output_options output;
    const cp_output_class *class;
    bool named; /* the user has said where it goes */
} picture_plan;

/* ---- what is asked for ---- */

static bool find_format(chartpack *job, const char *format, const cp_output_class **class)
{
    size_t count;
    const char *const *names = cp_output_names(&count);
    const char *expected = names[0];

    *class = cp_output_find(lower(&job->arena, format));
    if (*class)
        return true;
    for (size_t i = 1; i < count; i++)
        expected = cp_printf(&job->arena, "%s, %s", expected, names[i]);
    if (!format[0])
        return cp_pack_misused(job,
                               "a picture's format stands at the end of its name; "
                               "expected NAME. and one of %s",
                               expected);
    return cp_pack_misused(job, "'%s' is not a format of pictures; expected one of %s", format,
                           expected);
}

/* Without a name the style's own size of pictures. */
static bool find_preset(chartpack *job, const char *name, cp_preset_style *out)
{
    const cp_style *style = job->env.style;
    const struct {
        const char *name;
        const cp_preset_style *style;
    } presets[] = { { "word", &style->presets.word }, { "wechat", &style->presets.wechat } };

    *out = (cp_preset_style){ .width = style->chart.width,
                              .height = style->chart.height,
                              .dpi = usual_dpi };
    for (size_t i = 0; name && i < sizeof presets / sizeof *presets; i++)
        if (strcmp(name, presets[i].name) == 0) {
            *out = *presets[i].style;
            return true;
        }
    return !name || cp_pack_misused(job, "'%s' is not a preset; expected word or wechat", name);
}

cp_alone cp_pack_alone(const chartpack *job)
{
    const cp_chart_style *chart = &job->env.style->chart;
    const cp_page_style *page = &job->env.style->page;

    return (cp_alone){ .size = { chart->width, chart->height },
                       .most = page->width - page->left - page->right + 2 * chart->margin };
}

static bool plan_picture(chartpack *job, const char *format,
                         const chartpack_picture_options *options, picture_plan *plan)
{
    cp_preset_style preset;

    if (!find_preset(job, options->preset, &preset))
        return false;
    *plan = (picture_plan){
        .alone = { .size = { preset.width, preset.height },
                   .most = options->preset ? preset.width : cp_pack_alone(job).most,
                   .title = options->with_title || preset.title,
                   .source = options->with_source || preset.source,
                   .transparent = options->transparent },
        .grows = !options->size,
        .width = options->preset && !options->size ? preset.width : 0,
        .output = { .dpi = options->dpi > 0 ? options->dpi : preset.dpi,
                    .transparent = options->transparent },
    };
    return find_format(job, format, &plan->class)
           && (!options->size
               || parse_size(job, options->size, plan->output.dpi, &plan->alone.size,
                             &plan->output));
}

/* ---- a picture's way ---- */

/* Begun and ended on the job's thread, which alone may draw; made on any. */
typedef struct picture {
    const char *path;
    cp_figure *figure;
    cp_output *output;
    cp_report *report; /* the job's, or of its own where other pictures are on their way */
    cp_report own;
    cp_arena arena; /* of what it is made with */
    bool ok;        /* so far */
} picture;

static bool draw_picture(chartpack *job, const picture_plan *plan, picture *it)
{
    cp_document_info info = cp_pack_info(job, it->figure->title);
    cp_deck_facts facts = cp_pack_facts(job);
    cp_alone alone = plan->alone;
    double scale;
    cairo_t *cr;
    bool ok;

    if (plan->grows)
        alone.size = cp_alone_fit(it->figure, &job->env, &facts, &alone);
    scale = plan->width > 0 ? plan->width / alone.size.width : 1;
    it->output = cp_output_open(plan->class, &it->arena,
                                (cp_size){ alone.size.width * scale, alone.size.height * scale },
                                &info, &plan->output, &job->report);
    if (!it->output)
        return false;
    cr = cp_output_page(it->output);
    cairo_scale(cr, scale, scale);
    ok = cp_alone_draw(it->figure, &job->env, &facts, &alone, cr, &job->page);
    cp_output_page_end(it->output);
    cp_output_end(it->output);
    cp_arena_reset(&job->page);
    return ok;
}

static void begin_picture(chartpack *job, const char *chart, const picture_plan *plan, picture *it)
{
    it->figure = cp_figure_open(&job->env, chart, (cp_place){ 0 });
    it->ok = it->figure && cp_figure_load(it->figure, &job->env) && draw_picture(job, plan, it)
             && cp_pack_lands(job, it->path, plan->named ? NULL : ".") && cp_pack_passes(job);
}

/* The file of what was drawn. */
static void make_picture(void *drawn)
{
    picture *it = drawn;
    cp_buf bytes = { 0 };

    it->ok = it->ok && cp_output_finish(it->output, &bytes, it->report)
             && cp_file_replace(it->path, cp_buf_str(&bytes), it->report);
    cp_buf_free(&bytes);
}

static bool end_picture(chartpack *job, picture *it)
{
    it->ok = it->ok && (!job->options.save_places || cp_figure_save(it->figure, &job->env));
    cp_output_close(it->output);
    cp_figure_close(it->figure);
    cp_arena_free(&it->arena);
    return it->ok;
}

/* ---- one ---- */

/* A chart's pack is the one it stands in, else the working directory's; without any it stands
 * alone. */
static bool open_for(chartpack *job, const char *chart)
{
    if (job->folder)
        return true;
    if (strcmp(chart, "-") != 0 && cp_pack_find(&job->arena, chart))
        return chartpack_open(job, chart);
    if (cp_pack_find(&job->arena, "."))
        return chartpack_open(job, NULL);
    return cp_pack_open_bare(job, cp_str_z(&job->arena, cp_path_folder(chart)));
}

/* charts/flow.yaml -> flow.png in the working directory. */
static const char *default_output(chartpack *job, const char *chart)
{
    return cp_printf(&job->arena, CP_FMT ".png", CP_ARG(cp_path_stem(chart)));
}

bool chartpack_chart(chartpack *job, const char *chart, const char *output,
                     const chartpack_picture_options *options)
{
    picture it = { .path = output ? output : default_output(job, chart), .report = &job->report };
    const char *format = strcmp(it.path, "-") == 0 ? "png" : cp_path_extension(it.path).data;
    picture_plan plan;

    cp_pack_allow(job, chart);
    if (!open_for(job, chart) || !cp_pack_looks(job) || !plan_picture(job, format, options, &plan))
        return false;
    plan.named = output && !options->unnamed;
    begin_picture(job, chart, &plan, &it);
    make_picture(&it);
    return end_picture(job, &it);
}

/* ---- all of a pack ---- */

/* What is found on the way is told when it ends, behind what was found on those before it. */
static picture *begin_one_of_many(chartpack *job, const char *chart, const char *path,
                                  const picture_plan *plan)
{
    picture *it = cp_new(&job->arena, picture);
    cp_report told = job->report;

    it->path = path;
    it->report = &it->own;
    job->report.first = job->report.last = NULL;
    job->report.errors = job->report.warnings = 0;
    begin_picture(job, chart, plan, it);
    told.files = job->report.files;
    it->own = job->report;
    it->own.arena = &it->arena;
    job->report = told;
    return it;
}

static void end_one_of_many(chartpack *job, picture *it)
{
    cp_report_add(&job->report, &it->own);
    job->summary.figures += end_picture(job, it);
}

/* Drawn here, one after the other; others make the files meanwhile. */
static void write_figures(chartpack *job, const cp_texts *charts, const char *folder,
                          const char *format, const picture_plan *plan, cp_crew *crew)
{
    bool passes = cp_pack_passes(job); /* else no picture does, but all is told that is wrong */
    picture *it;

    for (size_t i = 0; i < charts->count; i++) {
        const char *chart = charts->item[i].data;
        const char *path = cp_printf(&job->arena, "%s/" CP_FMT ".%s", folder,
                                     CP_ARG(cp_path_stem(chart)), format);

        cp_pack_progress(job, "figures", i, charts->count);
        it = begin_one_of_many(job, cp_path_join(&job->arena, job->folder, chart), path, plan);
        it->ok = it->ok && passes;
        it = cp_crew_give(crew, it);
        if (it)
            end_one_of_many(job, it);
    }
    while ((it = cp_crew_take(crew)))
        end_one_of_many(job, it);
}

/* With places to save one after the other, for what one chart leaves behind the next may read. */
static size_t count_jobs(const chartpack *job, size_t wished, size_t charts)
{
    size_t jobs = job->options.save_places ? 1 : wished ? wished : cp_cores();
    size_t most = charts < CP_JOBS_MOST ? charts : CP_JOBS_MOST;

    return jobs < most ? jobs : most;
}

bool chartpack_figures(chartpack *job, const char *folder, const char *format,
                       const chartpack_picture_options *options)
{
    const char *where = folder ? folder : "out/figures";
    int errors = job->report.errors, warnings = job->report.warnings;
    cp_texts charts;
    picture_plan plan;
    bool ok = cp_pack_looks(job) && plan_picture(job, format, options, &plan)
              && cp_pack_charts(job, &charts);

    job->summary.output = where;
    if (ok && charts.count) {
        cp_crew *crew = cp_crew_open(count_jobs(job, options->jobs, charts.count), make_picture);

        plan.named = folder != NULL;
        write_figures(job, &charts, where, format, &plan, crew);
        cp_crew_close(crew);
    }
    job->report.errors = errors; /* what is wrong with a picture is not so with the pack */
    job->report.warnings = warnings;
    return ok && job->report.worst < CP_ERROR;
}
