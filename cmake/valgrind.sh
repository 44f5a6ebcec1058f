#!/bin/sh
# valgrind.sh CHARTPACK PACK: build and check a pack, and draw pictures of it, under memcheck.  No leak and no use
# of what was never written is ours.
chartpack=$1
pack=$2
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
status=0

run() {
    name=$1
    shift
    if cmake/memcheck.sh "$@" >"$work/out" 2>&1; then
        echo "$name: nothing lost, nothing read before it was written"
    else
        cat "$work/out"
        echo "$name: BROKEN"
        status=1
    fi
}

run build "$chartpack" build "$pack" -o "$work/out.pdf" -q
for kind in png svg pdf; do
    for chart in $(ls "$pack"/charts/*.yaml | head -n 3); do
        run "$(basename "$chart") as $kind" "$chartpack" chart "$chart" -o "$work/out.$kind" -q
    done
done
exit $status
