/* Messages about numbers, units and dates (T2xx, T3xx), explained. */
#include <assert.h>

#include "explanation_table.h"

#define ROW(code) ((int)(code) - (int)MSG_NOT_A_NUMBER)

const struct explanation explanations_of_values[] = {
    [ROW(MSG_NOT_A_NUMBER)] =
        {
            .title = {"Không phải là số", "Not a number"},
            .means = {"Chỗ này cần một con số nhưng lại là chữ.",
                      "A number is wanted here, but there are words."},
            .why = {"Chữ thì không cộng, không so sánh được.",
                    "Words cannot be added or compared."},
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
    [ROW(MSG_COMMA)] =
        {
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
    [ROW(MSG_GROUPED)] =
        {
            .title = {"Tách hàng nghìn bằng dấu chấm", "Thousands apart with points"},
            .means = {"Số có nhiều dấu chấm hoặc phẩy để tách hàng nghìn.",
                      "The number has points or commas between its thousands."},
            .why = {"Dấu chấm ở đây là phần lẻ; tách hàng nghìn bằng dấu _ thì không nhầm được.",
                    "A point means decimals here; an underscore between thousands cannot be "
                    "mistaken."},
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
    [ROW(MSG_SPACED)] =
        {
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
    [ROW(MSG_EXPONENT)] =
        {
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
    [ROW(MSG_TOO_LONG)] =
        {
            .title = {"Số quá dài", "More than 18 digits"},
            .means = {"Số có hơn 18 chữ số có nghĩa.",
                      "The number has more than 18 significant digits."},
            .why =
                {"Tính chính xác được đến 18 chữ số; không có số liệu nào thật sự cần nhiều hơn.",
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
    [ROW(MSG_THREE_DECIMALS)] =
        {
            .title = {"Đúng ba số lẻ", "Exactly three decimals"},
            .means = {"Số có đúng ba chữ số sau dấu chấm; được đọc là số lẻ, nhưng trông như hàng "
                      "nghìn.",
                      "There are exactly three digits behind the point: read as decimals, yet it "
                      "looks like thousands."},
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
    [ROW(MSG_UNIT_UNKNOWN)] =
        {
            .title = {"Đơn vị tính không đổi được", "A unit that does not convert"},
            .means = {"Đơn vị viết sau số không đổi được ra đơn vị của chỉ tiêu.",
                      "The unit behind the number does not convert to the indicator's."},
            .why = {"Số xã không so được với số HTX; có thể đã ghi nhầm dòng.",
                    "A number of communes is no number of cooperatives; perhaps it is the wrong "
                    "line."},
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
    [ROW(MSG_RANGE_ORDER)] =
        {
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
    [ROW(MSG_RANGE_DASH)] =
        {
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
    [ROW(MSG_TOO_SMALL)] =
        {
            .title = {"Số quá nhỏ", "A number too small"},
            .means = {"Giá trị âm, hoặc bằng 0 ở chỗ phải lớn hơn 0.",
                      "The value is negative, or 0 where more is needed."},
            .why = {"Hệ số, sai số cho phép, số thành viên không thể âm; có lẽ gõ thừa dấu trừ.",
                    "A weight, a tolerance or a count cannot be negative; a minus was probably "
                    "typed by mistake."},
            .framed = true,
            .wrong = "org: bac-ninh\n"
                     "year: 2024\n"
                     "targets:\n"
                     "  htx_new: {at_least: 30, weight: -1}\n",
            .right = "org: bac-ninh\n"
                     "year: 2024\n"
                     "targets:\n"
                     "  htx_new: {at_least: 30, weight: 1}\n",
            .line = 4,
            .column = 35,
        },
    [ROW(MSG_BAD_OPERATOR)] =
        {
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
    [ROW(MSG_NOT_A_COUNT)] =
        {
            .title = {"Không phải số đếm", "Not a whole number"},
            .means = {"Chỗ này cần một số nguyên như 7.",
                      "A whole number such as 7 is wanted here."},
            .why = {"Số thành viên dùng để nói “5 trên 7 đơn vị đã báo cáo”, không thể lẻ.",
                    "The number of members says “5 of 7 have reported” and has no decimals."},
            .wrong = "orgs:\n"
                     "  tay-bac: {name: Cụm Tây Bắc, members_total: 2.5}\n",
            .right = "orgs:\n"
                     "  tay-bac: {name: Cụm Tây Bắc, members_total: 7}\n",
            .line = 2,
            .column = 47,
        },
    [ROW(MSG_UNIT_HERE)] =
        {
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
    [ROW(MSG_BAD_DATE)] =
        {
            .title = {"Ngày viết sai", "Not a date"},
            .means = {"Đây không phải ngày viết theo kiểu năm-tháng-ngày.",
                      "This is no date written year-month-day."},
            .why = {"03/04 là ngày 3 tháng 4 hay tháng 3 ngày 4 thì mỗi nơi hiểu một khác.",
                    "03/04 is April or March depending on who reads it."},
            .framed = true,
            .wrong = "org: bac-ninh\n"
                     "year: 2024\n"
                     "actuals:\n"
                     "  - as_of: 30/06/2024\n"
                     "    values: {htx_new: 15}\n",
            .right = "org: bac-ninh\n"
                     "year: 2024\n"
                     "actuals:\n"
                     "  - as_of: 2024-06-30\n"
                     "    values: {htx_new: 15}\n",
            .line = 4,
            .column = 12,
        },
    [ROW(MSG_BAD_PERIOD)] =
        {
            .title = {"Không phải tháng, quý, nửa năm", "Not a month, quarter or half"},
            .means = {"Sau during phải là một tháng, một quý hoặc nửa năm.",
                      "Behind during stands a month, a quarter or a half of a year."},
            .why = {"Kỳ cho biết con số gồm những ngày nào, nhờ đó mới cộng đúng.",
                    "The period says which days a figure covers, so that it adds up."},
            .framed = true,
            .wrong = "org: bac-ninh\n"
                     "year: 2024\n"
                     "actuals:\n"
                     "  - during: tháng 5\n"
                     "    values: {htx_new: 3}\n",
            .right = "org: bac-ninh\n"
                     "year: 2024\n"
                     "actuals:\n"
                     "  - during: 2024-05\n"
                     "    values: {htx_new: 3}\n",
            .line = 4,
            .column = 13,
        },
    [ROW(MSG_OUTSIDE_YEAR)] =
        {
            .title = {"Ngày nằm ngoài năm", "A date outside its year"},
            .means = {"Ngày này không thuộc năm ghi ở đầu tệp hoặc ở mục.",
                      "The date is not in the year that the file or the entry names."},
            .why = {"Số của năm trước mà tính vào năm nay thì sai cả kết quả lẫn tốc độ tăng.",
                    "Last year's figure counted this year spoils both the result and the growth."},
            .framed = true,
            .wrong = "org: bac-ninh\n"
                     "year: 2024\n"
                     "actuals:\n"
                     "  - as_of: 2023-06-30\n"
                     "    values: {htx_new: 15}\n",
            .right = "org: bac-ninh\n"
                     "year: 2024\n"
                     "actuals:\n"
                     "  - as_of: 2024-06-30\n"
                     "    values: {htx_new: 15}\n",
            .line = 4,
            .column = 12,
        },
    [ROW(MSG_BAD_WINDOW)] =
        {
            .title = {"Năm kế hoạch không hợp lệ", "A year that is none"},
            .means = {"Ngày cuối không sau ngày đầu, hoặc năm dài quá 12 tháng.",
                      "The last day does not follow the first, or there are more than 12 months."},
            .why = {"Khoảng này là thước đo tiến độ: bao nhiêu phần của năm đã qua.",
                    "These days measure the pace: how much of the year is gone."},
            .framed = true,
            .wrong = "org: bac-ninh\n"
                     "year: 2024\n"
                     "year_window: {from: 2024-12-14, to: 2023-12-15}\n",
            .right = "org: bac-ninh\n"
                     "year: 2024\n"
                     "year_window: {from: 2023-12-15, to: 2024-12-14}\n",
            .line = 3,
            .column = 37,
        },
    [ROW(MSG_BAD_YEAR)] =
        {
            .title = {"Năm viết sai", "Not a year"},
            .means = {"Năm phải viết đủ bốn chữ số.", "A year is written with four digits."},
            .why = {"Số liệu được xếp theo năm; viết tắt thì không biết xếp vào đâu.",
                    "Figures are filed by year; an abbreviation does not say which."},
            .wrong = "year: 24\n",
            .right = "year: 2024\n",
            .line = 1,
            .column = 7,
        },
    [ROW(MSG_NO_SUCH_DAY)] =
        {
            .title = {"Ngày không có trong lịch", "A day that does not exist"},
            .means = {"Ngày viết đúng kiểu nhưng tháng đó không có ngày này.",
                      "It is written as a date, but the month has no such day."},
            .why = {"Không rõ là ngày cuối tháng hay gõ nhầm tháng.",
                    "It may be the month's last day, or the wrong month."},
            .framed = true,
            .wrong = "org: bac-ninh\n"
                     "year: 2024\n"
                     "actuals:\n"
                     "  - as_of: 2024-06-31\n"
                     "    values: {htx_new: 15}\n",
            .right = "org: bac-ninh\n"
                     "year: 2024\n"
                     "actuals:\n"
                     "  - as_of: 2024-06-30\n"
                     "    values: {htx_new: 15}\n",
            .line = 4,
            .column = 12,
        },
};

static_assert(sizeof explanations_of_values / sizeof *explanations_of_values ==
                  (int)MSG_UNKNOWN_INDICATOR - (int)MSG_NOT_A_NUMBER,
              "an explanation is missing");
