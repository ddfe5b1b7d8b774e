/* SPDX-License-Identifier: MIT */
/*
 * Writes the table that people look at in a meeting: a title, the headline, goals with their parts
 * under them, and the checks.
 */
#include <assert.h>
#include <stdio.h>
#include <string.h>

#include "checks_text.h"
#include "grid.h"
#include "jobs.h"
#include "label.h"
#include "mem.h"
#include "phrase.h"
#include "renderers.h"
#include "seal.h"
#include "table.h"
#include "visible.h"
#include "walk.h"

enum {
    PIECES_AHEAD = 16, /* judged while others are written */
    USUAL_WIDTH = 120, /* where the terminal's width is not known */
    HANGING = 2,       /* blanks before the wrapped lines of a name, and under a symbol */
    PART_INDENT = 2    /* blanks before a part, per level */
};

/* A report on its way to the terminal. */
struct status_page {
    struct walk walk;
    const struct style *style;
    bool one_org;                /* the report is about one organisation */
    bool begun;                  /* something stands above */
    bool after_silent;           /* the last organisation was a line */
    size_t written;              /* rows */
    bool left_out[COLUMN_COUNT]; /* what the terminal had no room for, of all organisations */
};

/* The usual columns that are left out on a narrow terminal, in this order. */
static const enum column_id spare[] = {COLUMN_NEEDED, COLUMN_EXPECTED, COLUMN_LEFT, COLUMN_UNIT};
enum { SPARE = sizeof spare / sizeof spare[0] };

static const char *const form_paints[] = {
    [FORM_DONE] = "\033[1;32m", [FORM_WELL] = "\033[32m",  [FORM_CARE] = "\033[33m",
    [FORM_RUNNING] = "",        [FORM_BAD] = "\033[1;31m", [FORM_UNKNOWN] = "\033[2m",
};
static_assert(sizeof form_paints / sizeof *form_paints == FORM_COUNT, "a colour for each form");

/* The first row of the organisation and year that is being written: it names them. */
static const struct row *first_row(const struct walk *walk) {
    return &walk->card->rows[walk->rows.first];
}

/* ---- title ---- */

static void put_title(struct buffer *out, const struct walk *walk, bool color) {
    enum language lang = walk->lang;
    const struct row *row = first_row(walk);
    const struct book *book = walk->card->book;
    struct window window = book_window(book, row->org, row->year);
    struct ratio edges[] = {ratio_int(0), ratio_int(1)};
    char year[16];
    char date[DATE_TEXT];
    char percent[PRINTED_TEXT];
    struct buffer title = {0};
    snprintf(year, sizeof year, "%d", row->year);
    enum phrase head = date_known(walk->date) ? PHRASE_TITLE : PHRASE_TITLE_EMPTY;
    PHRASE(&title, head, lang, org_name(&book->orgs[row->org], lang), year,
           print_date(walk->date, lang, date));
    if (date_cmp(walk->date, row->as_of) != 0) {
        PHRASE(&title, PHRASE_SEEN, lang, print_date(row->as_of, lang, date));
    }
    if (date_known(walk->date)) {
        struct ratio gone =
            ratio_div(window_months_gone(window, walk->date), window_months(window));
        percent_print(gone, edges, 2, lang, percent);
        PHRASE(&title, PHRASE_ELAPSED, lang, percent);
    }
    buffer_text(out, color ? "\033[1m" : "");
    visible_put(out, title.text, arrlenu(title.text));
    buffer_text(out, color ? "\033[0m\n" : "\n");
    buffer_clear(&title);
}

/* No figure and no estimate: the headline says all that there is. */
static bool is_silent(const struct walk *walk) {
    for (int i = walk->rows.first; i < walk->rows.end; i++) {
        const struct row *row = &walk->card->rows[i];
        if (row->has_actual || row->is[M_ESTIMATE].why == DEFINED) {
            return false;
        }
    }
    return true;
}

