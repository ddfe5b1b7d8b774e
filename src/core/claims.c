/* SPDX-License-Identifier: MIT */
/* A percentage that a report prints, recomputed from the figures (docs/QUY-TAC.md section 7). */
#include <stdlib.h>
#include <string.h>

#include "bounds.h"
#include "checks.h"
#include "history.h"
#include "judge.h"
#include "mem.h"

/* The row that a claim speaks of: the one with the target it names, or the only one, or the only
 * one that covers the whole year. */
static const struct row *row_of_claim(const struct scorecard *card, const struct claim *claim,
                                      bool *ambiguous) {
    const struct row *found = NULL;
    struct row_span span = scorecard_rows_of(card, claim->org);
    *ambiguous = false;
    for (int i = span.first; i < span.end; i++) {
        const struct row *row = &card->rows[i];
        if (row->indicator != claim->indicator || row->year != claim->year) {
            continue;
        }
        struct target t = {0};
        if (row->has_target) {
            t = targets_get(&card->book->targets, row->target);
        }
        bool named = t.by != NULL && claim->by != NULL && strcmp(t.by, claim->by) == 0;
        bool part = date_known(t.during.first);
        if (named || (claim->by == NULL && !part)) {
            *ambiguous = found != NULL;
            found = row;
        }
    }
    return found;
}

static struct reading figure_on_day(const struct ledger *ledger, const struct claim *claim,
                                    int32_t indicator) {
    struct window window = book_window(ledger->book, claim->org, claim->year);
    struct reading reading =
        ledger_read(ledger, claim->org, indicator, claim->year, window, claim->date);
    reading.known = reading.known && date_cmp(reading.date, claim->date) == 0;
    reading_clear(&reading);
    return reading;
}

/* The figure of which the claim's is a share, in the unit of the claim's where the two convert. */
static struct quantity whole_of_share(const struct ledger *ledger, const struct claim *claim,
                                      const char **missing) {
    const struct indicator *all = ledger->book->indicators;
    struct reading of = figure_on_day(ledger, claim, claim->of);
    struct ratio factor = ratio_int(1);
    unit_factor(&all[claim->of].unit, &all[claim->indicator].unit, &factor);
    *missing = of.known ? NULL : all[claim->of].id;
    return of.known ? defined(ratio_mul(of.low, factor)) : undefined(UNDEFINED_NO_DATA);
}

/* What the figure is compared with; or why there is nothing, in `missing`. */
static struct quantity counterpart(const struct scorecard *card, const struct ledger *ledger,
                                   const struct claim *claim, const char **missing) {
    struct window window = book_window(ledger->book, claim->org, claim->year);
    if (claim->kind == CLAIM_SHARE_OF) {
        return whole_of_share(ledger, claim, missing);
    }
    if (claim->kind == CLAIM_OF_LAST_YEAR) {
        struct past past = history_same_period(ledger, claim->org, claim->indicator, claim->year,
                                               window, claim->date);
        *missing = past.reading.known ? NULL : "last_year";
        return past.reading.known ? defined(past.reading.low) : undefined(UNDEFINED_NO_DATA);
    }
    bool ambiguous;
    const struct row *row = row_of_claim(card, claim, &ambiguous);
    if (row == NULL || ambiguous || row->is[M_DECIDES].why != DEFINED) {
        *missing = ambiguous ? "ambiguous_target" : "target";
        return undefined(UNDEFINED_NO_TARGET);
    }
    return row->is[M_DECIDES];
}

static struct ratio claimed_figure(enum claim_kind kind, struct ratio actual,
                                   struct ratio against) {
    struct ratio quotient = ratio_div(actual, against);
    if (kind == CLAIM_TIMES) {
        return quotient;
    }
    if (kind == CLAIM_OVER) {
        quotient = ratio_sub(quotient, ratio_int(1));
    }
    return ratio_mul(quotient, ratio_int(100));
}

