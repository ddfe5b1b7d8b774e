/* SPDX-License-Identifier: MIT */
/*
 * Where each line's figure comes from: an input, another line, or its members' lines
 * (docs/QUY-TAC.md sections 2 and 6). A formula is only used where, computed here from the other
 * lines' exact figures, it gives the row's own exact figure; else the row knows more than the
 * lines, and stays a constant.
 */
#include <stdlib.h>
#include <string.h>

#include "group_day.h"
#include "ledger.h"
#include "mem.h"
#include "twins.h"
#include "workbook_lines.h"

/* ---- which line holds the same ---- */

static bool same_window(struct window a, struct window b) {
    return date_cmp(a.first, b.first) == 0 && date_cmp(a.last, b.last) == 0;
}

static bool same_quantity(const struct quantity *a, const struct quantity *b) {
    return a->why == DEFINED && b->why == DEFINED && ratio_cmp(a->value, b->value) == 0;
}

static bool same_goal(const struct row *a, const struct row *b) {
    return a->indicator == b->indicator && a->year == b->year;
}

static bool same_figure(const struct row *a, const struct row *b) {
    return same_goal(a, b) && same_window(a->window, b->window) && a->has_actual == b->has_actual &&
           ratio_cmp(a->low, b->low) == 0 && ratio_cmp(a->high, b->high) == 0 &&
           date_cmp(a->date, b->date) == 0;
}

bool row_interval(const struct row *row) {
    return ratio_cmp(row->low, row->high) != 0;
}

/* Rows first .. last - 1 of an organisation. */
struct rows_of_one {
    int first;
    int last;
};

/* All lines and what they are found by. */
struct finder {
    const struct scorecard *card;
    struct data_line *lines;
    struct rows_of_one *orgs; /* by organisation */
    int *first_of_target;     /* by target: the first member's line, or NONE */
};

static bool whole_year(const struct finder *f, const struct row *row) {
    return same_window(row->window, book_window(f->card->book, row->org, row->year));
}

/* The organisation's first line of an indicator: of its whole year, or of this part of it. */
static int line_of(const struct finder *f, int32_t org, int32_t indicator, int year,
                   const struct window *part) {
    for (int i = f->orgs[org].first; i < f->orgs[org].last; i++) {
        const struct row *row = &f->card->rows[i];
        if (row->indicator == indicator && row->year == year &&
            (part != NULL ? same_window(row->window, *part) : whole_year(f, row))) {
            return i;
        }
    }
    return NONE;
}

static void find_same(const struct finder *f, struct data_line *line) {
    const struct row *row = line->row;
    for (int i = f->orgs[row->org].first; i < line->index; i++) {
        const struct row *other = &f->card->rows[i];
        if (!same_goal(row, other)) {
            continue;
        }
        if (line->from == NONE && same_figure(row, other)) {
            line->from = i;
            line->origin = ORIGIN_SAME;
        }
        if (line->base_from == NONE && same_quantity(&row->is[M_BASE], &other->is[M_BASE]) &&
            date_cmp(row->baseline_date, other->baseline_date) == 0 &&
            date_known(row->baseline_date)) {
            line->base_from = i;
        }
        if (line->same_from == NONE && same_window(row->window, other->window) &&
            same_quantity(&row->is[M_BY_NOW], &other->is[M_BY_NOW])) {
            line->same_from = i;
        }
        if (line->estimate_from == NONE &&
            same_quantity(&row->is[M_ESTIMATE], &other->is[M_ESTIMATE])) {
            line->estimate_from = i;
        }
    }
}

