/* SPDX-License-Identifier: MIT */
/* From files to a book: what is right is in the book. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "book_reader.h"
#include "mem.h"

static struct reading_of book_of(const char *yaml) {
    struct reading_of r;
    read_two(&r, shared_yaml, yaml);
    if (arrlen(r.findings.items) > 0) {
        print_message("%s", yaml);
        print_findings(&r);
        fail();
    }
    return r;
}

static void assert_ratio(struct ratio value, const char *expected) {
    char text[RATIO_TEXT];
    assert_string_equal(ratio_plain(value, true, NULL, 0, text), expected);
}

static void assert_date(struct date date, const char *expected) {
    char text[DATE_TEXT];
    assert_string_equal(date_print(date, text), expected);
}

static void test_orgs(void **state) {
    (void)state;
    struct reading_of r = book_of(
        "orgs:\n"
        "  x: {name: Tỉnh X, to: 2025-06-30}\n"
        "  y: {}\n"
        "  z: {name: Tỉnh Z, name_en: Z, from: 2025-07-01, predecessors: [x, y], members: [bn]}\n");
    const struct book *book = &r.book;
    assert_int_equal(arrlen(book->orgs), 6);
    const struct org *tb = &book->orgs[book_org(book, "tb")];
    assert_int_equal(arrlen(tb->members), 2);
    assert_int_equal(tb->members[0], book_org(book, "yb"));
    assert_int_equal(tb->members_total, 7);
    assert_string_equal(book->orgs[book_org(book, "yb")].name_en, "Yen Bai");
    assert_string_equal(book->orgs[book_org(book, "y")].name, "y");
    const struct org *z = &book->orgs[book_org(book, "z")];
    assert_int_equal(arrlen(z->predecessors), 2);
    assert_int_equal(z->members_total, 1);
    assert_date(z->from, "2025-07-01");
    assert_date(book->orgs[book_org(book, "x")].to, "2025-06-30");
    assert_int_equal(z->place.line, 4);
    reading_of_clear(&r);
}

static void test_indicators(void **state) {
    (void)state;
    struct reading_of r = book_of(
        "indicators:\n"
        "  a: {name: A, name_en: a, unit: HTX, kind: stock, group: I. HTX, part_of: htx_total,\n"
        "      pace: linear, rollup: last, decimals: 2, show: không}\n"
        "  b: {name: B, kind: share, ratio: {of: a, to: htx_total}, measured: 12-31}\n"
        "  c: {name: C, unit: triệu đồng, kind: average, weight: htx_total, rollup: weighted}\n"
        "  d: {name: D, kind: rate, better: lower}\n");
    const struct book *book = &r.book;
    const struct indicator *a = &book->indicators[book_indicator(book, "a")];
    assert_string_equal(a->name_en, "a");
    assert_string_equal(a->group, "I. HTX");
    assert_int_equal(a->part_of, book_indicator(book, "htx_total"));
    assert_int_equal(a->pace, PACE_LINEAR);
    assert_int_equal(a->rollup, ROLLUP_LAST);
    assert_int_equal(a->decimals, 2);
    assert_false(a->show);
    const struct indicator *b = &book->indicators[book_indicator(book, "b")];
    assert_int_equal(b->ratio_of, book_indicator(book, "a"));
    assert_int_equal(b->ratio_to, book_indicator(book, "htx_total"));
    assert_int_equal(b->measured_month, 12);
    assert_int_equal(b->measured_day, 31);
    assert_true(unit_is_percent(&b->unit));
    assert_int_equal(b->decimals, -1);
    assert_true(b->show);
    const struct indicator *c = &book->indicators[book_indicator(book, "c")];
    assert_int_equal(c->weight, book_indicator(book, "htx_total"));
    assert_int_equal(c->part_of, NONE);
    assert_int_equal(book->indicators[book_indicator(book, "d")].better, BETTER_LOWER);
    reading_of_clear(&r);
}

/* A target as written, and the bounds that it makes; NULL where unused. */
struct bounds_row {
    const char *yaml;
    enum target_kind kind;
    const char *low;
    const char *high;
    const char *tolerance;
    const char *grow;
    const char *base;
};

