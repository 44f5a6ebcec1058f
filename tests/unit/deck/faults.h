/* faults.h - an independent check of the pages' dump: what overlaps, what leaves its room. */
#ifndef CP_TESTS_DECK_FAULTS_H
#define CP_TESTS_DECK_FAULTS_H

#include "pages.h"

#include <stdio.h>

/* Boxes of one page never touch, and stay on it; the body's stay inside of the body. */
static inline int count_faults(const pages *p)
{
    const cp_page_style *style = &p->style->page;
    cp_rect paper = { 0, 0, style->width, style->height };
    cp_rect body = { style->left, style->top, style->width - style->left - style->right,
                     style->bottom - style->top };
    static dumped boxes[2000];
    int count = 0, faults = 0;
    dumped box = { 0 };

    for (const char *at = p->dump; count < 2000 && next_box(&at, &box);)
        boxes[count++] = box;
    for (int i = 0; i < count; i++) {
        bool inner
            = strstr("text ordinal bullet caption figure table footnote", boxes[i].role) != NULL;
        cp_rect room = inner ? body : paper;

        if (!cp_rect_inside(boxes[i].box, room, 0.1) && ++faults)
            printf("page %d: %s leaves its room\n", boxes[i].page, boxes[i].role);
        for (int j = i + 1; j < count && boxes[j].page == boxes[i].page; j++)
            if (cp_rects_overlap(boxes[i].box, boxes[j].box, 0.1) && ++faults)
                printf("page %d: %s overlaps %s\n", boxes[i].page, boxes[i].role, boxes[j].role);
    }
    return count ? faults : -1;
}

#endif