/* The target is the same for every member: it is an input on the first member's line. */
static void find_target(const struct finder *f, struct data_line *line) {
    const struct row *row = line->row;
    int first = row->target != NONE ? f->first_of_target[row->target] : NONE;
    if (first == NONE || first == line->index || row->members_met >= 0) {
        line->target_from = row->each_group && first != NONE ? first : NONE;
    } else {
        line->target_from = first;
    }
    if (line->target_from == NONE) {
        return;
    }
    const struct row *other = &f->card->rows[first];
    int members = f->card->book->orgs[row->org].members_total;
    bool sums = indicator_adds_up(line->indicator);
    bool grows = row->bounds.kind == TARGET_GROW;
    struct ratio times = ratio_int(row->each_group && sums && !grows ? members : 1);
    bool same = row->bounds.kind == other->bounds.kind;
    if (grows) {
        same = same && ratio_cmp(row->bounds.grow, other->bounds.grow) == 0;
    } else {
        same = same && ratio_cmp(row->bounds.low, ratio_mul(other->bounds.low, times)) == 0 &&
               ratio_cmp(row->bounds.high, ratio_mul(other->bounds.high, times)) == 0 &&
               ratio_cmp(row->bounds.tolerance, ratio_mul(other->bounds.tolerance, times)) == 0;
    }
    line->target_from = same ? first : NONE;
}

/* ---- other figures of the same organisation ---- */

/* A flow inside a part of the year, out of its running total. */
static void find_whole(const struct finder *f, struct data_line *line) {
    const struct row *row = line->row;
    if (line->origin != ORIGIN_INPUT || !row->has_actual || whole_year(f, row)) {
        return;
    }
    int whole = line_of(f, row->org, row->indicator, row->year, NULL);
    if (whole == NONE) {
        return;
    }
    const struct row *other = &f->card->rows[whole];
    if (other->has_actual && date_cmp(other->date, row->date) == 0 && !row_interval(row) &&
        !row_interval(other)) {
        line->from = whole;
        line->origin = ORIGIN_PART;
    }
}

/* A share or average that no report gives, out of its two parts. */
static void find_ratio(const struct finder *f, struct data_line *line) {
    const struct row *row = line->row;
    const struct indicator *what = line->indicator;
    bool computed = row->computed || !row->has_actual;
    if (line->origin != ORIGIN_INPUT || what->ratio_of == NONE || what->ratio_to == NONE ||
        !computed || row->rolled_up || !indicator_is_level(what)) {
        return;
    }
    line->origin = row->has_actual ? ORIGIN_PROGRAM : ORIGIN_INPUT;
    int of = line_of(f, row->org, what->ratio_of, row->year, NULL);
    int to = line_of(f, row->org, what->ratio_to, row->year, NULL);
    if (of == NONE || to == NONE) {
        return;
    }
    const struct row *a = &f->card->rows[of];
    const struct row *b = &f->card->rows[to];
    if (row->has_actual) {
        struct ratio scale = indicator_ratio_scale(f->card->book, what);
        struct ratio low = ratio_mul(ratio_div(a->low, b->high), scale);
        struct ratio high = ratio_mul(ratio_div(a->high, b->low), scale);
        if (!a->has_actual || !b->has_actual || date_cmp(a->date, row->date) != 0 ||
            date_cmp(b->date, row->date) != 0 || ratio_cmp(low, row->low) != 0 ||
            ratio_cmp(high, row->high) != 0) {
            return;
        }
    }
    line->from = of;
    line->against = to;
    line->origin = ORIGIN_RATIO;
}

/* ---- groups ---- */

/* What the members' lines come to. */
struct total {
    struct date date;
    struct ratio low;
    struct ratio high;
    struct ratio weight;
    int reporting;
    enum partial partial;
    enum partial worst_partial; /* of the members */
    bool below_zero;            /* some value is */
    bool refused;               /* there is no mean */
    bool sound;                 /* every part is where the formulas look for it */
};

enum rollup line_rollup(const struct data_line *line) {
    return indicator_rollup(line->indicator);
}

bool rollup_sums(enum rollup rule) {
    return rule == ROLLUP_SUM || rule == ROLLUP_COUNT_YES;
}

