#include "plot/labels_room.h"

#include <math.h>

/* Boxes laid side by side must not touch each other's cells by rounding. */
static const double slack = 1e-6;

enum {
    LINE = 4,       /* cells in the height of a line */
    COLUMNS = 2,    /* cells as wide as a line is high */
    ROWS_MOST = 800 /* in all */
};

typedef struct span {
    int left, top, right, bottom;
} span;

static span cells_of(const cp_room *room, double left, double top, double right, double bottom)
{
    return (span){
        cp_nearest_cell((left - room->frame.x) / room->width, room->columns),
        cp_nearest_cell((top - room->frame.y) / room->height, room->rows),
        cp_nearest_cell((right - room->frame.x) / room->width, room->columns),
        cp_nearest_cell((bottom - room->frame.y) / room->height, room->rows),
    };
}

static uint64_t bit_of(int column)
{
    return (uint64_t)1 << ((unsigned)column % 64);
}

/* What lies on the ground counts as labels that never leave. */
static void block(cp_room *room, int row, int column)
{
    room->count[(size_t)row * (size_t)room->columns + (size_t)column]++;
    room->taken[(size_t)row * (size_t)room->words + (size_t)column / 64] |= bit_of(column);
}

static void block_disc(cp_room *room, cp_point at, double radius)
{
    span cells = cells_of(room, at.x - radius, at.y - radius, at.x + radius, at.y + radius);

    for (int row = cells.top; row <= cells.bottom; row++)
        for (int column = cells.left; column <= cells.right; column++) {
            cp_rect cell = { room->frame.x + column * room->width,
                             room->frame.y + row * room->height, room->width, room->height };

            if (cp_square_to_box(at, cell) < radius * radius)
                block(room, row, column);
        }
}

static void block_box(cp_room *room, cp_rect box)
{
    span cells = cells_of(room, box.x, box.y, box.x + box.width, box.y + box.height);

    for (int row = cells.top; row <= cells.bottom; row++)
        for (int column = cells.left; column <= cells.right; column++)
            block(room, row, column);
}

/* Lines are left to the ground: their cells would say too little. */
static void block_ground(cp_room *room, const cp_ground *ground)
{
    for (size_t i = 0; i < ground->anchor_count; i++) {
        const cp_anchor *anchor = &ground->anchor[i];

        if (cp_anchor_is_finite(anchor) && cp_anchor_is_point(anchor))
            block_disc(room, anchor->a, anchor->radius + ground->least);
    }
    for (size_t i = ground->anchor_count; i < ground->item_count; i++)
        block_box(room, cp_rect_grown(ground->obstacle[i - ground->anchor_count], ground->least));
}

static double mean_height(const cp_label_task *task)
{
    double sum = 0;

    for (size_t i = 0; i < task->count; i++)
        sum += task->wish[i].size.height / (double)task->count;
    return sum;
}

void cp_room_begin(cp_arena *arena, cp_room *room, const cp_label_task *task,
                   const cp_ground *ground)
{
    double between = task->rules.between, space = fmax(task->rules.space, between);
    double height = fmax(mean_height(task), 1) + between;
    double wide = task->frame.width + space, high = task->frame.height + between;
    size_t cells;

    *room = (cp_room){ .frame = task->frame, .space = space, .between = between };
    room->width = fmax(height / COLUMNS, wide / (64 * CP_ROOM_WORDS));
    room->height = fmax(height / LINE, high / ROWS_MOST);
    room->columns = (int)fmax(ceil(wide / room->width - slack), 1);
    room->rows = (int)fmax(ceil(high / room->height - slack), 1);
    room->words = (room->columns + 63) / 64;
    room->lines = room->rows / LINE;
    cells = (size_t)room->rows * (size_t)room->columns;
    room->taken = cp_new_array(arena, uint64_t, (size_t)room->rows * (size_t)room->words);
    room->count = cp_new_array(arena, uint32_t, cells);
    block_ground(room, ground);
}

/* Each box with the space right of and below it: boxes as near as they may be do not meet. */
static span cells_of_box(const cp_room *room, cp_rect box)
{
    return cells_of(room, box.x + slack, box.y + slack, box.x + box.width + room->space - slack,
                    box.y + box.height + room->between - slack);
}

/* Those bits of the word that are of columns from `left` to `right`. */
static uint64_t bits_between(int word, int left, int right)
{
    uint64_t from = left <= word * 64 ? ~(uint64_t)0 : ~(uint64_t)0 << ((unsigned)left % 64);

    return right >= word * 64 + 63 ? from : from & ~(uint64_t)0 >> (63 - (unsigned)right % 64);
}

