/* SPDX-License-Identifier: MIT */
#include "scalars.h"

#include <stdio.h>
#include <string.h>

#include "buffer.h"
#include "mem.h"
#include "text.h"

enum { COUNT_MAX = 1000000 }; /* of members */

const char *const boolean_words[] = {"có", "không", "yes", "no", "true", "false"};
const size_t boolean_words_count = sizeof boolean_words / sizeof *boolean_words;

static const char *shown(struct loader *loader, const struct node *node) {
    return loader_shown(loader, node->text, node->text_length);
}

/* 2024-6-3, written without its zeros. */
static bool date_unpadded(const char *s, size_t n, struct date *out) {
    char padded[] = "yyyy-0m-0d";
    if (n < 8 || n > 9 || s[4] != '-') {
        return false;
    }
    size_t dash = s[6] == '-' ? 6 : 7;
    size_t day = n - dash - 1; /* digits of it */
    if (s[dash] != '-' || day < 1 || day > 2) {
        return false;
    }
    memcpy(padded, s, 5);
    memcpy(padded + (12 - dash), s + 5, dash - 5);
    memcpy(padded + (10 - day), s + dash + 1, day);
    return date_parse(padded, sizeof padded - 1, out);
}

/* The date that s probably means; NULL when that is not clear. */
static const char *date_meant(struct loader *loader, const char *s, size_t n) {
    struct date date;
    struct window window;
    char text[DATE_TEXT];
    if (date_parse_day_first(s, n, &date) || date_unpadded(s, n, &date)) {
        date_print(date, text);
    } else if (n > 4 && window_parse(s, n, &window)) {
        date_print(window.last, text);
    } else {
        return NULL;
    }
    return pool_text(&loader->scratch, text, strlen(text));
}

/* True for what has the form of a date, even if there is no such day: 2024-06-31. */
static bool date_shaped(const char *s, size_t n) {
    static const char shape[] = "0000-00-00";
    bool shaped = n == sizeof shape - 1;
    for (size_t i = 0; shaped && i < n; i++) {
        bool digit = s[i] >= '0' && s[i] <= '9';
        shaped = shape[i] == '0' ? digit : s[i] == '-';
    }
    return shaped;
}

/* Reports s, which is date_shaped(), leaving out its first bytes. */
static bool no_such_day(struct loader *loader, const char *s, size_t n, size_t skip,
                        struct place place) {
    char last[DATE_TEXT];
    struct window month;
    bool known = window_parse(s, sizeof "2024-06" - 1, &month);
    if (known) {
        date_print(month.last, last);
    }
    FIND(loader->findings, MSG_NO_SUCH_DAY, place, loader_shown(loader, s + skip, n - skip),
         known ? last + skip : NULL);
    return false;
}

static bool date_at(struct loader *loader, const char *s, size_t n, struct place place,
                    struct date *out) {
    if (date_parse(s, n, out)) {
        return true;
    }
    if (date_shaped(s, n)) {
        return no_such_day(loader, s, n, 0, place);
    }
    FIND(loader->findings, MSG_BAD_DATE, place, loader_shown(loader, s, n),
         date_meant(loader, s, n));
    return false;
}

bool scalar_date(struct loader *loader, const struct node *node, struct date *out) {
    return date_at(loader, node->text, node->text_length, node->place, out);
}

bool key_date(struct loader *loader, const struct node *node, struct date *out) {
    return date_at(loader, node->key->text, node->key->length, node->key_place, out);
}

/* 31/12 or 31/12/2024 */
static bool day_first(const struct node *node, struct date *out) {
    enum { LONGEST = 5 };
    char text[LONGEST + sizeof "/2000"];
    if (node->text_length > LONGEST) {
        return date_parse_day_first(node->text, node->text_length, out);
    }
    memcpy(text, node->text, node->text_length);
    memcpy(text + node->text_length, "/2000", sizeof "/2000");
    return date_parse_day_first(text, node->text_length + 5, out);
}

