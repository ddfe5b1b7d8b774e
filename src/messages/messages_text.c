/* SPDX-License-Identifier: MIT */
/* Messages about the file as text (T0xx). */
#include <assert.h>

#include "message_table.h"

const struct message messages_of_text[] = {
    {
        .code = MSG_NOT_UTF8,
        .id = "T001",
        .severity = SEVERITY_ERROR,
        .text = {"Tệp không được lưu theo bảng mã UTF-8: byte {0} ở đây không phải là chữ.",
                 "The file is not UTF-8: byte {0} here is no character."},
        .hint = {"Mở tệp bằng Notepad, chọn File > Save As, ở ô Encoding chọn UTF-8 rồi lưu lại. "
                 "Chữ gõ bằng phông cũ (TCVN3, VNI) phải đổi sang Unicode trước.",
                 "Open it in Notepad, choose File > Save As, set Encoding to UTF-8 and save."},
        .title = {"Tệp không phải UTF-8", "The file is not UTF-8"},
        .means = {"Tệp có byte không đọc được thành chữ theo bảng mã UTF-8, thường vì được lưu "
                  "bằng bảng mã cũ của Windows.",
                  "The file has bytes that are no text in UTF-8, usually because it was saved in "
                  "an old Windows encoding."},
        .why = {"Chữ tiếng Việt sẽ sai hoặc mất trong bảng, nên cả tệp không được đọc.",
                "Vietnamese letters would come out wrong in the table, so the file is not read."},
        .form = EXAMPLE_ESCAPED,
        .wrong = "orgs:\n"
                 "  bac-ninh: {name: B\\xE0 Ninh}\n",
        .right = "orgs:\n"
                 "  bac-ninh: {name: Bà Ninh}\n",
        .line = 2,
        .column = 21,
    },
    {
        .code = MSG_UTF16,
        .id = "T002",
        .severity = SEVERITY_ERROR,
        .text = {"Tệp được lưu theo bảng mã UTF-16 (Notepad cũ gọi là Unicode), phải là UTF-8.",
                 "The file is UTF-16 (called Unicode in older Notepads); it must be UTF-8."},
        .hint = {"Mở tệp bằng Notepad, chọn File > Save As, ở ô Encoding chọn UTF-8 rồi lưu lại.",
                 "Open it in Notepad, choose File > Save As, set Encoding to UTF-8 and save."},
        .title = {"Tệp lưu theo UTF-16", "The file is UTF-16"},
        .means =
            {"Hai byte đầu cho biết tệp được lưu theo UTF-16 (Notepad cũ gọi là “Unicode”).",
             "The first two bytes say that the file is UTF-16 (older Notepads call it “Unicode”)."},
        .why = {"Tệp UTF-16 mở bằng công cụ khác dễ thành chữ lạ; cả bộ dữ liệu chỉ dùng một bảng "
                "mã là UTF-8.",
                "UTF-16 turns to gibberish in other tools; the whole data set uses one encoding, "
                "UTF-8."},
        .form = EXAMPLE_ESCAPED,
        .wrong = "\\xFF\\xFEo\\x00r\\x00g\\x00:\\x00 \\x00b\\x00n\\x00\n",
        .right = "orgs: {bn: {name: Tỉnh Bắc Ninh}}\n",
        .line = 1,
        .column = 1,
    },
    {
        .code = MSG_NUL,
        .id = "T003",
        .severity = SEVERITY_ERROR,
        .text = {"Có ký tự rỗng (NUL) ở đây: tệp bị hỏng hoặc không phải tệp văn bản.",
                 "There is a NUL character here: the file is damaged or is not text."},
        .hint = {"Xóa ký tự này, hoặc lấy lại tệp từ bản lưu.",
                 "Delete the character, or restore the file from a copy."},
        .title = {"Ký tự rỗng trong tệp", "A NUL character in the file"},
        .means = {"Trong tệp có ký tự rỗng (NUL), thứ không bao giờ có trong văn bản.",
                  "The file holds a NUL character, which never occurs in text."},
        .why = {"Thường là tệp hỏng khi chép qua USB hoặc không phải tệp văn bản; số đọc được từ "
                "đó không đáng tin.",
                "The file was probably damaged in copying or is no text; figures read from it "
                "cannot be trusted."},
        .form = EXAMPLE_ESCAPED,
        .wrong = "orgs: {bac-ninh: {name: Tỉnh\\x00Bắc Ninh}}\n",
        .right = "orgs: {bac-ninh: {name: Tỉnh Bắc Ninh}}\n",
        .line = 1,
        .column = 29,
    },
    {
        .code = MSG_TAB,
        .id = "T004",
        .severity = SEVERITY_ERROR,
        .text = {"Dòng này thụt vào bằng phím Tab, YAML không nhận.",
                 "This line is indented with a tab, which YAML refuses."},
        .hint = {"Xóa Tab và thụt vào bằng dấu cách, mỗi bậc hai dấu cách.",
                 "Replace the tab by blanks, two for each level."},
        .title = {"Thụt vào bằng phím Tab", "Indented with a tab"},
        .means = {"Dòng bắt đầu bằng ký tự Tab; YAML chỉ nhận dấu cách.",
                  "The line begins with a tab; YAML accepts blanks only."},
        .why =
            {"Mỗi máy hiện Tab rộng một kiểu, nên không biết dòng này nằm dưới mục nào.",
             "A tab is as wide as each machine likes, so it is unclear what the line belongs to."},
        .form = EXAMPLE_ESCAPED,
        .wrong = "orgs:\n"
                 "\\tbac-ninh: {name: Tỉnh Bắc Ninh}\n",
        .right = "orgs:\n"
                 "  bac-ninh: {name: Tỉnh Bắc Ninh}\n",
        .line = 2,
        .column = 1,
    },
    {
        .code = MSG_YAML,
        .id = "T005",
        .severity = SEVERITY_ERROR,
        .text = {"Không đọc được chỗ này (thư viện YAML báo: {0}).",
                 "This cannot be read as YAML ({0})."},
        .hint =
            {"Xem dòng này và dòng ngay trên: dấu hai chấm, dấu nháy, dấu ngoặc, khoảng thụt vào.",
             "Look at this line and the one above: colon, quotes, brackets, indentation."},
        .title = {"Lỗi YAML khác", "Another YAML error"},
        .means =
            {"Thư viện YAML không đọc được chỗ này vì một lỗi hiếm gặp, được nêu nguyên văn bằng "
             "tiếng Anh.",
             "The YAML library cannot read this because of a rare error, quoted in its own words."},
        .why = {"Từ chỗ này trở đi không hiểu được tệp, nên phải sửa trước.",
                "Nothing behind this place can be understood, so it has to be mended first."},
        .wrong = "%YAML 2.0\n"
                 "---\n"
                 "orgs: {bac-ninh: {name: Tỉnh Bắc Ninh}}\n",
        .right = "orgs: {bac-ninh: {name: Tỉnh Bắc Ninh}}\n",
        .line = 1,
        .column = 1,
    },
    {
        .code = MSG_BLOCK_SIGN,
        .id = "T006",
        .severity = SEVERITY_ERROR,
        .text = {"Không viết được dấu so sánh như ở `{0}`: YAML hiểu là mở đầu một đoạn văn.",
                 "`{0}` is no comparison to YAML: the sign begins a block of text."},
        .hint = {"Viết {1}", "Write {1}"},
        .title = {"Dấu so sánh không có dấu nháy", "A comparison sign without quotes"},
        .means =
            {"Giá trị bắt đầu bằng dấu > hoặc |, mà với YAML đó là mở đầu một đoạn văn nhiều dòng.",
             "The value begins with > or |, which in YAML begins a text of several lines."},
        .why = {"Mức kế hoạch sẽ bị đọc thành văn bản; mức so sánh phải viết bằng từ khóa.",
                "The target would become a text; comparisons are written as keys."},
        .framed = true,
        .wrong = "org: bac-ninh\n"
                 "year: 2024\n"
                 "targets:\n"
                 "  good_share: > 60\n",
        .right = "org: bac-ninh\n"
                 "year: 2024\n"
                 "targets:\n"
                 "  good_share: {more_than: 60}\n",
        .line = 4,
        .column = 15,
    },
    {
        .code = MSG_BARE_PERCENT,
        .id = "T007",
        .severity = SEVERITY_ERROR,
        .text = {"Dấu % đứng đầu giá trị (`{0}`) mà không có dấu nháy, YAML không nhận.",
                 "`{0}` begins with % and has no quotes, which YAML refuses."},
        .hint = {"Đặt trong dấu nháy, viết: {1}", "Put it in quotes: {1}"},
        .title = {"Dấu % không có dấu nháy", "A percent sign without quotes"},
        .means = {"Giá trị bắt đầu bằng dấu %, YAML dành dấu này cho việc khác.",
                  "The value begins with %, which YAML keeps for itself."},
        .why = {"Đơn vị phần trăm là đơn vị hay gặp nhất sau HTX; không có dấu nháy thì không đọc "
                "được tệp.",
                "Percent is among the commonest units; without quotes the file cannot be read."},
        .wrong = "indicators:\n"
                 "  good_share: {name: Tỷ lệ HTX khá, unit: %, kind: share}\n",
        .right = "indicators:\n"
                 "  good_share: {name: Tỷ lệ HTX khá, unit: \"%\", kind: share}\n",
        .line = 2,
        .column = 43,
    },
    {
        .code = MSG_MANY_DOCUMENTS,
        .id = "T008",
        .severity = SEVERITY_ERROR,
        .text = {"Một tệp chỉ chứa một phần nội dung; dòng `---` này mở ra phần thứ hai.",
                 "One file holds one document; this `---` begins a second one."},
        .hint = {"Xóa dòng `---`, hoặc chuyển phần sau sang một tệp riêng.",
                 "Delete the `---`, or move what follows into a file of its own."},
        .title = {"Nhiều phần trong một tệp", "Several documents in one file"},
        .means = {"Dòng `---` mở ra một tài liệu thứ hai trong cùng một tệp.",
                  "A line `---` begins a second document in the same file."},
        .why =
            {"Đơn vị, năm, nguồn ở đầu tệp không áp dụng cho phần thứ hai, dễ gây nhầm số của ai.",
             "The organisation, year and source at the top would not hold for the second one."},
        .wrong = "orgs: {bac-ninh: {name: Tỉnh Bắc Ninh}}\n"
                 "---\n"
                 "orgs: {yen-bai: {name: Tỉnh Yên Bái}}\n",
        .right = "orgs:\n"
                 "  bac-ninh: {name: Tỉnh Bắc Ninh}\n"
                 "  yen-bai: {name: Tỉnh Yên Bái}\n",
        .line = 2,
        .column = 1,
    },
    {
        .code = MSG_ALIAS,
        .id = "T009",
        .severity = SEVERITY_ERROR,
        .text = {"Không dùng dấu & và * để tham chiếu trong tệp (`{0}`).",
                 "Anchors (&) and aliases (*) are not used here (`{0}`)."},
        .hint =
            {"Viết lại giá trị ở từng chỗ; nếu dấu đó là một phần của văn bản thì đặt cả câu trong "
             "dấu nháy.",
             "Write the value out at each place; if the sign is part of a text, put it in quotes."},
        .title = {"Tham chiếu bằng & và *", "Anchors and aliases"},
        .means = {"Dấu & đặt tên cho một giá trị và dấu * chép lại giá trị đó; ở đây không dùng "
                  "cách này.",
                  "& names a value and * repeats it; this is not used here."},
        .why = {"Người đọc tệp phải thấy ngay con số tại chỗ, không phải đi tìm nó ở dòng khác.",
                "Whoever reads the file should see the figure where it counts."},
        .wrong = "orgs:\n"
                 "  bac-ninh: {name: &ten Tỉnh Bắc Ninh}\n",
        .right = "orgs:\n"
                 "  bac-ninh: {name: \"Tỉnh Bắc Ninh\"}\n",
        .line = 2,
        .column = 20,
    },
    {
        .code = MSG_TAG,
        .id = "T010",
        .severity = SEVERITY_ERROR,
        .text = {"Không dùng nhãn kiểu bắt đầu bằng dấu ! (`{0}`).",
                 "Tags that begin with ! are not used here (`{0}`)."},
        .hint = {"Bỏ nhãn đó; nếu dấu ! là một phần của văn bản thì đặt cả câu trong dấu nháy.",
                 "Leave it out; if the ! is part of a text, put it in quotes."},
        .title = {"Nhãn kiểu bắt đầu bằng dấu !", "A tag that begins with !"},
        .means = {"Dấu ! ở đầu giá trị là nhãn kiểu của YAML; ở đây không dùng.",
                  "A ! at the start of a value is a YAML tag, which is not used here."},
        .why = {"Từng từ khóa đã có kiểu riêng; nhãn chỉ làm con số bị hiểu khác đi.",
                "Every key has its type already; a tag would only change how a value is read."},
        .wrong = "orgs: {bac-ninh: {name: !ten Bắc Ninh}}\n",
        .right = "orgs: {bac-ninh: {name: \"! Bắc Ninh\"}}\n",
        .line = 1,
        .column = 25,
    },
    {
        .code = MSG_TOO_DEEP,
        .id = "T011",
        .severity = SEVERITY_ERROR,
        .text = {"Nội dung lồng vào nhau quá 64 bậc.",
                 "More than 64 levels lie inside each other here."},
        .hint =
            {"Xem lại các dấu ngoặc mở và khoảng thụt vào: tệp bình thường chỉ có năm, sáu bậc.",
             "Check open brackets and indentation: a normal file has five or six levels."},
        .title = {"Lồng vào nhau quá sâu", "Nested too deep"},
        .means = {"Có hơn 64 bậc ngoặc hoặc mục nằm trong nhau.",
                  "More than 64 brackets or levels lie inside each other."},
        .why = {"Tệp bình thường chỉ có năm, sáu bậc; sâu đến mức này là gõ nhầm hoặc tệp hỏng.",
                "A normal file has five or six levels; this is a slip or a damaged file."},
        .wrong = "orgs: "
                 "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]"
                 "]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]\n",
        .right = "orgs: {tay-bac: {members: [yen-bai]}, yen-bai: {name: Tỉnh Yên Bái}}\n",
        .line = 1,
        .column = 70,
    },
    {
        .code = MSG_TOO_LARGE,
        .id = "T012",
        .severity = SEVERITY_ERROR,
        .text = {"Tệp lớn hơn {0} MB nên không được đọc.",
                 "The file is larger than {0} MB and was not read."},
        .hint = {"Chia thành nhiều tệp nhỏ, ví dụ mỗi đơn vị một năm một tệp; hoặc nâng mức ấy "
                 "bằng --max-size.",
                 "Split it, for instance into one file for each organisation and year; or raise "
                 "the limit with --max-size."},
        .title = {"Tệp quá lớn", "The file is too large"},
        .means = {"Tệp vượt quá dung lượng được đọc.", "The file is larger than what is read."},
        .why = {"Số liệu cả năm của một tỉnh chỉ vài nghìn dòng; tệp lớn như vậy thường là chọn "
                "nhầm tệp.",
                "A province's year is a few thousand lines; so large a file is usually the wrong "
                "one."},
        .form = EXAMPLE_REPEATED,
        .wrong = "# (hàng triệu dòng như dòng này / millions of lines like this)\n",
        .right = "orgs: {bac-ninh: {name: Tỉnh Bắc Ninh}}\n",
        .line = 1,
        .column = 1,
    },
    {
        .code = MSG_NO_CONTENT,
        .id = "T013",
        .severity = SEVERITY_WARNING,
        .text = {"Tệp không có nội dung (trống, hoặc chỉ có ghi chú).",
                 "The file holds nothing (it is empty, or comments only)."},
        .hint = {"Điền nội dung, hoặc xóa tệp nếu không cần nữa.",
                 "Fill it in, or delete it when it is not needed."},
        .title = {"Tệp không có nội dung", "The file holds nothing"},
        .means = {"Tệp trống, hoặc chỉ có dòng ghi chú bắt đầu bằng dấu #.",
                  "The file is empty or has only comments that begin with #."},
        .why = {"Có thể quên lưu, hoặc quên bỏ dấu # ở các dòng mẫu; bảng sẽ thiếu số của tệp này.",
                "Perhaps it was not saved, or the # of sample lines was left; its figures will be "
                "missing."},
        .wrong = "# orgs: {bac-ninh: {name: Tỉnh Bắc Ninh}}\n",
        .right = "orgs: {bac-ninh: {name: Tỉnh Bắc Ninh}}\n",
        .line = 1,
        .column = 1,
    },
    {
        .code = MSG_CONTROL,
        .id = "T014",
        .severity = SEVERITY_ERROR,
        .text =
            {"Có ký tự điều khiển không nhìn thấy ({0}) ở đây, thường do chép từ Word hoặc PDF.",
             "There is an invisible control character ({0}) here, often copied from Word or PDF."},
        .hint = {"Xóa chữ ở hai bên rồi gõ lại bằng tay.",
                 "Delete the letters around it and retype them."},
        .title = {"Ký tự điều khiển không nhìn thấy", "An invisible control character"},
        .means = {"Giữa chữ có một ký tự điều khiển không hiện trên màn hình.",
                  "Between the letters stands a control character that no screen shows."},
        .why = {"Nó thường đi theo khi chép từ Word hoặc PDF, và làm hai tên trông giống nhau "
                "thành khác nhau.",
                "It often comes with text from Word or PDF and makes equal-looking names differ."},
        .form = EXAMPLE_ESCAPED,
        .wrong = "orgs: {bac-ninh: {name: Tỉnh\\x07 Bắc Ninh}}\n",
        .right = "orgs: {bac-ninh: {name: Tỉnh Bắc Ninh}}\n",
        .line = 1,
        .column = 29,
    },
    {
        .code = MSG_INDENT,
        .id = "T015",
        .severity = SEVERITY_ERROR,
        .text = {"`{0}` thụt vào không thẳng với các dòng cùng bậc ở trên.",
                 "`{0}` is not in line with its level in the lines above."},
        .hint =
            {"Các dòng cùng bậc phải bắt đầu ở cùng một cột; dòng nằm bên trong thụt thêm hai dấu "
             "cách.",
             "Lines of one level begin in the same column; what is inside them, two blanks later."},
        .title = {"Dòng thụt vào lệch", "A line out of step"},
        .means = {"Dòng này không thẳng cột với các dòng cùng bậc ở trên.",
                  "The line does not begin in the same column as its level above."},
        .why = {"Khoảng thụt vào cho biết dòng thuộc mục nào; lệch một dấu cách là sang mục khác.",
                "The indentation says what a line belongs to; one blank moves it elsewhere."},
        .wrong = "orgs:\n"
                 "  bac-ninh: {name: Tỉnh Bắc Ninh}\n"
                 " yen-bai: {name: Tỉnh Yên Bái}\n",
        .right = "orgs:\n"
                 "  bac-ninh: {name: Tỉnh Bắc Ninh}\n"
                 "  yen-bai: {name: Tỉnh Yên Bái}\n",
        .line = 3,
        .column = 2,
    },
    {
        .code = MSG_NO_COLON,
        .id = "T016",
        .severity = SEVERITY_ERROR,
        .text = {"Thiếu dấu hai chấm ở `{0}`.", "A colon is missing in `{0}`."},
        .hint = {"Viết {1}", "Write {1}"},
        .title = {"Thiếu dấu hai chấm", "A colon is missing"},
        .means = {"Giữa từ khóa và giá trị không có dấu hai chấm.",
                  "There is no colon between key and value."},
        .why = {"Không có dấu hai chấm thì cả dòng chỉ là một câu, không phải một con số.",
                "Without it the line is a mere text and no figure."},
        .framed = true,
        .wrong = "org: bac-ninh\n"
                 "year: 2024\n"
                 "targets:\n"
                 "  htx_new 30\n"
                 "  htx_closed: 5\n",
        .right = "org: bac-ninh\n"
                 "year: 2024\n"
                 "targets:\n"
                 "  htx_new: 30\n"
                 "  htx_closed: 5\n",
        .line = 4,
        .column = 3,
    },
    {
        .code = MSG_COLON_IN_TEXT,
        .id = "T017",
        .severity = SEVERITY_ERROR,
        .text = {"Văn bản `{0}` có dấu hai chấm ở giữa mà không có dấu nháy.",
                 "The text `{0}` has a colon in it and no quotes."},
        .hint = {"Đặt trong dấu nháy, viết: {1}", "Put it in quotes: {1}"},
        .title = {"Dấu hai chấm giữa văn bản", "A colon inside a text"},
        .means = {"Trong câu có dấu hai chấm kèm dấu cách mà câu không đặt trong dấu nháy.",
                  "The text has a colon and a blank in it, and no quotes around it."},
        .why = {"YAML tưởng đó là thêm một từ khóa nữa và không đọc tiếp được.",
                "YAML takes it for one more key and cannot go on."},
        .wrong = "source: Báo cáo số 12: sơ kết 6 tháng\n",
        .right = "source: \"Báo cáo số 12: sơ kết 6 tháng\"\n",
        .line = 1,
        .column = 22,
    },
    {
        .code = MSG_UNCLOSED_QUOTE,
        .id = "T018",
        .severity = SEVERITY_ERROR,
        .text = {"Dấu nháy {0} mở ở đây mà không đóng lại trên dòng này.",
                 "The quotation mark {0} opened here is not closed."},
        .hint = {"Thêm dấu {0} vào cuối văn bản.", "Add {0} at the end of the text."},
        .title = {"Dấu nháy không đóng", "A quote that is never closed"},
        .means = {"Dấu nháy mở ra mà không có dấu đóng.",
                  "A quotation mark is opened and not closed."},
        .why = {"Mọi dòng sau đó bị nuốt vào câu văn cho đến dấu nháy kế tiếp.",
                "All lines that follow are swallowed by the text."},
        .wrong = "source: \"Báo cáo số 12\n"
                 "year: 2024\n",
        .right = "source: \"Báo cáo số 12\"\n"
                 "year: 2024\n",
        .line = 1,
        .column = 9,
    },
    {
        .code = MSG_UNCLOSED_BRACKET,
        .id = "T019",
        .severity = SEVERITY_ERROR,
        .text = {"Dấu ngoặc {0} mở ở đây mà không đóng lại.",
                 "The bracket {0} opened here is not closed."},
        .hint = {"Thêm dấu {1} vào cuối danh sách.", "Add {1} where the list ends."},
        .title = {"Dấu ngoặc không đóng", "A bracket that is never closed"},
        .means = {"Dấu ngoặc { hoặc [ mở ra mà không có dấu đóng.",
                  "A { or [ is opened and not closed."},
        .why = {"Không biết danh sách hết ở đâu, nên các dòng sau không đọc được.",
                "Where the list ends is unknown, so nothing behind it can be read."},
        .wrong = "orgs: {bac-ninh: {name: Tỉnh Bắc Ninh}\n"
                 "year: 2024\n",
        .right = "orgs: {bac-ninh: {name: Tỉnh Bắc Ninh}}\n"
                 "year: 2024\n",
        .line = 1,
        .column = 7,
    },
    {
        .code = MSG_MISSING_COMMA,
        .id = "T020",
        .severity = SEVERITY_ERROR,
        .text = {"Thiếu dấu phẩy giữa hai mục trong ngoặc {0}.",
                 "A comma is missing between two entries inside {0}."},
        .hint = {"Mỗi mục cách nhau bằng dấu phẩy và một dấu cách, ví dụ: {from: 4, to: 6}",
                 "Separate them with a comma and a blank, as in {from: 4, to: 6}"},
        .title = {"Thiếu dấu phẩy trong ngoặc", "A comma is missing in brackets"},
        .means = {"Hai mục trong ngoặc không có dấu phẩy ở giữa.",
                  "Two entries inside brackets have no comma between them."},
        .why = {"Hai giá trị sẽ dính làm một, ví dụ mức dưới và mức trên của kế hoạch.",
                "Two values would run into one, such as both ends of a range."},
        .framed = true,
        .wrong = "org: bac-ninh\n"
                 "year: 2024\n"
                 "targets:\n"
                 "  htx_new: {from: \"30\" to: \"40\"}\n",
        .right = "org: bac-ninh\n"
                 "year: 2024\n"
                 "targets:\n"
                 "  htx_new: {from: \"30\", to: \"40\"}\n",
        .line = 4,
        .column = 24,
    },
    {
        .code = MSG_AFTER_VALUE,
        .id = "T021",
        .severity = SEVERITY_ERROR,
        .text = {"Còn `{0}` sau khi dấu nháy hoặc dấu ngoặc đã đóng.",
                 "`{0}` follows after the quote or bracket was closed."},
        .hint = {"Đặt cả câu trong một cặp dấu nháy; câu có sẵn dấu \" thì dùng cặp dấu ' ở ngoài.",
                 "Put the whole text into one pair of quotes; with \" inside it, use ' around it."},
        .title = {"Chữ thừa sau dấu nháy", "Text behind a closing quote"},
        .means = {"Sau dấu nháy hoặc dấu ngoặc đã đóng vẫn còn chữ.",
                  "Something follows after a quote or bracket was closed."},
        .why = {"Phần thừa không thuộc giá trị nào, dễ bị mất khi trích lời văn bản.",
                "What follows belongs to no value and a quotation would lose it."},
        .wrong = "source: \"Kết luận\" của Ban Thường vụ\n",
        .right = "source: '\"Kết luận\" của Ban Thường vụ'\n",
        .line = 1,
        .column = 20,
    },
    {
        .code = MSG_SIGN_START,
        .id = "T022",
        .severity = SEVERITY_ERROR,
        .text = {"Giá trị không thể bắt đầu bằng dấu {0}.", "No value can begin with {0} here."},
        .hint = {"Nếu dấu đó là một phần của văn bản thì đặt trong dấu nháy: {1}",
                 "If it is part of a text, put that in quotes: {1}"},
        .title = {"Giá trị bắt đầu bằng dấu lạ", "A sign no value begins with"},
        .means =
            {"Giá trị bắt đầu bằng một dấu mà YAML không cho phép, như @ hoặc dấu huyền ngược.",
             "The value begins with a sign that YAML does not allow, such as @."},
        .why = {"YAML dành các dấu này cho việc khác; đặt trong dấu nháy thì chúng chỉ là chữ.",
                "YAML reserves these signs; inside quotes they are mere text."},
        .wrong = "source: @lienminh, thông báo tháng 6\n",
        .right = "source: \"@lienminh, thông báo tháng 6\"\n",
        .line = 1,
        .column = 9,
    },
    {
        .code = MSG_DASH,
        .id = "T023",
        .severity = SEVERITY_ERROR,
        .text = {"Không đặt được dấu gạch đầu dòng ở đây (`{0}`).",
                 "No list can begin here (`{0}`)."},
        .hint = {"Danh sách: mỗi mục xuống một dòng riêng, bắt đầu bằng `- `. Chưa có số liệu: bỏ "
                 "cả dòng đi. Văn bản: đặt trong dấu nháy.",
                 "A list: each entry on a line of its own, beginning with `- `. No figure: leave "
                 "the line out. A text: put it in quotes."},
        .title = {"Gạch đầu dòng đặt sai chỗ", "A dash where no list can begin"},
        .means = {"Dấu gạch đầu dòng đứng ngay sau từ khóa, nơi không mở được danh sách.",
                  "A dash stands right behind a key, where no list can begin."},
        .why = {"Nhiều người gạch một cái để nói “chưa có”; ở đây chưa có thì bỏ cả dòng đi.",
                "A dash often means “none yet”; here a figure that is not there is left out."},
        .wrong = "members: - yen-bai\n",
        .right = "orgs:\n"
                 "  tay-bac:\n"
                 "    members:\n"
                 "      - yen-bai\n"
                 "  yen-bai: {name: Tỉnh Yên Bái}\n",
        .line = 1,
        .column = 10,
    },
    {
        .code = MSG_ESCAPE,
        .id = "T024",
        .severity = SEVERITY_ERROR,
        .text = {"Không dùng được `{0}` trong dấu nháy kép.",
                 "`{0}` cannot stand inside double quotes."},
        .hint = {"Đổi cặp dấu \" thành cặp dấu ', hoặc viết \\\\ thay cho \\.",
                 "Use ' instead of \" around the text, or write \\\\ for each \\."},
        .title = {"Dấu \\ trong dấu nháy kép", "A backslash inside double quotes"},
        .means = {"Trong dấu nháy kép, dấu \\ mở đầu một ký hiệu đặc biệt và chữ sau nó không phải "
                  "là ký hiệu nào.",
                  "Inside double quotes a \\ begins a special sign, and the letter behind it makes "
                  "none."},
        .why = {"Thường gặp khi chép đường dẫn của Windows vào nguồn số liệu.",
                "It happens when a Windows path is copied into a source."},
        .wrong = "source: \"D:\\So lieu\\bao cao.docx\"\n",
        .right = "source: 'D:\\So lieu\\bao cao.docx'\n",
        .line = 1,
        .column = 12,
    },
    {
        .code = MSG_BAD_KEY,
        .id = "T025",
        .severity = SEVERITY_ERROR,
        .text = {"Trước dấu hai chấm không có từ khóa, hoặc có cả một danh sách.",
                 "There is no key before the colon, or a whole list in its place."},
        .hint = {"Trước dấu hai chấm viết đúng một từ khóa, ví dụ: htx_new: 30",
                 "Write one word before the colon, as in: htx_new: 30"},
        .title = {"Không có từ khóa trước dấu hai chấm", "No key before the colon"},
        .means = {"Trước dấu hai chấm không có gì, hoặc là cả một danh sách.",
                  "Before the colon stands nothing, or a whole list."},
        .why = {"Không có từ khóa thì không biết giá trị này là gì.",
                "Without a key nobody knows what the value is."},
        .wrong = "orgs:\n"
                 "  : {name: Tỉnh Bắc Ninh}\n",
        .right = "orgs:\n"
                 "  bac-ninh: {name: Tỉnh Bắc Ninh}\n",
        .line = 2,
        .column = 3,
    },
    {
        .code = MSG_SPREADSHEET,
        .id = "T050",
        .severity = SEVERITY_ERROR,
        .text = {"Đây là tệp {0}, không phải tệp YAML.", "This is a {0} file, not a YAML file."},
        .hint =
            {"Chép số sang tệp .yaml (tiendo init lập tệp mẫu), rồi kiểm tệp ấy.",
             "Copy the figures into a .yaml file (tiendo init writes samples) and check that one."},
        .title = {"Tệp bảng tính đưa vào chỗ tệp dữ liệu", "A spreadsheet in place of a data file"},
        .means = {"Tệp là bảng tính Excel, tệp csv hay tệp nén, nhận ra theo những byte đầu hoặc "
                  "theo tên.",
                  "The file is an Excel workbook, a csv file or an archive, told by its first "
                  "bytes or by its name."},
        .why = {"Chương trình ghi được các tệp ấy nhưng không đọc: số liệu đọc từ tệp YAML.",
                "The tool writes such files but does not read them: data is read from YAML files."},
        .form = EXAMPLE_ESCAPED,
        .wrong = "PK\\x03\\x04 xl/workbook.xml\n",
        .right = "orgs:\n"
                 "  bac-ninh: {name: Tỉnh Bắc Ninh}\n",
        .line = 1,
        .column = 1,
    },
    {
        .code = MSG_NO_BREAK_SPACE,
        .id = "T051",
        .severity = SEVERITY_ERROR,
        .text = {"Ở đây có dấu cách không ngắt ({0}), trông như dấu cách thường nhưng máy không "
                 "coi là dấu cách.",
                 "A no-break space ({0}) stands here: it looks like a blank, but is none to YAML."},
        .hint = {"Xóa đi rồi gõ lại bằng phím cách.", "Delete it and type an ordinary blank."},
        .title = {"Dấu cách không ngắt", "A no-break space"},
        .means = {"Chỗ thụt dòng hay cạnh dấu hai chấm có dấu cách không ngắt, thường do dán từ "
                  "Word hay từ trang web.",
                  "A no-break space stands in the indentation or beside the colon, mostly pasted "
                  "from Word or a web page."},
        .why = {"Mắt không thấy khác, nhưng máy coi nó là chữ nên khóa thành một chữ khác.",
                "The eye sees no difference, but it counts as a letter and makes another key."},
        .form = EXAMPLE_ESCAPED,
        .wrong = "targets:\n"
                 "  htx_new:\\xC2\\xA030\n",
        .right = "targets:\n",
        .line = 2,
        .column = 11,
    },
};

static_assert(sizeof messages_of_text / sizeof *messages_of_text == MESSAGES_OF_TEXT,
              "a message is missing");
