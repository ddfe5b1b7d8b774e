#include "choices.h"

#include <string.h>

#include "mem.h"

static bool offered(unsigned mask, int which) {
    return mask == 0 || (mask >> which & 1U) != 0;
}

const char *choices_join(const struct choices *choices, unsigned mask, const char *between,
                         struct pool *pool) {
    struct buffer text = {0};
    for (int i = 0; i < choices->count; i++) {
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
                           const char *value, struct pool *pool, struct slip *slip) {
    const char **names = NULL;
    for (int i = 0; i < choices->count; i++) {
        if (offered(mask, i)) {
            arrput(names, choices->name(i));
        }
    }
    struct slip mistake = {.word = WORD_BAD_VALUE,
                           .args = {option, pool_text(pool, value, strlen(value))},
                           .nearest = slip_nearest(value, names, arrlenu(names)),
                           .choices = choices_join(choices, mask, ", ", pool)};
    arrfree(names);
    return slip_set(slip, mistake);
}

int choices_pick(const struct choices *choices, unsigned mask, const char *option,
                 const char *value, struct pool *pool, struct slip *slip) {
    for (int i = 0; i < choices->count; i++) {
        if (offered(mask, i) && strcmp(choices->name(i), value) == 0) {
            return i;
        }
    }
    no_such_choice(choices, mask, option, value, pool, slip);
    return -1;
}

bool choices_split(const char *option, const char *value, struct pool *pool, const char ***words,
                   struct slip *slip) {
    const char *at = value;
    for (;;) {
        at += strspn(at, " ");
        size_t length = strcspn(at, ",");
        size_t end = length;
        while (end > 0 && at[end - 1] == ' ') {
            end--;
        }
        if (end == 0) {
            return slip_set(slip, (struct slip){.word = WORD_EMPTY_VALUE, .args = {option}});
        }
        arrput(*words, pool_text(pool, at, end));
        if (at[length] == '\0') {
            return true;
        }
        at += length + 1;
    }
}
