/* SPDX-License-Identifier: MIT */
/*
 * What filled forms and changed workbooks say that the book does not.
 *
 * A sheet that takes figures has keys in row 1 ("actual", "date", "estimate", and "was ..." for
 * what stood there when it was issued) and in column A of each row of inputs ("org indicator by
 * during"): a cell is known by these, never by its place. A cell that is as issued says nothing.
 * What was typed is put into a copy of the files' texts (edit.h), and these are read by the readers
 * of YAML: what they refuse is refused here.
 */
#ifndef TIENDO_TAKE_H
#define TIENDO_TAKE_H

#include "book.h"
#include "finding.h"
#include "json_writer.h"
#include "package.h"
#include "safe_files.h"
#include "source.h"

enum take_problem {
    TAKE_NO_FILE,      /* the system's error is in `system` */
    TAKE_NO_XLSX,      /* no zip */
    TAKE_OLD_OFFICE,   /* .xls, or it has a password */
    TAKE_UNREADABLE,   /* {0} why, in English */
    TAKE_FOREIGN,      /* no key of ours in it */
    TAKE_OTHER_BOOK,   /* {0} an organisation or indicator that this book does not have */
    TAKE_SORTED_APART, /* {0} the name beside the key {1} the indicator's */
    TAKE_KEY_TWICE,    /* {0} the key {1} the other row */
    TAKE_MERGED,       /* a cell of inputs is part of a larger one */
    TAKE_ERROR_VALUE,  /* {0} "#REF!" */
    TAKE_TWO_READINGS, /* {0} what was typed */
    TAKE_NO_FIGURE,    /* {0} what was typed where a figure is wanted */
    TAKE_NO_DAY,       /* {0} what was typed where a day is wanted, or NULL: it needs one */
    TAKE_FRACTION,     /* {0} 0.5 where a percentage is wanted: 0,5 % or 50 %? */
    TAKE_CONFLICT,     /* {0} in the book {1} when issued {2} in the cell */
    TAKE_REFUSED,      /* {0} what the reader says: code and message are in `finding` */
    TAKE_NO_EDIT,      /* the file cannot be changed there without touching more */
    TAKE_LEFT_ALONE,   /* {0} the key of a column that is not taken: a remark only */
    TAKE_PROBLEM_COUNT
};

struct take_remark {
    enum take_problem problem;
    const char *workbook;
    const char *sheet; /* or "" */
    char cell[16];     /* "H7", or "" */
    const char *words[FINDING_WORDS];
    enum message_code code; /* of TAKE_REFUSED */
    int system;             /* errno of TAKE_NO_FILE */
};

struct take_change {
    const char *workbook;
    const char *sheet;
    char cell[16];
    int32_t org;
    int32_t indicator;
    int year;
    enum figure_kind kind; /* a level, or an estimate */
    struct date date;
    const char *key;    /* "actual", "estimate" */
    const char *old;    /* a plain number, yes or no; "" for none */
    const char *fresh;  /* the same; "" takes the figure away */
    const char *source; /* what the file will say of it */
    struct place place; /* of the figure that is there, or the line where it will stand */
    int32_t file;       /* index of the file that changes */
};

/* A file on its way. */
struct take_file {
    const char *path;
    int32_t source; /* index of the source, or NONE: a new file */
    struct edit_text *text;
};

struct taking {
    const struct book *book;
    const struct sources *sources;
    struct take_change *changes; /* stb_ds arrays */
    struct take_remark *remarks;
    struct take_file *files;
    struct pool pool; /* owns the texts */
};

/* Adds what a workbook says. The texts of the sources must be there. */
void take_workbook(struct taking *taking, const char *path);

/* Makes the changes in the texts, and has them read. */
void take_make(struct taking *taking);

/* Something other than a remark was found: nothing may be written. */
bool take_failed(const struct taking *taking);

/* The files that change, as an stb_ds array. */
struct text_file *take_files(const struct taking *taking);
/* The key "changes" and its array. */
void take_put_changes(struct json *json, const struct taking *taking);
void take_clear(struct taking *taking);

#endif
