/* SPDX-License-Identifier: MIT */
/* What is computed for a book is counted; where it is too much, the same is said by any number of
 * threads, and nothing else. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#include "audit.h"
#include "book_maker.h"
#include "effort.h"
#include "mem.h"
#include "reader.h"
#include "survey.h"

/* ---- counting ---- */

static void test_limit(void **state) {
    (void)state;
    static const struct {
        size_t bytes;
        size_t spent;
        bool over;
    } rows[] = {
        {0, 0, false},
        {0, 5000000, false},
        {0, 5000001, true},
        {1000, 5001000, false},
        {1000, 5001001, true},
        {30 << 20, 36457280, false},
        {30 << 20, 36457281, true},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct effort effort = effort_begin(rows[i].bytes);
        effort_spend(&effort, rows[i].spent);
        assert_int_equal(effort_is_spent(&effort), rows[i].over);
        assert_int_equal(effort_spent(&effort), rows[i].spent);
    }
    effort_spend(NULL, 1000);
    effort_note(NULL, 1, 0);
    assert_int_equal(effort_spent(NULL), 0);
    assert_false(effort_is_spent(NULL));
}

/* Of all organisations the first that has cost most, over threads too. */
static void test_heaviest(void **state) {
    (void)state;
    struct effort all = effort_begin(0);
    struct effort mine = effort_begin(0);
    assert_int_equal(all.heaviest, NONE);
    static const struct {
        int32_t org;
        size_t steps;
        int32_t heaviest;
    } rows[] = {{7, 0, NONE}, {3, 5, 3}, {4, 5, 3}, {2, 9, 2}, {9, 1, 2}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        uint64_t since = effort_spent(&mine);
        effort_spend(&mine, rows[i].steps);
        effort_note(&mine, rows[i].org, since);
        assert_int_equal(mine.heaviest, rows[i].heaviest);
    }
    effort_add(&all, &mine);
    effort_add(&all, &mine);
    assert_int_equal(all.spent, 40);
    assert_int_equal(all.heaviest, 2);
    assert_int_equal(all.of_it, 9);
}

/* ---- a book ---- */

enum { MEMBERS = 60, GOALS = 50, GROUPS = 12 };

static struct book book;

/* Groups of the same members, one of them with a goal of each; all report some. */
static void make(void) {
    struct buffer text = {0};
    struct findings findings = {0};
    struct sources sources = {0};
    buffer_text(&text, "year: 2024\norg: g0\norgs:\n");
    for (int g = 0; g < GROUPS; g++) {
        buffer_format(&text, "  g%d: {name: Cụm %d, members: [o0", g, g);
        for (int i = 1; i < MEMBERS; i++) {
            buffer_format(&text, ", o%d", i);
        }
        buffer_format(&text, "%s}\n", g + 1 < GROUPS && g > 0 ? "]" : ", x]");
    }
    buffer_text(&text, "  x: {name: Xã không báo cáo}\n");
    for (int i = 0; i < MEMBERS; i++) {
        buffer_format(&text, "  o%d: {name: Xã %d}\n", i, i);
    }
    buffer_text(&text, "indicators:\n");
    for (int i = 0; i < GOALS; i++) {
        buffer_format(&text, "  i%d: {name: Bình quân %d, unit: HTX, kind: average, weight: w}\n",
                      i, i);
    }
    buffer_text(&text, "  w: {name: Số HTX, unit: HTX, kind: stock}\neach_member:\n");
    for (int i = 0; i < GOALS; i++) {
        buffer_format(&text, "  i%d: 9\n", i);
    }
    buffer_text(&text, "actuals:\n");
    for (int i = 0; i < MEMBERS; i++) {
        buffer_format(&text, "  - {org: o%d, as_of: 2024-06-%d, values: {w: 2", i, 10 + i % 20);
        for (int k = 0; k < GOALS; k++) {
            buffer_format(&text, ", i%d: %d", k, (i + k) % 19);
        }
        buffer_text(&text, "}}\n");
    }
    size_t n = arrlenu(text.text);
    char *copy = mem_alloc(n + 1);
    memcpy(copy, text.text, n);
    buffer_clear(&text);
    sources_add(&sources, "so.yaml", copy, n);
    book_init(&book);
    read_book(&sources, 1, NULL, &book, &findings);
    assert_int_equal(findings_count(&findings, SEVERITY_ERROR), 0);
    assert_int_equal(book.bytes, n);
    findings_clear(&findings);
    sources_clear(&sources);
}

/* From now on no more than so many steps may be computed. */
static void allow(uint64_t steps) {
    book.bytes = (size_t)(steps - effort_begin(0).most); /* below 0 goes round, and back again */
    assert_int_equal(effort_begin(book.bytes).most, steps);
}

/* What all pieces together cost. */
static void judge(int jobs, struct findings *findings) {
    struct survey survey;
    struct scorecard card;
    struct demand demand = {.checks = true};
    survey_begin(&survey, &book, &(struct selection){0}, jobs);
    survey_judge(&survey, &demand, &card, findings);
    scorecard_clear(&card);
    survey_clear(&survey);
}

static void check(int jobs, struct findings *findings) {
    audit_book(&book, jobs, findings);
}

static bool is_too_much(const struct findings *findings) {
    bool is = arrlen(findings->items) > 0 && findings->items[0].code == MSG_TOO_MUCH;
    assert_true(!is || arrlen(findings->items) == 1); /* of half of a book nothing else */
    return is;
}

/* The least limit within which all is computed; every number of threads agrees on both sides. */
static void expect_edge(void (*compute)(int jobs, struct findings *findings), uint64_t least) {
    uint64_t low = 0;
    uint64_t high = effort_begin(0).most;
    while (high - low > 1) {
        uint64_t middle = low + (high - low) / 2;
        struct findings findings = {0};
        allow(middle);
        compute(1, &findings);
        bool over = is_too_much(&findings);
        low = over ? middle : low;
        high = over ? high : middle;
        findings_clear(&findings);
    }
    assert_in_range(high, least, 20 * least);
    for (uint64_t limit = high - 1; limit <= high; limit++) {
        for (int jobs = 1; jobs <= 5; jobs++) {
            struct findings findings = {0};
            allow(limit);
            compute(jobs, &findings);
            assert_int_equal(is_too_much(&findings), limit < high);
            if (limit < high) {
                assert_string_equal(findings.items[0].words[0], book.orgs[0].name);
                assert_int_equal(findings.items[0].place.line, book.orgs[0].place.line);
            }
            findings_clear(&findings);
        }
    }
}

static void test_edges(void **state) {
    (void)state;
    make();
    expect_edge(judge, MEMBERS * GOALS * (STEPS_ROW + 2 * STEPS_JUDGED));
    expect_edge(check, GROUPS * MEMBERS * GOALS * STEPS_MEMBER / 2);
    book_clear(&book);
}

/* Whoever has been judged within the limit is judged as of another day without one. */
static void test_again(void **state) {
    (void)state;
    make();
    allow(1);
    struct findings findings = {0};
    struct survey survey;
    struct scorecard card;
    survey_begin(&survey, &book, &(struct selection){0}, 2);
    survey_judge(&survey, &(struct demand){.again = true}, &card, &findings);
    assert_int_equal(arrlen(findings.items), 0);
    assert_in_range(card.row_count, MEMBERS * GOALS, 2 * MEMBERS * GOALS);
    scorecard_clear(&card);
    survey_clear(&survey);
    book_clear(&book);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_limit),
        cmocka_unit_test(test_heaviest),
        cmocka_unit_test(test_edges),
        cmocka_unit_test(test_again),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
