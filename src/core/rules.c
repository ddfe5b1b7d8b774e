/* SPDX-License-Identifier: MIT */
#include "rules.h"

#include "book.h"

/* ---- how a rule is written ---- */

#define EXPR(...) (&(const struct expr){__VA_ARGS__})
#define M(m) EXPR(.op = OP_MEASURE, .leaf = (m))
#define N(n) EXPR(.op = OP_NUMBER, .value = (n))
#define SHOWS(status) N(RANK_##status)
#define WHY(reason) EXPR(.op = OP_REASON, .value = UNDEFINED_##reason)
#define ADD(x, y) EXPR(.op = OP_ADD, .a = (x), .b = (y))
#define SUB(x, y) EXPR(.op = OP_SUB, .a = (x), .b = (y))
#define MUL(x, y) EXPR(.op = OP_MUL, .a = (x), .b = (y))
#define DIV(x, y) EXPR(.op = OP_DIV, .a = (x), .b = (y))
#define MAX(x, y) EXPR(.op = OP_MAX, .a = (x), .b = (y))
#define MILESTONES EXPR(.op = OP_MILESTONES)
#define LET(from, to, x) EXPR(.op = OP_LET, .leaf = (from), .value = (to), .a = (x))
#define LET_FACT(from, to, x) EXPR(.op = OP_LET_FACT, .leaf = (from), .value = (to), .a = (x))
#define RULE(m) EXPR(.op = OP_RULE, .leaf = (m))
#define TRUTH(t) EXPR(.op = OP_TRUTH, .value = (t))
#define KNOWN(m) EXPR(.op = OP_KNOWN, .leaf = (m))
#define LESS(x, y) EXPR(.op = OP_LESS, .a = (x), .b = (y))
#define AT_MOST(x, y) EXPR(.op = OP_AT_MOST, .a = (x), .b = (y))
#define EQUAL(x, y) EXPR(.op = OP_EQUAL, .a = (x), .b = (y))
#define AT_LEAST(x, y) EXPR(.op = OP_AT_LEAST, .a = (x), .b = (y))
#define MORE(x, y) EXPR(.op = OP_MORE, .a = (x), .b = (y))
#define NOT(x) EXPR(.op = OP_NOT, .a = (x))
#define AND(x, y) EXPR(.op = OP_AND, .a = (x), .b = (y))
#define OR(x, y) EXPR(.op = OP_OR, .a = (x), .b = (y))
#define IN(fact, set) EXPR(.op = OP_IN, .leaf = (fact), .value = (set))
#define YES_TO(fact) IN(fact, 1 << 1)
#define FIRST(...) EXPR(.op = OP_FIRST, .list = (const struct clause[]){__VA_ARGS__})
/* clang-format off */
#define WHEN(condition, result) {(condition), (result)}
#define ELSE(result) {NULL, (result)}
/* Without the measure there is no number, for the reason that the measure has. */
#define GIVEN(m) {NOT(KNOWN(m)), EXPR(.op = OP_REASON_OF, .leaf = (m))}
#define NAMED(name, x) static const struct expr name[1] = {{.op = OP_OF, .a = (x)}}
/* clang-format on */

#define IS_KIND(kind) IN(F_KIND, 1 << KIND_##kind)
#define TARGET(kind) (1 << TARGET_##kind)
#define IS_TARGET(set) IN(F_TARGET, set)
#define IS_PACE(pace) IN(F_PACE, 1 << PACE_##pace)
#define LOWER_IS_BETTER IN(F_BETTER, 1 << BETTER_LOWER)
#define NO_TARGET IN(F_TARGET, 1 << TARGET_KIND_COUNT)

#define ZERO N(0)
#define HUNDRED N(100)
#define A M(M_ACTUAL)
#define B M(M_BASE)
#define T M(M_DECIDES)
#define SAME M(M_SAME)
#define EXPECTED M(M_EXPECTED)

/* A rule reads like a row of its section. */
/* clang-format off */

/* ---- section 3: which bound decides, what meets and exceeds it ---- */

