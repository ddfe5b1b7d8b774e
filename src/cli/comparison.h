/*
 * What status and export do before they write: load, select, compare, sort.
 */
#ifndef TIENDO_COMPARISON_H
#define TIENDO_COMPARISON_H

#include "command.h"
#include "load.h"
#include "scorecard.h"

struct comparison {
    struct loaded loaded;  /* the book and its warnings */
    struct scorecard card; /* the rows that were asked for, in the order asked for */
};

/* EXIT_DONE, or what stopped it, said on err: files that cannot be read, errors in the input (all
 * findings printed), an unknown organisation or indicator. Warnings are printed on err when
 * `warn`. *comparison is to be cleared in any case. */
enum exit_code comparison_make(struct context *context, bool warn, struct comparison *comparison);

void comparison_clear(struct comparison *comparison);

#endif
