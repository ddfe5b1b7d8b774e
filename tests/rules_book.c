/* SPDX-License-Identifier: MIT */
/*
 * rules_book LANGUAGE [statuses]
 *
 * The table of section 4 of the rule book, as Markdown, from the table of rules: each figure, its
 * formula in the letters of the book, and when it has no number. `statuses`: the words for each
 * status instead, a line each. docs.py puts the table into both rule books and compares.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "book.h"
#include "buffer.h"
#include "label.h"
#include "mem.h"
#include "quantity.h"
#include "rules.h"
#include "scorecard.h"
#include "status.h"

enum { MOST = 16 }; /* formulas or reasons of one figure */

/* ---- words ---- */

/* How a measure is written in a formula: a letter of the book, or words. */
static const char *const terms[MEASURE_COUNT][LANG_COUNT] = {
    [M_ACTUAL] = {"A", "A"},
    [M_ACTUAL_HIGH] = {"A′", "A′"},
    [M_BASE] = {"B", "B"},
    [M_DECIDES] = {"T", "T"},
    [M_DECIDES_FIRST] = {"T₀", "T₀"},
    [M_DUE] = {"φ", "φ"},
    [M_SAME] = {"A₋₁", "A₋₁"},
    [M_BY_NOW] = {"A₋₁", "A₋₁"},
    [M_LOW] = {"a", "a"},
    [M_HIGH] = {"b", "b"},
    [M_LAST_TOTAL] = {"tổng năm trước", "total of last year"},
    [M_ELAPSED] = {"“thời gian đã qua”", "“time gone”"},
    [M_GONE] = {"số tháng đã qua", "months gone"},
    [M_MONTHS] = {"số tháng của kỳ", "months of the window"},
    [M_LEFT] = {"“còn lại”", "“left”"},
    [M_ATTAINMENT] = {"“so với kế hoạch”", "“of the target”"},
};

/* A fact that has one of these values, and one that has none of them: "not" and the words, unless
 * there are better ones. */
struct fact_words {
    enum fact fact;
    int values; /* bits */
    const char *words[LANG_COUNT];
    const char *denied[LANG_COUNT];
};

/* clang-format off */
static const struct fact_words facts[] = {
    {F_KIND, 1 << KIND_FLOW, {"số phát sinh", "a flow"}, {NULL}},
    {F_TARGET, 1 << TARGET_WITHIN, {"“giữ trong khoảng”", "“stay within”"}, {NULL}},
    {F_TARGET, 1 << TARGET_RANGE, {"“từ … đến”", "“from … to”"}, {NULL}},
    {F_PACE, 1 << PACE_LINEAR, {"theo tháng", "by months"}, {NULL}},
    {F_PACE, 1 << PACE_MILESTONES, {"theo mốc", "by milestones"}, {NULL}},
    {F_PACE, 1 << PACE_LAST_YEAR, {"theo năm trước", "by last year"}, {NULL}},
    {F_INTERVAL, 1 << 1, {"số thực hiện là một khoảng", "the figure is an interval"}, {NULL}},
    {F_REVISED, 1 << 1, {"kế hoạch đã điều chỉnh", "the target was revised"},
     {"kế hoạch không điều chỉnh", "the target was not revised"}},
    {F_WHOLE_YEAR, 1 << 1, {"kế hoạch cho cả năm", "a target for the whole year"},
     {"kế hoạch cho một phần của năm", "a target for a part of the year"}},
};
/* clang-format on */

enum word {
    WORD_FIGURE,
    WORD_FORMULA,
    WORD_NONE,
    WORD_NOT,
    WORD_AND,
    WORD_OR,
    WORD_ELSE,
    WORD_LARGER,
    WORD_MILESTONES,
    WORD_MISSING,
    WORD_AS,
    WORD_COUNT
};

static const char *const words[WORD_COUNT][LANG_COUNT] = {
    [WORD_FIGURE] = {"số", "figure"},
    [WORD_FORMULA] = {"cách tính", "how"},
    [WORD_NONE] = {"không có số khi", "no number when"},
    [WORD_NOT] = {"không phải ", "not "},
    [WORD_AND] = {" và ", " and "},
    [WORD_OR] = {" hoặc ", " or "},
    [WORD_ELSE] = {"ngoài ra", "otherwise"},
    [WORD_LARGER] = {"số lớn hơn trong hai số ", "the larger of "},
    [WORD_MILESTONES] = {"đường thẳng giữa hai mốc", "the line between two milestones"},
    [WORD_MISSING] = {"không có ", "no "},
    [WORD_AS] = {"như ", "as "},
};

