/* SPDX-License-Identifier: MIT */
/* The words of one line of an official table, and how much room they take. */
#include <string.h>

#include "mem.h"
#include "note.h"
#include "typeface.h"
#include "workbook_row.h"

/* Sizes of the type, and the line that it takes. */
static const double name_size = 12;
static const double note_size = 9.5;
static const double line_height = 1.3;

enum { NOTE_LINES = 2 };

double layout_points(const struct layout *layout, uint16_t first, uint16_t last) {
    double points = 0;
    for (uint16_t c = first; c <= last && c < layout->columns; c++) {
        points += (double)(int)(layout->width[c] * 7 + 5) * 3 / 4; /* digits of 7 pixels */
    }
    return points;
}

size_t layout_room(double points, double indents, double size) {
    const double margins = 5;  /* both, in points */
    const double step = 8;     /* of an indent */
    const double trust = 0.96; /* programs differ in how they set type */
    double room = (points - margins - indents * step) * trust;
    return room > 0 ? (size_t)(room / size * 1000) : 0;
}

/* Room that a column has; 0 when it is not seen. */
static size_t room(const struct line *line, int column, double indents, double size) {
    uint16_t at = line->layout->at[column];
    uint16_t words = column < TABLE_SHOWN ? line->layout->words[column] : 0;
    return at < line->layout->columns
               ? layout_room(layout_points(line->layout, words != 0 ? words : at, at), indents,
                             size)
               : 0;
}

/* Height of a text in a column, none where it is not seen. */
static double height_in(const struct line *line, int column, const char *text, double indents,
                        double size, bool bold) {
    size_t thousandths = room(line, column, indents, size);
    return thousandths > 0 && text != NULL
               ? typeface_lines(text, bold, thousandths) * size * line_height
               : 0;
}

/* ---- the note ---- */

/* "phải trên 60" where a strict bound was hit exactly: 100,0 % alone would look like a success. */
static const char *strict_words(const struct line *line, bool more_follows) {
    const struct row *row = line->row;
    bool above = row->bounds.kind == TARGET_MORE_THAN;
    bool strict = above || row->bounds.kind == TARGET_LESS_THAN;
    if (!strict || !row_has_bounds(row) || !row->has_actual ||
        ratio_cmp(row->low, row_decides(row)) != 0) {
        return "";
    }
    char bound[PRINTED_TEXT];
    char words[CELL_TEXT_SIZE];
    figure_print(row_decides(row), line->indicator, NULL, 0, line->book->lang, bound);
    phrase_text(above ? PHRASE_STRICT_ABOVE : PHRASE_STRICT_BELOW, line->book->lang,
                (const char *const[PHRASE_WORDS]){bound}, words, sizeof words);
    return workbook_text(line->book, "%s%s", words, more_follows ? "; " : "");
}

/* What is said of the figure that was exported: who is missing, revisions, dates. */
static const char *marks_of(struct workbook *book, const struct row *row) {
    struct buffer marks = {0};
    row_marks_put(&marks, book->card, row, book->lang);
    return formula_taken(book, &marks);
}

/* What the files say, whatever the figure is. */
static const char *own_note(struct workbook *book, const struct row *row) {
    struct buffer note = {0};
    row_note_put(&note, book->card, row, book->lang);
    return formula_taken(book, &note);
}

static const char *joined(struct workbook *book, const char *a, const char *b) {
    return FORMULA(book, "{0}{1}{2}", a, a[0] != '\0' && b[0] != '\0' ? "; " : "", b);
}

/* The row's note; of a part whose whole says the same, that it does. */
static const char *note_of(const struct line *line, const char *marks) {
    struct workbook *book = line->book;
    const char *note = joined(book, marks, own_note(book, line->row));
    note = FORMULA(book, "{0}{1}", strict_words(line, note[0] != '\0'), note);
    if (line->row->part_of == NONE || note[0] == '\0') {
        return note;
    }
    const struct row *whole = &book->card->rows[line->row->part_of];
    bool same = strcmp(note, joined(book, marks_of(book, whole), own_note(book, whole))) == 0;
    return same ? phrase(PHRASE_AS_ABOVE, book->lang) : note;
}

/* As much of it as stands in two lines, cut between words; its number leads to the rest. */
static const char *cut_note(const struct line *line, const char *note, size_t thousandths,
                            const char *end) {
    const char *fits = "";
    for (const char *s = strchr(note, ' '); s != NULL; s = strchr(s + 1, ' ')) {
        const char *text = workbook_text(line->book, "%.*s%s", (int)(s - note), note, end);
        if (typeface_lines(text, false, thousandths) > NOTE_LINES) {
            break;
        }
        fits = text;
    }
    return fits[0] != '\0' ? fits : end;
}

