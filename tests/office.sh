#!/bin/sh
# office.sh CHARTPACK SOURCES OUT: a chart's PNG stands at its own size in a document of LibreOffice.
# The document says no size, so that it is the picture's; its PDF tells the pixels an inch.
set -eu
chartpack=$1 sources=$2 out=$3
rm -rf "$out"
mkdir -p "$out"
cd "$out"
"$chartpack" chart "$sources/data/weekly/charts/turnover.yaml" -o chart.png --size 12cm:7cm --dpi 200 --quiet
{
    printf '{\\rtf1\\ansi {\\pict\\pngblip '
    od -An -v -tx1 chart.png | tr -d ' \n'
    printf '}}'
} >document.rtf
soffice --headless "-env:UserInstallation=file://$PWD/profile" --convert-to pdf document.rtf >convert.log 2>&1 \
    || { cat convert.log; exit 1; }
pdfimages -list document.pdf | tail -n +3 >images.txt
cat images.txt
awk '{ n++; if ($4 != 945 || $5 != 551 || $13 != 200 || $14 != 200) bad = 1 } END { exit n != 1 || bad }' images.txt
