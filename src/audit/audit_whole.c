/* SPDX-License-Identifier: MIT */
/* What is checked of a target, of an organisation and of what a person set by hand
 * (docs/QUY-TAC.md sections 3, 6 and 7). */
#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "audit_inside.h"
#include "mem.h"
#include "members.h"
#include "words.h"

/* ---- a target and those of its parts ---- */

static void check_target_breakdown(const struct audit *a, const struct partition *breakdown,
                                   const struct assigned *whole, int32_t org, int year,
                                   struct date day) {
    char summed[RATIO_TEXT];
    char goal[RATIO_TEXT];
    const struct indicator *what = &a->book->indicators[breakdown->whole];
    struct part_sum sum = parts_assigned(a->ledger, breakdown, whole, org, year, day);
    bool adds = indicator_adds_up(what);
    struct ratio most = adds ? sum.low : sum.most;
    if (sum.there > 0 && ratio_valid(most) && ratio_cmp(most, whole->stated) > 0) {
        FIND(a->findings, MSG_PARTS_ABOVE, adds ? sum.place : sum.largest,
             audit_plain(most, summed), audit_plain(whole->stated, goal), what->name)
            ->related = whole->place;
    }
}

void audit_target(struct audit *a, int32_t target) {
    const struct packed_target *p = &a->book->targets.packed[target];
    struct breakdown_run its = breakdowns_of(&a->breakdowns, p->indicator);
    struct target t = targets_get(&a->book->targets, target);
    audit_plausible_target(a, &t);
    if (its.first == its.end) {
        return;
    }
    struct date day = audit_day(a, t.org, t.year);
    struct assigned *list = t.each_member
                                ? assigned_to_each(a->ledger, t.org, t.indicator, t.year, day)
                                : assigned_own(a->ledger, t.org, t.indicator, t.year, day);
    struct ratio members = ratio_int(t.each_member ? members_count(a->ledger, t.org, day) : 1);
    for (ptrdiff_t i = 0; i < arrlen(list); i++) {
        list[i].stated = ratio_mul(list[i].stated, members);
        for (int32_t b = its.first; b < its.end; b++) {
            if (list[i].target == target && ratio_valid(list[i].stated)) {
                check_target_breakdown(a, &a->breakdowns.all[b], &list[i], t.org, t.year, day);
            }
        }
    }
    arrfree(list);
}

/* ---- claims ---- */

enum { CLAIM_TEXT = 2 * RATIO_TEXT };

/* ">54%", "9/13", "1.5": as data, whatever the language. */
static void claim_text(const struct claim *claim, const char *number, char text[CLAIM_TEXT]) {
    static const char *const signs[] = {
        [HEDGE_NONE] = "", [HEDGE_MORE_THAN] = ">", [HEDGE_LESS_THAN] = "<", [HEDGE_ABOUT] = "~"};
    static_assert(sizeof signs / sizeof *signs == HEDGE_COUNT, "a hedge has no sign");
    bool percent = claim->kind != CLAIM_TIMES && claim->kind != CLAIM_CHANGE;
    snprintf(text, CLAIM_TEXT, "%s%s%s", signs[claim->hedge], number, percent ? "%" : "");
}

static void check_headline(const struct audit *a, const struct claim *claim,
                           const struct claim_check *check) {
    char said[CLAIM_TEXT];
    char made[CLAIM_TEXT];
    char met[RATIO_TEXT];
    snprintf(said, sizeof said, "%s/%d", audit_plain(ratio_decimal(claim->printed), met),
             claim->printed_of);
    snprintf(made, sizeof made, "%d/%d", check->met, check->of);
    const char *name = a->book->orgs[claim->org].name;
    if (check->verdict == VERDICT_DIFFERS) {
        FIND(a->findings, MSG_CLAIM_DIFFERS, claim->place, said, made, name);
    }
}

