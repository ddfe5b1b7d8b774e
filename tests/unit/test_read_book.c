/* From files to a book: what is wrong is said at its place, once; what is right is in the book. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "mem.h"
#include "reader.h"

/* What the files of most tests share; file 0. */
static const char shared[] = "orgs:\n"
                             "  bn: {name: Tỉnh Bắc Ninh}\n"
                             "  yb: {name: Tỉnh Yên Bái, name_en: Yen Bai}\n"
                             "  tb: {name: Cụm, members: [yb, bn], members_total: 7}\n"
                             "indicators:\n"
                             "  htx_new: {name: HTX mới, unit: HTX, kind: flow}\n"
                             "  htx_total: {name: Tổng số HTX, unit: HTX, kind: stock}\n"
                             "  good: {name: Tỷ lệ khá, unit: \"%\", kind: share}\n"
                             "  weak: {name: Tỷ lệ yếu, unit: \"%\", kind: share, better: lower}\n"
                             "  income: {name: Thu nhập, unit: triệu đồng/năm, kind: average}\n"
                             "  plan: {name: Kế hoạch, kind: done}\n";

enum { MOST_FINDINGS = 4 };

struct expected {
    enum message_code code;
    unsigned line;   /* 0: no more of them */
    unsigned column; /* of the first guilty character */
};

/* One file, read beside the shared one, and all that is to be said of it. */
struct row {
    const char *yaml;
    struct expected found[MOST_FINDINGS];
};

#define HEAD "org: bn\nyear: 2024\n"

