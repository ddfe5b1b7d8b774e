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
    NARROW = 80,      /* every terminal has so many columns */
    SCREEN_ROWS = 30, /* that a nation's changes may take */
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

static void put_rows(struct buffer *out, const struct changes_page *page) {
    const struct changes *changes = page->report->changes;
    size_t n = arrlenu(changes->items);
    size_t shown = page->several && n > SCREEN_ROWS ? SCREEN_ROWS : n;
    struct grid grid = {0};
    add_columns(&grid, page);
    for (size_t i = 0; i < shown; i++) {
        if (i == 0 || changes->items[i].move != changes->items[i - 1].move) {
            add_heading(&grid, page, changes->items[i].move);
        }
        add_row(&grid, page, &changes->items[i]);
    }
    buffer_text(out, "\n");
    grid_fit(&grid, page->width);
    grid_put(out, &grid, page->color);
    grid_clear(&grid);
    if (shown < n) {
        struct buffer text = {0};
        char more[16];
        CHANGES_SAY(&text, CHANGES_MORE, page->lang, number((int)(n - shown), more));
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
