/* SPDX-License-Identifier: MIT */
/* A figure that a report prints, recomputed from the figures (docs/QUY-TAC.md section 7). What the
 * claim's day sees is a row, and what it needs are that row's measures. */
#include <assert.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "assigned.h"
#include "bounds.h"
#include "checks.h"
#include "estimate.h"
#include "goals.h"
#include "judge.h"
#include "mem.h"
#include "members.h"
#include "memo.h"
#include "rows.h"

static const char actual_missing[] = "actual";
static const char partial_missing[] = "partial";
static const char target_missing[] = "target";
static const char ambiguous[] = "ambiguous_target";
static const char last_year_missing[] = "last_year";
static const char zero_missing[] = "zero";

/* One or two ends of what is known; or what is not there. */
struct term {
    struct ratio low;
    struct ratio high;
    const char *missing; /* NULL: it is known */
    bool partial;        /* of some of the members only */
};

static struct term without(const char *missing) {
    return (struct term){ratio_int(0), ratio_int(0), missing, false};
}

/* A claim on its way to its answer. */
struct claimed {
    const struct ledger *ledger;
    const struct claim *claim;
    int32_t index;
    struct claim_goals *goals; /* of the claim before */
};

/* ---- what the claim's day sees ---- */

/* The figure that the entry of the claim itself has. */
static bool entry_figure(const struct claimed *c, int32_t indicator, struct figure *out,
                         int32_t *index) {
    const struct claim *claim = c->claim;
    struct figure_run run =
        ledger_figures(c->ledger, claim->org, indicator, claim->year, claim->entry);
    for (int32_t i = run.first; i < run.first + run.count; i++) {
        figures_read(&c->ledger->book->figures, i, out);
        bool same = date_cmp(out->date, claim->date) == 0;
        if (same && (claim->entry != FIGURE_INCREMENT || same_part(out->period, claim->period))) {
            *index = i;
            return true;
        }
    }
    return false;
}

/* Puts the entry's own figure in the place of the one that was read: a month's is that of its
 * month, any other that of the year. */
static void take_entry(const struct claimed *c, int32_t indicator, struct row *row) {
    struct figure own;
    int32_t index;
    struct window its = c->claim->entry == FIGURE_INCREMENT
                            ? c->claim->period
                            : book_window(c->ledger->book, c->claim->org, c->claim->year);
    if (c->claim->entry == FIGURE_ESTIMATE || !same_part(its, row->window) ||
        !entry_figure(c, indicator, &own, &index)) {
        return;
    }
    struct reading reading = {.known = true,
                              .low = own.low,
                              .high = own.high,
                              .hedge = own.hedge,
                              .date = own.date,
                              .figure = index};
    absent_clear(&row->absent);
    row_take_reading(&reading, row);
}

/* The row of an indicator on the claim's day, of its target or of these days, not judged. The
 * caller clears row->absent. */
static void look(const struct claimed *c, int32_t indicator, struct window window,
                 const struct assigned *goal, struct row *row) {
    const struct claim *claim = c->claim;
    row_begin(c->ledger, claim->org, indicator, claim->year, claim->date, row);
    row->window = window;
    if (goal != NULL) {
        row_take_target(c->ledger, goal, row);
    }
    struct reading reading =
        ledger_read(c->ledger, claim->org, indicator, claim->year, row->window, claim->date);
    row_take_reading(&reading, row);
    take_entry(c, indicator, row);
}

static void see(const struct claimed *c, int32_t indicator, struct window window,
                const struct assigned *goal, struct row *row) {
    look(c, indicator, window, goal, row);
    judge_row(c->ledger, row);
    absent_clear(&row->absent);
}

/* What the entry says of the indicator: its estimate, or the figure of its day; of a part of the
 * year the figure that it had by then. */
