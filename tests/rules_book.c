/* SPDX-License-Identifier: MIT */
/*
 * rules_book LANGUAGE [statuses]
 *
 * The table of section 4 of the rule book, as Markdown, from the table of rules: each figure, its
 * formula in the letters of the book, and why it has no number, in the order asked. `statuses`: the
 * words for each status instead, a line each. docs.py puts the table into both rule books and
 * compares.
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
    [M_ALIKE] = {"A", "A"},
    [M_BASE] = {"B", "B"},
    [M_STATED] = {"T", "T"},
    [M_DECIDES] = {"D", "D"},
    [M_STATED_FIRST] = {"T₀", "T₀"},
    [M_DECIDES_FIRST] = {"D₀", "D₀"},
    [M_DUE] = {"φ", "φ"},
    [M_EXPECTED] = {"X", "X"},
    [M_SAME] = {"A₋₁", "A₋₁"},
    [M_SEASON] = {"A₋₁", "A₋₁"},
    [M_BY_NOW] = {"A₋₁", "A₋₁"},
    [M_ESTIMATE] = {"E", "E"},
    [M_LOW] = {"a", "a"},
    [M_HIGH] = {"b", "b"},
    [M_LAST_TOTAL] = {"tổng năm trước", "last year's total"},
    [M_ELAPSED] = {"thời gian đã qua", "time gone"},
    [M_GONE] = {"số tháng đã qua", "months gone"},
    [M_MONTHS] = {"số tháng của kỳ", "months of the window"},
    [M_LEFT] = {"còn lại", "left"},
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
    {F_FLOW, 1 << 1, {"số phát sinh", "a flow"}, {"không phải số phát sinh", "no flow"}},
    {F_KIND, 1 << KIND_SHARE, {"tỷ lệ", "a share"}, {NULL}},
    {F_KIND, 1 << KIND_RATE, {"tốc độ tăng", "a rate"}, {NULL}},
    {F_KIND, 1 << KIND_DONE, {"có/không", "yes or no"}, {NULL}},
    {F_TARGET, 1 << TARGET_DONE, {"có/không", "yes or no"}, {NULL}},
    {F_TARGET, 1 << TARGET_WITHIN, {"“giữ trong khoảng”", "“stay within”"}, {NULL}},
    {F_TARGET, 1 << TARGET_RANGE, {"“từ … đến”", "“from … to”"}, {NULL}},
    {F_PACE, 1 << PACE_LINEAR, {"theo tháng", "by months"}, {NULL}},
    {F_PACE, 1 << PACE_MILESTONES, {"theo mốc", "by milestones"}, {NULL}},
    {F_PACE, 1 << PACE_LAST_YEAR, {"theo năm trước", "by last year"}, {NULL}},
    {F_INTERVAL, 1 << 1, {"số thực hiện là một khoảng", "the figure is an interval"},
     {"số thực hiện không phải một khoảng", "the figure is no interval"}},
    {F_REVISED, 1 << 1, {"kế hoạch đã điều chỉnh", "the target was revised"},
     {"kế hoạch không điều chỉnh", "the target was not revised"}},
    {F_WHOLE_YEAR, 1 << 1, {"dòng của cả năm", "a row of the whole year"},
     {"dòng của một phần năm", "a row of a part of the year"}},
    {F_GROUP, 1 << 1, {"cụm", "a group"}, {NULL}},
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
    WORD_KEY,
    WORD_OPEN,
    WORD_EMPTY,
    WORD_COUNT
};

static const char *const words[WORD_COUNT][LANG_COUNT] = {
    [WORD_FIGURE] = {"số", "figure"},
    [WORD_FORMULA] = {"cách tính", "how"},
    [WORD_NONE] = {"không có số vì, hỏi theo thứ tự", "no number because of, in this order"},
    [WORD_OPEN] = {" (không phải cận dưới)", " (no lower bound)"},
    [WORD_KEY] = {"khóa JSON", "JSON key"},
    [WORD_EMPTY] = {"trống", "empty"},
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
    const char *key; /* in JSON; or NULL */
    enum measure measure;
    const char *name[LANG_COUNT];
    const char *given[LANG_COUNT]; /* of one that has no rule: how it is come by, */
    const char *when[LANG_COUNT];  /* and when not */
};

