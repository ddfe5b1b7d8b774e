/* SPDX-License-Identifier: MIT */
/* A survey gives the same rows at once or piece by piece, however many threads judge. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <string.h>

#include "book_maker.h"
#include "long_form.h"
#include "mem.h"
#include "reader.h"
#include "renderers.h"

enum { COMMUNES = 60, DISTRICTS = 6 };

static const char shared[] =
    "indicators:\n"
    "  htx: {name: Tổng số HTX, unit: HTX, kind: stock}\n"
    "  htx_nn: {name: HTX nông nghiệp, unit: HTX, kind: stock, part_of: htx}\n"
    "  new: {name: HTX mới, unit: HTX, kind: flow}\n"
    "  ty_le: {name: Tỷ lệ, unit: \"%\", kind: share, ratio: {of: htx_nn, to: htx}}\n"
    "  xong: {name: Đề án, kind: done}\n";

/* Figures of a commune: some report nothing, some late, some an odd number, some beyond a target.
 */
static void add_commune(struct buffer *out, int i, const char *first) {
    buffer_format(out, "org: x%02d\nyear: 2024\ntargets:\n  htx: %d\n  htx_nn: %d\n", i, 30 + i,
                  20);
    if (i % 3 == 0) {
        buffer_text(out, "  xong: done\n");
    }
    if (i % 7 != 6) {
        buffer_format(out, "actuals:\n  - as_of: 2024-0%d-30\n    values:\n", i % 5 == 4 ? 4 : 6);
        buffer_format(out, "      htx: %s\n      htx_nn: %d\n      new: %d\n", first, 19 + i % 4,
                      (i * 7) % 11);
        buffer_format(out, "    claims:\n      htx_nn: {share_of: htx, is: %d.5%%}\n", 40 + i);
        buffer_format(out, "      htx: {attainment: %d%%}\n", 60 + i);
    }
}

/* Groups of groups, declared before their members: rows of the first depend on the last figures. */
static void add_groups(struct buffer *out) {
    buffer_text(out, "org: nuoc\nyear: 2024\norgs:\n  nuoc: {name: Nước, members: [");
    for (int d = 0; d < DISTRICTS; d++) {
        buffer_format(out, "%sh%d", d > 0 ? ", " : "", d);
    }
    buffer_text(out, "]}\n");
    for (int d = 0; d < DISTRICTS; d++) {
        buffer_format(out, "  h%d: {name: \"Huyện, \\\"%d\\\"\", members: [", d, d);
        for (int i = d; i < COMMUNES; i += DISTRICTS) {
            buffer_format(out, "%sx%02d", i > d ? ", " : "", i);
        }
        buffer_text(out, "]}\n");
    }
    for (int i = 0; i < COMMUNES; i++) {
        buffer_format(out, "  x%02d: {name: Xã %d}\n", i, i);
    }
    buffer_text(out, "each_member:\n  new: {at_least: 30}\ntargets:\n  htx: 2000\n");
}

struct made {
    struct sources sources;
    struct findings findings;
    struct book book;
};

static void add_source(struct made *made, const char *name, struct buffer *text) {
    size_t n = arrlenu(text->text);
    char *copy = mem_alloc(n + 1);
    memcpy(copy, text->text, n);
    sources_add(&made->sources, name, copy, n);
    buffer_clear(text);
}

/* last: the first figure of the last commune. */
static void make(struct made *made, const char *last) {
    static char names[COMMUNES][16];
    struct buffer text = {0};
    *made = (struct made){0};
    book_init(&made->book);
    buffer_text(&text, shared);
    add_source(made, "shared.yaml", &text);
    add_groups(&text);
    add_source(made, "groups.yaml", &text);
    buffer_text(&text, "org: h2\nyear: 2024\ntargets: {htx: 700}\n");
    add_source(made, "h2.yaml", &text);
    for (int i = 0; i < COMMUNES; i++) {
        char figure[32];
        snprintf(figure, sizeof figure, "%d", 25 + i);
        add_commune(&text, i, i == COMMUNES - 1 ? last : figure);
        snprintf(names[i], sizeof names[i], "x%02d.yaml", i);
        add_source(made, names[i], &text);
    }
    read_book(&made->sources, 1, NULL, &made->book, &made->findings);
    for (ptrdiff_t i = 0; i < arrlen(made->findings.items); i++) {
        const struct finding *f = &made->findings.items[i];
        print_message("%s %s:%u\n", message_of(f->code)->id,
                      sources_name(&made->sources, f->place.file), f->place.line);
    }
    assert_int_equal(findings_count(&made->findings, SEVERITY_ERROR), 0);
}

