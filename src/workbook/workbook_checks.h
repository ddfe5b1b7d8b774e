/* SPDX-License-Identifier: MIT */
/*
 * What the files of sheet "Đối chiếu" share. Only for them.
 */
#ifndef TIENDO_WORKBOOK_CHECKS_H
#define TIENDO_WORKBOOK_CHECKS_H

#include "workbook_inside.h"

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

/* One of the two figures of a line. */
struct check_figure {
    struct result value;
    const char *formula; /* or NULL: it stands as it is */
    const char *code;    /* number format */
    const char *text;    /* or NULL; else in the place of a number */
};

/* One line: two figures and what comes of them. */
struct check_line {
    int32_t org;
    const char *name;
    const char *what;
    struct check_figure first;
    struct check_figure second;
    bool given;                  /* the first is as published, and follows nothing */
    const char *verdict_formula; /* or NULL */
    const char *verdict;
    const char *place; /* or NULL: the block has no such column */
};

/* ---- workbook_checks.c ---- */

/* A cell of the line being written. */
const char *checks_cell(const struct checks *checks, enum check_column column);

bool checks_same(struct ratio a, struct ratio b);

/* The two agree, or differ by more than a workbook's rounding hides. */
bool checks_clear(struct ratio a, struct ratio b);

/* The column of the data that holds T of a row, as it is printed. */
const char *checks_target(const struct row *row);

/* The verdict where both figures of the line are there, by formula; else unchecked. */
const char *checks_verdict(const struct checks *checks, const char *formula);

/* Writes the line with the next number. */
void checks_line_put(struct checks *checks, const struct check_line *line);

/* ---- workbook_claims.c ---- */

void checks_claim(struct checks *checks, const struct claim_check *check);

/* ---- workbook_sums.c ---- */

void checks_part(struct checks *checks, const struct part_check *part);
void checks_allocation(struct checks *checks, const struct allocation *allocation);

#endif
