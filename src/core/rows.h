/*
 * The rows of one organisation: one per goal, and one per figure without a goal, in the order in
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
};

/* Appends the organisation's rows to card->rows, judged. */
void rows_of_org(struct scorecard *card, const struct ledger *ledger, const struct org_question *q,
                 const struct selection *selection);

/* Adds MSG_OVERFLOW for every row in which a figure did not fit exact arithmetic. */
void report_overflow(const struct scorecard *card, struct findings *findings);

#endif
