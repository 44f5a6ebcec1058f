# What has no peer here (run sources this): the sample deck, tables by rows, data read and joined.
# shellcheck shell=sh disable=SC2154

echo "the sample deck, PDF: $("$chartpack" list "$weekly" | grep -c '^ *[0-9]') slides"
"$turns" "$rounds" "the sample deck" "chartpack@deck.pdf=$chartpack build $weekly -o deck.pdf --quiet"

echo "its figures, PNG, on all cores and on one"
"$turns" "$few" "the sample deck's figures, PNG" \
    "all cores=$chartpack figures $weekly -d weekly-figures --quiet" \
    "one=$chartpack figures $weekly -d weekly-figures --quiet --jobs 1"

echo "two tables of the sample deck (p8, p13), and one of a single cell: the process itself"
printf 'type: table\nrows: |\n  a\n  b\n' >cell.yaml
"$turns" "$rounds" "tables, PDF" \
    "cell@cell.pdf=$chartpack chart cell.yaml -o cell.pdf --quiet" \
    "flow@flow.pdf=$chartpack chart $weekly/charts/flow.yaml -o flow.pdf --quiet" \
    "hot-tracks@hot.pdf=$chartpack chart $weekly/charts/hot-tracks.yaml -o hot.pdf --quiet"

echo "a table over pages"
for rows in 500 1000 2000 5000; do
    sh "$here/rows.sh" "$rows"
done
"$turns" "$few" "a table over pages, PDF" \
    "500 rows@rows-500.pdf=$chartpack build rows-500 -o rows-500.pdf --quiet" \
    "1,000 rows@rows-1000.pdf=$chartpack build rows-1000 -o rows-1000.pdf --quiet" \
    "2,000 rows@rows-2000.pdf=$chartpack build rows-2000 -o rows-2000.pdf --quiet" \
    "5,000 rows@rows-5000.pdf=$chartpack build rows-5000 -o rows-5000.pdf --quiet"
pdfinfo rows-5000.pdf | awk '/^Pages/ { print $2, "pages" }'

echo "labels of clouds, 10 seeds of each"
"$labels" 10

echo "a workbook of 50,000 rows of 7 columns; a text of 100 MB; SQL over 1,000,000 rows (reading them included); a join of 100,000 with 100,000"
sh "$here/book.sh" 50000
sh "$here/data.sh"
(
    cd tables || exit
    "$turns" "$few" "data" \
        "read a workbook=$chartpack data ../book.xlsx --quiet >/dev/null" \
        "read 100 MB=$chartpack data data/quotes.csv --quiet >/dev/null" \
        "read 1,000,000 rows=$chartpack data t --quiet >/dev/null" \
        "aggregate=$chartpack data 'select code, avg(v) from t group by code' --quiet >/dev/null" \
        "weekly window=$chartpack data 'select 日期, avg(v) over (partition by trading_week(日期)) as w from t' --quiet >/dev/null" \
        "join=$chartpack data 'select sum(a.v * b.v) as s from a join b using (k)' --quiet >/dev/null" \
        "wc -l=wc -l data/quotes.csv >/dev/null"
)
