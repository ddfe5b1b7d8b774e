/* SPDX-License-Identifier: MIT */
#include "prose.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "headline.h"
#include "label.h"
#include "mem.h"
#include "note.h"
#include "prose_words.h"
#include "seal.h"
#include "sentence.h"
#include "walk.h"
#include "worst.h"

/* A report being written. */
struct prose_writer {
    struct prose *prose;
    struct walk walk;
    struct buffer paragraph; /* sentences of the group so far */
    bool open;               /* the last one may go on: parts, further targets */
    bool parts;              /* parts of it were named */
    int last_goal;           /* row of the last goal that was spoken of, or NONE */
    const char *heading;     /* of the group that has no sentence yet, or NULL */
};

static void add(struct prose_writer *w, enum prose_kind kind, struct buffer *text) {
    int32_t org = w->walk.event == WALK_NOWHERE ? NONE : w->walk.card->rows[w->walk.rows.first].org;
    struct prose_block block = {
        .kind = kind,
        .text = pool_text(&w->prose->pool, text->text, arrlenu(text->text)),
        .org = org,
    };
    arrput(w->prose->items, block);
    buffer_clear(text);
}

static void add_word(struct prose_writer *w, enum prose_kind kind, const char *word) {
    struct buffer text = {0};
    buffer_text(&text, word);
    add(w, kind, &text);
}

static const struct row *row_at(const struct prose_writer *w, int row) {
    return &w->walk.card->rows[row];
}

static struct spoken spoken_of(const struct prose_writer *w, int row) {
    return (struct spoken){w->walk.card, row, w->walk.lang, w->walk.date};
}

/* ---- what was done ---- */

static void end_sentence(struct prose_writer *w) {
    if (w->open) {
        buffer_text(&w->paragraph, ".");
    }
    w->open = false;
    w->parts = false;
}

static void end_paragraph(struct prose_writer *w) {
    end_sentence(w);
    if (arrlen(w->paragraph.text) > 0) {
        if (w->heading != NULL) {
            add_word(w, PROSE_HEADING, w->heading);
        }
        add(w, PROSE_PARAGRAPH, &w->paragraph);
    }
    w->last_goal = NONE;
    w->heading = NULL;
}

/* Nothing was reported or estimated: it is named among what is missing. */
static bool is_silent(const struct row *row) {
    return !row->has_actual && row->is[M_ESTIMATE].why != DEFINED &&
           !(row->each_group && row->members_reporting > 0);
}

static bool is_further_target(const struct prose_writer *w, const struct row *row) {
    const struct row *last = w->last_goal != NONE ? row_at(w, w->last_goal) : NULL;
    return last != NULL && last->indicator == row->indicator &&
           date_cmp(last->window.first, row->window.first) == 0 &&
           date_cmp(last->window.last, row->window.last) == 0;
}

static void say_goal(struct prose_writer *w) {
    struct spoken spoken = spoken_of(w, w->walk.row);
    const struct row *row = row_at(w, w->walk.row);
    if (is_silent(row)) {
        end_sentence(w);
        w->last_goal = NONE;
        return;
    }
    if (w->open && !w->parts && is_further_target(w, row)) {
        buffer_text(&w->paragraph, "; ");
        sentence_more(&w->paragraph, &spoken);
        return;
    }
    end_sentence(w);
    buffer_text(&w->paragraph, arrlen(w->paragraph.text) > 0 ? " " : "");
    sentence_put(&w->paragraph, &spoken);
    w->open = true;
    w->last_goal = w->walk.row;
}

static void say_part(struct prose_writer *w) {
    struct spoken spoken = spoken_of(w, w->walk.row);
    if (is_silent(row_at(w, w->walk.row))) {
        return;
    }
    if (!w->open) {
        buffer_text(&w->paragraph, arrlen(w->paragraph.text) > 0 ? " " : "");
        sentence_put(&w->paragraph, &spoken);
        w->open = true;
        end_sentence(w);
        return;
    }
    buffer_text(&w->paragraph, w->parts ? "; " : clause_word(SAY_OF_WHICH, w->walk.lang));
    sentence_part(&w->paragraph, &spoken);
    w->parts = true;
}

/* ---- the beginning ---- */

static bool any(const struct scorecard *card, struct row_span rows,
                bool (*holds)(const struct row *row)) {
    for (int i = rows.first; i < rows.end; i++) {
        if (holds(&card->rows[i])) {
            return true;
        }
    }
    return false;
}

static bool has_goal(const struct row *row) {
    return row->has_target;
}

static bool year_runs(const struct row *row) {
    return date_cmp(row->as_of, row->window.last) < 0;
}

