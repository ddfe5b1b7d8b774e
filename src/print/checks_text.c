/* SPDX-License-Identifier: MIT */
#include "checks_text.h"

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>

#include "checks.h"
#include "figure_text.h"
#include "label.h"
#include "mem.h"
#include "phrase.h"
#include "text.h"
#include "visible.h"

/* Appends a phrase as a line under its heading; the heading comes before the first. */
static void put_line(struct buffer *out, enum phrase heading, bool *begun, enum phrase id,
                     enum language lang, const char *const words[PHRASE_WORDS]) {
    struct buffer line = {0};
    if (!*begun) {
        buffer_format(out, "\n%s\n", phrase(heading, lang));
        *begun = true;
    }
    phrase_put(&line, id, lang, words);
    buffer_text(out, "  ");
    visible_put(out, line.text, arrlenu(line.text));
    buffer_text(out, "\n");
    buffer_clear(&line);
}

/* What stands behind the number of a claim. */
static const char *unit_of_claim(const struct scorecard *card, const struct claim *claim,
                                 enum language lang) {
    const struct unit *unit = &card->book->indicators[claim->indicator].unit;
    if (claim->kind == CLAIM_TIMES) {
        return "";
    }
    if (claim->kind != CLAIM_CHANGE) {
        return "%";
    }
    return unit_is_percent(unit) ? phrase(PHRASE_POINTS, lang) : unit->text;
}

/* The number with its hedge and what it counts: "hơn 54%", "38 HTX". */
static void number_of_claim(const struct scorecard *card, const struct claim *claim,
                            const char *plain, enum hedge said, enum language lang,
                            char text[CELL_TEXT_SIZE]) {
    char number[PRINTED_TEXT];
    print_number(plain, lang, number);
    const char *hedge = claim_hedge_label(said, lang);
    const char *unit = unit_of_claim(card, claim, lang);
    bool close = unit[0] == '\0' || unit[0] == '%';
    snprintf(text, CELL_TEXT_SIZE, "%s%s%s%s%s", hedge, hedge[0] != '\0' ? " " : "", number,
             close ? "" : " ", unit);
}

static bool is_change(const struct claim *claim) {
    return claim->kind == CLAIM_GROWTH || claim->kind == CLAIM_CHANGE;
}

/* What was computed: it stands beside the words of its kind and needs none but "3,4 lần", and
 * "giảm 4%" where one of the two is a decrease. */
static void computed_text(const struct scorecard *card, const struct claim *claim,
                          struct ratio value, enum language lang, char text[CELL_TEXT_SIZE]) {
    char plain[RATIO_TEXT];
    char number[PRINTED_TEXT];
    claim_beside(claim, value, plain);
    bool minus = plain[0] == '-';
    bool turns = is_change(claim) && (minus || claim->printed.units < 0);
    number_of_claim(card, claim, turns && minus ? plain + 1 : plain, HEDGE_NONE, lang, text);
    if (turns || claim->kind == CLAIM_TIMES) {
        enum phrase words = !turns ? PHRASE_TIMES : minus ? PHRASE_DOWN : PHRASE_UP;
        text_cut(text, number, sizeof number);
        phrase_text(words, lang, (const char *const[PHRASE_WORDS]){number}, text, CELL_TEXT_SIZE);
    }
}

/* Of a decrease the words say that it is one, and the hedge is turned round: below -10 is more than
 * 10 down. */
static enum hedge turned(enum hedge hedge) {
    return hedge == HEDGE_MORE_THAN   ? HEDGE_LESS_THAN
           : hedge == HEDGE_LESS_THAN ? HEDGE_MORE_THAN
                                      : hedge;
}

void published_text(const struct scorecard *card, const struct claim *claim, enum language lang,
                    char text[CELL_TEXT_SIZE]) {
    static const enum phrase phrases[] = {
        [CLAIM_ATTAINMENT] = PHRASE_CLAIM_PLAIN, [CLAIM_OVER] = PHRASE_CLAIM_OVER,
        [CLAIM_TIMES] = PHRASE_CLAIM_TIMES,      [CLAIM_OF_LAST_YEAR] = PHRASE_CLAIM_PLAIN,
        [CLAIM_SHARE_OF] = PHRASE_SHARE_OF,      [CLAIM_GROWTH] = PHRASE_CLAIM_UP,
        [CLAIM_CHANGE] = PHRASE_CLAIM_UP,        [CLAIM_HEADLINE] = PHRASE_CLAIM_PLAIN,
    };
    static_assert(sizeof phrases / sizeof *phrases == CLAIM_KIND_COUNT, "a claim has no phrase");
    struct ratio value = ratio_decimal(claim->printed);
    bool down = is_change(claim) && ratio_sign(value) < 0;
    bool other = claim->kind == CLAIM_SHARE_OF && claim->of != NONE;
    char plain[RATIO_TEXT];
    char number[PRINTED_TEXT];
    ratio_print(down ? ratio_sub(ratio_int(0), value) : value, claim->printed.scale, NULL, 0,
                plain);
    number_of_claim(card, claim, plain, down ? turned(claim->hedge) : claim->hedge, lang, text);
    text_cut(text, number, sizeof number);
    const char *words[PHRASE_WORDS] = {
        number, other ? indicator_name(&card->book->indicators[claim->of], lang)
                      : claim_label(claim->kind, lang)};
    phrase_text(down ? PHRASE_CLAIM_DOWN : phrases[claim->kind], lang, words, text, CELL_TEXT_SIZE);
}

