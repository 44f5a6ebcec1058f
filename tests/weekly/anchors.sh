#!/bin/sh
# anchors.sh CHARTPACK SOURCES OUT: the published figures of the week stand on the pages that they
# are said to: as the number itself or, where anchors.csv has a last column, as those words
# (- for what is only reckoned from others).
set -eu
chartpack=$1 sources=$2 out=$3
rm -rf "$out"
mkdir -p "$out"
"$chartpack" build "$sources/data/weekly" -o "$out/weekly.pdf" --quiet

# The text of a page in one line: numbers without their thousands' commas.
page() {
    [ -f "$out/$1.txt" ] || pdftotext -layout -f "$1" -l "$1" "$out/weekly.pdf" - | tr '\n' ' ' \
        | sed -E 's/([0-9]),([0-9]{3})/\1\2/g' >"$out/$1.txt"
    cat "$out/$1.txt"
}

shows_number() {
    page "$1" | grep -qE "(^|[^0-9.])$(printf %s "${2#-}" | sed 's/\./\\./')([^0-9.]|\.[^0-9]|$)"
}

shows_words() {
    page "$1" | tr -d ' ' | grep -qF -- "$2"
}

tail -n +2 "$sources/tests/weekly/anchors.csv" | {
    status=0 looked=0
    while IFS=, read -r number figure period value unit printed; do
        [ "$printed" != - ] || continue
        looked=$((looked + 1))
        if [ -n "$printed" ]; then shows_words "$number" "$printed"; else shows_number "$number" "$value"; fi || {
            echo "page $number does not show $figure ($period): ${printed:-$value} $unit"
            status=1
        }
    done
    echo "$looked figures looked for"
    exit $status
}
