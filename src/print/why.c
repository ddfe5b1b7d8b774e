/* SPDX-License-Identifier: MIT */
#include "why.h"

#include <stdlib.h>
#include <string.h>

#include "figure_text.h"
#include "label.h"
#include "mem.h"
#include "note.h"
#include "phrase.h"
#include "printing.h"
#include "table.h"
#include "text.h"
#include "visible.h"
#include "why_words.h"

enum { LABEL_WIDTH = 25 }; /* columns of the left side */

/* What is explained, and to whom. */
struct why {
    struct buffer *out;
    const struct scorecard *card;
    const struct row *row;
    const struct indicator *indicator;
    const struct sources *sources;
    enum language lang;
};

static const char *say(const struct why *w, enum why_word word) {
    return why_word(word, w->lang);
}

/* Begins a line: the label, padded; "" continues the right side. */
static void label(const struct why *w, const char *text) {
    size_t width = text_width(text, strlen(text));
    buffer_text(w->out, "  ");
    buffer_text(w->out, text);
    buffer_fill(w->out, ' ', width < LABEL_WIDTH ? LABEL_WIDTH - width : 1);
    buffer_text(w->out, "  ");
}

static void end(const struct why *w) {
    buffer_text(w->out, "\n");
}

/* One continued line of words from a file, when there are any. */
static void detail(const struct why *w, enum why_word word, const char *text) {
    if (text == NULL || text[0] == '\0') {
        return;
    }
    label(w, "");
    buffer_text(w->out, say(w, word));
    visible_text(w->out, text);
    end(w);
}

static void where(const struct why *w, struct place place) {
    if (place.file == NONE) {
        return;
    }
    label(w, "");
    buffer_text(w->out, say(w, W_WHERE));
    visible_text(w->out, sources_name(w->sources, place.file));
    buffer_format(w->out, ":%u\n", place.line);
}

static void where_figure(const struct why *w, int32_t figure) {
    if (figure != NONE) {
        where(w, figures_get(&w->card->book->figures, figure).place);
    }
}

static void put_figure(const struct why *w, struct ratio value) {
    char text[PRINTED_TEXT];
    struct ratio edges[] = {row_decides(w->row), w->row->low};
    derived_print(value, w->card, w->row, edges, 2, w->lang, text);
    buffer_text(w->out, text);
}

static void put_percent(const struct why *w, struct ratio value) {
    char text[PRINTED_TEXT];
    struct ratio edges[] = {ratio_int(1)};
    percent_print(value, edges, 1, w->lang, text);
    buffer_text(w->out, text);
}

static void put_unit(const struct why *w) {
    if (w->indicator->kind == KIND_DONE) {
        return;
    }
    buffer_text(w->out, " ");
    visible_text(w->out, w->indicator->unit.text);
}

static void put_cell(const struct why *w, enum column_id column) {
    struct cell cell;
    table_cell(w->card, (int)(w->row - w->card->rows), column, w->lang, &cell);
    buffer_text(w->out, cell.text);
}

/* A reason instead of a number; false when there is a number. */
static bool no_number(const struct why *w, enum why_word word, struct quantity q) {
    if (q.why == DEFINED) {
        label(w, say(w, word));
        return false;
    }
    const char *reason = undefined_label(q.why, w->lang);
    if (reason[0] != '\0') {
        label(w, say(w, word));
        buffer_text(w->out, reason);
        end(w);
    }
    return true;
}

/* "a op b = result unit" on a line of its own; op NULL: the result alone. */
static void formula(const struct why *w, enum why_word word, struct ratio a, const char *op,
                    struct ratio b, struct quantity result) {
    if (no_number(w, word, result)) {
        return;
    }
    if (op != NULL) {
        put_figure(w, a);
        buffer_text(w->out, op);
        put_figure(w, b);
        buffer_text(w->out, " = ");
    }
    put_figure(w, result.value);
    if (unit_is_percent(&w->indicator->unit) && (word == W_GAP || word == W_LEFT)) {
        buffer_format(w->out, " %s", phrase(PHRASE_POINTS, w->lang));
    } else {
        put_unit(w);
    }
    end(w);
}

