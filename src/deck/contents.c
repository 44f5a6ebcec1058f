/* contents.c - the list of a deck's sections, made from it. */
#include "deck/page.h"

#include <math.h>

typedef struct entry {
    cp_str number, name;
    const cp_page *page;
} entry;

/* Sections; where a deck has none, its slides. */
static size_t gather(const cp_pages *pages, entry *entries)
{
    bool sections = pages->slides->sections > 0;
    size_t count = 0;

    for (const cp_page *page = pages->first; page; page = page->next) {
        const cp_slide *slide = page->slide;
        bool wanted = sections ? slide->kind == CP_SLIDE_SECTION
                               : slide->kind != CP_SLIDE_CONTENTS && page->facts.bookmark
                                     && page->facts.label.size;

        if (!wanted)
            continue;
        entries[count]
            = (entry){ cp_str_printf(pages->env->arena, "%02zu", count + 1), slide->name, page };
        count++;
    }
    return count;
}

/* Number, name, a line to the page's number; all on one baseline. */
static void add_entry(cp_pages *pages, cp_page *page, const entry *it, double y)
{
    const cp_figure_env *env = pages->env;
    const cp_contents_style *style = &env->style->contents;
    double right = env->style->page.width - style->right, left = style->left + style->number_width;
    const cp_text *number = cp_page_linked(pages, &style->number, it->number, it->page, INFINITY);
    const cp_text *label
        = cp_page_linked(pages, &style->page, it->page->facts.label, it->page, INFINITY);
    double label_left = right - cp_text_size(label).width;
    const cp_text *name = cp_page_linked(pages, &style->name, it->name, it->page,
                                         label_left - left - 2 * env->style->page.gap);
    double base = y + cp_text_baseline(name), gap = env->style->page.gap / 2;
    double from = left + cp_text_size(name).width + gap;

    cp_page_text(pages, page, "ordinal", number, style->left, base - cp_text_baseline(number));
    cp_page_text(pages, page, "item", name, left, y);
    cp_page_rule(pages, page, "leader", from, base - style->leader.width,
                 fmax(0, label_left - gap - from), &style->leader);
    cp_page_text(pages, page, "label", label, label_left, base - cp_text_baseline(label));
}

static bool add_entries(cp_pages *pages, cp_page *page, const entry *entries, size_t count)
{
    const cp_style *style = pages->env->style;
    double room = style->page.bottom - style->page.top;
    double step = fmin(style->contents.step, room / fmax((double)count, 1));
    double y = style->page.top + (room - step * (double)count) / 2;
    double line = style->contents.name.size * style->body.tightest;

    if (step < line)
        return cp_fail(pages->env->report, page->slide->place,
                       "%zu entries are too many for the list of contents; there is room for %.0f",
                       count, floor(room / line));
    for (size_t i = 0; i < count; i++, y += step)
        add_entry(pages, page, &entries[i], y + (step - line) / 2);
    return true;
}

bool cp_contents_fill(cp_pages *pages, cp_page *page)
{
    entry *entries = cp_new_array(pages->env->arena, entry, pages->count + 1);
    size_t count = gather(pages, entries);
    bool ok = cp_head_lay(pages, page);

    if (!count)
        cp_warn(pages->env->report, page->slide->place,
                "a list of contents without sections; a section begins with # title");
    ok = add_entries(pages, page, entries, count) && ok;
    return cp_foot_lay(pages, page) && ok;
}
