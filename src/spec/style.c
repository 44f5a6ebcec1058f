#include "spec/style.h"

#include <stdint.h>

#include "base/file.h"

enum { CHAIN_MOST = 8 };

/* One row a setting.  All must be given in a sheet that extends no other. */
#define ROW(owner, member, kind, say, ...)                                                         \
    {                                                                                              \
        .key = #member, .type = kind, .offset = offsetof(owner, member), .fallback = "!",          \
        .help = say, __VA_ARGS__                                                                   \
    }
#define TEXT(owner, member, say)   ROW(owner, member, CP_FIELD_TEXT, say, )
#define DAYS(owner, member, say)   ROW(owner, member, CP_FIELD_DAYS, say, )
#define COLOR(owner, member, say)  ROW(owner, member, CP_FIELD_COLOR, say, )
#define COLORS(owner, member, say) ROW(owner, member, CP_FIELD_COLORS, say, )
#define LENGTH(owner, member, say)                                                                 \
    ROW(owner, member, CP_FIELD_NUMBER, say, .least = 0, .most = 10000)
#define SIZE(owner, member, say) ROW(owner, member, CP_FIELD_NUMBER, say, .least = 1, .most = 400)
#define SPOT(owner, member, say)                                                                   \
    ROW(owner, member, CP_FIELD_NUMBER, say, .least = -10000, .most = 10000)
#define FACTOR(owner, member, say)     ROW(owner, member, CP_FIELD_NUMBER, say, .least = 0, .most = 20)
#define SHARE(owner, member, say)      ROW(owner, member, CP_FIELD_NUMBER, say, .least = 0, .most = 1)
#define PART(owner, member, rows, say) ROW(owner, member, CP_FIELD_STRUCT, say, .fields = rows)
#define INK(owner, member, say)        PART(owner, member, ink_fields, say)
#define STROKE(owner, member, say)     PART(owner, member, stroke_fields, say)
#define BOX(owner, member, say)        PART(owner, member, box_fields, say)

static const cp_field ink_fields[] = {
    SIZE(cp_ink, size, "the size of the text"),
    ROW(cp_ink, bold, CP_FIELD_BOOL, "whether it is bold", ),
    COLOR(cp_ink, color, "the colour of the text"),
    { 0 },
};

static const cp_field strong_fields[] = {
    ROW(cp_ink, bold, CP_FIELD_BOOL, "whether it is bold", ),
    COLOR(cp_ink, color, "the colour of the text"),
    { 0 },
};

static const cp_field stroke_fields[] = {
    LENGTH(cp_stroke, width, "the line's width; 0: not drawn"),
    COLOR(cp_stroke, color, "the line's colour"),
    LENGTH(cp_stroke, dash, "the length of a dash and of a gap; 0: solid"),
    { 0 },
};

static const cp_field box_fields[] = {
    SPOT(cp_rect, x, "the left edge"),
    SPOT(cp_rect, y, "the upper edge"),
    LENGTH(cp_rect, width, "the width"),
    LENGTH(cp_rect, height, "the height"),
    { 0 },
};

static const cp_field page_fields[] = {
    ROW(cp_page_style, width, CP_FIELD_NUMBER, "the page's width", .least = 72, .most = 10000),
    ROW(cp_page_style, height, CP_FIELD_NUMBER, "the page's height", .least = 72, .most = 10000),
    LENGTH(cp_page_style, left, "the margin at the left"),
    LENGTH(cp_page_style, right, "the margin at the right"),
    LENGTH(cp_page_style, top, "where the body begins, from the page's upper edge"),
    LENGTH(cp_page_style, bottom, "where the body ends, from the page's upper edge"),
    LENGTH(cp_page_style, gap, "between two figures, or a text and a figure"),
    COLOR(cp_page_style, background, "the page's colour"),
    { 0 },
};

static const cp_field head_fields[] = {
    INK(cp_head_style, title, "a slide's title"),
    LENGTH(cp_head_style, title_top, "the title's upper edge"),
    SIZE(cp_head_style, smallest, "the size where a long title's shrinking ends"),
    BOX(cp_head_style, brand, "the block of the brand's colour"),
    COLOR(cp_head_style, brand_color, "the brand's colour"),
    LENGTH(cp_head_style, rule_y, "where the line under the title stands"),
    STROKE(cp_head_style, rule, "the line under the title"),
    INK(cp_head_style, section, "the section's name at the right"),
    { 0 },
};

static const cp_field emblem_fields[] = {
    TEXT(cp_emblem_style, file, "an SVG file beside the style sheet; empty: none"),
    BOX(cp_emblem_style, page, "where it stands on slides"),
    BOX(cp_emblem_style, cover, "where it stands on the cover"),
    { 0 },
};

static const cp_field foot_fields[] = {
    LENGTH(cp_foot_style, rule_y, "where the line above the foot stands"),
    STROKE(cp_foot_style, rule, "the line above the foot"),
    INK(cp_foot_style, source, "the source line at the left"),
    INK(cp_foot_style, number, "the page number at the right"),
    LENGTH(cp_foot_style, text_top, "the upper edge of both"),
    TEXT(cp_foot_style, source_prefix, "what begins a source line"),
    TEXT(cp_foot_style, note_prefix, "what begins a note"),
    INK(cp_foot_style, footnote, "footnotes"),
    STROKE(cp_foot_style, footnote_rule, "the line above footnotes"),
    LENGTH(cp_foot_style, footnote_width, "that line's length"),
    LENGTH(cp_foot_style, footnote_gap, "between the body, that line and the footnotes"),
    { 0 },
};

static const cp_field caption_fields[] = {
    INK(cp_caption_style, text, "a figure's caption"),
    STROKE(cp_caption_style, rule, "the line under it"),
    LENGTH(cp_caption_style, rule_gap, "between the caption and its line"),
    LENGTH(cp_caption_style, body_gap, "between the line and the figure"),
    TEXT(cp_caption_style, figure_prefix, "what begins a figure's caption"),
    TEXT(cp_caption_style, table_prefix, "what begins a table's caption"),
    ROW(cp_caption_style, sourced, CP_FIELD_BOOL,
        "whether each figure has its source below it, not the slide at its foot", ),
    ROW(cp_caption_style, numbered, CP_FIELD_BOOL, "whether captions count through the deck", ),
    { 0 },
};

static const char *const em_words[] = { "color", "dots", NULL };

