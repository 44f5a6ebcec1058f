/* amending.h - the parts of what qpdf adds to cairo's PDF; for the amend*.c files. */
#ifndef CP_PAINT_AMENDING_H
#define CP_PAINT_AMENDING_H

#include "paint/amend.h"
#include "paint/qpdf.h"

#define CP_PRODUCER "chartpack"

typedef struct cp_amending {
    const cp_qpdf *pdf;
    cp_arena *arena;
    const cp_document_info *info;
    const cp_stand_ins *images;
    const cp_tag_notes *tags;
} cp_amending;

/* A text of the user's, as PDF wants it; an empty one is left out. */
void cp_amend_text(const cp_amending *to, qpdf_oh map, const char *key, cp_str text);

/* Words of PDF, as "<< /O /Table /Scope /Row >>". */
void cp_amend_words(const cp_amending *to, qpdf_oh map, const char *key, const char *words);

/* What stands under a number in cairo's tree of parents, one flat list: the tags of a
 * page's marks, or the tag of a link. */
qpdf_oh cp_amend_parent(const cp_amending *to, qpdf_oh number);

void cp_amend_xmp(const cp_amending *to);    /* title, author, dates, digest as XMP */
void cp_amend_images(const cp_amending *to); /* true pictures for stand-ins */
void cp_amend_links(const cp_amending *to);  /* those to pages that are not there go */
void cp_amend_tree(const cp_amending *to);   /* one document; what figures and cells say */
void cp_amend_ink(
    const cp_amending *to); /* ornament is marked as such, words are where they belong */

#endif
