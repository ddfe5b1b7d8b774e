/* SPDX-License-Identifier: MIT */
/*
 * The last meeting, beside which a comparison is put: a day of the same book, an earlier folder or
 * file, or JSON that `status` wrote then.
 */
#ifndef TIENDO_PAST_H
#define TIENDO_PAST_H

#include "changes.h"
#include "command.h"
#include "comparison.h"
#include "diff_report.h"
#include "snapshot.h"

enum past_kind { PAST_BOOK, PAST_DAY, PAST_JSON };

/* What a word of the command line names. */
struct past_source {
    enum past_kind kind;
    const char *word; /* as typed, or NULL: the book as it is */
    struct date day;  /* of PAST_DAY */
};

struct past_source past_source_of(const char *word);

/* Both sides, and what lies between them. */
struct last_meeting {
    struct snapshot old;
    struct snapshot new;
    struct snapshot then;       /* the new book seen from the old days */
    struct snapshot new_edges;  /* with the old edges, where they differ */
    struct snapshot then_edges; /* the same */
    struct views views;         /* points at these */
};

/* Zero-initialised is empty. All snapshots of a comparison and the last meeting. EXIT_DONE, or what
 * stopped it, said on err; *past is to be cleared in any case, and stays where it is. */
enum exit_code past_make(struct context *context, const struct past_source *source,
                         struct comparison *comparison, struct last_meeting *past);
void past_clear(struct last_meeting *past);

/* Both sides beside the rows of a comparison, for a workbook. Zero-initialised is empty. */
struct past_beside {
    struct last_meeting meeting;
    struct changes changes;
    struct diff_report report; /* points at these */
};

/* As past_make(), of a word of the command line. */
enum exit_code past_beside(struct context *context, const char *word, struct comparison *comparison,
                           struct past_beside *beside);
void past_beside_clear(struct past_beside *beside);

/* Whether a workbook may be written there; else said on err: somebody has typed in it. */
bool may_replace(struct context *context, const char *path);

/* The rows of a folder or of JSON, those that the options select; said on err when it cannot be. */
enum exit_code past_read(struct context *context, const struct past_source *source,
                         struct snapshot *snapshot);

#endif
