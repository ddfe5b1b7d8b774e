/* SPDX-License-Identifier: MIT */
/*
 * The rules of the rows, folded and printed: once for all rows of which they ask the same, with a
 * byte for every cell, so that a line only puts its cells in.
 */
#include <string.h>

#include "buffer.h"
#include "mem.h"
#include "rule_text.h"
#include "rules.h"
#include "twins.h"
#include "workbook_lines.h"

enum { NOT_PRINTED, PRINTED, UNPRINTABLE };

/* A formula in which the byte FIRST_CELL + m stands for measure m. */
struct pattern {
    const char *text; /* once it is printed */
    uint8_t state;
};

enum { FIRST_CELL = 0x80 };

/* What all rows of one kind share. */
struct row_rules {
    struct plan plan;
    int digits; /* decimals at which numbers are compared */
    struct pattern measures[MEASURE_COUNT];
    struct pattern past;
};

/* ---- which rows share them ---- */

/* Decimals at which the row's numbers are compared: what a binary number of their size holds. */
static int digits_of(const struct row *row) {
    enum { MOST = 9 };
    struct ratio decides = row_decides(row);
    const struct ratio *all[] = {&row->low,        &row->high,
                                 &decides,         &row->is[M_BASE].value,
                                 &row->bounds.low, &row->bounds.high};
    struct ratio step = ratio_int(10000);
    int digits = MOST;
    for (size_t i = 0; i < sizeof all / sizeof *all; i++) {
        struct ratio size = ratio_sign(*all[i]) < 0 ? ratio_sub(ratio_int(0), *all[i]) : *all[i];
        while (digits > 0 && ratio_cmp(size, step) > 0) {
            step = ratio_mul(step, ratio_int(10));
            digits--;
        }
    }
    return digits;
}

/* Growth as first assigned was over the same last year's figure, which may be typed. */
static bool first_base_is_last_year(const struct workbook *book, const struct row *row) {
    const struct quantity *is = row->is;
    bool same = is[M_BASE_FIRST].why == DEFINED && is[M_BASE].why == DEFINED &&
                ratio_cmp(is[M_BASE_FIRST].value, is[M_BASE].value) == 0;
    return same && row->revision != NONE && !ratio_valid(row->bounds.base) &&
           !ratio_valid(targets_get(&book->card->book->targets, row->target).bounds.base);
}

/* Measures that nobody can take out of a line. */
static measure_set always_of(const struct workbook *book, const struct row *row,
                             const struct given *given) {
    measure_set always = measure_bit(M_AS_OF) | measure_bit(M_LAST_DAY) | measure_bit(M_MEASURED) |
                         measure_bit(M_MONTHS) | measure_bit(M_GONE) | measure_bit(M_SLIPPING) |
                         measure_bit(M_OVER) | measure_bit(M_PARTIAL) | measure_bit(M_MEMBERS) |
                         measure_bit(M_REPORTING) | measure_bit(M_WORST);
    for (int m = M_LOW_FIRST; m <= M_GROW_FIRST; m++) {
        always |= given->of[m].why == DEFINED ? measure_bit((enum measure)m) : 0;
    }
    bool own_base = given->of[M_BASE_FIRST].why == DEFINED && !first_base_is_last_year(book, row);
    return always | (own_base ? measure_bit(M_BASE_FIRST) : 0);
}

static struct row_rules *find_rules(struct workbook *book, const struct row *row) {
    struct given given;
    struct rules_key key;
    memset(&key, 0, sizeof key); /* its padding is compared too */
    given_of_row(book->card->book, row, &given);
    memcpy(key.facts, given.facts, sizeof key.facts);
    measure_set always = always_of(book, row, &given);
    for (int m = 0; m < (int)MEASURE_COUNT; m++) {
        key.always[m] = (always & measure_bit((enum measure)m)) != 0;
    }
    key.digits = (int8_t)digits_of(row);
    given_clear(&given);
    ptrdiff_t at = hmgeti(book->rules, key);
    if (at >= 0) {
        return book->rules[at].value;
    }
    struct row_rules *own = mem_alloc(sizeof *own);
    *own = (struct row_rules){.digits = key.digits};
    plan_make(&own->plan, key.facts, always, NULL);
    hmput(book->rules, key, own);
    return own;
}

void workbook_rules(struct workbook *book) {
    size_t n = arrlenu(book->card->rows);
    book->rules_of = mem_alloc((n + 1) * sizeof(struct row_rules *));
    for (size_t i = 0; i < n; i++) {
        book->rules_of[i] = find_rules(book, &book->card->rows[i]);
    }
}

void workbook_rules_clear(struct workbook *book) {
    for (ptrdiff_t i = 0; i < hmlen(book->rules); i++) {
        plan_clear(&book->rules[i].value->plan);
        mem_free(book->rules[i].value);
    }
    hmfree(book->rules);
    mem_free(book->rules_of);
}

const struct plan *workbook_plan(const struct workbook *book, int row) {
    return &book->rules_of[row]->plan;
}

/* ---- formulas ---- */

static bool put_byte(void *context, struct buffer *out, enum measure m) {
    (void)context;
    const char byte = (char)(FIRST_CELL + (int)m);
    buffer_put(out, &byte, 1);
    return true;
}

static struct rule_text text_of(const struct row_rules *own, struct buffer *out) {
    return (struct rule_text){
        .plan = &own->plan, .out = out, .cell = put_byte, .digits = own->digits};
}

