/* SPDX-License-Identifier: MIT */
/* Changes to be shown: on a screen, as CSV or JSON, as a sheet of a workbook. */
#ifndef TIENDO_DIFF_REPORT_H
#define TIENDO_DIFF_REPORT_H

#include "buffer.h"
#include "changes.h"
#include "date.h"
#include "language.h"
#include "since.h"

/* The changes and what their two sides are called. */
struct diff_report {
    const struct changes *changes;
    const struct snapshot *old;
    const struct snapshot *new;
    const char *old_name; /* as typed: a day, a path */
    const char *new_name; /* the same, or NULL: the book as it is */
    struct date old_day;  /* where it is a day */
    struct date new_day;
    bool old_is_json;
    bool all;                       /* rows are to be listed, none only counted */
    const struct since_row *beside; /* stb_ds array of diff_beside(), where a table has them */
    const struct change **of_rows;  /* the same: what is listed of each row, or NULL */
};

/* The figure and verdict of a row that one of the meetings had; NULL: none. */
struct since_row since_of(const struct snapshot_row *row);

/* Fills `beside` and `of_rows` for rows that are shown, all of which are in the new snapshot;
 * diff_beside_clear() frees both. The texts are the snapshots'. */
void diff_beside(struct diff_report *report, const struct snapshot *shown);
void diff_beside_clear(struct diff_report *report);

/* "So với kỳ trước: ngày 31/03/2024 → ngày 30/06/2024"; what is given as a path stands as it is. */
void diff_title_put(struct buffer *out, const struct diff_report *report, enum language lang);

/* "12 dòng, 5 thay đổi: 1 xuống, 2 lên", or that none changed. */
void diff_count_put(struct buffer *out, const struct diff_report *report, enum language lang);

/* What can be said of the seals: what is not seen, what is broken, both seals; a line each. */
void diff_seals_put(struct buffer *out, const struct diff_report *report, enum language lang);

/* Some row's status was counted otherwise for this cause. */
bool diff_counts_by(const struct changes *changes, enum cause cause);

/* Either side has rows of more than one organisation. */
bool diff_of_several(const struct diff_report *report);

#endif
