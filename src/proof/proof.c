/* SPDX-License-Identifier: MIT */
#include "proof.h"

#include <string.h>

#include "label.h"
#include "mem.h"
#include "printing.h"
#include "proof_inside.h"
#include "prose_number.h"
#include "published.h"
#include "text.h"

/* What is kept of an indicator's name for comparing. */
struct folded_name {
    const char *name;
    const char *unit;
};

/* ---- what the book states ---- */

static void add(struct proofreader *p, enum proof_kind kind, int32_t org, int32_t indicator,
                struct ratio value, struct date date, const struct row *row) {
    if (ratio_valid(value)) {
        struct statement statement = {kind, org, indicator, value, date, row};
        arrput(p->statements, statement);
    }
}

static bool in_card(const struct proofreader *p, int32_t org) {
    for (ptrdiff_t i = 0; i < arrlen(p->card->rows); i++) {
        if (p->card->rows[i].org == org) {
            return true;
        }
    }
    return false;
}

static void add_rows(struct proofreader *p) {
    for (ptrdiff_t i = 0; i < arrlen(p->card->rows); i++) {
        const struct row *row = &p->card->rows[i];
        if (row->has_actual) {
            add(p, PROOF_FIGURE, row->org, row->indicator, row->low, row->date, row);
            add(p, PROOF_FIGURE, row->org, row->indicator, row->high, row->date, row);
        }
        if (row->has_target && row_has_bounds(row)) {
            struct date none = {0};
            add(p, PROOF_TARGET, row->org, row->indicator, row->bounds.low, none, row);
            add(p, PROOF_TARGET, row->org, row->indicator, row->bounds.high, none, row);
        }
        if (row->is[M_ESTIMATE].why == DEFINED) {
            add(p, PROOF_FIGURE, row->org, row->indicator, row->is[M_ESTIMATE].value,
                row->estimate_date, NULL);
        }
    }
}

static void add_written(struct proofreader *p) {
    const struct book *book = p->card->book;
    for (size_t i = 0; i < figures_count(&book->figures); i++) {
        struct figure figure = figures_get(&book->figures, (int32_t)i);
        if (in_card(p, figure.org)) {
            add(p, PROOF_FIGURE, figure.org, figure.indicator, figure.low, figure.date, NULL);
            add(p, PROOF_FIGURE, figure.org, figure.indicator, figure.high, figure.date, NULL);
        }
    }
    for (size_t i = 0; i < targets_count(&book->targets); i++) {
        struct target target = targets_get(&book->targets, (int32_t)i);
        if (in_card(p, target.org)) {
            add(p, PROOF_TARGET, target.org, target.indicator, target.bounds.low, target.date,
                NULL);
            add(p, PROOF_TARGET, target.org, target.indicator, target.bounds.high, target.date,
                NULL);
            add(p, PROOF_TARGET, target.org, target.indicator, target.bounds.grow, target.date,
                NULL);
        }
    }
}

static const char *fold(struct proofreader *p, const char *text) {
    return text_fold(&p->pool, text, strlen(text));
}

static void fold_names(struct proofreader *p) {
    const struct book *book = p->card->book;
    for (ptrdiff_t i = 0; i < arrlen(book->indicators); i++) {
        const struct indicator *what = &book->indicators[i];
        struct folded_name name = {fold(p, indicator_name(what, p->lang)),
                                   fold(p, what->unit.text)};
        arrput(p->names, name);
    }
}

/* ---- words beside a number ---- */

static bool is_boundary(char c) {
    return c == '\0' || strchr(" ,.;:()[]\"'/", c) != NULL;
}

/* How many words of the name stand in the context; the unit alone says nothing. */
static int overlap(const struct folded_name *name, const char *context) {
    int found = 0;
    for (const char *word = name->name; *word != '\0';) {
        size_t n = strcspn(word, " ,()");
        bool unit = n == strlen(name->unit) && memcmp(word, name->unit, n) == 0;
        if (n > 1 && !unit) {
            for (const char *at = context; (at = strstr(at, (const char[]){word[0], '\0'})) != NULL;
                 at++) {
                bool whole = strncmp(at, word, n) == 0 && is_boundary(at[n]) &&
                             (at == context || is_boundary(at[-1]));
                if (whole) {
                    found++;
                    break;
                }
            }
        }
        word += n;
        word += strspn(word, " ,()");
    }
    return found;
}

