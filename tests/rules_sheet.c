/* SPDX-License-Identifier: MIT */
/*
 * rules_sheet ROWS SEED WORKBOOK EQUATIONS
 *
 * Rows of chance facts and numbers, each judged by the table of rules, as a workbook in which
 * every measure by rule is the formula printed from its rule beside the exact result, and as a
 * file of the equations that `why` would print: row, measure, equation, exact value. A number in
 * an equation that had to be cut stands behind ≈. rules_sheet.py looks at both.
 */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "facts.h"
#include "mem.h"
#include "plan.h"
#include "rule_text.h"
#include "rules.h"
#include "sheet.h"
#include "twins.h"
#include "words.h"

enum { WHOLE_COLUMN = MEASURE_COUNT, MEMBER_COLUMN, MEMBERS = 5, DIGITS = 9, CELL = 16 };

static uint64_t state;
static long verdicts[STATUS_COUNT]; /* rows of each */

static int chance(int n) {
    state ^= state << 13;
    state ^= state >> 7;
    state ^= state << 17;
    return (int)(state >> 33) % n;
}

/* One row: what is given, and where it stands. */
struct case_row {
    struct given given;
    struct window window;
    struct date seen;           /* the day judged */
    struct milestone points[2]; /* of the course, when it has any */
    struct ratio months[2];
    int members[MEMBERS];      /* enum status of each member, 0: none */
    bool blank[MEASURE_COUNT]; /* a missing one is an empty cell, else ="" */
    uint32_t at;
};

/* ---- chance rows ---- */

static struct ratio chance_number(void) {
    static const int often[] = {0, 0, 5, 10, 45, 50, 54, 55, 60, 66, 90, 99, 100, 110, 120, -10, 3};
    int n = often[chance(sizeof often / sizeof *often)];
    int kind = chance(8);
    return kind == 0   ? ratio_of(n * 7 + 1, 7)
           : kind <= 2 ? ratio_of(n * 100 + chance(100), 100)
                       : ratio_int(n);
}

static void chance_facts(int8_t facts[FACT_COUNT]) {
    static const int8_t many[FACT_COUNT] = {
        [F_KIND] = KIND_COUNT,
        [F_BETTER] = BETTER_COUNT,
        [F_TARGET] = TARGET_KIND_COUNT + 1,
        [F_TARGET_FIRST] = TARGET_KIND_COUNT + 1,
        [F_PACE] = PACE_COUNT,
        [F_DECIMALS] = 4,
        [F_NEVER] = 1,
    };
    for (int f = 0; f < FACT_COUNT; f++) {
        facts[f] = (int8_t)chance(many[f] != 0 ? many[f] : 2);
    }
    facts[F_EACH] = chance(6) == 0;
}

static struct quantity day_of(struct date date) {
    return defined(ratio_int(date_serial(date)));
}

/* A day of the window or near it. */
static struct date chance_day(struct window window) {
    struct date day = window.first;
    for (int i = chance(380) - 10; i > 0; i -= 1) {
        day = date_next(day);
    }
    return chance(8) == 0 ? window.last : day;
}

static void chance_calendar(struct case_row *row) {
    static const struct window windows[] = {{{2024, 1, 1}, {2024, 12, 31}},
                                            {{2023, 12, 15}, {2024, 12, 14}},
                                            {{2024, 7, 1}, {2024, 12, 31}},
                                            {{2024, 4, 1}, {2024, 6, 30}}};
    struct quantity *of = row->given.of;
    row->window = windows[chance(4)];
    struct date day = chance_day(row->window);
    struct date as_of = chance_day(row->window);
    bool seen = of[M_ACTUAL].why == DEFINED && chance(8) > 0;
    of[M_DAY] = seen ? day_of(day) : undefined(UNDEFINED_NO_REPORT);
    of[M_AS_OF] = day_of(as_of);
    of[M_LAST_DAY] = day_of(row->window.last);
    of[M_MEASURED] = day_of(chance_day(row->window));
    of[M_MONTHS] = defined(window_months(row->window));
    row->seen = seen ? day : as_of;
    of[M_GONE] = defined(window_months_gone(row->window, row->seen));
    row->months[0] = ratio_int(1 + chance(2));
    row->months[1] = ratio_add(row->months[0], ratio_of(1 + chance(20), 3));
    row->points[0].percent = ratio_int(chance(100));
    row->points[1].percent = ratio_of(chance(300), 3);
    row->given.course = (struct course){row->points, row->months, of[M_MONTHS].value, chance(3)};
}

