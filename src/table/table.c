/* SPDX-License-Identifier: MIT */
#include "table.h"

#include <assert.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include "label.h"
#include "mem.h"
#include "note.h"
#include "phrase.h"
#include "words.h"

/* One cell while it is filled. */
struct filling {
    const struct scorecard *card;
    const struct row *row;
    const struct indicator *indicator; /* of the row */
    int index;                         /* of the row */
    enum language lang;
    struct cell *cell;
};

static void put_text(struct filling *f, const char *text) {
    f->cell->kind = text == NULL || text[0] == '\0' ? CELL_EMPTY : CELL_TEXT;
    f->cell->full_text = text_cut(text == NULL ? "" : text, f->cell->text, CELL_TEXT_SIZE);
}

static void put_reason(struct filling *f, enum undefined why) {
    f->cell->kind = CELL_EMPTY;
    f->cell->why = why;
    text_cut(undefined_label(why, f->lang), f->cell->text, CELL_TEXT_SIZE);
}

static void put_date(struct filling *f, struct date date) {
    if (date_known(date)) {
        char text[DATE_TEXT];
        f->cell->kind = CELL_DATE;
        f->cell->date = date;
        text_cut(print_date(date, f->lang, text), f->cell->text, CELL_TEXT_SIZE);
    }
}

/* Makes the cell a number; its text is set already. */
static void put_number(struct filling *f, enum cell_kind kind, struct ratio value, int decimals) {
    struct ratio shown = kind == CELL_PERCENT ? ratio_mul(value, ratio_int(100)) : value;
    int exact = ratio_decimals(shown);
    f->cell->kind = kind;
    f->cell->value = value;
    f->cell->decimals = decimals;
    f->cell->approximate = exact < 0 || exact > decimals;
}

static bool is_interval(const struct row *row) {
    return row->has_actual && ratio_cmp(row->low, row->high) != 0;
}

/* ---- what each column holds ---- */

static void fill_number(struct filling *f) {
    const struct row *rows = f->card->rows;
    if (f->row->part_of != NONE) {
        return;
    }
    int number = 1;
    for (int i = f->index - 1; i >= 0 && rows[i].org == f->row->org && rows[i].year == f->row->year;
         i--) {
        number += rows[i].part_of == NONE;
    }
    snprintf(f->cell->text, CELL_TEXT_SIZE, "%d", number);
    put_number(f, CELL_NUMBER, ratio_int(number), 0);
}

static void fill_org(struct filling *f) {
    put_text(f, org_name(&f->card->book->orgs[f->row->org], f->lang));
}

static bool same_goal(const struct row *a, const struct row *b) {
    return a->org == b->org && a->year == b->year && a->indicator == b->indicator;
}

/* Several targets of one indicator: the name must say which one this row is about. */
static bool has_twin(const struct filling *f) {
    const struct row *rows = f->card->rows;
    int count = (int)arrlen(rows);
    for (int i = f->index - 1; i >= 0 && rows[i].org == f->row->org; i--) {
        if (same_goal(&rows[i], f->row)) {
            return true;
        }
    }
    for (int i = f->index + 1; i < count && rows[i].org == f->row->org; i++) {
        if (same_goal(&rows[i], f->row)) {
            return true;
        }
    }
    return false;
}

static const char *assigned_by(const struct filling *f) {
    if (!f->row->has_target) {
        return NULL;
    }
    struct target target = targets_get(&f->card->book->targets, f->row->target);
    if (f->row->revision != NONE && target.revised[f->row->revision].by != NULL) {
        return book_said(f->card->book, target.revised[f->row->revision].by, f->lang);
    }
    if (target.by == NULL && f->row->assigner != NONE) {
        return org_name(&f->card->book->orgs[f->row->assigner], f->lang);
    }
    return book_said(f->card->book, target.by, f->lang);
}

