/* SPDX-License-Identifier: MIT */
/* Who has answered, who is missing, whose figures are older than the day asked for. */
#include <string.h>

#include "mem.h"
#include "take_inside.h"

static bool has(const int32_t *orgs, int32_t org) {
    for (ptrdiff_t i = 0; i < arrlen(orgs); i++) {
        if (orgs[i] == org) {
            return true;
        }
    }
    return false;
}

static void add_org(int32_t **orgs, int32_t org) {
    if (org != NONE && !has(*orgs, org)) {
        arrput(*orgs, org);
    }
}

/* All that the forms of this day say were sent, and whoever sent one. */
static int32_t *sent_to(const struct taking *taking) {
    int32_t *orgs = NULL;
    for (ptrdiff_t i = 0; i < arrlen(taking->forms); i++) {
        const struct take_form *form = &taking->forms[i];
        if (date_cmp(form->as_of, taking->asked) != 0) {
            continue;
        }
        for (const char *id = form->sent; *id != '\0';) {
            size_t n = strcspn(id, ",");
            char name[128] = "";
            memcpy(name, id, n < sizeof name ? n : 0);
            add_org(&orgs, book_org(taking->book, name));
            id += n + (id[n] == ',');
        }
        add_org(&orgs, form->org);
    }
    return orgs;
}

/* The latest day, not after the day asked for, of a figure of this goal: in the book, or on its
 * way. */
static struct date latest(const struct taking *taking, int32_t org, int32_t indicator) {
    struct date day = {0};
    const struct figures *figures = &taking->book->figures;
    for (size_t i = 0; i < figures_count(figures); i++) {
        const struct packed_figure *figure = &figures->packed[i];
        if (figure->org == org && figure->indicator == indicator &&
            packed_kind(figure) != FIGURE_ESTIMATE && date_cmp(packed_date(figure), day) > 0 &&
            date_cmp(packed_date(figure), taking->asked) <= 0) {
            day = packed_date(figure);
        }
    }
    for (ptrdiff_t i = 0; i < arrlen(taking->changes); i++) {
        const struct take_change *change = &taking->changes[i];
        if (change->org == org && change->indicator == indicator && change->fresh[0] != '\0' &&
            strcmp(change->key, "actual") == 0 && date_cmp(change->date, day) > 0 &&
            date_cmp(change->date, taking->asked) <= 0) {
            day = change->date;
        }
    }
    return day;
}

/* The goals of a form whose figures are not of the day asked for. */
static void add_late(const struct taking *taking, const struct take_form *form,
                     struct take_late **late) {
    for (ptrdiff_t i = 0; i < arrlen(form->answers); i++) {
        const struct take_answer *answer = &form->answers[i];
        struct take_late made = {form->org, answer->indicator, {0}};
        if (strcmp(answer->key, "actual") != 0) {
            continue;
        }
        made.date = latest(taking, form->org, answer->indicator);
        if (date_cmp(made.date, taking->asked) != 0) {
            arrput(*late, made);
        }
    }
}

/* A form in which somebody wrote, or whose figures the book has by now. */
static bool answers(const struct taking *taking, const struct take_form *form) {
    bool typed = false;
    for (ptrdiff_t i = 0; i < arrlen(form->answers) && !typed; i++) {
        const struct take_answer *answer = &form->answers[i];
        bool figure = strcmp(answer->key, "actual") == 0;
        struct date day = latest(taking, form->org, answer->indicator);
        typed = (figure && answer->text[0] != '\0') || date_cmp(day, taking->asked) == 0;
    }
    return typed;
}

/* Of an organisation whose form is not here: the book has figures of that very day. */
static bool reported(const struct taking *taking, int32_t org) {
    const struct figures *figures = &taking->book->figures;
    for (size_t i = 0; i < figures_count(figures); i++) {
        const struct packed_figure *figure = &figures->packed[i];
        if (figure->org == org && packed_kind(figure) == FIGURE_LEVEL &&
            date_cmp(packed_date(figure), taking->asked) == 0) {
            return true;
        }
    }
    return false;
}

bool take_answered(const struct taking *taking, struct take_answered *answered) {
    *answered = (struct take_answered){.asked = taking->asked};
    if (arrlen(taking->forms) == 0) {
        return false;
    }
    int32_t *answering = NULL;
    for (ptrdiff_t i = 0; i < arrlen(taking->forms); i++) {
        const struct take_form *form = &taking->forms[i];
        if (!form->refused && form->org != NONE && answers(taking, form)) {
            add_org(&answering, form->org);
            add_late(taking, form, &answered->late);
        }
    }
    answered->sent = sent_to(taking);
    for (ptrdiff_t i = 0; i < arrlen(answered->sent); i++) {
        int32_t org = answered->sent[i];
        if (!has(answering, org) && !reported(taking, org)) {
            arrput(answered->missing, org);
        }
    }
    arrfree(answering);
    return true;
}

void take_answered_clear(struct take_answered *answered) {
    arrfree(answered->sent);
    arrfree(answered->missing);
    arrfree(answered->late);
}
