#include "test.h"

#include "tables.h"

/* A head and `rows` rows: a label that lies over `each` of them, the row's number. */
static cp_tabular *long_table(setting *s, int rows, int each)
{
    const char **texts = cp_new_array(&s->arena, const char *, 3 * (size_t)rows + 5), **at = texts;

    *at++ = "组";
    *at++ = "行";
    *at++ = NULL;
    for (int i = 0; i < rows; i++) {
        *at++ = i % each ? "^" : cp_printf(&s->arena, "组%d", i / each);
        *at++ = cp_printf(&s->arena, "r%d", i);
        *at++ = NULL;
    }
    return make_table(s, texts, "ll");
}

/* Every page's dump in turn; their number. */
static int dump_pages(setting *s, const cp_tabular_layout *layout, size_t rows, double height,
                      const char **dumps)
{
    int count = 0;

    for (size_t from = 0, to; from < rows; from = to, count++) {
        cp_tabular_page page = { .layout = layout, .from = from };

        page.to = to = cp_tabular_break(layout, from, height);
        CHECK(to > from);
        CHECK(cp_tabular_height(&page) <= height + 0.02);
        dumps[count] = dump_page(s, &page);
        CHECK_STR(misplaced(dumps[count]), "");
    }
    return count;
}

static int count_of(const char *dump, const char *words)
{
    int count = 0;

    for (const char *at = dump; (at = strstr(at, words)); at += strlen(words))
        count++;
    return count;
}

TEST(every_row_is_drawn_once_and_the_head_on_each_page)
{
    setting s;
    const char *dumps[100];
    int count;

    open_setting(&s);
    count = dump_pages(&s, cp_tabular_lay(long_table(&s, 70, 3), 300, 1), 70, 200, dumps);
    CHECK(count > 4);
    for (int i = 0; i < 70; i++) {
        const char *words = cp_printf(&s.arena, " r%d\n", i);
        int found = 0;

        for (int k = 0; k < count; k++)
            found += count_of(dumps[k], words);
        CHECK_INT(found, 1);
    }
    for (int k = 0; k < count; k++)
        CHECK_INT(count_of(dumps[k], " 行\n"), 1);
    close_setting(&s);
}

TEST(pages_end_where_no_merged_cell_is_cut_if_that_costs_little)
{
    setting s;
    const char *dumps[100];
    int count;

    open_setting(&s);
    count = dump_pages(&s, cp_tabular_lay(long_table(&s, 60, 3), 300, 1), 60, 200, dumps);
    for (int k = 0; k < count; k++)
        CHECK_INT(count_of(dumps[k], "（续）"), 0);
    close_setting(&s);
}

TEST(a_merged_cell_that_is_cut_repeats_its_label_as_continued)
{
    setting s;
    const char *dumps[100];
    int count;

    open_setting(&s);
    count = dump_pages(&s, cp_tabular_lay(long_table(&s, 40, 20), 300, 1), 40, 200, dumps);
    CHECK(count > 2);
    CHECK_INT(count_of(dumps[0], " 组0\n"), 1);
    CHECK_INT(count_of(dumps[1], " 组0（续）\n"), 1);
    close_setting(&s);
}

TEST(a_sum_over_cut_rows_stands_in_the_last_part_only)
{
    setting s;
    const char *dumps[100];
    cp_tabular *table;
    int count, found = 0;

    open_setting(&s);
    table = long_table(&s, 40, 40);
    s.cells[2].sum = true;
    count = dump_pages(&s, cp_tabular_lay(table, 300, 1), 40, 200, dumps);
    for (int k = 0; k < count; k++)
        found += count_of(dumps[k], "组0");
    CHECK_INT(found, 1);
    CHECK_INT(count_of(dumps[count - 1], " 组0\n"), 1);
    close_setting(&s);
}

TEST(a_label_that_needs_more_than_its_last_rows_widens_them)
{
    static const char *const texts[] = { "组", "行", NULL, "名称较长因而要折成好几行的一组",
                                         "r0", NULL, "^",  "r1",
                                         NULL, "^",  "r2", NULL,
                                         "^",  "r3", NULL, NULL };
    setting s;
    cp_tabular *table;
    cp_tabular_page page;

    open_setting(&s);
    table = make_table(&s, texts, "ll");
    s.columns[0] = (cp_tabular_column){ .width = CP_TABULAR_FIXED, .amount = 60 };
    s.columns[1] = (cp_tabular_column){ .width = CP_TABULAR_SHARE, .amount = 1 };
    page = (cp_tabular_page){ .layout = cp_tabular_lay(table, 200, 1), .from = 3, .to = 4 };
    CHECK_STR(misplaced(dump_page(&s, &page)), "");
    close_setting(&s);
}

TEST(no_page_ends_with_a_section_and_none_begins_with_a_sum)
{
    setting s;
    cp_tabular *table;
    const cp_tabular_layout *layout;
    cp_tabular_page page = { 0 };
    size_t end;

    open_setting(&s);
    table = long_table(&s, 20, 1);
    layout = cp_tabular_lay(table, 300, 1);
    page = (cp_tabular_page){ .layout = layout, .to = 10 };
    CHECK_INT((long long)cp_tabular_break(layout, 0, cp_tabular_height(&page)), 10);
    s.rows[10].part = CP_TABULAR_SECTION; /* row 9 of the body: the head is row 0 */
    end = cp_tabular_break(layout, 0, cp_tabular_height(&page));
    CHECK_INT((long long)end, 9);
    s.rows[10].part = CP_TABULAR_BODY;
    s.rows[11].part = CP_TABULAR_SUMMARY;
    end = cp_tabular_break(layout, 0, cp_tabular_height(&page));
    CHECK_INT((long long)end, 9);
    close_setting(&s);
}

TEST(a_row_that_fits_no_page_is_where_its_page_ends)
{
    setting s;
    const cp_tabular_layout *layout;

    open_setting(&s);
    layout = cp_tabular_lay(long_table(&s, 5, 1), 300, 1);
    CHECK_INT((long long)cp_tabular_break(layout, 2, 20), 2);
    close_setting(&s);
}
