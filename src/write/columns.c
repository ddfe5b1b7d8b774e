/* The columns of the typed table: what each is called, how it stands, where it is shown. */
#include <assert.h>
#include <string.h>

#include "table.h"

static const struct column columns[] = {
    [COLUMN_NUMBER] = {"number", {"STT", "No."}, {"STT", "No."}, ALIGN_CENTRE, 3, 0, false, true},
    [COLUMN_ORG] = {"org", {"Đơn vị", "Organisation"}, {"Đơn vị", "Organisation"}, ALIGN_LEFT, 10,
                    30, false, false},
    [COLUMN_NAME] = {"name", {"Chỉ tiêu", "Goal"}, {"Chỉ tiêu", "Goal"}, ALIGN_LEFT, 16, 46, true,
                     true},
    [COLUMN_UNIT] = {"unit", {"Đơn vị tính", "Unit"}, {"Đơn vị tính", "Unit"}, ALIGN_LEFT, 4, 11,
                     true, true},
    [COLUMN_LAST_YEAR] = {"last_year", {"TH năm trước", "Last year"},
                          {"Thực hiện năm trước", "Last year"}, ALIGN_RIGHT, 6, 0, false, true},
    [COLUMN_LAST_YEAR_DATE] = {"last_year_date", {"Ngày số năm trước", "Dated"},
                               {"Ngày của số năm trước", "Date of last year's figure"},
                               ALIGN_LEFT, 10, 0, false, false},
    [COLUMN_LAST_YEAR_SAME] = {"last_year_same", {"Cùng kỳ", "Same period"},
                               {"Cùng kỳ năm trước", "Same period last year"}, ALIGN_RIGHT, 6, 0,
                               false, true},
    [COLUMN_TARGET] = {"target", {"Kế hoạch", "Target"}, {"Kế hoạch năm", "Target"}, ALIGN_RIGHT,
                       8, 10, true, true},
    [COLUMN_TARGET_ORIGINAL] = {"target_original", {"KH ban đầu", "First target"},
                                {"Kế hoạch giao ban đầu", "Target as first assigned"},
                                ALIGN_RIGHT, 8, 0, false, false},
    [COLUMN_TARGET_BY] = {"target_by", {"Nơi giao", "Assigned by"},
                          {"Nơi giao kế hoạch", "Assigned by"}, ALIGN_LEFT, 8, 24, false, false},
    [COLUMN_ACTUAL] = {"actual", {"Thực hiện", "Actual"}, {"Thực hiện", "Actual"}, ALIGN_RIGHT, 8,
                       0, true, true},
    [COLUMN_ACTUAL_DATE] = {"actual_date", {"Ngày số liệu", "Figure of"},
                            {"Ngày của số liệu", "Date of the figure"}, ALIGN_LEFT, 10, 0, false,
                            true},
    [COLUMN_ATTAINMENT] = {"attainment", {"% KH", "% of plan"},
                           {"So với kế hoạch (%)", "Attainment (%)"}, ALIGN_RIGHT, 8, 9, true,
                           true},
    [COLUMN_ATTAINMENT_ORIGINAL] = {"attainment_original", {"% KH ban đầu", "% of first"},
                                    {"So với kế hoạch ban đầu (%)", "Attainment of the first (%)"},
                                    ALIGN_RIGHT, 6, 0, false, false},
    [COLUMN_VS_LAST_YEAR] = {"vs_last_year", {"% cùng kỳ", "% last year"},
                             {"So với cùng kỳ (%)", "Of same period last year (%)"}, ALIGN_RIGHT,
                             6, 0, false, true},
    [COLUMN_GAP] = {"gap", {"Chênh lệch", "Gap"}, {"Chênh lệch so với kế hoạch", "Gap to target"},
                    ALIGN_RIGHT, 6, 0, false, true},
    [COLUMN_LEFT] = {"left", {"Còn lại", "Left"}, {"Còn lại", "Left to do"}, ALIGN_RIGHT, 6, 0,
                     true, true},
    [COLUMN_PROGRESS] = {"progress", {"Tiến triển", "Progress"},
                         {"Tiến triển từ số gốc (%)", "Progress from baseline (%)"}, ALIGN_RIGHT,
                         6, 0, false, false},
    [COLUMN_ELAPSED] = {"elapsed", {"Đã qua", "Elapsed"},
                        {"Thời gian đã qua (%)", "Time elapsed (%)"}, ALIGN_RIGHT, 6, 0, false,
                        false},
    [COLUMN_EXPECTED] = {"expected", {"Phải đạt", "Expected"},
                         {"Mức phải đạt đến nay", "Expected by now"}, ALIGN_RIGHT, 6, 0, false,
                         false},
    [COLUMN_ESTIMATE] = {"estimate", {"Ước TH", "Estimate"},
                         {"Ước thực hiện cả năm", "Officer's estimate"}, ALIGN_RIGHT, 6, 0, false,
                         true},
    [COLUMN_FORECAST] = {"forecast", {"Dự báo", "Forecast"},
                         {"Dự báo cả năm theo đà hiện nay", "Forecast at this pace"}, ALIGN_RIGHT,
                         6, 0, false, true},
    [COLUMN_FORECAST_SEASONAL] = {"forecast_seasonal", {"Dự báo mùa vụ", "Seasonal"},
                                  {"Dự báo cả năm theo mùa vụ năm trước", "Seasonal forecast"},
                                  ALIGN_RIGHT, 6, 0, false, false},
    [COLUMN_NEEDED] = {"needed", {"Cần/tháng", "Needed/mo"},
                       {"Cần làm mỗi tháng từ nay", "Needed per month from now"}, ALIGN_RIGHT, 6,
                       0, false, false},
    [COLUMN_ACHIEVED] = {"achieved", {"Đã làm/tháng", "Done/mo"},
                         {"Đã làm mỗi tháng", "Achieved per month so far"}, ALIGN_RIGHT, 6, 0,
                         false, false},
    [COLUMN_STATUS] = {"status", {"Đánh giá", "Status"}, {"Đánh giá", "Status"}, ALIGN_LEFT, 12,
                       19, true, true},
    [COLUMN_NOTE] = {"note", {"Ghi chú", "Notes"}, {"Ghi chú", "Notes"}, ALIGN_LEFT, 16, 40, false,
                     true},
    [COLUMN_SOURCE] = {"source", {"Nguồn", "Source"}, {"Nguồn số liệu", "Source"}, ALIGN_LEFT, 16,
                       40, false, true},
    [COLUMN_AS_OF] = {"as_of", {"Tính đến", "As of"}, {"Tính đến ngày", "As of"}, ALIGN_LEFT, 10,
                      0, false, false},
    [COLUMN_YEAR] = {"year", {"Năm", "Year"}, {"Năm", "Year"}, ALIGN_CENTRE, 4, 0, false, false},
};
static_assert(sizeof columns / sizeof columns[0] == COLUMN_COUNT, "a column is not described");

const struct column *table_column(enum column_id id) {
    return &columns[id];
}

enum column_id table_column_find(const char *key) {
    for (enum column_id id = 0; id < COLUMN_COUNT; id++) {
        if (strcmp(columns[id].key, key) == 0) {
            return id;
        }
    }
    return COLUMN_COUNT;
}
