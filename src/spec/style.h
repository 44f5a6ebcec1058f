/*
 * style.h - resolved looks: every colour, font, size and margin of a deck.
 *
 * A style sheet (styles/NAME.yaml) names each of these settings; nothing that
 * draws has a number of its own.  A sheet may `extend:` another and change a
 * few.  Lengths are points, line heights and ratios are factors.  A new setting
 * is a member here, a row in its table in style.c, a line in each base sheet.
 */
#ifndef CP_SPEC_STYLE_H
#define CP_SPEC_STYLE_H

#include "spec/field.h"

/* How a piece of text looks. */
typedef struct cp_ink {
    double size;
    bool bold;
    cp_color color;
} cp_ink;

typedef struct cp_stroke {
    double width; /* 0: not drawn */
    cp_color color;
    double dash; /* 0: solid; else the length of dash and gap */
} cp_stroke;

typedef struct cp_page_style {
    double width, height;
    double left, right; /* margins */
    double top, bottom; /* of the body: y from the page's top edge to y of its end */
    double gap;         /* between two figures, or text and figure */
    cp_color background;
} cp_page_style;

typedef struct cp_head_style {
    cp_ink title;
    double title_top;
    double smallest; /* size where a long title's shrinking ends */
    cp_rect brand;   /* the block at the edge */
    cp_color brand_color;
    double rule_y;
    cp_stroke rule;
    cp_ink section; /* the section's name at the right */
} cp_head_style;

/* The house's mark: an SVG, as large as fits the boxes; a width of 0: none there. */
typedef struct cp_emblem_style {
    cp_str file;  /* opens from the working directory; a sheet names it from its own folder */
    cp_rect page; /* on slides with a head */
    cp_rect cover;
} cp_emblem_style;

typedef struct cp_foot_style {
    double rule_y;
    cp_stroke rule;
    cp_ink source; /* resources line, left */
    cp_ink number; /* page number, right */
    double text_top;
    cp_str source_prefix; /* 资料来源： */
    cp_str note_prefix;   /* 备注： */
    cp_ink footnote;
    cp_stroke footnote_rule; /* above the footnotes */
    double footnote_width;   /* of that rule */
    double footnote_gap;     /* between body, rule and footnotes */
} cp_foot_style;

typedef struct cp_caption_style {
    cp_ink text;
    cp_stroke rule;
    double rule_gap;                    /* text's lower edge to the rule */
    double body_gap;                    /* rule to the figure */
    cp_str figure_prefix, table_prefix; /* 图： 表： */
    bool numbered;                      /* 图3：, counted through the deck */
    bool sourced; /* each figure has its source below it, not the slide at its foot */
} cp_caption_style;

/* How *em* shows, where no letters are slanted. */
typedef enum cp_em { CP_EM_COLOR, CP_EM_DOTS } cp_em;

typedef struct cp_body_style {
    cp_ink text;
    double line_height;   /* of the size: 28 / 14.5 */
    double largest;       /* the size where growing ends, on a page of text alone */
    double smallest;      /* the size where shrinking ends */
    double tightest;      /* the line height where shrinking ends */
    double paragraph_gap; /* of the line height, between paragraphs */
    double widest_gap;    /* of the line height, where a short text has room to spare */
    double indent;        /* of the size, per list level */
    double bullet_size;   /* the square's side at full size */
    double inner_bullet;  /* the same in a nested list */
    cp_color bullet;
    cp_ink strong; /* bold text; its size is the text's */
    cp_color emphasis, link, code, mark;
    int em;            /* cp_em */
    double latin_gap;  /* of the size, between Han and Latin letters */
    double text_share; /* of the body's width, where text stands beside figures */
    bool alike;        /* all slides of a class in the size of the fullest */
} cp_body_style;

/* What a class of slides has of its own; all else is the body's. */
typedef struct cp_class_style {
    double size, largest, smallest;
    double line_height, tightest;
    double paragraph_gap, widest_gap;
    bool alike;
} cp_class_style;

