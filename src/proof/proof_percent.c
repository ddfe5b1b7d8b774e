/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "mem.h"
#include "proof_inside.h"
#include "published.h"

/* What stands between a count and its percentage, and behind that. */
struct percent_words {
    bool share;
    bool attained;
    bool last_year;
    bool more; /* by so much */
    bool less;
};

static bool has_word(const char *text, const char *word) {
    return strstr(text, word) != NULL;
}

static struct percent_words wording_of(struct proofreader *p, const char *text, size_t from,
                                       const struct prose_number *number) {
    size_t comma = number->begin;
    while (comma > from && strchr(",;(", text[comma - 1]) == NULL) {
        comma--;
    }
    const char *before = pool_text(&p->pool, text + comma, number->begin - comma);
    const char *after =
        pool_text(&p->pool, text + number->end, strcspn(text + number->end, ",.;)"));
    return (struct percent_words){
        .share = has_word(before, "chiếm"),
        .attained =
            (has_word(before, "đạt") || has_word(before, "bằng") || has_word(before, "vượt")) &&
            (has_word(after, "kế hoạch") || has_word(after, "chỉ tiêu")),
        .last_year = has_word(after, "cùng kỳ"),
        .more = has_word(before, "tăng") || has_word(before, "vượt"),
        .less = has_word(before, "giảm"),
    };
}

static struct ratio percent(struct ratio share) {
    return ratio_mul(share, ratio_int(100));
}

/* The value of an indicator that is reported for the same organisation on the same day. */
static struct ratio beside(const struct proofreader *p, const struct statement *s,
                           int32_t indicator) {
    for (size_t i = 0; i < arrlenu(p->statements); i++) {
        const struct statement *other = &p->statements[i];
        if (other->kind == PROOF_FIGURE && other->org == s->org && other->indicator == indicator &&
            date_cmp(other->date, s->date) == 0) {
            return other->value;
        }
    }
    return (struct ratio){0, 0};
}

/* The whole: what it is a part of, else what the book publishes its share of. */
static struct ratio share_of(const struct proofreader *p, const struct statement *s) {
    const struct book *book = p->card->book;
    int32_t whole = book->indicators[s->indicator].part_of;
    for (ptrdiff_t i = 0; i < arrlen(book->claims) && whole == NONE; i++) {
        const struct claim *claim = &book->claims[i];
        whole = claim->org == s->org && claim->indicator == s->indicator &&
                        claim->kind == CLAIM_SHARE_OF
                    ? claim->of
                    : whole;
    }
    struct ratio of = whole != NONE ? beside(p, s, whole) : (struct ratio){0, 0};
    return ratio_valid(of) ? percent(ratio_div(s->value, of)) : of;
}

/* Keeps the best of several verdicts: one target of many is enough. */
static void judge(const struct prose_number *number, struct ratio computed, struct proof *proof,
                  struct ratio *book) {
    if (!ratio_valid(computed)) {
        return;
    }
    struct ratio edges[] = {ratio_int(0), ratio_int(100)};
    enum verdict verdict = published_compare(&number->published, computed, edges, 2);
    if (proof->verdict == VERDICT_UNCHECKED || verdict < proof->verdict) {
        proof->verdict = verdict;
        *book = computed;
    }
}

static struct ratio changed(const struct percent_words *words, struct ratio share) {
    struct ratio hundred = ratio_int(100);
    return words->more   ? ratio_sub(percent(share), hundred)
           : words->less ? ratio_sub(hundred, percent(share))
                         : percent(share);
}

/* Against all rows of the indicator that have the count as their figure. */
static void judge_rows(const struct proofreader *p, const struct prose_number *number,
                       const struct statement *s, const struct percent_words *words,
                       struct proof *proof, struct ratio *book) {
    for (ptrdiff_t i = 0; i < arrlen(p->card->rows); i++) {
        const struct row *row = &p->card->rows[i];
        const struct quantity *low = &row->is[words->last_year ? M_VS_LAST_YEAR : M_ATTAINMENT];
        const struct quantity *high =
            &row->is[words->last_year ? M_VS_LAST_YEAR : M_ATTAINMENT_HIGH];
        bool same = row->org == s->org && row->indicator == s->indicator && row->has_actual &&
                    row->partial == PARTIAL_NOT && ratio_cmp(row->low, s->value) == 0;
        if (same && low->why == DEFINED) {
            judge(number, changed(words, low->value), proof, book);
        }
        if (same && high->why == DEFINED) {
            judge(number, changed(words, high->value), proof, book);
        }
    }
}

/* The percentage as the book itself has it published. */
static void judge_claims(const struct proofreader *p, const struct prose_number *number,
                         const struct statement *s, struct proof *proof) {
    for (ptrdiff_t i = 0; i < arrlen(p->card->claims); i++) {
        const struct claim_check *check = &p->card->claims[i];
        const struct claim *claim = &p->card->book->claims[check->claim];
        bool same = claim->org == s->org && claim->indicator == s->indicator &&
                    ratio_cmp(ratio_decimal(claim->printed), number->published.value) == 0;
        if (same && check->verdict != VERDICT_UNCHECKED) {
            proof->kind = PROOF_CLAIM;
            proof->verdict = check->verdict;
        }
    }
}

void prove_percent(struct proofreader *p, const char *text, const struct prose_number *number,
                   const struct statement *count, size_t from, struct proof *proof) {
    struct percent_words words = wording_of(p, text, from, number);
    struct ratio book = {0, 0};
    if (words.share) {
        proof->kind = PROOF_SHARE;
        judge(number, share_of(p, count), proof, &book);
    } else if (words.attained || words.last_year) {
        proof->kind = words.last_year ? PROOF_LAST_YEAR : PROOF_ATTAINED;
        judge_rows(p, number, count, &words, proof, &book);
    }
    if (proof->verdict == VERDICT_UNCHECKED && (words.share || words.attained || words.last_year)) {
        judge_claims(p, number, count, proof);
    }
    proof->org = count->org;
    proof->indicator = count->indicator;
    proof->date = count->date;
    if (proof->verdict == VERDICT_UNCHECKED) {
        proof->kind = PROOF_NOTHING;
    } else if (ratio_valid(book)) {
        proof_put_book(p, book, true, proof, number->published.decimals);
    }
}
