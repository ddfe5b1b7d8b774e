/* SPDX-License-Identifier: MIT */
/* Sheet "Đối chiếu": published figures recomputed, parts against wholes, targets assigned. */
#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "buffer.h"
#include "mem.h"
#include "phrase.h"
#include "sheet_clean.h"
#include "workbook_inside.h"

enum { ROW_TITLE, ROW_NOTE, ROW_FIRST = 3 };

enum check_column {
    CHECK_NUMBER,
    CHECK_ORG,
    CHECK_NAME,
    CHECK_WHAT,
    CHECK_FIRST,  /* published, sum of the parts, assigned */
    CHECK_SECOND, /* computed, whole, target */
    CHECK_VERDICT,
    CHECK_PLACE,
    CHECK_COUNT
};

/* The sheet being written. */
struct checks {
    struct workbook *book;
    struct sheet *sheet;
    uint32_t at; /* the next free row */
    int number;  /* the last number given in the block */
};

/* One line: two figures and what comes of them. */
struct check_line {
    int32_t org;
    const char *name;
    const char *what;
    const char *first_formula;  /* or NULL: the figure stands as it is */
    const char *second_formula; /* or NULL */
    struct result first;
    struct result second;
    const char *first_code; /* number formats */
    const char *second_code;
    const char *verdict_formula; /* or NULL */
    const char *verdict;
    const char *place; /* or NULL: the block has no such column */
};

/* A figure with which a row of the data may give the claim's, and its column. */
struct operand {
    struct result value;
    const char *name;
};

/* One of the sheet's three tables: its heading and those of its columns. */
struct check_table {
    const char *heading[LANG_COUNT];
    const char *columns[CHECK_COUNT][LANG_COUNT];
};

#define NUMBER_HEAD                                                                                \
    { "STT", "No." }
#define ORG_HEAD                                                                                   \
    { "Đơn vị", "Organisation" }
#define NAME_HEAD                                                                                  \
    { "Chỉ tiêu", "Indicator" }
#define VERDICT_HEAD                                                                               \
    { "Kết luận", "Verdict" }

static const struct check_table claims_table = {
    {"I. Số đã công bố, tính lại", "I. Published figures recomputed"},
    {NUMBER_HEAD,
     ORG_HEAD,
     NAME_HEAD,
     {"Nói về", "What is said"},
     {"Đã công bố", "Published"},
     {"Tính lại", "Computed"},
     VERDICT_HEAD,
     {"Tệp, dòng", "File, line"}},
};
static const struct check_table parts_table = {
    {"II. Các phần so với tổng", "II. Parts against the whole"},
    {NUMBER_HEAD,
     ORG_HEAD,
     NAME_HEAD,
     {"Của", "Of"},
     {"Các phần cộng", "Parts together"},
     {"Tổng", "Whole"},
     VERDICT_HEAD,
     {"", ""}},
};
static const struct check_table allocations_table = {
    {"III. Kế hoạch giao cho các đơn vị", "III. Targets assigned to members"},
    {NUMBER_HEAD,
     ORG_HEAD,
     NAME_HEAD,
     {"Số đơn vị được giao", "Members with a target"},
     {"Đã giao", "Assigned"},
     {"Kế hoạch chung", "Target of the whole"},
     VERDICT_HEAD,
     {"", ""}},
};

/* ---- formulas ---- */

/* A cell of the line being written. */
static const char *checks_cell(const struct checks *checks, uint16_t column) {
    return formula_cell(checks->book, checks->at, column, false);
}

static bool checks_same(struct ratio a, struct ratio b) {
    return ratio_valid(a) && ratio_valid(b) && ratio_cmp(a, b) == 0;
}

/* The two agree, or differ by more than a workbook's rounding hides. */
static bool checks_clear(struct ratio a, struct ratio b) {
    struct ratio off = ratio_sub(a, b);
    struct ratio least = ratio_of(1, 100000);
    struct ratio below = ratio_sub(ratio_int(0), least);
    return ratio_valid(off) &&
           (ratio_sign(off) == 0 || ratio_cmp(off, least) > 0 || ratio_cmp(off, below) < 0);
}

/* A sum of cells as it grows. */
struct live_sum {
    struct buffer formula;
    struct ratio value;
    int cells;
};

static void sum_begin(struct live_sum *sum) {
    *sum = (struct live_sum){.value = ratio_int(0)};
    buffer_text(&sum->formula, "SUM(");
}

