/* SPDX-License-Identifier: MIT */
#include "why_words.h"

#include <assert.h>

#include "quantity.h"

#define SAYS(reason) (1u << UNDEFINED_##reason)

/* No target or no figure is said above, once; some reasons are of no interest to whoever asks why.
 */
#define NEVER 0
#define NO_SHARE                                                                                   \
    (SAYS(NO_BASELINE) | SAYS(TARGET_ZERO) | SAYS(NEGATIVE) | SAYS(CEILING) | SAYS(KIND) |         \
     SAYS(WITHIN) | SAYS(PARTIAL) | SAYS(EACH))

/* clang-format off */
const struct why_line why_lines[] = {
    {M_ATTAINMENT, WHY_SHARE, WHY_STRICT, NO_SHARE, {"So với kế hoạch", "Attainment"}},
    {M_ATTAINMENT_HIGH, WHY_SHARE, WHY_NO_MORE, NEVER,
     {"So với kế hoạch, đầu kia", "Attainment, other end"}},
    {M_GAP, WHY_DISTANCE, WHY_NO_MORE, NEVER, {"Chênh lệch", "Gap"}},
    {M_GAP_HIGH, WHY_DISTANCE, WHY_NO_MORE, NEVER, {"Chênh lệch, đầu kia", "Gap, other end"}},
    {M_LEFT, WHY_DISTANCE, WHY_NO_MORE, SAYS(CEILING) | SAYS(WITHIN) | SAYS(PARTIAL), {"Còn lại", "Left to do"}},
    {M_PROGRESS, WHY_SHARE, WHY_NO_MORE, NEVER, {"Tiến bộ từ số gốc", "Progress from baseline"}},
    {M_PROGRESS_HIGH, WHY_SHARE, WHY_NO_MORE, NEVER,
     {"Tiến bộ, đầu kia", "Progress, other end"}},
    {M_BASE, WHY_AMOUNT, WHY_BASE_DAY, NEVER, {"Năm trước", "Last year"}},
    {M_BASE, WHY_AMOUNT, WHY_STATED, NEVER,
     {"Số gốc nêu trong kế hoạch", "Base stated in target"}},
    {M_VS_LAST_YEAR, WHY_SHARE, WHY_LAST_YEAR_DAY, UINT32_MAX,
     {"So với cùng kỳ", "Same period last year"}},
    {M_VS_LAST_YEAR_GAP, WHY_DISTANCE, WHY_NO_MORE, NEVER,
     {"Tăng, giảm so cùng kỳ", "Change on last year"}},
    {M_TARGET_VS_LAST_YEAR, WHY_SHARE, WHY_NO_MORE, NEVER,
     {"Kế hoạch so năm trước", "Target of last year"}},
    {M_TARGET_VS_LAST_YEAR_GAP, WHY_DISTANCE, WHY_NO_MORE, NEVER,
     {"Kế hoạch so năm trước", "Target against last year"}},
    {M_ELAPSED, WHY_MONTHS, WHY_WINDOW, NEVER, {"Thời gian đã qua", "Time gone"}},
    {M_EXPECTED, WHY_AMOUNT, WHY_NO_MORE, NEVER, {"Đến nay phải đạt", "Expected by now"}},
    {M_ACHIEVED, WHY_AMOUNT, WHY_NO_MORE, NEVER, {"Đã làm mỗi tháng", "Achieved per month"}},
    {M_NEEDED, WHY_AMOUNT, WHY_NO_MORE, NEVER, {"Cần làm mỗi tháng", "Needed per month"}},
    {M_RUN_RATE, WHY_AMOUNT, WHY_NO_MORE, NEVER, {"Nếu giữ đà này", "Forecast, run rate"}},
    {M_SEASONAL, WHY_AMOUNT, WHY_NO_MORE, NEVER,
     {"Nếu như mùa vụ năm trước", "Forecast, seasonal"}},
    {M_ESTIMATE, WHY_AMOUNT, WHY_NO_MORE, NEVER,
     {"Ước thực hiện cả năm", "Officer's estimate"}},
    {M_ESTIMATE_ATTAINMENT, WHY_SHARE, WHY_ESTIMATE, NEVER,
     {"Ước so với kế hoạch", "Estimate of target"}},
    {M_ESTIMATE_VS_LAST_YEAR, WHY_SHARE, WHY_NO_MORE, NEVER,
     {"Ước so với năm trước", "Estimate of last year"}},
    {M_ESTIMATE_VS_LAST_YEAR_GAP, WHY_DISTANCE, WHY_NO_MORE, NEVER,
     {"Ước so với năm trước", "Estimate on last year"}},
};
/* clang-format on */
const size_t why_lines_count = sizeof why_lines / sizeof *why_lines;