/* The rows of the table. */
struct figure_row {
    enum measure measure;
    const char *name[LANG_COUNT];
    const char *given[LANG_COUNT]; /* of one that has no rule: how it is come by, */
    const char *when[LANG_COUNT];  /* and when not */
};

static const struct figure_row rows[] = {
    {.measure = M_ATTAINMENT, .name = {"so với kế hoạch (%)", "of the target (%)"}},
    {.measure = M_ATTAINMENT_HIGH, .name = {"số thứ hai (%)", "second figure (%)"}},
    {.measure = M_ATTAINMENT_ORIGINAL,
     .name = {"so với kế hoạch giao lần đầu, T₀ (%)", "of the target as first assigned, T₀ (%)"}},
    {.measure = M_GAP, .name = {"chênh lệch", "gap"}},
    {.measure = M_LEFT, .name = {"còn lại", "left"}},
    {.measure = M_PROGRESS, .name = {"tiến triển từ số gốc (%)", "progress from the baseline (%)"}},
    {.measure = M_ELAPSED, .name = {"thời gian đã qua (%)", "time gone (%)"}},
    {.measure = M_DUE, .name = {"φ, phần phải đạt đến nay (%)", "φ, the share due by now (%)"}},
    {.measure = M_EXPECTED, .name = {"mức phải đạt đến nay", "expected by now"}},
    {.measure = M_VS_LAST_YEAR,
     .name = {"so với cùng kỳ năm trước, A₋₁ (%)", "of the same period last year, A₋₁ (%)"}},
    {.measure = M_RUN_RATE, .name = {"dự báo theo đà", "forecast by run rate"}},
    {.measure = M_SEASONAL, .name = {"dự báo theo mùa vụ", "forecast by season"}},
    {.measure = M_ESTIMATE,
     .name = {"ước thực hiện", "officer's estimate"},
     .given = {"như cán bộ viết; làm vào một ngày, nói về cả năm",
               "as written; made on one day, about the whole year"},
     .when = {"chưa viết", "none written"}},
    {.measure = M_NEEDED, .name = {"cần làm mỗi tháng từ nay", "needed per month from now"}},
    {.measure = M_ACHIEVED, .name = {"đã làm mỗi tháng", "achieved per month"}},
};

/* ---- a row while it is written ---- */

struct list {
    struct buffer text[MOST]; /* no two alike; each ends with 0 */
    int count;
};

struct page {
    enum language lang;
    struct list formulas; /* "số phát sinh: T × φ" */
    struct list reasons;
};

/* Within OP_LET: what is read as what. */
struct let {
    int from;
    int to;
    const struct let *outer;
};

static const char *say(const struct page *page, enum word word) {
    return words[word][page->lang];
}

/* Takes the text. */
static void list_add(struct list *list, struct buffer *text) {
    buffer_put(text, "", 1);
    for (int i = 0; i < list->count; i++) {
        if (strcmp(list->text[i].text, text->text) == 0) {
            buffer_clear(text);
            return;
        }
    }
    if (list->count == MOST) {
        fprintf(stderr, "rules_book: a figure of more than %d formulas or reasons\n", MOST);
        exit(1);
    }
    list->text[list->count++] = *text;
}

static void list_print(struct list *list) {
    for (int i = 0; i < list->count; i++) {
        printf("%s%s", i > 0 ? "; " : "", list->text[i].text);
        buffer_clear(&list->text[i]);
    }
    list->count = 0;
}

static void nameless(const char *what, int which) {
    fprintf(stderr, "rules_book: no words for %s %d\n", what, which);
    exit(1);
}

static int read_as(const struct let *let, int m) {
    for (; let != NULL; let = let->outer) {
        m = m == let->from ? let->to : m;
    }
    return m;
}

static void put_term(const struct page *page, struct buffer *out, int m) {
    if (terms[m][page->lang] == NULL) {
        nameless("measure", m);
    }
    buffer_text(out, terms[m][page->lang]);
}

/* ---- values ---- */

static void put_value(const struct page *page, struct buffer *out, const struct expr *e,
                      const struct let *let, int tight);

