/* SPDX-License-Identifier: MIT */
/*
 * The numbers of a paragraph of prose, as people of the language write them: 3.904 HTX, 78,5%,
 * hơn 57.588 lao động. Dates, years, times of day, periods ("6 tháng"), ordinals and numbers of
 * documents are none.
 */
#ifndef TIENDO_PROSE_NUMBER_H
#define TIENDO_PROSE_NUMBER_H

#include <stdbool.h>
#include <stddef.h>

#include "language.h"
#include "published.h"

struct prose_number {
    struct published published; /* its value, decimals and hedge */
    bool percent;
    size_t begin; /* bytes of the paragraph that it takes, % included */
    size_t end;
    size_t sentence; /* where its sentence begins */
};

/* All numbers of a paragraph, in lower case, as an stb_ds array. */
struct prose_number *prose_numbers(const char *text, enum language lang);

#endif
