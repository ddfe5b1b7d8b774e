/* SPDX-License-Identifier: MIT */
/* The day on which a group stands, and who is not in its figure: docs/QUY-TAC.md, section 6. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "book_maker.h"
#include "group_day.h"
#include "mem.h"

enum { MOST = 8, WORD = 16 };

/* ---- the choice alone ---- */

/* Members' days, "06-20 | 06-30 | 06-30", of 2024. */
struct diary {
    struct date days[MOST][MOST]; /* of each member, in order */
    struct date all[MOST * MOST];
    size_t count;
    size_t members;
};

static void add_to_all(struct diary *d, struct date date) {
    size_t at = 0;
    while (at < d->count && date_cmp(d->all[at], date) < 0) {
        at++;
    }
    if (at < d->count && date_cmp(d->all[at], date) == 0) {
        return;
    }
    memmove(&d->all[at + 1], &d->all[at], (d->count - at) * sizeof d->all[0]);
    d->all[at] = date;
    d->count++;
}

static void diary_read(struct diary *d, const char *text) {
    *d = (struct diary){.members = 1};
    size_t n = 0;
    char word[WORD];
    int length = 0;
    for (const char *at = text; sscanf(at, " %15s%n", word, &length) == 1; at += length) {
        if (word[0] == '|') {
            d->members++;
            n = 0;
        } else if (word[0] != '-') {
            char date[WORD * 2];
            snprintf(date, sizeof date, "2024-%s", word);
            d->days[d->members - 1][n++] = day(date);
            add_to_all(d, day(date));
        }
    }
}

static bool always(void *context, size_t member, struct date date) {
    (void)context;
    (void)member;
    (void)date;
    return true;
}

static struct date last_of(void *context, size_t member, struct date date) {
    const struct diary *d = context;
    struct date last = {0, 0, 0};
    for (int i = 0; i < MOST && date_known(d->days[member][i]); i++) {
        last = date_cmp(d->days[member][i], date) <= 0 ? d->days[member][i] : last;
    }
    return last;
}

static void test_choice(void **state) {
    (void)state;
    static const struct {
        const char *cites;
        const char *days;
        const char *day;
    } table[] = {
        {"section 6.2, ten days apart", "06-20 | 06-30 | 06-30", "2024-06-30"},
        {"section 6.2, one is late", "03-31 | 06-30 | 06-30", "2024-06-30"},
        {"section 6.2, six of seven have moved on",
         "06-30 12-31 | 06-30 12-31 | 06-30 12-31 | 06-30 12-31 | 06-30 12-31 | 06-30 12-31 | "
         "06-30",
         "2024-12-31"},
        {"section 6.2, one of three has moved on", "06-30 12-31 | 06-30 | 06-30", "2024-06-30"},
        {"section 6.2, two thirds exactly", "06-30 12-31 | 06-30 12-31 | 06-30", "2024-12-31"},
        {"section 6.2, who has none does not count", "06-30 | - | -", "2024-06-30"},
        {"section 6.2, 20 days older", "06-10 | 06-30", "2024-06-30"},
        {"section 6.2, 21 days older: neither day has two thirds, the latest", "06-09 | 06-30",
         "2024-06-30"},
        {"section 6.2, most have one on an earlier day", "01-31 | 01-31 | 04-30 | 06-30 | 08-31",
         "2024-01-31"},
        {"section 6.2, nobody", "- | -", ""},
    };
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        struct diary d;
        diary_read(&d, table[i].days);
        struct group_days from = {d.all, d.count, d.members, &d, always, last_of};
        expect_date(table[i].cites, "day", group_day(&from), table[i].day);
    }
    assert_true(group_day_counts(day("2024-06-10"), day("2024-06-30")));
    assert_false(group_day_counts(day("2024-06-09"), day("2024-06-30")));
    assert_false(group_day_counts((struct date){0, 0, 0}, day("2024-06-30")));
}

/* ---- of a book ---- */

/* a, b and c; m was made of a on 1 July; the group names the first three or four. */
struct circle {
    struct book book;
    struct scorecard card;
    int32_t a;
    int32_t b;
    int32_t m;
    int32_t group;
    int32_t x;
};

static void circle_begin(struct circle *c, enum indicator_kind kind, const char *members) {
    *c = (struct circle){0};
    make_book(&c->book);
    c->a = make_org(&c->book, "a");
    c->b = make_org(&c->book, "b");
    c->m = make_org(&c->book, "m");
    c->group = make_group(&c->book, "g", 0, members);
    c->book.orgs[c->group].members_total = (int)arrlen(c->book.orgs[c->group].members);
    c->x = make_indicator(&c->book, "x", kind, BETTER_HIGHER);
    c->book.orgs[c->a].to = day("2024-06-30");
    c->book.orgs[c->m].from = day("2024-07-01");
    arrput(c->book.orgs[c->m].predecessors, c->a);
    make_target(&c->book, c->group, c->x, 2024, "30");
}

