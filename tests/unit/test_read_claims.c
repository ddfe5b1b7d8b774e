/* SPDX-License-Identifier: MIT */
/* From files to a book: what is published, confirmed, set by hand; breakdowns, English, and the
 * months of a year that is not the calendar's. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
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

static void assert_date(struct date date, const char *expected) {
    char text[DATE_TEXT];
    assert_string_equal(date_print(date, text), expected);
}

static void assert_printed(const struct claim *claim, enum claim_kind kind, enum hedge hedge,
                           int64_t units, int scale) {
    assert_int_equal(claim->kind, kind);
    assert_int_equal(claim->hedge, hedge);
    assert_int_equal(claim->printed.units, units);
    assert_int_equal(claim->printed.scale, scale);
}

static void test_kinds_of_claims(void **state) {
    (void)state;
    struct reading_of r = book_of(
        HEAD
        "actuals:\n"
        "  - as_of: 2024-06-30\n"
        "    claims:\n"
        "      htx_total: [{growth: -8.9%}, {change: 38 HTX}, {attainment: {more_than: 54%}},\n"
        "                  {times: {about: 1.5}}, {over: {less_than: 4}}]\n"
        "      htx_new: {share_of: htx_total, is: {less_than: 70%}}\n"
        "      good: [{change: -2.50}, {of_last_year: 54.5%, by: Tỉnh, during: 2024-H1}]\n");
    const struct claim *c = r.book.claims;
    assert_int_equal(arrlen(c), 8);
    assert_printed(&c[0], CLAIM_GROWTH, HEDGE_NONE, -89, 1);
    assert_printed(&c[1], CLAIM_CHANGE, HEDGE_NONE, 38, 0);
    assert_printed(&c[2], CLAIM_ATTAINMENT, HEDGE_MORE_THAN, 54, 0);
    assert_printed(&c[3], CLAIM_TIMES, HEDGE_ABOUT, 15, 1);
    assert_printed(&c[4], CLAIM_OVER, HEDGE_LESS_THAN, 4, 0);
    assert_printed(&c[5], CLAIM_SHARE_OF, HEDGE_LESS_THAN, 70, 0);
    assert_printed(&c[6], CLAIM_CHANGE, HEDGE_NONE, -250, 2);
    assert_date(c[7].during.last, "2024-06-30");
    assert_string_equal(c[7].by, "Tỉnh");
    assert_false(date_known(c[0].during.first));
    reading_of_clear(&r);
}

/* Every claim says what the figures beside it are. */
static void test_entries_of_claims(void **state) {
    (void)state;
    struct reading_of r = book_of(
        HEAD "actuals:\n"
             "  - {as_of: 2024-06-30, headline: {met: 9, of: 13}}\n"
             "  - {during: 2024-05, claims: {htx_new: {attainment: 50%}}}\n"
             "  - {as_of: 2024-07-01, estimate: yes, claims: {htx_new: {attainment: 107%}},\n"
             "     headline: {met: 1, of: 2}}\n");
    const struct claim *c = r.book.claims;
    assert_int_equal(arrlen(c), 4);
    assert_printed(&c[0], CLAIM_HEADLINE, HEDGE_NONE, 9, 0);
    assert_int_equal(c[0].printed_of, 13);
    assert_int_equal(c[0].indicator, NONE);
    assert_int_equal(c[0].org, book_org(&r.book, "bn"));
    assert_int_equal(c[0].entry, FIGURE_LEVEL);
    assert_int_equal(c[1].entry, FIGURE_INCREMENT);
    assert_date(c[1].date, "2024-05-31");
    assert_date(c[1].period.first, "2024-05-01");
    assert_int_equal(c[2].entry, FIGURE_ESTIMATE);
    assert_date(c[2].date, "2024-07-01");
    assert_int_equal(c[3].entry, FIGURE_ESTIMATE);
    assert_int_equal(figures_count(&r.book.figures), 0);
    reading_of_clear(&r);
}

