// echarts.js WORKLOAD: the part of ECharts' server-side SVG in the benchmark, in its working directory.
const fs = require('fs');
let echarts;
try {
    echarts = require('echarts');
} catch {
    process.exit(127); // absent, as sh says it
}

const rowsOf = (path) => fs.readFileSync(path, 'utf8').trim().split('\n').map((line) => line.split(','));

function draw(path, width, height, option) {
    const chart = echarts.init(null, null, { renderer: 'svg', ssr: true, width, height });
    chart.setOption({ animation: false, textStyle: { fontFamily: 'Noto Sans CJK SC', fontSize: 16 }, ...option });
    fs.writeFileSync(path, chart.renderToSVGString());
    chart.dispose();
}

const bar = (name, data) => ({ name, type: 'bar', data, itemStyle: { color: '#9DB8D6' } });
const line = (name, data, more) => ({ name, type: 'line', data, symbol: 'none', lineStyle: { color: '#C8102E' }, ...more });

function turnover() {
    const rows = rowsOf('turnover.csv').slice(1);
    draw('turnover-echarts.svg', 1600, 900, {
        legend: { left: 'left' },
        xAxis: { type: 'category', data: rows.map((row) => row[0]) },
        yAxis: { type: 'value' },
        series: [bar('全A成交额', rows.map((row) => +row[1])), line('周均成交额', rows.map((row) => +row[2]), { step: 'middle' })],
    });
}

// The 30 charts of bars with a line on an axis of its own, each a file of its own.
function charts(folder, width, height) {
    const rows = rowsOf('days.csv');
    for (let number = 1; number <= 30; number++)
        draw(`${folder}/${number}.svg`, width, height, {
            title: { text: `全A成交额与指数 ${number}` },
            legend: { top: 'bottom' },
            xAxis: { type: 'category', data: rows.map((row) => row[0]) },
            yAxis: [{ type: 'value' }, { type: 'value', scale: true }],
            series: [bar('成交额', rows.map((row) => +row[3])), line('收盘', rows.map((row) => +row[1]), { yAxisIndex: 1 })],
        });
}

const workloads = {
    turnover,
    pages: () => charts('echarts', 1280, 720),
    figures: () => charts('figures', 430, 420),
};
workloads[process.argv[2]]();
