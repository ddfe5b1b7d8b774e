/* SPDX-License-Identifier: MIT */
/* How numbers and dates look to people in one language. */
#ifndef TIENDO_PRINTING_H
#define TIENDO_PRINTING_H

#include "date.h"
#include "language.h"
#include "ratio.h"

enum { PRINTED_TEXT = 160 }; /* bytes that hold any printed number */

/* Turns -1234.5 (as ratio_print() gives it) into -1.234,5 (vi) or -1,234.5 (en). */
const char *print_number(const char *plain, enum language lang, char text[PRINTED_TEXT]);

/* 30/06/2024 (vi) or 2024-06-30 (en); "" for no date. */
const char *print_date(struct date d, enum language lang, char text[DATE_TEXT]);

#endif
