#include "spec/node.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "base/buf.h"
#include "findings.h"
#include "test.h"

/* The tree in one line: scalars plain, in "" if quoted, in || if a block; ~ for nothing. */
static void write_node(cp_buf *out, const cp_node *node)
{
    const char *mark = node->block ? "|" : node->quoted ? "\"" : "";
    bool map = node->kind == CP_NODE_MAP;

    if (node->key.data)
        cp_buf_printf(out, CP_FMT ": ", CP_ARG(node->key));
    if (node->kind == CP_NODE_SCALAR) {
        cp_buf_printf(out, "%s%s%s", mark, node->text.data ? node->text.data : "~", mark);
        return;
    }
    cp_buf_add_char(out, map ? '{' : '[');
    for (const cp_node *child = node->first; child; child = child->next) {
        write_node(out, child);
        cp_buf_printf(out, "%s", child->next ? ", " : "");
    }
    cp_buf_add_char(out, map ? '}' : ']');
}

static void check_tree(const char *text, const char *wanted)
{
    cp_arena arena = { 0 };
    cp_report report = { .arena = &arena };
    cp_node *root = cp_yaml_parse(&arena, "x.yaml", cp_str_from(text), &report);
    cp_buf found = { 0 };

    CHECK_STR(findings(&report), "");
    if (root)
        write_node(&found, root);
    CHECK_STR(found.data, wanted);
    cp_buf_free(&found);
    cp_arena_free(&arena);
}

static void check_findings_of(cp_str text, const char *wanted)
{
    cp_arena arena = { 0 };
    cp_report report = { .arena = &arena };

    cp_yaml_parse(&arena, "x.yaml", text, &report);
    CHECK_STR(findings(&report), wanted);
    cp_arena_free(&arena);
}

static void check_findings(const char *text, const char *wanted)
{
    check_findings_of(cp_str_from(text), wanted);
}

static void check_place(cp_place place, int line, int column)
{
    CHECK_STR(place.file, "x.yaml");
    CHECK_INT(place.line, line);
    CHECK_INT(place.column, column);
}

TEST(maps_lists_and_scalars_become_nodes_in_their_order)
{
    check_tree("a: 1\nb: [x, 'y z', \"q\"]\nc:\n  d: {e: 2}\n",
               "{a: 1, b: [x, \"y z\", \"q\"], c: {d: {e: 2}}}");
    check_tree("- a\n- - b\n  - c\n", "[a, [b, c]]");
}

TEST(scalars_stay_the_text_that_was_written)
{
    check_tree("code: 000001\nno: no\nnone: null\nsci: 1e3\n",
               "{code: 000001, no: no, none: null, sci: 1e3}");
}

TEST(an_empty_document_is_an_empty_map)
{
    check_tree("", "{}");
    check_tree("# 注释\n\n", "{}");
    check_tree("---\n", "{}");
}

TEST(byte_order_mark_and_carriage_returns_are_no_part_of_the_text)
{
    check_tree("\xEF\xBB\xBF"
               "a: 1\r\nb: |\r\n  x\r\n  y\r\n",
               "{a: 1, b: |x\ny\n|}");
    check_tree("a: 1\rb: 2\r", "{a: 1, b: 2}");
}

TEST(nothing_behind_a_colon_or_a_dash_is_a_scalar_without_text)
{
    check_tree("a:\nb:\n  -\n  - {c: , d: 1}\n", "{a: ~, b: [~, {c: ~, d: 1}]}");
}

TEST(places_count_lines_and_characters_from_one)
{
    cp_arena arena = { 0 };
    cp_report report = { .arena = &arena };
    cp_node *root = cp_yaml_parse(&arena, "x.yaml",
                                  CP_STR("\xEF\xBB\xBF标题: 周报\n"
                                         "y: {单位: \"亿元\", 空: , 最大: 3}\r\n"
                                         "列:\n"
                                         "  - 日期\n"
                                         "  -\n"
                                         "sql: |\n"
                                         "  select 1\n"),
                                  &report);
    const cp_node *y = cp_node_child(root, "y"), *list = cp_node_child(root, "列");

    check_place(root->place, 1, 1);
    check_place(root->first->key_place, 1, 1);
    check_place(root->first->place, 1, 5);
    check_place(y->place, 2, 4);
    check_place(y->first->key_place, 2, 5);
    check_place(y->first->place, 2, 9);
    check_place(y->first->next->place, 2, 17);
    check_place(y->first->next->next->place, 2, 24);
    check_place(list->place, 4, 3);
    check_place(list->first->place, 4, 5);
    check_place(list->first->next->place, 5, 4);
    check_place(cp_node_child(root, "sql")->place, 6, 6);
    cp_arena_free(&arena);
}

