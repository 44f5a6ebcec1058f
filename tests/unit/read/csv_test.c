#include "test.h"

#include "reading.h"

static void check_refused(const char *text, const char *finding)
{
    cp_reading reading = read_text(text);

    CHECK(!reading.table);
    CHECK_STR(findings_of(&reading), finding);
    reading_free(&reading);
}

static void check_cells(const char *text, const char *column, const char *cells)
{
    cp_reading reading = read_text(text);

    CHECK_STR(cells_of(&reading, column), cells);
    CHECK_STR(findings_of(&reading), "");
    reading_free(&reading);
}

TEST(all_line_ends_are_one)
{
    const char *texts[] = { "a,b\n1,x\n2,y\n", "a,b\r\n1,x\r\n2,y\r\n", "a,b\r1,x\r2,y\r",
                            "a,b\r1,x\n2,y\r\n", "a,b\n1,x\n2,y" };

    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        cp_reading reading = read_text(texts[i]);

        CHECK_STR(cells_of(&reading, "b"), "x|y");
        CHECK_INT(reading.story.last_line, 3);
        reading_free(&reading);
    }
}

TEST(quotes_hold_delimiters_line_breaks_and_quotes)
{
    check_cells("a,b\n\"x, y\",1\n\"ha \n\"\"ha\"\" \nha\",2\n", "a", "x, y|ha \n\"ha\" \nha");
}

TEST(a_quote_inside_an_unquoted_cell_is_a_character)
{
    check_cells("a,b\n37'36.8\"N 12\"W,1\n5\",2\n", "a", "37'36.8\"N 12\"W|5\"");
    check_cells("a,b\n=\"000012\",3\n=\"600000\",4\n", "a", "000012|600000");
}

/* Rows without a quote are split here, those with one by libcsv. */
TEST(a_row_is_the_same_with_a_quote_in_it_and_without)
{
    static const char *const rows[]
        = { "1,2,3", " 1 ,\t2\t, 3 4 ", ",,", "1,, ", " \t,2,\t ", "\xE3\x80\x80 1,2,3" };

    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        cp_arena arena = { 0 };
        cp_reading reading
            = read_text(cp_printf(&arena, "a,b,c,d\nx,y,z,0\n%s,0\n%s,\"0\"\n", rows[i], rows[i]));

        CHECK_STR(row_of(&reading, 1), row_of(&reading, 2));
        CHECK_INT(reading.table->rows, 3);
        CHECK_STR(findings_of(&reading), "");
        reading_free(&reading);
        cp_arena_free(&arena);
    }
}

TEST(a_quote_far_down_is_seen_behind_lines_that_have_none)
{
    check_cells("a,b\n1,x\n2,y\n3,\"p,\nq\"\n4,z\n5,\"r\"\n", "b", "x|y|p,\nq|z|r");
}

TEST(text_behind_a_closing_quote_swallows_no_row)
{
    check_refused(
        "a,b\n1,2\n\"x\"y,2\n3,4\n",
        "data/t.csv:3:4: error: text behind a closing quote; a quote inside a quoted cell "
        "is written twice");
    check_refused(
        "a,b\n\"x,1\ny,2\n\"z\",3\n",
        "data/t.csv:4:2: error: text behind a closing quote; the quoted cell opens in line "
        "2, and a quote inside it is written twice");
}

TEST(a_cell_of_more_than_a_million_bytes_is_refused)
{
    enum { SIZE = 1200000 };
    cp_arena arena = { 0 };
    char *text = cp_alloc(&arena, SIZE + 40);

    memset(text, 'x', SIZE);
    memcpy(text, "a,b\n1,", 6);
    memcpy(text + SIZE, "\n", 2);
    check_refused(text, "data/t.csv:2:3: error: a cell of more than 1000000 bytes");
    text[6] = '"';
    check_refused(
        text,
        "data/t.csv:2:3: error: a cell of more than 1000000 bytes; the quote that opens it may "
        "lack its end");
    cp_arena_free(&arena);
}

TEST(an_open_quote_is_told_where_it_opens)
{
    check_refused("a,b\n1,2\n3,\"x\n4,5\n", "data/t.csv:3:3: error: a quote opens here and is not "
                                            "closed");
}

