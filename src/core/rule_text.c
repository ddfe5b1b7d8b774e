/* SPDX-License-Identifier: MIT */
#include "rule_text.h"

#include <string.h>

#include "mem.h"
#include "rules.h"
#include "twins.h"

enum way { AS_FORMULA, AS_HEADING, WORKED };

struct rule_writer {
    const struct rule_text *text;
    struct buffer *out;        /* the text's */
    const struct plan *plan;   /* the text's */
    enum way way;              /* what a leaf and a choice are differs */
    const struct frame *frame; /* WORKED: its numbers are put in */
    int signs;                 /* of arithmetic, so far */
    bool failed;               /* something cannot be printed */
};

/* How tightly what stands around binds: a sum within it needs brackets, or a product too. */
enum tight { LOOSE, IN_SUM, IN_PRODUCT, IN_DIVISOR };

static void put(struct rule_writer *w, const char *text) {
    buffer_text(w->out, text);
}

static void put_value(struct rule_writer *w, const struct expr *e, measure_set known,
                      enum tight tight);
static void put_condition(struct rule_writer *w, const struct expr *e, measure_set known);
static void put_result(struct rule_writer *w, const struct expr *e, measure_set known);

static bool put_cell(struct rule_writer *w, uint8_t m) {
    bool has = w->text->cell(w->text->context, w->out, (enum measure)m);
    w->failed = w->failed || (!has && w->way == AS_FORMULA);
    return has;
}

/* ---- numbers put in ---- */

static void put_number(struct rule_writer *w, uint8_t m, struct ratio value, enum tight tight) {
    char text[RATIO_TEXT];
    bool minus = ratio_sign(value) < 0 && tight > LOOSE;
    put(w, minus ? "(" : "");
    if (w->text->number != NULL) {
        w->text->number(w->text->context, w->out, (enum measure)m, value);
    } else {
        put(w, ratio_plain(value, ratio_decimals(value) >= 0, NULL, 0, text));
    }
    put(w, minus ? ")" : "");
}

/* A number that does not end is shown as what it is made of: 30 × (2 / 3), not 30 × 0,67. */
static void put_worked_leaf(struct rule_writer *w, const struct expr *e, measure_set known,
                            enum tight tight) {
    enum { SHORT = 4 };
    struct ratio value;
    const struct expr *rule = e->op == OP_MEASURE ? w->plan->rule[e->leaf] : NULL;
    if (expr_value(e, w->frame, &value) != DEFINED) {
        w->failed = true;
        return;
    }
    int decimals = ratio_decimals(value);
    if (rule != NULL && rule->op != OP_NUMBER && (decimals < 0 || decimals > SHORT)) {
        put_value(w, rule, known, tight);
    } else {
        put_number(w, e->op == OP_MEASURE ? e->leaf : MEASURE_COUNT, value, tight);
    }
}

static void put_leaf(struct rule_writer *w, const struct expr *e, measure_set known,
                     enum tight tight) {
    const struct expr *rule = w->plan->rule[e->leaf];
    if (w->way == WORKED) {
        put_worked_leaf(w, e, known, tight);
    } else if (!put_cell(w, e->leaf)) {
        if (w->way == AS_HEADING && rule != NULL) {
            put_value(w, rule, known, tight);
        } else {
            w->failed = true;
        }
    }
}

/* ---- choices, where they are made before printing ---- */

/* The only clause with a number, or NULL. */
static const struct expr *only_number(const struct expr *e) {
    const struct expr *only = NULL;
    for (const struct clause *c = e->list;; c++) {
        if (!expr_never(c->then)) {
            if (only != NULL) {
                return NULL;
            }
            only = c->then;
        }
        if (c->when == NULL) {
            return only;
        }
    }
}

/* The operand that MAX takes. */
static const struct expr *larger(const struct expr *e, const struct frame *frame) {
    struct ratio a;
    struct ratio b;
    if (expr_value(e->a, frame, &a) != DEFINED || expr_value(e->b, frame, &b) != DEFINED) {
        return NULL;
    }
    return ratio_cmp(a, b) >= 0 ? e->a : e->b;
}

/* What stands for a choice once it is made; NULL: it cannot be told. */
static const struct expr *chosen(const struct rule_writer *w, const struct expr *e) {
    while (e != NULL && e->op == OP_FIRST && w->way != AS_FORMULA) {
        const struct clause *c = e->list;
        while (w->way == WORKED && c->when != NULL && expr_holds(c->when, w->frame) != 1) {
            c++;
        }
        e = w->way == WORKED ? c->then : only_number(e);
    }
    if (e != NULL && e->op == OP_MAX && w->way == WORKED) {
        return chosen(w, larger(e, w->frame));
    }
    return e;
}

/* ---- values ---- */

