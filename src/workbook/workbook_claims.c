/* SPDX-License-Identifier: MIT */
/* Published figures on sheet "Đối chiếu", recomputed by formula where the data hold both figures.
 */
#include <string.h>

#include "mem.h"
#include "workbook_checks.h"

struct operand checks_against(const struct row *row, enum claim_kind kind) {
    if (kind == CLAIM_OF_LAST_YEAR) {
        return (struct operand){quantity_result(row->is[M_SAME]), "DL_CUNG_KY"};
    }
    if (kind == CLAIM_SHARE_OF) {
        return (struct operand){{row->has_actual, row->low}, "DL_TH"};
    }
    return (struct operand){
        {row_has_bounds(row) && ratio_valid(row_decides(row)), row_decides(row)}, "DL_KH"};
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
                return FORMULA(checks->book, "{0}/{1}{2}", formula_data(checks->book, "DL_TH", a),
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

void checks_claim(struct checks *checks, const struct claim_check *check) {
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
