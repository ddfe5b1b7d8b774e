/* SPDX-License-Identifier: MIT */
#include "history.h"

#include "hedge.h"
#include "mem.h"
#include "rollup.h"

typedef struct reading read_function(const struct ledger *, int32_t, int32_t, int, struct window,
                                     struct date);

/* What is looked for in the year before. */
struct wanted {
    int32_t indicator;
    int year;             /* the year before */
    struct window part;   /* of that year */
    struct date day;      /* the last day that may count */
    struct date earliest; /* the first day that may count */
    read_function *read;  /* all that is known of it, or only what it reports itself */
};

static struct reading read_one(const struct ledger *ledger, int32_t org,
                               const struct wanted *wanted) {
    if (wanted->year < ledger->first_year || !ledger_may_read(ledger, org, wanted->indicator)) {
        return (struct reading){.figure = NONE};
    }
    struct reading reading =
        wanted->read(ledger, org, wanted->indicator, wanted->year, wanted->part, wanted->day);
    reading_clear(&reading);
    reading.absent = (struct absent){0};
    bool range = reading.known && ratio_cmp(reading.low, reading.high) != 0;
    if (range && !reading.rolled_up && wanted->read == ledger_read &&
        arrlen(ledger->book->orgs[org].members) > 0) { /* it is none; its members' may be one */
        reading =
            rollup_read(ledger, org, wanted->indicator, wanted->year, wanted->part, wanted->day);
        reading_clear(&reading);
        reading.absent = (struct absent){0};
    }
    reading.known = reading.known && date_cmp(reading.date, wanted->earliest) >= 0;
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
        bool fits = one.known && one.partial == PARTIAL_NOT;
        if (!fits || (i > 0 && date_cmp(one.date, sum.date) != 0)) {
            sum.known = false;
            return sum;
        }
        sum.known = true;
        sum.date = one.date;
        sum.low = ratio_add(sum.low, one.low);
        sum.high = ratio_add(sum.high, one.high);
        sum.hedge = hedge_sum(sum.hedge, one.hedge);
    }
    return sum;
}

static const struct past no_past = {.reading = {.figure = NONE}};

/* The year is the first of the book, and no boundary explains why nothing stands before it: so it
 * is with most organisations, and their past need not be looked for. */
bool history_is_first_year(const struct ledger *ledger, int32_t org, int year) {
    return year <= ledger->first_year && !date_known(ledger->book->orgs[org].from);
}

/* Own, or over a change of boundary the predecessors'. */
static struct past look_over(const struct ledger *ledger, int32_t index,
                             const struct wanted *wanted) {
    const struct org *org = &ledger->book->orgs[index];
    struct past past = no_past;
    bool changed = date_known(org->from) && date_cmp(wanted->day, org->from) < 0;
    if (!changed) {
        past.reading = read_one(ledger, index, wanted);
        changed = past.reading.known && date_known(org->from) &&
                  date_cmp(past.reading.date, org->from) < 0;
    }
    if (!changed) {
        return past;
    }
    const struct indicator *what = &ledger->book->indicators[wanted->indicator];
    past.reading.known = false;
    if (arrlen(org->predecessors) > 0 && indicator_rollup(what) == ROLLUP_SUM) {
        past.reading = read_predecessors(ledger, org, wanted);
    }
    past.reading.known = past.reading.known && ratio_cmp(past.reading.low, past.reading.high) == 0;
    past.merged = past.reading.known;
    past.boundary_changed = !past.reading.known;
    return past;
}

/* A figure of some members only is none. */
static struct past whole_only(struct past past) {
    past.partial = past.reading.known && past.reading.partial != PARTIAL_NOT;
    past.reading.known = past.reading.known && !past.partial;
    return past;
}

static struct past look_back(const struct ledger *ledger, int32_t index,
                             const struct wanted *wanted) {
    return whole_only(look_over(ledger, index, wanted));
}

