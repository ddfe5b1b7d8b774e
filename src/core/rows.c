/* SPDX-License-Identifier: MIT */
#include "rows.h"

#include <stdlib.h>

#include "assigned.h"
#include "bounds.h"
#include "estimate.h"
#include "goals.h"
#include "judge.h"
#include "mem.h"
#include "members.h"
#include "memo.h"
#include "overrides.h"
#include "twins.h"

/* What the rows of one organisation are built from. */
struct builder {
    struct scorecard *card;
    const struct ledger *ledger;
    const struct org_question *q;
    const struct selection *selection;
    struct assignment *assigned; /* stb_ds array: what its groups assign to it, by indicator */
    bool targets;                /* it has some of its own, or assigns or is assigned some */
    int32_t *first_child;        /* per indicator: its first part, or NONE */
    int32_t *next_sibling;       /* per indicator: the next part of the same whole */
};

static void begin_row(const struct builder *b, int32_t indicator, struct row *row) {
    row_begin(b->ledger, b->q->org, indicator, b->q->year, b->q->as_of, row);
}

/* ---- the target ---- */

/* The bounds in force on the as-of date: a revision never overwrites, it takes over. */
static void bounds_in_force(const struct target *target, struct row *row) {
    row->bounds = target->bounds;
    for (ptrdiff_t i = 0; i < arrlen(target->revised); i++) {
        if (date_cmp(target->revised[i].date, row->as_of) <= 0) {
            row->bounds = target->revised[i].bounds;
            row->revision = (int32_t)i;
        }
    }
}

static void set_target(const struct builder *b, int32_t target, struct row *row) {
    const struct book *book = b->ledger->book;
    const struct target held = targets_get(&book->targets, target);
    const struct target *t = &held;
    const struct indicator *what = &book->indicators[row->indicator];
    row->has_target = true;
    row->target = target;
    row->assigner = t->each_member && t->org != row->org ? t->org : NONE;
    row->each_group = t->each_member && t->org == row->org;
    row->window = date_known(t->during.first) ? t->during : row->window;
    bounds_in_force(t, row);
    if (row->each_group) {
        row->members_total = members_count(b->ledger, row->org, row->as_of);
    }
    if (row->each_group && indicator_adds_up(what)) {
        row->bounds = bounds_times(&row->bounds, row->members_total);
    }
    row->ceiling = bounds_side(&row->bounds, what->better) == SIDE_CEILING;
}

/* ---- the figure ---- */

/* Under a target for each of its members a group shows what these have together. */
static struct reading read_actual(const struct builder *b, const struct row *row) {
    if (row->each_group) {
        return rollup_read(b->ledger, row->org, row->indicator, row->year, row->window, row->as_of);
    }
    return ledger_read(b->ledger, row->org, row->indicator, row->year, row->window, row->as_of);
}

/* Takes over what the reading owns. A group's own row of a target for each member keeps how many
 * these are as of the day. */
static void set_actual(struct reading r, struct row *row) {
    int total = row->each_group ? row->members_total : r.total;
    row_take_reading(&r, row);
    row->members_total = total;
}

/* ---- the verdict ---- */

/* A member's row under an each_member target, judged but not shown here. */
static void judge_member(const struct builder *b, int32_t member, int32_t indicator, int32_t target,
                         struct row *row) {
    struct org_question q = {.org = member, .year = b->q->year, .as_of = b->q->as_of};
    struct builder of_member = {.card = b->card, .ledger = b->ledger, .q = &q};
    begin_row(&of_member, indicator, row);
    set_target(&of_member, target, row);
    set_actual(read_actual(&of_member, row), row);
    judge_row(b->ledger, row);
    override_row(b->ledger, row);
}

static bool is_good(enum status status) {
    return status == STATUS_MET || status == STATUS_EXCEEDED || status == STATUS_WITHIN;
}

/* The group's row of an each_member target: judged by its members' rows alone, by the verdicts that
 * stand. One without a figure is silent, whatever a person set; a late one is not. */
