/* SPDX-License-Identifier: MIT */
/*
 * Published figures on sheet "Đối chiếu" (docs/QUY-TAC.md section 7). A formula stands only where
 * two cells of the data give exactly what was recomputed; a claim of another day has none.
 */
#include <assert.h>
#include <stdio.h>
#include <string.h>

#include "assigned.h"
#include "figure_text.h"
#include "sheet_clean.h"
#include "workbook_checks.h"

/* How the cells of a kind go together, and which edges its rounding must not land on. */
struct claim_form {
    const char *formula; /* {0} the figure, {1} what it is held against */
    bool percent;
    int edges; /* how many of 0 and the other one */
    int other;
};

static const struct claim_form claim_forms[] = {
    [CLAIM_ATTAINMENT] = {"{0}/{1}", true, 2, 100},
    [CLAIM_OVER] = {"{0}/{1}-1", true, 1, 0},
    [CLAIM_TIMES] = {"{0}/{1}", false, 2, 1},
    [CLAIM_OF_LAST_YEAR] = {"{0}/{1}", true, 2, 100},
    [CLAIM_SHARE_OF] = {"{0}/{1}", true, 2, 100},
    [CLAIM_GROWTH] = {"{0}/{1}-1", true, 1, 0},
    [CLAIM_CHANGE] = {"{0}-{1}", false, 1, 0},
    [CLAIM_HEADLINE] = {NULL, false, 0, 0},
};
static_assert(sizeof claim_forms / sizeof *claim_forms == CLAIM_KIND_COUNT, "a kind has no form");

/* A figure of a row of the data, and its column. */
struct operand {
    struct result value;
    const char *name;
};

static struct operand measured(const struct row *row, enum measure m) {
    return (struct operand){quantity_result(row->is[m]), data_name(m)};
}

/* The figure of the claim's entry, if the row shows it. */
static struct operand figure_of(const struct row *row, const struct claim *claim) {
    if (claim->entry == FIGURE_ESTIMATE) {
        return measured(row, M_ESTIMATE);
    }
    bool known = row->has_actual && date_cmp(row->date, claim->date) <= 0;
    return (struct operand){{known, row->low}, data_name(M_ACTUAL)};
}

/* What a claim of that kind is held against on the row. */
static struct operand against_of(const struct row *row, const struct claim *claim) {
    switch (claim->kind) {
    case CLAIM_ATTAINMENT:
    case CLAIM_OVER:
    case CLAIM_TIMES:
        return (struct operand){quantity_result(row->is[M_STATED]), checks_target(row)};
    case CLAIM_OF_LAST_YEAR:
    case CLAIM_GROWTH:
    case CLAIM_CHANGE:
        return measured(row, claim->entry == FIGURE_ESTIMATE ? M_BASE : M_SAME);
    case CLAIM_SHARE_OF:
        return figure_of(row, claim);
    case CLAIM_HEADLINE:
    case CLAIM_KIND_COUNT:
        break;
    }
    return (struct operand){0};
}

/* Whether the row's target may be the one that the claim means. */
static bool may_mean(const struct checks *checks, const struct row *row,
                     const struct claim *claim) {
    struct window during = claim->during;
    bool part = !date_known(during.first) || (date_cmp(during.first, row->window.first) == 0 &&
                                              date_cmp(during.last, row->window.last) == 0);
    if (!row->has_target || claim->by == NULL) {
        return part;
    }
    struct target target = targets_get(&checks->book->card->book->targets, row->target);
    return part && same_assigner(claim->by, target.by);
}

static struct ratio combined(enum claim_kind kind, struct ratio a, struct ratio b) {
    if (kind == CLAIM_CHANGE) {
        return ratio_sub(a, b);
    }
    struct ratio quotient = ratio_div(a, b);
    bool less = kind == CLAIM_OVER || kind == CLAIM_GROWTH;
    return less ? ratio_sub(quotient, ratio_int(1)) : quotient;
}

/* "IF(OR(a="",b=""),"",…)": what is taken out leaves nothing, not 0. */
static const char *guarded(struct checks *checks, const char *pattern, const char *a,
                           const char *b) {
    struct workbook *book = checks->book;
    const char *value = FORMULA(book, pattern, a, b);
    if (strchr(pattern, '/') != NULL) {
        value = FORMULA(book, "IF({0}=0,\"\",{1})", b, value);
    }
    return FORMULA(book, "IF(OR({0}=\"\",{1}=\"\"),\"\",{2})", a, b, value);
}

