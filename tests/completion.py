#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""completion.py TIENDO

Completion, in the shells themselves.

  words    every command, option, value, organisation and indicator is offered where it belongs,
           and nothing elsewhere; a broken file is passed over without a word
  many     of thousands 2 000, from which a shell still completes rightly
  shells   the same words reach bash, zsh and fish through the scripts that `completion` prints,
           and a line that is typed at a terminal with the Tab key runs

Exit code: 0 all true, 1 not, 2 the call is wrong, 77 a shell is missing (a failure with CI=true)."""

import os
import pathlib
import pty
import re
import select
import shutil
import signal
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
CALL_LIMIT = 60  # seconds
KEY_LIMIT = 30  # seconds for what follows a key
SKIPPED = 77
SHELLS = ("bash", "zsh", "fish")

ORGS = ["dak-lak", "quang-tri", "bac-ninh", "lang-son", "tay-bac", "yen-bai", "son-la", "dien-bien"]
COMMANDS = ["check", "status", "export", "why", "diff", "report", "list", "form", "take", "fix",
            "init", "schema", "explain", "completion"]
COMMON = ["--lang", "--color", "--help", "--version"]
STATUSES = ["exceeded", "met", "within", "on_track", "not_yet", "not_due", "slipping",
            "no_baseline", "incomplete", "no_report", "behind", "missed", "no_target"]

# A line (the last word is being completed) and all that may stand there.
LINES = [
    ("", COMMANDS),
    ("ex", ["export", "explain"]),
    ("--", COMMON),
    ("--lang ", ["vi", "en"]),
    ("--color=", ["--color=auto", "--color=always", "--color=never"]),
    ("check --", COMMON + ["--format", "--strict", "--max-size", "--jobs"]),
    ("check --strict --s", []),
    ("check --format ", ["text", "short", "json", "sarif"]),
    ("status --format ", ["text", "csv", "json"]),
    ("explain --format ", ["text", "json", "markdown"]),
    ("status --sort ", ["declaration", "status", "attainment", "worst"]),
    ("status --org ", ORGS),
    ("status --org=d", ["--org=dak-lak", "--org=dien-bien"]),
    ("status --org bac-ninh,d", ["bac-ninh,dak-lak", "bac-ninh,dien-bien"]),
    ("status --org=dak-lak,lang-son,d", ["--org=dak-lak,lang-son,dien-bien"]),
    ("status --org bac-ninh --org l", ["lang-son"]),
    ("export --org l", ["lang-son"]),
    ("status --only ", STATUSES),
    ("status --fail-on met,b", ["met,behind"]),
    ("status --columns name,attainment_", ["name,attainment_original"]),
    ("status --year ", ["2024", "2023", "2021", "2020"]),
    ("status --as-of t", ["today"]),
    ("status --as-of 2024-06", ["2024-06-30"]),
    ("why l", ["lang-son"]),
    ("why bac-ninh htx_new",
     ["htx_new", "htx_new_agri", "htx_new_trade", "htx_new_advised"]),
    ("why bac-ninh htx_new ", [":files"]),
    ("why bac-ninh htx_new targets htx", [":files"]),
    ("explain T101 T20", ["T201", "T202", "T203", "T204", "T205", "T206", "T207", "T208", "T209"]),
    ("completion ", list(SHELLS)),
    ("completion bash ", []),
    ("manual ", ["1", "5"]),
    ("schema ", []),
    ("status ", [":files"]),
    ("status -- -", [":files"]),
    ("export -o ", [":files"]),
    ("export --output=", [":files"]),
    ("status --org --", []),
    ("status nowhere.yaml --org ", []),
    ("status targets/orgs.yaml --org tay", ["tay-bac"]),
    ("nonsense ", []),
    ("nonsense --", COMMON),
]

# A folder with a file that is no YAML, one with errors, one that is good.
BROKEN = {
    "targets/a.yaml": "orgs: {a: [\n",
    "targets/b.yaml": "orgs: {good: {name: Đơn vị tốt}, bad: {nam: x}}\nwhat: 1\n",
    "targets/c.yaml": "indicators: {htx: {name: Hợp tác xã, unit: HTX, kind: flow}}\n",
}


def environment(tiendo, folder):
    return {"PATH": f"{pathlib.Path(tiendo).parent}:{os.environ['PATH']}", "HOME": str(folder),
            "LC_ALL": "C.UTF-8", "TERM": "xterm", "XDG_CONFIG_HOME": str(folder / ".config"),
            "XDG_DATA_HOME": str(folder / ".local")}


def run(words, folder, env):
    return subprocess.run(words, cwd=folder, env=env, capture_output=True, encoding="utf-8",
                          timeout=CALL_LIMIT, check=False)


def offered(tiendo, line, folder, env):
    done = run([tiendo, "complete", "--", *line.split(" ")], folder, env)
    return done, [text.split("\t")[0] for text in done.stdout.splitlines()]


def check_words(tiendo, folder, env, wrong):
    for line, wanted in LINES:
        done, found = offered(tiendo, line, folder, env)
        if (done.returncode, done.stderr, found) != (0, "", wanted):
            wrong.append(f"`{line}`: {found} {done.stderr}, not {wanted}")
    for line, wanted in (("status --org bac", "bac-ninh\tTỉnh Bắc Ninh"),
                         ("status --only met", "met\tĐạt"),
                         ("--lang en status --only met", "met\tMet"),
                         ("--lang en why bac-ninh htx_new_t",
                          "htx_new_trade\tNew trading cooperatives")):
        done, _ = offered(tiendo, line, folder, env)
        if done.stdout.rstrip("\n") != wanted:
            wrong.append(f"`{line}`: {done.stdout!r}, not {wanted!r}")


def check_help(tiendo, folder, env, wrong):
    """Every option and status code that help shows is offered, whatever is added later."""
    for command in COMMANDS:
        shown = run([tiendo, command, "--help", "--lang", "en"], folder, env).stdout
        options = set(re.findall(r"^ +(?:-\w, )?(--[a-z-]+)", shown, re.M))
        _, found = offered(tiendo, command + " -", folder, env)
        if set(found) != options or not options:
            wrong.append(f"{command}: {sorted(found)} offered, {sorted(options)} in its help")


def check_broken(tiendo, folder, wrong):
    for name, text in BROKEN.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(text, "utf-8")
    (folder / "targets" / "d.yaml").symlink_to("nowhere")
    env = environment(tiendo, folder)
    for line, wanted in (("status --org ", "good\tĐơn vị tốt\n"),
                         ("status - --org ", ""),
                         ("status --indicator ", "htx\tHợp tác xã\n")):
        done, _ = offered(tiendo, line, folder, env)
        if (done.returncode, done.stdout, done.stderr) != (0, wanted, ""):
            wrong.append(f"broken files, `{line}`: {done.stdout!r} {done.stderr!r}")


def check_many(tiendo, folder, env, wrong):
    """Of more than 2 000 some come, and with them the first and the last by their letters, since a
    shell types what all candidates begin with."""
    (folder / "targets").mkdir(parents=True)
    codes = [f"htx-b{i}" for i in range(3000)] + ["htx-a", "htx-c", "x"]
    (folder / "targets" / "so.yaml").write_text(
        "orgs:\n" + "".join(f"  {c}: {{name: HTX {c}}}\n" for c in codes), "utf-8")
    for i in range(400):  # files that declare nothing, more of them than are read
        (folder / "targets" / f"{i}.yaml").write_text(
            "org: x\nactuals:\n" + f"  - {{as_of: 2024-03-31, source: {'w' * 5000}, values: {{}}}}\n", "utf-8")
    _, found = offered(tiendo, "status --org h", folder, env)
    if len(found) != 2000 or not {"htx-a", "htx-c"} <= set(found) or set(found) - set(codes):
        wrong.append(f"3 002 organisations: {len(found)} offered, {found[:2]} … {found[-2:]}")
    _, found = offered(tiendo, "status --org x", folder, env)
    if found != ["x"]:
        wrong.append(f"one of 3 003 organisations: {found[:3]}")
    _, found = offered(tiendo, "status --org HTX", folder, env)
    if len(found) != 2000:
        wrong.append(f"3 003 organisations by name: {len(found)} offered")


# ---- the shells, asked ----

BASH = """
source ./bash.script
COMP_WORDS=("$@")
COMP_CWORD=$(($# - 1))
_tiendo tiendo "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD - 1]}"
printf '%s\\n' "${COMPREPLY[@]}"
"""


def bash_words(line):
    """As readline cuts a line: a `=` is a word of its own."""
    return [part for word in line.split(" ") for part in (re.findall(r"=|[^=]+", word) or [""])]


def ask_bash(line, folder, env):
    done = run(["bash", "-c", BASH, "bash", "tiendo", *bash_words(line)], folder, env)
    return done.stdout.split("\n")[:-1], done.stderr


def ask_fish(line, folder, env):
    call = f"source ./fish.script; complete -C 'tiendo {line}'"
    done = run(["fish", "-c", call], folder, env)
    return done.stdout.splitlines(), done.stderr


def check_asked(shells, folder, env, wrong):
    def compare(shell, line, found, wanted):
        if (sorted(found[0]), found[1]) != (sorted(wanted), ""):
            wrong.append(f"{shell} `{line}`: {found}, not {wanted}")

    for line, wanted in LINES:
        if wanted == [":files"] or "nonsense" in line:
            continue
        cut = line.rpartition("=")[0] + "=" if "--" in line and "=" in line else ""
        cut = cut.rpartition(" ")[2]
        bare = [word.removeprefix(cut) for word in wanted] or [""]
        if "bash" in shells:
            compare("bash", line, ask_bash(line, folder, env), bare)
        if "fish" in shells:
            found, error = ask_fish(line, folder, env)
            compare("fish", line, ([text.split("\t")[0] for text in found], error), wanted)
    if "fish" in shells:
        compare("fish", "status --org bac", ask_fish("status --org bac", folder, env),
                ["bac-ninh\tTỉnh Bắc Ninh"])
        compare("fish", "status act", ask_fish("status act", folder, env), ["actuals/"])
        compare("fish", "export --output=act", ask_fish("export --output=act", folder, env),
                ["--output=actuals/"])


# ---- the shells, typed at ----

PROMPT = "READY>"
START = {
    "bash": (["bash", "--norc", "--noprofile", "-i"],
             f"bind 'set enable-bracketed-paste off'; source ./bash.script; PS1={PROMPT[:3]}''"
             f"{PROMPT[3:-1]}'>'"),
    "zsh": (["zsh", "-f", "-i"],
            "autoload -U compinit; compinit -u -D; source ./zsh.script; setopt noalwayslastprompt;"
            f" PS1={PROMPT[:3]}''{PROMPT[3:-1]}'>'"),
    "fish": (["fish", "--no-config", "-i"],
             "source ./fish.script; function fish_prompt; echo -n REA''DY'>'; end"),
}


class Terminal:
    """A shell at a terminal of its own."""

    def __init__(self, shell, folder, env):
        words, begin = START[shell]
        self.text = ""
        self.pid, self.fd = pty.fork()
        if self.pid == 0:
            os.chdir(folder)
            os.execvpe(words[0], words, env)
        self.keys(begin + "\r")
        self.wait(PROMPT)

    def keys(self, text):
        os.write(self.fd, text.encode())

    def wait(self, wanted):
        """Reads until the text is there, or no longer than the limit."""
        end = time.monotonic() + KEY_LIMIT
        while wanted not in self.text and time.monotonic() < end:
            if select.select([self.fd], [], [], 0.2)[0]:
                try:
                    self.text += os.read(self.fd, 65536).decode("utf-8", "replace")
                except OSError:
                    break
        found = wanted in self.text
        self.text = self.text.partition(wanted)[2] if found else self.text
        return found

    def close(self):
        os.close(self.fd)
        os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)


def check_typed(tiendo, shell, folder, env, wrong):
    terminal = Terminal(shell, folder, env)
    try:
        terminal.keys("tiendo why bac-n\t")
        named = terminal.wait("bac-ninh")
        terminal.keys("htx_new_t\t")
        named = terminal.wait("htx_new_trade") and named
        terminal.keys("> typed.txt; echo DO''NE\r")
        if not (named and terminal.wait("DONE")):
            wrong.append(f"{shell}: the line was not completed: {terminal.text!r}")
            return
        typed = (folder / "typed.txt").read_text("utf-8")
        wanted = run([tiendo, "why", "bac-ninh", "htx_new_trade"], folder, env).stdout
        if typed != wanted or not wanted:
            wrong.append(f"{shell}: the completed line printed {typed!r}")
        terminal.keys("tiendo status --org d\t\t")
        if shell != "bash" and not terminal.wait("Tỉnh"):
            wrong.append(f"{shell}: no names beside the ids: {terminal.text!r}")
        elif shell == "bash" and not terminal.wait("dien-bien"):
            wrong.append(f"{shell}: no list: {terminal.text!r}")
        terminal.keys("\x15tiendo export -o typ\t")
        if not terminal.wait("ed.txt"):
            wrong.append(f"{shell}: no file is offered: {terminal.text!r}")
    finally:
        terminal.close()


def main():
    if len(sys.argv) != 2:
        print(__doc__, file=sys.stderr)
        return 2
    tiendo = str(pathlib.Path(sys.argv[1]).resolve())
    wrong = []
    shells = [shell for shell in SHELLS if shutil.which(shell)]
    with tempfile.TemporaryDirectory(prefix="tiendo-completion-") as name:
        folder = pathlib.Path(name)
        env = environment(tiendo, folder)
        (folder / "broken").mkdir()
        for part in ("targets", "actuals"):
            shutil.copytree(ROOT / part, folder / part)
        for shell in SHELLS:
            script = run([tiendo, "completion", shell], folder, env).stdout
            (folder / f"{shell}.script").write_text(script, "utf-8")
        check_words(tiendo, folder, env, wrong)
        check_help(tiendo, folder, env, wrong)
        check_broken(tiendo, folder / "broken", wrong)
        check_many(tiendo, folder / "many", env, wrong)
        check_asked(shells, folder, env, wrong)
        for shell in shells:
            check_typed(tiendo, shell, folder, env, wrong)
    for line in wrong:
        print(line)
    missing = sorted(set(SHELLS) - set(shells))
    print(f"{len(LINES)} lines in {', '.join(shells)}; {len(wrong)} wrong; missing: {missing}")
    if wrong or (missing and os.environ.get("CI") == "true"):
        return 1
    return SKIPPED if missing else 0


if __name__ == "__main__":
    sys.exit(main())
