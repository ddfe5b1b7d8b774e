/* SPDX-License-Identifier: MIT */
/*
 * How far long work has come, told to whoever watches; nothing that is computed depends on it.
 */
#ifndef TIENDO_PROGRESS_H
#define TIENDO_PROGRESS_H

#include <stddef.h>

/* What is counted. */
enum work {
    WORK_FILES_READ,
    WORK_ORGS_JUDGED,
    WORK_ROWS_WRITTEN,
    WORK_PACKED, /* a workbook, from its rows: one step, as its library says nothing meanwhile */
    WORK_PARTS_READ, /* of a workbook, back */
    WORK_COUNT
};

/* Somebody who watches. */
struct progress {
    /* `done` of `total` are done; called often, in order, from one thread */
    void (*tell)(struct progress *progress, enum work work, size_t done, size_t total);
};

/* progress NULL: nobody watches. */
static inline void progress_tell(struct progress *progress, enum work work, size_t done,
                                 size_t total) {
    if (progress != NULL) {
        progress->tell(progress, work, done, total);
    }
}

#endif
