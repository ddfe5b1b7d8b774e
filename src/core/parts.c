/* SPDX-License-Identifier: MIT */
/* Parts against their whole, and members' targets against the group's (docs/QUY-TAC.md section 3).
 */
#include <string.h>

#include "bounds.h"
#include "checks.h"
#include "mem.h"
#include "words.h"

/* A sum over the parts of one whole. */
struct part_sum {
    struct ratio sum;
    bool any; /* a part has the figure */
};

/* Whether the indicator is a part that may be added up to this whole: unlike things never are. */
static bool is_part(const struct indicator *all, int32_t part, int32_t whole) {
    struct ratio factor;
    return all[part].part_of == whole && all[part].kind == all[whole].kind &&
           unit_factor(&all[part].unit, &all[whole].unit, &factor) &&
           ratio_cmp(factor, ratio_int(1)) == 0;
}

/* The parts' figures of the whole row's own date. */
static struct part_sum sum_actuals(const struct ledger *ledger, const struct row *whole) {
    struct part_sum sum = {.sum = ratio_int(0)};
    const struct indicator *all = ledger->book->indicators;
    for (int32_t i = 0; i < arrlen(all); i++) {
        if (!is_part(all, i, whole->indicator)) {
            continue;
        }
        struct reading r =
            ledger_read(ledger, whole->org, i, whole->year, whole->window, whole->date);
        if (r.known && !r.partial && date_cmp(r.date, whole->date) == 0) {
            sum.sum = ratio_add(sum.sum, r.low);
            sum.any = true;
        }
        reading_clear(&r);
    }
    return sum;
}

/* The only target of its organisation, indicator and year. */
static bool is_alone(const struct ledger *ledger, const struct target *t) {
    struct run run = t->each_member ? ledger_each_member(ledger, t->org, t->indicator, t->year)
                                    : ledger_targets(ledger, t->org, t->indicator, t->year);
    return run.count == 1;
}

/* Whether a part's target belongs to the whole's: assigned by the same, or both the only ones. */
static bool same_assigner(const struct ledger *ledger, const struct row *whole,
                          const struct row *part) {
    struct target a = targets_get(&ledger->book->targets, whole->target);
    struct target b = targets_get(&ledger->book->targets, part->target);
    if (a.org != b.org || a.each_member != b.each_member) {
        return false;
    }
    if (a.by == NULL || b.by == NULL || strcmp(a.by, b.by) != 0) {
        return a.by == b.by || (is_alone(ledger, &a) && is_alone(ledger, &b));
    }
    return true;
}

/* The parts' targets by the same assigner and for the same time as the whole row's. */
static struct part_sum sum_targets(const struct scorecard *card, const struct ledger *ledger,
                                   ptrdiff_t whole) {
    struct part_sum sum = {.sum = ratio_int(0)};
    const struct row *row = &card->rows[whole];
    for (ptrdiff_t i = whole + 1; i < arrlen(card->rows) && card->rows[i].org == row->org; i++) {
        const struct row *part = &card->rows[i];
        bool child = is_part(card->book->indicators, part->indicator, row->indicator);
        bool same = part->has_target && date_cmp(part->window.first, row->window.first) == 0 &&
                    date_cmp(part->window.last, row->window.last) == 0;
        if (child && same && part->is[M_DECIDES].why == DEFINED &&
            same_assigner(ledger, row, part)) {
            sum.sum = ratio_add(sum.sum, part->is[M_DECIDES].value);
            sum.any = true;
        }
    }
    return sum;
}

static void add_check(struct scorecard *card, const struct row *row, bool of_targets,
                      struct part_sum sum, struct ratio whole) {
    if (!sum.any || !ratio_valid(sum.sum) || !ratio_valid(whole)) {
        return;
    }
    int by = ratio_cmp(sum.sum, whole);
    struct part_check check = {
        .org = row->org,
        .indicator = row->indicator,
        .year = row->year,
        .of_targets = of_targets,
        .sum = sum.sum,
        .whole = whole,
        .verdict = by == 0  ? VERDICT_AGREES
                   : by > 0 ? VERDICT_ABOVE
                            : VERDICT_SHORT,
    };
    arrput(card->parts, check);
}

void check_parts(struct scorecard *card, const struct ledger *ledger) {
    size_t n = arrlenu(ledger->book->indicators);
    bool *has_parts = mem_alloc(n * sizeof *has_parts);
    for (size_t i = 0; i < n; i++) {
        int32_t whole = ledger->book->indicators[i].part_of;
        if (whole != NONE) {
            has_parts[whole] = true;
        }
    }
    for (ptrdiff_t i = 0; i < arrlen(card->rows); i++) {
        const struct row row = card->rows[i];
        if (!has_parts[row.indicator] ||
            !indicator_adds_up(&ledger->book->indicators[row.indicator])) {
            continue;
        }
        bool again = i > 0 && card->rows[i - 1].org == row.org &&
                     card->rows[i - 1].indicator == row.indicator;
        if (row.has_actual && !again) {
            add_check(card, &row, false, sum_actuals(ledger, &row), row.low);
        }
        if (row.is[M_DECIDES].why == DEFINED) {
            add_check(card, &row, true, sum_targets(card, ledger, i), row.is[M_DECIDES].value);
        }
    }
    mem_free(has_parts);
}

/* The member's own target for the whole year, or invalid. */
static struct ratio member_target(const struct ledger *ledger, int32_t member,
                                  const struct row *row) {
    struct run run = ledger_targets(ledger, member, row->indicator, row->year);
    for (int i = 0; i < run.count; i++) {
        struct target t = targets_get(&ledger->book->targets, run.first[i]);
        bool known = !date_known(t.date) || date_cmp(t.date, row->as_of) <= 0;
        if (!known || date_known(t.during.first) || target_has(t.bounds.kind, HAS_GROW)) {
            continue;
        }
        struct bounds bounds = t.bounds;
        for (ptrdiff_t r = 0; r < arrlen(t.revised); r++) {
            if (date_cmp(t.revised[r].date, row->as_of) <= 0) {
                bounds = t.revised[r].bounds;
            }
        }
        return bounds_deciding(&bounds, ledger->book->indicators[row->indicator].better);
    }
    return (struct ratio){0, 0};
}

void check_allocations(struct scorecard *card, const struct ledger *ledger) {
    for (ptrdiff_t i = 0; i < arrlen(card->rows); i++) {
        const struct row *row = &card->rows[i];
        const struct org *group = &ledger->book->orgs[row->org];
        bool whole_year =
            arrlen(group->members) > 0 && row->has_target && !row->each_group &&
            row->assigner == NONE &&
            !date_known(targets_get(&ledger->book->targets, row->target).during.first);
        if (!whole_year || row->is[M_DECIDES].why != DEFINED ||
            indicator_rollup(&ledger->book->indicators[row->indicator]) != ROLLUP_SUM) {
            continue;
        }
        struct allocation a = {.org = row->org, .indicator = row->indicator, .year = row->year};
        a.sum = ratio_int(0);
        a.target = row->is[M_DECIDES].value;
        for (ptrdiff_t m = 0; m < arrlen(group->members); m++) {
            struct ratio one = member_target(ledger, group->members[m], row);
            if (ratio_valid(one)) {
                a.sum = ratio_add(a.sum, one);
                a.members_assigned++;
            }
        }
        if (a.members_assigned > 0 && ratio_valid(a.sum)) {
            int by = ratio_cmp(a.sum, a.target);
            a.verdict = by == 0 ? VERDICT_ALLOCATED : by < 0 ? VERDICT_SHORT : VERDICT_OVER;
            arrput(card->allocations, a);
        }
    }
}
