/* SPDX-License-Identifier: MIT */
#include "loader.h"

#include <stdio.h>
#include <string.h>

#include "buffer.h"
#include "mem.h"
#include "text.h"

enum {
    SEARCHES = 200,   /* nearest words looked for in one reading */
    SHOWN_POINTS = 60 /* code points of a text quoted in a message */
};

void loader_init(struct loader *loader, struct sources *sources, struct book *book,
                 struct findings *findings) {
    *loader = (struct loader){
        .sources = sources,
        .book = book,
        .findings = findings,
        .searches = SEARCHES,
    };
}

static void names_clear(struct names *names) {
    shfree(names->slots);
    arrfree(names->ids);
}

void loader_clear(struct loader *loader) {
    names_clear(&loader->orgs);
    names_clear(&loader->indicators);
    arrfree(loader->window_of);
    arrfree(loader->window_before);
    arrfree(loader->entry_figures);
    arrfree(loader->unread);
    hmfree(loader->elsewhere);
    shfree(loader->used_there);
    pool_clear(&loader->scratch);
}

/* The slot of an id, or NULL. Works on a copy of the hash's pointer: looking up may create the
 * empty hash, which must not be lost. */
static struct name *slot_of(const struct names *names, const char *id) {
    struct name *slots = names->slots;
    if (slots == NULL) {
        return NULL;
    }
    ptrdiff_t at = shgeti(slots, id);
    return at < 0 ? NULL : &slots[at];
}

/* Index of an id, DROPPED, or NONE when it was never declared. */
static int32_t names_find(const struct names *names, const char *id) {
    const struct name *slot = slot_of(names, id);
    return slot == NULL ? NONE : slot->index;
}

void names_set(struct names *names, const char *id, int32_t index) {
    struct name *slot = slot_of(names, id);
    if (slot != NULL) {
        slot->index = index;
    }
}

/* ASCII letters, digits and '-'; '_' too in indicators. */
static bool id_formed(const char *id, size_t n, bool underscore) {
    for (size_t i = 0; i < n; i++) {
        char c = id[i];
        bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
        if (!letter && c != '-' && !(underscore && c == '_')) {
            return false;
        }
    }
    return n > 0;
}

bool names_declare(struct loader *loader, struct names *names, const struct node *node,
                   const char **id) {
    bool formed = id_formed(node->key->text, node->key->length, names != &loader->orgs);
    if (!formed) {
        FIND(loader->findings, MSG_BAD_ID, node->key_place,
             loader_shown(loader, node->key->text, node->key->length));
    }
    const struct name *before = slot_of(names, node->key->text);
    if (before != NULL) {
        FIND(loader->findings, MSG_DEFINED_TWICE, node->key_place, before->key)->related =
            before->place;
        return false;
    }
    const char *own = pool_text(&loader->book->pool, node->key->text, node->key->length);
    struct name slot = {.key = own, .index = DROPPED, .place = node->key_place};
    shputs(names->slots, slot);
    arrput(names->ids, own);
    *id = own;
    return formed;
}

const char *loader_nearest(struct loader *loader, const char *s, const char *const words[],
                           size_t n) {
    if (loader->searches == 0 || n == 0) {
        return NULL;
    }
    loader->searches--;
    int at = text_nearest(s, words, n);
    return at < 0 ? NULL : words[at];
}

/* True when a file that could not be read as YAML has the id before a colon: it may be declared
 * there, and one mistake in that file is no reason to report it as unknown everywhere. */
static bool may_be_declared(struct loader *loader, const char *id) {
    size_t n = strlen(id);
    for (ptrdiff_t i = 0; i < arrlen(loader->unread) && n > 0; i++) {
        const struct source *source = &loader->sources->items[loader->unread[i]];
        if (loader->searches-- <= 0) {
            loader->searches = 0;
            return false;
        }
        const char *at = strstr(source->text, id);
        for (; at != NULL; at = strstr(at + n, id)) {
            bool begins = at == source->text || strchr(" {,\n\r\t\"'", at[-1]) != NULL;
            if (begins && at[n] == ':') {
                return true;
            }
        }
    }
    return false;
}

bool loader_no_break(struct loader *loader, const char *text, struct place place) {
    size_t n = 0;
    const char *at = text_no_break(text, &n);
    if (at == NULL) {
        return false;
    }
    uint32_t before = (uint32_t)text_length(text, (size_t)(at - text));
    if (place.end_column == place.column + text_length(text, strlen(text))) {
        place.column += before;
        place.end_column = place.column + 1;
    }
    FIND(loader->findings, MSG_NO_BREAK_SPACE, place, n == 2 ? "U+00A0" : "U+202F");
    return true;
}

/* Nothing of its sort is declared: all such ids of a file become one finding, the only one its own.
 */
static void set_aside(struct loader *loader, const char *id, struct place place,
                      enum message_code unknown) {
    struct buffer used = {0};
    buffer_format(&used, "%d %s", (int)place.file, id);
    const char *key = pool_text(&loader->scratch, used.text, arrlenu(used.text));
    buffer_clear(&used);
    if (loader->used_there != NULL && shgeti(loader->used_there, key) >= 0) {
        return;
    }
    struct name slot = {.key = key};
    shputs(loader->used_there, slot);
    struct elsewhere *of_file = hmgetp_null(loader->elsewhere, place.file);
    if (of_file != NULL) {
        of_file->count++;
        return;
    }
    struct elsewhere fresh = {place.file, pool_text(&loader->scratch, id, strlen(id)), place,
                              unknown, 1};
    hmputs(loader->elsewhere, fresh);
}