static const cp_field body_fields[] = {
    INK(cp_body_style, text, "paragraphs and lists"),
    FACTOR(cp_body_style, line_height, "between two baselines, of the size"),
    SIZE(cp_body_style, largest, "the size where growing ends, on a page of text alone"),
    SIZE(cp_body_style, smallest, "the size where shrinking ends"),
    FACTOR(cp_body_style, tightest, "the line height where shrinking ends"),
    FACTOR(cp_body_style, paragraph_gap, "between two paragraphs, of the line height"),
    FACTOR(cp_body_style, widest_gap, "the same where a short text has room to spare"),
    FACTOR(cp_body_style, indent, "of a list's level, of the size"),
    LENGTH(cp_body_style, bullet_size, "the side of a list's square, at full size"),
    LENGTH(cp_body_style, inner_bullet, "the same in a nested list"),
    COLOR(cp_body_style, bullet, "the colour of a list's square"),
    PART(cp_body_style, strong, strong_fields, "text in **bold**"),
    COLOR(cp_body_style, emphasis, "the colour of text in *em*"),
    COLOR(cp_body_style, link, "the colour of a link"),
    COLOR(cp_body_style, code, "the colour of `code`"),
    COLOR(cp_body_style, mark, "the colour behind ==marked== text"),
    ROW(cp_body_style, em, CP_FIELD_WORD, "how *em* shows", .words = em_words),
    FACTOR(cp_body_style, latin_gap, "between Han and Latin letters, of the size"),
    SHARE(cp_body_style, text_share, "the text's part of the width, beside figures"),
    ROW(cp_body_style, alike, CP_FIELD_BOOL, "whether all slides have the size of the fullest", ),
    { 0 },
};

static const cp_field class_fields[] = {
    SIZE(cp_class_style, size, "the size of its texts"),
    SIZE(cp_class_style, largest, "the size where growing ends"),
    SIZE(cp_class_style, smallest, "the size where shrinking ends"),
    FACTOR(cp_class_style, line_height, "between two baselines, of the size"),
    FACTOR(cp_class_style, tightest, "the line height where shrinking ends"),
    FACTOR(cp_class_style, paragraph_gap, "between two paragraphs, of the line height"),
    FACTOR(cp_class_style, widest_gap, "the same where a short text has room to spare"),
    ROW(cp_class_style, alike, CP_FIELD_BOOL,
        "whether all its slides have the size of the fullest", ),
    { 0 },
};

static const cp_field statement_fields[] = {
    INK(cp_statement_style, title, "the sentence"),
    INK(cp_statement_style, text, "what stands below it"),
    LENGTH(cp_statement_style, left, "the margin at the left"),
    LENGTH(cp_statement_style, right, "the margin at the right"),
    BOX(cp_statement_style, accent, "a block of colour, from the sentence's upper left corner"),
    COLOR(cp_statement_style, accent_color, "its colour"),
    LENGTH(cp_statement_style, gap, "below the sentence"),
    { 0 },
};

static const cp_field contents_fields[] = {
    INK(cp_contents_style, number, "a section's number"),
    INK(cp_contents_style, name, "its name"),
    INK(cp_contents_style, page, "its page"),
    STROKE(cp_contents_style, leader, "the line from the name to the page"),
    LENGTH(cp_contents_style, left, "the margin at the left"),
    LENGTH(cp_contents_style, right, "the margin at the right"),
    LENGTH(cp_contents_style, number_width, "from a number to its name"),
    SIZE(cp_contents_style, step, "from one section to the next, at the most"),
    { 0 },
};

static const cp_field cover_fields[] = {
    COLOR(cp_cover_style, background, "the cover's colour"),
    COLOR(cp_cover_style, band_color, "the colour of the band at the left edge"),
    LENGTH(cp_cover_style, band_width, "the band's width"),
    INK(cp_cover_style, title, "the deck's title"),
    INK(cp_cover_style, subtitle, "the line under the title"),
    INK(cp_cover_style, line, "organization, authors, date"),
    LENGTH(cp_cover_style, left, "the left edge of the texts"),
    LENGTH(cp_cover_style, title_top, "the title's upper edge"),
    LENGTH(cp_cover_style, subtitle_gap, "between the title and the line under it"),
    LENGTH(cp_cover_style, lines_top, "the upper edge of organization, authors, date"),
    LENGTH(cp_cover_style, line_step, "from one of them to the next"),
    BOX(cp_cover_style, accent, "a block of colour"),
    COLOR(cp_cover_style, accent_color, "its colour"),
    DAYS(cp_cover_style, date_format, "how the date is written"),
    { 0 },
};

static const cp_field section_fields[] = {
    COLOR(cp_section_style, background, "the divider's colour"),
    COLOR(cp_section_style, band_color, "the colour of the band at the left edge"),
    LENGTH(cp_section_style, band_width, "the band's width"),
    INK(cp_section_style, number, "the section's number"),
    INK(cp_section_style, name, "the section's name"),
    INK(cp_section_style, item, "the other sections in the list"),
    INK(cp_section_style, current, "the current section in the list"),
    LENGTH(cp_section_style, left, "the left edge of number and name"),
    LENGTH(cp_section_style, top, "the upper edge of the number"),
    LENGTH(cp_section_style, list_left, "the left edge of the list"),
    LENGTH(cp_section_style, list_top, "the upper edge of the list"),
    LENGTH(cp_section_style, list_step, "from one section of the list to the next"),
    LENGTH(cp_section_style, name_gap, "between the number and the name"),
    BOX(cp_section_style, marker,
        "the block before the current section, from the middle of its left edge"),
    { 0 },
};

static const char *const updown_words[] = { "china", "us", "mono", NULL };

