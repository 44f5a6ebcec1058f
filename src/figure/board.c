/* board.c - a matrix of cells tinted by their values: days and the leaders of each. */
#include "figure/board.h"

#include <math.h>

#include "base/color.h"

static const char *const order_words[] = { "rows", "most", "least", NULL };

static const cp_field head_fields[] = {
    { .key = "field",
      .type = CP_FIELD_TEXT,
      .offset = offsetof(cp_board, head.field),
      .fallback = "!",
      .help = "the column" },
    { .key = "format",
      .type = CP_FIELD_DAYS,
      .offset = offsetof(cp_board, head.format),
      .help = "how days are written" },
    { 0 },
};

static const cp_field board_fields[] = {
    CP_ROW_FIELDS(cp_board, source),
    { .key = "x",
      .type = CP_FIELD_NODE,
      .offset = offsetof(cp_board, x),
      .fallback = "!",
      .fields = head_fields,
      .help = "the column whose days or words are the columns, or its settings" },
    { .key = "y",
      .type = CP_FIELD_TEXT,
      .offset = offsetof(cp_board, y),
      .help = "the column of ranks (1, 2, ...) or of the rows' names; default: as the rows come" },
    { .key = "label",
      .type = CP_FIELD_TEXT,
      .offset = offsetof(cp_board, label),
      .help = "the column of the cells' names" },
    { .key = "value",
      .type = CP_FIELD_TEXT,
      .offset = offsetof(cp_board, value),
      .help = "the column of the cells' numbers, which tint them" },
    { .key = "format",
      .type = CP_FIELD_FORMAT,
      .offset = offsetof(cp_board, format),
      .help = "how the numbers are written" },
    { .key = "order",
      .type = CP_FIELD_WORD,
      .offset = offsetof(cp_board, order),
      .fallback = "rows",
      .words = order_words,
      .help = "of the cells in a column; `most` (the largest first) where `top` is given" },
    { .key = "top",
      .type = CP_FIELD_INT,
      .offset = offsetof(cp_board, top),
      .least = 1,
      .most = CP_BOARD_MOST,
      .help = "only so many cells of each column" },
    { .key = "strongest",
      .type = CP_FIELD_NUMBER,
      .offset = offsetof(cp_board, strongest),
      .fallback = "nan",
      .least = 0,
      .most = 1e15,
      .help = "the value that has the strongest tint; default: the largest there is" },
    { .key = "highlight",
      .type = CP_FIELD_TEXTS,
      .offset = offsetof(cp_board, highlight),
      .help = "names whose cells have a frame" },
    { .key = "repeats",
      .type = CP_FIELD_INT,
      .offset = offsetof(cp_board, repeats),
      .least = 2,
      .most = CP_BOARD_MOST,
      .help = "names that so many cells show have a frame" },
    { 0 },
};

static bool read_x(cp_board *board, const cp_figure_env *env)
{
    if (!board->x)
        return false;
    if (board->x->kind == CP_NODE_SCALAR && board->x->text.size > 0) {
        board->head.field = board->x->text;
        return true;
    }
    if (board->x->kind == CP_NODE_MAP)
        return cp_fields_read(env->arena, head_fields, NULL, board->x, board, env->report);
    return cp_fail(env->report, board->x->place,
                   "expected a column's name or {field, format}, found %s",
                   cp_node_kind_name(board->x));
}

static bool board_read(cp_figure *figure, const cp_node *map, const cp_figure_env *env)
{
    cp_board *board = figure->spec;
    bool ok = cp_row_source_read(&board->source, figure, map, env);

    ok = read_x(board, env) && ok;
    if (board->top > 0 && !cp_node_child(map, "order"))
        board->order = CP_BOARD_MOST_FIRST;
    if (board->label.size == 0 && board->value.size == 0)
        ok = cp_fail(env->report, map->place, "a board has a `label`, a `value` or both");
    if (board->order != CP_BOARD_ROWS && board->y.size > 0 && cp_node_child(map, "order"))
        ok = cp_fail(env->report, cp_field_place(map, "order"),
                     "cells stand where `y` puts them: there is no order to choose");
    return ok;
}

static bool board_load(cp_figure *figure, const cp_figure_env *env)
{
    return cp_board_load(figure->spec, figure, env);
}

static void board_check(const cp_figure *figure, const cp_figure_env *env)
{
    cp_board *board = figure->spec;

    if (board->source.known)
        cp_board_check(board, env);
}

/* What text needs at the style's sizes, paddings included. */
typedef struct need {
    double stub, column, head, row;
} need;

static double text_height(const cp_words *words)
{
    return words->text.size > 0 ? words->size.height : 0;
}

/* Of the gap beside each other, between two lines. */
static const double line_share = 0.4;

