/* SPDX-License-Identifier: MIT */
/*
 * The sentence of a row, as a report prints it: what was done, against the target, the verdict,
 * against last year, what the year will come to.
 *
 * Each figure is the text of its cell in the table, so that prose and table say the same number and
 * neither contradicts the verdict. What is not known is not said as a number.
 */
#ifndef TIENDO_SENTENCE_H
#define TIENDO_SENTENCE_H

#include "buffer.h"
#include "columns.h"
#include "language.h"
#include "scorecard.h"

/* A row that is spoken of. */
struct spoken {
    const struct scorecard *card;
    int row; /* index into card->rows */
    enum language lang;
    struct date date; /* the day of most figures beside it: another day is named */
};

/* The whole sentence, with a capital at its beginning and without a full stop. */
void sentence_put(struct buffer *out, const struct spoken *spoken);

/* Only what a further target of the same figure adds: "đạt 345,0% kế hoạch do … giao (20 HTX)". */
void sentence_more(struct buffer *out, const struct spoken *spoken);

/* The sentence as a part under its whole: "HTX nông nghiệp 566 HTX (chiếm 78,3%)". */
void sentence_part(struct buffer *out, const struct spoken *spoken);

/* Single figures with their units, as sentences and templates have them; nothing where there is
 * none. */
void spoken_name(struct buffer *out, const struct spoken *spoken);
void spoken_target(struct buffer *out, const struct spoken *spoken);
void spoken_verdict(struct buffer *out, const struct spoken *spoken);
/* Any figure as its column prints it, with the unit where it counts something. */
void spoken_cell(struct buffer *out, const struct spoken *spoken, enum column_id column);
const char *spoken_unit(const struct spoken *spoken);

/* What still has to be done, "còn 31 HTX, từ nay mỗi tháng cần 5,2 HTX …", and the figure's note;
 * nothing where nothing is known. */
void sentence_needs(struct buffer *out, const struct spoken *spoken);

/* Appends a clause after a comma, unless it is the first since `start`. */
void clause_apart(struct buffer *out, size_t start);

#endif
