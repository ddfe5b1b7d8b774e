/* SPDX-License-Identifier: MIT */
#include "why_lone.h"

#include <stdio.h>
#include <string.h>

#include "checks.h"
#include "checks_text.h"
#include "figure_text.h"
#include "label.h"
#include "mem.h"
#include "message.h"
#include "printing.h"
#include "published.h"
#include "visible.h"

static const char *put_whole(int64_t value, enum language lang, char text[PRINTED_TEXT]) {
    char plain[RATIO_TEXT];
    ratio_print(ratio_int(value), 0, NULL, 0, plain);
    return print_number(plain, lang, text);
}

/* "115% so với kế hoạch: 60 HTX", "24%: 44 hoặc 45 trong 186 HTX" */
static void put_wholes(const struct why *w, const char *said, const struct wholes *fit,
                       const struct ratio *whole, const struct indicator *what,
                       struct place place) {
    char first[PRINTED_TEXT];
    char last[PRINTED_TEXT];
    char of[PRINTED_TEXT];
    const char *words[FINDING_WORDS] = {put_whole(fit->first, w->lang, first),
                                        put_whole(fit->last, w->lang, last)};
    visible_text(w->out, said);
    buffer_text(w->out, ": ");
    if (fit->first > fit->last) {
        buffer_text(w->out, why_say(w, W_NO_WHOLE));
        why_end(w);
        why_where(w, place);
        return;
    }
    if (fit->first == fit->last) {
        buffer_text(w->out, first);
    } else {
        message_fill(w->out, why_say(w, fit->first + 1 == fit->last ? W_EITHER : W_FROM_TO), words,
                     w->lang);
    }
    if (whole != NULL) {
        whole_print(*whole, what, w->lang, of);
        const char *behind[FINDING_WORDS] = {of};
        message_fill(w->out, why_say(w, W_OUT_OF), behind, w->lang);
    }
    buffer_text(w->out, " ");
    visible_text(w->out, what->unit.text);
    why_end(w);
    why_where(w, place);
}

/* Things that come whole. */
static bool counted(const struct indicator *what) {
    return (what->kind == KIND_FLOW || what->kind == KIND_STOCK) && what->decimals <= 0;
}

/* ---- what is published of the figure ---- */

/* What the claim lacks; W_COUNT where whole numbers say nothing of it. */
static enum why_word sought(const struct claim *claim, bool actual) {
    switch (claim->kind) {
    case CLAIM_ATTAINMENT:
    case CLAIM_OVER:
    case CLAIM_TIMES:
        return actual ? W_LONE_ACTUAL : W_LONE_TARGET;
    case CLAIM_OF_LAST_YEAR:
    case CLAIM_GROWTH:
        return actual ? W_LONE_ACTUAL : W_LONE_LAST_YEAR;
    case CLAIM_SHARE_OF:
        return actual ? W_LONE_ACTUAL : W_LONE_WHOLE;
    case CLAIM_CHANGE:
    case CLAIM_HEADLINE:
    case CLAIM_KIND_COUNT:
        break;
    }
    return W_COUNT;
}

static void explain_claim(const struct why *w, const struct claim *claim,
                          const struct claim_check *check) {
    const struct indicator *all = w->card->book->indicators;
    bool actual = check->missing != NULL && strcmp(check->missing, "actual") == 0;
    enum why_word label = sought(claim, actual);
    struct wholes fit;
    if (label == W_COUNT || !claim_wholes(claim, check, &fit)) {
        return;
    }
    const struct indicator *of = claim->of != NONE ? &all[claim->of] : w->indicator;
    bool share = claim->kind == CLAIM_SHARE_OF;
    bool whole = ratio_decimals(check->lone) == 0 && counted(w->indicator);
    if (!whole || (share && (!counted(of) || of->unit.scale != w->indicator->unit.scale))) {
        return;
    }
    char said[CELL_TEXT_SIZE];
    published_text(w->card, claim, w->lang, said);
    why_label(w, why_say(w, label));
    put_wholes(w, said, &fit, share && actual ? &check->lone : NULL,
               share && !actual ? of : w->indicator, claim->place);
}

/* The row that speaks for its indicator: the first. */
static bool speaks(const struct why *w) {
    const struct row *rows = w->card->rows;
    const struct row *row = w->row;
    while (row > rows && row[-1].org == row->org && row[-1].indicator == row->indicator &&
           row[-1].year == row->year) {
        row--;
    }
    return row == w->row;
}

static void explain_claims(const struct why *w) {
    for (ptrdiff_t i = 0; i < arrlen(w->card->claims); i++) {
        const struct claim_check *check = &w->card->claims[i];
        const struct claim *claim = &w->card->book->claims[check->claim];
        if (claim->org == w->row->org && claim->indicator == w->row->indicator &&
            claim->year == w->row->year) {
            explain_claim(w, claim, check);
        }
    }
}

/* ---- a share that is reported without its parts ---- */

/* The figure that stands beside the row's, of another indicator; false: there is none. */
static bool beside(const struct why *w, int32_t indicator, struct figure *out) {
    const struct figures *figures = &w->card->book->figures;
    for (size_t i = 0; i < figures_count(figures); i++) {
        const struct packed_figure *f = &figures->packed[i];
        if (f->org == w->row->org && f->indicator == indicator && packed_year(f) == w->row->year &&
            packed_kind(f) == FIGURE_LEVEL && date_cmp(packed_date(f), w->row->date) == 0) {
            figures_read(figures, (int32_t)i, out);
            return ratio_cmp(out->low, out->high) == 0;
        }
    }
    return false;
}

static void explain_share(const struct why *w) {
    const struct row *row = w->row;
    const struct indicator *all = w->card->book->indicators;
    bool written = row->has_actual && !row->computed && row->figure != NONE &&
                   ratio_cmp(row->low, row->high) == 0;
    if (!written || w->indicator->ratio_of == NONE || !unit_is_percent(&w->indicator->unit)) {
        return;
    }
    const struct indicator *of = &all[w->indicator->ratio_of];
    const struct indicator *to = &all[w->indicator->ratio_to];
    struct figure part;
    struct figure whole;
    bool has_part = beside(w, w->indicator->ratio_of, &part);
    bool has_whole = beside(w, w->indicator->ratio_to, &whole);
    int decimals = ratio_decimals(row->low);
    bool usable = counted(of) && counted(to) && of->unit.scale == to->unit.scale;
    if (!usable || has_part == has_whole || decimals < 0 || row->hedge != HEDGE_NONE) {
        return;
    }
    struct lone lone = {.published = {row->low, decimals, HEDGE_NONE},
                        .known = has_whole ? whole.low : part.low,
                        .divides = has_part,
                        .times = ratio_int(100),
                        .less = ratio_int(0),
                        .edges = {ratio_int(0), ratio_int(100)},
                        .edges_count = 2};
    struct wholes fit;
    if (ratio_decimals(lone.known) != 0 || !published_wholes(&lone, &fit)) {
        return;
    }
    char number[PRINTED_TEXT];
    char said[CELL_TEXT_SIZE];
    const struct indicator *what = has_part ? to : of;
    whole_print(row->low, w->indicator, w->lang, number);
    snprintf(said, sizeof said, "%s%%", number);
    why_label(w, indicator_name(what, w->lang));
    put_wholes(w, said, &fit, has_whole ? &lone.known : NULL, what,
               has_whole ? whole.place : part.place);
}

void why_lone(const struct why *w) {
    explain_share(w);
    if (speaks(w)) {
        explain_claims(w);
    }
}
