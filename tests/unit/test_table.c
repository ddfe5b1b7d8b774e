/* SPDX-License-Identifier: MIT */
/* What people read in a cell, at every edge: the text must never contradict the verdict. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "headline.h"
#include "mem.h"
#include "phrase.h"
#include "table.h"
#include "words.h"

#define COUNT_OF(array) (sizeof(array) / sizeof(array)[0])

/* The ratio that a decimal text means. */
static struct ratio number(const char *text) {
    struct decimal decimal;
    assert_int_equal(decimal_parse(text, strlen(text), &decimal), DECIMAL_OK);
    return ratio_decimal(decimal);
}

/* A scorecard of one row, to be bent by each test. */
struct fixture {
    struct book book;
    struct scorecard card;
};

static void begin(struct fixture *f, enum target_kind kind, const char *low, const char *high) {
    *f = (struct fixture){0};
    struct org org = {.id = "a", .name = "Tỉnh A"};
    struct indicator indicator = {.id = "i",
                                  .name = "Chỉ tiêu",
                                  .part_of = NONE,
                                  .unit = {.text = "HTX", .base = "htx", .scale = 1},
                                  .decimals = -1,
                                  .show = true};
    struct target target = {.bounds = {.kind = kind}};
    arrput(f->book.orgs, org);
    arrput(f->book.indicators, indicator);
    if (low != NULL) {
        target.bounds.low = number(low);
    }
    if (high != NULL) {
        target.bounds.high = number(high);
    }
    targets_add(&f->book.targets, &target);
    struct row row = {.year = 2024,
                      .window = window_of_year(2024),
                      .part_of = NONE,
                      .has_target = true,
                      .revision = NONE,
                      .assigner = NONE,
                      .bounds = target.bounds,
                      .figure = NONE,
                      .override = NONE,
                      .members_met = -1,
                      .as_of = date_of(2024, 12, 31)};
    row.ceiling = low == NULL;
    row.is[M_STATED] = defined(row.ceiling ? target.bounds.high : target.bounds.low);
    row.is[M_DECIDES] = row.is[M_STATED];
    row.is[M_ATTAINMENT].why = UNDEFINED_NO_REPORT;
    row.is[M_ATTAINMENT_HIGH].why = UNDEFINED_NO_DATA;
    row.is[M_GAP].why = UNDEFINED_NO_REPORT;
    row.is[M_GAP_HIGH].why = UNDEFINED_NO_DATA;
    row.is[M_EXPECTED].why = UNDEFINED_UNPACED;
    arrput(f->card.rows, row);
    f->card.book = &f->book;
}

static void report(struct fixture *f, const char *low, const char *high) {
    struct row *row = &f->card.rows[0];
    row->has_actual = true;
    row->date = date_of(2024, 12, 31);
    row->low = number(low);
    row->high = number(high);
    row->is[M_GAP] = (struct quantity){ratio_sub(row->low, row_decides(row)), DEFINED};
    if (ratio_sign(row_decides(row)) > 0 && !row->ceiling) {
        row->is[M_ATTAINMENT] = (struct quantity){ratio_div(row->low, row_decides(row)), DEFINED};
    }
}

static void end(struct fixture *f) {
    arrfree(f->book.orgs);
    arrfree(f->book.indicators);
    targets_clear(&f->book.targets);
    arrfree(f->card.rows);
}

static void expect(const struct fixture *f, enum column_id column, enum language lang,
                   const char *text) {
    struct cell cell;
    table_cell(&f->card, 0, column, lang, &cell);
    assert_string_equal(cell.text, text);
}

