# The six workloads beside our peers (run sources this): W1 .. W6 and what cairo and Pango alone take for two of them.
# shellcheck shell=sh disable=SC2154

echo "W1: one chart, PNG of 1600 x 900"
query=$(awk '/^sql:/ { on = 1; next } /^[a-z]/ { on = 0 } on' "$weekly/charts/turnover.yaml")
(cd "$weekly" && "$chartpack" data --csv --quiet "$query") >turnover.csv
"$turns" "$rounds" "W1: one chart, PNG" \
    "chartpack@turnover.png=$chartpack chart $weekly/charts/turnover.yaml -o turnover.png --size 1600:900 --quiet" \
    "cairo and Pango alone@turnover-floor.png=$floor chart turnover.csv turnover-floor.png" \
    "gnuplot@turnover-gnuplot.png=gnuplot $peers/turnover.gnuplot" \
    "matplotlib@turnover-matplotlib.png=$python $peers/matplotlib.py turnover" \
    "ggplot2@turnover-ggplot.png=Rscript $peers/ggplot.R turnover" \
    "ECharts, SVG@turnover-echarts.svg=node $peers/echarts.js turnover"

echo "W2: 30 charts, one a page, PDF"
sh "$here/thirty.sh" "$weekly/data/market.csv"
mkdir -p echarts figures
"$turns" "$few" "W2: 30 charts, PDF" \
    "chartpack@thirty.pdf=$chartpack build thirty -o thirty.pdf --quiet" \
    "gnuplot@thirty-gnuplot.pdf=gnuplot thirty.gnuplot" \
    "matplotlib@thirty-matplotlib.pdf=$python $peers/matplotlib.py pages" \
    "ggplot2@thirty-ggplot.pdf=Rscript $peers/ggplot.R pages" \
    "ECharts, 30 files of SVG@echarts/1.svg=node $peers/echarts.js pages"

echo "W2b: 52 slides, 36 of them text of 450 characters, 16 with 30 charts, PDF"
sh "$here/fiftytwo.sh" "$weekly"
awk -f "$peers/deck.typ.awk" fiftytwo/deck.md >deck.typ
LC_ALL=C awk -f "$peers/deck.gnuplot.awk" fiftytwo/deck.md >deck.gnuplot
"$turns" "$few" "W2b: 52 slides, PDF" \
    "chartpack@fiftytwo.pdf=$chartpack build fiftytwo -o fiftytwo.pdf --quiet" \
    "cairo and Pango alone@fiftytwo-floor.pdf=$floor deck fiftytwo/deck.md days.csv fiftytwo-floor.pdf" \
    "gnuplot, lines broken before@deck-gnuplot.pdf=gnuplot deck.gnuplot" \
    "ECharts, the figures alone=node $peers/echarts.js figures" \
    "Typst, these figures made before@deck-typst.pdf=node $peers/typst.js deck.typ deck-typst.pdf" \
    "ECharts and Typst@deck-typst.pdf=node $peers/echarts.js figures && node $peers/typst.js deck.typ deck-typst.pdf"

for points in 110 300 1000; do
    echo "W3: $points named points, PNG of 1600 x 900"
    sh "$here/cloud.sh" "$points"
    cloud=cloud-$points/data/cloud.csv
    "$turns" "$few" "W3: $points named points, PNG" \
        "chartpack, placed@cloud.png=$chartpack chart cloud-$points/charts/cloud.yaml -o cloud.png --size 1600:900 --dpi 120 --quiet" \
        "gnuplot, not placed@cloud-gnuplot.png=gnuplot -c $peers/cloud.gnuplot $cloud cloud-gnuplot.png" \
        "matplotlib, not placed@cloud-matplotlib.png=$python $peers/matplotlib.py cloud $cloud cloud-matplotlib.png" \
        "ggrepel, placed@cloud-ggrepel.png=Rscript $peers/ggplot.R cloud $cloud cloud-ggrepel.png"
done

echo "W4: a line of 1,000,000 rows, CSV to PDF"
sh "$here/long.sh" 1000000 big
"$turns" "$few" "W4: 1,000,000 rows, PDF" \
    "chartpack@long.pdf=$chartpack chart big/charts/long.yaml -o long.pdf --quiet" \
    "gnuplot@long-gnuplot.pdf=gnuplot $peers/long.gnuplot" \
    "matplotlib@long-matplotlib.pdf=$python $peers/matplotlib.py long" \
    "wc -l=wc -l big/data/long.csv >/dev/null"

echo "W5: 200 charts, PNG of 1600 x 900, by one process"
sh "$here/pictures.sh" "$weekly/data/market.csv" 200
mkdir -p matplotlib
batch="$chartpack batch many --each many.csv --chart many/charts/c1.yaml -o pictures/{row}.png --size 1600:900 --quiet"
"$turns" 3 "W5: 200 charts, PNG (KB: of one)" \
    "chartpack, on all cores@pictures/1.png=$batch" \
    "chartpack, on one@pictures/1.png=$batch --jobs 1" \
    "gnuplot@gnuplot/1.png=gnuplot many.gnuplot" \
    "matplotlib@matplotlib/1.png=$python $peers/matplotlib.py pictures 200"

echo "W6: a table of 20 rows and 9 columns, two of them sparklines, PDF"
sh "$here/sparks.sh" "$chartpack" "$weekly"
cp "$peers/sparks.typ" .
"$turns" "$rounds" "W6: a table with sparklines, PDF" \
    "chartpack@sparks.pdf=$chartpack chart sparks/charts/sparks.yaml -o sparks.pdf --quiet" \
    "gnuplot@sparks-gnuplot.pdf=gnuplot $peers/sparks.gnuplot" \
    "Typst@sparks-typst.pdf=node $peers/typst.js sparks.typ sparks-typst.pdf" \
    "node, which runs Typst and ECharts=node -e 0"
