/* SPDX-License-Identifier: MIT */
#include "label.h"

#include <assert.h>
#include <stddef.h>
#include <string.h>

#define COUNT_OF(array) (sizeof(array) / sizeof(array)[0])

/* How one status reads. */
struct status_words {
    enum status_form form;
    const char *label[LANG_COUNT];   /* standing alone */
    const char *word[LANG_COUNT];    /* after a count */
    const char *meaning[LANG_COUNT]; /* explained in a note */
};

static const struct status_words statuses[] = {
    [STATUS_NONE] = {FORM_UNKNOWN, {"", ""}, {"", ""}, {"", ""}},
    [STATUS_EXCEEDED] = {FORM_DONE,
                         {"Vượt", "Exceeded"},
                         {"vượt", "exceeded"},
                         {"hơn kế hoạch", "beyond the target"}},
    [STATUS_MET] = {FORM_DONE,
                    {"Đạt", "Met"},
                    {"đạt", "met"},
                    {"đủ kế hoạch", "the target is reached"}},
    [STATUS_WITHIN] = {FORM_WELL,
                       {"Đang trong ngưỡng", "Within bounds"},
                       {"đang trong ngưỡng", "within bounds"},
                       {"đang ở trong mức cho phép, năm còn chạy",
                        "inside the bounds, the year still runs"}},
    [STATUS_ON_TRACK] = {FORM_WELL,
                         {"Đúng tiến độ", "On track"},
                         {"đúng tiến độ", "on track"},
                         {"từ mức phải đạt đến nay trở lên",
                          "at what is expected by now or above"}},
    [STATUS_NOT_YET] = {FORM_RUNNING,
                        {"Đang thực hiện", "In progress"},
                        {"đang thực hiện", "in progress"},
                        {"năm còn chạy, chưa có gì cho thấy không đạt",
                         "the year still runs, and nothing says that it goes wrong"}},
    [STATUS_NOT_DUE] = {FORM_UNKNOWN,
                        {"Chưa đến kỳ đánh giá", "Not yet due"},
                        {"chưa đến kỳ đánh giá", "not yet due"},
                        {"chỉ đo vào một ngày trong năm, ngày ấy chưa đến",
                         "measured on one day of the year, which has not come"}},
    [STATUS_SLIPPING] = {FORM_CARE,
                         {"Hơi chậm", "Slipping"},
                         {"hơi chậm", "slipping"},
                         {"dưới mức phải đạt đến nay, chưa qua ngưỡng chậm",
                          "below what is expected by now, not yet behind"}},
    [STATUS_NO_BASELINE] = {FORM_UNKNOWN,
                            {"Chưa có số gốc", "No baseline"},
                            {"chưa có số gốc", "without a baseline"},
                            {"mục tiêu tăng mà không có số gốc", "growth without a base"}},
    [STATUS_INCOMPLETE] = {FORM_UNKNOWN,
                           {"Chưa đủ số liệu", "Not enough data"},
                           {"chưa đủ số liệu", "without enough data"},
                           {"còn đơn vị chưa có số, phần còn thiếu có thể đổi đánh giá",
                            "members are missing that could change the verdict"}},
    [STATUS_NO_REPORT] = {FORM_UNKNOWN,
                          {"Chưa báo cáo", "Not reported"},
                          {"chưa báo cáo", "not reported"},
                          {"có kế hoạch, chưa có số thực hiện",
                           "a target without an actual figure"}},
    [STATUS_BEHIND] = {FORM_BAD,
                       {"Chậm", "Behind"},
                       {"chậm", "behind"},
                       {"dưới ngưỡng chậm, vượt ngưỡng phải giữ, hoặc xa kế hoạch hơn trước",
                        "below the edge, past a limit, or further from the target than before"}},
    [STATUS_MISSED] = {FORM_BAD,
                       {"Không đạt", "Missed"},
                       {"không đạt", "missed"},
                       {"hết năm không đủ kế hoạch, hoặc đã quá trần",
                        "the year is over without it, or a ceiling is passed"}},
    [STATUS_NO_TARGET] = {FORM_UNKNOWN,
                          {"Không giao kế hoạch", "No target"},
                          {"không giao kế hoạch", "without a target"},
                          {"có số, không giao kế hoạch", "a figure without a target"}},
};
static_assert(COUNT_OF(statuses) == STATUS_COUNT, "a status has no words");