/* "a / b = 50,0%" */
static void quotient(const struct why *w, enum why_word word, struct ratio a, struct ratio b,
                     struct quantity result) {
    if (no_number(w, word, result)) {
        return;
    }
    put_figure(w, a);
    buffer_text(w->out, " / ");
    put_figure(w, b);
    buffer_text(w->out, " = ");
    if (word == W_ATTAINMENT) {
        put_cell(w, COLUMN_ATTAINMENT); /* says so when a strict bound is only just hit */
    } else {
        put_percent(w, result.value);
    }
    end(w);
}

/* ---- what was promised, what happened ---- */

static void explain_target(const struct why *w) {
    const struct row *row = w->row;
    label(w, say(w, W_TARGET));
    if (!row->has_target) {
        buffer_text(w->out, say(w, W_NO_TARGET));
        end(w);
        return;
    }
    const struct target held = targets_get(&w->card->book->targets, row->target);
    const struct target *t = &held;
    put_cell(w, COLUMN_TARGET);
    put_unit(w);
    if (t->during_text != NULL) {
        buffer_text(w->out, ", ");
        visible_text(w->out, during_label(t->during_text, w->lang));
    }
    end(w);
    bool revised = row->revision != NONE;
    const struct revision *r = revised ? &t->revised[row->revision] : NULL;
    const char *group =
        row->assigner != NONE ? org_name(&w->card->book->orgs[row->assigner], w->lang) : NULL;
    const char *by = revised && r->by != NULL ? r->by : t->by != NULL ? t->by : group;
    detail(w, W_ASSIGNED, by);
    where(w, revised ? r->place : t->place);
    detail(w, W_SOURCE, t->source);
    detail(w, W_QUOTE, t->quote);
    if (revised) {
        detail(w, W_NOTE, r->why);
        label(w, say(w, W_ORIGINAL));
        put_cell(w, COLUMN_TARGET_ORIGINAL);
        end(w);
        where(w, t->place);
    }
}

/* One figure with its place: "566 HTX, 30/06/2024, actuals/bac-ninh-2024.yaml:12". */
static void put_source_figure(const struct why *w, const struct figure *f) {
    char text[PRINTED_TEXT];
    char day[DATE_TEXT];
    const struct indicator *what = &w->card->book->indicators[f->indicator];
    label(w, "");
    figure_print(f->low, what, NULL, 0, w->lang, text);
    buffer_text(w->out, text);
    buffer_text(w->out, " ");
    visible_text(w->out, what->unit.text);
    buffer_text(w->out, " (");
    visible_text(w->out, indicator_name(what, w->lang));
    buffer_format(w->out, "), %s, ", print_date(f->date, w->lang, day));
    visible_text(w->out, sources_name(w->sources, f->place.file));
    buffer_format(w->out, ":%u\n", f->place.line);
}

static int by_place(const void *left, const void *right) {
    const struct place *a = &((const struct figure *)left)->place;
    const struct place *b = &((const struct figure *)right)->place;
    int by = (a->file > b->file) - (a->file < b->file);
    by = by != 0 ? by : (a->line > b->line) - (a->line < b->line);
    return by != 0 ? by : (a->column > b->column) - (a->column < b->column);
}

/* The figures of which a computed one is made, as they stand in the files: the parts of a ratio on
 * its day, or the running totals and increments of a flow up to its day. */
