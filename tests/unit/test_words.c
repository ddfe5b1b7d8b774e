/* SPDX-License-Identifier: MIT */
/* The keys of the enums: complete, distinct, and those that the format reads. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "read_bounds.h"
#include "words.h"

static void expect_distinct(const char *key, const char *other) {
    if (key != NULL && other != NULL) {
        assert_string_not_equal(key, other);
    }
}

static void lists_have_no_key_twice(void **state) {
    (void)state;
    const struct word_list *lists[] = {&indicator_kind_words, &better_words, &rollup_words,
                                       &pace_words,           &status_words, &table_column_words};
    for (size_t l = 0; l < sizeof lists / sizeof *lists; l++) {
        for (size_t i = 0; i < lists[l]->count; i++) {
            for (size_t k = 0; k < i; k++) {
                expect_distinct(lists[l]->words[i], lists[l]->words[k]);
            }
        }
    }
    for (enum target_kind i = 0; i < TARGET_KIND_COUNT; i++) {
        for (enum target_kind k = 0; k < i; k++) {
            assert_string_not_equal(target_kind_key(i), target_kind_key(k));
        }
    }
}

/* Only these cannot be written: what is meant when nothing is, and what milestones say. */
static void other_values_have_keys(void **state) {
    (void)state;
    assert_null(rollup_key(ROLLUP_DEFAULT));
    assert_null(pace_key(PACE_DEFAULT));
    assert_null(pace_key(PACE_MILESTONES));
    assert_null(hedge_key(HEDGE_NONE));
    for (enum rollup i = ROLLUP_DEFAULT + 1; i < ROLLUP_COUNT; i++) {
        assert_non_null(rollup_key(i));
    }
    assert_string_equal(pace_key(PACE_LINEAR), "linear");
    for (enum hedge i = HEDGE_NONE + 1; i < HEDGE_COUNT; i++) {
        assert_non_null(hedge_key(i));
    }
    for (enum claim_kind i = 0; i < CLAIM_KIND_COUNT; i++) {
        assert_non_null(claim_kind_key(i));
    }
}

/* A kind of target is called the same in a file and in JSON, but for two. */
static void files_name_kinds_alike(void **state) {
    (void)state;
    for (enum target_kind kind = 0; kind < TARGET_KIND_COUNT; kind++) {
        const char *wanted = kind == TARGET_RANGE  ? "from"
                             : kind == TARGET_GROW ? "grow_by"
                                                   : target_kind_key(kind);
        assert_string_equal(target_schema.fields[bounds_head(kind)].key, wanted);
    }
}

/* Kinds without a number are only done or not; two numbers are a lower and an upper one. */
static void numbers_go_together(void **state) {
    (void)state;
    for (enum target_kind kind = 0; kind < TARGET_KIND_COUNT; kind++) {
        assert_int_equal(target_numbers(kind) == 0, kind == TARGET_DONE);
        if (target_has(kind, HAS_TWO)) {
            assert_true(target_has(kind, HAS_LOW) && target_has(kind, HAS_HIGH));
        }
        if (target_is_strict(kind)) {
            assert_int_not_equal(target_has(kind, HAS_LOW), target_has(kind, HAS_HIGH));
        }
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lists_have_no_key_twice),
        cmocka_unit_test(other_values_have_keys),
        cmocka_unit_test(files_name_kinds_alike),
        cmocka_unit_test(numbers_go_together),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
