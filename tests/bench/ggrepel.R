# ggrepel.R BOXES.csv...: places the boxes of clouds as geom_text_repel(max.overlaps = Inf) would.
#
# Each file holds x, y, radius, width, height in points (build/bench/labels --boxes); beside it
# FILE.places is written: the milliseconds taken, then x, y of each box's top left corner. The boxes
# go straight to the function that ggrepel's layer calls, with the layer's defaults but true discs
# for points (one unit is the frame's width on both axes), and no clock: its 10,000 turns are all
# taken, where the layer stops after half a second.
suppressMessages(library(ggrepel))

frame <- c(width = 880, height = 430)
between <- 0.25 # wanted between labels: half of it around each box
unit <- frame[["width"]]

place <- function(path) {
    cloud <- read.csv(path) / unit
    across <- (cloud$width + between / unit) / 2
    down <- (cloud$height + between / unit) / 2
    set.seed(1)
    start <- proc.time()[["user.self"]]
    found <- ggrepel:::repel_boxes2(
        data_points = cbind(cloud$x, cloud$y), point_size = cloud$radius,
        point_padding_x = 0, point_padding_y = 0,
        boxes = cbind(cloud$x - across, cloud$y - down, cloud$x + across, cloud$y + down),
        xlim = c(0, 1), ylim = c(0, frame[["height"]] / unit),
        hjust = rep(0.5, nrow(cloud)), vjust = rep(0.5, nrow(cloud)),
        force_push = 1e-6, force_pull = 0.01,
        max_time = 600, max_iter = 10000, max_overlaps = Inf, direction = "both")
    ms <- 1000 * (proc.time()[["user.self"]] - start)
    corners <- data.frame(x = (found$x - cloud$width / 2) * unit, y = (found$y - cloud$height / 2) * unit)
    write.table(rbind(c(ms, 0), corners), paste0(path, ".places"), sep = ",", row.names = FALSE, col.names = FALSE)
}

for (path in commandArgs(trailingOnly = TRUE)) place(path)
