/* SPDX-License-Identifier: MIT */
#include "days.h"

#include "mem.h"
#include "members.h"
#include "memo.h"

/* Whose days are looked for, and where they are put. */
struct looking {
    const struct ledger *ledger;
    int32_t indicator;
    int year;
    const struct question *q; /* what it lets count; NULL: all of the year's figures */
    struct date **days;
};

size_t days_before(const struct date *days, struct date day) {
    size_t low = 0;
    for (size_t high = arrlenu(days); low < high;) {
        size_t middle = low + (high - low) / 2;
        bool before = date_cmp(days[middle], day) < 0;
        low = before ? middle + 1 : low;
        high = before ? high : middle;
    }
    return low;
}

/* Puts the day in its place, unless it is there. */
static void days_put(struct date **days, struct date day) {
    struct date *all = *days;
    size_t at = days_before(all, day);
    if (at == arrlenu(all) || date_cmp(all[at], day) != 0) {
        arrput(all, day);
        for (size_t i = arrlenu(all) - 1; i > at; i--) {
            all[i] = all[i - 1];
        }
        all[at] = day;
        *days = all;
    }
}

static void add_day(const struct looking *l, struct date day) {
    if (l->q == NULL || (date_cmp(day, l->q->as_of) <= 0 && window_holds(l->q->window, day) &&
                         date_cmp(day, l->q->earliest) >= 0)) {
        days_put(l->days, day);
    }
}

/* ---- of one organisation ---- */

static bool has_parts(const struct indicator *what) {
    return what->ratio_of != NONE && what->ratio_to != NONE;
}

static const enum figure_kind dated[] = {FIGURE_LEVEL, FIGURE_INCREMENT};
enum { DATED = sizeof dated / sizeof *dated };

/* It reports the indicator on that day, or both parts of it. */
static bool has_figure_on(const struct looking *l, int32_t org, int32_t indicator,
                          struct date day) {
    const struct packed_figure *packed = l->ledger->book->figures.packed;
    const struct indicator *what = &l->ledger->book->indicators[indicator];
    for (int kind = 0; kind < DATED; kind++) {
        struct figure_run run = ledger_figures(l->ledger, org, indicator, l->year, dated[kind]);
        for (int i = 0; i < run.count; i++) {
            if (date_cmp(packed_date(&packed[run.first + i]), day) == 0) {
                return true;
            }
        }
    }
    return has_parts(what) && has_figure_on(l, org, what->ratio_of, day) &&
           has_figure_on(l, org, what->ratio_to, day);
}

/* The days of the organisation's own figures of the indicator; where `both` is an indicator, only
 * those on which it has a figure of that one. */
static void add_own_days(const struct looking *l, int32_t org, int32_t indicator, int32_t both) {
    const struct packed_figure *packed = l->ledger->book->figures.packed;
    for (int kind = 0; kind < DATED; kind++) {
        struct figure_run run = ledger_figures(l->ledger, org, indicator, l->year, dated[kind]);
        size_t at = 0;
        for (int i = 0; i < run.count; i++) { /* both lists are in order, and mostly the same */
            uint32_t day = packed_day(&packed[run.first + i]);
            const struct date *there = *l->days;
            size_t n = arrlenu(there);
            while (at < n && date_pack(there[at]) < day) {
                at++;
            }
            if ((at == n || date_pack(there[at]) != day) &&
                (both == NONE || has_figure_on(l, org, both, date_unpack(day)))) {
                add_day(l, date_unpack(day));
            }
        }
    }
}

/* Those of a part of a ratio, or of what that is computed from. */
static void add_part_days(const struct looking *l, int32_t org, int32_t part, int32_t both) {
    const struct indicator *what = &l->ledger->book->indicators[part];
    add_own_days(l, org, part, both);
    if (has_parts(what)) {
        add_part_days(l, org, what->ratio_of, both);
        add_part_days(l, org, what->ratio_to, both);
    }
}

/* Those of its own figures of the indicator, and of what it is computed from. */
static void add_of_itself(const struct looking *l, int32_t org) {
    const struct indicator *what = &l->ledger->book->indicators[l->indicator];
    bool group = arrlen(l->ledger->book->orgs[org].members) > 0;
    if (indicator_rollup(what) != ROLLUP_RATIO || !has_parts(what)) {
        add_own_days(l, org, l->indicator, NONE);
    }
    if (has_parts(what)) {
        add_part_days(l, org, what->ratio_of, group ? NONE : what->ratio_to);
    }
    if (has_parts(what) && group) { /* of which one may be its members' */
        add_part_days(l, org, what->ratio_to, NONE);
    }
}

/* ---- and of all below it ---- */

static void add_days(const struct looking *l, int32_t org);

/* All days of a group or a successor, whatever is asked about them. */
static struct date *find_all(const struct looking *l, int32_t org) {
    const struct org *of = &l->ledger->book->orgs[org];
    struct date *days = NULL;
    struct looking all = {l->ledger, l->indicator, l->year, NULL, &days};
    add_of_itself(&all, org);
    for (size_t i = 0; i < members_possible(l->ledger, org); i++) {
        add_days(&all, members_at(l->ledger, org, i));
    }
    for (ptrdiff_t i = 0; i < arrlen(of->predecessors); i++) {
        add_days(&all, of->predecessors[i]);
    }
    return days;
}

static void add_days(const struct looking *l, int32_t org) {
    const struct org *of = &l->ledger->book->orgs[org];
    if (!ledger_may_read(l->ledger, org, l->indicator)) {
        return;
    }
    if (arrlen(of->members) == 0 && arrlen(of->predecessors) == 0) {
        add_of_itself(l, org);
        return;
    }
    struct question asked = {.indicator = l->indicator, .year = l->year};
    struct memo_key key = memo_key(org, &asked, MEMO_DAYS);
    struct memo *memo = l->ledger->memo;
    const struct date *days = NULL;
    if (!memo_days(memo, &key, &days)) {
        memo_put_days(memo, &key, NULL); /* for whoever comes back here on the way */
        days = memo_put_days(memo, &key, find_all(l, org));
    }
    for (ptrdiff_t i = 0; i < arrlen(days); i++) {
        add_day(l, days[i]);
    }
}

void days_add(const struct ledger *ledger, int32_t org, const struct question *q,
              struct date **days) {
    struct looking l = {ledger, q->indicator, q->year, q, days};
    struct ledger remembering = *ledger;
    if (ledger->memo == NULL) {
        remembering.memo = memo_make();
        l.ledger = &remembering;
    }
    add_days(&l, org);
    if (ledger->memo == NULL) {
        memo_free(remembering.memo);
    }
}

/* A group that reports nothing itself has its members' days, which those above it ask for, too. */
static bool has_only_members(const struct ledger *ledger, int32_t group) {
    return ledger->figures_of[group] == ledger->figures_of[group + 1] &&
           arrlen(ledger->book->orgs[group].predecessors) == 0;
}

void days_add_members(const struct ledger *ledger, int32_t group, const struct question *q,
                      struct date **days) {
    if (has_only_members(ledger, group)) {
        days_add(ledger, group, q, days);
        return;
    }
    for (size_t i = 0; i < members_possible(ledger, group); i++) {
        days_add(ledger, members_at(ledger, group, i), q, days);
    }
}