/* What is missing, by its key in JSON; anything else is the code of the other indicator. */
static enum message_code unchecked_code(const char *missing) {
    static const struct {
        const char *key;
        enum message_code code;
    } codes[] = {
        {"actual", MSG_CLAIM_NO_ACTUAL},
        {"target", MSG_CLAIM_NO_TARGET},
        {"ambiguous_target", MSG_CLAIM_WHOSE},
        {"last_year", MSG_CLAIM_NO_LAST_YEAR},
        {"zero", MSG_CLAIM_ZERO},
        {"partial", MSG_CLAIM_PARTIAL},
    };
    for (size_t i = 0; i < sizeof codes / sizeof *codes; i++) {
        if (strcmp(codes[i].key, missing) == 0) {
            return codes[i].code;
        }
    }
    return MSG_CLAIM_NO_OTHER;
}

static void check_claim(const struct audit *a, int32_t index, struct claim_goals *goals) {
    char number[RATIO_TEXT];
    char said[CLAIM_TEXT];
    char made[CLAIM_TEXT];
    const struct claim *claim = &a->book->claims[index];
    struct claim_check check = claim_recompute(a->ledger, index, goals);
    if (claim->kind == CLAIM_HEADLINE) {
        check_headline(a, claim, &check);
        return;
    }
    if (check.verdict != VERDICT_UNCHECKED && check.verdict != VERDICT_DIFFERS) {
        return;
    }
    const struct indicator *all = a->book->indicators;
    ratio_print(ratio_decimal(claim->printed), claim->printed.scale, NULL, 0, number);
    claim_text(claim, number, said);
    if (check.verdict == VERDICT_UNCHECKED) {
        enum message_code code = unchecked_code(check.missing);
        FIND(a->findings, code, claim->place, said, all[claim->indicator].name,
             code == MSG_CLAIM_NO_OTHER ? all[claim->of].name : NULL);
    } else {
        struct claim plain = *claim;
        plain.hedge = HEDGE_NONE;
        claim_beside(claim, check.computed.value, number);
        claim_text(&plain, number, made);
        FIND(a->findings, MSG_CLAIM_DIFFERS, claim->place, said, made, all[claim->indicator].name);
    }
}

/* ---- a group's figure ---- */

/* The place of a target of the group that needs the figure, or no_place. */
static struct place goal_place(const struct audit *a, int32_t org, int32_t indicator, int year) {
    struct run run = ledger_targets(a->ledger, org, indicator, year);
    return run.count > 0 ? targets_get(&a->book->targets, run.first[0]).place : no_place;
}

/* The place of the last figure that a member has in the year, of this one or, NONE, of any. */
static struct place member_place(const struct audit *a, int32_t group, int32_t member,
                                 int32_t indicator, int year) {
    const int32_t *members = a->book->orgs[group].members;
    effort_spend(a->ledger->effort, arrlenu(members));
    for (ptrdiff_t i = 0; i < arrlen(members); i++) {
        struct figure_run run =
            ledger_figures(a->ledger, members[i], indicator, year, FIGURE_LEVEL);
        if (run.count > 0 && (member == NONE || member == members[i])) {
            return figures_get(&a->book->figures, run.first + run.count - 1).place;
        }
    }
    return a->book->orgs[group].place;
}

/* Why members' figures make none of the group. What the indicator never gives is said only where a
 * target needs it, and there: a growth of one member is no growth of all. */
static void say_refused(const struct audit *a, int32_t org, int32_t indicator, int year,
                        const struct reading *r) {
    static const struct {
        enum message_code code;
        bool of_target; /* said at the target that needs it, else at a member's figure */
    } rows[] = {
        [REFUSAL_NOT] = {MESSAGE_COUNT, true},
        [REFUSAL_RULE] = {MSG_REFUSED_RULE, true},
        [REFUSAL_NO_WEIGHT] = {MSG_REFUSED_NO_WEIGHT, true},
        [REFUSAL_WEIGHT] = {MSG_REFUSED_WEIGHT, false},
        [REFUSAL_DENOMINATOR] = {MSG_REFUSED_DENOMINATOR, false},
        [REFUSAL_SAME_DAY] = {MSG_REFUSED_SAME_DAY, false},
    };
    static_assert(sizeof rows / sizeof *rows == REFUSAL_COUNT, "a refusal is not said");
    char date[DATE_TEXT];
    struct place goal = goal_place(a, org, indicator, year);
    bool of_target = rows[r->refused].of_target;
    if (r->refused == REFUSAL_NOT || (of_target && goal.file == NONE)) {
        return;
    }
    const struct org *group = &a->book->orgs[org];
    int32_t guilty = r->refused == REFUSAL_WEIGHT ? r->refused_by : NONE;
    const char *third = guilty != NONE ? a->book->orgs[guilty].name : date_print(r->date, date);
    FIND(a->findings, rows[r->refused].code,
         of_target ? goal : member_place(a, org, guilty, indicator, year),
         a->book->indicators[indicator].name, group->name, third);
}