void loader_report_elsewhere(struct loader *loader) {
    for (ptrdiff_t i = 0; i < hmlen(loader->elsewhere); i++) {
        const struct elsewhere *of_file = &loader->elsewhere[i];
        const char *shown = loader_shown(loader, of_file->first, strlen(of_file->first));
        char count[24];
        snprintf(count, sizeof count, "%zu", of_file->count);
        if (of_file->count == 1) {
            FIND(loader->findings, of_file->alone, of_file->place, shown);
        } else {
            FIND(loader->findings, MSG_ELSEWHERE, of_file->place, shown, count);
        }
    }
}

static int32_t resolve(struct loader *loader, const struct names *names, const char *id,
                       struct place place, enum message_code unknown) {
    int32_t index = names_find(names, id);
    if (index == NONE && may_be_declared(loader, id)) {
        return DROPPED;
    }
    if (index == NONE && loader_no_break(loader, id, place)) {
        return DROPPED;
    }
    if (index == NONE && arrlen(names->ids) == 0) {
        set_aside(loader, id, place, unknown);
        return DROPPED;
    }
    if (index == NONE) {
        const char *near = loader_nearest(loader, id, names->ids, arrlenu(names->ids));
        FIND(loader->findings, unknown, place, loader_shown(loader, id, strlen(id)), near);
        return DROPPED;
    }
    return index;
}

int32_t loader_org(struct loader *loader, const char *id, struct place place) {
    return resolve(loader, &loader->orgs, id, place, MSG_UNKNOWN_ORG);
}

int32_t loader_indicator(struct loader *loader, const char *id, struct place place) {
    return resolve(loader, &loader->indicators, id, place, MSG_UNKNOWN_INDICATOR);
}

int32_t loader_key_indicator(struct loader *loader, const struct node *node) {
    if (node->key->indicator == MEANS_NOTHING_YET) {
        int32_t index = loader_indicator(loader, node->key->text, node->key_place);
        if (index < 0) {
            return index; /* not remembered: each place where it is wrong is reported */
        }
        node->key->indicator = index;
    }
    return node->key->indicator;
}

int32_t loader_declared_window(const struct loader *loader, int32_t org, int year) {
    int32_t at = org >= 0 && org < arrlen(loader->window_of) ? loader->window_of[org] : NONE;
    while (at != NONE && loader->book->org_years[at].year != year) {
        at = loader->window_before[at];
    }
    return at;
}

void loader_declare_window(struct loader *loader, struct org_year window) {
    while (arrlen(loader->window_of) <= window.org) {
        arrput(loader->window_of, NONE);
    }
    arrput(loader->window_before, loader->window_of[window.org]);
    loader->window_of[window.org] = (int32_t)arrlen(loader->book->org_years);
    arrput(loader->book->org_years, window);
}

struct window loader_window(const struct loader *loader, int32_t org, int year) {
    int32_t at = loader_declared_window(loader, org, year);
    return at != NONE ? loader->book->org_years[at].window : window_of_year(year);
}

const char *loader_text(struct loader *loader, const struct node *node) {
    if (!node_is_scalar(node) || node->text_length == 0) {
        return NULL;
    }
    const char *s = node->text;
    size_t n = node->text_length;
    size_t middle = (unsigned char)s[n / 2];
    size_t last = (unsigned char)s[n - 1];
    size_t slot = (n * 31 + middle * 7 + last) % RECENT_TEXTS;
    const char **recent = &loader->recent[slot];
    if (*recent == NULL || strlen(*recent) != n || memcmp(*recent, s, n) != 0) {
        *recent = pool_text(&loader->book->pool, s, n);
    }
    return *recent;
}

const char *loader_shown(struct loader *loader, const char *s, size_t n) {
    size_t cut = text_offset(s, n, SHOWN_POINTS);
    if (cut >= n) {
        return pool_text(&loader->scratch, s, n);
    }
    char shown[(size_t)SHOWN_POINTS * 4 + sizeof "…"];
    memcpy(shown, s, cut);
    memcpy(shown + cut, "…", sizeof "…");
    return pool_text(&loader->scratch, shown, strlen(shown));
}

struct place node_spot(const struct node *node) {
    return node->key != NULL ? node->key_place : node->place;
}

struct place node_part(const struct node *node, size_t offset, size_t n) {
    struct place place = node->place;
    size_t width = place.end_column > place.column ? place.end_column - place.column : 0;
    size_t points = text_length(node->text, node->text_length);
    size_t quotes = node->quoted ? 2 : 0;
    if (width != points + quotes) {
        return place;
    }
    size_t before = text_length(node->text, offset) + quotes / 2;
    place.column += (uint32_t)before;
    place.end_column = place.column + (uint32_t)text_length(node->text + offset, n);
    return place;
}
