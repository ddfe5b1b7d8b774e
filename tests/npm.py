"""Packages of npm that tests run with node."""

import os
import shutil
import subprocess

NPM_LIMIT = 120  # seconds
SKIPPED = 77


def name_of(package):
    """"ajv" of "ajv@8", "@a/b" of "@a/b@1"."""
    return package[:1] + package[1:].split("@")[0]


def install(build, folder, packages, script=None):
    """The folder below the build folder with these packages, and a script (name, text) beside them;
    None when they cannot be had."""
    folder = build / folder
    if not shutil.which("npm") or not shutil.which("node"):
        print("npm is not installed")
        return None
    if not all((folder / "node_modules" / name_of(package)).exists() for package in packages):
        folder.mkdir(exist_ok=True)
        (folder / "package.json").write_text('{"private": true}\n', "utf-8")
        try:
            done = subprocess.run(["npm", "install", "--no-audit", "--no-fund", "--ignore-scripts",
                                   *packages], cwd=folder, capture_output=True, text=True,
                                  timeout=NPM_LIMIT, check=False)
        except subprocess.TimeoutExpired:
            print("npm does not answer")
            return None
        if done.returncode != 0:
            print(f"npm cannot install {' '.join(packages)}: {done.stderr[-400:]}")
            return None
    if script:
        (folder / script[0]).write_text(script[1], "utf-8")
    return folder


def without():
    """The exit code of a test that did the rest without them: a failure in CI."""
    return 1 if os.environ.get("CI") == "true" else SKIPPED