static void unmake(struct made *made) {
    book_clear(&made->book);
    findings_clear(&made->findings);
    sources_clear(&made->sources);
}

/* How a survey is judged. */
struct way {
    bool rows; /* at once */
    int jobs;
};

/* Surveys and writes; the text is terminated. */
static void write_all(struct made *made, const struct selection *selection,
                      const struct long_form *form, const struct way *way, struct buffer *out) {
    struct survey survey;
    struct scorecard card;
    struct demand demand = {.rows = way->rows, .checks = form != &csv_form};
    size_t before = arrlenu(made->findings.items);
    survey_begin(&survey, &made->book, selection, way->jobs);
    struct magnitude least = survey_least(&survey);
    survey_judge(&survey, &demand, &card, &made->findings);
    assert_in_range(least.rows, 0, card.row_count);
    assert_in_range(least.orgs, 0, card.org_count);
    assert_int_equal(arrlenu(made->findings.items), before);
    struct long_report report = {
        .card = &card,
        .survey = way->rows ? NULL : &survey,
        .sources = &made->sources,
        .findings = &made->findings,
    };
    const struct style style = {.jobs = way->jobs};
    if (form != NULL) {
        render_long(out, form, &report, way->jobs, NULL);
    } else {
        render_status_text(out, &report, &style);
    }
    buffer_put(out, "", 1);
    scorecard_clear(&card);
    survey_clear(&survey);
}

static const struct way at_once = {true, 1};
static const struct way ways[] = {{true, 3}, {false, 1}, {false, 2}, {false, 4}};

static void expect_same(struct made *made, const struct selection *selection) {
    static const struct long_form *const forms[] = {&csv_form, &json_form,
                                                    NULL}; /* the terminal's */
    for (size_t f = 0; f < sizeof forms / sizeof *forms; f++) {
        struct buffer whole = {0};
        write_all(made, selection, forms[f], &at_once, &whole);
        for (size_t i = 0; i < sizeof ways / sizeof *ways; i++) {
            struct buffer pieces = {0};
            write_all(made, selection, forms[f], &ways[i], &pieces);
            if (strcmp(pieces.text, whole.text) != 0) {
                fail_msg("form %zu, way %zu: another text", f, i);
            }
            buffer_clear(&pieces);
        }
        buffer_clear(&whole);
    }
}

static size_t count(const char *text, const char *what) {
    size_t n = 0;
    for (const char *at = text; (at = strstr(at, what)) != NULL; at++) {
        n++;
    }
    return n;
}

/* That the book has something of everything that stands in rows or behind them. */
static void test_book_is_rich(void **state) {
    (void)state;
    struct made made;
    struct selection all = {0};
    struct buffer text = {0};
    make(&made, "84");
    write_all(&made, &all, &json_form, &at_once, &text);
    assert_true(count(text.text, "\"status_label\"") > 200);
    assert_true(count(text.text, "\"verdict\": \"agrees\"") > 0);
    assert_true(count(text.text, "\"verdict\": \"differs\"") > 50);
    assert_true(count(text.text, "\"of\": \"targets\"") > 50);
    assert_true(count(text.text, "\"members_assigned\"") > 0);
    assert_true(count(text.text, "\"assigned_by_org\": \"nuoc\"") > 0);
    assert_true(count(text.text, "\"status\": \"no_report\"") > 5);
    buffer_clear(&text);
    unmake(&made);
}