/* A product around a sum needs brackets, and a divisor any sign. */
static void put_pair(const struct page *page, struct buffer *out, const struct expr *e,
                     const struct let *let, int tight) {
    static const char *const signs[] = {
        [OP_ADD] = " + ", [OP_SUB] = " − ", [OP_MUL] = " × ", [OP_DIV] = " / "};
    bool sum = e->op == OP_ADD || e->op == OP_SUB;
    bool brackets = tight > (sum ? 0 : 1);
    buffer_text(out, brackets ? "(" : "");
    put_value(page, out, e->a, let, sum ? 0 : 1);
    buffer_text(out, signs[e->op]);
    put_value(page, out, e->b, let, e->op == OP_ADD ? 0 : sum ? 1 : 2);
    buffer_text(out, brackets ? ")" : "");
}

static void put_value(const struct page *page, struct buffer *out, const struct expr *e,
                      const struct let *let, int tight) {
    switch (e->op) {
    case OP_NUMBER:
        buffer_format(out, "%d", e->value);
        break;
    case OP_MEASURE:
        put_term(page, out, read_as(let, e->leaf));
        break;
    case OP_MILESTONES:
        buffer_text(out, say(page, WORD_MILESTONES));
        break;
    case OP_MAX:
        buffer_text(out, say(page, WORD_LARGER));
        put_value(page, out, e->a, let, 0);
        buffer_text(out, say(page, WORD_AND));
        put_value(page, out, e->b, let, 0);
        break;
    case OP_ADD:
    case OP_SUB:
    case OP_MUL:
    case OP_DIV:
        put_pair(page, out, e, let, tight);
        break;
    default:
        nameless("operation", e->op);
    }
}

/* ---- conditions ---- */

static void put_fact(const struct page *page, struct buffer *out, const struct expr *e, bool is) {
    for (size_t i = 0; i < sizeof facts / sizeof *facts; i++) {
        if (facts[i].fact == (enum fact)e->leaf && facts[i].values == e->value) {
            const char *denied = facts[i].denied[page->lang];
            buffer_text(out, is || denied != NULL ? "" : say(page, WORD_NOT));
            buffer_text(out, is || denied == NULL ? facts[i].words[page->lang] : denied);
            return;
        }
    }
    nameless("fact", e->leaf);
}

/* That e holds, or that it does not. */
static void put_condition(const struct page *page, struct buffer *out, const struct expr *e,
                          bool is, const struct let *let) {
    static const char *const signs[] = {
        [OP_LESS] = " < ",    [OP_AT_MOST] = " ≤ ",  [OP_EQUAL] = " = ",
        [OP_UNEQUAL] = " ≠ ", [OP_AT_LEAST] = " ≥ ", [OP_MORE] = " > "};
    switch (e->op) {
    case OP_OF:
        put_condition(page, out, e->a, is, let);
        break;
    case OP_IN:
        put_fact(page, out, e, is);
        break;
    case OP_NOT:
        put_condition(page, out, e->a, !is, let);
        break;
    case OP_KNOWN:
        buffer_text(out, is ? "" : say(page, WORD_MISSING));
        put_term(page, out, read_as(let, e->leaf));
        break;
    case OP_AND:
    case OP_OR:
        put_condition(page, out, e->a, is, let);
        buffer_text(out, say(page, (e->op == OP_AND) == is ? WORD_AND : WORD_OR));
        put_condition(page, out, e->b, is, let);
        break;
    default:
        if (!is) {
            nameless("the opposite of operation", e->op);
        }
        put_value(page, out, e->a, let, 0);
        buffer_text(out, signs[e->op]);
        put_value(page, out, e->b, let, 0);
        break;
    }
}

/* A comparison of letters, which says more than the reason's words: T ≤ 0. */
static bool of_letters(const struct expr *e) {
    enum { LETTER = 8 }; /* bytes */
    if (e->op == OP_MEASURE) {
        return terms[e->leaf][LANG_EN] != NULL && strlen(terms[e->leaf][LANG_EN]) <= LETTER;
    }
    return e->op == OP_NUMBER || (op_compares(e->op) && of_letters(e->a) && of_letters(e->b));
}

/* ---- rules ---- */

/* One reason for each side of an "or". */
static void take_condition(struct page *page, const struct expr *e, bool is,
                           const struct let *let) {
    struct buffer text = {0};
    if (e->op == OP_OF || e->op == OP_NOT) {
        take_condition(page, e->a, is == (e->op == OP_OF), let);
    } else if (e->op == (is ? OP_OR : OP_AND)) {
        take_condition(page, e->a, is, let);
        take_condition(page, e->b, is, let);
    } else {
        put_condition(page, &text, e, is, let);
        list_add(&page->reasons, &text);
    }
}

