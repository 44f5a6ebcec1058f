#include "read/reader.h"

#include "test.h"

#include <string.h>

extern const cp_reader cp_reader_foreign;

static void check_refusal(cp_str bytes, const char *finding)
{
    static const cp_read_wish wish = { 0 };
    cp_arena arena = { 0 };
    cp_report report = { .arena = &arena };
    cp_read_story story = { 0 };
    cp_place at = { "data/t", 0, 0 };

    CHECK(cp_reader_foreign.claims(bytes));
    CHECK(!cp_reader_foreign.read(&arena, at, bytes, &wish, &story, &report));
    CHECK_STR(report.first ? cp_finding_line(&arena, report.first) : NULL, finding);
    cp_arena_free(&arena);
}

/* Behind the head of a compound file a name in UTF-16. */
static void check_compound(const char *name, const char *finding)
{
    char bytes[600] = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";

    for (size_t i = 0; name[i]; i++)
        bytes[512 + 2 * i] = name[i];
    check_refusal((cp_str){ bytes, sizeof bytes }, finding);
}

TEST(a_web_page_that_calls_itself_a_workbook_is_told)
{
    static const char page[] = "data/t: error: this is a web page; open it in a spreadsheet "
                               "program and save it as .xlsx or CSV";

    check_refusal(CP_STR("<html><table>"), page);
    check_refusal(CP_STR("\xEF\xBB\xBF\r\n  <!doctype html>"), page);
    check_refusal(CP_STR("MIME-Version: 1.0\r\n"), page);
}

TEST(old_workbooks_locked_ones_and_documents_are_told_apart)
{
    check_compound("Workbook", "data/t: error: this is an old workbook (.xls); open it in a "
                               "spreadsheet program and save it as .xlsx");
    check_compound("EncryptedPackage",
                   "data/t: error: this is a workbook locked by a password; save it without one");
    check_compound("WordDocument",
                   "data/t: error: this is a Word document; expected a table such as CSV or .xlsx");
    check_refusal((cp_str){ "\x09\x08\x10\x00\x00\x06", 6 },
                  "data/t: error: this is an old workbook (.xls); open it in a spreadsheet program "
                  "and save it as .xlsx");
}

TEST(other_formats_are_told_by_name)
{
    check_refusal(CP_STR("%PDF-1.7"),
                  "data/t: error: this is a PDF; expected a table such as CSV or .xlsx");
    check_refusal(CP_STR("\x1F\x8B\x08"), "data/t: error: this is packed (gzip); unpack it first");
    check_refusal(CP_STR("PAR1"), "data/t: error: this is a Parquet file; export it as CSV");
}

TEST(texts_are_left_to_their_reader)
{
    CHECK(!cp_reader_foreign.claims(CP_STR("日期,值\n")));
    CHECK(!cp_reader_foreign.claims(CP_STR("")));
    CHECK(!cp_reader_foreign.claims(CP_STR("<5%,1\n")));
}
