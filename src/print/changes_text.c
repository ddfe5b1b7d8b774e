/* SPDX-License-Identifier: MIT */
/*
 * Writes what has changed for a meeting: no more rows than a screen holds, what matters first, and
 * under them how the counts came about.
 */
#include <assert.h>
#include <stdio.h>
#include <string.h>

#include "changes_print.h"
#include "changes_words.h"
#include "grid.h"
#include "label.h"
#include "mem.h"
#include "printing.h"
#include "text.h"
#include "visible.h"
#include "wrap.h"

enum {
    NARROW = 80,       /* every terminal has so many columns */
    SCREEN_LINES = 26, /* that a nation's changes may take */
    FOLDED = 3,        /* rows that only time moved alike are counted */
    ORG_WIDTH = 16,
    NAME_WIDTH = 24,
    VALUE_WIDTH = 12,
    VERDICT_WIDTH = 19,
    CAUSE_WIDTH = 20
};

struct changes_page {
    const struct diff_report *report;
    enum language lang;
    size_t width;
    bool color;
    bool several; /* organisations */
    bool folds;   /* what is too much for a screen is counted */
};

/* A line of text, wrapped, with what files said made visible. */
static void put_line(struct buffer *out, const struct changes_page *page, struct buffer *text) {
    struct wrapped *lines = NULL;
    buffer_put(text, "", 1);
    wrap_text(text->text, page->width, 2, &lines);
    for (size_t i = 0; i < arrlenu(lines); i++) {
        buffer_fill(out, ' ', lines[i].indent);
        visible_put(out, lines[i].text, lines[i].length);
        buffer_text(out, "\n");
    }
    arrfree(lines);
    buffer_clear(text);
}

static const char *number(int n, char text[16]) {
    snprintf(text, 16, "%d", n);
    return text;
}

static void put_head(struct buffer *out, const struct changes_page *page) {
    struct buffer text = {0};
    diff_title_put(&text, page->report, page->lang);
    put_line(out, page, &text);
    diff_count_put(&text, page->report, page->lang);
    put_line(out, page, &text);
}

/* ---- rows ---- */

static void add_columns(struct grid *grid, const struct changes_page *page) {
    static const struct {
        enum changes_word head;
        enum align align;
        size_t width;
    } columns[] = {{CHANGES_HEAD_ORG, ALIGN_LEFT, ORG_WIDTH},
                   {CHANGES_HEAD_NAME, ALIGN_LEFT, NAME_WIDTH},
                   {CHANGES_HEAD_OLD, ALIGN_RIGHT, VALUE_WIDTH},
                   {CHANGES_HEAD_NEW, ALIGN_RIGHT, VALUE_WIDTH},
                   {CHANGES_HEAD_VERDICT, ALIGN_LEFT, VERDICT_WIDTH},
                   {CHANGES_HEAD_CAUSE, ALIGN_LEFT, CAUSE_WIDTH}};
    for (size_t i = page->several ? 0 : 1; i < sizeof columns / sizeof *columns; i++) {
        struct grid_column column = {.heading = changes_word(columns[i].head, page->lang),
                                     .align = columns[i].align,
                                     .min_width = 8,
                                     .max_width = columns[i].width,
                                     .hanging = columns[i].align == ALIGN_LEFT ? 1 : 0};
        arrput(grid->columns, column);
    }
}

static const char *value_of(const struct snapshot_row *row) {
    return row == NULL || row->actual_text[0] == '\0' ? "–" : row->actual_text;
}

/* What is too long for its column breaks before the arrow, nowhere else. */
static void break_at_arrow(struct buffer *out) {
    static const char arrow[] = " → ";
    size_t n = arrlenu(out->text);
    for (size_t i = 0; text_width(out->text, n) > VERDICT_WIDTH && i + sizeof arrow < n; i++) {
        if (memcmp(out->text + i, arrow, sizeof arrow - 1) == 0) {
            out->text[i] = '\n';
        }
    }
}

/* "▲ Đúng tiến độ → ▼ Chậm"; one of them where it stayed. */
static void put_verdict(struct buffer *out, const struct change *change) {
    const struct snapshot_row *sides[] = {change->old, change->new};
    bool stayed =
        change->old != NULL && change->new != NULL && change->old->status == change->new->status;
    const char *arrow = "";
    for (int i = stayed ? 1 : 0; i < 2; i++) {
        if (sides[i] != NULL && sides[i]->seal[SEAL_TARGET] != NULL) {
            buffer_format(out, "%s%s %s", arrow, status_symbol(sides[i]->status),
                          sides[i]->verdict);
            arrow = " → ";
        }
    }
    break_at_arrow(out);
}

static const char *kept(struct grid *grid, struct buffer *text) {
    buffer_put(text, "", 1);
    const char *out = grid_text(grid, text->text);
    buffer_clear(text);
    return out;
}