struct reading history_read_itself(const struct ledger *ledger, int32_t org, int32_t indicator,
                                   int year, struct window window, struct date day,
                                   struct date earliest) {
    struct date last = date_cmp(day, window.last) > 0 ? window.last : day;
    struct wanted wanted = {indicator, year, window, last, earliest, ledger_read_itself};
    return look_over(ledger, org, &wanted).reading;
}

struct date history_day(struct date date) {
    struct date day = date_year_before(date);
    if (date_ends_month(date)) {
        day.day = (int8_t)days_in_month(day.year, day.month);
    }
    return day;
}

/* So many months after the window's first day the given day comes; NONE: it begins no month. */
static int month_of(struct window window, struct date day) {
    enum { MONTHS = 12 };
    int found = NONE;
    for (int i = 0; found == NONE && i <= MONTHS; i++) {
        found = date_cmp(date_add_months(window.first, i), day) == 0 ? i : NONE;
    }
    return found;
}

struct window history_part(const struct ledger *ledger, int32_t org, int year, struct window part) {
    struct window whole = book_window(ledger->book, org, year);
    struct window before = book_window(ledger->book, org, year - 1);
    if (date_cmp(whole.first, part.first) == 0 && date_cmp(whole.last, part.last) == 0) {
        return before;
    }
    int first = month_of(whole, part.first);
    int end = month_of(whole, date_next(part.last));
    if (first == NONE || end == NONE) {
        return (struct window){history_day(part.first), history_day(part.last)};
    }
    return (struct window){date_add_months(before.first, first),
                           date_previous(date_add_months(before.first, end))};
}

static struct date earlier(struct date a, struct date b) {
    return date_cmp(a, b) < 0 ? a : b;
}

/* ---- totals and baselines ---- */

static struct past total_read(const struct ledger *ledger, int32_t org, struct wanted wanted,
                              int year, struct window part, struct date as_of) {
    if (history_is_first_year(ledger, org, year)) {
        return no_past;
    }
    wanted.year = year - 1;
    wanted.part = history_part(ledger, org, year, part);
    wanted.day = earlier(wanted.part.last, as_of);
    wanted.earliest = wanted.part.last;
    return look_back(ledger, org, &wanted);
}

struct past history_total(const struct ledger *ledger, int32_t org, int32_t indicator, int year,
                          struct window part, struct date as_of) {
    struct wanted wanted = {.indicator = indicator, .read = ledger_read};
    return total_read(ledger, org, wanted, year, part, as_of);
}

struct past history_own_total(const struct ledger *ledger, int32_t org, int32_t indicator, int year,
                              struct window part, struct date as_of) {
    struct wanted wanted = {.indicator = indicator, .read = ledger_read_itself};
    return total_read(ledger, org, wanted, year, part, as_of);
}

/* Those of the members that the group has now, which were not all its members then. */
static struct past of_members(const struct ledger *ledger, int32_t org, const struct wanted *wanted,
                              struct date as_of, bool part) {
    struct question q = {
        .indicator = wanted->indicator,
        .year = wanted->year,
        .window = wanted->part,
        .part = part,
        .as_of = wanted->day,
        .members_on = as_of,
        .earliest = wanted->earliest,
        .past = true,
    };
    struct roll_call r;
    struct past past = no_past;
    rollup_begin(&r, ledger, org, &q);
    past.reading = r.group;
    past.reading.absent = (struct absent){0};
    for (size_t i = 0; i < r.count; i++) {
        struct date from = ledger->book->orgs[r.shares[i].org].from;
        past.merged = past.merged || (r.shares[i].counted && date_known(from) &&
                                      date_cmp(r.shares[i].value.date, from) < 0);
    }
    bool some = r.group.reporting > 0 && r.group.partial != PARTIAL_NOT;
    for (size_t i = 0; i < r.count; i++) { /* also where its roll-up gives no number */
        const struct reading *member = &r.shares[i].value;
        some =
            some || (member->rolled_up && member->reporting > 0 && member->partial != PARTIAL_NOT);
    }
    rollup_end(&r);
    past.partial = some;
    past.reading.known = past.reading.known && !some;
    return past;
}

