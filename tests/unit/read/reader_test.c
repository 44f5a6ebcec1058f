#include "read/reader.h"

#include "test.h"

#include "base/file.h"
#include "reading.h"

#define SAMPLES "../shared/samples/"

/* Real exports, each read by a second, independent program too.  Of wide tables
 * `columns`, `first` and `last` are the beginning. */
static const struct {
    const char *file, *encoding;
    char delimiter;
    int header_line, first_line, last_line, rows, column_count;
    const char *source;
    int lines_after;
    bool newest_first;
    const char *columns, *first, *last;
} samples[] = {
    { "akshare/688180.csv", "UTF-8 with BOM", ',', 1, 2, 1438, 1437, 12, "", 0, false,
      "日期:date 股票代码:number 开盘:number 收盘:number 最高:number 最低:number 成交量:number "
      "成交额:number 振幅:number 涨跌幅:number 涨跌额:number 换手率:number",
      "2020-07-15|688180|216|151|220.4|141.88|424292|7566252726|141.48|172.07|95.5|62.08",
      "2026-06-18|688180|29.35|29.74|29.78|29.03|31129|91459599|2.55|1.19|0.35|0.41" },
    { "baostock/沪深300.csv", "UTF-8", ',', 1, 2, 2193, 2192, 10, "", 0, false,
      "date:date code:text open:number high:number low:number close:number preclose:number "
      "volume:number amount:number pctChg:number",
      "2014-01-02|sh.000300|2323.433|2325.991|2310.653|2321.978|2330.026|4519429100|49012211124|-0."
      "345398",
      "2022-12-30|sh.000300|3873.9358|3887.5527|3868.7569|3871.6338|3856.7007|7877327200|"
      "148295049381.5|0.387199" },
    { "eastmoney/eastmoney.csv", "GB18030", ',', 1, 2, 2343, 2342, 11, "", 0, false,
      "股票简称:text 股票代码:number 最新价:number 涨跌幅:number PE(TTM):number PE(静):number "
      "市净率:number PEG值:number 市销率:number 市现率:number 所属行业:text",
      "平安银行|1|24.54|3.24|15.61|16.46|1.57|5.5977|3.03|-10.42|银行",
      "中芯国际|688981|55.14|-0.4|88.4|100.56|4.32|0.5374|15.36|29|电子元件" },
    { "fund/159919_沪深300etf.csv", "UTF-8", ',', 1, 2, 1482, 1481, 7, "", 0, true,
      "净值日期:date 单位净值:number 累计净值:number 日增长率:number% 申购状态:text 赎回状态:text "
      "分红送配:text",
      "2021-01-21|5.5527|2.4218|0.0161|场内买入|场内卖出|",
      "2015-01-05|3.794|1.4501|0.0304|场内买入|场内卖出|" },
    { "index-turnover/000300.csv", "UTF-8", ',', 1, 2, 2830, 2829, 7, "", 0, false,
      "date:date open:number high:number low:number close:number amount_yi:number pe:number",
      "2015-01-01|3566.09|3669.04|3551.51|3641.54|5198.5|14.28",
      "2026-08-21|4585.44|4629|4579.26|4618.9|5055.01|14.35" },
    { "index-turnover/H30590.csv", "UTF-8", ',', 1, 2, 2831, 2830, 7, "", 0, false,
      "date:date open:number high:number low:number close:number amount_yi:number pe:number",
      "2015-01-01|1112.79|1122.11|1089.68|1120.29|54.58|",
      "2026-08-21|1777.02|1800.04|1766.17|1796.07|276.48|46.84" },
    { "investing/中国五年期国债收益率历史数据.csv", "UTF-8 with BOM", ',', 1, 2, 1564, 1563, 6, "",
      0, true, "日期:date 收盘:number 开盘:number 高:number 低:number 涨跌幅:number%",
      "2022-02-21|2.506|2.5|2.52|2.497|0", "2016-01-21|2.7|2.683|2.703|2.68|0.0078" },
    { "joinquant/交易详情.csv", "UTF-8", ',', 1, 2, 1079, 1078, 15, "", 0, false,
      "日期:date 委托时间:text 品种:text 标的:text 交易类型:text 下单类型:text 成交数量:number[股] "
      "成交价:number 成交额:number 委托数量:number[股] 委托价格:text 平仓盈亏:number 手续费:number "
      "状态:text 最后更新时间:text",
      "2016-01-04|09:30:00|股票|大连电瓷(002606.XSHE)|买|市价单|55600|18|1000800|55600||0|300.24|"
      "全部成交|2016-01-04 09:30:00",
      "2026-05-25|09:30:00|股票|九典制药(300705.XSHE)|买|市价单|466900|11.6|5416040|466900||0|1624."
      "81|全部成交|2026-05-25 09:30:00" },
    { "labels/concept.csv", "UTF-8", ',', 1, 2, 163, 162, 3, "", 0, false,
      "概念名称:text ConceptId:ID:number :LABEL:text", "股权激励|10000000|概念",
      "国产软件|10000161|概念" },
    { "labels/industry.csv", "UTF-8", ',', 1, 2, 50, 49, 3, "", 0, false,
      "行业名称:text :LABEL:text Industry:ID:number", "综合行业|行业|100000000",
      "家电行业|行业|100000048" },
    { "margin/margin.csv", "UTF-8", ',', 1, 2, 3374, 3373, 5, "", 0, false,
      "date:date fin_balance:number loan_balance:number fin_buy:number guarantee:number",
      "2012-09-27|704.53|15.31|34.09|257.28",
      "2026-08-20|26395.00368567|268.45294696|1888.29242438|277.7545" },
    { "netease/000012.csv", "GB18030", ',', 1, 2, 4354, 4353, 12, "", 0, true,
      "日期:date 股票代码:text 名称:text 收盘价:number 最高价:number 最低价:number 开盘价:number "
      "前收盘:number 涨跌额:number 涨跌幅:number 成交量:number 成交金额:number",
      "2021-01-15|000012|国债指数|184.2401|184.2668|184.2232|184.2408|184.2246|0.0155|0.0084|"
      "127760|121224658",
      "2003-02-24|000012|国债指数|100.668|100.676|100.635|100.672|100.64|0.024|0.0278|1612000|"
      "1672103910" },
    { "sector-flow/ths_concept.csv", "UTF-8", ',', 1, 2, 77, 76, 13, "", 0, false,
      "列1:number 序号:number 板块:text 涨跌幅:number 总成交量:number 总成交额:number "
      "净流入:number 上涨家数:number 下跌家数:number 均价:number 领涨股:text 领涨股-最新价:number "
      "领涨股-涨跌幅:number",
      "0|1|计算机设备|2.08|1166.71|207.28|0.25|51|27|17.77|同辉信息|2.84|23.48",
      "75|76|电力设备|-1.84|4027.64|508.34|-81.66|51|326|12.62|合纵科技|2.75|10.89" },
    { "shibor/shibor.csv", "UTF-8", ',', 1, 2, 4518, 4517, 9, "", 0, true,
      "报告日:date 隔夜:number 1周:number 2周:number 1月:number 3月:number 6月:number 9月:number "
      "1年:number",
      "2024-11-04|1.346|1.496|1.735|1.815|1.878|1.914|1.927|1.937",
      "2006-10-08|2.1184|2.293|2.3848|2.5319|2.611|2.7404|2.8521|2.9543" },
    { "tdx/SZ#002236.txt", "GB18030", '\t', 2, 3, 2255, 2253, 7, "数据来源:通达信", 0, false,
      "日期:date 开盘:number 最高:number 最低:number 收盘:number 成交量:number 成交额:number",
      "2008-05-20|0.85|0.88|0.69|0.69|9918108|459282336",
      "2017-09-21|23.9|24.28|23.4|23.96|15660200|374669440" },
    { "ths-xls/Table.xls", "GB18030", '\t', 1, 2, 6, 5, 29, "", 1, false,
      "代码:text 名称:text 主力净量:number 涨幅:number% 现价:number 涨跌:number 换手:number% "
      "振幅:number% 涨速:number% 总金额:number",
      "SZ000962|东方钽业|-0.53|-0.0311|62.36|-2|0.063|0.0508|0.0002|1992881800",
      "SZ000733|振华科技|-0.32|0.0318|58.13|1.79|0.099|0.0563|0|3159899700" },
    { "vega-datasets/disasters.csv", "UTF-8", ',', 1, 2, 804, 803, 3, "", 0, false,
      "Entity:text Year:number Deaths:number", "All natural disasters|1900|1267360",
      "Wildfire|2017|75" },
    { "vega-datasets/la-riots.csv", "UTF-8", ',', 1, 2, 64, 63, 11, "", 0, false,
      "first_name:text last_name:text age:number gender:text race:text death_date:date "
      "address:text neighborhood:text type:text longitude:number latitude:number",
      "Cesar A.|Aguilar|18|Male|Latino|1992-04-30|2009 W. 6th St.|Westlake|Officer-involved "
      "shooting|-118.2739756|34.0592814",
      "Willie Bernard|Williams|29|Male|Black|1992-04-29|Gage & Western avenues|Chesterfield "
      "Square|Death|-118.3089517|33.9823625" },
    { "vega-datasets/sp500.csv", "UTF-8", ',', 1, 2, 124, 123, 2, "", 0, false,
      "date:date price:number", "2000-01-01|1394.46", "2010-03-01|1140.45" },
    { "vega-datasets/stocks.csv", "UTF-8", ',', 1, 2, 561, 560, 3, "", 0, false,
      "symbol:text date:date price:number", "MSFT|2000-01-01|39.81", "AAPL|2010-03-01|223.02" },
    { "vega-datasets/unemployment.tsv", "UTF-8", '\t', 1, 2, 3219, 3218, 2, "", 0, false,
      "id:number rate:number", "1001|0.097", "72153|0.16" },
    { "vega-datasets/us-employment.csv", "UTF-8", ',', 1, 2, 121, 120, 24, "", 0, false,
      "month:date nonfarm:number private:number goods_producing:number service_providing:number "
      "private_service_providing:number mining_and_logging:number construction:number "
      "manufacturing:number durable_goods:number",
      "2006-01-01|135450|113603|22467|112983|91136|656|7601|14210|8982",
      "2015-12-01|143093|120993|19737|123356|101256|745|6632|12360|7747" },
    { "weekly-returns/allRatioDF20221229-20231229.csv", "UTF-8", ',', 1, 2, 336, 335, 52, "", 0,
      false,
      "thscode:text 2022-12-30:number 2023-01-06:number 2023-01-13:number 2023-01-20:number "
      "2023-02-03:number 2023-02-10:number 2023-02-17:number 2023-02-24:number 2023-03-03:number",
      "688589.SH|2.4538018782187|7.6286221170905|-0.74175824175823|3.9025740381954|3.2232285562067|"
      "0.67096774193548|5.126890540887|-2.145818093148|4.3109892848243",
      "873833.BJ|||||||||" },
    { "wencai/业绩预告.csv", "UTF-8 with BOM", ',', 1, 2, 14, 6, 13, "", 0, false,
      "股票代码:text 股票简称:text 最新价:number 最新涨跌幅:number 业绩预告日期[20240630]:date "
      "业绩预告类型[20240630]:text 预告净利润[20240630]:number 上年同期净利润[20240630]:number",
      "002437.SZ|誉衡药业|1.94|10.227|2024-07-03|大幅上升|115000000|28249000",
      "600641.SH|万业企业|10.96|-3.009|2024-07-03|预亏|-49000000|118600300" },
    { "wind-edb/EconData2012-2023.csv", "UTF-8 with BOM", ',', 1, 2, 137, 136, 14, "数据来源：Wind",
      0, false,
      "指标名称:date 中国:CPI:环比:number 中国:PPI:全部工业品:环比:number 中国:PMI:number "
      "中国:M0:同比:number 中国:M1:同比:number 中国:M2:同比:number "
      "中国:投资者信心指数:总指数:number 中国中小企业信心指数:number "
      "中国:公共财政收入:当月值:number 中国:城镇新增就业人数:累计同比:number "
      "中国:社会消费品零售总额:当月同比:number 中国:金融机构:各项贷款余额:同比:number "
      "中国:CGPI:当月同比:number",
      "2012-01-01|1.5|-0.07|50.5|3|3.1|12.4|53.9||12912.58||13.1|15|101.3",
      "2023-04-01|-0.1|-0.5|49.2|10.7|5.3|12.4|61.2|53.3|20830||18.4|11.8|" },
    { "wind-edb/中国_公开市场操作_货币净投放.csv", "GB18030", ',', 1, 6, 1063, 1058, 2,
      "数据来源：Wind", 1062, true, "指标名称:date 中国:公开市场操作:货币净投放:number[亿元]",
      "2024-12-13|1844", "2004-01-02|-30" },
    { "wind-edb/中国_逆回购利率_7天.csv", "GB18030", ',', 1, 2, 1783, 1782, 2, "", 0, true,
      "日期:date 中国:逆回购利率:7天:number", "2024-12-24|1.5", "2012-05-03|3.53" },
    { "wind-gbk-footer/Indexes2013-2023.csv", "GB18030", ',', 1, 2, 2509, 2508, 4, "数据来源：Wind",
      0, false, "Date:date SSE50:number CSI300:number CSI500:number",
      "2013-01-04|1870.5|2524.41|3258.25", "2023-04-28|2677.76|4029.09|6241.24" },
    { "wind-series/上证50.csv", "UTF-8", ',', 1, 2, 5089, 5088, 10, "数据来源：Wind", 0, false,
      "代码:text 名称:text 日期:date 开盘价:number[元] 最高价:number[元] 最低价:number[元] "
      "收盘价:number[元] 涨跌幅:number 成交额:number[百万] 成交量:number[股]",
      "000016.SH|上证50|2003-12-31|1000|1000|1000|1000|0|0|0",
      "000016.SH|上证50|2024-12-11|2684.59|2696.01|2673.9|2676.35|-0.0048|50503.76|2754023000" },
};

