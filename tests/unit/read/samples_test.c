/*
 * samples_test.c - workbooks of terminals and of other readers' test suites, and texts made to
 * trip readers: what each is read as, or the words that refuse it.
 */
#include "test.h"

#include "base/file.h"
#include "reading.h"

#include <string.h>

#define SAMPLES "../shared/samples/"

/* Of wide tables `columns`, `first` and `last` are the beginning. */
static const struct {
    const char *file, *sheet;
    int rows, column_count;
    const char *columns, *first, *last;
    const char *findings;
} samples[] = {
    /* clang-format off */
    { "csv-torture/csv-spectrum/csvs/comma_in_quotes.csv", NULL, 1, 5,
      "first:text last:text address:text city:text zip:text",
      "John|Doe|120 any st.|Anytown, WW|08123",
      "John|Doe|120 any st.|Anytown, WW|08123", "" },
    { "csv-torture/csv-spectrum/csvs/empty.csv", NULL, 2, 3,
      "a:number b:number c:number",
      "1||",
      "2|3|4", "" },
    { "csv-torture/csv-spectrum/csvs/empty_crlf.csv", NULL, 2, 3,
      "a:number b:number c:number",
      "1||",
      "2|3|4", "" },
    { "csv-torture/csv-spectrum/csvs/escaped_quotes.csv", NULL, 2, 2,
      "a:number b:text",
      "1|ha \"ha\" ha",
      "3|4", "" },
    { "csv-torture/csv-spectrum/csvs/json.csv", NULL, 1, 2,
      "key:number val:text",
      "1|{\"type\": \"Point\", \"coordinates\": [102.0, 0.5]}",
      "1|{\"type\": \"Point\", \"coordinates\": [102.0, 0.5]}", "" },
    { "csv-torture/csv-spectrum/csvs/location_coordinates.csv", NULL, 1, 4,
      "Contact Phone Number:number Location Coordinates:text Cities:text Counties:text",
      "2095257564|37�36'37.8\"N 121�2'17.9\"W|Modesto|Stanislaus",
      "2095257564|37�36'37.8\"N 121�2'17.9\"W|Modesto|Stanislaus", "" },
    { "csv-torture/csv-spectrum/csvs/newlines.csv", NULL, 3, 3,
      "a:text b:number c:number",
      "1|2|3",
      "7|8|9", "" },
    { "csv-torture/csv-spectrum/csvs/newlines_crlf.csv", NULL, 3, 3,
      "a:text b:number c:number",
      "1|2|3",
      "7|8|9", "" },
    { "csv-torture/csv-spectrum/csvs/quotes_and_newlines.csv", NULL, 2, 2,
      "a:number b:text",
      "1|ha \n\"ha\" \nha",
      "3|4", "" },
    { "csv-torture/csv-spectrum/csvs/simple.csv", NULL, 1, 3,
      "a:number b:number c:number",
      "1|2|3",
      "1|2|3", "" },
    { "csv-torture/csv-spectrum/csvs/simple_crlf.csv", NULL, 1, 3,
      "a:number b:number c:number",
      "1|2|3",
      "1|2|3", "" },
    { "csv-torture/csv-spectrum/csvs/utf8.csv", NULL, 2, 3,
      "a:number b:number c:text",
      "1|2|3",
      "4|5|ʤ", "" },
    { "csv-torture/csvkit/bad.csv", NULL, 3, 3,
      "column_a:number column_b:text column_c:number",
      "1|27|",
      "0|mixed types.... uh oh|17", "../shared/samples/csv-torture/csvkit/bad.csv:2:7: error: 'I'm too long!' stands behind the last column (column_c)\n../shared/samples/csv-torture/csvkit/bad.csv:3: warning: 1 row is shorter than the names: here 2 of 3 cells; what is not there is taken as missing" },
    { "csv-torture/csvkit/bad_skip_lines.csv", NULL, 3, 3,
      "column_a:number column_b:text column_c:number",
      "1|27|",
      "0|mixed types.... uh oh|17", "../shared/samples/csv-torture/csvkit/bad_skip_lines.csv:5:7: error: 'I'm too long!' stands behind the last column (column_c)\n../shared/samples/csv-torture/csvkit/bad_skip_lines.csv:6: warning: 1 row is shorter than the names: here 2 of 3 cells; what is not there is taken as missing" },
    { "csv-torture/csvkit/blanks.csv", NULL, 1, 6,
      "a:text b:text c:text d:text e:text f:text",
      "|||||.",
      "|||||.", "" },
    { "csv-torture/csvkit/date_like_number.csv", NULL, 1, 1,
      "a:number",
      "4.5",
      "4.5", "" },
    { "csv-torture/csvkit/dummy.tsv", NULL, 1, 3,
      "a:number b:number c:number",
      "1|2|3",
      "1|2|3", "" },
    { "csv-torture/csvkit/empty.csv", NULL, 0, 0, "", "", "",
      "../shared/samples/csv-torture/csvkit/empty.csv:1: error: no rows; expected names and rows of data" },
    { "csv-torture/csvkit/mac_newlines.csv", NULL, 2, 3,
      "a:text b:number c:number",
      "1|2|3",
      "Once upon\ra time|5|6", "" },
    { "csv-torture/csvkit/null_byte.csv", NULL, 0, 0, "", "", "",
      "../shared/samples/csv-torture/csvkit/null_byte.csv:2:1: error: a zero byte; expected text (UTF-16 without a byte order mark? then say encoding: utf-16le)" },
    { "csv-torture/csvkit/optional_quote_characters.csv", NULL, 1, 3,
      "a:number b:number c:number",
      "1|2|3",
      "1|2|3", "" },
    { "csv-torture/csvkit/sheets.xlsx", NULL, 5, 8,
      "text:text date:date integer:number boolean:text float:number datetime:text empty_column:text 列8:text",
      "Chicago Reader|1971-01-01|40|TRUE|1|1971-01-01 04:14:00||",
      "Unicode! Σ|||||||", "../shared/samples/csv-torture/csvkit/sheets.xlsx: note: the sheet 'data' is read; 'not this one' before it has no cells" },
    { "csv-torture/csvkit/sheets.xlsx", "ʤ", 1, 3,
      "a:number b:number c:number",
      "1|2|3",
      "1|2|3", "" },
    { "csv-torture/csvkit/test.xlsx", NULL, 5, 8,
      "text:text date:date integer:number boolean:text float:number datetime:text empty_column:text 列8:text",
      "Chicago Reader|1971-01-01|40|TRUE|1|1971-01-01 04:14:00||",
      "Unicode! Σ|||||||", "" },
    { "csv-torture/csvkit/test_date_format.csv", NULL, 2, 1,
      "a:text",
      "02/01/2014",
      "31/12/2012", "../shared/samples/csv-torture/csvkit/test_date_format.csv:2:1: note: '02/01/2014' does not tell" },
    { "csv-torture/csvkit/test_empty_columns_long_row.csv", NULL, 0, 3,
      "a:text b:text c:text",
      "",
      "", "" },
    { "csv-torture/csvkit/test_empty_columns_short_row.csv", NULL, 0, 3,
      "a:text b:text c:text",
      "",
      "", "" },
    { "csv-torture/csvkit/test_extra_header.csv", NULL, 1, 4,
      "a:number b:number c:number d:text",
      "1|2|3|",
      "1|2|3|", "../shared/samples/csv-torture/csvkit/test_extra_header.csv:2: warning: 1 row is shorter than the names: here 3 of 4 cells; what is not there is taken as missing" },
    { "csv-torture/csvkit/test_header_newline.csv", NULL, 1, 3,
      "start end:text b:text c:text",
      "d|e|f",
      "d|e|f", "" },
    { "csv-torture/csvkit/test_latin1.csv", NULL, 0, 0, "", "", "",
      "../shared/samples/csv-torture/csvkit/test_latin1.csv:3:5: error: byte 0xA9 is neither UTF-8 nor GB18030; say which encoding it is, such as latin1" },
    { "csv-torture/csvkit/test_locale.csv", NULL, 1, 3,
      "a:text b:text c:text",
      "1,7|200.000.000|",
      "1,7|200.000.000|", "" },
    { "csv-torture/csvkit/test_numeric_date_format.csv", NULL, 2, 1,
      "a:number",
      "20140102",
      "20121231", "" },
    { "csv-torture/csvkit/test_skip_lines.csv", NULL, 1, 3,
      "a:number b:number c:number",
      "1|2|3",
      "1|2|3", "" },
    { "csv-torture/csvkit/test_utf16_big.csv", NULL, 2, 3,
      "a:number b:number c:text",
      "1|2|3",
      "4|5|ʤ", "" },
    { "csv-torture/csvkit/test_utf16_little.csv", NULL, 2, 3,
      "a:number b:number c:text",
      "1|2|3",
      "4|5|ʤ", "" },
    { "csv-torture/csvkit/test_utf8_bom.csv", NULL, 2, 3,
      "foo:number bar:number baz:text",
      "1|2|3",
      "4|5|ʤ", "" },
    { "csv-torture/papaparse/long-sample.csv", NULL, 7, 7,
      "Grant:text Dyer:text Donec.elementum@orciluctuset.example:text 2013-11-23T02:30:31-08:00:text 2014-05-31T01:06:56-07:00:text Magna Ut Associates:text ljenkins:text",
      "Cherokee|Shields|Nulla.Semper.Tellus@duinec.example|2014-11-22T16:43:51-08:00|2013-09-26T11:47:15-07:00|Pede Corporation|Donec.elementum@orciluctuset.example",
      "Talon|Salinas|posuere.vulputate.lacus@Donecsollicitudin.example|2015-01-31T09:19:02-08:00|2014-12-17T04:59:18-08:00|Aliquam Iaculis Incorporate|Phasellus@Quisquetincidunt.example", "" },
    { "csv-torture/papaparse/malformed.tsv", NULL, 0, 0, "", "", "",
      "../shared/samples/csv-torture/papaparse/malformed.tsv:9:12: error: a quote opens here and is not closed" },
    { "csv-torture/papaparse/utf-8-bom-sample.csv", NULL, 1, 3,
      "A:text B:text C:text",
      "X|Y|Z",
      "X|Y|Z", "" },
    { "csv-torture/rust-csv/smallpop-colon.csv", NULL, 10, 1,
      "city:region:country:population:text",
      "Southborough:MA:United States:9686",
      "Concord:NH:United States:42605", "" },
    { "csv-torture/rust-csv/smallpop-no-headers.csv", NULL, 10, 4,
      "列1:text 列2:text 列3:text 列4:number",
      "Southborough|MA|United States|9686",
      "Concord|NH|United States|42605", "../shared/samples/csv-torture/rust-csv/smallpop-no-headers.csv:1: note: no line of names was found, so the columns are called 列1, 列2 ...; if there is one, say which line is the header" },
    { "csv-torture/rust-csv/smallpop.csv", NULL, 10, 4,
      "city:text region:text country:text population:number",
      "Southborough|MA|United States|9686",
      "Concord|NH|United States|42605", "" },
    { "csv-torture/rust-csv/strange.csv", NULL, 0, 0, "", "", "",
      "../shared/samples/csv-torture/rust-csv/strange.csv:1:4: error: text behind a closing quote; a quote inside a quoted cell is written twice" },
    { "csv-torture/rust-csv/uspop-latin1.csv", NULL, 0, 0, "", "", "",
      "../shared/samples/csv-torture/rust-csv/uspop-latin1.csv:4:1: error: byte 0xD5 before 'a' is not UTF-8 and unlikely to be GB18030; say which encoding it is, such as latin1" },
    { "csv-torture/rust-csv/uspop-null.csv", NULL, 100, 5,
      "City:text State:text Population:number Latitude:number Longitude:number",
      "Davidsons Landing|AK||65.2419444|-165.2716667",
      "Cody|WY|9161|44.5263889|-109.0558333", "" },
    { "ifind/上证指数.xlsx", NULL, 366, 2,
      "指标名称:date 上证A股指数:number[点]",
      "2021-09-13|3894.0349",
      "2020-09-13|", "" },
    { "ifind/中证1000.xlsx", NULL, 1222, 10,
      "number:number time:date thscode:text open:number high:number low:number close:number volume:number amount:number turnoverRatio:number",
      "1|2026-01-16|000852.SH|8276.6084|8304.3989|8180.1169|8232.7293|352539405|633410677297|3.5496",
      "1222|2021-01-04|000852.SH|6671.927|6809.4266|6662.7993|6798.7644|183204775|227626018849.5|2.5198", "" },
    { "ifind/南向资金.xlsx", NULL, 366, 2,
      "指标名称:date 港股通:净买入额:number[百万元]",
      "2021-09-13|-1381.78",
      "2020-09-13|", "" },
    { "limit-up/复盘图表.xlsx", NULL, 586, 28,
      "日期:date 今日涨停封死计数:number 今日涨停炸版计数:number 盘中带量曾封跌停计数:number 收盘带量封死跌停计数:number 盘中超跌-5%计数:number 收盘超跌-5%计数:number 打板当日封板率:number 昨日所有涨停收益率（不包含炸板）:number 昨日所有涨停真实收益率（包含炸板）:number 昨日首板理想收益率（封死涨停）:number 昨日首板真实收益率（包含炸板）:number 昨日二板理想收益率（封死涨停）:number 昨日二板真实收益率（包含炸板）:number 昨日三板理想收益率（封死涨停）:text 昨日三板真实收益率（包含炸板）:text",
      "2020-11-30|26|30|-17|-7|-158|-61|46.42857142857143|1.8|-0.54||||||",
      "2023-04-28|92|25|-27|-11|-287|-93|78.63247863247864|2.6|1.56||||||", "../shared/samples/limit-up/复盘图表.xlsx: note: the sheet '情绪数据' is read; '图' before it has no cells\n../shared/samples/limit-up/复盘图表.xlsx[情绪数据]!AE2: error: the cell holds the error #REF! (column ma3涨停); mend its formula or clear it\n../shared/samples/limit-up/复盘图表.xlsx[情绪数据]!AF2: error: the cell holds the error #REF! (column 偏离幅度); mend its formula or clear it\n../shared/samples/limit-up/复盘图表.xlsx[情绪数据]!AE3: error: the cell holds the error #REF! (column ma3涨停); mend its formula or clear it\n../shared/samples/limit-up/复盘图表.xlsx[情绪数据]!AF3: error: the cell holds the error #REF! (column 偏离幅度); mend its formula or clear it\n../shared/samples/limit-up/复盘图表.xlsx[情绪数据]!AE4: error: the cell holds the error #REF! (column ma3涨停); mend its formula or clear it\n../shared/samples/limit-up/复盘图表.xlsx[情绪数据]!AF4: error: the cell holds the error #REF! (column 偏离幅度); mend its formula or clear it" },
    { "limit-up/复盘图表.xlsx", "Sheet3", 16, 27,
      "2021-04-19:text 2021-04-20:text 2021-04-21:text 2021-04-22:text 2021-04-23:text 2021-04-26:text 2021-04-27:text 2021-04-28:text 2021-04-29:text 2021-04-30:text 2021-05-06:text 2021-05-07:text 2021-05-10:text 2021-05-11:text 2021-05-12:text 2021-05-13:text",
      "小康股份|2一字|-10%|4天3低开放量|5天4低开缩量|6天5高开缩量|炸3.50%|炸8.05%|-6.28%|7天4新高平量|8天5烂板缩量|4.46%|9天6平开缩量|炸0.21%|3.27%|-8.99%",
      "|||||||||||||||", "../shared/samples/limit-up/复盘图表.xlsx[Sheet3]!U3: error: '低开放量' is not a number (column 2021-05-20)\n../shared/samples/limit-up/复盘图表.xlsx[Sheet3]!Z7: error: '二浪1放量' is not a number (column 2021-05-27)\n../shared/samples/limit-up/复盘图表.xlsx[Sheet3]!AA7: error: '二浪2缩量' is not a number (column 2021-05-28)\n../shared/samples/limit-up/复盘图表.xlsx[Sheet3]!AA8: error: '炸8.28%' is not a number (column 2021-05-28)\n../shared/samples/limit-up/复盘图表.xlsx[Sheet3]!R11: error: '4天3平开放量' is not a number (column 2021-05-17)\n../shared/samples/limit-up/复盘图表.xlsx[Sheet3]!R12: error: '2一字' is not a number (column 2021-05-17)\n../shared/samples/limit-up/复盘图表.xlsx[Sheet3]!U12: error: '5天4平开缩量' is not a number (column 2021-05-20)\n../shared/samples/limit-up/复盘图表.xlsx[Sheet3]!Z12: error: '810天7分歧放量' is not a number (column 2021-05-27)\n../shared/samples/limit-up/复盘图表.xlsx[Sheet3]!R13: error: '2高开平量' is not a number (column 2021-05-17)\n../shared/samples/limit-up/复盘图表.xlsx[Sheet3]!V13: error: '6天4高开秒缩量' is not a number (column 2021-05-21)\n../shared/samples/limit-up/复盘图表.xlsx[Sheet3]!R14: error: '白酒' is not a number (column 2021-05-17)\n../shared/samples/limit-up/复盘图表.xlsx[Sheet3]!U14: error: '3天2平开缩量' is not a number (column 2021-05-20)\n../shared/samples/limit-up/复盘图表.xlsx[Sheet3]!Z14: error: '8天5高开长天放量' is not a number (column 2021-05-27)\n../shared/samples/limit-up/复盘图表.xlsx[Sheet3]!U15: error: '2T爆量' is not a number (column 2021-05-20)\n../shared/samples/limit-up/复盘图表.xlsx[Sheet3]!Z16: error: '3高开平量' is not a number (column 2021-05-27)\n../shared/samples/limit-up/复盘图表.xlsx[Sheet3]!AA17: error: '4天3平开放量' is not a number (column 2021-05-28)\n../shared/samples/limit-up/复盘图表.xlsx[Sheet3]!Z18: error: '2高开放量' is not a number (column 2021-05-27)\n../shared/samples/limit-up/复盘图表.xlsx[Sheet3]!AA18: error: '3高开长腿爆量' is not a number (column 2021-05-28)" },
    { "limit-up/复盘图表.xlsx", "图", 0, 0, "", "", "",
      "../shared/samples/limit-up/复盘图表.xlsx[图]!1: error: no rows; expected names and rows of data" },
    { "northbound-sector/5日行业资金流入情况.xlsx", NULL, 60, 16,
      "列1:number 行业:text 最新涨跌幅:number 北向资金今日持股_支数:number 北向资金今日持股_市值:number 北向资金今日持股_占板块比:number% 北向资金今日持股_占北向资金比:number% 北向资金今日增持估计_股票支数:number 北向资金今日增持估计_市值:number 北向资金今日增持估计_市值增幅:number% 北向资金今日增持估计_占板块比:number% 北向资金今日增持估计_占北向资金比:number% 今日增持最大_市值:text 今日增持最大_占股本比:text 今日减持最大股_市值:text 今日减持最大股_占股本比:text",
      "0|家电行业|-0.33|20|189127000000|0.1142|0.1457|8|2334800000|0.0125|0.00141|0.00181|格力电器|格力电器|老板电器|老板电器",
      "59|酿酒行业|-1.15|21|289296000000|0.058|0.2229|11|-3481900000|-0.0118|-0.0007|-0.00269|五粮液|今世缘|贵州茅台|百润股份", "" },
    { "sw-industry/申万行业指数.xlsx", NULL, 2417, 32,
      "列1:date 农林牧渔:number 家用电器:number 石油石化:number 社会服务:number 国防军工:number 交通运输:number 建筑材料:number 电力设备:number 有色金属:number 建筑装饰:number 非银金融:number 基础化工:number 医药生物:number 商贸零售:number 公用事业:number",
      "2014-02-20|1866.88|3067.92|2101.48|3283.11|1000|1662.64|3110.57|3846.35|2470.25|1507.42|1000|1886.39|5382.5|3276.74|1848.98",
      "2024-01-19|2640.74|6674.66|2086.06|7978.48|1185.71|1975.83|4445.19|6539.69|3914.14|1794.55|1356.72|3183.25|7699.9|1921.09|2128.32", "" },
    { "wind-series/中证500.xlsx", NULL, 4849, 10,
      "代码:text 名称:text 日期:date 开盘价:number[元] 最高价:number[元] 最低价:number[元] 收盘价:number[元] 涨跌幅:number 成交额:number[百万] 成交量:number[股]",
      "000905.SH|中证500|2004-12-31|1000|1000|1000|1000|0|0|0",
      "000905.SH|中证500|2024-12-17|5896.97|5924.62|5864.34|5872.64|-0.0068|101735.65|9920688400", "" },
    { "xlsx-torture/readxl/dates-1900-LibreOffice.xlsx", NULL, 1, 5,
      "列1:date 列2:date 列3:date 列4:date 列5:date",
      "2000-01-01|2000-01-01|2000-01-01|2000-01-01|2000-01-01",
      "2000-01-01|2000-01-01|2000-01-01|2000-01-01|2000-01-01", "../shared/samples/xlsx-torture/readxl/dates-1900-LibreOffice.xlsx[Sheet1]!1: note: no line of names was found, so the columns are called 列1, 列2 ...; if there is one, say which line is the header" },
    { "xlsx-torture/readxl/deaths.xlsx", NULL, 14, 6,
      "Name:text Profession:text Age:number Has kids:text Date of birth:date Date of death:date",
      "David Bowie|musician|69|TRUE|1947-01-08|2016-01-10",
      "|||||", "../shared/samples/xlsx-torture/readxl/deaths.xlsx[arts]!C18: error: 'at the' is not a number (column Age)\n../shared/samples/xlsx-torture/readxl/deaths.xlsx[arts]!F19: error: 'too!' is not a date (column Date of death)" },
    { "xlsx-torture/readxl/deaths.xlsx", "other", 14, 6,
      "Name:text Profession:text Age:number Has kids:text Date of birth:date Date of death:date",
      "Vera Rubin|scientist|88|TRUE|1928-07-23|2016-12-25",
      "|||||", "../shared/samples/xlsx-torture/readxl/deaths.xlsx[other]!C19: error: 'off' is not a number (column Age)\n../shared/samples/xlsx-torture/readxl/deaths.xlsx[other]!E19: error: 'now!' is not a date (column Date of birth)" },
    { "xlsx-torture/readxl/geometry.xlsx", NULL, 3, 3,
      "B3:text C3:text D3:text",
      "B4|C4|D4",
      "B6|C6|D6", "" },
    { "xlsx-torture/readxl/inlineStr.xlsx", NULL, 1, 7,
      "NN:number Hierarchy:text Outline Number:number ID:text Name:text Type:text Description:text",
      "1|+|1|RQ11610|requirement|Textual Requirement|test",
      "1|+|1|RQ11610|requirement|Textual Requirement|test", "" },
    { "xlsx-torture/readxl/iris-google-doc.xlsx", NULL, 150, 5,
      "Sepal.Length:number Sepal.Width:number Petal.Length:number Petal.Width:number Species:text",
      "5.1|3.5|1.4|0.2|setosa",
      "5.9|3|5.1|1.8|virginica", "" },
    { "xlsx-torture/readxl/missing-first-column.xlsx", NULL, 3, 1,
      "列1:number",
      "1",
      "3", "../shared/samples/xlsx-torture/readxl/missing-first-column.xlsx[Sheet1]!1: note: no line of names was found, so the columns are called 列1, 列2 ...; if there is one, say which line is the header" },
    { "xlsx-torture/readxl/missing-first-column.xlsx", "Sheet2", 0, 0, "", "", "",
      "../shared/samples/xlsx-torture/readxl/missing-first-column.xlsx[Sheet2]!1: error: no rows; expected names and rows of data" },
    { "xlsx-torture/readxl/missing-values-xlsx.xlsx", NULL, 3, 3,
      "x:number y:number z:number",
      "||",
      "2|2|2", "" },
    { "xlsx-torture/readxl/texty-dates-xlsx.xlsx", NULL, 2, 1,
      "a:text",
      "1985-03-11 13:00:00",
      "1985-03-11 13:23:32", "../shared/samples/xlsx-torture/readxl/texty-dates-xlsx.xlsx[Sheet1]!A2: note: the days have different times behind them, so they stay texts (column a)" },
    { "xlsx-torture/readxl/type-me.xlsx", NULL, 10, 2,
      "maybe boolean?:text description:text",
      "|empty",
      "False|\"False\" preceded by single quote", "" },
    { "xlsx-torture/readxl/type-me.xlsx", "numeric_coercion", 7, 2,
      "maybe numeric?:text explanation:text",
      "|empty",
      "cabbage|\"cabbage\"", "" },
    { "xlsx-torture/readxl/type-me.xlsx", "date_coercion", 7, 2,
      "maybe a datetime?:text explanation:text",
      "|empty",
      "39448|another numeric", "" },
    { "xlsx-torture/readxl/type-me.xlsx", "text_coercion", 6, 2,
      "text:text explanation:text",
      "|empty",
      "36436153|another numeric", "" },
    /* clang-format on */
};

