/* SPDX-License-Identifier: MIT */
/*
 * Parts against their whole, breakdown by breakdown (docs/QUY-TAC.md section 3.5).
 */
#ifndef TIENDO_PARTS_H
#define TIENDO_PARTS_H

#include "assigned.h"
#include "ledger.h"
#include "status.h"

/* Parts of one whole that go by one name, of its kind and in its unit: those that may be held
 * against it. */
struct partition {
    int32_t whole;
    int32_t first;  /* the first of all its parts, in the order of declaration */
    const char *by; /* its name, or NULL: the unnamed one */
    bool complete;  /* its parts are the whole */
    int declared;   /* how many it has, those that are unlike the whole too */
    int32_t *parts; /* indicators, stb_ds array */
};

/* The breakdowns of a book, those of one whole together. */
struct breakdowns {
    struct partition *all; /* stb_ds array */
    int32_t *begins;       /* per indicator where its breakdowns begin, and one past the last */
};

/* Those of one whole: from first up to end. */
struct breakdown_run {
    int32_t first;
    int32_t end;
};

static inline struct breakdown_run breakdowns_of(const struct breakdowns *all, int32_t whole) {
    return (struct breakdown_run){all->begins[whole], all->begins[whole + 1]};
}

struct breakdowns breakdowns_make(const struct book *book);
void breakdowns_clear(struct breakdowns *breakdowns);

/* The parts' figures, or their targets, added up. */
struct part_sum {
    struct ratio low; /* both ends of a range */
    struct ratio high;
    int there;            /* how many parts have one */
    struct place place;   /* of the last one, or no_place */
    struct ratio most;    /* the largest of them, by its lower end, */
    struct place largest; /* and where it stands */
};

/* The figures of exactly this day; of some members only, or none at all, counts for nothing. */
struct part_sum parts_on_day(const struct ledger *ledger, const struct partition *breakdown,
                             int32_t org, int year, struct window window, struct date day);

/* The targets that belong to the whole's, of the same organisation, for the same days and by the
 * same, or the only one beside the only one; in force on the day. What it assigns to each of its
 * members is that of all of them together. */
struct part_sum parts_assigned(const struct ledger *ledger, const struct partition *breakdown,
                               const struct assigned *whole, int32_t org, int year,
                               struct date day);

/* Above where both ends are, and so below; between these by what is printed, the lower ends. */
enum verdict parts_compare(const struct partition *breakdown, const struct part_sum *sum,
                           struct ratio low, struct ratio high);

#endif
