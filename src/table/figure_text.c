/* SPDX-License-Identifier: MIT */
#include "figure_text.h"

#include <string.h>

#include "label.h"
#include "phrase.h"
#include "text.h"
#include "words.h"

enum {
    ENDLESS_DECIMALS = 2, /* of a figure without end (a mean, a share) */
    MOST_DECIMALS = 9     /* printed to tell a figure from an edge */
};

/* True when the value, rounded to these decimals, reads as one of the edges that it misses. An
 * exactly printed value cannot. */
static bool reads_as_edge(struct ratio value, int decimals, const struct ratio edges[], int n) {
    int exact = ratio_decimals(value);
    if (exact >= 0 && exact <= decimals) {
        return false;
    }
    char printed[RATIO_TEXT];
    char edge[RATIO_TEXT];
    ratio_print(value, decimals, edges, (size_t)n, printed);
    for (int i = 0; i < n; i++) {
        if (ratio_valid(edges[i]) && ratio_cmp(value, edges[i]) != 0 &&
            strcmp(printed, ratio_print(edges[i], decimals, NULL, 0, edge)) == 0) {
            return true;
        }
    }
    return false;
}

/* Prints with at least so many decimals, more where fewer would contradict an edge. */
static int print_with(struct ratio value, int decimals, const struct ratio edges[], int n,
                      enum language lang, char text[PRINTED_TEXT]) {
    char plain[RATIO_TEXT];
    if (!ratio_valid(value)) {
        memcpy(text, "?", sizeof "?");
        return 0;
    }
    while (decimals < MOST_DECIMALS && reads_as_edge(value, decimals, edges, n)) {
        decimals++;
    }
    print_number(ratio_print(value, decimals, edges, (size_t)n, plain), lang, text);
    return decimals;
}

int figure_print(struct ratio value, const struct indicator *indicator, const struct ratio edges[],
                 int edges_count, enum language lang, char text[PRINTED_TEXT]) {
    int decimals = indicator->decimals;
    if (decimals < 0) {
        decimals = ratio_decimals(value);
    }
    return print_with(value, decimals < 0 ? ENDLESS_DECIMALS : decimals, edges, edges_count, lang,
                      text);
}

static int larger(int a, int b) {
    return a > b ? a : b;
}

bool whole_print(struct ratio value, const struct indicator *indicator, enum language lang,
                 char text[PRINTED_TEXT]) {
    enum { LONG = 6 };
    char plain[RATIO_TEXT];
    int decimals = ratio_decimals(value);
    bool ends = decimals >= 0 && decimals <= LONG;
    if (ends) {
        print_number(ratio_plain(value, true, NULL, 0, plain), lang, text);
    } else {
        print_with(value, larger(indicator->decimals, ENDLESS_DECIMALS), NULL, 0, lang, text);
    }
    return ends;
}

int derived_print(struct ratio value, const struct scorecard *card, const struct row *row,
                  const struct ratio edges[], int edges_count, enum language lang,
                  char text[PRINTED_TEXT]) {
    int own = card->book->indicators[row->indicator].decimals;
    own = larger(own, row->has_actual ? ratio_decimals(row->low) : 0);
    own = larger(own, row_bounds_known(row) ? ratio_decimals(row_decides(row)) : 0);
    int decimals = ratio_decimals(value);
    if (decimals < 0 || decimals > larger(own, 0) + 1) {
        decimals = larger(own, 0) + 1;
    }
    return print_with(value, decimals, edges, edges_count, lang, text);
}

void percent_print(struct ratio value, const struct ratio edges[], int edges_count,
                   enum language lang, char text[PRINTED_TEXT]) {
    enum { MOST_EDGES = 4 };
    struct ratio percents[MOST_EDGES];
    char plain[RATIO_TEXT];
    struct ratio hundred = ratio_int(100);
    int n = edges_count < MOST_EDGES ? edges_count : MOST_EDGES;
    for (int i = 0; i < n; i++) {
        percents[i] = ratio_mul(edges[i], hundred);
    }
    ratio_print(ratio_mul(value, hundred), 1, percents, (size_t)n, plain);
    print_number(plain, lang, text);
    memcpy(text + strlen(text), "%", sizeof "%");
}

/* "90%", with as many decimals as the edge was given. */
static const char *edge_print(struct ratio edge, enum language lang, char text[PRINTED_TEXT]) {
    char plain[RATIO_TEXT];
    print_number(ratio_plain(edge, true, NULL, 0, plain), lang, text);
    memcpy(text + strlen(text), "%", sizeof "%");
    return text;
}

void edges_print(const struct edges *edges, enum language lang, char text[CELL_TEXT_SIZE]) {
    char slipping[PRINTED_TEXT];
    char over[PRINTED_TEXT];
    const char *words[PHRASE_WORDS] = {edge_print(edges->slipping, lang, slipping),
                                       edge_print(edges->over, lang, over)};
    phrase_text(PHRASE_EDGES, lang, words, text, CELL_TEXT_SIZE);
}

/* A bound of a target: exactly as written, whatever the indicator's decimals. */
static void bound_print(struct ratio value, const struct row *row, enum language lang,
                        char text[PRINTED_TEXT]) {
    int decimals = ratio_decimals(value);
    struct ratio edges[] = {row->low, row->high};
    print_with(value, decimals < 0 ? ENDLESS_DECIMALS : decimals, edges, row->has_actual ? 2 : 0,
               lang, text);
}

