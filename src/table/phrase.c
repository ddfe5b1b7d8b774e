/* SPDX-License-Identifier: MIT */
#include "phrase.h"

#include <assert.h>
#include <string.h>

#include "mem.h"
#include "text.h"

static const char *const phrases[][LANG_COUNT] = {
    [PHRASE_TITLE_EMPTY] = {"{0} · năm {1} · chưa có số liệu", "{0} · {1} · no figures yet"},
    [PHRASE_LEFT_OUT] = {"Cửa sổ hẹp, không đủ chỗ cho cột: {0}. Nới rộng ra, hoặc chọn cột bằng "
                         "--columns.",
                         "The window is too narrow for: {0}. Widen it, or choose with --columns."},
    [PHRASE_SEAL] = {"Dấu kiểm: {0}", "Seal: {0}"},
    [PHRASE_AS_ABOVE] = {"như trên", "as above"},
    [PHRASE_YES] = {"có", "yes"},
    [PHRASE_NO] = {"không", "no"},
    [PHRASE_STRICT_ABOVE] = {"phải trên {0}", "must be above {0}"},
    [PHRASE_STRICT_BELOW] = {"phải dưới {0}", "must be below {0}"},
    [PHRASE_EACH_MEMBER] = {"mỗi đơn vị {0}", "each member {0}"},
    [PHRASE_WITHIN] = {"trong {0}", "within {0}"},
    [PHRASE_POINTS] = {"điểm %", "pp"},
    [PHRASE_OF_WHICH] = {"trong đó: ", "of which: "},
    [PHRASE_TITLE] = {"{0} · năm {1} · số liệu đến {2}", "{0} · {1} · figures up to {2}"},
    [PHRASE_SEEN] = {" · nhìn từ ngày {0}", " · seen from {0}"},
    [PHRASE_ELAPSED] = {" · đã qua {0} năm", " · {0} of the year gone"},
    [PHRASE_GOALS] = {"{0} chỉ tiêu: ", "{0} goals: "},
    [PHRASE_HEADLINE] = {"{0}/{1} chỉ tiêu đạt và vượt: ", "{0} of {1} goals met or exceeded: "},
    [PHRASE_NO_GOALS] = {"chưa giao chỉ tiêu nào", "no goal assigned"},
    [PHRASE_NO_ROWS] = {"Không có dòng nào để so.", "No row to compare."},
    [PHRASE_REVISED] = {"điều chỉnh từ {0}, ban đầu {1}", "revised from {0}, first {1}"},
    [PHRASE_ORIGINAL] = {"so với ban đầu {0}", "{0} of the first target"},
    [PHRASE_GROUP_TOTAL] = {"cộng các đơn vị so với {0}", "members together against {0}"},
    [PHRASE_PARTIAL] = {"chưa đủ đơn vị", "some members only"},
    [PHRASE_STALE] = {"số liệu đến {0}", "figures up to {0}"},
    [PHRASE_DATED] = {"số ngày {0}", "figure of {0}"},
    [PHRASE_UNCERTAIN] = {"hai đầu khoảng khác kết luận, lấy bên kém hơn",
                          "the two ends differ, the less favourable one stands"},
    [PHRASE_OVERRIDE] = {"sửa tay: {0}; tự tính: {1}", "set by hand: {0}; computed: {1}"},
    [PHRASE_MEMBERS] = {"{0}/{1} đơn vị có số", "{0} of {1} members reporting"},
    [PHRASE_MEMBERS_MET] = {"{0}/{1} đơn vị đạt", "{0} of {1} members meet it"},
    [PHRASE_MISSING] = {"chưa báo cáo: {0}", "not reported: {0}"},
    [PHRASE_UNNAMED] = {"{0} đơn vị chưa nêu tên", "{0} members not named"},
    [PHRASE_MORE_MEMBERS] = {"{0} đơn vị khác", "{0} others"},
    [PHRASE_WITHOUT_PLAN] = {"không giao kế hoạch: {0}", "without a target: {0}"},
    [PHRASE_LATE] = {"số cũ, chưa tính: {0}", "older figures, not counted: {0}"},
    [PHRASE_LATE_ONE] = {"{0} ({1})", "{0} ({1})"},
    [PHRASE_JOINED] = {"đã sáp nhập: {0}", "joined another: {0}"},
    [PHRASE_JOINED_ONE] = {"{0} vào {1}", "{0} into {1}"},
    [PHRASE_SPAN] = {"số liệu từ {0} đến {1}", "figures of {0} to {1}"},
    [PHRASE_ALIKE] = {"so cùng kỳ theo {0}/{1} đơn vị, các đơn vị ấy có {2}",
                      "last year compared over {0} of {1} members, which have {2}"},
    [PHRASE_MERGED] = {"cùng kỳ cộng các đơn vị trước sáp nhập",
                       "last year adds the units before the merger"},
    [PHRASE_CLAIMS] = {"Số đã công bố:", "Published figures:"},
    [PHRASE_CLAIM] = {"{0}: {1} – tính lại {2}: {3}", "{0}: {1} – computed {2}: {3}"},
    [PHRASE_CLAIM_UNCHECKED] = {"{0}: {1} – {2}, thiếu {3}", "{0}: {1} – {2}, missing {3}"},
    [PHRASE_TIMES] = {"{0} lần", "{0} times"},
    [PHRASE_SHARE_OF] = {"chiếm {0} của {1}", "{0} of {1}"},
    [PHRASE_CLAIM_ESTIMATE] = {"{0} (ước cả năm)", "{0} (estimate of the year)"},
    [PHRASE_CLAIM_PLAIN] = {"{0} {1}", "{0} {1}"},
    [PHRASE_CLAIM_TIMES] = {"gấp {0} lần kế hoạch", "{0} times the target"},
    [PHRASE_CLAIM_OVER] = {"vượt kế hoạch {0}", "{0} over the target"},
    [PHRASE_CLAIM_UP] = {"tăng {0} so với cùng kỳ", "up {0} on the same period"},
    [PHRASE_CLAIM_DOWN] = {"giảm {0} so với cùng kỳ", "down {0} on the same period"},
    [PHRASE_UP] = {"tăng {0}", "up {0}"},
    [PHRASE_DOWN] = {"giảm {0}", "down {0}"},
    [PHRASE_CLAIM_HEADLINE] = {"{0}/{1}", "{0} of {1}"},
    [PHRASE_SAID_BY] = {"{0} ({1})", "{0} ({1})"},
    [PHRASE_PARTS] = {"Các phần so với tổng:", "Parts against the whole:"},
    [PHRASE_PART] = {"{0}: các phần cộng {1}, tổng {2}: {3}",
                     "{0}: parts add up to {1}, whole {2}: {3}"},
    [PHRASE_OF_TARGETS] = {"{0} (kế hoạch)", "{0} (targets)"},
    [PHRASE_ALLOCATION] = {"Kế hoạch giao cho các đơn vị:", "Targets assigned to members:"},
    [PHRASE_ALLOCATED] = {"{0}: đã giao {1}, kế hoạch chung {2}: {3}",
                          "{0}: assigned {1}, the whole {2}: {3}"},
    [PHRASE_EDGES] = {"Ngưỡng: dưới {0} mức phải đạt đến nay là chậm; chỉ tiêu trần thì quá {1}.",
                      "Edges: behind below {0} of what is expected by now; ceilings: above {1}."},
    [PHRASE_SHEET_ORGS] = {"{0} đơn vị", "{0} organisations"},
    [PHRASE_SHEET_FIGURES_TO] = {" · số liệu đến {0}", " · figures up to {0}"},
    [PHRASE_SHEET_FIGURES_FROM] = {" · số liệu đến {0} – {1}, tùy đơn vị",
                                   " · figures up to {0} – {1}, by organisation"},
    [PHRASE_SHEET_ELAPSED] = {" · thời gian đã qua {0}", " · {0} of the year gone"},
    [PHRASE_SHEET_YEAR] = {"NĂM {0}", "YEAR {0}"},
    [PHRASE_SHEET_YEARS] = {"NĂM {0} – {1}", "YEARS {0} – {1}"},
    [PHRASE_SHEET_REPORTED] =
        {"Đã có số thực hiện: {0} chỉ tiêu · cần cuộc họp bàn: {1} · chưa đến kỳ đánh giá: {2}",
         "Goals with a figure: {0} · for the meeting: {1} · not due yet: {2}"},
    [PHRASE_SHEET_MORE_GOALS] = {"… và {0} chỉ tiêu nữa, xem các biểu.",
                                 "… and {0} more, see the tables."},
    [PHRASE_SHEET_GOALS_CHART] =
        {"So kế hoạch, so mức trần – kém nhất trước (▌ mức phải đạt đến nay)",
         "Of target or limit, worst first (▌ due by now)"},
    [PHRASE_SHEET_GOALS_CHART_SOME] =
        {"So kế hoạch, mức trần – {0}/{1} chỉ tiêu kém nhất (▌ mức phải đạt đến nay)",
         "Of target or limit – the worst {0} of {1} goals (▌ due by now)"},
    [PHRASE_SHEET_GOALS_CHART_SPOKEN] =
        {"Biểu đồ thanh: mỗi chỉ tiêu đạt bao nhiêu phần trăm kế hoạch; vạch đen là mức phải đạt "
         "đến nay. Số liệu ở trang Số liệu biểu đồ.",
         "Bars: how much of its target each goal has reached; the black mark is what is due by "
         "now. The numbers stand on sheet Chart data."},
    [PHRASE_SHEET_TRAILS_ALL] =
        {"—●— thực hiện   – – – phải đạt, hoặc mức kế hoạch   · · · · năm trước.   T3: hết tháng "
         "3.",
         "—●— actual   – – – due, or the target   · · · · last year.   M3: the end of March."},
    [PHRASE_SHEET_TRAILS] =
        {"—●— thực hiện   – – – phải đạt, hoặc mức kế hoạch   · · · · năm trước.   T3: hết tháng "
         "3. "
         "{0}/{1} chỉ tiêu kém nhất có số nhiều kỳ.",
         "—●— actual   – – – due, or the target   · · · · last year.   M3: the end of March. "
         "The worst {0} of {1} goals with several figures."},
    [PHRASE_SHEET_TRAIL_SPOKEN] =
        {"Biểu đồ đường: {0}, các kỳ trong năm, mức phải đạt và năm trước. Số liệu ở trang Số "
         "liệu diễn biến.",
         "Lines: {0} through the year, what is due, and last year. The numbers stand on sheet "
         "Data of the lines."},
    [PHRASE_SHEET_ORGS_CHART] = {"Số chỉ tiêu theo đánh giá, từng đơn vị",
                                 "Goals by status, each organisation"},
    [PHRASE_SHEET_ORGS_CHART_SOME] = {"{0}/{1} đơn vị chậm, không đạt nhiều nhất",
                                      "{0} of {1} organisations, most behind or missed first"},
    [PHRASE_SHEET_ORGS_CHART_SPOKEN] =
        {"Biểu đồ thanh: số chỉ tiêu của từng đơn vị theo đánh giá. Số liệu ở trang Số liệu biểu "
         "đồ.",
         "Bars: goals of each organisation by status. The numbers stand on sheet Chart data."},
    [PHRASE_SHEET_TABLE] = {"Biểu {0} {1}", "Table {0} {1}"},
    [PHRASE_SHEET_NUMBER] = {"Biểu số {0}", "Table {0}"},
    [PHRASE_SHEET_HEAD_EMPTY] = {"NĂM {0} – CHƯA CÓ SỐ LIỆU", "{0} – NO FIGURES YET"},
    [PHRASE_SHEET_HEAD] = {"NĂM {0} – SỐ LIỆU ĐẾN NGÀY {1}", "{0} – FIGURES UP TO {1}"},
    [PHRASE_SHEET_GOALS] = {"chỉ tiêu", "goals"},
    [PHRASE_SHEET_ALL_GOALS] = {"Tổng số chỉ tiêu", "Goals"},
    [PHRASE_SHEET_DATE_CODE] = {"dd/mm/yyyy", "yyyy-mm-dd"},
    [PHRASE_SHEET_SYMBOLS] = {"Ký hiệu: ", "Symbols: "},
    [PHRASE_SHEET_COLUMN] = {"Cột {0}{1} ", "Column {0}{1} "},
    [PHRASE_SHEET_EMPTY_CELL] = {"Ô trống: chưa có số liệu.", "Empty: no figure."},
    [PHRASE_SHEET_SIGN_HERE] = {"(Ký, ghi rõ họ tên)", "(signature, full name)"},
    [PHRASE_SHEET_EXTRACT] = {"Biểu trích, không đủ chỉ tiêu của đơn vị. Chỉ gồm: {0}",
                              "An extract, not all goals of the organisation. Only: {0}"},
    [PHRASE_SHEET_FILTERED] = {"▼ Sổ này đã lọc, không đủ chỉ tiêu. Chỉ gồm: {0}",
                               "▼ This workbook leaves goals out. Only: {0}"},
    [PHRASE_SHEET_ONLY] = {"chỉ tiêu lúc xuất được đánh giá {0}", "goals that were at export: {0}"},
    [PHRASE_SHEET_WITH_TARGET] = {"chỉ tiêu có kế hoạch", "goals with a target"},
    [PHRASE_SHEET_SEAL_BROKEN] =
        {"Dấu kiểm lúc xuất: {0}; từ đó đã sửa số, dấu không còn đúng",
         "Seal at export: {0}; figures were changed since, it does not hold"},
    [PHRASE_SHEET_SIGN_AND_SEAL] = {"(Ký, đóng dấu, ghi rõ họ tên)",
                                    "(signature, seal, full name)"},
    [PHRASE_SHEET_PLACE_DATE] = {"…, ngày … tháng … năm …", "…, date …"},
    [PHRASE_SHEET_WHOLE_YEAR] = {"năm {0}", "year {0}"},
    [PHRASE_SHEET_MONTHS] = {"{0} tháng", "{0} months"},
    [PHRASE_SHEET_TO_DAY] = {"đến {0}", "to {0}"},
    [PHRASE_SHEET_MEMBERS] = {"{0} đơn vị", "{0} members"},
    [PHRASE_SHEET_UNNAMED] = {", và {0} đơn vị chưa nêu tên", ", and {0} not named"},
    [PHRASE_SHEET_OF_WHICH] = {"Trong đó: {0}", "Of which: {0}"},
    [PHRASE_SHEET_OF_BREAKDOWN] = {"Chia theo {0}: {1}", "By {0}: {1}"},
    [PHRASE_SHEET_NO_FIGURE] = {"chưa có số", "no figure"},
    [PHRASE_SHEET_NOT_COUNTED] = {"chưa cộng: số ngày {0}", "not counted: figure of {0}"},
    [PHRASE_SHEET_SHARE_OF] = {"{0} trong {1}", "{0} of {1}"},
    [PHRASE_SHEET_LACKS] = {"{0}, thiếu {1}", "{0}, missing {1}"},
    [PHRASE_SHEET_DOCUMENT] = {"Văn bản: ", "Document: "},
    [PHRASE_SHEET_ASSIGNED_BY] = {"Nơi giao: ", "Assigned by: "},
    [PHRASE_SHEET_NOTE] = {"Ghi chú: ", "Note: "},
    [PHRASE_SHEET_FILE] = {"Tệp: ", "File: "},
    [PHRASE_SHEET_FILE_READ] = {"{0} byte · SHA-256: {1}", "{0} bytes · SHA-256: {1}"},
    [PHRASE_SHEET_FOLDER_READ] = {"{0} tệp · SHA-256 của danh sách: {1}",
                                  "{0} files · SHA-256 of their list: {1}"},
    [PHRASE_SHEET_NOTE_ROWS] = {"{0} chỉ tiêu", "{0} goals"},
};
static_assert(sizeof phrases / sizeof phrases[0] == PHRASE_COUNT, "a phrase has no words");

