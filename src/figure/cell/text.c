/* text.c - a cell that holds its value and nothing else. */
#include "figure/cell/cell.h"

typedef struct text_column {
    cp_cell_column common;
} text_column;

static const cp_field text_fields[] = {
    CP_CELL_COLUMN_FIELDS(text_column),
    { 0 },
};

const cp_cell_class cp_cell_text = {
    .name = "text",
    .summary = "the value itself",
    .fields = text_fields,
    .options_size = sizeof(text_column),
};
