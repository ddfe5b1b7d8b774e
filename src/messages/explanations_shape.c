/* Messages about its shape (T1xx), explained. */
#include <assert.h>

#include "explanation_table.h"

#define ROW(code) ((int)(code) - (int)MSG_UNKNOWN_KEY)

const struct explanation explanations_of_shape[] = {
    [ROW(MSG_UNKNOWN_KEY)] =
        {
            .title = {"Từ khóa không có ở đây", "An unknown key"},
            .means = {"Từ khóa này không được dùng ở chỗ này; thường là gõ sai một chữ.",
                      "The key is not used at this place; mostly it is a slip of the hand."},
            .why = {"Từ khóa gõ sai mà bị bỏ qua thì con số dưới nó âm thầm biến mất khỏi bảng.",
                    "If a mistyped key were passed over, its figure would silently vanish."},
            .framed = true,
            .wrong = "org: bac-ninh\n"
                     "year: 2024\n"
                     "targets:\n"
                     "  htx_new: {atleast: 30}\n",
            .right = "org: bac-ninh\n"
                     "year: 2024\n"
                     "targets:\n"
                     "  htx_new: {at_least: 30}\n",
            .line = 4,
            .column = 13,
        },
    [ROW(MSG_MISSING_KEY)] =
        {
            .title = {"Thiếu từ khóa bắt buộc", "A required key is missing"},
            .means = {"Mục này thiếu một từ khóa không thể không có.",
                      "The entry lacks a key that it cannot do without."},
            .why = {"Thiếu nó thì con số không so được với gì, ví dụ khoảng chỉ có một đầu.",
                    "Without it there is nothing to compare with, such as a range with one end."},
            .framed = true,
            .wrong = "org: bac-ninh\n"
                     "year: 2024\n"
                     "targets:\n"
                     "  htx_new: {from: 30}\n",
            .right = "org: bac-ninh\n"
                     "year: 2024\n"
                     "targets:\n"
                     "  htx_new: {from: 30, to: 40}\n",
            .line = 4,
            .column = 3,
        },
    [ROW(MSG_WANT_MAPPING)] =
        {
            .title = {"Phải là các dòng “từ khóa: giá trị”", "Lines of “key: value” are wanted"},
            .means = {"Dưới từ khóa này phải là các dòng từ khóa và giá trị, không phải một danh "
                      "sách hay một số.",
                      "This key holds lines of key and value, not a list or a number."},
            .why = {"Mỗi con số phải gắn với mã chỉ tiêu của nó.",
                    "Every figure has to stand with the code of its indicator."},
            .framed = true,
            .wrong = "org: bac-ninh\n"
                     "year: 2024\n"
                     "targets: [30]\n",
            .right = "org: bac-ninh\n"
                     "year: 2024\n"
                     "targets: {htx_new: 30}\n",
            .line = 3,
            .column = 1,
        },
    [ROW(MSG_WANT_LIST)] =
        {
            .title = {"Phải là một danh sách", "A list is wanted"},
            .means = {"Dưới từ khóa này phải là một danh sách, kể cả khi chỉ có một mục.",
                      "This key holds a list, even of one entry."},
            .why = {"Mỗi kỳ báo cáo là một mục riêng trong danh sách, có ngày riêng.",
                    "Each report is an entry of its own with its own day."},
            .framed = true,
            .wrong = "org: bac-ninh\n"
                     "year: 2024\n"
                     "actuals:\n"
                     "  as_of: 2024-06-30\n"
                     "  values: {htx_new: 15}\n",
            .right = "org: bac-ninh\n"
                     "year: 2024\n"
                     "actuals:\n"
                     "  - as_of: 2024-06-30\n"
                     "    values: {htx_new: 15}\n",
            .line = 3,
            .column = 1,
        },
    [ROW(MSG_WANT_SCALAR)] =
        {
            .title = {"Phải là một giá trị đơn", "A single value is wanted"},
            .means = {"Chỗ này cần một số, một ngày hoặc một câu, không phải danh sách.",
                      "A number, a date or a text is wanted here, not a list."},
            .why = {"Một mức kế hoạch chỉ có một con số; hai mức thì phải nói rõ là khoảng hay là "
                    "hai nơi giao.",
                    "One bound is one number; two have to say whether they are a range or two "
                    "bodies'."},
            .framed = true,
            .wrong = "org: bac-ninh\n"
                     "year: 2024\n"
                     "targets:\n"
                     "  htx_new: {at_least: [30, 40]}\n",
            .right = "org: bac-ninh\n"
                     "year: 2024\n"
                     "targets:\n"
                     "  htx_new: {from: 30, to: 40}\n",
            .line = 4,
            .column = 13,
        },
    [ROW(MSG_DUPLICATE_KEY)] =
        {
            .title = {"Từ khóa viết hai lần", "A key stands twice"},
            .means =
                {"Cùng một từ khóa đứng hai lần ở cùng một chỗ. Một chỉ tiêu có nhiều kế hoạch "
                 "thì viết thành danh sách: [{by: Tỉnh giao, at_least: 60}, {by: Huyện "
                 "giao, at_least: 58}]",
                 "The same key stands twice at the same place. Several targets of one "
                 "indicator make a list: [{by: province, at_least: 60}, {by: district, "
                 "at_least: 58}]"},
            .why = {"Không biết số nào đúng; nhiều công cụ lấy số sau mà không báo.",
                    "Nobody knows which figure is right; many tools take the last without a word."},
            .framed = true,
            .wrong = "org: bac-ninh\n"
                     "year: 2024\n"
                     "targets:\n"
                     "  htx_new: 30\n"
                     "  htx_new: 35\n",
            .right = "org: bac-ninh\n"
                     "year: 2024\n"
                     "targets:\n"
                     "  htx_new: 35\n",
            .line = 5,
            .column = 3,
        },
    [ROW(MSG_EMPTY_VALUE)] =
        {
            .title = {"Chưa có giá trị", "A value is missing"},
            .means = {"Sau dấu hai chấm không có gì.", "Nothing stands behind the colon."},
            .why = {"Để trống có thể là số 0, có thể là chưa báo cáo; hai điều đó khác hẳn nhau.",
                    "Empty may mean zero or not reported, which are quite different things."},
            .framed = true,
            .wrong = "org: bac-ninh\n"
                     "year: 2024\n"
                     "targets:\n"
                     "  htx_new:\n"
                     "  htx_closed: 5\n",
            .right = "org: bac-ninh\n"
                     "year: 2024\n"
                     "targets:\n"
                     "  htx_closed: 5\n",
            .line = 4,
            .column = 3,
        },
    [ROW(MSG_BAD_CHOICE)] =
        {
            .title = {"Giá trị ngoài danh sách cho phép", "Not one of the choices"},
            .means = {"Chỗ này chỉ nhận một trong vài từ đã định.",
                      "Only one of a few words can stand here."},
            .why = {"Loại chỉ tiêu quyết định cách cộng và so sánh, nên không thể đoán.",
                    "The kind of an indicator decides how it adds up, so it is not guessed."},
            .wrong = "indicators:\n"
                     "  htx_total: {name: Tổng số HTX, unit: HTX, kind: stok}\n",
            .right = "indicators:\n"
                     "  htx_total: {name: Tổng số HTX, unit: HTX, kind: stock}\n",
            .line = 2,
            .column = 51,
        },
    [ROW(MSG_BAD_ID)] =
        {
            .title = {"Mã có ký tự không dùng được", "A code with characters not used"},
            .means = {"Mã của đơn vị hoặc chỉ tiêu có dấu tiếng Việt, dấu cách hoặc ký hiệu lạ.",
                      "The code of an organisation or indicator has marks, blanks or odd signs."},
            .why = {"Mã được gõ lại nhiều lần ở nhiều tệp; chữ không dấu thì máy nào cũng gõ giống "
                    "nhau.",
                    "Codes are typed again and again in many files; plain letters come out the "
                    "same everywhere."},
            .wrong = "orgs:\n"
                     "  bắc-ninh: {name: Tỉnh Bắc Ninh}\n",
            .right = "orgs:\n"
                     "  bac-ninh: {name: Tỉnh Bắc Ninh}\n",
            .line = 2,
            .column = 3,
        },
    [ROW(MSG_CUT_BY_COMMA)] =
        {
            .title = {"Văn bản bị cắt ở dấu phẩy", "A text cut at a comma"},
            .means =
                {"Trong ngoặc { } dấu phẩy ngăn các mục, nên phần sau dấu phẩy không thuộc tên "
                 "nữa.",
                 "Inside { } a comma ends the entry, so what follows is not part of the name."},
            .why =
                {"Tên chỉ tiêu trong bảng sẽ cụt: “Tỷ lệ HTX tốt” thay cho “Tỷ lệ HTX tốt, khá”.",
                 "The name in the table would be cut short."},
            .wrong = "indicators:\n"
                     "  good: {name: Tỷ lệ HTX tốt, khá, unit: \"%\", kind: share}\n",
            .right = "indicators:\n"
                     "  good: {name: \"Tỷ lệ HTX tốt, khá\", unit: \"%\", kind: share}\n",
            .line = 2,
            .column = 31,
        },
    [ROW(MSG_CUT_BY_HASH)] =
        {
            .title = {"Văn bản bị cắt ở dấu #", "A text cut at a #"},
            .means = {"Dấu # sau dấu cách mở đầu một ghi chú, nên phần sau nó không được đọc.",
                      "A # behind a blank begins a comment, so what follows is not read."},
            .why = {"Số hiệu văn bản trong nguồn sẽ mất mà không ai hay.",
                    "The number of a document would be lost without notice."},
            .wrong = "source: Công văn #12\n",
            .right = "source: \"Công văn #12\"\n",
            .line = 1,
            .column = 18,
        },
    [ROW(MSG_MISSING_BLANK)] =
        {
            .title = {"Thiếu dấu cách sau dấu hai chấm", "No blank behind the colon"},
            .means = {"Sau dấu hai chấm phải có một dấu cách.",
                      "A colon has to be followed by a blank."},
            .why = {"Không có dấu cách thì `from:4` chỉ là một từ và con số bị mất.",
                    "Without it `from:4` is one word and the figure is lost."},
            .framed = true,
            .wrong = "org: bac-ninh\n"
                     "year: 2024\n"
                     "targets:\n"
                     "  htx_new: {from:4, to: 6}\n",
            .right = "org: bac-ninh\n"
                     "year: 2024\n"
                     "targets:\n"
                     "  htx_new: {from: 4, to: 6}\n",
            .line = 4,
            .column = 13,
        },
    [ROW(MSG_TARGET_SHAPE)] =
        {
            .title = {"Kế hoạch không nói rõ một mức", "A target that is not one goal"},
            .means = {"Kế hoạch này không nêu mức nào, hoặc nêu hai mức không đi với nhau.",
                      "The target states no bound, or two that do not go together."},
            .why = {"Không biết đạt mức nào mới là hoàn thành thì không đánh giá được.",
                    "Without one bound nobody can say when it is met."},
            .framed = true,
            .wrong = "org: bac-ninh\n"
                     "year: 2024\n"
                     "targets:\n"
                     "  htx_new: {at_least: 30, at_most: 50}\n",
            .right = "org: bac-ninh\n"
                     "year: 2024\n"
                     "targets:\n"
                     "  htx_new: {from: 30, to: 50}\n",
            .line = 4,
            .column = 3,
        },
    [ROW(MSG_BAD_BOOLEAN)] =
        {
            .title = {"Không rõ có hay không", "Neither yes nor no"},
            .means = {"Chỉ tiêu loại “hoàn thành” chỉ nhận có hoặc không.",
                      "An indicator of kind done takes yes or no only."},
            .why = {"“Đang làm” hay “sắp xong” chưa phải là xong; nói rõ ở ghi chú.",
                    "“Nearly” is not done; say so in a note."},
            .framed = true,
            .wrong = "org: bac-ninh\n"
                     "year: 2024\n"
                     "targets:\n"
                     "  plan_issued: {done: có lẽ}\n",
            .right = "org: bac-ninh\n"
                     "year: 2024\n"
                     "targets:\n"
                     "  plan_issued: {done: có}\n",
            .line = 4,
            .column = 23,
        },
    [ROW(MSG_ONLY_ONE)] =
        {
            .title = {"Phải có đúng một trong các từ khóa", "Exactly one of several keys"},
            .means = {"Các từ khóa này loại trừ nhau: phải có một và chỉ một.",
                      "These keys exclude each other: one of them, and only one, has to stand."},
            .why = {"Một số không thể vừa là lũy kế đến ngày vừa là số riêng của tháng.",
                    "A figure cannot be both a running total and one month's own."},
            .framed = true,
            .wrong = "org: bac-ninh\n"
                     "year: 2024\n"
                     "actuals:\n"
                     "  - {as_of: 2024-05-31, during: 2024-05, values: {htx_new: 3}}\n",
            .right = "org: bac-ninh\n"
                     "year: 2024\n"
                     "actuals:\n"
                     "  - {during: 2024-05, values: {htx_new: 3}}\n",
            .line = 4,
            .column = 25,
        },
};

static_assert(sizeof explanations_of_shape / sizeof *explanations_of_shape ==
                  (int)MSG_NOT_A_NUMBER - (int)MSG_UNKNOWN_KEY,
              "an explanation is missing");