/* A range is none. */
static bool is_number(const struct past *past) {
    return past->reading.known && ratio_cmp(past->reading.low, past->reading.high) == 0;
}

/* Level: its last figure; else its total. */
static struct past baseline_of(const struct ledger *ledger, int32_t org, struct wanted wanted,
                               struct date as_of, bool part, bool level) {
    bool group = arrlen(ledger->book->orgs[org].members) > 0;
    wanted.day = earlier(wanted.part.last, as_of);
    wanted.earliest = level ? wanted.part.first : wanted.part.last;
    wanted.read = ledger_read_itself;
    struct past past = look_back(ledger, org, &wanted);
    wanted.read = ledger_read;
    if (!group || past.boundary_changed || past.merged) {
        return past;
    }
    bool by_parts =
        indicator_rollup(&ledger->book->indicators[wanted.indicator]) == ROLLUP_RATIO &&
        ledger_reports_part(ledger, org, wanted.indicator, wanted.year, wanted.part, wanted.day);
    if (by_parts) {
        return look_back(ledger, org, &wanted); /* as the group shows it */
    }
    if (is_number(&past)) {
        struct past shown = look_back(ledger, org, &wanted);
        if (!is_number(&shown) || !shown.reading.rolled_up) {
            return past; /* no newer and complete one of its members */
        }
    }
    return of_members(ledger, org, &wanted, as_of, part);
}

struct past history_baseline(const struct ledger *ledger, int32_t org, int32_t indicator, int year,
                             bool level, struct date as_of) {
    if (history_is_first_year(ledger, org, year)) {
        return no_past;
    }
    struct wanted wanted = {.indicator = indicator, .year = year - 1, .read = ledger_read};
    wanted.part = book_window(ledger->book, org, year - 1);
    return baseline_of(ledger, org, wanted, as_of, false, level);
}

struct past history_part_baseline(const struct ledger *ledger, int32_t org, int32_t indicator,
                                  int year, struct window part, struct date as_of) {
    if (history_is_first_year(ledger, org, year)) {
        return no_past;
    }
    struct wanted wanted = {.indicator = indicator, .year = year - 1, .read = ledger_read};
    wanted.part = history_part(ledger, org, year, part);
    bool level = !indicator_counts_in_parts(&ledger->book->indicators[indicator]);
    return baseline_of(ledger, org, wanted, as_of, true, level);
}

/* ---- the same day ---- */

/* The figure of exactly this day. */
static struct past on_day(const struct ledger *ledger, int32_t org, struct wanted wanted,
                          struct date day) {
    wanted.day = day;
    wanted.earliest = day;
    return look_back(ledger, org, &wanted);
}

static struct past same_period(const struct ledger *ledger, int32_t org, struct wanted wanted,
                               int year, struct window part, struct date date) {
    if (history_is_first_year(ledger, org, year)) {
        return no_past;
    }
    wanted.year = year - 1;
    wanted.part = history_part(ledger, org, year, part);
    if (!indicator_counts_in_parts(&ledger->book->indicators[wanted.indicator])) {
        wanted.part = book_window(ledger->book, org, year - 1);
    }
    struct past past = on_day(ledger, org, wanted, history_day(date));
    struct date literal = date_year_before(date);
    bool other = date_cmp(literal, history_day(date)) != 0;
    return past.reading.known || !other ? past : on_day(ledger, org, wanted, literal);
}

struct past history_same_period(const struct ledger *ledger, int32_t org, int32_t indicator,
                                int year, struct window part, struct date date) {
    struct wanted wanted = {.indicator = indicator, .read = ledger_read};
    return same_period(ledger, org, wanted, year, part, date);
}

struct past history_own_same_period(const struct ledger *ledger, int32_t org, int32_t indicator,
                                    int year, struct window part, struct date date) {
    struct wanted wanted = {.indicator = indicator, .read = ledger_read_itself};
    return same_period(ledger, org, wanted, year, part, date);
}
