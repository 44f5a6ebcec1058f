#!/bin/sh
# cloud.sh POINTS: in the working directory, a pack with one chart of so many named points in four classes
# (cloud-POINTS/), crowded in the middle.
pack=cloud-$1
mkdir -p "$pack/data" "$pack/charts"
printf 'title: 拥挤度\ndate: 2026-04-19\norganization: 示例\n' >"$pack/pack.yaml"
awk -v points="$1" 'BEGIN {
    srand(11)
    split("锂电 算力 机器人 新能源", class, " ")
    firsts = split("锂电 光伏 氢能 储能 半导体 光模块 人形机器人 创新药 卫星 核电 游戏 券商 军工 稀土 云计算 自动驾驶 固态 PCB AI 消费", first, " ")
    seconds = split("设备 材料 芯片 电池 服务 龙头 概念 应用 零部件 ETF", second, " ")
    print "名称,类别,变化,分位"
    for (i = 0; i < points; i++) {
        name = first[i % firsts + 1] second[int(i / firsts) % seconds + 1]
        if (i >= firsts * seconds)
            name = name int(i / (firsts * seconds)) + 1
        away = sqrt(-2 * log(1 - rand())); turn = 6.283185307 * rand()
        printf "%s,%s,%.4f,%.4f\n", name, class[i % 4 + 1], 0.14 * away * cos(turn), 0.65 + 0.15 * away * sin(turn)
    }
}' >"$pack/data/cloud.csv"
cat >"$pack/charts/cloud.yaml" <<'YAML'
title: 拥挤度与变化
source: 示例
data: cloud
x: {field: 变化, format: ".0%"}
y: {format: ".0%"}
legend: bottom
marks:
  - {dot: 分位, color: 类别, names: 名称}
YAML
