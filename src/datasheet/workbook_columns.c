/* SPDX-License-Identifier: MIT */
/* The columns of sheet "Dữ liệu", and the texts in them. */
#include <assert.h>
#include <string.h>

#include "twins.h"
#include "workbook_lines.h"
#include "workbook_wall.h"

/* ---- texts ---- */

static const struct indicator *indicator_of(const struct workbook *book, const struct row *row) {
    return &book->card->book->indicators[row->indicator];
}

/* The target of a row; without texts and place when there is none. */
struct target row_target(const struct workbook *book, const struct row *row) {
    struct target none = {.place = no_place};
    return row->target == NONE ? none : targets_get(&book->card->book->targets, row->target);
}

/* The figure of a row; without texts and place when there is none. */
struct figure row_figure(const struct workbook *book, const struct row *row) {
    struct figure none = {.place = no_place};
    return row->figure == NONE ? none : figures_get(&book->card->book->figures, row->figure);
}

static const char *text_key(struct workbook *book, const struct row *row) {
    return book->keys[row - book->card->rows];
}

static const char *text_org(struct workbook *book, const struct row *row) {
    return org_name(&book->card->book->orgs[row->org], book->lang);
}

static const char *text_indicator_id(struct workbook *book, const struct row *row) {
    return indicator_of(book, row)->id;
}

static const char *text_indicator(struct workbook *book, const struct row *row) {
    return workbook_name(book, row);
}

static const char *text_unit(struct workbook *book, const struct row *row) {
    return workbook_unit(book, row);
}

const char *workbook_kind_words(const struct workbook *book, enum indicator_kind kind) {
    static const char *const words[][LANG_COUNT] = {
        [KIND_FLOW] = {"lũy kế", "flow"},          [KIND_STOCK] = {"thời điểm", "stock"},
        [KIND_AVERAGE] = {"bình quân", "average"}, [KIND_SHARE] = {"tỷ lệ", "share"},
        [KIND_RATE] = {"tốc độ tăng", "rate"},     [KIND_DONE] = {"có/không", "done"},
    };
    static_assert(sizeof words / sizeof *words == KIND_COUNT, "a kind has no words");
    return words[kind][book->lang];
}

static const char *text_kind(struct workbook *book, const struct row *row) {
    return workbook_kind_words(book, indicator_of(book, row)->kind);
}

static const char *text_better(struct workbook *book, const struct row *row) {
    static const char *const words[][LANG_COUNT] = {
        [BETTER_HIGHER] = {"cao", "higher"},
        [BETTER_LOWER] = {"thấp", "lower"},
    };
    static_assert(sizeof words / sizeof *words == BETTER_COUNT, "a direction has no words");
    return words[indicator_of(book, row)->better][book->lang];
}

static const char *cell_text(struct workbook *book, const struct row *row, enum column_id column) {
    struct cell cell;
    table_cell(book->card, (int)(row - book->card->rows), column, book->lang, &cell);
    return cell.full_text != NULL ? cell.full_text
                                  : pool_text(&book->line, cell.text, strlen(cell.text));
}

static const char *text_target(struct workbook *book, const struct row *row) {
    return row->has_target ? cell_text(book, row, COLUMN_TARGET) : "";
}

static const char *text_by(struct workbook *book, const struct row *row) {
    return cell_text(book, row, COLUMN_TARGET_BY);
}

static const char *text_hedge(struct workbook *book, const struct row *row) {
    return row->has_actual ? hedge_label(row->hedge, book->lang) : "";
}

static const char *text_note(struct workbook *book, const struct row *row) {
    return cell_text(book, row, COLUMN_NOTE);
}

static const char *text_target_place(struct workbook *book, const struct row *row) {
    return row->target != NONE ? workbook_place(book, row_target(book, row).place) : "";
}

static const char *text_target_source(struct workbook *book, const struct row *row) {
    return row->target != NONE ? row_target(book, row).source : "";
}

static const char *text_quote(struct workbook *book, const struct row *row) {
    return row->target != NONE ? row_target(book, row).quote : "";
}

static const char *text_why(struct workbook *book, const struct row *row) {
    return row->target != NONE && row->revision != NONE
               ? row_target(book, row).revised[row->revision].why
               : "";
}