/* A name beside its number, or stacked upon it. */
static cp_size cell_size(const cp_board_cell *cell, const cp_board_style *style, bool stacked)
{
    const cp_words *label = &cell->label, *number = &cell->number;
    double gap = label->text.size > 0 && number->text.size > 0 ? style->value_gap : 0;

    if (stacked)
        return (cp_size){ fmax(label->size.width, number->size.width),
                          text_height(label) + gap * line_share + text_height(number) };
    return (cp_size){ label->size.width + gap + number->size.width,
                      fmax(text_height(label), text_height(number)) };
}

static need need_of(const cp_board *board, const cp_board_style *style, bool stacked)
{
    need n = { 0 };

    for (size_t i = 0; i < board->columns; i++) {
        n.column = fmax(n.column, board->heads[i].size.width);
        n.head = fmax(n.head, text_height(&board->heads[i]));
    }
    for (size_t i = 0; i < board->rows * board->columns; i++) {
        cp_size size = cell_size(&board->cells[i], style, stacked);

        n.column = fmax(n.column, size.width);
        n.row = fmax(n.row, size.height);
    }
    for (size_t i = 0; board->stubs && i < board->rows; i++) {
        n.stub = fmax(n.stub, board->stubs[i].size.width + 2 * style->cell_x);
        n.row = fmax(n.row, text_height(&board->stubs[i]));
    }
    n.column += 2 * style->cell_x;
    n.head += 2 * style->cell_y;
    n.row += 2 * style->cell_y;
    return n;
}

static cp_size gaps_of(const cp_board *board, const cp_board_style *style)
{
    size_t across = board->columns - 1 + (board->stubs != NULL);

    return (cp_size){ style->gap * (double)across, style->gap * (double)board->rows };
}

static cp_size size_of(const cp_board *board, const need *n)
{
    return (cp_size){ n->stub + n->column * (double)board->columns,
                      n->head + n->row * (double)board->rows };
}

static cp_size board_least(const cp_figure *figure, const cp_figure_env *env)
{
    const cp_board *board = figure->spec;
    const cp_board_style *style = &env->style->board;
    const cp_ink inks[] = { style->head, style->label, style->value };
    double scale = cp_least_scale(env->style, inks, sizeof inks / sizeof *inks);
    need n = need_of(board, style, false);
    cp_size gaps = gaps_of(board, style), size = size_of(board, &n);

    return (cp_size){ gaps.width + size.width * scale, gaps.height + size.height * scale };
}

typedef struct layout {
    const cp_board *board;
    const cp_board_style *style;
    cp_rect box;
    double scale, pad;
    bool stacked;
    double stub, column, head, row; /* widths and heights */
} layout;

static layout layout_by(const cp_board *board, const cp_style *style, cp_rect box, bool stacked)
{
    layout l = { .board = board, .style = &style->board, .box = box, .stacked = stacked };
    need n = need_of(board, l.style, stacked);
    cp_size gaps = gaps_of(board, l.style), size = size_of(board, &n);
    double room = box.height - gaps.height;

    l.scale = fmin(l.style->largest / l.style->label.size,
                   fmin((box.width - gaps.width) / size.width, room / size.height));
    l.pad = l.style->cell_x * l.scale;
    l.stub = n.stub * l.scale;
    l.column = (box.width - gaps.width - l.stub) / (double)board->columns;
    l.head = fmax(n.head,
                  fmin(room / (double)(board->rows + 1) / l.scale, l.style->widest_head * n.head))
             * l.scale;
    l.row = fmin((room - l.head) / (double)board->rows, l.style->widest_row * n.row * l.scale);
    l.box.y += (room - l.head - l.row * (double)board->rows) / 2;
    return l;
}

/* In a box so high that stacked words can be larger they are, else side by side. */
static layout layout_in(const cp_board *board, const cp_style *style, cp_rect box)
{
    layout beside = layout_by(board, style, box, false);
    layout stacked = layout_by(board, style, box, true);

    return stacked.scale > beside.scale * 1.1 ? stacked : beside;
}

static cp_rect cell_rect(const layout *l, size_t row, size_t column)
{
    double left = l->board->stubs ? l->stub + l->style->gap : 0;

    return (cp_rect){ l->box.x + left + (double)column * (l->column + l->style->gap),
                      l->box.y + l->head + l->style->gap + (double)row * (l->row + l->style->gap),
                      l->column, l->row };
}

static cp_rect head_rect(const layout *l, size_t column)
{
    cp_rect rect = cell_rect(l, 0, column);

    rect.y = l->box.y;
    rect.height = l->head;
    return rect;
}

