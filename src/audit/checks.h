/* SPDX-License-Identifier: MIT */
/*
 * Published figures recomputed, parts added up, allocation of targets (docs/QUY-TAC.md section 3
 * and 7).
 */
#ifndef TIENDO_CHECKS_H
#define TIENDO_CHECKS_H

#include "assigned.h"
#include "ledger.h"
#include "parts.h"
#include "published.h"
#include "rows.h"
#include "scorecard.h"

/* The claims of a book by organisation. */
struct claim_order {
    int32_t *claims; /* indices into book->claims, of one organisation as written */
    int32_t *begins; /* per organisation where its claims begin, and one past the last */
};

struct claim_order claim_order_make(const struct book *book);
void claim_order_clear(struct claim_order *order);

/* A target that a claim may mean. */
struct claim_goal {
    const char *by; /* who assigned it, or NULL */
    int32_t at;     /* index into claim_goals.all */
};

/* The targets that the claim before may mean; zero-initialised: there was none. */
struct claim_goals {
    const struct claim *of;   /* the claim, or NULL */
    struct assigned *all;     /* stb_ds arrays: those known on its day, in the order written; */
    struct claim_goal *named; /* the same by who assigned them; */
    struct claim_goal *near;  /* of these the ones that lie nearest to what it speaks of */
    int32_t first;            /* the first written of near */
};

void claim_goals_clear(struct claim_goals *goals);

/* A published figure recomputed (recompute.c); goals: kept from one to the next of a ledger. */
struct claim_check claim_recompute(const struct ledger *ledger, int32_t claim,
                                   struct claim_goals *goals);

/* The numbers at which the rounding of such a computed one must not land unless it is it; how many.
 */
enum { CLAIM_EDGES = 2 };
int claim_edges(enum claim_kind kind, struct ratio edges[CLAIM_EDGES]);

/* What was recomputed, to stand beside what was published; the published number counts as an edge.
 */
const char *claim_beside(const struct claim *claim, struct ratio computed, char text[RATIO_TEXT]);

/* A claim that lacks one of its two numbers: the whole ones with which it would be true. */
bool claim_wholes(const struct claim *claim, const struct claim_check *check, struct wholes *out);

/* Appends to card->claims those of the organisations asked for, recomputed. */
void check_claims(struct scorecard *card, const struct ledger *ledger,
                  const struct claim_order *order, const struct org_question *questions, size_t n,
                  const struct selection *selection);

/* Appends to card->parts what the parts of the organisations' wholes make. */
void check_parts(struct scorecard *card, const struct ledger *ledger,
                 const struct breakdowns *breakdowns, const struct org_question *questions,
                 size_t n, const struct selection *selection);

/* Appends to card->allocations what concerns the rows that the card has. */
void check_allocations(struct scorecard *card, const struct ledger *ledger);

/* The claims of the organisations first .. last. */
struct run claim_order_run(const struct claim_order *order, int32_t first, int32_t last);

/* Puts the card's claims into the order in which they were written. */
void sort_claims(struct scorecard *card);

#endif