/* The body's style for the texts of a class. */
cp_body_style cp_body_for(const cp_body_style *body, const cp_class_style *class);

/* A slide of one sentence. */
typedef struct cp_statement_style {
    cp_ink title, text;
    double left, right; /* margins */
    cp_rect accent;     /* a block of colour above, from the sentence's upper left corner */
    cp_color accent_color;
    double gap; /* below the sentence */
} cp_statement_style;

/* The list of a deck's sections. */
typedef struct cp_contents_style {
    cp_ink number, name, page;
    cp_stroke leader;
    double left, right; /* margins */
    double number_width;
    double step; /* the most from one line to the next */
} cp_contents_style;

typedef struct cp_cover_style {
    cp_color background, band_color;
    double band_width;
    cp_ink title, subtitle, line; /* organization, authors, date */
    double left, title_top;
    double subtitle_gap; /* below the title */
    double lines_top, line_step;
    cp_rect accent; /* a block of colour, on the page */
    cp_color accent_color;
    cp_str date_format;
} cp_cover_style;

typedef struct cp_section_style {
    cp_color background, band_color;
    double band_width;
    cp_ink number, name, item, current; /* item and current: the list of sections */
    double left, top, list_left, list_top, list_step;
    double name_gap; /* between the number and the name below it */
    cp_rect marker;  /* before the current item, from the middle of its left edge */
} cp_section_style;

/* `china`: what rises is in the colour the sheet names `up`; `us`: in that of `down`;
 * `mono`: both in the calm colours of series. */
typedef enum cp_updown { CP_UPDOWN_CHINA, CP_UPDOWN_US, CP_UPDOWN_MONO } cp_updown;

typedef struct cp_chart_style {
    double width, height; /* of a chart's own picture, where no size is asked for */
    double margin;        /* around it there */
    cp_ink tick, legend, unit,
        value; /* unit: at the axis head; value: labels at bars and line ends */
    cp_stroke grid, zero, axis, rule; /* rule: a reference line that names no colour */
    cp_colors palette;                /* series in order */
    cp_colors classes;                /* colours of `color:` categories */
    cp_colors class_texts;            /* their dark forms, for labels */
    int updown;                       /* cp_updown: which of the next is which */
    cp_color up, down, flat, up_pale, down_pale, up_text, down_text;
    double bar_fill;   /* share of a bar's step */
    double bar_widest; /* however few bars there are, points */
    double bar_least;  /* share of a step that bars fill, though they get wider than that */
    double group_gap;  /* between bars of one group, points */
    double line_width;
    double thin_line; /* of a line with more rows than points across */
    double dot_size;  /* diameter */
    double area_opacity;
    double legend_square, legend_line, legend_gap, legend_height;
    double tick_gap;       /* between tick label and plot */
    double tick_space;     /* least clear space between two labels, of their size */
    double tick_pitch;     /* room wanted for one interval of a y axis, of their size */
    double label_gap;      /* between a bar's or line's end and its value label */
    cp_color under;        /* bars that stand under a line */
    cp_color navy, orange; /* or what the sheet has in their place */
    cp_str sign_suffix;    /* behind a name whose keys are of both signs: （正/负） */
    cp_str left_suffix;    /* behind the legend's names where there are two axes: （左） */
    cp_str right_suffix;   /* （右） */
    cp_str bottom_suffix;  /* on its side: of the axis along the foot, （下） */
    cp_str top_suffix;     /* （上） */
    double top_gap;        /* free part above the highest tick's line for value labels */
    double smallest_text;  /* no chart text below this */
    double hatch_width, hatch_step; /* of the diagonals that mark estimates */
    double hatch_ground;            /* how much of the colour lies behind them */
    cp_texts stat_names;            /* what `stat:` says: mean, median, max, min, last */
    cp_str day_format, month_format, year_format; /* of date ticks */
    cp_str short_month_format; /* of a month within a year that is told already */
    cp_str quarter_format;     /* of quarterly data */
} cp_chart_style;

