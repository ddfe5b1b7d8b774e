/* SPDX-License-Identifier: MIT */
/*
 * The headline of a report: how many goals have which status.
 */
#ifndef TIENDO_HEADLINE_H
#define TIENDO_HEADLINE_H

#include <stdbool.h>

#include "figure_text.h"
#include "message.h"
#include "scorecard.h"

/* Of one organisation (NONE: of all) and year: "23/26 chỉ tiêu đạt và vượt: 13 vượt, 10 đạt, 3
 * không đạt" when the year is over, else "3 chỉ tiêu: 1 đúng tiến độ, 1 chậm, 1 chưa báo cáo". */
void table_headline(const struct scorecard *card, int32_t org, int year, enum language lang,
                    char text[CELL_TEXT_SIZE]);

#endif
