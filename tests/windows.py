#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""windows.py TIENDO.EXE TIENDO [CASE...]

The Windows program under wine: every golden case (or those named), byte for byte as on Linux; the
example's workbook, csv and json the same bytes as the Linux program writes; paths with blanks,
Vietnamese letters, \\ and a drive; what RELIABILITY.md promises of it: the target kept when the
writing fails, whole or old.

Exit code: 0 all good, 1 not, 2 no wine."""

import concurrent.futures
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent
# holds a file until its input ends: others may only read it
HOLD = r"""#include <windows.h>
#include <stdio.h>

int wmain(int argc, wchar_t *argv[]) {
    if (argc != 2) {
        return 2;
    }
    HANDLE file = CreateFileW(argv[1], GENERIC_READ | GENERIC_WRITE, FILE_SHARE_READ, NULL,
                              OPEN_EXISTING, 0, NULL);
    if (file == INVALID_HANDLE_VALUE) {
        return 1;
    }
    puts("held");
    fflush(stdout);
    while (getchar() != EOF) {
    }
    return 0;
}
"""
FOLDER = "Kế hoạch năm 2024"


def find_wine():
    return next((path for path in ("/usr/lib/wine/wine64", shutil.which("wine64")) if path
                 and os.access(path, os.X_OK)), None)


class Wine:
    """The programs, and a Windows of their own."""

    def __init__(self, wine, folder, exe, own):
        self.exe, self.own, self.wrong = exe, own, []
        self.env = os.environ | {"WINEPREFIX": str(folder / "prefix"), "WINEDEBUG": "-all",
                                 "HOME": str(folder), "LANG": "C.UTF-8"}
        self.wrapper = folder / "wine"
        self.wrapper.write_text("#!/bin/sh\nexport WINEDEBUG=-all\n"
                                f"export WINEPREFIX='{folder}/prefix' HOME='{folder}'\n"
                                f'exec {wine} "$@"\n')
        self.wrapper.chmod(0o755)
        (folder / "prefix").mkdir(mode=0o700)
        # its servers start now: later their words would stand among those of a case; they keep
        # what they inherit, so that a pipe would never end
        server = pathlib.Path(wine).with_name("wineserver64")
        self.server = server if server.exists() else shutil.which("wineserver")
        subprocess.run([self.server, "-p"], env=self.env, check=False)
        subprocess.run([str(self.wrapper), str(exe), "--version"], env=self.env, check=True,
                       stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def stop(self):
        subprocess.run([self.server, "-k"], env=self.env, check=False)

    def run(self, words, cwd=None):
        return subprocess.run([str(self.wrapper), str(self.exe), *words], cwd=cwd, env=self.env,
                              stdin=subprocess.DEVNULL, capture_output=True, check=False, timeout=120)

    def run_own(self, words, cwd):
        return subprocess.run([str(self.own), *words], cwd=cwd, env=self.env, stdin=subprocess.DEVNULL,
                              capture_output=True, check=False, timeout=120)

    def expect(self, what, got, wanted):
        if got != wanted:
            self.wrong.append(f"{what}: {str(got)[:300]!r} is not {str(wanted)[:300]!r}")


def case(wine, name):
    done = subprocess.run([sys.executable, str(HERE / "run_case.py"), str(wine.exe),
                           str(HERE / "cases" / name)],
                          env=os.environ | {"TIENDO_TEST_WRAPPER": str(wine.wrapper), "TIENDO_REFRESH": "0"},
                          capture_output=True, text=True, check=False)
    return name, done.returncode, done.stdout


def cases(wine, names):
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        for name, code, words in pool.map(lambda name: case(wine, name), names):
            if code != 0:
                wine.wrong.append(f"{name}:\n{words}")


def written(wine, top):
    """Workbook, csv and json: the same bytes; the old file stays where the writing fails."""
    place = top / FOLDER
    for part in ("targets", "actuals"):
        shutil.copytree(ROOT / part, place / part)
    for kind in ("xlsx", "csv", "json"):
        name = f"Báo cáo giữa kỳ.{kind}"
        done = wine.run(["export", "--org", "bac-ninh", "-o", name], place)
        wine.expect(f"export {kind}", (done.returncode, done.stdout.decode()), (0, name + "\n"))
        got = (place / name).read_bytes()
        (place / name).unlink()
        subprocess.run([str(wine.own), "export", "--org", "bac-ninh", "-o", name], cwd=place, check=True,
                       capture_output=True)
        wine.expect(f"bytes of {kind}", got == (place / name).read_bytes(), True)
        done = wine.run(["export", "--org", "bac-ninh", "-o", name], place)
        wine.expect(f"replaced {kind}", (done.returncode, (place / name).read_bytes() == got), (0, True))
        done = wine.run(["export", "--org", "bac-ninh", "-o", f"none\\{name}"], place)
        wine.expect(f"no folder, {kind}", done.returncode, 3)
        done = wine.run(["export", "--org", "bac-ninh", "-o", f"actuals\\{name}"], place)
        wine.expect(f"beside the data, {kind}", ((place / "actuals" / name).exists(), done.returncode), (True, 0))
        (place / "actuals" / name).unlink()
    wine.expect("nothing else stays", sorted(path.name for path in place.iterdir()),
                sorted([f"Báo cáo giữa kỳ.{kind}" for kind in ("xlsx", "csv", "json")] + ["actuals", "targets"]))
    done = wine.run(["export", "-o", "targets.csv\\"], place)
    wine.expect("a name that is none", done.returncode in (2, 3), True)


def paths(wine, top):
    place = top / FOLDER
    (place / "actuals" / "sai.yaml").write_text("year: 2024\nnham: 1\n", "utf-8")
    for path, shown in (("actuals\\sai.yaml", "actuals\\sai.yaml"), ("actuals/sai.yaml", "actuals/sai.yaml"),
                        (f"Z:{place}/actuals/sai.yaml", f"Z:{place}/actuals/sai.yaml"),
                        (f"Z:{place}/actuals".replace("/", "\\"), f"Z:{place}/actuals".replace("/", "\\") + "/sai.yaml")):
        done = wine.run(["check", "--format", "short", path], place)
        lines = done.stdout.decode().splitlines()
        wine.expect(path, (done.returncode, any(line.startswith(shown + ":2:1:") for line in lines)), (1, True))
    done = wine.run(["check", "--format", "sarif", f"Z:{place}/actuals/sai.yaml"], place)
    wine.expect("uri", f'"file:///Z{"%3A"}/' in done.stdout.decode() or '"file:///Z:/' in done.stdout.decode(), True)
    new = top / "Thư mục mới"
    new.mkdir()
    done = wine.run(["init", "--org", "thu-do", "--year", "2025"], new)
    wine.expect("init", (done.returncode, wine.run(["check"], new).returncode), (0, 0))
    done = wine.run(["init", "--org", "thu-do", "--year", "2025"], new)
    wine.expect("init again", done.returncode, 3)


def forms(wine, top):
    """A form in a folder with a Vietnamese name, and what is taken from it, as on Linux."""
    place = top / "Biểu mẫu"
    for part in ("targets", "actuals"):
        shutil.copytree(ROOT / part, place / part)
    words = ["form", "--org", "bac-ninh", "--as-of", "2024-12-31", "-o"]
    took = []
    for run, folder in ((wine.run, "Gửi đi"), (wine.run_own, "Như Linux")):
        (place / folder).mkdir()
        done = run([*words, f"{folder}/Biểu Bắc Ninh.xlsx"], place)
        wine.expect(f"form in {folder}", done.returncode, 0)
        done = run(["take", f"{folder}/Biểu Bắc Ninh.xlsx", "--format", "json"], place)
        took.append((done.returncode, done.stdout.decode().replace(folder, "")))
    wine.expect("bytes of the form", *((place / folder / "Biểu Bắc Ninh.xlsx").read_bytes()
                                       for folder in ("Gửi đi", "Như Linux")))
    wine.expect("taken", *took)


def hold(wine, top):
    """A Windows program that holds files as Excel does."""
    program = top / "hold.exe"
    subprocess.run(["x86_64-w64-mingw32-gcc", "-municode", "-o", program, "-x", "c", "-"],
                   input=HOLD, text=True, check=True)
    return [str(wine.wrapper), str(program)]


def promises(wine, top):
    """What RELIABILITY.md says of Windows."""
    place = top / "Lời hứa"
    shutil.copytree(ROOT / "targets", place / "in" / "targets")
    shutil.copytree(ROOT / "actuals", place / "in" / "actuals")
    out = place / "out"
    out.mkdir()
    target = out / "Báo cáo.xlsx"
    command = ["export", "--force", "-o", "out/Báo cáo.xlsx", "in"]
    began = time.monotonic()
    wine.expect("a first export", wine.run(command, place).returncode, 0)
    takes = time.monotonic() - began
    new = target.read_bytes()
    old = b"an older file\n" * 300

    kept = 0
    for moment in range(12):
        target.write_bytes(old)
        run = subprocess.Popen([str(wine.wrapper), str(wine.exe), *command], cwd=place, env=wine.env,
                               stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(takes * (moment + 1) / 12)
        run.kill()
        run.wait()
        wine.expect(f"killed at {moment + 1} of 12", target.read_bytes() in (old, new), True)
        kept += target.read_bytes() == old
    wine.expect("killed before the end at least once", kept > 0, True)
    for left in out.glob(".tiendo-*"):  # promised for no kill
        left.unlink()

    target.write_bytes(old)
    holder = subprocess.Popen([*hold(wine, top), str(target)], env=wine.env, stdin=subprocess.PIPE,
                              stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    wine.expect("held", holder.stdout.readline().strip(), b"held")
    done = wine.run(command, place)
    holder.communicate(b"")
    wine.expect("open in another program", (done.returncode, target.read_bytes() == old), (3, True))
    wine.expect("what to do", "chương trình khác dùng. Nếu tệp đang mở trong Excel" in done.stderr.decode(), True)
    wine.expect("closed again", (wine.run(command, place).returncode, target.read_bytes() == new), (0, True))

    target.write_bytes(old)
    target.chmod(0o444)
    done = wine.run(command, place)
    wine.expect("not to be written", (done.returncode, target.read_bytes() == old), (3, True))
    wine.expect("it is not open", "chương trình khác dùng" in done.stderr.decode(), False)
    target.chmod(0o644)
    target.unlink()
    target.mkdir()
    wine.expect("a folder in its place", wine.run(command, place).returncode, 3)
    target.rmdir()
    wine.expect("nothing else stays", list(out.iterdir()), [])

    new_place = top / "Không trọn"
    new_place.mkdir()
    (new_place / "actuals").write_text("a file, no folder\n")
    done = wine.run(["init", "--year", "2025"], new_place)
    wine.expect("init, all or none", (done.returncode, [path.name for path in new_place.iterdir()]), (3, ["actuals"]))


def main():
    if len(sys.argv) < 3:
        print(__doc__, file=sys.stderr)
        return 2
    found = find_wine()
    if found is None:
        print("windows.py: wine64 is missing", file=sys.stderr)
        return 2
    exe, own = (pathlib.Path(word).resolve() for word in sys.argv[1:3])
    names = sys.argv[3:] or sorted(path.name for path in (HERE / "cases").iterdir() if path.is_dir())
    with tempfile.TemporaryDirectory(prefix="tiendo-wine-") as folder:
        wine = Wine(found, pathlib.Path(folder), exe, own)
        try:
            cases(wine, names)
            written(wine, pathlib.Path(folder))
            paths(wine, pathlib.Path(folder))
            forms(wine, pathlib.Path(folder))
            promises(wine, pathlib.Path(folder))
        finally:
            wine.stop()
    print(*wine.wrong, sep="\n")
    print(f"windows.py: {len(names)} cases and the paths, {len(wine.wrong)} wrong")
    return 1 if wine.wrong else 0


if __name__ == "__main__":
    sys.exit(main())
