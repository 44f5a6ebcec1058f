#include "deck/page.h"
#include "test.h"
#include "pages.h"

TEST(a_cover_says_what_the_pack_says)
{
    pages p;

    pages_open(&p, "<!-- class: cover -->\n\n## 甲\n\n一。\n");
    CHECK_STR(p.findings, "");
    CHECK_STR(text_of(&p, 1, "title", 0), "\"周报\"");
    CHECK_STR(text_of(&p, 1, "subtitle", 0), "\"四月\"");
    CHECK_STR(text_of(&p, 1, "line", 0), "\"示例证券研究所\"");
    CHECK_STR(text_of(&p, 1, "line", 1), "\"张三\"");
    CHECK_STR(text_of(&p, 1, "line", 2), "\"2026年4月19日\"");
    CHECK_INT((long long)cp_deck_page(p.deck, 0).label.size, 0);
    CHECK(cp_str_is(cp_deck_page(p.deck, 0).title, "周报"));
    CHECK_STR(text_of(&p, 2, "number", 0), "\"2\"");
    pages_close(&p);
}

TEST(a_covers_own_words_come_before_the_packs)
{
    pages p;

    pages_open(&p, "## 特刊\n\n<!-- class: cover -->\n\n副题。\n");
    CHECK_STR(p.findings, "");
    CHECK_STR(text_of(&p, 1, "title", 0), "\"特刊\"");
    CHECK_STR(text_of(&p, 1, "subtitle", 0), "\"副题。\"");
    CHECK_STR(cp_deck_page(p.deck, 0).class, "cover");
    pages_close(&p);
}

TEST(a_cover_takes_no_figures)
{
    TELLS("<!-- class: cover -->\n\n![](images/wide.svg)\n",
          "deck.md:3:1: error: a slide of class cover takes no figure or table\n");
}

TEST(a_section_shows_all_sections_and_marks_its_own)
{
    pages p;

    pages_open(&p, "# 甲节\n\n## 一\n\n一。\n\n# 乙节\n\n## 二\n\n二。\n");
    CHECK_STR(p.findings, "");
    CHECK_STR(text_of(&p, 3, "title", 0), "\"乙节\"");
    CHECK_STR(text_of(&p, 3, "number", 0), "\"02\"");
    CHECK_STR(text_of(&p, 3, "item", 0), "\"甲节\"");
    CHECK_STR(text_of(&p, 3, "item", 1), "\"乙节\"");

    const char *page = strstr(p.dump, "page 3");
    const char *marker = page ? strstr(page, "\nmarker ") : NULL;

    CHECK(marker && strncmp(strchr(marker + 1, '\n') + 1, "item ", 5) == 0);
    CHECK(marker && strstr(marker, "乙节") && !strstr(marker, "甲节"));
    pages_close(&p);
}

TEST(too_many_sections_for_the_list_are_told)
{
    cp_buf text = { 0 };

    for (int i = 0; i < 40; i++)
        cp_buf_printf(&text, "# 节%d\n\n", i);
    TELLS(text.data,
          "deck.md:1: error: 40 sections are too many for the list on a section's page\n");
    cp_buf_free(&text);
}

TEST(contents_list_the_sections_with_their_pages)
{
    pages p;

    pages_open(&p, "## 目录\n\n<!-- class: contents -->\n\n# 甲节\n\n## 一\n\n一。\n\n# 乙节\n\n"
                   "## 二\n\n二。\n");
    CHECK_STR(p.findings, "");
    CHECK_STR(text_of(&p, 1, "title", 0), "\"目录\"");
    CHECK_STR(text_of(&p, 1, "item", 0), "\"甲节\"");
    CHECK_STR(text_of(&p, 1, "label", 0), "\"2\"");
    CHECK_STR(text_of(&p, 1, "item", 1), "\"乙节\"");
    CHECK_STR(text_of(&p, 1, "label", 1), "\"4\"");
    pages_close(&p);
    TELLS("## 目录\n\n<!-- class: contents -->\n",
          "deck.md:1: warning: a list of contents without sections; a section begins with # "
          "title\n");
}

TEST(a_statement_stands_large_in_the_middle)
{
    pages p;

    pages_open(&p, "## 资金集中\n\n<!-- class: statement -->\n\n上涨面收窄。\n");
    CHECK_STR(p.findings, "");

    cp_rect title = box_of(p.dump, 1, "title", 0), text = box_of(p.dump, 1, "text", 0);

    CHECK(title.y > 200 && text.y > title.y + title.height && text.y + text.height < 360);
    CHECK(title.height > text.height);
    pages_close(&p);
}