static void test_pieces(void **state) {
    (void)state;
    struct made made;
    make(&made, "84");
    const int32_t some[] = {book_org(&made.book, "x59"), book_org(&made.book, "h2")};
    const int32_t one[] = {book_indicator(&made.book, "new")};
    const struct selection selections[] = {
        {.year = 0},
        {.year = 2024, .as_of = {2024, 5, 1}},
        {.only = 1U << STATUS_NO_REPORT | 1U << STATUS_SLIPPING},
        {.orgs = some, .orgs_count = 2},
        {.indicators = one, .indicators_count = 1},
    };
    for (size_t i = 0; i < sizeof selections / sizeof *selections; i++) {
        expect_same(&made, &selections[i]);
    }
    unmake(&made);
}

/* A year of which nobody has anything; a status that no row has. */
static void test_nothing(void **state) {
    (void)state;
    struct made made;
    make(&made, "84");
    expect_same(&made, &(struct selection){.year = 1990});
    expect_same(&made, &(struct selection){.only = 1U << STATUS_WITHIN});
    struct buffer text = {0};
    write_all(&made, &(struct selection){.year = 1990}, &json_form, &ways[3], &text);
    assert_non_null(strstr(text.text, "\"rows\": [],\n \"summary\": {\"goals\": 0,"));
    buffer_clear(&text);
    unmake(&made);
}

/* Only the last organisation's figure is too large: known before anything is written. */
static void test_late_overflow(void **state) {
    (void)state;
    struct made made;
    make(&made, "0.000000000000000001");
    int32_t late = (int32_t)targets_count(&made.book.targets) - 2;
    struct target large = targets_get(&made.book.targets, late);
    large.bounds.low = (struct ratio){(int128)1 << 120, 1};
    set_target(&made.book, late, &large);
    for (size_t i = 0; i < sizeof ways / sizeof *ways; i++) {
        struct survey survey;
        struct scorecard card;
        struct findings findings = {0};
        struct demand demand = {.rows = ways[i].rows};
        survey_begin(&survey, &made.book, &(struct selection){0}, ways[i].jobs);
        survey_judge(&survey, &demand, &card, &findings);
        assert_true(arrlen(findings.items) > 0);
        assert_int_equal(findings.items[0].code, MSG_OVERFLOW);
        findings_clear(&findings);
        scorecard_clear(&card);
        survey_clear(&survey);
    }
    unmake(&made);
}

/* What --fail-on asks for is known without the rows, and is of those that --only leaves. */
static void test_statuses(void **state) {
    (void)state;
    struct made made;
    make(&made, "84");
    for (size_t i = 0; i < sizeof ways / sizeof *ways; i++) {
        for (unsigned only = 0; only < 1U << STATUS_COUNT; only = only * 2 + (only == 0)) {
            struct survey survey;
            struct scorecard card;
            struct scorecard whole;
            struct demand demand = {.rows = ways[i].rows};
            struct selection selection = {.only = only};
            unsigned statuses = 0;
            survey_begin(&survey, &made.book, &selection, ways[i].jobs);
            survey_judge(&survey, &demand, &card, &made.findings);
            ask_book(&whole, &made.book, &selection, &made.findings);
            for (ptrdiff_t r = 0; r < arrlen(whole.rows); r++) {
                statuses |= 1U << whole.rows[r].status;
            }
            assert_int_equal(card.statuses, statuses);
            assert_int_equal(card.row_count, arrlenu(whole.rows));
            assert_int_equal(card.goals, whole.goals);
            assert_memory_equal(card.count, whole.count, sizeof card.count);
            scorecard_clear(&card);
            scorecard_clear(&whole);
            survey_clear(&survey);
        }
    }
    unmake(&made);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_book_is_rich), cmocka_unit_test(test_pieces),
        cmocka_unit_test(test_nothing),      cmocka_unit_test(test_late_overflow),
        cmocka_unit_test(test_statuses),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
