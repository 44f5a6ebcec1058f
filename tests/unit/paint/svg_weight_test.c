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
