#include "drawn.h"

#define GALLERY CP_SOURCE_DIR "/data/gallery/charts"

static const char *draw(drawn *d, double width, double height)
{
    return drawn_in(d, (cp_rect){ 0, 0, width, height });
}

/* ---- what a dump says of places ---- */

enum { PARTS_MOST = 200 };

typedef struct part {
    char name[16];
    cp_rect rect;
} part;

static size_t read_parts(const char *dump, part *parts)
{
    size_t count = 0;
    cp_str rest = cp_str_from(dump);

    while (rest.data && count < PARTS_MOST) {
        cp_str line = cp_str_next(&rest, '\n');
        part *to = &parts[count];

        if (line.size > 0
            && sscanf(line.data, "%15s %lf,%lf %lfx%lf", to->name, &to->rect.x, &to->rect.y,
                      &to->rect.width, &to->rect.height)
                   == 5)
            count++;
    }
    return count;
}

/* Boxes stand in panels; a step's point stands in the next one's notch. */
static bool may_touch(const part *a, const part *b)
{
    return strcmp(a->name, "panel") == 0 || strcmp(b->name, "panel") == 0
           || (strcmp(a->name, "step") == 0 && strcmp(b->name, "step") == 0);
}

static void check_places(const char *dump, double width, double height, const char *name)
{
    part parts[PARTS_MOST];
    size_t count = read_parts(dump, parts);

    CHECK(count > 1);
    for (size_t i = 0; i < count; i++) {
        bool inside = cp_rect_inside(parts[i].rect, (cp_rect){ 0, 0, width, height }, 0.1);

        if (!inside)
            printf("%s %gx%g: %s %zu leaves the box\n", name, width, height, parts[i].name, i);
        CHECK(inside);
        for (size_t j = i + 1; j < count; j++) {
            bool apart = may_touch(&parts[i], &parts[j])
                         || !cp_rects_overlap(parts[i].rect, parts[j].rect, 0.1);

            if (!apart)
                printf("%s %gx%g: %s %zu and %s %zu overlap\n", name, width, height, parts[i].name,
                       i, parts[j].name, j);
            CHECK(apart);
        }
    }
}

/* A stretch of a link, level or upright, as a box without width or height. */
static cp_rect stretch_of(cp_point a, cp_point b)
{
    return (cp_rect){ a.x < b.x ? a.x : b.x, a.y < b.y ? a.y : b.y, fabs(a.x - b.x),
                      fabs(a.y - b.y) };
}

static bool crosses(cp_rect line, cp_rect box)
{
    return line.x + line.width > box.x + 0.1 && line.x < box.x + box.width - 0.1
           && line.y + line.height > box.y + 0.1 && line.y < box.y + box.height - 0.1;
}

/* Links end at boxes and never run through one. */
static void check_links(const char *dump, const char *name)
{
    part parts[PARTS_MOST];
    size_t count = read_parts(dump, parts);

    for (const char *link = strstr(dump, "link "); link; link = strstr(link, "link ")) {
        cp_point last = { 0 }, next;
        int read = 0;

        link += 4;
        for (size_t points = 0; sscanf(link, " %lf,%lf%n", &next.x, &next.y, &read) == 2;
             points++) {
            link += read;
            for (size_t i = 0; points > 0 && i < count; i++) {
                bool through = crosses(stretch_of(last, next), parts[i].rect);

                if (through)
                    printf("%s: a link runs through %s %zu\n", name, parts[i].name, i);
                CHECK(!through);
            }
            last = next;
        }
    }
}

#define CHAIN                                                                                      \
    "type: diagram\n"                                                                              \
    "groups:\n"                                                                                    \
    "  - {title: 上游, items: [芯片, 存储]}\n"                                               \
    "  - {title: 下游, items: [模型, 应用]}\n"

