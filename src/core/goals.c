/* SPDX-License-Identifier: MIT */
#include "goals.h"

#include "mem.h"
#include "members.h"

bool selection_takes(const struct selection *selection, int32_t indicator) {
    for (int i = 0; i < selection->indicators_count; i++) {
        if (selection->indicators[i] == indicator) {
            return true;
        }
    }
    return selection->indicators_count == 0;
}

bool target_known_by(const struct packed_target *target, struct date day) {
    struct date date = packed_target_date(target);
    return !date_known(date) || date_cmp(date, day) <= 0;
}

/* ---- which indicators have a target ---- */

static bool any_known(const struct ledger *ledger, struct run run, struct date day) {
    bool any = false;
    for (int i = 0; !any && i < run.count; i++) {
        any = target_known_by(&ledger->book->targets.packed[run.first[i]], day);
    }
    return any;
}

/* A group of the one organisation assigns a target to the other, which is it or inherits it. */
static bool is_assigned(const struct ledger *ledger, const struct org_question *q, int32_t named,
                        int32_t indicator) {
    struct run groups = ledger_groups(ledger, named);
    bool any = false;
    for (int i = 0; !any && i < groups.count; i++) {
        int32_t group = groups.first[i];
        struct run run = ledger_each_member(ledger, group, indicator, q->year);
        any = any_known(ledger, run, q->as_of) &&
              (named == q->org ? member_exists(ledger, named, q->as_of)
                               : members_have(ledger, group, q->org, q->as_of));
    }
    return any;
}

static bool has_target(const struct ledger *ledger, const struct org_question *q,
                       int32_t indicator) {
    struct run own = ledger_targets(ledger, q->org, indicator, q->year);
    struct run each = ledger_each_member(ledger, q->org, indicator, q->year);
    bool has = any_known(ledger, own, q->as_of) || any_known(ledger, each, q->as_of) ||
               is_assigned(ledger, q, q->org, indicator);
    const int32_t *before = ledger->book->orgs[q->org].predecessors;
    for (ptrdiff_t i = 0; !has && i < arrlen(before); i++) {
        has = is_assigned(ledger, q, before[i], indicator);
    }
    return has;
}

/* A part stands for its whole only where that has no target. */
static bool is_counted(const struct ledger *ledger, const struct org_question *q,
                       int32_t indicator) {
    int32_t whole = ledger->book->indicators[indicator].part_of;
    return whole == NONE || !has_target(ledger, q, whole);
}

/* ---- whose goals ---- */

/* One of the targets that an organisation has, or a group assigns to each of its members, is a goal
 * of the organisation of the question. */
static bool goal_among(const struct ledger *ledger, const struct org_question *q,
                       const struct selection *selection, int32_t whose, bool to_each) {
    const struct book *book = ledger->book;
    bool any = false;
    for (int32_t i = ledger->targets_of[whose]; !any && i < ledger->targets_of[whose + 1]; i++) {
        const struct packed_target *t = &book->targets.packed[ledger->targets[i]];
        any = (int)t->year == q->year && (!to_each || t->each_member) &&
              target_known_by(t, q->as_of) && book->indicators[t->indicator].show &&
              selection_takes(selection, t->indicator) && is_counted(ledger, q, t->indicator);
    }
    return any;
}

/* The same of all groups that name it, or of which it is one after a predecessor. */
static bool goal_of_groups(const struct ledger *ledger, const struct org_question *q,
                           const struct selection *selection, int32_t named) {
    struct run groups = ledger_groups(ledger, named);
    bool any = false;
    for (int i = 0; !any && i < groups.count; i++) {
        int32_t group = groups.first[i];
        bool member = named == q->org ? member_exists(ledger, named, q->as_of)
                                      : members_have(ledger, group, q->org, q->as_of);
        any = member && goal_among(ledger, q, selection, group, true);
    }
    return any;
}

bool goals_exist(const struct ledger *ledger, const struct org_question *q,
                 const struct selection *selection) {
    const int32_t *before = ledger->book->orgs[q->org].predecessors;
    bool has = goal_among(ledger, q, selection, q->org, false) ||
               goal_of_groups(ledger, q, selection, q->org);
    for (ptrdiff_t i = 0; !has && i < arrlen(before); i++) {
        has = goal_of_groups(ledger, q, selection, before[i]);
    }
    return has;
}

static void cover_members(const struct ledger *ledger, int32_t group, bool covered[]) {
    for (size_t i = 0; i < members_possible(ledger, group); i++) {
        int32_t member = members_at(ledger, group, i);
        if (!covered[member]) {
            covered[member] = true;
            cover_members(ledger, member, covered);
        }
    }
}

void goals_cover(const struct ledger *ledger, struct org_question *questions, size_t n,
                 const struct selection *selection) {
    bool *covered = mem_alloc(arrlenu(ledger->book->orgs) * sizeof *covered);
    for (size_t i = 0; i < n; i++) {
        bool group = members_possible(ledger, questions[i].org) > 0;
        if (group && goals_exist(ledger, &questions[i], selection)) {
            cover_members(ledger, questions[i].org, covered);
        }
    }
    for (size_t i = 0; i < n; i++) {
        questions[i].covered = covered[questions[i].org];
    }
    mem_free(covered);
}

void goals_uncover(const struct ledger *ledger, struct row *rows, size_t n) {
    bool *covered = mem_alloc((arrlenu(ledger->book->orgs) + 1) * sizeof *covered);
    int32_t done = NONE;
    for (size_t i = 0; i < n; i++) {
        if (rows[i].goal && rows[i].org != done) {
            done = rows[i].org;
            cover_members(ledger, done, covered);
        }
    }
    for (size_t i = 0; i < n; i++) {
        rows[i].covered = rows[i].covered && covered[rows[i].org];
    }
    mem_free(covered);
}

/* ---- which rows ---- */

static bool is_same_goal(const struct row *a, const struct row *b) {
    return a->has_target && b->has_target && a->indicator == b->indicator &&
           date_cmp(a->window.first, b->window.first) == 0 &&
           date_cmp(a->window.last, b->window.last) == 0;
}

/* The first of the least favourable of its goal, among rows that stand together. */
static bool is_worst(const struct ledger *ledger, const struct row *rows, size_t n, size_t at) {
    bool worst = true;
    size_t from = at;
    for (; worst && from > 0 && rows[from - 1].indicator == rows[at].indicator; from--) {
        const struct row *row = &rows[from - 1];
        worst = !is_same_goal(row, &rows[at]) || row->status < rows[at].status;
    }
    size_t to = at + 1;
    for (; worst && to < n && rows[to].indicator == rows[at].indicator; to++) {
        worst = !is_same_goal(&rows[to], &rows[at]) || rows[to].status <= rows[at].status;
    }
    effort_spend(ledger->effort, (to - from) / COMPARED_A_STEP);
    return worst;
}

void goals_mark(const struct ledger *ledger, const struct org_question *q, struct row *rows,
                size_t n) {
    for (size_t i = 0; i < n && !effort_is_spent(ledger->effort); i++) {
        struct row *row = &rows[i];
        row->covered = q->covered;
        row->goal = row->has_target && is_worst(ledger, rows, n, i) &&
                    is_counted(ledger, q, row->indicator);
    }
}
