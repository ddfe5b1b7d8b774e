/* SPDX-License-Identifier: MIT */
/* Messages about what should add up, and what has no effect (T528 – T538). */
#include <assert.h>

#include "message_table.h"

const struct message messages_of_sums[] = {
    {
        .code = MSG_PARTS_SHORT,
        .id = "T528",
        .severity = SEVERITY_WARNING,
        .text = {"Các phần của {2} đã đủ mà chỉ cộng được {0#}, không bằng tổng {1#}.",
                 "All parts of {2} are there and make {0#}, not the whole, {1#}."},
        .hint = {"Tìm phần ghi thiếu; nếu các phần chưa phải là toàn bộ thì bỏ `complete: yes`.",
                 "Look for the part that is too small; where parts are not the whole, remove "
                 "`complete: yes`."},
        .title = {"Các phần không đủ tổng", "Parts short of their whole"},
        .means = {"Cách chia khai là đủ (`complete`), các phần đều có số, nhưng cộng lại nhỏ hơn "
                  "số tổng.",
                  "The breakdown is declared complete and all its parts have a figure, but they "
                  "make less than the whole."},
        .why = {"Một phần ghi thiếu hoặc số tổng ghi thừa.",
                "A part is too small or the whole too large."},
        .framed = true,
        .wrong = "org: bac-ninh\n"
                 "year: 2024\n"
                 "indicators:\n"
                 "  xa: {name: Quỹ ở xã, unit: quỹ, kind: stock, part_of: {whole: quy, by: địa "
                 "bàn, complete: yes}}\n"
                 "  phuong: {name: Quỹ ở phường, unit: quỹ, kind: stock, part_of: {whole: quy, by: "
                 "địa bàn, complete: yes}}\n"
                 "  quy: {name: Quỹ tín dụng, unit: quỹ, kind: stock}\n"
                 "actuals:\n"
                 "  - as_of: 2024-06-30\n"
                 "    values: {quy: 167, xa: 94, phuong: 56}\n",
        .right = "org: bac-ninh\n"
                 "year: 2024\n"
                 "indicators:\n"
                 "  xa: {name: Quỹ ở xã, unit: quỹ, kind: stock, part_of: {whole: quy, by: địa "
                 "bàn, complete: yes}}\n"
                 "  phuong: {name: Quỹ ở phường, unit: quỹ, kind: stock, part_of: {whole: quy, by: "
                 "địa bàn, complete: yes}}\n"
                 "  quy: {name: Quỹ tín dụng, unit: quỹ, kind: stock}\n"
                 "actuals:\n"
                 "  - as_of: 2024-06-30\n"
                 "    values: {quy: 150, xa: 94, phuong: 56}\n",
        .line = 9,
        .column = 19,
    },
    {
        .code = MSG_BEHIND_GAP,
        .id = "T529",
        .severity = SEVERITY_WARNING,
        .text = {"{3}: thiếu {0}, nên {1#} của {2} chưa được cộng.",
                 "{3}: {0} is missing, so the {1#} of {2} are not counted."},
        .hint =
            {"Ghi số của kỳ còn thiếu (không có thì ghi 0), hoặc ghi số cộng dồn theo `as_of`.",
             "Write the missing period's figure (0 if nothing), or a running total under `as_of`."},
        .title = {"Các kỳ bị ngắt quãng", "Periods behind a gap"},
        .means = {"Số từng kỳ chỉ được cộng khi liền nhau từ đầu năm hoặc từ một số cộng dồn.",
                  "Periods are added only while they follow one another, from the start of the "
                  "year or from a running total."},
        .why = {"Phần ở sau chỗ trống không có trong số thực hiện, kết quả thấp hơn thực tế.",
                "What lies behind the gap is not in the figure, which is too low."},
        .framed = true,
        .wrong = "org: bac-ninh\n"
                 "year: 2024\n"
                 "actuals:\n"
                 "  - {during: 2024-01, values: {htx_new: 2}}\n"
                 "  - {during: 2024-03, values: {htx_new: 7}}\n",
        .right = "org: bac-ninh\n"
                 "year: 2024\n"
                 "actuals:\n"
                 "  - {during: 2024-01, values: {htx_new: 2}}\n"
                 "  - {during: 2024-02, values: {htx_new: 0}}\n"
                 "  - {during: 2024-03, values: {htx_new: 7}}\n",
        .line = 5,
        .column = 41,
    },
    {
        .code = MSG_RATIO_CONTRADICTS,
        .id = "T530",
        .severity = SEVERITY_WARNING,
        .text = {"{2}: đã ghi {0#}, nhưng hai số thành phần cùng ngày cho {1#}.",
                 "{2}: {0#} is stated, but its two parts of that day make {1#}."},
        .hint = {"Sửa tỷ lệ hoặc số thành phần; hoặc bỏ tỷ lệ đi, tiendo tự tính.",
                 "Correct the share or its parts; or leave the share out, tiendo computes it."},
        .title = {"Tỷ lệ khác số thành phần", "A share that its parts contradict"},
        .means = {"Tỷ lệ hay số bình quân đã ghi không bằng tử số chia mẫu số của cùng ngày.",
                  "The share or mean is not the quotient of its two figures of the same day."},
        .why = {"Một trong ba số sai.", "One of the three is wrong."},
        .framed = true,
        .wrong = "org: bac-ninh\n"
                 "year: 2024\n"
                 "indicators:\n"
                 "  agri_share: {name: Tỷ lệ HTX nông nghiệp mới, unit: \"%\", kind: share, ratio: "
                 "{of: htx_new_agri, to: htx_new}}\n"
                 "actuals:\n"
                 "  - as_of: 2024-06-30\n"
                 "    values: {htx_new: 15, htx_new_agri: 12, agri_share: 85}\n",
        .right = "org: bac-ninh\n"
                 "year: 2024\n"
                 "indicators:\n"
                 "  agri_share: {name: Tỷ lệ HTX nông nghiệp mới, unit: \"%\", kind: share, ratio: "
                 "{of: htx_new_agri, to: htx_new}}\n"
                 "actuals:\n"
                 "  - as_of: 2024-06-30\n"
                 "    values: {htx_new: 15, htx_new_agri: 12, agri_share: 80}\n",
        .line = 7,
        .column = 57,
    },
    {
        .code = MSG_REFUSED_RULE,
        .id = "T531",
        .severity = SEVERITY_WARNING,
        .text = {"{0}: không tính được số của {1} từ số các đơn vị, vì chỉ tiêu này không gộp.",
                 "{0}: {1} has no figure of its own, and this indicator is not rolled up."},
        .hint = {"Ghi số do cụm tự báo cáo, hoặc khai `rollup` cho chỉ tiêu.",
                 "Write the group's own figure, or declare the indicator's `rollup`."},
        .title = {"Chỉ tiêu không gộp", "An indicator that is not rolled up"},
        .means = {"Các đơn vị có số, nhưng cách gộp là `none` (tốc độ tăng không cộng, không lấy "
                  "trung bình được).",
                  "Members have figures, but the roll-up is `none`: rates of growth are neither "
                  "added nor averaged."},
        .why = {"Dòng của cụm sẽ ghi “Chưa báo cáo” dù các đơn vị đã gửi số.",
                "The group's row reads Not reported although its members reported."},
        .framed = true,
        .wrong = "org: tay-bac\n"
                 "year: 2024\n"
                 "indicators:\n"
                 "  growth: {name: Tốc độ tăng, unit: \"%\", kind: rate}\n"
                 "targets:\n"
                 "  growth: 5\n"
                 "actuals:\n"
                 "  - {org: yen-bai, as_of: 2024-12-31, values: {growth: 4}}\n"
                 "  - {org: son-la, as_of: 2024-12-31, values: {growth: 6}}\n",
        .right = "org: tay-bac\n"
                 "year: 2024\n"
                 "indicators:\n"
                 "  growth: {name: Tốc độ tăng, unit: \"%\", kind: rate}\n"
                 "targets:\n"
                 "  growth: 5\n"
                 "actuals:\n"
                 "  - {org: tay-bac, as_of: 2024-12-31, values: {growth: 5}}\n"
                 "  - {org: yen-bai, as_of: 2024-12-31, values: {growth: 4}}\n"
                 "  - {org: son-la, as_of: 2024-12-31, values: {growth: 6}}\n",
        .line = 6,
        .column = 11,
    },
    {
        .code = MSG_REFUSED_NO_WEIGHT,
        .id = "T532",
        .severity = SEVERITY_WARNING,
        .text = {"{0}: không tính được số của {1} từ số các đơn vị, vì chỉ tiêu thiếu `weight` "
                 "hoặc `ratio`.",
                 "{0}: the members' figures make none of {1}, the indicator has no `weight` or "
                 "`ratio`."},
        .hint =
            {"Khai `weight` cho số bình quân, `ratio` cho tỷ lệ; hoặc ghi số do cụm tự báo cáo.",
             "Declare a mean's `weight`, a share's `ratio`; or write the group's own figure."},
        .title = {"Bình quân không có quyền số", "A mean without weights"},
        .means = {"Các đơn vị có số bình quân hoặc tỷ lệ, nhưng không biết gộp theo gì.",
                  "Members have means or shares, but nothing says by what they are weighed."},
        .why = {"Lấy trung bình cộng của các đơn vị lớn nhỏ khác nhau thì sai; dòng của cụm sẽ ghi "
                "“Chưa báo cáo”.",
                "A plain mean of members of different size would be wrong; the group's row reads "
                "Not reported."},
        .framed = true,
        .wrong = "org: tay-bac\n"
                 "year: 2024\n"
                 "targets:\n"
                 "  income: 60\n"
                 "actuals:\n"
                 "  - {org: yen-bai, as_of: 2024-12-31, values: {income: 50}}\n"
                 "  - {org: son-la, as_of: 2024-12-31, values: {income: 60}}\n",
        .right = "org: tay-bac\n"
                 "year: 2024\n"
                 "targets:\n"
                 "  income: 60\n"
                 "actuals:\n"
                 "  - {org: tay-bac, as_of: 2024-12-31, values: {income: 55}}\n"
                 "  - {org: yen-bai, as_of: 2024-12-31, values: {income: 50}}\n"
                 "  - {org: son-la, as_of: 2024-12-31, values: {income: 60}}\n",
        .line = 4,
        .column = 11,
    },
    {
        .code = MSG_REFUSED_WEIGHT,
        .id = "T533",
        .severity = SEVERITY_WARNING,
        .text =
            {"{0}: không tính được số của {1}, vì quyền số của {2} còn thiếu, là một khoảng, hoặc "
             "âm.",
             "{0}: there is no figure of {1}, the weight of {2} is missing, a range or below 0."},
        .hint = {"Ghi một số rõ ràng cho chỉ tiêu làm quyền số của đơn vị ấy.",
                 "Write one plain number of that member's weight."},
        .title = {"Quyền số không dùng được", "A weight that cannot be used"},
        .means = {"Số bình quân của cụm cần quyền số của mọi đơn vị được tính.",
                  "A group's mean needs the weight of every member that is counted."},
        .why = {"Thiếu một quyền số thì số bình quân sẽ lệch mà không ai biết.",
                "Without one weight the mean would be off, and nobody would know."},
        .framed = true,
        .wrong =
            "org: tay-bac\n"
            "year: 2024\n"
            "indicators:\n"
            "  revenue: {name: Doanh thu bình quân, unit: triệu đồng/năm, kind: average, weight: "
            "htx_total}\n"
            "actuals:\n"
            "  - {org: yen-bai, as_of: 2024-12-31, values: {revenue: 10, htx_total: 100..300}}\n"
            "  - {org: son-la, as_of: 2024-12-31, values: {revenue: 20, htx_total: 100}}\n",
        .right = "org: tay-bac\n"
                 "year: 2024\n"
                 "indicators:\n"
                 "  revenue: {name: Doanh thu bình quân, unit: triệu đồng/năm, kind: average, "
                 "weight: htx_total}\n"
                 "actuals:\n"
                 "  - {org: yen-bai, as_of: 2024-12-31, values: {revenue: 10, htx_total: 300}}\n"
                 "  - {org: son-la, as_of: 2024-12-31, values: {revenue: 20, htx_total: 100}}\n",
        .line = 6,
        .column = 57,
    },
    {
        .code = MSG_REFUSED_DENOMINATOR,
        .id = "T534",
        .severity = SEVERITY_WARNING,
        .text = {"{0}: không tính được số của {1}, vì tổng quyền số hoặc mẫu số không lớn hơn 0.",
                 "{0}: there is no figure of {1}, the weights or denominators come to 0 or below."},
        .hint = {"Xem lại số của chỉ tiêu làm quyền số hoặc mẫu số.",
                 "Check the figures of the weight or the denominator."},
        .title = {"Mẫu số không lớn hơn 0", "Nothing to divide by"},
        .means = {"Cộng quyền số hoặc mẫu số của các đơn vị thì bằng 0 hoặc âm.",
                  "The members' weights or denominators add up to 0 or less."},
        .why = {"Không chia được cho 0; dòng của cụm sẽ ghi “Chưa báo cáo”.",
                "Nothing is divided by 0; the group's row reads Not reported."},
        .framed = true,
        .wrong = "org: tay-bac\n"
                 "year: 2024\n"
                 "indicators:\n"
                 "  revenue: {name: Doanh thu bình quân, unit: triệu đồng/năm, kind: average, "
                 "weight: htx_total}\n"
                 "actuals:\n"
                 "  - {org: yen-bai, as_of: 2024-12-31, values: {revenue: 10, htx_total: 0}}\n"
                 "  - {org: son-la, as_of: 2024-12-31, values: {revenue: 20, htx_total: 0}}\n",
        .right = "org: tay-bac\n"
                 "year: 2024\n"
                 "indicators:\n"
                 "  revenue: {name: Doanh thu bình quân, unit: triệu đồng/năm, kind: average, "
                 "weight: htx_total}\n"
                 "actuals:\n"
                 "  - {org: yen-bai, as_of: 2024-12-31, values: {revenue: 10, htx_total: 300}}\n"
                 "  - {org: son-la, as_of: 2024-12-31, values: {revenue: 20, htx_total: 100}}\n",
        .line = 6,
        .column = 57,
    },
    {
        .code = MSG_REFUSED_SAME_DAY,
        .id = "T535",
        .severity = SEVERITY_WARNING,
        .text =
            {"{0}: không tính được số của {1}, vì có nhiều đơn vị cùng báo cáo vào ngày cuối {2}.",
             "{0}: there is no figure of {1}, several members report on the last day, {2}."},
        .hint = {"`rollup: last` lấy số của ngày cuối; cùng ngày thì ghi số do cụm tự báo cáo.",
                 "`rollup: last` takes the figure of the last day; where there are two, write the "
                 "group's own."},
        .title = {"Hai số cùng ngày cuối", "Two figures of the last day"},
        .means = {"Cách gộp là lấy số mới nhất, nhưng ngày mới nhất có nhiều số.",
                  "The latest figure is wanted, but the latest day has several."},
        .why = {"Chọn số nào cũng là đoán; dòng của cụm sẽ ghi “Chưa báo cáo”.",
                "Taking either would be a guess; the group's row reads Not reported."},
        .framed = true,
        .wrong = "org: tay-bac\n"
                 "year: 2024\n"
                 "indicators:\n"
                 "  price: {name: Giá thu mua, unit: nghìn đồng, kind: average, rollup: last}\n"
                 "actuals:\n"
                 "  - {org: yen-bai, as_of: 2024-12-31, values: {price: 10}}\n"
                 "  - {org: son-la, as_of: 2024-12-31, values: {price: 12}}\n",
        .right = "org: tay-bac\n"
                 "year: 2024\n"
                 "indicators:\n"
                 "  price: {name: Giá thu mua, unit: nghìn đồng, kind: average, rollup: last}\n"
                 "actuals:\n"
                 "  - {org: yen-bai, as_of: 2024-11-30, values: {price: 10}}\n"
                 "  - {org: son-la, as_of: 2024-12-31, values: {price: 12}}\n",
        .line = 6,
        .column = 55,
    },
    {
        .code = MSG_OUTSIDE_LIFE,
        .id = "T536",
        .severity = SEVERITY_WARNING,
        .text = {"Số ngày {0} nằm ngoài thời gian {1} tồn tại (mốc {2}).",
                 "The figure of {0} lies outside the life of {1} (its day: {2})."},
        .hint = {"Xem lại ngày, hoặc `from`, `to` của đơn vị; sau sáp nhập thì ghi cho đơn vị mới.",
                 "Check the day, or the organisation's `from` and `to`; after a merger write it "
                 "for the new one."},
        .title = {"Số ngoài thời gian tồn tại", "A figure outside an organisation's life"},
        .means = {"Đơn vị chưa có, hoặc đã hết, vào ngày của con số.",
                  "On the figure's day the organisation did not exist yet, or no more."},
        .why = {"Số ấy không được cộng vào đâu, hoặc cộng hai lần với đơn vị mới.",
                "It is counted nowhere, or twice, beside the new organisation."},
        .framed = true,
        .wrong = "year: 2024\n"
                 "orgs:\n"
                 "  ha-bac: {name: Tỉnh Hà Bắc, to: 2024-06-30}\n"
                 "actuals:\n"
                 "  - {org: ha-bac, as_of: 2024-09-30, values: {htx_new: 5}}\n",
        .right = "year: 2024\n"
                 "orgs:\n"
                 "  ha-bac: {name: Tỉnh Hà Bắc, to: 2024-06-30}\n"
                 "actuals:\n"
                 "  - {org: ha-bac, as_of: 2024-06-30, values: {htx_new: 5}}\n",
        .line = 5,
        .column = 56,
    },
    {
        .code = MSG_NOTE_HIDDEN,
        .id = "T537",
        .severity = SEVERITY_WARNING,
        .text = {"{0}: ghi chú không hiện ở đâu, vì chỉ tiêu không có dòng trong bảng.",
                 "{0}: the note is shown nowhere, the indicator has no row."},
        .hint = {"Bỏ ghi chú, hoặc bỏ `show: no` của chỉ tiêu.",
                 "Remove the note, or the indicator's `show: no`."},
        .title = {"Ghi chú không có dòng", "A note without a row"},
        .means = {"Ghi chú đi với một chỉ tiêu không hiện trong bảng (`show: no`).",
                  "The note belongs to an indicator that is not shown (`show: no`)."},
        .why = {"Người viết tưởng là người đọc sẽ thấy.",
                "Who wrote it thinks that it will be read."},
        .framed = true,
        .wrong = "org: bac-ninh\n"
                 "year: 2024\n"
                 "indicators:\n"
                 "  visits: {name: Số lượt thăm, unit: lượt, kind: flow, show: no}\n"
                 "actuals:\n"
                 "  - as_of: 2024-06-30\n"
                 "    values: {visits: {is: 5, note: chưa đủ}}\n",
        .right = "org: bac-ninh\n"
                 "year: 2024\n"
                 "indicators:\n"
                 "  visits: {name: Số lượt thăm, unit: lượt, kind: flow, show: yes}\n"
                 "actuals:\n"
                 "  - as_of: 2024-06-30\n"
                 "    values: {visits: {is: 5, note: chưa đủ}}\n",
        .line = 7,
        .column = 22,
    },
    {
        .code = MSG_OVERRIDE_UNUSED,
        .id = "T538",
        .severity = SEVERITY_WARNING,
        .text = {"{0}: đánh giá sửa tay không có tác dụng, vì {1} không có dòng này.",
                 "{0}: the status set by hand has no effect, {1} has no such row."},
        .hint =
            {"Xem lại chỉ tiêu, năm, `by`, `during`; chưa có kế hoạch và số thì bỏ đi.",
             "Check its indicator, year, `by` and `during`; without target and figure remove it."},
        .title = {"Sửa tay không có dòng", "A status set where there is no row"},
        .means = {"Đánh giá sửa tay nói về một dòng không có trong bảng.",
                  "The status set by hand speaks of a row that the table does not have."},
        .why = {"Người sửa tưởng là bảng đã theo ý mình.",
                "Who set it thinks that the table says so."},
        .framed = true,
        .wrong = "org: bac-ninh\n"
                 "year: 2024\n"
                 "targets:\n"
                 "  htx_new: 30\n"
                 "overrides:\n"
                 "  htx_closed: {status: met, why: đã xong}\n",
        .right = "org: bac-ninh\n"
                 "year: 2024\n"
                 "targets:\n"
                 "  htx_closed: 30\n"
                 "overrides:\n"
                 "  htx_closed: {status: met, why: đã xong}\n",
        .line = 6,
        .column = 15,
    },
};

static_assert(sizeof messages_of_sums / sizeof *messages_of_sums == MESSAGES_OF_SUMS,
              "a message is missing");
