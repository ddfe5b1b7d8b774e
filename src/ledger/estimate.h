/* SPDX-License-Identifier: MIT */
/*
 * The officer's estimate of the whole year; a group's is its own, else its members'
 * (docs/QUY-TAC.md sections 4 and 6).
 */
#ifndef TIENDO_ESTIMATE_H
#define TIENDO_ESTIMATE_H

#include "ledger.h"

/* The last one made by the day. It owns nothing. */
struct reading estimate_read(const struct ledger *ledger, int32_t org, int32_t indicator, int year,
                             struct date as_of);

#endif
