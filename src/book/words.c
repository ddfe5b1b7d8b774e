/* SPDX-License-Identifier: MIT */
#include "words.h"

#include <assert.h>
#include <string.h>

#include "column_rows.h"

#define COUNT_OF(array) (sizeof(array) / sizeof(array)[0])

/* ---- kinds of indicators ---- */

static const char *const indicator_kinds[] = {
    [KIND_FLOW] = "flow",   [KIND_STOCK] = "stock", [KIND_AVERAGE] = "average",
    [KIND_SHARE] = "share", [KIND_RATE] = "rate",   [KIND_DONE] = "done",
};
static_assert(COUNT_OF(indicator_kinds) == KIND_COUNT, "a kind has no key");

static const struct indicator_traits traits[] = {
    [KIND_FLOW] = {.rollup = ROLLUP_SUM, .accumulates = true, .adds_up = true},
    [KIND_STOCK] = {.rollup = ROLLUP_SUM, .adds_up = true, .balances = true},
    [KIND_AVERAGE] = {.rollup = ROLLUP_WEIGHTED, .computed = true},
    [KIND_SHARE] = {.rollup = ROLLUP_RATIO, .computed = true, .percent = true, .of_whole = true},
    [KIND_RATE] = {.rollup = ROLLUP_NONE, .computed = true, .percent = true},
    [KIND_DONE] = {.rollup = ROLLUP_COUNT_YES, .yes_no = true},
};
static_assert(COUNT_OF(traits) == KIND_COUNT, "a kind is not described");

const struct indicator_traits *indicator_traits(enum indicator_kind kind) {
    return &traits[kind];
}

/* ---- kinds of targets ---- */

static const struct target_row {
    const char *key;
    unsigned numbers; /* HAS_LOW .. HAS_GROW */
    bool strict;      /* hitting the number exactly is a miss */
} targets[] = {
    [TARGET_AT_LEAST] = {KEY_AT_LEAST, HAS_LOW, false},
    [TARGET_MORE_THAN] = {KEY_MORE_THAN, HAS_LOW, true},
    [TARGET_AT_MOST] = {KEY_AT_MOST, HAS_HIGH, false},
    [TARGET_LESS_THAN] = {KEY_LESS_THAN, HAS_HIGH, true},
    [TARGET_RANGE] = {"range", HAS_LOW | HAS_HIGH | HAS_TWO, false},
    [TARGET_WITHIN] = {KEY_WITHIN, HAS_LOW | HAS_HIGH | HAS_TWO, false},
    [TARGET_ABOUT] = {KEY_ABOUT, HAS_LOW | HAS_HIGH | HAS_TOLERANCE, false},
    [TARGET_EXACTLY] = {KEY_EXACTLY, HAS_LOW | HAS_HIGH, false},
    [TARGET_DONE] = {KEY_DONE, 0, false},
    [TARGET_GROW] = {"grow", HAS_GROW, false},
};
static_assert(COUNT_OF(targets) == TARGET_KIND_COUNT, "a kind of target is not described");

unsigned target_numbers(enum target_kind kind) {
    return targets[kind].numbers;
}

bool target_has(enum target_kind kind, unsigned number) {
    return (targets[kind].numbers & number) != 0;
}

bool target_is_strict(enum target_kind kind) {
    return targets[kind].strict;
}

/* ---- all others: keys only ---- */

static const char *const betters[] = {[BETTER_HIGHER] = "higher", [BETTER_LOWER] = "lower"};
static_assert(COUNT_OF(betters) == BETTER_COUNT, "a direction has no key");

static const char *const rollups[] = {
    [ROLLUP_DEFAULT] = NULL,  [ROLLUP_SUM] = "sum",         [ROLLUP_WEIGHTED] = "weighted",
    [ROLLUP_RATIO] = "ratio", [ROLLUP_COUNT_YES] = "count", [ROLLUP_MAX] = "max",
    [ROLLUP_MIN] = "min",     [ROLLUP_LAST] = "last",       [ROLLUP_NONE] = "none",
};
static_assert(COUNT_OF(rollups) == ROLLUP_COUNT, "a roll-up has no key");

static const char *const paces[] = {
    [PACE_DEFAULT] = NULL,          [PACE_LINEAR] = "linear", [PACE_NONE] = "none",
    [PACE_LAST_YEAR] = "last_year", [PACE_MILESTONES] = NULL,
};
static_assert(COUNT_OF(paces) == PACE_COUNT, "a pace has no key");

