/* slide_source.c - the quote at a slide's end: where its facts come from. */
#include "deck/composer.h"

#include "deck/inline.h"

static const char *const source_heads[] = { "资料来源", "数据来源", "来源", NULL };
static const char *const note_heads[] = { "备注", "注", NULL };

/* Behind 资料来源： and the like; "no text" where none of `heads` stands there. */
static cp_str without_head(cp_str text, const char *const *heads)
{
    for (size_t i = 0; heads[i]; i++) {
        cp_str head = cp_str_from(heads[i]);
        cp_str rest = cp_str_slice(text, head.size, text.size);

        if (!cp_str_starts(text, head))
            continue;
        if (cp_str_starts(rest, CP_STR("：")))
            return cp_str_trim(cp_str_slice(rest, 3, rest.size));
        if (cp_str_starts(rest, CP_STR(":")))
            return cp_str_trim(cp_str_slice(rest, 1, rest.size));
    }
    return (cp_str){ 0 };
}

static void take_source_line(cp_composer *c, cp_str text, cp_place place)
{
    cp_slide *slide = c->slide;
    cp_str source = without_head(text, source_heads), note = without_head(text, note_heads);

    if (source.data && !slide->source.data) {
        slide->source = source;
        slide->source_place = place;
    } else if (note.data && !slide->note.data) {
        slide->note = note;
        if (!slide->source_place.line)
            slide->source_place = place;
    } else if (source.data || note.data) {
        c->ok = cp_fail(c->report, place, "a second source line on one page");
    } else {
        c->ok = cp_fail(c->report, place,
                        "a quote takes the source line only: > 资料来源：... or > 备注：...");
    }
}

/* Lines of a quote: 备注： may have one of its own. */
void cp_composer_source(cp_composer *c, const cp_block *block)
{
    const cp_spans *spans = &block->spans;
    size_t from = 0;

    if (!cp_composer_has_slide(c, block, "a source line"))
        return;
    for (size_t i = 1; i <= spans->count; i++) {
        bool ends = i == spans->count
                    || (spans->item[i].place.line > spans->item[from].place.line
                        && without_head(spans->item[i].text, note_heads).data);

        if (!ends)
            continue;

        cp_spans line = { i - from, &spans->item[from] };

        take_source_line(c, cp_str_trim(cp_spans_plain(c->arena, &line)), spans->item[from].place);
        from = i;
    }
}
