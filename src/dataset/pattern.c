/* pattern.c - regular expressions over text (PCRE2). */

#define PCRE2_CODE_UNIT_WIDTH 8

#include "dataset/function.h"

#include <math.h>
#include <pcre2.h>

/* What a match may try before it is given up.  PCRE counts only its tries from one place of the
 * text, and no characters that it passes; what it calls us for counts both. */
enum { MATCH_LIMIT = 1000000, HEAP_LIMIT_KB = 20000 };
static const double most_work = 1e9, call_work = 32, work_a_step = 64;

typedef struct match_work {
    double done; /* characters passed, and calls as so many */
    size_t at;
} match_work;

static void free_code(void *code)
{
    pcre2_code_free(code);
}

static pcre2_code *compile(sqlite3_context *context, cp_str pattern)
{
    PCRE2_SIZE at;
    int error;
    PCRE2_UCHAR why[128];
    pcre2_code *code = pcre2_compile(
        (PCRE2_SPTR)pattern.data, pattern.size,
        PCRE2_UTF | PCRE2_UCP | PCRE2_NEVER_BACKSLASH_C | PCRE2_AUTO_CALLOUT, &error, &at, NULL);

    if (code)
        return code;
    pcre2_get_error_message(error, why, sizeof why);
    cp_function_fault(context, "cannot read '" CP_FMT "' as a pattern: %s, at its byte %zu",
                      CP_ARG(pattern), (const char *)why, (size_t)at + 1);
    return NULL;
}

static int count_work(pcre2_callout_block *block, void *context)
{
    match_work *work = context;

    work->done += call_work + fabs((double)block->current_position - (double)work->at);
    work->at = block->current_position;
    return work->done > most_work ? PCRE2_ERROR_MATCHLIMIT : 0;
}

/* 1, 0, or below 0 where the match was given up. */
static int matches(const pcre2_code *code, cp_str text, double *steps)
{
    pcre2_match_context *limits = pcre2_match_context_create(NULL);
    pcre2_match_data *data = pcre2_match_data_create_from_pattern(code, NULL);
    match_work work = { .done = (double)text.size };
    int found;

    pcre2_set_match_limit(limits, MATCH_LIMIT);
    pcre2_set_heap_limit(limits, HEAP_LIMIT_KB);
    pcre2_set_callout(limits, count_work, &work);
    found = pcre2_match(code, (PCRE2_SPTR)text.data, text.size, 0, 0, data, limits);
    pcre2_match_data_free(data);
    pcre2_match_context_free(limits);
    *steps = work.done / work_a_step;
    return found >= 0 ? 1 : found == PCRE2_ERROR_NOMATCH ? 0 : found;
}

static void fault_tries(sqlite3_context *context, cp_str text)
{
    enum { SHOWN_BYTES = 100 };

    if (text.size > SHOWN_BYTES)
        cp_function_fault(context, "tries too many ways for this pattern on a text of %zu bytes",
                          text.size);
    else
        cp_function_fault(context, "tries too many ways for this pattern on '" CP_FMT "'",
                          CP_ARG(text));
}

/* `text regexp pattern` calls regexp(pattern, text). */
static void regexp(sqlite3_context *context, int argc, sqlite3_value **argv)
{
    pcre2_code *code = sqlite3_get_auxdata(context, 0);
    cp_str text;
    double steps;
    int found;

    (void)argc;
    if (sqlite3_value_type(argv[0]) == SQLITE_NULL || sqlite3_value_type(argv[1]) == SQLITE_NULL)
        return;
    if (sqlite3_value_type(argv[1]) != SQLITE_TEXT) {
        cp_function_refuse(context, argv[1], "text");
        return;
    }
    if (!code) {
        code = compile(context, cp_value_text(argv[0]));
        if (!code)
            return;
        sqlite3_set_auxdata(context, 0, code, free_code);
        /* SQLite may not keep it, and then has freed it. */
        code = sqlite3_get_auxdata(context, 0);
        if (!code) {
            sqlite3_result_error_nomem(context);
            return;
        }
    }
    text = cp_value_text(argv[1]);
    found = matches(code, text, &steps);
    if (found < 0)
        fault_tries(context, text);
    else if (!cp_guard_spend(cp_function_dataset(context), steps))
        sqlite3_result_error_code(context, SQLITE_INTERRUPT);
    else
        sqlite3_result_int(context, found);
}

const cp_function cp_functions_pattern[] = {
    { .name = "regexp",
      .takes = "pattern, text",
      .help = "1 where the Perl-compatible pattern matches anywhere in the text, else 0; also "
              "written: text regexp pattern",
      .least = 2,
      .most = 2,
      .gives = CP_IS_WHOLE,
      .scalar = regexp },
    { 0 },
};