static const cp_field chart_fields[] = {
    LENGTH(cp_chart_style, width, "the width of a chart's own picture"),
    LENGTH(cp_chart_style, height, "the height of a chart's own picture"),
    LENGTH(cp_chart_style, margin, "around a chart in its own picture"),
    INK(cp_chart_style, tick, "the labels of the axes"),
    INK(cp_chart_style, legend, "the names in the legend"),
    INK(cp_chart_style, unit, "the unit at an axis' head"),
    INK(cp_chart_style, value, "values at bars and at lines' ends"),
    STROKE(cp_chart_style, grid, "the lines at the ticks"),
    STROKE(cp_chart_style, zero, "the line at zero"),
    STROKE(cp_chart_style, axis, "the line of the x axis"),
    STROKE(cp_chart_style, rule, "a reference line that names no colour"),
    COLORS(cp_chart_style, palette, "the series in their order"),
    COLORS(cp_chart_style, classes, "the categories of `color:` in their order"),
    COLORS(cp_chart_style, class_texts, "the same, dark enough for text"),
    ROW(cp_chart_style, updown, CP_FIELD_WORD,
        "china: rises are `up`; us: the other way; mono: calm", .words = updown_words),
    COLOR(cp_chart_style, up, "what rises"),
    COLOR(cp_chart_style, down, "what falls"),
    COLOR(cp_chart_style, flat, "what stays"),
    COLOR(cp_chart_style, up_pale, "what rises, under a line"),
    COLOR(cp_chart_style, down_pale, "what falls, under a line"),
    COLOR(cp_chart_style, up_text, "text of what rises"),
    COLOR(cp_chart_style, down_text, "text of what falls"),
    COLOR(cp_chart_style, under, "bars that stand under a line"),
    COLOR(cp_chart_style, navy, "what specs call navy: dark and calm"),
    COLOR(cp_chart_style, orange, "what specs call orange: warm and light"),
    SHARE(cp_chart_style, bar_fill, "the bars' share of their step"),
    LENGTH(cp_chart_style, bar_widest, "of a bar, however few there are"),
    SHARE(cp_chart_style, bar_least, "the bars' share of a step, though they get wider than that"),
    LENGTH(cp_chart_style, group_gap, "between the bars of one group"),
    LENGTH(cp_chart_style, thin_line, "of a line with more rows than there are points across"),
    LENGTH(cp_chart_style, line_width, "the width of a series' line"),
    LENGTH(cp_chart_style, dot_size, "the diameter of a dot"),
    SHARE(cp_chart_style, area_opacity, "how much an area hides"),
    LENGTH(cp_chart_style, legend_square, "the side of a legend's square"),
    LENGTH(cp_chart_style, legend_line, "the length of a legend's line"),
    LENGTH(cp_chart_style, legend_gap, "between two entries of the legend"),
    LENGTH(cp_chart_style, legend_height, "the height of a row of the legend"),
    LENGTH(cp_chart_style, tick_gap, "between a tick's label and the plot"),
    FACTOR(cp_chart_style, tick_space, "least room between two labels, of their size"),
    FACTOR(cp_chart_style, tick_pitch, "room wanted for one step of a y axis, of the labels' size"),
    LENGTH(cp_chart_style, label_gap, "between a bar's or line's end and its value"),
    LENGTH(cp_chart_style, top_gap, "free above the highest tick, for values"),
    SIZE(cp_chart_style, smallest_text, "no text of a chart is smaller"),
    LENGTH(cp_chart_style, hatch_width, "of the diagonals that mark estimates"),
    LENGTH(cp_chart_style, hatch_step, "between two of them"),
    SHARE(cp_chart_style, hatch_ground, "how much of the colour lies behind them"),
    ROW(cp_chart_style, stat_names, CP_FIELD_TEXTS,
        "names of computed levels: mean, median, max, min, last", ),
    TEXT(cp_chart_style, sign_suffix, "behind a name in the legend whose keys are of both signs"),
    TEXT(cp_chart_style, left_suffix, "behind the left axis' names in the legend, of two axes"),
    TEXT(cp_chart_style, right_suffix, "behind the right axis' names in the legend"),
    TEXT(cp_chart_style, bottom_suffix, "with `flip`: behind the names of the axis along the foot"),
    TEXT(cp_chart_style, top_suffix, "with `flip`: behind the names of the axis along the top"),
    DAYS(cp_chart_style, day_format, "a day's label on an axis"),
    DAYS(cp_chart_style, month_format, "a month's label on an axis"),
    DAYS(cp_chart_style, year_format, "a year's label on an axis"),
    DAYS(cp_chart_style, short_month_format, "a month's label where its year is told"),
    DAYS(cp_chart_style, quarter_format, "a quarter's label on an axis; %q is its number"),
    { 0 },
};

static const cp_field pie_fields[] = {
    INK(cp_pie_style, name, "the names beside a pie"),
    PART(cp_pie_style, value, strong_fields, "the shares and values beside a pie"),
    INK(cp_pie_style, center, "the first line in a donut's hole"),
    INK(cp_pie_style, caption, "the other lines in a donut's hole"),
    STROKE(cp_pie_style, edge, "the line between two slices"),
    STROKE(cp_pie_style, leader, "the line from a slice to its label"),
    LENGTH(cp_pie_style, leader_out, "how far it leads straight out of the slice"),
    LENGTH(cp_pie_style, leader_lane, "the way on which it comes to its label's height"),
    LENGTH(cp_pie_style, leader_gap, "between it and the label"),
    FACTOR(cp_pie_style, label_space, "least room between two labels, of their size"),
    LENGTH(cp_pie_style, label_width, "where long names begin to break into lines"),
    SIZE(cp_pie_style, least_radius, "no pie is smaller"),
    SHARE(cp_pie_style, fade, "what is left of a colour where the palette begins anew"),
    COLOR(cp_pie_style, rest, "the small slices together"),
    TEXT(cp_pie_style, rest_name, "their name"),
    { 0 },
};

static const cp_field treemap_fields[] = {
    INK(cp_treemap_style, name, "the names in light cells"),
    INK(cp_treemap_style, value, "the values in light cells"),
    INK(cp_treemap_style, group, "the names of groups"),
    INK(cp_treemap_style, note, "the line that counts the cells without names"),
    STROKE(cp_treemap_style, edge, "the line between two cells"),
    LENGTH(cp_treemap_style, group_gap, "between two groups"),
    LENGTH(cp_treemap_style, padding, "around the text of a cell"),
    FACTOR(cp_treemap_style, head_height, "of a group's head, of its text's size"),
    SIZE(cp_treemap_style, largest, "the size where names of large cells stop to grow"),
    FACTOR(cp_treemap_style, grow, "wanted size of a name, of the root of its cell's area"),
    SHARE(cp_treemap_style, named, "the share of the whole whose cells must bear names"),
    SHARE(cp_treemap_style, fade, "what is left of a group's colour in its least cell"),
    COLOR(cp_treemap_style, neutral, "cells without a change"),
    TEXT(cp_treemap_style, note_text, "the line on {count} cells without names"),
    { 0 },
};

static const cp_field mark_fields[] = {
    LENGTH(cp_mark_style, wick, "the width of a candle's lines"),
    LENGTH(cp_mark_style, down_dash, "the dashes of a line whose colour is `down`; 0: none"),
    SHARE(cp_mark_style, band_opacity, "how much a band hides"),
    STROKE(cp_mark_style, range, "the line from low to high"),
    LENGTH(cp_mark_style, cap, "the width of its ends"),
    COLORS(cp_mark_style, heat, "cells from the least value to the most"),
    COLOR(cp_mark_style, heat_middle, "cells at zero, between what falls and what rises"),
    LENGTH(cp_mark_style, cell_gap, "between two cells"),
    LENGTH(cp_mark_style, ramp, "the length of the colours' key in the legend"),
    LENGTH(cp_mark_style, stem, "the width of a lollipop's line"),
    LENGTH(cp_mark_style, head, "the diameter of a lollipop's dot"),
    STROKE(cp_mark_style, joint, "between a dumbbell's two dots"),
    STROKE(cp_mark_style, connector, "from bar to bar of a waterfall"),
    COLOR(cp_mark_style, total, "a waterfall's totals"),
    FACTOR(cp_mark_style, strong, "times the size of dots that are emphasized"),
    LENGTH(cp_mark_style, beyond, "from the edge to a dot that lies beyond it"),
    LENGTH(cp_mark_style, largest, "the diameter of the largest dot where dots have sizes"),
    SHARE(cp_mark_style, opacity, "how much such a dot hides"),
    { 0 },
};