typedef struct cp_pie_style {
    cp_ink name;            /* labels beside the pie: what it is */
    cp_ink value;           /* and how much; its size is the name's */
    cp_ink center, caption; /* in a donut's hole: the first line, the others */
    cp_stroke edge;         /* between two slices */
    cp_stroke leader;       /* from a slice to its label */
    double leader_out;      /* points it leads straight out */
    double leader_lane;     /* points it then has to come to its label's height */
    double leader_gap;      /* between it and the label */
    double label_space;     /* least between two labels, of their size */
    double label_width;     /* where long names begin to break into lines */
    double least_radius;
    double fade;      /* of a colour, where the palette begins anew */
    cp_color rest;    /* the small ones together */
    cp_str rest_name; /* their name: 其他 */
} cp_pie_style;

typedef struct cp_treemap_style {
    cp_ink name, value; /* in the cells; dark, on light cells */
    cp_ink group, note; /* a group's head; the line on cells without names */
    cp_stroke edge;     /* between two cells */
    double group_gap;   /* between two groups */
    double padding;     /* around a cell's text */
    double head_height; /* of a group's head, of its text's size */
    double largest;     /* size of a large cell's name */
    double grow;        /* wanted size of a name, of the root of its cell's area */
    double named;       /* share of the whole whose cells must bear their names */
    double fade;        /* of the colour of the least cell */
    cp_color neutral;   /* no change */
    cp_str note_text;   /* {count} cells bear no name */
} cp_treemap_style;

/* What single marks of charts need beside the chart's own looks. */
typedef struct cp_mark_style {
    double wick;             /* the width of a candle's lines */
    double down_dash;        /* of lines in the colour of what falls */
    double band_opacity;     /* of the ground behind a stretch of an axis */
    cp_stroke range;         /* from low to high */
    double cap;              /* across the ends of a range */
    cp_colors heat;          /* cells from the least to the most */
    cp_color heat_middle;    /* at zero, between what falls and what rises */
    double cell_gap;         /* between two cells */
    double ramp;             /* the length of the colours' key */
    double stem, head;       /* of a lollipop: width of its line, diameter of its dot */
    cp_stroke joint;         /* between the two dots of a dumbbell */
    cp_stroke connector;     /* from bar to bar of a waterfall */
    cp_color total;          /* bars that count from zero there */
    double strong;           /* times the size of dots that are emphasized */
    double beyond;           /* from the edge to a dot that lies beyond it */
    double largest, opacity; /* of dots that have sizes: the greatest diameter, of their ground */
} cp_mark_style;

typedef struct cp_wordcloud_style {
    double largest, smallest; /* sizes of the words */
    bool bold;
    double spread; /* least size of the heaviest word, of the smallest */
    double gap;    /* points between two words, one above the other */
    double space;  /* before and behind a word together, of its size */
} cp_wordcloud_style;

/* Ways a table may look; the sheet says which is the usual one. */
typedef enum cp_look { CP_LOOK_USUAL, CP_LOOK_FILLED, CP_LOOK_ZEBRA, CP_LOOK_LINES } cp_look;

typedef struct cp_tabular_look {
    cp_ink head;
    cp_color head_fill, spanner_fill, stub_fill, zebra_fill;
    cp_stroke top_rule, spanner_rule, head_rule, row_rule, group_rule, end_rule;
} cp_tabular_look;

