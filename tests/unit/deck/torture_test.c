/* Texts and figures that no writer should ask for: every box keeps its place, every word stays. */
#include "test.h"
#include "faults.h"

#include <cairo-pdf.h>

static const char *const styles[] = { "research", "plain" };

#define LONG_WORD                                                                                  \
    "Pneumonoultramicroscopicsilicovolcanoconiosis"                                                \
    "Pneumonoultramicroscopicsilicovolcanoconiosis"                                                \
    "Pneumonoultramicroscopicsilicovolcanoconiosis"                                                \
    "Pneumonoultramicroscopicsilicovolcanoconiosis"                                                \
    "Pneumonoultramicroscopicsilicovolcanoconiosis"                                                \
    "Pneumonoultramicroscopicsilicovolcanoconiosis"                                                \
    "Pneumonoultramicroscopicsilico"
#define URL                                                                                        \
    "https://example.com/research/weekly/2026-04-17/index.html?topic=semiconductor&page=2#top"
#define JAPANESE                                                                                                                                  \
    "𠮷野家と日本銀行は金融政策決定会合で、政策金利の据え置きを決めました。ソフトウェア関連株が上" \
    "昇した。"
#define TAIWAN   "臺灣證券交易所表示，半導體類股漲幅擴大，「護國神山」領軍；國際資金持續匯入。"
#define SENTENCE "2025年动力电池销量1700.5GWh，同比增长63.6%；“储能”销量增长101.3%（含出口）。"
#define TITLE                                                                                                                                    \
    "六十个字的标题在一行里放不下时先缩小字号，到样式允许的最小值仍放不下便折成两行；再长就是一条" \
    "错误，它会说明标题究竟超出了多少。"
#define CHART "![](charts/bars.yaml)"

/* The paragraphs that a slide gets, so that they can be looked for in the PDF. */
typedef struct deck_text {
    cp_buf markdown;
    const char *paragraphs[64];
    size_t count;
} deck_text;

static void add_paragraph(deck_text *deck, const char *text)
{
    deck->paragraphs[deck->count++] = text;
    cp_buf_printf(&deck->markdown, "%s\n\n", text);
}

static void add_title(deck_text *deck, const char *title)
{
    cp_buf_printf(&deck->markdown, "## %s\n\n", title);
}

/* ---- every box in its place ---- */

static void check_boxes(const char *markdown, const char *what)
{
    for (size_t i = 0; i < sizeof styles / sizeof *styles; i++) {
        pages p;
        int faults;

        pages_open_in(&p, markdown, styles[i]);
        CHECK_STR(p.findings, "");
        faults = count_faults(&p);
        if (faults)
            printf("%s, %s: %d faults\n", styles[i], what, faults);
        CHECK_INT(faults, 0);
        pages_close(&p);
    }
}

TEST(texts_of_any_kind_keep_their_places_in_both_styles)
{
    check_boxes("## 词\n\n前" LONG_WORD "后\n\n- " LONG_WORD "\n", "a word of 300 letters");
    check_boxes("## 址\n\n见" URL "，或" URL "。\n\n" CHART "\n", "an address beside a figure");
    check_boxes("## 日\n\n" JAPANESE "\n\n## 繁\n\n" TAIWAN "\n",
                "Japanese and traditional Chinese");
    check_boxes("# 节\n\n## " TITLE "\n\n" SENTENCE "\n", "a long title");
    check_boxes("## 一\n\n" SENTENCE "\n", "one paragraph");
}

TEST(any_number_of_figures_keeps_its_place_with_and_without_text)
{
    for (int figures = 0; figures <= 7; figures++)
        for (int texts = figures ? 0 : 1; texts <= 3; texts++) {
            cp_buf text = { 0 };

            cp_buf_printf(&text, "## %d图%d段\n\n", figures, texts);
            for (int i = 0; i < texts; i++)
                cp_buf_printf(&text, "- **要点：** %s\n", SENTENCE);
            for (int i = 0; i < figures; i++)
                cp_buf_printf(&text, "\n" CHART "\n");
            check_boxes(text.data, text.data);
            cp_buf_free(&text);
        }
}

TEST(paragraphs_fit_or_are_told_with_the_lines_they_lack)
{
    static const int counts[] = { 1, 3, 10, 40 };

    for (size_t k = 0; k < sizeof styles / sizeof *styles; k++)
        for (size_t i = 0; i < sizeof counts / sizeof *counts; i++) {
            cp_buf text = { 0 };
            pages p;

            cp_buf_printf(&text, "## 段落\n\n");
            for (int n = 0; n < counts[i]; n++)
                cp_buf_printf(&text, "%s\n\n", SENTENCE);
            pages_open_in(&p, text.data, styles[k]);
            CHECK_INT(p.report.errors, counts[i] == 40);
            if (counts[i] == 40)
                CHECK(strstr(p.findings, "deck.md:1: error: slide 段落 overflows its text box by"));
            else
                CHECK_INT(count_faults(&p), 0);
            pages_close(&p);
            cp_buf_free(&text);
        }
}

TEST(an_empty_slide_is_a_page_and_a_warning)
{
    pages p;

    pages_open(&p, "## 空\n\n## 满\n\n文。\n");
    CHECK_STR(p.findings, "deck.md:1: warning: nothing stands on the slide 空\n");
    CHECK_INT((long long)cp_deck_page_count(p.deck), 2);
    CHECK_INT(count_faults(&p), 0);
    pages_close(&p);
}

