/* test.h - the whole harness: TEST(name) { CHECK(...); }, one program a room. */
#ifndef CP_TESTS_TEST_H
#define CP_TESTS_TEST_H

#include <math.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

typedef struct cp_test {
    const char *name;
    void (*run)(void);
    struct cp_test *next;
} cp_test;

void cp_test_add(cp_test *test);
void cp_test_fault(const char *file, int line, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

#define TEST(title)                                                                                \
    static void title(void);                                                                       \
    static cp_test title##_test = { #title, title, NULL };                                         \
    __attribute__((constructor)) static void title##_add(void)                                     \
    {                                                                                              \
        cp_test_add(&title##_test);                                                                \
    }                                                                                              \
    static void title(void)

#define CHECK(condition)                                                                           \
    ((condition) ? (void)0 : cp_test_fault(__FILE__, __LINE__, "not true: %s", #condition))

#define CHECK_STR(found, wanted)                                                                   \
    do {                                                                                           \
        const char *found_ = (found), *wanted_ = (wanted);                                         \
        if (!found_ || strcmp(found_, wanted_) != 0)                                               \
            cp_test_fault(__FILE__, __LINE__, "found  %s\n    wanted %s",                          \
                          found_ ? found_ : "(null)", wanted_);                                    \
    } while (0)

#define CHECK_INT(found, wanted)                                                                   \
    do {                                                                                           \
        long long found_ = (found), wanted_ = (wanted);                                            \
        if (found_ != wanted_)                                                                     \
            cp_test_fault(__FILE__, __LINE__, "%s is %lld, wanted %lld", #found, found_, wanted_); \
    } while (0)

#define CHECK_NEAR(found, wanted, within)                                                          \
    do {                                                                                           \
        double found_ = (found), wanted_ = (wanted);                                               \
        if (!(fabs(found_ - wanted_) <= (within)))                                                 \
            cp_test_fault(__FILE__, __LINE__, "%s is %.17g, wanted %.17g", #found, found_,         \
                          wanted_);                                                                \
    } while (0)

#endif