static void sum_add(struct live_sum *sum, const char *cell, struct ratio value) {
    buffer_format(&sum->formula, "%s%s", sum->cells > 0 ? "," : "", cell);
    sum->value = ratio_add(sum->value, value);
    sum->cells++;
}

/* The formula when it gives exactly the figure and a workbook can hold it, else NULL. */
static const char *sum_end(struct checks *checks, struct live_sum *sum, struct ratio exact) {
    enum { MOST_CELLS = 100, MOST_BYTES = 8000 };
    const char *formula = NULL;
    buffer_text(&sum->formula, ")");
    if (sum->cells > 0 && sum->cells <= MOST_CELLS && arrlenu(sum->formula.text) < MOST_BYTES &&
        checks_same(sum->value, exact)) {
        formula = pool_text(&checks->book->pool, sum->formula.text, arrlenu(sum->formula.text));
    }
    buffer_clear(&sum->formula);
    return formula;
}

/* "IF(E5=F5,…)" with a workbook's rounding; NULL when the two are too close for it. */
static const char *compare_formula(struct checks *checks, struct ratio a, struct ratio b,
                                   const enum verdict by[3]) {
    enum language lang = checks->book->lang;
    const char *first = checks_cell(checks, CHECK_FIRST);
    const char *second = checks_cell(checks, CHECK_SECOND);
    if (!checks_clear(a, b)) {
        return NULL;
    }
    return FORMULA(checks->book, "IF(ROUND({0}-{1},6)=0,\"{2}\",IF({0}>{1},\"{3}\",\"{4}\"))",
                   first, second, verdict_label(by[0], lang), verdict_label(by[1], lang),
                   verdict_label(by[2], lang));
}

/* ---- lines ---- */

static void begin_table(struct checks *checks, const struct check_table *table) {
    static const struct look heading = {.size = 13, .bold = true, .ink = COLOUR_NAVY};
    enum language lang = checks->book->lang;
    checks->number = 0;
    sheet_text(checks->sheet, checks->at, 0, table->heading[lang], &heading);
    sheet_height(checks->sheet, checks->at, 22);
    checks->at++;
    for (uint16_t c = 0; c < (uint16_t)CHECK_COUNT; c++) {
        if (table->columns[c][lang][0] != '\0') {
            sheet_text(checks->sheet, checks->at, c, table->columns[c][lang], &table_head);
        }
    }
    sheet_height(checks->sheet, checks->at, 32);
    checks->at++;
}

static void end_table(struct checks *checks) {
    static const struct look none = {.italic = true, .ink = COLOUR_MUTED, .indent = 1};
    static const char *const nothing[LANG_COUNT] = {"Không có gì để đối chiếu.",
                                                    "Nothing to reconcile."};
    if (checks->number == 0) {
        sheet_text(checks->sheet, checks->at, CHECK_ORG, nothing[checks->book->lang], &none);
        checks->at++;
    }
    checks->at++;
}

static void put_result(const struct checks *checks, uint16_t column, const char *formula,
                       struct result result, const char *code) {
    struct look look = {.border = COLOUR_GRID, .align = ALIGN_RIGHT, .shrink = true};
    look.number = code;
    if (!result.known) {
        sheet_text(checks->sheet, checks->at, column, "", &look);
    } else if (formula == NULL) {
        sheet_number(checks->sheet, checks->at, column, ratio_double(result.value), &look);
    } else {
        sheet_formula_number(checks->sheet, checks->at, column, formula, ratio_double(result.value),
                             &look);
    }
}

