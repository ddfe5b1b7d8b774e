/* SPDX-License-Identifier: MIT */
/* Figures as a book keeps them: what comes out is what was put in, packed or whole; their order. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "book_maker.h"
#include "mem.h"

static const struct date mid = {2024, 6, 30};

static void assert_same_ratio(struct ratio a, struct ratio b) {
    assert_true(a.num == b.num && a.den == b.den);
}

static void assert_same_date(struct date a, struct date b) {
    assert_int_equal(a.year, b.year);
    assert_int_equal(a.month, b.month);
    assert_int_equal(a.day, b.day);
}

static void assert_same_place(struct place a, struct place b) {
    assert_int_equal(a.file, b.file);
    assert_int_equal(a.line, b.line);
    assert_int_equal(a.column, b.column);
    assert_int_equal(a.end_column, b.end_column);
}

static void assert_same(const struct figure *a, const struct figure *b) {
    assert_int_equal(a->org, b->org);
    assert_int_equal(a->indicator, b->indicator);
    assert_int_equal(a->year, b->year);
    assert_int_equal(a->kind, b->kind);
    assert_int_equal(a->hedge, b->hedge);
    assert_same_date(a->date, b->date);
    assert_same_date(a->period.first, b->period.first);
    assert_same_date(a->period.last, b->period.last);
    assert_same_ratio(a->low, b->low);
    assert_same_ratio(a->high, b->high);
    assert_ptr_equal(a->source, b->source);
    assert_ptr_equal(a->quote, b->quote);
    assert_ptr_equal(a->note, b->note);
    assert_same_place(a->place, b->place);
}

/* Puts it between two others; what is looked up by must be right in the packed form too. */
static void expect_kept(const struct figure *figure, bool wide) {
    static const struct figure other = {.org = 1, .low = {1, 3}, .high = {7, 2}, .date = {1, 1, 1}};
    struct figures figures = {0};
    figures_add(&figures, &other);
    figures_add(&figures, figure);
    figures_add(&figures, &other);
    for (int32_t i = 0; i < 3; i++) {
        struct figure out = figures_get(&figures, i);
        assert_same(&out, i == 1 ? figure : &other);
    }
    const struct packed_figure *packed = &figures.packed[1];
    assert_int_equal(packed->wide, wide);
    assert_int_equal(packed->org, figure->org);
    assert_int_equal(packed->indicator, figure->indicator);
    assert_int_equal(packed_year(packed), figure->year);
    assert_int_equal(packed_kind(packed), figure->kind);
    assert_same_date(packed_date(packed), figure->date);
    assert_int_equal(packed_slot(packed), figure_slot(figure->year, figure->kind));
    figures_clear(&figures);
}

static void test_values(void **state) {
    (void)state;
    static const struct {
        const char *low;
        const char *high; /* NULL: no interval */
        bool wide;
    } table[] = {
        {"0"},
        {"1"},
        {"-50"},
        {"38.4"},
        {"-0.001"},
        {"0.000000000000001"},
        {"0.0000000000000001", NULL, true}, /* 16 decimals */
        {"0.000000000000000001", NULL, true},
        {"18014398509481983"},
        {"-18014398509481983"},
        {"18014398509481984", NULL, true}, /* 2^54 */
        {"-18014398509481984", NULL, true},
        {"999999999999999999", NULL, true},
        {"-999999999999999999", NULL, true},
        {"9999999999999.999"},
        {"1/3"},
        {"11/12"},
        {"-7/6"},
        {"0.1/3"},
        {"1/9", NULL, true},
        {"1/7", NULL, true},
        {"3", "5", true},
        {"-1", "1", true},
    };
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        struct figure figure = {.org = 2, .indicator = 3, .year = 2024, .date = mid};
        figure.low = number(table[i].low);
        figure.high = number(table[i].high != NULL ? table[i].high : table[i].low);
        expect_kept(&figure, table[i].wide);
    }
}

/* As many decimals as fit, from none on: 0.1, 0.01, ... and 0.3, 0.03, ... */
static void test_decimals(void **state) {
    (void)state;
    struct ratio ten = ratio_int(10);
    struct ratio value = ratio_int(3);
    for (int decimals = 0; decimals <= 15; decimals++) {
        struct ratio tenth = ratio_div(value, ratio_int(3));
        expect_kept(&(struct figure){.year = 2024, .date = mid, .low = value, .high = value},
                    false);
        expect_kept(&(struct figure){.year = 2024, .date = mid, .low = tenth, .high = tenth},
                    false);
        value = ratio_div(value, ten);
    }
}

/* A figure that is kept whole stays whole, with what is put in its place. */
static void test_put_in_place(void **state) {
    (void)state;
    struct figures figures = {0};
    struct figure figure = {.year = 2024, .date = mid, .low = {1, 7}, .high = {1, 7}};
    figures_add(&figures, &figure);
    figure.low = figure.high = number("5");
    figures_set(&figures, 0, &figure);
    struct figure out = figures_get(&figures, 0);
    assert_same(&out, &figure);
    figures_clear(&figures);
}