static const struct row rows[] = {
    /* its shape */
    {HEAD "target: {htx_new: 3}\n", {{MSG_UNKNOWN_KEY, 3, 1}}},
    {HEAD "targets: {htx_new: {atleast: 3}}\n", {{MSG_UNKNOWN_KEY, 3, 21}}},
    {HEAD "targets:\n  htx_new: {}\n", {{MSG_TARGET_SHAPE, 4, 3}}},
    {HEAD "targets:\n  htx_new: {at_least: 3, at_most: 5}\n", {{MSG_TARGET_SHAPE, 4, 3}}},
    {HEAD "targets:\n  htx_new: {at_least: 3, tolerance: 5%}\n", {{MSG_TARGET_SHAPE, 4, 3}}},
    {HEAD "targets:\n  htx_new: {from: 3}\n", {{MSG_MISSING_KEY, 4, 3}}},
    {HEAD "targets:\n  htx_new: {within: [1, 2, 3]}\n", {{MSG_TARGET_SHAPE, 4, 13}}},
    {HEAD "targets:\n  htx_new: {within: 3}\n", {{MSG_WANT_LIST, 4, 13}}},
    {HEAD "targets:\n  htx_new: {at_least: [3]}\n", {{MSG_WANT_SCALAR, 4, 13}}},
    {HEAD "targets:\n  htx_new:\n", {{MSG_EMPTY_VALUE, 4, 3}}},
    {HEAD "targets:\n  htx_new: []\n", {{MSG_EMPTY_VALUE, 4, 3}}},
    {HEAD "targets: [3]\n", {{MSG_WANT_MAPPING, 3, 1}}},
    {HEAD "targets:\n  htx_new: {from:4, to: 6}\n", {{MSG_MISSING_BLANK, 4, 13}}},
    {HEAD "targets: {htx_new:4}\n", {{MSG_MISSING_BLANK, 3, 11}}},
    {HEAD "targets:\n  htx_new: {at_least: 2,7}\n", {{MSG_COMMA, 4, 23}}},
    {HEAD "targets: {htx_new: 2,7}\n", {{MSG_COMMA, 3, 20}}},
    {HEAD "targets:\n  plan: {done: có lẽ}\n", {{MSG_BAD_BOOLEAN, 4, 16}}},
    {HEAD "targets:\n  htx_new: {at_least: 3, pace: lineal}\n", {{MSG_BAD_CHOICE, 4, 32}}},
    {HEAD "report: {columns: [unit, staus, unit]}\n",
     {{MSG_BAD_CHOICE, 3, 26}, {MSG_DEFINED_TWICE, 3, 33}}},
    {HEAD "report: {columns: unit, signers: [{name: B}, C]}\n",
     {{MSG_WANT_LIST, 3, 10}, {MSG_MISSING_KEY, 3, 35}, {MSG_WANT_MAPPING, 3, 46}}},
    {HEAD "actuals: {as_of: 2024-06-30}\n", {{MSG_WANT_LIST, 3, 1}}},
    {HEAD "actuals:\n  - htx_new\n", {{MSG_WANT_MAPPING, 4, 5}}},
    {HEAD "actuals:\n  - as_of: 2024-06-30\n", {{MSG_MISSING_KEY, 4, 5}}},
    {HEAD "actuals:\n  - values: {htx_new: 3}\n", {{MSG_MISSING_KEY, 4, 5}}},
    {HEAD "actuals:\n  - {as_of: 2024-06-30, during: 2024-05, values: {htx_new: 3}}\n",
     {{MSG_ONLY_ONE, 4, 25}}},
    {HEAD "actuals:\n  - as_of: 2024-06-30\n    values: {htx_new: {quote: a}}\n",
     {{MSG_ONLY_ONE, 5, 14}}},
    {HEAD "actuals:\n  - as_of: 2024-06-30\n    values: {htx_new: {is: 3, about: 4}}\n",
     {{MSG_ONLY_ONE, 5, 14}}},
    {HEAD "actuals:\n  - as_of: 2024-06-30\n    claims: {htx_new: {over: 3%, times: 4}}\n",
     {{MSG_ONLY_ONE, 5, 14}}},
    {HEAD "actuals:\n  - as_of: 2024-06-30\n    claims: {htx_new: {share_of: htx_total}}\n",
     {{MSG_MISSING_KEY, 5, 14}}},
    {HEAD "actuals:\n  - as_of: 2024-06-30\n    notes: {htx_new: 5 xã, 10 thôn}\n",
     {{MSG_CUT_BY_COMMA, 5, 28}}},
    {HEAD "targets:\n  htx_new: {at_least: 3, by: Sở, Tỉnh}\n", {{MSG_CUT_BY_COMMA, 4, 34}}},
    {HEAD "source: Công văn #12\n", {{MSG_CUT_BY_HASH, 3, 18}}},
    {HEAD "source: Công văn  # nêu miệng\n", {{0}}},
    {"orgs: {bắc: {name: A}}\n", {{MSG_BAD_ID, 1, 8}}},
    {"orgs: {a_b: {name: A}}\n", {{MSG_BAD_ID, 1, 8}}},
    {"orgs: {bn: {name: A}}\n", {{MSG_DEFINED_TWICE, 1, 8}}},
    {"indicators: {x: {kind: flow, unit: HTX}}\n", {{MSG_MISSING_KEY, 1, 14}}},
    {"indicators: {x: {nam: A, kind: flow, unit: HTX}}\n", {{MSG_UNKNOWN_KEY, 1, 18}}},
    {"indicators: {x: {name: A, kind: flow}}\n", {{MSG_MISSING_KEY, 1, 14}}},
    {"indicators: {x: {name: A, unit: HTX, kind: stok}}\n", {{MSG_BAD_CHOICE, 1, 44}}},
    {"indicators: {x: {name: tốt, khá, unit: HTX, kind: flow}}\n", {{MSG_CUT_BY_COMMA, 1, 29}}},
    /* numbers and units */
    {HEAD "targets: {htx_new: 30 - 40}\n", {{MSG_RANGE_DASH, 3, 20}}},
    {HEAD "targets: {htx_new: 30..40}\n", {{MSG_RANGE_DASH, 3, 20}}},
    {HEAD "targets: {good: trên 60%}\n", {{MSG_BAD_OPERATOR, 3, 17}}},
    {HEAD "targets: {good: \"> 60\"}\n", {{MSG_BAD_OPERATOR, 3, 18}}},
    {HEAD "targets: {htx_new: 3 xã}\n", {{MSG_UNIT_UNKNOWN, 3, 22}}},
    {HEAD "targets: {htx_new: 1.200}\n", {{MSG_THREE_DECIMALS, 3, 20}}},
    {HEAD "targets: {htx_new: {from: 40, to: 30}}\n", {{MSG_RANGE_ORDER, 3, 35}}},
    {HEAD "targets: {htx_new: {within: [40, 30]}}\n", {{MSG_RANGE_ORDER, 3, 34}}},
    {HEAD "targets: {htx_new: {at_least: 3, weight: -1}}\n", {{MSG_TOO_SMALL, 3, 42}}},
    {HEAD "targets: {htx_new: {about: 3, tolerance: -1}}\n", {{MSG_TOO_SMALL, 3, 42}}},
    {HEAD "targets: {htx_new: {grow_by: mười}}\n", {{MSG_NOT_A_NUMBER, 3, 30}}},
    {HEAD "actuals:\n  - as_of: 2024-06-30\n    values: {income: 5..3}\n",
     {{MSG_RANGE_ORDER, 5, 22}}},
    {HEAD "actuals:\n  - as_of: 2024-06-30\n    claims: {htx_new: {attainment: 50,5%}}\n",
     {{MSG_COMMA, 5, 36}}},
    {HEAD "actuals:\n  - as_of: 2024-06-30\n    claims: {htx_new: {attainment: 50.123%}}\n", {{0}}},
    {"orgs: {x: {members_total: 2.5}}\n", {{MSG_NOT_A_COUNT, 1, 27}}},
    {"orgs: {x: {members_total: -2}}\n", {{MSG_TOO_SMALL, 1, 27}}},
    {"edges: {slipping: 0%}\n", {{MSG_TOO_SMALL, 1, 19}}},
    /* dates */
    {HEAD "targets: {htx_new: {at_least: 3, date: 30/06/2024}}\n", {{MSG_BAD_DATE, 3, 40}}},
    {HEAD "targets: {htx_new: {at_least: 3, date: 2024-02-30}}\n", {{MSG_NO_SUCH_DAY, 3, 40}}},
    {HEAD "targets: {htx_new: {at_least: 3, during: 2024}}\n", {{MSG_BAD_PERIOD, 3, 42}}},
    {HEAD "targets: {htx_new: {at_least: 3, during: 2023-H2}}\n", {{MSG_OUTSIDE_YEAR, 3, 42}}},
    {HEAD "targets: {htx_new: {at_least: 3, date: 2025-01-01}}\n", {{MSG_OUTSIDE_YEAR, 3, 40}}},
    {HEAD "targets: {htx_new: {at_least: 3, date: 2023-12-01}}\n", {{0}}},
    {HEAD "targets: {htx_new: {at_least: 3, milestones: {2023-03-31: 20%}}}\n",
     {{MSG_OUTSIDE_YEAR, 3, 47}}},
    {HEAD "targets: {htx_new: {at_least: 3, milestones: {31/3: 20%}}}\n", {{MSG_BAD_DATE, 3, 47}}},
    {HEAD "actuals:\n  - as_of: 2023-06-30\n    values: {htx_new: 3}\n",
     {{MSG_OUTSIDE_YEAR, 4, 12}}},
    {HEAD "actuals:\n  - during: 2023-12\n    values: {htx_new: 3}\n", {{MSG_OUTSIDE_YEAR, 4, 13}}},
    {"year: 24\norg: bn\ntargets: {htx_new: 3}\n", {{MSG_BAD_YEAR, 1, 7}}},
    {HEAD "year_window: {from: 2024-12-14, to: 2023-12-15}\n", {{MSG_BAD_WINDOW, 3, 37}}},
    {HEAD "year_window: {from: 2023-12-15, to: 2024-12-15}\n", {{MSG_BAD_WINDOW, 3, 37}}},
    {"indicators: {x: {name: A, unit: HTX, kind: flow, measured: 31/12}}\n",
     {{MSG_BAD_DATE, 1, 60}}},
    /* references and conflicts */
    {HEAD "targets: {htx_nwe: 3}\n", {{MSG_UNKNOWN_INDICATOR, 3, 11}}},
    {HEAD "actuals:\n  - as_of: 2024-06-30\n    values: {htx_nwe: 3}\n",
     {{MSG_UNKNOWN_INDICATOR, 5, 14}}},
    {HEAD "actuals:\n  - as_of: 2024-06-30\n    notes: {htx_nwe: ghi}\n",
     {{MSG_UNKNOWN_INDICATOR, 5, 13}}},
    {HEAD "actuals:\n  - as_of: 2024-06-30\n    claims: {good: {share_of: a, is: 1%}}\n",
     {{MSG_UNKNOWN_INDICATOR, 5, 31}}},
    {"indicators: {x: {name: A, unit: HTX, kind: flow, part_of: y}}\n",
     {{MSG_UNKNOWN_INDICATOR, 1, 59}}},
    {"org: bnn\nyear: 2024\ntargets: {htx_new: 3, good: 60}\n", {{MSG_UNKNOWN_ORG, 1, 6}}},
    {"orgs: {x: {members: [bn, zz]}}\n", {{MSG_UNKNOWN_ORG, 1, 26}}},
    {"orgs: {x: {members: [bn, yb, bn]}}\n", {{MSG_DEFINED_TWICE, 1, 30}}},
    {"orgs: {x: {members: [bn, yb], members_total: 1}}\n", {{MSG_MEMBERS_TOTAL, 1, 46}}},
    {"orgs: {x: {members: [y]}, y: {members: [x]}}\n", {{MSG_CYCLE, 1, 8}}},
    {"orgs: {x: {predecessors: [x]}}\n", {{MSG_CYCLE, 1, 8}}},
    {"indicators: {x: {name: A, unit: HTX, kind: flow, part_of: x}}\n", {{MSG_CYCLE, 1, 14}}},
    {"indicators: {x: {name: A, kind: share, ratio: {of: htx_new, to: x}}}\n",
     {{MSG_CYCLE, 1, 14}}},
    {HEAD "targets:\n  budget: 3\n", {{MSG_UNKNOWN_INDICATOR, 4, 3}}},
    {HEAD "targets:\n  htx_new: [3, 4]\n", {{MSG_TARGET_TWICE, 4, 16}}},
    {HEAD "targets:\n  htx_new: [{by: A, at_least: 3}, {by: B, at_least: 3}]\n", {{0}}},
    {HEAD "targets:\n  htx_new: {at_least: 3, revised: [{date: 2024-07-01, at_least: 2}, "
          "{date: 2024-07-01, at_least: 1}]}\n",
     {{MSG_TARGET_TWICE, 4, 69}}},
    {HEAD "actuals:\n  - {as_of: 2024-06-30, values: {htx_new: 3}}\n"
          "  - {as_of: 2024-06-30, values: {htx_new: 4}}\n",
     {{MSG_FIGURE_TWICE, 5, 43}}},
    {HEAD "actuals:\n  - {during: 2024-05, values: {htx_new: 3}}\n"
          "  - {during: 2024-Q2, values: {htx_new: 4}}\n",
     {{MSG_FIGURE_TWICE, 4, 41}}},
    {HEAD "actuals:\n  - {during: 2024-06, values: {htx_new: 3}}\n"
          "  - {as_of: 2024-06-30, values: {htx_new: 4}}\n"
          "  - {as_of: 2024-06-30, estimate: true, values: {htx_new: 9}}\n",
     {{0}}},
    {"year: 2024\ntargets:\n  htx_new: 3\n  good: 60\n", {{MSG_NO_ORG, 3, 3}}},
    {"org: bn\ntargets:\n  htx_new: 3\n  good: 60\n", {{MSG_NO_YEAR, 3, 3}}},
    {HEAD "targets: {plan: 3}\n", {{MSG_KIND_MISMATCH, 3, 17}}},
    {HEAD "targets: {plan: {at_least: 3}}\n", {{MSG_KIND_MISMATCH, 3, 18}}},
    {HEAD "targets: {htx_new: {done: true}}\n", {{MSG_KIND_MISMATCH, 3, 21}}},
    {HEAD "actuals:\n  - as_of: 2024-06-30\n    values: {plan: {about: 3}}\n",
     {{MSG_KIND_MISMATCH, 5, 21}}},
    {"indicators: {x: {name: A, unit: HTX, kind: share}}\n", {{MSG_KIND_MISMATCH, 1, 33}}},
    {"indicators: {x: {name: A, kind: share, rollup: sum}}\n", {{MSG_KIND_MISMATCH, 1, 40}}},
    {"indicators: {x: {name: A, unit: HTX, kind: flow, ratio: {of: good, to: weak}}}\n",
     {{MSG_KIND_MISMATCH, 1, 50}}},
    {HEAD "actuals:\n  - during: 2024-05\n    values: {htx_total: 3}\n",
     {{MSG_INCREMENT_KIND, 5, 14}}},
    {HEAD "each_member: {htx_new: 3, good: 60}\n", {{MSG_NOT_A_GROUP, 3, 15}}},
    /* nothing that uses a wrong declaration is said to be unknown */
    {HEAD "indicators: {x: {name: A, kind: flaw, unit: HTX}}\ntargets: {x: 3}\n",
     {{MSG_BAD_CHOICE, 3, 33}}},
    /* all in one run */
    {HEAD "targets:\n  htx_new: {at_least: 30 - 40, date: 31/12/2024, wieght: 2}\n",
     {{MSG_RANGE_DASH, 4, 23}, {MSG_BAD_DATE, 4, 38}, {MSG_UNKNOWN_KEY, 4, 50}}},
    /* sections whose lines are all comments */
    {HEAD "targets:\n  # htx_new: 30\n", {{0}}},
};