/* Writes the line with the next number. */
static void checks_line_put(struct checks *checks, const struct check_line *line) {
    enum {
        ORG_CHARACTERS = 19,
        NAME_CHARACTERS = 33,
        WHAT_CHARACTERS = 20,
        VERDICT_CHARACTERS = 18
    };
    static const struct look text = {.border = COLOUR_GRID, .wrap = true, .indent = 1};
    static const struct look number = {.border = COLOUR_GRID, .align = ALIGN_CENTRE};
    static const struct look place = {
        .size = 10, .border = COLOUR_GRID, .wrap = true, .indent = 1, .ink = COLOUR_MUTED};
    struct workbook *book = checks->book;
    struct sheet *sheet = checks->sheet;
    const struct org *org = &book->card->book->orgs[line->org];
    sheet_number(sheet, checks->at, CHECK_NUMBER, ++checks->number, &number);
    sheet_text(sheet, checks->at, CHECK_ORG, org_name(org, book->lang), &text);
    sheet_text(sheet, checks->at, CHECK_NAME, line->name, &text);
    sheet_text(sheet, checks->at, CHECK_WHAT, line->what, &text);
    put_result(checks, CHECK_FIRST, line->first_formula, line->first, line->first_code);
    put_result(checks, CHECK_SECOND, line->second_formula, line->second, line->second_code);
    if (line->verdict_formula != NULL) {
        sheet_formula_text(sheet, checks->at, CHECK_VERDICT, line->verdict_formula, line->verdict,
                           &text);
    } else {
        sheet_text(sheet, checks->at, CHECK_VERDICT, line->verdict, &text);
    }
    if (line->place != NULL) {
        sheet_text(sheet, checks->at, CHECK_PLACE, line->place, &place);
    }
    int orgs = text_lines(org_name(org, book->lang), ORG_CHARACTERS);
    int lines = text_lines(line->name, NAME_CHARACTERS);
    int whats = text_lines(line->what, WHAT_CHARACTERS);
    int verdicts = text_lines(line->verdict, VERDICT_CHARACTERS);
    lines = whats > lines ? whats : lines;
    lines = orgs > lines ? orgs : lines;
    lines = verdicts > lines ? verdicts : lines;
    sheet_height(sheet, checks->at, lines * 15.5 + 9);
    checks->at++;
    workbook_line_done(book);
}

/* ---- published figures ---- */

/* What a claim of that kind compares the row's actual with; share_of: the row's actual itself. */
static struct operand checks_against(const struct row *row, enum claim_kind kind) {
    if (kind == CLAIM_OF_LAST_YEAR) {
        return (struct operand){quantity_result(row->is[M_SAME]), data_name(M_SAME)};
    }
    if (kind == CLAIM_SHARE_OF) {
        return (struct operand){{row->has_actual, row->low}, data_name(M_ACTUAL)};
    }
    return (struct operand){
        {row_has_bounds(row) && ratio_valid(row_decides(row)), row_decides(row)},
        data_name(M_DECIDES)};
}

/* As it is computed in a cell: percentages are ratios there. */
static struct ratio cell_value(enum claim_kind kind, struct ratio value) {
    return kind == CLAIM_TIMES ? value : ratio_div(value, ratio_int(100));
}

static bool of_claim(const struct row *row, const struct claim *claim, int32_t indicator) {
    return row->org == claim->org && row->indicator == indicator && row->year == claim->year;
}

/* The formula of a claim from two rows of the data that give exactly its figure, or NULL. */
static const char *claim_formula(struct checks *checks, const struct claim *claim,
                                 struct ratio exact) {
    const struct row *rows = checks->book->card->rows;
    struct row_span span = scorecard_rows_of(checks->book->card, claim->org);
    int32_t other = claim->kind == CLAIM_SHARE_OF ? claim->of : claim->indicator;
    for (int a = span.first; a < span.end; a++) {
        if (!of_claim(&rows[a], claim, claim->indicator) || !rows[a].has_actual) {
            continue;
        }
        for (int b = span.first; b < span.end; b++) {
            struct operand by = checks_against(&rows[b], claim->kind);
            bool usable = of_claim(&rows[b], claim, other) && by.value.known;
            if (!usable || ratio_sign(by.value.value) == 0) {
                continue;
            }
            bool over = claim->kind == CLAIM_OVER;
            struct ratio value = ratio_div(rows[a].low, by.value.value);
            if (checks_same(over ? ratio_sub(value, ratio_int(1)) : value, exact)) {
                return FORMULA(checks->book, "{0}/{1}{2}",
                               formula_data(checks->book, data_name(M_ACTUAL), a),
                               formula_data(checks->book, by.name, b), over ? "-1" : "");
            }
        }
    }
    return NULL;
}