static void explain_parts(const struct why *w) {
    const struct row *row = w->row;
    const struct book *book = w->card->book;
    struct figure *parts = NULL;
    bool ratio =
        row->figure != NONE && book->figures.packed[row->figure].indicator != row->indicator;
    for (size_t i = 0; i < figures_count(&book->figures); i++) {
        const struct packed_figure *f = &book->figures.packed[i];
        struct date date = packed_date(f);
        bool mine =
            f->org == row->org && packed_year(f) == row->year && packed_kind(f) != FIGURE_ESTIMATE;
        bool part =
            f->indicator == w->indicator->ratio_of || f->indicator == w->indicator->ratio_to;
        bool flow = f->indicator == row->indicator && date_cmp(date, row->date) <= 0;
        if (mine && (ratio ? part && date_cmp(date, row->date) == 0 : flow)) {
            arrput(parts, figures_get(&book->figures, (int32_t)i));
        }
    }
    if (parts != NULL) {
        qsort(parts, arrlenu(parts), sizeof *parts, by_place);
    }
    for (ptrdiff_t i = 0; i < arrlen(parts); i++) {
        put_source_figure(w, &parts[i]);
    }
    arrfree(parts);
}

static void explain_actual(const struct why *w) {
    const struct row *row = w->row;
    char day[DATE_TEXT];
    label(w, say(w, W_ACTUAL));
    if (!row->has_actual) {
        buffer_text(w->out, say(w, W_NO_FIGURE));
        end(w);
        return;
    }
    put_cell(w, COLUMN_ACTUAL);
    put_unit(w);
    buffer_format(w->out, ", %s\n", print_date(row->date, w->lang, day));
    if (row->computed && !row->rolled_up) {
        label(w, "");
        buffer_text(w->out, say(w, W_COMPUTED));
        end(w);
        explain_parts(w);
        return;
    }
    if (row->figure != NONE) {
        struct figure f = figures_get(&w->card->book->figures, row->figure);
        where(w, f.place);
        detail(w, W_SOURCE, f.source);
        detail(w, W_QUOTE, f.quote);
        detail(w, W_NOTE, f.note);
    }
}

/* ---- the formulas with the numbers put in ---- */

static void explain_time(const struct why *w) {
    char first[DATE_TEXT];
    char last[DATE_TEXT];
    char gone[RATIO_TEXT];
    char whole[RATIO_TEXT];
    char shown[PRINTED_TEXT];
    const struct row *row = w->row;
    struct date day = row->has_actual ? row->date : row->as_of;
    ratio_plain(window_months_gone(row->window, day), false, NULL, 0, gone);
    ratio_plain(window_months(row->window), false, NULL, 0, whole);
    label(w, say(w, W_ELAPSED));
    buffer_text(w->out, print_number(gone, w->lang, shown));
    buffer_format(w->out, " / %s", print_number(whole, w->lang, shown));
    buffer_text(w->out, say(w, W_MONTHS));
    buffer_text(w->out, " = ");
    put_percent(w, ratio_div(window_months_gone(row->window, day), window_months(row->window)));
    buffer_format(w->out, " (%s – %s)\n", print_date(row->window.first, w->lang, first),
                  print_date(row->window.last, w->lang, last));
}

static void explain_past(const struct why *w) {
    char day[DATE_TEXT];
    const struct row *row = w->row;
    if (row->is[M_BASE].why == DEFINED) {
        bool dated = date_known(row->baseline_date);
        label(w, say(w, dated ? W_BASELINE : W_STATED_BASE));
        put_figure(w, row->is[M_BASE].value);
        put_unit(w);
        buffer_format(w->out, "%s%s\n", dated ? ", " : "",
                      print_date(row->baseline_date, w->lang, day));
        where_figure(w, row->baseline_figure);
    }
    if (row->is[M_VS_LAST_YEAR].why == DEFINED) {
        quotient(w, W_SAME, row->low, row->is[M_SAME].value, row->is[M_VS_LAST_YEAR]);
        label(w, "");
        buffer_format(w->out, "%s\n", print_date(row->last_year_date, w->lang, day));
        where_figure(w, row->last_year_figure);
    } else {
        no_number(w, W_SAME, row->is[M_VS_LAST_YEAR]);
    }
}