TEST(a_byte_of_a_text_is_found_in_the_file)
{
    cp_arena arena = { 0 };
    cp_report report = { .arena = &arena };
    cp_node *root = cp_yaml_parse(&arena, "x.yaml",
                                  CP_STR("plain: 日期 from t\n"
                                         "quoted: \"日期 from t\"\n"
                                         "block: |  # 查询\n"
                                         "\n"
                                         "    select 日期\n"
                                         "      from t\n"
                                         "folded: >\n"
                                         "  a\n"
                                         "  b\n"),
                                  &report);
    const cp_node *block = cp_node_child(root, "block"), *folded = cp_node_child(root, "folded");
    size_t date = cp_str_find(block->text, CP_STR("日期"), 0);
    size_t table = cp_str_find(block->text, CP_STR("t\n"), date);

    check_place(cp_node_text_place(cp_node_child(root, "plain"), strlen("日期 ")), 1, 11);
    check_place(cp_node_text_place(cp_node_child(root, "quoted"), strlen("日期 ")), 2, 13);
    check_place(cp_node_text_place(block, date), 5, 12);
    check_place(cp_node_text_place(block, table), 6, 12);
    check_place(cp_node_text_place(folded, 2), 7, 9);
    cp_arena_free(&arena);
}

TEST(duplicate_keys_are_told_and_the_tree_can_be_read_on)
{
    cp_arena arena = { 0 };
    cp_report report = { .arena = &arena };
    cp_node *root = cp_yaml_parse(&arena, "x.yaml",
                                  CP_STR("标题: 一\ny: {单位: a, 单位: b}\n标题: 二\n"), &report);

    CHECK_STR(findings(&report),
              "x.yaml:2:12: error: duplicate key '单位'; it already stands on line 2\n"
              "x.yaml:3:1: error: duplicate key '标题'; it already stands on line 1");
    CHECK(root && root->faulty);
    CHECK_STR(cp_node_child(root, "标题")->text.data, "一");
    cp_arena_free(&arena);
}

TEST(duplicates_are_found_among_many_keys)
{
    check_findings("a: 1\nb: 1\nc: 1\nd: 1\ne: 1\nf: 1\ng: 1\nh: 1\ni: 1\nc: 2\n",
                   "x.yaml:10:1: error: duplicate key 'c'; it already stands on line 3");
}

TEST(aliases_anchors_tags_and_merge_keys_are_findings)
{
    check_findings("a: *x\n",
                   "x.yaml:1:4: error: '*' stands for a value elsewhere (an alias), which is not "
                   "supported; a text that begins with '*' goes in quotes");
    check_findings("title: &A股 行情\n",
                   "x.yaml:1:8: error: '&' begins a name that YAML takes away; a text that begins "
                   "with it goes in quotes");
    check_findings("title: !main 行情\n",
                   "x.yaml:1:8: error: '!' begins a name that YAML takes away; a text that begins "
                   "with it goes in quotes");
    check_findings("<<: {a: 1}\n",
                   "x.yaml:1:1: error: '<<' (merging) is not supported; write the keys out");
}

TEST(a_second_document_is_a_finding)
{
    check_findings("a: 1\n---\nb: 2\n",
                   "x.yaml:2:1: error: a second document begins here; one file holds one");
    check_findings("a: 1\n...\nb: 2\n",
                   "x.yaml:2:1: error: a second document begins here; one file holds one");
}

TEST(keys_must_be_texts)
{
    check_findings("[a, b]: 1\n", "x.yaml:1:1: error: a key must be a text, found a list");
    check_findings("a: 1\n: 2\n", "x.yaml:2:2: error: a value without a key before its ':'");
}

TEST(invisible_blanks_beside_words_are_findings)
{
    check_findings(
        "y:\n　　单位: 亿元\n",
        "x.yaml:2:1: error: a full-width blank (U+3000) beside '单位'; only plain blanks "
        "separate and indent");
    check_findings("y:\n\xC2\xA0\xC2\xA0单位: 亿元\n",
                   "x.yaml:2:1: error: a no-break blank (U+00A0) beside '单位'; only plain blanks "
                   "separate and indent");
    check_findings("n: 3　\n", "x.yaml:1:4: error: a full-width blank (U+3000) beside '3'; only "
                               "plain blanks separate and indent");
    check_tree("t: \"　缩进\"\n", "{t: \"　缩进\"}");
}

TEST(curly_quotes_around_a_value_are_a_warning)
{
    check_findings("title: “成交额”\n",
                   "x.yaml:1:8: warning: “ ” become part of the text; to quote "
                   "it write \"成交额\"");
    check_tree("title: “十五五”规划\n", "{title: “十五五”规划}");
    check_tree("title: “一”与“二”\n", "{title: “一”与“二”}");
    check_tree("title: '“成交额”'\n", "{title: \"“成交额”\"}");
}

TEST(a_list_folded_into_a_text_is_a_finding)
{
    check_findings("a:\n- x\n  - y\n",
                   "x.yaml:3:3: error: this '- ' goes on with the text above, which ends no line "
                   "with ':'");
}

