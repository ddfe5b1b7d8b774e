/* SPDX-License-Identifier: MIT */
#include "choices.h"

#include <string.h>

#include "mem.h"
#include "names.h"

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

static const char *choice_called(const void *of, int which, int nth) {
    const struct choices *choices = of;
    if (nth <= 0) {
        return choices->name(which);
    }
    if (nth <= LANG_COUNT) {
        return choices->about(which, (enum language)(nth - 1));
    }
    return choices->also != NULL ? choices->also(which, nth - 1 - LANG_COUNT) : NULL;
}

int choices_pick(const struct choices *choices, unsigned mask, const char *option,
                 const char *value, struct pool *pool, struct usage_error *usage) {
    for (int i = choices->first; i < choices->count; i++) {
        if (offered(mask, i) && strcmp(choices->name(i), value) == 0) {
            return i;
        }
    }
    int *found = NULL;
    struct roster names = {choices->first, choices->count, choices, choice_called};
    if (choices->about != NULL) {
        names_find(&names, value, false, &found);
    }
    int which = arrlen(found) == 1 ? found[0] : -1;
    if (arrlen(found) > 1) {
        const char *list = names_list(&names, found, arrlenu(found), pool);
        usage_error_set(usage, (struct usage_error){.word = WORD_SEVERAL, .args = {value, list}});
    } else if (which < 0) {
        no_such_choice(choices, mask, option, value, pool, usage);
    }
    arrfree(found);
    return which;
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