static const char *text_figure_place(struct workbook *book, const struct row *row) {
    return row->figure != NONE ? workbook_place(book, row_figure(book, row).place) : "";
}

static const char *text_figure_source(struct workbook *book, const struct row *row) {
    return row->figure != NONE ? row_figure(book, row).source : "";
}

static const char *text_figure_quote(struct workbook *book, const struct row *row) {
    return row->figure != NONE ? row_figure(book, row).quote : "";
}

/* ---- words ---- */

static const char *words_status_key(const struct data_line *line) {
    return status_key(line->row->status);
}

static const char *words_status(const struct data_line *line) {
    return cell_text(line->book, line->row, COLUMN_STATUS);
}

static const char *words_feeds(const struct data_line *line) {
    return line->feeds;
}

/* What stays as it is when inputs change. */
static const char *words_fixed(const struct data_line *line) {
    static const char *const figure[LANG_COUNT] = {"số TH", "actual"};
    static const char *const person[LANG_COUNT] = {"đánh giá do người sửa",
                                                   "status set by a person"};
    static const char *const verdict[LANG_COUNT] = {"đánh giá", "status"};
    static const char *const time[LANG_COUNT] = {"thời gian", "time"};
    static const char *const last[LANG_COUNT] = {"so cùng kỳ", "against last year"};
    enum language lang = line->book->lang;
    const struct row *row = line->row;
    bool verdict_stays = row->each_group ? !line->each_live : line->too_near;
    const char *parts[] = {
        line->origin == ORIGIN_PROGRAM ? figure[lang] : NULL,
        row->override != NONE ? person[lang] : NULL,
        row->override == NONE && verdict_stays ? verdict[lang] : NULL,
        !months_printable(row->window) ? time[lang] : NULL,
        line->past_stays ? last[lang] : NULL,
    };
    const char *text = "";
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        if (parts[i] != NULL) {
            text = workbook_text(line->book, "%s%s%s", text, text[0] != '\0' ? ", " : "", parts[i]);
        }
    }
    return text;
}

/* ---- the columns ---- */

#define TEXT(function) .kind = DATA_TEXT, .text = (function)
#define WORDS(function) .kind = DATA_WORDS, .words = (function)
#define MEASURE(m) .kind = DATA_FIGURE, .measured = true, .measure = (m)
#define DAY(m) .kind = DATA_DATE, .measured = true, .measure = (m)

