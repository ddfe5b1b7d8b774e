/* SPDX-License-Identifier: MIT */
#include "proof_text.h"

#include <assert.h>
#include <stdio.h>

#include "label.h"
#include "mem.h"
#include "printing.h"
#include "visible.h"

enum proof_word {
    PROOF_AT,
    PROOF_LINE,
    PROOF_OF,
    PROOF_OF_TARGET,
    PROOF_BOOK,
    PROOF_SUM,
    PROOF_WORDS
};

/* clang-format off */
static const char *const words[][LANG_COUNT] = {
    [PROOF_AT] = {"{0}: đoạn {1}: “{2}” – {3}", "{0}: paragraph {1}: “{2}” – {3}"},
    [PROOF_LINE] = {"{0}:{1}: “{2}” – {3}", "{0}:{1}: “{2}” – {3}"},
    [PROOF_OF] = {": {0}, {1}, số ngày {2}", ": {0}, {1}, figure of {2}"},
    [PROOF_OF_TARGET] = {": {0}, {1}", ": {0}, {1}"},
    [PROOF_BOOK] = {"; theo dữ liệu là {0}", "; the book has {0}"},
    [PROOF_SUM] = {"{0}: {1} số: {2}", "{0}: {1} numbers: {2}"},
};
static_assert(sizeof words / sizeof *words == PROOF_WORDS, "words for each");

/* By verdict, as it stands in a line; in a count. */
static const struct {
    enum verdict verdict;
    const char *key; /* in JSON */
    const char *text[LANG_COUNT];
    const char *paint;
} verdicts[] = {
    {VERDICT_DIFFERS, "differs", {"KHÁC", "DIFFERS"}, "\033[1;31m"},
    {VERDICT_CUT, "cut", {"khớp nếu cắt bớt", "agrees if cut"}, "\033[33m"},
    {VERDICT_AGREES, "agrees", {"khớp", "agrees"}, "\033[32m"},
    {VERDICT_UNCHECKED, "unmatched", {"không có trong dữ liệu", "not in the book"}, "\033[2m"},
};
/* clang-format on */
enum { VERDICTS = sizeof verdicts / sizeof *verdicts };

static int verdict_row(enum verdict verdict) {
    int row = 0;
    while (row < VERDICTS - 1 && verdicts[row].verdict != verdict) {
        row++;
    }
    return row;
}

static void say(struct buffer *out, enum proof_word word, enum language lang, const char *a,
                const char *b, const char *c, const char *d) {
    message_fill(out, words[word][lang], (const char *const[4]){a, b, c, d}, lang);
}

const char *proof_key(enum verdict verdict) {
    return verdicts[verdict_row(verdict)].key;
}

void proof_put(struct buffer *line, const struct proof *proof, const char *path, bool lines,
               const struct scorecard *card, enum language lang) {
    char number[16];
    char date[DATE_TEXT];
    int row = verdict_row(proof->verdict);
    snprintf(number, sizeof number, "%d", proof->paragraph);
    say(line, lines ? PROOF_LINE : PROOF_AT, lang, path, number, proof->text,
        verdicts[row].text[lang]);
    if (proof->indicator != NONE && proof->verdict != VERDICT_UNCHECKED) {
        say(line, date_known(proof->date) ? PROOF_OF : PROOF_OF_TARGET, lang,
            indicator_name(&card->book->indicators[proof->indicator], lang),
            org_name(&card->book->orgs[proof->org], lang), print_date(proof->date, lang, date),
            NULL);
    }
    if (proof->book != NULL && proof->verdict != VERDICT_AGREES) {
        say(line, PROOF_BOOK, lang, proof->book, NULL, NULL, NULL);
    }
}

static void put_line(struct buffer *out, const struct proof *proof, const char *path, bool lines,
                     const struct scorecard *card, const struct style *style) {
    struct buffer line = {0};
    int row = verdict_row(proof->verdict);
    proof_put(&line, proof, path, lines, card, style->lang);
    buffer_text(out, style->color ? verdicts[row].paint : "");
    visible_put(out, line.text, arrlenu(line.text));
    buffer_text(out, style->color ? "\033[0m\n" : "\n");
    buffer_clear(&line);
}

void render_proofs(struct buffer *out, const struct proven *report, const struct scorecard *card,
                   const struct style *style) {
    const struct proofs *proofs = &report->proofs;
    int counts[VERDICTS] = {0};
    bool lines = !report->paragraphs;
    for (size_t i = 0; i < arrlenu(proofs->items); i++) {
        put_line(out, &proofs->items[i], report->path, lines, card, style);
        counts[verdict_row(proofs->items[i].verdict)]++;
    }
    struct buffer sums = {0};
    struct buffer line = {0};
    char all[16];
    for (int i = 0; i < VERDICTS; i++) {
        if (counts[i] > 0) {
            buffer_format(&sums, "%s%d %s", arrlen(sums.text) > 0 ? ", " : "", counts[i],
                          verdicts[i].text[style->lang]);
        }
    }
    buffer_put(&sums, "", 1);
    snprintf(all, sizeof all, "%d", (int)arrlen(proofs->items));
    say(&line, PROOF_SUM, style->lang, report->path, all, sums.text, NULL);
    visible_put(out, line.text, arrlenu(line.text));
    buffer_text(out, "\n");
    buffer_clear(&sums);
    buffer_clear(&line);
}
