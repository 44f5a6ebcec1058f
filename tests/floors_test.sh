#!/bin/sh
# The tree keeps its floors, and floors.sh sees it when a tree does not.
here=$(cd "$(dirname "$0")" && pwd)
sh "$here/floors.sh" || exit 1
bad=$(mktemp -d)
trap 'rm -rf "$bad"' EXIT
expect_fault() { # FILE INCLUDE
    rm -rf "$bad/src" && mkdir -p "$bad/src/$(dirname "$1")" && echo "#include $2" >"$bad/src/$1"
    if sh "$here/floors.sh" "$bad" >/dev/null; then
        echo "not seen: $1 includes $2"
        exit 1
    fi
}
expect_fault base/str.c '"table/table.h"'
expect_fault table/table.c '"spec/node.h"'
expect_fault plot/axis.c '"dataset/dataset.h"'
expect_fault cli/build.c '"pack/pack.h"'
expect_fault deck/slide.c '<sqlite3.h>'
expect_fault read/csv.c '<sqlite3.h>'
expect_fault text/text.c '"fonts.h"'
echo "1 passed, 0 failed"