static struct date latest(const struct scorecard *card, struct row_span rows) {
    struct date date = {0};
    for (int i = rows.first; i < rows.end; i++) {
        const struct row *row = &card->rows[i];
        date = row->has_actual && date_cmp(row->date, date) > 0 ? row->date : date;
    }
    return date;
}

static void put_gone(const struct scorecard *card, const struct row *row, struct date day,
                     enum language lang, char percent[PRINTED_TEXT]) {
    struct ratio edges[] = {ratio_int(0), ratio_int(1)};
    struct window window = book_window(card->book, row->org, row->year);
    percent_print(ratio_div(window_months_gone(window, day), window_months(window)), edges, 2, lang,
                  percent);
}

void prose_headline(struct buffer *out, const struct scorecard *card, struct row_span rows,
                    enum language lang) {
    const struct row *row = &card->rows[rows.first];
    const char *name = org_name(&card->book->orgs[row->org], lang);
    struct date day = latest(card, rows);
    char counts[CELL_TEXT_SIZE];
    char date[DATE_TEXT];
    char year[16];
    char gone[PRINTED_TEXT];
    table_headline(card, row->org, row->year, lang, counts);
    print_date(day, lang, date);
    snprintf(year, sizeof year, "%d", row->year);
    put_gone(card, row, day, lang, gone);
    if (!date_known(day)) {
        CLAUSE(out, SAY_HEADLINE_SILENT, lang, name, year, counts);
    } else if (!any(card, rows, has_goal)) {
        CLAUSE(out, SAY_HEADLINE_NO_GOALS, lang, date, name);
    } else if (!any(card, rows, year_runs)) {
        CLAUSE(out, SAY_HEADLINE_OVER, lang, year, name, counts);
    } else {
        CLAUSE(out, SAY_HEADLINE, lang, date, gone, name, counts);
    }
}

static void say_beginning(struct prose_writer *w) {
    const struct row *row = row_at(w, w->walk.rows.first);
    struct buffer text = {0};
    char year[16];
    snprintf(year, sizeof year, "%d", row->year);
    CLAUSE(&text, SAY_TITLE, w->walk.lang,
           org_name(&w->walk.card->book->orgs[row->org], w->walk.lang), year);
    add(w, PROSE_TITLE, &text);
    prose_headline(&text, w->walk.card, w->walk.rows, w->walk.lang);
    add(w, PROSE_PARAGRAPH, &text);
}

/* ---- what is behind ---- */

static int by_worst(const void *left, const void *right) {
    const struct row *a = *(const struct row *const *)left;
    const struct row *b = *(const struct row *const *)right;
    int by = worst_first(a, b);
    return by != 0 ? by : (a > b) - (a < b);
}

static void say_one_behind(struct prose_writer *w, const struct row *row) {
    struct spoken spoken = spoken_of(w, (int)(row - w->walk.card->rows));
    struct buffer name = {0};
    struct buffer verdict = {0};
    struct buffer text = {0};
    spoken_cell(&name, &spoken, COLUMN_NAME);
    spoken_verdict(&verdict, &spoken);
    buffer_put(&name, "", 1);
    buffer_put(&verdict, "", 1);
    CLAUSE(&text, SAY_BEHIND, w->walk.lang, name.text, verdict.text);
    struct buffer needs = {0};
    sentence_needs(&needs, &spoken);
    if (arrlen(needs.text) > 0) {
        buffer_text(&text, "; ");
        buffer_put(&text, needs.text, arrlenu(needs.text));
    }
    buffer_text(&text, ".");
    add(w, PROSE_ITEM, &text);
    buffer_clear(&needs);
    buffer_clear(&name);
    buffer_clear(&verdict);
}

static void say_behind(struct prose_writer *w) {
    const struct row **behind = NULL;
    for (int i = w->walk.rows.first; i < w->walk.rows.end; i++) {
        const struct row *row = row_at(w, i);
        enum status_form form = status_form(row->status);
        if (row->has_target && (form == FORM_BAD || form == FORM_CARE)) {
            arrput(behind, row);
        }
    }
    if (arrlen(behind) > 0) {
        qsort(behind, arrlenu(behind), sizeof *behind, by_worst);
        add_word(w, PROSE_HEADING, clause_word(SAY_BEHIND_HEAD, w->walk.lang));
    }
    for (size_t i = 0; i < arrlenu(behind); i++) {
        say_one_behind(w, behind[i]);
    }
    arrfree(behind);
}

/* ---- what is not known ---- */

