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
#include "visible.h"
#include "why_figures.h"
#include "why_lone.h"
#include "why_members.h"
#include "why_page.h"
#include "why_words.h"

/* One continued line of words from a file, when there are any. */
static void detail(const struct why *w, enum why_word word, const char *text) {
    if (text == NULL || text[0] == '\0') {
        return;
    }
    why_label(w, "");
    buffer_text(w->out, why_say(w, word));
    visible_text(w->out, text);
    why_end(w);
}

static void put_cell(const struct why *w, enum column_id column) {
    struct cell cell;
    table_cell(w->card, (int)(w->row - w->card->rows), column, w->lang, &cell);
    buffer_text(w->out, cell.text);
}

/* ---- what was promised, what happened ---- */

static void explain_target(const struct why *w) {
    const struct row *row = w->row;
    why_label(w, why_say(w, W_TARGET));
    if (!row->has_target) {
        buffer_text(w->out, why_say(w, W_NO_TARGET));
        why_end(w);
        return;
    }
    const struct target held = targets_get(&w->card->book->targets, row->target);
    const struct target *t = &held;
    put_cell(w, COLUMN_TARGET);
    why_unit(w);
    if (t->during_text != NULL) {
        buffer_text(w->out, ", ");
        visible_text(w->out, during_label(t->during_text, w->lang));
    }
    why_end(w);
    bool revised = row->revision != NONE;
    const struct revision *r = revised ? &t->revised[row->revision] : NULL;
    const char *group =
        row->assigner != NONE ? org_name(&w->card->book->orgs[row->assigner], w->lang) : NULL;
    const char *by = revised && r->by != NULL ? r->by : t->by != NULL ? t->by : group;
    detail(w, W_ASSIGNED, by);
    why_where(w, revised ? r->place : t->place);
    detail(w, W_SOURCE, t->source);
    detail(w, W_QUOTE, t->quote);
    if (revised) {
        detail(w, W_NOTE, r->why);
        why_label(w, why_say(w, W_ORIGINAL));
        put_cell(w, COLUMN_TARGET_ORIGINAL);
        why_end(w);
        why_where(w, t->place);
    }
}

/* One figure with its place: "566 HTX, 30/06/2024, actuals/bac-ninh-2024.yaml:12". */
static void put_source_figure(const struct why *w, const struct figure *f) {
    char text[PRINTED_TEXT];
    char day[DATE_TEXT];
    const struct indicator *what = &w->card->book->indicators[f->indicator];
    why_label(w, "");
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
    why_label(w, why_say(w, W_ACTUAL));
    if (!row->has_actual) {
        buffer_text(w->out, why_say(w, W_NO_FIGURE));
        why_end(w);
        return;
    }
    put_cell(w, COLUMN_ACTUAL);
    why_unit(w);
    buffer_format(w->out, ", %s\n", print_date(row->date, w->lang, day));
    if (row->computed && !row->rolled_up) {
        why_label(w, "");
        buffer_text(w->out, why_say(w, W_COMPUTED));
        why_end(w);
        explain_parts(w);
        return;
    }
    if (row->figure != NONE) {
        struct figure f = figures_get(&w->card->book->figures, row->figure);
        why_where(w, f.place);
        detail(w, W_SOURCE, f.source);
        detail(w, W_QUOTE, f.quote);
        detail(w, W_NOTE, f.note);
    }
}

static void explain_marks(const struct why *w) {
    struct buffer marks = {0};
    row_marks_put(&marks, w->card, w->row, w->lang);
    if (arrlen(marks.text) > 0) {
        why_label(w, why_say(w, W_MARKS));
        buffer_put(w->out, marks.text, arrlenu(marks.text));
        why_end(w);
    }
    buffer_clear(&marks);
}

void render_why(struct buffer *out, const struct scorecard *card, int row,
                const struct sources *sources, const struct style *style, bool all) {
    const struct row *r = &card->rows[row];
    struct why w = {out, card, r, &card->book->indicators[r->indicator], sources, style->lang, all};
    char day[DATE_TEXT];
    visible_text(out, org_name(&card->book->orgs[r->org], w.lang));
    buffer_text(out, " · ");
    visible_text(out, indicator_name(w.indicator, w.lang));
    buffer_format(out, " · %s%d · %s%s\n\n", why_say(&w, W_YEAR), r->year, why_say(&w, W_SEEN),
                  print_date(r->as_of, w.lang, day));
    why_label(&w, why_say(&w, W_VERDICT));
    buffer_format(out, "%s %s\n", status_symbol(r->status), row_status_label(r, w.lang));
    explain_marks(&w);
    explain_target(&w);
    explain_actual(&w);
    buffer_text(out, "\n");
    why_figures(&w);
    why_lone(&w);
    why_members(&w);
}
