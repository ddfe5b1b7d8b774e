/* SPDX-License-Identifier: MIT */
/*
 * Texts and names brought into a shape that a workbook can hold.
 */
#ifndef TIENDO_SHEET_CLEAN_H
#define TIENDO_SHEET_CLEAN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "pool.h"

/* NFC, control characters and lone CR as blanks, `_x0041_` written so that it is read as itself,
 * cut at 32767 UTF-16 units with "…": the text itself where nothing is to be done, else a new one
 * in the pool. NULL when the text is not valid UTF-8. */
const char *sheet_text_clean(struct pool *pool, const char *text);

/* A slot of a stb_ds string hash: a sheet's name in small letters, which is all that is asked. */
struct taken_name {
    const char *key; /* owned by the pool of the names */
    bool value;      /* true */
};

/* A sheet name that Excel, LibreOffice and Gnumeric take: none of []:*?/\, ' as ’, at most 31
 * UTF-16 units, not empty, not "History", and different from the taken ones even when case is
 * ignored ("… (2)"). NULL when it is not valid UTF-8. From then
 * on it is taken. */
const char *sheet_name_clean(struct pool *pool, const char *wanted, struct taken_name **taken);

/* "AB12" with `$` before the column and the row as asked. */
enum { CELL_NAME = 20 };
const char *cell_name(uint32_t row, uint16_t column, bool fixed_row, bool fixed_column,
                      char text[CELL_NAME]);

/* Lines that a text takes when it is wrapped at words after so many characters; at least 1. A
 * character is 0.39 times the height of the print: text of 12 points has as many in a column as
 * this has pixels / 6.24. */
int text_lines(const char *text, int characters);

#endif