TEST(no_part_of_the_gallery_overlaps_another_or_leaves_its_box_down_to_the_least)
{
    static const char *const names[]
        = { "chain",      "battery", "cause", "hub",       "hub-three", "cycle",
            "cycle-five", "steps",   "stack", "hub-plain", "body" };
    static const cp_size sizes[] = { { 900, 180 }, { 480, 270 }, { 380, 380 }, { 300, 380 } };

    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        char path[1024];
        drawn d;
        cp_size least;

        snprintf(path, sizeof path, GALLERY "/diagram-%s.yaml", names[i]);
        drawn_open_path(&d, path);
        CHECK(d.loaded && d.report.first == NULL);
        if (!d.loaded)
            continue;
        for (size_t j = 0; j < sizeof sizes / sizeof *sizes; j++) {
            check_places(draw(&d, sizes[j].width, sizes[j].height), sizes[j].width, sizes[j].height,
                         names[i]);
            check_links(d.dump.data, names[i]);
        }
        least = cp_figure_least(d.figure, &d.env);
        CHECK(least.width <= 300 && least.height <= 180);
        check_places(draw(&d, least.width, least.height), least.width, least.height, names[i]);
        check_links(d.dump.data, names[i]);
        drawn_close(&d);
    }
}

TEST(columns_stand_on_one_grid_with_arrows_between_them)
{
    drawn d;
    part parts[PARTS_MOST];
    size_t count;

    drawn_open(&d, CHAIN);
    count = d.loaded ? read_parts(draw(&d, 420, 160), parts) : 0;
    CHECK_INT(count, 7);
    if (count == 7) {
        CHECK_STR(parts[2].name, "head");
        CHECK_STR(parts[3].name, "arrow");
        CHECK_NEAR(parts[0].rect.y, parts[4].rect.y, 0.01);
        CHECK_NEAR(parts[0].rect.width, parts[2].rect.width, 0.01);
        CHECK(parts[3].rect.x > parts[2].rect.x + parts[2].rect.width);
        CHECK(parts[3].rect.x + parts[3].rect.width < parts[4].rect.x);
    }
    drawn_close(&d);
}

TEST(a_diagram_fits_the_least_height_of_any_width)
{
    drawn d;
    int narrower = 0;
    double height;

    drawn_open_path(&d, GALLERY "/diagram-chain.yaml");
    for (double width = 600; isfinite(height = cp_figure_least_height(d.figure, &d.env, width));
         width *= 0.9) {
        check_places(draw(&d, width, height), width, height, "chain");
        narrower++;
    }
    CHECK(narrower > 7);
    drawn_close(&d);
}

TEST(columns_turn_into_rows_in_a_tall_box)
{
    drawn d;

    drawn_open_path(&d, GALLERY "/diagram-battery.yaml");
    if (d.loaded) {
        part parts[PARTS_MOST];
        size_t count = read_parts(draw(&d, 300, 380), parts), heads = 0;

        for (size_t i = 0; i < count; i++)
            if (strcmp(parts[i].name, "head") == 0) {
                CHECK_NEAR(parts[i].rect.x, 0, 0.01);
                heads++;
            }
        CHECK_INT(heads, 4);
    }
    drawn_close(&d);
}

TEST(texts_grow_with_the_box_and_shrink_to_the_least_size)
{
    drawn d;
    double small = 0, large = 0;

    drawn_open_path(&d, GALLERY "/diagram-chain.yaml");
    if (d.loaded) {
        cp_size least = cp_figure_least(d.figure, &d.env);

        sscanf(draw(&d, least.width, least.height), "diagram columns scale %lf", &small);
        sscanf(draw(&d, 900, 400), "diagram columns scale %lf", &large);
        CHECK(small * d.env.style->diagram.item.size >= d.env.style->chart.smallest_text - 0.05);
        CHECK_NEAR(large, d.env.style->diagram.largest, 0.01);
        CHECK(small < 1);
    }
    drawn_close(&d);
}

TEST(a_stack_stands_with_its_first_group_lowest)
{
    drawn d;
    const char *dump;

    drawn_open(&d, "type: diagram\nlayout: stack\ngroups: [一级, 二级]\n");
    dump = d.loaded ? draw(&d, 300, 200) : "";
    CHECK(strstr(dump, "二级") && strstr(dump, "一级")
          && strstr(dump, "二级") < strstr(dump, "一级"));
    drawn_close(&d);
}