/* The lines of the weight, or of both parts of the ratio, of a member's line. */
static void find_weight(const struct finder *f, struct data_line *member) {
    const struct row *row = member->row;
    const struct indicator *what = member->indicator;
    if (line_rollup(member) == ROLLUP_WEIGHTED) {
        member->weight_from = line_of(f, row->org, what->weight, row->year, NULL);
        member->value_from = member->index;
    } else if (line_rollup(member) == ROLLUP_RATIO) {
        member->value_from = line_of(f, row->org, what->ratio_of, row->year, NULL);
        member->weight_from = line_of(f, row->org, what->ratio_to, row->year, NULL);
    }
}

/* ---- what a member's line brings ---- */

static const struct row *row_of(const struct data_line *line, int index) {
    return index == NONE ? NULL : &line->book->card->rows[index];
}

/* Both are there, on days that go together. */
static bool goes_together(const struct data_line *line, const struct row *value,
                          const struct row *weight) {
    if (!value->has_actual || !weight->has_actual) {
        return false;
    }
    int days = date_cmp(weight->date, value->date);
    return line_rollup(line) == ROLLUP_WEIGHTED ? days <= 0 : days == 0;
}

bool line_reported(const struct data_line *line) {
    const struct row *value = row_of(line, line->value_from);
    const struct row *weight = row_of(line, line->weight_from);
    if (line_rollup(line) != ROLLUP_RATIO || value == NULL || weight == NULL) {
        return line->row->has_actual;
    }
    return goes_together(line, value, weight);
}

struct quantity weight_figure(const struct data_line *line, enum data_id column) {
    const struct row *value = row_of(line, line->value_from);
    const struct row *weight = row_of(line, line->weight_from);
    struct quantity result = undefined(UNDEFINED_NO_DATA);
    if (value == NULL || weight == NULL || !goes_together(line, value, weight)) {
        return result;
    }
    bool product = column == DATA_WEIGHTED && line_rollup(line) == ROLLUP_WEIGHTED;
    result.value = column == DATA_WEIGHTED ? value->low : weight->low;
    result.value = product ? ratio_mul(value->low, weight->low) : result.value;
    result.why = ratio_valid(result.value) ? DEFINED : UNDEFINED_NO_DATA;
    return result;
}

/* Whether there are lines for what the member brings: a weight may not be chosen or not shown, a
 * share may have no parts. */
static bool has_parts(const struct data_line *member) {
    return rollup_sums(line_rollup(member)) ||
           (member->value_from != NONE && member->weight_from != NONE);
}

/* Days of members, as group_day() asks for them. */
struct days_of {
    const struct finder *f;
    const struct data_line *group;
};

static struct date last_by(void *context, size_t member, struct date day) {
    const struct days_of *of = context;
    const struct data_line *line = &of->f->lines[of->group->members[member]];
    bool has = line_reported(line) && date_cmp(line->row->date, day) <= 0;
    return has ? line->row->date : (struct date){0, 0, 0};
}

/* Who is no member on some day is told by the row's figures, which then differ. */
static bool holds(void *context, size_t member, struct date day) {
    (void)context;
    (void)member;
    (void)day;
    return true;
}

static int by_date(const void *left, const void *right) {
    return date_cmp(*(const struct date *)left, *(const struct date *)right);
}

static struct date day_of_group(const struct finder *f, const struct data_line *group) {
    struct days_of of = {f, group};
    struct date *days = NULL;
    for (size_t i = 0; i < arrlenu(group->members); i++) {
        const struct data_line *member = &f->lines[group->members[i]];
        if (line_reported(member)) {
            arrput(days, member->row->date);
        }
    }
    size_t n = arrlenu(days);
    size_t kept = 0;
    if (n > 0) {
        qsort(days, n, sizeof *days, by_date);
    }
    for (size_t i = 0; i < n; i++) {
        if (kept == 0 || date_cmp(days[kept - 1], days[i]) != 0) {
            days[kept++] = days[i];
        }
    }
    struct group_days from = {days, kept, arrlenu(group->members), &of, holds, last_by};
    struct date day = group_day(&from);
    arrfree(days);
    return day;
}

