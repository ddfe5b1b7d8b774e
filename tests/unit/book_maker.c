/* SPDX-License-Identifier: MIT */
#include "book_maker.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "buffer.h"
#include "mem.h"
#include "survey.h"
#include "words.h"

enum { WORD = 64, YEAR = 2024 };

static uint32_t last_line;

static struct place next_place(void) {
    return (struct place){0, ++last_line, 1, 2};
}

/* ---- texts ---- */

static struct ratio decimal_of(const char *text, size_t n) {
    struct decimal value;
    if (decimal_parse(text, n, &value) != DECIMAL_OK) {
        fail_msg("no number: %s", text);
    }
    return ratio_decimal(value);
}

struct ratio number(const char *text) {
    const char *bar = strchr(text, '/');
    if (bar == NULL) {
        return decimal_of(text, strlen(text));
    }
    return ratio_div(decimal_of(text, (size_t)(bar - text)), decimal_of(bar + 1, strlen(bar + 1)));
}

struct date day(const char *text) {
    struct date date;
    if (!date_parse(text, strlen(text), &date)) {
        fail_msg("no date: %s", text);
    }
    return date;
}

static struct window period(const char *text) {
    struct window window;
    if (!window_parse(text, strlen(text), &window)) {
        fail_msg("no period: %s", text);
    }
    return window;
}

/* Which bounds the first number of a goal sets. */
static void second_number(struct bounds *bounds, struct ratio value) {
    if (target_has(bounds->kind, HAS_TOLERANCE)) {
        bounds->tolerance = value;
    } else if (target_has(bounds->kind, HAS_GROW)) {
        bounds->base = value;
    } else {
        bounds->high = value;
    }
}

static struct bounds worded_goal(const char *word, const char *first, const char *second) {
    struct bounds bounds = {.tolerance = ratio_int(0)};
    while (bounds.kind < TARGET_KIND_COUNT && strcmp(target_kind_key(bounds.kind), word) != 0) {
        bounds.kind++;
    }
    if (bounds.kind == TARGET_KIND_COUNT) {
        fail_msg("no goal: %s", word);
        return bounds;
    }
    struct ratio value = first[0] != '\0' ? number(first) : ratio_int(0);
    if (target_has(bounds.kind, HAS_LOW)) {
        bounds.low = value;
    }
    if (target_has(bounds.kind, HAS_HIGH)) {
        bounds.high = value;
    }
    bounds.grow = value;
    if (second[0] != '\0') {
        second_number(&bounds, number(second));
    }
    return bounds;
}

struct bounds goal(const char *text, enum better better) {
    char word[WORD] = "";
    char first[WORD] = "";
    char second[WORD] = "";
    sscanf(text, "%63s %63s %63s", word, first, second);
    if (strchr("-0123456789", text[0]) != NULL) {
        struct bounds plain =
            worded_goal(better == BETTER_LOWER ? "at_most" : "at_least", word, "");
        plain.plain = true;
        return plain;
    }
    return worded_goal(word, first, second);
}

/* ---- the book ---- */

void make_book(struct book *book) {
    last_line = 0;
    book_init(book);
}

int32_t make_org(struct book *book, const char *id) {
    struct org org = {.id = id, .name = id, .place = no_place};
    arrput(book->orgs, org);
    return (int32_t)arrlen(book->orgs) - 1;
}

int32_t make_group(struct book *book, const char *id, int total, const char *members) {
    int32_t group = make_org(book, id);
    char word[WORD];
    int length = 0;
    for (const char *at = members; sscanf(at, " %63s%n", word, &length) == 1; at += length) {
        int32_t member = book_org(book, word);
        assert_int_not_equal(member, NONE);
        arrput(book->orgs[group].members, member);
    }
    book->orgs[group].members_total = total;
    return group;
}

