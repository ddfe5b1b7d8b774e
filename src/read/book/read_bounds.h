/* SPDX-License-Identifier: MIT */
/*
 * What a target demands: the keys at_least .. done, shared by targets and their revisions.
 */
#ifndef TIENDO_READ_BOUNDS_H
#define TIENDO_READ_BOUNDS_H

#include "sections.h"

/* The fields of a target and of a revision begin with these. */
enum bound_field {
    BOUND_AT_LEAST,
    BOUND_MORE_THAN,
    BOUND_AT_MOST,
    BOUND_LESS_THAN,
    BOUND_EXACTLY,
    BOUND_WITHIN,
    BOUND_FROM,
    BOUND_TO,
    BOUND_ABOUT,
    BOUND_TOLERANCE,
    BOUND_GROW_BY,
    BOUND_BASE,
    BOUND_DONE,
    BOUND_FIELD_COUNT
};

/* The key by which a file states a kind of target; a range: BOUND_FROM, which needs BOUND_TO. */
enum bound_field bounds_head(enum target_kind kind);

/* What these keys have to do with each other; a target's and a revision's own rules follow. */
enum bound_rule { BOUND_HEAD, BOUND_FROM_TO, BOUND_TO_FROM, BOUND_TOLERATED, BOUND_RULE_COUNT };

extern const struct rule bound_rules[];

/* Their rows; the record has a `bool done`. */
#define BOUND_ROWS(record)                                                                                     \
    [BOUND_AT_LEAST] = {KEY_AT_LEAST, "ít nhất|tối thiểu|min", FIELD_QUANTITY, SHAPE_ONE,                      \
                        .help = {"Ít nhất bằng này.", "At least this much."}},                                 \
    [BOUND_MORE_THAN] = {KEY_MORE_THAN, "trên|hơn|vượt", FIELD_QUANTITY, SHAPE_ONE,                            \
                         .help = {"Trên mức này; đúng bằng là chưa đạt.",                                      \
                                  "More than this; hitting it is a miss."}},                                   \
    [BOUND_AT_MOST] = {KEY_AT_MOST, "nhiều nhất|tối đa|không quá|max", FIELD_QUANTITY, SHAPE_ONE,              \
                       .help = {"Nhiều nhất bằng này.", "At most this much."}},                                \
    [BOUND_LESS_THAN] = {KEY_LESS_THAN, "dưới", FIELD_QUANTITY, SHAPE_ONE,                                     \
                         .help = {"Dưới mức này; đúng bằng là chưa đạt.",                                      \
                                  "Less than this; hitting it is a miss."}},                                   \
    [BOUND_EXACTLY] = {KEY_EXACTLY, "đúng|đúng bằng", FIELD_QUANTITY, SHAPE_ONE,                               \
                       .help = {"Đúng bằng số này.", "Exactly this much."}},                                   \
    [BOUND_WITHIN] =                                                                                           \
        {KEY_WITHIN,                                                                                           \
         "trong khoảng",                                                                                       \
         FIELD_QUANTITY,                                                                                       \
         SHAPE_LIST,                                                                                           \
         .items = 2,                                                                                           \
         .help = {"[a, b]: phải nằm trong khoảng này.", "[a, b]: has to stay inside."}},                       \
    [BOUND_FROM] = {"from", "từ", FIELD_QUANTITY, SHAPE_ONE,                                                   \
                    .help = {"Mức dưới của “từ … đến …”; đi cùng to.",                                         \
                             "Lower end of a range; goes with to."}},                                          \
    [BOUND_TO] = {"to", "đến", FIELD_QUANTITY, SHAPE_ONE,                                                      \
                  .help = {"Mức trên của “từ … đến …”; đi cùng from.",                                         \
                           "Upper end of a range; goes with from."}},                                          \
    [BOUND_ABOUT] = {KEY_ABOUT, "khoảng|xấp xỉ", FIELD_QUANTITY, SHAPE_ONE,                                    \
                     .help = {"Khoảng số này; thêm tolerance nếu cho xê dịch.",                                \
                              "About this much; tolerance says how far off."}},                                \
    [BOUND_TOLERANCE] = {"tolerance",                                                                          \
                         "xê dịch|sai số",                                                                     \
                         FIELD_TOLERANCE,                                                                      \
                         SHAPE_ONE,                                                                            \
                         .sign = SIGN_NOT_NEGATIVE,                                                            \
                         .help = {"Được xê dịch bao nhiêu quanh about: 5% của số đó, hay một " \
                                  "lượng theo đơn vị.",                                                        \
                                  "How far about may be missed: 5% of it, or a quantity."}},                   \
    [BOUND_GROW_BY] = {"grow_by", "tăng|tăng thêm", FIELD_PERCENT, SHAPE_ONE,                                  \
                       .help = {"Tăng bao nhiêu phần trăm so với năm trước (hay so với base).",                \
                                "Growth in percent over last year (or over base)."}},                          \
    [BOUND_BASE] = {"base", "số gốc|gốc", FIELD_QUANTITY, SHAPE_ONE,                                           \
                    .help = {"Số gốc, khi không lấy số năm trước.",                                            \
                             "The base, when it is not last year's figure."}},                                 \
    [BOUND_DONE] = {KEY_DONE,                                                                                  \
                    "xong|hoàn thành",                                                                         \
                    FIELD_YES,                                                                                 \
                    SHAPE_ONE,                                                                                 \
                    .into = INTO(record, done),                                                                \
                    .help = {"true: việc phải làm xong.", "true: has to be done."}}

/* The bounds that a mapping states; node is the mapping, found its fields, done its value;
 * misspelt: it has an unknown key, so that a missing one is not reported. False when they
 * cannot be understood, with a finding unless fields_read() had one. */
bool bounds_read(struct loader *loader, const struct indicator *indicator, const struct node *node,
                 const struct node *const found[], bool done, bool misspelt, struct bounds *out);

/* The bounds that a plain scalar states: a number, or yes for a kind that is done or not. */
bool bounds_read_plain(struct loader *loader, const struct indicator *indicator,
                       const struct node *node, struct bounds *out);

#endif
