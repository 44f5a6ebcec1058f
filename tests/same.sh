#!/bin/sh
# same.sh CHARTPACK REPO [FORMAT...]: the deck and all figures of the weekly twice, in two folders, zones,
# locales and homes, on one thread and on many: the same bytes, file by file.
chartpack=$(realpath "$1")
repo=$(realpath "$2")
shift 2
[ $# -gt 0 ] || set -- png svg pdf
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work" || exit 2
mkdir -p a/deep b locales
cp -r "$repo/data/weekly" a/deep/one
cp -r "$repo/data/weekly" b/weekly
localedef -i zh_CN -f GB18030 locales/zh_CN.GB18030 2>/dev/null

one() { (cd a && env TZ=America/New_York LC_ALL=C "$chartpack" "$@"); }
other() {
    (cd b/weekly && env -u HOME TZ=Asia/Shanghai LOCPATH="$work/locales" LC_ALL=zh_CN.GB18030 "$chartpack" "$@")
}

one build deep/one -o ../deck-1.pdf -q && other build . -o ../../deck-2.pdf -q && cmp deck-1.pdf deck-2.pdf || exit 1
for format in "$@"; do
    one figures deep/one --format "$format" -d "../$format-1" --jobs 1 -q || exit 1
    other figures . --format "$format" -d "../../$format-2" --jobs 4 -q || exit 1
    diff -r "$format-1" "$format-2" || exit 1
    echo "$format: $(ls "$format-1" | wc -l) files the same"
done
echo "1 passed, 0 failed"