static struct term figure_of(const struct claimed *c, const struct row *row) {
    if (c->claim->entry == FIGURE_ESTIMATE) {
        struct reading r =
            estimate_read(c->ledger, row->org, row->indicator, row->year, c->claim->date);
        bool own = row->indicator == c->claim->indicator; /* another's may be older */
        bool on_day = r.known && date_cmp(r.date, c->claim->date) == 0;
        return r.known && (on_day || !own) ? (struct term){r.low, r.high, NULL, false}
                                           : without(actual_missing);
    }
    struct window year = book_window(c->ledger->book, row->org, row->year);
    bool of_part = !same_part(year, row->window);
    if (!row->has_actual || (!of_part && date_cmp(row->date, c->claim->date) != 0)) {
        return without(actual_missing);
    }
    return (struct term){row->low, row->high, NULL, row->partial != PARTIAL_NOT};
}

/* The days of which the entry speaks: those of its month where it has a figure of it, else the
 * year. */
static struct window own_window(const struct claimed *c, int32_t indicator) {
    struct figure own;
    int32_t index;
    bool month = c->claim->entry == FIGURE_INCREMENT && entry_figure(c, indicator, &own, &index);
    return month ? c->claim->period : book_window(c->ledger->book, c->claim->org, c->claim->year);
}

/* ---- its target ---- */

/* How near the target's part lies to what the claim speaks of; 0: it is not meant. */
enum nearness { NOT_MEANT, OF_THE_YEAR, HOLDS_THE_DAY, NAMED };

static enum nearness nearness_of(const struct claim *claim, const struct assigned *goal) {
    bool part = date_known(goal->during.first);
    if (date_known(claim->during.first)) {
        return same_part(goal->during, claim->during) ? NAMED : NOT_MEANT;
    }
    if (!part) {
        return OF_THE_YEAR;
    }
    if (claim->entry == FIGURE_ESTIMATE || !window_holds(goal->during, claim->date)) {
        return NOT_MEANT;
    }
    return HOLDS_THE_DAY;
}

static int by_assigner(const void *left, const void *right) {
    const struct claim_goal *a = left;
    const struct claim_goal *b = right;
    if (a->by == NULL || b->by == NULL) {
        int by = (a->by != NULL) - (b->by != NULL);
        return by != 0 ? by : (a->at > b->at) - (a->at < b->at);
    }
    int by = strcmp(a->by, b->by);
    return by != 0 ? by : (a->at > b->at) - (a->at < b->at);
}

/* The targets that are known and in force on the claim's day. */
static void find_goals(const struct claimed *c, struct claim_goals *goals) {
    const struct claim *claim = c->claim;
    claim_goals_clear(goals);
    goals->all = assigned_any(c->ledger, claim->org, claim->indicator, claim->year, claim->date);
    for (int32_t i = 0; i < arrlen(goals->all); i++) {
        arrput(goals->named, ((struct claim_goal){goals->all[i].by, i}));
    }
    if (goals->named != NULL) {
        qsort(goals->named, arrlenu(goals->named), sizeof *goals->named, by_assigner);
    }
}

/* Those of them that lie nearest to what the claim speaks of. */
static void find_near(const struct claim *claim, struct claim_goals *goals) {
    enum nearness nearest = NOT_MEANT;
    arrsetlen(goals->near, 0);
    for (ptrdiff_t i = 0; i < arrlen(goals->all); i++) {
        enum nearness near = nearness_of(claim, &goals->all[i]);
        nearest = near > nearest ? near : nearest;
    }
    for (ptrdiff_t i = 0; nearest != NOT_MEANT && i < arrlen(goals->named); i++) {
        struct claim_goal goal = goals->named[i];
        if (nearness_of(claim, &goals->all[goal.at]) == nearest) {
            goals->first =
                arrlen(goals->near) == 0 || goal.at < goals->first ? goal.at : goals->first;
            arrput(goals->near, goal);
        }
    }
}

/* The targets that the claim may mean. Claims of one entry stand together and mostly speak of the
 * same, so what was found for the last one is kept. */
