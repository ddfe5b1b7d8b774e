/* SPDX-License-Identifier: MIT */
/*
 * What filled forms and changed workbooks say that the book does not.
 *
 * A sheet that takes figures has a row of keys ("actual", "date", "estimate", and "was ..." for
 * what stood there when it was issued) and in one column the key of each row of inputs ("org
 * indicator by during"): a cell is known by these, never by its place. Where the two meet, a form
 * says "form NUMBER DAY ORGANISATION". A cell that is as issued says nothing. What was typed is put
 * into a copy of the files' texts (edit.h), and these are read and audited as the book is: what is
 * refused or odd there is so here, at the cell's address.
 *
 *     struct taking taking = {.book = &book, .sources = &texts};
 *     take_open(&taking, "huyen-a.xlsx"), ...
 *     take_cells(&taking);
 *     take_make(&taking);
 *     ... changes, remarks, files ...
 *     take_clear(&taking);
 */
#ifndef TIENDO_TAKE_H
#define TIENDO_TAKE_H

#include "book.h"
#include "edit.h"
#include "finding.h"
#include "language.h"
#include "read_workbook.h"
#include "safe_files.h"
#include "scorecard.h"
#include "source.h"

enum { CELL_ADDRESS = 16 };

struct take_remark {
    enum message_code code; /* T6xx, or what the readers and the audit say */
    const char *workbook;
    const char *sheet;       /* or "" */
    char cell[CELL_ADDRESS]; /* "H7", or "" */
    const char *words[FINDING_WORDS];
};

struct take_change {
    const char *workbook;
    const char *sheet;
    char cell[CELL_ADDRESS];
    int32_t form; /* index of the form, or NONE: a workbook of export */
    int32_t org;
    int32_t indicator;
    int year;
    enum figure_kind kind; /* a level, or an estimate */
    struct date date;
    const char *key;       /* "actual", "estimate", "note", "target", "target_high" */
    const char *by;        /* of a target, or "-" */
    const char *during;    /* the same */
    const char *old;       /* a plain number, yes or no, words; "" for none */
    const char *fresh;     /* the same; "" takes it away */
    const char *source;    /* what the file will say of it */
    struct place place;    /* of the figure that is there; else, once made, of the new one */
    int32_t file;          /* index of the source that changes, or NONE */
    int32_t edited;        /* index into files, once made; or NONE */
    struct edit_path path; /* to what was written, once made */
};

/* A file on its way. */
struct take_file {
    const char *path;
    int32_t source; /* index of the source, or NONE: a new file */
    struct edit_text *text;
};

/* A cell of a form as it came. */
struct take_answer {
    int32_t indicator;
    const char *key;  /* "actual", "date", "estimate", "note" */
    const char *text; /* what was typed; a plain number where `number` */
    struct date day;  /* what the cell of days says, or no date */
    bool number;      /* the text is a plain number */
    char cell[CELL_ADDRESS];
};

/* A form: a sheet that says so. */
struct take_form {
    const char *workbook;
    const char *sheet;
    const char *number;
    const char *org_name;        /* as issued */
    int32_t org;                 /* whose it is, or NONE */
    struct date as_of;           /* of the figures asked for */
    const char *sent;            /* ids of all who got one, commas between; or "" */
    bool estimate;               /* it asks for the estimate, too */
    bool refused;                /* nothing is taken from it */
    int changed;                 /* figures that the book has changed since it was issued */
    struct take_answer *answers; /* stb_ds array */
};

/* A workbook that was read. */
struct take_book {
    const char *path;
    struct read_workbook cells;
};

struct taking {
    const struct book *book;
    const struct sources *sources; /* with their texts */
    struct date asked;             /* the day that forms are taken of; none: the latest of theirs */
    struct take_book *books;       /* stb_ds arrays */
    struct take_form *forms;
    struct take_change *changes;
    struct take_remark *remarks;
    struct take_file *files;
    struct pool pool; /* owns the texts */
};

/* Reads a workbook. The system's error when there is no such file, else 0. */
int take_open(struct taking *taking, const char *path);

/* What the workbooks say. */
void take_cells(struct taking *taking);

/* Makes the changes in the texts, and has them read. */
void take_make(struct taking *taking);

/* An error was found: nothing may be written. */
bool take_failed(const struct taking *taking);

/* The files that change, as an stb_ds array. */
struct text_file *take_files(const struct taking *taking);

/* What is wrong or odd, in both parts of its message, as one line. */
void take_put_remark(struct buffer *out, const struct take_remark *remark, enum language lang);

/* Changes and who has answered on out, remarks on err; or all as JSON on out. */
void take_put_text(struct buffer *out, struct buffer *err, const struct taking *taking,
                   enum language lang);
void take_put_json(struct buffer *out, const struct taking *taking, enum language lang);

/* Writes the forms in which something is wrong once more into a folder, which is there: as they
 * came, wrong cells marked and explained, ready to be filled in and taken again; issued from the
 * card, the book as it is now. Their paths go to *written, an stb_ds array of texts of taking's;
 * those that would be written over are named in *failed and nothing is written there. */
bool take_return(struct taking *taking, const char *folder, const struct scorecard *card,
                 enum language lang, const char ***written, struct write_failure *failure,
                 const char **failed);

void take_clear(struct taking *taking);

#endif
