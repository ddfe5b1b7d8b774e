/* SPDX-License-Identifier: MIT */
/*
 * What the files of sheet "Đối chiếu" share: a line of it and its formulas. Only for them.
 */
#ifndef TIENDO_WORKBOOK_CHECKS_H
#define TIENDO_WORKBOOK_CHECKS_H

#include "workbook_common.h"

enum check_column {
    CHECK_NUMBER,
    CHECK_ORG,
    CHECK_NAME,
    CHECK_WHAT,
    CHECK_FIRST,  /* published, sum of the parts, assigned */
    CHECK_SECOND, /* computed, whole, target */
    CHECK_VERDICT,
    CHECK_PLACE,
    CHECK_COUNT
};

/* The sheet being written. */
struct checks {
    struct workbook *book;
    struct sheet *sheet;
    uint32_t at; /* the next free row */
    int number;  /* the last number given in the block */
};

/* One line: two figures and what comes of them. */
struct check_line {
    int32_t org;
    const char *name;
    const char *what;
    const char *first_formula;  /* or NULL: the figure stands as it is */
    const char *second_formula; /* or NULL */
    struct result first;
    struct result second;
    const char *first_code; /* number formats */
    const char *second_code;
    const char *verdict_formula; /* or NULL */
    const char *verdict;
    const char *place; /* or NULL: the block has no such column */
};

/* A figure with which a row of the data may give the claim's, and its column. */
struct operand {
    struct result value;
    const char *name;
};

/* What a claim of that kind compares the row's actual with; share_of: the row's actual itself. */
struct operand checks_against(const struct row *row, enum claim_kind kind);

/* A cell of the line being written. */
const char *checks_cell(const struct checks *checks, uint16_t column);

bool checks_same(struct ratio a, struct ratio b);

/* The two agree, or differ by more than a workbook's rounding hides. */
bool checks_clear(struct ratio a, struct ratio b);

/* Writes the line with the next number. */
void checks_line_put(struct checks *checks, const struct check_line *line);

/* One published figure as a line. */
void checks_claim(struct checks *checks, const struct claim_check *check);

#endif
