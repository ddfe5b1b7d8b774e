/* SPDX-License-Identifier: MIT */
#include "members.h"

#include "mem.h"

static bool ended(const struct org *org, struct date day) {
    return date_known(org->to) && date_cmp(org->to, day) < 0;
}

static bool exists(const struct org *org, struct date day) {
    return !ended(org, day) && (!date_known(org->from) || date_cmp(org->from, day) <= 0);
}

static const int32_t *heirs_of(const struct ledger *ledger, int32_t group) {
    return ledger->heirs != NULL ? ledger->heirs[group] : NULL;
}

size_t members_possible(const struct ledger *ledger, int32_t group) {
    const int32_t *heirs = heirs_of(ledger, group);
    return arrlenu(ledger->book->orgs[group].members) + arrlenu(heirs);
}

int32_t members_at(const struct ledger *ledger, int32_t group, size_t place) {
    const int32_t *named = ledger->book->orgs[group].members;
    size_t n = arrlenu(named);
    return place < n ? named[place] : heirs_of(ledger, group)[place - n];
}

/* One of its predecessors is named by the group and has ended before the day. */
static bool inherits(const struct ledger *ledger, int32_t group, const struct org *heir,
                     struct date day) {
    bool found = false;
    effort_spend(ledger->effort, arrlenu(heir->predecessors) / COMPARED_A_STEP);
    for (ptrdiff_t p = 0; !found && p < arrlen(heir->predecessors); p++) {
        int32_t before = heir->predecessors[p];
        found = ended(&ledger->book->orgs[before], day) && ledger_names(ledger, group, before);
    }
    return found;
}

bool members_hold(const struct ledger *ledger, int32_t group, size_t place, struct date day) {
    const struct book *book = ledger->book;
    const struct org *org = &book->orgs[members_at(ledger, group, place)];
    bool named = place < arrlenu(book->orgs[group].members);
    return exists(org, day) && (named || inherits(ledger, group, org, day));
}

bool member_exists(const struct ledger *ledger, int32_t org, struct date day) {
    return exists(&ledger->book->orgs[org], day);
}

bool members_have(const struct ledger *ledger, int32_t group, int32_t org, struct date day) {
    const struct org *member = &ledger->book->orgs[org];
    return exists(member, day) &&
           (ledger_names(ledger, group, org) || inherits(ledger, group, member, day));
}

int members_count(const struct ledger *ledger, int32_t group, struct date day) {
    const struct org *org = &ledger->book->orgs[group];
    int n = org->members_total - (int)arrlen(org->members);
    for (size_t i = 0; i < members_possible(ledger, group); i++) {
        n += members_hold(ledger, group, i, day);
    }
    return n;
}

void members_joined(const struct ledger *ledger, int32_t group, struct date day,
                    struct joined_member **joined) {
    const struct book *book = ledger->book;
    const int32_t *named = book->orgs[group].members;
    for (ptrdiff_t i = 0; i < arrlen(named); i++) {
        if (!ended(&book->orgs[named[i]], day)) {
            continue;
        }
        struct joined_member one = {named[i], NONE};
        const int32_t *into = ledger->successors != NULL ? ledger->successors[named[i]] : NULL;
        for (ptrdiff_t s = 0; one.into == NONE && s < arrlen(into); s++) {
            one.into = exists(&book->orgs[into[s]], day) ? into[s] : NONE;
        }
        arrput(*joined, one);
    }
}
