#include "base/border.h"

#include "base/file.h"
#include "test.h"

#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#define FOLDER CP_BINARY_DIR "/test-border"

static const char *judge(const char *path)
{
    static char kept[600];
    cp_arena arena = { 0 };
    cp_border border = { .arena = &arena };
    cp_report report = { .arena = &arena, .border = &border };
    bool ok;

    cp_border_allow(&border, FOLDER "/pack");
    cp_border_allow(&border, FOLDER "/named.csv");
    cp_border_allow(&border, FOLDER "/not-there");
    ok = cp_border_check(&report, path, (cp_place){ "deck.md", 3, 1 });
    CHECK(ok == !report.first);
    snprintf(kept, sizeof kept, "%s", ok ? "" : cp_finding_line(&arena, report.first));
    cp_arena_free(&arena);
    return kept;
}

static void make_files(void)
{
    cp_arena arena = { 0 };
    cp_report report = { .arena = &arena };

    CHECK(cp_file_replace(FOLDER "/pack/data/a.csv", CP_STR("a"), &report));
    CHECK(cp_file_replace(FOLDER "/package/a.csv", CP_STR("a"), &report));
    CHECK(cp_file_replace(FOLDER "/named.csv", CP_STR("a"), &report));
    unlink(FOLDER "/pack/link.csv");
    CHECK(symlink("../package/a.csv", FOLDER "/pack/link.csv") == 0);
    unlink(FOLDER "/pack/pipe");
    CHECK(mkfifo(FOLDER "/pack/pipe", 0600) == 0);
    cp_arena_free(&arena);
}

TEST(what_lies_in_the_pack_or_was_named_may_be_read)
{
    make_files();
    CHECK_STR(judge(FOLDER "/pack/data/a.csv"), "");
    CHECK_STR(judge(FOLDER "/package/../pack/data/../data/a.csv"), "");
    CHECK_STR(judge(FOLDER "/pack/not-yet.csv"), "");
    CHECK_STR(judge(FOLDER "/pack/no-folder/no-other/a.csv"), "");
    CHECK_STR(judge(FOLDER "/pack/no-folder/../a.csv"), "");
    CHECK_STR(judge(FOLDER "/named.csv"), "");
    CHECK_STR(judge(FOLDER "/not-there/a.csv"), "");
}

TEST(what_lies_or_leads_elsewhere_may_not)
{
    make_files();
    CHECK_STR(judge("/etc/passwd"),
              "deck.md:3:1: error: '/etc/passwd' lies outside of the pack; put a copy into the "
              "pack, or allow this by --allow-outside");
    CHECK(strstr(judge(FOLDER "/pack/../package/a.csv"), "/package/a.csv', outside of the pack"));
    CHECK(strstr(judge(FOLDER "/pack/../new.csv"), "/new.csv', outside of the pack"));
    CHECK(strstr(judge(FOLDER "/no-folder/no-other/a.csv"), "outside of the pack"));
    CHECK(strstr(judge(FOLDER "/pack/no-folder/../../a.csv"), "/a.csv', outside of the pack"));
    CHECK(strstr(judge(FOLDER "/pack/link.csv"), "/package/a.csv', outside of the pack"));
    CHECK(strstr(judge(FOLDER "/pack/pipe"), "is a pipe or a device; expected a file"));
}

TEST(without_a_border_all_may_be_read)
{
    cp_arena arena = { 0 };
    cp_report report = { .arena = &arena };

    CHECK(cp_border_check(&report, "/etc/passwd", (cp_place){ 0 }));
    cp_arena_free(&arena);
}
