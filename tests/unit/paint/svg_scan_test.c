#include "paint/svg_scan.h"

#include "test.h"

#include <string.h>

static double weigh(const char *text)
{
    cp_arena arena = { 0 };
    const char *fault;
    cp_svg_facts facts;
    bool ok = cp_svg_scan(&arena, cp_str_from(text), &facts, &fault);

    cp_arena_free(&arena);
    return ok ? facts.weight : NAN;
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

TEST(the_selectors_of_style_sheets_count_for_each_element)
{
    cp_arena arena = { 0 };
    const char *fault;
    cp_svg_facts facts;

    CHECK(cp_svg_scan(&arena,
                      CP_STR("<svg><style>\n a{fill:red}\n b, .c { fill:red }</style><g/></svg>"),
                      &facts, &fault));
    CHECK_NEAR(facts.tries, (1 + 5) * 3, 0);
    cp_arena_free(&arena);
}

TEST(pictures_that_a_drawing_holds_are_found_with_their_bytes)
{
    cp_arena arena = { 0 };
    const char *fault;
    cp_svg_facts facts;

    CHECK(cp_svg_scan(&arena,
                      CP_STR("<svg><image href=' data:image/png;base64, aGV\nsbG8= '/>\n"
                             "<image href='DATA:;BASE64,aA'/><image href='data:image/png,aA'/>"
                             "<image href='data:;base64,a.A'/><image href='#a'/></svg>"),
                      &facts, &fault));
    CHECK(!facts.pictures->bytes.data && !facts.pictures->next->bytes.data);
    CHECK(cp_str_is(facts.pictures->next->next->bytes, "h"));
    CHECK(cp_str_is(facts.pictures->next->next->next->bytes, "hello"));
    CHECK_NEAR(facts.pictures->at.line, 3, 0);
    CHECK(!facts.pictures->next->next->next->next);
    cp_arena_free(&arena);
}

TEST(letters_of_texts_count_as_many_elements_also_where_they_are_used_again)
{
    const double letter = CP_SVG_LETTER_WEIGHT;

    CHECK_NEAR(weigh("<svg><title>abc</title><text>a <tspan>成 &amp;</tspan>\n</text></svg>"),
               4 + 3 * letter, 0);
    CHECK_NEAR(weigh("<svg><text id='a'>ab</text><g>c</g><use href='#a'/></svg>"),
               4 + 1 + 2 * 2 * letter, 0);
    CHECK_NEAR(weigh("<svg><text><style>rect{fill:url(#a)}</style></text><rect/><g id='a'/></svg>"),
               5 + 1, 0);
}

#define FILTERED(attribute)                                                                        \
    "<svg><filter id='f'><feOffset/><feGaussianBlur/></filter><g " attribute "><rect/></g></svg>"

TEST(each_use_of_a_filter_counts_as_many_elements_once_for_all_within)
{
    const double step = CP_SVG_FILTER_WEIGHT, alone = 6 + 2 * step,
                 used = alone + step + 3 + 2 * step;

    CHECK_NEAR(weigh(FILTERED("")), alone, 0);
    CHECK_NEAR(weigh(FILTERED("filter='url(#f)'")), used, 0);
    CHECK_NEAR(weigh(FILTERED("style='stroke-width:2;filter:url(#f)'")), used, 0);
    CHECK_NEAR(weigh(FILTERED("filter='blur(2px) blur(3px)'")), alone + 2 * step, 0);
    CHECK_NEAR(weigh("<svg><style>rect{Filter:blur(2px)}</style><rect/><rect/></svg>"),
               4 + 2 * step, 0);
}

/* What is refused first, and where. */
static const char *refused(const char *text)
{
    static char words[300];
    cp_arena arena = { 0 };
    const char *fault;
    cp_svg_facts facts;
    bool ok = cp_svg_scan(&arena, cp_str_from(text), &facts, &fault);

    snprintf(words, sizeof words, "%d:%d: %s", facts.at.line, facts.at.column,
             !ok             ? fault
             : facts.refused ? facts.refused
                             : "");
    cp_arena_free(&arena);
    return strtok(words, ",");
}

TEST(steps_of_filters_without_bounds_are_named)
{
    CHECK_STR(refused("<svg>\n <filter><feOffset/><feTurbulence/><feMorphology/></filter></svg>"),
              "2:21: <feTurbulence>: expected one of feBlend");
    CHECK_STR(refused("<svg><f:feConvolveMatrix xmlns:f='x'/></svg>"),
              "1:6: <feConvolveMatrix>: expected one of feBlend");
    CHECK_STR(refused("<svg><feDropShadow/><feMerge><feMergeNode/></feMerge><feComponentTransfer>"
                      "<feFuncR/></feComponentTransfer></svg>"),
              "0:0: ");
}

TEST(letters_too_large_to_be_drawn_are_named)
{
    CHECK_STR(refused("<svg><text font-size='1e4'/><text font-size=' 1e9px'/></svg>"),
              "1:29: letters of size 1e+09: expected up to 10000");
}

/* What the drawing refers to that it does not hold; "" if nothing. */
static const char *outside(const char *text)
{
    static char words[300];
    cp_arena arena = { 0 };
    const char *fault;
    cp_svg_facts facts;
    bool ok = cp_svg_scan(&arena, cp_str_from(text), &facts, &fault);

    snprintf(words, sizeof words, "%s", !ok ? fault : facts.outside ? facts.outside : "");
    cp_arena_free(&arena);
    return words;
}

TEST(what_a_drawing_holds_itself_is_inside)
{
    CHECK_STR(outside("<svg><use href='#a'/><use href=' #a '/><use href=''/><image href="
                      "'data:image/png;base64,iVBOR'/></svg>"),
              "");
    CHECK_STR(
        outside("<svg fill='url(#a)' stroke=\"url( '#b' )\" style='fill:url(&quot;#c&quot;)'/>"),
        "");
    CHECK_STR(outside("<svg><style>a{fill:url(data:image/svg+xml,%3Csvg fill='url(%23a)'%3E)}"
                      "b{fill:url(\"data:a) url(b\")}</style></svg>"),
              "");
}

TEST(what_is_only_spoken_of_is_inside)
{
    CHECK_STR(outside("<svg><!-- url(a.png) <image href='a.png'/> --><desc>url(a.png) @import"
                      "</desc><style>/* @import url(a.css) */</style></svg>"),
              "");
    CHECK_STR(outside("<svg xmlns:l='http://a/'><a l:href='http://a/'><script href='a.js'/></a>"
                      "</svg>"),
              "");
}

TEST(what_a_drawing_shows_from_elsewhere_is_outside)
{
    CHECK_STR(outside("<svg><use href='data:image/svg+xml,a#b'/></svg>"),
              "'data:image/svg+xml,a#b'");
    CHECK_STR(outside("<svg fill='url(data:,a#b)'/>"), "'data:,a#b'");
    CHECK_STR(outside("<svg><image href='logo.png'/></svg>"), "'logo.png'");
    CHECK_STR(outside("<svg><l:use xmlns:l='x' l:href='b.svg#a'/></svg>"), "'b.svg#a'");
    CHECK_STR(outside("<svg><linearGradient href='http://a/b.svg#a'/></svg>"),
              "'http://a/b.svg#a'");
    CHECK_STR(outside("<svg><rect filter='blur(2) url(file:///a.svg#a)'/></svg>"),
              "'file:///a.svg#a'");
    CHECK_STR(outside("<svg style='fill:URL( \"a.svg#a\" )'/>"), "'a.svg#a'");
    CHECK_STR(outside("<svg><style>a{b:url(#a)} c{d:url('//a/b')}</style></svg>"), "'//a/b'");
    CHECK_STR(outside("<svg><style>@Import 'a.css';</style></svg>"), "a style sheet by @import");
    CHECK_STR(outside("<?xml-stylesheet href='a.css'?><svg/>"),
              "a style sheet by <?xml-stylesheet");
}

#define DECLARED(what) "<!DOCTYPE svg [" what "]>"

TEST(what_is_spelt_otherwise_is_outside_all_the_same)
{
    CHECK_STR(outside(DECLARED("<!ENTITY e 'http://a/b.png'>") "<svg><image href='&e;'/></svg>"),
              "'http://a/b.png'");
    CHECK_STR(outside("<svg><image h&#114;ef='a'/></svg>"), "not well-formed (invalid token)");
    CHECK_STR(outside("<svg><image href='&#104;ttp&#x3A;//a/b.png'/></svg>"), "'http://a/b.png'");
    CHECK_STR(outside("<svg fill='u&#114;l(&#97;.svg)'/>"), "'a.svg'");
    CHECK_STR(outside("<svg fill='u\\72 l(\\61.svg)'/>"), "'a.svg'");
    CHECK_STR(outside("<svg><style><![CDATA[a{b:u]]>r&#x6c;(a.svg)}</style></svg>"), "'a.svg'");
    CHECK_STR(outside("<svg><style>@\\69mport 'a.css';</style></svg>"), "a style sheet by @import");
    CHECK_STR(outside(DECLARED("<!ENTITY e \"<image href='a.png'/>\">") "<svg>&e;</svg>"),
              "'a.png'");
    CHECK_STR(outside(DECLARED("<!ATTLIST image href CDATA 'a.png'>") "<svg><image/></svg>"),
              "'a.png'");
    CHECK_STR(outside(DECLARED(
                  "<!ENTITY % p \"<!ENTITY e 'a.png'>\"> %p;") "<svg><image href='&e;'/></svg>"),
              "'a.png'");
    CHECK_STR(outside("<!DOCTYPE svg PUBLIC '-//W3C//DTD SVG 1.1//EN' "
                      "'http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd'><svg/>"),
              "");
}
