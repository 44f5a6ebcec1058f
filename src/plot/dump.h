/* dump.h - a laid out plot as text, one line a thing, points to one decimal: for tests. */
#ifndef CP_PLOT_DUMP_H
#define CP_PLOT_DUMP_H

#include "base/buf.h"
#include "plot/label.h"

void cp_layout_dump(const cp_layout *layout, const cp_value_labels *labels, cp_buf *out);

#endif
