set terminal pdfcairo size 16cm,9cm font "Noto Sans CJK SC,9"
set output "long-gnuplot.pdf"
set datafile separator ","
plot "big/data/long.csv" using 1:2 with lines lc rgb "#12355B" title "v"