static void fill_name(struct filling *f) {
    const char *name = indicator_name(f->indicator, f->lang);
    struct target target = {0};
    if (f->row->has_target) {
        target = targets_get(&f->card->book->targets, f->row->target);
    }
    const char *during = target.during_text;
    const char *by =
        target.by != NULL && has_twin(f) ? book_said(f->card->book, target.by, f->lang) : NULL;
    if (f->row->has_target && by == NULL && f->row->assigner != NONE && has_twin(f)) {
        by = org_name(&f->card->book->orgs[f->row->assigner], f->lang);
    }
    if (during == NULL && by == NULL) {
        put_text(f, name);
        return;
    }
    struct buffer full = {0};
    buffer_text(&full, name);
    if (during != NULL) {
        buffer_format(&full, ", %s", during_label(during, f->lang));
    }
    if (by != NULL) {
        buffer_format(&full, " (%s)", by);
    }
    buffer_put(&full, "", 1);
    put_text(f, full.text);
    f->cell->full_text = NULL;
    buffer_clear(&full);
}

static void fill_unit(struct filling *f) {
    put_text(f, book_said(f->card->book, f->indicator->unit.text, f->lang));
}

static void fill_target(struct filling *f) {
    if (!f->row->has_target) {
        put_reason(f, UNDEFINED_NO_TARGET);
        return;
    }
    target_print(f->card, f->row, false, f->lang, f->cell->text);
    f->cell->kind = CELL_TEXT;
    if (row_has_bounds(f->row)) {
        const struct bounds *bounds = &f->row->bounds;
        bool two = target_has(bounds->kind, HAS_TWO);
        bool near = bounds->kind == TARGET_ABOUT; /* its number, not the bound that decides */
        struct ratio shown = two || near ? bounds->low : row_decides(f->row);
        int decimals = ratio_decimals(shown);
        if (two && ratio_decimals(bounds->high) > decimals) {
            decimals = ratio_decimals(bounds->high);
        }
        put_number(f, CELL_NUMBER, shown, decimals < 0 ? 2 : decimals);
        if (two) {
            f->cell->high = bounds->high;
        }
    }
}

static void fill_target_original(struct filling *f) {
    if (f->row->has_target && f->row->revision != NONE) {
        target_print(f->card, f->row, true, f->lang, f->cell->text);
        f->cell->kind = CELL_TEXT;
    }
}

static void fill_target_by(struct filling *f) {
    put_text(f, assigned_by(f));
}

/* Yes or no; of a group, how many say yes. */
static void fill_done(struct filling *f) {
    const struct row *row = f->row;
    if (row->rolled_up) {
        char yes[PRINTED_TEXT];
        figure_print(row->low, f->indicator, NULL, 0, f->lang, yes);
        snprintf(f->cell->text, CELL_TEXT_SIZE, "%s/%d", yes, row->members_total);
    } else {
        text_cut(phrase(ratio_sign(row->low) > 0 ? PHRASE_YES : PHRASE_NO, f->lang), f->cell->text,
                 CELL_TEXT_SIZE);
    }
    f->cell->kind = CELL_TEXT;
}

static void fill_actual(struct filling *f) {
    const struct row *row = f->row;
    if (!row->has_actual) {
        put_reason(f, UNDEFINED_NO_REPORT);
        return;
    }
    if (indicator_is_yes_no(f->indicator)) {
        fill_done(f);
        return;
    }
    struct ratio edges[EDGES_OF_ROW];
    char low[PRINTED_TEXT];
    char high[PRINTED_TEXT];
    int n = row_edges(row, edges);
    int decimals = figure_print(row->low, f->indicator, edges, n, f->lang, low);
    const char *hedge = hedge_label(row->hedge, f->lang);
    const char *blank = hedge[0] != '\0' ? " " : "";
    if (is_interval(row)) {
        figure_print(row->high, f->indicator, edges, n, f->lang, high);
        TEXT_JOIN(f->cell->text, CELL_TEXT_SIZE, hedge, blank, low, " – ", high);
        f->cell->high = row->high;
    } else {
        TEXT_JOIN(f->cell->text, CELL_TEXT_SIZE, hedge, blank, low);
    }
    put_number(f, CELL_NUMBER, row->low, decimals);
}

