/* SPDX-License-Identifier: MIT */
#include "why_figures.h"

#include <stdint.h>
#include <string.h>

#include "facts.h"
#include "figure_text.h"
#include "label.h"
#include "mem.h"
#include "phrase.h"
#include "plan.h"
#include "printing.h"
#include "rule_text.h"
#include "rules.h"

/* The row's rules and numbers, while they are explained. */
struct working {
    const struct why *w;
    struct given given; /* all measures, those by rule computed */
    struct plan plan;   /* the rules of rows of its kinds */
    struct frame frame; /* over `given` */
    bool rounded;       /* a number of the equation being printed was */
};

static bool ends_within(struct ratio value, int decimals) {
    int needed = ratio_decimals(value);
    return needed >= 0 && needed <= decimals;
}

/* ---- the left side ---- */

/* "50,0%", "45,23%" */
static bool share_print(const struct why *w, struct ratio value, char text[PRINTED_TEXT]) {
    struct ratio percent = ratio_mul(value, ratio_int(100));
    if (ends_within(percent, 1)) {
        percent_print(value, NULL, 0, w->lang, text);
        return true;
    }
    bool whole = whole_print(percent, w->indicator, w->lang, text);
    memcpy(text + strlen(text), "%", sizeof "%");
    return whole;
}

/* "(5 + 12 / 31)": months and the like are printed in full. */
static bool put_mixed(struct working *f, struct buffer *out, struct ratio value) {
    enum { LARGEST = 10000 };
    if (ratio_decimals(value) >= 0 || value.num < 0 || value.den > LARGEST) {
        return false;
    }
    char plain[RATIO_TEXT];
    char text[PRINTED_TEXT];
    struct ratio whole = {value.num / value.den, 1};
    ratio_plain(whole, true, NULL, 0, plain);
    buffer_text(out, "(");
    if (ratio_sign(whole) != 0) {
        buffer_text(out, print_number(plain, f->w->lang, text));
        buffer_text(out, " + ");
    }
    buffer_format(out, "%d / %d)", (int)(value.num % value.den), (int)value.den);
    return true;
}

static void put_operand(void *context, struct buffer *out, enum measure m, struct ratio value) {
    struct working *f = context;
    char text[PRINTED_TEXT];
    bool share = m == M_DUE || m == M_ELAPSED;
    bool of_row = m != MEASURE_COUNT && m != M_GONE && m != M_MONTHS;
    if (!of_row && put_mixed(f, out, value)) {
        return;
    }
    if (share) {
        f->rounded = !share_print(f->w, value, text) || f->rounded;
    } else {
        f->rounded = !whole_print(value, f->w->indicator, f->w->lang, text) || f->rounded;
    }
    buffer_text(out, text);
}

/* The rule with its numbers; a given measure is its number. Returns the signs of arithmetic. */
static int put_worked(struct working *f, enum measure m, struct quantity q) {
    if (rules[m] == NULL) {
        put_operand(f, f->w->out, m, q.value);
        return 0;
    }
    const struct rule_text text = {
        .plan = &f->plan, .out = f->w->out, .number = put_operand, .context = f};
    return rule_print_worked(&text, m, &f->frame);
}

/* ---- the right side ---- */

/* Prints a number that was computed; false: it was rounded. */
static bool result_print(const struct why *w, enum why_number number, struct ratio value,
                         char text[PRINTED_TEXT]) {
    if (number == WHY_SHARE || number == WHY_MONTHS) {
        struct ratio edges[] = {ratio_int(1), ratio_int(0)};
        percent_print(value, edges, 2, w->lang, text);
        return ends_within(ratio_mul(value, ratio_int(100)), 1);
    }
    struct ratio edges[] = {row_decides(w->row), w->row->low};
    return ends_within(value, derived_print(value, w->card, w->row, edges, 2, w->lang, text));
}

static void put_amount(const struct why *w, struct ratio value) {
    char text[PRINTED_TEXT];
    whole_print(value, w->indicator, w->lang, text);
    buffer_text(w->out, text);
}

static void put_unit(const struct why *w, enum why_number number) {
    switch (number) {
    case WHY_DISTANCE:
        if (unit_is_percent(&w->indicator->unit)) {
            buffer_format(w->out, " %s", phrase(PHRASE_POINTS, w->lang));
            break;
        }
        why_unit(w);
        break;
    case WHY_AMOUNT:
        why_unit(w);
        break;
    case WHY_SHARE:
    case WHY_MONTHS:
        break;
    }
}

