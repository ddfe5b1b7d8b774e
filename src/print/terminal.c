/*
 * Writes the table that people look at in a meeting: a title, the headline, goals with their parts
 * under them, and the checks.
 */
#include <assert.h>
#include <stdio.h>
#include <string.h>

#include "checks_text.h"
#include "grid.h"
#include "label.h"
#include "mem.h"
#include "note.h"
#include "phrase.h"
#include "renderers.h"
#include "table.h"
#include "visible.h"

enum {
    USUAL_WIDTH = 120, /* where the terminal's width is not known */
    HANGING = 2,       /* blanks before the wrapped lines of a name, and under a symbol */
    PART_INDENT = 2    /* blanks before a part, per level */
};

/* Rows first .. end of one organisation and year. */
struct block {
    const struct scorecard *card;
    const struct style *style;
    int first;
    int end;
    struct date date; /* the latest figure among them, or no date when there is none */
    bool *left_out;   /* by column_id: what the terminal had no room for, of all blocks */
};

/* The usual columns that are left out on a narrow terminal, in this order. */
static const enum column_id spare[] = {COLUMN_NEEDED, COLUMN_EXPECTED, COLUMN_LEFT, COLUMN_UNIT};
enum { SPARE = sizeof spare / sizeof spare[0] };

static const char *const form_paints[] = {
    [FORM_DONE] = "\033[1;32m", [FORM_WELL] = "\033[32m",   [FORM_CARE] = "\033[33m",
    [FORM_BAD] = "\033[1;31m",  [FORM_UNKNOWN] = "\033[2m",
};
static_assert(sizeof form_paints / sizeof *form_paints == FORM_COUNT, "a colour for each form");

static const struct row *row_at(const struct block *block, int index) {
    return &block->card->rows[index];
}

/* ---- title ---- */

static void put_title(struct buffer *out, const struct block *block) {
    enum language lang = block->style->lang;
    const struct row *row = row_at(block, block->first);
    const struct book *book = block->card->book;
    struct window window = book_window(book, row->org, row->year);
    struct ratio edges[] = {ratio_int(0), ratio_int(1)};
    char year[16];
    char date[DATE_TEXT];
    char percent[PRINTED_TEXT];
    struct buffer title = {0};
    snprintf(year, sizeof year, "%d", row->year);
    enum phrase head = date_known(block->date) ? PHRASE_TITLE : PHRASE_TITLE_EMPTY;
    PHRASE(&title, head, lang, org_name(&book->orgs[row->org], lang), year,
           print_date(block->date, lang, date));
    if (date_cmp(block->date, row->as_of) != 0) {
        PHRASE(&title, PHRASE_SEEN, lang, print_date(row->as_of, lang, date));
    }
    if (date_known(block->date)) {
        struct ratio gone =
            ratio_div(window_months_gone(window, block->date), window_months(window));
        percent_print(gone, edges, 2, lang, percent);
        PHRASE(&title, PHRASE_ELAPSED, lang, percent);
    }
    buffer_text(out, block->style->color ? "\033[1m" : "");
    visible_put(out, title.text, arrlenu(title.text));
    buffer_text(out, block->style->color ? "\033[0m\n" : "\n");
    buffer_clear(&title);
}

static void put_headline(struct buffer *out, const struct block *block) {
    const struct row *row = row_at(block, block->first);
    char text[CELL_TEXT_SIZE];
    table_headline(block->card, row->org, row->year, block->style->lang, text);
    buffer_format(out, "%s\n\n", text);
}

/* ---- table ---- */

