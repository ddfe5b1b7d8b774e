/* SPDX-License-Identifier: MIT */
/* Reads the section english, and says which texts of such a book have no English yet. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "mem.h"
#include "sections.h"
#include "text.h"

void english_read(struct loader *loader, const struct node *section) {
    const struct node *previous = NULL;
    struct book *book = loader->book;
    for (const struct node *node = section->first; node != NULL; node = node->next) {
        if (!key_slipped(loader, section, previous, node, true) && scalar_wanted(loader, node)) {
            struct english english = {
                .text = pool_text(&book->pool, node->key->text, node->key->length),
                .english = loader_text(loader, node),
                .place = node->key_place,
            };
            arrput(book->english, english);
        }
        previous = node;
    }
}

/* ---- the texts in order ---- */

static int by_place(const struct place *a, const struct place *b) {
    int by = (a->file > b->file) - (a->file < b->file);
    by = by != 0 ? by : (a->line > b->line) - (a->line < b->line);
    return by != 0 ? by : (a->column > b->column) - (a->column < b->column);
}

static int by_text(const void *left, const void *right) {
    const struct english *a = left;
    const struct english *b = right;
    int by = text_compare(a->text, b->text);
    by = by != 0 ? by : strcmp(a->text, b->text);
    return by != 0 ? by : by_place(&a->place, &b->place);
}

/* Sorts, and leaves out what is said twice. */
static void sort_english(struct loader *loader) {
    struct english *all = loader->book->english;
    size_t kept = 0;
    qsort(all, arrlenu(all), sizeof *all, by_text);
    for (size_t i = 0; i < arrlenu(all); i++) {
        if (kept > 0 && strcmp(all[kept - 1].text, all[i].text) == 0) {
            FIND(loader->findings, MSG_DEFINED_TWICE, all[i].place, all[i].text)->related =
                all[kept - 1].place;
        } else {
            all[kept++] = all[i];
        }
    }
    arrsetlen(loader->book->english, kept);
}

/* ---- what has none ---- */

/* One of a stb_ds string hash of texts. */
struct met {
    const char *key; /* the text */
    char value;      /* not used */
};

/* The texts of one kind that have no English. */
struct missing {
    struct loader *loader;
    const char *kind;   /* the key that holds such texts */
    struct met *met;    /* those without English */
    const char *first;  /* of them, or NULL */
    struct place place; /* where it stands */
};

/* Others are the same in both languages: HTX, kg, %. */
static bool is_vietnamese(const char *text) {
    for (; *text != '\0'; text++) {
        if ((unsigned char)*text >= 0x80) {
            return true;
        }
    }
    return false;
}

static void add_missing(struct missing *missing, const char *text, struct place place) {
    struct met slot = {.key = text};
    shputs(missing->met, slot);
    if (missing->first == NULL) {
        missing->first = text;
        missing->place = place;
    }
}

static void look_at(struct missing *missing, const char *text, struct place place) {
    if (text != NULL && is_vietnamese(text) && book_english(missing->loader->book, text) == NULL) {
        add_missing(missing, text, place);
    }
}

/* Every name is asked for: Vietnamese ones may have no mark, and people write English ones alike.
 */
static void look_at_name(struct missing *missing, const char *name, const char *name_en,
                         const char *id, struct place place) {
    if (name_en == NULL && strcmp(name, id) != 0 &&
        book_english(missing->loader->book, name) == NULL) {
        add_missing(missing, name, place);
    }
}

static void report(struct missing *missing, enum message_code code) {
    char count[24];
    snprintf(count, sizeof count, "%zu", shlenu(missing->met));
    if (missing->first != NULL) {
        struct loader *loader = missing->loader;
        const char *shown = loader_shown(loader, missing->first, strlen(missing->first));
        FIND(loader->findings, code, missing->place, shown, count, missing->kind);
    }
    shfree(missing->met);
}

static void report_names(struct loader *loader) {
    const struct book *book = loader->book;
    struct missing orgs = {.loader = loader, .kind = "orgs"};
    struct missing indicators = {.loader = loader, .kind = "indicators"};
    for (ptrdiff_t i = 0; i < arrlen(book->orgs); i++) {
        const struct org *org = &book->orgs[i];
        look_at_name(&orgs, org->name, org->name_en, org->id, org->place);
    }
    for (ptrdiff_t i = 0; i < arrlen(book->indicators); i++) {
        const struct indicator *indicator = &book->indicators[i];
        look_at_name(&indicators, indicator->name, indicator->name_en, indicator->id,
                     indicator->place);
    }
    report(&orgs, MSG_NO_ENGLISH_NAME);
    report(&indicators, MSG_NO_ENGLISH_NAME);
}

static void report_texts(struct loader *loader) {
    const struct book *book = loader->book;
    struct missing units = {.loader = loader, .kind = "unit"};
    struct missing groups = {.loader = loader, .kind = "group"};
    struct missing owners = {.loader = loader, .kind = "owner"};
    struct missing notes = {.loader = loader, .kind = "notes"};
    for (ptrdiff_t i = 0; i < arrlen(book->indicators); i++) {
        const struct indicator *indicator = &book->indicators[i];
        look_at(&units, indicator->unit.text, indicator->place);
        look_at(&groups, indicator->group, indicator->place);
        look_at(&owners, indicator->owner, indicator->place);
    }
    for (size_t i = 0; i < figures_count(&book->figures); i++) {
        struct figure figure = figures_get(&book->figures, (int32_t)i);
        look_at(&notes, figure.note, figure.place);
    }
    report(&units, MSG_NO_ENGLISH);
    report(&groups, MSG_NO_ENGLISH);
    report(&owners, MSG_NO_ENGLISH);
    report(&notes, MSG_NO_ENGLISH);
}

void english_finish(struct loader *loader) {
    if (arrlen(loader->book->english) == 0) {
        return;
    }
    sort_english(loader);
    report_names(loader);
    report_texts(loader);
}