NAMED(two_sided, IS_TARGET(TARGET(WITHIN) | TARGET(EXACTLY)));
NAMED(ceiling, OR(IS_TARGET(TARGET(AT_MOST) | TARGET(LESS_THAN)),
                  AND(IS_TARGET(TARGET(RANGE) | TARGET(ABOUT) | TARGET(GROW)), LOWER_IS_BETTER)));
/* Written once, as M_LOW. */
NAMED(one_number, IS_TARGET(TARGET(AT_LEAST) | TARGET(MORE_THAN) | TARGET(ABOUT) | TARGET(EXACTLY)));
NAMED(has_bound, FIRST(
    WHEN(one_number,                                     KNOWN(M_LOW)),
    WHEN(IS_TARGET(TARGET(AT_MOST) | TARGET(LESS_THAN)), KNOWN(M_HIGH)),
    WHEN(IS_TARGET(TARGET(GROW)),                        KNOWN(M_GROW)),
    WHEN(IS_TARGET(TARGET(RANGE) | TARGET(WITHIN)),      AND(KNOWN(M_LOW), KNOWN(M_HIGH))),
    ELSE(                                                IS_TARGET(TARGET(DONE)))));
/* Nothing is left to do: a ceiling has only to be kept, and so has an exact number from above. */
NAMED(only_kept, OR(ceiling, AND(IS_TARGET(TARGET(EXACTLY)), LOWER_IS_BETTER)));
/* Growth has a base; a group's is not its members', so that only a stated one counts. */
NAMED(has_ground, OR(NOT(IS_TARGET(TARGET(GROW))),
                     AND(OR(NOT(YES_TO(F_EACH)), YES_TO(F_STATED_BASE)), KNOWN(M_BASE))));
NAMED(grown, FIRST(
    WHEN(YES_TO(F_TOGETHER), DIV(MUL(MUL(B, ADD(HUNDRED, M(M_GROW))), M(M_MEMBERS)), HUNDRED)),
    ELSE(                    DIV(MUL(B, ADD(HUNDRED, M(M_GROW))), HUNDRED))));
NAMED(met, FIRST(
    WHEN(IS_TARGET(TARGET(DONE)),      MORE(A, ZERO)),
    WHEN(IS_TARGET(TARGET(WITHIN)),    AND(AT_LEAST(A, M(M_LOW)), AT_MOST(A, M(M_HIGH)))),
    WHEN(IS_TARGET(TARGET(EXACTLY)),   EQUAL(A, T)),
    WHEN(IS_TARGET(TARGET(MORE_THAN)), MORE(A, T)),
    WHEN(IS_TARGET(TARGET(LESS_THAN)), LESS(A, T)),
    WHEN(ceiling,                      AT_MOST(A, T)),
    ELSE(                              AT_LEAST(A, T))));
NAMED(never_exceeded, IS_TARGET(TARGET(WITHIN) | TARGET(EXACTLY) | TARGET(ABOUT) | TARGET(DONE)));
NAMED(exceeded, FIRST(
    WHEN(never_exceeded,                          TRUTH(0)),
    WHEN(AND(IS_TARGET(TARGET(RANGE)), ceiling),  LESS(A, M(M_LOW))), /* past the far end */
    WHEN(IS_TARGET(TARGET(RANGE)),                MORE(A, M(M_HIGH))),
    WHEN(ceiling,                                 LESS(A, T)),
    ELSE(                                         MORE(A, T))));

/* A rule under the target as first assigned: by its bounds; and by what was computed of them. */
#define BY_FIRST_BOUNDS(x)                                                                         \
    LET_FACT(F_TARGET, F_TARGET_FIRST,                                                             \
    LET(M_LOW, M_LOW_FIRST, LET(M_HIGH, M_HIGH_FIRST, LET(M_TOLERANCE, M_TOLERANCE_FIRST,          \
    LET(M_GROW, M_GROW_FIRST, LET(M_BASE, M_BASE_FIRST, x))))))