int32_t make_indicator(struct book *book, const char *id, enum indicator_kind kind,
                       enum better better) {
    bool percent = kind == KIND_SHARE || kind == KIND_RATE;
    const char *unit = percent ? "%" : "HTX";
    struct indicator indicator = {
        .id = id,
        .name = id,
        .unit = unit_parse(&book->pool, unit, strlen(unit)),
        .kind = kind,
        .better = better,
        .part_of = NONE,
        .ratio_of = NONE,
        .ratio_to = NONE,
        .weight = NONE,
        .balance_plus = NONE,
        .balance_minus = NONE,
        .decimals = -1,
        .show = true,
        .place = no_place,
    };
    arrput(book->indicators, indicator);
    return (int32_t)arrlen(book->indicators) - 1;
}

int32_t make_target(struct book *book, int32_t org, int32_t indicator, int year, const char *text) {
    struct target target = {
        .org = org,
        .indicator = indicator,
        .year = year,
        .bounds = goal(text, book->indicators[indicator].better),
        .weight = ratio_int(1),
        .place = next_place(),
    };
    targets_add(&book->targets, &target);
    return (int32_t)targets_count(&book->targets) - 1;
}

void set_target(struct book *book, int32_t index, const struct target *target) {
    struct targets old = book->targets;
    book->targets = (struct targets){0};
    for (int32_t i = 0; i < (int32_t)targets_count(&old); i++) {
        struct target one = i == index ? *target : targets_get(&old, i);
        targets_add(&book->targets, &one);
    }
    arrfree(old.packed); /* what the targets own is the new ones' */
    arrfree(old.wide);
    arrfree(old.origins);
}

void make_revision(struct book *book, int32_t target, const char *date, const char *text) {
    struct target t = targets_get(&book->targets, target);
    struct revision revision = {
        .date = day(date),
        .bounds = goal(text, book->indicators[t.indicator].better),
        .place = next_place(),
    };
    arrput(t.revised, revision);
    set_target(book, target, &t);
}

void make_milestone(struct book *book, int32_t target, const char *date, const char *percent) {
    struct target t = targets_get(&book->targets, target);
    struct milestone milestone = {day(date), number(percent)};
    t.pace = PACE_MILESTONES;
    arrput(t.milestones, milestone);
    set_target(book, target, &t);
}

void set_by(struct book *book, int32_t target, const char *by) {
    struct target t = targets_get(&book->targets, target);
    t.by = by;
    set_target(book, target, &t);
}

void set_date(struct book *book, int32_t target, const char *date) {
    struct target t = targets_get(&book->targets, target);
    t.date = day(date);
    set_target(book, target, &t);
}

void set_during(struct book *book, int32_t target, const char *first, const char *last) {
    struct target t = targets_get(&book->targets, target);
    t.during = (struct window){day(first), day(last)};
    set_target(book, target, &t);
}

void set_each_member(struct book *book, int32_t target, bool each_member) {
    struct target t = targets_get(&book->targets, target);
    t.each_member = each_member;
    set_target(book, target, &t);
}

/* ---- figures ---- */

static void set_value(struct figure *figure, const char *value) {
    static const char interval[] = "..";
    const char *mark = strstr(value, interval);
    size_t n = mark != NULL ? (size_t)(mark - value) : strlen(value);
    figure->low = decimal_of(value, n);
    figure->high = mark != NULL ? number(mark + strlen(interval)) : figure->low;
}

static struct figure figure_of(int32_t org, int32_t indicator, int year, const char *text) {
    char when[WORD] = "";
    char value[WORD] = "";
    assert_int_equal(sscanf(text, " %63s %63[^; ]", when, value), 2);
    struct figure figure = {
        .org = org, .indicator = indicator, .year = year, .place = next_place()};
    bool marked = value[0] == '+' || value[0] == '~';
    set_value(&figure, marked ? value + 1 : value);
    if (value[0] == '+') {
        figure.kind = FIGURE_INCREMENT;
        figure.period = period(when);
        figure.date = figure.period.last;
    } else {
        figure.kind = value[0] == '~' ? FIGURE_ESTIMATE : FIGURE_LEVEL;
        figure.date = day(when);
    }
    return figure;
}