/* Goals of one status, named in a row. */
static void say_status(struct prose_writer *w, enum status status, enum clause_word word) {
    struct buffer names = {0};
    for (int i = w->walk.rows.first; i < w->walk.rows.end; i++) {
        if (row_at(w, i)->status == status && row_at(w, i)->has_target) {
            struct spoken spoken = spoken_of(w, i);
            buffer_text(&names, arrlen(names.text) > 0 ? "; " : "");
            spoken_cell(&names, &spoken, COLUMN_NAME);
        }
    }
    if (arrlen(names.text) > 0) {
        struct buffer text = {0};
        buffer_put(&names, "", 1);
        CLAUSE(&text, word, w->walk.lang, names.text);
        add(w, PROSE_ITEM, &text);
    }
    buffer_clear(&names);
}

/* Members that are silent, late or joined another, of a goal; the same words are said once. */
static void say_members(struct prose_writer *w) {
    struct buffer last = {0};
    for (int i = w->walk.rows.first; i < w->walk.rows.end; i++) {
        const struct row *row = row_at(w, i);
        struct buffer marks = {0};
        if (row->has_target && row->rolled_up && row->members_reporting < row->members_total) {
            row_members_put(&marks, w->walk.card, row, w->walk.lang);
            buffer_put(&marks, "", 1);
        }
        if (arrlen(marks.text) > 1 &&
            (arrlen(last.text) == 0 || strcmp(marks.text, last.text) != 0)) {
            struct buffer text = {0};
            struct spoken spoken = spoken_of(w, i);
            spoken_cell(&text, &spoken, COLUMN_NAME);
            buffer_format(&text, ": %s.", marks.text);
            add(w, PROSE_ITEM, &text);
            buffer_clear(&last);
            last = marks;
            continue;
        }
        buffer_clear(&marks);
    }
    buffer_clear(&last);
}

static bool is_stale(const struct row *row) {
    return row->has_actual && row->stale;
}

static void say_gaps(struct prose_writer *w) {
    static const struct {
        enum status status;
        enum clause_word word;
    } kinds[] = {{STATUS_NO_REPORT, SAY_GAP_NO_REPORT},
                 {STATUS_INCOMPLETE, SAY_GAP_INCOMPLETE},
                 {STATUS_NO_BASELINE, SAY_GAP_NO_BASE},
                 {STATUS_NOT_DUE, SAY_GAP_NOT_DUE}};
    size_t before = arrlenu(w->prose->items);
    add_word(w, PROSE_HEADING, clause_word(SAY_GAPS_HEAD, w->walk.lang));
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        say_status(w, kinds[i].status, kinds[i].word);
    }
    say_members(w);
    if (any(w->walk.card, w->walk.rows, is_stale)) {
        char date[DATE_TEXT];
        struct buffer text = {0};
        CLAUSE(&text, SAY_GAP_STALE, w->walk.lang, print_date(w->walk.date, w->walk.lang, date));
        add(w, PROSE_ITEM, &text);
    }
    if (arrlenu(w->prose->items) == before + 1) {
        arrpop(w->prose->items); /* nothing is missing: no heading */
    }
}

/* ---- the whole ---- */

static void say_end(struct prose_writer *w) {
    char text[CELL_TEXT_SIZE];
    char seal[SEAL_TEXT];
    struct buffer line = {0};
    const struct scorecard *card = w->walk.card;
    w->walk.event = WALK_NOWHERE;
    edges_print(&card->book->edges, w->walk.lang, text);
    add_word(w, PROSE_PARAGRAPH, text);
    seal_of(card, scorecard_rows_of(card, NONE), seal);
    CLAUSE(&line, SAY_SEAL, w->walk.lang, seal);
    add(w, PROSE_PARAGRAPH, &line);
}

void prose_write(struct prose *prose, const struct scorecard *card, enum language lang) {
    struct prose_writer w = {
        .prose = prose, .walk = {.card = card, .lang = lang}, .last_goal = NONE};
    *prose = (struct prose){0};
    while (walk_next(&w.walk)) {
        switch (w.walk.event) {
        case WALK_ORG_BEGINS:
            say_beginning(&w);
            break;
        case WALK_GROUP:
            end_paragraph(&w);
            w.heading = w.walk.group;
            break;
        case WALK_GOAL:
            say_goal(&w);
            break;
        case WALK_PART:
            say_part(&w);
            break;
        case WALK_ORG_ENDS:
            end_paragraph(&w);
            say_behind(&w);
            say_gaps(&w);
            break;
        case WALK_NOWHERE:
            break;
        }
    }
    walk_clear(&w.walk);
    if (arrlen(card->rows) > 0) {
        say_end(&w);
    }
    buffer_clear(&w.paragraph);
}

void prose_clear(struct prose *prose) {
    arrfree(prose->items);
    pool_clear(&prose->pool);
}
