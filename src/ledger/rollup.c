/* SPDX-License-Identifier: MIT */
#include "rollup.h"

#include <string.h>

#include "days.h"
#include "group_day.h"
#include "hedge.h"
#include "history.h"
#include "mem.h"
#include "members.h"
#include "memo.h"

/* ---- the days on which members have figures ---- */

/* The days of all members; those of a member that is a group are kept beside it. */
static void add_shares_days(struct roll_call *r) {
    days_add_members(r->ledger, r->org, &r->q, &r->days);
    for (size_t i = 0; i < r->count; i++) {
        struct share *share = &r->shares[i];
        if (arrlen(r->ledger->book->orgs[share->org].members) > 0) {
            r->groups = true;
            days_add(r->ledger, share->org, &r->q, &share->days);
        }
    }
}

/* ---- asking a member ---- */

/* Of the past, as strictly of a group's members as of the group. */
static struct reading read_past(const struct roll_call *r, int32_t member, int32_t indicator,
                                struct window window, struct date day) {
    struct question q = r->q;
    struct reading past =
        history_read_itself(r->ledger, member, indicator, q.year, window, day, q.earliest);
    bool number = past.known && ratio_cmp(past.low, past.high) == 0; /* a range is none */
    if (!number && arrlen(r->ledger->book->orgs[member].members) > 0) {
        q.indicator = indicator;
        q.window = window;
        q.as_of = date_cmp(day, window.last) > 0 ? window.last : day;
        past = rollup_ask(r->ledger, member, &q);
    }
    return past;
}

static struct reading read_member(const struct roll_call *r, int32_t member, int32_t indicator,
                                  struct date day) {
    const struct question *q = &r->q;
    struct window window = q->part ? q->window : book_window(r->ledger->book, member, q->year);
    return q->past ? read_past(r, member, indicator, window, day)
                   : ledger_read(r->ledger, member, indicator, q->year, window, day);
}

/* A group that reports neither part: the sums of those of its members that have both. */
static bool sums_of_group(const struct roll_call *r, struct share *share, struct date day) {
    struct question q = r->q;
    if (arrlen(r->ledger->book->orgs[share->org].members) == 0) {
        return false;
    }
    q.as_of = day;
    q.window = q.part ? q.window : book_window(r->ledger->book, share->org, q.year);
    if (ledger_reports_part(r->ledger, share->org, q.indicator, q.year, q.window, day)) {
        return false;
    }
    struct memo_key key = memo_key(share->org, &q, MEMO_SHARE);
    if (memo_get(r->ledger->memo, &key, &share->value, &share->against)) {
        return true;
    }
    struct roll_call inner;
    rollup_begin(&inner, r->ledger, share->org, &q);
    share->value = inner.group;
    share->value.known = inner.sums.counted > 0;
    share->value.low = inner.sums.low;
    share->value.high = inner.sums.high;
    share->value.hedge = inner.sums.hedge;
    share->against = (struct reading){.known = share->value.known,
                                      .low = inner.sums.against_low,
                                      .high = inner.sums.against_high,
                                      .hedge = inner.sums.hedge_against,
                                      .date = share->value.date};
    inner.group.absent = (struct absent){0}; /* it is the share's */
    rollup_end(&inner);
    memo_put(r->ledger->memo, &key, &share->value, &share->against);
    return true;
}

/* Reads both parts, back to a day on which both are of the same one. */
static void ask_parts(const struct roll_call *r, struct share *share, struct date day) {
    bool again = true;
    while (again) {
        reading_clear(&share->value);
        reading_clear(&share->against);
        share->value = read_member(r, share->org, r->what->ratio_of, day);
        share->against = read_member(r, share->org, r->what->ratio_to, day);
        int by = date_cmp(share->value.date, share->against.date);
        struct date later = by > 0 ? share->value.date : share->against.date;
        again = share->value.known && share->against.known && by != 0;
        day = date_cmp(later, day) < 0 ? later : date_previous(later);
    }
    share->value.known = share->value.known && share->against.known;
}

/* Across a change of boundary a quotient is no one's. */
static bool crosses(const struct roll_call *r, int32_t org, struct date day) {
    struct date from = r->ledger->book->orgs[org].from;
    return r->q.past && date_known(from) && date_cmp(day, from) < 0;
}

static void ask(const struct roll_call *r, struct share *share, struct date day) {
    reading_clear(&share->value);
    reading_clear(&share->against);
    share->value = (struct reading){.figure = NONE};
    share->against = (struct reading){.figure = NONE};
    share->asked = day;
    if (!ledger_may_read(r->ledger, share->org, r->q.indicator)) {
        return; /* nor may any below it: they need not be asked */
    }
    if (r->rule != ROLLUP_RATIO) {
        share->value = read_member(r, share->org, r->q.indicator, day);
        bool range = ratio_cmp(share->value.low, share->value.high) != 0;
        share->value.known = share->value.known && !(r->q.past && range); /* of which it is none */
    } else if (!crosses(r, share->org, day) && !sums_of_group(r, share, day)) {
        ask_parts(r, share, day);
        share->value.known = share->value.known && !crosses(r, share->org, share->value.date);
    }
}

