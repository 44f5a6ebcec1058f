#include "test.h"

#include "opened.h"
#include "paint/tag.h"

static void fill_box(cairo_t *cr, double x)
{
    cairo_rectangle(cr, x, 10, 20, 20);
    cairo_fill(cr);
}

/* A face of squares, for no font of the machine is asked. */
static cairo_status_t draw_square(cairo_scaled_font_t *font, unsigned long glyph, cairo_t *cr,
                                  cairo_text_extents_t *extents)
{
    (void)font;
    (void)glyph;
    cairo_rectangle(cr, 0, -1, 1, 1);
    cairo_fill(cr);
    extents->x_advance = 1;
    return CAIRO_STATUS_SUCCESS;
}

static void take_face(cairo_t *cr)
{
    cairo_font_face_t *face = cairo_user_font_face_create();

    cairo_user_font_face_set_render_glyph_func(face, draw_square);
    cairo_set_font_face(cr, face);
    cairo_set_font_size(cr, 10);
    cairo_font_face_destroy(face);
}

static void write_word(cairo_t *cr, const char *word)
{
    take_face(cr);
    cairo_move_to(cr, 10, 100);
    cairo_show_text(cr, word);
}

static void tag_text(cairo_t *cr, const char *name, const char *word)
{
    cp_tag_begin(cr, name);
    write_word(cr, word);
    cp_tag_end(cr, name);
}

static opened open_page(void (*draw)(cp_output *output, cairo_t *cr, int page))
{
    drawing page = { .format = "pdf", .page = { 400, 300 }, .pages = 1, .draw = draw };
    opened file;

    open_drawing(&file, &page);
    CHECK_INT(qpdf_check_pdf(file.pdf), 0);
    return file;
}

/* A single part of a tag stands there without a list around it. */
static qpdf_oh part_at(qpdf_data pdf, qpdf_oh tag, int index)
{
    qpdf_oh parts = qpdf_oh_get_key(pdf, tag, "/K");

    return qpdf_oh_is_array(pdf, parts) ? qpdf_oh_get_array_item(pdf, parts, index) : parts;
}

/* The tag at `path`, "0.1": the second in the first of the document's. */
static qpdf_oh tag_at(opened *file, const char *path)
{
    qpdf_oh root = qpdf_oh_get_key(file->pdf, file->root, "/StructTreeRoot");
    qpdf_oh tag = part_at(file->pdf, root, 0);

    for (; *path; path += path[1] ? 2 : 1)
        tag = part_at(file->pdf, tag, *path - '0');
    return tag;
}

static void draw_figure(cp_output *output, cairo_t *cr, int page)
{
    (void)output;
    (void)page;
    cp_tag_begin(cr, "Sect");
    tag_text(cr, "H2", "title");
    cairo_scale(cr, 0.5, 0.5);
    cp_tag_begin_figure(cr, CP_STR("柱状图"), (cp_rect){ 20, 40, 200, 100 });
    fill_box(cr, 10);
    cp_tag_end(cr, "Figure");
    cp_tag_end(cr, "Sect");
}

TEST(a_figure_says_in_words_what_it_shows_and_where_it_stands)
{
    opened file = open_page(draw_figure);

    CHECK_STR(words_of(&file, tag_at(&file, ""), "/S"), "/Document");
    CHECK_STR(words_of(&file, tag_at(&file, "0"), "/S"), "/Sect");
    CHECK_STR(words_of(&file, tag_at(&file, "0.0"), "/S"), "/H2");
    CHECK_STR(words_of(&file, tag_at(&file, "0.1"), "/S"), "/Figure");
    CHECK_STR(text_of(&file, tag_at(&file, "0.1"), "/Alt"), "柱状图");
    CHECK_STR(words_of(&file, tag_at(&file, "0.1"), "/A"),
              "<< /BBox [ 10.00 230.00 110.00 280.00 ] /O /Layout /Placement /Block >>");
    CHECK_STR(words_of(&file, qpdf_oh_get_key(file.pdf, file.root, "/MarkInfo"), "/Marked"),
              "true");
    close_drawing(&file);
}

static void draw_ornament(cp_output *output, cairo_t *cr, int page)
{
    (void)output;
    (void)page;
    fill_box(cr, 10);
    cp_tag_begin_figure(cr, CP_STR("a"), (cp_rect){ 0 });
    fill_box(cr, 50);
    cp_tag_end(cr, "Figure");
    cp_tag_begin_figure(cr, CP_STR("b"), (cp_rect){ 0 });
    fill_box(cr, 90);
    cp_tag_end(cr, "Figure");
    fill_box(cr, 130);
}

TEST(ink_outside_of_tags_is_ornament)
{
    opened file = open_page(draw_ornament);

    CHECK_STR(content_of(&file, 0), "/Artifact BMC\n1 0 0 -1 0 300 cm\nq\n"
                                    "0 0 0 rg /a0 gs\n10 10 20 20 re f\nEMC\n"
                                    "/Figure << /MCID 0 >> BDC\n50 10 20 20 re f\nEMC\n"
                                    "/Figure << /MCID 1 >> BDC\n90 10 20 20 re f\nEMC\n"
                                    "/Artifact BMC\n130 10 20 20 re f\nQ\nEMC\n");
    close_drawing(&file);
}

