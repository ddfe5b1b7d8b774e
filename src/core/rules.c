/* SPDX-License-Identifier: MIT */
#include "rules.h"

#include "book.h"
#include "ledger.h"

/* ---- how a rule is written ---- */

#define EXPR(...) (&(const struct expr){__VA_ARGS__})
#define M(m) EXPR(.op = OP_MEASURE, .leaf = (m))
#define N(n) EXPR(.op = OP_NUMBER, .value = (n))
#define SHOWS(status) N(STATUS_##status)
#define WHY(reason) EXPR(.op = OP_REASON, .value = UNDEFINED_##reason)
#define ADD(x, y) EXPR(.op = OP_ADD, .a = (x), .b = (y))
#define SUB(x, y) EXPR(.op = OP_SUB, .a = (x), .b = (y))
#define MUL(x, y) EXPR(.op = OP_MUL, .a = (x), .b = (y))
#define DIV(x, y) EXPR(.op = OP_DIV, .a = (x), .b = (y))
#define MAX(x, y) EXPR(.op = OP_MAX, .a = (x), .b = (y))
#define UP(fact, x) EXPR(.op = OP_UP, .leaf = (fact), .a = (x))
#define DOWN(fact, x) EXPR(.op = OP_DOWN, .leaf = (fact), .a = (x))
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
#define T M(M_STATED)
#define D M(M_DECIDES)
#define E M(M_ESTIMATE)
#define SAME M(M_SAME)
#define EXPECTED M(M_EXPECTED)

/* A rule reads like a row of its section. */
/* clang-format off */

/* ---- section 3: which bound decides, what meets and exceeds it ---- */

NAMED(is_flow, YES_TO(F_FLOW));
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
/* Each member grows over its own base: what they come to together is no growth of the group. */
NAMED(grows_each, AND(IS_TARGET(TARGET(GROW)), AND(YES_TO(F_EACH), NOT(YES_TO(F_STATED_BASE)))));
/* Growth has a base above 0, so that it comes to a number. */
NAMED(no_growth, OR(NOT(KNOWN(M_BASE)), AT_MOST(B, ZERO)));
NAMED(has_ground, OR(NOT(IS_TARGET(TARGET(GROW))), KNOWN(M_STATED)));
/* As much as is counted, against the goal. */
NAMED(grown, FIRST(
    WHEN(LOWER_IS_BETTER, DOWN(F_DECIMALS, DIV(MUL(B, ADD(HUNDRED, M(M_GROW))), HUNDRED))),
    ELSE(                 UP(F_DECIMALS, DIV(MUL(B, ADD(HUNDRED, M(M_GROW))), HUNDRED)))));
NAMED(met, FIRST(
    WHEN(AND(IS_TARGET(TARGET(DONE)), YES_TO(F_GROUP)), AT_LEAST(A, M(M_MEMBERS))), /* all of them */
    WHEN(IS_TARGET(TARGET(DONE)),      MORE(A, ZERO)),
    WHEN(IS_TARGET(TARGET(WITHIN)),    AND(AT_LEAST(A, M(M_LOW)), AT_MOST(A, M(M_HIGH)))),
    WHEN(IS_TARGET(TARGET(EXACTLY)),   EQUAL(A, D)),
    WHEN(IS_TARGET(TARGET(MORE_THAN)), MORE(A, D)),
    WHEN(IS_TARGET(TARGET(LESS_THAN)), LESS(A, D)),
    WHEN(ceiling,                      AT_MOST(A, D)),
    ELSE(                              AT_LEAST(A, D))));
/* The end of the figure that is less favourable to a ceiling. */
NAMED(past, LET(M_ACTUAL, M_ACTUAL_HIGH, NOT(met)));
NAMED(never_exceeded, IS_TARGET(TARGET(WITHIN) | TARGET(EXACTLY) | TARGET(ABOUT) | TARGET(DONE)));
NAMED(exceeded, FIRST(
    WHEN(never_exceeded,                          TRUTH(0)),
    WHEN(AND(IS_TARGET(TARGET(RANGE)), ceiling),  LESS(A, M(M_LOW))), /* past the far end */
    WHEN(IS_TARGET(TARGET(RANGE)),                MORE(A, M(M_HIGH))),
    WHEN(ceiling,                                 LESS(A, D)),
    ELSE(                                         MORE(A, D))));