static int words_of(const char *name) {
    int words = 0;
    for (const char *at = name; *at != '\0';) {
        size_t n = strcspn(at, " ");
        words += n > 0;
        at += n;
        at += strspn(at, " ");
    }
    return words;
}

/* The text around a number, up to the numbers beside it within the sentence. */
static const char *context_of(struct proofreader *p, const char *text,
                              const struct prose_number *numbers, size_t at) {
    const struct prose_number *number = &numbers[at];
    enum { FAR = 160 };
    size_t begin = number->sentence;
    size_t end = number->end + strcspn(text + number->end, ".;");
    if (begin + FAR < number->begin) {
        begin = number->begin - FAR;
    }
    end = end > number->end + FAR ? number->end + FAR : end;
    return pool_text(&p->pool, text + begin, end - begin);
}

/* What comes right behind a number, to the next comma or the like. */
static const char *behind(const char *text, const struct prose_number *number) {
    return text + number->end + strspn(text + number->end, " ");
}

/* ---- one number against one statement ---- */

/* Factor from the unit that the words behind the number name ("triệu đồng") to the indicator's. */
static struct ratio factor_of(struct proofreader *p, const char *after,
                              const struct indicator *what) {
    enum { MOST_WORDS = 3 };
    static const struct {
        const char *word;
        int64_t factor;
    } scales[] = {{"nghìn", 1000}, {"triệu", 1000000}, {"tỷ", 1000000000}};
    struct ratio factor = ratio_int(1);
    size_t n = 0;
    size_t ends[MOST_WORDS];
    int words = 0;
    while (words < MOST_WORDS && !(after[n] == '\0' || strchr(",.;:()", after[n]) != NULL)) {
        n += strcspn(after + n, " ,.;:()");
        ends[words++] = n;
        n += strspn(after + n, " ");
    }
    for (int k = words; k-- > 0;) {
        struct unit unit = unit_parse(&p->pool, after, ends[k]);
        if (unit_factor(&unit, &what->unit, &factor)) {
            return factor;
        }
    }
    for (size_t i = 0; i < sizeof scales / sizeof *scales; i++) {
        size_t length = strlen(scales[i].word);
        if (strncmp(after, scales[i].word, length) == 0 && is_boundary(after[length])) {
            return ratio_int(scales[i].factor);
        }
    }
    return factor;
}

/* Whether the number is printed from the value: without its hedge first, as a figure may itself be
 * "hơn 57.588". */
static enum verdict compare(const struct published *published, struct ratio value) {
    struct published plain = *published;
    plain.hedge = HEDGE_NONE;
    enum verdict verdict = published_compare(&plain, value, NULL, 0);
    if (verdict == VERDICT_DIFFERS && published->hedge != HEDGE_NONE) {
        struct ratio off = ratio_sub(value, published->value);
        struct ratio tenth = ratio_div(value, ratio_int(10));
        off = ratio_sign(off) < 0 ? ratio_sub(ratio_int(0), off) : off;
        bool near = ratio_cmp(off, tenth) <= 0; /* "hơn 400" of 5.000 is no printing of it */
        verdict = near ? published_compare(published, value, NULL, 0) : VERDICT_DIFFERS;
    }
    return verdict;
}

/* ---- a count ---- */

struct found {
    const struct statement *statement;
    enum verdict verdict;
};

static bool is_percent_unit(const struct proofreader *p, int32_t indicator) {
    return unit_is_percent(&p->card->book->indicators[indicator].unit);
}

/* What the book states that is printed so, with the most words of its name around. */
static struct found best_match(struct proofreader *p, const char *text,
                               const struct prose_number *numbers, size_t at) {
    const struct prose_number *number = &numbers[at];
    const char *context = context_of(p, text, numbers, at);
    const char *after = behind(text, number);
    struct found best = {NULL, VERDICT_UNCHECKED};
    int most = 0;
    for (size_t i = 0; i < arrlenu(p->statements); i++) {
        const struct statement *s = &p->statements[i];
        const struct indicator *what = &p->card->book->indicators[s->indicator];
        bool grows = s->kind == PROOF_TARGET && number->percent;
        if ((number->percent != is_percent_unit(p, s->indicator) && !grows) ||
            (p->org != NONE && s->org != p->org)) {
            continue;
        }
        struct ratio factor = number->percent ? ratio_int(1) : factor_of(p, after, what);
        enum verdict verdict = compare(&number->published, ratio_div(s->value, factor));
        int score = 4 * overlap(&p->names[s->indicator], context) +
                    (verdict == VERDICT_AGREES ? 2 : 0) + (s->row != NULL);
        int words_found = score / 4;
        bool words =
            words_found >= 2 || (words_found == 1 && words_of(p->names[s->indicator].name) <= 3);
        if (verdict != VERDICT_DIFFERS && words && score > most) {
            most = score;
            best = (struct found){s, verdict};
        }
    }
    return best;
}

