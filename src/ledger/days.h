/* SPDX-License-Identifier: MIT */
/*
 * The days on which an organisation, or anybody below it, has a figure of an indicator or of what
 * that is computed from. A group's are found once (memo.h), however many ways lead to it.
 */
#ifndef TIENDO_DAYS_H
#define TIENDO_DAYS_H

#include "rollup.h"

/* How many of them are before the day; they are in order. */
size_t days_before(const struct date *days, struct date day);

/* Puts those that the question lets count among *days, an stb_ds array in order, each once. */
void days_add(const struct ledger *ledger, int32_t org, const struct question *q,
              struct date **days);

/* The same of all members of a group. */
void days_add_members(const struct ledger *ledger, int32_t group, const struct question *q,
                      struct date **days);

#endif