/* Kept where the pool says, in the workbook's or the line's. */
static struct pattern pattern_of(struct buffer *out, bool good, struct pool *pool) {
    struct pattern pattern = {NULL, UNPRINTABLE};
    if (good) {
        pattern = (struct pattern){pool_text(pool, out->text, arrlenu(out->text)), PRINTED};
    }
    buffer_clear(out);
    return pattern;
}

/* The share due between milestones is of one target only. */
static struct pattern milestones_pattern(const struct data_line *line, const struct row_rules *own,
                                         enum measure m) {
    struct plan plan;
    struct buffer out = {0};
    plan_make(&plan, own->plan.facts, own->plan.always, &line->terms->given.course);
    struct rule_text text = text_of(own, &out);
    text.plan = &plan;
    bool good = rule_print_formula(&text, m);
    plan_clear(&plan);
    return pattern_of(&out, good, &line->book->line);
}

static struct pattern rule_pattern(const struct data_line *line, enum measure m) {
    struct row_rules *own = line->book->rules_of[line->index];
    struct pattern *kept = &own->measures[m];
    if (m == M_DUE && line->row->pace == PACE_MILESTONES) {
        return milestones_pattern(line, own, m);
    }
    if (kept->state == NOT_PRINTED) {
        struct buffer out = {0};
        struct rule_text text = text_of(own, &out);
        bool good = !expr_never(own->plan.rule[m]) && rule_print_formula(&text, m);
        *kept = pattern_of(&out, good, &line->book->pool);
    }
    return *kept;
}

/* The measure in whose cell another stands: what a target says is one of its bounds, but for
 * growth. */
static enum measure cell_measure(const struct data_line *line, enum measure m) {
    const struct plan *plan = workbook_plan(line->book, line->index);
    if (m == M_BASE_FIRST && first_base_is_last_year(line->book, line->row)) {
        return M_BASE;
    }
    bool stated = m == M_STATED || m == M_STATED_FIRST;
    return stated && plan->rule[m]->op == OP_MEASURE ? (enum measure)plan->rule[m]->leaf : m;
}

/* What stands for a measure that has no cell; false: nothing does. */
static bool put_constant(const struct data_line *line, struct buffer *out, enum measure m) {
    struct quantity q = line->terms->given.of[m];
    if (m == M_MEASURED) {
        struct date day = measured_day(
            line->indicator, book_window(line->book->card->book, line->row->org, line->row->year));
        buffer_format(out, "DATE(%d,%d,%d)", day.year, day.month, day.day);
    } else if (q.why == DEFINED) {
        ratio_formula_print(out, q.value);
    }
    return m == M_MEASURED || q.why == DEFINED;
}

/* NULL where something has no cell, or nothing has one: the figure then stands as it is. */
static const char *with_cells(const struct data_line *line, struct pattern pattern) {
    struct buffer *out = &line->terms->formula;
    const char *text = pattern.text;
    bool cells = false;
    if (pattern.state != PRINTED) {
        return NULL;
    }
    arrsetlen(out->text, 0);
    while (*text != '\0') {
        size_t n = 0;
        while (text[n] != '\0' && (unsigned char)text[n] < FIRST_CELL) {
            n++;
        }
        buffer_put(out, text, n);
        text += n;
        if (*text != '\0') {
            enum measure m =
                cell_measure(line, (enum measure)((unsigned char)*text++ - FIRST_CELL));
            int column = line->terms->column_of[m];
            if (column < DATA_COUNT) {
                buffer_text(out, line_cell(line, (enum data_id)column));
                cells = true;
            } else if (!put_constant(line, out, m)) {
                return NULL;
            }
        }
    }
    return cells ? pool_text(&line->book->line, out->text, arrlenu(out->text)) : NULL;
}

bool line_near(const struct data_line *line, enum measure m) {
    const struct row_rules *own = line->book->rules_of[line->index];
    struct rule_text text = text_of(own, NULL);
    struct frame frame = given_frame(&line->terms->given);
    return rule_near(&text, m, &frame);
}

const char *line_rule(const struct data_line *line, enum measure m) {
    struct pattern pattern = rule_pattern(line, m);
    return pattern.state != PRINTED || line_near(line, m) ? NULL : with_cells(line, pattern);
}

/* A condition beside the rules; NULL where it is settled, or cannot be printed. */
static const char *condition_of(const struct data_line *line, const struct expr *asked,
                                struct pattern *kept) {
    struct row_rules *own = line->book->rules_of[line->index];
    if (kept->state == NOT_PRINTED) {
        const struct expr *condition = plan_fold(&own->plan, asked);
        struct buffer out = {0};
        struct rule_text text = text_of(own, &out);
        bool good = condition->op != OP_TRUTH && rule_print_condition(&text, condition);
        *kept = pattern_of(&out, good, &line->book->pool);
    }
    return with_cells(line, *kept);
}

const char *line_is_past(const struct data_line *line) {
    return condition_of(line, rule_past, &line->book->rules_of[line->index]->past);
}

bool line_status_is(const struct data_line *line, const struct given *given) {
    const struct quantity *status = &line->row->is[M_STATUS];
    struct frame frame = given_frame(given);
    struct ratio rank;
    return expr_value(workbook_plan(line->book, line->index)->rule[M_STATUS], &frame, &rank) ==
               DEFINED &&
           status->why == DEFINED && ratio_cmp(rank, status->value) == 0;
}