static const cp_field wordcloud_fields[] = {
    SIZE(cp_wordcloud_style, largest, "the size of the heaviest word, where there is room"),
    SIZE(cp_wordcloud_style, smallest, "the size of the lightest word"),
    ROW(cp_wordcloud_style, bold, CP_FIELD_BOOL, "whether words are bold", ),
    FACTOR(cp_wordcloud_style, spread, "least size of the heaviest word, of the lightest's"),
    LENGTH(cp_wordcloud_style, gap, "least room between two words, one above the other"),
    FACTOR(cp_wordcloud_style, space, "room before and behind a word together, of its size"),
    { 0 },
};

static const cp_field look_fields[] = {
    INK(cp_tabular_look, head, "the rows of the head"),
    COLOR(cp_tabular_look, head_fill, "behind the head"),
    COLOR(cp_tabular_look, spanner_fill, "behind heads over several columns"),
    COLOR(cp_tabular_look, stub_fill, "behind the cells that name rows"),
    COLOR(cp_tabular_look, zebra_fill, "behind every second row"),
    STROKE(cp_tabular_look, top_rule, "the line above the head"),
    STROKE(cp_tabular_look, spanner_rule, "the line under a head over several columns"),
    STROKE(cp_tabular_look, head_rule, "the line under the head"),
    STROKE(cp_tabular_look, row_rule, "the line between two rows"),
    STROKE(cp_tabular_look, group_rule, "the line between two groups of rows"),
    STROKE(cp_tabular_look, end_rule, "the line at the end"),
    { 0 },
};

static const char *const look_words[] = { "filled", "zebra", "lines", NULL };

static const cp_field table_fields[] = {
    ROW(cp_tabular_style, look, CP_FIELD_WORD, "the usual look", .words = look_words),
    PART(cp_tabular_style, filled, look_fields, "a head on a dark ground"),
    PART(cp_tabular_style, zebra, look_fields, "stripes on every second row"),
    PART(cp_tabular_style, lines, look_fields, "three lines and no ground"),
    INK(cp_tabular_style, body, "the cells"),
    INK(cp_tabular_style, section, "heads of groups of rows, over the whole width"),
    INK(cp_tabular_style, summary, "rows of sums"),
    INK(cp_tabular_style, footnote, "notes below the last row"),
    COLOR(cp_tabular_style, section_fill, "behind heads of groups"),
    COLOR(cp_tabular_style, summary_fill, "behind rows of sums"),
    COLOR(cp_tabular_style, emphasis_fill, "behind rows and cells that a rule picks out"),
    PART(cp_tabular_style, strong, strong_fields, "their text, and that of merged cells"),
    TEXT(cp_tabular_style, continued, "behind what goes on from the page before"),
    TEXT(cp_tabular_style, missing, "what stands for a value that is not there"),
    FACTOR(cp_tabular_style, line_height, "between two lines of a cell, of the size"),
    LENGTH(cp_tabular_style, cell_x, "room at a cell's left and right"),
    LENGTH(cp_tabular_style, cell_y, "room above and below a cell's text"),
    SHARE(cp_tabular_style, tight, "the scale where a small table has the least such room"),
    LENGTH(cp_tabular_style, tight_y, "how much that is"),
    LENGTH(cp_tabular_style, tight_head, "likewise in its head"),
    FACTOR(cp_tabular_style, tight_line, "the line height of its one-line cells there"),
    LENGTH(cp_tabular_style, block_gap, "between two blocks side by side"),
    LENGTH(cp_tabular_style, inset_gap, "between a cell's text and the ink beside it"),
    LENGTH(cp_tabular_style, bar_width, "least length of the longest bar in a cell"),
    LENGTH(cp_tabular_style, bar_height, "the height of bars in cells"),
    LENGTH(cp_tabular_style, spark_width, "least width of a sparkline"),
    LENGTH(cp_tabular_style, spark_height, "the height of a sparkline"),
    LENGTH(cp_tabular_style, spark_line, "the width of a sparkline's line"),
    LENGTH(cp_tabular_style, spark_dot, "the diameter of the dot at its last point"),
    LENGTH(cp_tabular_style, arrow_size, "of arrows in cells, across"),
    LENGTH(cp_tabular_style, badge_x, "what a badge adds to its text's width"),
    LENGTH(cp_tabular_style, badge_y, "what a badge adds to its text's height"),
    SHARE(cp_tabular_style, badge_strength, "of a badge's colour in its ground"),
    SHARE(cp_tabular_style, weakest, "of a scale's colour over the page, just beside zero"),
    SHARE(cp_tabular_style, strongest, "of a scale's colour over the page, at the most"),
    FACTOR(cp_tabular_style, widest_row, "where rows stop to widen, of the head's height"),
    SIZE(cp_tabular_style, largest, "where a table with room to spare stops to grow"),
    SIZE(cp_tabular_style, smallest, "the size where shrinking ends"),
    SIZE(cp_tabular_style, smallest_beside,
         "where it ends with text on the page: the table goes on to a next one"),
    { 0 },
};

static const cp_field diagram_fields[] = {
    INK(cp_diagram_style, head, "the heads of groups"),
    INK(cp_diagram_style, item, "the items of groups"),
    INK(cp_diagram_style, center, "the centre of a hub or cycle"),
    COLOR(cp_diagram_style, head_fill, "behind a head that names no colour"),
    COLOR(cp_diagram_style, item_fill, "behind items"),
    COLOR(cp_diagram_style, panel_fill, "behind the boxes of one group"),
    COLOR(cp_diagram_style, center_fill, "behind the centre"),
    COLOR(cp_diagram_style, milestone_fill, "behind the milestone that steps lead to"),
    COLOR(cp_diagram_style, base_fill, "behind what all steps stand on"),
    STROKE(cp_diagram_style, border, "around boxes of items"),
    STROKE(cp_diagram_style, link, "lines from a hub, and around a cycle"),
    COLOR(cp_diagram_style, arrow, "arrows"),
    LENGTH(cp_diagram_style, arrow_size, "of an arrow, across"),
    LENGTH(cp_diagram_style, arrow_gap, "between two boxes with an arrow between them"),
    LENGTH(cp_diagram_style, gap, "between two boxes"),
    LENGTH(cp_diagram_style, pad_x, "room at the left and right of a box' text"),
    LENGTH(cp_diagram_style, pad_y, "room above and below it"),
    LENGTH(cp_diagram_style, bullet, "the side of a list's square"),
    FACTOR(cp_diagram_style, line_height, "between two lines of a box, of the size"),
    FACTOR(cp_diagram_style, largest, "where texts stop to grow, of their own size"),
    FACTOR(cp_diagram_style, tallest, "where boxes stop to grow, in lines of text"),
    { 0 },
};

