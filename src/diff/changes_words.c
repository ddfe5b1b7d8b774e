/* SPDX-License-Identifier: MIT */
#include "changes_words.h"

#include <assert.h>
#include <string.h>

#include "label.h"
#include "mem.h"
#include "message.h"
#include "printing.h"

/* clang-format off */
static const char *const words[][LANG_COUNT] = {
    [CHANGES_TITLE] = {"So với kỳ trước: {0} → {1}", "Since the last meeting: {0} → {1}"},
    [CHANGES_COUNT] = {"{0} dòng, {1} thay đổi: {2}", "{0} rows, {1} changed: {2}"},
    [CHANGES_NONE] = {"{0} dòng, không dòng nào thay đổi.", "{0} rows, none changed."},
    [CHANGES_BLIND] = {"Kỳ trước nêu bằng ngày nên lấy từ chính bộ dữ liệu này: số nào đã bị sửa lại thì không thấy được. "
                       "Muốn thấy, so với thư mục cũ hoặc tệp JSON mà status đã ghi.",
                       "The last meeting is given as a day, so it is taken from this book itself: figures that were corrected "
                       "since cannot be seen. Give the old folder, or the JSON that status wrote, to see them."},
    [CHANGES_BROKEN] = {"Các dòng trong tệp cũ không khớp dấu kiểm {0}: tệp đã bị sửa sau khi ghi, hoặc đã xếp lại bằng --sort.",
                        "The rows of the old file do not match its seal {0}: it was edited, or written with --sort."},
    [CHANGES_NO_SEAL] = {"Tệp cũ không có dấu kiểm.", "The old file has no seal."},
    [CHANGES_SEALS] = {"Dấu kiểm: {0} → {1}", "Seal: {0} → {1}"},
    [CHANGES_FOLDED] = {"{0} dòng", "{0} rows"},
    [CHANGES_MORE] = {"… còn {0} dòng: --all xem hết, --org xem một đơn vị.",
                      "… {0} rows more: --all lists them, --org those of one organisation."},
    [CHANGES_ALSO] = {"{0}; cũng: {1}", "{0}; also: {1}"},
    [CHANGES_SINCE] = {"số {0} sửa từ {1} thành {2}", "figure of {0} corrected from {1} to {2}"},
    [CHANGES_WAS_TARGET] = {"kế hoạch {0} thành {1}", "target {0} became {1}"},
    [CHANGES_HEAD_ORG] = {"Đơn vị", "Organisation"},
    [CHANGES_HEAD_NAME] = {"Chỉ tiêu", "Goal"},
    [CHANGES_HEAD_OLD] = {"Kỳ trước", "Before"},
    [CHANGES_HEAD_NEW] = {"Kỳ này", "Now"},
    [CHANGES_HEAD_VERDICT] = {"Đánh giá", "Status"},
    [CHANGES_HEAD_CAUSE] = {"Vì sao", "Why"},
    [CHANGES_HEAD_STATUS] = {"Dòng theo đánh giá", "Rows by status"},
    [CHANGES_HEAD_BEFORE] = {"Trước", "Before"},
    [CHANGES_HEAD_AFTER] = {"Nay", "Now"},
    [CHANGES_SUMS] = {"Số dòng trước và nay, thêm bớt theo nguyên nhân:",
                      "Rows before and now, and what each cause added or took:"},
    [CHANGES_ROWS] = {"Cộng", "All"},
    [CHANGES_SHEET] = {"So với kỳ trước", "Since last meeting"},
    [CHANGES_HEAD_UNIT] = {"ĐVT", "Unit"},
    [CHANGES_HEAD_OLD_VERDICT] = {"Đánh giá kỳ trước", "Status then"},
    [CHANGES_HEAD_NEW_VERDICT] = {"Đánh giá kỳ này", "Status now"},
    [CHANGES_FOLLOWS] = {"Số, đánh giá kỳ này và mũi tên đi theo số gõ ở trang Nhập số; thứ tự, vì sao và phép cộng dưới cùng là của lúc xuất.",
                         "This figure, its status and the arrow follow what is typed; the order, the causes and the sums below are those of the export."},
    [CHANGES_TYPED] = {"số gõ sau khi xuất", "typed after the export"},
    [CHANGES_DAY] = {"ngày {0}", "{0}"},
    [CHANGES_BOOK] = {"bộ dữ liệu hiện nay", "the book as it is"},
};
static_assert(sizeof words / sizeof *words == CHANGES_WORD_COUNT, "words for each");

