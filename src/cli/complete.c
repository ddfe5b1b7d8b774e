/* SPDX-License-Identifier: MIT */
/*
 * complete: prints what may stand at the cursor of a shell, for its Tab key. Its operands are the
 * command line typed so far, without the program's name; the last one is the word being completed
 * and may be empty. Errors are not reported: nobody who presses Tab expects them.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "choices.h"
#include "command.h"
#include "label.h"
#include "load.h"
#include "mem.h"
#include "message.h"
#include "text.h"
#include "values.h"
#include "visible.h"

/* Nobody reads more, and a shell takes long over them. */
enum { OFFERED_MOST = 2000 };

/* The command line being completed. */
struct typed_line {
    struct buffer *out;            /* where the candidates go */
    struct options typed;          /* what stands before the last word */
    const struct command *command; /* or NULL: none yet */
    const char *word;              /* the last word */
    size_t kept;                   /* bytes of it that stay: `--org=`, `bac-ninh,` */
};

static void put_line(const struct typed_line *line, const char *word, const char *about) {
    buffer_put(line->out, line->word, line->kept);
    buffer_text(line->out, word);
    if (about != NULL && about[0] != '\0' && strcmp(about, word) != 0) {
        buffer_text(line->out, "\t");
        visible_text(line->out, about);
    }
    buffer_text(line->out, "\n");
}

/* Whether the word stands before a comma already: `bac-ninh` in `--org=bac-ninh,dak-lak,`. */
static bool given(const struct typed_line *line, const char *word) {
    size_t n = strlen(word);
    for (size_t i = 0; i + n < line->kept; i++) {
        bool begins = i == 0 || line->word[i - 1] == ',' || line->word[i - 1] == '=';
        if (begins && line->word[i + n] == ',' && memcmp(line->word + i, word, n) == 0) {
            return true;
        }
    }
    return false;
}

/* Does it begin as the last word does? */
static bool begins(const struct typed_line *line, const char *word) {
    const char *begun = line->word + line->kept;
    return strncmp(word, begun, strlen(begun)) == 0;
}

static void offer(const struct typed_line *line, const char *word, const char *about) {
    if (begins(line, word) && !given(line, word)) {
        put_line(line, word, about);
    }
}

/* Does a word of the name begin so, whatever its marks? typed: text_words() of what is typed. */
static bool name_begins(const char *name, const char *typed) {
    struct pool pool = {0};
    const char *words = text_words(&pool, name);
    bool begins = false;
    for (const char *at = words; typed[0] != '\0' && !begins && at != NULL; at = strchr(at, ' ')) {
        at += *at == ' ';
        begins = strncmp(at, typed, strlen(typed)) == 0;
    }
    pool_clear(&pool);
    return begins;
}

/* What has an id and a name; name is NULL where there is none. */
struct choosable {
    const char *id;
    const char *name;
};

/* Offers them, OFFERED_MOST at most. A shell types what all of its candidates begin with, so of
 * more the first and the last by their letters come along: what these two begin with all do. */
static void put_some(const struct typed_line *line, const struct choosable *some) {
    size_t first = 0;
    size_t last = 0;
    size_t n = arrlenu(some);
    for (size_t i = 0; n > OFFERED_MOST && i < n; i++) {
        first = strcmp(some[i].id, some[first].id) < 0 ? i : first;
        last = strcmp(some[i].id, some[last].id) > 0 ? i : last;
    }
    size_t room = n > OFFERED_MOST ? OFFERED_MOST - 2 : n;
    for (size_t i = 0; i < n; i++) {
        bool end = n > OFFERED_MOST && (i == first || i == last);
        if (end || room > 0) {
            put_line(line, some[i].id, some[i].name);
            room -= end ? 0 : 1;
        }
    }
}

/* Offers what begins so by its id; when nothing does, by a word of its name. Frees the list. */
static void offer_named(const struct typed_line *line, struct choosable *all) {
    const char *begun = line->word + line->kept;
    struct pool pool = {0};
    struct choosable *some = NULL;
    bool by_name = text_valid_prefix(begun, strlen(begun)) == strlen(begun);
    for (ptrdiff_t i = 0; i < arrlen(all); i++) {
        if (begins(line, all[i].id)) {
            by_name = false;
            if (!given(line, all[i].id)) {
                arrput(some, all[i]);
            }
        }
    }
    const char *typed = by_name ? text_words(&pool, begun) : "";
    for (ptrdiff_t i = 0; by_name && i < arrlen(all); i++) {
        if (all[i].name != NULL && name_begins(all[i].name, typed) && !given(line, all[i].id)) {
            arrput(some, all[i]);
        }
    }
    put_some(line, some);
    pool_clear(&pool);
    arrfree(some);
    arrfree(all);
}

