/* SPDX-License-Identifier: MIT */
#include "snapshot.h"

#include <stdio.h>
#include <string.h>

#include "label.h"
#include "mem.h"
#include "row_fields.h"
#include "table.h"
#include "words.h"

static const char *keep(struct snapshot *snapshot, const char *text) {
    return text != NULL ? pool_text(&snapshot->pool, text, strlen(text)) : NULL;
}

/* A quantity as JSON prints it, by its key there. */
static const char *figure(struct snapshot *snapshot, const struct row *row, const char *key) {
    char text[RATIO_TEXT];
    for (int field = 0; field < ROW_FIELD_COUNT; field = field_after(field)) {
        if (strcmp(field_key(field), key) == 0) {
            return keep(snapshot, field_number(row, field, text));
        }
    }
    return NULL;
}

static void take_target(struct snapshot *snapshot, const struct scorecard *card,
                        const struct row *row, struct snapshot_row *shown) {
    char text[RATIO_TEXT];
    char date[DATE_TEXT];
    const struct bounds *bounds = &row->bounds;
    struct target_fields fields = target_fields(card, row);
    int32_t each = row->assigner != NONE ? row->assigner : row->org;
    shown->said[SAID_EACH] = fields.each_member ? card->book->orgs[each].id : NULL;
    shown->said[SAID_GROW] = target_has(bounds->kind, HAS_GROW)
                                 ? keep(snapshot, plain_number(bounds->grow, text))
                                 : NULL;
    shown->said[SAID_TOLERANCE] = target_has(bounds->kind, HAS_TOLERANCE)
                                      ? keep(snapshot, plain_number(bounds->tolerance, text))
                                      : NULL;
    shown->said[SAID_BASE] = keep(snapshot, target_base(row, text));
    shown->said[SAID_REVISED] = keep(snapshot, plain_date(fields.revised_on, date));
}

static void take_facts(struct snapshot *snapshot, const struct scorecard *card,
                       const struct row *row, struct snapshot_row *shown) {
    char date[DATE_TEXT];
    const struct indicator *what = &card->book->indicators[row->indicator];
    shown->said[SAID_KIND] = indicator_kind_key(what->kind);
    shown->said[SAID_BETTER] = better_key(what->better);
    shown->said[SAID_HEDGE] = row->has_actual ? hedge_key(row->hedge) : NULL;
    shown->said[SAID_LAST_YEAR] = figure(snapshot, row, "baseline");
    shown->said[SAID_LAST_YEAR_DATE] = keep(snapshot, plain_date(row->baseline_date, date));
    shown->said[SAID_SAME] = figure(snapshot, row, "last_year_same");
    shown->said[SAID_SAME_DATE] = keep(snapshot, plain_date(row->last_year_date, date));
    shown->said[SAID_EXPECTED] = figure(snapshot, row, "expected");
    shown->said[SAID_ESTIMATE] = figure(snapshot, row, "estimate");
    if (row->has_target) {
        take_target(snapshot, card, row, shown);
    }
}

static void take_absent(struct snapshot *snapshot, const struct scorecard *card,
                        const struct row *row, struct snapshot_row *shown) {
    for (ptrdiff_t i = 0; i < arrlen(row->absent.missing); i++) {
        arrput(shown->absent, keep(snapshot, card->book->orgs[row->absent.missing[i]].id));
    }
    for (ptrdiff_t i = 0; i < arrlen(row->absent.late); i++) {
        arrput(shown->absent, keep(snapshot, card->book->orgs[row->absent.late[i].org].id));
    }
}

static void take_words(struct snapshot *snapshot, const struct scorecard *card, int index,
                       enum language lang, struct snapshot_row *shown) {
    struct cell cell;
    const struct row *row = &card->rows[index];
    const struct indicator *what = &card->book->indicators[row->indicator];
    shown->org_name = keep(snapshot, org_name(&card->book->orgs[row->org], lang));
    table_cell(card, index, COLUMN_NAME, lang, &cell);
    shown->name = keep(snapshot, cell.full_text != NULL ? cell.full_text : cell.text);
    shown->unit = keep(snapshot, what->unit.text);
    shown->verdict = keep(snapshot, row_status_label(row, lang));
    table_cell(card, index, COLUMN_TARGET, lang, &cell);
    shown->target_text = keep(snapshot, row->has_target ? cell.text : "");
    table_cell(card, index, COLUMN_ACTUAL, lang, &cell);
    shown->actual_text = keep(snapshot, row->has_actual ? cell.text : "");
}

static void take_row(struct snapshot *snapshot, const struct scorecard *card, int index,
                     enum language lang) {
    const struct row *row = &card->rows[index];
    struct snapshot_row shown = {
        .status = row->status,
        .computed_status = row->computed_status,
        .overridden = row->override != NONE,
        .rolled_up = row->rolled_up,
        .as_of = row->as_of,
        .date = row->has_actual ? row->date : (struct date){0},
    };
    struct seal_row sealed;
    seal_row(card, row, &sealed);
    for (int i = 0; i < SEAL_FIELDS; i++) {
        shown.seal[i] = keep(snapshot, sealed.field[i]);
    }
    take_facts(snapshot, card, row, &shown);
    take_absent(snapshot, card, row, &shown);
    take_words(snapshot, card, index, lang, &shown);
    arrput(snapshot->rows, shown);
}

void snapshot_add(struct snapshot *snapshot, const struct scorecard *card, const bool orgs[],
                  enum language lang) {
    for (int i = 0; i < (int)arrlen(card->rows); i++) {
        if (orgs == NULL || orgs[card->rows[i].org]) {
            take_row(snapshot, card, i, lang);
        }
    }
}

void snapshot_take(struct snapshot *snapshot, const struct scorecard *card, enum language lang) {
    char text[RATIO_TEXT];
    *snapshot = (struct snapshot){.sealed = true};
    snapshot_add(snapshot, card, NULL, lang);
    snapshot->slipping = keep(snapshot, plain_number(card->book->edges.slipping, text));
    snapshot->over = keep(snapshot, plain_number(card->book->edges.over, text));
    seal_of(card, scorecard_rows_of(card, NONE), snapshot->seal);
}

static bool among(const char *word, const char *const words[], size_t n) {
    for (size_t i = 0; i < n; i++) {
        if (strcmp(words[i], word) == 0) {
            return true;
        }
    }
    return n == 0;
}

void snapshot_keep(struct snapshot *snapshot, const char *const orgs[], size_t orgs_count,
                   const char *const indicators[], size_t indicators_count) {
    size_t kept = 0;
    for (size_t i = 0; i < arrlenu(snapshot->rows); i++) {
        struct snapshot_row *row = &snapshot->rows[i];
        if (among(row->seal[SEAL_ORG], orgs, orgs_count) &&
            among(row->seal[SEAL_INDICATOR], indicators, indicators_count)) {
            snapshot->rows[kept++] = *row;
        } else {
            arrfree(row->absent);
        }
    }
    arrsetlen(snapshot->rows, kept);
}

void snapshot_clear(struct snapshot *snapshot) {
    for (size_t i = 0; i < arrlenu(snapshot->rows); i++) {
        arrfree(snapshot->rows[i].absent);
    }
    arrfree(snapshot->rows);
    pool_clear(&snapshot->pool);
}
