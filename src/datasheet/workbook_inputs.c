/* SPDX-License-Identifier: MIT */
/*
 * What the data sheet takes from sheet "Nhập số": each input by the key of its line, so that its
 * rows may be sorted, filtered, inserted and deleted. What is no number there is no figure here,
 * and the line says that something is wrong with it.
 */
#include <assert.h>

#include "mem.h"
#include "typeface.h"
#include "workbook_lines.h"

#define HEAD(vi, en) .heading = {(vi), (en)}

const struct entry_words entry_words[] = {
    [ENTRY_ACTUAL] = {"actual", "NS_TH", HEAD("Thực hiện", "Actual"), 11},
    [ENTRY_DAY] = {"date", "NS_NGAY", HEAD("Ngày của số", "Its date"), 11},
    [ENTRY_NOTE] = {"note", "NS_GHI_CHU", HEAD("Ghi chú", "Note"), 22},
    [ENTRY_ACTUAL_HIGH] = {"actual_high", "NS_TH_TREN", HEAD("TH, cận trên", "Actual, high"), 11},
    [ENTRY_ESTIMATE] = {"estimate", "NS_UOC", HEAD("Ước TH cả năm", "Estimate"), 11},
    [ENTRY_ESTIMATE_HIGH] = {"estimate_high", "NS_UOC_TREN",
                             HEAD("Ước, cận trên", "Estimate, high"), 11},
    [ENTRY_TARGET] = {"target", "NS_KH", HEAD("Sửa KH", "Change target"), 11},
    [ENTRY_TARGET_HIGH] = {"target_high", "NS_KH_TREN", HEAD("KH, cận trên", "Target, high"), 11},
    [ENTRY_GROW] = {"grow", "NS_TANG", HEAD("KH tăng, %", "Growth, %"), 9},
    [ENTRY_TOLERANCE] = {"tolerance", "NS_XE_DICH", HEAD("KH xê dịch", "Tolerance"), 9},
    [ENTRY_BASE] = {"base", "NS_NAM_TRUOC", HEAD("Sửa TH năm trước", "Change last year"), 11},
    [ENTRY_SAME] = {"same", "NS_CUNG_KY", HEAD("TH cùng kỳ năm trước", "Same period last year"),
                    11},
    [ENTRY_LAST_TOTAL] = {"last_total", "NS_CA_NAM_TRUOC",
                          HEAD("Cả kỳ năm trước", "Last year's total"), 11},
};
static_assert(sizeof entry_words / sizeof *entry_words == ENTRY_COUNT, "an input has no name");

int entry_note_lines(const struct data_line *line) {
    enum { MOST = 5 };
    const char *note = row_figure(line->book, line->row).note;
    const double points = (entry_words[ENTRY_NOTE].width * 7 + 5) * 0.75;
    int lines = note == NULL ? 1 : typeface_lines(note, false, layout_room(points, 0, 11));
    return lines <= MOST ? lines : 0;
}

/* ---- which inputs a line has, and where ---- */

void line_places(struct data_line *lines) {
    uint32_t place = 0;
    for (int groups = 0; groups < 2; groups++) {
        for (size_t i = 0; i < arrlenu(lines); i++) {
            const struct book *book = lines[i].book->card->book;
            if ((book->orgs[lines[i].row->org].members_total > 0) == (groups == 1)) {
                lines[i].typed_at = place++;
            }
        }
    }
}

static enum entry_id entry_of(const struct data_line *line, enum data_id column) {
    static const enum entry_id entries[DATA_COUNT] = {
        [DATA_DAY] = ENTRY_DAY,
        [DATA_ACTUAL_HIGH] = ENTRY_ACTUAL_HIGH,
        [DATA_ESTIMATE] = ENTRY_ESTIMATE,
        [DATA_ESTIMATE_HIGH] = ENTRY_ESTIMATE_HIGH,
        [DATA_LOW] = ENTRY_TARGET,
        [DATA_HIGH] = ENTRY_TARGET_HIGH,
        [DATA_GROW] = ENTRY_GROW,
        [DATA_TOLERANCE] = ENTRY_TOLERANCE,
        [DATA_BASE] = ENTRY_BASE,
        [DATA_SAME] = ENTRY_SAME,
        [DATA_LAST_TOTAL] = ENTRY_LAST_TOTAL,
    };
    bool lone = (target_numbers(line->row->bounds.kind) & HAS_LOW) == 0; /* one number: "target" */
    return column == DATA_HIGH && lone ? ENTRY_TARGET : entries[column];
}

enum entry_id line_entry(const struct data_line *line, enum data_id column) {
    bool reported = column == DATA_ACTUAL || column == DATA_DAY;
    bool asked = column == DATA_BASE || column == DATA_SAME || column == DATA_ESTIMATE;
    if (!data_columns[column].input || (line->origin == ORIGIN_PROGRAM && reported)) {
        return ENTRY_COUNT;
    }
    bool open = reported || asked || quantity_result(line_figure(line, column)).known;
    return open ? entry_of(line, column) : ENTRY_COUNT;
}

bool line_yes_no(const struct data_line *line) {
    return line->indicator->kind == KIND_DONE && !line->row->rolled_up;
}

