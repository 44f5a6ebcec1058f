#include "read/encoding.h"

#include "test.h"

typedef struct decoding {
    cp_arena arena;
    cp_decoded out;
    bool ok;
    char finding[300];
} decoding;

static decoding decode(cp_str bytes, const char *wish)
{
    decoding result = { 0 };
    cp_report report = { .arena = &result.arena };
    cp_place at = { "a.csv", 1, 1 }, asked = { "pack.yaml", 4, 9 };

    result.ok = cp_decode(&result.arena, bytes, at, cp_str_from(wish), asked, &result.out, &report);
    if (report.first)
        snprintf(result.finding, sizeof result.finding, "%s",
                 cp_finding_line(&result.arena, report.first));
    return result;
}

static void check_text(cp_str bytes, const char *wish, const char *text, const char *name)
{
    decoding result = decode(bytes, wish);

    CHECK_STR(result.finding, "");
    CHECK(result.ok && cp_str_is(result.out.text, text));
    CHECK_STR(result.out.name, name);
    cp_buf_free(&result.out.own);
    cp_arena_free(&result.arena);
}

static void check_refused(cp_str bytes, const char *wish, const char *finding)
{
    decoding result = decode(bytes, wish);

    CHECK(!result.ok);
    CHECK_STR(result.finding, finding);
    cp_buf_free(&result.out.own);
    cp_arena_free(&result.arena);
}

TEST(utf8_is_taken_as_it_is_and_loses_its_byte_order_mark)
{
    check_text(CP_STR("日期,a"), "", "日期,a", "UTF-8");
    check_text(CP_STR("\xEF\xBB\xBF日期,a"), "", "日期,a", "UTF-8 with BOM");
    check_text(CP_STR(""), "", "", "UTF-8");
}

TEST(what_is_not_utf8_is_gb18030)
{
    check_text(CP_STR("\xC8\xD5\xC6\xDA,\xB3\xC9\xBD\xBB\xB6\xEE\n"), "", "日期,成交额\n",
               "GB18030");
    /* A rare character whose second byte is the letter '|' of an ASCII text. */
    check_text(CP_STR("\xC8\xD5\xC6\xDA,\x8C|\n"), "", "日期,寍\n", "GB18030");
    /* Four bytes. */
    check_text(CP_STR("\xC8\xD5\xC6\xDA\x81\x39\xEE\x39\n"), "", "日期㐀\n", "GB18030");
}

TEST(utf16_is_known_by_its_byte_order_mark)
{
    check_text(CP_STR("\xFF\xFE"
                      "a\0,\0\xE5\x65"),
               "", "a,日", "UTF-16LE");
    check_text(CP_STR("\xFE\xFF"
                      "\0a\0,\x65\xE5"),
               "", "a,日", "UTF-16BE");
}

TEST(utf16_without_a_mark_is_known_by_its_zeros)
{
    static const char little[] = "\xE5\x65\x1F\x67,\0\x3C\x50\n\0" /* 日期,值 */
                                 "2\0"
                                 "0\0"
                                 "2\0"
                                 "6\0"
                                 ",\0"
                                 "1\0"
                                 "\n\0";
    static const char big[] = "\x65\xE5\x67\x1F\0,\x50\x3C\0\n"
                              "\0"
                              "2\0"
                              "0\0"
                              "2\0"
                              "6\0"
                              ",\0"
                              "1\0"
                              "\n";

    check_text((cp_str){ little, sizeof little - 1 }, "", "日期,值\n2026,1\n", "UTF-16LE");
    check_text((cp_str){ big, sizeof big - 1 }, "", "日期,值\n2026,1\n", "UTF-16BE");
}

/* Numbers side by side in two bytes each, as programs keep them. */
TEST(zeros_between_other_bytes_are_no_utf16)
{
    static const char bytes[] = "\1\0\2\0\3\0\4\0\n\0\5\0\6\0\7\0\n\0";

    check_refused((cp_str){ bytes, sizeof bytes - 1 }, "",
                  "a.csv:1:2: error: a zero byte; expected text (UTF-16 without a byte order mark? "
                  "then say encoding: utf-16le)");
}

TEST(an_encoding_can_be_named)
{
    check_text(CP_STR("\xC8\xD5"), "gbk", "日", "GB18030");
    check_text(CP_STR("\xC8\xD5"), "GB2312", "日", "GB18030");
    check_text(CP_STR("日"), "utf8", "日", "UTF-8");
    check_text(CP_STR("Zo\xEB"), "latin1", "Zoë", "latin1");
    check_text(CP_STR("a\0,\0"), "utf-16le", "a,", "utf-16le");
}

TEST(a_byte_that_is_not_of_the_encoding_is_told_with_its_place)
{
    check_refused(CP_STR("a,b\n日期,\xFF\n"), "utf-8", "a.csv:2:4: error: byte 0xFF is not UTF-8");
    check_refused(CP_STR("a,b\n4,\xA9\n"), "",
                  "a.csv:2:3: error: byte 0xA9 is neither UTF-8 nor GB18030; "
                  "say which encoding it is, such as latin1");
    check_refused(CP_STR("\xC8\xD5,\xC6"), "gb18030", "a.csv:1:3: error: byte 0xC6 is not GB18030");
    check_refused(CP_STR("\xFF\xFE"
                         "a\0\x00\xD8"),
                  "", "a.csv:1:2: error: byte 0x00 is not UTF-16LE");
}

TEST(a_broken_byte_in_utf8_text_does_not_turn_the_file_into_gb18030)
{
    check_refused(CP_STR("日期,成交额,涨跌\n2026,\xD6\xD0\n"), "",
                  "a.csv:2:6: error: byte 0xD6 is not UTF-8, as the rest of the file is");
}

TEST(a_western_text_is_not_read_as_gb18030)
{
    check_refused(CP_STR("City\nZ\xFCrich\nK\xF6ln\n"), "",
                  "a.csv:2:2: error: byte 0xFC before 'r' is not UTF-8 and unlikely to be GB18030; "
                  "say which encoding it is, such as latin1");
}

TEST(a_zero_byte_is_no_text)
{
    check_refused(CP_STR("a,b\n\0,2\n"), "",
                  "a.csv:2:1: error: a zero byte; expected text (UTF-16 without a byte order mark? "
                  "then say encoding: utf-16le)");
}

TEST(an_unknown_encoding_is_told_where_it_was_asked_for)
{
    check_refused(
        CP_STR("a"), "gb99",
        "pack.yaml:4:9: error: no encoding 'gb99'; expected a name such as utf-8, gb18030 "
        "or utf-16le");
    check_refused(CP_STR("a"), "gbk//IGNORE",
                  "pack.yaml:4:9: error: no encoding 'gbk//IGNORE'; expected a name such as utf-8, "
                  "gb18030 or utf-16le");
}
