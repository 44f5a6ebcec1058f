#!/bin/sh
# mistakes.sh CHARTPACK SOURCES OUT: twelve mistakes planted in a copy of the weekly give just the
# twelve findings of mistakes.txt.
set -eu
chartpack=$1 sources=$2 out=$3
rm -rf "$out"
mkdir -p "$out"
cp -R "$sources/data/weekly" "$out/weekly"
cd "$out/weekly"

plant() { # FILE SCRIPT: sed must change the file
    sed -E "$2" "$1" >"$out/planted"
    ! cmp -s "$1" "$out/planted" || { echo "nothing planted in $1: $2"; exit 1; }
    cp "$out/planted" "$1"
}

plant data/desks.csv '$d'                                             # a source a day old
plant data/accounts.csv '3s/,.*/,"12,3x"/'                              # no number
plant pack.yaml 's/成交额 <= 0/成交额 <= 21000/'                      # a rule that rows break
plant charts/pcr.yaml 's/(line: *持仓)PCR/\1PRC/'                     # a wrong column
plant charts/crowding.yaml '/^source:/d'                              # a slide without its source
plant deck.md 's/成交放大而/日均涨停74家，成交放大而/'                # a number off by one
plant deck.md 's/杠杆资金偏好/日均上涨家数增加，杠杆资金偏好/'        # a direction against its sign
plant deck.md 's/统计截至2026-04-16/统计截至2026-04-09/'              # last week's date
plant policy.md 's/^(- \*\*部署：\*\*)/\1ᚠ/'                          # a glyph that no face has
plant industry.md 's|!\[\]\(charts/phone-share.yaml\)|![表：份额](charts/phone-share.yaml)|' # a table's caption
plant risks.md 's|^样例数据.*|![图：示意](images/none.png)|'          # a missing picture
plant policy.md 's/^(- \*\*看法：\*\*.*)/\1\1\1\1\1\1\1\1/'            # too much text

status=0
"$chartpack" check . >"$out/found" 2>&1 || status=$?
diff -u "$sources/tests/weekly/mistakes.txt" "$out/found"
[ "$status" = 1 ] && [ "$(wc -l <"$out/found")" = 12 ]
