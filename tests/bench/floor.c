/*
 * floor.c - what cairo and Pango alone take: a chart and a deck drawn by bare calls of theirs, in
 * the system's own faces, with no more care than it needs to look like ours.
 *
 *     floor chart TURNOVER.csv OUT.png       # a day, bar and step in each row, behind a heading
 *     floor deck DECK.md DAYS.csv OUT.pdf    # texts, and slides of one or two charts
 */
#include <math.h>
#include <pango/pangocairo.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cairo-pdf.h>

enum { DAYS_MOST = 100, TEXT_MOST = 8192, TICKS = 5 };

typedef struct days {
    int count;
    char day[DAYS_MOST][11];
    double bar[DAYS_MOST], line[DAYS_MOST];
} days;

typedef struct box {
    double x, y, width, height;
} box;

static FILE *open_file(const char *path)
{
    FILE *file = fopen(path, "r");

    if (!file) {
        perror(path);
        exit(1);
    }
    return file;
}

/* The columns (from 1) of bar and line; a row without a number in them is the heading. */
static days read_days(const char *path, int bar, int line)
{
    FILE *file = open_file(path);
    char text[TEXT_MOST];
    days out = { 0 };

    while (out.count < DAYS_MOST && fgets(text, sizeof text, file)) {
        char *cell = strtok(text, ","), *end = cell;
        bool ok = true;

        snprintf(out.day[out.count], sizeof out.day[0], "%s", cell);
        for (int column = 2; (cell = strtok(NULL, ",\n")); column++) {
            double value = strtod(cell, &end);

            if (column == bar)
                out.bar[out.count] = value;
            if (column == line)
                out.line[out.count] = value;
            ok = ok && end > cell;
        }
        out.count += ok;
    }
    fclose(file);
    return out;
}

/* Text in a column of `width` (0: one line) with its top at y; `at` is the part of it left of x. */
static void put_text(cairo_t *cr, const char *text, double x, double y, double at, double width,
                     double size, bool bold)
{
    PangoLayout *layout = pango_cairo_create_layout(cr);
    PangoFontDescription *face = pango_font_description_from_string("Noto Sans CJK SC");
    int wide;

    pango_font_description_set_absolute_size(face, size * PANGO_SCALE);
    pango_font_description_set_weight(face, bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
    pango_layout_set_font_description(layout, face);
    if (width > 0) {
        pango_layout_set_width(layout, (int)(width * PANGO_SCALE));
        pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR);
        pango_layout_set_line_spacing(layout, 1.4F);
    }
    pango_layout_set_markup(layout, text, -1);
    pango_layout_get_size(layout, &wide, NULL);
    cairo_move_to(cr, x - at * wide / PANGO_SCALE, y);
    pango_cairo_show_layout(cr, layout);
    pango_font_description_free(face);
    g_object_unref(layout);
}

static void put_scale(cairo_t *cr, box plot, double low, double high, double x, double at,
                      double size)
{
    char text[32];

    for (int i = 0; i <= TICKS; i++) {
        snprintf(text, sizeof text, "%.0f", low + (high - low) * i / TICKS);
        put_text(cr, text, x, plot.y + plot.height * (1 - (double)i / TICKS) - size * 0.7, at, 0,
                 size, false);
    }
}

static void put_grid(cairo_t *cr, box plot, const days *data, double step, double size)
{
    cairo_set_source_rgb(cr, 0.85, 0.85, 0.85);
    cairo_set_line_width(cr, size / 20);
    for (int i = 0; i <= TICKS; i++) {
        cairo_move_to(cr, plot.x, plot.y + plot.height * i / TICKS);
        cairo_rel_line_to(cr, plot.width, 0);
    }
    cairo_stroke(cr);
    cairo_set_source_rgb(cr, 0.2, 0.2, 0.2);
    for (int i = 0; i < data->count; i += 10)
        put_text(cr, data->day[i], plot.x + (i + 0.5) * step, plot.y + plot.height + size / 2, 0.5,
                 0, size, false);
}

