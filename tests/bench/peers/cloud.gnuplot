# gnuplot -c cloud.gnuplot CLOUD.csv OUT.png: names beside their points, wherever that is.
set terminal pngcairo size 1600,900 font "Noto Sans CJK SC,16"
set output ARG2
set datafile separator ","
set grid
set key bottom center outside horizontal
plot for [class in "锂电 算力 机器人 新能源"] ARG1 skip 1 \
         using (strcol(2) eq class ? column(3) : NaN):4 with points pt 7 title class, \
     "" skip 1 using 3:4:1 with labels offset char 0.5,0.5 left notitle
