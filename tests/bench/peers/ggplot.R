# ggplot.R WORKLOAD [ARGUMENT...]: ggplot2's part of the benchmark, and ggrepel's, in its working directory.
if (!all(sapply(c("ggplot2", "ggrepel"), requireNamespace, quietly = TRUE))) quit(status = 127) # absent
library(ggplot2)
family <- "Noto Sans CJK SC"
theme_set(theme_minimal(base_family = family, base_size = 16) + theme(legend.position = "bottom"))

picture <- function(plot, out) ggsave(out, plot, width = 16, height = 9, dpi = 100, bg = "white")

turnover <- function() {
    rows <- read.csv("turnover.csv")
    rows$place <- seq_len(nrow(rows))
    marked <- rows[rows$place %% 10 == 1, ]
    picture(ggplot(rows, aes(place)) + geom_col(aes(y = 成交额, fill = "全A成交额"), width = 0.7) +
        geom_step(aes(y = 周均, colour = "周均成交额"), direction = "mid") +
        scale_fill_manual(NULL, values = "#9DB8D6") + scale_colour_manual(NULL, values = "#C8102E") +
        scale_x_continuous(NULL, breaks = marked$place, labels = marked$日期), "turnover-ggplot.png")
}

pages <- function() {
    rows <- read.csv("days.csv", header = FALSE, col.names = c("day", "close", "change", "turnover", "up", "down"))
    rows$place <- seq_len(nrow(rows))
    marked <- rows[rows$place %% 10 == 1, ]
    cairo_pdf("thirty-ggplot.pdf", width = 13.3, height = 7.5, onefile = TRUE, family = family)
    for (number in 1:30)
        print(ggplot(rows, aes(place)) + geom_col(aes(y = turnover, fill = "成交额"), width = 0.7) +
            geom_line(aes(y = (close - 4000) * 7, colour = "收盘")) +
            scale_fill_manual(NULL, values = "#9DB8D6") + scale_colour_manual(NULL, values = "#C8102E") +
            scale_y_continuous(NULL, sec.axis = sec_axis(~ . / 7 + 4000)) +
            scale_x_continuous(NULL, breaks = marked$place, labels = marked$day) +
            ggtitle(paste("全A成交额与指数", number)))
    invisible(dev.off())
}

cloud <- function(path, out) {
    rows <- read.csv(path)
    picture(ggplot(rows, aes(变化, 分位, colour = 类别)) + geom_point() +
        ggrepel::geom_text_repel(aes(label = 名称), max.overlaps = Inf, family = family, seed = 1), out)
}

words <- commandArgs(trailingOnly = TRUE)
do.call(words[1], as.list(words[-1]))