static const struct bounds_row bounds_rows[] = {
    {"htx_new: 30", TARGET_AT_LEAST, "30", NULL, NULL, NULL, NULL},
    {"weak: 15%", TARGET_AT_MOST, NULL, "15", NULL, NULL, NULL},
    {"htx_new: {at_least: 30}", TARGET_AT_LEAST, "30", NULL, NULL, NULL, NULL},
    {"good: {more_than: 60}", TARGET_MORE_THAN, "60", NULL, NULL, NULL, NULL},
    {"weak: {at_most: 15}", TARGET_AT_MOST, NULL, "15", NULL, NULL, NULL},
    {"weak: {less_than: 15}", TARGET_LESS_THAN, NULL, "15", NULL, NULL, NULL},
    {"htx_new: {exactly: 4}", TARGET_EXACTLY, "4", "4", NULL, NULL, NULL},
    {"htx_new: {from: 30, to: 40}", TARGET_RANGE, "30", "40", NULL, NULL, NULL},
    {"good: {within: [40, 60%]}", TARGET_WITHIN, "40", "60", NULL, NULL, NULL},
    {"htx_total: {about: 145}", TARGET_ABOUT, "145", "145", "0", NULL, NULL},
    {"htx_total: {about: 200, tolerance: 5%}", TARGET_ABOUT, "200", "200", "10", NULL, NULL},
    {"good: {about: 60, tolerance: 5%}", TARGET_ABOUT, "60", "60", "3", NULL, NULL},
    {"htx_total: {about: 145, tolerance: 4}", TARGET_ABOUT, "145", "145", "4", NULL, NULL},
    {"income: {about: 2.7 tỷ đồng/năm}", TARGET_ABOUT, "2700", "2700", "0", NULL, NULL},
    {"income: {grow_by: 10%}", TARGET_GROW, NULL, NULL, NULL, "10", NULL},
    {"income: {grow_by: 10%, base: 60}", TARGET_GROW, NULL, NULL, NULL, "10", "60"},
    {"income: {at_least: 65, base: 60}", TARGET_AT_LEAST, "65", NULL, NULL, NULL, "60"},
    {"plan: {done: true}", TARGET_DONE, NULL, NULL, NULL, NULL, NULL},
    {"plan: có", TARGET_DONE, NULL, NULL, NULL, NULL, NULL},
    {"plan: done", TARGET_DONE, NULL, NULL, NULL, NULL, NULL},
};

static void assert_bound(struct ratio value, const char *expected) {
    if (expected != NULL) {
        assert_ratio(value, expected);
    } else {
        assert_false(ratio_valid(value));
    }
}

static void test_bounds(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof bounds_rows / sizeof *bounds_rows; i++) {
        const struct bounds_row *row = &bounds_rows[i];
        char yaml[256];
        snprintf(yaml, sizeof yaml, HEAD "targets:\n  %s\n", row->yaml);
        struct reading_of r = book_of(yaml);
        assert_int_equal(targets_count(&r.book.targets), 1);
        struct bounds bounds = targets_get(&r.book.targets, 0).bounds;
        assert_int_equal(bounds.kind, row->kind);
        assert_bound(bounds.low, row->low);
        assert_bound(bounds.high, row->high);
        assert_bound(bounds.tolerance, row->tolerance);
        assert_bound(bounds.grow, row->grow);
        assert_bound(bounds.base, row->base);
        reading_of_clear(&r);
    }
}

