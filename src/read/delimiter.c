#include "read/delimiter.h"

#include <string.h>

#include "read/lines.h"

enum { SAMPLE_ROWS = 100, SAMPLE_BYTES = 256 * 1024, MAX_COUNT = 4096 };

static const char candidates[] = "\t;,";

enum { CANDIDATES = sizeof candidates - 1 };

/* How often each candidate stands in the leading rows. */
typedef struct sample {
    int counts[SAMPLE_ROWS][CANDIDATES];
    int count;
} sample;

static void count_byte(int *counts, char byte)
{
    const char *found = byte ? strchr(candidates, byte) : NULL;

    if (found && counts[found - candidates] < MAX_COUNT)
        counts[found - candidates]++;
}

/* At the head of a cell, or second of the two that stand for one. */
static bool quote_opens(cp_str text, size_t at)
{
    if (at > 0 && text.data[at - 1] == '"')
        return true;
    while (at > 0 && text.data[at - 1] == ' ')
        at--;
    return at == 0 || strchr("\t;,\n\r", text.data[at - 1]);
}

static void take_sample(cp_str text, sample *rows)
{
    bool quoted = false, blank = true;

    for (size_t i = 0; i < text.size && i < SAMPLE_BYTES && rows->count < SAMPLE_ROWS; i++) {
        char c = text.data[i];

        if (c == '"' && (quoted || quote_opens(text, i)))
            quoted = !quoted;
        if (quoted)
            continue;
        if (c != '\n' && c != '\r') {
            count_byte(rows->counts[rows->count], c);
            blank = false;
        } else if (!blank) {
            rows->count++;
            blank = true;
        }
    }
    /* A last row without a line end. */
    if (!blank && !quoted && text.size < SAMPLE_BYTES && rows->count < SAMPLE_ROWS)
        rows->count++;
}

/* The share of rows that agree on a count, of those which have any; 0..1. */
static double agreement(const sample *rows, int candidate)
{
    int having = 0, best = 0;

    for (int i = 0; i < rows->count; i++) {
        int count = rows->counts[i][candidate], same = 0;

        if (!count)
            continue;
        having++;
        for (int k = 0; k < rows->count; k++)
            same += rows->counts[k][candidate] == count;
        best = same > best ? same : best;
    }
    /* One row in a hundred with a comma in its words makes no column. */
    return having * 2 > rows->count ? (double)best / having : (double)best / (having + rows->count);
}

char cp_delimiter_find(cp_str text)
{
    sample rows = { 0 };
    double best = 0;
    char found = ',';

    take_sample(text, &rows);
    for (int i = 0; i < CANDIDATES; i++) {
        double share = agreement(&rows, i);

        if (share >= 0.9)
            return candidates[i];
        if (share > best) {
            best = share;
            found = candidates[i];
        }
    }
    return found;
}