/* Agrees when rounded to the published decimals, or when cut there. */
static enum verdict compare_published(struct decimal printed, struct ratio computed) {
    struct ratio published = ratio_decimal(printed);
    struct ratio ulp = ratio_decimal((struct decimal){1, printed.scale});
    struct ratio off = ratio_sub(computed, published);
    struct ratio twice = ratio_mul(off, ratio_int(2));
    int sign = ratio_sign(computed) < 0 ? -1 : 1;
    struct ratio minus_ulp = ratio_sub(ratio_int(0), ulp);
    /* half away from zero: a half belongs to the number that is farther from zero */
    bool above = ratio_cmp(twice, minus_ulp) > 0 || (sign > 0 && ratio_cmp(twice, minus_ulp) == 0);
    bool below = ratio_cmp(twice, ulp) < 0 || (sign < 0 && ratio_cmp(twice, ulp) == 0);
    if (above && below) {
        return VERDICT_AGREES;
    }
    struct ratio outward = sign < 0 ? ratio_sub(ratio_int(0), off) : off;
    bool cut = ratio_sign(outward) >= 0 && ratio_cmp(outward, ulp) < 0;
    return cut ? VERDICT_CUT : VERDICT_DIFFERS;
}

static struct claim_check check_claim(const struct scorecard *card, const struct ledger *ledger,
                                      int32_t index) {
    const struct claim *claim = &ledger->book->claims[index];
    struct claim_check check = {.claim = index, .verdict = VERDICT_UNCHECKED};
    struct reading actual = figure_on_day(ledger, claim, claim->indicator);
    struct quantity against = counterpart(card, ledger, claim, &check.missing);
    check.computed = undefined(UNDEFINED_NO_DATA);
    if (!actual.known || against.why != DEFINED) {
        check.missing = actual.known ? check.missing : "actual";
        return check;
    }
    if (ratio_sign(against.value) == 0) {
        check.missing = "zero";
        return check;
    }
    struct ratio computed = claimed_figure(claim->kind, actual.low, against.value);
    check.computed = defined(computed);
    check.verdict = compare_published(claim->printed, computed);
    return check;
}

void check_claims(struct scorecard *card, const struct ledger *ledger, struct run claims) {
    const struct book *book = ledger->book;
    for (int i = 0; i < claims.count; i++) {
        const struct claim *claim = &book->claims[claims.first[i]];
        bool concerned = false;
        struct row_span span = scorecard_rows_of(card, claim->org);
        for (int r = span.first; !concerned && r < span.end; r++) {
            const struct row *row = &card->rows[r];
            concerned = row->indicator == claim->indicator && row->year == claim->year &&
                        date_cmp(claim->date, row->as_of) <= 0;
        }
        if (concerned) {
            struct claim_check check = check_claim(card, ledger, claims.first[i]);
            arrput(card->claims, check);
        }
    }
}

/* ---- which claims ---- */

struct claim_order claim_order_make(const struct book *book) {
    size_t orgs = arrlenu(book->orgs);
    size_t n = arrlenu(book->claims);
    struct claim_order order = {.claims = mem_alloc(n * sizeof *order.claims),
                                .begins = mem_alloc((orgs + 2) * sizeof *order.begins)};
    int32_t *next = order.begins + 1; /* one ahead: filling moves it to the right place */
    for (size_t i = 0; i < n; i++) {
        next[book->claims[i].org + 1]++;
    }
    for (size_t i = 1; i <= orgs; i++) {
        next[i] += next[i - 1];
    }
    for (size_t i = 0; i < n; i++) {
        order.claims[next[book->claims[i].org]++] = (int32_t)i;
    }
    return order;
}

struct run claim_order_run(const struct claim_order *order, int32_t first, int32_t last) {
    int32_t begin = order->begins[first];
    return (struct run){order->claims + begin, order->begins[last + 1] - begin};
}

void claim_order_clear(struct claim_order *order) {
    mem_free(order->claims);
    mem_free(order->begins);
}

static int compare_claims(const void *left, const void *right) {
    const struct claim_check *a = left;
    const struct claim_check *b = right;
    return (a->claim > b->claim) - (a->claim < b->claim);
}

void sort_claims(struct scorecard *card) {
    if (arrlen(card->claims) > 0) {
        qsort(card->claims, arrlenu(card->claims), sizeof *card->claims, compare_claims);
    }
}
