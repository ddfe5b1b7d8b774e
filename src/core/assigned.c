/* SPDX-License-Identifier: MIT */
#include "assigned.h"

#include <string.h>

#include "bounds.h"
#include "goals.h"
#include "judge.h"
#include "mem.h"
#include "members.h"

bool same_assigner(const char *a, const char *b) {
    return a == b || (a != NULL && b != NULL && strcmp(a, b) == 0);
}

bool same_part(struct window a, struct window b) {
    return date_cmp(a.first, b.first) == 0 && date_cmp(a.last, b.last) == 0;
}

/* ---- a row of its own ---- */

void row_begin(const struct ledger *ledger, int32_t org, int32_t indicator, int year,
               struct date day, struct row *row) {
    *row = (struct row){
        .org = org,
        .indicator = indicator,
        .year = year,
        .as_of = day,
        .window = book_window(ledger->book, org, year),
        .part_of = NONE,
        .target = NONE,
        .revision = NONE,
        .assigner = NONE,
        .figure = NONE,
        .baseline_figure = NONE,
        .last_year_figure = NONE,
        .override = NONE,
        .members_met = NONE,
    };
}

void row_take_target(const struct ledger *ledger, const struct assigned *goal, struct row *row) {
    const struct indicator *what = &ledger->book->indicators[row->indicator];
    row->has_target = true;
    row->target = goal->target;
    row->revision = goal->revision;
    row->assigner = goal->each_member && goal->org != row->org ? goal->org : NONE;
    row->bounds = goal->bounds;
    row->window = date_known(goal->during.first) ? goal->during : row->window;
    row->ceiling = bounds_side(&row->bounds, what->better) == SIDE_CEILING;
}

void row_take_reading(struct reading *reading, struct row *row) {
    row->has_actual = reading->known;
    row->low = reading->known ? reading->low : ratio_int(0);
    row->high = reading->known ? reading->high : ratio_int(0);
    row->hedge = reading->hedge;
    row->date = reading->known ? reading->date : (struct date){0, 0, 0};
    row->date_from = date_known(reading->date_from) ? reading->date_from : row->date;
    row->figure = reading->figure;
    row->computed = reading->computed;
    row->partial = reading->known ? reading->partial : PARTIAL_NOT;
    row->rolled_up = reading->rolled_up;
    row->members_reporting = reading->reporting;
    row->members_total = reading->total;
    row->absent = reading->absent;
    reading->absent = (struct absent){0};
    if (reading->known && reading->yes_of_members) {
        row->members_met = (int)(row->low.num / row->low.den);
    }
}

/* ---- targets ---- */

/* What is in force on the day: a revision never overwrites, it takes over. */
static void take_in_force(const struct target *t, struct date day, struct assigned *goal) {
    goal->bounds = t->bounds;
    goal->place = t->place;
    goal->revision = NONE;
    for (ptrdiff_t i = 0; i < arrlen(t->revised); i++) {
        if (date_cmp(t->revised[i].date, day) <= 0) {
            goal->bounds = t->revised[i].bounds;
            goal->place = t->revised[i].place;
            goal->revision = (int32_t)i;
        }
    }
}

/* Growth is over last year's figure of whoever has the target: judging says which. */
static struct ratio grown(const struct ledger *ledger, int32_t org, int32_t indicator, int year,
                          struct date day, const struct assigned *goal) {
    struct row row;
    row_begin(ledger, org, indicator, year, day, &row);
    row_take_target(ledger, goal, &row);
    judge_row(ledger, &row);
    absent_clear(&row.absent);
    bool known = row.is[M_STATED].why == DEFINED;
    return known ? row.is[M_STATED].value : (struct ratio){0, 0};
}

static struct assigned *take(const struct ledger *ledger, int32_t org, struct run run,
                             struct date day, struct assigned *list) {
    const struct book *book = ledger->book;
    effort_spend(ledger->effort, STEPS_TARGET * (size_t)run.count);
    for (int i = 0; i < run.count && !effort_is_spent(ledger->effort); i++) {
        if (!target_known_by(&book->targets.packed[run.first[i]], day)) {
            continue;
        }
        struct target t = targets_get(&book->targets, run.first[i]);
        struct assigned goal = {
            .target = run.first[i],
            .org = t.org,
            .each_member = t.each_member,
            .by = t.by,
            .during = t.during,
            .sure = t.sure,
        };
        take_in_force(&t, day, &goal);
        bool of_own = goal.bounds.kind == TARGET_GROW && !ratio_valid(goal.bounds.base);
        bool to_each = goal.each_member && goal.org == org;
        if (!of_own) {
            goal.stated = bounds_stated(&goal.bounds, &book->indicators[t.indicator]);
        } else if (!to_each) { /* each member has its own base */
            goal.stated = grown(ledger, org, t.indicator, t.year, day, &goal);
        }
        arrput(list, goal);
    }
    return list;
}

struct assigned *assigned_own(const struct ledger *ledger, int32_t org, int32_t indicator, int year,
                              struct date day) {
    return take(ledger, org, ledger_targets(ledger, org, indicator, year), day, NULL);
}

struct assigned *assigned_to_each(const struct ledger *ledger, int32_t org, int32_t indicator,
                                  int year, struct date day) {
    return take(ledger, org, ledger_each_member(ledger, org, indicator, year), day, NULL);
}

/* Appends what the groups of a predecessor assign, each once: those of which the organisation is a
 * member on the day. */
static struct assigned *take_inherited(const struct ledger *ledger, int32_t org, int32_t indicator,
                                       int year, struct date day, int32_t predecessor,
                                       struct assigned *list) {
    struct run groups = ledger_groups(ledger, predecessor);
    for (int i = 0; i < groups.count; i++) {
        struct run run = ledger_each_member(ledger, groups.first[i], indicator, year);
        bool taken = run.count == 0;
        effort_spend(ledger->effort, arrlenu(list) / COMPARED_A_STEP);
        for (ptrdiff_t k = 0; !taken && k < arrlen(list); k++) {
            taken = list[k].org == groups.first[i];
        }
        if (!taken && members_have(ledger, groups.first[i], org, day)) {
            list = take(ledger, org, run, day, list);
        }
    }
    return list;
}

struct assigned *assigned_by_groups(const struct ledger *ledger, int32_t org, int32_t indicator,
                                    int year, struct date day) {
    const int32_t *before = ledger->book->orgs[org].predecessors;
    struct run groups = ledger_groups(ledger, org);
    struct assigned *list = NULL;
    for (int i = 0; i < groups.count && member_exists(ledger, org, day); i++) {
        struct run run = ledger_each_member(ledger, groups.first[i], indicator, year);
        list = take(ledger, org, run, day, list);
    }
    for (ptrdiff_t i = 0; i < arrlen(before); i++) { /* it is one as the successor of one */
        list = take_inherited(ledger, org, indicator, year, day, before[i], list);
    }
    return list;
}

struct assigned *assigned_any(const struct ledger *ledger, int32_t org, int32_t indicator, int year,
                              struct date day) {
    struct assigned *all = assigned_own(ledger, org, indicator, year, day);
    struct assigned *by_groups = assigned_by_groups(ledger, org, indicator, year, day);
    arr_append(all, by_groups);
    arrfree(by_groups);
    return all;
}