/* 15/12 - 14/12: January ends on 14/01, the halves on 14/06 and 14/12. */
static void test_parts_of_window(void **state) {
    (void)state;
    struct reading_of r = book_of(
        HEAD "year_window: {from: 2023-12-15, to: 2024-12-14}\n"
             "targets:\n"
             "  htx_new:\n"
             "    - {at_least: 1, during: 2024-01}\n"
             "    - {at_least: 3, during: 2024-H2, milestones: {2024-06-15: 20%}}\n"
             "    - {at_least: 2, during: 2024-Q4}\n"
             "actuals: [{during: 2024-01, values: {htx_new: 1}, claims: {htx_new: {change: 1}}}]\n"
             "overrides: {htx_new: {status: incomplete, why: a, by: Tỉnh, during: 2024-H2}}\n");
    assert_date(targets_get(&r.book.targets, 0).during.first, "2023-12-15");
    assert_date(targets_get(&r.book.targets, 0).during.last, "2024-01-14");
    assert_date(targets_get(&r.book.targets, 1).during.first, "2024-06-15");
    assert_date(targets_get(&r.book.targets, 2).during.first, "2024-09-15");
    assert_string_equal(targets_get(&r.book.targets, 2).during_text, "2024-Q4");
    struct figure f = figures_get(&r.book.figures, 0);
    assert_date(f.period.first, "2023-12-15");
    assert_date(f.date, "2024-01-14");
    assert_date(r.book.claims[0].date, "2024-01-14");
    assert_date(r.book.overrides[0].during.last, "2024-12-14");
    assert_string_equal(r.book.overrides[0].by, "Tỉnh");
    assert_int_equal(r.book.overrides[0].status, STATUS_INCOMPLETE);
    reading_of_clear(&r);
}

/* A month belongs to the year whose window has it, wherever the window is declared. */
static void test_year_of_month(void **state) {
    (void)state;
    struct reading_of r;
    read_two(&r,
             "org: bn\nactuals: [{during: 2024-12, values: {htx_new: 1}},\n"
             "  {during: 2025-Q1, values: {htx_new: 2}}]\n",
             "org: bn\nyear: 2025\nyear_window: {from: 2024-11-20, to: 2025-11-19}\n"
             "orgs: {bn: {}}\nindicators: {htx_new: {name: A, unit: HTX, kind: flow}}\n");
    /* 2024-12 is 20/11 - 19/12, the first month of 2025's first quarter: said twice */
    assert_int_equal(arrlen(r.findings.items), 1);
    assert_int_equal(r.findings.items[0].code, MSG_FIGURE_TWICE);
    struct figure f = figures_get(&r.book.figures, 0);
    assert_int_equal(f.year, 2025);
    assert_date(f.period.first, "2024-11-20");
    reading_of_clear(&r);
}

static void test_sure(void **state) {
    (void)state;
    struct reading_of r = book_of(
        HEAD "targets: {htx_new: {at_least: 5, sure: có}, good: 60}\n"
             "actuals:\n"
             "  - {as_of: 2024-06-30, values: {htx_total: {is: 450_300, sure: yes},\n"
             "                                 good: {about: 60, sure: không}}}\n"
             "  - {as_of: 2024-06-30, estimate: yes, values: {htx_new: {about: 30..32}}}\n");
    assert_true(targets_get(&r.book.targets, 0).sure);
    assert_false(targets_get(&r.book.targets, 1).sure);
    int sure = 0;
    for (int32_t i = 0; i < 3; i++) {
        struct figure f = figures_get(&r.book.figures, i);
        sure += f.sure;
        assert_true(f.kind != FIGURE_ESTIMATE ||
                    (f.hedge == HEDGE_ABOUT && ratio_cmp(f.low, f.high) < 0));
    }
    assert_int_equal(sure, 1);
    reading_of_clear(&r);
}

static void test_breakdowns(void **state) {
    (void)state;
    struct reading_of r = book_of(
        "indicators:\n"
        "  a: {name: A, unit: HTX, kind: stock, part_of: htx_total, owner: Phòng A, group: I. X}\n"
        "  b: {name: B, unit: HTX, kind: stock, group: i. X,\n"
        "      part_of: {whole: htx_total, by: Lĩnh vực}}\n"
        "  c: {name: C, unit: HTX, kind: stock,\n"
        "      part_of: {whole: htx_total, by: lĩnh vực, complete: có}}\n"
        "  d: {name: D, unit: triệu đồng, kind: average, accumulates: yes, pace: last_year}\n");
    const struct book *book = &r.book;
    const struct indicator *a = &book->indicators[book_indicator(book, "a")];
    assert_int_equal(a->part_of, book_indicator(book, "htx_total"));
    assert_null(a->part_by);
    assert_false(a->part_complete);
    assert_string_equal(a->owner, "Phòng A");
    /* one spelling, and one says complete for both */
    assert_string_equal(a[1].part_by, "Lĩnh vực");
    assert_string_equal(a[2].part_by, "Lĩnh vực");
    assert_true(a[1].part_complete && a[2].part_complete);
    assert_string_equal(a[1].group, "I. X");
    assert_true(a[3].accumulates);
    assert_false(indicator_is_level(&a[3]));
    reading_of_clear(&r);
}

