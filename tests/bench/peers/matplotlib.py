"""matplotlib.py WORKLOAD [ARGUMENT...]: matplotlib's part of the benchmark, in its working directory."""
import csv
import sys

sys.path.pop(0)  # this folder: its own name is the library's
try:
    import matplotlib
except ImportError:
    sys.exit(127)  # absent, as sh says it
matplotlib.use("agg")
import matplotlib.pyplot as plt
from matplotlib.backends.backend_pdf import PdfPages

# Of the collection's faces matplotlib sees the first alone.
matplotlib.rcParams.update({"font.family": "Noto Sans CJK JP", "axes.unicode_minus": False})


def rows_of(path):
    with open(path, encoding="utf-8") as file:
        return list(csv.reader(file))


def bars(axes, days, values):
    axes.bar(range(len(days)), values, width=0.7, color="#9DB8D6", label="成交额")
    axes.set_xticks(range(0, len(days), 10), days[::10])
    axes.grid(axis="y", linewidth=0.4)


def turnover():
    rows = rows_of("turnover.csv")[1:]
    axes = plt.figure(figsize=(16, 9), dpi=100).add_subplot()
    bars(axes, [row[0] for row in rows], [float(row[1]) for row in rows])
    axes.step(range(len(rows)), [float(row[2]) for row in rows], where="mid", color="#C8102E", label="周均成交额")
    axes.legend(loc="upper left")
    plt.savefig("turnover-matplotlib.png")


def two_axes(rows, number, size):
    """Bars with a line on an axis of its own: the chart of the 30 pages and of the 200 pictures."""
    figure = plt.figure(figsize=size, dpi=100)
    axes = figure.add_subplot()
    bars(axes, [row[0] for row in rows], [float(row[3]) for row in rows])
    axes.twinx().plot(range(len(rows)), [float(row[1]) for row in rows], color="#C8102E", label="收盘")
    axes.set_title(f"全A成交额与指数 {number}")
    figure.legend(loc="upper left")
    return figure


def pages():
    rows = rows_of("days.csv")
    with PdfPages("thirty-matplotlib.pdf") as pdf:
        for number in range(1, 31):
            pdf.savefig(two_axes(rows, number, (13.3, 7.5)))
            plt.close()


def pictures(count):
    rows = rows_of("days.csv")
    for number in range(1, int(count) + 1):
        two_axes(rows, number, (16, 9)).savefig(f"matplotlib/{number}.png")
        plt.close()


def cloud(path, out):
    rows = rows_of(path)[1:]
    axes = plt.figure(figsize=(16, 9), dpi=100).add_subplot()
    for kind in sorted({row[1] for row in rows}):
        of_kind = [row for row in rows if row[1] == kind]
        axes.scatter([float(row[2]) for row in of_kind], [float(row[3]) for row in of_kind], label=kind)
    for row in rows:
        axes.annotate(row[0], (float(row[2]), float(row[3])), (3, 3), textcoords="offset points")
    axes.legend(loc="lower center", ncols=4)
    plt.savefig(out)


def long():
    import numpy

    values = numpy.loadtxt("big/data/long.csv", delimiter=",", skiprows=1)
    plt.figure(figsize=(6.3, 3.54)).add_subplot().plot(values[:, 0], values[:, 1], color="#12355B", label="v")
    plt.legend()
    plt.savefig("long-matplotlib.pdf")


globals()[sys.argv[1]](*sys.argv[2:])
