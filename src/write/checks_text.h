/*
 * What stands under a table of the terminal: published figures recomputed, parts that exceed
 * their whole, targets assigned to members.
 */
#ifndef TIENDO_CHECKS_TEXT_H
#define TIENDO_CHECKS_TEXT_H

#include "buffer.h"
#include "message.h"
#include "scorecard.h"

/* Appends the lines of one organisation and year; nothing when there are none. */
void checks_put(struct buffer *out, const struct scorecard *card, int32_t org, int year,
                enum language lang);

#endif
