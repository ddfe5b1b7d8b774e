/* SPDX-License-Identifier: MIT */
/* completion: prints the script with which a shell asks `tiendo complete` when Tab is pressed. */
#include <assert.h>

#include "choices.h"
#include "command.h"
#include "mem.h"

enum shell { SHELL_BASH, SHELL_ZSH, SHELL_FISH, SHELL_COUNT };

/* Each asks with the words up to the cursor, without their quotes, and offers the lines that come
 * back: a word, a tab, what it means; or `:files`, when the shell knows better. */

static const char bash_text[] =
    "# bash completion of tiendo, printed by `tiendo completion bash`\n"
    "_tiendo() {\n"
    "    local -a words=()\n"
    "    local i line count=0 cut=''\n"
    "    # readline ends a word at `=`: --org=x comes as three\n"
    "    for ((i = 1; i <= COMP_CWORD; i++)); do\n"
    "        if ((count > 0)) && [[ ${COMP_WORDS[i]} == '=' || ${COMP_WORDS[i - 1]} == '=' ]]; "
    "then\n"
    "            words[count - 1]+=${COMP_WORDS[i]}\n"
    "        else\n"
    "            words[count]=${COMP_WORDS[i]}\n"
    "            count=$((count + 1))\n"
    "        fi\n"
    "    done\n"
    "    line=${words[count - 1]}\n"
    "    [[ $line == --*=* && ${COMP_WORDS[COMP_CWORD]} != --*=* ]] && cut=${line%%=*}=\n"
    "    words=(\"${words[@]//[\\\"\\'\\\\]/}\")\n"
    "    words=(\"${words[@]/#\\~\\//$HOME/}\")\n"
    "    COMPREPLY=()\n"
    "    while IFS= read -r line; do\n"
    "        if [[ $line == :files ]]; then\n"
    "            compopt -o default 2>/dev/null\n"
    "        else\n"
    "            line=${line%%$'\\t'*}\n"
    "            COMPREPLY+=(\"${line#\"$cut\"}\")\n"
    "        fi\n"
    "    done < <(\"$1\" complete -- \"${words[@]}\" 2>/dev/null)\n"
    "}\n"
    "complete -F _tiendo tiendo\n";

static const char zsh_text[] =
    "#compdef tiendo\n"
    "# zsh completion of tiendo, printed by `tiendo completion zsh`\n"
    "_tiendo() {\n"
    "    local line word\n"
    "    local -a asked offered\n"
    "    asked=(\"${(@Q)words[2,CURRENT]}\")\n"
    "    asked=(\"${(@)asked/#\\~\\//$HOME/}\")\n"
    "    for line in \"${(@f)$(\"${(Q)words[1]}\" complete -- \"${(@)asked}\" 2>/dev/null)}\"; do\n"
    "        word=${line%%$'\\t'*}\n"
    "        line=${${line#$word}/#$'\\t'/:}\n"
    "        [[ $PREFIX == --*=* ]] && word=${word#--*=}\n"
    "        word=${word##*,}\n"
    "        [[ -z $word ]] || offered+=(\"${word//:/\\\\:}$line\")\n"
    "    done\n"
    "    # what stays of the word: its option, the values before the last comma\n"
    "    [[ $PREFIX == --*=* ]] && compset -P '--*='\n"
    "    if [[ $offered == '\\:files' ]]; then\n"
    "        _files\n"
    "        return\n"
    "    fi\n"
    "    compset -P '*,'\n"
    "    _describe -V 'tiendo' offered\n"
    "}\n"
    "if [[ $funcstack[1] == _tiendo ]]; then\n"
    "    _tiendo \"$@\"\n"
    "else\n"
    "    compdef _tiendo tiendo\n"
    "fi\n";

static const char fish_text[] =
    "# fish completion of tiendo, printed by `tiendo completion fish`\n"
    "function __tiendo_offer\n"
    "    set -l words (commandline -opc)\n"
    "    set -l word (commandline -ct)\n"
    "    set -l offered (command $words[1] complete -- $words[2..-1] \"$word\" 2>/dev/null)\n"
    "    if test \"$offered\" != :files\n"
    "        printf '%s\\n' $offered\n"
    "    else if string match -q -- '--*=*' $word\n"
    "        set -l option (string replace -r '=.*' '=' -- $word)\n"
    "        __fish_complete_path (string replace -r '^[^=]*=' '' -- $word) |\n"
    "            string replace -r '^' -- $option\n"
    "    else\n"
    "        __fish_complete_path $word\n"
    "    end\n"
    "end\n"
    "complete -c tiendo -f -k -a '(__tiendo_offer)'\n";

static const struct {
    const char *name; /* of the shell */
    const char *text; /* what it is to read */
} shells[] = {
    [SHELL_BASH] = {"bash", bash_text},
    [SHELL_ZSH] = {"zsh", zsh_text},
    [SHELL_FISH] = {"fish", fish_text},
};
static_assert(sizeof shells / sizeof *shells == SHELL_COUNT, "a script for each shell");

static const char *shell_name(int which) {
    return shells[which].name;
}

const struct choices shell_choices = {.count = SHELL_COUNT, .name = shell_name};

enum exit_code completion_run(struct context *context) {
    int shell;
    enum exit_code code = command_choice(context, &shell_choices, &shell);
    if (code == EXIT_DONE) {
        buffer_text(context->out, shells[shell].text);
    }
    return code;
}
