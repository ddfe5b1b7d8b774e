/* SPDX-License-Identifier: MIT */
#include "date.h"

#include <string.h>

/* Reads exactly n digits at s. */
static bool digits(const char *s, size_t n, int *out) {
    int value = 0;
    for (size_t i = 0; i < n; i++) {
        if (s[i] < '0' || s[i] > '9') {
            return false;
        }
        value = value * 10 + (s[i] - '0');
    }
    *out = value;
    return n > 0;
}

int days_in_month(int year, int month) {
    static const int8_t days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    if (month != 2) {
        return days[month - 1];
    }
    return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28;
}

bool date_valid(struct date d) {
    return d.year >= 1 && d.year <= 9999 && d.month >= 1 && d.month <= 12 && d.day >= 1 &&
           d.day <= days_in_month(d.year, d.month);
}

bool date_parse(const char *s, size_t n, struct date *out) {
    int year;
    int month;
    int day;
    if (n != 10 || s[4] != '-' || s[7] != '-' || !digits(s, 4, &year) ||
        !digits(s + 5, 2, &month) || !digits(s + 8, 2, &day)) {
        return false;
    }
    struct date d = date_of(year, month, day);
    if (!date_valid(d)) {
        return false;
    }
    *out = d;
    return true;
}

/* Length of the run of digits at s. */
static size_t run(const char *s, size_t n) {
    size_t i = 0;
    while (i < n && s[i] >= '0' && s[i] <= '9') {
        i++;
    }
    return i;
}

bool date_parse_day_first(const char *s, size_t n, struct date *out) {
    size_t d = run(s, n);
    size_t m = d < n ? run(s + d + 1, n - d - 1) : 0;
    size_t second = d + 1 + m;
    int year;
    int month;
    int day;
    bool shaped = d >= 1 && d <= 2 && m >= 1 && m <= 2 && second < n && n - second - 1 == 4 &&
                  s[d] == s[second] && strchr("/-.", s[d]) != NULL;
    if (!shaped || !digits(s, d, &day) || !digits(s + d + 1, m, &month) ||
        !digits(s + second + 1, 4, &year)) {
        return false;
    }
    struct date found = date_of(year, month, day);
    if (!date_valid(found)) {
        return false;
    }
    *out = found;
    return true;
}

static struct window months_of(int year, int first, int count) {
    int last = first + count - 1;
    return (struct window){date_of(year, first, 1), date_of(year, last, days_in_month(year, last))};
}

bool window_parse(const char *s, size_t n, struct window *out) {
    int year;
    int part;
    if (n < 4 || !digits(s, 4, &year) || year == 0) {
        return false;
    }
    if (n == 4) {
        *out = window_of_year(year);
        return true;
    }
    if (n != 7 || s[4] != '-') {
        return false;
    }
    if (digits(s + 5, 2, &part) && part >= 1 && part <= 12) {
        *out = months_of(year, part, 1);
        return true;
    }
    if (!digits(s + 6, 1, &part)) {
        return false;
    }
    if (s[5] == 'Q' && part >= 1 && part <= 4) {
        *out = months_of(year, part * 3 - 2, 3);
        return true;
    }
    if (s[5] == 'H' && part >= 1 && part <= 2) {
        *out = months_of(year, part * 6 - 5, 6);
        return true;
    }
    return false;
}

int32_t date_days(struct date d) {
    int32_t y = d.month > 2 ? d.year : d.year - 1;
    int32_t m = d.month > 2 ? d.month - 3 : d.month + 9; /* March is 0 */
    return 365 * y + y / 4 - y / 100 + y / 400 + (153 * m + 2) / 5 + d.day - 1;
}

struct date date_of_days(int32_t days) {
    int year = days / 366 + 1;
    int month = 1;
    while (date_days(date_of(year + 1, 1, 1)) <= days) {
        year++;
    }
    while (month < 12 && date_days(date_of(year, month + 1, 1)) <= days) {
        month++;
    }
    return date_of(year, month, 1 + (int)(days - date_days(date_of(year, month, 1))));
}