static void chance_members(struct case_row *row) {
    struct quantity *of = row->given.of;
    enum status worst = STATUS_FIRST;
    for (int i = 0; i < MEMBERS; i++) {
        row->members[i] = chance(STATUS_NO_TARGET);
        worst = worst_of(worst, (enum status)row->members[i]);
    }
    of[M_WORST] = defined(ratio_int(worst));
    of[M_MEMBERS] = defined(ratio_int(MEMBERS));
    of[M_REPORTING] = defined(ratio_int(chance(MEMBERS + 1)));
}

/* A flow or stock on its way to a floor or under a ceiling: the bands of the pace. */
static void on_the_way(struct case_row *row) {
    int8_t *facts = row->given.facts;
    struct quantity *of = row->given.of;
    facts[F_KIND] = (int8_t)(chance(2) ? KIND_FLOW : KIND_STOCK);
    facts[F_BETTER] = (int8_t)chance(2);
    facts[F_TARGET] = (int8_t)(facts[F_BETTER] == BETTER_LOWER ? TARGET_AT_MOST : TARGET_AT_LEAST);
    facts[F_PACE] = (int8_t)(PACE_LINEAR + chance(4));
    facts[F_EACH] = facts[F_MEASURED] = 0;
    of[M_LOW] = of[M_HIGH] = defined(ratio_int(200));
    of[M_BASE] = defined(ratio_int(chance(2) ? 0 : 90));
    of[M_ACTUAL] = defined(ratio_int(40 + chance(12) * 10));
    of[M_ACTUAL_HIGH] = defined(ratio_add(of[M_ACTUAL].value, ratio_int(chance(20))));
}

static void chance_row(struct case_row *row) {
    struct quantity *of = row->given.of;
    chance_facts(row->given.facts);
    for (int m = 0; m < MEASURE_COUNT; m++) {
        of[m] = chance(5) == 0 ? undefined(UNDEFINED_NO_DATA) : defined(chance_number());
        row->blank[m] = chance(2);
    }
    if (of[M_ACTUAL].why != DEFINED || of[M_ACTUAL_HIGH].why != DEFINED) {
        of[M_ACTUAL_HIGH] = of[M_ACTUAL]; /* a figure has both ends, or none */
        row->blank[M_ACTUAL_HIGH] = row->blank[M_ACTUAL];
    }
    of[M_SLIPPING] = defined(ratio_int(chance(2) ? 90 : 60));
    of[M_OVER] = defined(ratio_int(chance(2) ? 110 : 150));
    of[M_PARTIAL] = defined(ratio_int(chance(3)));
    if (chance(3) == 0) {
        on_the_way(row);
    }
    chance_calendar(row);
    chance_members(row);
}

/* ---- the workbook ---- */

static void put_name(struct buffer *out, uint32_t row, int column) {
    char letters[4] = "";
    int n = column / 26;
    if (n > 0) {
        letters[0] = (char)('A' + n - 1);
        letters[1] = (char)('A' + column % 26);
    } else {
        letters[0] = (char)('A' + column);
    }
    buffer_format(out, "$%s%u", letters, row + 1);
}

static bool put_cell(void *context, struct buffer *out, enum measure m) {
    const struct case_row *row = context;
    put_name(out, row->at, (int)m);
    return true;
}

static const char *ended(struct buffer *text) {
    buffer_put(text, "", 1);
    return text->text;
}