static void test_target(void **state) {
    (void)state;
    struct reading_of r = book_of(
        HEAD "source: Nghị quyết\n"
             "targets:\n"
             "  htx_new:\n"
             "    - {at_least: 10, during: 2024-H2, date: 2024-07-08, by: Tỉnh, quote: từ, "
             "sure: có}\n"
             "    - at_least: 240\n"
             "      source: Thông báo\n"
             "      milestones: {2024-06-30: 45%, 2024-03-31: 20%}\n"
             "      revised:\n"
             "        - {date: 2024-09-01, at_least: 210}\n"
             "        - {date: 2024-07-08, at_least: 220, by: QĐ 12, why: lũ}\n"
             "  htx_total: {grow_by: 5%, base: 60, revised: {date: 2023-07-01, grow_by: 4%}, "
             "org: yb, year: 2023, pace: none}\n"
             "each_member: {good: {at_least: 20, org: tb}}\n");
    struct target t[4];
    assert_int_equal(targets_count(&r.book.targets), 4);
    for (int32_t i = 0; i < 4; i++) {
        t[i] = targets_get(&r.book.targets, i);
    }
    assert_string_equal(t[0].during_text, "2024-H2");
    assert_date(t[0].during.first, "2024-07-01");
    assert_date(t[0].during.last, "2024-12-31");
    assert_date(t[0].date, "2024-07-08");
    assert_string_equal(t[0].by, "Tỉnh");
    assert_string_equal(t[0].quote, "từ");
    assert_string_equal(t[0].source, "Nghị quyết");
    assert_true(t[0].sure);
    assert_int_equal(t[0].place.line, 6);
    assert_string_equal(t[1].source, "Thông báo");
    assert_ratio(t[1].weight, "1");
    assert_int_equal(t[1].pace, PACE_MILESTONES);
    assert_date(t[1].milestones[0].date, "2024-03-31");
    assert_ratio(t[1].milestones[1].percent, "45");
    assert_date(t[1].revised[0].date, "2024-07-08");
    assert_string_equal(t[1].revised[0].by, "QĐ 12");
    assert_string_equal(t[1].revised[0].why, "lũ");
    assert_ratio(t[1].revised[1].bounds.low, "210");
    assert_int_equal(t[2].org, book_org(&r.book, "yb"));
    assert_int_equal(t[2].year, 2023);
    assert_int_equal(t[2].pace, PACE_NONE);
    assert_ratio(t[2].revised[0].bounds.base, "60");
    assert_true(t[3].each_member);
    assert_false(t[2].each_member);
    assert_int_equal(t[3].org, book_org(&r.book, "tb"));
    reading_of_clear(&r);
}

static int by_place(const void *left, const void *right) {
    const struct place *a = &((const struct figure *)left)->place;
    const struct place *b = &((const struct figure *)right)->place;
    return a->line != b->line ? (a->line > b->line) - (a->line < b->line)
                              : (a->column > b->column) - (a->column < b->column);
}

static void test_figures(void **state) {
    (void)state;
    struct reading_of r =
        book_of("org: bn\n"
                "source: Báo cáo\n"
                "actuals:\n"
                "  - as_of: 2024-06-30\n"
                "    values:\n"
                "      htx_new: 15\n"
                "      income: 3.8..5.5 triệu đồng/tháng\n"
                "      htx_total: {more_than: 700, quote: hơn 700, source: Báo, note: một}\n"
                "      good: {less_than: 60%}\n"
                "      weak: {about: 4..5}\n"
                "      plan: có\n"
                "    notes: {htx_new: \"5 thương mại, 10 nông nghiệp\", htx_total: hai}\n"
                "  - {during: 2024-Q2, values: {htx_new: 3}}\n"
                "  - {as_of: 2024-07-01, estimate: true, org: yb, year: 2024, source: Ước, values: "
                "{htx_new: 32}}\n"
                "  - {as_of: 2023-12-31, values: {plan: {is: không}}}\n");
    struct figure f[9];
    assert_int_equal(figures_count(&r.book.figures), 9);
    for (int32_t i = 0; i < 9; i++) {
        f[i] = figures_get(&r.book.figures, i);
        assert_true(i == 0 || f[i - 1].org <= f[i].org); /* kept in the order of look-up */
    }
    qsort(f, 9, sizeof *f, by_place);
    assert_int_equal(f[0].kind, FIGURE_LEVEL);
    assert_int_equal(f[0].year, 2024);
    assert_string_equal(f[0].source, "Báo cáo");
    assert_string_equal(f[0].note, "5 thương mại, 10 nông nghiệp");
    assert_int_equal(f[0].place.line, 6);
    assert_int_equal(f[0].place.column, 16);
    assert_ratio(f[1].low, "45.6");
    assert_ratio(f[1].high, "66");
    assert_int_equal(f[2].hedge, HEDGE_MORE_THAN);
    assert_string_equal(f[2].quote, "hơn 700");
    assert_string_equal(f[2].source, "Báo");
    assert_string_equal(f[2].note, "một; hai");
    assert_int_equal(f[3].hedge, HEDGE_LESS_THAN);
    assert_int_equal(f[4].hedge, HEDGE_ABOUT);
    assert_ratio(f[4].high, "5");
    assert_ratio(f[5].low, "1");
    assert_int_equal(f[6].kind, FIGURE_INCREMENT);
    assert_date(f[6].date, "2024-06-30");
    assert_date(f[6].period.first, "2024-04-01");
    assert_int_equal(f[7].kind, FIGURE_ESTIMATE);
    assert_int_equal(f[7].org, book_org(&r.book, "yb"));
    assert_string_equal(f[7].source, "Ước");
    assert_int_equal(f[8].year, 2023);
    assert_ratio(f[8].low, "0");
    reading_of_clear(&r);
}