/* Scale words multiply and divide: 18 digits of nghìn tỷ in đồng, đồng in nghìn tỷ; overflow. */
static void test_scaled_values(void **state) {
    (void)state;
    struct ratio scale = ratio_int(INT64_C(1000000000000));
    struct ratio most = number("999999999999999999");
    struct ratio all[] = {
        ratio_mul(most, scale),        ratio_mul(number("12.5"), scale),
        ratio_div(most, scale),        ratio_div(number("0.000000000000000001"), scale),
        ratio_div(number("5"), scale), ratio_div(ratio_int(1), ratio_int(0)),
    };
    bool wide[] = {true, false, true, true, false, true};
    for (size_t i = 0; i < sizeof all / sizeof *all; i++) {
        struct figure figure = {.year = 2024, .date = mid, .low = all[i], .high = all[i]};
        expect_kept(&figure, wide[i]);
    }
}

static void test_kinds_and_dates(void **state) {
    (void)state;
    static const struct date dates[] = {{1, 1, 1}, {2024, 2, 29}, {9999, 12, 31}, {0, 0, 0}};
    for (int kind = 0; kind < FIGURE_KIND_COUNT; kind++) {
        for (int hedge = 0; hedge < HEDGE_COUNT; hedge++) {
            for (size_t i = 0; i < sizeof dates / sizeof *dates; i++) {
                struct figure figure = {.org = INT32_MAX,
                                        .indicator = INT32_MAX,
                                        .year = i == 2 ? 9999 : 1,
                                        .kind = (enum figure_kind)kind,
                                        .hedge = (enum hedge)hedge,
                                        .date = dates[i],
                                        .low = {5, 2},
                                        .high = {5, 2}};
                expect_kept(&figure, false);
            }
        }
    }
}

static void test_periods(void **state) {
    (void)state;
    static const struct {
        struct window period;
        struct date date;
        bool wide;
    } table[] = {
        {{{2024, 2, 1}, {2024, 2, 29}}, {2024, 2, 29}},
        {{{2024, 1, 1}, {2024, 3, 31}}, {2024, 3, 31}},
        {{{2024, 7, 1}, {2024, 12, 31}}, {2024, 12, 31}},
        {{{2024, 1, 1}, {2024, 12, 31}}, {2024, 12, 31}},
        {{{2023, 12, 1}, {2024, 2, 29}}, {2024, 2, 29}},
        {{{1, 1, 1}, {1, 12, 31}}, {1, 12, 31}},
        {{{9999, 12, 1}, {9999, 12, 31}}, {9999, 12, 31}},
        {{{2022, 1, 1}, {2024, 12, 31}}, {2024, 12, 31}, true},
        {{{2024, 2, 2}, {2024, 2, 29}}, {2024, 2, 29}, true},
        {{{2024, 2, 1}, {2024, 2, 28}}, {2024, 2, 28}, true},
        {{{2024, 2, 1}, {2024, 2, 29}}, {2024, 3, 31}, true},
        {{{2024, 3, 1}, {2024, 2, 29}}, {2024, 2, 29}, true},
    };
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        struct figures figures = {0};
        struct figure figure = {.year = 2024, .kind = FIGURE_INCREMENT};
        figure.date = table[i].date;
        figure.period = table[i].period;
        figure.low = figure.high = number("4");
        expect_kept(&figure, table[i].wide);
        figures_add(&figures, &figure);
        assert_same_date(figures_span(&figures, 0).first, figure.period.first);
        assert_same_date(figures_span(&figures, 0).last, figure.period.last);
        figure.kind = FIGURE_LEVEL;
        figures_set(&figures, 0, &figure);
        assert_same_date(figures_span(&figures, 0).first, figure.date);
        assert_same_date(figures_span(&figures, 0).last, figure.date);
        figures_clear(&figures);
    }
}

static void test_places(void **state) {
    (void)state;
    static const struct {
        struct place place;
        bool wide;
    } table[] = {{{-1, 0, 0, 0}},           {{0, 1, 1, 0}},
                 {{INT32_MAX, 9, 1, 2}},    {{3, UINT32_MAX, 2047, 2174}},
                 {{3, 9, 2048, 0}, true},   {{3, 9, 5, 133}, true},
                 {{3, 9, 5, 5}, true},      {{3, 9, 5, 4}, true},
                 {{3, 9, 5, 132}},          {{3, 9, UINT32_MAX - 1, UINT32_MAX}, true},
                 {{3, 9, 4000000, 0}, true}};
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        struct figure figure = {.year = 2024, .date = mid, .low = {1, 1}, .high = {1, 1}};
        figure.place = table[i].place;
        figure.note = "beside it";
        expect_kept(&figure, table[i].wide);
    }
}

