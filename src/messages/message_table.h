/* SPDX-License-Identifier: MIT */
/* The rows behind message_of(), one table for each series of codes; for message.c only. */
#ifndef TIENDO_MESSAGE_TABLE_H
#define TIENDO_MESSAGE_TABLE_H

#include "message.h"

/* How many rows each has: from the first code of its series to the first of the next. */
enum {
    MESSAGES_OF_TEXT = MSG_UNKNOWN_KEY - MSG_NOT_UTF8,
    MESSAGES_OF_SHAPE = MSG_NOT_A_NUMBER - MSG_UNKNOWN_KEY,
    MESSAGES_OF_NUMBERS = MSG_BAD_DATE - MSG_NOT_A_NUMBER,
    MESSAGES_OF_DATES = MSG_UNKNOWN_INDICATOR - MSG_BAD_DATE,
    MESSAGES_OF_REFERENCES = MSG_PARTS_ABOVE - MSG_UNKNOWN_INDICATOR,
    MESSAGES_OF_FIGURES = MSG_CLAIM_DIFFERS - MSG_PARTS_ABOVE,
    MESSAGES_OF_CLAIMS = MSG_THOUSAND_BASE - MSG_CLAIM_DIFFERS,
    MESSAGES_OF_SLIPS = MSG_PARTS_SHORT - MSG_THOUSAND_BASE,
    MESSAGES_OF_SUMS = MSG_NO_WORKBOOK - MSG_PARTS_SHORT,
    MESSAGES_OF_WORKBOOKS = MESSAGE_COUNT - MSG_NO_WORKBOOK
};

/* Their sizes are not said here: a table would take its size from it, and a missing row be empty.
 */
extern const struct message messages_of_text[];
extern const struct message messages_of_shape[];
extern const struct message messages_of_numbers[];
extern const struct message messages_of_dates[];
extern const struct message messages_of_references[];
extern const struct message messages_of_figures[];
extern const struct message messages_of_claims[];
extern const struct message messages_of_slips[];
extern const struct message messages_of_sums[];
extern const struct message messages_of_workbooks[];

#endif
