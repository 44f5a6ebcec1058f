#!/bin/sh
# run.sh CHARTPACK COMPARE CHART WANTED.png: draw a chart and compare the picture.  With ACCEPT=1 the
# picture becomes the wanted one: look at it before it is committed.
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT
"$1" chart "$3" -o "$out/found.png" --dpi 100 --with title || exit 1
if [ "${ACCEPT-}" = 1 ]; then
    cp "$out/found.png" "$4"
elif ! "$2" "$out/found.png" "$4"; then
    cp "$out/found.png" "${4%.png}.found.png"
    exit 1
fi
echo "1 passed, 0 failed"