/* A rule under the target as first assigned: by its bounds; and by what was computed of them. */
#define BY_FIRST_BOUNDS(x)                                                                         \
    LET_FACT(F_TARGET, F_TARGET_FIRST, LET_FACT(F_BASE_PARTIAL, F_BASE_PARTIAL_FIRST,              \
    LET(M_LOW, M_LOW_FIRST, LET(M_HIGH, M_HIGH_FIRST, LET(M_TOLERANCE, M_TOLERANCE_FIRST,          \
    LET(M_GROW, M_GROW_FIRST, LET(M_BASE, M_BASE_FIRST, x)))))))
#define AS_FIRST_ASSIGNED(x)                                                                       \
    BY_FIRST_BOUNDS(LET(M_STATED, M_STATED_FIRST, LET(M_DECIDES, M_DECIDES_FIRST, x)))

/* ---- section 4: what there is no number without ---- */

/* Some of the members are missing; and what is missing can do more than add. */
NAMED(partial, AND(YES_TO(F_GROUP), MORE(M(M_PARTIAL), N(PARTIAL_NOT))));
NAMED(open, AND(YES_TO(F_GROUP), MORE(M(M_PARTIAL), N(PARTIAL_LEAST))));
NAMED(no_ground, FIRST(
    WHEN(YES_TO(F_BASE_PARTIAL),  WHY(PARTIAL)),
    ELSE(                         WHY(NO_BASELINE))));

/* Clauses, in this order, of every figure that compares actual and target. */
#define COMPARABLE                                                                                 \
    WHEN(NOT(has_bound), WHY(NO_TARGET)), GIVEN(M_ACTUAL), WHEN(NOT(has_ground), no_ground)
#define NOT_FOR_EACH WHEN(YES_TO(F_EACH), WHY(EACH))
#define HAS_NO(which) WHEN(which, WHY(KIND))

/* The same rule at the upper end of a figure that is a range, or of the estimate. */
#define OTHER_END(m) LET(M_ACTUAL, M_ACTUAL_HIGH, RULE(m))
#define OF_ESTIMATE(x) LET_FACT(F_GROUP, F_NEVER, LET(M_ACTUAL, M_ESTIMATE, x))
#define OF_ESTIMATE_HIGH(x) LET_FACT(F_GROUP, F_NEVER, LET(M_ACTUAL, M_ESTIMATE_HIGH, x))

/* What is compared with last year: of a group, its members on both sides. */
NAMED(alike, FIRST(
    WHEN(YES_TO(F_GROUP),  M(M_ALIKE)),
    ELSE(                  A)));
NAMED(is_percent, OR(IS_KIND(SHARE), IS_KIND(RATE)));
NAMED(is_yes_no, IS_KIND(DONE));
NAMED(no_profile, OR(NOT(KNOWN(M_SEASON)),
                     OR(NOT(KNOWN(M_LAST_TOTAL)),
                        OR(AT_MOST(M(M_LAST_TOTAL), ZERO), LESS(M(M_SEASON), ZERO)))));

/* ---- section 5: the first that fits ---- */

/* A share of what is expected: of the total of a flow, of the way from B of a level. */
#define EDGE(percent)                                                                              \
    FIRST(WHEN(is_flow, DIV(MUL(EXPECTED, M(percent)), HUNDRED)),                                  \
          ELSE(ADD(B, DIV(MUL(SUB(EXPECTED, B), M(percent)), HUNDRED))))
/* What is asked of the base as if it were the figure. */
#define OF_BASE(x) LET(M_ACTUAL, M_BASE, x)