/* How `behind` reads on a ceiling: once it is past, and before. */
static const char *const past_limit[LANG_COUNT] = {"Vượt ngưỡng", "Past the limit"};
static const char *const too_fast[LANG_COUNT] = {"Nhanh quá mức", "Too fast"};

/* What else people call a status: as it reads on a ceiling, and in reports. */
static const struct status_names {
    enum status status;
    const char *name;
} other_names[] = {
    {STATUS_EXCEEDED, "vượt kế hoạch"}, {STATUS_MET, "đạt kế hoạch"},
    {STATUS_MET, "hoàn thành"},         {STATUS_BEHIND, "chậm tiến độ"},
    {STATUS_BEHIND, "vượt ngưỡng"},     {STATUS_BEHIND, "past the limit"},
    {STATUS_BEHIND, "nhanh quá mức"},   {STATUS_BEHIND, "too fast"},
    {STATUS_SLIPPING, "cần chú ý"},     {STATUS_NO_REPORT, "chưa có số liệu"},
};

static const struct estimate_words {
    enum status status;
    const char *label[LANG_COUNT];
} estimates[] = {
    {STATUS_EXCEEDED, {"Ước vượt", "Would exceed"}},
    {STATUS_MET, {"Ước đạt", "Would meet"}},
    {STATUS_MISSED, {"Ước không đạt", "Would miss"}},
};

static const struct form_words {
    const char *symbol;
    const char *label[LANG_COUNT];
} forms[] = {
    [FORM_DONE] = {"■", {"Đạt, vượt", "Met, exceeded"}},
    [FORM_WELL] = {"▲", {"Đúng tiến độ", "On track"}},
    [FORM_RUNNING] = {"□", {"Đang thực hiện", "In progress"}},
    [FORM_CARE] = {"●", {"Cần chú ý", "Needs attention"}},
    [FORM_BAD] = {"▼", {"Chậm, không đạt", "Behind, missed"}},
    [FORM_UNKNOWN] = {"○", {"Chưa đánh giá", "Not judged"}},
};
static_assert(COUNT_OF(forms) == FORM_COUNT, "a form has no words");

/* Why there is no number. */
struct undefined_words {
    const char *label[LANG_COUNT];
    const char *brief[LANG_COUNT]; /* for a narrow column; NULL: the status says it already */
};

