#include "read/sheet.h"

#include "test.h"

#include "workbook.h"

#include <stdlib.h>
#include <string.h>

#define N(place, value)        "<c r=\"" place "\"><v>" value "</v></c>"
#define T(place, text)         "<c r=\"" place "\" t=\"inlineStr\"><is><t>" text "</t></is></c>"
#define S(place, style, value) "<c r=\"" place "\" s=\"" style "\"><v>" value "</v></c>"
#define R(number, cells)       "<row r=\"" number "\">" cells "</row>"
#define MERGE(ranges)          "</sheetData><mergeCells>" ranges "</mergeCells>"
#define M(range)               "<mergeCell ref=\"" range "\"/>"
#define HEAD                   R("1", T("A1", "日期") T("B1", "值"))

/* The sheet's columns, the cells of one of them, and all findings. */
static void check_sheet(const char *data, const char *columns, const char *name, const char *cells,
                        const char *findings)
{
    cp_reading reading = read_sheet(data, NULL);

    CHECK_STR(columns_of(&reading), columns);
    CHECK_STR(cells_of(&reading, name), cells);
    CHECK_STR(findings_of(&reading), findings);
    reading_free(&reading);
}

TEST(a_sheet_is_read_as_a_text_is)
{
    check_sheet(R("1", "<c r=\"A1\" t=\"s\"><v>0</v></c>" T("B1", "成交额(亿元)"))
                    R("2", T("A2", "2026-04-13") T("B2", "23,489"))
                        R("3", T("A3", "2026-04-14") N("B3", "23490.5"))
                            R("5", T("A5", "数据来源：Wind")),
                "日期:date 成交额:number[亿元]", "成交额", "23489|23490.5", "");
}

TEST(texts_may_be_shared_in_pieces_or_in_place)
{
    check_sheet(
        R("1", "<c r=\"A1\" t=\"s\"><v>1</v></c>") R("2", "<c r=\"A2\" t=\"s\"><v>2</v></c>")
            R("3", "<c r=\"A3\" t=\"s\"><v>3</v></c>")
                R("4", "<c r=\"A4\" t=\"inlineStr\"><v>9</v><is><r><t>丙_x0041_</t></r><r>"
                       "<t>方</t></r><rPh><t>ヘイ</t></rPh></is></c>"),
        "值:text", "值", "甲|乙方|丙A方", "");
}

TEST(days_are_known_by_their_formats)
{
    check_sheet(
        HEAD R("2", S("A2", "1", "46125") N("B2", "1")) R("3", S("A3", "2", "46126") N("B3", "2"))
            R("4", S("A4", "3", "46127") N("B4", "3")) R("5", S("A5", "4", "46128") N("B5", "4"))
                R("6", "<c r=\"A6\" t=\"d\"><v>2026-04-17T00:00:00</v></c>" N("B6", "5")),
        "日期:date 值:number", "日期", "2026-04-13|2026-04-14|2026-04-15|2026-04-16|2026-04-17",
        "");
}

TEST(days_before_the_leap_that_was_none_are_right)
{
    check_sheet(HEAD R("2", S("A2", "1", "1")) R("3", S("A3", "1", "59"))
                    R("4", S("A4", "1", "61")),
                "日期:date 值:text", "日期", "1900-01-01|1900-02-28|1900-03-01", "");
}

TEST(times_and_moments_are_texts)
{
    check_sheet(R("1", T("A1", "时刻")) R("2", S("A2", "6", "0.395833333333333"))
                    R("3", S("A3", "1", "46125.5")),
                "时刻:text", "时刻", "09:30:00|2026-04-13 12:00:00", "");
}

