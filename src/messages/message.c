/* SPDX-License-Identifier: MIT */
#include "message.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "message_table.h"
#include "printing.h"
#include "text.h"

enum { WORDS = 4 };

/* The tables, by the first code of their series. */
static const struct {
    enum message_code first;
    const struct message *rows;
} series[] = {
    {MSG_NOT_UTF8, messages_of_text},
    {MSG_UNKNOWN_KEY, messages_of_shape},
    {MSG_NOT_A_NUMBER, messages_of_numbers},
    {MSG_BAD_DATE, messages_of_dates},
    {MSG_UNKNOWN_INDICATOR, messages_of_references},
    {MSG_PARTS_ABOVE, messages_of_figures},
    {MSG_CLAIM_DIFFERS, messages_of_claims},
    {MSG_THOUSAND_BASE, messages_of_slips},
    {MSG_PARTS_SHORT, messages_of_sums},
    {MSG_NO_WORKBOOK, messages_of_workbooks},
};

static const char frame[] =
    "orgs:\n"
    "  bac-ninh: {name: Tỉnh Bắc Ninh}\n"
    "  yen-bai: {name: Tỉnh Yên Bái}\n"
    "  son-la: {name: Tỉnh Sơn La}\n"
    "  tay-bac: {name: Cụm Tây Bắc, members: [yen-bai, son-la]}\n"
    "indicators:\n"
    "  htx_new: {name: HTX thành lập mới, unit: HTX, kind: flow}\n"
    "  htx_new_agri: {name: HTX nông nghiệp mới, unit: HTX, kind: flow, part_of: htx_new}\n"
    "  htx_closed: {name: HTX giải thể, unit: HTX, kind: flow}\n"
    "  htx_total: {name: Tổng số HTX, unit: HTX, kind: stock, balance: {plus: htx_new, minus: "
    "htx_closed}}\n"
    "  good_share: {name: Tỷ lệ HTX khá, unit: \"%\", kind: share}\n"
    "  income: {name: Thu nhập thành viên, unit: triệu đồng/năm, kind: average}\n"
    "  plan_issued: {name: Ban hành kế hoạch năm, kind: done}\n"
    "edges: {slipping: 90%}\n";

const struct message *message_of(enum message_code code) {
    size_t at = sizeof series / sizeof *series - 1;
    while (series[at].first > code) {
        at--;
    }
    return &series[at].rows[code - series[at].first];
}

static bool same_id(const char *a, const char *b) {
    bool letter = a[0] == b[0] || (a[0] | 0x20) == (b[0] | 0x20);
    return letter && a[0] != '\0' && strcmp(a + 1, b + 1) == 0;
}

enum message_code message_by_id(const char *id) {
    unsigned code = 0;
    while (code < MESSAGE_COUNT && !same_id(message_of((enum message_code)code)->id, id)) {
        code++;
    }
    return (enum message_code)code;
}

/* 202 of T202 or t202; -1 when the id is not made like that. */
static int number_of(const char *id) {
    bool code = (id[0] | 0x20) == 't' && strlen(id) == 4 && strspn(id + 1, "0123456789") == 3;
    return code ? (id[1] - '0') * 100 + (id[2] - '0') * 10 + (id[3] - '0') : -1;
}

static const char *nearest_number(int number, const char *const ids[MESSAGE_COUNT]) {
    int nearest = 0;
    for (int i = 1; i < MESSAGE_COUNT; i++) {
        if (abs(number_of(ids[i]) - number) < abs(number_of(ids[nearest]) - number)) {
            nearest = i;
        }
    }
    return ids[nearest];
}

const char *message_nearest(const char *id) {
    const char *ids[MESSAGE_COUNT];
    for (int i = 0; i < MESSAGE_COUNT; i++) {
        ids[i] = message_of((enum message_code)i)->id;
    }
    if (number_of(id) >= 0) {
        return nearest_number(number_of(id), ids);
    }
    size_t length = strlen(id);
    int near = text_valid_prefix(id, length) == length ? text_nearest(id, ids, MESSAGE_COUNT) : -1;
    return near >= 0 ? ids[near] : NULL;
}

const char *message_frame(void) {
    return frame;
}

/* Puts a word with each plain number in it (1234.5) as people write it. */
static void put_figures(struct buffer *out, const char *word, enum language lang) {
    enum { LONGEST = 64 };
    while (*word != '\0') {
        char plain[LONGEST];
        char printed[PRINTED_TEXT];
        size_t other = strcspn(word, "0123456789");
        size_t n = strspn(word + other, "0123456789.");
        buffer_put(out, word, other);
        if (n < LONGEST) {
            memcpy(plain, word + other, n);
            plain[n] = '\0';
            buffer_text(out, print_number(plain, lang, printed));
        } else {
            buffer_put(out, word + other, n);
        }
        word += other + n;
    }
}

void message_fill(struct buffer *out, const char *text, const char *const words[4],
                  enum language lang) {
    while (*text != '\0') {
        size_t plain = strcspn(text, "{");
        buffer_put(out, text, plain);
        text += plain;
        bool place = text[0] == '{' && text[1] >= '0' && text[1] < '0' + WORDS;
        bool figure = place && text[2] == '#' && text[3] == '}';
        if (figure || (place && text[2] == '}')) {
            const char *word = words[text[1] - '0'] != NULL ? words[text[1] - '0'] : "";
            if (figure) {
                put_figures(out, word, lang);
            } else {
                buffer_text(out, word);
            }
            text += figure ? 4 : 3;
        } else if (text[0] == '{') {
            buffer_put(out, text, 1);
            text++;
        }
    }
}
