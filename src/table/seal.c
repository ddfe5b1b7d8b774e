/* SPDX-License-Identifier: MIT */
#include "seal.h"

#include <sha2.h>
#include <stdlib.h>
#include <string.h>

#include "mem.h"
#include "row_fields.h"
#include "words.h"

struct seal {
    SHA2_CTX sum;
};

/* ---- lines ---- */

static void put_field(struct buffer *out, const char *text, const char *after) {
    buffer_text(out, text != NULL ? text : "");
    buffer_text(out, after);
}

static void put_target(struct buffer *out, const struct scorecard *card, const struct row *row) {
    char text[RATIO_TEXT];
    if (!row->has_target) {
        buffer_text(out, "\t\t\t\t\t");
        return;
    }
    struct target_fields target = target_fields(card, row);
    bool known = row_bounds_known(row);
    put_field(out, target.by, "\t");
    put_field(out, target.during, "\t");
    put_field(out, target_kind_key(row->bounds.kind), "\t");
    put_field(out, bound_number(&row->bounds, row, false, known, text), "\t");
    put_field(out, bound_number(&row->bounds, row, true, known, text), "\t");
}

static void put_line(struct buffer *out, const struct scorecard *card, const struct row *row) {
    char text[RATIO_TEXT];
    char date[DATE_TEXT];
    buffer_format(out, "%s\t%s\t%d\t", card->book->orgs[row->org].id,
                  card->book->indicators[row->indicator].id, row->year);
    put_target(out, card, row);
    put_field(out, actual_number(row, false, text), "\t");
    put_field(out, actual_number(row, true, text), "\t");
    put_field(out, row->has_actual ? plain_date(row->date, date) : NULL, "\t");
    put_field(out, status_key(row->status), "\n");
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
        qsort(rows, arrlenu(rows), sizeof *rows, by_declaration);
        for (size_t i = 0; i < arrlenu(rows); i++) {
            put_line(out, card, rows[i]);
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