/* Why there is no number: in the words that `why` has for it, where they say it. */
static void take_reason(struct page *page, const struct clause *c, const struct let *let) {
    struct buffer text = {0};
    const struct expr *e = c->then;
    enum undefined why = e->op == OP_REASON ? (enum undefined)e->value : UNDEFINED_NO_DATA;
    if (e->op == OP_REASON_OF && e->leaf == M_ACTUAL) {
        why = UNDEFINED_NO_REPORT;
    }
    const char *said = undefined_label(why, page->lang);
    if (c->when == NULL) {
        return; /* none of the formulas: they say when they hold */
    }
    if (said[0] == '\0' || of_letters(c->when)) {
        take_condition(page, c->when, true, let);
    } else {
        buffer_text(&text, said);
        list_add(&page->reasons, &text);
    }
}

static void take_formula(struct page *page, const struct expr *e, const struct expr *when,
                         const struct let *let) {
    struct buffer text = {0};
    if (when != NULL) {
        put_condition(page, &text, when, true, let);
        buffer_text(&text, ": ");
    } else if (page->formulas.count > 0) {
        buffer_format(&text, "%s: ", say(page, WORD_ELSE));
    }
    put_value(page, &text, e, let, 0);
    list_add(&page->formulas, &text);
}

static void take(struct page *page, const struct expr *e, const struct expr *when, bool reasons,
                 const struct let *let);

/* The last one's condition is what the reasons before it left: not by last year, no number. */
static void take_list(struct page *page, const struct expr *e, const struct expr *when,
                      bool reasons, const struct let *let) {
    const struct expr *left = NULL;
    for (const struct clause *c = e->list;; c++) {
        bool none = c->then->op == OP_REASON || c->then->op == OP_REASON_OF;
        if (none && reasons) {
            take_reason(page, c, let);
            bool fact = c->when != NULL && c->when->op == OP_NOT && c->when->a->op == OP_IN;
            left = fact && page->formulas.count > 0 ? c->when->a : left;
        } else if (!none) {
            take(page, c->then,
                 c->when != NULL ? c->when
                 : left != NULL  ? left
                                 : when,
                 reasons, let);
        }
        if (c->when == NULL) {
            return;
        }
    }
}

/* The formulas of a rule and its reasons; of another measure's the reasons are that one's. */
static void take(struct page *page, const struct expr *e, const struct expr *when, bool reasons,
                 const struct let *let) {
    struct let in = {e->leaf, e->value, let};
    struct buffer text = {0};
    switch (e->op) {
    case OP_LET:
        take(page, e->a, when, reasons, &in);
        break;
    case OP_LET_FACT:
    case OP_OF:
        take(page, e->a, when, reasons, let);
        break;
    case OP_RULE:
        buffer_text(&text, say(page, WORD_AS));
        put_term(page, &text, e->leaf);
        list_add(&page->reasons, &text);
        take(page, rules[e->leaf], when, false, let);
        break;
    case OP_FIRST:
        take_list(page, e, when, reasons, let);
        break;
    default:
        take_formula(page, e, when, let);
        break;
    }
}

static void print_table(enum language lang) {
    struct page page = {.lang = lang};
    printf("| %s | %s | %s |\n|---|---|---|\n", say(&page, WORD_FIGURE), say(&page, WORD_FORMULA),
           say(&page, WORD_NONE));
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const struct figure_row *row = &rows[i];
        printf("| %s | ", row->name[lang]);
        if (rules[row->measure] == NULL) {
            printf("%s | %s |\n", row->given[lang], row->when[lang]);
            continue;
        }
        take(&page, rules[row->measure], NULL, true, NULL);
        list_print(&page.formulas);
        printf(" | ");
        list_print(&page.reasons);
        printf(" |\n");
    }
}

int main(int argc, char *argv[]) {
    enum language lang = argc > 1 && strcmp(argv[1], "en") == 0 ? LANG_EN : LANG_VI;
    if (argc < 2 || (lang == LANG_VI && strcmp(argv[1], "vi") != 0)) {
        fprintf(stderr, "rules_book vi|en [statuses]\n");
        return 2;
    }
    if (argc == 2) {
        print_table(lang);
        return 0;
    }
    for (int status = STATUS_FIRST; status < STATUS_COUNT; status++) {
        printf("%s\n", status_label((enum status)status, lang));
    }
    const struct row past = {.status = STATUS_BEHIND, .ceiling = true, .past = true};
    const struct row fast = {.status = STATUS_BEHIND, .ceiling = true};
    printf("%s\n%s\n", row_status_label(&past, lang), row_status_label(&fast, lang));
    return 0;
}