TEST(characters_that_no_face_has_are_told_with_their_codes)
{
    TELLS("## 一\n\n表情😀与𠮷野家、𪜈。\n",
          "deck.md:3:1: error: no glyph for '😀' (U+1F600) in the fonts of the style\n"
          "deck.md:3:1: error: no glyph for '𪜈' (U+2A708) in the fonts of the style\n");
}

TEST(a_blank_slide_has_the_page_to_itself)
{
    for (size_t i = 0; i < sizeof styles / sizeof *styles; i++) {
        pages p;

        pages_open_in(&p, "## 空\n\n<!-- class: blank -->\n\n" CHART "\n", styles[i]);
        CHECK_STR(p.findings, "");

        cp_rect figure = box_of(p.dump, 1, "figure", 0);

        CHECK(figure.y < p.style->page.top);
        CHECK(figure.y + figure.height < p.style->page.height);
        CHECK(box_of(p.dump, 1, "title", 0).width == 0);
        pages_close(&p);
    }
}

/* ---- every word in the PDF ---- */

static cairo_status_t keep(void *closure, const unsigned char *data, unsigned size)
{
    cp_buf_add(closure, (cp_str){ (const char *)data, size });
    return CAIRO_STATUS_SUCCESS;
}

static void draw_pdf(const pages *p, cp_buf *pdf)
{
    const cp_page_style *page = &p->style->page;
    cairo_surface_t *surface
        = cairo_pdf_surface_create_for_stream(keep, pdf, page->width, page->height);
    cairo_t *cr = cairo_create(surface);
    cp_arena scratch = { 0 };

    for (size_t i = 0; i < cp_deck_page_count(p->deck); i++) {
        cp_deck_draw(p->deck, &p->env, i, cr, &scratch, NULL);
        cairo_show_page(cr);
        cp_arena_reset(&scratch);
    }
    cairo_destroy(cr);
    cairo_surface_finish(surface);
    CHECK(cairo_surface_status(surface) == CAIRO_STATUS_SUCCESS);
    cairo_surface_destroy(surface);
    cp_arena_free(&scratch);
}

static bool is_letter(char byte)
{
    return (byte >= '0' && byte <= '9') || ((byte | 0x20) >= 'a' && (byte | 0x20) <= 'z');
}

/* Lines joined: a blank where words of Latin letters meet, else nothing. */
static const char *joined_lines(cp_arena *arena, const char *text)
{
    cp_buf out = { 0 };
    const char *all;

    for (const char *at = text; *at; at++) {
        if (*at != '\n' && *at != '\f')
            cp_buf_add_char(&out, *at);
        else if (at > text && is_letter(at[-1]) && is_letter(at[1]))
            cp_buf_add_char(&out, ' ');
    }
    all = cp_str_z(arena, cp_buf_str(&out));
    cp_buf_free(&out);
    return all;
}

static const char *read_pdf(pages *p)
{
    const char *path = CP_BINARY_DIR "/unit_deck_torture.pdf", *text;
    cp_buf pdf = { 0 }, found = { 0 };
    FILE *pipe;
    int byte;

    draw_pdf(p, &pdf);
    CHECK(cp_file_replace(path, cp_buf_str(&pdf), &p->report));
    pipe = popen(cp_printf(&p->arena, "pdftotext -raw '%s' -", path), "r");
    CHECK(pipe != NULL);
    while (pipe && (byte = getc(pipe)) != EOF)
        cp_buf_add_char(&found, (char)byte);
    if (pipe)
        pclose(pipe);
    text = joined_lines(&p->arena, cp_str_z(&p->arena, cp_buf_str(&found)));
    cp_buf_free(&pdf);
    cp_buf_free(&found);
    return text;
}

static void fill_deck(deck_text *deck)
{
    static const char *const kinds[] = { JAPANESE, TAIWAN, SENTENCE };

    add_title(deck, "混排");
    for (size_t i = 0; i < 3; i++)
        add_paragraph(deck, kinds[i]);
    add_title(deck, "十段");
    for (size_t i = 0; i < 10; i++)
        add_paragraph(deck, kinds[i % 3]);
    add_title(deck, "图旁");
    for (size_t i = 0; i < 3; i++)
        add_paragraph(deck, "The Agentic Cloud聚焦AI Agent与token用量，占比由11%升至50%以上；"
                            "宇树H1跑到10m/s，H100租金2.35美元/GPU·小时，“智能体”——平台。");
    cp_buf_printf(&deck->markdown, CHART "\n");
}

TEST(the_text_of_the_pdf_is_the_source_paragraph_by_paragraph)
{
    for (size_t i = 0; i < sizeof styles / sizeof *styles; i++) {
        deck_text deck = { 0 };
        const char *at;
        pages p;

        fill_deck(&deck);
        pages_open_in(&p, deck.markdown.data, styles[i]);
        CHECK_STR(p.findings, "");
        at = p.ok ? read_pdf(&p) : "";
        for (size_t k = 0; k < deck.count; k++) {
            const char *found = strstr(at, deck.paragraphs[k]);

            if (!found)
                printf("%s: not found in order: %s\n  in: %.300s\n", styles[i], deck.paragraphs[k],
                       at);
            CHECK(found != NULL);
            at = found ? found + strlen(deck.paragraphs[k]) : at;
        }
        pages_close(&p);
        cp_buf_free(&deck.markdown);
    }
}