static void see_goals(const struct claimed *c) {
    const struct claim *claim = c->claim;
    struct claim_goals *goals = c->goals;
    const struct claim *last = goals->of;
    bool same = last != NULL && last->org == claim->org && last->indicator == claim->indicator &&
                last->year == claim->year && date_cmp(last->date, claim->date) == 0;
    if (!same) {
        find_goals(c, goals);
    }
    if (!same || last->entry != claim->entry || !same_part(last->during, claim->during)) {
        find_near(claim, goals);
    }
    goals->of = claim;
}

void claim_goals_clear(struct claim_goals *goals) {
    arrfree(goals->all);
    arrfree(goals->named);
    arrfree(goals->near);
    *goals = (struct claim_goals){0};
}

/* The first of them that this one assigned, and how many there are; 2: or more. */
static int32_t assigned_by(const struct claim_goals *goals, const char *by, int *found) {
    size_t from = 0;
    size_t n = arrlenu(goals->near);
    for (size_t end = n; from < end;) {
        size_t middle = from + (end - from) / 2;
        struct claim_goal wanted = {by, NONE};
        bool before = by_assigner(&goals->near[middle], &wanted) < 0;
        from = before ? middle + 1 : from;
        end = before ? end : middle;
    }
    bool one = from < n && same_assigner(goals->near[from].by, by);
    bool two = one && from + 1 < n && same_assigner(goals->near[from + 1].by, by);
    *found = one + two;
    return one ? goals->near[from].at : NONE;
}

/* The one target that is meant, known and in force on the claim's day, or why there is none: of
 * those that lie nearest the one of its `by`; without one it may be any of them. */
static const char *target_of(const struct claimed *c, struct assigned *out) {
    see_goals(c);
    int found = (int)arrlen(c->goals->near);
    int32_t at = c->goals->first;
    if (c->claim->by != NULL) {
        at = assigned_by(c->goals, c->claim->by, &found);
    }
    if (found == 0) {
        return target_missing;
    }
    *out = c->goals->all[at];
    return found > 1 ? ambiguous : NULL;
}

/* What a target is worth: T, and a range's other bound; both of one to stay within. */
static struct term stated(const struct claimed *c, const struct assigned *goal,
                          const struct row *row) {
    const struct bounds *bounds = &goal->bounds;
    const struct quantity *t = &row->is[M_STATED];
    if (bounds->kind == TARGET_WITHIN) {
        return (struct term){bounds->low, bounds->high, NULL, false};
    }
    if (t->why != DEFINED) {
        return without(t->why == UNDEFINED_PARTIAL       ? partial_missing
                       : t->why == UNDEFINED_NO_BASELINE ? last_year_missing
                                                         : target_missing);
    }
    struct ratio far = bounds_far(bounds, c->ledger->book->indicators[row->indicator].better);
    return (struct term){t->value, ratio_valid(far) ? far : t->value, NULL, false};
}

/* A month's entry speaks of its running total beside any target but that of the month. */
static void of_target(const struct claimed *c, struct term *actual, struct term *against) {
    const struct claim *claim = c->claim;
    struct assigned goal;
    const char *why = target_of(c, &goal);
    bool any = why != target_missing;
    struct row row;
    struct window year = book_window(c->ledger->book, claim->org, claim->year);
    see(c, claim->indicator, any ? year : own_window(c, claim->indicator), any ? &goal : NULL,
        &row);
    *against = why != NULL ? without(why) : stated(c, &goal, &row);
    if (claim->entry == FIGURE_ESTIMATE && !same_part(row.window, year)) {
        see(c, claim->indicator, year, NULL, &row); /* the row of a part has no estimate */
    }
    *actual = figure_of(c, &row);
}

/* ---- last year, another indicator ---- */

static struct term known_or(struct quantity q, const char *missing) {
    return q.why == DEFINED             ? (struct term){q.value, q.value, NULL, false}
           : q.why == UNDEFINED_PARTIAL ? without(partial_missing)
                                        : without(missing);
}