/* The columns asked for, else the usual ones: an stb_ds array. */
static enum column_id *chosen_columns(const struct style *style) {
    enum column_id *ids = NULL;
    if (style->columns == NULL) {
        for (enum column_id id = 0; id < COLUMN_COUNT; id++) {
            if (table_column(id)->on_terminal) {
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
static void put_branch(struct buffer *text, const struct block *block, int index) {
    const struct row *row = row_at(block, index);
    bool first = true;
    if (row->part_of == NONE) {
        return;
    }
    for (int i = index - 1; i >= block->first && i > row->part_of; i--) {
        first = first && row_at(block, i)->part_of != row->part_of;
    }
    buffer_fill(text, ' ', (size_t)row->depth * PART_INDENT);
    buffer_text(text, first ? phrase(PHRASE_OF_WHICH, block->style->lang) : "– ");
}

/* Why there is no number, in words short enough for the column. */
static const char *empty_text(enum column_id id, const struct cell *cell, enum language lang) {
    bool explains = id == COLUMN_ATTAINMENT || id == COLUMN_VS_LAST_YEAR || id == COLUMN_NEEDED;
    if (table_column(id)->align != ALIGN_RIGHT) {
        return cell->text;
    }
    return explains ? undefined_short(cell->why, lang) : "–";
}

static const char *cell_text(struct grid *grid, const struct block *block, int index,
                             enum column_id id) {
    struct cell cell;
    enum language lang = block->style->lang;
    table_cell(block->card, index, id, lang, &cell);
    const char *text = cell.text;
    if (cell.kind == CELL_EMPTY) {
        text = empty_text(id, &cell, lang);
    } else if (cell.full_text != NULL) {
        text = cell.full_text;
    }
    struct buffer shown = {0};
    if (id == COLUMN_NAME) {
        put_branch(&shown, block, index);
    }
    buffer_text(&shown, text);
    buffer_put(&shown, "", 1);
    char *words = id == COLUMN_ATTAINMENT || id == COLUMN_GAP ? strstr(shown.text, " (") : NULL;
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

static void add_cells(struct grid *grid, const struct block *block, int index,
                      const enum column_id *ids) {
    struct grid_line *line = grid_add(grid, GRID_CELLS);
    for (ptrdiff_t i = 0; i < arrlen(ids); i++) {
        arrput(line->cells, cell_text(grid, block, index, ids[i]));
        if (ids[i] == COLUMN_STATUS) {
            line->painted = (int)i;
            line->paint = form_paints[status_form(row_at(block, index)->status)];
        }
    }
}

static void add_group(struct grid *grid, const struct block *block, int index) {
    const struct book *book = block->card->book;
    const char *group = book->indicators[row_at(block, index)->indicator].group;
    const char *before =
        index == block->first ? NULL : book->indicators[row_at(block, index - 1)->indicator].group;
    bool same = group == before || (group != NULL && before != NULL && strcmp(group, before) == 0);
    if (group != NULL && !same && row_at(block, index)->part_of == NONE) {
        struct grid_line *line = grid_add(grid, GRID_GROUP);
        arrput(line->cells, grid_text(grid, group));
    }
}

/* Puts the marks of a row under it, unless the notes have a column. Marks that are the same as
 * those of the row before (*last) are not repeated. */
static void add_marks(struct grid *grid, const struct block *block, int index, bool has_notes,
                      const char **last) {
    const struct row *row = row_at(block, index);
    enum language lang = block->style->lang;
    struct buffer marks = {0};
    if (row->has_actual && !row->stale && date_cmp(row->date, block->date) != 0) {
        char date[DATE_TEXT];
        PHRASE(&marks, PHRASE_DATED, lang, print_date(row->date, lang, date));
    }
    if (!has_notes) {
        struct buffer more = {0};
        row_marks_put(&more, block->card, row, lang);
        buffer_text(&marks, arrlen(marks.text) > 0 && arrlen(more.text) > 0 ? "; " : "");
        buffer_put(&marks, more.text, arrlenu(more.text));
        buffer_clear(&more);
    }
    if (arrlen(marks.text) > 0) {
        struct buffer text = {0};
        buffer_put(&marks, "", 1);
        const char *words = grid_text(grid, marks.text);
        bool again = *last != NULL && strcmp(*last, words) == 0;
        struct grid_line *line = grid_add(grid, GRID_REMARK);
        buffer_fill(&text, ' ', (size_t)(row->depth + 1) * PART_INDENT);
        buffer_text(&text, "↳ ");
        buffer_text(&text, again ? phrase(PHRASE_AS_ABOVE, lang) : words);
        *last = words;
        buffer_put(&text, "", 1);
        arrput(line->cells, grid_text(grid, text.text));
        buffer_clear(&text);
    }
    buffer_clear(&marks);
}

static bool any_cell(const struct block *block, enum column_id id) {
    struct cell cell;
    for (int i = block->first; i < block->end; i++) {
        table_cell(block->card, i, id, block->style->lang, &cell);
        if (cell.kind != CELL_EMPTY) {
            return true;
        }
    }
    return false;
}

/* Of the usual columns, those that say nothing in this block are left out. */
static void drop_silent(const struct block *block, enum column_id **ids) {
    for (ptrdiff_t i = arrlen(*ids) - 1; i >= 0; i--) {
        enum column_id id = (*ids)[i];
        bool always = table_column(id)->align != ALIGN_RIGHT || id == COLUMN_TARGET ||
                      id == COLUMN_ACTUAL || id == COLUMN_ATTAINMENT;
        if (!always && !any_cell(block, id)) {
            arrdel(*ids, (size_t)i);
        }
    }
}

static void fill_grid(struct grid *grid, const struct block *block, const enum column_id *ids) {
    bool has_notes = false;
    const char *last_marks = NULL;
    for (ptrdiff_t i = 0; i < arrlen(ids); i++) {
        has_notes = has_notes || ids[i] == COLUMN_NOTE;
    }
    add_columns(grid, ids, block->style->lang);
    for (int i = block->first; i < block->end; i++) {
        add_group(grid, block, i);
        add_cells(grid, block, i, ids);
        add_marks(grid, block, i, has_notes, &last_marks);
    }
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

static void put_table(struct buffer *out, const struct block *block) {
    const struct style *style = block->style;
    enum column_id *ids = chosen_columns(style);
    if (style->columns == NULL) {
        drop_silent(block, &ids);
    }
    struct grid grid = {0};
    fill_grid(&grid, block, ids);
    size_t width = style->width > 0 ? (size_t)style->width : USUAL_WIDTH;
    bool may_spare = style->width > 0 && style->columns == NULL;
    for (int i = 0; grid_fit(&grid, width) > width && may_spare && i < SPARE; i++) {
        if (take_out(&ids, spare[i])) {
            block->left_out[spare[i]] = true;
            grid_clear(&grid);
            grid = (struct grid){0};
            fill_grid(&grid, block, ids);
        }
    }
    grid_put(out, &grid, style->color);
    grid_clear(&grid);
    arrfree(ids);
}

/* ---- the whole ---- */

static struct block block_from(const struct scorecard *card, const struct style *style, int first,
                               bool left_out[COLUMN_COUNT]) {
    int count = (int)arrlen(card->rows);
    const struct row *row = &card->rows[first];
    struct block block = {
        .card = card, .style = style, .first = first, .end = first, .left_out = left_out};
    for (; block.end < count && card->rows[block.end].org == row->org &&
           card->rows[block.end].year == row->year;
         block.end++) {
        const struct row *next = &card->rows[block.end];
        if (next->has_actual && date_cmp(next->date, block.date) > 0) {
            block.date = next->date;
        }
    }
    return block;
}

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

void render_status_text(struct buffer *out, const struct scorecard *card,
                        const struct sources *sources, const struct style *style) {
    (void)sources; /* places are told by `why`, not here */
    int count = (int)arrlen(card->rows);
    bool left_out[COLUMN_COUNT] = {false};
    if (count == 0) {
        buffer_format(out, "%s\n", phrase(PHRASE_NO_ROWS, style->lang));
    }
    struct checks_text checks;
    checks_begin(&checks, card);
    for (int first = 0; first < count;) {
        struct block block = block_from(card, style, first, left_out);
        const struct row *row = &card->rows[first];
        buffer_text(out, first > 0 ? "\n\n" : "");
        put_title(out, &block);
        put_headline(out, &block);
        put_table(out, &block);
        checks_put(out, &checks, row->org, row->year, style->lang);
        first = block.end;
        progress_tell(style->progress, WORK_ROWS_WRITTEN, (size_t)first, (size_t)count);
    }
    checks_end(&checks);
    if (count > 0) {
        put_edges(out, card, style->lang);
        put_left_out(out, left_out, style->lang);
    }
}
