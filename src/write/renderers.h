/*
 * All renderers: each one file, each from the same scorecard or findings to bytes.
 */
#ifndef TIENDO_RENDERERS_H
#define TIENDO_RENDERERS_H

#include <stdbool.h>

#include "buffer.h"
#include "finding.h"
#include "progress.h"
#include "scorecard.h"
#include "source.h"

/* The kinds of sheets of a workbook, in its order. */
enum workbook_sheet {
    WORKBOOK_OVERVIEW,
    WORKBOOK_TABLES, /* one for each organisation */
    WORKBOOK_MATRIX,
    WORKBOOK_GROUPS,
    WORKBOOK_CHECKS,
    WORKBOOK_DATA,
    WORKBOOK_NOTES,
    WORKBOOK_SHEETS
};

/* The key of a kind ("overview"), and what it holds, in words. */
const char *workbook_sheet_key(enum workbook_sheet kind);
const char *workbook_sheet_title(enum workbook_sheet kind, enum language lang);

/* The kind of this key or of a Vietnamese name, with or without marks, or WORKBOOK_SHEETS. */
enum workbook_sheet workbook_sheet_find(const char *word);

/* What a renderer needs to know about its reader. */
struct style {
    enum language lang;
    bool color;                 /* terminal colours */
    int width;                  /* columns of the terminal; 0: unlimited (not a terminal) */
    const char *const *columns; /* --columns: keys of the table's columns, NULL: the default ones */
    int columns_count;
    unsigned sheets;           /* --sheets: bits 1 << enum workbook_sheet; 0: all */
    struct progress *progress; /* told of rows written, or NULL */
    int jobs;                  /* threads that read a written workbook back; 0: one */
};

/* status: the terminal table; csv and json: long_form.h */
void render_status_text(struct buffer *out, const struct scorecard *card,
                        const struct sources *sources, const struct style *style);

/* check: text with excerpt and caret, one line each, json, sarif */
void render_findings_text(struct buffer *out, const struct findings *findings,
                          const struct sources *sources, const struct style *style);
void render_findings_short(struct buffer *out, const struct findings *findings,
                           const struct sources *sources, const struct style *style);
void render_findings_json(struct buffer *out, const struct findings *findings,
                          const struct sources *sources, const struct style *style);
void render_findings_sarif(struct buffer *out, const struct findings *findings,
                           const struct sources *sources, const struct style *style);

/* Where a workbook could not be written. */
struct write_failure {
    enum write_step {
        WRITE_OK,
        WRITE_TEMPORARY, /* the temporary file beside the target */
        WRITE_CONTENT,   /* libxlsxwriter, or the bytes */
        WRITE_PARTS,     /* libxlsxwriter's temporary files of a workbook's parts */
        WRITE_VERIFY,    /* what was written does not read back whole (a full temporary folder) */
        WRITE_SYNC,
        WRITE_RENAME,
        WRITE_FOLDER /* the new file is in place, but its folder could not be synced */
    } step;
    int error;        /* errno, or 0 */
    char detail[256]; /* the library's or the part's words, or "" */
};

/* Writes the workbook to a temporary file beside path, verifies every part of it, syncs and
 * renames; the old file stays whatever fails. True when done. */
bool write_workbook(const char *path, const struct scorecard *card, const struct sources *sources,
                    const struct findings *findings, const struct style *style,
                    struct write_failure *failure);

/* The same safety for text: for what render(…, what) puts, written as it comes and never kept
 * whole; and for what is rendered already. */
bool write_pieces(const char *path, void (*render)(struct buffer *out, void *what), void *what,
                  struct write_failure *failure);
bool write_text(const char *path, struct buffer *text, struct write_failure *failure);

#endif
