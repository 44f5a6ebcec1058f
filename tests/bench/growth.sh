# How time and memory grow (run sources this) with charts, rows and slides: in turns, too.
# shellcheck shell=sh disable=SC2154

market=$weekly/data/market.csv

# grow TITLE ROW...: what turns tells of the rows ("10 charts"), and what each piece more than in the row above took.
grow() {
    "$turns" "$rounds" "$@" >grown
    awk -F ' *[|] *' '
        NR == 1 { print "| " $2 " | median ms | least cpu ms | MB | KB | each more: cpu ms | KB of memory | KB |" }
        NR == 2 { print "| --- | --: | --: | --: | --: | --: | --: | --: |" }
        NR > 2 && NF > 2 {
            pieces = $2 + 0
            printf "| %s | %s | %s | %s | %s |", $2, $3, $5, $6, $7
            if (NR > 3)
                printf " %.3g | %.2f | %s |\n", ($5 - cpu) / (pieces - before), ($6 - memory) * 1024 / (pieces - before),
                    $7 == "" ? "" : sprintf("%.2f", ($7 - size) / (pieces - before))
            else
                print " | | |"
            before = pieces; cpu = $5; memory = $6; size = $7
        }
        END { print "" }' grown
}

# deck SLIDES: a pack of so many slides (slides-SLIDES/), the 52 of fiftytwo.sh over and over.
deck() {
    cp -r fiftytwo "slides-$1"
    awk -v most="$1" '{ line[NR] = $0 }
        END { for (at = 0; ; at++) { text = line[at % NR + 1]; if (text ~ /^## / && ++slides > most) exit; print text } }' \
        fiftytwo/deck.md >"slides-$1/deck.md"
}

# charts COUNT: a pack of so many slides of one chart each (charts-COUNT/), the 30 of charts.sh over and over.
charts() {
    cp -r thirty "charts-$1"
    seq "$1" | awk '{ printf "## 成交额与指数 %d\n\n![](charts/c%d.yaml)\n\n", $1, ($1 - 1) % 30 + 1 }' >"charts-$1/deck.md"
}

sh "$here/thirty.sh" "$market"
sh "$here/fiftytwo.sh" "$weekly"

set --
for count in 10 100 1000 10000; do
    charts "$count"
    set -- "$@" "$count charts@charts-$count.pdf=$chartpack build charts-$count -o charts-$count.pdf --quiet"
done
grow "charts, one a page in one PDF" "$@"

sh "$here/pictures.sh" "$market" 10
set --
for count in 10 100 1000; do
    { echo number; seq "$count"; } >"many-$count.csv"
    set -- "$@" "$count pictures=$chartpack batch many --each many-$count.csv --chart many/charts/c1.yaml -o pictures-$count/{row}.png --size 800:450 --dpi 150 --jobs 1 --quiet"
done
grow "charts, a PNG of 800 x 450 each, one batch on one core" "$@"
rm -rf pictures-*

set --
for rows in 1000 10000 100000 1000000 10000000; do
    sh "$here/long.sh" "$rows" "long-$rows"
    set -- "$@" "$rows rows@long-$rows.pdf=$chartpack chart long-$rows/charts/long.yaml -o long-$rows.pdf --quiet"
done
grow "rows, CSV to a line chart in PDF" "$@"
rm -rf long-*

set --
for slides in 10 52 300 1000 3000; do
    deck "$slides"
    set -- "$@" "$slides slides@slides-$slides.pdf=$chartpack build slides-$slides -o slides-$slides.pdf --quiet"
done
grow "slides, two thirds of them text, PDF" "$@"
