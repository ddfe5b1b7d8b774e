/* SPDX-License-Identifier: MIT */
/* The columns of the data that say what the last meeting had, and what has become of it. */
#include "workbook_lines.h"

static const struct since_row *past_of(const struct data_line *line) {
    return &line->book->since[line->index];
}

const char *past_words(struct workbook *book, const struct row *row) {
    const struct since_row *since = &book->since[row - book->card->rows];
    return since->number ? "" : since->text;
}

struct quantity past_figure(const struct data_line *line, enum data_id column) {
    const struct since_row *since = past_of(line);
    struct quantity figure = {.why = UNDEFINED_NO_REPORT};
    if (column == DATA_PAST) {
        return since->number ? defined(since->figure) : figure;
    }
    return since->status != STATUS_NONE ? defined(ratio_int((int)since->status)) : figure;
}

const char *past_move(const struct data_line *line) {
    return past_of(line)->arrow;
}

/* The verdict first, then whether the figure is the one that was exported. A row that only one of
 * the meetings has says so for good. */
const char *past_move_formula(const struct data_line *line, enum data_id column) {
    const struct since_row *since = past_of(line);
    const struct row *row = line->row;
    struct workbook *book = line->book;
    (void)column;
    if (since->status == STATUS_NONE || since->stays) {
        return NULL;
    }
    const char *actual = line_cell(line, DATA_ACTUAL);
    const char *same = row->has_actual
                           ? FORMULA(book, "AND(ISNUMBER({0}),ABS(N({0})-({1}))<=1E-9*ABS({1}))",
                                     actual, formula_number(book, ratio_double(row->low)))
                           : FORMULA(book, "{0}=\"\"", actual);
    bool stayed = since->status == row->status;
    return FORMULA(book, "IF({0}>{1},\"{2}\",IF({0}<{1},\"{3}\",IF({4},\"{5}\",\"{6}\")))",
                   line_cell(line, DATA_FINAL), line_cell(line, DATA_PAST_RANK), since->fell,
                   since->rose, same, stayed ? since->arrow : since->moved, since->moved);
}
