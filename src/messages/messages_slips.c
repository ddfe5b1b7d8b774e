/* SPDX-License-Identifier: MIT */
/* Messages about figures that can hardly be (T518 – T527). */
#include <assert.h>

#include "message_table.h"

const struct message messages_of_slips[] = {
    {
        .code = MSG_THOUSAND_BASE,
        .id = "T518",
        .severity = SEVERITY_WARNING,
        .confirm = true,
        .text = {"Số {0#} lệch khoảng một nghìn lần so với số gốc {1#}.",
                 "{0#} is about a thousand times off the base, {1#}."},
        .hint = {"Xem lại số và đơn vị. Số đúng thì ghi `sure: yes`; chưa ghi thì chưa xuất bảng.",
                 "Check the figure and its unit. If it is right, say `sure: yes`; until then "
                 "nothing is exported."},
        .title = {"Lệch số gốc khoảng một nghìn lần", "About a thousand times off the base"},
        .means = {"Con số lớn hoặc nhỏ hơn số gốc mà kế hoạch nêu khoảng một nghìn lần.",
                  "The figure is about a thousand times above or below the base that the target "
                  "states."},
        .why = {"Thường do nhầm nghìn đồng với triệu đồng, hoặc dấu chấm; tốc độ tăng sẽ vô nghĩa.",
                "Mostly a mistaken unit or point; the growth would be meaningless."},
        .framed = true,
        .wrong = "org: bac-ninh\n"
                 "year: 2024\n"
                 "targets:\n"
                 "  income: {grow_by: 10%, base: 60}\n"
                 "actuals:\n"
                 "  - as_of: 2024-12-31\n"
                 "    values: {income: 66000}\n",
        .right = "org: bac-ninh\n"
                 "year: 2024\n"
                 "targets:\n"
                 "  income: {grow_by: 10%, base: 60}\n"
                 "actuals:\n"
                 "  - as_of: 2024-12-31\n"
                 "    values: {income: 66}\n",
        .line = 7,
        .column = 22,
    },
    {
        .code = MSG_TEN_TARGET,
        .id = "T519",
        .severity = SEVERITY_WARNING,
        .text = {"Số {0#} gấp từ mười lần kế hoạch {1#} trở lên.",
                 "{0#} is ten times the target, {1#}, or more."},
        .hint = {"Xem lại số; số đúng thì ghi {is: …, sure: yes}.",
                 "Check it; if it is right, write {is: …, sure: yes}."},
        .title = {"Gấp mười lần kế hoạch", "Ten times the target"},
        .means = {"Số phát sinh gấp từ mười lần kế hoạch cả năm trở lên.",
                  "What arose is ten times the target of the whole year or more."},
        .why = {"Thường do gõ thừa hoặc thiếu một chữ số 0; in ra rồi mới thấy thì muộn.",
                "Mostly a zero too many or too few, seen only once it is printed."},
        .framed = true,
        .wrong = "org: bac-ninh\n"
                 "year: 2024\n"
                 "targets:\n"
                 "  htx_new: 30\n"
                 "actuals:\n"
                 "  - as_of: 2024-06-30\n"
                 "    values: {htx_new: 310}\n",
        .right = "org: bac-ninh\n"
                 "year: 2024\n"
                 "targets:\n"
                 "  htx_new: 30\n"
                 "actuals:\n"
                 "  - as_of: 2024-06-30\n"
                 "    values: {htx_new: 31}\n",
        .line = 7,
        .column = 23,
    },
    {
        .code = MSG_TEN_HISTORY,
        .id = "T520",
        .severity = SEVERITY_WARNING,
        .text = {"Số {0#} lệch từ mười lần trở lên so với {1#} của ngày {2}.",
                 "{0#} is ten times off the {1#} of {2}, or more."},
        .hint = {"Xem lại số; số đúng thì ghi {is: …, sure: yes}.",
                 "Check it; if it is right, write {is: …, sure: yes}."},
        .title = {"Lệch năm trước mười lần", "Ten times off last year"},
        .means = {"Số phát sinh gấp mười lần cả năm trước, hoặc chỉ bằng một phần mười số cùng kỳ.",
                  "What arose is ten times last year's total, or a tenth of last year's figure of "
                  "that day."},
        .why = {"Thường do gõ thừa hoặc thiếu một chữ số 0; in ra rồi mới thấy thì muộn.",
                "Mostly a zero too many or too few, seen only once it is printed."},
        .framed = true,
        .wrong = "org: bac-ninh\n"
                 "actuals:\n"
                 "  - as_of: 2023-12-31\n"
                 "    values: {htx_new: 116}\n"
                 "  - as_of: 2024-06-30\n"
                 "    values: {htx_new: 1200}\n",
        .right = "org: bac-ninh\n"
                 "actuals:\n"
                 "  - as_of: 2023-12-31\n"
                 "    values: {htx_new: 116}\n"
                 "  - as_of: 2024-06-30\n"
                 "    values: {htx_new: 120}\n",
        .line = 6,
        .column = 23,
    },
    {
        .code = MSG_THREE_HISTORY,
        .id = "T521",
        .severity = SEVERITY_WARNING,
        .text = {"Số {0#} lệch từ ba lần trở lên so với {1#} của ngày {2}.",
                 "{0#} is three times off the {1#} of {2}, or more."},
        .hint = {"Xem lại số; số đúng thì ghi {is: …, sure: yes}.",
                 "Check it; if it is right, write {is: …, sure: yes}."},
        .title = {"Lệch kỳ trước ba lần", "Three times off the last figure"},
        .means = {"Số cuối kỳ gấp ba lần, hoặc chỉ bằng một phần ba số của kỳ trước.",
                  "A level is three times the figure before it, or a third of it."},
        .why = {"Thường do gõ thừa hoặc thiếu một chữ số 0; in ra rồi mới thấy thì muộn.",
                "Mostly a zero too many or too few, seen only once it is printed."},
        .framed = true,
        .wrong = "org: bac-ninh\n"
                 "actuals:\n"
                 "  - as_of: 2023-12-31\n"
                 "    values: {htx_total: 700}\n"
                 "  - as_of: 2024-06-30\n"
                 "    values: {htx_total: 7230}\n",
        .right = "org: bac-ninh\n"
                 "actuals:\n"
                 "  - as_of: 2023-12-31\n"
                 "    values: {htx_total: 700}\n"
                 "  - as_of: 2024-06-30\n"
                 "    values: {htx_total: 723}\n",
        .line = 6,
        .column = 25,
    },
    {
        .code = MSG_THREE_BASE,
        .id = "T522",
        .severity = SEVERITY_WARNING,
        .text = {"Số {0#} lệch từ ba lần trở lên so với số gốc {1#}.",
                 "{0#} is three times off the base, {1#}, or more."},
        .hint = {"Xem lại số; số đúng thì ghi {is: …, sure: yes}.",
                 "Check it; if it is right, write {is: …, sure: yes}."},
        .title = {"Lệch số gốc ba lần", "Three times off the base"},
        .means = {"Số cuối kỳ gấp ba lần, hoặc chỉ bằng một phần ba số gốc mà kế hoạch nêu.",
                  "A level is three times the base that the target states, or a third of it."},
        .why = {"Thường do gõ thừa hoặc thiếu một chữ số 0; in ra rồi mới thấy thì muộn.",
                "Mostly a zero too many or too few, seen only once it is printed."},
        .framed = true,
        .wrong = "org: bac-ninh\n"
                 "year: 2024\n"
                 "targets:\n"
                 "  income: {grow_by: 10%, base: 60}\n"
                 "actuals:\n"
                 "  - as_of: 2024-12-31\n"
                 "    values: {income: 660}\n",
        .right = "org: bac-ninh\n"
                 "year: 2024\n"
                 "targets:\n"
                 "  income: {grow_by: 10%, base: 60}\n"
                 "actuals:\n"
                 "  - as_of: 2024-12-31\n"
                 "    values: {income: 66}\n",
        .line = 7,
        .column = 22,
    },
    {
        .code = MSG_HUNDREDTH_HISTORY,
        .id = "T523",
        .severity = SEVERITY_WARNING,
        .text = {"Tỷ lệ {0#}% nhỏ hơn khoảng một trăm lần so với {1#}% của ngày {2}.",
                 "{0#}% is about a hundredth of the {1#}% of {2}."},
        .hint =
            {"Tỷ lệ ghi theo phần trăm: 78.5, không ghi 0.785. Số đúng thì ghi {is: …, sure: yes}.",
             "Write a percentage: 78.5, not 0.785. If it is right, write {is: …, sure: yes}."},
        .title = {"Tỷ lệ nhỏ đi một trăm lần", "A percentage a hundredth of the last"},
        .means = {"Tỷ lệ chỉ bằng khoảng một phần trăm của kỳ trước.",
                  "The percentage is about a hundredth of the one before."},
        .why = {"Thường do ghi 0.785 thay cho 78.5; bảng sẽ in gần 0%.",
                "Mostly 0.785 was written for 78.5; the table would print nearly 0 %."},
        .framed = true,
        .wrong = "org: bac-ninh\n"
                 "actuals:\n"
                 "  - as_of: 2023-12-31\n"
                 "    values: {good_share: 78.5}\n"
                 "  - as_of: 2024-12-31\n"
                 "    values: {good_share: 0.78}\n",
        .right = "org: bac-ninh\n"
                 "actuals:\n"
                 "  - as_of: 2023-12-31\n"
                 "    values: {good_share: 78.5}\n"
                 "  - as_of: 2024-12-31\n"
                 "    values: {good_share: 79}\n",
        .line = 6,
        .column = 26,
    },
    {
        .code = MSG_HUNDREDTH_BASE,
        .id = "T524",
        .severity = SEVERITY_WARNING,
        .text = {"Tỷ lệ {0#}% nhỏ hơn khoảng một trăm lần so với số gốc {1#}%.",
                 "{0#}% is about a hundredth of the base, {1#}%."},
        .hint =
            {"Tỷ lệ ghi theo phần trăm: 78.5, không ghi 0.785. Số đúng thì ghi {is: …, sure: yes}.",
             "Write a percentage: 78.5, not 0.785. If it is right, write {is: …, sure: yes}."},
        .title = {"Tỷ lệ nhỏ hơn số gốc một trăm lần", "A percentage a hundredth of its base"},
        .means = {"Tỷ lệ chỉ bằng khoảng một phần trăm số gốc mà kế hoạch nêu.",
                  "The percentage is about a hundredth of the base that the target states."},
        .why = {"Thường do ghi 0.785 thay cho 78.5; bảng sẽ in gần 0%.",
                "Mostly 0.785 was written for 78.5; the table would print nearly 0 %."},
        .framed = true,
        .wrong = "org: bac-ninh\n"
                 "year: 2024\n"
                 "targets:\n"
                 "  good_share: {grow_by: 2%, base: 78.5}\n"
                 "actuals:\n"
                 "  - as_of: 2024-12-31\n"
                 "    values: {good_share: 0.8}\n",
        .right = "org: bac-ninh\n"
                 "year: 2024\n"
                 "targets:\n"
                 "  good_share: {grow_by: 2%, base: 78.5}\n"
                 "actuals:\n"
                 "  - as_of: 2024-12-31\n"
                 "    values: {good_share: 80}\n",
        .line = 7,
        .column = 26,
    },
    {
        .code = MSG_ESTIMATE_BELOW,
        .id = "T525",
        .severity = SEVERITY_WARNING,
        .text = {"Ước cả năm {0#} thấp hơn số đã làm được đến ngày {2}: {1#}.",
                 "The estimate of the year, {0#}, is below what was done by {2}: {1#}."},
        .hint = {"Ước là của cả năm, tính từ đầu năm, không phải của phần còn lại.",
                 "An estimate is of the whole year, from its start, not of what is still to come."},
        .title = {"Ước thấp hơn số đã làm", "An estimate below what is done"},
        .means =
            {"Số ước thực hiện cả năm nhỏ hơn số lũy kế đã có vào ngày ước.",
             "The estimate of the whole year is below the total of the day on which it was made."},
        .why = {"Cả năm không thể ít hơn phần đã làm; có thể đã ghi số của những tháng còn lại.",
                "A year is never less than a part of it; perhaps only the months to come were "
                "estimated."},
        .framed = true,
        .wrong = "org: bac-ninh\n"
                 "year: 2024\n"
                 "actuals:\n"
                 "  - as_of: 2024-06-30\n"
                 "    values: {htx_new: 15}\n"
                 "  - as_of: 2024-06-30\n"
                 "    estimate: true\n"
                 "    values: {htx_new: 12}\n",
        .right = "org: bac-ninh\n"
                 "year: 2024\n"
                 "actuals:\n"
                 "  - as_of: 2024-06-30\n"
                 "    values: {htx_new: 15}\n"
                 "  - as_of: 2024-06-30\n"
                 "    estimate: true\n"
                 "    values: {htx_new: 27}\n",
        .line = 8,
        .column = 23,
    },
    {
        .code = MSG_MORE_DECIMALS,
        .id = "T526",
        .severity = SEVERITY_WARNING,
        .text = {"{2}: số {0#} có nhiều chữ số thập phân hơn khai báo ({1}).",
                 "{2}: {0#} has more decimals than declared ({1})."},
        .hint =
            {"Sửa con số, hoặc sửa `decimals` của chỉ tiêu. Số đúng thì ghi `sure: yes`.",
             "Correct the figure, or the indicator's `decimals`. If it is right, say `sure: yes`."},
        .title = {"Nhiều chữ số thập phân hơn khai báo", "More decimals than declared"},
        .means = {"Chỉ tiêu đếm đến `decimals` chữ số thập phân, con số này lẻ hơn.",
                  "The indicator is counted with so many decimals, and the figure has more."},
        .why = {"Không có nửa người, nửa HTX; có thể nhầm đơn vị hoặc dấu chấm.",
                "There is no half person or cooperative; the unit or the point may be wrong."},
        .framed = true,
        .wrong = "org: bac-ninh\n"
                 "year: 2024\n"
                 "indicators:\n"
                 "  members: {name: Thành viên, unit: người, kind: stock, decimals: 0}\n"
                 "actuals:\n"
                 "  - as_of: 2024-06-30\n"
                 "    values: {members: 30.5}\n",
        .right = "org: bac-ninh\n"
                 "year: 2024\n"
                 "indicators:\n"
                 "  members: {name: Thành viên, unit: người, kind: stock, decimals: 0}\n"
                 "actuals:\n"
                 "  - as_of: 2024-06-30\n"
                 "    values: {members: 30}\n",
        .line = 7,
        .column = 23,
    },
    {
        .code = MSG_NOT_MONTH_END,
        .id = "T527",
        .severity = SEVERITY_WARNING,
        .text = {"Ngày {0} không phải cuối tháng, trong khi mọi số khác đều là số cuối tháng.",
                 "{0} does not end a month, but all other figures are of a month's last day."},
        .hint = {"Xem lại ngày. Ngày đúng thì ghi {is: …, sure: yes}.",
                 "Check the day. If it is right, write {is: …, sure: yes}."},
        .title = {"Ngày lẻ giữa các ngày cuối tháng", "A day that ends no month"},
        .means = {"Mọi số khác của đơn vị đều tính đến cuối tháng, riêng số này không.",
                  "All other figures of the organisation are of a month's end, this one is not."},
        .why = {"Thường do gõ nhầm ngày; số sẽ không so được với cùng kỳ.",
                "Mostly a slip in the day; the figure then has no same period last year."},
        .framed = true,
        .wrong = "org: bac-ninh\n"
                 "year: 2024\n"
                 "actuals:\n"
                 "  - as_of: 2024-03-31\n"
                 "    values: {htx_new: 5}\n"
                 "  - as_of: 2024-06-30\n"
                 "    values: {htx_new: 9}\n"
                 "  - as_of: 2024-09-03\n"
                 "    values: {htx_new: 12}\n",
        .right = "org: bac-ninh\n"
                 "year: 2024\n"
                 "actuals:\n"
                 "  - as_of: 2024-03-31\n"
                 "    values: {htx_new: 5}\n"
                 "  - as_of: 2024-06-30\n"
                 "    values: {htx_new: 9}\n"
                 "  - as_of: 2024-09-30\n"
                 "    values: {htx_new: 12}\n",
        .line = 9,
        .column = 23,
    },
};

static_assert(sizeof messages_of_slips / sizeof *messages_of_slips == MESSAGES_OF_SLIPS,
              "a message is missing");