static void judge_each(const struct builder *b, struct row *row) {
    enum status worst = STATUS_NONE;
    row->members_reporting = 0;
    row->members_met = 0;
    arrfree(row->absent.missing);
    size_t members = members_possible(b->ledger, row->org);
    effort_spend(b->ledger->effort, members);
    for (size_t i = 0; i < members && !effort_is_spent(b->ledger->effort); i++) {
        int32_t org = members_at(b->ledger, row->org, i);
        if (!members_hold(b->ledger, row->org, i, row->as_of)) {
            continue;
        }
        struct row member;
        judge_member(b, org, row->indicator, row->target, &member);
        row->members_reporting += member.has_actual;
        row->members_met += is_good(member.status);
        if (member.has_actual || member.override != NONE) {
            worst = worst_of(worst, member.status);
        }
        if (!member.has_actual) {
            arrput(row->absent.missing, org);
        }
        absent_clear(&member.absent);
    }
    row->rolled_up = true;
    judge_members(b->ledger, row, worst);
}

static void finish_row(const struct builder *b, struct reading actual, struct row *row) {
    set_actual(actual, row);
    judge_row(b->ledger, row);
    if (row->each_group) {
        judge_each(b, row);
    }
    override_row(b->ledger, row);
}

/* ---- which rows ---- */

/* Where a row would stand. */
struct spot {
    int32_t indicator;
    int32_t part_of; /* row of the whole, or NONE */
    int depth;       /* below it */
};

/* Begins the card's next row; the pointer holds until the one after. */
static struct row *add_row(struct builder *b, const struct spot *spot) {
    struct row *row = arraddnptr(b->card->rows, 1);
    effort_spend(b->ledger->effort, STEPS_ROW);
    begin_row(b, spot->indicator, row);
    row->part_of = spot->part_of;
    row->depth = spot->depth;
    return row;
}

static int add_targets(struct builder *b, struct run run, const struct spot *spot) {
    int added = 0;
    for (int i = 0; i < run.count && !effort_is_spent(b->ledger->effort); i++) {
        if (target_known_by(&b->ledger->book->targets.packed[run.first[i]], b->q->as_of)) {
            struct row *row = add_row(b, spot);
            set_target(b, run.first[i], row);
            finish_row(b, read_actual(b, row), row);
            added++;
        }
    }
    return added;
}

static bool has_own(const struct ledger *ledger, int32_t org) {
    return ledger->targets_of[org] < ledger->targets_of[org + 1];
}

/* Targets of its own, and those that it assigns to its members. Most organisations have none. */
static int add_own(struct builder *b, const struct spot *spot) {
    const struct org_question *q = b->q;
    if (!has_own(b->ledger, q->org)) {
        return 0;
    }
    struct run own = ledger_targets(b->ledger, q->org, spot->indicator, q->year);
    struct run each = ledger_each_member(b->ledger, q->org, spot->indicator, q->year);
    int added = add_targets(b, own, spot);
    return added + add_targets(b, each, spot);
}

/* ---- what groups assign ---- */

/* A target that a group assigns to the organisation of the question. */
struct assignment {
    int32_t indicator;
    int32_t target;
    int32_t place; /* among all that are assigned to it */
};

static int by_indicator(const void *left, const void *right) {
    const struct assignment *a = left;
    const struct assignment *b = right;
    int by = (a->indicator > b->indicator) - (a->indicator < b->indicator);
    return by != 0 ? by : (a->place > b->place) - (a->place < b->place);
}

static void take_assigned(struct builder *b, int32_t group) {
    const struct ledger *ledger = b->ledger;
    int32_t end = ledger->targets_of[group + 1];
    effort_spend(ledger->effort, (size_t)(end - ledger->targets_of[group]) / 2);
    for (int32_t i = ledger->targets_of[group]; i < end; i++) {
        int32_t target = ledger->targets[i];
        const struct packed_target *t = &ledger->book->targets.packed[target];
        if (t->each_member && (int)t->year == b->q->year) {
            struct assignment one = {t->indicator, target, (int32_t)arrlen(b->assigned)};
            arrput(b->assigned, one);
        }
    }
}