/* ---- lines ---- */

/* What stands behind the number. */
static void put_more(const struct why *w, enum why_more more) {
    const struct row *row = w->row;
    char text[CELL_TEXT_SIZE];
    char day[DATE_TEXT];
    char last[DATE_TEXT];
    switch (more) {
    case WHY_NO_MORE:
    case WHY_STATED:
        why_end(w);
        break;
    case WHY_STRICT:
        strict_print(row, w->lang, text);
        buffer_format(w->out, "%s\n", text);
        break;
    case WHY_BASE_DAY:
        buffer_format(w->out, ", %s\n", print_date(row->baseline_date, w->lang, day));
        why_where_figure(w, row->baseline_figure);
        break;
    case WHY_LAST_YEAR_DAY:
        why_end(w);
        why_label(w, "");
        buffer_format(w->out, "%s\n", print_date(row->last_year_date, w->lang, day));
        why_where_figure(w, row->last_year_figure);
        break;
    case WHY_ESTIMATE:
        if (row->is[M_ESTIMATE_STATUS].why == DEFINED) {
            enum status status = (enum status)row->is[M_ESTIMATE_STATUS].value.num;
            buffer_format(w->out, ": %s", estimate_label(status, w->lang));
        }
        why_end(w);
        break;
    case WHY_WINDOW:
        buffer_format(w->out, " (%s – %s)\n", print_date(row->window.first, w->lang, day),
                      print_date(row->window.last, w->lang, last));
        break;
    }
}

/* "15 / 30 = 50,0%" */
static void put_equation(struct working *f, const struct why_line *line, struct quantity q) {
    const struct why *w = f->w;
    char text[PRINTED_TEXT];
    f->rounded = false;
    int signs = put_worked(f, line->measure, q);
    buffer_text(w->out, line->number == WHY_MONTHS ? why_say(w, W_MONTHS) : "");
    if (signs != 0) {
        f->rounded = !result_print(w, line->number, q.value, text) || f->rounded;
        buffer_format(w->out, "%s%s", f->rounded ? " ≈ " : " = ", text);
    }
    put_unit(w, line->number);
}

static void put_line(struct working *f, const struct why_line *line) {
    const struct why *w = f->w;
    struct quantity q = f->given.of[line->measure];
    bool dated = date_known(w->row->baseline_date);
    if ((line->more == WHY_BASE_DAY && !dated) || (line->more == WHY_STATED && dated)) {
        return;
    }
    if (q.why == DEFINED) {
        why_label(w, line->label[w->lang]);
        put_equation(f, line, q);
        put_more(w, line->more);
    } else if ((line->said >> q.why & 1) != 0 && undefined_label(q.why, w->lang)[0] != '\0') {
        why_label(w, line->label[w->lang]);
        buffer_format(w->out, "%s\n", undefined_label(q.why, w->lang));
    }
}

/* ---- the verdict, and what would change it ---- */

/* The verdict by the rules if both ends of the figure were so much more. */
static enum status status_with(const struct working *f, struct ratio more) {
    struct quantity of[MEASURE_COUNT];
    struct frame frame = f->frame;
    memcpy(of, f->given.of, sizeof of);
    of[M_ACTUAL] = quantity_exact(ratio_add(of[M_ACTUAL].value, more));
    of[M_ACTUAL_HIGH] = quantity_exact(ratio_add(of[M_ACTUAL_HIGH].value, more));
    frame.of = of;
    rules_evaluate(rules, &frame, of);
    return of[M_STATUS].why == DEFINED ? (enum status)of[M_STATUS].value.num : STATUS_COUNT;
}

/* The end of the figure that decides. */
static struct ratio deciding_end(const struct why *w) {
    return w->row->ceiling ? w->row->high : w->row->low;
}

static void put_verdict(const struct why *w, enum status status) {
    buffer_format(w->out, ": %s", status_word(status, w->lang));
}

/* "≥ 15: đúng tiến độ" */
static void put_band(const struct working *f, struct ratio level) {
    const struct why *w = f->w;
    buffer_text(w->out, w->row->ceiling ? "≤ " : "≥ ");
    put_amount(w, level);
    put_verdict(w, status_with(f, ratio_sub(level, deciding_end(w))));
}