/* The formula of a claim from two rows of the data that give exactly its figure, or NULL. */
static const char *claim_formula(struct checks *checks, const struct claim *claim,
                                 struct ratio exact) {
    const struct row *rows = checks->book->card->rows;
    struct row_span span = scorecard_rows_of(checks->book->card, claim->org);
    int32_t other = claim->kind == CLAIM_SHARE_OF ? claim->of : claim->indicator;
    for (int a = span.first; a < span.end; a++) {
        struct operand of = figure_of(&rows[a], claim);
        if (rows[a].indicator != claim->indicator || rows[a].year != claim->year ||
            !of.value.known) {
            continue;
        }
        for (int b = span.first; b < span.end; b++) {
            struct operand by = against_of(&rows[b], claim);
            bool usable = rows[b].indicator == other && rows[b].year == claim->year &&
                          by.value.known && may_mean(checks, &rows[b], claim);
            if (usable &&
                checks_same(combined(claim->kind, of.value.value, by.value.value), exact)) {
                return guarded(checks, claim_forms[claim->kind].formula,
                               formula_data(checks->book, of.name, a),
                               formula_data(checks->book, by.name, b));
            }
        }
    }
    return NULL;
}

/* ---- the verdict ---- */

static struct ratio digit_of(const struct claim *claim) {
    return ratio_decimal((struct decimal){1, claim->printed.scale});
}

/* Nothing that the verdict turns on is too near for a workbook's arithmetic. */
static bool is_clear(const struct claim *claim, struct ratio computed) {
    const struct claim_form *form = &claim_forms[claim->kind];
    struct ratio published = ratio_decimal(claim->printed);
    struct ratio half = ratio_div(digit_of(claim), ratio_int(2));
    for (int halves = -2; halves <= 2; halves++) {
        if (!checks_clear(computed, ratio_add(published, ratio_mul(half, ratio_int(halves))))) {
            return false;
        }
    }
    return checks_clear(computed, ratio_int(0)) && checks_clear(computed, ratio_int(form->other));
}

/* What would be printed of {0} with {1} decimals: the last digit is stepped back from an edge. */
static const char *printed(struct checks *checks, const struct claim *claim, const char *found) {
    const struct claim_form *form = &claim_forms[claim->kind];
    struct workbook *book = checks->book;
    const char *scale = formula_int(book, claim->printed.scale);
    const char *digit = formula_number(book, ratio_double(digit_of(claim)));
    const char *value = FORMULA(book, "ROUND({0},{1})", found, scale);
    const char *text = value;
    for (int i = 0; i < form->edges; i++) {
        const char *edge = formula_int(book, i == 0 ? 0 : form->other);
        text = FORMULA(book, "IF(AND({0}={1},{2}<>{1}),IF({2}>{1},{1}+{3},{1}-{3}),{4})", value,
                       edge, found, digit, text);
    }
    return form->edges == 0 ? text : FORMULA(book, "ROUND({0},{1})", text, scale);
}

/* The verdict by formula; NULL where an edge is too near for a workbook's arithmetic. */
static const char *claim_verdict(struct checks *checks, const struct claim *claim,
                                 struct ratio computed) {
    struct workbook *book = checks->book;
    const char *times = claim_forms[claim->kind].percent ? "*100" : "";
    const char *scale = formula_int(book, claim->printed.scale);
    const char *agrees = verdict_label(VERDICT_AGREES, book->lang);
    const char *differs = verdict_label(VERDICT_DIFFERS, book->lang);
    if (!is_clear(claim, computed)) {
        return NULL;
    }
    const char *said =
        FORMULA(book, "ROUND({0}{1},{2})", checks_cell(checks, CHECK_FIRST), times, scale);
    const char *found = FORMULA(book, "ROUND({0}{1},9)", checks_cell(checks, CHECK_SECOND), times);
    const char *digit = formula_number(book, ratio_double(digit_of(claim)));
    switch (claim->hedge) {
    case HEDGE_NONE:
        return FORMULA(book, "IF({0}={1},\"{2}\",IF(ROUNDDOWN({3},{4})={1},\"{5}\",\"{6}\"))",
                       printed(checks, claim, found), said, agrees, found, scale,
                       verdict_label(VERDICT_CUT, book->lang), differs);
    case HEDGE_MORE_THAN:
        return FORMULA(book, "IF({0}>{1},\"{2}\",\"{3}\")", found, said, agrees, differs);
    case HEDGE_LESS_THAN:
        return FORMULA(book, "IF({0}<{1},\"{2}\",\"{3}\")", found, said, agrees, differs);
    case HEDGE_ABOUT:
        return FORMULA(book, "IF(ROUND(ABS({0}-{1}),9)<={4},\"{2}\",\"{3}\")", found, said, agrees,
                       differs, digit);
    case HEDGE_COUNT:
        break;
    }
    return NULL;
}

