/* frame.c - what stands around a slide's body: title, section, source line, number. */
#include "deck/page.h"

#include <math.h>
#include <stdint.h>

static const double size_step = 0.5; /* points, where a title shrinks */

enum { MOST_TITLE_LINES = 2 };

/* ---- head ---- */

/* On one line where `width` is 0. */
static cp_text *set_title(cp_pages *pages, const cp_ink *ink, const cp_spans *spans, double width)
{
    const cp_figure_env *env = pages->env;
    const cp_body_style *style = &env->style->body;
    cp_text_box box = { .width = width, .latin_gap = style->latin_gap, .mark_color = style->mark };

    return cp_text_set(env->arena, env->fonts, ink, &box, spans->item, spans->count, env->report);
}

/* The title's spans in its own colour, （续） behind on further pages. */
static cp_spans title_spans(cp_pages *pages, const cp_slide *slide)
{
    cp_spans out
        = { slide->title.count, cp_new_array(pages->env->arena, cp_span, slide->title.count + 1) };

    for (size_t i = 0; i < slide->title.count; i++)
        out.item[i] = slide->title.item[i];
    if (slide->part)
        out.item[out.count++] = (cp_span){ .text = CP_STR("（续）"), .place = slide->place };
    return out;
}

static bool lay_title(cp_pages *pages, cp_page *page, double room)
{
    const cp_head_style *style = &pages->env->style->head;
    cp_spans spans = title_spans(pages, page->slide);
    cp_ink ink = style->title;
    cp_text *text = set_title(pages, &ink, &spans, 0);
    double height = cp_text_size(text).height;

    while (cp_text_size(text).width > room && ink.size - size_step >= style->smallest) {
        ink.size -= size_step;
        text = set_title(pages, &ink, &spans, 0);
    }
    if (cp_text_size(text).width > room)
        text = set_title(pages, &ink, &spans, room);
    page->facts.title = cp_spans_plain(pages->env->arena, &spans);
    cp_page_text(pages, page, "title", text, pages->env->style->page.left,
                 style->title_top + (height - cp_text_size(text).height) / 2);
    return cp_text_lines(text) <= MOST_TITLE_LINES
           || cp_fail(
               pages->env->report, page->slide->place,
               "the title takes %zu lines at its smallest size (%g pt), there is room for %d",
               cp_text_lines(text), ink.size, (int)MOST_TITLE_LINES);
}

/* The section's name at the right, level with the title; NULL where there is none. */
static cp_text *set_section_name(cp_pages *pages, cp_str name)
{
    const cp_figure_env *env = pages->env;
    const cp_page_style *page = &env->style->page;

    return name.size ? cp_text_shorten(env->arena, env->fonts, &env->style->head.section, name,
                                       (page->width - page->left - page->right) / 3, env->report)
                     : NULL;
}

/* Where the head's words end: at the margin, or an em before the house's mark. */
static double words_end(const cp_pages *pages)
{
    const cp_style *style = pages->env->style;
    const cp_rect *mark = &style->emblem.page;
    double right = style->page.width - style->page.right;

    if (!pages->emblem || mark->x < style->page.width / 2 || mark->y >= style->head.rule_y)
        return right;
    return fmin(right, mark->x - style->head.section.size);
}

bool cp_head_lay(cp_pages *pages, cp_page *page)
{
    const cp_style *style = pages->env->style;
    double right = words_end(pages), width = right - style->page.left;
    cp_text *section = set_section_name(pages, page->slide->section_name);
    cp_size size = section ? cp_text_size(section) : (cp_size){ -style->page.gap, 0 };

    cp_page_fill(pages, page, "brand", style->head.brand, style->head.brand_color);
    cp_page_emblem(pages, page, style->emblem.page);

    bool ok = lay_title(pages, page, width - size.width - style->page.gap);
    cp_rect title = page->last->box;

    if (section)
        cp_page_text(pages, page, "section", section, right - size.width,
                     title.y + (title.height - size.height) / 2);
    cp_page_rule(pages, page, "head-rule", style->page.left, style->head.rule_y,
                 style->page.width - style->page.right - style->page.left, &style->head.rule);
    return ok;
}

/* ---- foot ---- */

typedef struct gathered {
    size_t count;
    cp_str item[4 * CP_MOST_ITEMS];
} gathered;

static void gather(gathered *g, cp_str text)
{
    for (size_t i = 0; i < g->count; i++)
        if (cp_str_eq(g->item[i], text))
            return;
    if (text.size && g->count < sizeof g->item / sizeof *g->item)
        g->item[g->count++] = text;
}

/* The width of the separator at `at`, 0 if there is none. */
static size_t separator_at(cp_str text, size_t at, const char *const *separators)
{
    for (size_t i = 0; separators[i]; i++)
        if (cp_str_starts(cp_str_slice(text, at, text.size), cp_str_from(separators[i])))
            return cp_str_from(separators[i]).size;
    return 0;
}

/* Names of a list, not cut inside of brackets: iFind（示例数据）、Wind. */
static void gather_list(gathered *g, cp_str text, const char *const *separators)
{
    size_t from = 0;
    int depth = 0;

    for (size_t at = 0; at < text.size;) {
        cp_str rest = cp_str_slice(text, at, text.size);
        size_t width = depth ? 0 : separator_at(text, at, separators);

        if (width) {
            gather(g, cp_str_trim(cp_str_slice(text, from, at)));
            at += width;
            from = at;
            continue;
        }
        depth += cp_str_starts(rest, CP_STR("（")) || cp_str_starts(rest, CP_STR("("));
        depth -= depth && (cp_str_starts(rest, CP_STR("）")) || cp_str_starts(rest, CP_STR(")")));
        at++;
    }
    gather(g, cp_str_trim(cp_str_slice(text, from, text.size)));
}