static void print_range(const struct bounds *bounds, const struct row *row, enum language lang,
                        char text[CELL_TEXT_SIZE]) {
    char low[PRINTED_TEXT];
    char high[PRINTED_TEXT];
    bound_print(bounds->low, row, lang, low);
    bound_print(bounds->high, row, lang, high);
    TEXT_JOIN(text, CELL_TEXT_SIZE, low, " – ", high);
    if (bounds->kind == TARGET_WITHIN) {
        char range[2 * PRINTED_TEXT + 8];
        text_cut(text, range, sizeof range);
        const char *words[PHRASE_WORDS] = {range};
        phrase_text(PHRASE_WITHIN, lang, words, text, CELL_TEXT_SIZE);
    }
}

/* "66 (+10%)"; only the growth where its base is not known. */
static void print_growth(const struct bounds *bounds, const struct row *row, bool resolved,
                         enum language lang, char text[CELL_TEXT_SIZE]) {
    char growth[PRINTED_TEXT];
    char level[PRINTED_TEXT];
    int decimals = ratio_decimals(bounds->grow);
    const char *plus = ratio_sign(bounds->grow) > 0 ? "+" : "";
    print_with(bounds->grow, decimals < 0 ? ENDLESS_DECIMALS : decimals, NULL, 0, lang, growth);
    if (resolved) {
        bound_print(row->ceiling ? bounds->high : bounds->low, row, lang, level);
        TEXT_JOIN(text, CELL_TEXT_SIZE, level, " (", plus, growth, "%)");
    } else {
        TEXT_JOIN(text, CELL_TEXT_SIZE, plus, growth, "%");
    }
}

static void print_signed_bound(const struct bounds *bounds, const struct row *row,
                               enum language lang, char text[CELL_TEXT_SIZE]) {
    char bound[PRINTED_TEXT];
    char tolerance[PRINTED_TEXT];
    bool lower = target_has(bounds->kind, HAS_LOW);
    bound_print(lower ? bounds->low : bounds->high, row, lang, bound);
    if (target_has(bounds->kind, HAS_TOLERANCE) && ratio_sign(bounds->tolerance) > 0) {
        bound_print(bounds->tolerance, row, lang, tolerance);
        TEXT_JOIN(text, CELL_TEXT_SIZE, target_sign(bounds->kind), " ", bound, " (±", tolerance,
                  ")");
    } else {
        TEXT_JOIN(text, CELL_TEXT_SIZE, target_sign(bounds->kind), " ", bound);
    }
}

static void bounds_print(const struct bounds *bounds, const struct row *row, bool resolved,
                         enum language lang, char text[CELL_TEXT_SIZE]) {
    switch (bounds->kind) {
    case TARGET_RANGE:
    case TARGET_WITHIN:
        print_range(bounds, row, lang, text);
        return;
    case TARGET_DONE:
        text_cut(phrase(PHRASE_YES, lang), text, CELL_TEXT_SIZE);
        return;
    case TARGET_GROW:
        print_growth(bounds, row, resolved, lang, text);
        return;
    case TARGET_AT_LEAST:
    case TARGET_MORE_THAN:
    case TARGET_AT_MOST:
    case TARGET_LESS_THAN:
    case TARGET_ABOUT:
    case TARGET_EXACTLY:
    case TARGET_KIND_COUNT:
        print_signed_bound(bounds, row, lang, text);
    }
}

void target_print(const struct scorecard *card, const struct row *row, bool original,
                  enum language lang, char text[CELL_TEXT_SIZE]) {
    if (!row->has_target) {
        text[0] = '\0';
        return;
    }
    const struct target held = targets_get(&card->book->targets, row->target);
    const struct target *target = &held;
    const struct bounds *assigned = original || row->revision == NONE
                                        ? &target->bounds
                                        : &target->revised[row->revision].bounds;
    if (row->each_group) {
        /* The row's own bounds are those of all members together. */
        char each[CELL_TEXT_SIZE];
        bounds_print(assigned, row, false, lang, each);
        const char *words[PHRASE_WORDS] = {each};
        phrase_text(PHRASE_EACH_MEMBER, lang, words, text, CELL_TEXT_SIZE);
    } else if (original) {
        bounds_print(assigned, row, false, lang, text);
    } else {
        bounds_print(&row->bounds, row, row_bounds_known(row), lang, text);
    }
}

void strict_print(const struct row *row, enum language lang, char text[CELL_TEXT_SIZE]) {
    bool above = target_has(row->bounds.kind, HAS_LOW);
    text[0] = '\0';
    if (!row_bounds_known(row) || !row->has_actual || !target_is_strict(row->bounds.kind) ||
        (ratio_cmp(row->low, row_decides(row)) != 0 &&
         ratio_cmp(row->high, row_decides(row)) != 0)) {
        return;
    }
    char bound[PRINTED_TEXT];
    char plain[RATIO_TEXT];
    char strict[PRINTED_TEXT * 2];
    print_number(ratio_plain(row_decides(row), true, NULL, 0, plain), lang, bound);
    const char *words[PHRASE_WORDS] = {bound};
    phrase_text(above ? PHRASE_STRICT_ABOVE : PHRASE_STRICT_BELOW, lang, words, strict,
                sizeof strict);
    TEXT_JOIN(text, CELL_TEXT_SIZE, " (", strict, ")");
}