/* ---- fixed words ---- */

static void offer_commands(const struct typed_line *line) {
    int count;
    const struct command *commands = commands_all(&count);
    for (int i = 0; i < count; i++) {
        if (!commands[i].hidden) {
            offer(line, commands[i].limits.name, commands[i].help[line->typed.lang]);
        }
    }
}

/* The options that the command takes. One that is given already is offered again only when its
 * values add up. */
static void offer_options(const struct typed_line *line) {
    const struct command_limits *limits = line->command != NULL ? &line->command->limits : NULL;
    unsigned takes = COMMON_OPTIONS | (limits != NULL ? limits->takes : 0);
    for (int i = 0; i < OPTION_COUNT; i++) {
        const struct option_row *row = option_row((enum option_id)i);
        bool used = (line->typed.seen & OPTION_BIT(i)) != 0 && !row->list;
        if ((takes & OPTION_BIT(i)) != 0 && !used) {
            char name[64];
            snprintf(name, sizeof name, "--%s", row->name);
            offer(line, name, option_words((enum option_id)i, limits)->help[line->typed.lang]);
        }
    }
}

static void offer_choices(const struct typed_line *line, const struct choices *choices,
                          unsigned mask) {
    struct choosable *all = NULL;
    for (int i = choices->first; i < choices->count; i++) {
        if (mask == 0 || (mask >> i & 1U) != 0) {
            const char *about = choices->about != NULL ? choices->about(i, line->typed.lang) : NULL;
            struct choosable choice = {choices->name(i), about};
            arrput(all, choice);
        }
    }
    offer_named(line, all);
}

static void offer_codes(const struct typed_line *line) {
    for (int i = 0; i < MESSAGE_COUNT; i++) {
        const struct message *message = message_of((enum message_code)i);
        offer(line, message->id, message->title[line->typed.lang]);
    }
}

/* ---- words of the book ---- */

static void offer_orgs(const struct typed_line *line, const struct book *book) {
    struct choosable *all = NULL;
    for (ptrdiff_t i = 0; i < arrlen(book->orgs); i++) {
        struct choosable org = {book->orgs[i].id, org_name(&book->orgs[i], line->typed.lang)};
        arrput(all, org);
    }
    offer_named(line, all);
}

static void offer_indicators(const struct typed_line *line, const struct book *book) {
    struct choosable *all = NULL;
    for (ptrdiff_t i = 0; i < arrlen(book->indicators); i++) {
        const struct indicator *indicator = &book->indicators[i];
        struct choosable one = {indicator->id, indicator_name(indicator, line->typed.lang)};
        arrput(all, one);
    }
    offer_named(line, all);
}

static int later_first(const void *left, const void *right) {
    const struct date *a = left;
    const struct date *b = right;
    return date_cmp(*b, *a);
}

/* Each of the dates once, the latest first; only their years when so wished. */
static void offer_dates(const struct typed_line *line, struct date *dates, bool years) {
    if (arrlen(dates) > 0) {
        qsort(dates, arrlenu(dates), sizeof *dates, later_first);
    }
    size_t offered = 0;
    for (ptrdiff_t i = 0; i < arrlen(dates) && offered < OFFERED_MOST - 1; i++) {
        if (i == 0 || date_cmp(dates[i], dates[i - 1]) != 0) {
            offered++;
            char text[DATE_TEXT];
            date_print(dates[i], text);
            text[years ? strlen("2024") : sizeof text - 1] = '\0';
            offer(line, text, NULL);
        }
    }
}

static void offer_years(const struct typed_line *line, const struct book *book) {
    struct date *dates = NULL;
    for (size_t i = 0; i < targets_count(&book->targets); i++) {
        arrput(dates, date_of((int)book->targets.packed[i].year, 1, 1));
    }
    for (size_t i = 0; i < figures_count(&book->figures); i++) {
        arrput(dates, date_of(packed_year(&book->figures.packed[i]), 1, 1));
    }
    offer_dates(line, dates, true);
    arrfree(dates);
}

static void offer_days(const struct typed_line *line, const struct book *book) {
    struct date *dates = NULL;
    for (size_t i = 0; i < figures_count(&book->figures); i++) {
        arrput(dates, packed_date(&book->figures.packed[i]));
    }
    offer(line, "today", NULL);
    offer_dates(line, dates, false);
    arrfree(dates);
}

