#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""editor.py TIENDO BUILD_DIR

An editor helps with the files: the yaml-language-server of npm, spoken to over its protocol as an
editor does, opens what `tiendo init` wrote, with the schema that `tiendo schema` prints beside it.

  completion   the keys of a file, of an indicator, of a target; the kinds of indicators
  hover        the help of a key and of a section, in Vietnamese and in English
  diagnostics  none in starter and example files; one in the right line for what is wrong
  network      nobody is asked when the list of public schemas is off; with it on (as editors have
               it) and nobody answering, all of the above holds as well

Exit code: 0 all true, 1 not, 2 the call is wrong, 77 not tried (no npm)."""

import json
import os
import pathlib
import queue
import shutil
import socket
import subprocess
import sys
import tempfile
import threading

import npm

ROOT = pathlib.Path(__file__).resolve().parent.parent
LIMIT = 60  # seconds for one answer
MODELINE = "# yaml-language-server: $schema=../.tiendo.schema.json\n"

# What is typed, `|` the cursor: which words are offered, and which are not.
COMPLETIONS = [
    ("|", {"org", "year", "source", "orgs", "indicators", "targets", "each_member", "actuals",
           "overrides", "edges", "year_window"}, {"kind", "at_least"}),
    ("indicators:\n  htx:\n    name: HTX\n    |", {"unit", "kind", "better", "part_of", "ratio"},
     {"name", "at_least", "targets"}),
    ("indicators:\n  htx:\n    name: HTX\n    kind: |",
     {"flow", "stock", "average", "share", "rate", "done"}, {"higher"}),
    ("indicators:\n  htx:\n    better: |", {"higher", "lower"}, {"flow"}),
    ("targets:\n  htx:\n    |", {"at_least", "more_than", "from", "to", "within", "grow_by",
                                 "done", "during", "by"}, {"kind", "values"}),
    ("actuals:\n  - |", {"as_of", "during", "values", "notes", "claims"}, {"at_least"}),
    ("overrides:\n  htx:\n    status: |", {"met", "behind"}, {"flow"}),
]

# What the mouse points at, `|` before its letter: what is told in Vietnamese and in English.
HOVERS = [
    ("targets:\n  htx: {|at_least: 3}", "Ít nhất bằng này.", "At least this much."),
    ("|year: 2024", "Năm của tệp này.", "The year of this file."),
    ("indicators:\n  htx: {name: HTX, |kind: done}", "flow cộng dồn từ đầu năm",
     "flow accumulates over the year"),
    ("actuals:\n  - |as_of: 2024-06-30\n    values: {htx: 1}", "Số tính đến hết ngày này",
     "Figures up to this day"),
]

# What is wrong: the line (from 0, below the first) in which it is said so.
WRONGS = {
    "an unknown key": ("year: 2024\ntargets:\n  htx: {atleast: 3}", 2),
    "an unknown section": ("year: 2024\ntarget: {htx: 3}", 1),
    "a wrong kind": ("indicators:\n  htx:\n    name: HTX\n    unit: HTX\n    kind: flows", 4),
    "a wrong type": ("year: 2024\nactuals: {as_of: 2024-06-30}", 1),
    "a text for a number": ("targets:\n  a: 3\n  b: nhiều", 2),
    "a decimal comma": ("targets:\n  a: 3\n  b: '2,7'", 2),
    "a missing key": ("indicators:\n  a: {name: A, kind: done}\n  b: {name: B}", 2),
    "two goals in one": ("targets:\n  a: 3\n  b: {at_least: 3, at_most: 4}", 2),
    "half a range": ("targets:\n  a: 3\n  b: {from: 3}", 2),
    "a day that is none": ("actuals:\n  - as_of: 2024-02-30\n    values: {a: 1}", 1),
    "an empty value": ("targets: {a: 3}\nyear:", 1),
}


class Server:
    """The language server, and what it said."""

    def __init__(self, folder, where, store, proxy):
        program = folder / "node_modules" / "yaml-language-server" / "bin" / "yaml-language-server"
        self.process = subprocess.Popen(["node", program, "--stdio"], stdin=subprocess.PIPE,
                                        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        self.settings = {
            "yaml": {"schemaStore": {"enable": store}, "validate": True, "hover": True,
                     "completion": True},
            "http": {"proxy": proxy, "proxyStrictSSL": False}, "[yaml]": {}, "editor": {},
            "files": {},
        }
        self.answers = {}
        self.heard = queue.Queue()
        self.count = 0
        threading.Thread(target=self.listen, daemon=True).start()
        self.ask("initialize", {
            "processId": os.getpid(), "rootUri": where.as_uri(),
            "capabilities": {
                "workspace": {"configuration": True},
                "textDocument": {
                    "completion": {"completionItem": {"documentationFormat": ["markdown"]}},
                    "hover": {"contentFormat": ["markdown"]},
                    "publishDiagnostics": {},
                }}})
        self.tell("initialized", {})
        self.tell("workspace/didChangeConfiguration", {"settings": self.settings})

    def send(self, message):
        data = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(data), data))
        self.process.stdin.flush()

    def listen(self):
        while True:
            size = 0
            for line in iter(self.process.stdout.readline, b"\r\n"):
                if not line:
                    self.heard.put(None)
                    return
                name, _, value = line.partition(b":")
                size = int(value) if name.lower() == b"content-length" else size
            message = json.loads(self.process.stdout.read(size))
            if "id" in message and "method" in message:
                result = None
                if message["method"] == "workspace/configuration":
                    result = [self.settings.get(item["section"])
                              for item in message["params"]["items"]]
                self.send({"id": message["id"], "result": result})
            else:
                self.heard.put(message)

    def tell(self, method, params):
        self.send({"method": method, "params": params})

    def await_(self, wanted):
        """The first message that is wanted; what comes before it is dropped."""
        while True:
            message = self.heard.get(timeout=LIMIT)
            if message is None:
                raise EOFError("the language server went away")
            if wanted(message):
                return message

    def ask(self, method, params):
        self.count += 1
        number = self.count
        self.send({"id": number, "method": method, "params": params})
        message = self.await_(lambda m: m.get("id") == number)
        if "error" in message:
            raise RuntimeError(f"{method}: {message['error']}")
        return message["result"]

    def open(self, path, text):
        """Opens a file with this text; its diagnostics as (line, message)."""
        uri = path.as_uri()
        self.tell("textDocument/didOpen", {"textDocument": {
            "uri": uri, "languageId": "yaml", "version": 1, "text": text}})
        told = self.await_(lambda m: m.get("method") == "textDocument/publishDiagnostics"
                           and m["params"]["uri"] == uri)
        return [(d["range"]["start"]["line"], d["message"]) for d in told["params"]["diagnostics"]]

    def at(self, method, path, typed):
        """Asks about the place of the `|` in a new file."""
        before, _, behind = typed.partition("|")
        self.open(path, MODELINE + before + behind)
        lines = before.split("\n")
        return self.ask(f"textDocument/{method}", {
            "textDocument": {"uri": path.as_uri()},
            "position": {"line": len(lines), "character": len(lines[-1])}})

    def close(self):
        self.ask("shutdown", None)
        self.tell("exit", None)
        self.process.wait(LIMIT)


class Nobody:
    """A proxy that hangs up, and counts the calls."""

    def __init__(self):
        self.socket = socket.create_server(("127.0.0.1", 0))
        self.url = "http://127.0.0.1:%d" % self.socket.getsockname()[1]
        self.calls = 0
        threading.Thread(target=self.listen, daemon=True).start()

    def listen(self):
        while True:
            try:
                caller, _ = self.socket.accept()
            except OSError:
                return
            self.calls += 1
            caller.close()


class Talk:
    """One conversation in one language."""

    def __init__(self, server, folder, wrong):
        self.server = server
        self.folder = folder
        self.wrong = wrong
        self.files = 0

    def path(self):
        self.files += 1
        return self.folder / "targets" / f"new-{self.files}.yaml"

    def must(self, true, what):
        if not true:
            self.wrong.append(what)

    def clean(self, path):
        told = self.server.open(path, path.read_text("utf-8"))
        self.must(not told, f"{path.name}: {told}")

    def completions(self):
        for typed, offered, not_offered in COMPLETIONS:
            answer = self.server.at("completion", self.path(), typed)
            labels = {item["label"] for item in answer["items"]}
            self.must(offered <= labels, f"{typed!r} does not offer {sorted(offered - labels)}")
            self.must(not labels & not_offered, f"{typed!r} offers {sorted(labels & not_offered)}")

    def hovers(self, language):
        for typed, *told in HOVERS:
            answer = self.server.at("hover", self.path(), typed)
            text = json.dumps(answer, ensure_ascii=False)
            self.must(told[language] in text, f"{typed!r} tells {text}, not {told[language]}")
            self.must(told[1 - language] not in text, f"{typed!r} tells both languages")

    def wrongs(self):
        for what, (text, line) in WRONGS.items():
            told = self.server.open(self.path(), MODELINE + text + "\n")
            lines = {at for at, _ in told}
            self.must(lines == {line + 1}, f"{what}: in line {line + 1} it should be, not {told}")


def run(tiendo, folder, packages, language, store, wrong):
    def tiendo_run(*words):
        return subprocess.run([tiendo, *words, "--lang", ("vi", "en")[language]], cwd=folder,
                              capture_output=True, encoding="utf-8", timeout=LIMIT, check=True)

    tiendo_run("init", "--org", "bac-ninh", "--year", "2025")
    (folder / ".tiendo.schema.json").write_text(tiendo_run("schema").stdout, "utf-8")
    starters = sorted(folder.rglob("*.yaml"))
    for path in starters:
        named = path.read_text("utf-8").splitlines()[0].partition("$schema=")[2]
        if (path.parent / named).resolve() != folder / ".tiendo.schema.json":
            wrong.append(f"{path.name} does not lead to the schema")
    nobody = Nobody()
    server = Server(packages, folder, store, nobody.url)
    talk = Talk(server, folder, wrong)
    for path in starters:
        talk.clean(path)
    for part in ("targets", "actuals"):
        for path in sorted((ROOT / part).glob("*.yaml")):
            copy = folder / part / f"example-{path.name}"
            shutil.copyfile(path, copy)
            copy.write_text(MODELINE + path.read_text("utf-8"), "utf-8")
            talk.clean(copy)
    talk.completions()
    talk.hovers(language)
    talk.wrongs()
    server.close()
    nobody.socket.close()
    if not store and nobody.calls:
        wrong.append(f"the network was asked {nobody.calls} times")
    return nobody.calls


def main():
    if len(sys.argv) != 3:
        print(__doc__, file=sys.stderr)
        return 2
    tiendo = str(pathlib.Path(sys.argv[1]).resolve())
    packages = npm.install(pathlib.Path(sys.argv[2]).resolve())
    if packages is None:
        return npm.missing()
    wrong = []
    for language, store in ((0, False), (1, True)):
        with tempfile.TemporaryDirectory(prefix="tiendo-editor-") as name:
            folder = pathlib.Path(name).resolve()
            calls = run(tiendo, folder, packages, language, store, wrong)
            print(f"public schemas {'on' if store else 'off'}: {calls} calls")
    for line in wrong:
        print(line)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