/* Texts are kept by their address, each set of them once for many figures. */
static void test_texts(void **state) {
    (void)state;
    static const char *const texts[] = {NULL, "Báo cáo", "hơn 700"};
    struct figures figures = {0};
    struct figure figure = {.year = 2024, .date = mid, .low = {1, 1}, .high = {1, 1}};
    for (int32_t i = 0; i < 27 * 2; i++) {
        figure.source = texts[i / 2 % 3];
        figure.quote = texts[i / 6 % 3];
        figure.note = texts[i / 18 % 3];
        figures_add(&figures, &figure);
    }
    assert_int_equal(arrlen(figures.origins), 27);
    for (int32_t i = 0; i < 27 * 2; i++) {
        struct figure out = figures_get(&figures, i);
        assert_ptr_equal(out.source, texts[i / 2 % 3]);
        assert_ptr_equal(out.quote, texts[i / 6 % 3]);
        assert_ptr_equal(out.note, texts[i / 18 % 3]);
    }
    figure = figures_get(&figures, 7); /* a note of its own changes no other */
    figure.note = "riêng";
    figures_set(&figures, 7, &figure);
    assert_string_equal(figures_get(&figures, 7).note, "riêng");
    assert_ptr_equal(figures_get(&figures, 6).note, texts[6 / 18 % 3]);
    figure.place.file = 5;
    figures_set(&figures, 7, &figure);
    assert_int_equal(figures_get(&figures, 7).place.file, 5);
    assert_int_equal(figures_get(&figures, 8).place.file, 0);
    figures_clear(&figures);
}

/* ---- order ---- */

static int wanted_order(const struct figure *a, const struct figure *b) {
    int by = (a->org > b->org) - (a->org < b->org);
    by = by != 0 ? by : (a->indicator > b->indicator) - (a->indicator < b->indicator);
    by = by != 0 ? by : (a->year > b->year) - (a->year < b->year);
    by = by != 0 ? by : (int)a->kind - (int)b->kind;
    by = by != 0 ? by : date_cmp(a->date, b->date);
    return by != 0 ? by : (a->place.line > b->place.line) - (a->place.line < b->place.line);
}

/* Below n; the same numbers in every run. */
static int any(int n) {
    static uint32_t state = 20240630;
    state = state * 1664525U + 1013904223U;
    return (int)((state >> 8) % (uint32_t)n);
}

/* Lines count in the order of adding: what is equal has to stay in it. */
static void expect_sorted(size_t n, int32_t orgs, int32_t indicators, int dates, bool by_org) {
    struct figures figures = {0};
    bool *seen = mem_alloc(n + 1);
    for (size_t i = 0; i < n; i++) {
        struct figure figure = {.org = by_org ? (int32_t)(i * (size_t)orgs / n) : any(orgs),
                                .indicator = any(indicators),
                                .year = 2023 + any(2),
                                .kind = (enum figure_kind)any(FIGURE_KIND_COUNT),
                                .date = date_of(2023, 1 + any(dates), 1),
                                .low = {any(3), 1},
                                .place = {0, (uint32_t)i + 1, 1, 0}};
        figure.high = figure.low;
        figures_add(&figures, &figure);
    }
    figures_sort_by_org(&figures, (size_t)orgs);
    figures_sort_run(&figures, 0, n, (size_t)indicators);
    for (size_t i = 0; i < n; i++) {
        struct figure figure = figures_get(&figures, (int32_t)i);
        assert_false(seen[figure.place.line]);
        seen[figure.place.line] = true;
        if (i > 0) {
            struct figure before = figures_get(&figures, (int32_t)i - 1);
            assert_true(wanted_order(&before, &figure) < 0);
        }
    }
    figures_clear(&figures);
    mem_free(seen);
}

static void test_order(void **state) {
    (void)state;
    expect_sorted(0, 1, 1, 1, false);
    expect_sorted(1, 1, 1, 1, false);
    expect_sorted(500, 1, 1, 12, false);
    expect_sorted(500, 7, 5, 12, false);
    expect_sorted(500, 7, 5, 1, true);
    expect_sorted(300, 100, 100, 12, true);
    expect_sorted(300, 1000, 1, 12, false);
    expect_sorted(300, 1, 1000, 12, true);
}

static void test_drop(void **state) {
    (void)state;
    static const bool drop[] = {true, false, true, true, false, true};
    struct figures figures = {0};
    for (int32_t i = 0; i < 6; i++) {
        struct figure figure = {.year = 2024, .date = mid, .low = {i, 1}, .high = {i + i % 2, 1}};
        figures_add(&figures, &figure);
    }
    figures_drop(&figures, drop);
    assert_int_equal(figures_count(&figures), 2);
    expect_ratio("the first kept", "its end", figures_get(&figures, 0).high, "2");
    expect_ratio("the second kept", "it", figures_get(&figures, 1).high, "4");
    figures_clear(&figures);
    figures_drop(&figures, drop);
    assert_int_equal(figures_count(&figures), 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_values),          cmocka_unit_test(test_decimals),
        cmocka_unit_test(test_put_in_place),    cmocka_unit_test(test_scaled_values),
        cmocka_unit_test(test_kinds_and_dates), cmocka_unit_test(test_periods),
        cmocka_unit_test(test_places),          cmocka_unit_test(test_texts),
        cmocka_unit_test(test_order),           cmocka_unit_test(test_drop),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