static void fill_actual_date(struct filling *f) {
    if (f->row->has_actual) {
        put_date(f, f->row->date);
    }
}

/* Says beside the figure that it has to pass the bound, when it hits it exactly. */
static void add_strictness(struct filling *f) {
    char strict[CELL_TEXT_SIZE];
    strict_print(f->row, f->lang, strict);
    size_t length = strlen(f->cell->text);
    snprintf(f->cell->text + length, CELL_TEXT_SIZE - length, "%s", strict);
}

/* A bound is rounded to the side on which it still holds: what is at least so much down, what is
 * needed of things counted whole up. */
static struct ratio on_its_side(const struct filling *f, const struct column *column,
                                struct ratio value) {
    enum { PERCENT_DECIMALS = 3 }; /* 40,0 % is 0,400 */
    bool least = column->measure == M_ATTAINMENT && f->row->partial != PARTIAL_NOT;
    if (least) {
        return ratio_down(value, PERCENT_DECIMALS);
    }
    return column->measure == M_NEEDED && f->indicator->decimals >= 0
               ? ratio_up(value, f->indicator->decimals)
               : value;
}

/* Before a percentage that what is missing can only raise. */
static const char *sign_before(const struct filling *f, const struct column *column) {
    return column->measure == M_ATTAINMENT && f->row->partial != PARTIAL_NOT ? "≥ " : "";
}

/* One end of a figure as its column shows it; returns its decimals. */
static int print_end(const struct filling *f, const struct column *column, struct ratio value,
                     char text[PRINTED_TEXT]) {
    struct ratio edges[EDGES_OF_COLUMN];
    int n = column_edges(column, f->row, edges);
    char number[PRINTED_TEXT];
    int decimals = 0;
    value = on_its_side(f, column, value);
    switch (column->look) {
    case LOOK_PERCENT:
        percent_print(value, edges, n, f->lang, text);
        return 1;
    case LOOK_DERIVED:
        return derived_print(value, f->card, f->row, edges, n, f->lang, text);
    case LOOK_DIFFERENCE:
        decimals = figure_print(value, f->indicator, edges, n, f->lang, number);
        snprintf(text, PRINTED_TEXT, "%s%.*s", ratio_sign(value) > 0 ? "+" : "", PRINTED_TEXT - 2,
                 number);
        return decimals;
    case LOOK_FIGURE:
    case LOOK_NONE:
        break;
    }
    return figure_print(value, f->indicator, edges, n, f->lang, text);
}

/* Behind a difference of percentages: " điểm %". */
static const char *unit_behind(const struct filling *f, const struct column *column) {
    bool points = column->look == LOOK_DIFFERENCE && unit_is_percent(&f->indicator->unit);
    return points ? phrase(PHRASE_POINTS, f->lang) : "";
}

/* The other end of a figure, or NULL when it has one end. */
static const struct quantity *other_end(const struct filling *f, const struct column *column) {
    const struct quantity *high = column->high != NO_HIGH ? &f->row->is[column->high] : NULL;
    return high != NULL && high->why == DEFINED ? high : NULL;
}

