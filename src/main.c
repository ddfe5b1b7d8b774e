/*
 * tiendo: targets against actuals. This is the map: every file in the order in which data flows,
 *
 *     text -> tree -> book -> scorecard -> table -> terminal, csv, json or workbook
 *
 * Each folder is a room and a library of its own: base knows nobody; messages and core know base;
 * the readers, the table and xlsx know core; print and workbook know the table; only cli knows all.
 * The build refuses anything else.
 *
 * The command line (cli)
 *   cli            from arguments to exit code; the table of commands
 *   command        what a command is, and its exit codes
 *   options        the table of options: parser and help      values, choices  what may follow them
 *   usage_error    a mistake of usage, kept until the language to say it in is known
 *   words          what the tool says itself                  help     --help and --version
 *   tty            colour and width                           load     from paths to a checked book
 *   progress_line  how far long work has come (progress)
 *   comparison     ... to a scorecard                         sort_rows  --sort
 *   check  status  export  why  explain  init  schema  completion  complete      one file each
 *   json_schema    the format for editors, from the reader's tables       field_kinds  its values
 *   manual         the man pages: manual_program, manual_format           roff  what they are in
 *   starter        the first files of a new folder            next_year  ... of the year to come
 *   signals        Ctrl-C, limits of the system
 *   new_files      all of them written, or none               folder     one to write into
 *
 * 1. Text (read/book, read/yaml, on base)
 *   files          paths and folders to loaded files, by several threads
 *   source         files, their texts and lines
 *   encoding       is it text at all                          lines    code points to columns
 *   text           NFC, width, nearness of words              visible  signs that hide are shown
 * 2. Tree (read/yaml)
 *   tree           YAML to a tree with positions: the only one that knows libyaml
 *   keys           the keys of all mappings, each kept once
 *   tree_queue     the trees of the files, one after the other, while threads read the next ones
 *   yaml_error     what libyaml refuses, in an officer's words
 * 3. Book (read/book fills it, core holds it)
 *   read_book      all files into one book                    reader  the way in
 *   loader         the state of one reading                   fields  the schema as data
 *   sections       the sections of a file, one reader each:
 *     read_defaults  read_orgs  read_indicators  read_targets  read_bounds  read_actuals
 *     read_claims  read_report
 *   scalars        dates, periods, years, yes and no          numbers  figures with units
 *   number_hints   what to write instead of a number written otherwise
 *   unit           money, counts, time                        decimal  a number as written
 *   duplicates     what is given twice                        cycles   going round
 *   book           organisations, indicators, claims and overrides; figures and targets are packed:
 *     figures  targets   each in 32 bytes                     packed   what of them is in common
 *   report         how an official table is to look: columns, letterhead, signers
 * 4. What is wrong (messages)
 *   finding        a message at its place, as data
 *   message        the words for it in both languages, with message_form, message_figures,
 *                  message_table
 *   explanation    what a message means, in explanation_table's four parts: explanations_text,
 *                  explanations_shape, explanations_values, explanations_book
 * 5. Scorecard (core: no file, no clock, no locale)
 *   audit          figures against each other
 *   survey         the scorecard piece by piece, judged by threads
 *   scorecard      the question: which organisations, year, day      rows  the rows of some of them
 *   ledger         where what is looked up stands             reading  what is known on a day
 *   rollup         a group's figure from its members'         history  last year's
 *   judge          one row judged:
 *     bounds       what a target demands                      attain   how much is reached
 *     pace         what is due by now                         forecast where it is heading
 *     verdict      the status, rule by rule                   status   the statuses
 *   claims         published figures recomputed               parts    sums of parts, allocation
 *   checks         the way to these two
 *   ratio          exact arithmetic                           date     days, periods, months gone
 * 6. Table (table)
 *   table          every row as typed cells                   columns  one descriptor per column
 *   figure_text    figures that never contradict a verdict    printing 1.234,5 or 1,234.5
 *   label, phrase  words in both languages                    headline, note  counts and marks
 *   row_fields     a row's figures for scripts                style    what the reader asked for
 *   language       the two languages
 * 7. Print (print)
 *   renderers      findings and the terminal's table:
 *   terminal       with grid, wrap, checks_text
 *   csv, json      with json_writer; long_form  their rows piece by piece, by threads
 *   findings_text, findings_json, findings_sarif   with findings_words, excerpt
 *   why            one goal explained, in why_words
 *   explain        messages explained: explain_text, explain_markdown, explain_json
 * 8. Workbook (workbook, on xlsx)
 *   workbook       the way in, and the order of the sheets; workbook_common  what they share
 *   workbook_data  the sheet of all numbers: inputs and formulas over them (workbook_lines), in
 *                  workbook_origins (where a figure comes from), workbook_figures (exact results),
 *                  workbook_actual, workbook_terms, workbook_verdict (the formulas),
 *                  workbook_source (files and words behind a figure); workbook_formula puts
 *                  formulas together, these and all others
 *   workbook_sheets (which sheets), workbook_table, workbook_layout (its columns), workbook_row,
 *                  workbook_extra, workbook_overview, workbook_goals, workbook_charts,
 *                  workbook_checks, workbook_claims, workbook_matrix, workbook_groups,
 *                  workbook_notes
 *   sheet          the guarded way to libxlsxwriter, with sheet_cells, sheet_clean, sheet_look,
 *                  sheet_chart, sheet_inside
 *   verify         is the written workbook whole              safe_file  written whole or not
 *
 * Everywhere: mem (memory or the end), pool (text of a book), buffer (bytes being written),
 * jobs (pieces of work by threads, taken in order), stand_in (malloc and rewind as libxlsxwriter
 * gets them).
 */
#include <unistd.h>

#include "cli.h"
#include "command.h"
#include "mem.h"
#include "safe_file.h"
#include "sheet.h"

/* Allocates nothing, so it may run when no memory is left; the language is not known here. */
static void exhausted(void) {
    static const char text[] = "tiendo: hết bộ nhớ. / out of memory.\n";
    sheets_speak();
    safe_file_leave();
    ssize_t written = write(STDERR_FILENO, text, sizeof text - 1);
    (void)written;
    _exit(EXIT_IO);
}

int main(int argc, char *argv[]) {
    mem_on_exhausted(exhausted);
    mem_give_back();
    return cli_main(argc, argv);
}