/* Of the groups of a predecessor those of which it is a member only as the successor of one. */
static void take_inherited(struct builder *b, int32_t predecessor, bool taken[]) {
    struct run groups = ledger_groups(b->ledger, predecessor);
    for (int g = 0; g < groups.count; g++) {
        int32_t group = groups.first[g];
        bool heir = !taken[group] && ledger_has_heir(b->ledger, group, b->q->org);
        taken[group] = true;
        if (heir && members_have(b->ledger, group, b->q->org, b->q->as_of)) {
            take_assigned(b, group);
        }
    }
}

/* Finds all that its groups assign to it, by indicator. */
static void find_assigned(struct builder *b) {
    struct run groups = ledger_groups(b->ledger, b->q->org);
    const int32_t *before = b->ledger->book->orgs[b->q->org].predecessors;
    bool exists = member_exists(b->ledger, b->q->org, b->q->as_of);
    arrsetlen(b->assigned, 0);
    for (int i = 0; exists && i < groups.count; i++) {
        take_assigned(b, groups.first[i]);
    }
    if (arrlen(before) > 0) {
        bool *taken = mem_alloc(arrlenu(b->ledger->book->orgs) * sizeof *taken);
        for (ptrdiff_t p = 0; p < arrlen(before); p++) {
            take_inherited(b, before[p], taken);
        }
        mem_free(taken);
    }
    if (arrlen(b->assigned) > 0) {
        qsort(b->assigned, arrlenu(b->assigned), sizeof *b->assigned, by_indicator);
    }
}

/* Targets that this organisation's groups assign to each of their members. */
static int add_assigned(struct builder *b, const struct spot *spot) {
    size_t low = 0;
    int added = 0;
    for (size_t high = arrlenu(b->assigned); low < high;) {
        size_t middle = low + (high - low) / 2;
        bool before = b->assigned[middle].indicator < spot->indicator;
        low = before ? middle + 1 : low;
        high = before ? high : middle;
    }
    for (; low < arrlenu(b->assigned) && b->assigned[low].indicator == spot->indicator; low++) {
        added += add_targets(b, (struct run){&b->assigned[low].target, 1}, spot);
    }
    return added;
}

/* A figure without a target has a row too, when it was reported or estimated for this year. */
static void add_without_target(struct builder *b, const struct spot *spot) {
    const struct org_question *q = b->q;
    struct window window = book_window(b->ledger->book, q->org, q->year);
    struct reading r = ledger_read(b->ledger, q->org, spot->indicator, q->year, window, q->as_of);
    if (r.known || estimate_read(b->ledger, q->org, spot->indicator, q->year, q->as_of).known) {
        finish_row(b, r, add_row(b, spot));
    } else {
        reading_clear(&r);
    }
}

static void add_indicator(struct builder *b, int32_t indicator, int32_t whole, int depth) {
    const struct indicator *what = &b->ledger->book->indicators[indicator];
    size_t before = arrlenu(b->card->rows);
    if (what->show && selection_takes(b->selection, indicator)) {
        struct spot spot = {indicator, whole, whole != NONE ? depth : 0};
        int added = add_own(b, &spot);
        added += add_assigned(b, &spot);
        if (added == 0 && ledger_may_read(b->ledger, b->q->org, indicator)) {
            add_without_target(b, &spot);
        }
    }
    bool has_row = arrlenu(b->card->rows) > before;
    int32_t here = has_row ? (int32_t)before : whole;
    for (int32_t part = b->first_child[indicator]; part != NONE; part = b->next_sibling[part]) {
        add_indicator(b, part, here, has_row ? depth + 1 : depth);
    }
}

/* False: no row of the indicator, nor of a part of it; of most of them, with most organisations. */
static bool may_have_rows(const struct builder *b, int32_t indicator) {
    return b->targets || b->first_child[indicator] != NONE ||
           ledger_may_read(b->ledger, b->q->org, indicator);
}

