/* SPDX-License-Identifier: MIT */
/*
 * The messages of the tool, in both languages. Each is one row of messages_….c: the line that
 * `check` prints, and for people who want more, what it means, with an example of wrong and right.
 *
 * The examples are true: tests/explain.py runs each through `check`. docs/THONG-BAO.md is made of
 * the same rows.
 */
#ifndef TIENDO_MESSAGE_H
#define TIENDO_MESSAGE_H

#include <stdbool.h>
#include <stdint.h>

#include "buffer.h"
#include "language.h"

enum severity { SEVERITY_ERROR, SEVERITY_WARNING, SEVERITY_COUNT };

/* T0xx the file as text · T1xx its shape · T2xx numbers and units · T3xx dates · T4xx references
 * and conflicts · T5xx figures against each other · T6xx workbooks that come back. */
enum message_code {
    /* the file as text */
    MSG_NOT_UTF8,         /* T001 {0} the byte in hexadecimal */
    MSG_UTF16,            /* T002 */
    MSG_NUL,              /* T003 */
    MSG_TAB,              /* T004 */
    MSG_YAML,             /* T005 any other YAML error; {0} libyaml's words */
    MSG_BLOCK_SIGN,       /* T006 `> 60` unquoted: {0} what stands {1} what to write */
    MSG_BARE_PERCENT,     /* T007 `%` unquoted: {0} what stands {1} what to write */
    MSG_MANY_DOCUMENTS,   /* T008 */
    MSG_ALIAS,            /* T009 anchors and aliases: {0} the first one */
    MSG_TAG,              /* T010 {0} the tag */
    MSG_TOO_DEEP,         /* T011 */
    MSG_TOO_LARGE,        /* T012 {0} limit in MB */
    MSG_NO_CONTENT,       /* T013 warning: the file is empty */
    MSG_CONTROL,          /* T014 {0} a control character: U+0007 */
    MSG_INDENT,           /* T015 a line too far left or right: {0} what stands there */
    MSG_NO_COLON,         /* T016 {0} what stands {1} what to write */
    MSG_COLON_IN_TEXT,    /* T017 a second `: ` in a line: {0} the text {1} what to write */
    MSG_UNCLOSED_QUOTE,   /* T018 {0} the quotation mark */
    MSG_UNCLOSED_BRACKET, /* T019 {0} the bracket {1} what closes it */
    MSG_MISSING_COMMA,    /* T020 {0} the bracket inside which it is missing */
    MSG_AFTER_VALUE,      /* T021 {0} what stands behind a closed quote or bracket */
    MSG_SIGN_START,       /* T022 {0} a sign no value begins with {1} what to write or NULL */
    MSG_DASH,             /* T023 a `-` where no list may begin: {0} what stands */
    MSG_ESCAPE,           /* T024 a backslash inside "…": {0} what stands */
    MSG_BAD_KEY,          /* T025 a key that is empty, a list or a mapping */
    MSG_SPREADSHEET,      /* T050 an .xlsx, a .csv: {0} */
    MSG_NO_BREAK_SPACE,   /* T051 {0} U+00A0 */
    /* its shape */
    MSG_UNKNOWN_KEY,  /* T101 {0} key {1} nearest known or NULL {2} the same when a table translates
                       */
    MSG_MISSING_KEY,  /* T102 {0} key {1} of what */
    MSG_WANT_MAPPING, /* T103 {0} of what */
    MSG_WANT_LIST,    /* T104 {0} of what */
    MSG_WANT_SCALAR,  /* T105 {0} of what */
    MSG_DUPLICATE_KEY, /* T106 {0} key; related: the first */
    MSG_EMPTY_VALUE,   /* T107 {0} key */
    MSG_BAD_CHOICE,    /* T108 {0} what stands {1} the choices {2} nearest or NULL */
    MSG_BAD_ID,        /* T109 {0} */
    MSG_CUT_BY_COMMA,  /* T110 warning: a name cut by a comma inside {…}: {0} rest */
    MSG_CUT_BY_HASH,   /* T111 warning: a text cut at ` #` */
    MSG_MISSING_BLANK, /* T112 `{from:4}` {0} what stands {1} what to write */
    MSG_TARGET_SHAPE,  /* T113 a target that says two things or nothing: {0} keys */
    MSG_BAD_BOOLEAN,   /* T114 {0} */
    MSG_ONLY_ONE,      /* T115 {0} the keys of which exactly one is to stand here */
    MSG_PACE_UNUSED,   /* T150 warning: {0} pace or milestones {1} a kind that is not paced */
    MSG_SEASON_UNUSED, /* T151 warning: pace last_year of {0} kind */
    MSG_WEIGHT_UNUSED, /* T152 warning: {0} the roll-up that uses no weight */
    MSG_TARGET_WEIGHT, /* T153 warning */
    MSG_PLACEHOLDER,   /* T154 warning: {0} as it stands in braces */
    MSG_NOTE_UNUSED,   /* T155 warning: {0} an indicator without a figure in this entry */
    MSG_PACE_BESIDE,   /* T156 warning: a pace beside milestones */
    MSG_HEADS_UNUSED,  /* T157 warning: {0} a head past the last column */
    /* numbers and units */
    MSG_NOT_A_NUMBER,     /* T201 {0} */
    MSG_COMMA,            /* T202 {0} what stands {1} what to write */
    MSG_GROUPED,          /* T203 {0} {1} */
    MSG_SPACED,           /* T204 {0} {1} */
    MSG_EXPONENT,         /* T205 {0} */
    MSG_TOO_LONG,         /* T206 {0} more than 18 digits */
    MSG_THREE_DECIMALS,   /* T207 warning: 1.200 read as 1.2: {0} {1} read as {2} as thousands */
    MSG_UNIT_UNKNOWN,     /* T208 {0} unit written {1} unit of the indicator: does not convert */
    MSG_RANGE_ORDER,      /* T209 {0} low {1} high */
    MSG_RANGE_DASH,       /* T210 `30 - 40`: {0} {1} what to write */
    MSG_TOO_SMALL,        /* T211 {0} must not be negative / above 0: {1} of what */
    MSG_BAD_OPERATOR,     /* T212 `>= 60` or "trên 60" as text: {0} {1} what to write */
    MSG_NOT_A_COUNT,      /* T213 {0} is no whole number from 0 to {1} */
    MSG_UNIT_HERE,        /* T214 {0} a unit where none stands {1} the number */
    MSG_TWO_READINGS,     /* T250 45,030: {0} {1} with decimals {2} with thousands */
    MSG_NO_FIGURE,        /* T251 {0} words for "none yet" in place of a number */
    MSG_ACCUMULATES_TIME, /* T252 {0} a unit per a time {1} without it */
    MSG_EDGES_ORDER,      /* T253 warning: {0} edge {1} its value */
    MSG_MILESTONES_FALL,  /* T254 warning: {0} percent {1} the one before {2} its date */
    MSG_CLAIM_UNIT,       /* T255 {0} unit written {1} unit of the indicator */
    /* dates */
    MSG_BAD_DATE,          /* T301 {0} {1} what to write or NULL */
    MSG_BAD_PERIOD,        /* T302 {0} */
    MSG_OUTSIDE_YEAR,      /* T303 {0} date {1} year {2} first day {3} last day */
    MSG_BAD_WINDOW,        /* T304 year_window whose end does not follow its start */
    MSG_BAD_YEAR,          /* T305 {0} */
    MSG_NO_SUCH_DAY,       /* T306 {0} {1} the last day of its month or NULL */
    MSG_MILESTONE_OUTSIDE, /* T350 {0} date {1} part of the year {2} first day {3} last day */
    /* references and conflicts */
    MSG_UNKNOWN_INDICATOR,  /* T401 {0} {1} nearest or NULL */
    MSG_UNKNOWN_ORG,        /* T402 {0} {1} nearest or NULL */
    MSG_DEFINED_TWICE,      /* T403 {0} an organisation or indicator; related: the first */
    MSG_TARGET_TWICE,       /* T404 {0} indicator; related */
    MSG_FIGURE_TWICE,       /* T405 {0} indicator {1} date; related */
    MSG_CYCLE,              /* T406 {0} the names on the way */
    MSG_NO_ORG,             /* T407 an entry without organisation */
    MSG_NO_YEAR,            /* T408 */
    MSG_KIND_MISMATCH,      /* T409 {0} what does not go with {1} kind of indicator */
    MSG_INCREMENT_KIND,     /* T410 increments are for flows: {0} indicator */
    MSG_TARGET_CONFLICT,    /* T411 edges or year_window said twice and differently; related */
    MSG_NOT_A_GROUP,        /* T412 each_member of {0}, which has no members */
    MSG_MEMBERS_TOTAL,      /* T413 {0} stated total below the {1} named */
    MSG_BREAKDOWN_CONFLICT, /* T450 {0} whole {1} breakdown or NULL; related: the other part */
    MSG_ELSEWHERE,          /* T451 {0} the first of {1} ids of a file that nobody declares */
    MSG_NO_ENGLISH,         /* T452 warning: {0} the first of {1} texts of {2} a kind (a key) */
    MSG_NO_ENGLISH_NAME,    /* T453 warning: {0} the first of {1} names */
    MSG_OVERRIDE_TWICE,     /* T454 warning: {0} indicator; related */
    MSG_TOO_MANY_LEVELS, /* T455 {0} an organisation or indicator {1} how many levels there may be
                          */
    MSG_TOO_MUCH,        /* T456 {0} the organisation that costs most {1} million steps allowed */
    /* figures against each other */
    MSG_PARTS_ABOVE,       /* T501 warning {0} sum {1} whole {2} name */
    MSG_TOTAL_FALLS,       /* T502 warning {0} now {1} before {2} its date */
    MSG_INCREMENTS_DIFFER, /* T503 {0} sum of increments {1} running total {2} date */
    MSG_SHARE_RANGE,       /* T504 warning {0} share outside 0 .. 100 {1} its indicator */
    MSG_THOUSAND_TARGET,   /* T505 warning {0} figure {1} target */
    MSG_THOUSAND_HISTORY,  /* T506 warning {0} figure {1} history {2} its date */
    MSG_MEMBERS_DIFFER,    /* T507 warning {0} sum of members {1} group's own figure */
    MSG_STOCK_BALANCE,     /* T508 warning {0} stated {1} expected {2} how */
    MSG_OVERFLOW,          /* T509 {0} what could not be computed exactly */
    /* published figures: {0} what was published {1} of which indicator or organisation */
    MSG_CLAIM_DIFFERS,      /* T510 warning {0} published {1} computed {2} name */
    MSG_CLAIM_NO_ACTUAL,    /* T511 warning */
    MSG_CLAIM_NO_TARGET,    /* T512 warning */
    MSG_CLAIM_WHOSE,        /* T513 warning: several targets may be meant */
    MSG_CLAIM_NO_LAST_YEAR, /* T514 warning */
    MSG_CLAIM_ZERO,         /* T515 warning: nothing to divide by */
    MSG_CLAIM_PARTIAL,      /* T516 warning: some members are missing */
    MSG_CLAIM_NO_OTHER,     /* T517 warning {2} the other indicator */
    /* what can hardly be: {0} the figure {1} what it is held against {2} its date */
    MSG_THOUSAND_BASE,     /* T518 warning: P3, stated base */
    MSG_TEN_TARGET,        /* T519 warning: P1 */
    MSG_TEN_HISTORY,       /* T520 warning: P1 */
    MSG_THREE_HISTORY,     /* T521 warning: P2 */
    MSG_THREE_BASE,        /* T522 warning: P2 */
    MSG_HUNDREDTH_HISTORY, /* T523 warning: P4 */
    MSG_HUNDREDTH_BASE,    /* T524 warning: P4 */
    MSG_ESTIMATE_BELOW,    /* T525 warning: P6 */
    MSG_MORE_DECIMALS,     /* T526 warning: P9 {1} decimals {2} name */
    MSG_NOT_MONTH_END,     /* T527 warning: P10 {0} date */
    /* what should add up, and what has no effect */
    MSG_PARTS_SHORT,         /* T528 warning {0} sum {1} whole {2} name */
    MSG_BEHIND_GAP,          /* T529 warning {0} period without {1} sum {2} period {3} name */
    MSG_RATIO_CONTRADICTS,   /* T530 warning {0} stated {1} computed {2} name */
    MSG_REFUSED_RULE,        /* T531 warning {0} indicator {1} group */
    MSG_REFUSED_NO_WEIGHT,   /* T532 warning {0} indicator {1} group */
    MSG_REFUSED_WEIGHT,      /* T533 warning {0} indicator {1} group {2} member */
    MSG_REFUSED_DENOMINATOR, /* T534 warning {0} indicator {1} group */
    MSG_REFUSED_SAME_DAY,    /* T535 warning {0} indicator {1} group {2} date */
    MSG_OUTSIDE_LIFE,        /* T536 warning {0} date {1} organisation {2} its first or last day */
    MSG_NOTE_HIDDEN,         /* T537 warning {0} indicator */
    MSG_OVERRIDE_UNUSED,     /* T538 warning {0} indicator {1} organisation */
    /* workbooks that come back, and their cells (take.h) */
    MSG_NO_WORKBOOK,       /* T601 no zip, or cut */
    MSG_OLD_WORKBOOK,      /* T602 .xls, or it has a password */
    MSG_SPOILT_WORKBOOK,   /* T603 {0} which part, or why */
    MSG_FOREIGN_WORKBOOK,  /* T604 no key of ours in it */
    MSG_OTHER_BOOK,        /* T605 {0} what this book has not {1} what it has, or NULL */
    MSG_OTHER_PERIOD,      /* T606 {0} the form's day {1} the day asked for */
    MSG_SECOND_COPY,       /* T607 {0} the first one */
    MSG_SORTED_APART,      /* T608 {0} the name beside the key {1} the indicator's */
    MSG_KEY_TWICE,         /* T609 {0} the key of a row or column */
    MSG_NO_KEY,            /* T610 {0} what stands in a row without one */
    MSG_MERGED_CELL,       /* T611 */
    MSG_CELL_ERROR,        /* T612 {0} "#REF!" */
    MSG_CELL_NO_RESULT,    /* T613 a formula without stored result */
    MSG_CELL_TWO_READINGS, /* T614 {0} */
    MSG_CELL_NO_FIGURE,    /* T615 {0} {1} the unit, or yes or no */
    MSG_CELL_NO_DAY,       /* T616 {0} */
    MSG_CELL_WANTS_DAY,    /* T617 */
    MSG_CELL_FRACTION,     /* T618 {0} 0.5 where a percentage is wanted */
    MSG_CELL_CONFLICT,     /* T619 {0} in the book {1} when issued {2} in the cell */
    MSG_CELL_TWO_FIGURES,  /* T620 {0} the other cell {1} its figure {2} this one's */
    MSG_NO_EDIT,           /* T621 */
    MSG_OLD_FORM,          /* T650 warning {0} how many figures have changed since */
    MSG_COLUMN_LEFT,       /* T651 warning {0} key of a column that is not taken */
    MSG_NOTE_ALONE,        /* T652 warning {0} */
    MESSAGE_COUNT
};