static const struct attained {
    enum target_kind kind;
    const char *target;
    const char *actual;
    const char *vi;
    const char *en;
} attained[] = {
    {TARGET_AT_LEAST, "200", "90", "45,0%", "45.0%"},
    {TARGET_AT_LEAST, "80", "79.96", "99,9%", "99.9%"},
    {TARGET_AT_LEAST, "80", "79.999999", "99,9%", "99.9%"},
    {TARGET_AT_LEAST, "80", "80", "100,0%", "100.0%"},
    {TARGET_AT_LEAST, "80", "80.00001", "100,1%", "100.1%"},
    {TARGET_AT_LEAST, "120", "110", "91,7%", "91.7%"},
    {TARGET_AT_LEAST, "100", "0", "0,0%", "0.0%"},
    {TARGET_AT_LEAST, "100000", "1", "0,1%", "0.1%"},
    {TARGET_AT_LEAST, "10", "241.3", "2.413,0%", "2,413.0%"},
    {TARGET_MORE_THAN, "60", "60", "100,0% (phải trên 60)", "100.0% (must be above 60)"},
    {TARGET_MORE_THAN, "60.5", "60.5", "100,0% (phải trên 60,5)", "100.0% (must be above 60.5)"},
    {TARGET_MORE_THAN, "60", "60.01", "100,1%", "100.1%"},
};

static void attainment_keeps_to_the_verdict(void **state) {
    (void)state;
    for (size_t i = 0; i < COUNT_OF(attained); i++) {
        struct fixture f;
        begin(&f, attained[i].kind, attained[i].target, NULL);
        report(&f, attained[i].actual, attained[i].actual);
        expect(&f, COLUMN_ATTAINMENT, LANG_VI, attained[i].vi);
        expect(&f, COLUMN_ATTAINMENT, LANG_EN, attained[i].en);
        end(&f);
    }
}

static const struct written {
    enum target_kind kind;
    const char *low;
    const char *high;
    const char *vi;
    const char *en;
} written[] = {
    {TARGET_AT_LEAST, "60", NULL, "≥ 60", "≥ 60"},
    {TARGET_MORE_THAN, "60", NULL, "> 60", "> 60"},
    {TARGET_AT_MOST, NULL, "15", "≤ 15", "≤ 15"},
    {TARGET_LESS_THAN, NULL, "2.5", "< 2,5", "< 2.5"},
    {TARGET_RANGE, "30", "40", "30 – 40", "30 – 40"},
    {TARGET_WITHIN, "4", "6", "trong 4 – 6", "within 4 – 6"},
    {TARGET_ABOUT, "265", "265", "~ 265", "~ 265"},
    {TARGET_EXACTLY, "5", "5", "= 5", "= 5"},
    {TARGET_DONE, "1", NULL, "có", "yes"},
    {TARGET_AT_LEAST, "106598", NULL, "≥ 106.598", "≥ 106,598"},
};

static void targets_are_written_with_their_sign(void **state) {
    (void)state;
    for (size_t i = 0; i < COUNT_OF(written); i++) {
        struct fixture f;
        begin(&f, written[i].kind, written[i].low, written[i].high);
        expect(&f, COLUMN_TARGET, LANG_VI, written[i].vi);
        expect(&f, COLUMN_TARGET, LANG_EN, written[i].en);
        end(&f);
    }
}

static void growth_and_members(void **state) {
    (void)state;
    struct fixture f;
    begin(&f, TARGET_GROW, "66", NULL);
    f.card.rows[0].bounds.grow = number("10");
    expect(&f, COLUMN_TARGET, LANG_VI, "66 (+10%)");
    f.card.rows[0].is[M_STATED] = undefined(UNDEFINED_NO_BASELINE);
    expect(&f, COLUMN_TARGET, LANG_VI, "+10%");
    end(&f);
    begin(&f, TARGET_AT_LEAST, "20", NULL);
    f.card.rows[0].each_group = true;
    f.card.rows[0].bounds.low = number("140");
    expect(&f, COLUMN_TARGET, LANG_VI, "mỗi đơn vị ≥ 20");
    expect(&f, COLUMN_TARGET, LANG_EN, "each member ≥ 20");
    end(&f);
}

static void figures_stand_as_given(void **state) {
    (void)state;
    struct fixture f;
    begin(&f, TARGET_AT_LEAST, "5", NULL);
    report(&f, "3.8", "5.5");
    expect(&f, COLUMN_ACTUAL, LANG_VI, "3,8 – 5,5");
    report(&f, "57588", "57588");
    f.card.rows[0].hedge = HEDGE_MORE_THAN;
    expect(&f, COLUMN_ACTUAL, LANG_VI, "hơn 57.588");
    expect(&f, COLUMN_ACTUAL, LANG_EN, "over 57,588");
    end(&f);
}

