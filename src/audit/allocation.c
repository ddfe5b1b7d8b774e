/* SPDX-License-Identifier: MIT */
/* What is assigned to members against the group's own target, assigner by assigner
 * (docs/QUY-TAC.md section 3.6). */
#include "assigned.h"
#include "checks.h"
#include "mem.h"
#include "members.h"

/* The one of the whole year that counts: by the same, else the only one; or invalid. */
static struct ratio counted(const struct assigned *list, const char *by) {
    struct ratio only = {0, 0};
    int n = 0;
    for (ptrdiff_t i = 0; i < arrlen(list); i++) {
        if (date_known(list[i].during.first)) {
            continue;
        }
        if (same_assigner(list[i].by, by)) {
            return list[i].stated;
        }
        only = list[i].stated;
        n++;
    }
    return n == 1 ? only : (struct ratio){0, 0};
}

/* Takes over the list. */
static void take_all(struct assigned **all, struct assigned *list) {
    arr_append(*all, list);
    arrfree(list);
}

/* Its own targets, those that its groups assign to it, and, where it is a group, what it assigns to
 * its members together. */
static struct ratio of_member(const struct ledger *ledger, int32_t member, const struct row *row,
                              const char *by) {
    struct assigned *all = assigned_own(ledger, member, row->indicator, row->year, row->as_of);
    take_all(&all, assigned_to_each(ledger, member, row->indicator, row->year, row->as_of));
    take_all(&all, assigned_by_groups(ledger, member, row->indicator, row->year, row->as_of));
    struct ratio members = ratio_int(members_count(ledger, member, row->as_of));
    effort_spend(ledger->effort, members_possible(ledger, member));
    for (ptrdiff_t i = 0; i < arrlen(all); i++) {
        bool together = all[i].each_member && all[i].org == member;
        all[i].stated = together ? ratio_mul(all[i].stated, members) : all[i].stated;
    }
    struct ratio one = counted(all, by);
    arrfree(all);
    return one;
}

/* A target for each member counts for those that are not named too, growth over a base of their own
 * excepted: its T is not known. */
static struct ratio of_unnamed(const struct ledger *ledger, const struct row *row, const char *by) {
    struct assigned *list =
        assigned_to_each(ledger, row->org, row->indicator, row->year, row->as_of);
    struct ratio one = counted(list, by);
    arrfree(list);
    return one;
}

static void allocate(struct scorecard *card, const struct ledger *ledger, const struct row *row,
                     const char *by) {
    const struct org *group = &ledger->book->orgs[row->org];
    struct allocation a = {.org = row->org,
                           .indicator = row->indicator,
                           .year = row->year,
                           .by = by,
                           .sum = ratio_int(0),
                           .target = row->is[M_STATED].value};
    size_t members = members_possible(ledger, row->org);
    effort_spend(ledger->effort, members);
    for (size_t m = 0; m < members && !effort_is_spent(ledger->effort); m++) {
        struct ratio one = {0, 0};
        if (members_hold(ledger, row->org, m, row->as_of)) {
            one = of_member(ledger, members_at(ledger, row->org, m), row, by);
        }
        if (ratio_valid(one)) {
            a.sum = ratio_add(a.sum, one);
            a.members_assigned++;
        }
    }
    int unnamed = group->members_total - (int)arrlen(group->members);
    struct ratio one = unnamed > 0 ? of_unnamed(ledger, row, by) : (struct ratio){0, 0};
    if (ratio_valid(one)) {
        a.sum = ratio_add(a.sum, ratio_mul(one, ratio_int(unnamed)));
        a.members_assigned += unnamed;
    }
    if (a.members_assigned > 0 && ratio_valid(a.sum)) {
        int by_sum = ratio_cmp(a.sum, a.target);
        a.verdict = by_sum == 0 ? VERDICT_ALLOCATED : by_sum < 0 ? VERDICT_SHORT : VERDICT_OVER;
        arrput(card->allocations, a);
    }
}

void check_allocations(struct scorecard *card, const struct ledger *ledger) {
    for (ptrdiff_t i = 0; i < arrlen(card->rows); i++) {
        const struct row *row = &card->rows[i];
        if (ledger->book->orgs[row->org].members_total == 0 || !row->has_target ||
            row->each_group || row->is[M_STATED].why != DEFINED ||
            indicator_rollup(&ledger->book->indicators[row->indicator]) != ROLLUP_SUM) {
            continue;
        }
        struct target t = targets_get(&ledger->book->targets, row->target);
        uint64_t since = effort_spent(ledger->effort);
        if (!date_known(t.during.first)) {
            allocate(card, ledger, row, t.by);
            effort_note(ledger->effort, row->org, since);
        }
    }
}