static void put_arithmetic(struct rule_writer *w, const struct expr *e, measure_set known,
                           enum tight tight) {
    static const char *const signs[OP_DIV + 1] = {
        [OP_ADD] = "+", [OP_SUB] = "-", [OP_MUL] = "*", [OP_DIV] = "/"};
    static const char *const spoken[OP_DIV + 1] = {
        [OP_ADD] = " + ", [OP_SUB] = " − ", [OP_MUL] = " × ", [OP_DIV] = " / "};
    bool sum = e->op == OP_ADD || e->op == OP_SUB;
    bool brackets = sum ? tight >= IN_PRODUCT : tight == IN_DIVISOR;
    put(w, brackets ? "(" : "");
    enum tight left = brackets ? LOOSE : tight; /* what stands first may begin with a minus */
    put_value(w, e->a, known, sum ? left : IN_PRODUCT);
    put(w, w->way == WORKED ? spoken[e->op] : signs[e->op]);
    w->signs++;
    enum tight right = e->op == OP_SUB ? IN_PRODUCT : IN_SUM; /* a - (b + c) */
    put_value(w, e->b, known, sum ? right : IN_DIVISOR);
    put(w, brackets ? ")" : "");
}

/* INT() goes down, on either side of 0; what binary floats left behind must not carry it on. */
static void put_rounded(struct rule_writer *w, const struct expr *e, measure_set known) {
    enum { BEHIND = 6 };
    int decimals = w->plan->facts[e->leaf] - 1;
    bool up = e->op == OP_UP;
    if (w->way == WORKED) { /* as a worksheet says it */
        put(w, up ? "ROUNDUP(" : "ROUNDDOWN(");
        put_value(w, e->a, known, LOOSE);
        buffer_format(w->out, "; %d)", decimals);
        w->signs++;
        return;
    }
    put(w, up ? "(-INT(-ROUND((" : "(INT(ROUND((");
    put_value(w, e->a, known, LOOSE);
    buffer_format(w->out, ")*1");
    buffer_fill(w->out, '0', (size_t)decimals);
    buffer_format(w->out, ",%d))/1", BEHIND);
    buffer_fill(w->out, '0', (size_t)decimals);
    put(w, ")");
    w->failed = w->failed || w->way == AS_HEADING;
}

static void put_value(struct rule_writer *w, const struct expr *e, measure_set known,
                      enum tight tight) {
    const struct expr *choice = chosen(w, e);
    if (choice == NULL || w->failed) {
        w->failed = true;
        return;
    }
    switch (choice->op) {
    case OP_ADD:
    case OP_SUB:
    case OP_MUL:
    case OP_DIV:
        put_arithmetic(w, choice, known, tight);
        break;
    case OP_MAX:
        put(w, "MAX(");
        put_value(w, choice->a, known, LOOSE);
        put(w, ",");
        put_value(w, choice->b, known, LOOSE);
        put(w, ")");
        break;
    case OP_UP:
    case OP_DOWN:
        put_rounded(w, choice, known);
        break;
    case OP_MEASURE:
        put_leaf(w, choice, known, tight);
        break;
    case OP_NUMBER:
    case OP_RATIO:
        if (w->way == WORKED) {
            put_worked_leaf(w, choice, known, tight);
        } else {
            struct ratio value = {0, 1};
            expr_value(choice, NULL, &value);
            ratio_formula_print(w->out, value);
        }
        break;
    case OP_FIRST:
        put_result(w, choice, known);
        break;
    case OP_REASON:
    case OP_REASON_OF:
        put(w, "\"\"");
        w->failed = w->way != AS_FORMULA;
        break;
    default:
        w->failed = true;
        break;
    }
}

/* ---- conditions of formulas ---- */

static bool is_number(const struct expr *e) {
    return e->op == OP_NUMBER || e->op == OP_RATIO;
}

static bool is_whole(const struct expr *e) {
    return e->op == OP_NUMBER || (e->op == OP_MEASURE && measure_is_whole((enum measure)e->leaf));
}

/* Days and counts, and a cell that was typed against a number, are compared as they are. */
static bool as_it_is(const struct expr *e) {
    bool typed = e->a->op == OP_MEASURE && rules[e->a->leaf] == NULL && is_number(e->b);
    return typed || (is_whole(e->a) && is_whole(e->b));
}

/* It shows an error, not FALSE, while something that it reads is missing. */
static bool fragile(const struct plan *plan, const struct expr *e, measure_set known) {
    if (e->op == OP_AND || e->op == OP_OR || e->op == OP_NOT) {
        return fragile(plan, e->a, known) || (e->b != NULL && fragile(plan, e->b, known));
    }
    if (e->op == OP_FIRST) {
        return true;
    }
    return op_compares(e->op) && !as_it_is(e) && expr_needs(plan, e, known) != 0;
}