/* The verdict by formula; NULL where an edge is too near for a workbook's arithmetic. */
static const char *claim_verdict(struct checks *checks, const struct claim *claim,
                                 struct ratio computed) {
    enum language lang = checks->book->lang;
    int scale = claim->printed.scale;
    const char *times = claim->kind == CLAIM_TIMES ? "" : "*100";
    struct ratio published = ratio_decimal(claim->printed);
    struct ratio half =
        ratio_div(ratio_decimal((struct decimal){1, claim->printed.scale}), ratio_int(2));
    for (int halves = -2; halves <= 2; halves++) {
        if (!checks_clear(computed, ratio_add(published, ratio_mul(half, ratio_int(halves))))) {
            return NULL;
        }
    }
    const char *first = checks_cell(checks, CHECK_FIRST);
    const char *second = checks_cell(checks, CHECK_SECOND);
    const char *said =
        FORMULA(checks->book, "ROUND({0}{1},{2})", first, times, formula_int(checks->book, scale));
    const char *found = FORMULA(checks->book, "ROUND({0}{1},9)", second, times);
    return FORMULA(
        checks->book, "IF(ROUND({0},{1})={2},\"{3}\",IF(ROUNDDOWN({0},{1})={2},\"{4}\",\"{5}\"))",
        found, formula_int(checks->book, scale), said, verdict_label(VERDICT_AGREES, lang),
        verdict_label(VERDICT_CUT, lang), verdict_label(VERDICT_DIFFERS, lang));
}

/* As many decimals as the terminal shows, so that no rounding hides a difference. */
static int computed_decimals(struct ratio computed, struct ratio published) {
    char plain[RATIO_TEXT];
    ratio_plain(computed, false, &published, 1, plain);
    const char *mark = strchr(plain, '.');
    return mark == NULL ? 0 : (int)strlen(mark + 1);
}

static const char *claim_words(struct checks *checks, const struct claim *claim) {
    enum language lang = checks->book->lang;
    const char *label = claim_label(claim->kind, lang);
    if (claim->kind != CLAIM_SHARE_OF || claim->of == NONE) {
        return label;
    }
    const char *of = indicator_name(&checks->book->card->book->indicators[claim->of], lang);
    return BOOK_PHRASE(checks->book, PHRASE_SHEET_SHARE_OF, label, of);
}

static const char *unchecked_words(struct checks *checks, const struct claim_check *check) {
    const struct scorecard *card = checks->book->card;
    enum language lang = checks->book->lang;
    const char *missing = check->missing != NULL ? missing_label(card, check->missing, lang)
                                                 : undefined_label(check->computed.why, lang);
    return BOOK_PHRASE(checks->book, PHRASE_SHEET_LACKS, verdict_label(check->verdict, lang),
                       missing);
}

static void put_claim(struct checks *checks, const struct claim_check *check) {
    struct workbook *book = checks->book;
    const struct claim *claim = &book->card->book->claims[check->claim];
    struct ratio published = ratio_decimal(claim->printed);
    bool percent = claim->kind != CLAIM_TIMES;
    bool checked = check->computed.why == DEFINED && check->verdict != VERDICT_UNCHECKED;
    struct check_line line = {
        .org = claim->org,
        .name = indicator_name(&book->card->book->indicators[claim->indicator], book->lang),
        .what = claim_words(checks, claim),
        .first = {true, cell_value(claim->kind, published)},
        .first_code = number_code(
            book, (struct number_look){.decimals = claim->printed.scale, .percent = percent}),
        .place = workbook_place(book, claim->place),
    };
    if (checked) {
        struct number_look look = {.percent = percent};
        look.decimals = computed_decimals(check->computed.value, published);
        line.second = (struct result){true, cell_value(claim->kind, check->computed.value)};
        line.second_code = number_code(book, look);
        line.second_formula = claim_formula(checks, claim, line.second.value);
        line.verdict_formula = claim_verdict(checks, claim, check->computed.value);
    }
    line.verdict =
        checked ? verdict_label(check->verdict, book->lang) : unchecked_words(checks, check);
    checks_line_put(checks, &line);
}

/* ---- parts ---- */

/* The cell that holds the whole, when a row of the data has exactly it. */
static const char *figure_formula(struct checks *checks, int32_t org, int32_t indicator, int year,
                                  bool target, struct ratio exact) {
    const struct row *rows = checks->book->card->rows;
    struct row_span span = scorecard_rows_of(checks->book->card, org);
    for (int i = span.first; i < span.end; i++) {
        bool of = rows[i].indicator == indicator && rows[i].year == year;
        struct operand known = checks_against(&rows[i], target ? CLAIM_ATTAINMENT : CLAIM_SHARE_OF);
        if (of && known.value.known && checks_same(known.value.value, exact)) {
            return formula_data(checks->book, known.name, i);
        }
    }
    return NULL;
}

