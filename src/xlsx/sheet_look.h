/* SPDX-License-Identifier: MIT */
/*
 * Looks as formats of libxlsxwriter: equal looks share one, since a workbook holds only so many.
 */
#ifndef TIENDO_SHEET_LOOK_H
#define TIENDO_SHEET_LOOK_H

#include <stdint.h>
#include <xlsxwriter.h>

#include "sheet.h"

enum { LOOK_BUCKETS = 256 };

/* A look that already has its format. */
struct known_look {
    struct look look;   /* its texts are in the pool */
    lxw_format *format; /* owned by the workbook */
    uint32_t next;      /* 1 + index of the next one in the same bucket, or 0 */
};

/* Zero-initialised is empty. */
struct looks {
    struct known_look *items;      /* stb_ds array */
    uint32_t bucket[LOOK_BUCKETS]; /* 1 + index of the newest look with this hash, or 0 */
    struct pool pool;              /* owns the texts of the looks */
};

/* The format of a look, NULL when it cannot be made. */
lxw_format *looks_format(struct looks *looks, lxw_workbook *workbook, const struct look *wanted);

/* A format that only changes colours and number format of what lies under it, for conditional
 * formats, which have looks of their own; NULL as above. */
lxw_format *looks_highlight(struct looks *looks, lxw_workbook *workbook, const struct look *wanted);

void looks_clear(struct looks *looks);

#endif
