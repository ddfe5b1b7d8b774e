/* SPDX-License-Identifier: MIT */
/*
 * The figures of a goal as equations: the rules (rules.h) with the row's numbers put in; the bands
 * of its pace, and what would change its verdict, asked of the rules too.
 *
 * An equation is true as it is printed: "=" where every number in it is printed in full, "≈" where
 * one had to be rounded.
 */
#ifndef TIENDO_WHY_FIGURES_H
#define TIENDO_WHY_FIGURES_H

#include "why_page.h"

void why_figures(const struct why *w);

#endif