/* The sum over the rows of the parts: one row of each. */
static const char *parts_formula(struct checks *checks, const struct part_check *part) {
    const struct scorecard *card = checks->book->card;
    struct row_span span = scorecard_rows_of(card, part->org);
    struct live_sum sum;
    sum_begin(&sum);
    for (int i = span.first; i < span.end; i++) {
        const struct row *row = &card->rows[i];
        bool again = i > span.first && row[-1].indicator == row->indicator;
        bool child = row->year == part->year &&
                     card->book->indicators[row->indicator].part_of == part->indicator;
        struct operand known =
            checks_against(row, part->of_targets ? CLAIM_ATTAINMENT : CLAIM_SHARE_OF);
        if (child && !again && known.value.known) {
            sum_add(&sum, formula_data(checks->book, known.name, i), known.value.value);
        }
    }
    return sum_end(checks, &sum, part->sum);
}

/* Formats of two figures of one indicator, which show every decimal that either has. */
static void figure_codes(struct checks *checks, struct check_line *line,
                         const struct indicator *indicator) {
    enum language lang = checks->book->lang;
    char text[PRINTED_TEXT];
    struct number_look look = {0};
    look.decimals = figure_print(line->first.value, indicator, &line->second.value, 1, lang, text);
    line->first_code = number_code(checks->book, look);
    look.decimals = figure_print(line->second.value, indicator, &line->first.value, 1, lang, text);
    line->second_code = number_code(checks->book, look);
}

static void put_part(struct checks *checks, const struct part_check *part) {
    static const enum verdict by[3] = {VERDICT_AGREES, VERDICT_ABOVE, VERDICT_SHORT};
    static const char *const of[2][LANG_COUNT] = {{"thực hiện", "results"},
                                                  {"kế hoạch", "targets"}};
    struct workbook *book = checks->book;
    const struct indicator *indicator = &book->card->book->indicators[part->indicator];
    struct check_line line = {
        .org = part->org,
        .name = indicator_name(indicator, book->lang),
        .what = of[part->of_targets][book->lang],
        .first = {true, part->sum},
        .second = {true, part->whole},
        .first_formula = parts_formula(checks, part),
        .second_formula = figure_formula(checks, part->org, part->indicator, part->year,
                                         part->of_targets, part->whole),
        .verdict = verdict_label(part->verdict, book->lang),
        .verdict_formula = compare_formula(checks, part->sum, part->whole, by),
    };
    figure_codes(checks, &line, indicator);
    checks_line_put(checks, &line);
}

/* ---- allocation ---- */

static int ascending(const void *left, const void *right) {
    const int32_t *a = left;
    const int32_t *b = right;
    return (*a > *b) - (*a < *b);
}

/* The members in the order of the rows, each once; owned by the caller. */
static int32_t *members_in_order(const struct org *group) {
    size_t n = arrlenu(group->members);
    int32_t *members = NULL;
    for (size_t i = 0; i < n; i++) {
        arrput(members, group->members[i]);
    }
    if (n > 0) {
        qsort(members, n, sizeof *members, ascending);
    }
    return members;
}

static const char *members_formula(struct checks *checks, const struct allocation *allocation) {
    const struct scorecard *card = checks->book->card;
    const struct org *group = &card->book->orgs[allocation->org];
    int32_t *members = members_in_order(group);
    struct live_sum sum;
    sum_begin(&sum);
    for (size_t m = 0; m < arrlenu(members); m++) {
        struct row_span span = scorecard_rows_of(card, members[m]);
        for (int i = span.first; i < span.end; i++) {
            const struct row *row = &card->rows[i];
            bool again = i > span.first && row[-1].indicator == row->indicator;
            struct operand known = checks_against(row, CLAIM_ATTAINMENT);
            if (row->indicator == allocation->indicator && row->year == allocation->year &&
                !again && known.value.known) {
                sum_add(&sum, formula_data(checks->book, known.name, i), known.value.value);
            }
        }
    }
    arrfree(members);
    return sum_end(checks, &sum, allocation->sum);
}

