/* SPDX-License-Identifier: MIT */
#include "seal.h"

#include <sha2.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "mem.h"
#include "row_fields.h"
#include "words.h"

struct seal {
    SHA2_CTX sum;
};

/* ---- lines ---- */

void seal_line(struct buffer *out, const char *const fields[SEAL_FIELDS]) {
    for (int i = 0; i < SEAL_FIELDS; i++) {
        buffer_text(out, fields[i] != NULL ? fields[i] : "");
        buffer_text(out, i + 1 < SEAL_FIELDS ? "\t" : "\n");
    }
}

void seal_row(const struct scorecard *card, const struct row *row, struct seal_row *out) {
    const char **fields = out->field;
    snprintf(out->year, sizeof out->year, "%d", row->year);
    for (int i = 0; i < SEAL_FIELDS; i++) {
        fields[i] = NULL;
    }
    fields[SEAL_ORG] = card->book->orgs[row->org].id;
    fields[SEAL_INDICATOR] = card->book->indicators[row->indicator].id;
    fields[SEAL_YEAR] = out->year;
    fields[SEAL_ACTUAL_LOW] = actual_number(row, false, out->numbers[0]);
    fields[SEAL_ACTUAL_HIGH] = actual_number(row, true, out->numbers[1]);
    fields[SEAL_DATE] = row->has_actual ? plain_date(row->date, out->date) : NULL;
    fields[SEAL_STATUS] = status_key(row->status);
    if (row->has_target) {
        struct target_fields target = target_fields(card, row);
        bool known = row_bounds_known(row);
        fields[SEAL_BY] = target.by;
        fields[SEAL_DURING] = target.during;
        fields[SEAL_TARGET] = target_kind_key(row->bounds.kind);
        fields[SEAL_TARGET_LOW] = bound_number(&row->bounds, row, false, known, out->numbers[2]);
        fields[SEAL_TARGET_HIGH] = bound_number(&row->bounds, row, true, known, out->numbers[3]);
    }
}

static int by_declaration(const void *left, const void *right) {
    const struct row *a = *(const struct row *const *)left;
    const struct row *b = *(const struct row *const *)right;
    return (a->declared > b->declared) - (a->declared < b->declared);
}

/* One past the rows that are of the same organisation and year as the first. */
static int block_end(const struct scorecard *card, struct row_span span) {
    const struct row *rows = card->rows;
    int end = span.first;
    while (end < span.end && rows[end].org == rows[span.first].org &&
           rows[end].year == rows[span.first].year) {
        end++;
    }
    return end;
}

void seal_lines(struct buffer *out, const struct scorecard *card, struct row_span span) {
    const struct row **rows = NULL;
    while (span.first < span.end) {
        int end = block_end(card, span);
        arrsetlen(rows, 0);
        for (int i = span.first; i < end; i++) {
            arrput(rows, &card->rows[i]);
        }
        if (rows != NULL) {
            qsort(rows, arrlenu(rows), sizeof *rows, by_declaration);
        }
        for (size_t i = 0; i < arrlenu(rows); i++) {
            struct seal_row row;
            seal_row(card, rows[i], &row);
            seal_line(out, row.field);
        }
        span.first = end;
    }
    arrfree(rows);
}

/* ---- sums ---- */

struct seal *seal_begin(void) {
    struct seal *seal = mem_alloc(sizeof *seal);
    SHA256Init(&seal->sum);
    return seal;
}

void seal_add(struct seal *seal, const struct buffer *lines) {
    SHA256Update(&seal->sum, (const uint8_t *)lines->text, arrlenu(lines->text));
}

void seal_end(struct seal *seal, char text[SEAL_TEXT]) {
    char whole[SHA256_DIGEST_STRING_LENGTH];
    SHA256End(&seal->sum, whole);
    memcpy(text, whole, SEAL_TEXT - 1);
    text[SEAL_TEXT - 1] = '\0';
    mem_free(seal);
}

void seal_of(const struct scorecard *card, struct row_span span, char text[SEAL_TEXT]) {
    struct buffer lines = {0};
    struct seal *seal = seal_begin();
    seal_lines(&lines, card, span);
    seal_add(seal, &lines);
    seal_end(seal, text);
    buffer_clear(&lines);
}
