#!/bin/sh
# manual.sh PROGRAM SOURCES OUT: the manual says what the program says, and of everything.
set -eu
program=$1 sources=$2 out=$3
rm -rf "$out"
mkdir -p "$out"
sh "$sources/cmake/manual.sh" "$program" "$sources/data/manual" "$out"
status=0
diff -ru "$sources/data/manual" "$out" || { echo "the manual is old: ./do docs makes it anew"; status=1; }
for group in file figure mark cell; do
    for name in $("$program" help | sed -n "s/^  $group  *//p"); do
        grep -qx -- "<!-- chartpack help $group $name -->" "$sources"/data/manual/*.md || {
            echo "no page of the manual has: chartpack help $group $name"
            status=1
        }
    done
done
exit $status
