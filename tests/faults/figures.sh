#!/bin/sh
# figures.sh CHARTPACK SHIM REPO: the figures of a pack on one thread, on two and on many, while some cannot be
# written and some are wrong: the others are the same bytes, the earlier outputs of these stand, nothing lies beside
# them, and the findings are the same in the same order, that of the figures.
# shellcheck disable=SC1091,SC2154 # what it sources sets them
. "$(dirname "$0")/common.sh"
charts="pack/charts"
rm $charts/*
for name in a b c d e f g h i j k l; do
    printf 'title: %s\nsource: 示例\nrows: |\n  x,y\n  1,1\n  2,3\nx: x\nmarks: [{line: y}]\n' $name >$charts/$name.yaml
done
echo 'colour: red' >>$charts/d.yaml             # a mistake
sed -i 's/2,3/,3/; s/line/dot/' $charts/f.yaml  # a warning

# draw JOBS FORMAT [FAULT UNDER]: into out.
draw() {
    shimmed FAULT="${3-}" FAULT_UNDER="$work/out/${4-}" "$chartpack" figures pack -d out --format "$2" --jobs "$1" >/dev/null 2>said
}

for case in png=fsync:1:EIO png=fchmod:1:EIO svg=write:1:ENOSPC pdf=write:1:EIO; do
    format=${case%%=*} fault=${case#*=}
    for jobs in 1 2 5; do
        what="$format, $fault, $jobs jobs"
        rm -rf out && mkdir out && echo earlier >"out/c.$format"
        draw "$jobs" "$format" "$fault" .c
        [ $? = 3 ] || bad "$what: the status is not 3"
        [ "$(cat "out/c.$format")" = earlier ] || bad "$what: the earlier output is gone"
        [ "$(ls -A out | tr '\n' ' ')" = "$(printf "%s.$format " a b c e f g h i j k l)" ] || bad "$what: $(ls -A out)"
        [ "$(sed 's/^[^ ]*\([a-z]\)[.][^ ]* \([a-z]*\):.*/\1 \2/' said | tr '\n' ' ')" = 'c error d error f warning ' ] ||
            bad "$what: other findings"
        [ "$jobs" != 1 ] || { rm -rf one && mv out one && mv said one-said; }
        [ "$jobs" = 1 ] || { diff -r one out && cmp one-said said; } || bad "$what: not as with one"
        passed=$((passed + 1))
    done
done
echo "$passed passed, $failed failed"
[ $failed = 0 ]