NAMED(edge_slipping, EDGE(M_SLIPPING));
NAMED(edge_over, EDGE(M_OVER));
NAMED(over, AT_LEAST(M(M_SEEN), M(M_LAST_DAY)));
NAMED(too_early, AND(YES_TO(F_MEASURED), LESS(M(M_AS_OF), M(M_MEASURED))));
/* What is missing can only add: a floor that is reached and a ceiling that is passed stay so. */
NAMED(settled, FIRST(
    WHEN(OR(two_sided, IS_TARGET(TARGET(DONE))),  TRUTH(0)),
    WHEN(open,                                    TRUTH(0)),
    WHEN(ceiling,                                 NOT(met)),
    ELSE(                                         met)));
NAMED(year_over, FIRST(
    WHEN(exceeded,  SHOWS(EXCEEDED)),
    WHEN(met,       SHOWS(MET)),
    ELSE(           SHOWS(MISSED))));
NAMED(flow_under_ceiling, FIRST(
    WHEN(NOT(met),                   SHOWS(MISSED)),
    WHEN(NOT(KNOWN(M_EXPECTED)),     SHOWS(WITHIN)),
    WHEN(AT_MOST(A, EXPECTED),       SHOWS(WITHIN)),
    WHEN(AT_MOST(A, edge_over),      SHOWS(SLIPPING)),
    ELSE(                            SHOWS(BEHIND))));
/* A limit is to be kept all year, a goal to come down to is not. */
NAMED(level_under_ceiling, FIRST(
    WHEN(met,                                  SHOWS(WITHIN)),
    WHEN(AND(YES_TO(F_LIMIT), NOT(KNOWN(M_BASE))),          SHOWS(BEHIND)),
    WHEN(AND(YES_TO(F_LIMIT), OF_BASE(met)),                SHOWS(BEHIND)),
    WHEN(AND(YES_TO(F_LIMIT), AT_LEAST(A, B)),              SHOWS(BEHIND)),
    WHEN(YES_TO(F_LIMIT),                                   SHOWS(NOT_YET)),
    WHEN(NOT(KNOWN(M_BASE)),                                SHOWS(NOT_YET)),
    WHEN(MORE(A, B),                                        SHOWS(BEHIND)),
    ELSE(                                                   SHOWS(NOT_YET))));
NAMED(level_inside, FIRST(
    WHEN(met,                    SHOWS(WITHIN)),
    WHEN(NOT(KNOWN(M_BASE)),     SHOWS(NOT_YET)),
    WHEN(OF_BASE(met),           SHOWS(BEHIND)),
    ELSE(                        SHOWS(NOT_YET))));
NAMED(past_upper_end, FIRST(
    WHEN(IS_TARGET(TARGET(EXACTLY)),  MORE(A, D)),
    ELSE(                             MORE(A, M(M_HIGH)))));
NAMED(flow_inside, FIRST(
    WHEN(past_upper_end,  SHOWS(MISSED)),
    ELSE(                 SHOWS(NOT_YET))));
NAMED(unpaced_floor, FIRST(
    WHEN(OR(is_flow, is_yes_no),  SHOWS(NOT_YET)),
    WHEN(NOT(KNOWN(M_BASE)),      SHOWS(NOT_YET)),
    WHEN(LESS(A, B),              SHOWS(BEHIND)), /* moved away */
    ELSE(                         SHOWS(NOT_YET))));
NAMED(towards_floor, FIRST(
    WHEN(exceeded,                       SHOWS(EXCEEDED)),
    WHEN(met,                            SHOWS(MET)),
    WHEN(NOT(KNOWN(M_EXPECTED)),         unpaced_floor),
    WHEN(AT_LEAST(A, EXPECTED),          SHOWS(ON_TRACK)),
    WHEN(AT_LEAST(A, edge_slipping),     SHOWS(SLIPPING)),
    ELSE(                                SHOWS(BEHIND))));
