/* SPDX-License-Identifier: MIT */
/*
 * Who is a member of a group on a day (docs/QUY-TAC.md section 6): those that it names and that
 * exist on the day, and what those that have ended were merged into, each once.
 */
#ifndef TIENDO_MEMBERS_H
#define TIENDO_MEMBERS_H

#include "ledger.h"

/* How many may ever be members, and the one at a place among them: first those named, as written.
 */
size_t members_possible(const struct ledger *ledger, int32_t group);
int32_t members_at(const struct ledger *ledger, int32_t group, size_t place);

/* Whether the one at that place is a member on the day. */
bool members_hold(const struct ledger *ledger, int32_t group, size_t place, struct date day);

/* The same of one that the group names: then it is enough that it exists. */
bool member_exists(const struct ledger *ledger, int32_t org, struct date day);

/* The same of an organisation that may have no place at all. */
bool members_have(const struct ledger *ledger, int32_t group, int32_t org, struct date day);

/* n: those, and the ones that are only counted. */
int members_count(const struct ledger *ledger, int32_t group, struct date day);

/* Appends who has ended before the day, and what it was merged into. */
void members_joined(const struct ledger *ledger, int32_t group, struct date day,
                    struct joined_member **joined);

#endif
