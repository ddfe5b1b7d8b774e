/* SPDX-License-Identifier: MIT */
#include "names.h"

#include <string.h>

#include "buffer.h"
#include "mem.h"
#include "text.h"
#include "usage_error.h"

/* How close a name is to what was typed, the closest first. */
enum closeness { CLOSE_NAME, CLOSE_WORDS, CLOSE_PART, CLOSE_COUNT };

/* What was typed, in the forms in which it is compared. */
struct typed_name {
    const char *word;   /* as it is */
    const char *folded; /* whatever its case */
    const char *words;  /* whatever its marks and separators */
    struct pool pool;   /* holds these, and those of the names */
};

/* Do these words stand one after the other in the text? */
static bool holds_words(const char *text, const char *words) {
    size_t n = strlen(words);
    for (const char *at = text; n > 0 && (at = strstr(at, words)) != NULL; at++) {
        if ((at == text || at[-1] == ' ') && (at[n] == ' ' || at[n] == '\0')) {
            return true;
        }
    }
    return false;
}

static enum closeness name_closeness(struct typed_name *typed, const char *name) {
    if (strcmp(text_fold(&typed->pool, name, strlen(name)), typed->folded) == 0) {
        return CLOSE_NAME;
    }
    const char *words = text_words(&typed->pool, name);
    if (strcmp(words, typed->words) == 0) {
        return CLOSE_WORDS;
    }
    return holds_words(words, typed->words) ? CLOSE_PART : CLOSE_COUNT;
}

void names_find(const struct roster *names, const char *word, bool whole, int **found) {
    size_t n = strlen(word);
    if (n == 0 || text_valid_prefix(word, n) != n) {
        return;
    }
    for (int i = names->first; i < names->count; i++) {
        if (strcmp(names->name(names->of, i, 0), word) == 0) {
            arrput(*found, i);
            return;
        }
    }
    struct typed_name typed = {.word = word};
    typed.folded = text_fold(&typed.pool, word, n);
    typed.words = text_words(&typed.pool, word);
    enum closeness closest = whole ? CLOSE_PART : CLOSE_COUNT;
    size_t before = arrlenu(*found);
    for (int i = names->first; i < names->count; i++) {
        enum closeness own = CLOSE_COUNT;
        for (int nth = 0; nth < NAMES_MOST; nth++) {
            const char *name = names->name(names->of, i, nth);
            enum closeness this = name != NULL ? name_closeness(&typed, name) : CLOSE_COUNT;
            own = this < own ? this : own;
        }
        if (own < closest) {
            arrsetlen(*found, before);
            closest = own;
        }
        if (own == closest && own < (whole ? CLOSE_PART : CLOSE_COUNT)) {
            arrput(*found, i);
        }
    }
    pool_clear(&typed.pool);
}

const char *names_list(const struct roster *names, const int *which, size_t n, struct pool *pool) {
    enum { SHOWN = 5 };
    struct buffer text = {0};
    n = which != NULL ? n : (size_t)(names->count - names->first);
    for (size_t i = 0; i < n && i < SHOWN; i++) {
        int thing = which != NULL ? which[i] : names->first + (int)i;
        const char *name = names->name(names->of, thing, 1);
        buffer_format(&text, "%s%s", i > 0 ? ", " : "", names->name(names->of, thing, 0));
        if (name != NULL) {
            buffer_format(&text, " (%s)", name);
        }
    }
    buffer_text(&text, n > SHOWN ? ", …" : "");
    const char *list = n > 0 ? pool_text(pool, text.text, arrlenu(text.text)) : NULL;
    buffer_clear(&text);
    return list;
}

const char *names_nearest(const struct roster *names, const char *word) {
    const char **all = NULL;
    for (int i = names->first; i < names->count; i++) {
        arrput(all, names->name(names->of, i, 0));
    }
    const char *nearest = usage_error_nearest(word, all, arrlenu(all));
    for (int nth = 1; nearest == NULL && nth < NAMES_MOST; nth++) {
        arrsetlen(all, 0);
        for (int i = names->first; i < names->count; i++) {
            const char *name = names->name(names->of, i, nth);
            if (name != NULL) {
                arrput(all, name);
            }
        }
        nearest = usage_error_nearest(word, all, arrlenu(all));
    }
    arrfree(all);
    return nearest;
}

/* ---- of a book ---- */

static const char *org_called(const void *of, int which, int nth) {
    const struct book *book = of;
    const struct org *org = &book->orgs[which];
    const char *names[NAMES_MOST] = {org->id, org->name, org->name_en,
                                     book_english(book, org->name)};
    return names[nth];
}

static const char *indicator_called(const void *of, int which, int nth) {
    const struct book *book = of;
    const struct indicator *indicator = &book->indicators[which];
    const char *names[NAMES_MOST] = {indicator->id, indicator->name, indicator->name_en,
                                     book_english(book, indicator->name)};
    return names[nth];
}

struct roster names_of_orgs(const struct book *book) {
    return (struct roster){.count = (int)arrlen(book->orgs), .of = book, .name = org_called};
}

struct roster names_of_indicators(const struct book *book) {
    return (struct roster){
        .count = (int)arrlen(book->indicators), .of = book, .name = indicator_called};
}