static const cp_field board_fields[] = {
    INK(cp_board_style, head, "the head row"),
    INK(cp_board_style, label, "the cells' names"),
    INK(cp_board_style, value, "the cells' numbers; their colour where there is no sign"),
    COLOR(cp_board_style, head_fill, "behind the head row"),
    COLOR(cp_board_style, stub_fill, "behind the rows' names"),
    COLOR(cp_board_style, empty, "behind cells without a value, and at zero"),
    SHARE(cp_board_style, weakest, "of the colours of up and down, just beside zero"),
    SHARE(cp_board_style, strongest, "the same at the largest value"),
    LENGTH(cp_board_style, gap, "between two cells"),
    LENGTH(cp_board_style, cell_x, "room at a cell's left and right"),
    LENGTH(cp_board_style, cell_y, "room above and below a cell's text"),
    LENGTH(cp_board_style, value_gap, "least room between a cell's name and its number"),
    FACTOR(cp_board_style, widest_row, "where rows stop to widen, of the height they need"),
    FACTOR(cp_board_style, widest_head, "where the head row does"),
    SIZE(cp_board_style, largest, "the size where a board with room to spare stops to grow"),
    STROKE(cp_board_style, mark, "the frame of highlighted cells"),
    { 0 },
};

static const cp_field cards_fields[] = {
    INK(cp_cards_style, value, "the number"),
    INK(cp_cards_style, unit, "its unit; the colour is the number's"),
    INK(cp_cards_style, label, "what it is, below"),
    INK(cp_cards_style, note, "a remark below the label"),
    COLOR(cp_cards_style, fill, "behind a card"),
    LENGTH(cp_cards_style, accent, "the width of the bar at a card's left edge"),
    LENGTH(cp_cards_style, gap, "between two cards"),
    LENGTH(cp_cards_style, pad_x, "room at a card's left and right"),
    LENGTH(cp_cards_style, pad_y, "room above and below"),
    LENGTH(cp_cards_style, unit_gap, "between a number and its unit"),
    LENGTH(cp_cards_style, label_gap, "between the number and the label"),
    LENGTH(cp_cards_style, note_gap, "between the label and the note"),
    FACTOR(cp_cards_style, line_height, "between two lines of a label, of the size"),
    SIZE(cp_cards_style, largest, "the size where numbers stop to grow"),
    SIZE(cp_cards_style, smallest, "the size where they stop to shrink"),
    FACTOR(cp_cards_style, widest_card, "where cards stop to grow, of the room they need"),
    { 0 },
};

static const cp_field gantt_fields[] = {
    INK(cp_gantt_style, name, "the rows' names"),
    INK(cp_gantt_style, label, "the labels of bars and milestones"),
    INK(cp_gantt_style, today, "the label of the line of today"),
    SHARE(cp_gantt_style, name_share, "of the width, where names begin to break"),
    LENGTH(cp_gantt_style, name_gap, "between the names and the time"),
    FACTOR(cp_gantt_style, line_height, "between two lines of a name, of the size"),
    LENGTH(cp_gantt_style, bar, "the height of a bar"),
    LENGTH(cp_gantt_style, pad, "room above and below what stands in a row"),
    LENGTH(cp_gantt_style, label_gap, "between a bar and its label"),
    LENGTH(cp_gantt_style, point, "the length of an open end's point"),
    LENGTH(cp_gantt_style, hatch_width, "the width of a hatch's lines"),
    ROW(cp_gantt_style, hatch_step, CP_FIELD_NUMBER, "from one line of a hatch to the next",
        .least = 1, .most = 100),
    SHARE(cp_gantt_style, hatch_ground, "how much of the colour stands between them"),
    FACTOR(cp_gantt_style, widest_row, "where rows stop to widen, of the height they need"),
    SIZE(cp_gantt_style, largest, "the size where labels stop to grow"),
    LENGTH(cp_gantt_style, least_time, "the least width of the time"),
    STROKE(cp_gantt_style, row_rule, "the line between two rows"),
    STROKE(cp_gantt_style, today_line, "the line of today"),
    TEXT(cp_gantt_style, today_name, "what it says"),
    { 0 },
};

static const cp_field event_fields[] = {
    INK(cp_event_style, text, "what happened"),
    PART(cp_event_style, date, strong_fields, "the day, above it"),
    COLOR(cp_event_style, fill, "behind the text"),
    COLOR(cp_event_style, dot, "the dot on the line"),
    STROKE(cp_event_style, border, "around a box"),
    STROKE(cp_event_style, leader, "from a box to its day on the line"),
    LENGTH(cp_event_style, dot_size, "the diameter of the dot"),
    LENGTH(cp_event_style, pad_x, "room at a box' left and right"),
    LENGTH(cp_event_style, pad_y, "room above and below its text"),
    LENGTH(cp_event_style, gap, "between two boxes of a row"),
    LENGTH(cp_event_style, row_gap, "between two rows on one side of the line"),
    LENGTH(cp_event_style, lead, "between the boxes and the room of the line"),
    SIZE(cp_event_style, largest, "the size where text with room to spare stops to grow"),
    SIZE(cp_event_style, narrowest, "no box is narrower"),
    SIZE(cp_event_style, widest, "no box is wider"),
    FACTOR(cp_event_style, line_height, "between two lines of a box, of the size"),
    SHARE(cp_event_style, line_share, "of the height that the line has at the least"),
    { 0 },
};

static const cp_field panel_fields[] = {
    INK(cp_panel_style, head, "the heads of panels and small multiples"),
    LENGTH(cp_panel_style, head_gap, "below a head"),
    LENGTH(cp_panel_style, gap_x, "between two plots beside each other"),
    LENGTH(cp_panel_style, gap_y, "between two plots above each other"),
    ROW(cp_panel_style, aspect, CP_FIELD_NUMBER, "width over height that small multiples like",
        .least = 0.1, .most = 10),
    { 0 },
};

static const cp_field tag_fields[] = {
    LENGTH(cp_tag_style, gap, "between two texts over points"),
    SHARE(cp_tag_style, most, "of the height that texts over points may take"),
    { 0 },
};