enum { COUNT = sizeof samples / sizeof *samples };

static void check_start(const char *found, const char *wanted)
{
    if (strncmp(found, wanted, strlen(wanted)) != 0)
        cp_test_fault(__FILE__, __LINE__, "found  %s\n    wanted %s", found, wanted);
}

static void check_sample(size_t i)
{
    cp_reading reading = { 0 };
    const char *path = cp_path_join(&reading.arena, SAMPLES, samples[i].file);
    cp_read_story *story = &reading.story;

    reading.report.arena = &reading.arena;
    reading.table = cp_table_read(&reading.arena, path, CP_STR("t"), NULL, story, &reading.report);
    CHECK_STR(findings_of(&reading), "");
    if (!reading.table) {
        reading_free(&reading);
        return;
    }
    CHECK_STR(story->encoding, samples[i].encoding);
    CHECK_INT(story->delimiter, samples[i].delimiter);
    CHECK_INT(story->header_line, samples[i].header_line);
    CHECK_INT(story->first_line, samples[i].first_line);
    CHECK_INT(story->last_line, samples[i].last_line);
    CHECK_INT(reading.table->rows, samples[i].rows);
    CHECK_INT(reading.table->column_count, samples[i].column_count);
    CHECK(cp_str_is(story->source, samples[i].source));
    CHECK_INT(story->lines_after, samples[i].lines_after);
    CHECK_INT(story->newest_first, samples[i].newest_first);
    check_start(columns_of(&reading), samples[i].columns);
    check_start(row_of(&reading, 0), samples[i].first);
    check_start(row_of(&reading, reading.table->rows - 1), samples[i].last);
    reading_free(&reading);
}