#define AS_FIRST_ASSIGNED(x)                                                                       \
    BY_FIRST_BOUNDS(LET(M_STATED, M_STATED_FIRST, LET(M_DECIDES, M_DECIDES_FIRST, x)))

/* ---- section 4: what there is no number without ---- */

/* Clauses, in this order, of every figure that compares actual and target. */
#define COMPARABLE                                                                                 \
    WHEN(NOT(has_bound), WHY(NO_TARGET)), GIVEN(M_ACTUAL), WHEN(NOT(has_ground), WHY(NO_BASELINE))

/* The same rule at the upper end of a figure that is a range. */
#define OTHER_END(m) LET(M_ACTUAL, M_ACTUAL_HIGH, RULE(m))

NAMED(is_flow, IS_KIND(FLOW));
NAMED(no_profile, OR(NOT(KNOWN(M_SAME)),
                     OR(NOT(KNOWN(M_LAST_TOTAL)),
                        OR(AT_MOST(M(M_LAST_TOTAL), ZERO), LESS(SAME, ZERO)))));

/* ---- section 5: the first that fits ---- */

/* A share of what is expected: of the total of a flow, of the way from B of a level. */
#define EDGE(percent)                                                                              \
    FIRST(WHEN(is_flow, DIV(MUL(EXPECTED, M(percent)), HUNDRED)),                                  \
          ELSE(ADD(B, DIV(MUL(SUB(EXPECTED, B), M(percent)), HUNDRED))))

NAMED(edge_slipping, EDGE(M_SLIPPING));
NAMED(edge_over, EDGE(M_OVER));
NAMED(over, AT_LEAST(M(M_SEEN), M(M_LAST_DAY)));
NAMED(partial, AND(YES_TO(F_GROUP), EQUAL(M(M_PARTIAL), N(1))));
NAMED(before_its_day, AND(YES_TO(F_MEASURED),
                          AND(LESS(M(M_SEEN), M(M_MEASURED)), OR(KNOWN(M_ACTUAL), KNOWN(M_BASE)))));
NAMED(towards_floor, FIRST(
    WHEN(NOT(KNOWN(M_EXPECTED)),         SHOWS(NOT_YET)),
    WHEN(AT_LEAST(A, EXPECTED),          SHOWS(ON_TRACK)),
    WHEN(AT_LEAST(A, edge_slipping),     SHOWS(SLIPPING)),
    ELSE(                                SHOWS(BEHIND))));
/* While members are missing, their sum has not missed anything yet: at most it shows its pace. */
NAMED(missed, FIRST(
    WHEN(NOT(partial),                                             SHOWS(MISSED)),
    WHEN(OR(ceiling, OR(two_sided, IS_TARGET(TARGET(DONE)))),      SHOWS(NOT_YET)),
    ELSE(                                                          towards_floor)));
NAMED(year_over, FIRST(
    WHEN(exceeded,  SHOWS(EXCEEDED)),
    WHEN(met,       SHOWS(MET)),
    ELSE(           missed)));
NAMED(flow_under_ceiling, FIRST(
    WHEN(NOT(met),                   missed),
    WHEN(NOT(KNOWN(M_EXPECTED)),     SHOWS(WITHIN)),
    WHEN(AT_MOST(A, EXPECTED),       SHOWS(WITHIN)),
    WHEN(AT_MOST(A, edge_over),      SHOWS(SLIPPING)),
    ELSE(                            SHOWS(BEHIND))));
NAMED(level_inside, FIRST(
    WHEN(met,  SHOWS(WITHIN)),
    ELSE(      SHOWS(NOT_YET))));
NAMED(past_upper_end, FIRST(
    WHEN(IS_TARGET(TARGET(EXACTLY)),  MORE(A, T)),
    ELSE(                             MORE(A, M(M_HIGH)))));
NAMED(flow_inside, FIRST(
    WHEN(past_upper_end,  missed),
    ELSE(                 SHOWS(NOT_YET))));
NAMED(climbing, FIRST(
    WHEN(exceeded,  SHOWS(EXCEEDED)),
    WHEN(met,       SHOWS(MET)),
    ELSE(           towards_floor)));
