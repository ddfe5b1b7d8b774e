/* SPDX-License-Identifier: MIT */
/*
 * The members behind a group's figure: all of them, each with its figure and its place; of a group
 * too large to be read so, the first ones, the worst and those without a figure.
 */
#ifndef TIENDO_WHY_MEMBERS_H
#define TIENDO_WHY_MEMBERS_H

#include "why_page.h"

/* Nothing for a row that is no group's sum of its members. */
void why_members(const struct why *w);

#endif
