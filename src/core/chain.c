/* SPDX-License-Identifier: MIT */
#include "chain.h"

#include "hedge.h"
#include "mem.h"

/* Pieces without a gap, by the last of them. */
struct link {
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
static bool is_better(const struct link *a, const struct link *b) {
    int by = (int)a->sum.known - (int)b->sum.known;
    by = by != 0 ? by : date_cmp(a->sum.date, b->sum.date);
    by = by != 0 ? by : date_cmp(a->begin, b->begin);
    return by != 0 ? by > 0 : a->pieces > b->pieces;
}

/* The last running total up to the day, or of exactly that day. */
static struct link last_total(const struct ledger *ledger, const struct chain *chain,
                              struct date day, bool exactly) {
    const struct packed_figure *packed = ledger->book->figures.packed;
    struct link link = {.sum = {.figure = NONE}};
    for (int32_t i = chain->totals.first + chain->totals.count - 1; i >= chain->totals.first; i--) {
        int by = date_cmp(packed_date(&packed[i]), day);
        if (by < 0 && exactly) {
            break;
        }
        if (by <= 0) {
            link.sum = reading_of_figure(ledger, i);
            link.begin = link.sum.date;
            break;
        }
    }
    return link;
}

/* The best chain that ends on the eve of an increment: a running total, else links made before. */
static struct link before(const struct ledger *ledger, const struct chain *chain,
                          const struct link links[], struct date first) {
    struct date eve = date_previous(first);
    struct link best = last_total(ledger, chain, eve, true);
    if (best.sum.known) {
        return best;
    }
    if (chain->merged.known && date_cmp(chain->merged.date, eve) == 0) {
        return (struct link){.sum = chain->merged, .begin = eve};
    }
    for (ptrdiff_t i = 0; i < arrlen(links); i++) {
        if (date_cmp(links[i].sum.date, eve) == 0 && is_better(&links[i], &best)) {
            best = links[i];
        }
    }
    if (!best.sum.known && date_cmp(first, chain->first) == 0) {
        best.sum = (struct reading){.known = true, .low = ratio_int(0), .high = ratio_int(0)};
    }
    return best;
}

static void add_piece(struct link *link, const struct figure *f, int32_t index) {
    link->sum.low = ratio_add(link->sum.low, f->low);
    link->sum.high = ratio_add(link->sum.high, f->high);
    link->sum.hedge = hedge_sum(link->sum.hedge, f->hedge);
    link->sum.date = f->date;
    link->sum.figure = index;
    link->sum.computed = true;
    link->pieces++;
}

struct reading chain_total(const struct ledger *ledger, const struct chain *chain) {
    struct link best = last_total(ledger, chain, chain->last, false);
    struct link *links = NULL;
    for (int i = 0; i < chain->increments.count; i++) {
        int32_t index = chain->increments.first + i;
        struct figure f = figures_get(&ledger->book->figures, index);
        if (date_cmp(f.date, chain->last) > 0) {
            break;
        }
        struct link link = before(ledger, chain, links, f.period.first);
        if (link.sum.known) {
            add_piece(&link, &f, index);
            arrput(links, link);
            best = is_better(&link, &best) ? link : best;
        }
    }
    arrfree(links);
    return best.sum;
}
