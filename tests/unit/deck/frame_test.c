#include "deck/page.h"
#include "test.h"
#include "pages.h"

TEST(the_foot_gathers_sources_and_notes)
{
    pages p;

    pages_open(&p, "## 一\n\n![](charts/bars.yaml) ![](charts/lines.yaml)\n\n"
                   "## 二\n\n![](charts/bars.yaml)\n\n> 资料来源：财联社\n\n"
                   "## 三\n\n文字。\n\n> 资料来源：甲（备注：乙）\n\n"
                   "## 四\n\n文字。\n\n> 备注：丙\n\n"
                   "## 五\n\n文字。\n");
    CHECK_STR(p.findings, "");
    CHECK_STR(
        text_of(&p, 1, "source", 0),
        "\"资料来源：iFind（示例数据）、Wind，示例证券研究所（备注：产量为估算；截至周四）\"");
    CHECK_STR(text_of(&p, 2, "source", 0), "\"资料来源：财联社（备注：产量为估算）\"");
    CHECK_STR(text_of(&p, 3, "source", 0), "\"资料来源：甲（备注：乙）\"");
    CHECK_STR(text_of(&p, 4, "source", 0), "\"备注：丙\"");
    CHECK_STR(text_of(&p, 5, "source", 0), "");
    pages_close(&p);
}

TEST(a_long_title_shrinks_then_takes_two_lines_then_is_told)
{
    TELLS("# 市场回顾\n\n## "
          "很长的标题很长的标题很长的标题很长的标题很长的标题很长的标题很长标题\n\n短。\n",
          "");
#define LONG                                                                                                                               \
    "很长的标题很长的标题很长的标题很长的标题很长的标题很长的标题很长的标题很长的标题很长的标" \
    "题很长的标题很长的标题很长的标题"
    TELLS("## " LONG "\n\n短。\n", "");
    TELLS("## " LONG LONG "\n\n短。\n",
          "deck.md:1: error: the title takes 3 lines at its smallest size (16 pt), there is room "
          "for 2\n");
#undef LONG
}
