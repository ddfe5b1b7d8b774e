/* SPDX-License-Identifier: MIT */
/* Which published figures are recomputed (docs/QUY-TAC.md section 7). */
#include <stdlib.h>

#include "checks.h"
#include "mem.h"

/* Listed are the claims of entries up to the as-of date of their organisation, whether or not what
 * they speak of has a row; a headline where all indicators are asked for. */
static bool is_listed(const struct claim *claim, const struct org_question *q,
                      const struct selection *selection) {
    bool asked = selection->indicators_count == 0;
    for (int i = 0; i < selection->indicators_count; i++) {
        asked = asked || selection->indicators[i] == claim->indicator;
    }
    return asked && claim->year == q->year && date_cmp(claim->date, q->as_of) <= 0;
}

void check_claims(struct scorecard *card, const struct ledger *ledger,
                  const struct claim_order *order, const struct org_question *questions, size_t n,
                  const struct selection *selection) {
    struct claim_goals goals = {0};
    for (size_t i = 0; i < n; i++) {
        struct run claims = claim_order_run(order, questions[i].org, questions[i].org);
        uint64_t since = effort_spent(ledger->effort);
        for (int k = 0; k < claims.count && !effort_is_spent(ledger->effort); k++) {
            int32_t index = claims.first[k];
            if (is_listed(&ledger->book->claims[index], &questions[i], selection)) {
                struct claim_check check = claim_recompute(ledger, index, &goals);
                arrput(card->claims, check);
            }
        }
        effort_note(ledger->effort, questions[i].org, since);
    }
    claim_goals_clear(&goals);
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
