/* SPDX-License-Identifier: MIT */
#include "parts.h"

#include <stdlib.h>

#include "breakdown.h"
#include "checks.h"
#include "goals.h"
#include "mem.h"
#include "members.h"
#include "words.h"

/* ---- breakdowns ---- */

/* Whether a part can be held against its whole: amounts of one kind and unit, or shares. A part's
 * average or growth may well lie above that of the whole. */
static bool is_like(const struct indicator *whole, const struct indicator *part) {
    struct ratio factor;
    return part->kind == whole->kind &&
           (indicator_adds_up(whole) || indicator_traits(whole->kind)->of_whole) &&
           unit_factor(&part->unit, &whole->unit, &factor) && ratio_cmp(factor, ratio_int(1)) == 0;
}

/* As their first parts are declared. */
static int by_whole_then_first(const void *left, const void *right) {
    const struct partition *a = left;
    const struct partition *b = right;
    int by = (a->whole > b->whole) - (a->whole < b->whole);
    return by != 0 ? by : (a->first > b->first) - (a->first < b->first);
}

static void take_part(struct partition *breakdown, const struct book *book, int32_t part) {
    breakdown->complete = breakdown->complete || book->indicators[part].part_complete;
    breakdown->declared++;
    if (is_like(&book->indicators[breakdown->whole], &book->indicators[part])) {
        arrput(breakdown->parts, part);
    }
}

struct breakdowns breakdowns_make(const struct book *book) {
    size_t n = arrlenu(book->indicators);
    struct breakdowns made = {.begins = mem_alloc((n + 1) * sizeof *made.begins)};
    int32_t *first = breakdown_firsts(book);
    int32_t *at = mem_alloc((n + 1) * sizeof *at); /* of a first part: its breakdown */
    for (int32_t i = 0; i < (int32_t)n; i++) {
        const struct indicator *part = &book->indicators[i];
        if (first[i] == i) {
            struct partition breakdown = {.whole = part->part_of, .first = i, .by = part->part_by};
            arrput(made.all, breakdown);
            made.begins[part->part_of + 1]++;
        }
    }
    if (made.all != NULL) {
        qsort(made.all, arrlenu(made.all), sizeof *made.all, by_whole_then_first);
    }
    for (size_t i = 0; i < arrlenu(made.all); i++) {
        at[made.all[i].first] = (int32_t)i;
    }
    for (size_t i = 0; i < n; i++) {
        made.begins[i + 1] += made.begins[i];
        if (first[i] != NONE) {
            take_part(&made.all[at[first[i]]], book, (int32_t)i);
        }
    }
    mem_free(at);
    mem_free(first);
    return made;
}

void breakdowns_clear(struct breakdowns *breakdowns) {
    for (ptrdiff_t i = 0; i < arrlen(breakdowns->all); i++) {
        arrfree(breakdowns->all[i].parts);
    }
    arrfree(breakdowns->all);
    mem_free(breakdowns->begins);
}

/* ---- sums ---- */

static const struct part_sum no_sum = {
    .low = {0, 1}, .high = {0, 1}, .place = {.file = NONE}, .largest = {.file = NONE}};

static void add(struct part_sum *sum, struct ratio low, struct ratio high, struct place place) {
    if (sum->there == 0 || ratio_cmp(low, sum->most) > 0) {
        sum->most = low;
        sum->largest = place;
    }
    sum->low = ratio_add(sum->low, low);
    sum->high = ratio_add(sum->high, high);
    sum->place = place.file != NONE ? place : sum->place;
    sum->there++;
}

struct part_sum parts_on_day(const struct ledger *ledger, const struct partition *breakdown,
                             int32_t org, int year, struct window window, struct date day) {
    struct part_sum sum = no_sum;
    effort_spend(ledger->effort, 2 + 2 * arrlenu(breakdown->parts));
    for (ptrdiff_t i = 0; i < arrlen(breakdown->parts); i++) {
        struct reading r = ledger_read(ledger, org, breakdown->parts[i], year, window, day);
        if (r.known && r.partial == PARTIAL_NOT && date_cmp(r.date, day) == 0) {
            struct place place = no_place;
            if (r.figure != NONE) {
                place = figures_get(&ledger->book->figures, r.figure).place;
            }
            add(&sum, r.low, r.high, place);
        }
        reading_clear(&r);
    }
    return sum;
}

/* How many targets of the same days there are. */
static int targets_of_part(const struct ledger *ledger, const struct assigned *list,
                           struct window during) {
    int n = 0;
    effort_spend(ledger->effort, arrlenu(list) / COMPARED_A_STEP);
    for (ptrdiff_t i = 0; i < arrlen(list); i++) {
        n += same_part(list[i].during, during);
    }
    return n;
}

/* Own targets; or those for each member, the organisation's own for all of them together. */
static struct assigned *beside(const struct ledger *ledger, bool each, int32_t org,
                               int32_t indicator, int year, struct date day) {
    if (!each) {
        return assigned_own(ledger, org, indicator, year, day);
    }
    struct assigned *list = assigned_to_each(ledger, org, indicator, year, day);
    struct ratio members = ratio_int(members_count(ledger, org, day));
    for (ptrdiff_t i = 0; i < arrlen(list); i++) {
        list[i].stated = ratio_mul(list[i].stated, members);
    }
    struct assigned *by_groups = assigned_by_groups(ledger, org, indicator, year, day);
    arr_append(list, by_groups);
    arrfree(by_groups);
    return list;
}

