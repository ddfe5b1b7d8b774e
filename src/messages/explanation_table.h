/* The rows behind explanation_of(), in four parts; for explanation.c only. */
#ifndef TIENDO_EXPLANATION_TABLE_H
#define TIENDO_EXPLANATION_TABLE_H

#include "explanation.h"

extern const struct explanation explanations_of_text[MSG_UNKNOWN_KEY];
extern const struct explanation explanations_of_shape[MSG_NOT_A_NUMBER - MSG_UNKNOWN_KEY];
extern const struct explanation explanations_of_values[MSG_UNKNOWN_INDICATOR - MSG_NOT_A_NUMBER];
extern const struct explanation explanations_of_book[MESSAGE_COUNT - MSG_UNKNOWN_INDICATOR];

#endif