/* Words that make a number a plan, a change, a part: it need not be the figure. */
static bool is_relative(const char *before) {
    static const char *const words[] = {"phấn đấu",  "mục tiêu", "kế hoạch", "chỉ tiêu", "ít nhất",
                                        "tối thiểu", "thêm",     "tăng",     "giảm",     "từ ",
                                        "mỗi",       "dự báo",   "ước",      "còn ",     "cần ",
                                        "đến năm",   "target",   "forecast", "left"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        if (strstr(before, words[i]) != NULL) {
            return true;
        }
    }
    return false;
}

/* The name stands in full right beside the number: "723 HTX nông nghiệp", "Tổng số HTX: 723". */
static bool is_named(const char *text, const struct prose_number *number, const char *name) {
    static const char *const joins[] = {":", "là", "đạt", "lên", "có", ""};
    size_t n = strlen(name);
    const char *after = behind(text, number);
    if (strncmp(after, name, n) == 0 && (after[n] == '\0' || strchr(",.;:()", after[n]) != NULL)) {
        return true;
    }
    for (size_t i = 0; i < sizeof joins / sizeof *joins; i++) {
        size_t end = number->begin;
        while (end > 0 && text[end - 1] == ' ') {
            end--;
        }
        size_t join = strlen(joins[i]);
        if (end < join || memcmp(text + end - join, joins[i], join) != 0) {
            continue;
        }
        end -= join;
        while (end > 0 && text[end - 1] == ' ') {
            end--;
        }
        bool same = end >= n && memcmp(text + end - n, name, n) == 0 &&
                    (end == n || strchr(".;:(", text[end - n - 1]) != NULL ||
                     (end - n >= 2 && text[end - n - 1] == ' ' &&
                      strchr(".;:,", text[end - n - 2]) != NULL));
        if (same) {
            return true;
        }
    }
    return false;
}

/* The row whose indicator is named in full beside a number that nothing in the book has. */
static const struct row *contradicted(struct proofreader *p, const char *text,
                                      const struct prose_number *number) {
    enum { LEAST_WORDS = 2 };
    struct pool pool = {0};
    const char *before =
        pool_text(&pool, text + number->sentence, number->begin - number->sentence);
    bool relative = is_relative(before) || number->published.hedge != HEDGE_NONE;
    pool_clear(&pool);
    if (p->org == NONE || relative) {
        return NULL;
    }
    for (ptrdiff_t i = 0; i < arrlen(p->card->rows); i++) {
        const struct row *row = &p->card->rows[i];
        const char *name = p->names[row->indicator].name;
        bool single = row->has_actual && row->partial == PARTIAL_NOT && row->hedge == HEDGE_NONE &&
                      ratio_cmp(row->low, row->high) == 0;
        if (row->org == p->org && single && number->percent == is_percent_unit(p, row->indicator) &&
            words_of(name) >= LEAST_WORDS && is_named(text, number, name)) {
            return row;
        }
    }
    return NULL;
}

/* ---- a paragraph ---- */

void proof_put_book(struct proofreader *p, struct ratio value, bool percent_sign,
                    struct proof *proof, int decimals) {
    char plain[RATIO_TEXT];
    char printed[PRINTED_TEXT];
    int exact = ratio_decimals(value);
    ratio_print(value, exact >= 0 && exact <= decimals + 1 ? exact : decimals + 1, NULL, 0, plain);
    print_number(plain, p->lang, printed);
    memcpy(printed + strlen(printed), percent_sign ? "%" : "", percent_sign ? 2 : 1);
    proof->book = pool_text(&p->proofs->pool, printed, strlen(printed));
}

static void take_match(const struct found *found, struct proof *proof) {
    proof->verdict = found->verdict;
    proof->kind = found->statement->kind;
    proof->org = found->statement->org;
    proof->indicator = found->statement->indicator;
    proof->date = found->statement->date;
}