/* Some files, and the book that they make. */
struct reading_of {
    struct sources sources;
    struct findings findings;
    struct book book;
};

static void add(struct reading_of *r, const char *name, const char *yaml) {
    size_t n = strlen(yaml);
    char *text = mem_alloc(n + 1);
    memcpy(text, yaml, n + 1);
    sources_add(&r->sources, name, text, n);
}

static void read_two(struct reading_of *r, const char *first, const char *second) {
    memset(r, 0, sizeof *r);
    book_init(&r->book);
    add(r, "shared.yaml", first);
    if (second != NULL) {
        add(r, "test.yaml", second);
    }
    read_book(&r->sources, 1, NULL, &r->book, &r->findings);
    findings_sort(&r->findings);
}

static void clear(struct reading_of *r) {
    book_clear(&r->book);
    findings_clear(&r->findings);
    sources_clear(&r->sources);
}

static void print_findings(const struct reading_of *r) {
    for (ptrdiff_t i = 0; i < arrlen(r->findings.items); i++) {
        const struct finding *f = &r->findings.items[i];
        print_message("  %s in %s at %u:%u: %s\n", message_of(f->code)->id,
                      sources_name(&r->sources, f->place.file), f->place.line, f->place.column,
                      f->words[0] != NULL ? f->words[0] : "");
    }
}

