/* SPDX-License-Identifier: MIT */
#include "prose_words.h"

#include <assert.h>

#include "message.h"

/* clang-format off */
static const char *const words[][LANG_COUNT] = {
    [SAY_DOING] = {"{0} {1}", "{0}: {1}"},
    [SAY_COUNT] = {"{0}: {1}", "{0}: {1}"},
    [SAY_LEVEL] = {"{0} đạt {1}", "{0} stands at {1}"},
    [SAY_DONE] = {"{0}: đã hoàn thành", "{0}: done"},
    [SAY_NOT_DONE] = {"{0}: chưa hoàn thành", "{0}: not done"},
    [SAY_DONE_BY] = {"{0}: {1} đơn vị đã hoàn thành", "{0}: done by {1} members"},
    [SAY_NO_REPORT] = {"{0}: chưa có số báo cáo", "{0}: not reported yet"},
    [SAY_ESTIMATED] = {"{0}: chưa có số báo cáo, ước cả năm {1}", "{0}: not reported yet, estimated at {1} for the year"},
    [SAY_FROM_TO] = {"từ {0} đến {1}", "{0} to {1}"},
    [SAY_OF_DAY] = {" (số liệu ngày {0})", " (figure of {0})"},
    [SAY_SHARE] = {" (chiếm {0})", " ({0} of it)"},
    [SAY_ATTAINED] = {"đạt {0} kế hoạch ({1})", "{0} of the target ({1})"},
    [SAY_ATTAINED_AT_LEAST] = {"đạt ít nhất {0} kế hoạch ({1})", "at least {0} of the target ({1})"},
    [SAY_ATTAINED_BY] = {"đạt {0} kế hoạch ({1}, {2})", "{0} of the target ({1}, {2})"},
    [SAY_TARGET] = {"kế hoạch {0}", "target {0}"},
    [SAY_TARGET_BY] = {"kế hoạch {0} ({1})", "target {0} ({1})"},
    [SAY_ABOVE_TARGET] = {"cao hơn kế hoạch {0}", "{0} above the target"},
    [SAY_BELOW_TARGET] = {"thấp hơn kế hoạch {0}", "{0} below the target"},
    [SAY_AT_TARGET] = {"bằng kế hoạch", "equal to the target"},
    [SAY_JUST_AT] = {"mới bằng mức này, chưa vượt", "just at it, not past it"},
    [SAY_POINTS] = {"điểm phần trăm", "pp"},
    [SAY_NO_BASE] = {"kế hoạch {0} nhưng chưa có số gốc để so", "target {0}, of which the base is not known"},
    [SAY_EACH] = {"{0} đơn vị đạt mức giao cho mỗi đơn vị ({1})", "{0} members meet what each was assigned ({1})"},
    [SAY_EACH_HALF] = {"{0} đơn vị đạt mức giao cho mỗi đơn vị ({1}), mới có {2} đơn vị báo cáo",
                       "{0} members meet what each was assigned ({1}), {2} members have reported"},
    [SAY_MEMBERS] = {" (mới có {0}/{1} đơn vị báo cáo)", " ({0} of {1} members have reported)"},
    [SAY_UNCERTAIN] = {"hai đầu khoảng khác kết luận, lấy bên kém hơn", "the two ends differ, the less favourable one stands"},
    [SAY_REVISED] = {"kế hoạch điều chỉnh từ ngày {0}, ban đầu {1}", "target revised on {0}, first {1}"},
    [SAY_SET_BY_HAND] = {"đánh giá ghi tay vì {0}, tự tính là {1}", "set by hand: {0}; computed: {1}"},
    [SAY_VS_LAST_YEAR] = {"bằng {0} so với cùng kỳ năm {1}", "{0} of the same period of {1}"},
    [SAY_POINTS_UP] = {"tăng {0} điểm phần trăm so với cùng kỳ năm {1}", "up {0} pp on the same period of {1}"},
    [SAY_POINTS_DOWN] = {"giảm {0} điểm phần trăm so với cùng kỳ năm {1}", "down {0} pp on the same period of {1}"},
    [SAY_POINTS_SAME] = {"bằng cùng kỳ năm {1}", "as in the same period of {1}"},
    [SAY_ALIKE] = {" (tính theo {0}/{1} đơn vị có số cả hai năm)", " (over {0} of {1} members with both figures)"},
    [SAY_ESTIMATE] = {"ước cả năm {0}", "estimated at {0} for the year"},
    [SAY_ESTIMATE_OF] = {"ước cả năm {0}, bằng {1} kế hoạch", "estimated at {0} for the year, {1} of the target"},
    [SAY_FORECAST] = {"dự báo cả năm {0}", "heading for {0} by the end of the year"},
    [SAY_OF_WHICH] = {"; trong đó: ", "; of which: "},
    [SAY_PART] = {"{0} {1}", "{0} {1}"},
    [SAY_TITLE] = {"{0}, năm {1}", "{0}, {1}"},
    [SAY_HEADLINE] = {"Tính đến ngày {0} (đã qua {1} năm), {2} có {3}.", "By {0}, with {1} of the year gone, {2} had {3}."},
    [SAY_HEADLINE_OVER] = {"Kết thúc năm {0}, {1} có {2}.", "At the end of {0}, {1} had {2}."},
    [SAY_HEADLINE_SILENT] = {"Năm {1}, {0} chưa có số liệu báo cáo; {2}.", "For {1}, {0} has not reported yet; {2}."},
    [SAY_HEADLINE_NO_GOALS] = {"Tính đến ngày {0}, {1} không được giao chỉ tiêu; số liệu báo cáo như sau.", "By {0}, {1} had no goal assigned; what was reported follows."},
    [SAY_BEHIND_HEAD] = {"Chỉ tiêu cần tập trung", "Goals that need attention"},
    [SAY_BEHIND] = {"{0}: {1}", "{0}: {1}"},
    [SAY_NEEDS_LEFT] = {"còn {0}", "{0} left"},
    [SAY_NEEDS_MONTHLY] = {"từ nay mỗi tháng cần {0}, đến nay mỗi tháng làm được {1}",
                           "{0} a month needed from now, {1} a month so far"},
    [SAY_NOTE] = {"ghi chú: {0}", "note: {0}"},
    [SAY_GAPS_HEAD] = {"Số liệu chưa có, chưa đủ", "Figures missing or incomplete"},
    [SAY_GAP_NO_REPORT] = {"Chưa báo cáo: {0}.", "Not reported: {0}."},
    [SAY_GAP_INCOMPLETE] = {"Chưa đủ số liệu để đánh giá: {0}.", "Not enough data to judge: {0}."},
    [SAY_GAP_NOT_DUE] = {"Chưa đến kỳ đánh giá: {0}.", "Not due yet: {0}."},
    [SAY_GAP_NO_BASE] = {"Chưa có số gốc năm trước để so: {0}.", "No base of last year to compare with: {0}."},
    [SAY_GAP_STALE] = {"Số liệu mới đến ngày {0}, chưa phải số cả năm.", "Figures only go up to {0}, not to the end of the year."},
    [SAY_SEAL] = {"Dấu kiểm số liệu: {0}.", "Seal of the figures: {0}."},
    [SAY_PERIOD_YEAR] = {"năm {0}", "{0}"},
    [SAY_PERIOD_HALF] = {"6 tháng đầu năm {0}", "the first half of {0}"},
    [SAY_PERIOD_MONTHS] = {"{0} tháng năm {1}", "{0} months of {1}"},
    [SAY_PERIOD_DAY] = {"đến ngày {0}", "up to {0}"},
};
static_assert(sizeof words / sizeof *words == CLAUSE_COUNT, "words for each");

