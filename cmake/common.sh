#!/bin/sh
# common.sh OUT: the code points of everyday Chinese: the characters of GB 2312, those beyond it that
# names of people and firms use often, and all signs, as hb-subset reads them.
set -eu
{
    echo '0020-33FF'
    echo 'FE10-FFEF'
    printf %s 崑昇喆堃珺玥琤燊垚祎翀烨璟珅犇赟镕旻玟晞昉昕曦湉滢溱瑀瑄璐璨祺禛芃茗莙菡萱蓥蘅钰铖锜锳镓镝镧铼铌铪铷铯钽钪钇韡颀骞鲲鸮鹍麒麟鼐龑 \
        | iconv -f UTF-8 -t UTF-32BE | od -An -v -tx4 --endian=big -w4 | tr -d ' '
    LC_ALL=C awk 'BEGIN { for (row = 176; row <= 247; row++) for (cell = 161; cell <= 254; cell++) printf "%c%c", row, cell }' \
        | iconv -c -f GB2312 -t UTF-32BE | od -An -v -tx4 --endian=big -w4 | tr -d ' '
} >"$1.part"
mv "$1.part" "$1"