static void add_row(struct grid *grid, const struct changes_page *page,
                    const struct change *change) {
    struct buffer text = {0};
    const struct snapshot_row *row = change_row(change);
    struct grid_line *line = grid_add(grid, GRID_CELLS);
    if (page->several) {
        arrput(line->cells, grid_text(grid, row->org_name));
    }
    arrput(line->cells, grid_text(grid, row->name));
    arrput(line->cells, grid_text(grid, value_of(change->old)));
    arrput(line->cells, grid_text(grid, value_of(change->new)));
    put_verdict(&text, change);
    arrput(line->cells, kept(grid, &text));
    change_cause_put(&text, change, page->lang);
    arrput(line->cells, kept(grid, &text));
    change_details_put(&text, change, page->lang);
    if (arrlen(text.text) > 0) {
        struct buffer marked = {0};
        struct grid_line *remark = grid_add(grid, GRID_REMARK);
        buffer_text(&marked, "  ↳ ");
        buffer_put(&marked, text.text, arrlenu(text.text));
        arrput(remark->cells, kept(grid, &marked));
    }
    buffer_clear(&text);
}

static void add_heading(struct grid *grid, const struct changes_page *page, enum move move) {
    struct buffer text = {0};
    struct grid_line *line = grid_add(grid, GRID_GROUP);
    buffer_format(&text, "%s %s (%d)", move_arrow(move), move_label(move, page->lang),
                  page->report->changes->moves[move]);
    arrput(line->cells, kept(grid, &text));
}

/* How many rows of one move only time brought from one verdict to another. */
struct moved {
    int of[STATUS_COUNT][STATUS_COUNT];
};

static bool only_time(const struct change *change) {
    return change->cause == CAUSE_DAY && change->also == 0 && change->old != NULL &&
           change->new != NULL;
}

/* Many rows that only time moved from one verdict to another say little: how many there are does.
 */
static bool is_folded(const struct changes_page *page, const struct change *change,
                      const struct moved *moved) {
    return page->folds && only_time(change) &&
           moved->of[change->old->status][change->new->status] >= FOLDED;
}

/* "63 dòng  ○ Chưa báo cáo → ○ Chưa đến kỳ đánh giá  chỉ do thời gian", like the rows. */
static void add_fold(struct grid *grid, const struct changes_page *page,
                     const struct change *change, int n) {
    struct buffer text = {0};
    char count[16];
    struct grid_line *line = grid_add(grid, GRID_CELLS);
    CHANGES_SAY(&text, CHANGES_FOLDED, page->lang, number(n, count));
    arrput(line->cells, kept(grid, &text));
    for (int i = 0; i < 3; i++) {
        arrput(line->cells, "");
    }
    put_verdict(&text, change);
    arrput(line->cells, kept(grid, &text));
    change_cause_put(&text, change, page->lang);
    arrput(line->cells, kept(grid, &text));
}

/* The rows of one move: so many more, then what is folded. How many were listed. */
static size_t add_move(struct grid *grid, const struct changes_page *page, enum move move,
                       size_t most, size_t *left_out) {
    const struct changes *changes = page->report->changes;
    struct moved moved = {0};
    size_t listed = 0;
    add_heading(grid, page, move);
    for (size_t i = 0; i < arrlenu(changes->items); i++) {
        const struct change *c = &changes->items[i];
        if (c->move == move && only_time(c)) {
            moved.of[c->old->status][c->new->status]++;
        }
    }
    for (size_t i = 0; i < arrlenu(changes->items); i++) {
        const struct change *c = &changes->items[i];
        if (c->move != move || is_folded(page, c, &moved)) {
            continue;
        }
        if (listed < most) {
            add_row(grid, page, c);
            listed++;
        } else {
            ++*left_out;
        }
    }
    for (size_t i = 0; i < arrlenu(changes->items); i++) {
        const struct change *c = &changes->items[i];
        if (c->move == move && is_folded(page, c, &moved)) {
            add_fold(grid, page, c, moved.of[c->old->status][c->new->status]);
            moved.of[c->old->status][c->new->status] = 0; /* said, and folds nothing more */
        }
    }
    return listed;
}

/* All moves with their first rows, `most` in all; how many are left out. */
static size_t add_moves(struct grid *grid, const struct changes_page *page, size_t most) {
    size_t left_out = 0;
    add_columns(grid, page);
    for (enum move move = 0; move < MOVE_COUNT; move++) {
        if (page->report->changes->moves[move] > 0) {
            most -= add_move(grid, page, move, most, &left_out);
        }
    }
    grid_fit(grid, page->width);
    return left_out;
}

static size_t lines_of(const struct buffer *text) {
    size_t n = 0;
    for (size_t i = 0; i < arrlenu(text->text); i++) {
        n += text->text[i] == '\n';
    }
    return n;
}

