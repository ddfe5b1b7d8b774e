/* SPDX-License-Identifier: MIT */
/*
 * What people read for a value of core's enums, in both languages: statuses, reasons, signs. The
 * keys that files and scripts have for the same values are in core/words.h.
 *
 * One list for each enum, indexed by it; meaning is never read back from them. Every function
 * returns a constant or a text of the book, never NULL.
 */
#ifndef TIENDO_LABEL_H
#define TIENDO_LABEL_H

#include <stdbool.h>

#include "message.h"
#include "scorecard.h"
#include "words.h"

/* How a status looks: five forms that differ in shape, so that they survive grey print. */
enum status_form {
    FORM_DONE,    /* ■ exceeded, met */
    FORM_WELL,    /* ▲ on_track, within */
    FORM_RUNNING, /* □ not_yet */
    FORM_CARE,    /* ● slipping */
    FORM_BAD,     /* ▼ behind, missed */
    FORM_UNKNOWN, /* ○ not_due, incomplete, no_report, no_target, no_baseline */
    FORM_COUNT
};

enum status_form status_form(enum status status);

/* ■ ▲ □ ● ▼ ○ */
const char *form_symbol(enum status_form form);
const char *status_symbol(enum status status);

/* What all statuses of a form have in common: "Cần chú ý" / "Needs attention". */
const char *form_label(enum status_form form, enum language lang);

/* "Đúng tiến độ" / "On track" */
const char *status_label(enum status status, enum language lang);

/* Another name that people have for it, from 0 on, or NULL: "chậm tiến độ". */
const char *status_other_name(enum status status, int nth);

/* As it stands in a count: "13 vượt", "3 không đạt"; "đúng tiến độ" / "on track". */
const char *status_word(enum status status, enum language lang);

/* The verdict of an estimate, exceeded, met or missed: "Ước vượt" / "Would exceed". */
const char *estimate_label(enum status status, enum language lang);

/* What it says of a goal: "dưới ngưỡng chậm" / "below the edge". */
const char *status_meaning(enum status status, enum language lang);

/* The same as status_label(), for one row: `not_yet` of an indicator that is only measured on a
 * later day reads "Chưa đến kỳ đánh giá". */
const char *row_status_label(const struct row *row, enum language lang);

/* Why there is no number: "chưa báo cáo"; "" for DEFINED and UNDEFINED_NO_DATA. */
const char *undefined_label(enum undefined why, enum language lang);

/* The same in few letters, for narrow columns; "–" where the status already says why. */
const char *undefined_short(enum undefined why, enum language lang);

/* "≥", ">", "≤", "<", "~", "=" before a target's bound; "" for range, within, done, grow. A plain
 * number is at_least or at_most, and reads so. */
const char *target_sign(enum target_kind kind);

/* The same in the words of a document: "từ" and " trở lên" around a floor, "khoảng" before. */
struct around {
    const char *before; /* "" for none */
    const char *after;  /* the same */
};
struct around target_words(enum target_kind kind, enum language lang);

/* "hơn", "dưới", "khoảng"; "" for none. */
const char *hedge_label(enum hedge hedge, enum language lang);
const char *claim_hedge_label(enum hedge hedge, enum language lang); /* of what is published */

/* "khớp", "khớp nếu cắt bớt", "KHÁC", "chưa kiểm được", … */
const char *verdict_label(enum verdict verdict, enum language lang);

/* "đạt so với kế hoạch", … of a claim, as it is introduced before its number. */
const char *claim_label(enum claim_kind kind, enum language lang);

/* What an unchecked claim lacks, for claim_check.missing: "kế hoạch", …; an indicator's name. */
const char *missing_label(const struct scorecard *card, const char *missing, enum language lang);

/* A text of the book in the language: its English where the section english has it. Keys of JSON
 * and CSV are never that. */
const char *book_said(const struct book *book, const char *text, enum language lang);

/* Names in the language: name_en where there is one. */
const char *org_name(const struct org *org, enum language lang);
const char *indicator_name(const struct indicator *indicator, enum language lang);

/* A part of a year as people say it: "2024-H2" is "6 tháng cuối năm"; unknown text as it is. */
const char *during_label(const char *during, enum language lang);

#endif