TEST(an_empty_file_has_no_table)
{
    check_refused("", "data/t.csv:1: error: no rows; expected names and rows of data");
    check_refused("\n\r\n  \n", "data/t.csv:1: error: no rows; expected names and rows of data");
    check_refused(",,\n,,\n", "data/t.csv:1: error: no rows; expected names and rows of data");
}

TEST(a_delimiter_can_be_asked_for)
{
    cp_read_wish wish = { .delimiter = '|' };
    cp_reading reading = read_wished(CP_STR("a|b\n1,5|x\n"), &wish);

    CHECK_STR(columns_of(&reading), "a:text b:text");
    reading_free(&reading);

    wish = (cp_read_wish){ .delimiter = '"', .place = { "pack.yaml", 3, 5 } };
    reading = read_wished(CP_STR("a,b\n"), &wish);
    CHECK_STR(findings_of(&reading), "pack.yaml:3:5: error: cells cannot be delimited by that "
                                     "character; expected one such as , ; | or a tab");
    reading_free(&reading);
}

TEST(a_row_of_too_many_cells_is_refused)
{
    cp_buf text = { 0 };
    cp_reading reading;

    for (int i = 0; i < 20000; i++)
        cp_buf_add(&text, CP_STR("a,"));
    reading = read_wished(cp_buf_str(&text), NULL);
    CHECK(!reading.table);
    CHECK_STR(findings_of(&reading), "data/t.csv:1:32769: error: a row has more than 16384 cells");
    reading_free(&reading);
    cp_buf_free(&text);
}

TEST(short_rows_below_a_wide_header_take_no_memory_out_of_proportion)
{
    cp_buf text = { 0 };
    cp_reading reading;

    for (int i = 0; i < 10000; i++)
        cp_buf_printf(&text, "c%d,", i);
    cp_buf_add_char(&text, '\n');
    for (int i = 0; i < 10000; i++)
        cp_buf_add(&text, CP_STR("1\n"));
    reading = read_wished(cp_buf_str(&text), NULL);
    CHECK(!reading.table);
    CHECK_STR(findings_of(&reading), "data/t.csv:1: error: 10001 columns, but nearly all of the "
                                     "10001 rows are far shorter");
    reading_free(&reading);
    cp_buf_free(&text);
}

/* The files of csv-spectrum, and what its json folder says they hold, but for
 * the phone number, which the json has replaced. */
static const struct {
    const char *file, *column, *cells;
} spectrum[] = {
    { "comma_in_quotes", "city", "Anytown, WW" },
    { "comma_in_quotes", "zip", "08123" },
    { "empty", "a", "1|2" },
    { "empty", "b", "|3" },
    { "empty_crlf", "c", "|4" },
    { "escaped_quotes", "b", "ha \"ha\" ha|4" },
    { "json", "key", "1" },
    { "json", "val", "{\"type\": \"Point\", \"coordinates\": [102.0, 0.5]}" },
    { "location_coordinates", "Contact Phone Number", "2095257564" },
    { "location_coordinates", "Location Coordinates", "37\uFFFD36'37.8\"N 121\uFFFD2'17.9\"W" },
    { "location_coordinates", "Counties", "Stanislaus" },
    { "newlines", "a", "1|Once upon \na time|7" },
    { "newlines", "c", "3|6|9" },
    { "newlines_crlf", "a", "1|Once upon \r\na time|7" },
    { "quotes_and_newlines", "b", "ha \n\"ha\" \nha|4" },
    { "simple", "b", "2" },
    { "simple_crlf", "c", "3" },
    { "utf8", "c", "3|ʤ" },
};

TEST(csv_spectrum_reads_as_its_authors_expect)
{
    for (size_t i = 0; i < sizeof spectrum / sizeof *spectrum; i++) {
        cp_reading r = { 0 };
        char path[200];
        FILE *file;

        snprintf(path, sizeof path, "../shared/samples/csv-torture/csv-spectrum/csvs/%s.csv",
                 spectrum[i].file);
        if (!(file = fopen(path, "rb")))
            return;
        fclose(file);
        r.report.arena = &r.arena;
        r.table = cp_table_read(&r.arena, path, CP_STR("t"), NULL, &r.story, &r.report);
        CHECK_STR(cells_of(&r, spectrum[i].column), spectrum[i].cells);
        CHECK_STR(findings_of(&r), "");
        reading_free(&r);
    }
}
