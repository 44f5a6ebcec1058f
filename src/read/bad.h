/* bad.h - the cells of a file that are not understood: kept, then told. */
#ifndef CP_READ_BAD_H
#define CP_READ_BAD_H

#include "read/grid.h"

typedef enum cp_bad_reason {
    CP_BAD_NUMBER,
    CP_BAD_DATE,
    CP_BAD_CODE,   /* leading zeros among numbers */
    CP_BAD_UNIT,   /* of another kind than the column's */
    CP_BAD_SHARE,  /* with % where others are without */
    CP_BAD_PLAIN,  /* without % where others have it */
    CP_BAD_SURPLUS /* behind the last column */
} cp_bad_reason;

typedef struct cp_bad_cell {
    uint32_t line;
    size_t field; /* from 0 */
    cp_bad_reason reason;
    cp_str column; /* its name */
    cp_str text;
} cp_bad_cell;

/* The first bad cells in the order they came, and how many there were. */
enum { CP_BAD_KEPT = 20 };

typedef struct cp_bad_list {
    cp_bad_cell cells[CP_BAD_KEPT];
    size_t count;
} cp_bad_list;

/* Keep `cell`; its texts last as long as the list, which begins NULL. */
void cp_bad_add(cp_arena *arena, cp_bad_list **list, cp_bad_cell cell);

/* The lists as one, in the file's order: the first cells, and how many more.
 * A list may be NULL. */
void cp_bad_tell(cp_arena *arena, const cp_grid *grid, const cp_bad_list *const *lists,
                 size_t count, cp_report *report);

#endif
