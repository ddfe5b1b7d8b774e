/*
 * The statuses of docs/QUY-TAC.md section 5.
 */
#ifndef TIENDO_STATUS_H
#define TIENDO_STATUS_H

/* In the order in which summaries list them. */
enum status {
    STATUS_EXCEEDED,
    STATUS_MET,
    STATUS_ON_TRACK,
    STATUS_SLIPPING,
    STATUS_BEHIND,
    STATUS_WITHIN,
    STATUS_NOT_YET,
    STATUS_MISSED,
    STATUS_NO_REPORT,
    STATUS_NO_TARGET,
    STATUS_NO_BASELINE,
    STATUS_COUNT
};

/* The less favourable of two verdicts of one row (docs/QUY-TAC.md section 4, intervals). */
enum status status_worse(enum status a, enum status b);

#endif
