/* SPDX-License-Identifier: MIT */
#include "twins.h"

#include "group_day.h"
#include "targets.h"

/* ---- months gone ---- */

int months_whole(struct window window, struct date day) {
    struct date first = window.first;
    struct date end = date_next(day);
    return (end.year - first.year) * 12 + end.month - first.month - (end.day < first.day);
}

bool months_printable(struct window window) {
    enum { EVERY_MONTH_HAS = 28 };
    return window.first.day <= EVERY_MONTH_HAS;
}

void months_whole_print(struct buffer *out, struct window window, const char *seen) {
    buffer_format(out, "(YEAR(%s+1)-%d)*12+MONTH(%s+1)-%d-IF(DAY(%s+1)<%d,1,0)", seen,
                  window.first.year, seen, window.first.month, seen, window.first.day);
}

/* The day of the month so many months after the window's first. */
static void month_begins_print(struct buffer *out, struct window window, const char *months,
                               const char *more) {
    buffer_format(out, "DATE(%d,%d+%s%s,%d)", window.first.year, window.first.month, months, more,
                  window.first.day);
}

void months_gone_print(struct buffer *out, struct window window, const char *seen,
                       const char *whole) {
    buffer_text(out, "MAX(0,MIN(");
    ratio_formula_print(out, window_months(window));
    buffer_format(out, ",%s+(%s+1-", whole, seen);
    month_begins_print(out, window, whole, "");
    buffer_text(out, ")/(");
    month_begins_print(out, window, whole, "+1");
    buffer_text(out, "-");
    month_begins_print(out, window, whole, "");
    buffer_text(out, ")))");
}

void ratio_formula_print(struct buffer *out, struct ratio value) {
    enum { SMALL = 1000000 };
    bool small = ratio_valid(value) && ratio_cmp(value, ratio_int(-SMALL)) > 0 &&
                 ratio_cmp(value, ratio_int(SMALL)) < 0 && value.den < SMALL;
    if (!small) {
        buffer_format(out, "%.17g", ratio_double(value));
    } else if (value.den == 1) {
        buffer_format(out, value.num < 0 ? "(%d)" : "%d", (int)value.num);
    } else {
        buffer_format(out, "(%d/%d)", (int)value.num, (int)value.den);
    }
}

/* ---- the worst member ---- */

enum status worst_of(enum status worst, enum status member) {
    return member > worst ? member : worst;
}

void worst_print(struct buffer *out, const char *counting) {
    int open = 0;
    for (int status = STATUS_MISSED; status > STATUS_FIRST; status--, open++) {
        buffer_format(out, "IF(%s%d)>0,%d,", counting, status, status);
    }
    buffer_format(out, "%d", STATUS_FIRST);
    while (open-- > 0) {
        buffer_text(out, ")");
    }
}

/* ---- the day of a group ---- */

void group_day_near_print(struct buffer *out, const char *days, const char *day) {
    buffer_format(out, "IF(%s=0,0,COUNTIFS(%s,\"<=\"&%s,%s,\">=\"&%s-%d))", day, days, day, days,
                  day, GROUP_DAYS);
}

void group_day_fit_print(struct buffer *out, const char *days, const char *near, const char *day) {
    buffer_format(out, "IF(3*%s>=2*COUNTIF(%s,\">0\"),%s,0)", near, days, day);
}

void group_day_print(struct buffer *out, const char *days, const char *fits, const char *mosts,
                     int apart) {
    buffer_format(out, "IF(COUNTIF(%s,\">0\")=0,\"\",IF(MAX(%s)>0,MAX(%s),MOD(MAX(%s),%d)))", days,
                  fits, fits, mosts, apart);
}

void group_day_counts_print(struct buffer *out, const char *day, const char *group) {
    buffer_format(out, "IF(%s=\"\",0,IF(AND(%s>0,%s<=%s,%s>=%s-%d),1,0))", group, day, day, group,
                  day, group, GROUP_DAYS);
}

/* ---- milestones ---- */

/* A straight line from one milestone to the next: from + (gone - begun) x rise / length, in
 * percent. The tree's numbers live beside it. */
struct stretch {
    struct ratio from;    /* percent due where it begins */
    struct ratio begun;   /* months gone there */
    struct ratio ends;    /* months gone where it ends */
    struct ratio rise;    /* percent more due there */
    struct ratio length;  /* in months */
    struct expr node[14]; /* all that it can take */
    int nodes;            /* so many are taken */
};

static const struct expr *node(struct stretch *s, struct expr e) {
    s->node[s->nodes] = e;
    return &s->node[s->nodes++];
}

static const struct expr *constant(struct stretch *s, const struct ratio *value) {
    struct expr e = {.op = OP_RATIO, .ratio = value};
    if (value->den == 1 && (int32_t)value->num == value->num) {
        e = (struct expr){.op = OP_NUMBER, .value = (int32_t)value->num};
    }
    return node(s, e);
}

static const struct expr *pair(struct stretch *s, enum op op, const struct expr *a,
                               const struct expr *b) {
    return node(s, (struct expr){.op = (uint8_t)op, .a = a, .b = b});
}

/* The stretch that ends with milestone i; i = count: with the window, where all is due. */
static const struct expr *stretch_make(struct stretch *s, const struct course *course, int i) {
    struct ratio hundred = ratio_int(100);
    bool first = i == 0;
    bool last = i == course->count;
    *s = (struct stretch){
        .from = first ? ratio_int(0) : course->points[i - 1].percent,
        .begun = first ? ratio_int(0) : course->months[i - 1],
        .ends = last ? course->whole : course->months[i],
    };
    s->rise = ratio_sub(last ? hundred : course->points[i].percent, s->from);
    s->length = ratio_sub(s->ends, s->begun);
    const struct expr *due = constant(s, &s->from);
    if (ratio_sign(s->length) > 0) {
        const struct expr *gone = node(s, (struct expr){.op = OP_MEASURE, .leaf = M_GONE});
        if (ratio_sign(s->begun) != 0) {
            gone = pair(s, OP_SUB, gone, constant(s, &s->begun));
        }
        const struct expr *way = pair(s, OP_MUL, gone, constant(s, &s->rise));
        way = pair(s, OP_DIV, way, constant(s, &s->length));
        due = ratio_sign(s->from) != 0 ? pair(s, OP_ADD, due, way) : way;
    }
    return pair(s, OP_DIV, due, node(s, (struct expr){.op = OP_NUMBER, .value = 100}));
}

enum undefined milestones_value(const struct expr *e, const struct frame *f, struct ratio *out) {
    const struct course *course = f->course;
    struct stretch stretch;
    int i = 0;
    (void)e;
    while (i < course->count && ratio_cmp(f->of[M_GONE].value, course->months[i]) >= 0) {
        i++;
    }
    return expr_value(stretch_make(&stretch, course, i), f, out);
}

const struct expr *milestones_tree(const struct course *course, struct arena *arena) {
    size_t n = (size_t)course->count;
    struct clause *list = arena_take(arena, (n + 1) * sizeof *list);
    for (int i = 0; i <= course->count; i++) {
        struct stretch *s = arena_take(arena, sizeof *s);
        list[i].then = stretch_make(s, course, i);
        list[i].when = NULL;
        if (i < course->count) {
            const struct expr *gone = node(s, (struct expr){.op = OP_MEASURE, .leaf = M_GONE});
            list[i].when = pair(s, OP_LESS, gone, constant(s, &s->ends));
        }
    }
    struct expr *all = arena_take(arena, sizeof *all);
    *all = (struct expr){.op = OP_FIRST, .list = list};
    return all;
}
