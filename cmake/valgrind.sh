#!/bin/sh
# valgrind.sh CHARTPACK PACK: build and check a pack, and draw pictures of it, under memcheck.  No leak and no use
# of what was never written is ours; what libraries keep is in cmake/valgrind.supp, each with its reason.
chartpack=$1
pack=$2
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
status=0

run() {
    name=$1
    shift
    if valgrind --quiet --error-exitcode=99 --leak-check=full --show-leak-kinds=definite,indirect \
        --errors-for-leak-kinds=definite,indirect --num-callers=40 --track-origins=yes \
        --suppressions=cmake/valgrind.supp "$@" >"$work/out" 2>&1; then
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
