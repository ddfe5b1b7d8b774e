/* SPDX-License-Identifier: MIT */
/* The order in which people read a scorecard: headings, goals, parts, marks. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "mem.h"
#include "walk.h"

#define COUNT_OF(array) (sizeof(array) / sizeof(array)[0])

/* A row: its organisation, indicator, whole, and the month of its figure (0: none). */
struct given {
    int org;
    int indicator;
    int part_of;
    int depth;
    int month;
};

/* By indicator. */
static const char *const groups[] = {"I. HTX", "I. HTX", "I. HTX", NULL, NULL, "II. THT", NULL};
/* A goal with two parts, the first of which has one of its own; then goals only. */
static const struct given given[] = {
    {0, 0, NONE, 0, 6}, {0, 2, 0, 1, 6},    {0, 4, 1, 2, 5},    {0, 3, 0, 1, 5},
    {0, 1, NONE, 0, 0}, {0, 5, NONE, 0, 4}, {0, 6, NONE, 0, 6}, {1, 0, NONE, 0, 4},
};

static void make(struct book *book, struct scorecard *card) {
    *book = (struct book){0};
    *card = (struct scorecard){.book = book};
    for (size_t i = 0; i < COUNT_OF(groups); i++) {
        struct indicator indicator = {.id = "i", .part_of = NONE, .group = groups[i]};
        arrput(book->indicators, indicator);
    }
    for (size_t i = 0; i < COUNT_OF(given); i++) {
        struct row row = {.org = given[i].org,
                          .indicator = given[i].indicator,
                          .year = 2024,
                          .part_of = given[i].part_of,
                          .depth = given[i].depth,
                          .has_actual = given[i].month > 0,
                          .target = NONE,
                          .revision = NONE,
                          .assigner = NONE,
                          .figure = NONE,
                          .override = NONE,
                          .members_met = -1};
        if (row.has_actual) {
            row.date = date_of(2024, given[i].month, 30);
        }
        arrput(card->rows, row);
    }
}

/* An event in few words: "goal 4", "part 1 of 1 first", with what is marked behind it. */
static void say(struct buffer *out, const struct walk *walk) {
    switch (walk->event) {
    case WALK_NOWHERE:
        break;
    case WALK_ORG_BEGINS:
        buffer_format(out, "org %d-%d to %d\n", walk->rows.first, walk->rows.end, walk->date.month);
        break;
    case WALK_GROUP:
        buffer_format(out, "group %s\n", walk->group);
        break;
    case WALK_GOAL:
    case WALK_PART:
        buffer_format(out, "%s %d at %d%s %s%s\n", walk->event == WALK_GOAL ? "goal" : "part",
                      walk->row, walk->depth, walk->first_part ? " first" : "", walk->marks,
                      walk->marks_again ? " again" : "");
        break;
    case WALK_ORG_ENDS:
        buffer_text(out, "end\n");
        break;
    }
}

static const char first_org[] = "group I. HTX\n"
                                "goal 0 at 0 \n"
                                "part 1 at 1 first \n"
                                "part 2 at 2 first figure of 2024-05-30\n"
                                "part 3 at 1 figure of 2024-05-30 again\n"
                                "goal 4 at 0 \n"
                                "group II. THT\n"
                                "goal 5 at 0 figure of 2024-04-30\n"
                                "goal 6 at 0 \n"
                                "end\n";

static void rows_come_in_order(void **state) {
    (void)state;
    struct book book;
    struct scorecard card;
    struct buffer said = {0};
    make(&book, &card);
    struct walk walk = {.card = &card, .lang = LANG_EN, .noted = true};
    while (walk_next(&walk)) {
        say(&said, &walk);
    }
    assert_false(walk_next(&walk));
    buffer_put(&said, "", 1);
    char wanted[1024];
    snprintf(wanted, sizeof wanted,
             "org 0-7 to 6\n%sorg 7-8 to 4\ngroup I. HTX\ngoal 7 at 0 \nend\n", first_org);
    assert_string_equal(said.text, wanted);
    walk_clear(&walk);
    buffer_clear(&said);
    arrfree(book.indicators);
    arrfree(card.rows);
}

/* The same rows again, as often as a renderer wants, from wherever it stands. */
static void an_organisation_begins_again(void **state) {
    (void)state;
    struct book book;
    struct scorecard card;
    make(&book, &card);
    struct walk walk = {.card = &card, .lang = LANG_EN, .noted = true};
    assert_true(walk_next(&walk));
    for (int steps = 0; steps < 10; steps++) {
        struct buffer said = {0};
        for (int i = 0; i < steps; i++) {
            walk_next(&walk);
        }
        walk_again(&walk);
        while (walk.event != WALK_ORG_ENDS && walk_next(&walk)) {
            say(&said, &walk);
        }
        buffer_put(&said, "", 1);
        assert_string_equal(said.text, first_org);
        buffer_clear(&said);
        walk_again(&walk);
    }
    walk_clear(&walk);
    arrfree(book.indicators);
    arrfree(card.rows);
}

static void nothing_has_no_event(void **state) {
    (void)state;
    struct book book = {0};
    struct scorecard card = {.book = &book};
    struct walk walk = {.card = &card};
    assert_false(walk_next(&walk));
    walk_clear(&walk);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(rows_come_in_order),
        cmocka_unit_test(an_organisation_begins_again),
        cmocka_unit_test(nothing_has_no_event),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
