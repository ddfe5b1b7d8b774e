#include "phrase.h"

#include <assert.h>
#include <string.h>

#include "mem.h"
#include "text.h"

static const char *const phrases[][LANG_COUNT] = {
    [PHRASE_TITLE_EMPTY] = {"{0} · năm {1} · chưa có số liệu", "{0} · {1} · no figures yet"},
    [PHRASE_NOT_DUE] = {"{0} chưa đến kỳ đánh giá", "{0} not due yet"},
    [PHRASE_LEFT_OUT] = {"Cửa sổ hẹp, không đủ chỗ cho cột: {0}. Nới rộng ra, hoặc chọn cột bằng "
                         "--columns.",
                         "The window is too narrow for: {0}. Widen it, or choose with --columns."},
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
    [PHRASE_PARTIAL] = {"tổng chưa đủ đơn vị", "a partial sum"},
    [PHRASE_STALE] = {"số liệu đến {0}", "figures up to {0}"},
    [PHRASE_DATED] = {"số ngày {0}", "figure of {0}"},
    [PHRASE_UNCERTAIN] = {"hai đầu khoảng khác kết luận, lấy bên kém hơn",
                          "the two ends differ, the less favourable one stands"},
    [PHRASE_OVERRIDE] = {"sửa tay: {0}; tự tính: {1}", "set by hand: {0}; computed: {1}"},
    [PHRASE_MEMBERS] = {"{0}/{1} đơn vị có số", "{0} of {1} members reporting"},
    [PHRASE_MEMBERS_MET] = {"{0}/{1} đơn vị đạt", "{0} of {1} members meet it"},
    [PHRASE_MISSING] = {"chưa báo cáo: {0}", "not reported: {0}"},
    [PHRASE_UNNAMED] = {"{0} đơn vị chưa nêu tên", "{0} members not named"},
    [PHRASE_MERGED] = {"cùng kỳ cộng các đơn vị trước sáp nhập",
                       "last year adds the units before the merger"},
    [PHRASE_CLAIMS] = {"Số đã công bố:", "Published figures:"},
    [PHRASE_CLAIM] = {"{0}: {1} – tính lại {2}: {3}", "{0}: {1} – computed {2}: {3}"},
    [PHRASE_CLAIM_UNCHECKED] = {"{0}: {1} – {2}, thiếu {3}", "{0}: {1} – {2}, missing {3}"},
    [PHRASE_TIMES] = {"gấp {0} lần", "{0} times"},
    [PHRASE_SHARE_OF] = {"chiếm {0} của {1}", "{0} of {1}"},
    [PHRASE_PARTS] = {"Các phần so với tổng:", "Parts against the whole:"},
    [PHRASE_PART] = {"{0}: các phần cộng {1}, tổng {2}: {3}",
                     "{0}: parts add up to {1}, whole {2}: {3}"},
    [PHRASE_OF_TARGETS] = {"{0} (kế hoạch)", "{0} (targets)"},
    [PHRASE_ALLOCATION] = {"Kế hoạch giao cho các đơn vị:", "Targets assigned to members:"},
    [PHRASE_ALLOCATED] = {"{0}: đã giao {1}, kế hoạch chung {2}: {3}",
                          "{0}: assigned {1}, the whole {2}: {3}"},
    [PHRASE_EDGES] = {"Ngưỡng: dưới {0} mức phải đạt đến nay là chậm; chỉ tiêu trần thì quá {1}.",
                      "Edges: behind below {0} of what is expected by now; ceilings: above {1}."},
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
