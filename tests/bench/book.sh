#!/bin/sh
# book.sh ROWS: in the working directory, a workbook of one sheet of so many rows and 7 columns (book.xlsx): days, codes
# and names as shared texts, numbers, and shares with a style.
set -eu
rm -rf book book.xlsx
mkdir -p book/_rels book/xl/_rels book/xl/worksheets
main='xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
office=http://schemas.openxmlformats.org/officeDocument/2006/relationships
packages=http://schemas.openxmlformats.org/package/2006
xml='<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
printf '%s<Types xmlns="%s/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/></Types>' \
    "$xml" "$packages" >'book/[Content_Types].xml'
printf '%s<Relationships xmlns="%s/relationships"><Relationship Id="rId1" Type="%s/officeDocument" Target="xl/workbook.xml"/></Relationships>' \
    "$xml" "$packages" "$office" >book/_rels/.rels
printf '%s<workbook %s xmlns:r="%s"><sheets><sheet name="行情" sheetId="1" r:id="rId1"/></sheets></workbook>' \
    "$xml" "$main" "$office" >book/xl/workbook.xml
printf '%s<Relationships xmlns="%s/relationships"><Relationship Id="rId1" Type="%s/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="%s/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="rId3" Type="%s/styles" Target="styles.xml"/></Relationships>' \
    "$xml" "$packages" "$office" "$office" "$office" >book/xl/_rels/workbook.xml.rels
printf '%s<styleSheet %s><cellXfs count="3"><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="10"/></cellXfs></styleSheet>' \
    "$xml" "$main" >book/xl/styles.xml
awk -v rows="$1" -v xml="$xml" -v main="$main" 'BEGIN {
    srand(3)
    texts = split("日期 代码 名称 开盘 收盘 成交量 涨跌幅 平安银行 万科A 贵州茅台 宁德时代 比亚迪 中国平安 招商银行 五粮液", text, " ")
    shared = "book/xl/sharedStrings.xml"
    printf "%s<sst %s>", xml, main >shared
    for (i = 1; i <= texts; i++) printf "<si><t>%s</t></si>", text[i] >shared
    for (i = 0; i < 400; i++) printf "<si><t>%d.SH</t></si>", 600000 + i >shared
    print "</sst>" >shared
    sheet = "book/xl/worksheets/sheet1.xml"
    printf "%s<worksheet %s><sheetData><row r=\"1\">", xml, main >sheet
    for (i = 0; i < 7; i++) printf "<c r=\"%c1\" t=\"s\"><v>%d</v></c>", 65 + i, i >sheet
    print "</row>" >sheet
    for (r = 2; r <= rows + 1; r++) {
        i = r - 2
        printf "<row r=\"%d\"><c r=\"A%d\" s=\"1\"><v>%d</v></c><c r=\"B%d\" t=\"s\"><v>%d</v></c><c r=\"C%d\" t=\"s\"><v>%d</v></c>", r, r, 45000 + int(i / 400), r, texts + i % 400, r, 7 + i % 8 >sheet
        printf "<c r=\"D%d\"><v>%.2f</v></c><c r=\"E%d\"><v>%.2f</v></c><c r=\"F%d\"><v>%d</v></c><c r=\"G%d\" s=\"2\"><v>%.4f</v></c></row>\n", r, rand() * 100, r, rand() * 100, r, rand() * 1e8, r, rand() / 5 - 0.1 >sheet
    }
    print "</sheetData></worksheet>" >sheet
}'
(cd book && zip -q -r ../book.xlsx .)
rm -rf book
