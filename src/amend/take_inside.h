/* SPDX-License-Identifier: MIT */
/* From the cells of workbooks to changes: what the files of this room share. */
#ifndef TIENDO_TAKE_INSIDE_H
#define TIENDO_TAKE_INSIDE_H

#include "take.h"

/* The columns of a sheet that takes figures. */
enum take_column {
    TAKE_NAME,
    TAKE_ACTUAL,
    TAKE_DATE,
    TAKE_ESTIMATE,
    TAKE_NOTE,
    TAKE_TARGET,
    TAKE_TARGET_HIGH,
    TAKE_WAS_ACTUAL,
    TAKE_WAS_DATE,
    TAKE_WAS_ESTIMATE,
    TAKE_WAS_NOTE,
    TAKE_WAS_TARGET,
    TAKE_WAS_TARGET_HIGH,
    TAKE_COLUMN_COUNT
};

/* What row 1 calls them. */
extern const char *const take_column_keys[];

/* A sheet that takes figures. */
struct reading_sheet {
    struct taking *taking;
    const char *path;
    const struct read_workbook *workbook;
    const struct read_sheet *sheet;
    uint32_t key_row;
    uint32_t key_column;
    int columns[TAKE_COLUMN_COUNT]; /* or -1 */
    int32_t form;                   /* index of the form, or NONE: a workbook of export */
    struct date as_of;              /* of a form */
    const char *source;             /* what files will say */
};

/* "H7" */
void cell_address(uint32_t row, uint32_t column, char address[CELL_ADDRESS]);
const struct read_cell *cell_at(const struct reading_sheet *r, uint32_t row, int column);
const char *cell_text(const struct reading_sheet *r, uint32_t row, int column);

/* Adds a remark; column -1: about the whole sheet, sheet NULL: about the workbook. */
void take_remark(const struct reading_sheet *r, enum message_code code, uint32_t row, int column,
                 const char *const words[FINDING_WORDS]);
#define REMARK(r, code, row, column, ...)                                                          \
    take_remark((r), (code), (row), (column), (const char *const[FINDING_WORDS]){__VA_ARGS__})

/* What a cell says as the files write it: a plain number, yes or no; "" for nothing; NULL, with a
 * remark when `ask`, when it says none. */
const char *figure_of_cell(const struct reading_sheet *r, const struct indicator *indicator,
                           const struct read_cell *cell, bool ask);

/* The day that a cell says; no date for none; false, with a remark when `ask`, when it says
 * something else. */
bool day_of_cell(const struct reading_sheet *r, const struct read_cell *cell, bool ask,
                 struct date *day);

/* Finds the row, the column and the columns of keys; false when the sheet takes no figures. */
bool take_find_keys(struct reading_sheet *r);
/* Reads every row. */
void take_rows(struct reading_sheet *r);
bool is_row_key(const char *text);

/* A note, a target: after the figures. False when the file cannot be changed there. */
bool take_make_note(struct taking *taking, struct take_change *change);
bool take_make_target(struct taking *taking, struct take_change *change);
struct take_file *take_file_of(struct taking *taking, int32_t source);
bool take_path_to(const struct take_file *file, struct taking *taking, struct place place,
                  struct edit_path *path);

/* Reads and audits the book with the texts that changed; what is wrong then came from a cell. */
void take_again(struct taking *taking);
void take_refuse(struct taking *taking, const struct take_change *change, enum message_code code,
                 const char *const words[FINDING_WORDS]);

/* a and b are the same figure, or the same words. */
bool same_figure(const char *a, const char *b);

/* Who has answered. */
struct take_late {
    int32_t org;
    int32_t indicator;
    struct date date; /* of its latest figure by the day asked for, or no date: it has none */
};
struct take_answered {
    struct date asked;
    int32_t *sent;    /* stb_ds arrays: organisations that got a form */
    int32_t *missing; /* those of which no figure has come */
    struct take_late *late;
};

/* False when no form is among the workbooks. The arrays are to be freed by take_answered_clear().
 */
bool take_answered(const struct taking *taking, struct take_answered *answered);
void take_answered_clear(struct take_answered *answered);

#endif