/* "30 × 50,0% = ", or "700 + (800 − 700) × 50,0% = " of a stock. */
static void put_due(const struct why *w) {
    const struct row *row = w->row;
    bool stock = w->indicator->kind == KIND_STOCK;
    struct ratio from = stock ? row->is[M_BASE].value : ratio_int(0);
    struct ratio way = ratio_sub(row_decides(row), from);
    if (ratio_sign(way) == 0) {
        return;
    }
    if (stock) {
        put_figure(w, from);
        buffer_text(w->out, " + (");
    }
    put_figure(w, row_decides(row));
    if (stock) {
        buffer_text(w->out, " − ");
        put_figure(w, from);
        buffer_text(w->out, ")");
    }
    buffer_text(w->out, " × ");
    put_percent(w, ratio_div(ratio_sub(row->is[M_EXPECTED].value, from), way));
    buffer_text(w->out, " = ");
}

/* "15 / 50,0% = ", "15 × 20 / 12 = " before a forecast. */
static void put_outlook(const struct why *w, enum why_word which, struct ratio forecast) {
    const struct row *row = w->row;
    if (which == W_RUN_RATE && ratio_sign(row->low) != 0) {
        put_figure(w, row->low);
        buffer_text(w->out, " / ");
        put_percent(w, ratio_div(row->low, forecast));
        buffer_text(w->out, " = ");
    } else if (which == W_SEASONAL && ratio_sign(row->low) != 0) {
        put_figure(w, row->low);
        buffer_text(w->out, " × ");
        put_figure(w, row->is[M_LAST_TOTAL].value);
        buffer_text(w->out, " / ");
        put_figure(w, row->is[M_SAME].value);
        buffer_text(w->out, " = ");
    }
}

static void explain_pace(const struct why *w) {
    const struct row *row = w->row;
    struct date day = row->has_actual ? row->date : row->as_of;
    struct ratio gone = window_months_gone(row->window, day);
    struct ratio rest = ratio_sub(window_months(row->window), gone);
    if (row->is[M_EXPECTED].why == DEFINED && !no_number(w, W_EXPECTED, row->is[M_EXPECTED])) {
        put_due(w);
        put_figure(w, row->is[M_EXPECTED].value);
        put_unit(w);
        end(w);
    }
    if (row->is[M_ACHIEVED].why == DEFINED) {
        formula(w, W_ACHIEVED, row->low, " / ", gone, row->is[M_ACHIEVED]);
    }
    if (row->is[M_NEEDED].why == DEFINED) {
        formula(w, W_NEEDED, row->is[M_LEFT].value, " / ", rest, row->is[M_NEEDED]);
    }
    struct quantity outlook[] = {row->is[M_RUN_RATE], row->is[M_SEASONAL], row->is[M_ESTIMATE]};
    enum why_word names[] = {W_RUN_RATE, W_SEASONAL, W_ESTIMATE};
    for (int i = 0; i < 3; i++) {
        if (outlook[i].why == DEFINED && !no_number(w, names[i], outlook[i])) {
            put_outlook(w, names[i], outlook[i].value);
            put_figure(w, outlook[i].value);
            put_unit(w);
            end(w);
        }
    }
}

/* "(75 − 100) / (50 − 100) = " */
static void put_progress(const struct why *w) {
    buffer_text(w->out, "(");
    put_figure(w, w->row->low);
    buffer_text(w->out, " − ");
    put_figure(w, w->row->is[M_BASE].value);
    buffer_text(w->out, ") / (");
    put_figure(w, row_decides(w->row));
    buffer_text(w->out, " − ");
    put_figure(w, w->row->is[M_BASE].value);
    buffer_text(w->out, ") = ");
}