NAMED(running, FIRST(
    WHEN(AND(ceiling, is_flow),    flow_under_ceiling),
    WHEN(AND(two_sided, is_flow),  flow_inside),
    WHEN(ceiling,                  level_under_ceiling),
    WHEN(two_sided,                level_inside),
    ELSE(                          towards_floor)));

/* ---- section 3: a group's own row of a target for each member ---- */

NAMED(worst_member, FIRST(
    WHEN(NOT(has_bound),                         SHOWS(NO_TARGET)),
    WHEN(too_early,                              SHOWS(NOT_DUE)),
    WHEN(EQUAL(M(M_REPORTING), ZERO),            SHOWS(NO_REPORT)),
    WHEN(EQUAL(M(M_WORST), SHOWS(MISSED)),       SHOWS(MISSED)),
    WHEN(LESS(M(M_REPORTING), M(M_MEMBERS)),     SHOWS(INCOMPLETE)),
    ELSE(                                        M(M_WORST))));

/* ---- section 4: an interval's less favourable end ---- */

NAMED(upper_decides, FIRST(
    WHEN(NOT(YES_TO(F_INTERVAL)),  TRUTH(0)),
    WHEN(two_sided,                MORE(M(M_STATUS_HIGH), M(M_STATUS_LOW))),
    ELSE(                          ceiling)));
#define AT_WORSE_END(x)                                                                            \
    FIRST(WHEN(upper_decides, LET(M_ACTUAL, M_ACTUAL_HIGH, x)), ELSE(x))

NAMED(left_to_do, FIRST(
    NOT_FOR_EACH,
    COMPARABLE,
    HAS_NO(IS_TARGET(TARGET(DONE))),
    WHEN(IS_TARGET(TARGET(WITHIN)),  WHY(WITHIN)),
    WHEN(ceiling,                    WHY(CEILING)),
    WHEN(partial,                    WHY(PARTIAL)),
    ELSE(MAX(SUB(T, A), ZERO))));
NAMED(run_rate, FIRST(
    NOT_FOR_EACH,
    WHEN(OR(NOT(is_flow), IS_PACE(NONE)),  WHY(UNPACED)),
    GIVEN(M_ACTUAL),
    GIVEN(M_DUE),
    WHEN(partial,                          WHY(PARTIAL)),
    WHEN(AT_MOST(M(M_DUE), ZERO),          WHY(NOT_BEGUN)),
    ELSE(DIV(A, M(M_DUE)))));
NAMED(seasonal, FIRST(
    NOT_FOR_EACH,
    GIVEN(M_ACTUAL),
    WHEN(partial,                                            WHY(PARTIAL)),
    WHEN(NOT(AND(is_flow, YES_TO(F_WHOLE_YEAR))),            WHY(NO_DATA)),
    WHEN(OR(NOT(KNOWN(M_SEASON)), NOT(KNOWN(M_LAST_TOTAL))), WHY(NO_DATA)),
    WHEN(AT_MOST(M(M_SEASON), ZERO),                         WHY(NO_DATA)),
    ELSE(DIV(MUL(A, M(M_LAST_TOTAL)), M(M_SEASON)))));
NAMED(achieved, FIRST(
    NOT_FOR_EACH,
    GIVEN(M_ACTUAL),
    WHEN(NOT(is_flow),              WHY(UNPACED)),
    WHEN(partial,                   WHY(PARTIAL)),
    WHEN(AT_MOST(M(M_GONE), ZERO),  WHY(NOT_BEGUN)),
    ELSE(DIV(A, M(M_GONE)))));

/* ---- the figures and verdicts, row by row ---- */

const struct expr *const rule_ceiling = ceiling;
const struct expr *const rule_two_sided = two_sided;
const struct expr *const rule_has_bound = has_bound;
const struct expr *const rule_past = past;

