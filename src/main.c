/* SPDX-License-Identifier: MIT */
/*
 * tiendo: targets against actuals. This is the map: every file in the order in which data flows,
 *
 *     text -> tree -> book -> scorecard -> table -> terminal, csv, json or workbook
 *
 * Each folder is a room and a library of its own: base knows nobody; messages and book know base;
 * ledger knows the book, core both, audit core; the readers and the table know core; prose the
 * table, diff the table and the tree, print both and audit, datasheet the table and xlsx, workbook
 * datasheet; only cli knows all. The build refuses anything else.
 *
 * The command line (cli)
 *   cli            from arguments to exit code                commands  the table of commands
 *   command        what a command is, and its exit codes
 *   options        the table of options: parser and help      values, choices  what may follow them
 *   build_info     what the program was built from        desk     a double click on it
 *   names          what an organisation, an indicator, a status is called
 *   usage_error    a mistake of usage, kept until the language to say it in is known
 *   cli_words      what the tool says itself                  help     --help and --version
 *   tty            colour and width                           load     from paths to a checked book
 *   progress_line  how far long work has come (progress)
 *   comparison     ... to a scorecard
 *   past           the last meeting beside it
 *   cannot_write   why a file could not be written            not_docx  why one is no document
 *   check  status  export  why  diff  report  explain  list  init  schema  completion  complete
 *                                                             each a command, in a file of its own
 *   json_schema    the format for editors, from the reader's tables (room schema; field_kinds)
 *   manual         the man pages: manual_program, manual_format, in roff
 *   embedded       the files of example/ and starter/, which it carries (room schema)
 *   fix            corrections of one meaning                 form  take  by Excel
 *   write_texts    files of a book get other texts: all or none
 *   starter        the first files of a new folder            next_year  ... of the year to come
 *                  (both in room schema)
 *   new_files      all of them written, or none               folder     one to write into
 *
 * 1. Text (read/book, read/yaml, on base)
 *   files          paths and folders to loaded files, by several threads
 *   source         files, their texts and lines
 *   encoding       is it text at all                          lines    code points to columns
 *   text           NFC, width, nearness of words              visible  signs that hide are shown
 *   typeface       how wide words are on paper
 * 2. Tree (read/yaml)
 *   tree           YAML to a tree with positions: the only one that knows libyaml
 *   keys           the keys of all mappings, each kept once        nodes  of a tree
 *   tree_queue     the trees of the files, one after the other, while threads read the next ones
 *   parse_error     what libyaml refuses, in an officer's words
 * 3. Book (read/book fills it, book holds it)
 *   read_book      all files into one book                    reader  the way in
 *   loader         the state of one reading                   fields  the schema as data
 *   sections       the sections of a file, one reader each:
 *     read_defaults  read_orgs  read_indicators  read_targets  read_bounds  read_actuals
 *     read_claims  read_report  read_english
 *   scalars        dates, periods, years, yes and no          numbers  figures with units
 *   number_hints   what to write instead of a number written otherwise
 *   unit           money, counts, time                        decimal  a number as written
 *   duplicates     what is given twice                        cycles   going round
 *   no_effect      what says nothing where it stands
 *   book           organisations, indicators, claims and overrides; figures and targets are packed:
 *     figures  targets   each in 32 bytes                     packed   what of them is in common
 *   breakdown      which parts of a whole belong together
 *   report         how an official table is to look: columns, letterhead, signers
 *   column_rows    every column with its keys, words and widths, one row each
 *   words          the keys of all enums, and what each kind of indicator and target has
 * 4. What is wrong (messages)
 *   finding        a message at its place, as data
 *   message        one row for each, in both languages: the words for it, what it means, examples;
 *                  message_table names the tables, one for each series of codes: messages_text,
 *                  messages_shape, messages_numbers, messages_dates, messages_references,
 *                  messages_figures, messages_claims, messages_slips, messages_sums,
 *                  messages_workbooks
 *   correction     what to write instead, when that has one meaning
 * 5. What is known (ledger: as all that follow to 7, no file, no clock, no locale)
 *   ledger         where what is looked up stands             reading  what is known on a day
 *   chain          increments without a gap                   hedge    over, under, about
 *   members        who is one on a day                        group_day  the day of a group
 *   rollup         a group's figure from its members'         memo     ... once for each day
 *   sums           what their shares come to                  estimate  of the whole year
 *   history        last year's                               alike    ... of the same members
 *   days           on which a group's members have figures   effort   what all that may cost
 * 6. Scorecard (core)
 *   scorecard      the question: which organisations, year, day      rows  the rows of some of them
 *   goals          what the headline counts                   overrides  set by hand
 *   assigned       targets as an organisation has them on a day
 *   judge          one row judged                            status   the statuses
 *   rules          sections 3 to 6 of QUY-TAC, said once     measure  every quantity and fact
 *     rule         how a rule is said and computed           facts    what is given of a row
 *     plan         rules folded by facts                     rule_text  rules printed: formulas
 *     twins        the calendar, milestones, worst member    quantity  a number, or why none
 *     worst        which row comes first, worst first
 *     bounds       what a target alone demands
 *   ratio          exact arithmetic                           date     days, periods, months gone
 * 7. What does not add up (audit)
 *   audit          figures against each other, by threads: plausibility (slips), audit_sums (what
 *                  adds up), audit_whole (targets, claims, groups), audit_inside what they share
 *   survey         the scorecard piece by piece, judged by threads
 *   checks         the way to what a scorecard checks:
 *     claims  recompute  published    published figures, recomputed, agreeing or not
 *     parts  allocation               sums of parts; what is assigned to members
 * 8. Table (table)
 *   table          every row as typed cells                   columns  what a column_row says
 *   walk           its rows in the order in which people read them
 *   figure_text    figures that never contradict a verdict    printing 1.234,5 or 1,234.5
 *   label, phrase  words in both languages                    headline, note  counts and marks
 *   row_fields     a row's figures for scripts                style    what the reader asked for
 *   seal           16 digits by which a table is known again
 *   language       the two languages                        sort_rows  --sort
 * 9. What has changed (diff)
 *   snapshot       the rows that a meeting was shown           snapshot_json  ... read from JSON
 *   changes        every row that reads otherwise, and why     pairs    which row is which
 *   changes_words  what people read of them                    diff_report  ... of all of them, and
 *                  since: of each row of a table
 * 10. The report in words (prose)
 *   prose          its paragraphs, in order                    sentence  what is said of a row
 *   prose_words    the grammar, in both languages         placeholder  ... in an office's document
 * 11. A report's prose against the book (proof, on package)
 *   report_file    paragraphs of a document, lines of a text   prose_number  the numbers in them
 *   proof          which agree with the book, which differ; proof_percent, by proof_inside
 * 12. Print (print)
 *   renderers      findings and the terminal's table:
 *   terminal       with grid, wrap, checks_text
 *   csv, json      with json_writer; long_form  their rows piece by piece, by threads
 *   findings_text, findings_json, findings_sarif   with findings_words, excerpt
 *   why            one goal explained: on a why_page, its why_figures (equations, bands, what would
 *                  change the verdict) from the rules, why_lone (the whole numbers behind a lone
 *                  percentage), why_members (of a group), in why_words
 *   prose_text     the report, with prose_markdown             proof_text  numbers of a prose
 *   changes_print  what has changed: changes_text, changes_csv, changes_json
 *   explain        messages explained: explain_text, explain_markdown, explain_json
 * 13. Documents of Word (docx, on package)
 *   docx_write     the report as a document                  docx_template  an office's own, filled
 *   markup         a part as tags and characters             package_write  a zip, read back
 * 14. Workbook (datasheet, workbook, on xlsx)
 *   workbook       the way in, and the order of the sheets; workbook_sheets  which there are;
 *                  workbook_size   how large it would be;
 *                  workbook_common  what they share; workbook_inside  those that people read
 *   workbook_entry the only sheet to type in: inputs, checked, found by key (workbook_inputs)
 *   workbook_data  the sheet of all numbers: formulas over these inputs (workbook_lines), in
 *                  workbook_columns (what stands where), workbook_origins (where a figure comes
 *                  from), workbook_figures (exact results), workbook_rules (the rules printed),
 *                  workbook_given (the formulas of what no rule gives), workbook_members (members
 *                  of groups, day by day, right of the data), workbook_past (what the last meeting
 *                  had),
 *                  workbook_source (files and words behind a figure); workbook_formula puts
 *                  formulas together, these and all others; workbook_wall (what the wall shows
 *                  of a line: shares filled and judged, its place, worst first)
 *   workbook_table  the official table, in workbook_layout (its columns), workbook_letterhead,
 *                  workbook_below (notes, signers), workbook_pages (where its pages break); its
 *                  lines: workbook_row, workbook_row_words, workbook_wording ("từ 65 trở lên")
 *   workbook_contents, workbook_overview, workbook_goals and workbook_projector (lists of
 *                  workbook_worst), workbook_charts, workbook_trails (lines through the year, of
 *                  points by workbook_trail),
 *                  workbook_since, workbook_checks, workbook_matrix, workbook_groups,
 *                  workbook_notes; of workbook_checks: workbook_claims, workbook_sums
 *   sheet          the guarded way to libxlsxwriter, with sheet_cells, sheet_clean, sheet_look,
 *                  sheet_chart, sheet_inside
 *   verify         is the written workbook whole              safe_file  written whole or not
 *   safe_files     several of them, all or none
 *   digest         ... and still as it was written
 *   form           a form by which an organisation reports, in form_words (room form)
 * 15. What comes back, and goes into the files (package, read/xlsx, edit, amend)
 *   package        a zip of XML, read within limits: .xlsx, .docx
 *   relations      which of its parts belongs to which
 *   read_workbook  the cells of a workbook, whoever saved it: read_cells, read_texts, read_styles,
 *                  which share read_inside
 *   fixing         all corrections of one meaning, made in memory; fixing_print  shown
 *   take           what filled forms and changed workbooks say: take_sheet by the row, found by
 *                  take_keys, take_cell by the cell; take_make, take_beside in the texts;
 *                  take_again  ... read and audited
 *                  take_answered  who is missing; take_return  forms given back; take_print
 *                  take_inside    what these share
 *   edit           one value of a text changed, every other byte kept; tree_change  the proof
 *
 * Everywhere: system (what POSIX and Windows do differently: system_posix, system_windows), path
 * (its parts), mem (memory or the end), pool (text of a book), buffer (bytes being written),
 * jobs (pieces of work by threads, taken in order), stand_in (malloc and rewind as libxlsxwriter
 * gets them).
 */
#include "cli.h"
#include "command.h"
#include "mem.h"
#include "safe_file.h"
#include "system.h"

/* Allocates nothing, so it may run when no memory is left; the language is not known here. */
static void exhausted(void) {
    static const char text[] = "tiendo: hết bộ nhớ. / out of memory.\n";
    system_speak();
    safe_file_leave();
    system_end(text, sizeof text - 1, EXIT_IO);
}

int main(int argc, char *argv[]) {
    mem_on_exhausted(exhausted);
    mem_give_back();
    if (!system_begin(safe_file_leave)) {
        return EXIT_IO;
    }
    return cli_main(argc, argv);
}