static void explain_figures(const struct why *w) {
    const struct row *row = w->row;
    if (row->has_target && row->has_actual) {
        quotient(w, W_ATTAINMENT, row->low, row_decides(row), row->is[M_ATTAINMENT]);
        if (row->is[M_GAP].why == DEFINED && ratio_valid(row_decides(row))) {
            formula(w, W_GAP, row->low, " − ", row_decides(row), row->is[M_GAP]);
        }
        if (row->is[M_LEFT].why == DEFINED || row->is[M_LEFT].why == UNDEFINED_LOWER ||
            row->is[M_LEFT].why == UNDEFINED_WITHIN) {
            bool passed = ratio_cmp(row->low, row_decides(row)) > 0; /* "4 − 5 = 0" is not so */
            formula(w, W_LEFT, row_decides(row), passed ? NULL : " − ", row->low, row->is[M_LEFT]);
        }
        if (row->is[M_PROGRESS].why == DEFINED && !no_number(w, W_PROGRESS, row->is[M_PROGRESS])) {
            put_progress(w);
            put_percent(w, row->is[M_PROGRESS].value);
            end(w);
        }
    }
    explain_past(w);
    if (!row->has_actual) {
        return; /* no day to count from */
    }
    explain_time(w);
    explain_pace(w);
}

/* ---- the verdict, and what would change it ---- */

static void explain_bands(const struct why *w) {
    const struct row *row = w->row;
    const struct edges *edges = &w->card->book->edges;
    bool flow = w->indicator->kind == KIND_FLOW;
    if (row->is[M_EXPECTED].why != DEFINED || !flow || row->each_group) {
        return;
    }
    struct ratio edge = row->ceiling ? edges->over : edges->slipping;
    struct ratio at = ratio_div(ratio_mul(row->is[M_EXPECTED].value, edge), ratio_int(100));
    const char *sign = row->ceiling ? "≤ " : "≥ ";
    label(w, say(w, W_BAND));
    buffer_text(w->out, sign);
    put_figure(w, row->is[M_EXPECTED].value);
    buffer_format(w->out, ": %s; %s",
                  status_word(row->ceiling ? STATUS_WITHIN : STATUS_ON_TRACK, w->lang), sign);
    put_figure(w, at);
    buffer_format(w->out, ": %s\n", status_word(STATUS_SLIPPING, w->lang));
}

/* The whole number not below a: things that are counted come whole. */
static struct ratio counted_up(const struct why *w, struct ratio a) {
    bool whole = ratio_decimals(w->row->low) == 0 && ratio_decimals(row_decides(w->row)) == 0;
    if (!whole || ratio_sign(a) <= 0) {
        return a;
    }
    return (struct ratio){(a.num + a.den - 1) / a.den, 1};
}

/* "thêm 3 HTX: đúng tiến độ" */
static void change(const struct why *w, struct ratio to, enum status status) {
    struct ratio more = ratio_sub(to, w->row->low);
    enum target_kind kind = w->row->bounds.kind;
    if (status == STATUS_MET && (kind == TARGET_MORE_THAN || kind == TARGET_LESS_THAN)) {
        label(w, say(w, W_CHANGE));
        buffer_text(w->out, say(w, kind == TARGET_MORE_THAN ? W_ABOVE : W_BELOW));
        put_figure(w, to);
        put_unit(w);
        buffer_format(w->out, ": %s\n", status_word(status, w->lang));
        return;
    }
    if (!ratio_valid(more) || ratio_sign(more) == 0) {
        return;
    }
    bool up = ratio_sign(more) > 0;
    label(w, say(w, W_CHANGE));
    buffer_text(w->out, say(w, up ? W_MORE_THEN : W_LESS_THEN));
    put_figure(w, counted_up(w, up ? more : ratio_sub(ratio_int(0), more)));
    put_unit(w);
    buffer_format(w->out, ": %s\n", status_word(status, w->lang));
}

