/* Messages about the file as text (T0xx), explained. */
#include <assert.h>

#include "explanation_table.h"

const struct explanation explanations_of_text[] = {
    [MSG_NOT_UTF8] =
        {
            .title = {"Tệp không phải UTF-8", "The file is not UTF-8"},
            .means = {"Tệp có byte không đọc được thành chữ theo bảng mã UTF-8, thường vì được lưu "
                      "bằng bảng mã cũ của Windows.",
                      "The file has bytes that are no text in UTF-8, usually because it was saved "
                      "in an old Windows encoding."},
            .why =
                {"Chữ tiếng Việt sẽ sai hoặc mất trong bảng, nên cả tệp không được đọc.",
                 "Vietnamese letters would come out wrong in the table, so the file is not read."},
            .form = EXAMPLE_ESCAPED,
            .wrong = "orgs:\n"
                     "  bac-ninh: {name: B\\xE0 Ninh}\n",
            .right = "orgs:\n"
                     "  bac-ninh: {name: Bà Ninh}\n",
            .line = 2,
            .column = 21,
        },
    [MSG_UTF16] =
        {
            .title = {"Tệp lưu theo UTF-16", "The file is UTF-16"},
            .means =
                {"Hai byte đầu cho biết tệp được lưu theo UTF-16 (Notepad cũ gọi là “Unicode”).",
                 "The first two bytes say that the file is UTF-16 (older Notepads call it "
                 "“Unicode”)."},
            .why = {"Tệp UTF-16 mở bằng công cụ khác dễ thành chữ lạ; cả bộ dữ liệu chỉ dùng một "
                    "bảng mã là UTF-8.",
                    "UTF-16 turns to gibberish in other tools; the whole data set uses one "
                    "encoding, UTF-8."},
            .form = EXAMPLE_ESCAPED,
            .wrong = "\\xFF\\xFEo\\x00r\\x00g\\x00:\\x00 \\x00b\\x00n\\x00\n",
            .right = "orgs: {bn: {name: Tỉnh Bắc Ninh}}\n",
            .line = 1,
            .column = 1,
        },
    [MSG_NUL] =
        {
            .title = {"Ký tự rỗng trong tệp", "A NUL character in the file"},
            .means = {"Trong tệp có ký tự rỗng (NUL), thứ không bao giờ có trong văn bản.",
                      "The file holds a NUL character, which never occurs in text."},
            .why = {"Thường là tệp hỏng khi chép qua USB hoặc không phải tệp văn bản; số đọc được "
                    "từ đó không đáng tin.",
                    "The file was probably damaged in copying or is no text; figures read from it "
                    "cannot be trusted."},
            .form = EXAMPLE_ESCAPED,
            .wrong = "orgs: {bac-ninh: {name: Tỉnh\\x00Bắc Ninh}}\n",
            .right = "orgs: {bac-ninh: {name: Tỉnh Bắc Ninh}}\n",
            .line = 1,
            .column = 29,
        },
    [MSG_TAB] =
        {
            .title = {"Thụt vào bằng phím Tab", "Indented with a tab"},
            .means = {"Dòng bắt đầu bằng ký tự Tab; YAML chỉ nhận dấu cách.",
                      "The line begins with a tab; YAML accepts blanks only."},
            .why = {"Mỗi máy hiện Tab rộng một kiểu, nên không biết dòng này nằm dưới mục nào.",
                    "A tab is as wide as each machine likes, so it is unclear what the line "
                    "belongs to."},
            .form = EXAMPLE_ESCAPED,
            .wrong = "orgs:\n"
                     "\\tbac-ninh: {name: Tỉnh Bắc Ninh}\n",
            .right = "orgs:\n"
                     "  bac-ninh: {name: Tỉnh Bắc Ninh}\n",
            .line = 2,
            .column = 1,
        },
    [MSG_YAML] =
        {
            .title = {"Lỗi YAML khác", "Another YAML error"},
            .means = {"Thư viện YAML không đọc được chỗ này vì một lỗi hiếm gặp, được nêu nguyên "
                      "văn bằng tiếng Anh.",
                      "The YAML library cannot read this because of a rare error, quoted in its "
                      "own words."},
            .why = {"Từ chỗ này trở đi không hiểu được tệp, nên phải sửa trước.",
                    "Nothing behind this place can be understood, so it has to be mended first."},
            .wrong = "%YAML 2.0\n"
                     "---\n"
                     "orgs: {bac-ninh: {name: Tỉnh Bắc Ninh}}\n",
            .right = "orgs: {bac-ninh: {name: Tỉnh Bắc Ninh}}\n",
            .line = 1,
            .column = 1,
        },
    [MSG_BLOCK_SIGN] =
        {
            .title = {"Dấu so sánh không có dấu nháy", "A comparison sign without quotes"},
            .means =
                {"Giá trị bắt đầu bằng dấu > hoặc |, mà với YAML đó là mở đầu một đoạn văn nhiều "
                 "dòng.",
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
    [MSG_BARE_PERCENT] =
        {
            .title = {"Dấu % không có dấu nháy", "A percent sign without quotes"},
            .means = {"Giá trị bắt đầu bằng dấu %, YAML dành dấu này cho việc khác.",
                      "The value begins with %, which YAML keeps for itself."},
            .why =
                {"Đơn vị phần trăm là đơn vị hay gặp nhất sau HTX; không có dấu nháy thì không đọc "
                 "được tệp.",
                 "Percent is among the commonest units; without quotes the file cannot be read."},
            .wrong = "indicators:\n"
                     "  good_share: {name: Tỷ lệ HTX khá, unit: %, kind: share}\n",
            .right = "indicators:\n"
                     "  good_share: {name: Tỷ lệ HTX khá, unit: \"%\", kind: share}\n",
            .line = 2,
            .column = 43,
        },
    [MSG_MANY_DOCUMENTS] =
        {
            .title = {"Nhiều phần trong một tệp", "Several documents in one file"},
            .means = {"Dòng `---` mở ra một tài liệu thứ hai trong cùng một tệp.",
                      "A line `---` begins a second document in the same file."},
            .why =
                {"Đơn vị, năm, nguồn ở đầu tệp không áp dụng cho phần thứ hai, dễ gây nhầm số của "
                 "ai.",
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
    [MSG_ALIAS] =
        {
            .title = {"Tham chiếu bằng & và *", "Anchors and aliases"},
            .means = {"Dấu & đặt tên cho một giá trị và dấu * chép lại giá trị đó; ở đây không "
                      "dùng cách này.",
                      "& names a value and * repeats it; this is not used here."},
            .why =
                {"Người đọc tệp phải thấy ngay con số tại chỗ, không phải đi tìm nó ở dòng khác.",
                 "Whoever reads the file should see the figure where it counts."},
            .wrong = "orgs:\n"
                     "  bac-ninh: {name: &ten Tỉnh Bắc Ninh}\n",
            .right = "orgs:\n"
                     "  bac-ninh: {name: \"Tỉnh Bắc Ninh\"}\n",
            .line = 2,
            .column = 20,
        },
    [MSG_TAG] =
        {
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
    [MSG_TOO_DEEP] =
        {
            .title = {"Lồng vào nhau quá sâu", "Nested too deep"},
            .means = {"Có hơn 64 bậc ngoặc hoặc mục nằm trong nhau.",
                      "More than 64 brackets or levels lie inside each other."},
            .why =
                {"Tệp bình thường chỉ có năm, sáu bậc; sâu đến mức này là gõ nhầm hoặc tệp hỏng.",
                 "A normal file has five or six levels; this is a slip or a damaged file."},
            .wrong = "orgs: "
                     "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]"
                     "]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]\n",
            .right = "orgs: {tay-bac: {members: [yen-bai]}, yen-bai: {name: Tỉnh Yên Bái}}\n",
            .line = 1,
            .column = 70,
        },
    [MSG_TOO_LARGE] =
        {
            .title = {"Tệp quá lớn", "The file is too large"},
            .means = {"Tệp vượt quá dung lượng được đọc.", "The file is larger than what is read."},
            .why = {"Số liệu cả năm của một tỉnh chỉ vài nghìn dòng; tệp lớn như vậy thường là "
                    "chọn nhầm tệp.",
                    "A province's year is a few thousand lines; so large a file is usually the "
                    "wrong one."},
            .form = EXAMPLE_REPEATED,
            .wrong = "# (hàng triệu dòng như dòng này / millions of lines like this)\n",
            .right = "orgs: {bac-ninh: {name: Tỉnh Bắc Ninh}}\n",
            .line = 1,
            .column = 1,
        },
    [MSG_NO_CONTENT] =
        {
            .title = {"Tệp không có nội dung", "The file holds nothing"},
            .means = {"Tệp trống, hoặc chỉ có dòng ghi chú bắt đầu bằng dấu #.",
                      "The file is empty or has only comments that begin with #."},
            .why = {"Có thể quên lưu, hoặc quên bỏ dấu # ở các dòng mẫu; bảng sẽ thiếu số của tệp "
                    "này.",
                    "Perhaps it was not saved, or the # of sample lines was left; its figures will "
                    "be missing."},
            .wrong = "# orgs: {bac-ninh: {name: Tỉnh Bắc Ninh}}\n",
            .right = "orgs: {bac-ninh: {name: Tỉnh Bắc Ninh}}\n",
            .line = 1,
            .column = 1,
        },
    [MSG_CONTROL] =
        {
            .title = {"Ký tự điều khiển không nhìn thấy", "An invisible control character"},
            .means = {"Giữa chữ có một ký tự điều khiển không hiện trên màn hình.",
                      "Between the letters stands a control character that no screen shows."},
            .why =
                {"Nó thường đi theo khi chép từ Word hoặc PDF, và làm hai tên trông giống nhau "
                 "thành khác nhau.",
                 "It often comes with text from Word or PDF and makes equal-looking names differ."},
            .form = EXAMPLE_ESCAPED,
            .wrong = "orgs: {bac-ninh: {name: Tỉnh\\x07 Bắc Ninh}}\n",
            .right = "orgs: {bac-ninh: {name: Tỉnh Bắc Ninh}}\n",
            .line = 1,
            .column = 29,
        },
    [MSG_INDENT] =
        {
            .title = {"Dòng thụt vào lệch", "A line out of step"},
            .means = {"Dòng này không thẳng cột với các dòng cùng bậc ở trên.",
                      "The line does not begin in the same column as its level above."},
            .why =
                {"Khoảng thụt vào cho biết dòng thuộc mục nào; lệch một dấu cách là sang mục khác.",
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
    [MSG_NO_COLON] =
        {
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
    [MSG_COLON_IN_TEXT] =
        {
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
    [MSG_UNCLOSED_QUOTE] =
        {
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
    [MSG_UNCLOSED_BRACKET] =
        {
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
    [MSG_MISSING_COMMA] =
        {
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
    [MSG_AFTER_VALUE] =
        {
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
    [MSG_SIGN_START] =
        {
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
    [MSG_DASH] =
        {
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
    [MSG_ESCAPE] =
        {
            .title = {"Dấu \\ trong dấu nháy kép", "A backslash inside double quotes"},
            .means = {"Trong dấu nháy kép, dấu \\ mở đầu một ký hiệu đặc biệt và chữ sau nó không "
                      "phải là ký hiệu nào.",
                      "Inside double quotes a \\ begins a special sign, and the letter behind it "
                      "makes none."},
            .why = {"Thường gặp khi chép đường dẫn của Windows vào nguồn số liệu.",
                    "It happens when a Windows path is copied into a source."},
            .wrong = "source: \"D:\\So lieu\\bao cao.docx\"\n",
            .right = "source: 'D:\\So lieu\\bao cao.docx'\n",
            .line = 1,
            .column = 12,
        },
    [MSG_BAD_KEY] =
        {
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
};

static_assert(sizeof explanations_of_text / sizeof *explanations_of_text == (int)MSG_UNKNOWN_KEY,
              "an explanation is missing");
