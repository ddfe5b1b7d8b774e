/* SPDX-License-Identifier: MIT */
#include "history.h"

#include "mem.h"

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
    if (wanted->year < ledger->first_year || !ledger_may_read(ledger, org, wanted->indicator)) {
        return (struct reading){.figure = NONE};
    }
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
    struct reading sum = {.figure = NONE};
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

static const struct past no_past = {.reading = {.figure = NONE}};

/* The year is the first of the book, and no boundary explains why nothing stands before it: so it
 * is with most organisations, and their past need not be looked for. */
static bool is_first_year(const struct ledger *ledger, int32_t org, int year) {
    return year <= ledger->first_year && !date_known(ledger->book->orgs[org].from);
}

static struct past look_back(const struct ledger *ledger, int32_t index, struct wanted wanted) {
    const struct org *org = &ledger->book->orgs[index];
    struct past past = no_past;
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

/* The same part of the year before; the whole year for the whole year. */
static struct window part_before(const struct ledger *ledger, int32_t org, int year,
                                 struct window part) {
    struct window whole = book_window(ledger->book, org, year);
    if (date_cmp(whole.first, part.first) == 0 && date_cmp(whole.last, part.last) == 0) {
        return book_window(ledger->book, org, year - 1);
    }
    return (struct window){history_day(part.first), history_day(part.last)};
}

static struct date earlier(struct date a, struct date b) {
    return date_cmp(a, b) < 0 ? a : b;
}

struct past history_total(const struct ledger *ledger, int32_t org, int32_t indicator, int year,
                          struct window part, struct date as_of) {
    if (is_first_year(ledger, org, year)) {
        return no_past;
    }
    struct window before = part_before(ledger, org, year, part);
    struct wanted wanted = {indicator, year - 1, before, earlier(before.last, as_of), before.last};
    return look_back(ledger, org, wanted);
}

struct past history_baseline(const struct ledger *ledger, int32_t org, int32_t indicator, int year,
                             struct date as_of) {
    if (is_first_year(ledger, org, year)) {
        return no_past;
    }
    struct window window = book_window(ledger->book, org, year - 1);
    struct wanted wanted = {indicator, year - 1, window, earlier(window.last, as_of), window.first};
    if (!indicator_is_level(&ledger->book->indicators[indicator])) {
        wanted.earliest = window.last;
    }
    return look_back(ledger, org, wanted);
}

/* The figure of exactly this day. */
static struct past on_day(const struct ledger *ledger, int32_t org, struct wanted wanted,
                          struct date day) {
    wanted.day = day;
    wanted.earliest = day;
    return look_back(ledger, org, wanted);
}

struct past history_same_period(const struct ledger *ledger, int32_t org, int32_t indicator,
                                int year, struct window part, struct date date) {
    if (is_first_year(ledger, org, year)) {
        return no_past;
    }
    struct wanted wanted = {.indicator = indicator, .year = year - 1};
    wanted.part = part_before(ledger, org, year, part);
    if (indicator_is_level(&ledger->book->indicators[indicator])) {
        wanted.part = book_window(ledger->book, org, year - 1);
    }
    struct past past = on_day(ledger, org, wanted, history_day(date));
    struct date literal = date_year_before(date);
    bool other = date_cmp(literal, history_day(date)) != 0;
    return past.reading.known || !other ? past : on_day(ledger, org, wanted, literal);
}
