#include "deck/draw.h"

#include "deck/tags.h"
#include "paint/output.h"

static void fill(cairo_t *cr, cp_rect box, cp_color color)
{
    cp_set_color(cr, color);
    cairo_rectangle(cr, box.x, box.y, box.width, box.height);
    cairo_fill(cr);
}

static void rule(cairo_t *cr, const cp_piece *piece)
{
    double y = piece->box.y + piece->box.height / 2;

    cairo_save(cr);
    cp_set_color(cr, piece->color);
    cairo_set_line_width(cr, piece->box.height);
    if (piece->dash > 0)
        cairo_set_dash(cr, &piece->dash, 1, 0);
    cairo_move_to(cr, piece->box.x, y);
    cairo_line_to(cr, piece->box.x + piece->box.width, y);
    cairo_stroke(cr);
    cairo_restore(cr);
}

static void dump_text(cp_buf *dump, const cp_text *text)
{
    cp_buf_add(dump, CP_STR(" \""));
    for (size_t i = 0; i < cp_text_lines(text); i++) {
        if (i)
            cp_buf_add(dump, CP_STR("|"));
        cp_buf_add(dump, cp_text_line_slice(text, i));
    }
    cp_buf_add(dump, CP_STR("\""));
}

static void dump_piece(cp_buf *dump, const cp_piece *piece)
{
    cp_buf_printf(dump, "%s %.2f %.2f %.2f %.2f", piece->role, piece->box.x, piece->box.y,
                  piece->box.width, piece->box.height);
    if (piece->text)
        dump_text(dump, piece->text);
    cp_buf_add(dump, CP_STR("\n"));
}

/* Cut to its box where all of it is larger. */
static void draw_figure(const cp_piece *piece, const cp_figure_env *env, cairo_t *cr,
                        cp_arena *scratch, cp_buf *dump)
{
    const cp_rect *box = &piece->box;

    if (piece->whole.width <= 0) {
        cp_figure_draw(piece->figure, env, *box, piece->gutters, cr, scratch, dump);
        return;
    }
    cairo_save(cr);
    cairo_rectangle(cr, box->x, box->y, box->width, box->height);
    cairo_clip(cr);
    cp_figure_draw(piece->figure, env, piece->whole, piece->gutters, cr, scratch, dump);
    cairo_restore(cr);
}

static void draw_piece(const cp_piece *piece, const cp_figure_env *env, cairo_t *cr,
                       cp_arena *scratch, cp_buf *dump)
{
    switch (piece->kind) {
    case CP_PIECE_FILL:
        fill(cr, piece->box, piece->color);
        break;
    case CP_PIECE_RULE:
        rule(cr, piece);
        break;
    case CP_PIECE_TEXT:
        cp_text_draw(piece->text, cr, piece->box.x, piece->box.y);
        break;
    case CP_PIECE_EMBLEM:
    case CP_PIECE_FIGURE:
        draw_figure(piece, env, cr, scratch, dump);
        break;
    case CP_PIECE_TABLE:
        cp_tabular_draw(&piece->tabular, cr, piece->box.x, piece->box.y, scratch, dump);
        break;
    }
}

void cp_page_draw(const cp_page *page, const cp_figure_env *env, size_t index, cairo_t *cr,
                  cp_arena *scratch, cp_buf *dump)
{
    cp_tagger tagger;

    if (dump)
        cp_buf_printf(dump, "page %zu %s " CP_FMT "\n", index + 1, page->facts.class,
                      CP_ARG(page->facts.title));
    cp_set_color(cr, page->background);
    cairo_paint(cr);
    cp_tagger_begin(&tagger, cr, page, index);
    for (const cp_piece *piece = page->first; piece; piece = piece->next) {
        if (dump)
            dump_piece(dump, piece);
        cp_tagger_begin_piece(&tagger, piece);
        draw_piece(piece, env, cr, scratch, dump);
        cp_tagger_end_piece(&tagger, piece);
    }
    cp_tagger_end(&tagger);
}