/* " (90% của 15)": what the edge is a share of. */
static void put_share_of(const struct working *f, enum measure edge) {
    const struct why *w = f->w;
    const struct quantity *of = f->given.of;
    char percent[PRINTED_TEXT];
    char base[PRINTED_TEXT];
    char level[PRINTED_TEXT];
    bool whole = f->given.facts[F_FLOW] != 0;
    percent_print(ratio_div(of[edge == M_EDGE_OVER ? M_OVER : M_SLIPPING].value, ratio_int(100)),
                  NULL, 0, w->lang, percent);
    whole_print(of[M_BASE].value, w->indicator, w->lang, base);
    whole_print(of[M_EXPECTED].value, w->indicator, w->lang, level);
    buffer_text(w->out, " (");
    message_fill(w->out, why_say(w, whole ? W_EDGE_OF : W_EDGE_WAY),
                 (const char *const[]){percent, whole ? level : base, level, NULL}, w->lang);
    buffer_text(w->out, ")");
}

static void put_bands(const struct working *f) {
    const struct quantity *of = f->given.of;
    enum measure edge = of[M_EDGE_OVER].why == DEFINED ? M_EDGE_OVER : M_EDGE_SLIPPING;
    if (of[edge].why != DEFINED) {
        return;
    }
    why_label(f->w, why_say(f->w, W_BAND));
    put_band(f, of[M_EXPECTED].value);
    buffer_text(f->w->out, "; ");
    put_band(f, of[edge].value);
    put_share_of(f, edge);
    why_end(f->w);
}

/* So much more or less, the whole number not below it: things that are counted come whole. */
static struct ratio counted(const struct why *w, struct ratio more) {
    if (ratio_decimals(deciding_end(w)) != 0 || ratio_decimals(row_decides(w->row)) != 0) {
        return more;
    }
    struct ratio up = {more.num < 0 ? -more.num : more.num, more.den};
    up = (struct ratio){(up.num + up.den - 1) / up.den, 1};
    return more.num < 0 ? ratio_sub(ratio_int(0), up) : up;
}

/* "thêm 3 HTX: đúng tiến độ", when reaching the level makes the verdict better than *best. */
static void put_change(const struct working *f, struct quantity level, bool strict,
                       enum status *best) {
    const struct why *w = f->w;
    struct ratio more = ratio_sub(level.value, deciding_end(w));
    if (level.why != DEFINED || !ratio_valid(more)) {
        return;
    }
    bool ceiling = w->row->ceiling;
    struct ratio beyond = ratio_of(ceiling ? -1 : 1, 1000000);
    more = strict ? ratio_add(more, beyond) : counted(w, more);
    enum status status = status_with(f, more);
    if (status >= *best) {
        return;
    }
    *best = status;
    bool up = ratio_sign(more) > 0;
    why_label(w, why_say(w, W_CHANGE));
    if (strict) {
        buffer_text(w->out, why_say(w, ceiling ? W_BELOW : W_ABOVE));
        put_amount(w, level.value);
    } else {
        buffer_text(w->out, why_say(w, up ? W_MORE_THEN : W_LESS_THEN));
        put_amount(w, up ? more : ratio_sub(ratio_int(0), more));
    }
    why_unit(w);
    put_verdict(w, status);
    why_end(w);
}

static void put_changes(const struct working *f) {
    const struct row *row = f->w->row;
    const struct quantity *of = f->given.of;
    if (!row->has_actual || of[M_DECIDES].why != DEFINED || row->override != NONE) {
        return;
    }
    bool strict = row->bounds.kind == TARGET_MORE_THAN || row->bounds.kind == TARGET_LESS_THAN;
    enum status best = status_with(f, ratio_int(0));
    put_change(f, of[M_EXPECTED], false, &best);
    put_change(f, of[M_DECIDES], strict, &best);
}

void why_figures(const struct why *w) {
    struct working f = {.w = w};
    given_of_row(w->card->book, w->row, &f.given);
    given_evaluate(&f.given);
    plan_make(&f.plan, f.given.facts, 0, &f.given.course);
    f.frame = given_frame(&f.given);
    for (size_t i = 0; i < why_lines_count; i++) {
        put_line(&f, &why_lines[i]);
    }
    put_bands(&f);
    put_changes(&f);
    plan_clear(&f.plan);
    given_clear(&f.given);
}