enum { COUNT = sizeof samples / sizeof *samples };

static void check_start(const char *file, const char *found, const char *wanted)
{
    if (strncmp(found, wanted, strlen(wanted)) != 0)
        cp_test_fault(__FILE__, __LINE__, "%s\n    found  %s\n    wanted %s", file, found, wanted);
}

static void check_sample(size_t i)
{
    cp_reading reading = { 0 };
    const char *path = cp_path_join(&reading.arena, SAMPLES, samples[i].file);
    cp_read_wish wish = { .sheet = cp_str_from(samples[i].sheet) };

    reading.report.arena = &reading.arena;
    reading.table
        = cp_table_read(&reading.arena, path, CP_STR("t"), &wish, &reading.story, &reading.report);
    check_start(samples[i].file, findings_of(&reading), samples[i].findings);
    CHECK((samples[i].findings[0] == '\0') == (reading.report.first == NULL));
    CHECK((samples[i].column_count > 0) == (reading.table != NULL));
    if (reading.table) {
        CHECK_INT(reading.table->rows, samples[i].rows);
        CHECK_INT(reading.table->column_count, samples[i].column_count);
        check_start(samples[i].file, columns_of(&reading), samples[i].columns);
    }
    if (reading.table && reading.table->rows) {
        check_start(samples[i].file, row_of(&reading, 0), samples[i].first);
        check_start(samples[i].file, row_of(&reading, reading.table->rows - 1), samples[i].last);
    }
    reading_free(&reading);
}

TEST(workbooks_and_torture_files_read_as_they_are_or_are_refused_in_words)
{
    if (!cp_is_folder(SAMPLES)) {
        fprintf(stderr, "skipped: no " SAMPLES "\n");
        return;
    }
    for (size_t i = 0; i < COUNT; i++)
        check_sample(i);
}