/* A figure without a day has the latest day that the workbook looks from, within the line's. */
struct date line_book_day(const struct data_line *line) {
    const struct window *window = &line->row->window;
    struct date day = line->terms->book_day;
    day = date_cmp(day, window->last) > 0 ? window->last : day;
    return date_cmp(day, window->first) < 0 ? window->first : day;
}

/* ---- their formulas ---- */

/* What stands in the column of "Nhập số" on the line's row there; #N/A where that is gone. */
static const char *typed(const struct data_line *line, enum entry_id entry) {
    return FORMULA(line->book, "INDEX({0},{1})", entry_words[entry].name,
                   line_cell(line, DATA_TYPED));
}

static const char *yes_no_formula(const struct data_line *line, const char *cell) {
    return FORMULA(line->book,
                   "IFERROR(IF(ISNUMBER({0}),IF(OR({0}=0,{0}=1),{0},\"\"),IF(OR({0}=\"có\","
                   "{0}=\"yes\"),1,IF(OR({0}=\"không\",{0}=\"no\"),0,\"\"))),\"\")",
                   cell);
}

static const char *day_formula(const struct data_line *line, const char *cell) {
    struct workbook *book = line->book;
    const char *otherwise = formula_int(book, date_serial(line_book_day(line)));
    const char *day =
        FORMULA(book, "IF(ISNUMBER({0}),IF(AND({0}>={1},{0}<={2}),{0},{3}),{3})", cell,
                line_cell(line, DATA_FIRST), line_cell(line, DATA_LAST), otherwise);
    return formula_known(book, line_cell(line, DATA_ACTUAL), day);
}

const char *line_input(const struct data_line *line, enum data_id column, enum entry_id entry) {
    const char *cell = typed(line, entry);
    const char *low = line_cell(line, DATA_ACTUAL);
    if (column == DATA_DAY) {
        return day_formula(line, cell);
    }
    if (column == DATA_ACTUAL && line_yes_no(line)) {
        return yes_no_formula(line, cell);
    }
    const char *number = FORMULA(line->book, "IF(ISNUMBER({0}),{0},{1})", cell,
                                 column == DATA_ACTUAL_HIGH ? low : "\"\"");
    return column == DATA_ACTUAL_HIGH ? formula_known(line->book, low, number) : number;
}

const char *line_typed(const struct data_line *line, enum data_id column) {
    (void)column;
    return FORMULA(line->book, "MATCH({0},NS_KHOA,0)", line_cell(line, DATA_KEY));
}

/* ---- what is wrong with them ---- */

/* Something is typed that is no number; or a day that is none, or outside of the line's; or the
 * upper end below the lower one. */
static const char *is_wrong(const struct data_line *line, enum entry_id entry) {
    enum data_id column = (enum data_id)line->entries[entry];
    const char *value = typed(line, entry);
    const char *cell = line_cell(line, column);
    if (entry == ENTRY_DAY) {
        return FORMULA(line->book, "IF(OR(ISBLANK({0}),{1}=\"\"),FALSE,{0}<>{2})", value,
                       line_cell(line, DATA_ACTUAL), cell);
    }
    if (entry == ENTRY_ACTUAL_HIGH) {
        return FORMULA(line->book, "IF(ISBLANK({0}),FALSE,OR({0}<>{1},{1}<{2}))", value, cell,
                       line_cell(line, DATA_ACTUAL));
    }
    return FORMULA(line->book, "IF(ISBLANK({0}),FALSE,{1}=\"\")", value, cell);
}

const char *line_wrong(const struct data_line *line, enum data_id column) {
    const char *others = "";
    const char *actual = "FALSE";
    const char *day = "FALSE";
    bool any = false;
    (void)column;
    for (int entry = 0; entry < ENTRY_COUNT; entry++) {
        if (entry == ENTRY_NOTE || line->entries[entry] == 0) {
            continue;
        }
        const char *wrong = is_wrong(line, (enum entry_id)entry);
        any = true;
        actual = entry == ENTRY_ACTUAL ? wrong : actual;
        day = entry == ENTRY_DAY ? wrong : day;
        if (entry != ENTRY_ACTUAL && entry != ENTRY_DAY) {
            others = FORMULA(line->book, "{0},{1}", others, wrong);
        }
    }
    if (!any) {
        return NULL;
    }
    return FORMULA(line->book,
                   "IF(ISNA({0}),4,IFERROR(IF({1},1,IF({2},2,IF(OR(FALSE{3}),3,0))),3))",
                   line_cell(line, DATA_TYPED), actual, day, others);
}

/* ---- what is said of them elsewhere ---- */

const char *formula_typed(struct workbook *book) {
    static const char *const texts[LANG_COUNT][4] = {
        {" · ▼ ", " dòng nhập sai", " · đã sửa ", " ô so với lúc xuất"},
        {" · ▼ wrong input rows: ", "", " · cells changed since export: ", ""},
    };
    const char *const *text = texts[book->lang];
    return FORMULA(
        book, "IF(NS_SAI>0,\"{0}\"&NS_SAI&\"{1}\",IF(NS_DA_SUA>0,\"{2}\"&NS_DA_SUA&\"{3}\",\"\"))",
        text[0], text[1], text[2], text[3]);
}