NAMED(running, FIRST(
    WHEN(AND(ceiling, is_flow),    flow_under_ceiling),
    WHEN(AND(two_sided, is_flow),  flow_inside),
    WHEN(OR(ceiling, two_sided),   level_inside),
    ELSE(                          climbing)));
NAMED(without_target, FIRST(
    WHEN(KNOWN(M_ACTUAL),  SHOWS(NO_TARGET)),
    ELSE(                  SHOWS(NO_REPORT))));

/* ---- section 6: a group's own row of a target for each member ---- */

NAMED(some_wait, FIRST(
    WHEN(before_its_day,  SHOWS(NOT_DUE)),
    ELSE(                 SHOWS(NOT_YET))));
NAMED(some_silent, LESS(M(M_REPORTING), M(M_MEMBERS)));
NAMED(some_unjudged, LESS(M(M_JUDGED), M(M_MEMBERS)));
NAMED(worst_member, FIRST(
    WHEN(EQUAL(M(M_REPORTING), ZERO),                              SHOWS(NO_REPORT)),
    WHEN(EQUAL(M(M_JUDGED), ZERO),                                 SHOWS(NO_BASELINE)),
    WHEN(AND(some_silent, EQUAL(M(M_WORST), SHOWS(MISSED))),       SHOWS(BEHIND)),
    WHEN(AND(some_unjudged, AT_MOST(M(M_WORST), SHOWS(MET))),      some_wait),
    WHEN(EQUAL(M(M_WORST), SHOWS(NOT_YET)),                        some_wait),
    ELSE(                                                          M(M_WORST))));

/* ---- the figures and verdicts, row by row ---- */

const struct expr *const rule_ceiling = ceiling;
const struct expr *const rule_two_sided = two_sided;
const struct expr *const rule_has_bound = has_bound;