static const char *const hedges[] = {
    [HEDGE_NONE] = NULL,
    [HEDGE_MORE_THAN] = KEY_MORE_THAN,
    [HEDGE_LESS_THAN] = KEY_LESS_THAN,
    [HEDGE_ABOUT] = KEY_ABOUT,
};
static_assert(COUNT_OF(hedges) == HEDGE_COUNT, "a hedge has no key");

static const char *const claims[] = {
    [CLAIM_ATTAINMENT] = KEY_ATTAINMENT, [CLAIM_OVER] = KEY_OVER,
    [CLAIM_TIMES] = KEY_TIMES,           [CLAIM_OF_LAST_YEAR] = KEY_OF_LAST_YEAR,
    [CLAIM_SHARE_OF] = KEY_SHARE_OF,     [CLAIM_GROWTH] = KEY_GROWTH,
    [CLAIM_CHANGE] = KEY_CHANGE,         [CLAIM_HEADLINE] = KEY_HEADLINE,
};
static_assert(COUNT_OF(claims) == CLAIM_KIND_COUNT, "a claim has no key");

static const char *const statuses[] = {
    [STATUS_NONE] = NULL,
    [STATUS_EXCEEDED] = "exceeded",
    [STATUS_MET] = "met",
    [STATUS_WITHIN] = "within",
    [STATUS_ON_TRACK] = "on_track",
    [STATUS_NOT_YET] = "not_yet",
    [STATUS_NOT_DUE] = "not_due",
    [STATUS_SLIPPING] = "slipping",
    [STATUS_NO_BASELINE] = "no_baseline",
    [STATUS_INCOMPLETE] = "incomplete",
    [STATUS_NO_REPORT] = "no_report",
    [STATUS_BEHIND] = "behind",
    [STATUS_MISSED] = "missed",
    [STATUS_NO_TARGET] = "no_target",
};
static_assert(COUNT_OF(statuses) == STATUS_COUNT, "a status has no key");

static const char *const verdicts[] = {
    [VERDICT_AGREES] = "agrees",       [VERDICT_CUT] = "cut",     [VERDICT_DIFFERS] = "differs",
    [VERDICT_UNCHECKED] = "unchecked", [VERDICT_EQUAL] = "equal", [VERDICT_ABOVE] = "above",
    [VERDICT_PARTIAL] = "partial",     [VERDICT_SHORT] = "short", [VERDICT_ALLOCATED] = "allocated",
    [VERDICT_OVER] = "over",
};
static_assert(COUNT_OF(verdicts) == VERDICT_COUNT, "a verdict has no key");

#define TABLE_KEY(name, place, key, ...) [TABLE_##name] = (key),
static const char *const table_columns[] = {COLUMN_ROWS(TABLE_KEY, TABLE_KEY, COLUMN_NOTHING)};
#undef TABLE_KEY
static_assert(COUNT_OF(table_columns) == TABLE_SHOWN, "a column of official tables has no key");

/* ---- looked up ---- */

const struct word_list indicator_kind_words = {indicator_kinds, KIND_COUNT};
const struct word_list better_words = {betters, BETTER_COUNT};
const struct word_list rollup_words = {rollups, ROLLUP_COUNT};
const struct word_list pace_words = {paces, PACE_COUNT};
const struct word_list status_words = {statuses, STATUS_COUNT};
const struct word_list table_column_words = {table_columns, TABLE_SHOWN};

const char *indicator_kind_key(enum indicator_kind kind) {
    return indicator_kinds[kind];
}

const char *better_key(enum better better) {
    return betters[better];
}

const char *rollup_key(enum rollup rollup) {
    return rollups[rollup];
}

const char *pace_key(enum pace pace) {
    return paces[pace];
}

const char *target_kind_key(enum target_kind kind) {
    return targets[kind].key;
}

const char *hedge_key(enum hedge hedge) {
    return hedges[hedge];
}

const char *claim_kind_key(enum claim_kind kind) {
    return claims[kind];
}

const char *status_key(enum status status) {
    return statuses[status];
}

const char *verdict_key(enum verdict verdict) {
    return verdicts[verdict];
}

const char *table_column_key(enum table_column_id column) {
    return table_columns[column];
}

enum table_column_id table_column_of(const char *key) {
    int column = 0;
    while (column < TABLE_SHOWN && strcmp(table_columns[column], key) != 0) {
        column++;
    }
    return (enum table_column_id)column;
}
