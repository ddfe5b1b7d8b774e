/* SPDX-License-Identifier: MIT */
#include "chain.h"

#include "hedge.h"
#include "mem.h"

/* Pieces without a gap, by the last of them. */
struct joint {
    struct reading sum;
    struct date begin; /* of its running total, or no date */
    int pieces;
};

struct reading reading_of_figure(const struct ledger *ledger, int32_t figure) {
    struct figure f = figures_get(&ledger->book->figures, figure);
    return (struct reading){
        .known = true,
        .low = f.low,
        .high = f.high,
        .hedge = f.hedge,
        .date = f.date,
        .figure = figure,
    };
}

/* Whether a chain goes before another. */
static bool is_better(const struct joint *a, const struct joint *b) {
    int by = (int)a->sum.known - (int)b->sum.known;
    by = by != 0 ? by : date_cmp(a->sum.date, b->sum.date);
    by = by != 0 ? by : date_cmp(a->begin, b->begin);
    return by != 0 ? by > 0 : a->pieces > b->pieces;
}

/* The last running total up to the day, or of exactly that day. */
static struct joint last_total(const struct ledger *ledger, const struct chain *chain,
                               struct date day, bool exactly) {
    const struct packed_figure *packed = ledger->book->figures.packed;
    struct joint joint = {.sum = {.figure = NONE}};
    for (int32_t i = chain->totals.first + chain->totals.count - 1; i >= chain->totals.first; i--) {
        int by = date_cmp(packed_date(&packed[i]), day);
        if (by < 0 && exactly) {
            break;
        }
        if (by <= 0) {
            joint.sum = reading_of_figure(ledger, i);
            joint.begin = joint.sum.date;
            break;
        }
    }
    return joint;
}

/* The best chain that ends on the eve of an increment: a running total, else joints made before. */
static struct joint before(const struct ledger *ledger, const struct chain *chain,
                           const struct joint joints[], struct date first) {
    struct date eve = date_previous(first);
    struct joint best = last_total(ledger, chain, eve, true);
    if (best.sum.known) {
        return best;
    }
    if (chain->merged.known && date_cmp(chain->merged.date, eve) == 0) {
        return (struct joint){.sum = chain->merged, .begin = eve};
    }
    for (ptrdiff_t i = 0; i < arrlen(joints); i++) {
        if (date_cmp(joints[i].sum.date, eve) == 0 && is_better(&joints[i], &best)) {
            best = joints[i];
        }
    }
    if (!best.sum.known && date_cmp(first, chain->first) == 0) {
        best.sum = (struct reading){.known = true, .low = ratio_int(0), .high = ratio_int(0)};
    }
    return best;
}

static void add_piece(struct joint *joint, const struct figure *f, int32_t index) {
    joint->sum.low = ratio_add(joint->sum.low, f->low);
    joint->sum.high = ratio_add(joint->sum.high, f->high);
    joint->sum.hedge = hedge_sum(joint->sum.hedge, f->hedge);
    joint->sum.date = f->date;
    joint->sum.figure = index;
    joint->sum.computed = true;
    joint->pieces++;
}

struct reading chain_total(const struct ledger *ledger, const struct chain *chain) {
    struct joint best = last_total(ledger, chain, chain->last, false);
    struct joint *joints = NULL;
    for (int i = 0; i < chain->increments.count; i++) {
        int32_t index = chain->increments.first + i;
        struct figure f = figures_get(&ledger->book->figures, index);
        if (date_cmp(f.date, chain->last) > 0) {
            break;
        }
        struct joint joint = before(ledger, chain, joints, f.period.first);
        if (joint.sum.known) {
            add_piece(&joint, &f, index);
            arrput(joints, joint);
            best = is_better(&joint, &best) ? joint : best;
        }
    }
    arrfree(joints);
    return best.sum;
}