/* How the wrong example stands for the bytes of a file. The right one is always plain. */
enum example_form {
    EXAMPLE_PLAIN,
    EXAMPLE_ESCAPED,  /* \xNN is a byte, \t a tab: they cannot be shown */
    EXAMPLE_REPEATED, /* its line over and over, beyond the limit: too long to be shown */
    EXAMPLE_COUNTED,  /* a line with № stands for 400, with 1 to 400 in its place */
    EXAMPLE_WORKBOOK, /* cells or files, not text of a book: "I7: 12"; both examples */
    EXAMPLE_FORM_COUNT
};

struct message {
    enum message_code code;        /* its row is at its place among those of its series */
    const char *id;                /* T101: stable, never reused */
    enum severity severity;        /* errors stop, warnings do not */
    bool shape;                    /* the JSON Schema refuses such a file, too: it sees keys, their
                                      values one by one, keys that go together; not what YAML
                                      refuses or resolves (1e3 is a number to it), nor what lies in
                                      other places */
    bool confirm;                  /* `export` and `report` stop until a person says that the figure
                                      is right */
    const char *text[LANG_COUNT];  /* what failed, {0} .. {3} filled from the finding's words */
    const char *hint[LANG_COUNT];  /* what was expected and what to write instead, or NULL; a hint
                                      that names a word that is NULL is left out */
    const char *title[LANG_COUNT]; /* a few words, without a full stop */
    const char *means[LANG_COUNT]; /* what was found */
    const char *why[LANG_COUNT];   /* why it matters */
    bool framed;                   /* both examples are read together with message_frame() */
    enum example_form form;        /* of the wrong example */
    const char *wrong;             /* a file in which `check` finds this, and nothing else */
    const char *right;             /* the same mended: nothing is found */
    uint32_t line;                 /* where in the wrong one it is found */
    uint32_t column;               /* in characters, of the file itself: not of its escapes */
};

/* The row of a code. */
const struct message *message_of(enum message_code code);

/* The code with this id (T101 or t101), or MESSAGE_COUNT when there is none. */
enum message_code message_by_id(const char *id);

/* The id nearest to one that is none, or NULL: the next number of its hundred, else what a slip of
 * the hand would make of it. */
const char *message_nearest(const char *id);

/* The file of declarations that the framed examples share. */
const char *message_frame(void);

/* Appends a text of a row with {0} .. {3} replaced by the words; a NULL word by nothing. {0#} is a
 * word of computed figures, written as people of the language do (1.234,5); what a file says is
 * quoted as it stands there. Any other brace stands for itself. */
void message_fill(struct buffer *out, const char *text, const char *const words[4],
                  enum language lang);

#endif
