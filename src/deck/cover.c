/* cover.c - the two pages without a frame: the cover, and the divider of a section. */
#include "deck/flow.h"
#include "deck/page.h"

#include <math.h>

static cp_rect page_edge(const cp_page_style *page, double width)
{
    return (cp_rect){ 0, 0, width, page->height };
}

/* A text that may take some lines between x and the right margin. */
static cp_text *set_block(cp_pages *pages, const cp_ink *ink, const cp_spans *spans, double width)
{
    const cp_figure_env *env = pages->env;
    cp_text_box box = { .width = width, .mark_color = env->style->body.mark };

    return cp_text_set(env->arena, env->fonts, ink, &box, spans->item, spans->count, env->report);
}

/* ---- cover ---- */

typedef struct cover {
    cp_pages *pages;
    cp_page *page;
    const cp_cover_style *style;
    double y;
} cover;

static void add_cover_text(cover *c, const char *role, const cp_ink *ink, const cp_spans *spans)
{
    const cp_page_style *page = &c->pages->env->style->page;
    cp_text *text;

    if (!spans->count)
        return;
    text = set_block(c->pages, ink, spans, page->width - page->right - c->style->left);
    cp_page_text(c->pages, c->page, role, text, c->style->left, c->y);
    c->y += cp_text_size(text).height;
}

static cp_spans one_span(cp_arena *arena, cp_str text, cp_place place)
{
    cp_spans spans = { text.size > 0, cp_new_array(arena, cp_span, 1) };

    spans.item[0] = (cp_span){ .text = text, .place = place };
    return spans;
}

/* A pack's own words stand in pack.yaml; without a place they are the slide's. */
static cp_spans fact_span(cover *c, cp_str text, cp_place place)
{
    return one_span(c->pages->env->arena, text, place.file ? place : c->page->slide->place);
}

static void add_cover_titles(cover *c)
{
    const cp_slide *slide = c->page->slide;
    const cp_deck_facts *facts = c->pages->facts;
    cp_spans title = slide->title;
    cp_spans subtitle = fact_span(c, facts->subtitle, facts->subtitle_place);

    if (!title.count)
        title = fact_span(c, facts->title, facts->title_place);
    c->y = c->style->title_top;
    add_cover_text(c, "title", &c->style->title, &title);
    c->y += c->style->subtitle_gap;
    if (!slide->text_count)
        add_cover_text(c, "subtitle", &c->style->subtitle, &subtitle);
    for (size_t i = 0; i < slide->text_count; i++)
        add_cover_text(c, "subtitle", &c->style->subtitle, &slide->texts[i]->spans);
}

/* Organization, authors, date: each on its line, those that the pack gives. */
static void add_cover_lines(cover *c)
{
    const cp_deck_facts *facts = c->pages->facts;
    cp_arena *arena = c->pages->env->arena;
    cp_str lines[]
        = { facts->organization,
            cp_str_join(arena, facts->authors.item, facts->authors.count, "、"),
            facts->date == CP_NO_DATE ? CP_STR("")
                                      : cp_date_write(arena, c->style->date_format, facts->date) };
    cp_place places[] = { facts->organization_place, facts->authors_place, { 0 } };
    double y = fmax(c->style->lines_top, c->y);

    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
        cp_spans spans = fact_span(c, lines[i], places[i]);

        c->y = y;
        add_cover_text(c, "line", &c->style->line, &spans);
        y = lines[i].size ? fmax(c->y, y + c->style->line_step) : y;
    }
}

bool cp_cover_lay(cp_pages *pages, const cp_slide *slide)
{
    const cp_style *style = pages->env->style;
    cover c = { .pages = pages, .style = &style->cover };

    c.page = cp_page_new(pages, slide, style->cover.background);
    c.page->facts.bookmark = 1;
    if (!slide->name.size)
        c.page->facts.title = pages->facts->title;
    cp_page_fill(pages, c.page, "band", page_edge(&style->page, style->cover.band_width),
                 style->cover.band_color);
    cp_page_fill(pages, c.page, "accent", style->cover.accent, style->cover.accent_color);
    cp_page_emblem(pages, c.page, style->emblem.cover);
    add_cover_titles(&c);
    add_cover_lines(&c);
    return c.y <= style->page.height
           || cp_fail(pages->env->report, slide->place,
                      "the text of the cover is %.0f pt longer than the page",
                      ceil(c.y - style->page.height));
}

/* ---- section ---- */

static void add_section_item(cp_pages *pages, cp_page *page, const cp_page *of, double y)
{
    const cp_figure_env *env = pages->env;
    const cp_section_style *style = &env->style->section;
    bool current = of == page;
    double width = env->style->page.width - env->style->page.right - style->list_left;
    const cp_text *text = cp_page_linked(pages, current ? &style->current : &style->item,
                                         of->slide->name, of, width);
    cp_rect marker = style->marker;

    marker.x += style->list_left;
    marker.y += y + (cp_text_size(text).height - marker.height) / 2;
    if (current)
        cp_page_fill(pages, page, "marker", marker, style->band_color);
    cp_page_text(pages, page, "item", text, style->list_left, y);
}

static bool add_section_list(cp_pages *pages, cp_page *page)
{
    const cp_figure_env *env = pages->env;
    const cp_section_style *style = &env->style->section;
    double count = (double)pages->slides->sections;
    double room = env->style->page.bottom - style->list_top;
    double step = fmin(style->list_step, room / fmax(count, 1));
    double y = style->list_top;

    if (count < 2)
        return true;
    if (step < style->current.size * env->style->body.tightest)
        return page->slide->section > 1 /* told once */
               || cp_fail(env->report, page->slide->place,
                          "%zu sections are too many for the list on a section's page",
                          pages->slides->sections);
    for (size_t section = 1; section <= pages->slides->sections; section++, y += step)
        add_section_item(pages, page, cp_pages_section(pages, section), y);
    return true;
}

bool cp_section_fill(cp_pages *pages, cp_page *page)
{
    const cp_figure_env *env = pages->env;
    const cp_section_style *style = &env->style->section;
    const cp_slide *slide = page->slide;
    cp_str number = cp_str_printf(env->arena, "%02zu", slide->section);
    cp_text *head
        = cp_text_line(env->arena, env->fonts, &style->number, number, slide->place, env->report);
    cp_text *name = set_block(pages, &style->name, &slide->title,
                              style->list_left - style->left - env->style->page.gap);
    double y = style->top + cp_text_size(head).height + style->name_gap;
    double overflow = y + cp_text_size(name).height - env->style->page.bottom;

    cp_page_fill(pages, page, "band", page_edge(&env->style->page, style->band_width),
                 style->band_color);
    cp_page_text(pages, page, "number", head, style->left, style->top);
    cp_page_text(pages, page, "title", name, style->left, y);
    return (overflow <= 0
            || cp_fail(env->report, slide->place,
                       "the section's name is %.0f pt longer than its page", ceil(overflow)))
           && add_section_list(pages, page);
}