int32_t date_serial(struct date d) {
    enum { EVE = 693899 }; /* date_days() of 1899-12-30 */
    return date_days(d) - EVE;
}

struct date date_add_months(struct date d, int months) {
    int total = d.year * 12 + d.month - 1 + months;
    int year = total / 12;
    int month = total % 12 + 1;
    int last = days_in_month(year, month);
    return date_of(year, month, d.day > last ? last : d.day);
}

bool date_ends_month(struct date d) {
    return d.day == days_in_month(d.year, d.month);
}

struct date date_next(struct date d) {
    if (!date_ends_month(d)) {
        return date_of(d.year, d.month, d.day + 1);
    }
    return d.month == 12 ? date_of(d.year + 1, 1, 1) : date_of(d.year, d.month + 1, 1);
}

struct date date_previous(struct date d) {
    if (d.day > 1) {
        return date_of(d.year, d.month, d.day - 1);
    }
    struct date month = date_add_months(d, -1);
    return date_of(month.year, month.month, days_in_month(month.year, month.month));
}

struct date date_year_before(struct date d) {
    return date_add_months(d, -12);
}

/* The number of the first month of the named part, counted from 0 in the window; 12: none. */
static int first_month(struct window of_year, int year, struct window named, int length) {
    enum { MONTHS = 12 };
    if (length > 1) {
        return named.first.year == year ? named.first.month - 1 : MONTHS;
    }
    int month = 0;
    while (month < MONTHS &&
           !window_holds(named, date_previous(date_add_months(of_year.first, month + 1)))) {
        month++;
    }
    return month;
}

bool window_part(struct window of_year, int year, struct window named, struct window *out) {
    int length = named.last.month - named.first.month + 1;
    int month = first_month(of_year, year, named, length);
    struct date first = date_add_months(of_year.first, month);
    struct date last = date_previous(date_add_months(of_year.first, month + length));
    if (month + length > 12 || date_cmp(first, of_year.last) > 0) {
        return false;
    }
    *out = (struct window){first, date_cmp(last, of_year.last) < 0 ? last : of_year.last};
    return true;
}

/* Months from the start of the day `first` to the start of the day `next`. */
static struct ratio months_between(struct date first, struct date next) {
    int whole = (next.year - first.year) * 12 + next.month - first.month;
    if (first.day == next.day) {
        return ratio_int(whole); /* as mostly: figures are of the end of a month */
    }
    whole -= whole > 0 && date_cmp(date_add_months(first, whole), next) > 0;
    struct date begun = date_add_months(first, whole);
    if (date_cmp(begun, next) == 0) {
        return ratio_int(whole);
    }
    struct date ends = date_add_months(first, whole + 1);
    int32_t rest = date_days(next) - date_days(begun);
    int32_t length = date_days(ends) - date_days(begun);
    return ratio_add(ratio_int(whole), ratio_of(rest, length));
}

struct ratio window_months(struct window w) {
    return months_between(w.first, date_next(w.last));
}

struct ratio window_months_gone(struct window w, struct date d) {
    if (date_cmp(d, w.first) < 0) {
        return ratio_int(0);
    }
    return months_between(w.first, date_next(date_cmp(d, w.last) < 0 ? d : w.last));
}

bool window_month_ends(struct window w, struct date d) {
    bool ends = date_cmp(d, w.last) <= 0 && date_next(d).day == w.first.day; /* as mostly */
    return ends || window_months_gone(w, d).den == 1;
}

/* The last n digits of a number. */
static void put_digits(char *at, int n, int value) {
    while (n-- > 0) {
        at[n] = (char)('0' + value % 10);
        value /= 10;
    }
}

const char *date_print(struct date d, char text[DATE_TEXT]) {
    text[0] = '\0';
    if (date_known(d)) {
        memcpy(text, "yyyy-mm-dd", sizeof "yyyy-mm-dd");
        put_digits(text, 4, d.year);
        put_digits(text + 5, 2, d.month);
        put_digits(text + 8, 2, d.day);
    }
    return text;
}