/* clang-format off */
static const struct figure_row rows[] = {
    {"attainment_pct", M_ATTAINMENT, {"so với kế hoạch", "of the target"}, {0}, {0}},
    {"attainment_pct_high", M_ATTAINMENT_HIGH, {"đầu kia", "the other end"}, {0}, {0}},
    {"attainment_original_pct", M_ATTAINMENT_ORIGINAL,
     {"so với mức giao lần đầu", "of the first target"}, {0}, {0}},
    {"gap", M_GAP, {"chênh lệch", "gap"}, {0}, {0}},
    {"gap_high", M_GAP_HIGH, {"chênh lệch, đầu kia", "gap, the other end"}, {0}, {0}},
    {"left", M_LEFT, {"còn lại", "left"}, {0}, {0}},
    {"progress_pct", M_PROGRESS, {"tiến triển từ số gốc", "progress from the baseline"}, {0}, {0}},
    {"progress_pct_high", M_PROGRESS_HIGH, {"tiến triển, đầu kia", "progress, the other end"},
     {0}, {0}},
    {"elapsed_pct", M_ELAPSED, {"thời gian đã qua", "time gone"}, {0}, {0}},
    {NULL, M_DUE, {"φ, phần phải đạt đến nay", "φ, the share due by now"}, {0}, {0}},
    {"expected", M_EXPECTED, {"X, mức phải đạt đến nay", "X, expected by now"}, {0}, {0}},
    {"baseline", M_BASE, {"năm trước", "last year"}, {"B", "B"},
     {"không có: trống; `partial`", "none: empty; `partial`"}},
    {"last_year_same", M_SAME, {"cùng kỳ năm trước", "same day last year"}, {0}, {0}},
    {"vs_last_year_pct", M_VS_LAST_YEAR, {"so với cùng kỳ", "against it"}, {0}, {0}},
    {"vs_last_year_gap", M_VS_LAST_YEAR_GAP, {"tăng, giảm so cùng kỳ", "the difference"},
     {0}, {0}},
    {"target_vs_last_year_pct", M_TARGET_VS_LAST_YEAR,
     {"kế hoạch so với năm trước", "target against last year"}, {0}, {0}},
    {"target_vs_last_year_gap", M_TARGET_VS_LAST_YEAR_GAP,
     {"như trên, bằng điểm %", "the same, in points"}, {0}, {0}},
    {"forecast_run_rate", M_RUN_RATE, {"dự báo theo đà", "forecast by run rate"}, {0}, {0}},
    {"forecast_seasonal", M_SEASONAL, {"dự báo theo mùa vụ", "forecast by season"}, {0}, {0}},
    {"estimate", M_ESTIMATE, {"ước thực hiện", "estimate"},
     {"E, như cán bộ viết", "E, as written"}, {"không có: trống", "none: empty"}},
    {"estimate_high", M_ESTIMATE_HIGH, {"ước, đầu kia", "estimate, the other end"},
     {"đầu trên của một khoảng", "the upper end of a range"}, {"không phải khoảng: trống", "no range: empty"}},
    {"estimate_attainment_pct", M_ESTIMATE_ATTAINMENT,
     {"ước so với kế hoạch", "estimate of the target"}, {0}, {0}},
    {"estimate_vs_last_year_pct", M_ESTIMATE_VS_LAST_YEAR,
     {"ước so với năm trước", "estimate against last year"}, {0}, {0}},
    {"estimate_vs_last_year_gap", M_ESTIMATE_VS_LAST_YEAR_GAP,
     {"như trên, bằng điểm %", "the same, in points"}, {0}, {0}},
    {"needed_per_month", M_NEEDED, {"cần làm mỗi tháng từ nay", "needed per month from now"},
     {0}, {0}},
    {"achieved_per_month", M_ACHIEVED, {"đã làm mỗi tháng", "done per month"}, {0}, {0}},
};
/* clang-format on */

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
    case OP_OF:
        put_value(page, out, e->a, let, tight);
        break;
    case OP_FIRST: /* one letter, whichever it is: of a group, of some of its members */
        put_value(page, out, e->list[1].then, let, tight);
        break;
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

/* ---- rules ---- */

