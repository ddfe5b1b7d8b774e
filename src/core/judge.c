#include "judge.h"

#include "facts.h"
#include "history.h"

/* The base of a growth goal as first assigned: the stated one, else last year's figure; a group
 * has none of its own. */
static struct quantity first_base(const struct case_file *c, const struct row *row) {
    if (row->revision == NONE) {
        return undefined(UNDEFINED_NO_DATA);
    }
    if (ratio_valid(c->target->bounds.base)) {
        return defined(c->target->bounds.base);
    }
    struct past past = history_baseline(c->ledger, row->org, row->indicator, row->year, row->as_of);
    bool exact = past.reading.known && ratio_cmp(past.reading.low, past.reading.high) == 0;
    return exact && !row->each_group ? quantity_exact(past.reading.low)
                                     : undefined(UNDEFINED_NO_BASELINE);
}

static struct quantity checked(struct quantity q) {
    return q.why == DEFINED ? quantity_exact(q.value) : q;
}

static void keep_given(const struct case_file *c, struct row *row) {
    row->is[M_BASE] = checked(row->baseline);
    row->is[M_BASE_FIRST] = first_base(c, row);
    row->is[M_BY_NOW] = checked(row->last_year_by_now);
    row->is[M_LAST_TOTAL] = checked(row->last_year_total);
    row->is[M_ESTIMATE] = checked(row->estimate);
}

void judge_row(const struct ledger *ledger, struct row *row) {
    const struct book *book = ledger->book;
    struct date day = row->has_actual ? row->date : row->as_of;
    struct target target;
    if (row->has_target) {
        target = targets_get(&book->targets, row->target);
    }
    struct case_file c = {
        .ledger = ledger,
        .indicator = &book->indicators[row->indicator],
        .target = row->has_target ? &target : NULL,
        .months_gone = window_months_gone(row->window, day),
        .months = window_months(row->window),
        .year_over = row->has_actual && date_cmp(row->date, row->window.last) >= 0,
    };
    row->elapsed = row->has_actual ? defined(ratio_div(c.months_gone, c.months))
                                   : undefined(UNDEFINED_NO_REPORT);
    last_year_row(&c, row);
    pace_row(&c, row);
    attain_row(&c, row);
    forecast_row(&c, row);
    verdict_row(&c, row);
    keep_given(&c, row);
}
