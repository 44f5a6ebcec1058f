/* delimiter.h - which character divides the cells of a text. */
#ifndef CP_READ_DELIMITER_H
#define CP_READ_DELIMITER_H

#include "base/str.h"

/*
 * Tab, semicolon or comma, in this order: the first that stands equally often
 * in at least nine of ten of the leading rows that have it at all; else the one
 * that comes nearest to that; a comma where none stands anywhere.  What is
 * quoted does not count.
 */
char cp_delimiter_find(cp_str text);

#endif