static void explain_changes(const struct why *w) {
    const struct row *row = w->row;
    bool comparable = row->has_target && row->has_actual && row_bounds_known(row) &&
                      ratio_valid(row_decides(row)) && w->indicator->kind != KIND_DONE &&
                      !row->each_group; /* its members decide */
    if (!comparable) {
        return;
    }
    bool late = row->status == STATUS_SLIPPING || row->status == STATUS_BEHIND;
    if (late && row->is[M_EXPECTED].why == DEFINED) {
        change(w, row->is[M_EXPECTED].value, row->ceiling ? STATUS_WITHIN : STATUS_ON_TRACK);
    }
    bool met = row->status == STATUS_MET || row->status == STATUS_EXCEEDED;
    bool past = ratio_cmp(row->low, row_decides(row)) > 0;
    if (row->ceiling ? past : !met) {
        change(w, row_decides(row), STATUS_MET);
    }
}

/* ---- a group's members ---- */

static bool is_missing(const struct row *row, int32_t org) {
    for (ptrdiff_t i = 0; i < arrlen(row->missing); i++) {
        if (row->missing[i] == org) {
            return true;
        }
    }
    return false;
}

static const struct row *row_of(const struct scorecard *card, int32_t org, const struct row *like) {
    for (ptrdiff_t i = 0; i < arrlen(card->rows); i++) {
        const struct row *row = &card->rows[i];
        if (row->org == org && row->indicator == like->indicator && row->year == like->year) {
            return row;
        }
    }
    return NULL;
}

static void explain_members(const struct why *w) {
    const struct org *group = &w->card->book->orgs[w->row->org];
    if (!w->row->rolled_up || arrlen(group->members) == 0) {
        return;
    }
    buffer_text(w->out, "\n  ");
    buffer_text(w->out, say(w, W_MEMBERS));
    buffer_format(w->out, ": %d/%d\n", w->row->members_reporting, w->row->members_total);
    for (ptrdiff_t i = 0; i < arrlen(group->members); i++) {
        int32_t org = group->members[i];
        const struct row *row = row_of(w->card, org, w->row);
        struct buffer name = {0};
        visible_text(&name, org_name(&w->card->book->orgs[org], w->lang));
        buffer_put(&name, "", 1);
        label(w, name.text);
        buffer_clear(&name);
        if (row == NULL || !row->has_actual) {
            buffer_text(w->out, say(w, W_NO_FIGURE));
            end(w);
            continue;
        }
        char day[DATE_TEXT];
        struct why member = *w;
        member.row = row;
        put_cell(&member, COLUMN_ACTUAL);
        put_unit(w);
        buffer_format(w->out, ", %s", print_date(row->date, w->lang, day));
        if (is_missing(w->row, org)) {
            buffer_format(w->out, " (%s)", say(w, W_OLDER));
        }
        end(w);
        if (row->figure != NONE) {
            where(w, figures_get(&w->card->book->figures, row->figure).place);
        }
    }
}

static void explain_marks(const struct why *w) {
    struct buffer marks = {0};
    row_marks_put(&marks, w->card, w->row, w->lang);
    if (arrlen(marks.text) > 0) {
        label(w, say(w, W_MARKS));
        buffer_put(w->out, marks.text, arrlenu(marks.text));
        end(w);
    }
    buffer_clear(&marks);
}

void render_why(struct buffer *out, const struct scorecard *card, int row,
                const struct sources *sources, const struct style *style) {
    const struct row *r = &card->rows[row];
    struct why w = {out, card, r, &card->book->indicators[r->indicator], sources, style->lang};
    char day[DATE_TEXT];
    visible_text(out, org_name(&card->book->orgs[r->org], w.lang));
    buffer_text(out, " · ");
    visible_text(out, indicator_name(w.indicator, w.lang));
    buffer_format(out, " · %s%d · %s%s\n\n", say(&w, W_YEAR), r->year, say(&w, W_SEEN),
                  print_date(r->as_of, w.lang, day));
    label(&w, say(&w, W_VERDICT));
    buffer_format(out, "%s %s\n", status_symbol(r->status), row_status_label(r, w.lang));
    explain_marks(&w);
    explain_target(&w);
    explain_actual(&w);
    buffer_text(out, "\n");
    explain_figures(&w);
    explain_bands(&w);
    explain_changes(&w);
    explain_members(&w);
}
