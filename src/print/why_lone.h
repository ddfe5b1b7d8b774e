/* SPDX-License-Identifier: MIT */
/*
 * What a lone percentage says of the number behind it: "115% so với kế hoạch: 60 HTX", where the
 * plan is written nowhere (docs/QUY-TAC.md section 7).
 */
#ifndef TIENDO_WHY_LONE_H
#define TIENDO_WHY_LONE_H

#include "why_page.h"

/* The whole numbers that fit the row's own percentage, and those published of it that lack one of
 * their two numbers; a row of an indicator that has several says it once. */
void why_lone(const struct why *w);

#endif
