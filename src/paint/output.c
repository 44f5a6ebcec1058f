#include "paint/output.h"

#include <assert.h>

#define OUTPUTS(X)                                                                                 \
    X(pdf)                                                                                         \
    X(png)                                                                                         \
    X(svg)

#define DECLARE(name) extern const cp_output_class cp_output_##name;
OUTPUTS(DECLARE)

#define ROW(name) &cp_output_##name,
static const cp_output_class *const outputs[] = { OUTPUTS(ROW) };

#define ONE(name) +1
enum { COUNT = 0 OUTPUTS(ONE) };

#define NAME(name) #name,
static const char *const names[] = { OUTPUTS(NAME) };

/* Acrobat's limit for a page's side, 200 inches. */
#define LARGEST_SIDE 14400.0

const cp_output_class *cp_output_find(cp_str name)
{
    for (size_t i = 0; i < COUNT; i++)
        if (cp_str_is(name, outputs[i]->name))
            return outputs[i];
    return NULL;
}

const char *const *cp_output_names(size_t *count)
{
    *count = COUNT;
    return names;
}

cp_output *cp_output_open(const cp_output_class *class, cp_arena *arena, cp_size page,
                          const cp_document_info *info, const cp_output_options *options,
                          cp_report *report)
{
    /* Written so that a size that is not a number is refused too. */
    bool fits = page.width >= 1 && page.width <= LARGEST_SIDE && page.height >= 1
                && page.height <= LARGEST_SIDE;
    cp_output *output;

    if (!fits) {
        cp_fail(report, (cp_place){ 0 },
                "a page of %.6g x %.6g pt cannot be drawn: its sides go from 1 to %.0f pt",
                page.width, page.height, LARGEST_SIDE);
        return NULL;
    }
    output = class->open(arena, page, info, options, report);
    if (output) {
        output->class = class;
        output->arena = arena;
    }
    return output;
}

static void note_status(cp_output *output, cairo_status_t status)
{
    if (output->status == CAIRO_STATUS_SUCCESS)
        output->status = status;
}

static void end_context(cp_output *output)
{
    if (!output->cr)
        return;
    note_status(output, cairo_status(output->cr));
    cairo_destroy(output->cr);
    output->cr = NULL;
}

cairo_t *cp_output_page(cp_output *output)
{
    assert(!output->cr && (output->class->many_pages || output->pages == 0));
    output->cr = cairo_create(output->surface);
    output->pages++;
    return output->cr;
}

void cp_output_page_end(cp_output *output)
{
    end_context(output);
    if (output->class->many_pages)
        cairo_surface_show_page(output->surface);
    note_status(output, cairo_surface_status(output->surface));
}

void cp_output_label(cp_output *output, cp_str label)
{
    if (output->class->label)
        output->class->label(output, label);
}

void cp_output_bookmark(cp_output *output, int level, cp_str title)
{
    if (output->class->bookmark)
        output->class->bookmark(output, level, title);
}

void cp_output_end(cp_output *output)
{
    assert(!output->cr);
    if (output->ended)
        return;
    cairo_surface_finish(output->surface);
    note_status(output, cairo_surface_status(output->surface));
    output->ended = true;
}

bool cp_output_finish(cp_output *output, cp_buf *bytes, cp_report *report)
{
    cp_output_end(output);
    if (output->status != CAIRO_STATUS_SUCCESS)
        return cp_fail_system(report, (cp_place){ 0 }, "the %s cannot be drawn: %s",
                              output->class->name, cairo_status_to_string(output->status));
    return output->class->finish(output, bytes, report);
}

void cp_output_close(cp_output *output)
{
    if (!output)
        return;
    end_context(output);
    cairo_surface_destroy(output->surface);
    output->surface = NULL;
    cp_buf_free(&output->drawn); /* only now: destroying may still write */
    if (output->class->close)
        output->class->close(output);
}

cairo_status_t cp_output_sink(void *drawn, const unsigned char *data, unsigned size)
{
    cp_buf_add(drawn, (cp_str){ (const char *)data, size });
    return CAIRO_STATUS_SUCCESS;
}

void cp_set_color(cairo_t *cr, cp_color color)
{
    cairo_set_source_rgba(cr, color.red, color.green, color.blue, color.alpha);
}

void cp_stroke_path(cairo_t *cr, const cp_stroke *stroke)
{
    cp_set_color(cr, stroke->color);
    cairo_set_line_width(cr, stroke->width);
    cairo_set_line_cap(cr, CAIRO_LINE_CAP_BUTT);
    cairo_set_dash(cr, &stroke->dash, stroke->dash > 0 ? 1 : 0, 0);
    cairo_stroke(cr);
    cairo_set_dash(cr, NULL, 0, 0);
}
