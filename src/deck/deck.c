#include "deck/deck.h"

#include "base/file.h"
#include "deck/check/check.h"
#include "deck/draw.h"
#include "deck/markdown.h"
#include "deck/page.h"
#include "deck/slide.h"

#include <strings.h>

struct cp_deck {
    cp_deck_facts facts;
    cp_slides slides;
    cp_pages pages;
    const cp_page **page; /* [pages.count], after the layout */
};

/* ---- reading ---- */

static void add_file(cp_arena *arena, cp_deck *deck, const char *file, cp_values *values,
                     cp_report *report)
{
    cp_buf buf = { 0 };
    cp_block *blocks = NULL;
    const char *name = cp_printf(arena, "%s", file);

    if (cp_file_read(file, (cp_place){ 0 }, &buf, report))
        cp_markdown_read(arena, name, cp_buf_str(&buf), values, &blocks, report);
    cp_buf_free(&buf);
    /* What was understood is read on, so that all findings come in one run. */
    cp_slides_add(arena, &deck->slides, blocks, report);
}

cp_deck *cp_deck_read(cp_arena *arena, const cp_deck_facts *facts, const char *const *files,
                      size_t count, cp_values *values, cp_report *report)
{
    cp_deck *deck = cp_new(arena, cp_deck);
    int errors = report->errors;

    deck->facts = *facts;
    for (size_t i = 0; i < count; i++)
        add_file(arena, deck, files[i], values, report);
    if (report->errors == errors && !deck->slides.count)
        cp_fail(report, (cp_place){ count ? files[0] : NULL, 0, 0 },
                "no slides; a slide begins with ## title");
    return deck;
}

/* ---- figures ---- */

static cp_figure_use *use_at(const cp_deck *deck, size_t index)
{
    cp_figure_use *use = deck->slides.first_use;

    while (use && index--)
        use = use->next;
    return use;
}

size_t cp_deck_figure_count(const cp_deck *deck)
{
    return deck->slides.uses;
}

const char *cp_deck_figure_path(const cp_deck *deck, size_t index)
{
    return use_at(deck, index)->path;
}

const cp_figure *cp_deck_figure(const cp_deck *deck, size_t index)
{
    return use_at(deck, index)->figure;
}

bool cp_slide_is_whole(const cp_slide *slide)
{
    for (size_t i = 0; i < slide->item_count; i++)
        if (slide->items[i].use && !slide->items[i].use->loaded)
            return false;
    return true;
}

static bool load_figure(cp_figure_use *use, const cp_figure_env *env)
{
    const char *path = cp_path_join(env->arena, env->folder, use->path);
    const char *extension = cp_str_z(env->arena, cp_path_extension(path));
    bool spec = !strcasecmp(extension, "yaml") || !strcasecmp(extension, "yml");

    use->figure
        = spec ? cp_figure_open(env, path, use->place) : cp_figure_picture(env, path, use->place);
    use->loaded = use->figure && cp_figure_load(use->figure, env);
    return use->loaded;
}

bool cp_deck_load(cp_deck *deck, const cp_figure_env *env)
{
    bool ok = true;

    for (cp_figure_use *use = deck->slides.first_use; use; use = use->next)
        ok = load_figure(use, env) && ok;
    return ok;
}

bool cp_deck_check(const cp_deck *deck, const cp_figure_env *env)
{
    cp_pages pages = { .env = env, .facts = &deck->facts, .slides = &deck->slides };
    const cp_prose *proses = cp_proses_read(env->arena, &deck->slides, env->values);

    return cp_checks_run(&(cp_check_view){
        .pages = &pages,
        .proses = proses,
        .claims = cp_claims_read(env->arena, proses),
        .report = env->report,
    });
}

/* ---- pages ---- */

static bool open_emblem(cp_pages *pages)
{
    const cp_figure_env *env = pages->env;
    cp_str file = env->style->emblem.file;

    if (!file.size)
        return true;
    pages->emblem = cp_figure_picture(env, cp_str_z(env->arena, file), (cp_place){ 0 });
    return pages->emblem != NULL;
}

bool cp_deck_layout(cp_deck *deck, const cp_figure_env *env)
{
    size_t count = 0;
    bool ok;

    deck->pages = (cp_pages){ .env = env, .facts = &deck->facts, .slides = &deck->slides };
    ok = open_emblem(&deck->pages);
    ok = cp_slides_number(&deck->slides, env->style->caption.numbered, env->report) && ok;
    ok = cp_pages_lay(&deck->pages) && ok;
    deck->page = cp_new_array(env->arena, const cp_page *, deck->pages.count + 1);
    for (const cp_page *page = deck->pages.first; page; page = page->next)
        deck->page[count++] = page;
    return ok;
}

size_t cp_deck_page_count(const cp_deck *deck)
{
    return deck->pages.count;
}

cp_page_facts cp_deck_page(const cp_deck *deck, size_t index)
{
    return deck->page[index]->facts;
}

const cp_piece *cp_deck_page_pieces(const cp_deck *deck, size_t index)
{
    return deck->page[index]->first;
}

void cp_deck_draw(const cp_deck *deck, const cp_figure_env *env, size_t index, cairo_t *cr,
                  cp_arena *page, cp_buf *dump)
{
    cp_page_draw(deck->page[index], env, index, cr, page, dump);
}

void cp_deck_close(cp_deck *deck)
{
    for (cp_figure_use *use = deck ? deck->slides.first_use : NULL; use; use = use->next) {
        if (use->figure)
            cp_figure_close(use->figure);
        use->figure = NULL;
    }
    if (deck && deck->pages.emblem)
        cp_figure_close(deck->pages.emblem);
}
