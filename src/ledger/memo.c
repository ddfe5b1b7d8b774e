/* SPDX-License-Identifier: MIT */
#include "memo.h"

#include <string.h>

#include "mem.h"

struct remembered {
    struct memo_key key;
    struct reading value;
    struct reading *against; /* or NULL: few answers have one */
    struct date *days;
};

/* Open addressing: a slot is the number of an answer, from 1; 0 is free. */
struct memo {
    struct remembered *all; /* stb_ds array, as they were put */
    uint32_t *slots;
    size_t size;    /* of slots, a power of 2 */
    size_t held;    /* about so many bytes of answers */
    size_t at_rest; /* so many may stay between two organisations */
};

enum { FIRST_SIZE = 16, MOST_HELD = 8 << 20, MOST_AT_REST = 6 << 20 };

struct memo *memo_make(void) {
    struct memo *memo = mem_alloc(sizeof *memo);
    memo->at_rest = MOST_AT_REST;
    return memo;
}

void memo_forget(struct memo *memo) {
    for (size_t i = 0; i < arrlenu(memo->all); i++) {
        reading_clear(&memo->all[i].value);
        if (memo->all[i].against != NULL) {
            reading_clear(memo->all[i].against);
            mem_free(memo->all[i].against);
        }
        arrfree(memo->all[i].days);
    }
    arrfree(memo->all);
    mem_free(memo->slots);
    *memo = (struct memo){.at_rest = memo->at_rest};
}

void memo_share(struct memo *memo, size_t memories) {
    memo->at_rest = MOST_AT_REST / memories;
}

void memo_free(struct memo *memo) {
    if (memo != NULL) {
        memo_forget(memo);
        mem_free(memo);
    }
}

void memo_rest(struct memo *memo) {
    if (memo->held > memo->at_rest) {
        memo_forget(memo);
    }
}

struct memo_key memo_key(int32_t org, const struct question *q, enum memo_kind kind) {
    return (struct memo_key){
        .org = org,
        .indicator = q->indicator,
        .year = q->year,
        .kind = (uint32_t)kind << 2 | (uint32_t)q->past << 1 | (uint32_t)q->part,
        .first = date_pack(q->window.first),
        .last = date_pack(q->window.last),
        .as_of = date_pack(q->as_of),
        .members_on = date_pack(q->members_on),
        .earliest = date_pack(q->earliest),
    };
}

static size_t hash_of(const struct memo_key *key) {
    uint32_t words[sizeof *key / sizeof(uint32_t)];
    uint64_t hash = UINT64_C(14695981039346656037);
    memcpy(words, key, sizeof words);
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        hash = (hash ^ words[i]) * UINT64_C(1099511628211);
        hash ^= hash >> 32;
    }
    return (size_t)hash;
}

/* Where the key stands, or would. */
static size_t slot_of(const struct memo *memo, const struct memo_key *key) {
    size_t at = hash_of(key) & (memo->size - 1);
    while (memo->slots[at] != 0 &&
           memcmp(&memo->all[memo->slots[at] - 1].key, key, sizeof *key) != 0) {
        at = (at + 1) & (memo->size - 1);
    }
    return at;
}

/* Half of the slots are always free. */
static void make_room(struct memo *memo) {
    if ((arrlenu(memo->all) + 1) * 2 <= memo->size) {
        return;
    }
    memo->size = memo->size > 0 ? memo->size * 2 : FIRST_SIZE;
    mem_free(memo->slots);
    memo->slots = mem_alloc(memo->size * sizeof *memo->slots);
    for (size_t i = 0; i < arrlenu(memo->all); i++) {
        memo->slots[slot_of(memo, &memo->all[i].key)] = (uint32_t)i + 1;
    }
}

/* ---- copies ---- */

static struct reading copy_of(const struct reading *reading) {
    struct reading copy = *reading;
    copy.absent = (struct absent){0};
    absent_append(&copy.absent, &reading->absent);
    return copy;
}

static size_t size_of(const struct reading *reading) {
    const struct absent *absent = &reading->absent;
    return arrlenu(absent->missing) * sizeof *absent->missing +
           arrlenu(absent->late) * sizeof *absent->late +
           arrlenu(absent->joined) * sizeof *absent->joined;
}

bool memo_get(const struct memo *memo, const struct memo_key *key, struct reading *value,
              struct reading *against) {
    if (memo == NULL || memo->size == 0) {
        return false;
    }
    uint32_t number = memo->slots[slot_of(memo, key)];
    if (number != 0) {
        *value = copy_of(&memo->all[number - 1].value);
        if (against != NULL) {
            *against = copy_of(memo->all[number - 1].against);
        }
    }
    return number != 0;
}

/* Makes room for one more, whose key is not there; its number. */
static uint32_t add(struct memo *memo, const struct memo_key *key, size_t size) {
    if (memo->held > MOST_HELD) {
        memo_forget(memo);
    }
    memo->held += sizeof(struct remembered) + size;
    make_room(memo);
    struct remembered one = {.key = *key};
    size_t at = slot_of(memo, key);
    arrput(memo->all, one);
    memo->slots[at] = (uint32_t)arrlen(memo->all);
    return memo->slots[at];
}

void memo_put(struct memo *memo, const struct memo_key *key, const struct reading *value,
              const struct reading *against) {
    if (memo != NULL) {
        size_t beside = against != NULL ? sizeof *against + size_of(against) : 0;
        uint32_t number = add(memo, key, size_of(value) + beside);
        struct remembered *one = &memo->all[number - 1];
        one->value = copy_of(value);
        if (against != NULL) {
            one->against = mem_alloc(sizeof *against);
            *one->against = copy_of(against);
        }
    }
}

bool memo_days(const struct memo *memo, const struct memo_key *key, const struct date **days) {
    uint32_t number = memo->size > 0 ? memo->slots[slot_of(memo, key)] : 0;
    *days = number != 0 ? memo->all[number - 1].days : NULL;
    return number != 0;
}

const struct date *memo_put_days(struct memo *memo, const struct memo_key *key, struct date *days) {
    uint32_t number = memo->size > 0 ? memo->slots[slot_of(memo, key)] : 0;
    size_t size = arrlenu(days) * sizeof *days;
    if (number == 0) {
        number = add(memo, key, size);
    } else {
        memo->held += size;
        arrfree(memo->all[number - 1].days);
    }
    memo->all[number - 1].days = days;
    return days;
}