void sort_figures(struct book *book) {
    figures_sort_by_org(&book->figures, arrlenu(book->orgs));
    figures_sort_run(&book->figures, 0, figures_count(&book->figures), arrlenu(book->indicators));
}

static void add_figure(struct book *book, const struct figure *figure) {
    figures_add(&book->figures, figure);
    sort_figures(book);
}

void make_figure(struct book *book, int32_t org, int32_t indicator, int year, const char *text) {
    struct figure figure = figure_of(org, indicator, year, text);
    add_figure(book, &figure);
}

/* The year in whose window the figure stands. */
static void settle_year(const struct book *book, struct figure *figure) {
    figure->year = figure->date.year;
    for (ptrdiff_t i = 0; i < arrlen(book->org_years); i++) {
        const struct org_year *y = &book->org_years[i];
        if (y->org == figure->org && window_holds(y->window, figure->date)) {
            figure->year = y->year;
        }
    }
}

void make_hedged(struct book *book, int32_t org, int32_t indicator, const char *text,
                 enum hedge hedge) {
    while (text != NULL) {
        struct figure figure = figure_of(org, indicator, 0, text);
        figure.hedge = hedge;
        settle_year(book, &figure);
        add_figure(book, &figure);
        text = strchr(text, ';');
        text = text != NULL ? text + 1 : NULL;
    }
}

void make_figures(struct book *book, int32_t org, int32_t indicator, const char *text) {
    make_hedged(book, org, indicator, text, HEDGE_NONE);
}

/* ---- comparing ---- */

void ask_book(struct scorecard *card, const struct book *book, const struct selection *question,
              struct findings *findings) {
    struct survey survey;
    struct demand all = {.rows = true, .checks = true};
    survey_begin(&survey, book, question, 1);
    survey_judge(&survey, &all, card, findings);
    survey_clear(&survey);
}

void compare(struct scorecard *card, const struct book *book, int year, const char *as_of) {
    struct findings findings = {0};
    struct selection selection = {.year = year};
    if (as_of != NULL) {
        selection.as_of = day(as_of);
    }
    ask_book(card, book, &selection, &findings);
    assert_int_equal(arrlen(findings.items), 0);
    findings_clear(&findings);
}

static const struct row *find_row(const struct scorecard *card, int32_t org, int32_t indicator,
                                  int nth, int *count) {
    const struct row *found = NULL;
    *count = 0;
    for (ptrdiff_t i = 0; i < arrlen(card->rows); i++) {
        const struct row *row = &card->rows[i];
        if (row->org == org && row->indicator == indicator && (*count)++ == nth) {
            found = row;
        }
    }
    return found;
}

const struct row *row_of(const struct scorecard *card, int32_t org, int32_t indicator, int nth) {
    int count;
    const struct row *row = find_row(card, org, indicator, nth, &count);
    if (row == NULL) {
        fail_msg("no row %d of %s", nth, card->book->indicators[indicator].id);
    }
    return row;
}

int rows_of(const struct scorecard *card, int32_t org, int32_t indicator) {
    int count;
    find_row(card, org, indicator, 0, &count);
    return count;
}

/* ---- one row ---- */

void situation_begin(struct situation *s, const struct setting *setting) {
    *s = (struct situation){0};
    make_book(&s->book);
    s->org = make_org(&s->book, "a");
    s->indicator = make_indicator(&s->book, "x", setting->kind, setting->better);
    struct indicator *what = &s->book.indicators[s->indicator];
    what->pace = setting->pace;
    if (setting->measured != NULL) {
        int month = 0;
        int of_month = 0;
        assert_int_equal(sscanf(setting->measured, "%d-%d", &month, &of_month), 2);
        what->measured_month = (int8_t)month;
        what->measured_day = (int8_t)of_month;
    }
    if (setting->goal != NULL) {
        int32_t target = make_target(&s->book, s->org, s->indicator, YEAR, setting->goal);
        struct target t = targets_get(&s->book.targets, target);
        t.during_text = setting->during;
        t.during = setting->during != NULL ? period(setting->during) : t.during;
        set_target(&s->book, target, &t);
    }
    make_figures(&s->book, s->org, s->indicator, setting->figures);
}

