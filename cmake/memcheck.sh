#!/bin/sh
# memcheck.sh COMMAND...: run it under memcheck; status 99 where it leaks, or uses what was never written.  What libraries
# keep is in valgrind.supp, each with its reason.
exec valgrind --quiet --error-exitcode=99 --leak-check=full --show-leak-kinds=definite,indirect \
    --errors-for-leak-kinds=definite,indirect --num-callers=40 --track-origins=yes \
    --suppressions="$(dirname "$0")/valgrind.supp" "$@"
