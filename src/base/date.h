/* SPDX-License-Identifier: MIT */
/*
 * Days of the calendar, periods of a year, and how many months of a period have passed.
 *
 * Values only: nothing is allocated, and no clock or time zone is asked. A function that takes a
 * date wants a valid one unless it says otherwise.
 */
#ifndef TIENDO_DATE_H
#define TIENDO_DATE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "ratio.h"

/* A day of the Gregorian calendar, years 1 .. 9999; year 0 is "no date". */
struct date {
    int16_t year;
    int8_t month; /* 1 .. 12 */
    int8_t day;   /* 1 .. 31 */
};

/* Days first .. last, both included. */
struct window {
    struct date first;
    struct date last;
};

enum { DATE_TEXT = 16 }; /* bytes that hold a printed date */

/* 2024-06-30, all n bytes. *out is untouched on failure. */
bool date_parse(const char *s, size_t n, struct date *out);

/* 30/06/2024, 30-6-2024 or 30.6.2024: the format does not take these, but many people write them.
 * Used to say what to write instead. *out is untouched on failure. */
bool date_parse_day_first(const char *s, size_t n, struct date *out);

/* A month 2024-05, a quarter 2024-Q2, a half 2024-H1 or a year 2024. *out is untouched on failure.
 */
bool window_parse(const char *s, size_t n, struct window *out);

/* The month, quarter or half that window_parse() found, as one of a year that has its own window: a
 * month is named after the calendar's month in which it ends, quarters and halves are counted from
 * the window's first day (docs/QUY-TAC.md section 3). What lies past the window's end is cut off.
 * False, *out untouched, when that year has no such part. */
bool window_part(struct window of_year, int year, struct window named, struct window *out);

bool date_valid(struct date d);

/* Inline, as it is asked of every figure many times. */
static inline bool date_known(struct date d) {
    return d.year != 0;
}

static inline int date_cmp(struct date a, struct date b) {
    int32_t x = a.year * 512 + a.month * 32 + a.day;
    int32_t y = b.year * 512 + b.month * 32 + b.day;
    return (x > y) - (x < y);
}

static inline struct date date_of(int year, int month, int day) {
    return (struct date){(int16_t)year, (int8_t)month, (int8_t)day};
}

int days_in_month(int year, int month);

/* The date some whole months later (or, below 0, earlier); a day that the month lacks becomes its
 * last. */
struct date date_add_months(struct date d, int months);
struct date date_next(struct date d);
struct date date_previous(struct date d);
int32_t date_days(struct date d);       /* days since 0001-01-01 */
struct date date_of_days(int32_t days); /* the same back; from 0 on */
int32_t date_serial(struct date d);     /* as a worksheet counts days: 1900-03-01 is 61 */
bool date_ends_month(struct date d);

/* The same day a year earlier: 29 February becomes the 28th. */
struct date date_year_before(struct date d);

static inline struct window window_of_year(int year) {
    return (struct window){date_of(year, 1, 1), date_of(year, 12, 31)};
}

static inline bool window_holds(struct window w, struct date d) {
    return date_cmp(w.first, d) <= 0 && date_cmp(d, w.last) <= 0;
}

/* Months of the window that have passed at the end of day d, as people count: whole months since
 * the first day, plus the days of the month that has begun over that month's length
 * (docs/QUY-TAC.md section 4). 0 before the window, its whole length after it. */
struct ratio window_months_gone(struct window w, struct date d);

/* So many months have passed, and no day more. */
bool window_month_ends(struct window w, struct date d);

/* The window's length in months, counted the same way. */
struct ratio window_months(struct window w);

/* 2024-06-30; "" for no date. */
const char *date_print(struct date d, char text[DATE_TEXT]);

#endif
