/* SPDX-License-Identifier: MIT */
/*
 * Scalars that need no indicator to be understood: dates, periods, years, counts, yes and no,
 * choices. Each returns false, with a finding and *out untouched, when the text is something else.
 */
#ifndef TIENDO_SCALARS_H
#define TIENDO_SCALARS_H

#include <stdbool.h>

#include "fields.h"

bool scalar_date(struct loader *loader, const struct node *node, struct date *out);

/* A date that stands as a key. */
bool key_date(struct loader *loader, const struct node *node, struct date *out);

/* 12-31: a day of every year, returned in the leap year 2000. */
bool scalar_day(struct loader *loader, const struct node *node, struct date *out);

/* A month, quarter or half of a year; never a whole year. */
bool scalar_period(struct loader *loader, const struct node *node, struct window *out);

bool scalar_year(struct loader *loader, const struct node *node, int *out);

/* most: the largest count, 0 for a million. */
bool scalar_count(struct loader *loader, const struct node *node, int most, int *out);
bool scalar_boolean(struct loader *loader, const struct node *node, bool *out);
bool scalar_choice(struct loader *loader, const struct node *node, const struct word_list *choices,
                   int *out);

/* scalar_boolean() without a finding. */
bool text_boolean(struct loader *loader, const struct node *node, bool *out);

#endif
