/* SPDX-License-Identifier: MIT */
/* The words of a form. */
#ifndef TIENDO_FORM_WORDS_H
#define TIENDO_FORM_WORDS_H

#include "language.h"

enum form_word {
    FORM_TAB,
    FORM_TITLE,    /* %s the day */
    FORM_OF,       /* %s the organisation */
    FORM_HOW,      /* what to do */
    FORM_RETURNED, /* the same of one that is given back */
    FORM_NUMBERED, /* %s its number */
    FORM_HEAD_NUMBER,
    FORM_HEAD_NAME,
    FORM_HEAD_UNIT,
    FORM_HEAD_PLAN, /* %d the year */
    FORM_HEAD_BASE, /* %d the year before */
    FORM_HEAD_LAST,
    FORM_HEAD_LAST_DAY,
    FORM_HEAD_ACTUAL, /* %s the day */
    FORM_HEAD_DAY,
    FORM_HEAD_ESTIMATE, /* %d the year */
    FORM_HEAD_NOTE,
    FORM_HEAD_WHY,
    FORM_SIGNED,
    FORM_REPORTER,
    FORM_HEADMAN,
    FORM_NUMBER_ERROR,
    FORM_DAY_ERROR,
    FORM_YES_ERROR,
    FORM_NUMBER_PROMPT,
    FORM_DAY_PROMPT,
    FORM_YES_PROMPT,
    FORM_CHECK,
    FORM_YES,
    FORM_NO,
    FORM_PAGE,
    FORM_DAY_CODE, /* the number format of days */
    FORM_WORD_COUNT
};

const char *form_word(enum form_word word, enum language lang);

#endif