/* "9/13 chỉ tiêu đạt và vượt" */
static void headline_text(const struct claim *claim, int met, int of, bool computed,
                          enum language lang, char text[CELL_TEXT_SIZE]) {
    char numbers[2][16];
    char both[PRINTED_TEXT];
    snprintf(numbers[0], sizeof numbers[0], "%d", met);
    snprintf(numbers[1], sizeof numbers[1], "%d", of);
    const char *words[PHRASE_WORDS] = {numbers[0], numbers[1]};
    phrase_text(PHRASE_CLAIM_HEADLINE, lang, words, both, sizeof both);
    snprintf(text, CELL_TEXT_SIZE, "%s%s%s", both, computed ? "" : " ",
             computed ? "" : claim_label(claim->kind, lang));
}

/* The indicator's name with the breakdown's, or with whoever assigned a target. */
static void name_by(const struct indicator *indicator, const char *by, enum language lang,
                    char name[CELL_TEXT_SIZE]) {
    const char *words[PHRASE_WORDS] = {indicator_name(indicator, lang), by};
    if (by == NULL) {
        text_cut(words[0], name, CELL_TEXT_SIZE);
    } else {
        phrase_text(PHRASE_SAID_BY, lang, words, name, CELL_TEXT_SIZE);
    }
}

/* What the claim is about: whose target, and that it speaks of an estimate. */
static void name_of_claim(const struct scorecard *card, const struct claim *claim,
                          enum language lang, char name[CELL_TEXT_SIZE]) {
    char plain[CELL_TEXT_SIZE];
    if (claim->kind == CLAIM_HEADLINE) {
        text_cut(org_name(&card->book->orgs[claim->org], lang), name, CELL_TEXT_SIZE);
        return;
    }
    name_by(&card->book->indicators[claim->indicator], claim->by, lang, name);
    if (claim->entry == FIGURE_ESTIMATE) {
        text_cut(name, plain, sizeof plain);
        phrase_text(PHRASE_CLAIM_ESTIMATE, lang, (const char *const[PHRASE_WORDS]){plain}, name,
                    CELL_TEXT_SIZE);
    }
}

static void put_claim(struct buffer *out, const struct scorecard *card,
                      const struct claim_check *check, bool *begun, enum language lang) {
    const struct claim *claim = &card->book->claims[check->claim];
    bool headline = claim->kind == CLAIM_HEADLINE;
    char name[CELL_TEXT_SIZE];
    name_of_claim(card, claim, lang, name);
    const char *verdict = verdict_label(check->verdict, lang);
    char published[CELL_TEXT_SIZE];
    char computed[CELL_TEXT_SIZE];
    if (headline) {
        headline_text(claim, (int)claim->printed.units, claim->printed_of, false, lang, published);
        headline_text(claim, check->met, check->of, true, lang, computed);
    } else {
        published_text(card, claim, lang, published);
        computed_text(card, claim, check->computed.value, lang, computed);
    }
    if (check->computed.why != DEFINED || check->verdict == VERDICT_UNCHECKED) {
        const char *missing = check->missing != NULL ? missing_label(card, check->missing, lang)
                                                     : undefined_label(check->computed.why, lang);
        const char *words[PHRASE_WORDS] = {name, published, verdict, missing};
        put_line(out, PHRASE_CLAIMS, begun, PHRASE_CLAIM_UNCHECKED, lang, words);
        return;
    }
    const char *words[PHRASE_WORDS] = {name, published, computed, verdict};
    put_line(out, PHRASE_CLAIMS, begun, PHRASE_CLAIM, lang, words);
}

/* What the claim is about. */
static const struct claim *claim_of(const struct checks_text *checks, ptrdiff_t at) {
    const struct scorecard *card = checks->card;
    return &card->book->claims[card->claims[checks->claims[at]].claim];
}

