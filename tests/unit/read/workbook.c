#include "workbook.h"

#include "base/file.h"
#include "test.h"

#include <minizip/zip.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define MAIN  "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\""
#define RELS  "xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\""
#define TYPES "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

extern const cp_reader cp_reader_xlsx;

cp_buf pack_parts(const cp_part *parts)
{
    char path[] = "/tmp/chartpack-book-XXXXXX";
    cp_arena arena = { 0 };
    cp_report report = { .arena = &arena };
    cp_buf bytes = { 0 };
    zipFile zip;

    close(mkstemp(path));
    unlink(path);
    zip = zipOpen64(path, APPEND_STATUS_CREATE);
    for (; parts->name; parts++) {
        zipOpenNewFileInZip64(zip, parts->name, NULL, NULL, 0, NULL, 0, NULL, Z_DEFLATED, 6, 0);
        zipWriteInFileInZip(zip, parts->text, (unsigned)strlen(parts->text));
        zipCloseFileInZip(zip);
    }
    zipClose(zip, NULL);
    CHECK(cp_file_read(path, (cp_place){ 0 }, &bytes, &report));
    unlink(path);
    cp_arena_free(&arena);
    return bytes;
}

void book_parts(cp_part parts[BOOK_PARTS], cp_buf *sheet, const char *data)
{
    static const cp_part book[] = {
        { "_rels/.rels", "<Relationships " RELS "><Relationship Id=\"a\" Type=\"" TYPES
                         "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>" },
        { "xl/workbook.xml",
          "<workbook " MAIN " xmlns:r=\"" TYPES
          "\"><sheets><sheet name=\"S\" sheetId=\"1\" r:id=\"s1\"/></sheets></workbook>" },
        { "xl/_rels/workbook.xml.rels",
          "<Relationships " RELS "><Relationship Id=\"s1\" Type=\"" TYPES
          "/worksheet\" Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"s2\" Type=\"" TYPES
          "/sharedStrings\" Target=\"sharedStrings.xml\"/><Relationship Id=\"s3\" Type=\"" TYPES
          "/styles\" Target=\"/xl/styles.xml\"/></Relationships>" },
        { "xl/sharedStrings.xml",
          "<sst " MAIN
          "><si><t>日期</t></si><si><t>值</t></si><si><t xml:space=\"preserve\"> 甲 </t></si>"
          "<si><r><t>乙</t></r><r><rPr><b/></rPr><t>方</t></r><rPh sb=\"0\" "
          "eb=\"1\"><t>オツ</t></rPh></si></sst>" },
        { "xl/styles.xml",
          "<styleSheet " MAIN "><numFmts count=\"2\">"
          "<numFmt numFmtId=\"176\" "
          "formatCode=\"[$-804]yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;;@\"/>"
          "<numFmt numFmtId=\"177\" formatCode=\"h:mm\"/></numFmts>"
          "<cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs><cellXfs><xf numFmtId=\"0\"/>"
          "<xf numFmtId=\"14\"/><xf numFmtId=\"31\"/><xf numFmtId=\"58\"/><xf numFmtId=\"176\"/>"
          "<xf numFmtId=\"10\"/><xf numFmtId=\"177\"/></cellXfs></styleSheet>" },
        { "xl/", "" },
    };
    enum { FIXED = sizeof book / sizeof *book };

    sheet->size = 0;
    cp_buf_printf(sheet, "<worksheet " MAIN "><sheetData>%s%s</worksheet>", data,
                  strstr(data, "</sheetData>") ? "" : "</sheetData>");
    memcpy(parts, book, sizeof book);
    parts[FIXED] = (cp_part){ "xl/worksheets/sheet1.xml", sheet->data };
    parts[FIXED + 1] = (cp_part){ 0 };
}

cp_reading read_book(cp_str bytes, const cp_read_wish *wish)
{
    static const cp_read_wish none = { 0 };
    cp_place at = { "data/b.xlsx", 1, 1 };
    cp_reading result = { 0 };

    result.report.arena = &result.arena;
    result.story.source = CP_STR("");
    result.table = cp_reader_xlsx.read(&result.arena, at, bytes, wish ? wish : &none, &result.story,
                                       &result.report);
    result.report.arena = NULL;
    return result;
}

cp_reading read_parts(const cp_part *parts, const cp_read_wish *wish)
{
    cp_buf bytes = pack_parts(parts);
    cp_reading result = read_book(cp_buf_str(&bytes), wish);

    cp_buf_free(&bytes);
    return result;
}

cp_reading read_sheet(const char *data, const cp_read_wish *wish)
{
    cp_part parts[BOOK_PARTS];
    cp_buf sheet = { 0 };
    cp_reading result;

    book_parts(parts, &sheet, data);
    result = read_parts(parts, wish);
    cp_buf_free(&sheet);
    return result;
}