/* What was read as of a later day holds for this one too; not of groups, whose own day may be
 * another, nor after a merger. */
static bool holds_for(const struct roll_call *r, const struct share *share, struct date day) {
    const struct org *org = &r->ledger->book->orgs[share->org];
    bool plain = arrlen(org->members) == 0 && arrlen(org->predecessors) == 0;
    int by = date_known(share->asked) ? date_cmp(day, share->asked) : 1;
    return by == 0 ||
           (by < 0 && plain && (!share->value.known || date_cmp(share->value.date, day) <= 0));
}

/* The last day up to this one on which anything of the group changes. */
static struct date day_of_change(const struct share *share, struct date day) {
    size_t before = days_before(share->days, day);
    bool on_it = before < arrlenu(share->days) && date_cmp(share->days[before], day) == 0;
    return before > 0 && !on_it ? share->days[before - 1] : day;
}

/* Makes the share what it is as of the day. */
static void ask_once(const struct roll_call *r, struct share *share, struct date day) {
    struct date since = day_of_change(share, day);
    if (!holds_for(r, share, since)) {
        ask(r, share, since);
    }
}

/* ---- the group's day ---- */

static struct date who_on(const struct roll_call *r, struct date day) {
    return date_known(r->q.members_on) ? r->q.members_on : day;
}

static bool day_holds(void *context, size_t member, struct date day) {
    const struct roll_call *r = context;
    effort_spend(r->ledger->effort, 1);
    return members_hold(r->ledger, r->org, member, who_on(r, day));
}

static struct date day_last(void *context, size_t member, struct date day) {
    struct roll_call *r = context;
    ask_once(r, &r->shares[member], day);
    const struct reading *value = &r->shares[member].value;
    return value->known ? value->date : (struct date){0, 0, 0};
}

static struct date choose_day(struct roll_call *r) {
    struct group_days from = {.days = r->days,
                              .count = arrlenu(r->days),
                              .members = r->count,
                              .context = r,
                              .holds = day_holds,
                              .last = day_last};
    return group_day(&from);
}

/* ---- the figure ---- */

static bool rule_possible(const struct indicator *what, enum rollup rule) {
    switch (rule) {
    case ROLLUP_NONE:
        return false;
    case ROLLUP_WEIGHTED:
        return what->weight != NONE;
    case ROLLUP_RATIO:
        return what->ratio_of != NONE && what->ratio_to != NONE;
    case ROLLUP_DEFAULT:
    case ROLLUP_SUM:
    case ROLLUP_COUNT_YES:
    case ROLLUP_MAX:
    case ROLLUP_MIN:
    case ROLLUP_LAST:
    case ROLLUP_COUNT:
        break;
    }
    return true;
}

/* What a group's own mean of its members was divided by: the weights of those that are in it. */
static struct reading weight_of_group(const struct roll_call *r, const struct share *share) {
    struct question q = r->q;
    struct roll_call inner;
    q.as_of = share->asked;
    q.window = q.part ? q.window : book_window(r->ledger->book, share->org, q.year);
    struct memo_key key = memo_key(share->org, &q, MEMO_WEIGHT);
    struct reading weight;
    if (memo_get(r->ledger->memo, &key, &weight, NULL)) {
        return weight;
    }
    rollup_begin(&inner, r->ledger, share->org, &q);
    weight = (struct reading){.known = inner.group.known,
                              .low = inner.sums.against_low,
                              .high = inner.sums.against_high,
                              .hedge = inner.sums.hedge_against,
                              .date = inner.group.date};
    rollup_end(&inner);
    memo_put(r->ledger->memo, &key, &weight, NULL);
    return weight;
}

/* The last in the year by the figure's day; without one there is no mean. */
static void weigh(struct roll_call *r, struct share *share) {
    struct window window = book_window(r->ledger->book, share->org, r->q.year);
    reading_clear(&share->against);
    share->against = share->value.rolled_up ? weight_of_group(r, share)
                                            : ledger_read(r->ledger, share->org, r->what->weight,
                                                          r->q.year, window, share->value.date);
    const struct reading *weight = &share->against;
    bool fits =
        weight->known && ratio_sign(weight->low) >= 0 && ratio_cmp(weight->low, weight->high) == 0;
    if (!fits && r->group.refused == REFUSAL_NOT) {
        r->group.refused = REFUSAL_WEIGHT;
        r->group.refused_by = share->org;
    }
}

