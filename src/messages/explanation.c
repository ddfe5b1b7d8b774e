#include "explanation.h"

#include <stdlib.h>
#include <string.h>

#include "explanation_table.h"
#include "text.h"

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

const struct explanation *explanation_of(enum message_code code) {
    int row = (int)code;
    if (row < (int)MSG_UNKNOWN_KEY) {
        return &explanations_of_text[row];
    }
    if (row < (int)MSG_NOT_A_NUMBER) {
        return &explanations_of_shape[row - (int)MSG_UNKNOWN_KEY];
    }
    if (row < (int)MSG_UNKNOWN_INDICATOR) {
        return &explanations_of_values[row - (int)MSG_NOT_A_NUMBER];
    }
    return &explanations_of_book[row - (int)MSG_UNKNOWN_INDICATOR];
}

const char *explanation_frame(void) {
    return frame;
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

const char *explanation_nearest(const char *id) {
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
