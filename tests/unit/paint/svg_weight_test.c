#include "paint/svg_weight.h"

#include "test.h"

static double weigh(const char *text)
{
    const char *fault;
    double weight;

    return cp_svg_weight(cp_str_from(text), &weight, &fault) ? weight : NAN;
}

TEST(elements_are_counted_once_where_nothing_refers_to_them)
{
    CHECK_NEAR(weigh("<svg><g><rect/><rect/></g></svg>"), 4, 0);
    CHECK_NEAR(weigh("<?xml version='1.0'?><!-- <rect/> --><svg><style><![CDATA[<a/>]]></style>"
                     "<path d='>' fill='#ff0000'/></svg>"),
               3, 0);
    CHECK(isnan(weigh("")));
    CHECK(isnan(weigh("<svg><g><rect")));
}

TEST(what_is_referred_to_counts_each_time)
{
    CHECK_NEAR(
        weigh("<svg><g id='a'><rect/><rect/></g><use href='#a'/><use xlink:href=\"#a\"/></svg>"),
        6 + 2 * 3, 0);
    CHECK_NEAR(weigh("<svg><g id='a'><rect/></g><g id='b'><use href='#a'/><use href='#a'/></g>"
                     "<rect fill='url(#b)'/></svg>"),
               7 + 2 * 2 + (3 + 2 * 2), 0);
    CHECK_NEAR(weigh("<svg><use href='#nowhere'/></svg>"), 2, 0);
    CHECK_NEAR(weigh("<!DOCTYPE svg [<!ENTITY e '#a'>]><svg><g id='&#97;'><rect/><rect/></g>"
                     "<use href='&e;'/><use href='&#35;&#x61;'/></svg>"),
               6 + 2 * 3, 0);
}

TEST(what_goes_round_is_without_end)
{
    CHECK(isinf(weigh("<svg><g id='a'><use href='#b'/></g><g id='b'><use href='#a'/></g></svg>")));
}

#define SHAPES(attribute)                                                                          \
    "<svg><pattern id='p'><rect/><rect/></pattern><g " attribute "><rect/><rect/></g></svg>"

TEST(a_paint_counts_for_each_element_that_inherits_it)
{
    CHECK_NEAR(weigh(SHAPES("fill='url(#p)'")), 7 + 3 * 3, 0);
    CHECK_NEAR(weigh(SHAPES("style='stroke:url(#p)'")), 7 + 3 * 3, 0);
    CHECK_NEAR(weigh(SHAPES("clip-path='url(#p)'")), 7 + 3, 0);
    CHECK_NEAR(weigh("<svg><marker id='m'><rect/></marker>"
                     "<path marker-mid='url(#m)' d='M0 0 1 1'/></svg>"),
               4 + (1 + 8 / 2) * 2, 0);
}

static double weigh_styled(const char *sheet)
{
    char text[500];

    snprintf(text, sizeof text,
             "<svg><style>%s</style><pattern id='p'><rect/></pattern>"
             "<g id='g' class='x c'><path/></g></svg>",
             sheet);
    return weigh(text);
}

TEST(what_style_sheets_refer_to_counts)
{
    const double alone = 6, styled = 6 + 2 * 2, each = 6 + 2;

    CHECK_NEAR(weigh_styled(""), alone, 0);
    CHECK_NEAR(weigh_styled(".c{fill:url(#p)}"), styled, 0);
    CHECK_NEAR(weigh_styled("svg #g { fill : url( '#p' ) ; color: #fff }"), styled, 0);
    CHECK_NEAR(weigh_styled("a, path{fill:url(&quot;#p&quot;)}"), each, 0);
    CHECK_NEAR(weigh_styled(".d{fill:url(#p)} .c{fill:#ff0000}"), alone, 0);
    CHECK_NEAR(weigh_styled("@media all { .c { fill: u\\72l(#p) } }"), styled, 0);
    CHECK_NEAR(weigh_styled("a{b:'/*'} .c{fill:url(#p)} a{b:'*/}{'}"), styled, 0);
    CHECK_NEAR(weigh_styled("/* .c{fill:url(#p)} */"), alone, 0);
    CHECK(isinf(weigh_styled("*{fill:url(#p)}")));
    CHECK_NEAR(
        weigh("<s:svg xmlns:s='http://www.w3.org/2000/svg'><s:style>path{fill:url(#p)}</s:style>"
              "<s:pattern id='p'><s:rect/></s:pattern><s:path/></s:svg>"),
        5 + 2, 0);
}
