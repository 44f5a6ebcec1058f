#include "fixture.h"

#include "plot/layout.h"
#include "plot/tag.h"

TEST(texts_over_points_cover_neither_each_other_nor_the_points)
{
    fixture f;
    cp_layout layout;

    begin(&f, "x: 日期\nmarks:\n  - {text: 名称, y: 板}\n",
          "日期,板,名称\n2026-04-13,4,某某股份有限\n2026-04-14,5,某某股份有限\n"
          "2026-04-15,9,某某股份有限\n2026-04-16,5,某某股份有限\n2026-04-17,6,某某股份有限\n");
    with_fonts(&f);
    CHECK(f.bound);
    cp_layout_make(&layout, &f.plot, &f.looks, (cp_rect){ 0, 0, 230, 200 }, NULL, &f.page);
    cp_layout_place_series(&layout);

    const cp_mark_view *view = &layout.views[0];
    cp_tags tags = cp_tags_place(view, &f.style->chart.value);

    CHECK_INT(tags.count, 5);
    CHECK_INT(tags.left_out, 0);
    CHECK(tags.top >= layout.area.y - 0.5);
    for (size_t i = 0; i < tags.count; i++) {
        cp_rect rect = tags.item[i].rect;

        CHECK(rect.x >= layout.area.x - 0.01);
        CHECK(rect.x + rect.width <= layout.area.x + layout.area.width + 0.01);
        for (size_t k = 0; k < i; k++)
            CHECK(!cp_rects_overlap(rect, tags.item[k].rect, 0));
        for (size_t row = 0; row < view->rows; row++)
            CHECK(view->x[row] < rect.x || view->x[row] > rect.x + rect.width
                  || view->y[row] > rect.y + rect.height);
    }
    end(&f);
}

TEST(texts_without_room_are_counted)
{
    fixture f;
    cp_layout layout;

    begin(&f, "x: 日期\nmarks:\n  - {text: 名称, y: 板}\n",
          "日期,板,名称\n2026-04-13,4,很长的名称很长的名称很长的名称\n"
          "2026-04-14,4,很长的名称很长的名称很长的名称\n"
          "2026-04-15,4,很长的名称很长的名称很长的名称\n"
          "2026-04-16,4,很长的名称很长的名称很长的名称\n"
          "2026-04-17,4,很长的名称很长的名称很长的名称\n");
    with_fonts(&f);
    cp_layout_make(&layout, &f.plot, &f.looks, (cp_rect){ 0, 0, 120, 60 }, NULL, &f.page);
    cp_layout_place_series(&layout);

    cp_tags tags = cp_tags_place(&layout.views[0], &f.style->chart.value);

    CHECK_INT(tags.count + tags.left_out, 5);
    CHECK(tags.left_out > 0);
    end(&f);
}