static void of_last_year(const struct claimed *c, struct term *actual, struct term *against) {
    struct row row;
    see(c, c->claim->indicator, own_window(c, c->claim->indicator), NULL, &row);
    *actual = figure_of(c, &row);
    bool estimate = c->claim->entry == FIGURE_ESTIMATE;
    *against = known_or(row.is[estimate ? M_BASE : M_BY_NOW], last_year_missing);
    bool unlike = row.members_alike > 0 && row.members_alike < row.members_total;
    if (against->missing == NULL && (estimate ? row.base_partial : unlike)) {
        *against = without(partial_missing); /* of some of the members only */
    }
}

/* The other figure in the unit of the claim's where the two convert. A range divides the other way
 * round: low / high, high / low. */
static void of_other(const struct claimed *c, struct term *actual, struct term *against) {
    const struct claim *claim = c->claim;
    const struct indicator *all = c->ledger->book->indicators;
    struct row row;
    look(c, claim->indicator, own_window(c, claim->indicator), NULL, &row);
    absent_clear(&row.absent);
    *actual = figure_of(c, &row);
    look(c, claim->of, own_window(c, claim->of), NULL, &row);
    absent_clear(&row.absent);
    struct term other = figure_of(c, &row);
    if (other.missing == actual_missing) {
        other.missing = all[claim->of].id;
    }
    /* of unlike things the scales alone */
    struct ratio factor = ratio_of(all[claim->of].unit.scale, all[claim->indicator].unit.scale);
    unit_factor(&all[claim->of].unit, &all[claim->indicator].unit, &factor);
    *against = other;
    against->low = ratio_mul(other.high, factor);
    against->high = ratio_mul(other.low, factor);
}

/* ---- the arithmetic ---- */

enum arithmetic { QUOTIENT, QUOTIENT_LESS_ONE, DIFFERENCE };

/* How each kind is computed, and where its rounding must not land. */
static const struct claim_arithmetic {
    void (*terms)(const struct claimed *, struct term *actual, struct term *against);
    enum arithmetic arithmetic;
    bool percent;
    int edges; /* how many of 0 and the other one */
    int other; /* edge */
} kinds[] = {
    [CLAIM_ATTAINMENT] = {of_target, QUOTIENT, true, 2, 100},
    [CLAIM_OVER] = {of_target, QUOTIENT_LESS_ONE, true, 1, 0},
    [CLAIM_TIMES] = {of_target, QUOTIENT, false, 2, 1},
    [CLAIM_OF_LAST_YEAR] = {of_last_year, QUOTIENT, true, 2, 100},
    [CLAIM_SHARE_OF] = {of_other, QUOTIENT, true, 2, 100},
    [CLAIM_GROWTH] = {of_last_year, QUOTIENT_LESS_ONE, true, 1, 0},
    [CLAIM_CHANGE] = {of_last_year, DIFFERENCE, false, 1, 0},
    [CLAIM_HEADLINE] = {NULL, DIFFERENCE, false, 0, 0},
};
static_assert(sizeof kinds / sizeof *kinds == CLAIM_KIND_COUNT, "a kind is not computed");

int claim_edges(enum claim_kind kind, struct ratio edges[CLAIM_EDGES]) {
    edges[0] = ratio_int(0);
    edges[1] = ratio_int(kinds[kind].other);
    return kinds[kind].edges;
}

static struct ratio compute(const struct claim_arithmetic *how, struct ratio a, struct ratio b) {
    if (how->arithmetic == DIFFERENCE) {
        return ratio_sub(a, b);
    }
    struct ratio quotient = ratio_div(a, b);
    if (how->arithmetic == QUOTIENT_LESS_ONE) {
        quotient = ratio_sub(quotient, ratio_int(1));
    }
    return how->percent ? ratio_mul(quotient, ratio_int(100)) : quotient;
}

/* Ends of the quotient of two ranges, the lower one first where the whole is above 0; `against` has
 * its upper end first. */
static int ends_of_share(const struct claim_arithmetic *how, const struct term *actual,
                         const struct term *against, struct ratio ends[4]) {
    bool above = ratio_sign(against->high) > 0;
    bool low_below = above && ratio_sign(actual->low) < 0;
    bool high_below = above && ratio_sign(actual->high) < 0;
    ends[0] = compute(how, actual->low, low_below ? against->high : against->low);
    ends[1] = compute(how, actual->high, high_below ? against->low : against->high);
    return 2;
}