/* The words of a condition, one for each side of an "or". */
static void take_condition(const struct page *page, const struct expr *e, bool is,
                           const struct let *let, struct list *out) {
    struct buffer text = {0};
    if (e->op == OP_OF || e->op == OP_NOT) {
        take_condition(page, e->a, is == (e->op == OP_OF), let, out);
    } else if (e->op == (is ? OP_OR : OP_AND)) {
        take_condition(page, e->a, is, let, out);
        take_condition(page, e->b, is, let, out);
    } else {
        put_condition(page, &text, e, is, let);
        list_add(out, &text);
    }
}

/* " (a share, a rate)": what a reason is said of, where it does not say so itself. */
static void put_said_of(const struct page *page, struct buffer *out, const struct expr *when,
                        const struct let *let) {
    struct list said = {0};
    take_condition(page, when, true, let, &said);
    buffer_text(out, " (");
    for (int i = 0; i < said.count; i++) {
        buffer_format(out, "%s%s", i > 0 ? ", " : "", said.text[i].text);
        buffer_clear(&said.text[i]);
    }
    buffer_text(out, ")");
}

/* The key of the figure in JSON, for "as `left`". */
static void put_as(const struct page *page, struct buffer *out, int m) {
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        if ((int)rows[i].measure == m && rows[i].key != NULL) {
            buffer_format(out, "%s`%s`", say(page, WORD_AS), rows[i].key);
            return;
        }
    }
    buffer_format(out, "%s%s", say(page, WORD_MISSING), terms[m][page->lang]);
    buffer_format(out, ": %s", say(page, WORD_EMPTY));
}

/* A partial figure that is no lower bound. */
static bool of_more_than_a_sum(const struct expr *e) {
    while (e->op == OP_OF) {
        e = e->a;
    }
    return e->op == OP_AND && e->b->op == OP_MORE && e->b->b->value == PARTIAL_LEAST;
}

/* Why there is no number: the key of its reason. */
static void take_reason(struct page *page, const struct clause *c, const struct let *let) {
    struct buffer text = {0};
    const struct expr *e = c->then;
    while (e->op == OP_OF) {
        e = e->a;
    }
    if (e->op == OP_FIRST) { /* one of several, by what is missing */
        for (const struct clause *in = e->list;; in++) {
            buffer_format(&text, "`%s` (B)", undefined_key((enum undefined)in->then->value));
            list_add(&page->reasons, &text);
            text = (struct buffer){0};
            if (in->when == NULL) {
                return;
            }
        }
    }
    if (e->op == OP_REASON_OF && read_as(let, e->leaf) != M_ACTUAL) {
        put_as(page, &text, read_as(let, e->leaf));
        list_add(&page->reasons, &text);
        return;
    }
    enum undefined why = e->op == OP_REASON ? (enum undefined)e->value : UNDEFINED_NO_REPORT;
    const char *key = undefined_key(why);
    if (key != NULL) {
        buffer_format(&text, "`%s`", key);
    } else if (c->when == NULL) {
        return; /* none of the formulas: they say when they hold */
    } else {
        buffer_text(&text, say(page, WORD_EMPTY));
    }
    if (why == UNDEFINED_PARTIAL && of_more_than_a_sum(c->when)) {
        buffer_text(&text, say(page, WORD_OPEN));
    }
    if (why == UNDEFINED_KIND || key == NULL) {
        put_said_of(page, &text, c->when, let);
    }
    list_add(&page->reasons, &text);
}

static bool is_reason(const struct expr *e) {
    while (e->op == OP_OF) {
        e = e->a;
    }
    if (e->op != OP_FIRST) {
        return e->op == OP_REASON || e->op == OP_REASON_OF;
    }
    const struct clause *c = e->list;
    while (c->when != NULL && is_reason(c->then)) {
        c++;
    }
    return is_reason(c->then);
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
        if (c->when != NULL && c->then->op == OP_LET && c->then->a == c[1].then) {
            continue; /* the same at an interval's other end, of which section 4.6 speaks */
        }
        bool none = is_reason(c->then);
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
        put_as(page, &text, e->leaf);
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
    printf("| %s | %s | %s | %s |\n|---|---|---|---|\n", say(&page, WORD_KEY),
           say(&page, WORD_FIGURE), say(&page, WORD_FORMULA), say(&page, WORD_NONE));
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const struct figure_row *row = &rows[i];
        printf(row->key != NULL ? "| `%s` | %s | " : "| %s | %s | ",
               row->key != NULL ? row->key : "", row->name[lang]);
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