static void put_headline(struct buffer *out, const struct walk *walk) {
    const struct row *row = first_row(walk);
    char text[CELL_TEXT_SIZE];
    table_headline(walk->card, row->org, row->year, walk->lang, text);
    buffer_format(out, "%s\n\n", text);
}

/* An organisation without figures among others is a line: its headline says all that there is. */
static void put_silent(struct buffer *out, struct walk *walk) {
    const struct row *row = first_row(walk);
    char year[16];
    char text[CELL_TEXT_SIZE];
    struct buffer title = {0};
    snprintf(year, sizeof year, "%d", row->year);
    PHRASE(&title, PHRASE_TITLE_EMPTY, walk->lang,
           org_name(&walk->card->book->orgs[row->org], walk->lang), year);
    table_headline(walk->card, row->org, row->year, walk->lang, text);
    visible_put(out, title.text, arrlenu(title.text));
    buffer_format(out, " · %s\n", text);
    buffer_clear(&title);
    while (walk_next(walk) && walk->event != WALK_ORG_ENDS) {
    }
}

/* ---- table ---- */

/* The columns asked for, else the usual ones: an stb_ds array. */
static enum column_id *chosen_columns(const struct style *style) {
    enum column_id *ids = NULL;
    if (style->columns == NULL) {
        for (enum column_id id = 0; id < COLUMN_COUNT; id++) {
            if (table_column(id)->usual) {
                arrput(ids, id);
            }
        }
    }
    for (int i = 0; style->columns != NULL && i < style->columns_count; i++) {
        enum column_id id = table_column_find(style->columns[i]);
        if (id != COLUMN_COUNT) {
            arrput(ids, id);
        }
    }
    return ids;
}

static void add_columns(struct grid *grid, const enum column_id *ids, enum language lang) {
    for (ptrdiff_t i = 0; i < arrlen(ids); i++) {
        const struct column *column = table_column(ids[i]);
        struct grid_column shown = {
            .heading = column->heading[lang],
            .align = column->align,
            .min_width = (size_t)column->min_width,
            .max_width = (size_t)column->max_width,
            .hanging = ids[i] == COLUMN_NAME || ids[i] == COLUMN_STATUS ? HANGING : 0,
        };
        arrput(grid->columns, shown);
    }
}

/* Parts stand under their whole; the first says what they are. */
static void put_branch(struct buffer *text, const struct walk *walk) {
    if (walk->event == WALK_PART) {
        buffer_fill(text, ' ', (size_t)walk->depth * PART_INDENT);
        buffer_text(text, walk->first_part ? phrase(PHRASE_OF_WHICH, walk->lang) : "– ");
    }
}

/* Why there is no number, in words short enough for the column. */
static const char *empty_text(enum column_id id, const struct cell *cell, enum language lang) {
    bool explains = id == COLUMN_ATTAINMENT || id == COLUMN_VS_LAST_YEAR || id == COLUMN_NEEDED;
    if (table_column(id)->align != ALIGN_RIGHT) {
        return cell->text;
    }
    return explains ? undefined_short(cell->why, lang) : "–";
}

static const char *cell_text(struct grid *grid, const struct walk *walk, enum column_id id) {
    struct cell cell;
    enum language lang = walk->lang;
    table_cell(walk->card, walk->row, id, lang, &cell);
    const char *text = cell.text;
    if (cell.kind == CELL_EMPTY) {
        text = empty_text(id, &cell, lang);
    } else if (cell.full_text != NULL) {
        text = cell.full_text;
    }
    struct buffer shown = {0};
    if (id == COLUMN_NAME) {
        put_branch(&shown, walk);
    }
    buffer_text(&shown, text);
    buffer_put(&shown, "", 1);
    char *words = table_column(id)->strict ? strstr(shown.text, " (") : NULL;
    for (char *c = shown.text; *c != '\0'; c++) {
        *c = *c == '\n' ? ' ' : *c;
    }
    if (words != NULL) {
        *words = '\n'; /* "100,0% (phải trên 60)": the words go under the number */
    }
    const char *kept = grid_text(grid, shown.text);
    buffer_clear(&shown);
    return kept;
}