/* Whatever is a measure, in the look of its column. */
static void fill_figure(struct filling *f, const struct column *column) {
    const struct quantity *figure = &f->row->is[column->measure];
    if (figure->why != DEFINED) {
        put_reason(f, figure->why);
        return;
    }
    if (column->look == LOOK_FIGURE && indicator_is_yes_no(f->indicator) && !f->row->rolled_up) {
        put_text(f, phrase(ratio_sign(figure->value) > 0 ? PHRASE_YES : PHRASE_NO, f->lang));
        return;
    }
    char low[PRINTED_TEXT];
    char high[PRINTED_TEXT];
    const struct quantity *other = other_end(f, column);
    const char *unit = unit_behind(f, column);
    const char *blank = unit[0] != '\0' ? " " : "";
    int decimals = print_end(f, column, figure->value, low);
    if (other != NULL) {
        print_end(f, column, other->value, high);
        bool turned = ratio_cmp(other->value, figure->value) < 0; /* the lower one stands first */
        TEXT_JOIN(f->cell->text, CELL_TEXT_SIZE, sign_before(f, column), turned ? high : low, " – ",
                  turned ? low : high, blank, unit);
        f->cell->high = other->value;
    } else {
        TEXT_JOIN(f->cell->text, CELL_TEXT_SIZE, sign_before(f, column), low, blank, unit);
    }
    put_number(f, column->look == LOOK_PERCENT ? CELL_PERCENT : CELL_NUMBER, figure->value,
               decimals);
    if (column->strict) {
        add_strictness(f);
    }
}

static void fill_last_year_date(struct filling *f) {
    if (f->row->is[M_BASE].why == DEFINED) {
        put_date(f, f->row->baseline_date);
    }
}

static void fill_status(struct filling *f) {
    f->cell->kind = CELL_STATUS;
    f->cell->status = f->row->status;
    TEXT_JOIN(f->cell->text, CELL_TEXT_SIZE, status_symbol(f->row->status), " ",
              row_status_label(f->row, f->lang));
}

static void fill_estimate_status(struct filling *f) {
    const struct quantity *status = &f->row->is[M_ESTIMATE_STATUS];
    if (status->why == DEFINED) {
        put_text(f, estimate_label((enum status)status->value.num, f->lang));
    } else {
        put_reason(f, status->why);
    }
}

static void fill_note(struct filling *f) {
    struct buffer note = {0};
    row_marks_put(&note, f->card, f->row, f->lang);
    row_note_put(&note, f->card, f->row, f->lang);
    buffer_put(&note, "", 1);
    put_text(f, note.text);
    f->cell->full_text = NULL;
    buffer_clear(&note);
}

static void fill_source(struct filling *f) {
    const struct row *row = f->row;
    const char *source =
        row->figure != NONE ? figures_get(&f->card->book->figures, row->figure).source : NULL;
    if (source == NULL && row->has_target) {
        source = targets_get(&f->card->book->targets, row->target).source;
    }
    put_text(f, source);
}

static void fill_as_of(struct filling *f) {
    put_date(f, f->row->as_of);
}

/* A workbook has it of the last meeting; what a scorecard holds is of this one. */
static void fill_nothing(struct filling *f) {
    f->cell->kind = CELL_EMPTY;
}

static void fill_year(struct filling *f) {
    snprintf(f->cell->text, CELL_TEXT_SIZE, "%d", f->row->year);
    put_number(f, CELL_NUMBER, ratio_int(f->row->year), 0);
}

/* NULL: a figure */
#define OFFICIAL(name, place, key, fill, ...) [COLUMN_##name] = (fill),
#define OTHER(name, key, fill, ...) [COLUMN_##name] = (fill),
static void (*const fillers[COLUMN_COUNT])(struct filling *f) = {
    COLUMN_ROWS(COLUMN_NOTHING, OFFICIAL, OTHER)};
#undef OFFICIAL
#undef OTHER

void table_cell(const struct scorecard *card, int row, enum column_id column, enum language lang,
                struct cell *out) {
    *out = (struct cell){.kind = CELL_EMPTY};
    struct filling filling = {
        .card = card,
        .row = &card->rows[row],
        .indicator = &card->book->indicators[card->rows[row].indicator],
        .index = row,
        .lang = lang,
        .cell = out,
    };
    if (fillers[column] != NULL) {
        fillers[column](&filling);
    } else {
        fill_figure(&filling, table_column(column));
    }
}
