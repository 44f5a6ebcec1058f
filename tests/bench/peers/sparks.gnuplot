set terminal pdfcairo size 33.9cm,19cm font "Noto Sans CJK SC,11"
set output "sparks-gnuplot.pdf"
set datafile separator ","
set title "涨跌幅与拥挤度"
unset key
unset border
unset tics
set xrange [0.5:9.5]
set yrange [20.5:-0.5]
set for [row = 0:20] arrow from 0.5,row+0.5 to 9.5,row+0.5 nohead lc rgb "#CCCCCC"
plot "cells.csv" using 2:1:3 with labels, \
     "sparks.csv" using ($2-0.4+0.8*$3):($1+0.4-0.8*$4) with lines lc rgb "#12355B"
