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
    MESSAGES_OF_FIGURES = MESSAGE_COUNT - MSG_PARTS_ABOVE
};

/* Their sizes are not said here: a table would take its size from it, and a missing row be empty.
 */
extern const struct message messages_of_text[];
extern const struct message messages_of_shape[];
extern const struct message messages_of_numbers[];
extern const struct message messages_of_dates[];
extern const struct message messages_of_references[];
extern const struct message messages_of_figures[];

#endif
