#include "test.h"

#include <stdarg.h>

static cp_test *first, **last = &first;
static int faults;

void cp_test_add(cp_test *test)
{
    *last = test;
    last = &test->next;
}

void cp_test_fault(const char *file, int line, const char *format, ...)
{
    va_list list;

    va_start(list, format);
    fprintf(stderr, "%s:%d: ", file, line);
    vfprintf(stderr, format, list);
    fputc('\n', stderr);
    va_end(list);
    faults++;
}

/* Runs the tests whose names contain the first argument, all without one. */
int main(int argc, char **argv)
{
    int passed = 0, failed = 0;

    for (cp_test *test = first; test; test = test->next) {
        int before = faults;

        if (argc > 1 && !strstr(test->name, argv[1]))
            continue;
        test->run();
        if (faults > before)
            fprintf(stderr, "FAILED %s\n", test->name);
        *(faults > before ? &failed : &passed) += 1;
    }
    printf("%d passed, %d failed\n", passed, failed);
    return failed > 0 || passed == 0;
}
