/* SPDX-License-Identifier: MIT */
#include "choices.h"

#include <string.h>

#include "mem.h"

static bool offered(unsigned mask, int which) {
    return mask == 0 || (mask >> which & 1U) != 0;
}

const char *choices_join(const struct choices *choices, unsigned mask, const char *between,
                         struct pool *pool) {
    struct buffer text = {0};
    for (int i = choices->first; i < choices->count; i++) {
        if (offered(mask, i)) {
            buffer_text(&text, arrlen(text.text) > 0 ? between : "");
            buffer_text(&text, choices->name(i));
        }
    }
    const char *joined = pool_text(pool, text.text, arrlenu(text.text));
    buffer_clear(&text);
    return joined;
}

static bool no_such_choice(const struct choices *choices, unsigned mask, const char *option,
                           const char *value, struct pool *pool, struct usage_error *usage) {
    const char **names = NULL;
    for (int i = choices->first; i < choices->count; i++) {
        if (offered(mask, i)) {
            arrput(names, choices->name(i));
        }
    }
    struct usage_error mistake = {.word = WORD_BAD_VALUE,
                                  .args = {option, pool_text(pool, value, strlen(value))},
                                  .nearest = usage_error_nearest(value, names, arrlenu(names)),
                                  .choices = choices_join(choices, mask, ", ", pool)};
    arrfree(names);
    return usage_error_set(usage, mistake);
}

int choices_pick(const struct choices *choices, unsigned mask, const char *option,
                 const char *value, struct pool *pool, struct usage_error *usage) {
    for (int i = choices->first; i < choices->count; i++) {
        if (offered(mask, i) && strcmp(choices->name(i), value) == 0) {
            return i;
        }
    }
    no_such_choice(choices, mask, option, value, pool, usage);
    return -1;
}

bool choices_split(const char *option, const char *value, struct pool *pool, const char ***words,
                   struct usage_error *usage) {
    const char *at = value;
    for (;;) {
        at += strspn(at, " ");
        size_t length = strcspn(at, ",");
        size_t end = length;
        while (end > 0 && at[end - 1] == ' ') {
            end--;
        }
        if (end == 0) {
            return usage_error_set(
                usage, (struct usage_error){.word = WORD_EMPTY_VALUE, .args = {option}});
        }
        arrput(*words, pool_text(pool, at, end));
        if (at[length] == '\0') {
            return true;
        }
        at += length + 1;
    }
}
