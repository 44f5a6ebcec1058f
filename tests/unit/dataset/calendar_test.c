#include "sample.h"
#include "test.h"

TEST(a_trading_week_is_named_by_its_first_day)
{
    CHECK_STR(outcome_of("select trading_week('2026-04-13'), trading_week('2026-04-19'), "
                         "trading_week('2027-01-01'), trading_week(null)"),
              "2026-04-13,2026-04-13,2026-12-28,");
}

TEST(weeks_are_those_of_iso)
{
    CHECK_STR(outcome_of("select iso_week('2026-04-17'), iso_week('2027-01-01')"), "16,53");
    CHECK_STR(outcome_of("select iso_week('2012-03-09')"), "10"); /* Microsoft on ISOWEEKNUM */
}

TEST(weekdays_count_as_excel_counts_them)
{
    /* Microsoft's pages on NETWORKDAYS and WORKDAY. */
    CHECK_STR(outcome_of("select trading_days('2012-10-01', '2013-03-01')"), "110");
    CHECK_STR(outcome_of("select trading_day('2008-10-01', 151)"), "2009-04-30");
}

TEST(days_of_trading_are_moved_by)
{
    CHECK_STR(outcome_of("select trading_day('2026-04-18', 0), trading_day('2026-04-18', 1), "
                         "trading_day('2026-04-20', -1), prev_trading_day('2026-04-20'), "
                         "prev_trading_day('2026-04-20', 5), trading_day(null, 1)"),
              "2026-04-17,2026-04-20,2026-04-17,2026-04-17,2026-04-13,");
}

TEST(the_exchanges_holidays_are_passed_over)
{
    static const cp_date days[] = { 20546, 20550, 20551, 20552, 20553, 20556 }; /* around 清明 */
    const cp_calendar calendar = { 6, days };
    sample_set sample;
    cp_table *table;

    sample_open(&sample);
    cp_dataset_set_calendar(sample.dataset, &calendar);
    table = sample_query(&sample, "select prev_trading_day('2026-04-07') p, "
                                  "trading_week('2026-04-10') w, "
                                  "trading_days('2026-04-03', '2026-04-13') n");
    CHECK(table && table->columns[0].date[0] == days[0]);
    CHECK(table && table->columns[1].date[0] == days[1]);
    CHECK(table && table->columns[2].number[0] == 6);
    CHECK(sample.report.first == NULL);
    sample_close(&sample);
}

TEST(a_day_beyond_the_calendar_is_a_note_once)
{
    static const cp_date days[] = { 20546, 20550 };
    const cp_calendar calendar = { 2, days };
    sample_set sample;

    sample_open(&sample);
    cp_dataset_set_calendar(sample.dataset, &calendar);
    sample_query(&sample, "select trading_week('2026-04-17')");
    sample_query(&sample, "select trading_week('2026-04-16')");
    CHECK(sample.report.first && sample.report.first == sample.report.last);
    CHECK_STR(sample.report.first ? sample.report.first->text : NULL,
              "the trading calendar runs from 2026-04-03 to 2026-04-07; around it, as for "
              "2026-04-17, weekdays are taken for trading days");
    sample_close(&sample);
}

TEST(a_week_wants_a_date)
{
    CHECK_STR(outcome_of("select trading_week('2026/4/13')"),
              "4:13: trading_week() was given the text '2026/4/13'; it takes ISO dates like "
              "'2026-04-13'");
    CHECK_STR(outcome_of("select iso_week(20260413)"),
              "4:22: iso_week() takes dates; this is a number");
}

TEST(days_beyond_four_digits_of_a_year_are_refused)
{
    CHECK_STR(outcome_of("select trading_day('9999-12-31', 0), trading_day('0001-01-02', -1)"),
              "9999-12-31,0001-01-01");
    CHECK_STR(outcome_of("select trading_day('9999-12-31', 5)"),
              "4:13: trading_day() comes to a day beyond the years 1 to 9999");
    CHECK_STR(outcome_of("select prev_trading_day('0001-01-01')"),
              "4:13: prev_trading_day() comes to a day beyond the years 1 to 9999");
}