TEST(a_workbook_may_count_its_days_from_1904)
{
    cp_part parts[BOOK_PARTS];
    cp_buf sheet = { 0 };
    cp_reading reading;

    book_parts(parts, &sheet, HEAD R("2", S("A2", "1", "44663") N("B2", "1")));
    parts[1].text
        = "<x:workbook xmlns:x=\"http://purl.oclc.org/ooxml/spreadsheetml/main\" "
          "xmlns:q=\"http://purl.oclc.org/ooxml/officeDocument/relationships\" xmlns:y=\"y\">"
          "<x:workbookPr date1904=\"true\"/><x:sheets><x:sheet name=\"S\" q:id=\"s1\"/></x:sheets>"
          "<y:workbookPr/></x:workbook>";
    reading = read_parts(parts, NULL);
    CHECK_STR(cells_of(&reading, "日期"), "2026-04-13");
    reading_free(&reading);
    cp_buf_free(&sheet);
}

TEST(shares_are_as_exact_as_they_are_stored)
{
    check_sheet(R("1", T("A1", "涨跌幅")) R("2", S("A2", "5", "1.1400000000000000E-2"))
                    R("3", S("A3", "5", "-2.5")) R("4", S("A4", "5", "0"))
                        R("5", S("A5", "5", "1E-7")),
                "涨跌幅:number%", "涨跌幅", "0.0114|-2.5|0|1e-07", "");
}

TEST(truths_and_texts_of_formulas_are_texts)
{
    check_sheet(
        R("1", T("A1", "停牌") T("B1", "级"))
            R("2", "<c r=\"A2\" t=\"b\"><v>1</v></c><c r=\"B2\" t=\"str\"><f>X</f><v>高</v></c>")
                R("3", "<c r=\"A3\" t=\"b\"><v>0</v></c><c r=\"B3\" t=\"str\"><f>X</f><v/></c>"),
        "停牌:text 级:text", "停牌", "TRUE|FALSE", "");
}

TEST(a_formula_that_was_never_calculated_is_told_at_its_cell)
{
    check_sheet(HEAD R("2", T("A2", "2026-04-13") "<c r=\"B2\"><f>1+1</f><v>2</v></c>")
                    R("3", T("A3", "2026-04-14") "<c r=\"B3\"><f>B2+1</f></c>"),
                "日期:date 值:number", "值", "2|",
                "data/b.xlsx[S]!B3: error: the formula in this cell was never calculated "
                "(column 值); open the workbook in a spreadsheet program and save it there");
}

TEST(errors_of_formulas_are_told_but_nothing_available_is_missing)
{
    check_sheet(HEAD R("2", T("A2", "2026-04-13") "<c r=\"B2\" t=\"e\"><v>#N/A</v></c>")
                    R("3", T("A3", "2026-04-14") "<c r=\"B3\" t=\"e\"><f>1/0</f><v>#DIV/0!</v></c>")
                        R("4", T("A4", "2026-04-15") N("B4", "3")),
                "日期:date 值:number", "值", "||3",
                "data/b.xlsx[S]!B3: error: the cell holds the error #DIV/0! (column 值); mend its "
                "formula or clear it");
}

TEST(a_bad_cell_is_named_as_sheets_name_it)
{
    check_sheet(R("1", T("AA1", "日期") T("AB1", "值")) R("7", T("AA7", "2026-04-13") N("AB7", "1"))
                    R("8", T("AA8", "2026-04-14") T("AB8", "12,3x"))
                        R("9", T("AA9", "2026-04-15") N("AB9", "3")),
                "日期:date 值:number", "值", "1||3",
                "data/b.xlsx[S]!AB8: error: '12,3x' is not a number (column 值)");
}

TEST(numbers_written_as_text_are_numbers)
{
    check_sheet(R("1", T("A1", "行业") T("B1", "市值") T("C1", "占比"))
                    R("2", T("A2", "家电") T("B2", "303.56亿") T("C2", "4.07%"))
                        R("3", T("A3", "银行") T("B3", "1.2亿") T("C3", "0.65‰")),
                "行业:text 市值:number 占比:number%", "市值", "30356000000|120000000", "");
}

