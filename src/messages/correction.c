/* SPDX-License-Identifier: MIT */
#include "correction.h"

#include <string.h>

#include "date.h"
#include "text.h"

static size_t digits(const char *s) {
    return strspn(s, "0123456789");
}

static size_t sign(const char *s) {
    return s[0] == '-' || s[0] == '+';
}

/* `,5` at the end of a number: a decimal comma, unless exactly three digits follow. */
static bool ends_in_decimals(const char *s) {
    size_t n = s[0] == ',' ? digits(s + 1) : 0;
    return n > 0 && n != 3 && s[n + 1] == '\0';
}

/* 2,7 */
static bool is_decimal(const char *s) {
    s += sign(s);
    size_t n = digits(s);
    return n > 0 && ends_in_decimals(s + n);
}

/* 1.200.000 or 1.234,5 */
static bool is_grouped(const char *s) {
    s += sign(s);
    size_t n = digits(s);
    int dots = 0;
    if (n == 0 || n > 3) {
        return false;
    }
    for (s += n; s[0] == '.' && digits(s + 1) == 3; s += 4) {
        dots++;
    }
    return (dots > 1 && *s == '\0') || (dots > 0 && ends_in_decimals(s));
}

/* 25/06/2024, never 05/06/2024 */
static bool is_day_first(const char *s, const char *instead) {
    struct date date;
    struct date same;
    return date_parse_day_first(s, strlen(s), &date) && date.day > 12 &&
           date_parse(instead, strlen(instead), &same) && date_cmp(date, same) == 0;
}

/* What to write instead of the finding's first word, or NULL. */
static const char *instead_of(const struct finding *finding) {
    const char *stands = finding->words[0];
    const char *instead = finding->words[1];
    if (stands == NULL || instead == NULL) {
        return NULL;
    }
    bool one = (finding->code == MSG_GROUPED && is_grouped(stands)) ||
               (finding->code == MSG_COMMA && is_decimal(stands)) ||
               (finding->code == MSG_BAD_DATE && is_day_first(stands, instead)) ||
               finding->code == MSG_MISSING_BLANK ||
               /* at the beginning of a line it is no value */
               (finding->code == MSG_BARE_PERCENT && finding->place.column > 1) ||
               (finding->code == MSG_UNKNOWN_KEY && finding->words[2] != NULL);
    return one ? instead : NULL;
}

/* The characters at a place are this text, or have it in quotes: the place is then what lies
 * between them. */
static bool stands_there(const struct sources *sources, const char *text, struct pool *pool,
                         struct place *place, const char **as_written) {
    size_t length = 0;
    const char *line = sources_line(sources, place->file, place->line, &length);
    if (line == NULL || place->column == 0 || place->end_column <= place->column) {
        return false;
    }
    size_t mark = place->line == 1 && length >= 3 && memcmp(line, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;
    line += mark;
    length -= mark;
    size_t from = text_offset(line, length, place->column - 1);
    size_t to = text_offset(line, length, place->end_column - 1);
    bool quoted =
        to - from >= 2 && (line[from] == '"' || line[from] == '\'') && line[to - 1] == line[from];
    from += quoted;
    to -= quoted;
    const char *composed = text_nfc(pool, line + from, to - from);
    if (strcmp(composed, text) != 0) {
        return false;
    }
    place->column += quoted;
    place->end_column -= quoted;
    *as_written = pool_text(pool, line + from, to - from);
    return true;
}

bool correction_of(const struct finding *finding, const struct sources *sources, struct pool *pool,
                   struct correction *out) {
    const char *instead = instead_of(finding);
    struct correction correction = {.place = finding->place};
    if (instead == NULL ||
        !stands_there(sources, finding->words[0], pool, &correction.place, &correction.stands)) {
        return false;
    }
    if (finding->code == MSG_BARE_PERCENT) { /* the hint repeats its key */
        instead = instead + strcspn(instead, "\"'");
    }
    correction.instead = pool_text(pool, instead, strlen(instead));
    *out = correction;
    return true;
}