const struct expr *const rules[MEASURE_COUNT] = {
[M_SEEN] = FIRST(
    WHEN(AND(KNOWN(M_ACTUAL), KNOWN(M_DAY)),  M(M_DAY)),
    ELSE(                                     M(M_AS_OF))),
[M_ELAPSED] = FIRST(
    GIVEN(M_ACTUAL),
    ELSE(DIV(M(M_GONE), M(M_MONTHS)))),
[M_SAME] = FIRST(
    GIVEN(M_ACTUAL),
    ELSE(M(M_BY_NOW))),
[M_VS_LAST_YEAR] = FIRST(
    GIVEN(M_SAME),
    WHEN(OR(IS_KIND(RATE), IS_KIND(DONE)),  WHY(KIND)),
    WHEN(AT_MOST(SAME, ZERO),               WHY(LAST_ZERO)),
    WHEN(LESS(A, ZERO),                     WHY(NEGATIVE)),
    ELSE(DIV(A, SAME))),

[M_STATED] = FIRST(
    WHEN(NO_TARGET,                  WHY(NO_TARGET)),
    WHEN(IS_TARGET(TARGET(DONE)),    WHY(KIND)),
    WHEN(IS_TARGET(TARGET(WITHIN)),  WHY(WITHIN)),
    WHEN(NOT(has_ground),            WHY(NO_BASELINE)),
    WHEN(IS_TARGET(TARGET(GROW)),    grown),
    WHEN(one_number,                 M(M_LOW)),
    WHEN(ceiling,                    M(M_HIGH)),
    ELSE(                            M(M_LOW))),
[M_DECIDES] = FIRST(
    GIVEN(M_STATED),
    WHEN(NOT(IS_TARGET(TARGET(ABOUT))),  M(M_STATED)),
    WHEN(NOT(KNOWN(M_TOLERANCE)),        M(M_STATED)),
    WHEN(ceiling,                        ADD(M(M_STATED), M(M_TOLERANCE))),
    ELSE(                                SUB(M(M_STATED), M(M_TOLERANCE)))),
[M_STATED_FIRST] = FIRST(
    WHEN(NOT(YES_TO(F_REVISED)), WHY(NO_DATA)),
    ELSE(BY_FIRST_BOUNDS(RULE(M_STATED)))),
[M_DECIDES_FIRST] = FIRST(
    WHEN(NOT(YES_TO(F_REVISED)), WHY(NO_DATA)),
    ELSE(BY_FIRST_BOUNDS(LET(M_STATED, M_STATED_FIRST, RULE(M_DECIDES))))),

[M_DUE] = FIRST(
    GIVEN(M_ACTUAL),
    WHEN(IS_PACE(LINEAR),          M(M_ELAPSED)),
    WHEN(IS_PACE(MILESTONES),      MILESTONES),
    WHEN(NOT(IS_PACE(LAST_YEAR)),  WHY(UNPACED)),
    WHEN(no_profile,               WHY(NO_DATA)),
    ELSE(DIV(SAME, M(M_LAST_TOTAL)))),
[M_EXPECTED] = FIRST(
    WHEN(NOT(has_bound),                            WHY(NO_TARGET)),
    WHEN(NOT(has_ground),                           WHY(NO_BASELINE)),
    WHEN(IS_PACE(NONE),                             WHY(UNPACED)),
    GIVEN(M_DUE),
    WHEN(IS_TARGET(TARGET(WITHIN) | TARGET(DONE)),  WHY(WITHIN)),
    WHEN(is_flow,                                   MUL(T, M(M_DUE))),
    WHEN(NOT(KNOWN(M_BASE)),                        WHY(NO_BASELINE)),
    ELSE(ADD(B, MUL(SUB(T, B), M(M_DUE))))),

[M_ATTAINMENT] = FIRST(
    COMPARABLE,
    WHEN(IS_TARGET(TARGET(WITHIN)),         WHY(WITHIN)),
    WHEN(IS_TARGET(TARGET(DONE)),           WHY(KIND)),
    WHEN(OR(IS_KIND(DONE), IS_KIND(RATE)),  WHY(KIND)),
    WHEN(LOWER_IS_BETTER,                   WHY(LOWER)),
    WHEN(AT_MOST(T, ZERO),                  WHY(TARGET_ZERO)),
    WHEN(LESS(A, ZERO),                     WHY(NEGATIVE)),
    ELSE(DIV(A, T))),
[M_ATTAINMENT_HIGH] = FIRST(
    WHEN(YES_TO(F_INTERVAL),        OTHER_END(M_ATTAINMENT)),
    WHEN(IS_TARGET(TARGET(RANGE)),  LET(M_DECIDES, M_HIGH, RULE(M_ATTAINMENT))),
    ELSE(WHY(NO_DATA))),
[M_ATTAINMENT_ORIGINAL] = FIRST(
    WHEN(NOT(YES_TO(F_REVISED)), WHY(NO_DATA)),
    ELSE(AS_FIRST_ASSIGNED(RULE(M_ATTAINMENT)))),
[M_GAP] = FIRST(
    COMPARABLE,
    WHEN(IS_TARGET(TARGET(DONE)),         WHY(KIND)),
    WHEN(NOT(IS_TARGET(TARGET(WITHIN))),  SUB(A, T)),
    WHEN(LESS(A, M(M_LOW)),               SUB(A, M(M_LOW))),
    WHEN(MORE(A, M(M_HIGH)),              SUB(A, M(M_HIGH))),
    ELSE(ZERO)),
[M_GAP_HIGH] = FIRST(
    WHEN(NOT(YES_TO(F_INTERVAL)), WHY(NO_DATA)),
    ELSE(OTHER_END(M_GAP))),
[M_LEFT] = FIRST(
    COMPARABLE,
    WHEN(IS_TARGET(TARGET(DONE)),    WHY(KIND)),
    WHEN(IS_TARGET(TARGET(WITHIN)),  WHY(WITHIN)),
    WHEN(only_kept,                  WHY(LOWER)),
    ELSE(MAX(SUB(T, A), ZERO))),
[M_PROGRESS] = FIRST(
    WHEN(is_flow,                    WHY(FLOW)),
    COMPARABLE,
    WHEN(IS_TARGET(TARGET(WITHIN)),  WHY(WITHIN)),
    WHEN(IS_KIND(DONE),              WHY(KIND)),
    WHEN(NOT(KNOWN(M_BASE)),         WHY(NO_BASELINE)),
    WHEN(EQUAL(T, B),                WHY(BASE_IS_TARGET)),
    ELSE(DIV(SUB(A, B), SUB(T, B)))),
[M_PROGRESS_HIGH] = FIRST(
    WHEN(NOT(YES_TO(F_INTERVAL)), WHY(NO_DATA)),
    ELSE(OTHER_END(M_PROGRESS))),

[M_RUN_RATE] = FIRST(
    WHEN(OR(NOT(is_flow), IS_PACE(NONE)),  WHY(UNPACED)),
    GIVEN(M_ACTUAL),
    GIVEN(M_DUE),
    WHEN(AT_MOST(M(M_DUE), ZERO),          WHY(NOT_BEGUN)),
    ELSE(DIV(A, M(M_DUE)))),
[M_SEASONAL] = FIRST(
    WHEN(NOT(AND(is_flow, YES_TO(F_WHOLE_YEAR))),            WHY(NO_DATA)),
    WHEN(OR(NOT(KNOWN(M_SAME)), NOT(KNOWN(M_LAST_TOTAL))),   WHY(NO_DATA)),
    WHEN(AT_MOST(SAME, ZERO),                                WHY(NO_DATA)),
    ELSE(DIV(MUL(A, M(M_LAST_TOTAL)), SAME))),
[M_NEEDED] = FIRST(
    GIVEN(M_LEFT),
    WHEN(met,                             WHY(MET)),
    WHEN(AT_MOST(M(M_MONTHS), M(M_GONE)), WHY(NO_TIME)),
    ELSE(DIV(M(M_LEFT), SUB(M(M_MONTHS), M(M_GONE))))),
[M_ACHIEVED] = FIRST(
    GIVEN(M_ACTUAL),
    WHEN(NOT(is_flow),              WHY(UNPACED)),
    WHEN(AT_MOST(M(M_GONE), ZERO),  WHY(NOT_BEGUN)),
    ELSE(DIV(A, M(M_GONE)))),

[M_STATUS_LOW] = FIRST(
    WHEN(NOT(has_bound),                                 without_target),
    WHEN(AND(NOT(YES_TO(F_EACH)), NOT(has_ground)),      SHOWS(NO_BASELINE)),
    WHEN(before_its_day,                                 SHOWS(NOT_DUE)),
    WHEN(NOT(KNOWN(M_ACTUAL)),                           SHOWS(NO_REPORT)),
    WHEN(NOT(has_ground),                                SHOWS(NO_BASELINE)),
    WHEN(over,                                           year_over),
    ELSE(                                                running)),
[M_STATUS_HIGH] = FIRST(
    WHEN(YES_TO(F_INTERVAL),  OTHER_END(M_STATUS_LOW)),
    ELSE(                     M(M_STATUS_LOW))),
[M_STATUS] = FIRST(
    WHEN(YES_TO(F_EACH),      worst_member),
    WHEN(YES_TO(F_INTERVAL),  MAX(M(M_STATUS_LOW), M(M_STATUS_HIGH))),
    ELSE(                     M(M_STATUS_LOW))),

/* Where the bands are asked for. */
[M_EDGE_SLIPPING] = FIRST(
    GIVEN(M_EXPECTED),
    WHEN(OR(YES_TO(F_EACH), OR(before_its_day, OR(ceiling, two_sided))),  WHY(NO_DATA)),
    WHEN(AND(over, NOT(partial)),                                         WHY(NO_DATA)),
    ELSE(                                                                 edge_slipping)),
[M_EDGE_OVER] = FIRST(
    GIVEN(M_EXPECTED),
    WHEN(OR(YES_TO(F_EACH), OR(before_its_day, over)),  WHY(NO_DATA)),
    WHEN(NOT(AND(ceiling, is_flow)),                    WHY(NO_DATA)),
    ELSE(                                               edge_over)),
};
/* clang-format on */