/* The last count before a number in its sentence whose figure was found; NULL: none. */
struct last_count {
    const struct statement *statement;
    size_t sentence;
    size_t end;
};

static void prove_number(struct proofreader *p, const char *text,
                         const struct prose_number *numbers, size_t at, struct last_count *last,
                         struct proof *proof) {
    const struct prose_number *number = &numbers[at];
    bool linked = number->percent && last->statement != NULL && last->sentence == number->sentence;
    if (linked) {
        prove_percent(p, text, number, last->statement, last->end, proof);
        if (proof->verdict != VERDICT_UNCHECKED) {
            return;
        }
    }
    struct found found = best_match(p, text, numbers, at);
    if (found.statement != NULL) {
        take_match(&found, proof);
        if (found.statement->kind == PROOF_FIGURE && !number->percent) {
            *last = (struct last_count){found.statement, number->sentence, number->end};
        }
        return;
    }
    const struct row *row = contradicted(p, text, number);
    if (row != NULL) {
        proof->verdict = VERDICT_DIFFERS;
        proof->kind = PROOF_FIGURE;
        proof->org = row->org;
        proof->indicator = row->indicator;
        proof->date = row->date;
        proof_put_book(p, row->low, number->percent, proof, number->published.decimals);
    }
}

/* The number and some words behind it, as they stand in the report. */
static const char *quoted(struct proofreader *p, const char *folded, const char *written,
                          const struct prose_number *number) {
    enum { WORDS = 5 };
    const char *text = strlen(folded) == strlen(written) ? written : folded; /* ß grows */
    size_t end = number->end;
    for (int i = 0; i < WORDS && text[end] == ' '; i++) {
        size_t n = strcspn(text + end + 1, " ,.;:()");
        end += n > 0 ? n + 1 : 0;
        if (n == 0) {
            break;
        }
    }
    return pool_text(&p->proofs->pool, text + number->begin, end - number->begin);
}

static void prove_paragraph(struct proofreader *p, const struct report_paragraph *paragraph) {
    const char *text = fold(p, paragraph->text);
    struct prose_number *numbers = prose_numbers(text, p->lang);
    struct last_count last = {0};
    for (size_t i = 0; i < arrlenu(numbers); i++) {
        struct proof proof = {.paragraph = paragraph->number,
                              .verdict = VERDICT_UNCHECKED,
                              .kind = PROOF_NOTHING,
                              .org = NONE,
                              .indicator = NONE,
                              .text = quoted(p, text, paragraph->text, &numbers[i])};
        prove_number(p, text, numbers, i, &last, &proof);
        arrput(p->proofs->items, proof);
    }
    arrfree(numbers);
}

/* ---- the whole ---- */

/* The organisation whose name the report says most often, "Tỉnh" left off; NONE: none. */
static int32_t subject_of(struct proofreader *p, const struct report_file *file) {
    static const char *const kinds[] = {"tỉnh ", "thành phố ",
                                        "cụm thi đua liên minh htx các tỉnh "};
    const struct book *book = p->card->book;
    int32_t subject = NONE;
    int most = 0;
    for (int32_t org = 0; org < (int32_t)arrlen(book->orgs); org++) {
        const char *name = fold(p, book->orgs[org].name);
        for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
            size_t n = strlen(kinds[i]);
            name = strncmp(name, kinds[i], n) == 0 ? name + n : name;
        }
        int times = 0;
        for (size_t i = 0; i < arrlenu(file->items); i++) {
            const char *text = fold(p, file->items[i].text);
            for (const char *at = text; (at = strstr(at, name)) != NULL; at += strlen(name)) {
                times++;
            }
        }
        bool more = times > most && in_card(p, org);
        subject = more ? org : subject;
        most = more ? times : most;
    }
    return subject;
}

void proof_read(struct proofs *proofs, const struct report_file *file, const struct scorecard *card,
                enum language lang) {
    struct proofreader p = {.proofs = proofs, .card = card, .lang = lang};
    *proofs = (struct proofs){0};
    fold_names(&p);
    add_rows(&p);
    add_written(&p);
    p.org = subject_of(&p, file);
    for (size_t i = 0; i < arrlenu(file->items); i++) {
        prove_paragraph(&p, &file->items[i]);
    }
    arrfree(p.statements);
    arrfree(p.names);
    pool_clear(&p.pool);
}

void proofs_clear(struct proofs *proofs) {
    arrfree(proofs->items);
    pool_clear(&proofs->pool);
}