/* A number of decimals set for the indicator must not round a miss onto its target. */
static void set_decimals_give_way_to_the_verdict(void **state) {
    (void)state;
    struct fixture f;
    begin(&f, TARGET_AT_LEAST, "60", NULL);
    f.book.indicators[0].decimals = 0;
    report(&f, "59.96", "59.96");
    expect(&f, COLUMN_ACTUAL, LANG_VI, "59");
    f.card.rows[0].bounds.low = number("60.45");
    f.card.rows[0].is[M_DECIDES] = defined(f.card.rows[0].bounds.low);
    report(&f, "60.4", "60.4");
    expect(&f, COLUMN_ACTUAL, LANG_VI, "60,4");
    expect(&f, COLUMN_TARGET, LANG_VI, "≥ 60,45");
    end(&f);
}

static void expected_never_reads_as_the_actual(void **state) {
    (void)state;
    struct fixture f;
    begin(&f, TARGET_AT_LEAST, "30", NULL);
    report(&f, "15", "15");
    f.card.rows[0].is[M_EXPECTED] = (struct quantity){ratio_int(15), DEFINED};
    expect(&f, COLUMN_EXPECTED, LANG_VI, "15");
    f.card.rows[0].is[M_EXPECTED].value = number("15.0001");
    expect(&f, COLUMN_EXPECTED, LANG_VI, "15,1");
    f.card.rows[0].is[M_EXPECTED].value = number("14.9999");
    expect(&f, COLUMN_EXPECTED, LANG_VI, "14,9");
    expect(&f, COLUMN_ACTUAL, LANG_VI, "15");
    end(&f);
}

static void computed_figures_never_read_as_zero(void **state) {
    (void)state;
    struct fixture f;
    begin(&f, TARGET_AT_LEAST, "30", NULL);
    f.card.rows[0].is[M_EXPECTED] = defined(number("0.04"));
    expect(&f, COLUMN_EXPECTED, LANG_VI, "0,1");
    f.card.rows[0].has_target = false;
    f.card.rows[0].is[M_RUN_RATE] = defined(number("0.004"));
    expect(&f, COLUMN_FORECAST, LANG_VI, "0,1");
    end(&f);
}

static void gaps_have_a_sign(void **state) {
    (void)state;
    struct fixture f;
    begin(&f, TARGET_AT_LEAST, "80", NULL);
    report(&f, "75", "75");
    expect(&f, COLUMN_GAP, LANG_VI, "-5");
    f.book.indicators[0].unit = (struct unit){.text = "%", .base = "%", .scale = 1};
    expect(&f, COLUMN_GAP, LANG_VI, "-5 điểm %");
    expect(&f, COLUMN_GAP, LANG_EN, "-5 pp");
    end(&f);
    begin(&f, TARGET_LESS_THAN, NULL, "15");
    report(&f, "15", "15");
    expect(&f, COLUMN_GAP, LANG_VI, "0 (phải dưới 15)");
    report(&f, "18", "18");
    expect(&f, COLUMN_GAP, LANG_VI, "+3");
    end(&f);
}

static void missing_is_words_not_zero(void **state) {
    (void)state;
    struct fixture f;
    begin(&f, TARGET_AT_LEAST, "80", NULL);
    f.card.rows[0].status = STATUS_NO_REPORT;
    struct cell cell;
    table_cell(&f.card, 0, COLUMN_ATTAINMENT, LANG_VI, &cell);
    assert_int_equal(cell.kind, CELL_EMPTY);
    assert_string_equal(cell.text, "chưa báo cáo");
    expect(&f, COLUMN_ACTUAL, LANG_EN, "not reported");
    expect(&f, COLUMN_STATUS, LANG_VI, "○ Chưa báo cáo");
    end(&f);
}

