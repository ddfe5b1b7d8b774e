/* SPDX-License-Identifier: MIT */
/* What the headline counts: docs/QUY-TAC.md, section 5. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "book_maker.h"
#include "mem.h"

enum { TEXT = 200 };

/* top of g and d, g of a and b; x with its part p. */
struct realm {
    struct book book;
    struct scorecard card;
    int32_t org[5]; /* a b d g top */
    int32_t x;
    int32_t p;
};

enum { A, B, D, G, TOP };

static void realm_begin(struct realm *r) {
    static const char *const ids[] = {"a", "b", "d"};
    *r = (struct realm){0};
    make_book(&r->book);
    for (int i = 0; i < 3; i++) {
        r->org[i] = make_org(&r->book, ids[i]);
    }
    r->org[G] = make_group(&r->book, "g", 2, "a b");
    r->org[TOP] = make_group(&r->book, "top", 2, "g d");
    r->x = make_indicator(&r->book, "x", KIND_FLOW, BETTER_HIGHER);
    r->p = make_indicator(&r->book, "p", KIND_FLOW, BETTER_HIGHER);
    r->book.indicators[r->p].part_of = r->x;
}

static void realm_clear(struct realm *r) {
    scorecard_clear(&r->card);
    book_clear(&r->book);
}

/* The rows that are counted, "a.x b.p"; returns how many. */
static int expect_shown(const char *cites, const struct realm *r, const char *expected) {
    char text[TEXT] = "";
    int goals = 0;
    for (ptrdiff_t i = 0; i < arrlen(r->card.rows); i++) {
        const struct row *row = &r->card.rows[i];
        if (row->goal && !row->covered) {
            strcat(strcat(text, goals > 0 ? " " : ""), r->book.orgs[row->org].id);
            strcat(strcat(text, "."), r->book.indicators[row->indicator].id);
            goals++;
        }
    }
    if (strcmp(text, expected) != 0) {
        fail_msg("%s: counted are (%s), not (%s)", cites, text, expected);
    }
    return goals;
}

/* ... and no others are. */
static void expect_counted(const char *cites, const struct realm *r, const char *expected) {
    expect_int(cites, "goals", r->card.goals, expect_shown(cites, r, expected));
}

static void test_groups(void **state) {
    (void)state;
    static const struct {
        const char *cites;
        const char *targets[5]; /* of a, b, d, g, top */
        bool each;              /* those of the groups are for each member */
        const char *counted;
    } table[] = {
        {"of all members", {"10", "10", "10", NULL, NULL}, false, "a.x b.x d.x"},
        {"a group's instead", {"10", "10", "10", "10", NULL}, false, "d.x g.x"},
        {"of members of members", {"10", "10", "10", "10", "10"}, false, "top.x"},
        {"though the group between has none", {"10", NULL, NULL, NULL, "10"}, false, "top.x"},
        {"for each member", {NULL, NULL, NULL, "10", NULL}, true, "g.x"},
    };
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        struct realm r;
        realm_begin(&r);
        for (int k = 0; k < 5; k++) {
            if (table[i].targets[k] != NULL) {
                int32_t t = make_target(&r.book, r.org[k], r.x, 2024, table[i].targets[k]);
                set_each_member(&r.book, t, table[i].each);
            }
        }
        make_figures(&r.book, r.org[A], r.x, "2024-12-31 9");
        compare(&r.card, &r.book, 2024, "2024-12-31");
        expect_counted(table[i].cites, &r, table[i].counted);
        realm_clear(&r);
    }
}

/* Parts stand for their whole only where it has no target. */
static void test_parts(void **state) {
    (void)state;
    static const struct {
        const char *cites;
        const char *whole;
        const char *part;
        const char *counted;
    } table[] = {
        {"the whole", "10", "10", "d.x"},
        {"the whole alone", "10", NULL, "d.x"},
        {"the part alone", NULL, "10", "d.p"},
        {"neither", NULL, NULL, ""},
    };
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        struct realm r;
        realm_begin(&r);
        if (table[i].whole != NULL) {
            make_target(&r.book, r.org[D], r.x, 2024, table[i].whole);
        }
        if (table[i].part != NULL) {
            make_target(&r.book, r.org[D], r.p, 2024, table[i].part);
        }
        make_figures(&r.book, r.org[D], r.x, "2024-12-31 9");
        make_figures(&r.book, r.org[D], r.p, "2024-12-31 9");
        compare(&r.card, &r.book, 2024, "2024-12-31");
        expect_counted(table[i].cites, &r, table[i].counted);
        realm_clear(&r);
    }
}

/* Several targets of one part of the year are one goal, the least favourable; another part is
 * another goal. */
