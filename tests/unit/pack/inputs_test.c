#include "pack/inputs.h"

#include "test.h"

TEST(a_digest_is_sha256)
{
    cp_arena arena = { 0 };

    CHECK_STR(cp_input_digest(&arena, CP_STR("abc")),
              "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    CHECK_STR(cp_input_digest(&arena, CP_STR("")),
              "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    cp_arena_free(&arena);
}
