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

/* The figures that a row's texts must not be rounded onto. */
enum { EDGES_MAX = 5 };

static int verdict_edges(const struct row *row, struct ratio edges[EDGES_MAX]) {
    int n = 0;
    if (row_has_bounds(row)) {
        edges[n++] = row->deciding;
        edges[n++] = row->bounds.low;
        edges[n++] = row->bounds.high;
    }
    if (row->expected.why == DEFINED) {
        edges[n++] = row->expected.value;
    }
    edges[n++] = ratio_int(0);
    return n;
}

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
        return target.revised[f->row->revision].by;
    }
    if (target.by == NULL && f->row->assigner != NONE) {
        return org_name(&f->card->book->orgs[f->row->assigner], f->lang);
    }
    return target.by;
}

static void fill_name(struct filling *f) {
    const char *name = indicator_name(f->indicator, f->lang);
    struct target target = {0};
    if (f->row->has_target) {
        target = targets_get(&f->card->book->targets, f->row->target);
    }
    const char *during = target.during_text;
    const char *by = target.by != NULL && has_twin(f) ? target.by : NULL;
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
    put_text(f, f->indicator->unit.text);
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
        int decimals = ratio_decimals(two ? bounds->low : f->row->deciding);
        if (two && ratio_decimals(bounds->high) > decimals) {
            decimals = ratio_decimals(bounds->high);
        }
        put_number(f, CELL_NUMBER, two ? bounds->low : f->row->deciding,
                   decimals < 0 ? 2 : decimals);
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
    struct ratio edges[EDGES_MAX];
    char low[PRINTED_TEXT];
    char high[PRINTED_TEXT];
    int n = verdict_edges(row, edges);
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
    const struct row *row = f->row;
    bool above = target_has(row->bounds.kind, HAS_LOW);
    if (!row->has_target || !row->bounds_known || !row->has_actual ||
        !target_is_strict(row->bounds.kind) ||
        (ratio_cmp(row->low, row->deciding) != 0 && ratio_cmp(row->high, row->deciding) != 0)) {
        return;
    }
    char bound[PRINTED_TEXT];
    char plain[RATIO_TEXT];
    char strict[PRINTED_TEXT * 2];
    print_number(ratio_plain(row->deciding, true, NULL, 0, plain), f->lang, bound);
    const char *words[PHRASE_WORDS] = {bound};
    phrase_text(above ? PHRASE_STRICT_ABOVE : PHRASE_STRICT_BELOW, f->lang, words, strict,
                sizeof strict);
    size_t length = strlen(f->cell->text);
    snprintf(f->cell->text + length, CELL_TEXT_SIZE - length, " (%s)", strict);
}

static void fill_percents(struct filling *f, const struct quantity *first,
                          const struct quantity *second, bool zero_edge) {
    struct ratio edges[] = {ratio_int(1), ratio_int(0)};
    int n = zero_edge ? 2 : 1;
    char low[PRINTED_TEXT];
    char high[PRINTED_TEXT];
    if (first->why != DEFINED) {
        put_reason(f, first->why);
        return;
    }
    percent_print(first->value, edges, n, f->lang, low);
    text_cut(low, f->cell->text, CELL_TEXT_SIZE);
    if (second != NULL && second->why == DEFINED) {
        percent_print(second->value, edges, n, f->lang, high);
        TEXT_JOIN(f->cell->text, CELL_TEXT_SIZE, low, " – ", high);
        f->cell->high = second->value;
    }
    put_number(f, CELL_PERCENT, first->value, 1);
}

static void fill_attainment(struct filling *f) {
    fill_percents(f, &f->row->attainment, &f->row->attainment_high, true);
    if (f->cell->kind == CELL_PERCENT) {
        add_strictness(f);
    }
}

static void fill_attainment_original(struct filling *f) {
    fill_percents(f, &f->row->attainment_original, NULL, true);
}

