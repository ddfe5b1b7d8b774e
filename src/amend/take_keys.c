/* SPDX-License-Identifier: MIT */
/* Where the keys of a sheet stand, wherever they were moved. */
#include <assert.h>
#include <string.h>

#include "mem.h"
#include "take_inside.h"

const char *const take_column_keys[] = {
    [TAKE_NAME] = "name",
    [TAKE_ACTUAL] = "actual",
    [TAKE_DATE] = "date",
    [TAKE_ESTIMATE] = "estimate",
    [TAKE_NOTE] = "note",
    [TAKE_TARGET] = "target",
    [TAKE_TARGET_HIGH] = "target_high",
    [TAKE_WAS_ACTUAL] = "was actual",
    [TAKE_WAS_DATE] = "was date",
    [TAKE_WAS_ESTIMATE] = "was estimate",
    [TAKE_WAS_NOTE] = "was note",
    [TAKE_WAS_TARGET] = "was target",
    [TAKE_WAS_TARGET_HIGH] = "was target_high",
};
static_assert(sizeof take_column_keys / sizeof *take_column_keys == TAKE_COLUMN_COUNT,
              "a key is missing");

/* "bac-ninh htx_new UBND tỉnh 2024-H2": two names without a blank in them, and at the end "-" or a
 * part of a year. */
bool is_row_key(const char *text) {
    size_t org = strcspn(text, " ");
    size_t indicator = text[org] != '\0' ? strcspn(text + org + 1, " ") : 0;
    const char *rest = text + org + 1 + indicator;
    if (org == 0 || indicator == 0 || rest[0] != ' ') {
        return false;
    }
    const char *last = strrchr(rest, ' ') + 1;
    return last > rest + 1 && (strcmp(last, "-") == 0 || (last[0] >= '1' && last[0] <= '9'));
}

/* The column with the most keys of rows; false when there is none. */
static bool find_key_column(struct reading_sheet *r) {
    struct {
        uint32_t column;
        size_t count;
    } *counts = NULL;
    for (ptrdiff_t i = 0; i < arrlen(r->sheet->cells); i++) {
        const struct read_cell *cell = &r->sheet->cells[i];
        ptrdiff_t at = 0;
        if (cell->kind != READ_TEXT || !is_row_key(cell->text)) {
            continue;
        }
        while (at < arrlen(counts) && counts[at].column != cell->column) {
            at++;
        }
        if (at == arrlen(counts)) {
            arraddnptr(counts, 1);
            counts[at].column = cell->column;
            counts[at].count = 0;
        }
        counts[at].count++;
    }
    size_t most = 0;
    for (ptrdiff_t i = 0; i < arrlen(counts); i++) {
        if (counts[i].count > most) {
            most = counts[i].count;
            r->key_column = counts[i].column;
        }
    }
    arrfree(counts);
    return most > 0;
}

/* The columns by their keys; a key that is there twice is named. */
static bool find_columns(struct reading_sheet *r) {
    bool once = true;
    for (int k = 0; k < TAKE_COLUMN_COUNT; k++) {
        r->columns[k] = -1;
    }
    for (ptrdiff_t i = 0; i < arrlen(r->sheet->cells); i++) {
        const struct read_cell *cell = &r->sheet->cells[i];
        for (int k = 0; k < TAKE_COLUMN_COUNT && cell->row == r->key_row; k++) {
            if (cell->kind == READ_TEXT && strcmp(cell->text, take_column_keys[k]) == 0) {
                if (r->columns[k] >= 0) {
                    REMARK(r, MSG_KEY_TWICE, cell->row, (int)cell->column, cell->text);
                    once = false;
                }
                r->columns[k] = (int)cell->column;
            }
        }
    }
    return once && r->columns[TAKE_ACTUAL] >= 0;
}

bool take_find_keys(struct reading_sheet *r) {
    for (ptrdiff_t i = 0; i < arrlen(r->sheet->cells); i++) {
        const struct read_cell *cell = &r->sheet->cells[i];
        if (cell->kind == READ_TEXT && strcmp(cell->text, take_column_keys[TAKE_WAS_ACTUAL]) == 0) {
            r->key_row = cell->row;
            return find_key_column(r) && find_columns(r);
        }
    }
    return false;
}