static void test_claims(void **state) {
    (void)state;
    struct reading_of r = book_of(HEAD "actuals:\n"
                                       "  - as_of: 2024-06-30\n"
                                       "    values: {htx_new: 15}\n"
                                       "    claims:\n"
                                       "      htx_new: [{attainment: 50.0%, by: Tỉnh}, {over: 5}]\n"
                                       "      good: {times: 2.5}\n"
                                       "      weak: {of_last_year: 54.5%}\n"
                                       "      htx_total: {share_of: htx_new, is: 78.5%}\n");
    const struct claim *c = r.book.claims;
    assert_int_equal(arrlen(c), 5);
    assert_int_equal(c[0].kind, CLAIM_ATTAINMENT);
    assert_int_equal(c[0].printed.units, 500);
    assert_int_equal(c[0].printed.scale, 1);
    assert_string_equal(c[0].by, "Tỉnh");
    assert_date(c[0].date, "2024-06-30");
    assert_int_equal(c[0].of, NONE);
    assert_int_equal(c[1].kind, CLAIM_OVER);
    assert_int_equal(c[2].kind, CLAIM_TIMES);
    assert_int_equal(c[3].kind, CLAIM_OF_LAST_YEAR);
    assert_int_equal(c[4].kind, CLAIM_SHARE_OF);
    assert_int_equal(c[4].of, book_indicator(&r.book, "htx_new"));
    assert_int_equal(c[4].printed.units, 785);
    reading_of_clear(&r);
}

static void test_window(void **state) {
    (void)state;
    struct reading_of r = book_of(HEAD "year_window: {from: 2023-12-15, to: 2024-12-14}\n"
                                       "actuals: [{as_of: 2023-12-20, values: {htx_new: 1}}]\n"
                                       "targets: {htx_new: {at_least: 3, during: 2024-H2}}\n");
    assert_int_equal(arrlen(r.book.org_years), 1);
    assert_int_equal(figures_get(&r.book.figures, 0).year, 2024);
    assert_date(targets_get(&r.book.targets, 0).during.last, "2024-12-14");
    assert_date(book_window(&r.book, book_org(&r.book, "bn"), 2024).first, "2023-12-15");
    reading_of_clear(&r);
}

