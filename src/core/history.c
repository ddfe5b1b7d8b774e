#include "history.h"

#include "mem.h"

enum { LEVEL_DAYS = 31 }; /* how far before the same day last year a level may stand */

/* What is looked for in the year before. */
struct wanted {
    int32_t indicator;
    int year;             /* the year before */
    struct window part;   /* of that year */
    struct date day;      /* the last day that may count */
    struct date earliest; /* the first day that may count */
};

static struct reading read_one(const struct ledger *ledger, int32_t org,
                               const struct wanted *wanted) {
    struct reading reading =
        ledger_read(ledger, org, wanted->indicator, wanted->year, wanted->part, wanted->day);
    bool fits = reading.known && !reading.partial && date_cmp(reading.date, wanted->earliest) >= 0;
    reading_clear(&reading);
    reading.known = fits;
    return reading;
}

/* The predecessors' figures added; unknown unless all have one on the same day. */
static struct reading read_predecessors(const struct ledger *ledger, const struct org *org,
                                        const struct wanted *wanted) {
    struct reading sum = {.figure = NONE, .computed = true};
    sum.low = ratio_int(0);
    sum.high = ratio_int(0);
    for (ptrdiff_t i = 0; i < arrlen(org->predecessors); i++) {
        struct reading one = read_one(ledger, org->predecessors[i], wanted);
        if (!one.known || (i > 0 && date_cmp(one.date, sum.date) != 0)) {
            sum.known = false;
            return sum;
        }
        sum.known = true;
        sum.date = one.date;
        sum.low = ratio_add(sum.low, one.low);
        sum.high = ratio_add(sum.high, one.high);
    }
    return sum;
}

static struct past look_back(const struct ledger *ledger, int32_t index, struct wanted wanted) {
    const struct org *org = &ledger->book->orgs[index];
    struct past past = {.reading = {.figure = NONE}};
    bool changed = date_known(org->from) && date_cmp(wanted.day, org->from) < 0;
    if (!changed) {
        past.reading = read_one(ledger, index, &wanted);
        past.boundary_changed = past.reading.known && date_known(org->from) &&
                                date_cmp(past.reading.date, org->from) < 0;
        past.reading.known = past.reading.known && !past.boundary_changed;
        return past;
    }
    const struct indicator *what = &ledger->book->indicators[wanted.indicator];
    if (arrlen(org->predecessors) > 0 && indicator_rollup(what) == ROLLUP_SUM) {
        past.reading = read_predecessors(ledger, org, &wanted);
    }
    past.merged = past.reading.known;
    past.boundary_changed = !past.reading.known;
    return past;
}

struct date history_day(struct date date) {
    struct date day = date_year_before(date);
    if (date_ends_month(date)) {
        day.day = (int8_t)days_in_month(day.year, day.month);
    }
    return day;
}

struct past history_total(const struct ledger *ledger, int32_t org, int32_t indicator, int year) {
    struct window window = book_window(ledger->book, org, year - 1);
    struct wanted wanted = {indicator, year - 1, window, window.last, window.last};
    return look_back(ledger, org, wanted);
}

struct past history_baseline(const struct ledger *ledger, int32_t org, int32_t indicator,
                             int year) {
    if (!indicator_is_level(&ledger->book->indicators[indicator])) {
        return history_total(ledger, org, indicator, year);
    }
    struct window window = book_window(ledger->book, org, year - 1);
    struct wanted wanted = {indicator, year - 1, window, window.last, window.first};
    return look_back(ledger, org, wanted);
}

struct past history_same_period(const struct ledger *ledger, int32_t org, int32_t indicator,
                                int year, struct window part, struct date date) {
    struct wanted wanted = {.indicator = indicator, .year = year - 1};
    wanted.day = history_day(date);
    wanted.earliest = wanted.day;
    wanted.part = (struct window){history_day(part.first), history_day(part.last)};
    if (indicator_is_level(&ledger->book->indicators[indicator])) {
        wanted.part = book_window(ledger->book, org, year - 1);
        for (int i = 0; i < LEVEL_DAYS; i++) {
            wanted.earliest = date_previous(wanted.earliest);
        }
    }
    return look_back(ledger, org, wanted);
}
