/* SPDX-License-Identifier: MIT */
/*
 * The ledger: where a book's figures and targets of each organisation are looked up, and the
 * readings taken from it: what is known of one indicator of one organisation as of a day.
 */
#ifndef TIENDO_LEDGER_H
#define TIENDO_LEDGER_H

#include "book.h"
#include "effort.h"

/* Which figures an organisation has: a bit is 0 when none is of an indicator whose index ends in
 * that bit's (modulo 64). */
struct reports {
    uint64_t of[FIGURE_KIND_COUNT];
};

struct memo;
struct plans;

struct ledger {
    const struct book *book; /* its figures in the order of look-up */
    int32_t *figures_of;     /* per organisation where its figures begin, and one past the last */
    int first_year;          /* the earliest year that has a figure */
    struct reports *reports; /* per organisation */
    uint64_t *below;         /* per organisation: all `reports` of itself and of all members below
                                it */
    uint64_t *needs;         /* per indicator: bits of the figures from which it can be known */
    uint64_t estimated;      /* bits of what anybody has an estimate of */
    int32_t *targets;        /* indices into book->targets by org, indicator, year, each_member,
                                then as written */
    int32_t *targets_of;     /* per organisation where its targets begin, and one past the last */
    int32_t *overrides;   /* indices into book->overrides by org and indicator, then as written */
    int32_t *groups;      /* the groups of every organisation, one organisation after the other */
    int32_t *groups_of;   /* per organisation where its groups begin, and one past the last */
    int32_t **heirs;      /* per organisation, of a group: what its members were merged into without
                             being named; stb_ds arrays in order; NULL: nobody has
                             predecessors */
    int32_t **successors; /* per organisation: who names it as a predecessor; stb_ds arrays, or
                             NULL */
    struct memo *memo;    /* figures of groups that were asked for before, or NULL: memo.h */
    struct plans *plans;  /* rules that were folded before, for who judges by it, or NULL: plan.h */
    struct effort *effort; /* what is computed by it is counted here, or NULL: effort.h */
};

/* Targets or groups first .. first + count - 1 of one of the ledger's arrays. */
struct run {
    const int32_t *first;
    int count;
};

/* Figures first .. first + count - 1 of the book. */
struct figure_run {
    int32_t first;
    int count;
};

/* Members of a group that are not in its figure (docs/QUY-TAC.md section 6): three lists, each an
 * stb_ds array. */
struct late_member {
    int32_t org;      /* first, as in the next: rollup.c */
    struct date date; /* of its last figure */
};

struct joined_member {
    int32_t org;
    int32_t into; /* its successor, or NONE: it ended */
};

struct absent {
    int32_t *missing; /* named members without a figure by the group's day */
    struct late_member *late;
    struct joined_member *joined;
};

void absent_append(struct absent *to, const struct absent *from);
void absent_clear(struct absent *absent);

/* Why members' figures make no figure of the group. */
enum refusal {
    REFUSAL_NOT,
    REFUSAL_RULE,        /* the indicator has no roll-up */
    REFUSAL_NO_WEIGHT,   /* a mean without `weight`, a share without `ratio` */
    REFUSAL_WEIGHT,      /* a counted member's weight is missing, a range or below 0 */
    REFUSAL_DENOMINATOR, /* weights or denominators come to 0 or below */
    REFUSAL_SAME_DAY,    /* `last` with two figures of the latest day */
    REFUSAL_COUNT
};

/* Whether a figure lacks some of a group's members (docs/QUY-TAC.md section 6). */
enum partial {
    PARTIAL_NOT,
    PARTIAL_LEAST, /* a sum of nothing below 0: what is missing can only add */
    PARTIAL_OPEN   /* it can do anything */
};

/* One value and where it comes from. */
struct reading {
    struct ratio low; /* lower end of an interval, else the value */
    struct ratio high;
    enum hedge hedge;
    struct date date;      /* the day on which it stands */
    struct date date_from; /* the earliest day of what it is made of: a group's span */
    int32_t figure;        /* last figure used, or NONE */
    bool known;
    bool computed; /* not one figure as written */
    /* of a group's roll-up */
    bool rolled_up;
    bool yes_of_members; /* low and high say how many of them have it */
    enum partial partial;
    enum refusal refused; /* not known, though members have figures */
    int32_t refused_by;   /* the member whose weight refuses it, or NONE */
    int reporting;        /* k: members counted */
    int total;            /* n: members there are on its day */
    struct absent absent; /* owned by the reading */
};

void ledger_init(struct ledger *ledger, const struct book *book);
void ledger_clear(struct ledger *ledger);

/* The figures of one kind, by date; the targets, as written. */
struct figure_run ledger_figures(const struct ledger *ledger, int32_t org, int32_t indicator,
                                 int year, enum figure_kind kind);
struct run ledger_targets(const struct ledger *ledger, int32_t org, int32_t indicator, int year);

/* The each_member targets that the group assigns. */
struct run ledger_each_member(const struct ledger *ledger, int32_t org, int32_t indicator,
                              int year);

/* The statuses set for the indicator in whatever year, as written: those that name who assigned the
 * target they mean, or with NULL those that name no one. */
struct run ledger_overrides(const struct ledger *ledger, int32_t org, int32_t indicator,
                            const char *by);

/* The groups that name the organisation as a member, in the order of declaration. */
struct run ledger_groups(const struct ledger *ledger, int32_t org);

/* The group names the organisation as a member; it has it in place of one that it names and that
 * was merged. */
bool ledger_names(const struct ledger *ledger, int32_t group, int32_t org);
bool ledger_has_heir(const struct ledger *ledger, int32_t group, int32_t org);

/* False: ledger_read() knows nothing of it for the organisation, in whatever year; or too much has
 * been computed, and nothing is to be asked any more. */
static inline bool ledger_may_read(const struct ledger *ledger, int32_t org, int32_t indicator) {
    return (ledger->below[org] & ledger->needs[indicator]) != 0 && !effort_is_spent(ledger->effort);
}

/* What is known of it within the window (the year's, or a part of it) on the day as_of: its own
 * figure, or one computed from the parts of its ratio where that is newer; of a group its members'
 * rolled up where it has none, or theirs is newer and complete. The caller clears the reading. */
struct reading ledger_read(const struct ledger *ledger, int32_t org, int32_t indicator, int year,
                           struct window window, struct date as_of);

/* Its own figures only: levels, running totals and increments (reading.c); after a merger its
 * predecessors' too. */
struct reading ledger_read_own(const struct ledger *ledger, int32_t org, int32_t indicator,
                               int year, struct window window, struct date as_of);

/* The same, or a quotient of its own figures of both parts where that is newer. */
struct reading ledger_read_itself(const struct ledger *ledger, int32_t org, int32_t indicator,
                                  int year, struct window window, struct date as_of);

/* The group itself reports one of the two parts of the indicator's ratio. */
bool ledger_reports_part(const struct ledger *ledger, int32_t org, int32_t indicator, int year,
                         struct window window, struct date as_of);

/* Members' figures by the indicator's rule, on the group's day (rollup.c). */
struct reading rollup_read(const struct ledger *ledger, int32_t org, int32_t indicator, int year,
                           struct window window, struct date as_of);

void reading_clear(struct reading *reading);

/* Numerator over denominator, both of one day, times the scale; takes over what they own. Unknown
 * where one is, or the denominator may be 0 or below. */
struct reading reading_quotient(struct reading of, struct reading to, struct ratio scale);

#endif