static const char *const words[][LANG_COUNT] = {
    [W_VERDICT] = {"Kết luận", "Verdict"},
    [W_TARGET] = {"Kế hoạch", "Target"},
    [W_ORIGINAL] = {"Giao lần đầu", "First assigned"},
    [W_ACTUAL] = {"Thực hiện", "Actual"},
    [W_SOURCE] = {"nguồn: ", "source: "},
    [W_QUOTE] = {"nguyên văn: ", "in its words: "},
    [W_NOTE] = {"ghi chú: ", "note: "},
    [W_WHERE] = {"tại ", "at "},
    [W_ABOVE] = {"trên ", "above "},
    [W_BELOW] = {"dưới ", "below "},
    [W_BAND] = {"Mốc xếp loại", "Bands"},
    [W_CHANGE] = {"Kết luận đổi khi", "It would change with"},
    [W_MEMBERS] = {"Các đơn vị", "Members"},
    [W_MEMBERS_FIRST] = {"Đầu danh sách", "The first"},
    [W_MEMBERS_WORST] = {"Kém nhất", "The worst"},
    [W_MEMBERS_MISSING] = {"Không có trong số của cụm", "Not in the group's figure"},
    [W_MEMBERS_ALL] = {"Muốn xem mọi đơn vị: thêm --all", "To see every member: add --all"},
    [W_ASSIGNED] = {"giao bởi ", "assigned by "},
    [W_MONTHS] = {" tháng", " months"},
    [W_MARKS] = {"Lưu ý", "Note"},
    [W_COMPUTED] = {"tính từ nhiều số, không phải một số ghi sẵn", "computed from several figures"},
    [W_NO_FIGURE] = {"chưa báo cáo", "not reported"},
    [W_NO_TARGET] = {"không giao kế hoạch", "no target"},
    [W_SEEN] = {"nhìn từ ngày ", "as of "},
    [W_YEAR] = {"năm ", "year "},
    [W_OLDER] = {"số cũ, chưa tính", "older figure, not counted"},
    [W_NEWER] = {"số mới hơn ngày của cụm", "newer than the group's day"},
    [W_JOINED] = {"đã sáp nhập", "joined another"},
    [W_EDGE_OF] = {"{0} của {1}", "{0} of {1}"},
    [W_EDGE_WAY] = {"{0} đoạn từ {1} đến {2}", "{0} of the way from {1} to {2}"},
    [W_MORE_THEN] = {"thêm ", "another "},
    [W_LESS_THEN] = {"bớt ", "less by "},
    [W_LONE_TARGET] = {"Kế hoạch theo phần trăm", "Target by percentage"},
    [W_LONE_LAST_YEAR] = {"Cùng kỳ theo phần trăm", "Last year by percentage"},
    [W_LONE_WHOLE] = {"Tổng theo phần trăm", "Whole by percentage"},
    [W_LONE_ACTUAL] = {"Số theo phần trăm", "Number by percentage"},
    [W_NO_WHOLE] = {"không số nguyên nào khớp", "no whole number fits"},
    [W_EITHER] = {"{0} hoặc {1}", "{0} or {1}"},
    [W_FROM_TO] = {"từ {0} đến {1}", "from {0} to {1}"},
    [W_OUT_OF] = {" trong {0}", " of {0}"},
};
static_assert(sizeof words / sizeof *words == W_COUNT, "words for each");

const char *why_word(enum why_word word, enum language lang) {
    return words[word][lang];
}