static void fill_vs_last_year(struct filling *f) {
    fill_percents(f, &f->row->vs_last_year, NULL, true);
}

static void fill_progress(struct filling *f) {
    fill_percents(f, &f->row->progress, &f->row->progress_high, true);
}

static void fill_elapsed(struct filling *f) {
    fill_percents(f, &f->row->elapsed, NULL, true);
}

static void print_gap(struct filling *f, struct ratio gap, char text[PRINTED_TEXT]) {
    struct ratio zero = ratio_int(0);
    const char *plus = ratio_sign(gap) > 0 ? "+" : "";
    char number[PRINTED_TEXT];
    figure_print(gap, f->indicator, &zero, 1, f->lang, number);
    snprintf(text, PRINTED_TEXT, "%s%.*s", plus, PRINTED_TEXT - 2, number);
}

static void fill_gap(struct filling *f) {
    const struct row *row = f->row;
    if (row->gap.why != DEFINED) {
        put_reason(f, row->gap.why);
        return;
    }
    char low[PRINTED_TEXT];
    char high[PRINTED_TEXT];
    struct ratio zero = ratio_int(0);
    const char *points = unit_is_percent(&f->indicator->unit) ? phrase(PHRASE_POINTS, f->lang) : "";
    const char *blank = points[0] != '\0' ? " " : "";
    print_gap(f, row->gap.value, low);
    if (row->gap_high.why == DEFINED) {
        print_gap(f, row->gap_high.value, high);
        TEXT_JOIN(f->cell->text, CELL_TEXT_SIZE, low, " – ", high, blank, points);
        f->cell->high = row->gap_high.value;
    } else {
        TEXT_JOIN(f->cell->text, CELL_TEXT_SIZE, low, blank, points);
    }
    char number[PRINTED_TEXT];
    put_number(f, CELL_NUMBER, row->gap.value,
               figure_print(row->gap.value, f->indicator, &zero, 1, f->lang, number));
    add_strictness(f);
}

static void fill_figure(struct filling *f, const struct quantity *quantity, struct ratio edge) {
    if (quantity->why != DEFINED) {
        put_reason(f, quantity->why);
        return;
    }
    char text[PRINTED_TEXT];
    int decimals = figure_print(quantity->value, f->indicator, &edge, 1, f->lang, text);
    if (indicator_is_yes_no(f->indicator) && !f->row->rolled_up) {
        const char *word =
            phrase(ratio_sign(quantity->value) > 0 ? PHRASE_YES : PHRASE_NO, f->lang);
        put_text(f, word);
        return;
    }
    text_cut(text, f->cell->text, CELL_TEXT_SIZE);
    put_number(f, CELL_NUMBER, quantity->value, decimals);
}

static void fill_derived(struct filling *f, const struct quantity *quantity,
                         const struct ratio edges[], int n) {
    if (quantity->why != DEFINED) {
        put_reason(f, quantity->why);
        return;
    }
    char text[PRINTED_TEXT];
    int decimals = derived_print(quantity->value, f->card, f->row, edges, n, f->lang, text);
    text_cut(text, f->cell->text, CELL_TEXT_SIZE);
    put_number(f, CELL_NUMBER, quantity->value, decimals);
}

static void fill_last_year(struct filling *f) {
    fill_figure(f, &f->row->baseline, f->row->has_actual ? f->row->low : ratio_int(0));
}

static void fill_last_year_date(struct filling *f) {
    if (f->row->baseline.why == DEFINED) {
        put_date(f, f->row->baseline_date);
    }
}

static void fill_last_year_same(struct filling *f) {
    fill_figure(f, &f->row->last_year_same, f->row->has_actual ? f->row->low : ratio_int(0));
}

static void fill_left(struct filling *f) {
    fill_figure(f, &f->row->left, ratio_int(0));
}

static void fill_estimate(struct filling *f) {
    fill_figure(f, &f->row->estimate, f->row->bounds_known ? f->row->deciding : ratio_int(0));
}

