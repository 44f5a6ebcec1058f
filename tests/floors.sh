#!/bin/sh
# floors.sh [TREE] - every #include "room/..." goes to its own room or a lower floor, never to a
# neighbour; cli/ sees base/ and the public header only; each foreign library has one home.  SQLite
# is two things, the engine of queries in dataset/ and a file format in the one reader of it, both
# behind one fence.
cd "${1-$(dirname "$0")/..}" || exit 2
find src -name '*.[ch]' | LC_ALL=C sort | xargs awk '
BEGIN {
    split("base:0 table:1 spec:1 read:2 text:2 paint:2 plot:3 dataset:3 tabular:4 figure:5 deck:6 pack:7 cli:8",
          list, " ")
    for (i in list) { split(list[i], part, ":"); floor[part[1]] = part[2] }
    split("csv.h:read iconv.h:read expat.h:read+paint minizip/unzip.h:read sql.h:read libfyaml.h:spec cmark-gfm.h:deck sqlite3.h:dataset+read/sqlite.c+read/fence.h png.h:paint " \
          "qpdf/qpdf-c.h:paint librsvg/rsvg.h:paint jpeglib.h:paint fontconfig/fontconfig.h:text " \
          "pango/pangocairo.h:text pango/pangofc-fontmap.h:text jansson.h:cli glib.h:pack", list, " ")
    for (i in list) { split(list[i], part, ":"); home[part[1]] = part[2] }
}
FNR == 1 { split(FILENAME, path, "/"); room = path[2]; file = substr(FILENAME, 5); files++ }
function fault(text) { printf "%s:%d: %s\n", FILENAME, FNR, text; faults++ }
/^#include "/ {
    split($0, quoted, "\""); split(quoted[2], part, "/"); other = part[1]
    if (other == "chartpack") {
        if (room != "cli" && room != "pack") fault("only pack/ and cli/ see the public header")
    } else if (!(other in floor)) fault("\"" quoted[2] "\" is not written from src/")
    else if (room == "cli" && other != "cli" && other != "base") fault("cli/ may not see " other "/")
    else if (other != room && floor[other] >= floor[room])
        fault(room "/ (floor " floor[room] ") may not see " other "/ (floor " floor[other] ")")
}
/^#include </ {
    split($0, angle, /[<>]/)
    if ((angle[2] in home) && index("+" home[angle[2]] "+", "+" room "+") == 0 \
        && index("+" home[angle[2]] "+", "+" file "+") == 0)
        fault(angle[2] " has its home in " home[angle[2]] "/")
}
END {
    if (!files) { print "no sources found"; exit 2 }
    printf "%d files, %d faults\n", files, faults
    exit faults > 0
}'