TEST(names_merged_over_others_are_parts_of_theirs)
{
    check_sheet(R("1", T("A1", "资金流向")) R("2", T("A2", "日期") T("B2", "北向") T("D2", "南向"))
                    R("3", T("B3", "买入") T("C3", "卖出") T("D3", "买入") T("E3", "卖出"))
                        R("4", T("A4", "2026-04-13") N("B4", "1") N("C4", "2") N("D4", "3")
                                   N("E4", "4")) MERGE(M("A1:E1") M("A2:A3") M("B2:C2") M("D2:E2")),
                "日期:date 北向_买入:number 北向_卖出:number 南向_买入:number 南向_卖出:number",
                "南向_买入", "3", "");
}

TEST(three_rows_of_names_become_one)
{
    check_sheet(
        R("1", T("B1", "全市场") T("F1", "科创板"))
            R("2", T("B2", "买") T("D2", "卖") T("F2", "买"))
                R("3", T("A3", "日期") T("B3", "额") T("C3", "量") T("D3", "额") T("E3", "量")
                           T("F3", "额")) R("4", T("A4", "2026-04-13") N("B4", "1") N("C4", "2")
                                                     N("D4", "3") N("E4", "4") N("F4", "5"))
                    MERGE(M("B1:E1") M("B2:C2") M("D2:E2")),
        "日期:date 全市场_买_额:number 全市场_买_量:number 全市场_卖_额:number 全市场_卖_量:number "
        "科创板_买_额:number",
        "全市场_卖_额", "3", "");
}

TEST(a_text_merged_down_stands_in_each_row_and_a_number_only_once)
{
    check_sheet(
        R("1", T("A1", "概念") T("B1", "个股") T("C1", "净额") T("D1", "合计"))
            R("2", T("A2", "锂电池") T("B2", "甲") N("C2", "1") N("D2", "3"))
                R("3", T("B3", "乙") N("C3", "2"))
                    R("4", T("A4", "光模块") T("B4", "丙") N("C4", "4") N("D4", "4"))
                        MERGE(M("A2:A3") M("D2:D3")),
        "概念:text 个股:text 净额:number 合计:number", "合计", "3||4",
        "data/b.xlsx[S]: note: 1 cell below a merged cell takes its text\n"
        "data/b.xlsx[S]: note: 1 number merged over rows stands in the first of them alone");
}

TEST(hidden_rows_are_read_and_told)
{
    check_sheet(HEAD R("2", T("A2", "2026-04-13") N("B2", "1")) "<row r=\"3\" hidden=\"1\">" T(
                    "A3", "2026-04-14") N("B3", "2") "</row>",
                "日期:date 值:number", "值", "1|2",
                "data/b.xlsx[S]: note: 1 hidden row is read, too");
}

TEST(rows_and_cells_need_not_say_where_they_stand)
{
    check_sheet(
        "<row><c t=\"inlineStr\"><is><t>日期</t></is></c><c t=\"inlineStr\"><is><t>值</t></is>"
        "</c></row><row><c t=\"inlineStr\"><is><t>2026-04-13</t></is></c><c><v>7</v></c></row>",
        "日期:date 值:number", "值", "7", "");
}

TEST(rows_out_of_order_are_put_in_order)
{
    check_sheet(R("3", T("A3", "2026-04-14") N("B3", "2"))
                    HEAD R("2", N("B2", "1") T("A2", "2026-04-13")),
                "日期:date 值:number", "值", "1|2", "");
}