/* The same words of several lines of a table have one number. */
static int note_number(const struct line *line, const char *note) {
    struct workbook *book = line->book;
    const struct row *rows = book->card->rows;
    for (size_t i = arrlenu(book->notes); i > 0; i--) {
        struct long_note *known = &book->notes[i - 1];
        if (rows[known->row].org != line->row->org) {
            break;
        }
        if (strcmp(known->text, note) == 0) {
            known->rows++;
            return (int)i;
        }
    }
    struct long_note whole = {line->index, 1, workbook_text(book, "%s", note)};
    arrput(book->notes, whole);
    return (int)arrlen(book->notes);
}

static const char *note_shown(const struct line *line, const char *note) {
    struct workbook *book = line->book;
    size_t thousandths = room(line, TABLE_NOTE, 1, note_size);
    if (thousandths == 0 || typeface_lines(note, false, thousandths) <= NOTE_LINES ||
        workbook_hides(book, WORKBOOK_NOTES)) {
        return note;
    }
    return cut_note(line, note, thousandths,
                    workbook_text(book, "… [%d]", note_number(line, note)));
}

/* The note in the row's own cell of "Nhập số"; that it is the one that was exported. A group's
 * figure that is made of its members' has none. */
static const char *typed_note(const struct line *line, const char *name) {
    return FORMULA(line->book, "INDEX({0},{1})", name, line_data(line, "DL_DONG_NHAP"));
}

static const char *same_note(const struct line *line) {
    return line->row->rolled_up
               ? "TRUE"
               : FORMULA(line->book, "IFERROR(EXACT({0},{1}),TRUE)", typed_note(line, "NS_GHI_CHU"),
                         typed_note(line, "NS_GHI_CHU_XUAT"));
}

/* The figure is the one that was exported. */
static const char *unchanged(const struct line *line) {
    struct workbook *book = line->book;
    const struct row *row = line->row;
    const char *actual = line_data(line, "DL_TH");
    const char *same = row->has_actual
                           ? FORMULA(book, "ISNUMBER({0}),ABS(N({0})-({1}))<=1E-9*ABS({1})", actual,
                                     formula_number(book, ratio_double(row->low)))
                           : FORMULA(book, "{0}=\"\"", actual);
    if (row->rolled_up) {
        return FORMULA(book, "AND({0},N({1})={2})", same, line_data(line, "DL_BAO_CAO"),
                       formula_int(book, row->members_reporting));
    }
    return row->has_actual
               ? FORMULA(book, "AND({0},N({1})={2})", same, line_data(line, "DL_NGAY_TH"),
                         formula_int(book, date_serial(row->date)))
               : FORMULA(book, "AND({0})", same);
}

/* What is left to say of another figure: of a group, how many it is of. */
static const char *otherwise(const struct line *line) {
    struct workbook *book = line->book;
    const char *own = formula_words(book, own_note(book, line->row));
    if (!line->row->rolled_up) {
        return FORMULA(book, "IF({0},{1},{2}&\"\")", same_note(line), own,
                       typed_note(line, "NS_GHI_CHU"));
    }
    static const char *const reporting[LANG_COUNT] = {" đơn vị có số", " members reporting"};
    return FORMULA(book, "N({0})&\"/{1}{2}\"&IF({3}=\"\",\"\",\"; \")&{3}",
                   line_data(line, "DL_BAO_CAO"), formula_int(book, line->row->members_total),
                   reporting[book->lang], own);
}

static double write_note(const struct line *line, const struct look *look) {
    struct workbook *book = line->book;
    if (line->layout->at[TABLE_NOTE] == NO_COLUMN) {
        return 0;
    }
    const char *note = note_shown(line, note_of(line, marks_of(book, line->row)));
    line_note(line, note, look);
    return height_in(line, TABLE_NOTE, note, 1, note_size, false);
}

void line_note(const struct line *line, const char *note, const struct look *look) {
    struct workbook *book = line->book;
    bool marked = marks_of(book, line->row)[0] != '\0';
    if (line->row->rolled_up && !marked) {
        line_text(line, TABLE_NOTE, note, look);
        return;
    }
    const char *formula = marked
                              ? FORMULA(book, "IF(AND({0},{1}),{2},{3})", unchanged(line),
                                        same_note(line), formula_words(book, note), otherwise(line))
                              : FORMULA(book, "IF({0},{1},{2}&\"\")", same_note(line),
                                        formula_words(book, note), typed_note(line, "NS_GHI_CHU"));
    line_formula_text(line, TABLE_NOTE, formula, note, look);
}

/* ---- verdicts ---- */

