/*
 * function.h - SQL functions of our own, a family a file.
 *
 * A family is a const table, which ends with a zeroed row, and a word in
 * FAMILIES (functions.c).  A row has all there is to know of its function: how
 * it runs, what the judge may expect of it, and its definition for `chartpack
 * help sql`.
 *
 * Functions over rows work over windows, too: `inverse` takes the oldest row out
 * again.  They pass over missing cells and refuse text.
 */
#ifndef CP_DATASET_FUNCTION_H
#define CP_DATASET_FUNCTION_H

#include "dataset/judge.h"

typedef void cp_function_call(sqlite3_context *context, int argc, sqlite3_value **argv);
typedef void cp_function_end(sqlite3_context *context);

typedef struct cp_function {
    const char *name;
    const char *takes; /* its arguments, for people: "x, digits" */
    const char *help;  /* its definition, one line */
    int least, most;   /* arguments */
    unsigned gives;    /* CP_IS_... */
    bool keeps_unit;   /* of its first argument */
    unsigned wants;    /* kinds that its first argument may be of; 0: all */
    cp_function_call *scalar;
    cp_function_call *step, *inverse; /* over rows, where `scalar` is NULL */
    cp_function_end *value;
    cp_function_end *final; /* NULL: as `value` */
} cp_function;

/* Our function of that name as SQL compares names, or NULL. */
const cp_function *cp_function_find(cp_str name);

/* All of ours in the order of their families; NULL behind the last. */
const cp_function *cp_function_at(size_t index);

/* For use inside of a call. */
cp_dataset *cp_function_dataset(sqlite3_context *context);

/* What the function was given is not what it `wants`; ends the query. */
void cp_function_refuse(sqlite3_context *context, sqlite3_value *value, const char *wants);

/* The same in words of its own: "%s() ..." is what it begins with. */
void cp_function_fault(sqlite3_context *context, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* True and the value; a missing one is false and passed over, any other ends the query. */
bool cp_take_number(sqlite3_context *context, sqlite3_value *value, double *out);
bool cp_take_date(sqlite3_context *context, sqlite3_value *value, cp_date *out);

/* Likewise a whole number from `least` to `most`. */
bool cp_take_whole(sqlite3_context *context, sqlite3_value *value, int least, int most, int *out);

#endif