static void test_english(void **state) {
    (void)state;
    struct reading_of r;
    read_two(&r, "english: {triệu đồng: million dong, người: people, Người: People, HTX: coops}\n",
             "english: {lớp: classes}\n");
    assert_int_equal(arrlen(r.findings.items), 0);
    assert_int_equal(arrlen(r.book.english), 5);
    assert_string_equal(book_english(&r.book, "người"), "people");
    assert_string_equal(book_english(&r.book, "Người"), "People");
    assert_string_equal(book_english(&r.book, "Lớp"), "classes");
    assert_string_equal(book_english(&r.book, "HTX"), "coops");
    assert_null(book_english(&r.book, "xã"));
    assert_null(book_english(&r.book, ""));
    reading_of_clear(&r);
    read_two(&r, "english: {lớp: classes}\n", "english: {lớp: courses}\n");
    assert_int_equal(arrlen(r.findings.items), 1);
    assert_int_equal(r.findings.items[0].code, MSG_DEFINED_TWICE);
    assert_int_equal(r.findings.items[0].related.file, 0);
    assert_string_equal(book_english(&r.book, "lớp"), "classes");
    reading_of_clear(&r);
}

/* One finding for each kind of text, with how many there are. */
static void test_no_english(void **state) {
    (void)state;
    struct reading_of r;
    read_two(&r,
             "orgs: {bn: {name: Tỉnh Bắc Ninh, name_en: Bac Ninh}, x: {}}\n"
             "indicators:\n"
             "  a: {name: Một, unit: người, kind: flow, group: Đầu, owner: Phòng}\n"
             "  b: {name: Hai, unit: lớp, kind: flow, group: Đầu}\n"
             "  c: {name: Ba, name_en: Three, unit: HTX, kind: flow}\n",
             HEAD "english: {Phòng: Office}\n"
                  "actuals: [{as_of: 2024-06-30, values: {a: 1}, notes: {a: tạm tính}}]\n");
    static const struct {
        enum message_code code;
        const char *words[3];
    } expected[] = {
        {MSG_NO_ENGLISH, {"người", "2", "unit"}},
        {MSG_NO_ENGLISH, {"Đầu", "1", "group"}},
        {MSG_NO_ENGLISH_NAME, {"Một", "2", "indicators"}},
        {MSG_NO_ENGLISH, {"tạm tính", "1", "notes"}},
    };
    assert_int_equal(arrlen(r.findings.items), 4);
    for (size_t i = 0; i < 4; i++) {
        bool found = false;
        for (size_t f = 0; f < 4; f++) {
            const struct finding *item = &r.findings.items[f];
            found = found || (item->code == expected[i].code &&
                              strcmp(item->words[0], expected[i].words[0]) == 0 &&
                              strcmp(item->words[1], expected[i].words[1]) == 0 &&
                              strcmp(item->words[2], expected[i].words[2]) == 0);
        }
        assert_true(found);
    }
    reading_of_clear(&r);
}

/* What is declared nowhere is said in one line, the only such id by its own message. */
static void test_elsewhere(void **state) {
    (void)state;
    struct reading_of r;
    read_two(&r,
             HEAD "targets: {htx_new: 3, good: 60}\n"
                  "actuals: [{as_of: 2024-06-30, values: {htx_new: 1, weak: 2}}]\n",
             NULL);
    assert_int_equal(arrlen(r.findings.items), 1);
    assert_int_equal(r.findings.items[0].code, MSG_ELSEWHERE);
    assert_string_equal(r.findings.items[0].words[0], "bn");
    assert_string_equal(r.findings.items[0].words[1], "4");
    reading_of_clear(&r);
    read_two(&r, HEAD "orgs: {bn: {}}\ntargets: {htx_new: 3}\n", NULL);
    assert_int_equal(arrlen(r.findings.items), 1);
    assert_int_equal(r.findings.items[0].code, MSG_UNKNOWN_INDICATOR);
    reading_of_clear(&r);
    read_two(&r, HEAD "orgs: {bn: {}}\ntargets: {htx_new: 3, good: [4]}\n", NULL);
    assert_int_equal(r.findings.items[0].code, MSG_ELSEWHERE);
    reading_of_clear(&r);
}

static void test_attached_to(void **state) {
    (void)state;
    struct reading_of r;
    read_two(&r, "report: {title: \"{period}\", attached_to: \"Kèm theo {year}\"}\n", NULL);
    assert_int_equal(arrlen(r.findings.items), 0);
    assert_string_equal(book_report(&r.book, NONE).attached_to, "Kèm theo {year}");
    assert_string_equal(book_report(&r.book, NONE).title, "{period}");
    reading_of_clear(&r);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_kinds_of_claims),
        cmocka_unit_test(test_entries_of_claims),
        cmocka_unit_test(test_parts_of_window),
        cmocka_unit_test(test_year_of_month),
        cmocka_unit_test(test_sure),
        cmocka_unit_test(test_breakdowns),
        cmocka_unit_test(test_english),
        cmocka_unit_test(test_no_english),
        cmocka_unit_test(test_elsewhere),
        cmocka_unit_test(test_attached_to),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
