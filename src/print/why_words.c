/* SPDX-License-Identifier: MIT */
#include "why_words.h"

#include <assert.h>

static const char *const words[][LANG_COUNT] = {
    [W_FIGURES] = {"cộng từ", "made of"},
    [W_VERDICT] = {"Kết luận", "Verdict"},
    [W_TARGET] = {"Kế hoạch", "Target"},
    [W_ORIGINAL] = {"Giao lần đầu", "First assigned"},
    [W_ACTUAL] = {"Thực hiện", "Actual"},
    [W_SOURCE] = {"nguồn: ", "source: "},
    [W_QUOTE] = {"nguyên văn: ", "in its words: "},
    [W_NOTE] = {"ghi chú: ", "note: "},
    [W_WHERE] = {"tại ", "at "},
    [W_BASELINE] = {"Năm trước", "Last year"},
    [W_STATED_BASE] = {"Số gốc nêu trong kế hoạch", "Base stated in target"},
    [W_ABOVE] = {"trên ", "above "},
    [W_BELOW] = {"dưới ", "below "},
    [W_SAME] = {"So với cùng kỳ", "Same period last year"},
    [W_ATTAINMENT] = {"So với kế hoạch", "Attainment"},
    [W_GAP] = {"Chênh lệch", "Gap"},
    [W_LEFT] = {"Còn lại", "Left to do"},
    [W_PROGRESS] = {"Tiến bộ từ số gốc", "Progress from baseline"},
    [W_ELAPSED] = {"Thời gian đã qua", "Time gone"},
    [W_EXPECTED] = {"Đến nay phải đạt", "Expected by now"},
    [W_ACHIEVED] = {"Đã làm mỗi tháng", "Achieved per month"},
    [W_NEEDED] = {"Cần làm mỗi tháng", "Needed per month"},
    [W_RUN_RATE] = {"Nếu giữ đà này", "Forecast, run rate"},
    [W_SEASONAL] = {"Nếu như mùa vụ năm trước", "Forecast, seasonal"},
    [W_ESTIMATE] = {"Ước thực hiện cả năm", "Officer's estimate"},
    [W_BAND] = {"Mốc xếp loại", "Bands"},
    [W_CHANGE] = {"Kết luận đổi khi", "It would change with"},
    [W_MEMBERS] = {"Các đơn vị", "Members"},
    [W_ASSIGNED] = {"giao bởi ", "assigned by "},
    [W_MONTHS] = {" tháng", " months"},
    [W_MARKS] = {"Lưu ý", "Note"},
    [W_COMPUTED] = {"tính từ nhiều số, không phải một số ghi sẵn", "computed from several figures"},
    [W_NO_FIGURE] = {"chưa báo cáo", "not reported"},
    [W_NO_TARGET] = {"không giao kế hoạch", "no target"},
    [W_SEEN] = {"nhìn từ ngày ", "as of "},
    [W_YEAR] = {"năm ", "year "},
    [W_OLDER] = {"số cũ hơn, chưa cộng", "older figure, left out"},
    [W_MORE_THEN] = {"thêm ", "another "},
    [W_LESS_THEN] = {"bớt ", "less by "},
};
static_assert(sizeof words / sizeof *words == W_COUNT, "words for each");

const char *why_word(enum why_word word, enum language lang) {
    return words[word][lang];
}