void cp_room_put(cp_room *room, cp_rect box)
{
    span cells = cells_of_box(room, box);

    for (int row = cells.top; row <= cells.bottom; row++) {
        uint32_t *count = &room->count[(size_t)row * (size_t)room->columns];
        uint64_t *taken = &room->taken[(size_t)row * (size_t)room->words];

        for (int column = cells.left; column <= cells.right; column++)
            count[column]++;
        for (int word = cells.left / 64; word <= cells.right / 64; word++)
            taken[word] |= bits_between(word, cells.left, cells.right);
    }
}

void cp_room_take(cp_room *room, cp_rect box)
{
    span cells = cells_of_box(room, box);

    for (int row = cells.top; row <= cells.bottom; row++) {
        uint32_t *count = &room->count[(size_t)row * (size_t)room->columns];
        uint64_t *taken = &room->taken[(size_t)row * (size_t)room->words];

        for (int column = cells.left; column <= cells.right; column++)
            if (--count[column] == 0)
                taken[column / 64] &= ~bit_of(column);
    }
}

double cp_room_line_height(const cp_room *room)
{
    return LINE * room->height;
}

double cp_room_line_top(const cp_room *room, int line)
{
    return room->frame.y + line * LINE * room->height;
}

/* Leaves the bits whose `by`-th next is set too. */
static void both(uint64_t *bit, int words, int by)
{
    int skip = by / 64, shift = by % 64;

    for (int i = 0; i < words; i++) {
        uint64_t low = i + skip < words ? bit[i + skip] : 0;
        uint64_t high = i + skip + 1 < words ? bit[i + skip + 1] : 0;

        bit[i] &= shift ? low >> shift | high << (64 - shift) : low;
    }
}

static cp_room_line line_of_rows(const cp_room *room, int top, int bottom)
{
    cp_room_line line = { { 0 } };

    for (int i = 0; i < room->words; i++) {
        uint64_t taken = 0;

        for (int row = top; row <= bottom; row++)
            taken |= room->taken[(size_t)row * (size_t)room->words + (size_t)i];
        line.bit[i] = ~taken;
    }
    return line;
}

/* Columns from `end` on are no left edges. */
static void end_line(cp_room_line *line, int words, int end)
{
    for (int i = 0; i < words; i++)
        if (end <= i * 64)
            line->bit[i] = 0;
        else if (end < i * 64 + 64)
            line->bit[i] &= ((uint64_t)1 << (end % 64)) - 1;
}

cp_room_line cp_room_free(const cp_room *room, int line, cp_size size)
{
    double wide = ceil((size.width + room->space) / room->width - slack);
    double high = ceil((size.height + room->between) / room->height - slack);
    double right = room->frame.width - size.width, down = room->frame.height - size.height;
    int top = line * LINE;
    cp_room_line free = { { 0 } };

    if (!(wide >= 1 && wide <= room->columns && high >= 1 && top + high <= room->rows && right >= 0
          && top * room->height <= down + slack))
        return free;
    free = line_of_rows(room, top, top + (int)high - 1);
    for (int have = 1; have < (int)wide;) {
        int more = have * 2 <= (int)wide ? have : (int)wide - have;

        both(free.bit, room->words, more);
        have += more;
    }
    end_line(&free, room->words, (int)(right / room->width + slack) + 1);
    return free;
}

bool cp_room_is_free(const cp_room *room, const cp_room_line *line, int column)
{
    return column >= 0 && column < room->columns && (line->bit[column / 64] >> (column % 64) & 1);
}

static double left_edge(const cp_room *room, int word, int bit)
{
    return room->frame.x + (word * 64 + bit) * room->width;
}

double cp_room_after(const cp_room *room, const cp_room_line *line, double x)
{
    double from = ceil((x - room->frame.x) / room->width - slack);
    int column = from > 0 ? (int)fmin(from, room->columns) : 0, word = column / 64;
    uint64_t bits;

    if (column >= room->columns)
        return NAN;
    bits = line->bit[word] & (~(uint64_t)0 << (column % 64));
    while (!bits) {
        if (++word >= room->words)
            return NAN;
        bits = line->bit[word];
    }
    return left_edge(room, word, __builtin_ctzll(bits));
}

double cp_room_before(const cp_room *room, const cp_room_line *line, double x)
{
    double from = floor((x - room->frame.x) / room->width + slack);
    int column = (int)fmin(from, room->columns - 1), word = column / 64;
    uint64_t bits;

    if (from < 0)
        return NAN;
    bits = line->bit[word] & (~(uint64_t)0 >> (63 - column % 64));
    while (!bits) {
        if (--word < 0)
            return NAN;
        bits = line->bit[word];
    }
    return left_edge(room, word, 63 - __builtin_clzll(bits));
}
