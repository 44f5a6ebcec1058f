#!/bin/sh
# kill.sh CHARTPACK REPO TIMES: builds are killed at moments spread over their time, and once two and more run at
# once.  The output is always a whole one, the old or the new, and the next run leaves nothing beside it.
chartpack=$(realpath "$1")
repo=$(realpath "$2")
times=${3:-200}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cp -r "$repo/tests/errors/base" "$work/pack"
cd "$work" || exit 2
mkdir out
failed=0

fail() {
    failed=$((failed + 1))
    echo "$*"
}

now() { date +%s%N; }

start=$(now)
"$chartpack" build pack -o out/deck.pdf -q || exit 1
span=$(($(now) - start))
cp out/deck.pdf new.pdf
echo old >old.pdf
cp old.pdf out/deck.pdf

# Most of a build writes nothing, so every second one is killed near its end.
killed=0 i=0
while [ $i -lt "$times" ]; do
    i=$((i + 1))
    part=$((i * 7919 % 1000))
    [ $((i % 2)) = 0 ] || part=$((800 + part / 4))
    "$chartpack" build pack -o out/deck.pdf -q 2>/dev/null &
    child=$!
    sleep "$(awk "BEGIN { print $span * $part / 1000 / 1e9 }")"
    kill -9 $child 2>/dev/null && killed=$((killed + 1))
    wait $child 2>/dev/null
    cmp -s out/deck.pdf old.pdf || cmp -s out/deck.pdf new.pdf || fail "kill $i: half an output"
    for left in $(ls -A out); do
        case $left in deck.pdf | .deck.pdf.part) ;; *) fail "kill $i: left $left" ;; esac
    done
    cp old.pdf out/deck.pdf
done
"$chartpack" build pack -o out/deck.pdf -q || fail "cannot build any more"
cmp out/deck.pdf new.pdf || fail "builds something else"
[ "$(ls -A out)" = deck.pdf ] || fail "left: $(ls -A out)"

# What was left beside it by others: a link, somebody's folder.
echo mine >mine && ln -s "$work/mine" out/.deck.pdf.part
"$chartpack" build pack -o out/deck.pdf -q || fail "a link stands in the way"
[ "$(cat mine)" = mine ] || fail "written over a link"
ln mine out/.deck.pdf.part
"$chartpack" build pack -o out/deck.pdf -q || fail "a second name of a file stands in the way"
[ "$(cat mine)" = mine ] || fail "written into another's file"

# Several at once.
for i in 1 2 3 4; do
    "$chartpack" build pack -o out/deck.pdf -q 2>said$i || echo broken >>broken &
done
wait
[ ! -e broken ] || fail "at once: $(cat said*)"
cmp out/deck.pdf new.pdf || fail "at once: something else"
[ "$(ls -A out)" = deck.pdf ] || fail "at once, left: $(ls -A out)"
echo "$killed of $times killed, $failed failed"
[ $failed = 0 ] && [ $killed -gt 0 ]
