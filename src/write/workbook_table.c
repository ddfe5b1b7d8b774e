/* The official table of one organisation: head, sections, lines, notes. */
#include <stdio.h>
#include <string.h>

#include "buffer.h"
#include "mem.h"
#include "phrase.h"
#include "sheet_clean.h"
#include "text.h"
#include "workbook.h"

enum { ROW_ORG, ROW_TITLE, ROW_PERIOD, ROW_COUNTS, ROW_HEAD, ROW_CODES, ROW_FIRST };

enum { LAST_SHOWN = TABLE_SHOWN - 1 };

/* The table being written. */
struct table {
    struct workbook *book;
    struct sheet *sheet;
    int32_t org;
    const struct row *first; /* its first row: tells the year and the day */
    uint32_t at;             /* the next free row of the sheet */
    int number;              /* the last number given */
    int ordinal;             /* of the table */
};

/* Indicators of one heading. */
struct section {
    const char *group; /* as the indicators write it, or NULL: no heading */
    int *rows;         /* stb_ds array: indices into the scorecard's rows */
};

/* A column's head; {0} is the year or the period. */
struct head {
    const char *text[LANG_COUNT];
    const char *code;
    double width;
    enum column_id shown; /* whose texts widen it, or COLUMN_COUNT */
};

static const struct head heads[] = {
    [TABLE_NUMBER] = {{"STT", "No."}, "A", 5, COLUMN_COUNT},
    [TABLE_NAME] = {{"Chỉ tiêu", "Indicator"}, "B", 36, COLUMN_COUNT},
    [TABLE_UNIT] = {{"Đơn vị\ntính", "Unit"}, "C", 12, COLUMN_COUNT},
    [TABLE_LAST_YEAR] = {{"Thực hiện\nnăm %d", "Actual\n%d"}, "(1)", 9.6, COLUMN_LAST_YEAR},
    [TABLE_TARGET] = {{"Kế hoạch\nnăm %d", "Target\n%d"}, "(2)", 9.6, COLUMN_TARGET},
    [TABLE_ACTUAL] = {{"Thực hiện\n%s", "Actual\n%s"}, "(3)", 9.6, COLUMN_ACTUAL},
    [TABLE_ATTAINMENT] = {{"So KH\n(%)", "Of target\n(%)"}, "(4)=(3)/(2)", 12, COLUMN_COUNT},
    [TABLE_VS_LAST_YEAR] = {{"So cùng kỳ\n(%)", "Of last\nyear (%)"}, "(5)", 11, COLUMN_COUNT},
    [TABLE_ESTIMATE] = {{"Ước thực\nhiện cả\nnăm", "Estimate,\nfull year"},
                        "(6)",
                        9.6,
                        COLUMN_ESTIMATE},
    [TABLE_FORECAST] = {{"Dự báo\ncả năm", "Forecast"}, "(7)", 9.6, COLUMN_FORECAST},
    [TABLE_LEFT] = {{"Còn lại", "Left to do"}, "(8)=(2)-(3)", 10, COLUMN_LEFT},
    [TABLE_STATUS] = {{"Đánh giá", "Status"}, "(9)", 21.5, COLUMN_COUNT},
    [TABLE_NOTE] = {{"Ghi chú", "Note"}, "(10)", 21, COLUMN_COUNT},
};
_Static_assert(sizeof heads / sizeof heads[0] == TABLE_SHOWN, "a head for every shown column");

/* ---- sections ---- */

/* The heading that a row stands under: a part goes where its whole is. */
static const char *group_of(const struct scorecard *card, int index) {
    while (card->rows[index].part_of != NONE) {
        index = card->rows[index].part_of;
    }
    return card->book->indicators[card->rows[index].indicator].group;
}

static bool same_group(const char *a, const char *b) {
    return a == b || (a != NULL && b != NULL && strcmp(a, b) == 0);
}

/* The organisation's rows by heading, headings in the order in which they first come. */
static struct section *sections_of(const struct scorecard *card, int32_t org) {
    struct section *sections = NULL;
    for (int i = 0; i < (int)arrlen(card->rows); i++) {
        if (card->rows[i].org != org) {
            continue;
        }
        const char *group = group_of(card, i);
        size_t at = 0;
        while (at < arrlenu(sections) && !same_group(sections[at].group, group)) {
            at++;
        }
        if (at == arrlenu(sections)) {
            arrput(sections, ((struct section){.group = group}));
        }
        arrput(sections[at].rows, i);
    }
    return sections;
}

