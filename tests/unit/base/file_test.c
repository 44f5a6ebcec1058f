#include "base/file.h"

#include "test.h"

#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

/* A folder of this test alone, removed by leave(). */
typedef struct place {
    cp_arena arena;
    cp_report report;
    const char *folder;
} place;

static void enter(place *here)
{
    char *folder;

    *here = (place){ 0 };
    here->report.arena = &here->arena;
    folder = cp_printf(&here->arena, "%s", "/tmp/chartpack-test-XXXXXX");
    here->folder = mkdtemp(folder);
    CHECK(here->folder);
}

static const char *path(place *here, const char *name)
{
    return cp_path_join(&here->arena, here->folder, name);
}

static void leave(place *here)
{
    CHECK(system(cp_printf(&here->arena, "chmod -R u+w %s; rm -r %s", here->folder, here->folder))
          == 0);
    cp_arena_free(&here->arena);
}

static const char *content(place *here, const char *name)
{
    cp_buf text = { 0 };
    const char *copy = NULL;

    if (cp_file_read(path(here, name), (cp_place){ 0 }, &text, &here->report))
        copy = cp_str_z(&here->arena, cp_buf_str(&text));
    cp_buf_free(&text);
    return copy;
}

TEST(a_file_is_written_with_its_folders_and_read_back)
{
    place here;

    enter(&here);
    CHECK(cp_file_replace(path(&here, "out/2026/a.txt"), CP_STR("第一行\n"), &here.report));
    CHECK_STR(content(&here, "out/2026/a.txt"), "第一行\n");
    CHECK(cp_file_exists(path(&here, "out/2026/a.txt")) && cp_is_folder(path(&here, "out")));
    CHECK(!cp_is_folder(path(&here, "out/2026/a.txt")) && !cp_file_exists(path(&here, "b")));
    CHECK_INT(here.report.errors, 0);
    leave(&here);
}

TEST(a_file_that_is_replaced_keeps_its_rights_and_leaves_nothing_aside)
{
    place here;
    struct stat facts;
    size_t count;

    enter(&here);
    CHECK(cp_file_replace(path(&here, "a"), CP_STR("old"), &here.report));
    CHECK(chmod(path(&here, "a"), 0640) == 0);
    CHECK(cp_file_replace(path(&here, "a"), CP_STR("new"), &here.report));
    CHECK_STR(content(&here, "a"), "new");
    CHECK(stat(path(&here, "a"), &facts) == 0);
    CHECK_INT(facts.st_mode & 0777, 0640);
    cp_folder_list(&here.arena, here.folder, &count, &here.report);
    CHECK_INT(count, 1);
    leave(&here);
}

static int rights_of(place *here, const char *name)
{
    struct stat facts;

    CHECK(stat(path(here, name), &facts) == 0);
    return facts.st_mode & 0777;
}

TEST(a_new_file_has_the_rights_that_the_mask_leaves_whatever_a_killed_run_left)
{
    place here;
    mode_t mask = umask(027);
    FILE *left;

    enter(&here);
    CHECK(cp_file_replace(path(&here, "a"), CP_STR("new"), &here.report));
    CHECK_INT(rights_of(&here, "a"), 0640);
    left = fopen(path(&here, ".b.part"), "w");
    CHECK(left && fputs("half of something", left) >= 0 && fclose(left) == 0);
    CHECK(chmod(path(&here, ".b.part"), 0600) == 0);
    CHECK(cp_file_replace(path(&here, "b"), CP_STR("new"), &here.report));
    CHECK_STR(content(&here, "b"), "new");
    CHECK_INT(rights_of(&here, "b"), 0640);
    umask(mask);
    leave(&here);
}

/* In place of libc's. */
static int masks_set;

mode_t umask(mode_t mask)
{
    masks_set++;
    return (mode_t)syscall(SYS_umask, mask);
}

TEST(writing_leaves_the_mask_alone_which_is_of_all_threads)
{
    place here;

    enter(&here);
    masks_set = 0;
    CHECK(cp_file_replace(path(&here, "a"), CP_STR("new"), &here.report));
    CHECK(cp_file_replace(path(&here, "a"), CP_STR("newer"), &here.report));
    CHECK_INT(masks_set, 0);
    leave(&here);
}

TEST(what_cannot_be_written_is_the_systems_fault_and_leaves_nothing)
{
    place here;
    size_t count;

    enter(&here);
    CHECK(mkdir(path(&here, "taken"), 0777) == 0);
    CHECK(!cp_file_replace(path(&here, "taken"), CP_STR("x"), &here.report));
    CHECK_INT(here.report.worst, CP_SYSTEM);
    cp_folder_list(&here.arena, here.folder, &count, &here.report);
    CHECK_INT(count, 1);
    CHECK(cp_file_replace(path(&here, "file"), CP_STR("x"), &here.report));
    CHECK(!cp_file_replace(path(&here, "file/below"), CP_STR("x"), &here.report));
    CHECK_STR(content(&here, "file"), "x");
    leave(&here);
}

static const char *size_and_end(cp_arena *arena, cp_str bytes)
{
    return cp_printf(arena, "%zu%c", bytes.size, bytes.data[bytes.size - 1]);
}