/* The ends to be tried, in order; how many: either end of the figure with either of the target. */
static int ends_of(const struct claim_arithmetic *how, const struct term *actual,
                   const struct term *against, struct ratio ends[4]) {
    if (how->terms == of_other) {
        return ends_of_share(how, actual, against, ends);
    }
    ends[0] = compute(how, actual->low, against->low);
    ends[1] = compute(how, actual->high, against->low);
    ends[2] = compute(how, actual->low, against->high);
    ends[3] = compute(how, actual->high, against->high);
    return 4;
}

/* What was published, with the edges of its kind; how many. */
static size_t published_of(const struct claim *claim, struct published *published,
                           struct ratio edges[2]) {
    const struct claim_arithmetic *how = &kinds[claim->kind];
    *published =
        (struct published){ratio_decimal(claim->printed), claim->printed.scale, claim->hedge};
    edges[0] = ratio_int(0);
    edges[1] = ratio_int(how->other);
    return (size_t)how->edges;
}

/* The end that fits best; of those that fit alike the first. */
static void take_best(const struct claim *claim, const struct term *actual,
                      const struct term *against, struct claim_check *check) {
    const struct claim_arithmetic *how = &kinds[claim->kind];
    struct ratio edges[2];
    struct published published;
    size_t edges_count = published_of(claim, &published, edges);
    struct ratio ends[4];
    int n = ends_of(how, actual, against, ends);
    for (int i = 0; i < n; i++) {
        if (!ratio_valid(ends[i])) {
            continue;
        }
        enum verdict verdict = published_compare(&published, ends[i], edges, edges_count);
        if (check->verdict == VERDICT_UNCHECKED || verdict < check->verdict) {
            check->verdict = verdict;
            check->computed = defined(ends[i]);
        }
    }
}
static_assert(VERDICT_AGREES < VERDICT_CUT && VERDICT_CUT < VERDICT_DIFFERS, "the best is least");

/* ---- a headline ---- */

static int no_more_than_int(int64_t n) {
    return n < INT_MAX ? (int)n : INT_MAX;
}

struct goals_met {
    int met;
    int of;
};

static struct goals_met goals_of_itself(const struct ledger *ledger, const struct org_question *q) {
    static const struct selection all = {0};
    struct goals_met goals = {0, 0};
    if (goals_exist(ledger, q, &all)) { /* else no row needs to be judged */
        struct scorecard card = {.book = ledger->book};
        rows_of_orgs(&card, ledger, q, 1, &all);
        for (ptrdiff_t i = 0; i < arrlen(card.rows); i++) {
            goals.of += card.rows[i].goal;
            goals.met += card.rows[i].goal && card.rows[i].status <= STATUS_MET;
        }
        scorecard_clear(&card);
    }
    return goals;
}

/* Of the organisation alone; of a group without goals, of its members. Many ways may lead to one of
 * them. */
static struct goals_met count_goals(const struct ledger *ledger, const struct org_question *q) {
    struct question asked = {.indicator = NONE, .year = q->year, .as_of = q->as_of};
    struct memo_key key = memo_key(q->org, &asked, MEMO_GOALS);
    struct reading kept = {.figure = NONE};
    if (memo_get(ledger->memo, &key, &kept, NULL)) {
        return (struct goals_met){kept.reporting, kept.total};
    }
    struct goals_met goals = goals_of_itself(ledger, q);
    bool of_members = goals.of == 0;
    size_t members = members_possible(ledger, q->org);
    effort_spend(ledger->effort, members);
    for (size_t i = 0; of_members && i < members; i++) {
        struct org_question member = {members_at(ledger, q->org, i), q->year, q->as_of, false};
        if (members_hold(ledger, q->org, i, q->as_of)) {
            struct goals_met its = count_goals(ledger, &member);
            goals.met = no_more_than_int((int64_t)goals.met + its.met);
            goals.of = no_more_than_int((int64_t)goals.of + its.of);
        }
    }
    kept.reporting = goals.met;
    kept.total = goals.of;
    memo_put(ledger->memo, &key, &kept, NULL);
    return goals;
}