static const cp_field label_fields[] = {
    LENGTH(cp_label_style, near, "the gap wanted between a label and its point"),
    STROKE(cp_label_style, leader, "to a label that does not stand beside its point"),
    FACTOR(cp_label_style, leader_from, "how far from its point a label gets one, of its size"),
    ROW(cp_label_style, densest, CP_FIELD_NUMBER,
        "of a plane, the part that the names of its points may cover at their smallest",
        .least = 0.01, .most = 1),
    SHARE(cp_label_style, led, "how many of all may need one before text gets smaller"),
    LENGTH(cp_label_style, least, "the least between a label and foreign points and lines"),
    LENGTH(cp_label_style, between, "the least between two labels, and to leaders"),
    FACTOR(cp_label_style, space, "the least between two labels side by side, of their size"),
    { 0 },
};

static const cp_field handout_fields[] = {
    ROW(cp_sheet_style, width, CP_FIELD_NUMBER, "the sheet's width", .least = 72, .most = 10000),
    ROW(cp_sheet_style, height, CP_FIELD_NUMBER, "the sheet's height", .least = 72, .most = 10000),
    LENGTH(cp_sheet_style, margin, "the margin all around"),
    LENGTH(cp_sheet_style, gap, "between slides, or a slide and its notes"),
    STROKE(cp_sheet_style, frame, "around a slide"),
    { 0 },
};

static const cp_field notes_fields[] = {
    PART(cp_notes_style, sheet, handout_fields, "the sheet"),
    INK(cp_notes_style, text, "what the speaker says"),
    FACTOR(cp_notes_style, line_height, "between two lines, of the size"),
    FACTOR(cp_notes_style, paragraph_gap, "between paragraphs, of the line height"),
    { 0 },
};

static const cp_field preset_fields[] = {
    SIZE(cp_preset_style, dpi, "pixels an inch"),
    ROW(cp_preset_style, width, CP_FIELD_NUMBER, "the picture's width", .least = 72, .most = 10000),
    ROW(cp_preset_style, height, CP_FIELD_NUMBER, "its least height", .least = 72, .most = 10000),
    ROW(cp_preset_style, title, CP_FIELD_BOOL, "whether the caption is in the picture", ),
    ROW(cp_preset_style, source, CP_FIELD_BOOL, "whether the source line is", ),
    { 0 },
};

static const cp_field presets_fields[] = {
    PART(cp_presets_style, word, preset_fields, "for a text document"),
    PART(cp_presets_style, wechat, preset_fields, "for a telephone"),
    { 0 },
};

const cp_field cp_style_fields[] = {
    TEXT(cp_style, language, "the texts' language, for the shapes of characters"),
    ROW(cp_style, fonts, CP_FIELD_TEXTS, "families in order: Latin letters first, then Han", ),
    TEXT(cp_style, sign_more, "the word for a rise"),
    TEXT(cp_style, sign_less, "the word for a fall"),
    TEXT(cp_style, sign_same, "the word for no change"),
    ROW(cp_style, checks, CP_FIELD_TEXTS, "what a deck must keep: the names of checks", ),
    ROW(cp_style, contrast, CP_FIELD_NUMBER, "the least contrast of text", .least = 1, .most = 21),
    PART(cp_style, page, page_fields, "the page and its margins"),
    PART(cp_style, head, head_fields, "what stands above the body"),
    PART(cp_style, foot, foot_fields, "what stands below it"),
    PART(cp_style, emblem, emblem_fields, "the house's mark"),
    PART(cp_style, caption, caption_fields, "captions of figures and tables"),
    PART(cp_style, body, body_fields, "running text"),
    PART(cp_style, key_points, class_fields, "texts of slides of class key-points"),
    PART(cp_style, risk, class_fields, "texts of slides of class risk"),
    PART(cp_style, disclaimer, class_fields, "texts of slides of class disclaimer"),
    PART(cp_style, statement, statement_fields, "slides of one sentence"),
    PART(cp_style, contents, contents_fields, "the list of sections"),
    PART(cp_style, cover, cover_fields, "the cover"),
    PART(cp_style, section, section_fields, "dividers between sections"),
    PART(cp_style, chart, chart_fields, "charts"),
    PART(cp_style, table, table_fields, "tables"),
    PART(cp_style, pie, pie_fields, "pies and donuts"),
    PART(cp_style, treemap, treemap_fields, "treemaps"),
    PART(cp_style, wordcloud, wordcloud_fields, "word clouds"),
    PART(cp_style, marks, mark_fields, "single marks of charts"),
    PART(cp_style, board, board_fields, "boards: tinted cells"),
    PART(cp_style, cards, cards_fields, "cards: big numbers"),
    PART(cp_style, gantt, gantt_fields, "plans: bars on the calendar"),
    PART(cp_style, diagram, diagram_fields, "diagrams"),
    PART(cp_style, event, event_fields, "dated call-outs"),
    PART(cp_style, panel, panel_fields, "several plots in one figure"),
    PART(cp_style, tag, tag_fields, "texts over points"),
    PART(cp_style, label, label_fields, "names and values beside points and lines"),
    PART(cp_style, handout, handout_fields, "several slides on a sheet"),
    PART(cp_style, notes, notes_fields, "a slide and its speaker's notes on a sheet"),
    PART(cp_style, presets, presets_fields, "pictures for a certain place"),
    { 0 },
};

static const cp_field sheet_fields[] = {
    { .key = "extend", .type = CP_FIELD_TEXT, .help = "the sheet that this one changes" },
    { 0 },
};

/* A text and what is behind it. */
typedef struct pair {
    const char *text, *behind;
    size_t text_at, behind_at;
} pair;

#define PAIR(member, ground)                                                                       \
    {                                                                                              \
#member, #ground, offsetof(cp_style, member), offsetof(cp_style, ground)                   \
    }

/* What may stand in a table of some look. */
#define LOOK_PAIRS(look)                                                                           \
    PAIR(look.head.color, look.head_fill), PAIR(look.head.color, look.spanner_fill),               \
        PAIR(table.body.color, look.stub_fill), PAIR(table.strong.color, look.stub_fill),          \
        PAIR(table.body.color, look.zebra_fill), PAIR(chart.up_text, look.stub_fill),              \
        PAIR(chart.down_text, look.stub_fill), PAIR(chart.up_text, look.zebra_fill),               \
        PAIR(chart.down_text, look.zebra_fill)