/* As many rows as a screen has lines for; with one organisation, or when all is asked for, all. */
static void put_rows(struct buffer *out, const struct changes_page *page) {
    size_t most = arrlenu(page->report->changes->items);
    size_t left_out = 0;
    struct buffer rows = {0};
    most = page->folds && most > SCREEN_LINES ? SCREEN_LINES : most;
    do {
        struct grid grid = {0};
        buffer_clear(&rows);
        left_out = add_moves(&grid, page, most);
        grid_put(&rows, &grid, page->color);
        grid_clear(&grid);
    } while (page->folds && lines_of(&rows) > SCREEN_LINES && most-- > 0);
    buffer_text(out, "\n");
    buffer_put(out, rows.text, arrlenu(rows.text));
    buffer_clear(&rows);
    if (left_out > 0) {
        struct buffer text = {0};
        char more[16];
        CHANGES_SAY(&text, CHANGES_MORE, page->lang, number((int)left_out, more));
        put_line(out, page, &text);
    }
}

/* ---- how the counts add up ---- */

static void add_count(struct grid *grid, struct grid_line *line, int count, bool change) {
    char text[16];
    snprintf(text, sizeof text, change ? "%+d" : "%d", count);
    arrput(line->cells, grid_text(grid, change && count == 0 ? "" : text));
}

static void add_count_columns(struct grid *grid, const struct changes_page *page) {
    struct grid_column column = {.align = ALIGN_LEFT, .min_width = 10, .hanging = 1};
    column.heading = changes_word(CHANGES_HEAD_STATUS, page->lang);
    arrput(grid->columns, column);
    column = (struct grid_column){.align = ALIGN_RIGHT, .min_width = 4, .max_width = 9};
    column.heading = changes_word(CHANGES_HEAD_BEFORE, page->lang);
    arrput(grid->columns, column);
    for (enum cause cause = 0; cause < CAUSE_COUNT; cause++) {
        if (diff_counts_by(page->report->changes, cause)) {
            column.heading = cause_head(cause, page->lang);
            arrput(grid->columns, column);
        }
    }
    column.heading = changes_word(CHANGES_HEAD_AFTER, page->lang);
    arrput(grid->columns, column);
}

static void put_counts(struct buffer *out, const struct changes_page *page) {
    const struct changes *changes = page->report->changes;
    struct grid grid = {0};
    add_count_columns(&grid, page);
    for (enum status status = STATUS_FIRST; status < STATUS_COUNT; status++) {
        if (changes->before[status] == 0 && changes->after[status] == 0) {
            continue;
        }
        struct buffer name = {0};
        struct grid_line *line = grid_add(&grid, GRID_CELLS);
        buffer_format(&name, "%s %s", status_symbol(status), status_label(status, page->lang));
        arrput(line->cells, kept(&grid, &name));
        add_count(&grid, line, changes->before[status], false);
        for (enum cause cause = 0; cause < CAUSE_COUNT; cause++) {
            if (diff_counts_by(changes, cause)) {
                add_count(&grid, line, changes->by[cause][status], true);
            }
        }
        add_count(&grid, line, changes->after[status], false);
    }
    buffer_format(out, "\n%s\n\n", changes_word(CHANGES_SUMS, page->lang));
    grid_fit(&grid, page->width);
    grid_put(out, &grid, page->color);
    grid_clear(&grid);
}

/* ---- the whole ---- */

static void put_seals(struct buffer *out, const struct changes_page *page) {
    struct buffer all = {0};
    struct buffer text = {0};
    diff_seals_put(&all, page->report, page->lang);
    buffer_text(out, "\n");
    for (size_t i = 0, first = 0; i < arrlenu(all.text); i++) {
        if (all.text[i] == '\n') {
            buffer_put(&text, all.text + first, i - first);
            put_line(out, page, &text);
            first = i + 1;
        }
    }
    buffer_clear(&all);
}

void render_changes_text(struct buffer *out, const struct diff_report *report,
                         const struct style *style) {
    const struct snapshot_row *first = arrlen(report->new->rows) > 0   ? report->new->rows
                                       : arrlen(report->old->rows) > 0 ? report->old->rows
                                                                       : NULL;
    struct changes_page page = {.report = report,
                                .lang = style->lang,
                                .width = style->width > 0 ? (size_t)style->width : NARROW,
                                .color = style->color,
                                .several = diff_of_several(report)};
    page.folds =
        page.several && !report->all && arrlenu(report->changes->items) > (size_t)SCREEN_LINES;
    if (!page.several && first != NULL) {
        visible_text(out, first->org_name);
        buffer_text(out, "\n");
    }
    put_head(out, &page);
    if (arrlen(report->changes->items) > 0) {
        put_rows(out, &page);
        put_counts(out, &page);
    }
    put_seals(out, &page);
}
