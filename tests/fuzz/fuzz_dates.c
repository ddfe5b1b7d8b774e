/* SPDX-License-Identifier: MIT */
/* Dates and periods: what is read is printed the same; the calendar goes on day by day. */
#include <string.h>

#include "date.h"
#include "fuzz.h"
#include "printing.h"
#include "ratio.h"

/* A day of the calendar from three bytes. */
static struct date a_day(struct choices_left *left) {
    int year = 1 + (int)(choose(left, 256) * 39 + choose(left, 39));
    int month = 1 + (int)choose(left, 12);
    int day = 1 + (int)choose(left, (unsigned)days_in_month(year, month));
    return date_of(year, month, day);
}

static void goes_on(struct date d) {
    char text[DATE_TEXT];
    struct date back;
    PROMISE(date_valid(d) && date_known(d));
    date_print(d, text);
    PROMISE(date_parse(text, strlen(text), &back) && date_cmp(d, back) == 0);
    if (d.year < 9999 || d.month < 12 || d.day < 31) {
        struct date next = date_next(d);
        PROMISE(date_valid(next) && date_cmp(d, next) < 0);
        PROMISE(date_days(next) == date_days(d) + 1);
        PROMISE(date_cmp(date_previous(next), d) == 0);
        PROMISE(date_ends_month(d) == (next.day == 1));
    }
    if (d.year > 1) {
        struct date before = date_year_before(d);
        PROMISE(date_valid(before) && before.year == d.year - 1 && before.month == d.month);
    }
    char shown[DATE_TEXT];
    print_date(d, LANG_VI, shown);
    PROMISE(date_parse_day_first(shown, strlen(shown), &back) && date_cmp(d, back) == 0);
}

static void passes(struct window w, struct date d) {
    PROMISE(date_valid(w.first) && date_valid(w.last) && date_cmp(w.first, w.last) <= 0);
    struct ratio gone = window_months_gone(w, d);
    struct ratio all = window_months(w);
    PROMISE(ratio_sign(all) > 0);
    PROMISE(ratio_sign(gone) >= 0 && ratio_cmp(gone, all) <= 0);
    if (date_cmp(d, w.last) >= 0) {
        PROMISE(ratio_cmp(gone, all) == 0);
    }
    if (window_holds(w, d)) {
        PROMISE(ratio_sign(gone) > 0);
        PROMISE(date_cmp(d, w.last) == 0 ||
                ratio_cmp(gone, window_months_gone(w, date_next(d))) <= 0);
    }
    if (date_cmp(d, w.first) < 0) {
        PROMISE(ratio_sign(gone) == 0);
    }
}

/* A day of the same year as d or of the next three: windows are not longer than that. */
static struct date soon_after(struct date d, struct choices_left *left) {
    struct date day = a_day(left);
    int year = d.year + (int)choose(left, 4);
    day.year = (int16_t)(year < 9999 ? year : 9999);
    return date_valid(day) ? day : date_of(day.year, day.month, 28);
}

static void moves(struct date d, int months) {
    int all = d.year * 12 + d.month - 1 + months;
    if (all < 12 || all >= 10000 * 12) {
        return;
    }
    struct date moved = date_add_months(d, months);
    PROMISE(date_valid(moved) && moved.year * 12 + moved.month - 1 == all);
    PROMISE(moved.day == d.day || (moved.day < d.day && date_ends_month(moved)));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    struct date read = {0, 0, 0};
    struct window window;
    const char *text = (const char *)data;
    if (date_parse(text, size, &read) || date_parse_day_first(text, size, &read)) {
        goes_on(read);
    } else {
        PROMISE(!date_known(read));
    }
    struct choices_left left = {data, size};
    struct date a = a_day(&left);
    struct date b = soon_after(a, &left);
    struct date c = soon_after(a, &left);
    goes_on(a);
    moves(a, (int)choose(&left, 256) - 128);
    if (window_parse(text, size, &window)) {
        passes(window, window.first);
        passes(window, window.last);
    }
    if (date_cmp(a, b) <= 0) {
        passes((struct window){a, b}, c);
    }
    PROMISE(date_cmp(a, b) == (date_days(a) > date_days(b)) - (date_days(a) < date_days(b)));
    return 0;
}