static void circle_clear(struct circle *c) {
    scorecard_clear(&c->card);
    book_clear(&c->book);
}

/* Who is a member on the group's day. */
static void test_merger(void **state) {
    (void)state;
    static const struct {
        const char *cites;
        const char *members;
        const char *as_of;
        const char *m; /* or NULL */
        const char *b;
        const char *sum;
        const char *date;
        int counted;
        int n;
        const char *absent;
    } table[] = {
        {"section 6.2, a meeting a week after", "a b m", "2024-07-08", NULL, "2024-06-30 9", "19",
         "2024-06-30", 2, 2, ""},
        {"section 6.2, half a year after", "a b m", NULL, "2024-12-31 20",
         "2024-06-30 9; 2024-12-31 15", "35", "2024-12-31", 2, 2, "a>m"},
        {"section 6.1, what a was merged into need not be named", "a b", NULL, "2024-12-31 20",
         "2024-06-30 9; 2024-12-31 15", "35", "2024-12-31", 2, 2, "a>m"},
        {"section 6.1, m does not report: b's day, a's figure is m's", "a b m", NULL, NULL,
         "2024-06-30 9; 2024-12-31 15", "19", "2024-06-30", 2, 2, ""},
        {"section 6.1, seen from before the merger", "a b m", "2024-06-30", "2024-12-31 20",
         "2024-06-30 9", "19", "2024-06-30", 2, 2, ""},
    };
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        struct circle c;
        circle_begin(&c, KIND_FLOW, table[i].members);
        make_figures(&c.book, c.a, c.x, "2024-06-30 10");
        make_figures(&c.book, c.m, c.x, table[i].m);
        make_figures(&c.book, c.b, c.x, table[i].b);
        compare(&c.card, &c.book, 2024, table[i].as_of);
        const struct row *row = row_of(&c.card, c.group, c.x, 0);
        expect_ratio(table[i].cites, "sum", row->low, table[i].sum);
        expect_date(table[i].cites, "day", row->date, table[i].date);
        expect_int(table[i].cites, "k", row->members_reporting, table[i].counted);
        expect_int(table[i].cites, "n", row->members_total, table[i].n);
        expect_absent(table[i].cites, &c.book, row, table[i].absent);
        circle_clear(&c);
    }
}

/* Section 4.1: what m reports piece by piece follows what its predecessors had on the eve. */
static void test_successor(void **state) {
    (void)state;
    static const struct {
        const char *cites;
        const char *a;
        const char *m;
        const char *low; /* NULL: not reported */
        const char *date;
    } table[] = {
        {"section 4.1, until it reports", "2024-06-30 10", NULL, "10", "2024-06-30"},
        {"section 4.1, a running total is of the whole year", "2024-06-30 10", "2024-12-31 25",
         "25", "2024-12-31"},
        {"section 4.1, increments follow", "2024-06-30 10", "2024-07 +3; 2024-08 +1", "14",
         "2024-08-31"},
        {"section 4.1, not what is of an earlier day", "2024-05-31 10", "2024-07 +3", "10",
         "2024-05-31"},
        {"section 4.1, nothing at all", NULL, NULL, NULL, ""},
    };
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        struct circle c;
        circle_begin(&c, KIND_FLOW, "a b m");
        make_target(&c.book, c.m, c.x, 2024, "30");
        make_figures(&c.book, c.a, c.x, table[i].a);
        make_figures(&c.book, c.m, c.x, table[i].m);
        compare(&c.card, &c.book, 2024, "2024-12-31");
        const struct row *row = row_of(&c.card, c.m, c.x, 0);
        expect_int(table[i].cites, "reported", row->has_actual, table[i].low != NULL);
        expect_date(table[i].cites, "day", row->date, table[i].date);
        if (table[i].low != NULL) {
            expect_ratio(table[i].cites, "A", row->low, table[i].low);
        }
        circle_clear(&c);
    }
}

/* The span of the members' days is kept. */
static void test_span(void **state) {
    (void)state;
    struct circle c;
    circle_begin(&c, KIND_FLOW, "a b m");
    make_figures(&c.book, c.a, c.x, "2024-06-20 17");
    make_figures(&c.book, c.b, c.x, "2024-06-30 12");
    compare(&c.card, &c.book, 2024, NULL);
    const struct row *row = row_of(&c.card, c.group, c.x, 0);
    expect_ratio("section 6.2", "sum", row->low, "29");
    expect_date("section 6.2", "from", row->date_from, "2024-06-20");
    expect_date("section 6.2", "to", row->date, "2024-06-30");
    circle_clear(&c);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_choice),
        cmocka_unit_test(test_merger),
        cmocka_unit_test(test_successor),
        cmocka_unit_test(test_span),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
