#include "base/buf.h"

#include "test.h"

TEST(what_is_added_stands_in_order_with_a_nul_behind)
{
    cp_buf buf = { 0 };

    cp_buf_add(&buf, CP_STR("成交"));
    cp_buf_add_char(&buf, ' ');
    cp_buf_printf(&buf, "%d%s", 23489, "亿元");
    cp_buf_add(&buf, (cp_str){ 0 });
    CHECK_STR(buf.data, "成交 23489亿元");
    CHECK_INT(cp_buf_str(&buf).size, strlen("成交 23489亿元"));
    cp_buf_free(&buf);
    CHECK(!buf.data && !buf.capacity);
}

TEST(an_empty_buffer_is_empty_text)
{
    cp_buf buf = { 0 };

    CHECK(cp_str_is(cp_buf_str(&buf), ""));
    CHECK(cp_buf_str(&buf).data);
    cp_buf_free(&buf);
}

TEST(a_buffer_grows_as_it_is_filled)
{
    cp_buf buf = { 0 };

    for (int i = 0; i < 10000; i++)
        cp_buf_printf(&buf, "%d,", i % 10);
    CHECK_INT(buf.size, 20000);
    CHECK(memcmp(buf.data + 19990, "5,6,7,8,9,", 10) == 0);
    cp_buf_free(&buf);
}