/* A floor or plain goal first, then a ceiling where it reads otherwise. */
static const char *const passed[LANG_COUNT] = {"đã vượt mức tối đa", "past the limit"};

static const char *const verdicts[][2][LANG_COUNT] = {
    [STATUS_NONE] = {{"", ""}, {"", ""}},
    [STATUS_EXCEEDED] = {{"vượt kế hoạch", "exceeded"}, {"tốt hơn kế hoạch", "better than the target"}},
    [STATUS_MET] = {{"đạt kế hoạch", "met"}, {"đạt kế hoạch", "met"}},
    [STATUS_WITHIN] = {{"trong mức cho phép", "within the limit"}, {"trong mức cho phép", "within the limit"}},
    [STATUS_ON_TRACK] = {{"đúng tiến độ", "on track"}, {"đúng tiến độ", "on track"}},
    [STATUS_NOT_YET] = {{"đang thực hiện", "in progress"}, {"đang thực hiện", "in progress"}},
    [STATUS_NOT_DUE] = {{"chưa đến kỳ đánh giá", "not due yet"}, {"chưa đến kỳ đánh giá", "not due yet"}},
    [STATUS_SLIPPING] = {{"hơi chậm so với tiến độ", "slipping"}, {"hơi nhanh so với mức cho phép", "somewhat fast for the limit"}},
    [STATUS_NO_BASELINE] = {{"chưa có số gốc", "no baseline"}, {"chưa có số gốc", "no baseline"}},
    [STATUS_INCOMPLETE] = {{"chưa đủ số liệu để đánh giá", "not enough data to judge"}, {"chưa đủ số liệu để đánh giá", "not enough data to judge"}},
    [STATUS_NO_REPORT] = {{"chưa báo cáo", "not reported"}, {"chưa báo cáo", "not reported"}},
    [STATUS_BEHIND] = {{"chậm so với tiến độ", "behind"}, {"nhanh quá mức cho phép", "too fast for the limit"}},
    [STATUS_MISSED] = {{"không đạt kế hoạch", "missed"}, {"không đạt kế hoạch", "missed"}},
    [STATUS_NO_TARGET] = {{"không giao kế hoạch", "without a target"}, {"không giao kế hoạch", "without a target"}},
};
static_assert(sizeof verdicts / sizeof *verdicts == STATUS_COUNT, "words for each");