static const pair pairs[] = {
    PAIR(head.title.color, page.background),
    PAIR(head.section.color, page.background),
    PAIR(foot.source.color, page.background),
    PAIR(foot.number.color, page.background),
    PAIR(foot.footnote.color, page.background),
    PAIR(caption.text.color, page.background),
    PAIR(body.text.color, page.background),
    PAIR(body.text.color, body.mark),
    PAIR(body.strong.color, page.background),
    PAIR(body.strong.color, body.mark),
    PAIR(body.emphasis, page.background),
    PAIR(body.link, page.background),
    PAIR(body.code, page.background),
    PAIR(statement.title.color, page.background),
    PAIR(statement.text.color, page.background),
    PAIR(contents.number.color, page.background),
    PAIR(contents.name.color, page.background),
    PAIR(contents.page.color, page.background),
    PAIR(cover.title.color, cover.background),
    PAIR(cover.subtitle.color, cover.background),
    PAIR(cover.line.color, cover.background),
    PAIR(section.number.color, section.background),
    PAIR(section.name.color, section.background),
    PAIR(section.item.color, section.background),
    PAIR(section.current.color, section.background),
    PAIR(chart.tick.color, page.background),
    PAIR(chart.legend.color, page.background),
    PAIR(chart.unit.color, page.background),
    PAIR(chart.value.color, page.background),
    PAIR(chart.up_text, page.background),
    PAIR(chart.down_text, page.background),
    LOOK_PAIRS(table.filled),
    LOOK_PAIRS(table.zebra),
    LOOK_PAIRS(table.lines),
    PAIR(table.section.color, table.section_fill),
    PAIR(table.summary.color, table.summary_fill),
    PAIR(chart.up_text, table.summary_fill),
    PAIR(chart.down_text, table.summary_fill),
    PAIR(table.footnote.color, page.background),
    PAIR(table.strong.color, page.background),
    PAIR(table.strong.color, table.emphasis_fill),
    PAIR(chart.up_text, table.emphasis_fill),
    PAIR(chart.down_text, table.emphasis_fill),
    PAIR(pie.name.color, page.background),
    PAIR(pie.value.color, page.background),
    PAIR(pie.center.color, page.background),
    PAIR(pie.caption.color, page.background),
    PAIR(treemap.group.color, page.background),
    PAIR(treemap.note.color, page.background),
    PAIR(table.body.color, page.background),
    PAIR(board.head.color, board.head_fill),
    PAIR(board.label.color, board.stub_fill),
    PAIR(board.label.color, board.empty),
    PAIR(board.value.color, board.empty),
    PAIR(cards.value.color, cards.fill),
    PAIR(cards.label.color, cards.fill),
    PAIR(notes.text.color, page.background),
    PAIR(cards.note.color, cards.fill),
    PAIR(gantt.name.color, page.background),
    PAIR(gantt.label.color, page.background),
    PAIR(gantt.today.color, page.background),
    PAIR(diagram.head.color, diagram.head_fill),
    PAIR(diagram.head.color, diagram.milestone_fill),
    PAIR(diagram.item.color, diagram.item_fill),
    PAIR(diagram.item.color, diagram.base_fill),
    PAIR(diagram.center.color, diagram.center_fill),
    PAIR(event.text.color, event.fill),
    PAIR(event.date.color, event.fill),
    PAIR(panel.head.color, page.background),
};

static cp_color over(cp_color top, cp_color ground)
{
    double part = top.alpha;

    return (cp_color){ top.red * part + ground.red * (1 - part),
                       top.green * part + ground.green * (1 - part),
                       top.blue * part + ground.blue * (1 - part), 1 };
}

/* The node of a dotted path in a sheet, or as near to it as the sheet goes. */
static cp_place setting_place(const cp_node *sheet, const char *path)
{
    cp_str rest = cp_str_from(path);

    while (rest.data) {
        cp_str key = cp_str_next(&rest, '.');
        const cp_node *child = sheet->first;

        while (child && !cp_str_eq(child->key, key))
            child = child->next;
        if (!child)
            break;
        sheet = child;
    }
    return sheet->place;
}

static bool check_pair(const cp_style *style, const char *text, cp_color ink, const char *behind,
                       cp_color ground, const cp_node *sheet, cp_report *report)
{
    double contrast;

    ground = over(ground, style->page.background);
    contrast = cp_color_contrast(over(ink, ground), ground);
    return contrast >= style->contrast
           || cp_fail(report, setting_place(sheet, text),
                      "'%s' has a contrast of %.2f to '%s'; at least %g is wanted", text, contrast,
                      behind, style->contrast);
}

static bool check_contrast(const cp_style *style, const cp_node *sheet, cp_report *report)
{
    const char *base = (const char *)style;
    bool ok = true;

    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
        cp_color ink = *(const cp_color *)(const void *)(base + pairs[i].text_at);
        cp_color ground = *(const cp_color *)(const void *)(base + pairs[i].behind_at);

        ok = check_pair(style, pairs[i].text, ink, pairs[i].behind, ground, sheet, report) && ok;
    }
    for (size_t i = 0; i < style->chart.class_texts.count; i++)
        ok = check_pair(style, "chart.class_texts", style->chart.class_texts.item[i],
                        "page.background", style->page.background, sheet, report)
             && ok;
    return ok;
}

static bool check_list(size_t count, const char *path, const cp_node *sheet, cp_report *report)
{
    return count > 0
           || cp_fail(report, setting_place(sheet, path), "'%s' is empty; at least one is wanted",
                      path);
}

static bool check_order(double low, double high, const char *low_name, const char *high_name,
                        const cp_node *sheet, cp_report *report)
{
    return low <= high
           || cp_fail(report, setting_place(sheet, low_name), "'%s' is more than '%s'", low_name,
                      high_name);
}

static bool check_class(const cp_class_style *class, const char *name, const cp_node *sheet,
                        cp_report *report)
{
    const char *low = class->smallest > class->size ? "smallest" : "size";
    const char *high = class->smallest > class->size ? "size" : "largest";

    return (class->smallest <= class->size && class->size <= class->largest)
           || cp_fail(report, setting_place(sheet, name), "'%s.%s' is more than '%s.%s'", name, low,
                      name, high);
}

cp_body_style cp_body_for(const cp_body_style *body, const cp_class_style *class)
{
    cp_body_style out = *body;

    out.text.size = class->size;
    out.largest = class->largest;
    out.smallest = class->smallest;
    out.line_height = class->line_height;
    out.tightest = class->tightest;
    out.paragraph_gap = class->paragraph_gap;
    out.widest_gap = class->widest_gap;
    out.alike = class->alike;
    out.bullet_size *= class->size / body->text.size;
    out.inner_bullet *= class->size / body->text.size;
    return out;
}