static void put_allocation(struct checks *checks, const struct allocation *allocation) {
    static const enum verdict by[3] = {VERDICT_ALLOCATED, VERDICT_OVER, VERDICT_SHORT};
    struct workbook *book = checks->book;
    const struct indicator *indicator = &book->card->book->indicators[allocation->indicator];
    int total = book->card->book->orgs[allocation->org].members_total;
    struct check_line line = {
        .org = allocation->org,
        .name = indicator_name(indicator, book->lang),
        .what = workbook_text(book, "%d/%d", allocation->members_assigned, total),
        .first = {true, allocation->sum},
        .second = {true, allocation->target},
        .first_formula = members_formula(checks, allocation),
        .second_formula = figure_formula(checks, allocation->org, allocation->indicator,
                                         allocation->year, true, allocation->target),
        .verdict = verdict_label(allocation->verdict, book->lang),
        .verdict_formula = compare_formula(checks, allocation->sum, allocation->target, by),
    };
    figure_codes(checks, &line, indicator);
    checks_line_put(checks, &line);
}

/* ---- the sheet ---- */

static void write_head(struct checks *checks) {
    static const double widths[CHECK_COUNT] = {5.5, 20, 34, 22, 12.5, 14, 20, 24};
    static const char *const titles[LANG_COUNT] = {"ĐỐI CHIẾU SỐ LIỆU", "RECONCILIATION"};
    static const char *const notes[LANG_COUNT] = {
        "Số tính lại lấy từ trang Dữ liệu; sửa số ở đó thì kết luận ở đây đổi theo.",
        "Figures are computed from sheet Data: what is corrected there changes the verdicts here.",
    };
    static const struct look title = {
        .size = 14, .bold = true, .ink = COLOUR_NAVY, .rule = COLOUR_NAVY};
    static const struct look note = {.size = 10.5, .italic = true, .ink = COLOUR_MUTED};
    enum language lang = checks->book->lang;
    for (uint16_t c = 0; c < (uint16_t)CHECK_COUNT; c++) {
        sheet_column(checks->sheet, c, c, widths[c], false);
        sheet_text(checks->sheet, ROW_TITLE, c, c == 0 ? titles[lang] : "", &title);
    }
    sheet_text(checks->sheet, ROW_NOTE, 0, notes[lang], &note);
    sheet_height(checks->sheet, ROW_TITLE, 26);
}

/* Colours follow the word. */
static void write_colours(struct checks *checks) {
    static const enum status_form forms[] = {
        [VERDICT_AGREES] = FORM_WELL,   [VERDICT_CUT] = FORM_CARE,
        [VERDICT_DIFFERS] = FORM_BAD,   [VERDICT_UNCHECKED] = FORM_UNKNOWN,
        [VERDICT_ABOVE] = FORM_BAD,     [VERDICT_ALLOCATED] = FORM_WELL,
        [VERDICT_SHORT] = FORM_UNKNOWN, [VERDICT_OVER] = FORM_CARE,
    };
    static_assert(sizeof forms / sizeof forms[0] == VERDICT_COUNT, "a form for each verdict");
    char cell[CELL_NAME];
    cell_name(ROW_FIRST, CHECK_VERDICT, false, true, cell);
    struct area area = {ROW_FIRST, CHECK_VERDICT, checks->at, CHECK_VERDICT};
    for (int verdict = 0; verdict < VERDICT_COUNT; verdict++) {
        const char *label = verdict_label((enum verdict)verdict, checks->book->lang);
        const char *formula = FORMULA(checks->book, "={0}=\"{1}\"", cell, label);
        sheet_highlight(checks->sheet, area, formula, status_look(forms[verdict]));
    }
}

void workbook_checks(struct workbook *book) {
    static const char *const name[LANG_COUNT] = {"Đối chiếu", "Reconciliation"};
    const struct scorecard *card = book->card;
    struct checks checks = {.book = book, .at = ROW_FIRST};
    checks.sheet = sheet_add(book->sheets, name[book->lang]);
    write_head(&checks);
    begin_table(&checks, &claims_table);
    for (size_t i = 0; i < arrlenu(card->claims); i++) {
        put_claim(&checks, &card->claims[i]);
    }
    end_table(&checks);
    begin_table(&checks, &parts_table);
    for (size_t i = 0; i < arrlenu(card->parts); i++) {
        put_part(&checks, &card->parts[i]);
    }
    end_table(&checks);
    begin_table(&checks, &allocations_table);
    for (size_t i = 0; i < arrlenu(card->allocations); i++) {
        put_allocation(&checks, &card->allocations[i]);
    }
    end_table(&checks);
    write_colours(&checks);
    sheet_print(checks.sheet, (struct area){ROW_TITLE, 0, checks.at - 1, CHECK_COUNT - 1},
                ROW_TITLE, ROW_NOTE, 1, workbook_page(book));
    sheet_tab(checks.sheet, COLOUR_BAR);
}
