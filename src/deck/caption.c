/* caption.c - the words above a figure or a table: 图：words, 表3：words. */
#include "deck/page.h"

/* Behind 图： at the head of a caption; one with a number of its own stays whole. */
static cp_str without_head(cp_str words)
{
    if (cp_str_starts(words, CP_STR("图：")) || cp_str_starts(words, CP_STR("表：")))
        return cp_str_trim(cp_str_slice(words, 6, words.size));
    return words;
}

/* 图：words, 图3：words. */
static cp_str numbered(cp_arena *arena, cp_str prefix, size_t number, cp_str words)
{
    size_t colon = prefix.size;

    words = without_head(words);
    if (!number)
        return cp_str_printf(arena, CP_FMT CP_FMT, CP_ARG(prefix), CP_ARG(words));
    if (cp_has_caption_head(words))
        return words;
    if (cp_str_ends(prefix, CP_STR("：")))
        colon -= 3;
    else if (cp_str_ends(prefix, CP_STR(":")))
        colon -= 1;
    return cp_str_printf(arena, CP_FMT "%zu" CP_FMT CP_FMT, CP_ARG(cp_str_slice(prefix, 0, colon)),
                         number, CP_ARG(cp_str_slice(prefix, colon, prefix.size)), CP_ARG(words));
}

cp_str cp_page_caption(const cp_pages *pages, const cp_item *item)
{
    const cp_caption_style *style = &pages->env->style->caption;
    cp_str words = item->caption;
    bool table = item->table != NULL;

    if (item->use) {
        words = words.size ? words : cp_str_trim(item->use->figure->title);
        table = item->use->figure->is_table;
    }
    if (!words.size || (cp_has_caption_head(words) && !item->number))
        return words;
    return numbered(pages->env->arena, table ? style->table_prefix : style->figure_prefix,
                    item->number, words);
}

cp_place cp_page_caption_place(const cp_item *item)
{
    return item->use && !item->caption.size ? item->use->figure->title_place : item->place;
}