static void put_compared(struct rule_writer *w, const struct expr *e, measure_set known) {
    static const char *const signs[OP_MORE + 1] = {
        [OP_LESS] = "<",     [OP_AT_MOST] = "<=",  [OP_EQUAL] = "=",
        [OP_UNEQUAL] = "<>", [OP_AT_LEAST] = ">=", [OP_MORE] = ">"};
    if (as_it_is(e)) {
        put_value(w, e->a, known, IN_SUM);
        put(w, signs[e->op]);
        put_value(w, e->b, known, IN_SUM);
        return;
    }
    put(w, "ROUND(");
    put_value(w, e->a, known, IN_SUM);
    if (e->b->op != OP_NUMBER || e->b->value != 0) {
        put(w, "-");
        put_value(w, e->b, known, IN_PRODUCT);
    }
    buffer_format(w->out, ",%d)%s0", w->text->digits, signs[e->op]);
}

/* The operands of a chain, separated by commas. */
static void put_chain(struct rule_writer *w, const struct expr *e, uint8_t op, measure_set known) {
    if (e->op == op) {
        put_chain(w, e->a, op, known);
        put(w, ",");
        put_chain(w, e->b, op, known);
    } else {
        put_condition(w, e, known);
    }
}

/* AND() and OR() look at everything, IF() does not. */
static void put_both(struct rule_writer *w, const struct expr *e, measure_set known) {
    bool both = e->op == OP_AND;
    if (!fragile(w->plan, e->b, known)) {
        put(w, both ? "AND(" : "OR(");
        put_chain(w, e, e->op, known);
        put(w, ")");
        return;
    }
    put(w, "IF(");
    put_condition(w, e->a, known);
    put(w, both ? "," : ",TRUE,");
    put_condition(w, e->b, known | expr_learn(w->plan, e->a, both));
    put(w, both ? ",FALSE)" : ")");
}

static void put_known(struct rule_writer *w, uint8_t m, bool is) {
    put_cell(w, m);
    put(w, is ? "<>\"\"" : "=\"\"");
}

static void put_condition_list(struct rule_writer *w, const struct expr *e, measure_set known) {
    int open = 0;
    const struct clause *c = e->list;
    for (; c->when != NULL; c++, open++) {
        put(w, "IF(");
        put_condition(w, c->when, known);
        put(w, ",");
        put_condition(w, c->then, known | expr_learn(w->plan, c->when, true));
        put(w, ",");
        known |= expr_learn(w->plan, c->when, false);
    }
    put_condition(w, c->then, known);
    buffer_fill(w->out, ')', (size_t)open);
}

static void put_condition(struct rule_writer *w, const struct expr *e, measure_set known) {
    switch (e->op) {
    case OP_AND:
    case OP_OR:
        put_both(w, e, known);
        break;
    case OP_KNOWN:
        put_known(w, e->leaf, true);
        break;
    case OP_NOT:
        if (e->a->op == OP_KNOWN) {
            put_known(w, e->a->leaf, false);
            break;
        }
        put(w, "NOT(");
        put_condition(w, e->a, known);
        put(w, ")");
        break;
    case OP_TRUTH:
        put(w, e->value ? "TRUE" : "FALSE");
        break;
    case OP_FIRST:
        put_condition_list(w, e, known);
        break;
    default:
        put_compared(w, e, known);
        break;
    }
}

/* ---- results of formulas: missing stays missing ---- */

static bool same_result(const struct expr *a, const struct expr *b) {
    return (expr_never(a) && expr_never(b)) || a == b ||
           (a->op == OP_NUMBER && b->op == OP_NUMBER && a->value == b->value);
}

/* Conditions of one result in a row, which become IF(OR(…),result, */
struct guards {
    struct rule_writer *w;
    measure_set known;       /* when it began */
    const struct expr *then; /* the result */
    measure_set then_known;  /* whichever of the conditions held */
    size_t start;            /* of the first condition, in the text */
    int conditions;          /* so many */
    int open;                /* brackets to be closed at the end */
};

static void run_end(struct guards *r) {
    struct rule_writer *w = r->w;
    if (r->conditions == 0) {
        return;
    }
    if (r->conditions > 1) {
        static const char before[] = "OR(";
        size_t n = sizeof before - 1;
        size_t length = arrlenu(w->out->text) - r->start;
        put(w, before); /* room for it */
        memmove(w->out->text + r->start + n, w->out->text + r->start, length);
        memcpy(w->out->text + r->start, before, n);
        put(w, ")");
    }
    put(w, ",");
    put_result(w, r->then, r->then_known);
    put(w, ",");
    r->open++;
    r->conditions = 0;
}