void situation_compare(struct situation *s, const char *as_of) {
    compare(&s->card, &s->book, YEAR, as_of);
    s->row = row_of(&s->card, s->org, s->indicator, 0);
}

void situation_make(struct situation *s, const struct setting *setting) {
    situation_begin(s, setting);
    situation_compare(s, setting->as_of);
}

void situation_clear(struct situation *s) {
    scorecard_clear(&s->card);
    book_clear(&s->book);
}

/* ---- what is expected ---- */

void expect_ratio(const char *cites, const char *what, struct ratio actual, const char *expected) {
    struct ratio wanted = number(expected);
    if (!ratio_valid(actual) || ratio_cmp(actual, wanted) != 0) {
        char text[RATIO_TEXT];
        fail_msg("%s: %s is %s, not %s", cites, what, ratio_plain(actual, true, NULL, 0, text),
                 expected);
    }
}

static bool is_number(const char *text) {
    return text[strcspn(text, "0123456789")] != '\0';
}

void expect_quantity(const char *cites, const char *what, struct quantity actual,
                     const char *expected) {
    if (expected == NULL) {
        return;
    }
    if (is_number(expected)) {
        if (actual.why != DEFINED) {
            const char *why = undefined_key(actual.why);
            fail_msg("%s: %s is undefined (%s), not %s", cites, what, why != NULL ? why : "-",
                     expected);
        }
        expect_ratio(cites, what, actual.value, expected);
        return;
    }
    if (actual.why == DEFINED) {
        char text[RATIO_TEXT];
        fail_msg("%s: %s is %s, not undefined (%s)", cites, what,
                 ratio_plain(actual.value, true, NULL, 0, text), expected);
    }
    expect_ratio(cites, what, actual.value, "0"); /* what is not known is no rubbish either */
    const char *why = undefined_key(actual.why);
    if (strcmp(why != NULL ? why : "-", expected) != 0) {
        fail_msg("%s: %s is undefined by %s, not by %s", cites, what, why != NULL ? why : "-",
                 expected);
    }
}

void expect_date(const char *cites, const char *what, struct date actual, const char *expected) {
    char text[DATE_TEXT];
    if (strcmp(date_print(actual, text), expected) != 0) {
        fail_msg("%s: %s is %s, not %s", cites, what, text, expected);
    }
}

void expect_status(const char *cites, enum status actual, enum status expected) {
    if (actual != expected) {
        fail_msg("%s: the status is %s, not %s", cites, status_key(actual), status_key(expected));
    }
}

void expect_int(const char *cites, const char *what, int actual, int expected) {
    if (actual != expected) {
        fail_msg("%s: %s is %d, not %d", cites, what, actual, expected);
    }
}

void expect_absent(const char *cites, const struct book *book, const struct row *row,
                   const char *expected) {
    const struct absent *absent = &row->absent;
    struct buffer text = {0};
    for (ptrdiff_t i = 0; i < arrlen(absent->missing); i++) {
        buffer_format(&text, " %s", book->orgs[absent->missing[i]].id);
    }
    for (ptrdiff_t i = 0; i < arrlen(absent->late); i++) {
        char date[DATE_TEXT];
        buffer_format(&text, " %s@%s", book->orgs[absent->late[i].org].id,
                      date_print(absent->late[i].date, date));
    }
    for (ptrdiff_t i = 0; i < arrlen(absent->joined); i++) {
        int32_t into = absent->joined[i].into;
        buffer_format(&text, " %s>%s", book->orgs[absent->joined[i].org].id,
                      into != NONE ? book->orgs[into].id : "");
    }
    buffer_put(&text, "", 1);
    const char *actual = text.text[0] == ' ' ? text.text + 1 : text.text;
    if (strcmp(actual, expected) != 0) {
        fail_msg("%s: absent are (%s), not (%s)", cites, actual, expected);
    }
    buffer_clear(&text);
}
