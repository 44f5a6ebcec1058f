#!/bin/sh
# ggrepel.sh LABELS [SEEDS [COUNT...]]: ggrepel's places of the benchmark's clouds, by the checker of ours.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
labels=$1
seeds=${2-20}
shift $(($# < 2 ? $# : 2))
[ $# -gt 0 ] || set -- 110 300
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
for count; do
    for kind in normal clusters diagonal uniform; do
        boxes='' places=''
        for seed in $(seq "$seeds"); do
            file=$work/$kind-$count-$seed
            "$labels" --boxes $kind "$count" "$seed" >"$file"
            boxes="$boxes $file"
            places="$places $file.places"
        done
        Rscript "$here/ggrepel.R" $boxes
        "$labels" --judge $kind "$count" $places
    done
done