static void sections_free(struct section *sections) {
    for (size_t i = 0; i < arrlenu(sections); i++) {
        arrfree(sections[i].rows);
    }
    arrfree(sections);
}

/* Bytes of "IV. " before a heading, 0 when it has none. */
static size_t roman_length(const char *group) {
    size_t n = strspn(group, "IVXLC");
    return n > 0 && group[n] == '.' && group[n + 1] == ' ' ? n + 2 : 0;
}

static const char *roman(struct workbook *book, unsigned number) {
    static const struct {
        unsigned value;
        const char *sign;
    } signs[] = {{100, "C"}, {90, "XC"}, {50, "L"}, {40, "XL"}, {10, "X"},
                 {9, "IX"},  {5, "V"},   {4, "IV"}, {1, "I"}};
    char text[64] = "";
    for (size_t i = 0; i < sizeof signs / sizeof signs[0]; i++) {
        for (; number >= signs[i].value && strlen(text) + 3 < sizeof text;
             number -= signs[i].value) {
            memcpy(text + strlen(text), signs[i].sign, strlen(signs[i].sign) + 1);
        }
    }
    return workbook_text(book, "%s", text);
}

/* ---- head ---- */

/* "6 tháng" where the day ends as many months of the year, else "đến 08/07/2024". */
static const char *period(struct workbook *book, const struct row *row) {
    struct window year = book_window(book->card->book, row->org, row->year);
    bool vi = book->lang == LANG_VI;
    struct ratio months = window_months_gone(year, row->as_of);
    char date[DATE_TEXT];
    if (date_cmp(row->as_of, year.last) >= 0) {
        return workbook_text(book, vi ? "năm %d" : "year %d", row->year);
    }
    if (ratio_valid(months) && months.den == 1 && ratio_sign(months) > 0) {
        return workbook_text(book, vi ? "%d tháng" : "%d months", (int)months.num);
    }
    return workbook_text(book, vi ? "đến %s" : "to %s", print_date(row->as_of, book->lang, date));
}

static const char *head_text(const struct table *table, int column) {
    struct workbook *book = table->book;
    const char *text = heads[column].text[book->lang];
    const char *field = strchr(text, '%');
    if (field == NULL || (field[1] != 'd' && field[1] != 's')) {
        return text;
    }
    int before = (int)(field - text);
    if (field[1] == 's') {
        return workbook_text(book, "%.*s%s%s", before, text, period(book, table->first), field + 2);
    }
    int year = table->first->year - (column == TABLE_LAST_YEAR);
    return workbook_text(book, "%.*s%d%s", before, text, year, field + 2);
}

/* Wide enough for the longest word of a unit, such as "đồng/người/tháng". */
static double unit_width(const struct table *table) {
    enum { WIDEST = 20 };
    const double letters = 112; /* room (text_room) that a column's unit of width has */
    const struct scorecard *card = table->book->card;
    double width = heads[TABLE_UNIT].width;
    for (size_t i = 0; i < arrlenu(card->rows); i++) {
        const char *unit = card->book->indicators[card->rows[i].indicator].unit.text;
        while (card->rows[i].org == table->org && *unit != '\0') {
            size_t n = strcspn(unit, " ");
            double needed = (double)text_room(unit, n) / letters + 1;
            width = needed > width ? needed : width;
            unit += n + (unit[n] != '\0');
        }
    }
    return width < WIDEST ? width : WIDEST;
}

/* Wide enough for the longest number in it. */
static double column_width(const struct table *table, int column) {
    enum { WIDEST = 24 };
    const struct scorecard *card = table->book->card;
    double width = column == TABLE_UNIT ? unit_width(table) : heads[column].width;
    struct cell cell;
    for (int i = 0; heads[column].shown != COLUMN_COUNT && i < (int)arrlen(card->rows); i++) {
        if (card->rows[i].org == table->org) {
            table_cell(card, i, heads[column].shown, table->book->lang, &cell);
            double needed = (double)text_width(cell.text, strlen(cell.text)) + 2.5;
            needed = needed < WIDEST ? needed : WIDEST; /* longer ones shrink */
            width = cell.kind == CELL_NUMBER && needed > width ? needed : width;
        }
    }
    return width;
}