/* Links every part to its whole, in the order of declaration. */
static void link_parts(struct builder *b, size_t n) {
    const struct book *book = b->ledger->book;
    for (size_t i = 0; i < n; i++) {
        b->first_child[i] = NONE;
        b->next_sibling[i] = NONE;
    }
    for (size_t i = n; i-- > 0;) {
        int32_t whole = book->indicators[i].part_of;
        if (whole != NONE) {
            b->next_sibling[i] = b->first_child[whole];
            b->first_child[whole] = (int32_t)i;
        }
    }
}

/* About how many rows these organisations have, mostly not more: one for each target, and for each
 * indicator that something is reported of. */
static size_t rows_expected(const struct ledger *ledger, const struct org_question *questions,
                            size_t n) {
    size_t rows = 0;
    for (size_t i = 0; i < n; i++) {
        int32_t org = questions[i].org;
        rows += (size_t)__builtin_popcountll(ledger->below[org]);
        rows += (size_t)(ledger->targets_of[org + 1] - ledger->targets_of[org]);
    }
    return rows;
}

void rows_of_orgs(struct scorecard *card, const struct ledger *ledger,
                  const struct org_question *questions, size_t n,
                  const struct selection *selection) {
    size_t indicators = arrlenu(ledger->book->indicators);
    struct ledger remembering = *ledger;
    remembering.memo = ledger->memo != NULL ? ledger->memo : memo_make();
    struct builder b = {.card = card, .ledger = &remembering, .selection = selection};
    b.first_child = mem_alloc(indicators * sizeof *b.first_child);
    b.next_sibling = mem_alloc(indicators * sizeof *b.next_sibling);
    link_parts(&b, indicators);
    arrsetcap(card->rows, rows_expected(ledger, questions, n)); /* they are large to move */
    for (size_t i = 0; i < n && !effort_is_spent(ledger->effort); i++) {
        size_t before = arrlenu(card->rows);
        uint64_t since = effort_spent(ledger->effort);
        b.q = &questions[i];
        effort_spend(ledger->effort, indicators / COMPARED_A_STEP);
        memo_rest(remembering.memo);
        find_assigned(&b);
        b.targets = arrlen(b.assigned) > 0 || has_own(ledger, b.q->org);
        for (size_t at = 0; at < indicators; at++) {
            if (ledger->book->indicators[at].part_of == NONE && may_have_rows(&b, (int32_t)at)) {
                add_indicator(&b, (int32_t)at, NONE, 0);
            }
        }
        for (size_t at = before; at < arrlenu(card->rows); at++) {
            card->rows[at].declared = (int)(at - before);
        }
        goals_mark(ledger, b.q, card->rows + before, arrlenu(card->rows) - before);
        effort_note(ledger->effort, b.q->org, since);
    }
    if (ledger->memo == NULL) {
        memo_free(remembering.memo);
    }
    arrfree(b.assigned);
    mem_free(b.first_child);
    mem_free(b.next_sibling);
}

void report_too_much(const struct book *book, const struct effort *effort,
                     struct findings *findings) {
    char millions[RATIO_TEXT];
    if (!effort_is_spent(effort) || effort->heaviest == NONE) {
        return;
    }
    ratio_plain(ratio_int((int64_t)(effort->most / 1000000)), false, NULL, 0, millions);
    const struct org *org = &book->orgs[effort->heaviest];
    FIND(findings, MSG_TOO_MUCH, org->place, org->name, millions);
}

static bool overflowed(const struct row *row) {
    for (int m = 0; m < MEASURE_KEPT_COUNT; m++) {
        if (row->is[m].why == UNDEFINED_OVERFLOW) {
            return true;
        }
    }
    return false;
}

void report_overflow(const struct scorecard *card, struct findings *findings) {
    const struct book *book = card->book;
    for (ptrdiff_t i = 0; i < arrlen(card->rows); i++) {
        const struct row *row = &card->rows[i];
        if (overflowed(row)) {
            struct place place = book->indicators[row->indicator].place;
            place = row->target != NONE ? targets_get(&book->targets, row->target).place : place;
            place = row->figure != NONE ? figures_get(&book->figures, row->figure).place : place;
            FIND(findings, MSG_OVERFLOW, place, book->indicators[row->indicator].name);
        }
    }
}