static void run_add(struct guards *r, const struct expr *when, const struct expr *then,
                    measure_set known) {
    struct rule_writer *w = r->w;
    measure_set learnt = known | expr_learn(w->plan, when, true);
    if (r->conditions > 0 && (!same_result(r->then, then) || fragile(w->plan, when, r->known))) {
        run_end(r);
    }
    if (r->conditions++ == 0) {
        put(w, "IF(");
        r->start = arrlenu(w->out->text);
        r->known = known;
        r->then = then;
        r->then_known = learnt;
    } else {
        put(w, ",");
        r->then_known &= learnt;
    }
    if (when->op == OP_OR && !fragile(w->plan, when->b, r->known)) {
        put_chain(w, when, OP_OR, r->known); /* as some of the run's */
        r->conditions++;
    } else {
        put_condition(w, when, r->known);
    }
}

/* "" where one of these is missing. */
static void run_guard(struct guards *r, measure_set needs, measure_set known) {
    static const struct expr missing = {.op = OP_REASON, .value = UNDEFINED_NO_DATA};
    for (int m = 0; m < MEASURE_COUNT; m++) {
        if ((needs & measure_bit((enum measure)m)) != 0) {
            const struct expr there = {.op = OP_KNOWN, .leaf = (uint8_t)m};
            const struct expr gone = {.op = OP_NOT, .a = &there};
            run_add(r, &gone, &missing, known);
        }
    }
}

static void put_result(struct rule_writer *w, const struct expr *e, measure_set known) {
    struct guards r = {.w = w};
    while (e->op == OP_FIRST && !expr_never(e)) { /* a list that ends in a list goes on */
        const struct clause *c = e->list;
        for (; c->when != NULL; c++) {
            measure_set needs = expr_needs(w->plan, c->when, known);
            run_guard(&r, needs, known);
            known |= needs;
            run_add(&r, c->when, c->then, known);
            known |= expr_learn(w->plan, c->when, false);
        }
        e = c->then;
    }
    measure_set needs = expr_never(e) ? 0 : expr_needs(w->plan, e, known);
    run_guard(&r, needs, known);
    run_end(&r);
    if (expr_never(e)) {
        put(w, "\"\"");
    } else {
        put_value(w, e, known | needs, LOOSE);
    }
    buffer_fill(w->out, ')', (size_t)r.open);
}

/* ---- the three ---- */

static struct rule_writer writer_of(const struct rule_text *text, enum way way) {
    return (struct rule_writer){.text = text, .out = text->out, .plan = text->plan, .way = way};
}

bool rule_print_formula(const struct rule_text *text, enum measure m) {
    struct rule_writer w = writer_of(text, AS_FORMULA);
    put_result(&w, text->plan->rule[m], text->plan->always);
    return !w.failed;
}

bool rule_print_condition(const struct rule_text *text, const struct expr *condition) {
    struct rule_writer w = writer_of(text, AS_FORMULA);
    put_condition(&w, condition, text->plan->always);
    return !w.failed;
}

static bool compares_near(const struct expr *e, const struct frame *frame, struct ratio step) {
    struct ratio a;
    struct ratio b;
    if (as_it_is(e) || expr_value(e->a, frame, &a) != DEFINED ||
        expr_value(e->b, frame, &b) != DEFINED) {
        return false;
    }
    struct ratio apart = ratio_cmp(a, b) < 0 ? ratio_sub(b, a) : ratio_sub(a, b);
    return ratio_valid(apart) && ratio_sign(apart) > 0 && ratio_cmp(apart, step) < 0;
}

static bool near(const struct expr *e, const struct frame *frame, struct ratio step) {
    if (op_compares(e->op)) {
        return compares_near(e, frame, step);
    }
    for (const struct clause *c = e->op == OP_FIRST ? e->list : NULL; c != NULL;
         c = c->when != NULL ? c + 1 : NULL) {
        if ((c->when != NULL && near(c->when, frame, step)) || near(c->then, frame, step)) {
            return true;
        }
    }
    return (e->a != NULL && near(e->a, frame, step)) || (e->b != NULL && near(e->b, frame, step));
}

bool rule_near(const struct rule_text *text, enum measure m, const struct frame *frame) {
    int64_t parts = 1;
    for (int i = 0; i < text->digits; i++) {
        parts *= 10;
    }
    return near(text->plan->rule[m], frame, ratio_of(1, parts));
}

bool rule_print_heading(const struct rule_text *text, enum measure m) {
    struct rule_writer w = writer_of(text, AS_HEADING);
    w.failed = text->plan->rule[m] == NULL; /* given */
    if (!w.failed) {
        put_value(&w, text->plan->rule[m], 0, LOOSE);
    }
    return !w.failed;
}

int rule_print_worked(const struct rule_text *text, enum measure m, const struct frame *frame) {
    struct rule_writer w = writer_of(text, WORKED);
    w.frame = frame;
    put_value(&w, text->plan->rule[m], 0, LOOSE);
    return w.failed ? -1 : w.signs;
}