static cp_color signed_color(double value, cp_color up, cp_color down, cp_color none)
{
    return value > 0 ? up : value < 0 ? down : none;
}

static cp_color tint(const cp_board *board, const cp_style *style, double value)
{
    const cp_board_style *own = &style->board;
    double part = board->full > 0 ? fmin(1, fabs(value) / board->full) : 1;
    cp_color strong = signed_color(value, style->chart.up, style->chart.down, own->empty);

    if (isnan(value) || value == 0)
        return own->empty;
    return cp_color_mix(strong, style->page.background,
                        own->weakest + (own->strongest - own->weakest) * part);
}

/* One colour for all numbers of a sign: what reads on the strongest tint reads on all. */
static cp_color number_color(const cp_board *board, const cp_style *style, double value)
{
    cp_color color = signed_color(value, style->chart.up_text, style->chart.down_text,
                                  style->board.value.color);

    if (isnan(value) || value == 0)
        return color;
    return cp_color_readable(color, tint(board, style, copysign(INFINITY, value)), style->contrast);
}

static void draw_middle(const cp_words *words, const cp_canvas *canvas, double scale, cp_rect rect)
{
    cp_words_draw(words, canvas, scale, rect.x + (rect.width - words->size.width * scale) / 2,
                  rect.y + rect.height / 2);
}

static void draw_cell(const layout *l, const cp_board_cell *cell, cp_rect rect,
                      const cp_canvas *canvas)
{
    const cp_style *style = canvas->env->style;
    cp_color fill = tint(l->board, style, cell->value);
    cp_words label = cell->label, number = cell->number;
    double middle = rect.y + rect.height / 2;

    cp_canvas_fill(canvas, rect, fill);
    cp_canvas_note(canvas, "cell", rect);
    label.ink.color = cp_color_readable(label.ink.color, fill, style->contrast);
    number.ink.color = number_color(l->board, style, cell->value);
    if (l->board->label.size == 0) {
        draw_middle(&number, canvas, l->scale, rect);
    } else if (l->stacked) {
        double height = cell_size(cell, l->style, true).height * l->scale;
        double above = text_height(&label) * l->scale, below = text_height(&number) * l->scale;

        draw_middle(&label, canvas, l->scale,
                    (cp_rect){ rect.x, middle - height / 2, rect.width, above });
        draw_middle(&number, canvas, l->scale,
                    (cp_rect){ rect.x, middle + height / 2 - below, rect.width, below });
    } else {
        cp_words_draw(&label, canvas, l->scale, rect.x + l->pad, middle);
        cp_words_draw(&number, canvas, l->scale,
                      rect.x + rect.width - l->pad - number.size.width * l->scale, middle);
    }
    if (cell->marked)
        cp_canvas_frame(canvas, rect, &l->style->mark);
}

static void draw_names(const layout *l, const cp_canvas *canvas)
{
    const cp_board *board = l->board;

    for (size_t i = 0; i < board->columns; i++) {
        cp_rect rect = head_rect(l, i);

        cp_canvas_fill(canvas, rect, l->style->head_fill);
        cp_canvas_note(canvas, "head", rect);
        draw_middle(&board->heads[i], canvas, l->scale, rect);
    }
    for (size_t i = 0; board->stubs && i < board->rows; i++) {
        cp_rect rect = cell_rect(l, i, 0);

        rect.x = l->box.x;
        rect.width = l->stub;
        cp_canvas_fill(canvas, rect, l->style->stub_fill);
        cp_canvas_note(canvas, "stub", rect);
        cp_words_draw(&board->stubs[i], canvas, l->scale, rect.x + l->pad,
                      rect.y + rect.height / 2);
    }
}

static void board_draw(const cp_figure *figure, const cp_figure_env *env, cp_rect box,
                       cp_gutters gutters, cairo_t *cr, cp_arena *page, cp_buf *dump)
{
    const cp_board *board = figure->spec;
    cp_canvas canvas = { env, cr, page, dump };
    cp_rect inner = cp_rect_inset(box, gutters.top, gutters.right, gutters.bottom, gutters.left);
    layout l = layout_in(board, env->style, inner);

    cp_canvas_note(&canvas, "box", inner);
    draw_names(&l, &canvas);
    for (size_t row = 0; row < board->rows; row++)
        for (size_t column = 0; column < board->columns; column++)
            draw_cell(&l, cp_board_at(board, row, column), cell_rect(&l, row, column), &canvas);
}

const cp_figure_class cp_figure_board = {
    .name = "board",
    .summary = "a matrix of cells tinted by their values: days and the leaders of each",
    .fields = board_fields,
    .spec_size = sizeof(cp_board),
    .read = board_read,
    .load = board_load,
    .check = board_check,
    .least = board_least,
    .draw = board_draw,
};
