/* picture.c - single figures as PNG, SVG or PDF. */

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

typedef struct picture {
    cp_alone alone;
    bool grows;   /* alone.size is the least: a figure may need more */
    double width; /* points it has in the end, whatever the figure needed; 0: as it is */
    cp_output_options output;
    const cp_output_class *class;
} picture;

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
                         const chartpack_picture_options *options, picture *plan)
{
    cp_preset_style preset;

    if (!find_preset(job, options->preset, &preset))
        return false;
    *plan = (picture){
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

/* ---- drawing ---- */

static bool draw_picture(chartpack *job, const cp_figure *figure, const picture *plan,
                         cp_buf *bytes)
{
    cp_document_info info = cp_pack_info(job, figure->title);
    cp_deck_facts facts = cp_pack_facts(job);
    cp_alone alone = plan->alone;
    cp_output *output;
    double scale;
    bool ok;

    if (plan->grows)
        alone.size = cp_alone_fit(figure, &job->env, &facts, &alone);
    scale = plan->width > 0 ? plan->width / alone.size.width : 1;
    output = cp_output_open(plan->class, &job->arena,
                            (cp_size){ alone.size.width * scale, alone.size.height * scale }, &info,
                            &plan->output, &job->report);
    ok = output != NULL;

    if (ok) {
        cairo_t *cr = cp_output_page(output);

        cairo_scale(cr, scale, scale);
        ok = cp_alone_draw(figure, &job->env, &facts, &alone, cr, &job->page);
        cp_output_page_end(output);
        cp_arena_reset(&job->page);
        ok = ok && cp_output_finish(output, bytes, &job->report);
        cp_output_close(output);
    }
    return ok;
}

static bool write_figure(chartpack *job, const char *path, const char *output, const picture *plan)
{
    cp_figure *figure = cp_figure_open(&job->env, path, (cp_place){ 0 });
    cp_buf bytes = { 0 };
    bool ok = figure && cp_figure_load(figure, &job->env) && draw_picture(job, figure, plan, &bytes)
              && cp_pack_passes(job) && cp_file_replace(output, cp_buf_str(&bytes), &job->report)
              && (!job->options.save_places || cp_figure_save(figure, &job->env));

    cp_buf_free(&bytes);
    if (figure)
        cp_figure_close(figure);
    return ok;
}

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
static bool settle_output(chartpack *job, const char *chart, const char **output)
{
    if (*output)
        return true;
    *output = cp_printf(&job->arena, CP_FMT ".png", CP_ARG(cp_path_stem(chart)));
    return cp_pack_lands(job, *output);
}

bool chartpack_chart(chartpack *job, const char *chart, const char *output,
                     const chartpack_picture_options *options)
{
    const char *format;
    picture plan;

    if (!settle_output(job, chart, &output))
        return false;
    format = strcmp(output, "-") == 0 ? "png" : cp_path_extension(output).data;
    cp_pack_allow(job, chart);
    return open_for(job, chart) && cp_pack_looks(job) && plan_picture(job, format, options, &plan)
           && write_figure(job, chart, output, &plan);
}

bool chartpack_figures(chartpack *job, const char *folder, const char *format,
                       const chartpack_picture_options *options)
{
    const char *where = folder ? folder : "out/figures";
    cp_texts charts;
    picture plan;
    bool ok = cp_pack_looks(job) && plan_picture(job, format, options, &plan)
              && cp_pack_charts(job, &charts);

    for (size_t i = 0; ok && i < charts.count; i++) {
        const char *stem = cp_str_z(&job->arena, cp_path_stem(charts.item[i].data));
        const char *chart = cp_path_join(&job->arena, job->folder, charts.item[i].data);
        const char *path = cp_printf(&job->arena, "%s/%s.%s", where, stem, format);

        cp_pack_progress(job, "figures", i, charts.count);
        job->summary.figures
            += (folder || cp_pack_lands(job, path)) && write_figure(job, chart, path, &plan);
        job->report.errors = job->report.warnings = 0;
    }
    job->summary.output = where;
    return ok && job->report.worst < CP_ERROR;
}
