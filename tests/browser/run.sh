#!/bin/sh
# run.sh PDF WORK: pdf.js in Chromium opens the file, draws each of its pages and reads the same words as poppler.
set -u
here=$(cd "$(dirname "$0")" && pwd)
pdf=$(realpath "$1")
rm -rf "$2" && mkdir -p "$2" && cd "$2" || exit 2
cp "$here/read.html" /usr/share/javascript/pdf/build/pdf.js /usr/share/javascript/pdf/build/pdf.worker.js . || exit 1
printf 'const data = "%s";\n' "$(base64 -w 0 "$pdf")" >data.js

# Time is the page's own: the dump waits until nothing is left to do, however slow the machine.
chromium-headless-shell --no-sandbox --disable-gpu --allow-file-access-from-files --virtual-time-budget=600000 \
    --dump-dom "file://$PWD/read.html" >dom 2>log || { tail -n 5 log; exit 1; }
sed -n '/<pre id="out">/,/<\/pre>/p' dom | sed 's/.*<pre id="out">//; s/<\/pre>.*//; s/&lt;/</g; s/&gt;/>/g; s/&amp;/\&/g' >seen
pages=$(pdfinfo "$pdf" | awk '/^Pages/ { print $2 }')
if [ "$(head -n 1 seen)" != "pages $pages" ] || grep -n 'is blank$' seen; then
    echo "expected $pages pages with ink, found:"
    head -n 3 seen
    exit 1
fi
letters() { tr -d ' \n\f' | grep -o . | sort; }
sed 1d seen | letters >pdfjs
pdftotext "$pdf" - | letters >poppler
cmp poppler pdfjs && [ -s pdfjs ] && echo "$pages pages, $(wc -l <pdfjs) letters; 1 passed, 0 failed"