typedef struct cp_tabular_style {
    int look; /* the usual one, from 0: filled, zebra, lines */
    cp_tabular_look filled, zebra, lines;
    cp_ink body, section, summary, footnote;
    cp_color section_fill, summary_fill;
    cp_color emphasis_fill;       /* behind rows and cells that a rule picks out */
    cp_ink strong;                /* their text, and that of merged cells; its size is the body's */
    cp_str continued;             /* behind what goes on from the page before: （续） */
    cp_str missing;               /* what stands for a value that is not there */
    double line_height;           /* of the size, between the lines of one cell */
    double cell_x, cell_y;        /* padding */
    double tight;                 /* at that scale and below: */
    double tight_y, tight_head;   /* ... the padding above and below a cell, one of the head */
    double tight_line;            /* ... the height of a cell's only line, times its type's size */
    double block_gap;             /* between two blocks side by side */
    double inset_gap;             /* between a cell's text and the ink beside it */
    double bar_width, bar_height; /* in a cell; the width is the least */
    double spark_width, spark_height; /* likewise */
    double spark_line, spark_dot;
    double arrow_size;
    double badge_x, badge_y;   /* what a badge's ground adds to its text */
    double badge_strength;     /* of a badge's colour in its ground */
    double weakest, strongest; /* of a scale's colour over the page */
    double widest_row;         /* of the head's height, where a table has room to spare */
    double largest;            /* the size of body text where growing ends */
    double smallest;
    double smallest_beside; /* of a table with text on its page: below it goes on to a next one */
} cp_tabular_style;

/* Lengths are those at the inks' own sizes, and follow the text as it grows or shrinks. */
typedef struct cp_diagram_style {
    cp_ink head, item, center; /* center: of a hub, a cycle */
    cp_color head_fill, item_fill, panel_fill, center_fill;
    cp_color milestone_fill, base_fill;
    cp_stroke border, link; /* link: from a hub to its boxes, around a cycle */
    cp_color arrow;
    double arrow_size; /* across */
    double arrow_gap;  /* between two boxes with an arrow between them */
    double gap, pad_x, pad_y;
    double bullet;      /* the side of its square */
    double line_height; /* of the size */
    double largest;     /* where texts stop to grow, of their own size */
    double tallest;     /* where boxes stop to, in lines */
} cp_diagram_style;

typedef struct cp_board_style {
    cp_ink head, label, value;
    cp_color head_fill, stub_fill;
    cp_color empty;            /* behind cells without a value, and at zero */
    double weakest, strongest; /* of up and down over the page: just beside zero, at the most */
    double gap;                /* between two cells */
    double cell_x, cell_y;     /* room within a cell */
    double value_gap;          /* least room between a cell's label and its value */
    double widest_row;         /* of the height its text needs */
    double widest_head;        /* likewise */
    double largest;            /* the size of labels where growing ends */
    cp_stroke mark;            /* around highlighted cells */
} cp_board_style;

typedef struct cp_cards_style {
    cp_ink value, unit, label, note;
    cp_color fill;
    double accent;              /* the width of the bar at a card's left edge */
    double gap;                 /* between two cards */
    double pad_x, pad_y;        /* room within a card */
    double unit_gap;            /* between a number and its unit */
    double label_gap, note_gap; /* above the label, above the note */
    double line_height;         /* of the size */
    double largest, smallest;   /* the size of numbers where growing and shrinking end */
    double widest_card;         /* of the width its text needs */
} cp_cards_style;

typedef struct cp_gantt_style {
    cp_ink name, label, today;
    double name_share;              /* most of the width for names, which break beyond */
    double name_gap;                /* between the names and the time */
    double line_height;             /* of a name's size */
    double bar;                     /* a bar's height */
    double pad;                     /* above and below what stands in a row */
    double label_gap;               /* between a bar and its label */
    double point;                   /* the length of an open end's point */
    double hatch_width, hatch_step; /* a hatch's lines, and from one to the next */
    double hatch_ground;            /* how much of the colour is between them */
    double widest_row;              /* of the height a row needs */
    double largest;                 /* the size of labels where growing ends */
    double least_time;              /* the least width of the time */
    cp_stroke row_rule, today_line;
    cp_str today_name; /* what the line of today says */
} cp_gantt_style;

/* Dated call-outs above and below a line. */
typedef struct cp_event_style {
    cp_ink text;
    cp_ink date;        /* a box's first line; its size is the text's */
    cp_color fill, dot; /* dot: on the line */
    cp_stroke border, leader;
    double dot_size;          /* diameter */
    double pad_x, pad_y;      /* room within a box */
    double gap;               /* between two boxes of a row */
    double row_gap;           /* between two rows on one side */
    double lead;              /* between the boxes and the room of the line */
    double largest;           /* the size where text with room to spare stops to grow */
    double narrowest, widest; /* boxes, at the text's own size */
    double line_height;       /* of the size */
    double line_share;        /* least of the height that is the line's */
} cp_event_style;

