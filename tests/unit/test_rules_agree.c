/* The rules as a table against the rules by hand, over random books, while both exist. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <string.h>

#include "book_maker.h"
#include "facts.h"
#include "mem.h"

enum { LEAST_ROWS = 120000, TEXT = 256 };

static uint64_t seed = 9;

static int chance(int n) {
    seed ^= seed << 13;
    seed ^= seed >> 7;
    seed ^= seed << 17;
    return (int)(seed >> 33) % n;
}

/* What was compared: how often each status was seen. */
static long rows_compared;
static long seen[STATUS_COUNT];
static long reasons[UNDEFINED_COUNT];
static long intervals, partials, each_rows, revised_rows, milestone_rows;

/* ---- random books ---- */

static const char *number_text(char text[TEXT / 4]) {
    static const char *const often[] = {"0",   "5",    "10", "27", "30", "45",  "50",  "54",
                                        "55",  "60",   "66", "90", "99", "100", "110", "120",
                                        "-10", "70.5", "28", "29", "42", "46",  "48"};
    if (chance(6) == 0) {
        snprintf(text, TEXT / 4, "%d.%d", chance(130), chance(100));
    } else {
        snprintf(text, TEXT / 4, "%s", often[chance(sizeof often / sizeof *often)]);
    }
    return text;
}

static const char *goal_text(enum indicator_kind kind, char text[TEXT]) {
    static const char *const one[] = {"",           "at_least ", "more_than ", "at_most ",
                                      "less_than ", "exactly ",  "about ",     "grow ",
                                      "about",      "grow",      "range ",     "within "};
    char number[TEXT / 4];
    char more[TEXT / 4];
    if (kind == KIND_DONE) {
        return "done";
    }
    int which = chance(12);
    snprintf(text, TEXT, "%s%s", one[which], number_text(number));
    if (which == 8) {
        snprintf(text, TEXT, "about %s %d", number, chance(12));
    } else if (which == 9) {
        snprintf(text, TEXT, "grow %s %s", number, number_text(more));
    } else if (which >= 10) {
        int low = chance(100);
        snprintf(text, TEXT, "%s%d %d", one[which], low, low + chance(30));
    }
    return text;
}

static void add(struct book *book, int32_t org, int32_t indicator, const char *when,
                const char *mark, bool done) {
    char text[TEXT * 3];
    char value[TEXT];
    if (done) {
        snprintf(text, sizeof text, "%s %d", when, chance(2));
    } else if (mark[0] == '.') {
        int low = chance(120);
        snprintf(text, sizeof text, "%s %d..%d", when, low, low + 1 + chance(30));
    } else {
        snprintf(text, sizeof text, "%s %s%s", when, mark, number_text(value));
    }
    make_figures(book, org, indicator, text);
}

static void report(struct book *book, int32_t org, int32_t indicator, bool done) {
    static const char *const days[] = {"2024-03-31", "2024-05-17", "2024-06-30", "2024-09-30",
                                       "2024-12-31"};
    static const char *const same[] = {"2023-03-31", "2023-05-17", "2023-06-30", "2023-09-30"};
    int day_index = chance(5);
    if (chance(3) > 0) {
        add(book, org, indicator, "2023-12-31", chance(12) == 0 ? "." : "", done);
    }
    if (day_index < 4 && chance(2)) {
        add(book, org, indicator, same[day_index], chance(12) == 0 ? "." : "", done);
    }
    if (chance(6) > 0) {
        add(book, org, indicator, days[day_index], chance(4) == 0 ? "." : "", done);
    }
    if (!done && chance(4) == 0) {
        add(book, org, indicator, "2024-08-15", "~", false);
    }
}

/* A figure that a negative bound or an interval of growth could not take: the maker would stop. */
static void add_target(struct book *book, int32_t org, int32_t indicator, bool each) {
    char text[TEXT];
    struct indicator *what = &book->indicators[indicator];
    int32_t target = make_target(book, org, indicator, 2024, goal_text(what->kind, text));
    set_each_member(book, target, each);
    if (chance(4) == 0) {
        make_revision(book, target, chance(2) ? "2024-02-01" : "2024-10-01",
                      goal_text(what->kind, text));
        struct target t = targets_get(&book->targets, target);
        if (!ratio_valid(t.revised[0].bounds.base)) {
            t.revised[0].bounds.base = t.bounds.base; /* as it is read */
            set_target(book, target, &t);
        }
    }
    if (chance(4) == 0 && indicator_adds_up(what)) {
        if (chance(3) > 0) {
            make_milestone(book, target, "2024-03-31", chance(2) ? "20" : "0");
        }
        make_milestone(book, target, "2024-06-15", "45.5");
        if (chance(2)) {
            make_milestone(book, target, "2024-12-31", chance(2) ? "100" : "90");
        }
    } else if (chance(4) == 0 && indicator_adds_up(what)) {
        struct target t = targets_get(&book->targets, target);
        static const enum pace paces[] = {PACE_LINEAR, PACE_NONE, PACE_LAST_YEAR};
        t.pace = paces[chance(3)];
        set_target(book, target, &t);
    }
    if (chance(6) == 0 && what->kind == KIND_FLOW) {
        bool first = chance(2);
        set_during(book, target, first ? "2024-01-01" : "2024-07-01",
                   first ? "2024-06-30" : "2024-12-31");
    }
}