/* A whole that is rolled up, beside its parts. */
static void check_rolled_up(const struct audit *a, int32_t org, int32_t indicator, int year,
                            const struct reading *r) {
    char summed[RATIO_TEXT];
    char whole[RATIO_TEXT];
    struct breakdown_run its = breakdowns_of(&a->breakdowns, indicator);
    const struct indicator *what = &a->book->indicators[indicator];
    struct window window = book_window(a->book, org, year);
    bool adds = indicator_adds_up(what);
    for (int32_t b = its.first; b < its.end; b++) {
        struct part_sum sum =
            parts_on_day(a->ledger, &a->breakdowns.all[b], org, year, window, r->date);
        struct ratio most = adds ? sum.low : sum.most;
        struct place place = adds ? sum.place : sum.largest;
        if (sum.there > 0 && place.file != NONE && ratio_cmp(most, r->high) > 0) {
            FIND(a->findings, MSG_PARTS_ABOVE, place, audit_plain(most, summed),
                 audit_plain(r->high, whole), what->name);
        }
    }
}

/* Members' figures that are merely added or counted, or of which one is the most or the least, are
 * never refused. */
static bool may_be_refused(const struct indicator *what) {
    enum rollup rule = indicator_rollup(what);
    return rule == ROLLUP_NONE || rule == ROLLUP_WEIGHTED || rule == ROLLUP_RATIO ||
           rule == ROLLUP_LAST;
}

static void check_group_year(const struct audit *a, int32_t org, int year) {
    struct date day = audit_day(a, org, year);
    struct window window = book_window(a->book, org, year);
    effort_spend(a->ledger->effort, arrlenu(a->book->indicators) / 2);
    for (int32_t i = 0; date_known(day) && i < arrlen(a->book->indicators); i++) {
        struct breakdown_run parts = breakdowns_of(&a->breakdowns, i);
        bool asked = parts.first < parts.end || may_be_refused(&a->book->indicators[i]);
        if (!asked || !ledger_may_read(a->ledger, org, i)) {
            continue;
        }
        struct reading r = ledger_read(a->ledger, org, i, year, window, day);
        if (!r.known) {
            say_refused(a, org, i, year, &r);
        } else if (r.rolled_up && r.partial == PARTIAL_NOT) {
            check_rolled_up(a, org, i, year, &r);
        }
        reading_clear(&r);
    }
}

void audit_org(struct audit *a, int32_t org) {
    struct run claims = claim_order_run(&a->claims, org, org);
    struct claim_goals goals = {0};
    for (int i = 0; i < claims.count && !effort_is_spent(a->ledger->effort); i++) {
        check_claim(a, claims.first[i], &goals);
    }
    claim_goals_clear(&goals);
    audit_month_ends(a, a->ledger->figures_of[org], a->ledger->figures_of[org + 1]);
    if (arrlen(a->book->orgs[org].members) > 0) {
        for (int y = 0; y < (int)arrlen(a->days.of) && !effort_is_spent(a->ledger->effort); y++) {
            check_group_year(a, org, a->days.first_year + y);
        }
    }
}

/* ---- set by hand ---- */

static bool is_of(const struct audit *a, const struct override *o, const struct row *row) {
    if (!date_known(o->during.first)) {
        return o->by == NULL || row->has_target;
    }
    return row->has_target &&
           same_part(o->during, targets_get(&a->book->targets, row->target).during);
}

/* A row by its indicator and who assigned its target. */
struct named_row {
    int32_t indicator;
    const char *by; /* or NULL: no one, or no target */
    int32_t row;
};