static void put_claims(struct buffer *out, struct checks_text *checks, int32_t org, int year,
                       enum language lang) {
    const struct scorecard *card = checks->card;
    bool begun = false;
    for (; checks->claim < arrlen(checks->claims); checks->claim++) {
        const struct claim *claim = claim_of(checks, checks->claim);
        if (claim->org > org) {
            return;
        }
        if (claim->org == org && claim->year == year) {
            put_claim(out, card, &card->claims[checks->claims[checks->claim]], &begun, lang);
        }
    }
}

static void put_part(struct buffer *out, const struct scorecard *card,
                     const struct part_check *part, bool *begun, enum language lang) {
    const struct indicator *indicator = &card->book->indicators[part->indicator];
    char of_what[CELL_TEXT_SIZE];
    char name[CELL_TEXT_SIZE];
    char sum[PRINTED_TEXT];
    char whole[PRINTED_TEXT];
    name_by(indicator, part->by, lang, name);
    if (part->of_targets) {
        text_cut(name, of_what, sizeof of_what);
        const char *base[PHRASE_WORDS] = {of_what};
        phrase_text(PHRASE_OF_TARGETS, lang, base, name, sizeof name);
    }
    figure_print(part->sum, indicator, &part->whole, 1, lang, sum);
    figure_print(part->whole, indicator, &part->sum, 1, lang, whole);
    const char *words[PHRASE_WORDS] = {name, sum, whole, verdict_label(part->verdict, lang)};
    put_line(out, PHRASE_PARTS, begun, PHRASE_PART, lang, words);
}

/* Worth a line: parts above their whole, and a complete breakdown below it. */
static void put_parts(struct buffer *out, struct checks_text *checks, int32_t org, int year,
                      enum language lang) {
    const struct scorecard *card = checks->card;
    bool begun = false;
    for (; checks->part < arrlen(card->parts) && card->parts[checks->part].org <= org;
         checks->part++) {
        const struct part_check *part = &card->parts[checks->part];
        bool odd = part->verdict == VERDICT_ABOVE || part->verdict == VERDICT_SHORT;
        if (part->org == org && part->year == year && odd) {
            put_part(out, card, part, &begun, lang);
        }
    }
}

static void put_allocations(struct buffer *out, struct checks_text *checks, int32_t org, int year,
                            enum language lang) {
    const struct scorecard *card = checks->card;
    ptrdiff_t *at = &checks->allocation;
    bool begun = false;
    for (; *at < arrlen(card->allocations) && card->allocations[*at].org <= org; ++*at) {
        const struct allocation *allocation = &card->allocations[*at];
        if (allocation->org != org || allocation->year != year) {
            continue;
        }
        const struct indicator *indicator = &card->book->indicators[allocation->indicator];
        char name[CELL_TEXT_SIZE];
        char sum[PRINTED_TEXT];
        char target[PRINTED_TEXT];
        name_by(indicator, allocation->by, lang, name);
        figure_print(allocation->sum, indicator, &allocation->target, 1, lang, sum);
        figure_print(allocation->target, indicator, &allocation->sum, 1, lang, target);
        const char *words[PHRASE_WORDS] = {name, sum, target,
                                           verdict_label(allocation->verdict, lang)};
        put_line(out, PHRASE_ALLOCATION, &begun, PHRASE_ALLOCATED, lang, words);
    }
}

/* A claim, to be sorted by organisation. */
struct said {
    int32_t org;
    int32_t claim; /* index into the card's claims */
};

static int by_org(const void *left, const void *right) {
    const struct said *a = left;
    const struct said *b = right;
    int by = (a->org > b->org) - (a->org < b->org);
    return by != 0 ? by : (a->claim > b->claim) - (a->claim < b->claim);
}

/* Claims stand in the order of the files. */
void checks_begin(struct checks_text *checks, const struct scorecard *card) {
    size_t n = arrlenu(card->claims);
    struct said *said = mem_alloc(n * sizeof *said);
    *checks = (struct checks_text){.card = card};
    for (size_t i = 0; i < n; i++) {
        said[i] = (struct said){card->book->claims[card->claims[i].claim].org, (int32_t)i};
    }
    qsort(said, n, sizeof *said, by_org);
    for (size_t i = 0; i < n; i++) {
        arrput(checks->claims, said[i].claim);
    }
    mem_free(said);
}

void checks_put(struct buffer *out, struct checks_text *checks, int32_t org, int year,
                enum language lang) {
    put_claims(out, checks, org, year, lang);
    put_parts(out, checks, org, year, lang);
    put_allocations(out, checks, org, year, lang);
}

void checks_end(struct checks_text *checks) {
    arrfree(checks->claims);
}