/* What may be added when more is known: nothing, only more, or anything. */
static enum partial partial_with(enum partial partial, const struct reading *value) {
    return value->partial > partial ? value->partial : partial;
}

/* Names are copied from every group to those above it. */
static void spend_on_names(const struct ledger *ledger, const struct absent *absent) {
    size_t names = arrlenu(absent->missing) + arrlenu(absent->late) + arrlenu(absent->joined);
    effort_spend(ledger->effort, names / NAMES_A_STEP);
}

static void count_in(struct roll_call *r, struct share *share) {
    struct reading *group = &r->group;
    struct date from =
        date_known(share->value.date_from) ? share->value.date_from : share->value.date;
    share->counted = true;
    if (r->rule == ROLLUP_WEIGHTED) {
        weigh(r, share);
    }
    sums_add(&r->sums, share, r->rule);
    group->partial = partial_with(partial_with(group->partial, &share->value), &share->against);
    bool first = !date_known(group->date_from) || date_cmp(from, group->date_from) < 0;
    group->date_from = first ? from : group->date_from;
    spend_on_names(r->ledger, &share->value.absent);
    absent_append(&group->absent, &share->value.absent); /* not in it, so not in the group's */
    if (!share->value.rolled_up) { /* of a quotient whose numerator its group reports */
        absent_append(&group->absent, &share->against.absent);
    }
}

/* Puts the member into the figure, or into one of the lists of who is not. */
static void place_member(struct roll_call *r, size_t at) {
    struct share *share = &r->shares[at];
    struct date day = r->group.date;
    struct date seen = date_known(day) && !r->q.past ? day : r->q.as_of;
    if (!members_hold(r->ledger, r->org, at, who_on(r, seen))) {
        return;
    }
    ask_once(r, share, seen);
    bool counts = r->q.past || group_day_counts(share->value.date, day);
    if (share->value.known && counts) {
        count_in(r, share);
    } else if (share->value.known) {
        struct late_member late = {share->org, share->value.date};
        arrput(r->group.absent.late, late);
    } else {
        arrput(r->group.absent.missing, share->org);
    }
}

/* Keeps of a list the first name of each organisation, with which its elements begin; how many
 * these are. The marks are a bit for each organisation, none of them set before or after. */
static size_t keep_first(uint64_t *marks, void *list, size_t count, size_t size) {
    char *names = list;
    size_t kept = 0;
    for (size_t i = 0; i < count; i++) {
        int32_t org;
        memcpy(&org, names + i * size, sizeof org);
        uint64_t bit = UINT64_C(1) << (org % 64);
        if ((marks[org / 64] & bit) == 0) {
            marks[org / 64] |= bit;
            memmove(names + kept * size, names + i * size, size);
            kept++;
        }
    }
    for (size_t i = 0; i < kept; i++) {
        int32_t org;
        memcpy(&org, names + i * size, sizeof org);
        marks[org / 64] = 0;
    }
    return kept;
}

#define KEEP_FIRST(marks, list)                                                                    \
    do {                                                                                           \
        if ((list) != NULL) {                                                                      \
            arrsetlen(list, keep_first(marks, list, arrlenu(list), sizeof *(list)));               \
        }                                                                                          \
    } while (0)

/* An organisation that many ways lead to is named once. */
static void name_once(struct roll_call *r) {
    struct absent *absent = &r->group.absent;
    if (absent->missing == NULL && absent->late == NULL && absent->joined == NULL) {
        return;
    }
    uint64_t *marks = mem_alloc((arrlenu(r->ledger->book->orgs) / 64 + 1) * sizeof *marks);
    KEEP_FIRST(marks, absent->missing);
    KEEP_FIRST(marks, absent->late);
    KEEP_FIRST(marks, absent->joined);
    mem_free(marks);
}

static bool is_below_zero(const struct roll_call *r) {
    bool below = false;
    for (size_t i = 0; i < r->count; i++) {
        below = below || (r->shares[i].counted && ratio_sign(r->shares[i].value.low) < 0);
    }
    return below;
}

static void set_partial(struct roll_call *r) {
    struct reading *group = &r->group;
    if (group->partial == PARTIAL_NOT && group->reporting < group->total) {
        group->partial = PARTIAL_LEAST;
    }
    if (group->partial == PARTIAL_LEAST && (r->rule != ROLLUP_SUM || is_below_zero(r))) {
        group->partial = PARTIAL_OPEN;
    }
}

