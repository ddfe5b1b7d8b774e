/* SPDX-License-Identifier: MIT */
#include "form_words.h"

#include <assert.h>

static const char *const words[][LANG_COUNT] = {
    [FORM_TAB] = {"Biểu nhập", "Form"},
    [FORM_TITLE] = {"BIỂU BÁO CÁO SỐ LIỆU ĐẾN NGÀY %s", "FIGURES UP TO %s"},
    [FORM_OF] = {"Đơn vị báo cáo: %s", "Reported by: %s"},
    [FORM_HOW] =
        {"Chỉ điền vào ô vàng: số thực hiện, ngày của số (bỏ trống là ngày nêu trên), ước cả"
         " năm nếu có, ghi chú. Phần lẻ viết sau dấu phẩy như vẫn gõ trong Excel; không gõ"
         " đơn vị tính. Chưa có số thì để trống, đừng gõ 0. Điền xong lưu lại và gửi trả"
         " chính tệp này.",
         "Fill in the yellow cells only: the figure, its day (blank means the day above), the"
         " estimate of the year if there is one, a note. No unit. Leave blank what is not"
         " known, do not type 0. Save and send back this very file."},
    [FORM_RETURNED] =
        {"BIỂU TRẢ LẠI. Xin xem lại các ô đỏ, lý do ghi ở cột cuối và dưới bảng; số ở các ô vàng đã"
         " đọc được, giữ nguyên. Sửa xong lưu lại và gửi trả chính tệp này.",
         "RETURNED. Please look at the red cells again; why is said in the last column and below"
         " the table. What stands in yellow cells was read. Save and send back this very file."},
    [FORM_NUMBERED] = {"Số biểu: %s", "Form number: %s"},
    [FORM_HEAD_NUMBER] = {"STT", "No."},
    [FORM_HEAD_NAME] = {"Chỉ tiêu", "Goal"},
    [FORM_HEAD_UNIT] = {"Đơn vị\ntính", "Unit"},
    [FORM_HEAD_PLAN] = {"Kế hoạch\nnăm %d", "Target\n%d"},
    [FORM_HEAD_BASE] = {"Thực hiện\nnăm %d", "Actual\n%d"},
    [FORM_HEAD_LAST] = {"Số báo cáo\ngần nhất", "Last\nreported"},
    [FORM_HEAD_LAST_DAY] = {"Ngày của\nsố đó", "Of"},
    [FORM_HEAD_ACTUAL] = {"THỰC HIỆN\nđến %s", "ACTUAL\nup to %s"},
    [FORM_HEAD_DAY] = {"Ngày của số\n(nếu khác)", "Its day\n(if another)"},
    [FORM_HEAD_ESTIMATE] = {"Ước thực hiện\ncả năm %d", "Estimate of\nall %d"},
    [FORM_HEAD_NOTE] = {"Ghi chú", "Note"},
    [FORM_HEAD_WHY] = {"Vì sao\nphải xem lại", "What is\nwrong"},
    [FORM_SIGNED] = {"…………, ngày …… tháng …… năm ……", "……, …… (date)"},
    [FORM_REPORTER] = {"NGƯỜI LẬP BIỂU", "FILLED IN BY"},
    [FORM_HEADMAN] = {"THỦ TRƯỞNG ĐƠN VỊ", "HEAD OF UNIT"},
    [FORM_NUMBER_ERROR] = {"Ô này cần một con số, không kèm đơn vị tính hay chữ.",
                           "A number is wanted here, without a unit or words."},
    [FORM_DAY_ERROR] = {"Ô này cần một ngày trong năm báo cáo, ví dụ 30/06/2024.",
                        "A day of the year is wanted here."},
    [FORM_YES_ERROR] = {"Ô này cần có hoặc không.", "Yes or no is wanted here."},
    [FORM_NUMBER_PROMPT] = {"Gõ con số; chưa có thì để trống.", "A number; blank when unknown."},
    [FORM_DAY_PROMPT] = {"Chỉ gõ khi khác ngày nêu ở đầu biểu.", "Only if not the day above."},
    [FORM_YES_PROMPT] = {"Chọn có hoặc không.", "Choose yes or no."},
    [FORM_CHECK] = {"Xem lại ô này", "Look at this cell"},
    [FORM_YES] = {"có", "yes"},
    [FORM_NO] = {"không", "no"},
    [FORM_PAGE] = {"Trang", "Page"},
    [FORM_DAY_CODE] = {"dd/mm/yyyy", "yyyy-mm-dd"},
};
static_assert(sizeof words / sizeof *words == FORM_WORD_COUNT, "a word is missing");

const char *form_word(enum form_word word, enum language lang) {
    return words[word][lang];
}