/* English after a count of one. */
static const struct {
    enum phrase id;
    int count; /* which word */
    const char *text;
} singulars[] = {
    {PHRASE_GOALS, 0, "{0} goal: "},
    {PHRASE_HEADLINE, 1, "{0} of {1} goal met or exceeded: "},
    {PHRASE_MEMBERS, 1, "{0} of {1} member reporting"},
    {PHRASE_MEMBERS_MET, 1, "{0} of {1} member meets it"},
    {PHRASE_UNNAMED, 0, "{0} member not named"},
    {PHRASE_MORE_MEMBERS, 0, "{0} other"},
};

static const char *wording(enum phrase id, enum language lang,
                           const char *const words[PHRASE_WORDS]) {
    for (size_t i = 0; lang == LANG_EN && i < sizeof singulars / sizeof singulars[0]; i++) {
        const char *count = words[singulars[i].count];
        if (singulars[i].id == id && count != NULL && strcmp(count, "1") == 0) {
            return singulars[i].text;
        }
    }
    return phrases[id][lang];
}

const char *phrase(enum phrase id, enum language lang) {
    return phrases[id][lang];
}

void phrase_put(struct buffer *out, enum phrase id, enum language lang,
                const char *const words[PHRASE_WORDS]) {
    message_fill(out, wording(id, lang, words), words, lang);
}

void phrase_text(enum phrase id, enum language lang, const char *const words[PHRASE_WORDS],
                 char *text, size_t size) {
    struct buffer filled = {0};
    phrase_put(&filled, id, lang, words);
    buffer_put(&filled, "", 1);
    text_cut(filled.text, text, size);
    buffer_clear(&filled);
}
