/* SPDX-License-Identifier: MIT */
/* Targets as a book keeps them: what comes out is what was put in, packed or whole. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "book_maker.h"
#include "mem.h"

static const struct ratio none = {0, 0};
static const struct milestone milestone = {{2024, 6, 30}, {45, 1}};

static void assert_same_ratio(struct ratio a, struct ratio b) {
    assert_true(a.num == b.num && a.den == b.den);
}

static void assert_same_bounds(const struct bounds *a, const struct bounds *b) {
    assert_int_equal(a->kind, b->kind);
    assert_same_ratio(a->low, b->low);
    assert_same_ratio(a->high, b->high);
    assert_same_ratio(a->tolerance, b->tolerance);
    assert_same_ratio(a->grow, b->grow);
    assert_same_ratio(a->base, b->base);
}

static void assert_same(const struct target *a, const struct target *b) {
    assert_int_equal(a->org, b->org);
    assert_int_equal(a->indicator, b->indicator);
    assert_int_equal(a->year, b->year);
    assert_int_equal(a->each_member, b->each_member);
    assert_same_bounds(&a->bounds, &b->bounds);
    assert_ptr_equal(a->revised, b->revised);
    assert_ptr_equal(a->milestones, b->milestones);
    assert_int_equal(a->pace, b->pace);
    assert_int_equal(date_cmp(a->date, b->date), 0);
    assert_int_equal(date_cmp(a->during.first, b->during.first), 0);
    assert_int_equal(date_cmp(a->during.last, b->during.last), 0);
    assert_ptr_equal(a->during_text, b->during_text);
    assert_ptr_equal(a->by, b->by);
    assert_ptr_equal(a->source, b->source);
    assert_ptr_equal(a->quote, b->quote);
    assert_same_ratio(a->weight, b->weight);
    assert_memory_equal(&a->place, &b->place, sizeof a->place);
}

/* One with everything that fits. */
static struct target plain_target(void) {
    return (struct target){.org = INT32_MAX,
                           .indicator = 7,
                           .year = 9999,
                           .each_member = true,
                           .bounds = {.kind = TARGET_AT_LEAST, .low = {241, 10}},
                           .pace = PACE_MILESTONES,
                           .date = {2024, 2, 29},
                           .by = "Tỉnh",
                           .source = "Nghị quyết",
                           .quote = "từ",
                           .weight = {1, 1},
                           .place = {63, 4000000, 2047, 2174}};
}

/* Puts it between two others; what is looked up by must be right in the packed form too. */
static void expect_kept(const struct target *target, bool wide) {
    struct targets targets = {0};
    struct target other = plain_target();
    other.each_member = false;
    targets_add(&targets, &other);
    targets_add(&targets, target);
    targets_add(&targets, &other);
    for (int32_t i = 0; i < 3; i++) {
        struct target out = targets_get(&targets, i);
        assert_same(&out, i == 1 ? target : &other);
    }
    const struct packed_target *packed = &targets.packed[1];
    assert_int_equal(packed->wide, wide);
    assert_int_equal(packed->org, target->org);
    assert_int_equal(packed->indicator, target->indicator);
    assert_int_equal(packed->year, target->year);
    assert_int_equal(packed->each_member, target->each_member);
    arrfree(targets.packed); /* what the target owns is the test's */
    arrfree(targets.wide);
    arrfree(targets.origins);
}

/* Each kind with the bounds that the reader gives it. */
static void test_kinds(void **state) {
    (void)state;
    const struct ratio a = {-5, 2};
    const struct ratio b = {7, 12};
    const struct ratio zero = {0, 1};
    const struct {
        struct bounds bounds;
        bool wide;
    } table[] = {
        {{TARGET_AT_LEAST, a, none, none, none, none}},
        {{TARGET_MORE_THAN, a, none, none, none, none}},
        {{TARGET_AT_MOST, none, a, none, none, none}},
        {{TARGET_LESS_THAN, none, a, none, none, none}},
        {{TARGET_ABOUT, a, a, zero, none, none}},
        {{TARGET_EXACTLY, a, a, none, none, none}},
        {{TARGET_GROW, none, none, none, a, none}},
        {{TARGET_DONE, none, none, none, none, none}},
        {{TARGET_RANGE, a, b, none, none, none}, true},
        {{TARGET_WITHIN, a, b, none, none, none}, true},
        {{TARGET_ABOUT, a, a, b, none, none}, true},
        {{TARGET_GROW, none, none, none, a, b}, true},
        {{TARGET_AT_LEAST, {1, 7}, none, none, none, none}, true},
        {{TARGET_AT_LEAST, none, none, none, none, none}, true}, /* too large to compute with */
        {{TARGET_AT_MOST, none, {INT64_MAX, 1}, none, none, none}, true},
        {{TARGET_AT_LEAST, a, a, none, none, none}, true},
        {{TARGET_DONE, none, none, none, none, b}, true},
    };
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        struct target target = plain_target();
        target.bounds = table[i].bounds;
        expect_kept(&target, table[i].wide);
    }
}

static void test_rest(void **state) {
    (void)state;
    struct target target = plain_target();
    for (int pace = 0; pace < PACE_COUNT; pace++) {
        target.pace = (enum pace)pace;
        expect_kept(&target, false);
    }
    target.year = 1;
    target.each_member = false;
    target.by = target.source = target.quote = NULL;
    target.date = (struct date){0, 0, 0};
    target.place = no_place;
    expect_kept(&target, false);

    target = plain_target();
    target.weight = (struct ratio){5, 2};
    expect_kept(&target, true);
    target = plain_target();
    target.during = (struct window){{2024, 7, 1}, {2024, 12, 31}};
    expect_kept(&target, true);
    target = plain_target();
    target.during_text = "2024-H2";
    expect_kept(&target, true);
    target = plain_target();
    target.place.column = 2048;
    expect_kept(&target, true);
    target = plain_target();
    arrput(target.revised, (struct revision){.why = "lũ"});
    expect_kept(&target, true);
    arrfree(target.revised);
    target = plain_target();
    arrput(target.milestones, milestone);
    expect_kept(&target, true);
    arrfree(target.milestones);
}

/* What targets own goes with them; the others stay in their order. */
static void test_drop(void **state) {
    (void)state;
    static const bool drop[] = {false, true, true, false};
    struct targets targets = {0};
    for (int i = 0; i < 4; i++) {
        struct target target = plain_target();
        target.year = 2020 + i;
        if (i > 1) {
            arrput(target.revised, (struct revision){.why = "lũ"});
            arrput(target.milestones, milestone);
        }
        targets_add(&targets, &target);
    }
    targets_drop(&targets, drop);
    assert_int_equal(targets_count(&targets), 2);
    assert_int_equal(targets_get(&targets, 0).year, 2020);
    assert_int_equal(targets_get(&targets, 1).year, 2023);
    assert_string_equal(targets_get(&targets, 1).revised[0].why, "lũ");
    targets_clear(&targets);
    assert_int_equal(targets_count(&targets), 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_kinds),
        cmocka_unit_test(test_rest),
        cmocka_unit_test(test_drop),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