void line_status(const struct line *line) {
    struct cell cell;
    table_cell(line->book->card, line->index, COLUMN_STATUS, line->book->lang, &cell);
    struct look look = line_look(line, ALIGN_LEFT);
    look.italic = false;
    look.indent = 1;
    line_formula_text(line, TABLE_STATUS, line_data(line, "DL_DANH_GIA"), cell.text, &look);
}

static void write_estimate_status(const struct line *line) {
    struct workbook *book = line->book;
    const struct quantity *status = &line->row->is[M_ESTIMATE_STATUS];
    const char *rank = line_data(line, "DL_BAC_UOC");
    struct look look = line_look(line, ALIGN_LEFT);
    look.italic = false;
    look.indent = 1;
    const char *words =
        FORMULA(book, "IF({0}={1},\"{2}\",IF({0}={3},\"{4}\",\"{5}\"))", rank,
                formula_int(book, STATUS_EXCEEDED), estimate_label(STATUS_EXCEEDED, book->lang),
                formula_int(book, STATUS_MET), estimate_label(STATUS_MET, book->lang),
                estimate_label(STATUS_MISSED, book->lang));
    line_formula_text(
        line, TABLE_ESTIMATE_STATUS, formula_known(book, rank, words),
        status->why == DEFINED ? estimate_label((enum status)status->value.num, book->lang) : "",
        &look);
}

static void write_by(const struct line *line, const char *by) {
    struct look look = line_look(line, ALIGN_LEFT);
    look.size = 10;
    look.indent = 1;
    line_text(line, TABLE_TARGET_BY, by, &look);
}

/* ---- name, unit, source ---- */

/* "Trong đó: ", "Chia theo lĩnh vực: " before the first part of a breakdown, else a dash. */
static const char *part_name(const struct line *line, const char *name, bool first_part) {
    struct workbook *book = line->book;
    if (!line->part) {
        return name;
    }
    if (!first_part) {
        return FORMULA(book, "– {0}", name);
    }
    const char *by = book_said(book->card->book, line->indicator->part_by, book->lang);
    return by != NULL ? BOOK_PHRASE(book, PHRASE_SHEET_OF_BREAKDOWN, by, name)
                      : BOOK_PHRASE(book, PHRASE_SHEET_OF_WHICH, name);
}

static double larger(double a, double b) {
    return a > b ? a : b;
}

/* Height of what is written elsewhere: the verdict, a target in words. */
static double height_of_others(const struct line *line) {
    struct workbook *book = line->book;
    const struct row *row = line->row;
    struct cell cell;
    table_cell(book->card, line->index, COLUMN_STATUS, book->lang, &cell);
    bool bold = status_look(status_form(row->status))->bold;
    double height = height_in(line, TABLE_STATUS, cell.text, 1, name_size, bold);
    if (row->has_target && (!row_has_bounds(row) || row->each_group)) {
        const char *text = wording_text(book, line->index);
        height = larger(height, height_in(line, TABLE_TARGET, text, 0, name_size, false));
    }
    return height;
}

double line_words(const struct line *line, bool first_part) {
    enum { DEEPEST = 5 };
    const double least = 26;
    const double padding = 8;
    struct workbook *book = line->book;
    struct cell cell;
    const char *name = part_name(line, workbook_name(book, line->row), first_part);
    const char *unit = book_said(book->card->book, line->indicator->unit.text, book->lang);
    int depth = line->row->depth < DEEPEST ? line->row->depth : DEEPEST;
    struct look look = line_look(line, ALIGN_LEFT);
    look.indent = (uint8_t)(1 + depth);
    line_text(line, TABLE_NAME, name, &look);
    double height = height_in(line, TABLE_NAME, name, 1 + depth, name_size, false);
    look = line_look(line, ALIGN_CENTRE);
    line_text(line, TABLE_UNIT, unit, &look);
    height = larger(height, height_in(line, TABLE_UNIT, unit, 0, name_size, false));
    look = line_look(line, ALIGN_LEFT);
    look.size = note_size;
    look.indent = 1;
    look.italic = true;
    look.ink = COLOUR_MUTED;
    table_cell(book->card, line->index, COLUMN_SOURCE, book->lang, &cell);
    const char *source = cell.full_text != NULL ? cell.full_text : cell.text;
    line_text(line, TABLE_SOURCE, source, &look);
    height = larger(height, height_in(line, TABLE_SOURCE, source, 1, note_size, false));
    height = larger(height, write_note(line, &look));
    table_cell(book->card, line->index, COLUMN_TARGET_BY, book->lang, &cell);
    const char *by = cell.full_text != NULL ? cell.full_text : cell.text;
    height = larger(height, height_in(line, TABLE_TARGET_BY, by, 1, 10, false));
    write_by(line, by);
    write_estimate_status(line);
    return larger(larger(height, height_of_others(line)) + padding, least);
}