static void make_random(struct book *book) {
    static const enum pace paces[] = {PACE_DEFAULT, PACE_LINEAR, PACE_NONE, PACE_LAST_YEAR};
    make_book(book);
    int32_t orgs[4];
    orgs[0] = make_org(book, "a");
    orgs[1] = make_org(book, "b");
    orgs[2] = make_org(book, "c");
    orgs[3] = make_group(book, "g", 3 + chance(2), "a b c");
    if (chance(3) == 0) {
        struct org_year year = {orgs[chance(4)], 2024, {day("2023-12-15"), day("2024-12-14")}, {0}};
        arrput(book->org_years, year);
    }
    for (int i = 0; i < 4; i++) {
        enum indicator_kind kind = (enum indicator_kind)chance(KIND_COUNT);
        char id[] = {(char)('p' + i), '\0'};
        int32_t indicator =
            make_indicator(book, id, kind, (enum better)chance(kind == KIND_DONE ? 1 : 2));
        struct indicator *what = &book->indicators[indicator];
        what->pace = paces[chance(4)];
        if (chance(6) == 0) {
            what->measured_month = chance(2) ? 12 : 6;
            what->measured_day = chance(2) ? 30 : 15;
        }
        if (chance(8) == 0) {
            what->rollup = chance(2) ? ROLLUP_MAX : ROLLUP_LAST;
        }
        bool each = chance(3) == 0;
        for (int o = 0; o < 4; o++) {
            bool group = o == 3;
            if (!group || chance(4) == 0) {
                report(book, orgs[o], indicator, kind == KIND_DONE);
            }
            if (chance(6) > 0 && (group || !each)) {
                add_target(book, orgs[o], indicator, group && each);
            }
        }
    }
}

/* ---- both ---- */

static void expect_same(const struct row *row, const char *what, struct quantity hand,
                        struct quantity rule) {
    bool fits = hand.why != DEFINED || ratio_valid(hand.value);
    bool same =
        hand.why == rule.why && (hand.why != DEFINED || ratio_cmp(hand.value, rule.value) == 0);
    reasons[rule.why]++;
    if (!fits || !same) {
        char left[RATIO_TEXT];
        char right[RATIO_TEXT];
        fail_msg("row %ld (org %d, indicator %d): %s is %s (%d) by hand, %s (%d) by rule",
                 rows_compared, row->org, row->indicator, what,
                 ratio_plain(hand.value, true, NULL, 0, left), (int)hand.why,
                 ratio_plain(rule.value, true, NULL, 0, right), (int)rule.why);
    }
}

/* What the group's row takes from its members' rows, as rows.c takes it. */
static void take_members(const struct scorecard *card, const struct row *row, struct given *given) {
    const struct org *group = &card->book->orgs[row->org];
    enum status worst = STATUS_EXCEEDED;
    int judged = 0;
    bool summed = row->has_actual && row->figure == NONE && row->computed;
    for (ptrdiff_t i = 0; i < arrlen(group->members); i++) {
        for (ptrdiff_t r = 0; r < arrlen(card->rows); r++) {
            const struct row *member = &card->rows[r];
            bool mine = member->org == group->members[i] && member->target == row->target;
            bool reports =
                mine && member->has_actual && (!summed || date_cmp(member->date, row->date) >= 0);
            if (reports && member->computed_status != STATUS_NO_BASELINE) {
                worst = status_worse(worst, member->computed_status);
                judged++;
            }
        }
    }
    given->of[M_JUDGED] = defined(ratio_int(judged));
    given->of[M_WORST] = defined(ratio_int(status_rank(worst, false)));
}