TEST(a_range_takes_a_part_of_the_sheet)
{
    static const char data[] = R("1", T("A1", "备注") T("C1", "日期") T("D1", "值"))
        R("2", T("A2", "x") T("C2", "2026-04-13") N("D2", "1"))
            R("3", T("A3", "y") T("C3", "2026-04-14") N("D3", "2"));
    cp_read_wish wish = { .range = CP_STR("C1:D2"), .place = { "pack.yaml", 4, 9 } };
    cp_reading reading = read_sheet(data, &wish);

    CHECK_STR(columns_of(&reading), "日期:date 值:number");
    CHECK_STR(cells_of(&reading, "值"), "1");
    CHECK_INT(reading.table->columns[1].field, 4);
    reading_free(&reading);

    wish.range = CP_STR("$C:$D");
    reading = read_sheet(data, &wish);
    CHECK_STR(cells_of(&reading, "值"), "1|2");
    reading_free(&reading);

    wish.range = CP_STR("D2:C1");
    reading = read_sheet(data, &wish);
    CHECK_STR(findings_of(&reading), "pack.yaml:4:9: error: 'D2:C1' is not a range of cells; "
                                     "expected one such as B3:F200 or B:F");
    reading_free(&reading);
}

TEST(the_pack_can_say_which_row_holds_the_names)
{
    cp_read_wish wish = { .header = 3, .place = { "pack.yaml", 4, 9 } };
    cp_reading reading
        = read_sheet(R("1", T("A1", "x") T("B1", "y")) R("3", T("A3", "日期") T("B3", "值"))
                         R("4", T("A4", "2026-04-13") N("B4", "1")),
                     &wish);

    CHECK_STR(columns_of(&reading), "日期:date 值:number");
    CHECK_INT(reading.story.header_line, 3);
    CHECK(cp_str_is(reading.story.sheet, "S"));
    reading_free(&reading);
}

TEST(sheets_have_names_and_an_unknown_one_is_guessed)
{
    cp_read_wish wish = { .sheet = CP_STR("s"), .place = { "pack.yaml", 4, 9 } };
    cp_reading reading = read_sheet(HEAD, &wish);

    CHECK_STR(findings_of(&reading),
              "pack.yaml:4:9: error: no sheet 's' in data/b.xlsx; expected S");
    reading_free(&reading);
}

/* What is wrong with the sheet that holds `data`. */
static void check_refusal(const char *data, const char *finding)
{
    cp_reading reading = read_sheet(data, NULL);

    CHECK(!reading.table);
    CHECK_STR(findings_of(&reading), finding);
    reading_free(&reading);
}

TEST(broken_sheets_are_refused_in_words)
{
    check_refusal(
        R("1", "<c r=\"A1\""),
        "data/b.xlsx: error: the part 'xl/worksheets/sheet1.xml' is broken in its line 1: "
        "not well-formed (invalid token); save the workbook again");
    check_refusal("<row r=\"1048577\"/>",
                  "data/b.xlsx: error: the part 'xl/worksheets/sheet1.xml' has a "
                  "row that no sheet has; it is not read");
    check_refusal(R("1", N("XFE1", "1")),
                  "data/b.xlsx: error: the part 'xl/worksheets/sheet1.xml' has a "
                  "cell in no place of a sheet; it is not read");
    check_refusal(
        R("1", "<c r=\"A1\" t=\"s\"><v>4</v></c>"),
        "data/b.xlsx: error: the part 'xl/worksheets/sheet1.xml' speaks of a text that the "
        "workbook does not have; save the workbook again");
    check_refusal(
        R("1", N("A1", "1") N("A1", "2")),
        "data/b.xlsx[S]!A1: error: the sheet has this cell twice; save the workbook again");
    check_refusal("", "data/b.xlsx[S]!1: error: no rows; expected names and rows of data");
}

TEST(a_document_type_is_refused_before_it_can_grow)
{
    cp_part parts[BOOK_PARTS];
    cp_buf sheet = { 0 };
    cp_reading reading;

    book_parts(parts, &sheet, HEAD);
    parts[3].text = "<!DOCTYPE sst [<!ENTITY a \"xxxxxxxxxx\"><!ENTITY b \"&a;&a;&a;&a;\">]>"
                    "<sst><si><t>&b;</t></si></sst>";
    reading = read_parts(parts, NULL);
    CHECK_STR(findings_of(&reading), "data/b.xlsx: error: the part 'xl/sharedStrings.xml' has a "
                                     "document type, which no workbook has; it is not read");
    reading_free(&reading);
    cp_buf_free(&sheet);
}

