/* draw.h - ink of a page, and its layout as text. */
#ifndef CP_DECK_DRAW_H
#define CP_DECK_DRAW_H

#include "deck/page.h"

/* `scratch` is for passing memory.  `dump`, if not NULL, takes a line for each
 * piece: role, box, and the lines of its text between bars. */
void cp_page_draw(const cp_page *page, const cp_figure_env *env, size_t index, cairo_t *cr,
                  cp_arena *scratch, cp_buf *dump);

#endif
