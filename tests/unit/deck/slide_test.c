#include "deck/slide.h"
#include "test.h"

#include <stdio.h>

/* Slides of `text`, one a line: kind, title, texts, items; then findings. */
static const char *slides_of(cp_arena *arena, const char *text)
{
    cp_report report = { .arena = arena };
    cp_slides slides = { 0 };
    cp_block *blocks;
    const char *out = "";

    cp_markdown_read(arena, "deck.md", cp_str_from(text), NULL, &blocks, &report);
    cp_slides_add(arena, &slides, blocks, &report);
    for (const cp_slide *slide = slides.first; slide; slide = slide->next) {
        out = cp_printf(arena, "%s%s %s%s, section %zu, %zu texts, rows", out, slide->class->name,
                        cp_str_z(arena, slide->name), slide->part ? "+" : "", slide->section,
                        slide->text_count);
        for (size_t i = 0; i < slide->item_count; i++)
            out = cp_printf(arena, slide->items[i].share > 0 ? "%s %zu(%.0f%%)" : "%s %zu", out,
                            slide->items[i].row, 100 * slide->items[i].share);
        for (size_t i = 0; i < slide->note_count; i++)
            out = cp_printf(arena, "%s, note %d " CP_FMT, out, slide->notes[i]->number,
                            CP_ARG(cp_spans_plain(arena, &slide->notes[i]->spans)));
        out = cp_printf(arena, "%s\n", out);
    }
    for (const cp_finding *finding = report.first; finding; finding = finding->next)
        out = cp_printf(arena, "%s%s\n", out, cp_finding_line(arena, finding));
    return out;
}

#define SLIDES_AS(text, wanted)                                                                    \
    do {                                                                                           \
        cp_arena arena_ = { 0 };                                                                   \
        CHECK_STR(slides_of(&arena_, text), wanted);                                               \
        cp_arena_free(&arena_);                                                                    \
    } while (0)

TEST(headings_and_breaks_make_slides)
{
    SLIDES_AS("<!-- class: cover -->\n\n"
              "# 节\n\n"
              "## 甲\n\n<!-- class: key-points -->\n\n一。\n\n二。\n\n"
              "---\n\n三。\n\n"
              "## 乙\n\n![](a.yaml) ![](b.yaml)\n\n![](c.png)\n",
              "cover , section 0, 0 texts, rows\n"
              "section 节, section 1, 0 texts, rows\n"
              "key-points 甲, section 1, 2 texts, rows\n"
              "key-points 甲+, section 1, 1 texts, rows\n"
              "content 乙, section 1, 0 texts, rows 0 0 1\n");
}

TEST(each_class_has_its_name)
{
    SLIDES_AS("## 甲\n\n<!-- class: contents -->\n\n## 乙\n\n<!-- class: statement -->\n\n"
              "## 丙\n\n<!-- class: risk -->\n\n一。\n\n## 丁\n\n<!-- class: blank -->\n\n"
              "![](a.yaml)\n\n## 戊\n\n<!-- class: disclaimer -->\n\n一。\n",
              "contents 甲, section 0, 0 texts, rows\n"
              "statement 乙, section 0, 0 texts, rows\n"
              "risk 丙, section 0, 1 texts, rows\n"
              "blank 丁, section 0, 0 texts, rows 0\n"
              "disclaimer 戊, section 0, 1 texts, rows\n");
}

TEST(footnotes_count_anew_on_each_slide_and_stand_behind_it)
{
    SLIDES_AS("## 甲\n\n一[^a]，二[^b]，一[^a]。\n\n## 乙\n\n三[^c]。\n\n| 表[^a] |\n|--|\n\n"
              "[^a]: 注一\n[^b]: 注二\n[^c]: 注三\n",
              "content 甲, section 0, 1 texts, rows, note 1 注一, note 2 注二\n"
              "content 乙, section 0, 1 texts, rows 0, note 1 注三, note 2 注一\n");
}

TEST(widths_make_one_row_of_what_follows)
{
    SLIDES_AS("## 甲\n\n<!-- width: 40% 60% -->\n\n| 表 |\n|--|\n\n![](a.yaml)\n\n![](b.yaml)\n",
              "content 甲, section 0, 0 texts, rows 0(40%) 0(60%) 2\n");
    SLIDES_AS("## 甲\n\n<!-- width: 60% 60% -->\n\n一。\n\n<!-- width: wide -->\n",
              "content 甲, section 0, 1 texts, rows\n"
              "deck.md:3: error: width: 120% of a row is more than there is\n"
              "deck.md:7: error: width: 'wide' is not understood; expected a part of the row for "
              "each figure, of 20% to 80%: 40% 60%\n");
}

TEST(content_outside_of_slides_is_told)
{
    SLIDES_AS(
        "文字。\n\n# 节\n\n![](a.yaml)\n\n---\n",
        "section 节, section 1, 0 texts, rows\n"
        "deck.md:1: error: text outside of a slide; a slide begins with ## title\n"
        "deck.md:5: error: a figure outside of a slide; a slide begins with ## title\n"
        "deck.md:7: error: a page break (---) outside of a slide; a slide begins with ## title\n");
}

TEST(unknown_words_and_values_are_told_with_a_guess)
{
    SLIDES_AS("## 甲\n\n<!-- layuot: 2+1 -->\n<!-- class: risky -->\n<!-- layout: text-lft 45% "
              "-->\n\n一。\n",
              "content 甲, section 0, 1 texts, rows\n"
              "deck.md:3: error: 'layuot:' is not a word of slides; did you mean 'layout'?\n"
              "deck.md:4: error: class: 'risky' is not known; did you mean 'risk'?\n"
              "deck.md:5: error: layout: 'text-lft' is not understood; did you mean 'text-left'? "
              "(text-left 45%, text-top, 2+1, 2x2, rows)\n");
}