TEST(what_is_no_text_is_told_with_its_place)
{
    check_findings("标题: 周报\n单位: \xB1\xEA\n",
                   "x.yaml:2:5: error: byte 0xB1 is no UTF-8; save the file as UTF-8");
    check_findings_of(CP_STR("a: 1\nb\0: 2\n"), "x.yaml:2:2: error: a control character (U+0000)");
    check_findings("a: x\x01\n", "x.yaml:1:5: error: a control character (U+0001)");
    check_findings("a: \xF0\x9F\n",
                   "x.yaml:1:4: error: byte 0xF0 is no UTF-8; save the file as UTF-8");
}

/* `count` times `piece`, to be freed by cp_buf_free(). */
static cp_buf many(const char *piece, int count)
{
    cp_buf text = { 0 };

    for (int i = 0; i < count; i++)
        cp_buf_printf(&text, "%s", piece);
    return text;
}

static void check_torture(cp_buf text, const char *wanted)
{
    clock_t start = clock();

    check_findings_of(cp_buf_str(&text), wanted);
    CHECK_NEAR((double)(clock() - start) / CLOCKS_PER_SEC, 0, 2);
    cp_buf_free(&text);
}

TEST(deep_nesting_ends_in_a_finding)
{
    cp_buf steps = { 0 };

    for (int i = 0; i < 1000; i++)
        cp_buf_printf(&steps, "%*sa:\n", i, "");
    check_torture(steps, "x.yaml:65:65: error: more than 64 levels of lists and mappings");
    check_torture(many("[", 5000), "x.yaml:1:65: error: more than 64 levels of lists and mappings");
    check_torture(many("- ", 5000),
                  "x.yaml:1:129: error: more than 64 levels of lists and mappings");
    check_torture(many("? ", 100000), "x.yaml:1:3: error: a key must be a text, found a mapping");
}

TEST(too_many_keys_end_in_a_finding)
{
    cp_buf keys = { 0 };

    for (int i = 0; i < 20000; i++)
        cp_buf_printf(&keys, "k%d: 1\n", i);
    check_torture(keys, "x.yaml:10000:8: error: more than 10000 values in one file");
}

TEST(ten_thousand_nodes_are_read_in_no_time)
{
    cp_buf text = { 0 };

    for (int i = 0; i < 9999; i++)
        cp_buf_printf(&text, "指标%d: 1\n", i);
    check_torture(text, "");
}

TEST(an_alias_bomb_is_nothing_but_findings)
{
    cp_arena arena = { 0 };
    cp_report report = { .arena = &arena };
    cp_buf text = { 0 };

    cp_buf_printf(&text, "a0: &a0 [x, x]\n");
    for (int i = 1; i < 9; i++)
        cp_buf_printf(&text, "a%d: &a%d [*a%d, *a%d, *a%d]\n", i, i, i - 1, i - 1, i - 1);
    CHECK(!cp_yaml_parse(&arena, "x.yaml", cp_buf_str(&text), &report));
    CHECK_INT(report.errors, 9 + 8 * 3);
    cp_buf_free(&text);
    cp_arena_free(&arena);
}

TEST(a_text_too_large_is_refused)
{
    check_torture(many("# 0123456789abcdef\n", 300000), "x.yaml: error: larger than 4 MB");
}

TEST(the_parser_says_nothing_on_standard_error)
{
    FILE *kept = tmpfile();
    int standard = dup(STDERR_FILENO);
    cp_arena arena = { 0 };
    cp_report report = { .arena = &arena };
    long size;

    dup2(fileno(kept), STDERR_FILENO);
    cp_yaml_parse(&arena, "x.yaml", CP_STR("a: [1\nb: @\n"), &report);
    fflush(stderr);
    dup2(standard, STDERR_FILENO);
    close(standard);
    fseek(kept, 0, SEEK_END);
    size = ftell(kept);
    fclose(kept);
    CHECK_INT(report.errors, 1);
    CHECK_INT(size, 0);
    cp_arena_free(&arena);
}

TEST(a_file_that_is_not_there_is_told_where_it_was_asked_for)
{
    cp_arena arena = { 0 };
    cp_report report = { .arena = &arena };

    CHECK(!cp_yaml_read(&arena, "no/such.yaml", (cp_place){ "pack.yaml", 3, 8 }, &report));
    CHECK_STR(findings(&report), "pack.yaml:3:8: error: no file 'no/such.yaml'");
    cp_arena_free(&arena);
}

TEST(a_list_parted_by_full_width_commas_is_told)
{
    check_findings("authors: [张三，李四]\n",
                   "x.yaml:1:13: warning: '，' does not part the items of "
                   "a list; write ', ' with a blank");
    check_tree("authors: [\"张三，李四\"]\n", "{authors: [\"张三，李四\"]}");
    check_tree("t: 张三，李四\n", "{t: 张三，李四}");
}