static const char *const targets[][LANG_COUNT] = {
    [TARGET_AT_LEAST] = {"{0}", "{0}"},
    [TARGET_MORE_THAN] = {"trên {0}", "more than {0}"},
    [TARGET_AT_MOST] = {"không quá {0}", "at most {0}"},
    [TARGET_LESS_THAN] = {"dưới {0}", "less than {0}"},
    [TARGET_RANGE] = {"từ {0} đến {1}", "{0} to {1}"},
    [TARGET_WITHIN] = {"trong khoảng từ {0} đến {1}", "within {0} to {1}"},
    [TARGET_ABOUT] = {"khoảng {0}", "about {0}"},
    [TARGET_EXACTLY] = {"đúng {0}", "exactly {0}"},
    [TARGET_DONE] = {"hoàn thành trong năm", "to be done within the year"},
    [TARGET_GROW] = {"{0}, {2} so với năm trước", "{0}, {2} on last year"},
};
static_assert(sizeof targets / sizeof *targets == TARGET_KIND_COUNT, "words for each");

static const char *const verbs[LANG_COUNT][16] = {
    [LANG_VI] = {"thành lập", "giải thể", "phát triển", "xây dựng", "củng cố", "kết nạp", "hỗ trợ", "tư vấn", NULL},
    [LANG_EN] = {NULL},
};
/* clang-format on */

const char *clause_word(enum clause_word word, enum language lang) {
    return words[word][lang];
}

void clause_say(struct buffer *out, enum clause_word word, enum language lang,
                const char *const args[4]) {
    message_fill(out, words[word][lang], args, lang);
}

const char *verdict_clause(enum status status, bool ceiling, bool past, enum language lang) {
    return ceiling && past ? passed[lang] : verdicts[status][ceiling ? 1 : 0][lang];
}

const char *target_clause(enum target_kind kind, enum language lang) {
    return targets[kind][lang];
}

const char *const *verbs_of(enum language lang) {
    return verbs[lang];
}