static void write_columns(const struct table *table) {
    static const struct look head = {.size = 11,
                                     .bold = true,
                                     .wrap = true,
                                     .align = ALIGN_CENTRE,
                                     .paper = COLOUR_HEAD,
                                     .border = COLOUR_GRID};
    static const struct look code = {.size = 9,
                                     .italic = true,
                                     .align = ALIGN_CENTRE,
                                     .ink = COLOUR_MUTED,
                                     .border = COLOUR_GRID};
    for (uint16_t c = 0; c < (uint16_t)TABLE_SHOWN; c++) {
        sheet_text(table->sheet, ROW_HEAD, c, head_text(table, c), &head);
        sheet_text(table->sheet, ROW_CODES, c, heads[c].code, &code);
        sheet_column(table->sheet, c, c, column_width(table, c), false);
    }
    sheet_column(table->sheet, TABLE_KEY, TABLE_COUNT - 1, 12, true);
    sheet_height(table->sheet, ROW_HEAD, 52);
    sheet_height(table->sheet, ROW_CODES, 15);
}

static void write_title(const struct table *table, int number) {
    static const struct look org = {.size = 13, .bold = true};
    static const struct look form = {.size = 11, .bold = true, .align = ALIGN_RIGHT};
    static const struct look title = {.size = 14, .bold = true, .align = ALIGN_CENTRE};
    static const struct look under = {.size = 13, .bold = true, .align = ALIGN_CENTRE};
    static const char *const titles[LANG_COUNT] = {
        "KẾT QUẢ THỰC HIỆN CÁC CHỈ TIÊU PHÁT TRIỂN KINH TẾ TẬP THỂ, HỢP TÁC XÃ",
        "TARGETS AND RESULTS OF THE COLLECTIVE ECONOMY AND COOPERATIVES",
    };
    struct workbook *book = table->book;
    bool vi = book->lang == LANG_VI;
    char date[DATE_TEXT];
    const char *name = org_name(&book->card->book->orgs[table->org], book->lang);
    print_date(table->first->as_of, book->lang, date);
    sheet_text(table->sheet, ROW_ORG, 0, name, &org);
    sheet_merge(table->sheet, (struct area){ROW_ORG, TABLE_STATUS, ROW_ORG, LAST_SHOWN},
                workbook_text(book, vi ? "Biểu số %02d" : "Table %02d", number), &form);
    sheet_merge(table->sheet, (struct area){ROW_TITLE, 0, ROW_TITLE, LAST_SHOWN},
                titles[book->lang], &title);
    sheet_merge(table->sheet, (struct area){ROW_PERIOD, 0, ROW_PERIOD, LAST_SHOWN},
                workbook_text(book, vi ? "NĂM %d – SỐ LIỆU ĐẾN NGÀY %s" : "%d – FIGURES UP TO %s",
                              table->first->year, date),
                &under);
    sheet_height(table->sheet, ROW_ORG, 20);
    sheet_height(table->sheet, ROW_TITLE, 24);
    sheet_height(table->sheet, ROW_PERIOD, 20);
    sheet_height(table->sheet, ROW_COUNTS, 20);
}

/* ---- the headline, live ---- */

/* A status as it is written in the column, and how often it is counted. */
struct tally {
    const char *text;
    enum status status;
    int count;
};

static struct tally *tallies_of(const struct table *table, int *goals) {
    const struct scorecard *card = table->book->card;
    struct tally *tallies = NULL;
    struct cell cell;
    for (int i = 0; i < (int)arrlen(card->rows); i++) {
        const struct row *row = &card->rows[i];
        if (row->org != table->org || !row->goal) {
            continue;
        }
        table_cell(card, i, COLUMN_STATUS, table->book->lang, &cell);
        size_t at = 0;
        while (at < arrlenu(tallies) && strcmp(tallies[at].text, cell.text) != 0) {
            at++;
        }
        if (at == arrlenu(tallies)) {
            const char *text = workbook_text(table->book, "%s", cell.text);
            arrput(tallies, ((struct tally){text, row->status, 0}));
            for (; at > 0 && tallies[at - 1].status > row->status; at--) {
                struct tally later = tallies[at - 1];
                tallies[at - 1] = tallies[at];
                tallies[at] = later;
            }
        }
        tallies[at].count++;
        *goals += 1;
    }
    return tallies;
}