static void add_cells(struct grid *grid, const struct walk *walk, const enum column_id *ids) {
    struct grid_line *line = grid_add(grid, GRID_CELLS);
    for (ptrdiff_t i = 0; i < arrlen(ids); i++) {
        arrput(line->cells, cell_text(grid, walk, ids[i]));
        if (ids[i] == COLUMN_STATUS) {
            line->painted = (int)i;
            line->paint = form_paints[status_form(walk->card->rows[walk->row].status)];
        }
    }
}

/* The marks of a row stand under it; the same words as before are not said again. */
static void add_marks(struct grid *grid, const struct walk *walk) {
    if (walk->marks[0] == '\0') {
        return;
    }
    struct buffer text = {0};
    buffer_fill(&text, ' ', (size_t)(walk->depth + 1) * PART_INDENT);
    buffer_text(&text, "↳ ");
    buffer_text(&text, walk->marks_again ? phrase(PHRASE_AS_ABOVE, walk->lang) : walk->marks);
    buffer_put(&text, "", 1);
    struct grid_line *line = grid_add(grid, GRID_REMARK);
    arrput(line->cells, grid_text(grid, text.text));
    buffer_clear(&text);
}

static bool any_cell(const struct walk *walk, enum column_id id) {
    struct cell cell;
    for (int i = walk->rows.first; i < walk->rows.end; i++) {
        table_cell(walk->card, i, id, walk->lang, &cell);
        if (cell.kind != CELL_EMPTY) {
            return true;
        }
    }
    return false;
}

/* Of the usual columns, those that say nothing of an organisation are left out. */
static void drop_silent(const struct walk *walk, enum column_id **ids) {
    for (ptrdiff_t i = arrlen(*ids) - 1; i >= 0; i--) {
        enum column_id id = (*ids)[i];
        bool always = table_column(id)->align != ALIGN_RIGHT || id == COLUMN_TARGET ||
                      id == COLUMN_ACTUAL || id == COLUMN_ATTAINMENT;
        if (!always && !any_cell(walk, id)) {
            arrdel(*ids, (size_t)i);
        }
    }
}

/* ---- rows without a plan ---- */

/* One past the parts of a row, and their parts. */
static int after_parts(const struct walk *walk, int index) {
    const struct row *rows = walk->card->rows;
    int end = index + 1;
    while (end < walk->rows.end && rows[end].part_of != NONE &&
           rows[end].depth > rows[index].depth) {
        end++;
    }
    return end;
}

/* Neither the row nor a part of it has a plan. */
static bool without_plan(const struct walk *walk, int index) {
    for (int i = index; i < after_parts(walk, index); i++) {
        if (walk->card->rows[i].has_target) {
            return false;
        }
    }
    return walk->card->rows[index].part_of == NONE;
}

/* Where most rows of an organisation with goals have no plan, the goals are the table, and the
 * others are told in a line under their heading. */
static bool folds(const struct walk *walk) {
    int with = 0;
    for (int i = walk->rows.first; i < walk->rows.end; i++) {
        with += walk->card->rows[i].has_target;
    }
    return with > 0 && 2 * with < walk->rows.end - walk->rows.first;
}

/* "Tổng số HTX 723 HTX" */
static void put_folded(struct buffer *out, const struct walk *walk, int index) {
    struct cell cell;
    const struct row *row = &walk->card->rows[index];
    const struct indicator *what = &walk->card->book->indicators[row->indicator];
    table_cell(walk->card, index, COLUMN_NAME, walk->lang, &cell);
    buffer_text(out, cell.full_text != NULL ? cell.full_text : cell.text);
    table_cell(walk->card, index, row->has_actual ? COLUMN_ACTUAL : COLUMN_ESTIMATE, walk->lang,
               &cell);
    buffer_format(out, " %s", cell.text);
    if (!indicator_is_yes_no(what)) {
        buffer_format(out, " %s", what->unit.text);
    }
}

