/* calendar.c - weeks and days of trading. */

#include "dataset/function.h"

enum { FAR = 100000 /* trading days, some four centuries */ };

/* A date that trading days are counted from; one that the calendar does not know is told later. */
static bool take_day(sqlite3_context *context, sqlite3_value *value, cp_date *out)
{
    cp_dataset *dataset = cp_function_dataset(context);

    if (!cp_take_date(context, value, out))
        return false;
    if (!dataset->query->beyond && !cp_calendar_knows(dataset->calendar, *out)) {
        dataset->query->beyond = true;
        dataset->query->beyond_day = *out;
    }
    return true;
}

static void day_result(sqlite3_context *context, cp_date date)
{
    if (cp_date_in_reach(date))
        cp_iso_result(cp_function_dataset(context), context, date);
    else
        cp_function_fault(context, "comes to a day beyond the years 1 to 9999");
}

static void trading_week(sqlite3_context *context, int argc, sqlite3_value **argv)
{
    cp_dataset *dataset = cp_function_dataset(context);
    cp_date date;

    (void)argc;
    if (take_day(context, argv[0], &date))
        day_result(context, cp_calendar_week(dataset->calendar, date));
}

static void move(sqlite3_context *context, sqlite3_value *from, int n)
{
    cp_dataset *dataset = cp_function_dataset(context);
    cp_date date;

    if (take_day(context, from, &date))
        day_result(context, cp_calendar_move(dataset->calendar, date, n));
}

static void trading_day(sqlite3_context *context, int argc, sqlite3_value **argv)
{
    int n;

    (void)argc;
    if (cp_take_whole(context, argv[1], -FAR, FAR, &n))
        move(context, argv[0], n);
}

static void prev_trading_day(sqlite3_context *context, int argc, sqlite3_value **argv)
{
    int n = 1;

    if (argc < 2 || cp_take_whole(context, argv[1], 1, FAR, &n))
        move(context, argv[0], -n);
}

static void trading_days(sqlite3_context *context, int argc, sqlite3_value **argv)
{
    cp_dataset *dataset = cp_function_dataset(context);
    cp_date first, last;

    (void)argc;
    if (take_day(context, argv[0], &first) && take_day(context, argv[1], &last))
        sqlite3_result_double(context, cp_calendar_count(dataset->calendar, first, last));
}

static void iso_week(sqlite3_context *context, int argc, sqlite3_value **argv)
{
    cp_date date;
    int year;

    (void)argc;
    if (cp_take_date(context, argv[0], &date))
        sqlite3_result_int(context, cp_date_iso_week(date, &year));
}

const cp_function cp_functions_calendar[] = {
    { .name = "trading_week",
      .takes = "date",
      .help
      = "the first trading day of the date's week (Monday to Sunday): one name for all its days",
      .least = 1,
      .most = 1,
      .gives = CP_IS_DATE,
      .wants = CP_IS_WORDED,
      .scalar = trading_week },
    { .name = "trading_day",
      .takes = "date, n",
      .help = "the n-th trading day after the date, before it where n < 0; with 0 the last one on "
              "or before it",
      .least = 2,
      .most = 2,
      .gives = CP_IS_DATE,
      .wants = CP_IS_WORDED,
      .scalar = trading_day },
    { .name = "prev_trading_day",
      .takes = "date[, n]",
      .help = "the n-th trading day before the date; default: the first",
      .least = 1,
      .most = 2,
      .gives = CP_IS_DATE,
      .wants = CP_IS_WORDED,
      .scalar = prev_trading_day },
    { .name = "trading_days",
      .takes = "first, last",
      .help = "how many trading days lie between two dates, both counted",
      .least = 2,
      .most = 2,
      .gives = CP_IS_REAL,
      .wants = CP_IS_WORDED,
      .scalar = trading_days },
    { .name = "iso_week",
      .takes = "date",
      .help = "the number of the week by ISO 8601, 1 to 53",
      .least = 1,
      .most = 1,
      .gives = CP_IS_WHOLE,
      .wants = CP_IS_WORDED,
      .scalar = iso_week },
    { 0 },
};