/* What it should be: by now while the year runs, else the bound; its own where it is overstepped. */
#define AWAY(from) DIV(MAX(SUB(A, (from)), SUB((from), A)), MAX((from), SUB(ZERO, (from))))
#define AWAY_FROM(from) FIRST(WHEN(EQUAL((from), ZERO), N(1000000000)), ELSE(AWAY(from)))

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
    HAS_NO(OR(is_percent, is_yes_no)),
    WHEN(AT_MOST(SAME, ZERO),         WHY(LAST_ZERO)),
    WHEN(LESS(alike, ZERO),           WHY(NEGATIVE)),
    ELSE(DIV(alike, SAME))),
[M_VS_LAST_YEAR_GAP] = FIRST(
    GIVEN(M_SAME),
    HAS_NO(is_yes_no),
    ELSE(SUB(alike, SAME))),

[M_STATED] = FIRST(
    WHEN(NO_TARGET,                          WHY(NO_TARGET)),
    WHEN(IS_TARGET(TARGET(DONE)),            WHY(KIND)),
    WHEN(IS_TARGET(TARGET(WITHIN)),          WHY(WITHIN)),
    WHEN(grows_each,                                    WHY(EACH)),
    WHEN(AND(IS_TARGET(TARGET(GROW)), no_growth),       no_ground),
    WHEN(AND(IS_TARGET(TARGET(GROW)), YES_TO(F_TOGETHER)), MUL(grown, M(M_MEMBERS))),
    WHEN(IS_TARGET(TARGET(GROW)),            grown),
    WHEN(one_number,                         M(M_LOW)),
    WHEN(ceiling,                            M(M_HIGH)),
    ELSE(                                    M(M_LOW))),
[M_DECIDES] = FIRST(
    GIVEN(M_STATED),
    WHEN(NOT(IS_TARGET(TARGET(ABOUT))),  T),
    WHEN(NOT(KNOWN(M_TOLERANCE)),        T),
    WHEN(ceiling,                        ADD(T, M(M_TOLERANCE))),
    ELSE(                                SUB(T, M(M_TOLERANCE)))),
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
    ELSE(DIV(M(M_SEASON), M(M_LAST_TOTAL)))),
[M_EXPECTED] = FIRST(
    NOT_FOR_EACH,
    WHEN(NOT(has_bound),                            WHY(NO_TARGET)),
    WHEN(NOT(has_ground),                           no_ground),
    WHEN(IS_PACE(NONE),                             WHY(UNPACED)),
    GIVEN(M_DUE),
    WHEN(IS_TARGET(TARGET(WITHIN) | TARGET(DONE)),  WHY(WITHIN)),
    WHEN(is_flow,                                   MUL(D, M(M_DUE))),
    WHEN(NOT(KNOWN(M_BASE)),                        no_ground),
    ELSE(ADD(B, MUL(SUB(D, B), M(M_DUE))))),

[M_STATUS_LOW] = FIRST(
    WHEN(NOT(has_bound),                                          SHOWS(NO_TARGET)),
    WHEN(AND(NOT(has_ground), NOT(YES_TO(F_BASE_PARTIAL))),       SHOWS(NO_BASELINE)),
    WHEN(too_early,                                               SHOWS(NOT_DUE)),
    WHEN(NOT(KNOWN(M_ACTUAL)),                                    SHOWS(NO_REPORT)),
    WHEN(AND(YES_TO(F_MEASURED), LESS(M(M_SEEN), M(M_MEASURED))), SHOWS(NO_REPORT)),
    WHEN(NOT(has_ground),                                         SHOWS(INCOMPLETE)),
    WHEN(AND(partial, NOT(settled)),                              SHOWS(INCOMPLETE)),
    WHEN(over,                                                    year_over),
    ELSE(                                                         running)),
[M_STATUS_HIGH] = FIRST(
    WHEN(YES_TO(F_INTERVAL),  OTHER_END(M_STATUS_LOW)),
    ELSE(                     M(M_STATUS_LOW))),