/* What has been folded under a heading so far. */
static void add_folded(struct grid *grid, struct buffer *folded, enum language lang) {
    if (arrlen(folded->text) == 0) {
        return;
    }
    struct buffer text = {0};
    buffer_put(folded, "", 1);
    buffer_text(&text, "  ↳ ");
    PHRASE(&text, PHRASE_WITHOUT_PLAN, lang, folded->text);
    buffer_put(&text, "", 1);
    struct grid_line *line = grid_add(grid, GRID_REMARK);
    arrput(line->cells, grid_text(grid, text.text));
    buffer_clear(&text);
    buffer_clear(folded);
}

/* The row, and its parts, go into the line under the heading. */
static void fold_row(struct walk *walk, struct buffer *folded) {
    int end = after_parts(walk, walk->row);
    for (int i = walk->row; i < end; i++) {
        buffer_text(folded, arrlen(folded->text) > 0 ? "; " : "");
        put_folded(folded, walk, i);
    }
    while (walk->row + 1 < end) {
        walk_next(walk);
    }
}

/* The rows of the organisation that has begun, from its first one. */
static void fill_grid(struct grid *grid, struct walk *walk, const enum column_id *ids, bool fold) {
    struct buffer folded = {0};
    walk->noted = false;
    for (ptrdiff_t i = 0; i < arrlen(ids); i++) {
        walk->noted = walk->noted || ids[i] == COLUMN_NOTE;
    }
    add_columns(grid, ids, walk->lang);
    walk_again(walk);
    while (walk_next(walk) && walk->event != WALK_ORG_ENDS) {
        if (fold && walk->event == WALK_GOAL && without_plan(walk, walk->row)) {
            fold_row(walk, &folded);
        } else if (walk->event == WALK_GROUP) {
            add_folded(grid, &folded, walk->lang);
            struct grid_line *line = grid_add(grid, GRID_GROUP);
            arrput(line->cells,
                   grid_text(grid, book_said(walk->card->book, walk->group, walk->lang)));
        } else {
            add_cells(grid, walk, ids);
            add_marks(grid, walk);
        }
    }
    add_folded(grid, &folded, walk->lang);
}

static bool take_out(enum column_id **ids, enum column_id id) {
    for (ptrdiff_t i = 0; i < arrlen(*ids); i++) {
        if ((*ids)[i] == id) {
            arrdel(*ids, (size_t)i);
            return true;
        }
    }
    return false;
}

static void put_table(struct buffer *out, struct status_page *report) {
    const struct style *style = report->style;
    enum column_id *ids = chosen_columns(style);
    if (style->columns == NULL) {
        drop_silent(&report->walk, &ids);
    }
    struct grid grid = {0};
    bool fold = style->columns == NULL && folds(&report->walk);
    fill_grid(&grid, &report->walk, ids, fold);
    size_t width = style->width > 0 ? (size_t)style->width : USUAL_WIDTH;
    bool may_spare = style->width > 0 && style->columns == NULL;
    for (int i = 0; grid_fit(&grid, width) > width && may_spare && i < SPARE; i++) {
        if (take_out(&ids, spare[i])) {
            report->left_out[spare[i]] = true;
            grid_clear(&grid);
            grid = (struct grid){0};
            fill_grid(&grid, &report->walk, ids, fold);
        }
    }
    grid_put(out, &grid, style->color);
    grid_clear(&grid);
    arrfree(ids);
}

/* ---- the whole ---- */

static void put_edges(struct buffer *out, const struct scorecard *card, enum language lang) {
    char text[CELL_TEXT_SIZE];
    edges_print(&card->book->edges, lang, text);
    buffer_format(out, "\n%s\n", text);
}

static void put_left_out(struct buffer *out, const bool left_out[COLUMN_COUNT],
                         enum language lang) {
    struct buffer names = {0};
    for (int i = 0; i < SPARE; i++) {
        if (left_out[spare[i]]) {
            buffer_text(&names, arrlen(names.text) > 0 ? ", " : "");
            buffer_text(&names, table_column(spare[i])->heading[lang]);
        }
    }
    if (arrlen(names.text) > 0) {
        buffer_put(&names, "", 1);
        PHRASE(out, PHRASE_LEFT_OUT, lang, names.text);
        buffer_text(out, "\n");
    }
    buffer_clear(&names);
}