static void add_member(const struct finder *f, const struct data_line *member, enum rollup rule,
                       struct total *total) {
    const struct row *row = member->row;
    if (!line_reported(member) || date_cmp(row->date, total->date) > 0 ||
        !group_day_counts(row->date, total->date)) {
        return;
    }
    struct ratio low = line_brings(member, row->low);
    struct ratio high = line_brings(member, row->high);
    if (!rollup_sums(rule)) {
        struct quantity value = weight_figure(member, DATA_WEIGHTED);
        struct quantity weight = weight_figure(member, DATA_WEIGHT);
        bool refused = value.why != DEFINED || weight.why != DEFINED ||
                       (rule == ROLLUP_WEIGHTED && ratio_sign(weight.value) < 0);
        low = high = value.value;
        total->weight = ratio_add(total->weight, weight.value);
        total->refused = total->refused || refused;
        total->sound = total->sound && !row_interval(&f->card->rows[member->value_from]) &&
                       !row_interval(&f->card->rows[member->weight_from]);
    }
    total->below_zero = total->below_zero || ratio_sign(low) < 0;
    total->low = ratio_add(total->low, low);
    total->high = ratio_add(total->high, high);
    total->worst_partial =
        row->partial > total->worst_partial ? row->partial : total->worst_partial;
    total->reporting++;
}

static struct total add_members(const struct finder *f, const struct data_line *group) {
    enum rollup rule = line_rollup(group);
    struct ratio zero = ratio_int(0);
    struct total total = {.low = zero, .high = zero, .weight = zero, .sound = true};
    total.date = day_of_group(f, group);
    for (size_t i = 0; i < arrlenu(group->members); i++) {
        add_member(f, &f->lines[group->members[i]], rule, &total);
    }
    if (!rollup_sums(rule) && total.reporting > 0) {
        struct ratio scale = ratio_int(1);
        if (rule == ROLLUP_RATIO) {
            scale = indicator_ratio_scale(f->card->book, group->indicator);
        }
        total.refused = total.refused || ratio_sign(total.weight) <= 0;
        total.low = total.high = ratio_mul(ratio_div(total.low, total.weight), scale);
    }
    bool whole = total.worst_partial == PARTIAL_NOT && total.reporting >= group->row->members_total;
    bool least = rule == ROLLUP_SUM && !total.below_zero && total.worst_partial != PARTIAL_OPEN;
    total.partial = whole ? PARTIAL_NOT : least ? PARTIAL_LEAST : PARTIAL_OPEN;
    return total;
}

static bool total_agrees(const struct data_line *group, const struct total *total) {
    const struct row *row = group->row;
    bool known = total->reporting > 0 && !total->refused;
    if (!total->sound || known != row->has_actual) {
        return false;
    }
    return !known ||
           (ratio_cmp(total->low, row->low) == 0 && ratio_cmp(total->high, row->high) == 0 &&
            date_cmp(total->date, row->date) == 0 &&
            (row->each_group ||
             (total->reporting == row->members_reporting && total->partial == row->partial)));
}

/* Whether what last year's figures on members' lines come to is what the row has. */
static bool comes_to(struct ratio sum, bool any, const struct quantity *wanted) {
    return any ? wanted->why == DEFINED && ratio_cmp(sum, wanted->value) == 0
               : wanted->why != DEFINED;
}

static void find_last_year(const struct finder *f, struct data_line *group) {
    const struct quantity *is = group->row->is;
    struct ratio same = ratio_int(0);
    struct ratio alike = ratio_int(0);
    struct ratio day = ratio_int(0);
    struct ratio total = ratio_int(0);
    bool any = false;
    bool both = false;
    if (line_rollup(group) != ROLLUP_SUM || !group->row->has_actual) {
        return;
    }
    for (size_t i = 0; i < arrlenu(group->members); i++) {
        const struct row *member = f->lines[group->members[i]].row;
        bool counts = member->has_actual && date_cmp(member->date, group->members_day) <= 0 &&
                      group_day_counts(member->date, group->members_day) &&
                      member->is[M_BY_NOW].why == DEFINED;
        if (counts) {
            any = true;
            same = ratio_add(same, member->is[M_BY_NOW].value);
            alike = ratio_add(alike, member->low);
        }
        if (counts && member->is[M_LAST_TOTAL].why == DEFINED) {
            both = true;
            day = ratio_add(day, member->is[M_BY_NOW].value);
            total = ratio_add(total, member->is[M_LAST_TOTAL].value);
        }
    }
    group->same_live =
        comes_to(same, any, &is[M_BY_NOW]) && (!any || comes_to(alike, any, &is[M_ALIKE]));
    group->season_live = !indicator_is_level(group->indicator) &&
                         comes_to(day, both, &is[M_SEASON]) &&
                         comes_to(total, both, &is[M_LAST_TOTAL]);
}