static void put_formula(struct sheet *sheet, const struct case_row *row, int column,
                        struct buffer *formula, struct quantity result) {
    static const struct look plain = {.size = 10};
    const char *text = ended(formula);
    if (result.why == DEFINED) {
        sheet_formula_number(sheet, row->at, (uint16_t)column, text, ratio_double(result.value),
                             &plain);
    } else {
        sheet_formula_text(sheet, row->at, (uint16_t)column, text, "", &plain);
    }
    buffer_clear(formula);
}

static void put_given(struct sheet *sheet, const struct case_row *row, enum measure m) {
    static const struct look plain = {.size = 10};
    struct quantity q = row->given.of[m];
    if (q.why == DEFINED) {
        sheet_number(sheet, row->at, (uint16_t)m, ratio_double(q.value), &plain);
    } else if (!row->blank[m]) {
        sheet_formula_text(sheet, row->at, (uint16_t)m, "\"\"", "", &plain);
    }
}

/* Months gone and the worst member are given to the rules and formulas in a workbook. */
static void put_twins(struct sheet *sheet, const struct case_row *row) {
    static const struct look plain = {.size = 10};
    struct buffer seen = {0};
    struct buffer whole = {0};
    struct buffer formula = {0};
    put_name(&seen, row->at, M_SEEN);
    put_name(&whole, row->at, WHOLE_COLUMN);
    ended(&seen);
    ended(&whole);
    const struct quantity *of = row->given.of;
    months_whole_print(&formula, row->window, seen.text);
    put_formula(sheet, row, WHOLE_COLUMN, &formula,
                defined(ratio_int(months_whole(row->window, row->seen))));
    months_gone_print(&formula, row->window, seen.text, whole.text);
    put_formula(sheet, row, M_GONE, &formula, of[M_GONE]);
    for (int i = 0; i < MEMBERS; i++) {
        sheet_number(sheet, row->at, (uint16_t)(MEMBER_COLUMN + i), row->members[i], &plain);
    }
    struct buffer counting = {0};
    buffer_text(&counting, "COUNTIFS(");
    put_name(&counting, row->at, MEMBER_COLUMN);
    buffer_text(&counting, ":");
    put_name(&counting, row->at, MEMBER_COLUMN + MEMBERS - 1);
    buffer_text(&counting, ",");
    worst_print(&formula, ended(&counting));
    put_formula(sheet, row, M_WORST, &formula, of[M_WORST]);
    buffer_clear(&counting);
    buffer_clear(&seen);
    buffer_clear(&whole);
}

static measure_set never_missing(void) {
    static const enum measure these[] = {M_AS_OF,   M_LAST_DAY,  M_MEASURED, M_MONTHS,
                                         M_GONE,    M_SLIPPING,  M_OVER,     M_PARTIAL,
                                         M_MEMBERS, M_REPORTING, M_WORST};
    measure_set all = 0;
    for (size_t i = 0; i < sizeof these / sizeof *these; i++) {
        all |= measure_bit(these[i]);
    }
    return all;
}

static void put_row(struct sheet *sheet, struct case_row *row, const struct plan *plan) {
    struct buffer formula = {0};
    struct rule_text text = {
        .plan = plan, .out = &formula, .cell = put_cell, .context = row, .digits = DIGITS};
    for (int m = 0; m < MEASURE_COUNT; m++) {
        if (rules[m] == NULL) {
            if (m != M_GONE && m != M_WORST) {
                put_given(sheet, row, (enum measure)m);
            }
            continue;
        }
        if (!rule_print_formula(&text, (enum measure)m)) {
            fprintf(stderr, "row %u: measure %d has no formula\n", row->at, m);
            exit(1);
        }
        put_formula(sheet, row, m, &formula, row->given.of[m]);
    }
    put_twins(sheet, row);
}

/* ---- the equations ---- */

static void put_number(void *context, struct buffer *out, enum measure m, struct ratio value) {
    char text[RATIO_TEXT];
    bool ends = ratio_decimals(value) >= 0;
    (void)context;
    (void)m;
    buffer_text(out, ends ? "" : "≈");
    buffer_text(out, ratio_plain(value, ends, NULL, 0, text));
}

