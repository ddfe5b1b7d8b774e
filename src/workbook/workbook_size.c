/* SPDX-License-Identifier: MIT */
/* How large a workbook would be, before anything of it is made: an estimate, by the cells of the
 * books of tests/bench. It decides only whether a workbook is begun. */
#include "workbook.h"

enum {
    DATA_CELLS = 95,   /* of a row in the sheet of all numbers, which is always there, */
    ENTRY_CELLS = 29,  /* and in the sheet to type in, which is too */
    TABLE_CELLS = 20,  /* of a row in its table, */
    TABLE_HEAD = 120,  /* and what stands around it */
    OTHER_CELLS = 14,  /* of a row in the sheets of all organisations */
    PAST_CELLS = 26,   /* of a row beside the last meeting: in that sheet, the data, its table */
    CLAIM_CELLS = 8,   /* of a published figure in the sheet of checks */
    TABLE_PARTS = 5,   /* sheet, links, comments and their drawing, charts */
    OTHER_PARTS = 64,  /* all that is there once */
    MOST_PARTS = 65535 /* a zip without extensions numbers no more */
};

static bool has(unsigned sheets, enum workbook_sheet kind) {
    return sheets == 0 || (sheets >> kind & 1U) != 0;
}

struct workbook_size workbook_size_of(size_t rows, size_t orgs, size_t claims, bool since,
                                      unsigned sheets) {
    struct workbook_size size = {rows * (DATA_CELLS + ENTRY_CELLS), OTHER_PARTS};
    if (has(sheets, WORKBOOK_TABLES) || has(sheets, WORKBOOK_OVERVIEW) ||
        has(sheets, WORKBOOK_MATRIX)) {
        size.cells += rows * TABLE_CELLS + orgs * TABLE_HEAD;
        size.parts += orgs * TABLE_PARTS;
    }
    size.cells += since ? rows * PAST_CELLS : 0;
    size.cells += has(sheets, WORKBOOK_GROUPS) ? rows * OTHER_CELLS : 0;
    size.cells += has(sheets, WORKBOOK_CHECKS) ? claims * CLAIM_CELLS : 0;
    return size;
}

bool workbook_may_be(struct workbook_size size) {
    return size.cells <= WORKBOOK_MOST_CELLS && size.parts <= MOST_PARTS;
}
