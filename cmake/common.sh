#!/bin/sh
# common.sh OUT: the code points of everyday Chinese: the characters of GB 2312, and all signs,
# as hb-subset reads them.
set -eu
{
    echo '0020-33FF'
    echo 'FE10-FFEF'
    LC_ALL=C awk 'BEGIN { for (row = 176; row <= 247; row++) for (cell = 161; cell <= 254; cell++) printf "%c%c", row, cell }' \
        | iconv -c -f GB2312 -t UTF-32BE | od -An -v -tx4 --endian=big -w4 | tr -d ' '
} >"$1.part"
mv "$1.part" "$1"
