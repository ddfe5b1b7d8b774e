/* SPDX-License-Identifier: MIT */
/*
 * The rows of organisations: one per goal, and one per figure without a goal, in the order in
 * which indicators are declared, parts under their whole.
 */
#ifndef TIENDO_ROWS_H
#define TIENDO_ROWS_H

#include "ledger.h"
#include "scorecard.h"

struct org_question {
    int32_t org;
    int year;
    struct date as_of;
    bool covered; /* its goals are left out of the headline, where its group's stand (goals.h) */
};

/* Who has rows, in the order of the book: the organisations of the selection, each with its year
 * and the day from which it is seen, as an stb_ds array. */
struct org_question *scorecard_questions(const struct ledger *ledger,
                                         const struct selection *selection);

/* Appends the organisations' rows to card->rows, judged. What a ledger with a memory has been asked
 * of groups it remembers from one organisation to the next. */
void rows_of_orgs(struct scorecard *card, const struct ledger *ledger,
                  const struct org_question *questions, size_t n,
                  const struct selection *selection);

/* Adds the counts and statuses of the card's rows. */
void scorecard_count(struct scorecard *card);

/* Leaves only the rows that the selection wants by their status and target; parts lose a whole that
 * is gone. */
void scorecard_keep_wanted(struct scorecard *card, const struct selection *selection);

/* Adds MSG_OVERFLOW for every row in which a figure did not fit exact arithmetic. */
void report_overflow(const struct scorecard *card, struct findings *findings);

/* Adds MSG_TOO_MUCH at the organisation that has cost most where more was computed than may be;
 * then nothing that was computed must be shown. */
void report_too_much(const struct book *book, const struct effort *effort,
                     struct findings *findings);

#endif