TEST(words_of_a_table_stand_right_ahead_of_it)
{
    SLIDES_AS("## 甲\n\n<!-- table: merge=1 -->\n\n一。\n\n<!-- table: merge=1 -->\n"
              "<!-- table: spans -->\n\n|a|b|\n|--|--|\n|1|2|\n",
              "content 甲, section 0, 1 texts, rows 0\n"
              "deck.md:3: error: table: stands right ahead of a table\n"
              "deck.md:8: error: a second `table:` of one table\n");
    SLIDES_AS("## 甲\n\n<!-- table: widths=1 mrge=1 look=stripes point=x,2 spans=1 -->\n\n"
              "|a|b|\n|--|--|\n|1|2|\n",
              "content 甲, section 0, 0 texts, rows 0\n"
              "deck.md:3: error: table: widths: 1 of them for 2 columns\n"
              "deck.md:3: error: table: 'mrge' is not known; did you mean 'merge'?\n"
              "deck.md:3: error: table: look: 'stripes' is not known; expected filled, zebra or "
              "lines\n"
              "deck.md:3: error: table: point: 'x' is no column; expected numbers from 1 to 2\n"
              "deck.md:3: error: table: `spans` takes no value\n");
}

TEST(a_layout_has_as_many_places_as_the_page_has_figures)
{
    SLIDES_AS(
        "## 甲\n\n<!-- layout: 2+1 -->\n\n![](a.yaml) ![](b.yaml)\n",
        "content 甲, section 0, 0 texts, rows 0 0\n"
        "deck.md:3: error: layout: 2+1 has places for 3, the page has 2 figures and tables\n");
}

TEST(a_word_ahead_of_the_next_title_belongs_to_the_slide_above)
{
    SLIDES_AS(
        "## 甲\n\n一。\n\n<!-- class: risk -->\n\n## 乙\n\n二。\n",
        "risk 甲, section 0, 1 texts, rows\n"
        "content 乙, section 0, 1 texts, rows\n"
        "deck.md:5: warning: this belongs to the slide above it (甲); a slide's own words stand "
        "under its title\n");
}

TEST(empty_slides_and_pages_are_told)
{
    SLIDES_AS("## 甲\n\n一。\n\n---\n\n## 乙\n",
              "content 甲, section 0, 1 texts, rows\n"
              "content 甲+, section 0, 0 texts, rows\n"
              "content 乙, section 0, 0 texts, rows\n"
              "deck.md:5: warning: nothing stands on this further page of 甲\n"
              "deck.md:7: warning: nothing stands on the slide 乙\n");
}

TEST(figures_are_files_of_known_kinds)
{
    SLIDES_AS(
        "## 甲\n\n![](https://a.cn/b.png) ![](a.gif) ![](b.PNG)\n",
        "content 甲, section 0, 0 texts, rows 0\n"
        "deck.md:3:1: error: 'https://a.cn/b.png' is an address; pictures are files of the pack\n"
        "deck.md:3:25: error: 'a.gif' is neither a figure (.yaml) nor a picture (.png, .jpg, "
        ".svg)\n");
}

TEST(a_quote_is_a_source_line_or_is_told)
{
    SLIDES_AS(
        "## 甲\n\n一。\n\n> 引文\n\n> 资料来源：a\n\n> 资料来源：b\n",
        "content 甲, section 0, 1 texts, rows\n"
        "deck.md:5:3: error: a quote takes the source line only: > 资料来源：... or > 备注：...\n"
        "deck.md:9:3: error: a second source line on one page\n");
}

TEST(the_source_line_may_have_a_line_for_its_note)
{
    cp_arena arena = { 0 };
    cp_report report = { .arena = &arena };
    cp_slides slides = { 0 };
    cp_block *blocks;

    CHECK(cp_markdown_read(&arena, "deck.md",
                           CP_STR("## 甲\n\n一。\n\n> 数据来源：iFind\n> Wind\n> 备注：示例\n"),
                           NULL, &blocks, &report));
    CHECK(cp_slides_add(&arena, &slides, blocks, &report));
    CHECK_STR(cp_str_z(&arena, slides.first->source), "iFind Wind");
    CHECK_STR(cp_str_z(&arena, slides.first->note), "示例");
    cp_arena_free(&arena);
}

TEST(a_page_of_too_many_paragraphs_is_told_once)
{
    cp_arena arena = { 0 };
    const char *text = "## 甲\n\n";

    for (int i = 0; i < 300; i++)
        text = cp_printf(&arena, "%s- 乙\n", text);
    CHECK_STR(slides_of(&arena, text),
              "content 甲, section 0, 256 texts, rows\n"
              "deck.md:259: error: more than 256 paragraphs on one page of slide 甲\n");
    cp_arena_free(&arena);
}

TEST(caption_heads_may_carry_numbers)
{
    CHECK(cp_has_caption_head(CP_STR("图：甲")));
    CHECK(cp_has_caption_head(CP_STR("表 12：甲")));
    CHECK(cp_has_caption_head(CP_STR("图3:甲")));
    CHECK(!cp_has_caption_head(CP_STR("图谱：甲")));
    CHECK(!cp_has_caption_head(CP_STR("甲")));
}