static const struct undefined_words undefineds[] = {
    [DEFINED] = {{"", ""}, {NULL, NULL}},
    [UNDEFINED_NO_DATA] = {{"", ""}, {NULL, NULL}},
    [UNDEFINED_NO_TARGET] = {{"không giao kế hoạch", "no target"}, {NULL, NULL}},
    [UNDEFINED_NO_REPORT] = {{"chưa báo cáo", "not reported"}, {NULL, NULL}},
    [UNDEFINED_NO_BASELINE] = {{"chưa có số gốc", "no baseline"}, {NULL, NULL}},
    [UNDEFINED_TARGET_ZERO] = {{"kế hoạch không trên 0", "target not above 0"},
                               {"KH ≤ 0", "target ≤ 0"}},
    [UNDEFINED_NEGATIVE] = {{"thực hiện âm", "actual below 0"}, {"TH âm", "below 0"}},
    [UNDEFINED_EACH] = {{"xét theo từng đơn vị", "judged by each member"}, {NULL, NULL}},
    [UNDEFINED_PARTIAL] = {{"chưa đủ đơn vị", "some members are missing"}, {NULL, NULL}},
    [UNDEFINED_CEILING] = {{"mức trần, không tính phần trăm", "a ceiling has no percentage"},
                           {"mức trần", "ceiling"}},
    [UNDEFINED_KIND] = {{"loại này không tính phần trăm", "no percentage for this kind"},
                        {NULL, NULL}},
    [UNDEFINED_WITHIN] = {{"giữ trong khung", "to stay within"}, {"trong khung", "within"}},
    [UNDEFINED_FLOW] = {{"số phát sinh trong năm", "a flow"}, {NULL, NULL}},
    [UNDEFINED_BASE_IS_TARGET] = {{"số gốc bằng kế hoạch", "baseline is the target"}, {NULL, NULL}},
    [UNDEFINED_BASE_MEETS] = {{"số gốc đã đạt kế hoạch", "the baseline already meets it"},
                              {NULL, NULL}},
    [UNDEFINED_UNPACED] = {{"không tính theo tiến độ", "not paced"}, {NULL, NULL}},
    [UNDEFINED_NOT_BEGUN] = {{"chưa bắt đầu", "not begun"}, {NULL, NULL}},
    [UNDEFINED_MET] = {{"đã đạt", "met"}, {"đã đạt", "met"}},
    [UNDEFINED_NO_TIME] = {{"đã hết thời gian", "no months left"}, {"hết hạn", "over"}},
    [UNDEFINED_BOUNDARY] = {{"đổi địa giới", "boundary changed"}, {"địa giới", "boundary"}},
    [UNDEFINED_LAST_ZERO] = {{"cùng kỳ không trên 0", "last year not above 0"}, {NULL, NULL}},
    [UNDEFINED_OVERFLOW] = {{"", ""}, {NULL, NULL}}, /* a finding says it */
};
static_assert(COUNT_OF(undefineds) == UNDEFINED_COUNT, "a reason has no words");

/* What stands before a target's number. */
static const char *const target_signs[] = {
    [TARGET_AT_LEAST] = "≥",  [TARGET_MORE_THAN] = ">", [TARGET_AT_MOST] = "≤",
    [TARGET_LESS_THAN] = "<", [TARGET_RANGE] = "",      [TARGET_WITHIN] = "",
    [TARGET_ABOUT] = "~",     [TARGET_EXACTLY] = "=",   [TARGET_DONE] = "",
    [TARGET_GROW] = "",
};
static_assert(COUNT_OF(target_signs) == TARGET_KIND_COUNT, "a kind of target has no sign");

/* What stands around it in an official table. */
static const struct around target_around[][LANG_COUNT] = {
    [TARGET_AT_LEAST] = {{"từ", " trở lên"}, {"at least", ""}},
    [TARGET_MORE_THAN] = {{"trên", ""}, {"above", ""}},
    [TARGET_AT_MOST] = {{"không quá", ""}, {"at most", ""}},
    [TARGET_LESS_THAN] = {{"dưới", ""}, {"below", ""}},
    [TARGET_RANGE] = {{"", ""}, {"", ""}},
    [TARGET_WITHIN] = {{"trong", ""}, {"within", ""}},
    [TARGET_ABOUT] = {{"khoảng", ""}, {"about", ""}},
    [TARGET_EXACTLY] = {{"đúng", ""}, {"exactly", ""}},
    [TARGET_DONE] = {{"", ""}, {"", ""}},
    [TARGET_GROW] = {{"", ""}, {"", ""}},
};
static_assert(COUNT_OF(target_around) == TARGET_KIND_COUNT, "a kind of target has no words");

static const char *const hedges[][LANG_COUNT] = {
    [HEDGE_NONE] = {"", ""},
    [HEDGE_MORE_THAN] = {"hơn", "over"},
    [HEDGE_LESS_THAN] = {"dưới", "under"},
    [HEDGE_ABOUT] = {"khoảng", "about"},
};
static_assert(COUNT_OF(hedges) == HEDGE_COUNT, "a hedge has no word");