TEST(a_diagram_describes_itself_where_nothing_is_given)
{
    drawn d;

    drawn_open(&d, CHAIN);
    CHECK(d.loaded && cp_str_is(d.figure->alt, "链条图：上游→下游。"));
    drawn_close(&d);
    drawn_open(&d, "alt: 自己写\n" CHAIN);
    CHECK(d.loaded && cp_str_is(d.figure->alt, "自己写"));
    drawn_close(&d);
}

TEST(wrong_groups_are_told_at_their_places)
{
    drawn d;

    drawn_open(&d, "type: diagram\n"
                   "layout: colums\n"
                   "groups:\n"
                   "  - {titel: 上游}\n"
                   "  - [a]\n"
                   "  - {title: 下游, items: {a: b}, color: nvy}\n");
    CHECK(!d.loaded);
    CHECK_STR(drawn_findings(&d),
              "2:9: error: unknown layout 'colums'; did you mean 'columns'?\n"
              "4:6: error: unknown key 'titel'; did you mean 'title'?\n"
              "5:5: error: a group is a text or {title, items, color}, found a list\n"
              "6:24: error: expected a list of texts, found a mapping\n"
              "6:39: error: 'nvy' is no colour; did you mean 'navy'?\n");
    drawn_close(&d);
}

TEST(a_key_of_another_layout_and_too_few_groups_are_told)
{
    drawn d;

    drawn_open(&d, "type: diagram\nlayout: cycle\nmilestone: 年底\ngroups: [a, b]\n");
    CHECK(!d.loaded);
    CHECK_STR(drawn_findings(&d), "4:9: error: 2 groups; the layout 'cycle' takes 3 to 12\n"
                                  "3:1: error: the layout 'cycle' has no `milestone`\n");
    drawn_close(&d);
}

TEST(texts_that_no_page_can_hold_are_told)
{
    drawn d;
    cp_buf text = { 0 };

    cp_buf_add(&text, CP_STR("type: diagram\nlayout: cycle\ngroups:\n"));
    for (int group = 0; group < 12; group++) {
        cp_buf_add(&text, CP_STR("  - items:\n"));
        for (int item = 0; item < 20; item++) {
            cp_buf_add(&text, CP_STR("    - "));
            for (int i = 0; i < 30; i++)
                cp_buf_add(&text, CP_STR("很长的文字"));
            cp_buf_add_char(&text, '\n');
        }
    }
    drawn_open(&d, text.data);
    CHECK(!d.loaded);
    CHECK_STR(drawn_findings(&d),
              "1:1: error: the diagram's texts do not fit on a page at 7 points, the "
              "least legible size; expected fewer or shorter ones\n");
    cp_buf_free(&text);
    drawn_close(&d);
}

TEST(panels_have_the_fill_that_the_style_gives_them)
{
    enum { WIDTH = 400, HEIGHT = 300 };
    drawn d;
    cp_style style;
    const char *dump;

    drawn_begin(&d);
    style = *d.env.style;
    style.diagram.panel_fill = (cp_color){ 0, 1, 0, 1 };
    d.env.style = &style;
    drawn_load(&d, "type: diagram\nlayout: columns\ngroups:\n"
                   "  - {title: 甲, items: [一]}\n  - {title: 乙, items: [一, 二, 三]}\n");
    d.surface = cairo_image_surface_create(CAIRO_FORMAT_ARGB32, WIDTH, HEIGHT);
    dump = draw(&d, WIDTH, HEIGHT);
    CHECK_STR(drawn_findings(&d), "");

    part panel = { 0 }, parts[PARTS_MOST];
    size_t count = read_parts(dump, parts);
    const unsigned char *pixels = cairo_image_surface_get_data(d.surface);
    size_t row = (size_t)cairo_image_surface_get_stride(d.surface);
    uint32_t pixel;

    for (size_t i = 0; i < count; i++)
        if (strcmp(parts[i].name, "panel") == 0)
            panel = parts[i];
    CHECK(panel.rect.width > 0);
    memcpy(&pixel, pixels + row * (size_t)(panel.rect.y + 3) + 4 * (size_t)(panel.rect.x + 3), 4);
    CHECK_INT(pixel, 0xFF00FF00);
    drawn_close(&d);
}
