# SPDX-License-Identifier: MIT
"""The packages from npm that tests need, in BUILD_DIR/npm. Not a test."""

import fcntl
import os
import shutil
import subprocess
import tempfile

# What the tests use: two validators (JSON Schema 2020-12; draft 4 for SARIF's own schema), the
# YAML reader of editors, their language server, and a package that ships SARIF's schema.
PACKAGES = ("ajv@8", "ajv-draft-04@1", "ajv-formats@3", "yaml@2", "yaml-language-server@1",
            "@microsoft/jest-sarif@1.0.0-beta.0")
SARIF_SCHEMA = "@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json"
LIMIT = 150  # seconds
SKIPPED = 77


def missing():
    """The exit code of a test that cannot run without them."""
    return 1 if os.environ.get("CI") == "true" else SKIPPED


def _install(folder, packages):
    (folder / "package.json").write_text('{"private": true}\n', "utf-8")
    try:
        done = subprocess.run(["npm", "install", "--no-audit", "--no-fund", "--ignore-scripts",
                               *packages], cwd=folder, capture_output=True, text=True,
                              timeout=LIMIT, check=False)
    except subprocess.TimeoutExpired:
        print("npm does not answer")
        return False
    if done.returncode != 0:
        print(f"npm cannot install {' '.join(packages)}: {done.stderr[-400:]}")
    return done.returncode == 0


def install(build, name="npm", packages=PACKAGES):
    """The folder with the packages, or None when they cannot be had. Tests that run side by side
    wait for the one that comes first."""
    folder = build / name
    if not shutil.which("npm") or not shutil.which("node"):
        print("npm is not installed")
        return None
    folder.mkdir(exist_ok=True)
    stamp = folder / "installed"
    wanted = " ".join(packages)
    with open(folder / "lock", "w", encoding="utf-8") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not stamp.exists() or stamp.read_text("utf-8") != wanted:
            if not _install(folder, packages):
                return None
            stamp.write_text(wanted, "utf-8")
    return folder


def node(folder, script, *words, stdin=None, limit=60):
    """Runs a script, given as text, that may require the packages. What it reads is a file, as Node
    18 may find a pipe empty that is not yet filled."""
    with tempfile.TemporaryFile("w+", encoding="utf-8") as given:
        given.write(stdin or "")
        given.seek(0)
        return subprocess.run(["node", "-e", script, "--", *map(str, words)], cwd=folder,
                              stdin=given, capture_output=True, encoding="utf-8", timeout=limit,
                              check=False)