/* Ends the seal, and prints it under rows. */
static void put_seal(struct buffer *out, struct seal *lines, enum language lang, bool rows) {
    char seal[SEAL_TEXT];
    seal_end(lines, seal);
    if (rows) {
        PHRASE(out, PHRASE_SEAL, lang, seal);
        buffer_text(out, "\n");
    }
}

/* An organisation and year, from its title to what stands under its table. */
static void put_org(struct buffer *out, struct status_page *report, struct checks_text *checks) {
    struct walk *walk = &report->walk;
    bool silent = !report->one_org && report->style->columns == NULL && is_silent(walk);
    bool apart = report->begun && !(silent && report->after_silent);
    report->begun = true;
    report->after_silent = silent;
    buffer_text(out, apart ? "\n\n" : "");
    if (silent) {
        put_silent(out, walk);
        return;
    }
    put_title(out, walk, report->style->color);
    put_headline(out, walk);
    put_table(out, report);
    checks_put(out, checks, first_row(walk)->org, first_row(walk)->year, walk->lang);
}

/* The rows of a piece of the report, an organisation after the other. */
static void put_rows(struct buffer *out, struct status_page *page, struct checks_text *checks,
                     const struct scorecard *card) {
    page->walk = (struct walk){.card = card, .lang = page->style->lang};
    while (walk_next(&page->walk)) {
        put_org(out, page, checks);
        page->written += (size_t)(page->walk.rows.end - page->walk.rows.first);
        progress_tell(page->style->progress, WORK_ROWS_WRITTEN, page->written,
                      checks->card->row_count);
    }
    walk_clear(&page->walk);
}

static void judge_piece(void *survey, int worker, size_t piece, void *card) {
    survey_piece(survey, worker, piece, card);
}

/* The same of a survey, whose pieces come one after the other. */
static void put_pieces(struct buffer *out, struct status_page *page, struct checks_text *checks,
                       struct survey *survey, struct seal *seal) {
    struct jobs_work work = {
        .count = survey_pieces(survey),
        .result_size = sizeof(struct scorecard),
        .ahead = PIECES_AHEAD,
        .make = judge_piece,
        .context = survey,
    };
    struct jobs *queue = jobs_begin(&work, page->style->jobs);
    for (size_t i = 0; i < work.count; i++) {
        struct scorecard card;
        struct buffer lines = {0};
        jobs_take(queue, &card);
        put_rows(out, page, checks, &card);
        seal_lines(&lines, &card, scorecard_rows_of(&card, NONE));
        seal_add(seal, &lines);
        buffer_clear(&lines);
        scorecard_clear(&card);
    }
    jobs_end(queue);
}

void render_status_text(struct buffer *out, const struct long_report *report,
                        const struct style *style) {
    const struct scorecard *card = report->card;
    struct status_page page = {.style = style, .one_org = card->org_count == 1};
    struct checks_text checks;
    struct seal *seal = seal_begin();
    checks_begin(&checks, card);
    if (card->row_count == 0) {
        buffer_format(out, "%s\n", phrase(PHRASE_NO_ROWS, style->lang));
    }
    if (report->survey != NULL) {
        put_pieces(out, &page, &checks, report->survey, seal);
    } else {
        struct buffer lines = {0};
        put_rows(out, &page, &checks, card);
        seal_lines(&lines, card, scorecard_rows_of(card, NONE));
        seal_add(seal, &lines);
        buffer_clear(&lines);
    }
    checks_end(&checks);
    if (card->row_count > 0) {
        put_edges(out, card, style->lang);
        put_left_out(out, page.left_out, style->lang);
    }
    put_seal(out, seal, style->lang, card->row_count > 0);
}