static int by_name(const void *left, const void *right) {
    const struct named_row *a = left;
    const struct named_row *b = right;
    bool both = a->by != NULL && b->by != NULL;
    int by = (a->indicator > b->indicator) - (a->indicator < b->indicator);
    by = by != 0 ? by : both ? strcmp(a->by, b->by) : (a->by != NULL) - (b->by != NULL);
    return by != 0 ? by : (a->row > b->row) - (a->row < b->row);
}

/* The rows of one organisation's year. */
struct year_rows {
    int32_t org;
    int year;
    struct scorecard card;
    struct named_row *named; /* stb_ds array, in order */
};

static void forget_rows(struct year_rows *of) {
    arrfree(of->named);
    scorecard_clear(&of->card);
}

static void judge_year(const struct audit *a, int32_t org, int year, struct year_rows *of) {
    static const struct selection all = {0};
    struct org_question q = {org, year, audit_day(a, org, year), false};
    forget_rows(of);
    of->card = (struct scorecard){.book = a->book};
    of->org = org;
    of->year = year;
    if (date_known(q.as_of)) {
        rows_of_orgs(&of->card, a->ledger, &q, 1, &all);
    }
    for (int32_t r = 0; r < arrlen(of->card.rows); r++) {
        const struct row *row = &of->card.rows[r];
        const char *by = row->has_target ? targets_get(&a->book->targets, row->target).by : NULL;
        arrput(of->named, ((struct named_row){row->indicator, by, r}));
    }
    if (of->named != NULL) {
        qsort(of->named, arrlenu(of->named), sizeof *of->named, by_name);
    }
}

/* The first of them that is not before this one. */
static size_t name_bound(const struct named_row *named, const struct named_row *wanted) {
    size_t low = 0;
    for (size_t high = arrlenu(named); low < high;) {
        size_t middle = low + (high - low) / 2;
        bool before = by_name(&named[middle], wanted) < 0;
        low = before ? middle + 1 : low;
        high = before ? high : middle;
    }
    return low;
}

static bool has_row(const struct audit *a, const struct override *o, const struct year_rows *of) {
    struct named_row wanted = {o->indicator, o->by, NONE};
    const struct row *rows = of->card.rows;
    size_t n = rows != NULL ? arrlenu(of->named) : 0;
    bool found = false;
    for (size_t i = name_bound(of->named, &wanted); !found && i < n; i++) {
        const struct named_row *one = &of->named[i];
        if (one->indicator != o->indicator || (o->by != NULL && !same_assigner(o->by, one->by))) {
            break;
        }
        found = is_of(a, o, &rows[one->row]);
    }
    return found;
}

static int by_org_and_year(const void *left, const void *right) {
    const struct override *const *a = left;
    const struct override *const *b = right;
    int by = ((*a)->org > (*b)->org) - ((*a)->org < (*b)->org);
    return by != 0 ? by : ((*a)->year > (*b)->year) - ((*a)->year < (*b)->year);
}

/* Those of one organisation's year together, whose rows are judged once. */
static const struct override **overrides_by_year(const struct book *book) {
    const struct override **all = NULL;
    for (ptrdiff_t i = 0; i < arrlen(book->overrides); i++) {
        arrput(all, &book->overrides[i]);
    }
    if (all != NULL) {
        qsort(all, arrlenu(all), sizeof(const struct override *), by_org_and_year);
    }
    return all;
}

/* A status that is set where there is no row changes nothing. */
void audit_overrides(struct audit *a) {
    struct year_rows of = {.org = NONE};
    const struct override **all = overrides_by_year(a->book);
    for (ptrdiff_t i = 0; i < arrlen(all) && !effort_is_spent(a->ledger->effort); i++) {
        const struct override *o = all[i];
        if (o->org != of.org || o->year != of.year) {
            judge_year(a, o->org, o->year, &of);
        }
        if (!has_row(a, o, &of)) {
            FIND(a->findings, MSG_OVERRIDE_UNUSED, o->place, a->book->indicators[o->indicator].name,
                 a->book->orgs[o->org].name);
        }
    }
    arrfree(all);
    forget_rows(&of);
}