[M_ATTAINMENT] = FIRST(
    NOT_FOR_EACH,
    COMPARABLE,
    WHEN(IS_TARGET(TARGET(WITHIN)),              WHY(WITHIN)),
    HAS_NO(OR(IS_TARGET(TARGET(DONE)), OR(is_yes_no, IS_KIND(RATE)))),
    WHEN(ceiling,                                WHY(CEILING)),
    WHEN(open,                                   WHY(PARTIAL)),
    WHEN(AT_MOST(T, ZERO),                       WHY(TARGET_ZERO)),
    WHEN(LESS(A, ZERO),                          WHY(NEGATIVE)),
    ELSE(DIV(A, T))),
[M_ATTAINMENT_HIGH] = FIRST(
    WHEN(YES_TO(F_INTERVAL),        OTHER_END(M_ATTAINMENT)),
    WHEN(IS_TARGET(TARGET(RANGE)),  LET(M_STATED, M_HIGH, RULE(M_ATTAINMENT))),
    ELSE(WHY(NO_DATA))),
[M_ATTAINMENT_ORIGINAL] = FIRST(
    WHEN(NOT(YES_TO(F_REVISED)), WHY(NO_DATA)),
    ELSE(AS_FIRST_ASSIGNED(RULE(M_ATTAINMENT)))),
[M_GAP] = FIRST(
    NOT_FOR_EACH,
    COMPARABLE,
    HAS_NO(IS_TARGET(TARGET(DONE))),
    WHEN(partial,                         WHY(PARTIAL)),
    WHEN(NOT(IS_TARGET(TARGET(WITHIN))),  SUB(A, T)),
    WHEN(LESS(A, M(M_LOW)),               SUB(A, M(M_LOW))),
    WHEN(MORE(A, M(M_HIGH)),              SUB(A, M(M_HIGH))),
    ELSE(ZERO)),
[M_GAP_HIGH] = FIRST(
    WHEN(NOT(YES_TO(F_INTERVAL)), WHY(NO_DATA)),
    ELSE(OTHER_END(M_GAP))),
[M_LEFT] = AT_WORSE_END(left_to_do),
[M_PROGRESS] = FIRST(
    NOT_FOR_EACH,
    WHEN(is_flow,                    WHY(FLOW)),
    COMPARABLE,
    HAS_NO(OR(IS_TARGET(TARGET(DONE)), is_yes_no)),
    WHEN(IS_TARGET(TARGET(WITHIN)),  WHY(WITHIN)),
    WHEN(NOT(KNOWN(M_BASE)),         no_ground),
    WHEN(partial,                    WHY(PARTIAL)),
    WHEN(EQUAL(T, B),                WHY(BASE_IS_TARGET)),
    WHEN(OF_BASE(met),               WHY(BASE_MEETS)),
    ELSE(DIV(SUB(A, B), SUB(T, B)))),
[M_PROGRESS_HIGH] = FIRST(
    WHEN(NOT(YES_TO(F_INTERVAL)), WHY(NO_DATA)),
    ELSE(OTHER_END(M_PROGRESS))),
[M_TARGET_VS_LAST_YEAR] = FIRST(
    NOT_FOR_EACH,
    WHEN(NOT(has_bound),                 WHY(NO_TARGET)),
    HAS_NO(OR(is_percent, OR(is_yes_no, IS_TARGET(TARGET(DONE))))),
    WHEN(IS_TARGET(TARGET(WITHIN)),      WHY(WITHIN)),
    WHEN(NOT(KNOWN(M_BASE)),             no_ground),
    WHEN(NOT(has_ground),                no_ground),
    WHEN(AT_MOST(B, ZERO),               WHY(LAST_ZERO)),
    ELSE(DIV(T, B))),
[M_TARGET_VS_LAST_YEAR_GAP] = FIRST(
    NOT_FOR_EACH,
    WHEN(NOT(has_bound),                 WHY(NO_TARGET)),
    HAS_NO(OR(NOT(is_percent), IS_TARGET(TARGET(DONE)))),
    WHEN(IS_TARGET(TARGET(WITHIN)),      WHY(WITHIN)),
    WHEN(NOT(KNOWN(M_BASE)),             no_ground),
    WHEN(NOT(has_ground),                no_ground),
    ELSE(SUB(T, B))),

