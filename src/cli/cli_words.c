/* SPDX-License-Identifier: MIT */
#include "cli_words.h"

#include <assert.h>
#include <errno.h>
#include <string.h>

#include "system.h"
#include "visible.h"

static const char *const words[][LANG_COUNT] = {
    [WORD_NONE] = {"", ""},
    [WORD_TAGLINE] = {"tiendo – so thực hiện với kế hoạch của Liên minh Hợp tác xã.\n",
                      "tiendo – compares what cooperative alliances did with what they planned.\n"},
    [WORD_USAGE] = {"Cách dùng: tiendo [TÙY CHỌN CHUNG] LỆNH [TÙY CHỌN] [ĐƯỜNG DẪN...]\n",
                    "Usage: tiendo [COMMON OPTIONS] COMMAND [OPTIONS] [PATH...]\n"},
    [WORD_USAGE_OF] = {"Cách dùng: tiendo {0} [TÙY CHỌN]{1} [ĐƯỜNG DẪN...]\n",
                       "Usage: tiendo {0} [OPTIONS]{1} [PATH...]\n"},
    [WORD_USAGE_WORDS] = {"Cách dùng: tiendo {0} [TÙY CHỌN]{1}\n",
                          "Usage: tiendo {0} [OPTIONS]{1}\n"},
    [WORD_COMMANDS] = {"Lệnh:\n", "Commands:\n"},
    [WORD_OPTIONS] = {"Tùy chọn:\n", "Options:\n"},
    [WORD_COMMON_OPTIONS] = {"Tùy chọn chung, viết trước hay sau lệnh đều được:\n",
                             "Common options, before or after the command:\n"},
    [WORD_STATUS_CODES] = {"Mã đánh giá:\n", "Statuses:\n"},
    [WORD_COLUMN_CODES] = {"Mã cột:\n", "Columns:\n"},
    [WORD_SHEET_CODES] = {"Mã trang:\n", "Sheets:\n"},
    [WORD_ABOUT_PATHS] = {"ĐƯỜNG DẪN là tệp, thư mục (đọc mọi tệp .yaml, .yml bên trong) hoặc “-”"
                          " (đầu vào\nchuẩn). Không ghi thì đọc thư mục targets và actuals ở nơi"
                          " đang đứng.\n",
                          "PATH is a file, a folder (every .yaml and .yml inside) or “-”"
                          " (standard input).\nWithout one, the folders targets and actuals of"
                          " the current folder are read.\n"},
    [WORD_ABOUT_EXIT] = {"Mã thoát: 0 xong; 1 dữ liệu có lỗi, hoặc gặp đánh giá nêu ở --fail-on;"
                         "\n2 gõ sai lệnh; 3 không đọc hoặc không ghi được.\n",
                         "Exit codes: 0 done; 1 errors in the input, or a --fail-on status"
                         " occurred;\n2 usage; 3 cannot read or write.\n"},
    [WORD_SEE_HELP] = {"Xem cách dùng: tiendo --help\n", "For help: tiendo --help\n"},
    [WORD_SEE_HELP_OF] = {"Xem cách dùng: tiendo {0} --help\n", "For help: tiendo {0} --help\n"},

    [WORD_NO_COMMAND] = {"thiếu lệnh.", "which command?"},
    [WORD_UNKNOWN_COMMAND] = {"không có lệnh “{0}”.", "no command “{0}”."},
    [WORD_UNKNOWN_OPTION] = {"không có tùy chọn “{0}”.", "no option “{0}”."},
    [WORD_OPTION_NOT_HERE] = {"lệnh {1} không có tùy chọn {0}.",
                              "the command {1} has no option {0}."},
    [WORD_MISSING_VALUE] = {"sau {0} phải có giá trị.", "{0} needs a value."},
    [WORD_NEEDLESS_VALUE] = {"{0} không đi cùng giá trị nào.", "{0} takes no value."},
    [WORD_BAD_VALUE] = {"{0}: không có “{1}”.", "{0}: no such choice “{1}”."},
    [WORD_EMPTY_VALUE] = {"{0}: giá trị để trống.", "{0}: the value is empty."},
    [WORD_BAD_DATE] = {"{0}: “{1}” không phải là ngày. Viết năm-tháng-ngày, ví dụ 2024-06-30,"
                       " hoặc today (hôm nay).",
                       "{0}: “{1}” is not a date. Write year-month-day, as 2024-06-30, or today."},
    [WORD_DATE_ORDER] = {"{0}: “{1}” chưa theo thứ tự năm-tháng-ngày.",
                         "{0}: “{1}” is not in the order year-month-day."},
    [WORD_BAD_YEAR] = {"{0}: “{1}” không phải là năm. Viết bốn chữ số, ví dụ 2024.",
                       "{0}: “{1}” is not a year. Write four digits, as 2024."},
    [WORD_BAD_SIZE] = {"{0}: “{1}” không phải là số MB. Viết số nguyên từ 1 đến 1024.",
                       "{0}: “{1}” is no number of megabytes. Write a whole number, 1 to 1024."},
    [WORD_BAD_JOBS] = {"{0}: “{1}” không phải là số luồng. Viết số nguyên từ 1 đến 256.",
                       "{0}: “{1}” is no number of threads. Write a whole number, 1 to 256."},
    [WORD_UNKNOWN_ORG] = {"không có đơn vị “{0}”.", "no organisation “{0}”."},
    [WORD_UNKNOWN_INDICATOR] = {"không có chỉ tiêu “{0}”.", "no indicator “{0}”."},
    [WORD_SEVERAL] = {"“{0}” có thể là: {1}. Hãy viết mã hoặc tên đầy đủ của một trong số này.",
                      "“{0}” may be: {1}. Write the id or the full name of one of them."},
    [WORD_UNKNOWN_MESSAGE] = {"không có thông báo nào mang mã “{0}”.",
                              "no message has the code “{0}”."},
    [WORD_BAD_ENDING] = {"không biết ghi “{0}” theo dạng nào: tên tệp phải có đuôi .xlsx, .csv"
                         " hoặc .json.",
                         "cannot tell the format of “{0}”: its name must end in .xlsx, .csv or"
                         " .json."},
    [WORD_ONLY_WORKBOOK] = {"{0} chỉ dùng khi ghi tệp .xlsx, không dùng cho “{1}”.",
                            "{0} is for .xlsx files, not for “{1}”."},
    [WORD_NEEDS_SINCE] = {"{0} chỉ có khi xuất tệp .xlsx cùng --since NGÀY|TỆP (export).",
                          "{0} is for a workbook of export with --since DATE|FILE."},
    [WORD_NEAREST] = {" Có phải là “{0}”?", " Did you mean “{0}”?"},
    [WORD_WRITE_INSTEAD] = {" Hãy viết {0}.", " Write {0}."},
    [WORD_CHOICES] = {"Chọn trong: {0}\n", "Choices: {0}\n"},

    [WORD_NO_PATHS] = {"ở đây không có thư mục targets hay actuals. Hãy chuyển tới thư mục chứa"
                       " chúng, hoặc ghi đường dẫn sau lệnh.\n",
                       "there is no folder targets or actuals here. Go to the folder that holds"
                       " them, or name a path after the command.\n"},
    [WORD_NO_FILES] = {"không có tệp .yaml hay .yml nào trong {0}. Hãy kiểm tra lại đường dẫn.\n",
                       "no .yaml or .yml file in {0}. Check the path.\n"},
    [WORD_CANNOT_READ] = {"không đọc được {0}: {1}. Hãy kiểm tra lại đường dẫn.\n",
                          "cannot read {0}: {1}. Check the path.\n"},
    [WORD_CANNOT_READ_MORE] =
        {"còn {0} tệp, thư mục nữa không đọc được: đây có phải thư mục dữ liệu"
         " không?\n",
         "{0} more cannot be read: is this a folder of data?\n"},

    [WORD_CLEAN] = {"Không có lỗi: {0} tệp, {1} đơn vị, {2} chỉ tiêu, {3} mục kế hoạch,"
                    " {4} số liệu.\n",
                    "No errors. Files: {0}, organisations: {1}, indicators: {2}, targets: {3},"
                    " figures: {4}.\n"},
    [WORD_STOPPED] = {"dữ liệu còn lỗi (số lỗi: {0}), nên chưa lập bảng. Sửa xong hãy chạy lại.\n",
                      "the input has errors ({0}), so there is no table. Mend them and run"
                      " again.\n"},

    [WORD_UNCONFIRMED] = {"số lệch khoảng một nghìn lần: {0}, nên chưa xuất bảng. Sửa số, hoặc ghi"
                          " sure: yes nếu số đúng, rồi chạy lại.\n",
                          "figures about a thousand times off: {0}, so nothing is written. Mend"
                          " them, or say sure: yes where they are right, and run again.\n"},

    [WORD_WHY_WHAT] = {"why cần một đơn vị và một chỉ tiêu, bằng mã hay tên, ví dụ: tiendo why"
                       " bac-ninh htx_new\n",
                       "why wants an organisation and an indicator, as in: tiendo why bac-ninh"
                       " htx_new\n"},
    [WORD_DIFF_WHAT] =
        {"diff cần kỳ trước: một ngày (2024-06-30), thư mục cũ, hoặc tệp .json mà status đã ghi.\n",
         "diff wants the last meeting: a day (2024-06-30), the old folder, or .json that status"
         " wrote.\n"},
    [WORD_DIFF_DAY] =
        {"kỳ trước là ngày {0} thì kỳ này phải là bộ dữ liệu, không thể là {1}.\n",
         "with the day {0} as the last meeting the other side has to be the book, not {1}.\n"},
    [WORD_DIFF_NOT_JSON] = {"{0}:{1}: đây không phải JSON mà status đã ghi (tiendo status --format "
                            "json > TỆP.json).\n",
                            "{0}:{1}: this is not JSON that status wrote (tiendo status --format "
                            "json > FILE.json).\n"},
    [WORD_OTHER_ENDING] = {"{0} ghi ra tệp đuôi {1}, không ghi được {2}.\n",
                           "{0} writes a file that ends in {1}, not {2}.\n"},
    [WORD_TEMPLATE_OUTPUT] = {"--template cần -o: tên tệp .docx sẽ ghi, ví dụ -o bao-cao.docx.\n",
                              "--template wants -o, the .docx to write, as in -o report.docx.\n"},
    [WORD_TEMPLATE_NOTHING] = {"không có dòng nào để điền vào văn bản.\n",
                               "there is no row to fill the document with.\n"},
    [WORD_PLACEHOLDER_UNKNOWN] =
        {"{0}: đoạn {1} ({3}): không biết điền gì vào {2}; chưa ghi gì.",
         "{0}: paragraph {1} ({3}): nothing is known for {2}; nothing was written."},
    [WORD_PLACEHOLDER_OPEN] =
        {"{0}: đoạn {1} ({3}): chỗ điền {2} thiếu hai dấu đóng trong đoạn; chưa ghi gì.",
         "{0}: paragraph {1} ({3}): {2} is not closed within its paragraph; nothing was written."},
    [WORD_NOT_DOCX] = {"{0} không phải tệp Word (.docx).\n", "{0} is no Word document (.docx).\n"},
    [WORD_OLD_DOC] =
        {"{0} là tệp .doc cũ hoặc có mật khẩu. Mở bằng Word, chọn Lưu thành, kiểu .docx, không đặt"
         " mật khẩu.\n",
         "{0} is an old .doc or has a password. Open it in Word and save it as .docx without "
         "one.\n"},
    [WORD_DOCX_TOO_MUCH] = {"{0}: phần {1} lớn quá mức một báo cáo, không đọc.\n",
                            "{0}: part {1} is larger than any report and is not read.\n"},
    [WORD_DOCX_BROKEN] = {"{0} hỏng ở phần {1} ({2}). Mở bằng Word rồi lưu lại.\n",
                          "{0} is broken in its part {1} ({2}). Open it in Word and save it.\n"},
    [WORD_EXPLAIN_WHAT] =
        {"explain cần mã thông báo, ví dụ: tiendo explain T202; hoặc --list để xem mọi"
         " mã.\n",
         "explain wants a code, as in: tiendo explain T202; or --list for all of"
         " them.\n"},
    [WORD_WHY_NOTHING] = {"{0} không có kế hoạch hay số liệu nào của {1} trong năm này, tính đến"
                          " ngày đã chọn.\n",
                          "{0} has neither a target nor a figure of {1} in this year as of that"
                          " day.\n"},

    [WORD_WANTS_ONE] = {"{0} cần đúng một từ trong: {1}, ví dụ: tiendo {0} {2}\n",
                        "{0} wants one of: {1}, as in: tiendo {0} {2}\n"},

    [WORD_NO_PATHS_HERE] = {"lệnh {0} không nhận đường dẫn nào ở đây.\n",
                            "the command {0} takes no path here.\n"},
    [WORD_INIT_YEAR] = {"init cần năm kế hoạch, ví dụ: tiendo init --org bac-ninh --year 2025\n",
                        "init wants a year, as in: tiendo init --org bac-ninh --year 2025\n"},
    [WORD_INIT_ORG] = {"init cần mã của đúng một đơn vị: chữ không dấu, chữ số, dấu “-”, ví dụ"
                       " --org bac-ninh\n",
                       "init wants the id of one organisation: ASCII letters, digits, “-”, as in"
                       " --org bac-ninh\n"},
    [WORD_INIT_ORDER] = {"--year phải là năm sau --from-year.\n",
                         "--year must be later than --from-year.\n"},
    [WORD_INIT_EXISTS] = {"đã có {0}. init không ghi đè tệp nào, nên chưa ghi gì cả.\n",
                          "{0} is there already. init overwrites no file, so nothing was"
                          " written.\n"},
    [WORD_INIT_NOTHING] = {"{0} không có kế hoạch nào trong năm {1}, nên không có gì để chép.\n",
                           "{0} has no targets in {1}, so there is nothing to copy.\n"},
    [WORD_EXAMPLE_ALONE] =
        {"init --example không đi cùng --year, --from-year, --org hay đường dẫn nào.\n",
         "init --example goes without --year, --from-year, --org and paths.\n"},
    [WORD_EXAMPLE_DONE] =
        {"Đây là sổ ví dụ: tỉnh, cụm và mọi số đều đặt ra. Xem bằng tiendo status,"
         " tiendo check, tiendo export.\n",
         "A composed book: its provinces and figures are nobody's. Look at it with"
         " tiendo status, tiendo check, tiendo export.\n"},
    [WORD_INIT_DONE] = {"Đây là số liệu ví dụ: mở từng tệp, thay bằng số của mình, rồi chạy tiendo"
                        " check và tiendo status.\n",
                        "The figures are examples: open each file, put in your own, then run tiendo"
                        " check and tiendo status.\n"},
    [WORD_NEXT_DONE] =
        {"Mở tệp kế hoạch, sửa từng mục theo văn bản giao, rồi chạy tiendo check. Tệp thực hiện để"
         " ghi số khi có báo cáo.\n",
         "Open the file of targets, edit each goal, then run tiendo check. The file of actuals is "
         "for"
         " the figures to come.\n"},

    [WORD_CANNOT_PRINT] = {"không ghi được ra đầu ra chuẩn: {0}.\n",
                           "cannot write to standard output: {0}.\n"},
    [WORD_CANNOT_MAKE] = {"không tạo được thư mục {0}: {1}.\n",
                          "cannot create the folder {0}: {1}.\n"},
    [WORD_CANNOT_CREATE] = {"không tạo được {0}: {1}. Hãy ghi vào một thư mục đã có (-o TỆP).\n",
                            "cannot create {0}: {1}. Write into an existing folder (-o FILE).\n"},
    [WORD_CANNOT_WRITE] = {"không ghi được {0}: {1}. Tệp cũ, nếu có, vẫn còn nguyên.\n",
                           "cannot write {0}: {1}. The old file, if any, is untouched.\n"},
    [WORD_CANNOT_PARTS] = {"không ghi được các phần tạm của {0} vào {2}: {1}. Hãy dọn bớt thư mục"
                           " ấy, hoặc đặt biến TMPDIR sang thư mục khác rồi chạy lại. Tệp cũ, nếu"
                           " có, vẫn còn nguyên.\n",
                           "cannot write the temporary parts of {0} into {2}: {1}. Make room there,"
                           " or set TMPDIR to another folder, and run again. The old file, if any,"
                           " is untouched.\n"},
    [WORD_CANNOT_VERIFY] = {"ghi {0} xong nhưng đọc lại thì thiếu ({1}). Thường là do thư mục tạm"
                            " đã đầy: dọn bớt {2}, hoặc đặt biến TMPDIR sang thư mục khác rồi"
                            " chạy lại. Tệp cũ, nếu có, vẫn còn nguyên.\n",
                            "{0} was written but does not read back whole ({1}). The temporary"
                            " folder is probably full: make room in {2}, or set TMPDIR to another"
                            " folder, and run again. The old file, if any, is untouched.\n"},
    [WORD_CANNOT_SYNC] = {"không lưu chắc được {0} xuống đĩa: {1}. Tệp cũ, nếu có, vẫn còn"
                          " nguyên.\n",
                          "cannot bring {0} safely to the disk: {1}. The old file, if any, is"
                          " untouched.\n"},
    [WORD_CANNOT_RENAME] = {"không thay được {0}: {1}. Nếu tệp đang mở trong Excel, hãy đóng lại"
                            " rồi chạy lại.\n",
                            "cannot replace {0}: {1}. If it is open in Excel, close it and run"
                            " again.\n"},
    [WORD_CHANGED_SINCE] =
        {"không ghi đè {0}: tệp đã bị sửa hoặc lưu lại sau khi tiendo xuất (hay không do tiendo "
         "xuất),"
         " ghi đè thì mất những gì đã gõ. Đưa số đã gõ vào dữ liệu: tiendo take {0}. Hoặc ghi ra "
         "tệp"
         " khác: -o TỆP. Nếu chắc không cần tệp cũ: thêm --force.\n",
         "{0} is not replaced: it was changed or saved since tiendo exported it (or never came from"
         " tiendo), and what was typed would be lost. To bring that into the data: tiendo take {0}."
         " Or write to another file: -o FILE. If the old file is not needed: add --force.\n"},
    [WORD_TOO_LARGE] =
        {"không lập tệp Excel: {0} đơn vị thành khoảng {1} triệu ô, quá 2 triệu ô thì không máy nào"
         " mở nổi. Chọn một cụm hay vài đơn vị: --org MÃ. Hoặc ghi tất cả ra CSV: tiendo export -o"
         " tong-hop.csv\n",
         "no workbook is made: {0} organisations come to about {1} million cells, and above 2 "
         "million"
         " no computer opens it. Choose a group or some organisations: --org ID. Or write all of it"
         " as CSV: tiendo export -o all.csv\n"},
    [WORD_TOO_LARGE_DATA] =
        {"không lập tệp Excel: {0} đơn vị, mỗi đơn vị một biểu, thành khoảng {1} triệu ô; quá 2"
         " triệu ô hay 13.000 biểu thì không mở được. Chọn một cụm hay vài đơn vị: --org MÃ. Hoặc"
         " chỉ lấy bảng dữ liệu: --sheets data. Hoặc ghi ra CSV: tiendo export -o tong-hop.csv\n",
         "no workbook is made: {0} organisations with a table each come to about {1} million cells;"
         " above 2 million, or 13 000 tables, it does not open. Choose a group or some"
         " organisations: --org ID. Or take the data alone: --sheets data. Or write CSV: tiendo"
         " export -o all.csv\n"},
    [WORD_CANNOT_SETTLE] = {"{0} đã ghi xong, nhưng không chắc đã xuống tới đĩa: {1}. Nếu mất điện"
                            " ngay lúc này, có thể phải chạy lại.\n",
                            "{0} is written, but perhaps not safely on the disk yet: {1}. If the"
                            " power fails now, it may have to be written again.\n"},
    [WORD_NONE_WRITTEN] = {"không ghi được {0}: {1}. Chưa tệp nào bị sửa.\n",
                           "cannot write {0}: {1}. No file was changed.\n"},
    [WORD_NOT_INTO_STDIN] = {"không ghi lại được vào đầu vào chuẩn (-). Hãy ghi tên tệp.\n",
                             "cannot write into standard input (-). Name the file.\n"},
    [WORD_FIX_NOTHING] = {"Không có chỗ nào tự sửa được.\n", "Nothing that has one meaning.\n"},
    [WORD_FIX_COULD] = {"Chỗ sửa được: {0}, trong số tệp: {1}. Chưa ghi gì; thêm --write để"
                        " ghi.\n",
                        "Edits: {0}, files: {1}. Nothing is written; add --write.\n"},
    [WORD_FIX_WRITTEN] = {"Chỗ đã sửa: {0}, trong số tệp: {1}.\n",
                          "Edits written: {0}, files: {1}.\n"},
    [WORD_FIX_LEFT] = {"Lỗi phải tự tay sửa: {0}; tiendo check nêu từng lỗi.\n",
                       "Errors that a person has to mend: {0}; see tiendo check.\n"},
    [WORD_FORM_DAY] = {"form cần ngày của số liệu được hỏi, ví dụ: tiendo form --as-of 2024-06-30"
                       " -o bieu\n",
                       "form wants the day of the figures asked for, as in: tiendo form --as-of"
                       " 2024-06-30 -o forms\n"},
    [WORD_FORM_FOLDER] = {"có nhiều biểu nên không ghi vào một tệp “{0}” được. Hãy ghi tên thư mục"
                          " sau -o, hoặc chọn một đơn vị bằng --org.\n",
                          "several forms do not go into one file “{0}”. Name a folder after -o, or"
                          " choose one organisation with --org.\n"},
    [WORD_FORM_NOBODY] = {"không có chỉ tiêu nào để hỏi.\n", "there is no goal to ask about.\n"},
    [WORD_TAKE_WHAT] = {"take cần tệp .xlsx, hay thư mục có các tệp ấy, ví dụ: tiendo take bieu\n",
                        "take wants .xlsx files, or a folder of them, as in: tiendo take forms\n"},
    [WORD_TAKE_STOPPED] = {"Còn chỗ phải xem lại ở trên nên chưa ghi gì.\n",
                           "Because of what is said above nothing is written.\n"},
    [WORD_TAKE_NOTHING] = {"Không có số nào khác với sổ.\n", "Nothing differs from the book.\n"},
    [WORD_TAKE_COULD] = {"Số thay đổi: {0}. Chưa ghi gì; thêm --write để ghi vào tệp.\n",
                         "Changes: {0}. Nothing is written; add --write.\n"},
    [WORD_TAKE_WRITTEN] = {"Đã ghi vào tệp, số thay đổi: {0}.\n", "Changes written: {0}.\n"},
    [WORD_TAKE_RETURNED] = {"Biểu trả lại, có đánh dấu chỗ sai: {0}, trong thư mục {1}.\n",
                            "Forms given back, wrong cells marked: {0}, in the folder {1}.\n"},
    [WORD_DESK_OFFER] =
        {"Thư mục này chưa có dữ liệu. Bấm phím C để tạo các tệp mẫu ở đây, phím khác để đóng.\n",
         "There is no data in this folder. Press C for starter files here, another key to "
         "close.\n"},
    [WORD_DESK_WRONG] =
        {"\nChưa lập được tệp Excel: hãy sửa những chỗ nêu trên, lưu tệp, rồi chạy lại."
         "\nBấm một phím để đóng.\n",
         "\nNo workbook yet: mend what is named above, save the file, and run again."
         "\nPress a key to close.\n"},
    [WORD_DESK_DONE] = {"Đã ghi {0}, đang mở tệp.\n", "{0} is written and being opened.\n"},
    [WORD_DESK_NOT_SHOWN] =
        {"Không có chương trình nào mở được {0}: hãy mở tệp ấy bằng Excel."
         "\nBấm một phím để đóng.\n",
         "No program here opens {0}: open it in Excel.\nPress a key to close.\n"},
    [WORD_DESK_MADE] =
        {"\nĐiền số xong thì lưu tệp, rồi bấm đúp vào tiendo.exe lần nữa.\nBấm một phím để đóng.\n",
         "\nOnce your figures are in, double-click tiendo.exe again.\nPress a key to close.\n"},
    [WORD_DESK_KEY] = {"\nBấm một phím để đóng.\n", "\nPress a key to close.\n"},
    [WORD_FILES_READ] = {"đã đọc {0}/{1} tệp", "{0} of {1} files read"},
    [WORD_ORGS_JUDGED] = {"đã đánh giá {0}/{1} đơn vị", "{0} of {1} organisations judged"},
    [WORD_ROWS_WRITTEN] = {"đã ghi {0}/{1} dòng", "{0} of {1} rows written"},
    [WORD_PACKED] = {"đang gói thành tệp Excel", "packing the workbook"},
    [WORD_PARTS_READ] = {"đã đọc lại {0}/{1} phần của tệp Excel",
                         "{0} of {1} parts of the workbook read back"},
};
static_assert(sizeof words / sizeof words[0] == WORD_COUNT, "one row per word");