/* ---- words ---- */

/* As many decimals as the terminal shows, so that no rounding hides a difference. */
static int computed_decimals(struct ratio computed, struct ratio published) {
    char plain[RATIO_TEXT];
    ratio_plain(computed, false, &published, 1, plain);
    const char *mark = strchr(plain, '.');
    return mark == NULL ? 0 : (int)strlen(mark + 1);
}

/* The part of the year that the claim names: as a target writes it, else its days. */
static const char *during_words(struct checks *checks, const struct claim *claim) {
    struct workbook *book = checks->book;
    struct row_span span = scorecard_rows_of(book->card, claim->org);
    for (int i = span.first; i < span.end; i++) {
        const struct row *row = &book->card->rows[i];
        if (row->indicator == claim->indicator && row->target != NONE &&
            may_mean(checks, row, claim)) {
            struct target target = targets_get(&book->card->book->targets, row->target);
            return target.during_text != NULL ? during_label(target.during_text, book->lang) : "";
        }
    }
    char first[DATE_TEXT];
    char last[DATE_TEXT];
    return workbook_text(book, "%s – %s", print_date(claim->during.first, book->lang, first),
                         print_date(claim->during.last, book->lang, last));
}

/* "tăng so với cùng kỳ (điểm %)": a difference has a unit. */
static const char *kind_words(const struct checks *checks, const struct claim *claim) {
    struct workbook *book = checks->book;
    const char *label = claim_label(claim->kind, book->lang);
    if (claim->kind == CLAIM_SHARE_OF && claim->of != NONE) {
        const char *of = indicator_name(&book->card->book->indicators[claim->of], book->lang);
        return BOOK_PHRASE(book, PHRASE_SHEET_SHARE_OF, label, of);
    }
    if (claim->kind != CLAIM_CHANGE) {
        return label;
    }
    const struct unit *unit = &book->card->book->indicators[claim->indicator].unit;
    bool points = unit_is_percent(unit);
    const char *text = points ? phrase(PHRASE_POINTS, book->lang) : unit->text;
    return text == NULL || text[0] == '\0' ? label : workbook_text(book, "%s (%s)", label, text);
}

/* What the claim says its number is; with its day where the data do not show that day's figure. */
static const char *claim_words(struct checks *checks, const struct claim *claim, bool live) {
    static const char *const estimated[LANG_COUNT] = {"ước cả năm", "estimate of the year"};
    struct workbook *book = checks->book;
    const char *words = kind_words(checks, claim);
    if (claim->by != NULL) {
        words = workbook_text(book, "%s, %s", words,
                              book_said(book->card->book, claim->by, book->lang));
    }
    if (date_known(claim->during.first)) {
        words = workbook_text(book, "%s, %s", words, during_words(checks, claim));
    }
    if (claim->entry == FIGURE_ESTIMATE) {
        words = workbook_text(book, "%s, %s", words, estimated[book->lang]);
    }
    if (live) {
        return words;
    }
    char date[DATE_TEXT];
    print_date(claim->date, book->lang, date);
    return workbook_text(book, "%s, %s", words, BOOK_PHRASE(book, PHRASE_SHEET_TO_DAY, date));
}

static const char *unchecked_words(struct checks *checks, const struct claim_check *check) {
    const struct scorecard *card = checks->book->card;
    enum language lang = checks->book->lang;
    const char *missing = check->missing != NULL ? missing_label(card, check->missing, lang)
                                                 : undefined_label(check->computed.why, lang);
    return BOOK_PHRASE(checks->book, PHRASE_SHEET_LACKS, verdict_label(check->verdict, lang),
                       missing);
}

/* ---- a headline ---- */