TEST(real_exports_read_as_they_are)
{
    if (!cp_is_folder(SAMPLES)) {
        fprintf(stderr, "skipped: no " SAMPLES "\n");
        return;
    }
    for (size_t i = 0; i < COUNT; i++)
        check_sample(i);
}

TEST(a_file_that_is_not_there_is_told_where_it_was_asked_for)
{
    cp_reading reading = { 0 };
    cp_read_wish wish = { .place = { "pack.yaml", 6, 3 } };

    reading.report.arena = &reading.arena;
    CHECK(!cp_table_read(&reading.arena, "no/such.csv", CP_STR("t"), &wish, NULL, &reading.report));
    CHECK_STR(findings_of(&reading), "pack.yaml:6:3: error: no file 'no/such.csv'");
    reading_free(&reading);
}

TEST(a_table_knows_its_name_its_file_and_its_lines)
{
    cp_reading reading = { 0 };
    cp_place at = { "charts/x.yaml", 10, 5 };

    reading.report.arena = &reading.arena;
    reading.table = cp_table_read_bytes(&reading.arena, at, CP_STR("a,b\n\n1,2\n3,4\n5,z\n"),
                                        CP_STR("block"), NULL, &reading.report);
    CHECK(cp_str_is(reading.table->name, "block"));
    CHECK_STR(reading.table->file, "charts/x.yaml");
    CHECK_INT(cp_table_place(reading.table, 0).line, 12);
    CHECK_INT(cp_table_place(reading.table, 2).line, 14);
    CHECK_INT(reading.table->columns[1].field, 2);
    reading_free(&reading);
}

TEST(findings_in_a_block_stand_at_their_place_in_the_file_around_it)
{
    cp_reading reading = { 0 };
    cp_place at = { "charts/x.yaml", 10, 5 };

    reading.report.arena = &reading.arena;
    reading.table = cp_table_read_bytes(&reading.arena, at, CP_STR("a,b\n1,2\n3,4\n5,6z\n"),
                                        CP_STR("block"), NULL, &reading.report);
    CHECK_STR(findings_of(&reading), "charts/x.yaml:13:7: error: '6z' is not a number (column b)");
    reading_free(&reading);
}
