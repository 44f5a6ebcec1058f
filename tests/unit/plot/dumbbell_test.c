#include "apart.h"

static const char rows[] = "名,前,后\n甲,40%,60%\n乙,70%,20%\n丙,,30%\n";

TEST(the_key_tells_which_dot_is_which)
{
    fixture f;

    begin(&f, "x: 名\nmarks:\n  - {dumbbell: 后, from: 前}\n", rows);
    with_fonts(&f);
    CHECK(strstr(dump_of(&f, 300, 200), "legend 前 → 后 dumbbell"));
    end(&f);
}

TEST(both_values_are_written_on_the_outer_sides)
{
    fixture f;
    const char *dump;

    begin(&f, "x: 名\nmarks:\n  - {dumbbell: 后, from: 前, label: all}\n", rows);
    with_fonts(&f);
    dump = dump_of(&f, 300, 200);
    CHECK(labels_apart(dump, 300, 200) == 5);
    CHECK(rect_of_line(strstr(dump, "label 60%"), strcspn(strstr(dump, "label 60%"), "\n")).y
          < rect_of_line(strstr(dump, "label 40%"), strcspn(strstr(dump, "label 40%"), "\n")).y);
    end(&f);
}

TEST(a_dumbbell_needs_its_other_column)
{
    check_finding(
        "x: 名\nmarks:\n  - {dumbbell: 后, from: 名}\n", rows,
        "c.yaml:3:25: error: column 名 is a text, dumbbell needs numbers; expected 前 or 后");
}