/* The organisation's goals as the sheet counts them, if that is what was recomputed. */
static const char *headline_formula(struct checks *checks, const struct claim_check *check) {
    const struct scorecard *card = checks->book->card;
    const struct claim *claim = &card->book->claims[check->claim];
    struct row_span span = scorecard_rows_of(card, claim->org);
    int met = 0;
    int of = 0;
    for (int i = span.first; i < span.end; i++) {
        const struct row *row = &card->rows[i];
        if (row->year != claim->year || date_cmp(row->as_of, claim->date) != 0) {
            return NULL;
        }
        of += row->goal;
        met += row->goal && row->status <= STATUS_MET;
    }
    if (of == 0 || of != check->of || met != check->met) {
        return NULL;
    }
    const char *key = workbook_small_letters(checks->book, card->book->orgs[claim->org].id);
    return FORMULA(checks->book,
                   "SUMIFS(DL_TINH,DL_KHOA,\"{0}|*\",DL_DANH_GIA,\"{1}*\")&\"/\"&"
                   "SUMIF(DL_KHOA,\"{0}|*\",DL_TINH)",
                   key, status_symbol(STATUS_MET));
}

static void put_headline(struct checks *checks, const struct claim_check *check) {
    struct workbook *book = checks->book;
    const struct claim *claim = &book->card->book->claims[check->claim];
    const char *live = headline_formula(checks, check);
    struct check_line line = {
        .org = claim->org,
        .name = "",
        .what = claim_words(checks, claim, live != NULL),
        .given = true,
        .first.text = workbook_text(book, "%d/%d", (int)claim->printed.units, claim->printed_of),
        .second.text = workbook_text(book, "%d/%d", check->met, check->of),
        .second.formula = live,
        .verdict = verdict_label(check->verdict, book->lang),
        .place = workbook_place(book, claim->place),
    };
    const char *verdict =
        FORMULA(book, "IF({0}={1},\"{2}\",\"{3}\")", checks_cell(checks, CHECK_FIRST),
                checks_cell(checks, CHECK_SECOND), verdict_label(VERDICT_AGREES, book->lang),
                verdict_label(VERDICT_DIFFERS, book->lang));
    line.verdict_formula = live != NULL ? verdict : NULL;
    checks_line_put(checks, &line);
}

/* ---- the line ---- */

/* As it is computed in a cell: percentages are ratios there. */
static struct ratio cell_value(enum claim_kind kind, struct ratio value) {
    return claim_forms[kind].percent ? ratio_div(value, ratio_int(100)) : value;
}

void checks_claim(struct checks *checks, const struct claim_check *check) {
    struct workbook *book = checks->book;
    const struct claim *claim = &book->card->book->claims[check->claim];
    if (claim->kind == CLAIM_HEADLINE) {
        put_headline(checks, check);
        return;
    }
    struct ratio published = ratio_decimal(claim->printed);
    bool checked = check->computed.why == DEFINED && check->verdict != VERDICT_UNCHECKED;
    struct number_look look = {.decimals = claim->printed.scale,
                               .percent = claim_forms[claim->kind].percent};
    struct check_line line = {
        .org = claim->org,
        .name = indicator_name(&book->card->book->indicators[claim->indicator], book->lang),
        .given = true,
        .first.value = {true, cell_value(claim->kind, published)},
        .verdict =
            checked ? verdict_label(check->verdict, book->lang) : unchecked_words(checks, check),
        .place = workbook_place(book, claim->place),
    };
    const char *hedge = hedge_label(claim->hedge, book->lang);
    look.prefix = hedge[0] != '\0' ? workbook_text(book, "%s ", hedge) : NULL;
    line.first.code = number_code(book, look);
    if (checked) {
        look.prefix = NULL;
        look.decimals = computed_decimals(check->computed.value, published);
        line.second.value = (struct result){true, cell_value(claim->kind, check->computed.value)};
        line.second.code = number_code(book, look);
        line.second.formula = claim_formula(checks, claim, line.second.value.value);
        const char *verdict = line.second.formula != NULL
                                  ? claim_verdict(checks, claim, check->computed.value)
                                  : NULL;
        line.verdict_formula = verdict != NULL ? checks_verdict(checks, verdict) : NULL;
    }
    line.what = claim_words(checks, claim, !checked || line.second.formula != NULL);
    checks_line_put(checks, &line);
}