const struct data_column data_columns[] = {
    [DATA_KEY] = {"DL_KHOA", {"Khóa", "Key"}, 34, TEXT(text_key)},
    [DATA_ORG] = {"DL_DON_VI", {"Đơn vị", "Organisation"}, 28, TEXT(text_org)},
    [DATA_CODE] = {NULL, {"Mã", "Code"}, 18, TEXT(text_indicator_id)},
    [DATA_NAME] = {"DL_TEN", {"Chỉ tiêu", "Indicator"}, 40, TEXT(text_indicator)},
    [DATA_UNIT] = {"DL_DVT", {"ĐVT", "Unit"}, 15, TEXT(text_unit)},
    [DATA_KIND] = {"DL_LOAI", {"Loại", "Kind"}, 11, TEXT(text_kind)},
    [DATA_BETTER] = {NULL, {"Tốt khi", "Better"}, 8, TEXT(text_better)},
    [DATA_YEAR] = {NULL, {"Năm", "Year"}, 7, .kind = DATA_FIGURE, .whole = true},
    [DATA_AS_OF] = {NULL, {"Xét đến ngày", "As of"}, 12, DAY(M_AS_OF)},
    [DATA_BASE] =
        {"DL_NAM_TRUOC", {"TH năm trước", "Last year"}, 12, MEASURE(M_BASE), .input = true},
    [DATA_BASE_DAY] = {NULL, {"Ngày của số năm trước", "Its date"}, 12, .kind = DATA_DATE},
    [DATA_SAME] = {"DL_CUNG_KY",
                   {"TH cùng kỳ", "Same period last year"},
                   12,
                   MEASURE(M_BY_NOW),
                   .input = true},
    [DATA_SAME_DAY] = {NULL, {"Ngày của số cùng kỳ", "Its date"}, 12, .kind = DATA_DATE},
    [DATA_TARGET_WORDS] = {NULL, {"Kế hoạch, bằng chữ", "Target in words"}, 18, TEXT(text_target)},
    [DATA_LOW] = {"DL_KH_DUOI", {"KH cận dưới", "Target, low"}, 11, MEASURE(M_LOW), .input = true},
    [DATA_HIGH] =
        {"DL_KH_TREN", {"KH cận trên", "Target, high"}, 11, MEASURE(M_HIGH), .input = true},
    [DATA_DECIDES] = {"DL_KH", {"KH quyết định", "Bound that decides"}, 11, MEASURE(M_DECIDES)},
    [DATA_ORIGINAL] = {"DL_KH_DAU",
                       {"KH giao ban đầu", "Target as first assigned"},
                       11,
                       MEASURE(M_DECIDES_FIRST)},
    [DATA_BY] = {NULL, {"Giao bởi", "Assigned by"}, 20, TEXT(text_by)},
    [DATA_HEDGE] = {NULL, {"Mức chữ", "Hedge"}, 8, TEXT(text_hedge)},
    [DATA_ACTUAL] = {"DL_TH", {"TH kỳ này", "Actual"}, 12, MEASURE(M_ACTUAL), .input = true},
    [DATA_ACTUAL_HIGH] =
        {"DL_TH_TREN", {"TH cận trên", "Actual, high"}, 12, MEASURE(M_ACTUAL_HIGH), .input = true},
    [DATA_DAY] = {"DL_NGAY_TH", {"Ngày của số TH", "Its date"}, 12, DAY(M_DAY), .input = true},
    [DATA_ELAPSED] =
        {"DL_THOI_GIAN", {"Thời gian đã qua", "Elapsed"}, 10, MEASURE(M_ELAPSED), .percent = true},
    [DATA_MONTHS_LEFT] = {"DL_THANG_CON",
                          {"Số tháng còn lại", "Months left"},
                          10,
                          .kind = DATA_FIGURE},
    [DATA_EXPECTED] = {"DL_PHAI_DAT",
                       {"Mức phải đạt đến nay", "Expected by now"},
                       12,
                       MEASURE(M_EXPECTED)},
    [DATA_ESTIMATE] =
        {"DL_UOC", {"Ước TH cả năm", "Estimate"}, 12, MEASURE(M_ESTIMATE), .input = true},
    [DATA_ESTIMATE_HIGH] = {"DL_UOC_TREN",
                            {"Ước, cận trên", "Estimate, high"},
                            12,
                            MEASURE(M_ESTIMATE_HIGH),
                            .input = true},
    [DATA_ESTIMATE_DAY] = {NULL, {"Ngày ước", "Its date"}, 12, .kind = DATA_DATE},
    [DATA_SEASONAL] = {"DL_MUA", {"Dự báo theo mùa", "Seasonal forecast"}, 12, MEASURE(M_SEASONAL)},
    [DATA_STATUS_KEY] = {"DL_MA_DANH_GIA",
                         {"Mã đánh giá", "Status code"},
                         12,
                         WORDS(words_status_key)},
    [DATA_STATUS] = {"DL_DANH_GIA", {"Đánh giá", "Status"}, 22, WORDS(words_status)},
    [DATA_COUNTED] =
        {"DL_TINH", {"Tính vào tổng", "Counted"}, 8, .kind = DATA_FIGURE, .whole = true},
    [DATA_TARGET_PLACE] = {NULL,
                           {"KH: tệp, dòng", "Target: file, line"},
                           28,
                           TEXT(text_target_place)},
    [DATA_TARGET_SOURCE] = {NULL,
                            {"KH: văn bản", "Target: document"},
                            36,
                            TEXT(text_target_source)},
    [DATA_QUOTE] = {NULL, {"KH: nguyên văn", "Target: its words"}, 40, TEXT(text_quote)},
    [DATA_WHY] = {NULL, {"KH: lý do điều chỉnh", "Target: why revised"}, 28, TEXT(text_why)},
    [DATA_FIGURE_PLACE] = {NULL,
                           {"TH: tệp, dòng", "Actual: file, line"},
                           28,
                           TEXT(text_figure_place)},
    [DATA_FIGURE_SOURCE] = {NULL, {"TH: nguồn", "Actual: source"}, 36, TEXT(text_figure_source)},
    [DATA_FIGURE_QUOTE] = {NULL,
                           {"TH: nguyên văn", "Actual: its words"},
                           40,
                           TEXT(text_figure_quote)},
    [DATA_NOTE] = {NULL, {"Ghi chú", "Note"}, 40, TEXT(text_note)},
    [DATA_GROW] = {"DL_TANG", {"KH tăng, %", "Growth, %"}, 9, MEASURE(M_GROW), .input = true},
    [DATA_TOLERANCE] = {NULL, {"KH xê dịch", "Tolerance"}, 9, MEASURE(M_TOLERANCE), .input = true},
    [DATA_ATTAINMENT] =
        {"DL_TY_LE", {"So kế hoạch", "Of target"}, 10, MEASURE(M_ATTAINMENT), .percent = true},
    [DATA_NEEDED] = {"DL_CAN_THANG", {"Cần mỗi tháng", "Needed per month"}, 14, MEASURE(M_NEEDED)},
    [DATA_FORECAST] = {"DL_DU_BAO", {"Dự báo cả năm", "Forecast"}, 12, MEASURE(M_RUN_RATE)},
    [DATA_REPORTING] = {"DL_BAO_CAO",
                        {"Thành viên có số", "Members reporting"},
                        9,
                        MEASURE(M_REPORTING),
                        .whole = true},
    [DATA_MEMBERS] =
        {"DL_SO_DON_VI", {"Số thành viên", "Members"}, 9, .kind = DATA_FIGURE, .whole = true},
    [DATA_FIXED] = {NULL,
                    {"Do chương trình tính, không đổi theo", "Computed, does not follow"},
                    22,
                    WORDS(words_fixed)},
    [DATA_FIRST] = {NULL, {"Từ ngày", "From"}, 11, .kind = DATA_DATE},
    [DATA_LAST] = {NULL, {"Đến ngày", "To"}, 11, DAY(M_LAST_DAY)},
    [DATA_SEEN] = {"DL_NGAY_XET", {"Ngày được xét", "Day judged"}, 11, DAY(M_SEEN)},
    [DATA_WHOLE] =
        {NULL, {"Tháng trọn đã qua", "Whole months gone"}, 9, .kind = DATA_FIGURE, .whole = true},
    [DATA_MONTHS] = {"DL_THANG_QUA", {"Số tháng đã qua", "Months gone"}, 9, MEASURE(M_GONE)},
    [DATA_DUE] =
        {"DL_PHAN", {"Phần phải đạt đến nay", "Share due"}, 9, MEASURE(M_DUE), .percent = true},
    [DATA_LAST_TOTAL] =
        {NULL, {"Cả kỳ năm trước", "Last year's total"}, 11, MEASURE(M_LAST_TOTAL), .input = true},
    [DATA_COMPARED] = {"DL_SO_CUNG_KY",
                       {"TH cùng kỳ để so", "Compared with last year"},
                       11,
                       MEASURE(M_SAME)},
    [DATA_VS_LAST_YEAR] = {"DL_SO_NAM_TRUOC",
                           {"So cùng kỳ", "Of last year"},
                           9,
                           MEASURE(M_VS_LAST_YEAR),
                           .percent = true},
    [DATA_ALIKE] = {NULL, {"TH của các đơn vị được so", "Actual of those"}, 11, MEASURE(M_ALIKE)},
    [DATA_VS_LAST_YEAR_GAP] = {"DL_TANG_GIAM",
                               {"Tăng, giảm so cùng kỳ", "Change on last year"},
                               11,
                               MEASURE(M_VS_LAST_YEAR_GAP)},
    [DATA_SEASON] = {NULL,
                     {"Cùng kỳ để tính mùa vụ", "Same period, for the season"},
                     11,
                     MEASURE(M_SEASON)},
    [DATA_TARGET_VS_LAST_YEAR] = {"DL_KH_NAM_TRUOC",
                                  {"KH so năm trước", "Target of last year"},
                                  9,
                                  MEASURE(M_TARGET_VS_LAST_YEAR),
                                  .percent = true},
    [DATA_TARGET_VS_LAST_YEAR_GAP] = {"DL_KH_TANG",
                                      {"KH tăng, giảm so năm trước", "Target on last year"},
                                      11,
                                      MEASURE(M_TARGET_VS_LAST_YEAR_GAP)},
    [DATA_ESTIMATE_ATTAINMENT] = {"DL_UOC_KH",
                                  {"Ước so KH", "Estimate of target"},
                                  9,
                                  MEASURE(M_ESTIMATE_ATTAINMENT),
                                  .percent = true},
    [DATA_ESTIMATE_VS_LAST_YEAR] = {"DL_UOC_NAM_TRUOC",
                                    {"Ước so năm trước", "Estimate of last year"},
                                    9,
                                    MEASURE(M_ESTIMATE_VS_LAST_YEAR),
                                    .percent = true},
    [DATA_ESTIMATE_VS_LAST_YEAR_GAP] = {"DL_UOC_TANG",
                                        {"Ước tăng, giảm so năm trước", "Estimate on last year"},
                                        11,
                                        MEASURE(M_ESTIMATE_VS_LAST_YEAR_GAP)},
    [DATA_ESTIMATE_STATUS] = {"DL_BAC_UOC",
                              {"Bậc theo ước", "Status by the estimate"},
                              8,
                              MEASURE(M_ESTIMATE_STATUS),
                              .whole = true},
    [DATA_DISTANCE] = {"DL_XA", {"Còn xa mức phải có", "Distance"}, 9, MEASURE(M_DISTANCE)},
    [DATA_STATED] = {"DL_KH_TANG_THANH",
                     {"KH tăng thành", "Growth comes to"},
                     11,
                     MEASURE(M_STATED)},
    [DATA_STATED_FIRST] = {NULL,
                           {"KH tăng ban đầu thành", "First growth came to"},
                           11,
                           MEASURE(M_STATED_FIRST)},
    [DATA_ATTAINMENT_FIRST] = {"DL_TY_LE_DAU",
                               {"So KH ban đầu", "Of first target"},
                               9,
                               MEASURE(M_ATTAINMENT_ORIGINAL),
                               .percent = true},
    [DATA_GAP] = {"DL_CHENH", {"Chênh lệch so KH", "Gap to target"}, 11, MEASURE(M_GAP)},
    [DATA_LEFT] = {"DL_CON_LAI", {"Còn lại", "Left to do"}, 11, MEASURE(M_LEFT)},
    [DATA_PROGRESS] = {"DL_TIEN_TRIEN",
                       {"Tiến triển từ số gốc", "Progress from base"},
                       9,
                       MEASURE(M_PROGRESS),
                       .percent = true},
    [DATA_ACHIEVED] = {"DL_DA_LAM",
                       {"Đã làm mỗi tháng", "Done per month"},
                       11,
                       MEASURE(M_ACHIEVED)},
    [DATA_WEIGHTED] = {NULL, {"Góp vào số gộp", "Into the group's"}, 11, .kind = DATA_FIGURE},
    [DATA_WEIGHT] = {NULL, {"Quyền số, mẫu số", "Weight"}, 11, .kind = DATA_FIGURE},
    [DATA_REPORTED] = {"DL_NGAY_CO",
                       {"Ngày có số để gộp", "Day for the group"},
                       9,
                       .kind = DATA_FIGURE,
                       .whole = true},
    [DATA_PARTIAL] =
        {"DL_THIEU", {"Chưa đủ thành viên", "Partial"}, 9, MEASURE(M_PARTIAL), .whole = true},
    [DATA_FEEDS] = {"DL_NUOI", {"Vào dòng của cụm", "Feeds"}, 12, WORDS(words_feeds)},
    [DATA_WORST] =
        {NULL, {"Bậc kém nhất", "Worst member's status"}, 8, MEASURE(M_WORST), .whole = true},
    [DATA_RANK_LOW] =
        {NULL, {"Bậc, cận dưới", "Rank, low"}, 8, MEASURE(M_STATUS_LOW), .whole = true},
    [DATA_RANK_HIGH] =
        {NULL, {"Bậc, cận trên", "Rank, high"}, 8, MEASURE(M_STATUS_HIGH), .whole = true},
    [DATA_RANK] =
        {"DL_HANG", {"Bậc tính được", "Rank computed"}, 8, MEASURE(M_STATUS), .whole = true},
    [DATA_FINAL] = {"DL_BAC", {"Bậc đánh giá", "Rank"}, 8, .kind = DATA_FIGURE, .whole = true},
    [DATA_COUNTED_ALL] = {"DL_TINH_CHUNG",
                          {"Tính vào tổng chung", "Counted over all"},
                          8,
                          .kind = DATA_FIGURE,
                          .whole = true},
    [DATA_TYPED] = {"DL_DONG_NHAP",
                    {"Dòng ở trang Nhập số", "Row of the inputs"},
                    8,
                    .kind = DATA_FIGURE,
                    .whole = true},
    [DATA_WRONG] =
        {"DL_SAI", {"Số nhập sai", "Wrong input"}, 8, .kind = DATA_FIGURE, .whole = true},
    [DATA_SHORT] = {"DL_TEN_NGAN", {"Tên một dòng", "Name in one line"}, 40, TEXT(row_short)},
    [DATA_OWNER] = {"DL_PHU_TRACH", {"Phụ trách", "Owner"}, 24, TEXT(row_owner)},
    [DATA_LINK] = {"DL_BIEU", {"Chỗ trong biểu", "Place in the table"}, 18, TEXT(wall_link)},
    [DATA_SIGN] = {"DL_KH_CHU", {"Chữ trước KH", "Before the target"}, 12, TEXT(row_sign)},
    [DATA_ASKED] = {"DL_KH_SO", {"KH để ghi", "Target to be shown"}, 11, .kind = DATA_FIGURE},
    [DATA_ASKED_HIGH] = {"DL_KH_SO_TREN",
                         {"KH để ghi, cận trên", "… its second bound"},
                         11,
                         .kind = DATA_FIGURE},
    [DATA_MET] = {"DL_DON_VI_DAT",
                  {"Thành viên đạt", "Members that meet it"},
                  9,
                  .kind = DATA_FIGURE,
                  .whole = true},
    [DATA_MARK] = {"DL_LUU_Y", {"Lưu ý", "Mark"}, 20, WORDS(wall_mark)},
    [DATA_FILLED] = {"DL_DAY",
                     {"Đã có so KH, so mức trần", "Of target or limit"},
                     9,
                     .kind = DATA_FIGURE,
                     .percent = true},
    [DATA_JUDGED] = {"DL_THEO",
                     {"So mức dùng để đánh giá", "Of what it is judged by"},
                     9,
                     .kind = DATA_FIGURE,
                     .percent = true},
    [DATA_ORDER] = {"DL_THU_TU",
                    {"Thứ tự, kém nhất trước", "Order, worst first"},
                    16,
                    .kind = DATA_FIGURE,
                    .whole = true},
    [DATA_ORDER_MEMBERS] = {"DL_THU_TU_DV",
                            {"Thứ tự, đơn vị thành viên", "Order, of members"},
                            16,
                            .kind = DATA_FIGURE,
                            .whole = true},
    [DATA_ORDER_DRAWN] = {"DL_THU_TU_VE",
                          {"Thứ tự trên biểu đồ", "Order in the chart"},
                          16,
                          .kind = DATA_FIGURE,
                          .whole = true},
    [DATA_PAST] = {"DL_KY_TRUOC", {"Số kỳ trước", "Last meeting"}, 12, .kind = DATA_FIGURE},
    [DATA_PAST_WORDS] = {"DL_KY_TRUOC_CHU",
                         {"Số kỳ trước, bằng chữ", "… in words"},
                         12,
                         TEXT(past_words)},
    [DATA_PAST_RANK] =
        {NULL, {"Bậc kỳ trước", "Last meeting's rank"}, 8, .kind = DATA_FIGURE, .whole = true},
    [DATA_MOVE] = {"DL_DOI", {"Đổi từ kỳ trước", "Change since"}, 8, WORDS(past_move)},
};
static_assert(sizeof data_columns / sizeof data_columns[0] == DATA_COUNT,
              "a column is described nowhere");

int data_column_of(enum measure m) {
    int column = 0;
    while (column < DATA_COUNT &&
           !(data_columns[column].measured && data_columns[column].measure == m)) {
        column++;
    }
    return column;
}

const char *data_name(enum measure m) {
    return data_columns[data_column_of(m)].name;
}