bool scalar_day(struct loader *loader, const struct node *node, struct date *out) {
    char text[] = "2000-mm-dd";
    struct date day;
    if (node->text_length == 5) {
        memcpy(text + 5, node->text, 5);
        if (date_parse(text, sizeof text - 1, out)) {
            return true;
        }
        if (date_shaped(text, sizeof text - 1)) {
            return no_such_day(loader, text, sizeof text - 1, sizeof "2000", node->place);
        }
    }
    char full[DATE_TEXT] = "2000-12-31"; /* the day that is meant most often */
    if (date_parse(node->text, node->text_length, &day) || day_first(node, &day)) {
        date_print(day, full);
    }
    FIND(loader->findings, MSG_BAD_DATE, node->place, shown(loader, node), full + 5);
    return false;
}

bool scalar_period(struct loader *loader, const struct node *node, struct window *out) {
    if (node->text_length > 4 && window_parse(node->text, node->text_length, out)) {
        return true;
    }
    FIND(loader->findings, MSG_BAD_PERIOD, node->place, shown(loader, node));
    return false;
}

bool scalar_year(struct loader *loader, const struct node *node, int *out) {
    struct window window;
    if (node->text_length == 4 && window_parse(node->text, 4, &window) &&
        window.first.year >= 1000) {
        *out = window.first.year;
        return true;
    }
    FIND(loader->findings, MSG_BAD_YEAR, node->place, shown(loader, node));
    return false;
}

bool scalar_count(struct loader *loader, const struct node *node, int most, int *out) {
    int limit = most > 0 ? most : COUNT_MAX;
    struct decimal value;
    enum decimal_error error = decimal_parse(node->text, node->text_length, &value);
    if (error == DECIMAL_OK && value.units < 0) {
        FIND(loader->findings, MSG_TOO_SMALL, node->place, shown(loader, node), node_key(node));
        return false;
    }
    if (error != DECIMAL_OK || value.scale != 0 || value.units > limit) {
        char text[16];
        snprintf(text, sizeof text, "%d", limit);
        FIND(loader->findings, MSG_NOT_A_COUNT, node->place, shown(loader, node), text);
        return false;
    }
    *out = (int)value.units;
    return true;
}

static bool word_of(const char *s, bool *out) {
    for (size_t i = 0; i < boolean_words_count; i++) {
        if (strcmp(boolean_words[i], s) == 0) {
            *out = i % 2 == 0;
            return true;
        }
    }
    return false;
}

bool text_boolean(struct loader *loader, const struct node *node, bool *out) {
    enum { LONGEST = 12 };
    if (node->text[0] >= '0' && node->text[0] <= '9') {
        return false; /* a number, as most values are: no such word begins with a digit */
    }
    return word_of(node->text, out) ||
           (node->text_length <= LONGEST &&
            word_of(text_fold(&loader->scratch, node->text, node->text_length), out));
}

bool scalar_boolean(struct loader *loader, const struct node *node, bool *out) {
    if (text_boolean(loader, node, out)) {
        return true;
    }
    FIND(loader->findings, MSG_BAD_BOOLEAN, node->place, shown(loader, node));
    return false;
}

/* All words of a choice, as a message lists them. */
static const char *listed(struct loader *loader, const struct word_list *choices) {
    struct buffer buffer = {0};
    for (size_t i = 0; i < choices->count; i++) {
        if (choices->words[i] != NULL) {
            buffer_text(&buffer, arrlen(buffer.text) > 0 ? ", " : "");
            buffer_text(&buffer, choices->words[i]);
        }
    }
    const char *text = pool_text(&loader->scratch, buffer.text, arrlenu(buffer.text));
    buffer_clear(&buffer);
    return text;
}

bool scalar_choice(struct loader *loader, const struct node *node, const struct word_list *choices,
                   int *out) {
    const char **words = mem_alloc((choices->count + 1) * sizeof *words);
    size_t n = 0;
    bool found = false;
    for (size_t i = 0; i < choices->count; i++) {
        if (choices->words[i] != NULL) {
            if (strcmp(choices->words[i], node->text) == 0) {
                *out = (int)i;
                found = true;
            }
            words[n++] = choices->words[i];
        }
    }
    if (!found) {
        FIND(loader->findings, MSG_BAD_CHOICE, node->place, shown(loader, node),
             listed(loader, choices), loader_nearest(loader, node->text, words, n));
    }
    mem_free(words);
    return found;
}