/* Of a published percentage: "trên 54 %", "khoảng 38 %"; who wrote "gần 70 %" and who wrote "dưới
 * 70 %" both said that it is not reached. */
static const char *const claim_hedges[][LANG_COUNT] = {
    [HEDGE_NONE] = {"", ""},
    [HEDGE_MORE_THAN] = {"trên", "more than"},
    [HEDGE_LESS_THAN] = {"chưa đến", "less than"},
    [HEDGE_ABOUT] = {"khoảng", "about"},
};
static_assert(COUNT_OF(claim_hedges) == HEDGE_COUNT, "a hedge of a claim has no word");

static const char *const verdicts[][LANG_COUNT] = {
    [VERDICT_AGREES] = {"khớp", "agrees"},
    [VERDICT_CUT] = {"khớp nếu cắt bớt, không làm tròn", "agrees if cut, not rounded"},
    [VERDICT_DIFFERS] = {"KHÁC", "DIFFERS"},
    [VERDICT_UNCHECKED] = {"chưa kiểm được", "unchecked"},
    [VERDICT_EQUAL] = {"bằng tổng", "equal"},
    [VERDICT_ABOVE] = {"VƯỢT TỔNG", "ABOVE THE WHOLE"},
    [VERDICT_PARTIAL] = {"một phần", "a part"},
    [VERDICT_SHORT] = {"chưa đủ", "short"},
    [VERDICT_ALLOCATED] = {"đã giao đủ", "allocated"},
    [VERDICT_OVER] = {"giao vượt", "over"},
};
static_assert(COUNT_OF(verdicts) == VERDICT_COUNT, "a verdict has no words");

static const char *const claims[][LANG_COUNT] = {
    [CLAIM_ATTAINMENT] = {"so với kế hoạch", "of the target"},
    [CLAIM_OVER] = {"vượt kế hoạch", "over the target"},
    [CLAIM_TIMES] = {"so với kế hoạch, số lần", "times the target"},
    [CLAIM_OF_LAST_YEAR] = {"so với cùng kỳ", "of the same period last year"},
    [CLAIM_SHARE_OF] = {"tỷ trọng", "share"},
    [CLAIM_GROWTH] = {"tăng so với cùng kỳ (%)", "growth on the same period (%)"},
    [CLAIM_CHANGE] = {"tăng so với cùng kỳ", "change on the same period"},
    [CLAIM_HEADLINE] = {"chỉ tiêu đạt và vượt", "goals met or exceeded"},
};
static_assert(COUNT_OF(claims) == CLAIM_KIND_COUNT, "a claim has no words");

/* A key in words. */
struct key_words {
    const char *key;
    const char *words[LANG_COUNT];
};

static const struct key_words missing_things[] = {
    {"target", {"kế hoạch", "the target"}},
    {"actual", {"số thực hiện", "the actual figure"}},
    {"last_year", {"số cùng kỳ năm trước", "the figure of last year"}},
    {"partial", {"số đủ các đơn vị", "the figures of all members"}},
    {"zero", {"số khác 0 để chia", "a figure other than 0 to divide by"}},
    {"ambiguous_target",
     {"tên kế hoạch được nói đến (có nhiều kế hoạch)",
      "the name of the target meant (there are several)"}},
};

static const struct key_words periods[] = {
    {"H1", {"6 tháng đầu năm", "first half"}},
    {"H2", {"6 tháng cuối năm", "second half"}},
    {"Q1", {"quý I", "Q1"}},
    {"Q2", {"quý II", "Q2"}},
    {"Q3", {"quý III", "Q3"}},
    {"Q4", {"quý IV", "Q4"}},
    {"01", {"tháng 1", "January"}},
    {"02", {"tháng 2", "February"}},
    {"03", {"tháng 3", "March"}},
    {"04", {"tháng 4", "April"}},
    {"05", {"tháng 5", "May"}},
    {"06", {"tháng 6", "June"}},
    {"07", {"tháng 7", "July"}},
    {"08", {"tháng 8", "August"}},
    {"09", {"tháng 9", "September"}},
    {"10", {"tháng 10", "October"}},
    {"11", {"tháng 11", "November"}},
    {"12", {"tháng 12", "December"}},
};