/* "8 chỉ tiêu: 2 ▲ Đúng tiến độ; 1 ▼ Chậm", counted by the sheet. */
static void write_counts(const struct table *table, uint32_t first, uint32_t last) {
    static const struct look look = {.size = 11.5, .italic = true, .align = ALIGN_CENTRE};
    int goals = 0;
    struct tally *tallies = tallies_of(table, &goals);
    struct buffer formula = {0};
    struct buffer stored = {0};
    const char *word = table->book->lang == LANG_VI ? "chỉ tiêu" : "goals";
    char counted[2 * CELL_NAME + 2];
    char status[2 * CELL_NAME + 2];
    char a[CELL_NAME];
    char b[CELL_NAME];
    snprintf(counted, sizeof counted, "%s:%s", cell_name(first, TABLE_COUNTED, true, true, a),
             cell_name(last, TABLE_COUNTED, true, true, b));
    snprintf(status, sizeof status, "%s:%s", cell_name(first, TABLE_STATUS, true, true, a),
             cell_name(last, TABLE_STATUS, true, true, b));
    buffer_format(&formula, "SUM(%s)&\" %s\"", counted, word);
    buffer_format(&stored, "%d %s", goals, word);
    for (size_t i = 0; i < arrlenu(tallies); i++) {
        const char *joint = i == 0 ? ": " : "; ";
        buffer_format(&formula, "&\"%s\"&SUMIF(%s,\"%s\",%s)&\" %s\"", joint, status,
                      tallies[i].text, counted, tallies[i].text);
        buffer_format(&stored, "%s%d %s", joint, tallies[i].count, tallies[i].text);
    }
    buffer_put(&formula, "", 1);
    buffer_put(&stored, "", 1);
    sheet_merge(table->sheet, (struct area){ROW_COUNTS, 0, ROW_COUNTS, LAST_SHOWN}, "", &look);
    sheet_formula_text(table->sheet, ROW_COUNTS, 0, formula.text, stored.text, &look);
    buffer_clear(&formula);
    buffer_clear(&stored);
    arrfree(tallies);
}

/* ---- body ---- */

static void write_heading(struct table *table, const struct section *section, unsigned ordinal) {
    static const struct look number = {
        .bold = true, .align = ALIGN_CENTRE, .paper = COLOUR_GROUP, .border = COLOUR_GRID};
    static const struct look text = {
        .bold = true, .indent = 1, .paper = COLOUR_GROUP, .border = COLOUR_GRID};
    size_t prefix = roman_length(section->group);
    const char *sign = prefix > 0
                           ? workbook_text(table->book, "%.*s", (int)prefix - 2, section->group)
                           : roman(table->book, ordinal);
    sheet_text(table->sheet, table->at, TABLE_NUMBER, sign, &number);
    sheet_merge(table->sheet, (struct area){table->at, TABLE_NAME, table->at, LAST_SHOWN},
                section->group + prefix, &text);
    sheet_height(table->sheet, table->at, 23);
    table->at++;
}

/* A bar behind the attainments that are percentages; differences have none. */
static void write_bars(const struct table *table, int row) {
    const struct scorecard *card = table->book->card;
    if (row_shows_percent(card, &card->rows[row])) {
        struct area area = {table->at, TABLE_ATTAINMENT, table->at, TABLE_ATTAINMENT};
        sheet_bars(table->sheet, area, 1.25, COLOUR_BAR);
    }
}

static void write_section(struct table *table, const struct section *section, unsigned ordinal) {
    const struct scorecard *card = table->book->card;
    if (section->group != NULL) {
        write_heading(table, section, ordinal);
    }
    for (size_t i = 0; i < arrlenu(section->rows); i++) {
        int row = section->rows[i];
        bool part = card->rows[row].part_of != NONE;
        bool first = part && i > 0 && section->rows[i - 1] == card->rows[row].part_of;
        table->number += !part;
        write_bars(table, row);
        table->book->spots[row] =
            (struct spot){sheet_name(table->sheet), table->at, table->ordinal};
        workbook_row(table->book, table->sheet, row, table->at, part ? 0 : table->number, first);
        table->at++;
    }
}

/* ---- below ---- */

/* "90%", as an edge is declared. */
static const char *edge_text(struct workbook *book, struct ratio edge) {
    char plain[RATIO_TEXT];
    char people[PRINTED_TEXT];
    ratio_plain(edge, true, NULL, 0, plain);
    return workbook_text(book, "%s%%", print_number(plain, book->lang, people));
}