/* `same_day`: members are seen from the group's day, as it sees them. */
static void expect_row(const struct scorecard *card, const struct row *row, bool same_day) {
    struct given given;
    given_of_row(card->book, row, &given);
    if (row->each_group) {
        take_members(card, row, &given);
    }
    given_evaluate(&given);
    const struct {
        const char *what;
        struct quantity hand;
        enum measure rule;
    } both[] = {
        {"elapsed", row->elapsed, M_ELAPSED},
        {"same", row->last_year_same, M_SAME},
        {"vs last year", row->vs_last_year, M_VS_LAST_YEAR},
        {"share due", row->share_due, M_DUE},
        {"expected", row->expected, M_EXPECTED},
        {"attainment", row->attainment, M_ATTAINMENT},
        {"attainment high", row->attainment_high, M_ATTAINMENT_HIGH},
        {"attainment original", row->attainment_original, M_ATTAINMENT_ORIGINAL},
        {"gap", row->gap, M_GAP},
        {"gap high", row->gap_high, M_GAP_HIGH},
        {"left", row->left, M_LEFT},
        {"progress", row->progress, M_PROGRESS},
        {"progress high", row->progress_high, M_PROGRESS_HIGH},
        {"run rate", row->forecast_run_rate, M_RUN_RATE},
        {"seasonal", row->forecast_seasonal, M_SEASONAL},
        {"needed", row->needed_per_month, M_NEEDED},
        {"achieved", row->achieved_per_month, M_ACHIEVED},
    };
    for (size_t i = 0; i < sizeof both / sizeof *both; i++) {
        expect_same(row, both[i].what, both[i].hand, given.of[both[i].rule]);
    }
    struct quantity original = given.of[M_DECIDES_FIRST];
    if ((row->target_original.why == DEFINED) != (original.why == DEFINED)) {
        fail_msg("kind %d better %d first %d now %d each %d why %d", given.facts[F_KIND],
                 given.facts[F_BETTER], given.facts[F_TARGET_FIRST], given.facts[F_TARGET],
                 row->each_group, (int)original.why);
    }
    assert_int_equal(ratio_cmp(row->target_original.value, original.value), 0);
    bool decides = row->has_target && row->bounds_known && ratio_valid(row->deciding);
    assert_int_equal(decides, given.of[M_DECIDES].why == DEFINED);
    assert_true(!decides || ratio_cmp(row->deciding, given.of[M_DECIDES].value) == 0);
    if (decides && row->bounds.kind == TARGET_GROW) {
        assert_int_equal(ratio_cmp(row->bounds.low, given.of[M_STATED].value), 0);
    }
    enum rank low = (enum rank)given.of[M_STATUS_LOW].value.num;
    enum rank high = (enum rank)given.of[M_STATUS_HIGH].value.num;
    enum rank status = (enum rank)given.of[M_STATUS].value.num;
    if ((same_day || !row->each_group) && rank_status(status) != row->computed_status) {
        fail_msg("row %ld: %s by hand, %s by rule", rows_compared, status_key(row->computed_status),
                 status_key(rank_status(status)));
    }
    assert_int_equal(low == RANK_NOT_DUE, row->not_due);
    if (!row->each_group) {
        assert_int_equal(rank_status(low), row->status_low);
        assert_int_equal(rank_status(high), row->status_high);
        assert_int_equal(low != high, row->uncertain);
    }
    rows_compared++;
    seen[row->computed_status]++;
    intervals += given.facts[F_INTERVAL];
    partials += row->partial;
    each_rows += row->each_group;
    revised_rows += row->revision != NONE;
    milestone_rows += row->pace == PACE_MILESTONES;
    given_clear(&given);
}

static void test_agree(void **state) {
    (void)state;
    static const char *const days[] = {"2024-02-15", "2024-06-30", "2024-10-31", "2024-12-31",
                                       "2025-02-01"};
    while (rows_compared < LEAST_ROWS) {
        struct book book;
        struct scorecard card;
        make_random(&book);
        const char *as_of = chance(2) ? NULL : days[chance(5)];
        compare(&card, &book, 2024, as_of);
        for (ptrdiff_t i = 0; i < arrlen(card.rows); i++) {
            expect_row(&card, &card.rows[i], as_of != NULL);
        }
        scorecard_clear(&card);
        book_clear(&book);
    }
    for (int i = 0; i < STATUS_COUNT; i++) {
        print_message("# %ld %s\n", seen[i], status_key((enum status)i));
        assert_true(seen[i] > 50);
    }
    for (int i = 0; i < UNDEFINED_COUNT; i++) {
        const char *key = undefined_key((enum undefined)i);
        print_message("# %ld %s\n", reasons[i], key != NULL ? key : "-");
    }
    print_message("# %ld rows: %ld intervals, %ld partial, %ld each, %ld revised, %ld milestones\n",
                  rows_compared, intervals, partials, each_rows, revised_rows, milestone_rows);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_agree),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
