#!/bin/sh
# run.sh CHARTPACK CASE: a case is a word on why (lines with #), files ("== PATH" and their content), a
# line with a dot, and the findings that `chartpack check` must give for the pack of base/ with
# these files, in their order.
here=$(cd "$(dirname "$0")" && pwd)
chartpack=$(realpath "$1")
case=$(realpath "$2")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cp -r "$here/base/." "$work"
cd "$work" || exit 2
awk '/^#/ && !file { next }
/^== / { file = substr($0, 4); folder = file; if (sub("/[^/]*$", "", folder)) system("mkdir -p \"" folder "\"")
         printf "" > file; next }
/^\.$/ { exit }
file { print > file }' "$case"
"$chartpack" check . >.out 2>.findings
status=$?
sed '1,/^\.$/d' "$case" >.expected
want=1
[ -s .expected ] && grep -q ': error: ' .expected || want=0
diff -u .expected .findings || exit 1
[ $status = $want ] || { echo "exit status $status, wanted $want"; exit 1; }
echo "1 passed, 0 failed"