static bool as_expected(const struct reading_of *r, const struct row *row) {
    size_t n = 0;
    while (n < MOST_FINDINGS && row->found[n].line != 0) {
        n++;
    }
    bool same = arrlenu(r->findings.items) == n;
    for (size_t i = 0; same && i < n; i++) {
        const struct finding *f = &r->findings.items[i];
        same = f->code == row->found[i].code && f->place.line == row->found[i].line &&
               f->place.column == row->found[i].column && f->place.file == 1;
    }
    return same;
}

static void test_findings(void **state) {
    (void)state;
    int wrong = 0;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct reading_of r;
        read_two(&r, shared, rows[i].yaml);
        if (!as_expected(&r, &rows[i])) {
            print_message("row %zu:\n%s", i, rows[i].yaml);
            print_findings(&r);
            wrong++;
        }
        clear(&r);
    }
    assert_int_equal(wrong, 0);
}

/* ---- the book ---- */

static struct reading_of book_of(const char *yaml) {
    struct reading_of r;
    read_two(&r, shared, yaml);
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
    clear(&r);
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
    clear(&r);
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
        assert_int_equal(arrlen(r.book.targets), 1);
        const struct bounds *bounds = &r.book.targets[0].bounds;
        assert_int_equal(bounds->kind, row->kind);
        assert_bound(bounds->low, row->low);
        assert_bound(bounds->high, row->high);
        assert_bound(bounds->tolerance, row->tolerance);
        assert_bound(bounds->grow, row->grow);
        assert_bound(bounds->base, row->base);
        clear(&r);
    }
}