static void offer_from_book(struct typed_line *line, enum suggestion what) {
    static void (*const offers[])(const struct typed_line *line, const struct book *book) = {
        [SUGGEST_ORGS] = offer_orgs,
        [SUGGEST_INDICATORS] = offer_indicators,
        [SUGGEST_YEARS] = offer_years,
        [SUGGEST_DATES] = offer_days,
    };
    size_t operands = 0;
    while (line->command != NULL && !line->command->pathless && operands < OPERANDS_MAX &&
           line->command->suggests[operands] != SUGGEST_NOTHING) {
        operands++;
    }
    if (operands > arrlenu(line->typed.paths)) {
        operands = arrlenu(line->typed.paths);
    }
    if (operands > 0) {
        arrdeln(line->typed.paths, 0, operands);
    }
    struct loaded loaded;
    load_quietly(&line->typed, what == SUGGEST_ORGS || what == SUGGEST_INDICATORS, &loaded);
    offers[what](line, &loaded.book);
    loaded_clear(&loaded);
}

/* ---- what belongs where ---- */

static void offer_what(struct typed_line *line, enum suggestion what, const struct choices *choices,
                       unsigned mask) {
    switch (what) {
    case SUGGEST_NOTHING:
        return;
    case SUGGEST_CHOICES:
        offer_choices(line, choices, mask);
        return;
    case SUGGEST_CODES:
        offer_codes(line);
        return;
    case SUGGEST_FILES:
        buffer_text(line->out, ":files\n");
        return;
    case SUGGEST_ORGS:
    case SUGGEST_INDICATORS:
    case SUGGEST_YEARS:
    case SUGGEST_DATES:
        offer_from_book(line, what);
        return;
    }
}

static void offer_value(struct typed_line *line, enum option_id id) {
    const struct option_row *row = option_row(id);
    const char *comma = strrchr(line->word + line->kept, ',');
    if (row->list && comma != NULL) {
        line->kept = (size_t)(comma + 1 - line->word);
    }
    bool some = id == OPTION_FORMAT && line->command != NULL;
    offer_what(line, row->suggests, row->choices, some ? line->command->limits.formats : 0);
}

/* `--org=bac`: the value after the sign. */
static void offer_joined_value(struct typed_line *line, size_t name_length) {
    for (int i = 0; i < OPTION_COUNT; i++) {
        const struct option_row *row = option_row((enum option_id)i);
        bool named = strlen(row->name) == name_length &&
                     memcmp(row->name, line->word + strlen("--"), name_length) == 0;
        if (named && row->words.value[0] != NULL) {
            line->kept = strlen("--=") + name_length;
            offer_value(line, (enum option_id)i);
        }
    }
}

static void offer_operand(struct typed_line *line) {
    const struct command *command = line->command;
    size_t at = command->repeated ? 0 : arrlenu(line->typed.paths);
    enum suggestion what = at < OPERANDS_MAX ? command->suggests[at] : SUGGEST_NOTHING;
    if (what == SUGGEST_NOTHING && !command->pathless) {
        what = SUGGEST_FILES;
    }
    offer_what(line, what, command->choices, 0);
}

static const struct command *command_named(const char *name) {
    int count;
    const struct command *commands = commands_all(&count);
    for (int i = 0; i < count && name != NULL; i++) {
        if (strcmp(commands[i].limits.name, name) == 0) {
            return &commands[i];
        }
    }
    return NULL;
}

/* words: those before the last, after the program's name; getopt wants them as argv. */
static void complete(struct typed_line *line, int argc, char *argv[]) {
    struct usage_error unsaid = {.word = WORD_NONE};
    bool ended = false;
    enum option_id awaited = options_awaited(argc, argv, &ended);
    options_init(&line->typed);
    options_parse(&line->typed, argc, argv, &unsaid);
    line->command = command_named(line->typed.command);
    bool dashed = !ended && line->word[0] == '-';
    const char *sign = strchr(line->word, '=');
    if (awaited != OPTION_COUNT) {
        offer_value(line, awaited);
    } else if (dashed && sign != NULL && strncmp(line->word, "--", 2) == 0) {
        offer_joined_value(line, (size_t)(sign - line->word) - strlen("--"));
    } else if (dashed) {
        offer_options(line);
    } else if (line->typed.command == NULL) {
        offer_commands(line);
    } else if (line->command != NULL) {
        offer_operand(line);
    }
    options_clear(&line->typed);
}

enum exit_code complete_run(struct context *context) {
    const char **words = context->options->paths;
    size_t count = arrlenu(words);
    struct typed_line line = {.out = context->out, .word = count > 0 ? words[count - 1] : ""};
    char program[] = "tiendo";
    char **argv = NULL;
    arrput(argv, program);
    for (size_t i = 0; i + 1 < count; i++) {
        arrput(argv, (char *)words[i]); /* getopt changes none of them */
    }
    arrput(argv, NULL);
    complete(&line, (int)arrlen(argv) - 1, argv);
    arrfree(argv);
    return EXIT_DONE;
}