TEST(what_was_read_is_digested_once_if_anybody_asks_for_it)
{
    place here;

    enter(&here);
    CHECK(cp_file_replace(path(&here, "a"), CP_STR("abc"), &here.report));
    CHECK_STR(content(&here, "a"), "abc");
    CHECK(here.report.files && !here.report.files->digest);
    here.report.digest = size_and_end;
    CHECK_STR(content(&here, "a"), "abc");
    CHECK_STR(here.report.files->digest, "3c");
    cp_report_read(&here.report, "b", (cp_str){ 0 });
    CHECK(!here.report.files->digest);
    leave(&here);
}

TEST(a_missing_file_is_told_at_the_place_that_asked_for_it)
{
    place here;
    cp_buf text = { 0 };

    enter(&here);
    CHECK(!cp_file_read("no/such.csv", (cp_place){ "pack.yaml", 7, 12 }, &text, &here.report));
    CHECK_STR(cp_finding_line(&here.arena, here.report.first),
              "pack.yaml:7:12: error: no file 'no/such.csv'");
    CHECK_INT(here.report.worst, CP_ERROR);
    cp_buf_free(&text);
    leave(&here);
}

TEST(a_folder_lists_its_names_in_order_without_hidden_and_lock_files)
{
    static const char *const made[] = { "b.csv", "a.csv", ".hidden", "~$a.xlsx", "上证.csv" };
    place here;
    size_t count = 0;
    const char *const *names;

    enter(&here);
    for (size_t i = 0; i < sizeof made / sizeof *made; i++)
        CHECK(cp_file_replace(path(&here, made[i]), CP_STR(""), &here.report));
    names = cp_folder_list(&here.arena, here.folder, &count, &here.report);
    CHECK_INT(count, 3);
    CHECK_STR(names[0], "a.csv");
    CHECK_STR(names[1], "b.csv");
    CHECK_STR(names[2], "上证.csv");
    leave(&here);
}

TEST(an_empty_folder_has_no_names_and_a_missing_one_is_told)
{
    place here;
    size_t count = 9;

    enter(&here);
    CHECK(cp_folder_list(&here.arena, here.folder, &count, &here.report));
    CHECK_INT(count, 0);
    CHECK_INT(here.report.errors, 0);
    CHECK(!cp_folder_list(&here.arena, path(&here, "none"), &count, &here.report));
    CHECK_INT(here.report.errors, 1);
    leave(&here);
}

TEST(paths_are_joined_and_taken_apart)
{
    cp_arena arena = { 0 };

    CHECK_STR(cp_path_join(&arena, "pack", "data/a.csv"), "pack/data/a.csv");
    CHECK_STR(cp_path_join(&arena, "pack/", "a.csv"), "pack/a.csv");
    CHECK_STR(cp_path_join(&arena, ".", "a.csv"), "a.csv");
    CHECK_STR(cp_path_join(&arena, "pack", "/abs/a.csv"), "/abs/a.csv");
    CHECK(cp_str_is(cp_path_stem("data/a.b.csv"), "a.b"));
    CHECK(cp_str_is(cp_path_stem("data.d/name"), "name"));
    CHECK(cp_str_is(cp_path_stem(".rc"), ".rc"));
    CHECK(cp_str_is(cp_path_stem("a."), "a"));
    CHECK(cp_str_is(cp_path_extension("data/a.b.CSV"), "CSV"));
    CHECK(cp_str_is(cp_path_extension("data.d/name"), ""));
    CHECK(cp_str_is(cp_path_folder("data/x/a.csv"), "data/x"));
    CHECK(cp_str_is(cp_path_folder("a.csv"), "."));
    CHECK(cp_str_is(cp_path_folder("/a.csv"), "/"));
    cp_arena_free(&arena);
}

TEST(a_link_stays_and_leads_to_what_was_written)
{
    place here;
    struct stat facts;

    enter(&here);
    CHECK(cp_file_replace(path(&here, "real"), CP_STR("old"), &here.report));
    CHECK(symlink("real", path(&here, "link")) == 0);
    CHECK(cp_file_replace(path(&here, "link"), CP_STR("new"), &here.report));
    CHECK(lstat(path(&here, "link"), &facts) == 0 && S_ISLNK(facts.st_mode));
    CHECK_STR(content(&here, "real"), "new");
    leave(&here);
}

TEST(a_device_or_pipe_is_written_into_and_not_replaced)
{
    place here;
    struct stat facts;
    char got[8] = { 0 };
    int reader;

    enter(&here);
    CHECK(mkfifo(path(&here, "pipe"), 0600) == 0);
    reader = open(path(&here, "pipe"), O_RDONLY | O_NONBLOCK);
    CHECK(cp_file_replace(path(&here, "pipe"), CP_STR("ink"), &here.report));
    CHECK(stat(path(&here, "pipe"), &facts) == 0 && S_ISFIFO(facts.st_mode));
    CHECK(read(reader, got, sizeof got) == 3);
    CHECK_STR(got, "ink");
    close(reader);
    leave(&here);
}