static void test_target(void **state) {
    (void)state;
    struct reading_of r =
        book_of(HEAD "source: Nghị quyết\n"
                     "targets:\n"
                     "  htx_new:\n"
                     "    - {at_least: 10, during: 2024-H2, date: 2024-07-08, by: Tỉnh, quote: từ, "
                     "weight: 2.5}\n"
                     "    - at_least: 240\n"
                     "      source: Thông báo\n"
                     "      milestones: {2024-06-30: 45%, 2024-03-31: 20%}\n"
                     "      revised:\n"
                     "        - {date: 2024-09-01, at_least: 210}\n"
                     "        - {date: 2024-07-08, at_least: 220, by: QĐ 12, why: lũ}\n"
                     "  income: {grow_by: 5%, base: 60, revised: {date: 2023-07-01, grow_by: 4%}, "
                     "org: yb, year: 2023, pace: none}\n"
                     "each_member: {good: {at_least: 20, org: tb}}\n");
    const struct target *t = r.book.targets;
    assert_int_equal(arrlen(t), 4);
    assert_string_equal(t[0].during_text, "2024-H2");
    assert_date(t[0].during.first, "2024-07-01");
    assert_date(t[0].during.last, "2024-12-31");
    assert_date(t[0].date, "2024-07-08");
    assert_string_equal(t[0].by, "Tỉnh");
    assert_string_equal(t[0].quote, "từ");
    assert_string_equal(t[0].source, "Nghị quyết");
    assert_ratio(t[0].weight, "2.5");
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
    clear(&r);
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
    struct figure *f = r.book.figures;
    assert_int_equal(arrlen(f), 9);
    for (size_t i = 1; i < arrlenu(f); i++) { /* kept in the order of look-up */
        assert_true(f[i - 1].org <= f[i].org);
    }
    qsort(f, arrlenu(f), sizeof *f, by_place);
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
    clear(&r);
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
    clear(&r);
}