static const char *legend(const struct table *table) {
    struct buffer out = {0};
    struct workbook *book = table->book;
    const struct edges *edges = &book->card->book->edges;
    buffer_text(&out, book->lang == LANG_VI ? "Ký hiệu: " : "Symbols: ");
    for (int status = 0; status < STATUS_COUNT; status++) {
        buffer_format(&out, "%s%s %s", status > 0 ? "; " : "", status_symbol((enum status)status),
                      status_label((enum status)status, book->lang));
    }
    buffer_text(&out, ". ");
    PHRASE(&out, PHRASE_EDGES, book->lang, edge_text(book, edges->slipping),
           edge_text(book, edges->over));
    const char *text = pool_text(&book->pool, out.text, arrlenu(out.text));
    buffer_clear(&out);
    return text;
}

static void write_below(struct table *table) {
    static const struct look note = {
        .size = 10.5, .italic = true, .wrap = true, .ink = COLOUR_MUTED};
    static const struct look sign = {.size = 12, .bold = true, .align = ALIGN_CENTRE};
    static const char *const differences[LANG_COUNT] = {
        "Cột (4): chỉ tiêu tính bằng %, chỉ tiêu dạng khoảng và chỉ tiêu càng thấp càng tốt ghi "
        "chênh lệch so với kế hoạch, không ghi tỷ lệ. Cột (5): chỉ tiêu tính bằng % ghi chênh lệch "
        "điểm %. Cột (7) = thực hiện chia phần thời gian đã qua. Ô trống: chưa có số liệu.",
        "Column (4): indicators in %, ranges and those that are better when lower show the "
        "difference from the target, no percentage. Column (7) = actual over the elapsed share of "
        "the year. Empty: no figure.",
    };
    enum { CHARACTERS = 180 };
    const char *texts[] = {legend(table), differences[table->book->lang]};
    table->at++;
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
        sheet_merge(table->sheet, (struct area){table->at, 0, table->at, LAST_SHOWN}, texts[i],
                    &note);
        sheet_height(table->sheet, table->at, text_lines(texts[i], CHARACTERS) * 14.0 + 4);
        table->at++;
    }
    if (table->book->lang == LANG_VI) {
        table->at++;
        sheet_merge(table->sheet, (struct area){table->at, 0, table->at, TABLE_UNIT},
                    "NGƯỜI LẬP BIỂU", &sign);
        sheet_merge(table->sheet, (struct area){table->at, TABLE_FORECAST, table->at, LAST_SHOWN},
                    "THỦ TRƯỞNG ĐƠN VỊ", &sign);
        table->at++;
    }
}

static const struct row *first_row(const struct scorecard *card, int32_t org) {
    size_t i = 0;
    while (card->rows[i].org != org) {
        i++;
    }
    return &card->rows[i];
}

void workbook_table(struct workbook *book, int32_t org, int number) {
    bool vi = book->lang == LANG_VI;
    struct table table = {.book = book,
                          .org = org,
                          .first = first_row(book->card, org),
                          .at = ROW_FIRST,
                          .ordinal = number};
    const char *name = org_name(&book->card->book->orgs[org], book->lang);
    table.sheet = sheet_add(
        book->sheets, workbook_text(book, vi ? "Biểu %02d %s" : "Table %02d %s", number, name));
    write_title(&table, number);
    write_columns(&table);
    struct section *sections = sections_of(book->card, org);
    unsigned ordinal = 0;
    for (size_t i = 0; i < arrlenu(sections); i++) {
        ordinal += sections[i].group != NULL;
        write_section(&table, &sections[i], ordinal);
    }
    sections_free(sections);
    uint32_t last = table.at - 1;
    write_counts(&table, ROW_FIRST, last);
    workbook_colours(book, table.sheet, (struct area){ROW_FIRST, TABLE_STATUS, last, TABLE_STATUS},
                     true);
    write_below(&table);
    sheet_freeze(table.sheet, ROW_FIRST, TABLE_UNIT);
    sheet_print(table.sheet, (struct area){ROW_ORG, 0, table.at - 1, LAST_SHOWN}, ROW_HEAD,
                ROW_CODES, 1, workbook_page(book));
    sheet_tab(table.sheet, COLOUR_NAVY);
}