/* Several plots in one figure. */
typedef struct cp_panel_style {
    cp_ink head;
    double head_gap;     /* between a head and what is below it */
    double gap_x, gap_y; /* between two data areas and their labels */
    double aspect;       /* width over height that small multiples like best */
} cp_panel_style;

/* Texts over the points of a series. */
typedef struct cp_tag_style {
    double gap;  /* between two texts */
    double most; /* of the height of the data area that texts may take */
} cp_tag_style;

/* Labels that find places of their own beside points and lines. */
typedef struct cp_label_style {
    double near;        /* the gap wanted beside a point */
    cp_stroke leader;   /* to a label that stands far */
    double leader_from; /* how far, of the text's size */
    double densest;     /* of a plane, the part that the smallest names may cover */
    double led;         /* how many may need one, of all, before text gets smaller */
    double least;       /* to foreign points, lines and boxes */
    double between;     /* two labels, a leader and a label */
    double space;       /* two labels side by side, of their size */
} cp_label_style;

/* A sheet of paper with slides on it. */
typedef struct cp_sheet_style {
    double width, height;
    double margin; /* all around */
    double gap;    /* between slides, between a slide and its notes */
    cp_stroke frame;
} cp_sheet_style;

/* A slide and what its speaker says, on a sheet. */
typedef struct cp_notes_style {
    cp_sheet_style sheet;
    cp_ink text;
    double line_height;   /* of the size */
    double paragraph_gap; /* of the line height */
} cp_notes_style;

/* What a picture for a certain place looks like. */
typedef struct cp_preset_style {
    double width, height; /* points; larger where the figure needs it */
    double dpi;           /* of the width above: a larger figure is drawn smaller */
    bool title, source;   /* around the figure */
} cp_preset_style;

typedef struct cp_presets_style {
    cp_preset_style word, wechat;
} cp_presets_style;

typedef struct cp_style {
    cp_str language;                        /* zh-CN */
    cp_texts fonts;                         /* families in order: the Latin face, then Han */
    cp_str sign_more, sign_less, sign_same; /* 增加 减少 持平 */
    double contrast;                        /* least contrast of text */
    cp_texts checks;                        /* what decks must keep, by name */
    cp_place checks_place;
    cp_page_style page;
    cp_head_style head;
    cp_emblem_style emblem;
    cp_foot_style foot;
    cp_caption_style caption;
    cp_body_style body;
    cp_class_style key_points, risk, disclaimer;
    cp_statement_style statement;
    cp_contents_style contents;
    cp_cover_style cover;
    cp_section_style section;
    cp_chart_style chart;
    cp_tabular_style table;
    cp_pie_style pie;
    cp_treemap_style treemap;
    cp_wordcloud_style wordcloud;
    cp_mark_style marks;
    cp_board_style board;
    cp_cards_style cards;
    cp_gantt_style gantt;
    cp_diagram_style diagram;
    cp_event_style event;
    cp_panel_style panel;
    cp_tag_style tag;
    cp_label_style label;
    cp_sheet_style handout;
    cp_notes_style notes;
    cp_presets_style presets;
} cp_style;

extern const cp_field cp_style_fields[];

/*
 * The style sheet at `path`, and those it extends: `extend: research` is
 * research.yaml beside the sheet, else in the folder `shipped` (NULL: none).
 * Every setting must end up given, and every text must stand out from what is
 * behind it by `contrast`.
 */
cp_style *cp_style_read_with(cp_arena *arena, const char *path, const char *shipped, cp_place at,
                             cp_report *report);
cp_style *cp_style_read(cp_arena *arena, const char *path, cp_place at, cp_report *report);

#endif
