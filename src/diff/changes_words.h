/* SPDX-License-Identifier: MIT */
/* What people read of changes, in both languages. */
#ifndef TIENDO_CHANGES_WORDS_H
#define TIENDO_CHANGES_WORDS_H

#include "buffer.h"
#include "changes.h"
#include "language.h"

enum changes_word {
    CHANGES_TITLE,      /* {0} old {1} new */
    CHANGES_COUNT,      /* {0} rows {1} changed {2} the moves */
    CHANGES_NONE,       /* {0} rows */
    CHANGES_BLIND,      /* corrections cannot be seen */
    CHANGES_BROKEN,     /* {0} seal: the rows of the JSON are not those that were sealed */
    CHANGES_NO_SEAL,    /* the JSON has none */
    CHANGES_SEALS,      /* {0} old {1} new */
    CHANGES_FOLDED,     /* {0} rows that only time moved */
    CHANGES_MORE,       /* {0} rows for which there is no room */
    CHANGES_ALSO,       /* {0} cause {1} the others */
    CHANGES_SINCE,      /* {0} day {1} old {2} new: what was corrected */
    CHANGES_WAS_TARGET, /* {0} old {1} new */
    CHANGES_HEAD_ORG,
    CHANGES_HEAD_NAME,
    CHANGES_HEAD_OLD,
    CHANGES_HEAD_NEW,
    CHANGES_HEAD_VERDICT,
    CHANGES_HEAD_CAUSE,
    CHANGES_HEAD_STATUS,
    CHANGES_HEAD_BEFORE,
    CHANGES_HEAD_AFTER,
    CHANGES_SUMS,  /* how the counts add up */
    CHANGES_ROWS,  /* rows with a target in all */
    CHANGES_SHEET, /* the sheet's name */
    CHANGES_HEAD_UNIT,
    CHANGES_HEAD_OLD_VERDICT,
    CHANGES_HEAD_NEW_VERDICT,
    CHANGES_FOLLOWS, /* what of the sheet follows what is typed */
    CHANGES_TYPED,   /* the cause of a figure typed later */
    CHANGES_DAY,     /* {0} a date that names a side */
    CHANGES_BOOK,    /* the book as it is */
    CHANGES_WORD_COUNT
};

const char *changes_word(enum changes_word word, enum language lang);

/* Appends it with {0} .. {3} filled. */
void changes_say(struct buffer *out, enum changes_word word, enum language lang,
                 const char *const words[4]);
#define CHANGES_SAY(out, word, lang, ...)                                                          \
    changes_say((out), (word), (lang), (const char *const[4]){__VA_ARGS__})

const char *cause_label(enum cause cause, enum language lang); /* "sửa số" */
const char *cause_head(enum cause cause, enum language lang);  /* as a column's head */
const char *move_label(enum move move, enum language lang);    /* "Đánh giá xuống" */
const char *move_word(enum move move, enum language lang);     /* as it stands in a count */
const char *move_arrow(enum move move);                        /* ▼ ▲ + – ● · */

/* "số mới; cũng: sửa kế hoạch" */
void change_cause_put(struct buffer *out, const struct change *change, enum language lang);

/* A figure behind the old day that reads otherwise now, "số 30/06/2024 sửa từ 15 thành 17", and a
 * target that does; nothing where there is none. */
void change_details_put(struct buffer *out, const struct change *change, enum language lang);

#endif
