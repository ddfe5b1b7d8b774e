/* SPDX-License-Identifier: MIT */
/*
 * The readers of a file's sections, one read_….c for each, and the schemas that they read by. A
 * reader adds what is right to the book and what is wrong to the findings; it returns nothing.
 */
#ifndef TIENDO_SECTIONS_H
#define TIENDO_SECTIONS_H

#include "fields.h"

/* The root of the schema: what a file may hold. */
extern const struct schema file_schema;

extern const struct schema window_schema;
extern const struct schema org_schema;
extern const struct schema indicator_schema;
extern const struct schema ratio_schema;
extern const struct schema balance_schema;
extern const struct schema part_schema;
extern const struct schema target_schema;
extern const struct schema revision_schema;
extern const struct schema actual_schema;
extern const struct schema figure_schema;
extern const struct schema claim_schema;
extern const struct schema claimed_schema;
extern const struct schema headline_schema;
extern const struct schema override_schema;
extern const struct schema edges_schema;
extern const struct schema report_schema;
extern const struct schema signer_schema;

enum { YEAR_WRONG = -1 }; /* a year that was given, but is none */

/* What an entry stands under: the defaults of its file, or what it says itself. */
struct defaults {
    int32_t org;        /* index, NONE when not given, DROPPED when wrong */
    int year;           /* 0 when not given, YEAR_WRONG */
    const char *source; /* the book's own copy, or NULL */
    bool told_org;      /* that this file names no organisation was reported */
    bool told_year;     /* that it names no year was reported */
    bool told_group;    /* that each_member needs members was reported */
};

/* orgs and indicators: declared first, from all files; their references resolved when all are
 * declared. A list of the declared ones waits in between. */
struct declared {
    int32_t index;           /* in book.orgs or book.indicators */
    const struct node *node; /* its mapping */
};

void orgs_declare(struct loader *loader, const struct node *section, struct declared **declared);
void orgs_resolve(struct loader *loader, const struct declared *declared);
void indicators_declare(struct loader *loader, const struct node *section,
                        struct declared **declared);
void indicators_resolve(struct loader *loader, const struct declared *declared);

/* Then, with organisations, indicators and windows known. */
void window_read(struct loader *loader, const struct node *section, struct defaults *defaults);
void edges_read(struct loader *loader, const struct node *section);
void report_read(struct loader *loader, const struct node *section,
                 const struct defaults *defaults);
void targets_read(struct loader *loader, const struct node *section, struct defaults *defaults,
                  bool each_member);
void actuals_read(struct loader *loader, const struct node *section, struct defaults *defaults);
void overrides_read(struct loader *loader, const struct node *section, struct defaults *defaults);

void english_read(struct loader *loader, const struct node *section);

/* The claims on one indicator in an entry, and how many goals it says are met. like: what all
 * claims of the entry share; its org may be DROPPED. */
void claims_read(struct loader *loader, const struct node *node, const struct claim *like);
void headline_read(struct loader *loader, const struct node *node, const struct claim *like);

/* The organisation and year of one entry: its own, given as nodes of its fields (or NULL) and the
 * year read from them, else the file's. What is missing is reported once a file, at spot; it is
 * then DROPPED or YEAR_WRONG, so that the entry is checked and left out. */
int32_t entry_org(struct loader *loader, const struct node *own, struct defaults *defaults,
                  struct place spot);
int entry_year(struct loader *loader, const struct node *own, int year, struct defaults *defaults,
               struct place spot);

/* True when the year's window holds the day; else a finding. */
bool date_in_year(struct loader *loader, int32_t org, int year, struct date date,
                  struct place place);

/* The part of an organisation's year that a period names (window_part()); a finding at the node
 * when the year has none such. org and year may be wrong, then the period is that of the calendar.
 */
bool part_of_year(struct loader *loader, int32_t org, int year, const struct node *node,
                  struct window named, struct window *out);

/* Reports a pace or milestones (nodes or NULL) that have no effect on such an indicator. */
void check_pace(struct loader *loader, const struct indicator *indicator, const struct node *pace,
                enum pace value, const struct node *milestones);

/* Once all is read: the texts of a book with English, in order, and what has none. */
void english_finish(struct loader *loader);

/* Figures and targets given twice are reported, and left out but for the first. */
void duplicate_targets(struct loader *loader);
void duplicate_overrides(struct loader *loader);
void duplicate_figures(struct loader *loader, int jobs);

#endif
