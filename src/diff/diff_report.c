/* SPDX-License-Identifier: MIT */
#include "diff_report.h"

#include <stdio.h>
#include <string.h>

#include "changes_words.h"
#include "mem.h"
#include "pairs.h"
#include "printing.h"
#include "words.h"

/* ---- beside a table's rows ---- */

struct since_row since_of(const struct snapshot_row *old) {
    struct since_row since = {.text = "", .arrow = ""};
    if (old == NULL) {
        return since;
    }
    const char *low = old->seal[SEAL_ACTUAL_LOW];
    const char *high = old->seal[SEAL_ACTUAL_HIGH];
    const char *kind = old->said[SAID_KIND];
    struct decimal number;
    since.text = old->actual_text;
    since.status = old->status;
    since.number = low != NULL && (high == NULL || strcmp(low, high) == 0) &&
                   old->said[SAID_HEDGE] == NULL &&
                   (kind == NULL || strcmp(kind, indicator_kind_key(KIND_DONE)) != 0) &&
                   decimal_parse(low, strlen(low), &number) == DECIMAL_OK;
    since.figure = since.number ? ratio_decimal(number) : since.figure;
    return since;
}

void diff_beside(struct diff_report *report, const struct snapshot *shown) {
    struct row_index olds;
    struct row_index news;
    const struct change **changed = /* of each new row what is listed of it, or NULL */
        mem_alloc((arrlenu(report->new->rows) + 1) * sizeof *changed);
    struct since_row *beside = NULL;
    row_index_make(&olds, report->old);
    row_index_make(&news, report->new);
    int *old_at = row_partners(&olds, report->new);
    int *new_at = row_partners(&news, shown);
    for (size_t i = 0; i < arrlenu(report->changes->items); i++) {
        const struct change *change = &report->changes->items[i];
        if (change->new != NULL) {
            changed[change->new - report->new->rows] = change;
        }
    }
    for (size_t i = 0; i < arrlenu(shown->rows); i++) {
        int new = new_at[i];
        int old = new == NONE ? NONE : old_at[new];
        struct since_row since = since_of(old == NONE ? NULL : &report->old->rows[old]);
        const struct change *change = new == NONE ? NULL : changed[new];
        since.arrow = change != NULL ? move_arrow(change->move) : "";
        since.stays = change != NULL && (change->move == MOVE_NEW || change->move == MOVE_GONE);
        since.fell = move_arrow(MOVE_FELL);
        since.rose = move_arrow(MOVE_ROSE);
        since.moved = move_arrow(MOVE_FIGURE);
        arrput(beside, since);
        arrput(report->of_rows, change);
    }
    report->beside = beside;
    mem_free(changed);
    arrfree(old_at);
    arrfree(new_at);
    row_index_clear(&olds);
    row_index_clear(&news);
}

void diff_beside_clear(struct diff_report *report) {
    arrfree(report->beside);
    arrfree(report->of_rows);
}

/* ---- words ---- */

static const char *number(int n, char text[16]) {
    snprintf(text, 16, "%d", n);
    return text;
}

/* "ngày 30/06/2024", or the path. */
static void put_side(struct buffer *out, const char *name, struct date day, enum language lang) {
    char date[DATE_TEXT];
    if (date_known(day)) {
        CHANGES_SAY(out, CHANGES_DAY, lang, print_date(day, lang, date));
    } else {
        buffer_text(out, name != NULL ? name : changes_word(CHANGES_BOOK, lang));
    }
    buffer_put(out, "", 1);
}

void diff_title_put(struct buffer *out, const struct diff_report *report, enum language lang) {
    struct buffer sides[2] = {0};
    put_side(&sides[0], report->old_name, report->old_day, lang);
    put_side(&sides[1], report->new_name, report->new_day, lang);
    CHANGES_SAY(out, CHANGES_TITLE, lang, sides[0].text, sides[1].text);
    buffer_clear(&sides[0]);
    buffer_clear(&sides[1]);
}

/* "5 xuống, 9 lên" */
static void put_moves(struct buffer *out, const struct changes *changes, enum language lang) {
    const char *comma = "";
    for (enum move move = 0; move < MOVE_COUNT; move++) {
        if (changes->moves[move] > 0) {
            buffer_format(out, "%s%d %s", comma, changes->moves[move], move_word(move, lang));
            comma = ", ";
        }
    }
    buffer_put(out, "", 1);
}

void diff_count_put(struct buffer *out, const struct diff_report *report, enum language lang) {
    const struct changes *changes = report->changes;
    struct buffer moves = {0};
    char all[16];
    char changed[16];
    put_moves(&moves, changes, lang);
    number((int)arrlen(changes->items) + changes->same, all);
    if (arrlen(changes->items) == 0) {
        CHANGES_SAY(out, CHANGES_NONE, lang, all);
    } else {
        CHANGES_SAY(out, CHANGES_COUNT, lang, all, number((int)arrlen(changes->items), changed),
                    moves.text);
    }
    buffer_clear(&moves);
}

void diff_seals_put(struct buffer *out, const struct diff_report *report, enum language lang) {
    if (report->changes->corrections_hid) {
        CHANGES_SAY(out, CHANGES_BLIND, lang, NULL);
        buffer_text(out, "\n");
    }
    if (report->old_is_json && !report->old->sealed) {
        CHANGES_SAY(out, CHANGES_NO_SEAL, lang, NULL);
        buffer_text(out, "\n");
    } else if (report->old->broken) {
        CHANGES_SAY(out, CHANGES_BROKEN, lang, report->old->seal);
        buffer_text(out, "\n");
    }
    CHANGES_SAY(out, CHANGES_SEALS, lang, report->old->sealed ? report->old->seal : "–",
                report->new->seal);
    buffer_text(out, "\n");
}

bool diff_counts_by(const struct changes *changes, enum cause cause) {
    for (int i = 0; i < STATUS_COUNT; i++) {
        if (changes->by[cause][i] != 0) {
            return true;
        }
    }
    return false;
}

/* Whether a side has rows of another organisation than this. */
static bool others(const struct snapshot *snapshot, const char *org) {
    for (size_t i = 0; i < arrlenu(snapshot->rows); i++) {
        if (strcmp(snapshot->rows[i].seal[SEAL_ORG], org) != 0) {
            return true;
        }
    }
    return false;
}

bool diff_of_several(const struct diff_report *report) {
    const struct snapshot *first = arrlen(report->new->rows) > 0 ? report->new : report->old;
    const char *org = arrlen(first->rows) > 0 ? first->rows[0].seal[SEAL_ORG] : "";
    return others(report->old, org) || others(report->new, org);
}