/* Bars from zero with a line: in steps on their own scale, or straight on one at the right. */
static void put_chart(cairo_t *cr, box room, const days *data, double size, bool steps)
{
    box plot
        = { room.x + 5 * size, room.y + 3 * size, room.width - 10 * size, room.height - 6 * size };
    double step = plot.width / data->count, high = 30000, low = steps ? 0 : 4000;
    double top = steps ? high : 8000;

    put_grid(cr, plot, data, step, size);
    put_scale(cr, plot, 0, high, plot.x - size / 2, 1, size);
    if (!steps)
        put_scale(cr, plot, low, top, plot.x + plot.width + size / 2, 0, size);
    put_text(cr, steps ? "全A成交额　周均成交额" : "成交额　收盘", room.x + 5 * size, room.y, 0, 0,
             size, false);
    cairo_set_source_rgb(cr, 0.61, 0.72, 0.84);
    for (int i = 0; i < data->count; i++)
        cairo_rectangle(cr, plot.x + (i + 0.15) * step, plot.y + plot.height, 0.7 * step,
                        -plot.height * data->bar[i] / high);
    cairo_fill(cr);
    cairo_set_source_rgb(cr, 0.78, 0.06, 0.18);
    cairo_set_line_width(cr, size / 8);
    for (int i = 0; i < data->count; i++) {
        double y = plot.y + plot.height * (1 - (data->line[i] - low) / (top - low));

        cairo_line_to(cr, plot.x + (i + (steps ? 0 : 0.5)) * step, y);
        if (steps)
            cairo_rel_line_to(cr, step, 0);
    }
    cairo_stroke(cr);
}

static void draw_chart(const char *path, const char *out)
{
    days data = read_days(path, 2, 3);
    cairo_surface_t *surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, 1600, 900);
    cairo_t *cr = cairo_create(surface);

    cairo_set_source_rgb(cr, 1, 1, 1);
    cairo_paint(cr);
    put_chart(cr, (box){ 20, 20, 1560, 860 }, &data, 22, true);
    cairo_surface_write_to_png(surface, out);
    cairo_destroy(cr);
    cairo_surface_destroy(surface);
}

/* **bold** as Pango's markup; the deck's texts hold no sign of markup themselves. */
static void mark_up(const char *from, char *to)
{
    for (bool bold = false; *from; from++)
        if (from[0] == '*' && from[1] == '*') {
            to += sprintf(to, bold ? "</b>" : "<b>");
            bold = !bold;
            from++;
        } else {
            *to++ = *from;
        }
    *to = '\0';
}

static void draw_deck(const char *path, const char *data_path, const char *out)
{
    FILE *file = open_file(path);
    days data = read_days(data_path, 4, 2);
    cairo_surface_t *surface = cairo_pdf_surface_create(out, 960, 540);
    cairo_t *cr = cairo_create(surface);
    char line[TEXT_MOST], body[4 * TEXT_MOST] = "", marked[4 * TEXT_MOST];
    bool any = false;

    while (fgets(line, sizeof line, file)) {
        if (strncmp(line, "## ", 3) == 0) {
            mark_up(body, marked);
            put_text(cr, marked, 40, 80, 0, 880, 14, false);
            body[0] = '\0';
            if (any)
                cairo_show_page(cr);
            any = true;
            cairo_set_source_rgb(cr, 0.2, 0.2, 0.2);
            line[strcspn(line, "\n")] = '\0';
            put_text(cr, line + 3, 40, 30, 0, 0, 20, true);
        } else if (line[0] == '!') {
            bool two = strchr(line + 1, '!') != NULL;

            for (int i = 0; i <= two; i++)
                put_chart(cr, (box){ 40 + 440 * i, 80, two ? 430 : 880, 420 }, &data, 9, false);
        } else {
            strncat(body, line, sizeof body - strlen(body) - 1);
        }
    }
    cairo_destroy(cr);
    cairo_surface_finish(surface);
    cairo_surface_destroy(surface);
    fclose(file);
}

int main(int argc, char **argv)
{
    if (argc == 4 && strcmp(argv[1], "chart") == 0)
        draw_chart(argv[2], argv[3]);
    else if (argc == 5 && strcmp(argv[1], "deck") == 0)
        draw_deck(argv[2], argv[3], argv[4]);
    else
        return 2;
    return 0;
}