struct part_sum parts_assigned(const struct ledger *ledger, const struct partition *breakdown,
                               const struct assigned *whole, int32_t org, int year,
                               struct date day) {
    struct part_sum sum = no_sum;
    struct assigned *wholes = beside(ledger, whole->each_member, org, breakdown->whole, year, day);
    bool alone = targets_of_part(ledger, wholes, whole->during) == 1;
    arrfree(wholes);
    ptrdiff_t parts = arrlen(breakdown->parts);
    for (ptrdiff_t p = 0; p < parts && !effort_is_spent(ledger->effort); p++) {
        int32_t part = breakdown->parts[p];
        if (!ledger->book->indicators[part].show) {
            continue; /* it has no row */
        }
        struct assigned *list = beside(ledger, whole->each_member, org, part, year, day);
        bool both_alone = alone && targets_of_part(ledger, list, whole->during) == 1;
        bool found = false;
        for (ptrdiff_t i = 0; !found && i < arrlen(list); i++) {
            found = same_part(list[i].during, whole->during) && ratio_valid(list[i].stated) &&
                    (both_alone || same_assigner(list[i].by, whole->by));
            if (found) {
                add(&sum, list[i].stated, list[i].stated, list[i].place);
            }
        }
        arrfree(list);
    }
    return sum;
}

enum verdict parts_compare(const struct partition *breakdown, const struct part_sum *sum,
                           struct ratio low, struct ratio high) {
    bool all = breakdown->complete && sum->there == breakdown->declared;
    if (ratio_cmp(sum->low, high) > 0) {
        return VERDICT_ABOVE;
    }
    if (ratio_cmp(sum->high, low) < 0) {
        return all ? VERDICT_SHORT : VERDICT_PARTIAL;
    }
    int by = all ? 0 : ratio_cmp(sum->low, low);
    return by == 0 ? VERDICT_EQUAL : by > 0 ? VERDICT_ABOVE : VERDICT_PARTIAL;
}

/* ---- of a scorecard ---- */

/* One breakdown of one organisation's whole. */
struct parts_question {
    const struct ledger *ledger;
    const struct org_question *q;
    const struct partition *breakdown;
};

static void add_check(struct scorecard *card, const struct parts_question *p, bool of_targets,
                      const struct part_sum *sum, struct ratio low, struct ratio high) {
    if (sum->there == 0 || !ratio_valid(sum->low) || !ratio_valid(sum->high) || !ratio_valid(low) ||
        !ratio_valid(high)) {
        return;
    }
    struct part_check check = {
        .org = p->q->org,
        .indicator = p->breakdown->whole,
        .year = p->q->year,
        .by = p->breakdown->by,
        .of_targets = of_targets,
        .sum = sum->low,
        .whole = low,
        .verdict = parts_compare(p->breakdown, sum, low, high),
    };
    arrput(card->parts, check);
}

static void check_targets(struct scorecard *card, const struct parts_question *p, bool each) {
    const struct org_question *q = p->q;
    struct assigned *wholes =
        beside(p->ledger, each, q->org, p->breakdown->whole, q->year, q->as_of);
    for (ptrdiff_t i = 0; i < arrlen(wholes) && !effort_is_spent(p->ledger->effort); i++) {
        struct part_sum sum =
            parts_assigned(p->ledger, p->breakdown, &wholes[i], q->org, q->year, q->as_of);
        add_check(card, p, true, &sum, wholes[i].stated, wholes[i].stated);
    }
    arrfree(wholes);
}

/* What some of the members only have come to is held against nothing. */
static void check_actuals(struct scorecard *card, const struct parts_question *p) {
    const struct org_question *q = p->q;
    struct window window = book_window(p->ledger->book, q->org, q->year);
    struct reading r =
        ledger_read(p->ledger, q->org, p->breakdown->whole, q->year, window, q->as_of);
    if (r.known && r.partial == PARTIAL_NOT) {
        struct part_sum sum =
            parts_on_day(p->ledger, p->breakdown, q->org, q->year, window, r.date);
        add_check(card, p, false, &sum, r.low, r.high);
    }
    reading_clear(&r);
}

static void check_question(struct scorecard *card, const struct parts_question *p,
                           const struct selection *selection) {
    const struct indicator *whole = &p->ledger->book->indicators[p->breakdown->whole];
    if (arrlen(p->breakdown->parts) > 0 && indicator_adds_up(whole) &&
        selection_takes(selection, p->breakdown->whole)) {
        check_actuals(card, p);
        for (int each = 0; whole->show && each < 2; each++) {
            check_targets(card, p, each != 0);
        }
    }
}

void check_parts(struct scorecard *card, const struct ledger *ledger,
                 const struct breakdowns *breakdowns, const struct org_question *questions,
                 size_t n, const struct selection *selection) {
    size_t all = arrlenu(breakdowns->all);
    for (size_t i = 0; i < n; i++) {
        uint64_t since = effort_spent(ledger->effort);
        effort_spend(ledger->effort, all);
        for (size_t b = 0; b < all && !effort_is_spent(ledger->effort); b++) {
            struct parts_question p = {ledger, &questions[i], &breakdowns->all[b]};
            check_question(card, &p, selection);
        }
        effort_note(ledger->effort, questions[i].org, since);
    }
}