static void fill_expected(struct filling *f) {
    struct ratio edges[] = {f->row->low, f->row->high};
    fill_derived(f, &f->row->expected, edges, f->row->has_actual ? 2 : 0);
}

static void fill_forecast(struct filling *f) {
    fill_derived(f, &f->row->forecast_run_rate, &f->row->deciding, f->row->bounds_known ? 1 : 0);
}

static void fill_forecast_seasonal(struct filling *f) {
    fill_derived(f, &f->row->forecast_seasonal, &f->row->deciding, f->row->bounds_known ? 1 : 0);
}

static void fill_needed(struct filling *f) {
    const struct quantity *achieved = &f->row->achieved_per_month;
    struct ratio edges[] = {ratio_int(0), achieved->value};
    fill_derived(f, &f->row->needed_per_month, edges, achieved->why == DEFINED ? 2 : 1);
}

static void fill_achieved(struct filling *f) {
    struct ratio zero = ratio_int(0);
    fill_derived(f, &f->row->achieved_per_month, &zero, 1);
}

static void fill_status(struct filling *f) {
    f->cell->kind = CELL_STATUS;
    f->cell->status = f->row->status;
    TEXT_JOIN(f->cell->text, CELL_TEXT_SIZE, status_symbol(f->row->status), " ",
              row_status_label(f->row, f->lang));
}

static void fill_note(struct filling *f) {
    struct buffer note = {0};
    row_marks_put(&note, f->card, f->row, f->lang);
    row_note_put(&note, f->card, f->row);
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

static void fill_year(struct filling *f) {
    snprintf(f->cell->text, CELL_TEXT_SIZE, "%d", f->row->year);
    put_number(f, CELL_NUMBER, ratio_int(f->row->year), 0);
}

static void (*const fillers[])(struct filling *f) = {
    [COLUMN_NUMBER] = fill_number,
    [COLUMN_ORG] = fill_org,
    [COLUMN_NAME] = fill_name,
    [COLUMN_UNIT] = fill_unit,
    [COLUMN_LAST_YEAR] = fill_last_year,
    [COLUMN_LAST_YEAR_DATE] = fill_last_year_date,
    [COLUMN_LAST_YEAR_SAME] = fill_last_year_same,
    [COLUMN_TARGET] = fill_target,
    [COLUMN_TARGET_ORIGINAL] = fill_target_original,
    [COLUMN_TARGET_BY] = fill_target_by,
    [COLUMN_ACTUAL] = fill_actual,
    [COLUMN_ACTUAL_DATE] = fill_actual_date,
    [COLUMN_ATTAINMENT] = fill_attainment,
    [COLUMN_ATTAINMENT_ORIGINAL] = fill_attainment_original,
    [COLUMN_VS_LAST_YEAR] = fill_vs_last_year,
    [COLUMN_GAP] = fill_gap,
    [COLUMN_LEFT] = fill_left,
    [COLUMN_PROGRESS] = fill_progress,
    [COLUMN_ELAPSED] = fill_elapsed,
    [COLUMN_EXPECTED] = fill_expected,
    [COLUMN_ESTIMATE] = fill_estimate,
    [COLUMN_FORECAST] = fill_forecast,
    [COLUMN_FORECAST_SEASONAL] = fill_forecast_seasonal,
    [COLUMN_NEEDED] = fill_needed,
    [COLUMN_ACHIEVED] = fill_achieved,
    [COLUMN_STATUS] = fill_status,
    [COLUMN_NOTE] = fill_note,
    [COLUMN_SOURCE] = fill_source,
    [COLUMN_AS_OF] = fill_as_of,
    [COLUMN_YEAR] = fill_year,
};
static_assert(sizeof fillers / sizeof fillers[0] == COLUMN_COUNT, "a column is never filled");

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
    fillers[column](&filling);
}