/* What is compared with last year stays, as that figure is no sum over the members' lines. */
static void find_stays(const struct finder *f, struct data_line *line) {
    const struct quantity *is = line->row->is;
    bool same = !line->same_live && is[M_BY_NOW].why == DEFINED;
    bool season =
        !line->season_live && is[M_SEASON].why == DEFINED && !indicator_is_level(line->indicator);
    line->past_stays = line->origin == ORIGIN_SAME
                           ? f->lines[line->from].past_stays
                           : line->origin == ORIGIN_MEMBERS && (same || season);
}

static void find_members(struct finder *f, struct data_line *group) {
    const struct row *row = group->row;
    const struct org *org = &f->card->book->orgs[row->org];
    enum rollup rule = line_rollup(group);
    bool possible = rollup_sums(rule) || rule == ROLLUP_WEIGHTED || rule == ROLLUP_RATIO;
    bool rolled = row->rolled_up && (!row->has_actual || row->computed);
    if (group->origin != ORIGIN_INPUT || !rolled || arrlen(org->members) == 0) {
        return;
    }
    group->origin = row->has_actual ? ORIGIN_PROGRAM : ORIGIN_INPUT;
    const struct window *part = whole_year(f, row) ? NULL : &row->window;
    for (ptrdiff_t i = 0; possible && i < arrlen(org->members); i++) {
        /* a group's two parts can stand for other members of its own: more than a sum can tell */
        bool nested = arrlen(f->card->book->orgs[org->members[i]].members) > 0;
        possible = rollup_sums(rule) || !nested;
        int member = line_of(f, org->members[i], row->indicator, row->year, part);
        if (member == NONE) {
            continue;
        }
        find_weight(f, &f->lines[member]);
        if (has_parts(&f->lines[member])) {
            arrput(group->members, member);
        }
    }
    struct total total = add_members(f, group);
    if (possible && arrlen(group->members) > 0 && total_agrees(group, &total)) {
        group->members_day = total.date;
        group->origin = ORIGIN_MEMBERS;
        find_last_year(f, group);
    } else {
        arrfree(group->members);
    }
}

/* Whether the rule over what the members' lines say gives the row's verdict. */
static bool each_agrees(const struct finder *f, struct data_line *group) {
    const struct row *row = group->row;
    int reporting = 0;
    group->worst = STATUS_FIRST;
    for (size_t i = 0; i < arrlenu(group->each); i++) {
        const struct row *member = &f->card->rows[group->each[i]];
        if (member->has_actual) {
            reporting++;
            group->worst = worst_of(group->worst, member->computed_status);
        }
    }
    struct given given;
    given_of_row(f->card->book, row, &given);
    given.of[M_REPORTING] = defined(ratio_int(reporting));
    given.of[M_WORST] = defined(ratio_int(group->worst));
    bool agrees = reporting == row->members_reporting && line_status_is(group, &given);
    given_clear(&given);
    return agrees;
}

static void find_each(const struct finder *f, struct data_line *group) {
    const struct row *row = group->row;
    const struct org *org = &f->card->book->orgs[row->org];
    for (ptrdiff_t m = 0; row->each_group && m < arrlen(org->members); m++) {
        struct rows_of_one rows = f->orgs[org->members[m]];
        for (int i = rows.first; i < rows.last; i++) {
            if (f->card->rows[i].target == row->target) {
                arrput(group->each, i);
            }
        }
    }
    group->each_live =
        row->each_group && arrlen(group->each) == arrlen(org->members) && each_agrees(f, group);
}