static const char *key_label(const struct key_words words[], size_t n, const char *key,
                             enum language lang) {
    for (size_t i = 0; i < n; i++) {
        if (strcmp(words[i].key, key) == 0) {
            return words[i].words[lang];
        }
    }
    return NULL;
}

enum status_form status_form(enum status status) {
    return statuses[status].form;
}

const char *form_symbol(enum status_form form) {
    return forms[form].symbol;
}

const char *status_symbol(enum status status) {
    return forms[statuses[status].form].symbol;
}

const char *form_label(enum status_form form, enum language lang) {
    return forms[form].label[lang];
}

const char *status_label(enum status status, enum language lang) {
    return statuses[status].label[lang];
}

const char *status_other_name(enum status status, int nth) {
    for (size_t i = 0; i < COUNT_OF(other_names); i++) {
        if (other_names[i].status == status && nth-- == 0) {
            return other_names[i].name;
        }
    }
    return NULL;
}

const char *status_word(enum status status, enum language lang) {
    return statuses[status].word[lang];
}

const char *estimate_label(enum status status, enum language lang) {
    size_t i = 0;
    while (i + 1 < COUNT_OF(estimates) && estimates[i].status != status) {
        i++;
    }
    return estimates[i].label[lang];
}

const char *status_meaning(enum status status, enum language lang) {
    return statuses[status].meaning[lang];
}

const char *row_status_label(const struct row *row, enum language lang) {
    if (row->status == STATUS_BEHIND && row->ceiling && !row->each_group) {
        return row->past ? past_limit[lang] : too_fast[lang];
    }
    return status_label(row->status, lang);
}

const char *undefined_label(enum undefined why, enum language lang) {
    return undefineds[why].label[lang];
}

const char *undefined_short(enum undefined why, enum language lang) {
    const char *brief = undefineds[why].brief[lang];
    return brief != NULL ? brief : "–";
}

const char *target_sign(enum target_kind kind) {
    return target_signs[kind];
}

struct around target_words(enum target_kind kind, enum language lang) {
    return target_around[kind][lang];
}

const char *hedge_label(enum hedge hedge, enum language lang) {
    return hedges[hedge][lang];
}

const char *claim_hedge_label(enum hedge hedge, enum language lang) {
    return claim_hedges[hedge][lang];
}

const char *verdict_label(enum verdict verdict, enum language lang) {
    return verdicts[verdict][lang];
}

const char *claim_label(enum claim_kind kind, enum language lang) {
    return claims[kind][lang];
}

const char *missing_label(const struct scorecard *card, const char *missing, enum language lang) {
    const char *words = key_label(missing_things, COUNT_OF(missing_things), missing, lang);
    if (words != NULL) {
        return words;
    }
    int32_t indicator = book_indicator(card->book, missing);
    return indicator == NONE ? missing : indicator_name(&card->book->indicators[indicator], lang);
}

const char *during_label(const char *during, enum language lang) {
    const char *dash = strrchr(during, '-');
    const char *words = dash == NULL ? NULL : key_label(periods, COUNT_OF(periods), dash + 1, lang);
    return words != NULL ? words : during;
}

const char *book_said(const struct book *book, const char *text, enum language lang) {
    const char *english = lang == LANG_EN && text != NULL ? book_english(book, text) : NULL;
    return english != NULL ? english : text;
}

const char *org_name(const struct org *org, enum language lang) {
    const char *name = lang == LANG_EN && org->name_en != NULL ? org->name_en : org->name;
    return name != NULL ? name : org->id;
}

const char *indicator_name(const struct indicator *indicator, enum language lang) {
    const char *en = lang == LANG_EN ? indicator->name_en : NULL;
    const char *name = en != NULL ? en : indicator->name;
    return name != NULL ? name : indicator->id;
}