static struct claim_check check_headline(const struct claimed *c) {
    const struct claim *claim = c->claim;
    struct org_question q = {claim->org, claim->year, claim->date, false};
    struct claim_check check = {.claim = c->index, .verdict = VERDICT_UNCHECKED, .lone = {0, 0}};
    struct goals_met goals = count_goals(c->ledger, &q);
    check.met = goals.met;
    check.of = goals.of;
    bool met = ratio_cmp(ratio_decimal(claim->printed), ratio_int(check.met)) == 0;
    check.computed = defined(ratio_int(check.met));
    check.verdict = met && claim->printed_of == check.of ? VERDICT_AGREES : VERDICT_DIFFERS;
    return check;
}

/* What is not there, in the order in which the rules name it; of a target what it lacks comes
 * before what the figure does. */
static const char *missing_of(const struct claim_arithmetic *how, const struct term *actual,
                              const struct term *against) {
    bool of_goal = how->terms == of_target;
    if (actual->missing != NULL) {
        return actual->missing;
    }
    if (actual->partial && !of_goal) {
        return partial_missing;
    }
    if (against->missing != NULL) {
        return against->missing;
    }
    bool divides = how->arithmetic != DIFFERENCE;
    if (divides && (ratio_sign(against->low) == 0 || ratio_sign(against->high) == 0)) {
        return zero_missing;
    }
    return actual->partial || against->partial ? partial_missing : NULL;
}

/* ---- a lone percentage ---- */

/* The one number that is there where the other is not; the invalid ratio where that is not so. */
static struct ratio lone_number(const struct term *actual, const struct term *against) {
    const struct term *there = actual->missing == NULL ? actual : against;
    bool one = (actual->missing == NULL) != (against->missing == NULL);
    bool sure = one && !there->partial && ratio_cmp(there->low, there->high) == 0;
    return sure ? there->low : (struct ratio){0, 0};
}

const char *claim_beside(const struct claim *claim, struct ratio computed, char text[RATIO_TEXT]) {
    struct ratio edges[2];
    struct published published;
    size_t n = published_of(claim, &published, edges);
    return published_beside(&published, computed, edges, n, text);
}

bool claim_wholes(const struct claim *claim, const struct claim_check *check, struct wholes *out) {
    const struct claim_arithmetic *how = &kinds[claim->kind];
    struct lone lone = {.known = check->lone, .divides = check->missing != actual_missing};
    bool none = check->missing == ambiguous || check->missing == partial_missing;
    if (none || !ratio_valid(check->lone) || how->arithmetic == DIFFERENCE) {
        return false;
    }
    lone.edges_count = published_of(claim, &lone.published, lone.edges);
    lone.times = ratio_int(how->percent ? 100 : 1);
    lone.less = how->arithmetic == QUOTIENT_LESS_ONE ? lone.times : ratio_int(0);
    return published_wholes(&lone, out);
}

struct claim_check claim_recompute(const struct ledger *ledger, int32_t index,
                                   struct claim_goals *goals) {
    struct claimed c = {ledger, &ledger->book->claims[index], index, goals};
    if (c.claim->kind == CLAIM_HEADLINE) {
        return check_headline(&c);
    }
    struct claim_check check = {
        .claim = index, .verdict = VERDICT_UNCHECKED, .met = -1, .lone = {0, 0}};
    struct term actual;
    struct term against;
    check.computed = undefined(UNDEFINED_NO_DATA);
    kinds[c.claim->kind].terms(&c, &actual, &against);
    check.missing = missing_of(&kinds[c.claim->kind], &actual, &against);
    check.lone = lone_number(&actual, &against);
    if (check.missing == NULL) {
        take_best(c.claim, &actual, &against, &check);
    }
    return check;
}
