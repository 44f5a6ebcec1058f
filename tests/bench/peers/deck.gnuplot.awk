# The deck of fiftytwo.sh for gnuplot (LC_ALL=C awk): its texts broken here, for gnuplot breaks no lines.
function put(text) {
    lines = lines text "\\n"
}

# Text in lines of 124 halves: a wide character takes two, a byte of ASCII one.
function wrap(text,    at, size, used, line, byte) {
    for (at = 1; at <= length(text); at += size) {
        byte = substr(text, at, 1)
        size = byte < "\200" ? 1 : byte < "\340" ? 2 : byte < "\360" ? 3 : 4
        if (used + (size > 1 ? 2 : 1) > 124) {
            put(line)
            line = ""
            used = 0
        }
        line = line substr(text, at, size)
        used += size > 1 ? 2 : 1
    }
    put(line)
}

function end_text() {
    if (lines == "")
        return
    printf "unset border; unset tics; unset key; set title \"%s\"\n", title
    printf "set label 1 \"%s\" at graph 0,0.95 left\n", lines
    print "plot [0:1] [0:1] NaN"
    print "unset label 1; set border; set key; set xtics 10; set ytics nomirror; set y2tics"
    lines = ""
}

function chart() {
    printf "set title \"全A成交额与指数 %d\"\n", ++figure
    print "plot \"days.csv\" using 0:4:xticlabel(int(column(0)) % 20 == 0 ? strcol(1) : \"\") with boxes lc rgb \"#9DB8D6\" title \"成交额\", \\"
    print "     \"\" using 0:2 axes x1y2 with lines lw 2 lc rgb \"#C8102E\" title \"收盘\""
}

BEGIN {
    print "set terminal pdfcairo noenhanced size 33.9cm,19cm font \"Noto Sans CJK SC,14\""
    print "set output \"deck-gnuplot.pdf\""
    print "set datafile separator \",\""
    print "set style fill solid 1.0 noborder; set boxwidth 0.7; set grid ytics; set key top left"
    print "set y2range [4000:8000]"
}
/^## / {
    end_text()
    title = substr($0, 4)
}
/^- / {
    gsub(/\*\*/, "")
    gsub(/["\\]/, "\\\\&")
    wrap($0)
}
/^!/ {
    count = gsub(/!/, "!")
    printf "set multiplot layout 1,2\n"
    while (count--)
        chart()
    print "unset multiplot"
}
END { end_text() }