static void unmeasured_yet_says_so(void **state) {
    (void)state;
    struct fixture f;
    begin(&f, TARGET_AT_LEAST, "80", NULL);
    f.card.rows[0].status = STATUS_NOT_YET;
    f.card.rows[0].as_of = date_of(2024, 6, 30);
    expect(&f, COLUMN_STATUS, LANG_VI, "□ Đang thực hiện");
    f.card.rows[0].status = STATUS_NOT_DUE;
    expect(&f, COLUMN_STATUS, LANG_VI, "○ Chưa đến kỳ đánh giá");
    end(&f);
}

static void headlines(void **state) {
    (void)state;
    struct fixture f;
    char text[CELL_TEXT_SIZE];
    begin(&f, TARGET_AT_LEAST, "80", NULL);
    f.card.rows[0].goal = true;
    struct row row = f.card.rows[0];
    row.status = STATUS_MET;
    f.card.rows[0].status = STATUS_EXCEEDED;
    arrput(f.card.rows, row);
    row.status = STATUS_MISSED;
    arrput(f.card.rows, row);
    row.part_of = 0;
    row.goal = false;
    arrput(f.card.rows, row);
    table_headline(&f.card, 0, 2024, LANG_VI, text);
    assert_string_equal(text, "2/3 chỉ tiêu đạt và vượt: 1 vượt, 1 đạt, 1 không đạt");
    for (int i = 0; i < 4; i++) {
        f.card.rows[i].as_of = date_of(2024, 6, 30);
        f.card.rows[i].status = i == 0 ? STATUS_ON_TRACK : STATUS_NO_REPORT;
    }
    table_headline(&f.card, NONE, 0, LANG_VI, text);
    assert_string_equal(text, "3 chỉ tiêu: 1 đúng tiến độ, 2 chưa báo cáo");
    table_headline(&f.card, NONE, 0, LANG_EN, text);
    assert_string_equal(text, "3 goals: 1 on track, 2 not reported");
    end(&f);
}

static void columns_are_found_by_key(void **state) {
    (void)state;
    for (enum column_id id = 0; id < COLUMN_COUNT; id++) {
        assert_int_equal(table_column_find(table_column(id)->key), id);
    }
    assert_int_equal(table_column_find("no such"), COLUMN_COUNT);
}

/* The words of files and of --columns are one set. */
static void official_columns_have_the_same_keys(void **state) {
    (void)state;
    for (int i = 0; i < TABLE_SHOWN; i++) {
        const char *key = table_column_key((enum table_column_id)i);
        assert_int_not_equal(table_column_find(key), COLUMN_COUNT);
        assert_int_equal(table_column_of(key), i);
    }
    assert_int_equal(table_column_of("org"), TABLE_SHOWN);
}

static void texts_are_joined_and_cut(void **state) {
    (void)state;
    char text[12];
    TEXT_JOIN(text, sizeof text, "hơn", " ", "3,8");
    assert_string_equal(text, "hơn 3,8");
    TEXT_JOIN(text, sizeof text, "", "");
    assert_string_equal(text, "");
    TEXT_JOIN(text, sizeof text, "3,8", " – ", "12,25");
    assert_string_equal(text, "3,8 – …");
    TEXT_JOIN(text, sizeof text, "12.345,67", "89"); /* no room left, even for the mark */
    assert_string_equal(text, "12.345,67");
    TEXT_JOIN(text, sizeof text, "đạt được rồi", " x");
    assert_string_equal(text, "đạt …");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(attainment_keeps_to_the_verdict),
        cmocka_unit_test(targets_are_written_with_their_sign),
        cmocka_unit_test(growth_and_members),
        cmocka_unit_test(figures_stand_as_given),
        cmocka_unit_test(texts_are_joined_and_cut),
        cmocka_unit_test(set_decimals_give_way_to_the_verdict),
        cmocka_unit_test(expected_never_reads_as_the_actual),
        cmocka_unit_test(computed_figures_never_read_as_zero),
        cmocka_unit_test(gaps_have_a_sign),
        cmocka_unit_test(missing_is_words_not_zero),
        cmocka_unit_test(unmeasured_yet_says_so),
        cmocka_unit_test(headlines),
        cmocka_unit_test(columns_are_found_by_key),
        cmocka_unit_test(official_columns_have_the_same_keys),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
