/* SPDX-License-Identifier: MIT */
/* Messages about numbers and units (T2xx). */
#include <assert.h>

#include "message_table.h"

const struct message messages_of_numbers[] = {
    {
        .code = MSG_NOT_A_NUMBER,
        .id = "T201",
        .severity = SEVERITY_ERROR,
        .shape = true,
        .text = {"`{0}` không phải là số.", "`{0}` is not a number."},
        .hint = {"Viết chữ số, phần lẻ sau dấu chấm, hàng nghìn có thể tách bằng dấu _: 15, 2.7, "
                 "106_598",
                 "Write digits, decimals behind a point, thousands apart with _ if you like: 15, "
                 "2.7, 106_598"},
        .title = {"Không phải là số", "Not a number"},
        .means = {"Chỗ này cần một con số nhưng lại là chữ.",
                  "A number is wanted here, but there are words."},
        .why = {"Chữ thì không cộng, không so sánh được.", "Words cannot be added or compared."},
        .framed = true,
        .wrong = "org: bac-ninh\n"
                 "year: 2024\n"
                 "targets:\n"
                 "  htx_new: ba mươi\n",
        .right = "org: bac-ninh\n"
                 "year: 2024\n"
                 "targets:\n"
                 "  htx_new: 30\n",
        .line = 4,
        .column = 12,
    },
    {
        .code = MSG_COMMA,
        .id = "T202",
        .severity = SEVERITY_ERROR,
        .shape = true,
        .text = {"Số `{0}` dùng dấu phẩy, trong tệp phần lẻ viết sau dấu chấm.",
                 "The number `{0}` has a comma; in these files decimals follow a point."},
        .hint = {"Viết {1}", "Write {1}"},
        .title = {"Dấu phẩy trong số", "A comma in a number"},
        .means = {"Số dùng dấu phẩy; trong tệp phần lẻ viết sau dấu chấm.",
                  "The number has a comma; decimals stand behind a point here."},
        .why = {"Trong ngoặc { } dấu phẩy còn ngăn các mục: 2,7 sẽ thành 2 và mất 7.",
                "Inside { } a comma also ends an entry: 2,7 would become 2."},
        .framed = true,
        .wrong = "org: bac-ninh\n"
                 "year: 2024\n"
                 "targets:\n"
                 "  good_share: 60,5\n",
        .right = "org: bac-ninh\n"
                 "year: 2024\n"
                 "targets:\n"
                 "  good_share: 60.5\n",
        .line = 4,
        .column = 15,
    },
    {
        .code = MSG_GROUPED,
        .id = "T203",
        .severity = SEVERITY_ERROR,
        .shape = true,
        .text = {"Số `{0}` tách hàng nghìn bằng dấu chấm hoặc dấu phẩy.",
                 "The number `{0}` has points or commas between its thousands."},
        .hint = {"Viết {1}", "Write {1}"},
        .title = {"Tách hàng nghìn bằng dấu chấm", "Thousands apart with points"},
        .means = {"Số có nhiều dấu chấm hoặc phẩy để tách hàng nghìn.",
                  "The number has points or commas between its thousands."},
        .why = {"Dấu chấm ở đây là phần lẻ; tách hàng nghìn bằng dấu _ thì không nhầm được.",
                "A point means decimals here; an underscore between thousands cannot be mistaken."},
        .framed = true,
        .wrong = "org: bac-ninh\n"
                 "year: 2024\n"
                 "targets:\n"
                 "  income: 1.200.000\n",
        .right = "org: bac-ninh\n"
                 "year: 2024\n"
                 "targets:\n"
                 "  income: 1_200_000\n",
        .line = 4,
        .column = 11,
    },
    {
        .code = MSG_SPACED,
        .id = "T204",
        .severity = SEVERITY_ERROR,
        .shape = true,
        .text = {"Số `{0}` có dấu cách ở giữa.", "The number `{0}` has a blank inside."},
        .hint = {"Viết {1}", "Write {1}"},
        .title = {"Dấu cách giữa số", "A blank inside a number"},
        .means = {"Các chữ số của một số bị dấu cách tách ra.",
                  "Blanks stand between the digits of one number."},
        .why = {"Không biết đó là một số hay hai số đứng cạnh nhau.",
                "It may be one number or two beside each other."},
        .framed = true,
        .wrong = "org: bac-ninh\n"
                 "year: 2024\n"
                 "targets:\n"
                 "  income: 1 200 000\n",
        .right = "org: bac-ninh\n"
                 "year: 2024\n"
                 "targets:\n"
                 "  income: 1_200_000\n",
        .line = 4,
        .column = 11,
    },
    {
        .code = MSG_EXPONENT,
        .id = "T205",
        .severity = SEVERITY_ERROR,
        .text = {"`{0}` viết theo kiểu máy tính (lũy thừa hoặc hệ 16), không được dùng ở đây.",
                 "`{0}` has an exponent or is hexadecimal, which is not used here."},
        .hint = {"Viết đủ các chữ số, ví dụ: 1_000_000", "Write all digits, as in 1_000_000"},
        .title = {"Số viết kiểu máy tính", "A number in computer notation"},
        .means = {"Số viết với lũy thừa (1e6) hoặc theo hệ 16 (0x1F).",
                  "The number has an exponent (1e6) or is hexadecimal (0x1F)."},
        .why = {"Bảng tính tự đổi số lớn sang kiểu này và làm mất các chữ số cuối.",
                "Spreadsheets turn large numbers into this and lose their last digits."},
        .framed = true,
        .wrong = "org: bac-ninh\n"
                 "year: 2024\n"
                 "targets:\n"
                 "  income: 1e6\n",
        .right = "org: bac-ninh\n"
                 "year: 2024\n"
                 "targets:\n"
                 "  income: 1_000_000\n",
        .line = 4,
        .column = 11,
    },
    {
        .code = MSG_TOO_LONG,
        .id = "T206",
        .severity = SEVERITY_ERROR,
        .text = {"Số `{0}` có hơn 18 chữ số.", "The number `{0}` has more than 18 digits."},
        .hint = {"Dùng đơn vị lớn hơn, ví dụ: 106_598 triệu đồng",
                 "Use a larger unit, as in 106_598 triệu đồng"},
        .title = {"Số quá dài", "More than 18 digits"},
        .means = {"Số có hơn 18 chữ số có nghĩa.",
                  "The number has more than 18 significant digits."},
        .why = {"Tính chính xác được đến 18 chữ số; không có số liệu nào thật sự cần nhiều hơn.",
                "Arithmetic is exact to 18 digits, and no real figure needs more."},
        .framed = true,
        .wrong = "org: bac-ninh\n"
                 "year: 2024\n"
                 "targets:\n"
                 "  income: 1234567890123456789\n",
        .right = "org: bac-ninh\n"
                 "year: 2024\n"
                 "targets:\n"
                 "  income: 1_234_567\n",
        .line = 4,
        .column = 11,
    },
    {
        .code = MSG_THREE_DECIMALS,
        .id = "T207",
        .severity = SEVERITY_WARNING,
        .text = {"`{0}` được đọc là số có phần lẻ, không phải là {2}.",
                 "`{0}` is read with a decimal point, not as {2}."},
        .hint = {"Nếu là hàng nghìn, viết: {2}. Nếu đúng là phần lẻ, thêm một số 0: {0}0",
                 "For thousands write {2}. If the decimals are meant, add a 0: {0}0"},
        .title = {"Đúng ba số lẻ", "Exactly three decimals"},
        .means =
            {"Số có đúng ba chữ số sau dấu chấm; được đọc là số lẻ, nhưng trông như hàng nghìn.",
             "There are exactly three digits behind the point: read as decimals, yet it looks like "
             "thousands."},
        .why = {"Nếu ý là một nghìn hai trăm thì số trong bảng sai đi một nghìn lần.",
                "If twelve hundred is meant, the table is wrong by a factor of a thousand."},
        .framed = true,
        .wrong = "org: bac-ninh\n"
                 "year: 2024\n"
                 "targets:\n"
                 "  htx_new: 1.200\n",
        .right = "org: bac-ninh\n"
                 "year: 2024\n"
                 "targets:\n"
                 "  htx_new: 1200\n",
        .line = 4,
        .column = 12,
    },
    {
        .code = MSG_UNIT_UNKNOWN,
        .id = "T208",
        .severity = SEVERITY_ERROR,
        .text = {"Đơn vị `{0}` không đổi được ra đơn vị của chỉ tiêu.",
                 "The unit `{0}` does not convert to the indicator's unit."},
        .hint = {"Chỉ tiêu này tính bằng `{1}`: bỏ đơn vị, hoặc viết một đơn vị đổi được (nghìn, "
                 "triệu, tỷ; /tháng, /quý, /năm).",
                 "This indicator counts in `{1}`: leave the unit out, or write one that converts "
                 "(nghìn, triệu, tỷ; /tháng, /quý, /năm)."},
        .title = {"Đơn vị tính không đổi được", "A unit that does not convert"},
        .means = {"Đơn vị viết sau số không đổi được ra đơn vị của chỉ tiêu.",
                  "The unit behind the number does not convert to the indicator's."},
        .why = {"Số xã không so được với số HTX; có thể đã ghi nhầm dòng.",
                "A number of communes is no number of cooperatives; perhaps it is the wrong line."},
        .framed = true,
        .wrong = "org: bac-ninh\n"
                 "year: 2024\n"
                 "targets:\n"
                 "  htx_new: 3 xã\n",
        .right = "org: bac-ninh\n"
                 "year: 2024\n"
                 "targets:\n"
                 "  htx_new: 3 HTX\n",
        .line = 4,
        .column = 14,
    },
    {
        .code = MSG_RANGE_ORDER,
        .id = "T209",
        .severity = SEVERITY_ERROR,
        .text = {"Khoảng từ {0} đến {1} bị ngược: số đầu lớn hơn số sau.",
                 "The range from {0} to {1} is the wrong way round."},
        .hint = {"Viết số nhỏ trước: {1} rồi đến {0}.",
                 "Write the smaller number first: {1}, then {0}."},
        .title = {"Khoảng bị ngược", "A range the wrong way round"},
        .means = {"Số đầu của khoảng lớn hơn số sau.",
                  "The first number of the range is larger than the second."},
        .why = {"Không số nào vừa từ 40 trở lên vừa không quá 30, nên không bao giờ đạt được.",
                "Nothing is at least 40 and at most 30, so it could never be met."},
        .framed = true,
        .wrong = "org: bac-ninh\n"
                 "year: 2024\n"
                 "targets:\n"
                 "  htx_new: {from: 40, to: 30}\n",
        .right = "org: bac-ninh\n"
                 "year: 2024\n"
                 "targets:\n"
                 "  htx_new: {from: 30, to: 40}\n",
        .line = 4,
        .column = 27,
    },
    {
        .code = MSG_RANGE_DASH,
        .id = "T210",
        .severity = SEVERITY_ERROR,
        .text = {"Khoảng viết như `{0}` thì máy không hiểu.",
                 "A range written as `{0}` is not understood."},
        .hint = {"Viết {1}", "Write {1}"},
        .title = {"Khoảng viết bằng gạch ngang", "A range with a dash"},
        .means = {"Kế hoạch viết hai số nối bằng gạch ngang hoặc hai dấu chấm.",
                  "The target is two numbers with a dash or two points between."},
        .why = {"Gạch ngang còn là dấu âm; viết from và to thì rõ mức dưới và mức trên.",
                "A dash is also a minus; from and to say which end is which."},
        .framed = true,
        .wrong = "org: bac-ninh\n"
                 "year: 2024\n"
                 "targets:\n"
                 "  htx_new: 30 - 40\n",
        .right = "org: bac-ninh\n"
                 "year: 2024\n"
                 "targets:\n"
                 "  htx_new: {from: 30, to: 40}\n",
        .line = 4,
        .column = 12,
    },
    {
        .code = MSG_TOO_SMALL,
        .id = "T211",
        .severity = SEVERITY_ERROR,
        .shape = true,
        .text =
            {"Giá trị `{0}` của `{1}` quá nhỏ: không được là số âm, và số phải đếm được thì từ 1.",
             "`{0}` is too small for `{1}`: nothing below 0 makes sense here."},
        .hint = {"Xem lại số đã gõ; chưa biết thì bỏ cả dòng đi.",
                 "Check what was typed; if it is not known, leave the line out."},
        .title = {"Số quá nhỏ", "A number too small"},
        .means = {"Giá trị âm, hoặc bằng 0 ở chỗ phải lớn hơn 0.",
                  "The value is negative, or 0 where more is needed."},
        .why = {"Hệ số, sai số cho phép, số thành viên không thể âm; có lẽ gõ thừa dấu trừ.",
                "A weight, a tolerance or a count cannot be negative; a minus was probably typed "
                "by mistake."},
        .framed = true,
        .wrong = "org: bac-ninh\n"
                 "year: 2024\n"
                 "targets:\n"
                 "  htx_new: {about: 300, tolerance: -1}\n",
        .right = "org: bac-ninh\n"
                 "year: 2024\n"
                 "targets:\n"
                 "  htx_new: {about: 300, tolerance: 1}\n",
        .line = 4,
        .column = 36,
    },
    {
        .code = MSG_BAD_OPERATOR,
        .id = "T212",
        .severity = SEVERITY_ERROR,
        .text = {"`{0}`: từ hoặc dấu so sánh không viết chung với số.",
                 "`{0}`: a word or sign of comparison does not stand with the number."},
        .hint = {"Viết {1}", "Write {1}"},
        .title = {"Từ so sánh viết chung với số", "A comparison written with the number"},
        .means = {"Trước số có từ như “trên”, “ít nhất” hoặc dấu >, <.",
                  "Words such as “over” or signs such as > stand with the number."},
        .why = {"“Trên 60%” và “từ 60%” khác nhau đúng ở mức 60%, nên phải viết bằng từ khóa.",
                "“Over 60%” and “60% or more” differ at 60%, so a key has to say which."},
        .framed = true,
        .wrong = "org: bac-ninh\n"
                 "year: 2024\n"
                 "targets:\n"
                 "  good_share: trên 60%\n",
        .right = "org: bac-ninh\n"
                 "year: 2024\n"
                 "targets:\n"
                 "  good_share: {more_than: 60%}\n",
        .line = 4,
        .column = 15,
    },
    {
        .code = MSG_NOT_A_COUNT,
        .id = "T213",
        .severity = SEVERITY_ERROR,
        .shape = true,
        .text = {"`{0}` không phải là số nguyên từ 0 đến {1}.",
                 "`{0}` is not a whole number from 0 to {1}."},
        .hint = {"Viết một số đếm, ví dụ: 7", "Write a count, as in: 7"},
        .title = {"Không phải số đếm", "Not a whole number"},
        .means = {"Chỗ này cần một số nguyên như 7.", "A whole number such as 7 is wanted here."},
        .why = {"Số thành viên dùng để nói “5 trên 7 đơn vị đã báo cáo”, không thể lẻ.",
                "The number of members says “5 of 7 have reported” and has no decimals."},
        .wrong = "orgs:\n"
                 "  tay-bac: {name: Cụm Tây Bắc, members_total: 2.5}\n",
        .right = "orgs:\n"
                 "  tay-bac: {name: Cụm Tây Bắc, members_total: 7}\n",
        .line = 2,
        .column = 47,
    },
    {
        .code = MSG_UNIT_HERE,
        .id = "T214",
        .severity = SEVERITY_ERROR,
        .shape = true,
        .text = {"Ở đây không ghi đơn vị `{0}`.", "No unit `{0}` can stand here."},
        .hint = {"Chỉ viết con số: {1}", "Write the number alone: {1}"},
        .title = {"Đơn vị ở chỗ không có đơn vị", "A unit where none belongs"},
        .means = {"Phần trăm, trọng số, số lần là con số không có đơn vị nào khác.",
                  "A percentage, a weight or a multiple has no other unit."},
        .why = {"10 HTX không phải là 10%: có thể đã ghi nhầm từ khóa.",
                "10 cooperatives are not 10%: perhaps the key is wrong."},
        .framed = true,
        .wrong = "org: bac-ninh\n"
                 "year: 2024\n"
                 "targets:\n"
                 "  htx_new: {grow_by: 10 HTX}\n",
        .right = "org: bac-ninh\n"
                 "year: 2024\n"
                 "targets:\n"
                 "  htx_new: {grow_by: 10%}\n",
        .line = 4,
        .column = 25,
    },
    {
        .code = MSG_TWO_READINGS,
        .id = "T250",
        .severity = SEVERITY_ERROR,
        .shape = true,
        .text = {"Số `{0}` dùng dấu phẩy, đọc được hai cách.",
                 "The number `{0}` has a comma and can be read in two ways."},
        .hint = {"Nếu là phần lẻ, viết {1}; nếu là hàng nghìn, viết {2}",
                 "For decimals write {1}, for thousands {2}"},
        .title = {"Dấu phẩy đọc được hai cách", "A comma with two readings"},
        .means = {"Sau dấu phẩy có đúng ba chữ số: có thể là phần lẻ, cũng có thể là hàng nghìn.",
                  "Exactly three digits follow the comma: they may be decimals or thousands."},
        .why = {"Đọc nhầm thì số sai đi một nghìn lần.",
                "Read the wrong way, the figure is off by a factor of a thousand."},
        .framed = true,
        .wrong = "org: bac-ninh\n"
                 "year: 2024\n"
                 "targets:\n"
                 "  income: 45,030\n",
        .right = "org: bac-ninh\n"
                 "year: 2024\n"
                 "targets:\n"
                 "  income: 45.03\n",
        .line = 4,
        .column = 11,
    },
    {
        .code = MSG_NO_FIGURE,
        .id = "T251",
        .severity = SEVERITY_ERROR,
        .shape = true,
        .text = {"`{0}` không phải là số liệu: chưa có thì bỏ cả dòng đi.",
                 "`{0}` is no figure: without one, leave the line out."},
        .hint = {"Xóa dòng này, hoặc thêm # ở đầu dòng; bảng sẽ ghi Chưa báo cáo.",
                 "Delete the line, or put a # before it; the table will say Not reported."},
        .title = {"Chưa có số", "No figure yet"},
        .means = {"Chỗ của con số ghi là chưa có, chưa báo cáo, n/a hay dấu gạch.",
                  "In place of the figure it says that there is none: not reported, n/a, a dash."},
        .why = {"Không có dòng nào đã có nghĩa là chưa báo cáo; 0 thì là đã báo cáo bằng không.",
                "A missing line already means not reported; a 0 would mean a reported zero."},
        .framed = true,
        .wrong = "org: bac-ninh\n"
                 "year: 2024\n"
                 "actuals:\n"
                 "  - as_of: 2024-06-30\n"
                 "    values:\n"
                 "      htx_new: chưa có\n"
                 "      htx_total: 700\n",
        .right = "org: bac-ninh\n"
                 "year: 2024\n"
                 "actuals:\n"
                 "  - as_of: 2024-06-30\n"
                 "    values:\n"
                 "      htx_total: 700\n",
        .line = 6,
        .column = 16,
    },
    {
        .code = MSG_ACCUMULATES_TIME,
        .id = "T252",
        .severity = SEVERITY_ERROR,
        .text = {"Đơn vị `{0}` tính theo thời gian, không đi cùng `accumulates`.",
                 "The unit `{0}` is per a time and does not go with `accumulates`."},
        .hint = {"Số cộng dồn từ đầu năm thì viết đơn vị không có thời gian: {1}",
                 "A mean that counts from the start of the year has a unit without time: {1}"},
        .title = {"Đơn vị thời gian ở số cộng dồn", "A unit of time where figures accumulate"},
        .means =
            {"Số bình quân cộng dồn từ đầu năm mà đơn vị lại là mỗi tháng, mỗi quý hay mỗi năm.",
             "A mean counts from the start of the year, yet its unit is per month, quarter or "
             "year."},
        .why = {"“10 tháng được 2.500” không phải là 2.500 một năm; đổi theo thời gian thì sai.",
                "“2,500 in ten months” is no 2,500 a year; converting it would be wrong."},
        .wrong = "indicators:\n"
                 "  a: {name: Doanh thu, unit: triệu đồng/năm, kind: average, accumulates: có}\n",
        .right = "indicators:\n"
                 "  a: {name: Doanh thu, unit: triệu đồng, kind: average, accumulates: có}\n",
        .line = 2,
        .column = 30,
    },
    {
        .code = MSG_EDGES_ORDER,
        .id = "T253",
        .severity = SEVERITY_WARNING,
        .text = {"Mốc `{0}` là {1}: phải có slipping ≤ 100 % ≤ over.",
                 "The edge `{0}` is {1}: slipping ≤ 100 % ≤ over is wanted."},
        .hint = {"Viết như: edges: {slipping: 90%, over: 110%}",
                 "Write something like edges: {slipping: 90%, over: 110%}"},
        .title = {"Mốc đánh giá ngược", "Edges the wrong way round"},
        .means = {"slipping lớn hơn 100 % hoặc over nhỏ hơn 100 %.",
                  "slipping is above 100 %, or over is below."},
        .why = {"Khi ấy làm đủ mức phải có vẫn bị coi là chậm.",
                "Then what is exactly on time would be called late."},
        .wrong = "edges: {slipping: 110%, over: 110%}\n",
        .right = "edges: {slipping: 90%, over: 110%}\n",
        .line = 1,
        .column = 19,
    },
    {
        .code = MSG_MILESTONES_FALL,
        .id = "T254",
        .severity = SEVERITY_WARNING,
        .text = {"Mốc {0} thấp hơn mốc {1} của ngày {2} trước nó.",
                 "The milestone of {0} lies below that of {1} on {2} before it."},
        .hint =
            {"Các mốc là phần trăm cộng dồn của mục tiêu, ngày sau không thấp hơn ngày trước.",
             "Milestones are percentages of the target done by that day: later ones are no lower."},
        .title = {"Mốc giảm đi", "Milestones that fall"},
        .means = {"Một mốc thấp hơn mốc của ngày trước nó.",
                  "A milestone is below that of an earlier day."},
        .why = {"Mức phải đạt sẽ giảm đi theo thời gian; có lẽ đã ghi phần của từng quý thay cho "
                "phần cộng dồn.",
                "What is expected would shrink with time; perhaps each quarter’s share was written "
                "instead of the sum."},
        .framed = true,
        .wrong = "org: bac-ninh\n"
                 "year: 2024\n"
                 "targets:\n"
                 "  htx_new: {at_least: 30, milestones: {2024-03-31: 30%, 2024-06-30: 20%}}\n",
        .right = "org: bac-ninh\n"
                 "year: 2024\n"
                 "targets:\n"
                 "  htx_new: {at_least: 30, milestones: {2024-03-31: 30%, 2024-06-30: 50%}}\n",
        .line = 4,
        .column = 69,
    },
    {
        .code = MSG_CLAIM_UNIT,
        .id = "T255",
        .severity = SEVERITY_ERROR,
        .text = {"Số chênh lệch ghi theo `{0}`, chỉ tiêu này tính bằng `{1}`.",
                 "The difference is in `{0}`, while this indicator counts in `{1}`."},
        .hint = {"Đổi ra {1} rồi viết con số với đúng số chữ số thập phân đã in.",
                 "Convert it to {1}, with as many decimals as were printed."},
        .title = {"Chênh lệch ghi theo đơn vị khác", "A difference in another unit"},
        .means = {"Khóa change ghi đơn vị khác đơn vị của chỉ tiêu.",
                  "The key change has another unit than the indicator."},
        .why = {"Số được so đến đúng chữ số đã in, đổi đơn vị thì không còn biết là chữ số nào.",
                "It is compared to the last printed digit, which is lost when the unit changes."},
        .framed = true,
        .wrong = "org: bac-ninh\n"
                 "actuals:\n"
                 "  - {as_of: 2023-06-30, values: {income: 400}}\n"
                 "  - as_of: 2024-06-30\n"
                 "    values: {income: 600}\n"
                 "    claims: {income: {change: 0.2 tỷ đồng/năm}}\n",
        .right = "org: bac-ninh\n"
                 "actuals:\n"
                 "  - {as_of: 2023-06-30, values: {income: 400}}\n"
                 "  - as_of: 2024-06-30\n"
                 "    values: {income: 600}\n"
                 "    claims: {income: {change: 200}}\n",
        .line = 6,
        .column = 31,
    },
};

static_assert(sizeof messages_of_numbers / sizeof *messages_of_numbers == MESSAGES_OF_NUMBERS,
              "a message is missing");
