/* SPDX-License-Identifier: MIT */
#include "parts.h"

#include "checks.h"
#include "mem.h"
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

/* The breakdown of this name that the whole has, made when it has none yet. */
static struct breakdown *breakdown_of(struct breakdowns *made, int32_t begin, int32_t whole,
                                      const struct indicator *part) {
    for (int32_t i = begin; i < arrlen(made->all); i++) {
        if (same_assigner(made->all[i].by, part->part_by)) {
            return &made->all[i];
        }
    }
    struct breakdown breakdown = {.whole = whole, .by = part->part_by, .complete = true};
    arrput(made->all, breakdown);
    return &arrlast(made->all);
}

struct breakdowns breakdowns_make(const struct book *book) {
    int32_t n = (int32_t)arrlen(book->indicators);
    struct breakdowns made = {.begins = mem_alloc(((size_t)n + 1) * sizeof *made.begins)};
    bool *has_parts = mem_alloc((size_t)n * sizeof *has_parts);
    for (int32_t i = 0; i < n; i++) {
        if (book->indicators[i].part_of != NONE) {
            has_parts[book->indicators[i].part_of] = true;
        }
    }
    for (int32_t whole = 0; whole < n; whole++) {
        made.begins[whole] = (int32_t)arrlen(made.all);
        for (int32_t i = 0; has_parts[whole] && i < n; i++) {
            const struct indicator *part = &book->indicators[i];
            if (part->part_of == whole && is_like(&book->indicators[whole], part)) {
                struct breakdown *its = breakdown_of(&made, made.begins[whole], whole, part);
                its->complete = its->complete && part->part_complete;
                arrput(its->parts, i);
            }
        }
    }
    made.begins[n] = (int32_t)arrlen(made.all);
    mem_free(has_parts);
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

struct part_sum parts_on_day(const struct ledger *ledger, const struct breakdown *breakdown,
                             int32_t org, int year, struct window window, struct date day) {
    struct part_sum sum = no_sum;
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
static int targets_of_part(const struct assigned *list, struct window during) {
    int n = 0;
    for (ptrdiff_t i = 0; i < arrlen(list); i++) {
        n += same_part(list[i].during, during);
    }
    return n;
}

/* Own targets, or those for each member: of the organisation or of the group that assigns them. */
static struct assigned *beside(const struct ledger *ledger, const struct assigned *whole,
                               int32_t org, int32_t indicator, int year, struct date day) {
    if (!whole->each_member) {
        return assigned_own(ledger, org, indicator, year, day);
    }
    if (whole->org == org) {
        return assigned_to_each(ledger, org, indicator, year, day);
    }
    struct assigned *list = assigned_by_groups(ledger, org, indicator, year, day);
    for (ptrdiff_t i = arrlen(list) - 1; i >= 0; i--) {
        if (list[i].org != whole->org) {
            arrdel(list, (size_t)i);
        }
    }
    return list;
}

struct part_sum parts_assigned(const struct ledger *ledger, const struct breakdown *breakdown,
                               const struct assigned *whole, int32_t org, int year,
                               struct date day) {
    struct part_sum sum = no_sum;
    struct assigned *wholes = beside(ledger, whole, org, breakdown->whole, year, day);
    bool alone = targets_of_part(wholes, whole->during) == 1;
    arrfree(wholes);
    for (ptrdiff_t p = 0; p < arrlen(breakdown->parts); p++) {
        struct assigned *list = beside(ledger, whole, org, breakdown->parts[p], year, day);
        bool both_alone = alone && targets_of_part(list, whole->during) == 1;
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

enum verdict parts_compare(const struct breakdown *breakdown, const struct part_sum *sum,
                           struct ratio low, struct ratio high) {
    if (ratio_cmp(sum->low, high) > 0) {
        return VERDICT_ABOVE;
    }
    if (ratio_cmp(sum->high, low) >= 0) {
        return VERDICT_EQUAL;
    }
    bool all = breakdown->complete && sum->there == (int)arrlen(breakdown->parts);
    return all ? VERDICT_SHORT : VERDICT_PARTIAL;
}

/* ---- of a scorecard ---- */

static void add_check(struct scorecard *card, const struct row *row,
                      const struct breakdown *breakdown, bool of_targets,
                      const struct part_sum *sum) {
    struct ratio low = of_targets ? row->is[M_STATED].value : row->low;
    struct ratio high = of_targets ? low : row->high;
    if (sum->there == 0 || !ratio_valid(sum->low) || !ratio_valid(sum->high) || !ratio_valid(low)) {
        return;
    }
    struct part_check check = {
        .org = row->org,
        .indicator = row->indicator,
        .year = row->year,
        .by = breakdown->by,
        .of_targets = of_targets,
        .sum = sum->low,
        .whole = low,
        .verdict = parts_compare(breakdown, sum, low, high),
    };
    arrput(card->parts, check);
}

/* The targets of a group's own row for each member count once for each of them. */
static void times(struct part_sum *sum, int n) {
    sum->low = ratio_mul(sum->low, ratio_int(n));
    sum->high = sum->low;
}

static void check_targets(struct scorecard *card, const struct ledger *ledger,
                          const struct row *row, const struct breakdown *breakdown) {
    struct target t = targets_get(&ledger->book->targets, row->target);
    const struct assigned whole = {
        .org = t.org, .each_member = t.each_member, .by = t.by, .during = t.during};
    struct part_sum sum =
        parts_assigned(ledger, breakdown, &whole, row->org, row->year, row->as_of);
    if (row->each_group) {
        times(&sum, ledger->book->orgs[row->org].members_total);
    }
    add_check(card, row, breakdown, true, &sum);
}

void check_parts(struct scorecard *card, const struct ledger *ledger) {
    struct breakdowns made = breakdowns_make(ledger->book);
    for (ptrdiff_t i = 0; i < arrlen(card->rows); i++) {
        const struct row row = card->rows[i];
        if (!indicator_adds_up(&ledger->book->indicators[row.indicator])) {
            continue;
        }
        bool again = i > 0 && card->rows[i - 1].org == row.org &&
                     card->rows[i - 1].indicator == row.indicator;
        for (int32_t b = made.begins[row.indicator]; b < made.begins[row.indicator + 1]; b++) {
            if (row.has_actual && row.partial == PARTIAL_NOT && !again) {
                struct part_sum sum =
                    parts_on_day(ledger, &made.all[b], row.org, row.year, row.window, row.date);
                add_check(card, &row, &made.all[b], false, &sum);
            }
            if (row.is[M_STATED].why == DEFINED) {
                check_targets(card, ledger, &row, &made.all[b]);
            }
        }
    }
    breakdowns_clear(&made);
}
