/* SPDX-License-Identifier: MIT */
/*
 * Reports of how far a long operation has come. Results never depend on whether anybody listens.
 */
#ifndef TIENDO_PROGRESS_H
#define TIENDO_PROGRESS_H

#include <stddef.h>

/* What is counted. */
enum work {
    WORK_FILES_READ,
    WORK_ORGS_JUDGED,
    WORK_ROWS_WRITTEN,
    WORK_PACKED,     /* a workbook put together: one step, as the library reports nothing */
    WORK_PARTS_READ, /* of a workbook, back */
    WORK_COUNT
};

/* A listener, such as the command line's line of progress (cli/progress_line.h). */
struct progress {
    /* `done` of `total` are done; called often, in order, from one thread */
    void (*tell)(struct progress *progress, enum work work, size_t done, size_t total);
};

/* Tells the listener; NULL: there is none. */
static inline void progress_tell(struct progress *progress, enum work work, size_t done,
                                 size_t total) {
    if (progress != NULL) {
        progress->tell(progress, work, done, total);
    }
}

#endif