TEST(a_part_that_unpacks_without_end_is_refused)
{
    enum { SIZE = 80 << 20 };
    char *blanks = malloc(SIZE + 1);
    cp_part parts[BOOK_PARTS];
    cp_buf sheet = { 0 };
    cp_reading reading;

    memset(blanks, ' ', SIZE);
    blanks[SIZE] = '\0';
    book_parts(parts, &sheet, HEAD);
    parts[6].text = blanks;
    reading = read_parts(parts, NULL);
    CHECK_STR(findings_of(&reading),
              "data/b.xlsx: error: the part 'xl/worksheets/sheet1.xml' unpacks to "
              "far more than any sheet holds; it is not read");
    reading_free(&reading);
    cp_buf_free(&sheet);
    free(blanks);
}

TEST(one_cell_far_away_does_not_take_the_memory)
{
    cp_buf data = { 0 };
    cp_reading reading;

    cp_buf_add(&data, CP_STR(R("1", N("XFD1", "1"))));
    for (int row = 2; row < 400; row++)
        cp_buf_printf(&data, "<row r=\"%d\"><c r=\"A%d\"><v>1</v></c></row>", row, row);
    reading = read_sheet(data.data, NULL);
    CHECK_STR(findings_of(&reading),
              "data/b.xlsx[S]!1: note: no line of names was found, so the columns "
              "are called 列1, 列2 ...; if there is one, say which line is the "
              "header\ndata/b.xlsx[S]!1: error: 16384 columns, but nearly all of "
              "the 399 rows are far shorter");
    reading_free(&reading);
    cp_buf_free(&data);
}

TEST(other_zip_files_are_told_by_name)
{
    static const cp_part word[] = { { "word/document.xml", "<w/>" }, { 0 } };
    static const cp_part nothing[] = { { "a.txt", "a" }, { 0 } };
    cp_reading reading = read_parts(word, NULL);

    CHECK_STR(findings_of(&reading),
              "data/b.xlsx: error: this is a Word document; expected a workbook "
              "(.xlsx) or text");
    reading_free(&reading);
    reading = read_parts(nothing, NULL);
    CHECK_STR(findings_of(&reading),
              "data/b.xlsx: error: this is a zip file without a workbook in it; "
              "unpack it and use what is inside");
    reading_free(&reading);
    reading = read_book(CP_STR("PK\3\4cut off"), NULL);
    CHECK_STR(findings_of(&reading),
              "data/b.xlsx: error: this begins as a workbook (.xlsx) does, but is "
              "cut off or damaged; copy or save it again");
    reading_free(&reading);
}

/* Each of many small changes to a workbook is read or refused: under AddressSanitizer, without a
 * fault.  The same changes every time. */
TEST(no_change_to_a_workbook_brings_the_reader_down)
{
    cp_part parts[BOOK_PARTS];
    cp_buf sheet = { 0 }, bytes;
    unsigned state = 7;

    book_parts(parts, &sheet, HEAD R("2", S("A2", "1", "46125") N("B2", "1")) MERGE(M("A1:B2")));
    bytes = pack_parts(parts);
    for (int round = 0; round < 3000; round++) {
        cp_arena arena = { 0 };
        cp_str copy = cp_str_copy(&arena, cp_buf_str(&bytes));
        cp_reading reading;

        for (int i = 0; i < 1 + round % 4; i++) {
            state = state * 1103515245u + 12345u;
            ((char *)copy.data)[(state >> 8) % copy.size] = (char)(state >> 16);
        }
        reading = read_book(cp_str_slice(copy, 0, round % 5 ? copy.size : (state >> 8) % copy.size),
                            NULL);
        CHECK(reading.table || reading.report.errors);
        reading_free(&reading);
        cp_arena_free(&arena);
    }
    cp_buf_free(&bytes);
    cp_buf_free(&sheet);
}