static void test_window(void **state) {
    (void)state;
    struct reading_of r = book_of(HEAD "year_window: {from: 2023-12-15, to: 2024-12-14}\n"
                                       "actuals: [{as_of: 2023-12-20, values: {htx_new: 1}}]\n"
                                       "targets: {htx_new: {at_least: 3, during: 2024-H2}}\n");
    assert_int_equal(arrlen(r.book.org_years), 1);
    assert_int_equal(r.book.figures[0].year, 2024);
    assert_date(r.book.targets[0].during.last, "2024-12-14");
    assert_date(book_window(&r.book, book_org(&r.book, "bn"), 2024).first, "2023-12-15");
    clear(&r);
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
    clear(&r);
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
    clear(&r);
}

/* Said twice the same way is no conflict; differently is one, and both places are named. */
static void test_conflicts(void **state) {
    (void)state;
    struct reading_of r;
    read_two(&r, "edges: {slipping: 85%}\n", "edges: {slipping: 85%, over: 110%}\n");
    assert_int_equal(arrlen(r.findings.items), 0);
    clear(&r);
    read_two(&r, "edges: {slipping: 85%}\n", "edges: {slipping: 80%}\n");
    assert_int_equal(arrlen(r.findings.items), 1);
    assert_int_equal(r.findings.items[0].code, MSG_TARGET_CONFLICT);
    assert_int_equal(r.findings.items[0].place.file, 1);
    assert_int_equal(r.findings.items[0].related.file, 0);
    clear(&r);
    read_two(&r, HEAD "orgs: {bn: {}}\nyear_window: {from: 2023-12-15, to: 2024-12-14}\n",
             HEAD "year_window: {from: 2023-12-16, to: 2024-12-15}\n");
    assert_int_equal(arrlen(r.findings.items), 1);
    assert_int_equal(r.findings.items[0].code, MSG_TARGET_CONFLICT);
    clear(&r);
}

