/* inline_images.c - paragraphs of pictures and nothing else: the figures of a slide. */
#include "deck/inline.h"

#include "base/utf8.h"

cp_str cp_decode_path(cp_arena *arena, cp_str url)
{
    char *out = cp_alloc(arena, url.size + 1);
    size_t size = 0;

    for (size_t i = 0; i < url.size; i++) {
        bool coded = url.data[i] == '%' && i + 2 < url.size && cp_hex_digit(url.data[i + 1]) > 0
                     && cp_hex_digit(url.data[i + 2]) >= 0;

        if (coded) {
            out[size++]
                = (char)(cp_hex_digit(url.data[i + 1]) * 16 + cp_hex_digit(url.data[i + 2]));
            i += 2;
        } else {
            out[size++] = url.data[i];
        }
    }
    return (cp_str){ out, size };
}

bool cp_inline_is_figures(cmark_node *block, size_t *images)
{
    *images = 0;
    for (cmark_node *node = cmark_node_first_child(block); node; node = cmark_node_next(node)) {
        cmark_node_type type = cmark_node_get_type(node);
        cp_str text = cp_str_from(cmark_node_get_literal(node));

        if (type == CMARK_NODE_IMAGE)
            (*images)++;
        else if (type != CMARK_NODE_SOFTBREAK && type != CMARK_NODE_LINEBREAK
                 && !(type == CMARK_NODE_TEXT && !cp_str_trim(text).size))
            return false;
    }
    return *images > 0;
}

static bool image_read(cp_inline *in, cmark_node *node, cp_image *out)
{
    cp_str alt = cp_str_from(cmark_node_get_title(node));
    cp_str url
        = cp_source_plain(in->arena, in->cursor.source, cp_str_from(cmark_node_get_url(node)));
    cp_spans caption;

    out->place = cp_cursor_pass(&in->cursor, CP_STR("!["));
    if (!cp_inline_spans(in, node, &caption))
        return false;
    out->caption = cp_spans_plain(in->arena, &caption);
    cp_cursor_pass(&in->cursor, cp_str_from(cmark_node_get_url(node)));
    if (alt.size)
        cp_cursor_pass(&in->cursor, alt);
    out->alt = cp_source_plain(in->arena, in->cursor.source, alt);
    out->path = cp_decode_path(in->arena, url);
    if (!cp_utf8_valid(out->path, NULL))
        out->path = url;
    return url.size > 0
           || cp_fail(in->report, out->place, "a figure without a file: ![caption](charts/x.yaml)");
}

bool cp_inline_images(cp_inline *in, cmark_node *block, size_t count, cp_image *out)
{
    bool ok = true;
    size_t at = 0;

    for (cmark_node *node = cmark_node_first_child(block); node && at < count;
         node = cmark_node_next(node))
        if (cmark_node_get_type(node) == CMARK_NODE_IMAGE)
            ok = image_read(in, node, &out[at++]) && ok;
    return ok;
}