[M_RUN_RATE] = AT_WORSE_END(run_rate),
[M_SEASONAL] = AT_WORSE_END(seasonal),
[M_ESTIMATE_ATTAINMENT] = FIRST(
    GIVEN(M_ESTIMATE),
    ELSE(OF_ESTIMATE(RULE(M_ATTAINMENT)))),
[M_ESTIMATE_VS_LAST_YEAR] = FIRST(
    GIVEN(M_ESTIMATE),
    HAS_NO(OR(is_percent, is_yes_no)),
    WHEN(NOT(KNOWN(M_BASE)),   no_ground),
    WHEN(AT_MOST(B, ZERO),     WHY(LAST_ZERO)),
    WHEN(LESS(E, ZERO),        WHY(NEGATIVE)),
    ELSE(DIV(E, B))),
[M_ESTIMATE_VS_LAST_YEAR_GAP] = FIRST(
    GIVEN(M_ESTIMATE),
    HAS_NO(NOT(is_percent)),
    WHEN(NOT(KNOWN(M_BASE)),   no_ground),
    ELSE(SUB(E, B))),
[M_ESTIMATE_STATUS] = FIRST(
    GIVEN(M_ESTIMATE),
    NOT_FOR_EACH,
    WHEN(NOT(has_bound),   WHY(NO_TARGET)),
    WHEN(NOT(has_ground),  no_ground),
    WHEN(KNOWN(M_ESTIMATE_HIGH),  MAX(OF_ESTIMATE(year_over), OF_ESTIMATE_HIGH(year_over))),
    ELSE(                         OF_ESTIMATE(year_over))),
[M_NEEDED] = FIRST(
    GIVEN(M_LEFT),
    WHEN(AT_WORSE_END(met),               WHY(MET)),
    WHEN(AT_MOST(M(M_MONTHS), M(M_GONE)), WHY(NO_TIME)),
    ELSE(DIV(M(M_LEFT), SUB(M(M_MONTHS), M(M_GONE))))),
[M_ACHIEVED] = AT_WORSE_END(achieved),

[M_DISTANCE] = FIRST(
    NOT_FOR_EACH,
    COMPARABLE,
    WHEN(OR(IS_TARGET(TARGET(DONE)), is_yes_no),                             N(1)),
    WHEN(AND(IS_TARGET(TARGET(WITHIN)), MORE(A, M(M_HIGH))),  AWAY_FROM(M(M_HIGH))),
    WHEN(IS_TARGET(TARGET(WITHIN)),                           AWAY_FROM(M(M_LOW))),
    WHEN(AND(NOT(over), KNOWN(M_EXPECTED)),                   AWAY_FROM(EXPECTED)),
    ELSE(                                                     AWAY_FROM(D))),
[M_STATUS] = FIRST(
    WHEN(YES_TO(F_EACH),      worst_member),
    WHEN(YES_TO(F_INTERVAL),  MAX(M(M_STATUS_LOW), M(M_STATUS_HIGH))),
    ELSE(                     M(M_STATUS_LOW))),

/* Where the bands are asked for. */
[M_EDGE_SLIPPING] = FIRST(
    GIVEN(M_EXPECTED),
    WHEN(OR(too_early, OR(ceiling, two_sided)),  WHY(NO_DATA)),
    WHEN(OR(over, partial),                      WHY(NO_DATA)),
    ELSE(                                        edge_slipping)),
[M_EDGE_OVER] = FIRST(
    GIVEN(M_EXPECTED),
    WHEN(OR(too_early, OR(over, partial)),  WHY(NO_DATA)),
    WHEN(NOT(AND(ceiling, is_flow)),        WHY(NO_DATA)),
    ELSE(                                   edge_over)),
};
/* clang-format on */