/* What holds between settings, and what drawing relies on. */
static bool check_settings(const cp_style *style, const cp_node *sheet, cp_report *report)
{
    const cp_chart_style *chart = &style->chart;
    const cp_body_style *body = &style->body;
    bool ok = check_list(style->fonts.count, "fonts", sheet, report);

    ok = check_list(chart->palette.count, "chart.palette", sheet, report) && ok;
    ok = check_list(chart->classes.count, "chart.classes", sheet, report) && ok;
    if (chart->classes.count != chart->class_texts.count)
        ok = cp_fail(report, setting_place(sheet, "chart.class_texts"),
                     "%zu 'chart.class_texts' for %zu 'chart.classes'", chart->class_texts.count,
                     chart->classes.count);
    ok = check_order(body->smallest, body->text.size, "body.smallest", "body.text.size", sheet,
                     report)
         && ok;
    ok = check_order(body->text.size, body->largest, "body.text.size", "body.largest", sheet,
                     report)
         && ok;
    ok = check_class(&style->key_points, "key_points", sheet, report) && ok;
    ok = check_class(&style->risk, "risk", sheet, report) && ok;
    ok = check_class(&style->disclaimer, "disclaimer", sheet, report) && ok;
    ok = check_order(style->page.top, style->page.bottom, "page.top", "page.bottom", sheet, report)
         && ok;
    ok = check_order(style->page.bottom, style->page.height, "page.bottom", "page.height", sheet,
                     report)
         && ok;
    ok = check_order(style->page.left + style->page.right, style->page.width, "page.left",
                     "page.width", sheet, report)
         && ok;
    return check_contrast(style, sheet, report) && ok;
}

typedef struct sheets {
    cp_arena *arena;
    cp_report *report;
    const char *shipped;
    const char *chain[CHAIN_MOST]; /* the sheets on the way down */
    int depth;
} sheets;

/* A bare name is a sheet beside this one, else one of the shipped; all else is a path. */
static const char *base_path(const sheets *s, const char *path, cp_str name)
{
    const char *folder = cp_str_z(s->arena, cp_path_folder(path));
    const char *file = cp_str_z(s->arena, name), *found;

    if (cp_str_find(name, CP_STR("/"), 0) != SIZE_MAX || cp_str_ends(name, CP_STR(".yaml")))
        return cp_path_join(s->arena, folder, file);
    file = cp_printf(s->arena, "%s.yaml", file);
    found = cp_path_join(s->arena, folder, file);
    if (s->shipped && !cp_file_exists(found))
        return cp_path_join(s->arena, s->shipped, file);
    return found;
}

static bool enter(sheets *s, const char *path, cp_place at)
{
    for (int i = 0; i < s->depth; i++)
        if (cp_str_is(cp_str_from(path), s->chain[i]))
            return cp_fail(s->report, at, "'%s' extends itself", path);
    if (s->depth == CHAIN_MOST)
        return cp_fail(s->report, at, "more than %d sheets extend each other", CHAIN_MOST);
    s->chain[s->depth++] = path;
    return true;
}

/* A sheet that names a file means one beside itself. */
static void find_emblem(cp_arena *arena, const cp_node *sheet, const char *path, cp_style *out)
{
    const cp_node *emblem = cp_node_child(sheet, "emblem");

    if (emblem && cp_node_child(emblem, "file") && out->emblem.file.size > 0)
        out->emblem.file = cp_str_from(cp_path_join(arena, cp_str_z(arena, cp_path_folder(path)),
                                                    cp_str_z(arena, out->emblem.file)));
}

/* A family's name leads to files of the fonts' own folder. */
static bool check_family(const cp_node *name, cp_report *report)
{
    return cp_str_find(name->text, CP_STR("/"), 0) == SIZE_MAX
           || cp_fail(report, name->place,
                      "'" CP_FMT "' is a path; expected the name of a family of fonts that "
                      "chartpack brings",
                      CP_ARG(name->text));
}

static bool check_families(const cp_node *sheet, cp_report *report)
{
    const cp_node *fonts = cp_node_child(sheet, "fonts");
    bool ok = !fonts || check_family(fonts, report);

    for (const cp_node *name = fonts ? fonts->first : NULL; name; name = name->next)
        ok = check_family(name, report) && ok;
    return ok;
}

static bool read_sheet(sheets *s, const char *path, cp_place at, cp_style *out, cp_node **sheet)
{
    cp_node *node = enter(s, path, at) ? cp_yaml_read(s->arena, path, at, s->report) : NULL;
    cp_node *extend = node ? cp_node_child(node, "extend") : NULL, *base;
    bool ok;

    *sheet = node;
    if (!node)
        return false;
    if (!extend) {
        ok = cp_fields_read(s->arena, cp_style_fields, sheet_fields, node, out, s->report);
        find_emblem(s->arena, node, path, out);
        return check_families(node, s->report) && ok;
    }
    if (extend->kind != CP_NODE_SCALAR || !extend->text.size)
        return cp_fail(s->report, extend->place, "expected the name of a sheet, found %s",
                       cp_node_kind_name(extend));
    ok = read_sheet(s, base_path(s, path, extend->text), extend->place, out, &base);
    ok = cp_fields_update(s->arena, cp_style_fields, sheet_fields, node, out, s->report) && ok;
    find_emblem(s->arena, node, path, out);
    return check_families(node, s->report) && ok;
}

static void swap_colors(cp_color *one, cp_color *other)
{
    cp_color kept = *one;

    *one = *other;
    *other = kept;
}

/* Once the sheet is whole: then all that draws finds its colours where it looks for them. */
static void settle_updown(cp_style *style)
{
    cp_chart_style *chart = &style->chart;

    if (chart->updown == CP_UPDOWN_US) {
        swap_colors(&chart->up, &chart->down);
        swap_colors(&chart->up_pale, &chart->down_pale);
        swap_colors(&chart->up_text, &chart->down_text);
    } else if (chart->updown == CP_UPDOWN_MONO) {
        chart->up = chart->navy;
        chart->down = chart->under;
        chart->up_pale = chart->under;
        chart->down_pale = chart->grid.color;
        chart->up_text = chart->navy;
        chart->down_text = chart->tick.color;
    }
}

cp_style *cp_style_read_with(cp_arena *arena, const char *path, const char *shipped, cp_place at,
                             cp_report *report)
{
    cp_style *style = cp_new(arena, cp_style);
    sheets s = { .arena = arena, .report = report, .shipped = shipped };
    cp_node *sheet;

    if (!read_sheet(&s, path, at, style, &sheet))
        return NULL;
    settle_updown(style);
    style->checks_place = setting_place(sheet, "checks");
    return check_settings(style, sheet, report) ? style : NULL;
}

cp_style *cp_style_read(cp_arena *arena, const char *path, cp_place at, cp_report *report)
{
    return cp_style_read_with(arena, path, NULL, at, report);
}