static const struct cause_words {
    const char *label[LANG_COUNT];
    const char *head[LANG_COUNT];
} cause_rows[] = {
    [CAUSE_NEW] = {{"chỉ tiêu mới", "new goal"}, {"Chỉ tiêu mới", "New goal"}},
    [CAUSE_GONE] = {{"chỉ tiêu rút", "withdrawn"}, {"Chỉ tiêu rút", "Withdrawn"}},
    [CAUSE_EDGES] = {{"đổi ngưỡng", "edges changed"}, {"Đổi ngưỡng", "Edges"}},
    [CAUSE_OVERRIDE] = {{"sửa tay", "set by hand"}, {"Sửa tay", "By hand"}},
    [CAUSE_TARGET] = {{"sửa kế hoạch", "target revised"}, {"Sửa kế hoạch", "Target"}},
    [CAUSE_CORRECTED] = {{"sửa số cũ", "figure corrected"}, {"Sửa số cũ", "Corrected"}},
    [CAUSE_LATE] = {{"đơn vị nộp muộn đã có số", "late member arrived"}, {"Nộp muộn", "Late"}},
    [CAUSE_FIGURE] = {{"số mới", "new figure"}, {"Số mới", "New figure"}},
    [CAUSE_DAY] = {{"chỉ do thời gian", "only time"}, {"Thời gian", "Time"}},
};
static_assert(sizeof cause_rows / sizeof *cause_rows == CAUSE_COUNT, "words for each");

static const struct move_words {
    const char *arrow;
    const char *label[LANG_COUNT];
    const char *word[LANG_COUNT];
} move_rows[] = {
    [MOVE_FELL] = {"▼", {"Đánh giá xuống", "Verdict fell"}, {"xuống", "fell"}},
    [MOVE_ROSE] = {"▲", {"Đánh giá lên", "Verdict rose"}, {"lên", "rose"}},
    [MOVE_NEW] = {"+", {"Mới có", "New"}, {"mới có", "new"}},
    [MOVE_GONE] = {"–", {"Đã rút", "Withdrawn"}, {"đã rút", "withdrawn"}},
    [MOVE_FIGURE] = {"●", {"Số thay đổi, đánh giá như cũ", "Figure moved, same verdict"}, {"chỉ đổi số", "figure only"}},
    [MOVE_TIME] = {"·", {"Chỉ do thời gian", "Only time"}, {"chỉ do thời gian", "only time"}},
};
static_assert(sizeof move_rows / sizeof *move_rows == MOVE_COUNT, "words for each");
/* clang-format on */

const char *changes_word(enum changes_word word, enum language lang) {
    return words[word][lang];
}

void changes_say(struct buffer *out, enum changes_word word, enum language lang,
                 const char *const args[4]) {
    message_fill(out, words[word][lang], args, lang);
}

const char *cause_label(enum cause cause, enum language lang) {
    return cause_rows[cause].label[lang];
}

const char *cause_head(enum cause cause, enum language lang) {
    return cause_rows[cause].head[lang];
}

const char *move_label(enum move move, enum language lang) {
    return move_rows[move].label[lang];
}

const char *move_word(enum move move, enum language lang) {
    return move_rows[move].word[lang];
}

const char *move_arrow(enum move move) {
    return move_rows[move].arrow;
}

void change_cause_put(struct buffer *out, const struct change *change, enum language lang) {
    struct buffer others = {0};
    for (enum cause cause = 0; cause < CAUSE_COUNT; cause++) {
        if ((change->also & 1U << cause) != 0) {
            buffer_text(&others, arrlen(others.text) > 0 ? ", " : "");
            buffer_text(&others, cause_label(cause, lang));
        }
    }
    buffer_put(&others, "", 1);
    if (change->also != 0) {
        CHANGES_SAY(out, CHANGES_ALSO, lang, cause_label(change->cause, lang), others.text);
    } else {
        buffer_text(out, cause_label(change->cause, lang));
    }
    buffer_clear(&others);
}

void change_details_put(struct buffer *out, const struct change *change, enum language lang) {
    const struct snapshot_row *old = change->old;
    const struct snapshot_row *then = change->then != NULL ? change->then : change->new;
    unsigned causes = change->also | 1U << change->cause;
    if (old == NULL || then == NULL) {
        return;
    }
    bool late = (causes & 1U << CAUSE_LATE) != 0; /* more than a correction is in the number */
    if ((causes & 1U << CAUSE_CORRECTED) != 0 && !late &&
        strcmp(old->actual_text, then->actual_text) != 0) {
        char date[DATE_TEXT];
        const char *now = then->actual_text[0] != '\0' ? then->actual_text : "–";
        CHANGES_SAY(out, CHANGES_SINCE, lang, print_date(old->date, lang, date), old->actual_text,
                    now);
    }
    if ((causes & 1U << CAUSE_TARGET) != 0 &&
        strcmp(old->target_text, change->new->target_text) != 0) {
        buffer_text(out, arrlen(out->text) > 0 ? "; " : "");
        CHANGES_SAY(out, CHANGES_WAS_TARGET, lang, old->target_text, change->new->target_text);
    }
}