static bool has_no_cell(void *context, struct buffer *out, enum measure m) {
    (void)context;
    (void)out;
    (void)m;
    return false;
}

static void put_ratio(FILE *file, struct ratio r) {
    fprintf(file, "%" PRId64 "/%" PRId64, (int64_t)r.num, (int64_t)r.den);
}

static void put_equations(FILE *file, struct case_row *row, const struct plan *plan) {
    struct buffer out = {0};
    struct rule_text text = {
        .plan = plan, .out = &out, .cell = has_no_cell, .number = put_number, .context = row};
    struct frame frame = given_frame(&row->given);
    for (int m = 0; m < MEASURE_COUNT; m++) {
        struct quantity q = row->given.of[m];
        bool status = m == M_STATUS_LOW || m == M_STATUS_HIGH || m == M_STATUS || m == M_SEEN;
        if (rules[m] == NULL || q.why != DEFINED || status) {
            continue;
        }
        if (rule_print_worked(&text, (enum measure)m, &frame) < 0) {
            fprintf(stderr, "row %u: measure %d has a number and no equation\n", row->at, m);
            exit(1);
        }
        fprintf(file, "%u\t%d\t%s\t", row->at, m, ended(&out));
        put_ratio(file, q.value);
        fputc('\n', file);
        buffer_clear(&out);
    }
}

/* ---- both ---- */

static bool same(const struct quantity *a, const struct quantity *b) {
    return a->why == b->why && (a->why != DEFINED || ratio_cmp(a->value, b->value) == 0);
}

static void one_row(struct sheet *sheet, FILE *equations, uint32_t at) {
    static struct case_row row;
    struct quantity folded[MEASURE_COUNT];
    struct plan plan;
    row = (struct case_row){.at = at};
    chance_row(&row);
    memcpy(folded, row.given.of, sizeof folded);
    plan_make(&plan, row.given.facts, never_missing(), &row.given.course);
    given_evaluate(&row.given);
    struct frame frame = given_frame(&row.given);
    frame.of = folded;
    rules_evaluate(plan.rule, &frame, folded);
    for (int m = 0; m < MEASURE_COUNT; m++) {
        if (!same(&folded[m], &row.given.of[m])) {
            fprintf(stderr, "row %u: measure %d differs when folded\n", at, m);
            exit(1);
        }
    }
    verdicts[row.given.of[M_STATUS].value.num]++;
    put_row(sheet, &row, &plan);
    put_equations(equations, &row, &plan);
    plan_clear(&plan);
}

int main(int argc, char *argv[]) {
    if (argc != 5) {
        fprintf(stderr, "rules_sheet ROWS SEED WORKBOOK EQUATIONS\n");
        return 2;
    }
    struct write_failure failure = {0};
    uint32_t rows = (uint32_t)strtoul(argv[1], NULL, 10);
    state = strtoull(argv[2], NULL, 10) * 0x9E3779B97F4A7C15u + 1;
    FILE *equations = fopen(argv[4], "w");
    if (equations == NULL) {
        perror(argv[4]);
        return 3;
    }
    struct sheets *sheets = sheets_new(argv[3], date_of(2024, 6, 30), "rules");
    struct sheet *sheet = sheet_add(sheets, "rules");
    for (uint32_t i = 0; i < rows; i++) {
        one_row(sheet, equations, i);
    }
    bool written = sheets_close(sheets, &failure);
    for (int status = STATUS_FIRST; status < STATUS_COUNT; status++) {
        printf("%ld %s%s", verdicts[status], status_key((enum status)status),
               status == STATUS_NO_TARGET ? "\n" : ", ");
        if (verdicts[status] == 0 && rows > 200) {
            fprintf(stderr, "no row has this verdict: nothing is tried\n");
            return 1;
        }
    }
    return fclose(equations) != 0 || !written ? 3 : 0;
}