void words_put(struct buffer *out, enum language lang, enum word word,
               const char *const args[WORD_ARGS]) {
    const char *at = words[word][lang];
    for (const char *open; (open = strchr(at, '{')) != NULL; at = open + strlen("{0}")) {
        buffer_put(out, at, (size_t)(open - at));
        const char *arg = args[open[1] - '0'];
        visible_text(out, arg != NULL ? arg : "");
    }
    buffer_text(out, at);
}

/* strerror() speaks the language of LC_MESSAGES, which is never set here. */
static const struct reason {
    int error;                    /* errno */
    const char *text[LANG_COUNT]; /* fits after a colon */
} reasons[] = {
    {ENOENT, {"không có tệp hoặc thư mục này", "no such file or folder"}},
    {EACCES, {"không có quyền", "no permission"}},
    {EPERM, {"hệ thống không cho phép", "not permitted"}},
    {EISDIR, {"đó là một thư mục", "it is a folder"}},
    {ENOTDIR, {"một phần của đường dẫn không phải là thư mục", "a part of the path is no folder"}},
    {EEXIST, {"đã có một tệp cùng tên", "a file of that name exists"}},
    {ENOSPC, {"đĩa đã đầy", "the disk is full"}},
    {EDQUOT, {"đã dùng hết phần đĩa được cấp", "the disk quota is used up"}},
    {EINTR, {"bị ngắt giữa chừng", "it was interrupted"}},
    {ENOMEM, {"hết bộ nhớ", "out of memory"}},
    {ENFILE, {"hệ thống mở quá nhiều tệp", "the system has too many open files"}},
    {ENXIO, {"không có thiết bị này", "no such device"}},
    {ETXTBSY, {"đang được chạy", "it is being run"}},
    {EFBIG,
     {"tệp quá lớn so với giới hạn của hệ thống",
      "the file is too large for the limit of the system"}},
    {EROFS, {"đĩa chỉ cho đọc", "the disk is read-only"}},
    {EIO, {"lỗi thiết bị", "a device error"}},
    {EPIPE, {"chương trình nhận đã đóng", "the receiving program has closed"}},
    {EBADF, {"đầu ra đã đóng", "it is closed"}},
    {EBUSY, {"đang được chương trình khác dùng", "another program is using it"}},
    {EMFILE, {"mở quá nhiều tệp", "too many open files"}},
    {ENAMETOOLONG, {"tên quá dài", "the name is too long"}},
    {ELOOP, {"liên kết vòng quanh", "symbolic links run in a circle"}},
    {EINVAL, {"tên hoặc loại tệp không hợp lệ", "not a valid name or kind of file"}},
};

const char *words_errno(enum language lang, int error) {
    static const char *const unknown[LANG_COUNT] = {"không rõ vì sao", "unknown reason"};
    for (size_t i = 0; i < sizeof reasons / sizeof reasons[0]; i++) {
        if (reasons[i].error == error) {
            return reasons[i].text[lang];
        }
    }
    return error != 0 ? strerror(error) : unknown[lang];
}
