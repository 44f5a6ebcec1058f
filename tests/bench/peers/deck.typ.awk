# The deck of fiftytwo.sh for Typst: the same texts, the 30 figures out of figures/.
BEGIN {
    print "#set page(width: 960pt, height: 540pt, margin: 40pt)"
    print "#set text(font: \"Noto Sans CJK SC\", size: 14pt, lang: \"zh\")"
    print "#set par(justify: true)"
    print "#show heading: set text(size: 20pt)"
}
/^## / {
    if (slides++)
        print "#pagebreak()"
    print "= " substr($0, 4)
    next
}
/^!/ {
    printf "#grid(columns: 2"
    for (count = gsub(/!/, "!"); count > 0; count--)
        printf ", image(\"figures/%d.svg\")", ++figure
    print ")"
    next
}
{
    gsub(/\*\*/, "*")
    print
}