static void test_several(void **state) {
    (void)state;
    struct realm r;
    realm_begin(&r);
    make_target(&r.book, r.org[D], r.x, 2024, "8");
    make_target(&r.book, r.org[D], r.x, 2024, "10");
    make_target(&r.book, r.org[D], r.x, 2024, "10");
    set_during(&r.book, make_target(&r.book, r.org[D], r.x, 2024, "range 10 15"), "2024-07-01",
               "2024-12-31");
    make_figures(&r.book, r.org[D], r.x, "2024-12-31 9");
    compare(&r.card, &r.book, 2024, "2024-12-31");
    expect_counted("section 5", &r, "d.x d.x");
    static const bool counted[] = {false, true, false, true};
    for (int i = 0; i < 4; i++) {
        expect_int("section 5", "counted", row_of(&r.card, r.org[D], r.x, i)->goal, counted[i]);
    }
    expect_int("section 5", "missed", r.card.count[STATUS_MISSED], 1);
    expect_int("section 5", "exceeded", r.card.count[STATUS_EXCEEDED], 0);
    expect_int("section 5", "not reported", r.card.count[STATUS_NO_REPORT], 1);
    realm_clear(&r);
}

/* Rows without a target are counted in the same organisations. */
static void test_without_target(void **state) {
    (void)state;
    struct realm r;
    realm_begin(&r);
    int32_t y = make_indicator(&r.book, "y", KIND_STOCK, BETTER_HIGHER);
    make_figures(&r.book, r.org[A], y, "2024-12-31 9");
    make_figures(&r.book, r.org[D], y, "2024-12-31 9");
    compare(&r.card, &r.book, 2024, "2024-12-31");
    expect_int("section 5, of all", "no target", r.card.count[STATUS_NO_TARGET], 4);
    scorecard_clear(&r.card);
    make_target(&r.book, r.org[G], r.x, 2024, "10");
    compare(&r.card, &r.book, 2024, "2024-12-31");
    expect_int("section 5, a's is left out", "no target", r.card.count[STATUS_NO_TARGET], 3);
    realm_clear(&r);
}

/* Members' goals count where those of their group were left out (only: of some statuses). */
static void test_only(void **state) {
    (void)state;
    static const struct {
        const char *cites;
        unsigned only;
        const char *counted;
    } table[] = {
        {"the group is among the rows", 1U << STATUS_INCOMPLETE | 1U << STATUS_MISSED, "g.x"},
        {"the group is not among the rows", 1U << STATUS_MISSED, "a.x"},
    };
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        struct realm r;
        struct findings findings = {0};
        struct selection selection = {
            .year = 2024, .as_of = day("2024-12-31"), .only = table[i].only};
        realm_begin(&r);
        for (int k = 0; k < 4; k++) {
            make_target(&r.book, r.org[k], r.x, 2024, "10");
        }
        make_figures(&r.book, r.org[A], r.x, "2024-12-31 9");
        ask_book(&r.card, &r.book, &selection, &findings);
        expect_shown(table[i].cites, &r, table[i].counted);
        findings_clear(&findings);
        realm_clear(&r);
    }
}

/* A verdict set by hand counts among k of n. */
static void test_each_by_hand(void **state) {
    (void)state;
    struct realm r;
    realm_begin(&r);
    set_each_member(&r.book, make_target(&r.book, r.org[G], r.x, 2024, "10"), true);
    make_figures(&r.book, r.org[A], r.x, "2024-12-31 9");
    make_figures(&r.book, r.org[B], r.x, "2024-12-31 10");
    const struct override override = {.org = r.org[A],
                                      .indicator = r.x,
                                      .year = 2024,
                                      .status = STATUS_MET,
                                      .why = "decided",
                                      .place = no_place};
    compare(&r.card, &r.book, 2024, "2024-12-31");
    expect_status("section 3.4", row_of(&r.card, r.org[G], r.x, 0)->status, STATUS_MISSED);
    expect_int("section 3.4", "met", row_of(&r.card, r.org[G], r.x, 0)->members_met, 1);
    scorecard_clear(&r.card);
    arrput(r.book.overrides, override);
    compare(&r.card, &r.book, 2024, "2024-12-31");
    expect_status("section 5, by hand", row_of(&r.card, r.org[G], r.x, 0)->status, STATUS_MET);
    expect_int("section 5, by hand", "met", row_of(&r.card, r.org[G], r.x, 0)->members_met, 2);
    realm_clear(&r);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_groups),       cmocka_unit_test(test_parts),
        cmocka_unit_test(test_several),      cmocka_unit_test(test_without_target),
        cmocka_unit_test(test_each_by_hand), cmocka_unit_test(test_only),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