static const char *const name_separators[] = { "，", "、", ",", NULL };
static const char *const note_separators[] = { "；", ";", NULL };

/* Sources of the figures in order, our own house last: iFind、Wind，示例证券研究所. */
static cp_str sources_of(const cp_pages *pages, const cp_item *items, size_t count)
{
    cp_arena *arena = pages->env->arena;
    cp_str house = pages->facts->organization;
    gathered all = { 0 }, names = { 0 };

    for (size_t i = 0; i < count; i++)
        if (items[i].use)
            gather_list(&all, items[i].use->figure->source, name_separators);
    for (size_t i = 0; i < all.count; i++)
        if (!cp_str_eq(all.item[i], house))
            gather(&names, all.item[i]);
    if (!all.count)
        return (cp_str){ 0 };
    if (!names.count)
        return house;
    return cp_str_printf(arena, CP_FMT "%s" CP_FMT,
                         CP_ARG(cp_str_join(arena, names.item, names.count, "、")),
                         house.size ? "，" : "", CP_ARG(house));
}

static cp_str notes_of(const cp_pages *pages, const cp_item *items, size_t count)
{
    gathered notes = { 0 };

    for (size_t i = 0; i < count; i++)
        if (items[i].use)
            gather_list(&notes, cp_str_trim(items[i].use->figure->note), note_separators);
    return cp_str_join(pages->env->arena, notes.item, notes.count, "；");
}

/* 资料来源：source（备注：note） */
static cp_str with_heads(const cp_pages *pages, cp_str source, cp_str note)
{
    const cp_foot_style *style = &pages->env->style->foot;
    cp_arena *arena = pages->env->arena;
    bool noted = cp_str_find(source, CP_STR("备注"), 0) != SIZE_MAX;

    if (!source.size && !note.size)
        return CP_STR("");
    if (!source.size)
        return cp_str_printf(arena, CP_FMT CP_FMT, CP_ARG(style->note_prefix), CP_ARG(note));
    if (!note.size || noted)
        return cp_str_printf(arena, CP_FMT CP_FMT, CP_ARG(style->source_prefix), CP_ARG(source));
    return cp_str_printf(arena, CP_FMT CP_FMT "（" CP_FMT CP_FMT "）", CP_ARG(style->source_prefix),
                         CP_ARG(source), CP_ARG(style->note_prefix), CP_ARG(note));
}

cp_str cp_page_source(const cp_pages *pages, const cp_slide *slide)
{
    return with_heads(
        pages,
        slide->source.data ? slide->source : sources_of(pages, slide->items, slide->item_count),
        slide->note.data ? slide->note : notes_of(pages, slide->items, slide->item_count));
}

cp_str cp_page_item_source(const cp_pages *pages, const cp_slide *slide, size_t item)
{
    const cp_item *one = &slide->items[item];

    if (!pages->env->style->caption.sourced || slide->source.data)
        return CP_STR("");
    return with_heads(pages, sources_of(pages, one, 1), notes_of(pages, one, 1));
}

/* What is left to say at the foot where figures have their own lines: the slide's own note. */
static cp_str foot_words(const cp_pages *pages, const cp_slide *slide)
{
    return pages->env->style->caption.sourced && !slide->source.data
               ? with_heads(pages, slide->source, slide->note)
               : cp_page_source(pages, slide);
}

static cp_text *set_number(cp_pages *pages, cp_page *page)
{
    const cp_figure_env *env = pages->env;

    return cp_text_line(env->arena, env->fonts, &env->style->foot.number, page->facts.label,
                        page->slide->place, env->report);
}

cp_place cp_page_source_place(const cp_slide *slide)
{
    if (slide->source_place.line)
        return slide->source_place;
    for (size_t i = 0; i < slide->item_count; i++) {
        const cp_figure *figure = slide->items[i].use ? slide->items[i].use->figure : NULL;

        if (figure && (figure->source.size || figure->note.size))
            return figure->source.size ? figure->source_place : figure->note_place;
    }
    return slide->place;
}

static bool lay_source(cp_pages *pages, cp_page *page, double room)
{
    const cp_figure_env *env = pages->env;
    const cp_slide *slide = page->slide;
    cp_place place = cp_page_source_place(slide);
    cp_span span = { .text = foot_words(pages, slide), .place = place };
    cp_text_box box = { .width = room, .latin_gap = env->style->body.latin_gap };

    if (!span.text.size)
        return true;

    cp_text *text = cp_text_set(env->arena, env->fonts, &env->style->foot.source, &box, &span, 1,
                                env->report);
    double line = cp_text_size(text).height / (double)cp_text_lines(text);
    double lines = floor((env->style->page.height - env->style->foot.text_top) / line);

    cp_page_text(pages, page, "source", text, env->style->page.left, env->style->foot.text_top);
    return (double)cp_text_lines(text) <= lines
           || cp_fail(env->report, place,
                      "the source line of %s takes %zu lines, there is room for %.0f",
                      cp_slide_words(env->arena, slide), cp_text_lines(text), lines);
}

bool cp_foot_lay(cp_pages *pages, cp_page *page)
{
    const cp_style *style = pages->env->style;
    double width = style->page.width - style->page.left - style->page.right;
    cp_text *number = set_number(pages, page);
    double number_width = cp_text_size(number).width;

    cp_page_rule(pages, page, "foot-rule", style->page.left, style->foot.rule_y, width,
                 &style->foot.rule);

    bool ok = lay_source(pages, page, width - number_width - style->page.gap);

    cp_page_text(pages, page, "number", number,
                 style->page.width - style->page.right - number_width, style->foot.text_top);
    return ok;
}