static void test_overrides_and_edges(void **state) {
    (void)state;
    struct reading_of r =
        book_of(HEAD "overrides:\n"
                     "  htx_new: {status: on_track, why: Đã ký}\n"
                     "  good: [{org: yb, year: 2023, status: met, why: Thi lại}]\n"
                     "edges: {slipping: 85%, over: 120}\n");
    assert_int_equal(arrlen(r.book.overrides), 2);
    assert_int_equal(r.book.overrides[0].status, STATUS_ON_TRACK);
    assert_string_equal(r.book.overrides[0].why, "Đã ký");
    assert_int_equal(r.book.overrides[1].org, book_org(&r.book, "yb"));
    assert_int_equal(r.book.overrides[1].year, 2023);
    assert_ratio(r.book.edges.slipping, "85");
    assert_ratio(r.book.edges.over, "120");
    reading_of_clear(&r);
}

/* An organisation's own words come first, those for all fill what it leaves open. */
static void test_reports(void **state) {
    (void)state;
    struct reading_of r;
    read_two(&r,
             "orgs: {bn: {}, yb: {}}\n"
             "report:\n"
             "  letterhead: [UBND TỈNH, LIÊN MINH]\n"
             "  columns: [target, actual]\n"
             "  signers: [{title: CHỦ TỊCH, name: Bình}]\n",
             "org: bn\n"
             "report: {form: Biểu 02, columns: [status, unit, gap], motto: Độc lập}\n");
    assert_int_equal(arrlen(r.findings.items), 0);
    struct report_form own = book_report(&r.book, book_org(&r.book, "bn"));
    assert_string_equal(own.form, "Biểu 02");
    assert_int_equal(arrlen(own.columns), 3);
    assert_int_equal(own.columns[0], TABLE_STATUS);
    assert_int_equal(own.columns[2], TABLE_GAP);
    assert_int_equal(arrlen(own.motto), 1);
    assert_string_equal(own.letterhead[1], "LIÊN MINH");
    assert_string_equal(own.signers[0].name, "Bình");
    assert_null(own.title);
    struct report_form other = book_report(&r.book, book_org(&r.book, "yb"));
    assert_null(other.form);
    assert_int_equal(arrlen(other.columns), 2);
    assert_int_equal(other.columns[1], TABLE_ACTUAL);
    reading_of_clear(&r);
}

/* What is declared later, in another file, is found all the same. */
static void test_any_order(void **state) {
    (void)state;
    struct reading_of r;
    read_two(&r, HEAD "targets: {htx_new: 30}\n", shared_yaml);
    assert_int_equal(arrlen(r.findings.items), 0);
    assert_int_equal(targets_count(&r.book.targets), 1);
    reading_of_clear(&r);
}

/* What declares is read first, also where escapes keep its words from being seen. */
static void test_escaped(void **state) {
    (void)state;
    static const char *const declaring[] = {
        "orgs: {zz: {name: Z}}\n",
        "\"\\x6Frgs\": {zz: {name: Z}}\n",
        "\"\\u006Frgs\": {zz: {name: Z}}\n",
        "\"o\\U00000072gs\": {zz: {name: Z}}\n",
        "? \"or\\\n  gs\"\n: {zz: {name: Z}}\n",
        "? \"or\\\r\ngs\"\n: {zz: {name: Z}}\n",
        "? \"or\\\xC2\x85gs\"\n: {zz: {name: Z}}\n",
        "? \"or\\\xE2\x80\xA8gs\"\n: {zz: {name: Z}}\n",
    };
    for (size_t i = 0; i < sizeof declaring / sizeof *declaring; i++) {
        struct reading_of r;
        read_two(&r, "org: zz\nyear: 2024\n", declaring[i]);
        print_findings(&r);
        assert_int_equal(arrlen(r.findings.items), 0);
        assert_string_equal(r.book.orgs[0].id, "zz");
        reading_of_clear(&r);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_orgs),    cmocka_unit_test(test_indicators),
        cmocka_unit_test(test_bounds),  cmocka_unit_test(test_target),
        cmocka_unit_test(test_figures), cmocka_unit_test(test_claims),
        cmocka_unit_test(test_window),  cmocka_unit_test(test_overrides_and_edges),
        cmocka_unit_test(test_reports), cmocka_unit_test(test_any_order),
        cmocka_unit_test(test_escaped),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
