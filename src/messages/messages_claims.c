/* SPDX-License-Identifier: MIT */
/* Messages about published figures (T510 – T517). */
#include <assert.h>

#include "message_table.h"

const struct message messages_of_claims[] = {
    {
        .code = MSG_CLAIM_DIFFERS,
        .id = "T510",
        .severity = SEVERITY_WARNING,
        .text = {"{2}: đã công bố {0#}, tính lại từ số liệu được {1#}.",
                 "{2}: {0#} was published, the figures make {1#}."},
        .hint = {"Sửa con số trong báo cáo, hoặc sửa số liệu đã ghi; xem phép tính bằng lệnh why.",
                 "Correct the report or the figures; `why` shows the arithmetic."},
        .title = {"Số công bố khác số tính lại", "A published figure that differs"},
        .means = {"Con số in trong báo cáo không bằng con số tính lại từ số liệu đã ghi.",
                  "The figure that the report prints is not what the figures make."},
        .why = {"Người đọc báo cáo tính lại sẽ thấy sai; cần sửa trước khi ký.",
                "A reader who computes it again finds it wrong; mend it before it is signed."},
        .framed = true,
        .wrong = "org: bac-ninh\n"
                 "year: 2024\n"
                 "targets:\n"
                 "  htx_new: 30\n"
                 "actuals:\n"
                 "  - as_of: 2024-06-30\n"
                 "    values: {htx_new: 15}\n"
                 "    claims: {htx_new: {attainment: 55%}}\n",
        .right = "org: bac-ninh\n"
                 "year: 2024\n"
                 "targets:\n"
                 "  htx_new: 30\n"
                 "actuals:\n"
                 "  - as_of: 2024-06-30\n"
                 "    values: {htx_new: 15}\n"
                 "    claims: {htx_new: {attainment: 50%}}\n",
        .line = 8,
        .column = 23,
    },
    {
        .code = MSG_CLAIM_NO_ACTUAL,
        .id = "T511",
        .severity = SEVERITY_WARNING,
        .text = {"{1}: không tính lại được số công bố {0#}, vì chưa có số thực hiện của ngày ấy.",
                 "{1}: {0#} cannot be recomputed, there is no actual figure of that day."},
        .hint = {"Ghi số thực hiện vào `values` của cùng mục.",
                 "Write the figure under `values` of the same entry."},
        .title = {"Số công bố thiếu số thực hiện", "A published figure without its actual"},
        .means = {"Báo cáo in một tỷ lệ, nhưng mục ấy và ngày ấy không có số của chỉ tiêu.",
                  "A percentage is published, but neither its entry nor its day has the figure."},
        .why = {"Số không kiểm được dễ bị coi là đã kiểm.",
                "What cannot be checked passes for checked."},
        .framed = true,
        .wrong = "org: bac-ninh\n"
                 "year: 2024\n"
                 "targets:\n"
                 "  htx_new: 30\n"
                 "actuals:\n"
                 "  - as_of: 2024-06-30\n"
                 "    values: {htx_closed: 2}\n"
                 "    claims: {htx_new: {attainment: 50%}}\n",
        .right = "org: bac-ninh\n"
                 "year: 2024\n"
                 "targets:\n"
                 "  htx_new: 30\n"
                 "actuals:\n"
                 "  - as_of: 2024-06-30\n"
                 "    values: {htx_new: 15}\n"
                 "    claims: {htx_new: {attainment: 50%}}\n",
        .line = 8,
        .column = 23,
    },
    {
        .code = MSG_CLAIM_NO_TARGET,
        .id = "T512",
        .severity = SEVERITY_WARNING,
        .text = {"{1}: không tính lại được số công bố {0#}, vì không có kế hoạch có hiệu lực vào "
                 "ngày ấy.",
                 "{1}: {0#} cannot be recomputed, there is no target in force on that day."},
        .hint = {"Ghi kế hoạch vào `targets`; nếu nói về một kỳ thì ghi `during`, về một cấp giao "
                 "thì ghi `by`.",
                 "Write the target under `targets`; name its part of the year with `during`, who "
                 "assigned it with `by`."},
        .title = {"Số công bố thiếu kế hoạch", "A published figure without its target"},
        .means = {"Báo cáo in tỷ lệ so với kế hoạch, nhưng kế hoạch ấy chưa ghi, chưa giao vào "
                  "ngày ấy, hoặc không có con số.",
                  "A percentage of a target is published, but that target is not written, not yet "
                  "known that day, or has no number."},
        .why = {"Số không kiểm được dễ bị coi là đã kiểm.",
                "What cannot be checked passes for checked."},
        .framed = true,
        .wrong = "org: bac-ninh\n"
                 "year: 2024\n"
                 "actuals:\n"
                 "  - as_of: 2024-06-30\n"
                 "    values: {htx_new: 15}\n"
                 "    claims: {htx_new: {attainment: 50%}}\n",
        .right = "org: bac-ninh\n"
                 "year: 2024\n"
                 "targets:\n"
                 "  htx_new: 30\n"
                 "actuals:\n"
                 "  - as_of: 2024-06-30\n"
                 "    values: {htx_new: 15}\n"
                 "    claims: {htx_new: {attainment: 50%}}\n",
        .line = 6,
        .column = 23,
    },
    {
        .code = MSG_CLAIM_WHOSE,
        .id = "T513",
        .severity = SEVERITY_WARNING,
        .text = {"{1}: không tính lại được số công bố {0#}, vì có nhiều kế hoạch mà chưa rõ là kế "
                 "hoạch nào.",
                 "{1}: {0#} cannot be recomputed, several targets may be meant."},
        .hint = {"Ghi thêm `by` (cấp giao) hoặc `during` (kỳ) vào số công bố.",
                 "Add `by` (who assigned it) or `during` (which part of the year) to the claim."},
        .title = {"Số công bố không nói rõ kế hoạch nào", "A published figure of several targets"},
        .means = {"Chỉ tiêu có nhiều kế hoạch cùng kỳ, số công bố không nói so với kế hoạch nào.",
                  "The indicator has several targets, and the claim does not say which is meant."},
        .why = {"Cùng một số thực hiện, mỗi kế hoạch cho một tỷ lệ khác.",
                "Of one figure each target makes another percentage."},
        .framed = true,
        .wrong = "org: bac-ninh\n"
                 "year: 2024\n"
                 "targets:\n"
                 "  htx_new:\n"
                 "    - {at_least: 30, by: Tỉnh}\n"
                 "    - {at_least: 20, by: Huyện}\n"
                 "actuals:\n"
                 "  - as_of: 2024-06-30\n"
                 "    values: {htx_new: 15}\n"
                 "    claims: {htx_new: {attainment: 50%}}\n",
        .right = "org: bac-ninh\n"
                 "year: 2024\n"
                 "targets:\n"
                 "  htx_new:\n"
                 "    - {at_least: 30, by: Tỉnh}\n"
                 "    - {at_least: 20, by: Huyện}\n"
                 "actuals:\n"
                 "  - as_of: 2024-06-30\n"
                 "    values: {htx_new: 15}\n"
                 "    claims: {htx_new: {attainment: 50%, by: Tỉnh}}\n",
        .line = 10,
        .column = 23,
    },
    {
        .code = MSG_CLAIM_NO_LAST_YEAR,
        .id = "T514",
        .severity = SEVERITY_WARNING,
        .text = {"{1}: không tính lại được số công bố {0#}, vì không có số cùng kỳ năm trước.",
                 "{1}: {0#} cannot be recomputed, there is no figure of the same day last year."},
        .hint = {"Ghi số của đúng ngày ấy năm trước; của ước cả năm thì ghi số cả năm trước.",
                 "Write last year's figure of exactly that day; beside an estimate, that of the "
                 "whole year."},
        .title = {"Số công bố thiếu số cùng kỳ", "A published figure without last year's"},
        .means = {"Báo cáo so với cùng kỳ, nhưng số của đúng ngày ấy năm trước chưa ghi, hoặc chỉ "
                  "là một khoảng.",
                  "The report compares with last year, but last year's figure of that very day is "
                  "not written, or is a range."},
        .why = {"Số không kiểm được dễ bị coi là đã kiểm.",
                "What cannot be checked passes for checked."},
        .framed = true,
        .wrong = "org: bac-ninh\n"
                 "actuals:\n"
                 "  - as_of: 2024-06-30\n"
                 "    values: {htx_new: 109}\n"
                 "    claims: {htx_new: {of_last_year: 54.5%}}\n",
        .right = "org: bac-ninh\n"
                 "actuals:\n"
                 "  - as_of: 2023-06-30\n"
                 "    values: {htx_new: 200}\n"
                 "  - as_of: 2024-06-30\n"
                 "    values: {htx_new: 109}\n"
                 "    claims: {htx_new: {of_last_year: 54.5%}}\n",
        .line = 5,
        .column = 23,
    },
    {
        .code = MSG_CLAIM_ZERO,
        .id = "T515",
        .severity = SEVERITY_WARNING,
        .text = {"{1}: không tính lại được số công bố {0#}, vì phải chia cho 0.",
                 "{1}: {0#} cannot be recomputed, it would divide by 0."},
        .hint = {"So với 0 thì không có tỷ lệ; trong báo cáo ghi con số, không ghi phần trăm.",
                 "There is no percentage of 0; let the report print the figure instead."},
        .title = {"Số công bố chia cho 0", "A published figure divided by 0"},
        .means = {"Kế hoạch, số cùng kỳ hoặc số tổng bằng 0, nên không có tỷ lệ nào.",
                  "The target, last year's figure or the whole is 0, so there is no percentage."},
        .why = {"Tỷ lệ đã in không thể đúng.", "The percentage that was printed cannot be right."},
        .framed = true,
        .wrong = "org: bac-ninh\n"
                 "year: 2024\n"
                 "targets:\n"
                 "  htx_closed: 0\n"
                 "actuals:\n"
                 "  - as_of: 2024-06-30\n"
                 "    values: {htx_closed: 5}\n"
                 "    claims: {htx_closed: {attainment: 100%}}\n",
        .right = "org: bac-ninh\n"
                 "year: 2024\n"
                 "targets:\n"
                 "  htx_closed: 5\n"
                 "actuals:\n"
                 "  - as_of: 2024-06-30\n"
                 "    values: {htx_closed: 5}\n"
                 "    claims: {htx_closed: {attainment: 100%}}\n",
        .line = 8,
        .column = 26,
    },
    {
        .code = MSG_CLAIM_PARTIAL,
        .id = "T516",
        .severity = SEVERITY_WARNING,
        .text = {"{1}: không tính lại được số công bố {0#}, vì còn đơn vị chưa có số.",
                 "{1}: {0#} cannot be recomputed, some members are missing."},
        .hint = {"Ghi số của các đơn vị còn thiếu, hoặc số cụm tự báo cáo.",
                 "Write the missing members' figures, or the group's own."},
        .title = {"Số công bố khi chưa đủ đơn vị", "A published figure of some members only"},
        .means = {"Số của cụm mới cộng một số đơn vị, nên chưa so được với con số đã in.",
                  "The group's figure is of some of its members, so what was printed cannot be "
                  "held against it."},
        .why = {"So một phần với toàn bộ thì sai.", "A part is never compared with a whole."},
        .framed = true,
        .wrong = "year: 2024\n"
                 "actuals:\n"
                 "  - {org: yen-bai, as_of: 2024-06-30, values: {htx_total: 100}}\n"
                 "  - org: tay-bac\n"
                 "    as_of: 2024-06-30\n"
                 "    values: {htx_new: 5}\n"
                 "    claims: {htx_new: {share_of: htx_total, is: 2.5%}}\n",
        .right = "year: 2024\n"
                 "actuals:\n"
                 "  - {org: yen-bai, as_of: 2024-06-30, values: {htx_total: 100}}\n"
                 "  - {org: son-la, as_of: 2024-06-30, values: {htx_total: 100}}\n"
                 "  - org: tay-bac\n"
                 "    as_of: 2024-06-30\n"
                 "    values: {htx_new: 5}\n"
                 "    claims: {htx_new: {share_of: htx_total, is: 2.5%}}\n",
        .line = 7,
        .column = 23,
    },
    {
        .code = MSG_CLAIM_NO_OTHER,
        .id = "T517",
        .severity = SEVERITY_WARNING,
        .text = {"{1}: không tính lại được tỷ trọng {0#}, vì chưa có số “{2}” của ngày ấy.",
                 "{1}: the share {0#} cannot be recomputed, there is no “{2}” of that day."},
        .hint = {"Ghi số ấy vào `values` của cùng mục.",
                 "Write that figure under `values` of the same entry."},
        .title = {"Tỷ trọng thiếu số tổng", "A share without its whole"},
        .means = {"Báo cáo in một tỷ trọng, nhưng số để chia chưa có của cùng ngày.",
                  "A share is published, but what it is a share of has no figure of that day."},
        .why = {"Số không kiểm được dễ bị coi là đã kiểm.",
                "What cannot be checked passes for checked."},
        .framed = true,
        .wrong = "org: bac-ninh\n"
                 "year: 2024\n"
                 "actuals:\n"
                 "  - as_of: 2024-06-30\n"
                 "    values: {htx_new: 15}\n"
                 "    claims: {htx_new: {share_of: htx_total, is: 3%}}\n",
        .right = "org: bac-ninh\n"
                 "year: 2024\n"
                 "actuals:\n"
                 "  - as_of: 2024-06-30\n"
                 "    values: {htx_new: 15, htx_total: 500}\n"
                 "    claims: {htx_new: {share_of: htx_total, is: 3%}}\n",
        .line = 6,
        .column = 23,
    },
};

static_assert(sizeof messages_of_claims / sizeof *messages_of_claims == MESSAGES_OF_CLAIMS,
              "a message is missing");