void rollup_begin(struct roll_call *r, const struct ledger *ledger, int32_t org,
                  const struct question *q) {
    const struct indicator *what = &ledger->book->indicators[q->indicator];
    *r = (struct roll_call){.ledger = ledger,
                            .org = org,
                            .what = what,
                            .rule = indicator_rollup(what),
                            .q = *q,
                            .group = {.figure = NONE, .refused_by = NONE, .computed = true}};
    sums_begin(&r->sums);
    if (ledger->memo == NULL) {
        r->remembering = *ledger;
        r->remembering.memo = memo_make();
        r->ledger = &r->remembering;
    }
    r->count = members_possible(ledger, org);
    effort_spend(ledger->effort, STEPS_GROUP + STEPS_MEMBER * r->count);
    r->shares = mem_realloc(NULL, r->count * sizeof *r->shares); /* needs no zeros */
    for (size_t i = 0; i < r->count; i++) {
        r->shares[i] = (struct share){.org = members_at(ledger, org, i)};
    }
    add_shares_days(r);
    r->group.rolled_up = true;
    if (!rule_possible(what, r->rule)) { /* who has a figure is told all the same */
        bool any = arrlen(r->days) > 0;
        enum refusal why = r->rule == ROLLUP_NONE ? REFUSAL_RULE : REFUSAL_NO_WEIGHT;
        r->group.refused = any ? why : REFUSAL_NOT;
        r->rule = ROLLUP_NONE;
    }
    r->group.date = arrlen(r->days) == 0 ? (struct date){0, 0, 0}
                    : q->past            ? arrlast(r->days) /* each its own, of whatever day */
                                         : choose_day(r);
    struct date seen = date_known(r->group.date) ? r->group.date : q->as_of;
    for (size_t i = 0; i < r->count; i++) {
        place_member(r, i);
    }
    if (q->past && r->sums.counted > 0) {
        r->group.date = r->sums.latest;
    }
    members_joined(ledger, org, who_on(r, seen), &r->group.absent.joined);
    if (r->groups) {
        name_once(r);
    }
    r->group.total = members_count(ledger, org, who_on(r, seen));
    r->group.reporting = r->sums.counted;
    set_partial(r);
    r->group.yes_of_members = r->rule == ROLLUP_COUNT_YES;
    if (r->rule != ROLLUP_NONE) {
        sums_conclude(&r->sums, ledger, what, &r->group);
    }
}

void rollup_end(struct roll_call *r) {
    for (size_t i = 0; i < r->count; i++) {
        reading_clear(&r->shares[i].value);
        reading_clear(&r->shares[i].against);
        arrfree(r->shares[i].days);
    }
    memo_free(r->remembering.memo);
    mem_free(r->shares);
    arrfree(r->days);
    reading_clear(&r->group);
}

struct question rollup_question(const struct ledger *ledger, int32_t org, int32_t indicator,
                                int year, struct window window, struct date as_of) {
    struct window whole = book_window(ledger->book, org, year);
    bool all = date_cmp(window.first, whole.first) == 0 && date_cmp(window.last, whole.last) == 0;
    return (struct question){.indicator = indicator,
                             .year = year,
                             .window = window,
                             .part = !all,
                             .as_of = date_cmp(as_of, window.last) > 0 ? window.last : as_of};
}

struct reading rollup_ask(const struct ledger *ledger, int32_t org, const struct question *q) {
    struct memo_key key = memo_key(org, q, MEMO_FIGURE);
    struct reading group;
    if (memo_get(ledger->memo, &key, &group, NULL)) {
        spend_on_names(ledger, &group.absent);
        return group;
    }
    struct roll_call r;
    rollup_begin(&r, ledger, org, q);
    group = r.group;
    r.group.absent = (struct absent){0}; /* it is the caller's */
    rollup_end(&r);
    memo_put(ledger->memo, &key, &group, NULL);
    return group;
}

struct reading rollup_read(const struct ledger *ledger, int32_t org, int32_t indicator, int year,
                           struct window window, struct date as_of) {
    struct question q = rollup_question(ledger, org, indicator, year, window, as_of);
    return rollup_ask(ledger, org, &q);
}

bool rollup_has_after(const struct ledger *ledger, int32_t org, int32_t indicator, int year,
                      struct date as_of, struct date day) {
    const struct indicator *what = &ledger->book->indicators[indicator];
    struct roll_call r = {.ledger = ledger,
                          .org = org,
                          .what = what,
                          .rule = indicator_rollup(what),
                          .q = {.indicator = indicator, .year = year, .as_of = as_of}};
    r.q.window = book_window(ledger->book, org, year);
    effort_spend(ledger->effort, members_possible(ledger, org));
    days_add_members(ledger, org, &r.q, &r.days);
    bool after = arrlen(r.days) > 0 && date_cmp(r.days[arrlen(r.days) - 1], day) > 0;
    arrfree(r.days);
    return after;
}