/* ---- goals ---- */

bool line_same_goal(const struct data_line *line, int other) {
    const struct row *row = &line->book->card->rows[other];
    return row->has_target && row->indicator == line->row->indicator &&
           same_window(row->window, line->row->window);
}

static void find_goal(const struct finder *f, struct data_line *line) {
    const struct row *rows = f->card->rows;
    struct rows_of_one all = f->orgs[line->row->org];
    line->goal = (struct row_span){line->index, line->index + 1};
    while (line->goal.first > all.first &&
           rows[line->goal.first - 1].indicator == line->row->indicator) {
        line->goal.first--;
    }
    while (line->goal.end < all.last && rows[line->goal.end].indicator == line->row->indicator) {
        line->goal.end++;
    }
    for (int i = line->goal.first; line->row->has_target && i < line->goal.end; i++) {
        line->counts = line->counts || (rows[i].goal && line_same_goal(line, i));
    }
}

/* ---- all of them ---- */

static void feed(struct data_line *line, const char *mark, int group) {
    const char *before = line->feeds[0] != '\0' ? line->feeds : "|";
    line->feeds = workbook_text(line->book, "%s%s%d|", before, mark, group);
}

static void begin(struct workbook *book, struct finder *f, struct line_terms *terms) {
    const struct scorecard *card = book->card;
    for (size_t i = 0; i < targets_count(&card->book->targets); i++) {
        f->first_of_target[i] = NONE;
    }
    for (int i = 0; i < (int)arrlen(card->rows); i++) {
        const struct row *row = &card->rows[i];
        arrput(f->lines, ((struct data_line){.book = book,
                                             .row = row,
                                             .indicator = &card->book->indicators[row->indicator],
                                             .index = i,
                                             .from = NONE,
                                             .against = NONE,
                                             .base_from = NONE,
                                             .same_from = NONE,
                                             .estimate_from = NONE,
                                             .target_from = NONE,
                                             .value_from = NONE,
                                             .weight_from = NONE,
                                             .feeds = "",
                                             .terms = terms}));
        if (f->orgs[row->org].last == 0) {
            f->orgs[row->org].first = i;
        }
        f->orgs[row->org].last = i + 1;
        if (row->target != NONE && card->book->targets.packed[row->target].each_member &&
            !row->each_group && f->first_of_target[row->target] == NONE) {
            f->first_of_target[row->target] = i;
        }
    }
}

struct data_line *data_lines(struct workbook *book, struct line_terms *terms) {
    const struct book *what = book->card->book;
    struct finder f = {.card = book->card};
    f.orgs = mem_alloc((arrlenu(what->orgs) + 1) * sizeof *f.orgs);
    f.first_of_target = mem_alloc((targets_count(&what->targets) + 1) * sizeof *f.first_of_target);
    begin(book, &f, terms);
    for (size_t i = 0; i < arrlenu(f.lines); i++) {
        find_same(&f, &f.lines[i]);
        find_target(&f, &f.lines[i]);
        find_whole(&f, &f.lines[i]);
        find_ratio(&f, &f.lines[i]);
    }
    for (size_t i = 0; i < arrlenu(f.lines); i++) {
        struct data_line *line = &f.lines[i];
        find_members(&f, line);
        find_stays(&f, line);
        find_each(&f, line);
        find_goal(&f, line);
        for (size_t m = 0; m < arrlenu(line->members); m++) {
            feed(&f.lines[line->members[m]], "", line->index);
        }
        for (size_t m = 0; line->each_live && m < arrlenu(line->each); m++) {
            feed(&f.lines[line->each[m]], "e", line->index);
        }
    }
    mem_free(f.orgs);
    mem_free(f.first_of_target);
    return f.lines;
}

void data_lines_clear(struct data_line *lines) {
    for (size_t i = 0; i < arrlenu(lines); i++) {
        arrfree(lines[i].members);
        arrfree(lines[i].each);
    }
    arrfree(lines);
}