/* What is declared later, in another file, is found all the same. */
static void test_any_order(void **state) {
    (void)state;
    struct reading_of r;
    read_two(&r, HEAD "targets: {htx_new: 30}\n", shared);
    assert_int_equal(arrlen(r.findings.items), 0);
    assert_int_equal(arrlen(r.book.targets), 1);
    clear(&r);
}

/* A cycle is broken, so that nobody who walks the book walks round for ever. */
static void test_cycles_broken(void **state) {
    (void)state;
    struct reading_of r;
    read_two(&r, "orgs: {a: {members: [b]}, b: {members: [c, a]}, c: {members: [b]}}\n", NULL);
    assert_int_equal(arrlen(r.findings.items), 2);
    assert_int_equal(arrlen(r.book.orgs[0].members), 1);
    assert_int_equal(arrlen(r.book.orgs[1].members), 1);
    assert_int_equal(arrlen(r.book.orgs[2].members), 0);
    clear(&r);
}

/* The key that somebody meant. */
static void test_nearest(void **state) {
    (void)state;
    static const char *const cases[][2] = {
        {"chỉ tiêu: {}\n", "indicators"}, {"Kế hoạch: {}\n", "targets"},
        {"thực hiện: {}\n", "actuals"},   {"indicator: {}\n", "indicators"},
        {"nguồn: a\n", "source"},         {"zzzzzzzz: a\n", NULL},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct reading_of r;
        read_two(&r, cases[i][0], NULL);
        assert_int_equal(arrlen(r.findings.items), 1);
        assert_int_equal(r.findings.items[0].code, MSG_UNKNOWN_KEY);
        if (cases[i][1] == NULL) {
            assert_null(r.findings.items[0].words[1]);
        } else {
            assert_non_null(r.findings.items[0].words[1]);
            assert_string_equal(r.findings.items[0].words[1], cases[i][1]);
        }
        clear(&r);
    }
}

/* The date that somebody meant. */
static void test_dates_meant(void **state) {
    (void)state;
    static const char *const cases[][2] = {
        {"30/06/2024", "2024-06-30"}, {"30-6-2024", "2024-06-30"}, {"2024-6-3", "2024-06-03"},
        {"2024-06-3", "2024-06-03"},  {"2024-6-30", "2024-06-30"}, {"2024-06", "2024-06-30"},
        {"cuối năm", NULL},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct reading_of r;
        char yaml[96];
        snprintf(yaml, sizeof yaml, "orgs: {a: {from: %s}}\n", cases[i][0]);
        read_two(&r, yaml, NULL);
        assert_int_equal(arrlen(r.findings.items), 1);
        assert_int_equal(r.findings.items[0].code, MSG_BAD_DATE);
        const char *meant = r.findings.items[0].words[1];
        assert_string_equal(meant != NULL ? meant : "", cases[i][1] != NULL ? cases[i][1] : "");
        clear(&r);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_findings),
        cmocka_unit_test(test_orgs),
        cmocka_unit_test(test_indicators),
        cmocka_unit_test(test_bounds),
        cmocka_unit_test(test_target),
        cmocka_unit_test(test_figures),
        cmocka_unit_test(test_claims),
        cmocka_unit_test(test_window),
        cmocka_unit_test(test_overrides_and_edges),
        cmocka_unit_test(test_reports),
        cmocka_unit_test(test_conflicts),
        cmocka_unit_test(test_any_order),
        cmocka_unit_test(test_cycles_broken),
        cmocka_unit_test(test_nearest),
        cmocka_unit_test(test_dates_meant),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