static void draw_cells(cp_output *output, cairo_t *cr, int page)
{
    static const cp_tag_cell cells[]
        = { { "Column", 1, 2 }, { "Row", 1, 1 }, { NULL, 1, 1 }, { NULL, 3, 1 } };

    (void)output;
    (void)page;
    cp_tag_begin(cr, "Table");
    cp_tag_begin(cr, "TR");
    for (size_t i = 0; i < sizeof cells / sizeof *cells; i++) {
        cp_tag_begin_cell(cr, cells[i]);
        write_word(cr, "cell");
        cp_tag_end_cell(cr, cells[i]);
    }
    cp_tag_end(cr, "TR");
    cp_tag_end(cr, "Table");
}

TEST(cells_say_how_far_they_reach)
{
    opened file = open_page(draw_cells);

    CHECK_STR(words_of(&file, tag_at(&file, "0.0.0"), "/S"), "/TH");
    CHECK_STR(words_of(&file, tag_at(&file, "0.0.0"), "/A"),
              "<< /ColSpan 2 /O /Table /Scope /Column >>");
    CHECK_STR(words_of(&file, tag_at(&file, "0.0.1"), "/A"), "<< /O /Table /Scope /Row >>");
    CHECK_STR(words_of(&file, tag_at(&file, "0.0.2"), "/S"), "/TD");
    CHECK_STR(words_of(&file, tag_at(&file, "0.0.2"), "/A"), "null");
    CHECK_STR(words_of(&file, tag_at(&file, "0.0.3"), "/A"), "<< /O /Table /RowSpan 3 >>");
    close_drawing(&file);
}

/* Two letters as one cluster of two glyphs: what they say is written beside them. */
static void draw_cluster(cp_output *output, cairo_t *cr, int page)
{
    cairo_glyph_t glyphs[4]
        = { { 40, 10, 100 }, { 41, 20, 100 }, { 42, 26, 100 }, { 43, 36, 100 } };
    cairo_text_cluster_t clusters[3] = { { 1, 1 }, { 2, 2 }, { 1, 1 } };

    (void)output;
    (void)page;
    take_face(cr);
    cp_tag_begin(cr, "P");
    cairo_show_text_glyphs(cr, "abcd", 4, glyphs, 4, clusters, 3, 0);
    cp_tag_end(cr, "P");
}

TEST(words_beside_glyphs_are_a_piece_of_their_tag)
{
    opened file = open_page(draw_cluster);
    const char *content = content_of(&file, 0), *tag = strstr(content, "/P <<");

    CHECK_STR(words_of(&file, tag_at(&file, "0"), "/K"), "[ 0 1 2 ]");
    CHECK(tag && strstr(tag, "/Span << /MCID 1 /ActualText <feff00620063> >> BDC") != NULL);
    CHECK(tag && strstr(tag, "EMC\n/P << /MCID 2 >> BDC\n") != NULL);
    CHECK(tag && !strstr(tag, "BDC\nBT")); /* no piece reaches out of its text object */
    close_drawing(&file);
}

static void draw_links(cp_output *output, cairo_t *cr, int page)
{
    static const char *const links[] = { "dest='here'", "dest='nowhere'", "uri='https://a.cn/'" };

    (void)output;
    (void)page;
    cp_tag_anchor(cr, "here");
    cp_tag_begin(cr, "P");
    for (size_t i = 0; i < 3; i++) {
        cairo_tag_begin(cr, CAIRO_TAG_LINK, links[i]);
        write_word(cr, "link");
        cairo_tag_end(cr, CAIRO_TAG_LINK);
    }
    cp_tag_end(cr, "P");
}

TEST(a_link_to_a_page_that_is_not_there_is_text)
{
    opened file = open_page(draw_links);
    qpdf_oh page = qpdf_get_page_n(file.pdf, 0);
    qpdf_oh links = qpdf_oh_get_key(file.pdf, page, "/Annots");
    qpdf_oh address = qpdf_oh_get_array_item(file.pdf, links, 1);

    CHECK_INT(qpdf_oh_get_array_n_items(file.pdf, links), 2);
    CHECK_STR(text_of(&file, qpdf_oh_get_array_item(file.pdf, links, 0), "/Dest"), "here");
    CHECK_STR(text_of(&file, address, "/Contents"), "https://a.cn/");
    CHECK_STR(words_of(&file, tag_at(&file, "0.0"), "/S"), "/Link");
    CHECK_STR(words_of(&file, tag_at(&file, "0.1"), "/S"), "/Span");
    CHECK_STR(words_of(&file, tag_at(&file, "0.1"), "/K"), "[ 1 ]");
    CHECK_STR(words_of(&file, page, "/Tabs"), "/S");
    close_drawing(&file);
}

static void draw_plain(cp_output *output, cairo_t *cr, int page)
{
    (void)output;
    (void)page;
    fill_box(cr, 10);
}

TEST(a_page_without_tags_stays_as_it_is)
{
    opened file = open_page(draw_plain);

    CHECK(!qpdf_oh_has_key(file.pdf, file.root, "/StructTreeRoot"));
    CHECK(strstr(content_of(&file, 0), "Artifact") == NULL);
    close_drawing(&file);
}

TEST(a_picture_takes_no_note_of_tags)
{
    drawing page = { .format = "svg", .page = { 400, 300 }, .pages = 1, .draw = draw_figure };
    cp_arena arena = { 0 };
    cp_report report = { .arena = &arena };
    cp_buf bytes = draw_bytes(&page, &arena, &report);

    CHECK(bytes.size > 0 && report.first == NULL);
    CHECK(cp_str_find(cp_buf_str(&bytes), CP_STR("柱状图"), 0) == SIZE_MAX);
    cp_buf_free(&bytes);
    cp_arena_free(&arena);
}
